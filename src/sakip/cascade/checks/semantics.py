"""Makna gabungan: whether what is put together can be: units, directions, definitions and kinds of measure."""

from collections.abc import Iterable, Iterator

from sakip.base.text import Argument, Text
from sakip.cascade.case import Case
from sakip.cascade.check import Check, Hit
from sakip.cascade.checks.basis import K467, arithmetic, criterion
from sakip.cascade.checks.comparison import both, named
from sakip.cascade.link import LinkKind
from sakip.cascade.naming import folded
from sakip.cascade.screening import alike
from sakip.cascade.span import exact_of
from sakip.cascade.units import conversion
from sakip.model.indicator import Consolidation, Indicator, Measure, Polarity
from sakip.model.vocabulary import polarity_text

__all__ = ["CHECKS"]

_MOST_NAMED = 12


def _combines(case: Case, link: int) -> bool:
    """Whether a link lets the child's own number into that of the parent; of a count only that it is reached."""
    graph = case.graph
    kind = graph.links[link].kind
    return kind not in {"support", "count"} and graph.child_of[link] >= 0 and graph.parent_of[link] >= 0


def _ends(case: Case, link: int) -> tuple[Indicator, Indicator]:
    graph = case.graph
    return graph.indicator(graph.child_of[link]), graph.indicator(graph.parent_of[link])


def _named(case: Case, link: int) -> tuple[tuple[str, Argument], ...]:
    graph = case.graph
    return (
        ("child", graph.text(graph.child_of[link])),
        ("parent", graph.text(graph.parent_of[link])),
        ("kind", graph.links[link].kind),
    )


def _has_units(case: Case, link: int) -> bool:
    if not _combines(case, link):
        return False
    child, parent = _ends(case, link)
    return child.unit is not None and parent.unit is not None


def _unlike_units(case: Case, link: int) -> Iterable[Hit]:
    child, parent = _ends(case, link)
    stated = case.graph.links[link].factor
    if child.unit == parent.unit and stated is None:
        return ()
    own, wanted = child.unit or "", parent.unit or ""
    implied = conversion(own, wanted)
    if implied == (1 if stated is None else exact_of(stated)) or (implied is None and stated is not None):
        return ()
    arguments: tuple[tuple[str, Argument], ...] = (*_named(case, link), ("child_unit", own), ("parent_unit", wanted))
    if implied is None:
        return (Hit(arguments),)
    # Equal units that are multiplied, or a multiple of a unit that is not.
    factors: tuple[tuple[str, Argument], ...] = (("factor", 1 if stated is None else stated), ("implied", implied))
    return (Hit((*arguments, *factors), message=_WRONG_FACTOR),)


_WRONG_FACTOR = Text(
    "{child} [{child_unit}] masuk ke {parent} [{parent_unit}] dengan faktor {factor}, sedangkan satuannya berarti"
    " {implied}",
    "{child} [{child_unit}] enters {parent} [{parent_unit}] with factor {factor}, while the units mean {implied}",
)

CAS501 = Check(
    "CAS501",
    "incompatible-units",
    "error",
    title=Text("Satuan tidak sepadan", "Incompatible units"),
    message=Text(
        "{child} dalam {child_unit} tidak dapat masuk ke {parent} dalam {parent_unit} ({kind})",
        "{child} in {child_unit} cannot enter {parent} in {parent_unit} ({kind})",
    ),
    fix=Text(
        "Samakan satuannya, sebutkan faktor konversinya dalam Link.factor, atau jadikan tautan dukungan (support)",
        "Use one unit, state the conversion in Link.factor, or turn the link into support",
    ),
    condition=Text(
        "Satuan pada tautan hitung tidak sama dan faktornya tidak disebut, atau faktornya bertentangan dengan "
        "satuannya. Tidak ditanyakan pada support dan count.",
        "The units on an arithmetic link differ without a factor, or the factor contradicts the units. Not asked "
        "of support and count.",
    ),
    passing=Text(
        "Ribu orang masuk ke orang dengan factor=1000; “persen” dan “%” satu satuan.",
        "Thousands of people enter people with factor=1000; “persen” and “%” are one unit.",
    ),
    failing=Text(
        "Persen masuk ke rupiah.",
        "Percent enters rupiah.",
    ),
    basis=(criterion("2.a.2"), arithmetic("hanya angka sesatuan dapat digabung")),
    criteria=("2.a.2",),
    clear=alike,
    subject="link",
    applies=_has_units,
    find=_unlike_units,
    suppressible=False,
)


def _opposite(case: Case, link: int) -> Iterable[Hit]:
    child, parent = _ends(case, link)
    stated = case.graph.links[link]
    turned = stated.inverse != (stated.weight is not None and stated.weight < 0)
    entering = _TURNED[child.polarity] if turned else child.polarity
    if entering == parent.polarity:
        return ()
    arguments: tuple[tuple[str, Argument], ...] = (
        *_named(case, link),
        ("child_polarity", polarity_text(child.polarity)),
        ("parent_polarity", polarity_text(parent.polarity)),
    )
    return (Hit(arguments, message=_TURNED_IN_VAIN if turned else None),)


_TURNED: dict[Polarity, Polarity] = {"maximize": "minimize", "minimize": "maximize", "stabilize": "stabilize"}
_TURNED_IN_VAIN = Text(
    "{child} ({child_polarity}) dibalik lebih dahulu sebelum masuk ke {parent} ({parent_polarity}), sehingga arahnya"
    " tidak searah lagi",
    "{child} ({child_polarity}) is turned around before it enters {parent} ({parent_polarity}), so that the two no"
    " longer go the same way",
)

