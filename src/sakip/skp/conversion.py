"""Konversi nilai: the values of periods and of older rules as values of a year."""

from collections.abc import Iterable
from fractions import Fraction
from typing import cast

from sakip.base.kind import listed
from sakip.base.number import Number, admit
from sakip.errors import InvalidValueError
from sakip.scoring.piecewise import Piecewise, Segment
from sakip.scoring.transform import Round
from sakip.skp.value import require_value

__all__ = ["quarterly_value", "skp_value", "value_from_pp_46_2011"]

_ADDED_AT_MOST = 10
_TO_WHOLE = Round(0)
_FROM_PP_46 = Piecewise(
    [
        Segment(None, (0, 0), (50, 49)),
        Segment(51, (51, 50), (60, 69)),
        Segment(61, (61, 70), (75, 89)),
        Segment(76, (76, 90), (90, 109)),
        Segment(91, (91, 110), (99, 120)),
        Segment(99, (99, 120), (100, 120)),
    ],
    jumps=[51, 61, 76, 91],
)


def quarterly_value(*, action_plan: Iterable[Number | Fraction], main: Iterable[Number | Fraction] = ()) -> Fraction:
    """Nilai SKP triwulan: the mean of the action plans and that of the main performance, half each, exact.

    Where none of the main performance can be measured in the quarter, the action plans stand alone; this reading is
    ours.

    Args:
        action_plan: Values of the action plans or initiatives of the quarter, 0 to 120.
        main: Values of the main performance that can be measured in it, 0 to 120.

    Raises:
        InvalidValueError: No action plan at all, or a value that is no exact number from 0 to 120.

    Reference: PermenPANRB 8/2021, lampiran hlm. 75 (read); without main performance it is our inference.

    Examples:
        >>> quarterly_value(action_plan=[120, 109], main=[88])
        Fraction(405, 4)
    """
    plans = _values(action_plan, "quarterly_value.action_plan")
    measured = _values(main, "quarterly_value.main")
    if not plans:
        raise InvalidValueError(
            code="no-action-plan",
            path="quarterly_value.action_plan",
            value=plans,
            problem=("tidak ada nilai rencana aksi", "there is no value of an action plan"),
            way_out=(
                "Beri nilai setiap rencana aksi triwulan itu",
                "Give the value of each action plan of the quarter",
            ),
        )
    return _mean([_mean(plans), _mean(measured)]) if measured else _mean(plans)


def skp_value(*, main: Number | Fraction, additional: Number | Fraction = 0) -> Fraction:
    """Nilai SKP: the value of the main performance, with that of additional tasks added on top, exact.

    Args:
        main: Nilai kinerja utama, 0 to 120, such as a total under `PERMENPANRB_8_2021`.
        additional: Nilai kinerja tambahan of all additional tasks together, 0 to 10; the rule ends there.

    Raises:
        InvalidValueError: A number out of range.

    Reference: PermenPANRB 8/2021, lampiran (read): nilai SKP = nilai kinerja utama + nilai kinerja tambahan, at most
        10.

    Examples:
        >>> skp_value(main="98.5", additional=4)
        Fraction(205, 2)
    """
    added = additional if isinstance(additional, Fraction) else Fraction(admit(additional, "skp_value.additional"))
    if not 0 <= added <= _ADDED_AT_MOST:
        raise InvalidValueError(
            code="additional-out-of-range",
            path="skp_value.additional",
            value=additional,
            problem=("nilai tugas tambahan adalah 0 sampai 10", "the value of additional tasks is 0 to 10"),
            way_out=("Jumlahkan nilai tugas tambahan dan batasi pada 10", "Add up the additional tasks, capped at 10"),
        )
    return require_value(main, "skp_value.main") + added


def value_from_pp_46_2011(value: Number | Fraction) -> Fraction:
    """Konversi dari PP 46/2011: a value of the older rule on the scale of PP 30/2019.

    The table is written in whole numbers, so that the value is rounded half up first; below 0 and above 100 there is
    none.

    Raises:
        InvalidValueError: A number that is not 0 to 100.

    Reference: Aplikasi konversi SKP (secondary), which converts between the two rules; no regulation was read.

    Examples:
        >>> value_from_pp_46_2011(76), value_from_pp_46_2011("90.4"), value_from_pp_46_2011(91)
        (Fraction(90, 1), Fraction(109, 1), Fraction(110, 1))
    """
    number = value if isinstance(value, Fraction) else Fraction(admit(value, "value_from_pp_46_2011"))
    if not 0 <= number <= 100:
        raise InvalidValueError(
            code="value-out-of-range",
            path="value_from_pp_46_2011",
            value=value,
            problem=("nilai menurut PP 46/2011 adalah 0 sampai 100", "a value under PP 46/2011 is 0 to 100"),
            way_out=("Periksa skala nilainya", "Check the scale of the value"),
        )
    return Fraction(*_FROM_PP_46.apply(*_TO_WHOLE.apply(number.numerator, number.denominator)))


def _values(given: Iterable[Number | Fraction], path: str) -> list[Fraction]:
    return [
        require_value(one, f"{path}[{at}]")
        for at, one in enumerate(cast("tuple[Number, ...]", listed(given, path, "109")))
    ]


def _mean(values: list[Fraction]) -> Fraction:
    return sum(values, Fraction(0)) / len(values)
