"""Naskah rumus: an expression and its domain as Python text on the symbols, which `running` makes a function of."""

from collections.abc import Iterable
from fractions import Fraction

from sakip.scoring.cases import Cases
from sakip.scoring.expression import SYMBOLS, Condition, Linear, Ratio

__all__ = ["NAMES", "symbols_of", "written"]

NAMES = ", ".join((*SYMBOLS, "UNIT"))
"""Nama: the names in a formula's text, in the order of `Facts`."""


def symbols_of(expression: Cases, domain: Iterable[Condition] | None) -> tuple[str, ...]:
    """Lambang: the symbols that an expression and its domain need, in their fixed order.

    Examples:
        >>> from sakip.scoring import B, R, T
        >>> from sakip.scoring.cases import as_cases
        >>> symbols_of(as_cases(100 * R / T), [B > 0])
        ('R', 'T', 'B')
    """
    found = {*expression.symbols, *(symbol for condition in domain or () for symbol in condition.difference.symbols)}
    return tuple(symbol for symbol in SYMBOLS if symbol in found)


def written(expression: Cases, domain: tuple[Condition, ...] | None, *, any_sign: bool) -> str:
    """Ditulis: the quotient as Python text; None for a missing number or outside the domain.

    Args:
        expression: The quotients and when each applies.
        domain: The conditions for a value.
        any_sign: Whether a negative denominator gives a value too.

    Examples:
        >>> from sakip.scoring import R, T
        >>> from sakip.scoring.cases import as_cases
        >>> written(as_cases(R / 4), None, any_sign=False)
        '(R, 4*UNIT)'
    """
    body = _source(expression.otherwise, any_sign=any_sign)
    for condition, ratio in reversed(expression.branches):
        # No brackets around the rest: a long list of cases would nest deeper than Python reads.
        body = f"({_source(ratio, any_sign=any_sign)}) if {_test(condition)} else {body}"
    if domain:
        body = f"({body}) if {' and '.join(map(_test, domain))} else None"
    for symbol in symbols_of(expression, domain):
        if symbol != "R":
            body = f"({body}) if {symbol} is not None else None"
    return body


def _source(ratio: Ratio, *, any_sign: bool) -> str:
    whole = ratio.whole()
    above, below = _sum(whole.numerator), _sum(whole.denominator)
    if not whole.denominator.terms and whole.denominator.constant > 0:
        return f"({above}, {below})"
    negative = f"(-({above}), -({below})) if {below} < 0 else None" if any_sign else "None"
    return f"({above}, {below}) if {below} > 0 else {negative}"


def _test(condition: Condition) -> str:
    """What is subtracted stands on the other side, so that R and T are compared as they are."""
    left, right = Ratio(condition.difference, Linear((), Fraction(1))).whole().numerator.sides
    return f"{_sum(left)} {condition.operator} {_sum(right)}"


def _sum(linear: Linear) -> str:
    parts = [_times(number, symbol) for symbol, number in linear.terms]
    if linear.constant:
        parts.append(_times(linear.constant, "UNIT"))
    return "+".join(parts) if len(parts) == 1 else f"({'+'.join(parts)})" if parts else "0"


def _times(number: Fraction, name: str) -> str:
    return name if number == 1 else f"-{name}" if number == -1 else f"{number}*{name}"
