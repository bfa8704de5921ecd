import pytest

from sakip.cascade import Cascade, CascadeReport, Group
from sakip.errors import UnknownCodeError
from tests.cascade.making import TOP, family, report_on, target


def half() -> CascadeReport:
    """A parent that promises more than its children, one of which has not reported."""
    cascade = family(target("T", 105), target("A", 40), target("B", 60), realizations={TOP: 90, ("KABID-2", "A"): 40})
    return report_on(cascade)


def test_each_verdict_is_told() -> None:
    """Fail, unknown, pass and not applicable are different answers for one parent and its children."""
    ledger = half().ledger
    assert ledger.verdict("CAS301", "KADIS/T") == "fail"
    assert ledger.verdict("CAS403", "KADIS/T") == "unknown"
    assert ledger.verdict("CAS401", "KADIS/T") == "skipped"
    assert ledger.verdict("CAS104", "KABID-2/A -> KADIS/T") == "pass"
    assert ledger.verdict("CAS310", "KADIS/T") == "not_applicable"


def test_a_skipped_check_names_its_reason() -> None:
    """What keeps a check from being made is in its entry."""
    (entry,) = (one for one in half().ledger.entries() if one.code == "CAS401")
    assert (entry.verdict, entry.by, entry.number) == ("skipped", "CAS403", 0)


def test_everything_looked_at_is_counted() -> None:
    """The counts of a check add up to its subjects, and those of all checks to everything."""
    report = half()
    total = 0
    for code in report.ledger.codes:
        counted = report.ledger.counts(code)
        assert sum(counted.values()) == len(report.case.subjects(report.ledger.subject(code)))
        total += sum(counted.values())
    assert sum(report.ledger.counts().values()) == total
    assert report.ledger.counts("CAS301") == {"pass": 0, "fail": 1, "unknown": 0, "skipped": 0, "not_applicable": 0}
    assert report.ledger.counts("CAS104")["pass"] == 2


def test_what_passed_is_not_written_down() -> None:
    """Entries are what did not pass, by check and by subject."""
    report = half()
    entries = list(report.ledger.entries())
    assert "pass" not in {one.verdict for one in entries}
    turns = [report.ledger.codes.index(one.code) for one in entries]
    assert turns == sorted(turns)
    assert len(entries) == sum(report.ledger.counts()[verdict] for verdict in ("fail", "unknown", "skipped"))


def test_clean_and_not_looked_at_differ() -> None:
    """A group that adds up passes; an indicator without children is not asked."""
    cascade = family(target("T", 100), target("A", 40), target("B", 60), groups=[Group(parent=TOP, tolerance=0)])
    ledger = report_on(cascade).ledger
    assert ledger.verdict("CAS301", "KADIS/T") == "pass"
    assert ledger.verdict("CAS309", "KABID-2/A") == "not_applicable"


def test_an_empty_cascade_has_an_empty_ledger() -> None:
    """Nothing passed where nothing was there: only questions about the cascade as a whole are asked."""
    counted = report_on(Cascade()).ledger.counts()
    assert counted["fail"] == counted["unknown"] == counted["skipped"] == 0
    assert sum(counted.values()) <= len(report_on(Cascade()).ledger.codes)


@pytest.mark.parametrize(
    ("code", "subject", "error", "near"),
    [("CAS3O1", "KADIS/T", "unknown-check", "CAS301"), ("CAS301", "KADIS/TT", "unknown-subject", "KADIS/T")],
)
def test_what_is_not_there_is_refused(code: str, subject: str, error: str, near: str) -> None:
    """An unknown check or subject names what looks like it."""
    with pytest.raises(UnknownCodeError) as caught:
        half().ledger.verdict(code, subject)
    assert caught.value.code == error
    assert near in caught.value.near


@pytest.mark.parametrize("code", ["CAS999", None])
def test_only_known_checks_are_counted(code: object) -> None:
    """Counting or looking up an unknown check is refused; None counts all."""
    ledger = half().ledger
    if code is None:
        assert ledger.counts(None) == ledger.counts()
        return
    with pytest.raises(UnknownCodeError):
        ledger.counts(str(code))
