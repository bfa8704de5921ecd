from fractions import Fraction
from typing import Any, get_args

import pytest

from sakip import BudgetLine, Components, Level, OrdinalScale, Period, Range, Realization, Target
from sakip.cascade import Cascade, Group, Link, NodeFacts, Post
from sakip.cascade.case import case as module
from sakip.cascade.case.case import Case
from tests.cascade.making import TOP, YEAR_END, family, pk, report_on, target

Span = module.Span
PREDICATES = OrdinalScale(["C", "B", "A"])


def case_of(cascade: Cascade, **settings: Any) -> Case:
    """What every check is given."""
    return report_on(cascade, checks=[], **settings).case


class TestSubjects:
    def test_every_kind_has_its_numbers_and_names(self) -> None:
        """Every kind has its numbers and names."""
        budget = [BudgetLine("1.02", "x", kind="programme", ceiling=5)]
        agreement = pk("PK-1", "KADIS", "II", None, target("T"), target("U"), office="Dinas", budget=budget)
        ring = [Link(child=("KADIS", low), parent=("KADIS", high), kind="sum") for low, high in ("TU", "UT")]
        lost = Link(child=("X", "x"), parent=TOP, kind="sum")
        case = case_of(Cascade([agreement], links=[*ring, lost], posts=[Post("SEKDIS")]))
        named: dict[Any, list[str]] = {
            kind: [case.subject_text(kind, number) for number in case.subjects(kind)]
            for kind in get_args(module.SubjectKind)
        }
        assert named == {
            "node": ["KADIS/T", "KADIS/U"],
            "group": ["KADIS/T", "KADIS/U"],
            "link": ["KADIS/T -> KADIS/U", "KADIS/U -> KADIS/T", "X/x -> KADIS/T"],
            "agreement": ["PK-1"],
            "objective": ["PK-1.objectives[0]"],
            "place": ["SEKDIS", "KADIS"],
            "unit": ["Dinas", "cascade"],
            "cycle": ["KADIS/T"],
            "reference": ["(X/x -> KADIS/T).child"],
            "line": ["PK-1.budget[1.02]"],
            "cascade": ["cascade"],
        }

    def test_the_day_is_that_of_the_graph(self) -> None:
        """The day is that of the graph."""
        assert case_of(Cascade()).as_of == YEAR_END


class TestCells:
    def test_each_side_is_read_once(self) -> None:
        """Each side is read once."""
        case = case_of(family(target("T", 80, last_year=70), realizations={TOP: 75}))
        assert (case.target(0).point, case.actual(0).point, case.cell(0, "last").point) == (80, 75, 70)
        assert case.target(0) is case.cell(0, "target")

    def test_what_nobody_said_is_missing(self) -> None:
        """What nobody said is missing."""
        case = case_of(family(target("T")))
        assert (case.actual(0).state, case.cell(0, "last").state) == ("missing", "missing")

    def test_last_year_may_have_components(self) -> None:
        """Last year may have components."""
        facts = [NodeFacts(TOP, last_parts=Components(7, 10, per=100))]
        cell = case_of(family(target("T", last_year=70), nodes=facts)).cell(0, "last")
        assert cell.parts is not None
        assert (cell.parts.numerator, cell.parts.denominator, cell.parts.value) == (7, 10, 70)

    def test_two_promises_contradict_each_other(self) -> None:
        """Two promises contradict each other."""
        agreements = [pk(f"PK-{value}", "KADIS", "II", None, target("T", value)) for value in (60, 90)]
        assert case_of(Cascade(agreements)).target(0).state == "conflicting"
        alike = [pk(f"PK-{at}", "KADIS", "II", None, target("T", 60)) for at in (1, 2)]
        assert case_of(Cascade(alike)).target(0).point == 60

    def test_a_part_of_the_year_and_the_way_of_rounding_are_settings(self) -> None:
        """A part of the year and the way of rounding are settings."""
        first, second = Period.year(2025).parts("half_year")
        indicator = target("T", consolidation="sum", decimals=0).indicator
        promised = Target(indicator, 100, trajectory=[(first, 40), (second, 60)])
        facts = [Realization("T", 30, period=first), Realization("T", 50, period=second)]
        cascade = family(promised, realizations={TOP: facts})
        assert case_of(cascade).actual(0).point == 80
        half = case_of(cascade, through=first, rounded="truncate").actual(0)
        assert (half.point, half.span) == (30, Span(30, 31, open_high=True))


