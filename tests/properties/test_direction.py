"""What better and worse mean, and what must not matter."""

from decimal import Decimal
from fractions import Fraction
from random import Random

import pytest
from attrs import evolve
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from sakip import Agreement, Indicator, Objective, Range, Realization, Target, evaluate, score
from sakip.policies import (
    KMK_127_2026,
    LKJIP,
    LOWER_IS_BETTER_INVERSE,
    PERMENPANRB_8_2021,
    PROGRESS_FROM_BASELINE,
    TENT,
)
from sakip.scoring import Cap, Floor, Policy, Round
from sakip.testing import agreements_with_realizations, example_agreement, numbers
from tests.scoring.making import code_of

PROGRESS = LKJIP.evolve(
    id="progress", maximize=PROGRESS_FROM_BASELINE, minimize=PROGRESS_FROM_BASELINE, indicator=(Floor(0), Round(1))
)
INVERSE = LKJIP.evolve(id="inverse", minimize=LOWER_IS_BETTER_INVERSE, stabilize=TENT, indicator=(Cap(150), Round(2)))
WORST = KMK_127_2026.evolve(id="worst", zero_target="met_is_100")
POLICIES = (LKJIP, KMK_127_2026, PERMENPANRB_8_2021, PROGRESS, INVERSE, WORST)


def by_name(policy: Policy) -> str:
    """The id of a policy, for the list of tests."""
    return policy.id


def targets(polarity: str) -> st.SearchStrategy[Target]:
    """Targets of one polarity: also zero, negative, a range, at the ceiling, with a baseline or a worst value."""
    number = numbers(-20, 200)
    value = st.one_of(number, numbers(1, 100), st.just(Decimal(0)), st.tuples(number, numbers(1, 50)).map(_range))
    other = st.none() | number
    indicator = Indicator("X", "X", polarity=polarity)
    return st.builds(
        _target,
        st.just(indicator),
        value,
        st.booleans(),
        baseline=other,
        worst_value=other,
        ceiling=other,
    )


def _range(pair: tuple[Decimal, Decimal]) -> Range:
    low, width = pair
    return Range(low, _sum(low, width))


def _sum(one: Decimal, other: Decimal) -> Decimal:
    count = (Fraction(one) + Fraction(other)) * 10**6
    return Decimal(f"{count.numerator}e-6")


def _target(indicator: Indicator, value: Decimal | Range, at_ceiling: bool, **others: Decimal | None) -> Target:
    if at_ceiling and isinstance(value, Decimal):
        others["ceiling"] = value
    return Target(indicator, value, **others)


# Made once: a strategy that is made anew for every example is far slower.
TARGETS = {polarity: targets(polarity) for polarity in ("maximize", "minimize", "stabilize")}
AMOUNT = numbers(-20, 300)
TWO = st.tuples(AMOUNT, AMOUNT)
DISTANCES = st.tuples(numbers(0, 300), numbers(0, 300))


