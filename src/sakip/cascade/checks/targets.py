"""Gabungan target: whether what the children promise carries what the parent promises."""

from collections.abc import Iterable

from sakip.base.finding import Severity
from sakip.base.text import Argument, Text, both
from sakip.cascade.case.case import Case
from sakip.cascade.case.check import Check, Hit
from sakip.cascade.case.headroom import shared_out
from sakip.cascade.checks.basis import HOUSE, M89, criterion
from sakip.cascade.checks.comparison import (
    COMPARABLE,
    apart,
    bare_ratios,
    contradicts,
    is_telling,
    may_be_stronger,
    may_be_weaker,
    named,
    shown,
    softened,
    undeclared_decimals,
)
from sakip.cascade.rollup.cells import worse
from sakip.cascade.rollup.rollup import Rolled
from sakip.cascade.rollup.span import Exact, Span, distance, percent_of
from sakip.cascade.verdicts.figures import figure, listing

__all__ = ["CHECKS"]

_OTHERWISE_COMPARED = {"same", "minimum", "maximum", "count"}


def _promises(case: Case, parent: int) -> bool:
    if case.agrees(parent):
        return True
    return case.target(parent).span is not None and case.kind(parent) not in _OTHERWISE_COMPARED


def _made(case: Case, parent: int) -> tuple[Rolled, Span] | None:
    """What the children promise, with the tolerance of their group; None where it cannot be said."""
    rolled = case.rolled(parent, "target")
    if rolled is None or rolled.span is None:
        return None
    return rolled, rolled.span.widened(case.tolerance(parent))


def _compared(case: Case, parent: int, rolled: Rolled, span: Span) -> tuple[tuple[str, Argument], ...]:
    own = case.target(parent)
    assert own.span is not None
    return (
        ("parent", case.graph.text(parent)),
        ("rolled", shown(case, parent, span, rolled.point)),
        ("target", shown(case, parent, own.span, own.point)),
        ("gap", apart(rolled, span, own)),
        ("unit", case.unit_of(parent)),
    )


_UNSAID = (Hit(verdict="skipped", by="CAS308", cell="target"),)
_UNTOLD = (Hit(verdict="skipped", by="CAS106", cell="target"),)


def _under_commit(case: Case, parent: int) -> Iterable[Hit]:
    if case.agrees(parent):
        return ()
    made, own = _made(case, parent), case.target(parent)
    if made is None or own.span is None:
        return _UNSAID
    rolled, span = made
    if not is_telling(case, parent, rolled.kind):
        return _UNTOLD
    if not worse(span, own.span, case.graph.indicator(parent).polarity):
        return _UNSAID if rolled.missing else _undecided(case, parent, rolled)
    arguments = _compared(case, parent, rolled, span)
    if not contradicts(case, parent, rolled.kind, "target", below=span.below(own.span)):
        left = Hit(arguments, cell="target", severity="note", message=_OUTSIDE)
        return (left,) if case.coverage(parent) == "subset" else ()
    arguments = (*arguments, ("definite", "true" if rolled.missing else "false"))
    severity = softened(case, parent, rolled.kind, "target")
    places = undeclared_decimals(case, parent, rolled, own)
    if places:  # a target in whole numbers is nearly always meant as it is
        arguments = (*arguments, ("decimals", places))
        return (Hit(arguments, cell="target", severity=severity, nodes=_children(rolled), message=_UNDECLARED),)
    proposal = _proposal(case, rolled, span, own.span, own.point)
    if proposal is None:
        return (Hit(arguments, cell="target", severity=severity, nodes=_children(rolled)),)
    arguments = (*arguments, ("proposal", proposal))
    return (Hit(arguments, cell="target", severity=severity, nodes=_children(rolled), message=_PROPOSED),)


def _undecided(case: Case, parent: int, rolled: Rolled) -> tuple[Hit, ...]:
    """Where some ratios of a pool are weaker than its target and others are not, their denominators would decide."""
    own, bare = case.target(parent), bare_ratios(rolled)
    if not may_be_weaker(case, parent, rolled):
        return ()
    assert own.span is not None
    assert rolled.span is not None
    arguments: tuple[tuple[str, Argument], ...] = (
        ("parent", case.graph.text(parent)),
        ("rolled", shown(case, parent, rolled.span)),
        ("target", shown(case, parent, own.span, own.point)),
        ("names", named(case, bare)),
        ("unit", case.unit_of(parent)),
    )
    return (Hit(arguments, verdict="unknown", cell="target", severity="warning", nodes=bare, message=_BARE),)


