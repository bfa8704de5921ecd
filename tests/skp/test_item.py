import pickle
from typing import Any

import pytest

from sakip import Reference
from sakip.errors import InvalidValueError
from sakip.skp import SkpItem
from tests.lifecycle.making import target_of

LETTER = Reference("SK Bupati 800/1/2025", certainty="read")


def test_code_is_that_of_the_target() -> None:
    """An item is known by the indicator of its target, or has no code."""
    assert SkpItem("Layanan meningkat", kind="main", target=target_of(None, 80)).code == "IKU-1"
    assert SkpItem("Layanan meningkat", kind="main").code is None


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"kind": "additional", "supports": "IKU-3"}, "additional-supports"),
        ({"kind": "main", "assignment": LETTER}, "main-assigned"),
        ({"kind": "tambahan"}, "unknown-item-kind"),
        ({"kind": "main", "target": 80}, "wrong-kind"),
        ({"kind": "main", "supports": ""}, "empty-text"),
        ({"kind": "main", "result": " "}, "empty-text"),
    ],
)
def test_what_cannot_be(fields: Any, code: str) -> None:
    """An additional task supports nothing, main performance is not assigned, and each field has its type."""
    with pytest.raises(InvalidValueError) as caught:
        SkpItem(**{"result": "Layanan meningkat", **fields})
    assert caught.value.code == code


def test_what_may_be() -> None:
    """Main performance may support, an additional task may be assigned; both survive pickling."""
    for item in (
        SkpItem("Layanan meningkat", kind="main", supports="IKU-3"),
        SkpItem("Panitia pemilihan", kind="additional", assignment=LETTER),
    ):
        assert pickle.loads(pickle.dumps(item)) == item


def test_the_word_of_the_field_is_named() -> None:
    """Tambahan is named as what it stands for."""
    with pytest.raises(InvalidValueError) as caught:
        SkpItem("Panitia", kind="tugas tambahan")  # type: ignore[arg-type]
    assert "'additional'" in caught.value.way_out[0]
