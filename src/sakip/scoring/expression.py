"""Ungkapan: linear expressions in R, T, B, W, C, LO and HI, their quotients, and comparisons of them.

An expression is data: it is written with the usual operators and can be printed, compared, turned around and
evaluated exactly.
"""

from collections.abc import Iterable
from fractions import Fraction
from math import gcd, lcm
from typing import TYPE_CHECKING, Any, Literal, NoReturn, cast, get_args

from attrs import field, frozen

from sakip.base.choice import choose
from sakip.base.kind import listed, parted
from sakip.scoring.coefficient import Coefficient, exact, part_of, read, refused

__all__ = [
    "HI",
    "LO",
    "SYMBOLS",
    "B",
    "C",
    "Condition",
    "Linear",
    "Operator",
    "R",
    "Ratio",
    "T",
    "W",
    "require_linear",
]

Operator = Literal["<", "<=", ">", ">=", "!="]
SYMBOLS = ("R", "T", "B", "W", "C", "LO", "HI")


def _no_operator(*_: object) -> NoReturn:
    raise refused(
        "**, //, %, abs, round",
        (
            "rumus hanya mengenal +, -, *, / dan perbandingan",
            "a formula knows +, -, *, / and comparisons alone",
        ),
        (
            "Pilih dengan Cases, misalnya Cases([(R <= T, T - R)], otherwise=R - T) untuk |R - T|",
            "Choose with Cases, for example Cases([(R <= T, T - R)], otherwise=R - T) for |R - T|",
        ),
    )


def _no_truth(condition: object, *_: object) -> NoReturn:
    raise refused(
        str(condition),
        (
            "perbandingan berantai, 'and', 'or', 'not' dan 'if' tidak membentuk syarat",
            "a chained comparison, 'and', 'or', 'not' and 'if' make no condition",
        ),
        ("Tulis tiap perbandingan sendiri dalam Cases", "Write each comparison by itself inside Cases"),
    )


def _no_comparison(ratio: object, _: object) -> NoReturn:
    raise refused(
        str(ratio),
        ("hasil bagi tidak dibandingkan", "a quotient is not compared"),
        ("Bandingkan pembilangnya: R < T, bukan R / T < 1", "Compare the numerators: R < T, not R / T < 1"),
    )


def _number(value: object) -> Fraction:
    """A number beside an expression; one expression times, over or beside another is mostly no longer linear."""
    if isinstance(value, (Linear, Ratio)):
        raise refused(
            str(value),
            (
                "hasilnya bukan hasil bagi dari dua ungkapan linear",
                "the result is no quotient of two linear expressions",
            ),
            (
                "Kalikan dan bagi dengan angka saja, dan samakan penyebutnya: 100 * (R + B) / T, bukan R / T + B / T",
                "Multiply and divide by numbers alone, over one denominator: 100 * (R + B) / T, not R / T + B / T",
            ),
        )
    return exact(cast("Coefficient", value))


_TERMS = "('R', 100)"


def _terms(value: Iterable[tuple[str, Coefficient]]) -> tuple[tuple[str, Fraction], ...]:
    pairs = [parted(one, 2, "Linear.terms", _TERMS) for one in listed(value, "Linear.terms", _TERMS)]
    found = {_known(symbol): exact(number) for symbol, number in pairs}
    return tuple((symbol, found[symbol]) for symbol in SYMBOLS if found.get(symbol))


def _known(symbol: str) -> str:
    return choose(
        symbol, SYMBOLS, "Formula", code="unknown-symbol", problem=("lambang tidak dikenal", "unknown symbol")
    )


