from typing import Any

import pytest

from sakip import Reference, Text
from sakip.cascade import CATALOGUE, Check, Hit, validate
from sakip.cascade.case.check import everywhere
from tests.cascade.making import YEAR_END, family, report_on, target


def own(find: Any, **fields: Any) -> Check:
    """A user's own check of every node."""
    return Check(
        **{
            "code": "X01",
            "slug": "own",
            "severity": "warning",
            "title": Text("Sendiri", "Own"),
            "message": Text("{node} aneh", "{node} is odd"),
            "fix": Text("Perbaiki", "Mend it"),
            "basis": (Reference("Peraturan Bupati 1/2025", certainty="read"),),
            "subject": "node",
            "find": find,
            **fields,
        }
    )


def test_codes_and_slugs_are_each_used_once() -> None:
    """Codes and slugs are each used once."""
    codes = [check.code for check in CATALOGUE]
    assert len(set(codes)) == len(codes)
    assert len({check.slug for check in CATALOGUE}) == len(codes)


@pytest.mark.parametrize("check", CATALOGUE, ids=lambda check: check.code)
def test_every_check_says_what_it_is_in_both_languages_with_its_basis(check: Check) -> None:
    """Every check says what it is in both languages with its basis."""
    for text in (check.title, check.message, check.fix):
        assert text.id.strip()
        assert text.en.strip()
        assert text.id != text.en
    assert check.basis
    assert check.slug == check.slug.lower()


def test_a_prerequisite_is_a_check_that_there_is() -> None:
    """A prerequisite is a check that there is."""
    codes = {check.code for check in CATALOGUE}
    assert {code for check in CATALOGUE for code in (*check.after, *check.explains)} <= codes


def test_a_user_s_own_check_runs_beside_the_catalogue() -> None:
    """A user's own check runs beside the catalogue."""
    check = own(lambda case, node: [Hit((("node", case.graph.text(node)),))] if node == 0 else [])
    report = validate(family(target("T", 10), target("A", 10)), as_of=YEAR_END, checks=[*CATALOGUE, check])
    (one,) = [finding for finding in report.findings if finding.code == "X01"]
    assert (one.severity, one.text("id"), one.text("en")) == ("warning", "KADIS/T aneh", "KADIS/T is odd")
    assert report.ledger.counts("X01") == {"pass": 1, "fail": 1, "unknown": 0, "skipped": 0, "not_applicable": 0}


def test_a_filter_says_whom_it_is_asked_of() -> None:
    """A filter says whom it is asked of."""
    check = own(lambda _case, _node: [], applies=lambda _case, node: node == 1)
    report = report_on(family(target("T"), target("A")), checks=[check])
    assert report.ledger.verdict("X01", "KADIS/T") == "not_applicable"
    assert report.ledger.verdict("X01", "KABID-2/A") == "pass"
    assert everywhere(report.case, 0)


def test_what_fails_keeps_what_builds_on_it_from_being_asked() -> None:
    """What fails keeps what builds on it from being asked."""
    first = own(lambda case, node: [Hit((("node", case.graph.text(node)),))] if node == 0 else [])
    second = own(first.find, code="X02", slug="other", after=("X01",))
    report = report_on(family(target("T"), target("A")), checks=[first, second])
    assert [one.code for one in report.findings] == ["X01"]
    assert [report.ledger.verdict("X02", subject) for subject in ("KADIS/T", "KABID-2/A")] == ["skipped", "pass"]


@pytest.mark.parametrize("fields", [{"severity": "note"}, {"verdict": "unknown"}, {"blocks": ()}], ids=str)
def test_a_note_an_unknown_and_what_blocks_nothing_keep_nothing_back(fields: Any) -> None:
    """A note an unknown and what blocks nothing keep nothing back."""
    first = own(lambda case, node: [Hit((("node", case.graph.text(node)),), **fields)] if node == 0 else [])
    second = own(lambda _case, _node: [], code="X02", slug="other", after=("X01",))
    assert report_on(family(target("T")), checks=[first, second]).ledger.verdict("X02", "KADIS/T") == "pass"


def test_a_consequence_names_what_explains_it() -> None:
    """A consequence names what explains it."""
    second = own(lambda case, node: [Hit((("node", case.graph.text(node)),))], code="X02", slug="other")
    first = own(second.find, explains=("X02",))
    findings = report_on(family(target("T")), checks=[second, first]).findings
    assert [(one.code, one.explained_by, one.is_headline) for one in findings] == [
        ("X01", None, True),
        ("X02", "X01", False),
    ]
