"""Gabungan realisasi: whether what the children delivered makes what the parent reports."""

from collections.abc import Iterable
from decimal import Decimal

from sakip.base.text import Argument, Text
from sakip.cascade.case.case import Case
from sakip.cascade.case.check import Check, Hit
from sakip.cascade.causes.hypotheses import hypotheses_of, presumed
from sakip.cascade.checks.basis import HOUSE, arithmetic, criterion
from sakip.cascade.checks.comparison import (
    COMPARABLE,
    apart,
    contradicts,
    is_complete,
    is_reconciled,
    is_telling,
    named,
    shown,
    softened,
    undeclared_decimals,
)
from sakip.cascade.rollup.cells import Cell
from sakip.cascade.rollup.rollup import Rolled
from sakip.cascade.rollup.span import distance, exact_of, percent_of

__all__ = ["CHECKS"]

_NOTHING: tuple[Hit, ...] = ()
_UNREPORTED = (Hit(verdict="skipped", by="CAS403", cell="actual"),)
_UNTOLD = (Hit(verdict="skipped", by="CAS106", cell="actual"),)
_OF_NOBODY = (Hit(verdict="skipped", cell="actual"),)


def _is_reported(case: Case, parent: int) -> bool:
    return case.agrees(parent) or (is_reconciled(case, parent) and case.actual(parent).span is not None)


def _rolls_up(case: Case, parent: int) -> Iterable[Hit]:
    if case.agrees(parent):
        return _NOTHING
    rolled, own = case.rolled(parent, "actual"), case.actual(parent)
    if rolled is None or own.span is None or not is_complete(case, parent, rolled):
        return _UNREPORTED
    if rolled.kind == "same":
        return _unlike(case, parent, rolled)
    if rolled.span is None:
        return _OF_NOBODY  # no child applies, so that there is nothing to compare with
    if not is_telling(case, parent, rolled.kind):
        return _UNTOLD
    span = rolled.span.widened(case.tolerance(parent))
    if span.meets(own.span) and rolled.point is None and not _is_decided(case, parent, rolled):
        return _undecided(case, parent, rolled)
    if span.meets(own.span) or not contradicts(case, parent, rolled.kind, "actual", below=span.below(own.span)):
        return _NOTHING
    arguments: tuple[tuple[str, Argument], ...] = (
        ("parent", case.graph.text(parent)),
        ("actual", shown(case, parent, own.span, own.point)),
        ("rolled", shown(case, parent, span, rolled.point)),
        ("gap", apart(rolled, span, own)),
        ("unit", case.unit_of(parent)),
        ("margin", span.gap(own.span)),
        ("slack", rolled.slack),
    )
    nodes = tuple(one.child for one in rolled.operands)
    severity = softened(case, parent, rolled.kind, "actual")
    found = hypotheses_of(case, parent, "actual")
    if not found:
        return (Hit(arguments, cell="actual", severity=severity, nodes=nodes),)
    arguments = (*arguments, ("hypotheses", ", ".join(one.code for one in found)), ("presumed", presumed(found)))
    return (Hit(arguments, cell="actual", severity=severity, nodes=nodes, message=_PRESUMED),)


def _is_decided(case: Case, parent: int, rolled: Rolled) -> bool:
    """Whether a pool of ratios without their denominators can be nothing but what the parent says."""
    own = case.actual(parent).span
    if rolled.kind != "pool" or own is None:
        return True
    allowed = own.widened(case.tolerance(parent))
    return all(one.point is not None and allowed.contains(one.point) for one in rolled.operands)


def _undecided(case: Case, parent: int, rolled: Rolled) -> tuple[Hit, ...]:
    own, bare = case.actual(parent), [one.child for one in rolled.operands if one.components is None]
    if own.span is None or rolled.span is None:
        return ()
    arguments: tuple[tuple[str, Argument], ...] = (
        ("parent", case.graph.text(parent)),
        ("actual", shown(case, parent, own.span, own.point)),
        ("rolled", shown(case, parent, rolled.span)),
        ("names", named(case, bare)),
        ("unit", case.unit_of(parent)),
    )
    return (Hit(arguments, verdict="unknown", cell="actual", severity="warning", nodes=tuple(bare), message=_BARE),)


_BARE = Text(
    "{names} melaporkan rasio tanpa pembilang dan penyebut; gabungannya dapat {rolled}, sehingga {actual} {unit} pada"
    " {parent} tidak dapat dipastikan",
    "{names} report a ratio without its numerator and denominator; together they can make {rolled}, so that {actual}"
    " {unit} of {parent} cannot be verified",
)


