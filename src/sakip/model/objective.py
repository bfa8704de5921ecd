"""Sasaran: one result that is promised, with the targets that show it."""

from collections.abc import Iterable

from attrs import field, frozen

from sakip.base.kind import tuple_of
from sakip.base.text import none_or_text, require_text
from sakip.model.indicator import cited
from sakip.model.target import Target

__all__ = ["Objective"]


def _targets(value: Iterable[Target]) -> tuple[Target, ...]:
    return tuple_of(Target, value, "Objective.targets", "Target(indicator, 80)")


def _objective_name(value: str) -> str:
    return require_text(value, "Objective.name")


def _objective_code(value: str | None) -> str | None:
    return none_or_text(value, "Objective.code")


def _cites(value: str | Iterable[str]) -> tuple[str, ...]:
    return cited(value, "Objective.cites")


@frozen
class Objective:
    """Sasaran: one result that is promised, with the targets that show it; *sasaran* is never a target.

    Attributes:
        name: The objective, as a condition to be reached.
        targets: Its targets, in the order of the document.
        code: Code of the objective, if it has one.
        cites: Codes of what it serves in plans and lists of promises; all its targets serve that.

    Raises:
        InvalidValueError: An empty name, or something that is no `Target` among the targets.

    Examples:
        >>> Objective("Layanan kesehatan meningkat", []).targets
        ()
    """

    name: str = field(converter=_objective_name)
    targets: tuple[Target, ...] = field(converter=_targets)
    code: str | None = field(default=None, converter=_objective_code, kw_only=True)
    cites: tuple[str, ...] = field(default=(), converter=_cites, kw_only=True, repr=False)
