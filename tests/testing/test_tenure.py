from datetime import date

import pytest
from hypothesis import given

from sakip import Tenure, testing
from tests.testing.making import found


@given(testing.tenures())
def test_tenures_end_after_they_start(tenure: Tenure) -> None:
    """Narrow tenures lie in a few years, and the person stands in the tenure alone."""
    assert date(2023, 1, 1) <= tenure.starts <= (tenure.ends or tenure.starts) <= date(2026, 12, 31)
    assert tenure.party.official is None


@pytest.mark.parametrize("kind", ["definitive", "Plt", "Plh", "Pj", "Pjs"])
def test_of_every_kind(kind: str) -> None:
    """Every kind is found, with an end and without."""
    found(testing.tenures(), lambda tenure: tenure.kind == kind and tenure.ends is None)
    found(testing.tenures(), lambda tenure: tenure.kind == kind and tenure.ends is not None)
