"""The cells of one field become values, each for itself."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from sakip import (
    BPK_OPINIONS,
    AwaitingRelease,
    Components,
    Echelon,
    Level,
    NotApplicable,
    NotReported,
    Period,
    Range,
)
from sakip.model.rows.columns import RULES, read_column
from tests.model.rows.making import COLUMNS, FIELDS, read, row, texts, values

TEXTS = ("office", "indicator", "code", "objective", "kind")
LINES = ("operational_definition", "formula", "obstacle", "driver", "remedy")


class Word(str):
    """Text of another class, as some readers of spreadsheets give it."""

    __slots__ = ()


def test_rules_have_codes_of_their_own() -> None:
    """What a column finds is told apart by its code."""
    assert [rule.code for rule in RULES] == ["ROW-WORD", "ROW-MEANING", "ROW-NUMBER", "ROW-FIELD"]


@pytest.mark.parametrize("name", [*TEXTS, *LINES, "polarity", "period", "signed_on", "echelon", "scale", "year"])
@pytest.mark.parametrize("blank", [None, "", " \u00a0", float("nan"), Decimal("NaN")], ids=str)
def test_blank_cells_say_nothing(name: str, blank: object) -> None:
    """Whatever the field, a blank cell has no value and no fault."""
    assert values(name, blank) == [None]


class TestText:
    """Names and codes: one line, as a person reads it."""

    @pytest.mark.parametrize("name", TEXTS)
    @pytest.mark.parametrize(
        ("cell", "value"),
        [
            ("  Dinas\u00a0\nSosial ", "Dinas Sosial"),
            (Word("A"), "A"),
            (7, "7"),
            (Decimal("1.50"), "1.5"),
            (Decimal("1E+3"), "1000"),
            ("x" * 4000, "x" * 4000),
            ("+5", "+5"),
            ("# 1", "# 1"),
            ("<b>", "<b>"),
        ],
        ids=range(9),
    )
    def test_read(self, name: str, cell: object, value: str) -> None:
        """Blanks are squeezed, whole and decimal numbers are written out, markup stays text."""
        assert values(name, cell) == [value]

    @pytest.mark.parametrize("name", TEXTS)
    @pytest.mark.parametrize(
        ("cell", "code"),
        [
            ("x" * 4001, "ROW-FIELD"),
            ("x" * 10**6, "ROW-FIELD"),
            ("a\x00b", "ROW-FIELD"),
            ("a\u202eb", "ROW-FIELD"),
            ("=A1*2", "CELL-FORMULA"),
            ("@SUM(A1)", "CELL-FORMULA"),
            ("#REF!", "CELL-ERROR"),
            ("#N/A", "CELL-ERROR"),
            (1.0, "CELL-FLOAT"),
            (True, "CELL-KIND"),
            (b"a", "CELL-KIND"),
            (["a"], "CELL-KIND"),
            (10**5000, "CELL-TOO-LARGE"),
        ],
        ids=range(13),
    )
    def test_faults(self, name: str, cell: object, code: str) -> None:
        """What cannot be read or printed is a fault of its cell."""
        assert values(name, cell) == [code]

    def test_floats_of_spreadsheets(self) -> None:
        """A code that a data frame turned into a float is read where floats are."""
        assert values("code", 12.0, 1.5, floats="shortest") == ["12", "1.5"]
        assert values("code", float("inf"), floats="shortest") == ["CELL-TOO-LARGE"]

    def test_equal_cells_are_one_text(self) -> None:
        """The office that every row repeats is kept once."""
        office = "Dinas"
        one, other = values("office", f"{office} A", f"{office} A")
        assert one is other

    @pytest.mark.parametrize("name", LINES)
    def test_lines(self, name: str) -> None:
        """A definition may run over several lines, and has a limit too."""
        assert values(name, " a\r\nb\n", "x" * 4000, "x" * 4001, "a\x00", [1], 5) == [
            "a\nb",
            "x" * 4000,
            "ROW-FIELD",
            "ROW-FIELD",
            "CELL-KIND",
            "5",
        ]


class TestWords:
    """Words out of a closed list, in the words of the field."""

    @pytest.mark.parametrize(
        ("name", "cell", "value"),
        [
            ("polarity", "Positif", "maximize"),
            ("polarity", "Semakin rendah, semakin baik", "minimize"),
            ("polarity", " stabilize ", "stabilize"),
            ("consolidation", "last_progress", "last_progress"),
            ("consolidation", "Rata-rata", "average"),
            ("measure", "flow", "flow"),
            ("level", "outcome", "outcome"),
            ("status", "Terverifikasi", "verified"),
        ],
    )
    def test_known(self, name: str, cell: str, value: str) -> None:
        """What everybody means the same by is read."""
        assert values(name, cell) == [value]

    @pytest.mark.parametrize(
        ("name", "cell"),
        [
            ("polarity", "naik"),
            ("polarity", 5),
            ("polarity", ["positif"]),
            ("polarity", True),
            ("polarity", "p" * 10**6),
            ("measure", "rasio"),
            ("level", "dampak"),
            ("status", "sementara"),
            ("consolidation", "lain"),
        ],
        ids=range(9),
    )
    def test_unknown(self, name: str, cell: object) -> None:
        """Any other word is a fault that names those there are."""
        assert values(name, cell) == ["ROW-WORD"]

    def test_words_with_two_meanings(self) -> None:
        """Kumulatif means two things, and the fault names both and the way to choose."""
        assert values("consolidation", "Kumulatif", "non kumulatif") == ["ROW-MEANING"] * 2
        reading = read([row(K="Kumulatif")], {**COLUMNS, "consolidation": "K"})
        indonesian, english = texts(reading, "ROW-MEANING")
        assert "sum atau last_progress" in indonesian
        assert english.endswith("through values={'consolidation': {'Kumulatif': 'sum'}}")
        chosen = {"consolidation": {"Kumulatif": "sum"}}
        chosen_reading = read([row(K="Kumulatif")], {**COLUMNS, "consolidation": "K"}, values=chosen)
        assert chosen_reading.agreements[0].targets[0].indicator.consolidation == "sum"

    def test_the_way_out_is_in_the_words_of_the_field(self) -> None:
        """A direction is offered with the Indonesian word that is read as it."""
        indonesian, english = texts(read([row(Jenis="naik")]), "ROW-WORD")
        assert "'naik' tidak dikenal untuk Polaritas; pilih maximize (positif), minimize (negatif)" in indonesian
        assert "is not known for Polarity; choose maximize (positif)" in english


@pytest.mark.parametrize(
    ("cell", "unit", "value"),
    [
        ("1,5 M", None, "CELL-MAGNITUDE"),
        ("1,5 M", "rupiah", "CELL-MAGNITUDE"),
        ("1,5 M", "meter", "CELL-MAGNITUDE"),
        ("1,5 M", "M", Decimal("1.5")),
        ("2,5K", "K", Decimal("2.5")),
        ("5 T", "orang", "CELL-MAGNITUDE"),
        ("5 m", "meter", Decimal(5)),
        ("1 - 2 M", "M", Range(1, 2)),
        ("1 - 2 M", "meter", "CELL-MAGNITUDE"),
        ("80 - 90 juta", None, "CELL-MAGNITUDE"),
        ("80 - 90 juta", "juta", Range(80, 90)),
    ],
)
def test_a_magnitude_is_read_where_the_unit_is_that_word(cell: str, unit: str | None, value: object) -> None:
    """A number of millions is one only where the indicator counts in them."""
    assert values("target", cell, units=[unit]) == [value]


class TestNumbers:
    """Fields that hold one number."""

    @pytest.mark.parametrize("name", ["weight", "baseline", "target_low", "trajectory", "numerator"])
    @pytest.mark.parametrize(
        ("cell", "value"),
        [
            ("12,5", Decimal("12.5")),
            ("2 dok", Decimal(2)),
            (5, Decimal(5)),
            ("", None),
            ("WTP", "ROW-NUMBER"),
            ("-", "ROW-NUMBER"),
            ("80 - 90", "ROW-NUMBER"),
            ("2025-03-05", "ROW-NUMBER"),
            (date(2025, 3, 5), "ROW-NUMBER"),
            (NotReported(), "ROW-NUMBER"),
            (2.5, "CELL-FLOAT"),
            ("5 juta buku", "CELL-MAGNITUDE"),
        ],
        ids=range(12),
    )
    def test_one_number(self, name: str, cell: object, value: object) -> None:
        """A word, a range, a date or a state is no number of such a field."""
        assert values(name, cell) == [value]

    @pytest.mark.parametrize(
        ("cell", "value"),
        [
            ("80 - 90", Range(80, 90)),
            ("80 - 80", Decimal(80)),
            ("90 - 80", "CELL-RANGE-SWAPPED"),
            ("WTP", Level("WTP")),
            ("31 Desember 2025", date(2025, 12, 31)),
            ("95", Decimal(95)),
            (Level("A"), Level("A")),
            (Range(1, 2), Range(1, 2)),
            ("", None),
        ],
        ids=range(9),
    )
    def test_targets(self, cell: object, value: object) -> None:
        """A target is a number, a range, a level or a date."""
        assert values("target", cell) == [value]

    @pytest.mark.parametrize(
        "state", [NotReported(), NotApplicable("x"), AwaitingRelease("BPS"), Components(1, 2, per=100), Level("A")]
    )
    def test_states_are_kept(self, state: Any) -> None:
        """What the caller states through values or overrides is a value already."""
        assert values("realization", state) == [state]
        assert values("year_realization", state) == [state]

    def test_a_realization_is_no_range(self) -> None:
        """What was measured is one number; bounds that are equal are one bound twice."""
        assert values("realization", "80 - 90", "80") == ["ROW-NUMBER", Decimal(80)]

    @pytest.mark.parametrize(
        ("unit", "value"),
        [("juta buku", Decimal(5)), ("jt buku", Decimal(5)), ("buku", "CELL-MAGNITUDE"), (None, "CELL-MAGNITUDE")],
    )
    def test_magnitudes_of_the_declared_unit(self, unit: str | None, value: object) -> None:
        """Five million books are 5 where the unit is a million books, and nothing where it is not."""
        assert values("target", "5 juta buku", units=[unit]) == [value]

    def test_the_column_decides(self) -> None:
        """An unclear number is read as its column is written, and the words behind it are kept."""
        of = next(one for one in FIELDS if one.name == "target")
        found = read_column(of, ["1.250 orang", "98,5 %", ""], [None] * 3)
        assert found.values == [Decimal(1250), Decimal("98.5"), None]
        assert (found.units, found.convention, found.evidence) == (["orang", "%", None], "id", ("98,5",))
        plain = read_column(of, ["1.250"], [None], "plain")
        assert (plain.values, plain.convention) == ([Decimal("1.25")], "plain")


@pytest.mark.parametrize(
    ("name", "cell", "value"),
    [
        ("year", "2025", 2025),
        ("year", 2025, 2025),
        ("year", "1945", 1945),
        ("year", "9998", 9998),
        ("year", "1944", "ROW-FIELD"),
        ("year", "9999", "ROW-FIELD"),
        ("year", "TA 2025", "ROW-NUMBER"),
        ("year", "2025.0", "ROW-NUMBER"),
        ("year", "\u0662\u0660\u0662\u0665", "ROW-NUMBER"),
        ("year", "0" * 9 + "1", "ROW-NUMBER"),
        ("year", True, "ROW-NUMBER"),
        ("year", [2025], "ROW-NUMBER"),
        ("year", 2025.0, "CELL-FLOAT"),
        ("decimals", "0", 0),
        ("decimals", "6", 6),
        ("decimals", "7", "ROW-FIELD"),
        ("period", "TW I", "TW I"),
        ("period", 5, "5"),
        ("period", Period.quarter(2025, 1), Period.quarter(2025, 1)),
        ("period", ["TW I"], "CELL-KIND"),
        ("signed_on", "5 Maret 2025", date(2025, 3, 5)),
        ("signed_on", "2025-03-05", date(2025, 3, 5)),
        ("signed_on", date(2025, 3, 5), date(2025, 3, 5)),
        ("signed_on", datetime(2025, 3, 5, 8, tzinfo=UTC), date(2025, 3, 5)),
        ("signed_on", "1945-01-01", date(1945, 1, 1)),
        ("signed_on", "1944-12-31", "ROW-FIELD"),
        ("signed_on", date(9998, 12, 31), date(9998, 12, 31)),
        ("signed_on", date(9999, 1, 1), "ROW-FIELD"),
        ("signed_on", "31 Desember 9999", "ROW-FIELD"),
        ("signed_on", datetime(9999, 12, 31, 8, tzinfo=UTC), "ROW-FIELD"),
        ("signed_on", "3/5/2025", "CELL-DATE"),
        ("signed_on", "kemarin", "ROW-WORD"),
        ("signed_on", 45000, "ROW-WORD"),
        ("signed_on", [1], "CELL-KIND"),
        ("echelon", "II.b", Echelon("II.b")),
        ("echelon", "Es. II/b", Echelon("II.b")),
        ("echelon", Echelon("II.b"), Echelon("II.b")),
        ("echelon", "pejabat", "ROW-WORD"),
        ("echelon", [1], "ROW-WORD"),
        ("scale", BPK_OPINIONS, BPK_OPINIONS),
        ("scale", "WTP", "ROW-WORD"),
        ("evidence", "LHE", ("LHE",)),
        ("evidence", [" LHE ", "SK"], ("LHE", "SK")),
        ("evidence", ("LHE",), ("LHE",)),
        ("evidence", ["LHE", 5], "CELL-KIND"),
        ("evidence", {"LHE"}, "CELL-KIND"),
        ("cites", "J-1; J-2 ;", ("J-1", "J-2")),
        ("cites", ";", ()),
        ("cites", ["J-1", " J-2"], ("J-1", "J-2")),
        ("cites", ["J-1", 5], "CELL-KIND"),
        ("cites", {"J-1"}, "CELL-KIND"),
        ("cites", "=A1;J-2", "CELL-FORMULA"),
        ("evidence", "a\x00", "ROW-FIELD"),
    ],
    ids=range(53),
)
def test_other_kinds(name: str, cell: object, value: object) -> None:
    """Years, periods, dates, levels of office, scales and evidence are read by their own rules, at both sides."""
    assert values(name, cell) == [value]


def test_a_field_is_named_with_what_cannot_be() -> None:
    """The sentence of a refused value begins with the field, in both languages."""
    indonesian, english = texts(read([row(Y="1944")], {**COLUMNS, "year": "Y"}, year=None), "ROW-FIELD")
    assert indonesian.startswith("Tahun anggaran: harus bilangan bulat dari 1945 sampai 9998. Tulis")
    assert english.startswith("Fiscal year: must be a whole number from 1945 to 9998. Write")