class TestBetterNeverScoresLess:
    """Semakin tinggi realisasi menunjukkan pencapaian kinerja yang semakin baik, or the other way round.

    Where more is better, more never gives a lower value; where less is better, less never does; where the target itself
    is best, coming nearer to it never does.
    """

    @pytest.mark.parametrize("policy", POLICIES, ids=by_name)
    @given(data=st.data())
    def test_more_of_what_should_rise(self, policy: Policy, data: st.DataObject) -> None:
        """Under maximize a higher realization never has a lower value."""
        target = data.draw(TARGETS["maximize"])
        worse, better = sorted(data.draw(TWO))
        one, other = score(target, worse, policy=policy), score(target, better, policy=policy)
        if one.value is not None and other.value is not None:
            assert other.value >= one.value
            assert other.exact >= one.exact

    @pytest.mark.parametrize("policy", POLICIES, ids=by_name)
    @given(data=st.data())
    def test_less_of_what_should_fall(self, policy: Policy, data: st.DataObject) -> None:
        """Under minimize a lower realization never has a lower value."""
        target = data.draw(TARGETS["minimize"])
        better, worse = sorted(data.draw(TWO))
        one, other = score(target, worse, policy=policy), score(target, better, policy=policy)
        if one.value is not None and other.value is not None:
            assert other.value >= one.value
            assert other.exact >= one.exact

    @pytest.mark.parametrize("policy", [KMK_127_2026, INVERSE, WORST], ids=by_name)
    @given(data=st.data())
    def test_nearer_to_what_should_stay(self, policy: Policy, data: st.DataObject) -> None:
        """Under stabilize a realization that is nearer to the target, on one side, never has a lower value."""
        target = data.draw(TARGETS["stabilize"])
        assume(isinstance(target.value, Decimal))
        away, near = sorted(data.draw(DISTANCES), reverse=True)
        for side in (1, -1):
            places = [_sum(target.value, Decimal(side) * distance) for distance in (away, near)]
            one, other = (score(target, place, policy=policy) for place in places)
            if one.value is not None and other.value is not None:
                assert other.value >= one.value

    @given(pairs=st.lists(st.tuples(numbers(1, 100), numbers(0, 200), numbers(0, 200)), min_size=1, max_size=5))
    def test_better_rows_make_no_lower_total(self, pairs: list[tuple[Decimal, Decimal, Decimal]]) -> None:
        """When no indicator does worse, the total is not lower."""
        found = []
        for pick in (min, max):
            group = [Target(Indicator(f"I{at}", "x", polarity="maximize"), t) for at, (t, _, _) in enumerate(pairs)]
            given_ = [Realization(f"I{at}", pick(one, other)) for at, (_, one, other) in enumerate(pairs)]
            agreement = evolve(example_agreement(), objectives=[Objective("S", group)])
            found.append(evaluate(agreement, given_, policy=LKJIP).score.value)
        assert found[0] <= found[1]


class TestTargetMet:
    """A realization that equals its target has the value that the rule declares for a kept promise."""

    @pytest.mark.parametrize(
        ("policy", "polarity", "value"),
        [
            (LKJIP, "maximize", 100),
            (LKJIP, "minimize", 100),
            (KMK_127_2026, "maximize", 100),
            (KMK_127_2026, "minimize", 100),
            (KMK_127_2026, "stabilize", 120),
            (PERMENPANRB_8_2021, "maximize", 109),
            (PERMENPANRB_8_2021, "minimize", 109),
            (PROGRESS, "maximize", 100),
            (PROGRESS, "minimize", 100),
            (INVERSE, "minimize", 100),
            (INVERSE, "stabilize", 100),
        ],
        ids=str,
    )
    @given(number=numbers(rich=True), baseline=st.none() | numbers(rich=True))
    def test_declared_value(
        self, policy: Policy, polarity: str, value: int, number: Decimal, baseline: Decimal | None
    ) -> None:
        """At R = T the value is the declared one, or there is a reason and no value at all."""
        target = Target(Indicator("X", "X", polarity=polarity), number, baseline=baseline)
        found = score(target, number, policy=policy)
        if found.value is None:
            assert found.reason.code in {
                "zero-target",
                "no-worst-value",
                "outside-domain",
                "needs",
                "target-not-above-baseline",
                "target-not-below-baseline",
            }
            assert number <= 0 or policy is PROGRESS
        else:
            assert found.value == value

    @pytest.mark.parametrize("policy", [KMK_127_2026, PERMENPANRB_8_2021], ids=by_name)
    @pytest.mark.parametrize("polarity", ["maximize", "minimize"])
    @given(number=numbers(1, 1000))
    def test_at_the_ceiling(self, policy: Policy, polarity: str, number: Decimal) -> None:
        """A kept promise whose target is already the best attainable has 120."""
        target = Target(Indicator("X", "X", polarity=polarity), number, ceiling=number)
        assert score(target, number, policy=policy).value == 120

    @pytest.mark.parametrize("polarity", ["maximize", "minimize"])
    @given(low=numbers(1, 100), width=numbers(1, 50), part=st.sampled_from([0, 1, 2, 3, 4]))
    def test_inside_a_range(self, polarity: str, low: Decimal, width: Decimal, part: int) -> None:
        """Both bounds of a range, and everything between them, keep the promise exactly."""
        bounds = Range(low, _sum(low, width))
        inside = Fraction(low) + Fraction(width) * part / 4
        amount = Decimal(f"{(inside * 10**6).numerator // (inside * 10**6).denominator}e-6")
        assert score(Target(Indicator("X", "X", polarity=polarity), bounds), amount, policy=LKJIP).value == 100


