"""How much one picture may hold."""

import pytest

from sakip.base.display.chart.limits import bounded
from sakip.errors import InvalidValueError


def test_as_many_as_are_allowed() -> None:
    """The bound itself is allowed, one more is not."""
    assert bounded((1, 2), 2, "x") == (1, 2)
    with pytest.raises(InvalidValueError, match="more than 2") as caught:
        bounded((1, 2, 3), 2, "Bars.items")
    assert (caught.value.code, caught.value.path, caught.value.value) == ("chart-too-large", "Bars.items", 3)
