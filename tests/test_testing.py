import subprocess
import sys
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from sakip import (
    AKIP_LETTERS,
    Agreement,
    BudgetLine,
    Components,
    Echelon,
    History,
    Indicator,
    Level,
    NotReported,
    Objective,
    OrdinalScale,
    Party,
    Period,
    Range,
    Realization,
    Reference,
    Target,
    Tenure,
    check,
    testing,
)

KINDS: dict[str, type] = {
    "agreements": Agreement,
    "budget_lines": BudgetLine,
    "components": Components,
    "echelons": Echelon,
    "histories": History,
    "indicators": Indicator,
    "levels": Level,
    "numbers": Decimal,
    "objectives": Objective,
    "parties": Party,
    "periods": Period,
    "ranges": Range,
    "realizations": Realization,
    "references": Reference,
    "scales": OrdinalScale,
    "targets": Target,
    "tenures": Tenure,
    "texts": str,
    "codes": str,
}
FOR_ALL = {"echelons", "histories", "levels"}

quick = settings(max_examples=30)


def found(strategy: st.SearchStrategy[Any], condition: Callable[[Any], bool]) -> Any:
    """A value of the strategy that meets the condition; an error when there is none."""
    once = settings(max_examples=2000, derandomize=True, database=None, phases=[Phase.generate])
    return find(strategy, condition, settings=once)


def test_every_strategy_is_listed_here() -> None:
    """The tests below know every public strategy."""
    others = {"agreements_with_realizations", "example_agreement", "register"}
    assert set(testing.__all__) == set(KINDS) | others


@pytest.mark.parametrize("rich", [False, True])
@pytest.mark.parametrize("name", sorted(KINDS))
def test_strategy_makes_its_type(name: str, rich: bool) -> None:
    """Each strategy, narrow and rich, makes values of its type."""
    make = getattr(testing, name)
    strategy = make() if name in FOR_ALL else make(rich=rich)

    @quick
    @given(strategy)
    def makes(value: object) -> None:
        assert isinstance(value, KINDS[name])

    makes()


@pytest.mark.parametrize("kind", sorted(set(KINDS.values()) - {str, Decimal}, key=lambda kind: kind.__name__))
def test_registered_types_are_found_by_type(kind: type) -> None:
    """After registration a value of every type can be asked for by its type."""
    testing.register()

    @quick
    @given(st.from_type(kind))
    def makes(value: object) -> None:
        assert isinstance(value, kind)

    makes()


