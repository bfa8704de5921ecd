"""A province in 2022: contracts with weights, what every office must promise, a panel, and an opinion that was lost.

What is told of Provinsi Bengkulu: on 8 January 2022 heads of offices signed contracts with scores, their weights in
numbers, and promised the same six subjects each; the contracts are evaluated after three and six months, a team rates
the innovation of a head of office, and the governor wants to know which office lost the WTP. All else is invented: the
offices and their indicators, every weight, target, figure and opinion, the raters and their rule. Nobody is named.
"""

from collections.abc import Iterator
from datetime import date

from attrs import evolve

from sakip import (
    BPK_OPINIONS,
    Agreement,
    AwaitingRelease,
    Evaluation,
    Indicator,
    Level,
    Objective,
    Party,
    Period,
    Realization,
    Reference,
    Target,
    Text,
    evaluate,
)
from sakip.cascade import Attribution, Cascade, Link, validate
from sakip.lifecycle import BENGKULU_MANDATORY, MandatoryApplied, MandatoryCheck, apply_mandatory, check_mandatory
from sakip.policies import LKJIP, LKJIP_WEIGHTED
from sakip.scoring import PanelRule, PanelScore, panel_score

SIGNED = date(2022, 1, 8)
Q1, Q2, Q3, Q4 = Period.year(2022).parts("quarter")

# The six subjects were told; what is asked of each was not.
ASKED = {"RB": 75, "TL-BPK": 80, "INOVASI": 80, "KIP": 80, "MCP": 85, "SERAPAN": 95}
MANDATORY = BENGKULU_MANDATORY.with_targets(
    ASKED,
    id="khusus-contoh",
    name=Text("Enam pokok wajib", "The six subjects"),
    year=2022,
    reference=Reference("Provinsi Bengkulu, 8 Januari 2022; target dan bobotnya rekaan", certainty="own"),
    binding="no_weaker",
    weights=dict.fromkeys(ASKED, 5),
)
SIX = {one.code: one.indicator for one in MANDATORY}
IMMUNIZED = Indicator("KES-1", "Cakupan imunisasi dasar", unit="%", polarity="maximize", consolidation="last_progress")
TRAINED = Indicator("KES-2", "Kader posyandu terlatih", unit="orang", polarity="maximize", consolidation="sum")
SATISFIED = Indicator("IKM", "Kepuasan masyarakat", unit="nilai", polarity="maximize")
OPINION = Indicator("OPINI", "Opini atas laporan keuangan", polarity="maximize", scale=BPK_OPINIONS)

GOVERNOR = Party("Gubernur", echelon="GUBERNUR")
HEALTH, *ALIKE, TOURISM = (
    "Dinas Kesehatan",
    "Dinas Pendidikan",
    "Dinas Pekerjaan Umum",
    "Badan Keuangan",
    "Dinas Pariwisata",
)
# How sound the accounts of each were found in the end; the opinion on the province is no better than the worst.
ACCOUNTS = dict(zip((HEALTH, *ALIKE, TOURISM), ("WTP", "WTP-DPP", "WTP", "WTP-DPP", "WDP"), strict=True))


def sound(weight: int | None = None) -> Objective:
    """What everyone promises about its accounts."""
    return Objective("Laporan keuangan wajar", [Target(OPINION, Level("WTP"), weight=weight)])


def contract(office: str, service: list[Target], governance: list[Target], *, sound_weight: int) -> Agreement:
    """The draft of an office: what it is for, its accounts, and what it has of the six subjects already."""
    return Agreement(
        f"PK-2022 {office}",
        year=2022,
        first_party=Party(f"Kepala {office}", office=office, echelon="II.a"),
        second_party=GOVERNOR,
        objectives=[
            Objective("Layanan kepada masyarakat meningkat", service),
            sound(sound_weight),
            Objective("Tata kelola pemerintahan yang baik", governance),
        ],
    )


def drafts() -> Iterator[Agreement]:
    """The health office, which says for three of the six subjects by when, and three offices that are much alike."""
    service = [
        Target(IMMUNIZED, 80, weight=51, trajectory={Q1: 20, Q2: 45, Q3: 65, Q4: 80}),
        Target(TRAINED, 200, weight=17, trajectory={Q1: 40, Q2: 60, Q3: 60, Q4: 40}),
    ]
    governance = [
        Target(SIX["TL-BPK"], 80, weight=5, trajectory={Q1: 20, Q2: 40, Q3: 60, Q4: 80}),
        Target(SIX["INOVASI"], 80, weight=5, trajectory={Q2: 80, Q4: 80}),
        Target(SIX["SERAPAN"], 95, weight=5, trajectory={Q1: 15, Q2: 45, Q3: 70, Q4: 95}),
    ]
    yield contract(HEALTH, service, governance, sound_weight=17)
    for office in ALIKE:
        yield contract(office, [Target(SATISFIED, 85, weight=80)], [], sound_weight=20)


