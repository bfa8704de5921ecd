"""Sentences in two languages, and texts that must say something."""

import pickle
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.base.text import Argument, Text, both, joined, none_or_text, require_paragraphs, require_text, told
from sakip.errors import InvalidValueError
from tests.base.contract import assert_way_out, facts_of

MOVING = ["\n", "\t", "\r", "\x00", "\x1b", "\x7f", "\x85", "\x9b", "\u2028", "\u2029", "\u061c", "\u200e", "\u200f"]
MOVING += [chr(point) for point in (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF, 0xDC00)]

SUM = Text("Jumlah bobot {sum}, bukan {wanted}", "The weights add up to {sum}, not {wanted}")


class TestRequireText:
    """A text says something on one line and holds no sign that changes how it is printed."""

    @pytest.mark.parametrize(
        "text", ["a", " a ", "Angka kematian ibu per 100.000\u00a0kelahiran", "é", "𝟙", "x" * 4000, "\u200dgabung"]
    )
    def test_passes(self, text: str) -> None:
        """A text of up to 4,000 characters passes unchanged."""
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
            ("a\x08", "control-characters"),
            ("a\x0bb", "control-characters"),
            ("a\r\nb", "control-characters"),
            ("\x1b[31mmerah", "control-characters"),
            ("a\x1fb", "control-characters"),
            ("separuh \ud800", "control-characters"),
            *((f"a{sign}b", "control-characters") for sign in MOVING),
        ],
        ids=ascii,
    )
    def test_refused(self, text: object, code: str) -> None:
        """Nothing, too much, controls and halves of a character are refused."""
        assert facts_of(lambda: require_text(text, "Indicator.name")) == (code, "Indicator.name", text)

    def test_error_names_the_sign_and_its_place(self) -> None:
        """The first such sign is named by its place, counted from one, and by its code point."""
        with pytest.raises(InvalidValueError) as caught:
            require_text("Nilai: 100\u2028Nilai: 0\x1b", "Indicator.name")
        assert "karakter ke-11 (U+2028)" in caught.value.problem[0]
        assert "character 11 (U+2028)" in caught.value.problem[1]

    def test_text_of_another_class(self) -> None:
        """What a subclass of text claims to be is read as the text that it holds."""

        class Sly(str):
            __slots__ = ()

            def __str__(self) -> str:
                return "lain"

            def strip(self, *_: object) -> str:
                return "ada"

        assert type(require_text(Sly("a"), "x")) is str
        assert require_text(Sly("a"), "x") == "a"
        with pytest.raises(InvalidValueError, match="empty-text"):
            require_text(Sly(" "), "x")

    def test_longest(self) -> None:
        """The limit may be set by the field, and stands in the error in both notations."""
        assert require_text("x" * 20_000, "x", longest=20_000)
        with pytest.raises(InvalidValueError, match=r"20\.000 karakter[\s\S]*20,000 characters"):
            require_text("x" * 20_001, "x", longest=20_000)

    @given(st.text())
    def test_what_passes_is_one_line(self, text: str) -> None:
        """Whatever passes can be written as UTF-8 and is one line for whoever splits lines."""
        try:
            passed = require_text(text, "x")
        except InvalidValueError:
            return
        assert passed.encode().decode() == text
        assert passed.splitlines() == [text]


class TestRequireParagraphs:
    """Where people write paragraphs, line feeds and tabs may stand, and nothing else."""

    @pytest.mark.parametrize(
        ("text", "kept"),
        [("a", "a"), ("a\n\n\tb", "a\n\n\tb"), ("a\r\nb\r\n", "a\nb\n"), ("x" * 4000, "x" * 4000)],
        ids=range(4),
    )
    def test_passes(self, text: str, kept: str) -> None:
        """Paragraphs pass; the line end of Windows, which web forms send, becomes a line feed."""
        assert require_paragraphs(text, "x") == kept

    @pytest.mark.parametrize(
        ("text", "code"),
        [
            (None, "empty-text"),
            (" \r\n\t", "empty-text"),
            ("x" * 4001, "long-text"),
            ("a\rb", "control-characters"),
            *((f"a\n{sign}b", "control-characters") for sign in MOVING if sign not in "\n\t"),
        ],
        ids=ascii,
    )
    def test_refused(self, text: object, code: str) -> None:
        """Every other control, separator and mark of direction is refused."""
        facts = facts_of(lambda: require_paragraphs(text, "Realization.obstacle"))
        assert facts == (code, "Realization.obstacle", text)


