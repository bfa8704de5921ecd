"""Years of one target, cut into periods, for the tests of what happens in the course of a year."""

from collections.abc import Iterable
from typing import Any

from hypothesis import strategies as st

from sakip import (
    Agreement,
    AwaitingRelease,
    Components,
    Indicator,
    NotApplicable,
    NotReported,
    Objective,
    Party,
    Period,
    Realization,
    Target,
)

HEAD = Party("Kepala Dinas Kesehatan")
QUARTERS = Period.year(2024).parts("quarter")
CONSOLIDATIONS = ("sum", "average", "last_level", "last_progress", "minimum", "maximum", "pool")


def target_of(how: str | None, value: Any, trajectory: Any = ()) -> Target:
    """A target of one indicator that is consolidated in one way."""
    indicator = Indicator("IKU-1", "Indeks layanan", polarity="maximize", consolidation=how)  # type: ignore[arg-type]
    return Target(indicator, value, trajectory=trajectory)


def facts(*amounts: Any, periods: Iterable[Period] = QUARTERS) -> list[Realization]:
    """Realizations of the first periods, one after the other; None leaves one out."""
    pairs = zip(periods, amounts, strict=False)
    return [Realization("IKU-1", amount, period=period) for period, amount in pairs if amount is not None]


def agreement_of(*targets: Target) -> Agreement:
    """An agreement of 2024 with these targets."""
    return Agreement("PK-1", year=2024, first_party=HEAD, objectives=[Objective("Layanan meningkat", targets)])


def amounts_for(how: str) -> st.SearchStrategy[Any]:
    """What may be reported of one period: components for a pool, else numbers."""
    if how == "pool":
        return st.builds(Components, st.integers(0, 50), st.integers(1, 50), per=st.just(100))
    return st.integers(0, 100)


def reports_for(how: str) -> st.SearchStrategy[Any]:
    """As `amounts_for`, or a state without a number, or nothing at all."""
    states = st.sampled_from([None, NotReported(), NotApplicable("tidak ada kegiatan"), AwaitingRelease("BPS")])
    return st.one_of(amounts_for(how), amounts_for(how), states)
