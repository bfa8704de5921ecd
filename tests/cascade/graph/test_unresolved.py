from sakip.cascade import Cascade, Link, NodeFacts
from sakip.cascade.graph.unresolved import Unresolved
from tests.cascade.making import TOP, family, report_on, target


def test_a_name_that_means_nothing_says_where_it_stands_and_what_is_like_it() -> None:
    """A name that means nothing says where it stands and what is like it."""
    base = family(target("T"), target("A"))
    cascade = Cascade(base.agreements, links=[Link(child=("KABID-22", "A"), parent=TOP, kind="sum")])
    (one,) = report_on(cascade).case.graph.unresolved
    assert one == Unresolved("link", 0, "child", "KABID-22/A", (), ("KABID-2",))


def test_everything_that_names_a_node_is_asked() -> None:
    """Everything that names a node is asked."""
    cascade = family(target("T"), nodes=[NodeFacts(("X", "T"))], realizations={("Y", "T"): 5})
    asked = [(one.subject, one.name) for one in report_on(cascade).case.graph.unresolved]
    assert asked == [("facts", "X/T"), ("realization", "Y/T")]
