"""Laws of consequences, each with the sentence that it proves."""

from fractions import Fraction
from itertools import combinations, product
from typing import Any

from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

from sakip import Reference, Text
from sakip.errors import LawError
from sakip.lifecycle import (
    LATE_REPORTS_FACT,
    PREDICATE_FACT,
    TOTAL_FACT,
    Consequence,
    ConsequencePolicy,
    ConsequenceRule,
    Consideration,
    FactCondition,
    FactKind,
    GivenFact,
    recommend,
    recommend_many,
)

SOURCE = Reference("Peraturan contoh", certainty="derived")
WHO = Text.literal("Bupati")
KINDS = [TOTAL_FACT, PREDICATE_FACT, LATE_REPORTS_FACT]
YEARS = (2024, 2023, 2022)
BOUNDS: dict[str, list[int | str]] = {
    "total": [60, 75, 90],
    "predicate": list(PREDICATE_FACT.labels),
    "late-reports": [0, 1, 3],
}
VALUES: dict[str, list[int | str | Fraction]] = {
    "total": [50, 60, Fraction(224, 3), 75, 90, 95],
    "predicate": list(PREDICATE_FACT.labels),
    "late-reports": [0, 1, 2, 3, 5],
}
MAKERS = (
    FactCondition.at_least,
    FactCondition.more_than,
    FactCondition.at_most,
    FactCondition.less_than,
    FactCondition.exactly,
)


def consequence(number: int, kind: Any, weight: int) -> Consequence:
    """A consequence of one kind and weight."""
    first = [Text.literal("didengar")] if kind == "sanction" else []
    return Consequence(
        f"{kind}-{number}",
        Text.literal(f"konsekuensi {number}"),
        kind=kind,
        weight=weight,
        decided_by=WHO,
        first=first,
    )


CONSEQUENCES = [
    consequence(number, kind, weight)
    for number, (kind, weight) in enumerate(product(("reward", "placement", "coaching", "sanction"), (1, 2)))
]


@st.composite
def conditions(draw: st.DrawFn) -> FactCondition:
    """Conditions about one fact, in one or two years, or about its change."""
    fact = draw(st.sampled_from(sorted(BOUNDS)))
    years = draw(st.integers(1, 2))
    if draw(st.integers(0, 3)) == 0:
        return draw(st.sampled_from([FactCondition.fell, FactCondition.rose]))(fact, years=years)
    return draw(st.sampled_from(MAKERS))(fact, draw(st.sampled_from(BOUNDS[fact])), years=years)


@st.composite
def policies(draw: st.DrawFn, *, monotone: bool = False) -> ConsequencePolicy:
    """Policies of up to six rules that are sound; a rule that would not be so is left out."""
    policy = policy_of(monotone=monotone)
    for number in range(draw(st.integers(1, 6))):
        rule = ConsequenceRule(
            f"R-{number}",
            draw(st.sampled_from(CONSEQUENCES)),
            draw(st.lists(conditions(), min_size=1, max_size=2)),
            reference=SOURCE,
            yields_to=draw(st.sets(st.sampled_from([one.id for one in policy.rules]))) if policy.rules else (),
        )
        try:
            policy = evolve(policy, rules=[*policy.rules, rule])
        except LawError:
            continue
    assume(policy.rules)
    return policy


@st.composite
def facts(draw: st.DrawFn, *, whole: bool = False) -> list[GivenFact]:
    """What is known of three years: all of it, or any part."""
    places = [(name, year) for name in sorted(VALUES) for year in YEARS]
    kept = places if whole else draw(st.lists(st.sampled_from(places), unique=True))
    return [GivenFact(name, year, draw(st.sampled_from(VALUES[name])), source="contoh") for name, year in kept]


def standing(found: Consideration) -> list[Consequence]:
    """The consequences that are recommended."""
    return [one.rule.consequence for one in found.recommendations]


def position(kind: FactKind, given: GivenFact) -> Fraction:
    """A fact as a number that is larger where it is better."""
    value = given.value
    assert value is not None
    number = Fraction(kind.position(value)) if isinstance(value, str) else Fraction(value)
    return -number if kind.better == "lower" else number


class TestMissing:
    """Missing facts are named and never count as bad: they never produce a sanction, nor anything else."""

    @given(policies(), facts(whole=True), st.data())
    def test_what_is_recommended_without_a_fact_is_with_it(
        self, policy: ConsequencePolicy, known: list[GivenFact], data: st.DataObject
    ) -> None:
        """Whatever the missing facts turn out to be, what is recommended stays so and what is not met stays so."""
        kept = data.draw(st.lists(st.sampled_from(known), unique=True))
        for few, all_ in zip(
            recommend(policy, "x", kept, year=2024), recommend(policy, "x", known, year=2024), strict=True
        ):
            assert few.state in {all_.state, "unknown"}

    @given(policies())
    def test_nothing_known_nothing_recommended(self, policy: ConsequencePolicy) -> None:
        """Of whom nothing is known nothing is recommended, and every rule says what it waits for."""
        found = recommend(policy, "x", [], year=2024)
        assert found.recommendations == ()
        assert all(one.because for one in found.undecided)
        assert len(found.undecided) == len(policy.rules)

    @given(policies(), facts(), st.data())
    def test_a_reason_is_as_good_as_silence(
        self, policy: ConsequencePolicy, known: list[GivenFact], data: st.DataObject
    ) -> None:
        """A fact that is said to be missing leads where one leads that is not mentioned."""
        lost = set(data.draw(st.lists(st.sampled_from(known), unique=True))) if known else set[GivenFact]()
        why = Text.literal("belum")
        named = [GivenFact(one.fact, one.year, because=why) if one in lost else one for one in known]
        silent = [one for one in known if one not in lost]
        one, other = (recommend(policy, "x", given, year=2024) for given in (named, silent))
        assert [each.state for each in one] == [each.state for each in other]


