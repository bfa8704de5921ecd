"""How much room a text takes."""

import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.base.display.chart.measure import fitted, plain, room_for

LINES = st.text(max_size=120).map(plain)


class TestPlain:
    """One line that an XML document may hold."""

    @given(st.text(max_size=60))
    def test_every_text_becomes_one_line_of_xml(self, text: str) -> None:
        """No sign of it breaks the line or the document."""
        line = plain(text)
        assert "\n" not in line
        ET.fromstring(f"<a><![CDATA[{line.replace(']]>', '')}]]></a>")  # noqa: S314

    @pytest.mark.parametrize("sign", ["\ufffe", "\uffff", "\x00", "\u202e", "\ud800"])
    def test_signs_that_no_document_holds_are_shown(self, sign: str) -> None:
        """They become visible escapes."""
        assert plain(f"a{sign}b").isascii()

    def test_line_feeds_become_blanks(self) -> None:
        """A label of two lines is one line in a picture."""
        assert plain("Dinas\nSosial\n\n") == "Dinas Sosial"


class TestRoom:
    """The width of a line."""

    def test_wide_and_narrow_signs(self) -> None:
        """An m takes more than an i; a sign of another script is not taken for a narrow one."""
        assert room_for("mmmm") > room_for("aaaa") > room_for("iiii")
        assert room_for("財") > room_for("m")

    def test_marks_above_letters_take_no_room(self) -> None:
        """A letter with a combining mark is as wide as the letter."""
        assert room_for("e\u0301") == room_for("e")

    def test_signs_that_are_not_measured(self) -> None:
        """A sign before the wide scripts is as wide as a capital, one of them as wide as the letters are high."""
        assert room_for("\u10ff" * 100) == room_for("A" * 100)
        assert room_for("\u1100" * 100) == 1442

    @pytest.mark.parametrize(
        ("text", "size", "bold", "room"),
        [("W" * 100, 14, False, 1362), ("W" * 100, 14, True, 1471), ("i", 14, False, 4), ("1" * 10, 16, False, 92)],
    )
    def test_measure(self, text: str, size: int, bold: bool, room: int) -> None:
        """The widths of Arial, three in a hundred more for other faces, eight for bold letters, rounded up."""
        assert room_for(text, size=size, bold=bold) == room

    def test_size_and_weight(self) -> None:
        """Larger and bold letters are wider."""
        assert room_for("Dinas", size=16) > room_for("Dinas")
        assert room_for("Dinas Sosial", bold=True) > room_for("Dinas Sosial")


class TestFitted:
    """Lines that fit."""

    @given(LINES, st.integers(30, 300), st.integers(1, 3))
    def test_every_line_fits(self, text: str, room: int, lines: int) -> None:
        """There are not too many lines, and none is too wide."""
        found = fitted(text, room, lines=lines)
        assert len(found) <= lines
        assert all(room_for(line) <= room for line in found)

    @given(LINES, st.integers(30, 300), st.integers(1, 3))
    def test_what_is_left_out_is_marked(self, text: str, room: int, lines: int) -> None:
        """Without the mark at the end, all of the text is there."""
        found = fitted(text, room, lines=lines)
        if not found[-1].endswith("…"):
            assert " ".join(found) == text

    def test_just_fitting_and_just_not(self) -> None:
        """A text exactly as wide as the room stays whole; one unit less shortens it."""
        room = room_for("Dinas Sosial")
        assert fitted("Dinas Sosial", room) == ("Dinas Sosial",)
        assert fitted("Dinas Sosial", room - 1) == ("Dinas So…",)

    def test_one_long_word(self) -> None:
        """A word that is longer than a line is cut at once, not carried from line to line."""
        assert fitted("Pertanggungjawaban Bupati", 60, lines=2) == ("Pertan…",)

    def test_as_many_words_as_fit(self) -> None:
        """Each line takes the words that fit, the last one the rest."""
        room = room_for("Badan Perencanaan")
        text = "Badan Perencanaan Pembangunan Daerah"
        assert fitted(text, room, lines=2) == ("Badan Perencanaan", "Pembangunan Da…")
        assert fitted(text, room, lines=3) == ("Badan Perencanaan", "Pembangunan", "Daerah")
        assert fitted(text, room - 1, lines=4) == ("Badan", "Perencanaan", "Pembangunan", "Daerah")
        assert fitted("", room, lines=3) == ("",)

    def test_a_thousand_signs_are_measured(self) -> None:
        """A text of a thousand signs may stand whole, a longer one says that it goes on."""
        assert fitted("i" * 1000, 10**4) == ("i" * 1000,)
        assert fitted("i" * 1001, 10**4) == ("i" * 999 + "…",)

    def test_no_room_at_all(self) -> None:
        """Only the mark is left."""
        assert fitted("Wa", 5) == ("…",)

    def test_a_text_of_megabytes_costs_little(self) -> None:
        """Only its beginning is measured."""
        assert fitted("x" * 5_000_000, 100)[0].endswith("…")
        assert len(fitted("x " * 2_000_000, 100, lines=3)) == 3
