"""A plain function in the place of a formula."""

import copy
import pickle
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve

from sakip import Interval, IntervalSet, Reference
from sakip.errors import InvalidValueError, LawError
from sakip.policies import LKJIP
from sakip.scoring import Cap, CheckedRule, Measurement, Reason, Round, inverse, laws
from tests.scoring.making import code_of, evaluated, target


def double(m: Measurement) -> Fraction | Reason:
    """The share of the target, with a floor of its own words."""
    if m.target <= 0:
        return Reason.own("target harus positif")
    return 100 * m.realization / m.target


def fussy(m: Measurement) -> object:
    """The share of the target, and for some realizations all that a function must not do."""
    wrong = {
        211: lambda: {}["missing"],
        223: lambda: 1.5,
        227: lambda: Decimal("NaN"),
        229: lambda: Decimal("1e999999999"),
        233: lambda: max(()),
        239: lambda: None,
        241: lambda: Fraction(10**5000),
        251: lambda: fussy(m),
        257: lambda: Fraction(1, 10**64),
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

    @pytest.mark.parametrize("amount", [211, 223, 227, 229, 233, 239, 241, 251, 257])
    def test_a_failing_rule_fails_alone(self, amount: int) -> None:
        """A rule that raises, loops over nothing, recurses or gives no number is a reason; the others keep theirs."""
        rule = CheckedRule(fussy, id="fussy", at_target=Decimal(100), direction="up")
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


class TestMadeByHand:
    """A rule that stands in a policy was searched for a breach, however it was made."""

    @pytest.mark.parametrize(
        ("changed", "law"),
        [
            ({"at_target": 76}, "at-target"),
            ({"direction": "down"}, "direction"),
            ({"rule": lambda m: m.realization}, "unit"),
            ({"rule": lambda m: m.realization / m.target}, "total"),
        ],
        ids=["at-target", "direction", "unit", "total"],
    )
    def test_is_searched(self, changed: dict[str, Any], law: str) -> None:
        """Neither the constructor nor a changed copy makes a rule that breaks its laws."""
        right = {"rule": double, "id": "double", "at_target": 100, "direction": "up"}
        assert CheckedRule(**right).points == SHEET.points
        for made in (lambda: CheckedRule(**{**right, **changed}), lambda: evolve(SHEET.rule, **changed)):
            with pytest.raises(LawError) as caught:
                made()
            assert caught.value.law == law

    @pytest.mark.parametrize(
        ("field", "value", "code"),
        [
            ("rule", None, "not-a-rule"),
            ("rule", 5, "not-a-rule"),
            ("rule", Fraction, "not-a-rule"),
            ("id", "", "empty-text"),
            ("id", object(), "empty-text"),
            ("at_target", 100.0, "float-refused"),
            ("at_target", "seratus", "not-canonical"),
            ("direction", "sideways", "unknown-direction"),
            ("direction", ["up"], "unknown-direction"),
            ("reference", "Perbup 1/2026", "wrong-kind"),
        ],
        ids=range(10),
    )
    def test_fields(self, field: str, value: Any, code: str) -> None:
        """Each field is admitted as everywhere, before anything is searched."""
        right = {"rule": double, "id": "double", "at_target": 100, "direction": "up"}
        with pytest.raises(InvalidValueError) as caught:
            CheckedRule(**{**right, field: value})
        assert (caught.value.code, caught.value.path) == (code, f"CheckedRule.{field}")
        assert " at 0x" not in str(caught.value)

    def test_points_are_counted(self) -> None:
        """How much was tried is counted, never stated."""
        with pytest.raises(TypeError):
            CheckedRule(double, id="double", at_target=100, direction="up", points=5)

    def test_copies(self) -> None:
        """Copies and pickles keep what was found, without another search."""
        for again in (copy.copy(SHEET.rule), copy.deepcopy(SHEET.rule), pickle.loads(pickle.dumps(SHEET.rule))):
            assert (again, again.points, hash(again)) == (SHEET.rule, SHEET.points, hash(SHEET.rule))
        assert pickle.loads(pickle.dumps(POLICY)) == POLICY
        assert pickle.loads(pickle.dumps(SHEET)) == SHEET

    def test_written(self) -> None:
        """A function is written by its name, without its place in memory."""
        assert "rule=<double>" in repr(SHEET.rule)
        assert " at 0x" not in repr(POLICY) + repr(SHEET) + str(POLICY.canonical())
