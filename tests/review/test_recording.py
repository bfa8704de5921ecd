"""What a review rests on and says, in one written form."""

from decimal import Decimal

import pytest

from sakip.review import review
from tests.review.making import row


@pytest.mark.parametrize(
    "cell", [1.5, Decimal("1e999999"), 10**600, "\ud800", "x" * 1_000_000, [1], float("inf"), True, b"x"]
)
def test_every_cell_has_a_written_form(cell: object) -> None:
    """Whatever stands in a cell, a review has a digest and verifies."""
    report = review([row("75", "60", "80", indicator=cell), row(cell, "60", "80")])
    assert report.verify(report.digest)


def test_another_cell_is_another_digest() -> None:
    """Even one that changes no verdict."""
    first, second = (review([row("75", "60", "80", indicator=name)]).digest for name in ("A", "B"))
    assert first != second


def test_texts_that_look_alike_have_different_digests() -> None:
    """A sign and the words that stand for it, a tab and a blank, two ends of a line; half a character is no error."""
    texts = ["a\u202eb", "a\\u202eb", "a\tb", "a b", "a\r\nb", "a\nb", "a\ud800", "a\\ud800"]
    assert len({review([{"indicator": text}]).digest for text in texts}) == len(texts)


def test_a_float_of_another_library_is_a_float() -> None:
    """However it shows itself."""

    class Shown(float):
        def __repr__(self) -> str:
            return f"other.float64({float(self)})"

    one, other = (review([{"target": number}], floats="shortest") for number in (Shown(5.5), 5.5))
    assert (one.digest, one.lines[0].target.text) == (other.digest, "5.5")
