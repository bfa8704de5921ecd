"""Penulisan rumus: an expression in words, with numbers in their places, or in LaTeX."""

from collections.abc import Callable, Iterable
from fractions import Fraction
from math import gcd

from sakip.base.interval import Interval
from sakip.base.notation import format_number
from sakip.base.text import Lang, Text
from sakip.scoring.cases import Cases
from sakip.scoring.curve import Curve, Moebius
from sakip.scoring.expression import Condition, Linear, Ratio

__all__ = ["latex", "latex_steps", "symbol_words", "words"]

_SYMBOL_WORDS: dict[str, Text] = {
    "R": Text("realisasi", "realization"),
    "T": Text("target", "target"),
    "B": Text("kondisi awal", "baseline"),
    "W": Text("nilai terburuk", "worst value"),
    "C": Text("batas terbaik", "best attainable"),
    "LO": Text("batas bawah", "lower bound"),
    "HI": Text("batas atas", "upper bound"),
}
_OPERATORS = {"<": "<", "<=": "≤", ">": ">", ">=": "≥", "!=": "≠"}
_LATEX = {"<": "<", "<=": r"\le", ">": ">", ">=": r"\ge", "!=": r"\ne"}


def symbol_words(symbol: str) -> Text:
    """Arti lambang: what a symbol stands for.

    Examples:
        >>> symbol_words("B").render("id")
        'kondisi awal'
    """
    return _SYMBOL_WORDS[symbol]


def words(cases: Cases, lang: Lang, numbers: dict[str, Fraction] | None = None) -> str:
    """Dengan kata: the expression with each symbol's word, or with its number where one is known.

    With numbers only the branch that applies is written.

    Examples:
        >>> from sakip.scoring import R, T
        >>> from sakip.scoring.cases import as_cases
        >>> words(as_cases(100 * (2 * T - R) / T), "id")
        '100 × (2 × target − realisasi) ÷ target'
    """

    def name(symbol: str) -> str:
        if numbers is None or symbol not in numbers:
            return _SYMBOL_WORDS[symbol].render(lang)
        text = format_number(numbers[symbol], lang=lang)
        return f"({text})" if numbers[symbol] < 0 or "/" in text else text

    def number(value: Fraction) -> str:
        return format_number(value, lang=lang)

    if numbers is not None:
        return _ratio(_chosen(cases, numbers), name, number, " × ", " ÷ ")
    parts = [
        Text("{ratio} bila {condition}", "{ratio} if {condition}").render(
            lang,
            {
                "ratio": _ratio(ratio, name, number, " × ", " ÷ "),
                "condition": _condition(condition, name, number, " × ", _OPERATORS),
            },
        )
        for condition, ratio in cases.branches
    ]
    last = _ratio(cases.otherwise, name, number, " × ", " ÷ ")
    if not parts:
        return last
    return "; ".join([*parts, Text("selain itu {ratio}", "otherwise {ratio}").render(lang, {"ratio": last})])


def latex(cases: Cases, lang: Lang) -> str:
    r"""Dalam LaTeX: the expression for a report.

    Examples:
        >>> from sakip.scoring import R, T
        >>> from sakip.scoring.cases import as_cases
        >>> print(latex(as_cases(100 * R / T), "id"))
        \frac{100\,R}{T}
    """

    def name(symbol: str) -> str:
        return symbol if len(symbol) == 1 else rf"\mathit{{{symbol}}}"

    if not cases.branches:
        return _ascii(_latex_ratio(cases.otherwise, name))
    rows = [
        rf"{_latex_ratio(ratio, name)} & {_condition(condition, name, _latex_number, chr(92) + ',', _LATEX)}"
        for condition, ratio in cases.branches
    ]
    rows.append(rf"{_latex_ratio(cases.otherwise, name)} & \text{{{Text('selain itu', 'otherwise').render(lang)}}}")
    return _latex_rows(rows)


def latex_steps(first: str, steps: Iterable[Curve]) -> str:
    r"""Langkah dalam LaTeX: a formula as ``x_0``, and what each step makes of it.

    Examples:
        >>> from sakip.scoring import Cap
        >>> print(latex_steps(r"\frac{100\,R}{T}", [Cap(120).curve()]))
        x_0 = \frac{100\,R}{T},\quad x_1 = \begin{cases} x_0 & x_0 \le 120\\ 120 & x_0 > 120 \end{cases}
    """
    parts = [first]
    for at, curve in enumerate(steps):
        rows = [rf"{_latex_line(line, f'x_{at}')} & {_within(interval, f'x_{at}')}" for interval, line in curve.pieces]
        parts.append(_latex_rows(rows))
    return r",\quad ".join(f"x_{at} = {part}" for at, part in enumerate(parts))


