"""Foreign text made harmless, wrapped and escaped."""

import html
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.base.control import inert
from sakip.base.display.cell import escaped, line_width, require_string, with_breaks, wrapped
from sakip.errors import InvalidValueError


class TestEscaped:
    """Every foreign string is escaped, quotes too."""

    @pytest.mark.parametrize(
        "text", ["<script>alert(1)</script>", "\"><img src=x onerror='a'>", "]]>", "&lt;", "a & b"]
    )
    def test_examples(self, text: str) -> None:
        """No sign of markup survives, and the reader sees the text as it was."""
        assert not set("<>\"'") & set(escaped(text))
        assert html.unescape(escaped(text)) == text

    @given(st.text())
    def test_comes_back(self, text: str) -> None:
        """The page shows the inert text, with breaks for its line feeds."""
        assert not set("<>\"'") & set(escaped(text))
        assert html.unescape(escaped(text)) == html.unescape(html.escape(inert(text)))
        assert with_breaks(text).count("<br>") == inert(text).count("\n")
        assert "\n" not in with_breaks(text)


class TestWrapped:
    """Lines of at most so many characters."""

    @pytest.mark.parametrize(
        ("text", "width", "lines"),
        [
            ("", 5, [""]),
            ("abcde", 5, ["abcde"]),
            ("abcdef", 5, ["abcde", "f"]),
            ("ab cde", 5, ["ab", "cde"]),
            ("ab cd ef", 5, ["ab cd", "ef"]),
            ("abcdefg hi", 5, ["abcde", "fg hi"]),
            ("ab cdefghij", 5, ["ab", "cdefg", "hij"]),
            ("abcdefghij", 5, ["abcde", "fghij"]),
            ("satu\n\ndua", 5, ["satu", "", "dua"]),
            ("  ab", 5, ["  ab"]),
            ("a   b   c", 5, ["a b c"]),
            ("      ", 5, [""]),
            ("33,33\xa0% a", 7, ["33,33\xa0%", "a"]),
            ("a\x1bb", 6, ["a\\x1bb"]),
        ],
    )
    def test_examples(self, text: str, width: int, lines: list[str]) -> None:
        """Lines are parted at blanks, words only where they are longer than a line."""
        assert wrapped(text, width) == lines

    @given(st.text(alphabet="ab \n\x1b\xa0", max_size=80), st.integers(4, 12))
    def test_nothing_is_lost(self, text: str, width: int) -> None:
        """Every sign but the blanks is there, in order, and no line is too long."""
        lines = wrapped(text, width)
        assert max(map(len, lines)) <= width
        assert "".join(lines).replace(" ", "") == inert(text).replace("\n", "").replace(" ", "")
        assert all(line == line.rstrip(" ") for line in lines)


class TestGuards:
    """Widths and strings."""

    @pytest.mark.parametrize(("width", "used"), [(None, 80), (20, 20), (1000, 1000)])
    def test_width(self, width: int | None, used: int) -> None:
        """80 characters unless another width is asked for, both bounds included."""
        assert line_width(width, "x") == used

    @pytest.mark.parametrize("width", [19, 1001, 0, -1, True, 80.0, "80"])
    def test_width_out_of_range(self, width: Any) -> None:
        """A width out of range is refused."""
        with pytest.raises(InvalidValueError, match="20 to 1000") as caught:
            line_width(width, "Table.text.width")
        assert (caught.value.code, caught.value.path) == ("not-a-whole-number", "Table.text.width")
        assert caught.value.value is width

    @pytest.mark.parametrize("value", [None, 5, 98.5, b"a", ["a"]])
    def test_no_string(self, value: object) -> None:
        """A number that nobody has written out is refused with the function that writes it."""
        with pytest.raises(InvalidValueError, match="format_number") as caught:
            require_string(value, "Table.rows[0][1]")
        facts = (caught.value.code, caught.value.path, caught.value.value)
        assert facts == ("not-text", "Table.rows[0][1]", value)

    def test_empty_string(self) -> None:
        """A cell may be empty."""
        assert require_string("", "x") == ""
