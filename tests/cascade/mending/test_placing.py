"""Which numbers a person is told to write; that they make their groups agree is a property."""

from typing import Any

import pytest

from sakip import Range, Realization
from sakip.cascade import Cascade, Repair
from tests.cascade.making import TOP, family, link, pk, report_on, target


def repaired(actuals: list[Any], **more: Any) -> dict[str, Any]:
    """What the one repair of a parent and its children says, by node; the parent's number is final."""
    fields, first = more.pop("fields", {}), more.pop("first", {})
    top = target("T", 0, **fields)
    children = [target(f"C{at}", 0, **{**fields, **(first if at == 1 else {})}) for at in range(1, len(actuals))]
    realizations: Any = {TOP: [Realization("T", actuals[0], status="final")]}
    for at, value in enumerate(actuals[1:], 1):
        realizations[f"KABID-{at + 1}", f"C{at}"] = [Realization(f"C{at}", value, status=None if at == 1 else "final")]
    (one,) = report_on(family(top, *children, realizations=realizations, **more)).repairs
    return told(one)


def told(repair: Repair) -> dict[str, Any]:
    """The corrections by node."""
    return {one.node: one.after for one in repair.corrections}


class TestLinear:
    @pytest.mark.parametrize(
        ("kind", "links", "value"),
        [
            ("sum", [], 55),
            ("sum", [{"share": "0.5"}], 110),
            ("mean", [], 155),
            ("weighted", [{"weight": 40}, {"weight": 60}], 182.5),
            ("same", [], 100),
        ],
    )
    def test_the_child_becomes_what_is_lacking(self, kind: Any, links: Any, value: Any) -> None:
        """To the 100 of the parent, beside the 45 of a sibling."""
        actuals = [100, 4, 45] if kind != "same" else [100, 4]
        assert repaired(actuals, kind=kind, links=links) == {"KABID-2/C1": value}

    def test_a_number_without_rounding_is_preferred_to_one_within_it(self) -> None:
        """59,5 would be near enough to 60, and 60 is what is meant."""
        assert repaired([100, 4, 40], fields={"decimals": 0}) == {"KABID-2/C1": 60}

    @pytest.mark.parametrize(("stated", "value"), [(4, 180), (400, 185)])
    def test_within_the_rounding_it_goes_no_further_than_it_must(self, stated: int, value: int) -> None:
        """Exactly 182,5 would do; of the whole numbers that round to the 100 of the parent the nearest is taken."""
        links = [{"weight": 40}, {"weight": 60}]
        found = repaired([100, stated, 45], kind="weighted", links=links, fields={"decimals": 0})
        assert found == {"KABID-2/C1": value}

    def test_a_number_that_can_be_written_is_preferred_to_an_exact_one(self) -> None:
        """A third of 100 in whole numbers: the mean of 33 and two others is within the rounding."""
        assert repaired([33, 4, 33, 34], kind="mean", fields={"decimals": 0}) == {"KABID-2/C1": 32}


