from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip import (
    AwaitingRelease,
    Components,
    Indicator,
    Interval,
    Level,
    NotApplicable,
    Period,
    Range,
    Realization,
    Target,
    evaluate,
)
from sakip.errors import InvalidValueError
from sakip.lifecycle import remaining_target
from sakip.policies import LKJIP
from tests.lifecycle.making import CONSOLIDATIONS, QUARTERS, agreement_of, amounts_for, facts, target_of

Q1, Q2, Q3, Q4 = QUARTERS
GONE = NotApplicable("kantor ditutup")


class TestByConsolidation:
    """KMK 467/2014: sum and progress hand on what remains, a state its target, a mean what the rest must reach."""

    def test_a_sum_hands_on_the_rest(self) -> None:
        """Of 100 a year 45 were delivered by 30 June, so 55 remain: not 100 again, and not half."""
        left = remaining_target(target_of("sum", 100), facts(20, 25), through=Q2)
        assert (left.delivered, left.value, left.to_do, left.left) == (45, 55, 55, (Q3, Q4))
        assert left.text() == "55"

    def test_a_mean_hands_on_what_the_rest_must_reach(self) -> None:
        """3 in the first quarter leaves 10/3 for each of three, so that the year has 3,25."""
        left = remaining_target(target_of("average", "3.25"), facts(3), through=Q1)
        assert (left.value, left.rounded) == (Fraction(10, 3), Decimal("3.33"))
        assert left.text("en") == "10/3, rounded to 3.33 (2 decimals, half away from zero)"

    @pytest.mark.parametrize(
        ("digits", "mode", "rounded", "words"),
        [
            (0, "half_up", "4", "0 desimal, setengah menjauhi nol"),
            (0, "half_even", "4", "0 desimal, setengah ke genap"),
            (0, "truncate", "3", "0 desimal, dipotong"),
            (1, "half_up", "3.5", None),
        ],
    )
    def test_the_rounding_is_stated(self, digits: int, mode: Any, rounded: str, words: str | None) -> None:
        """7/2 is rounded as asked and says how; where nothing is lost nothing is said."""
        target = target_of("average", "3.25")
        left = remaining_target(target, facts(3, 3), through=Q2, digits=digits, mode=mode)
        assert (left.value, left.rounded) == (Fraction(7, 2), Decimal(rounded))
        assert left.text() == (f"3,5, dibulatkan {rounded} ({words})" if words else "3,5")

    def test_the_indicator_states_its_decimals(self) -> None:
        """Without digits the indicator's own decimals are used."""
        index = Indicator("IKU-1", "Indeks", polarity="maximize", consolidation="average", decimals=3)
        assert remaining_target(Target(index, "3.25"), facts(3), through=Q1).rounded == Decimal("3.333")

    def test_progress_keeps_its_target(self) -> None:
        """80 at the end of the year stays 80; from 40 there are 40 to go."""
        left = remaining_target(target_of("last_progress", 80), facts(25, 40), through=Q2)
        assert (left.delivered, left.value, left.to_do) == (40, 80, 40)

    def test_progress_that_nobody_began(self) -> None:
        """Where no period of the predecessor was planned, the whole way is left."""
        target = target_of("last_progress", 80, {Q3: 40, Q4: 80})
        assert remaining_target(target, [], through=Q1).to_do == 80

    @pytest.mark.parametrize("how", ["last_level", "minimum", "maximum"])
    def test_a_state_keeps_its_target(self, how: str) -> None:
        """A state is held and not worked off, so its target is the same and nothing is to be added."""
        left = remaining_target(target_of(how, 80), facts(70, 75), through=Q2)
        assert (left.value, left.to_do, left.reason) == (80, None, None)

    def test_a_ratio_keeps_its_target(self) -> None:
        """A ratio that was not planned in parts keeps its target; what was delivered is pooled."""
        given_parts = [Components(900, 1000, per=100), Components(10, 50, per=100)]
        left = remaining_target(target_of("pool", 90), facts(*given_parts), through=Q2)
        assert (left.delivered, left.value) == (Fraction(100 * 910, 1050), 90)

    def test_what_the_plan_says_stands_beside(self) -> None:
        """The trajectory of the remaining periods, consolidated, is what KMK 467/2014 hands on for a mean."""
        target = target_of("average", 3, {Q1: 2, Q2: 3, Q3: 3, Q4: 4})
        left = remaining_target(target, facts(1), through=Q1)
        assert (left.value, left.planned) == (Fraction(11, 3), Fraction(10, 3))
        assert remaining_target(target_of("average", 3), facts(1), through=Q1).planned is None

    def test_a_range_moves_with_what_was_delivered(self) -> None:
        """Both bounds of a range hand on what remains."""
        left = remaining_target(target_of("sum", Range(80, 100)), facts(30), through=Q1)
        assert left.value == Interval(50, 70)
        mean = remaining_target(target_of("average", Range(3, 4)), facts(2), through=Q1)
        assert mean.value == Interval(Fraction(10, 3), Fraction(14, 3))
        assert (left.rounded, left.to_do, mean.text("en")) == (None, None, "[10/3, 14/3]")

    @pytest.mark.parametrize("promise", [Level("WTP"), date(2024, 12, 1)])
    def test_a_level_and_a_date_stay(self, promise: Any) -> None:
        """A level or a date is still what is promised; as a sum it makes no sense."""
        assert remaining_target(target_of("last_level", promise), facts(), through=Q1).value == promise
        reason = remaining_target(target_of("sum", promise), facts(promise), through=Q1).reason
        assert reason is not None
        assert reason.code == "kind-mismatch"

    def test_what_did_not_apply_counts_for_nothing(self) -> None:
        """A quarter without anything to measure is left out of the mean."""
        assert remaining_target(target_of("average", 3), facts(GONE, 2), through=Q2).value == Fraction(7, 2)
        assert remaining_target(target_of("average", 3), facts(GONE), through=Q1).value == 3

    @pytest.mark.parametrize(
        ("how", "value", "plan", "amounts", "left"),
        [
            ("sum", 100, (10, 20, 30, 40), (GONE, 20), 70),
            ("sum", 100, (10, 20, 30, 40), (10, GONE), 70),
            ("sum", 100, (10, 20, 30, 40), (GONE, GONE), 70),
            ("sum", 100, (10, 20, 30, 40), (10, 20), 70),
            ("average", 3, (1, 3, 4, 4), (GONE, 3), 4),
            ("average", 3, (1, 3, 4, 4), (1, 3), 4),
            ("minimum", 80, (80, 90, 90, 95), (GONE, 90), 90),
            ("maximum", 90, (90, 80, 80, 85), (GONE, 80), 85),
            ("last_progress", 80, (20, 40, 60, 80), (GONE, GONE), 80),
            ("last_level", 80, (80, 80, 80, 80), (80, GONE), 80),
        ],
    )
    def test_the_plan_of_what_did_not_apply_goes_as_well(
        self, how: str, value: int, plan: tuple[int, ...], amounts: tuple[Any, ...], left: int
    ) -> None:
        """A period that was not applicable counts on neither side, as in the evaluation of the year."""
        target = target_of(how, value, dict(zip(QUARTERS, plan, strict=True)))
        given_facts = facts(*amounts)
        found = remaining_target(target, given_facts, through=Q2)
        assert (found.value, found.reason is None or found.reason.leaves_out) == (left, True)
        # Who delivers exactly that in the two quarters that remain has the year's target by the evaluation too.
        after = [left / 2, left / 2] if how == "sum" else [left, left]
        year = [*given_facts, *facts(*map(int, after), periods=[Q3, Q4])]
        assert evaluate(agreement_of(target), year, policy=LKJIP)["IKU-1"].score.value == 100

    @pytest.mark.parametrize("amounts", [(GONE, 40), (40, GONE), (GONE, GONE)])
    @pytest.mark.parametrize("promise", [100, Range(80, 100)])
    def test_a_sum_without_a_plan_by_period_is_not_known(self, amounts: Any, promise: Any) -> None:
        """Without a target by period nobody knows what was promised for the others: the reason of the evaluation."""
        target = target_of("sum", promise)
        found = remaining_target(target, facts(*amounts), through=Q2)
        whole = evaluate(agreement_of(target), [*facts(*amounts), *facts(30, 30, periods=[Q3, Q4])], policy=LKJIP)
        assert (found.value, found.reason) == (None, whole["IKU-1"].score.reason)

    def test_what_is_missing_is_said_first(self) -> None:
        """A quarter that was not reported keeps its reason beside one that was not applicable."""
        reason = remaining_target(target_of("sum", 100), facts(GONE), through=Q2).reason
        assert reason is not None
        assert reason.code == "period-missing"


