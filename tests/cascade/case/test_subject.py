from sakip import Period, Realization
from sakip.cascade import Cascade, Group, Link, Post
from sakip.cascade.case.subject import text_of
from tests.cascade.making import TOP, pk, report_on, target


def test_who_names_what_is_not_there_is_named_without_a_place_in_a_list() -> None:
    """A link by its ends, a post by itself, anything else by what it is about."""
    cascade = Cascade(
        [pk("PK-1", "KADIS", "II", None, target("T"))],
        [Link(child=("X", "x"), parent=TOP, kind="sum")],
        posts=[Post("SEKDIS", superior="ENTAH")],
        groups=[Group(parent=("Y", "y"))],
        realizations=[(("Z", "z"), [Realization("z", 1, period=Period.quarter(2025, 1))])],
    )
    case = report_on(cascade).case
    assert sorted(text_of(case, "reference", number) for number in case.subjects("reference")) == [
        "(X/x -> KADIS/T).child",
        "SEKDIS.superior",
        "group[Y/y].parent",
        "realization[Z/z].node",
    ]


def test_what_there_is_has_its_own_name() -> None:
    """A position by its code, a link by both of its ends, and units without a name as the cascade."""
    case = report_on(Cascade([pk("PK-1", "KADIS", "II", None, target("T"), target("U"))], [])).case
    named = [text_of(case, kind, 0) for kind in ("node", "agreement", "objective", "place", "unit", "cascade")]
    assert named == ["KADIS/T", "PK-1", "PK-1.objectives[0]", "KADIS", "cascade", "cascade"]
