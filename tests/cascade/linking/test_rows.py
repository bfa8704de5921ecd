"""Links from a column of parents."""

from decimal import Decimal
from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip import Report
from sakip.cascade import LinkReading, links_from_rows
from sakip.errors import InvalidValueError, UnknownCodeError

COLUMNS = {"position": "Jabatan", "code": "Kode"}


def row(position: str, code: str, parent: Any = "", kind: Any = "", **more: Any) -> dict[str, Any]:
    """One indicator of a table."""
    return {"Jabatan": position, "Kode": code, "Induk": parent, "Cara": kind, **more}


def read(*rows: dict[str, Any], **more: Any) -> Any:
    """The links of these rows, by the columns above."""
    columns = {**COLUMNS, **more.pop("columns", {})}
    return links_from_rows(rows, columns=columns, parent="Induk", kind=more.pop("kind", "Cara"), **more)


HEAD = row("Kadis", "IKU-1")


class TestParents:
    """Who is meant."""

    def test_a_code_names_its_parent(self) -> None:
        """Each row that names a parent is a link; a row that names none is a top."""
        reading = read(HEAD, row("Kabid", "A-1", "IKU-1", "jumlah"))
        assert [link.text for link in reading] == ["Kabid/A-1 -> Kadis/IKU-1"]
        assert len(reading) == 1
        assert not reading.report

    @pytest.mark.parametrize("name", ["iku 1", "IKU.1", " Iku-1 ", "kadis/iku-1"])
    def test_names_match_as_people_type_them(self, name: str) -> None:
        """Case, blanks and punctuation do not matter."""
        assert [link.parent.indicator for link in read(HEAD, row("Kabid", "A-1", name))] == ["IKU-1"]

    def test_several_parents_are_parted_by_semicolons(self) -> None:
        """And so are kind and share, part by part; a whole cell holds for all."""
        rows = [HEAD, row("Kadis", "IKU-2"), row("Kabid", "A-1", "IKU-1; IKU-2", "jumlah; dukung", Porsi="0,6; ")]
        links = read(*rows[:2], {**rows[2], "Porsi": "0,6; 0,4", "Cara": "jumlah"}, columns={"share": "Porsi"}).links
        assert [(link.parent.indicator, link.kind, link.share) for link in links] == [
            ("IKU-1", "sum", Decimal("0.6")),
            ("IKU-2", "sum", Decimal("0.4")),
        ]
        mixed = read(*rows[:2], {**rows[2], "Porsi": ""}, columns={"share": "Porsi"}).links
        assert [(link.kind, link.share) for link in mixed] == [("sum", None), ("support", None)]

    def test_an_id_goes_before_the_code(self) -> None:
        """Where the table has a column of numbers, the parent is one of these."""
        rows = [row("Kadis", "IKU-1", None, id=7), row("Kabid", "A-1", 7, id=8)]
        assert len(read(*rows, columns={"id": "id"})) == 1

    def test_a_number_that_a_spreadsheet_made_a_float_is_still_the_number(self) -> None:
        """7.0 is the row 7."""
        rows = [row("Kadis", "IKU-1", float("nan"), id=7), row("Kabid", "A-1", 7.0, id=8)]
        assert len(read(*rows, columns={"id": "id"})) == 1

    def test_one_code_in_two_offices_is_a_question(self) -> None:
        """Both are named, with the way to say which."""
        rows = [HEAD, row("Camat", "IKU-1"), row("Kabid", "A-1", "IKU-1"), row("Kasi", "B-1", "Camat/IKU-1")]
        reading = read(*rows)
        (finding,) = reading.report
        assert finding.code == "LNK-SEVERAL-PARENTS"
        assert "Kadis/IKU-1" in finding.text("id")
        assert (finding.place.row, finding.place.column) == (3, "Induk")
        assert [link.child.position for link in reading] == ["Kasi"]

    def test_an_unknown_parent_is_named_with_what_is_like_it(self) -> None:
        """A slip of the hand is shown, anything else is said to be unknown."""
        near, far = (read(HEAD, row("Kabid", "A-1", name)).report for name in ("IKU-11", "ZZZ"))
        assert near.codes() == far.codes() == ("LNK-NO-PARENT",)
        assert "IKU-1" in near.text("id")
        assert "ZZZ" in far.text("en")

    def test_an_indicator_is_not_its_own_parent(self) -> None:
        """Named, and left out."""
        reading = read(row("Kadis", "IKU-1", "IKU-1"))
        assert (len(reading), reading.report.codes()) == (0, ("LNK-SELF",))

    def test_a_row_without_a_code_cannot_be_linked(self) -> None:
        """Its parent shows that something was meant; without one it is no row of ours."""
        assert read(HEAD, row("Kabid", "", "IKU-1")).report.codes() == ("LNK-NO-NODE",)
        assert not read(HEAD, row("", "", "")).report

    def test_periods_of_one_indicator_are_one_parent(self) -> None:
        """A long table names each indicator four times."""
        assert len(read(HEAD, HEAD, HEAD, row("Kabid", "A-1", "IKU-1"))) == 1


