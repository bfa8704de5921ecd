"""Periode: the fiscal year and its half-years, four-month periods, quarters and months."""

import re
from calendar import monthrange
from datetime import date
from functools import total_ordering
from typing import Literal, NamedTuple, Self, get_args

from attrs import field, frozen

from sakip.base.choice import choose
from sakip.base.number import admit_whole
from sakip.base.rebuild import reduce_by_fields
from sakip.base.text import Lang, Text
from sakip.errors import InvalidValueError

__all__ = ["Period", "PeriodKind"]

PeriodKind = Literal["year", "half_year", "four_month", "quarter", "month"]


class _Shape(NamedTuple):
    letter: str
    months: int
    word: Text

    @property
    def per_year(self) -> int:
        return 12 // self.months


_SHAPES: dict[PeriodKind, _Shape] = {
    "year": _Shape("", 12, Text("Tahun", "Year")),
    "half_year": _Shape("H", 6, Text("Semester", "Half-year")),
    "four_month": _Shape("T", 4, Text("Caturwulan", "Four-month period")),
    "quarter": _Shape("Q", 3, Text("Triwulan", "Quarter")),
    "month": _Shape("M", 1, Text("Bulan", "Month")),
}
_ROMAN = ("I", "II", "III", "IV")
_MONTHS = (
    Text("Januari", "January"),
    Text("Februari", "February"),
    Text("Maret", "March"),
    Text("April", "April"),
    Text("Mei", "May"),
    Text("Juni", "June"),
    Text("Juli", "July"),
    Text("Agustus", "August"),
    Text("September", "September"),
    Text("Oktober", "October"),
    Text("November", "November"),
    Text("Desember", "December"),
)
_KIND_WORDS: dict[str, PeriodKind] = {
    "tahun": "year",
    "semester": "half_year",
    "caturwulan": "four_month",
    "triwulan": "quarter",
    "bulan": "month",
}
_FIRST_YEAR, _LAST_YEAR = 1945, 9999
_CODE = re.compile(
    r"(?P<year>[0-9]{4})(?:-(?:(?P<letter>[HTQ])(?P<digit>[1-4])|M(?P<month>[0-9]{2})))?(?:@(?P<starts>[0-9]{2}))?"
)


def _kind(value: PeriodKind) -> PeriodKind:
    return choose(
        value,
        get_args(PeriodKind),
        "Period.kind",
        code="unknown-period-kind",
        problem=("jenis periode tidak dikenal", "unknown kind of period"),
        known=_KIND_WORDS,
    )


def _fiscal_year(value: int) -> int:
    return admit_whole(value, "Period.fiscal_year", low=_FIRST_YEAR, high=_LAST_YEAR)


def _starts(value: int) -> int:
    return admit_whole(value, "Period.starts", low=1, high=12)


def _matched(code: object) -> re.Match[str] | None:
    return _CODE.fullmatch(code) if isinstance(code, str) else None


