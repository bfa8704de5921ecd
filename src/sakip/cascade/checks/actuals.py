"""Gabungan realisasi: whether what the children delivered makes what the parent reports."""

from collections.abc import Iterable

from sakip.base.text import Argument, Text
from sakip.cascade.case import Case
from sakip.cascade.check import Check, Hit
from sakip.cascade.checks.basis import criterion
from sakip.cascade.checks.targets import stated

__all__ = ["CHECKS"]


def _rolls_up_applies(case: Case, parent: int) -> bool:
    return (
        case.has_arithmetic(parent) and case.graph.calc(parent) != "measured" and case.actual(parent).span is not None
    )


def _rolls_up(case: Case, parent: int) -> Iterable[Hit]:
    rolled, own = case.rolled(parent, "actual"), case.actual(parent)
    if rolled is None or not rolled.is_known or rolled.span is None or own.span is None:
        return ()  # not verifiable: CAS403 says so
    span = rolled.span.widened(case.tolerance(parent))
    if span.meets(own.span):
        return ()
    gap = abs(own.point - rolled.point) if own.point is not None and rolled.point is not None else span.gap(own.span)
    arguments: tuple[tuple[str, Argument], ...] = (
        ("parent", case.graph.text(parent)),
        ("actual", stated(own.span, own.point)),
        ("rolled", stated(span, rolled.point)),
        ("gap", gap),
        ("unit", case.unit_of(parent)),
    )
    return (Hit(arguments, cell="actual", nodes=tuple(one.child for one in rolled.operands)),)


CAS401 = Check(
    "CAS401",
    "actual-does-not-roll-up",
    "error",
    title=Text("Realisasi atasan tidak sesuai dengan bawahan", "Actual does not roll up"),
    message=Text(
        "{parent} melaporkan {actual} {unit}, sedangkan realisasi bawahannya menjadi {rolled}: selisih {gap} {unit}",
        "{parent} reports {actual} {unit}, while what its children delivered makes {rolled}: {gap} {unit} apart",
    ),
    fix=Text(
        "Periksa angka yang disarankan repair(), atau dugaan yang tepat menghasilkan angka itu",
        "Look at the cells that repair() proposes, or at the cause that gives exactly this number",
    ),
    basis=(criterion("2.b.5"),),
    criteria=("2.b.5",),
    subject="node",
    applies=_rolls_up_applies,
    find=_rolls_up,
    after=("CAS101", "CAS106", "CAS107", "CAS306", "CAS501", "CAS502", "CAS507"),
)

CHECKS: tuple[Check, ...] = (CAS401,)
