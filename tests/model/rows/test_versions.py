from datetime import date
from typing import Any

import pytest

from sakip import Reading, Reference
from sakip.errors import InvalidValueError
from sakip.model.rows.versions import chained
from sakip.testing import example_agreement
from tests.model.rows.making import COLUMNS, placed, read, row, texts

VERSIONS = {
    **COLUMNS,
    "agreement": "PK",
    "signed_on": "Tanggal",
    "effective_on": "Berlaku",
    "supersedes": "Menggantikan",
    "reason": "Alasan",
    "legal_document": "Dasar",
}
FIRST = {"PK": "PK-1", "Tanggal": "25 Januari 2025"}
SECOND = {
    "PK": "PK-2",
    "Tanggal": "25 Juni 2025",
    "Berlaku": "1 Juli 2025",
    "Menggantikan": "PK-1",
    "Alasan": "Perubahan prioritas",
    "Dasar": "SK Bupati Contoh 5/2025",
    "Target": "97",
}
THIRD = {"PK": "PK-3", "Tanggal": "1 Oktober 2025", "Menggantikan": "PK-2", "Alasan": "mutasi"}


def versions(*rows: dict[str, Any]) -> Reading:
    """The reading of rows that are versions of one agreement."""
    blank = dict.fromkeys(VERSIONS.values(), "")
    return read([{**blank, **row(**cells)} for cells in rows], VERSIONS)


def test_versions_are_a_history() -> None:
    """An agreement and its amendments become one history, whatever the order of the rows."""
    for rows in ((FIRST, SECOND, THIRD), (THIRD, SECOND, FIRST)):
        reading = versions(*rows)
        (history,) = reading.histories
        assert [one.code for one in history] == ["PK-1", "PK-2", "PK-3"]
        assert [code for code, _, _ in placed(reading)] == ["ROW-BESIDE"]
        assert "PK-1" in texts(reading, "ROW-BESIDE")[0]
        assert "reading.as_of" in texts(reading, "ROW-BESIDE")[1]
    first, second, third = history
    assert (second.reason, second.effective_on, third.reason) == ("priority", date(2025, 7, 1), "official")
    assert second.legal_document == Reference("SK Bupati Contoh 5/2025", certainty="secondary")
    assert history.as_of(date(2025, 6, 30)) == first
    assert [edit.path for edit in history.diff(first, second)][-1] == "targets[IKU-1].value"


def test_agreements_without_versions() -> None:
    """Agreements that do not speak of each other are no history."""
    reading = versions(FIRST, {**FIRST, "PK": "PK-9", "OPD": "Dinas Lain"})
    assert (len(reading), reading.histories) == (2, ())


def test_two_agreements_with_their_versions() -> None:
    """Each agreement has its own history."""
    reading = versions(
        FIRST, SECOND, {**FIRST, "PK": "B-1", "OPD": "B"}, {**SECOND, "PK": "B-2", "Menggantikan": "B-1", "OPD": "B"}
    )
    assert [[one.code for one in history] for history in reading.histories] == [["PK-1", "PK-2"], ["B-1", "B-2"]]


@pytest.mark.parametrize(
    ("rows", "named"),
    [
        ((FIRST, SECOND, {**SECOND, "PK": "PK-9"}), ("PK-2", "PK-9")),
        (({**FIRST, "Menggantikan": "PK-2", "Alasan": "mutasi"}, SECOND), ("PK-1", "PK-2")),
        ((FIRST, {**SECOND, "Berlaku": "24 Januari 2025"}), ("PK-1", "PK-2")),
        (({**FIRST, "Tanggal": ""}, SECOND), ()),
    ],
    ids=["two in force", "a circle", "too early", "undated"],
)
def test_versions_that_are_no_history(rows: tuple[dict[str, Any], ...], named: tuple[str, ...]) -> None:
    """A chain that cannot be is an error that names both versions; the agreements are read all the same."""
    reading = versions(*rows)
    assert (len(reading), reading.histories) == (len(rows), ())
    assert [one for one in placed(reading) if one[0] == "ROW-VERSIONS"] == [("ROW-VERSIONS", len(rows), "Menggantikan")]
    assert all(code in text for code in named for text in texts(reading, "ROW-VERSIONS"))


def test_a_predecessor_that_is_not_there() -> None:
    """A table may hold the later versions alone; a note says which one is missing."""
    reading = versions(SECOND, THIRD)
    assert placed(reading) == [("ROW-PREDECESSOR", 1, "Menggantikan"), ("ROW-BESIDE", 2, "Menggantikan")]
    assert "PK-2 supersedes PK-1" in texts(reading, "ROW-PREDECESSOR")[1]
    assert reading.histories == ()


