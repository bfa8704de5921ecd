from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from sakip import Agreement, Level, OrdinalScale, Party, Period, Range, Realization, Target, Tenure
from sakip.cascade import KEMENKEU, PEMDA, CascadeFinding, CascadeReport
from sakip.cascade.checks.handing_on import CAS904
from tests.cascade.making import agreed, target, told, validated

QUARTERS = [Period.quarter(2025, at) for at in (1, 2, 3, 4)]
RISING = dict(zip(QUARTERS, (70, 80, 90, 100), strict=True))


def report(
    promised: Target, handed: Any, amounts: Sequence[Any] = (20, 25), *, since: date = date(2025, 7, 1), **given: Any
) -> CascadeReport:
    """A successor's version with this target, after so much was delivered quarter by quarter."""
    first = agreed("PK-1", "KADIS", "II", "BUPATI", [promised])
    later = first.amend(code="PK-1-P", signed_on=since, reason="official", targets={"T": handed})
    facts = [Realization("T", value, period=at) for at, value in zip(QUARTERS, amounts, strict=False)]
    versions: list[Agreement] = [first, later]
    return validated(versions, realizations={("KADIS", "T"): facts}, **{"profile": KEMENKEU, **given})


def wrong(*arguments: Any, **given: Any) -> list[CascadeFinding]:
    """The findings of CAS904."""
    return told(report(*arguments, **given), "CAS904")


def summed(value: Any = 100, **fields: Any) -> Target:
    """A target that adds up over the year."""
    return target("T", value, consolidation="sum", **fields)


