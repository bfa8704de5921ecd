"""What was gathered becomes agreements."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from sakip import Agreement, Echelon, Indicator, Objective, Party, Place, Target
from sakip.model.rows.assembling import OBJECTIVE, POSITION, RULES, assembled
from tests.model.rows.making import COLUMNS, LONG, drafts, found, placed, read, row, table, texts

WHO = {
    **COLUMNS,
    "agreement": "PK",
    "position": "Jabatan",
    "echelon": "Eselon",
    "official": "Nama",
    "second_position": "Atasan",
    "second_office": "Kantor Atasan",
    "second_echelon": "Eselon Atasan",
    "signed_on": "Tanggal",
    "objective": "Sasaran",
    "objective_code": "Kode Sasaran",
    "weight": "Bobot",
    "baseline": "Awal",
}


def who(**cells: object) -> dict[str, object]:
    """A row with every column of parties and objectives, blank but for these."""
    return {**dict.fromkeys(WHO.values(), ""), **row(**cells)}


def test_rules_have_codes_of_their_own() -> None:
    """What is found in an agreement's rows is told apart by its code."""
    codes = [rule.code for rule in RULES]
    assert len(set(codes)) == len(codes)
    assert assembled({}) == ([], [])


def test_everything_that_a_row_can_say() -> None:
    """Parties, objectives, weights and the day of signature come from their columns."""
    cells: dict[str, Any] = {
        "PK": "PK-7",
        "Jabatan": "Kepala Dinas",
        "Eselon": "Es. II/b",
        "Nama": "Budi",
        "Atasan": "Bupati",
        "Tanggal": "5 Maret 2025",
        "Sasaran": "Layanan meningkat",
        "Kode_Sasaran": "S1",
        "Bobot": "40",
        "Awal": "10",
    }
    reading = read([who(**cells), who(Kode="2", **{**cells, "Sasaran": "Lain", "Kode_Sasaran": "S2"})], WHO)

    def indicator(code: str) -> Indicator:
        return Indicator(code, "Keluarga terlayani", unit="keluarga", polarity="maximize")

    assert reading.agreements == (
        Agreement(
            "PK-7",
            year=2025,
            first_party=Party("Kepala Dinas", office="Dinas Sosial", echelon=Echelon("II.b"), official="Budi"),
            second_party=Party("Bupati"),
            signed_on=date(2025, 3, 5),
            objectives=[
                Objective("Layanan meningkat", [Target(indicator("IKU-1"), 95, weight=40, baseline=10)], code="S1"),
                Objective("Lain", [Target(indicator("2"), 95, weight=40, baseline=10)], code="S2"),
            ],
        ),
    )
    assert placed(reading) == []


@pytest.mark.parametrize(
    ("cells", "code", "position"),
    [
        ({"OPD": "Dinas", "Jabatan": "Kepala"}, "PK-2025-Dinas-Kepala", "Kepala"),
        ({"OPD": "Dinas"}, "PK-2025-Dinas", "Dinas"),
        ({"OPD": "", "Jabatan": "Bupati"}, "PK-2025-Bupati", "Bupati"),
        ({"OPD": ""}, "PK-2025", POSITION),
        ({"OPD": "Dinas", "PK": "A"}, "A", "Dinas"),
    ],
    ids=str,
)
def test_what_stands_for_what_is_not_said(cells: dict[str, Any], code: str, position: str) -> None:
    """An agreement without a code or a position has one of its own making, which a note names."""
    reading = read([{**who(), **cells}], WHO)
    (agreement,) = reading.agreements
    assert (agreement.code, agreement.first_party.position) == (code, position)
    assert agreement.objectives[0].name == OBJECTIVE
    absent = [one.text("en") for one in reading.report if one.code == "ROW-ABSENT"]
    assert any("Objective is not named (agreements: 1)" in text for text in absent)
    assert any("Position" in text for text in absent) == ("Jabatan" not in cells)


def test_the_second_party() -> None:
    """Its office stands for its position; without either there is none."""
    assert read([who(Atasan="Bupati", Eselon_Atasan="I.a")], WHO).agreements[0].second_party == Party(
        "Bupati", echelon=Echelon("I.a")
    )
    second = read([who(Kantor_Atasan="Sekretariat")], WHO).agreements[0].second_party
    assert second == Party("Sekretariat", office="Sekretariat")
    assert read([who()], WHO).agreements[0].second_party is None


