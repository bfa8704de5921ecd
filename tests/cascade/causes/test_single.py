"""What a user sees of the mistakes about one child; that they are found at all is a property."""

from datetime import date
from typing import Any

import pytest

from sakip import Level, Period, Realization
from sakip.cascade import Cascade, Group, Hypothesis, Link
from tests.cascade.making import TOP, family, pk, report_on, target


def found(code: str, actuals: list[Any], **more: Any) -> list[Hypothesis]:
    """The hypotheses of one code about a parent and its children, whose realizations come after the parent's."""
    fields = more.pop("fields", {})
    kind, plans = more.pop("kind", "sum"), more.pop("plans", [100, *[50] * (len(actuals) - 1)])
    top, *children = [target("T" if at == 0 else f"C{at}", plan, **fields) for at, plan in enumerate(plans)]
    keys = [TOP, *((f"KABID-{at + 1}", f"C{at}") for at in range(1, len(actuals)))]
    realizations = {key: value for key, value in zip(keys, actuals, strict=True) if value is not None}
    hypotheses = report_on(family(top, *children, kind=kind, realizations=realizations, **more)).hypotheses(TOP)
    return [one for one in hypotheses if one.code == code]


SEPTEMBER: dict[str, Any] = {"signed_on": date(2025, 9, 1)}


def texts(*args: Any, **more: Any) -> list[str]:
    """Their sentences in English."""
    return [one.text("en") for one in found(*args, **more)]


class TestLeftOut:
    def test_a_part_outside_the_cascade_can_be_left_out_too(self) -> None:
        """The 10 that came from elsewhere were not added."""
        group = Group(parent=TOP, other=10, other_actual=10)
        assert texts("H04", [90, 40, 50], groups=[group]) == [
            "it fits if the part outside the cascade (10) is left out"
        ]

    def test_of_a_mean_the_others_are_divided_by_their_number(self) -> None:
        """50 is the mean of 40 and 60 without the 20."""
        assert texts("H04", [50, 40, 60, 20], kind="mean") == ["it fits if KABID-4/C3 is left out"]

    def test_the_least_without_the_least_is_the_next(self) -> None:
        """60 instead of 40."""
        assert texts("H04", [60, 40, 60, 80], kind="minimum") == ["it fits if KABID-2/C1 is left out"]

    def test_an_only_child_is_not_left_out(self) -> None:
        """Then nothing would be left to make a number."""
        assert found("H04", [0, 40]) == []


class TestCountedTwice:
    def test_the_least_does_not_notice(self) -> None:
        """Twice the least is still the least."""
        assert found("H05", [80, 40, 60], kind="minimum") == []

    def test_one_of_a_mean_weighs_double(self) -> None:
        """(40 + 40 + 70) / 3."""
        assert texts("H05", [50, 40, 70], kind="mean") == ["it fits if KABID-2/C1 is counted twice"]


class TestTurnedAround:
    def test_a_percentage_may_have_been_measured_the_other_way(self) -> None:
        """The mean of 90 and 20 is 55; of 90 and 80 it is 85."""
        (one,) = found("H08", [85, 90, 20], kind="mean", fields={"unit": "%"})
        assert one.nodes == ("KABID-3/C2",)
        assert one.data["value"] == "80"

    def test_what_is_no_percentage_has_no_whole(self) -> None:
        """100 families less 20 are nothing in particular."""
        assert found("H08", [85, 90, 20], kind="mean") == []

    def test_the_parent_may_have_measured_the_opposite(self) -> None:
        """45 is 100 less the mean of 90 and 20."""
        assert "it is 100 less the result, so the opposite was measured" in texts(
            "H08", [45, 90, 20], kind="mean", fields={"unit": "persen"}
        )

    def test_what_is_counted_per_mil_has_a_whole_of_a_thousand(self) -> None:
        """200 is 1,000 less the mean of 800 and 800; 850 the mean of 900 and 800, which was measured as 200."""
        per_mil = {"unit": "per mil"}
        assert texts("H08", [200, 800, 800], kind="mean", fields=per_mil) == [
            "it is 1,000 less the result, so the opposite was measured"
        ]
        (one,) = found("H08", [850, 900, 200], kind="mean", fields=per_mil)
        assert (one.data["value"], one.data["whole"]) == ("800", "1000")

    def test_declared_inversions_may_have_been_forgotten(self) -> None:
        """90 and 10, which counts as 90, make 90; without the inversion 50."""
        links = [{}, {"inverse": True}]
        assert "it fits if the inversion on the links is ignored" in texts(
            "H08", [50, 90, 10], kind="mean", links=links
        )


