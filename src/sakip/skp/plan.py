"""Rencana SKP: what a person is to deliver in a year, and what is wrong with it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, Union

from attrs import field, frozen

from sakip.base.display import Column, Table
from sakip.base.finding import Finding, Report
from sakip.base.form import Numbers, in_form, numbers_form
from sakip.base.kind import none_or, none_or_day, of_kind, tuple_of
from sakip.base.rebuild import reduce_by_fields
from sakip.base.rule import Rule
from sakip.base.text import Argument, Lang, Text, none_or_text, require_lang
from sakip.errors import InvalidValueError
from sakip.model.agreement import Agreement
from sakip.model.party import Party
from sakip.model.period import Period
from sakip.scoring.tabulation import plain
from sakip.scoring.wording import value_text
from sakip.skp.item import SkpItem

__all__ = ["RULES", "SkpPlan"]

_NO_MAIN = Rule("SKP-NO-MAIN", "error", Text("SKP tidak memuat kinerja utama", "The SKP holds no main performance"))
_TWICE = Rule(
    "SKP-TWICE", "error", Text("Indikator {code} ada {count} kali", "Indicator {code} stands in it, times: {count}")
)
_NO_TARGET = Rule(
    "SKP-NO-TARGET",
    "warning",
    Text("{result} tidak punya indikator dan target", "{result} has no indicator and no target"),
)
_NO_SUPPORT = Rule(
    "SKP-NO-SUPPORT",
    "warning",
    Text(
        "{result} tidak menyebut indikator atasan yang didukungnya",
        "{result} names no indicator of the superior that it supports",
    ),
)
_UNKNOWN = Rule(
    "SKP-SUPPORT-UNKNOWN",
    "error",
    Text(
        "{result} mendukung {supports}, yang tidak dijanjikan {superior}",
        "{result} supports {supports}, which {superior} does not promise",
    ),
)
_OTHER_SUPERIOR = Rule(
    "SKP-OTHER-SUPERIOR",
    "error",
    Text(
        "{given} bukan atasan dalam SKP ini; atasannya {superior}",
        "{given} is not the superior of this SKP, who is {superior}",
    ),
)
_OTHER_PERIOD = Rule(
    "SKP-OTHER-PERIOD",
    "error",
    Text(
        "SKP untuk {period} di luar {given} yang dijanjikan atasan",
        "the SKP of {period} lies outside {given}, for which the superior promised",
    ),
)
_LATE = Rule(
    "SKP-LATE",
    "warning",
    Text("SKP ditetapkan {day}, setelah batasnya {last}", "The SKP was set on {day}, after its deadline of {last}"),
)
_NO_ASSIGNMENT = Rule(
    "SKP-NO-ASSIGNMENT",
    "note",
    Text("Tugas tambahan {result} tanpa surat penugasan", "The additional task {result} has no assignment"),
)
RULES = (
    _NO_MAIN,
    _TWICE,
    _NO_TARGET,
    _NO_SUPPORT,
    _UNKNOWN,
    _OTHER_SUPERIOR,
    _OTHER_PERIOD,
    _LATE,
    _NO_ASSIGNMENT,
)
"""Aturan rencana SKP: every finding of `SkpPlan.check`."""
_KINDS = {"main": Text("utama", "main"), "additional": Text("tambahan", "additional")}


def _position(value: Party) -> Party:
    return of_kind(Party, value, "SkpPlan.position", "Party('Kepala Seksi', office='Dinas Kesehatan')")


def _period(value: Period) -> Period:
    return of_kind(Period, value, "SkpPlan.period", "Period.year(2024)")


def _items(value: Iterable[SkpItem]) -> tuple[SkpItem, ...]:
    return tuple_of(SkpItem, value, "SkpPlan.items", "SkpItem('Layanan meningkat', kind='main')")


def _superior(value: Party | None) -> Party | None:
    return none_or(Party, value, "SkpPlan.superior", "Party('Kepala Dinas Kesehatan')")


def _agreement(value: str | None) -> str | None:
    return none_or_text(value, "SkpPlan.agreement")


def _signed_on(value: date | None) -> date | None:
    return none_or_day(value, "SkpPlan.signed_on")


def _since(value: date | None) -> date | None:
    return none_or_day(value, "SkpPlan.since")


@frozen
class SkpPlan:
    """Rencana SKP: the results that who holds a position is to deliver in a period.

    Attributes:
        position: Jabatan; the person is in no text.
        period: The year or the part of it that is planned for.
        items: Butir SKP, main performance and additional tasks.
        superior: Atasan, who also rates; None for who has none.
        agreement: Code of the agreement that the main performance comes from, where there is one.
        signed_on: Day on which it was set.
        since: Day on which who moved into the position began; the rest of the period is then planned for.

    Raises:
        InvalidValueError: A field of another kind, or a beginning outside the period; what is merely missing or wrong
            is a finding of `check`.

    Reference: PermenPANRB 6/2022 (memory); PermenPANRB 8/2021, lampiran hlm. 52 dan 58 (read), on the end of January.

    Examples:
        >>> from sakip.skp import skp_plan
        >>> from sakip.testing import example_agreement
        >>> plan = skp_plan(example_agreement(), signed_on=date(2025, 3, 5))
        >>> plan.check().codes()
        ('SKP-LATE', 'SKP-NO-SUPPORT')
    """

    position: Party = field(converter=_position)
    period: Period = field(converter=_period, kw_only=True)
    items: tuple[SkpItem, ...] = field(converter=_items, kw_only=True)
    superior: Party | None = field(default=None, converter=_superior, kw_only=True)
    agreement: str | None = field(default=None, converter=_agreement, kw_only=True)
    signed_on: date | None = field(default=None, converter=_signed_on, kw_only=True)
    since: date | None = field(default=None, converter=_since, kw_only=True)

    __reduce__ = reduce_by_fields

    def __attrs_post_init__(self) -> None:
        if self.since is not None and not self.period.contains(self.since):
            raise InvalidValueError(
                code="day-outside",
                path="SkpPlan.since",
                value=self.since,
                problem=(f"hari itu di luar periode {self.period.code}", f"the day lies outside {self.period.code}"),
                way_out=(
                    "Tulis hari mulai menjabat dalam periode itu",
                    "Write a day of the period",
                ),
            )

    @property
    def main(self) -> tuple[SkpItem, ...]:
        """Kinerja utama: the items that come from the position."""
        return tuple(item for item in self.items if item.kind == "main")

    @property
    def additional(self) -> tuple[SkpItem, ...]:
        """Tugas tambahan: the items beside it."""
        return tuple(item for item in self.items if item.kind == "additional")

    def check(self, superior: Union[Agreement, "SkpPlan", None] = None) -> Report:
        """Periksa rencana SKP: what is missing, late or cannot be, and whether it supports what the superior promised.

        Args:
            superior: The agreement or the SKP of the superior; without one the codes that are supported are not looked
                up.

        Raises:
            InvalidValueError: Something else.
        """
        if superior is not None and not isinstance(superior, (Agreement, SkpPlan)):
            raise InvalidValueError(
                code="wrong-kind",
                path="SkpPlan.check.superior",
                value=superior,
                problem=("bukan Agreement atau SkpPlan", "neither an Agreement nor a SkpPlan"),
                way_out=("Berikan perjanjian atau SKP atasan", "Give the agreement or the SKP of the superior"),
            )
        return Report([*self._own(), *(() if superior is None else self._beside(superior))])

    def _own(self) -> Iterator[Finding]:
        subject = self._subject()
        if not self.main:
            yield _NO_MAIN.at(subject)
        last = date(self.period.first_day.year, 1, 31)
        if self.signed_on is not None and self._begins_the_year() and self.signed_on > last:
            yield _LATE.at(subject, day=self.signed_on, last=last)
        counts = Counter(item.code for item in self.items if item.code is not None)
        for code, count in counts.items():
            if count > 1:
                yield _TWICE.at(subject, code=code, count=count)
        for place, item in self._placed():
            if item.target is None:
                yield _NO_TARGET.at(place, result=item.result)
            if item.kind == "additional" and item.assignment is None:
                yield _NO_ASSIGNMENT.at(place, result=item.result)
            if item.kind == "main" and item.supports is None and self.superior is not None:
                yield _NO_SUPPORT.at(place, result=item.result)

    def _begins_the_year(self) -> bool:
        # The deadline is of the calendar year; whoever starts later has no day that a rule names.
        first = self.period.first_day if self.since is None else self.since
        return (first.month, first.day) == (1, 1)

    def _beside(self, superior: Union[Agreement, "SkpPlan"]) -> Iterator[Finding]:
        holder = superior.first_party if isinstance(superior, Agreement) else superior.position
        if self.superior is not None and holder.identity != self.superior.identity:
            yield _OTHER_SUPERIOR.at(self._subject(), given=holder.position, superior=self.superior.position)
        if not superior.period.contains(self.period):
            yield _OTHER_PERIOD.at(self._subject(), period=_label(self.period), given=_label(superior.period))
        promised = superior.targets if isinstance(superior, Agreement) else superior.items
        codes = {one.code for one in promised}
        for place, item in self._placed():
            if item.supports is not None and item.supports not in codes:
                yield _UNKNOWN.at(place, result=item.result, supports=item.supports, superior=holder.position)

    def _placed(self) -> Iterator[tuple[str, SkpItem]]:
        for at, item in enumerate(self.items):
            yield f"{self._subject()}.items[{item.code or at}]", item

    def _subject(self) -> str:
        return f"skp[{' / '.join(filter(None, self.position.identity))}, {self.period.code}]"

    def rows(self, *, numbers: Numbers = "decimal") -> list[dict[str, Any]]:
        """Baris SKP: one dict an item, for data frames, JSON and PHP.

        Its keys are ``position``, ``period``, ``since``, ``kind``, ``result``, ``code``, ``indicator``, ``target``,
        ``unit``, ``polarity``, ``supports`` and ``assignment`` (None where there is none).

        Args:
            numbers: ``decimal``, or ``text`` to write every Decimal and date as text, which JSON and PHP keep exact.

        Raises:
            InvalidValueError: Another word for ``numbers``.
        """
        form = numbers_form(numbers, "SkpPlan.rows.numbers")
        return in_form([self._row(item) for item in self.items], form)

    def _row(self, item: SkpItem) -> dict[str, Any]:
        target = item.target
        return {
            "position": self.position.position,
            "period": self.period.code,
            "since": self.since,
            "kind": item.kind,
            "result": item.result,
            "code": item.code,
            "indicator": None if target is None else target.indicator.name,
            "target": None if target is None else plain(target.value),
            "unit": None if target is None else target.indicator.unit,
            "polarity": None if target is None else target.indicator.polarity,
            "supports": item.supports,
            "assignment": None if item.assignment is None else item.assignment.text(),
        }

    def table(self, lang: Lang = "id") -> Table:
        """Tabel SKP: one row an item."""
        require_lang(lang)
        return Table(
            title=self._title(lang),
            columns=[Column(head.render(lang), "right" if head is _TARGET else "left") for head in _HEADS],
            rows=[_cells(item, lang) for item in self.items],
        )

    def _title(self, lang: Lang) -> str:
        of: dict[str, Argument] = {"position": self.position.position, "period": _label(self.period)}
        return _TITLE.render(lang, of) if self.since is None else _FROM.render(lang, {**of, "since": self.since})

    def text(self, lang: Lang = "id", *, width: int | None = None) -> str:
        """Teks SKP: the table for a terminal, 80 columns wide unless another width is given.

        Raises:
            InvalidValueError: Another language, or a width that is not 20 to 1,000.
        """
        return self.table(lang).text(width)

    def _repr_html_(self) -> str:
        return self.table().html()


_TITLE = Text("SKP {position}, {period}", "SKP of {position}, {period}")
_FROM = Text("SKP {position}, {period}, sejak {since}", "SKP of {position}, {period}, from {since}")
_TARGET = Text("Target", "Target")
_HEADS = (
    Text("Kinerja", "Performance"),
    Text("Rencana hasil kerja", "Planned result"),
    Text("Indikator", "Indicator"),
    _TARGET,
    Text("Mendukung", "Supports"),
)


def _cells(item: SkpItem, lang: Lang) -> tuple[str, ...]:
    target = item.target
    return (
        _KINDS[item.kind].render(lang),
        item.result,
        "–" if target is None else target.indicator.name,
        "–" if target is None else value_text(target.value, target.indicator.unit, lang),
        item.supports or "",
    )


def _label(period: Period) -> Text:
    return Text.literal(period.label("id"), period.label("en"))
