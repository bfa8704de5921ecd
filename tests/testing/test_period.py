from hypothesis import given

from sakip import Period, testing
from tests.testing.making import found


@given(testing.periods(kinds=["quarter", "month"], years=(2030, 2031)), testing.periods(rich=True))
def test_periods_are_of_the_kinds_and_years_asked_for(period: Period, any_period: Period) -> None:
    """Periods are of the kinds and the years that were asked for."""
    assert period.kind in {"quarter", "month"}
    assert period.fiscal_year in {2030, 2031}
    assert 1945 <= any_period.fiscal_year <= 9998


def test_rich_periods_begin_in_any_month() -> None:
    """Fiscal years that begin in another month are found."""
    found(testing.periods(rich=True), lambda period: period.starts == 4)
