"""Angka yang belum ada: groups that cannot be verified yet, and missing numbers that were read as zero."""

from collections.abc import Iterable, Sequence

from sakip.base.text import Argument, Lang, Text, both
from sakip.cascade.case.case import Case
from sakip.cascade.case.check import Check, Hit
from sakip.cascade.checks.basis import arithmetic, criterion
from sakip.cascade.checks.comparison import (
    COMPARABLE,
    contradicts,
    implied,
    is_reconciled,
    is_silent,
    named,
    outside,
    shown,
)
from sakip.cascade.inputs.link import LinkKind
from sakip.cascade.rollup.cells import Cell, Parts
from sakip.cascade.rollup.rollup import Operand, Rolled, roll
from sakip.cascade.rollup.span import Span
from sakip.cascade.verdicts.figures import listing, span_text

__all__ = ["CHECKS"]

_LINEAR = {"sum", "mean", "weighted", "pool"}
_NOTHING: tuple[Hit, ...] = ()


def _is_begun(case: Case, parent: int) -> bool:
    """Whether anything of a group is reported, or all of it is due; before that there is nothing to verify."""
    if case.agrees(parent):
        return True
    if not is_reconciled(case, parent) or case.actual(parent).state == "not_applicable":
        return False
    children = case.graph.children(parent, arithmetic=True)
    return (
        case.is_over(parent) or case.actual(parent).is_given or any(case.actual(child).is_given for child in children)
    )


def _unverified(case: Case, parent: int) -> Iterable[Hit]:
    rolled = None if case.agrees(parent) else case.rolled(parent, "actual")
    if rolled is None or not rolled.operands:
        return _NOTHING
    own = case.actual(parent)
    if own.span is None:
        return _unreported(case, parent, rolled)
    if not rolled.missing and not is_silent(case, parent, rolled):
        return _NOTHING
    if rolled.missing and all(one.cell.state == "not_due" for one in rolled.missing):
        return (Hit(verdict="skipped", cell="actual"),)
    lacking = tuple(one.child for one in rolled.missing)
    fitting = implied(case, parent, "actual")
    arguments: tuple[tuple[str, Argument], ...] = (
        ("parent", case.graph.text(parent)),
        ("actual", shown(case, parent, own.span, own.point)),
        ("missing", len(lacking)),
        ("total", len(rolled.operands)),
        ("names", _unreported_names(case, lacking)),
        ("unit", case.unit_of(parent)),
    )
    if not lacking:
        return (Hit(arguments, verdict="unknown", cell="actual", message=_SILENT),)
    if fitting is not None:
        arguments = (*arguments, ("implied", shown(case, lacking[0], Span(fitting, fitting), fitting)))
    if rolled.span is not None and not is_silent(case, parent, rolled):
        span = rolled.span.widened(case.tolerance(parent))
        if not span.meets(own.span) and contradicts(case, parent, rolled.kind, "actual", below=span.below(own.span)):
            arguments = (*arguments, ("rolled", shown(case, parent, span)), ("definite", "true"))
            hopeless = _DEFINITE if fitting is None else _DEFINITE_IMPLIED
            return (Hit(arguments, cell="actual", severity="error", nodes=lacking, message=hopeless),)
    arguments = (*arguments, ("definite", "false"))
    message = None if fitting is None or case.coverage(parent) != "partition" else _IMPLIED
    return (Hit(arguments, verdict="unknown", cell="actual", nodes=lacking, message=message),)


def _unreported(case: Case, parent: int, rolled: Rolled) -> tuple[Hit, ...]:
    """The parent itself has not reported; where it is what its children make, nothing is missing then."""
    own = case.actual(parent)
    if own.state == "not_due":
        return (Hit(verdict="skipped", cell="actual"),)
    if rolled.kind == "same" and rolled.span is None:
        return _differing(case, parent, rolled)
    computed = case.graph.calc(parent) == "computed"
    if computed and not rolled.missing:
        return ()
    why = case.why_missing(parent)
    arguments: tuple[tuple[str, Argument], ...] = (
        ("parent", case.graph.text(parent)),
        ("why", both(lambda lang: "" if why is None else f" ({why.render(lang)})")),
        ("missing", len(rolled.missing)),
        ("total", len(rolled.operands)),
        ("names", _unreported_names(case, [one.child for one in rolled.missing])),
        ("unit", case.unit_of(parent)),
        ("definite", "false"),
    )
    if rolled.missing:
        message, nodes = (None if computed else _NOBODY), tuple(one.child for one in rolled.missing)
        return (Hit(arguments, verdict="unknown", cell="actual", nodes=nodes, message=message),)
    if rolled.span is None or is_silent(case, parent, rolled):
        return (Hit(arguments, verdict="unknown", cell="actual", message=_ALONE),)
    arguments = (*arguments, ("implied", shown(case, parent, rolled.span, rolled.point)))
    return (Hit(arguments, verdict="unknown", cell="actual", message=_PARENT),)


