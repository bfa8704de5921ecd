import pytest

from sakip import testing
from tests.testing.making import found


@pytest.mark.parametrize("certainty", ["read", "secondary", "memory"])
def test_of_every_certainty(certainty: str) -> None:
    """References are of every certainty, with and without an article."""
    found(testing.references(), lambda one: one.certainty == certainty and one.article is None)
    found(testing.references(), lambda one: one.certainty == certainty and one.article is not None)


def test_rich_references_are_hostile() -> None:
    """Titles hold markup."""
    found(testing.references(rich=True), lambda one: "<script" in one.title)
