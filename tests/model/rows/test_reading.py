"""From a table to agreements, with every fault named by row and column."""

import json
import pickle
from typing import Any

import pytest

from sakip import Evaluation, NotReported, Reading, Realization, Report, agreements_from_rows, evaluate_many
from sakip.errors import InvalidValueError, UnknownCodeError
from sakip.model.rows.reading import RULES
from sakip.policies import LKJIP
from tests.model.rows.making import COLUMNS, GOOD, LONG, QUARTERS, WIDE, found, placed, read, row, texts

PROMISE = {name: cell for name, cell in GOOD.items() if name != "Realisasi"}


def test_rules_have_codes_of_their_own() -> None:
    """Every rule of rows stands in one list, each code once."""
    codes = [rule.code for rule in RULES]
    assert len(set(codes)) == len(codes)
    assert all(code.startswith("ROW-") for code in codes)


class TestReading:
    """Pairs of an agreement and its realizations, and what was found on the way."""

    def test_it_is_what_evaluate_many_takes(self) -> None:
        """A reading goes into scoring as it is."""
        reading = read([row(), row(OPD="Lain"), row(Kode="2", Target="")])
        results = list(evaluate_many(reading, policy=LKJIP))
        assert [isinstance(one, Evaluation) for one in results] == [True, True]
        assert (len(reading), len(reading.agreements), reading.given) == (2, 2, 3)
        assert (reading.used, reading.left_out) == ((1, 2), (3,))

    def test_of_an_office(self) -> None:
        """An agreement is found by its office or its code."""
        reading = read([row(), row(OPD="Lain")])
        assert reading.of("Lain") == reading.pairs[1]
        assert reading.of("PK-2025-Dinas Sosial") == reading.pairs[0]

    def test_of_a_position(self) -> None:
        """An agreement is found by the position of its first party; several are asked for by their codes."""
        columns = {**COLUMNS, "position": "Jabatan"}
        reading = read([row(Jabatan="Kepala"), row(Jabatan="Sekretaris"), row(OPD="Lain", Jabatan="Kepala")], columns)
        assert reading.of("Sekretaris") == reading.pairs[1]
        with pytest.raises(UnknownCodeError) as caught:
            reading.of("Kepala")
        assert caught.value.near == ("PK-2025-Dinas Sosial-Kepala", "PK-2025-Lain-Kepala")
        with pytest.raises(UnknownCodeError) as caught:
            reading.of("Sekretari")
        assert caught.value.near == ("Sekretaris",)

    def test_of_nobody(self) -> None:
        """What is None is not the office that an agreement does not have."""
        with pytest.raises(UnknownCodeError):
            read([row(OPD="")]).of(None)  # type: ignore[arg-type]

    @pytest.mark.parametrize(
        ("office", "near"),
        [("Dinas Sosia", ("Dinas Sosial",)), ("zzz", ()), ([], ()), (None, ())],
        ids=["slip", "far", "list", "none"],
    )
    def test_of_no_office(self, office: Any, near: tuple[str, ...]) -> None:
        """What is no office is refused with the one that was meant, or with some that there are."""
        with pytest.raises(UnknownCodeError) as caught:
            read([row(), row(OPD="Lain")]).of(office)
        assert (caught.value.code, caught.value.near) == ("unknown-office", near)
        assert "Dinas Sosial" in caught.value.way_out[1]

    def test_of_an_office_with_two_agreements(self) -> None:
        """An office of two positions is asked for by the code of one of its agreements."""
        reading = read([row(Jabatan="A"), row(Jabatan="B")], {**COLUMNS, "position": "Jabatan"})
        with pytest.raises(UnknownCodeError) as caught:
            reading.of("Dinas Sosial")
        assert caught.value.near == ("PK-2025-Dinas Sosial-A", "PK-2025-Dinas Sosial-B")
        assert "more than one agreement" in str(caught.value)
        assert reading.of("PK-2025-Dinas Sosial-B") == reading.pairs[1]

    def test_of_an_agreement_without_an_office(self) -> None:
        """Its code stands for it in the way out."""
        with pytest.raises(UnknownCodeError, match="There is for example: PK-2025"):
            read([row(OPD="")]).of("x")

    def test_shown(self) -> None:
        """What is shown of a reading is its report."""
        reading = read([row(Target="")])
        assert reading.text("en") == reading.report.text("en")
        assert reading._repr_html_() == reading.report._repr_html_()

    def test_value(self) -> None:
        """A reading is a value: equal, hashable, and itself again after pickling."""
        reading = read([row(), row(Kode="2", Target="x")])
        assert reading == read([row(), row(Kode="2", Target="x")])
        assert hash(reading) == hash(read([row(), row(Kode="2", Target="x")]))
        assert pickle.loads(pickle.dumps(reading)) == reading

    @pytest.mark.parametrize(
        ("fields", "path"),
        [
            ({"pairs": 5}, "Reading.pairs"),
            ({"pairs": [5]}, "Reading.pairs[0]"),
            ({"pairs": [(5, [])]}, "Reading.pairs[0]"),
            ({"pairs": [(read([GOOD]).agreements[0], [5])]}, "Reading.pairs[0][0]"),
            ({"report": []}, "Reading.report"),
            ({"used": ["1"]}, "Reading.used[0]"),
            ({"given": -1}, "Reading.given"),
            ({"given": 10**9 + 1}, "Reading.given"),
            ({"lost": 5}, "Reading.lost"),
            ({"lost": [(None, [1], 2)]}, "Reading.lost[0]"),
            ({"lost": [("PK", [1])]}, "Reading.lost[0]"),
            ({"lost": [(None, ["1"])]}, "Reading.lost[0][0]"),
        ],
        ids=range(12),
    )
    def test_fields_that_cannot_be(self, fields: dict[str, Any], path: str) -> None:
        """A field of another kind is refused by its path."""
        good: dict[str, Any] = {"pairs": [], "report": Report(), "used": [], "given": 10**9}
        assert len(Reading(**good)) == 0
        with pytest.raises(InvalidValueError) as caught:
            Reading(**{**good, **fields})
        assert caught.value.path == path


