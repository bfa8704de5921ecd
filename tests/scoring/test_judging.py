"""One fact against one target under one policy."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from sakip import AKIP_LETTERS, BPK_OPINIONS, Level, Range, score
from sakip.policies import HIGHER_IS_BETTER, KMK_127_2026, LKJIP, LOWER_IS_BETTER_INVERSE, PROGRESS_FROM_BASELINE
from sakip.scoring import Cap, Floor, Formula, Lookup, R, Reason, Round, T
from sakip.scoring.judging import MISSING_CODES, WORST_VALUE, is_at_ceiling, is_met, judge, rule_of
from tests.scoring.making import code_of, measured, target

RANKS = LKJIP.evolve(ordinal=HIGHER_IS_BETTER)


def facts(r: int, t: int | None, *others: int | None, unit: int = 1) -> Any:
    """R, T and the others as counts."""
    return (r, t, *others, *[None] * (5 - len(others)), unit)


class TestTrace:
    def test_value_and_each_step(self) -> None:
        """The trace is the rule's value and the value after each step of the chain."""
        policy = LKJIP.evolve(indicator=[Cap(120), Round(1)])
        assert [Fraction(*value) for value in judge(policy, target(3), facts(2, 3))] == [
            Fraction(200, 3),
            Fraction(200, 3),
            Fraction(667, 10),
        ]
        assert [Fraction(*value) for value in judge(policy, target(1), facts(9, 1))] == [900, 120, 120]

    def test_same_by_the_rule_and_its_chain(self) -> None:
        """A formula that is run with its chain at once gives the trace of the steps one by one."""
        for policy in (LKJIP, KMK_127_2026):
            for polarity in ("maximize", "minimize"):
                rule = policy.rule_for(polarity)
                for r, t in ((7, 3), (0, 8), (-5, 8), (25, 8), (3, -4)):
                    trace = judge(policy, target(t, polarity), facts(r, t))
                    found = rule.quotient(facts(r, t))
                    if isinstance(found, Reason):
                        assert trace == found
                        continue
                    # The value at the best attainable stands between the rule and its chain where a policy has one.
                    wanted = [Fraction(*found)] * (1 if policy.at_ceiling is None else 2)
                    for step in policy.indicator:
                        found = step.apply(*found)
                        wanted.append(Fraction(*found))
                    assert [Fraction(*value) for value in trace] == wanted

    def test_reasons_pass(self) -> None:
        """A fact that is a reason stays one, unless a rule scores what was not reported."""
        for code in ("not-reported", "period-missing", "awaiting-release", "not-applicable"):
            names = {"period-missing": "periods", "awaiting-release": "source", "not-applicable": "why"}
            reason = Reason(code, [(names[code], "x")] if code in names else [])
            assert judge(LKJIP, target(1), reason) is reason
            policy = LKJIP.evolve(not_reported="scores_zero", indicator=[Floor(0), Round(2)])
            assert (judge(policy, target(1), reason) == ((0, 1), (0, 1), (0, 100))) == (code in MISSING_CODES)


