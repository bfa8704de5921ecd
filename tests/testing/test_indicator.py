import pytest
from hypothesis import given

from sakip import Indicator, Polarity, testing
from tests.testing.making import found, quick


@pytest.mark.parametrize("polarity", ["maximize", "minimize", "stabilize"])
def test_of_one_polarity(polarity: Polarity) -> None:
    """Indicators have the polarity that was asked for."""

    @quick
    @given(testing.indicators(polarity=polarity, rich=True))
    def holds(indicator: Indicator) -> None:
        assert indicator.polarity == polarity

    holds()


@given(testing.indicators(), testing.indicators(ordinal=True, rich=True))
def test_ordinal_ones_have_a_scale(counted: Indicator, ranked: Indicator) -> None:
    """Only ordinal indicators have a scale."""
    assert counted.scale is None
    assert ranked.scale is not None
    assert ranked.measure == "ordinal"


@pytest.mark.parametrize("name", ["same_as", "replaces", "consolidation", "decimals", "reference", "formula"])
def test_rich_ones_fill_every_field(name: str) -> None:
    """Each field of the data sheet is filled at times and left out at times."""
    found(testing.indicators(rich=True), lambda indicator: getattr(indicator, name) is not None)
    found(testing.indicators(rich=True), lambda indicator: getattr(indicator, name) is None)