class TestSum:
    """CAS904: of a sum a successor promises what is left."""

    @pytest.mark.parametrize(("handed", "fires"), [(55, False), (100, True), (50, True), (54, True), (56, True)])
    def test_what_is_left_of_a_hundred(self, handed: int, fires: bool) -> None:
        """45 were delivered by 30 June, so 55 are left: not 100 again, and not half."""
        hits = wrong(summed(), handed)
        assert bool(hits) is fires
        if fires:
            (one,) = hits
            assert (one.subject, one.cell, one.severity) == ("KADIS/T", "target", "error")
            assert (one.data["expected"], one.data["delivered"], one.data["date"]) == ("55", "45", "2025-06-30")
            assert one.text() == (
                f"PK-1-P menargetkan {handed} pada KADIS/T; dari 100 setahun (jumlah) terealisasi 45 sampai "
                "30 Juni 2025, jadi yang tersisa 55"
            )

    @pytest.mark.parametrize(("handed", "fires"), [(100, False), (55, False), (50, True)])
    def test_where_the_agreement_is_for_the_year(self, handed: int, fires: bool) -> None:
        """In a region the successor's version may state the year's target as before; a third number is neither."""
        assert bool(wrong(summed(), handed, profile=PEMDA)) is fires

    def test_declared_decimals_are_granted(self) -> None:
        """A number stated in whole units stands for half a unit around it."""
        whole = summed(decimals=0)
        assert wrong(whole, 55, ["20", "25.5"]) == []
        assert wrong(whole, 55, ["20", "25.6"]) != []
        assert wrong(whole, 55, ["20", "25.504"]) != []
        assert wrong(summed(), 55, ["20", "25.5"]) != []

    def test_delivered_beyond_the_target(self) -> None:
        """Where nothing is left no number is wrong."""
        assert wrong(summed(), 10, [60, 40]) == []
        assert wrong(summed(), 10, [60, 50]) == []

    def test_within_a_period_the_last_one_that_was_over_counts(self) -> None:
        """Who takes over in August knows what was delivered by June."""
        assert wrong(summed(), 55, [20, 25, 30], since=date(2025, 8, 15)) == []
        assert wrong(summed(), 25, [20, 25, 30], since=date(2025, 8, 15)) != []

    @pytest.mark.parametrize(("since", "left"), [(date(2025, 6, 30), 80), (date(2025, 7, 1), 55)])
    def test_a_period_is_over_on_the_day_after_its_last(self, since: date, left: int) -> None:
        """Who takes over on 30 June still answers for the second quarter."""
        assert [bool(wrong(summed(), handed, since=since)) for handed in (80, 55)] == [left != 80, left != 55]

    def test_months_are_read_to_the_last_one(self) -> None:
        """Reported by the month, seven of them count for whoever takes over in August."""
        first = agreed("PK-1", "KADIS", "II", "BUPATI", [summed()])
        months = [Realization("T", 10, period=Period.month(2025, at)) for at in range(1, 9)]
        for handed, fires in ((30, False), (40, True)):
            later = first.amend(code="PK-P", signed_on=date(2025, 8, 15), reason="official", targets={"T": handed})
            one = validated([first, later], realizations={("KADIS", "T"): months}, profile=KEMENKEU)
            assert bool(told(one, "CAS904")) is fires

    def test_what_else_is_reported_is_left_aside(self) -> None:
        """The figure of the whole year, and one quarter that is reported twice alike, change nothing."""
        first = agreed("PK-1", "KADIS", "II", "BUPATI", [summed()])
        later = first.amend(code="PK-P", signed_on=date(2025, 7, 1), reason="official", targets={"T": 55})
        facts = [Realization("T", value, period=at) for at, value in zip(QUARTERS, (20, 25), strict=False)]
        facts += [Realization("T", 90), Realization("T", 25, period=QUARTERS[1], status="final")]
        assert told(validated([first, later], realizations={("KADIS", "T"): facts}, profile=KEMENKEU), "CAS904") == []

    def test_the_plan_of_the_rest_is_no_sum(self) -> None:
        """55 are left, whatever was planned for the third and the fourth quarter."""
        indicator = summed().indicator
        planned = Target(indicator, 100, trajectory=dict.fromkeys(QUARTERS, 25))
        assert wrong(planned, Target(indicator, 50)) != []
        assert wrong(planned, Target(indicator, 55)) == []

    def test_the_tenure_says_since_when(self) -> None:
        """Signed in October, in office since 1 July: the third quarter is the successor's own."""
        heir = Tenure(Party("KADIS"), "Contoh B", starts=date(2025, 7, 1))
        amounts = [20, 25, 30]
        assert wrong(summed(), 55, amounts, since=date(2025, 10, 10)) != []
        assert wrong(summed(), 55, amounts, since=date(2025, 10, 10), tenures=[heir]) == []
        both = [heir, Tenure(Party("KADIS"), "Contoh C", starts=date(2025, 10, 10))]
        assert wrong(summed(), 25, amounts, since=date(2025, 10, 10), tenures=both) == []
        early = Tenure(Party("KADIS"), "Contoh A", starts=date(2024, 7, 1))
        assert wrong(summed(), 25, amounts, since=date(2025, 10, 10), tenures=[early]) == []


