"""Realisasi: what may be delivered for a target."""

from datetime import date
from decimal import Decimal
from typing import Any, get_args

from hypothesis import strategies as st

from sakip import AwaitingRelease, Components, Level, NotApplicable, NotReported, Period, Range, Realization, Target
from sakip.model.realization import DataStatus
from sakip.testing.number import numbers
from sakip.testing.scale import level_or
from sakip.testing.target import targets
from sakip.testing.text import paragraphs, texts, words

__all__ = ["Delivered", "components", "delivered", "realization_of", "realizations"]

Delivered = tuple[Decimal | Components, date, int, NotReported | NotApplicable | AwaitingRelease | None, dict[str, Any]]
"""Yang dilaporkan: one of each kind of value, a state, and what stands beside it; the target picks."""


def components(*, rich: bool = False) -> st.SearchStrategy[Components]:
    """Komponen: a numerator over a denominator that is not zero.

    Examples:
        >>> from sakip.testing import components
        >>> strategy = components()
    """
    nonzero = numbers(rich=True).filter(bool) if rich else numbers(1, 1000)
    per = numbers(1, rich=True) if rich else st.sampled_from((Decimal(1), Decimal(100), Decimal(1000)))
    return st.builds(Components, numbers(rich=rich) if rich else numbers(0, 1000), nonzero, per=per)


def realizations(
    *,
    target: Target | None = None,
    period: Period | None = None,
    rich: bool = False,
) -> st.SearchStrategy[Realization]:
    """Realisasi: what may be delivered for one target or for any, of the target's own kind.

    With ``rich`` also components, the three states without a number, and the texts beside it.

    Examples:
        >>> from sakip.testing import realizations
        >>> strategy = realizations()
    """
    promised = targets(rich=rich) if target is None else st.just(target)
    return st.builds(realization_of, promised, delivered(rich=rich), st.just(period))


def delivered(*, rich: bool) -> st.SearchStrategy[Delivered]:
    """Yang dilaporkan: what a realization of any target is made of.

    Examples:
        >>> strategy = delivered(rich=True)
    """
    # One of each kind is drawn and the target picks: a strategy that is made anew for every target is far slower.
    if not rich:
        return st.tuples(numbers(), st.dates(), st.integers(0, 8), st.none(), st.just({}))
    states = st.one_of(
        st.just(NotReported()),
        texts(rich=True).map(NotApplicable),
        words(rich=True).map(AwaitingRelease),
    )
    # A union would draw each state as often as a number; most targets of a real agreement have a number.
    seldom = st.tuples(st.integers(0, 4), states).map(lambda pair: pair[1] if pair[0] == 4 else None)
    remarks = paragraphs(rich=True)
    beside = st.fixed_dictionaries(
        {
            "status": st.none() | st.sampled_from(get_args(DataStatus)),
            "evidence": st.lists(texts(rich=True), max_size=2),
            "obstacle": remarks,
            "driver": remarks,
            "remedy": remarks,
        },
    )
    number = st.one_of(numbers(rich=True), numbers(), components(rich=True))
    return st.tuples(number, st.dates(), st.integers(0, 8), seldom, beside)


def realization_of(target: Target, drawn: Delivered, period: Period | None) -> Realization:
    """Realisasi sebuah target: what was drawn, as a realization of the target's own kind.

    Examples:
        >>> from sakip.testing import example_agreement
        >>> realization_of(example_agreement().targets[0], (Decimal(1), date(2025, 1, 1), 1, None, {}), None).value
        Decimal('1')
    """
    number, day, place, state, beside = drawn
    promise = target.value
    value: Decimal | Components | Level | date = number
    if isinstance(promise, Level):
        value = level_or(target.indicator.scale, promise, place)
    elif isinstance(promise, date):
        value = day if place else promise
    elif not place:
        # Met exactly, which two numbers drawn apart hardly ever are.
        value = promise.low if isinstance(promise, Range) else promise
    return Realization(target.code, value if state is None else state, period=period, **beside)
