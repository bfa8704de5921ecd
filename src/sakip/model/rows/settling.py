"""Menyelesaikan: what several rows say of one period is said once, or by none of them where they differ."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TypeVar

from sakip.base.finding import Finding
from sakip.base.rule import Rule
from sakip.base.text import Text, both
from sakip.model.period import Period
from sakip.model.rows.delivering import REPORT, Delivered, Gathered, Planned
from sakip.model.rows.layout import label_of
from sakip.model.rows.showing import told_apart

__all__ = ["RULES", "TWICE", "apart", "settle"]

DISPUTED = Rule(
    "ROW-DISPUTED",
    "error",
    Text(
        "{field} {key} untuk {period} di sini {here}, tetapi {there} pada baris {other}, jadi tidak satu pun dipakai;"
        " sisakan satu",
        "{field} of {key} for {period} is {here} here but {there} in row {other}, so neither is used; keep one",
    ),
)
TWICE = Rule(
    "ROW-TWICE",
    "warning",
    Text(
        "Baris ini mengulang baris {first} dan tidak dihitung lagi; hapus salah satunya",
        "This row repeats row {first} and is not counted again; remove one of them",
    ),
)
RULES: tuple[Rule, ...] = (DISPUTED, TWICE)

One = TypeVar("One")
_YEAR = Text("setahun", "the year")
_FIELDS = ("value", *REPORT)


def apart(items: Sequence[One], read: Callable[[One], object]) -> list[tuple[One, One]]:
    """Yang berbeda: each item with the first one in which something else is read; nothing where all say the same.

    Which of two is meant nobody can know, so what holds of one holds of all.

    Examples:
        >>> apart(["a", "b", "a"], str.upper), apart(["a", "A"], str.upper)
        ([('a', 'b'), ('b', 'a'), ('a', 'b')], [])
    """
    if not items:
        return []
    first, *others = items
    said = read(first)
    other = next((item for item in others if read(item) != said), None)
    return [] if other is None else [(item, first if read(item) != said else other) for item in items]


def settle(known: Gathered) -> Iterator[Finding]:
    """Selesaikan: keep one number for each period of an indicator, and none where its rows differ.

    Args:
        known: The indicator with everything that its rows say; what is said twice or in dispute is taken out of it.
    """
    if len(known.planned) > 1 and len({one.period for one in known.planned}) < len(known.planned):
        known.planned, found = _planned(known.planned)
        yield from found
    if len(known.delivered) < 2:
        return
    year = Period.year(known.first.said["year"])
    if len({one.period_in(year) for one in known.delivered}) < len(known.delivered):
        known.delivered, found = _delivered(known.delivered, year)
        yield from found


def _planned(given: list[Planned]) -> tuple[list[Planned], list[Finding]]:
    kept: list[Planned] = []
    findings: list[Finding] = []
    for period, steps in _by(lambda one: one.period, given):
        differing = apart(steps, lambda one: one.value)
        kept += [] if differing else steps[:1]
        findings += (_disputed(one, "trajectory", period, (one.value, other.value), other) for one, other in differing)
    return kept, findings


def _delivered(given: list[Delivered], year: Period) -> tuple[list[Delivered], list[Finding]]:
    said_by = Counter(id(one.entry) for one in given)
    kept: list[Delivered] = []
    again: list[tuple[Delivered, Delivered]] = []
    findings: list[Finding] = []
    for period, reports in _by(lambda one: one.period_in(year), given):
        name = next((name for name in _FIELDS if apart(reports, partial(_said, name))), None)
        if name is None:
            # Of rows that say the same the one is kept that says most beside it, whichever comes first.
            first = max(reports, key=lambda one: said_by[id(one.entry)])
            kept.append(first)
            again += [(one, first) for one in reports if one is not first]
        else:
            differing = apart(reports, partial(_said, name))
            findings += (
                _disputed(one, name, period, (_said(name, one), _said(name, other)), other) for one, other in differing
            )
    heard = {id(one.entry) for one in given} - {id(one.entry) for one, _ in again}
    heard |= {id(one.entry) for one in kept}
    silent = {id(one.entry): (one, first) for one, first in again if id(one.entry) not in heard}
    findings += (
        one.entry.finding(TWICE, one.entry.key_field, first=first.entry.number) for one, first in silent.values()
    )
    return kept, findings


def _by(period_of: Callable[[One], Period | None], items: Iterable[One]) -> list[tuple[Period | None, list[One]]]:
    groups: dict[Period | None, list[One]] = {}
    for item in items:
        groups.setdefault(period_of(item), []).append(item)
    return [*groups.items()]


def _said(name: str, one: Delivered) -> object:
    return getattr(one.realization, name)


def _disputed(
    one: Planned | Delivered, name: str, period: Period | None, said: tuple[object, object], other: Planned | Delivered
) -> Finding:
    here, there = told_apart(*said)
    field = "realization" if name == "value" else name
    column = one.column if field in {"trajectory", "realization"} else one.entry.column(field)
    return one.entry.finding(
        DISPUTED,
        field,
        column,
        field=label_of(field),
        key=one.entry.code or "",
        period=_YEAR if period is None else both(period.label),
        here=here,
        there=there,
        other=other.entry.number,
    )
