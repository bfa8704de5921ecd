"""Konsekuensi nasional: what PP 30/2019 lets follow from a predicate, as data."""

from sakip.base.reference import Reference
from sakip.base.text import Text
from sakip.lifecycle.consequences.condition import FactCondition
from sakip.lifecycle.consequences.consequence import Consequence
from sakip.lifecycle.consequences.fact_kind import PREDICATE_FACT, FactKind
from sakip.lifecycle.consequences.policy import ConsequencePolicy
from sakip.lifecycle.consequences.rule import ConsequenceRule

__all__ = ["PP_30_2019_CONSEQUENCES"]

_APPOINTER = Text("Pejabat Pembina Kepegawaian (PPK)", "the appointing official (PPK)")
_HEARD = Text("pejabat yang bersangkutan didengar", "the official is heard")
_BEYOND = Text(
    "diperiksa apakah sebabnya di luar kendali pejabat yang bersangkutan",
    "whether the cause lay beyond the official's control is checked",
)
_OBJECTION = Text(
    "keberatan atas hasil penilaian, paling lambat 14 hari sejak diterima, diputus lebih dahulu (PP 30/2019, Pasal 59)",
    "an objection to the rating, within 14 days of its receipt, is decided first (PP 30/2019, article 59)",
)

_STAGE = FactKind(
    "stage",
    Text("tahap perbaikan kinerja", "stage of improving performance"),
    better="neither",
    labels=(
        "belum diberi kesempatan",
        "sedang diberi kesempatan",
        "membaik",
        "tidak membaik",
        "diuji kembali: memenuhi standar",
        "diuji kembali: tidak memenuhi standar",
    ),
)

_PRIORITY = Consequence(
    "priority",
    Text(
        "pengutamaan dalam pengembangan kompetensi dan rencana suksesi",
        "priority in training and in the succession plan",
    ),
    kind="reward",
    decided_by=_APPOINTER,
)
_CHANCE = Consequence(
    "chance",
    Text("kesempatan memperbaiki kinerja selama enam bulan", "six months to improve performance"),
    kind="coaching",
    decided_by=_APPOINTER,
    first=[_OBJECTION, _BEYOND],
)
_RETEST = Consequence(
    "competence-test",
    Text("uji kompetensi kembali", "a renewed competence test"),
    kind="coaching",
    weight=2,
    decided_by=_APPOINTER,
    first=[_OBJECTION, _BEYOND],
)
_MOVE = Consequence(
    "move",
    Text(
        "pemindahan ke jabatan lain yang sesuai dengan hasil uji kompetensi, atau ke jabatan yang lebih rendah",
        "a move to another post that fits the test, or to a lower one",
    ),
    kind="sanction",
    decided_by=_APPOINTER,
    first=[_HEARD, _OBJECTION, _BEYOND],
)

PP_30_2019_CONSEQUENCES = ConsequencePolicy(
    "pp-30-2019",
    Text("Tindak lanjut penilaian kinerja PNS", "What follows from a civil servant's rating"),
    facts=[PREDICATE_FACT, _STAGE],
    rules=[
        ConsequenceRule(
            "priority",
            _PRIORITY,
            [FactCondition.exactly("predicate", "Sangat Baik", years=2)],
            reference=Reference("PP 30/2019", article="54 dan 55", certainty="memory"),
        ),
        ConsequenceRule(
            "chance",
            _CHANCE,
            [
                FactCondition.at_most("predicate", "Butuh Perbaikan"),
                FactCondition.exactly("stage", "belum diberi kesempatan"),
            ],
            reference=Reference("PP 30/2019", article="57 dan 58", certainty="derived"),
        ),
        ConsequenceRule(
            "competence-test",
            _RETEST,
            [FactCondition.at_most("predicate", "Butuh Perbaikan"), FactCondition.exactly("stage", "tidak membaik")],
            reference=Reference("PP 30/2019", article="57 dan 58", certainty="derived"),
        ),
        ConsequenceRule(
            "move",
            _MOVE,
            [
                FactCondition.at_most("predicate", "Butuh Perbaikan"),
                FactCondition.exactly("stage", "diuji kembali: tidak memenuhi standar"),
            ],
            reference=Reference("PP 30/2019", article="56 sampai 58", certainty="derived"),
        ),
    ],
    reference=Reference("PP 30/2019", article="54 sampai 59", certainty="secondary"),
)
"""Tindak lanjut PP 30/2019: priority after two excellent years, six months to improve after a predicate below Baik,
then a renewed competence test, then a move where the test says that the standard of the post is not met. The fact
``stage`` tells how far that has come, by the labels ``belum diberi kesempatan``, ``sedang diberi kesempatan``,
``membaik``, ``tidak membaik``, ``diuji kembali: memenuhi standar`` and ``diuji kembali: tidak memenuhi standar``.
The steps come from secondary sources; that a predicate below Baik is a target that was not met, and that the PPK
decides each step, is our reading."""