class TestArguments:
    """What the caller writes is checked before any row is read."""

    @pytest.mark.parametrize(
        ("arguments", "code", "path"),
        [
            ({"rows": 5}, "not-a-list", "rows"),
            ({"rows": "abc"}, "not-a-list", "rows"),
            ({"rows": GOOD}, "one-row", "rows"),
            ({"realizations": GOOD}, "one-row", "realizations"),
            ({"realizations": 5}, "not-a-list", "realizations"),
            ({"columns": ["OPD"]}, "wrong-kind", "columns"),
            ({"columns": {"foo": "x"}}, "unknown-field", "columns"),
            ({"values": ["-"]}, "wrong-kind", "values"),
            ({"values": None}, "wrong-kind", "values"),
            ({"values": {"polaritas": {"naik": "maximize"}}}, "unknown-field", "values"),
            ({"values": {5: {}}}, "unknown-field", "values"),
            ({"defaults": ["a"]}, "wrong-kind", "defaults"),
            ({"defaults": {"foo": 1}}, "unknown-field", "defaults"),
            ({"overrides": ["a"]}, "wrong-kind", "overrides"),
            ({"overrides": {"IKU-1": 5}}, "wrong-kind", "overrides[IKU-1]"),
            ({"overrides": {"IKU-1": {"foo": 5}}}, "unknown-field", "overrides[IKU-1]"),
            (
                {"overrides": {"IKU-1": {"realization": 5}}, "columns": WIDE},
                "wrong-size",
                "overrides[IKU-1][realization]",
            ),
            (
                {"overrides": {"IKU-1": {"realization": [5]}}, "columns": WIDE},
                "wrong-size",
                "overrides[IKU-1][realization]",
            ),
            ({"fill_down": "OPD"}, "not-a-list", "fill_down"),
            ({"fill_down": [5]}, "wrong-kind", "fill_down[0]"),
            ({"fill_down": ["Kantor"]}, "unknown-column", "fill_down"),
            ({"year": "2025"}, "not-a-whole-number", "year"),
            ({"year": 1944}, "not-a-whole-number", "year"),
            ({"year": 9999}, "not-a-whole-number", "year"),
            ({"floats": "yes"}, "unknown-floats", "floats"),
            ({"floats": True}, "unknown-floats", "floats"),
        ],
        ids=range(26),
    )
    def test_refused(self, arguments: dict[str, Any], code: str, path: str) -> None:
        """An argument that cannot be is refused by its name."""
        with pytest.raises(InvalidValueError) as caught:
            agreements_from_rows(**{"rows": [GOOD], "columns": COLUMNS, "year": 2025, **arguments})
        assert (caught.value.code, caught.value.path) == (code, f"agreements_from_rows.{path}")

    def test_unknown_convention(self) -> None:
        """A convention that nobody writes in is refused."""
        with pytest.raises(InvalidValueError, match="unknown number convention"):
            read([GOOD], convention="de")

    @pytest.mark.parametrize("year", [1945, 9998])
    def test_years(self, year: int) -> None:
        """The first and the last year that an agreement may be of."""
        assert read([GOOD], year=year).agreements[0].year == year

    def test_what_was_given_stays_as_it_was(self) -> None:
        """Nothing of the caller's is changed."""
        cells, columns = row(OPD=""), dict(WIDE)
        values, defaults = {"-": None}, {"unit": "x"}
        overrides = {"IKU-1": {"realization": ["1", "2", "3", "4"]}}
        agreements_from_rows(
            [GOOD, cells],
            columns=columns,
            year=2025,
            values=values,
            defaults=defaults,
            overrides=overrides,
            fill_down=["OPD"],
        )
        assert (cells, columns, values, defaults) == (row(OPD=""), WIDE, {"-": None}, {"unit": "x"})
        assert overrides == {"IKU-1": {"realization": ["1", "2", "3", "4"]}}


