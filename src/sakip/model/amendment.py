"""Perubahan perjanjian: the three reasons of the law."""

from typing import Literal, get_args

from sakip.base.choice import choose
from sakip.base.text import Text

__all__ = ["REASONS", "AmendmentReason", "reason_text", "require_reason"]

AmendmentReason = Literal["official", "strategy", "priority"]
"""Alasan perubahan: change of official, of strategy, or of priority and assumption (PermenPANRB 53/2014, annex I)."""

REASONS: tuple[tuple[AmendmentReason, Text], ...] = (
    ("official", Text("terjadi pergantian atau mutasi pejabat", "the official was replaced or transferred")),
    (
        "strategy",
        Text(
            "perubahan strategi yang memengaruhi pencapaian tujuan dan sasaran (perubahan program, kegiatan, dan "
            "alokasi anggaran)",
            "a change of strategy that affects reaching goals and objectives (change of programmes, activities and "
            "budget allocation)",
        ),
    ),
    (
        "priority",
        Text(
            "perubahan prioritas atau asumsi yang berakibat secara signifikan dalam proses pencapaian tujuan dan "
            "sasaran",
            "a change of priority or assumption with a significant effect on reaching goals and objectives",
        ),
    ),
)
_REASON_WORDS = {
    "mutasi": "official",
    "mutasi pejabat": "official",
    "pergantian pejabat": "official",
    "pejabat": "official",
    "strategi": "strategy",
    "program": "strategy",
    "kegiatan": "strategy",
    "anggaran": "strategy",
    "budget": "strategy",
    "prioritas": "priority",
    "asumsi": "priority",
    "assumption": "priority",
}


def require_reason(value: AmendmentReason, path: str) -> AmendmentReason:
    """Alasan sah: one of the three reasons of the law.

    Raises:
        InvalidValueError: Any other word, or none.

    Examples:
        >>> require_reason("priority", "Agreement.reason")
        'priority'
    """
    return choose(
        value,
        get_args(AmendmentReason),
        path,
        code="no-legal-reason",
        problem=("bukan salah satu alasan sah perubahan perjanjian", "not one of the legal reasons for an amendment"),
        known=_REASON_WORDS,
    )


def reason_text(reason: AmendmentReason) -> Text:
    """Bunyi alasan: the reason as the law words it.

    Examples:
        >>> reason_text("official").id
        'terjadi pergantian atau mutasi pejabat'
    """
    return dict(REASONS)[reason]
