"""From your own table to ranks and a picture: the rows of a spreadsheet as they were typed, nothing prepared.

The offices, the indicators and the numbers are made up. What is typical is the form: everything is text, the office
stands once and its cells below are empty, a bar means nothing was reported, and one target holds a word.
"""

from sakip import agreements_from_rows, evaluate_many, rank
from sakip.policies import LKJIP

HEADS = ("OPD", "Indikator", "Satuan", "Jenis", "Target", "TW I", "TW II", "TW III", "TW IV")
CELLS = (
    ("Dinas Kesehatan", "Cakupan imunisasi", "%", "positif", "95", "22,5", "45", "70", "93,1"),
    ("", "Angka kematian ibu", "per 100.000", "negatif", "100", "", "", "", "110"),
    ("Dinas Sosial", "Keluarga terlayani", "keluarga", "positif", "1.250", "-", "600", "900", "1.300"),
    ("Dinas Perpustakaan", "Kunjungan perpustakaan", "orang", "positif", "12.000", "2.900", "6.100", "9.000", "11.760"),
    ("", "Koleksi buku", "buku", "positif", "5 juta buku", "10", "20", "30", "40"),
)

if __name__ == "__main__":
    reading = agreements_from_rows(
        [dict(zip(HEADS, row, strict=True)) for row in CELLS],
        columns={
            "office": "OPD",
            "indicator": "Indikator",
            "unit": "Satuan",
            "polarity": "Jenis",
            "target": "Target",
            "realization": ("TW I", "TW II", "TW III", "TW IV"),
        },
        year=2024,
        convention="id",
        fill_down=["OPD"],
        values={"-": None},
        defaults={"consolidation": "last_progress"},
    )
    ranking = rank(evaluate_many(reading, policy=LKJIP), reading=reading)
    print(f"{reading.text()}\n\nBaris yang tidak dipakai: {reading.left_out}\n\n{ranking.text()}")
    print(f"\n{ranking.picture().text()}\n\nGambar yang sama sebagai SVG: {len(ranking.svg())} karakter")