class TestThreeUsers:
    """The table of an application, the frame of an analyst and the sheet of an inspector."""

    def test_text_from_a_database(self) -> None:
        """Everything is text, numbers with a point, in the convention that databases use."""
        rows = [row(Target="1250.000", Realisasi="1300.50"), row(Kode="2", Target="0.950", Realisasi=None)]
        reading = read(rows, convention="plain")
        assert [str(one.value) for one in reading.agreements[0].targets] == ["1250", "0.95"]
        assert found(reading) == []

    def test_a_data_frame(self) -> None:
        """Codes and years became floats, missing cells NaN; the shortest text of a float is what was typed."""
        nan = float("nan")
        rows = [
            row(Kode=1.0, Tahun=2024.0, Target=95.1, Realisasi=0.1),
            row(Kode=2.0, Tahun=2024.0, Target=95, Realisasi=nan),
            row(Kode=nan, Tahun=2024.0, Target=95, Realisasi=float("inf")),
        ]
        columns = {**COLUMNS, "year": "Tahun"}
        reading = read(rows, columns, floats="shortest")
        assert [one.code for one in reading.agreements[0].targets] == ["1", "2", "Keluarga terlayani"]
        assert [(one.code, str(one.value)) for one in reading.pairs[0][1]] == [("1", "0.1")]
        assert placed(reading) == [("CELL-TOO-LARGE", 3, "Realisasi")]
        refused = read(rows[:1], columns)
        assert [column for code, _, column in placed(refused) if code == "CELL-FLOAT"] == [
            "Tahun",
            "Kode",
            "Target",
            "Realisasi",
        ]
        assert "floats='shortest'" in texts(refused, "CELL-FLOAT")[0]

    def test_a_sheet_typed_by_hand(self) -> None:
        """Merged cells, headings, numbered columns and summaries are recognised, and nothing is lost in silence."""
        rows = [
            {name: str(at) for at, name in enumerate(GOOD, start=1)},
            {"OPD": "1. DINAS SOSIAL"},
            row(OPD="", Target="1.250 KK", Satuan="KK", Realisasi="1.300 KK"),
            row(OPD=" ", Kode="2", Target="98,5", Realisasi="5 juta"),
            {"OPD": "Rata-rata", "Realisasi": "98"},
            {},
        ]
        reading = read(rows, fill_down=["OPD"])
        assert [agreement.first_party.office for agreement in reading.agreements] == ["1. DINAS SOSIAL"]
        named = {finding.place.row for finding in reading.report if finding.place}
        assert set(reading.left_out) <= named
        assert reading.used == (3, 4)


