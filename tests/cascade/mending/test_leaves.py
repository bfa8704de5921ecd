from typing import Any

import pytest

from sakip import Realization
from sakip.cascade import Group
from sakip.cascade.mending.leaves import parted, useful_among
from tests.cascade.making import TOP, family, report_on, target


class Given:
    """A group of cells, as far as the choice among them goes."""

    def __init__(self, form: str, cells: list[tuple[int, Any, Any]]) -> None:
        """Each cell by its cost, its number and where it can go."""
        self.form = form
        self.children = tuple(range(len(cells)))
        self.factors, self.offsets = (1,) * len(cells), (0,) * len(cells)
        self.reaching = (SPAN(70, None),) * len(cells)
        self.variables = [_Cell(*cell) for cell in cells]

    def useful(self, excess: int) -> set[int]:
        """The places of the cells that are kept."""
        same: Any = self
        return useful_among(same, same, [(at, at) for at in self.children], excess)


class _Cell:
    def __init__(self, cost: int, current: Any, domain: Any) -> None:
        self.cost, self.current, self.domain = cost, current, SPAN(*domain)


_CASE: Any = report_on(family(target("T", 1), target("A", 1))).case
SPAN: Any = type(_CASE.target(0).span)
FREE, AMOUNT = (None, None), (0, None)


class TestUsefulAmong:
    def test_all_are_where_there_are_few(self) -> None:
        """No more than could change together."""
        assert Given("linear", [(1, 5, FREE)] * 3).useful(2) == {0, 1, 2}

    def test_those_that_can_go_furthest_are(self) -> None:
        """Of amounts the greatest can come down furthest, and any can go up."""
        found = Given("linear", [(1, value, AMOUNT) for value in (5, 9, 1, 7)]).useful(1)
        assert {1, 3} <= found
        assert len(found) <= 4

    def test_of_each_cost_some_are(self) -> None:
        """A dear one may be the only one that is not banned elsewhere."""
        found = Given("linear", [(1, 5, FREE)] * 9 + [(4, 5, FREE)] * 9).useful(4)
        assert (len([at for at in found if at < 9]), len([at for at in found if at >= 9])) == (5, 2)

    @pytest.mark.parametrize(("form", "needed"), [("minimum", {2, 0}), ("maximum", {1, 3})])
    def test_what_stands_in_the_way_of_an_extreme_is(self, form: str, needed: set[int]) -> None:
        """The lowest hold the least down, the highest the greatest up."""
        assert needed <= Given(form, [(1, value, FREE) for value in (5, 9, 1, 7, 6, 6, 6)]).useful(1)

    def test_of_a_count_some_of_either_kind_are(self) -> None:
        """Those that reach can fail, the others can reach; what cannot change sides is of no use."""
        cells = [(1, 80, (75, 100))] * 4 + [(1, 80, AMOUNT)] * 4 + [(1, 20, AMOUNT)] * 4
        found = Given("count", cells).useful(1)
        assert found == {4, 5, 8, 9}


def test_a_long_list_is_mended_as_cheaply_as_a_short_one() -> None:
    """Thirty verified children, the last two of which are too low for the least that is reported."""
    children = [target(f"C{at}", 0) for at in range(2, 32)]
    realizations: Any = {TOP: [Realization("T", 60, status="final")]}
    for at in range(2, 32):
        value = 40 if at > 29 else 90
        realizations[f"KABID-{at}", f"C{at}"] = [Realization(f"C{at}", value, status="draft")]
    (one,) = report_on(family(target("T", 0), *children, kind="minimum", realizations=realizations)).repairs
    assert ([each.node for each in one.corrections], one.cost) == (["KABID-30/C30", "KABID-31/C31"], 4)


def test_a_count_of_many_is_mended() -> None:
    """Thirty children, ten of which reach; twelve are reported."""
    children = [target(f"C{at}", 0) for at in range(2, 32)]
    realizations: Any = {TOP: [Realization("T", 12, status="final")]}
    for at in range(2, 32):
        realizations[f"KABID-{at}", f"C{at}"] = [Realization(f"C{at}", 80 if at < 12 else 60)]
    group = Group(parent=TOP, threshold=70)
    report = report_on(family(target("T", 0), *children, kind="count", realizations=realizations, groups=[group]))
    (one,) = report.repairs
    assert (one.cost, [each.after for each in one.corrections], one.is_complete) == (2, [70, 70], False)


class TestParted:
    def test_a_band_has_two_outsides(self) -> None:
        """Below it and above it."""
        found = parted(SPAN(0, 100), SPAN(40, 60))
        assert [(value, part.low, part.high) for value, part in found] == [(1, 40, 60), (0, 0, 40), (0, 60, 100)]

    def test_the_threshold_itself_is_counted(self) -> None:
        """So the part that is not has an open end there."""
        (_, inside), (_, outside) = parted(SPAN(0, 100), SPAN(70, None))
        assert (inside.open_low, outside.open_high) == (False, True)

    def test_what_is_wholly_inside_has_no_outside(self) -> None:
        """And the other way round."""
        assert [value for value, _ in parted(SPAN(70, 80), SPAN(70, None))] == [1]
        assert [value for value, _ in parted(SPAN(60, 69), SPAN(70, None))] == [0]

    @pytest.mark.parametrize("opened", [False, True])
    def test_an_end_belongs_to_one_side(self, opened: bool) -> None:
        """A bound that is counted is not outside as well, and one that is not counted is."""
        band = SPAN(40, 60, open_low=opened, open_high=opened)
        assert parted(SPAN(0, 100), band) == [
            (1, band),
            (0, SPAN(0, 40, open_high=not opened)),
            (0, SPAN(60, 100, open_low=not opened)),
        ]
