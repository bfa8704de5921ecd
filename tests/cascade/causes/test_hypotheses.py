import pickle
from typing import Any

import pytest
from attrs import evolve

from sakip import Components, Period, Realization, Target, Text
from sakip.cascade import Cascade, Group, Hypothesis, Link
from sakip.cascade.causes.hypotheses import presumed
from tests.cascade.making import TOP, family, pk, report_on, target


def found(actuals: list[Any], *, cell: Any = "actual", plans: Any = None, kind: Any = "sum", **more: Any) -> Any:
    """The hypotheses about a parent and its children, whose realizations come after the parent's."""
    fields = more.pop("fields", {})
    plans = plans or [100, *[50] * (len(actuals) - 1)]
    top, *children = [target("T" if at == 0 else f"C{at}", plan, **fields) for at, plan in enumerate(plans)]
    keys = [TOP, *((f"KABID-{at + 1}", f"C{at}") for at in range(1, len(actuals)))]
    realizations = {key: value for key, value in zip(keys, actuals, strict=True) if value is not None}
    return report_on(family(top, *children, kind=kind, realizations=realizations, **more)).hypotheses(TOP, cell)


def codes(*args: Any, **more: Any) -> list[str]:
    """Their codes."""
    return [one.code for one in found(*args, **more)]


class TestOrder:
    def test_the_simplest_comes_first(self) -> None:
        """A formula before the parent's own number, that before one child, and its digits last."""
        # 100 is the sum of what has a mean of 33,3, and the target of the parent.
        assert codes([100, 60, 30, 10], kind="mean", plans=[100, 90, 90, 90]) == ["H02", "H15"]
        # 78 is 15 and 63, which was typed as 36.
        assert codes([78, 15, 36], plans=[99, 40, 40]) == ["H13"]

    def test_one_mistake_of_several_children_is_one_hypothesis(self) -> None:
        """Of equal children any one may have been left out."""
        (one,) = found([80, 40, 40, 40], plans=[100, 40, 41, 42])
        assert (one.code, one.nodes) == ("H04", ("KABID-2/C1", "KABID-3/C2", "KABID-4/C3"))
        assert (
            one.text() == "angka itu cocok bila salah satu dari KABID-2/C1, KABID-3/C2, KABID-4/C3 tidak ikut dihitung"
        )
        assert one.text("en") == "it fits if one of KABID-2/C1, KABID-3/C2, KABID-4/C3 is left out"

    def test_many_children_are_counted_and_not_all_named(self) -> None:
        """A sentence names three, the data all of them."""
        (one,) = found([160, *[40] * 5], plans=[100, *range(41, 46)])
        assert len(one.nodes) == 5
        assert "dan 2 lainnya" in one.text()
        assert "and 2 more" in one.text("en")

    def test_different_mistakes_that_fit_are_all_there(self) -> None:
        """The child of 21 read as 12, or its 9 left out elsewhere: nobody can tell, and both are said."""
        assert codes([33, 21, 12, 9], plans=[99, 98, 97, 96]) == ["H04", "H13"]


class TestNothing:
    @pytest.mark.parametrize("actuals", [[90, 40, 50], [None, 40, 50]])
    def test_there_is_none_where_there_is_no_difference(self, actuals: list[Any]) -> None:
        """Children that agree, or a parent that says nothing."""
        assert found(actuals) == ()

    def test_there_is_none_within_what_rounding_or_a_tolerance_allows(self) -> None:
        """46 is 45 and 2 within their rounding; 45 is not, and fits without the 2."""
        assert found([46, 45, 2], fields={"decimals": 0}) == ()
        assert "H04" in codes([45, 45, 2], fields={"decimals": 0})
        assert "H04" in codes([45, 45, 2])
        tolerated = Group(parent=TOP, tolerance=2, tolerance_reason="Pencatatan berbeda hari")
        assert found([45, 45, 2], groups=[tolerated]) == ()

    def test_a_node_without_children_has_none(self) -> None:
        """There is nothing that could have gone wrong."""
        assert report_on(Cascade([pk("PK-1", "KADIS", "II", "BUPATI", target("T"))])).hypotheses(TOP) == ()

    def test_children_that_only_support_explain_nothing(self) -> None:
        """Support has no arithmetic."""
        assert found([90, 40, 10], kind="support") == ()


