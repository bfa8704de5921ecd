"""Susunan target: what an agreement knows about its own targets, derived once for all who judge them."""

from math import gcd

from attrs import frozen

from sakip.base.number import micro
from sakip.model.objective import Objective
from sakip.model.period import Period
from sakip.model.target import Others, Range, Target

__all__ = ["Plan", "plan_of"]


@frozen
class Plan:
    """Susunan target: what an agreement knows about its own targets, derived once.

    Attributes:
        targets: Every target, objective after objective.
        index: Position of each code's first target.
        slices: Where each objective's targets start and end.
        weights: The weight of each target as a whole number, in lowest terms; all the same where no target has one.
        shares: The sum of these weights in each objective.
        whole: Their sum.
        slots: Which rule of a policy judges each target: its polarity, with ``_range`` for a range.
        others: What a rule may read of each target beside R and T; None where the target has no number at all.
        amounts: The number promised by each target in millionths, or None, in the year (under None) and in each period
            of the trajectories (under its serial number).
        sums: What the weights of the objectives that have targets add up to, in millionths, each sum once; empty where
            no target has a weight, None where only some have one.
        total: What all weights add up to, in millionths.
        twice: Codes that several targets share.
        period: The fiscal year.
    """

    targets: tuple[Target, ...]
    index: dict[str, int]
    slices: tuple[tuple[int, int], ...]
    weights: tuple[int, ...]
    shares: tuple[int, ...]
    whole: int
    slots: tuple[str, ...]
    others: tuple[Others | None, ...]
    amounts: dict[int | None, tuple[int | None, ...]]
    sums: tuple[int, ...] | None
    total: int
    twice: tuple[str, ...]
    period: Period


def plan_of(objectives: tuple[Objective, ...], period: Period) -> Plan:
    """Susun target: what there is to know about the targets of these objectives in a fiscal year.

    Examples:
        >>> plan_of((), Period.year(2025)).targets
        ()
    """
    targets = tuple(target for objective in objectives for target in objective.targets)
    index: dict[str, int] = {}
    twice: dict[str, None] = {}
    for position, target in enumerate(targets):
        if index.setdefault(target.indicator.code, position) != position:
            twice[target.indicator.code] = None
    slices: list[tuple[int, int]] = []
    for objective in objectives:
        start = slices[-1][1] if slices else 0
        slices.append((start, start + len(objective.targets)))
    weights = [None if target.weight is None else micro(target.weight) for target in targets]
    known = [weight for weight in weights if weight is not None]
    lowest = _lowest([weight or 0 for weight in weights]) if known else (1,) * len(targets)
    sums = tuple(sorted({sum(known[start:end]) for start, end in slices if start < end}))
    return Plan(
        targets=targets,
        index=index,
        slices=tuple(slices),
        weights=lowest,
        shares=tuple(sum(lowest[start:end]) for start, end in slices),
        whole=sum(lowest),
        slots=tuple(_slot(target) for target in targets),
        others=tuple(target._others for target in targets),
        amounts=_amounts(targets, period),
        sums=() if not known else sums if len(known) == len(targets) else None,
        total=sum(known),
        twice=tuple(twice),
        period=period,
    )


def _lowest(weights: list[int]) -> tuple[int, ...]:
    shared = gcd(*weights)
    return tuple(weight // shared for weight in weights)


def _slot(target: Target) -> str:
    polarity = target.indicator.polarity
    return f"{polarity}_range" if isinstance(target.value, Range) else polarity


def _amounts(targets: tuple[Target, ...], year: Period) -> dict[int | None, tuple[int | None, ...]]:
    found: dict[int | None, list[int | None]] = {None: [target._number for target in targets]}
    for at, target in enumerate(targets):
        for period, count in zip(target.trajectory.periods, target.trajectory.counts, strict=True):
            if period != year and year.contains(period):
                found.setdefault(period._serial, [None] * len(targets))[at] = count
    return {serial: tuple(amounts) for serial, amounts in found.items()}
