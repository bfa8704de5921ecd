"""Pengujian: Hypothesis strategies for the types of the model, the cascade and the review, and a first example.

Each strategy has a narrow form, of values as they stand in real documents, and with ``rich=True`` a wide one: every
field that may be filled is filled at times, texts are hostile, numbers reach the limits. Needs ``hypothesis``.
"""

from sakip.testing.agreement import agreements, agreements_with_realizations
from sakip.testing.budget_line import budget_lines
from sakip.testing.cascade import cascades
from sakip.testing.document import budget_documents
from sakip.testing.example import example_agreement
from sakip.testing.history import histories
from sakip.testing.indicator import indicators
from sakip.testing.link import groups, links
from sakip.testing.node import node_facts
from sakip.testing.number import numbers
from sakip.testing.objective import objectives
from sakip.testing.party import echelons, parties
from sakip.testing.period import periods
from sakip.testing.post import posts
from sakip.testing.published import presumed_causes, published_rows, review_lines, review_summaries, reviews
from sakip.testing.realization import components, realizations
from sakip.testing.reference import references
from sakip.testing.registration import register
from sakip.testing.scale import levels, scales
from sakip.testing.suppression import suppressions
from sakip.testing.target import ranges, targets, trajectories
from sakip.testing.tenure import tenures
from sakip.testing.text import codes, texts

__all__ = [
    "agreements",
    "agreements_with_realizations",
    "budget_documents",
    "budget_lines",
    "cascades",
    "codes",
    "components",
    "echelons",
    "example_agreement",
    "groups",
    "histories",
    "indicators",
    "levels",
    "links",
    "node_facts",
    "numbers",
    "objectives",
    "parties",
    "periods",
    "posts",
    "presumed_causes",
    "published_rows",
    "ranges",
    "realizations",
    "references",
    "register",
    "review_lines",
    "review_summaries",
    "reviews",
    "scales",
    "suppressions",
    "targets",
    "tenures",
    "texts",
    "trajectories",
]

# The entry point names the module and not the function: where this module is imported first, Hypothesis loads it a
# second time from within, before the function is there.
register()
