"""Why a difference cannot be taken apart."""

from typing import get_args

from sakip.cascade.explaining.why import Why, why_text


def test_every_reason_has_words() -> None:
    """Each reason has its words in both languages."""
    words = [why_text(why) for why in get_args(Why)]
    assert len({one.id for one in words}) == len({one.en for one in words}) == len(words)
    assert all(one.id != one.en for one in words)
