"""Hitung ganda: whether anything is counted more than once, by paths that meet or by objects in common."""

from collections.abc import Iterable, Iterator

from sakip.base.text import Argument, Text, both
from sakip.cascade.case.case import Case
from sakip.cascade.case.check import Check, Hit
from sakip.cascade.case.meeting import meetings_of
from sakip.cascade.checks.basis import M88, arithmetic
from sakip.cascade.checks.comparison import named
from sakip.cascade.names.naming import folded
from sakip.cascade.verdicts.figures import listing

__all__ = ["CHECKS"]

_MOST_NAMED = 12
_SHARED = ("sum", "pool")


def _forks(case: Case, node: int) -> bool:
    return len(case.graph.outgoing[node]) > 1 and case.once(meetings_of).forks(node)


def _multipath(case: Case, node: int) -> Iterable[Hit]:
    graph, meeting = case.graph, case.once(meetings_of).of(node)
    if meeting is None:
        return ()
    arguments: tuple[tuple[str, Argument], ...] = (
        ("leaf", graph.text(node)),
        ("ancestor", graph.text(meeting.node)),
        ("paths", meeting.paths),
        ("coefficient", meeting.times),
    )
    return (Hit(arguments, nodes=(meeting.node,), blocks=(meeting.node,)),)


CAS751 = Check(
    "CAS751",
    "multipath-double-counting",
    "error",
    title=Text("Hitung ganda lewat banyak jalur", "Multipath double counting"),
    message=Text(
        "{leaf} sampai ke {ancestor} lewat {paths} jalur dan terhitung {coefficient} kali",
        "{leaf} reaches {ancestor} by {paths} paths and is counted {coefficient} times",
    ),
    fix=Text(
        "Hapus tautan pintas, atau bagi porsinya supaya seluruh jalur berjumlah satu",
        "Take out the shortcut, or divide the shares so that all paths make one",
    ),
    condition=Text(
        "Jalur dari satu indikator bertemu lagi di atas, dan di sana ia terhitung lebih dari satu kali. Yang "
        "diikuti tautan sum, same dan pool; porsi sepanjang jalur dikalikan.",
        "Paths from an indicator meet again further up, and there it is counted more than once. Followed are sum, "
        "same and pool; the shares along a path are multiplied.",
    ),
    passing=Text(
        "0,6 lewat A dan 0,4 lewat B.",
        "0.6 by way of A and 0.4 by way of B.",
    ),
    failing=Text(
        "Seksi → bidang → dinas, dan seksi → dinas, semuanya sum: 2 kali.",
        "Section → division → office, and section → office, all of them sum: twice.",
    ),
    basis=(arithmetic("aliran antarbagian dikeluarkan sebelum dijumlahkan"),),
    subject="node",
    applies=_forks,
    find=_multipath,
    explains=("CAS702", "CAS301", "CAS302", "CAS401"),
    suppressible=False,
)


def _adds_scopes(case: Case, parent: int) -> bool:
    return case.kind(parent) in _SHARED and sum(_objects(case, at) is not None for at in _added(case, parent)) > 1


def _added(case: Case, parent: int) -> list[int]:
    links = case.graph.links
    return [at for at in case.graph.incoming[parent] if links[at].kind in _SHARED and not links[at].inverse]


def _objects(case: Case, link: int) -> tuple[str, ...] | None:
    facts = case.graph.facts[case.graph.child_of[link]]
    return None if facts is None else facts.scope


def _same_objects(case: Case, parent: int) -> Iterator[Hit]:
    graph = case.graph
    seen: dict[tuple[str, str], int] = {}
    twice: dict[str, str] = {}
    children: dict[int, None] = {}
    for at in _added(case, parent):
        aspect, child = folded(graph.links[at].aspect or ""), graph.child_of[at]
        for item in _objects(case, at) or ():
            # Another aspect of the same place is another thing.
            first = seen.setdefault((aspect, folded(item)), child)
            if first != child:
                twice.setdefault(folded(item), item)
                children.update({first: None, child: None})
    if twice:
        yield Hit(
            (
                ("parent", graph.text(parent)),
                ("count", len(twice)),
                ("items", both(lambda lang: listing(sorted(twice.values()), lang))),
                ("children", named(case, tuple(children))),
            ),
            nodes=tuple(children)[:_MOST_NAMED],
        )


CAS752 = Check(
    "CAS752",
    "same-object-in-siblings",
    "warning",
    title=Text("Objek yang sama dihitung beberapa kali", "Same object in several siblings"),
    message=Text(
        "Dalam {parent} objek berikut dihitung pada lebih dari satu bawahan ({count}): {items}; yaitu pada {children}",
        "Under {parent} these are counted in more than one child ({count}): {items}; namely in {children}",
    ),
    fix=Text(
        "Bagi lingkupnya, hitung tiap objek satu kali, atau sebutkan aspect yang berbeda pada tautannya",
        "Divide the scopes, count each object once, or state in the links of which aspect each is",
    ),
    condition=Text(
        "Bawahan yang dijumlahkan atau digabung rasionya punya objek yang sama dalam lingkupnya "
        "(NodeFacts.scope), pada aspect yang sama.",
        "Children that are added up or pooled have an object of their scopes in common (NodeFacts.scope), in the "
        "same aspect.",
    ),
    passing=Text(
        "Lingkup yang terpisah; atau aspek yang berbeda, misalnya pajak dan retribusi.",
        "Scopes apart; or different aspects, such as taxes and levies.",
    ),
    failing=Text(
        "Satu perguruan tinggi dihitung dalam tiga kegiatan.",
        "One university is counted in three activities.",
    ),
    basis=(M88, arithmetic("satu objek dihitung satu kali")),
    subject="group",
    applies=_adds_scopes,
    find=_same_objects,
)

CHECKS: tuple[Check, ...] = (CAS751, CAS752)
