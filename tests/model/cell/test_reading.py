"""One cell, whoever typed it."""

import pickle
from collections import Counter
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from itertools import chain

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sakip import Report
from sakip.model.cell.reading import Cell, read_cell
from tests.conformance.published import TABLES

FORTY_WORDS = "realisasi " * 40


def parts(value: object) -> tuple[object, ...]:
    """Kind, text, unit and upper bound of a cell, as far as it has them."""
    cell = read_cell(value)
    found = (cell.kind, cell.text, cell.unit, cell.high)
    while found[-1] in {"", None}:
        found = found[:-1]
    return found


def code(value: object) -> str | None:
    """The code of what is wrong with a cell."""
    cell = read_cell(value)
    assert (cell.kind == "odd") == (cell.fault is not None)
    return cell.fault and cell.fault.code


class NAType:
    """As the missing value of a data frame."""


@pytest.mark.parametrize(
    "value",
    [
        None,
        "",
        " ",
        "\t\n",
        "\xa0",
        "\u2003\u200b",
        " " * 4000,
        float("nan"),
        Decimal("NaN"),
        Decimal("sNaN"),
        NAType(),
    ],
)
def test_blank(value: object) -> None:
    """Nothing, blanks of any kind and NaN say nothing, and are no zero."""
    assert read_cell(value) == Cell("blank")


@pytest.mark.parametrize(
    ("text", "printed", "unit"),
    [
        ("98,5", "98,5", None),
        (" 98,5\xa0% ", "98,5", "%"),
        ("98,5%", "98,5", "%"),
        ("98,5 (%)", "98,5", "%"),
        ("\u200b98,5\u2060", "98,5", None),
        ("-24,65", "-24,65", None),
        ("2 dok", "2", "dok"),
        ("2\ndok.", "2", "dok."),
        ("4,47 persen", "4,47", "persen"),
        ("1.250 keluarga", "1.250", "keluarga"),
        ("27 Kab/Kota", "27", "Kab/Kota"),
        ("5 /bulan", "5", "/bulan"),
        ("5 % per tahun", "5", "% per tahun"),
        ("5 SD", "5", "SD"),
        ("5 foto", "5", "foto"),
        ("12,5 km2", "12,5", "km2"),
        ("36 \u00b0C", "36", "\u00b0C"),
        ("5\u2030", "5", "\u2030"),
        ("110 per 100.000 KH", "110", "per 100.000 KH"),
        ("9 per 1000 penduduk", "9", "per 1000 penduduk"),
        ("Rp 1.250.000,-", "1.250.000,-", "Rp"),
        ("Rp. 5.000", "5.000", "Rp"),
        ("RP5.000,00", "5.000,00", "Rp"),
        ("-Rp 5.000", "-5.000", "Rp"),
        ("Rp -5.000", "-5.000", "Rp"),
        ("Rp 5.000 per orang", "5.000", "Rp per orang"),
        ("5 (lima) dokumen", "5", "dokumen"),
        ("5 dokumen (lima dokumen)", "5", "dokumen"),
        ("100% (seratus persen)", "100", "%"),
        ("1.000.000 (satu juta)", "1.000.000", None),
    ],
)
def test_number(text: str, printed: str, unit: str | None) -> None:
    """A number stands apart from its unit, and stays as it is printed."""
    assert read_cell(text) == Cell("number", printed, unit)
    assert read_cell(text).undecided


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("80 - 90%", "80", "90", "%"),
        ("80% - 90%", "80", "90", "%"),
        ("80% - 90", "80", "90", "%"),
        ("72.78 - 72.95", "72.78", "72.95", None),
        ("80-90", "80", "90", None),
        ("2.000\u20132.500", "2.000", "2.500", None),
        ("80 s.d. 90", "80", "90", None),
        ("80 s/d 90", "80", "90", None),
        ("80 sd 90", "80", "90", None),
        ("80 sampai dengan 90 persen", "80", "90", "persen"),
        ("80 hingga 90", "80", "90", None),
        ("5 hari - 7 hari", "5", "7", "hari"),
        ("-5 - 10", "-5", "10", None),
        ("-5 - -3", "-5", "-3", None),
        ("Rp 1.000,- - Rp 2.000,-", "1.000,-", "2.000,-", "Rp"),
    ],
)
def test_range(text: str, low: str, high: str, unit: str | None) -> None:
    """Two bounds with one unit are a range."""
    assert read_cell(text) == Cell("range", low, unit, high)
    assert not read_cell(text).undecided


