"""Gabungan target: whether what the children promise carries what the parent promises."""

from collections.abc import Iterable

from sakip.base.text import Argument, Text
from sakip.cascade.case import Case
from sakip.cascade.check import Check, Hit
from sakip.cascade.cells import worse
from sakip.cascade.checks.basis import M89, criterion
from sakip.cascade.span import Exact, Span

__all__ = ["CHECKS"]


def stated(span: Span, point: Exact | None) -> Argument:
    """Angka untuk kalimat: the stated number, else the end or the span that is known."""
    if point is not None:
        return point
    if span.low is None or span.high is None or span.low == span.high:
        return span.low if span.low is not None else span.high if span.high is not None else ""
    return Text.literal(f"{span.low} … {span.high}")


def _under_commit_applies(case: Case, parent: int) -> bool:
    return case.has_arithmetic(parent) and case.target(parent).span is not None and case.kind(parent) != "same"


def _under_commit(case: Case, parent: int) -> Iterable[Hit]:
    rolled = case.rolled(parent, "target")
    if rolled is None or rolled.span is None:
        return (Hit(verdict="unknown", cell="target"),)
    own, polarity = case.target(parent), case.graph.indicator(parent).polarity
    assert own.span is not None
    span = rolled.span.widened(case.tolerance(parent))
    if not worse(span, own.span, polarity):
        return ()
    apart = case.coverage(parent) == "subset" and _has_no_other(case, parent)
    gap = _gap(rolled.point, own.point, span, own.span)
    arguments: tuple[tuple[str, Argument], ...] = (
        ("parent", case.graph.text(parent)),
        ("rolled", stated(span, rolled.point)),
        ("target", stated(own.span, own.point)),
        ("gap", gap),
        ("unit", case.unit_of(parent)),
    )
    if apart:
        return (Hit(arguments, cell="target", severity="note", message=_OUTSIDE),)
    return (Hit(arguments, cell="target", nodes=tuple(one.child for one in rolled.operands)),)


def _has_no_other(case: Case, parent: int) -> bool:
    group = case.graph.groups.get(parent)
    return group is None or group.other is None


def _gap(one: Exact | None, other: Exact | None, span: Span, own: Span) -> Exact:
    return abs(other - one) if one is not None and other is not None else span.gap(own)


_OUTSIDE = Text(
    "Bawahan {parent} menjanjikan {rolled} {unit} dari {target}; {gap} {unit} sisanya di luar kaskade",
    "The children of {parent} promise {rolled} {unit} of {target}; the other {gap} {unit} lie outside the cascade",
)

CAS301 = Check(
    "CAS301",
    "child-under-commit",
    "error",
    title=Text("Janji bawahan tidak menutup target atasan", "Children promise too little"),
    message=Text(
        "Bawahan {parent} bersama-sama menjanjikan {rolled} {unit}, sedangkan targetnya {target}: kurang {gap} {unit}",
        "The children of {parent} promise {rolled} {unit} together, and its target is {target}: {gap} {unit} too little",
    ),
    fix=Text(
        "Naikkan target bawahan sebesar kekurangannya, atau nyatakan bagian di luar kaskade dalam Group.other",
        "Raise the targets below by what is lacking, or state what lies outside the cascade in Group.other",
    ),
    basis=(criterion("1.b.8"), M89),
    criteria=("1.b.8",),
    subject="node",
    applies=_under_commit_applies,
    find=_under_commit,
    after=("CAS101", "CAS106", "CAS107", "CAS306", "CAS308", "CAS501", "CAS502", "CAS507"),
)

CHECKS: tuple[Check, ...] = (CAS301,)