class TestUnit:
    """Whether a road is promised in metres or in kilometres, the achievement is the same."""

    @pytest.mark.parametrize("policy", POLICIES, ids=by_name)
    @pytest.mark.parametrize("polarity", ["maximize", "minimize", "stabilize"])
    @given(data=st.data(), factor=st.sampled_from(["0.001", "0.5", "2", "1000"]))
    def test_scaling(self, policy: Policy, polarity: str, data: st.DataObject, factor: str) -> None:
        """Target, realization and what stands beside them, times one factor, leave score and reason as they were."""
        target = data.draw(TARGETS[polarity])
        amount = data.draw(AMOUNT)

        def scaled(value: Decimal | None) -> Decimal | None:
            if value is None:
                return None
            count = Fraction(value) * Fraction(factor) * 10**6
            assume(count.denominator == 1)
            return Decimal(f"{count.numerator}e-6")

        bounds = target.value
        other = evolve(
            target,
            value=Range(scaled(bounds.low), scaled(bounds.high)) if isinstance(bounds, Range) else scaled(bounds),
            baseline=scaled(target.baseline),
            worst_value=scaled(target.worst_value),
            ceiling=scaled(target.ceiling),
        )
        assert score(other, scaled(amount), policy=policy) == score(target, amount, policy=policy)


class TestOrder:
    """The rows of a table may stand in any order."""

    @pytest.mark.parametrize("policy", [LKJIP.evolve(weights=KMK_127_2026.weights), KMK_127_2026], ids=by_name)
    @settings(max_examples=50)
    @given(case=agreements_with_realizations(rich=True), seed=st.integers(0, 99))
    def test_targets_and_realizations(
        self, policy: Policy, case: tuple[Agreement, tuple[Realization, ...]], seed: int
    ) -> None:
        """Objectives, targets and realizations in another order: scores, total, grade and digest stay."""
        agreement, delivered = case
        random = Random(seed)  # noqa: S311 - repeatable
        objectives = [evolve(one, targets=random.sample(one.targets, len(one.targets))) for one in agreement.objectives]
        other = evolve(agreement, objectives=random.sample(objectives, len(objectives)))
        one = evaluate(agreement, delivered, policy=policy)
        two = evaluate(other, random.sample(delivered, len(delivered)), policy=policy)
        assert {row.code: (row.score, row.grade, row.status) for row in one} == {
            row.code: (row.score, row.grade, row.status) for row in two
        }
        assert (one.score, one.grade, one.completeness) == (two.score, two.grade, two.completeness)
        assert one.known_share == two.known_share
        assert one.digest == two.digest
        assert two.verify(one.digest)

    def test_another_number_is_another_digest(self) -> None:
        """The digest that ignores order does not ignore which realization belongs to which indicator."""
        group = [Target(Indicator(code, code, polarity="maximize"), 10) for code in ("A", "B")]
        agreement = evolve(example_agreement(), objectives=[Objective("S", group)])
        one = evaluate(agreement, [Realization("A", 1), Realization("B", 2)], policy=LKJIP)
        two = evaluate(agreement, [Realization("A", 2), Realization("B", 1)], policy=LKJIP)
        assert one.score == two.score
        assert one.digest != two.digest


def test_undefined_is_not_zero() -> None:
    """A formula is never stretched to where it is not defined: the reason is named, and no score of zero stands in."""
    target = Target(Indicator("X", "X", polarity="maximize"), -5)
    assert code_of(score(target, 3, policy=LKJIP)) == "outside-domain"
