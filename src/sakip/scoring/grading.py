"""Penggolongan: cut points with a closed side, so that no gap and no overlap can be written down."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Literal, get_args

from attrs import field, frozen

from sakip.base.choice import choose
from sakip.base.interval import Interval
from sakip.base.kind import listed, none_or, parted
from sakip.base.notation import format_number
from sakip.base.number import Number, admit, rounded
from sakip.base.rebuild import reduce_by_fields
from sakip.base.reference import Reference
from sakip.base.text import Lang, Text, require_text
from sakip.errors import InvalidValueError
from sakip.scoring.aggregation import Root

__all__ = ["BELOW_LOWEST", "Closed", "GradeScale"]

Closed = Literal["lower", "upper"]

BELOW_LOWEST = Text("di bawah kelas terendah", "below the lowest class")
"""Di bawah kelas terendah: what stands where a scale has no label for a number."""

_BAND = "(60, 'Cukup')"


def _bands(value: Iterable[tuple[Number | None, str]]) -> tuple[tuple[Decimal | None, str], ...]:
    pairs = [parted(one, 2, "GradeScale.bands", _BAND) for one in listed(value, "GradeScale.bands", _BAND)]
    return tuple(
        (None if cut is None else admit(cut, "GradeScale.bands"), require_text(label, "GradeScale.bands"))
        for cut, label in pairs
    )


def _reference(value: Reference | None) -> Reference | None:
    return none_or(Reference, value, "GradeScale.reference", "Reference('PermenPANRB 88/2021', certainty='read')")


def _closed(value: Closed) -> Closed:
    return choose(
        value,
        get_args(Closed),
        "GradeScale.closed",
        code="unknown-side",
        problem=("sisi batas tidak dikenal", "unknown side"),
    )


@frozen
class GradeScale:
    """Skala predikat: labels from the lowest band to the highest, each with the cut point where it begins.

    Attributes:
        bands: (cut, label) pairs, rising; a first cut of None means "from below everything".
        closed: ``lower``: a number at a cut belongs to the band above it (76 is Tinggi); ``upper``: to the band below
            it (90 is A, 90,004 is AA).
        reads: The number that is graded: ``exact`` before its final rounding, or the number of decimals to which it is
            rounded half up first (bands printed in whole numbers are often read so).
        reference: Where the scale comes from.

    Raises:
        InvalidValueError: No band, cuts that do not rise, a label twice.

    Examples:
        >>> scale = GradeScale([(None, "Kurang"), (60, "Cukup"), (75, "Baik"), (90, "Sangat Baik")], closed="lower")
        >>> scale.grade(Fraction(90)), scale.grade(Fraction(8999, 100))
        ('Sangat Baik', 'Baik')
    """

    bands: tuple[tuple[Decimal | None, str], ...] = field(converter=_bands)
    closed: Closed = field(converter=_closed, kw_only=True)
    reads: int | Literal["exact"] = field(default="exact", kw_only=True)
    reference: Reference | None = field(default=None, converter=_reference, kw_only=True)
    _cuts: tuple[tuple[int, int, str], ...] = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        cuts = [cut for cut, _ in self.bands]
        later = [cut for cut in cuts[1:] if cut is not None]
        labels = [label for _, label in self.bands]
        if (
            not cuts
            or len(later) != len(cuts) - 1
            or any(b <= a for a, b in pairwise(cut for cut in cuts if cut is not None))
        ):
            raise _bad_scale(
                "scale-not-rising",
                "bands",
                labels,
                (
                    "batas kelas harus naik dan hanya kelas terendah tanpa batas",
                    "cuts must rise; only the lowest may be open",
                ),
            )
        if len(set(labels)) != len(labels):
            raise _bad_scale("label-twice", "bands", labels, ("satu label dipakai dua kali", "one label is used twice"))
        if self.reads != "exact" and (type(self.reads) is not int or self.reads not in range(7)):
            raise _bad_scale(
                "unknown-reading",
                "reads",
                self.reads,
                ("cara membaca angka tidak dikenal", "unknown way of reading a number"),
                ("Tulis 'exact', atau jumlah desimal 0 sampai 6", "Write 'exact', or a number of decimals, 0 to 6"),
            )
        found = [((0, 0) if cut is None else cut.as_integer_ratio(), label) for cut, label in self.bands]
        object.__setattr__(self, "_cuts", tuple((above, below, label) for (above, below), label in reversed(found)))

    __reduce__ = reduce_by_fields

    @classmethod
    def from_bands(
        cls,
        bands: Iterable[tuple[Number, Number, str]],
        *,
        closed: Closed,
        reads: int | Literal["exact"] = "exact",
        reference: Reference | None = None,
    ) -> "GradeScale":
        """Dari kelas cetak: (from, to, label) as printed, each band beginning where the one below it ends.

        Raises:
            InvalidValueError: A gap such as 0-59,99 / 60-100, or an overlap, with both bands named; swapped bounds.

        Examples:
            >>> GradeScale.from_bands([(0, 60, "Kurang"), (60, 100, "Baik")], closed="lower").labels
            ('Kurang', 'Baik')
        """
        printed = "(60, 75, 'Cukup')"
        found = sorted(
            (
                (admit(low, "GradeScale.from_bands"), admit(high, "GradeScale.from_bands"), label)
                for low, high, label in (
                    parted(one, 3, "GradeScale.from_bands", printed)
                    for one in listed(bands, "GradeScale.from_bands", printed)
                )
            ),
            key=lambda band: band[0],
        )
        for low, high, label in found:
            if low >= high:
                raise _bad_scale(
                    "scale-swapped", "from_bands", f"{label} {low}..{high}", ("batas kelas terbalik", "swapped bounds")
                )
        for (_, high, below), (low, _, above) in pairwise(found):
            if high != low:
                what_id, what_en = ("celah", "gap") if high < low else ("tumpang tindih", "overlap")
                raise _bad_scale(
                    "scale-gap" if high < low else "scale-overlap",
                    "from_bands",
                    f"{below} ..{high}, {above} {low}..",
                    (f"{what_id} antara {below} dan {above}", f"{what_en} between {below} and {above}"),
                )
        return cls(((low, label) for low, _, label in found), closed=closed, reads=reads, reference=reference)

    @property
    def labels(self) -> tuple[str, ...]:
        """Label: every label, from the lowest band to the highest."""
        return tuple(label for _, label in self.bands)

    def grade(self, value: Fraction | Number) -> str | None:
        """Predikat: the label of an exact number, or None below the lowest cut.

        Raises:
            InvalidValueError: A float, or anything else that is no exact number.
        """
        return self.grade_quotient(*_exact(value).as_integer_ratio())

    def grade_quotient(self, numerator: int, denominator: int) -> str | None:
        """Predikat hasil bagi: as `grade`, for a quotient with a positive denominator."""
        if self.reads != "exact":
            numerator, denominator = rounded(numerator, denominator, self.reads, "half_up"), 10**self.reads
        return self._found(lambda above, below: numerator * below - above * denominator)

    def grade_root(self, root: Root) -> str | None:
        """Predikat akar: as `grade`, for a geometric mean, decided by integer powers."""
        if self.reads != "exact":
            return self.grade_quotient(root.rounded(self.reads, "half_up"), 10**self.reads)
        return self._found(root.compare)

    def _found(self, compare: Callable[[int, int], int]) -> str | None:
        at_cut = 1 if self.closed == "upper" else 0
        for above, below, label in self._cuts:
            if not below or compare(above, below) >= at_cut:
                return label
        lowest, parts, label = self._cuts[-1]
        return label if compare(lowest, parts) == 0 else None

    def interval(self, label: str) -> Interval:
        """Rentang kelas: the numbers that have this label, as the scale reads them.

        Raises:
            InvalidValueError: No such label.
        """
        at = self.labels.index(
            choose(
                label,
                self.labels,
                "GradeScale.interval",
                code="unknown-label",
                problem=("label tidak ada", "no such label"),
            )
        )
        cuts = [None if cut is None else Fraction(cut) for cut, _ in self.bands] + [None]
        low, high, lower = cuts[at], cuts[at + 1], self.closed == "lower"
        return Interval(
            low=low,
            high=high,
            # The lowest cut belongs to its band, whichever side is closed.
            low_end="closed" if lower or at == 0 else "open",
            high_end="open" if lower else "closed",
        )

    def text(self, lang: Lang = "id") -> str:
        """Teks skala: the bands in words, generated from the cuts."""
        parts = [
            label
            if cut is None
            # The lowest cut belongs to its band, whichever side is closed.
            else f"{label} {'≥' if self.closed == 'lower' or at == 0 else '>'} {format_number(cut, lang=lang)}"
            for at, (cut, label) in reversed(list(enumerate(self.bands)))
        ]
        reading = (
            Text("dibaca pada angka tepat", "read on the exact number")
            if self.reads == "exact"
            else Text("dibaca setelah dibulatkan ke {digits} desimal", "read after rounding to {digits} decimals")
        )
        arguments = {} if self.reads == "exact" else {"digits": self.reads}
        return f"{'; '.join(parts)} ({reading.render(lang, arguments)})"


def _exact(value: Fraction | Number) -> Fraction | Decimal:
    return value if isinstance(value, Fraction) else admit(value, "GradeScale.grade")


_RISING = (
    "Tulis titik potong naik, misalnya [(None, 'Kurang'), (60, 'Cukup')] dengan closed='lower'",
    "Write rising cuts such as [(None, 'Kurang'), (60, 'Cukup')] with closed='lower'",
)


def _bad_scale(
    code: str, name: str, value: object, problem: tuple[str, str], way_out: tuple[str, str] = _RISING
) -> InvalidValueError:
    return InvalidValueError(code=code, path=f"GradeScale.{name}", value=value, problem=problem, way_out=way_out)
