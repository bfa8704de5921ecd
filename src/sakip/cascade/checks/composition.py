"""Isi kaskade: promises that are empty, copied, left to one unit where several are meant, or outside the cascade."""

from collections.abc import Iterator
from fractions import Fraction

from sakip.base.number import decimal_of_fraction
from sakip.base.text import Argument, Text
from sakip.cascade.case.case import Case
from sakip.cascade.case.check import Check, Hit
from sakip.cascade.checks.basis import HOUSE, K467, M6, M89, criterion

__all__ = ["CHECKS"]


def _empty_objective(case: Case, number: int) -> Iterator[Hit]:
    agreement, place = case.objectives[number]
    one = case.graph.agreements[agreement]
    objective = one.objectives[place]
    if not objective.targets:
        yield Hit((("objective", objective.name), ("agreement", one.code)))


CAS205 = Check(
    "CAS205",
    "objective-without-indicator",
    "error",
    title=Text("Sasaran tanpa indikator", "Objective without indicator"),
    message=Text(
        "Sasaran “{objective}” dalam {agreement} tidak diukur dengan satu indikator pun",
        "The objective “{objective}” of {agreement} is not measured by any indicator",
    ),
    fix=Text(
        "Tambahkan indikatornya, atau gabungkan dengan sasaran lain", "Add an indicator, or merge it with another"
    ),
    condition=Text(
        "Sasaran dalam perjanjian yang berlaku tidak punya satu target pun.",
        "An objective of an agreement in force has no target at all.",
    ),
    passing=Text(
        "Sasaran dengan satu indikator.",
        "An objective with one indicator.",
    ),
    failing=Text(
        "Sasaran “Mutu bibit meningkat” tanpa indikator.",
        "The objective “The quality of seedlings improves” without an indicator.",
    ),
    basis=(M89, K467),
    subject="objective",
    find=_empty_objective,
)


def _copied(case: Case) -> dict[int, int]:
    """The highest indicators that two levels below merely repeat, each with the number of copies."""
    graph = case.graph
    count = len(graph.nodes)
    same, loose = bytearray(count), [0] * count
    for node in range(count):
        links = graph.incoming[node]
        if links and graph.component[node] < 0 and all(graph.links[at].kind == "same" for at in links):
            same[node] = 1
            loose[node] = sum(1 for at in links if not _is_joint(case, graph.child_of[at]))
    found: dict[int, int] = {}
    for node in range(count):
        below = [graph.child_of[at] for at in graph.incoming[node]] if same[node] else []
        deeper = [child for child in below if graph.incoming[child]]
        holders = max(loose[node], sum(loose[child] for child in deeper))
        if deeper and holders > 1 and all(same[child] for child in deeper):
            found[node] = len(below) + sum(len(graph.incoming[child]) for child in deeper)
    return {node: copies for node, copies in found.items() if not any(above in found for above in graph.parents(node))}


def _is_joint(case: Case, node: int) -> bool:
    facts = case.graph.facts[node]
    return facts is not None and facts.joint


def _is_adopted(case: Case, node: int) -> bool:
    graph = case.graph
    return any(graph.links[at].kind == "same" for at in graph.incoming[node])


def _photocopied(case: Case, node: int) -> Iterator[Hit]:
    copies = case.once(_copied).get(node)
    if copies is not None:
        graph = case.graph
        arguments = (("parent", graph.text(node)), ("position", graph.place(node).code), ("count", copies))
        yield Hit(arguments, nodes=tuple(graph.children(node)))


CAS206 = Check(
    "CAS206",
    "photocopied-cascade",
    "warning",
    title=Text("Kaskade fotokopi", "Photocopied cascade"),
    message=Text(
        "Dua jenjang di bawah {position} hanya menyalin {parent} ({count} salinan), tanpa mengurai apa yang harus "
        "terjadi supaya tercapai",
        "Two levels below {position} merely repeat {parent} ({count} copies), and none says what has to happen for it "
        "to be reached",
    ),
    fix=Text(
        "Uraikan menjadi kondisi yang dipegang tiap bawahan, atau nyatakan tanggung renteng (joint)",
        "Break it down into the conditions that each of them holds, or declare joint responsibility",
    ),
    condition=Text(
        "Dua jenjang berturut-turut hanya menyalin satu indikator: semua tautannya same, dan pada salah satu "
        "jenjang lebih dari satu jabatan memegangnya tanpa tanggung renteng (joint).",
        "Two levels in a row merely repeat one indicator: all links are same, and on one of the levels more than "
        "one position holds it without joint responsibility.",
    ),
    passing=Text(
        "Satu bidang mengambil alih indikator dinas, lalu mengurainya untuk seksi-seksinya.",
        "One division adopts the office's indicator, then breaks it down for its sections.",
    ),
    failing=Text(
        "Satu indeks disalin ke 4 bidang dan 12 seksi.",
        "One index is copied to 4 divisions and 12 sections.",
    ),
    basis=(M89, K467),
    criteria=("1.b.8",),
    subject="node",
    applies=_is_adopted,
    find=_photocopied,
)


