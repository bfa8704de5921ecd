from typing import Any

import pytest

from sakip.cascade import Cascade
from sakip.cascade.mending.options import Limits, Option, Options, least_of, pruned, within
from tests.cascade.making import pk, report_on, target

# Spans are those of the library: the one of a node without a number.
_NODE: Any = report_on(Cascade([pk("PK-1", "K", "II", None, target("T", 1))])).case.target(0)
Span: Any = type(_NODE.span)
LIMITS = Limits(8, 9)


def option(low: Any, high: Any, cost: int) -> Option:
    """An option of a span."""
    return Option(Span(low, high), Span(low, high), cost)


class TestWithin:
    @pytest.mark.parametrize(
        ("inner", "expected"),
        [
            ((0, 9), True),
            ((3, 4), True),
            ((-1, 4), False),
            ((3, 10), False),
            ((None, 4), False),
            ((3, None), False),
        ],
    )
    def test_every_number_counts(self, inner: Any, expected: bool) -> None:
        """Of 0 to 9, both included."""
        assert within(Span(0, 9), Span(*inner)) is expected

    def test_an_open_end_does_not_hold_a_closed_one(self) -> None:
        """At either end, and an open one it does."""
        opened = Span(0, 9, open_low=True, open_high=True)
        assert not within(opened, Span(0, 4))
        assert not within(opened, Span(4, 9))
        assert within(opened, Span(0, 9, open_low=True, open_high=True))

    def test_what_has_no_end_holds_everything(self) -> None:
        """Also what has none itself."""
        assert within(Span(None, None), Span(None, 3))


class TestPruned:
    def test_a_dearer_option_that_adds_nothing_goes(self) -> None:
        """Also one that costs as much; one that adds something stays."""
        found = pruned([option(0, 9, 1), option(3, 4, 1), option(3, 4, 2), option(3, 10, 2)], None, LIMITS)
        assert [(one.span[:2], one.cost) for one in found.kept] == [((0, 9), 1), ((3, 10), 2)]

    def test_a_cheaper_one_stays_though_it_is_narrower(self) -> None:
        """What is stated costs nothing."""
        assert len(pruned([option(0, 9, 1), option(4, 4, 0)], None, LIMITS).kept) == 2

    @pytest.mark.parametrize(("cost", "kept", "lost"), [(8, 2, None), (9, 1, 9)])
    def test_what_costs_too_much_is_lost_and_its_cost_is_known(self, cost: int, kept: int, lost: int | None) -> None:
        """Up to eight more than the cheapest."""
        found = pruned([option(1, 1, 0), option(2, 2, cost)], None, LIMITS)
        assert (len(found.kept), found.lost) == (kept, lost)

    def test_no_more_are_kept_than_the_limit(self) -> None:
        """The tenth is lost; what was lost before counts if it was cheaper."""
        many = [option(at, at, 3) for at in range(10)]
        assert (len(pruned(many, None, LIMITS).kept), pruned(many, None, LIMITS).lost) == (9, 3)
        assert pruned(many, 2, LIMITS).lost == 2
        assert pruned(many[:9], None, LIMITS).lost is None


def test_the_least_cost_of_nothing_is_zero() -> None:
    """So that sums of them stay right."""
    assert (Options(()).least, Options((option(1, 1, 4),)).least) == (0, 4)
    assert (least_of([]), least_of([None, 3])) == (None, 3)
