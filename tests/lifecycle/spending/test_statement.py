"""What a report prints as efficiency: limits, its value, absorption in its place, and a wrong divisor."""

import pickle
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip import Absorption
from sakip.errors import InvalidValueError
from sakip.lifecycle import (
    LKJIP_DIFFERENCE,
    PMK_214_2017_EFFICIENCY,
    UNIT_COST_EFFICIENCY,
    EfficiencyStatement,
    Output,
    efficiency,
)


def codes(statement: EfficiencyStatement) -> tuple[str, ...]:
    """The codes of what is wrong under the form of PMK 214/2017."""
    return statement.check(PMK_214_2017_EFFICIENCY).codes()


class TestValue:
    @pytest.mark.parametrize(
        ("printed", "value", "found"),
        [
            ("3.99", "59.98", ()),
            ("3.99", "59.97", ()),
            ("3.99", "59.99", ()),
            ("3.99", "60.01", ("EFS-VALUE",)),
            ("3.99", "59.95", ("EFS-VALUE",)),
            ("20", "100", ()),
            ("20.01", "100", ("EFS-RANGE",)),
            ("25.67", "100", ("EFS-RANGE",)),
            ("25.67", "114.18", ("EFS-RANGE", "EFS-VALUE-RANGE", "EFS-VALUE")),
            ("-20", "0", ()),
            ("-20.01", "0", ("EFS-RANGE",)),
            ("-30", "-25", ("EFS-RANGE", "EFS-VALUE-RANGE", "EFS-VALUE")),
            ("0", "50", ()),
        ],
    )
    def test_value_of_an_efficiency(self, printed: str, value: str, found: tuple[str, ...]) -> None:
        """50 + E / 20 × 50 of what is held between the limits, as far as the printed decimals of E can tell."""
        assert codes(EfficiencyStatement(printed, value=value)) == found

    def test_what_cannot_be_asked(self) -> None:
        """Without a printed value, or under a form that has none, nothing is said about it."""
        assert codes(EfficiencyStatement(5)) == ()
        assert EfficiencyStatement(74, value=235).check(LKJIP_DIFFERENCE).codes() == ()

    @given(st.integers(0, 2000), st.integers(1, 2000), st.integers(0, 200))
    def test_what_we_compute_is_never_found_wrong(self, spent: int, ceiling: int, achieved: int) -> None:
        """An efficiency and its value as this library rounds them pass their own check."""
        one = Output("KK", "Keluaran", stated=achieved, money=Absorption(Decimal(ceiling), Decimal(spent)))
        found = efficiency([one], form=PMK_214_2017_EFFICIENCY)
        if found.value is not None:
            statement = EfficiencyStatement(found.value, value=found.score)
            assert set(codes(statement)) <= {"EFS-RANGE"}


class TestAbsorption:
    RATES = ("98.40", "98.80", "98.91")

    @pytest.mark.parametrize(
        ("printed", "found"),
        [
            ("98.70", ("EFS-RANGE", "EFS-ABSORPTION")),
            ("74.03", ("EFS-RANGE", "EFS-ABSORPTION", "EFS-DIVISOR")),
            ("148.06", ("EFS-RANGE", "EFS-ABSORPTION", "EFS-DIVISOR")),
            ("296.11", ("EFS-RANGE", "EFS-ABSORPTION")),
            ("1.30", ()),
        ],
    )
    def test_absorption_in_the_place_of_efficiency(self, printed: str, found: tuple[str, ...]) -> None:
        """The sum of the absorptions, over their number, one more or one less, is no efficiency."""
        assert codes(EfficiencyStatement(printed, absorptions=self.RATES)) == found

    def test_one_rate(self) -> None:
        """The absorption of a single row, taken as it is."""
        assert codes(EfficiencyStatement("15.5", absorptions=["15.50"])) == ("EFS-ABSORPTION",)


@pytest.mark.parametrize(
    ("printed", "found"),
    [("6", ()), ("4.5", ("EFS-DIVISOR",)), ("9", ("EFS-DIVISOR",)), ("5", ())],
)
def test_divisor(printed: str, found: tuple[str, ...]) -> None:
    """Rows of 2, 6 and 10 are 6 on the mean; 4.5 and 9 come of dividing by four and by two."""
    assert codes(EfficiencyStatement(printed, rows=[2, 6, 10])) == found


@pytest.mark.parametrize(
    ("printed", "found"),
    [
        ("6", ()),
        ("6.01", ()),
        ("6.02", ("EFS-MEAN",)),
        ("5.98", ("EFS-MEAN",)),
        ("18", ("EFS-MEAN",)),
        ("4.5", ("EFS-DIVISOR",)),
    ],
)
def test_a_mean_that_is_none(printed: str, found: tuple[str, ...]) -> None:
    """Where the form is a mean of rows the efficiency must be that of its rows, but for their roundings."""
    statement = EfficiencyStatement(printed, rows=[2, 6, 10])
    assert statement.check(UNIT_COST_EFFICIENCY).codes() == found
    assert "EFS-MEAN" not in statement.check(LKJIP_DIFFERENCE).codes()


def test_the_published_statement() -> None:
    """V25: three absorptions over four, and a value of 235 percent, as an inspectorate printed them in 2019."""
    printed = EfficiencyStatement("74.03", value=235, absorptions=["98.40", "98.80", "98.91"], value_digits=0)
    found = printed.check(UNIT_COST_EFFICIENCY)
    assert found.codes() == ("EFS-RANGE", "EFS-VALUE-RANGE", "EFS-VALUE", "EFS-ABSORPTION", "EFS-DIVISOR")
    assert [finding.severity for finding in found] == ["note", "error", "error", "error", "error"]
    texts = " ".join(finding.text("id") for finding in found)
    assert "235 tidak mungkin; nilainya 0 sampai 100" in texts
    assert "dibagi 4; serapan bukan efisiensi" in texts
    assert "rata-ratanya 98,7" in texts


@pytest.mark.parametrize(
    "fields",
    [
        {"efficiency": "74,03"},
        {"efficiency": 74.03},
        {"value": "235 %"},
        {"absorptions": ["98,40"]},
        {"absorptions": "98.40"},
        {"rows": 5},
        {"digits": -1},
        {"value_digits": 7},
    ],
    ids=str,
)
def test_refused(fields: dict[str, Any]) -> None:
    """Printed numbers are read before they come here."""
    with pytest.raises(InvalidValueError):
        EfficiencyStatement(**{"efficiency": 1, **fields})


def test_kept() -> None:
    """It survives pickling; a form is needed to check it."""
    statement = EfficiencyStatement(1, value=52, rows=[1, 1])
    assert pickle.loads(pickle.dumps(statement)) == statement
    with pytest.raises(InvalidValueError):
        statement.check("pmk")  # type: ignore[arg-type]
