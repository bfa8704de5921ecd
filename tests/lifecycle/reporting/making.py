"""Three years of a health office with two objectives, for the tests of the annual report."""

from collections.abc import Sequence
from typing import Any

from sakip import Agreement, BudgetLine, Evaluation, Indicator, Objective, Party, Realization, Target, evaluate
from sakip import compare_years as compared
from sakip.lifecycle import AnnualReport, annual_report
from sakip.policies import LKJIP

CLINICS = Indicator("IKU-1", "Puskesmas terakreditasi", unit="%", polarity="maximize", consolidation="last_level")
DEATHS = Indicator("IKU-2", "Angka kematian ibu", polarity="minimize", consolidation="last_level")
MONEY = (
    BudgetLine("1.02", "Upaya kesehatan", kind="programme", ceiling=1000),
    BudgetLine("1.02.01", "Akreditasi", kind="activity", ceiling=600, realization=570, targets=["IKU-1"]),
    BudgetLine("1.02.02", "Kesehatan ibu", kind="activity", ceiling=400, realization=300, targets=["IKU-2"]),
)
SAID: dict[str, dict[str, Any]] = {
    "IKU-1": {"driver": "Tim mutu dibentuk"},
    "IKU-2": {"obstacle": "Rujukan terlambat", "remedy": "Rumah tunggu"},
}
PLANS = {"IKU-1": 90, "IKU-2": 80}
STANDARDS = {"IKU-1": 85, "IKU-2": 70}


def agreement(
    year: int, *, budget: Sequence[BudgetLine] = MONEY, measure: Indicator = DEATHS, code: str | None = "S2"
) -> Agreement:
    """The agreement of a year: clinics to 80, deaths to 90."""
    return Agreement(
        f"PK-{year}",
        year=year,
        first_party=Party("Kepala Dinas Kesehatan"),
        objectives=[
            Objective("Layanan bermutu", [Target(CLINICS, 80)], code="S1"),
            Objective("Ibu selamat", [Target(measure, 90)], code=code),
        ],
        budget=budget,
    )


def year_of(
    year: int, clinics: Any, deaths: Any, *, said: dict[str, dict[str, Any]] | None = None, **rest: Any
) -> Evaluation:
    """A year in which this was delivered, and this was said of it."""
    words = SAID if said is None else said
    promised = agreement(year, **rest)
    facts = [
        Realization(target.code, value, **words.get(target.code, {}))
        for target, value in zip(promised.targets, (clinics, deaths), strict=True)
        if value is not None
    ]
    return evaluate(promised, facts, policy=LKJIP)


def report_of(*years: Evaluation, **rest: Any) -> AnnualReport:
    """The report on the last of these years, with all plans and standards unless others are given."""
    plans, standards = rest.pop("medium_term", PLANS), rest.pop("national", STANDARDS)
    return annual_report(compared(years, medium_term=plans, national=standards), **{"level": "office", **rest})


EARLIER = (year_of(2023, 68, 110), year_of(2024, 76, 98))
LAST = year_of(2025, 82, 97)
