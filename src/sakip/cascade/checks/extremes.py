"""Target cacah dan ekstrem: whether enough children aim high enough for a count, a lowest or a highest value."""

from collections.abc import Iterable
from fractions import Fraction
from heapq import nsmallest

from sakip.base.text import Argument, Text, both
from sakip.cascade.case.case import Case
from sakip.cascade.case.check import Check, Hit
from sakip.cascade.checks.basis import arithmetic
from sakip.cascade.checks.comparison import COMPARABLE, contradicts, is_telling, shown
from sakip.cascade.rollup.cells import worse
from sakip.cascade.rollup.rollup import Operand, Rolled
from sakip.cascade.rollup.span import Exact, Span, distance
from sakip.cascade.verdicts.figures import figure, listing

__all__ = ["CHECKS"]

_KINDS = {"count", "minimum", "maximum"}


def _applies(case: Case, parent: int) -> bool:
    return case.target(parent).span is not None and case.kind(parent) in _KINDS


def _infeasible(case: Case, parent: int) -> Iterable[Hit]:
    rolled, own = case.rolled(parent, "target"), case.target(parent)
    if rolled is None or rolled.span is None or own.span is None:
        return (Hit(verdict="skipped", by="CAS308", cell="target"),)
    if not is_telling(case, parent, rolled.kind):
        return (Hit(verdict="skipped", by="CAS106", cell="target"),)
    span = rolled.span.widened(case.tolerance(parent))
    if not worse(span, own.span, case.graph.indicator(parent).polarity):
        return (Hit(verdict="skipped", by="CAS308", cell="target"),) if rolled.missing else ()
    if not contradicts(case, parent, rolled.kind, "target", below=span.below(own.span)):
        return ()
    if rolled.kind != "count":
        return (_extreme(case, parent, rolled, own.span),)
    return (_count(case, parent, rolled, own.span, is_short=span.below(own.span)),)


def _count(case: Case, parent: int, rolled: Rolled, own: Span, *, is_short: bool) -> Hit:
    """Too few that possibly reach the threshold, or too many that certainly do; those that would have to change."""
    possible = 1 if is_short else 0
    reaching = sum(1 for one in rolled.operands if one.meets[possible])
    group, total = case.graph.groups.get(parent), len(rolled.operands)
    aim = (own.low if is_short else own.high) or 0
    wanted = Fraction(aim * total, 100) if group is not None and group.per_hundred else aim
    changing = [one for one in rolled.operands if one.meets[possible] is not is_short]
    nearest = nsmallest(
        _whole(wanted - reaching if is_short else reaching - wanted),
        changing,
        key=lambda one: _distance(case, parent, one),
    )
    threshold: Argument = (
        _OWN if group is None or group.threshold is None else _threshold(case, parent, rolled.operands[0])
    )
    arguments: tuple[tuple[str, Argument], ...] = (
        ("parent", case.graph.text(parent)),
        ("count", reaching),
        ("total", total),
        ("threshold", threshold),
        ("target", shown(case, parent, own, case.target(parent).point)),
        ("unit", case.unit_of(parent)),
        ("nearest", _named(case, nearest)),
    )
    message = None if is_short else _TOO_MANY
    return Hit(arguments, cell="target", nodes=tuple(one.child for one in nearest), message=message)


