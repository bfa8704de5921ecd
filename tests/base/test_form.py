"""In which form the numbers of rows are handed over."""

from typing import Any

import pytest

from sakip.base.form import numbers_form
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
