"""Which columns hold which field, where no caller says so: by exact words, or not at all."""

from itertools import chain
from typing import Any

import pytest

from sakip import Reading, agreements_from_rows
from sakip.errors import InvalidValueError
from sakip.model.rows.heads import PERIODS, RULES, WORDS, headed
from tests.model.rows.making import COLUMNS, FIELDS, GOOD, QUARTERS, row, texts

NEEDED = {"polarity", "target", "year", "code"}
QUARTERLY = {"Indikator": "A", "Satuan": "%", "Polaritas": "positif", "Target": 90, "Konsolidasi": "posisi akhir"}


def read(rows: Any, **arguments: Any) -> Reading:
    """The reading of a table of 2025 without columns."""
    return agreements_from_rows(rows, **{"year": 2025, **arguments})


def columns(*heads: str) -> Any:
    """Which fields some heads are, where everything that is needed is said elsewhere."""
    return headed([[dict.fromkeys(heads)]], NEEDED).columns


def refused(rows: Any, **arguments: Any) -> InvalidValueError:
    """The error of a table whose heads do not say enough."""
    with pytest.raises(InvalidValueError) as caught:
        read(rows, **arguments)
    assert (caught.value.code, caught.value.path) == ("heads-unclear", "agreements_from_rows.columns")
    return caught.value


def test_words_do_not_overlap() -> None:
    """No word means two fields, so that nothing is ever decided by the order of a list."""
    meanings: dict[str, set[str]] = {}
    named = ((one.name, (one.name, one.label.id, one.label.en)) for one in FIELDS)
    for name, words in chain(named, WORDS):
        for word in words:
            meanings.setdefault(word.casefold(), set()).add(name)
    for name, word, numerals in PERIODS:
        for numeral in numerals:
            meanings.setdefault(f"{word} {numeral}".casefold(), set()).add(name)
    assert {word: names for word, names in meanings.items() if len(names) > 1} == {}
    assert {name for name, _ in WORDS} | {name for name, *_ in PERIODS} <= {one.name for one in FIELDS}


class TestWords:
    @pytest.mark.parametrize("one", FIELDS, ids=lambda one: one.name)
    def test_a_field_by_its_names(self, one: Any) -> None:
        """The name of a field and its labels in both languages, in any case and with blanks around."""
        for word in (one.name, one.label.id, one.label.en, one.label.id.upper(), one.label.id.lower()):
            assert columns(word) == {one.name: word}
        assert columns(f"  {one.label.id} ") == {one.name: f"  {one.label.id} "}

    @pytest.mark.parametrize(("name", "word"), [(name, word) for name, words in WORDS for word in words])
    def test_common_words(self, name: str, word: str) -> None:
        """What heads of Indonesian tables commonly say."""
        assert columns(word) == {name: word}
        assert columns(word.upper()) == {name: word.upper()}

    @pytest.mark.parametrize(("name", "word", "numerals"), PERIODS)
    def test_periods(self, name: str, word: str, numerals: tuple[str, ...]) -> None:
        """The columns of the periods in the order of the year, whatever their order in the table."""
        heads = tuple(f"{word} {numeral}" for numeral in numerals)
        assert columns(*reversed(heads)) == {name: heads}
        digits = tuple(f"{word} {at}" for at, _ in enumerate(numerals, start=1))
        assert columns(*digits) == {name: digits}

    @pytest.mark.parametrize(
        "head",
        ["Targat", "Target 2025", "Target.", "Indikators", "TWI", "TW V", "TW 0", "Semester III", "", " ", "\u200b"],
    )
    def test_what_is_similar_is_not_the_same(self, head: str) -> None:
        """A slip of the pen, a year beside the word, a fifth quarter: none is taken for what it looks like."""
        assert columns(head) == {}

    def test_a_head_that_cannot_be_named_is_not_read(self) -> None:
        """A head of two lines is no name of a column, so that it is told and not taken."""
        found = headed([[{"Target\nTahunan": 1, "Indi\tkator": 2, "Tar\u202eget": 3, "Target": 4}]], NEEDED)
        assert found.columns == {"target": "Target"}
        assert "'Target Tahunan', 'Indi kator', 'Tar\\u202eget'" in found.findings[1].text("id")


