"""What additional tasks add: by category, by the weight of their scope, up to a cap."""

import pickle
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip import Text
from sakip.errors import InvalidValueError
from sakip.lifecycle import PERMENPANRB_8_2021_ADDITIONAL as RULE
from sakip.lifecycle import AdditionalRule
from sakip.policies import LKJIP, PERMENPANRB_8_2021

SHARES = [("Sangat Kurang", 20), ("Kurang", 40), ("Cukup", 60), ("Baik", 80), ("Sangat Baik", 100)]
GIVEN: dict[str, Any] = {
    "id": "tambahan",
    "title": Text("Tambahan", "Additional"),
    "policy": PERMENPANRB_8_2021,
    "shares": SHARES,
    "cap": 10,
}


@pytest.mark.parametrize(
    ("category", "value", "expected"),
    [
        ("Sangat Baik", 120, Fraction(6)),
        ("Baik", 109, Fraction("4.36")),
        ("Cukup", 88, Fraction("2.64")),
        ("Kurang", 60, Fraction("1.2")),
        ("Sangat Kurang", "24.9", Fraction("0.249")),
        ("Sangat Kurang", 0, Fraction(0)),
        ("Sangat Kurang", -5, Fraction(0)),
    ],
)
def test_shares_of_the_regulation(category: str, value: Any, expected: Fraction) -> None:
    """100, 80, 60, 40 and 20 percent, times a weight of 5, times the value over 100; nothing is ever taken away."""
    assert RULE.value_of(category, Decimal(value), Decimal(5)) == expected


@given(st.integers(0, 120), st.integers(0, 120), st.integers(1, 20))
def test_a_better_value_adds_no_less(one: int, other: int, weight: int) -> None:
    """With its category the share rises, so more is never worth less."""
    low, high = sorted((one, other))
    scale = PERMENPANRB_8_2021.scale
    assert scale is not None
    added = [RULE.value_of(scale.grade(value) or "", Decimal(value), Decimal(weight)) for value in (low, high)]
    assert added[0] <= added[1]


@pytest.mark.parametrize(
    "changes",
    [
        {"id": ""},
        {"title": "Tambahan"},
        {"policy": "lkjip"},
        {"policy": LKJIP},
        {"policy": PERMENPANRB_8_2021.evolve(scale=None)},
        {"shares": SHARES[1:]},
        {"shares": [*SHARES, ("Istimewa", 120)]},
        {"shares": [*SHARES, SHARES[0]]},
        {"shares": [("Sangat Kurang", -1), *SHARES[1:]]},
        {"shares": [("Sangat Kurang", 41), *SHARES[1:]]},
        {"shares": []},
        {"cap": -1},
        {"digits": 7},
        {"reference": "PermenPANRB 8/2021"},
    ],
    ids=str,
)
def test_refused(changes: dict[str, Any]) -> None:
    """One share for each class of the scale, rising with it and never below zero."""
    with pytest.raises(InvalidValueError):
        AdditionalRule(**{**GIVEN, **changes})


@pytest.mark.parametrize("changes", [{"cap": 0}, {"shares": [("Sangat Kurang", 0), *SHARES[1:]]}], ids=str)
def test_edges(changes: dict[str, Any]) -> None:
    """A cap or a share of zero adds nothing, and may be so."""
    assert AdditionalRule(**{**GIVEN, **changes})


def test_unknown_category() -> None:
    """A category that the rule does not have is refused by name."""
    with pytest.raises(InvalidValueError) as caught:
        RULE.value_of("Istimewa", Decimal(100), Decimal(5))
    assert caught.value.code == "unknown-category"


def test_source() -> None:
    """Where the shares and the cap are written; it survives pickling."""
    assert RULE.reference is not None
    assert (RULE.cap, RULE.reference.certainty) == (10, "read")
    assert pickle.loads(pickle.dumps(RULE)) == RULE
