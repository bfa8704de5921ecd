"""Aturan bobot: what the weights of an agreement must add up to."""

from decimal import Decimal
from typing import Literal, get_args

from attrs import field, frozen

from sakip.base.choice import choose
from sakip.base.number import Number, admit, micro
from sakip.base.rebuild import reduce_by_fields
from sakip.errors import InvalidValueError

__all__ = ["Weights"]


def _weights_total(value: Number | None) -> Decimal | None:
    if value is None:
        return None
    total = admit(value, "Weights.total")
    if total > 0:
        return total
    raise InvalidValueError(
        code="total-not-positive",
        path="Weights.total",
        value=value,
        problem=("jumlah bobot harus lebih besar dari nol", "a sum of weights must be greater than zero"),
        way_out=(
            "Tulis misalnya 100, atau None untuk bobot relatif",
            "Write for example 100, or None for relative weights",
        ),
    )


_Per = Literal["objective", "agreement"]
_Absent = Literal["equal", "refuse"]


@frozen(kw_only=True)
class Weights:
    """Aturan bobot: what the weights of an agreement must add up to.

    Attributes:
        total: The exact sum, such as 100; None where weights are relative.
        per: Whose weights are compared with each other and add up to the sum: those of each ``objective``, or of the
            whole ``agreement``.
        absent: What an agreement without any weight means: ``equal`` weights, or ``refuse``.

    Raises:
        InvalidValueError: A sum that is not above zero, or an unknown word.

    Examples:
        >>> Weights(total=100, per="objective", absent="equal").total
        Decimal('100')
    """

    total: Decimal | None = field(converter=_weights_total)
    per: _Per
    absent: _Absent
    _sum: "int | None" = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        # No converters: the protocol that `check` reads weights through wants plain attributes.
        problem = ("kelompok bobot tidak dikenal", "unknown group of weights")
        choose(self.per, get_args(_Per), "Weights.per", code="unknown-group", problem=problem)
        problem = ("aturan tanpa bobot tidak dikenal", "unknown rule for absent weights")
        choose(self.absent, get_args(_Absent), "Weights.absent", code="unknown-absent", problem=problem)
        object.__setattr__(self, "_sum", None if self.total is None else micro(self.total))

    __reduce__ = reduce_by_fields

    def hold(self, sums: tuple[int, ...] | None, total: int) -> bool:
        """Terpenuhi: whether weights are right.

        Args:
            sums: What the weights of the objectives add up to, in millionths, each sum once; empty where no target has
                a weight, None where only some have one.
            total: What all of them add up to.
        """
        if not sums:
            return sums is not None and self.absent == "equal"
        if self._sum is None:
            return True
        return total == self._sum if self.per == "agreement" else sums == (self._sum,)