@pytest.mark.parametrize("first", ["import sakip.testing", "import hypothesis, sakip.testing"])
def test_either_may_be_imported_first(first: str) -> None:
    """Hypothesis loads this module through its entry point, also while this module is just loading Hypothesis."""
    lines = f"{first}\nfrom hypothesis.strategies import from_type\nprint(from_type(sakip.Period))"
    done = subprocess.run([sys.executable, "-c", lines], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "half_year" in done.stdout


@given(testing.numbers(-5, 7, rich=True), testing.numbers(10**17, rich=True), testing.numbers(1, 1))
def test_numbers_keep_their_bounds(inside: Decimal, large: Decimal, one: Decimal) -> None:
    """Numbers lie between the bounds that were asked for, both included."""
    assert -5 <= inside <= 7
    assert large >= 10**17
    assert one == 1


@pytest.mark.parametrize(
    "condition",
    [
        lambda number: number == 0,
        lambda number: number < 0,
        lambda number: number == Decimal("0.125"),
        lambda number: abs(number) > 10**17,
        lambda number: number.as_tuple().exponent == -6,
    ],
    ids=["zero", "negative", "tie", "huge", "six decimals"],
)
def test_rich_numbers_reach_the_corners(condition: Callable[[Decimal], bool]) -> None:
    """Zero, negative numbers, ties, numbers near the limit and all six decimals are found."""
    found(testing.numbers(rich=True), condition)


def test_equal_numbers_are_common() -> None:
    """Two numbers drawn apart are equal often enough to be found soon."""
    found(st.tuples(testing.numbers(rich=True), testing.numbers(rich=True)), lambda pair: pair[0] == pair[1])


@pytest.mark.parametrize("sign", ["<script", "{", "=HYP", "\u200d", "|", "\U0001f4c8"])
def test_rich_texts_are_hostile(sign: str) -> None:
    """Markup, templates, formulas, the bars of tables, joiners and other scripts are found."""
    found(testing.texts(rich=True), lambda text: sign in text)


@pytest.mark.parametrize(
    "condition",
    [
        lambda target: isinstance(target.value, Range),
        lambda target: isinstance(target.value, Level),
        lambda target: isinstance(target.value, date),
        lambda target: target.value == 0,
        lambda target: target.trajectory,
        lambda target: target.baseline is not None and target.worst_value is not None,
    ],
    ids=["range", "level", "date", "zero", "trajectory", "reference points"],
)
def test_rich_targets_are_of_every_kind(condition: Callable[[Target], bool]) -> None:
    """Every kind of target is found."""
    found(testing.targets(rich=True), condition)


@given(testing.targets(indicator=Indicator("X", "Predikat", polarity="maximize", scale=AKIP_LETTERS)))
def test_targets_of_one_indicator(target: Target) -> None:
    """Targets of an ordinal indicator are levels of its scale."""
    assert target.indicator.code == "X"
    assert target.value in AKIP_LETTERS


def test_met_exactly_is_common() -> None:
    """A realization that equals its target, or the lower bound of its range, is found."""
    number = Target(Indicator("X", "Cakupan", unit="%", polarity="maximize"), "12.345678")
    found(testing.realizations(target=number), lambda realization: realization.value == number.value)
    between = Target(number.indicator, Range(1, 2))
    found(testing.realizations(target=between), lambda realization: realization.value == 1)
    due = Target(number.indicator, date(2025, 6, 30))
    found(testing.realizations(target=due), lambda realization: realization.value == due.value)


@pytest.mark.parametrize("kind", [Components, NotReported])
def test_rich_realizations_are_of_every_kind(kind: type) -> None:
    """Components and states without a number are found."""
    found(testing.realizations(rich=True), lambda realization: isinstance(realization.value, kind))


@given(testing.realizations(period=Period.quarter(2025, 1)))
def test_realizations_of_one_period(realization: Realization) -> None:
    """Realizations are for the period that was asked for."""
    assert realization.period == Period.quarter(2025, 1)


@given(testing.periods(kinds=["quarter", "month"], years=(2030, 2031)), testing.periods(rich=True))
def test_periods_are_of_the_kinds_and_years_asked_for(period: Period, any_period: Period) -> None:
    """Periods are of the kinds and the years that were asked for."""
    assert period.kind in {"quarter", "month"}
    assert period.fiscal_year in {2030, 2031}
    assert 1945 <= any_period.fiscal_year <= 9998


@pytest.mark.parametrize("weighted", [True, False])
def test_weights_are_all_or_none(weighted: bool) -> None:
    """Weighted agreements have a weight at every target, others at none."""

    @quick
    @given(testing.agreements(weighted=weighted))
    def holds(agreement: Agreement) -> None:
        assert {target.weight is not None for target in agreement.targets} == {weighted}

    holds()


@given(testing.agreements_with_realizations(rich=True))
def test_agreements_match_their_realizations(pair: tuple[Agreement, tuple[Realization, ...]]) -> None:
    """Codes are unique and every realization answers a target, so nothing blocks."""
    agreement, delivered = pair
    codes = [target.code for target in agreement.targets]
    assert len(set(codes)) == len(codes) > 0
    assert {realization.code for realization in delivered} <= set(codes)
    assert not check(agreement, delivered).blocking


@given(testing.agreements_with_realizations())
def test_narrow_agreements_are_wholly_reported(pair: tuple[Agreement, tuple[Realization, ...]]) -> None:
    """In the narrow form every target has its realization."""
    agreement, delivered = pair
    assert {realization.code for realization in delivered} == {target.code for target in agreement.targets}


def test_some_targets_stay_unreported() -> None:
    """In the rich form an agreement with a target that nobody reported is found."""
    found(testing.agreements_with_realizations(rich=True), lambda pair: len(pair[1]) < len(pair[0].targets))


def test_order_of_realizations_varies() -> None:
    """Realizations in another order than their targets are found."""

    def in_another_order(pair: tuple[Agreement, tuple[Realization, ...]]) -> bool:
        agreement, delivered = pair
        return [one.code for one in delivered] != [target.code for target in agreement.targets]

    found(testing.agreements_with_realizations(), in_another_order)


def test_example_agreement() -> None:
    """The example is the agreement of Bengkulu 2025: two planning documents, signed on 5 March."""
    agreement = testing.example_agreement()
    assert agreement.code == "PK-2025-SETDA-III-1"
    assert (agreement.year, agreement.signed_on) == (2025, date(2025, 3, 5))
    assert [(target.code, target.value) for target in agreement.targets] == [("PLAN-1", 2)]
    assert agreement == testing.example_agreement()


def test_front_door_does_not_load_hypothesis() -> None:
    """Who does not test does not pay: only `sakip.testing` loads hypothesis."""
    program = "import sys, sakip; sys.exit('hypothesis' in sys.modules or 'sakip.testing' in sys.modules)"
    subprocess.run([sys.executable, "-c", program], check=True)