def _children(rolled: Rolled) -> tuple[int, ...]:
    return tuple(one.child for one in rolled.operands)


def _proposal(case: Case, rolled: Rolled, span: Span, own: Span, point: Exact | None) -> Text | None:
    """New targets that would do, the greatest changes first."""
    aim = point if point is not None else own.low if span.below(own) else own.high
    if rolled.point is None or aim is None:
        return None
    found = shared_out(case, rolled, aim - rolled.point)
    if not found:
        return None
    found = tuple(sorted(found, key=lambda one: (-distance(one.new, one.old), case.graph.text(one.child))))
    return both(
        lambda lang: listing(
            (f"{case.graph.text(one.child)} {figure(one.old, lang)} → {figure(one.new, lang)}" for one in found),
            lang,
        )
    )


_BARE = Text(
    "{names} menjanjikan rasio tanpa pembilang dan penyebut; gabungannya dapat {rolled}, sehingga tidak dapat"
    " dipastikan apakah target {parent}, {target} {unit}, tertutup. Nyatakan komponen yang direncanakan"
    " (NodeFacts.planned)",
    "{names} promise a ratio without its numerator and denominator; together they can make {rolled}, so that nobody can"
    " say whether they carry the target of {parent}, {target} {unit}. State their planned components"
    " (NodeFacts.planned)",
)
_OUTSIDE = Text(
    "Bawahan {parent} yang tertaut baru menjanjikan {rolled} dari {target} {unit}; selisih {gap} {unit} harus datang"
    " dari luar kaskade",
    "The linked children of {parent} promise {rolled} of {target} {unit}; the difference of {gap} {unit} has to come"
    " from outside the cascade",
)
_PROPOSED = Text(
    "Bawahan {parent} bersama-sama menjanjikan {rolled} {unit}, sedangkan targetnya {target} {unit}: selisih {gap}"
    " {unit}. Misalnya menjadi: {proposal}",
    "The children of {parent} promise {rolled} {unit} together, and its target is {target} {unit}: {gap} {unit} apart."
    " For example: {proposal}",
)
_UNDECLARED = Text(
    "Bawahan {parent} bersama-sama menjanjikan {rolled} {unit}, sedangkan targetnya {target} {unit}: selisih {gap}"
    " {unit}. Keduanya cocok bila target itu dinyatakan dibulatkan pada {decimals} desimal (Indicator.decimals)",
    "The children of {parent} promise {rolled} {unit} together, and its target is {target} {unit}: {gap} {unit} apart."
    " The two agree if that target is declared as rounded to {decimals} decimals (Indicator.decimals)",
)

CAS301 = Check(
    "CAS301",
    "child-under-commit",
    "error",
    title=Text("Janji bawahan tidak menutup target atasan", "Children promise too little"),
    message=Text(
        "Bawahan {parent} bersama-sama menjanjikan {rolled} {unit}, sedangkan targetnya {target} {unit}: selisih {gap}"
        " {unit}",
        "The children of {parent} promise {rolled} {unit} together, and its target is {target} {unit}: {gap} {unit}"
        " apart",
    ),
    fix=Text(
        "Perbaiki target bawahan sebesar kekurangannya, atau nyatakan bagian di luar kaskade dalam Group.other",
        "Improve the targets below by what is lacking, or state what lies outside the cascade in Group.other",
    ),
    condition=Text(
        "Gabungan target bawahan, ditambah Group.other, pasti lebih buruk daripada target atasan, menurut arah "
        "indikatornya dan semua kemungkinan pembulatan. Bila bawahan hanya sebagian (subset) tanpa other, ini "
        "catatan: sisanya harus datang dari luar kaskade. Untuk sum, mean, weighted dan pool; rata-rata atau rasio "
        "sebagian saja tidak dibandingkan, dan sebagian yang melebihi keseluruhannya hanya peringatan bila sisanya "
        "dapat di bawah nol. Pool yang penyebutnya tidak dinyatakan belum diketahui selama sebagian rasio bawahan "
        "lebih buruk daripada target atasan dan sebagian tidak.",
        "What the children promise, with Group.other, is certainly worse than the parent's target, by its "
        "polarity and with all that rounding leaves open. Where the children are a subset without other it is a "
        "note: the rest has to come from outside. For sum, mean, weighted and pool; the mean or the ratio of a part is "
        "not compared, and a part beyond its whole is a warning only where the rest may be below zero. A pool without "
        "stated denominators is unknown while some of its ratios are worse than the parent's target and others are "
        "not.",
    ),
    passing=Text(
        "40 + 35 + 30 = 105 untuk target 105.",
        "40 + 35 + 30 = 105 for a target of 105.",
    ),
    failing=Text(
        "40 + 35 + 25 = 100 untuk target 105: kurang 5.",
        "40 + 35 + 25 = 100 for a target of 105: short by 5.",
    ),
    basis=(criterion("1.b.8"), M89),
    criteria=("1.b.8",),
    clear=Case.agreeing,
    subject="group",
    applies=_promises,
    find=_under_commit,
    after=COMPARABLE,
    explains=("CAS304", "CAS406"),
)


