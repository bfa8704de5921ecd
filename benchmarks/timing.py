"""Measuring: candidates take turns in one process, and only their ratios are compared."""

import gc
from collections.abc import Callable, Mapping
from statistics import median
from time import process_time_ns
from typing import NamedTuple

Times = dict[str, list[int]]


class Line(NamedTuple):
    """One printed line: a measure, its ratio to the yardstick, its absolute size, and the budget."""

    what: str
    ratio: float | None
    absolute: str
    budget: str


def interleaved(candidates: Mapping[str, Callable[[], object]], rounds: int) -> Times:
    """Nanoseconds of each candidate in each round; the order turns, so that no one always runs first."""
    times: Times = {name: [] for name in candidates}
    names = list(candidates)
    for name in names:
        candidates[name]()
    for turn in range(rounds):
        shift = turn % len(names)
        for name in names[shift:] + names[:shift]:
            gc.collect()
            begin = process_time_ns()
            candidates[name]()
            times[name].append(process_time_ns() - begin)
    return times


def ratio(times: Times, name: str, yardstick: str) -> float:
    """The median of the ratios within each round."""
    return median(own / plain for own, plain in zip(times[name], times[yardstick], strict=True))


def nanoseconds(times: Times, name: str, count: int) -> str:
    """The median time for one of so many equal things."""
    return f"{median(times[name]) / count:,.0f} ns"


def milliseconds(times: Times, name: str) -> str:
    """The median time of one run."""
    return f"{median(times[name]) / 1e6:.1f} ms"


def show(title: str, lines: list[Line]) -> None:
    """Print one table."""
    width = max(len(line.what) for line in lines)
    print(f"\n{title}\n{'-' * len(title)}")
    print(f"{'':{width}}  {'ratio':>7}  {'absolute':>12}  budget")
    for line in lines:
        shown = "" if line.ratio is None else f"{line.ratio:.2f} x"
        print(f"{line.what:{width}}  {shown:>7}  {line.absolute:>12}  {line.budget}".rstrip())