@total_ordering
@frozen(eq=False, repr=False)
class Period:
    """Periode: a fiscal year (tahun anggaran) or one of its equal parts.

    Periods are ordered by their first day, then by their last. Two periods that cover the same days in differently
    counted fiscal years are different periods.

    Attributes:
        kind: ``year``, ``half_year`` (semester), ``four_month`` (caturwulan), ``quarter`` (triwulan) or ``month``.
        fiscal_year: The calendar year in which the fiscal year begins, 1945 to 9999.
        number: Which part of the fiscal year it is, from 1. Month 1 is the month in which the fiscal year begins.
        starts: Calendar month in which the fiscal year begins, 1 to 12; the state's own begins in January
            (UU 17/2003, article 4, from memory).
        first_day: First calendar day.
        last_day: Last calendar day.

    Raises:
        InvalidValueError: An unknown kind, a number that the kind does not have, or a year or month out of range.

    Examples:
        >>> from sakip import Period
        >>> quarter = Period.quarter(2025, 1)
        >>> quarter.code, quarter.label("id"), quarter.last_day
        ('2025-Q1', 'Triwulan I 2025', datetime.date(2025, 3, 31))
        >>> Period.quarter(2025, 1, starts=4).first_day
        datetime.date(2025, 4, 1)
    """

    kind: PeriodKind = field(converter=_kind)
    fiscal_year: int = field(converter=_fiscal_year)
    number: int = 1
    starts: int = field(default=1, converter=_starts, kw_only=True)
    first_day: date = field(init=False)
    last_day: date = field(init=False)
    _serial: int = field(init=False)

    def __attrs_post_init__(self) -> None:
        shape = _SHAPES[self.kind]
        admit_whole(self.number, "Period.number", low=1, high=shape.per_year)
        if self.starts > 1:
            # The calendar of Python ends with 9999, so a fiscal year that runs on into 10000 has no last day.
            admit_whole(self.fiscal_year, "Period.fiscal_year", low=_FIRST_YEAR, high=_LAST_YEAR - 1)
        last = self.starts + shape.months * self.number - 1
        object.__setattr__(self, "first_day", date(*self._month(last - shape.months + 1), 1))
        year, month = self._month(last)
        object.__setattr__(self, "last_day", date(year, month, monthrange(year, month)[1]))
        serial = ((self.fiscal_year * 100 + self.starts) * 100 + shape.months) * 100 + self.number
        object.__setattr__(self, "_serial", serial)

    def _month(self, count: int) -> tuple[int, int]:
        """Year and month of the calendar, for a month counted from January of the fiscal year's first."""
        years, month = divmod(count - 1, 12)
        return self.fiscal_year + years, month + 1

    @classmethod
    def year(cls, fiscal_year: int, *, starts: int = 1) -> Self:
        """Tahun anggaran: a whole fiscal year.

        Examples:
            >>> Period.year(2025).label()
            'Tahun 2025'
        """
        return cls("year", fiscal_year, starts=starts)

    @classmethod
    def half_year(cls, fiscal_year: int, number: int, *, starts: int = 1) -> Self:
        """Semester: half of a fiscal year, number 1 or 2.

        Examples:
            >>> Period.half_year(2025, 2).label()
            'Semester II 2025'
        """
        return cls("half_year", fiscal_year, number, starts=starts)

    @classmethod
    def four_month(cls, fiscal_year: int, number: int, *, starts: int = 1) -> Self:
        """Caturwulan: four months of a fiscal year, number 1 to 3.

        Examples:
            >>> Period.four_month(2025, 3).first_day
            datetime.date(2025, 9, 1)
        """
        return cls("four_month", fiscal_year, number, starts=starts)

    @classmethod
    def quarter(cls, fiscal_year: int, number: int, *, starts: int = 1) -> Self:
        """Triwulan: three months of a fiscal year, number 1 to 4.

        Examples:
            >>> Period.quarter(2025, 4).label("en")
            'Quarter IV 2025'
        """
        return cls("quarter", fiscal_year, number, starts=starts)

    @classmethod
    def month(cls, fiscal_year: int, number: int, *, starts: int = 1) -> Self:
        """Bulan: one month of a fiscal year, number 1 to 12, counted from the month in which the year begins.

        Examples:
            >>> Period.month(2025, 1).label(), Period.month(2025, 12, starts=4).label()
            ('Januari 2025', 'Maret 2026')
        """
        return cls("month", fiscal_year, number, starts=starts)

    @classmethod
    def parse(cls, code: str) -> Self:
        """Baca kode periode: the inverse of `code`.

        Raises:
            InvalidValueError: Any other text, or a period that does not exist.

        Examples:
            >>> Period.parse("2025-M01") == Period.month(2025, 1)
            True
            >>> Period.parse("2025-Q1@04").first_day
            datetime.date(2025, 4, 1)
        """
        found = _matched(code)
        if found is None or found["starts"] == "01":
            raise InvalidValueError(
                code="unknown-period-code",
                path="Period.parse",
                value=code,
                problem=("kode periode tidak dikenal", "unknown period code"),
                way_out=(
                    "Tulis seperti 2025, 2025-H1, 2025-T1, 2025-Q1 atau 2025-M01; tahun yang mulai April: 2025-Q1@04",
                    "Write 2025, 2025-H1, 2025-T1, 2025-Q1 or 2025-M01; for a year that begins in April: 2025-Q1@04",
                ),
            )
        letter = "M" if found["month"] else found["letter"] or ""
        kind: PeriodKind = next(kind for kind, shape in _SHAPES.items() if shape.letter == letter)
        number = int(found["month"] or found["digit"] or 1)
        return cls(kind, int(found["year"]), number, starts=int(found["starts"] or 1))

    @property
    def code(self) -> str:
        """Kode periode: short text without spaces, such as ``2025-Q1``; read back by `parse`.

        A fiscal year that does not begin in January adds its first month: ``2025-Q1@04``.
        """
        shape = _SHAPES[self.kind]
        number = f"{self.number:02d}" if self.kind == "month" else str(self.number)
        part = f"-{shape.letter}{number}" if shape.letter else ""
        return f"{self.fiscal_year}{part}" + (f"@{self.starts:02d}" if self.starts > 1 else "")

    @property
    def of_year(self) -> Self:
        """Tahun anggarannya: the fiscal year that this period is a part of.

        Examples:
            >>> Period.quarter(2025, 3).of_year == Period.year(2025)
            True
        """
        return type(self)("year", self.fiscal_year, starts=self.starts)

    def parts(self, kind: PeriodKind) -> tuple[Self, ...]:
        """Bagian periode: the shorter periods of one kind that make up this one, in order.

        Raises:
            InvalidValueError: A kind whose periods do not fill this one, such as quarters in a four-month period.

        Examples:
            >>> [part.code for part in Period.half_year(2025, 2).parts("quarter")]
            ['2025-Q3', '2025-Q4']
        """
        each, own = _SHAPES[_kind(kind)].months, _SHAPES[self.kind].months
        if own % each:
            raise InvalidValueError(
                code="no-such-parts",
                path="Period.parts",
                value=kind,
                problem=(
                    f"periode {self.code} tidak terbagi habis menurut jenis ini",
                    f"{self.code} does not divide into this kind",
                ),
                way_out=(
                    "Pilih jenis yang lebih pendek dan membagi habis",
                    "Choose a shorter kind that divides it evenly",
                ),
            )
        before = (self.number - 1) * own // each
        numbers = range(before + 1, before + own // each + 1)
        return tuple(type(self)(kind, self.fiscal_year, number, starts=self.starts) for number in numbers)

    def contains(self, other: "Period | date") -> bool:
        """Memuat: whether a day, or every day of another period, lies in this period.

        Raises:
            InvalidValueError: Neither a period nor a plain date.

        Examples:
            >>> Period.quarter(2025, 1).contains(date(2025, 3, 31))
            True
            >>> Period.quarter(2025, 1).contains(Period.half_year(2025, 1))
            False
        """
        if isinstance(other, Period):
            return self.first_day <= other.first_day and other.last_day <= self.last_day
        if type(other) is date:
            return self.first_day <= other <= self.last_day
        raise InvalidValueError(
            code="not-a-day",
            path="Period.contains",
            value=other,
            problem=("bukan periode dan bukan tanggal", "neither a period nor a date"),
            way_out=("Berikan Period atau datetime.date", "Give a Period or a datetime.date"),
        )

    def label(self, lang: Lang = "id") -> str:
        """Sebutan periode: its name for people.

        Examples:
            >>> Period.four_month(2025, 1).label("id"), Period.year(2025, starts=4).label("en")
            ('Caturwulan I 2025', 'Year 2025 (April 2025 - March 2026)')
        """
        first, last = (f"{_MONTHS[day.month - 1].render(lang)} {day.year}" for day in (self.first_day, self.last_day))
        if self.kind == "month":
            return first
        number = "" if self.kind == "year" else f" {_ROMAN[self.number - 1]}"
        name = f"{_SHAPES[self.kind].word.render(lang)}{number} {self.fiscal_year}"
        return name if self.starts == 1 else f"{name} ({first} - {last})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Period):
            return NotImplemented
        return self._serial == other._serial

    def __hash__(self) -> int:
        return hash(self._serial)

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Period):
            return NotImplemented
        return self._order() < other._order()

    def _order(self) -> tuple[date, date, int]:
        return self.first_day, self.last_day, self.starts

    def __str__(self) -> str:
        return self.label()

    def __repr__(self) -> str:
        number = "" if self.kind == "year" else f", {self.number}"
        starts = f", starts={self.starts}" if self.starts > 1 else ""
        return f"Period.{self.kind}({self.fiscal_year}{number}{starts})"

    __reduce__ = reduce_by_fields
