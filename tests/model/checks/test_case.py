from fractions import Fraction

import pytest

from sakip import Components, Level, NotReported, Period, Realization, Target
from sakip.errors import InvalidValueError
from sakip.model.checks.case import Case, number_of
from tests.model.making import agreement_of, full

Q1 = Period.quarter(2025, 1)
AGREEMENT = agreement_of(Target(full(), 10))


def test_realizations_are_gathered_by_code() -> None:
    """Each realization keeps its place in the list, and stands under its code in that order."""
    delivered = [Realization("IKU-1", 1), Realization("IKU-2", 2), Realization("IKU-1", 3, period=Q1)]
    case = Case.of(AGREEMENT, iter(delivered), None)
    assert [each.subject for each in case.reported] == ["realizations[0]", "realizations[1]", "realizations[2]"]
    assert [each.place for each in case.by_code["IKU-1"]] == [0, 2]


def test_realization_without_a_period_covers_the_year() -> None:
    """A realization without a period is one for the whole fiscal year, so no part of it."""
    case = Case.of(AGREEMENT, [Realization("IKU-1", 1), Realization("IKU-1", 3, period=Q1)], None)
    assert case.reported[0].period == Period.year(2025)
    assert [each.period for each in case.parts_of_year("IKU-1")] == [Q1]
    assert case.parts_of_year("IKU-9") == ()


def test_paths() -> None:
    """Paths name the agreement and the target by code."""
    case = Case.of(AGREEMENT, [], None)
    assert case.subject == "agreement[PK-1]"
    assert case.target_subject("IKU-1") == "agreement[PK-1].targets[IKU-1]"
    assert case.target_subject("IKU-1", "weight") == "agreement[PK-1].targets[IKU-1].weight"


@pytest.mark.parametrize(
    ("agreement", "delivered", "path"),
    [
        (None, [], "check.agreement"),
        (AGREEMENT.objectives, [], "check.agreement"),
        (AGREEMENT, [3], "realizations[0]"),
        (AGREEMENT, [Realization("IKU-1", 1), ("IKU-1", 1)], "realizations[1]"),
    ],
)
def test_what_is_no_agreement_and_no_realization(agreement: object, delivered: list[object], path: str) -> None:
    """A value of another class cannot be checked; the error says which one it is."""
    with pytest.raises(InvalidValueError) as caught:
        Case.of(agreement, delivered, None)
    assert caught.value.path == path
    assert ("Agreement(" if path == "check.agreement" else "Realization(") in caught.value.way_out[1]


@pytest.mark.parametrize(
    ("delivered", "policy", "path"), [(5, None, "realizations"), (None, None, "realizations"), ((), 5, "check.policy")]
)
def test_what_is_no_list_and_no_policy(delivered: object, policy: object, path: str) -> None:
    """Something in place of the list of realizations or of the policy is refused by its name."""
    with pytest.raises(InvalidValueError) as caught:
        Case.of(AGREEMENT, delivered, policy)
    assert caught.value.path == path


@pytest.mark.parametrize(
    ("value", "number"),
    [
        ("0.1", Fraction(1, 10)),
        (Components(1, 3, per=100), Fraction(100, 3)),
        (Components(1, -3, per=100), Fraction(-100, 3)),
        (Level("WTP"), None),
        (NotReported(), None),
    ],
)
def test_number_is_exact(value: object, number: Fraction | None) -> None:
    """A number or its components give the exact number; a level and a state give none."""
    assert number_of(Realization("IKU-1", value)) == number