@pytest.mark.parametrize(
    "text",
    [
        "WTP",
        "A",
        "A-",
        "B+",
        "Level 3",
        "Level 3 Plus",
        "Peringkat 5",
        "TW I",
        "-",
        "\u2014",
        "n/a",
        "N/A",
        "**)",
        "Rp -",
    ],
)
def test_word(text: str) -> None:
    """A level, a grade or a mark is a word; what it means is for others to say."""
    assert read_cell(f" {text} ") == Cell("word", text)


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("31 Desember 2025", date(2025, 12, 31)),
        ("5 Nop. 2025", date(2025, 11, 5)),
        ("5-Agt-2025", date(2025, 8, 5)),
        ("2025-03-05", date(2025, 3, 5)),
        ("2025-03-05 00:00:00", date(2025, 3, 5)),
        (date(2025, 3, 5), date(2025, 3, 5)),
        (datetime(2025, 3, 5, 10, 20), date(2025, 3, 5)),  # noqa: DTZ001 - as a spreadsheet gives it
    ],
)
def test_date(value: object, day: date) -> None:
    """A date has one reading."""
    cell = read_cell(value)
    assert cell == Cell("date", day=day)
    assert type(cell.day) is date


@pytest.mark.parametrize(
    ("value", "number"),
    [(5, "5"), (-(10**18) + 1, "-999999999999999999"), (Decimal("98.50"), "98.5"), (Decimal("-0.0"), "0")],
)
def test_exact_numbers(value: object, number: str) -> None:
    """An int or a Decimal has its value at once, in its one written form."""
    cell = read_cell(value)
    assert (cell.kind, str(cell.number), cell.undecided) == ("number", number, False)


def test_text_of_a_subclass_is_read_as_text() -> None:
    """Data frames and enumerations give subclasses of str; their text counts."""

    class Answer(StrEnum):
        GOOD = "98,5 %"

    assert read_cell(Answer.GOOD) == Cell("number", "98,5", "%")
    assert type(read_cell(Answer.GOOD).text) is str


ODD = {
    "CELL-MAGNITUDE": [
        "5 juta buku",
        "2,5 ribu",
        "5juta",
        "Rp. 3,5 milyar",
        "Rp 5 M",
        "1,2 triliun",
        "5 jt",
        "3 million",
        "Rp 5 m",
        "1,5 M",
        "2,5K",
        "2,5k",
        "5 T",
        "5 M. ",
        "2 M rupiah",
        "1 - 2 M",
        "80 - 90 juta",
    ],
    "CELL-FRACTION": ["100 dari 110", "100 orang dari 110 orang", "3/5", "3 / 5 dok", "1:30", "90 per 110", "24/7"],
    "CELL-SEVERAL": [
        "140 Kelompok (1400 orang)",
        "7 UPP, 14 Kab/Kota",
        "A (81,50)",
        "BB(78,84)",
        "Nilai 81,5",
        "Tercapai 100%",
        "Kurang (40)",
        "2 bulan 5 hari",
        "5 orang - 7 kelompok",
        "10 - 12 Maret 2025",
        "3x5",
        "0x1F",
    ],
    "CELL-REMARK": ["38% (Evaluasi Semester I)", "5 (enam) dokumen", "5 dokumen (sementara)", "80 - 90 (sementara)"],
    "CELL-COMPARISON": [
        "\u2265 80",
        "<= 5",
        "> 3",
        "<5%",
        "\u00b180",
        "minimal 80%",
        "maks. 5 hari",
        "Maksimal 5",
        "paling lambat 5 hari",
        "kurang dari 5",
        "di atas 80",
        "s.d. 90",
        "80 ke atas",
        "80 atau lebih",
        "80+",
        "sekitar 5",
    ],
    "CELL-DATE": ["05/03/2025", "31 Desember", "30 Februari 2025", "5 Mei 25", "2025-02-30", "5-3-2025"],
    "CELL-ERROR": ["#DIV/0!", "#REF!", "#N/A", "#NAME?", "#VALUE!", "####", "Err:502", "#n/a"],
    "CELL-FORMULA": ["=A1*2", "=80", "+A1", "@SUM(A1)", '=HYPERLINK("x")'],
    "CELL-CONTROL": ["5\x0bdok", "\x00", "\u202e5", "\ufeff5", "merah \x1b[31m", "\ud800"],
    "CELL-LONG": ["x" * 201, FORTY_WORDS, " " * 4001, "." * 10**6, "1" * 10**6, "=" * 10**6, "(" * 10**6, " 1" * 10**6],
    "CELL-KIND": [True, b"5", [1], {}, object(), 5j],
    "CELL-FLOAT": [98.5, float("inf")],
    "CELL-TOO-LARGE": [10**18, 10**5000, Decimal("1e-7"), Decimal("Infinity"), Decimal("1e999999")],
    "CELL-NUMBER": [
        "1 234,5",
        "1'234",
        "5.",
        ".5",
        "+5",
        "(5)",
        "--5",
        "-Rp -5",
        "- 5",
        "5+5",
        "1e5",
        "1E-07",
        "5 *)",
        "5%%",
        "95 %-",
        "95 % -",
        "80 %<",
        "80 %=",
        "5 %% orang",
        "5-an",
        "\u0663\u0665",
        "\uff19\uff18",
        "\u00bd",
        "5\u00bd",
        "<b>5</b>",
        "5<br>",
        "<script>alert(1)</script>",
    ],
}