class TestExtremes:
    def test_one_child_holds_the_least_and_no_other_is_below(self) -> None:
        """The 40 has to become 60, and stays alone there."""
        assert repaired([60, 40, 70], kind="minimum") == {"KABID-2/C1": 60}

    def test_a_child_comes_down_to_be_the_least(self) -> None:
        """Nobody is as low as the parent says."""
        assert repaired([60, 80, 70], kind="minimum") == {"KABID-2/C1": 60}

    def test_the_greatest_is_the_same_turned_around(self) -> None:
        """The 80 is too great, and the 50 too small."""
        assert repaired([60, 80, 50], kind="maximum") == {"KABID-2/C1": 60}
        assert repaired([60, 40, 50], kind="maximum") == {"KABID-2/C1": 60}

    def test_what_enters_turned_around_is_turned_back(self) -> None:
        """100 less 40 is 60."""
        first, links = {"polarity": "minimize"}, [{"inverse": True}]
        percent = {"unit": "%"}
        for kind, needed in (("minimum", 40), ("mean", 50)):
            found = repaired([60, 80, 70], kind=kind, links=links, first=first, fields=percent)
            assert found == {"KABID-2/C1": needed}

    def test_what_is_counted_per_thousand_is_turned_back_to_a_thousand(self) -> None:
        """1,000 less 400 is 600."""
        first, links, per_mil = {"polarity": "minimize"}, [{"inverse": True}], {"unit": "per mil"}
        for kind, needed in (("minimum", 400), ("mean", 500)):
            found = repaired([600, 800, 700], kind=kind, links=links, first=first, fields=per_mil)
            assert found == {"KABID-2/C1": needed}

    def test_what_is_subtracted_is_subtracted(self) -> None:
        """10 and 70 less 20 is 60."""
        first, links = {"polarity": "minimize"}, [{"inverse": True}]
        assert repaired([60, 80, 70], links=links, first=first) == {"KABID-2/C1": 10}


class TestExtremesWithinRounding:
    @pytest.mark.parametrize(
        ("kind", "extreme", "stated", "value"), [("minimum", "34.2", 4, 34), ("maximum", "31.8", 50, 32)]
    )
    def test_a_child_that_others_make_stays_on_the_right_side_of_the_bound(
        self, kind: Any, extreme: str, stated: int, value: int
    ) -> None:
        """16 and 17 make 32 to 34, exactly 33; beyond the least or the greatest of 34,2 or 31,8 lies no 33."""
        whole, tenths = {"decimals": 0}, {"decimals": 1}
        agreements = [
            pk("PK-1", "K", "II", None, target("P", 0, **tenths)),
            pk("PK-2", "L", "III", "K", target("A", 0, **tenths), target("B", 0, **whole)),
            pk("PK-3", "M", "IV", "L", target("D", 0, **whole), target("E", 0, **whole)),
        ]
        links = [link("L/A", "K/P", kind), link("L/B", "K/P", kind), link("M/D", "L/B", "sum")]
        links.append(link("M/E", "L/B", "sum"))
        final = {"P": ("K", extreme), "A": ("L", extreme), "D": ("M", 16), "E": ("M", 17)}
        realizations: Any = {
            (position, code): [Realization(code, number, status="final")] for code, (position, number) in final.items()
        }
        realizations["L", "B"] = [Realization("B", stated)]
        (one,) = report_on(Cascade(agreements, links, realizations=realizations)).repairs
        assert told(one) == {"L/B": value}


class TestBands:
    def test_a_band_is_reached_at_its_nearest_end(self) -> None:
        """50 comes down to 20, wherever in the band the parent is."""
        fields = {"polarity": "stabilize"}
        agreements = [
            pk("PK-1", "K", "II", None, target("R", Range(10, 20), **fields)),
            pk("PK-2", "L", "III", "K", target("A", 50, **fields)),
        ]
        (one,) = report_on(Cascade(agreements, [link("L/A", "K/R", "mean")])).repairs
        assert told(one) == {"L/A": 20}

    def test_each_group_may_take_another_number_of_a_band(self) -> None:
        """12 below it, and above it 18: both are in the band, and nothing is wrong."""
        fields = {"polarity": "stabilize"}
        agreements = [
            pk("PK-1", "K", "II", None, target("R", 18, **fields)),
            pk("PK-2", "L", "III", "K", target("B", Range(10, 20), **fields)),
            pk("PK-3", "M", "IV", "L", target("A", 12, **fields), target("C", 99, **fields)),
            pk("PK-4", "N", "III", "K", target("D", 70, **fields)),
        ]
        links = [link("L/B", "K/R", "mean"), link("M/A", "L/B", "mean"), link("M/C", "N/D", "mean")]
        (one,) = report_on(Cascade(agreements, links)).repairs
        assert one.groups == ("N/D",)
