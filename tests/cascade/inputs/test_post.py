import pickle
from typing import Any

import pytest

from sakip import Echelon
from sakip.cascade import Post
from sakip.cascade.inputs.post import is_contradiction, joined
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


def post(**fields: Any) -> Post:
    """A declaration of KABID."""
    return Post("KABID", **fields)


@pytest.mark.parametrize(
    ("one", "other", "both", "contradict"),
    [
        (post(), post(), post(), False),
        (post(superior="KADIS"), post(superior="kadis."), post(superior="KADIS"), False),
        (post(superior="KADIS"), post(echelon="III"), post(superior="KADIS", echelon="III"), False),
        (post(echelon="III"), post(echelon="III.a"), post(echelon="III.a"), False),
        (post(echelon="III.a"), post(echelon="IV.a"), post(), True),
        (post(superior="KADIS"), post(superior="SEKDIS"), post(), True),
        (post(vacant=True), post(), post(), True),
        (post(vacant=True), post(vacant=True), post(vacant=True), False),
    ],
)
def test_two_declarations_of_one_position(one: Post, other: Post, both: Post, contradict: bool) -> None:
    """What both say alike, or one of them alone; of what they contradict nothing."""
    assert joined([one, other]) == both
    assert joined([other, one]).echelon == both.echelon
    assert is_contradiction([one, other]) is is_contradiction([other, one]) is contradict
