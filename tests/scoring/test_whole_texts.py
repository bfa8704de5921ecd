"""Whole texts, word for word, in both languages."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from sakip import (
    BPK_OPINIONS,
    Agreement,
    Evaluation,
    Indicator,
    Level,
    Period,
    Realization,
    Reference,
    Target,
    Text,
    compare_years,
    evaluate,
    evaluate_many,
    progress,
    rank,
)
from sakip.policies import LKJIP, LKJIP_WEIGHTED
from sakip.scoring import GradeScale, PanelRule, panel_score
from tests.scoring.making import agreement, judged, refused, target

QUARTERS = Period.year(2025).parts("quarter")
POLICY = LKJIP_WEIGHTED.evolve(
    id="kab-contoh",
    title=Text("Kebijakan contoh", "Example policy"),
    in_force_from=date(2026, 1, 1),
    scale=GradeScale(
        [(0, "Kurang"), (80, "Baik")], closed="lower", reference=Reference("Perbup Contoh 1/2026", certainty="read")
    ),
    readings=[Text("bacaan", "reading")],
)
PANEL = PanelRule(
    "inovasi",
    low=0,
    high=100,
    trim=1,
    minimum=3,
    tolerance=30,
    reference=Reference("Perbup Contoh 1/2026", article="7", certainty="read"),
)


def weighted() -> Evaluation:
    """Two objectives with weights: one of two quarters, one not reported; under a policy of another year."""
    covered = target(
        "10.5",
        code="A",
        weight=60,
        unit="%",
        name="Cakupan",
        consolidation="sum",
        trajectory=dict.fromkeys(QUARTERS[:2], "5.25"),
    )
    made = agreement([covered], [target(4, code="B", weight=40, name="Dokumen")])
    given = [Realization("A", amount, period=at) for at, amount in zip(QUARTERS, ("3.5", "4.9"), strict=False)]
    return evaluate(made, given, policy=POLICY)


def year(at: int, given: dict[str, Any], **lineage: Any) -> tuple[Agreement, list[Realization]]:
    """One year of indicators in percent and of an opinion; lineage by code."""
    promised = [
        Target(Indicator(code, f"Indikator {code}", unit="%", polarity="maximize", **lineage.get(code, {})), 100)
        for code in given
        if code != "OPINI"
    ]
    opinion = Indicator("OPINI", "Opini BPK", polarity="maximize", scale=BPK_OPINIONS)
    made = agreement([*promised, Target(opinion, Level("WTP"))], year=at)
    return made, [Realization(code, value) for code, value in given.items() if value is not None]


def compared() -> Any:
    """Two years: one kept, one renamed, one replaced, one new and not reported, one ended, and an opinion."""
    first = year(2024, {"A": 60, "B": 1000, "C": 5, "E": 5, "OPINI": Level("WDP")})
    last = {"A": 80, "B2": 2000, "C2": 5, "D": None, "OPINI": Level("WTP")}
    second = year(2025, last, B2={"same_as": "B"}, C2={"replaces": "C"})
    more: dict[str, Any] = {"medium_term": {"A": 95, "X": 1}, "national": {"A": "80.5", "Y": 1}}
    return compare_years([first, second], policy=LKJIP, **more)


def ranked() -> Any:
    """A total that one indicator carries, a plain one, a provisional one, and three without a total."""
    (broken,) = evaluate_many([3], policy=LKJIP)  # type: ignore[list-item]
    final = [judged(0, 611, "100.71", office="Dinas A"), judged("66.666", office="Dinas B")]
    return rank([*final, judged(90, None, office="Dinas C"), judged(None, office="Dinas D"), refused(), broken])


def progressed() -> Any:
    """Two quarters, of which the second is not reported for one indicator, with what is projected."""
    plans = {"IKU-1": dict.fromkeys(QUARTERS, 10), "IKU-2": dict(zip(QUARTERS, (25, 50, 75, 100), strict=True))}
    first = target(40, consolidation="sum", trajectory=plans["IKU-1"])
    second = target(100, code="IKU-2", consolidation="last_progress", trajectory=plans["IKU-2"])
    given = [Realization("IKU-1", amount, period=at) for at, amount in zip(QUARTERS, (9, 11), strict=False)]
    given.append(Realization("IKU-2", 20, period=QUARTERS[0]))
    made = agreement([first, second])
    return progress(made, given, policy=LKJIP, through=QUARTERS[1], projection="linear")


def disputed() -> Any:
    """A panel whose lowest and highest ratings are left out and too far apart."""
    team = {"Sekda": "90.5", "Inspektur": 70, "Bappeda": 75, "BKPSDM": 80, "Akademisi": 30, "Kominfo": None}
    return panel_score("Inovasi", team.items(), rule=PANEL)


def invalid() -> Any:
    """A panel with a rater who rated twice, and a rating that is off the scale."""
    return panel_score("Inovasi", [("A", 1), ("A", 2), ("B", "101.5"), ("C", None)], rule=PANEL)


MAKERS: dict[str, Callable[[Any], str]] = {
    "explanation": lambda lang: weighted().explain(lang, width=110),
    "table": lambda lang: weighted().text(lang, width=110),
    "summary": lambda lang: weighted().summary(lang, width=110),
    "comparison": lambda lang: compared().text(lang, width=110),
    "ranking": lambda lang: ranked().text(lang, width=110),
    "progress": lambda lang: progressed().text(lang, width=110),
    "disputed panel": lambda lang: disputed().text(lang, width=110),
    "invalid panel": lambda lang: invalid().text(lang, width=110),
}
TEXTS = {
    ("explanation", "id"): """
