"""Pertanggungjawaban: what each official of a position answers for in a year."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from attrs import frozen

from sakip.base.display import Column, Table
from sakip.base.kind import of_kind, tuple_of
from sakip.base.likeness import unknown_code
from sakip.base.notation import format_date, format_number
from sakip.base.rebuild import reduce_by_fields
from sakip.base.text import Lang, Text, require_lang
from sakip.lifecycle.portion import Portion, outside, own_by_period, portion
from sakip.lifecycle.succession import Stretch, Succession
from sakip.lifecycle.transfer import require_sound
from sakip.model.agreement import Agreement
from sakip.model.indicator import Level
from sakip.model.period import Period, PeriodKind
from sakip.model.realization import Realization
from sakip.model.target import Target

__all__ = ["Accountability", "Charge", "accountability"]


@frozen
class Charge:
    """Tanggung jawab: what whoever held the position on certain days answers for.

    A period belongs to whoever holds the position on its last day, since that is who reports it.

    Attributes:
        stretch: The days, and the tenure of these days; None in it where nobody held the position.
        portions: Bagian of each target, in the order of the agreement; without periods where none ended in these days.
        shared: Periods of these portions that began under somebody else.
    """

    stretch: Stretch
    portions: tuple[Portion, ...]
    shared: tuple[Period, ...]

    __reduce__ = reduce_by_fields


@frozen
class Accountability:
    """Pertanggungjawaban: a year of one agreement, parted among those who held the position of its first party.

    Attributes:
        agreement: The agreement.
        charges: Tanggung jawab, in the order of the days; together they are the year.

    Examples:
        >>> from sakip import Agreement, Indicator, Objective, Party, Period, Realization, Target, Tenure
        >>> from sakip.lifecycle import Succession, accountability, joined
        >>> head = Party("Camat")
        >>> wells = Indicator("IKU-2", "Jumlah sumur", polarity="maximize", consolidation="sum")
        >>> water = Objective("Air bersih tersedia", [Target(wells, 100)])
        >>> agreement = Agreement("PK-1", year=2024, first_party=head, objectives=[water])
        >>> succession = Succession(
        ...     [
        ...         Tenure(head, "Contoh A", starts=date(2023, 3, 1), ends=date(2024, 8, 14)),
        ...         Tenure(head, "Contoh B", kind="Plt", starts=date(2024, 8, 15)),
        ...     ]
        ... )
        >>> facts = [Realization("IKU-2", 25, period=quarter) for quarter in Period.year(2024).parts("quarter")]
        >>> answers = accountability(agreement, facts, succession)
        >>> [str(part.delivered) for part in answers.portions("IKU-2")], joined(answers.portions("IKU-2")).delivered
        (['50', '50'], Fraction(100, 1))
        >>> [period.code for period in answers.charges[1].shared]
        ['2024-Q3']
    """

    agreement: Agreement
    charges: tuple[Charge, ...]

    __reduce__ = reduce_by_fields

    def portions(self, code: str) -> tuple[Portion, ...]:
        """Bagian sebuah target: the portion of each charge, in the order of the days; `joined` adds them up.

        Raises:
            UnknownCodeError: The agreement has no such target; the error names those that look like it.
        """
        codes = [target.code for target in self.agreement.targets]
        if code not in codes:
            problem = ("perjanjian ini tidak punya target itu", "the agreement has no such target")
            raise unknown_code(code, codes, code="unknown-code", path="Accountability.portions", problem=problem)
        at = codes.index(code)
        return tuple(charge.portions[at] for charge in self.charges)

    def rows(self, lang: Lang = "id") -> list[dict[str, Any]]:
        """Baris pertanggungjawaban: one dict a target of each charge, with exact numbers as text; never the person.

        Its keys are ``kind`` (of the tenure, or None), ``first_day``, ``last_day``, ``code``, ``periods``, ``shared``
        (codes of periods), ``planned``, ``delivered`` and ``reason`` (a code, or None).

        Raises:
            InvalidValueError: An unknown language.
        """
        require_lang(lang)
        return [
            {
                "kind": None if charge.stretch.tenure is None else charge.stretch.tenure.kind,
                "first_day": charge.stretch.first_day,
                "last_day": charge.stretch.last_day,
                "code": part.code,
                "periods": [period.code for period in part.periods],
                "shared": [period.code for period in part.periods if period in charge.shared],
                "planned": None if part.planned is None else str(part.planned),
                "delivered": None if part.delivered is None else _plain(part.delivered),
                "reason": None if part.reason is None else part.reason.code,
            }
            for charge in self.charges
            for part in charge.portions
        ]

    def table(self, lang: Lang = "id") -> Table:
        """Tabel pertanggungjawaban: one row a target of each charge; never the person."""
        require_lang(lang)
        shared = any(charge.shared for charge in self.charges)
        return Table(
            title=_TITLE.render(lang, {"code": self.agreement.code}),
            columns=[Column(head.render(lang), "right" if at > 2 else "left") for at, head in enumerate(_HEADS)],
            rows=[
                (
                    charge.stretch.text(lang) if at == 0 else "",
                    part.code,
                    _periods(part.periods, charge.shared, lang),
                    _written(part.planned, lang),
                    _written(part.delivered, lang) if part.reason is None else part.reason.text(lang),
                )
                for charge in self.charges
                for at, part in enumerate(charge.portions)
            ],
            notes=[_SHARED.render(lang)] if shared else [],
        )

    def text(self, lang: Lang = "id", *, width: int | None = None) -> str:
        """Teks pertanggungjawaban: the table for a terminal, 80 columns wide unless another width is given.

        Raises:
            InvalidValueError: Another language, or a width that is not 20 to 1,000.
        """
        return self.table(lang).text(width)

    def _repr_html_(self) -> str:
        return self.table().html()


_TITLE = Text("Pertanggungjawaban {code}", "Accountability of {code}")
_HEADS = (
    Text("Pejabat", "Official"),
    Text("Kode", "Code"),
    Text("Periode", "Periods"),
    Text("Target", "Target"),
    Text("Realisasi", "Realization"),
)
_SHARED = Text(
    "* dimulai di bawah pejabat sebelumnya; dihitung pada pejabat di hari terakhirnya",
    "* begun under the official before; counted for the official of its last day",
)


def _periods(periods: Sequence[Period], shared: Sequence[Period], lang: Lang) -> str:
    return ", ".join(f"{period.label(lang)}{'*' if period in shared else ''}" for period in periods) or "–"


def _written(value: Fraction | Level | date | None, lang: Lang) -> str:
    if value is None:
        return "–"
    if isinstance(value, Fraction):
        return format_number(value, lang=lang)
    return value.name if isinstance(value, Level) else format_date(value, lang)


def _plain(value: Fraction | Level | date) -> str:
    return value.name if isinstance(value, Level) else str(value)


def accountability(
    agreement: Agreement,
    realizations: Iterable[Realization],
    succession: Succession,
) -> Accountability:
    """Pertanggungjawaban: part a year among those who held the position of the agreement's first party.

    Args:
        agreement: The agreement.
        realizations: What was delivered in the year.
        succession: Who held which position.

    Raises:
        InputError: The agreement and its data have blocking findings; the error carries the whole report.
        InvalidValueError: An argument of another kind.
    """
    of_kind(Agreement, agreement, "accountability.agreement", "Agreement('PK-1', year=2025, first_party=..., ...)")
    given = tuple_of(Realization, realizations, "accountability.realizations", "Realization('IKU-1', 80)")
    of_kind(Succession, succession, "accountability.succession", "Succession([Tenure(...)])")
    require_sound(agreement, given)
    owned = [_owned(target, given, agreement.period) for target in agreement.targets]
    stretches = succession.stretches(agreement.first_party, agreement.period)
    return Accountability(agreement, tuple(_charge(stretch, owned) for stretch in stretches))


_Owned = tuple[Target, Mapping[Period, Realization], tuple[Period, ...], tuple[Period, ...]]


def _owned(target: Target, given: Sequence[Realization], year: Period) -> _Owned:
    """A target with its realizations, its periods, and what was reported for others than these.

    Its periods are the year where that was measured as a whole, else those planned, else those reported.
    """
    reported = own_by_period(target, given, year)
    if year in reported or not (reported or target.trajectory):
        return target, reported, (year,), ()
    kinds: set[PeriodKind] = {period.kind for period in reported}
    planned = target.trajectory.periods
    if not planned and len(kinds) == 1:
        planned = year.parts(kinds.pop())
    return target, reported, planned, tuple(sorted(period for period in reported if period not in planned))


def _charge(stretch: Stretch, owned: Sequence[_Owned]) -> Charge:
    parts = [_part(stretch, *each) for each in owned]
    shared = {at for part in parts for at in part.periods if at.first_day < stretch.first_day}
    return Charge(stretch, tuple(parts), tuple(sorted(shared)))


def _part(
    stretch: Stretch,
    target: Target,
    reported: Mapping[Period, Realization],
    planned: tuple[Period, ...],
    strangers: tuple[Period, ...],
) -> Portion:
    astray = [period for period in strangers if stretch.covers(period.last_day)]
    if astray:
        return outside(target, astray)
    return portion(target, reported, [period for period in planned if stretch.covers(period.last_day)])
