"""Fakta kepegawaian: the predicate and the discipline of an appraisal, as rules of consequences ask for them."""

from sakip.base.kind import of_kind
from sakip.base.text import Text
from sakip.lifecycle.consequences.given_fact import GivenFact
from sakip.scoring.outcome import Reason
from sakip.skp.appraisal import Appraisal, label_of
from sakip.skp.discipline import gravity_text

__all__ = ["discipline_fact", "predicate_fact"]

_EXAMPLE = "Appraisal(Party('Camat'), period=Period.year(2024), results='above', behaviour='meets')"
_PART = Text("yang dinilai hanya {period}, bukan setahun", "only {period} was judged, not the year")
_NO_RULE = Text(
    "evaluasi tidak menyebut aturan disiplin, sehingga hukuman yang berlaku tidak diketahui",
    "the appraisal names no rule of discipline, so that what is in force is not known",
)
_NONE = "tidak ada"


def predicate_fact(appraisal: Appraisal, *, source: str | None = None, fact: str = "predicate") -> GivenFact:
    """Fakta predikat pegawai: the predicate of an appraisal of the whole year, with a label of `PREDICATE_FACT`.

    Args:
        appraisal: Evaluasi kinerja pegawai.
        source: Where it can be looked up; the appraisal of the year unless something else is named.
        fact: Id of the fact.

    Raises:
        InvalidValueError: Something else than an appraisal.

    Reference: PermenPANRB 6/2022 (secondary), on the predicates.

    Examples:
        >>> from sakip import Party, Period
        >>> year = Period.year(2024)
        >>> predicate_fact(Appraisal(Party("Camat"), period=year, results="above", behaviour="meets")).text()
        'Baik (sumber: evaluasi kinerja 2024)'
        >>> predicate_fact(Appraisal(Party("Camat"), period=year, results=None, behaviour="meets")).text()
        'tidak diketahui: hasil kerja belum dinilai'
    """
    found = of_kind(Appraisal, appraisal, "predicate_fact.appraisal", _EXAMPLE)
    return _fact(found, fact, found.predicate, source)


def discipline_fact(appraisal: Appraisal, *, source: str | None = None, fact: str = "discipline") -> GivenFact:
    """Fakta disiplin: the gravest sanction in force in the year of an appraisal, with a label of `DISCIPLINE_FACT`.

    That there is none is known only where the appraisal names the rule of discipline by which sanctions were looked at.

    Args:
        appraisal: Evaluasi kinerja pegawai.
        source: Where it can be looked up; the appraisal of the year unless something else is named.
        fact: Id of the fact.

    Raises:
        InvalidValueError: Something else than an appraisal.

    Reference: PP 94/2021 (memory), on the grades of sanctions.

    Examples:
        >>> from sakip import Party, Period
        >>> from sakip.skp import KMK_127_2026_DISCIPLINE
        >>> found = Appraisal(
        ...     Party("Camat"),
        ...     period=Period.year(2026),
        ...     results="above",
        ...     behaviour="meets",
        ...     discipline=KMK_127_2026_DISCIPLINE,
        ... )
        >>> discipline_fact(found, source="BKPSDM").text()
        'tidak ada (sumber: BKPSDM)'
    """
    found = of_kind(Appraisal, appraisal, "discipline_fact.appraisal", _EXAMPLE)
    sanction = found.sanction
    if isinstance(sanction, Reason):
        return _fact(found, fact, sanction, source)
    if found.discipline is None:
        return GivenFact(fact, found.period.fiscal_year, because=_NO_RULE)
    return _fact(found, fact, _NONE if sanction is None else gravity_text(sanction.gravity), source)


def _fact(appraisal: Appraisal, fact: str, label: str | Reason, source: str | None) -> GivenFact:
    period = appraisal.period
    if isinstance(label, Reason):
        return GivenFact(fact, period.fiscal_year, because=label)
    if period.kind != "year":
        return GivenFact(fact, period.fiscal_year, because=_PART.filled({"period": label_of(period)}))
    told = f"evaluasi kinerja {period.code}" if source is None else source
    return GivenFact(fact, period.fiscal_year, label, source=told)
