"""Bangun kaskade: whether the graph of the links can stand at all."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from sakip.base.text import Argument, Text
from sakip.cascade.case import Case
from sakip.cascade.cells import conflicting
from sakip.cascade.check import Check, Hit
from sakip.cascade.checks.basis import K467, M53, M89, arithmetic, criterion
from sakip.cascade.checks.comparison import both
from sakip.cascade.cycles import cutting_links, witness
from sakip.cascade.hierarchy import hierarchy_of
from sakip.cascade.positions import Place
from sakip.scoring.wording import told_text

__all__ = ["CHECKS"]

_LONGEST_SHOWN = 12
# More positions above each other than any government has.
_LONGEST_CHAIN = 64


def _cycle(case: Case, number: int) -> Iterator[Hit]:
    graph = case.graph
    members = graph.components[number]
    inside = set(members)
    path = witness(members, graph.outgoing, graph.parent_of)
    links = sum(1 for at in members for link in graph.outgoing[at] if graph.parent_of[link] in inside)
    cuts = cutting_links(members, graph.outgoing, graph.parent_of)
    shown = [graph.text(at) for at in path]
    if len(shown) > _LONGEST_SHOWN:
        shown = [*shown[: _LONGEST_SHOWN - 1], "…"]
    arguments: tuple[tuple[str, Argument], ...] = (
        ("path", " → ".join([*shown, graph.text(path[0])])),
        ("links", links),
        ("nodes", len(members)),
        ("cuts", "; ".join(graph.links[link].text for link in cuts) or "–"),
    )
    yield Hit(arguments, nodes=tuple(path[:_LONGEST_SHOWN]), blocks=tuple(members))


CAS101 = Check(
    "CAS101",
    "cyclic-cascade",
    "error",
    title=Text("Kaskade melingkar", "Cyclic cascade"),
    message=Text(
        "Indikator ini menyumbang kepada dirinya sendiri: {path} ({nodes} indikator, {links} tautan). "
        "Cukup satu tautan dihapus: {cuts}",
        "These indicators contribute to themselves: {path} ({nodes} indicators, {links} links). "
        "Taking out one link is enough: {cuts}",
    ),
    fix=Text(
        "Hapus salah satu tautan yang disebut; pengaruh timbal balik dicatat sebagai keterangan, bukan tautan",
        "Take out one of the links named; an influence both ways is a remark and no link",
    ),
    basis=(M89, arithmetic("sebab mendahului akibat")),
    subject="cycle",
    find=_cycle,
    suppressible=False,
)


def _dangling(case: Case, number: int) -> Iterator[Hit]:
    one = case.graph.unresolved[number]
    what, blocks = _SIDES[one.side], _left_alone(case, number)
    if one.found:
        names = (("what", what), ("name", one.name), ("found", ", ".join(one.found)))
        yield Hit(names, message=_AMBIGUOUS, blocks=blocks)
        return
    arguments: tuple[tuple[str, Argument], ...] = (("what", what), ("name", one.name), ("date", case.as_of))
    if one.near:
        yield Hit((*arguments, ("near", ", ".join(one.near))), message=_NEAR, blocks=blocks)
    else:
        yield Hit(arguments, blocks=blocks)


def _left_alone(case: Case, number: int) -> tuple[int, ...]:
    """The node at the other end of a link that leads nowhere: what it lacks is a consequence."""
    graph, one = case.graph, case.graph.unresolved[number]
    if one.subject != "link":
        return ()
    other = graph.parent_of[one.number] if one.side == "child" else graph.child_of[one.number]
    return (other,) if other >= 0 else ()


_SIDES = {
    "child": Text("Bawahan pada tautan", "The child of a link"),
    "parent": Text("Induk", "The parent"),
    "superior": Text("Atasan", "The superior"),
    "position": Text("Jabatan pada masa jabatan", "The position of a tenure"),
    "node": Text("Indikator", "The indicator"),
}
_AMBIGUOUS = Text("{what}, {name}, dapat berarti {found}", "{what}, {name}, can mean {found}")
_NEAR = Text(
    "{what}, {name}, tidak ada dalam perjanjian yang berlaku {date}; yang mirip: {near}",
    "{what}, {name}, is in no agreement in force on {date}; similar ones: {near}",
)

CAS102 = Check(
    "CAS102",
    "dangling-reference",
    "error",
    title=Text("Rujukan tidak ditemukan", "Dangling reference"),
    message=Text(
        "{what}, {name}, tidak ada dalam perjanjian yang berlaku {date}",
        "{what}, {name}, is in no agreement in force on {date}",
    ),
    fix=Text(
        "Tulis kode jabatan dan indikator seperti pada perjanjian, atau akhiri tautannya dengan valid_to",
        "Write position and indicator as the agreement does, or end the link with valid_to",
    ),
    basis=(criterion("1.b.8"),),
    criteria=("1.b.8",),
    subject="reference",
    find=_dangling,
    suppressible=False,
)


def _repeated(case: Case) -> dict[int, list[int]]:
    """For each link that is not the only one between its two nodes all of them, in order."""
    graph = case.graph
    found: dict[int, list[int]] = {}
    for links in graph.outgoing:
        if len(links) > 1:
            alike: dict[int, list[int]] = {}
            for at in links:
                alike.setdefault(graph.parent_of[at], []).append(at)
            found.update((at, several) for several in alike.values() if len(several) > 1 for at in several)
    return found


def _resolved(case: Case, number: int) -> bool:
    return case.graph.child_of[number] >= 0 and case.graph.parent_of[number] >= 0


def _first_of_its_pair(case: Case, number: int) -> bool:
    return _resolved(case, number) and case.once(_repeated).get(number, [number])[0] == number


def _duplicate(case: Case, number: int) -> Iterator[Hit]:
    graph, alike = case.graph, case.once(_repeated).get(number)
    if alike is not None:
        kinds = ", ".join(graph.links[at].kind for at in alike)
        yield Hit(
            (
                ("child", graph.text(graph.child_of[number])),
                ("parent", graph.text(graph.parent_of[number])),
                ("count", len(alike)),
                ("kinds", kinds),
            )
        )


CAS103 = Check(
    "CAS103",
    "duplicate-link",
    "error",
    title=Text("Tautan ganda", "Duplicate link"),
    message=Text(
        "{child} tertaut {count} kali kepada {parent} ({kinds})",
        "{child} is linked to {parent} {count} times ({kinds})",
    ),
    fix=Text("Pertahankan satu tautan, dengan jenis yang dimaksud", "Keep one link, of the kind that is meant"),
    basis=(arithmetic("satu operan dihitung satu kali"),),
    subject="link",
    applies=_first_of_its_pair,
    find=_duplicate,
)


def _has_ranks(case: Case, number: int) -> bool:
    graph = case.graph
    return (
        _resolved(case, number)
        and graph.rank(graph.child_of[number]) is not None
        and graph.rank(graph.parent_of[number]) is not None
    )


def _inverted(case: Case, number: int) -> Iterator[Hit]:
    graph = case.graph
    child, parent = graph.child_of[number], graph.parent_of[number]
    below, above = graph.place(child), graph.place(parent)
    # Between two indicators of one position nobody is put above anybody.
    if below.rank is None or above.rank is None or below.rank > above.rank or below is above:
        return
    if below.rank == above.rank and (below.unit != above.unit or graph.links[number].aspect is not None):
        return
    yield Hit(
        (
            ("child", graph.text(child)),
            ("parent", graph.text(parent)),
            ("below", _level(case, child)),
            ("above", _level(case, parent)),
        )
    )


def _level(case: Case, node: int) -> Text:
    echelon = case.graph.place(node).echelon
    return Text.literal("–") if echelon is None else Text.literal(echelon.label("id"), echelon.label("en"))


CAS104 = Check(
    "CAS104",
    "level-inversion",
    "error",
    title=Text("Jenjang terbalik", "Level inversion"),
    message=Text(
        "{child} ({below}) tertaut ke atas kepada {parent} ({above}), yang jenjangnya tidak lebih tinggi",
        "{child} ({below}) is linked upwards to {parent} ({above}), whose level is not higher",
    ),
    fix=Text(
        "Tukar ujung tautan; antarjabatan sejenjang sebutkan aspect, atau tautkan antarunit",
        "Swap the ends; between positions of one level state the aspect, or link across units",
    ),
    basis=(M53,),
    subject="link",
    applies=_has_ranks,
    find=_inverted,
)


def _skipped(case: Case, number: int) -> Iterator[Hit]:
    graph = case.graph
    child, parent = graph.child_of[number], graph.parent_of[number]
    below, top, own = graph.place_of[child], graph.place_of[parent], graph.place(child)
    low, high = own.rank, graph.rank(parent)
    if low is None or high is None or low - high < 2 or not case.once(hierarchy_of).is_below(below, top):
        return
    passed: list[Place] = []
    at = own.superior
    for _ in range(_LONGEST_CHAIN):
        place = graph.places[at]
        if at == top:
            break
        if place.unit == own.unit and place.rank is not None and high < place.rank < low:
            passed.append(place)
        at = place.superior
    if passed:
        yield Hit(
            (
                ("child", graph.text(child)),
                ("parent", graph.text(parent)),
                ("below", _level(case, child)),
                ("between", ", ".join(place.code for place in passed)),
            )
        )


CAS105 = Check(
    "CAS105",
    "skipped-level",
    "warning",
    title=Text("Jenjang terlompati", "Skipped level"),
    message=Text(
        "{child} ({below}) langsung tertaut kepada {parent}, padahal di antaranya ada {between}",
        "{child} ({below}) is linked straight to {parent}, although {between} stands between them",
    ),
    fix=Text(
        "Sisipkan indikator jenjang antara, atau kecualikan dengan keputusan penyederhanaan birokrasi",
        "Insert an indicator of the level between, or suppress it with the decree of the delayering",
    ),
    basis=(K467,),
    subject="link",
    applies=_has_ranks,
    find=_skipped,
)


def _mixed(case: Case, parent: int) -> Iterator[Hit]:
    graph = case.graph
    kinds = sorted(graph.links[at].kind for at in graph.incoming[parent] if graph.links[at].is_arithmetic)
    counted = [(kind, len(list(same))) for kind, same in groupby(kinds)]
    if len(counted) > 1:
        shown = ", ".join(f"{count} × {kind}" for kind, count in counted)
        yield Hit((("parent", graph.text(parent)), ("kinds", shown)))


CAS106 = Check(
    "CAS106",
    "mixed-kinds",
    "error",
    title=Text("Jenis perhitungan bercampur", "Mixed roll-up kinds"),
    message=Text(
        "{parent} dihitung dengan beberapa cara sekaligus: {kinds}",
        "{parent} is computed in several ways at once: {kinds}",
    ),
    fix=Text("Sisipkan satu indikator antara untuk tiap jenis", "Insert one indicator between for each kind"),
    basis=(criterion("2.a.2"),),
    criteria=("2.a.2",),
    subject="node",
    applies=lambda case, parent: case.has_arithmetic(parent),
    find=_mixed,
)


def _has_several(case: Case, node: int) -> bool:
    return node in case.graph.doubled or bool(case.graph.reported[node])


def _conflicting(case: Case, node: int) -> Iterable[Hit]:
    graph = case.graph
    blocks = (node, *graph.parents(node))
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
    basis=(criterion("2.a.2"),),
    criteria=("2.a.2",),
    subject="node",
    applies=_has_calc,
    find=_mode,
)

CHECKS: tuple[Check, ...] = (CAS101, CAS102, CAS103, CAS104, CAS105, CAS106, CAS107, CAS108)
