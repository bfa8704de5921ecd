"""SARIF: a report on a cascade in the form that code scanners exchange (OASIS SARIF 2.1.0)."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from sakip.base.control import inert
from sakip.base.finding import Severity
from sakip.base.reference import Reference
from sakip.base.text import Lang, Text, require_lang
from sakip.cascade.case.check import Check
from sakip.cascade.inputs.suppression import Suppression
from sakip.cascade.report.comparing import Seen, diff_of, seen_in
from sakip.cascade.report.table import first_line
from sakip.cascade.verdicts.finding import CascadeFinding
from sakip.cascade.verdicts.suppressing import NOTES, Note

if TYPE_CHECKING:
    from sakip.cascade.report.report import CascadeReport

__all__ = ["plain_message", "sarif_of"]

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
_PLACE = re.compile(r"\{\w+\}")
_PRINT, _VALUES = "sakipFinding/v1", "sakipValues/v1"


def plain_message(text: str) -> str:
    """Pesan SARIF: a plain text in which no name from a form becomes a link or a place for an argument.

    Examples:
        >>> plain_message("[laporan](http://contoh.invalid) {0}")
        '[laporan] (http://contoh.invalid) {{0}}'
    """
    return inert(text).replace("](", "] (").replace("{", "{{").replace("}", "}}")


def sarif_of(
    report: "CascadeReport", lang: Lang, baseline: "CascadeReport | Mapping[str, Any] | None"
) -> dict[str, Any]:
    """Laporan SARIF: every check as a rule, also those that found nothing, and every finding as a result."""
    require_lang(lang)
    rules = [_rule(note, "note", (), (), lang) for note in NOTES]
    rules += [_rule(one, one.severity, one.basis, one.criteria, lang) for one in report.settings.checks]
    place = {rule["id"]: at for at, rule in enumerate(rules)}
    states, absent = _baseline(report, baseline)
    results = [
        {
            **_result(one, seen, place[one.code], lang),
            **({} if baseline is None else {"baselineState": states[at]}),
        }
        for at, (one, seen) in enumerate(zip(report.findings, seen_in(report)[0], strict=True))
    ]
    results += [_absent(one, place, lang) for one in absent]
    return {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": {"name": "sakip", "rules": rules}},
                "language": lang,
                "automationDetails": {
                    "id": f"sakip/cascade/{report.settings.profile.id}/{report.as_of.isoformat()}",
                    "description": {"text": plain_message(first_line(report, lang))},
                },
                "columnKind": "unicodeCodePoints",
                "results": results,
                "properties": {"verdict": report.verdict, "metrics": report.metrics.data()},
            }
        ],
    }


def _rule(
    check: Check | Note, severity: Severity, basis: tuple[Reference, ...], criteria: tuple[str, ...], lang: Lang
) -> dict[str, Any]:
    title, fix = _said(check.title, lang), _said(check.fix, lang)
    message = plain_message(_PLACE.sub("…", check.message.render(lang)))
    return {
        "id": check.code,
        "name": "".join(word.capitalize() for word in check.slug.split("-")),
        "shortDescription": {"text": title},
        "fullDescription": {"text": message},
        "help": {"text": fix},
        "defaultConfiguration": {"level": severity},
        "properties": {
            "slug": check.slug,
            "basis": [reference.text(lang) for reference in basis],
            "tags": [f"kriteria-{criterion}" for criterion in criteria],
        },
    }


def _said(text: Text, lang: Lang) -> str:
    return plain_message(text.render(lang))


def _result(one: CascadeFinding, seen: Seen, rule: int, lang: Lang) -> dict[str, Any]:
    unknown = one.verdict == "unknown"
    found: dict[str, Any] = {
        "ruleId": one.code,
        "ruleIndex": rule,
        # Where data is missing nothing has failed: the standard's word is "open", and then there is no level.
        "kind": "open" if unknown else "fail",
        "level": "none" if unknown else one.severity,
        "message": {"text": plain_message(one.text(lang))},
        "locations": [{"logicalLocations": [_place(one.subject, one.cell)]}],
        "partialFingerprints": {_PRINT: seen.fingerprint, _VALUES: seen.value_hash},
        "suppressions": [] if one.suppression is None else [_suppression(one.suppression)],
        "properties": {
            "severity": one.severity,
            "verdict": one.verdict,
            "explainedBy": one.explained_by,
            "criteria": list(one.criteria),
            "data": one.data,
        },
    }
    if one.nodes:
        found["relatedLocations"] = [{"logicalLocations": [_place(node, one.cell)]} for node in one.nodes]
    return found


def _place(subject: str, cell: str) -> dict[str, str]:
    named = inert(subject)
    return {"name": named, "fullyQualifiedName": f"pk/{named}@{cell}" if cell else f"pk/{named}", "kind": "element"}


def _suppression(one: Suppression) -> dict[str, Any]:
    days = (("on", one.on), ("until", one.until))
    facts = {"by": one.by, **{name: day.isoformat() for name, day in days if day is not None}}
    return {
        "kind": "external",
        "status": "accepted",
        "justification": inert(one.reason),
        "properties": facts if one.reference is None else {**facts, "reference": one.reference},
    }


def _baseline(
    report: "CascadeReport", baseline: "CascadeReport | Mapping[str, Any] | None"
) -> tuple[list[str], tuple[Seen, ...]]:
    """The state of each result against an earlier report, and what is gone since."""
    if baseline is None:
        return [], ()
    diff = diff_of(report, baseline, ())
    waiting: dict[tuple[str, str], list[str]] = {}
    for state, found in (
        ("new", diff.new),
        ("updated", tuple(now for _, now in diff.changed)),
        ("unchanged", diff.unchanged),
    ):
        for one in found:
            waiting.setdefault((one.fingerprint, one.value_hash), []).append(state)
    states = [waiting[one.fingerprint, one.value_hash].pop() for one in seen_in(report)[0]]
    return states, diff.fixed


def _absent(one: Seen, place: Mapping[str, int], lang: Lang) -> dict[str, Any]:
    found: dict[str, Any] = {
        "ruleId": one.code,
        "kind": "fail",
        "level": one.severity,
        "message": {"text": plain_message(one.text(lang))},
        "locations": [{"logicalLocations": [_place(one.subject, one.cell)]}],
        "partialFingerprints": {_PRINT: one.fingerprint, _VALUES: one.value_hash},
        "baselineState": "absent",
    }
    return {**found, "ruleIndex": place[one.code]} if one.code in place else found
