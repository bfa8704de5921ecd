"""Marks of a picture that stands alone."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.base.display.chart.drawing import coloured, heading, picture, picture_width, spoken, tag, toned, words
from sakip.errors import InvalidValueError
from tests.base.display.chart.drawn import parsed


@given(st.fractions(max_denominator=10**6))
def test_positions_have_one_decimal(value: Fraction) -> None:
    """What is written is the nearest tenth."""
    assert abs(Fraction(spoken(value)) - value) <= Fraction(1, 20)
    assert spoken(value) != "-0"


@given(st.text(max_size=40), st.text(max_size=40))
def test_foreign_text_stays_text(title: str, line: str) -> None:
    """Whatever the texts hold, the document has the elements that it should have."""
    root = parsed(picture(title, line, words([line], 0, 10, x_note=title), 400, 20))
    assert [one.tag.partition("}")[2] for one in root] in (
        ["title", "desc", "style", "text"],
        ["title", "desc", "style"],
    )


def test_two_pictures_on_one_page_have_two_names() -> None:
    """The name follows from what is shown, and is the same each time."""
    one, other = (parsed(picture("a", "b", body, 400, 20)) for body in ("<g/>", "<g></g>"))
    assert one.get("id") != other.get("id")
    assert picture("a", "b", "<g/>", 400, 20) == picture("a", "b", "<g/>", 400, 20)
    assert one.get("id", "")[0].isalpha()


def test_dark_paper_changes_only_the_colours_that_are_used() -> None:
    """Its rules speak of this picture alone, for a style reaches the whole page."""
    svg = picture("a", "b", tag("rect", **toned(0)) + tag("g", **coloured(1)), 400, 20)
    name = parsed(svg).get("id")
    style = svg.partition("<style>")[2].partition("</style>")[0]
    assert f"#{name} .t0{{fill:" in style
    assert f"#{name} .s1{{color:" in style
    assert ".bar" not in style
    assert style.count("#" + str(name)) == 2


def test_a_long_title_takes_three_lines_at_most() -> None:
    """And says by a mark that it goes on."""
    drawn, height = heading("Nilai kinerja " * 40, 400)
    assert drawn.count("<tspan") == 2
    assert drawn.endswith("…</tspan></text>")
    assert height == 3 * 17 + 9


@pytest.mark.parametrize("width", [319, 2001, "400", True])
def test_other_widths_are_refused(width: Any) -> None:
    """From 320 to 2,000."""
    assert [picture_width(good, "x") for good in (320, 2000, None)] == [320, 2000, 400]
    with pytest.raises(InvalidValueError, match="320 to 2000") as caught:
        picture_width(width, "Bars.svg.width")
    assert (caught.value.path, caught.value.value) == ("Bars.svg.width", width)
