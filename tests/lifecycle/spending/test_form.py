"""Forms of efficiency as data: what is computed, and what is made of it."""

import pickle
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip import Reference, Text
from sakip.errors import InvalidValueError
from sakip.lifecycle import PMK_214_2017_EFFICIENCY as PMK
from sakip.lifecycle import EfficiencyForm
from sakip.lifecycle.spending.form import Amounts
from sakip.scoring import Cap, Floor, Piecewise, Round

GIVEN: dict[str, Any] = {
    "id": "selisih",
    "title": Text("Selisih", "Difference"),
    "kind": "difference",
    "words": Text("capaian − serapan", "achievement − absorption"),
}


def amounts(achieved: Any, ceiling: int, spent: int, volume: Any = None) -> Amounts:
    """Achievement in percent, money in sen."""
    return Amounts(Fraction(achieved), None if volume is None else Fraction(volume), ceiling, spent)


@pytest.mark.parametrize(
    ("kind", "of", "expected"),
    [
        ("saved_share", amounts(100, 100, 92), 8),
        ("saved_share", amounts(90, 1000, 945), -5),
        ("saved_share", amounts(0, 100, 92), "nothing-achieved"),
        ("unit_cost", amounts(100, 100, 92, 1), 8),
        ("unit_cost", amounts(50, 100, 92, "1/2"), -84),
        ("unit_cost", amounts(100, 100, 92), "no-volume"),
        ("unit_cost", amounts(0, 100, 92, 0), "nothing-achieved"),
        ("difference", amounts("98.07", 10000, 9150), Fraction("6.57")),
        ("difference", amounts(95, 100, 97), -2),
        ("difference", amounts(95, 100, 0), 95),
        ("ratio", amounts(95, 100, 95), 1),
        ("ratio", amounts(95, 100, 97), Fraction(95, 97)),
        ("ratio", amounts(95, 100, 0), "nothing-spent"),
        ("ratio", amounts(0, 100, 50), 0),
    ],
)
def test_of_one(kind: str, of: Amounts, expected: Any) -> None:
    """Each kind on one output; where a number would divide by nothing it says why."""
    assert EfficiencyForm(**{**GIVEN, "kind": kind}).of_one(of) == expected


@pytest.mark.parametrize(
    ("kind", "unit", "adds_up"),
    [
        ("saved_share", "percent", True),
        ("unit_cost", "percent", True),
        ("difference", "points", False),
        ("ratio", "ratio", False),
    ],
)
def test_kinds(kind: str, unit: str, adds_up: bool) -> None:
    """Only the two forms of the ministry of finance have a number for all outputs together."""
    form = EfficiencyForm(**{**GIVEN, "kind": kind})
    assert (form.unit, form.adds_up) == (unit, adds_up)
    found = form.of_all([amounts(100, 100, 92, 1)])
    assert found == (8 if adds_up else "row-by-row")


def test_of_all() -> None:
    """The sum of what was saved over the sum of what it was worth is no mean of shares; the older form is one."""
    two = [amounts(100, 900, 810, 1), amounts(100, 100, 100, 1)]
    assert EfficiencyForm(**{**GIVEN, "kind": "saved_share"}).of_all(two) == 9
    assert EfficiencyForm(**{**GIVEN, "kind": "unit_cost"}).of_all(two) == 5
    assert EfficiencyForm(**{**GIVEN, "kind": "unit_cost"}).of_all([amounts(100, 1, 1)]) == "incomplete"
    assert EfficiencyForm(**{**GIVEN, "kind": "saved_share"}).of_all([amounts(0, 1, 1)]) == "nothing-achieved"


class TestValue:
    @pytest.mark.parametrize(
        ("efficiency", "value"),
        [
            (-30, 0),
            (-20, 0),
            (Fraction("-19.99"), Fraction("0.025")),
            (-5, Fraction("37.5")),
            (0, 50),
            (8, 70),
            (Fraction("3.99"), Fraction("59.975")),
            (20, 100),
            (Fraction("25.67"), 100),
            (Fraction("74.03"), 100),
        ],
    )
    def test_of_the_regulation(self, efficiency: Any, value: Any) -> None:
        """50 + E / 20 × 50, with E held between -20 and 20, so that no value is below 0 or above 100."""
        assert PMK.value_of(efficiency) == value

    @given(st.fractions(-1000, 1000), st.fractions(-1000, 1000))
    def test_held_and_rising(self, one: Fraction, other: Fraction) -> None:
        """Whatever the efficiency, the value is 0 to 100, and more efficiency is never worth less."""
        low, high = (PMK.value_of(each) for each in sorted((one, other)))
        assert low is not None
        assert high is not None
        assert 0 <= low <= high <= 100

    def test_limits(self) -> None:
        """The limits are those of the first steps; a form without steps has neither limits nor a value."""
        plain = EfficiencyForm(**GIVEN)
        assert (plain.value_of(5), plain.limits, PMK.limits) == (None, None, (-20, 20))
        line = Piecewise.through([(-20, 0), (20, 100)])
        assert EfficiencyForm(**GIVEN, value=[line, Floor(0), Cap(100)]).limits is None
        assert EfficiencyForm(**GIVEN, value=[Floor(-20), line]).limits is None


@pytest.mark.parametrize(
    "changes",
    [
        {"id": ""},
        {"title": "Selisih"},
        {"kind": "share"},
        {"words": "capaian - serapan"},
        {"value": [Round(2)]},
        {"value": Floor(0)},
        {"scale": "efisien"},
        {"carries": 7},
        {"reference": "PMK"},
    ],
    ids=str,
)
def test_refused(changes: dict[str, Any]) -> None:
    """A form is data of known kinds."""
    with pytest.raises(InvalidValueError):
        EfficiencyForm(**{**GIVEN, **changes})


def test_kept() -> None:
    """A form survives pickling; without labels it gives none."""
    form = EfficiencyForm(**GIVEN, reference=Reference("Perbup 1/2026", certainty="read"))
    assert pickle.loads(pickle.dumps(form)) == form
    assert form.label(Fraction(5)) is None