class TestHypothesis:
    def test_it_is_pickled_as_it_is(self) -> None:
        """Title, message and arguments survive."""
        (one,) = found([50, 40, 50], plans=[100, 41, 60])
        assert pickle.loads(pickle.dumps(one)) == one
        assert one.data == {"children": "KABID-2/C1"}

    def test_braces_in_a_name_stand_for_themselves(self) -> None:
        """A name from a form is no template."""
        agreements = [
            pk("PK-1", "KADIS", "II", "BUPATI", target("T", 100)),
            pk("PK-2", "{K}", "III", "KADIS", target("A", 60)),
            pk("PK-3", "KABID", "III", "KADIS", target("B", 41)),
        ]
        links = [Link(child=child, parent=TOP, kind="sum") for child in (("{K}", "A"), ("KABID", "B"))]
        cascade = Cascade(agreements, links, realizations={TOP: 50, ("{K}", "A"): 40, ("KABID", "B"): 50})
        (one,) = report_on(cascade).hypotheses(TOP)
        assert one.text() == "angka itu cocok bila {K}/A tidak ikut dihitung"
        assert presumed([one]).render("id") == one.text()


class TestPresumed:
    def make(self, count: int) -> list[Hypothesis]:
        """So many hypotheses."""
        return [
            Hypothesis(f"H{at:02}", title=Text("a", "b"), message=Text.literal(f"sebab {at}", f"cause {at}"))
            for at in range(1, count + 1)
        ]

    def test_several_are_alternatives(self) -> None:
        """Each alone would do."""
        assert presumed(self.make(2)).render("id") == "sebab 1; atau sebab 2"
        assert presumed(self.make(2)).render("en") == "cause 1; or cause 2"

    def test_only_the_first_three_are_said(self) -> None:
        """The rest is a number."""
        assert presumed(self.make(3)).render("en") == "cause 1; or cause 2; or cause 3"
        assert presumed(self.make(5)).render("en") == "cause 1; or cause 2; or cause 3; and 2 more"

    def test_none_is_said_too(self) -> None:
        """Silence would look as if nobody had tried."""
        assert "tidak satu pun" in presumed(()).render("id")


def test_of_a_part_of_the_year_the_targets_through_it_are_tried() -> None:
    """50 were due by June; 43 were delivered, and the parent reports what was due."""
    quarters = Period.year(2025).parts("quarter")

    def planned(code: str, *amounts: int) -> Target:
        plan = list(zip(quarters, amounts, strict=True))
        return evolve(target(code, sum(amounts), consolidation="sum"), trajectory=plan)

    def done(code: str, *amounts: int) -> list[Realization]:
        return [Realization(code, amount, period=at) for at, amount in zip(quarters, amounts, strict=False)]

    children = {("KABID-2", "A"): done("A", 10, 15), ("KABID-3", "B"): done("B", 8, 10)}
    plans = planned("T", 20, 30, 25, 25), planned("A", 10, 20, 15, 15), planned("B", 10, 10, 10, 10)
    for said, expected in (((20, 30), "H15"), ((40, 60), None)):
        cascade = family(*plans, realizations={TOP: done("T", *said), **children})
        tried = report_on(cascade, through=quarters[1]).hypotheses(TOP)
        assert [one.code for one in tried] == ([expected] * 2 if expected else [])


WEIGHTS = [{"weight": 2}, {"weight": 1}, {"weight": 1}]
SHARES = [{"share": "0.5"}, {"share": "0.25"}, {}]
REACHED, REACHED_PERCENT = Group(parent=TOP, threshold=50), Group(parent=TOP, threshold=50, per_hundred=True)
RATIO = {"unit": "%", "measure": "ratio"}
OUTSIDE = {"groups": [Group(parent=TOP, other=7, other_actual=10)]}
PARTS = [Components(30, 40, per=100), Components(45, 60, per=100), Components(10, 100, per=100)]


def slip(code: str, children: str, stated: str, meant: str) -> tuple[str, str, dict[str, str]]:
    """A number that was mistyped, as a hypothesis says it."""
    return code, children, {"stated": stated, "meant": meant}


