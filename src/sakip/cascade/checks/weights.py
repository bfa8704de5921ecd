"""Bobot dan porsi: whether weights and shares are what they must be."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction

from sakip.base.notation import format_number
from sakip.base.text import Argument, Text, both
from sakip.cascade.case.case import Case
from sakip.cascade.case.check import Check, Hit
from sakip.cascade.checks.basis import arithmetic, criterion
from sakip.cascade.checks.comparison import named
from sakip.cascade.rollup.rollup import Operand, as_exact, pooled
from sakip.cascade.rollup.side import Side
from sakip.cascade.rollup.span import Exact, distance, exact_of, half_unit, tidy
from sakip.cascade.verdicts.figures import listing

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
    links = graph.links
    misplaced = [at for at in graph.incoming[parent] if links[at].kind != "weighted" and links[at].weight is not None]
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
    group = graph.groups.get(parent)
    decimals = None if group is None else group.weight_decimals
    finer = [at for at in weighted if decimals is not None and _is_finer(graph.links[at].weight, decimals)]
    if finer:
        children = [graph.child_of[at] for at in finer]
        yield Hit(
            (own, ("children", named(case, children)), ("decimals", decimals or 0)),
            message=_FINER,
            nodes=tuple(children[:_MOST_NAMED]),
        )
        return
    yield from _odd_sum(own, [weight for weight in weights if weight is not None], decimals)


def _is_finer(weight: Decimal | None, decimals: int) -> bool:
    """Whether a weight has more decimals than all are said to be rounded to."""
    return weight is not None and 10**decimals % Fraction(exact_of(weight)).denominator != 0


def _odd_sum(own: tuple[str, Argument], weights: list[Decimal], decimals: int | None) -> Iterator[Hit]:
    total = tidy(sum((Fraction(exact_of(weight)) for weight in weights), Fraction()))
    whole = 1 if total < 10 else 100
    gap = distance(total, whole)
    rounding = 0 if decimals is None else tidy(len(weights) * half_unit(decimals))
    if not weights or gap <= rounding:
        return
    shares = [tidy(Fraction(100 * exact_of(one)) / total) for one in weights]
    normalized = both(lambda lang: listing((format_number(one, decimals=2, lang=lang) for one in shares), lang))
    arguments = (own, ("sum", total), ("whole", whole), ("gap", gap), ("normalized", normalized))
    if decimals is None:
        yield Hit(arguments)
    else:
        yield Hit((*arguments, ("decimals", decimals), ("rounding", rounding)), message=_BEYOND_ROUNDING)


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
_FINER = Text(
    "Bobot dalam {parent} dinyatakan dibulatkan ke {decimals} desimal, tetapi bobot {children} lebih teliti",
    "The weights under {parent} are declared to be rounded to {decimals} decimals, but that of {children} is finer",
)
_BEYOND_ROUNDING = Text(
    "Bobot bawahan {parent} berjumlah {sum}, bukan {whole}; selisih {gap} lebih besar daripada {rounding} yang dapat "
    "timbul dari pembulatan ke {decimals} desimal; secara proporsional dalam persen: {normalized}",
    "The weights under {parent} add up to {sum} and not to {whole}; {gap} is more than the {rounding} that rounding to "
    "{decimals} decimals can make; in proportion, in percent: {normalized}",
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
        "Beri setiap bawahan bobot di atas nol yang berjumlah 1 atau 100; bila bobot aslinya memang dibulatkan, "
        "nyatakan ke berapa desimal (Group.weight_decimals)",
        "Give every child a weight above zero, adding up to 1 or to 100; where the true weights were rounded, declare "
        "to how many decimals (Group.weight_decimals)",
    ),
    condition=Text(
        "Bobot pada weighted tidak tepat berjumlah 1 atau 100, tidak disebut, atau tidak di atas nol; atau bobot "
        "disebut pada jenis tautan lain. Bila kelompoknya menyatakan desimal bobot (Group.weight_decimals), setiap "
        "bobot boleh bergeser setengah satuan desimal itu, dan bobot yang ditulis lebih teliti tidak lolos. Yang "
        "dihitung selalu bobot yang tertulis, dibagi jumlahnya.",
        "The weights of weighted do not add up to exactly 1 or 100, are not stated, or are not above zero; or a "
        "weight is stated on a link of another kind. Where the group declares the decimals of its weights "
        "(Group.weight_decimals), each may be off by half of the last one, and a weight that is finer does not pass. "
        "What counts is always the weight as written, divided by their sum.",
    ),
    passing=Text(
        "0,334 + 0,333 + 0,333; atau 0,333 tiga kali dengan weight_decimals=3, yang berarti masing-masing sepertiga.",
        "0.334 + 0.333 + 0.333; or 0.333 three times with weight_decimals=3, which makes each a third.",
    ),
    failing=Text(
        "0,5 + 0,3 + 0,1 = 0,9; secara proporsional 55,56, 33,33 dan 11,11 persen.",
        "0.5 + 0.3 + 0.1 = 0.9; in proportion 55.56, 33.33 and 11.11 percent.",
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
    condition=Text(
        "Porsi satu indikator pada semua induk sum dan pool berjumlah lebih dari satu; yang tidak disebut "
        "dihitung satu. Porsi pada jenis lain juga galat. Sisa yang tidak menjadi bagian induk mana pun adalah "
        "catatan.",
        "The shares of an indicator in all its parents by sum and pool add up to more than one; one that is not "
        "stated counts as one. A share on another kind is an error too. A rest that belongs to no parent is a "
        "note.",
    ),
    passing=Text(
        "0,6 dan 0,4.",
        "0.6 and 0.4.",
    ),
    failing=Text(
        "1 dan 1: seluruhnya terhitung ganda.",
        "1 and 1: all of it is counted twice.",
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
    condition=Text(
        "Bobot menggabungkan rasio yang pembilang dan penyebutnya diketahui, dan hasilnya bergeser lebih dari "
        "setengah satuan desimal atasan dari rasio gabungannya.",
        "Weights combine ratios whose numerators and denominators are known, and the result lies more than half "
        "of the parent's last decimal away from the ratio of the sums.",
    ),
    passing=Text(
        "90 dari 100 dan 30 dari 50 dengan bobot 0,67 dan 0,33.",
        "90 of 100 and 30 of 50 with weights of 0.67 and 0.33.",
    ),
    failing=Text(
        "Dengan bobot 0,5 dan 0,5: hasilnya 75, padahal rasio gabungannya 80.",
        "With weights of 0.5 and 0.5: they give 75, while the ratio of the sums is 80.",
    ),
    basis=(arithmetic("rasio gabungan adalah rasio jumlah"), criterion("2.a.2")),
    criteria=("2.a.2",),
    subject="group",
    applies=_weighs_ratios,
    find=_unlike_populations,
    after=("CAS101", "CAS106", "CAS107", "CAS501", "CAS502", "CAS507", "CAS701"),
)

CHECKS: tuple[Check, ...] = (CAS701, CAS702, CAS703)
