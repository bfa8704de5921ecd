"""Sizes: the bytes of one full indicator, counted object by object."""

import sys
from collections.abc import Iterator
from decimal import Decimal

from timing import Line

from sakip import Indicator, Period, Realization, Target

QUARTERS = Period.year(2025).parts("quarter")


def full_indicator(number: int) -> Target:
    """Own code, name and unit, polarity, target, weight and four quarterly targets: seven fields, six Decimals."""
    indicator = Indicator(
        f"IKU-{number:04d}",
        f"Persentase layanan {number} yang memenuhi standar",
        unit=f"persen {number}",
        polarity="maximize",
    )
    trajectory = {period: Decimal(f"{number}.{at + 1}") for at, period in enumerate(QUARTERS)}
    return Target(indicator, Decimal(f"{number}.5"), weight=Decimal(f"{number}.25"), trajectory=trajectory)


def bare_indicator(number: int) -> Target:
    """The same fields without quarterly targets."""
    indicator = Indicator(f"IKU-{number}", "Persentase layanan", unit="persen", polarity="maximize")
    return Target(indicator, Decimal(number), weight=Decimal(20))


def realizations(number: int) -> list[Realization]:
    """One realization for each quarter."""
    code = f"IKU-{number:04d}"
    return [Realization(code, Decimal(f"{number}.{at + 5}"), period=period) for at, period in enumerate(QUARTERS)]


def size(value: object, shared: object) -> int:
    """Bytes of an object and everything that only it refers to."""
    return sum(map(sys.getsizeof, _own(value, set(_ids(shared)))))


def _own(value: object, seen: set[int]) -> Iterator[object]:
    if id(value) in seen:
        return
    seen.add(id(value))
    yield value
    for part in _parts(value):
        yield from _own(part, seen)


def _parts(value: object) -> Iterator[object]:
    if isinstance(value, tuple | list):
        yield from value
    elif not isinstance(value, str | int | Decimal | type(None)):
        for name in getattr(type(value), "__slots__", ()):
            if name != "__weakref__":
                yield getattr(value, name)


def _ids(value: object) -> Iterator[int]:
    """What two equal kinds of objects have in common: periods, small numbers, interned words, shared tuples."""
    yield from (id(part) for part in _own(value, set()))


def lines() -> list[Line]:
    """The table of sizes."""
    own, other = full_indicator(4321), full_indicator(1234)
    target = Target(own.indicator, own.value, weight=own.weight)
    reports, others = realizations(4321), realizations(1234)
    return [
        Line(
            "full indicator: Indicator and Target, 3 own strings, 6 Decimals, derived counts",
            None,
            f"{size(own, other):,} B",
            "<= 1,100 B",
        ),
        Line(
            "of it the quarterly targets, 4 Decimals",
            None,
            f"{size(own.trajectory, other):,} B",
            "",
        ),
        Line(
            "the same without quarterly targets, 2 Decimals",
            None,
            f"{size(target, (other, bare_indicator(1))):,} B",
            "",
        ),
        Line("its four quarterly realizations, for comparison", None, f"{size(reports, others):,} B", ""),
    ]
