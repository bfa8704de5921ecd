"""Bunyi formulir: the sentences of the statement, as data, so that a region may put its own in their place."""

from attrs import field, frozen

from sakip.base.kind import of_kind
from sakip.base.rebuild import reduce_by_fields
from sakip.base.reference import Reference
from sakip.base.text import Text

__all__ = ["FORM_53_2014", "FormWording"]


def _sentence(name: str, value: Text) -> Text:
    return of_kind(Text, value, f"FormWording.{name}", "Text.literal('Pihak kesatu', 'First party')")


def _first(value: Text) -> Text:
    return _sentence("first", value)


def _second(value: Text) -> Text:
    return _sentence("second", value)


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

    Attributes:
        first: What the first party is called above its signature.
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
        InvalidValueError: A sentence that is no `Text`, or a reference that is no `Reference`.

    Examples:
        >>> from attrs import evolve
        >>> from sakip import Text
        >>> local = evolve(FORM_53_2014, first=Text.literal("Pihak kesatu", "First party"))
        >>> local.first.render("id"), FORM_53_2014.first.render("id")
        ('Pihak kesatu', 'Pihak pertama')
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


FORM_53_2014 = FormWording(
    first=Text("Pihak pertama", "First party"),
    second=Text("Pihak kedua", "Second party"),
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
    first_named=Text("Selanjutnya disebut pihak pertama.", "Hereafter called the first party."),
    second_named=Text(
        "Selaku atasan pihak pertama, selanjutnya disebut pihak kedua.",
        "As the superior of the first party, hereafter called the second party.",
    ),
    promise=Text(
        "Pihak pertama berjanji akan mewujudkan target kinerja yang seharusnya sesuai lampiran perjanjian ini, dalam "
        "rangka mencapai target kinerja jangka menengah seperti yang telah ditetapkan dalam dokumen perencanaan.",
        "The first party promises to realise the targets that are due according to the annex of this agreement, in "
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
        "Pihak kedua akan melakukan supervisi yang diperlukan serta akan melakukan evaluasi terhadap capaian kinerja "
        "dari perjanjian ini dan mengambil tindakan yang diperlukan dalam rangka pemberian penghargaan dan sanksi.",
        "The second party will give the supervision that is needed, evaluate the achievement of this agreement, and "
        "take the action that is needed to reward and to sanction.",
    ),
    reference=Reference("PermenPANRB 53/2014", article="lampiran I, format pernyataan", certainty="secondary"),
)
"""Bunyi umum: on which layouts of several governments agree; the form in the annex was not read. English is ours."""
