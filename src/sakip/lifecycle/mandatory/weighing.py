"""Bobot setelah indikator wajib ditambahkan: whether the sum of the policy is kept, how, and what is said of it."""

from collections.abc import Collection, Sequence
from decimal import Decimal
from typing import NamedTuple

from attrs import evolve

from sakip.base.finding import Finding
from sakip.base.notation import format_number
from sakip.base.number import FRACTION_DIGITS, admit, decimal_of, micro
from sakip.base.rule import Rule
from sakip.base.text import Lang, Text, both
from sakip.model.objective import Objective
from sakip.model.target import Target
from sakip.scoring.weights import Weights

__all__ = ["RULES", "Weighed", "lowered", "weighed"]

SUM = Rule(
    "MAND-WEIGHT-SUM",
    "error",
    Text(
        "{group}: jumlah bobot menjadi {sum}, padahal kebijakan meminta {total}",
        "{group}: the weights now add up to {sum}, but the policy asks for {total}",
    ),
)
FULL = Rule(
    "MAND-WEIGHT-FULL",
    "error",
    Text(
        "{group}: bobot indikator wajib {mandatory} dari {total} tidak menyisakan cukup bagi {count} indikator lain",
        "{group}: the mandatory weights, {mandatory} of {total}, leave too little for the others, of which there are"
        " {count}",
    ),
)
CHANGED = Rule(
    "MAND-WEIGHT-CHANGED",
    "note",
    Text(
        "{group}: jumlah bobot berubah dari {before} menjadi {sum}; tidak ada kebijakan yang meminta jumlah tertentu",
        "{group}: the sum of the weights changed from {before} to {sum}; no policy asks for a certain sum",
    ),
)
LOWERED = Rule(
    "MAND-WEIGHT-LOWERED",
    "note",
    Text(
        "{group}: bobot lain diturunkan sebanding, sehingga jumlahnya tetap {total}: {changes}",
        "{group}: other weights were lowered in proportion, so that their sum is still {total}: {changes}",
    ),
)
NONE = Rule(
    "MAND-WEIGHT-NONE",
    "error",
    Text(
        "{group}: {code} ditambahkan tanpa bobot, padahal target lain berbobot; sebutkan bobotnya",
        "{group}: {code} was added without a weight, but other targets have one; state its weight",
    ),
)
DROPPED = Rule(
    "MAND-WEIGHT-DROPPED",
    "note",
    Text(
        "{group}: ditambahkan tanpa bobotnya, karena perjanjian ini tidak memakai bobot: {codes}",
        "{group}: added without their weights, since the agreement has none: {codes}",
    ),
)
RULES = (SUM, FULL, CHANGED, LOWERED, NONE, DROPPED)
"""Aturan bobot: what may be said of the weights of an agreement with mandatory indicators added."""

_STEP = 10_000  # 0.01, as weights are mostly written


class Weighed(NamedTuple):
    """Bobot jadi: the objectives with their weights, each weight that was lowered, and what is said of it all."""

    objectives: tuple[Objective, ...]
    lowered: tuple[tuple[str, Decimal, Decimal], ...]
    findings: tuple[Finding, ...]


def weighed(
    objectives: tuple[Objective, ...],
    added: Collection[str],
    mandatory: Collection[str],
    rule: Weights | None,
    *,
    subject: str,
    office: str,
    rescale: bool,
) -> Weighed:
    """Timbang: the weights of objectives to which mandatory indicators were added.

    Args:
        objectives: With the indicators added and their weights as the set states them.
        added: Codes of the targets that were added.
        mandatory: Codes of all targets that are mandatory there; their weights are never lowered.
        rule: What a policy says of weights.
        subject: The path of the agreement.
        office: Whose agreement it is, for the findings.
        rescale: Whether other weights are lowered in proportion, so that a sum that was right stays so.

    Examples:
        >>> from sakip import Indicator
        >>> a, b = (Indicator(code, code, polarity="maximize") for code in "AB")
        >>> objective = Objective("Layanan", [Target(a, 1, weight=100), Target(b, 1, weight=5)])
        >>> found = weighed(
        ...     (objective,),
        ...     ["B"],
        ...     ["B"],
        ...     Weights(total=100, per="agreement", absent="equal"),
        ...     subject="agreement[PK-1]",
        ...     office="Dinas Kesehatan",
        ...     rescale=True,
        ... )
        >>> found.lowered
        (('A', Decimal('100'), Decimal('95')),)
    """
    if not added:
        return Weighed(objectives, (), ())
    placed = [(at, place, one) for at, each in enumerate(objectives) for place, one in enumerate(each.targets)]
    own = [target for _, _, target in placed if target.code not in added]
    if own and all(target.weight is None for target in own):
        return _without_weights(objectives, added, subject, office)
    weightless = all(target.weight is None for _, _, target in placed)
    bare = [] if weightless else [one for _, _, one in placed if one.code in added and one.weight is None]
    findings = [NONE.at(f"{subject}.targets[{one.code}].weight", group=office, code=one.code) for one in bare]
    total = None if rule is None else rule.total
    each_apart = rule is not None and rule.per == "objective"
    shares: dict[tuple[int, int], Decimal] = {}
    for key in range(len(objectives)) if each_apart else [None]:
        group = [(at, place, target) for at, place, target in placed if key in (None, at)]
        if any(one.code in added for _, _, one in group) and all(one.weight is not None for _, _, one in group):
            name = office if key is None else f"{office}, {objectives[key].name}"
            told = _Group(f"{subject}.weights", name, [one for _, _, one in group], added, mandatory)
            found, lower = _grouped(told, total, rescale=rescale)
            findings += found
            others = [(at, place) for at, place, one in group if one.code not in mandatory]
            shares.update(zip(others, lower, strict=False))
    changed = [(one.code, one.weight, shares[at, place]) for at, place, one in placed if (at, place) in shares]
    lowered_from = tuple((code, was, now) for code, was, now in changed if was is not None and was != now)
    return Weighed(_with(objectives, shares), lowered_from, tuple(findings))


