"""Riwayat: the versions of one agreement."""

from datetime import date, timedelta
from decimal import Decimal
from typing import get_args

from attrs import evolve
from hypothesis import strategies as st

from sakip import Agreement, AmendmentReason, History
from sakip.testing.agreement import agreements
from sakip.testing.number import numbers

__all__ = ["histories"]


def histories(*, most: int = 10) -> st.SearchStrategy[History]:
    """Riwayat: the versions of one agreement, each of which amends the one before.

    Args:
        most: How many versions there are at most.

    Examples:
        >>> from sakip.testing import histories
        >>> strategy = histories(most=3)
    """
    change = st.tuples(
        st.integers(0, 60),
        st.integers(-30, 30) | st.none(),
        st.sampled_from(get_args(AmendmentReason)),
        st.integers(0, 9),
        numbers(1, 1000),
        st.booleans(),
    )
    return st.builds(
        _history, agreements(), st.dates(date(2025, 1, 1), date(2025, 12, 31)), st.lists(change, max_size=most - 1)
    )


def _history(
    agreement: Agreement,
    signed_on: date,
    changes: list[tuple[int, int | None, AmendmentReason, int, Decimal, bool]],
) -> History:
    versions = [evolve(agreement, signed_on=signed_on)]
    for number, (days, delay, reason, at, value, retires) in enumerate(changes):
        before = versions[-1]
        since = before.in_force_from or signed_on
        then = since + timedelta(days=days)
        code = before.targets[at % len(before.targets)].code
        gone = (code,) if retires and len(before.targets) > 1 else ()
        versions.append(
            before.amend(
                code=f"{agreement.code}/{number}",
                signed_on=then if delay is None else then + timedelta(days=delay),
                effective_on=None if delay is None else then,
                reason=reason,
                retire=gone,
                targets={} if gone else {code: value},
            )
        )
    return History(versions)