class TestAchievements:
    def test_the_parent_may_report_its_achievement(self) -> None:
        """60 of 80 is 75 percent."""
        assert texts("H11", [75, 20, 40], plans=[80, 40, 44]) == [
            "it is the achievement of the target (75 %), and not the realization"
        ]

    def test_a_child_may_have_recorded_its_achievement(self) -> None:
        """95 percent of 40 is 38, and 38 and 36 are 74."""
        assert texts("H11", [74, 95, 36], plans=[100, 40, 44]) == [
            "it fits if what KABID-2/C1 records is its achievement in percent; its realization is 38"
        ]

    @pytest.mark.parametrize("value", [50, 200])
    def test_of_less_is_better_both_formulas_are_tried(self, value: int) -> None:
        """20 against a target of 10: (20 - 20) / 10 and 10 / 20."""
        actual = {50: 55, 200: 5}[value]
        plans, fields = [100, 10, 7], {"polarity": "minimize"}
        assert len(found("H11", [actual, 20, 5], plans=plans, fields=fields)) == 1

    @pytest.mark.parametrize(
        ("kind", "value", "own", "polarity", "expected"),
        [
            # 50 and 125 percent of 60 and 40; where less is better 150 and 75, or 200 and 80.
            ("sum", 175, 999, "maximize", [("", None)]),
            ("mean", "87.5", 999, "maximize", [("", None)]),
            ("sum", 225, 999, "minimize", [("", None)]),
            ("sum", 280, 999, "minimize", [("", None)]),
            ("sum", 230, 999, "minimize", []),  # one in one way and one in the other
            ("sum", 100, 999, "maximize", [("1", "50")]),
            ("sum", 155, 999, "maximize", [("2", "125")]),
            ("sum", 200, 999, "minimize", [("1", "150")]),
            ("sum", 250, 999, "minimize", [("1", "200")]),
            ("sum", 105, 999, "minimize", [("2", "75")]),
            ("sum", 110, 999, "minimize", [("2", "80")]),
            # The parent's own 80 of 125 and of 100.
            ("sum", 64, 125, "maximize", [("", "64")]),
            ("sum", 120, 100, "minimize", [("", "120")]),
            ("sum", 125, 100, "minimize", [("", "125")]),
            ("sum", 81, 100, "minimize", []),
            # 30 and 50 percent of 60 and 40 are 18 and 20.
            ("sum", 68, 999, "maximize", [("1", "18")]),
            ("sum", 50, 999, "maximize", [("2", "20")]),
        ],
    )
    def test_an_achievement_in_the_place_of_a_number(
        self, kind: str, value: Any, own: int, polarity: str, expected: Any
    ) -> None:
        """30 of 60 and 50 of 40: of all children, of the parent itself, or of one child, in either place."""
        told = found("H11", [value, 30, 50], kind=kind, plans=[own, 60, 40], fields={"polarity": polarity})
        assert [("".join(node[-1] for node in one.nodes), one.data.get("value")) for one in told] == expected

    def test_a_target_of_zero_has_no_achievement(self) -> None:
        """There is nothing to divide by."""
        assert found("H11", [75, 20, 40], plans=[0, 0, 0]) == []


class TestOldVersions:
    def cascade(self, promised: int) -> Cascade:
        """Two children that were both amended from 40 to 50."""
        agreements = [pk("PK-1", "KADIS", "II", "BUPATI", target("T", promised))]
        for at in (2, 3):
            first = pk(f"PK-{at}", f"KABID-{at}", "III", "KADIS", target(f"C{at}", 40))
            changes = {f"C{at}": 50 + at}
            second = first.amend(
                code=f"PK-{at}-P",
                signed_on=date(2025, 9, 1),
                reason="strategy",
                targets=changes,
            )
            agreements += [first, second]
        return Cascade(agreements, [Link(child=(f"KABID-{at}", f"C{at}"), parent=TOP, kind="sum") for at in (2, 3)])

    def test_one_or_all_may_be_read_from_before(self) -> None:
        """40 + 53 and 40 + 40."""
        (one,) = [each for each in report_on(self.cascade(93)).hypotheses(TOP, "target") if each.code == "H09"]
        assert one.text("en") == "it fits if the target of KABID-2/C2 is read from the old version (PK-2): 40"
        (one,) = [each for each in report_on(self.cascade(80)).hypotheses(TOP, "target") if each.code == "H09"]
        assert one.text("en") == "it fits if the targets of all amended children are read from the version before"

    def test_one_old_column_is_presumed_before_a_child_that_is_left_out(self) -> None:
        """50 and 40 were 40 and 30, and a third promises 20: 90 is the former 70 and 20, or 50 and 40 alone."""
        agreements = [pk("PK-1", "KADIS", "II", "BUPATI", target("T", 90))]
        for at, (old, new) in enumerate(((40, 50), (30, 40)), 2):
            first = pk(f"PK-{at}", f"KABID-{at}", "III", "KADIS", target(f"C{at}", old))
            changes = {f"C{at}": new}
            agreements += [first, first.amend(code=f"{first.code}-P", reason="strategy", targets=changes, **SEPTEMBER)]
        agreements.append(pk("PK-4", "KABID-4", "III", "KADIS", target("C4", 20)))
        links = [Link(child=(f"KABID-{at}", f"C{at}"), parent=TOP, kind="sum") for at in (2, 3, 4)]
        whole, one = report_on(Cascade(agreements, links)).hypotheses(TOP, "target")
        assert (whole.code, whole.nodes, one.code, one.nodes) == ("H09", (), "H04", ("KABID-4/C4",))
        assert whole.text() == "angka itu cocok bila target semua bawahan yang diubah dibaca dari versi sebelumnya"

    def test_what_is_promised_now_is_no_old_version(self) -> None:
        """105 is what both promise now."""
        assert report_on(self.cascade(105)).hypotheses(TOP, "target") == ()


