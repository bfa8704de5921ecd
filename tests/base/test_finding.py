"""Findings and the report that collects them."""

import json
import pickle
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from sakip import Finding, Report
from sakip.base.finding import Place
from sakip.base.text import Text
from sakip.errors import InvalidValueError
from tests.base.contract import assert_way_out, facts_of

TWICE = Text("Indikator {code} ditargetkan dua kali", "Indicator {code} has two targets")
WEIGHTS = Text("Jumlah bobot {sum}", "The weights add up to {sum}")
PLAIN = Text("Tidak ditandatangani", "Not signed")


def report() -> Report:
    """One finding of each severity; the first is blocking."""
    return Report(
        [
            Finding("TGT-DUP", "error", "agreement[PK-1].targets[IKU-1]", TWICE, [("code", "IKU-1")], blocking=True),
            Finding("WGT-SUM", "warning", "agreement[PK-1]", WEIGHTS, {"sum": Decimal("99.9")}.items()),
            Finding("AGR-SIGN", "note", "agreement[PK-1]", PLAIN),
        ]
    )


class TestFinding:
    """Stable code, severity, subject path, arguments, texts in both languages looked up last."""

    def test_text(self) -> None:
        """The sentence takes the language of the reader, its numbers too."""
        _, weights, plain = report()
        assert (weights.text(), weights.text("en")) == ("Jumlah bobot 99,9", "The weights add up to 99.9")
        assert (plain.text("id"), plain.text("en")) == ("Tidak ditandatangani", "Not signed")

    @pytest.mark.parametrize("severity", ["", "Error", "fatal", None, 3, ["error"]])
    def test_unknown_severity(self, severity: Any) -> None:
        """A severity outside the three cannot exist."""
        with pytest.raises(InvalidValueError, match="error, warning, note") as caught:
            Finding("X", severity, "agreement", PLAIN)
        assert (caught.value.code, caught.value.path) == ("unknown-severity", "Finding.severity")
        assert caught.value.value is severity

    @pytest.mark.parametrize(
        ("field", "value", "code", "path"),
        [
            ("code", None, "empty-text", "Finding.code"),
            ("code", "A\nB", "control-characters", "Finding.code"),
            ("code", "A" * 4001, "long-text", "Finding.code"),
            ("subject", 5, "empty-text", "Finding.subject"),
            ("subject", "a\x1b", "control-characters", "Finding.subject"),
            ("subject", "a" * 20_001, "long-text", "Finding.subject"),
            ("message", "Ganda", "wrong-kind", "Finding.message"),
            ("blocking", 1, "wrong-kind", "Finding.blocking"),
            ("arguments", 5, "not-a-list", "Finding.arguments"),
            ("arguments", "abc", "not-a-list", "Finding.arguments"),
            ("place", 5, "wrong-kind", "Finding.place"),
            ("place", (1, "Target"), "wrong-kind", "Finding.place"),
        ],
        ids=lambda value: f"{value!r:.20}",
    )
    def test_fields_that_cannot_be(self, field: str, value: Any, code: str, path: str) -> None:
        """A field of another kind is refused by its path, and the example of the error passes."""
        good = {"code": "X", "severity": "error", "subject": "agreement", "message": TWICE, "arguments": [("code", 1)]}
        assert Finding(**good)
        assert facts_of(lambda: Finding(**{**good, field: value})) == (code, path, value)
        if code in {"wrong-kind", "not-a-list"}:
            assert_way_out(lambda part: Finding(**{**good, field: part}), value, Text=Text, Place=Place)

    @pytest.mark.parametrize(
        ("arguments", "place"),
        [
            ({"code": 1}, 0),
            ([("code", 1), ("x", 1.5)], 1),
            ([("code", None)], 0),
            ([("code", True)], 0),
            ([("code", [1])], 0),
            ([(1, "code")], 0),
            ([("code", 1, 2)], 0),
            ([["code", 1]], 0),
        ],
        ids=str,
    )
    def test_arguments_that_cannot_be(self, arguments: Any, place: int) -> None:
        """What fills a sentence is a pair of a name and a text, an exact number or a date; the first fault is named."""
        assert facts_of(lambda: Finding("X", "error", "agreement", TWICE, arguments)) == (
            "not-an-argument",
            f"Finding.arguments[{place}]",
            list(arguments)[place],
        )
        if isinstance(arguments, list):
            assert_way_out(lambda given: Finding("X", "error", "agreement", TWICE, given), arguments)

    def test_places_are_filled(self) -> None:
        """A finding that could not say itself cannot exist; an argument without a place is no fault."""
        with pytest.raises(InvalidValueError) as caught:
            Finding("X", "error", "agreement", TWICE)
        facts = (caught.value.code, caught.value.path, caught.value.value)
        assert facts == ("unfilled-message", "Finding.arguments", "code")
        assert Finding("X", "error", "agreement", PLAIN, [("code", 1)]).text() == "Tidak ditandatangani"

    def test_subject_may_hold_several_long_codes(self) -> None:
        """Codes of the greatest length fit into the subject that is built of them."""
        assert Finding("X", "error", f"agreement[{'A' * 4000}].targets[{'B' * 4000}].weight", PLAIN)

    def test_value(self) -> None:
        """A finding is a value: equal, hashable to the bottom, and itself again after pickling."""
        one, same = report().findings[0], report().findings[0]
        assert one == same
        assert hash(one) == hash(same)
        assert pickle.loads(pickle.dumps(one)) == one

    def test_blocking_is_an_exception(self) -> None:
        """A finding blocks nothing unless it says so."""
        assert [finding.blocking for finding in report()] == [True, False, False]

    def test_placed(self) -> None:
        """A finding is put where it stands in someone's table; the one without a place stays as it was."""
        bare = report().findings[0]
        there = bare.placed(Place(3, "Target", "IKU-1"))
        assert (there.place, bare.place) == (Place(3, "Target", "IKU-1"), None)
        assert there.text() == bare.text()
        assert pickle.loads(pickle.dumps(there)) == there


