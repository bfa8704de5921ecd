"""Ungkapan: quotients of linear expressions in R, T, B, W, C, LO and HI, chosen by cases.

An expression is data: it is written with the usual operators and can be printed, compared, turned around and
evaluated exactly.
"""

import re
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from math import gcd, lcm
from typing import Any, Literal, NoReturn, get_args

from attrs import field, frozen

from sakip.base.choice import choose
from sakip.base.number import admit
from sakip.errors import InvalidValueError

__all__ = [
    "HI",
    "LO",
    "SYMBOLS",
    "B",
    "C",
    "Cases",
    "Coefficient",
    "Condition",
    "Expression",
    "Linear",
    "Operator",
    "R",
    "Ratio",
    "T",
    "W",
    "as_cases",
    "require_condition",
    "require_linear",
]

Coefficient = int | Decimal | Fraction
Operator = Literal["<", "<=", ">", ">=", "!="]
SYMBOLS = ("R", "T", "B", "W", "C", "LO", "HI")

_LONGEST_NUMBER = 1000
_MOST_BRANCHES = 200
_NUMBER = re.compile(r"-?[0-9]+(?:/[1-9][0-9]*)?")


def _coefficient(value: Coefficient) -> Fraction:
    if isinstance(value, Fraction):
        return value
    return Fraction(admit(value, "Formula"))


def _refuse(what: object, problem: tuple[str, str], way_out: tuple[str, str]) -> NoReturn:
    raise InvalidValueError(code="not-a-formula", path="Formula", value=what, problem=problem, way_out=way_out)


def _terms(value: Iterable[tuple[str, Coefficient]]) -> tuple[tuple[str, Fraction], ...]:
    found = {_known(symbol): _coefficient(number) for symbol, number in value}
    return tuple((symbol, found[symbol]) for symbol in SYMBOLS if found.get(symbol))


def _known(symbol: str) -> str:
    return choose(
        symbol, SYMBOLS, "Formula", code="unknown-symbol", problem=("lambang tidak dikenal", "unknown symbol")
    )


def _read(text: object) -> Fraction:
    # Fraction itself would also read 1e999999999, and fill the memory with its digits.
    if isinstance(text, str) and len(text) <= _LONGEST_NUMBER and _NUMBER.fullmatch(text):
        return Fraction(text)
    _refuse(
        text,
        ("bukan bilangan bulat atau pecahan baku", "no whole number and no canonical quotient"),
        ("Pakai hasil canonical()", "Use what canonical() wrote"),
    )


