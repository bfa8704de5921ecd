"""Pernyataan perjanjian kinerja: the first page of the form, sentence by sentence."""

from attrs import field, frozen

from sakip.base.notation import format_date, spell_date
from sakip.base.rebuild import reduce_by_fields
from sakip.base.reference import Reference
from sakip.base.text import Argument, Lang, Text, require_lang
from sakip.lifecycle.official.signature import FormSignature
from sakip.lifecycle.official.wording import FormWording
from sakip.model.agreement import Agreement
from sakip.model.amendment import reason_text

__all__ = ["BLANK", "FormStatement", "title_of"]

BLANK = "...................."
"""Isian kosong: what is printed where the form lacks something."""

_TITLE = Text("PERJANJIAN KINERJA TAHUN {year}", "PERFORMANCE AGREEMENT OF {year}")
_AMENDED = Text("PERJANJIAN KINERJA PERUBAHAN TAHUN {year}", "AMENDED PERFORMANCE AGREEMENT OF {year}")
_SUPERSEDES = Text(
    "Perjanjian ini menggantikan {supersedes}, dengan alasan: {reason}.",
    "This agreement supersedes {supersedes}, for this reason: {reason}.",
)
_BASIS = Text("Dasar: {basis}.", "Basis: {basis}.")
_IN_FORCE = Text("Berlaku sejak {day}.", "In force from {day}.")
_PLACE_AND_DAY = Text("{place}, {day}", "{place}, {day}")


def title_of(agreement: Agreement, lang: Lang) -> str:
    """Judul: of the agreement of a year, or of one that amends another.

    Examples:
        >>> from sakip.testing import example_agreement
        >>> title_of(example_agreement(), "id")
        'PERJANJIAN KINERJA TAHUN 2025'
    """
    amended = agreement.supersedes is not None or agreement.reason is not None
    return (_AMENDED if amended else _TITLE).render(lang, {"year": str(agreement.year)})


@frozen
class FormStatement:
    """Pernyataan: what the parties declare, on the first page of the form. Part of an `OfficialForm`.

    Attributes:
        agreement: The agreement.
        place: Tempat penandatanganan; None where it is not stated.
        parties: The parties in the order in which the statement names them: who promises, then who accepts.
        wording: The sentences, and where they come from.

    Examples:
        >>> from sakip.lifecycle import official_form
        >>> from sakip.testing import example_agreement
        >>> statement = official_form(example_agreement(), place="Bengkulu").statement
        >>> statement.dated(), statement.dated_in_words
        ('Bengkulu, 5 Maret 2025', 'lima Maret dua ribu dua puluh lima')
    """

    agreement: Agreement = field(repr=lambda one: repr(one.code))
    place: str | None
    parties: tuple[FormSignature, ...]
    wording: FormWording = field(repr=lambda one: repr(one.reference.title))

    __reduce__ = reduce_by_fields

    @property
    def signs_alone(self) -> bool:
        """Menandatangani sendiri: whether the first party signs alone."""
        return len(self.parties) == 1

    @property
    def heading(self) -> str | None:
        """Kepala formulir: the office of the first party, or the position of who signs alone; None where not stated."""
        first = self.parties[0]
        return first.office or (first.position if self.signs_alone else None)

    @property
    def reference(self) -> Reference:
        """Dasar bunyinya: where the wording comes from, and how sure that is."""
        return self.wording.reference

    def title(self, lang: Lang = "id") -> str:
        """Judul: with the year, and whether it is an amendment.

        Raises:
            InvalidValueError: Another language.
        """
        return title_of(self.agreement, require_lang(lang))

    def amendment(self, lang: Lang = "id") -> str | None:
        """Perubahan: which version is superseded, why, on what it rests and since when; None where nothing is amended.

        Raises:
            InvalidValueError: Another language.

        Reference: PermenPANRB 53/2014, lampiran I (read), on the three reasons.
        """
        one = self.agreement
        require_lang(lang)
        if one.supersedes is None and one.reason is None:
            return None
        why: Argument = BLANK if one.reason is None else reason_text(one.reason)
        said = [_SUPERSEDES.render(lang, {"supersedes": one.supersedes or BLANK, "reason": why})]
        if one.legal_document is not None:
            said.append(_BASIS.render(lang, {"basis": one.legal_document.cited(lang)}))
        if one.effective_on is not None:
            said.append(_IN_FORCE.render(lang, {"day": one.effective_on}))
        return " ".join(said)

    def opening(self, lang: Lang = "id") -> str:
        """Pembukaan: what the agreement is for, up to the parties.

        Raises:
            InvalidValueError: Another language.
        """
        words = self.wording
        return words.said(words.opening_alone if self.signs_alone else words.opening, lang)

    def named(self, party: FormSignature, lang: Lang = "id") -> str:
        """Sebutan: the line below a party's position; empty for who signs alone.

        Raises:
            InvalidValueError: Another language.
        """
        require_lang(lang)
        if self.signs_alone:
            return ""
        words = self.wording
        return words.said(words.first_named if party.role == "first_party" else words.second_named, lang)

    def paragraphs(self, lang: Lang = "id") -> tuple[str, ...]:
        """Isi pernyataan: the promise with its responsibility, then what the second party will do.

        Raises:
            InvalidValueError: Another language.
        """
        require_lang(lang)
        words = self.wording
        promise = words.promise_alone if self.signs_alone else words.promise
        promised = f"{words.said(promise, lang)} {words.said(words.responsibility, lang)}"
        return (promised,) if self.signs_alone else (promised, words.said(words.supervision, lang))

    def dated(self, lang: Lang = "id") -> str:
        """Tempat dan tanggal: dots where one of them is not stated.

        Raises:
            InvalidValueError: Another language.
        """
        signed_on = self.agreement.signed_on
        day = BLANK if signed_on is None else format_date(signed_on, lang)
        return _PLACE_AND_DAY.render(lang, {"place": self.place or BLANK, "day": day})

    @property
    def dated_in_words(self) -> str | None:
        """Tanggal terbilang: the day of signing in Indonesian words; None where it is not stated."""
        return None if self.agreement.signed_on is None else spell_date(self.agreement.signed_on)
