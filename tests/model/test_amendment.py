import pytest

from sakip.errors import InvalidValueError
from sakip.model.amendment import REASONS, reason_text, require_reason


def test_the_three_reasons_of_the_law() -> None:
    """There are three reasons, each with the words of the law in both languages."""
    assert [reason for reason, _ in REASONS] == ["official", "strategy", "priority"]
    assert reason_text("strategy").id.startswith("perubahan strategi yang memengaruhi pencapaian tujuan dan sasaran")
    assert "assumption" in reason_text("priority").en
    assert [require_reason(reason, "x") for reason, _ in REASONS] == ["official", "strategy", "priority"]


@pytest.mark.parametrize("value", [None, "", "mutasi", "OFFICIAL", "other", 1, True])
def test_other_reasons_are_refused(value: object) -> None:
    """No reason, an Indonesian word and any other word are no reason of the law."""
    with pytest.raises(InvalidValueError) as caught:
        require_reason(value, "Agreement.reason")
    assert (caught.value.code, caught.value.path) == ("no-legal-reason", "Agreement.reason")


def test_the_reason_that_was_meant_is_named() -> None:
    """A known word is not accepted in silence, but the error says which reason it stands for."""
    with pytest.raises(InvalidValueError) as caught:
        require_reason("asumsi", "Agreement.reason")
    assert "'priority'" in caught.value.way_out[1]
