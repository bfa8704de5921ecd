"""Gabungan rasio: percentages that are averaged, added or compared although their denominators differ."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from sakip.base.finding import Severity
from sakip.base.text import Argument, Text
from sakip.cascade.case.case import Case
from sakip.cascade.case.check import Check, Hit
from sakip.cascade.checks.basis import arithmetic, criterion
from sakip.cascade.checks.comparison import COMPARABLE, is_ratio, named, shown
from sakip.cascade.names.naming import folded
from sakip.cascade.rollup.cells import Parts
from sakip.cascade.rollup.rollup import Operand, Rolled, pooled, roll
from sakip.cascade.rollup.side import Side
from sakip.cascade.rollup.span import Exact, distance, tidy

__all__ = ["CHECKS"]


def _pooled(case: Case, parent: int, side: Side) -> tuple[Rolled, Parts] | None:
    """A pool whose numerators and denominators are all known."""
    rolled = case.rolled(parent, side) if case.kind(parent) == "pool" else None
    parts = None if rolled is None or rolled.missing or not rolled.operands else pooled(rolled.operands)
    return None if rolled is None or parts is None else (rolled, parts)


def _is_uneven(case: Case, parent: int, side: Side) -> bool:
    """Whether it makes a difference if ratios are averaged or pooled."""
    if case.kind(parent) == "pool" and case.graph.component[parent] >= 0:
        return True  # skipped, and the ledger says by which check
    found = None if case.cell(parent, side).span is None else _pooled(case, parent, side)
    return found is not None and len({one.share * _denominator(one) for one in found[0].operands}) > 1


def _denominator(one: Operand) -> Exact:
    return 0 if one.cell.parts is None else one.cell.parts.denominator


def _averaged(case: Case, parent: int, side: Side) -> Iterable[Hit]:
    found, own = _pooled(case, parent, side), case.cell(parent, side)
    if found is None or own.span is None:
        return ()
    rolled, parts = found
    mean = roll("mean", rolled.operands)
    tolerance = case.tolerance(parent)
    if rolled.span is None or mean.span is None or rolled.span.widened(tolerance).meets(own.span):
        return ()
    if not mean.span.widened(tolerance).meets(own.span):
        return ()
    arguments: tuple[tuple[str, Argument], ...] = (
        ("parent", case.graph.text(parent)),
        (side, shown(case, parent, own.span, own.point)),
        ("mean", shown(case, parent, mean.span, mean.point)),
        ("pool", parts.value),
        ("gap", tidy(distance(parts.value, own.point)) if own.point is not None else own.span.gap(rolled.span)),
        ("numerator", parts.numerator),
        ("denominator", parts.denominator),
        ("unit", case.unit_of(parent)),
    )
    return (Hit(arguments, cell=side, nodes=tuple(one.child for one in rolled.operands)),)


CAS305 = Check(
    "CAS305",
    "mean-of-ratios-target",
    "error",
    title=Text("Target memakai rata-rata persentase", "Mean of ratios used for the target"),
    message=Text(
        "Target {parent} {target} {unit} adalah rata-rata persentase bawahannya ({mean}); menurut pembilang dan"
        " penyebutnya, {numerator} dari {denominator}, seharusnya {pool}",
        "The target of {parent}, {target} {unit}, is the mean of its children's percentages ({mean}); by their"
        " numerators and denominators, {numerator} of {denominator}, it should be {pool}",
    ),
    fix=Text(
        "Hitung ulang dari jumlah pembilang dan jumlah penyebut",
        "Compute it anew from the sums of numerators and of denominators",
    ),
    condition=Text(
        "Pada pool dengan penyebut yang berbeda, target atasan cocok dengan rata-rata persentase bawahan, dan "
        "tidak cocok dengan jumlah pembilang per jumlah penyebut.",
        "In a pool with unequal denominators the parent's target agrees with the mean of the children's "
        "percentages, and not with the sum of numerators over that of denominators.",
    ),
    passing=Text(
        "90 dari 100 dan 10 dari 50: target 66,7 dengan satu desimal.",
        "90 of 100 and 10 of 50: a target of 66.7 with one decimal.",
    ),
    failing=Text(
        "Target 55, rata-rata 90 dan 20; seharusnya 100 dari 150, yaitu 66,67.",
        "A target of 55, the mean of 90 and 20; it should be 100 of 150, which is 66.67.",
    ),
    basis=(arithmetic("rasio digabung dari pembilang dan penyebutnya"),),
    subject="group",
    applies=lambda case, parent: _is_uneven(case, parent, "target"),
    find=lambda case, parent: _averaged(case, parent, "target"),
    after=COMPARABLE,
    explains=("CAS301", "CAS302", "CAS304"),
)

CAS405 = Check(
    "CAS405",
    "mean-of-ratios-actual",
    "error",
    title=Text("Realisasi memakai rata-rata persentase", "Mean of ratios used for the realization"),
    message=Text(
        "Realisasi {parent} {actual} {unit} adalah rata-rata persentase bawahannya ({mean}); menurut pembilang dan"
        " penyebutnya, {numerator} dari {denominator}, seharusnya {pool}",
        "The realization of {parent}, {actual} {unit}, is the mean of its children's percentages ({mean}); by their"
        " numerators and denominators, {numerator} of {denominator}, it should be {pool}",
    ),
    fix=Text(
        "Laporkan jumlah pembilang per jumlah penyebut bawahan",
        "Report the sum of the children's numerators over that of their denominators",
    ),
    condition=Text(
        "Seperti CAS305, pada realisasi: yang dilaporkan cocok dengan rata-rata persentase, dan tidak dengan "
        "rasio gabungannya.",
        "As CAS305, of realizations: what is reported agrees with the mean of the percentages, and not with the "
        "ratio of the sums.",
    ),
    passing=Text(
        "90 dari 100 dan 1 dari 2: 89,2 dengan satu desimal.",
        "90 of 100 and 1 of 2: 89.2 with one decimal.",
    ),
    failing=Text(
        "Dilaporkan 70, rata-rata 90 % dan 50 %; seharusnya 91 dari 102.",
        "70 is reported, the mean of 90 % and 50 %; it should be 91 of 102.",
    ),
    basis=(arithmetic("rasio digabung dari pembilang dan penyebutnya"),),
    subject="group",
    applies=lambda case, parent: _is_uneven(case, parent, "actual"),
    find=lambda case, parent: _averaged(case, parent, "actual"),
    after=COMPARABLE,
    explains=("CAS401",),
)

_PART = "part of whole"


def _is_sum(case: Case, parent: int) -> bool:
    return case.kind(parent) == "sum"


def _added(case: Case, parent: int) -> Iterable[Hit]:
    graph = case.graph
    added = [
        graph.child_of[at]
        for at in graph.incoming[parent]
        if graph.links[at].is_arithmetic
        and folded(graph.links[at].aspect or "") != _PART
        and is_ratio(graph.indicator(graph.child_of[at]))
    ]
    if not added:
        return ()
    arguments: tuple[tuple[str, Argument], ...] = (
        ("parent", graph.text(parent)),
        ("children", named(case, added)),
        ("count", len(added)),
        *_sum(case, parent),
    )
    message = _SUM if len(arguments) > 3 else None
    return (Hit(arguments, nodes=tuple(added), message=message),)


def _sum(case: Case, parent: int) -> Sequence[tuple[str, Argument]]:
    rolled = case.rolled(parent, "target")
    return () if rolled is None or rolled.point is None else (("sum", rolled.point), ("unit", case.unit_of(parent)))


_SUM = Text(
    "{parent} menjumlahkan persentase {children}: target bawahannya menjadi {sum} {unit}, angka yang tidak berarti",
    "{parent} adds up the percentages of {children}: the targets below make {sum} {unit}, a number without a meaning",
)

CAS306 = Check(
    "CAS306",
    "percentages-summed",
    "error",
    title=Text("Persentase dijumlahkan", "Percentages summed"),
    message=Text(
        "{parent} menjumlahkan persentase {children}, padahal penyebutnya tidak dinyatakan sama",
        "{parent} adds up the percentages of {children}, though nothing says that they share one denominator",
    ),
    fix=Text(
        "Pakai pool atau weighted; bila semuanya bagian dari satu penyebut, nyatakan aspect='part_of_whole'",
        "Use pool or weighted; if all are parts of one denominator, state aspect='part_of_whole'",
    ),
    condition=Text(
        "Tautan sum menjumlahkan persentase atau rasio yang tidak dinyatakan bagian dari satu penyebut "
        "(aspect='part_of_whole').",
        "A sum adds up percentages or ratios that are not declared parts of one denominator (aspect='part_of_whole').",
    ),
    passing=Text(
        "12 % + 8 % dari penduduk yang sama, keduanya dengan aspect='part_of_whole'.",
        "12 % + 8 % of the same population, both with aspect='part_of_whole'.",
    ),
    failing=Text(
        "90 % + 85 % = 175 %.",
        "90 % + 85 % = 175 %.",
    ),
    basis=(arithmetic("persentase dari penyebut yang berbeda tidak dapat dijumlahkan"),),
    subject="group",
    applies=_is_sum,
    find=_added,
)


def _has_course(case: Case, parent: int) -> bool:
    if case.kind(parent) not in {"pool", "weighted"}:
        return False
    children = case.graph.children(parent, arithmetic=True)
    return len(children) > 1 and all(_move(case, node) is not None for node in (parent, *children))


def _move(case: Case, node: int) -> Exact | None:
    """How far a realization lies above last year's; None where one of them is not known."""
    delivered, before = case.actual(node).point, case.cell(node, "last").point
    return None if delivered is None or before is None else delivered - before


