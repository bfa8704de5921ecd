"""In which form the numbers of rows are handed over."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from sakip.base.form import in_form, numbers_form
from sakip.errors import InvalidValueError


@pytest.mark.parametrize("form", ["decimal", "text"])
def test_known(form: Any) -> None:
    """Each form is itself."""
    assert numbers_form(form, "X.rows.numbers") == form


@pytest.mark.parametrize("form", ["Text", "float", "", None, 5])
def test_unknown(form: Any) -> None:
    """Anything else is refused where it stands."""
    with pytest.raises(InvalidValueError) as caught:
        numbers_form(form, "X.rows.numbers")
    assert (caught.value.code, caught.value.path, caught.value.value) == ("unknown-numbers", "X.rows.numbers", form)


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (Decimal("5.00"), "5.00"),
        (date(2025, 3, 5), "2025-03-05"),
        (None, None),
        (3, 3),
        (True, True),
        ("5,00", "5,00"),
    ],
)
def test_rows_in_a_form(cell: object, text: object) -> None:
    """Only numbers and dates are written; what is nothing stays nothing, and the rows that were given stay."""
    given = [{"cell": cell}]
    assert in_form(given, "decimal") == given
    assert in_form(given, "text") == [{"cell": text}]
    assert given == [{"cell": cell}]
