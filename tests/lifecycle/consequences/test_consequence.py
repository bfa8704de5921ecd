import pickle
from typing import Any

import pytest

from sakip import Text
from sakip.errors import InvalidValueError
from sakip.lifecycle import Consequence
from tests.lifecycle.consequences.making import AWARD, COACHING, HEARD, PRIZE, REGENT, ROTATION, WARNING, consequence


def test_what_can_stand_beside_what() -> None:
    """A reward stands beside coaching, never beside a sanction; what excludes another does so both ways."""
    kinds = [AWARD, ROTATION, COACHING, WARNING]
    apart = {(one.kind, other.kind) for one in kinds for other in kinds if not one.is_beside(other)}
    assert apart == {("reward", "sanction"), ("sanction", "reward")}
    alone = consequence("promosi", "placement", excludes=["rotasi"])
    assert (alone.is_beside(ROTATION), ROTATION.is_beside(alone), alone.is_beside(COACHING)) == (False, False, True)


def test_every_sanction_is_heavier_than_coaching() -> None:
    """Burdens have an order, and so have rewards; a placement is neither."""
    heavy = consequence("bina khusus", "coaching", weight=100)
    assert AWARD.burden == ROTATION.burden < COACHING.burden < heavy.burden < WARNING.burden
    assert WARNING.benefit == ROTATION.benefit < AWARD.benefit < PRIZE.benefit


def test_a_sanction_is_never_unheard() -> None:
    """Before a sanction somebody is heard or something is checked."""
    with pytest.raises(InvalidValueError) as caught:
        Consequence("x", Text.literal("x"), kind="sanction", decided_by=REGENT)
    assert caught.value.code == "sanction-unheard"
    assert Consequence("x", Text.literal("x"), kind="sanction", decided_by=REGENT, first=[HEARD]).first == (HEARD,)


@pytest.mark.parametrize(
    ("kind", "meant"), [("penghargaan", "reward"), ("mutasi", "placement"), ("sanksi", "sanction")]
)
def test_the_word_that_is_meant_is_named(kind: Any, meant: str) -> None:
    """Indonesian words of the field are not taken in silence."""
    with pytest.raises(InvalidValueError) as caught:
        consequence("x", kind)
    assert f"'{meant}'" in caught.value.way_out[0]


@pytest.mark.parametrize("weight", [0, 101, True, "1"])
def test_weights_have_bounds(weight: Any) -> None:
    """A weight is a whole number from 1 to 100."""
    with pytest.raises(InvalidValueError):
        consequence("x", "reward", weight=weight)


def test_kinds_have_words() -> None:
    """Each kind is written in both languages, and a consequence survives pickle."""
    assert [one.kind_text() for one in (AWARD, ROTATION, COACHING, WARNING)] == [
        "penghargaan",
        "penempatan",
        "pembinaan",
        "sanksi",
    ]
    assert WARNING.kind_text("en") == "sanction"
    assert pickle.loads(pickle.dumps(WARNING)) == WARNING
