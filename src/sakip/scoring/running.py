"""Naskah jalan: formulas and steps as Python functions, written from their data once, when they are built.

A step says in one place, its ``source``, what it does to a quotient ``q`` that is ``n / d``. From that text come both
the function of the step alone and the one function of a whole chain, so that the two cannot differ. A text holds whole
numbers, these three names and those of the roundings, nothing else.
"""

from collections.abc import Callable, Iterable
from typing import Any, Protocol

from sakip.base.number import half_even, truncate
from sakip.scoring.measurement import Facts
from sakip.scoring.outcome import Quotient

__all__ = ["Apply", "Chain", "FormulaRun", "Sourced", "chain_of", "function", "rule_and_chain", "step_of"]

Apply = Callable[[int, int], Quotient]
"""Terapan: from a quotient to the quotient after one step."""
Chain = Callable[[int, int], tuple[Quotient, ...]]
"""Rangkaian jalan: from a quotient to that quotient and the quotient after each step."""

FormulaRun = Callable[[Facts], tuple[Quotient, ...] | None]
"""Rumus jalan: from facts to the rule's quotient and the quotient after each step."""


class Sourced(Protocol):
    """Langkah berteks: anything that can write what it does to a quotient."""

    def source(self) -> str:
        """Naskah: the quotient after the step, as Python text on ``q``, ``n`` and ``d``."""
        ...


_KNOWN: dict[str, Any] = {"__builtins__": {}, "half_even": half_even, "truncate": truncate}


def function(names: str, source: str) -> Any:
    """Fungsi: a Python function of these names that gives the value of the text.

    Examples:
        >>> function("n, d", "(2 * n, d)")(3, 4)
        (6, 4)
    """
    return eval(f"lambda {names}: {source}", {**_KNOWN})  # noqa: S307 - whole numbers and the given names


def step_of(step: Sourced) -> Apply:
    """Langkah: one step as a function.

    Examples:
        >>> from sakip.scoring import Cap
        >>> step_of(Cap(120))(400, 3)
        (120, 1)
    """
    run: Apply = _defined("n, d", ["q = n, d", f"return {step.source()}"])
    return run


def chain_of(steps: Iterable[Sourced]) -> Chain:
    """Rangkaian: the steps of a chain as one function.

    Examples:
        >>> from sakip.scoring import Cap, Round
        >>> chain_of([Cap(120), Round(2)])(400, 3)
        ((400, 3), (120, 1), (12000, 100))
    """
    run: Chain = _defined("n, d", ["q = q0 = n, d", *_steps(steps)])
    return run


def rule_and_chain(source: str, steps: Iterable[Sourced]) -> FormulaRun:
    """Aturan dan rangkaian: a rule on ``facts`` and the steps after it as one function; None where the rule has none.

    Examples:
        >>> from sakip.scoring import Round
        >>> rule_and_chain("(100 * facts[0], facts[1]) if facts[1] > 0 else None", [Round(2)])((1, 3))
        ((100, 3), (3333, 100))
    """
    run: FormulaRun = _defined("facts", [f"q = q0 = {source}", "if q is None: return None", *_steps(steps)])
    return run


def _steps(steps: Iterable[Sourced]) -> list[str]:
    """From ``q0`` to the trace of all quotients; a step that changes nothing gives the same quotient on."""
    sources = [step.source() for step in steps]
    lines = [line for at, source in enumerate(sources, start=1) for line in ("n, d = q", f"q = q{at} = {source}")]
    return [*lines, f"return {', '.join(f'q{at}' for at in range(len(sources) + 1))},"]


def _defined(names: str, lines: list[str]) -> Any:
    known = {**_KNOWN}
    exec("\n ".join([f"def run({names}):", *lines]), known)  # noqa: S102 - as in `function`
    return known["run"]