class TestDiffering:
    """Rows of one agreement that say different things of its parties."""

    def test_the_first_that_says_it(self) -> None:
        """Merged cells stand in the first row or in any other; each field is taken where it is first filled."""
        reading = read([who(Nama=""), who(Kode="2", Nama="Budi"), who(Kode="3", Nama="")], WHO)
        assert reading.agreements[0].first_party.official == "Budi"
        assert placed(reading) == []

    def test_two_things(self) -> None:
        """Neither holds, whichever comes first, and one finding for each field says which row differs."""
        days = ["5 Maret 2025", "6 Maret 2025", "7 Maret 2025"]
        reading = read([who(Kode=str(at), Tanggal=day, Eselon="II.b") for at, day in enumerate(days)], WHO)
        assert reading.agreements[0].signed_on is None
        assert reading.agreements[0].first_party.echelon == Echelon("II.b")
        assert [one for one in placed(reading) if one[0] == "ROW-DIFFER"] == [("ROW-DIFFER", 2, "Tanggal")]
        assert "is 6 March 2025 here but 5 March 2025 in row 1" in texts(reading, "ROW-DIFFER")[1]

    def test_two_superiors(self) -> None:
        """What is said of a superior is nobody's once the rows name two of them."""
        rows = [who(Atasan="Bupati", Eselon_Atasan="I.a"), who(Kode="2", Atasan="Sekretaris")]
        for each in (rows, rows[::-1]):
            reading = read(each, WHO)
            assert reading.agreements[0].second_party is None
            assert ("ROW-DIFFER", 2, "Atasan") in placed(reading)
        apart = read([who(Atasan="Bupati", Eselon_Atasan="I.a"), who(Kode="2", Eselon_Atasan="II.a")], WHO)
        assert apart.agreements[0].second_party == Party("Bupati")

    def test_names_of_persons_stay_where_they_are(self) -> None:
        """A report is passed around, so it names no officials."""
        reading = read([who(Nama="Budi"), who(Kode="2", Nama="Ani")], WHO)
        assert placed(reading) == [("ROW-DIFFER", 2, "Nama")]
        assert not any(name in repr(reading.report) + reading.report.text() for name in ("Budi", "Ani"))


class TestLeftOut:
    """An indicator or an agreement that cannot be."""

    def test_every_row_of_an_indicator_is_named(self) -> None:
        """The row with the fault is found by it, and each other row of the indicator by that row."""
        columns = {**LONG, "trajectory": "T"}
        reading = read(
            [row(Periode="TW I", T="1"), row(Periode="Semester 1", T="2"), row(Kode="2", Periode="TW I")], columns
        )
        assert [one for one in placed(reading) if one[0].startswith("ROW")] == [
            ("ROW-FIELD", 1, "T"),
            ("ROW-TOGETHER", 2, "Indikator"),
            ("ROW-SHORT", 3, None),
        ]
        assert (reading.used, reading.left_out) == ((3,), (1, 2))

    def test_rows_of_a_second_table_too(self) -> None:
        """What was delivered for it is named in its own table."""
        reading = read(
            [row(Bobot="0", Realisasi="")],
            {**COLUMNS, "weight": "Bobot"},
            realizations=[{"Kode": "IKU-1", "Realisasi": "1"}],
        )
        assert [(one.code, one.place.table) for one in found(reading) if one.place] == [
            ("ROW-FIELD", "rows"),
            ("ROW-TOGETHER", "realizations"),
        ]
        assert reading.pairs == ()

    def test_an_agreement_that_cannot_be(self) -> None:
        """Names that are too long together leave out every row of the agreement, each named."""
        long = "x" * 3000
        reading = read([who(OPD=long, Jabatan=long), who(Kode="2", OPD=long, Jabatan=long), who(Kode="3")], WHO)
        assert placed(reading)[:2] == [("ROW-FIELD", 1, "PK"), ("ROW-TOGETHER", 2, "PK")]
        assert reading.used == (3,)

    def test_a_field_of_an_agreement_that_cannot_be(self) -> None:
        """It is named where it stands and left out alone, and what an agreement is without it stands."""
        columns = {**WHO, "supersedes": "Menggantikan"}
        rows = [who(PK="PK-1", Kode=str(at), Menggantikan="PK-1" if at == 2 else "") for at in (1, 2, 3)]
        reading = read(rows, columns)
        assert placed(reading) == [("ROW-FIELD", 2, "Menggantikan")]
        assert (reading.used, reading.agreements[0].supersedes) == ((1, 2, 3), None)

    def test_a_weight_of_zero(self) -> None:
        """What a target cannot have is found at its own column."""
        assert placed(read([who(Bobot="0")], WHO)) == [("ROW-FIELD", 1, "Bobot")]
        assert placed(read([who(Bobot="0,000001")], WHO, convention="id")) == []


