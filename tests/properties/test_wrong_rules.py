"""Rules that products of the field really use, each refused with the case that shows why."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

import pytest

from sakip import AKIP_LETTERS, Components, Level, Period, Range, Realization, Target, evaluate, score
from sakip.errors import InvalidValueError, LawError
from sakip.policies import KMK_127_2026, LKJIP, PROGRESS_FROM_BASELINE
from sakip.scoring import HI, LO, B, Cases, CheckedRule, Formula, Measurement, R, Reason, T, W, laws
from tests.scoring.making import agreement, code_of, evaluated, target


def ratio(m: Measurement) -> Fraction | Reason:
    """Realization over target, as in every product."""
    return 100 * m.realization / m.target if m.target and m.target > 0 else Reason.own("T > 0")


FORMULAS: dict[str, tuple[Formula, str, dict[str, str]]] = {
    "F3 misplaced bracket": (
        Formula("f3", (T - 100 * (R - T)) / T, at_target=100, direction="down"),
        "at-target",
        {"value": "1"},
    ),
    "F4 a met target scores 0": (
        Formula("f4", 100 * (T - R) / T, at_target=100, direction="down"),
        "at-target",
        {"value": "0"},
    ),
    "F10 a range compared with its upper bound": (
        Formula("f10", 100 * R / HI, at_target=100, direction="up", domain=[LO > 0, HI > 0]),
        "at-target",
        {},
    ),
    "F7 no direction: more of what should fall": (
        Formula("f7", 100 * R / T, at_target=100, direction="down"),
        "direction",
        {},
    ),
    "F18 early and late score alike": (
        Formula(
            "f18", Cases([(R <= T, 100 * R / T)], otherwise=100 * (2 * T - R) / T), at_target=100, direction="down"
        ),
        "direction",
        {},
    ),
    "F22 distance to one, so 150 % and 50 % tie": (
        Formula("f22", Cases([(R <= T, 100 * R / T)], otherwise=100 * (2 * T - R) / T), at_target=100, direction="up"),
        "direction",
        {},
    ),
    "F16 over 176 % of the cost the score rises again": (
        Formula(
            "f16",
            Cases([(R - Fraction(176, 100) * T > 0, 100)], otherwise=100 * (Fraction(176, 100) * T - R) / T),
            at_target=76,
            direction="down",
            domain=[T > 0],
        ),
        "direction",
        {},
    ),
    "PP 46/2011: saving more time scores less": (
        Formula(
            "pp46",
            Cases([(R - Fraction(76, 100) * T >= 0, 100 * (Fraction(176, 100) * T - R) / T)], otherwise=100 * R / T),
            at_target=76,
            direction="down",
            breaks=[Fraction(76, 100) * T],
        ),
        "direction",
        {},
    ),
    "D7 two negatives: a worse balance of -4 against -3.4 achieves 117 %": (
        Formula("d7", 100 * R / T, at_target=100, direction="up", domain=[T.differs(0)]),
        "direction",
        {},
    ),
    "F1 the other lower-is-better formula, which grows without end": (
        Formula("f1", 100 * T / R, at_target=100, direction="down", domain=[R.differs(0)]),
        "direction",
        {},
    ),
    "always 100, as for a target of zero in one region": (
        Formula("always", Cases([], otherwise=100), at_target=100, direction="up"),
        "direction",
        {},
    ),
    "a difference in the unit of the indicator": (
        Formula("difference", 100 + R - T, at_target=100, direction="up"),
        "unit",
        {},
    ),
    "a threshold in the unit of the indicator": (
        Formula("threshold", Cases([(R < 10, 50 * R / T)], otherwise=100 * R / T), at_target=100, direction="up"),
        "unit",
        {},
    ),
    "a ratio under stabilize": (
        Formula("one-sided", 100 * R / T, at_target=100, direction="peak"),
        "direction",
        {},
    ),
    "progress that jumps the wrong way when the target lies below the baseline": (
        Formula(
            "jump",
            Cases([(R <= T, 100 * (R - B) / (T - B))], otherwise=120),
            at_target=100,
            direction="towards-target",
        ),
        "direction",
        {},
    ),
    "a jump where the branches meet": (
        Formula("bonus", Cases([(R < T, 110 * R / T)], otherwise=100 * R / T), at_target=100, direction="up"),
        "direction",
        {},
    ),
    "a zero-target formula that rewards what is worst": (
        Formula("worst", 100 * R / W, at_target=100, direction="down"),
        "at-target",
        {},
    ),
}


class TestWrongFormula:
    """Every rule gives its declared value where the promise is kept exactly, and never less for what is better."""

    @pytest.mark.parametrize("name", FORMULAS)
    def test_is_refused(self, name: str) -> None:
        """The formula breaks a law that it states, and the error names the law and numbers that show it."""
        formula, law, shown = FORMULAS[name]
        with pytest.raises(LawError) as caught:
            laws.check(formula)
        assert caught.value.law == law
        assert caught.value.code == f"law-{law}"
        found = dict(caught.value.counterexample)
        assert shown.items() <= found.items()
        if formula.id != "always":
            self.check_counterexample(formula, law, {name: Fraction(number) for name, number in found.items()})

    @staticmethod
    def check_counterexample(formula: Formula, law: str, found: dict[str, Fraction]) -> None:
        """The numbers of the counterexample really break the law."""

        def value(realization: Fraction, scale: Fraction = Fraction(1)) -> Fraction:
            names = {"T": "target", "B": "baseline", "W": "worst_value", "LO": "low", "HI": "high"}
            others = {names[symbol]: number * scale for symbol, number in found.items() if symbol in names}
            got = formula.exact(Measurement(realization=realization * scale, **others))
            assert isinstance(got, Fraction)
            return got

        if law == "at-target":
            assert found["R"] in {found.get("T"), found.get("LO"), found.get("HI")}
            assert value(found["R"]) == found["value"] != formula.at_target
        elif law == "unit":
            assert value(found["R"]) != value(found["R"], found["scale"])
        else:
            assert found["R"] < found["R'"]
            one, other = value(found["R"]), value(found["R'"])
            assert (one, other) == (found["value"], found["value'"])
            past_the_target = formula.direction == "peak" and found["R"] >= found["T"]
            turned = formula.direction == "towards-target" and found["T"] < found["B"]
            falls = formula.direction == "down" or past_the_target or turned
            assert other > one if falls else other < one

    @pytest.mark.parametrize("name", FORMULAS)
    def test_cannot_become_part_of_a_policy(self, name: str) -> None:
        """Whichever slot it is put into, the policy is not built."""
        formula, _, _ = FORMULAS[name]
        for polarity in ("maximize", "minimize", "stabilize", "ordinal"):
            slot = f"{polarity}_range" if formula.kind == "range" and polarity != "ordinal" else polarity
            with pytest.raises(LawError):
                LKJIP.evolve(**{slot: formula})


FUNCTIONS: dict[str, tuple[Callable[[Measurement], object], str, str]] = {
    "F3 as a function": (
        lambda m: (m.target - 100 * (m.realization - m.target)) / m.target if m.target else Reason.own("T > 0"),
        "down",
        "at-target",
    ),
    "F5 zero realization is the worst of what should fall": (
        lambda m: (
            Reason.own("T > 0")
            if m.target <= 0
            else Fraction(0)
            if m.realization == 0
            else 100 * (2 * m.target - m.realization) / m.target
        ),
        "down",
        "direction",
    ),
    "F8 no baseline is silently 0": (
        lambda m: (
            Fraction(0)
            if m.baseline is None
            else 100 * (m.baseline - m.realization) / (m.baseline - m.target)
            if m.baseline != m.target
            else Reason.own("T > 0")
        ),
        "towards-target",
        "at-target",
    ),
    "F8 baseline equal to target": (
        lambda m: (
            100 * (m.baseline - m.realization) / (m.baseline - m.target) if m.baseline is not None else Reason.own("B")
        ),
        "towards-target",
        "total",
    ),
    "F9 minimise divides by the realization": (lambda m: 100 * m.target / m.realization, "down", "total"),
    "F18 days without a sign": (
        lambda m: 100 - 100 * abs(m.realization - m.target) / m.target if m.target > 0 else Reason.own("T > 0"),
        "down",
        "direction",
    ),
    "N1 a zero target is 0": (
        lambda m: Fraction(0) if m.target <= 0 else 100 * m.realization / m.target,
        "up",
        "at-target",
    ),
    "N1 a zero target is 100 when something was done": (
        lambda m: (
            100 * m.realization / m.target if m.target > 0 else Fraction(100) if m.realization > 0 else Fraction(0)
        ),
        "up",
        "at-target",
    ),
    "a constant": (lambda _: 100, "up", "direction"),
    "a constant as a peak": (lambda _: 100, "peak", "direction"),
    "counts days, not shares": (lambda m: 100 - (m.realization - m.target), "down", "unit"),
    "gives no value anywhere": (lambda _: Reason.own("T > 0"), "up", "domain"),
    "raises": (lambda m: {}[m.target], "up", "total"),
    "hides what is bad": (
        lambda m: Reason.own("too low") if 2 * m.realization < m.target else ratio(m),
        "up",
        "coverage",
    ),
    "leaves what is bad out of the total": (
        lambda m: Reason("zero-target-excluded", leaves_out=True) if 2 * m.realization < m.target else ratio(m),
        "up",
        "reason",
    ),
    "caps what is counted in whole rupiah": (
        lambda m: ratio(m) if m.realization < 10**9 or m.target <= 0 else Fraction(100),
        "up",
        "unit",
    ),
    "the wrong direction": (ratio, "down", "direction"),
}


class TestWrongFunction:
    """A rule written as a function enters only with the sheet that the search gave it."""

    @pytest.mark.parametrize("name", FUNCTIONS)
    def test_is_refused(self, name: str) -> None:
        """The search finds a case in which the function breaks a law."""
        rule, direction, law = FUNCTIONS[name]
        with pytest.raises(LawError) as caught:
            laws.check(rule, direction=direction)
        assert caught.value.law == law
        if law in {"at-target", "unit", "total"} or name.startswith("F"):
            found = dict(caught.value.counterexample)
            assert {"T", "R"} <= set(found)

    @pytest.mark.parametrize("name", [name for name in FUNCTIONS if "direction" not in name])
    def test_is_refused_without_a_direction(self, name: str) -> None:
        """When no direction is stated none fits either, save those of a rule that only lied about it."""
        rule, _, law = FUNCTIONS[name]
        if name == "F18 days without a sign":
            assert laws.check(rule).rule.direction == "peak"
            return
        with pytest.raises(LawError):
            laws.check(rule)
        assert law

    @pytest.mark.parametrize(
        "value",
        [
            1.5,
            float("nan"),
            "100",
            None,
            True,
            Decimal("NaN"),
            Decimal("Infinity"),
            Decimal("1e999999999"),
            10**70,
            Fraction(1, 10**5000),
            [1],
        ],
        ids=[
            "float",
            "nan",
            "text",
            "None",
            "bool",
            "Decimal NaN",
            "infinity",
            "huge Decimal",
            "huge int",
            "long fraction",
            "list",
        ],
    )
    def test_returns_no_number(self, value: object) -> None:
        """A function that returns something else than an exact number or a Reason is refused, with what it returned."""
        with pytest.raises(InvalidValueError) as caught:
            laws.check(lambda _: value)
        assert caught.value.code == "rule-result"
        assert caught.value.value is value

    def test_plain_function_is_no_rule(self) -> None:
        """A function without its sheet cannot stand in a policy, in any slot."""
        for slot in ("maximize", "minimize", "stabilize", "maximize_range", "ordinal", "deadline"):
            with pytest.raises(InvalidValueError):
                LKJIP.evolve(**{slot: ratio})

    def test_right_function_is_accepted(self) -> None:
        """The same search lets the right rule pass, so that the refusals above mean something."""
        sheet = laws.check(ratio)
        assert isinstance(sheet.rule, CheckedRule)
        assert (sheet.rule.direction, sheet.rule.at_target, sheet.decided) == ("up", 100, False)
        assert sheet.points > 1000


class TestSlot:
    """A rule stands only under the polarity whose better it rewards."""

    @pytest.mark.parametrize("polarity", ["minimize", "stabilize"])
    def test_ratio_under_another_polarity(self, polarity: str) -> None:
        """F7: the ratio under minimize or stabilize is refused with two realizations that it ranks the wrong way."""
        for rule in (LKJIP.maximize, laws.check(ratio)):
            with pytest.raises(LawError) as caught:
                LKJIP.evolve(**{polarity: rule})
            assert caught.value.law == "slot"
            found = dict(caught.value.counterexample)
            assert found["polarity"] == polarity
            assert Fraction(found["value"]) > Fraction(found["value'"])

    @pytest.mark.parametrize(
        ("slot", "rule"),
        [
            ("maximize", "minimize"),
            ("maximize_range", "maximize"),
            ("maximize", "maximize_range"),
            ("stabilize", "minimize"),
        ],
    )
    def test_wrong_slot(self, slot: str, rule: str) -> None:
        """A falling rule under maximize, a number rule for ranges and a range rule for numbers are refused."""
        with pytest.raises(LawError):
            LKJIP.evolve(**{slot: getattr(LKJIP, rule)})

    def test_missing_or_useless_baseline(self) -> None:
        """F8: without its baseline, or with one on the wrong side, progress has a reason and never a score of 0."""
        policy = LKJIP.evolve(maximize=PROGRESS_FROM_BASELINE, minimize=PROGRESS_FROM_BASELINE)
        assert code_of(score(target(10), 5, policy=policy)) == "needs"
        for baseline in (10, 12):
            assert code_of(score(target(10, baseline=baseline), 5, policy=policy)) == "target-not-above-baseline"
        for baseline in (10, 8):
            found = score(target(10, "minimize", baseline=baseline), 5, policy=policy)
            assert code_of(found) == "target-not-below-baseline"
        assert score(target(10, baseline=0), 5, policy=policy).value == 50
        assert score(target(10, "minimize", baseline=20), 15, policy=policy).value == 50

    def test_ordinal_formula_under_the_other_polarity(self) -> None:
        """A formula on ranks that rises does not score levels of which the lower is better."""
        policy = LKJIP.evolve(ordinal=LKJIP.maximize)
        promise = target(Level("B"), scale=AKIP_LETTERS)
        assert score(promise, Level("CC"), policy=policy).value == 75
        assert (
            code_of(score(target(Level("B"), "minimize", scale=AKIP_LETTERS), Level("CC"), policy=policy)) == "no-rule"
        )


class TestZeroRealization:
    """F5, N3: a realization of zero is a number, and for what should fall it is the best one."""

    @pytest.mark.parametrize("policy", [LKJIP, KMK_127_2026])
    def test_zero(self, policy: object) -> None:
        """Zero of what should fall scores above met, zero of what should rise scores 0, and neither is missing."""
        rises, falls = target(10, code="A"), target(10, "minimize", code="B")
        found = evaluated(rises, falls, given={"A": 0, "B": 0}, policy=policy)
        assert found["A"].score.value == 0
        assert found["B"].score.value == (200 if policy is LKJIP else 120)
        assert found.completeness == "final"


class TestInsideARange:
    """F10, N7: inside a range the promise is kept, and a range is a type, not a text."""

    def test_inside(self) -> None:
        """80 inside 50 to 100 is 100 and not 80."""
        assert score(target(Range(50, 100)), 80, policy=LKJIP).value == 100

    def test_range_without_a_rule(self) -> None:
        """A policy without a rule for ranges gives a reason, never a ratio with one of the bounds."""
        assert code_of(score(target(Range(50, 100)), 80, policy=KMK_127_2026)) == "no-rule"


class TestAdded:
    """F11: the rates of quarters are not added up; N4, N9: nothing is rounded before it is compared."""

    def test_pooled(self) -> None:
        """Rates are pooled from their components: 1 of 2 and 3 of 10 are 4 of 12."""
        promise = target(50, consolidation="pool")
        first, second = Period.year(2025).parts("half_year")
        delivered = [
            Realization("IKU-1", Components(1, 2, per=100), period=first),
            Realization("IKU-1", Components(3, 10, per=100), period=second),
        ]
        found = evaluate(agreement([promise]), delivered, policy=LKJIP)
        assert found.score.exact == Fraction(100 * 400, 12 * 50)

    def test_large_ratio(self) -> None:
        """A realization of 1,234 times the target is not read back as 1."""
        assert score(Target(target(2).indicator, 2), 2468, policy=LKJIP).value == 123400
