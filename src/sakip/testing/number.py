"""Angka: admitted numbers, near each other and at the limits."""

from decimal import Decimal

from hypothesis import strategies as st

from sakip.base.number import MICRO

__all__ = ["numbers"]

_LARGEST = 10**18 * MICRO - 1


def numbers(
    low: int | None = None,
    high: int | None = None,
    *,
    rich: bool = False,
) -> st.SearchStrategy[Decimal]:
    """Angka: admitted numbers, many of which are ties of a rounding or meet each other.

    Args:
        low: Least number; -1,000, or with ``rich`` the least number that is admitted.
        high: Greatest number; 1,000, or with ``rich`` the greatest number that is admitted.
        rich: Whether all six decimals are used.

    Examples:
        >>> from sakip.testing import numbers
        >>> strategy = numbers(0, 100)
    """
    least = (-_LARGEST if rich else -1000 * MICRO) if low is None else low * MICRO
    most = (_LARGEST if rich else 1000 * MICRO) if high is None else high * MICRO
    near, far = max(least, -10 * MICRO), min(most, 10 * MICRO)
    kinds = [
        # Few small numbers, so that equal ones are common, and eighths, whose decimals end in a five.
        _multiples(MICRO, near, far),
        _multiples(MICRO // 8, near, far),
        _multiples(MICRO, least, most),
        _multiples(MICRO // 100, least, most),
    ]
    if rich:
        kinds.append(st.integers(least, most))
    return st.one_of(kinds).map(_decimal)


def _multiples(step: int, least: int, most: int) -> st.SearchStrategy[int]:
    first, last = -(-least // step), most // step
    return st.integers(first, last).map(lambda count: count * step) if first <= last else st.nothing()


def _decimal(count: int) -> Decimal:
    whole, rest = divmod(abs(count), MICRO)
    return Decimal(f"{'-' if count < 0 else ''}{whole}.{rest:06d}".rstrip("0").rstrip("."))
