"""What examples read is what was published, and what they print is written for people."""

import csv
import runpy

import pytest

from tests.conformance.published import TABLES
from tests.house.source import ROOT

DIRECTIONS = {"maximize": "naik", "minimize": "turun"}


def printed(name: str, capsys: pytest.CaptureFixture[str]) -> str:
    """What an example prints, on one line."""
    runpy.run_path(str(ROOT / "examples" / f"{name}.py"), run_name="__main__")
    return " ".join(capsys.readouterr().out.split())


def test_the_own_table_ranks_no_office_whose_row_it_lost(capsys: pytest.CaptureFixture[str]) -> None:
    """The office of the row that cannot be used stands apart, with the number of the row."""
    told = printed("own_table", capsys)
    assert "1. Dinas Sosial 104,00 2. Dinas Kesehatan 94,00 Dinas Perpustakaan 98,00 sementara; tanpa baris 5" in told


def test_the_year_of_an_office_is_told_in_numbers_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    """What an amendment changes is written as Indonesian readers write it, rupiah too."""
    assert "Anggaran 1.02.02: pagu diubah Rp870.000.000 Rp840.000.000" in printed("kendal_2024", capsys)


def test_the_regency_is_as_published() -> None:
    """Each row of examples/regency_2023.csv has the cells of the published row; an office stands once."""
    with (ROOT / "examples" / "regency_2023.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter=";"))[1:]
    above = ""
    published = []
    for row in TABLES["gunungkidul-opd-sasaran-2023"].rows:
        one = row.indicator
        office = "" if one.office == above else one.office
        published.append([office, one.name, DIRECTIONS[one.polarity], row.target, row.realization, row.printed])
        above = one.office or above
    assert rows == published


def test_the_cascade_is_as_published() -> None:
    """Each row of examples/cascade_published.csv is an indicator of the published workbook."""
    with (ROOT / "examples" / "cascade_published.csv").open(encoding="utf-8", newline="") as file:
        rows = [
            (row["Jabatan"], row["Kode"], row["Indikator"], row["Target"])
            for row in csv.DictReader(file, delimiter=";")
        ]
    published = [
        (node["office"], (entry.get("code") or "").strip("."), entry["name"], entry.get("target") or "")
        for node in TABLES["cascade-biro-organisasi-jabar-2016"].nodes
        for entry in node["indicators"]
    ]
    assert rows == published


def test_the_reviewed_reports_are_as_published() -> None:
    """Each row of examples/review_published.csv has the cells of its published row."""
    with (ROOT / "examples" / "review_published.csv").open(encoding="utf-8", newline="") as file:
        rows = [tuple(row) for row in csv.reader(file, delimiter=";")][1:]
    words = {"maximize": "positif", "minimize": "negatif"}
    published = [
        (name, row.period, row.indicator.name, words[row.indicator.polarity], row.target, row.realization, row.printed)
        for name in dict.fromkeys(row[0] for row in rows)
        for row in TABLES[name].rows
    ]
    assert rows == published
