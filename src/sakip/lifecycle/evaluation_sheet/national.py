"""Lembar nasional: the evaluation sheet of PermenPANRB 88/2021, with its eighty criteria in short words."""

from sakip.base.reference import Reference
from sakip.base.text import Text
from sakip.lifecycle.evaluation_sheet.scale import ANSWERS_88_2021, PRESENCE_88_2021
from sakip.lifecycle.evaluation_sheet.template import (
    EvaluationTemplate,
    SheetComponent,
    SheetCriterion,
    SheetSubComponent,
)
from sakip.policies.indonesia.akip_88_2021 import AKIP_88_2021

__all__ = ["LKE_88_2021"]

_PRESENCE = Text("Keberadaan", "Presence")
_QUALITY = Text("Kualitas", "Quality")
_USE = Text("Pemanfaatan", "Use")

_PLANNING = (
    (
        ("Ada pedoman teknis perencanaan kinerja", "There are technical guidelines for planning"),
        ("Ada rencana jangka panjang", "There is a long-term plan"),
        ("Ada rencana jangka menengah", "There is a medium-term plan"),
        ("Ada rencana jangka pendek", "There is a short-term plan"),
        ("Ada rencana aktivitas yang mendukung kinerja", "There is a plan of activities that support performance"),
        ("Ada rencana anggaran yang mendukung kinerja", "There is a plan of the budget that supports performance"),
        ("Setiap unit kerja menetapkan rencana kinerja", "Every unit adopts a plan"),
    ),
    (
        ("Dokumen perencanaan diformalkan", "Planning documents are formally adopted"),
        ("Dokumen perencanaan dipublikasikan tepat waktu", "Planning documents are published on time"),
        ("Dokumen menggambarkan kebutuhan kinerja sebenarnya", "Documents show the performance that is really needed"),
        ("Rumusan tujuan dan sasaran menyebut kondisi yang dicapai", "Goals and objectives state a condition"),
        ("Indikator kinerja memenuhi kriteria SMART", "Indicators are SMART"),
        ("IKU tetap selama satu periode rencana strategis", "Key indicators stay for a period of the strategic plan"),
        ("Target dapat dicapai, menantang dan realistis", "Targets are achievable, challenging and realistic"),
        ("Kinerja tiap jenjang jabatan selaras (cascading)", "Performance is aligned across positions (cascading)"),
        ("Hubungan antarbidang tergambar (crosscutting)", "Relations across fields are shown (crosscutting)"),
        ("Setiap pegawai menetapkan rencana kinerja", "Every employee adopts a plan"),
    ),
    (
        ("Anggaran mengacu pada kinerja", "The budget refers to performance"),
        ("Aktivitas mendukung kinerja", "Activities support performance"),
        ("Target tercapai, atau di jalur yang benar", "Targets are reached or on track"),
        ("Rencana aksi menyesuaikan pemantauan berkala", "The action plan follows periodic monitoring"),
        ("Rencana diperbaiki dari analisis kinerja sebelumnya", "Plans are improved from earlier analysis"),
        ("Rencana diperbaiki untuk hasil yang lebih baik", "Plans are improved for better results"),
        ("Setiap unit memahami dan berkomitmen pada kinerja", "Every unit understands and is committed"),
        ("Setiap pegawai memahami dan berkomitmen pada kinerja", "Every employee understands and is committed"),
    ),
)
_MEASUREMENT = (
    (
        ("Ada pedoman pengukuran dan pengumpulan data", "There are guidelines for measuring and collecting data"),
        ("Ada definisi operasional dan cara mengukur", "There are operational definitions and ways of measuring"),
        ("Ada mekanisme pengumpulan data yang andal", "There is a reliable way of collecting data"),
    ),
    (
        ("Pimpinan terlibat sebagai pengambil keputusan", "Leaders take part and decide"),
        ("Data yang dikumpulkan relevan", "The data that are collected are relevant"),
        ("Data yang dikumpulkan mendukung capaian", "The data that are collected support the achievement"),
        ("Pengukuran dilakukan berkala", "Measuring is periodic"),
        ("Setiap jenjang memantau unit di bawahnya", "Each level monitors the units below it"),
        ("Pengumpulan data memakai aplikasi", "Data are collected by an application"),
        ("Pengukuran capaian memakai aplikasi", "Achievement is measured by an application"),
    ),
    (
        ("Dasar penyesuaian tunjangan atau penghasilan", "Basis for allowances or income"),
        ("Dasar penempatan atau penghapusan jabatan", "Basis for filling or abolishing positions"),
        ("Mempengaruhi penyesuaian organisasi", "Influences the organisation"),
        ("Mempengaruhi penyesuaian strategi", "Influences the strategy"),
        ("Mempengaruhi penyesuaian kebijakan", "Influences policies"),
        ("Mempengaruhi penyesuaian aktivitas", "Influences activities"),
        ("Mempengaruhi penyesuaian anggaran", "Influences the budget"),
        ("Penggunaan anggaran efisien", "The budget is used efficiently"),
        ("Setiap unit peduli pada hasil pengukuran", "Every unit cares for the measurements"),
        ("Setiap pegawai peduli pada hasil pengukuran", "Every employee cares for the measurements"),
    ),
)
_REPORTING = (
    (
        ("Laporan kinerja disusun", "There is a performance report"),
        ("Laporan kinerja disusun berkala", "Reports are periodic"),
        ("Laporan kinerja diformalkan", "The report is formally adopted"),
        ("Laporan kinerja direviu", "The report is reviewed"),
        ("Laporan kinerja dipublikasikan", "The report is published"),
        ("Laporan kinerja disampaikan tepat waktu", "The report is delivered on time"),
    ),
    (
        ("Laporan disusun sesuai standar", "The report follows the standard"),
        ("Laporan mengungkap semua informasi capaian", "The report tells all about the achievement"),
        ("Realisasi dibandingkan dengan target tahunan", "Realizations beside the targets of the year"),
        ("Realisasi dibandingkan dengan target jangka menengah", "Realizations beside medium-term targets"),
        ("Realisasi dibandingkan dengan tahun-tahun sebelumnya", "Realizations beside those of earlier years"),
        ("Realisasi dibandingkan dengan tolok ukur nasional", "Realizations beside a national benchmark"),
        ("Mutu capaian, upaya dan hambatannya diterangkan", "Quality of the achievement, effort and obstacles"),
        ("Efisiensi penggunaan sumber daya diterangkan", "Efficiency in the use of resources"),
        ("Upaya perbaikan ke depan diterangkan", "Improvements to come"),
    ),
    (
        ("Informasinya menjadi perhatian utama pimpinan", "Leaders attend to it first"),
        ("Informasinya menjadi kepedulian seluruh pegawai", "All employees care for it"),
        ("Dipakai menyesuaikan aktivitas", "It is used to adjust activities"),
        ("Dipakai menyesuaikan anggaran", "It is used to adjust the budget"),
        ("Dipakai mengevaluasi keberhasilan kinerja", "It is used to evaluate success"),
        ("Dipakai menyesuaikan perencanaan berikutnya", "It is used to adjust the next plan"),
        ("Mempengaruhi budaya kinerja organisasi", "It influences the culture of the organisation"),
    ),
)
_EVALUATION = (
    (
        ("Ada pedoman evaluasi internal", "There are guidelines for internal evaluation"),
        ("Evaluasi internal mencakup seluruh unit", "Internal evaluation covers all units"),
        ("Evaluasi internal berjenjang", "Internal evaluation goes level by level"),
    ),
    (
        ("Evaluasi internal sesuai standar", "It follows the standard"),
        ("Evaluasi internal oleh SDM yang memadai", "It is done by able staff"),
        ("Evaluasi internal cukup mendalam", "It goes deep enough"),
        ("Evaluasi internal pada seluruh unit", "It is done in all units"),
        ("Evaluasi internal memakai aplikasi", "It is done by an application"),
    ),
    (
        ("Semua rekomendasi ditindaklanjuti", "All recommendations are acted upon"),
        ("Penerapan SAKIP meningkat karena tindak lanjut", "SAKIP improves because of that"),
        ("Hasil evaluasi dipakai memperbaiki akuntabilitas", "Results are used to improve accountability"),
        ("Hasil evaluasi mendukung efektivitas dan efisiensi", "Results support effect and efficiency"),
        ("Kinerja membaik karena hasil evaluasi", "Performance improves because of the results"),
    ),
)
_Words = tuple[tuple[tuple[str, str], ...], ...]
_COMPONENTS: tuple[tuple[Text, int, tuple[str, str, str], _Words], ...] = (
    (Text("Perencanaan kinerja", "Planning"), 30, ("6", "9", "15"), _PLANNING),
    (Text("Pengukuran kinerja", "Measurement"), 30, ("6", "9", "15"), _MEASUREMENT),
    (Text("Pelaporan kinerja", "Reporting"), 15, ("3", "4.5", "7.5"), _REPORTING),
    (Text("Evaluasi akuntabilitas kinerja internal", "Internal evaluation"), 25, ("5", "7.5", "12.5"), _EVALUATION),
)
_SUBS = (
    ("a", _PRESENCE, PRESENCE_88_2021),
    ("b", _QUALITY, ANSWERS_88_2021),
    ("c", _USE, ANSWERS_88_2021),
)


