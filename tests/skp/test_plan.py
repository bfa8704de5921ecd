import pickle
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve

from sakip import Agreement, Objective, Party, Period, Range, Reference
from sakip.errors import InvalidValueError
from sakip.skp import SkpItem, SkpPlan
from sakip.skp.plan import RULES
from tests.lifecycle.making import HEAD, agreement_of, target_of

YEAR = Period.year(2024)
LETTER = Reference("SK Bupati 800/1/2024", certainty="read")
MAIN = SkpItem("Layanan meningkat", kind="main", target=target_of(None, 80), supports="IKU-1")
TASK = SkpItem("Panitia pemilihan", kind="additional", target=None, assignment=LETTER)
DEPUTY = Party("Kepala Bidang", office="Dinas Kesehatan")


def planned(*items: SkpItem, **fields: Any) -> SkpPlan:
    """A plan of a deputy under the head, in time."""
    given = {"period": YEAR, "items": items or (MAIN,), "superior": HEAD, "signed_on": date(2024, 1, 31), **fields}
    return SkpPlan(DEPUTY, **given)


class TestOwn:
    def test_a_good_plan_has_no_finding(self) -> None:
        """Main performance that supports something, in time."""
        assert planned().check().codes() == ()

    def test_no_main_performance(self) -> None:
        """Additional tasks alone are no SKP, and neither is nothing."""
        assert planned(evolve(TASK, target=target_of(None, 1))).check().codes() == ("SKP-NO-MAIN",)
        assert planned(items=()).check().codes() == ("SKP-NO-MAIN",)

    @pytest.mark.parametrize(
        ("signed_on", "codes"), [(date(2024, 1, 31), ()), (date(2024, 2, 1), ("SKP-LATE",)), (None, ())]
    )
    def test_the_end_of_january(self, signed_on: date | None, codes: tuple[str, ...]) -> None:
        """PermenPANRB 8/2021: the SKP is set at the end of January at the latest."""
        assert planned(signed_on=signed_on).check().codes() == codes

    def test_who_moves_later_has_no_such_deadline(self) -> None:
        """A new SKP in the middle of the year is not late."""
        assert planned(period=Period.half_year(2024, 2), signed_on=date(2024, 7, 20)).check().codes() == ()

    @pytest.mark.parametrize(
        ("since", "codes"), [(date(2024, 1, 1), ("SKP-LATE",)), (date(2024, 1, 2), ()), (date(2024, 8, 15), ())]
    )
    def test_the_rest_of_a_year(self, since: date, codes: tuple[str, ...]) -> None:
        """Who moved in on any day of the year plans what is left of it, and has no deadline in January."""
        assert planned(since=since, signed_on=date(2024, 8, 20)).check().codes() == codes

    @pytest.mark.parametrize("since", [date(2023, 12, 31), date(2025, 1, 1)])
    def test_nobody_begins_outside_the_period(self, since: date) -> None:
        """The day lies in the period."""
        with pytest.raises(InvalidValueError) as caught:
            planned(since=since)
        assert (caught.value.code, caught.value.path) == ("day-outside", "SkpPlan.since")

    def test_one_indicator_twice(self) -> None:
        """Each indicator stands in a plan once, whatever the kind of its items."""
        again = evolve(TASK, target=target_of(None, 5))
        (finding,) = planned(MAIN, again).check()
        assert (finding.code, finding.text()) == ("SKP-TWICE", "Indikator IKU-1 ada 2 kali")

    def test_what_is_missing_in_an_item(self) -> None:
        """No target, no support, no assignment: each is named where it is missing."""
        bare = SkpItem("Surat terkelola", kind="main")
        task = SkpItem("Panitia pemilihan", kind="additional", target=target_of(None, 1))
        assert [(one.code, one.subject) for one in planned(bare, task).check()] == [
            ("SKP-NO-TARGET", "skp[Dinas Kesehatan / Kepala Bidang, 2024].items[0]"),
            ("SKP-NO-SUPPORT", "skp[Dinas Kesehatan / Kepala Bidang, 2024].items[0]"),
            ("SKP-NO-ASSIGNMENT", "skp[Dinas Kesehatan / Kepala Bidang, 2024].items[IKU-1]"),
        ]

    def test_who_has_no_superior_supports_nothing(self) -> None:
        """A head of region has nobody above."""
        assert planned(evolve(MAIN, supports=None), superior=None).check().codes() == ()


