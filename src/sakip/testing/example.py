"""Contoh: the agreement of the first example."""

from datetime import date

from sakip import Agreement, Indicator, Objective, Party, Target

__all__ = ["example_agreement"]


def example_agreement() -> Agreement:
    """Contoh perjanjian: Bengkulu 2025, two planning documents promised by the head of a planning division.

    Examples:
        >>> from sakip.testing import example_agreement
        >>> example_agreement().code
        'PK-2025-SETDA-III-1'
    """
    documents = Indicator(
        "PLAN-1",
        "Jumlah dokumen perencanaan yang dihasilkan",
        unit="dokumen",
        polarity="maximize",
    )
    return Agreement(
        "PK-2025-SETDA-III-1",
        year=2025,
        first_party=Party("Kepala Bagian Perencanaan", echelon="III"),
        second_party=Party("Kepala Biro Organisasi", echelon="II"),
        signed_on=date(2025, 3, 5),
        objectives=[Objective("Tersusunnya dokumen perencanaan", [Target(documents, 2)])],
    )
