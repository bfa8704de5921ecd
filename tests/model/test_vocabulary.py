"""Words of Indonesian tables, read where they have one meaning."""

from collections.abc import Callable
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip import Period
from sakip.model import vocabulary
from sakip.model.vocabulary import (
    consolidation_choices,
    consolidation_word,
    echelon_word,
    month_word,
    period_word,
    polarity_word,
    reason_word,
    status_word,
)
from sakip.testing import periods
from tests.conformance.published import TABLES


@pytest.mark.parametrize(
    ("polarity", "words"),
    [
        (
            "maximize",
            [
                "maximize",
                "Positif",
                "POSITIVE",
                "Higher is better",
                "Semakin tinggi semakin baik",
                "makin besar, makin baik",
                "Semakin tinggi realisasinya, semakin bagus",
                "lebih tinggi lebih baik",
            ],
        ),
        (
            "minimize",
            ["minimize", "negatif", "Lower is better", "Semakin rendah semakin baik", "Makin kecil makin baik."],
        ),
        ("stabilize", ["stabilize", "Stabil"]),
        (
            None,
            [
                "",
                "Naik",
                "turun",
                "maksimal",
                "minimal",
                "rentang",
                "range",
                "Komulatif",
                "semakin tinggi semakin buruk",
            ],
        ),
    ],
)
def test_polarity(polarity: str | None, words: list[str]) -> None:
    """Only a word that states which direction is good is a polarity."""
    assert {polarity_word(word) for word in words} == {polarity}


@pytest.mark.parametrize(
    ("choices", "words"),
    [
        (("sum",), ["sum", "Jumlah", "penjumlahan"]),
        (("average",), ["average", "Rata-rata", "rata2".replace("2", " rata"), "Rerata"]),
        (("last_level",), ["last_level", "Posisi Akhir", "TLKV", "Take Last Known Value", "nilai akhir"]),
        (("last_progress",), ["last_progress", "Progres"]),
        (("minimum",), ["minimum", "Terendah"]),
        (("maximum",), ["maksimum", "tertinggi"]),
        (("sum", "last_progress"), ["Kumulatif", "komulatif", "akumulasi"]),
        (("last_level", "average", "sum"), ["Non Kumulatif", "non-kumulatif", "nonkomulatif"]),
        ((), ["", "positif", "lain-lain"]),
    ],
)
def test_consolidation(choices: tuple[str, ...], words: list[str]) -> None:
    """A word with two meanings in use has two choices, and decides nothing by itself."""
    assert {consolidation_choices(word) for word in words} == {choices}
    assert {consolidation_word(word) for word in words} == {choices[0] if len(choices) == 1 else None}


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("draft", ["draft", "Draf"]),
        ("submitted", ["Diajukan", "menunggu verifikasi", "Belum diverifikasi"]),
        ("verified", ["Terverifikasi", "telah diverifikasi"]),
        ("final", ["Final"]),
        (None, ["", "sementara", "disetujui", "tetap"]),
    ],
)
def test_status(status: str | None, words: list[str]) -> None:
    """How far a number has been checked, as applications write it."""
    assert {status_word(word) for word in words} == {status}


@pytest.mark.parametrize("text", ["II.b", "IIb", "ii.b", "Eselon II.b", "ESELON II/b", "Es. II.b", "Esl. II b"])
def test_echelon(text: str) -> None:
    """An echelon is read with and without its word in front."""
    found = echelon_word(text)
    assert found is not None
    assert found.code == "II.b"


@pytest.mark.parametrize("text", ["", "II/b", "Eselon", "Eselon IX", "Kepala Dinas", "I" * 10**6])
def test_no_echelon(text: str) -> None:
    """A pay grade, or anything else, is none."""
    assert echelon_word(text) is None


@pytest.mark.parametrize(
    ("month", "words"),
    [
        (1, ["Januari", "JAN", "jan."]),
        (2, ["Februari", "Pebruari", "Feb", "peb"]),
        (5, ["Mei", "May"]),
        (8, ["Agustus", "Agt", "agu", "Aug"]),
        (10, ["Oktober", "okt", "Oct"]),
        (11, ["Nopember", "November", "nop"]),
        (12, ["Desember", "des", "Dec"]),
        (None, ["", "bulan", "Jum", "Ma"]),
    ],
)
def test_month(month: int | None, words: list[str]) -> None:
    """Months by their names and short forms, older spellings among them."""
    assert {month_word(word) for word in words} == {month}


@pytest.mark.parametrize(
    ("code", "texts"),
    [
        (
            "2025-Q1",
            [
                "TW I",
                "TW1",
                "tw. 1",
                "TWI",
                "Triwulan I",
                "Triwulan ke-1",
                "Triwulan Pertama",
                "Q1",
                "Kuartal 1",
                "2025-Q1",
            ],
        ),
        (
            "2025-Q4",
            ["TW IV", "Triwulan IV 2025", "TW4/2025", "Q4 2025", "Triwulan IV Tahun 2025", "Triwulan IV TA 2025"],
        ),
        ("2025-H1", ["Semester 1", "Smt 1", "Sm.1", "Semester I", "H1", "S1", "SMT-I"]),
        ("2025-H2", ["Semester II", "Semester 2 Tahun 2025", "2025-H2"]),
        ("2025-T3", ["Caturwulan III", "cawu 3", "Catur Wulan Ketiga", "2025-T3"]),
        (
            "2025-M04",
            ["April", "Apr", "Apr-2025", "April 2025", "B04", "B4", "Bulan 4", "bln 04", "Bulan ke-4", "2025-M04"],
        ),
        ("2025-M12", ["Desember", "B12", "Bulan 12"]),
        ("2025", ["Tahunan", "Tahun", "Tahun 2025", "2025", "1 Tahun", "Y"]),
    ],
)
def test_period(code: str, texts: list[str]) -> None:
    """Heads of columns and cells of a period column, as tables write them."""
    assert {text: period_word(text, 2025) for text in texts} == dict.fromkeys(texts, Period.parse(code))


