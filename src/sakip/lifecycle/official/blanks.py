"""Isian kosong: what the form lacks, and what is wrong with what it shows."""

from collections.abc import Iterator

from sakip.base.finding import Finding
from sakip.base.rule import Rule
from sakip.base.text import Text
from sakip.lifecycle.official.signature import FormSignature, holder_of
from sakip.lifecycle.succession import Succession
from sakip.model.agreement import Agreement
from sakip.model.checking import check
from sakip.model.checks import promise, signing, spending
from sakip.model.checks.signing import signs_alone

__all__ = ["RULES", "blanks"]

DATE = Rule(
    "FORM-DATE",
    "error",
    Text("Tanggal penandatanganan belum diisi", "The day of signing is blank"),
)
PLACE = Rule(
    "FORM-PLACE",
    "warning",
    Text("Tempat penandatanganan belum diisi", "The place of signing is blank"),
)
SECOND = Rule(
    "FORM-SECOND",
    "error",
    Text(
        "Pihak kedua belum diisi: sebutkan atasan langsung {position}, atau jenjangnya bila menandatangani sendiri",
        "The second party is blank: name the direct superior of {position}, or its level if it signs alone",
    ),
)
OFFICE = Rule(
    "FORM-OFFICE",
    "warning",
    Text("{position}: unit kerja belum diisi", "{position}: the office is blank"),
)
NAME = Rule(
    "FORM-NAME",
    "note",
    Text("{position}: nama pejabat belum diisi", "{position}: the name of the official is blank"),
)
BUDGET = Rule(
    "FORM-BUDGET",
    "warning",
    Text("Lampiran belum memuat program dan anggaran", "The annex has no programmes and no budget"),
)
VACANT = Rule(
    "FORM-VACANT",
    "warning",
    Text(
        "{position}: menurut masa jabatan yang diberikan tidak ada pejabatnya pada {day}",
        "{position}: by the tenures that were given nobody held it on {day}",
    ),
)
OFFICIAL = Rule(
    "FORM-OFFICIAL",
    "warning",
    Text(
        "{position}: nama dalam perjanjian bukan yang menjabat pada {day} menurut masa jabatan yang diberikan",
        "{position}: the agreement names another official than the tenures that were given do on {day}",
    ),
)
RULES = (DATE, PLACE, SECOND, OFFICE, NAME, BUDGET, VACANT, OFFICIAL)
"""Aturan formulir: what `OfficialForm.check` may find beside what `check` finds in the agreement."""

# What `check` says of who signs, when and why, of the money, and of what a row of the annex needs.
_SHOWN = frozenset(
    rule.code for rule in (*signing.RULES, *spending.RULES, promise.EMPTY, promise.OBJECTIVE_EMPTY, promise.UNIT)
)


def blanks(
    agreement: Agreement, place: str | None, parties: tuple[FormSignature, ...], succession: Succession | None
) -> Iterator[Finding]:
    """Temuan formulir: first the blanks, then what `check` finds in what the form shows.

    Args:
        agreement: The agreement, with the budget lines that are printed.
        place: Where it is signed.
        parties: The parties of the form.
        succession: Who holds which position.

    Examples:
        >>> from sakip.testing import example_agreement
        >>> [found.code for found in blanks(example_agreement(), "Bengkulu", (), None)]
        ['FORM-BUDGET']
    """
    subject = f"form[{agreement.code}]"
    if agreement.signed_on is None:
        yield DATE.at(f"{subject}.signed_on")
    if place is None:
        yield PLACE.at(f"{subject}.place")
    for one in parties:
        yield from _party(one, agreement, succession, f"{subject}.{one.role}")
    if not agreement.budget:
        yield BUDGET.at(f"{subject}.budget")
    yield from (found for found in check(agreement) if found.code in _SHOWN)


def _party(one: FormSignature, agreement: Agreement, succession: Succession | None, subject: str) -> Iterator[Finding]:
    party, day = one.party, agreement.signed_on
    if party is None:
        # Where the level is known, `check` says so.
        if agreement.first_party.echelon is None:
            yield SECOND.at(subject, position=agreement.first_party.position)
        return
    if party.office is None and not signs_alone(party):
        yield OFFICE.at(f"{subject}.office", position=party.position)
    if party.official is None:
        yield NAME.at(f"{subject}.official", position=party.position)
    if succession is None or day is None or not succession.of(party):
        return
    holder = holder_of(party, agreement, succession)
    if holder is None:
        yield VACANT.at(subject, position=party.position, day=day)
    elif party.official not in {None, holder.official}:
        yield OFFICIAL.at(f"{subject}.official", position=party.position, day=day)