class TestTemplates:
    """A sentence has plain names as places, the same in both languages."""

    @pytest.mark.parametrize(
        "template",
        [
            "{0.__class__}",
            "{0}",
            "{}",
            "{x.y}",
            "{x[0]}",
            "{x!r}",
            "{x:>100000000}",
            "{x",
            "x}",
            "{ x }",
            "{{x}",
            "{é}",
        ],
    )
    def test_odd_places(self, template: str) -> None:
        """A number, an attribute, an index, a conversion, a width and a lone brace are refused in either language."""
        for sentences in ((template, "a"), ("a", template)):
            path = "Text.id" if sentences[0] == template else "Text.en"
            assert facts_of(lambda sentences=sentences: Text(*sentences)) == ("odd-template", path, template)

    @pytest.mark.parametrize(("indonesian", "english"), [("{a}", ""), ("", "{a}"), ("{a}", "{b}"), ("{a} {b}", "{a}")])
    def test_places_of_one_language(self, indonesian: str, english: str) -> None:
        """A place that only one of the languages has is refused."""
        code, path, value = facts_of(lambda: Text(indonesian, english))
        assert (code, path) == ("unlike-templates", "Text")
        assert (f"{{{value}}}" in indonesian) != (f"{{{value}}}" in english)

    def test_order_and_number_of_places_are_free(self) -> None:
        """The languages may name their places in another order, and one of them twice."""
        assert Text("{a} {b}", "{b} {a} {b}").render("en", {"a": 1, "b": 2}) == "2 1 2"
        assert Text("{a} {b}", "{b} {a} {b}").names == {"a", "b"}

    @pytest.mark.parametrize("value", [None, 1, b"a", ["a"], object()], ids=range(5))
    def test_only_texts(self, value: Any) -> None:
        """What is no text is no sentence."""
        for make, path in (
            (lambda: Text(value, "a"), "Text.id"),
            (lambda: Text("a", value), "Text.en"),
            (lambda: Text.literal(value), "Text.id"),
        ):
            assert facts_of(make) == ("wrong-kind", path, value)
        with pytest.raises(InvalidValueError, match=r"Text\('Bobot \{sum\}', 'Weights \{sum\}'\)"):
            Text(value, "a")

    @pytest.mark.parametrize("sign", MOVING)
    def test_no_controls(self, sign: str) -> None:
        """A sentence is one line."""
        wrong = f"a{sign}b"
        assert facts_of(lambda: Text(wrong, "ab")) == ("control-characters", "Text.id", wrong)
        assert facts_of(lambda: Text("ab", wrong)) == ("control-characters", "Text.en", wrong)

    @given(st.text(st.sampled_from("{}ax_ .0!:[]")))
    def test_literal_is_shown_as_it_is(self, text: str) -> None:
        """A finished sentence is no template, whatever it looks like."""
        literal = Text.literal(text, "x")
        assert literal.render("id", {"a": 1, "x": 2}) == literal.render() == text
        assert literal.names == frozenset()
        assert Text.literal(text).render("en") == text

    def test_place_without_an_argument(self) -> None:
        """A place that nothing fills stays visible."""
        assert Text("{a} dan {b}", "{a} and {b}").render("en", {"b": 2}) == "{a} and 2"
        assert Text("{a}", "{a}").render() == "{a}"


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

    def test_argument_stays_on_the_line(self) -> None:
        """Line ends in an argument become blanks, and other controls are shown as escapes."""
        shown = Text("Alasan: {why}", "Reason: {why}").render("en", {"why": "a\r\nScore: 100\n\x1b[2J\u202e"})
        assert shown == "Reason: a Score: 100 \\x1b[2J\\u202e"

    @pytest.mark.parametrize("arguments", [5, "abc", [("sum", 1)]])
    def test_arguments_are_a_mapping(self, arguments: Any) -> None:
        """Names are looked up, so anything but a mapping is refused."""
        with pytest.raises(InvalidValueError) as caught:
            SUM.render("en", arguments)
        facts = (caught.value.code, caught.value.path, caught.value.value)
        assert facts == ("wrong-kind", "Text.render.arguments", arguments)
        assert_way_out(lambda given: SUM.render("en", given), arguments, Decimal=Decimal)

    def test_both(self) -> None:
        """A function says its sentence once in each language; braces in what it says stand for themselves."""
        asked: list[str] = []
        found = both(lambda lang: f"{{{asked.append(lang) or lang}}}")
        assert (found.render("id"), found.render("en"), asked) == ("{id}", "{en}", ["id", "en"])

    def test_joined(self) -> None:
        """Each sentence in its language, braces and all; none gives nothing."""
        found = joined("; ", iter([Text.literal("{a}"), Text("ya", "yes")]))
        assert (found.render("id"), found.render("en")) == ("{a}; ya", "{a}; yes")
        assert joined("; ", []).render("id") == ""

    def test_told(self) -> None:
        """What an error says fills a finding, whatever signs it holds."""
        error = InvalidValueError(code="x", path="x", value=1, problem=("{p}", "q"), way_out=("r", "{s}"))
        assert {name: (text.render("id"), text.render("en")) for name, text in told(error).items()} == {
            "problem": ("{p}", "q"),
            "way_out": ("r", "{s}"),
        }

    def test_filled(self) -> None:
        """A filled sentence is finished in both languages, whatever its arguments look like."""
        found = Text("{what} turun {by}", "{what} fell by {by}").filled({"what": Text("nilai", "score"), "by": "{by}"})
        assert found == Text.literal("nilai turun {by}", "score fell by {by}")
        assert found.names == frozenset()

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


def test_a_text_that_may_be_left_out() -> None:
    """None is nothing; whatever else is given is a text as any other, with its length and its path."""
    assert none_or_text(None, "Indicator.unit") is None
    assert none_or_text("orang", "Indicator.unit", longest=5) == "orang"
    for value, longest in (("", 9), ("orang", 4), (5, 9)):
        with pytest.raises(InvalidValueError) as caught:
            none_or_text(value, "Indicator.unit", longest=longest)
        assert caught.value.path == "Indicator.unit"
