"""Lembar Trenggalek: a region's own evaluation sheet, answered by criterion, each with its evidence."""

from sakip.base.reference import Reference
from sakip.base.text import Text
from sakip.lifecycle.evaluation_sheet.document import SheetDocument
from sakip.lifecycle.evaluation_sheet.national import LKE_88_2021
from sakip.lifecycle.evaluation_sheet.scale import ANSWERS_A_D, ANSWERS_Y_T
from sakip.lifecycle.evaluation_sheet.template import (
    EvaluationTemplate,
    SheetComponent,
    SheetCriterion,
    SheetSubComponent,
)
from sakip.policies.indonesia.akip_88_2021 import AKIP_88_2021

__all__ = ["LKE_TRENGGALEK"]

_DOCUMENTS = (
    SheetDocument("rpjmd", Text("RPJMD", "Medium-term plan of the region (RPJMD)")),
    SheetDocument("renstra", Text("Renstra", "Strategic plan of the office (Renstra)")),
    SheetDocument("pohon", Text("Pohon kinerja", "Performance tree")),
    SheetDocument("renja", Text("Renja", "Work plan (Renja)")),
    SheetDocument("iku", Text("IKU dan manualnya", "Key indicators and their manual")),
    SheetDocument("pk", Text("PK seluruh pegawai", "Agreements of all employees")),
    SheetDocument("renaksi", Text("Rencana aksi dan evaluasinya", "Action plan and its evaluation")),
    SheetDocument("dialog", Text("Dialog kinerja", "Performance dialogue")),
    SheetDocument("dpa", Text("DPA dan perubahannya", "Budget document (DPA) and its amendments")),
    SheetDocument("cascading", Text("Cascading kinerja", "Cascade")),
    SheetDocument("crosscutting", Text("Crosscutting", "Crosscutting annex"), optional=True),
    SheetDocument("kak", Text("KAK", "Terms of reference (KAK)")),
    SheetDocument("rab", Text("RAB", "Cost estimate (RAB)"), optional=True),
    SheetDocument("proses-bisnis", Text("Proses bisnis", "Business processes")),
    SheetDocument("skp", Text("SKP", "Employee plans (SKP)")),
    SheetDocument("sop", Text("SOP pengumpulan data", "Procedure for collecting data")),
    SheetDocument("aplikasi", Text("Tangkapan layar aplikasi", "Screenshots of the application")),
    SheetDocument("lkjip", Text("LKjIP", "Annual report (LKjIP)")),
    SheetDocument("capaian", Text("Laporan capaian berkala", "Periodic reports of achievement")),
    SheetDocument("lhr", Text("Hasil reviu LKjIP", "Review of the annual report")),
    SheetDocument("budaya", Text("SK budaya kinerja", "Decision on the culture of performance")),
    SheetDocument("pedoman", Text("SK pedoman atau tim evaluasi", "Decision on guidelines or team of evaluation")),
    SheetDocument("lhe", Text("LHE dan LKE", "Evaluation report and sheet (LHE, LKE)")),
    SheetDocument("tindak-lanjut", Text("Tindak lanjut rekomendasi", "Follow-up of recommendations")),
)

