from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve

from sakip import Components, Level, Target
from sakip.cascade import Cascade, NodeFacts
from sakip.cascade.case.headroom import Raise, headroom, shared_out
from tests.cascade.making import family, report_on, target


def case_of(*children: Target, kind: Any = "sum", top: Target | None = None, **more: Any) -> Any:
    """What the checks of a family are given; its children are the nodes from 1."""
    cascade: Cascade = family(top or target("T", 1000), *children, kind=kind, **more)
    return report_on(cascade).case


def shared(change: Any, *children: Target, **more: Any) -> list[Any] | None:
    """The new targets of children whose roll-up is to change."""
    case = case_of(*children, **more)
    rolled = case.rolled(0, "target")
    found = shared_out(case, rolled, change)
    return None if found is None else [one.new for one in found]


class TestHeadroom:
    @pytest.mark.parametrize(("rising", "room"), [(True, None), (False, 40)])
    def test_a_count_ends_at_zero(self, *, rising: bool, room: int | None) -> None:
        """A count ends at zero."""
        assert headroom(case_of(target("A", 40, measure="flow")), 1, 40, rising=rising) == room

    def test_what_is_not_known_has_no_limit(self) -> None:
        """What is not known has no limit."""
        case = case_of(target("A", 40))
        assert headroom(case, 1, 40, rising=True) is headroom(case, 1, 40, rising=False) is None

    def test_a_ceiling_is_the_best_that_there_is(self) -> None:
        """A ceiling is the best that there is."""
        case = case_of(evolve(target("A", 40), ceiling=50))
        assert [headroom(case, 1, point, rising=True) for point in (40, 50, 60)] == [10, 0, 0]
        assert headroom(case, 1, 40, rising=False) is None

    def test_of_what_should_be_little_the_best_is_the_least(self) -> None:
        """Of what should be little the best is the least."""
        case = case_of(evolve(target("A", 40, polarity="minimize", measure="flow"), ceiling=30))
        assert [headroom(case, 1, point, rising=False) for point in (40, 30)] == [10, 0]
        assert headroom(case, 1, 40, rising=True) is None

    def test_of_what_should_stay_nothing_is_best(self) -> None:
        """Of what should stay nothing is best."""
        case = case_of(evolve(target("A", 40, polarity="stabilize"), ceiling=50))
        assert headroom(case, 1, 40, rising=True) is headroom(case, 1, 40, rising=False) is None

    def test_a_planned_ratio_ends_at_all_of_it(self) -> None:
        """A planned ratio ends at all of it."""
        facts = [NodeFacts(("KABID-2", "A"), planned=Components(80, 100, per=100))]
        case = case_of(target("A", 80, unit="%"), kind="pool", top=target("T", 90, unit="%"), nodes=facts)
        assert headroom(case, 1, 80, rising=True) == 20
        assert headroom(case, 1, 100, rising=True) == 0


class TestSharedOut:
    def test_without_limits_by_size_in_whole_numbers(self) -> None:
        """Without limits by size in whole numbers."""
        assert shared(5, target("A", 40), target("B", 35), target("C", 25)) == [42, 37, 26]

    def test_by_headroom_where_it_is_known(self) -> None:
        """By headroom where it is known."""
        assert shared(6, evolve(target("A", 40), ceiling=50), evolve(target("B", 40), ceiling=42)) == [45, 41]

    def test_those_with_a_limit_stay_where_others_have_none(self) -> None:
        """Those with a limit stay where others have none."""
        assert shared(6, evolve(target("A", 40), ceiling=42), target("B", 40)) == [46]

    def test_a_headroom_that_does_not_suffice_is_no_way(self) -> None:
        """A headroom that does not suffice is no way."""
        limited = evolve(target("A", 40), ceiling=42), evolve(target("B", 40), ceiling=43)
        assert shared(5, *limited) == [42, 43]
        assert shared(6, *limited) is None

    def test_downwards_not_below_zero(self) -> None:
        """Downwards not below zero."""
        deaths = [target("A", 3, measure="flow"), target("B", 1, measure="flow")]
        assert shared(-2, *deaths) == [1]
        assert shared(-4, *deaths) == [0, 0]
        assert shared(-5, *deaths) is None

    def test_targets_with_decimals_keep_them(self) -> None:
        """Targets with decimals keep them."""
        assert shared(Fraction(1, 10), target("A", "2.5"), target("B", "2.5")) == [Fraction(26, 10)]
        thirds = [target(code, "2.5") for code in "ABC"]
        assert shared(Fraction(3, 5), *thirds) == [Fraction(27, 10)] * 3

    def test_limits_between_the_steps_are_met_exactly(self) -> None:
        """Limits between the steps are met exactly."""
        limited = evolve(target("A", 40), ceiling="40.5"), evolve(target("B", 40), ceiling="40.5")
        assert shared(1, *limited) == [Fraction(81, 2), Fraction(81, 2)]

    def test_of_a_mean_each_counts_for_its_part(self) -> None:
        """Of a mean each counts for its part."""
        assert shared(2, target("A", 80), target("B", 80), kind="mean") == [82, 82]

    def test_what_is_turned_around_goes_the_other_way(self) -> None:
        """What is turned around goes the other way."""
        children = [target("A", 80), target("B", 20, polarity="minimize")]
        assert shared(10, *children, links=[{}, {"inverse": True}]) == [88, 18]

    def test_from_nothing_equally(self) -> None:
        """From nothing equally."""
        assert shared(4, target("A", 0), target("B", 0)) == [2, 2]

    def test_only_what_changes_is_named(self) -> None:
        """Only what changes is named."""
        case = case_of(target("A", 40), target("B", 0))
        assert shared_out(case, case.rolled(0, "target"), 4) == (Raise(1, 40, 44),)

    def test_a_text_or_another_arithmetic_has_no_shares(self) -> None:
        """A text or another arithmetic has no shares."""
        assert shared(4, target("A", 40), target("B", Level("Baik"))) is None
        assert shared(4, target("A", 40), target("B", 30), kind="minimum") is None

    def test_each_is_told_in_its_own_unit(self) -> None:
        """A child in thousands gets its new target in thousands, whatever the arithmetic."""
        thousands = target("A", 2, unit="ribu keluarga")
        for kind in ("sum", "mean"):
            assert shared(1000, thousands, kind=kind, links=[{"factor": 1000}]) == [3]

    def test_targets_without_an_end_are_shared_exactly(self) -> None:
        """A unit finer than any target leaves no step to keep to."""
        tiny = target("A", 1, unit="ribu"), target("B", 1, unit="ribu")
        assert shared(Fraction(1, 3), *tiny, links=[{"share": "0.5"}, {"share": "0.5"}]) == [2]
