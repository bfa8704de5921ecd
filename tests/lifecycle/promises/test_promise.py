from datetime import date
from typing import Any

import pytest

from sakip.errors import InvalidValueError
from sakip.lifecycle import Promise


def test_one_office_or_several() -> None:
    """One name alone is a list of one; a name twice is there once, and blanks around it are not."""
    assert Promise("J-1", "Jalan", offices="Dinas A").offices == ("Dinas A",)
    assert Promise("J-1", "Jalan", offices=["Dinas A ", "Dinas B", "Dinas A"]).offices == ("Dinas A", "Dinas B")


def test_a_period_of_one_day() -> None:
    """A promise may begin and be due on one day, but not be due the day before."""
    day = date(2019, 7, 1)
    assert Promise("J-1", "Jalan", begins=day, due=day).due == day
    with pytest.raises(InvalidValueError) as caught:
        Promise("J-1", "Jalan", begins=day, due=date(2019, 6, 30))
    assert caught.value.code == "due-before-begins"


@pytest.mark.parametrize(
    "fields",
    [
        {"code": " "},
        {"code": 5},
        {"text": ""},
        {"text": "x" * 4001},
        {"text": "a\x1b[2J"},
        {"offices": [""]},
        {"offices": 3},
        {"begins": "2019-07-01"},
        {"due": "2019-07-01"},
    ],
    ids=str,
)
def test_refuses(fields: dict[str, Any]) -> None:
    """What cannot be a promise raises."""
    with pytest.raises(InvalidValueError):
        Promise(**{"code": "J-1", "text": "Jalan", **fields})
