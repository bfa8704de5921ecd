"""Small templates and sheets, for the tests of evaluation sheets."""

from typing import Any

from sakip import Reference, Text
from sakip.lifecycle import (
    ANSWERS_A_D,
    ANSWERS_Y_T,
    EvaluationSheet,
    EvaluationTemplate,
    SheetComponent,
    SheetCriterion,
    SheetDocument,
    SheetSubComponent,
)
from sakip.policies import AKIP_88_2021

SOURCE = Reference("Lembar contoh", certainty="derived")
PLAN = SheetDocument("renja", Text("Rencana kerja", "Work plan"))
PHOTO = SheetDocument("foto", Text("Foto", "Photo"), optional=True)


def name(text: str) -> Text:
    """One text for both languages."""
    return Text.literal(text)


PLANNED = SheetCriterion("1.a.1", name("Ada rencana"), answers=ANSWERS_Y_T, documents=["renja", "foto"])
GOOD = SheetCriterion("1.a.2", name("Rencananya baik"), weight=2)
KEPT = SheetCriterion("2.a.1", name("Rencana dijalankan"))
TEMPLATE = EvaluationTemplate(
    "contoh",
    name("Lembar contoh"),
    [
        SheetComponent(
            "1",
            name("Perencanaan"),
            60,
            [SheetSubComponent("1.a", name("Rencana"), 60, answers=ANSWERS_A_D, criteria=[PLANNED, GOOD])],
        ),
        SheetComponent(
            "2",
            name("Pelaksanaan"),
            40,
            [SheetSubComponent("2.a", name("Jalannya"), 40, answers=ANSWERS_A_D, criteria=[KEPT])],
        ),
    ],
    scale=AKIP_88_2021,
    reference=SOURCE,
    documents=[PLAN, PHOTO],
)


def sheet(answers: Any, **rest: Any) -> EvaluationSheet:
    """A sheet of the small template, of which the criteria are answered."""
    return EvaluationSheet("LKE-1", 2024, TEMPLATE, answers, **{"reading": "criterion", **rest})
