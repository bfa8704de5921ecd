"""Target bawahan satu per satu: adopted targets that differ, targets weaker than the parent's, and text targets."""

from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction

from sakip.base.text import Argument, Text
from sakip.cascade.case.case import Case
from sakip.cascade.case.check import Check, Hit
from sakip.cascade.case.headroom import headroom
from sakip.cascade.checks.basis import K467, P29, criterion
from sakip.cascade.checks.comparison import COMPARABLE, implied, is_ratio, may_be_weaker, same_units, shown
from sakip.cascade.names.naming import folded
from sakip.cascade.rollup.cells import worse
from sakip.cascade.rollup.rollup import Operand, linear
from sakip.cascade.rollup.span import Exact, Span, distance, tidy
from sakip.model.indicator import Indicator, Level

__all__ = ["CHECKS"]

_WITHOUT_SUM = {"mean", "weighted", "pool"}


def _adopts(case: Case, parent: int) -> bool:
    return case.target(parent).span is not None and case.kind(parent) == "same"


def _unlike(case: Case, parent: int) -> Iterator[Hit]:
    rolled, own = case.rolled(parent, "target"), case.target(parent)
    polarity, tolerance = case.graph.indicator(parent).polarity, case.tolerance(parent)
    for one in () if rolled is None else rolled.operands:
        if own.span is None or one.cell.span is None:
            continue  # CAS308 says so
        span = one.span.widened(tolerance)
        if span.meets(own.span):
            continue
        arguments: tuple[tuple[str, Argument], ...] = (
            ("child", case.graph.text(one.child)),
            ("parent", case.graph.text(parent)),
            ("promised", shown(case, parent, one.span, one.point)),
            ("target", shown(case, parent, own.span, own.point)),
            ("unit", case.unit_of(parent)),
        )
        stricter = polarity != "stabilize" and not worse(span, own.span, polarity)
        yield Hit(arguments, cell="target", nodes=(one.child,), severity="note" if stricter else None)


CAS303 = Check(
    "CAS303",
    "adopted-target-differs",
    "error",
    title=Text("Target adopsi berbeda", "Adopted target differs"),
    message=Text(
        "{child} mengambil alih {parent} apa adanya, tetapi targetnya {promised} {unit}, bukan {target} {unit}",
        "{child} takes over {parent} as it is, but its target is {promised} {unit}, not {target} {unit}",
    ),
    fix=Text(
        "Samakan targetnya, atau pakai jenis tautan untuk lingkup yang dipersempit",
        "Make the targets equal, or use a kind of link for a narrower scope",
    ),
    condition=Text(
        "Bawahan mengambil alih indikator (same), tetapi targetnya lain. Yang lebih ketat hanya catatan.",
        "A child adopts an indicator (same) with another target. A stricter one is a note.",
    ),
    passing=Text(
        "85 dan 85,0.",
        "85 and 85.0.",
    ),
    failing=Text(
        "85 dan 80 galat; 85 dan 86 catatan.",
        "85 and 80 is an error; 85 and 86 a note.",
    ),
    basis=(K467,),
    subject="group",
    applies=_adopts,
    find=_unlike,
    after=(*COMPARABLE, "CAS308"),
)


def _is_carried(case: Case, parent: int) -> bool:
    graph = case.graph
    if not graph.incoming[parent] or case.target(parent).span is None or case.coverage(parent) != "partition":
        return False
    kind = case.kind(parent)
    return kind in _WITHOUT_SUM or (kind is None and _is_intensive(case, parent) and not case.has_arithmetic(parent))


def _is_intensive(case: Case, node: int) -> bool:
    """Whether a part may be held against the whole: a rate or an index, but no count."""
    indicator = case.graph.indicator(node)
    return is_ratio(indicator) or indicator.measure == "index" or indicator.scale is not None


