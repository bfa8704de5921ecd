import pytest
from hypothesis import given

from sakip import Agreement, Realization, check, testing
from tests.testing.making import found, quick


@pytest.mark.parametrize("weighted", [True, False])
def test_weights_are_all_or_none(weighted: bool) -> None:
    """Weighted agreements have a weight at every target, others at none."""

    @quick
    @given(testing.agreements(weighted=weighted))
    def holds(agreement: Agreement) -> None:
        assert {target.weight is not None for target in agreement.targets} == {weighted}

    holds()


@given(testing.agreements_with_realizations(rich=True))
def test_agreements_match_their_realizations(pair: tuple[Agreement, tuple[Realization, ...]]) -> None:
    """Codes are unique and every realization answers a target, so nothing blocks."""
    agreement, delivered = pair
    codes = [target.code for target in agreement.targets]
    assert len(set(codes)) == len(codes) > 0
    assert {realization.code for realization in delivered} <= set(codes)
    assert not check(agreement, delivered).blocking


@given(testing.agreements_with_realizations())
def test_narrow_agreements_are_wholly_reported(pair: tuple[Agreement, tuple[Realization, ...]]) -> None:
    """In the narrow form every target has its realization."""
    agreement, delivered = pair
    assert {realization.code for realization in delivered} == {target.code for target in agreement.targets}


def test_some_targets_stay_unreported() -> None:
    """In the rich form an agreement with a target that nobody reported is found."""
    found(testing.agreements_with_realizations(rich=True), lambda pair: len(pair[1]) < len(pair[0].targets))


def test_order_of_realizations_varies() -> None:
    """Realizations in another order than their targets are found."""

    def in_another_order(pair: tuple[Agreement, tuple[Realization, ...]]) -> bool:
        agreement, delivered = pair
        return [one.code for one in delivered] != [target.code for target in agreement.targets]

    found(testing.agreements_with_realizations(), in_another_order)