def test_a_version_alone_stands_beside_none() -> None:
    """Where the table holds one version, nothing is ranked twice."""
    assert placed(versions(SECOND)) == [("ROW-PREDECESSOR", 1, "Menggantikan")]


def test_an_amendment_without_a_reason() -> None:
    """A word that is no reason, and no reason at all, are found where they stand."""
    assert placed(versions(FIRST, {**SECOND, "Alasan": "koreksi"}))[0] == ("ROW-WORD", 2, "Alasan")
    assert placed(versions(FIRST, {**SECOND, "Alasan": ""}))[1:] == [("AMD-REASON", 2, "Alasan")]


def test_an_agreement_that_supersedes_itself() -> None:
    """What it supersedes is left out and named; the agreement stands."""
    reading = versions({**FIRST, "Menggantikan": "PK-1"})
    assert (len(reading), placed(reading)[0]) == (1, ("ROW-FIELD", 1, "Menggantikan"))


def test_the_versions_in_force() -> None:
    """One version of each agreement counts on a day, none before the first; an agreement of one version always does."""
    lone = {**FIRST, "PK": "B", "OPD": "Lain"}
    reading = versions(FIRST, SECOND, lone)
    days = (date(2025, 1, 24), date(2025, 1, 25), date(2025, 6, 30), date(2025, 7, 1))
    codes = [[agreement.code for agreement, _ in reading.as_of(day)] for day in days]
    assert codes == [["B"], ["PK-1", "B"], ["PK-1", "B"], ["PK-2", "B"]]
    assert reading.as_of(days[3])[0] is reading.pairs[1]
    assert [code for code, _, _ in placed(versions(FIRST, lone))] == []


def test_versions_that_are_no_history_are_all_in_force() -> None:
    """Which of them counts nobody can say."""
    assert len(versions(FIRST, {**SECOND, "Berlaku": "24 Januari 2025"}).as_of(date(2025, 1, 1))) == 2


def test_a_day_is_asked_for() -> None:
    """Text is no day."""
    day: Any = "2025-01-01"
    with pytest.raises(InvalidValueError, match=r"Reading\.as_of\.day"):
        versions(FIRST).as_of(day)


def test_of_agreements_alone() -> None:
    """Agreements that were not read from a table are put in order too."""
    first = example_agreement()
    second = first.amend(code="A", signed_on=date(2025, 9, 1), reason="strategy")
    third = second.amend(code="B", signed_on=date(2025, 10, 1), reason="strategy")
    assert [history.versions for history in chained([third, first, second])] == [(first, second, third)]
    assert chained([]) == ()


def test_one_code_in_two_offices() -> None:
    """Each office's amendment takes the place of its own agreement, though both are called PK-1."""
    other = {"OPD": "Dinas Lain"}
    reading = versions(FIRST, SECOND, {**FIRST, **other}, {**SECOND, **other, "PK": "PK-3"}, {**FIRST, "OPD": "Ketiga"})
    codes = [(one.code, one.first_party.office) for one, _ in reading.as_of(date(2025, 12, 31))]
    assert codes == [("PK-2", "Dinas Sosial"), ("PK-3", "Dinas Lain"), ("PK-1", "Ketiga")]
    assert [[one.code for one in history] for history in reading.histories] == [["PK-1", "PK-2"], ["PK-1", "PK-3"]]


def test_a_bad_row_of_an_office_hands_its_amendment_to_no_other() -> None:
    """Where the own predecessor could not be read, another office's agreement of that code stands."""
    other = {"OPD": "Dinas Lain"}
    reading = versions(FIRST, {**FIRST, **other, "Target": "x y"}, {**SECOND, **other, "PK": "PK-3"})
    codes = [(one.code, one.first_party.office) for one, _ in reading.as_of(date(2025, 12, 31))]
    assert codes == [("PK-1", "Dinas Sosial"), ("PK-3", "Dinas Lain")]
    assert reading.histories == ()
    assert ("ROW-PREDECESSOR-ELSEWHERE", 3, "Menggantikan") in placed(reading)
    assert "PK-3 supersedes PK-1, but what has that code" in texts(reading, "ROW-PREDECESSOR-ELSEWHERE")[1]


def test_a_note_stands_in_the_row_that_names_the_predecessor() -> None:
    """The first row of an agreement may leave it to another one to say what is superseded."""
    reading = versions({**SECOND, "Menggantikan": ""}, {**SECOND, "Kode": "2"})
    assert placed(reading) == [("ROW-PREDECESSOR", 2, "Menggantikan")]
