"""One mandatory indicator: what can be written down, and of whom it is asked."""

import pickle
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest

from sakip import BPK_OPINIONS, Echelon, Indicator, Level, Period, Range, Trajectory
from sakip.errors import InvalidValueError
from sakip.lifecycle import MandatoryIndicator
from sakip.lifecycle.mandatory.indicator import office_of, overlap
from tests.lifecycle.mandatory.making import agreement, asked, indicator

OPINION = indicator("OPINI", "Opini BPK", unit=None, scale=BPK_OPINIONS)
LOOSE = indicator("OPINI", "Opini BPK", unit=None)
STABLE = indicator("STABIL", "Inflasi", polarity="stabilize")


class TestTarget:
    @pytest.mark.parametrize(
        ("of", "target", "binding"),
        [
            (None, 85, "no_weaker"),
            (None, "85.5", "exact"),
            (None, 85, "own"),
            (None, None, "own"),
            (None, Range(80, 90), "no_weaker"),
            (OPINION, Level("WTP"), "no_weaker"),
            (LOOSE, Level("WTP"), "exact"),
            (LOOSE, date(2022, 11, 30), "no_weaker"),
            (STABLE, 3, "exact"),
            (STABLE, Range(2, 4), "no_weaker"),
        ],
        ids=str,
    )
    def test_what_can_be(self, of: Indicator | None, target: Any, binding: Any) -> None:
        """Numbers, ranges, levels and dates, each with a binding that has a meaning."""
        one = asked(target=target, binding=binding, of=of)
        found = one.as_target()
        assert (found is None) == (target is None)
        assert pickle.loads(pickle.dumps(one)) == one

    @pytest.mark.parametrize(
        ("of", "target", "binding", "code"),
        [
            (None, None, "no_weaker", "target-missing"),
            (None, None, "exact", "target-missing"),
            (OPINION, Level("Baik"), "exact", "level-off-scale"),
            (LOOSE, Level("WTP"), "no_weaker", "scale-missing"),
            (STABLE, 3, "no_weaker", "no-weaker-side"),
            (None, 0.5, "exact", "float-refused"),
            (None, True, "exact", "not-a-number"),
        ],
        ids=str,
    )
    def test_what_cannot(self, of: Indicator | None, target: Any, binding: Any, code: str) -> None:
        """A binding target that is not there, or of which nobody knows which side is weaker, is refused."""
        with pytest.raises(InvalidValueError) as caught:
            asked(target=target, binding=binding, of=of)
        assert caught.value.path == "MandatoryIndicator.target"
        assert caught.value.code == code

    def test_a_day_loses_its_time(self) -> None:
        """A datetime is the day that it falls on."""
        one = asked(of=LOOSE, target=datetime(2022, 11, 30, 8), binding="exact")  # noqa: DTZ001 - a wall clock
        assert one.target == date(2022, 11, 30)


class TestFields:
    @pytest.mark.parametrize(
        ("fields", "code"),
        [
            ({"weight": 0}, "weight-not-positive"),
            ({"weight": -1}, "weight-not-positive"),
            ({"objective": " "}, "empty-text"),
            ({"objective": "x" * 4001}, "long-text"),
            ({"objective_code": ""}, "empty-text"),
            ({"levels": "II"}, "not-a-list"),
            ({"levels": ["III/a"]}, "unknown-echelon"),
            ({"levels": [2]}, "unknown-echelon"),
            ({"offices": "Dinas"}, "not-a-list"),
            ({"offices": [None]}, "empty-text"),
            ({"binding": "minimum"}, "unknown-binding"),
            ({"binding": None}, "unknown-binding"),
            ({"of": "MCP"}, "wrong-kind"),
            ({"reference": "Pergub"}, "wrong-kind"),
        ],
        ids=str,
    )
    def test_are_refused_with_a_code(self, fields: dict[str, Any], code: str) -> None:
        """What cannot be is an error of one field."""
        with pytest.raises(InvalidValueError) as caught:
            asked(**fields)
        assert caught.value.code == code

    def test_a_word_for_the_binding_is_understood_and_not_accepted(self) -> None:
        """The error says which word was meant."""
        with pytest.raises(InvalidValueError, match="no_weaker") as caught:
            asked(binding="minimum")
        assert "'no_weaker'" in caught.value.way_out[1]

    def test_the_smallest_weight(self) -> None:
        """Just above zero is a weight."""
        assert asked(weight="0.000001").weight == Decimal("0.000001")


