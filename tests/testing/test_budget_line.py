import pytest
from hypothesis import given

from sakip import BudgetLine, testing
from tests.testing.making import found


@given(testing.budget_lines())
def test_narrow_lines_are_whole_rupiah(line: BudgetLine) -> None:
    """Without `rich` there are no sen and no links."""
    assert line.ceiling % 1 == 0
    assert line.targets == ()


def test_rich_lines_have_sen_and_links() -> None:
    """Amounts in sen and links to targets are found."""
    found(testing.budget_lines(rich=True), lambda line: line.ceiling % 1 != 0)
    found(testing.budget_lines(rich=True), lambda line: line.targets != ())


@pytest.mark.parametrize("kind", ["programme", "activity", "sub_activity"])
def test_of_every_kind(kind: str) -> None:
    """Every kind is found, with a realization and without."""
    found(testing.budget_lines(), lambda line: line.kind == kind and line.realization is None)
    found(testing.budget_lines(), lambda line: line.kind == kind and line.realization is not None)
