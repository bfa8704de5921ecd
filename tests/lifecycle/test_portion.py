import pickle
from datetime import date
from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip import AwaitingRelease, Components, Level, NotApplicable, NotReported, Period
from sakip.errors import InvalidValueError
from sakip.lifecycle import Portion, joined
from sakip.lifecycle.portion import own_by_period, portion
from tests.lifecycle.making import CONSOLIDATIONS, QUARTERS, facts, reports_for, target_of

Q1, Q2, Q3, Q4 = QUARTERS
YEAR = Period.year(2024)


def part_of(how: str | None, periods: Any, *amounts: Any, value: Any = 100, trajectory: Any = ()) -> Portion:
    """The portion of some quarters, with what was reported from the first quarter on."""
    target = target_of(how, value, trajectory)
    return portion(target, own_by_period(target, facts(*amounts), YEAR), periods)


def test_two_realizations_for_one_period() -> None:
    """Neither is taken, and the error names the period as people read it."""
    with pytest.raises(InvalidValueError) as caught:
        own_by_period(target_of("sum", 100), [*facts(20), *facts(30)], YEAR)
    assert caught.value.problem == (
        "dua realisasi IKU-1 untuk Triwulan I 2024",
        "two realizations of IKU-1 for Quarter I 2024",
    )


class TestPortion:
    @pytest.mark.parametrize(
        ("how", "delivered"),
        [("sum", 9), ("average", 3), ("last_level", 3), ("last_progress", 3), ("minimum", 2), ("maximum", 4)],
    )
    def test_what_was_delivered(self, how: str, delivered: int) -> None:
        """4, 2 and 3 become one number by each consolidation."""
        assert part_of(how, QUARTERS[:3], 4, 2, 3).delivered == delivered

    def test_a_ratio_is_of_sums(self) -> None:
        """90 of 100 and 1 of 2 are 91 of 102, not the mean of two percentages."""
        found = part_of("pool", [Q1, Q2], Components(90, 100, per=100), Components(1, 2, per=100))
        assert found.delivered == Fraction(9100, 102)

    @pytest.mark.parametrize(("how", "planned"), [("sum", 50), ("average", 25), ("last_level", 30)])
    def test_what_was_planned(self, how: str, planned: int) -> None:
        """The trajectory of the same periods is consolidated in the same way."""
        plan = {Q1: 20, Q2: 30, Q3: 25, Q4: 25}
        assert part_of(how, [Q1, Q2], 1, 1, trajectory=plan).planned == planned

    @pytest.mark.parametrize(
        ("how", "amounts", "code"),
        [
            ("sum", (1,), "period-missing"),
            ("sum", (1, NotReported()), "period-missing"),
            ("sum", (AwaitingRelease("BPS"), 1), "awaiting-release"),
            ("sum", (NotApplicable("x"), NotApplicable("y")), "not-applicable"),
            ("sum", (1, Level("A")), "kind-mismatch"),
            ("pool", (1, 2), "not-poolable"),
            ("pool", (Components(1, 2, per=1), Components(1, 2, per=100)), "not-poolable"),
            (None, (1, 2), "no-consolidation"),
        ],
    )
    def test_why_there_is_no_number(self, how: str | None, amounts: Any, code: str) -> None:
        """Each missing number has its reason."""
        found = part_of(how, [Q1, Q2], *amounts)
        assert found.delivered is None
        assert found.reason is not None
        assert found.reason.code == code

    def test_a_state_needs_only_its_last_period(self) -> None:
        """Of a level only the last period counts, so an earlier one may be missing."""
        assert part_of("last_level", [Q1, Q2], None, 80).delivered == 80
        assert part_of("last_level", [Q1, Q2], 80).missing == (Q2,)

    @pytest.mark.parametrize("state", [Level("WTP"), date(2024, 6, 1)])
    def test_levels_and_dates(self, state: Any) -> None:
        """The last level or date is what was delivered; a sum of them is none."""
        assert part_of("last_level", [Q1, Q2], state, state, value=state).delivered == state
        assert part_of("sum", [Q1], state, value=state).delivered == state
        reason = part_of("sum", [Q1, Q2], state, state, value=state).reason
        assert reason is not None
        assert reason.code == "kind-mismatch"

    def test_one_period_needs_no_consolidation(self) -> None:
        """A single number is itself."""
        assert part_of(None, [Q1], 80).delivered == 80

    def test_no_periods_no_portion(self) -> None:
        """Without periods nothing was planned, delivered or missing."""
        found = part_of("sum", [])
        assert (found.periods, found.delivered, found.reason) == ((), None, None)


@given(st.data(), st.sampled_from([*CONSOLIDATIONS, None]), st.sets(st.integers(1, 3)))
def test_a_year_that_is_cut_and_joined_is_the_year(data: st.DataObject, how: str | None, cuts: set[int]) -> None:
    """Cut anywhere and joined again, in any order, a year has the number, the plan, and the reason that it had."""
    plan: Any = dict(zip(QUARTERS, data.draw(st.lists(st.integers(0, 99), min_size=4, max_size=4)), strict=True))
    target = target_of(how, 100, data.draw(st.sampled_from([(), plan])))
    amounts = [data.draw(reports_for(how or "sum")) for _ in QUARTERS]
    reported = own_by_period(target, facts(*amounts), YEAR)
    edges = [0, *sorted(cuts), 4]
    parts = [portion(target, reported, QUARTERS[a:b]) for a, b in pairwise(edges)]
    whole = portion(target, reported, QUARTERS)
    again = joined(data.draw(st.permutations([*parts, Portion(target)])))
    assert (again.periods, again.planned, again.delivered) == (whole.periods, whole.planned, whole.delivered)
    assert (again.missing, again.reason and again.reason.code) == (whole.missing, whole.reason and whole.reason.code)


class TestJoined:
    def test_of_several_targets(self) -> None:
        """Portions of two targets, or no portions, cannot be added up."""
        for portions in ([part_of("sum", [Q1], 1), part_of("average", [Q2], 1, 1)], []):
            with pytest.raises(InvalidValueError) as caught:
                joined(portions)
            assert caught.value.code == "not-one-target"

    def test_a_period_counts_once(self) -> None:
        """A portion given twice, and a year beside its quarter, are refused."""
        one = part_of("sum", [Q1], 1)
        for other in (one, portion(one.target, {}, [YEAR])):
            with pytest.raises(InvalidValueError) as caught:
                joined([one, other])
            assert caught.value.code == "shared-period"

    def test_ratios_counted_differently(self) -> None:
        """Percent and per mille have no common ratio, though each portion has its own."""
        percent, mille = Components(1, 2, per=100), Components(1, 2, per=1000)
        found = joined([part_of("pool", [Q1], percent), part_of("pool", [Q2], percent, mille)])
        assert found.reason is not None
        assert found.reason.code == "not-poolable"

    def test_needs_portions(self) -> None:
        """Anything else is refused."""
        with pytest.raises(InvalidValueError):
            joined([1])  # type: ignore[list-item]


def test_survives_pickling() -> None:
    """A portion comes back from a pickle as itself."""
    found = part_of("sum", [Q1], 1)
    assert pickle.loads(pickle.dumps(found)) == found
