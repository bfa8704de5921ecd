"""Rezim waktu: the obligations of a year as data, each with its rule, its reference and how sure that is."""

from collections.abc import Iterable
from datetime import date
from typing import Literal, cast, get_args

from attrs import field, frozen
from dateutil.relativedelta import relativedelta

from sakip.base.choice import choose
from sakip.base.kind import listed, none_or_day, of_kind, recorded_day, tuple_of
from sakip.base.number import admit_whole
from sakip.base.rebuild import reduce_by_fields
from sakip.base.reference import Reference
from sakip.base.text import Text, require_text
from sakip.errors import InvalidValueError
from sakip.model.period import Period, PeriodKind

__all__ = ["Deadline", "EntityLevel", "Moved", "Regime", "Timing", "require_level"]

Event = Literal["budget_ratified", "period_begins", "period_ends"]
"""Peristiwa: what the months of a deadline are counted from."""
EntityLevel = Literal["ministry", "region", "office"]
"""Tingkat entitas: a ministry or agency, a region, or an office (perangkat daerah, unit) within one."""

_MOST_MONTHS = 24
_DAY = relativedelta(days=1)
_TIMING = "Timing('period_ends', within=2)"
_TEXT = "Text('Laporan kinerja tahunan', 'Annual performance report')"
_DEADLINE = "Deadline('annual-report', Text(...), Timing('period_ends', within=2), Reference(...))"


def _event(value: Event) -> Event:
    problem = ("peristiwa tidak dikenal", "unknown event")
    return choose(value, get_args(Event), "Timing.event", code="unknown-event", problem=problem)


def _each(value: PeriodKind) -> PeriodKind:
    problem = ("jenis periode tidak dikenal", "unknown kind of period")
    return choose(value, get_args(PeriodKind), "Timing.each", code="unknown-period-kind", problem=problem)


def _opens(value: int) -> int:
    return admit_whole(value, "Timing.opens", low=0, high=_MOST_MONTHS)


def _within(value: int | None) -> int | None:
    return None if value is None else admit_whole(value, "Timing.within", low=0, high=_MOST_MONTHS)


@frozen
class Timing:
    """Aturan waktu: from when something may be done and by when it must be, in months from an event.

    A month after 31 January is the last day of February. Months after a period that ends with its month end with
    theirs: two months after 31 December is 28 or 29 February.

    Attributes:
        event: ``budget_ratified`` (the budget document is ratified, disahkan), ``period_begins`` or ``period_ends``.
        each: The periods of a fiscal year in which it falls due once each.
        opens: Months after the event from which it may be done.
        within: Months after the event by which it must be done; None where no rule counts them, so that nothing is
            ever late.

    Raises:
        InvalidValueError: An unknown event or kind of period, months out of range, or an end before the opening.

    Examples:
        >>> from sakip import Period
        >>> Timing("budget_ratified", within=1).days(Period.year(2026), date(2026, 1, 31))
        (datetime.date(2026, 1, 31), datetime.date(2026, 2, 28))
        >>> Timing("period_ends", within=2).days(Period.year(2027))
        (datetime.date(2028, 1, 1), datetime.date(2028, 2, 29))
    """

    event: Event = field(converter=_event)
    each: PeriodKind = field(default="year", converter=_each, kw_only=True)
    opens: int = field(default=0, converter=_opens, kw_only=True)
    within: int | None = field(default=None, converter=_within, kw_only=True)

    __reduce__ = reduce_by_fields

    def __attrs_post_init__(self) -> None:
        if self.within is not None and self.within < self.opens:
            raise InvalidValueError(
                code="within-before-opens",
                path="Timing.within",
                value=self.within,
                problem=("batasnya mendahului saat mulainya", "the limit comes before the opening"),
                way_out=(f"Tulis sekurang-kurangnya {self.opens}", f"Write at least {self.opens}"),
            )

    def days(self, period: Period, budget_ratified_on: date | None = None) -> tuple[date | None, date | None]:
        """Hari mulai dan batas: the first and the last day; None for what is not known.

        Args:
            period: The period in which it falls due.
            budget_ratified_on: When the budget document was ratified.

        Raises:
            InvalidValueError: Not a `Period`, not a plain date, or days beyond the year 9999.
        """
        of_kind(Period, period, "Timing.days", "Period.year(2025)")
        ratified = none_or_day(budget_ratified_on, "Timing.days")
        try:
            return self._days(period, ratified)
        except (ValueError, OverflowError):
            raise InvalidValueError(
                code="day-out-of-range",
                path="Timing.days",
                value=period.code if ratified is None else ratified,
                problem=("batasnya jatuh setelah tahun 9999", "the limit falls after the year 9999"),
                way_out=("Periksa tahunnya", "Check the year"),
            ) from None

    def _days(self, period: Period, ratified: date | None) -> tuple[date | None, date | None]:
        if self.event == "budget_ratified":
            return (None, None) if ratified is None else (_later(ratified, self.opens), _later(ratified, self.within))
        # The day after a period is a first of a month, so that no month is cut short on the way to the last day.
        first = period.first_day if self.event == "period_begins" else period.last_day + _DAY
        limit = _later(first, self.within)
        return _later(first, self.opens), None if limit is None else limit - _DAY


def _later(day: date, months: int | None) -> date | None:
    return None if months is None else day + relativedelta(months=months)


def _id(value: str) -> str:
    return require_text(value, "Deadline.id")