def _sign(value: Exact | None) -> int:
    return 0 if not value else 1 if value > 0 else -1


def _reversed(case: Case, parent: int) -> Iterable[Hit]:
    graph = case.graph
    children = graph.children(parent, arithmetic=True)
    inverse = {graph.child_of[at] for at in graph.incoming[parent] if graph.links[at].inverse}
    ways = {_sign(_move(case, child)) * (-1 if child in inverse else 1) for child in children}
    way = _sign(_move(case, parent))
    if len(ways) != 1 or not way or ways != {-way}:
        return ()
    arguments: tuple[tuple[str, Argument], ...] = (
        ("parent", graph.text(parent)),
        ("count", len(children)),
        ("way", _DOWN if way > 0 else _UP),
        ("other_way", _UP if way > 0 else _DOWN),
        ("last", case.cell(parent, "last").point or 0),
        ("actual", case.actual(parent).point or 0),
        ("unit", case.unit_of(parent)),
    )
    shift = _shift(case, parent)
    if shift is None:
        return (Hit(arguments, cell="actual", nodes=tuple(children)),)
    return (Hit((*arguments, ("shift", shift)), cell="actual", nodes=tuple(children), message=_SHIFTED),)


def _shift(case: Case, parent: int) -> Exact | None:
    """How many points of the denominators moved from some children to others; None where they are not known."""
    now, before = case.rolled(parent, "actual"), case.rolled(parent, "last")
    if now is None or before is None or now.kind != "pool" or len(now.operands) != len(before.operands):
        return None
    whole, former = pooled(now.operands), pooled(before.operands)
    if whole is None or former is None:
        return None
    moves = (
        Fraction(one.share * _denominator(one)) / whole.denominator
        - Fraction(other.share * _denominator(other)) / former.denominator
        for one, other in zip(now.operands, before.operands, strict=True)
    )
    return tidy(100 * sum((move for move in moves if move > 0), Fraction(0)))


