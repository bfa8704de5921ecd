import pickle
from datetime import date
from typing import Any, get_args

import pytest
from attrs import evolve

from sakip.cascade import CATALOGUE, KEMENKEU, KL, PEMDA, Profile, Settings
from sakip.cascade.inputs.profile import ResultLevel
from sakip.errors import SakipError
from tests.cascade.making import YEAR_END, family, found, target

PROFILES = (PEMDA, KL, KEMENKEU)


@pytest.mark.parametrize("profile", PROFILES, ids=lambda profile: profile.id)
def test_settings_are_sensible_and_survive_pickling(profile: Profile) -> None:
    """Settings are sensible and survive pickling."""
    assert profile.cascaded_error_rank <= profile.required_rank
    assert 2 <= profile.required_rank <= 5
    assert {level for _, level in profile.least_level} <= set(get_args(ResultLevel))
    assert [rank for rank, _ in profile.least_level] == sorted({rank for rank, _ in profile.least_level})
    assert pickle.loads(pickle.dumps(profile)) == profile


def test_each_has_its_own_name() -> None:
    """Each has its own name."""
    assert [profile.id for profile in PROFILES] == ["pemda", "kl", "kemenkeu"]


def test_only_the_treasury_limits_new_versions() -> None:
    """Only the treasury limits new versions."""
    assert [profile.last_new_version for profile in PROFILES] == [None, None, (10, 18)]
    assert [profile.successor_working_days for profile in PROFILES] == [None, None, 15]


def test_a_government_states_its_own_severities() -> None:
    """A government states its own severities."""
    cascade = family(target("T", 20), target("A", 10))
    assert [one.severity for one in found(cascade, "CAS301")] == ["error"]
    lenient = evolve(PEMDA, severities=[("CAS301", "note")])
    assert [one.severity for one in found(cascade, "CAS301", profile=lenient)] == ["note"]


@pytest.mark.parametrize(
    ("field", "within", "beyond"),
    [
        ("id", ["x"], ["", 1]),
        ("severities", [[], [("CAS301", "note")]], [[("CAS301", "galat")], [("CAS301",)], [("", "note")], "CAS301"]),
        ("required_rank", [2, 5], [1, 6, True, "4"]),
        ("cascaded_error_rank", [0, 5], [-1, 6, None]),
        ("additional_most", [0, 100], [-1, 101]),
        ("over_commit_most", [0, 10**6], [-5, 10**6 + 1]),
        ("slack_most", [0, 100], [-1, 101]),
        ("months_after_budget", [0, 12], [-1, 13]),
        ("successor_working_days", [None, 0, 366], [-1, 367]),
        ("last_new_version", [None, (2, 29), (12, 31)], [(2, 30), (13, 1), (0, 1), (4, 31), (4,)]),
        ("successor_promises_rest", [True], [1]),
        ("resign_subordinates", [False], [None]),
        ("least_level", [[], [(0, "output"), (5, "output")]], [[(6, "output")], [(-1, "output")], [(2, "hasil")]]),
    ],
)
def test_each_setting_has_its_bounds(field: str, within: list[Any], beyond: list[Any]) -> None:
    """Both sides of each; the error names the field."""
    for value in within:
        evolve(PEMDA, **{field: value})
    for value in beyond:
        with pytest.raises(SakipError) as caught:
            evolve(PEMDA, **{field: value})
        assert caught.value.path.startswith(f"Profile.{field}")


@pytest.mark.parametrize(
    ("severity", "code"), [(("CAS999", "note"), "unknown-check"), (("CAS501", "warning"), "severity-fixed")]
)
def test_a_severity_is_of_a_check_that_may_have_another(severity: Any, code: str) -> None:
    """A code that is not there is a slip, and what cannot be suppressed stays an error."""
    with pytest.raises(SakipError) as caught:
        Settings(YEAR_END, profile=evolve(PEMDA, severities=[severity]))
    assert (caught.value.code, caught.value.path) == (code, "validate.profile.severities[0]")
    assert Settings(YEAR_END, profile=evolve(PEMDA, severities=[("CAS501", "error"), ("CAS105", "note")]))


def test_a_severity_for_one_s_own_check() -> None:
    """It stands beside those of the catalogue."""
    own = evolve(CATALOGUE[-1], code="SAYA-1")
    assert Settings(YEAR_END, profile=evolve(PEMDA, severities=[("SAYA-1", "note")]), checks=[own])


@pytest.mark.parametrize(
    ("last", "year", "day"),
    [
        (None, 2025, None),
        ((10, 18), 2025, date(2025, 10, 18)),
        ((2, 29), 2024, date(2024, 2, 29)),
        ((2, 29), 2025, date(2025, 2, 28)),
    ],
)
def test_the_last_day_for_a_new_version_is_there_in_every_year(last: Any, year: int, day: date | None) -> None:
    """Leap year or not."""
    assert evolve(PEMDA, last_new_version=last).last_new_version_in(year) == day


@pytest.mark.parametrize("field", ["successor_promises_rest", "resign_subordinates"])
def test_whoever_is_refused_is_told_how_it_is_written(field: str) -> None:
    """The way out is Python that can be copied, in both languages."""
    with pytest.raises(SakipError) as caught:
        evolve(PEMDA, **{field: "ya"})
    assert caught.value.path == f"Profile.{field}"
    assert caught.value.way_out == ("Tulis misalnya True", "Write for example True")