@frozen(order=False)
class Linear:
    """Ungkapan linear: a sum of symbols times numbers, plus a number.

    Examples:
        >>> print(2 * T - R)
        2*T - R
    """

    terms: tuple[tuple[str, Fraction], ...] = field(converter=_terms)
    constant: Fraction = field(default=Fraction(0), converter=_coefficient)

    def coefficient(self, symbol: str) -> Fraction:
        """Koefisien: the number in front of a symbol, zero when it does not occur."""
        return dict(self.terms).get(symbol, Fraction(0))

    @property
    def symbols(self) -> tuple[str, ...]:
        """Lambang: the symbols that occur, in their fixed order."""
        return tuple(symbol for symbol, _ in self.terms)

    def scaled(self, factor: Fraction) -> "Linear":
        """Dikalikan: the expression times a number."""
        return Linear([(symbol, number * factor) for symbol, number in self.terms], self.constant * factor)

    def __add__(self, other: "Linear | Coefficient") -> "Linear":
        if isinstance(other, Linear):
            symbols = {*self.symbols, *other.symbols}
            terms = [(symbol, self.coefficient(symbol) + other.coefficient(symbol)) for symbol in symbols]
            return Linear(terms, self.constant + other.constant)
        return Linear(self.terms, self.constant + _coefficient(other))

    def __radd__(self, other: Coefficient) -> "Linear":
        return self + other

    def __neg__(self) -> "Linear":
        return self.scaled(Fraction(-1))

    def __sub__(self, other: "Linear | Coefficient") -> "Linear":
        return self + (-other if isinstance(other, Linear) else -_coefficient(other))

    def __rsub__(self, other: Coefficient) -> "Linear":
        return -self + other

    def __mul__(self, other: Coefficient) -> "Linear":
        return self.scaled(_coefficient(other))

    def __rmul__(self, other: Coefficient) -> "Linear":
        return self * other

    def __truediv__(self, other: "Linear | Coefficient") -> "Ratio":
        return Ratio(self, other if isinstance(other, Linear) else Linear((), _coefficient(other)))

    def __rtruediv__(self, other: Coefficient) -> "Ratio":
        return Ratio(Linear((), _coefficient(other)), self)

    def __lt__(self, other: "Linear | Coefficient") -> "Condition":
        return Condition(self - other, "<")

    def __le__(self, other: "Linear | Coefficient") -> "Condition":
        return Condition(self - other, "<=")

    def __gt__(self, other: "Linear | Coefficient") -> "Condition":
        return Condition(self - other, ">")

    def __ge__(self, other: "Linear | Coefficient") -> "Condition":
        return Condition(self - other, ">=")

    def differs(self, other: "Linear | Coefficient") -> "Condition":
        """Tidak sama dengan: the condition that two expressions differ; ``!=`` compares the expressions themselves."""
        return Condition(self - other, "!=")

    def value(self, numbers: dict[str, Fraction]) -> Fraction:
        """Nilai: the exact value for given numbers.

        Raises:
            KeyError: A symbol has no number.
        """
        return sum((number * numbers[symbol] for symbol, number in self.terms), self.constant)

    def canonical(self) -> dict[str, str]:
        """Bentuk baku: coefficients by symbol, the number alone under ``1``."""
        return {symbol: str(number) for symbol, number in (*self.terms, ("1", self.constant)) if number}

    @classmethod
    def from_canonical(cls, data: dict[str, str]) -> "Linear":
        """Dari bentuk baku: the expression that `canonical` wrote."""
        numbers = {symbol: _read(number) for symbol, number in data.items()}
        return cls([pair for pair in numbers.items() if pair[0] != "1"], numbers.get("1", Fraction(0)))

    def __str__(self) -> str:
        parts = [_term(number, symbol) for symbol, number in self.terms]
        if self.constant or not parts:
            parts.append(_term(self.constant, ""))
        parts.sort(key=lambda part: part[0] == "-")
        text = " ".join(parts)
        return text[2:] if text.startswith("+ ") else f"-{text[2:]}"


def _term(number: Fraction, symbol: str) -> str:
    sign, size = ("-" if number < 0 else "+"), abs(number)
    if not symbol:
        return f"{sign} {size}"
    return f"{sign} {symbol}" if size == 1 else f"{sign} {size}*{symbol}"


