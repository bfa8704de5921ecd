"""Rows of public reports that are not among the tables: read and classified before the review saw them."""

import pytest

from sakip.review import Review, review

PALOPO = "Laporan keuangan Pengadilan Negeri Palopo 2013, tabel 7"
KANGEAN = "LAKIP Pengadilan Agama Kangean 2011, bab III"
TANAH_DATAR = "LKj Pemerintah Kabupaten Tanah Datar 2015 dan 2016, tabel 3.3"

ROWS = {
    PALOPO: (
        ("Belanja pegawai", "3.828.095.000,00", "3.717.394.859,00", "97,11", "reproduced"),
        ("Belanja barang", "687.541.000,00", "645.438.029,00", "93,88", "reproduced"),
        ("Belanja modal", "965.000.000,00", "846.570.333,00", "87,73", "reproduced"),
        ("Total belanja bruto", "5.480.636.000,00", "5.209.403.221,00", "95,05", "reproduced"),
        ("Total belanja neto", "5.480.636.000,00", "5.209.400.906,00", "95,05", "reproduced"),
    ),
    KANGEAN: (
        ("Penyelesaian perkara yang tepat waktu", "80 %", "79.9 %", "99.8", "reproduced"),
        ("Perkara bagi masyarakat miskin", "20", "20", "100", "reproduced"),
        ("Layanan sidang keliling", "50 %", "60%", "120", "reproduced"),
        ("Putusan yang diunggah", "50 %", "17.8%", "35.6", "reproduced"),
        ("Pelayanan meja informasi", "95 %", "100%", "105", "reproduced"),
        ("Minutasi berkas perkara", "90%", "97 %", "107", "reproduced"),
    ),
    TANAH_DATAR: (
        ("APM SD/MI", "90,89", "92,22", "101,46", "reproduced"),
        ("APM SMP/MTs", "81,73", "82,92", "101,46", "reproduced"),
        ("APK SMP/MTs/Paket B", "101,51", "103,22", "101,68", "reproduced"),
        ("Cakupan wilayah persampahan, dalam uraian", "15", "11", "73,30", "not-reproduced"),
        ("Cakupan wilayah persampahan, dalam tabel", "15", "11", "70,30", "not-reproduced"),
        ("Status mutu kualitas air", "5", "5", "100", "reproduced"),
        ("Anggaran wajib belajar", "22.275.313.470,-", "18.817.240.527,-", "84,48", "reproduced"),
        ("Anggaran persampahan", "Rp 548.000.000", "Rp.499.471.900", "91,14", "reproduced"),
    ),
}
FIELDS = ("indicator", "target", "realization", "achievement")


def reviewed(source: str) -> Review:
    """The review of the rows of a report."""
    return review([dict(zip(FIELDS, row, strict=False)) for row in ROWS[source]], source=source)


@pytest.mark.parametrize("source", ROWS)
def test_verdicts(source: str) -> None:
    """As the rows were classified."""
    assert [line.verdict for line in reviewed(source).lines] == [row[-1] for row in ROWS[source]]


def test_the_way_of_rounding() -> None:
    """Kangean cuts 107,78 to 107 and 99,875 to 99.8."""
    assert dict(reviewed(KANGEAN).habits.roundings) == {"truncate": 2}
