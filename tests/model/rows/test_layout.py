"""Which columns of a table hold which field."""

import pickle
from typing import Any

import pytest

from sakip.errors import InvalidValueError
from sakip.model.rows.layout import FIELDS, Layout, label_of, periods_of, require_fields, require_mapping

PER_PERIOD = {"trajectory", "realization", "numerator", "denominator"}


def refusal(columns: Any) -> tuple[str, str]:
    """Code and path of the error that a map of columns raises."""
    with pytest.raises(InvalidValueError) as caught:
        Layout(columns)
    return caught.value.code, caught.value.path.removeprefix("agreements_from_rows.columns")


def test_each_field_has_a_name_of_its_own() -> None:
    """No two fields share a name or a label, and four may stand in one column a period."""
    assert len({one.name for one in FIELDS}) == len(FIELDS)
    assert len({one.label for one in FIELDS}) == len(FIELDS)
    assert {one.name for one in FIELDS if one.by_period} == PER_PERIOD
    assert label_of("target").render("en") == "Target"


@pytest.mark.parametrize("name", sorted(PER_PERIOD))
@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 11, 12, 13])
def test_columns_of_periods(name: str, count: int) -> None:
    """Periods of one length fill the year, so there are 2, 3, 4 or 12 columns of them; one column alone is no tuple."""
    columns = {name: tuple(f"P{at}" for at in range(count))}
    if count in {2, 3, 4, 12}:
        assert len(Layout(columns).of(name)) == count
    else:
        assert refusal(columns) == ("columns-of-periods", f"[{name}]")


@pytest.mark.parametrize("name", [one.name for one in FIELDS if one.name not in PER_PERIOD])
def test_other_fields_have_one_column(name: str) -> None:
    """Several columns of a field without periods have no meaning."""
    assert refusal({name: ("a", "b")}) == ("columns-of-periods", f"[{name}]")
    assert Layout({name: "a"}).of(name) == ("a",)


@pytest.mark.parametrize(
    ("columns", "error"),
    [
        ([("target", "x")], ("wrong-kind", "")),
        ({"foo": "x"}, ("unknown-field", "")),
        ({5: "x"}, ("unknown-field", "")),
        ({"target": 5}, ("empty-text", "[target]")),
        ({"target": ""}, ("empty-text", "[target]")),
        ({"realization": ("a", 5)}, ("empty-text", "[realization]")),
        ({"realization": ("a", "b", "a", "c")}, ("column-twice", "[realization]")),
    ],
)
def test_columns_that_cannot_be(columns: Any, error: tuple[str, str]) -> None:
    """A field that does not exist, and a column that cannot be named, are refused at once."""
    assert refusal(columns) == error


def test_two_fields_may_share_a_column() -> None:
    """A table without codes may use its names for both, and each column is read once."""
    layout = Layout({"code": "Indikator", "indicator": "Indikator", "realization": ("a", "b")})
    assert layout.names == ("Indikator", "a", "b")
    assert layout.of("target") == ()


def test_a_likely_field_is_named() -> None:
    """A slip of the pen gets the field that was meant; a far word gets all of them."""
    with pytest.raises(InvalidValueError, match="Choose from polarity"):
        require_fields({"polaritas": 1}, "x", "{}")
    with pytest.raises(InvalidValueError, match="Choose from agreement, year"):
        require_fields({"zzz": 1}, "x", "{}")
    with pytest.raises(InvalidValueError, match="not a Mapping"):
        require_mapping(5, "x", "{}")


@pytest.mark.parametrize(
    ("count", "codes"),
    [
        (2, ["2025-H1", "2025-H2"]),
        (3, ["2025-T1", "2025-T2", "2025-T3"]),
        (4, ["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"]),
        (12, [f"2025-M{month:02d}" for month in range(1, 13)]),
    ],
)
def test_periods_of_columns(count: int, codes: list[str]) -> None:
    """So many columns are the periods of the year, in their order."""
    assert [period.code for period in periods_of(2025, count) if period] == codes


def test_one_column_has_no_period_of_its_own() -> None:
    """The period of a single column is that of its row."""
    assert periods_of(2025, 1) == (None,)


def test_value() -> None:
    """A layout is a value."""
    layout = Layout({"realization": ["a", "b"]})
    assert pickle.loads(pickle.dumps(layout)) == layout
    assert hash(layout) == hash(Layout({"realization": ("a", "b")}))
    assert pickle.loads(pickle.dumps(layout)).of("realization") == ("a", "b")
