"""Rujukan: a regulation, an article, and how sure we are of it."""

from typing import Literal, get_args

from attrs import field, frozen

from sakip.base.choice import choose
from sakip.base.rebuild import reduce_by_fields
from sakip.base.text import Lang, Text, none_or_text, require_text

__all__ = ["Certainty", "Reference"]

Certainty = Literal["read", "secondary", "memory", "derived", "own"]

_CERTAINTY = {
    "read": Text("dibaca pada naskahnya", "read in its text"),
    "secondary": Text("dari sumber kedua", "from a secondary source"),
    "memory": Text("dari ingatan, belum diperiksa", "from memory, not verified"),
    "derived": Text("kesimpulan kami, bukan bunyi aturan", "our inference, not the rule's wording"),
    "own": Text("aturan sendiri", "own rule"),
}

_ARTICLE = Text("Pasal {number}", "article {number}")


def _title(value: str) -> str:
    return require_text(value, "Reference.title")


def _article(value: str | None) -> str | None:
    return none_or_text(value, "Reference.article")


def _certainty(value: Certainty) -> Certainty:
    problem = ("tingkat kepastian tidak dikenal", "unknown certainty")
    return choose(value, get_args(Certainty), "Reference.certainty", code="unknown-certainty", problem=problem)


@frozen
class Reference:
    """Rujukan hukum: where a rule comes from and how sure we are of its wording.

    Attributes:
        title: The regulation, as it is cited.
        article: Article, annex or page, without the word "Pasal".
        certainty: ``read`` (in the text itself), ``secondary`` (restated elsewhere), ``memory`` (not verified),
            ``derived`` (our inference), or ``own``: a rule of the agency that cites it, or an invented one, about which
            nobody else is asked; the library has none.

    Raises:
        InvalidValueError: An empty title or an unknown certainty.

    Examples:
        >>> print(Reference("Peraturan Bupati Contoh 12/2026", article="7", certainty="read").text("id"))
        Peraturan Bupati Contoh 12/2026, Pasal 7 (dibaca pada naskahnya)
        >>> print(Reference("Kesepakatan tim penilai", certainty="own").text("id"))
        Kesepakatan tim penilai (aturan sendiri)
    """

    title: str = field(converter=_title)
    article: str | None = field(default=None, converter=_article, kw_only=True)
    certainty: Certainty = field(converter=_certainty, kw_only=True)

    __reduce__ = reduce_by_fields

    def text(self, lang: Lang = "id") -> str:
        """Teks rujukan: title, article and certainty in one line."""
        return f"{self.cited(lang)} ({_CERTAINTY[self.certainty].render(lang)})"

    def cited(self, lang: Lang = "id") -> str:
        """Sebutan rujukan: title and article alone, as a document cites them.

        Examples:
            >>> Reference("Perpres 29/2014", article="20", certainty="read").cited()
            'Perpres 29/2014, Pasal 20'
        """
        # What begins with a number is the number of an article; an annex or a page names itself.
        article = self.article or ""
        words = _ARTICLE.render(lang, {"number": article}) if article[:1].isdigit() else article
        return f"{self.title}, {words}" if words else self.title

    def canonical(self) -> dict[str, str | None]:
        """Bentuk baku: the reference as plain data, its constructor's arguments."""
        return {"title": self.title, "article": self.article, "certainty": self.certainty}