class TestGroups:
    @pytest.mark.parametrize(
        ("kinds", "kind", "has"),
        [
            (["sum", "sum"], "sum", True),
            (["sum", "mean"], None, True),
            (["support"] * 2, None, False),
            (["mean", "support"], "mean", True),
        ],
    )
    def test_one_arithmetic_or_none(self, kinds: list[str], kind: str | None, has: bool) -> None:
        """One arithmetic or none."""
        links = [{"kind": each} for each in kinds]
        case = case_of(family(target("T"), target("A"), target("B"), links=links))
        assert (case.kind(0), case.has_arithmetic(0)) == (kind, has)
        assert (case.rolled(0, "target") is not None) is (kind is not None)
        assert (case.rolled(1, "target"), case.has_arithmetic(1)) == (None, False)

    def test_a_parent_in_a_cycle_is_not_computed(self) -> None:
        """A parent in a cycle is not computed."""
        agreement = pk("PK", "K", "II", None, target("A"), target("B"))
        links = [Link(child=("K", low), parent=("K", high), kind="sum") for low, high in ("AB", "BA")]
        assert case_of(Cascade([agreement], links=links)).rolled(0, "target") is None

    @pytest.mark.parametrize(
        ("kind", "link", "made"),
        [
            ("sum", {"share": "0.5"}, 15),
            ("sum", {"factor": 1000}, 10_010),
            ("sum", {"inverse": True}, 0),
            ("mean", {"inverse": True}, 50),
            ("mean", {"factor": 2}, 15),
            ("weighted", {"weight": 3}, 10),
            ("same", {}, 10),
            ("maximum", {"factor": 5}, 50),
        ],
    )
    def test_a_child_enters_as_its_link_says(self, kind: str, link: Any, made: int) -> None:
        """A child enters as its link says."""
        links = [link, {"weight": 1} if kind == "weighted" else {}]
        case = case_of(family(target("T"), target("A"), target("B"), kind=kind, links=links))
        rolled = case.rolled(0, "target")
        assert rolled is not None
        assert rolled.point == made

    def test_what_lies_outside_is_added_where_it_is_known(self) -> None:
        """What lies outside is added where it is known."""

        def rolled(**group: Any) -> Any:
            cascade = family(
                target("T"), target("A", 40), realizations={("KABID-2", "A"): 38}, groups=[Group(parent=TOP, **group)]
            )
            return case_of(cascade).rolled(0, "target"), case_of(cascade).rolled(0, "actual")

        promised, delivered = rolled(other=5)
        assert (promised.point, delivered.point, delivered.span) == (45, None, Span(None, None))
        promised, delivered = rolled(other=5, other_actual=4)
        assert (promised.point, delivered.point) == (45, 42)
        promised, delivered = rolled()
        assert (promised.point, delivered.point) == (40, 38)

    def test_coverage_and_tolerance(self) -> None:
        """Coverage and tolerance."""
        group = Group(parent=TOP, coverage="subset", tolerance="0.5", tolerance_reason="Perpres")
        case = case_of(family(target("T"), target("A"), groups=[group]))
        assert (case.coverage(0), case.tolerance(0)) == ("subset", Fraction(1, 2))
        assert (case.coverage(1), case.tolerance(1)) == ("partition", 0)


class TestThresholds:
    @staticmethod
    def count(child: Target, threshold: Any = None, **facts: Any) -> Any:
        """What a count of one child makes of its target and of its realization."""
        more = {} if threshold is None else {"groups": [Group(parent=TOP, threshold=threshold)]}
        case = case_of(family(target("T", 1), child, kind="count", **more, **facts))
        promised, delivered = case.rolled(0, "target"), case.rolled(0, "actual")
        return promised and promised.span, delivered and delivered.span

    @pytest.mark.parametrize(
        ("polarity", "value", "counted"),
        [
            ("maximize", 70, 1),
            ("maximize", 69, 0),
            ("minimize", 70, 1),
            ("minimize", 71, 0),
            ("stabilize", 70, 1),
            ("stabilize", 69, 0),
        ],
    )
    def test_a_number_that_reaches_it_counts(self, polarity: str, value: int, counted: int) -> None:
        """A number that reaches it counts."""
        assert self.count(target("A", value, polarity=polarity), 70)[0] == Span(counted, counted)

    def test_without_one_a_child_must_meet_its_own_target(self) -> None:
        """Without one a child must meet its own target."""
        reached = {"realizations": {("KABID-2", "A"): 12}}
        assert self.count(target("A", 10), **reached)[1] == Span(1, 1)
        assert self.count(target("A", 13), **reached)[1] == Span(0, 0)

    def test_a_band_counts_what_lies_inside_with_all_that_rounding_leaves(self) -> None:
        """A band counts what lies inside with all that rounding leaves."""

        def stable(value: int, decimals: int | None) -> Any:
            child = target("A", Range(85, 90), polarity="stabilize", decimals=decimals)
            return self.count(child, realizations={("KABID-2", "A"): value})[1]

        assert [stable(value, None) for value in (84, 85, 90, 91)] == [Span(0, 0), Span(1, 1), Span(1, 1), Span(0, 0)]
        assert [stable(value, 0) for value in (87, 85)] == [Span(1, 1), Span(0, 1)]

    def test_rounding_makes_it_only_possible(self) -> None:
        """Rounding makes it only possible."""
        assert self.count(target("A", 70, decimals=0), 70)[0] == Span(0, 1)
        assert self.count(target("A", 71, decimals=0), 70)[0] == Span(1, 1)

    def test_a_missing_child_may_or_may_not(self) -> None:
        """A missing child may or may not."""
        assert self.count(target("A", 10), 70)[1] == Span(0, 1)

    def test_levels_are_compared_by_their_place(self) -> None:
        """Levels are compared by their place."""
        for name, counted in [("C", 0), ("B", 1), ("A", 1)]:
            assert self.count(target("A", Level(name), scale=PREDICATES), Level("B"))[0] == Span(counted, counted)
        assert self.count(target("A", Level("A"), scale=PREDICATES), Level("X"))[0] == Span(0, 1)
        assert self.count(target("A", 5), Level("B"))[0] == Span(0, 1)


