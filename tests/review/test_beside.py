"""A reviewed table beside the region's rule, the agreements, and last year."""

from decimal import Decimal

import pytest

from sakip import Agreement, Indicator, Level, Objective, Party, Range, Target
from sakip.policies import LKJIP
from sakip.review import review
from sakip.scoring import Cap
from tests.review.making import causes, row


def agreement(*targets: Target) -> Agreement:
    """One signed agreement."""
    return Agreement("PK-1", year=2025, first_party=Party("Kepala"), objectives=[Objective("S", targets)])


def target(code: str, name: str, value: object, polarity: str = "maximize") -> Target:
    """One promise."""
    return Target(Indicator(code, name, polarity=polarity), value)  # type: ignore[arg-type]


class TestPolicy:
    """The region's own rule recomputes every row."""

    def test_a_row_that_follows_it(self) -> None:
        """Nothing is found."""
        assert "REV-POLICY" not in review([row("75", "60", "80")], policy=LKJIP).findings.codes()

    def test_a_row_that_follows_another_formula(self) -> None:
        """Even one that is reproduced."""
        report = review([row("10", "8", "125", polarity="negatif")], policy=LKJIP)
        assert report.lines[0].verdict == "reproduced"
        (found,) = (one for one in report.findings if one.code == "REV-POLICY")
        assert dict(found.arguments)["recomputed"] == Decimal("120.0000")

    def test_a_ceiling_of_the_policy(self) -> None:
        """130 under a cap of 120."""
        capped = LKJIP.evolve(id="kabupaten", indicator=(Cap(120), *LKJIP.indicator))
        assert "REV-POLICY" in review([row("100", "130", "130")], policy=capped).findings.codes()
        assert "REV-POLICY" not in review([row("100", "130", "120")], policy=capped).findings.codes()

    def test_a_ceiling_of_the_policy_explains_a_single_row(self) -> None:
        """One row at 120 proves no ceiling; the rule of the region does."""
        capped = LKJIP.evolve(id="kabupaten", indicator=(Cap(120), *LKJIP.indicator))
        line = review([row("100", "130", "120")], policy=capped).lines[0]
        assert (line.verdict, line.cap, line.recomputed) == ("reproduced", 120, None)
        assert review([row("100", "130", "120")], policy=LKJIP).lines[0].verdict == "not-reproduced"
        assert review([row("100", "130", "110")], policy=capped).lines[0].verdict == "not-reproduced"

    def test_a_written_rule_decides_what_the_table_does_not(self) -> None:
        """One row at 100 is undecided until a policy cuts there."""
        capped = LKJIP.evolve(id="kabupaten", indicator=(Cap(100), *LKJIP.indicator))
        rows = [row("80", "92", "100", polarity="positif")]
        assert review(rows).lines[0].undecided is not None
        line = review(rows, policy=capped).lines[0]
        assert (line.verdict, line.undecided) == ("reproduced", None)

    @pytest.mark.parametrize(
        "rows",
        [
            [row("80", "86,5", "1,08"), row("70", "68", "0,97")],
            [row("81", "92,8", "114"), row("7", "6", "85")],
            [row("79,5", "78,5", "98,00"), row("90,62", "93,96", "103,00")],
            [row("3,52", "4,02", "114,30")],
        ],
    )
    def test_another_form_is_no_other_rule(self, rows: list[dict[str, object]]) -> None:
        """Quotients, whole percentages that were cut, zeros behind them; and rounding is told as such."""
        rows = [{**one, "polarity": "positif"} for one in rows]
        assert "REV-POLICY" not in review(rows, policy=LKJIP).findings.codes()

    def test_a_row_that_follows_nothing_is_told_of_once(self) -> None:
        """Not as following another rule too."""
        codes = review([row("75", "60", "93", polarity="positif")], policy=LKJIP).findings.codes()
        assert ("REV-NOT-REPRODUCED" in codes, "REV-POLICY" in codes) == (True, False)

    def test_a_coarser_print_is_no_other_rule(self) -> None:
        """67 for 66,67."""
        assert "REV-POLICY" not in review([row("300", "200", "67")], policy=LKJIP).findings.codes()

    def test_without_a_direction(self) -> None:
        """A row that implies none is named; a target that is met needs none."""
        codes = review([row("93", "90", "50"), row("93", "93", "100")], policy=LKJIP).findings.codes()
        assert codes.count("REV-POLICY-POLARITY") == 1

    def test_a_range(self) -> None:
        """By the policy's rule for ranges."""
        assert "REV-POLICY" not in review([row("80 - 90", "70", "87,5")], policy=LKJIP).findings.codes()


