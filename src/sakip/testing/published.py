"""Tabel terbit: rows of a published report as they are printed, and their reviews."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from sakip import format_number
from sakip.base.text import Lang
from sakip.review import CAUSES, PresumedCause, Review, ReviewLine, ReviewSummary, review, summarize
from sakip.testing.text import texts

__all__ = ["presumed_causes", "published_rows", "review_lines", "review_summaries", "reviews"]

_WORDS = (("Persentase jalan mantap", "positif"), ("Angka kematian ibu", "negatif"), ("Indeks kepuasan", "positif"))
_UNITS = ("%", "Indeks", "Orang", "Dokumen", "Rp")
_HOSTILE: tuple[Any, ...] = (
    *("", "-", "n/a", "#DIV/0!", "=1+1", "WTP", "A (80,50)", "100 dari 110", "80 - 90", "5 juta", "12 bulan", "1.234"),
    *(None, True, 0, Decimal("1.5"), "0", "-24,65", "\u202e12", "<b>7</b>", "9" * 400),
)
_HEADS: tuple[dict[str, Any], ...] = ({"indicator": "Sasaran 1"}, {"indicator": "Rata-rata", "achievement": "98,5"}, {})
_CELLS = (None, "target", "realization", "achievement")


def published_rows(*, most: int = 8, rich: bool = False) -> st.SearchStrategy[list[dict[str, Any]]]:
    """Baris terbit: tables whose percentages follow their rows, each in its stated direction, rounded half up.

    Every row is right by realization over target, or by (2 x target - realization) over target where less is better.
    With ``rich`` cells hold whatever tables hold, heads and totals stand between the rows, and nothing need be right.

    Args:
        most: How many rows there are at most.
        rich: Whether anything may stand in a cell.

    Examples:
        >>> from sakip.testing import published_rows
        >>> strategy = published_rows(most=3)
    """
    number = st.integers(20, 9_999)
    row = st.tuples(st.sampled_from(_WORDS), st.sampled_from(_UNITS), number, st.integers(1, 30_000), st.integers(0, 2))
    writing = st.tuples(st.sampled_from(("id", "en")), st.integers(0, 2))
    plain = st.builds(_table, st.lists(row, min_size=1, max_size=most), writing)
    if not rich:
        return plain
    cell = st.sampled_from(_HOSTILE) | texts(rich=True) | st.floats(-200, 200)
    names = st.sampled_from(("indicator", "unit", "target", "realization", "achievement", "polarity", "predicate"))
    change = st.tuples(st.integers(0, most), names, cell)
    turned = st.lists(st.integers(0, most), max_size=2)
    heads = st.lists(st.sampled_from(_HEADS), max_size=2)
    return st.builds(_spoilt, plain, turned, st.lists(change, max_size=12), heads)


def _table(rows: list[tuple[tuple[str, str], str, int, int, int]], writing: tuple[Lang, int]) -> list[dict[str, Any]]:
    lang, places = writing

    def written(value: Fraction, decimals: int) -> str:
        return format_number(value, decimals=decimals, lang=lang, grouping=False)

    found: list[dict[str, Any]] = []
    for at, ((name, polarity), unit, target, realization, decimals) in enumerate(rows, 1):
        above = realization if polarity == "positif" else 2 * target - realization
        found.append(
            {
                "indicator": f"{name} {at}",
                "unit": unit,
                "target": written(Fraction(target, 10**decimals), decimals),
                "realization": written(Fraction(realization, 10**decimals), decimals),
                "achievement": written(Fraction(100 * above, target), places),
                "polarity": polarity,
            }
        )
    return found


def _spoilt(
    rows: list[dict[str, Any]],
    turned: list[int],
    changes: list[tuple[int, str, Any]],
    heads: list[dict[str, Any]],
) -> list[dict[str, Any]]:
    for at in turned:
        row = rows[at % len(rows)]
        row["polarity"] = "negatif" if row["polarity"] == "positif" else "positif"
    for at, name, cell in changes:
        rows[at % len(rows)][name] = cell
    return [*heads[:1], *rows, *heads[1:]]


def reviews(*, most: int = 8, rich: bool = False) -> st.SearchStrategy[Review]:
    """Telaah: reviews of such tables; with ``rich`` some name their document, and some have another year beside them.

    Args:
        most: How many rows there are at most.
        rich: Whether anything may stand in a cell.

    Examples:
        >>> from sakip.testing import reviews
        >>> strategy = reviews(most=3)
    """
    rows = published_rows(most=most, rich=rich)
    if not rich:
        return rows.map(review)
    sources = st.none() | st.sampled_from(("LKjIP 2024", "LKjIP 2025"))
    return st.builds(
        review, rows, source=sources, previous=st.none() | rows, floats=st.sampled_from((None, "shortest"))
    )


def review_lines(*, rich: bool = False) -> st.SearchStrategy[ReviewLine]:
    """Baris telaah: the lines of such reviews.

    Examples:
        >>> from sakip.testing import review_lines
        >>> strategy = review_lines()
    """
    return reviews(most=4, rich=rich).flatmap(lambda one: st.sampled_from(one.lines))


def review_summaries(*, rich: bool = False) -> st.SearchStrategy[ReviewSummary]:
    """Ikhtisar telaah: summaries of no, one or a few reviews.

    Examples:
        >>> from sakip.testing import review_summaries
        >>> strategy = review_summaries()
    """
    return st.lists(reviews(most=3, rich=rich), max_size=3).map(summarize)


def presumed_causes() -> st.SearchStrategy[PresumedCause]:
    """Dugaan sebab: causes of every code, of each cell and of the row as a whole.

    Examples:
        >>> from sakip.testing import presumed_causes
        >>> strategy = presumed_causes()
    """
    return st.builds(
        PresumedCause,
        st.sampled_from([code for code, _ in CAUSES]),
        st.sampled_from(_CELLS[1:]),
        st.fractions(-(10**6), 10**6, max_denominator=1000),
        st.none() | st.just("higher-is-better"),
    )