class TestRead:
    def test_as_with_columns(self) -> None:
        """A table whose heads are the words is read as with their map, but for the note."""
        rows = [row(), row(OPD="Lain", Target="x")]
        with_map = agreements_from_rows(rows, columns=COLUMNS, year=2025)
        without = read(rows)
        assert (without.pairs, without.used, without.lost) == (with_map.pairs, with_map.used, with_map.lost)
        own = {rule.code for rule in RULES}
        assert [one for one in without.report if one.code not in own] == list(with_map.report)

    def test_the_names_of_our_fields(self) -> None:
        """A database whose columns are called as our fields are needs no map."""
        ((agreement, realizations),) = read(
            [{"office": "Dinas", "code": "A", "polarity": "minimize", "target": 5, "realization": 4, "weight": 100}]
        )
        assert (agreement.targets[0].weight, realizations[0].value) == (100, 4)

    def test_quarters(self) -> None:
        """TW I to TW IV are realizations of the quarters, also in four columns of targets beside them."""
        delivered = dict(zip(QUARTERS, (20, 40, 60, 90), strict=True))
        promised = {f"Target {quarter}": target for quarter, target in zip(QUARTERS, (20, 45, 70, 90), strict=True)}
        ((agreement, realizations),) = read([QUARTERLY | delivered | promised])
        assert [one.value for one in realizations] == [20, 40, 60, 90]
        assert [str(period.code) for period, _ in agreement.targets[0].trajectory] == [
            f"2025-Q{at}" for at in range(1, 5)
        ]

    def test_the_report_says_what_was_taken_for_what(self) -> None:
        """One note of the whole table, in both languages; what is no known word is a warning."""
        reading = read([GOOD | {"No": 1, "Keterangan": ""}])
        indonesian, english = texts(reading, "ROW-HEADS")
        assert indonesian == (
            "Kolom dibaca menurut judulnya: 'OPD' = Kantor; 'Kode' = Kode indikator; 'Indikator' = Nama indikator; "
            "'Satuan' = Satuan; 'Jenis' = Polaritas; 'Target' = Target; 'Realisasi' = Realisasi"
        )
        assert "'Jenis' = Polarity" in english
        assert "'No', 'Keterangan'" in texts(reading, "ROW-HEADS-UNREAD")[0]
        severities = {one.code: one.severity for one in reading.report.of("ROW-HEADS", "ROW-HEADS-UNREAD")}
        assert severities == {"ROW-HEADS": "note", "ROW-HEADS-UNREAD": "warning"}
        assert read([GOOD]).report.of("ROW-HEADS-UNREAD").codes() == ()
        assert (
            "'TW I', 'TW II', 'TW III', 'TW IV' = Realisasi"
            in texts(read([QUARTERLY | dict.fromkeys(QUARTERS, 1)]), "ROW-HEADS")[0]
        )

    def test_with_columns_nothing_is_taken(self) -> None:
        """A map is the whole of what is read; a head that is a known word is not added to it."""
        reading = agreements_from_rows([row(Bobot="40")], columns=COLUMNS, year=2025)
        assert reading.report.of("ROW-HEADS", "ROW-HEADS-UNREAD").codes() == ()
        assert reading.agreements[0].targets[0].weight is None

    def test_what_the_caller_says_needs_no_column(self) -> None:
        """Defaults, overrides and the year stand in for columns."""
        bare = {"Kode": "A", "Target": 1}
        assert len(read([bare], defaults={"polarity": "maximize"})) == 1
        assert len(read([bare], overrides={"A": {"polarity": "maximize"}})) == 1
        assert len(agreements_from_rows([bare | {"Polaritas": "positif", "Tahun": "2025"}])) == 1

    def test_two_tables(self) -> None:
        """The heads of both tables are read, and what they share is called alike in both."""
        promised = {name: cell for name, cell in GOOD.items() if name != "Realisasi"}
        ((_, realizations),) = read(
            [promised], realizations=[{"OPD": "Dinas Sosial", "Kode": "IKU-1", "Realisasi": "90"}]
        )
        assert [one.value for one in realizations] == [90]
        other = refused([promised], realizations=[{"Kode indikator": "IKU-1", "Realisasi": "90"}])
        assert "'Kode', 'Kode indikator'" in other.problem[0]

    @pytest.mark.parametrize("rows", [[], [5], [{}], [{5: 1, None: 2}]])
    def test_a_table_without_heads(self, rows: Any) -> None:
        """Where there is nothing to read, nothing is missing."""
        reading = read(rows)
        assert (len(reading), reading.given) == (0, len(rows))


