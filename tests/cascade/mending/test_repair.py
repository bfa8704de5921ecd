import pickle
from fractions import Fraction
from typing import Any

import pytest

from sakip import Components, Level, OrdinalScale, Range, Realization, Text
from sakip.cascade import Cascade, CascadeReport, Correction, Group, Link, NodeFacts, Repair
from sakip.cascade.mending.repair import repairs_of, repairs_text
from tests.cascade.making import TOP, family, link, pk, report_on, target


def reported(actuals: list[Any], **more: Any) -> CascadeReport:
    """The report on a parent and its children, whose realizations come after the parent's; all promise as much."""
    fields = more.pop("fields", {})
    top, *children = [target("T" if at == 0 else f"C{at}", 0, **fields) for at in range(len(actuals))]
    keys = [TOP, *((f"KABID-{at + 1}", f"C{at}") for at in range(1, len(actuals)))]
    realizations = {
        key: Realization(key[1], value[0], status=value[1]) if isinstance(value, tuple) else value
        for key, value in zip(keys, actuals, strict=True)
        if value is not None
    }
    realizations = {key: [value] if isinstance(value, Realization) else value for key, value in realizations.items()}
    return report_on(family(top, *children, realizations=realizations, **more))


def ways(repair: Repair) -> list[dict[str, Any]]:
    """The corrections of a repair and its alternatives, by node."""
    return [{one.node: one.after for one in way} for way in (repair.corrections, *repair.alternatives)]


class TestOneCell:
    def test_a_middle_number_explains_two_groups(self) -> None:
        """KABID wrote 4 for 40: its own group and its superior's both fail, and one number mends both."""
        agreements = [
            pk("PK-1", "KADIS", "II", None, target("T", 0)),
            pk("PK-2", "KABID", "III", "KADIS", target("B", 0)),
            pk("PK-3", "KASI", "IV", "KABID", target("C", 0), target("D", 0)),
            pk("PK-4", "LAIN", "III", "KADIS", target("E", 0)),
        ]
        links = [
            link("KABID/B", "KADIS/T", "sum"),
            link("LAIN/E", "KADIS/T", "sum"),
            link("KASI/C", "KABID/B", "sum"),
            link("KASI/D", "KABID/B", "sum"),
        ]
        values = {"KADIS/T": 100, "KABID/B": 4, "KASI/C": 15, "KASI/D": 25, "LAIN/E": 60}
        report = report_on(
            Cascade(agreements, links, realizations={tuple(key.split("/")): value for key, value in values.items()})  # type: ignore[misc]
        )
        (one,) = report.repairs
        assert (one.groups, one.cost, one.is_optimal, one.alternatives) == (("KABID/B", "KADIS/T"), 1, True, ())
        assert report.repair() == (
            "Semua ini cocok dengan bawahannya bila realisasi KABID/B 40 keluarga (tertulis 4): KABID/B, KADIS/T."
        )
        assert report.repair("en") == (
            "All of these agree with their children if the realization of KABID/B is 40 keluarga (stated: 4):"
            " KABID/B, KADIS/T."
        )

    def test_the_least_settled_number_is_asked_first(self) -> None:
        """A draft before what is verified."""
        (one,) = reported([(95, "verified"), (38, "final"), (36, "draft"), (20, "submitted")]).repairs
        assert ways(one) == [{"KABID-3/C2": 37}]
        assert one.cost == 2

    def test_of_equal_numbers_all_are_told(self) -> None:
        """The smallest change first, and that which is a slip before it."""
        (one,) = reported([95, 38, 36, 20]).repairs
        assert ways(one) == [{"KADIS/T": 94}, {"KABID-2/C1": 39}, {"KABID-3/C2": 37}, {"KABID-4/C3": 21}]
        (one,) = reported([94, 38, 36, 2]).repairs
        assert ways(one)[0] == {"KABID-4/C3": 20}

    def test_a_number_below_zero_is_the_last_that_is_thought_of(self) -> None:
        """Where the indicator can be negative at all."""
        (one,) = reported([58, 38, 36, 20]).repairs
        assert ways(one)[-1] == {"KABID-4/C3": -16}
        (one,) = reported([58, 38, 36, 20], fields={"measure": "flow"}).repairs
        assert {"KABID-4/C3": -16} not in ways(one)


