"""The search for a case in which a rule breaks a law."""

from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve

from sakip.errors import LawError
from sakip.policies import HIGHER_IS_BETTER, PP_46_2011_COST_TIME, TENT
from sakip.scoring import Cases, Formula, Measurement, R, Reason, T
from sakip.scoring.searching import law_error, searched, searched_formula

HUNDRED = Fraction(100)


def ratio(m: Measurement) -> Any:
    """Realization over target."""
    return 100 * m.realization / m.target if m.target > 0 else Reason.own("T > 0")


def test_function() -> None:
    """The direction is found, or confirmed, with the number of points that were tried."""
    direction, points = searched(ratio, "ratio", HUNDRED, None)
    assert (direction, points > 1000) == ("up", True)
    assert searched(ratio, "ratio", HUNDRED, "up") == ("up", points)


@pytest.mark.parametrize(
    ("rule", "at_target", "direction", "law"),
    [
        (ratio, 99, None, "at-target"),
        (ratio, 100, "down", "direction"),
        (lambda m: 100 + m.realization - m.target, 100, None, "unit"),
        (lambda m: m.realization / m.target, 1, None, "total"),
        (lambda _: Reason.own("never"), 100, None, "domain"),
        (lambda _: 100, 100, None, "direction"),
        (lambda m: Reason("zero-target") if m.target <= 0 else ratio(m), 100, None, "reason"),
        (lambda m: Reason.own("low") if 2 * m.realization < m.target else ratio(m), 100, "up", "coverage"),
        (lambda m: Reason.own("met") if m.realization == m.target else ratio(m), 100, "up", "coverage"),
    ],
    ids=range(9),
)
def test_broken_function(rule: Any, at_target: int, direction: Any, law: str) -> None:
    """Each broken law is named, with the rule."""
    with pytest.raises(LawError) as caught:
        searched(rule, "mine", Fraction(at_target), direction)
    assert (caught.value.law, caught.value.path) == (law, "rule[mine]")


def test_a_rule_takes_nothing_out_of_the_total() -> None:
    """A rule that would leave bad performance out is refused with the numbers and the reason."""

    def kind(m: Measurement) -> Any:
        bad = 0 < m.realization * 2 < m.target
        return Reason("zero-target-excluded", leaves_out=True) if bad else ratio(m)

    with pytest.raises(LawError) as caught:
        searched(kind, "kind", HUNDRED, "up")
    shown = dict(caught.value.counterexample)
    assert 0 < Fraction(shown["R"]) * 2 < Fraction(shown["T"])
    assert "zero-target-excluded" in shown["reason"]


def test_the_better_side_may_be_without_a_value() -> None:
    """Target over realization has none at zero, which is better than what has one."""

    def inverse(m: Measurement) -> Any:
        return 100 * m.target / m.realization if m.target > 0 < m.realization else Reason.own("T, R > 0")

    assert searched(inverse, "inverse", HUNDRED, None)[0] == "down"


@pytest.mark.parametrize("limit", [10**power for power in range(4, 13)], ids=str)
def test_large_units(limit: int) -> None:
    """A rule that is another one from thousands to billions of rupiah on changes with the unit."""

    def capped(m: Measurement) -> Any:
        return ratio(m) if m.realization < limit or m.target <= 0 else Fraction(100)

    def falling(m: Measurement) -> Any:
        found = ratio(m)
        return found if m.target < limit else 200 - found

    for rule in (capped, falling):
        with pytest.raises(LawError) as caught:
            searched(rule, "rupiah", HUNDRED, "up")
        assert caught.value.law == "unit"
        assert int(dict(caught.value.counterexample)["scale"]) >= 1000


def test_a_failure_is_shown_without_its_place_in_memory() -> None:
    """The error of someone's function stands in the counterexample, short and without an address."""

    def failing(_: Measurement) -> Any:
        raise ValueError(object(), "x" * 5000)

    with pytest.raises(LawError) as caught:
        searched(failing, "mine", HUNDRED, None)
    shown = dict(caught.value.counterexample)["error"]
    assert shown.startswith("ValueError(<object object>, 'xxx")
    assert len(shown) < 200


