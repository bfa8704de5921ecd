"""Bunyi formulir: the sentences of the statement, as data, so that a region may put its own in their place."""

from attrs import field, frozen

from sakip.base.kind import of_kind
from sakip.base.rebuild import reduce_by_fields
from sakip.base.reference import Reference
from sakip.base.text import Lang, Text, both
from sakip.errors import InvalidValueError

__all__ = ["FORM_53_2014", "FormWording"]


def _words(name: str, value: Text, places: frozenset[str] = frozenset()) -> Text:
    path = f"FormWording.{name}"
    unknown = of_kind(Text, value, path, "Text('pihak kesatu', 'first party')").names - places
    if not unknown:
        return value
    known = ", ".join(f"{{{place}}}" for place in sorted(places))
    raise InvalidValueError(
        code="unknown-place",
        path=path,
        value=f"{{{min(unknown)}}}",
        problem=("isian ini tidak dikenal", "nothing fills this place"),
        way_out=(f"Yang diisi: {known or 'tidak ada'}", f"What is filled: {known or 'nothing'}"),
    )


def _sentence(name: str, value: Text) -> Text:
    return _words(name, value, frozenset({"first", "second"}))


def _first(value: Text) -> Text:
    return _words("first", value)


def _second(value: Text) -> Text:
    return _words("second", value)


def _opening(value: Text) -> Text:
    return _sentence("opening", value)


def _opening_alone(value: Text) -> Text:
    return _sentence("opening_alone", value)


def _first_named(value: Text) -> Text:
    return _sentence("first_named", value)


def _second_named(value: Text) -> Text:
    return _sentence("second_named", value)


def _promise(value: Text) -> Text:
    return _sentence("promise", value)


def _promise_alone(value: Text) -> Text:
    return _sentence("promise_alone", value)


def _responsibility(value: Text) -> Text:
    return _sentence("responsibility", value)


def _supervision(value: Text) -> Text:
    return _sentence("supervision", value)


def _reference(value: Reference) -> Reference:
    return of_kind(Reference, value, "FormWording.reference", "Reference('Perbup 12/2025', certainty='read')")


@frozen(kw_only=True)
class FormWording:
    """Bunyi formulir: the sentences of the statement page, in Indonesian with an English translation.

    A sentence may have the places ``{first}`` and ``{second}``, which what the parties are called fills; what begins
    with one of them begins with a capital.

    Attributes:
        first: What the first party is called, in the sentences and above its signature.
        second: What the second party is called.
        opening: Pembukaan, where two sign.
        opening_alone: Pembukaan, where one signs alone.
        first_named: The line below the first party's position.
        second_named: The line below the second party's position.
        promise: Janji pihak pertama.
        promise_alone: Janji, where one signs alone.
        responsibility: Whose the success and the failure are.
        supervision: What the second party will do.
        reference: Where the wording comes from, and how sure that is.

    Raises:
        InvalidValueError: A sentence that is no `Text` or has other places, or a reference that is no `Reference`.

    Examples:
        >>> from attrs import evolve
        >>> from sakip import Text
        >>> local = evolve(FORM_53_2014, first=Text("pihak kesatu", "first party"))
        >>> local.said(local.first_named), local.heading(local.first).id
        ('Selanjutnya disebut pihak kesatu.', 'Pihak kesatu')
    """

    first: Text = field(converter=_first)
    second: Text = field(converter=_second)
    opening: Text = field(converter=_opening)
    opening_alone: Text = field(converter=_opening_alone)
    first_named: Text = field(converter=_first_named)
    second_named: Text = field(converter=_second_named)
    promise: Text = field(converter=_promise)
    promise_alone: Text = field(converter=_promise_alone)
    responsibility: Text = field(converter=_responsibility)
    supervision: Text = field(converter=_supervision)
    reference: Reference = field(converter=_reference)

    __reduce__ = reduce_by_fields

    def said(self, sentence: Text, lang: Lang = "id") -> str:
        """Kalimat jadi: one of the sentences, with what the parties are called.

        Raises:
            InvalidValueError: Another language.
        """
        written = sentence.render(lang, {"first": self.first, "second": self.second})
        begins_with_party = (sentence.id if lang == "id" else sentence.en).startswith("{")
        return _capital(written) if begins_with_party else written

    def heading(self, party: Text) -> Text:
        """Sebutan di atas tanda tangan: what a party is called, with a capital."""
        return both(lambda lang: _capital(party.render(lang)))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


FORM_53_2014 = FormWording(
    first=Text("pihak pertama", "first party"),
    second=Text("pihak kedua", "second party"),
    opening=Text(
        "Dalam rangka mewujudkan manajemen pemerintahan yang efektif, transparan, dan akuntabel serta berorientasi "
        "pada hasil, kami yang bertanda tangan di bawah ini:",
        "In order to bring about government management that is effective, transparent, accountable and oriented "
        "towards results, we, the undersigned:",
    ),
    opening_alone=Text(
        "Dalam rangka mewujudkan manajemen pemerintahan yang efektif, transparan, dan akuntabel serta berorientasi "
        "pada hasil, yang bertanda tangan di bawah ini:",
        "In order to bring about government management that is effective, transparent, accountable and oriented "
        "towards results, the undersigned:",
    ),
    first_named=Text("Selanjutnya disebut {first}.", "Hereafter called the {first}."),
    second_named=Text(
        "Selaku atasan {first}, selanjutnya disebut {second}.",
        "As the superior of the {first}, hereafter called the {second}.",
    ),
    promise=Text(
        "{first} berjanji akan mewujudkan target kinerja yang seharusnya sesuai lampiran perjanjian ini, dalam "
        "rangka mencapai target kinerja jangka menengah seperti yang telah ditetapkan dalam dokumen perencanaan.",
        "The {first} promises to realise the targets that are due according to the annex of this agreement, in "
        "order to reach the medium-term targets set in the planning documents.",
    ),
    promise_alone=Text(
        "berjanji akan mewujudkan target kinerja yang seharusnya sesuai lampiran perjanjian ini, dalam rangka mencapai "
        "target kinerja jangka menengah seperti yang telah ditetapkan dalam dokumen perencanaan.",
        "promises to realise the targets that are due according to the annex of this agreement, in order to reach the "
        "medium-term targets set in the planning documents.",
    ),
    responsibility=Text(
        "Keberhasilan dan kegagalan pencapaian target kinerja tersebut menjadi tanggung jawab kami.",
        "Success and failure in reaching these targets are our responsibility.",
    ),
    supervision=Text(
        "{second} akan melakukan supervisi yang diperlukan serta akan melakukan evaluasi terhadap capaian kinerja "
        "dari perjanjian ini dan mengambil tindakan yang diperlukan dalam rangka pemberian penghargaan dan sanksi.",
        "The {second} will give the supervision that is needed, evaluate the achievement of this agreement, and "
        "take the action that is needed to reward and to sanction.",
    ),
    reference=Reference("PermenPANRB 53/2014", article="lampiran I, format pernyataan", certainty="secondary"),
)
"""Bunyi umum: on which layouts of several governments agree; the form in the annex was not read. Of a party that signs
alone one layout was seen. English is ours."""