class TestNumber:
    def test_zero_rule_only_where_the_formula_is_undefined(self) -> None:
        """Progress towards a target of zero is defined, so no convention for zero targets touches it."""
        policy = LKJIP.evolve(minimize=PROGRESS_FROM_BASELINE, zero_target="met_is_100")
        assert score(target(0, "minimize", baseline=20), 5, policy=policy).value == 75
        assert code_of(score(target(0, "minimize"), 5, policy=policy)) == "needs"
        inverse = LKJIP.evolve(minimize=LOWER_IS_BETTER_INVERSE)
        assert code_of(score(target(5, "minimize"), 0, policy=inverse)) == "outside-domain"
        assert code_of(score(target(0, "minimize"), 0, policy=inverse)) == "zero-target"

    @pytest.mark.parametrize(
        ("polarity", "convention", "wanted"),
        [
            ("maximize", "met_is_100", (0, 100, 100)),
            ("minimize", "met_is_100", (100, 100, 0)),
            ("stabilize", "met_is_100", (0, 100, 0)),
            ("maximize", "cap_if_positive", ("zero-target", "zero-target-excluded", 120)),
            ("minimize", "cap_if_positive", ("zero-target",) * 3),
            ("stabilize", "cap_if_positive", ("zero-target",) * 3),
            ("maximize", "worst_value", ("zero-target",) * 3),
            ("minimize", "worst_value", ("no-worst-value",) * 3),
            ("maximize", "exclude", ("zero-target-excluded",) * 3),
        ],
    )
    def test_zero_targets(self, polarity: str, convention: Any, wanted: tuple[Any, ...]) -> None:
        """Below, at and above a target of zero, under each convention, whichever way is better."""
        policy = KMK_127_2026.evolve(zero_target=convention, indicator=[Cap(120), Round(2)])
        found = [score(target(0, polarity), amount, policy=policy) for amount in ("-0.000001", 0, "0.000001")]
        assert tuple(code_of(one) if one.value is None else one.value for one in found) == wanted

    @pytest.mark.parametrize(("worst", "wanted"), [(-1, "no-worst-value"), (0, "no-worst-value"), (4, 75)])
    def test_zero_target_and_worst_value(self, worst: int, wanted: Any) -> None:
        """A worst value is worse than zero, or says nothing."""
        policy = LKJIP.evolve(zero_target="worst_value")
        judged = judge(policy, target(0, "minimize"), facts(1, 0, None, worst))
        assert (judged.code if isinstance(judged, Reason) else Fraction(*judged[-1])) == wanted

    def test_worst_value(self) -> None:
        """100 at zero, 0 at the worst value, and a law-abiding formula."""
        assert [WORST_VALUE.exact(measured(r, worst_value=10)) for r in (0, 4, 10, 12)] == [100, 60, 0, -20]
        assert WORST_VALUE.direction == "down"

    def test_met(self) -> None:
        """Met is decided by cross-multiplication, at the value where the rule says so."""
        rule = Formula("r", 76 * R / T, at_target=76, direction="up")
        assert [is_met(rule, value) for value in ((76, 1), (7599, 100), (7600, 100), (77, 1))] == [
            True,
            False,
            True,
            True,
        ]
        assert not is_met(HIGHER_IS_BETTER, (99_999_999, 10**6))
        assert not is_met(HIGHER_IS_BETTER, (100 * 10**30 - 1, 10**30))

    def test_ceiling_needs_a_kept_promise(self) -> None:
        """Beside the ceiling, or missed, the formula stands."""
        policy = LKJIP.evolve(at_ceiling=150)
        assert score(target(10, ceiling=10), 12, policy=policy).value == 150
        assert score(target(10, ceiling=10), "9.99", policy=policy).value == Decimal("99.90")
        assert score(target(10, ceiling=11), 12, policy=policy).value == 120
        assert score(target(10), 12, policy=policy).value == 120
        assert score(target(Range(1, 2), ceiling=2), 2, policy=policy).value == 100

    def test_the_achievement_at_the_ceiling_stays_the_rules_own(self) -> None:
        """The value of a kept promise at the best attainable follows the rule's own; the steps follow that."""
        policy = LKJIP.evolve(at_ceiling=150, indicator=[Cap(120), Round(2)])
        kept, missed = (judge(policy, target(10, ceiling=10), facts(r, 10, None, None, 10)) for r in (12, 9))
        assert [Fraction(*value) for value in kept] == [120, 150, 120, 120]
        assert [Fraction(*value) for value in missed] == [90, 90, 90, 90]
        assert score(target(10, ceiling=10), 11, policy=policy).achievement == 110

    @pytest.mark.parametrize(
        ("polarity", "promised", "reached", "wanted"),
        [
            ("maximize", "WTP", "WTP", 120),
            ("maximize", "WTP-DPP", "WTP-DPP", 100),
            ("maximize", "WTP-DPP", "WTP", 100),
            ("maximize", "TMP", "TMP", 100),
            ("minimize", "TMP", "TMP", 120),
            ("minimize", "TMP", "TW", 120),
            ("minimize", "WTP", "WTP", 100),
            ("stabilize", "WTP", "WTP", 100),
            ("stabilize", "TMP", "TMP", 100),
        ],
    )
    def test_the_end_of_a_scale(self, polarity: str, promised: str, reached: str, wanted: int) -> None:
        """The top level is the best attainable, the bottom where less is better; it is worth the ceiling's value."""
        promise = target(Level(promised), polarity, scale=BPK_OPINIONS)
        found = score(promise, Level(reached), policy=LKJIP.evolve(at_ceiling=120))
        assert (found.value, found.achievement) == (wanted, 100)
        assert score(promise, Level(reached), policy=LKJIP).value == 100

    def test_a_level_that_falls_short_of_the_top(self) -> None:
        """It is worth what the policy gives it, and letters are levels too."""
        policy = RANKS.evolve(at_ceiling=120)
        promise = target(Level("AA"), scale=AKIP_LETTERS)
        assert [score(promise, Level(one), policy=policy).value for one in ("AA", "A")] == [120, Decimal("85.71")]
        assert not is_at_ceiling(policy, target(Level("AA")), Level("AA"))
        assert not is_at_ceiling(policy, promise, date(2025, 1, 1))
        assert not is_at_ceiling(policy, promise, Reason("not-reported"))

    def test_at_the_ceiling(self) -> None:
        """Only under a policy that has a value for it, where the target is the ceiling and the promise was kept."""
        policy, promise = LKJIP.evolve(at_ceiling=120), target(10, ceiling=10)
        kept, missed, beside = (facts(r, 10, None, None, c) for r, c in ((10, 10), (9, 10), (10, 11)))
        found = [is_at_ceiling(policy, promise, one) for one in (kept, missed, beside)]
        assert found == [True, False, False]
        assert not is_at_ceiling(LKJIP, promise, kept)
        assert rule_of(policy, promise) is HIGHER_IS_BETTER
        assert rule_of(policy, target(Range(1, 2))) is policy.maximize_range

    @pytest.mark.parametrize("setting", ["worst_value", "met_is_100"])
    def test_zero_at_the_ceiling(self, setting: Any) -> None:
        """A target of zero that is the best attainable and met has the value of the best attainable, too."""
        policy = LKJIP.evolve(zero_target=setting, at_ceiling=120)
        best, other = (target(0, "minimize", worst_value=10, ceiling=ceiling) for ceiling in (0, 1))
        assert [score(best, r, policy=policy).value == 120 for r in (-1, 0, "0.000001", 5)] == [
            True,
            True,
            False,
            False,
        ]
        assert score(other, 0, policy=policy).value == 100
        assert score(best, 0, policy=policy).achievement == 100
        assert score(best, 0, policy=LKJIP.evolve(at_ceiling=120)).reason.code == "zero-target"

    def test_no_rule_in_words(self) -> None:
        """What the policy has no rule for is told in words, not by the name of a setting."""
        policy = LKJIP.evolve(stabilize=None)
        reason = score(target(10, "stabilize"), 9, policy=policy).reason
        assert reason.text("id").endswith("target angka yang makin dekat target makin baik")
        assert reason.text("en").endswith("targets that are numbers, closer to the target is better")


