"""Rumus bercabang: quotients chosen by conditions, the first that holds."""

from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from attrs import field, frozen

from sakip.base.kind import listed, parted
from sakip.scoring.coefficient import Coefficient, exact, part_of, refused
from sakip.scoring.expression import SYMBOLS, Condition, Linear, Ratio

__all__ = ["Cases", "Expression", "as_cases", "require_condition"]

_MOST_BRANCHES = 200
_BRANCH = "(R <= T, 100 * R / T)"


def _ratio(value: "Linear | Ratio | Coefficient") -> Ratio:
    if isinstance(value, Ratio):
        return value
    return Ratio(value if isinstance(value, Linear) else Linear((), exact(value)), Linear((), Fraction(1)))


def _branches(
    value: "Iterable[tuple[Condition, Linear | Ratio | Coefficient]]",
) -> tuple[tuple[Condition, Ratio], ...]:
    pairs = [parted(one, 2, "Cases.branches", _BRANCH) for one in listed(value, "Cases.branches", _BRANCH)]
    found = tuple((require_condition(condition), _ratio(expression)) for condition, expression in pairs)
    if len(found) <= _MOST_BRANCHES:
        return found
    raise refused(
        len(found),
        (f"lebih dari {_MOST_BRANCHES} cabang", f"more than {_MOST_BRANCHES} branches"),
        ("Tulis konversi bertahap sebagai Piecewise", "Write a conversion by steps as a Piecewise"),
    )


def require_condition(value: Condition) -> Condition:
    """Wajib syarat: a condition; ``R == T`` compares the expressions themselves and is none.

    Raises:
        InvalidValueError: Something that is no condition.

    Examples:
        >>> from sakip.scoring import R, T
        >>> require_condition(R <= T).operator
        '<='
    """
    if isinstance(value, Condition):
        return value
    raise refused(
        value,
        ("bukan syarat", "not a condition"),
        ("Tulis misalnya R <= T; == dan != tidak membentuk syarat", "Write for example R <= T; == and != make none"),
    )


@frozen
class Cases:
    """Rumus bercabang: the first branch whose condition holds, or else the last one.

    Examples:
        >>> from sakip.scoring import R, T
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
        branches, otherwise = part_of(data, "branches", "otherwise")
        pairs = [part_of(one, "if", "then") for one in listed(branches, "Cases.branches", "{}")]
        return cls(
            [(Condition.from_canonical(condition), Ratio.from_canonical(ratio)) for condition, ratio in pairs],
            otherwise=Ratio.from_canonical(otherwise),
        )


Expression = Linear | Ratio | Cases


def as_cases(value: Expression) -> Cases:
    """Sebagai cabang: any expression as cases; a plain one has no branches.

    Examples:
        >>> from sakip.scoring import R, T
        >>> as_cases(R / T).branches
        ()
    """
    return value if isinstance(value, Cases) else Cases((), otherwise=_ratio(value))
