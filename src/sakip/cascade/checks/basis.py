"""Dasar pemeriksaan: the regulations that the checks rest on, each once, with how sure we are."""

from sakip.base.reference import Reference

__all__ = ["HOUSE", "K467", "M6", "M12", "M53", "M58", "M88", "M89", "P29", "arithmetic", "criterion"]

M53 = Reference("PermenPANRB 53/2014", article="lampiran I", certainty="secondary")
M58 = Reference("Permendiktisaintek 58/2025", article="12", certainty="read")
M89 = Reference("PermenPANRB 89/2021", certainty="secondary")
M12 = Reference("PermenPANRB 12/2015", certainty="derived")
M6 = Reference("PermenPANRB 6/2022", certainty="memory")
K467 = Reference("KMK 467/KMK.01/2014", certainty="secondary")
P29 = Reference("Perpres 29/2014", certainty="memory")
HOUSE = Reference("Ambang bawaan sakip, tanpa dasar peraturan", certainty="derived")
M88 = Reference("PermenPANRB 88/2021", certainty="secondary")


def criterion(number: str) -> Reference:
    """Kriteria evaluasi: one criterion of the evaluation sheet of SAKIP.

    Examples:
        >>> criterion("1.b.8").text("en")
        'PermenPANRB 88/2021, kriteria 1.b.8 (from a secondary source)'
    """
    return Reference("PermenPANRB 88/2021", article=f"kriteria {number}", certainty="secondary")


def arithmetic(what: str) -> Reference:
    """Dasar hitung: a law of arithmetic, which needs no regulation.

    Examples:
        >>> arithmetic("additivity").certainty
        'derived'
    """
    return Reference(f"Aritmetika: {what}", certainty="derived")
