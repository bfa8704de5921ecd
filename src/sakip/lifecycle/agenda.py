"""Agenda: what falls due in a year, and how it stands on a day."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Literal, cast

from attrs import evolve, frozen

from sakip.base.display import Column, Table
from sakip.base.finding import Finding, Report
from sakip.base.kind import day_of, none_or_day, of_kind, tuple_of
from sakip.base.likeness import unknown_code
from sakip.base.notation import format_date
from sakip.base.number import admit_whole
from sakip.base.rebuild import reduce_by_fields
from sakip.base.reference import Reference
from sakip.base.rule import Rule
from sakip.base.text import Argument, Lang, Text, require_lang
from sakip.lifecycle.regime import Deadline, EntityLevel, Moved, Regime
from sakip.model.period import Period

__all__ = ["RULES", "Agenda", "AgendaItem", "Due", "schedule", "standing"]

State = Literal["done", "done_early", "done_late", "due", "late", "upcoming", "unknown"]
"""Keadaan: how an obligation stands on a day."""

_LATE = Rule(
    "DUE-LATE",
    "warning",
    Text(
        "{what} {period} terlambat {days} hari; batasnya {last_day}",
        "{what} of {period} is late, days of delay: {days}; it was due by {last_day}",
    ),
)
_DONE_LATE = Rule(
    "DUE-DONE-LATE",
    "warning",
    Text(
        "{what} {period} selesai {done_on}, terlambat {days} hari; batasnya {last_day}",
        "{what} of {period} was done on {done_on}, days of delay: {days}; it was due by {last_day}",
    ),
)
_DONE_EARLY = Rule(
    "DUE-DONE-EARLY",
    "warning",
    Text(
        "{what} {period} bertanggal {done_on}, sebelum dapat dikerjakan pada {first_day}",
        "{what} of {period} is dated {done_on}, before it could be done on {first_day}",
    ),
)
_UNKNOWN = Rule(
    "DUE-UNKNOWN",
    "note",
    Text(
        "batas {what} {period} tidak diketahui tanpa tanggal pengesahan dokumen anggaran",
        "when {what} of {period} is due cannot be told without the day on which the budget document was ratified",
    ),
)
RULES = (_LATE, _DONE_LATE, _DONE_EARLY, _UNKNOWN)
"""Aturan agenda: every finding of `Agenda.check`."""
_RULE_OF: dict[State, Rule] = {
    "late": _LATE,
    "done_late": _DONE_LATE,
    "done_early": _DONE_EARLY,
    "unknown": _UNKNOWN,
}


@frozen
class Due:
    """Kewajiban: one obligation of one period, with the days on which it may and must be done.

    Attributes:
        deadline: Tenggat that it comes from.
        period: The period that it is about.
        first_day: The day from which it may be done; None while the event that it is counted from has no date.
        last_day: The day by which it must be done; None where that is not known or no rule counts the days.
        moved: The circular that moved the last day.
    """

    deadline: Deadline
    period: Period
    first_day: date | None
    last_day: date | None
    moved: Moved | None = None

    __reduce__ = reduce_by_fields

    @property
    def code(self) -> str:
        """Kode kewajiban: the deadline's id, followed by the code of the period where a year has several."""
        return self.deadline.id if self.period.kind == "year" else f"{self.deadline.id}:{self.period.code}"

    @property
    def reference(self) -> Reference:
        """Rujukan: the rule of the deadline, or the circular that moved it."""
        return self.deadline.reference if self.moved is None else self.moved.reference


def schedule(
    regime: Regime,
    year: int,
    *,
    level: EntityLevel,
    budget_ratified_on: date | None = None,
    moved: Iterable[Moved] = (),
    starts: int = 1,
) -> tuple[Due, ...]:
    """Jadwal: what falls due for a fiscal year, in the order of the days.

    Args:
        regime: Whose obligations.
        year: Tahun anggaran, 1945 to 9990.
        level: ``ministry``, ``region`` or ``office``.
        budget_ratified_on: When the budget document (DIPA, DPA) was ratified; without it the obligations that are
            counted from it have no days.
        moved: Last days that a circular moved.
        starts: Month in which the fiscal year begins, 1 to 12.

    Raises:
        InvalidValueError: An argument of another kind or out of range.
        UnknownCodeError: Something was moved that is not in the schedule.

    Examples:
        >>> from sakip.lifecycle import NATIONAL
        >>> for due in schedule(NATIONAL, 2026, level="region", budget_ratified_on=date(2026, 1, 31)):
        ...     print(due.code, due.last_day)
        agreement 2026-02-28
        annual-report 2027-03-31
    """
    of_kind(Regime, regime, "schedule.regime", "NATIONAL")
    whole = Period.year(admit_whole(year, "schedule.year", low=1945, high=9990), starts=starts)
    ratified = none_or_day(budget_ratified_on, "schedule.budget_ratified_on")
    changes = tuple_of(Moved, moved, "schedule.moved", "Moved('annual-report', date(2020, 4, 30), Reference(...))")
    dues = [
        Due(deadline, period, *deadline.timing.days(period, ratified))
        for deadline in regime.deadlines_of(level)
        for period in whole.parts(deadline.timing.each)
    ]
    known = {due.code: place for place, due in enumerate(dues)}
    for change in changes:
        place = known[_known(change.code, known, "schedule.moved")]
        dues[place] = evolve(dues[place], last_day=change.last_day, moved=change)
    return tuple(sorted(dues, key=_order))


