from hypothesis import given

from sakip import testing
from sakip.cascade import CATALOGUE, Suppression
from tests.testing.making import found


@given(testing.suppressions())
def test_narrow_suppressions_name_a_code(suppression: Suppression) -> None:
    """A code of the catalogue, and no single finding."""
    assert suppression.code in {check.code for check in CATALOGUE}
    assert suppression.fingerprint is None


def test_rich_suppressions_name_one_finding() -> None:
    """By its fingerprint; suppressions with a last day are found, and such without."""
    found(testing.suppressions(rich=True), lambda suppression: suppression.fingerprint is not None)
    found(testing.suppressions(rich=True), lambda suppression: suppression.until is not None)
    found(testing.suppressions(rich=True), lambda suppression: suppression.until is None)
