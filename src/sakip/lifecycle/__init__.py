"""Daur kinerja: what happens in the course of a year: people who come and go, and what falls due."""

from sakip.lifecycle.additional import AdditionalResult, additional_tasks
from sakip.lifecycle.additional_rule import PERMENPANRB_8_2021_ADDITIONAL, AdditionalRule
from sakip.lifecycle.additional_task import AdditionalTask, TaskResult
from sakip.lifecycle.agenda import Agenda, AgendaItem, Due, schedule, standing
from sakip.lifecycle.charge import Accountability, Charge, accountability
from sakip.lifecycle.consequences.condition import FactCondition
from sakip.lifecycle.consequences.consequence import Consequence
from sakip.lifecycle.consequences.consideration import Consideration, recommend
from sakip.lifecycle.consequences.considerations import Considerations, recommend_many
from sakip.lifecycle.consequences.fact_kind import (
    COMPLETENESS_FACT,
    DISCIPLINE_FACT,
    LATE_REPORTS_FACT,
    MANDATORY_MISSING_FACT,
    PREDICATE_FACT,
    TOTAL_FACT,
    UNSIGNED_PROMISES_FACT,
    FactKind,
)
from sakip.lifecycle.consequences.gathering import (
    completeness_fact,
    grade_fact,
    late_reports_fact,
    mandatory_missing_fact,
    total_fact,
    unsigned_promises_fact,
)
from sakip.lifecycle.consequences.given_fact import GivenFact
from sakip.lifecycle.consequences.judging import ConditionOutcome, RuleOutcome
from sakip.lifecycle.consequences.national import PP_30_2019_CONSEQUENCES
from sakip.lifecycle.consequences.policy import ConsequencePolicy
from sakip.lifecycle.consequences.rule import ConsequenceRule
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
from sakip.lifecycle.mandatory.applying import MandatoryApplication, MandatoryApplied, apply_mandatory
from sakip.lifecycle.mandatory.bengkulu import BENGKULU_MANDATORY
from sakip.lifecycle.mandatory.checking import MandatoryCheck, check_mandatory
from sakip.lifecycle.mandatory.exemption import Exemption
from sakip.lifecycle.mandatory.indicator import MandatoryIndicator
from sakip.lifecycle.mandatory.standing import MandatoryStanding
from sakip.lifecycle.mandatory.template import MandatorySet
from sakip.lifecycle.milestones import Milestone, MilestonePlan, MilestoneStanding
from sakip.lifecycle.official.annex import FormAnnex, FormLine, FormTarget
from sakip.lifecycle.official.form import OfficialForm, official_form
from sakip.lifecycle.official.signature import FormSignature
from sakip.lifecycle.official.statement import FormStatement
from sakip.lifecycle.official.wording import FORM_53_2014, FormWording
from sakip.lifecycle.portion import Portion, joined
from sakip.lifecycle.promises.citation import Citation
from sakip.lifecycle.promises.coverage import PromiseCoverage, promise_coverage
from sakip.lifecycle.promises.document import PlanDocument
from sakip.lifecycle.promises.duty import Duty
from sakip.lifecycle.promises.funding import PromiseBudget, PromiseFunding
from sakip.lifecycle.promises.iku_change import IkuChange
from sakip.lifecycle.promises.office import OfficePromises
from sakip.lifecycle.promises.plan_target import PlanTarget
from sakip.lifecycle.promises.progress import PlanLine, PlanProgress, plan_progress
from sakip.lifecycle.promises.promise import Promise
from sakip.lifecycle.promises.stability import IkuStability, iku_stability
from sakip.lifecycle.promises.standing import AgreementStanding, CoverageCount, DutyStanding, PromiseStanding
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
    "BENGKULU_MANDATORY",
    "BUDGET_GRADES",
    "COMPLETENESS_FACT",
    "DISCIPLINE_FACT",
    "FORM_53_2014",
    "IKPA",
    "KENDAL",
    "KMK_466_2023",
    "LATE_REPORTS_FACT",
    "LKE_88_2021",
    "LKE_TRENGGALEK",
    "LKJIP_DIFFERENCE",
    "LKJIP_DIFFERENCE_5",
    "LKJIP_RATIO",
    "MANDATORY_MISSING_FACT",
    "NATIONAL",
    "NKA_2025",
    "OUTPUT_REASONS",
    "PERMENPANRB_8_2021_ADDITIONAL",
    "PMK_2_2021",
    "PMK_22_2021",
    "PMK_214_2017",
    "PMK_214_2017_EFFICIENCY",
    "PP_30_2019_CONSEQUENCES",
    "PREDICATE_FACT",
    "PRESENCE_88_2021",
    "TOTAL_FACT",
    "UNIT_COST_EFFICIENCY",
    "UNSIGNED_PROMISES_FACT",
    "YOGYAKARTA",
    "Accountability",
    "AdditionalResult",
    "AdditionalRule",
    "AdditionalTask",
    "Agenda",
    "AgendaItem",
    "AgreementStanding",
    "Analysis",
    "AnnualReport",
    "AnswerChoice",
    "AnswerScale",
    "BudgetAspect",
    "BudgetRegime",
    "BudgetValue",
    "Charge",
    "Citation",
    "ConditionOutcome",
    "Consequence",
    "ConsequencePolicy",
    "ConsequenceRule",
    "Consideration",
    "Considerations",
    "CoverageCount",
    "Deadline",
    "Due",
    "Duty",
    "DutyStanding",
    "Efficiency",
    "EfficiencyForm",
    "EfficiencyStatement",
    "EvaluationSheet",
    "EvaluationTemplate",
    "Exemption",
    "FactCondition",
    "FactKind",
    "FormAnnex",
    "FormLine",
    "FormSignature",
    "FormStatement",
    "FormTarget",
    "FormWording",
    "GivenFact",
    "Handover",
    "IkuChange",
    "IkuStability",
    "MandatoryApplication",
    "MandatoryApplied",
    "MandatoryCheck",
    "MandatoryIndicator",
    "MandatorySet",
    "MandatoryStanding",
    "Measured",
    "Milestone",
    "MilestonePlan",
    "MilestoneStanding",
    "Moved",
    "Narrative",
    "ObjectiveReport",
    "OfficePromises",
    "OfficialForm",
    "Output",
    "OutputAchievement",
    "OutputEfficiency",
    "PlanDocument",
    "PlanLine",
    "PlanProgress",
    "PlanTarget",
    "Portion",
    "PrintedLine",
    "PrintedSheet",
    "Promise",
    "PromiseBudget",
    "PromiseCoverage",
    "PromiseFunding",
    "PromiseStanding",
    "Regime",
    "Remaining",
    "RuleOutcome",
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
    "apply_mandatory",
    "budget_value",
    "check_mandatory",
    "completeness_fact",
    "efficiency",
    "grade_fact",
    "handover",
    "iku_stability",
    "joined",
    "late_reports_fact",
    "mandatory_missing_fact",
    "official_form",
    "output_achievement",
    "plan_progress",
    "promise_coverage",
    "recommend",
    "recommend_many",
    "remaining_target",
    "schedule",
    "standing",
    "total_fact",
    "unsigned_promises_fact",
]
