"""Tingkat: how the scores of one level become one, and the steps that follow."""

from collections.abc import Iterable
from fractions import Fraction

from attrs import field, frozen

from sakip.base.rebuild import reduce_by_fields
from sakip.errors import InvalidValueError, LawError
from sakip.scoring.aggregation import Aggregation, GeometricMean
from sakip.scoring.piecewise import Piecewise
from sakip.scoring.running import Chain, chain_of
from sakip.scoring.transform import Cap, Floor, Round, Transform, is_constant

__all__ = ["Stage", "chain"]


def chain(value: Iterable[Transform] | Transform, path: str) -> tuple[Transform, ...]:
    """Rangkaian: steps in order, the last one a rounding, so that every level has a number to write.

    Raises:
        InvalidValueError: No final `Round`, something that is no step, or steps that give one number to all.
        LawError: A conversion that falls, so that better would score less.

    Examples:
        >>> chain(Round(2), "Policy.indicator")
        (Round(digits=2, mode='half_up'),)
    """
    found: tuple[Transform, ...] = tuple(value) if isinstance(value, Iterable) else (value,)
    if (
        not found
        or not isinstance(found[-1], Round)
        or any(not isinstance(one, (Cap, Floor, Piecewise, Round)) for one in found)
    ):
        raise InvalidValueError(
            code="chain-without-rounding",
            path=path,
            value=found,
            problem=(
                "rangkaian terdiri atas Cap, Floor, Piecewise dan Round, yang terakhir Round",
                "a chain consists of Cap, Floor, Piecewise and Round, the last one a Round",
            ),
            way_out=(
                "Tambahkan misalnya Round(2) di akhir; angka tepat tetap ada di .exact",
                "Add for example Round(2) at its end; the exact number stays in .exact",
            ),
        )
    for step in found:
        if isinstance(step, Piecewise) and step.fall is not None:
            raise _falling(step, step.fall, path)
    if is_constant(found):
        raise InvalidValueError(
            code="chain-constant",
            path=path,
            value=found,
            problem=("setiap angka menjadi sama", "every number becomes the same"),
            way_out=("Tulis Floor yang lebih rendah dari Cap", "Write a Floor that is below the Cap"),
        )
    return found


def _falling(step: Piecewise, fall: tuple[Fraction, Fraction], path: str) -> LawError:
    numbers = [(number, Fraction(*step.apply(*number.as_integer_ratio()))) for number in fall]
    return LawError(
        code="law-direction",
        path=path,
        problem=("konversi ini turun: yang lebih baik bernilai lebih rendah", "it falls: better scores less"),
        way_out=("Periksa titik-titik konversi", "Check the points of the conversion"),
        law="direction",
        counterexample=tuple(
            pair
            for (number, value), mark in zip(numbers, ("", "'"), strict=True)
            for pair in ((f"x{mark}", str(number)), (f"value{mark}", str(value)))
        ),
    )


def _stage_chain(value: Iterable[Transform] | Transform) -> tuple[Transform, ...]:
    return chain(value, "Stage.transforms")


def _aggregation(value: Aggregation) -> Aggregation:
    if isinstance(value, Aggregation):
        return value
    raise InvalidValueError(
        code="wrong-kind",
        path="Stage.aggregation",
        value=value,
        problem=("bukan agregasi", "not an aggregation"),
        way_out=("Tulis misalnya WeightedMean()", "Write for example WeightedMean()"),
    )


@frozen
class Stage:
    """Tingkat: how the scores below become one, and the steps that follow, the last of them a rounding.

    Raises:
        InvalidValueError: No aggregation, no final `Round`, steps that give one number to all, or a geometric mean
            that is not rounded at once.
        LawError: A conversion that falls.

    Examples:
        >>> from sakip.scoring import Mean
        >>> Stage(Mean(), [Round(2)]).aggregation
        Mean()
    """

    aggregation: Aggregation = field(converter=_aggregation)
    transforms: tuple[Transform, ...] = field(default=(), converter=_stage_chain)
    _run: Chain = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "_run", chain_of(self.transforms))
        if isinstance(self.aggregation, GeometricMean) and not isinstance(self.transforms[0], Round):
            raise InvalidValueError(
                code="geometric-without-rounding",
                path="Stage.transforms",
                value=self.transforms,
                problem=("rata-rata geometrik harus langsung dibulatkan", "a geometric mean must be rounded at once"),
                way_out=("Tulis Round sebagai langkah pertama", "Write Round as the first step"),
            )

    __reduce__ = reduce_by_fields

    @property
    def is_root(self) -> bool:
        """Berakar: whether its number before the final rounding is a root, so that only the rounded one is carried.

        Examples:
            >>> from sakip.scoring import GeometricMean, Mean
            >>> Stage(GeometricMean(), [Round(2)]).is_root, Stage(Mean(), [Round(2)]).is_root
            (True, False)
        """
        return isinstance(self.aggregation, GeometricMean) and len(self.transforms) == 1