class TestTargets:
    def test_a_parent_that_reports_its_own_target_says_so_even_while_data_is_missing(self) -> None:
        """A column that was copied shows whatever else is known."""
        assert texts("H15", [100, 40, None]) == [
            "it equals its own target; the column of the targets may have been copied"
        ]

    def test_a_period_is_no_target(self) -> None:
        """The target of the year does not stand for the realization of a quarter that is the only one."""
        quarter = [Realization("C1", 20, period=Period.quarter(2025, 1))]
        assert found("H15", [70, quarter, 50], plans=[100, 30, 60]) == []

    @pytest.mark.parametrize(
        ("value", "sentence"),
        [
            (90, "it is exactly what the targets of the children make, and not their realizations"),
            (70, "it fits if KABID-2/C1 enters with its target (30) and not with its realization"),
            (101, "it fits if KABID-3/C2 enters with its target (60) and not with its realization"),
        ],
    )
    def test_all_children_or_one_may_enter_with_what_they_promised(self, value: int, sentence: str) -> None:
        """30 and 60 were promised, 41 and 40 delivered."""
        assert texts("H15", [value, 41, 40], plans=[999, 30, 60]) == [sentence]

    def test_all_targets_must_be_numbers(self) -> None:
        """A text among the targets of the children makes no sum."""
        assert found("H15", [90, 41, 40], plans=[999, 30, Level("Sesuai kebutuhan")]) == []


@pytest.mark.parametrize(
    ("actuals", "plans", "order"),
    [
        ([90, 4, 5], [999, 30, 60], ["H15", "H12"]),  # all targets, before the parent's own digits
        ([100, 4, 6], [100, 31, 60], ["H12", "H15"]),  # two ways in which the parent's own number may be wrong
        ([100, 41, 100], [100, 31, 60], ["H15", "H04"]),  # the parent's own number, before one child
        ([81, 41, 40, 11], [999, 30, 50, 60], ["H04", "H15"]),  # two ways in which one child may be wrong
        ([130, 5, 8], [999, 10, 10], ["H11", "H12"]),  # all achievements, before the parent's own digits
    ],
)
def test_the_less_has_to_be_assumed_the_earlier_it_is_said(
    actuals: list[int], plans: list[int], order: list[str]
) -> None:
    """A formula of all, the parent's own number, then one child among several; of the same sort by code."""
    top, *children = [target("T" if at == 0 else f"C{at}", plan) for at, plan in enumerate(plans)]
    done = {(f"KABID-{at + 1}", f"C{at}") if at else TOP: value for at, value in enumerate(actuals)}
    assert [one.code for one in report_on(family(top, *children, realizations=done)).hypotheses(TOP)] == order


def test_of_one_code_the_formula_comes_before_the_number_itself() -> None:
    """What is about all children needs nothing to be assumed, whatever the code."""

    def order(actuals: list[Any], plans: list[int], **more: Any) -> list[str]:
        fields = more.pop("fields", {})
        top, *children = [target("T" if at == 0 else f"C{at}", plan, **fields) for at, plan in enumerate(plans)]
        done = {(f"KABID-{at + 1}", f"C{at}") if at else TOP: value for at, value in enumerate(actuals)}
        return [one.code for one in report_on(family(top, *children, realizations=done, **more)).hypotheses(TOP)][:2]

    # 100 and 60 percent of what was promised have a mean of 80, which is also 100 less the mean of 20.
    assert order([80, 10, 30], [999, 10, 50], kind="mean", fields={"unit": "%"}) == ["H11", "H08"]
    # 7,5 of 10 are 75 percent, and ten times 7,5.
    assert order([75, 4, "3.5"], [10, 9, 8]) == ["H11", "H12"]
    # 90 and 10 without the inversion, or the targets of 150 less 50.
    assert order([100, 90, 10], [999, 150, 50], links=[{}, {"inverse": True}]) == ["H08", "H15"]