Perjanjian PK-1, Tahun 2025: Kepala Dinas
Nilai: 80,00 — Baik (sementara)
Rata-rata tertimbang dari angka tepat (1) = 80
Dibulatkan ke 2 desimal (setengah menjauhi nol) = 80,00
Diketahui 60,00 % dari bobot; tanpa nilai: B

Sasaran 1
  Nilai: 80,00 — Baik
  Rata-rata tertimbang dari angka tepat (1) = 80
  Dibulatkan ke 2 desimal (setengah menjauhi nol) = 80,00

  A  Cakupan
    Target 10,5 %; realisasi 3,5 % (Triwulan I 2025); 4,9 % (Triwulan II 2025) (makin tinggi makin baik)
    Yang dinilai (Tahun 2025, dijumlahkan): realisasi 8,4, target 10,5
    100 × realisasi ÷ target = 100 × 8,4 ÷ 10,5 = 80
    Dibulatkan ke 2 desimal (setengah menjauhi nol) = 80,00
    Nilai: 80,00 — Baik
    Bobot: 60

Sasaran 2
  Nilai: –
  Tanpa nilai: tidak ada indikator yang bernilai [nothing-known]

  B  Dokumen
    Target 4; realisasi belum dilaporkan (makin tinggi makin baik)
    Tanpa nilai: realisasi belum dilaporkan [not-reported]
    Bobot: 40

Kebijakan: Kebijakan contoh (kab-contoh, edisi 1)
Dasar: menyimpang dari lkjip edisi 1 dalam bobot, nilai akhir, skala predikat, pembacaan; dasar hukum tidak
    dinyatakan
Berlaku: 1 Januari 2026 sampai dengan …; Tahun 2025 di luar masa berlakunya
Pengaturan: target nol: tidak dihitung; belum dilaporkan: tanpa nilai; belum lengkap: nilai sementara; status
    data minimum: tidak ada; yang diteruskan ke tingkat berikut: angka tepat; periode: realisasi dan target
    dikonsolidasikan, lalu dinilai
Skala: Baik ≥ 80; Kurang ≥ 0 (dibaca pada angka tepat)
Dasar skala: Perbup Contoh 1/2026 (dibaca pada naskahnya)
Pembacaan: bacaan
""",
    ("explanation", "en"): """
Agreement PK-1, Year 2025: Kepala Dinas
Score: 80.00 — Baik (provisional)
Weighted mean of the exact numbers (1) = 80
Rounded to 2 decimals (halves away from zero) = 80.00
Known: 60.00 % of the weight; without a score: B

Sasaran 1
  Score: 80.00 — Baik
  Weighted mean of the exact numbers (1) = 80
  Rounded to 2 decimals (halves away from zero) = 80.00

  A  Cakupan
    Target 10.5 %; realization 3.5 % (Quarter I 2025); 4.9 % (Quarter II 2025) (higher is better)
    Judged (Year 2025, summed): realization 8.4, target 10.5
    100 × realization ÷ target = 100 × 8.4 ÷ 10.5 = 80
    Rounded to 2 decimals (halves away from zero) = 80.00
    Score: 80.00 — Baik
    Weight: 60

Sasaran 2
  Score: –
  No score: no indicator has a score [nothing-known]

  B  Dokumen
    Target 4; realization not reported (higher is better)
    No score: the realization was not reported [not-reported]
    Weight: 40

