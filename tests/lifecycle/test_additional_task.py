"""A task beside the agreement: a target of its own, assigned by somebody on a day."""

import pickle
from datetime import date, datetime
from typing import Any

import pytest

from sakip.errors import InvalidValueError
from sakip.lifecycle import AdditionalTask
from tests.lifecycle.making import target_of

GIVEN: dict[str, Any] = {"target": target_of(None, 1), "assigned_by": "Bupati", "assigned_on": date(2024, 7, 1)}


@pytest.mark.parametrize(
    "changes",
    [
        {"target": "TT-1"},
        {"assigned_by": ""},
        {"assigned_on": "2024-07-01"},
        {"assigned_on": datetime(2024, 7, 1)},  # noqa: DTZ001 - has an hour
        {"basis": ""},
        {"scope": " "},
        {"scope_weight": 0},
        {"scope_weight": -1},
        {"scope_weight": 0.5},
    ],
    ids=str,
)
def test_refused(changes: dict[str, Any]) -> None:
    """Everything but the letter, the scope and its weight is needed; a weight is above zero."""
    with pytest.raises(InvalidValueError) as caught:
        AdditionalTask(**{**GIVEN, **changes})
    assert caught.value.path == f"AdditionalTask.{next(iter(changes))}"


def test_kept() -> None:
    """Its code is that of its indicator; it survives pickling."""
    task = AdditionalTask(**GIVEN, basis="SK 1/2024", scope="antar dinas", scope_weight="7.5")
    assert task.code == "IKU-1"
    assert pickle.loads(pickle.dumps(task)) == task
