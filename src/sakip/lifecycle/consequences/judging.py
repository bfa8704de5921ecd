"""Penerapan aturan: what each condition and each rule makes of the facts, with what is missing and how far it is."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Literal

from attrs import frozen

from sakip.base.interval import Interval
from sakip.base.rebuild import reduce_by_fields
from sakip.base.text import Argument, Text
from sakip.lifecycle.consequences.condition import FactCondition, band_of
from sakip.lifecycle.consequences.fact_kind import FactKind
from sakip.lifecycle.consequences.given_fact import GivenFact
from sakip.lifecycle.consequences.policy import ConsequencePolicy
from sakip.lifecycle.consequences.rule import ConsequenceRule

__all__ = ["ConditionOutcome", "Known", "RuleOutcome", "Standing", "Verdict", "judged"]

Verdict = Literal["met", "not_met", "unknown"]
"""Putusan syarat: whether it is met; ``unknown`` while a fact that could decide it is missing."""

Standing = Literal["recommended", "yields", "not_met", "unknown"]
"""Kedudukan aturan: whether its consequence is recommended."""

Known = tuple[GivenFact, Fraction]
"""Fakta yang dipakai: a fact with the number that it is; labels count from 0."""


@frozen
class ConditionOutcome:
    """Hasil syarat: what one condition makes of the facts.

    Attributes:
        condition: Syarat.
        verdict: ``met``, ``not_met`` or ``unknown``.
        inputs: The facts that it read, the latest first.
        gap: How far it is from being met in the year that is farthest off, exact, in the fact's unit or in steps of
            its labels; 0 where only the bound itself is not enough. None unless it is not met.
        because: What is not known, and why.
        is_near: Whether it is not met, every year is known, and those in which it is not met are near. A change that
            went the other way, or none, is never near to the change that is asked.
    """

    condition: FactCondition
    verdict: Verdict
    inputs: tuple[GivenFact, ...]
    gap: Fraction | None
    because: tuple[Text, ...]
    is_near: bool = False

    __reduce__ = reduce_by_fields


@frozen
class RuleOutcome:
    """Hasil aturan: whether a rule's consequence is recommended, and everything that led there.

    Attributes:
        rule: Aturan.
        state: ``recommended``; ``yields``, where it is met and so is a rule to which it gives way; ``not_met``; or
            ``unknown``, where it cannot be said.
        conditions: What each condition makes of the facts.
        yields_to: The rules that are met and to which it gives way.
        because: Why it cannot be said.
        is_near: Whether one condition alone is not met, and is near; no condition may be unknown.
    """

    rule: ConsequenceRule
    state: Standing
    conditions: tuple[ConditionOutcome, ...]
    yields_to: tuple[str, ...]
    because: tuple[Text, ...]
    is_near: bool

    __reduce__ = reduce_by_fields

    @property
    def inputs(self) -> tuple[GivenFact, ...]:
        """Fakta yang dibaca: every fact that the conditions read, each once."""
        return tuple(dict.fromkeys(fact for one in self.conditions for fact in one.inputs))


def judged(
    policy: ConsequencePolicy,
    known: Mapping[tuple[str, int], Known],
    unknown: Mapping[tuple[str, int], Text],
    year: int,
) -> tuple[RuleOutcome, ...]:
    """Terapkan: every rule of a policy, in its order.

    Args:
        policy: Kebijakan.
        known: Facts with their numbers, by id and year.
        unknown: Why a fact is not known, by id and year.
        year: The year that is looked at.

    Examples:
        >>> from sakip.lifecycle import PP_30_2019_CONSEQUENCES
        >>> {one.state for one in judged(PP_30_2019_CONSEQUENCES, {}, {}, 2024)}
        {'unknown'}
    """
    found = {
        rule.id: tuple(_condition(one, policy.fact(one.fact), known, unknown, year) for one in rule.when)
        for rule in policy.rules
    }
    verdicts: dict[str, Verdict] = {id_: _all(one.verdict for one in each) for id_, each in found.items()}
    return tuple(_outcome(policy, rule, found, verdicts) for rule in policy.rules)


def _all(verdicts: Iterable[Verdict]) -> Verdict:
    """Whether all are met: one that is not decides, whatever is unknown."""
    seen = set(verdicts)
    return "not_met" if "not_met" in seen else "unknown" if "unknown" in seen else "met"


def _outcome(
    policy: ConsequencePolicy,
    rule: ConsequenceRule,
    found: Mapping[str, tuple[ConditionOutcome, ...]],
    verdicts: Mapping[str, Verdict],
) -> RuleOutcome:
    own, verdict = found[rule.id], verdicts[rule.id]
    others = policy.gives_way_to(rule.id)
    over = tuple(other for other in others if verdicts[other] == "met")
    if verdict == "not_met":
        return RuleOutcome(rule, "not_met", own, (), (), _is_near(own))
    if over and verdict == "met":
        return RuleOutcome(rule, "yields", own, over, (), is_near=False)
    open_ = [rule.id, *(other for other in others if verdicts[other] == "unknown")]
    because = tuple(dict.fromkeys(why for id_ in open_ for one in found[id_] for why in one.because))
    return RuleOutcome(rule, "unknown" if because else "recommended", own, (), because, is_near=False)


def _is_near(conditions: Sequence[ConditionOutcome]) -> bool:
    failed = [one for one in conditions if one.verdict == "not_met"]
    return len(failed) == 1 and failed[0].is_near and all(one.verdict != "unknown" for one in conditions)


def _condition(
    condition: FactCondition,
    kind: FactKind,
    known: Mapping[tuple[str, int], Known],
    unknown: Mapping[tuple[str, int], Text],
    year: int,
) -> ConditionOutcome:
    band, verdicts = band_of(condition, kind), list[Verdict]()
    failed, because, inputs = list[Fraction](), list[Text](), list[GivenFact]()
    for at in range(year, year - condition.years, -1):
        years = (at, at - 1) if condition.asked == "change" else (at,)
        read = [known.get((kind.id, one)) for one in years]
        inputs += [one[0] for one in read if one is not None]
        lacking = [*_lacking(kind, years, known, unknown)]
        if lacking:
            because += lacking
            verdicts.append("unknown")
            continue
        numbers = [one[1] for one in read if one is not None]
        number = numbers[0] - numbers[1] if condition.asked == "change" else numbers[0]
        verdicts.append("met" if band.contains(number) else "not_met")
        if verdicts[-1] == "not_met":
            failed.append(number)
    gap = max((_distance(band, number) for number in failed), default=None)
    near = kind.near is not None and gap is not None and gap <= kind.near and not because
    if condition.asked == "change":
        near = near and not any(_turns_away(band, number) for number in failed)
    reasons = tuple(dict.fromkeys(because))
    return ConditionOutcome(condition, _all(verdicts), tuple(dict.fromkeys(inputs)), gap, reasons, is_near=near)


def _turns_away(band: Interval, change: Fraction) -> bool:
    """Whether a fall or a rise is asked, and a change is none: the other way, or nothing at all."""
    if band.contains(Fraction(0)):
        return False
    falls = band.high is not None and band.high <= 0
    return change >= 0 if falls else change <= 0


def _distance(band: Interval, number: Fraction) -> Fraction:
    """How far a number outside lies from the band."""
    below = band.low is not None and number <= band.low
    end = band.low if below else band.high
    return Fraction(0) if end is None else abs(end - number)


_NOT_GIVEN = Text("{fact} {year} tidak diberikan", "{fact} {year} was not given")
_WHY = Text("{fact} {year}: {why}", "{fact} {year}: {why}")
_UNLIKE = Text(
    "{fact} {year} dan {before} diukur dengan cara yang berbeda ({one}; {other})",
    "{fact} {year} and {before} were measured in different ways ({one}; {other})",
)


def _lacking(
    kind: FactKind,
    years: tuple[int, ...],
    known: Mapping[tuple[str, int], Known],
    unknown: Mapping[tuple[str, int], Text],
) -> Iterator[Text]:
    """Which of the facts of these years is not known, or cannot be compared."""
    for at in years:
        if (kind.id, at) not in known:
            why = unknown.get((kind.id, at))
            told: dict[str, Argument] = {"fact": kind.name, "year": str(at)}
            yield _NOT_GIVEN.filled(told) if why is None else _WHY.filled({**told, "why": why})
    given = [known[kind.id, at][0] for at in years if (kind.id, at) in known]
    if len(given) == len(years) == 2 and given[0].measure != given[1].measure:
        one, other = (fact.measure or "–" for fact in given)
        named: dict[str, Argument] = {"fact": kind.name, "year": str(years[0]), "before": str(years[1])}
        yield _UNLIKE.filled({**named, "one": one, "other": other})
