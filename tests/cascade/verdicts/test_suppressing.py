from datetime import date
from typing import Any

from sakip.cascade import CascadeFinding, Suppression
from sakip.cascade.verdicts.suppressing import NOTES, set_aside
from tests.cascade.making import YEAR_END, family, report_on, target

SHORT = family(target("T", 105), target("A", 40), target("B", 60))


def aside(**fields: Any) -> Suppression:
    """A suppression of the finding that the children promise too little."""
    return Suppression("Sudah dibahas", **{"by": "Biro Organisasi", "code": "CAS301", **fields})


def noted(*suppressions: Suppression, day: date = YEAR_END) -> list[CascadeFinding]:
    """The notes on suppressions that have no effect, read in both languages."""
    found = [one for one in report_on(SHORT, suppressions=suppressions, as_of=day).findings if one.code < "CAS1"]
    for one in found:
        assert "{" not in one.text("id") + one.text("en")
        assert one.text("id") != one.text("en")
        assert one.severity == "note"
    return found


def test_a_finding_is_set_aside_and_stays() -> None:
    """It is marked with who decided it and why, is no headline, and counts no more."""
    report = report_on(SHORT, suppressions=[aside()])
    (finding,) = (one for one in report.findings if one.code == "CAS301")
    assert finding.suppression == aside()
    assert not finding.is_headline
    assert report.verdict != "failed"
    assert report_on(SHORT).verdict == "failed"


def test_the_first_of_several_is_named() -> None:
    """In whatever way they name it, the first suppression that holds is the one that counts."""
    finger = next(one.fingerprint for one in report_on(SHORT).findings if one.code == "CAS301")
    old = aside(until=date(2025, 1, 31))
    for first, second in [
        (aside(subject="KADIS/*"), aside(fingerprint=finger)),
        (aside(fingerprint=finger), aside(subject="KADIS/T")),
        (aside(subject="KADIS/T"), aside(subject="*")),
    ]:
        report = report_on(SHORT, suppressions=[old, first, second])
        assert [one.suppression for one in report.findings if one.code == "CAS301"] == [first]


def test_one_that_meets_nothing_is_noted() -> None:
    """A suppression without a finding is a note with its place; one that meets something is not."""
    assert noted(aside()) == []
    (note,) = noted(aside(), aside(subject="KABID*"))
    assert (note.code, note.subject) == ("CAS001", "suppressions[1]")
    assert note.data == {"about": "CAS301 KABID*", "by": "Biro Organisasi"}


def test_an_expired_one_has_no_effect_and_is_noted() -> None:
    """On its last day it holds; on the next it is a note, and the finding counts again."""
    one = aside(until=date(2025, 6, 30))
    assert noted(one, day=date(2025, 6, 30)) == []
    (note,) = noted(one, day=date(2025, 7, 1))
    assert (note.code, note.data["until"]) == ("CAS002", "2025-06-30")
    assert report_on(SHORT, suppressions=[one]).verdict == "failed"


def test_an_expired_one_is_noted_once() -> None:
    """Expired and without a finding is one note, not two."""
    assert [one.code for one in noted(aside(subject="X", until=date(2025, 6, 30)))] == ["CAS002"]


def test_some_findings_cannot_be_set_aside() -> None:
    """A cycle stays an error, and the suppression is refused by name."""
    links = [{}, {"child": ("KADIS", "T"), "parent": ("KABID-2", "A")}]
    cycle = family(target("T", 100), target("A", 40), target("B", 60), links=links)
    report = report_on(cycle, suppressions=[aside(code="CAS101")])
    (found,) = (one for one in report.findings if one.code == "CAS101")
    assert found.suppression is None
    assert [one.subject for one in report.findings if one.code == "CAS003"] == ["suppressions[0]"]
    assert report.verdict == "failed"


def test_the_codes_of_notes_are_none_of_checks() -> None:
    """Notes have codes of their own, below those of the catalogue."""
    assert [note.code for note in NOTES] == ["CAS001", "CAS002", "CAS003"]


def test_without_suppressions_nothing_changes() -> None:
    """The findings are handed on as they are."""
    findings = report_on(SHORT).findings
    assert set_aside(findings, [], [], YEAR_END) == findings
