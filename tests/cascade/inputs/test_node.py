import pickle
from datetime import date
from typing import Any

import pytest

from sakip import Components, Reference, Target
from sakip.cascade import Node, NodeFacts
from sakip.cascade.inputs.node import node_of
from sakip.errors import InvalidValueError
from tests.cascade.making import target


def test_a_pair_or_a_triple_is_a_node() -> None:
    """A pair or a triple is a node."""
    assert node_of(("KADIS", " IKU-1 "), "x") == Node("KADIS", "IKU-1")
    assert node_of(("KADIS", "IKU-1", 2025), "x").text == "KADIS/IKU-1/2025"
    assert node_of(Node("KADIS", "IKU-1"), "x").text == "KADIS/IKU-1"


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("KADIS/IKU-1", "not-a-node"),
        (("KADIS",), "not-a-node"),
        (("KADIS", "IKU-1", 2025, 1), "not-a-node"),
        (None, "not-a-node"),
        (("", "IKU-1"), "empty-text"),
        (("KADIS", 1), "empty-text"),
    ],
)
def test_anything_else_is_none(value: Any, code: str) -> None:
    """Anything else is none."""
    with pytest.raises(InvalidValueError) as caught:
        node_of(value, "Link.child")
    assert caught.value.code == code
    assert caught.value.path.startswith("Link.child")


def test_what_is_no_node_is_answered_with_one() -> None:
    """In either language, so that it can be copied."""
    with pytest.raises(InvalidValueError) as caught:
        node_of(("KADIS",), "Link.child")
    assert caught.value.problem == (
        "bukan pasangan jabatan dan kode indikator",
        "not a pair of a position and the code of an indicator",
    )
    assert caught.value.way_out == ("Tulis misalnya ('KADIS', 'IKU-1')", "Write for example ('KADIS', 'IKU-1')")


@pytest.mark.parametrize(
    ("value", "part"),
    [((1, "IKU-1"), "position"), (("KADIS", ""), "indicator"), (("KADIS", "IKU-1", 1944), "year")],
)
def test_the_part_that_is_wrong_is_named(value: Any, part: str) -> None:
    """Of a key of three it is said which."""
    with pytest.raises(InvalidValueError) as caught:
        node_of(value, "Link.child")
    assert caught.value.path == f"Link.child.{part}"


@pytest.mark.parametrize("year", [1945, 9998])
def test_the_republic_began_in_1945(year: int) -> None:
    """The first and the last year that there are."""
    assert node_of(("KADIS", "IKU-1", year), "x").year == year


@pytest.mark.parametrize("year", [1944, 9999, "2025a", True])
def test_a_year_is_a_year(year: Any) -> None:
    """A year is a year."""
    with pytest.raises(InvalidValueError):
        node_of(("KADIS", "IKU-1", year), "x")


@pytest.mark.parametrize(
    ("fields", "code", "problem", "words"),
    [
        (
            {"calc": "guessed"},
            "unknown-calc",
            ("cara hitung tidak dikenal", "unknown way of calculation"),
            "computed, measured, reconciled",
        ),
        (
            {"role": "chief"},
            "unknown-role",
            ("peran indikator tidak dikenal", "unknown role of an indicator"),
            "main, mandatory, additional",
        ),
    ],
    ids=("calc", "role"),
)
def test_an_unknown_word_is_told_with_all_that_may_stand_there(
    fields: Any, code: str, problem: tuple[str, str], words: str
) -> None:
    """Programs read the code, people what is wrong and what to write, in either language."""
    with pytest.raises(InvalidValueError) as caught:
        NodeFacts(("K", "A"), **fields)
    assert (caught.value.code, caught.value.problem) == (code, problem)
    assert all(way_out.endswith(words) for way_out in caught.value.way_out)


