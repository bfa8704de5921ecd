from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sakip import Components, Level, NotReported, Period, Range, Realization, Target
from sakip.model.checks.entering import CHECKS, RULES
from tests.model.making import found, full

QUARTERS = Period.year(2025).parts("quarter")
CUMULATIVE = (20, 40, 60, 80)


def planned(value: object, *amounts: object, **fields: object) -> Target:
    """A target with a trajectory over as many quarters as there are amounts."""
    return Target(full(**fields), value, trajectory=dict(zip(QUARTERS, amounts, strict=False)))


def delivered(*parts: object) -> tuple[Realization, ...]:
    """Realizations of the quarters, None where there is none."""
    quarters = zip(parts, QUARTERS, strict=False)
    return tuple(Realization("IKU-1", part, period=period) for part, period in quarters if part is not None)


def otherwise(target: Target, *parts: object) -> list[str]:
    """Where realizations are found to be entered otherwise than the trajectory."""
    report = found(target, delivered=delivered(*parts))
    return [finding.subject for finding in report if finding.code == "REA-ENTERED-OTHERWISE"]


class TestEnteredOtherwise:
    """Target and realization are entered in the same way."""

    @pytest.mark.parametrize(
        ("parts", "suspect"),
        [
            ((20, 20, 20, 20), True),
            ((18, 22, 19, 21), True),
            ((15, 20, 25, 20), True),
            ((20, "29.999999", 20, 20), True),
            ((20, 30, 20, 20), False),  # as near to 20 as to 40
            ((20, 20, 20, 50), False),  # as near to 20 as to 80
            ((20, 40, 60, 80), False),
            ((20, 20, 20), True),
            ((20, 20), False),  # the first says nothing, and one is not enough
            ((None, 20, 20), True),
            ((None, None, 20, 20), True),
            ((20, None, None, 20), False),
            ((20, NotReported(), 20, NotReported()), False),
            ((5, 10, 15, 20), False),  # a quarter of the plan
            ((0, 0, 0, 0), False),
            ((0, 0, 10, 25), False),  # begun late
            ((0, 0, 20, 20), True),
            ((20, Components(20, 100, per=100), 20), True),
            ((20, Level("WTP"), 20), False),
        ],
    )
    def test_per_period_against_a_cumulative_plan(self, parts: tuple[object, ...], suspect: bool) -> None:
        """Realizations that lie nearer to the steps of the plan than to the plan were entered per period."""
        assert bool(otherwise(planned(80, *CUMULATIVE), *parts)) == suspect

    @pytest.mark.parametrize(
        ("parts", "suspect"),
        [
            ((25, 50, 75, 100), True),
            ((20, 45, 70, 95), True),
            ((25, "37.500001", 75, 100), True),
            ((25, "37.5", 75, 100), False),  # as near to 25 as to 50
            ((25, 50, 75, "62.5"), False),
            ((25, 25, 25, 25), False),
            ((25, 50, 75), True),
            ((25, 50), False),
            ((None, 50, 75), True),
            ((60, 60, 60), False),  # delivered more than twice, as evenly as planned
            ((0, 0, 0, 0), False),
        ],
    )
    def test_cumulative_against_a_plan_per_period(self, parts: tuple[object, ...], suspect: bool) -> None:
        """Realizations that lie nearer to the running sums of the plan than to the plan were entered cumulatively."""
        assert bool(otherwise(planned(100, 25, 25, 25, 25), *parts)) == suspect

    @pytest.mark.parametrize(
        ("value", "amounts"),
        [
            (80, (20, 40, 60, 79)),  # ends elsewhere
            (80, (20, 60, 40, 80)),  # falls
            (20, (20, 20, 20, 20)),  # never rises
            (80, (0, 0, 0, 80)),  # both adds up and counts up
            (Range(79, 81), ()),
            (80, ()),
        ],
    )
    def test_plan_that_does_not_say(self, value: object, amounts: tuple[object, ...]) -> None:
        """A plan that is neither clearly cumulative nor clearly per period accuses nobody."""
        assert otherwise(planned(value, *amounts), 20, 20, 20, 20) == []

    def test_steps_of_nothing_are_not_compared(self) -> None:
        """Where a plan stands still from the start both ways agree, so the period neither accuses nor excuses."""
        assert otherwise(planned(100, 0, 50, 50, 100), 0, 60, 1, 49) == ["realizations[2].value"]
        assert otherwise(planned(100, 0, 50, 50, 100), 0, 60, 1) == []

    @pytest.mark.parametrize("polarity", ["maximize", "minimize", "stabilize"])
    @pytest.mark.parametrize(
        ("how", "suspect"),
        [
            (None, True),
            ("sum", True),
            ("last_progress", True),
            ("last_level", True),
            ("average", False),
            ("minimum", False),
            ("maximum", False),
            ("pool", False),
        ],
    )
    def test_direction_and_consolidation(self, polarity: str, how: str | None, suspect: bool) -> None:
        """The direction does not matter; a mean, an extreme and a ratio are never counted up."""
        target = planned(80, *CUMULATIVE, polarity=polarity, consolidation=how, measure="flow")
        assert bool(otherwise(target, 20, 20, 20, 20)) == suspect

    def test_order_of_the_list(self) -> None:
        """Realizations are read in the order of their periods, wherever they stand."""
        target = planned(80, *CUMULATIVE, consolidation="last_progress")
        (warning,) = found(target, delivered=delivered(20, 20, 20, 20)[::-1])
        assert (warning.code, warning.subject) == ("REA-ENTERED-OTHERWISE", "realizations[2].value")
        assert warning.severity == "warning"

    def test_words(self) -> None:
        """The sentence shows one figure beside its plan and names both ways out."""
        (warning,) = found(planned(80, *CUMULATIVE, consolidation="last_progress"), delivered=delivered(20, 21, 22))
        assert warning.text("id") == (
            "Realisasi IKU-1 tampak diisi per periode (21 pada Triwulan II 2025), sedangkan lintasan targetnya "
            "kumulatif (40); isi "
            "keduanya per periode dengan konsolidasi sum, atau keduanya kumulatif dengan last_progress"
        )
        plan = planned(100, 25, 25, 25, 25, consolidation="sum")
        (warning,) = found(plan, delivered=delivered(20, 45, 70))
        assert warning.text("en") == (
            "The realizations of IKU-1 look entered cumulatively (45 at Quarter II 2025), while its trajectory is "
            "planned per period (25); "
            "enter both per period with consolidation sum, or both cumulatively with last_progress"
        )

    @given(
        st.lists(st.integers(0, 20), min_size=4, max_size=4), st.sampled_from(["0", "0.25", "0.5", "1", "1.75", "3"])
    )
    def test_even_delivery_is_never_suspect(self, steps: list[int], share: str) -> None:
        """Who delivers the same share of the plan all year, in the way of the plan, is never suspected."""
        part = Fraction(share)
        for amounts in (steps, _running(steps)):
            target = planned(sum(steps), *amounts)
            assert otherwise(target, *(str(float(amount * part)) for amount in amounts)) == []

    @given(st.lists(st.integers(0, 20), min_size=4, max_size=4))
    def test_plan_delivered_the_other_way(self, steps: list[int]) -> None:
        """Who delivers the plan exactly, in the other way, is always suspected, if the ways differ in two periods."""
        running = _running(steps)
        assume(any(steps[1:]) and sum(one != other for one, other in zip(steps, running, strict=True)) > 1)
        for amounts, others in ((steps, running), (running, steps)):
            assert otherwise(planned(sum(steps), *amounts), *others)


def _running(steps: list[int]) -> list[int]:
    return [sum(steps[: place + 1]) for place in range(len(steps))]


def test_rules_are_catalogued() -> None:
    """Each rule has a code of its own, and there is no more than one check for a rule."""
    codes = [rule.code for rule in RULES]
    assert len(set(codes)) == len(codes) >= len(CHECKS)