def _weak(case: Case, parent: int) -> Iterable[Hit]:
    own, polarity = case.target(parent), case.graph.indicator(parent).polarity
    assert own.span is not None
    if case.kind(parent) is None:
        return _weak_support(case, parent, own.span)
    rolled = None if case.agrees(parent) else case.rolled(parent, "target")
    if rolled is None or rolled.span is None:
        return ()
    if not worse(rolled.span.widened(case.tolerance(parent)), own.span, polarity):
        is_open = may_be_weaker(case, parent, rolled)
        return (Hit(verdict="skipped", cell="target", by="CAS301"),) if is_open else ()
    form, found = linear(rolled), []
    for at, one in enumerate(rolled.operands):
        if one.cell.span is None or not worse(one.span, own.span, polarity):
            continue
        gap = None if rolled.point is None or own.point is None else own.point - rolled.point
        needed = None if form is None or gap is None or not form[1][at] else _needed(case, one, gap, form[1][at])
        found.append(_weak_hit(case, parent, one.child, needed))
    return found


def _needed(case: Case, one: Operand, gap: Exact, factor: Exact) -> Exact | None:
    """What this child alone would have to promise; None where it cannot."""
    point = case.target(one.child).point
    if point is None:
        return None
    needed = tidy(point + Fraction(gap) / (factor * case.scale(one.link)))
    room = headroom(case, one.child, point, rising=needed > point)
    beyond = room is not None and distance(needed, point) > room
    return None if beyond or (needed > 100 and is_ratio(case.graph.indicator(one.child))) else needed


def _weak_support(case: Case, parent: int, own: Span) -> list[Hit]:
    """Supporting children with the very same indicator, none of whom promises more than the parent."""
    graph, wanted = case.graph, case.graph.indicator(parent)
    children = graph.children(parent, arithmetic=False)
    spans = [(child, case.target(child).span) for child in children if _is_one(graph.indicator(child), wanted)]
    known = [(child, span) for child, span in spans if span is not None]
    if any(worse(own, span, wanted.polarity) for _, span in known):
        return []
    return [_weak_hit(case, parent, child, None) for child, span in known if worse(span, own, wanted.polarity)]


def _is_one(one: Indicator, other: Indicator) -> bool:
    """Whether two indicators are one by name and measure; a shared unit alone says nothing."""
    return (
        folded(one.name) == folded(other.name)
        and same_units(one, other)
        and (one.measure, one.polarity, one.scale) == (other.measure, other.polarity, other.scale)
    )


def _weak_hit(case: Case, parent: int, child: int, needed: Exact | None) -> Hit:
    promised, own = case.target(child), case.target(parent)
    assert promised.span is not None
    assert own.span is not None
    arguments: tuple[tuple[str, Argument], ...] = (
        ("child", case.graph.text(child)),
        ("parent", case.graph.text(parent)),
        ("promised", shown(case, child, promised.span, promised.point)),
        ("target", shown(case, parent, own.span, own.point)),
    )
    if needed is None:
        return Hit(arguments, cell="target", nodes=(child,))
    return Hit((*arguments, ("needed", needed)), cell="target", nodes=(child,), message=_NEEDED)


_NEEDED = Text(
    "Target {child} {promised} lebih lunak daripada target {parent} {target}, dan tidak ada saudara yang mengimbangi;"
    " bila hanya ia yang diubah, targetnya menjadi {needed}",
    "The target of {child}, {promised}, is weaker than that of {parent}, {target}, and no sibling makes up for it; if"
    " it alone were changed, its target would be {needed}",
)

