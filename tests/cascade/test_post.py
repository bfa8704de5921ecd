import pickle
from typing import Any

import pytest

from sakip import Echelon
from sakip.cascade import Post
from sakip.errors import InvalidValueError


def test_a_level_may_be_written_as_text() -> None:
    """A level may be written as text."""
    assert Post("KABID", echelon=Echelon("III.a")) == Post(" KABID ", echelon="III.a")  # type: ignore[arg-type]
    assert Post("KABID").echelon is None


@pytest.mark.parametrize(
    ("fields", "path"),
    [
        ({"code": ""}, "Post.code"),
        ({"unit": " "}, "Post.unit"),
        ({"superior": ""}, "Post.superior"),
        ({"echelon": "VII"}, "Echelon.code"),
        ({"vacant": "ya"}, "Post.vacant"),
    ],
)
def test_what_cannot_be_raises_with_its_field(fields: dict[str, Any], path: str) -> None:
    """What cannot be raises with its field."""
    with pytest.raises(InvalidValueError) as caught:
        Post(**{"code": "KABID", **fields})
    assert caught.value.path == path


def test_it_survives_pickling() -> None:
    """It survives pickling."""
    post = Post("KABID", unit="Dinas", superior="KADIS", vacant=True)
    assert pickle.loads(pickle.dumps(post)) == post
