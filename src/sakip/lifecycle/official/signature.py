"""Tanda tangan: who signs the form, in which capacity, and on which side."""

from typing import Literal

from attrs import frozen

from sakip.base.rebuild import reduce_by_fields
from sakip.base.text import Lang, Text, require_lang
from sakip.lifecycle.official.wording import FormWording
from sakip.lifecycle.succession import Succession
from sakip.model.agreement import Agreement
from sakip.model.checks.signing import is_acting, signs_alone
from sakip.model.party import Party
from sakip.model.tenure import Tenure, TenureKind

__all__ = ["FormSignature", "SignatureRole", "holder_of", "parties_of"]

SignatureRole = Literal["first_party", "second_party"]
"""Peran: who promises, and who accepts."""


@frozen
class FormSignature:
    """Blok tanda tangan: one party of the form, as it is named in the statement and below both pages.

    Attributes:
        role: ``first_party`` or ``second_party``.
        party: Pihak; None where the agreement does not name it.
        capacity: Kedudukan on the day of signing: ``definitive``, ``Plt``, ``Plh``, ``Pj`` or ``Pjs``.
        heading: What the party is called above the signature; None for who signs alone.

    Reference: Formulir perjanjian daerah (secondary), where the short form stands before the position; no rule on
        acting officials in the form was found.

    Examples:
        >>> from sakip import Party
        >>> FormSignature("first_party", Party("Camat"), "Plt").position
        'Plt. Camat'
    """

    role: SignatureRole
    party: Party | None
    capacity: TenureKind = "definitive"
    heading: Text | None = None

    __reduce__ = reduce_by_fields

    @property
    def position(self) -> str | None:
        """Jabatan: as it is printed, with Plt., Plh., Pj. or Pjs. before it; None where the party is not known."""
        if self.party is None:
            return None
        title = self.party.position
        return title if self.capacity == "definitive" or is_acting(title) else f"{self.capacity}. {title}"

    @property
    def office(self) -> str | None:
        """Unit kerja: the office of the party; None where it is not stated."""
        return None if self.party is None else self.party.office

    @property
    def official(self) -> str | None:
        """Nama pejabat: personal data, and only where the agreement names the person."""
        return None if self.party is None else self.party.official

    def label(self, lang: Lang = "id") -> str:
        """Sebutan pihak: in one language; empty for who signs alone.

        Raises:
            InvalidValueError: Another language.
        """
        require_lang(lang)
        return "" if self.heading is None else self.heading.render(lang)


def parties_of(agreement: Agreement, succession: Succession | None, wording: FormWording) -> tuple[FormSignature, ...]:
    """Para pihak: the first, and the second unless the first signs alone.

    Examples:
        >>> from sakip.lifecycle.official.wording import FORM_53_2014
        >>> from sakip.testing import example_agreement
        >>> [one.position for one in parties_of(example_agreement(), None, FORM_53_2014)]
        ['Kepala Bagian Perencanaan', 'Kepala Biro Organisasi']
    """
    first, second = agreement.first_party, agreement.second_party
    if signs_alone(first):
        return (FormSignature("first_party", first, _capacity(first, agreement, succession)),)
    return (
        FormSignature("first_party", first, _capacity(first, agreement, succession), wording.heading(wording.first)),
        FormSignature(
            "second_party", second, _capacity(second, agreement, succession), wording.heading(wording.second)
        ),
    )


def holder_of(party: Party | None, agreement: Agreement, succession: Succession | None) -> Tenure | None:
    """Pejabat penanda tangan: the tenure that held a position on the day of signing, where that is known.

    Examples:
        >>> from sakip.testing import example_agreement
        >>> holder_of(Party("Camat"), example_agreement(), None) is None
        True
    """
    if party is None or succession is None or agreement.signed_on is None:
        return None
    return succession.holder(party, agreement.signed_on)


def _capacity(party: Party | None, agreement: Agreement, succession: Succession | None) -> TenureKind:
    holder = holder_of(party, agreement, succession)
    return "definitive" if holder is None else holder.kind
