"""Signs that move, hide, split or turn what is printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.base.control import CONTROLS, inert


class TestInert:
    """A text can neither move nor colour the output."""

    @pytest.mark.parametrize(
        ("text", "shown"),
        [
            ("Angka kematian ibu", "Angka kematian ibu"),
            ("é 𝟙 33,33\xa0%", "é 𝟙 33,33\xa0%"),
            ("satu\ndua", "satu\ndua"),
            ("satu\r\ndua", "satu\ndua"),
            ("satu\tdua", "satu dua"),
            ("\x1b[31mmerah", "\\x1b[31mmerah"),
            ("a\rb\x00\x08\x0b\x7f\x85\x9f", "a\\x0db\\x00\\x08\\x0b\\x7f\\x85\\x9f"),
            ("\u202ekanan\u2066\u200f\u061c\ufeff", "\\u202ekanan\\u2066\\u200f\\u061c\\ufeff"),
            ("a\u2028b\u2029", "a\\u2028b\\u2029"),
            ("separuh \ud800", "separuh \\ud800"),
        ],
        ids=ascii,
    )
    def test_examples(self, text: str, shown: str) -> None:
        """Controls, separators, marks of direction and halves of characters are shown; what people write stays."""
        assert inert(text) == shown

    @given(st.text())
    def test_is_harmless(self, text: str) -> None:
        """What is shown can be stored, holds no control but the line feed, and is shown as itself."""
        shown = inert(text)
        assert shown.encode().decode() == shown
        assert all(sign == "\n" or ord(sign) >= 32 for sign in shown)
        assert inert(shown) == shown


@given(st.text())
def test_what_holds_none_is_shown_as_it_is(text: str) -> None:
    """A text is changed exactly where it holds such a sign, and in no other text do lines break."""
    if CONTROLS.search(text) is None:
        assert inert(text) == text
        assert len(text.splitlines()) <= 1


@pytest.mark.parametrize("sign", ["\u200c", "\u200d", "\u200b", "\u00a0", "\u0301", "\u0645", "\U0001f4c8", " ", "~"])
def test_signs_of_writing_stay(sign: str) -> None:
    """Joiners, no-break spaces, accents and foreign scripts move nothing else."""
    assert CONTROLS.search(sign) is None