def test_one_code_of_two_agreements() -> None:
    """A code whose rows differ in the office names two agreements, and the second says so."""
    reading = read([who(PK="PK-1"), who(PK="PK-1", Kode="2"), who(PK="PK-1", OPD="", Kode="3")], WHO)
    assert placed(reading) == [("ROW-SPLIT", 3, "PK")]
    assert "The agreement PK-1 already stands in row 1" in texts(reading, "ROW-SPLIT")[1]
    assert len(reading.agreements) == 2


def test_offices_that_differ_in_their_spelling() -> None:
    """A capital, a blank or a full stop makes two offices, which a warning names once each."""
    rows = [who(), who(OPD="DINAS SOSIAL"), who(OPD="Dinas  Sosial.", Kode="2"), who(OPD="Dinas Sosial 2")]
    reading = read([*rows, who(OPD="DINAS SOSIAL", Jabatan="Kabid")], WHO)
    assert placed(reading) == [("ROW-ALIKE", 2, "OPD"), ("ROW-ALIKE", 3, "OPD")]
    assert "'DINAS SOSIAL' is only another spelling of 'Dinas Sosial' in row 1" in texts(reading, "ROW-ALIKE")[1]


def test_a_draft_knows_where_it_comes_from() -> None:
    """Rows, first rows and columns are kept beside the agreement."""
    (draft,) = drafts([row(Periode="TW I"), row(Periode="TW II")], table(LONG))
    assert draft.rows == {1, 2}
    assert {code: entry.number for code, entry in draft.promised.items()} == {"IKU-1": 1}
    assert [(one.realization.value, one.entry.number, one.column) for one in draft.delivered] == [
        (Decimal(90), 1, "Realisasi"),
        (Decimal(90), 2, "Realisasi"),
    ]


class TestShort:
    """An agreement beside whose rows there are others of its office that cannot be used."""

    @pytest.mark.parametrize("bad", [{"Target": "x"}, {"Jenis": ""}, {"Kode": "3", "Target": "lima"}], ids=str)
    def test_it_says_so(self, bad: dict[str, object]) -> None:
        """What is missing from a total that looks final is said once, for the agreement, at its first row."""
        reading = read([row(Kode="2"), {**row(), **bad}, row(Kode="3", Target=""), row(OPD="Lain")])
        (short,) = (one for one in reading.report if one.code == "ROW-SHORT")
        assert (short.severity, short.place) == ("warning", Place(1, None, "PK-2025-Dinas Sosial"))
        assert short.text("id") == (
            "PK-2025-Dinas Sosial dibuat tanpa baris yang tidak dapat dipakai (2, 3); nilai dan peringkatnya tidak"
            " memuat baris itu"
        )
        assert "(rows: 2, 3)" in short.text("en")

    def test_the_rows_are_kept_with_their_agreement(self) -> None:
        """For a ranking: the rows of each short agreement, and last those of which no agreement was made."""
        rows = [
            row(),
            row(Kode="2", Target="x"),
            row(OPD="Lain", Target=""),
            row(OPD="Utuh"),
            row(OPD="Kosong", Jenis=""),
        ]
        reading = read(rows)
        assert [(one and one.code, numbers) for one, numbers in reading.lost] == [
            ("PK-2025-Dinas Sosial", (2,)),
            (None, (3, 5)),
        ]
        assert read([row()]).lost == ()

    def test_what_is_no_row_of_it(self) -> None:
        """Nothing is short where every row is used, where another office is faulty, or where nothing is left."""
        for rows in (
            [row(), row(Kode="2")],
            [row(), row()],
            [row(), row(OPD="Lain", Target="x")],
            [row(Target="x")],
            [row(), {}],
        ):
            assert "ROW-SHORT" not in read(rows).report.codes()

    @pytest.mark.parametrize(("count", "shown"), [(10, "10, 11"), (11, "10, 11, and 1 more")])
    def test_many_rows(self, count: int, shown: str) -> None:
        """Ten rows are named and the others counted."""
        reading = read([row(), *(row(Kode=f"B{at}", Target="x") for at in range(count))])
        assert f"{shown})" in texts(reading, "ROW-SHORT")[1]
