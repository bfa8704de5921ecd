"""Tercapai atau tidak: parents whose result says the opposite of what all their children say."""

from collections.abc import Iterable

from sakip.base.text import Argument, Text
from sakip.cascade.case.case import Case
from sakip.cascade.case.check import Check, Hit
from sakip.cascade.checks.basis import HOUSE, M89
from sakip.cascade.checks.comparison import COMPARABLE, named, shown
from sakip.cascade.rollup.span import tidy

__all__ = ["CHECKS"]


def _children(case: Case, parent: int) -> tuple[int, ...]:
    """The children by any kind of link, each once; additional tasks lie outside the cascade."""
    graph = case.graph
    return tuple(child for child in dict.fromkeys(graph.children(parent)) if graph.role(child) != "additional")


def _is_judged(case: Case, parent: int) -> bool:
    """Whether parent and children are all known to have met their targets of the year, or not to have."""
    if case.through is not None or not case.graph.incoming[parent] or case.met(parent) is None:
        return False
    children = _children(case, parent)
    return bool(children) and all(case.met(child) is not None for child in children)


def _arguments(case: Case, parent: int, children: tuple[int, ...]) -> tuple[tuple[str, Argument], ...]:
    promised, delivered = case.target(parent), case.value(parent)
    assert promised.span is not None
    assert delivered.span is not None
    return (
        ("parent", case.graph.text(parent)),
        ("count", len(children)),
        ("names", named(case, children)),
        ("actual", shown(case, parent, delivered.span, delivered.point)),
        ("target", shown(case, parent, promised.span, promised.point)),
        ("unit", case.unit_of(parent)),
    )


def _missed_alone(case: Case, parent: int) -> Iterable[Hit]:
    children = _children(case, parent)
    if case.met(parent) or not all(case.met(child) for child in children):
        return ()
    arguments = _arguments(case, parent, children)
    planned, made = case.rolled(parent, "target"), case.rolled(parent, "actual")
    own, promised = case.value(parent).point, case.target(parent).point
    points = None if planned is None or made is None else (planned.point, made.point)
    if points is None or points[0] is None or points[1] is None or own is None or promised is None:
        return (Hit(arguments, cell="actual", nodes=children),)
    split: tuple[tuple[str, Argument], ...] = (
        ("planning", tidy(points[0] - promised)),
        ("performance", tidy(points[1] - points[0])),
        ("reporting", tidy(own - points[1])),
    )
    return (Hit((*arguments, *split), cell="actual", nodes=children, message=_SPLIT),)


_SPLIT = Text(
    "Semua {count} bawahan {parent} mencapai targetnya, tetapi {parent} tidak ({actual} dari {target} {unit})."
    " Andilnya: perencanaan {planning}, kinerja bawahan {performance}, pelaporan {reporting}",
    "All {count} children of {parent} met their targets, but {parent} did not ({actual} against {target} {unit}). Its"
    " parts: planning {planning}, performance of the children {performance}, reporting {reporting}",
)

CAS406 = Check(
    "CAS406",
    "all-children-met-parent-missed",
    "warning",
    title=Text("Semua bawahan tercapai, atasan tidak", "All children met, parent missed"),
    message=Text(
        "Semua {count} bawahan {parent} mencapai targetnya, tetapi {parent} tidak ({actual} dari {target} {unit}): yang"
        " dikerjakan bawahan tidak cukup menghasilkannya",
        "All {count} children of {parent} met their targets, but {parent} did not ({actual} against {target} {unit}):"
        " what the children do does not suffice to bring it about",
    ),
    fix=Text(
        "Susun ulang target bawahan; pada tautan dukungan, uji kembali hubungan sebab akibatnya",
        "Plan the targets below anew; where links only support, question the chain of cause and effect",
    ),
    condition=Text(
        "Semua bawahan, lewat tautan jenis apa pun, mencapai targetnya, tetapi atasannya tidak. Untuk setahun "
        "penuh; tugas tambahan tidak dihitung.",
        "All children, by links of any kind, met their targets, but the parent did not. For the whole year; "
        "additional tasks do not count.",
    ),
    passing=Text(
        "Salah satu bawahan juga meleset.",
        "One of the children missed as well.",
    ),
    failing=Text(
        "Target 40, 35 dan 25 tercapai tepat, dan atasan 100 dari 105: seluruh selisihnya dari perencanaan.",
        "Targets of 40, 35 and 25 met exactly, and the parent 100 of 105: the whole gap is planning.",
    ),
    basis=(M89,),
    subject="node",
    applies=_is_judged,
    find=_missed_alone,
    after=COMPARABLE,
)


def _met_alone(case: Case, parent: int) -> Iterable[Hit]:
    children = _children(case, parent)
    if len(children) < 2 or not case.met(parent) or any(case.met(child) for child in children):
        return ()
    return (Hit(_arguments(case, parent, children), cell="actual", nodes=children),)


CAS407 = Check(
    "CAS407",
    "no-child-met-parent-achieved",
    "warning",
    title=Text("Semua bawahan gagal, atasan tercapai", "No child met, parent achieved"),
    message=Text(
        "Tidak satu pun dari {count} bawahan {parent} mencapai targetnya, tetapi {parent} tercapai ({actual} dari"
        " {target} {unit})",
        "None of the {count} children of {parent} met its target, yet {parent} did ({actual} against {target} {unit})",
    ),
    fix=Text(
        "Periksa apakah target bawahan terlalu tinggi atau target atasan terlalu rendah",
        "See whether the targets below are too high or the parent's too low",
    ),
    condition=Text(
        "Dua bawahan atau lebih, dan tidak satu pun mencapai targetnya, tetapi atasannya tercapai.",
        "Two children or more, none of which met its target, but the parent did.",
    ),
    passing=Text(
        "Salah satu bawahan tercapai.",
        "One of the children met its target.",
    ),
    failing=Text(
        "78 dari 80, 85 dari 90 dan 47 dari 50 (ribu), sedangkan atasan 210 dari target 200.",
        "78 of 80, 85 of 90 and 47 of 50 (thousand), while the parent has 210 of 200.",
    ),
    basis=(HOUSE, M89),
    subject="node",
    applies=_is_judged,
    find=_met_alone,
    after=COMPARABLE,
)

CHECKS: tuple[Check, ...] = (CAS406, CAS407)