_UP, _DOWN = Text("naik", "up"), Text("turun", "down")
_SHIFTED = Text(
    "Semua {count} bawahan {parent} {way} dari tahun lalu, tetapi {parent} {other_way} dari {last} ke {actual} {unit}:"
    " {shift} persen penyebut berpindah antarbawahan",
    "All {count} children of {parent} went {way} from last year, but {parent} went {other_way} from {last} to {actual}"
    " {unit}: {shift} percent of the denominators moved between them",
)

CAS408 = Check(
    "CAS408",
    "aggregate-reversal",
    "warning",
    title=Text("Arah gabungan berbalik", "Aggregate reversal"),
    message=Text(
        "Semua {count} bawahan {parent} {way} dari tahun lalu, tetapi {parent} {other_way} dari {last} ke {actual}"
        " {unit}",
        "All {count} children of {parent} went {way} from last year, but {parent} went {other_way} from {last} to"
        " {actual} {unit}",
    ),
    fix=Text(
        "Jelaskan pengaruh susunan penyebut di samping perubahan tiap bawahan; attribute() memisahkan keduanya",
        "Explain the effect of the denominators beside each child's own change; attribute() tells them apart",
    ),
    condition=Text(
        "Pada pool atau weighted, semua bawahan bergerak searah dari tahun lalu, dan atasannya ke arah sebaliknya.",
        "In a pool or weighted, all children moved one way from last year, and their parent the other way.",
    ),
    passing=Text(
        "Atasan bergerak bersama bawahannya.",
        "The parent moves with its children.",
    ),
    failing=Text(
        "90 → 95 % dan 30 → 40 %, tetapi atasan 70 → 58,3 %: penyebutnya berubah dari 200 dan 100 menjadi 100 dan 200.",
        "90 → 95 % and 30 → 40 %, but the parent 70 → 58.3 %: the denominators went from 200 and 100 to 100 and 200.",
    ),
    basis=(arithmetic("gabungan rasio dapat berbalik arah (paradoks Simpson)"),),
    subject="group",
    applies=_has_course,
    find=_reversed,
    after=COMPARABLE,
)