class TestAskedOf:
    @pytest.mark.parametrize(
        ("levels", "own", "expected"),
        [
            ([], "II.a", True),
            ([], None, True),
            (["II"], "II.a", True),
            (["II"], "II.b", True),
            (["II"], "JPT Pratama", True),
            (["JPT PRATAMA"], "II.b", True),
            (["II"], "III.a", False),
            (["II"], "JF Ahli Utama", False),
            (["II.a"], "II.a", True),
            (["II.a"], "II.b", False),
            (["II.a"], "II", None),
            (["II.a"], "JPT Pratama", None),
            (["II.a", "II.b"], "II", None),
            (["II.a", "II"], "II", True),
            (["III"], None, None),
            (["GUBERNUR"], "GUBERNUR", True),
            (["GUBERNUR"], "BUPATI", False),
            (["II", "III"], "III.b", True),
        ],
        ids=str,
    )
    def test_by_level(self, levels: list[str], own: str | None, expected: bool | None) -> None:
        """A letter is that level, a rank every level of it; what is not stated cannot be known."""
        assert asked(levels=levels).asked_of(agreement(echelon=own)) is expected

    @pytest.mark.parametrize(
        ("offices", "office", "expected"),
        [
            ([], "Dinas Kesehatan", True),
            (["Dinas Kesehatan"], "Dinas Kesehatan", True),
            ([" Dinas Kesehatan "], "Dinas Kesehatan", True),
            (["Dinas Sosial"], "Dinas Kesehatan", False),
            (["dinas kesehatan"], "Dinas Kesehatan", False),
            (["Kepala"], None, True),
        ],
        ids=str,
    )
    def test_by_office(self, offices: list[str], office: str | None, expected: bool) -> None:
        """An office is named as its agreements name it; without one it is the position."""
        assert asked(offices=offices).asked_of(agreement(office=office)) is expected

    def test_another_office_needs_no_level(self) -> None:
        """Whoever is not named is not asked, whatever the level."""
        assert asked(offices=["Dinas Sosial"], levels=["II"]).asked_of(agreement(echelon=None)) is False


def test_a_trajectory_needs_the_target_of_the_year() -> None:
    """Targets of periods alone do not say what the year is to bring."""
    quarter = Period.quarter(2025, 1)
    assert asked(target=80, trajectory={quarter: "20.5"}).trajectory == Trajectory({quarter: "20.5"})
    with pytest.raises(InvalidValueError) as caught:
        asked(target=None, binding="own", trajectory={quarter: 20})
    assert (caught.value.code, caught.value.value) == ("target-missing", "2025-Q1")


def test_a_trajectory_is_of_a_number() -> None:
    """What a target refuses cannot be asked for either."""
    with pytest.raises(InvalidValueError) as caught:
        asked(target=Range(80, 90), trajectory={Period.quarter(2025, 1): 20})
    assert caught.value.code == "trajectory-without-number"


def test_levels_are_echelons() -> None:
    """Levels are read as echelons are, and may be given as such."""
    assert asked(levels=["eselon ii", Echelon("III")]).levels == (Echelon("II"), Echelon("III"))


def test_office_of() -> None:
    """An office by its name, or by the position."""
    assert (office_of(agreement()), office_of(agreement(office=None))) == ("Dinas Kesehatan", "Kepala")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ({}, {}, True),
        ({"levels": ["II"]}, {"levels": ["III"]}, False),
        ({"levels": ["II"]}, {"levels": ["II.a"]}, True),
        ({"levels": ["II.b"]}, {"levels": ["II.a"]}, False),
        ({"levels": ["II"]}, {}, False),
        ({"offices": ["A"]}, {"offices": ["B"]}, False),
        ({"offices": ["A", "B"]}, {"offices": ["B"]}, True),
        ({"offices": ["A"], "levels": ["II"]}, {"offices": ["A"], "levels": ["III"]}, False),
        ({"code": "RB"}, {}, False),
    ],
    ids=str,
)
def test_overlap(one: dict[str, Any], other: dict[str, Any], expected: bool) -> None:
    """Two entries of one code overlap where one agreement may be asked by both, and neither is more exact."""
    assert overlap(asked(**one), asked(**other)) is expected
    assert overlap(asked(**other), asked(**one)) is expected


def test_is_frozen_and_hashable() -> None:
    """It is a value: equal ones have one hash."""
    assert {asked(), asked()} == {asked()}
    assert isinstance(asked(), MandatoryIndicator)
