"""SKP: what an agreement means for a person: plan, ratings, predicate, and the predicates of a whole unit."""

from sakip.skp.appraisal import Appraisal
from sakip.skp.appraised import Appraisals, appraisals
from sakip.skp.bases import SKP_BASES
from sakip.skp.behaviour import BERAKHLAK, Behaviour, BehaviourRule, behaviour_rating, behaviour_value
from sakip.skp.conversion import quarterly_value, skp_value, value_from_pp_46_2011
from sakip.skp.credit import annual_credit
from sakip.skp.discipline import (
    KMK_127_2026_DISCIPLINE,
    DisciplinarySanction,
    DisciplineRule,
    Gravity,
    SanctionEffect,
)
from sakip.skp.distribution import Distribution
from sakip.skp.facts import discipline_fact, predicate_fact
from sakip.skp.item import SkpItem
from sakip.skp.matrix import MATRIX_6_2022, PREDICATES, Predicate, PredicateMatrix, predicate
from sakip.skp.pattern import (
    ORGANISATION_PREDICATES,
    SE_MENPANRB_3_2023,
    DistributionLimit,
    DistributionPattern,
    PatternShare,
    distribution_pattern,
)
from sakip.skp.plan import SkpPlan
from sakip.skp.planning import skp_plan
from sakip.skp.rater import check_rater
from sakip.skp.rating import KMK_127_2026_RATINGS, Rating, RatingScale, rating_text
from sakip.skp.value import BANDS_30_2019, EmployeeBand, EmployeeValue

__all__ = [
    "BANDS_30_2019",
    "BERAKHLAK",
    "KMK_127_2026_DISCIPLINE",
    "KMK_127_2026_RATINGS",
    "MATRIX_6_2022",
    "ORGANISATION_PREDICATES",
    "PREDICATES",
    "SE_MENPANRB_3_2023",
    "SKP_BASES",
    "Appraisal",
    "Appraisals",
    "Behaviour",
    "BehaviourRule",
    "DisciplinarySanction",
    "DisciplineRule",
    "Distribution",
    "DistributionLimit",
    "DistributionPattern",
    "EmployeeBand",
    "EmployeeValue",
    "Gravity",
    "PatternShare",
    "Predicate",
    "PredicateMatrix",
    "Rating",
    "RatingScale",
    "SanctionEffect",
    "SkpItem",
    "SkpPlan",
    "annual_credit",
    "appraisals",
    "behaviour_rating",
    "behaviour_value",
    "check_rater",
    "discipline_fact",
    "distribution_pattern",
    "predicate",
    "predicate_fact",
    "quarterly_value",
    "rating_text",
    "skp_plan",
    "skp_value",
    "value_from_pp_46_2011",
]
