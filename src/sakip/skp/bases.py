"""Dasar hukum: the rule that each calculation of this package rests on, and how sure that is."""

from sakip.base.reference import Reference

__all__ = ["SKP_BASES"]

SKP_BASES: tuple[tuple[str, Reference], ...] = (
    ("skp_plan", Reference("PermenPANRB 6/2022", certainty="memory")),
    ("SkpPlan", Reference("PermenPANRB 8/2021", article="lampiran hlm. 52 dan 58", certainty="read")),
    ("check_rater", Reference("Tabel penilai SKP BKN", certainty="read")),
    ("check_rater", Reference("Permensos 4/2024", article="13", certainty="read")),
    ("predicate", Reference("PermenPANRB 6/2022", certainty="secondary")),
    ("appraisals", Reference("PermenPANRB 6/2022", certainty="secondary")),
    ("predicate_fact", Reference("PermenPANRB 6/2022", certainty="secondary")),
    ("behaviour_rating", Reference("PermenPANRB 6/2022", certainty="secondary")),
    ("behaviour_value", Reference("KMK 127/2026", certainty="secondary")),
    ("EmployeeValue", Reference("PP 30/2019", article="41", certainty="read")),
    ("quarterly_value", Reference("PermenPANRB 8/2021", article="lampiran hlm. 75", certainty="read")),
    ("skp_value", Reference("PermenPANRB 8/2021", article="lampiran", certainty="read")),
    ("value_from_pp_46_2011", Reference("PP 46/2011", article="konversi sebuah aplikasi", certainty="secondary")),
    ("annual_credit", Reference("PermenPANRB 1/2023", certainty="secondary")),
    ("DisciplinarySanction", Reference("PP 94/2021", certainty="memory")),
    ("discipline_fact", Reference("PP 94/2021", certainty="memory")),
    ("Distribution", Reference("SE MenPANRB 3/2023", article="pola distribusi predikat", certainty="read")),
)
"""Dasar hukum: (name, reference) pairs; a matrix, a scale, a band and a share carry a reference of their own."""
