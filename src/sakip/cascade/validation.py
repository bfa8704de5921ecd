"""Validasi: every check is asked of every subject, and what does not pass is collected."""

from collections.abc import Iterable
from datetime import date
from typing import get_args

from attrs import evolve

from sakip.base.choice import choose
from sakip.base.kind import day_of, none_or, of_kind, tuple_of
from sakip.cascade.cascade import Cascade
from sakip.cascade.case import Case
from sakip.cascade.catalogue import CATALOGUE
from sakip.cascade.check import Check, Hit
from sakip.cascade.finding import CascadeFinding
from sakip.cascade.graph import graph_of
from sakip.cascade.ledger import Entry, Ledger
from sakip.cascade.profile import PEMDA, Profile
from sakip.cascade.report import CascadeReport
from sakip.cascade.span import Rounded
from sakip.cascade.suppression import Suppression
from sakip.model.period import Period

__all__ = ["validate"]


def validate(
    cascade: Cascade,
    *,
    as_of: date,
    profile: Profile = PEMDA,
    through: Period | None = None,
    rounded: Rounded = "nearest",
    checks: Iterable[Check] = CATALOGUE,
    suppressions: Iterable[Suppression] = (),
) -> CascadeReport:
    """Validasi kaskade: whether the lower promises carry the higher ones, with everything that says they do not.

    Nothing is raised about the content: what is wrong in somebody's data is a finding, and no check stops another.

    Args:
        cascade: The agreements, their links and what else is known.
        as_of: The day that is judged; one version of each agreement is in force.
        profile: The thresholds, the required depth and the severities.
        through: The last period of the part of the year whose realizations are judged; None for the whole year.
        rounded: How numbers with declared decimals were rounded: ``nearest``, ``truncate`` or ``exact``.
        checks: The checks; users' own stand beside those of the catalogue.
        suppressions: Findings that are set aside, with their reasons.

    Raises:
        InvalidValueError: An argument of another kind.

    Reference: PermenPANRB 88/2021, criteria 1.b.8, 1.b.9 and 2.b.5 (secondary).

    Examples:
        >>> validate(Cascade(), as_of=date(2025, 12, 31)).ok
        False
    """
    of_kind(Cascade, cascade, "validate.cascade", "Cascade(agreements, links)")
    day = day_of(as_of, "validate.as_of")
    problem = ("cara pembulatan tidak dikenal", "unknown rounding")
    choose(rounded, get_args(Rounded), "validate.rounded", code="unknown-rounding", problem=problem)
    of_kind(Profile, profile, "validate.profile", "PEMDA")
    none_or(Period, through, "validate.through", "Period.quarter(2025, 2)")
    asked = tuple_of(Check, checks, "validate.checks", "CATALOGUE[0]")
    aside = tuple_of(Suppression, suppressions, "validate.suppressions", "Suppression('...', by='...', code='CAS105')")
    case = Case(graph_of(cascade, day), profile, rounded, through)
    run = Run(case, asked)
    run.everything()
    return CascadeReport(
        cascade=cascade,
        as_of=day,
        profile=profile,
        through=through,
        rounded=rounded,
        checks=asked,
        suppressions=aside,
        findings=suppressed(run.findings(), aside, day),
        case=case,
        ledger=Ledger(case, {check.code: check for check in asked}, run.written),
    )