class TestAgreements:
    """What was signed."""

    @pytest.mark.parametrize(
        ("signed", "printed", "same"),
        [
            (80, "80,00", True),
            (80, "81", False),
            (Range(80, 90), "80 - 90", True),
            (Range(80, 90), "80 - 95", False),
            (Level("WTP"), "WTP", True),
            (Level("WTP"), "WDP", False),
            (80, "-", False),
        ],
    )
    def test_targets(self, signed: object, printed: str, *, same: bool) -> None:
        """By code or by name, whatever capitals and signs the table writes."""
        for cells in ({"code": "iku 1"}, {"indicator": "NILAI akip"}):
            report = review(
                [row(printed, "85", "100", **cells)],
                agreements=[agreement(target("IKU-1", "Nilai AKIP", signed))],
            )
            assert ("REV-TARGET" not in report.findings.codes()) == same

    def test_dropped_and_added(self) -> None:
        """Each by its name; totals and heads of sections are no indicators."""
        rows = [
            row("80", "80", "100", indicator="B"),
            {"indicator": "Sasaran"},
            {"indicator": "Total", "achievement": "100"},
        ]
        report = review(rows, agreements=[agreement(target("A", "Indikator A", 80))])
        assert [code for code in report.findings.codes() if code in {"REV-DROPPED", "REV-ADDED"}] == [
            "REV-ADDED",
            "REV-DROPPED",
        ]

    def test_the_agreed_direction(self) -> None:
        """Computed the other way round."""
        signed = agreement(target("A", "Angka kematian", 10, "minimize"))
        report = review([row("10", "12", "120", indicator="Angka kematian")], agreements=[signed])
        assert "REV-AGREED-POLARITY" in report.findings.codes()


class TestAgreementsOfOneName:
    """Two offices promise an indicator of one name."""

    SIGNED = tuple(
        Agreement(
            f"PK-{office}",
            year=2025,
            first_party=Party(f"Kepala {office}"),
            objectives=[Objective("S", [target(f"X{office}", "Nilai AKIP", value)])],
        )
        for office, value in (("A", 75), ("B", 70))
    )

    def codes(self, *offices: tuple[str, str]) -> list[str]:
        """The codes for rows of an office and a printed target."""
        rows = [row(printed, printed, "100", indicator="Nilai AKIP", office=office) for office, printed in offices]
        report = review(rows, agreements=self.SIGNED)
        return [code for code in report.findings.codes() if code in {"REV-TARGET", "REV-DROPPED", "REV-ADDED"}]

    def test_each_is_compared_with_its_own(self) -> None:
        """By the office, in any order."""
        assert self.codes(("A", "75"), ("B", "70")) == []
        assert self.codes(("B", "70"), ("A", "75")) == []
        assert self.codes(("A", "70"), ("B", "75")) == ["REV-TARGET"] * 2

    def test_without_an_office_by_the_target(self) -> None:
        """And then by what is not yet reported."""
        assert self.codes(("", "70"), ("", "75")) == []
        assert self.codes(("", "70"), ("", "76")) == ["REV-TARGET"]
        assert self.codes(("", "70")) == ["REV-DROPPED"]


