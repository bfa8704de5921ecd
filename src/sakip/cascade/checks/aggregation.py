"""Gabungan menurut jenis ukuran: whether a kind of measure can be put together over time and across units."""

from collections.abc import Iterator

from sakip.base.text import Argument, Text
from sakip.cascade.case.case import Case
from sakip.cascade.case.check import Check, Hit
from sakip.cascade.checks.basis import arithmetic
from sakip.cascade.checks.comparison import named
from sakip.cascade.inputs.link import LinkKind
from sakip.model.indicator import Consolidation, Indicator, Measure
from sakip.model.scale import Level

__all__ = ["CAS507"]

_MOST_NAMED = 12
_ON_ONE_SCALE = ("same", "minimum", "maximum")


def _measure(indicator: Indicator) -> Measure | None:
    return "ordinal" if indicator.scale is not None else indicator.measure


def _is_measured(case: Case, node: int) -> bool:
    indicator = case.graph.indicator(node)
    if _measure(indicator) is not None and indicator.consolidation is not None:
        return True
    return case.has_arithmetic(node)


def _lawful(case: Case) -> bytearray:
    """By node, whether every measure is put together over time and across units as it may be."""
    graph = case.graph
    flags = bytearray(b"\x01" * len(graph.targets))
    banned: list[tuple[LinkKind, ...] | None] = []
    for node, target in enumerate(graph.targets):
        indicator = target.indicator
        measure = indicator.measure if indicator.scale is None else "ordinal"
        banned.append(None if measure is None else _NOT_ACROSS.get(measure))
        if measure is not None and indicator.consolidation in _NOT_OVER_TIME[measure]:
            flags[node] = 0
    scales = [target.indicator.scale for target in graph.targets]
    for link, child, parent in zip(graph.links, graph.child_of, graph.parent_of, strict=True):
        if not child >= 0 <= parent:
            continue
        if link.kind in (banned[child] or ()) or link.kind in (banned[parent] or ()) or scales[child] != scales[parent]:
            flags[parent] = 0
    for parent, group in graph.groups.items():
        if group.threshold is not None:
            flags[parent] = 0
    return flags


def _illegal(case: Case, node: int) -> Iterator[Hit]:
    graph = case.graph
    indicator = graph.indicator(node)
    measure, how = _measure(indicator), indicator.consolidation
    if measure is not None and how is not None and how in _NOT_OVER_TIME[measure]:
        admissible = ", ".join(each for each in _OVER_TIME if each not in _NOT_OVER_TIME[measure])
        arguments = _illegal_arguments(named(case, [node]), measure, how, admissible)
        yield Hit((*arguments, ("dimension", _TIME)), cell="actual", blocks=(node, *graph.parents(node)))
    kind = case.kind(node)
    yield from _unlike_scales(case, node)
    yield from _unmet_threshold(case, node)
    if kind is None:
        return
    found = [at for at in graph.children(node, arithmetic=True) if _is_illegal(_measure(graph.indicator(at)), kind)]
    if not found and _is_illegal(measure, kind):
        found = [node]
    if found:
        worst = _measure(graph.indicator(found[0]))
        assert worst is not None
        admissible = ", ".join(each for each in _ACROSS if not _is_illegal(worst, each))
        arguments = _illegal_arguments(named(case, found), worst, kind, admissible)
        parent: tuple[tuple[str, Argument], ...] = (("parent", graph.text(node)), ("dimension", _UNITS))
        yield Hit((*arguments, *parent), message=_ACROSS_UNITS, nodes=tuple(found[:_MOST_NAMED]))


def _unlike_scales(case: Case, parent: int) -> Iterator[Hit]:
    """Children whose levels stand on another scale than the parent's, or only one of the two on any.

    What adds or averages levels is told already; a count only asks whether a level is reached.

    """
    graph, kind = case.graph, case.kind(parent)
    if kind not in _ON_ONE_SCALE:
        return
    own = graph.indicator(parent).scale
    odd = [child for child in graph.children(parent, arithmetic=True) if graph.indicator(child).scale != own]
    if odd:
        words: tuple[tuple[str, Argument], ...] = (("parent", graph.text(parent)), ("operation", kind))
        yield Hit((*words, ("children", named(case, odd))), nodes=tuple(odd[:_MOST_NAMED]), message=_SCALES)


def _unmet_threshold(case: Case, parent: int) -> Iterator[Hit]:
    """Children that can neither reach nor miss the threshold of a count, since it is none of their kind."""
    graph, group = case.graph, case.graph.groups.get(parent)
    threshold = None if group is None or case.kind(parent) != "count" else group.threshold
    if threshold is None:
        return
    scales = ((child, graph.indicator(child).scale) for child in graph.children(parent, arithmetic=True))
    if isinstance(threshold, Level):
        odd = [child for child, scale in scales if scale is None or threshold not in scale]
    else:
        odd = [child for child, scale in scales if scale is not None]
    if odd:
        stated: Argument = threshold.name if isinstance(threshold, Level) else threshold
        words: tuple[tuple[str, Argument], ...] = (("parent", graph.text(parent)), ("threshold", stated))
        yield Hit((*words, ("children", named(case, odd))), nodes=tuple(odd[:_MOST_NAMED]), message=_THRESHOLD)


