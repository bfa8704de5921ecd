import json
from datetime import date
from typing import Any

import pytest
from attrs import evolve

from sakip.cascade import Cascade, CascadeReport, Change, Link, ReportDiff, Seen, revalidate, validate
from sakip.cascade.report.comparing import diff_of, recurring_in, seen_in
from sakip.errors import InvalidValueError
from tests.cascade.making import TOP, family, pk, report_on, target

LOW, OTHER = ("KABID-2", "A"), ("KABID-3", "B")
FINE = report_on(family(target("T", 100), target("A", 40), target("B", 60), realizations={TOP: 95, LOW: 38, OTHER: 57}))


def changed(report: CascadeReport = FINE, **targets: int) -> CascadeReport:
    """The report with other targets, by indicator."""
    nodes = {"T": TOP, "A": LOW, "B": OTHER}
    return revalidate(report, Change(targets={nodes[code]: value for code, value in targets.items()}))


def of(code: str, found: tuple[Seen, ...]) -> list[str]:
    """The subjects of the findings of one code."""
    return [one.subject for one in found if one.code == code]


class TestDiff:
    """What is otherwise than before."""

    def test_a_finding_comes_and_goes(self) -> None:
        """New in one direction, fixed in the other."""
        short = changed(T=105)
        assert of("CAS301", short.diff(FINE).new) == ["KADIS/T"]
        assert of("CAS301", FINE.diff(short).fixed) == ["KADIS/T"]
        assert FINE.diff(FINE).is_empty
        assert not short.diff(FINE).is_empty

    def test_another_number_is_a_change(self) -> None:
        """The same mistake with another number is neither new nor fixed."""
        diff = changed(T=110).diff(changed(T=105))
        ((before, now),) = (pair for pair in diff.changed if pair[0].code == "CAS301")
        assert before.fingerprint == now.fingerprint
        assert before.value_hash != now.value_hash
        assert (of("CAS301", diff.new), of("CAS301", diff.fixed)) == ([], [])

    def test_what_comes_back_is_reopened(self) -> None:
        """Gone in the old report, there in an earlier one."""
        short = changed(T=105)
        diff = short.diff(FINE, earlier=[FINE, changed(T=107)])
        assert (of("CAS301", diff.reopened), of("CAS301", diff.new)) == (["KADIS/T"], [])
        assert of("CAS301", short.diff(FINE, earlier=[FINE]).new) == ["KADIS/T"]

    def test_a_record_stands_for_its_report(self) -> None:
        """What was kept as JSON is compared like the report itself."""
        short = changed(T=105)
        record = json.loads(json.dumps(FINE.to_dict(cascade=False)))
        assert short.diff(record) == short.diff(FINE)

    def test_another_child_is_a_change(self) -> None:
        """A parent that promises too much over other children has the same mistake still."""
        one = report_on(family(target("T", 105), target("A", 40), target("B", 60)))
        two = report_on(family(target("T", 105), target("A", 40), target("B", 60), target("C", 1)))
        diff = two.diff(one)
        assert [now.subject for _, now in diff.changed if now.code == "CAS301"] == ["KADIS/T"]
        assert of("CAS301", (*diff.new, *diff.fixed)) == []

    def test_a_name_that_is_typed_otherwise_is_no_other_finding(self) -> None:
        """The same table, typed anew with other capitals and blanks: its findings are neither new nor fixed."""

        def typed(head: str) -> CascadeReport:
            agreements = [
                pk("PK-1", head, "II", "Bupati", target("T", 105)),
                pk("PK-2", "Kabid", "III", head, target("A", 100)),
            ]
            return report_on(Cascade(agreements, [Link(child=("Kabid", "A"), parent=(head, "T"), kind="sum")]))

        before = typed("Kepala Dinas")
        for head in ("KEPALA  DINAS", "Plt. Kepala Dinas", "kepala-dinas"):
            diff = typed(head).diff(before)
            assert (diff.new, diff.fixed) == ((), ())
            assert "CAS301" in {one.code for one in diff.unchanged} | {now.code for _, now in diff.changed}
        assert of("CAS301", typed("Kepala Badan").diff(before).new) == ["Kepala Badan/T"]
        assert [one.years for one in typed("KEPALA DINAS").recurring([before])] != []

    def test_people_read_what_differs(self) -> None:
        """Each difference in a row, a change with what stood before; what stayed is counted."""
        diff = changed(T=110).diff(changed(T=105))
        text = diff.text("id", width=400)
        assert "berubah" in text
        assert "(semula: " in text
        assert f"{len(diff.unchanged)} temuan tetap seperti semula." in text
        assert "new" in changed(T=105).diff(FINE).text("en")
        assert diff._repr_html_().startswith("<div>")

    def test_programs_read_rows(self) -> None:
        """One for each finding of either report."""
        short = changed(T=105)
        (row,) = (one for one in short.diff(FINE).rows() if one["code"] == "CAS301")
        assert (row["difference"], row["subject"], row["cell"], row["before"]) == ("new", "KADIS/T", "target", None)
        (row,) = (one for one in changed(T=110).diff(short).rows("en") if one["code"] == "CAS301")
        assert row["difference"] == "changed"
        assert row["text"] != row["before"]


def seen(fingerprint: str, value: str) -> Seen:
    """One of several findings of one check on one subject."""
    return Seen("CAS311", "KADIS/T", "", "error", fingerprint, value, ("a", "b"))


