"""Outputs: volumes and qualities as ratios, roots that stay exact, money from the budget alone."""

import pickle
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip import Absorption, Budget, BudgetLine
from sakip.errors import InvalidValueError, UnknownCodeError
from sakip.lifecycle import OUTPUT_REASONS, Measured, Output

BUDGET = Budget(
    [
        BudgetLine("1.02", "Kesehatan", kind="programme", ceiling=1000),
        BudgetLine("1.02.01", "Obat", kind="activity", ceiling=600, realization=540),
        BudgetLine("1.02.02", "Alat", kind="activity", ceiling=400, realization=400),
    ]
)


class TestMeasured:
    @pytest.mark.parametrize(
        ("target", "realization", "ratio"), [(10, 9, "9/10"), (3, 2, "2/3"), (5, 0, 0), ("0.5", 1, 2)]
    )
    def test_ratio(self, target: Any, realization: Any, ratio: Any) -> None:
        """Realization over target, exactly."""
        assert Measured(target, realization).ratio == Fraction(ratio)

    def test_not_reported_is_no_zero(self) -> None:
        """Without a realization there is no ratio."""
        assert Measured(10, None).ratio is None

    @pytest.mark.parametrize("fields", [(0, 1), (-1, 1), (1, -1), (0.5, 1), (None, 1)], ids=str)
    def test_refused(self, fields: tuple[Any, Any]) -> None:
        """A target above zero, a realization of zero or more."""
        with pytest.raises(InvalidValueError):
            Measured(*fields)


class TestAchievement:
    @pytest.mark.parametrize(
        ("fields", "achieved"),
        [
            ({"volume": Measured(10, 9)}, "90.00"),
            ({"indicators": [Measured(5, 5), Measured(10, 9)]}, "94.87"),
            ({"indicators": [Measured(3, 2), Measured(6, 4), Measured(5, 5)]}, "76.31"),
            ({"volume": Measured(10, 9), "indicators": [Measured(5, 5), Measured(10, 9)]}, "85.38"),
            ({"volume": Measured(10, 0), "indicators": [Measured(5, 5)]}, "0.00"),
            ({"stated": 122}, "122.00"),
            ({"stated": 0}, "0.00"),
        ],
        ids=str,
    )
    def test_worked_examples(self, fields: dict[str, Any], achieved: str) -> None:
        """Volume times the geometric mean of the indicators; the two outputs of PMK 22/2021 among them."""
        assert Output("KK", "Keluaran", **fields).achievement == Decimal(achieved)

    @pytest.mark.parametrize(
        "fields",
        [
            {},
            {"volume": Measured(10, None)},
            {"indicators": [Measured(1, 1), Measured(1, None)]},
            {"volume": Measured(10, None), "indicators": [Measured(1, 1)]},
        ],
        ids=str,
    )
    def test_unknown(self, fields: dict[str, Any]) -> None:
        """What is not reported in part has no achievement: neither zero nor the mean of the rest."""
        output = Output("KK", "Keluaran", money=Absorption(Decimal(100), Decimal(50)), **fields)
        assert (output.exact, output.achievement) == (None, None)

    @given(st.lists(st.tuples(st.integers(1, 30), st.integers(0, 30)), min_size=1, max_size=5))
    def test_bounds(self, pairs: list[tuple[int, int]]) -> None:
        """A geometric mean lies between the least and the greatest ratio; equal ratios are their mean."""
        ratios = [Fraction(realized, target) for target, realized in pairs]
        achieved = Output("KK", "Keluaran", indicators=[Measured(*pair) for pair in pairs]).achievement
        assert achieved is not None
        half = Fraction(1, 200)
        assert 100 * min(ratios) - half <= Fraction(achieved) <= 100 * max(ratios) + half


class TestMoney:
    def test_of_a_line(self) -> None:
        """Code, name and money are the line's; a line that does not say what was spent has the sum of its parts."""
        output = Output.of_line(BUDGET, "1.02", stated=100, programme="Kesehatan")
        assert (output.code, output.name, output.programme) == ("1.02", "Kesehatan", "Kesehatan")
        assert output.money == Absorption(Decimal(1000), Decimal(940))
        assert Output.of_line(BUDGET, "1.02.01", volume=Measured(2, 1)).achievement == 50

    def test_unknown_line(self) -> None:
        """A line that the budget does not have."""
        with pytest.raises(UnknownCodeError):
            Output.of_line(BUDGET, "1.03")
        with pytest.raises(InvalidValueError):
            Output.of_line([], "1.02")  # type: ignore[arg-type]

    def test_money_is_never_made_of_the_achievement(self) -> None:
        """An output that is half done and whose spending is not known has spent nothing that anybody knows of."""
        budget = Budget([BudgetLine("1", "Jalan", kind="programme", ceiling=1000)])
        output = Output.of_line(budget, "1", volume=Measured(10, 5))
        assert output.money is not None
        assert (output.achievement, output.money.realization, output.money.value) == (50, None, None)


@pytest.mark.parametrize(
    "fields",
    [
        {"code": ""},
        {"name": ""},
        {"programme": ""},
        {"volume": 9},
        {"indicators": [9]},
        {"stated": -1},
        {"stated": 100, "volume": Measured(1, 1)},
        {"stated": 100, "indicators": [Measured(1, 1)]},
        {"money": 1000},
        {"money": Absorption(Decimal(-1), Decimal(0))},
        {"money": Absorption(Decimal(1), Decimal(-1))},
        {"money": Absorption(0.1, None)},
    ],
    ids=str,
)
def test_refused(fields: dict[str, Any]) -> None:
    """An achievement is stated or measured, not both."""
    with pytest.raises(InvalidValueError):
        Output(**{"code": "KK", "name": "Keluaran", **fields})


def test_reasons_have_words() -> None:
    """Each code once, each with its two sentences."""
    codes = [code for code, _ in OUTPUT_REASONS]
    assert len(set(codes)) == len(codes)
    assert all(text.render("id") != text.render("en") for _, text in OUTPUT_REASONS)


def test_kept() -> None:
    """An output survives pickling."""
    output = Output.of_line(BUDGET, "1.02.01", volume=Measured(2, 1), indicators=[Measured(3, 2)])
    assert pickle.loads(pickle.dumps(output)) == output
