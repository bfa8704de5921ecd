"""Aturan bobot: what the weights of an agreement must add up to."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

from attrs import field, frozen

from sakip.base.number import Number, admit, micro
from sakip.base.rebuild import reduce_by_fields

__all__ = ["Weights"]


def _weights_total(value: Number | None) -> Decimal | None:
    return None if value is None else admit(value, "Weights.total")


@frozen(kw_only=True)
class Weights:
    """Aturan bobot: what the weights of an agreement must add up to.

    Attributes:
        total: The exact sum, such as 100; None where weights are relative.
        per: Whether the sum is asked of each ``objective`` or of the whole ``agreement``.
        absent: What an agreement without any weight means: ``equal`` weights, or ``refuse``.

    Examples:
        >>> Weights(total=100, per="objective", absent="equal").total
        Decimal('100')
    """

    total: Decimal | None = field(converter=_weights_total)
    per: Literal["objective", "agreement"]
    absent: Literal["equal", "refuse"]
    _sum: "int | None" = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "_sum", None if self.total is None else micro(self.total))

    __reduce__ = reduce_by_fields

    def hold(self, weighted: Sequence[int], sums: Sequence[int], sizes: Sequence[int]) -> bool:
        """Terpenuhi: whether weights are right.

        Args:
            weighted: How many targets of each objective have a weight.
            sums: The sum of the weights of each objective, in millionths.
            sizes: How many targets each objective has.
        """
        found = sum(weighted)
        if not found:
            return self.absent == "equal"
        if found != sum(sizes):
            return False
        if self._sum is None:
            return True
        if self.per == "agreement":
            return sum(sums) == self._sum
        return all(total == self._sum for total, size in zip(sums, sizes, strict=True) if size)