def applied() -> MandatoryApplied:
    """The drafts with what everyone must promise; their weights still add up to 100."""
    return apply_mandatory(drafts(), MANDATORY, policy=LKJIP_WEIGHTED, rescale=True)


def signed() -> list[Agreement]:
    """What was signed; the tourism office brought a text of its own."""
    own = contract(TOURISM, [Target(SATISFIED, 85, weight=75)], [Target(SIX["MCP"], 70, weight=5)], sound_weight=20)
    return [evolve(one, signed_on=SIGNED) for one in (*applied().agreements, own)]


def checked() -> MandatoryCheck:
    """Who promised what everyone must promise."""
    return check_mandatory(signed(), MANDATORY, on=SIGNED)


def panel() -> PanelScore:
    """The innovation of the head of the health office, as a team rated it in June."""
    rule = PanelRule("inovasi", low=0, high=100, trim=1, minimum=5, tolerance=30)
    ratings = {"Sekretaris Daerah": 90, "Inspektur": 76, "Bappeda": 70, "BKD": 82, "Akademisi": 45, "Kominfo": None}
    return panel_score(f"inovasi Kepala {HEALTH}", ratings.items(), rule=rule)


def evaluated(through: Period) -> Evaluation:
    """The contract of the health office from January to the end of a quarter."""
    delivered = {"KES-1": (18, 43), "KES-2": (38, 57), "TL-BPK": (25, 42), "SERAPAN": (12, 36)}
    facts = [
        Realization(code, figure, period=quarter)
        for code, figures in delivered.items()
        for quarter, figure in zip((Q1, Q2), figures, strict=True)
    ]
    facts.append(panel().realization("INOVASI", period=Q2))
    return evaluate(signed()[0], facts, policy=LKJIP_WEIGHTED, through=through)


def governor() -> Agreement:
    """The governor's own promise; a head of region signs alone."""
    return Agreement("PK-2022 Gubernur", year=2022, first_party=GOVERNOR, objectives=[sound()])


def attributed() -> Attribution:
    """Whose part it was."""
    top = (GOVERNOR.position, OPINION.code)
    found = {(f"Kepala {office}", OPINION.code): Level(opinion) for office, opinion in ACCOUNTS.items()}
    links = [Link(child=child, parent=top, kind="minimum") for child in found]
    cascade = Cascade([governor(), *signed()], links, realizations={top: Level("WDP"), **found})
    return validate(cascade, as_of=date(2023, 5, 31)).attribute(top)


def show(heading: str, *lines: str) -> None:
    """Print lines under a heading."""
    print(f"\n== {heading} ==\n", *lines, sep="\n")


if __name__ == "__main__":
    print(
        "Diberitakan: kontrak berbobot 8 Januari 2022, enam pokok wajib semua kantor,\n"
        "evaluasi setelah tiga dan enam bulan, tim penilai inovasi, dan gubernur yang\n"
        "ingin tahu kantor mana yang menghilangkan WTP. Selebihnya rekaan: kantor,\n"
        "indikator, bobot, target, capaian, penilai, dan opininya."
    )
    show("Sebelum 8 Januari 2022: indikator wajib masuk ke rancangan", applied().text())
    show(f"8 Januari 2022: siapa menjanjikan apa; {TOURISM} membawa naskahnya", checked().text())
    show(f"Setelah tiga bulan: kontrak {HEALTH}", evaluated(Q1).text())
    show("Juni: sebuah tim menilai inovasi", panel().text())
    show(f"Setelah enam bulan: kontrak {HEALTH}", evaluated(Q2).text())
    waiting = evaluate(governor(), [Realization(OPINION.code, AwaitingRelease("BPK"))], policy=LKJIP)
    show("Akhir tahun: janji gubernur menunggu BPK, dan menunggu bukan nol", waiting.text())
    show("Mei 2023: opini turun menjadi WDP; andil siapa?", attributed().text())
