import pickle
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve

from sakip import Indicator
from sakip.errors import InvalidValueError, UnknownCodeError
from sakip.lifecycle import PlanDocument, PlanTarget
from tests.lifecycle.promises.making import agreement, indicator, plan, promise

CLINICS = indicator("RPJMD-1", name="Puskesmas terakreditasi")
ASKED = PlanTarget(CLINICS, {2020: 65, 2024: 90})


def test_items_and_look_up() -> None:
    """Promises come before targets, and each is found by its code."""
    held = plan("J-1", targets=[ASKED])
    assert [item.code for item in held.items] == ["J-1", "RPJMD-1"]
    assert held["RPJMD-1"] is ASKED
    assert held == pickle.loads(pickle.dumps(held))
    with pytest.raises(UnknownCodeError) as caught:
        held["J1"]
    assert caught.value.near == ("J-1",)


@pytest.mark.parametrize(("year", "covered"), [(2018, False), (2019, True), (2024, True), (2025, False)])
def test_years(year: int, covered: bool) -> None:
    """The first and the last year belong to a plan, their neighbours do not."""
    assert plan().covers(year) is covered


def test_a_plan_of_one_year() -> None:
    """A plan may be for one year, but its last year is never before its first."""
    assert plan(years=(2021, 2021)).covers(2021)
    with pytest.raises(InvalidValueError) as caught:
        plan(years=(2021, 2020))
    assert caught.value.code == "years-swapped"


def test_a_code_twice() -> None:
    """A promise and a target of one code cannot be told apart."""
    with pytest.raises(InvalidValueError) as caught:
        plan("RPJMD-1", targets=[ASKED])
    assert caught.value.code == "item-twice"


@pytest.mark.parametrize(("years", "fits"), [((2020, 2024), True), ((2021, 2024), False), ((2020, 2023), False)])
def test_values_within_the_years(years: tuple[int, int], fits: bool) -> None:
    """A plan states nothing of years that are not its own."""
    if fits:
        assert plan(years=years, targets=[ASKED]).targets == (ASKED,)
        return
    with pytest.raises(InvalidValueError) as caught:
        plan(years=years, targets=[ASKED])
    assert caught.value.code == "year-outside"


@pytest.mark.parametrize(
    "fields",
    [
        {"code": ""},
        {"name": ""},
        {"first_year": "2019"},
        {"last_year": 10**5},
        {"promises": ["J-1"]},
        {"targets": [CLINICS]},
        {"reference": "Perda"},
    ],
    ids=str,
)
def test_refuses(fields: dict[str, Any]) -> None:
    """What cannot be a plan raises."""
    with pytest.raises(InvalidValueError):
        PlanDocument(**{"code": "R", "name": "R", "first_year": 2019, "last_year": 2024, **fields})


class TestCheck:
    def test_clean(self) -> None:
        """Promises with an office and a deadline, and targets of every year with an owner, have no finding."""
        owned = evolve(CLINICS, owner="Dinas A")
        held = plan(
            promise("J-1", offices="Dinas A", due=date(2024, 12, 31)),
            targets=[PlanTarget(owned, dict.fromkeys(range(2019, 2025), 1))],
        )
        assert held.check().codes() == ()

    def test_what_lacks(self) -> None:
        """Nobody responsible, no deadline, and years without a target, stretches of them as one."""
        found = plan("J-1", targets=[PlanTarget(CLINICS, {2020: 65, 2022: 80})]).check()
        assert found.codes() == ("PLAN-OFFICE", "PLAN-UNDATED", "PLAN-OFFICE", "PLAN-YEARS")
        assert [one.severity for one in found] == ["warning", "note", "warning", "warning"]
        assert found.findings[-1].text("en") == "RPJMD-1 of JANJI has no target for these years: 2019, 2021, 2023–2024"
        assert found.findings[0].subject == "plan[JANJI].items[J-1]"

    @pytest.mark.parametrize(
        ("due", "outside"),
        [
            (date(2018, 12, 31), True),
            (date(2019, 1, 1), False),
            (date(2024, 12, 31), False),
            (date(2025, 1, 1), True),
        ],
    )
    def test_a_deadline_outside(self, due: date, outside: bool) -> None:
        """A deadline belongs to the years of the plan."""
        codes = plan(promise("J-1", offices="Dinas A", due=due)).check().codes()
        assert codes == (("PLAN-OUTSIDE",) if outside else ())

    def test_eight_thousand_years(self) -> None:
        """The years that lack are told in few words, however many they are."""
        held = plan(years=(1945, 9998), targets=[PlanTarget(CLINICS, {2020: 65})])
        assert "1945–2019, 2021–9998" in held.check().findings[-1].text()


class TestTargetOf:
    @pytest.mark.parametrize(
        ("own", "found"),
        [
            (indicator("IKU-1", name="PUSKESMAS  terakreditasi."), True),
            (indicator("IKU-1", name="Cakupan", same_as="RPJMD-1"), True),
            (indicator("RPJMD-1", name="Angka kematian ibu"), False),
            (indicator("IKU-1", "RPJMD-1", name="Cakupan"), False),
        ],
    )
    def test_by_name_or_lineage(self, own: Indicator, found: bool) -> None:
        """The same name or lineage is the same indicator; a code alone or a citation is not."""
        assert (plan(targets=[ASKED]).target_of(own) is ASKED) is found

    def test_two_of_one_name(self) -> None:
        """Of two with one name the code decides, and else neither is meant."""
        other = PlanTarget(evolve(CLINICS, code="RPJMD-2"), {2020: 1})
        held = plan(targets=[ASKED, other])
        assert held.target_of(evolve(CLINICS, code="RPJMD-2")) is other
        assert held.target_of(evolve(CLINICS, code="IKU-1")) is None

    def test_lineage_goes_first(self) -> None:
        """Where an indicator says which it is, its name is not asked."""
        other = PlanTarget(indicator("RPJMD-2"), {2020: 1})
        own = evolve(CLINICS, code="IKU-1", same_as="RPJMD-2")
        assert plan(targets=[ASKED, other]).target_of(own) is other


class TestMediumTerm:
    own = agreement("PK-1", indicator("IKU-1", name="Puskesmas terakreditasi"), indicator("IKU-2"))

    def test_of_the_end_and_of_a_year(self) -> None:
        """The end is the last year with a value; a year without one gives nothing."""
        held = plan(targets=[ASKED])
        assert held.medium_term(self.own) == {"IKU-1": Decimal(90)}
        assert held.medium_term(self.own, year=2020) == {"IKU-1": Decimal(65)}
        assert held.medium_term(self.own, year=2021) == {}

    def test_what_is_stated(self) -> None:
        """A stated pair needs no name."""
        stated = plan(targets=[ASKED]).medium_term(self.own, matched={"IKU-2": "RPJMD-1"})
        assert stated == {"IKU-1": Decimal(90), "IKU-2": Decimal(90)}

    @pytest.mark.parametrize("stated", [{"IKU-9": "RPJMD-1"}, {"IKU-1": "RPJMD-9"}])
    def test_unknown_codes(self, stated: dict[str, str]) -> None:
        """A pair of what is not there is refused."""
        with pytest.raises(UnknownCodeError):
            plan(targets=[ASKED]).matched(self.own, stated)

    @pytest.mark.parametrize("arguments", [("PK-1", None), (own, ["IKU-1"])])
    def test_refuses(self, arguments: Any) -> None:
        """Something that is no agreement, or no mapping."""
        with pytest.raises(InvalidValueError):
            plan(targets=[ASKED]).matched(*arguments)