def _units_below(case: Case) -> list[tuple[str | None, ...]]:
    """For each node up to two units among all that contribute to it, None for one that is not known."""
    graph = case.graph
    # What stands in a cycle or above one is not looked into: it is left as if several units contributed.
    found: list[tuple[str | None, ...]] = [("", None)] * len(graph.nodes)
    for node in graph.order:
        units: dict[str | None, None] = {}
        for link in graph.incoming[node]:
            child = graph.child_of[link]
            units.update(dict.fromkeys((graph.unit(child), *found[child])))
        found[node] = tuple(units)[:2]
    return found


def _is_crosscutting(case: Case, node: int) -> bool:
    facts = case.graph.facts[node]
    return facts is not None and facts.crosscutting and bool(case.graph.incoming[node])


def _alone(case: Case, node: int) -> Iterator[Hit]:
    units = case.once(_units_below)[node]
    if len(units) == 1 and units[0] is not None:
        yield Hit((("parent", case.graph.text(node)), ("unit", units[0])))


CAS207 = Check(
    "CAS207",
    "crosscutting-alone",
    "note",
    title=Text("Lintas sektor tanpa mitra", "Crosscutting outcome with a single contributor"),
    message=Text(
        "{parent} ditandai lintas sektor, tetapi yang menyumbang hanya {unit}",
        "{parent} is marked as crosscutting, but only {unit} contributes to it",
    ),
    fix=Text(
        "Ajak unit lain lewat tautan dengan share atau support, atau hapus tandanya",
        "Bring in other units by links with a share or by support, or take off the mark",
    ),
    condition=Text(
        "Indikator yang ditandai lintas sektor (crosscutting) disumbang satu unit saja, langsung maupun dari "
        "jenjang di bawahnya.",
        "An indicator marked as crosscutting has contributors of one unit only, directly and further down.",
    ),
    passing=Text(
        "Dinas kesehatan dan dinas pekerjaan umum sama-sama menyumbang.",
        "The offices of health and of public works both contribute.",
    ),
    failing=Text(
        "Hanya dinas kesehatan yang menyumbang.",
        "Only the health office contributes.",
    ),
    basis=(criterion("1.b.9"), M89),
    criteria=("1.b.9",),
    subject="node",
    applies=_is_crosscutting,
    find=_alone,
)


def _nodes_of(case: Case, agreement: int) -> list[int]:
    graph = case.graph
    return [at for at in graph.nodes_of(graph.place_of_agreement[agreement]) if graph.agreement_of[at] == agreement]


def _has_nodes(case: Case, agreement: int) -> bool:
    return bool(_nodes_of(case, agreement))


def _dominated(case: Case, agreement: int) -> Iterator[Hit]:
    graph, most = case.graph, case.profile.additional_most
    nodes = _nodes_of(case, agreement)
    outside = [node for node in nodes if graph.role(node) == "additional"]
    if not outside:
        return
    stated = {node: weight for node in nodes if (weight := graph.targets[node].weight) is not None}
    weights = {node: Fraction(stated.get(node, 1)) if len(stated) == len(nodes) else Fraction(1) for node in nodes}
    share = 100 * sum((weights[node] for node in outside), Fraction(0)) / sum(weights.values(), Fraction(0))
    if share > most:
        arguments: tuple[tuple[str, Argument], ...] = (
            ("agreement", graph.agreements[agreement].code),
            ("percent", decimal_of_fraction(share, 2)),
            ("what", _WEIGHT if len(stated) == len(nodes) else _COUNT),
            ("additional", len(outside)),
            ("count", len(nodes)),
            ("most", most),
            ("share", share),
        )
        yield Hit(arguments, nodes=tuple(outside))


_WEIGHT = Text("bobot", "the weight")
_COUNT = Text("indikator", "the indicators")

CAS208 = Check(
    "CAS208",
    "additional-tasks-dominate",
    "warning",
    title=Text("Tugas tambahan mendominasi", "Additional tasks dominate"),
    message=Text(
        "{percent} % {what} {agreement} berupa tugas tambahan di luar kaskade, lebih dari {most} % ({additional} dari "
        "{count} indikator)",
        "{percent} % of {what} of {agreement} are additional tasks outside the cascade, more than {most} % "
        "({additional} of {count} indicators)",
    ),
    fix=Text(
        "Jadikan tugas yang berulang indikator utama (main) yang mendukung atasan",
        "Turn tasks that recur into main indicators that support the superior",
    ),
    condition=Text(
        "Tugas tambahan (additional) melebihi ambang profil, bawaannya 30 % dari satu perjanjian: menurut bobot "
        "bila semua target berbobot, selain itu menurut banyaknya.",
        "Additional tasks exceed the threshold of the profile, 30 % of an agreement unless changed: by weight "
        "where all targets have one, otherwise by number.",
    ),
    passing=Text(
        "3 dari 10 indikator: tepat 30 %.",
        "3 of 10 indicators: exactly 30 %.",
    ),
    failing=Text(
        "4 dari 6 indikator: dua pertiga.",
        "4 of 6 indicators: two thirds.",
    ),
    basis=(M6, HOUSE),
    criteria=("1.b.8",),
    subject="agreement",
    applies=_has_nodes,
    find=_dominated,
)

CHECKS: tuple[Check, ...] = (CAS205, CAS206, CAS207, CAS208)
