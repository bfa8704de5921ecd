"""A province in 2025: three levels sign, two documents are promised and one is delivered, and a task comes beside.

What is told of Provinsi Bengkulu: on 5 March 2025 officials of echelons II to IV signed their agreements; two documents
promised and one delivered are 50 percent. All else is invented: the offices and who promised what to whom, the other
figures, the additional task and its letter. Nobody is named.
"""

from collections.abc import Iterator
from datetime import date

from sakip import Agreement, Evaluation, Indicator, Objective, Party, Realization, Target, evaluate
from sakip.cascade import Cascade, CascadeReport, Link, validate
from sakip.lifecycle import AdditionalResult, AdditionalTask, OfficialForm, additional_tasks, official_form
from sakip.policies import LKJIP

OFFICE = "Biro Organisasi"
SECRETARY = Party("Sekretaris Daerah", echelon="I.b")
HEAD = Party("Kepala Biro Organisasi", office=OFFICE, echelon="II.b")
PLANNER = Party("Kepala Bagian Perencanaan", office=OFFICE, echelon="III.a")
PROGRAMME = Party("Kepala Subbagian Program", office=OFFICE, echelon="IV.a")
DATA = Party("Kepala Subbagian Data", office=OFFICE, echelon="IV.a")


def promise(code: str, first: Party, second: Party, objective: str, target: Target) -> Agreement:
    """An agreement of one target, signed on the day that was told."""
    return Agreement(
        code,
        year=2025,
        first_party=first,
        second_party=second,
        signed_on=date(2025, 3, 5),
        objectives=[Objective(objective, [target])],
    )


def documents(code: str, name: str, count: int) -> Target:
    """So many documents."""
    return Target(Indicator(code, name, unit="dokumen", polarity="maximize", consolidation="sum"), count)


ACCOUNTABLE = Indicator("BIRO-1", "Nilai evaluasi SAKIP", unit="nilai", polarity="maximize")
PLANS = "Tersusunnya dokumen perencanaan"
BUREAU = promise("PK-2025-II", HEAD, SECRETARY, "Akuntabilitas kinerja meningkat", Target(ACCOUNTABLE, 80))
PLANNING = promise("PK-2025-III", PLANNER, HEAD, PLANS, documents("PLAN-1", "Jumlah dokumen perencanaan", 2))
SECTIONS = (
    promise("PK-2025-IV-1", PROGRAMME, PLANNER, PLANS, documents("PROG-1", "Jumlah dokumen rencana kerja", 1)),
    promise("PK-2025-IV-2", DATA, PLANNER, PLANS, documents("DATA-1", "Jumlah dokumen rencana kerja", 1)),
)
AGREEMENTS = (BUREAU, PLANNING, *SECTIONS)
# Nothing was delivered by the section for data, which is a zero and not a gap.
DELIVERED = {"BIRO-1": 76, "PLAN-1": 1, "PROG-1": 1, "DATA-1": 0}


def form(agreement: Agreement) -> OfficialForm:
    """An agreement as it is printed and signed."""
    return official_form(agreement, place="Bengkulu")


def march() -> Iterator[str]:
    """Who promised what to whom."""
    for agreement in AGREEMENTS:
        second, first = (one.position for one in form(agreement).signatures)
        (target,) = form(agreement).annex.targets
        yield f"{agreement.code}: {first} kepada {second}"
        yield f"  {agreement.targets[0].indicator.name}: {target.text()}"


def evaluated(agreement: Agreement) -> Evaluation:
    """What became of it."""
    return evaluate(agreement, [Realization(one.code, DELIVERED[one.code]) for one in agreement.targets], policy=LKJIP)


def cascaded() -> CascadeReport:
    """The documents of the sections are those of their head, and his serve the bureau."""
    bureau, planning, programme, data = (
        (agreement.first_party.position, target.code) for agreement in AGREEMENTS for target in agreement.targets
    )
    links = [
        Link(child=planning, parent=bureau, kind="support"),
        Link(child=programme, parent=planning, kind="sum"),
        Link(child=data, parent=planning, kind="sum"),
    ]
    given = [(agreement, evaluated(agreement).realizations) for agreement in AGREEMENTS]
    return validate(Cascade(given, links), as_of=date(2025, 12, 31))


def beside() -> AdditionalResult:
    """A task that came in the middle of the year, and is judged beside the agreement."""
    reported = Indicator("TT-1", "Laporan kunjungan kerja tersusun", unit="laporan", polarity="maximize")
    task = AdditionalTask(
        Target(reported, 1),
        assigned_by=HEAD.position,
        assigned_on=date(2025, 8, 11),
        basis="Surat tugas 12/2025 (rekaan)",
    )
    return additional_tasks(evaluated(PLANNING), [task], [Realization("TT-1", 1)])


def december() -> Iterator[str]:
    """Whether what was reported fits together, and where the second document was lost."""
    report = cascaded()
    yield report.text()
    yield ""
    yield report.attribute((PLANNER.position, "PLAN-1")).text()


def show(heading: str, *lines: str) -> None:
    """Print lines under a heading."""
    print(f"\n== {heading} ==\n", *lines, sep="\n")


if __name__ == "__main__":
    print(
        "Diberitakan: pejabat eselon II sampai IV Provinsi Bengkulu menandatangani\n"
        "perjanjian kinerja pada 5 Maret 2025; dua dokumen dijanjikan dan satu\n"
        "diserahkan, jadi 50 persen. Selebihnya rekaan: kantor, siapa menjanjikan apa\n"
        "kepada siapa, angka lainnya, dan tugas tambahannya."
    )
    show("5 Maret 2025: eselon II sampai IV menandatangani", *march())
    show("Formulir eselon III", form(PLANNING).text())
    show("Akhir tahun: dua dokumen dijanjikan, satu diserahkan", evaluated(PLANNING).text())
    show("Dokumen mana yang tidak jadi?", *december())
    show("Tugas tambahan berdiri di samping perjanjian", beside().text())
