"""Naskah jalan: formulas and steps as Python functions, written from their data once, when they are built.

A step says in one place, its ``source``, what it does to a quotient ``q`` that is ``n / d``. From that text come the
function of the step alone, that of a whole chain, and that of a policy's walk, so that they cannot differ. The text of
a formula or a step holds whole numbers, these three names, the symbols of formulas and those of the roundings, nothing
else.
"""

from collections.abc import Callable, Iterable
from typing import Any, Protocol

from sakip.base.number import half_even, truncate
from sakip.scoring.outcome import Quotient

__all__ = ["Apply", "Chain", "Sourced", "chain_of", "defined", "function", "step_of", "steps_text"]

Apply = Callable[[int, int], Quotient]
"""Terapan: from a quotient to the quotient after one step."""
Chain = Callable[[int, int], tuple[Quotient, ...]]
"""Rangkaian jalan: from a quotient to that quotient and the quotient after each step."""


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


def defined(names: str, lines: Iterable[str], **known: Any) -> Any:
    """Fungsi berbaris: a Python function of these names with these lines, which may use what else is known by name.

    Examples:
        >>> defined("n", ["n = twice(n)", "return n"], twice=lambda n: 2 * n)(4)
        8
    """
    names_of = {**_KNOWN, **known}
    exec("\n ".join([f"def run({names}):", *lines]), names_of)  # noqa: S102 - as in `function`
    return names_of["run"]


def step_of(step: Sourced) -> Apply:
    """Langkah: one step as a function.

    Examples:
        >>> from sakip.scoring import Cap
        >>> step_of(Cap(120))(400, 3)
        (120, 1)
    """
    run: Apply = defined("n, d", ["q = n, d", f"return {step.source()}"])
    return run


def chain_of(steps: Iterable[Sourced]) -> Chain:
    """Rangkaian: the steps of a chain as one function.

    Examples:
        >>> from sakip.scoring import Cap, Round
        >>> chain_of([Cap(120), Round(2)])(400, 3)
        ((400, 3), (120, 1), (12000, 100))
    """
    lines, trace = steps_text(steps)
    run: Chain = defined("n, d", ["q = q0 = n, d", *lines, f"return {trace}"])
    return run


def steps_text(steps: Iterable[Sourced]) -> tuple[list[str], str]:
    """Naskah langkah: the lines from ``q0``, which ``q`` is too, to the quotient of the last step, and their trace.

    A step that changes nothing gives the same quotient on.

    Examples:
        >>> from sakip.scoring import Cap
        >>> steps_text([Cap(120)])
        (['n, d = q', 'q = q1 = (120, 1) if n > 120 * d else q'], '(q0, q1)')
    """
    sources = [step.source() for step in steps]
    lines = [line for at, source in enumerate(sources, start=1) for line in ("n, d = q", f"q = q{at} = {source}")]
    return lines, f"({', '.join(f'q{at}' for at in range(len(sources) + 1))}{'' if sources else ','})"
