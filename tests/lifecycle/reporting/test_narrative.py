import pickle

import pytest

from sakip.errors import InvalidValueError
from sakip.lifecycle import Narrative


def test_keeps_its_paragraphs() -> None:
    """What is said may run over several lines; what is not said is None."""
    found = Narrative(causes="Gedung belum selesai.\r\nAnggaran dipotong.")
    assert found.causes == "Gedung belum selesai.\nAnggaran dipotong."
    assert (found.remedies, found.efficiency) == (None, None)
    assert pickle.loads(pickle.dumps(found)) == found


@pytest.mark.parametrize("name", ["causes", "remedies", "efficiency"])
@pytest.mark.parametrize("value", ["", " ", "a\x1b[2J", 5])
def test_refuses(name: str, value: object) -> None:
    """An empty text says nothing, and control signs do not belong into one; the error names the field."""
    with pytest.raises(InvalidValueError) as caught:
        Narrative(**{name: value})  # type: ignore[arg-type]
    assert caught.value.path == f"Narrative.{name}"
