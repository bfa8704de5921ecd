"""What the best validators of other fields get wrong, and what is said here: five defects, each seen in a run."""

from itertools import permutations
from typing import Any

import pytest

from sakip.cascade import Cascade, CascadeReport
from tests.cascade.making import TOP, family, link, pk, report_on, target

SUBJECT = "KADIS/T"


def of_hundred(*children: Any, top: Any = 100, decimals: int | None = None, kind: str = "sum") -> Cascade:
    """A parent that reports so much, and what each child reports; None where it has not."""
    said = {"decimals": decimals}
    reported = {(f"KABID-{at}", f"A-{at}"): one for at, one in enumerate(children, 2) if one is not None}
    return family(
        target("T", 100, **said),
        *(target(f"A-{at}", 50, **said) for at, _ in enumerate(children, 2)),
        kind=kind,
        realizations={TOP: top, **reported},
    )


def said_of(report: CascadeReport, code: str) -> tuple[str, list[str]]:
    """The verdict on the parent, and the sentences."""
    return report.ledger.verdict(code, SUBJECT), [one.text("en") for one in report.findings if one.code == code]


class TestArelle:
    """Arelle 2.47.3 (Calculations 1.1): the order of facts decides, and a missing contributor has no name."""

    @pytest.mark.parametrize("order", list(permutations([60, 90])))
    def test_two_values_of_one_cell_contradict_in_either_order(self, order: tuple[int, int]) -> None:
        """60 and 90 for one child: a finding that names both; neither is taken, and the sum is not judged."""
        cascade = of_hundred(None, 40)
        given = [*cascade.realizations, *((("KABID-2", "A-2"), value) for value in order)]
        report = report_on(Cascade(cascade.agreements, cascade.links, realizations=given))
        (found,) = [one for one in report.findings if one.code == "CAS107"]
        assert (found.subject, found.data["values"], found.verdict) == ("KABID-2/A-2", "60, 90", "fail")
        assert said_of(report, "CAS401") == ("skipped", [])
        assert not report.ok

    def test_a_missing_contributor_is_named_with_what_it_would_have_to_be(self) -> None:
        """60 of 100 are there: the other child is named, 40 would fit, and no zero is put in its place."""
        report = report_on(of_hundred(60, None))
        verdict, (sentence,) = said_of(report, "CAS403")
        assert verdict == "unknown"
        assert "KABID-3/A-3" in sentence
        assert "it would have to be 40" in sentence
        assert said_of(report, "CAS401") == ("skipped", [])
        assert not report.ok
        assert report.ok_lenient

    def test_a_total_without_children_is_not_called_consistent(self) -> None:
        """Nothing was compared, and the first line says so."""
        report = report_on(Cascade([pk("PK-1", "KADIS", "II", None, target("T", 100))], realizations={TOP: 100}))
        assert (report.verdict, report.compared, report.ok) == ("nothing_checked", 0, False)


class TestVtl:
    """vtlengine 1.9.6 (`check_hierarchy`): a row vanishes, nothing is ever rounded, and a cycle ends the whole run."""

    def test_a_group_with_a_gap_does_not_vanish(self) -> None:
        """Every group has a verdict in the ledger, whatever is missing in it."""
        report = report_on(of_hundred(60, None))
        groups = [report.case.subject_text("group", number) for number in report.case.groups]
        assert groups == [SUBJECT]
        for code in report.ledger.codes:
            if report.ledger.subject(code) == "group":
                assert report.ledger.verdict(code, SUBJECT) in {"pass", "fail", "unknown", "skipped", "not_applicable"}
        assert report.ledger.counts("CAS403")["unknown"] == 1

    def test_what_is_missing_is_not_read_as_agreeing(self) -> None:
        """60 and 40 with a third child absent: no mode makes that true."""
        assert said_of(report_on(of_hundred(60, 40, None)), "CAS403")[0] == "unknown"

    @pytest.mark.parametrize(("decimals", "verdict"), [(1, "pass"), (None, "fail"), (2, "fail")])
    def test_three_times_a_third(self, decimals: int | None, verdict: str) -> None:
        """33.3 three times makes 100.0 where one decimal is declared; as exact numbers it lacks a tenth."""
        report = report_on(of_hundred("33.3", "33.3", "33.3", decimals=decimals))
        assert report.ledger.verdict("CAS401", SUBJECT) == verdict
        gaps = [one.data["gap"] for one in report.findings if one.code == "CAS401"]
        assert gaps == (["0.1"] if verdict == "fail" else [])

    def test_a_cycle_is_one_finding_and_the_rest_is_validated(self) -> None:
        """Two indicators that contribute to each other stand beside a group that is wrong, and one that is right."""
        wrong, right = of_hundred(60, 39), pk("PK-8", "CAMAT", "III", None, target("R", 5), target("S", 5))
        round_about = pk("PK-9", "LURAH", "IV", "CAMAT", target("X", 1), target("Y", 1), target("Z", 5))
        report = report_on(
            Cascade(
                [*wrong.agreements, right, round_about],
                [
                    *wrong.links,
                    link("LURAH/X", "LURAH/Y", "sum"),
                    link("LURAH/Y", "LURAH/X", "sum"),
                    link("LURAH/Z", "CAMAT/R", "sum"),
                ],
                realizations=[*wrong.realizations, (("CAMAT", "R"), 5), (("LURAH", "Z"), 5), (("LURAH", "X"), 1)],
            )
        )
        assert [one.subject for one in report.findings if one.code == "CAS101"] == ["LURAH/X"]
        assert report.ledger.verdict("CAS401", SUBJECT) == "fail"
        assert report.ledger.verdict("CAS401", "CAMAT/R") == "pass"
        assert report.ledger.verdict("CAS401", "LURAH/X") == "skipped"
