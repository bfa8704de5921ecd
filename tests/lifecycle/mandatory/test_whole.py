"""Which agreements count, and what is found of them as a whole."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from sakip.lifecycle import Exemption, check_mandatory
from sakip.lifecycle.mandatory.whole import RULES
from tests.lifecycle.mandatory.making import DAY, agreement, asked, asking, target

SET = asking(asked(), asked("RB", 70))
FULL = agreement(target(), target("RB", 70))
WEAK = agreement(target(value=80), target("RB", 70), office="Dinas Sosial")


class TestYears:
    @pytest.mark.parametrize(("day", "count"), [(date(2022, 12, 31), 1), (date(2023, 1, 1), 0)])
    @pytest.mark.parametrize("year", [2022, None])
    def test_a_year_that_is_over(self, year: int | None, day: date, count: int) -> None:
        """An agreement of last year is none of this year, whether or not the set is of one year."""
        found = check_mandatory([FULL], evolve(SET, year=year), on=day, offices=["Dinas Kesehatan"])
        assert len(found.agreements) == count
        expected = () if count else ("MAND-NOTHING", "MAND-ENDED", "MAND-NO-AGREEMENT")
        assert found.report.codes() == expected

    def test_the_year_after_counts_alone(self) -> None:
        """Beside the agreement of this year the one of last year is no second one."""
        later = agreement(target(), target("RB", 70), year=2023, signed_on=date(2023, 1, 9), code="PK-2023")
        found = check_mandatory([FULL, later], evolve(SET, year=None), on=date(2023, 4, 1))
        assert ([one.code for one in found.agreements], found.report.codes()) == (["PK-2023"], ("MAND-ENDED",))
        assert found.report.findings[0].text("id") == (
            "1 perjanjian untuk tahun yang sudah berakhir pada 1 April 2023, misalnya PK-2022-Dinas Kesehatan; "
            "tidak diperiksa"
        )

    def test_one_code_of_two_offices(self) -> None:
        """An amendment of one office takes nothing from another that happens to use its code."""
        first, other = (agreement(target(), office=office, code="PK") for office in ("Dinas Kesehatan", "Dinas Sosial"))
        later = first.amend(code="PK-P", signed_on=date(2022, 3, 1), reason="priority")
        given = asking(asked())
        found = check_mandatory([first, later, other], given, on=DAY, offices=["Dinas Kesehatan", "Dinas Sosial"])
        assert [(one.office, one.agreement.code) for one in found] == [
            ("Dinas Kesehatan", "PK-P"),
            ("Dinas Sosial", "PK"),
        ]
        (finding,) = found.report
        assert finding.text("en") == (
            "PK is the code of several agreements: 2 (Dinas Kesehatan, Dinas Sosial); give each its own, so that it is "
            "clear which one is superseded"
        )
        before = check_mandatory([first, later, other], given, on=date(2022, 1, 7))
        assert [one.text("en") for one in before.others if one.code == "MAND-LATER"] == [
            "Dinas Kesehatan: PK is in force from 8 January 2022 only; it was not checked",
            "Dinas Sosial: PK is in force from 8 January 2022 only; it was not checked",
        ]


class TestOfTheWhole:
    def test_nothing_to_check(self) -> None:
        """Clean and not checked are different."""
        found = check_mandatory([], asking(asked(offices=["Dinas Kesehatan"])), on=DAY)
        assert found.report.codes() == ("MAND-NOTHING",)
        assert found.report.findings[0].text("id").startswith("Tidak ada perjanjian yang berlaku pada 8 April 2022")

    def test_offices_without_an_agreement(self) -> None:
        """An office of which there is nothing lacks everything."""
        found = check_mandatory([FULL], SET, on=DAY, offices=["Dinas Kesehatan", " Dinas Sosial ", "Dinas Sosial"])
        assert [one.text("id") for one in found.report] == [
            "Dinas Sosial tidak memiliki perjanjian yang berlaku pada 8 April 2022"
        ]

    def test_a_name_written_otherwise(self) -> None:
        """It has no agreement as it is written, and what it may mean is said."""
        (finding,) = check_mandatory([FULL], SET, on=DAY, offices=["dinas kesehatan"]).report
        assert finding.text("en") == (
            "dinas kesehatan has no agreement in force on 8 April 2022; similar: Dinas Kesehatan"
        )

    def test_only_an_agreement_that_nothing_is_asked_of(self) -> None:
        """The head's agreement lacks, that of a division is there: the office is not clean."""
        division = agreement(target("RB", 70), office="Dinas Sosial", echelon="III.a", position="Kepala Bidang")
        given = asking(asked(levels=["II"]), asked("RB", 70))
        found = check_mandatory([FULL, division], given, on=DAY, offices=["Dinas Kesehatan", "Dinas Sosial"])
        (finding,) = found.report
        assert (finding.code, finding.severity, finding.subject) == (
            "MAND-NOT-ASKED",
            "warning",
            "office[Dinas Sosial]",
        )
        assert finding.text("en") == (
            "Dinas Sosial: no agreement is of a level that is asked for MCP; perhaps that agreement is still missing"
        )

    def test_what_is_asked_of_other_offices(self) -> None:
        """It is missed in no office that it does not name."""
        given = asking(asked(offices=["Dinas Kesehatan"]), asked("RB", 70))
        found = check_mandatory([FULL, WEAK], given, on=DAY, offices=["Dinas Kesehatan", "Dinas Sosial"])
        assert found.report.codes() == ()

    def test_another_year(self) -> None:
        """Agreements of other years are counted and passed over."""
        found = check_mandatory([FULL, agreement(year=2023, signed_on=None, code="PK-2023")], SET, on=DAY)
        assert (len(found.agreements), found.report.codes()) == (1, ("MAND-YEAR",))

    def test_two_of_one_position(self) -> None:
        """Both are checked, and it is said."""
        found = check_mandatory([FULL, agreement(target(), target("RB", 70), code="PK-LAIN")], SET, on=DAY)
        assert (len(found), found.report.codes()) == (4, ("MAND-TWO",))

    @pytest.mark.parametrize(
        "given",
        [
            asking(asked(), exemptions=[Exemption("Dinas Kesehatn", "Wabah")]),
            asking(asked(), asked("RB", 70, offices=["Dinas Kesehatn"])),
        ],
        ids=["exemption", "indicator"],
    )
    def test_an_office_that_nobody_has(self, given: Any) -> None:
        """A slip in a name would exempt nobody, or ask nobody, in silence."""
        found = check_mandatory([FULL, WEAK], given, on=DAY)
        (finding,) = [one for one in found.report if one.code == "MAND-OFFICE"]
        assert finding.text("id") == (
            "wajib menyebut kantor 'Dinas Kesehatn', yang tidak memiliki perjanjian di sini;"
            " yang mirip: Dinas Kesehatan, Dinas Sosial"
        )

    def test_an_office_like_no_other(self) -> None:
        """Then there is nothing to hint at."""
        given = asking(asked(), exemptions=[Exemption("Inspektorat", "Penilai")])
        (finding,) = check_mandatory([FULL], given, on=DAY).report
        assert finding.text("en") == "wajib names the office 'Inspektorat', which has no agreement here"


def test_every_rule_has_its_own_code() -> None:
    """Codes are API."""
    assert len({rule.code for rule in RULES}) == len(RULES) == 10