def _order(due: Due) -> tuple[date, date, str]:
    first = due.first_day or due.period.last_day
    return due.last_day or first, first, due.code


def _known(code: str, known: Iterable[str], path: str) -> str:
    codes = list(known)
    if code in codes:
        return code
    problem = ("jadwal ini tidak memuat kewajiban itu", "the schedule has no such obligation")
    raise unknown_code(code, codes, code="unknown-code", path=path, problem=problem)


@frozen
class AgendaItem:
    """Butir agenda: how one obligation stands on the day of the agenda.

    Attributes:
        due: Kewajiban.
        state: ``done``, ``done_early`` (before it could be), ``done_late``, ``due``, ``late``, ``upcoming``, or
            ``unknown`` where its days are not known.
        done_on: When it was done, if that was by the day of the agenda.
        days: Days of delay or of earliness; days left of one that is due, or until one that is upcoming; None where
            nothing can be counted.
    """

    due: Due
    state: State
    done_on: date | None
    days: int | None

    __reduce__ = reduce_by_fields

    def text(self, lang: Lang = "id") -> str:
        """Teks keadaan: the state in words, with its days."""
        words = _STATES[self.state]
        return (words.endless if self.days is None else words.counted).render(lang, {"days": self.days or 0})


@frozen
class _Words:
    counted: Text
    endless: Text


def _words(counted: Text, endless: Text | None = None) -> _Words:
    return _Words(counted, endless or counted)


_STATES: dict[State, _Words] = {
    "done": _words(Text("selesai", "done")),
    "done_early": _words(Text("selesai {days} hari sebelum waktunya", "done too early, by days: {days}")),
    "done_late": _words(Text("selesai, terlambat {days} hari", "done, days of delay: {days}")),
    "due": _words(
        Text("jatuh tempo, sisa {days} hari", "due, days left: {days}"),
        Text("jatuh tempo, tanpa batas hari", "due, no day is set"),
    ),
    "late": _words(Text("terlambat {days} hari", "late, days of delay: {days}")),
    "upcoming": _words(Text("belum waktunya, {days} hari lagi", "not yet, days to go: {days}")),
    "unknown": _words(Text("menunggu tanggal pengesahan anggaran", "waits for the day the budget is ratified")),
}


@frozen
class Agenda:
    """Agenda: every obligation of a schedule and how it stands on a day that the caller names.

    Attributes:
        as_of: The day; no clock is ever read.
        items: Butir agenda, in the order of the schedule.

    Examples:
        >>> from sakip.lifecycle import NATIONAL, schedule, standing
        >>> dues = schedule(NATIONAL, 2026, level="region", budget_ratified_on=date(2026, 1, 5))
        >>> agenda = standing(dues, {"agreement": date(2026, 3, 15)}, as_of=date(2026, 4, 1))
        >>> [(item.due.code, item.state, item.days) for item in agenda.items]
        [('agreement', 'done_late', 38), ('annual-report', 'upcoming', 275)]
    """

    as_of: date
    items: tuple[AgendaItem, ...]

    __reduce__ = reduce_by_fields

    def __iter__(self) -> Iterator[AgendaItem]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def check(self) -> Report:
        """Periksa agenda: what is late, was late or early, or cannot be told."""
        return Report(_finding(item) for item in self.items if item.state in _RULE_OF)

    def rows(self, lang: Lang = "id") -> list[dict[str, Any]]:
        """Baris agenda: one dict an obligation.

        Its keys are ``code``, ``what``, ``period``, ``first_day``, ``last_day``, ``state``, ``done_on``, ``days``,
        ``reference`` and ``certainty``.

        Raises:
            InvalidValueError: An unknown language.
        """
        return [
            {
                "code": item.due.code,
                "what": item.due.deadline.what.render(lang),
                "period": item.due.period.code,
                "first_day": item.due.first_day,
                "last_day": item.due.last_day,
                "state": item.state,
                "done_on": item.done_on,
                "days": item.days,
                "reference": item.due.reference.text(lang),
                "certainty": item.due.reference.certainty,
            }
            for item in self.items
        ]

    def table(self, lang: Lang = "id") -> Table:
        """Tabel agenda: one row an obligation, dates written out, and below it where each is written."""
        require_lang(lang)
        return Table(
            title=Text("Agenda per {day}", "Agenda as of {day}").render(lang, {"day": self.as_of}),
            columns=[Column(head.render(lang)) for head in _HEADS],
            rows=[
                (
                    item.due.deadline.what.render(lang),
                    item.due.period.label(lang),
                    "–" if item.due.last_day is None else format_date(item.due.last_day, lang),
                    "" if item.done_on is None else format_date(item.done_on, lang),
                    item.text(lang),
                )
                for item in self.items
            ],
            notes=self._bases(lang),
        )

    def _bases(self, lang: Lang) -> tuple[str, ...]:
        """What is to be done with where that is written, each once."""
        dues = [item.due for item in self.items]
        return tuple(dict.fromkeys(f"{due.deadline.what.render(lang)}: {due.reference.text(lang)}" for due in dues))

    def text(self, lang: Lang = "id", *, width: int | None = None) -> str:
        """Teks agenda: the table for a terminal, 80 columns wide unless another width is given.

        Raises:
            InvalidValueError: Another language, or a width that is not 20 to 1,000.
        """
        return self.table(lang).text(width)

    def _repr_html_(self) -> str:
        return self.table().html()


