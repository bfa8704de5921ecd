"""Three published tables as an inspector reviews them: which formula each follows, which rows are wrong, and why.

The rows in review_published.csv are those of public documents, as printed: the accountability report of Banyuwangi for
2025, the five years behind the strategic plan of its agency for national unity, and the indicators of the regency of
Gunungkidul from 2021 to 2025. Nothing is cleaned. The polarity is what each indicator means.
"""

import csv
from pathlib import Path

from sakip.review import Review, review, summarize

COLUMNS = {
    "period": "Periode",
    "indicator": "Indikator",
    "polarity": "Jenis",
    "target": "Target",
    "realization": "Realisasi",
    "achievement": "Capaian",
}
SOURCES = {
    "banyuwangi-lkpj-2025-ikd": "LKPJ Kabupaten Banyuwangi 2025",
    "banyuwangi-renstra-2025-2029-kesbangpol": "Renstra Bakesbangpol Banyuwangi 2025-2029",
    "gunungkidul-iku-kabupaten-2021-2025": "IKU Kabupaten Gunungkidul",
}


def tables() -> dict[str, list[dict[str, str]]]:
    """The rows of each document."""
    found: dict[str, list[dict[str, str]]] = {name: [] for name in SOURCES}
    with Path(__file__).with_name("review_published.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter=";"):
            found[row["Dokumen"]].append(row)
    return found


def of_year(rows: list[dict[str, str]], year: str) -> list[dict[str, str]]:
    """The rows of one year."""
    return [row for row in rows if row["Periode"] == year]


def reviews() -> list[Review]:
    """A review of each document; of Gunungkidul one a year, each beside the year before."""
    *whole, (name, years) = tables().items()
    return [
        *(review(rows, columns=COLUMNS, source=SOURCES[document]) for document, rows in whole),
        *(
            review(
                of_year(years, year),
                columns=COLUMNS,
                previous=of_year(years, str(int(year) - 1)),
                source=f"{SOURCES[name]} {year}",
            )
            for year in ("2024", "2025")
        ),
    ]


if __name__ == "__main__":
    done = reviews()
    print(summarize(done).text(width=100))
    for one in done:
        print(f"\n\n{one.text(width=100)}")
