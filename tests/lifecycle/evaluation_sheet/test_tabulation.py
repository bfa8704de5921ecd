import json
from decimal import Decimal

import pytest
from attrs import evolve

from sakip import Text
from sakip.errors import InvalidValueError
from sakip.lifecycle import LKE_88_2021, EvaluationSheet
from sakip.scoring import GradeScale
from tests.lifecycle.evaluation_sheet.making import TEMPLATE, sheet

WHOLE = sheet({"1.a.1": "Y", "1.a.2": "B", "2.a.1": "D"})
OPEN = sheet({"1.a.1": "Y"})


def test_rows() -> None:
    """One flat dict a line, the total first, numbers as Decimals; an open part has no score."""
    assert WHOLE.rows("en")[0] == {
        "sheet": "LKE-1",
        "year": 2024,
        "template": "contoh",
        "kind": "total",
        "code": "",
        "name": "TOTAL",
        "weight": Decimal(100),
        "answer": None,
        "percent": Decimal("46.4"),
        "score": Decimal("46.40"),
        "lowest": Decimal("46.4"),
        "highest": Decimal("46.4"),
        "open": "",
        "grade": "C",
    }
    assert [row["kind"] for row in WHOLE.rows()] == [
        "total",
        *("component", "sub_component", "criterion", "criterion"),
        *("component", "sub_component", "criterion"),
    ]
    row = next(row for row in OPEN.rows() if row["code"] == "1.a")
    assert (row["score"], row["percent"], row["open"], row["grade"]) == (None, None, "1.a.2", None)


def test_rows_as_text() -> None:
    """With text numbers the rows are JSON as they stand."""
    rows = json.loads(json.dumps(WHOLE.rows(numbers="text")))
    assert (rows[0]["score"], rows[0]["year"]) == ("46.40", 2024)
    for rest in ({"numbers": "float"}, {"lang": "nl"}):
        with pytest.raises(InvalidValueError):
            WHOLE.rows(**rest)  # type: ignore[arg-type]


def test_table() -> None:
    """Parts are set in under their wholes, the total with its predicate stands last, its basis below."""
    table = WHOLE.table()
    assert table.rows[2] == ("    1.a.1", "Ada rencana", "20", "Y", "20,00")
    assert table.rows[-1] == ("", "NILAI AKHIR", "100", "C", "46,40")
    assert table.notes[0] == "Dijawab per kriteria."
    assert table.notes[-1] == "contoh: Lembar contoh (kesimpulan kami, bukan bunyi aturan)"
    assert "Answered by sub-component." in EvaluationSheet("L", 2024, LKE_88_2021, {}).text("en")
    assert "46,40" in WHOLE._repr_html_()
    assert max(len(line) for line in WHOLE.text(width=30).splitlines()) <= 30


def test_table_of_an_open_sheet() -> None:
    """An open sheet has dashes and bounds in the place of scores, and no predicate."""
    table = OPEN.table("en")
    assert table.rows[-1] == ("", "TOTAL", "100", "", "–")
    assert table.notes[1] == "Not answered: 1.a.2 and 2.a.1. The total will lie between 20 and 100."
    many = EvaluationSheet("L", 2024, LKE_88_2021, {}).table("en").notes[1]
    assert "1.a, 1.b, 1.c, 2.a, 2.b and 7 more" in many


def test_below_the_lowest_predicate() -> None:
    """A total that no band holds says so."""
    high = evolve(TEMPLATE, scale=GradeScale([(50, "Baik")], closed="lower"))
    low = EvaluationSheet("L", 2024, high, dict(WHOLE.answers), reading="criterion")
    assert low.grade is None
    assert low.table("en").rows[-1][3] == "below the lowest class"


def test_explanation() -> None:
    """Each answer tells what it is worth, each sum its parts, and what is rounded is marked so."""
    said = WHOLE.explain("en").splitlines()
    assert said[0] == "1 Perencanaan: 46.4 = 46.40 of 60"
    assert said[1] == "  1.a Rencana: 20 + 26.4 = 46.40 of 60"
    assert said[3] == "    1.a.2 Rencananya baik: B is worth 66 %; 66 / 100 × 40 = 26.40"
    assert "Total: 46.4 + 0 = 46.40" in said
    assert "Nilai akhir: belum ada" in OPEN.explain()
    assert "    1.a.2 Rencananya baik: belum dijawab" in OPEN.explain().splitlines()
    assert "  1.a Rencana: 20 + – = – dari 60" in OPEN.explain().splitlines()
    assert max(len(line) for line in WHOLE.explain(width=40).splitlines()) <= 40
    sevenths = EvaluationSheet("L", 2024, LKE_88_2021, {"1.a.1": "AA"}, reading="criterion").explain("en")
    assert "100 / 100 × ≈ 0.86 = 0.86" in sevenths


def test_hostile_names_stay_inert() -> None:
    """What a region calls its parts can neither steer a terminal nor open a tag."""
    first, second = TEMPLATE.components
    hostile = evolve(TEMPLATE, components=[evolve(first, name=Text.literal("<b>{x}")), second])
    found = EvaluationSheet("L", 2024, hostile, {})
    assert "&lt;b&gt;{x}" in found._repr_html_()
    assert "<b>{x}" in found.explain()
