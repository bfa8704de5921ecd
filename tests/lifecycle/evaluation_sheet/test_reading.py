import pytest

from sakip.errors import InvalidValueError
from sakip.lifecycle.evaluation_sheet.reading import require_reading


@pytest.mark.parametrize("word", ["sub_component", "criterion"])
def test_two_readings(word: str) -> None:
    """Both readings in use are known."""
    assert require_reading(word, "X.reading") == word  # type: ignore[arg-type]


@pytest.mark.parametrize(("word", "meant"), [("kriteria", "criterion"), ("Sub-komponen", "sub_component")])
def test_words_of_the_field(word: str, meant: str) -> None:
    """A word of the field is not accepted in silence; the error names what it stands for."""
    with pytest.raises(InvalidValueError, match=f"'{meant}'") as caught:
        require_reading(word, "X.reading")  # type: ignore[arg-type]
    assert (caught.value.code, caught.value.path) == ("unknown-reading", "X.reading")
