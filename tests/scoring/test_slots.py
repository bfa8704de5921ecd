"""What may stand in the slots of a policy."""

from typing import Any

import pytest

from sakip import NotReported, policies, score
from sakip.errors import InvalidValueError, LawError
from sakip.policies import LKJIP, MET_OR_REASON, ON_TIME_OR_REASON
from sakip.scoring import (
    Cap,
    Floor,
    GeometricMean,
    Lookup,
    Maximum,
    Mean,
    Measurement,
    Piecewise,
    RatioOfSums,
    Reason,
    Round,
    Stage,
    Sum,
    WeightedMean,
    Weights,
    laws,
)
from sakip.scoring.slots import (
    deadline,
    maximize,
    maximize_range,
    minimize,
    minimize_range,
    objective,
    ordinal,
    require_cap,
    require_ceiling,
    require_weighed,
    stabilize,
    stabilize_range,
    total,
)
from tests.scoring.making import target


def levels(below: Any, equal: Any, above: Any) -> Lookup:
    """A table for levels."""
    return Lookup(
        "levels",
        inputs=[("above", "below", "equal")],
        table=[(("below",), below), (("equal",), equal), (("above",), above)],
    )


def days(late: Any, on_time: Any) -> Lookup:
    """A table for dates."""
    return Lookup("days", inputs=[("on_time", "late")], table=[(("late",), late), (("on_time",), on_time)])


class TestOrdinal:
    """Better never scores less."""

    @pytest.mark.parametrize(
        "answers",
        [
            (None, 100, 100),
            (0, 100, 120),
            (99, 100, 100),
            (100, 100, 101),
            (0, 0, 1),
        ],
        ids=str,
    )
    def test_rising(self, answers: tuple[Any, ...]) -> None:
        """Values that rise with the level are taken, and a shortfall may be without a number."""
        assert ordinal(levels(*answers)) == levels(*answers)
        assert ordinal(None) is None
        assert ordinal(MET_OR_REASON) is MET_OR_REASON

    @pytest.mark.parametrize(
        ("answers", "shown"),
        [
            ((0, 100, 99), (("equal", "100"), ("above", "99"))),
            ((101, 100, 120), (("below", "101"), ("equal", "100"))),
            ((100, 100, 100), (("below", "100"), ("equal", "100"), ("above", "100"))),
            ((50, 100, None), (("below", "50"), ("equal", "100"), ("above", "None"))),
            ((None, 100, None), (("below", "None"), ("equal", "100"), ("above", "None"))),
            ((100, None, 120), (("below", "100"), ("equal", "None"), ("above", "120"))),
            ((None, None, 100), (("below", "None"), ("equal", "None"), ("above", "100"))),
            ((None, None, None), (("below", "None"), ("equal", "None"), ("above", "None"))),
        ],
        ids=str,
    )
    def test_contradiction(self, answers: tuple[Any, ...], shown: tuple[Any, ...]) -> None:
        """A better level that scores less, or not at all, or levels that all score the same, are shown."""
        with pytest.raises(LawError) as caught:
            ordinal(levels(*answers))
        assert (caught.value.law, caught.value.path) == ("direction", "Policy.ordinal[levels]")
        assert caught.value.counterexample == shown

    def test_other_table(self) -> None:
        """A table on other words is refused, and so is anything but a table or a formula."""
        for value in (ON_TIME_OR_REASON, 5, "met"):
            with pytest.raises(InvalidValueError):
                ordinal(value)


class TestDeadline:
    """Lateness is never worth as much as being on time."""

    @pytest.mark.parametrize(("late", "on_time"), [(None, 100), (0, 100), (99, 100)], ids=str)
    def test_rising(self, late: Any, on_time: Any) -> None:
        """Less for lateness, or no number for it."""
        assert deadline(days(late, on_time)) == days(late, on_time)

    @pytest.mark.parametrize(("late", "on_time"), [(100, 100), (120, 100), (50, None), (None, None)], ids=str)
    def test_contradiction(self, late: Any, on_time: Any) -> None:
        """As much for lateness, or more, or no number for being on time, is refused with both values."""
        with pytest.raises(LawError) as caught:
            deadline(days(late, on_time))
        assert caught.value.counterexample == (("late", str(late)), ("on_time", str(on_time)))


def ratio(m: Measurement) -> Any:
    """A rule that is a plain function."""
    return 100 * m.realization / m.target if m.target > 0 else Reason.own("T > 0")


@pytest.mark.parametrize("slot", [maximize, minimize, stabilize])
def test_slots_of_numbers(slot: Any) -> None:
    """A formula or a sheet stands in a slot of numbers."""
    assert slot(None) is None
    assert slot(LKJIP.maximize) is slot(laws.check(LKJIP.maximize)) is LKJIP.maximize
    checked = laws.check(ratio)
    assert slot(checked) is checked.rule


@pytest.mark.parametrize(
    ("slot", "example", "rule"),
    [(ordinal, "MET_OR_REASON", MET_OR_REASON), (deadline, "ON_TIME_OR_REASON", ON_TIME_OR_REASON)],
)
def test_a_wrong_kind_is_answered_with_a_table_that_exists(slot: Any, example: str, rule: Lookup) -> None:
    """The way out can be copied: it is a name that `sakip.policies` has, and the slot takes it."""
    with pytest.raises(InvalidValueError) as caught:
        slot(5)
    assert (caught.value.code, caught.value.path) == ("wrong-kind", f"Policy.{slot.__name__}")
    assert caught.value.way_out == (f"Tulis misalnya {example}", f"Write for example {example}")
    assert getattr(policies, example) is rule is slot(rule)


