from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve

from sakip import Components, NotApplicable, NotReported, Period, Range, Realization
from sakip.cascade import Cascade, Group, Link, NodeFacts
from sakip.cascade.explaining.splitting import OUTSIDE, Share, Split, coefficients, split
from tests.cascade.making import TOP, family, pk, report_on, target

TARGETS, ACTUALS = (40, 35, 25), (38, 36, 20)


def given(*actuals: Any, top: Any = 95) -> dict[tuple[str, str], Any]:
    """What the parent and its children delivered; None for nothing."""
    below = {(f"KABID-{at}", f"A-{at}"): value for at, value in enumerate(actuals, 2)}
    return {node: value for node, value in {TOP: top, **below}.items() if value is not None}


def whole(*, kind: Any = "sum", top: Any = 105, actuals: Any = ACTUALS, done: Any = 95, **more: Any) -> Split:
    """The split of a parent of three."""
    children = [target(f"A-{at}", value) for at, value in enumerate(TARGETS, 2)]
    cascade = family(target("T", top), *children, kind=kind, realizations=given(*actuals, top=done), **more)
    return split(report_on(cascade).case, 0)


def amounts(found: Split) -> list[Any]:
    """The share of each child."""
    return [share.amount for share in found.shares]


class TestLinear:
    def test_of_the_specification(self) -> None:
        """Ten too few: one more reported than delivered, six by the children, five not planned."""
        found = whole()
        assert (found.total, found.reporting, found.performance, found.planning) == (-10, 1, -6, -5)
        assert amounts(found) == [-2, 1, -5]
        assert (found.open, found.why, found.left_out) == (0, None, ())
        assert {type(value) for value in (*amounts(found), found.total, found.reporting)} == {int}

    @pytest.mark.parametrize(
        ("kind", "links", "factors"),
        [
            ("sum", [{"share": "0.5"}, {"factor": 10}, {"inverse": True}], [Fraction(1, 2), 10, -1]),
            ("mean", [{}, {"factor": 3}, {"inverse": True}], [Fraction(1, 3), 1, Fraction(-1, 3)]),
            (
                "weighted",
                [{"weight": 1}, {"weight": 1}, {"weight": 2}],
                [Fraction(1, 4), Fraction(1, 4), Fraction(1, 2)],
            ),
        ],
    )
    def test_coefficients(self, kind: str, links: list[dict[str, Any]], factors: list[Any]) -> None:
        """A share, a weight, a factor between units and an inversion stand in the coefficient, and in the amounts."""
        found = whole(kind=kind, links=links)
        assert [share.coefficient for share in found.shares] == factors
        changes = [new - old for old, new in zip(TARGETS, ACTUALS, strict=True)]
        assert amounts(found) == [factor * change for factor, change in zip(factors, changes, strict=True)]
        assert sum(amounts(found)) == found.performance

    def test_the_parts_are_the_childs_own_numbers(self) -> None:
        """A factor between units changes the share, not what the child promised and delivered."""
        found = whole(kind="mean", links=[{"factor": 1000}])
        assert [(share.target, share.actual) for share in found.shares] == list(zip(TARGETS, ACTUALS, strict=True))

    def test_what_lies_outside(self) -> None:
        """What is promised and delivered outside the cascade has a share of its own."""
        found = whole(groups=[Group(parent=TOP, other=5, other_actual=2)])
        assert found.shares[-1] == Share(OUTSIDE, 5, 2, 1, -3)
        assert (found.planning, found.performance, found.reporting) == (0, -9, -1)

    def test_what_was_delivered_outside_is_not_known(self) -> None:
        """Without that number neither performance nor reporting is known, and what they explain stands open."""
        found = whole(groups=[Group(parent=TOP, other=5)])
        assert (found.why, found.planning, found.performance, found.reporting) == ("outside-unknown", 0, None, None)
        assert amounts(found) == [-2, 1, -5, None]
        assert found.shares[-1] == Share(OUTSIDE, 5, None, 1)
        assert found.open == -4

    def test_only_what_was_delivered_outside_is_stated(self) -> None:
        """Nothing was promised outside, and something delivered."""
        found = whole(groups=[Group(parent=TOP, other_actual=2)])
        assert found.shares[-1] == Share(OUTSIDE, 0, 2, 1, 2)
        assert found.why is None

    @pytest.mark.parametrize("delivered", [None, 2])
    def test_what_is_promised_outside_for_the_year_is_no_promise_of_a_quarter(self, delivered: Any) -> None:
        """It enters one to one as it does in the year, and how much of it was due is not known."""
        quarter, year = Period.quarter(2025, 1), Period.year(2025)
        plan = [(part, amount) for part, amount in zip(year.parts("quarter"), (1, 1, 1, 0), strict=True)]
        top, child = (evolve(target(code, 3, consolidation="sum"), trajectory=plan) for code in ("T", "A-2"))
        done = {node: [Realization(node[1], 1, period=quarter)] for node in (TOP, ("KABID-2", "A-2"))}
        group = Group(parent=TOP, other=5, other_actual=delivered)
        cascade = family(top, child, realizations=done, groups=[group])
        found = report_on(cascade, through=quarter).attribute(TOP)
        outside = found.parts[-1]
        assert (outside.node, outside.target, outside.actual) == ("", None, delivered)
        assert (outside.coefficient, outside.amount) == (1, None)
        assert found.promised is None

    @pytest.mark.parametrize("group", [Group(parent=TOP), Group(parent=TOP, other=5, other_actual=2)])
    def test_nothing_lies_outside_where_nothing_is_stated_or_nothing_is_added(self, group: Group) -> None:
        """Zero is not stated by a group of other facts, and a mean takes in nothing from elsewhere."""
        kind = "sum" if group.other is None else "mean"
        assert [share.child == OUTSIDE for share in whole(kind=kind, groups=[group]).shares] == [False] * 3

    def test_joint_holders(self) -> None:
        """Those who hold one number together share its change in equal parts; where theirs differ, nobody knows."""
        children = [target(f"A-{at}", 80) for at in (2, 3)]
        kwargs: dict[str, Any] = {"kind": "same", "realizations": given(70, 70)}
        case = report_on(family(target("T", 80), *children, **kwargs)).case
        assert amounts(split(case, 0)) == [-5, -5]
        kwargs["realizations"] = given(70, 60)
        found = split(report_on(family(target("T", 80), *children, **kwargs)).case, 0)
        assert (found.why, amounts(found)) == ("unlike-holders", [None, None])

    def test_incomplete_weights(self) -> None:
        """Without all weights there is no share."""
        found = whole(kind="weighted", links=[{"weight": 1}, {"weight": 1}])
        assert (found.why, amounts(found)) == ("weights-unknown", [None, None, None])


