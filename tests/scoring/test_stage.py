"""A level: how scores become one, and the steps that follow, the last of them a rounding."""

import pickle
from fractions import Fraction
from typing import Any

import pytest

from sakip.errors import InvalidValueError, LawError
from sakip.scoring import (
    Cap,
    Floor,
    GeometricMean,
    Maximum,
    Mean,
    Minimum,
    Piecewise,
    RatioOfSums,
    Round,
    Segment,
    Stage,
    Sum,
    WeightedMean,
)
from sakip.scoring.stage import chain

CONVERSION = Piecewise.through([(0, 0), (90, 100), (100, 120)])


class TestChain:
    """Steps in order, the last one a rounding."""

    @pytest.mark.parametrize(
        "steps",
        [
            (Round(2),),
            (Cap(120), Round(2)),
            (Floor(0), Round(0), CONVERSION, Cap("99.5"), Round(2)),
            (Round(0), Round(2)),
        ],
        ids=str,
    )
    def test_kept_in_order(self, steps: Any) -> None:
        """Any steps before a last rounding are kept as they are written, from any iterable."""
        assert chain(steps, "Policy.indicator") == steps == chain(iter(steps), "Policy.indicator")

    def test_one_step(self) -> None:
        """A single rounding may stand alone."""
        assert chain(Round(2), "Policy.indicator") == (Round(2),)

    @pytest.mark.parametrize(
        "steps",
        [[], [Cap(120)], [Round(2), Cap(120)], [Round(2), Floor(0)], [None, Round(2)], [Round, Round(2)], [2], ["x"]],
        ids=str,
    )
    def test_refused(self, steps: Any) -> None:
        """No step, no last rounding and something that is no step are refused with the place."""
        with pytest.raises(InvalidValueError) as caught:
            chain(steps, "Policy.indicator")
        assert (caught.value.code, caught.value.path) == ("chain-without-rounding", "Policy.indicator")
        assert caught.value.value == tuple(steps)

    @pytest.mark.parametrize("step", [Cap(120), Floor(0), CONVERSION, 2, None, Round], ids=str)
    def test_one_other_thing(self, step: Any) -> None:
        """Anything but a rounding alone is refused as well."""
        with pytest.raises(InvalidValueError) as caught:
            chain(step, "Policy.indicator")
        assert (caught.value.code, caught.value.value) == ("chain-without-rounding", (step,))


class TestContradictions:
    """Steps that take better to worse, or everything to one number, are refused."""

    @pytest.mark.parametrize(
        "steps",
        [
            [Floor(0), Cap("0.000001"), Round(6)],
            [Cap(100), Floor(99), Round(2)],
            [Floor(130), Cap(131), Round(2)],
            [Piecewise([Segment(None, (0, 0), (1, 0)), Segment(100, (100, 100), (101, 100))], jumps=[100]), Round(2)],
            [Floor(0), CONVERSION, Cap(120), Round(0)],
            [Cap(120), Cap(100), Floor(0), Floor(50), Round(2)],
        ],
        ids=range(6),
    )
    def test_any_two_numbers_differ(self, steps: Any) -> None:
        """As long as two numbers are left apart, caps, floors and flat segments may stand in any order."""
        assert chain(steps, "x") == tuple(steps)

    @pytest.mark.parametrize(
        "steps",
        [
            [Floor(0), Cap(0), Round(2)],
            [Floor(120), Cap(100), Round(2)],
            [Cap(100), Floor(100), Round(2)],
            [Cap(100), Floor(120), Round(2)],
            [Cap(100), CONVERSION, Floor(120), Round(2)],
            [Cap(100), CONVERSION, Round(0), Floor("120.5"), Round(2)],
            [Floor(100), Cap("100.4"), Round(0)],
            [Piecewise([Segment(None, (0, 5), (1, 5))]), Round(2)],
        ],
        ids=range(8),
    )
    def test_everything_the_same(self, steps: Any) -> None:
        """A cap at or below a floor, however many steps lie between, leaves one number for all."""
        for made in (lambda: chain(steps, "Stage.transforms"), lambda: Stage(Mean(), steps)):
            with pytest.raises(InvalidValueError, match="Floor") as caught:
                made()
            assert (caught.value.code, caught.value.path) == ("chain-constant", "Stage.transforms")

    @pytest.mark.parametrize(
        "step",
        [
            Piecewise.through([(0, 100), (100, 0)]),
            Piecewise.through([(0, 0), (50, 100), (100, 99)]),
            Piecewise.through([(0, 10), (50, 0), (100, 100)]),
            Piecewise([Segment(None, (0, 0), (100, 100)), Segment(60, (60, 50), (100, 100))], jumps=[60]),
            Piecewise([Segment(None, (0, 9), (1, 9)), Segment(60, (60, 8), (61, 8))], jumps=[60]),
        ],
        ids=range(5),
    )
    def test_falling(self, step: Any) -> None:
        """A conversion that falls on a segment, or jumps down between two, is refused with two numbers that show it."""
        for made in (lambda: chain([step, Round(2)], "Stage.transforms"), lambda: Stage(Mean(), [step, Round(2)])):
            with pytest.raises(LawError) as caught:
                made()
            assert (caught.value.path, caught.value.law) == ("Stage.transforms", "direction")
            found = {name: Fraction(text) for name, text in caught.value.counterexample}
            assert found["x"] < found["x'"]
            assert found["value"] > found["value'"]
            for mark in ("", "'"):
                assert Fraction(*step.apply(*found[f"x{mark}"].as_integer_ratio())) == found[f"value{mark}"]


