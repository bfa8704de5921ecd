"""Satu angka, satu cara: whether each indicator has one number and is computed in one way."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from sakip.base.text import Argument, Text, both
from sakip.cascade.case.case import Case
from sakip.cascade.case.check import Check, Hit
from sakip.cascade.checks.basis import arithmetic, criterion
from sakip.cascade.checks.comparison import is_telling
from sakip.cascade.inputs.link import Group, LinkKind
from sakip.cascade.rollup.cells import conflicting
from sakip.cascade.verdicts.figures import listing
from sakip.scoring.wording import told_text

__all__ = ["CHECKS"]


def _mixed(case: Case, parent: int) -> Iterator[Hit]:
    graph = case.graph
    kinds = sorted(graph.links[at].kind for at in graph.incoming[parent] if graph.links[at].is_arithmetic)
    counted = [(kind, len(list(same))) for kind, same in groupby(kinds)]
    yield from _needless_fields(case, parent)
    kind = case.kind(parent)
    if kind is not None and not is_telling(case, parent, kind):
        words = (("parent", graph.text(parent)), ("kind", kind), ("coverage", case.coverage(parent)))
        yield Hit(words, severity="note", message=_PARTIAL)
    if len(counted) > 1:
        shown = ", ".join(f"{count} × {kind}" for kind, count in counted)
        yield Hit((("parent", graph.text(parent)), ("kinds", shown)))


def _needless_fields(case: Case, parent: int) -> Iterator[Hit]:
    """What a group states and its arithmetic does not read, so that it would count for nothing."""
    group, kind = case.graph.groups.get(parent), case.kind(parent)
    fields = () if group is None or kind is None else _needless(group, kind)
    if fields:
        told = both(lambda lang: listing(fields, lang))
        yield Hit(
            (("parent", case.graph.text(parent)), ("kind", kind or ""), ("fields", told)), blocks=(), message=_NEEDLESS
        )


def _needless(group: Group, kind: LinkKind) -> tuple[str, ...]:
    stated = (
        ("other", group.other is not None, "sum"),
        ("other_actual", group.other_actual is not None, "sum"),
        ("threshold", group.threshold is not None, "count"),
        ("per_hundred", group.per_hundred, "count"),
        ("weight_decimals", group.weight_decimals is not None, "weighted"),
    )
    return tuple(name for name, is_stated, only in stated if is_stated and kind != only)


_PARTIAL = Text(
    "Bawahan {parent} bukan keseluruhannya ({coverage}) dan digabung dengan {kind}: dari hasilnya tidak dapat"
    " disimpulkan apa pun tentang {parent}, sehingga angkanya tidak dibandingkan",
    "The children of {parent} are not the whole ({coverage}) and are put together by {kind}: nothing follows from that"
    " for {parent}, so that its numbers are not compared",
)
_NEEDLESS = Text(
    "{parent} dihitung dengan {kind}, sehingga isian kelompoknya tidak terpakai: {fields}",
    "{parent} is computed by {kind}, for which these fields of its group mean nothing: {fields}",
)

CAS106 = Check(
    "CAS106",
    "mixed-kinds",
    "error",
    title=Text("Jenis perhitungan tidak padu", "Mixed roll-up kinds"),
    message=Text(
        "{parent} dihitung dengan beberapa cara sekaligus: {kinds}",
        "{parent} is computed in several ways at once: {kinds}",
    ),
    fix=Text(
        "Sisipkan satu indikator antara untuk tiap jenis; hapus isian kelompok yang tidak terpakai",
        "Insert one indicator between for each kind; take out fields of the group that mean nothing",
    ),
    condition=Text(
        "Tautan hitung yang masuk ke satu indikator lebih dari satu jenis; dukungan tidak dihitung. Atau kelompoknya "
        "berisi other di luar sum, threshold atau per_hundred di luar count, atau weight_decimals di luar weighted, "
        "yang tidak akan terhitung. Catatan: rata-rata atau rasio bawahan yang bukan keseluruhannya tidak "
        "dibandingkan.",
        "The arithmetic links that arrive at an indicator are of more than one kind; support does not count. Or its "
        "group states other for anything but a sum, threshold or per_hundred for anything but a count, or "
        "weight_decimals for anything but a weighted mean, which would count for nothing. A note: the mean or the "
        "ratio of children that are not the whole is not compared.",
    ),
    passing=Text(
        "Tiga tautan sum, dan dukungan di sampingnya.",
        "Three sum links, and support beside them.",
    ),
    failing=Text(
        "Dua tautan sum dan satu tautan mean.",
        "Two sum links and one mean link.",
    ),
    basis=(criterion("2.a.2"),),
    criteria=("2.a.2",),
    subject="node",
    applies=lambda case, parent: case.has_arithmetic(parent),
    find=_mixed,
)


def _has_several(case: Case, node: int) -> bool:
    graph = case.graph
    return node in graph.doubled or node in graph.contested or bool(graph.reported[node])


def _conflicting(case: Case, node: int) -> Iterable[Hit]:
    graph = case.graph
    blocks = (node, *graph.parents(node))
    for subject in graph.contested.get(node, ()):
        yield Hit((("node", graph.text(node)), ("what", _DESCRIBED[subject])), cell=subject, message=_CONTESTED)
    if case.target(node).state == "conflicting":
        values: list[object] = [one.value for one in (graph.targets[node], *graph.doubled[node])]
        yield Hit(_values(case, node, values), cell="target", blocks=blocks)
    if case.actual(node).state == "conflicting":
        indicator, year = graph.indicator(node), graph.agreement(node).period
        found = conflicting(graph.reported[node], indicator, year, case.rounded)
        yield Hit(_values(case, node, [one.value for one in found]), cell="actual", blocks=blocks)


def _values(case: Case, node: int, values: list[object]) -> tuple[tuple[str, Argument], ...]:
    unlike = set(values)
    listed = both(lambda lang: ", ".join(sorted(told_text(value, None, lang) for value in unlike)))
    return ("node", case.graph.text(node)), ("count", len(unlike)), ("values", listed)


_DESCRIBED = {
    "group": Text("kelompok (Group)", "groups (Group)"),
    "facts": Text("keterangan (NodeFacts)", "facts (NodeFacts)"),
}
_CONTESTED = Text(
    "{node} punya beberapa {what} yang bertentangan, dengan penulisan nama yang berbeda; tidak satu pun dipakai",
    "{node} has several {what} that contradict each other, its name typed in different ways; none of them is used",
)

CAS107 = Check(
    "CAS107",
    "conflicting-values",
    "error",
    title=Text("Nilai ganda bertentangan", "Conflicting values for one cell"),
    message=Text(
        "{node} punya {count} nilai yang tidak mungkin semuanya benar: {values}",
        "{node} has {count} values that cannot all be true: {values}",
    ),
    fix=Text("Tentukan sumber yang berwenang, dan buang yang lain", "Say which source counts, and drop the others"),
    condition=Text(
        "Satu sel punya nilai yang berbeda: realisasi satu periode yang dilaporkan dua kali, atau target dalam "
        "dua perjanjian yang berlaku bersamaan. Begitu pula kelompok atau keterangan dari satu indikator yang namanya "
        "ditulis dengan dua cara. Urutan masukan tidak berpengaruh; tidak satu pun dipakai.",
        "One cell has different values: a period that is reported twice, or a target in two agreements in force "
        "at the same time. So do groups or facts of one indicator whose name is typed in two ways. The order of "
        "input does not matter; none of them is used.",
    ),
    passing=Text(
        "60 dan 60,00.",
        "60 and 60.00.",
    ),
    failing=Text(
        "60 dan 90 untuk tahun yang sama: gabungan di atasnya dilewati.",
        "60 and 90 for the same year: the group above is skipped.",
    ),
    basis=(arithmetic("satu sel, satu nilai"),),
    subject="node",
    applies=_has_several,
    find=_conflicting,
    suppressible=False,
)


def _has_calc(case: Case, node: int) -> bool:
    facts = case.graph.facts[node]
    return facts is not None and facts.calc is not None


def _mode(case: Case, node: int) -> Iterator[Hit]:
    facts, computed = case.graph.facts[node], case.has_arithmetic(node)
    assert facts is not None
    if facts.calc == "computed" and facts.external:
        why = _EXTERNAL
    elif facts.calc == "computed" and not computed:
        why = _NO_LINKS
    elif facts.calc == "measured" and computed:
        why = _LINKS
    else:
        return
    yield Hit((("node", case.graph.text(node)), ("calc", facts.calc), ("why", why)))


_EXTERNAL = Text("nilainya ditetapkan pihak lain", "others determine its value")
_NO_LINKS = Text("tidak ada tautan hitung yang masuk", "no arithmetic link arrives")
_LINKS = Text("ada tautan hitung yang masuk", "arithmetic links arrive")

CAS108 = Check(
    "CAS108",
    "calc-contradicts-links",
    "error",
    title=Text("Cara hitung bertentangan dengan tautan", "Calculation mode contradicts links"),
    message=Text("{node} dinyatakan {calc}, tetapi {why}", "{node} is declared {calc}, but {why}"),
    fix=Text(
        "Ubah calc, atau jadikan tautannya dukungan (support)",
        "Change calc, or turn its links into support",
    ),
    condition=Text(
        "Indikator dinyatakan computed tanpa tautan hitung, atau walaupun nilainya ditetapkan pihak lain "
        "(external); atau dinyatakan measured padahal tautan hitung masuk.",
        "An indicator is declared computed without arithmetic links, or although others determine its value "
        "(external); or it is declared measured although arithmetic links arrive.",
    ),
    passing=Text(
        "Nilai SAKIP dinyatakan measured, dan bawahannya mendukung (support).",
        "The SAKIP score is declared measured, and its children support it.",
    ),
    failing=Text(
        "Nilai SAKIP, yang ditetapkan evaluator, dinyatakan computed dari rata-rata empat indikator bawahan.",
        "The SAKIP score, which evaluators determine, is declared computed from the mean of four children.",
    ),
    basis=(criterion("2.a.2"),),
    criteria=("2.a.2",),
    subject="node",
    applies=_has_calc,
    find=_mode,
)

CHECKS: tuple[Check, ...] = (CAS106, CAS107, CAS108)
