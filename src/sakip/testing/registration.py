"""Pendaftaran: a strategy for each type of the model, of the cascade and of the review."""

from hypothesis import strategies as st

from sakip import (
    Agreement,
    BudgetLine,
    Components,
    Echelon,
    History,
    Indicator,
    Level,
    Objective,
    OrdinalScale,
    Party,
    Period,
    Range,
    Realization,
    Reference,
    Target,
    Tenure,
    Trajectory,
)
from sakip.cascade import BudgetDocument, Cascade, Group, Link, NodeFacts, Post, Suppression
from sakip.review import Habits, PresumedCause, Review, ReviewLine, ReviewSummary
from sakip.testing.agreement import agreements
from sakip.testing.budget_line import budget_lines
from sakip.testing.cascade import cascades
from sakip.testing.document import budget_documents
from sakip.testing.history import histories
from sakip.testing.indicator import indicators
from sakip.testing.link import groups, links
from sakip.testing.node import node_facts
from sakip.testing.objective import objectives
from sakip.testing.party import echelons, parties
from sakip.testing.period import periods
from sakip.testing.post import posts
from sakip.testing.published import presumed_causes, review_lines, review_summaries, reviews
from sakip.testing.realization import components, realizations
from sakip.testing.reference import references
from sakip.testing.scale import levels, scales
from sakip.testing.suppression import suppressions
from sakip.testing.target import ranges, targets, trajectories
from sakip.testing.tenure import tenures

__all__ = ["register"]


def register() -> None:
    """Daftarkan: lets ``hypothesis.strategies.from_type`` find these strategies; importing this module does it.

    Examples:
        >>> from hypothesis import strategies as st
        >>> from sakip import Period
        >>> from sakip.testing import register
        >>> register()
        >>> strategy = st.from_type(Period)
    """
    st.register_type_strategy(Agreement, agreements(rich=True))
    st.register_type_strategy(BudgetDocument, budget_documents(rich=True))
    st.register_type_strategy(BudgetLine, budget_lines(rich=True))
    st.register_type_strategy(Cascade, cascades(rich=True))
    st.register_type_strategy(Components, components(rich=True))
    st.register_type_strategy(Echelon, echelons())
    st.register_type_strategy(Group, groups(rich=True))
    st.register_type_strategy(Habits, reviews(rich=True).map(lambda one: one.habits))
    st.register_type_strategy(History, histories())
    st.register_type_strategy(Indicator, indicators(rich=True))
    st.register_type_strategy(Level, levels())
    st.register_type_strategy(Link, links(rich=True))
    st.register_type_strategy(NodeFacts, node_facts(rich=True))
    st.register_type_strategy(Objective, objectives(rich=True))
    st.register_type_strategy(OrdinalScale, scales(rich=True))
    st.register_type_strategy(Party, parties(rich=True))
    st.register_type_strategy(Period, periods(rich=True))
    st.register_type_strategy(Post, posts(rich=True))
    st.register_type_strategy(PresumedCause, presumed_causes())
    st.register_type_strategy(Range, ranges(rich=True))
    st.register_type_strategy(Realization, realizations(rich=True))
    st.register_type_strategy(Reference, references(rich=True))
    st.register_type_strategy(Review, reviews(rich=True))
    st.register_type_strategy(ReviewLine, review_lines(rich=True))
    st.register_type_strategy(ReviewSummary, review_summaries(rich=True))
    st.register_type_strategy(Suppression, suppressions(rich=True))
    st.register_type_strategy(Target, targets(rich=True))
    st.register_type_strategy(Tenure, tenures(rich=True))
    st.register_type_strategy(Trajectory, trajectories(rich=True))
