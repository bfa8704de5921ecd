import pytest

from sakip import testing
from tests.testing.making import found


@pytest.mark.parametrize("rich", [False, True])
def test_posts_are_filled_or_vacant(rich: bool) -> None:
    """Posts with and without a superior are found, filled and vacant."""
    found(testing.posts(rich=rich), lambda post: post.vacant and post.superior is None)
    found(testing.posts(rich=rich), lambda post: not post.vacant and post.superior is not None)
