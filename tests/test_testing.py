"""What all strategies have in common."""

from decimal import Decimal

import pytest
from hypothesis import given

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
    testing,
)
from sakip.cascade import BudgetDocument, Cascade, Group, Link, NodeFacts, Post, Suppression
from sakip.review import PresumedCause, Review, ReviewLine, ReviewSummary
from tests.testing.making import quick

KINDS: dict[str, type] = {
    "agreements": Agreement,
    "budget_documents": BudgetDocument,
    "budget_lines": BudgetLine,
    "cascades": Cascade,
    "components": Components,
    "echelons": Echelon,
    "groups": Group,
    "histories": History,
    "indicators": Indicator,
    "levels": Level,
    "links": Link,
    "node_facts": NodeFacts,
    "numbers": Decimal,
    "objectives": Objective,
    "parties": Party,
    "periods": Period,
    "posts": Post,
    "presumed_causes": PresumedCause,
    "published_rows": list,
    "ranges": Range,
    "realizations": Realization,
    "references": Reference,
    "review_lines": ReviewLine,
    "review_summaries": ReviewSummary,
    "reviews": Review,
    "scales": OrdinalScale,
    "suppressions": Suppression,
    "targets": Target,
    "tenures": Tenure,
    "trajectories": Trajectory,
    "texts": str,
    "codes": str,
}
FOR_ALL = {"echelons", "histories", "levels", "presumed_causes"}


def test_every_strategy_is_listed_here() -> None:
    """The tests below know every public strategy."""
    others = {"agreements_with_realizations", "example_agreement", "register"}
    assert set(testing.__all__) == set(KINDS) | others


@pytest.mark.parametrize("rich", [False, True])
@pytest.mark.parametrize("name", sorted(KINDS))
def test_strategy_makes_its_type(name: str, rich: bool) -> None:
    """Each strategy, narrow and rich, makes values of its type."""
    make = getattr(testing, name)
    strategy = make() if name in FOR_ALL else make(rich=rich)

    @quick
    @given(strategy)
    def makes(value: object) -> None:
        assert isinstance(value, KINDS[name])

    makes()
