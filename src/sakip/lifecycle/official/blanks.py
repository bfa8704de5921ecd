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
from sakip.model.checks.signing import is_acting, signs_alone
from sakip.model.party import Party

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
        "{position}: nama dalam perjanjian tidak ditulis seperti pada masa jabatan per {day}; pastikan orangnya sama",
        "{position}: the name in the agreement is not written as in the tenure of {day}; make sure it is one person",
    ),
)
TENURE = Rule(
    "FORM-TENURE",
    "warning",
    Text(
        "{position}: masa jabatan yang diberikan menyebut '{other}'; bila itu jabatan yang sama, samakan tulisannya,"
        " karena kini dicetak seperti dalam perjanjian",
        "{position}: the tenures that were given name '{other}'; if that is the same position, write both alike, for it"
        " is now printed as the agreement has it",
    ),
)
RULES = (DATE, PLACE, SECOND, OFFICE, NAME, BUDGET, VACANT, OFFICIAL, TENURE)
"""Aturan formulir: what `OfficialForm.check` may find beside what `check` finds in the agreement."""

# What `check` says of who signs, when and why, of the money, and of the rows of the annex.
_ROWS = (
    promise.EMPTY,
    promise.OBJECTIVE_EMPTY,
    promise.DUPLICATE,
    promise.UNIT,
    promise.TARGET_LEVEL,
    promise.CEILING,
)
_SHOWN = frozenset(rule.code for rule in (*signing.RULES, *spending.RULES, *_ROWS))


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
    if succession is None or day is None:
        return
    holder = holder_of(party, agreement, succession)
    if not succession.of(party):
        near = next((other for other in succession.positions if _may_be_one(party, other)), None)
        if near is not None:
            yield TENURE.at(subject, position=_named(party), other=_named(near))
    elif holder is None:
        yield VACANT.at(subject, position=party.position, day=day)
    elif party.official is not None and not _are_alike(party.official, holder.official):
        yield OFFICIAL.at(f"{subject}.official", position=party.position, day=day)


def _named(party: Party) -> str:
    return party.position if party.office is None else f"{party.position}, {party.office}"


def _may_be_one(party: Party, other: Party) -> bool:
    """Whether two positions may be one that is written in two ways: of one title, and not of two codes or offices."""
    codes = {one.code for one in (party, other) if one.code is not None}
    offices = {_folded(one.office) for one in (party, other) if one.office is not None}
    own, title = (_folded(one.position) for one in (party, other))
    return max(len(codes), len(offices)) < 2 and (
        own == title
        or (is_acting(party.position) and own.endswith(f" {title}"))
        or (is_acting(other.position) and title.endswith(f" {own}"))
    )


def _are_alike(one: str, other: str) -> bool:
    """Whether a name is written as another; one may have more to it, such as a title or a NIP."""
    own, known = _folded(one), _folded(other)
    return own in known or known in own


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
