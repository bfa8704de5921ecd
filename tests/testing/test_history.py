from itertools import pairwise

from hypothesis import given

from sakip import History, testing
from tests.testing.making import found, quick


@quick
@given(testing.histories(most=3))
def test_each_version_amends_the_one_before(history: History) -> None:
    """No more versions than were asked for, each of which supersedes the one before."""
    versions = history.versions
    assert 1 <= len(versions) <= 3
    assert all(later.supersedes == earlier.code for earlier, later in pairwise(versions))


def test_targets_are_changed_and_retired() -> None:
    """Histories in which a target is retired are found, and such in which only its value changes."""
    found(testing.histories(most=3), lambda history: any(one.retired for one in history.versions))
    found(testing.histories(most=3), lambda history: len(history.versions) > 1 and not history.versions[-1].retired)
