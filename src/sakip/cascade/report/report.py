"""Laporan kaskade: what the validator found, what it looked at, and what can be asked of it."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import Any, Literal

from attrs import field, frozen

from sakip.base.display import Table
from sakip.base.form import Numbers
from sakip.base.text import Lang
from sakip.cascade.case.case import Case
from sakip.cascade.case.check import Check
from sakip.cascade.causes.hypotheses import Hypothesis, hypotheses_of
from sakip.cascade.checks.catalogue import CATALOGUE
from sakip.cascade.explaining.apportioning import attribution_of
from sakip.cascade.explaining.attribution import Attribution
from sakip.cascade.explaining.levers import what_if
from sakip.cascade.explaining.trace import Trace
from sakip.cascade.explaining.tracing import trace_of
from sakip.cascade.explaining.what_if import WhatIf
from sakip.cascade.graph.asking import number_of
from sakip.cascade.graph.change import Change
from sakip.cascade.graph.graph import graph_of
from sakip.cascade.inputs.cascade import Cascade
from sakip.cascade.inputs.node import Node, NodeKey
from sakip.cascade.mending.repair import Repair, repairs_of, repairs_text
from sakip.cascade.picture.tree import CascadeTree, tree_of
from sakip.cascade.report.comparing import Recurring, ReportDiff, diff_of, recurring_in
from sakip.cascade.report.metrics import CascadeMetrics, compared, metrics_of
from sakip.cascade.report.record import inputs_of, recorded
from sakip.cascade.report.sarif import sarif_of
from sakip.cascade.report.settings import Settings, require_year
from sakip.cascade.report.table import first_line, report_rows, report_table
from sakip.cascade.rollup.side import Side, side_of
from sakip.cascade.verdicts.finding import CascadeFinding
from sakip.cascade.verdicts.ledger import Ledger
from sakip.cascade.verdicts.run import Run
from sakip.cascade.verdicts.suppressing import set_aside

__all__ = ["CascadeReport", "Conclusion", "judged"]

Conclusion = Literal["ok", "failed", "incomplete", "nothing_checked"]
"""Kesimpulan: passed; an error counts; data is missing; or no numbers were compared at all."""


@frozen(eq=False)
class CascadeReport:
    """Laporan kaskade: findings, ledger and the cascade itself, which can be asked further.

    What can be asked is made when it is first asked for. A report is pickled as what it was made from, and copied so.

    Attributes:
        given: The cascade that was first validated.
        settings: The day, the profile, the checks and the suppressions.
        run: What the checks answered.
        changes: What has changed in the cascade since, where it was validated again.
    """

    given: Cascade = field(repr=False)
    settings: Settings
    run: Run = field(repr=False)
    changes: tuple[Change, ...] = field(default=(), repr=False)

    def __reduce__(self) -> tuple[Any, ...]:
        return judged, (self.cascade, self.settings)

    # What was judged, and how.

    @cached_property
    def cascade(self) -> Cascade:
        """Kaskade: what was validated, with every change."""
        found = self.given
        for change in self.changes:
            found = change.applied(found, self.as_of)
        return found

    @property
    def as_of(self) -> date:
        """Per tanggal: the day that is judged."""
        return self.settings.as_of

    @property
    def case(self) -> Case:
        """Berkas: the graph and its numbers, as the checks see them."""
        return self.run.case

    @cached_property
    def ledger(self) -> Ledger:
        """Buku pemeriksaan: everything that was looked at, with its verdict."""
        return self.run.ledger

    # What was found.

    @cached_property
    def findings(self) -> tuple[CascadeFinding, ...]:
        """Temuan: by code and subject; also those that are consequences of others, and those that are set aside."""
        settings = self.settings
        return set_aside(self.run.findings(), settings.suppressions, settings.checks, settings.as_of)

    @property
    def headlines(self) -> tuple[CascadeFinding, ...]:
        """Temuan pokok: those that are no consequence of another one and not set aside."""
        return tuple(finding for finding in self.findings if finding.is_headline)

    @cached_property
    def metrics(self) -> CascadeMetrics:
        """Ukuran: coverage by level, how much was verified, the budget that is linked, and counts by criterion."""
        return metrics_of(self.case, self.ledger, self.findings, self.settings.checks)

    @property
    def compared(self) -> int:
        """Dibandingkan: on how many parents numbers were compared, of targets or of realizations."""
        return self.metrics.compared

    @property
    def ok(self) -> bool:
        """Lolos: no error that counts, no computed group left unverified, and numbers were compared at all."""
        return self.verdict == "ok"

    @property
    def ok_lenient(self) -> bool:
        """Lolos longgar: as `ok`, and what cannot be verified yet is passed over."""
        return self.verdict in {"ok", "incomplete"}

    @cached_property
    def verdict(self) -> Conclusion:
        """Kesimpulan: ``failed``, ``nothing_checked``, ``incomplete`` or ``ok``, the first that holds."""
        if any(one.severity == "error" and one.suppression is None for one in self.findings):
            return "failed"
        if not self._compares():
            return "nothing_checked"
        return "incomplete" if self._lacks_data() else "ok"

    def _compares(self) -> bool:
        case, ledger = self.case, self.ledger
        return any(compared(case, ledger, at, "target") or compared(case, ledger, at, "actual") for at in case.groups)

    def _lacks_data(self) -> bool:
        """Whether a group that should agree with its children cannot be verified, and nobody has said why."""
        lacking = {(one.code, one.subject) for one in self.findings if one.verdict == "unknown" and not one.suppression}
        case, graph = self.case, self.case.graph
        for check in self.settings.checks:
            if check.subject not in {"node", "group", "link"}:
                continue
            for number in self.run.hits[check.code] if lacking else ():
                at = graph.parent_of[number] if check.subject == "link" else number
                named = check.code, case.subject_text(check.subject, number)
                if named in lacking and graph.calc(at) != "measured" and case.has_arithmetic(at):
                    return True
        return False

    # For people and for programs.

    def summary(self, lang: Lang = "id") -> str:
        """Ringkasan: in one line the conclusion, and on how many parents numbers were compared."""
        return first_line(self, lang)

    def table(self, lang: Lang = "id") -> Table:
        """Tabel laporan: every finding for people, the gravest first, with what can be done."""
        return report_table(self, lang)

    def text(self, lang: Lang = "id", *, width: int | None = None) -> str:
        """Teks laporan: for a terminal."""
        table = self.table(lang)
        return table.text(width) if self.findings else "\n".join(table.title.split("\n"))

    def _repr_html_(self) -> str:
        return self.table().html()

    def rows(self, lang: Lang = "id", *, numbers: Numbers = "decimal") -> list[dict[str, Any]]:
        """Baris temuan: one dict a finding, for data frames, JSON and PHP.

        Args:
            lang: The language of the texts.
            numbers: ``decimal``, or ``text`` to write every number and date as text; a quotient such as 1/3 is
                always a text.

        Raises:
            InvalidValueError: An unknown language, or another word for ``numbers``.
        """
        return report_rows(self.findings, lang, numbers, "CascadeReport.rows.numbers")

    def to_dict(self, *, cascade: bool = True) -> dict[str, Any]:
        """Catatan laporan: plain data for JSON: settings, counts, findings, measures, and the cascade itself.

        Args:
            cascade: Whether the cascade is part of it; without it the record can be compared and not read back.
        """
        return recorded(self, cascade=cascade)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any], *, checks: Iterable[Check] = CATALOGUE) -> "CascadeReport":
        """Dari catatan: the report that is made from the cascade and the settings of a record.

        It is validated anew, so the findings are those of this version of the library.

        Args:
            data: What `to_dict` gave.
            checks: Where the checks are found by their codes; one's own beside those of the catalogue.

        Raises:
            InvalidValueError: Something that is no record, or one without its cascade.
            UnknownCodeError: A check that is not among these.
        """
        return judged(*inputs_of(data, checks))

    def to_sarif(
        self, lang: Lang = "id", *, baseline: "CascadeReport | Mapping[str, Any] | None" = None
    ) -> dict[str, Any]:
        """SARIF: the report in the form that code scanners and their viewers exchange (SARIF 2.1.0).

        Args:
            lang: The language of the texts.
            baseline: An earlier report, or its record; each result then says whether it is new.

        Raises:
            InvalidValueError: An unknown language, or a baseline that is no report and no record.
        """
        return sarif_of(self, lang, baseline)

    # What changed.

    def diff(
        self,
        old: "CascadeReport | Mapping[str, Any]",
        *,
        earlier: "Iterable[CascadeReport | Mapping[str, Any]]" = (),
    ) -> ReportDiff:
        """Bandingkan: which findings are new, which are gone, and which have other numbers.

        Args:
            old: The report to compare with, or its record.
            earlier: Still older ones: what was there, gone in ``old`` and is back is *reopened* and not new.

        Raises:
            InvalidValueError: Something that is no report and no record of one.
        """
        return diff_of(self, old, earlier)

    def recurring(self, earlier: "Iterable[CascadeReport | Mapping[str, Any]]") -> tuple[Recurring, ...]:
        """Berulang: findings that stood in reports of earlier years too, those of most years first.

        The year in a subject does not count, so that an agreement of this year is that of the last one.

        Raises:
            InvalidValueError: Something that is no report and no record of one.
        """
        return recurring_in(self, earlier)

    # Why, and what then.

    def attribute(self, node: NodeKey | Node) -> Attribution:
        """Uraikan selisih: what lies between a node's target and its realization, by reporting, children and planning.

        Raises:
            InvalidValueError: Something that is no key of a node.
            UnknownCodeError: No node, or more than one, is meant; the error names those that look like it.
        """
        return attribution_of(self.case, number_of(self.case.graph, node, "CascadeReport.attribute"))

    def trace(self, node: NodeKey | Node, cell: Side = "actual") -> Trace:
        """Jejak angka: every indicator that one number of a node is computed from, with what each level makes of it.

        Raises:
            InvalidValueError: Something that is no key of a node, or an unknown cell.
            UnknownCodeError: No node, or more than one, is meant; the error names those that look like it.
        """
        path = "CascadeReport.trace"
        return trace_of(self.case, number_of(self.case.graph, node, path), side_of(cell, path))

    def explain(
        self, node: NodeKey | Node, cell: Side = "actual", lang: Lang = "id", *, width: int | None = None
    ) -> str:
        """Jelaskan: the trace of one number, as text for a terminal.

        Raises:
            InvalidValueError: As for `trace`, another language, or a width that is not 20 to 1,000.
            UnknownCodeError: As for `trace`.
        """
        return self.trace(node, cell).text(lang, width=width)

    def what_if(self, node: NodeKey | Node, cell: Side = "actual") -> WhatIf:
        """Andaikan: what would have to change below a node for it to reach its target.

        Args:
            node: Position and indicator, and the year where there are several.
            cell: Whether the children's realizations (``actual``) or their promises (``target``) change. Of a part of
                the year the realizations are held against the targets through it, by the trajectories; promises are
                those of the year.

        Raises:
            InvalidValueError: Something that is no key of a node, or an unknown cell.
            UnknownCodeError: No node, or more than one, is meant; the error names those that look like it.
        """
        path = "CascadeReport.what_if"
        return what_if(self.case, number_of(self.case.graph, node, path), side_of(cell, path))

    def hypotheses(self, node: NodeKey | Node, cell: Side = "actual") -> tuple[Hypothesis, ...]:
        """Dugaan: which single mistake would give exactly the number of a node that its children do not make.

        Args:
            node: Position and indicator, and the year where there are several.
            cell: Which number of it, ``actual`` or ``target``.

        Raises:
            InvalidValueError: Something that is no key of a node, or an unknown cell.
            UnknownCodeError: No node, or more than one, is meant; the error names those that look like it.
        """
        path = "CascadeReport.hypotheses"
        return hypotheses_of(self.case, number_of(self.case.graph, node, path), side_of(cell, path))

    def tree(
        self, root: NodeKey | Node | None = None, *, depth: int | None = None, most: int | None = None
    ) -> CascadeTree:
        """Pohon kinerja: the cascade to look at, as text, Mermaid or a picture, with marks for what was found.

        Args:
            root: The indicator on top; every one that contributes to no other where nothing is said.
            depth: How many levels are shown; as many as leave no more than ``most`` rows where nothing is said.
            most: How many rows are shown at the most, 5 to 2,000; 60 where nothing is said. Where that is not enough,
                the last of them says how many are left out.

        Raises:
            InvalidValueError: Something that is no key of a node, or a number out of range.
            UnknownCodeError: No node, or more than one, is meant; the error names those that look like it.
        """
        top = None if root is None else number_of(self.case.graph, root, "CascadeReport.tree")
        return tree_of(self.case, self.findings, root=top, depth=depth, most=most)

    @cached_property
    def repairs(self) -> tuple[Repair, ...]:
        """Perbaikan terkecil: the fewest, least settled numbers to look at again so that all groups agree."""
        return repairs_of(self.case, self.ledger)

    def repair(self, lang: Lang = "id") -> str:
        """Teks perbaikan: the repairs in words; suggestions of where to look, never an edit.

        Raises:
            InvalidValueError: An unknown language.
        """
        return repairs_text(self.repairs, lang)


def judged(cascade: Cascade, settings: Settings) -> CascadeReport:
    """Dinilai: the report on a cascade under its settings.

    Examples:
        >>> judged(Cascade(), Settings(date(2025, 12, 31))).verdict
        'nothing_checked'
    """
    graph = graph_of(cascade, settings.as_of)
    require_year(settings.through, graph.years)
    case = Case(graph, settings.profile, settings.rounded, settings.through)
    run = Run(case, settings.checks)
    run.everything()
    return CascadeReport(cascade, settings, run)