class TestBeyond:
    """More than the target is no negative rest."""

    @pytest.mark.parametrize(
        ("delivered", "to_do", "texts"),
        [
            (99, 1, ("1", "1")),
            (100, 0, ("0", "0")),
            (120, -20, ("sudah tercapai, lebih 20", "already reached, 20 more")),
        ],
    )
    def test_a_sum(self, delivered: int, to_do: int, texts: tuple[str, str]) -> None:
        """The exact number stays; the words say that nothing remains."""
        left = remaining_target(target_of("sum", 100), facts(delivered), through=Q1)
        assert (left.to_do, left.value, left.is_beyond) == (to_do, to_do, to_do < 0)
        assert (left.text(), left.text("en")) == texts
        assert (left.to_do_text(), left.to_do_text("en")) == texts

    def test_a_sum_that_should_stay_low(self) -> None:
        """Where less is better more than the target is no achievement."""
        own = Indicator("IKU-1", "Jumlah kecelakaan", polarity="minimize", consolidation="sum")
        left = remaining_target(Target(own, 100), facts(120), through=Q1)
        assert (left.text(), left.to_do_text("en")) == ("sudah terlampaui 20", "already exceeded by 20")

    @pytest.mark.parametrize(
        ("polarity", "reached", "to_do"),
        [("maximize", 81, "already reached, 1 more"), ("maximize", 79, "1"), ("minimize", 81, "-1")],
    )
    def test_a_progress(self, polarity: Any, reached: int, to_do: str) -> None:
        """A progress keeps its target; one downwards still has to come down."""
        own = Indicator("IKU-1", "Kemajuan", polarity=polarity, consolidation="last_progress")
        left = remaining_target(Target(own, 80), facts(reached), through=Q1)
        assert (left.text(), left.to_do_text("en")) == ("80", to_do)


