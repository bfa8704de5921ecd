import pickle
from typing import Any

import pytest

from sakip.errors import InvalidValueError
from sakip.lifecycle import SheetDocument
from tests.lifecycle.evaluation_sheet.making import name


def test_asked_for_unless_it_is_optional() -> None:
    """A document is wanted unless the template says that there may be none."""
    found = SheetDocument("renja", name("Renja"))
    assert not found.optional
    assert SheetDocument("foto", name("Foto"), optional=True).optional
    assert pickle.loads(pickle.dumps(found)) == found


@pytest.mark.parametrize("fields", [{"code": ""}, {"name": "Renja"}, {"optional": "ya"}, {"optional": None}], ids=str)
def test_refuses(fields: dict[str, Any]) -> None:
    """Fields of another kind are refused."""
    with pytest.raises(InvalidValueError):
        SheetDocument(**{"code": "renja", "name": name("Renja"), **fields})
