"""What every rule must obey, and the search for a case in which one does not."""

from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve

from sakip import Reference
from sakip.errors import InvalidValueError, LawError
from sakip.policies import LKJIP, PROGRESS_FROM_BASELINE, TENT
from sakip.scoring import CheckedRule, Formula, Measurement, R, Reason, T, laws
from sakip.scoring.laws import LawSheet, fits, require_laws, require_slot


def ratio(m: Measurement) -> Fraction | Reason:
    """Realization over target."""
    return 100 * m.realization / m.target if m.target > 0 else Reason.own("T > 0")


def inverse(m: Measurement) -> Fraction | Reason:
    """Target over realization."""
    return 100 * m.target / m.realization if m.target > 0 < m.realization else Reason.own("T, R > 0")


def progress(m: Measurement) -> Fraction | Reason:
    """The share of the way."""
    if m.baseline is None or m.baseline == m.target:
        return Reason.own("B")
    return 100 * (m.realization - m.baseline) / (m.target - m.baseline)


def distance(m: Measurement) -> Fraction | Reason:
    """Less on both sides."""
    return 100 - 100 * abs(m.realization - m.target) / m.target if m.target > 0 else Reason.own("T > 0")


class TestFunction:
    @pytest.mark.parametrize(
        ("rule", "direction"),
        [(ratio, "up"), (inverse, "down"), (progress, "towards-target"), (distance, "peak")],
    )
    def test_direction_is_found_or_confirmed(self, rule: Any, direction: Any) -> None:
        """Without a stated direction the search finds it; a stated one is confirmed, any other refused."""
        assert laws.check(rule).rule.direction == direction
        assert laws.check(rule, direction=direction).rule.direction == direction
        for other in {"up", "down", "towards-target", "peak"} - {direction}:
            with pytest.raises(LawError) as caught:
                laws.check(rule, direction=other)
            assert caught.value.law == "direction"

    def test_sheet(self) -> None:
        """The sheet holds the rule, that it was tried and not decided, and on how many points."""
        reference = Reference("Perbup 1/2026", certainty="read")
        sheet = laws.check(ratio, name="rasio kami", reference=reference)
        assert sheet == LawSheet(sheet.rule)
        assert not sheet.decided
        assert isinstance(sheet.rule, CheckedRule)
        assert (sheet.rule.id, sheet.rule.reference, sheet.rule.points) == ("rasio kami", reference, sheet.points)

    def test_name(self) -> None:
        """A function has its own name, an object the name of its class."""

        class Scorer:
            """An object that can be called."""

            def __call__(self, m: Measurement) -> Fraction | Reason:
                """The ratio."""
                return ratio(m)

        assert laws.check(ratio).rule.id == "ratio"
        assert laws.check(Scorer()).rule.id == "Scorer"

    def test_other_value_at_the_target(self) -> None:
        """A rule that states 76 at the target is held to 76."""

        def late(m: Measurement) -> Fraction | Reason:
            return (
                100 * (Fraction(176, 100) * m.target - m.realization) / m.target
                if m.target > 0
                else Reason.own("T > 0")
            )

        assert laws.check(late, at_target=76).rule.met_at == 76
        with pytest.raises(LawError) as caught:
            laws.check(late)
        assert caught.value.law == "at-target"
        assert dict(caught.value.counterexample)["value"] == "76"

    @pytest.mark.parametrize("rule", [None, 5, "ratio", ratio(Measurement(realization=1, target=1))])
    def test_no_rule_at_all(self, rule: Any) -> None:
        """Something that cannot be called is refused."""
        with pytest.raises(InvalidValueError) as caught:
            laws.check(rule)
        assert caught.value.code == "not-a-rule"

    def test_best_explanation(self) -> None:
        """When no direction fits, the counterexample is that of the direction which fitted longest."""

        def nearly(m: Measurement) -> Fraction | Reason:
            found = ratio(m)
            return found if isinstance(found, Reason) or found < 400 else Fraction(0)

        with pytest.raises(LawError) as caught:
            laws.check(nearly)
        assert {"R", "R'", "value", "value'"} <= set(dict(caught.value.counterexample))

    def test_failure_is_told(self) -> None:
        """A rule that raises is refused with the numbers and its own error behind it."""
        with pytest.raises(LawError) as caught:
            laws.check(lambda m: m.target / m.realization)
        assert caught.value.law == "total"
        assert "ZeroDivisionError" in dict(caught.value.counterexample)["error"]
        assert isinstance(caught.value.__cause__, ZeroDivisionError)

    def test_unit(self) -> None:
        """A rule that compares with a constant changes with the unit, and the scale that shows it is named."""
        with pytest.raises(LawError) as caught:
            laws.check(
                lambda m: ratio(m) if m.realization > 5 else Fraction(100) if m.realization == m.target else Fraction(0)
            )
        assert caught.value.law in {"unit", "at-target"}
        with pytest.raises(LawError) as caught:
            laws.check(lambda m: Fraction(100) + m.target - m.realization)
        assert dict(caught.value.counterexample)["scale"] in {"1/4", "1000"}