@pytest.mark.parametrize("slot", [maximize_range, minimize_range, stabilize_range])
def test_slots_of_ranges(slot: Any) -> None:
    """A formula alone stands in a slot of ranges."""
    assert slot(None) is None
    assert slot(laws.check(LKJIP.maximize_range)) is LKJIP.maximize_range
    with pytest.raises(InvalidValueError) as caught:
        slot(laws.check(ratio))
    assert (caught.value.code, caught.value.path) == ("wrong-kind", f"Policy.{slot.__name__}")


@pytest.mark.parametrize(
    "slot", ["maximize", "minimize", "stabilize", "maximize_range", "minimize_range", "stabilize_range"]
)
@pytest.mark.parametrize("value", [ratio, 5, MET_OR_REASON], ids=["function", "number", "table"])
def test_what_was_not_checked_is_refused_by_its_slot(slot: str, value: Any) -> None:
    """The error names the slot of the policy that the rule was given for."""
    with pytest.raises(InvalidValueError) as caught:
        LKJIP.evolve(**{slot: value})
    assert (caught.value.code, caught.value.path) == ("unchecked-rule", f"Policy.{slot}")


def test_stages() -> None:
    """Sums of realizations over targets belong to the level of indicators; neither level is anything but a stage."""
    ratios = Stage(RatioOfSums(), Round(2))
    assert objective(ratios) is ratios
    assert total(LKJIP.total) is LKJIP.total
    with pytest.raises(InvalidValueError) as caught:
        total(ratios)
    assert caught.value.code == "total-of-ratios"
    for slot in (objective, total):
        with pytest.raises(InvalidValueError):
            slot(Mean())


class TestLeastZero:
    """What was not reported scores 0, and nothing that was reported scores less."""

    @pytest.mark.parametrize(
        "steps",
        [
            [Round(2)],
            [Cap(120), Round(2)],
            [Floor(-1), Round(2)],
            [Floor(1), Round(2)],
            [Piecewise.through([(0, 20), (100, 100)]), Round(2)],
            [Floor(0), Piecewise.through([(0, 20), (100, 100)]), Round(2)],
            [Round(2), Floor("0.01"), Round(1)],
        ],
        ids=str,
    )
    def test_refused(self, steps: Any) -> None:
        """Steps through which numbers below 0 pass, or which make something else of 0."""
        with pytest.raises(InvalidValueError) as caught:
            LKJIP.evolve(not_reported="scores_zero", indicator=steps)
        assert (caught.value.code, caught.value.path) == ("zero-not-least", "Policy.not_reported")
        assert LKJIP.evolve(not_reported="reason", indicator=steps).indicator == tuple(steps)

    @pytest.mark.parametrize(
        "steps",
        [
            [Floor(0), Round(2)],
            [Cap(120), Floor(0), Round(0)],
            [Floor(-50), Round(0), Floor(0), Round(2)],
            [Floor(0), Piecewise.through([(0, 0), (100, 110)]), Round(2)],
        ],
        ids=str,
    )
    def test_taken(self, steps: Any) -> None:
        """The worst that was reported is worth no less than what was not."""
        policy = LKJIP.evolve(not_reported="scores_zero", indicator=steps)
        unreported, worst = (score(target(10, "minimize"), amount, policy=policy) for amount in (NotReported(), 10**6))
        assert (unreported.value, unreported.achievement) == (0, None)
        assert worst.value >= unreported.value
        assert worst.achievement < 0


@pytest.mark.parametrize(("value", "refused"), [("109.99", True), ("110", False)])
def test_ceiling_of_levels(value: str, refused: bool) -> None:
    """A kept promise at the end of a scale is worth no less than the table gives for keeping one."""
    policy = LKJIP.evolve(ordinal=levels(0, 110, 110))
    if refused:
        with pytest.raises(InvalidValueError, match="levels") as caught:
            policy.evolve(at_ceiling=value)
        assert caught.value.code == "ceiling-below-target"
    else:
        assert policy.evolve(at_ceiling=value).at_ceiling == 110
    require_ceiling(None, [levels(0, 110, 110)])


def test_cap() -> None:
    """The convention that gives the cap needs one."""
    require_cap([Floor(0), Cap(120), Round(2)])
    with pytest.raises(InvalidValueError, match="cap-missing"):
        require_cap([Floor(0), Round(2)])


@pytest.mark.parametrize("sum_", [None, 100])
def test_weights_between_objectives(sum_: int | None) -> None:
    """Weights across an agreement are not lost in a plain mean of objectives, which would give 90 and 10 alike."""
    across, within = (Weights(total=sum_, per=per, absent="equal") for per in ("agreement", "objective"))
    with pytest.raises(InvalidValueError, match="LKJIP_WEIGHTED") as caught:
        LKJIP.evolve(weights=across)
    assert (caught.value.code, caught.value.path) == ("weights-unused", "Policy.total")
    require_weighed(within, Stage(Mean(), [Round(2)]))
    for kind in (WeightedMean, Sum, Maximum, GeometricMean):
        require_weighed(across, Stage(kind(), [Round(2)]))
