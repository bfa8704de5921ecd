"""Values of a strategy, for the tests of strategies."""

from collections.abc import Callable
from typing import Any

from hypothesis import Phase, find, settings
from hypothesis import strategies as st

quick = settings(max_examples=30)


def found(strategy: st.SearchStrategy[Any], condition: Callable[[Any], bool]) -> Any:
    """A value of the strategy that meets the condition; an error when there is none."""
    once = settings(max_examples=2000, derandomize=True, database=None, phases=[Phase.generate])
    return find(strategy, condition, settings=once)
