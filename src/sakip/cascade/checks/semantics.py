"""Makna gabungan: whether what is put together can be: units, directions, definitions and kinds of measure."""

from collections.abc import Iterable

from sakip.base.text import Argument, Text, both
from sakip.cascade.case.case import Case
from sakip.cascade.case.check import Check, Hit
from sakip.cascade.case.screening import alike
from sakip.cascade.checks.aggregation import CAS507
from sakip.cascade.checks.basis import K467, arithmetic, criterion
from sakip.cascade.names.naming import folded
from sakip.cascade.rollup.span import exact_of
from sakip.cascade.rollup.units import conversion
from sakip.model.indicator import Indicator, Polarity
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
    if stated.inverse and stated.kind != "sum" and case.whole(case.graph.child_of[link], "target") is None:
        return (Hit((*_named(case, link), ("unit", child.unit or "–")), message=_NO_WHOLE),)
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


_NO_WHOLE = Text(
    "{child} [{unit}] dibalik dalam {parent} ({kind}), tetapi tidak disebut berapa keseluruhannya",
    "{child} [{unit}] enters {parent} turned around ({kind}), but nothing says how much the whole is",
)
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
        "Nyatakan pembalikannya dengan inverse, perbaiki polaritas atau satuannya, atau jadikan tautan dukungan "
        "(support)",
        "Declare the inversion with inverse, correct the polarity or the unit, or turn the link into support",
    ),
    condition=Text(
        "Arah bawahan, seperti masuknya menurut tautan, berlawanan dengan arah atasan; atau bawahan dibalik di luar "
        "sum tanpa keseluruhan yang diketahui: bukan persen, permil atau tingkat, dan komponennya tidak disebut.",
        "The child's polarity, as the link lets it enter, is not that of the parent; or other than in a sum a child is "
        "turned around in a whole that is not known: no percent, per mil or level, and no components stated.",
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


CHECKS: tuple[Check, ...] = (CAS501, CAS502, CAS506, CAS507)
