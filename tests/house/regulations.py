"""The regulations and other sources that the library may cite: each title spelled once, with what it is about."""

from typing import Literal

from attrs import frozen

Group = Literal["national", "region", "foreign", "practice", "ours"]


@frozen
class Regulation:
    """One source: its title as it is cited, what it is about, and what is known of the time that it is in force."""

    title: str
    about: str
    group: Group = "national"
    force: str = ""


HEADS: tuple[tuple[Group, str, str], ...] = (
    ("national", "National", "Laws, regulations, decrees and circulars of the republic and of its ministries."),
    ("region", "Regions", "What single regions have announced, printed or put into a sheet."),
    ("foreign", "Other countries and the literature", "What was written elsewhere."),
    ("practice", "Practice", "Forms in use for which no regulation was found."),
    ("ours", "No law", "Laws of arithmetic, and thresholds of this library that no regulation states."),
)

ARITHMETIC = "Aritmetika"
"""The one source that is followed by a colon and by which of its laws is meant."""

# What begins or ends when is known from sources of different certainty, and the words say which.
REGULATIONS: tuple[Regulation, ...] = (
    Regulation("UU 15/2004", "audit of the management and accountability of state finances"),
    Regulation("UU 5/2014", "the civil service", force="replaced by UU 20/2023 (from memory, not verified)"),
    Regulation("UU 30/2014", "government administration"),
    Regulation("PP 41/2007", "offices of regional governments"),
    Regulation(
        "PP 46/2011",
        "appraisal of civil servants",
        force="no longer in force; PP 30/2019 took its place (from memory, not verified)",
    ),
    Regulation("PP 30/2019", "appraisal of civil servants"),
    Regulation("PP 94/2021", "discipline of civil servants"),
    Regulation(
        "Perpres 29/2014",
        "the system of accountability (SAKIP)",
        force="no replacement was found; listed as in force in 2026 (from a secondary source)",
    ),
    Regulation(
        "PermenPANRB 53/2014",
        "agreements, performance reports and their review",
        force="in force since 1 December 2014 (read in its text); listed as in force in 2026 (from a secondary source)",
    ),
    Regulation(
        "PermenPANRB 12/2015",
        "evaluation of accountability",
        force="before PermenPANRB 88/2021 (from a secondary source)",
    ),
    Regulation(
        "PermenPANRB 8/2021",
        "management of the performance of civil servants",
        force="before PermenPANRB 6/2022, which keeps its methods by name (from a secondary source)",
    ),
    Regulation(
        "PermenPANRB 88/2021",
        "evaluation of accountability",
        force="no replacement was found; listed as in force in 2026 (from a secondary source)",
    ),
    Regulation(
        "PermenPANRB 89/2021",
        "cascading of performance",
        force="no replacement was found; listed as in force in 2026 (from a secondary source)",
    ),
    Regulation("PermenPANRB 6/2022", "management of the performance of civil servants"),
    Regulation("PermenPANRB 1/2023", "functional positions and their credits"),
    Regulation("SE MenPANRB 3/2023", "predicates of organisations and their distribution over employees"),
    Regulation("SE BKN 1/2021", "acting officials"),
    Regulation("Tabel penilai SKP BKN", "who rates whose SKP"),
    Regulation(
        "Permendagri 86/2017",
        "planning of regional development, and its evaluation",
        force="whether Permendagri 14/2026 revokes it is open",
    ),
    Regulation(
        "PMK 214/PMK.02/2017",
        "measuring the performance of budgets",
        force="replaced by PMK 22/PMK.02/2021 (read in its text)",
    ),
    Regulation("PMK 2/PMK.02/2021", "assessing the performance of budgets"),
    Regulation(
        "PMK 22/PMK.02/2021",
        "measuring the performance of budgets",
        force="replaced by KMK 466/2023 (from a secondary source)",
    ),
    Regulation("KMK 466/2023", "evaluation of the performance of budgets"),
    Regulation("PMK 107/2024", "amendment of PMK 62/2023, on planning and carrying out budgets"),
    Regulation("KMK 467/KMK.01/2014", "performance in the Ministry of Finance; binds that ministry alone"),
    Regulation(
        "KMK 127/2026",
        "performance in the Ministry of Finance; binds that ministry alone",
        force="after KMK 300/KMK.01/2022 (from a secondary source)",
    ),
    Regulation("KEPJA 1184", "performance indicators of one agency, 2025-2029"),
    Regulation("Permendiktisaintek 58/2025", "SAKIP in the Ministry of Higher Education; binds that ministry alone"),
    Regulation("Permendag 10/2023", "SAKIP in the Ministry of Trade; binds that ministry alone"),
    Regulation("Permensos 4/2024", "functional positions of the Ministry of Social Affairs; binds that ministry alone"),
    Regulation("LAKIP Inspektorat Jenderal 2019", "a printed report that shows its computation"),
    Regulation("Perwali Mojokerto 11/2017", "agreements of one city and of its offices", "region"),
    Regulation("Pemerintah Kabupaten Kendal", "announcement on the signing of agreements", "region"),
    Regulation("Pemerintah Provinsi Bengkulu", "announcements on agreements and their evaluation", "region"),
    Regulation("Pemerintah Daerah Yogyakarta", "announcement on internal evaluation", "region"),
    Regulation("Lembar evaluasi SAKIP Kabupaten Trenggalek", "a region's own evaluation sheet", "region"),
    Regulation("LKjIP Kabupaten Maluku Tengah 2021", "a printed report that states its formulas", "region"),
    Regulation("LKPJ 2025", "indicators of a regional report", "region"),
    Regulation("Fellegi and Holt 1976", "changing the fewest fields of a record that is at fault", "foreign"),
    Regulation("Shapley 1953", "dividing what several achieve together", "foreign"),
    Regulation("Praktik LKjIP daerah", "simple forms that regional reports print", "practice"),
    Regulation("Formulir perjanjian daerah", "forms of agreements that several governments print", "practice"),
    Regulation("Kode aplikasi e-SAKIP daerah", "what applications of regions compute", "practice"),
    Regulation("Kode aplikasi pemantau IKPA", "what an application for budget execution computes", "practice"),
    Regulation("Aplikasi konversi SKP", "what an application computes that converts older values", "practice"),
    Regulation(ARITHMETIC, "what needs no regulation", "ours"),
    Regulation("Ambang bawaan sakip", "thresholds that a user may set otherwise", "ours"),
    Regulation("Aturan sakip untuk pengecualian temuan", "how findings are set aside", "ours"),
    Regulation("Rumusan, satuan, arah, dan konsolidasi indikator wajib", "how mandatory indicators are worded", "ours"),
)
