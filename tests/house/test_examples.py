"""The table that an example reads is the published one that the conformance tests read."""

import csv

from tests.conformance.published import TABLES
from tests.house.source import ROOT

DIRECTIONS = {"maximize": "naik", "minimize": "turun"}


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