def _what(value: Text) -> Text:
    return of_kind(Text, value, "Deadline.what", _TEXT)


def _timing(value: Timing) -> Timing:
    return of_kind(Timing, value, "Deadline.timing", _TIMING)


def _reference(value: Reference) -> Reference:
    return of_kind(Reference, value, "Deadline.reference", "Reference('Perpres 29/2014', certainty='read')")


def require_level(value: EntityLevel, path: str) -> EntityLevel:
    """Tingkat entitas: ``ministry``, ``region`` or ``office``.

    Raises:
        InvalidValueError: Any other word.
    """
    return choose(
        value,
        get_args(EntityLevel),
        path,
        code="unknown-entity-level",
        problem=("tingkat entitas tidak dikenal", "unknown level of an entity"),
        known={
            "kementerian": "ministry",
            "lembaga": "ministry",
            "daerah": "region",
            "pemda": "region",
            "opd": "office",
            "perangkat daerah": "office",
        },
    )


def _levels(value: Iterable[EntityLevel]) -> tuple[EntityLevel, ...]:
    words = cast("tuple[EntityLevel, ...]", listed(value, "Deadline.levels", "'region'"))
    return tuple(require_level(word, "Deadline.levels") for word in words)


@frozen
class Deadline:
    """Tenggat: one obligation of a year, when it falls due, and where that is written.

    Attributes:
        id: Short name, the same for all levels of an entity, such as ``annual-report``.
        what: What is to be done.
        timing: When.
        reference: The rule that it comes from and how sure that is.
        levels: For whom it holds.

    Raises:
        InvalidValueError: A field of another kind, an empty id, or an unknown level.

    Examples:
        >>> from sakip import Reference, Text
        >>> quarterly = Deadline(
        ...     "evaluation",
        ...     Text("Evaluasi triwulan", "Quarterly evaluation"),
        ...     Timing("period_ends", each="quarter", within=1),
        ...     Reference("Peraturan Bupati Contoh 12/2026", article="7", certainty="read"),
        ... )
        >>> quarterly.levels
        ('ministry', 'region', 'office')
    """

    id: str = field(converter=_id)
    what: Text = field(converter=_what)
    timing: Timing = field(converter=_timing)
    reference: Reference = field(converter=_reference)
    levels: tuple[EntityLevel, ...] = field(default=get_args(EntityLevel), converter=_levels, kw_only=True)

    __reduce__ = reduce_by_fields


def _regime_id(value: str) -> str:
    return require_text(value, "Regime.id")


def _name(value: Text) -> Text:
    return of_kind(Text, value, "Regime.name", "Text('Nasional', 'National')")


def _deadlines(value: Iterable[Deadline]) -> tuple[Deadline, ...]:
    deadlines = tuple_of(Deadline, value, "Regime.deadlines", _DEADLINE)
    seen: set[tuple[str, str]] = set()
    for deadline in deadlines:
        for level in deadline.levels:
            if (deadline.id, level) in seen:
                raise InvalidValueError(
                    code="deadline-twice",
                    path="Regime.deadlines",
                    value=f"{deadline.id}, {level}",
                    problem=("satu tenggat tertulis dua kali untuk satu tingkat", "one deadline twice for one level"),
                    way_out=("Beri tenggat kedua nama lain", "Give the second deadline another id"),
                )
            seen.add((deadline.id, level))
    return deadlines


@frozen
class Regime:
    """Rezim waktu: the obligations that hold somewhere; a region's own calendar is one `evolve` away.

    Attributes:
        id: Short name.
        name: Name for people.
        deadlines: Tenggat.

    Raises:
        InvalidValueError: A field of another kind, or one id twice for one level of an entity.

    Examples:
        >>> from sakip.lifecycle import NATIONAL
        >>> [deadline.id for deadline in NATIONAL.deadlines_of("region")]
        ['agreement', 'annual-report']
    """

    id: str = field(converter=_regime_id)
    name: Text = field(converter=_name)
    deadlines: tuple[Deadline, ...] = field(converter=_deadlines)

    __reduce__ = reduce_by_fields

    def deadlines_of(self, level: EntityLevel) -> tuple[Deadline, ...]:
        """Tenggat sebuah tingkat: the obligations of a ministry, a region or an office.

        Raises:
            InvalidValueError: An unknown level.
        """
        wanted = require_level(level, "Regime.deadlines_of")
        return tuple(deadline for deadline in self.deadlines if wanted in deadline.levels)


def _moved_code(value: str) -> str:
    return require_text(value, "Moved.code")


def _moved_day(value: date) -> date:
    return recorded_day(value, "Moved.last_day")


def _moved_reference(value: Reference) -> Reference:
    return of_kind(Reference, value, "Moved.reference", "Reference('SE MenPANRB 46/2020', certainty='read')")


@frozen
class Moved:
    """Tenggat digeser: the last day of one obligation of one year, moved by a circular.

    Attributes:
        code: Code of the `Due`, such as ``annual-report``.
        last_day: The day that holds instead.
        reference: The circular.

    Raises:
        InvalidValueError: A field of another kind.

    Examples:
        >>> from sakip import Reference
        >>> Moved("annual-report", date(2020, 4, 30), Reference("SE MenPANRB 46/2020", certainty="secondary")).code
        'annual-report'
    """

    code: str = field(converter=_moved_code)
    last_day: date = field(converter=_moved_day)
    reference: Reference = field(converter=_moved_reference)

    __reduce__ = reduce_by_fields