class TestOthers:
    """CAS904: a state hands on its target, a mean what the rest must reach or the plan of the rest."""

    @pytest.mark.parametrize("how", ["last_level", "last_progress", "minimum", "maximum"])
    def test_the_same_target_stands(self, how: str) -> None:
        """Of a coverage of 80 percent nothing is used up."""
        one = target("T", 80, consolidation=how, unit="%")
        assert wrong(one, 80, [60, 70]) == []
        assert wrong(one, 40, [60, 70])[0].data["expected"] == "80"

    @pytest.mark.parametrize(("handed", "fires"), [(55, False), (100, False), (45, True), (54, True), (56, True)])
    def test_of_a_cumulative_figure_what_is_left_may_be_stated(self, handed: int, fires: bool) -> None:
        """Of 100 by the end of the year 45 were there: 55 are still to be added, as a handbook of KMK 467 says."""
        one = target("T", 100, consolidation="last_progress")
        assert bool(wrong(one, handed, [20, 45])) is fires
        assert bool(wrong(one, handed, [20, 45], profile=PEMDA)) is fires

    @pytest.mark.parametrize(("handed", "fires"), [("3.33", False), ("3.3", True), ("3.25", True), ("3.34", True)])
    def test_a_mean(self, handed: str, fires: bool) -> None:
        """A year of 3,25 with 3 in the first quarter leaves 10/3, with two decimals 3,33."""
        one = target("T", "3.25", consolidation="average", unit="indeks")
        hits = wrong(one, handed, [3], since=date(2025, 4, 1))
        assert bool(hits) is fires
        assert not hits or "dari 3,25 setahun (rata-rata) terealisasi 3 sampai 31 Maret 2025" in hits[0].text()

    def test_a_mean_by_its_trajectory(self) -> None:
        """KMK 467/2014: the mean of what is planned for the rest."""
        indicator = target("T", consolidation="average", unit="indeks").indicator
        one = Target(indicator, 85, trajectory=RISING)
        assert wrong(one, Target(indicator, 95), [70, 80]) == []
        assert wrong(one, Target(indicator, 96), [70, 80]) != []

    @pytest.mark.parametrize("how", ["last_level", "last_progress", "minimum", "maximum"])
    def test_a_target_of_nothing_stands_too(self, how: str) -> None:
        """No case at all was promised: of a state that is not used up, and five are not none."""
        one = target("T", 0, consolidation=how, polarity="minimize", unit="kasus")
        assert wrong(one, 0, [0, 0]) == []
        assert wrong(one, 5, [0, 0]) != []

    @pytest.mark.parametrize("how", ["last_level", "minimum", "maximum"])
    def test_of_a_state_there_is_no_rest(self, how: str) -> None:
        """80 with 70 reached is 80 for the successor, and not the 10 between them."""
        assert wrong(target("T", 80, consolidation=how, unit="%"), 10, [70, 70]) != []

    def test_only_a_mean_hands_on_the_plan_of_the_rest(self) -> None:
        """A coverage that is planned to rise from 70 to 100 is to stand at 100, and not where the quarter before is."""
        indicator = target("T", consolidation="minimum", unit="%").indicator
        one = Target(indicator, 70, trajectory=RISING)
        assert wrong(one, Target(indicator, 70), [70, 80]) == []
        assert wrong(one, Target(indicator, 90), [70, 80]) != []

    def test_a_range_a_level_and_a_date(self) -> None:
        """They stand as they are."""
        band = Target(target("T", polarity="stabilize", consolidation="last_level").indicator, Range(80, 90))
        assert wrong(band, Range(80, 90), [85, 85]) == []
        assert wrong(band, Range(95, 99), [85, 85]) != []
        assert wrong(band, Target(band.indicator, 85), [85, 85]) != []
        scale = OrdinalScale(["C", "B", "BB"])
        grade = Target(target("T", unit=None, scale=scale, consolidation="last_level").indicator, Level("BB"))
        assert wrong(grade, Level("BB"), [Level("B"), Level("B")]) == []
        assert wrong(grade, Level("B"), [Level("B"), Level("B")])[0].data["expected"] == "BB"
        number = target("T", 5, consolidation="last_level", unit=None)
        assert wrong(number, Target(number.indicator, date(2025, 12, 1)), [1, 2]) != []

    @pytest.mark.parametrize(
        ("handed", "fires"),
        [
            ((80, 90), False),
            (("80.005", "89.995"), False),
            (("80.006", 90), True),
            ((80, "90.006"), True),
            ((0, 1000), True),
            ((85, 150), True),
            ((90, 95), True),
        ],
    )
    def test_both_ends_of_a_range_are_left(self, handed: tuple[Any, Any], fires: bool) -> None:
        """A band of which a part would do is another promise."""
        band = Target(target("T", polarity="stabilize", consolidation="last_level").indicator, Range(80, 90))
        assert bool(wrong(band, Range(*handed), [85, 85])) is fires

    @pytest.mark.parametrize(("handed", "fires"), [((0, 5), False), ((-5, 5), False), ((1, 5), True), ((0, 6), True)])
    def test_of_a_sum_nothing_is_left_below_zero(self, handed: tuple[int, int], fires: bool) -> None:
        """85 of 80 to 90 are there: up to five more keep the promise."""
        band = Target(target("T", polarity="stabilize", consolidation="sum").indicator, Range(80, 90))
        assert bool(wrong(band, Range(*handed), [40, 45])) is fires


