"""Ikhtisar: many reviewed reports, the one whose errors matter most first."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Any

from attrs import field, frozen

from sakip.base.display import Column, Table
from sakip.base.form import Numbers, numbers_form
from sakip.base.kind import tuple_of
from sakip.base.notation import format_number
from sakip.base.number import decimal_of_fraction
from sakip.base.rebuild import reduce_by_fields
from sakip.base.text import Lang, require_lang
from sakip.review.result import Review

__all__ = ["ReviewSummary", "summarize"]


def _reviews(value: Iterable[Review]) -> tuple[Review, ...]:
    return tuple_of(Review, value, "summarize.reviews", "review(rows, source='LKjIP')")


@frozen
class ReviewSummary:
    """Ikhtisar telaah: reviews in the order of what their errors do to the mean that the report rests on.

    Attributes:
        reviews: The reviews, the largest effect first; equal effects by the number of wrong rows, then by source.
    """

    reviews: tuple[Review, ...] = field(converter=_reviews, repr=lambda reviews: f"<{len(reviews)}>")

    __reduce__ = reduce_by_fields

    def rows(self, *, numbers: Numbers = "decimal") -> list[dict[str, Any]]:
        """Baris: one flat dict a report: its rows by verdict, the undecided, and its mean as printed and corrected.

        Args:
            numbers: ``decimal``, or ``text`` to write every Decimal as text, which JSON and PHP keep exact.

        Raises:
            InvalidValueError: Another word for ``numbers``.
        """
        form = numbers_form(numbers, "ReviewSummary.rows.numbers")
        return [_row(review, form) for review in self.reviews]

    def table(self, lang: Lang = "id") -> Table:
        """Tabel: the reports for people."""
        in_indonesian = require_lang(lang) == "id"
        heads = (
            ("Laporan", "Baris", "Sesuai", "Pembulatan", "Keliru", "Rata-rata", "Seharusnya", "Selisih")
            if in_indonesian
            else ("Report", "Rows", "Reproduced", "Rounding", "Wrong", "Mean", "Corrected", "Shift")
        )
        return Table(
            title="Ikhtisar telaah" if in_indonesian else "Summary of reviews",
            columns=[Column(head, "right" if at else "left") for at, head in enumerate(heads)],
            rows=[_cells(review, lang) for review in self.reviews],
        )

    def text(self, lang: Lang = "id", *, width: int | None = None) -> str:
        """Teks: the table for a terminal.

        Raises:
            InvalidValueError: Another language, or a width that is not 20 to 1,000; without one it is 80.
        """
        return self.table(lang).text(width)

    def _repr_html_(self) -> str:
        return self.table().html()


def summarize(reviews: Iterable[Review]) -> ReviewSummary:
    """Ikhtisarkan: many reviews, those first whose wrong rows move the mean of their report most.

    Raises:
        InvalidValueError: Something that is no list of reviews.

    Examples:
        >>> from sakip.review import review
        >>> good = review([{"target": "75", "realization": "60", "achievement": "80"}], source="A")
        >>> bad = review([{"target": "75", "realization": "60", "achievement": "60"}], source="B")
        >>> [one.source for one in summarize([good, bad]).reviews]
        ['B', 'A']
    """
    return ReviewSummary(sorted(_reviews(reviews), key=_weight))


def _weight(review: Review) -> tuple[Fraction, int, str]:
    return -abs(_shift(review)), -len(review.wrong), review.source or ""


def _shift(review: Review) -> Fraction:
    means = review.effects.total
    return Fraction(0) if means is None else means.shift


def _row(review: Review, numbers: Numbers) -> dict[str, Any]:
    means = review.effects.total
    printed, corrected = (None, None) if means is None else (means.printed, means.corrected)
    return {
        "source": review.source,
        "rows": len(review.lines),
        **{verdict.replace("-", "_"): count for verdict, count in review.counts.items()},
        "undecided": len(review.undecided),
        "mean": _decimal(printed, numbers),
        "mean_corrected": _decimal(corrected, numbers),
        "shift": _decimal(_shift(review), numbers),
    }


def _decimal(value: Fraction | None, numbers: Numbers) -> Decimal | str | None:
    if value is None:
        return None
    number = decimal_of_fraction(value, 4)
    return str(number) if numbers == "text" else number


def _cells(review: Review, lang: Lang) -> tuple[str, ...]:
    means, counts = review.effects.total, review.counts
    numbers = (None, None, None) if means is None else (means.printed, means.corrected, means.shift)
    return (
        review.source or "-",
        str(len(review.lines)),
        str(counts["reproduced"]),
        str(counts["rounding"]),
        str(len(review.wrong)),
        *("-" if number is None else format_number(number, decimals=2, lang=lang) for number in numbers),
    )