def _has_populations(case: Case, parent: int) -> bool:
    if case.kind(parent) != "pool" or case.coverage(parent) != "partition":
        return False
    return case.actual(parent).parts is not None and _pooled(case, parent, "actual") is not None


def _mismatched(case: Case, parent: int) -> Iterable[Hit]:
    found, own = _pooled(case, parent, "actual"), case.actual(parent).parts
    if found is None or own is None:
        return ()
    whole = found[1].denominator
    label = _population(case, parent)
    labels = (_population(case, one.child) for one in found[0].operands)
    strangers = sorted({other for other in labels if other and label and folded(other) != folded(label)})
    if whole == own.denominator and not strangers:
        return ()
    arguments: tuple[tuple[str, Argument], ...] = (
        ("parent", case.graph.text(parent)),
        ("denominator", own.denominator),
        ("rolled", whole),
        ("gap", distance(whole, own.denominator)),
    )
    if not strangers:
        return (Hit(arguments, cell="actual"),)
    labelled: tuple[tuple[str, Argument], ...] = (("population", label or ""), ("populations", ", ".join(strangers)))
    severity: Severity | None = None if whole == own.denominator else "error"
    return (Hit((*arguments, *labelled), cell="actual", severity=severity, message=_LABELLED),)


def _population(case: Case, node: int) -> str | None:
    facts = case.graph.facts[node]
    return None if facts is None else facts.population


_LABELLED = Text(
    "Penyebut {parent} menghitung {population} ({denominator}), sedangkan penyebut bawahannya menghitung {populations}"
    " ({rolled})",
    "The denominator of {parent} counts {population} ({denominator}), those of its children count {populations}"
    " ({rolled})",
)

CAS410 = Check(
    "CAS410",
    "population-mismatch",
    "warning",
    title=Text("Populasi berbeda", "Population mismatch"),
    message=Text(
        "Penyebut {parent} {denominator}, sedangkan penyebut bawahannya berjumlah {rolled}: selisih {gap}",
        "The denominator of {parent} is {denominator}, those of its children add up to {rolled}: {gap} apart",
    ),
    fix=Text(
        "Samakan batasan populasinya, atau nyatakan bawahan sebagai bagian (coverage='subset')",
        "Use one definition of the population, or declare the children a part of it (coverage='subset')",
    ),
    condition=Text(
        "Pada pool yang lengkap (partition), penyebut atasan bukan jumlah penyebut bawahan, atau yang dihitung "
        "lain menurut NodeFacts.population. Galat bila kedua-duanya.",
        "In a complete pool (partition) the parent's denominator is not the sum of the children's, or what they "
        "count differs by NodeFacts.population. An error where both do.",
    ),
    passing=Text(
        "84 = 50 + 34.",
        "84 = 50 + 34.",
    ),
    failing=Text(
        "84 dan 80; atau atasan menghitung publikasi, bawahan menghitung perguruan tinggi.",
        "84 and 80; or the parent counts publications and its children count universities.",
    ),
    basis=(criterion("2.a.2"), arithmetic("penyebut gabungan adalah jumlah penyebutnya")),
    criteria=("2.a.2",),
    subject="group",
    applies=_has_populations,
    find=_mismatched,
    after=COMPARABLE,
)

CHECKS: tuple[Check, ...] = (CAS306, CAS305, CAS405, CAS408, CAS410)
"""Pemeriksaan rasio: CAS306 stands first, for others build on it."""
