import json
from datetime import date
from decimal import Decimal

import pytest
from attrs import evolve

from sakip.errors import InvalidValueError
from sakip.lifecycle import Narrative
from sakip.scoring import YEAR_COLUMNS
from tests.lifecycle.reporting.making import EARLIER, LAST, MONEY, report_of, year_of

WHOLE = report_of(*EARLIER, LAST, narratives={"S2": Narrative(causes="Jarak jauh")}, delivered_on=date(2026, 3, 2))


def test_rows() -> None:
    """One flat dict an indicator: its objective, the columns of the comparison, the words and the money."""
    first, second = WHOLE.rows()
    assert [*first] == [
        *("objective", "objective_code", *(name for name, _ in YEAR_COLUMNS), "achievement", "earlier", "causes"),
        *("remedies", "efficiency", "programmes", "lacking", "ceiling", "spent", "absorption"),
        *("efficiency_value", "efficiency_label"),
    ]
    assert (first["objective"], first["objective_code"], first["indicator"]) == ("Layanan bermutu", "S1", "IKU-1")
    assert (first["target"], first["realization"], first["achievement"]) == (80, 82, Decimal("102.5"))
    assert (first["earlier"], first["points"], first["direction"]) == ("2023: 68; 2024: 76", 6, "better")
    assert (first["medium_term"], first["national"]) == (90, 85)
    assert (second["causes"], second["remedies"]) == ("Jarak jauh\nRujukan terlambat", "Rumah tunggu")
    assert (second["programmes"], second["ceiling"], second["spent"]) == ("1.02.02", 400, 300)
    assert (second["absorption"], second["lacking"]) == (Decimal("75.00"), "")


def test_rows_of_what_lacks() -> None:
    """Findings of the indicator and of its whole objective stand with it; what is not known is None."""
    bare = year_of(2025, None, 97, said={}, budget=MONEY[:2])
    first, second = report_of(bare, medium_term={"IKU-2": 80}).rows()
    assert first["lacking"] == "LKJ-TARGET, LKJ-YEARS, LKJ-MEDIUM-TERM, LKJ-EFFICIENCY"
    assert (first["realization"], first["achievement"], first["causes"], first["earlier"]) == (None, None, None, "")
    assert second["lacking"] == "LKJ-YEARS, LKJ-CAUSES, LKJ-REMEDIES, LKJ-EFFICIENCY, LKJ-PROGRAMMES"
    assert (second["ceiling"], second["spent"], second["absorption"], second["programmes"]) == (None, None, None, "")


def test_findings_of_a_code_that_ends_alike() -> None:
    """An indicator has its own findings, not those of one whose code ends the same."""
    report = report_of(*EARLIER, LAST, medium_term={"IKU-1": 90})
    assert [row["lacking"] for row in report.rows()] == ["", "LKJ-MEDIUM-TERM"]


def test_rows_as_text() -> None:
    """With text numbers the rows are JSON as they stand."""
    rows = json.loads(json.dumps(WHOLE.rows("en", numbers="text")))
    assert (rows[0]["achievement"], rows[0]["ceiling"], rows[0]["score"]) == ("102.5", "600", "102.50")
    with pytest.raises(InvalidValueError):
        WHOLE.rows(numbers="float")  # type: ignore[arg-type]
    with pytest.raises(InvalidValueError):
        WHOLE.rows("nl")  # type: ignore[arg-type]


def test_table() -> None:
    """One row an objective, a column for each analysis; below it the names of the columns and what lacks."""
    report = report_of(*EARLIER, LAST, medium_term={"IKU-1": 90}, delivered_on=date(2026, 3, 2))
    table = report.table()
    assert table.title == "Kelengkapan laporan kinerja 2025, PK-2025"
    assert table.rows == (("S1", *["ada"] * 7), ("S2", "ada", "ada", "kurang", "ada", "ada", "ada", "ada"))
    assert table.notes[0] == "1: Target dan realisasi tahun ini"
    assert table.notes[7] == "IKU-2: tanpa target jangka menengah [LKJ-MEDIUM-TERM]"
    assert table.notes[-1] == "PermenPANRB 53/2014, lampiran II, bab III (dibaca pada naskahnya)"
    assert "lacks" in report.text("en")
    assert max(len(line) for line in report.text(width=30).splitlines()) <= 30
    assert "kurang" in report._repr_html_()


def test_table_of_an_objective_without_a_code() -> None:
    """It is named by its words, which cannot open a tag."""
    odd = year_of(2025, 82, 97, code=None)
    named = evolve(
        odd.agreement, objectives=[odd.agreement.objectives[0], evolve(odd.agreement.objectives[1], name="<b>Ibu")]
    )
    report = report_of(evolve(odd, agreement=named))
    assert report.table().rows[1][0] == "<b>Ibu"
    assert "&lt;b&gt;Ibu" in report._repr_html_()


def test_codes_that_look_like_places() -> None:
    """A code of an objective may hold anything; what is found of the objective stands with its indicators."""
    report = report_of(*EARLIER, year_of(2025, 82, 97, code="S2.targets[X"), national={"IKU-1": 85, "IKU-2": 70})
    assert [row["lacking"] for row in report.rows()] == ["", ""]
    alone = report_of(year_of(2025, 82, 97, code="S2.targets[X"))
    assert [row["lacking"] for row in alone.rows()] == ["LKJ-YEARS", "LKJ-YEARS"]
