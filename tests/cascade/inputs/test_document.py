import pickle
from datetime import date
from typing import Any

import pytest

from sakip import BudgetLine
from sakip.cascade import BudgetDocument
from sakip.errors import InvalidValueError


def test_it_survives_pickling_and_is_a_value() -> None:
    """It survives pickling and is a value."""
    line = BudgetLine("1.02", "Kesehatan", kind="programme", ceiling=5)
    document = BudgetDocument("DPA", ratified_on=date(2025, 1, 2), lines=[line], unit=" Dinas ")
    assert (document.unit, document.lines) == ("Dinas", (line,))
    assert pickle.loads(pickle.dumps(document)) == document
    assert hash(document) == hash(pickle.loads(pickle.dumps(document)))


@pytest.mark.parametrize(
    ("fields", "path"),
    [
        ({"version": ""}, "BudgetDocument.version"),
        ({"ratified_on": "2025-01-02"}, "BudgetDocument.ratified_on"),
        ({"ratified_on": None}, "BudgetDocument.ratified_on"),
        ({"lines": ["1.02"]}, "BudgetDocument.lines"),
        ({"unit": ""}, "BudgetDocument.unit"),
    ],
)
def test_what_cannot_be_raises_with_its_field(fields: dict[str, Any], path: str) -> None:
    """What cannot be raises with its field."""
    with pytest.raises(InvalidValueError) as caught:
        BudgetDocument(**{"version": "DPA", "ratified_on": date(2025, 1, 2), **fields})
    assert caught.value.path.startswith(path)


def test_the_way_out_shows_a_line() -> None:
    """Code that can be copied, in both languages."""
    with pytest.raises(InvalidValueError) as caught:
        BudgetDocument("DPA", ratified_on=date(2025, 1, 2), lines=["1.02"])  # type: ignore[list-item]
    assert caught.value.path == "BudgetDocument.lines[0]"
    assert all("BudgetLine(" in one for one in caught.value.way_out)