@pytest.mark.parametrize("expected", ODD)
def test_odd(expected: str) -> None:
    """What is no single number, date or word has a fault that says why."""
    assert [code(value) for value in ODD[expected]] == [expected] * len(ODD[expected])


def test_both_sides_of_the_length() -> None:
    """Two hundred characters are read, blanks around them not counted; one more is too long."""
    assert read_cell("x" * 200).kind == "word"
    assert read_cell(f"{' ' * 1000}98,5{' ' * 1000}") == Cell("number", "98,5")
    assert code("x" * 201) == "CELL-LONG"


def test_a_magnitude_keeps_its_number_and_unit() -> None:
    """An indicator may be counted in millions: then the number is good as it stands."""
    assert parts("5 juta buku") == ("odd", "5", "juta buku")
    assert parts("Rp 3,5 miliar") == ("odd", "3,5", "Rp miliar")
    assert parts("5 juta (sementara)") == ("odd", "5", "juta")
    assert parts("1 - 2 M") == ("odd", "1", "M", "2")


@pytest.mark.parametrize("text", ["5 juta buku", "80 - 90 juta", "Rp 3,5 miliar"])
def test_the_fault_shows_the_cell(text: str) -> None:
    """Whatever is read of it, the sentence repeats the cell as it stands."""
    fault = read_cell(text).fault
    assert fault is not None
    assert dict(fault.arguments)["cell"] == text


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("A (80,50)", ("80,50", "A", "")),
        ("BB(78,84)", ("78,84", "BB", "")),
        ("Baik/80", ("80", "Baik", "")),
        ("100 dari 110 Organisasi", ("100", None, "110")),
        ("3/4", ("3", None, "4")),
        ("2 dari 3 dari 4", ("", None, "")),
        ("140 Kelompok (1400 orang)", ("140", "Kelompok", "")),
        ("38% (Evaluasi Semester I)", ("38", "%", "")),
        (">= 90", ("90", None, "")),
        ("minimal 84 poin", ("84", None, "")),
        ("sekitar 80 atau 90", ("", None, "")),
        ("7 UPP, 14 Kab/Kota", ("", None, "")),
        ("BB (78,84) dan A (80,50)", ("", None, "")),
    ],
)
def test_an_odd_cell_keeps_its_one_number(text: str, kept: tuple[str, str | None, str]) -> None:
    """Who may take the number for what was meant finds it; of two numbers that are no proportion none is kept."""
    cell = read_cell(text)
    assert cell.kind == "odd"
    assert (cell.text, cell.unit, cell.high) == kept


@pytest.mark.parametrize("text", ["5 m", "5 t", "80 K/L", "5 Mbps", "7 TK", "5 m2", "5 M3", "5 KK"])
def test_units_that_begin_as_a_magnitude(text: str) -> None:
    """Meters, tons, agencies and households are units."""
    assert read_cell(text).unit == text.partition(" ")[2]


@pytest.mark.parametrize("text", ["95 %", "95 %.", "95 %,", "95%/tahun", "95 % per tahun", "5 %-poin", "5 \u2030"])
def test_what_may_follow_a_percent_sign(text: str) -> None:
    """Its end, or words."""
    assert read_cell(text).kind == "number"


@pytest.mark.parametrize(
    ("value", "number"),
    [
        (98.5, "98.5"),
        (0.1, "0.1"),
        (1e-06, "0.000001"),
        (1e16, "10000000000000000"),
        (123456.789, "123456.789"),
        (-0.0, "0"),
    ],
)
def test_shortest_floats(value: float, number: str) -> None:
    """A float is read by its shortest decimal text, written out."""
    cell = read_cell(value, "shortest")
    assert (cell.kind, str(cell.number)) == ("number", number)


@pytest.mark.parametrize("value", [1e-07, 1e20, 0.1 + 0.2, 200 / 3, float("inf"), float("-inf")])
def test_shortest_floats_that_are_no_typed_number(value: float) -> None:
    """A computed float has more decimals than anybody typed, and is no number to be judged by."""
    cell = read_cell(value, "shortest")
    assert cell.fault is not None
    assert cell.fault.code == "CELL-TOO-LARGE"