@pytest.mark.parametrize(
    ("kind", "values", "more", "said", "expected"),
    [
        # Weights of 2, 1 and 1: 52,5.
        ("weighted", (40, 60, 70), {"links": WEIGHTS}, 65, [("H04", "1", {})]),
        ("weighted", (40, 60, 70), {"links": WEIGHTS}, 56, [("H05", "3", {})]),
        ("weighted", (40, 60, 70), {"links": WEIGHTS}, "57.5", [("H07", "12", {})]),
        ("weighted", (40, 60, 70), {"links": WEIGHTS}, 170, [("H02", "", {"how": "rata-rata tertimbangnya"})]),
        ("weighted", (40, 60, 70), {"links": WEIGHTS}, "5.25", [slip("H12", "", "5.25", "52.5")]),
        # Their mean is 60.
        ("mean", (40, 60, 80), {}, 65, [("H05", "3", {})]),
        ("mean", (40, 60, 80), {}, 70, [("H04", "1", {})]),
        ("mean", (40, 60, 80), {}, 180, [("H02", "", {"how": "rata-ratanya"}), slip("H12", "1", "40", "400")]),
        ("mean", (40, 60, 80), {}, 66, []),
        # 85 of 200 are 42,5 percent.
        ("pool", PARTS, {"fields": RATIO}, 75, [("H04", "3", {})]),
        ("pool", PARTS, {"fields": RATIO}, "34.375", [("H04", "1", {})]),
        ("pool", PARTS, {"fields": RATIO}, 50, [("H05", "2", {})]),
        ("pool", PARTS, {"fields": RATIO}, 160, [("H02", "", {"how": "gabungan pembilang dan penyebutnya"})]),
        ("pool", PARTS, {"fields": RATIO}, "87.5", [slip("H12", "3", "10", "100")]),
        ("pool", PARTS, {"fields": RATIO}, 38, [slip("H12", "3", "10", "1")]),
        ("pool", PARTS, {"fields": RATIO}, "57.5", [("H08", "", {"whole": "100"})]),
        # The least and the greatest move with one child alone.
        ("minimum", (40, 60, 80), {}, 4, [slip("H12", "", "4", "40"), slip("H12", "1", "40", "4")]),
        ("minimum", (40, 60, 80), {}, 8, [slip("H12", "3", "80", "8")]),
        ("maximum", (40, 60, 80), {}, 800, [slip("H12", "", "800", "80"), slip("H12", "3", "80", "800")]),
        ("maximum", (40, 60, 80), {}, 600, [slip("H12", "2", "60", "600")]),
        # Two of three reach 50.
        ("count", (40, 60, 80), {"groups": [REACHED_PERCENT]}, 50, [("H04", "23", {}), ("H05", "1", {})]),
        ("count", (40, 60, 80), {"groups": [REACHED]}, 4, []),
        # Half of 40, a quarter of 60 and 80 are 115.
        ("sum", (40, 60, 80), {"links": SHARES}, 180, [("H06", "", {})]),
        ("sum", (40, 60, 80), {"links": SHARES}, 135, [("H05", "1", {}), ("H06", "1", {})]),
        ("sum", (40, 60, 80), {"links": SHARES}, 160, [("H06", "2", {})]),
        ("sum", (40, 60, 80), {"links": SHARES}, 75, [("H08", "1", {})]),
        ("sum", (40, 60, 80), {"links": SHARES}, 95, [("H04", "1", {})]),
        ("sum", (40, 60, 80), {"links": SHARES}, -115, [("H08", "", {})]),
        ("sum", (40, 60, 80), {"links": SHARES}, 116, []),
        # 80 is subtracted: 20.
        ("sum", (40, 60, 80), {"links": [{}, {}, {"inverse": True}]}, 100, [("H04", "3", {})]),
        ("sum", (40, 60, 80), {"links": [{}, {}, {"inverse": True}]}, 180, [("H08", "", {}), ("H08", "3", {})]),
        ("sum", (40, 60, 80), {"links": [{}, {}, {"inverse": True}]}, -20, [("H08", "", {}), ("H04", "1", {})]),
        # 180, and 10 from elsewhere.
        ("sum", (40, 60, 80), OUTSIDE, 180, [("H04", "", {"other": "10"})]),
        ("sum", (40, 60, 80), OUTSIDE, 110, [("H04", "3", {}), ("H08", "1", {})]),
        ("sum", (40, 60, 80), OUTSIDE, 1900, [slip("H12", "", "1900", "190")]),
        ("sum", (40, 60, 80), OUTSIDE, 280, []),
        # Something is missing: whatever it was, no digit and no child is blamed.
        ("sum", (40, 60, None), {}, 100, [("H03", "3", {})]),
        ("sum", (40, 60, None), {}, 90, []),
        ("mean", (40, 60, None), {}, 50, [("H04", "3", {})]),
        # 33,36 twice are 66,72.
        ("sum", ("33.36", "33.36"), {}, 67, [("H14", "", {"manner": "dibulatkan ke", "decimals": "0"})]),
        (
            "sum",
            ("33.36", "33.36"),
            {},
            "66.7",
            [("H14", "", {"manner": manner, "decimals": "1"}) for manner in ("dibulatkan ke", "dipotong pada")],
        ),
    ],
)
def test_each_arithmetic_has_its_mistakes(kind: Any, values: Any, more: Any, said: Any, expected: Any) -> None:
    """What one mistake makes of a few numbers is explained by it, by what makes the same, and by nothing else."""
    fields = more.get("fields", {})
    children = [target(f"C{at}", 8887 + at, **fields) for at in range(1, len(values) + 1)]
    done = {(f"KABID-{at + 1}", f"C{at}"): value for at, value in enumerate(values, 1) if value is not None}
    given = {name: value for name, value in more.items() if name != "fields"}
    cascade = family(target("T", 9999, **fields), *children, kind=kind, realizations={TOP: said, **done}, **given)
    told = [
        (
            one.code,
            "".join(node[-1] for node in one.nodes),
            {key: one.data[key] for key in one.data if key != "children"},
        )
        for one in report_on(cascade).hypotheses(TOP)
    ]
    assert told == expected
