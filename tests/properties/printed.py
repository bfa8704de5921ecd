"""Reads an explanation as a person does, and does its sums again from what is printed."""

import re
from fractions import Fraction
from typing import NamedTuple

from tests.properties.reference import half_even, half_up, truncated

TOKEN = re.compile(r"\s*(\d[\d.,]*|[-−+×÷/()])")
ROUNDINGS = {
    "setengah menjauhi nol": half_up,
    "halves away from zero": half_up,
    "setengah ke genap": half_even,
    "halves to even": half_even,
    "dipotong": truncated,
    "truncated": truncated,
}


class Printed(NamedTuple):
    """One printed step: its words and the number after the last equals sign, or its digits where it is cut off."""

    words: str
    value: Fraction
    cut_off: bool


def number(text: str, lang: str) -> Fraction:
    """One printed number, read as it stands: an exact number may have more decimals than may be typed."""
    marks = {".": "", ",": "."} if lang == "id" else {",": ""}
    return Fraction(text.strip().translate(str.maketrans(marks)))


def value(text: str, lang: str) -> Fraction:
    """A printed exact number: a decimal, or a quotient with its approximation behind it."""
    text = text.strip().removesuffix("…").removeprefix("≈ ").partition(" (≈")[0]
    above, _, below = text.partition("/")
    return number(above, lang) / number(below, lang) if below else number(above, lang)


def steps(lines: list[str], lang: str) -> list[Printed]:
    """The printed steps among some lines."""
    found = []
    for line in lines:
        words, equals, last = line.strip().rpartition(" = ")
        if equals:
            found.append(Printed(words, value(last, lang), last.endswith("…")))
    return found


def computed(text: str, lang: str) -> Fraction:
    """The value of a printed sum such as ``100 × (2 × 8 − 7,2) ÷ 8``."""
    signs = TOKEN.findall(text)
    assert "".join(signs) == re.sub(r"\s", "", text)
    place = 0

    def peek() -> str:
        return signs[place] if place < len(signs) else ""

    def take() -> str:
        nonlocal place
        place += 1
        return signs[place - 1]

    def summed() -> Fraction:
        found = product()
        while peek() in {"+", "−"}:
            found = found + product() if take() == "+" else found - product()
        return found

    def product() -> Fraction:
        found = single()
        while peek() in {"×", "÷", "/"}:
            found = found * single() if take() == "×" else found / single()
        return found

    def single() -> Fraction:
        sign = take()
        if sign in {"-", "−"}:
            return -single()
        if sign == "(":
            found = summed()
            assert take() == ")"
            return found
        return number(sign, lang)

    found = summed()
    assert place == len(signs)
    return found


def converted(words: str, before: Fraction, lang: str) -> Fraction:
    """The value of a printed conversion: the last segment whose start is reached, on its line."""
    inside = words[words.index("(") + 1 : words.rindex(")")]
    chosen = ""
    for segment in inside.split("; "):
        start, colon, points = segment.rpartition(": ")
        if not colon or before >= number(start.rpartition(" ")[2], lang):
            chosen = points
    (x1, y1), (x2, y2) = ([number(one, lang) for one in pair.split(" → ")] for pair in re.split(r", (?=\S+ →)", chosen))
    return y1 + (before - x1) * (y2 - y1) / (x2 - x1)


def applied(words: str, before: Fraction, lang: str) -> Fraction:
    """The number after a step that is printed in words."""
    if words.startswith(("Paling tinggi ", "At most ")):
        return min(before, number(words.rpartition(" ")[2], lang))
    if words.startswith(("Paling rendah ", "At least ")):
        return max(before, number(words.rpartition(" ")[2], lang))
    if words.startswith(("Konversi bertahap", "Piecewise conversion")):
        return converted(words, before, lang)
    found = re.fullmatch(r"(?:Dibulatkan ke|Rounded to) (\d) (?:desimal|decimals?) \((.+)\)", words)
    assert found is not None, words
    return ROUNDINGS[found[2]](before, int(found[1]))


def rule_value(words: str, lang: str) -> Fraction:
    """The number that the printed formula gives, with its own conversion if it has one."""
    filled = words.rpartition(" = ")[2]
    formula, *conversion = re.split(r"; (?=konversi|piecewise)", filled, maxsplit=1)
    found = computed(formula, lang)
    return converted(conversion[0], found, lang) if conversion else found