# The criterion of the national sheet that it repeats, the documents that prove it, and a Y where it is yes or no.
_ASKED = {
    "1.a": "1.a.3 Y rpjmd renstra pohon; 1.a.4 Y renja iku pk; 1.a.5 Y renaksi dialog dpa cascading crosscutting;"
    " 1.a.6 Y dpa kak rab",
    "1.b": "1.b.1 Y renstra renja pohon iku; 1.b.2 Y renstra renja pohon iku; 1.b.3 Y renja pk iku dialog renaksi;"
    " 1.b.5 pohon iku; 1.b.6 iku; 1.b.7 pk lkjip renaksi; 1.b.8 pk cascading proses-bisnis; 1.b.9 rpjmd crosscutting;"
    " 1.a.7 pk skp dialog",
    "1.c": "1.c.1 renstra renja pk dpa; 1.c.2 pk renaksi; 1.c.3 pk renaksi; 1.c.4 renaksi; 1.c.5 renja; 1.c.7; 1.c.8",
    "2.a": "2.a.1 Y renstra; 2.a.2 Y iku; 2.a.3 Y sop",
    "2.b": "2.b.1 capaian skp; 2.b.2 renaksi; 2.b.3 renja; 2.b.4 Y renja dialog; 2.b.5 capaian skp; 2.b.6 Y aplikasi;"
    " 2.b.7 Y aplikasi",
    "2.c": "2.c.1 skp; 2.c.3 capaian dpa; 2.c.4 capaian dialog; 2.c.5 capaian dialog; 2.c.6 capaian dialog;"
    " 2.c.7 lkjip capaian dpa; 2.c.8 lkjip capaian; 2.c.9 tindak-lanjut; 2.c.10 tindak-lanjut",
    "3.a": "3.a.1 Y lkjip; 3.a.2 Y lkjip capaian; 3.a.3 Y lkjip; 3.a.4 Y lhr; 3.a.5 Y aplikasi; 3.a.6 Y aplikasi",
    "3.b": "3.b.1 lkjip; 3.b.2 pk lkjip; 3.b.3 lkjip pk renja; 3.b.4 lkjip renstra iku; 3.b.5 lkjip; 3.b.6 lkjip;"
    " 3.b.7 lkjip; 3.b.8 lkjip; 3.b.9 lkjip",
    "3.c": "3.c.1 dialog; 3.c.2 tindak-lanjut; 3.c.3 dpa; 3.c.4 dpa; 3.c.5 capaian; 3.c.6 dpa; 3.c.7 budaya",
    "4.a": "4.a.1 Y pedoman; 4.a.2 Y lhe tindak-lanjut; 4.a.3 Y pedoman",
    "4.b": "4.a.3 renaksi; 4.b.3 lhe tindak-lanjut; 4.b.1 lhe; 4.b.5 aplikasi",
    "4.c": "4.c.1 lhe tindak-lanjut; 4.c.2 lhe tindak-lanjut; 4.c.3 lhe; 4.c.4 lkjip capaian; 4.c.5 lhe",
}
_ACHIEVED = (
    ("4.d.1", Text("Target dapat dicapai", "Targets can be reached")),
    ("4.d.2", Text("Capaian lebih baik dari tahun sebelumnya", "Achievement is better than the year before")),
    ("4.d.3", Text("Informasi kinerja dapat diandalkan", "Information on performance is reliable")),
)
_WEIGHTS = {"4.c": 5}
_NAMES = {one.code: one.name for one in LKE_88_2021.criteria}


def _criterion(code: str, asked: str) -> SheetCriterion:
    national, *rest = asked.split()
    yes_or_no = rest[:1] == ["Y"]
    answers = ANSWERS_Y_T if yes_or_no else ANSWERS_A_D
    return SheetCriterion(code, _NAMES[national], answers=answers, documents=rest[yes_or_no:])


def _sub_component(of: SheetSubComponent) -> SheetSubComponent:
    asked = _ASKED[of.code].split(";")
    criteria = [_criterion(f"{of.code}.{at}", each) for at, each in enumerate(asked, start=1)]
    return SheetSubComponent(of.code, of.name, _WEIGHTS.get(of.code, of.weight), answers=ANSWERS_A_D, criteria=criteria)


_ACHIEVEMENT = SheetSubComponent(
    "4.d",
    Text("Capaian", "Achievement"),
    "7.5",
    answers=ANSWERS_A_D,
    criteria=[SheetCriterion(code, name, documents=["lkjip"]) for code, name in _ACHIEVED],
)


def _component(of: SheetComponent) -> SheetComponent:
    own = [_sub_component(sub) for sub in of.sub_components]
    return SheetComponent(of.code, of.name, of.weight, [*own, _ACHIEVEMENT] if of.code == "4" else own)


LKE_TRENGGALEK = EvaluationTemplate(
    "trenggalek",
    Text("Lembar evaluasi SAKIP Kabupaten Trenggalek", "Evaluation sheet of Trenggalek regency"),
    [_component(one) for one in LKE_88_2021.components],
    scale=AKIP_88_2021,
    reference=Reference("Lembar evaluasi SAKIP Kabupaten Trenggalek", certainty="secondary"),
    documents=_DOCUMENTS,
    reading="criterion",
)
"""LKE Trenggalek: the weights of the national sheet, but internal evaluation in four parts of 5, 7.5, 5 and 7.5, the
last of which is the achievement itself; 76 criteria, answered Y or T, or A to D, each with the documents that prove it.
From the seed of an application (secondary), documents of one kind joined under one name; that the criteria of a
sub-component count alike is our inference, and so are the predicates."""
