"""Penguraian perjanjian: an agreement taken apart into fields by their place, and put together again."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from attrs import evolve, fields

from sakip.model.agreement import Agreement
from sakip.model.budget_line import BudgetLine
from sakip.model.edit import EditPart
from sakip.model.indicator import Indicator
from sakip.model.objective import Objective
from sakip.model.period import Period
from sakip.model.target import Target

__all__ = ["Item", "Parts", "gathered", "keyed_objectives", "spread", "unfolded"]


class Item(NamedTuple):
    """Bagian: the agreement itself, one of its objectives, targets or budget lines, or the order of such parts."""

    part: EditPart
    key: str | None


Parts = dict[tuple[EditPart, str], Any]
"""Ruas-ruas: the fields of an item; those of an indicator and of a trajectory are among those of its target."""


def spread(
    agreement: Agreement,
    targets: Mapping[str, str] | None = None,
    objectives: Mapping[str, str] | None = None,
) -> dict[Item, Any]:
    """Uraikan: the parts of an agreement by their keys, and the order of those that have one.

    Args:
        agreement: The agreement, with one target for each indicator.
        targets: The key of a target, where it is another than its code.
        objectives: The key of an objective, where it is another than its own.

    Examples:
        >>> from sakip.testing import example_agreement
        >>> spread(example_agreement())[Item("objective", None)]
        ('Tersusunnya dokumen perencanaan',)
    """
    renamed, moved = targets or {}, objectives or {}
    headed = {moved.get(key, key): one for key, one in keyed_objectives(agreement).items()}
    lines = dict(zip(_keys(line.code for line in agreement.budget), agreement.budget, strict=True))
    return {
        Item("agreement", None): agreement,
        Item("objective", None): tuple(headed),
        **{Item("objective", key): objective for key, objective in headed.items()},
        **{Item("target", renamed.get(target.code, target.code)): target for target in agreement.targets},
        Item("budget", None): tuple(lines),
        **{Item("budget", key): line for key, line in lines.items()},
    }


def gathered(agreement: Agreement, parts: Mapping[Item, Parts]) -> Agreement:
    """Susun kembali: an agreement out of the fields of its parts; the inverse of `spread` and `unfolded`.

    Raises:
        InvalidValueError: Fields that cannot be.
        KeyError: An objective or an order names a part that is not there.

    Examples:
        >>> from sakip.testing import example_agreement
        >>> parts = {item: unfolded(item.part, value) for item, value in spread(example_agreement()).items()}
        >>> gathered(example_agreement(), parts) == example_agreement()
        True
    """
    targets = {
        target.code: target for target in (_target(held) for item, held in parts.items() if item.part == "target")
    }
    heads = [_own(parts[Item("objective", key)]) for key in parts[Item("objective", None)]["objective", "order"]]
    lines = [_own(parts[Item("budget", key)]) for key in parts[Item("budget", None)]["budget", "order"]]
    return evolve(
        agreement,
        **_own(parts[Item("agreement", None)]),
        objectives=[Objective(**{**head, "targets": [targets[code] for code in head["targets"]]}) for head in heads],
        budget=[BudgetLine(**line) for line in lines],
    )


def _target(held: Parts) -> Target:
    course = [(Period.parse(name), amount) for name, amount in _own(held, "trajectory").items()]
    return Target(Indicator(**_own(held, "indicator")), trajectory=course, **_own(held, "target"))


def _own(held: Parts, part: EditPart | None = None) -> dict[str, Any]:
    return {name: value for (of, name), value in held.items() if part in {None, of}}


def keyed_objectives(agreement: Agreement) -> dict[str, Objective]:
    """Sasaran menurut kuncinya: each objective by its code, or without one by its name.

    Examples:
        >>> from sakip.testing import example_agreement
        >>> list(keyed_objectives(example_agreement()))
        ['Tersusunnya dokumen perencanaan']
    """
    names = [objective.name if objective.code is None else objective.code for objective in agreement.objectives]
    return dict(zip(_keys(names), agreement.objectives, strict=True))


def _keys(names: Iterable[str]) -> list[str]:
    """Keys of items that may share a name: the second one is told by a number."""
    found: dict[str, None] = {}
    for name in names:
        key, number = name, 1
        while key in found:
            number += 1
            key = f"{name} #{number}"
        found[key] = None
    return list(found)


def unfolded(part: EditPart, value: Any) -> Parts:
    """Buka: the fields of one part.

    Examples:
        >>> unfolded("objective", Objective("Layanan meningkat", []))["objective", "targets"]
        ()
    """
    if isinstance(value, tuple):
        return {(part, "order"): value}
    found: Parts = {(part, each.name): getattr(value, each.name) for each in fields(type(value)) if each.init}
    if isinstance(value, Agreement):
        del found[part, "objectives"], found[part, "budget"]
    elif isinstance(value, Objective):
        found[part, "targets"] = tuple(target.code for target in value.targets)
    elif isinstance(value, Target):
        del found[part, "indicator"], found[part, "trajectory"]
        found = {**unfolded("indicator", value.indicator), **found}
        found.update({("trajectory", period.code): amount for period, amount in value.trajectory})
    return found