@pytest.mark.parametrize(
    ("polarity", "amount", "met"),
    [
        ("maximize", 10, True),
        ("maximize", 9, False),
        ("minimize", 10, True),
        ("minimize", 11, False),
        ("stabilize", 11, False),
        ("maximize", None, None),
    ],
)
def test_met_means_not_worse_than_promised(polarity: str, amount: Any, met: bool | None) -> None:
    """Met means not worse than promised."""
    realizations = {} if amount is None else {TOP: amount}
    assert case_of(family(target("T", 10, polarity=polarity), realizations=realizations)).met(0) is met


def test_what_is_asked_once_is_made_once() -> None:
    """What is asked once is made once."""
    asked: list[Case] = []

    def make(case: Case) -> int:
        asked.append(case)
        return len(asked)

    case = case_of(family(target("T", unit="orang")))
    assert (case.once(make), case.once(make), asked) == (1, 1, [case])
    assert case.unit_of(0) == "orang"
    assert case_of(family(target("T", unit=None))).unit_of(0) == ""


@pytest.mark.parametrize("scale", [None, 2])
@pytest.mark.parametrize(
    ("polarity", "reaching"),
    [
        ("maximize", {4: False, 5: True, 6: True}),
        ("minimize", {4: True, 5: True, 6: False}),
        ("stabilize", {4: False, 5: True, 6: False}),
    ],
)
def test_a_threshold_is_reached_in_the_direction_of_the_child(
    polarity: Any, reaching: dict[int, bool], scale: int | None
) -> None:
    """The threshold itself is enough; it is in the unit of the child, so that no factor between units touches it."""
    for value, reached in reaching.items():
        cascade = family(
            target("T", 1, unit="bidang"),
            target("A", 1, polarity=polarity),
            kind="count",
            links=[{"factor": scale}],
            groups=[Group(parent=TOP, threshold=5)],
            realizations={("KABID-2", "A"): value},
        )
        (one,) = case_of(cascade).operands(0, "actual")
        assert one.meets == (reached, reached), value


@pytest.mark.parametrize("polarity", ["maximize", "minimize", "stabilize"])
@pytest.mark.parametrize(("made", "decimals"), [({}, None), ({("KABID-2", "A"): 5}, 0)], ids=["missing", "rounded"])
def test_what_is_not_known_exactly_may_reach_it(polarity: Any, made: Any, decimals: int | None) -> None:
    """A five that was rounded may have been a little more or a little less; what is missing may be anything."""
    cascade = family(
        target("T", 1, unit="bidang"),
        target("A", 1, polarity=polarity, decimals=decimals),
        kind="count",
        groups=[Group(parent=TOP, threshold=5)],
        realizations=made,
    )
    (one,) = case_of(cascade).operands(0, "actual")
    assert one.meets == (False, True)


def test_of_a_level_the_place_in_its_scale_is_the_threshold() -> None:
    """From that level upwards; a level of no scale, or of another one, decides nothing."""
    for word, stated, meets in (
        ("B", "B", (True, True)),
        ("B", "A", (True, True)),
        ("B", "C", (False, False)),
        ("WTP", "A", (False, True)),
    ):
        cascade = family(
            target("T", 1, unit="bidang"),
            target("A", Level("C"), scale=PREDICATES, unit=None),
            kind="count",
            groups=[Group(parent=TOP, threshold=Level(word))],
            realizations={("KABID-2", "A"): Level(stated)},
        )
        (one,) = case_of(cascade).operands(0, "actual")
        assert one.meets == meets, (word, stated)


def test_all_groups_at_once_are_what_each_is_by_itself() -> None:
    """Of the whole year those that agree exactly are flagged; of a part of it none is, for its numbers are others."""
    made = {TOP: 10, ("KABID-2", "A"): 6, ("KABID-3", "B"): 4}
    cascade = family(target("T", 10), target("A", 6), target("B", 4), realizations=made)
    assert list(case_of(cascade).agreeing()) == [1, 0, 0]
    half = case_of(cascade, through=Period.quarter(2025, 2))
    assert list(half.agreeing()) == [0, 0, 0]
    assert not half.agrees(0)


@pytest.mark.parametrize(("per", "unit", "whole"), [(1000, "kasus", 1000), (1, "kasus", 1), (100, "per mil", 100)])
def test_what_a_ratio_is_counted_per_is_its_whole(per: int, unit: str, whole: int) -> None:
    """Of both sides, as its realization says, before anything that its unit suggests."""
    case = case_of(family(target("T", 1, unit=unit), realizations={TOP: Components(1, 4, per=per)}))
    assert (case.whole(0, "actual"), case.whole(0, "target")) == (whole, whole)
