"""What the rows of an indicator report, with each finding in the caller's own column."""

from typing import Any

import pytest

from sakip import Components, Finding, Realization
from sakip.model.rows.delivering import LEVEL, REQUIRED, made
from tests.model.rows.making import COLUMNS, WIDE, filled, placed, read, row

PARTS = {
    **{name: column for name, column in COLUMNS.items() if name != "realization"},
    "numerator": "N",
    "denominator": "D",
}


def test_rules_have_codes_of_their_own() -> None:
    """What is missing and what is no number are told apart."""
    assert LEVEL.code != REQUIRED.code


def test_a_realization_that_cannot_be_stands_in_its_own_column() -> None:
    """With a column for each period, the finding names the one of the cell, in the call of what is made too."""
    reading = read([row(TW_I="1", TW_II="WTP", TW_III="", TW_IV="")], WIDE)
    assert [one for one in placed(reading) if one[0] == "ROW-LEVEL"] == [("ROW-LEVEL", 1, "TW II")]
    (entry,) = filled([row()])
    findings: list[Finding] = []
    assert made(findings, entry, "realization", Realization, "", 5, columns={"realization": "TW II"}) is None
    assert [one.place and one.place.column for one in findings] == ["TW II"]


class TestComponents:
    """A numerator and a denominator, each in a column of its own."""

    def outcome(self, above: object, below: object, **arguments: Any) -> object:
        """The values that come out, or what is found."""
        reading = read([row(N=above, D=below)], PARTS, **arguments)
        values = [one.value for one in reading.pairs[0][1]]
        return values or [(code, at) for code, _, at in placed(reading) if code != "ROW-DEFAULT"]

    @pytest.mark.parametrize(
        ("above", "below", "outcome"),
        [
            ("5", "10", [Components(5, 10, per=100)]),
            ("", "", []),
            ("5", "", [("ROW-REQUIRED", "D")]),
            ("", "10", [("ROW-REQUIRED", "N")]),
            ("5", "0", [("ROW-FIELD", "D")]),
            ("x", "10", [("ROW-NUMBER", "N")]),
            ("5", "x", [("ROW-NUMBER", "D")]),
        ],
    )
    def test_both_or_neither(self, above: object, below: object, outcome: object) -> None:
        """Half a number is named, a cell that cannot be read is named once."""
        assert self.outcome(above, below, defaults={"per": 100}) == outcome

    def test_the_multiplier_is_asked_for(self) -> None:
        """Nothing is counted per hundred unless somebody says so."""
        assert self.outcome("5", "10") == [("ROW-REQUIRED", None)]
        assert self.outcome("5", "10", defaults={"per": "x"}) == [("ROW-NUMBER", None)]
        assert self.outcome("5", "10", defaults={"per": 0}) == [("ROW-FIELD", None)]

    def test_periods(self) -> None:
        """The components of a period belong together."""
        columns = {**PARTS, "numerator": ("N1", "N2"), "denominator": ("D1", "D2")}
        reading = read([row(N1="1", N2="2", D1="10", D2="20")], columns, defaults={"per": 1})
        assert [(one.value, one.period and one.period.code) for one in reading.pairs[0][1]] == [
            (Components(1, 10, per=1), "2025-H1"),
            (Components(2, 20, per=1), "2025-H2"),
        ]

    def test_the_column_of_each_period(self) -> None:
        """What is missing or cannot be stands in the caller's own column, if there is one for that period."""
        columns = {**PARTS, "numerator": ("N1", "N2"), "denominator": ("D1", "D2")}
        reading = read([row(N1="1", N2="2", D1="0", D2="")], columns, defaults={"per": 1})
        assert [one for one in placed(reading) if one[1]] == [("ROW-FIELD", 1, "D1"), ("ROW-REQUIRED", 1, "D2")]
        thirds = {**columns, "denominator": ("D1", "D2", "D3")}
        reading = read([row(N1="", N2="", D1="", D2="", D3="3")], thirds, defaults={"per": 1})
        assert [one for one in placed(reading) if one[1]] == [("ROW-REQUIRED", 1, None)]
