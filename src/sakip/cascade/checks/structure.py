"""Bangun kaskade: whether the graph of the links can stand at all."""

from collections.abc import Iterator

from sakip.base.finding import Severity
from sakip.base.text import Argument, Text
from sakip.cascade.case.case import Case
from sakip.cascade.case.check import Check, Hit
from sakip.cascade.case.hierarchy import hierarchy_of
from sakip.cascade.checks.basis import K467, M53, M89, arithmetic, criterion
from sakip.cascade.graph.cycles import cutting_links, witness
from sakip.cascade.graph.positions import Place

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
    condition=Text(
        "Sebuah indikator menyumbang kepada dirinya sendiri, langsung atau lewat indikator lain, dengan tautan "
        "jenis apa pun. Tiap lingkaran menjadi satu temuan.",
        "An indicator contributes to itself, directly or through others, by links of any kind. Each cycle is one "
        "finding.",
    ),
    passing=Text(
        "Seksi → bidang → dinas, dan tidak ada jalan kembali.",
        "Section → division → office, and no way back.",
    ),
    failing=Text(
        "“Cakupan layanan” bidang mendukung “indeks kepuasan” dinas, dan indeks itu mendukung cakupan layanan.",
        "The division's “service coverage” supports the office's “satisfaction index”, and that index supports "
        "the coverage.",
    ),
    basis=(M89, arithmetic("sebab mendahului akibat")),
    subject="cycle",
    find=_cycle,
    suppressible=False,
)


