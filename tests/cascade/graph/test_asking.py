import pytest

from sakip.cascade import Cascade
from sakip.cascade.graph.asking import number_of
from sakip.errors import InvalidValueError, UnknownCodeError
from tests.cascade.making import TOP, family, pk, report_on, target

CASE = report_on(family(target("T"), target("A"), target("B"))).case


def test_a_key_is_found_however_it_is_typed() -> None:
    """A position and an indicator name their node, and so does another way of typing them."""
    assert CASE.graph.text(number_of(CASE.graph, TOP, "x")) == "KADIS/T"
    assert number_of(CASE.graph, ("kadis", "t"), "x") == number_of(CASE.graph, TOP, "x")


@pytest.mark.parametrize(
    ("key", "near"),
    [(("KADISS", "T"), ("KADIS/T",)), (("KADIS", "U"), ("KADIS/T",)), (("ENTAH", "APA"), ())],
)
def test_an_unknown_key_names_its_like(key: tuple[str, str], near: tuple[str, ...]) -> None:
    """What is typed nearly so is named; without any the first few nodes are."""
    with pytest.raises(UnknownCodeError) as caught:
        number_of(CASE.graph, key, "CascadeReport.attribute")
    assert caught.value.code == "unknown-node"
    assert caught.value.path == "CascadeReport.attribute"
    assert caught.value.near == near
    assert "KADIS/T" in caught.value.way_out[0]


def test_two_meanings_are_none() -> None:
    """A position and an indicator of two years mean two nodes, and neither is taken."""
    cascade = Cascade([pk(f"PK-{year}", "KADIS", "II", None, target("T"), year=year) for year in (2024, 2025)])
    case = report_on(cascade).case
    with pytest.raises(UnknownCodeError) as caught:
        number_of(case.graph, TOP, "x")
    assert set(caught.value.near) == {"KADIS/T/2024", "KADIS/T/2025"}
    assert case.graph.text(number_of(case.graph, ("KADIS", "T", 2025), "x")) == "KADIS/T/2025"


def test_no_key_at_all_is_refused() -> None:
    """A text is no key."""
    with pytest.raises(InvalidValueError) as caught:
        number_of(CASE.graph, "KADIS/T", "x")  # type: ignore[arg-type]
    assert caught.value.code == "not-a-node"