def test_several_of_one_subject_find_their_partners() -> None:
    """Those with the same numbers first, then those with the same fingerprint, then whichever is left."""
    now = [seen("f", "1"), seen("f", "2"), seen("g", "3"), seen("h", "4")]
    before = [seen("g", "9"), seen("f", "2"), seen("f", "7")]
    diff = _diff(now, before)
    assert diff.unchanged == (seen("f", "2"),)
    assert {(old.value_hash, new.value_hash) for old, new in diff.changed} == {("7", "1"), ("9", "3")}
    assert (diff.new, diff.fixed) == ((seen("h", "4"),), ())
    back = _diff(before, now)
    assert (back.fixed, back.new) == (diff.new, diff.fixed)
    assert back.changed == tuple((new, old) for old, new in diff.changed)


def test_a_fingerprint_goes_before_the_order() -> None:
    """The same mistake finds itself again, whatever comes before it; then whichever is left goes together."""
    now, before = [seen("g", "3"), seen("h", "4")], [seen("e", "6"), seen("f", "7"), seen("g", "9")]
    diff = _diff(now, before)
    assert {(old.fingerprint, new.fingerprint) for old, new in diff.changed} == {("g", "g"), ("e", "h")}
    assert (diff.new, diff.fixed, diff.unchanged) == ((), (seen("f", "7"),), ())


def _diff(now: list[Seen], before: list[Seen]) -> ReportDiff:
    return diff_of(_record(now), _record(before), ())


def _record(findings: list[Seen]) -> dict[str, Any]:
    """A record of a report with these findings."""
    names = ("code", "subject", "cell", "severity", "fingerprint", "value_hash")
    rows = [{**{name: getattr(one, name) for name in names}, "text": {"id": "a", "en": "b"}} for one in findings]
    return {**FINE.to_dict(cascade=False), "findings": rows}


class TestRecurring:
    """What stands year after year."""

    def year(self, year: int, code: str, target_: int = 105) -> CascadeReport:
        """A report of a year, in which the code of the agreement holds the year."""
        agreements = [
            pk(
                f"PK-{year}-{code}",
                "KADIS",
                "II",
                "BUPATI",
                target("T", target_),
                year=year,
                signed_on=date(year, 1, 20),
            ),
            pk(f"PK-{year}-2", "KABID-2", "III", "KADIS", target("A", 100), year=year, signed_on=None),
        ]
        links = family(target("T"), target("A")).links
        return validate(Cascade(agreements, links), as_of=date(year, 12, 31))

    def test_years_are_counted_without_the_year(self) -> None:
        """A finding of three years names them, the oldest first, and stands before one of two."""
        reports = [self.year(2023, "1"), self.year(2024, "1", 100)]
        (one,) = (each for each in self.year(2025, "1").recurring(reports) if each.finding.code == "CAS301")
        assert one.years == (2023, 2025)
        every = self.year(2025, "1").recurring([self.year(2024, "1"), self.year(2023, "1").to_dict(cascade=False)])
        assert [each.years for each in every if each.finding.code == "CAS301"] == [(2023, 2024, 2025)]
        counts = [len(each.years) for each in every]
        assert counts == sorted(counts, reverse=True)

    def test_the_year_in_a_code_does_not_count(self) -> None:
        """An agreement of this year is that of the last one, but not one of another number."""
        now = _named(2025, "PK-2025-1")
        assert [one.years for one in _recurring(now, _named(2024, "PK-2024-1"))] == [(2024, 2025)]
        assert _recurring(now, _named(2024, "PK-2024-2")) == []
        assert _recurring(now, _named(2024, "PK-12024-1")) == []

    def test_nothing_recurs_without_earlier_reports(self) -> None:
        """One year is no repetition."""
        assert self.year(2025, "1").recurring([]) == ()


def _named(year: int, subject: str) -> dict[str, Any]:
    one = Seen("CAS901", subject, "", "warning", "f", "v", ("a", "b"))
    return {**_record([one]), "as_of": f"{year}-12-31"}


def _recurring(now: dict[str, Any], earlier: dict[str, Any]) -> list[Any]:
    return list(recurring_in(now, [earlier]))


@pytest.mark.parametrize(
    "other", [None, "x", {}, {"schema": "x"}, {**FINE.to_dict(), "findings": [{}]}, {**FINE.to_dict(), "as_of": None}]
)
def test_only_reports_are_compared(other: Any) -> None:
    """Anything else is refused with one error."""
    with pytest.raises(InvalidValueError) as caught:
        FINE.diff(other)
    assert caught.value.code == "not-a-report"


def test_a_finding_is_seen_in_both_languages() -> None:
    """As its report says it."""
    (one,) = (each for each in seen_in(changed(T=105))[0] if each.code == "CAS301")
    (finding,) = (each for each in changed(T=105).findings if each.code == "CAS301")
    assert (one.text("id"), one.text("en")) == (finding.text("id"), finding.text("en"))


@pytest.mark.parametrize(
    ("severity", "seen_as"), [("error", "error"), ("warning", "warning"), ("note", "note"), ("fatal", "error")]
)
def test_a_severity_that_is_unknown_is_the_gravest(severity: Any, seen_as: str) -> None:
    """In a record that another version wrote; the year is that of its day."""
    record = _record([evolve(seen("f", "1"), severity=severity)])
    ((one,), year) = seen_in(record)
    assert (one.severity, year) == (seen_as, 2025)