class TestUnknown:
    def test_a_missing_child(self) -> None:
        """It is not zero: what it and the reporting explain together stands open."""
        found = whole(actuals=(38, None, 20))
        assert (found.why, found.planning, found.performance, found.reporting) == ("children-unknown", -5, None, None)
        assert amounts(found) == [-2, None, -5]
        assert found.open == 2

    def test_a_missing_parent(self) -> None:
        """The children's performance and the planning are known all the same."""
        found = whole(done=NotReported())
        assert (found.why, found.total, found.reporting, found.open) == ("actual-unknown", None, None, None)
        assert (found.performance, found.planning) == (-6, -5)

    def test_a_range_is_not_one_number(self) -> None:
        """What is promised as a range has no difference to be taken apart."""
        found = whole(top=Range(100, 110))
        assert (found.why, found.planning, found.performance) == ("target-unknown", None, -6)

    def test_a_range_below(self) -> None:
        """A child that promises a range makes the promise of all unknown, and is not taken for missing outside."""
        children = [target("A-2", Range(30, 40)), target("A-3", 35)]
        case = report_on(family(target("T", 80), *children, realizations=given(30, 35))).case
        assert split(case, 0).why == "children-unknown"

    def test_a_child_that_does_not_apply(self) -> None:
        """It leaves both sides: what it promised is missing from the plan, and blames nobody's performance."""
        found = whole(actuals=(38, 36, NotApplicable("Tidak ada kegiatan")))
        assert found.left_out == (3,)
        assert amounts(found) == [-2, 1]
        assert (found.performance, found.planning, found.reporting) == (-1, -30, 21)
        assert found.open == 0

    def test_a_mean_without_a_child_that_does_not_apply(self) -> None:
        """The others then count more."""
        found = whole(kind="mean", actuals=(38, 36, NotApplicable("Tidak ada kegiatan")))
        assert [share.coefficient for share in found.shares] == [Fraction(1, 2), Fraction(1, 2)]

    def test_no_child_applies(self) -> None:
        """Then there is nothing that was made."""
        found = whole(actuals=[NotApplicable("Tidak ada kegiatan")] * 3)
        assert (found.why, found.shares, found.planning) == ("none-applies", (), None)

    @pytest.mark.parametrize(
        ("links", "why"),
        [
            ([("B", "A", "sum"), ("C", "A", "mean")], "mixed-arithmetic"),
            ([("B", "A", "sum"), ("A", "B", "sum")], "cycle"),
            ([("B", "A", "support")], "no-arithmetic"),
            ([], "no-arithmetic"),
        ],
    )
    def test_nothing_is_rolled_up(self, links: list[tuple[str, str, Any]], why: str) -> None:
        """Without one arithmetic there are no parts, and the difference stands open as a whole."""
        agreements = [pk(f"PK-{name}", name, None, None, target("I", 10)) for name in "ABC"]
        cascade = Cascade(
            agreements,
            [Link(child=(child, "I"), parent=(parent, "I"), kind=kind) for child, parent, kind in links],
            realizations={("A", "I"): 8},
        )
        found = split(report_on(cascade).case, 0)
        assert (found.why, found.total, found.open, found.shares) == (why, -2, -2, ())


