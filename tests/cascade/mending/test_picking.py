from fractions import Fraction
from typing import Any

import pytest

from sakip.cascade import Cascade
from sakip.cascade.mending.picking import is_written, nearest
from tests.cascade.making import pk, report_on, target

_NODE: Any = report_on(Cascade([pk("PK-1", "K", "II", None, target("T", 1))])).case.target(0)
Span: Any = type(_NODE.span)
THIRD = Fraction(1, 3)


class TestNearest:
    @pytest.mark.parametrize(
        ("region", "current", "expected"),
        [
            ((40, None), 4, 40),
            ((None, 40), 50, 40),
            ((30, 50), 40, 40),
            ((30, 50), 60, 50),
            ((30, 50), 20, 30),
            ((None, None), 7, 7),
            ((2, 3), None, 2),
            ((-3, -2), None, -2),
        ],
    )
    def test_it_is_the_nearest_end(self, region: Any, current: Any, expected: Any) -> None:
        """Unless what is stated would do; without any it is the nearest to zero."""
        assert nearest(Span(*region), current) == expected

    @pytest.mark.parametrize(
        ("region", "decimals", "expected"),
        [
            ((THIRD, 2), 0, 1),
            ((THIRD, 2), 1, Fraction(2, 5)),
            ((THIRD, 2), None, Fraction(17, 50)),
            ((-2, -THIRD), None, Fraction(-17, 50)),
            ((Fraction(5, 4), 2), 0, 2),
            ((Fraction(5, 4), 2), None, Fraction(5, 4)),
            ((THIRD, Fraction(2, 5)), 0, Fraction(17, 50)),
            ((THIRD, THIRD), 0, THIRD),
        ],
    )
    def test_it_has_as_few_decimals_as_will_do(self, region: Any, decimals: int | None, expected: Any) -> None:
        """Those that are declared, else two or more; where none will do it is exact."""
        assert nearest(Span(*region), 0, decimals) == expected

    def test_an_open_end_is_not_reached(self) -> None:
        """The next that can be written, and where none can the middle."""
        assert nearest(Span(None, 70, open_high=True), 80, 0) == 69
        assert nearest(Span(70, None, open_low=True), 60, 0) == 71
        tiny = Span(0, Fraction(1, 10**9), open_low=True, open_high=True)
        assert nearest(tiny, -1) == Fraction(1, 2 * 10**9)

    @pytest.mark.parametrize("sign", [1, -1])
    def test_below_and_above_are_alike(self, sign: int) -> None:
        """What is found going up is found going down with the other sign; of an open end alone there is the end."""
        tiny = Fraction(1, 10**9)
        between = Span(0, tiny, open_low=True, open_high=True).times(sign)
        assert nearest(between, -sign) == tiny * sign / 2
        assert nearest(Span(THIRD, THIRD + tiny, open_low=True).times(sign), 0) == (THIRD + tiny / 2) * sign
        assert nearest(Span(THIRD, 2, open_low=True).times(sign), 0, 1) == Fraction(2, 5) * sign

    @pytest.mark.parametrize("decimals", [None, 0])
    def test_a_number_has_six_decimals_at_most(self, decimals: int | None) -> None:
        """Where only a seventh would do, the exact number is told; both ways from what is stated."""
        narrow = Fraction(1, 10**7)
        assert nearest(Span(THIRD, THIRD + narrow), 0, decimals) == THIRD
        assert nearest(Span(THIRD - narrow, THIRD), 1, decimals) == THIRD
        assert nearest(Span(THIRD, THIRD + 10 * narrow), 0, decimals) == Fraction(333334, 10**6)
        assert nearest(Span(THIRD - 10 * narrow, THIRD), 1, decimals) == Fraction(333333, 10**6)

    def test_a_ratio_is_counted_in_its_numerator(self) -> None:
        """At least a third of 200 are 67 of them, whatever percentage that is."""
        percent = Span(Fraction(100, 3), None)
        assert nearest(percent, 0, 0, 2) == Fraction(67, 2)


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [
        (3, 0, True),
        (Fraction(1, 2), 0, False),
        (Fraction(1, 2), 1, True),
        (Fraction(1, 10**6), None, True),
        (Fraction(1, 10**7), None, False),
    ],
)
def test_a_number_is_written_with_its_decimals(value: Any, decimals: int | None, expected: bool) -> None:
    """With six where none are declared."""
    assert is_written(value, decimals) is expected
