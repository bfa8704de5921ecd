import json
import pickle
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve

from sakip import Evaluation, Objective, Period, Realization, Target, compare_years, evaluate
from sakip.errors import InvalidValueError, UnknownCodeError
from sakip.lifecycle import PlanDocument, PlanTarget, plan_progress
from sakip.lifecycle.promises.progress import RULES
from sakip.policies import LKJIP
from tests.lifecycle.promises.making import agreement, indicator, plan

CLINICS = indicator("RPJMD-1", name="Puskesmas terakreditasi", consolidation="last_level")
OWN = evolve(CLINICS, code="IKU-1")


def asking(*targets: PlanTarget) -> PlanDocument:
    """A plan of these targets."""
    return plan(targets=targets)


PLAN = asking(PlanTarget(CLINICS, {2020: 65, 2021: 72, 2024: 90}))


def year_of(*indicators: Any, year: int = 2021, **realized: Any) -> Evaluation:
    """The evaluation of a year, IKU-1 reaching 74 unless told otherwise."""
    delivered = {one.code: 74 for one in indicators} | realized
    facts = [Realization(code, value) for code, value in delivered.items() if value is not None]
    return evaluate(agreement("PK-1", *indicators, year=year), facts, policy=LKJIP)


class TestAgainstThePlan:
    def test_this_year_and_the_end(self) -> None:
        """The figure is held against the plan's value of the year and against its last, by the policy."""
        line = plan_progress(PLAN, year_of(OWN))["RPJMD-1"]
        assert line.this_year is not None
        assert line.end is not None
        assert (line.this_year.value, line.this_year.gap, line.this_year.score.exact) == (
            Decimal(72),
            Fraction(2),
            Fraction(7400, 72),
        )
        assert (line.end.value, line.end.gap, line.end.score.value) == (Decimal(90), Fraction(-16), Decimal("82.22"))

    def test_as_years_are_compared(self) -> None:
        """The score is the one that `compare_years` gives for the same value."""
        year = year_of(OWN)
        held = compare_years([year], medium_term=PLAN.medium_term(year.agreement))["IKU-1"].medium_term
        assert plan_progress(PLAN, year)["RPJMD-1"].end == held

    def test_a_year_without_a_value(self) -> None:
        """A year for which the plan says nothing is compared with its end alone, and that is a remark."""
        found = plan_progress(PLAN, year_of(OWN, year=2022))
        assert (found.lines[0].this_year, found.check().codes()) == (None, ("PLAN-NO-VALUE",))
        assert found.lines[0].end is not None

    def test_not_reported(self) -> None:
        """A figure that was not reported is no zero: it has no gap and no score."""
        held = plan_progress(PLAN, year_of(OWN, **{"IKU-1": None})).lines[0].this_year
        assert held is not None
        assert (held.gap, held.score.value) == (None, None)
        assert held.score.reason is not None

    def test_lower_is_better(self) -> None:
        """The polarity of the indicator decides what is better."""
        deaths = indicator("AKI", name="Angka kematian", unit="per 100.000", polarity="minimize")
        found = plan_progress(asking(PlanTarget(deaths, {2021: 80})), year_of(deaths)).lines[0].this_year
        assert found is not None
        assert found.score.value == Decimal("107.50")


class TestFindings:
    def test_of_a_part_of_the_year(self) -> None:
        """A figure of half a year is not shown beside the target of a year without a word."""
        quarters = {Period.quarter(2021, at): 20 * at for at in range(1, 5)}
        held = [Objective("Layanan", [Target(OWN, 80, trajectory=quarters)])]
        facts = [Realization("IKU-1", 20 * at, period=Period.quarter(2021, at)) for at in (1, 2)]
        part = evaluate(agreement("PK-1", objectives=held), facts, policy=LKJIP, through=Period.quarter(2021, 2))
        (told,) = plan_progress(PLAN, part).check()
        assert (told.code, told.severity) == ("PLAN-PART", "warning")
        assert told.text() == "Yang dinilai dalam PK-1 hanya sampai dengan Triwulan II 2021; target JANJI untuk setahun"
        assert told.text() in plan_progress(PLAN, part).text(width=200)

    def test_measured_by_several(self) -> None:
        """Of several indicators that measure one target the first that was stated counts, and the others are named."""
        twin, other = evolve(OWN, code="IKU-2"), indicator("IKU-3")
        year = year_of(OWN, twin, other, **{"IKU-2": 80, "IKU-3": 90})
        for matched, own, others in (
            (None, "IKU-1", "IKU-2"),
            ({"IKU-3": "RPJMD-1", "IKU-2": "RPJMD-1"}, "IKU-3", "IKU-2, IKU-1"),
        ):
            found = plan_progress(PLAN, year, matched=matched)
            assert found["RPJMD-1"].result is not None
            assert found["RPJMD-1"].result.code == own
            (told,) = found.check()
            assert (told.code, told.text("en")) == (
                "PLAN-SEVERAL",
                f"RPJMD-1 of JANJI is measured by more than one indicator of PK-1; {own} is used, not {others}",
            )

    def test_not_promised(self) -> None:
        """What the plan asks and the agreement does not promise is named."""
        found = plan_progress(PLAN, year_of(indicator("IKU-2")))
        assert found.check().codes() == ("PLAN-NOT-PROMISED",)
        assert found.check().findings[0].subject == "plan[JANJI].items[RPJMD-1]"
        assert found.lines[0].result is None

    @pytest.mark.parametrize(("owner", "expected"), [("dinas a", True), ("Dinas B", False)])
    def test_whose_it_is(self, owner: str, expected: bool) -> None:
        """What another office is responsible for an agreement need not promise; its own it should."""
        held = asking(PlanTarget(evolve(CLINICS, owner=owner), {2021: 72}))
        assert (plan_progress(held, year_of(indicator("IKU-2"))).check().codes() != ()) is expected

    def test_one_code_and_two_names(self) -> None:
        """A code alike under another name is not taken for the same, until somebody says so."""
        other = evolve(CLINICS, name="Cakupan")
        year = year_of(other)
        assert plan_progress(PLAN, year).check().codes() == ("PLAN-NOT-PROMISED", "PLAN-NAME")
        assert plan_progress(PLAN, year, matched={"RPJMD-1": "RPJMD-1"}).check().codes() == ()

    @pytest.mark.parametrize("change", [{"unit": "orang"}, {"polarity": "minimize"}])
    def test_measured_otherwise(self, change: dict[str, Any]) -> None:
        """Another unit or direction is another thing under the same name, and is not compared."""
        found = plan_progress(PLAN, year_of(evolve(OWN, **change)))
        assert found.check().codes() == ("PLAN-OTHER",)
        line = found.lines[0]
        assert (line.is_compared, line.this_year, line.end) == (False, None, None)
        assert line.result is not None

    def test_what_is_added_up(self) -> None:
        """Of what is counted over time the figure of one year is compared, and that is said."""
        summed = evolve(OWN, consolidation="sum")
        assert plan_progress(PLAN, year_of(summed)).check().codes() == ("PLAN-ADDS",)

    def test_each_code_once(self) -> None:
        """Every rule has a code of its own."""
        assert len({rule.code for rule in RULES}) == len(RULES)


