"""Fakta: what is known of a subject in one year, with its source, or why it is not known."""

from decimal import Decimal
from fractions import Fraction

from attrs import field, frozen

from sakip.base.kind import none_or
from sakip.base.number import Number, admit_whole
from sakip.base.rebuild import reduce_by_fields
from sakip.base.text import Lang, Text, both, none_or_text, require_text
from sakip.errors import InvalidValueError
from sakip.lifecycle.consequences.fact_kind import number_or_label
from sakip.scoring.outcome import Reason
from sakip.scoring.wording import exact_text

__all__ = ["GivenFact"]


def _fact(value: str) -> str:
    return require_text(value, "GivenFact.fact")


def _year(value: int) -> int:
    return admit_whole(value, "GivenFact.year", low=1945, high=9998)


def _value(value: Number | Fraction | None) -> Decimal | Fraction | str | None:
    return None if value is None else number_or_label(value, "GivenFact.value")


def _source(value: str | None) -> str | None:
    return none_or_text(value, "GivenFact.source")


def _measure(value: str | None) -> str | None:
    return none_or_text(value, "GivenFact.measure")


def _because(value: Text | Reason | None) -> Text | None:
    if isinstance(value, Reason):
        return both(value.text)
    return none_or(Text, value, "GivenFact.because", "Text('belum dinilai', 'not rated yet')")


@frozen
class GivenFact:
    """Fakta: one thing that is known of a subject in a year, and where it comes from; or why it is not known.

    Attributes:
        fact: Id of its `FactKind`.
        year: Tahun.
        value: An exact number, as an ``int``, ``Decimal``, ``Fraction`` or canonical text, or a label as any other
            text; None where it is not known.
        source: Where it can be looked up; wanted with every value.
        measure: What it was measured by, such as a policy; numbers of two measures are never compared.
        because: Why it is not known; wanted without a value, and only then. The `Reason` of a score that does not exist
            is taken too, as its sentence.

    Raises:
        InvalidValueError: A field of another kind, a value without a source, or neither a value nor a reason.

    Examples:
        >>> from sakip import Text
        >>> print(GivenFact("predicate", 2024, "Baik", source="evaluasi kinerja 2024").text())
        Baik (sumber: evaluasi kinerja 2024)
        >>> print(GivenFact("discipline", 2024, because=Text("menunggu BKPSDM", "waiting")).text())
        tidak diketahui: menunggu BKPSDM
    """

    fact: str = field(converter=_fact)
    year: int = field(converter=_year)
    value: Decimal | Fraction | str | None = field(default=None, converter=_value)
    source: str | None = field(default=None, converter=_source, kw_only=True)
    measure: str | None = field(default=None, converter=_measure, kw_only=True)
    because: Text | None = field(default=None, converter=_because, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if self.value is not None and self.source is None:
            raise InvalidValueError(
                code="no-source",
                path="GivenFact.source",
                value=self.fact,
                problem=("nilai ini tanpa sumber", "the value has no source"),
                way_out=(
                    "Tulis di mana nilainya dapat dilihat, misalnya source='SK Bupati 800/1/2024'",
                    "Write where it can be looked up, for example source='SK Bupati 800/1/2024'",
                ),
            )
        if (self.value is None) != (self.because is not None):
            raise InvalidValueError(
                code="value-or-reason",
                path="GivenFact.because",
                value=self.fact,
                problem=(
                    "harus ada nilai, atau alasan mengapa tidak ada, dan tidak keduanya",
                    "there must be a value, or the reason why there is none, and not both",
                ),
                way_out=(
                    "Tulis nilainya, atau because=Text('belum dinilai', 'not rated yet')",
                    "Write the value, or because=Text('belum dinilai', 'not rated yet')",
                ),
            )

    __reduce__ = reduce_by_fields

    def text(self, lang: Lang = "id") -> str:
        """Teks fakta: the exact value with its source, or why it is not known.

        Raises:
            InvalidValueError: An unknown language.
        """
        if self.because is not None:
            return Text("tidak diketahui: {why}", "not known: {why}").render(lang, {"why": self.because})
        return Text("{value} (sumber: {source})", "{value} (source: {source})").render(
            lang, {"value": self.shown(lang), "source": self.source or ""}
        )

    def shown(self, lang: Lang = "id") -> str:
        """Nilai tertulis: the label, or the exact number; empty where it is not known."""
        if self.value is None or isinstance(self.value, str):
            return self.value or ""
        return exact_text(Fraction(self.value), lang)
