import json
from datetime import date
from typing import Any

import pytest

from sakip import NotReported, Realization
from sakip.cascade import CATALOGUE, Cascade, CascadeReport, Change, Suppression, revalidate
from sakip.cascade.report.sarif import plain_message
from tests.cascade.making import TOP, family, pk, report_on, target

LOW, OTHER = ("KABID-2", "A"), ("KABID-3", "B")
AMOUNTS = {TOP: 95, LOW: 38, OTHER: 57}
FINE = report_on(family(target("T", 100), target("A", 40), target("B", 60), realizations=AMOUNTS))
SHORT = revalidate(FINE, Change(targets={TOP: 105}))


def run(report: CascadeReport, **options: Any) -> dict[str, Any]:
    """The one run of the SARIF log, through JSON."""
    log = json.loads(json.dumps(report.to_sarif(**options)))
    assert log["version"] == "2.1.0"
    (found,) = log["runs"]
    assert isinstance(found, dict)
    return found


def result(report: CascadeReport, code: str, **options: Any) -> dict[str, Any]:
    """The one result of a code."""
    (found,) = (one for one in run(report, **options)["results"] if one["ruleId"] == code)
    assert isinstance(found, dict)
    return found


def test_every_check_is_a_rule() -> None:
    """Also those that found nothing, so that having run is visible; each once, with its level."""
    rules = run(FINE)["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["CAS001", "CAS002", "CAS003", *(check.code for check in CATALOGUE)]
    by_id = {rule["id"]: rule for rule in rules}
    assert by_id["CAS301"]["name"] == "ChildUnderCommit"
    assert by_id["CAS301"]["defaultConfiguration"]["level"] == "error"
    assert by_id["CAS301"]["properties"]["tags"] == ["kriteria-1.b.8"]
    for rule in rules:
        assert all(rule[part]["text"] for part in ("shortDescription", "fullDescription", "help"))
        assert "{" not in rule["fullDescription"]["text"]


def test_every_finding_is_a_result() -> None:
    """With its rule, level, place, message, fingerprint and the exact numbers."""
    found = result(SHORT, "CAS301", lang="en")
    (finding,) = (one for one in SHORT.findings if one.code == "CAS301")
    rules = run(SHORT)["tool"]["driver"]["rules"]
    assert rules[found["ruleIndex"]]["id"] == "CAS301"
    assert (found["kind"], found["level"]) == ("fail", "error")
    assert found["message"]["text"] == plain_message(finding.text("en"))
    (place,) = found["locations"][0]["logicalLocations"]
    assert (place["name"], place["fullyQualifiedName"]) == ("KADIS/T", "pk/KADIS/T@target")
    assert found["partialFingerprints"]["sakipFinding/v1"] == finding.fingerprint
    assert found["properties"]["data"]["gap"] == "5"
    related = [one["logicalLocations"][0]["name"] for one in found["relatedLocations"]]
    assert related == ["KABID-2/A", "KABID-3/B"]
    assert len(run(SHORT)["results"]) == len(SHORT.findings)


def test_missing_data_is_open() -> None:
    """What cannot be decided has no level; how grave it would be stands beside it."""
    found = result(revalidate(FINE, Change({OTHER: [Realization("B", NotReported())]})), "CAS403")
    assert (found["kind"], found["level"], found["properties"]["severity"]) == ("open", "none", "warning")


def test_what_is_set_aside_says_why() -> None:
    """The reason, who decided it, and until when; every other result says that it is not set aside."""
    aside = Suppression(
        "Sudah dibahas",
        by="Bappeda",
        code="CAS301",
        on=date(2025, 2, 1),
        until=date(2026, 1, 31),
        reference="SK 1/2025",
    )
    report = report_on(SHORT.cascade, suppressions=[aside])
    (one,) = result(report, "CAS301")["suppressions"]
    assert (one["kind"], one["status"], one["justification"]) == ("external", "accepted", "Sudah dibahas")
    assert one["properties"] == {"by": "Bappeda", "on": "2025-02-01", "until": "2026-01-31", "reference": "SK 1/2025"}
    assert result(SHORT, "CAS301")["suppressions"] == []


def test_a_baseline_tells_what_is_new() -> None:
    """New, unchanged and updated results, and absent ones for what is gone."""
    more = revalidate(SHORT, Change(targets={TOP: 110}))
    assert "baselineState" not in result(SHORT, "CAS301")
    assert result(SHORT, "CAS301", baseline=FINE)["baselineState"] == "new"
    assert result(SHORT, "CAS301", baseline=SHORT)["baselineState"] == "unchanged"
    assert result(more, "CAS301", baseline=SHORT)["baselineState"] == "updated"
    gone = result(FINE, "CAS301", baseline=SHORT.to_dict(cascade=False))
    assert (gone["baselineState"], gone["level"]) == ("absent", "error")
    states = {one["baselineState"] for one in run(more, baseline=FINE)["results"]}
    assert states <= {"new", "unchanged", "updated"}


@pytest.mark.parametrize("lang", ["id", "en"])
def test_what_is_gone_says_what_and_where_it_was(lang: Any) -> None:
    """An absent result is told like the one that it was: rule, place, message, level and fingerprints."""
    was = result(SHORT, "CAS301", lang=lang)
    gone = result(FINE, "CAS301", lang=lang, baseline=SHORT)
    assert gone == {**{name: was[name] for name in gone.keys() - {"baselineState"}}, "baselineState": "absent"}
    assert {"ruleId", "ruleIndex", "kind", "level", "message", "locations", "partialFingerprints"} < gone.keys()


def test_what_is_gone_with_its_check_has_no_rule() -> None:
    """A log lists the rules that ran; an index would name another one."""
    others = [check for check in CATALOGUE if check.code != "CAS301"]
    report = report_on(FINE.cascade, checks=others)
    gone = result(report, "CAS301", baseline=SHORT)
    assert (gone["baselineState"], "ruleIndex" in gone) == ("absent", False)


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_run_says_what_was_compared(lang: Any) -> None:
    """The first line of the report describes the run, in its language."""
    found = run(FINE, lang=lang)
    assert found["language"] == lang
    assert found["automationDetails"]["id"] == "sakip/cascade/pemda/2025-12-31"
    assert found["automationDetails"]["description"]["text"] == FINE.summary(lang)
    assert found["properties"]["verdict"] == "ok"


def test_a_name_makes_no_link_and_no_place() -> None:
    """Plain messages may hold links and places for arguments; names from forms make neither."""
    bad = Cascade(
        [
            pk("PK-1", "[a](http://b) {0}", "II", None, target("T")),
            pk("PK-2", "X", "III", "[a](http://b) {0}", target("A")),
        ]
    )
    report = report_on(bad)
    assert any("[a](http://b) {0}" in one.text() for one in report.findings)
    for one in run(report)["results"]:
        assert "](" not in one["message"]["text"]
        assert "{0}" not in one["message"]["text"].replace("{{0}}", "")


def test_an_empty_report_is_a_log_too() -> None:
    """No results, and all rules."""
    assert run(report_on(Cascade()))["results"] == []


@pytest.mark.parametrize(
    ("lang", "title", "basis"),
    [
        ("id", "Janji bawahan tidak menutup target atasan", "PermenPANRB 88/2021, kriteria 1.b.8 (dari sumber kedua)"),
        ("en", "Children promise too little", "PermenPANRB 88/2021, kriteria 1.b.8 (from a secondary source)"),
    ],
)
def test_a_rule_says_what_its_check_says(lang: Any, title: str, basis: str) -> None:
    """What a viewer shows beside each result: title, message, remedy, level, basis and criteria, and nothing else."""
    (check,) = (one for one in CATALOGUE if one.code == "CAS301")
    (rule,) = (one for one in run(FINE, lang=lang)["tool"]["driver"]["rules"] if one["id"] == "CAS301")
    message = rule.pop("fullDescription")["text"]
    assert message.count("…") == check.message.render(lang).count("{")
    assert rule == {
        "id": "CAS301",
        "name": "ChildUnderCommit",
        "shortDescription": {"text": title},
        "help": {"text": check.fix.render(lang)},
        "defaultConfiguration": {"level": "error"},
        "properties": {
            "slug": "child-under-commit",
            "basis": [basis, *(one.text(lang) for one in check.basis[1:])],
            "tags": ["kriteria-1.b.8"],
        },
    }


def test_a_result_is_told_whole() -> None:
    """Whoever reads only the log knows everything that the finding holds."""
    (finding,) = (one for one in SHORT.findings if one.code == "CAS301")
    found = result(SHORT, "CAS301")
    assert len(found.pop("partialFingerprints")) == 2
    places = [
        {"logicalLocations": [{"name": node, "fullyQualifiedName": f"pk/{node}@target", "kind": "element"}]}
        for node in ("KADIS/T", "KABID-2/A", "KABID-3/B")
    ]
    assert found == {
        "ruleId": "CAS301",
        "ruleIndex": found["ruleIndex"],
        "kind": "fail",
        "level": "error",
        "message": {"text": plain_message(finding.text())},
        "locations": places[:1],
        "relatedLocations": places[1:],
        "suppressions": [],
        "properties": {
            "severity": "error",
            "verdict": "fail",
            "explainedBy": None,
            "criteria": ["1.b.8"],
            "data": dict(finding.data),
        },
    }


def test_the_log_names_its_standard_and_its_tool() -> None:
    """Viewers choose by these how the log is read."""
    log = FINE.to_sarif()
    assert log["$schema"] == "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
    (only,) = log["runs"]
    assert (only["tool"]["driver"]["name"], only["columnKind"]) == ("sakip", "unicodeCodePoints")
    assert only["properties"] == {"verdict": "ok", "metrics": FINE.metrics.data()}
