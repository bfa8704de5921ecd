"""A plain function in the place of a formula."""

import pickle
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from sakip import Interval, IntervalSet, Reference, Target
from sakip.errors import InvalidValueError
from sakip.policies import LKJIP
from sakip.scoring import Cap, CheckedRule, Measurement, Reason, Round, inverse, laws
from sakip.scoring.rule import quotient_of
from tests.scoring.making import code_of, evaluated, measured, target


def double(m: Measurement) -> Fraction | Reason:
    """The share of the target, with a floor of its own words."""
    if m.target <= 0:
        return Reason.own("target harus positif")
    return 100 * m.realization / m.target


def fussy(m: Measurement) -> object:
    """The share of the target, and for some realizations all that a function must not do."""
    wrong = {
        41: lambda: {}["missing"],
        42: lambda: 1.5,
        43: lambda: Decimal("NaN"),
        44: lambda: Decimal("1e999999999"),
        45: lambda: max(()),
        46: lambda: None,
        47: lambda: Fraction(10**5000),
        48: lambda: fussy(m),
        49: lambda: Fraction(1, 10**5000),
    }
    found = wrong.get(m.realization, lambda: double(m))
    return found()


SHEET = laws.check(double, reference=Reference("Peraturan Bupati Contoh 1/2026", certainty="read"))
POLICY = LKJIP.evolve(maximize=SHEET, indicator=(Cap(120), Round(2)))


class TestInAPolicy:
    def test_takes_the_place_of_a_formula(self) -> None:
        """Caps, rounding, grades and totals hold as for a formula; the reference is the rule's own."""
        found = evaluated(target(3, code="A"), target(10, code="B"), given={"A": 2, "B": 13}, policy=POLICY)
        assert [one.score.value for one in found] == [Decimal("66.67"), Decimal("120.00")]
        assert found["A"].score.exact == Fraction(200, 3)
        assert found["B"].score.achievement == 130
        assert [one.status for one in found] == ["missed", "met"]
        assert found["A"].grade == "Sedang"
        assert "aturan sendiri double = 200/3" in found["A"].explain("id").lower()
        assert "Own rule double" in found["A"].explain("en")

    def test_own_reason(self) -> None:
        """A reason that the rule gives stands in the score."""
        found = evaluated(target(-3), given={"IKU-1": 2}, policy=POLICY)["IKU-1"]
        assert code_of(found.score) == "own-rule"
        assert "target harus positif" in found.explain("en")

    @pytest.mark.parametrize("amount", [41, 42, 43, 44, 45, 46, 47, 48, 49])
    def test_a_failing_rule_fails_alone(self, amount: int) -> None:
        """A rule that raises, loops over nothing, recurses or gives no number is a reason; the others keep theirs."""
        rule = CheckedRule(fussy, id="fussy", at_target=Decimal(100), direction="up", points=0)
        found = evaluated(
            target(50, code="A"),
            target(50, code="B"),
            given={"A": amount, "B": 25},
            policy=LKJIP.evolve(maximize=rule),
        )
        assert code_of(found["A"].score) == "rule-failed"
        assert "fussy" in found["A"].score.reason.text("id")
        assert (found["B"].score.value, found.score.value, found.completeness) == (50, 50, "provisional")
        assert found.verify(found.digest)

    def test_has_no_inverse_and_says_so(self) -> None:
        """Asking for the realization of a score names the way out."""
        with pytest.raises(InvalidValueError) as caught:
            inverse(target(10), IntervalSet.of(Interval.point(90)), policy=POLICY)
        assert caught.value.code == "no-inverse"
        assert "Formula" in caught.value.way_out[1]


class TestCheckedRule:
    def test_what_is_kept(self) -> None:
        """The sheet's laws travel with the function, and its data says what can be said of a function."""
        rule = SHEET.rule
        assert isinstance(rule, CheckedRule)
        assert (rule.id, rule.direction, rule.at_target, rule.met_at) == ("double", "up", 100, 100)
        assert rule.canonical() == {
            "callable": "double",
            "at_target": "100",
            "direction": "up",
            "points": SHEET.points,
            "reference": rule.reference.canonical(),
        }
        assert laws.check(double).rule.canonical()["reference"] is None
        assert rule.text() == "aturan sendiri double"
        assert pickle.loads(pickle.dumps(rule)) == rule

    def test_quotient(self) -> None:
        """The value as a quotient of the facts."""
        assert SHEET.rule.quotient((2, 3, None, None, None, None, None, 1)) == (200, 3)


class TestResult:
    @pytest.mark.parametrize(
        ("given", "quotient"),
        [
            (100, (100, 1)),
            (Fraction(200, 6), (100, 3)),
            (Decimal("12.50"), (25, 2)),
            (Decimal("0E-50"), (0, 1)),
            (-5, (-5, 1)),
            (Decimal("1e60"), (10**60, 1)),
        ],
    )
    def test_numbers(self, given: Any, quotient: tuple[int, int]) -> None:
        """Exact numbers of every kind are taken as they are."""
        assert quotient_of(lambda _: given, measured(1, 1), "rule") == quotient

    def test_reason(self) -> None:
        """A reason passes through."""
        reason = Reason("zero-target")
        assert quotient_of(lambda _: reason, measured(1, 1), "rule") is reason

    @pytest.mark.parametrize(
        "given", [1.5, "1", None, False, Decimal("-Infinity"), 10**64, Decimal("1e-70"), -(10**64), object]
    )
    def test_refused(self, given: Any) -> None:
        """Whatever is no exact number of a reasonable size is refused with its value and the way out."""
        with pytest.raises(InvalidValueError) as caught:
            quotient_of(lambda _: given, measured(1, 1), "mine")
        assert (caught.value.code, caught.value.path) == ("rule-result", "rule[mine]")
        assert isinstance(target(1), Target)
