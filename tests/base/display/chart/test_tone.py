"""Seven tones, for every eye, on light and on dark."""

from itertools import combinations
from typing import Any

import pytest

from sakip.base.display.chart import tone
from sakip.base.display.chart.tone import require_tone, tone_of
from sakip.errors import InvalidValueError

LIGHT, DARK = "#ffffff", "#16191e"
# How the three kinds of colour blindness see red, green and blue (Viénot, Brettel and Mollon 1999; Machado 2009).
EYES = {
    "protan": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    "deutan": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
    "tritan": ((1.256, -0.077, -0.179), (-0.078, 0.931, 0.148), (0.005, 0.691, 0.304)),
    "other": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
}


def channels(colour: str) -> list[float]:
    """Red, green and blue as light."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def contrast(one: str, other: str) -> float:
    """The contrast of WCAG 2."""
    lights = sorted(
        sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), channels(x), strict=True)) for x in (one, other)
    )
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def seen(colour: str, eye: str) -> list[float]:
    """The colour as an eye sees it, 0 to 255."""
    light = channels(colour)
    found = [max(0.0, sum(w * c for w, c in zip(row, light, strict=True))) for row in EYES[eye]]
    return [255 * (12.92 * part if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055) for part in found]


@pytest.mark.parametrize(("tones", "letters"), [(tone.TONES, tone.WORDS), (tone.DARK_TONES, tone.DARK_WORDS)])
def test_letters_can_be_read_on_every_tone(tones: tuple[str, ...], letters: tuple[str, ...]) -> None:
    """At least 4.5 to 1."""
    assert [pair for pair in zip(tones, letters, strict=True) if contrast(*pair) < 4.5] == []


@pytest.mark.parametrize(
    ("paper", "colours"),
    [(LIGHT, (*tone.LINES, tone.BAR)), (DARK, (*tone.DARK_LINES, tone.DARK_BAR)), (DARK, (tone.BAR,))],
)
def test_lines_and_bars_stand_out(paper: str, colours: tuple[str, ...]) -> None:
    """At least 3 to 1 against the paper."""
    assert [colour for colour in colours if contrast(paper, colour) < 3] == []


@pytest.mark.parametrize("eye", EYES)
@pytest.mark.parametrize("tones", [tone.TONES, tone.DARK_TONES])
def test_tones_differ_for_every_eye(tones: tuple[str, ...], eye: str) -> None:
    """No two of them look alike, whichever cones are missing."""
    distances = {
        pair: sum((a - b) ** 2 for a, b in zip(seen(pair[0], eye), seen(pair[1], eye), strict=True)) ** 0.5
        for pair in combinations(tones, 2)
    }
    assert {pair: distance for pair, distance in distances.items() if distance < 25} == {}


def test_the_ends_of_a_scale_get_the_ends_of_the_tones() -> None:
    """The worst label is 0 and the best 6, however many there are; a scale of one label is no failure."""
    assert [(tone_of(0, count), tone_of(count - 1, count)) for count in (2, 3, 5, 7, 12)] == [(0, 6)] * 5
    assert tone_of(0, 1) == 6


@pytest.mark.parametrize("value", [-1, 7, "3", True, 2.0])
def test_other_tones_are_refused(value: Any) -> None:
    """From 0 to 6."""
    with pytest.raises(InvalidValueError, match="0 to 6") as caught:
        require_tone(value, "Bar.tone")
    assert (caught.value.path, caught.value.value) == ("Bar.tone", value)
    assert [require_tone(good, "x") for good in (0, 6, None)] == [0, 6, None]


@pytest.mark.parametrize(
    ("count", "tones"),
    [(1, [6]), (2, [0, 6]), (3, [0, 3, 6]), (4, [0, 2, 4, 6]), (5, [0, 1, 3, 4, 6]), (7, list(range(7)))],
)
def test_tones_are_spread(count: int, tones: list[int]) -> None:
    """The places between the ends are spread over the tones between."""
    assert [tone_of(place, count) for place in range(count)] == tones