def _over_commit_applies(case: Case, parent: int) -> bool:
    return (
        _promises(case, parent)
        and case.coverage(parent) == "partition"
        and case.graph.indicator(parent).polarity != "stabilize"
    )


def _over_commit(case: Case, parent: int) -> Iterable[Hit]:
    if case.agrees(parent):
        return ()
    made, own = _made(case, parent), case.target(parent)
    if made is None or own.span is None:
        return _UNSAID
    rolled, span = made
    if not worse(own.span, span, case.graph.indicator(parent).polarity):
        if rolled.missing:
            return _UNSAID
        return (Hit(verdict="skipped", cell="target"),) if may_be_stronger(case, parent, rolled) else ()
    arguments = _compared(case, parent, rolled, span)
    whole = own.point if own.point is not None else own.span.low
    percent = None if not whole else percent_of(apart(rolled, span, own), distance(whole, 0))
    nodes = _children(rolled)
    if percent is None:
        return (Hit(arguments, cell="target", nodes=nodes),)
    severity: Severity | None = None if percent > case.profile.over_commit_most else "note"
    arguments = (*arguments, ("percent", percent), ("most", case.profile.over_commit_most))
    return (Hit(arguments, cell="target", nodes=nodes, severity=severity, message=_BY_PERCENT),)


_BY_PERCENT = Text(
    "Bawahan {parent} menjanjikan {rolled} {unit}, lebih baik {gap} {unit} ({percent} %) daripada targetnya {target}"
    " {unit}: sebagian bawahan dapat gagal tanpa terlihat",
    "The children of {parent} promise {rolled} {unit}, {gap} {unit} ({percent} %) better than its target {target}"
    " {unit}: some of them can fail unseen",
)

CAS302 = Check(
    "CAS302",
    "child-over-commit",
    "warning",
    title=Text("Janji bawahan melebihi target atasan", "Children promise more than the parent"),
    message=Text(
        "Bawahan {parent} menjanjikan {rolled} {unit}, lebih baik {gap} {unit} daripada targetnya {target} {unit}:"
        " sebagian bawahan dapat gagal tanpa terlihat",
        "The children of {parent} promise {rolled} {unit}, {gap} {unit} better than its target {target} {unit}: some"
        " of them can fail unseen",
    ),
    fix=Text(
        "Naikkan target atasan, atau catat cadangannya sebagai kelonggaran beralasan dalam Group.tolerance",
        "Raise the parent's target, or record the buffer as a reasoned Group.tolerance",
    ),
    condition=Text(
        "Bawahan yang merupakan keseluruhan (partition) menjanjikan lebih daripada target atasan. Catatan sampai "
        "ambang profil, bawaannya 10 %; lebih dari itu peringatan. Dilewati bila hanya penyebut pool, yang tidak "
        "dinyatakan, yang dapat menentukannya.",
        "Children that are the whole (partition) promise more than the parent. A note up to the threshold of the "
        "profile, 10 % unless changed; beyond it a warning. Skipped where only the denominators of a pool, which are "
        "not stated, could say.",
    ),
    passing=Text(
        "102 untuk target 100, dengan cadangan 5 yang dicatat beserta alasannya (Group.tolerance).",
        "102 for a target of 100, with a buffer of 5 that is recorded with its reason (Group.tolerance).",
    ),
    failing=Text(
        "220.000 untuk 200.000 catatan, sebab tepat 10 %; 220.001 peringatan.",
        "220,000 for 200,000 is a note, being exactly 10 %; 220,001 is a warning.",
    ),
    basis=(HOUSE, criterion("1.b.7")),
    criteria=("1.b.7",),
    clear=Case.agreeing,
    subject="group",
    applies=_over_commit_applies,
    find=_over_commit,
    after=COMPARABLE,
    explains=("CAS407",),
)


CHECKS: tuple[Check, ...] = (CAS301, CAS302)