class TestPlace:
    """Row, column, key and table."""

    @pytest.mark.parametrize(
        ("field", "value", "code"),
        [
            ("row", 0, "not-a-whole-number"),
            ("row", 10**9 + 1, "not-a-whole-number"),
            ("row", "1", "not-a-whole-number"),
            ("row", True, "not-a-whole-number"),
            ("column", "", "empty-text"),
            ("column", 5, "empty-text"),
            ("key", "a\x00", "control-characters"),
            ("table", None, "empty-text"),
        ],
    )
    def test_fields_that_cannot_be(self, field: str, value: Any, code: str) -> None:
        """Rows are numbered from 1, and what is named is a text that can be printed."""
        assert facts_of(lambda: Place(**{"row": 1, field: value})) == (code, f"Place.{field}", value)

    @pytest.mark.parametrize("row", [None, 1, 10**9])
    def test_rows(self, row: int | None) -> None:
        """A whole column has no row; the first and the last row that there can be."""
        place = Place(row)
        assert (place.row, place.column, place.key, place.table) == (row, None, None, "rows")
        assert pickle.loads(pickle.dumps(place)) == place
        assert hash(place) == hash(Place(row))


class TestReport:
    """Every finding of one pass, in the order in which it was found."""

    def test_views(self) -> None:
        """Each severity has its view, and the views together lose nothing."""
        whole = report()
        assert len(whole) == len([*whole.errors, *whole.warnings, *whole.notes])
        assert [finding.code for finding in whole.errors] == ["TGT-DUP"]
        assert [finding.code for finding in whole.warnings] == ["WGT-SUM"]
        assert [finding.code for finding in whole.notes] == ["AGR-SIGN"]
        assert whole.blocking == whole.errors
        assert whole.codes() == ("TGT-DUP", "WGT-SUM", "AGR-SIGN")

    def test_of_some_codes(self) -> None:
        """The findings of one code or of several, in their own order; none of what was not found."""
        assert report().of("WGT-SUM").codes() == ("WGT-SUM",)
        assert report().of("AGR-SIGN", "TGT-DUP").codes() == ("TGT-DUP", "AGR-SIGN")
        assert report().of("TGT").codes() == report().of().codes() == ()
        twice = Report([*report(), *report()])
        assert twice.of("TGT-DUP").codes() == ("TGT-DUP", "TGT-DUP")
        assert facts_of(lambda: report().of("TGT-DUP", 5)) == ("wrong-kind", "Report.of[1]", 5)  # type: ignore[arg-type]
        assert_way_out(lambda codes: report().of(*codes), ["TGT-DUP", 5])

    def test_rows(self) -> None:
        """Rows are flat, and their severity stays the word of the API in every language."""
        first, *_ = report().rows("en")
        assert first == {
            "code": "TGT-DUP",
            "severity": "error",
            "blocking": True,
            "subject": "agreement[PK-1].targets[IKU-1]",
            "table": None,
            "row": None,
            "column": None,
            "key": None,
            "text": "Indicator IKU-1 has two targets",
            "arguments": {"code": "IKU-1"},
        }
        assert report().rows()[0]["text"] == "Indikator IKU-1 ditargetkan dua kali"

    def test_rows_of_a_table(self) -> None:
        """A finding from a table names its row, its column and its key, each in a cell of its own."""
        (first,) = Report([report().findings[1].placed(Place(3, "Bobot", "IKU-1", table="realizations"))]).rows()
        assert [first[name] for name in ("table", "row", "column", "key")] == ["realizations", 3, "Bobot", "IKU-1"]

    def test_numbers_of_rows(self) -> None:
        """With numbers as text every argument is what JSON and PHP keep; a fraction is text in both forms."""
        message = Text("{a} {b} {c} {d} {e}", "{a} {b} {c} {d} {e}")
        filling = {"a": Decimal("1.50"), "b": date(2025, 3, 5), "c": 7, "d": Fraction(1, 3), "e": PLAIN}
        whole = Report([Finding("X", "note", "agreement", message, filling.items())])
        (exact,), (text,) = whole.rows("en"), whole.rows("en", numbers="text")
        assert exact["arguments"] == {**filling, "d": "1/3", "e": "Not signed"}
        assert text["arguments"] == {"a": "1.50", "b": "2025-03-05", "c": 7, "d": "1/3", "e": "Not signed"}
        assert whole.rows()[0]["arguments"]["e"] == "Tidak ditandatangani"
        assert json.loads(json.dumps(text)) == text

    @pytest.mark.parametrize(
        ("words", "facts"),
        [
            ({"lang": "fr"}, ("unknown-language", "lang", "fr")),
            ({"numbers": "float"}, ("unknown-numbers", "Report.rows.numbers", "float")),
            ({"numbers": None}, ("unknown-numbers", "Report.rows.numbers", None)),
        ],
        ids=str,
    )
    def test_unknown_forms_of_rows(self, words: Any, facts: Any) -> None:
        """A language or a form of numbers that there is not is refused, found something or not."""
        for whole in (Report(), report()):
            assert facts_of(lambda whole=whole: whole.rows(**words)) == facts

    def test_table_of_places(self) -> None:
        """Findings from a table are named by row, column and key; one without a place keeps its path."""
        bare, *rest = report()
        placed = [
            bare.placed(Place(3, "Target", "IKU-1")),
            rest[0].placed(Place(4, table="realizations")),
            rest[1].placed(Place(None, "Bobot")),
            rest[1],
        ]
        table = Report(placed).table()
        assert [column.head for column in table.columns] == ["Kode", "Tingkat", "Baris", "Kolom", "Indikator", "Temuan"]
        assert [tuple(cells)[2:5] for cells in table.rows] == [
            ("3", "Target", "IKU-1"),
            ("4 (realizations)", "", ""),
            ("", "Bobot", ""),
            ("", "", "agreement[PK-1]"),
        ]
        english = [column.head for column in Report(placed).table("en").columns]
        assert english == ["Code", "Severity", "Row", "Column", "Indicator", "Finding"]
        assert [column.head for column in report().table().columns] == ["Kode", "Tingkat", "Tempat", "Temuan"]
        assert [column.head for column in report().table("en").columns] == ["Code", "Severity", "Where", "Finding"]

    def test_text(self) -> None:
        """The table for people is in one language, heads and severities too."""
        indonesian, english = report().text(), report().text("en")
        assert indonesian.startswith("Hasil pemeriksaan\n\nKode")
        assert all(word in indonesian for word in ("galat", "peringatan", "catatan", "99,9"))
        assert english.startswith("Findings\n\nCode")
        assert all(word in english for word in ("error", "warning", "note", "99.9"))
        assert max(len(line) for line in report().text(width=40).splitlines()) <= 40

    def test_nothing_found(self) -> None:
        """An empty report says so in words, and is empty."""
        assert (Report().text(), Report().text("en")) == ("Tidak ada temuan.", "No findings.")
        assert (len(Report()), Report().rows(), Report().blocking) == (0, [], ())
        with pytest.raises(InvalidValueError, match=r"Table\.text\.width"):
            Report().text(width=19)

    @pytest.mark.parametrize("empty", [True, False])
    def test_unknown_language(self, empty: bool) -> None:
        """A language that nobody speaks is refused, found something or not."""
        with pytest.raises(InvalidValueError, match="unknown language"):
            (Report() if empty else report()).text("fr")  # type: ignore[arg-type]

    @pytest.mark.parametrize("findings", [None, 5, "abc", [None], ["TGT-DUP"], [[]]])
    def test_only_findings(self, findings: Any) -> None:
        """Anything but a list of findings is refused."""
        code, path, value = facts_of(lambda: Report(findings))
        if isinstance(findings, list):
            assert (code, path, value) == ("wrong-kind", "Report.findings[0]", findings[0])
        else:
            assert (code, path, value) == ("not-a-list", "Report.findings", findings)
        names = {"code": "X", "severity": "note", "subject": "agreement", "message": PLAIN}
        assert_way_out(Report, findings, Finding=Finding, **names)

    def test_brief(self) -> None:
        """The first findings are written out, the others counted, in one language."""
        whole = report()
        one = "agreement[PK-1].targets[IKU-1]: Indikator IKU-1 ditargetkan dua kali"
        assert whole.brief(most=1) == f"{one}; dan 2 temuan lain"
        assert whole.brief(most=2) == f"{one}; agreement[PK-1]: Jumlah bobot 99,9; dan 1 temuan lain"
        assert whole.brief() == f"{one}; agreement[PK-1]: Jumlah bobot 99,9; agreement[PK-1]: Tidak ditandatangani"
        assert whole.brief("en", 1).endswith("; and 2 more")
        assert Report().brief() == ""
        for most in (0, 101):
            facts = facts_of(lambda most=most: whole.brief(most=most))
            assert facts == ("not-a-whole-number", "Report.brief.most", most)
        assert whole.brief(most=100) == whole.brief()

    def test_brief_below_a_known_subject(self) -> None:
        """Of a subject that the reader knows only what lies below it is named."""
        inside = "Tidak ditandatangani"
        whole = Report([Finding("X", "note", subject, PLAIN) for subject in ("a", "a.b", "ab", ".c")])
        assert whole.brief(most=5) == f"a: {inside}; a.b: {inside}; ab: {inside}; .c: {inside}"
        assert whole.brief(most=5, within="a") == f"{inside}; b: {inside}; ab: {inside}; .c: {inside}"

    def test_a_finding_of_240_signs_is_written_out(self) -> None:
        """One more, and its end is left out."""
        for count, end in ((240, "x"), (241, "...")):
            long = Finding("X", "error", "s", Text("{code}", "{code}"), [("code", "x" * (count - len("s: ")))])
            brief = Report([long]).brief()
            assert len(brief.removesuffix("...")) == 240
            assert brief.endswith(end)

    def test_brief_is_short(self) -> None:
        """However many findings there are and however long their texts, the line stays short."""
        long = Finding("X", "error", "agreement", TWICE, [("code", "x" * 4000)])
        brief = Report([long] * 5000).brief("en")
        assert len(brief) < 1000
        assert brief.endswith("...; and 4,997 more")

    def test_html_escapes_what_users_typed(self) -> None:
        """Codes come from forms, so nothing of them becomes markup."""
        hostile = '"><script>alert(1)</script>'
        html = Report([Finding("X", "error", hostile, TWICE, [("code", hostile)])])._repr_html_()
        assert "<script" not in html
        assert html.count("&lt;script&gt;") == 2

    def test_value(self) -> None:
        """A report is a value: equal, hashable, and itself again after pickling."""
        assert report() == report()
        assert hash(report()) == hash(report())
        assert pickle.loads(pickle.dumps(report())) == report()


def test_brief_within_a_known_subject() -> None:
    """What the reader knows already is not said again; only whole parts of a subject are cut."""
    words = Text("Ganda", "Twice")
    found = [Finding("A", "error", at, words) for at in ("pk[1]", "pk[1].target[2]", "pk[1]x.y")]
    assert Report(found).brief("en", within="pk[1]") == "Twice; target[2]: Twice; pk[1]x.y: Twice"
    assert Report(found).brief("en") == "pk[1]: Twice; pk[1].target[2]: Twice; pk[1]x.y: Twice"