class TestKinds:
    """By which arithmetic."""

    @pytest.mark.parametrize(
        ("word", "kind"),
        [
            ("sama", "same"),
            ("Jumlah", "sum"),
            ("rata-rata", "mean"),
            ("dijumlahkan", "sum"),
            ("Rata-rata tertimbang", "weighted"),
            ("terkecil", "minimum"),
            ("MAKSIMUM", "maximum"),
            ("-", "support"),
            ("–", "support"),
            ("Dukung", "support"),
            ("pool", "pool"),
            ("", "support"),
            (None, "support"),
        ],
    )
    def test_words_are_read(self, word: Any, kind: str) -> None:
        """Indonesian words and the kinds themselves; a blank is support."""
        assert [link.kind for link in read(HEAD, row("Kabid", "A-1", "IKU-1", word))] == [kind]

    @pytest.mark.parametrize("word", ["langsung", "direct", "apa saja"])
    def test_a_word_without_one_meaning_is_a_finding(self, word: str) -> None:
        """Direct means different arithmetic in different regulations."""
        reading = read(HEAD, row("Kabid", "A-1", "IKU-1", word))
        assert (len(reading), reading.report.codes()) == (0, ("LNK-KIND",))

    def test_a_word_that_is_refused_is_named_where_it_stands(self) -> None:
        """Who reads the finding finds the cell: its row, its column, what is written there, and what may be."""
        (finding,) = read(HEAD, row("Kabid", "A-1", "IKU-1", "apa saja")).report
        assert (finding.place.row, finding.place.column, finding.place.key) == (2, "Cara", "Kabid/A-1")
        assert finding.subject == "Kabid/A-1"
        for lang, words in (("id", "Jenis tautan apa saja tidak"), ("en", "The kind of link apa saja is unknown")):
            assert words in finding.text(lang)
            for kind in ("same", "sum", "mean", "weighted", "pool", "minimum", "maximum", "count", "support"):
                assert kind in finding.text(lang).rpartition("saja")[2]

    def test_of_several_words_the_one_that_is_refused_is_named(self) -> None:
        """The others are links."""
        reading = read(HEAD, row("Kadis", "IKU-2"), row("Kabid", "A-1", "IKU-1; IKU-2", "jumlah; langsung"))
        assert [link.kind for link in reading] == ["sum"]
        (finding,) = reading.report
        assert finding.text("id").startswith("Jenis tautan langsung tidak dikenal")

    def test_what_a_function_says_stands_in_no_cell(self) -> None:
        """The finding names the row and the indicator alone, and no word of the table."""
        (finding,) = read(HEAD, row("Kabid", "A-1", "IKU-1", "jumlah"), kind=lambda _: None).report
        assert (finding.place.row, finding.place.column, finding.place.key) == (2, None, "Kabid/A-1")
        assert "Jenis tautan ? tidak dikenal" in finding.text("id")
        assert "The kind of link ? is unknown" in finding.text("en")

    def test_a_function_decides(self) -> None:
        """Of the row, and None or nonsense is a finding."""
        assert [link.kind for link in read(HEAD, row("Kabid", "A-1", "IKU-1"), kind=lambda _: "sum")] == ["sum"]
        assert read(HEAD, row("Kabid", "A-1", "IKU-1"), kind=lambda _: None).report.codes() == ("LNK-KIND",)

    def test_without_a_kind_nothing_is_added_up(self) -> None:
        """Arithmetic is never inferred."""
        assert [link.kind for link in read(HEAD, row("Kabid", "A-1", "IKU-1", "jumlah"), kind=None)] == ["support"]


