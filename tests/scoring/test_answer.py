"""What someone's function may give back as a score."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from sakip.errors import InvalidValueError
from sakip.scoring import Reason
from sakip.scoring.answer import quotient_of
from tests.scoring.making import measured

MOST = 10**64 - 1


@pytest.mark.parametrize(
    ("given", "quotient"),
    [
        (100, (100, 1)),
        (Fraction(200, 6), (100, 3)),
        (Decimal("12.50"), (25, 2)),
        (Decimal("0E-50"), (0, 1)),
        (-5, (-5, 1)),
        (Decimal("1e60"), (10**60, 1)),
        (MOST, (MOST, 1)),
        (-MOST, (-MOST, 1)),
        (Fraction(1, MOST), (1, MOST)),
        (Fraction(MOST, MOST - 1), (MOST, MOST - 1)),
    ],
    ids=range(10),
)
def test_numbers(given: Any, quotient: tuple[int, int]) -> None:
    """Exact numbers of every kind are taken as they are, of up to 64 digits above and below the line."""
    assert quotient_of(lambda _: given, measured(1, 1), "rule") == quotient


def test_reason() -> None:
    """A reason in the rule's own words passes through."""
    reason = Reason.own("T > 0")
    assert quotient_of(lambda _: reason, measured(1, 1), "rule") is reason


@pytest.mark.parametrize(
    "reason",
    [
        Reason("zero-target"),
        Reason("not-reported"),
        Reason("outside-domain", [("formula", "mine")]),
        Reason("zero-target-excluded", leaves_out=True),
        Reason("own-rule", [("why", "x")], leaves_out=True),
    ],
    ids=range(5),
)
def test_reasons_of_others(reason: Reason) -> None:
    """No rule says what the policy or the data decide, and none takes an indicator out of the total."""
    with pytest.raises(InvalidValueError) as caught:
        quotient_of(lambda _: reason, measured(1, 1), "mine")
    assert (caught.value.code, caught.value.path, caught.value.value) == ("rule-reason", "rule[mine]", reason)


@pytest.mark.parametrize(
    "given",
    [
        1.5,
        "1",
        None,
        False,
        Decimal("-Infinity"),
        Decimal("NaN"),
        Decimal("1e-70"),
        Decimal("1e999999999"),
        MOST + 1,
        -MOST - 1,
        Fraction(1, MOST + 1),
        Fraction(MOST + 1, MOST),
        Fraction(100 * 7**150, 10**120 + 1),
        object,
        object(),
    ],
    ids=range(15),
)
def test_refused(given: Any) -> None:
    """Whatever is no exact number, or is longer than any real number, is refused with its value and the way out.

    A total adds quotients over the product of their denominators, which would otherwise grow without end.
    """
    with pytest.raises(InvalidValueError) as caught:
        quotient_of(lambda _: given, measured(1, 1), "mine")
    assert (caught.value.code, caught.value.path) == ("rule-result", "rule[mine]")
    assert " at 0x" not in str(caught.value)