class TestRatio:
    def pooled(self, **more: Any) -> Split:
        """Two units, the second of which grew fourfold."""
        children = [target("A-2", 90), target("A-3", 80)]
        facts = [
            NodeFacts(("KABID-2", "A-2"), planned=Components(900, 1000, per=100)),
            NodeFacts(("KABID-3", "A-3"), planned=Components(80, 100, per=100)),
        ]
        done = given(Components(855, 900, per=100), Components(300, 400, per=100), top=88)
        cascade = family(target("T", 90), *children, **{"kind": "pool", "nodes": facts, "realizations": done, **more})
        return split(report_on(cascade).case, 0)

    def test_rate_and_mix(self) -> None:
        """The first beat its target; the parent missed for the growth of the weak one, not so much for its slip."""
        found = self.pooled()
        rounded = [
            (round(100 * share.own), round(100 * share.mix)) for share in found.shares if share.own and share.mix
        ]
        assert rounded == [(400, -77), (-100, -249)]
        assert sum(amounts(found)) == found.performance
        assert found.performance == Fraction(1155, 13) - Fraction(980, 11)
        assert found.why is None

    def test_components_are_needed(self) -> None:
        """Without what is planned above and below there is neither rate nor mix."""
        found = self.pooled(nodes=[])
        assert (found.why, amounts(found)) == ("components-unknown", [None, None])


class TestCount:
    @pytest.mark.parametrize(("per_hundred", "unit"), [(False, 1), (True, Fraction(100, 3))])
    def test_each_for_itself(self, per_hundred: bool, unit: Any) -> None:
        """Who misses the threshold that it promised to reach costs one, who reaches it unpromised earns one."""
        group = [Group(parent=TOP, threshold=36, per_hundred=per_hundred)]
        found = whole(kind="count", top=1, done=1, groups=group)
        assert amounts(found) == [0, unit, 0]
        assert amounts(whole(kind="count", top=1, done=1, actuals=(35, 36, 20), groups=group)) == [-unit, unit, 0]

    def test_unknown_only_where_it_matters(self) -> None:
        """A child without a number has no share, the others have theirs."""
        group = [Group(parent=TOP, threshold=36)]
        found = whole(kind="count", top=1, done=1, actuals=(38, None, 20), groups=group)
        assert (found.why, amounts(found)) == ("children-unknown", [0, None, 0])


def test_extremes_are_shared_in_the_parents_unit() -> None:
    """A factor between units counts before the least is sought."""
    children = [target("A-2", 3), target("A-3", 4000)]
    done = given(1, 4000, top=1000)
    links = [{"factor": 1000}]
    case = report_on(family(target("T", 3000), *children, kind="minimum", links=links, realizations=done)).case
    found = split(case, 0)
    assert (found.promised, found.delivered, amounts(found)) == (3000, 1000, [-2000, 0])
    assert [share.coefficient for share in found.shares] == [None, None]


def test_extremes_of_too_many_children() -> None:
    """What all of them did is known still, but not what each did."""
    count = 1001
    children = [target(f"A-{at}", 5) for at in range(2, count + 2)]
    done = given(*range(-count, 0), top=0)
    found = split(report_on(family(target("T", 5), *children, kind="minimum", realizations=done)).case, 0)
    assert (found.why, found.performance, found.open) == ("too-many-children", -count - 5, 0)
    assert set(amounts(found)) == {None}


def test_coefficients_of_no_linear_arithmetic() -> None:
    """A least value has none."""
    children = [target("A-2", 3)]
    case = report_on(family(target("T", 3), *children, kind="minimum")).case
    rolled = case.rolled(0, "target")
    assert rolled is not None
    assert coefficients(case, rolled) is None


def test_periods_are_put_together_first() -> None:
    """Realizations of quarters are one number of the year before they are compared."""
    done = given(38, 36, 20)
    quarters = [Realization("A-2", 5, period=Period.quarter(2025, at)) for at in (1, 2, 3, 4)]
    done["KABID-2", "A-2"] = quarters
    children = [target("A-2", 40, consolidation="sum"), target("A-3", 35), target("A-4", 25)]
    found = split(report_on(family(target("T", 105), *children, realizations=done)).case, 0)
    assert amounts(found) == [-20, 1, -5]
