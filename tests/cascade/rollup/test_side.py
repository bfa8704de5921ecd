import pytest

from sakip.cascade.rollup.side import side_of
from sakip.errors import InvalidValueError


def test_an_unknown_cell_is_refused() -> None:
    """Only the three cells can be asked for; the Indonesian word is named in the error."""
    assert [side_of(cell, "x") for cell in ("target", "actual", "last")] == ["target", "actual", "last"]
    with pytest.raises(InvalidValueError) as caught:
        side_of("realisasi", "CascadeReport.explain")  # type: ignore[arg-type]
    assert caught.value.code == "unknown-cell"
    assert "'actual'" in caught.value.way_out[1]