class TestPairs:
    def test_what_is_stated_goes_first(self) -> None:
        """Of two that measure the same the stated one counts, else the first."""
        year = year_of(OWN, evolve(OWN, code="IKU-2"))
        codes = [
            line.result.code
            for given in (None, {"IKU-2": "RPJMD-1"})
            for line in plan_progress(PLAN, year, matched=given)
            if line.result is not None
        ]
        assert codes == ["IKU-1", "IKU-2"]

    def test_unknown(self) -> None:
        """A pair of what is not there is refused, and so is a look-up."""
        with pytest.raises(UnknownCodeError):
            plan_progress(PLAN, year_of(OWN), matched={"IKU-9": "RPJMD-1"})
        with pytest.raises(UnknownCodeError):
            plan_progress(PLAN, year_of(OWN))["IKU-1"]


@pytest.mark.parametrize(("year", "within"), [(2018, False), (2019, True), (2024, True), (2025, False)])
def test_years_of_the_plan(year: int, within: bool) -> None:
    """A year outside the plan is refused."""
    if within:
        assert len(plan_progress(PLAN, year_of(OWN, year=year))) == 1
        return
    with pytest.raises(InvalidValueError) as caught:
        plan_progress(PLAN, year_of(OWN, year=year))
    assert caught.value.code == "year-outside"


@pytest.mark.parametrize("arguments", [("RPJMD", year_of(OWN)), (PLAN, agreement("PK-1", OWN))])
def test_refuses(arguments: Any) -> None:
    """Something that is no plan or no evaluation."""
    with pytest.raises(InvalidValueError):
        plan_progress(*arguments)


def test_rows() -> None:
    """One row a target of the plan, also of what was not promised, plain in JSON."""
    other = PlanTarget(indicator("RPJMD-2"), {2023: 5})
    rows = plan_progress(asking(*PLAN.targets, other), year_of(OWN)).rows(numbers="text")
    assert rows[0] == {
        "plan": "RPJMD-1",
        "name": "Puskesmas terakreditasi",
        "unit": "%",
        "year": 2021,
        "indicator": "IKU-1",
        "target": "80",
        "realization": "74",
        "this_year": "72",
        "this_year_gap": "2",
        "this_year_score": "102.78",
        "end": "90",
        "end_gap": "-16",
        "end_score": "82.22",
    }
    assert (rows[1]["indicator"], rows[1]["this_year"], rows[1]["end"], rows[1]["end_score"]) == (None, None, "5", None)
    assert json.loads(json.dumps(rows)) == rows


def test_table() -> None:
    """Both targets with their scores; an end before that of the plan is told by its year."""
    other = PlanTarget(indicator("RPJMD-2"), {2023: 5})
    text = plan_progress(asking(*PLAN.targets, other), year_of(OWN)).text("en", width=120)
    assert "102.78" in text
    assert "82.22" in text
    assert "RPJMD-2: end of the plan 2023" in text
    assert "RPJMD-1: end of the plan" not in text
    assert "[PLAN-NOT-PROMISED]" in text
    aligned = [column.align for column in plan_progress(PLAN, year_of(OWN)).table().columns]
    assert aligned == ["left", "left", *["right"] * 5]


def test_survives_pickling() -> None:
    """A progress is the same after pickling, and shows itself in a notebook."""
    found = plan_progress(PLAN, year_of(OWN))
    assert pickle.loads(pickle.dumps(found)) == found
    assert "<table" in found._repr_html_()
    assert "result='IKU-1'" in repr(found.lines[0])
    assert "result=None" in repr(plan_progress(PLAN, year_of(indicator("IKU-2"))).lines[0])