_SCALES = Text(
    "{parent} digabung dengan {operation}, tetapi tingkatnya tidak berada pada satu skala dengan {children}",
    "{parent} is put together by {operation}, but its levels do not stand on one scale with {children}",
)
_THRESHOLD = Text(
    "{parent} mencacah yang mencapai {threshold}, tetapi ambang itu tidak berlaku untuk ukuran {children}",
    "{parent} counts what reaches {threshold}, but that threshold is none for the measure of {children}",
)


def _illegal_arguments(
    node: Text, measure: Measure, operation: str, admissible: str
) -> tuple[tuple[str, Argument], ...]:
    return ("node", node), ("measure", _MEASURES[measure]), ("operation", operation), ("admissible", admissible)


def _is_illegal(measure: Measure | None, kind: LinkKind) -> bool:
    return measure is not None and kind in _NOT_ACROSS.get(measure, ())


_OVER_TIME: tuple[Consolidation, ...] = (
    "sum",
    "average",
    "last_level",
    "last_progress",
    "minimum",
    "maximum",
    "pool",
)
_NOT_OVER_TIME: dict[Measure, tuple[Consolidation, ...]] = {
    "flow": (),
    "stock": ("sum",),
    "ratio": ("sum",),
    "index": ("sum",),
    "ordinal": ("sum", "average", "pool"),
    # A milestone is passed once; how far it has come is its progress.
    "milestone": ("sum", "average", "pool", "maximum"),
}
_ACROSS: tuple[LinkKind, ...] = ("same", "sum", "mean", "weighted", "pool", "minimum", "maximum", "count")
# That ratios are added up has a check of its own, CAS306.
_NOT_ACROSS: dict[Measure, tuple[LinkKind, ...]] = {
    "index": ("sum",),
    "ordinal": ("sum", "mean", "weighted", "pool"),
    "milestone": ("sum", "mean", "weighted", "pool", "maximum"),
}
_MEASURES: dict[Measure, Text] = {
    "flow": Text("arus", "flow"),
    "stock": Text("posisi pada satu tanggal", "stock"),
    "ratio": Text("rasio", "ratio"),
    "index": Text("indeks", "index"),
    "ordinal": Text("peringkat", "ordinal level"),
    "milestone": Text("tonggak", "milestone"),
}
_TIME = Text("waktu", "time")
_UNITS = Text("unit", "units")
_ACROSS_UNITS = Text(
    "{parent} digabung dengan {operation}, padahal {node} adalah {measure}; antarunit yang sah: {admissible}",
    "{parent} is put together by {operation}, but {node} is a {measure}; admissible across units: {admissible}",
)

CAS507 = Check(
    "CAS507",
    "illegal-aggregation",
    "error",
    title=Text("Gabungan tidak sah untuk jenis ukuran", "Aggregation illegal for measure"),
    message=Text(
        "{node} adalah {measure}, sehingga periodenya tidak boleh digabung dengan {operation}; yang sah: {admissible}",
        "{node} is a {measure}, so its periods must not be put together by {operation}; admissible: {admissible}",
    ),
    fix=Text(
        "Pilih cara gabung yang sah, atau perbaiki jenis ukuran, skala atau ambangnya",
        "Choose an admissible way, or correct the kind of measure, the scale or the threshold",
    ),
    condition=Text(
        "Cara gabung yang tidak sah untuk jenis ukurannya. Menurut waktu, posisi, rasio dan indeks tidak "
        "dijumlahkan, peringkat dan tonggak juga tidak dirata-ratakan. Antarunit, indeks tidak dijumlahkan; "
        "peringkat hanya diambil alih, dicacah, atau dilihat ekstremnya, pada satu skala. Ambang count yang bukan "
        "tingkat pada skala bawahan, atau bukan angka padahal bawahannya angka, juga tidak sah.",
        "A way of combining that the kind of measure does not allow. Over time stocks, ratios and indices are not "
        "added up, ordinals and milestones not averaged either. Across units indices are not added up; ordinals "
        "are only adopted, counted, or seen by their extremes, on one scale. A threshold of a count that is no level "
        "of a child's scale, or a level where the child is a number, is not allowed either.",
    ),
    passing=Text(
        "Jumlah penduduk (stock), konsolidasi posisi akhir.",
        "Population (a stock), consolidated as the last level.",
    ),
    failing=Text(
        "Jumlah ASN (stock), konsolidasi jumlah: keempat triwulan dijumlahkan.",
        "Number of civil servants (a stock), consolidated as a sum: the four quarters are added up.",
    ),
    basis=(arithmetic("posisi tidak dijumlahkan menurut waktu; rasio, indeks dan peringkat tidak dijumlahkan"),),
    clear=_lawful,
    subject="node",
    applies=_is_measured,
    find=_illegal,
    suppressible=False,
)