@pytest.mark.parametrize("name", ["-", " – ", "...", "- ; -"])
def test_a_dash_is_a_blank(name: str) -> None:
    """So do people leave the cell of whoever is on top, and the share of whoever belongs to one parent alone."""
    reading = read(row("Kadis", "IKU-1", name), row("Kabid", "A-1", "IKU-1", "jumlah", Porsi="-"))
    assert (len(reading), reading.report.codes()) == (1, ())
    for share in ("-", "n/a"):
        shared = read(HEAD, row("Kabid", "A-1", "IKU-1", "jumlah", Porsi=share), columns={"share": "Porsi"})
        assert ([link.share for link in shared], shared.report.codes()) == ([None], ())


@pytest.mark.parametrize(
    ("written", "share"),
    [("60%", "0.6"), ("33,33 %", "0.3333"), ("100 %", "1"), ("0,5", "0.5"), ("0,5%", "0.005")],
)
def test_a_share_may_be_written_in_percent(written: str, share: str) -> None:
    """The sign says so; without it 60 is no share."""
    reading = read(HEAD, row("Kabid", "A-1", "IKU-1", "jumlah", Porsi=written), columns={"share": "Porsi"})
    assert [link.share for link in reading] == [Decimal(share)]


@pytest.mark.parametrize("share", ["101%", "0%", "0,00001%", "33,3333333%", "60"])
def test_a_share_in_percent_is_no_more_than_all_and_no_finer_than_a_number(share: str) -> None:
    """It is a finding of its column like any other."""
    reading = read(HEAD, row("Kabid", "A-1", "IKU-1", "jumlah", Porsi=share), columns={"share": "Porsi"})
    assert (len(reading), reading.report.codes()) == (0, ("LNK-VALUE",))


@pytest.mark.parametrize("column", ["Induk", "Cara", "Kode", "Porsi"])
def test_a_column_that_no_row_has_is_a_finding(column: str) -> None:
    """A slip in its name leaves no links, or none that count, and must not look like a table without any."""
    rows = [HEAD, row("Kabid", "A-1", "IKU-1", "jumlah", Porsi="")]
    slipped = [{("X" if name == column else name): cell for name, cell in each.items()} for each in rows]
    reading = read(*slipped, columns={"share": "Porsi"})
    first = next(iter(reading.report))
    assert (first.code, first.severity) == ("LNK-COLUMN", "error")
    assert column in first.text("id")
    assert column in first.text("en")
    assert not read(*rows, columns={"share": "Porsi"}).report
    assert not read(columns={"share": "Porsi"}).report


@pytest.mark.parametrize("share", ["1,5", "0", "banyak", "1.234", 3])
def test_a_share_that_cannot_be_is_a_finding(share: Any) -> None:
    """Of its column, with the way out."""
    reading = read(HEAD, row("Kabid", "A-1", "IKU-1", "jumlah", Porsi=share), columns={"share": "Porsi"})
    (finding,) = reading.report
    assert (len(reading), finding.code, finding.place.column) == (0, "LNK-VALUE", "Porsi")


@pytest.mark.parametrize(
    ("make", "error"),
    [
        (partial(links_from_rows, "rows", columns=COLUMNS, parent="Induk"), InvalidValueError),
        (partial(links_from_rows, [3], columns=COLUMNS, parent="Induk"), InvalidValueError),
        (partial(links_from_rows, [], columns={"code": "Kode"}, parent="Induk"), InvalidValueError),
        (partial(links_from_rows, [], columns={**COLUMNS, "wieght": "Bobot"}, parent="Induk"), UnknownCodeError),
    ],
)
def test_misuse_is_refused(make: Any, error: type[Exception]) -> None:
    """Rows that are no rows, and columns of fields that do not exist."""
    with pytest.raises(error):
        make()


