"""The weights of the ministry of finance, and its categories with strict lower bounds."""

from fractions import Fraction

import pytest

from sakip.lifecycle import (
    BUDGET_GRADES,
    IKPA,
    KMK_466_2023,
    NKA_2025,
    PMK_2_2021,
    PMK_22_2021,
    PMK_214_2017,
    BudgetRegime,
    budget_value,
)

REGIMES = (IKPA, KMK_466_2023, NKA_2025, PMK_2_2021, PMK_22_2021, PMK_214_2017)


@pytest.mark.parametrize(
    ("value", "grade"),
    [
        ("90.01", "Sangat Baik"),
        ("90.005", "Sangat Baik"),
        (90, "Baik"),
        ("80.01", "Baik"),
        (80, "Cukup"),
        ("60.01", "Cukup"),
        (60, "Kurang"),
        ("50.01", "Kurang"),
        (50, "Sangat Kurang"),
        (0, "Sangat Kurang"),
    ],
)
def test_categories(value: str | int, grade: str) -> None:
    """Above 90, 80, 60 and 50: an edge belongs to the category below it."""
    assert BUDGET_GRADES.grade(Fraction(value)) == grade


@pytest.mark.parametrize(
    ("regime", "weights", "certainty"),
    [
        (PMK_214_2017, ["43.5", "28.6", "18.2", "9.7"], "memory"),
        (PMK_22_2021, ["43.5", "28.6", "18.2", "9.7"], "derived"),
        (KMK_466_2023, ["75", "25"], "secondary"),
        (NKA_2025, ["50", "50"], "secondary"),
        (PMK_2_2021, ["60", "40"], "secondary"),
        (IKPA, ["10", "15", "20", "10", "10", "10", "25"], "secondary"),
    ],
    ids=lambda one: one.id if isinstance(one, BudgetRegime) else None,
)
def test_weights(regime: BudgetRegime, weights: list[str], certainty: str) -> None:
    """Each set with how sure its source is."""
    assert [str(aspect.weight) for aspect in regime.aspects] == weights
    assert regime.reference.certainty == certainty


@pytest.mark.parametrize("regime", REGIMES, ids=lambda one: one.id)
def test_all_at_a_hundred(regime: BudgetRegime) -> None:
    """Weights that make a hundred make of all aspects at a hundred just that."""
    assert budget_value({aspect.id: 100 for aspect in regime.aspects}, regime=regime).exact == 100


def test_names() -> None:
    """No two regimes share a name."""
    assert len({regime.id for regime in REGIMES}) == len(REGIMES)