@frozen(order=False)
class Ratio:
    """Hasil bagi: one linear expression over another.

    Examples:
        >>> print(100 * (1 + (1 - R / T)))
        (200*T - 100*R) / (T)
    """

    numerator: Linear
    denominator: Linear

    def __attrs_post_init__(self) -> None:
        if not self.denominator.terms and not self.denominator.constant:
            _refuse(
                f"({self.numerator}) / 0",
                ("penyebut selalu nol", "the denominator is always zero"),
                ("Periksa penyebut rumus", "Check the denominator of the formula"),
            )

    @property
    def symbols(self) -> tuple[str, ...]:
        """Lambang: the symbols that occur, in their fixed order."""
        found = {*self.numerator.symbols, *self.denominator.symbols}
        return tuple(symbol for symbol in SYMBOLS if symbol in found)

    def __add__(self, other: Coefficient) -> "Ratio":
        return Ratio(self.numerator + self.denominator.scaled(_coefficient(other)), self.denominator)

    def __radd__(self, other: Coefficient) -> "Ratio":
        return self + other

    def __neg__(self) -> "Ratio":
        return Ratio(-self.numerator, self.denominator)

    def __sub__(self, other: Coefficient) -> "Ratio":
        return self + -_coefficient(other)

    def __rsub__(self, other: Coefficient) -> "Ratio":
        return -self + other

    def __mul__(self, other: Coefficient) -> "Ratio":
        return Ratio(self.numerator.scaled(_coefficient(other)), self.denominator)

    def __rmul__(self, other: Coefficient) -> "Ratio":
        return self * other

    def __truediv__(self, other: Coefficient) -> "Ratio":
        return Ratio(self.numerator, self.denominator.scaled(_coefficient(other)))

    def whole(self) -> "Ratio":
        """Bulat: the same quotient with whole coefficients that share no factor."""
        numbers = [number for part in (self.numerator, self.denominator) for _, number in part.terms]
        numbers += [self.numerator.constant, self.denominator.constant]
        common = lcm(*(number.denominator for number in numbers))
        shared = gcd(*(int(number * common) for number in numbers)) or 1
        factor = Fraction(common, shared)
        return Ratio(self.numerator.scaled(factor), self.denominator.scaled(factor))

    def __str__(self) -> str:
        return f"({self.numerator}) / ({self.denominator})"

    def canonical(self) -> dict[str, dict[str, str]]:
        """Bentuk baku: numerator and denominator as plain data."""
        return {"numerator": self.numerator.canonical(), "denominator": self.denominator.canonical()}

    @classmethod
    def from_canonical(cls, data: dict[str, Any]) -> "Ratio":
        """Dari bentuk baku: the quotient that `canonical` wrote."""
        return cls(Linear.from_canonical(data["numerator"]), Linear.from_canonical(data["denominator"]))


def _operator(value: Operator) -> Operator:
    # The operator becomes part of the text that runs, so nothing but one of these may stand there.
    return choose(
        value,
        get_args(Operator),
        "Condition.operator",
        code="unknown-operator",
        problem=("pembanding tidak dikenal", "unknown comparison"),
    )


@frozen
class Condition:
    """Syarat: a linear expression compared with zero.

    Examples:
        >>> print((R <= T).difference, (R <= T).operator)
        R - T <=
    """

    difference: Linear
    operator: Operator = field(converter=_operator)

    def holds(self, value: Fraction) -> bool:
        """Berlaku: whether the condition holds for this value of the difference."""
        holds: bool = _HOLDS[self.operator](value)
        return holds

    def __bool__(self) -> bool:  # noqa: PLE0304 - a condition is never true or false by itself
        _refuse(
            str(self),
            (
                "perbandingan berantai atau 'if' tidak membentuk syarat",
                "a chained comparison or 'if' makes no condition",
            ),
            ("Tulis tiap perbandingan sendiri dalam Cases", "Write each comparison by itself inside Cases"),
        )

    def __str__(self) -> str:
        return f"{self.difference} {self.operator} 0"

    def canonical(self) -> dict[str, Any]:
        """Bentuk baku: the condition as plain data."""
        return {"difference": self.difference.canonical(), "operator": self.operator}

    @classmethod
    def from_canonical(cls, data: dict[str, Any]) -> "Condition":
        """Dari bentuk baku: the condition that `canonical` wrote."""
        return cls(Linear.from_canonical(data["difference"]), data["operator"])


_HOLDS: dict[str, Any] = {
    "<": lambda value: value < 0,
    "<=": lambda value: value <= 0,
    ">": lambda value: value > 0,
    ">=": lambda value: value >= 0,
    "!=": lambda value: value != 0,
}


def _ratio(value: "Linear | Ratio | Coefficient") -> Ratio:
    if isinstance(value, Ratio):
        return value
    return Ratio(value if isinstance(value, Linear) else Linear((), _coefficient(value)), Linear((), Fraction(1)))


