from typing import Any

import pytest

from sakip import Reference
from sakip.errors import InvalidValueError
from sakip.lifecycle import Duty


def test_fields() -> None:
    """Blanks around a code and a holder are not meant; the regulation is kept."""
    basis = Reference("Pergub 1/2020 (rekaan)", article="3", certainty="derived")
    duty = Duty(" T-1", "Pembinaan", holder="Dinas A ", reference=basis)
    assert (duty.code, duty.holder, duty.reference) == ("T-1", "Dinas A", basis)


@pytest.mark.parametrize("fields", [{"code": ""}, {"text": " "}, {"holder": None}, {"reference": "Pergub"}], ids=str)
def test_refuses(fields: dict[str, Any]) -> None:
    """What cannot be a duty raises."""
    with pytest.raises(InvalidValueError):
        Duty(**{"code": "T-1", "text": "Pembinaan", "holder": "Dinas A", **fields})
