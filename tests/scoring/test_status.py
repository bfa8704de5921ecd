"""Whether a promise was kept, whatever its score was made into."""

from datetime import date
from typing import Any

import pytest

from sakip import AKIP_LETTERS, Level, NotReported
from sakip.policies import HIGHER_IS_BETTER, KMK_127_2026, LKJIP, TENT
from sakip.scoring import Cap, Floor, Lookup, Round
from sakip.scoring.status import is_zero_ruled, status_of
from tests.scoring.making import evaluated, target

NINETY = LKJIP.evolve(
    ordinal=Lookup(
        "ninety",
        inputs=[("below", "equal", "above")],
        table=[(("below",), 0), (("equal",), 90), (("above",), 90)],
    ),
    deadline=Lookup("ninety", inputs=[("late", "on_time")], table=[(("late",), 10), (("on_time",), 90)]),
)
RANKS = LKJIP.evolve(ordinal=HIGHER_IS_BETTER)


def status(promise: Any, amount: Any, policy: Any) -> str:
    """The status of one target."""
    found = evaluated(promise, given={"IKU-1": amount}, policy=policy)["IKU-1"]
    assert found.status == status_of(policy, promise, found.fact, found.trace)
    return found.status


class TestLevels:
    @pytest.mark.parametrize(
        ("polarity", "reached", "wanted"),
        [
            ("maximize", "BB", "missed"),
            ("maximize", "A", "met"),
            ("maximize", "AA", "met"),
            ("minimize", "BB", "met"),
            ("minimize", "A", "met"),
            ("minimize", "AA", "missed"),
            ("stabilize", "BB", "missed"),
            ("stabilize", "A", "met"),
            ("stabilize", "AA", "missed"),
        ],
    )
    def test_by_the_order_of_the_scale(self, polarity: str, reached: str, wanted: str) -> None:
        """A level that is reached is met, though the table gives it 90."""
        assert status(target(Level("A"), polarity, scale=AKIP_LETTERS), Level(reached), NINETY) == wanted

    def test_formula_on_ranks(self) -> None:
        """A formula that compares ranks changes nothing of that."""
        promise = target(Level("A"), scale=AKIP_LETTERS)
        assert [status(promise, Level(name), RANKS) for name in ("BB", "A", "AA")] == ["missed", "met", "met"]


def test_deadlines() -> None:
    """On time is met and late is missed, whatever the table gives them."""
    due = target(date(2025, 6, 30))
    days = [date(2025, 6, 29), date(2025, 6, 30), date(2025, 7, 1)]
    assert [status(due, day, NINETY) for day in days] == ["met", "met", "missed"]


class TestZeroTarget:
    @pytest.mark.parametrize(
        ("policy", "polarity", "amounts"),
        [
            (LKJIP.evolve(zero_target="met_is_100"), "maximize", {-1: "missed", 0: "met", 1: "met"}),
            (LKJIP.evolve(zero_target="met_is_100"), "minimize", {-1: "met", 0: "met", 1: "missed"}),
            (
                LKJIP.evolve(zero_target="met_is_100", stabilize=TENT),
                "stabilize",
                {-1: "missed", 0: "met", 1: "missed"},
            ),
            (
                LKJIP.evolve(zero_target="cap_if_positive", indicator=[Cap(50), Round(2)]),
                "maximize",
                {0: "left_out", 1: "met"},
            ),
            (KMK_127_2026, "minimize", {0: "met", 1: "missed"}),
        ],
        ids=["higher", "lower", "near", "low cap", "worst value"],
    )
    def test_the_number_decides(self, policy: Any, polarity: str, amounts: dict[int, str]) -> None:
        """Where a convention stands in for the rule the number itself is compared with zero."""
        promise = target(0, polarity, worst_value=10)
        assert {amount: status(promise, amount, policy) for amount in amounts} == amounts


class TestRules:
    def test_before_the_chain(self) -> None:
        """A floor that lifts a missed promise to 100, and a cap that pulls a kept one below, change no status."""
        lifted = LKJIP.evolve(indicator=[Floor(100), Round(2)])
        lowered = LKJIP.evolve(indicator=[Cap(50), Round(2)])
        assert [status(target(10), amount, policy) for policy in (lifted, lowered) for amount in (9, 10)] == [
            "missed",
            "met",
            "missed",
            "met",
        ]

    def test_ceiling(self) -> None:
        """A target at its ceiling is met where its rule says so, whatever it is worth then."""
        policy = LKJIP.evolve(at_ceiling=120)
        promise = target(10, ceiling=10)
        found = [evaluated(promise, given={"IKU-1": amount}, policy=policy)["IKU-1"] for amount in (9, 10)]
        assert [one.status for one in found] == ["missed", "met"]

    def test_met_below_the_value_at_the_target(self) -> None:
        """A rule that is met from 100 on is met there, though the target itself is worth 120."""
        assert [status(target(100, "stabilize"), amount, KMK_127_2026) for amount in (89, 90, 100)] == [
            "missed",
            "met",
            "met",
        ]

    def test_not_reported(self) -> None:
        """What was not reported keeps nothing, even where a rule scores it."""
        policy = LKJIP.evolve(not_reported="scores_zero", indicator=[Floor(0), Round(2)])
        assert status(target(10), NotReported(), policy) == "missed"
        assert status(target(10), NotReported(), LKJIP) == "not_scored"

    def test_which_rule(self) -> None:
        """Whether the convention for zero stood in for the rule of a target."""
        policy = LKJIP.evolve(zero_target="met_is_100")
        facts = [evaluated(target(at), given={"IKU-1": 1}, policy=policy)["IKU-1"].fact for at in (0, 10)]
        assert [is_zero_ruled(policy, target(10), fact) for fact in facts] == [True, False]
