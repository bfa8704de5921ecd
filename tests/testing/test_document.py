from datetime import date

from hypothesis import given

from sakip import testing
from sakip.cascade import BudgetDocument
from tests.testing.making import found


@given(testing.budget_documents())
def test_narrow_documents_are_of_one_year(document: BudgetDocument) -> None:
    """They are ratified for 2025, before it begins or in its course."""
    assert date(2024, 12, 1) <= document.ratified_on <= date(2025, 12, 31)
    assert document.version in {"DPA", "DPPA"}


def test_documents_of_one_unit_and_of_all() -> None:
    """Both are found, with lines and without."""
    found(testing.budget_documents(), lambda document: document.unit is None and document.lines)
    found(testing.budget_documents(rich=True), lambda document: document.unit is not None and not document.lines)
