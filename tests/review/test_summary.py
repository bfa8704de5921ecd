"""Many reports, the one whose errors matter most first."""

import pickle
from decimal import Decimal

import pytest

from sakip.errors import InvalidValueError
from sakip.review import review, summarize
from tests.review.making import CLEAN, row

SMALL = review([*CLEAN, row("75", "60", "81")], source="Kecil")
LARGE = review([*CLEAN, row("75", "60", "10")], source="Besar")
RIGHT = review(CLEAN, source="Benar")
EMPTY = review([], source="Awal")


def test_ordered_by_effect() -> None:
    """The shift of the mean, whatever the order in which they came; without one by name."""
    summary = summarize([RIGHT, SMALL, EMPTY, LARGE])
    assert [one.source for one in summary.reviews] == ["Besar", "Kecil", "Awal", "Benar"]


def test_rows() -> None:
    """Rows by verdict and the two means."""
    first, *_ = summarize([SMALL, LARGE]).rows()
    assert (first["source"], first["rows"], first["reproduced"], first["not_reproduced"]) == ("Besar", 4, 3, 1)
    assert first["shift"] == Decimal("17.5000")
    assert summarize([LARGE]).rows(numbers="text")[0]["shift"] == "17.5000"
    assert summarize([EMPTY]).rows()[0]["mean"] is None
    assert [one["undecided"] for one in summarize([review([row("80", "92", "100")]), EMPTY]).rows()] == [1, 0]


def test_texts() -> None:
    """In both languages, and as HTML."""
    summary = summarize([SMALL, LARGE])
    assert "17,50" in summary.text("id")
    assert "17.50" in summary.text("en")
    assert "<table" in summary._repr_html_()
    assert pickle.loads(pickle.dumps(summary)) == summary


def test_misuse_raises() -> None:
    """Something that is no review."""
    with pytest.raises(InvalidValueError):
        summarize([1])  # type: ignore[list-item]