@frozen(order=False)
class Linear:
    """Ungkapan linear: a sum of symbols times numbers, plus a number.

    Examples:
        >>> print(2 * T - R)
        2*T - R
    """

    terms: tuple[tuple[str, Fraction], ...] = field(converter=_terms)
    constant: Fraction = field(default=Fraction(0), converter=exact)

    def coefficient(self, symbol: str) -> Fraction:
        """Koefisien: the number in front of a symbol, zero when it does not occur."""
        return dict(self.terms).get(symbol, Fraction(0))

    @property
    def symbols(self) -> tuple[str, ...]:
        """Lambang: the symbols that occur, in their fixed order."""
        return tuple(symbol for symbol, _ in self.terms)

    @property
    def sides(self) -> tuple["Linear", "Linear"]:
        """Ruas kiri dan kanan: what is added, and what is subtracted from it.

        Examples:
            >>> print(*(2 * T - R).sides)
            2*T R
        """
        added, subtracted = (
            Linear(
                [(symbol, sign * number) for symbol, number in self.terms if sign * number > 0],
                max(sign * self.constant, Fraction(0)),
            )
            for sign in (1, -1)
        )
        return added, subtracted

    def scaled(self, factor: Fraction) -> "Linear":
        """Dikalikan: the expression times a number."""
        return Linear([(symbol, number * factor) for symbol, number in self.terms], self.constant * factor)

    def __add__(self, other: "Linear | Coefficient") -> "Linear":
        if isinstance(other, Linear):
            symbols = {*self.symbols, *other.symbols}
            terms = [(symbol, self.coefficient(symbol) + other.coefficient(symbol)) for symbol in symbols]
            return Linear(terms, self.constant + other.constant)
        return Linear(self.terms, self.constant + _number(other))

    def __radd__(self, other: Coefficient) -> "Linear":
        return self + other

    def __neg__(self) -> "Linear":
        return self.scaled(Fraction(-1))

    def __sub__(self, other: "Linear | Coefficient") -> "Linear":
        return self + (-other if isinstance(other, Linear) else -_number(other))

    def __rsub__(self, other: Coefficient) -> "Linear":
        return -self + other

    def __mul__(self, other: Coefficient) -> "Linear":
        return self.scaled(_number(other))

    def __rmul__(self, other: Coefficient) -> "Linear":
        return self * other

    def __truediv__(self, other: "Linear | Coefficient") -> "Ratio":
        return Ratio(self, other if isinstance(other, Linear) else Linear((), _number(other)))

    def __rtruediv__(self, other: Coefficient) -> "Ratio":
        return Ratio(Linear((), _number(other)), self)

    def __lt__(self, other: "Linear | Coefficient") -> "Condition":
        return Condition(self - other, "<")

    def __le__(self, other: "Linear | Coefficient") -> "Condition":
        return Condition(self - other, "<=")

    def __gt__(self, other: "Linear | Coefficient") -> "Condition":
        return Condition(self - other, ">")

    def __ge__(self, other: "Linear | Coefficient") -> "Condition":
        return Condition(self - other, ">=")

    if not TYPE_CHECKING:  # to a type checker these operators do not exist at all
        __pow__ = __rpow__ = __floordiv__ = __rfloordiv__ = __mod__ = __rmod__ = _no_operator
        __abs__ = __round__ = __divmod__ = __rdivmod__ = __int__ = __float__ = _no_operator

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
        numbers = {symbol: read(number) for symbol, number in part_of(data)}
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
    raise refused(
        value,
        ("bukan ungkapan linear", "not a linear expression"),
        ("Tulis misalnya 2 * T", "Write for example 2 * T"),
    )


@frozen(order=False)
class Ratio:
    """Hasil bagi: one linear expression over another.

    Examples:
        >>> print(100 * (1 + (1 - R / T)))
        (200*T - 100*R) / (T)
    """

    numerator: Linear = field(converter=require_linear)
    denominator: Linear = field(converter=require_linear)

    def __attrs_post_init__(self) -> None:
        if not self.denominator.terms and not self.denominator.constant:
            raise refused(
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
        return Ratio(self.numerator + self.denominator.scaled(_number(other)), self.denominator)

    def __radd__(self, other: Coefficient) -> "Ratio":
        return self + other

    def __neg__(self) -> "Ratio":
        return Ratio(-self.numerator, self.denominator)

    def __sub__(self, other: Coefficient) -> "Ratio":
        return self + -_number(other)

    def __rsub__(self, other: Coefficient) -> "Ratio":
        return -self + other

    def __mul__(self, other: Coefficient) -> "Ratio":
        return Ratio(self.numerator.scaled(_number(other)), self.denominator)

    def __rmul__(self, other: Coefficient) -> "Ratio":
        return self * other

    def __truediv__(self, other: Coefficient) -> "Ratio":
        return Ratio(self.numerator, self.denominator.scaled(_number(other)))

    def __rtruediv__(self, other: Coefficient) -> "Ratio":
        return Ratio(self.denominator.scaled(_number(other)), self.numerator)

    if not TYPE_CHECKING:  # as for `Linear`
        __pow__ = __rpow__ = __floordiv__ = __rfloordiv__ = __mod__ = __rmod__ = _no_operator
        __abs__ = __round__ = __divmod__ = __rdivmod__ = __int__ = __float__ = _no_operator
        __lt__ = __le__ = __gt__ = __ge__ = _no_comparison

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
        return cls(*map(Linear.from_canonical, part_of(data, "numerator", "denominator")))


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

    difference: Linear = field(converter=require_linear)
    operator: Operator = field(converter=_operator)

    def holds(self, value: Fraction) -> bool:
        """Berlaku: whether the condition holds for this value of the difference."""
        holds: bool = _HOLDS[self.operator](value)
        return holds

    def __bool__(self) -> bool:  # noqa: PLE0304 - a condition is never true or false by itself
        _no_truth(self)

    if not TYPE_CHECKING:  # as for `Linear`
        __and__ = __rand__ = __or__ = __ror__ = __xor__ = __rxor__ = __invert__ = _no_truth

    def __str__(self) -> str:
        return f"{self.difference} {self.operator} 0"

    def canonical(self) -> dict[str, Any]:
        """Bentuk baku: the condition as plain data."""
        return {"difference": self.difference.canonical(), "operator": self.operator}

    @classmethod
    def from_canonical(cls, data: dict[str, Any]) -> "Condition":
        """Dari bentuk baku: the condition that `canonical` wrote."""
        difference, operator = part_of(data, "difference", "operator")
        return cls(Linear.from_canonical(difference), operator)


_HOLDS: dict[str, Any] = {
    "<": lambda value: value < 0,
    "<=": lambda value: value <= 0,
    ">": lambda value: value > 0,
    ">=": lambda value: value >= 0,
    "!=": lambda value: value != 0,
}


def _symbol(name: str) -> Linear:
    return Linear([(name, Fraction(1))])


R = _symbol("R")
T = _symbol("T")
B = _symbol("B")
W = _symbol("W")
C = _symbol("C")
LO = _symbol("LO")
HI = _symbol("HI")
