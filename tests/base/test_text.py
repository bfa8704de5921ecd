"""Sentences in two languages, and texts that must say something."""

import pickle
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.base.text import Argument, Text, require_text
from sakip.errors import InvalidValueError

SUM = Text("Jumlah bobot {sum}, bukan {wanted}", "The weights add up to {sum}, not {wanted}")


class TestRequireText:
    """A text says something and holds no control characters."""

    @pytest.mark.parametrize(
        "text", ["a", " a ", "Angka kematian ibu\nper 100.000\tkelahiran", "é", "𝟙", "x" * 4000, "\u202ekanan"]
    )
    def test_passes(self, text: str) -> None:
        """A text of up to 4,000 characters, line feeds and tabs included, passes unchanged."""
        assert require_text(text, "Indicator.name") is text

    @pytest.mark.parametrize(
        ("text", "code"),
        [
            ("", "empty-text"),
            (" \t\n", "empty-text"),
            (None, "empty-text"),
            (1, "empty-text"),
            (b"a", "empty-text"),
            ("x" * 4001, "long-text"),
            ("x" * 10**6, "long-text"),
            ("a\x00b", "control-characters"),
            ("a\x08", "control-characters"),
            ("a\x0bb", "control-characters"),
            ("a\r\nb", "control-characters"),
            ("\x1b[31mmerah", "control-characters"),
            ("a\x1fb", "control-characters"),
            ("separuh \ud800", "control-characters"),
        ],
        ids=repr,
    )
    def test_refused(self, text: object, code: str) -> None:
        """Nothing, too much, controls and halves of a character are refused."""
        with pytest.raises(InvalidValueError) as caught:
            require_text(text, "Indicator.name")
        assert (caught.value.code, caught.value.path) == (code, "Indicator.name")

    @given(st.text())
    def test_what_passes_can_be_stored(self, text: str) -> None:
        """Whatever passes can be written as UTF-8."""
        try:
            passed = require_text(text, "x")
        except InvalidValueError:
            return
        assert passed.encode().decode() == text


class TestRender:
    """Arguments are written last, in the notation of the reader's language."""

    @pytest.mark.parametrize(
        ("argument", "indonesian", "english"),
        [
            ("IKU-1", "IKU-1", "IKU-1"),
            (1234, "1.234", "1,234"),
            (Decimal("99.90"), "99,9", "99.9"),
            (Fraction(-60800, 2467), "-60.800/2.467", "-60,800/2,467"),
            (date(2025, 3, 5), "5 Maret 2025", "5 March 2025"),
        ],
    )
    def test_arguments(self, argument: Argument, indonesian: str, english: str) -> None:
        """Numbers and dates take the form of the language, texts stay as they are."""
        text = Text("Nilai {value}.", "Value {value}.")
        assert text.render("id", {"value": argument}) == f"Nilai {indonesian}."
        assert text.render("en", {"value": argument}) == f"Value {english}."

    def test_language(self) -> None:
        """Indonesian is the default, and an unknown language is refused."""
        assert SUM.render(arguments={"sum": 99, "wanted": 100}) == "Jumlah bobot 99, bukan 100"
        with pytest.raises(InvalidValueError, match="unknown language"):
            SUM.render("fr", {"sum": 99, "wanted": 100})  # type: ignore[arg-type]

    @pytest.mark.parametrize("argument", ["{0}", "{sum}", "{sum.__class__}", "{", "}", "%s", "{wanted!r:>100000000}"])
    def test_foreign_text_is_no_template(self, argument: str) -> None:
        """What users typed is shown as it is, however much it looks like a template."""
        assert SUM.render("en", {"sum": argument, "wanted": 1}) == f"The weights add up to {argument}, not 1"

    def test_without_arguments(self) -> None:
        """A sentence without places needs no arguments."""
        assert Text("Tidak ada", "None").render("en") == "None"

    @given(value=st.one_of(st.integers(-(10**18), 10**18), st.fractions(), st.dates(), st.text()))
    def test_always_written(self, value: Any) -> None:
        """Every argument of a documented type is written in both languages."""
        for lang in ("id", "en"):
            assert Text("{x}", "{x}").render(lang, {"x": value}) or value == ""

    def test_value(self) -> None:
        """A text is a value: equal, hashable, and itself again after pickling."""
        assert pickle.loads(pickle.dumps(SUM)) == SUM
        assert hash(Text("a", "b")) == hash(Text("a", "b"))