def _branches(
    value: "Iterable[tuple[Condition, Linear | Ratio | Coefficient]]",
) -> tuple[tuple[Condition, Ratio], ...]:
    found = tuple((require_condition(condition), _ratio(expression)) for condition, expression in value)
    if len(found) <= _MOST_BRANCHES:
        return found
    _refuse(
        len(found),
        (f"lebih dari {_MOST_BRANCHES} cabang", f"more than {_MOST_BRANCHES} branches"),
        ("Tulis konversi bertahap sebagai Piecewise", "Write a conversion by steps as a Piecewise"),
    )


def require_condition(value: Condition) -> Condition:
    """Wajib syarat: a condition; ``R == T`` compares the expressions themselves and is none.

    Raises:
        InvalidValueError: Something that is no condition.

    Examples:
        >>> require_condition(R <= T).operator
        '<='
    """
    if isinstance(value, Condition):
        return value
    _refuse(
        str(value),
        ("bukan syarat", "not a condition"),
        ("Tulis misalnya R <= T; == dan != tidak membentuk syarat", "Write for example R <= T; == and != make none"),
    )


def require_linear(value: Linear) -> Linear:
    """Wajib ungkapan linear: a symbol or a sum of symbols.

    Raises:
        InvalidValueError: Something else.

    Examples:
        >>> require_linear(2 * T).symbols
        ('T',)
    """
    if isinstance(value, Linear):
        return value
    _refuse(
        str(value),
        ("bukan ungkapan linear", "not a linear expression"),
        ("Tulis misalnya 2 * T", "Write for example 2 * T"),
    )


@frozen
class Cases:
    """Rumus bercabang: the first branch whose condition holds, or else the last one.

    Examples:
        >>> tent = Cases([(R <= T, 100 * R / T)], otherwise=100 * (2 * T - R) / T)
        >>> tent.symbols
        ('R', 'T')
    """

    branches: tuple[tuple[Condition, Ratio], ...] = field(converter=_branches)
    otherwise: Ratio = field(converter=_ratio, kw_only=True)

    @property
    def symbols(self) -> tuple[str, ...]:
        """Lambang: the symbols that occur, in their fixed order."""
        found = set(self.otherwise.symbols)
        for condition, ratio in self.branches:
            found |= {*condition.difference.symbols, *ratio.symbols}
        return tuple(symbol for symbol in SYMBOLS if symbol in found)

    @property
    def ratios(self) -> tuple[Ratio, ...]:
        """Hasil bagi: the quotient of each branch, the last one included."""
        return (*(ratio for _, ratio in self.branches), self.otherwise)

    def canonical(self) -> dict[str, Any]:
        """Bentuk baku: the branches as plain data."""
        return {
            "branches": [
                {"if": condition.canonical(), "then": ratio.canonical()} for condition, ratio in self.branches
            ],
            "otherwise": self.otherwise.canonical(),
        }

    @classmethod
    def from_canonical(cls, data: dict[str, Any]) -> "Cases":
        """Dari bentuk baku: the branches that `canonical` wrote."""
        branches = [
            (Condition.from_canonical(one["if"]), Ratio.from_canonical(one["then"])) for one in data["branches"]
        ]
        return cls(branches, otherwise=Ratio.from_canonical(data["otherwise"]))


Expression = Linear | Ratio | Cases


def as_cases(value: Expression) -> Cases:
    """Sebagai cabang: any expression as cases; a plain one has no branches.

    Examples:
        >>> as_cases(R / T).branches
        ()
    """
    return value if isinstance(value, Cases) else Cases((), otherwise=_ratio(value))


def _symbol(name: str) -> Linear:
    return Linear([(name, Fraction(1))])


R = _symbol("R")
T = _symbol("T")
B = _symbol("B")
W = _symbol("W")
C = _symbol("C")
LO = _symbol("LO")
HI = _symbol("HI")
