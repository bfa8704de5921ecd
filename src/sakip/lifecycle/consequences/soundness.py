"""Keutuhan kebijakan: what a policy may not contain, found when it is built, with facts that show it."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import combinations

from sakip.errors import LawError
from sakip.lifecycle.consequences.condition import FactCondition, band_of
from sakip.lifecycle.consequences.fact_kind import FactKind
from sakip.lifecycle.consequences.region import Limit, implies, limits_of, witness
from sakip.lifecycle.consequences.rule import ConsequenceRule

__all__ = ["order_of", "require_monotone", "require_sound"]

Kinds = Mapping[str, FactKind]
Order = Mapping[str, frozenset[str]]
Counterexample = tuple[tuple[str, str], ...]

_PATH = "ConsequencePolicy.rules"


def order_of(rules: Sequence[ConsequenceRule]) -> dict[str, frozenset[str]]:
    """Urutan aturan: to which rules each gives way, directly or through others.

    Raises:
        LawError: Rules that give way to each other in a circle.

    Examples:
        >>> order_of([])
        {}
    """
    direct = {rule.id: rule.yields_to for rule in rules}
    order = {one: frozenset(_reached(one, direct)) for one in direct}
    for rule in rules:
        if rule.id in order[rule.id]:
            others = sorted(other for other in order[rule.id] if rule.id in order[other])
            raise LawError(
                code="order-in-a-circle",
                path=f"{_PATH}[{rule.id}].yields_to",
                problem=(
                    f"aturan saling mengalah berputar: {', '.join(others)}",
                    f"rules give way to each other in a circle: {', '.join(others)}",
                ),
                way_out=(
                    "Sebutkan yields_to hanya pada aturan yang mengalah",
                    "Give yields_to only to the rule that gives way",
                ),
                law="order",
                counterexample=(),
            )
    return order


def _reached(start: str, direct: Mapping[str, tuple[str, ...]]) -> set[str]:
    found: set[str] = set()
    waiting = list(direct[start])
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += direct[one]
    return found


def require_sound(rules: Sequence[ConsequenceRule], kinds: Kinds, order: Order) -> None:
    """Utuh: every rule can be met and can stand, and no facts lead to recommendations that cannot stand together.

    Raises:
        LawError: The first rule or pair of rules for which that is not so, with facts that show it.

    Examples:
        >>> require_sound([], {}, {})
    """
    limits = {rule.id: limits_of(rule.when, kinds) for rule in rules}
    for rule in rules:
        if witness(limits[rule.id], kinds) is None:
            raise _never_met(rule)
        if any(not kinds[one.fact].blames for one in rule.when) and rule.consequence.kind == "sanction":
            raise _blamed(rule, next(one.fact for one in rule.when if not kinds[one.fact].blames))
    for one, other in combinations(rules, 2):
        _require_pair(one, other, limits, kinds, order)


def _require_pair(
    one: ConsequenceRule,
    other: ConsequenceRule,
    limits: Mapping[str, Sequence[Limit]],
    kinds: Kinds,
    order: Order,
) -> None:
    gives_way, comes_first = other.id in order[one.id], one.id in order[other.id]
    ordered = gives_way or comes_first
    beside = one.consequence.is_beside(other.consequence)
    if beside and not ordered:
        return
    mine, theirs = limits[one.id], limits[other.id]
    shown = witness([*mine, *theirs], kinds)
    if shown is None:
        return
    within = implies(mine, theirs, kinds)
    around = (within or comes_first) and implies(theirs, mine, kinds)
    if within and around and not beside:
        raise _contradict(one, other, _told(shown, kinds))
    if within and gives_way:
        raise _never_stands(one, other)
    if around and comes_first:
        raise _never_stands(other, one)
    if not ordered:
        raise _no_order(one, other, _told(shown, kinds))


def _told(shown: Mapping[tuple[str, int], Fraction], kinds: Kinds) -> Counterexample:
    """Facts that show it, each with the years that it lies back: ``total[-1]`` is that of the year before."""
    return tuple(
        (f"{fact}[-{back}]" if back else fact, kinds[fact].labels[int(value)] if kinds[fact].labels else str(value))
        for (fact, back), value in sorted(shown.items())
    )


def _never_met(rule: ConsequenceRule) -> LawError:
    return LawError(
        code="never-met",
        path=f"{_PATH}[{rule.id}].when",
        problem=("syarat-syarat aturan ini tidak pernah terpenuhi bersama", "the conditions can never all be met"),
        way_out=(
            "Perbaiki batas yang saling meniadakan, atau hapus aturannya",
            "Correct the bounds that exclude each other, or leave the rule out",
        ),
        law="satisfiable",
        counterexample=(("rule", rule.id),),
    )


def _blamed(rule: ConsequenceRule, fact: str) -> LawError:
    return LawError(
        code="sanction-without-knowledge",
        path=f"{_PATH}[{rule.id}].when",
        problem=(
            f"sanksi tidak dapat berdasar pada {fact}, yang hanya mengatakan bahwa sesuatu belum diketahui",
            f"a sanction cannot rest on {fact}, which only says that something is not known",
        ),
        way_out=("Pakai pembinaan, atau fakta lain", "Use coaching, or another fact"),
        law="blame",
        counterexample=(("rule", rule.id),),
    )


def _contradict(one: ConsequenceRule, other: ConsequenceRule, shown: Counterexample) -> LawError:
    return LawError(
        code="rules-contradict",
        path=f"{_PATH}[{one.id}, {other.id}]",
        problem=(
            "fakta yang sama memberi rekomendasi yang tidak dapat berdiri bersama",
            "the same facts give recommendations that cannot stand together",
        ),
        way_out=("Ubah syarat salah satu aturan", "Change the conditions of one of the rules"),
        law="contradiction",
        counterexample=shown,
    )


def _never_stands(rule: ConsequenceRule, other: ConsequenceRule) -> LawError:
    return LawError(
        code="never-stands",
        path=f"{_PATH}[{rule.id}].yields_to",
        problem=(
            f"setiap kali terpenuhi, aturan ini mengalah kepada {other.id}",
            f"whenever it is met, the rule gives way to {other.id}",
        ),
        way_out=(
            "Balikkan urutannya, atau hapus aturan yang tidak pernah berlaku",
            "Turn the order round, or leave out the rule that never stands",
        ),
        law="order",
        counterexample=(("rule", rule.id),),
    )


def _no_order(one: ConsequenceRule, other: ConsequenceRule, shown: Counterexample) -> LawError:
    return LawError(
        code="overlap-without-order",
        path=f"{_PATH}[{one.id}, {other.id}]",
        problem=(
            "keduanya dapat terpenuhi bersama, rekomendasinya tidak dapat berdiri bersama, dan tidak ada yang mengalah",
            "both can be met at once, their recommendations cannot stand together, and neither gives way",
        ),
        way_out=(
            f"Tulis yields_to=['{other.id}'] pada {one.id}, atau sebaliknya",
            f"Write yields_to=['{other.id}'] in {one.id}, or the other way round",
        ),
        law="order",
        counterexample=shown,
    )


def require_monotone(rules: Sequence[ConsequenceRule], kinds: Kinds, order: Order) -> None:
    """Monoton: better facts of the year never lead to a lower reward or a heavier burden.

    It is decided rule by rule. A reward asks only for what is good enough, a burden only for what is bad enough, and
    each gives way only to what is met later in the same direction, or no longer met in it.

    Raises:
        LawError: The first rule for which that cannot be said.

    Examples:
        >>> require_monotone([], {}, {})
    """
    by_id = {rule.id: rule for rule in rules}
    for rule in rules:
        if rule.consequence.kind == "placement":
            continue
        for condition in rule.when:
            if not _leads(condition, kinds, up=not rule.consequence.is_burden):
                raise _turns(rule, condition)
        for other in sorted(order[rule.id]):
            if not _gives_way(rule, by_id[other], kinds):
                raise _turned_by(rule, other)


def _gives_way(rule: ConsequenceRule, other: ConsequenceRule, kinds: Kinds) -> bool:
    burden = rule.consequence.is_burden
    if burden and other.consequence.is_burden:
        return other.consequence.burden >= rule.consequence.burden
    if not burden and other.consequence.kind == "reward":
        return other.consequence.benefit >= rule.consequence.benefit
    return all(_leads(condition, kinds, up=burden) for condition in other.when)


def _leads(condition: FactCondition, kinds: Kinds, *, up: bool) -> bool:
    """Whether a condition that is met stays met while its fact gets better (or, without ``up``, worse)."""
    kind = kinds[condition.fact]
    if kind.better == "neither":
        return True
    band, all_values = band_of(condition, kind), kind.values
    within = condition.asked == "value"
    if up is (kind.better == "higher"):
        return band.high is None or (within and all_values.high is not None and band.contains(all_values.high))
    return band.low is None or (within and all_values.low is not None and band.contains(all_values.low))


def _turns(rule: ConsequenceRule, condition: FactCondition) -> LawError:
    return LawError(
        code="not-monotone",
        path=f"{_PATH}[{rule.id}].when",
        problem=(
            f"{condition.fact} yang lebih baik dapat meniadakan penghargaan ini, atau memunculkan beban ini",
            f"a better {condition.fact} may take this reward away, or bring this burden",
        ),
        way_out=(
            "Batasi penghargaan di sisi buruk saja, beban di sisi baik saja; tingkatnya yields_to; atau monotone=False",
            "Bound a reward on the bad side only, a burden on the good side; grades by yields_to; or monotone=False",
        ),
        law="monotone",
        counterexample=(("rule", rule.id), ("fact", condition.fact)),
    )


def _turned_by(rule: ConsequenceRule, other: str) -> LawError:
    return LawError(
        code="not-monotone",
        path=f"{_PATH}[{rule.id}].yields_to",
        problem=(
            f"fakta yang lebih baik dapat membuat aturan ini mengalah kepada {other}, atau tidak lagi mengalah",
            f"better facts may make the rule give way to {other}, or give way no longer",
        ),
        way_out=(
            "Balikkan urutannya, atau tulis monotone=False",
            "Turn the order round, or write monotone=False",
        ),
        law="monotone",
        counterexample=(("rule", rule.id), ("yields to", other)),
    )
