"""Bobot dan porsi: whether weights and shares are what they must be, and whether anything is counted twice."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction

from sakip.base.notation import format_number
from sakip.base.text import Argument, Text
from sakip.cascade.case import Case, Side
from sakip.cascade.check import Check, Hit
from sakip.cascade.checks.basis import M88, arithmetic, criterion
from sakip.cascade.checks.comparison import COMPARABLE, both, named
from sakip.cascade.figures import listing
from sakip.cascade.meeting import meetings_of
from sakip.cascade.rollup import Operand, as_exact, pooled, tidy
from sakip.cascade.span import Exact, distance, exact_of, half_unit

__all__ = ["CHECKS"]

_MOST_NAMED = 12
_SHARED = ("sum", "pool")


def _has_weights(case: Case, parent: int) -> bool:
    links = case.graph.links
    return any(links[at].kind == "weighted" or links[at].weight is not None for at in case.graph.incoming[parent])


def _odd_weights(case: Case, parent: int) -> Iterator[Hit]:
    graph = case.graph
    own: tuple[str, Argument] = ("parent", graph.text(parent))
    weighted = [at for at in graph.incoming[parent] if graph.links[at].kind == "weighted"]
    misplaced = [at for at in graph.incoming[parent] if at not in set(weighted) and graph.links[at].weight is not None]
    if misplaced:
        children = [graph.child_of[at] for at in misplaced]
        kinds = ", ".join(sorted({graph.links[at].kind for at in misplaced}))
        yield Hit(
            (own, ("children", named(case, children)), ("kinds", kinds)),
            message=_MISPLACED_WEIGHT,
            nodes=tuple(children[:_MOST_NAMED]),
            blocks=(),
        )
    weights = [graph.links[at].weight for at in weighted]
    bare = [graph.child_of[at] for at in weighted if graph.links[at].weight is None]
    if bare:
        yield Hit(
            (own, ("children", named(case, bare)), ("count", len(bare))),
            message=_NO_WEIGHT,
            nodes=tuple(bare[:_MOST_NAMED]),
        )
        return
    odd = [at for at in weighted if (graph.links[at].weight or 0) <= 0]
    if odd:
        children = [graph.child_of[at] for at in odd]
        least = min(weight for weight in weights if weight is not None)
        yield Hit(
            (own, ("children", named(case, children)), ("weight", least)),
            message=_NOT_POSITIVE,
            nodes=tuple(children[:_MOST_NAMED]),
        )
        return
    yield from _odd_sum(own, [weight for weight in weights if weight is not None])


def _odd_sum(own: tuple[str, Argument], weights: list[Decimal]) -> Iterator[Hit]:
    total = tidy(sum((Fraction(exact_of(weight)) for weight in weights), Fraction()))
    whole = 1 if total < 10 else 100
    gap = distance(total, whole)
    if not weights or gap <= min(_rounding(weights), Fraction(whole, 100)):
        return
    shares = [tidy(Fraction(100 * exact_of(one)) / total) for one in weights]
    normalized = both(lambda lang: listing((format_number(one, decimals=2, lang=lang) for one in shares), lang))
    yield Hit((own, ("sum", total), ("whole", whole), ("gap", gap), ("normalized", normalized)))


def _rounding(weights: list[Decimal]) -> Fraction:
    """What the rounding of as many weights can make together: three times 0.333 is not quite one."""
    decimals = max(len(format(weight, "f").partition(".")[2]) for weight in weights)
    return len(weights) * half_unit(decimals)


_MISPLACED_WEIGHT = Text(
    "Tautan dari {children} ke {parent} berbobot, padahal jenisnya {kinds}",
    "The links from {children} to {parent} have weights, but their kind is {kinds}",
)
_NO_WEIGHT = Text(
    "{parent} digabung menurut bobot, tetapi {count} bawahannya tidak berbobot: {children}",
    "{parent} is put together by weights, but {count} of its children have none: {children}",
)
_NOT_POSITIVE = Text(
    "Bobot dalam {parent} harus lebih besar dari nol, tetapi {children} berbobot {weight}",
    "Weights under {parent} must be greater than zero, but {children} weighs {weight}",
)

CAS701 = Check(
    "CAS701",
    "invalid-weights",
    "error",
    title=Text("Bobot tidak sah", "Invalid weights"),
    message=Text(
        "Bobot bawahan {parent} berjumlah {sum}, bukan {whole}; secara proporsional dalam persen: {normalized}",
        "The weights under {parent} add up to {sum} and not to {whole}; in proportion, in percent: {normalized}",
    ),
    fix=Text(
        "Beri setiap bawahan bobot di atas nol yang berjumlah 1 atau 100",
        "Give every child a weight above zero, adding up to 1 or to 100",
    ),
    basis=(arithmetic("bobot membagi satu keseluruhan"),),
    subject="node",
    applies=_has_weights,
    find=_odd_weights,
)


def _has_shares(case: Case, node: int) -> bool:
    links, outgoing = case.graph.links, case.graph.outgoing[node]
    return any(links[at].share is not None for at in outgoing) or (
        len(outgoing) > 1 and sum(links[at].kind in _SHARED for at in outgoing) > 1
    )


def _odd_shares(case: Case, node: int) -> Iterator[Hit]:
    graph = case.graph
    own: tuple[str, Argument] = ("child", graph.text(node))
    stated = [graph.links[at] for at in graph.outgoing[node]]
    misplaced = [link for link in stated if link.share is not None and link.kind not in _SHARED]
    if misplaced:
        parents = _parents(link.parent.text for link in misplaced)
        kinds = ", ".join(sorted({link.kind for link in misplaced}))
        yield Hit((own, ("parents", parents), ("kinds", kinds)), message=_MISPLACED_SHARE, cell="kind")
    # Two links to one parent are a finding of their own.
    credited = {link.parent: link for link in stated if link.kind in _SHARED}
    total = tidy(sum((Fraction(as_exact(link.share, 1)) for link in credited.values()), Fraction()))
    parents = _parents(parent.text for parent in credited)
    arguments: tuple[tuple[str, Argument], ...] = (own, ("parents", parents), ("sum", total))
    unstated = sum(link.share is None for link in credited.values())
    target, unit = case.target(node).point, case.unit_of(node)
    if total > 1:
        excess = total - 1
        arguments = (*arguments, ("count", len(credited)), ("unstated", unstated), ("excess", tidy(100 * excess)))
        if target is None:
            yield Hit(arguments)
        else:
            twice: tuple[tuple[str, Argument], ...] = (("twice", tidy(excess * target)), ("unit", unit))
            yield Hit((*arguments, *twice), message=_COUNTED_TWICE)
    elif credited and total < 1:
        rest = tidy(100 * (1 - total))
        yield Hit((*arguments, ("rest", rest)), severity="note", message=_LEFT)


def _parents(names: Iterable[str]) -> Text:
    found = list(names)
    return both(lambda lang: listing(found, lang))


_MISPLACED_SHARE = Text(
    "Porsi {child} untuk {parents} tidak berarti, karena jenis tautannya {kinds}",
    "The share of {child} for {parents} means nothing, since the kind of the link is {kinds}",
)
_COUNTED_TWICE = Text(
    "{child} masuk ke {count} induk ({parents}) sebesar {sum} kali seluruhnya: {twice} {unit} terhitung ganda",
    "{child} is credited to {count} parents ({parents}) {sum} times in all: {twice} {unit} are counted twice",
)
_LEFT = Text(
    "{rest} persen dari {child} tidak menjadi bagian induk mana pun ({parents})",
    "{rest} percent of {child} belong to no parent ({parents})",
)

CAS702 = Check(
    "CAS702",
    "shares-exceed-one",
    "error",
    title=Text("Porsi lintas sektor melebihi satu", "Shares exceed one"),
    message=Text(
        "{child} masuk ke {count} induk ({parents}) sebesar {sum} kali seluruhnya: {excess} persen terhitung ganda",
        "{child} is credited to {count} parents ({parents}) {sum} times in all: {excess} percent are counted twice",
    ),
    fix=Text(
        "Bagi porsinya sampai berjumlah satu (Link.share), atau jadikan salah satu tautan dukungan (support)",
        "Divide the shares so that they make one (Link.share), or turn one of the links into support",
    ),
    basis=(criterion("1.b.9"), arithmetic("yang dibagi tidak lebih dari yang ada")),
    criteria=("1.b.9",),
    subject="node",
    applies=_has_shares,
    find=_odd_shares,
)


def _weighs_ratios(case: Case, parent: int) -> bool:
    return case.kind(parent) == "weighted" and _weighed_and_pooled(case, parent) is not None


def _weighed_and_pooled(case: Case, parent: int) -> tuple[Side, tuple[Operand, ...], Exact, Exact] | None:
    """What weights make of ratios, and what their components make, where all components are known."""
    sides: tuple[Side, ...] = ("actual", "target")
    for side in sides:
        rolled = case.rolled(parent, side)
        parts = None if rolled is None else pooled(rolled.operands)
        if rolled is not None and rolled.point is not None and parts is not None:
            return side, rolled.operands, rolled.point, parts.value
    return None


def _unlike_populations(case: Case, parent: int) -> Iterator[Hit]:
    found = _weighed_and_pooled(case, parent)
    if found is None:
        return
    side, operands, weighed, made = found
    shift = distance(weighed, made)
    if shift <= half_unit(case.graph.indicator(parent).decimals or 0):
        return
    weights = sum((Fraction(one.weight or 0) for one in operands), Fraction())
    whole = sum((Fraction(one.cell.parts.denominator) for one in operands if one.cell.parts), Fraction())
    apart = [
        (
            Fraction(one.weight or 0) / weights,
            Fraction(one.cell.parts.denominator if one.cell.parts else 0) / whole,
            one,
        )
        for one in operands
    ]
    weight, share, worst = max(apart, key=lambda each: distance(each[0], each[1]))
    yield Hit(
        (
            ("parent", case.graph.text(parent)),
            ("child", case.graph.text(worst.child)),
            ("weight", tidy(100 * weight)),
            ("share", tidy(100 * share)),
            ("weighted", weighed),
            ("pool", made),
            ("shift", shift),
            ("side", side),
        ),
        nodes=(worst.child,),
    )


CAS703 = Check(
    "CAS703",
    "weights-unlike-populations",
    "warning",
    title=Text("Bobot tidak mencerminkan penyebut", "Weights unlike populations"),
    message=Text(
        "Bobot {child} dalam {parent} {weight} persen, padahal penyebutnya {share} persen dari seluruhnya; dengan bobot"
        " hasilnya {weighted}, dengan pembilang dan penyebut {pool}: bergeser {shift}",
        "{child} weighs {weight} percent under {parent}, while its denominator is {share} percent of all; the weights"
        " give {weighted}, numerators and denominators {pool}: a shift of {shift}",
    ),
    fix=Text(
        "Gabungkan pembilang dan penyebut (pool), atau nyatakan bahwa bobotnya kebijakan dengan pengecualian beralasan",
        "Use pool, or say that the weights are policy by a suppression with its reason",
    ),
    basis=(arithmetic("rasio gabungan adalah rasio jumlah"), criterion("2.a.2")),
    criteria=("2.a.2",),
    subject="group",
    applies=_weighs_ratios,
    find=_unlike_populations,
    after=COMPARABLE,
)


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
    return (Hit(arguments, nodes=(meeting.node,)),)


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
    basis=(arithmetic("aliran antarbagian dikeluarkan sebelum dijumlahkan"),),
    subject="node",
    applies=_forks,
    find=_multipath,
    explains=("CAS702",),
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
    seen: dict[tuple[str | None, str], int] = {}
    twice: dict[str, None] = {}
    children: dict[int, None] = {}
    for at in _added(case, parent):
        aspect, child = graph.links[at].aspect, graph.child_of[at]
        for item in _objects(case, at) or ():
            # Another aspect of the same place is another thing.
            first = seen.setdefault((aspect, item), child)
            if first != child:
                twice[item] = None
                children.update({first: None, child: None})
    if twice:
        yield Hit(
            (
                ("parent", graph.text(parent)),
                ("count", len(twice)),
                ("items", both(lambda lang: listing(sorted(twice), lang))),
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
    basis=(M88, arithmetic("satu objek dihitung satu kali")),
    subject="group",
    applies=_adds_scopes,
    find=_same_objects,
)

CHECKS: tuple[Check, ...] = (CAS701, CAS702, CAS703, CAS751, CAS752)
