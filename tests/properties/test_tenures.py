"""KMK 467/KMK.01/2014 (secondary): the official is replaced, the promise of the position is not."""

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sakip import Agreement, Components, NotApplicable, Realization, Tenure, evaluate
from sakip.lifecycle import Succession, accountability, joined
from sakip.policies import LKJIP
from tests.lifecycle.making import (
    CONSOLIDATIONS,
    HEAD,
    QUARTERS,
    agreement_of,
    amounts_for,
    facts,
    reports_for,
    target_of,
)

DAYS = st.dates(date(2024, 1, 2), date(2024, 12, 31))


def in_tenures(cuts: set[date]) -> Succession:
    """A year cut into tenures that follow each other without a gap."""
    starts = sorted({date(2024, 1, 1), *cuts})
    ends = [*(day - timedelta(days=1) for day in starts[1:]), None]
    return Succession(
        Tenure(HEAD, f"Contoh {place}", starts=start, ends=end)
        for place, (start, end) in enumerate(zip(starts, ends, strict=True))
    )


@pytest.mark.parametrize("how", CONSOLIDATIONS)
@given(st.data(), st.sets(DAYS, max_size=4), st.booleans())
def test_cutting_a_year_into_tenures_changes_no_annual_score(
    how: str, data: st.DataObject, cuts: set[date], planned: bool
) -> None:
    """What the officials answer for, added up again, has the score of the year."""
    agreement = planned_for(how, planned)
    given_facts = facts(*[data.draw(amounts_for(how)) for _ in QUARTERS])
    annual = evaluate(agreement, given_facts, policy=LKJIP)["IKU-1"].score
    whole = joined(accountability(agreement, given_facts, in_tenures(cuts)).portions("IKU-1"))
    assert isinstance(whole.delivered, Fraction)
    exact = Components(whole.delivered.numerator, whole.delivered.denominator, per=1)
    assert annual.exact is not None
    assert evaluate(agreement, [Realization("IKU-1", exact)], policy=LKJIP)["IKU-1"].score.exact == annual.exact


@pytest.mark.parametrize("how", CONSOLIDATIONS)
@given(st.data(), st.sets(DAYS, max_size=4), st.booleans())
def test_cutting_a_year_into_tenures_changes_no_reason(
    how: str, data: st.DataObject, cuts: set[date], planned: bool
) -> None:
    """Where something was not reported or has no number yet, the parts together say the same as the year.

    A period that was not applicable takes its share out of the promise as well, so the law is one of years without any.
    """
    agreement = planned_for(how, planned)
    given_facts = facts(*[data.draw(reports_for(how)) for _ in QUARTERS])
    assume(given_facts and not any(isinstance(one.value, NotApplicable) for one in given_facts))
    annual = evaluate(agreement, given_facts, policy=LKJIP)["IKU-1"].score
    whole = joined(accountability(agreement, given_facts, in_tenures(cuts)).portions("IKU-1"))
    assert (whole.reason and whole.reason.code) == (annual.reason and annual.reason.code)


def planned_for(how: str, planned: bool) -> Agreement:
    """An agreement with a plan for each quarter, or with the year's target alone."""
    plan: Any = [(quarter, 20 + place) for place, quarter in enumerate(QUARTERS)]
    return agreement_of(target_of(how, 80, plan if planned else ()))


@given(st.data(), st.sampled_from(CONSOLIDATIONS), st.sets(DAYS, max_size=4))
def test_every_period_is_answered_for_once(data: st.DataObject, how: str, cuts: set[date]) -> None:
    """No period is lost between two officials, and none is counted for both."""
    given_facts = facts(*[data.draw(reports_for(how)) for _ in QUARTERS])
    answers = accountability(agreement_of(target_of(how, 80)), given_facts, in_tenures(cuts))
    found = [period for part in answers.portions("IKU-1") for period in part.periods]
    assert found == (list(QUARTERS) if given_facts else [QUARTERS[0].of_year])
