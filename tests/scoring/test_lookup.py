"""Decision tables: an answer for every combination, and no other."""

import pickle
from typing import Any

import pytest

from sakip.errors import InvalidValueError
from sakip.policies import MET_OR_REASON
from sakip.scoring.lookup import Lookup

PAIRS = [
    (("low", "yes"), 1),
    (("low", "no"), "0.5"),
    (("high", "yes"), 2),
    (("high", "no"), None),
]


def matrix(pairs: Any = PAIRS, **fields: Any) -> Lookup:
    """A table of two inputs."""
    return Lookup("matrix", **{"inputs": [("low", "high"), ("yes", "no")], "table": pairs, **fields})


def test_every_combination_has_its_answer() -> None:
    """A table is total, and an answer may be that there is none."""
    table = matrix()
    assert [table.find(*keys) for keys, _ in PAIRS] == [1, pytest.approx(0.5), 2, None]
    assert str(table.find("low", "no")) == "0.5"


@pytest.mark.parametrize(
    ("pairs", "named"),
    [
        (PAIRS[:3], ("high", "no")),
        ([*PAIRS, (("low", "yes"), 3)], ("low", "yes")),
        ([*PAIRS[:3], (("high", "maybe"), 1)], ("high", "maybe")),
        ([], ("low", "yes")),
    ],
    ids=["missing", "twice", "unknown", "empty"],
)
def test_a_gap_is_refused(pairs: Any, named: tuple[str, str]) -> None:
    """A missing, doubled or unknown combination is refused and named."""
    with pytest.raises(InvalidValueError) as caught:
        matrix(pairs)
    assert caught.value.code == "lookup-not-total"
    assert named in caught.value.value


@pytest.mark.parametrize("keys", [("low",), ("low", "maybe"), (), ("low", "yes", "no")])
def test_an_unknown_question_is_refused(keys: tuple[str, ...]) -> None:
    """A question that the table does not know raises, and never falls through to some answer."""
    with pytest.raises(InvalidValueError) as caught:
        matrix().find(*keys)
    assert caught.value.code == "lookup-unknown"


def test_answers_are_numbers() -> None:
    """An answer is admitted as any number is, and a name is needed."""
    with pytest.raises(InvalidValueError):
        matrix([(keys, 0.5) for keys, _ in PAIRS])
    with pytest.raises(InvalidValueError):
        Lookup("", inputs=[("a",)], table=[(("a",), 1)])


def test_written_form() -> None:
    """The table is plain data, pickles and compares by its content."""
    assert matrix() == matrix() != matrix([(keys, 7) for keys, _ in PAIRS])
    assert pickle.loads(pickle.dumps(matrix())) == matrix()
    data = MET_OR_REASON.canonical()
    assert data["table"] == [[["below"], None], [["equal"], "100"], [["above"], "100"]]
    assert data["reference"] is not None
    assert matrix().canonical()["reference"] is None