def _component(code: str, name: Text, weight: int, weights: tuple[str, str, str], words: _Words) -> SheetComponent:
    subs = [
        SheetSubComponent(
            f"{code}.{letter}",
            aspect,
            own,
            answers=answers,
            criteria=[
                SheetCriterion(f"{code}.{letter}.{at}", Text.literal(*both)) for at, both in enumerate(asked, start=1)
            ],
        )
        for (letter, aspect, answers), own, asked in zip(_SUBS, weights, words, strict=True)
    ]
    return SheetComponent(code, name, weight, subs)


LKE_88_2021 = EvaluationTemplate(
    "permenpanrb-88-2021",
    Text("Lembar kerja evaluasi AKIP", "Evaluation sheet of performance accountability"),
    [_component(str(at), *parts) for at, parts in enumerate(_COMPONENTS, start=1)],
    scale=AKIP_88_2021,
    reference=Reference("PermenPANRB 88/2021", article="lampiran, lembar kerja evaluasi", certainty="secondary"),
)
"""LKE nasional: components 30, 30, 15 and 25, each parted 20, 30 and 50 into presence, quality and use, with answers
AA to E. Weights and criteria are those of a sheet reproduced in an application (secondary), the criteria in our words;
other copies count 79 criteria, or divide the first component otherwise, so that a count is never relied upon."""