class TestLevel:
    @pytest.mark.parametrize(
        ("polarity", "reached", "wanted"),
        [
            ("maximize", "A", 100),
            ("maximize", "AA", 100),
            ("maximize", "BB", "ordinal-shortfall"),
            ("minimize", "A", 100),
            ("minimize", "BB", 100),
            ("minimize", "AA", "ordinal-shortfall"),
            ("stabilize", "A", 100),
            ("stabilize", "AA", "ordinal-shortfall"),
            ("stabilize", "BB", "ordinal-shortfall"),
        ],
    )
    def test_table(self, polarity: str, reached: str, wanted: Any) -> None:
        """Which level is better follows from the polarity; a shortfall has no number."""
        found = score(target(Level("A"), polarity, scale=AKIP_LETTERS), Level(reached), policy=LKJIP)
        assert (code_of(found) if isinstance(wanted, str) else found.value) == wanted

    @pytest.mark.parametrize(
        ("polarity", "reached", "words", "english"),
        [
            ("maximize", "BB", "BB di bawah A", "BB is below A"),
            ("minimize", "AA", "AA di atas A", "AA is above A"),
            ("stabilize", "AA", "AA di atas A", "AA is above A"),
            ("stabilize", "BB", "BB di bawah A", "BB is below A"),
        ],
    )
    def test_shortfall_in_words(self, polarity: str, reached: str, words: str, english: str) -> None:
        """The reason says on which side of the promised level the reached one lies."""
        reason = score(target(Level("A"), polarity, scale=AKIP_LETTERS), Level(reached), policy=LKJIP).reason
        assert reason.text("id").startswith(f"{words};")
        assert reason.text("en").startswith(f"{english};")

    def test_shared_rank(self) -> None:
        """Two names of one rank are equal."""
        assert score(target(Level("TMP"), scale=BPK_OPINIONS), Level("TW"), policy=LKJIP).value == 100

    def test_own_answers(self) -> None:
        """A region's table may give a shortfall a number."""
        table = Lookup(
            "half",
            inputs=[("below", "equal", "above")],
            table=[(("below",), "50.5"), (("equal",), 100), (("above",), 110)],
        )
        policy = LKJIP.evolve(ordinal=table)
        found = [
            score(target(Level("WDP"), scale=BPK_OPINIONS), Level(name), policy=policy).value
            for name in ("TMP", "WDP", "WTP")
        ]
        assert found == [Decimal("50.50"), 100, 110]

    def test_formula_on_ranks(self) -> None:
        """A formula compares places on the scale: WDP (2) against WTP (4) is 50."""
        assert score(target(Level("WTP"), scale=BPK_OPINIONS), Level("WDP"), policy=RANKS).value == 50
        assert (
            code_of(score(target(Level("WTP"), "minimize", scale=BPK_OPINIONS), Level("WDP"), policy=RANKS))
            == "no-rule"
        )
        gap = Formula("ranks", 100 * R / T, at_target=100, direction="up", domain=[T > 0, R <= 2 * T])
        policy = LKJIP.evolve(ordinal=gap)
        assert code_of(score(target(Level("TMP"), scale=BPK_OPINIONS), Level("WTP"), policy=policy)) == "outside-domain"

    @pytest.mark.parametrize(
        ("promise", "reached", "policy", "code"),
        [
            (target(Level("WTP")), Level("WTP"), LKJIP, "no-scale"),
            (target(Level("WTP"), scale=BPK_OPINIONS), Level("WTQ"), LKJIP, "level-unknown"),
            (target(Level("WTQ"), scale=BPK_OPINIONS), Level("WTP"), LKJIP, "level-unknown"),
            (target(Level("WTP"), scale=BPK_OPINIONS), Level("WTP"), LKJIP.evolve(ordinal=None), "no-rule"),
        ],
    )
    def test_reasons(self, promise: Any, reached: Level, policy: Any, code: str) -> None:
        """Without a scale, a known level or a rule there is a reason that names what is missing."""
        found = score(promise, reached, policy=policy)
        assert code_of(found) == code
        if code == "level-unknown":
            assert "WTQ" in found.reason.text("id")


class TestDate:
    def test_signed_days(self) -> None:
        """Early and late are never alike: on time is 100, a day late has no number and says so."""
        due = target(date(2025, 6, 30))
        assert [score(due, date(2025, 6, day), policy=LKJIP).value for day in (1, 30)] == [100, 100]
        late = score(due, date(2025, 7, 1), policy=LKJIP)
        assert (code_of(late), late.reason.text("en")) == ("late", "late, days of delay: 1; no rule gives its value")
        none = score(due, date(2025, 6, 30), policy=LKJIP.evolve(deadline=None))
        assert code_of(none) == "no-rule"
        assert none.reason.text("id").endswith("target tanggal")
        assert none.reason.text("en").endswith("deadlines")
        table = Lookup("late", inputs=[("on_time", "late")], table=[(("on_time",), 100), (("late",), 60)])
        assert score(due, date(2026, 1, 1), policy=LKJIP.evolve(deadline=table)).value == 60