@pytest.mark.parametrize(
    ("fields", "meant"),
    [
        ({"calc": "dihitung"}, "computed"),
        ({"calc": "diukur"}, "measured"),
        ({"calc": "dicocokkan"}, "reconciled"),
        ({"role": "utama"}, "main"),
        ({"role": "wajib"}, "mandatory"),
        ({"role": "Tambahan"}, "additional"),
    ],
    ids=str,
)
def test_a_word_of_the_field_is_answered_with_the_one_that_it_means(fields: Any, meant: str) -> None:
    """A word of the field is answered with the one that it means."""
    with pytest.raises(InvalidValueError) as caught:
        NodeFacts(("K", "A"), **fields)
    assert repr(meant) in caught.value.way_out[0]


def test_a_scope_is_a_set() -> None:
    """A scope is a set."""
    assert NodeFacts(("K", "A"), scope=["b", " a ", "b"]).scope == ("a", "b")
    assert NodeFacts(("K", "A"), scope=[]).scope == ()
    assert NodeFacts(("K", "A")).scope is None


def test_nothing_said_is_nothing_claimed() -> None:
    """Nothing said is nothing claimed."""
    facts = NodeFacts(("K", "A"))
    assert (facts.calc, facts.role, facts.crosscutting, facts.joint, facts.external) == (
        None,
        "main",
        False,
        False,
        False,
    )


@pytest.mark.parametrize(
    "fields",
    [
        {"calc": "guessed"},
        {"role": "chief"},
        {"scope": "Kecamatan A"},
        {"scope": [1]},
        {"source": 82},
        {"source_document": "Renstra"},
        {"planned": (900, 1000)},
        {"last_parts": 5},
        {"reviewed_on": "2025-01-01"},
        {"joint": 1},
        {"external": "ya"},
        {"crosscutting": None},
        {"zero_cost": " "},
        {"population": ""},
        {"no_cascade_reason": 5},
    ],
    ids=str,
)
def test_what_cannot_be_raises_with_its_field(fields: Any) -> None:
    """What cannot be raises with its field."""
    with pytest.raises(InvalidValueError) as caught:
        NodeFacts(("K", "A"), **fields)
    assert caught.value.path.startswith(f"NodeFacts.{next(iter(fields))}")


def test_facts_survive_pickling() -> None:
    """Facts survive pickling."""
    promised: Target = target("A")
    facts = NodeFacts(
        ("K", "A", 2025),
        calc="computed",
        scope=["x"],
        source=promised,
        source_document=Reference("Renstra", certainty="read"),
        planned=Components(9, 10, per=100),
        reviewed_on=date(2025, 9, 1),
        joint=True,
    )
    assert pickle.loads(pickle.dumps(facts)) == facts
    assert hash(pickle.loads(pickle.dumps(facts))) == hash(facts)


@pytest.mark.parametrize(
    ("field", "given", "says"),
    [
        ("node", "K/A", ""),
        ("calc", "guessed", "computed, measured, reconciled"),
        ("role", "chief", "main, mandatory, additional"),
        ("scope", 5, "'Kecamatan A'"),
        ("scope", ["Kecamatan A", ""], ""),
        ("no_cascade_reason", 5, ""),
        ("population", 5, ""),
        ("zero_cost", 5, ""),
        ("source", 82, "Target(indicator, 82)"),
        ("source_document", "Renstra", "Reference('Renstra 2025-2029', certainty='read')"),
        ("planned", 90, "Components(900, 1000, per=100)"),
        ("last_parts", 90, "Components(180, 200, per=100)"),
        ("reviewed_on", "2025-01-01", "date(2025, 1, 31)"),
        ("joint", "ya", "True"),
    ],
)
def test_an_error_names_the_field_and_how_it_is_written(field: str, given: Any, says: str) -> None:
    """Whoever fills a form finds the cell by the path; the way out shows code that would do, in both languages."""
    with pytest.raises(InvalidValueError) as caught:
        NodeFacts(**{"node": ("K", "A"), field: given})
    assert caught.value.path.startswith(f"NodeFacts.{field}")
    assert all(says in way_out for way_out in caught.value.way_out)
