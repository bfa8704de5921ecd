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
