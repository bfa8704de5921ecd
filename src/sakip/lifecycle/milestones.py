"""Tonggak: a promise that is kept in steps, each with its share of the whole and its day."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, cast

from attrs import field, frozen

from sakip.base.display import Column, Table
from sakip.base.finding import Finding, Report
from sakip.base.form import Numbers, in_form, numbers_form
from sakip.base.kind import day_of, none_or_day, of_kind, tuple_of
from sakip.base.likeness import unknown_code
from sakip.base.notation import format_date, format_number
from sakip.base.number import Number, admit, decimal_of_fraction
from sakip.base.rebuild import reduce_by_fields
from sakip.base.rule import Rule
from sakip.base.text import Argument, Lang, Text, require_lang, require_text
from sakip.errors import InvalidValueError
from sakip.model.period import Period
from sakip.model.realization import Realization
from sakip.model.trajectory import Trajectory

__all__ = ["RULES", "Milestone", "MilestonePlan", "MilestoneStanding"]

_LATE = Rule(
    "MILESTONE-LATE",
    "warning",
    Text(
        "Tonggak {code}, {name}, terlambat {days} hari; batasnya {due}",
        "The milestone {code}, {name}, is late, days of delay: {days}; it was due by {due}",
    ),
)
_DONE_LATE = Rule(
    "MILESTONE-DONE-LATE",
    "note",
    Text(
        "Tonggak {code}, {name}, selesai {done_on}, terlambat {days} hari; batasnya {due}",
        "The milestone {code}, {name}, was reached on {done_on}, days of delay: {days}; it was due by {due}",
    ),
)
_ORDER = Rule(
    "MILESTONE-ORDER",
    "warning",
    Text(
        "Tonggak {code} selesai {done_on}, padahal pada hari itu {before} sebelumnya belum tercapai",
        "The milestone {code} was reached on {done_on}, when {before} before it was not reached yet",
    ),
)
_DUE = Rule(
    "MILESTONE-DUE",
    "warning",
    Text(
        "Batas tonggak {code}, {due}, lebih awal daripada batas {before} sebelumnya, {before_due}",
        "The milestone {code} is due by {due}, before {before}, which comes first and is due by {before_due}",
    ),
)
RULES = (_DUE, _LATE, _DONE_LATE, _ORDER)
"""Aturan tonggak: every finding of `MilestoneStanding.check`."""


def _code(value: str) -> str:
    return require_text(value, "Milestone.code")


def _name(value: str) -> str:
    return require_text(value, "Milestone.name")


def _share(value: Number) -> Decimal:
    share = admit(value, "Milestone.share")
    if share > 0:
        return share
    raise InvalidValueError(
        code="share-not-positive",
        path="Milestone.share",
        value=value,
        problem=("porsi tonggak harus lebih besar dari nol", "the share of a milestone must be greater than zero"),
        way_out=("Tulis porsinya dalam persen, misalnya 25", "Write its share in percent, for example 25"),
    )


def _due(value: date | None) -> date | None:
    return none_or_day(value, "Milestone.due")


@frozen
class Milestone:
    """Tonggak: one step of a promise.

    Attributes:
        code: Kode.
        name: What is reached.
        share: Its share of the whole, in percent.
        due: The day by which it should be reached; None where none was set.

    Raises:
        InvalidValueError: An empty text, a share that is not above zero, or a day that is none.

    Examples:
        >>> Milestone("T1", "Naskah akademik", share=40, due=date(2025, 3, 31)).share
        Decimal('40')
    """

    code: str = field(converter=_code)
    name: str = field(converter=_name)
    share: Decimal = field(converter=_share, kw_only=True)
    due: date | None = field(default=None, converter=_due, kw_only=True)

    __reduce__ = reduce_by_fields


def _milestones(value: Iterable[Milestone]) -> tuple[Milestone, ...]:
    found = tuple_of(Milestone, value, "MilestonePlan.milestones", "Milestone('T1', 'Naskah akademik', share=100)")
    codes = [one.code for one in found]
    twice = next((code for code, number in Counter(codes).items() if number > 1), None)
    if twice is not None:
        raise InvalidValueError(
            code="milestone-twice",
            path="MilestonePlan.milestones",
            value=twice,
            problem=("kode tonggak ini ada dua kali", "the code of this milestone stands twice"),
            way_out=("Beri tiap tonggak kodenya sendiri", "Give each milestone a code of its own"),
        )
    whole = sum(Fraction(one.share) for one in found)
    if whole != 100:
        shown = format_number(whole)
        raise InvalidValueError(
            code="shares-not-100",
            path="MilestonePlan.milestones",
            value=shown,
            problem=(f"porsi tonggak berjumlah {shown}, bukan 100", f"the shares add up to {shown}, not 100"),
            way_out=("Bagi 100 persen habis kepada semua tonggak", "Share 100 percent among all milestones"),
        )
    return found


@frozen
class MilestonePlan:
    """Rencana tonggak: the steps of one promise, whose shares make the whole.

    Attributes:
        milestones: Tonggak, in the order in which they should be reached.

    Raises:
        InvalidValueError: A code that stands twice, or shares that do not add up to 100.

    Examples:
        >>> draft = Milestone("T1", "Naskah akademik", share=40, due=date(2025, 3, 31))
        >>> passed = Milestone("T2", "Ditetapkan", share=60, due=date(2025, 10, 31))
        >>> plan = MilestonePlan([draft, passed])
        >>> standing = plan.standing({"T1": date(2025, 4, 5)}, as_of=date(2025, 6, 30))
        >>> standing.reached, standing.planned
        (Decimal('40'), Decimal('40'))
        >>> [(one.code, days) for one, days in standing.delays()]
        [('T1', 5), ('T2', None)]
    """

    milestones: tuple[Milestone, ...] = field(converter=_milestones)

    __reduce__ = reduce_by_fields

    def planned(self, as_of: date) -> Decimal:
        """Rencana: the share that should be reached by the end of a day; milestones without a day are not counted."""
        day = day_of(as_of, "MilestonePlan.planned.as_of")
        return _sum(one for one in self.milestones if one.due is not None and one.due <= day)

    def trajectory(self, periods: Iterable[Period]) -> Trajectory:
        """Lintasan: what should be reached by the end of each period, as the trajectory of a `Target` of 100."""
        known = tuple_of(Period, periods, "MilestonePlan.trajectory", "Period.quarter(2025, 1)")
        return Trajectory((period, self.planned(period.last_day)) for period in known)

    def standing(self, done: Mapping[str, date], *, as_of: date) -> "MilestoneStanding":
        """Kedudukan tonggak: what was reached by a day.

        Args:
            done: When each milestone was reached, by its code; what was reached after ``as_of`` is not reached yet.
            as_of: The day.

        Raises:
            InvalidValueError: An argument of another kind.
            UnknownCodeError: A milestone was reached that the plan does not have.
        """
        day = day_of(as_of, "MilestonePlan.standing.as_of")
        kind = cast("type[Mapping[str, date]]", Mapping)
        of_kind(kind, done, "MilestonePlan.standing.done", "{'T1': date(2025, 4, 5)}")
        codes = [one.code for one in self.milestones]
        for code in done:
            if code not in codes:
                problem = ("rencana ini tidak memuat tonggak itu", "the plan has no such milestone")
                path = "MilestonePlan.standing.done"
                raise unknown_code(code, codes, code="unknown-code", path=path, problem=problem)
        dates = {code: day_of(at, f"MilestonePlan.standing.done[{code}]") for code, at in done.items()}
        reached = tuple((code, dates[code]) for code in codes if code in dates and dates[code] <= day)
        return MilestoneStanding(self, day, reached)


@frozen
class MilestoneStanding:
    """Kedudukan tonggak: which milestones are reached on a day, how much that is, and how late each was.

    Attributes:
        plan: Rencana tonggak.
        as_of: The day; no clock is ever read.
        done: The milestones that are reached, each with its day.
    """

    plan: MilestonePlan
    as_of: date
    done: tuple[tuple[str, date], ...]

    __reduce__ = reduce_by_fields

    @property
    def reached(self) -> Decimal:
        """Tercapai: the shares of what is reached, in percent; a milestone that is half done counts for nothing."""
        known = dict(self.done)
        return _sum(one for one in self.plan.milestones if one.code in known)

    @property
    def planned(self) -> Decimal:
        """Rencana: the shares of what should be reached by the day."""
        return self.plan.planned(self.as_of)

    def delays(self) -> tuple[tuple[Milestone, int | None], ...]:
        """Keterlambatan: each milestone with its signed days of delay; below zero is early, None is not known yet.

        A milestone that is not reached and not due yet, or that has no day, has no delay.
        """
        known = dict(self.done)
        return tuple((one, self._delay(one, known.get(one.code))) for one in self.plan.milestones)

    def _delay(self, one: Milestone, done_on: date | None) -> int | None:
        if one.due is None or (done_on is None and self.as_of <= one.due):
            return None
        return ((done_on or self.as_of) - one.due).days

    def realization(self, code: str, *, period: Period | None = None) -> Realization:
        """Realisasi: the percentage reached, as the realization of an indicator whose target is 100."""
        return Realization(code, self.reached, period=period)

    def check(self) -> Report:
        """Periksa tonggak: days out of the order of the steps, what is or was late, and what was reached too soon."""
        return Report([*self._misplaced(), *self._findings()])

    def _misplaced(self) -> Iterator[Finding]:
        last: Milestone | None = None
        for one in self.plan.milestones:
            if one.due is None:
                continue
            if last is not None and last.due is not None and one.due < last.due:
                told: dict[str, Argument] = {"due": one.due, "before": last.code, "before_due": last.due}
                yield _DUE.at(f"milestones[{one.code}]", code=one.code, **told)
            else:
                last = one

    def _findings(self) -> Iterator[Finding]:
        known = dict(self.done)
        for one, days in self.delays():
            subject, done_on = f"milestones[{one.code}]", known.get(one.code)
            if days is not None and days > 0 and one.due is not None:
                told: dict[str, Argument] = {"code": one.code, "name": one.name, "days": days, "due": one.due}
                if done_on is None:
                    yield _LATE.at(subject, **told)
                else:
                    yield _DONE_LATE.at(subject, done_on=done_on, **told)
        for code, done_on, before in self._out_of_order():
            yield _ORDER.at(f"milestones[{code}]", code=code, done_on=done_on, before=", ".join(before))

    def _out_of_order(self) -> Iterator[tuple[str, date, list[str]]]:
        """What was reached on a day on which something that should come before it was not."""
        known, latest = dict(self.done), date.min
        open_before = False
        for place, one in enumerate(self.plan.milestones):
            done_on = known.get(one.code)
            if done_on is None:
                open_before = True
                continue
            if open_before or done_on < latest:
                before = [
                    each.code for each in self.plan.milestones[:place] if known.get(each.code, date.max) > done_on
                ]
                yield one.code, done_on, before
            latest = max(latest, done_on)

    def rows(self, *, numbers: Numbers = "decimal") -> list[dict[str, Any]]:
        """Baris tonggak: one dict a milestone: ``code``, ``name``, ``share``, ``due``, ``done_on`` and ``days``.

        Args:
            numbers: ``decimal``, or ``text`` to write Decimals and dates as text, which JSON and PHP keep exact.

        Raises:
            InvalidValueError: Another word for ``numbers``.
        """
        form = numbers_form(numbers, "MilestoneStanding.rows.numbers")
        known = dict(self.done)
        rows: list[dict[str, Any]] = [
            {
                "code": one.code,
                "name": one.name,
                "share": one.share,
                "due": one.due,
                "done_on": known.get(one.code),
                "days": days,
            }
            for one, days in self.delays()
        ]
        return in_form(rows, form)

    def table(self, lang: Lang = "id") -> Table:
        """Tabel tonggak: one row a milestone, and below it what is reached and what was planned."""
        require_lang(lang)
        known = dict(self.done)
        rows = [
            (
                one.code,
                one.name,
                format_number(one.share, lang=lang),
                "–" if one.due is None else format_date(one.due, lang),
                format_date(known[one.code], lang) if one.code in known else "",
                "" if days is None else format_number(days, lang=lang),
            )
            for one, days in self.delays()
        ]
        words = Text("Tercapai {reached} %, direncanakan {planned} %", "Reached {reached} %, planned {planned} %")
        return Table(
            Text("Tonggak per {day}", "Milestones as of {day}").render(lang, {"day": self.as_of}),
            [Column(head.render(lang), "right" if at in {2, 5} else "left") for at, head in enumerate(_HEADS)],
            rows,
            notes=[words.render(lang, {"reached": self.reached, "planned": self.planned})],
        )

    def text(self, lang: Lang = "id", *, width: int | None = None) -> str:
        """Teks tonggak: the table for a terminal, 80 columns wide unless another width is given.

        Raises:
            InvalidValueError: Another language, or a width that is not 20 to 1,000.
        """
        return self.table(lang).text(width)

    def _repr_html_(self) -> str:
        return self.table().html()


_HEADS = (
    Text("Kode", "Code"),
    Text("Tonggak", "Milestone"),
    Text("Porsi (%)", "Share (%)"),
    Text("Batas", "Due by"),
    Text("Tercapai", "Reached"),
    Text("Hari terlambat", "Days late"),
)


def _sum(milestones: Iterable[Milestone]) -> Decimal:
    """The shares added up exactly, in their one written form."""
    whole = sum((Fraction(one.share) for one in milestones), Fraction(0))
    return admit(decimal_of_fraction(whole, 6), "Milestone.share")