_HEADS = (
    Text("Kewajiban", "Obligation"),
    Text("Periode", "Period"),
    Text("Paling lambat", "Due by"),
    Text("Selesai", "Done"),
    Text("Keadaan", "State"),
)


def _finding(item: AgendaItem) -> Finding:
    due = item.due
    facts: dict[str, Argument | None] = {
        "what": due.deadline.what,
        "period": Text.literal(due.period.label("id"), due.period.label("en")),
        "days": item.days,
        "first_day": due.first_day,
        "last_day": due.last_day,
        "done_on": item.done_on,
    }
    rule = _RULE_OF[item.state]
    told = {name: fact for name, fact in facts.items() if name in rule.message.names and fact is not None}
    return rule.at(f"agenda[{due.code}]", **told)


def standing(dues: Iterable[Due], done: Mapping[str, date], *, as_of: date) -> Agenda:
    """Kedudukan kewajiban: what is due, done and late on a day.

    Args:
        dues: The schedule.
        done: When each obligation was done, by its code; what was done after ``as_of`` is not done yet.
        as_of: The day.

    Raises:
        InvalidValueError: An argument of another kind.
        UnknownCodeError: Something was done that is not in the schedule.

    Examples:
        >>> from sakip.lifecycle import KENDAL, schedule
        >>> dues = schedule(KENDAL, 2024, level="office", budget_ratified_on=date(2024, 1, 2))
        >>> agenda = standing(dues, {"agreement": date(2024, 1, 25)}, as_of=date(2024, 4, 1))
        >>> [(item.due.code, item.state) for item in agenda][:2]
        [('agreement', 'done'), ('evaluation:2024-Q1', 'due')]
    """
    known = tuple_of(Due, dues, "standing.dues", "schedule(NATIONAL, 2026, level='region')[0]")
    day = day_of(as_of, "standing.as_of")
    kind = cast("type[Mapping[str, date]]", Mapping)
    of_kind(kind, done, "standing.done", "{'agreement': date(2026, 1, 30)}")
    codes = [due.code for due in known]
    dates = {_known(code, codes, "standing.done"): day_of(at, f"standing.done[{code}]") for code, at in done.items()}
    return Agenda(day, tuple(_item(due, dates.get(due.code), day) for due in known))


def _item(due: Due, done_on: date | None, day: date) -> AgendaItem:
    if done_on is not None and done_on <= day:
        return AgendaItem(due, *_done(due, done_on))
    if due.first_day is None and due.last_day is None:
        return AgendaItem(due, "unknown", None, None)
    if due.last_day is not None and day > due.last_day:
        return AgendaItem(due, "late", None, (day - due.last_day).days)
    if due.first_day is not None and day < due.first_day:
        return AgendaItem(due, "upcoming", None, (due.first_day - day).days)
    return AgendaItem(due, "due", None, None if due.last_day is None else (due.last_day - day).days)


def _done(due: Due, done_on: date) -> tuple[State, date, int | None]:
    if due.last_day is not None and done_on > due.last_day:
        return "done_late", done_on, (done_on - due.last_day).days
    if due.first_day is not None and done_on < due.first_day:
        return "done_early", done_on, (due.first_day - done_on).days
    return "done", done_on, None
