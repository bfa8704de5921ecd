"""Lintasan: the number promised for each of several periods."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Any, cast, overload

from attrs import field, frozen

from sakip.base.kind import listed, of_kind
from sakip.base.number import Number, admit, from_micro, micro
from sakip.errors import InvalidValueError
from sakip.model.period import Period

__all__ = ["Trajectory"]

Step = tuple[Period, Decimal]
"""Langkah: a period with the number that is promised for it."""


@frozen(init=False, repr=False)
class Trajectory(Sequence[Step]):
    """Lintasan target: a number for each of several periods, in the order of time, as pairs of both.

    A `Target` makes its own from a mapping or from pairs. Numbers are kept as counts, a quarter of the bytes of as
    many Decimals in pairs, and are Decimals again wherever they are read.

    Attributes:
        periods: The periods, ordered by time; none overlaps another.
        counts: Their numbers in millionths.

    Args:
        steps: The periods with their numbers, in any order.

    Raises:
        InvalidValueError: No period with its number, a number that cannot be admitted, or periods that overlap.

    Examples:
        >>> trajectory = Trajectory({Period.quarter(2025, 2): "41.5", Period.quarter(2025, 1): 20})
        >>> trajectory
        Trajectory({Period.quarter(2025, 1): Decimal('20'), Period.quarter(2025, 2): Decimal('41.5')})
        >>> trajectory.of(Period.quarter(2025, 2)), trajectory.amounts
        (Decimal('41.5'), (Decimal('20'), Decimal('41.5')))
    """

    periods: tuple[Period, ...] = field()
    counts: tuple[int, ...] = field()

    def __init__(self, steps: Mapping[Period, Number] | Iterable[tuple[Period, Number]] = ()) -> None:
        found = _counted(steps)
        object.__setattr__(self, "periods", tuple(period for period, _ in found))
        object.__setattr__(self, "counts", tuple(count for _, count in found))

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (tuple(self),)

    def __repr__(self) -> str:
        return f"Trajectory({dict(self)!r})" if self else "Trajectory()"

    def __len__(self) -> int:
        return len(self.periods)

    def __iter__(self) -> Iterator[Step]:
        return zip(self.periods, map(from_micro, self.counts), strict=True)

    @overload
    def __getitem__(self, at: int) -> Step: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Step, ...]: ...
    def __getitem__(self, at: int | slice) -> Step | tuple[Step, ...]:
        if isinstance(at, slice):
            return tuple(self)[at]
        return self.periods[at], from_micro(self.counts[at])

    @property
    def amounts(self) -> tuple[Decimal, ...]:
        """Angka: the numbers, ordered by time."""
        return tuple(map(from_micro, self.counts))

    @property
    def counts_by_period(self) -> dict[Period, int]:
        """Per periode: the count of each period."""
        return dict(zip(self.periods, self.counts, strict=True))

    def of(self, period: Period) -> Decimal | None:
        """Angka periode: what is promised for one period; None where nothing is promised for just this one.

        Raises:
            InvalidValueError: Not a `Period`.
        """
        of_kind(Period, period, "Trajectory.of", "Period.quarter(2025, 1)")
        count = self.counts_by_period.get(period)
        return None if count is None else from_micro(count)


def _counted(steps: Mapping[Period, Number] | Iterable[tuple[Period, Number]]) -> list[tuple[Period, int]]:
    pairs = steps.items() if isinstance(steps, Mapping) else steps
    items = listed(pairs, _PATH, "(Period.quarter(2025, 1), 20)")
    found = sorted((_step(item) for item in items), key=lambda pair: pair[0])
    for (earlier, _), (later, _) in pairwise(found):
        if later.first_day <= earlier.last_day:
            raise InvalidValueError(
                code="trajectory-overlap",
                path=_PATH,
                value=f"{earlier.code}, {later.code}",
                problem=("dua periode lintasan bertumpang tindih", "two periods of the trajectory overlap"),
                way_out=("Beri satu angka untuk tiap periode", "Give each period one number"),
            )
    return found


_PATH = "Target.trajectory"


def _step(item: object) -> tuple[Period, int]:
    pair = cast("tuple[object, ...]", item) if isinstance(item, tuple | list) else ()
    if len(pair) == 2 and isinstance(pair[0], Period):
        return pair[0], micro(admit(pair[1], _PATH))
    raise InvalidValueError(
        code="not-a-period",
        path=_PATH,
        value=pair[0] if len(pair) == 2 else item,
        problem=("bukan Period dengan angkanya", "not a Period with its number"),
        way_out=("Tulis misalnya {Period.quarter(2025, 1): 20}", "Write for example {Period.quarter(2025, 1): 20}"),
    )
