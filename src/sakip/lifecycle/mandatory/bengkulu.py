"""Perjanjian kinerja khusus Bengkulu: the six subjects that every office promised beside its own."""

from sakip.base.reference import Reference
from sakip.base.text import Text
from sakip.lifecycle.mandatory.indicator import MandatoryIndicator
from sakip.lifecycle.mandatory.template import MandatorySet
from sakip.model.indicator import Consolidation, Indicator, Measure

__all__ = ["BENGKULU_MANDATORY"]

_SOURCE = Reference("Pemerintah Provinsi Bengkulu, perjanjian kinerja khusus 8 Januari 2022", certainty="secondary")
_WORDING = Reference("Rumusan, satuan, arah, dan konsolidasi indikator wajib", certainty="derived")


def _own(code: str, name: str, unit: str, consolidation: Consolidation, measure: Measure) -> MandatoryIndicator:
    """Only the subject was reported; each office sets its own target until somebody states one."""
    indicator = Indicator(
        code,
        name,
        unit=unit,
        polarity="maximize",
        consolidation=consolidation,
        measure=measure,
        kind="wajib",
        reference=_WORDING,
    )
    return MandatoryIndicator(indicator, binding="own", objective="Tata kelola pemerintahan yang baik")


BENGKULU_MANDATORY = MandatorySet(
    "bengkulu-khusus",
    Text("Perjanjian kinerja khusus Provinsi Bengkulu", "Special performance agreement of Bengkulu province"),
    [
        _own("RB", "Nilai reformasi birokrasi", "nilai", "last_level", "index"),
        _own("TL-BPK", "Tindak lanjut temuan BPK", "%", "last_progress", "ratio"),
        _own("INOVASI", "Nilai inovasi", "nilai", "last_level", "index"),
        _own("KIP", "Nilai keterbukaan informasi publik", "nilai", "last_level", "index"),
        _own("MCP", "Capaian MCP KPK", "%", "last_progress", "ratio"),
        _own("SERAPAN", "Penyerapan anggaran", "%", "last_progress", "ratio"),
    ],
    reference=_SOURCE,
)
"""Perjanjian kinerja khusus Bengkulu: bureaucratic reform, follow-up of BPK findings, innovation, public information,
MCP KPK and budget absorption. The six subjects were reported (secondary); how they are worded and measured is our
inference, and no target or weight was found, so that each office sets its own until `evolve` states one."""
