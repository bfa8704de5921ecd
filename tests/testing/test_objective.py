import pytest
from hypothesis import given

from sakip import Objective, testing
from tests.testing.making import found, quick


@given(testing.objectives(rich=True))
def test_codes_are_unique(objective: Objective) -> None:
    """An objective has one to three targets, each of another code."""
    codes = [target.code for target in objective.targets]
    assert len(set(codes)) == len(codes)
    assert 1 <= len(codes) <= 3


@pytest.mark.parametrize("weighted", [True, False])
def test_weights(weighted: bool) -> None:
    """Weights are at every target or at none."""

    @quick
    @given(testing.objectives(weighted=weighted))
    def holds(objective: Objective) -> None:
        assert {target.weight is not None for target in objective.targets} == {weighted}

    holds()


def test_a_code_of_its_own() -> None:
    """Objectives with a code are found, and such without."""
    found(testing.objectives(), lambda objective: objective.code is None)
    found(testing.objectives(), lambda objective: objective.code is not None)