class TestHostileCells:
    """Whatever stands in a cell is a finding or a value, and inert in every output."""

    CELLS: tuple[tuple[str, Any], ...] = (
        ("markup", "<script>alert(1)</script>"),
        ("escape", "\x1b[31mred"),
        ("direction", "a\u202eb"),
        ("formula", "=HYPERLINK('x')"),
        ("megabyte", "9" * 10**6),
        ("words", "lorem " * 10**5),
        ("braces", "{0} {x} {{"),
        ("list", [1]),
        ("mapping", {"a": 1}),
        ("set", {1}),
        ("bytes", b"\xff"),
        ("half", "\ud800"),
        ("huge", 10**5000),
        ("infinite", float("inf")),
        ("object", object()),
        ("class", object),
    )

    @pytest.mark.parametrize("column", list(GOOD))
    @pytest.mark.parametrize("cell", [cell for _, cell in CELLS], ids=[name for name, _ in CELLS])
    def test_any_column(self, column: str, cell: object) -> None:
        """The row stands or is named; the report is text, HTML and JSON without a sign of it acting."""
        reading = read([row(Kode="0"), {**GOOD, column: cell}], values={"-": None}, floats="shortest")
        named = {finding.place.row for finding in reading.report if finding.place}
        assert set(reading.left_out) <= named
        printed = [reading.report.text(), reading.text("en"), reading._repr_html_()]
        printed += [json.dumps(reading.report.rows(numbers="text"))]
        assert not any("\x1b" in text or "\u202e" in text for text in printed)
        assert "<script" not in printed[2]
        assert all(len(text) < 40_000 for text in printed)

    def test_huge_rows(self) -> None:
        """Only the columns that are read cost anything."""
        wide = {**GOOD, **{f"c{at}": at for at in range(10_000)}}
        assert len(read([wide, {**wide, "Kode": "2"}]).agreements[0].targets) == 2

    def test_a_report_goes_through_json_unchanged(self) -> None:
        """With numbers as text a report is what JSON keeps, values and dates included."""
        rows = [
            row(Target="98,5"),
            row(Kode="2", Target="0,5", Satuan="%"),
            row(Kode="3", Satuan="%"),
            row(Target="5 dok"),
        ]
        told = read(rows, defaults={"weight": "5"}).report.rows("en", numbers="text")
        assert json.loads(json.dumps(told)) == told


