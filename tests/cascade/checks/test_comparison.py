from typing import Any

import pytest

from sakip import Level, NotReported, OrdinalScale, Range
from sakip.cascade import CATALOGUE, Cascade, CascadeReport, Group, NodeFacts
from sakip.cascade.checks.comparison import (
    COMPARABLE,
    apart,
    contradicts,
    implied,
    is_complete,
    is_ratio,
    is_reconciled,
    is_silent,
    is_telling,
    named,
    outside,
    same_units,
    shown,
    softened,
    undeclared_decimals,
)
from tests.cascade.making import TOP, family, report_on, target


def case_of(cascade: Cascade, at: tuple[str, str] = TOP) -> tuple[Any, int]:
    """What the checks of a cascade are given, and the number of one of its nodes."""
    report: CascadeReport = report_on(cascade)
    graph = report.case.graph
    return report.case, next(node for node in range(len(graph.nodes)) if graph.text(node) == "/".join(at))


def summed(top: Any, *values: Any, **more: Any) -> tuple[Any, int]:
    """A sum that was delivered."""
    made: dict[Any, Any] = {(f"KABID-{at}", f"A{at}"): value for at, value in enumerate(values, 2)}
    children = [target(f"A{at}", 10, measure="flow") for at, _ in enumerate(values, 2)]
    return case_of(family(target("T", 10, measure="flow"), *children, realizations={**made, TOP: top}, **more))


class TestShown:
    def test_a_number_is_itself(self) -> None:
        """A number is itself."""
        case, node = case_of(family(target("T", 10), target("A", 10)))
        assert shown(case, node, case.target(node).span, case.target(node).point) == 10
        assert shown(case, node, case.target(node).span) == 10

    def test_what_is_known_only_in_part_is_written_with_its_ends(self) -> None:
        """What is known only in part is written with its ends."""
        case, node = summed(10, 5, NotReported())
        text = shown(case, node, case.rolled(node, "actual").span)
        assert (text.render("id"), text.render("en")) == ("5 … ∞", "5 … ∞")

    def test_a_level_is_named(self) -> None:
        """A level is named."""
        scale = OrdinalScale(["WDP", "WTP"])
        top = target("T", Level("WTP"), scale=scale)
        case, node = case_of(family(top, target("A", Level("WTP"), scale=scale), kind="minimum"))
        assert shown(case, node, case.target(node).span).render("id") == "WTP"

    def test_names_are_cut_after_a_dozen(self) -> None:
        """Names are cut after a dozen."""
        case, node = summed(0, *[0] * 14)
        children = case.graph.children(node)
        assert named(case, children).render("id").endswith("KABID-7/A7 dan 2 lagi")
        assert named(case, children[-1:]).render("id") == "KABID-9/A9"


class TestApart:
    def test_stated_numbers_are_compared_as_stated(self) -> None:
        """Stated numbers are compared as stated."""
        case, node = summed(97, 38, 36, 20)
        rolled = case.rolled(node, "actual")
        assert apart(rolled, rolled.span, case.actual(node)) == 3

    def test_of_what_is_not_known_the_sure_part_counts(self) -> None:
        """Of what is not known the sure part counts."""
        case, node = summed(50, 60, NotReported())
        rolled = case.rolled(node, "actual")
        assert apart(rolled, rolled.span, case.actual(node)) == 10
        case, node = summed(NotReported(), 60, NotReported())
        assert apart(case.rolled(node, "actual"), case.rolled(node, "actual").span, case.actual(node)) == 0


@pytest.mark.parametrize(
    ("fields", "is_one"),
    [
        ({"unit": "%"}, True),
        ({"unit": "Persen"}, True),
        ({"unit": "orang"}, False),
        ({"unit": None}, False),
        ({"unit": "orang", "measure": "ratio"}, True),
        ({"unit": "%", "measure": "flow"}, False),
        ({"unit": "%", "measure": "index"}, False),
    ],
)
def test_a_ratio_is_one_by_measure_or_by_unit(fields: Any, *, is_one: bool) -> None:
    """What is stated of the measure goes before what the unit suggests."""
    assert is_ratio(target("T", 10, **fields).indicator) is is_one


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [("%", "persen", True), ("%", "orang", False), (None, None, True), (None, "%", False), ("%", None, False)],
)
def test_units_are_one_however_they_are_spelled(one: str | None, other: str | None, *, alike: bool) -> None:
    """No unit is like no unit only."""
    units = [target("T", 10, unit=unit).indicator for unit in (one, other)]
    assert same_units(units[0], units[1]) is alike