class TestEveryArithmetic:
    def test_the_least_rises_only_with_all_that_are_lower(self) -> None:
        """The parent says 60; two children are below it."""
        (one,) = reported([60, 40, 50, 70], kind="minimum").repairs
        assert ways(one) == [{"KADIS/T": 40}]
        (one,) = reported([(60, "final"), 40, 50, 70], kind="minimum").repairs
        assert ways(one) == [{"KABID-2/C1": 60, "KABID-3/C2": 60}]

    def test_a_count_needs_so_many_that_reach(self) -> None:
        """Two of three reach 70, and the parent says three."""
        group = Group(parent=TOP, threshold=70)
        (one,) = reported([(3, "final"), 80, 60, 90], kind="count", groups=[group]).repairs
        assert ways(one) == [{"KABID-3/C2": 70}]
        (one,) = reported([(1, "final"), 80, 60, (90, "draft")], kind="count", groups=[group]).repairs
        assert [*ways(one)[0]] == ["KABID-2/C1"]
        assert ways(one)[0]["KABID-2/C1"] < 70

    def test_a_count_as_a_percentage(self) -> None:
        """Of two children one reaches: 50 percent."""
        group = Group(parent=TOP, threshold=70, per_hundred=True)
        (one,) = reported([(100, "final"), 80, 60], kind="count", groups=[group]).repairs
        assert ways(one) == [{"KABID-3/C2": 70}]

    def test_of_a_ratio_the_numerator_is_corrected(self) -> None:
        """9 of 100 was 90 of 100: with 10 of 100 that is half."""
        children = [Components(9, 100, per=100), Components(10, 100, per=100)]
        fields = {"unit": "%", "measure": "ratio"}
        (one,) = reported([(50, "final"), *children], kind="pool", fields=fields).repairs
        correction = one.corrections[0]
        assert (correction.node, correction.numerator) == ("KABID-2/C1", (9, 90))
        assert correction.text() == "pembilang realisasi KABID-2/C1 90 (tertulis 9)"

    def test_a_level_is_called_by_its_name(self) -> None:
        """The opinion of the whole is the worst of the opinions."""
        scale = OrdinalScale(["TMP", "WDP", "WTP"])
        fields = {"scale": scale, "unit": None}
        top, *children = [target("T" if at == 0 else f"C{at}", Level("WTP"), **fields) for at in range(3)]
        realizations = {TOP: [Realization("T", Level("WTP"), status="final")]}
        for at, level in ((1, "WTP"), (2, "WDP")):
            realizations[f"KABID-{at + 1}", f"C{at}"] = [Realization(f"C{at}", Level(level))]
        (one,) = report_on(family(top, *children, kind="minimum", realizations=realizations)).repairs
        assert one.corrections[0].text("en") == "the realization of KABID-3/C2 is WTP (stated: WDP)"

    def test_an_adopted_number_is_the_same(self) -> None:
        """Each of joint holders has what the parent has."""
        (one,) = reported([(40, "draft"), 50, 50], kind="same").repairs
        assert ways(one) == [{"KADIS/T": 50}, {"KABID-2/C1": 40, "KABID-3/C2": 40}]


class TestTargets:
    def promised(self, *values: int, **more: Any) -> CascadeReport:
        """The report on a parent and its children by what they promise."""
        top, *children = [target("T" if at == 0 else f"C{at}", value) for at, value in enumerate(values)]
        return report_on(family(top, *children, **more))

    def test_a_promise_is_rather_raised_than_softened(self) -> None:
        """100 of 105: all cost the same, and the parent's own promise comes last."""
        (one,) = self.promised(105, 40, 35, 25).repairs
        assert ways(one) == [{"KABID-2/C1": 45}, {"KABID-3/C2": 40}, {"KABID-4/C3": 30}, {"KADIS/T": 100}]
        assert (one.cost, one.corrections[0].side) == (6, "target")

    def test_more_than_is_needed_is_no_fault(self) -> None:
        """Children may promise more, and a part may promise less."""
        assert self.promised(95, 40, 35, 25).repairs == ()
        assert self.promised(105, 40, 35, 25, groups=[Group(parent=TOP, coverage="subset")]).repairs == ()

    def test_what_lies_outside_counts(self) -> None:
        """95 and 10 from elsewhere."""
        assert self.promised(105, 40, 35, 20, groups=[Group(parent=TOP, other=10)]).repairs == ()

    def test_what_is_not_signed_gives_way_first(self) -> None:
        """A draft of an agreement costs less than one that is signed."""
        agreements = [
            pk("PK-1", "KADIS", "II", None, target("T", 100)),
            pk("PK-2", "KABID", "III", "KADIS", target("A", 60)),
            pk("PK-3", "LAIN", "III", "KADIS", target("B", 30), signed_on=None),
        ]
        links = [link("KABID/A", "KADIS/T", "sum"), link("LAIN/B", "KADIS/T", "sum")]
        (one,) = report_on(Cascade(agreements, links)).repairs
        assert (ways(one), one.cost) == ([{"LAIN/B": 40}], 2)