def _unreported_names(case: Case, nodes: Sequence[int]) -> Text:
    """The nodes by name, with the reason where some periods were reported and make no number."""
    reasons = {node: case.why_missing(node) for node in nodes}

    def name(node: int, lang: Lang) -> str:
        why = reasons[node]
        return case.graph.text(node) + ("" if why is None else f" ({why.render(lang)})")

    return both(lambda lang: listing((name(node, lang) for node in nodes), lang))


def _differing(case: Case, parent: int, rolled: Rolled) -> tuple[Hit, ...]:
    """Those who hold one indicator together have one number of it, also where nobody has reported their superior's."""
    told = [one for one in rolled.operands if one.cell.span is not None]
    scale = case.graph.indicator(parent).scale

    def said(one: Operand, lang: Lang) -> str:
        number = span_text(one.span if one.point is None else Span(one.point, one.point), lang, scale)
        return f"{case.graph.text(one.child)} ({number})"

    arguments: tuple[tuple[str, Argument], ...] = (
        ("parent", case.graph.text(parent)),
        ("names", both(lambda lang: listing((said(one, lang) for one in told), lang))),
        ("unit", case.unit_of(parent)),
        ("definite", "true"),
    )
    nodes = tuple(one.child for one in told)
    return (Hit(arguments, cell="actual", severity="error", nodes=nodes, message=_DIFFERING),)


_DIFFERING = Text(
    "{parent} belum punya angka, dan yang memegangnya bersama melaporkan angka yang berbeda: {names} {unit}",
    "{parent} has no number, and those who hold it together report different ones: {names} {unit}",
)
_IMPLIED = Text(
    "{missing} dari {total} bawahan {parent} belum punya angka: {names}. Agar sesuai dengan {actual} {unit}, nilainya"
    " harus {implied}",
    "{missing} of {total} children of {parent} have no number: {names}. To agree with {actual} {unit} it would have to"
    " be {implied}",
)
_DEFINITE = Text(
    "{parent} melaporkan {actual} {unit}, yang tidak mungkin tercapai berapa pun realisasi {names}: gabungannya"
    " {rolled}",
    "{parent} reports {actual} {unit}, which cannot be whatever {names} delivered: together they make {rolled}",
)
_DEFINITE_IMPLIED = Text(
    "{parent} melaporkan {actual} {unit}, yang tidak mungkin tercapai berapa pun realisasi {names}: gabungannya"
    " {rolled}, dan nilai yang pas, {implied}, tidak mungkin ada",
    "{parent} reports {actual} {unit}, which cannot be whatever {names} delivered: together they make {rolled}, and"
    " {implied}, which would fit, cannot be",
)
_PARENT = Text(
    "{parent} belum punya angka{why}; realisasi bawahannya menjadi {implied} {unit}",
    "{parent} has no number{why}; what its children delivered makes {implied} {unit}",
)
_ALONE = Text(
    "{parent} belum punya angka{why}, dan angka bawahannya tidak menunjukkan satu nilai",
    "{parent} has no number{why}, and those of its children do not point to one",
)
_NOBODY = Text(
    "{parent} belum punya angka{why}, dan {missing} dari {total} bawahannya juga belum: {names}",
    "{parent} has no number{why}, nor have {missing} of its {total} children: {names}",
)
_SILENT = Text(
    "{parent} melaporkan {actual} {unit}, tetapi realisasi di luar kaskade, yang ikut dijanjikan, tidak disebutkan",
    "{parent} reports {actual} {unit}, but what was delivered outside the cascade, as was promised, is not stated",
)

