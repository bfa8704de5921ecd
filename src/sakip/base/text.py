"""Teks: a sentence in Indonesian and English, filled with its numbers last."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Union

from attrs import frozen

from sakip.base.language import Lang, require_lang
from sakip.base.notation import format_date, format_number
from sakip.base.rebuild import reduce_by_fields
from sakip.errors import InvalidValueError

__all__ = ["Argument", "Lang", "Text", "require_lang", "require_text"]

Argument = Union[str, int, Decimal, Fraction, date, "Text"]
"""Isian: what may fill a sentence; a text in both languages is written in the language of the sentence."""

_LONGEST_TEXT = 4000
# Controls other than tab and line feed, and halves of a character, which no UTF-8 can hold.
_UNREADABLE = re.compile(r"[\x00-\x08\x0b-\x1f\ud800-\udfff]")


def require_text(value: object, path: str) -> str:
    """Teks wajib: a text that says something, without control characters.

    Raises:
        InvalidValueError: Not a string, empty, longer than 4,000 characters, or with control characters.

    Examples:
        >>> require_text("Angka kematian ibu", "Indicator.name")
        'Angka kematian ibu'
    """
    if not isinstance(value, str) or not value.strip():
        problem, code = ("teks kosong atau bukan teks", "the text is empty or no text at all"), "empty-text"
    elif len(value) > _LONGEST_TEXT:
        problem, code = ("teks lebih dari 4.000 karakter", "the text is longer than 4,000 characters"), "long-text"
    elif _UNREADABLE.search(value):
        problem, code = ("teks memuat karakter kendali", "the text holds control characters"), "control-characters"
    else:
        return value
    way_out = ("Tulis kalimat pendek yang dapat dibaca", "Write a short readable sentence")
    raise InvalidValueError(code=code, path=path, value=value, problem=problem, way_out=way_out)


@frozen
class Text:
    """Teks dua bahasa: one sentence in Indonesian and English, with named places for arguments.

    The templates are the library's own; what users typed enters only as an argument, never as a template.

    Examples:
        >>> from decimal import Decimal
        >>> Text("Bobot {sum}", "Weights {sum}").render("id", {"sum": Decimal("99.9")})
        'Bobot 99,9'
    """

    id: str
    en: str

    __reduce__ = reduce_by_fields

    def render(self, lang: Lang = "id", arguments: Mapping[str, Argument] | None = None) -> str:
        """Teks jadi: the sentence in one language, its arguments written the way of that language."""
        template = self.id if require_lang(lang) == "id" else self.en
        if not arguments:
            return template
        return template.format_map({name: _written(value, lang) for name, value in arguments.items()})


def _written(value: Argument, lang: Lang) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, Text):
        return value.render(lang)
    if isinstance(value, date):
        return format_date(value, lang)
    return format_number(value, lang=lang)