class TestWithoutRepair:
    def test_there_is_none_where_all_agree(self) -> None:
        """And it is said so."""
        report = reported([94, 38, 36, 20])
        assert report.repairs == ()
        assert report.repair() == "Tidak ada angka yang perlu diperbaiki."

    def test_measured_parents_need_not_agree(self) -> None:
        """They have a source of their own."""
        facts = [NodeFacts(TOP, calc="measured")]
        assert reported([95, 38, 36, 20], nodes=facts).repairs == ()

    def test_what_cannot_be_compared_is_left_alone(self) -> None:
        """Families are no percent."""
        top, child = target("T", 0), target("C1", 0, unit="%")
        report = report_on(family(top, child, realizations={TOP: 5, ("KABID-2", "C1"): 4}))
        assert report.repairs == ()
        assert len(repairs_of(report.case)) == 1

    def test_a_missing_number_may_be_what_is_needed(self) -> None:
        """95 is 38 and something; 30 cannot be, where nothing is below zero."""
        assert reported([95, 38, None]).repairs == ()
        (one,) = reported([(30, "final"), 38, None], fields={"measure": "flow"}).repairs
        assert ways(one) == [{"KABID-2/C1": 30}]

    def test_where_no_number_helps_it_is_said_so(self) -> None:
        """Bands are promised as they are, and these do not meet; another group is mended all the same."""
        fields = {"polarity": "stabilize"}
        agreements = [
            pk("PK-1", "K", "II", None, target("T", 100), target("R", Range(80, 90), **fields)),
            pk("PK-2", "L", "III", "K", target("A", 90), target("B", Range(10, 20), **fields)),
        ]
        report = report_on(Cascade(agreements, [link("L/A", "K/T", "sum"), link("L/B", "K/R", "mean")]))
        mended, hopeless = report.repairs
        assert ways(mended) == [{"L/A": 100}, {"K/T": 90}]
        assert (hopeless.corrections, hopeless.groups) == ((), ("K/R",))
        assert hopeless.text() == "Tidak ditemukan angka yang membuat K/R cocok."

    def test_what_hangs_together_with_a_hopeless_group_is_mended(self) -> None:
        """The child of a band is a parent itself."""
        fields = {"polarity": "stabilize"}
        agreements = [
            pk("PK-1", "K", "II", None, target("R", Range(80, 90), **fields)),
            pk("PK-2", "L", "III", "K", target("B", Range(10, 20), **fields)),
            pk("PK-3", "M", "IV", "L", target("C", 50, **fields)),
        ]
        report = report_on(Cascade(agreements, [link("L/B", "K/R", "mean"), link("M/C", "L/B", "mean")]))
        assert [(one.groups, ways(one)) for one in report.repairs] == [
            (("K/R",), [{}]),
            (("L/B",), [{"M/C": 20}]),
        ]


