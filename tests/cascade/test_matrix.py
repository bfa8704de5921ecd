"""P27: the mutation matrix.

For every code a minimal mutant of the clean fixture exists where exactly that code (plus declared consequences) fires;
and no code fires on the clean fixture.
"""

import re

import pytest
from attrs import evolve

from sakip import Target
from sakip.cascade import CATALOGUE, Cascade
from tests.cascade.mutants import MUTANTS, Mutant
from tests.cascade.regency import REGENCY, changed, report_of

each_mutant = pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.code)
LANGUAGES = ("id", "en")
# People read "Triwulan I 2025"; a code such as 2025-Q1 is for machines.
PERIOD_CODE = re.compile(r"\b[0-9]{4}-[A-Z][0-9]")
CLEAN = REGENCY.clean()
# What these look at is there only where something is wrong.
WITHOUT_SUBJECTS = {"CAS101", "CAS102"}


def test_the_clean_regency_has_no_findings() -> None:
    """Every check is asked, none finds anything, and what was looked at passes."""
    report = report_of(CLEAN)
    assert report.findings == ()
    assert report.verdict == "ok"
    assert 100 <= len(report.case.graph.nodes) <= 130
    assert report.ledger.codes == tuple(check.code for check in CATALOGUE)
    assert report.ledger.counts()["pass"] > 1500


def test_every_code_has_its_mutant() -> None:
    """Sixty codes, a mutant for each, and more than half of them by a change of the table."""
    assert sorted(one.code for one in MUTANTS) == sorted(check.code for check in CATALOGUE)
    assert len(MUTANTS) == 60
    assert sum(any(edit.of_rows for edit in one.edits) for one in MUTANTS) > 30


@each_mutant
def test_the_change_is_found_and_nothing_else(mutant: Mutant) -> None:
    """The code is a headline; the others that come with it are those that are declared, three at the most.

    Each is said in both languages, with every place filled, where it stands, and what can be done.
    """
    report = report_of(changed(*mutant.edits))
    assert mutant.code in {one.code for one in report.headlines}
    assert {one.code for one in report.findings} == {mutant.code, *mutant.also}
    assert len(mutant.also) <= 3
    for finding in report.findings:
        assert finding.subject
        assert finding.basis
        assert finding.text("id") != finding.text("en")
        for lang in LANGUAGES:
            assert finding.fix.render(lang)
            assert "{" not in finding.text(lang)
            assert not PERIOD_CODE.search(finding.text(lang))


@each_mutant
def test_what_is_nearly_wrong_is_not_found(mutant: Mutant) -> None:
    """The change beside it is a change; the check is asked, kept from no subject by another, and has nothing to say."""
    cascade = changed(*mutant.near)
    assert cascade != CLEAN
    report = report_of(cascade)
    counts = report.ledger.counts(mutant.code)
    assert mutant.code not in {one.code for one in report.findings}
    assert (counts["fail"], counts["unknown"], counts["skipped"]) == (0, 0, 0)
    assert counts["pass"] > 0 or mutant.code in WITHOUT_SUBJECTS


def rounded(cascade: Cascade) -> Cascade:
    """The same cascade, all of whose numbers are said to be rounded to three decimals."""

    def of(target: Target) -> Target:
        indicator = target.indicator
        return (
            target
            if indicator.scale or indicator.decimals is not None
            else evolve(target, indicator=evolve(indicator, decimals=3))
        )

    pairs = [
        (
            evolve(agreement, objectives=[evolve(one, targets=map(of, one.targets)) for one in agreement.objectives]),
            reported,
        )
        for agreement, reported in cascade.pairs
    ]
    return evolve(cascade, agreements=pairs)


@each_mutant
def test_rounding_that_is_declared_changes_no_number_that_is_told(mutant: Mutant) -> None:
    """The same is found, and told in the stated numbers; only what rounding may hide is another number."""
    cascade = changed(*mutant.edits)
    exact, declared = (
        {one.fingerprint: {**one.data, "margin": "", "slack": ""} for one in report_of(each).findings}
        for each in (cascade, rounded(cascade))
    )
    assert declared == exact