class TestFormula:
    @pytest.mark.parametrize("formula", [HIGHER_IS_BETTER, TENT, PP_46_2011_COST_TIME], ids=lambda one: one.id)
    def test_lawful(self, formula: Formula) -> None:
        """What its coefficients decide, the search does not contradict."""
        assert searched_formula(formula, by_unit=False) > 100

    @pytest.mark.parametrize(
        "changed",
        [
            {"turns_at": None},
            {"turns_at": Fraction(75, 100) * T},
            {"turns_at": Fraction(77, 100) * T},
            {"turns_at": 2 * T},
            {"direction": "up"},
            {"at_target": 100},
        ],
        ids=range(6),
    )
    def test_a_turn_is_where_it_is_declared(self, changed: dict[str, Any]) -> None:
        """A turn elsewhere, on the other side, or none at all, is contradicted by numbers."""
        with pytest.raises(LawError) as caught:
            searched_formula(evolve(PP_46_2011_COST_TIME, **changed), by_unit=False)
        assert caught.value.counterexample

    @pytest.mark.parametrize(
        ("otherwise", "turns"),
        [(100 * (4 * T - R) / T, True), (200 * T / T, False), (150 * T / T, False), (100 * R / T, False)],
        ids=range(4),
    )
    def test_a_declared_turn_is_one(self, otherwise: Any, turns: bool) -> None:
        """Beyond a declared turn the value really moves the other way; a level or a jump is no turn."""
        expression = Cases([(R <= 2 * T, 100 * R / T)], otherwise=otherwise)
        formula = Formula("f", expression, at_target=100, direction="up", domain=[T > 0], turns_at=2 * T)
        if turns:
            assert searched_formula(formula, by_unit=False) > 100
        else:
            with pytest.raises(LawError):
                searched_formula(formula, by_unit=False)

    @pytest.mark.parametrize(
        ("domain", "direction"),
        [
            ([T > 0, R < T], "up"),
            ([T > 0, T < R], "up"),
            ([T > 0, 2 * R >= T], "up"),
            ([T > 0, R > 0], "up"),
            ([T > 0, 1000 * R >= -T], "up"),
            ([T > 0, R <= 3 * T], "down"),
            ([T > 0, R < T], "down"),
        ],
        ids=range(7),
    )
    def test_a_value_for_all_that_is_worse(self, domain: Any, direction: Any) -> None:
        """A domain that leaves out the target or what is worse is refused with a realization it leaves out."""
        expression = 100 * R / T if direction == "up" else 100 * (2 * T - R) / T
        formula = Formula("f", expression, at_target=100, direction=direction, domain=domain)
        with pytest.raises(LawError) as caught:
            searched_formula(formula, by_unit=False)
        assert caught.value.law == "coverage"
        numbers = {name: Fraction(number) for name, number in caught.value.counterexample}
        missed, held = numbers["R"], numbers["R'"]
        assert isinstance(formula.exact(Measurement(realization=missed, target=numbers["T"])), Reason)
        assert isinstance(formula.exact(Measurement(realization=held, target=numbers["T"])), Fraction)

    @pytest.mark.parametrize("domain", [[T > 0], [T > 0, R <= T], [T > 0, R < 2 * T]], ids=range(3))
    def test_the_better_side_may_be_left_out(self, domain: Any) -> None:
        """Nobody gains by a realization that is too good to have a value."""
        formula = Formula("f", 100 * R / T, at_target=100, direction="up", domain=domain)
        assert searched_formula(formula, by_unit=False) > 100

    @pytest.mark.parametrize(
        ("fields", "by_unit", "law"),
        [
            ({"at_target": 99}, False, "at-target"),
            ({"direction": "down"}, False, "direction"),
            ({"domain": [T > 0, R < T]}, False, "coverage"),
            ({"expression": 100 + R - T}, True, "unit"),
        ],
        ids=["at target", "direction", "coverage", "unit"],
    )
    def test_the_rule_that_breaks_a_law_is_named(self, fields: dict[str, Any], by_unit: bool, law: str) -> None:
        """A policy has many formulas: the error says which of them it is, whatever the law."""
        formula = Formula(
            **{
                "id": "mine",
                "expression": 100 * R / T,
                "at_target": 100,
                "direction": "up",
                "domain": [T > 0],
                **fields,
            }
        )
        with pytest.raises(LawError) as caught:
            searched_formula(formula, by_unit=by_unit)
        assert (caught.value.law, caught.value.path) == (law, "rule[mine]")

    def test_unit(self) -> None:
        """A formula whose value changes with the unit is shown with numbers and a scale."""
        with pytest.raises(LawError) as caught:
            searched_formula(Formula("f", 100 + R - T, at_target=100, direction="up"), by_unit=True)
        assert dict(caught.value.counterexample)["scale"] in {"1/4", "1000"}


def test_error() -> None:
    """The error names law, rule and counterexample."""
    error = law_error("slot", "mine", (("T", "10"),))
    assert (error.code, error.law, error.path, error.counterexample) == (
        "law-slot",
        "slot",
        "rule[mine]",
        (("T", "10"),),
    )