class TestFormula:
    def test_decided(self) -> None:
        """A formula whose coefficients settle its laws is not tried on any number."""
        for formula in (LKJIP.maximize, LKJIP.minimize_range, PROGRESS_FROM_BASELINE, TENT):
            sheet = laws.check(formula)
            assert (sheet, sheet.decided, sheet.points) == (LawSheet(formula), True, 0)

    def test_stated_laws_are_the_formulas_own(self) -> None:
        """What a formula states is checked, whatever is asked beside it."""
        assert laws.check(TENT, at_target=7, direction="down", name="x").rule is TENT


class TestSheet:
    def test_is_never_empty_words(self) -> None:
        """A sheet that is made by hand holds the same proof, and what was found is not stated."""
        with pytest.raises(LawError):
            LawSheet(Formula("f", 99 * R / T, at_target=100, direction="up"))
        with pytest.raises(TypeError):
            LawSheet(TENT, decided=True, points=0)
        with pytest.raises(LawError):
            evolve(laws.check(TENT), rule=evolve(TENT, at_target=99))

    @pytest.mark.parametrize("rule", [ratio, None, 5, "ratio", object()], ids=range(5))
    def test_holds_rules_alone(self, rule: Any) -> None:
        """A plain function is no rule, nor is anything else."""
        with pytest.raises(InvalidValueError) as caught:
            LawSheet(rule)
        assert (caught.value.code, caught.value.path) == ("unchecked-rule", "LawSheet.rule")
        assert " at 0x" not in str(caught.value)


class TestSlot:
    @pytest.mark.parametrize(
        ("function", "polarities"),
        [
            (ratio, {"maximize"}),
            (inverse, {"minimize"}),
            (distance, {"stabilize"}),
            (progress, {"maximize", "minimize"}),
        ],
    )
    def test_fits(self, function: Any, polarities: set[str]) -> None:
        """A direction fits the polarity whose better it rewards."""
        rule = laws.check(function).rule
        for polarity in ("maximize", "minimize", "stabilize"):
            assert fits(rule, polarity) == (polarity in polarities)
            if polarity in polarities:
                require_slot(rule, polarity, "number")
            else:
                with pytest.raises(LawError) as caught:
                    require_slot(rule, polarity, "number")
                assert dict(caught.value.counterexample)["polarity"] == polarity

    def test_kind(self) -> None:
        """A number rule is refused for ranges, and the other way round."""
        for rule, kind in ((LKJIP.maximize, "range"), (LKJIP.maximize_range, "number")):
            with pytest.raises(LawError) as caught:
                require_slot(rule, "maximize", kind)
            assert caught.value.law == "domain"

    def test_reason_in_a_counterexample(self) -> None:
        """Where a rule has no value the counterexample names the reason."""
        formula = Formula("f", 100 * R / T, at_target=100, direction="down", domain=[T > 50])
        with pytest.raises(LawError) as caught:
            require_slot(formula, "maximize", "number")
        assert dict(caught.value.counterexample)["value"] == "outside-domain"

    def test_laws_alone(self) -> None:
        """A formula may be held to its laws without a slot."""
        require_laws(TENT)
        with pytest.raises(LawError):
            require_laws(Formula("f", 99 * R / T, at_target=100, direction="up"))


def test_progress_needs_its_baseline() -> None:
    """A rule that falls back to R/T without a baseline would reward the worse under minimize, so it is refused."""

    def fallback(m: Measurement) -> Fraction | Reason:
        if m.target is None or m.target <= 0 or m.target == m.baseline:
            return Reason.own("T")
        if m.baseline is None:
            return 100 * m.realization / m.target
        return 100 * (m.realization - m.baseline) / (m.target - m.baseline)

    with pytest.raises(LawError) as caught:
        laws.check(fallback)
    assert caught.value.law == "direction"
