"""Naskah jalan: formulas and steps as Python functions, written from their data once, when they are built.

A step says in one place, its ``source``, what it does to a quotient. From that text come both the function of the step
alone and the one function of a whole chain, so that the two cannot differ. A text holds whole numbers, the names that
it was given and those of the three roundings, nothing else.
"""

from collections.abc import Callable, Iterable
from typing import Any, Protocol

from sakip.base.number import half_even, half_up, truncate
from sakip.scoring.measurement import Facts
from sakip.scoring.outcome import Quotient

__all__ = ["Apply", "Chain", "FormulaRun", "Sourced", "chain_of", "function", "rule_and_chain"]

Apply = Callable[[int, int], Quotient]
"""Terapan: from a quotient to the quotient after one step."""
Chain = Callable[[int, int], tuple[Quotient, ...]]
"""Rangkaian jalan: from a quotient to that quotient and the quotient after each step."""

FormulaRun = Callable[[Facts], tuple[Quotient, ...] | None]
"""Rumus jalan: from facts to the rule's quotient and the quotient after each step."""


class Sourced(Protocol):
    """Langkah berteks: anything that can write what it does to a quotient."""

    def source(self, numerator: str, denominator: str) -> str:
        """Naskah: the quotient after the step, as Python text on two names."""
        ...


_KNOWN: dict[str, Any] = {"__builtins__": {}, "half_up": half_up, "half_even": half_even, "truncate": truncate}


def function(names: str, source: str) -> Any:
    """Fungsi: a Python function of these names that gives the value of the text.

    Examples:
        >>> function("n, d", "(2 * n, d)")(3, 4)
        (6, 4)
    """
    return eval(f"lambda {names}: {source}", {**_KNOWN})  # noqa: S307 - whole numbers and the given names


def chain_of(steps: Iterable[Sourced]) -> Chain:
    """Rangkaian: the steps of a chain as one function.

    Examples:
        >>> from sakip.scoring import Cap, Round
        >>> chain_of([Cap(120), Round(2)])(400, 3)
        ((400, 3), (120, 1), (12000, 100))
    """
    run: Chain = _defined("n0, d0", ["first = n0, d0"], steps)
    return run


def rule_and_chain(source: str, steps: Iterable[Sourced]) -> FormulaRun:
    """Aturan dan rangkaian: a rule on ``facts`` and the steps after it as one function; None where the rule has none.

    Examples:
        >>> from sakip.scoring import Round
        >>> rule_and_chain("(100 * facts[0], facts[1]) if facts[1] > 0 else None", [Round(2)])((1, 3))
        ((100, 3), (3333, 100))
    """
    begin = [f"first = {source}", "if first is None: return None", "n0, d0 = first"]
    run: FormulaRun = _defined("facts", begin, steps)
    return run


def _defined(names: str, begin: list[str], steps: Iterable[Sourced]) -> Any:
    lines = [f"n{at + 1}, d{at + 1} = {step.source(f'n{at}', f'd{at}')}" for at, step in enumerate(steps)]
    trace = ", ".join(["first", *(f"(n{at}, d{at})" for at in range(1, len(lines) + 1))])
    known = {**_KNOWN}
    exec("\n ".join([f"def run({names}):", *begin, *lines, f"return {trace},"]), known)  # noqa: S102 - as in `function`
    return known["run"]
