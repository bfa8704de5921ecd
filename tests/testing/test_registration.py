import subprocess
import sys

import pytest
from hypothesis import given
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
    testing,
)
from sakip.cascade import BudgetDocument, Cascade, Group, Link, NodeFacts, Post, Suppression
from sakip.review import Habits, PresumedCause, Review, ReviewLine, ReviewSummary
from tests.testing.making import quick

TYPES = (
    Agreement,
    BudgetDocument,
    BudgetLine,
    Cascade,
    Components,
    Echelon,
    Group,
    Habits,
    History,
    Indicator,
    Level,
    Link,
    NodeFacts,
    Objective,
    OrdinalScale,
    Party,
    Period,
    Post,
    PresumedCause,
    Range,
    Realization,
    Reference,
    Review,
    ReviewLine,
    ReviewSummary,
    Suppression,
    Target,
    Tenure,
)


@pytest.mark.parametrize("first", ["import sakip.testing", "import hypothesis, sakip.testing"])
def test_either_may_be_imported_first(first: str) -> None:
    """Hypothesis loads this module through its entry point, also while this module is just loading Hypothesis."""
    lines = f"{first}\nfrom hypothesis.strategies import from_type\nprint(from_type(sakip.Period))"
    done = subprocess.run([sys.executable, "-c", lines], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "half_year" in done.stdout


def test_front_door_does_not_load_hypothesis() -> None:
    """Who does not test does not pay: only `sakip.testing` loads hypothesis."""
    program = "import sys, sakip; sys.exit('hypothesis' in sys.modules or 'sakip.testing' in sys.modules)"
    subprocess.run([sys.executable, "-c", program], check=True)


@pytest.mark.parametrize("kind", TYPES)
def test_registered_types_are_found_by_type(kind: type) -> None:
    """After registration a value of every type can be asked for by its type."""
    testing.register()

    @quick
    @given(st.from_type(kind))
    def makes(value: object) -> None:
        assert isinstance(value, kind)

    makes()