class TestLastYear:
    """Values that were left in place."""

    LAST = (
        row("70", "60", "85,71", indicator="A"),
        row("10", "8", "80", indicator="B"),
        row("5", "4", "80", indicator="C"),
    )

    def test_a_value_left_in_place(self) -> None:
        """By rows or by their review."""
        now = [row("80", "66", "85,71", indicator="a")]
        for previous in (list(self.LAST), review(list(self.LAST))):
            assert ("previous-value", "achievement") in causes(review(now, previous=previous).lines[0])

    def test_a_copied_column(self) -> None:
        """All realizations that can be compared, from three rows on."""
        now = [{**one, "target": "90"} for one in self.LAST]
        assert "REV-COPIED" in review(now, previous=list(self.LAST)).findings.codes()
        assert "REV-COPIED" not in review(now[:2], previous=list(self.LAST)).findings.codes()
        now[0]["realization"] = "61"
        assert "REV-COPIED" not in review(now, previous=list(self.LAST)).findings.codes()

    def test_a_name_of_many_rows_identifies_none(self) -> None:
        """Unless they all say the same."""
        now = [row("80", "71", "91", indicator="x")]
        many = [row("80", str(at), "90", indicator="x") for at in range(40, 80)]
        assert causes(review(now, previous=many).lines[0]) == []
        alike = [row("80", "71", "88,75", indicator="x")] * 40
        assert ("previous-value", "realization") in causes(review(now, previous=alike).lines[0])

    def test_a_table_in_which_nothing_is_found(self) -> None:
        """Is said, since a silence would pass for a comparison."""
        now = [row("80", "72", "90", indicator="A")]
        assert "REV-PREVIOUS" in review(now, previous=[{"Ind": "A", "T": "70"}]).findings.codes()
        assert "REV-PREVIOUS" not in review(now, previous=list(self.LAST)).findings.codes()


class TestSeveralRowsLeftInPlace:
    """Some realizations are those of the year before, and others are not."""

    LAST = tuple(
        row("90", value, "9", indicator=f"I{at}") for at, value in enumerate(("71,2", "82,35", "64,4", "55,1"))
    )

    def codes(self, *values: str, target: str = "90") -> tuple[str, ...]:
        """The codes of this year's table of such realizations."""
        now = [row(target, value, "9", indicator=f"I{at}") for at, value in enumerate(values)]
        return review(now, previous=list(self.LAST)).findings.codes()

    def test_three_are_named(self) -> None:
        """And two are chance."""
        assert "REV-PARTLY-COPIED" in self.codes("71,2", "82,35", "64,4", "59,9")
        assert "REV-PARTLY-COPIED" not in self.codes("71,2", "82,35", "63,3", "59,9")

    def test_all_are_a_copy(self) -> None:
        """Which is said once."""
        codes = self.codes("71,2", "82,35", "64,4", "55,1")
        assert ("REV-COPIED" in codes, "REV-PARTLY-COPIED" in codes) == (True, False)

    def test_what_is_reached_again_is_no_sign(self) -> None:
        """Nor is a small number that comes back."""
        last = [row("100", "100", "100", indicator=f"I{at}") for at in range(4)]
        now = [*last[:3], row("100", "99", "99", indicator="I3")]
        assert "REV-PARTLY-COPIED" not in review(now, previous=last).findings.codes()
        small = [row("9", "5", "55,56", indicator=f"I{at}") for at in range(4)]
        fewer = [*small[:3], row("9", "4", "44,44", indicator="I3")]
        assert "REV-PARTLY-COPIED" not in review(fewer, previous=small).findings.codes()

    def test_the_rows_are_listed(self) -> None:
        """The first of them."""
        (one,) = [
            finding
            for finding in review(
                [row("90", value, "9", indicator=f"I{at}") for at, value in enumerate(("71,2", "82,35", "64,4", "1"))],
                previous=list(self.LAST),
            ).findings
            if finding.code == "REV-PARTLY-COPIED"
        ]
        assert dict(one.arguments)["listed"] == "1, 2, 3"
