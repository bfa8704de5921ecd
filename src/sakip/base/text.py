"""Teks: a sentence in Indonesian and English, filled with its numbers last."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, Union, cast

from attrs import field, frozen

from sakip.base.control import CONTROLS, inert
from sakip.base.kind import of_kind
from sakip.base.language import Lang, require_lang
from sakip.base.notation import format_date, format_number
from sakip.base.rebuild import reduce_by_fields
from sakip.errors import InvalidValueError, SakipError

__all__ = [
    "Argument",
    "Lang",
    "Text",
    "both",
    "joined",
    "none_or_text",
    "require_lang",
    "require_paragraphs",
    "require_text",
    "told",
]

Argument = Union[str, int, Decimal, Fraction, date, "Text"]
"""Isian: what may fill a sentence; a text in both languages is written in the language of the sentence."""

_PLACE = re.compile(r"\{\{|\}\}|\{(?P<name>[A-Za-z_][A-Za-z0-9_]*)\}|[{}]")


def require_text(value: object, path: str, *, longest: int = 4000) -> str:
    """Teks wajib: one line that says something, and holds no sign that would change how it is printed.

    Args:
        value: What was given.
        path: The field that is being filled, for the error.
        longest: How many characters it may have.

    Raises:
        InvalidValueError: Not a string, empty, too long, or with line feeds, tabs, control characters, separators of
            lines, marks that turn the direction of text, or half a character; the error names the first of them and
            its place.

    Examples:
        >>> require_text("Angka kematian ibu", "Indicator.name")
        'Angka kematian ibu'
    """
    if (
        type(value) is str
        and value.isascii()
        and value.isprintable()
        and not value.isspace()
        and 0 < len(value) <= longest
    ):
        return value  # nearly every text, and thousands of them in a table
    return _line(_filled(value, path, longest), value, path)


def none_or_text(value: object, path: str, *, longest: int = 4000) -> str | None:
    """Teks bila ada: as `require_text`, for a field that may be left out.

    Raises:
        InvalidValueError: As for `require_text`.

    Examples:
        >>> none_or_text("orang", "Indicator.unit"), none_or_text(None, "Indicator.unit")
        ('orang', None)
    """
    return None if value is None else require_text(value, path, longest=longest)


def require_paragraphs(value: object, path: str, *, longest: int = 4000) -> str:
    r"""Teks berparagraf: as `require_text`, but line feeds and tabs may stand; a Windows line end becomes a line feed.

    Raises:
        InvalidValueError: As for `require_text`.

    Examples:
        >>> require_paragraphs("Gedung belum selesai.\r\nAnggaran dipotong.", "Realization.obstacle")
        'Gedung belum selesai.\nAnggaran dipotong.'
    """
    text = _filled(value, path, longest).replace("\r\n", "\n")
    _line(text.replace("\n", " ").replace("\t", " "), value, path)
    return text


def _filled(value: object, path: str, longest: int) -> str:
    if not isinstance(value, str) or not (text := str.__str__(value)).strip():
        problem, code = ("teks kosong atau bukan teks", "the text is empty or no text at all"), "empty-text"
    elif len(text) > longest:
        limit_id, limit_en = format_number(longest), format_number(longest, lang="en")
        problem = (f"teks lebih dari {limit_id} karakter", f"the text is longer than {limit_en} characters")
        code = "long-text"
    else:
        return text
    way_out = ("Tulis kalimat pendek yang dapat dibaca", "Write a short readable sentence")
    raise InvalidValueError(code=code, path=path, value=value, problem=problem, way_out=way_out)


def _line(text: str, value: object, path: str) -> str:
    found = CONTROLS.search(text)
    if found is None:
        return text
    place, point = found.start() + 1, f"U+{ord(found[0]):04X}"
    raise InvalidValueError(
        code="control-characters",
        path=path,
        value=value,
        problem=(
            f"karakter ke-{place} ({point}) memindahkan, memutus atau membalik cetakan",
            f"character {place} ({point}) moves, breaks or turns what is printed",
        ),
        way_out=("Tulis dalam satu baris tanpa karakter itu", "Write one line without that character"),
    )


def _template(value: str, path: str) -> str:
    template = str.__str__(of_kind(str, value, path, "Text('Bobot {sum}', 'Weights {sum}')"))
    for found in _PLACE.finditer(template):
        if found[0] in {"{", "}"}:
            raise InvalidValueError(
                code="odd-template",
                path=path,
                value=value,
                problem=(
                    f"kurung kurawal pada karakter ke-{found.start() + 1} tidak mengapit satu nama",
                    f"the brace at character {found.start() + 1} does not enclose a name",
                ),
                way_out=(
                    "Tulis {nama}; kurung kurawal biasa ditulis ganda, atau pakai Text.literal",
                    "Write {name}; double a brace that stands for itself, or use Text.literal",
                ),
            )
    return _line(template, value, path)


def _id(value: str) -> str:
    return _template(value, "Text.id")


def _en(value: str) -> str:
    return _template(value, "Text.en")


@frozen
class Text:
    """Teks dua bahasa: one sentence in Indonesian and English, with named places for arguments.

    Both sentences have the same places, written ``{name}``; a brace that stands for itself is doubled. What users
    typed enters as an argument or through `literal`, never as a template.

    Attributes:
        id: The Indonesian sentence, its places unfilled.
        en: The English sentence, its places unfilled.

    Raises:
        InvalidValueError: Something that is no text, a control character, a brace around anything but a name, or
            places that only one of the languages has.

    Examples:
        >>> from decimal import Decimal
        >>> Text("Bobot {sum}", "Weights {sum}").render("id", {"sum": Decimal("99.9")})
        'Bobot 99,9'
    """

    id: str = field(converter=_id)
    en: str = field(converter=_en)

    __reduce__ = reduce_by_fields

    def __attrs_post_init__(self) -> None:
        one_sided = _names(self.id) ^ _names(self.en)
        if one_sided:
            raise InvalidValueError(
                code="unlike-templates",
                path="Text",
                value=min(one_sided),
                problem=("isian ini hanya ada dalam satu bahasa", "only one of the languages has this place"),
                way_out=("Pakai isian yang sama dalam kedua bahasa", "Use the same places in both languages"),
            )

    @classmethod
    def literal(cls, id: str, en: str | None = None) -> "Text":  # noqa: A002 - named as the field that it fills
        """Teks apa adanya: finished sentences, whose braces stand for themselves; one text may serve both languages.

        Examples:
            >>> Text.literal("Indeks {SPBE}").render("en")
            'Indeks {SPBE}'
        """
        return cls(_doubled(id), _doubled(id if en is None else en))

    def filled(self, arguments: Mapping[str, Argument]) -> "Text":
        """Teks terisi: the finished sentence in both languages, which fills a place of another sentence.

        Raises:
            InvalidValueError: An argument that cannot be written.

        Examples:
            >>> from decimal import Decimal
            >>> Text("{at} persen", "{at} per cent").filled({"at": Decimal("2.5")}).id
            '2,5 persen'
        """
        return both(lambda lang: self.render(lang, arguments))

    @property
    def names(self) -> frozenset[str]:
        """Nama isian: the names of the places."""
        return _names(self.id)

    def render(self, lang: Lang = "id", arguments: Mapping[str, Argument] | None = None) -> str:
        """Teks jadi: the sentence in one language, on one line, its arguments written the way of that language.

        A place without an argument stays as it is written.

        Raises:
            InvalidValueError: An unknown language, or an argument that cannot be written.
        """
        template = self.id if require_lang(lang) == "id" else self.en
        if "{" not in template and "}" not in template:
            return template
        known = {} if arguments is None else _mapping(arguments)

        def filled(place: re.Match[str]) -> str:
            name = place["name"]
            if name is None:
                return place[0][0]
            return _written(known[name], lang) if name in known else place[0]

        return _PLACE.sub(filled, template)


def both(say: Callable[[Lang], str]) -> Text:
    """Dua bahasa: the finished sentence that a function says in each language.

    Examples:
        >>> both(lambda lang: {"id": "ya", "en": "yes"}[lang]).render("en")
        'yes'
    """
    return Text.literal(say("id"), say("en"))


def joined(separator: str, texts: Iterable[Text]) -> Text:
    """Gabungan teks: sentences one after the other, in both languages.

    Examples:
        >>> joined(", ", [Text("ya", "yes"), Text("tidak", "no")]).render("en")
        'yes, no'
    """
    found = tuple(texts)
    return both(lambda lang: separator.join(one.render(lang) for one in found))


def told(error: SakipError) -> dict[str, Text]:
    """Isi kesalahan: the ``problem`` and the ``way_out`` of an error, which fill the places of a finding.

    Examples:
        >>> try:
        ...     require_text("", "Indicator.name")
        ... except InvalidValueError as error:
        ...     print(told(error)["problem"].render("en"))
        the text is empty or no text at all
    """
    return {"problem": Text.literal(*error.problem), "way_out": Text.literal(*error.way_out)}


def _mapping(value: Mapping[str, Argument]) -> Mapping[str, Argument]:
    kind = cast("type[Mapping[str, Argument]]", Mapping)
    return of_kind(kind, value, "Text.render.arguments", "{'sum': Decimal('99.9')}")


def _names(template: str) -> frozenset[str]:
    return frozenset(name for name in _PLACE.findall(template) if name)


def _doubled(text: Any) -> Any:
    return text.replace("{", "{{").replace("}", "}}") if isinstance(text, str) else text


def _written(value: Argument, lang: Lang) -> str:
    if isinstance(value, str):
        return inert(value).replace("\n", " ")
    if isinstance(value, Text):
        return value.render(lang)
    if isinstance(value, date):
        return format_date(value, lang)
    return format_number(value, lang=lang)
