"""Pictures that were looked at in a browser; `python -m tests.base.display.chart.approving` draws them anew.

A change of any of them is seen in the difference of its file: look at it before the new one is kept.
"""

from decimal import Decimal
from pathlib import Path

from sakip.base.display.chart import Bar, Bars, Heat, HeatCell, Lines, Outline, OutlineItem, Series

FOLDER = Path(__file__).with_name("approved")
QUARTERS = ("TW I", "TW II", "TW III", "TW IV")
LONG = "Persentase keluarga yang memperoleh layanan dasar sesuai standar pelayanan minimal"


def _series(name: str, *values: int | Decimal | None, dashed: bool = False) -> Series:
    points = [
        (step, value, "belum" if value is None else str(value)) for step, value in zip(QUARTERS, values, strict=True)
    ]
    return Series(name, points, dashed=dashed)


PICTURES = {
    "bars": Bars(
        "Nilai akhir",
        [
            Bar("Dinas Kesehatan", Decimal("112.5"), "112,50", 4, "Sangat Baik"),
            Bar(f"Dinas Pekerjaan Umum: {LONG}", 80, "80,00", 2),
            Bar("Dinas <Sosial>", Decimal("-12.25"), "-12,25", 0, "Kurang"),
            Bar("Satpol PP", None, "belum dilaporkan", None, "tanpa nilai"),
        ],
        marks=[100],
    ),
    "bars_of_nothing": Bars("Nilai akhir", [Bar("Dinas", None, "-")], lang="en"),
    "bars_of_small_numbers": Bars("Nilai", [Bar("A", Decimal("0.000001"), "0,000001"), Bar("B", 0, "0")]),
    "heat": Heat(
        "Predikat",
        ["Akhir", LONG, "S2"],
        [
            ("Dinas Sosial", [HeatCell("BB", 4, "Turunnya kemiskinan"), HeatCell("A", 5), None]),
            (f"Badan Perencanaan {LONG}", [HeatCell("–"), None, HeatCell("D", 0)]),
        ],
    ),
    "lines": Lines(
        "Capaian",
        [
            _series("Target", 20, 45, 70, 95, dashed=True),
            _series("Realisasi", Decimal("22.5"), None, 60, 93),
            _series("Tahun lalu", 10, 20, 30, 40),
            _series("Provinsi", -5, 0, 5, 10),
            _series(LONG, None, None, None, 1),
        ],
    ),
    "lines_of_nothing": Lines("Capaian", [_series("Target", None, None, None, None)], lang="en"),
    "outline": Outline(
        "Pohon kinerja",
        [
            OutlineItem("IKU-1", 0, detail=LONG, printed="target 105", mark="✗", tone=0),
            OutlineItem("A-1", 1, mark="✓", tone=4, joint="jumlah"),
            OutlineItem("A-1-1", 2, detail="target 40", joint="sama"),
            OutlineItem("B-1", 1, mark="?", tone=2, joint="dukung", broken=True),
            OutlineItem("IKU-2", 0),
        ],
    ),
}
FILES = {
    f"{name}{'' if width is None else f'_{width}'}.svg": (picture, width)
    for name, picture in PICTURES.items()
    for width in (None, 320)
}


def drawn(file: str) -> str:
    """What the picture of a file looks like now."""
    picture, width = FILES[file]
    return picture.svg(width=width) + "\n"


if __name__ == "__main__":
    for file in FILES:
        (FOLDER / file).write_text(drawn(file), encoding="utf-8")