class TestOrder:
    """The order of facts, subjects and rules changes nothing that is recommended."""

    @given(policies(), facts(), st.randoms(use_true_random=False))
    def test_of_facts_and_subjects(self, policy: ConsequencePolicy, known: list[GivenFact], random: Any) -> None:
        """Shuffled facts and subjects give the same considerations, rows and texts."""
        shuffled = list(known)
        random.shuffle(shuffled)
        one = recommend_many(policy, {"a": known, "b": []}, year=2024)
        other = recommend_many(policy, {"b": [], "a": shuffled}, year=2024)
        assert one == other
        assert (one.rows(), one.text(), one["a"].text()) == (other.rows(), other.text(), other["a"].text())

    @given(policies(), facts())
    def test_of_rules(self, policy: ConsequencePolicy, known: list[GivenFact]) -> None:
        """Rules that stand in another order lead to the same."""
        turned = evolve(policy, rules=policy.rules[::-1])
        states = [
            {one.rule.id: one.state for one in recommend(each, "x", known, year=2024)} for each in (policy, turned)
        ]
        assert states[0] == states[1]


class TestSoundness:
    """Contradictions are found when a policy is built, so that none is left when it is used."""

    @given(policies(), facts())
    def test_what_stands_can_stand_together(self, policy: ConsequencePolicy, known: list[GivenFact]) -> None:
        """No facts lead to two recommendations that exclude each other."""
        found = standing(recommend(policy, "x", known, year=2024))
        assert all(one.is_beside(other) for one, other in combinations(found, 2))

    @given(policies(), facts(whole=True))
    def test_all_known_all_said(self, policy: ConsequencePolicy, known: list[GivenFact]) -> None:
        """Where everything is known nothing is left open, and what is not met says how far it is."""
        found = recommend(policy, "x", known, year=2024)
        assert found.undecided == ()
        for one in found:
            failed = [each for each in one.conditions if each.verdict == "not_met"]
            assert bool(failed) == (one.state == "not_met")
            assert all(each.gap is not None and each.gap >= 0 for each in failed)

    @given(policies(), facts(whole=True))
    def test_somebody_comes_first(self, policy: ConsequencePolicy, known: list[GivenFact]) -> None:
        """Where rules are met, one of them stands: not all can give way."""
        found = recommend(policy, "x", known, year=2024)
        assert any(one.state == "yields" for one in found) <= bool(found.recommendations)

    @given(st.lists(conditions(), min_size=1, max_size=3), facts(whole=True))
    def test_what_is_refused_is_met_by_nothing(self, when: list[FactCondition], known: list[GivenFact]) -> None:
        """Of conditions that are said never to be met together, at least one is not met, whatever the facts."""
        if is_possible(*when) or not all(is_possible(one) for one in when):
            return
        alone = policy_of(*(rule_of(f"R-{at}", one) for at, one in enumerate(when)))
        assert len(recommend(alone, "x", known, year=2024).recommendations) < len(when)


def rule_of(name: str, *when: FactCondition) -> ConsequenceRule:
    """A rule that recommends coaching."""
    return ConsequenceRule(name, CONSEQUENCES[4], when, reference=SOURCE)


def policy_of(*rules: ConsequenceRule, monotone: bool = False) -> ConsequencePolicy:
    """A policy of these rules."""
    title = Text.literal("Contoh")
    return ConsequencePolicy("contoh", title, facts=KINDS, rules=rules, reference=SOURCE, monotone=monotone)


def is_possible(*when: FactCondition) -> bool:
    """Whether these conditions can stand in one rule."""
    try:
        policy_of(rule_of("R", *when))
    except LawError:
        return False
    return True


class TestMonotone:
    """A better total never leads to a worse recommendation under a monotone policy."""

    @given(policies(monotone=True), facts(whole=True), st.data())
    def test_better_facts_never_lead_to_worse(
        self, policy: ConsequencePolicy, known: list[GivenFact], data: st.DataObject
    ) -> None:
        """Each fact of the year that gets better leaves the highest reward as high and the heaviest burden as light."""
        kinds = {one.id: one for one in KINDS}
        better = []
        for one in known:
            if one.year == 2024:
                value = data.draw(st.sampled_from(VALUES[one.fact]))
                other = evolve(one, value=value)
                kind = kinds[one.fact]
                better.append(other if position(kind, other) >= position(kind, one) else one)
            else:
                better.append(one)
        before, after = (standing(recommend(policy, "x", given, year=2024)) for given in (known, better))
        assert max((one.benefit for one in after), default=0) >= max((one.benefit for one in before), default=0)
        assert max((one.burden for one in after), default=(0, 0)) <= max((one.burden for one in before), default=(0, 0))


@given(policies(), facts())
def test_whatever_is_asked_is_answered(policy: ConsequencePolicy, known: list[GivenFact]) -> None:
    """Rows, tables, papers and findings exist for every policy and all facts, in both languages and any width."""
    found = recommend(policy, "Kepala Dinas", known, year=2024)
    assert len(found.rows()) == len(found.table("en").rows) == len(policy.rules)
    assert len(policy.rows("en")) == len(policy.table("en").rows)
    for lang in ("id", "en"):
        assert max(len(line) for line in found.text(lang, width=40).splitlines()) <= 40
        assert all(one.text(lang) for one in found.check())