CAS502 = Check(
    "CAS502",
    "opposite-polarity",
    "error",
    title=Text("Arah indikator berlawanan", "Opposite polarity"),
    message=Text(
        "{child} ({child_polarity}) masuk ke {parent} ({parent_polarity}) tanpa dibalik",
        "{child} ({child_polarity}) enters {parent} ({parent_polarity}) without being turned around",
    ),
    fix=Text(
        "Nyatakan pembalikannya dengan inverse, perbaiki polaritasnya, atau jadikan tautan dukungan (support)",
        "Declare the inversion with inverse, correct the polarity, or turn the link into support",
    ),
    condition=Text(
        "Arah bawahan, seperti masuknya menurut tautan, berlawanan dengan arah atasan.",
        "The child's polarity, as the link lets it enter, is not that of the parent.",
    ),
    passing=Text(
        "Angka putus sekolah (makin rendah makin baik) masuk ke angka partisipasi dengan inverse=True.",
        "The drop-out rate (lower is better) enters the participation rate with inverse=True.",
    ),
    failing=Text(
        "Yang makin rendah makin baik dijumlahkan ke yang makin tinggi makin baik.",
        "What is better the lower is added to what is better the higher.",
    ),
    basis=(arithmetic("yang membaik di bawah harus membaik di atas"),),
    clear=alike,
    subject="link",
    applies=_combines,
    find=_opposite,
)


def _adopts(case: Case, link: int) -> bool:
    return case.graph.links[link].kind in {"same", "pool"} and _combines(case, link)


def _unlike_definitions(case: Case, link: int) -> Iterable[Hit]:
    child, parent = _ends(case, link)
    same = case.graph.links[link].kind == "same"
    unlike: list[Text] = []
    if same and _differ(child.operational_definition, parent.operational_definition):
        unlike.append(_DEFINITION)
    if same and _differ(child.data_source, parent.data_source):
        unlike.append(_SOURCE)
    reworded = _differ_in_signs(child.formula, parent.formula)
    if reworded:
        unlike.append(_FORMULA)
    if child.consolidation != parent.consolidation and None not in {child.consolidation, parent.consolidation}:
        unlike.append(_CONSOLIDATION)
    if not unlike:
        return ()
    attributes = both(lambda lang: ", ".join(one.render(lang) for one in unlike))
    # The formula of a part may name the part; only for an adopted indicator it must be the very same.
    softened = reworded and not same and len(unlike) == 1
    return (Hit((*_named(case, link), ("attributes", attributes)), severity="warning" if softened else None),)


def _differ(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and folded(one) != folded(other)


def _differ_in_signs(one: str | None, other: str | None) -> bool:
    # In a formula the signs are what counts.
    return one is not None and other is not None and _unspaced(one) != _unspaced(other)


def _unspaced(text: str) -> str:
    return "".join(text.casefold().split())


_DEFINITION = Text("definisi operasional", "operational definition")
_SOURCE = Text("sumber data", "data source")
_FORMULA = Text("rumus", "formula")
_CONSOLIDATION = Text("konsolidasi", "consolidation")

CAS506 = Check(
    "CAS506",
    "definition-mismatch",
    "error",
    title=Text("Definisi berbeda pada indikator adopsi", "Definition mismatch"),
    message=Text(
        "{child} dan {parent} mestinya satu ukuran ({kind}), tetapi berbeda dalam {attributes}",
        "{child} and {parent} should be one measure ({kind}), but differ in {attributes}",
    ),
    fix=Text(
        "Pakai satu manual indikator untuk keduanya, atau jenis tautan lain",
        "Use one data sheet for both, or another kind of link",
    ),
    condition=Text(
        "Pada same: definisi operasional, sumber data, rumus atau konsolidasi berbeda. Pada pool: rumus "
        "(peringatan bila hanya itu) atau konsolidasi. Yang tidak diisi tidak dibandingkan.",
        "Of same: operational definition, data source, formula or consolidation differ. Of a pool: the formula (a "
        "warning where it is that alone) or the consolidation. What is not stated is not compared.",
    ),
    passing=Text(
        "Satu manual indikator untuk keduanya.",
        "One data sheet for both.",
    ),
    failing=Text(
        "Diambil alih apa adanya, tetapi sumber data atasan survei tahunan dan sumber data bawahan survei triwulanan.",
        "Taken over as it is, but the parent's data source is a yearly survey and the child's a quarterly one.",
    ),
    basis=(K467, criterion("2.a.2")),
    criteria=("2.a.2",),
    subject="link",
    applies=_adopts,
    find=_unlike_definitions,
)


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
    for link, child, parent in zip(graph.links, graph.child_of, graph.parent_of, strict=True):
        if child >= 0 <= parent and (link.kind in (banned[child] or ()) or link.kind in (banned[parent] or ())):
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
    if kind is None or kind == "count":
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
        "Pilih salah satu cara gabung yang sah, atau perbaiki jenis ukurannya",
        "Choose one of the admissible ways, or correct the kind of measure",
    ),
    condition=Text(
        "Cara gabung yang tidak sah untuk jenis ukurannya. Menurut waktu, posisi, rasio dan indeks tidak "
        "dijumlahkan, peringkat dan tonggak juga tidak dirata-ratakan. Antarunit, indeks tidak dijumlahkan; "
        "peringkat hanya diambil alih, dicacah, atau dilihat ekstremnya.",
        "A way of combining that the kind of measure does not allow. Over time stocks, ratios and indices are not "
        "added up, ordinals and milestones not averaged either. Across units indices are not added up; ordinals "
        "are only adopted, counted, or seen by their extremes.",
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

CHECKS: tuple[Check, ...] = (CAS501, CAS502, CAS506, CAS507)
