"""The rows of a foreign table as they stand."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from sakip.errors import InvalidValueError
from sakip.review.intake import FIELDS, Unreadable, intake


def test_only_columns_that_some_row_has_are_kept() -> None:
    """In the order of the fields, whatever the order in the rows."""
    table = intake([{"target": "1"}, {"achievement": "2", "x": "3"}], None, "review")
    assert table.columns == (("target", "target"), ("achievement", "achievement"))
    assert table.rows == (("1", None), (None, "2"))
    assert (table.cells("target"), table.cells("unit")) == (["1", None], [None, None])


def test_columns_are_named_by_the_caller() -> None:
    """Our field to the caller's column; others keep their own name."""
    table = intake([{"Capaian (%)": "80", "target": "75"}], {"achievement": "Capaian (%)"}, "review")
    assert table.columns == (("target", "target"), ("achievement", "Capaian (%)"))


def test_cells_of_any_kind() -> None:
    """Values keep their kind, missing ones are None, and objects are named by their class."""
    day = date(2025, 3, 5)
    cells = [
        1,
        Decimal("1.5"),
        day,
        datetime(2025, 3, 5, 7, 30, tzinfo=UTC),
        None,
        float("nan"),
        Decimal("NaN"),
        True,
        [1],
        b"x",
    ]
    table = intake([{"target": cell} for cell in cells], None, "review")
    named = [Unreadable("bool"), Unreadable("list"), Unreadable("bytes")]
    assert table.cells("target") == [1, Decimal("1.5"), day, day, None, None, None, *named]


def test_what_is_no_row() -> None:
    """A row that is no mapping is named by its class."""
    assert intake([None, {"target": "1"}, "x"], None, "review").rows == (  # type: ignore[list-item]
        Unreadable("NoneType"),
        ("1",),
        Unreadable("str"),
    )


@pytest.mark.parametrize(
    ("rows", "columns", "code"),
    [
        ({"target": "1"}, None, "one-row"),
        ("abc", None, "not-a-list"),
        (5, None, "not-a-list"),
        ([], {"realisasi": "R"}, "unknown-field"),
        ([], ["target"], "wrong-kind"),
        ([], {"target": ""}, "empty-text"),
    ],
)
def test_misuse_raises(rows: object, columns: object, code: str) -> None:
    """What the caller writes wrongly is no finding about the table."""
    with pytest.raises(InvalidValueError) as caught:
        intake(rows, columns, "review")  # type: ignore[arg-type]
    assert caught.value.code == code
    assert caught.value.path.startswith("review.")


def test_every_field_is_known() -> None:
    """The fields are the columns that a report prints, each once."""
    assert len(set(FIELDS)) == len(FIELDS)
    assert {"indicator", "target", "realization", "achievement"} <= set(FIELDS)