Policy: Example policy (kab-contoh, edition 1)
Basis: departs from lkjip edition 1 in weights, total, grade scale, readings; no legal basis was stated
In force: 1 January 2026 until …; Year 2025 is outside of it
Settings: zero target: not computed; not reported: no score; incomplete: a provisional total; minimum data
    status: none; carried to the next level: the exact number; periods: consolidated, then scored
Scale: Baik ≥ 80; Kurang ≥ 0 (read on the exact number)
Basis of the scale: Perbup Contoh 1/2026 (read in its text)
Reading: reading
""",
    ("table", "id"): """
PK-1 — Kepala Dinas, Tahun 2025

Kode  Indikator (satuan)  Bobot  Target  Realisasi  Nilai   Skor  Predikat
----  ------------------  -----  ------  ---------  -----  -----  --------
      Sasaran: Sasaran 1                            80,00  48,00  Baik
A     Cakupan (%)            60    10,5        8,4  80,00  48,00  Baik
      Sasaran: Sasaran 2                                –
B     Dokumen                40       4          –      –
      TOTAL (sementara)                             80,00  48,00  Baik

B: realisasi belum dilaporkan [not-reported]
Skor = bobot × nilai ÷ 100, jumlah bobot yang diperhitungkan; jumlah skor belum memuat indikator tanpa nilai,
nilai sementara hanya membagi yang sudah bernilai
kab-contoh 1: menyimpang dari lkjip edisi 1 dalam bobot, nilai akhir, skala predikat, pembacaan; dasar hukum
tidak dinyatakan
""",
    ("table", "en"): """
PK-1 — Kepala Dinas, Year 2025

Code  Indicator (unit)      Weight  Target  Realization  Score  Points  Grade
----  --------------------  ------  ------  -----------  -----  ------  -----
      Objective: Sasaran 1                               80.00   48.00  Baik
A     Cakupan (%)               60    10.5          8.4  80.00   48.00  Baik
      Objective: Sasaran 2                                   –
B     Dokumen                   40       4            –      –
      TOTAL (provisional)                                80.00   48.00  Baik

B: the realization was not reported [not-reported]
Points = weight × score ÷ 100, the sum of the weights that count; sums of points lack what has no score yet, a
provisional score is that of the others alone
kab-contoh 1: departs from lkjip edition 1 in weights, total, grade scale, readings; no legal basis was stated
""",
    ("summary", "id"): """
Kinerja Kepala Dinas bernilai 80,00, predikat Baik (sementara). Dari 2 indikator, 0 tercapai, 1 tidak
tercapai, 1 belum dilaporkan. Penyebab terbesar adalah Cakupan, yang mengurangi 20,00 poin; nilai akhir 20,00
poin di bawah 100.
""",
    ("summary", "en"): """
The performance of Kepala Dinas scores 80.00, grade Baik (provisional). Of 2 indicators, 0 met, 1 missed, 1
not reported. The largest cause is Cakupan, which takes away 20.00 points; the total is 20.00 points below
100.
""",
    ("comparison", "id"): """
Perbandingan antartahun, 2024, 2025

Kode   Indikator        2024    2025  Perubahan       %  Arah     Jangka menengah      Nasional
-----  -------------  ------  ------  ---------  ------  -------  ---------------  ------------
A      Indikator A        60      80        +20  +33,33  membaik       95 (84,21)  80,5 (99,38)
B2     Indikator B2    1.000   2.000     +1.000    +100  membaik
C2     Indikator C2        5       5          –       –
D      Indikator D                 –          –       –
OPINI  Opini BPK         WDP     WTP          –       –  membaik
       TOTAL (nilai)  267,50  546,25          –

B2 (2025) melanjutkan B (2024)
C2 (2025) dan C (2024): kecenderungan terputus, tidak dibandingkan
D (2025): realisasi belum dilaporkan [not-reported]
OPINI (2024): WDP di bawah WTP; tidak ada aturan nilainya [ordinal-shortfall]
2024: sementara
2025: sementara
E: berakhir setelah 2024, tidak ada pasangannya
D: baru pada 2025, tidak ada pasangannya
X: target jangka menengah tanpa indikator pada tahun terakhir
Y: standar nasional tanpa indikator pada tahun terakhir
lkjip 1: PermenPANRB 53/2014, lampiran II (dari sumber kedua)
""",
    ("comparison", "en"): """