def _dangling(case: Case, number: int) -> Iterator[Hit]:
    one = case.graph.unresolved[number]
    if one.side in _REPEATED:
        severity, message = _REPEATED[one.side]
        yield Hit((("name", one.name),), severity=severity, message=message)
        return
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
    """The node at the other end of a link that leads nowhere, or those of a position whose superior is not known."""
    graph, one = case.graph, case.graph.unresolved[number]
    if one.side == "superior":
        at = one.number if one.subject == "post" else graph.place_of_agreement[one.number]
        return tuple(graph.nodes_of(at))
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
_REPEATED: dict[str, tuple[Severity | None, Text]] = {
    "twice": (
        "note",
        Text("Jabatan {name} dideklarasikan lebih dari satu kali", "The position {name} is declared more than once"),
    ),
    "contradiction": (
        None,
        Text(
            "Jabatan {name} dideklarasikan lebih dari satu kali dengan atasan, jenjang atau status kosong yang "
            "berbeda; yang berbeda itu tidak dipakai",
            "The position {name} is declared more than once, with different superiors, levels or vacancies; what "
            "differs is not used",
        ),
    ),
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
    condition=Text(
        "Tautan, kelompok, keterangan, realisasi, masa jabatan atau atasan menyebut indikator atau jabatan yang "
        "tidak ada dalam perjanjian yang berlaku pada hari itu, atau yang dapat berarti lebih dari satu. Pihak kedua "
        "yang tidak dideklarasikan adalah puncak, kecuali namanya hanya berbeda satu ketikan dari jabatan yang ada. "
        "Jabatan yang dideklarasikan dua kali juga disebut; yang sama isinya hanya catatan.",
        "A link, a group, facts, a realization, a tenure or a superior names an indicator or a position that is "
        "in no agreement in force on the day, or that can mean more than one. A second party that is not declared "
        "is a top, unless its name is one slip away from that of a position. A position that is declared twice is "
        "named as well; where both say the same it is a note.",
    ),
    passing=Text(
        "“kabid 2” dan “KABID-2” satu jabatan: huruf besar, spasi, tanda baca dan sebutan Plt. tidak dihitung.",
        "“kabid 2” and “KABID-2” are one position: case, blanks, punctuation and a Plt. before it do not count.",
    ),
    failing=Text(
        "Tautan masih menunjuk IKU-3, yang dihentikan oleh perubahan perjanjian.",
        "A link still points to IKU-3, which an amendment retired.",
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
    condition=Text(
        "Dua tautan atau lebih, jenis apa pun, berlaku bersamaan antara dua indikator yang sama.",
        "Two or more links of any kinds hold between the same two indicators at the same time.",
    ),
    passing=Text(
        "Satu tautan sampai 30 Juni, satu lagi sejak 1 Juli.",
        "One link until 30 June, another one since 1 July.",
    ),
    failing=Text(
        "Satu tautan sum dan satu tautan support antara bawahan dan atasan yang sama.",
        "One sum link and one support link between the same two.",
    ),
    basis=(arithmetic("satu operan dihitung satu kali"),),
    subject="link",
    applies=_first_of_its_pair,
    find=_duplicate,
    explains=("CAS301", "CAS302", "CAS401"),
)


def _has_ranks(case: Case, number: int) -> bool:
    graph = case.graph
    if not _resolved(case, number):
        return False
    below, above = graph.rank(graph.child_of[number]), graph.rank(graph.parent_of[number])
    return below is not None and above is not None


def _has_ranks_and_units(case: Case, number: int) -> bool:
    """Equals are only asked where both units are known, for across units they may be linked."""
    if not _has_ranks(case, number):
        return False
    below, above = case.graph.place(case.graph.child_of[number]), case.graph.place(case.graph.parent_of[number])
    return below.rank != above.rank or (below.unit is not None and above.unit is not None)


def _inverted(case: Case, number: int) -> Iterator[Hit]:
    graph = case.graph
    child, parent = graph.child_of[number], graph.parent_of[number]
    below, above = graph.place(child), graph.place(parent)
    # Between two indicators of one position nobody is put above anybody.
    if below.rank is None or above.rank is None or below.rank > above.rank or below is above:
        return
    if below.rank == above.rank and (
        below.unit != above.unit
        or graph.links[number].aspect is not None
        or case.once(hierarchy_of).is_below(graph.place_of[child], graph.place_of[parent])
    ):
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
        "Tukar ujung tautan; antarjabatan sejenjang sebutkan atasannya atau aspect, atau tautkan antarunit",
        "Swap the ends; between positions of one level state the superior or the aspect, or link across units",
    ),
    condition=Text(
        "Pemilik bawahan tidak berjenjang lebih rendah daripada pemilik atasan. Yang sejenjang boleh bertaut bila yang "
        "satu bawahan yang lain, seperti sekretaris kecamatan dan camat, antarunit, atau bila aspect disebut. Tidak "
        "ditanyakan selama salah satu jenjang, atau salah satu unit dari yang sejenjang, tidak diketahui.",
        "The child's owner is of no lower level than the parent's. Equals may be linked where the one is below the "
        "other, as the secretary of a district is below its head, across units, or where an aspect is stated. Not "
        "asked while one of the levels, or for equals one of the units, is unknown.",
    ),
    passing=Text(
        "Eselon IV bertaut kepada eselon III.",
        "Echelon IV is linked to echelon III.",
    ),
    failing=Text(
        "Eselon II bertaut ke atas kepada eselon III.",
        "Echelon II is linked upwards to echelon III.",
    ),
    basis=(M53,),
    subject="link",
    applies=_has_ranks_and_units,
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
        if place.unit == own.unit and not place.vacant and place.rank is not None and high < place.rank < low:
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
    condition=Text(
        "Tautan melewati jabatan dari unit yang sama yang berdiri di antara kedua pemilik pada rantai atasan, dan "
        "tidak dinyatakan kosong (vacant).",
        "A link passes over a position of the same unit that stands between the two owners on the chain of superiors "
        "and is not declared vacant.",
    ),
    passing=Text(
        "Staf bertaut langsung kepada kepala dinas yang tidak punya eselon III dan IV.",
        "Staff are linked straight to a head of office who has no echelons III and IV.",
    ),
    failing=Text(
        "Seksi bertaut langsung kepada kepala dinas, padahal kepala bidangnya ada.",
        "A section is linked straight to the head of office, although its head of division is there.",
    ),
    basis=(K467,),
    subject="link",
    applies=_has_ranks,
    find=_skipped,
)

CHECKS: tuple[Check, ...] = (CAS101, CAS102, CAS103, CAS104, CAS105)
