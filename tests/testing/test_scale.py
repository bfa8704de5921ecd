from hypothesis import given
from hypothesis import strategies as st

from sakip import AKIP_LETTERS, BPK_OPINIONS, Level, OrdinalScale, testing
from sakip.testing.scale import level_or
from tests.testing.making import found


@given(testing.scales())
def test_narrow_scales_are_those_in_use(scale: OrdinalScale) -> None:
    """Without `rich` they are the opinions of the auditors and the letters of AKIP."""
    assert scale in {BPK_OPINIONS, AKIP_LETTERS}


def test_rich_scales_share_ranks() -> None:
    """A scale on which two names share the lowest rank is found, and one on which none do."""
    found(testing.scales(rich=True), lambda scale: len(scale.levels[0]) > 1)
    found(testing.scales(rich=True), lambda scale: len(scale.levels) == len(scale.names))


@given(testing.levels(AKIP_LETTERS))
def test_levels_of_a_scale(level: Level) -> None:
    """Levels are of the scale that was asked for."""
    assert level in AKIP_LETTERS


@given(testing.scales(), st.integers(0, 20))
def test_a_level_where_there_is_a_scale(scale: OrdinalScale, place: int) -> None:
    """Any place gives a level of the scale; without one the value stays."""
    assert level_or(scale, 5, place) in scale
    assert level_or(None, 5, place) == 5
