"""Daur kinerja: what happens in the course of a year: people who come and go, and what falls due."""

from sakip.lifecycle.additional import AdditionalResult, TaskResult, additional_tasks
from sakip.lifecycle.additional_rule import PERMENPANRB_8_2021_ADDITIONAL, AdditionalRule
from sakip.lifecycle.additional_task import AdditionalTask
from sakip.lifecycle.agenda import Agenda, AgendaItem, Due, schedule, standing
from sakip.lifecycle.charge import Accountability, Charge, accountability
from sakip.lifecycle.evaluation_sheet.document import SheetDocument
from sakip.lifecycle.evaluation_sheet.line import SheetLine
from sakip.lifecycle.evaluation_sheet.national import LKE_88_2021
from sakip.lifecycle.evaluation_sheet.printed import PrintedLine, PrintedSheet
from sakip.lifecycle.evaluation_sheet.scale import (
    ANSWERS_88_2021,
    ANSWERS_A_D,
    ANSWERS_Y_T,
    PRESENCE_88_2021,
    AnswerChoice,
    AnswerScale,
)
from sakip.lifecycle.evaluation_sheet.sheet import EvaluationSheet
from sakip.lifecycle.evaluation_sheet.template import (
    EvaluationTemplate,
    SheetComponent,
    SheetCriterion,
    SheetSubComponent,
)
from sakip.lifecycle.evaluation_sheet.trenggalek import LKE_TRENGGALEK
from sakip.lifecycle.milestones import Milestone, MilestonePlan, MilestoneStanding
from sakip.lifecycle.portion import Portion, joined
from sakip.lifecycle.regime import Deadline, Moved, Regime, Timing
from sakip.lifecycle.regimes import BENGKULU, KENDAL, NATIONAL, YOGYAKARTA
from sakip.lifecycle.remaining import Remaining, remaining_target
from sakip.lifecycle.reporting.analysis import ANALYSES, Analysis
from sakip.lifecycle.reporting.narrative import Narrative
from sakip.lifecycle.reporting.objective import ObjectiveReport
from sakip.lifecycle.reporting.report import AnnualReport, annual_report
from sakip.lifecycle.spending.achievement import OutputAchievement, output_achievement
from sakip.lifecycle.spending.form import EfficiencyForm
from sakip.lifecycle.spending.forms import (
    LKJIP_DIFFERENCE,
    LKJIP_DIFFERENCE_5,
    LKJIP_RATIO,
    PMK_214_2017_EFFICIENCY,
    UNIT_COST_EFFICIENCY,
)
from sakip.lifecycle.spending.measuring import Efficiency, OutputEfficiency, efficiency
from sakip.lifecycle.spending.output import OUTPUT_REASONS, Measured, Output
from sakip.lifecycle.spending.regimes import (
    BUDGET_GRADES,
    IKPA,
    KMK_466_2023,
    NKA_2025,
    PMK_2_2021,
    PMK_22_2021,
    PMK_214_2017,
)
from sakip.lifecycle.spending.statement import EfficiencyStatement
from sakip.lifecycle.spending.value import BudgetAspect, BudgetRegime, BudgetValue, budget_value
from sakip.lifecycle.succession import Stretch, Succession
from sakip.lifecycle.transfer import Handover, handover

__all__ = [
    "ANALYSES",
    "ANSWERS_88_2021",
    "ANSWERS_A_D",
    "ANSWERS_Y_T",
    "BENGKULU",
    "BUDGET_GRADES",
    "IKPA",
    "KENDAL",
    "KMK_466_2023",
    "LKE_88_2021",
    "LKE_TRENGGALEK",
    "LKJIP_DIFFERENCE",
    "LKJIP_DIFFERENCE_5",
    "LKJIP_RATIO",
    "NATIONAL",
    "NKA_2025",
    "OUTPUT_REASONS",
    "PERMENPANRB_8_2021_ADDITIONAL",
    "PMK_2_2021",
    "PMK_22_2021",
    "PMK_214_2017",
    "PMK_214_2017_EFFICIENCY",
    "PRESENCE_88_2021",
    "UNIT_COST_EFFICIENCY",
    "YOGYAKARTA",
    "Accountability",
    "AdditionalResult",
    "AdditionalRule",
    "AdditionalTask",
    "Agenda",
    "AgendaItem",
    "Analysis",
    "AnnualReport",
    "AnswerChoice",
    "AnswerScale",
    "BudgetAspect",
    "BudgetRegime",
    "BudgetValue",
    "Charge",
    "Deadline",
    "Due",
    "Efficiency",
    "EfficiencyForm",
    "EfficiencyStatement",
    "EvaluationSheet",
    "EvaluationTemplate",
    "Handover",
    "Measured",
    "Milestone",
    "MilestonePlan",
    "MilestoneStanding",
    "Moved",
    "Narrative",
    "ObjectiveReport",
    "Output",
    "OutputAchievement",
    "OutputEfficiency",
    "Portion",
    "PrintedLine",
    "PrintedSheet",
    "Regime",
    "Remaining",
    "SheetComponent",
    "SheetCriterion",
    "SheetDocument",
    "SheetLine",
    "SheetSubComponent",
    "Stretch",
    "Succession",
    "TaskResult",
    "Timing",
    "accountability",
    "additional_tasks",
    "annual_report",
    "budget_value",
    "efficiency",
    "handover",
    "joined",
    "output_achievement",
    "remaining_target",
    "schedule",
    "standing",
]