class TestRefused:
    @pytest.mark.parametrize(
        ("more", "told"),
        [
            ({"Perangkat Daerah": "x"}, "'OPD', 'Perangkat Daerah' sama-sama berarti Kantor"),
            ({"opd": "x"}, "'OPD', 'opd' sama-sama berarti Kantor"),
            ({"Polaritas": "x"}, "'Jenis', 'Polaritas' sama-sama berarti Polaritas"),
            (dict.fromkeys(QUARTERS), "'Realisasi', 'TW I', 'TW II', 'TW III', 'TW IV' sama-sama berarti Realisasi"),
        ],
    )
    def test_what_is_ambiguous(self, more: dict[str, object], told: str) -> None:
        """Two heads that say the same are refused: which of them counts is not ours to say."""
        assert refused([GOOD | more]).problem[0] == told

    @pytest.mark.parametrize("count", [1, 2, 3])
    def test_some_periods(self, count: int) -> None:
        """Three quarters are not a year, and none of them is taken for another period."""
        error = refused([QUARTERLY | dict.fromkeys(QUARTERS[:count])])
        assert error.problem[0].endswith("dari 4 periode")

    def test_two_kinds_of_periods(self) -> None:
        """Quarters beside half-years say the same twice."""
        halves = {"Semester I": 1, "Semester II": 2}
        assert "sama-sama" in refused([QUARTERLY | dict.fromkeys(QUARTERS) | halves]).problem[0]
        assert len(read([QUARTERLY | halves])) == 1

    def test_everything_at_once(self) -> None:
        """What is ambiguous and what is missing stand in one error, with the heads that there are."""
        error = refused([{"OPD": "x", "SKPD": "y", "TW I": 1, "Capaian": 5}], year=None)
        assert error.problem[1].split("; ") == [
            "'OPD', 'SKPD' all mean Office",
            "of Realization there is 'TW I' alone, of 4",
            "no head says Name of the indicator",
            "no head says Polarity",
            "no head says Target",
            "no head says Fiscal year",
        ]
        assert error.value == ["OPD", "SKPD", "TW I", "Capaian"]
        assert "columns=" in error.way_out[0]

    def test_a_range_is_a_target(self) -> None:
        """Two bounds are a target too."""
        bounds = {"Batas bawah target": 80, "Batas atas target": 90}
        assert len(read([{"Kode": "A", "Polaritas": "stabil", **bounds}])) == 1

    def test_heads_of_megabytes(self) -> None:
        """A thousand heads and one of a million characters are told in a few lines."""
        many = GOOD | {f"X{at}": "" for at in range(1000)} | {"<b>" * 400_000: ""}
        told = texts(read([many]), "ROW-HEADS-UNREAD")[0]
        assert len(told) < 500
        assert "dan 981 lagi" in told
        assert len(str(refused([{"x" * 1_000_000: 1} | {f"X{at}": "" for at in range(1000)}]))) < 2000

    @pytest.mark.parametrize(
        ("arguments", "path"),
        [
            ({"defaults": 5}, "agreements_from_rows.defaults"),
            ({"overrides": 5}, "agreements_from_rows.overrides"),
            ({"overrides": {"A": 5}}, "agreements_from_rows.overrides"),
            ({"defaults": {"foo": 1}}, "agreements_from_rows.defaults"),
        ],
    )
    def test_arguments_of_another_kind(self, arguments: Any, path: str) -> None:
        """They are refused as with columns."""
        with pytest.raises(InvalidValueError) as caught:
            read([GOOD], **arguments)
        assert caught.value.path.startswith(path)