def _unlike(case: Case, parent: int, rolled: Rolled) -> list[Hit]:
    """Of an indicator that is taken over as it is, each child that reports another number."""
    own, found = case.actual(parent), list[Hit]()
    for one in rolled.operands:
        span = one.span.widened(case.tolerance(parent))
        if own.span is None or span.meets(own.span):
            continue
        arguments: tuple[tuple[str, Argument], ...] = (
            ("parent", case.graph.text(parent)),
            ("child", case.graph.text(one.child)),
            ("actual", shown(case, parent, own.span, own.point)),
            ("rolled", shown(case, parent, one.span, one.point)),
            ("gap", apart(rolled._replace(point=one.point), span, own)),
            ("unit", case.unit_of(parent)),
        )
        found.append(Hit(arguments, cell="actual", nodes=(one.child,), message=_TAKEN_OVER))
    return found


_PRESUMED = Text(
    "{parent} melaporkan {actual} {unit}, sedangkan realisasi bawahannya menjadi {rolled} {unit}: selisih {gap} {unit}."
    " Dugaan: {presumed}",
    "{parent} reports {actual} {unit}, while what its children delivered makes {rolled} {unit}: {gap} {unit} apart."
    " Presumably: {presumed}",
)
_TAKEN_OVER = Text(
    "{parent} melaporkan {actual} {unit}, sedangkan {child}, yang mengambil alihnya apa adanya, melaporkan {rolled}"
    " {unit}",
    "{parent} reports {actual} {unit}, while {child}, which takes it over as it is, reports {rolled} {unit}",
)

CAS401 = Check(
    "CAS401",
    "actual-does-not-roll-up",
    "error",
    title=Text("Realisasi atasan tidak sesuai dengan bawahan", "Actual does not roll up"),
    message=Text(
        "{parent} melaporkan {actual} {unit}, sedangkan realisasi bawahannya menjadi {rolled} {unit}: selisih {gap}"
        " {unit}",
        "{parent} reports {actual} {unit}, while what its children delivered makes {rolled} {unit}: {gap} {unit} apart",
    ),
    fix=Text(
        "Periksa angka yang disarankan repair(), atau dugaan yang tepat menghasilkan angka itu",
        "Look at the cells that repair() proposes, or at the cause that gives exactly this number",
    ),
    condition=Text(
        "Semua bawahan dan atasan melapor, dan tidak ada angka yang mungkin bagi keduanya. Tidak ditanyakan pada "
        "indikator yang diukur sendiri (measured).",
        "All children and the parent have reported, and no number is possible for both. Not asked of an indicator "
        "with a source of its own (measured).",
    ),
    passing=Text(
        "38 + 36 + 20 = 94, dilaporkan 94.",
        "38 + 36 + 20 = 94, and 94 is reported.",
    ),
    failing=Text(
        "Dilaporkan 95: selisih 1. Dengan decimals=0 angka yang sama lolos, sebab selangnya bertemu.",
        "95 is reported: 1 apart. With decimals=0 the same figures pass, since the intervals meet.",
    ),
    basis=(criterion("2.b.5"),),
    criteria=("2.b.5",),
    clear=Case.agreeing,
    subject="group",
    applies=_is_reported,
    find=_rolls_up,
    after=COMPARABLE,
)


def _by_rounding(case: Case, parent: int) -> Iterable[Hit]:
    typed = () if case.agrees(parent) else _by_slack(case, parent)
    return (*typed, *_finer(case, parent))


def _by_slack(case: Case, parent: int) -> tuple[Hit, ...]:
    rolled, own = case.rolled(parent, "actual"), case.actual(parent)
    if rolled is None or own.span is None or not is_complete(case, parent, rolled):
        return _UNREPORTED
    if rolled.span is None or own.point is None or rolled.point is None:
        return ()
    arguments: tuple[tuple[str, Argument], ...] = (
        ("parent", case.graph.text(parent)),
        ("actual", shown(case, parent, own.span, own.point)),
        ("rolled", shown(case, parent, rolled.span, rolled.point)),
        ("unit", case.unit_of(parent)),
    )
    if own.span.contains(rolled.point):
        return ()
    if not rolled.span.meets(own.span):
        return _as_typed(case, parent, rolled, own, arguments)
    percent = percent_of(rolled.slack, distance(own.point, 0))
    if percent is not None and percent <= case.profile.slack_most:
        return ()
    arguments = (*arguments, ("slack", rolled.slack))
    if percent is None:
        return (Hit(arguments, cell="actual"),)
    return (Hit((*arguments, ("percent", percent)), cell="actual", message=_PERCENT),)