class TestStage:
    """An aggregation and its steps."""

    @pytest.mark.parametrize(
        "aggregation",
        [WeightedMean(), Mean(), Sum(), Minimum(), Maximum(), RatioOfSums(), GeometricMean()],
        ids=lambda one: type(one).__name__,
    )
    def test_value(self, aggregation: Any) -> None:
        """Every aggregation may stand in a level, which is a value: itself again after pickling."""
        stage = Stage(aggregation, [Round(2), Cap(100), Round(1)])
        assert (stage.aggregation, stage.transforms) == (aggregation, (Round(2), Cap(100), Round(1)))
        again = pickle.loads(pickle.dumps(stage))
        assert again == stage != Stage(aggregation, Round(2))
        assert hash(again) == hash(stage)

    @pytest.mark.parametrize("aggregation", [Mean, "mean", None, Round(2), lambda parts: parts[0]], ids=range(5))
    def test_only_aggregations(self, aggregation: Any) -> None:
        """A class, a name and a function are no aggregation."""
        with pytest.raises(InvalidValueError, match=r"WeightedMean\(\)") as caught:
            Stage(aggregation, [Round(2)])
        assert (caught.value.code, caught.value.path) == ("wrong-kind", "Stage.aggregation")

    @pytest.mark.parametrize("steps", [[], [Cap(120)], None], ids=str)
    def test_needs_a_rounding(self, steps: Any) -> None:
        """A level without a last rounding has no number to write; without any step it says how to write one."""
        with pytest.raises(InvalidValueError, match=r"Round\(2\)"):
            Stage(Mean())
        with pytest.raises(InvalidValueError) as caught:
            Stage(Mean(), steps)
        assert (caught.value.code, caught.value.path) == ("chain-without-rounding", "Stage.transforms")

    @pytest.mark.parametrize("step", [Cap(120), Floor(0), CONVERSION], ids=["cap", "floor", "conversion"])
    def test_a_geometric_mean_is_rounded_at_once(self, step: Any) -> None:
        """A root is mostly no quotient, so nothing may stand between it and its rounding."""
        assert Stage(GeometricMean(), [Round(4), step, Round(2)]).transforms[0] == Round(4)
        assert Stage(Mean(), [step, Round(2)]).transforms[0] == step
        with pytest.raises(InvalidValueError) as caught:
            Stage(GeometricMean(), [step, Round(2)])
        assert (caught.value.code, caught.value.path) == ("geometric-without-rounding", "Stage.transforms")
