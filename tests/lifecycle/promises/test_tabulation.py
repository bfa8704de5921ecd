import json
from datetime import date

import pytest
from attrs import evolve

from sakip import Objective, Reference, Target
from sakip.errors import InvalidValueError
from sakip.lifecycle import Duty, promise_coverage
from sakip.lifecycle.promises.tabulation import agreement_rows, duty_rows, promise_rows, table
from tests.lifecycle.promises.making import agreement, indicator, plan, promise

PLAN = plan(promise("J-1", offices=["Dinas A", "Dinas B"], due=date(2021, 3, 31)), "J-2")
SIGNED = agreement("PK-1", indicator("A", "J-1"), indicator("B"), cites="J-2")
DUTIES = [
    Duty("T-1", "Membina", holder="Dinas A", reference=Reference("Pergub 1/2020 (rekaan)", certainty="derived")),
    Duty("T-2", "Mengawasi", holder="Dinas A"),
]
FOUND = promise_coverage(
    [PLAN], [SIGNED, agreement("PK-2")], duties=DUTIES, done={"J-1": date(2021, 4, 2)}, as_of=date(2021, 4, 30)
)


def test_promise_rows() -> None:
    """One row a promise; what is not there is None or an empty text, and never zero."""
    first, second = promise_rows(FOUND, "decimal")
    assert first == {
        "document": "JANJI",
        "code": "J-1",
        "text": "Janji J-1",
        "offices": "Dinas A; Dinas B",
        "begins": None,
        "due": date(2021, 3, 31),
        "covered": True,
        "agreements": "PK-1",
        "targets": "A",
        "unsigned_by": "Dinas B",
        "done_on": date(2021, 4, 2),
        "days": 2,
        "state": "done_late",
    }
    assert (second["targets"], second["due"], second["days"], second["state"]) == ("", None, None, "undated")


def test_rows_for_json() -> None:
    """In text the rows are plain JSON."""
    rows = FOUND.rows(numbers="text")
    assert rows[0]["due"] == "2021-03-31"
    assert json.loads(json.dumps(rows)) == rows
    with pytest.raises(InvalidValueError):
        FOUND.rows(numbers="float")  # type: ignore[arg-type]


def test_agreement_rows() -> None:
    """One row a target with what it serves, and one of an agreement without any."""
    rows = agreement_rows(FOUND)
    assert [(row["agreement"], row["target"], row["serves"]) for row in rows] == [
        ("PK-1", "A", "JANJI:J-1; JANJI:J-2"),
        ("PK-1", "B", "JANJI:J-2"),
        ("PK-2", None, ""),
    ]
    assert rows == FOUND.agreement_rows()


def test_a_duty_is_no_promise() -> None:
    """A target that cites a duty serves no promise by it."""
    found = promise_coverage([PLAN], [agreement("PK-1", indicator("A", "T-1", "J-1"))], duties=DUTIES)
    assert [row["serves"] for row in found.agreement_rows()] == ["JANJI:J-1"]


def test_two_objectives_of_one_name() -> None:
    """What one objective cites the other of that name does not."""
    twice = [
        Objective("Layanan", [Target(indicator(code), 1)], cites=cites) for code, cites in (("A", "J-1"), ("B", ()))
    ]
    found = promise_coverage([PLAN], [evolve(SIGNED, objectives=twice)])
    assert [row["serves"] for row in found.agreement_rows()] == ["JANJI:J-1", ""]


def test_duty_rows() -> None:
    """One row a duty, with where it is laid down and how sure that is."""
    found = promise_coverage([], [agreement("PK-1", indicator("A"), cites="T-1")], duties=DUTIES)
    first, second = duty_rows(found, "id")
    assert (first["covered"], first["agreements"], first["targets"]) == (True, "PK-1", "S1")
    assert first["certainty"] == "derived"
    assert (second["covered"], second["reference"], second["certainty"]) == (False, None, None)
    with pytest.raises(InvalidValueError):
        found.duty_rows("fr")  # type: ignore[arg-type]


def test_table() -> None:
    """The states in words, and the counts below."""
    text = table(FOUND, "id").text(100)
    assert "Janji dan perjanjian per 30 April 2021" in text
    assert "selesai, terlambat 2 hari" in text
    assert "Rencana JANJI: 2 dari 2 (100,00 %) tercakup" in text
    assert "Perjanjian yang melayani janji: 1 dari 2 (50,00 %)" in text
    assert "Tupoksi yang ditunjukkan indikator: 0 dari 2 (0,00 %)" in text
    assert "Semua" not in text


def test_what_is_the_same_for_all_is_said_once() -> None:
    """A column with one value becomes a note; one row, or a value that differs, keeps the column."""
    due = date(2024, 12, 31)
    held = plan(*(promise(f"J-{at}", due=due) for at in (1, 2)), evolve(promise("J-3"), due=due))
    alike = table(promise_coverage([held], []), "id")
    assert [one.head for one in alike.columns] == ["Kode", "Janji"]
    assert alike.rows[0] == ("J-1", "Janji J-1")
    assert alike.notes[:3] == (
        "Perjanjian, semua janji: belum ada",
        "Batas, semua janji: 31 Desember 2024",
        "Keadaan, semua janji: berjalan",
    )
    assert "Due by, all promises: 31 December 2024" in table(promise_coverage([held], []), "en").notes
    kept = table(promise_coverage([held], [], done={"J-2": due}), "id")
    assert [one.head for one in kept.columns] == ["Kode", "Janji", "Keadaan"]
    assert kept.rows[1] == ("J-2", "Janji J-2", "selesai")
    assert len(table(promise_coverage([plan("J-1")], []), "id").columns) == 5
    assert len(table(promise_coverage([], []), "id").columns) == 5


def test_table_of_two_plans() -> None:
    """Several plans have a line each and one for all, and what nobody carries is said."""
    text = promise_coverage([PLAN, plan("R-1", code="RENSTRA")], [SIGNED]).text("en", width=100)
    assert "All: 2 of 3 (66.67 %) covered" in text
    assert "none" in text


def test_hostile_names() -> None:
    """Markup in a promise shows and does nothing."""
    hostile = plan(evolve(promise("J-1"), text="<script>alert(1)</script>"))
    page = promise_coverage([hostile], [])._repr_html_()
    assert "<script>" not in page
    assert "&lt;script&gt;" in page