CAS304 = Check(
    "CAS304",
    "weaker-child-target",
    "warning",
    title=Text("Target bawahan lebih lunak", "Child target weaker than the parent"),
    message=Text(
        "Target {child} {promised} lebih lunak daripada target {parent} {target}, dan tidak ada saudara yang"
        " mengimbangi",
        "The target of {child}, {promised}, is weaker than that of {parent}, {target}, and no sibling makes up for it",
    ),
    fix=Text(
        "Perkuat target bawahan itu, atau imbangi dengan bawahan lain",
        "Strengthen that target, or make up for it with another child",
    ),
    condition=Text(
        "Gabungan target (mean, weighted, pool) lebih lunak daripada target atasan, dan bawahan ini termasuk "
        "penyebabnya. Pada dukungan: indikator dengan nama, satuan dan ukuran yang sama lebih lunak, dan tidak "
        "ada saudara yang menjanjikan lebih baik daripada atasan.",
        "What the targets make together (mean, weighted, pool) is weaker than the parent's target, and this child "
        "is among the weak ones. Of support: an indicator of the same name, unit and measure is weaker, and no "
        "sibling promises better than the parent.",
    ),
    passing=Text(
        "80 dan 90, rata-rata 85 untuk target 85.",
        "80 and 90, a mean of 85 for a target of 85.",
    ),
    failing=Text(
        "80 dan 82 untuk target 85: bila berubah sendiri, yang satu perlu 88, yang lain 90.",
        "80 and 82 for a target of 85: if it alone changed, the one would need 88, the other 90.",
    ),
    basis=(criterion("1.b.7"),),
    criteria=("1.b.7",),
    subject="node",
    applies=_is_carried,
    find=_weak,
    after=(*COMPARABLE, "CAS308"),
)


def _is_unclear(case: Case, parent: int) -> Iterator[Hit]:
    graph = case.graph
    if not case.agrees(parent) and case.target(parent).state == "not_numeric":
        arguments = _text_target(case, parent, parent)
        yield Hit(arguments, cell="target", message=_OWN)
    for child in () if case.agrees(parent) else graph.children(parent, arithmetic=True):
        if case.target(child).state != "not_numeric":
            continue
        arguments, fitting = _text_target(case, parent, child), implied(case, parent, "target")
        if fitting is None:
            yield Hit(arguments, cell="target", nodes=(child,))
        else:
            yield Hit((*arguments, ("implied", fitting)), cell="target", nodes=(child,), message=_FITTING)


def _text_target(case: Case, parent: int, node: int) -> tuple[tuple[str, Argument], ...]:
    value = case.graph.target(node).value
    stated: Argument = value if isinstance(value, date) else value.name if isinstance(value, Level) else str(value)
    return ("child", case.graph.text(node)), ("parent", case.graph.text(parent)), ("stated", stated)


_OWN = Text(
    "Target {parent} berbunyi “{stated}”, bukan angka, sehingga target bawahannya tidak dapat dibandingkan dengannya",
    "The target of {parent} reads “{stated}” and is no number, so that those of its children cannot be compared with"
    " it",
)
_FITTING = Text(
    "Target {child} berbunyi “{stated}”, bukan angka, sehingga {parent} tidak dapat diperiksa; yang pas adalah"
    " {implied}",
    "The target of {child} reads “{stated}” and is no number, so that {parent} cannot be checked; {implied} would fit",
)

CAS308 = Check(
    "CAS308",
    "target-not-numeric",
    "error",
    title=Text("Target bukan angka", "Target not numeric"),
    message=Text(
        "Target {child} berbunyi “{stated}”, bukan angka, sehingga {parent} tidak dapat diperiksa",
        "The target of {child} reads “{stated}” and is no number, so that {parent} cannot be checked",
    ),
    fix=Text(
        "Tulis target yang terukur, atau jadikan tautannya dukungan (support)",
        "Write a target that can be measured, or turn the link into support",
    ),
    condition=Text(
        "Target pada tautan hitung, milik bawahan atau atasan, bukan angka: tanggal, kata, atau tingkat di luar "
        "skalanya.",
        "A target on an arithmetic link, the child's or the parent's, is no number: a date, a word, or a level "
        "outside its scale.",
    ),
    passing=Text(
        "95.",
        "95.",
    ),
    failing=Text(
        "“Sesuai kebutuhan”, dengan saudara 60 dan atasan 100: yang pas 40.",
        "“As needed”, with a sibling of 60 and a parent of 100: 40 would fit.",
    ),
    basis=(P29,),
    subject="group",
    find=_is_unclear,
)

CHECKS: tuple[Check, ...] = (CAS308, CAS303, CAS304)
"""Pemeriksaan bawahan: CAS308 stands first, for the others build on it."""