def test_every_finding_says_where() -> None:
    """The row as the table counts it, the column, the indicator, and what is wrong there in both languages."""
    reading = read(
        HEAD,
        row("Kadis", "IKU-2"),
        row("Wakil", "IKU-2"),
        row("", "X", "IKU-1"),
        row("Kabid", "A-1", "A-1"),
        row("Kabid", "A-2", "IKU-2"),
        row("Kabid", "A-3", "IKU-7"),
        row("Kabid", "A-4", "Zzzzzz"),
        row("Kabid", "A-5", "IKU-1", "jumlah", Porsi="2"),
        columns={"share": "Porsi"},
    )
    told = [(one.code, one.subject, one.place.row, one.place.column, one.place.key) for one in reading.report]
    assert told == [
        ("LNK-NO-NODE", "rows[3]", 4, None, None),
        ("LNK-SELF", "Kabid/A-1", 5, "Induk", "Kabid/A-1"),
        ("LNK-SEVERAL-PARENTS", "rows[5]", 6, "Induk", "Kabid/A-2"),
        ("LNK-NO-PARENT", "rows[6]", 7, "Induk", "Kabid/A-3"),
        ("LNK-NO-PARENT", "rows[7]", 8, "Induk", "Kabid/A-4"),
        ("LNK-VALUE", "Kabid/A-5", 9, "Porsi", "Kabid/A-5"),
    ]
    assert [one.text("en") for one in reading.report][1:5] == [
        "Kabid/A-1 names itself as its parent",
        "The parent IKU-2 can mean Kadis/IKU-2, Wakil/IKU-2; name its position, such as Kadis/IKU-2",
        "The parent IKU-7 is not in this table; similar ones: IKU-2, IKU-1",
        "The parent Zzzzzz is not in this table",
    ]
    assert [one.text("id") for one in reading.report][1:5] == [
        "Kabid/A-1 menyebut dirinya sendiri sebagai induk",
        "Induk IKU-2 dapat berarti Kadis/IKU-2, Wakil/IKU-2; sebutkan jabatannya, misalnya Kadis/IKU-2",
        "Induk IKU-7 tidak ada di tabel ini; yang mirip: IKU-2, IKU-1",
        "Induk Zzzzzz tidak ada di tabel ini",
    ]
    assert len(reading) == 0


@pytest.mark.parametrize(
    ("links", "report", "path"),
    [
        (["x"], Report([]), "LinkReading.links[0]"),
        ("x", Report([]), "LinkReading.links"),
        ([], ["x"], "LinkReading.report"),
    ],
)
def test_a_reading_is_made_of_links_and_a_report(links: Any, report: Any, path: str) -> None:
    """Anything else is refused by its name."""
    with pytest.raises(InvalidValueError) as caught:
        LinkReading(links, report)
    assert caught.value.path == path


def test_misuse_names_its_place_and_its_like() -> None:
    """The error says where, what, and what else there is."""
    with pytest.raises(InvalidValueError) as missing:
        links_from_rows([], columns={"position": "Jabatan"}, parent="Induk")
    error = missing.value
    assert (error.code, error.path, error.value) == ("column-missing", "links_from_rows.columns", "code")
    assert error.problem == ("kolom untuk code tidak disebutkan", "no column is named for code")
    with pytest.raises(UnknownCodeError) as unknown:
        links_from_rows([], columns={**COLUMNS, "wieght": "Bobot"}, parent="Induk")
    fault = unknown.value
    assert (fault.code, fault.path, fault.value) == ("unknown-field", "links_from_rows.columns", "wieght")
    assert "weight" in fault.near
    for rows, path in (("rows", "links_from_rows.rows"), ([HEAD, 3], "links_from_rows.rows[1]")):
        with pytest.raises(InvalidValueError) as caught:
            links_from_rows(rows, columns=COLUMNS, parent="Induk")  # type: ignore[arg-type]
        assert caught.value.path == path


CELLS = (
    st.none() | st.text(max_size=8) | st.integers(-5, 5) | st.floats(allow_nan=True) | st.sampled_from(["IKU-1", "A"])
)


@given(st.lists(st.fixed_dictionaries({"Jabatan": CELLS, "Kode": CELLS, "Induk": CELLS, "Cara": CELLS}), max_size=6))
def test_no_row_is_lost(rows: list[dict[str, Any]]) -> None:
    """Whatever the cells hold, each parent that a row names is a link or a finding, and nothing raises."""
    reading = links_from_rows(rows, columns=COLUMNS, parent="Induk", kind="Cara")
    named = sum(
        1 for each in rows if str(each["Induk"]) not in {"None", "nan"} and any(map(str.isalnum, str(each["Induk"])))
    )
    assert len(reading) + len(reading.report) >= named
    assert reading.text("id")
    assert reading._repr_html_()


def test_what_is_no_list_of_rows_is_shown_one() -> None:
    """As code, in both languages."""
    for rows, example in (("rows", "[{'Jabatan': 'Kadis', 'Kode': 'IKU-1'}]"), ([3], "{'Jabatan': 'Kadis'}")):
        with pytest.raises(InvalidValueError) as caught:
            links_from_rows(rows, columns=COLUMNS, parent="Induk")  # type: ignore[arg-type]
        assert all(one.endswith(f" {example}") for one in caught.value.way_out)