class TestUnknown:
    """CAS904: where what was delivered is not known, nothing passes and nothing is claimed."""

    def test_a_changed_target_without_figures(self) -> None:
        """Nobody reported anything before the change."""
        (one,) = wrong(summed(), 55, [])
        assert (one.verdict, one.cell) == ("unknown", "target")
        assert one.severity == "warning"
        assert "mengubah target KADIS/T dari 100 menjadi 55" in one.text()
        assert "tidak dapat dihitung" in one.text()

    def test_a_target_that_is_kept_without_figures(self) -> None:
        """Where the rest is asked for, and nobody can say how much that is."""
        (one,) = wrong(summed(), 100, [])
        assert (one.verdict, one.severity) == ("unknown", "warning")
        assert "mempertahankan target KADIS/T, 100, bagi pejabat baru" in one.text()
        assert wrong(summed(), 100, [], profile=PEMDA) == []

    def test_before_any_period_is_over(self) -> None:
        """Taken over in February: the year's target is what is left, any other number cannot be judged."""
        assert wrong(summed(), 100, [], since=date(2025, 2, 10)) == []
        assert [one.verdict for one in wrong(summed(), 90, [], since=date(2025, 2, 10))] == ["unknown"]

    def test_no_consolidation(self) -> None:
        """Nobody says how the periods make the year."""
        (one,) = wrong(target("T", 100), 55)
        assert one.verdict == "unknown"

    def test_figures_that_contradict_each_other_are_the_headline(self) -> None:
        """Two amounts for one quarter: another check, and this one is skipped."""
        first = agreed("PK-1", "KADIS", "II", "BUPATI", [summed()])
        later = first.amend(code="PK-1-P", signed_on=date(2025, 7, 1), reason="official", targets={"T": 55})
        twice = [Realization("T", value, period=QUARTERS[0]) for value in (20, 30)]
        one = validated([first, later], realizations={("KADIS", "T"): twice}, profile=KEMENKEU)
        assert told(one, "CAS107")
        assert one.ledger.verdict("CAS904", "KADIS/T") == "skipped"


class TestApplies:
    """CAS904 is asked of the version of a successor, and of what was promised before it."""

    def test_only_where_the_official_changed(self) -> None:
        """An amendment for another reason may promise what it likes, and so may a first version."""
        first = agreed("PK-1", "KADIS", "II", "BUPATI", [summed()])
        other = first.amend(code="PK-1-P", signed_on=date(2025, 7, 1), reason="strategy", targets={"T": 50})
        one = validated([first, other], profile=KEMENKEU)
        assert one.ledger.verdict("CAS904", "KADIS/T") == "not_applicable"
        alone = agreed("PK-1", "KADIS", "II", "BUPATI", [summed()], supersedes="PK-0", reason="official")
        assert validated([alone], profile=KEMENKEU).ledger.verdict("CAS904", "KADIS/T") == "not_applicable"

    def test_a_new_target_has_no_rest(self) -> None:
        """What the predecessor never promised."""
        first = agreed("PK-1", "KADIS", "II", "BUPATI", {"U": 1})
        later = agreed(
            "PK-1-P",
            "KADIS",
            "II",
            "BUPATI",
            [target("U", 1), summed()],
            signed_on=date(2025, 7, 1),
            supersedes="PK-1",
            reason="official",
        )
        one = validated([first, later], profile=KEMENKEU)
        assert one.ledger.verdict("CAS904", "KADIS/T") == "not_applicable"

    def test_two_successors_in_one_year(self) -> None:
        """The second one promises what is left of the year, not of what the first one promised."""
        first = agreed("PK-1", "KADIS", "II", "BUPATI", [summed()])
        heir = first.amend(code="PK-1-P", signed_on=date(2025, 7, 1), reason="official", targets={"T": 55})
        facts = [Realization("T", value, period=at) for at, value in zip(QUARTERS, (20, 25, 30), strict=False)]
        for handed, fires in ((25, False), (55, True)):
            last = heir.amend(code="PK-1-Q", signed_on=date(2025, 10, 1), reason="official", targets={"T": handed})
            one = validated([first, heir, last], realizations={("KADIS", "T"): facts}, profile=KEMENKEU)
            assert bool(told(one, "CAS904")) is fires

    def test_its_prerequisite(self) -> None:
        """A target that contradicts itself is not judged."""
        assert CAS904.after == ("CAS107",)
