"""Decision tables: an answer for every combination, and no other."""

import pickle
from decimal import Decimal
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip import Reference
from sakip.errors import InvalidValueError
from sakip.policies import MET_OR_REASON
from sakip.scoring import Lookup

WORDS = st.lists(st.sampled_from("abcdef"), min_size=1, max_size=3, unique=True)
PAIRS = [("low", "late"), ("low", "on_time"), ("high", "late"), ("high", "on_time")]


def quality(answers: Any = (10, 20, "30.50", None)) -> Lookup:
    """A table of two inputs."""
    return Lookup(
        "quality",
        inputs=[["low", "high"], ["late", "on_time"]],
        table=list(zip(PAIRS, answers, strict=True)),
    )


class TestFind:
    """One answer for each combination."""

    def test_every_combination(self) -> None:
        """Each combination has its own answer; None means that the rule states no number."""
        found = [quality().find(*keys) for keys in PAIRS]
        assert found == [Decimal(10), Decimal(20), Decimal("30.5"), None]

    @given(st.lists(WORDS, max_size=3), st.integers(-5, 5))
    def test_a_total_table_answers_everything(self, inputs: list[list[str]], shift: int) -> None:
        """A table with an answer for each combination finds each, in whatever order it is written."""
        table = [(keys, at + shift) for at, keys in enumerate(product(*inputs))]
        lookup = Lookup("x", inputs=inputs, table=reversed(table))
        assert all(lookup.find(*keys) == answer for keys, answer in table)

    @pytest.mark.parametrize(
        "keys", [(), ("low",), ("late", "low"), ("low", "never"), ("low", "late", "late"), (None, None)], ids=str
    )
    def test_unknown_combination(self, keys: tuple[Any, ...]) -> None:
        """A combination that cannot occur is refused with the words that may stand there."""
        with pytest.raises(InvalidValueError, match="on_time") as caught:
            quality().find(*keys)
        assert (caught.value.code, caught.value.path) == ("lookup-unknown", "Lookup[quality]")
        assert caught.value.value == keys

    def test_without_inputs(self) -> None:
        """A table without inputs has one answer."""
        assert Lookup("x", inputs=[], table=[((), 100)]).find() == 100


class TestTotal:
    """A combination without an answer, with two, or one that cannot occur is refused."""

    @pytest.mark.parametrize(
        ("table", "named"),
        [
            ([], [("a",), ("b",)]),
            ([(("a",), 1)], [("b",)]),
            ([(("a",), 1), (("b",), 2), (("c",), 3)], [("c",)]),
            ([(("a",), 1), (("b",), 2), (("a",), 1)], [("a",)]),
            ([(("a",), 1), (("a",), 2)], [("b",), ("a",)]),
            ([(("c",), 1), (("c",), 2)], [("a",), ("b",), ("c",), ("c",)]),
            ([(("a", "b"), 1), (("b",), 2)], [("a",), ("a", "b")]),
            ([(("c",), 1), (("a", "b"), 2), ((), 3)], [("a",), ("b",), (), ("a", "b"), ("c",)]),
        ],
        ids=str,
    )
    def test_not_total(self, table: Any, named: list[tuple[str, ...]]) -> None:
        """The error names what lacks, then what is foreign, then what stands twice."""
        with pytest.raises(InvalidValueError) as caught:
            Lookup("x", inputs=[("a", "b")], table=table)
        assert (caught.value.code, caught.value.path) == ("lookup-not-total", "Lookup[x]")
        assert caught.value.value == named

    @pytest.mark.parametrize("answer", [0.5, True, "1,5", Decimal("NaN"), 10**18], ids=repr)
    def test_inexact_answers(self, answer: Any) -> None:
        """An answer is an exact number or None."""
        with pytest.raises(InvalidValueError) as caught:
            Lookup("x", inputs=[("a",)], table=[(("a",), answer)])
        assert caught.value.path == "Lookup.table"

    @pytest.mark.parametrize(
        ("fields", "path", "value", "example"),
        [
            ({"inputs": "late"}, "Lookup.inputs", "late", "[('late', 'on_time')]"),
            ({"inputs": ["late"]}, "Lookup.inputs", "late", "[('late', 'on_time')]"),
            ({"table": 5}, "Lookup.table", 5, "[(('on_time',), 100)]"),
            ({"table": [("a",)]}, "Lookup.table", ("a",), "(('on_time',), 100)"),
            ({"table": [("a", 1)]}, "Lookup.table", "a", "[(('on_time',), 100)]"),
        ],
        ids=str,
    )
    def test_how_it_is_written(self, fields: dict[str, Any], path: str, value: Any, example: str) -> None:
        """What is no list of words, or no row of the table, is answered with one."""
        with pytest.raises(InvalidValueError) as caught:
            Lookup(**{"id": "x", "inputs": [("a",)], "table": [(("a",), 1)], **fields})
        error = caught.value
        assert (error.path, error.value) == (path, value)
        assert all(part.endswith(f" {example}") for part in error.way_out)

    @pytest.mark.parametrize(
        ("fields", "path"),
        [
            ({"inputs": [("a", 5)]}, "Lookup.inputs"),
            ({"inputs": [("a", " ")]}, "Lookup.inputs"),
            ({"table": [((5,), 1)]}, "Lookup.table"),
            ({"table": [(("",), 1)]}, "Lookup.table"),
            ({"reference": "Perbup 1/2026"}, "Lookup.reference"),
        ],
        ids=str,
    )
    def test_what_is_no_word_is_found_by_its_field(self, fields: dict[str, Any], path: str) -> None:
        """Words of an input, words of a row, and the reference: each fault is told with the field it stands in."""
        with pytest.raises(InvalidValueError) as caught:
            Lookup(**{"id": "x", "inputs": [("a",)], "table": [(("a",), 1)], **fields})
        assert caught.value.path == path

    @pytest.mark.parametrize("name", ["", " ", None, 5], ids=repr)
    def test_name(self, name: Any) -> None:
        """A table has a name."""
        with pytest.raises(InvalidValueError) as caught:
            Lookup(name, inputs=[("a",)], table=[(("a",), 1)])
        assert caught.value.path == "Lookup.id"


def test_value() -> None:
    """A table is a value: itself again after pickling, hashable, its lists made tuples."""
    again = pickle.loads(pickle.dumps(quality()))
    assert again == quality() != quality((1, 2, 3, 4))
    assert hash(again) == hash(quality())
    assert quality().inputs == (("low", "high"), ("late", "on_time"))
    assert quality().reference is None


def test_canonical() -> None:
    """A table is plain data: words as lists, answers as text, the reference beside them."""
    reference = Reference("PermenPANRB 6/2022", certainty="read")
    one = Lookup("x", inputs=[("a", "b")], table=[(("a",), None), (("b",), "1.50")], reference=reference)
    assert one.canonical() == {
        "id": "x",
        "inputs": [["a", "b"]],
        "table": [[["a"], None], [["b"], "1.5"]],
        "reference": reference.canonical(),
    }
    assert quality().canonical()["reference"] is None
    assert MET_OR_REASON.canonical()["table"] == [[["below"], None], [["equal"], "100"], [["above"], "100"]]