CAS403 = Check(
    "CAS403",
    "not-verifiable",
    "warning",
    title=Text("Tidak dapat diverifikasi", "Not verifiable"),
    message=Text(
        "{missing} dari {total} bawahan {parent} belum punya angka: {names}",
        "{missing} of {total} children of {parent} have no number: {names}",
    ),
    fix=Text(
        "Kumpulkan angka yang disebut; nyatakan tidak berlaku atau menunggu rilis bila memang demikian",
        "Collect the numbers that are named; say so where one does not apply or awaits its release",
    ),
    condition=Text(
        "Realisasi bawahan atau atasan belum ada, sehingga kelompoknya belum dapat diperiksa; bila satu saja yang "
        "kurang, nilai tersiratnya disebut. Ditanyakan begitu ada yang melapor, dan sejak hari terakhir tahun (atau "
        "bagian tahun yang dinilai) juga bila belum ada satu pun. Galat bila angka yang ada sudah pasti bertentangan.",
        "A realization of a child or of the parent is not there, so that the group cannot be verified; where it "
        "is only one, the implied value is named. Asked as soon as anyone has reported, and from the last day of the "
        "year (or of the part of it that is judged) even where nobody has. An error where the numbers that are there "
        "already contradict each other for certain.",
    ),
    passing=Text(
        "Semua melapor.",
        "Everybody has reported.",
    ),
    failing=Text(
        "60, satu bawahan belum melapor, atasan 100: tersirat 40. Atau 50 dari 100 dan penyebut 100 yang belum "
        "melapor, atasan 80 %: pasti keliru, sebab perlu 110.",
        "60, one child has not reported, the parent 100: 40 is implied. Or 50 of 100 and a denominator of 100 "
        "that has not reported, the parent 80 %: certainly wrong, since it would take 110.",
    ),
    basis=(criterion("2.b.5"),),
    criteria=("2.b.5",),
    clear=Case.agreeing,
    subject="group",
    applies=_is_begun,
    find=_unverified,
    after=COMPARABLE,
)


def _zeroed(one: Operand, kind: LinkKind) -> Operand | None:
    """An operand with zero where its number is missing; None for a part of a ratio whose denominator is not known."""
    if one.cell.span is not None:
        return None if kind == "pool" and one.cell.parts is None else one
    if kind != "pool":
        return one._replace(cell=Cell("given", 0, Span(0, 0)))
    if one.planned is None:
        return None
    return one._replace(cell=Cell("given", 0, Span(0, 0), Parts(0, one.planned.denominator, one.planned.per)))


def _is_whole(case: Case, parent: int) -> bool:
    return is_reconciled(case, parent) and case.coverage(parent) == "partition"


def _read_as_zero(case: Case, parent: int) -> Iterable[Hit]:
    rolled = None if case.agrees(parent) else case.rolled(parent, "actual")
    own = case.actual(parent)
    if rolled is None or own.span is None or not rolled.missing or rolled.kind not in _LINEAR:
        return ()
    if any(one.cell.state not in {"missing", "awaiting"} for one in rolled.missing) or is_silent(case, parent, rolled):
        return ()
    if not any(one.cell.point for one in rolled.operands):
        return ()
    operands = [zero for one in rolled.operands if (zero := _zeroed(one, rolled.kind)) is not None]
    if len(operands) < len(rolled.operands):
        return ()
    made = roll(rolled.kind, operands, other=outside(case, parent, "actual") or 0)
    if made.span is None or not made.span.widened(case.tolerance(parent)).meets(own.span):
        return ()
    lacking = tuple(one.child for one in rolled.missing)
    arguments: tuple[tuple[str, Argument], ...] = (
        ("parent", case.graph.text(parent)),
        ("actual", shown(case, parent, own.span, own.point)),
        ("names", named(case, lacking)),
        ("unit", case.unit_of(parent)),
    )
    return (Hit(arguments, cell="actual", nodes=lacking),)


CAS404 = Check(
    "CAS404",
    "missing-read-as-zero",
    "error",
    title=Text("Data kosong dibaca nol", "Missing read as zero"),
    message=Text(
        "Realisasi {parent} {actual} {unit} hanya sesuai bila {names} nol, padahal belum dilaporkan",
        "The realization of {parent}, {actual} {unit}, agrees only if {names} were zero, but that has not been"
        " reported",
    ),
    fix=Text(
        "Laporkan nol bila memang nol; bila tidak, tunggu angkanya sebelum menghitung atasan",
        "Report zero where it is zero; otherwise wait for the number before the parent is computed",
    ),
    condition=Text(
        "Ada bawahan yang belum melapor, dan angka atasan hanya cocok bila bawahan itu nol. Untuk gabungan rasio ini "
        "ditanyakan bila semua penyebut diketahui.",
        "A child has not reported, and the parent's number agrees only if that child is zero. Of a ratio of sums this "
        "is asked where every denominator is known.",
    ),
    passing=Text(
        "60 dan nol yang dilaporkan, atasan 60.",
        "60 and a reported zero, the parent 60.",
    ),
    failing=Text(
        "60 dan satu yang belum melapor, atasan 60.",
        "60 and one that has not reported, the parent 60.",
    ),
    basis=(arithmetic("yang belum dilaporkan bukan nol"), criterion("2.b.5")),
    criteria=("2.b.5",),
    subject="group",
    applies=_is_whole,
    find=_read_as_zero,
    after=COMPARABLE,
    explains=("CAS403",),
)

CHECKS: tuple[Check, ...] = (CAS403, CAS404)
