"""Perjanjian kinerja: exact, explained, checked scores of Indonesian performance agreements (SAKIP)."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sakip.base.finding import Finding, Place, Report
    from sakip.base.interval import Interval, IntervalSet
    from sakip.base.notation import (
        NumberColumn,
        format_date,
        format_number,
        parse_date,
        parse_number,
        parse_numbers,
        parse_spelled_date,
        parse_spelled_number,
        parse_spelled_rupiah,
        spell_date,
        spell_number,
        spell_rupiah,
    )
    from sakip.base.reference import Reference
    from sakip.base.text import Text
    from sakip.model.agreement import Agreement
    from sakip.model.amendment import AmendmentReason
    from sakip.model.budget import Budget
    from sakip.model.budget_line import Absorption, BudgetLine
    from sakip.model.checking import check
    from sakip.model.difference import Difference
    from sakip.model.edit import Edit
    from sakip.model.history import History
    from sakip.model.indicator import Consolidation, Indicator, Measure, Polarity
    from sakip.model.objective import Objective
    from sakip.model.party import Echelon, Party
    from sakip.model.period import Period
    from sakip.model.realization import AwaitingRelease, Components, NotApplicable, NotReported, Realization
    from sakip.model.rows.reading import Reading, agreements_from_rows
    from sakip.model.scale import AKIP_LETTERS, BPK_OPINIONS, Level, OrdinalScale
    from sakip.model.target import Range, Target
    from sakip.model.tenure import Tenure
    from sakip.model.trajectory import Trajectory
    from sakip.scoring.comparison import compare_years
    from sakip.scoring.evaluating import evaluate, evaluate_many, score
    from sakip.scoring.evaluation import Evaluation
    from sakip.scoring.progress import progress
    from sakip.scoring.ranking import rank
else:
    from sakip.base.door import opened

    __getattr__, __dir__ = opened(
        __name__,
        {
            "sakip.base.finding": ("Finding", "Place", "Report"),
            "sakip.base.interval": ("Interval", "IntervalSet"),
            "sakip.base.notation": (
                "NumberColumn",
                "format_date",
                "format_number",
                "parse_date",
                "parse_number",
                "parse_numbers",
                "parse_spelled_date",
                "parse_spelled_number",
                "parse_spelled_rupiah",
                "spell_date",
                "spell_number",
                "spell_rupiah",
            ),
            "sakip.base.reference": ("Reference",),
            "sakip.base.text": ("Text",),
            "sakip.model.agreement": ("Agreement",),
            "sakip.model.amendment": ("AmendmentReason",),
            "sakip.model.budget": ("Budget",),
            "sakip.model.budget_line": ("Absorption", "BudgetLine"),
            "sakip.model.checking": ("check",),
            "sakip.model.difference": ("Difference",),
            "sakip.model.edit": ("Edit",),
            "sakip.model.history": ("History",),
            "sakip.model.indicator": ("Consolidation", "Indicator", "Measure", "Polarity"),
            "sakip.model.objective": ("Objective",),
            "sakip.model.party": ("Echelon", "Party"),
            "sakip.model.period": ("Period",),
            "sakip.model.realization": ("AwaitingRelease", "Components", "NotApplicable", "NotReported", "Realization"),
            "sakip.model.rows.reading": ("Reading", "agreements_from_rows"),
            "sakip.model.scale": ("AKIP_LETTERS", "BPK_OPINIONS", "Level", "OrdinalScale"),
            "sakip.model.target": ("Range", "Target"),
            "sakip.model.tenure": ("Tenure",),
            "sakip.model.trajectory": ("Trajectory",),
            "sakip.scoring.comparison": ("compare_years",),
            "sakip.scoring.evaluating": ("evaluate", "evaluate_many", "score"),
            "sakip.scoring.evaluation": ("Evaluation",),
            "sakip.scoring.progress": ("progress",),
            "sakip.scoring.ranking": ("rank",),
        },
    )

__all__ = [
    "AKIP_LETTERS",
    "BPK_OPINIONS",
    "Absorption",
    "Agreement",
    "AmendmentReason",
    "AwaitingRelease",
    "Budget",
    "BudgetLine",
    "Components",
    "Consolidation",
    "Difference",
    "Echelon",
    "Edit",
    "Evaluation",
    "Finding",
    "History",
    "Indicator",
    "Interval",
    "IntervalSet",
    "Level",
    "Measure",
    "NotApplicable",
    "NotReported",
    "NumberColumn",
    "Objective",
    "OrdinalScale",
    "Party",
    "Period",
    "Place",
    "Polarity",
    "Range",
    "Reading",
    "Realization",
    "Reference",
    "Report",
    "Target",
    "Tenure",
    "Text",
    "Trajectory",
    "agreements_from_rows",
    "check",
    "compare_years",
    "evaluate",
    "evaluate_many",
    "format_date",
    "format_number",
    "parse_date",
    "parse_number",
    "parse_numbers",
    "parse_spelled_date",
    "parse_spelled_number",
    "parse_spelled_rupiah",
    "progress",
    "rank",
    "score",
    "spell_date",
    "spell_number",
    "spell_rupiah",
]