def _whole(value: Exact) -> int:
    return max(0, -(-Fraction(value) // 1))


def _distance(case: Case, parent: int, one: Operand) -> tuple[Exact, str]:
    """How far a child is from its threshold, on either side; the name settles what is equally far."""
    threshold, own = case.threshold(parent, one.child), one.cell.span
    if threshold is None or own is None:
        return 0, case.graph.text(one.child)
    beyond = distance(one.point, threshold.low) if one.point is not None and threshold.low is not None else 0
    return threshold.gap(own) or beyond, case.graph.text(one.child)


def _threshold(case: Case, parent: int, one: Operand) -> Argument:
    threshold = case.threshold(parent, one.child)
    return "–" if threshold is None else shown(case, one.child, threshold, threshold.low)


def _named(case: Case, children: Iterable[Operand]) -> Text:
    found = list(children)
    return both(
        lambda lang: listing(
            (
                f"{case.graph.text(one.child)} ({figure(one.point, lang, case.graph.indicator(one.child).scale)})"
                for one in found
            ),
            lang,
        )
    )


def _extreme(case: Case, parent: int, rolled: Rolled, own: Span) -> Hit:
    is_low = (rolled.span or own).below(own)
    weaker = [one for one in rolled.operands if (one.span.below(own) if is_low else own.below(one.span))]
    # The lowest is only high enough when all are, and the highest only low enough; else one child is enough, and the
    # nearest is the cheapest.
    if is_low is (rolled.kind == "maximum"):
        weaker = nsmallest(1, weaker, key=lambda one: (own.gap(one.span), case.graph.text(one.child)))
    arguments: tuple[tuple[str, Argument], ...] = (
        ("parent", case.graph.text(parent)),
        ("rolled", shown(case, parent, rolled.span or own, rolled.point)),
        ("target", shown(case, parent, own, case.target(parent).point)),
        ("count", len(weaker)),
        ("total", len(rolled.operands)),
        ("unit", case.unit_of(parent)),
        ("nearest", _named(case, weaker)),
    )
    message = _LOWEST if rolled.kind == "minimum" else _HIGHEST
    return Hit(arguments, cell="target", nodes=tuple(one.child for one in weaker), message=message)


_OWN = Text("targetnya sendiri", "its own target")
_TOO_MANY = Text(
    "Target {parent} {target} {unit}, padahal {count} dari {total} bawahan sudah menargetkan {threshold} atau lebih"
    " baik; yang terdekat: {nearest}",
    "The target of {parent} is {target} {unit}, but {count} of {total} children already aim at {threshold} or better;"
    " the nearest: {nearest}",
)
_LOWEST = Text(
    "Target terendah bawahan {parent} {rolled} {unit}, sedangkan targetnya {target} {unit}; yang perlu diperbaiki:"
    " {nearest}",
    "The lowest target among the children of {parent} is {rolled} {unit}, and its own is {target} {unit}; to be"
    " improved: {nearest}",
)
_HIGHEST = Text(
    "Target tertinggi bawahan {parent} {rolled} {unit}, sedangkan targetnya {target} {unit}; yang perlu diperbaiki:"
    " {nearest}",
    "The highest target among the children of {parent} is {rolled} {unit}, and its own is {target} {unit}; to be"
    " improved: {nearest}",
)

CAS307 = Check(
    "CAS307",
    "infeasible-count-or-extreme",
    "error",
    title=Text("Target cacah atau ekstrem mustahil", "Count or extreme target infeasible"),
    message=Text(
        "Target {parent} {target} {unit}, padahal hanya {count} dari {total} bawahan menargetkan {threshold} atau"
        " lebih baik; yang terdekat: {nearest}",
        "The target of {parent} is {target} {unit}, but only {count} of {total} children aim at {threshold} or better;"
        " the nearest: {nearest}",
    ),
    fix=Text(
        "Sesuaikan target bawahan yang disebut, atau target atasan",
        "Adjust the targets that are named, or the parent's",
    ),
    condition=Text(
        "Target bawahan tidak memungkinkan target atasan: pada count terlalu sedikit yang menargetkan ambangnya, atau "
        "terlalu banyak bila makin sedikit makin baik; pada minimum atau maximum nilai ekstremnya lebih buruk.",
        "The children's targets do not allow for the parent's: of a count too few aim at the threshold, or too many "
        "where fewer are better; of a minimum or a maximum the extreme is worse.",
    ),
    passing=Text(
        "30 perangkat daerah menargetkan 70 ke atas untuk “30 perangkat daerah bernilai 70 ke atas”.",
        "30 offices aim at 70 or more for “30 offices with a score of 70 or more”.",
    ),
    failing=Text(
        "28 dari 31 yang menargetkannya; dua yang terdekat disebut.",
        "28 of 31 aim at it; the two nearest are named.",
    ),
    basis=(arithmetic("cacah dan nilai ekstrem ditentukan anggotanya"),),
    subject="group",
    applies=_applies,
    find=_infeasible,
    after=COMPARABLE,
    explains=("CAS406",),
)

CHECKS: tuple[Check, ...] = (CAS307,)