Years compared, 2024, 2025

Code   Indicator        2024    2025  Change       %  Direction  Medium term      National
-----  -------------  ------  ------  ------  ------  ---------  -----------  ------------
A      Indikator A        60      80     +20  +33.33  better      95 (84.21)  80.5 (99.38)
B2     Indikator B2    1,000   2,000  +1,000    +100  better
C2     Indikator C2        5       5       –       –
D      Indikator D                 –       –       –
OPINI  Opini BPK         WDP     WTP       –       –  better
       TOTAL (score)  267.50  546.25       –

B2 (2025) continues B (2024)
C2 (2025) and C (2024): the trend is broken, nothing is compared
D (2025): the realization was not reported [not-reported]
OPINI (2024): WDP is below WTP; no rule gives its value [ordinal-shortfall]
2024: provisional
2025: provisional
E: ended after 2024, without a partner
D: new in 2025, without a partner
X: a medium-term target without an indicator in the last year
Y: a national standard without an indicator in the last year
lkjip 1: PermenPANRB 53/2014, lampiran II (from a secondary source)
""",
    ("ranking", "id"): """
Peringkat, Tahun 2025

Peringkat  Instansi                     Nilai  Predikat       Catatan
---------  --------------------------  ------  -------------  ------------------------------------
        1  Dinas A                     237,24  Sangat Tinggi  ditopang IKU-2
        2  Dinas B                      66,67  Sedang
           Sementara, tanpa peringkat
        –  Dinas C                      90,00  Tinggi         sementara; bobot yang diketahui 50 %
           Tanpa nilai akhir
        –  –                                –                 1 temuan menghalangi penilaian
        –  Dinas D                          –                 tidak ada indikator yang bernilai
        –  Dinas Z                          –                 1 temuan menghalangi penilaian

Dinas A: di atas 100 berkat IKU-2 (Indikator IKU-2) yang bernilai 611,00; tanpa kelebihan itu nilai akhirnya
di bawah 100, dan bila setiap indikator dihitung paling tinggi 100, nilai akhirnya 66,67
lkjip 1: PermenPANRB 53/2014, lampiran II (dari sumber kedua)
""",
    ("ranking", "en"): """
Ranking, Year 2025

Rank  Office                    Score  Grade          Remark
----  -----------------------  ------  -------------  ----------------------------------
   1  Dinas A                  237.24  Sangat Tinggi  carried by IKU-2
   2  Dinas B                   66.67  Sedang
      Provisional, not ranked
   –  Dinas C                   90.00  Tinggi         provisional; weight known: 50 %
      Without a total
   –  –                             –                 findings that block the scoring: 1
   –  Dinas D                       –                 no indicator has a score
   –  Dinas Z                       –                 findings that block the scoring: 1

Dinas A: above 100 thanks to IKU-2 (Indikator IKU-2), which scores 611.00; without that surplus the total is
below 100, and with every indicator counted as 100 at most it is 66.67
lkjip 1: PermenPANRB 53/2014, lampiran II (from a secondary source)
""",
    ("progress", "id"): """
PK-1 — Kepala Dinas, Tahun 2025

Kode   Periode  Target  Realisasi   Nilai    Target  Realisasi     Nilai
                                           s.d. ini   s.d. ini  s.d. ini
-----  -------  ------  ---------  ------  --------  ---------  --------
IKU-1  TW I         10          9   90,00        10          9     90,00
IKU-1  TW II        10         11  110,00        20         20    100,00
IKU-2  TW I         25         20   80,00        25         20     80,00
IKU-2  TW II        50          –       –         –         20         –
TOTAL  TW I                         85,00                          85,00
TOTAL  TW II                       110,00                         100,00

TW II — IKU-2: realisasi belum dilaporkan [not-reported]
TW II, s.d. TW II — TOTAL: sementara
s.d. TW II — IKU-2: realisasi belum lengkap, kurang: Triwulan II 2025 [period-missing]
IKU-1: proyeksi linear: 20 sampai dengan Triwulan II 2025, 6 dari 12 bulan, dilanjutkan dengan laju yang sama:
40, nilai 100,00; bukan fakta dan tidak masuk nilai akhir mana pun
IKU-2: proyeksi linear: 20 sampai dengan Triwulan I 2025, 3 dari 12 bulan, dilanjutkan dengan laju yang sama:
80, nilai 80,00; bukan fakta dan tidak masuk nilai akhir mana pun
lkjip 1: PermenPANRB 53/2014, lampiran II (dari sumber kedua)
""",
    ("progress", "en"): """