def _latex_number(value: Fraction) -> str:
    size = abs(value)
    written = str(size) if size.denominator == 1 else rf"\tfrac{{{size.numerator}}}{{{size.denominator}}}"
    return f"-{written}" if value < 0 else written


def _latex_ratio(ratio: Ratio, name: "_Name") -> str:
    ratio = ratio.whole()
    above, below = (_bare(_product(part, name, _latex_number, r"\,")) for part in (ratio.numerator, ratio.denominator))
    return above if below == "1" else rf"\frac{{{above}}}{{{below}}}"


def _latex_line(line: Moebius, of: str) -> str:
    return _latex_ratio(Ratio(Linear([("R", line.a)], line.b), Linear((), Fraction(1))), lambda _: of)


def _within(interval: Interval, of: str) -> str:
    if interval.low is not None and interval.high is None:  # as people write it: x > 120
        return f"{of} {_ABOVE[interval.low_end]} {_latex_number(interval.low)}"
    low = "" if interval.low is None else f"{_latex_number(interval.low)} {_BELOW[interval.low_end]} "
    high = "" if interval.high is None else f" {_BELOW[interval.high_end]} {_latex_number(interval.high)}"
    return f"{low}{of}{high}"


_BELOW = {"open": "<", "closed": r"\le"}
_ABOVE = {"open": ">", "closed": r"\ge"}


def _latex_rows(rows: Iterable[str]) -> str:
    return _ascii(rf"\begin{{cases}} {(chr(92) * 2 + ' ').join(rows)} \end{{cases}}")


def _bare(text: str) -> str:
    return text[1:-1] if text[0] == "(" else text


def _ascii(text: str) -> str:
    # In a formula LaTeX makes a minus out of the hyphen; at the minus itself pdflatex stops.
    return text.replace("−", "-")


_Name = Callable[[str], str]
_Number = Callable[[Fraction], str]


def _chosen(cases: Cases, numbers: dict[str, Fraction]) -> Ratio:
    for condition, ratio in cases.branches:
        if condition.holds(condition.difference.value(numbers)):
            return ratio
    return cases.otherwise


def _ratio(ratio: Ratio, name: _Name, number: _Number, times: str, over: str) -> str:
    ratio = ratio.whole()
    above = _product(ratio.numerator, name, number, times)
    below = _product(ratio.denominator, name, number, times)
    if below == "1":
        return above
    needs_brackets = (times in below and below[0] != "(") or below[0] == "−"
    return f"{above}{over}({below})" if needs_brackets else f"{above}{over}{below}"


def _product(linear: Linear, name: _Name, number: _Number, times: str) -> str:
    """A linear expression with its common factor in front."""
    values = [value for _, value in linear.terms] + ([linear.constant] if linear.constant else [])
    factor = Fraction(gcd(*(int(value) for value in values))) if len(values) > 1 else Fraction(1)
    if factor == 1 or any(value.denominator != 1 for value in values):
        text = _sum(linear, name, number, times)
        return f"({text})" if len(values) > 1 else text
    return f"{number(factor)}{times}({_sum(linear.scaled(1 / factor), name, number, times)})"


def _sum(linear: Linear, name: _Name, number: _Number, times: str) -> str:
    parts = [(value, symbol) for symbol, value in linear.terms]
    if linear.constant or not parts:
        parts.append((linear.constant, ""))
    parts.sort(key=lambda part: part[0] < 0)
    written = ""
    for value, symbol in parts:
        size = abs(value)
        text = number(size) if not symbol else name(symbol) if size == 1 else f"{number(size)}{times}{name(symbol)}"
        sign = "−" if value < 0 else "+" if written else ""
        written += f" {sign} {text}" if written else f"{sign}{text}"
    return written


def _condition(condition: Condition, name: _Name, number: _Number, times: str, operators: dict[str, str]) -> str:
    sides = (_sum(side, name, number, times) for side in condition.difference.sides)
    return f" {operators[condition.operator]} ".join(sides)