class Run:
    """Jalannya validasi: one pass of the checks over their subjects, in the order of the catalogue.

    Attributes:
        case: What the checks are given.
        checks: The checks.
        written: By code and number of the subject, each verdict that is not ``pass``.
        hits: By code and number of the subject, what was found.
        visits: How often a check was asked about a subject.
    """

    __slots__ = ("_blocked", "case", "checks", "hits", "visits", "written")

    def __init__(self, case: Case, checks: tuple[Check, ...]) -> None:
        self.case = case
        self.checks = checks
        self.written: dict[str, dict[int, Entry]] = {}
        self.hits: dict[str, dict[int, tuple[Hit, ...]]] = {}
        self.visits = 0
        self._blocked: dict[str, set[int]] = {}

    def everything(self) -> None:
        """Semuanya: every check on every subject of its kind."""
        for check in self.checks:
            self.ask(check, self.case.subjects(check.subject))

    def ask(self, check: Check, numbers: Iterable[int]) -> None:
        """Tanyakan: one check about some subjects."""
        case, applies, find = self.case, check.applies, check.find
        barriers = [(code, self._blocked[code]) for code in check.after if self._blocked.get(code)]
        for number in numbers:
            self.visits += 1
            if not applies(case, number):
                continue
            if barriers:
                by = self._barrier(check, number, barriers)
                if by is not None:
                    self._write(check, number, (Hit(verdict="skipped", by=by),))
                    continue
            hits = tuple(find(case, number))
            if hits:
                self._write(check, number, hits)

    def _barrier(self, check: Check, number: int, barriers: list[tuple[str, set[int]]]) -> str | None:
        anchors = self._anchors(check, number)
        return next((code for code, blocked in barriers if not blocked.isdisjoint(anchors)), None)

    def _anchors(self, check: Check, number: int) -> tuple[int, ...]:
        """The nodes that a subject stands for: itself, or the parent of a link."""
        if check.subject in {"node", "group"}:
            return (number,)
        if check.subject == "link":
            return (self.case.graph.parent_of[number],)
        return ()

    def _write(self, check: Check, number: int, hits: tuple[Hit, ...]) -> None:
        verdicts = {hit.verdict for hit in hits}
        verdict = next(each for each in ("fail", "unknown", "skipped", "pass") if each in verdicts)
        if verdict == "pass":
            return
        entry = Entry(check.code, number, verdict, next((hit.by for hit in hits if hit.by), None))
        self.written.setdefault(check.code, {})[number] = entry
        kept = tuple(hit for hit in hits if hit.verdict in {"fail", "unknown"})
        if kept:
            self.hits.setdefault(check.code, {})[number] = kept
        blocked = self._blocked.setdefault(check.code, set())
        for hit in hits:
            if hit.verdict == "fail" and hit.severity != "note":
                blocked.update(self._anchors(check, number) if hit.blocks is None else hit.blocks)

    def findings(self) -> list[CascadeFinding]:
        """Temuan: everything that was found, in a stable order; consequences name what explains them."""
        explaining = self._explaining()
        found = [
            self._finding(check, number, hit, explaining)
            for check in self.checks
            for number, hits in self.hits.get(check.code, {}).items()
            for hit in hits
        ]
        return sorted(found, key=lambda one: (one.code, one.subject, one.cell, one.text("en")))

    def _explaining(self) -> dict[tuple[str, int], str]:
        """By code of a consequence and the node that it is about, the code that explains it."""
        found: dict[tuple[str, int], str] = {}
        for check in self.checks:
            for number, hits in self.hits.get(check.code, {}).items() if check.explains else ():
                if all(hit.severity == "note" for hit in hits):
                    continue
                about = {*self._anchors(check, number), *(at for hit in hits for at in hit.blocks or ())}
                for consequence in check.explains:
                    for at in about:
                        found.setdefault((consequence, at), check.code)
        return found

    def _finding(self, check: Check, number: int, hit: Hit, explaining: dict[tuple[str, int], str]) -> CascadeFinding:
        case = self.case
        severity = hit.severity or dict(case.profile.severities).get(check.code, check.severity)
        reasons = (explaining.get((check.code, at)) for at in self._anchors(check, number))
        return CascadeFinding(
            check.code,
            check.slug,
            severity,
            "unknown" if hit.verdict == "unknown" else "fail",
            case.subject_text(check.subject, number),
            hit.cell,
            title=check.title,
            message=check.message if hit.message is None else hit.message,
            arguments=hit.arguments,
            nodes=tuple(case.graph.text(at) for at in hit.nodes),
            fix=check.fix,
            basis=check.basis,
            criteria=check.criteria,
            explained_by=next((reason for reason in reasons if reason is not None), None),
        )


def suppressed(
    findings: Iterable[CascadeFinding], suppressions: tuple[Suppression, ...], day: date
) -> tuple[CascadeFinding, ...]:
    """Dikecualikan: the findings, those that a suppression names marked with it."""
    if not suppressions:
        return tuple(findings)
    return tuple(_set_aside(finding, suppressions, day) for finding in findings)


def _set_aside(finding: CascadeFinding, suppressions: tuple[Suppression, ...], day: date) -> CascadeFinding:
    matching = (one for one in suppressions if one.holds_on(day))
    found = next((one for one in matching if one.matches(finding.code, finding.subject, finding.fingerprint)), None)
    return finding if found is None else evolve(finding, suppression=found)