class TestBeside:
    def test_beside_the_agreement_of_the_superior(self) -> None:
        """What is supported is in the superior's agreement."""
        above = agreement_of(target_of(None, 80))
        assert planned().check(above).codes() == ()
        (finding,) = planned(evolve(MAIN, supports="IKU-9")).check(above)
        assert finding.code == "SKP-SUPPORT-UNKNOWN"
        assert finding.text("en") == ("Layanan meningkat supports IKU-9, which Kepala Dinas Kesehatan does not promise")

    def test_beside_the_skp_of_the_superior(self) -> None:
        """What is supported is an indicator of the superior's plan."""
        above = SkpPlan(HEAD, period=YEAR, items=[MAIN])
        assert planned().check(above).codes() == ()
        assert planned(evolve(MAIN, supports="IKU-9")).check(above).codes() == ("SKP-SUPPORT-UNKNOWN",)

    def test_of_somebody_else(self) -> None:
        """An agreement of another position is not the superior's."""
        other = Agreement(
            "PK-2", year=2024, first_party=Party("Camat"), objectives=[Objective("A", [target_of(None, 1)])]
        )
        assert planned().check(other).codes() == ("SKP-OTHER-SUPERIOR",)

    @pytest.mark.parametrize(
        ("period", "codes"),
        [
            (YEAR, ()),
            (Period.quarter(2024, 4), ()),
            (Period.year(2023), ("SKP-OTHER-PERIOD",)),
            (Period.quarter(2025, 1), ("SKP-OTHER-PERIOD",)),
        ],
    )
    def test_of_another_year(self, period: Period, codes: tuple[str, ...]) -> None:
        """A part of the year is supported, another year is not."""
        plan = planned(period=period, signed_on=None)
        assert plan.check(agreement_of(target_of(None, 80))).codes() == codes

    @pytest.mark.parametrize("superior", [HEAD, "PK-1", 0])
    def test_other_things_are_refused(self, superior: Any) -> None:
        """A party is no promise."""
        with pytest.raises(InvalidValueError) as caught:
            planned().check(superior)
        assert caught.value.path == "SkpPlan.check.superior"

    def test_every_rule_can_be_found(self) -> None:
        """No rule stands on paper alone."""
        bare = SkpItem("Surat", kind="main")
        bad = planned(bare, MAIN, MAIN, SkpItem("Panitia", kind="additional"), signed_on=date(2024, 3, 1))
        above = SkpPlan(Party("Camat"), period=Period.year(2023), items=())
        found = {*bad.check(above).codes(), *planned(items=()).check().codes()}
        assert found == {rule.code for rule in RULES}


class TestShown:
    def test_rows(self) -> None:
        """One dict an item; a range and a task without a target stand in them too."""
        wide = evolve(MAIN, target=target_of(None, Range(80, "90.5")))
        first, second = planned(wide, TASK).rows()
        assert (first["code"], first["target"], first["supports"], first["kind"]) == (
            "IKU-1",
            "80..90.5",
            "IKU-1",
            "main",
        )
        assert (second["code"], second["target"], second["polarity"]) == (None, None, None)
        assert second["assignment"] == "SK Bupati 800/1/2024 (dibaca pada naskahnya)"
        assert planned().rows()[0]["target"] == Decimal(80)
        assert planned().rows(numbers="text")[0]["target"] == "80"
        with pytest.raises(InvalidValueError):
            planned().rows(numbers="float")  # type: ignore[arg-type]

    def test_table(self) -> None:
        """What is missing is a dash, and nothing is left of numbers but their words."""
        plan = planned(MAIN, TASK)
        assert plan.table().rows == (
            ("utama", "Layanan meningkat", "Indeks layanan", "80", "IKU-1"),
            ("tambahan", "Panitia pemilihan", "–", "–", ""),
        )
        assert plan.text("en", width=100).startswith("SKP of Kepala Bidang, Year 2024")
        assert plan._repr_html_() == plan.table().html()

    def test_since(self) -> None:
        """The day stands in the title and in the rows."""
        plan = planned(since=date(2024, 8, 15))
        assert plan.table().title == "SKP Kepala Bidang, Tahun 2024, sejak 15 Agustus 2024"
        assert plan.table("en").title == "SKP of Kepala Bidang, Year 2024, from 15 August 2024"
        assert plan.rows(numbers="text")[0]["since"] == "2024-08-15"
        assert planned().rows()[0]["since"] is None

    def test_kinds(self) -> None:
        """Main performance and additional tasks stand apart."""
        plan = planned(TASK, MAIN)
        assert (plan.main, plan.additional) == ((MAIN,), (TASK,))

    def test_the_person_is_nowhere(self) -> None:
        """The name of the official is in no text."""
        plan = SkpPlan(Party("Camat", official="Rahasia"), period=YEAR, items=[MAIN])
        assert "Rahasia" not in f"{plan!r} {plan.text()} {plan.rows()} {plan.check().text()}"

    def test_survives_pickling(self) -> None:
        """A plan is a value."""
        assert pickle.loads(pickle.dumps(planned(MAIN, TASK))) == planned(MAIN, TASK)


@pytest.mark.parametrize(
    ("fields", "path"),
    [
        ({"period": 2024}, "SkpPlan.period"),
        ({"items": ["Layanan"]}, "SkpPlan.items[0]"),
        ({"superior": "Bupati"}, "SkpPlan.superior"),
        ({"agreement": ""}, "SkpPlan.agreement"),
        ({"signed_on": "2024-01-31"}, "SkpPlan.signed_on"),
        ({"since": "2024-01-31"}, "SkpPlan.since"),
    ],
)
def test_bad_fields(fields: Any, path: str) -> None:
    """Each field is asked for by its own type."""
    with pytest.raises(InvalidValueError) as caught:
        planned(**fields)
    assert caught.value.path == path