class TestSeveral:
    def test_mistakes_far_apart_are_two_repairs(self) -> None:
        """Each with what it mends."""
        agreements = [
            pk("PK-1", "A", "II", None, target("A", 0)),
            pk("PK-2", "B", "III", "A", target("B", 0), target("C", 0)),
            pk("PK-3", "D", "IV", "B", target("D", 0), target("E", 0), target("F", 0)),
        ]
        links = [link("B/B", "A/A", "sum"), link("B/C", "A/A", "sum")]
        links += [link("D/D", "B/B", "sum"), link("D/E", "B/B", "sum"), link("D/F", "B/C", "sum")]
        values = {"A/A": 30, "B/B": 20, "B/C": 10, "D/D": 10, "D/E": 11, "D/F": 9}
        realizations: Any = {
            tuple(key.split("/")): [Realization(key.split("/")[1], value, status="draft" if key[0] == "D" else "final")]
            for key, value in values.items()
        }
        found = report_on(Cascade(agreements, links, realizations=realizations)).repairs
        assert [(one.groups, ways(one)) for one in found] == [
            (("B/B",), [{"D/E": 10}, {"D/D": 9}]),
            (("B/C",), [{"D/F": 10}]),
        ]

    def test_a_circle_of_shares_is_mended_without_a_claim_to_be_cheapest(self) -> None:
        """Two parents share two children."""
        names = ["P", "Q", "A", "B"]
        shares = [("A", "P", "0.5"), ("A", "Q", "0.5"), ("B", "P", "0.5"), ("B", "Q", "0.5")]
        cascade = Cascade(
            [pk(f"PK-{name}", name, None, None, target(name, 0)) for name in names],
            [
                Link(child=(child,) * 2, parent=(parent,) * 2, kind="sum", share=share)
                for child, parent, share in shares
            ],
            realizations={(name,) * 2: value for name, value in zip(names, (31, 32, 40, 20), strict=True)},
        )
        found = report_on(cascade).repairs
        assert [(one.groups, one.is_optimal) for one in found] == [(("P/P",), False), (("Q/Q",), False)]
        assert found[0].text("en").endswith("There may be a cheaper way.")


class TestText:
    def correction(self, node: str) -> Correction:
        """A correction of 4 into 40."""
        return Correction(node, "actual", 4, 40, cost=1, shown=(Text.literal("4"), Text.literal("40")))

    @pytest.mark.parametrize(("count", "said"), [(3, "; "), (5, "dan 2 cara lain")])
    def test_only_three_alternatives_are_said(self, count: int, said: str) -> None:
        """The rest is a number."""
        others = tuple((self.correction(f"K{at}/A"),) for at in range(count))
        one = Repair((self.correction("K/A"),), ("T/T",), cost=1, is_optimal=True, alternatives=others)
        assert said in one.text()
        assert "K3/A" not in one.text()

    def test_several_are_one_a_line(self) -> None:
        """And two corrections go together."""
        one = Repair((self.correction("K/A"), self.correction("L/B")), ("T/T",), cost=2, is_optimal=True)
        assert repairs_text([one, one], "en").split("\n") == [one.text("en")] * 2
        assert one.text() == (
            "T/T cocok dengan bawahannya bila realisasi K/A 40 (tertulis 4) dan realisasi L/B 40 (tertulis 4)."
        )

    def test_a_number_without_an_end_is_exact_in_data_and_rounded_for_people(self) -> None:
        """A third of 10."""
        (one,) = reported([(4, "draft"), (4, "final"), (3, "final"), (3, "final")], kind="mean").repairs
        assert one.corrections[0].after == Fraction(10, 3)
        assert "3,33" in one.text()

    def test_it_is_pickled_as_it_is(self) -> None:
        """With its corrections."""
        (one,) = reported([95, 38, 36, 20]).repairs
        assert pickle.loads(pickle.dumps(one)) == one


def test_each_knot_has_its_repair_whatever_stands_before_it() -> None:
    """Two groups that hang together, and then one that stands alone."""
    agreements = [
        pk("PK-1", "K", "II", None, target("P", 100)),
        pk("PK-2", "L", "III", "K", target("A", 30), target("B", 50)),
        pk("PK-3", "M", "IV", "L", target("C", 10), target("D", 20)),
        pk("PK-4", "N", "II", None, target("Q", 40)),
    ]
    links = [link("L/A", "K/P", "sum"), link("L/B", "K/P", "sum"), link("M/C", "L/A", "sum")]
    links.append(link("M/D", "N/Q", "sum"))
    report = report_on(Cascade(agreements, links))
    assert {group for one in report.repairs for group in one.groups} == {"K/P", "N/Q", "L/A"}