class TestReasons:
    @pytest.mark.parametrize(
        ("target", "given_facts", "code"),
        [
            (target_of(None, 80), facts(20), "no-consolidation"),
            (target_of("sum", 80), facts(20), "period-missing"),
            (target_of("sum", 80), facts(20, AwaitingRelease("BPS")), "awaiting-release"),
            (target_of("sum", 80), facts(20, Level("A")), "kind-mismatch"),
            (target_of("sum", 80, {Q1: 40, Q2: 80}), facts(20, periods=[Period.month(2024, 1)]), "period-outside-plan"),
            (target_of("average", 80, {Q1: 80, Q2: 80}), facts(20, 30), "not-due"),
        ],
    )
    def test_a_number_that_is_missing_says_why(self, target: Target, given_facts: Any, code: str) -> None:
        """Missing is never zero: where the rest cannot be told there is a reason in its place."""
        left = remaining_target(target, given_facts, through=Q2)
        assert left.value is None
        assert left.reason is not None
        assert left.reason.code == code
        assert left.text() == left.reason.text("id")

    def test_a_missing_quarter_is_named(self) -> None:
        """The reason names the period that nobody reported."""
        reason = remaining_target(target_of("sum", 80), facts(20), through=Q2).reason
        assert reason is not None
        assert reason.text("id").endswith("kurang: Triwulan II 2024")
        assert "Quarter II 2024" in reason.text("en")

    def test_what_stays_stays_though_nothing_was_reported(self) -> None:
        """The target of a progress stands though it is not known how far it came, and the reason says so."""
        left = remaining_target(target_of("last_progress", 80), [], through=Q2)
        assert (left.value, left.to_do, left.reason and left.reason.code) == (80, None, "period-missing")

    def test_only_the_predecessors_periods_are_read(self) -> None:
        """Neither later periods, nor the whole year, nor another indicator changes what remains."""
        more = [*facts(20, 25, 99), Realization("IKU-1", 500), Realization("IKU-2", 7, period=Q1)]
        assert remaining_target(target_of("sum", 100), more, through=Q2).value == 55

    def test_half_a_quarter_is_still_to_come(self) -> None:
        """In a plan of quarters, what is left after July is the third and the fourth."""
        target = target_of("sum", 100, {Q1: 20, Q2: 30, Q3: 25, Q4: 25})
        left = remaining_target(target, facts(20, 25), through=Period.month(2024, 7))
        assert (left.left, left.value, left.planned) == ((Q3, Q4), 55, 50)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"through": Q4}, "nothing-remains"),
        ({"through": Period.year(2024)}, "nothing-remains"),
        ({"through": "2024-Q2"}, "wrong-kind"),
        ({"target": 80}, "wrong-kind"),
        ({"digits": 7}, "not-a-whole-number"),
        ({"mode": "up"}, "unknown-rounding"),
        ({"realizations": [*facts(20), *facts(30)]}, "two-realizations"),
        ({"realizations": [80]}, "wrong-kind"),
    ],
)
def test_refuses(changes: dict[str, Any], code: str) -> None:
    """What cannot be asked is refused by code."""
    asked: dict[str, Any] = {"target": target_of("sum", 80), "realizations": facts(20, 30), "through": Q2, **changes}
    with pytest.raises(InvalidValueError) as caught:
        remaining_target(asked.pop("target"), asked.pop("realizations"), **asked)
    assert caught.value.code == code


@given(st.data(), st.sampled_from(["sum", "average", "last_progress", "last_level"]), st.integers(1, 3))
def test_who_delivers_what_remains_meets_the_year(data: st.DataObject, how: str, cut: int) -> None:
    """A successor who delivers exactly what remains brings the year exactly to its target, whatever came before."""
    target = target_of(how, data.draw(st.integers(1, 100)))
    before = facts(*[data.draw(amounts_for(how)) for _ in range(cut)])
    left = remaining_target(target, before, through=QUARTERS[cut - 1])
    assert isinstance(left.value, Fraction)
    each = left.value / len(left.left) if how == "sum" else left.value
    after = [
        Realization("IKU-1", Components(each.numerator, each.denominator, per=1), period=period) for period in left.left
    ]
    achieved = evaluate(agreement_of(target), [*before, *after], policy=LKJIP)["IKU-1"].score
    assert achieved.value == 100


@given(st.data(), st.sampled_from(CONSOLIDATIONS))
def test_never_stops(data: st.DataObject, how: str) -> None:
    """Any reports of a year leave a target, or a reason why not, and can be shown."""
    target = target_of(how, 80)
    given_facts = facts(*[data.draw(amounts_for(how)) for _ in range(data.draw(st.integers(0, 4)))])
    left = remaining_target(target, given_facts, through=Q2)
    assert (left.value is None) <= (left.reason is not None)
    assert left.text("en")
