import pytest
from hypothesis import given
from hypothesis.errors import NoSuchExample

from sakip import testing
from sakip.testing.text import paragraphs, words
from tests.testing.making import found


@pytest.mark.parametrize("sign", ["<script", "{", "=HYP", "\u200d", "|", "\U0001f4c8"])
def test_rich_texts_are_hostile(sign: str) -> None:
    """Markup, templates, formulas, the bars of tables, joiners and other scripts are found."""
    found(testing.texts(rich=True), lambda text: sign in text)


@given(testing.codes(rich=True))
def test_codes_can_be_typed(code: str) -> None:
    """A code is printable and not wrapped in blanks, and so is every code of the narrow form."""
    assert code == code.strip()
    assert code.isprintable()
    assert code


@pytest.mark.parametrize("make", [words, paragraphs])
def test_remarks_are_there_at_times(make: object) -> None:
    """Only the rich form has remarks, and has none at times."""
    assert callable(make)
    found(make(rich=True), lambda text: text is None)
    found(make(rich=True), lambda text: text is not None)
    with pytest.raises(NoSuchExample):
        found(make(rich=False), lambda text: text is not None)


def test_paragraphs_have_lines() -> None:
    """A remark may have several lines, words have one."""
    found(paragraphs(rich=True), lambda text: text is not None and "\n" in text)
    with pytest.raises(NoSuchExample):
        found(words(rich=True), lambda text: text is not None and "\n" in text)
