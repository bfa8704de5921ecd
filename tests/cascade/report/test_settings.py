import pickle
from datetime import date
from typing import Any

import pytest
from attrs import evolve

from sakip import Period
from sakip.cascade import CATALOGUE, KEMENKEU, PEMDA, Cascade, Settings, Suppression, validate
from sakip.cascade.report.settings import checks_named, require_year
from sakip.errors import InvalidValueError, SakipError, UnknownCodeError
from tests.cascade.making import YEAR_END, family, report_on, target

MINE = evolve(CATALOGUE[0], code="SAYA-1")


def test_the_defaults_are_those_of_validate() -> None:
    """A report under nothing but a day has the settings of that day."""
    assert validate(Cascade(), as_of=YEAR_END).settings == Settings(YEAR_END)
    assert Settings(YEAR_END).profile == PEMDA


def test_they_are_pickled_without_our_functions() -> None:
    """A check of the catalogue comes back as itself; one's own is pickled like any value."""
    aside = Suppression("Sudah dibahas", by="Biro Organisasi", code="CAS105")
    one = Settings(YEAR_END, profile=KEMENKEU, rounded="exact", checks=CATALOGUE[:3], suppressions=[aside])
    again = pickle.loads(pickle.dumps(one))
    assert again == one
    assert all(left is right for left, right in zip(again.checks, one.checks, strict=True))


def test_ones_own_check_is_pickled_with_them() -> None:
    """Its functions must be found by name; then it comes back in its place."""
    mine = evolve(MINE, find=_nothing)
    again = pickle.loads(pickle.dumps(Settings(YEAR_END, checks=[CATALOGUE[1], mine])))
    assert again.checks == (CATALOGUE[1], mine)


def _nothing(*_: Any) -> tuple[()]:
    return ()


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"as_of": "2025-12-31"}, "not-a-date"),
        ({"profile": "pemda"}, "wrong-kind"),
        ({"through": 2025}, "wrong-kind"),
        ({"rounded": "half"}, "unknown-rounding"),
        ({"checks": ["CAS101"]}, "wrong-kind"),
        ({"checks": [CATALOGUE[0], MINE, CATALOGUE[0]]}, "check-twice"),
        ({"suppressions": ["CAS101"]}, "wrong-kind"),
    ],
)
def test_what_is_no_setting_is_refused(fields: dict[str, Any], code: str) -> None:
    """Each setting is what it is called, and a code means one check."""
    with pytest.raises(InvalidValueError) as caught:
        Settings(**{"as_of": date(2025, 12, 31), **fields})
    assert caught.value.code == code
    assert caught.value.path.startswith("validate.")


@pytest.mark.parametrize(("year", "years"), [(2025, [2025]), (2024, [2024, 2025]), (2024, [])])
def test_a_part_of_a_year_that_is_promised_can_be_judged(year: int, years: list[int]) -> None:
    """So can any where there is nothing to judge."""
    require_year(Period.quarter(year, 2), years)
    require_year(None, years)


def test_a_part_of_another_year_is_refused() -> None:
    """Otherwise everything would be skipped, and pass."""
    with pytest.raises(InvalidValueError) as caught:
        require_year(Period.quarter(2024, 2), [2026, 2025])
    assert (caught.value.code, caught.value.path) == ("through-other-year", "validate.through")
    assert "2025, 2026" in str(caught.value)
    with pytest.raises(InvalidValueError):
        report_on(family(target("T"), target("A")), through=Period.quarter(2026, 1))


def test_checks_are_found_by_their_codes() -> None:
    """In the order that is asked for; an unknown one names what looks like it."""
    assert checks_named(["SAYA-1", "CAS101"], [*CATALOGUE, MINE]) == (MINE, CATALOGUE[0])
    with pytest.raises(UnknownCodeError) as caught:
        checks_named(["CAS1O1"], CATALOGUE)
    assert "CAS101" in caught.value.near
    assert (caught.value.code, caught.value.path, caught.value.value) == ("unknown-check", "checks", "CAS1O1")
    assert caught.value.problem == ("tidak ada pemeriksaan ini", "there is no such check")


@pytest.mark.parametrize(
    ("fields", "path", "value"),
    [
        ({"as_of": "2025-12-31"}, "validate.as_of", "2025-12-31"),
        ({"profile": "pemda"}, "validate.profile", "pemda"),
        ({"through": 2025}, "validate.through", 2025),
        ({"rounded": "half"}, "validate.rounded", "half"),
        ({"checks": ["CAS101"]}, "validate.checks[0]", "CAS101"),
        ({"suppressions": ["CAS101"]}, "validate.suppressions[0]", "CAS101"),
        (
            {"profile": evolve(PEMDA, severities=[("CAS105", "note"), ("CAS501", "note")])},
            "validate.profile.severities[1]",
            ("CAS501", "note"),
        ),
    ],
)
def test_an_error_names_the_setting_and_what_was_given(fields: dict[str, Any], path: str, value: Any) -> None:
    """Of a list the place in it too."""
    with pytest.raises(SakipError) as caught:
        Settings(**{"as_of": YEAR_END, **fields})
    assert (caught.value.path, caught.value.value) == (path, value)