def test_a_float_may_not_lie_about_itself() -> None:
    """A subclass of float, such as an array library has, is read by its value, whatever it prints."""

    class Strange(float):
        def __repr__(self) -> str:
            return "np.float64(98.5)"

        __str__ = __repr__

    assert str(read_cell(Strange(98.5), "shortest").number) == "98.5"
    assert read_cell(Strange("nan")).kind == "blank"


@given(st.floats(allow_nan=False, allow_infinity=False, width=32))
def test_floats_are_never_rounded(value: float) -> None:
    """Read by its shortest text, a float gives that number or a fault, never another number."""
    cell = read_cell(value, "shortest")
    assert cell.number is None or float(cell.number) == value


@given(st.one_of(st.text(max_size=210), st.from_regex(r"[-Rp0-9.,()%/ a-z<>=s.d]{0,60}", fullmatch=True)))
@example("1-" * 99)
@example("s.d " * 49)
@example("5 " + "~ " * 98)
@example("1 per 1" + "0." * 90)
@example("paling " + "a1" * 90)
def test_any_text_is_read_inertly(text: str) -> None:
    """Nothing raises, every kind holds what it should, and a fault can be printed in both languages."""
    cell = read_cell(text)
    assert cell == read_cell(text)
    assert (cell.kind == "odd") == (cell.fault is not None)
    assert bool(cell.high) == (cell.kind == "range")
    assert (cell.kind == "date") == (cell.day is not None)
    assert cell.number is None
    if cell.kind in {"number", "range", "word"}:
        assert cell.text
    if cell.fault is not None:
        report = Report([cell.fault.at("rows[1]")])
        assert all(report.text(lang) for lang in ("id", "en"))
        assert len(report.findings[0].text()) < 500
    assert pickle.loads(pickle.dumps(cell)) == cell


@given(st.text(alphabet=" \t\xa0\u2003\u200b", max_size=5), st.text(max_size=20))
def test_blanks_around_a_cell_do_not_matter(blanks: str, text: str) -> None:
    """A cell says the same with blanks around it; only a fault quotes another place."""
    padded, bare = read_cell(f"{blanks}{text}{blanks}"), read_cell(text)
    assert padded[:-1] == bare[:-1]
    assert (padded.fault and padded.fault.code) == (bare.fault and bare.fault.code)


PUBLISHED = Counter(
    chain(
        (
            cell
            for table in TABLES.values()
            for row in table.rows
            for cell in (row.target, row.realization, row.printed)
        ),
        (
            cell
            for table in TABLES.values()
            for node in table.nodes
            for indicator in node.get("indicators", ())
            for field in ("target", "year_plan", "quarters", "months")
            for content in [indicator.get(field, [])]
            for cell in ([content] if isinstance(content, str) else content)
        ),
    )
)


def test_the_cells_of_every_published_table() -> None:
    """What real tables hold: counted by kind, and every odd one by name."""
    kinds: Counter[str] = Counter()
    for text, times in PUBLISHED.items():
        kinds[read_cell(text).kind] += times
    assert kinds == {"number": 2330, "blank": 321, "word": 97, "range": 30, "odd": 13}
    odd = {text: code(text) for text in PUBLISHED if read_cell(text).kind == "odd"}
    assert odd == {
        "38% (Evaluasi Semester I)": "CELL-REMARK",
        "5 juta buku": "CELL-MAGNITUDE",
        "2,5 juta buku": "CELL-MAGNITUDE",
        "7 UPP, 14 Kab/Kota": "CELL-SEVERAL",
        "BB(78,84)": "CELL-SEVERAL",
        "A (81,50)": "CELL-SEVERAL",
        "BB (79,18)": "CELL-SEVERAL",
        "A (80,50)": "CELL-SEVERAL",
        "BB (79,39)": "CELL-SEVERAL",
        "A (82,50)": "CELL-SEVERAL",
        "BB (77,08)": "CELL-SEVERAL",
    }
    words = {text for text in PUBLISHED if read_cell(text).kind == "word"}
    assert words == {
        *("Tercapai", "Tidak tercapai", "Belum Tercapai", "WTP", "A", "Paripurna"),
        *("Level 2", "Level 3", "Level 3 Plus"),
        *("-", "N/A", "n/a", "**)"),
    }
    units = {unit for text in PUBLISHED if (unit := read_cell(text).unit)}
    assert units == {
        *("%", "Angka", "Dokumen", "dokumen", "Kab/Kota", "Lap", "Persen", "persen", "Surat", "UPP"),
        *("UPTD/UPTB", "laporan", "juta buku"),
        *("A", "BB"),  # grades with a number in brackets
    }