class _Group(NamedTuple):
    """Targets whose weights add up together, and how findings name them."""

    subject: str
    name: str
    targets: list[Target]
    added: Collection[str]
    mandatory: Collection[str]


def _without_weights(objectives: tuple[Objective, ...], added: Collection[str], subject: str, office: str) -> Weighed:
    """An agreement that uses no weights gets none: some with and some without could not be scored."""
    weighted = [one.code for each in objectives for one in each.targets if one.code in added and one.weight is not None]
    told = (DROPPED.at(f"{subject}.weights", group=office, codes=", ".join(weighted)),) if weighted else ()
    bare = (
        evolve(each, targets=[evolve(one, weight=None) if one.code in added else one for one in each.targets])
        for each in objectives
    )
    return Weighed(tuple(bare), (), told)


def _grouped(group: _Group, total: Decimal | None, *, rescale: bool) -> tuple[list[Finding], tuple[Decimal, ...]]:
    """What is said of one group of weights, and what the weights that are not mandatory become."""
    whole = _sum(group.targets)
    before = _sum([one for one in group.targets if one.code not in group.added])
    if total is None:
        changed = CHANGED.at(group.subject, group=group.name, before=_number(before), sum=_number(whole))
        return ([changed] if before else []), ()
    asked = micro(total)
    if whole == asked:
        return [], ()
    wrong = SUM.at(group.subject, group=group.name, sum=_number(whole), total=total)
    if not rescale or before != asked:
        return [wrong], ()
    fixed = _sum([one for one in group.targets if one.code in group.mandatory])
    others = [one for one in group.targets if one.code not in group.mandatory]
    shares = lowered([micro(one.weight) for one in others if one.weight is not None], asked - fixed)
    if shares is None:
        told = {"mandatory": _number(fixed), "total": total}
        return [FULL.at(group.subject, group=group.name, count=len(others), **told), wrong], ()
    now = tuple(_number(share) for share in shares)
    return [LOWERED.at(group.subject, group=group.name, total=total, changes=_changes(others, now))], now


def _changes(targets: Sequence[Target], weights: Sequence[Decimal]) -> Text:
    pairs = [(one.code, one.weight, now) for one, now in zip(targets, weights, strict=True)]
    return both(lambda lang: ", ".join(_change(*pair, lang) for pair in pairs))


def _change(code: str, before: Decimal | None, after: Decimal, lang: Lang) -> str:
    return f"{code} {'–' if before is None else format_number(before, lang=lang)} → {format_number(after, lang=lang)}"


def lowered(weights: Sequence[int], rest: int) -> tuple[int, ...] | None:
    """Turunkan sebanding: weights in millionths that add up to a smaller sum, each nearly in its proportion.

    They are cut to hundredths, or as fine as the sum is, and what is cut off goes to those that lost most. None where
    one would be left without any weight.

    Examples:
        >>> lowered([50_000_000, 50_000_000], 90_000_000)
        (45000000, 45000000)
        >>> lowered([1, 1], 1) is None
        True
    """
    whole = sum(weights)
    if not weights or rest <= 0:
        return None
    step = next(size for size in (_STEP, 1_000, 100, 10, 1) if rest % size == 0)
    exact = [divmod(weight * rest, whole * step) for weight in weights]
    spare = rest // step - sum(count for count, _ in exact)
    most = sorted(range(len(exact)), key=lambda at: (-exact[at][1], at))[:spare]
    shares = tuple((count + (at in most)) * step for at, (count, _) in enumerate(exact))
    return shares if all(shares) else None


def _sum(targets: Sequence[Target]) -> int:
    return sum(micro(one.weight) for one in targets if one.weight is not None)


def _number(count: int) -> Decimal:
    return admit(decimal_of(count, FRACTION_DIGITS), "Target.weight")


def _with(objectives: tuple[Objective, ...], shares: dict[tuple[int, int], Decimal]) -> tuple[Objective, ...]:
    if not shares:
        return objectives
    return tuple(
        evolve(
            one,
            targets=[
                evolve(each, weight=shares.get((at, place), each.weight)) for place, each in enumerate(one.targets)
            ],
        )
        for at, one in enumerate(objectives)
    )