@pytest.mark.parametrize(
    "text",
    ["", "I", "1", "TW", "TW 5", "TW V", "Q5", "QI", "T1", "Semester 3", "Caturwulan 4", "B13", "B00", "s.d. TW III",
     "TW I - TW II", "Januari - Maret", "Realisasi", "Target", "2025 2026", "TW 0", "TW I" * 10**6],
)  # fmt: skip
def test_no_period(text: str) -> None:
    """A part that the year does not have, several periods, or a bare number names no period."""
    assert period_word(text, 2025) is None


def test_the_year_in_the_text_counts() -> None:
    """The year of the table serves a text that names none; without either there is no period."""
    assert period_word("TW I 2024", 2025) == Period.quarter(2024, 1)
    assert period_word("TW I 2024") == Period.quarter(2024, 1)
    assert period_word("TW I") is None
    assert period_word("Tahunan") is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("April", "2025-M01@04"),
        ("Maret", "2025-M12@04"),
        ("Maret 2026", "2025-M12@04"),
        ("April 2025", "2025-M01@04"),
        ("B01", "2025-M01@04"),
        ("TW I", "2025-Q1@04"),
        ("2025-Q1", "2025-Q1@04"),
        ("2025-Q1@07", "2025-Q1@07"),
    ],
)
def test_a_fiscal_year_that_begins_in_april(text: str, code: str) -> None:
    """Months by name are those of the calendar, by number those of the fiscal year."""
    found = period_word(text, 2025, 4)
    assert found is not None
    assert found.code == code


@given(periods())
def test_a_period_is_read_from_its_code_and_its_label(period: Period) -> None:
    """What the library itself prints for a period is read back."""
    assert period_word(period.code, period.fiscal_year, period.starts) == period
    if period.starts == 1 and 1900 <= period.fiscal_year < 2100:
        assert period_word(period.label("id")) == period


def test_the_periods_of_published_tables() -> None:
    """Real heads of columns: those that name one period are read, the others are not."""
    found = {row.period: period_word(row.period, 2019) for table in TABLES.values() for row in table.rows}
    read = {text for text, period in found.items() if period is not None}
    assert read >= {"Q1", "Q2", "Q3", "Q4", "Smt 1", "Sm.1", "Y", "Triwulan IV 2019", "Triwulan IV 2015"}
    assert "s.d. Q3" not in read
    assert {text for text in found if text not in read and text not in {"", "s.d. Q3"}} == {
        *("year 1", "year 2", "year 3", "year 4", "year 5", "evaluation", "example", "Y-23"),
        *("2015 against the 2019 target", "2015 against the national target"),
    }


WORDS: tuple[Callable[[str], object], ...] = (
    polarity_word,
    consolidation_choices,
    consolidation_word,
    status_word,
    echelon_word,
    month_word,
    period_word,
)


@pytest.mark.parametrize("word", WORDS, ids=lambda word: word.__name__)
@given(text=st.text(max_size=120))
def test_any_text_has_an_answer(word: Callable[[str], object], text: str) -> None:
    """No text raises."""
    word(text)


@pytest.mark.parametrize("word", WORDS, ids=lambda word: word.__name__)
def test_hostile_text_is_no_word(word: Callable[[str], object]) -> None:
    """Megabytes, formulas and markup are no words, and cost nothing."""
    texts = ["semakin " * 10**6, "1" * 10**6, "." * 10**6, "\x00", "=A1", "<b>positif</b>"]
    assert not any(word(text) for text in texts)


def test_every_consolidation_of_the_library_is_a_word() -> None:
    """The library's own names are read as themselves."""
    assert [consolidation_word(name) for name in get_args(vocabulary.Consolidation)] == [
        *get_args(vocabulary.Consolidation)
    ]
    assert [polarity_word(name) for name in get_args(vocabulary.Polarity)] == [*get_args(vocabulary.Polarity)]
    assert [status_word(name) for name in get_args(vocabulary.DataStatus)] == [*get_args(vocabulary.DataStatus)]


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        (
            "official",
            [
                "official",
                "Mutasi",
                "mutasi pejabat",
                "Pergantian pejabat",
                "pergantian/mutasi pejabat",
                "Pergantian atau mutasi pejabat",
            ],
        ),
        ("strategy", ["strategy", "Strategi", "Perubahan program", "perubahan anggaran"]),
        (
            "priority",
            ["priority", "Prioritas", "asumsi", "Perubahan prioritas dan asumsi", "perubahan prioritas/asumsi"],
        ),
        (None, ["", "koreksi", "perubahan", "refocusing", "x" * 101]),
    ],
)
def test_reason_words(reason: str | None, words: list[str]) -> None:
    """The three reasons of the law in the words of documents; any other word is left to the caller."""
    assert {word: reason_word(word) for word in words} == dict.fromkeys(words, reason)