PK-1 — Kepala Dinas, Year 2025

Code   Period  Target  Realization   Score   Target  Realization    Score
                                            to date      to date  to date
-----  ------  ------  -----------  ------  -------  -----------  -------
IKU-1  Q1          10            9   90.00       10            9    90.00
IKU-1  Q2          10           11  110.00       20           20   100.00
IKU-2  Q1          25           20   80.00       25           20    80.00
IKU-2  Q2          50            –       –        –           20        –
TOTAL  Q1                            85.00                          85.00
TOTAL  Q2                           110.00                         100.00

Q2 — IKU-2: the realization was not reported [not-reported]
Q2, through Q2 — TOTAL: provisional
through Q2 — IKU-2: realizations are incomplete, missing: Quarter II 2025 [period-missing]
IKU-1: linear projection: 20 through Quarter II 2025, 6 of 12 months, carried on at the same pace: 40, score
100.00; no fact, and in no total
IKU-2: linear projection: 20 through Quarter I 2025, 3 of 12 months, carried on at the same pace: 80, score
80.00; no fact, and in no total
lkjip 1: PermenPANRB 53/2014, lampiran II (from a secondary source)
""",
    ("disputed panel", "id"): """
Nilai panel: Inovasi

Penilai    Nilai  Keterangan
---------  -----  ---------------------------
Sekda       90,5  ditinggalkan menurut aturan
Inspektur     70  dihitung
Bappeda       75  dihitung
BKPSDM        80  dihitung
Akademisi     30  ditinggalkan menurut aturan
Kominfo        –  tidak menilai

Aturan: rata-rata tanpa 1 nilai terendah dan 1 nilai tertinggi, sedikitnya 3 penilai, skala 0 sampai 100
Perbup Contoh 1/2026, Pasal 7 (dibaca pada naskahnya)
Nilai panel: 75,00
Para penilai Inovasi berselisih 60,5, lebih dari 30: Akademisi memberi 30, Sekda memberi 90,5
""",
    ("disputed panel", "en"): """
Panel score: Inovasi

Rater      Rating  Use
---------  ------  ----------------
Sekda        90.5  left out by rule
Inspektur      70  counts
Bappeda        75  counts
BKPSDM         80  counts
Akademisi      30  left out by rule
Kominfo         –  did not rate

Rule: mean without the lowest and the highest ratings, 1 each, at least 3 raters, scale 0 to 100
Perbup Contoh 1/2026, article 7 (read in its text)
Panel score: 75.00
The raters of Inovasi are 60.5 apart, more than 30: Akademisi gave 30, Sekda gave 90.5
""",
    ("invalid panel", "id"): """
Nilai panel: Inovasi

Penilai  Nilai  Keterangan
-------  -----  -------------
A            1  tidak dipakai
A            2  tidak dipakai
B        101,5  tidak dipakai
C            –  tidak menilai

Aturan: rata-rata tanpa 1 nilai terendah dan 1 nilai tertinggi, sedikitnya 3 penilai, skala 0 sampai 100
Perbup Contoh 1/2026, Pasal 7 (dibaca pada naskahnya)
2 nilai panel tidak sah [ratings-refused]
Penilai A memberi 2 nilai untuk Inovasi; sisakan satu
Penilai B memberi 101,5 untuk Inovasi, di luar skala 0 sampai 100
Para penilai Inovasi berselisih 100,5, lebih dari 30: A memberi 1, B memberi 101,5
""",
    ("invalid panel", "en"): """
Panel score: Inovasi

Rater  Rating  Use
-----  ------  ------------
A           1  not used
A           2  not used
B       101.5  not used
C           –  did not rate

Rule: mean without the lowest and the highest ratings, 1 each, at least 3 raters, scale 0 to 100
Perbup Contoh 1/2026, article 7 (read in its text)
ratings of the panel that cannot stand: 2 [ratings-refused]
The rater A gave 2 ratings of Inovasi; keep one
The rater B gave 101.5 to Inovasi, outside the scale from 0 to 100
The raters of Inovasi are 100.5 apart, more than 30: A gave 1, B gave 101.5
""",
}


@pytest.mark.parametrize(("name", "lang"), TEXTS)
def test_whole_text(name: str, lang: Any) -> None:
    """Nothing is left out of it, and nothing stands in it that was not meant."""
    assert MAKERS[name](lang) == TEXTS[name, lang].strip("\n")