def _as_typed(
    case: Case, parent: int, rolled: Rolled, own: Cell, arguments: tuple[tuple[str, Argument], ...]
) -> tuple[Hit, ...]:
    """A quotient that agrees as far as it is written, where nobody has said that it is rounded."""
    places = None if own.parts is not None else undeclared_decimals(case, parent, rolled, own)
    if places is None:
        return ()
    return (Hit((*arguments, ("decimals", places)), cell="actual", message=_UNDECLARED),)


def _finer(case: Case, parent: int) -> Iterable[Hit]:
    """Numbers that are written finer than their indicator declares."""
    for node in (parent, *case.graph.children(parent, arithmetic=True)):
        decimals = case.graph.indicator(node).decimals
        if decimals is None:
            continue
        stated = (one.value for one in case.graph.reported[node] if isinstance(one.value, Decimal))
        too_fine = next((value for value in stated if (exact_of(value) * 10**decimals).denominator != 1), None)
        if too_fine is not None:
            arguments: tuple[tuple[str, Argument], ...] = (
                ("parent", case.graph.text(parent)),
                ("node", case.graph.text(node)),
                ("stated", too_fine),
                ("decimals", decimals),
            )
            yield Hit(arguments, cell="actual", nodes=(node,), message=_FINER)


_PERCENT = Text(
    "{parent} ({actual} {unit}) sesuai dengan gabungan bawahannya ({rolled}) hanya karena pembulatan ±{slack}"
    " ({percent} % dari nilainya)",
    "{parent} ({actual} {unit}) agrees with its children ({rolled}) only thanks to rounding of ±{slack} ({percent} %"
    " of its value)",
)
_UNDECLARED = Text(
    "{parent} ({actual} {unit}) akan sesuai dengan gabungan bawahannya ({rolled}) bila dinyatakan dibulatkan pada"
    " {decimals} desimal",
    "{parent} ({actual} {unit}) would agree with its children ({rolled}) if it were declared as rounded to {decimals}"
    " decimals",
)
_FINER = Text(
    "{node} tertulis {stated}, padahal dinyatakan dengan {decimals} desimal: kelonggaran pembulatannya pada {parent}"
    " terlalu besar",
    "{node} is written as {stated}, yet declared with {decimals} decimals: the room for rounding under {parent} is too"
    " wide",
)

CAS402 = Check(
    "CAS402",
    "consistent-only-by-rounding",
    "note",
    title=Text("Sesuai hanya karena pembulatan", "Consistent only by rounding"),
    message=Text(
        "{parent} ({actual} {unit}) sesuai dengan gabungan bawahannya ({rolled}) hanya karena pembulatan ±{slack}",
        "{parent} ({actual} {unit}) agrees with its children ({rolled}) only thanks to rounding of ±{slack}",
    ),
    fix=Text(
        "Laporkan lebih banyak desimal, atau nyatakan decimals sesuai angka yang ditulis",
        "Report more decimals, or declare decimals as the numbers are written",
    ),
    condition=Text(
        "Realisasi cocok hanya dalam kelonggaran pembulatan, dan kelonggaran itu lebih dari ambang profil "
        "(bawaan: 1 % dari nilainya); atau angka ditulis lebih halus daripada decimals-nya; atau hasil bagi akan "
        "cocok bila pembulatannya dinyatakan.",
        "A realization agrees only within the slack of rounding, and that is more than the threshold of the "
        "profile (1 % of the value unless changed); or a number is written finer than its decimals; or a quotient "
        "would agree if its rounding were declared.",
    ),
    passing=Text(
        "33,3 + 33,3 + 33,3 untuk 100 dengan satu desimal: kelonggaran 0,15.",
        "33.3 + 33.3 + 33.3 for 100 with one decimal: a slack of 0.15.",
    ),
    failing=Text(
        "50 bawahan yang dibulatkan ke bilangan bulat, 985 untuk 1.000: kelonggaran 25.",
        "50 children rounded to whole numbers, 985 for 1,000: a slack of 25.",
    ),
    basis=(HOUSE, arithmetic("makin banyak bawahan, makin longgar selangnya")),
    subject="group",
    applies=_is_reported,
    find=_by_rounding,
    after=COMPARABLE,
)

CHECKS: tuple[Check, ...] = (CAS401, CAS402)
