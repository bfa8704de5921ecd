import pickle
from typing import get_args

import pytest
from attrs import evolve

from sakip.cascade import KEMENKEU, KL, PEMDA, Profile
from sakip.cascade.profile import ResultLevel
from tests.cascade.making import family, found, target

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
    cascade = family(target("T", unit="orang"), target("A", unit="rupiah"))
    assert [one.severity for one in found(cascade, "CAS501")] == ["error"]
    lenient = evolve(PEMDA, severities=[("CAS501", "note")])
    assert [one.severity for one in found(cascade, "CAS501", profile=lenient)] == ["note"]
