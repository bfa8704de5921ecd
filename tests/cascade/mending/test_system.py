from typing import Any

import pytest

from sakip import Components, Realization
from sakip.cascade import Cascade, Group, Link, NodeFacts
from sakip.cascade.mending.system import System, system_of
from tests.cascade.making import TOP, family, link, pk, report_on, target


def system(actuals: list[Any], side: Any = "actual", skipped: Any = (), **more: Any) -> System:
    """The system of a parent and its children, whose realizations come after the parent's; they promise as much."""
    fields = more.pop("fields", {})
    top, *children = [
        target(
            "T" if at == 0 else f"C{at}",
            10 if isinstance(value, (Components, list)) or value is None else value,
            **fields,
        )
        for at, value in enumerate(actuals)
    ]
    keys = [TOP, *((f"KABID-{at + 1}", f"C{at}") for at in range(1, len(actuals)))]
    realizations = {key: value for key, value in zip(keys, actuals, strict=True) if value is not None}
    return system_of(report_on(family(top, *children, realizations=realizations, **more)).case, side, skipped)


class TestVariables:
    @pytest.mark.parametrize(
        ("status", "cost"), [("final", 8), ("verified", 6), ("submitted", 4), ("draft", 2), (None, 1)]
    )
    def test_a_number_costs_by_how_far_it_has_come(self, status: Any, cost: int) -> None:
        """Each status."""
        found = system([[Realization("T", 5, status=status)], 4])
        assert found.variables[0].cost == cost

    def test_of_several_periods_the_least_settled_counts(self) -> None:
        """Any of them may be wrong."""
        values = [Realization("T", 5, status="final"), Realization("T", 5, status="draft")]
        assert system([values, 4]).variables[0].cost == 2

    @pytest.mark.parametrize(("signed", "cost"), [({}, 6), ({"signed_on": None}, 2)])
    def test_a_promise_costs_more_once_it_is_signed(self, signed: Any, cost: int) -> None:
        """Of the agreement that it stands in."""
        agreements = [
            pk("PK-1", "K", "II", None, target("T", 5), **signed),
            pk("PK-2", "L", "III", "K", target("A", 4)),
        ]
        cascade = Cascade(agreements, [link("L/A", "K/T", "sum")])
        assert system_of(report_on(cascade).case, "target").variables[0].cost == cost

    def test_what_is_missing_can_be_anything_and_costs_nothing(self) -> None:
        """In its domain."""
        found = system([5, None, 3], fields={"measure": "flow"}).variables[1]
        assert (found.current, found.cost, found.domain.low, found.domain.high) == (None, 0, 0, None)

    def test_a_ratio_is_counted_in_its_numerator(self) -> None:
        """45 of 60 percent: each percent is 0,6."""
        fields = {"unit": "%", "measure": "ratio"}
        parts = Components(45, 60, per=100)
        found = system([parts, parts], kind="pool", fields=fields).variables[0]
        assert (found.current, found.scale * 100) == (75, 60)

    def test_rounding_is_not_lost_where_it_is_cut_off_at_zero(self) -> None:
        """0 stands for 0 to a half; any number that it is changed to has its half on both sides."""
        found = system([1, 0], fields={"decimals": 0, "measure": "flow"}).variables[1]
        assert (found.meant.low, found.meant.high * 2) == (0, 1)
        three = type(found.meant)(3, 3)
        assert [2 * end for end in found.meaning(three)[:2] if end is not None] == [5, 7]
        assert [2 * end for end in found.stated(three)[:2] if end is not None] == [5, 7]


class TestEquations:
    @pytest.mark.parametrize(
        ("kind", "factors"), [("sum", (1, 1)), ("mean", (0.5, 0.5)), ("minimum", (1, 1)), ("maximum", (1, 1))]
    )
    def test_each_arithmetic_has_its_factors(self, kind: Any, factors: Any) -> None:
        """One equation a parent."""
        (one,) = system([5, 4, 3], kind=kind).equations
        assert one.factors == factors

    def test_joint_holders_have_an_equation_each(self) -> None:
        """Each is compared with the parent by itself."""
        assert len(system([5, 5, 4], kind="same").equations) == 2

    def test_a_factor_between_units_is_part_of_the_factor(self) -> None:
        """Thousands, of a sum and of a mean."""
        links = [{"factor": 1000}]
        assert system([5, 4], links=links).equations[0].factors == (1000,)
        assert system([5, 4], kind="mean", links=links).equations[0].factors == (1000,)

    def test_what_is_turned_around_is_subtracted_or_lacks_to_a_hundred(self) -> None:
        """In a sum, and in a mean."""
        links = [{"inverse": True}]
        assert system([5, 4], links=links).equations[0].factors == (-1,)
        mean = system([5, 4], kind="mean", links=links).equations[0]
        assert (mean.factors, mean.rest) == ((-1,), 100)
        least = system([5, 4], kind="minimum", links=links).equations[0]
        assert (least.factors, least.offsets) == ((-1,), (100,))

    def test_a_promise_may_be_more_and_not_less(self) -> None:
        """In the direction of what is better; an actual may be neither."""
        one = system([5, 4], "target").equations[0]
        assert (one.tight.low, one.tight.high) == (0, None)
        one = system([5, 4], "target", fields={"polarity": "minimize"}).equations[0]
        assert (one.tight.low, one.tight.high) == (None, 0)
        one = system([5, 4]).equations[0]
        assert (one.tight.low, one.tight.high) == (0, 0)

    def test_a_tolerance_counts_on_both_sides(self) -> None:
        """Beside what is exact."""
        group = Group(parent=TOP, tolerance=2, tolerance_reason="Pencatatan berbeda hari")
        one = system([5, 4], groups=[group]).equations[0]
        assert (one.loose.low, one.loose.high, one.tight.low) == (-2, 2, 0)

    def test_what_is_not_compared_has_none(self) -> None:
        """Measured parents, support, ratios without denominators, and those that are to be left out."""
        assert system([5, 4], nodes=[NodeFacts(TOP, calc="measured")]).equations == []
        assert system([5, 4], kind="support").equations == []
        assert system([5, 4], kind="pool").equations == []
        assert system([5, 4], skipped={0}).equations == []
        group = Group(parent=TOP, other=3)
        assert system([5, 4], groups=[group]).equations == []
        assert len(system([5, 4], "target", groups=[group]).equations) == 1

    def test_a_count_knows_what_reaches(self) -> None:
        """Each child by its direction."""
        group = Group(parent=TOP, threshold=4, per_hundred=True)
        one = system([5, 4, 3], kind="count", groups=[group]).equations[0]
        assert (one.factors, one.counted) == ((50, 50), ((True, True), (False, False)))
        assert [(span.low, span.high) for span in one.reaching] == [(4, None)] * 2

    def test_a_cell_in_two_groups_is_one_variable(self) -> None:
        """A middle one, and one with two parents."""
        cascade = Cascade(
            [pk(f"PK-{name}", name, None, None, target(name, 1)) for name in "PQAB"],
            [
                Link(child=("A", "A"), parent=("P", "P"), kind="sum", share="0.5"),
                Link(child=("A", "A"), parent=("Q", "Q"), kind="sum", share="0.5"),
                Link(child=("B", "B"), parent=("A", "A"), kind="sum"),
            ],
        )
        found = system_of(report_on(cascade).case, "target")
        assert (len(found.variables), sorted(map(len, found.touching))) == (4, [1, 1, 1, 3])
