"""Penilaian: how a promise is judged; everything from which a policy is built."""

from sakip.scoring import laws
from sakip.scoring.aggregation import (
    GeometricMean,
    Maximum,
    Mean,
    Minimum,
    RatioOfSums,
    Root,
    Sum,
    WeightedMean,
)
from sakip.scoring.cases import Cases
from sakip.scoring.comparison import Comparison, Unmatched
from sakip.scoring.contribution import Contribution
from sakip.scoring.evaluating import NotEvaluated
from sakip.scoring.expression import HI, LO, B, C, Condition, Linear, R, Ratio, T, W
from sakip.scoring.formula import Formula
from sakip.scoring.graded import GradedNumber, parse_graded
from sakip.scoring.grading import GradeScale
from sakip.scoring.group import PercentileBands, Quotas
from sakip.scoring.inversion import inverse
from sakip.scoring.lateness import Lateness
from sakip.scoring.listing import RANK_COLUMNS
from sakip.scoring.lookup import Lookup
from sakip.scoring.measurement import Measurement
from sakip.scoring.outcome import REASONS, NotScored, Reason, Score, Scored
from sakip.scoring.panel import PanelRating, PanelScore, panel_score
from sakip.scoring.panel_rule import PanelRule
from sakip.scoring.parts import IndicatorEvaluation, ObjectiveEvaluation
from sakip.scoring.picture import grades_picture, quarters_picture
from sakip.scoring.piecewise import Piecewise, Segment
from sakip.scoring.policy import Departure, Policy
from sakip.scoring.progress import Progress, ProgressStep
from sakip.scoring.projection import Projection
from sakip.scoring.ranking import Carried, RankEntry, Ranking
from sakip.scoring.rule import CheckedRule, ScoringRule
from sakip.scoring.stage import Stage
from sakip.scoring.step import Step
from sakip.scoring.tabulation import COLUMNS
from sakip.scoring.transform import Cap, Floor, Round
from sakip.scoring.trend import CHANGE_REASONS, Benchmark, IndicatorTrend, YearChange, YearFigure
from sakip.scoring.weights import Weights
from sakip.scoring.yearly import YEAR_COLUMNS

__all__ = [
    "CHANGE_REASONS",
    "COLUMNS",
    "HI",
    "LO",
    "RANK_COLUMNS",
    "REASONS",
    "YEAR_COLUMNS",
    "B",
    "Benchmark",
    "C",
    "Cap",
    "Carried",
    "Cases",
    "CheckedRule",
    "Comparison",
    "Condition",
    "Contribution",
    "Departure",
    "Floor",
    "Formula",
    "GeometricMean",
    "GradeScale",
    "GradedNumber",
    "IndicatorEvaluation",
    "IndicatorTrend",
    "Lateness",
    "Linear",
    "Lookup",
    "Maximum",
    "Mean",
    "Measurement",
    "Minimum",
    "NotEvaluated",
    "NotScored",
    "ObjectiveEvaluation",
    "PanelRating",
    "PanelRule",
    "PanelScore",
    "PercentileBands",
    "Piecewise",
    "Policy",
    "Progress",
    "ProgressStep",
    "Projection",
    "Quotas",
    "R",
    "RankEntry",
    "Ranking",
    "Ratio",
    "RatioOfSums",
    "Reason",
    "Root",
    "Round",
    "Score",
    "Scored",
    "ScoringRule",
    "Segment",
    "Stage",
    "Step",
    "Sum",
    "T",
    "Unmatched",
    "W",
    "WeightedMean",
    "Weights",
    "YearChange",
    "YearFigure",
    "grades_picture",
    "inverse",
    "laws",
    "panel_score",
    "parse_graded",
    "quarters_picture",
]
