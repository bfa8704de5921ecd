import pickle
from typing import Any

from sakip.cascade import Cascade, Group, Link
from sakip.cascade.explaining.attribution import Attribution, Leaf
from tests.cascade.making import TOP, family, pk, report_on, target


def attributed(**more: Any) -> Attribution:
    """Three children of a parent that reports 95 of 105."""
    children = [target("A-2", 40), target("A-3", 35), target("A-4", 25)]
    done = {TOP: 95, ("KABID-2", "A-2"): 38, ("KABID-3", "A-3"): 36, ("KABID-4", "A-4"): 20}
    return report_on(family(target("T", 105), *children, realizations=done, **more)).attribute(TOP)


def test_the_parts_of_the_difference() -> None:
    """Half of the shortfall was signed away, the third child carries five, and one unit is explained by nobody."""
    found = attributed()
    assert (found.reporting, found.performance, found.planning, found.total) == (1, -6, -5, -10)
    assert [part.amount for part in found.parts] == [-2, 1, -5]
    assert found.leaves == (
        Leaf("KADIS/T", "reporting", 1),
        Leaf("KADIS/T", "planning", -5),
        Leaf("KABID-2/A-2", "performance", -2),
        Leaf("KABID-3/A-3", "performance", 1),
        Leaf("KABID-4/A-4", "performance", -5),
    )
    assert found.is_complete
    assert not found.is_deep


def test_it_is_a_value() -> None:
    """Two of the same are equal, hash alike and survive pickling."""
    found = attributed()
    assert found == attributed()
    assert hash(found) == hash(attributed())
    assert pickle.loads(pickle.dumps(found)) == found


def deep(delivered: int) -> Attribution:
    """A parent, a child and a grandchild."""
    agreements = [pk(f"PK-{name}", name, None, None, target("I", 10)) for name in "ABC"]
    links = [Link(child=(low, "I"), parent=(high, "I"), kind="sum") for low, high in ("BA", "CB")]
    done = {("A", "I"): 8, ("B", "I"): 8, ("C", "I"): delivered}
    return report_on(Cascade(agreements, links, realizations=done)).attribute(("A", "I"))


def test_leaves_are_written_where_they_lie_below_the_children() -> None:
    """A second table follows where a part arose further down, or in what a child reports; else the first says all."""
    assert (deep(8).is_deep, deep(10).is_deep) == (True, True)
    assert [(leaf.node, leaf.term, leaf.amount) for leaf in deep(10).leaves] == [("B/I", "reporting", -2)]
    assert deep(8).text() == f"{deep(8).table().text()}\n\n{deep(8).leaf_table().text()}"
    assert attributed().text("en", width=60) == attributed().table("en").text(60)
    assert not attributed(groups=[Group(parent=TOP, other=1, other_actual=0)]).is_deep


def test_rows_and_html_are_those_of_the_tables() -> None:
    """The delegating methods hand over what the tables say."""
    found = attributed()
    assert found._repr_html_() == found.table().html()
    assert [row["amount"] for row in found.rows(numbers="text")] == ["1", "-2", "1", "-5", "-5"]
    assert [row["amount"] for row in found.leaf_rows(numbers="text")] == ["1", "-5", "-2", "1", "-5"]