class TestOutside:
    def test_each_side_has_its_own(self) -> None:
        """Each side has its own."""
        case, node = summed(10, 5, groups=[Group(parent=TOP, other=3, other_actual="2.5")])
        assert (outside(case, node, "target"), outside(case, node, "actual") * 2) == (3, 5)
        case, node = summed(10, 5, groups=[Group(parent=TOP)])
        assert outside(case, node, "target") is None
        case, node = summed(10, 5)
        assert outside(case, node, "actual") is None

    @pytest.mark.parametrize(
        ("group", "silent"),
        [({}, False), ({"other": 3}, True), ({"other": 3, "other_actual": 0}, False), ({"other_actual": 3}, False)],
    )
    def test_what_was_promised_and_not_accounted_for_is_silent(self, group: Any, *, silent: bool) -> None:
        """What was promised and not accounted for is silent."""
        case, node = summed(10, 5, groups=[Group(parent=TOP, **group)])
        assert is_silent(case, node, case.rolled(node, "actual")) is silent
        assert is_complete(case, node, case.rolled(node, "actual")) is not silent

    def test_a_missing_child_is_not_complete(self) -> None:
        """A missing child is not complete."""
        case, node = summed(10, 5, NotReported())
        assert not is_complete(case, node, case.rolled(node, "actual"))


@pytest.mark.parametrize(("calc", "compared"), [("computed", True), ("reconciled", True), ("measured", False)])
def test_what_is_measured_by_itself_is_not_reconciled(calc: Any, *, compared: bool) -> None:
    """Only a parent that has to agree with its children is compared with them."""
    case, node = summed(10, 5, nodes=[NodeFacts(TOP, calc=calc)])
    assert is_reconciled(case, node) is compared


@pytest.mark.parametrize(
    ("kind", "group", "below", "above"),
    [
        ("sum", {}, True, True),
        ("mean", {}, True, True),
        ("sum", {"coverage": "subset"}, False, True),
        ("sum", {"coverage": "superset"}, True, False),
        ("sum", {"coverage": "subset", "other": 0}, True, True),
        ("count", {"coverage": "subset"}, False, True),
        ("count", {"coverage": "subset", "per_hundred": True}, False, False),
        ("maximum", {"coverage": "subset"}, False, True),
        ("minimum", {"coverage": "subset"}, True, False),
        ("minimum", {"coverage": "superset"}, False, True),
        ("mean", {"coverage": "subset"}, False, False),
        ("mean", {"coverage": "subset", "other": 0}, False, False),
        ("same", {"coverage": "superset"}, False, False),
    ],
)
def test_of_a_part_only_so_much_follows(kind: Any, group: Any, *, below: bool, above: bool) -> None:
    """Whether less, and whether more, than the parent contradicts it."""
    case, node = case_of(family(target("T", 10), target("A", 10), kind=kind, groups=[Group(parent=TOP, **group)]))
    assert contradicts(case, node, kind, "target", below=True) is below
    assert contradicts(case, node, kind, "target", below=False) is above


class TestImplied:
    @pytest.mark.parametrize(
        ("kind", "links", "value"),
        [
            ("sum", ({}, {"share": "0.5"}), 80),
            ("sum", ({}, {"inverse": True}), -40),
            ("sum", ({"factor": 2}, {}), -20),
            ("mean", (), 140),
            ("weighted", ({"weight": 3}, {"weight": 1}), 220),
        ],
    )
    def test_what_would_fit_is_one_number(self, kind: Any, links: Any, value: int) -> None:
        """What would fit is one number."""
        made: dict[Any, Any] = {TOP: 100, ("KABID-2", "A2"): 60, ("KABID-3", "A3"): NotReported()}
        cascade = family(target("T", 9), target("A2", 9), target("A3", 9), kind=kind, links=links, realizations=made)
        case, node = case_of(cascade)
        assert implied(case, node, "actual") == value

    def test_what_comes_from_outside_is_taken_off(self) -> None:
        """What comes from outside is taken off."""
        case, node = summed(100, 60, NotReported(), groups=[Group(parent=TOP, other=0, other_actual=15)])
        assert implied(case, node, "actual") == 25

    def test_it_is_told_in_the_unit_of_the_child(self) -> None:
        """It is told in the unit of the child."""
        for kind, value in (("mean", 2), ("sum", 1), ("same", 1)):
            thousands = target("A2", 1, unit="ribu keluarga")
            children = [thousands] if kind == "same" else [thousands, target("A3", 0)]
            made: dict[Any, Any] = {TOP: 1000, ("KABID-2", "A2"): NotReported(), ("KABID-3", "A3"): 0}
            if kind == "same":
                del made["KABID-3", "A3"]
            cascade = family(target("T", 9), *children, kind=kind, links=[{"factor": 1000}], realizations=made)
            case, node = case_of(cascade)
            assert implied(case, node, "actual") == value

    def test_a_band_among_the_others_implies_nothing(self) -> None:
        """A band among the others implies nothing."""
        children = [target("A2", Range(1, 2)), target("A3", Level("Baik"))]
        case, node = case_of(family(target("T", 9), *children))
        assert implied(case, node, "target") is None

    def test_it_takes_a_parent_and_one_missing_child(self) -> None:
        """It takes a parent and one missing child."""
        for cascade in (
            summed(100, 60, 40),
            summed(NotReported(), 60, NotReported()),
            summed(100, NotReported(), NotReported()),
        ):
            case, node = cascade
            assert implied(case, node, "actual") is None

    def test_weights_that_cannot_be_imply_nothing(self) -> None:
        """Weights that cannot be imply nothing."""
        made: dict[Any, Any] = {TOP: 100, ("KABID-2", "A2"): 60}
        cascade = family(target("T", 9), target("A2", 9), target("A3", 9), kind="weighted", realizations=made)
        case, node = case_of(cascade)
        assert implied(case, node, "actual") is None


