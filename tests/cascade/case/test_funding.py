from typing import Any

import pytest

from sakip import BudgetLine
from sakip.cascade import Cascade, Link, Post
from sakip.cascade.case.funding import Funding, funding_of
from tests.cascade.making import pk, report_on, target

KINDS: Any = ("programme", "activity", "sub_activity")


def line(code: str, *targets: str, ceiling: Any = 10, version: str | None = None) -> BudgetLine:
    """A line whose kind follows from the depth of its code."""
    return BudgetLine(code, code, kind=KINDS[code.count(".") - 1], ceiling=ceiling, targets=targets, version=version)


def chain(*budgets: list[BudgetLine], units: Any = None, years: Any = None, **more: Any) -> Funding:
    """Positions P0 (highest), P1, P2 and so on, each below the one before it."""
    count = len(budgets)
    units = units or ["U"] * count
    agreements = [
        pk(
            f"PK-{at}",
            f"P{at}",
            "III",
            f"P{at - 1}" if at else None,
            target("T"),
            office=units[at],
            year=(years or [2025] * count)[at],
            budget=budget,
        )
        for at, budget in enumerate(budgets)
    ]
    posts = [
        Post(f"P{at}", unit=(units or ["U"] * count)[at], superior=f"P{at - 1}" if at else None) for at in range(count)
    ]
    return report_on(Cascade(agreements, posts=posts, **more), checks=[]).case.once(funding_of)


def codes(funding: Funding, numbers: Any) -> list[str]:
    """The codes of some lines."""
    return [funding.lines[number][1].code for number in numbers]


class TestWholes:
    def test_the_nearest_code_in_the_own_agreement_goes_first(self) -> None:
        """The nearest code in the own agreement goes first."""
        funding = chain([line("1.02"), line("1.02.01"), line("1.02.01.1"), line("1.03.01")])
        assert funding.whole == [-1, 0, 1, -1]
        assert codes(funding, funding.parts[0]) == ["1.02.01"]
        assert [funding.is_leaf(number) for number in range(4)] == [False, False, True, True]

    def test_then_the_nearest_superior_that_lists_it(self) -> None:
        """Then the nearest superior that lists it."""
        funding = chain([line("1.02"), line("1.03")], [line("1.02.01")], [line("1.02.01.1"), line("1.03.01")])
        assert funding.whole == [-1, -1, 0, 2, 1]
        assert codes(funding, funding.below[2]) == ["1.02.01.1"]
        assert codes(funding, funding.below[1]) == ["1.03.01"]

    def test_a_superior_without_a_budget_is_passed_over(self) -> None:
        """A superior without a budget is passed over."""
        funding = chain([line("1.02")], [], [line("1.02.01")])
        assert funding.whole == [-1, 0]

    def test_the_same_code_below_is_a_portion(self) -> None:
        """The same code below is a portion."""
        funding = chain([line("1.02")], [line("1.02")])
        assert [funding.is_head(number) for number in (0, 1)] == [True, False]

    @pytest.mark.parametrize(
        "fields",
        [{"units": ["U", "V"]}, {"units": ["U", None]}, {"years": [2024, 2025]}],
        ids=["unit", "no-unit", "year"],
    )
    def test_another_unit_or_year_is_another_budget(self, fields: Any) -> None:
        """Another unit or year is another budget."""
        assert chain([line("1.02")], [line("1.02.01")], **fields).whole == [-1, -1]

    @pytest.mark.parametrize(
        ("above", "below", "whole"),
        [("DPA", "DPA", 0), ("DPA", "DPPA", -1), (None, "DPA", 0), ("DPA", None, 0), (None, None, 0)],
    )
    def test_a_version_that_is_named_counts(self, above: str | None, below: str | None, whole: int) -> None:
        """A version that is named counts."""
        assert chain([line("1.02", version=above)], [line("1.02.01", version=below)]).whole == [-1, whole]

    def test_of_several_versions_none_is_guessed(self) -> None:
        """Of several versions none is guessed."""
        both = [line("1.02", version="DPA"), line("1.02", version="DPPA")]
        assert chain(both, [line("1.02.01")]).whole == [-1, -1, -1]


class TestServing:
    def test_what_money_serves_and_what_is_above_it(self) -> None:
        """What money serves and what is above it."""
        links = [Link(child=("P1", "T"), parent=("P0", "T"), kind="support")]
        funding = chain([line("1.02")], [line("1.03", "T")], [line("1.04")], links=links)
        assert len(funding.served) == 2

    def test_a_line_is_linked_through_what_it_is_part_of(self) -> None:
        """A line is linked through what it is part of."""
        funding = chain([line("1.02", "T"), line("1.03")], [line("1.02.01"), line("1.03.01", "X")])
        assert [funding.is_linked(number) for number in range(4)] == [True, False, True, False]

    def test_what_is_known_of_whom(self) -> None:
        """What is known of whom."""
        funding = chain([line("1.02")], [], units=["U", "V"])
        assert funding.budgeted == {("U", 2025)}
        assert funding.of_agreement == {0: [0]}


class TestHolders:
    def test_two_that_are_not_above_each_other(self) -> None:
        """Two that are not above each other."""
        agreements = [
            pk(f"PK-{at}", f"P{at}", "III", None, target("T"), office=unit, budget=[line("1.02")])
            for at, unit in enumerate(["U", "u ", "V"])
        ]
        funding = report_on(Cascade(agreements), checks=[]).case.once(funding_of)
        assert [funding.holders(number) for number in range(3)] == [[0, 1], [0, 1], []]


def test_a_sum_is_exact_to_the_sen() -> None:
    """A sum is exact to the sen."""
    funding = chain([line("1.02", ceiling="0.01"), line("1.03", ceiling="999999999999.99")])
    assert funding.ceiling([0, 1]) == 100_000_000_000_000


def test_no_budget_is_an_empty_forest() -> None:
    """No budget is an empty forest."""
    funding = chain([])
    assert (funding.whole, funding.served, funding.budgeted, funding.ratified) == ([], set(), set(), {})