class TestChecks:
    """What `check` finds stands at the row and the column that it comes from."""

    def test_places(self) -> None:
        """A target is found at its first row, a realization at its own cell."""
        columns = {**WIDE, "weight": "Bobot"}
        quarters = {name.replace(" ", "_"): str(9 - at) for at, name in enumerate(QUARTERS)}
        rows = [{}, row(Bobot="10", **quarters), row(Kode="2", Bobot="", Satuan="")]
        reading = read(rows, columns, defaults={"consolidation": "last_progress"})
        places = {(one.code, one.place.row, one.place.column, one.place.key) for one in found(reading) if one.place}
        assert ("REA-FALLING", 2, "TW II", "IKU-1") in places
        assert ("WGT-PARTIAL", 3, "Bobot", "2") in places
        assert ("IND-UNIT", 3, "Satuan", "2") in places

    def test_a_target_is_found_in_its_column(self) -> None:
        """A zero target is what stands in the column of targets."""
        assert ("TGT-ZERO", 1, "Target") in placed(read([row(Target="0")]))

    @pytest.mark.parametrize("code", ["a]", "a].b", "]", "x].targets[y"])
    def test_codes_with_brackets(self, code: str) -> None:
        """A code may hold what paths are made of."""
        reading = read([row(Kode=code, Satuan=""), row(Kode="b", Satuan="")])
        assert [one.place.key for one in found(reading) if one.place] == [code, "b"]

    def test_the_agreement_as_a_whole(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """What is said of no row stands at the row that the agreement begins with, under the agreement's code."""
        rule = RULES[-1]
        monkeypatch.setattr(
            "sakip.model.rows.reading.CHECKS",
            (lambda case: [rule.at(case.subject, fields="x"), rule.at(f"{case.subject}.targets[9]x", fields="x")],),
        )
        reading = read([{}, row()])
        whole = [one.place for one in reading.report if one.place and one.place.key]
        assert [(place.row, place.column, place.key) for place in whole] == [(2, None, "PK-2025-Dinas Sosial")] * 2

    def test_a_second_table(self) -> None:
        """What is found in a realization stands in the table that it came from, after the first."""
        given = [{"Kode": "IKU-1", "Periode": "2024", "Realisasi": "1"}, {"Kode": "9", "Realisasi": "1"}]
        reading = read([PROMISE, {}], LONG, realizations=given)
        assert [(one.code, one.place.table, one.place.row) for one in found(reading) if one.place] == [
            ("ROW-BLANK", "rows", 2),
            ("REA-OUT-OF-YEAR", "realizations", 1),
            ("REA-PART-OF-YEAR", "realizations", 1),
            ("ROW-UNKNOWN", "realizations", 2),
        ]

    def test_the_data_sheet_is_asked_for_where_there_are_columns(self) -> None:
        """What no column could say is one note; what one could is found in each row."""
        reading = read([GOOD])
        assert texts(reading, "ROW-UNSAID")[1].startswith(
            "The table has no columns for operational definition, formula, data"
        )
        reading = read([row(PJ="")], {**COLUMNS, "owner": "PJ"})
        assert placed(reading) == [("IND-OWNER", 1, "PJ")]
        assert "for operational definition, formula, data source;" in texts(reading, "ROW-UNSAID")[1]
        sheet = dict.fromkeys(("operational_definition", "formula", "data_source"), "x")
        reading = read([row(PJ="a")], {**COLUMNS, "owner": "PJ"}, defaults=sheet)
        assert "ROW-UNSAID" not in reading.report.codes()
        reading = read([GOOD], overrides={"IKU-1": {**sheet, "owner": "a"}})
        assert "ROW-UNSAID" not in reading.report.codes()

    def test_superiors_are_asked_for_where_there_are_columns(self) -> None:
        """With echelons and no column of the second party, its absence is one note and no finding of each row."""
        columns = {**COLUMNS, "echelon": "Eselon"}
        reading = read([row(Eselon="II.a")], columns)
        assert found(reading) == []
        assert "position of the second party" in texts(reading, "ROW-UNSAID")[1]
        assert found(read([row(Eselon="II.a", Atasan="")], {**columns, "second_position": "Atasan"})) != []


class TestSecondTable:
    """What is said of realizations holds for their own table."""

    def delivered(self, rows: list[dict[str, object]], **arguments: Any) -> tuple[Realization, ...]:
        """What comes out of the rows of the second table."""
        return read([PROMISE], realizations=rows, **arguments).pairs[0][1]

    def test_defaults_and_overrides(self) -> None:
        """Those of realizations are used there, those of targets here, and neither is missed in the other."""
        rows: list[dict[str, object]] = [{"Kode": "IKU-1", "Realisasi": ""}]
        (one,) = self.delivered(rows, defaults={"realization": NotReported(), "status": "draft", "weight": 5})
        assert (one.value, one.status) == (NotReported(), "draft")
        overrides = {"IKU-1": {"realization": "7", "target": "80"}}
        reading = read([PROMISE], realizations=rows, overrides=overrides)
        assert (str(reading.agreements[0].targets[0].value), str(reading.pairs[0][1][0].value)) == ("80", "7")
        assert found(reading) == []

    def test_columns_that_one_table_need_not_have(self) -> None:
        """The first table has no realizations and the second no targets; what is missing in its own table is named."""
        assert found(read([PROMISE], realizations=[{"Kode": "IKU-1", "Realisasi": "1"}])) == []
        reading = read([{**PROMISE, "Realisasi": "5"}], realizations=[{"Kode": "IKU-1", "Hasil": "1"}])
        assert [(one.code, one.place.table) for one in found(reading) if one.place] == [
            ("ROW-UNREAD", "rows"),
            ("ROW-COLUMN", "realizations"),
            ("ROW-SILENT", "realizations"),
        ]
        assert reading.pairs[0][1] == ()

    def test_periods_of_targets(self) -> None:
        """A long table of targets may have a row for each period."""
        columns = {**LONG, "trajectory": "T", "consolidation": "K"}
        rows = [{**PROMISE, "Periode": f"TW {at}", "T": str(at * 20), "K": "sum"} for at in (1, 2)]
        given = [{"Kode": "IKU-1", "Periode": "TW 1", "Realisasi": "5"}]
        reading = read(rows, columns, realizations=given)
        assert [period.code for period, _ in reading.agreements[0].targets[0].trajectory] == ["2025-Q1", "2025-Q2"]
        assert reading.used == (1, 2)