def test_the_prerequisites_are_checks() -> None:
    """What comparisons wait for stands in the catalogue."""
    assert {*COMPARABLE} <= {check.code for check in CATALOGUE}


class TestParts:
    @pytest.mark.parametrize("coverage", ["subset", "superset"])
    @pytest.mark.parametrize(
        ("kind", "tells"),
        [
            ("sum", True),
            ("minimum", True),
            ("maximum", True),
            ("count", True),
            ("same", True),
            ("mean", False),
            ("weighted", False),
            ("pool", False),
        ],
    )
    def test_of_the_mean_of_a_part_nothing_follows(self, coverage: Any, kind: Any, tells: bool) -> None:
        """Of the mean of a part nothing follows; of the whole everything does."""
        case, node = case_of(family(target("T"), target("A"), groups=[Group(parent=TOP, coverage=coverage)]))
        assert is_telling(case, node, kind) is tells
        for groups in ([], [Group(parent=TOP)]):
            assert is_telling(*case_of(family(target("T"), target("A"), groups=groups)), kind)

    def test_nor_of_a_percentage_of_some_children(self) -> None:
        """Nor of a percentage of some children."""
        group = Group(parent=TOP, coverage="subset", per_hundred=True)
        assert not is_telling(*case_of(family(target("T"), target("A"), groups=[group])), "count")

    @pytest.mark.parametrize(
        ("fields", "values", "group", "soft"),
        [
            ({"unit": "Rp"}, (20, 5), {"coverage": "subset"}, True),
            ({"unit": "juta rupiah"}, (20, 5), {"coverage": "subset"}, True),
            ({"unit": "Rp", "measure": "flow"}, (20, 5), {"coverage": "subset"}, False),
            ({"unit": "Rp", "measure": "flow"}, (20, -1), {"coverage": "subset"}, True),
            ({"unit": "orang"}, (20, 5), {"coverage": "subset"}, False),
            ({"unit": "orang"}, (20, 0), {"coverage": "subset"}, False),
            ({"unit": "orang"}, (20, -5), {"coverage": "subset"}, True),
            ({"unit": "Rp"}, (20, 5), {"coverage": "subset", "other": 1, "other_actual": 1}, False),
            ({"unit": "Rp"}, (20, 5), {}, False),
        ],
    )
    def test_less_than_nothing_may_make_up_for_a_part_beyond_its_whole(
        self, fields: Any, values: Any, group: Any, soft: bool
    ) -> None:
        """A surplus of one office may be the deficit of another; there are no fewer people than none."""
        children = [target(f"A{at}", value, **fields) for at, value in enumerate(values, 2)]
        made: dict[Any, Any] = {(f"KABID-{at}", f"A{at}"): value for at, value in enumerate(values, 2)}
        cascade = family(
            target("T", 10, **fields),
            *children,
            groups=[Group(parent=TOP, **group)],
            realizations={**made, TOP: 10},
        )
        case, node = case_of(cascade)
        assert {softened(case, node, "sum", "target"), softened(case, node, "sum", "actual")} == {
            "warning" if soft else None
        }
        (one,) = (each for each in report_on(cascade).findings if each.code == "CAS401")
        assert one.severity == ("warning" if soft else "error")

    def test_only_of_a_sum(self) -> None:
        """Only of a sum."""
        group = Group(parent=TOP, coverage="subset")
        case, node = case_of(family(target("T", 1, unit="Rp"), target("A", 2, unit="Rp"), groups=[group]))
        assert softened(case, node, "minimum", "target") is None
        assert softened(case, node, "sum", "target") == "warning"


@pytest.mark.parametrize(("unit", "is_one"), [("persen (%)", True), ("permil", True), ("poin", False), (None, False)])
def test_parts_of_a_whole_are_ratios(unit: str | None, is_one: bool) -> None:
    """Parts of a whole are ratios."""
    assert is_ratio(target("A", unit=unit).indicator) is is_one


@pytest.mark.parametrize(
    ("written", "places"),
    [
        ("33", 0),
        ("33.3", 1),
        ("33.33333", 5),
        ("33.333333", 6),
        ("33.833333", None),
        ("34", None),
        ("33.333334", None),
        (NotReported(), None),
    ],
)
def test_a_quotient_may_agree_as_far_as_it_is_written(written: Any, places: int | None) -> None:
    """A third of 100, to as many decimals as somebody wrote; one of another last digit is another number."""
    made: dict[Any, Any] = {TOP: written, ("KABID-2", "A"): 33, ("KABID-3", "B"): 33, ("KABID-4", "C"): 34}
    for fields, kind, expected in (({}, "mean", places), ({}, "sum", None), ({"decimals": 6}, "mean", None)):
        below = [target(code, 30) for code in "ABC"]
        case, node = case_of(family(target("T", 30, **fields), *below, kind=kind, realizations=made))
        assert undeclared_decimals(case, node, case.rolled(node, "actual"), case.actual(node)) == expected
