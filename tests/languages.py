"""What the tests of languages share: the signs of each, and everything that something has to say."""

import inspect
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

LANGUAGES = ("id", "en")
# Words and numbers by which a language is known; a number inside a code is none.
SIGNS = {
    "id": re.compile(
        r"\b(?:adalah|angka|atasan|atau|bawahan|belum|capaian|dan|dari|dengan|dibulatkan|eselon|galat|hanya|induk|ini|"
        r"itu|jabatan|lagi|menjadi|nilai|oleh|pada|peringatan|peringkat|perlu|perubahan|realisasi|rumus|"
        r"sampai|selisih|sementara|tanpa|tetapi|tidak|triwulan|untuk|yang)\b|(?<![\w.-])\d+,(?:\d{1,2}|\d{4,6})(?!\d)",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:actual|and|are|but|change|child|children|echelon|error|findings|gap|grade|has|have|is|note|not|number|"
        r"of|position|quarter|ranking|realization|rounded|score|scores|the|they|through|to|warning|which|with|without|"
        r"would)\b|(?<![\w.-])\d+\.(?:[1-9]\d?|\d{4,6})(?![\d.])",
        re.IGNORECASE,
    ),
}
FOREIGN = {"id": SIGNS["en"], "en": SIGNS["id"]}
# The marks of a picture, the code of a reason, and the name of a law that no regulation states.
UNSAID = re.compile(r"<[^>]*>|\[[a-z]+(?:-[a-z]+)*\]|classDef .*|:::\w+|Aritmetika:\s[^(]*")
UNFILLED = re.compile(r"\{[a-z_]+\}|\bNone\b(?! of)")


def sayings(things: Iterable[Any], asked: Iterable[str]) -> Iterator[Callable[..., Any]]:
    """Each thing with each of its methods that take a language and nothing else."""
    names = tuple(asked)
    for thing in things:
        for name in names:
            parameters = inspect.signature(getattr(type(thing), name)).parameters if hasattr(type(thing), name) else {}
            needed = [one.name for one in parameters.values() if one.default is one.empty]
            if "lang" in parameters and needed == ["self"]:
                yield getattr(thing, name)


def said(value: Any) -> list[str]:
    """Its sentences, whatever form it has; codes and SARIF are for machines."""
    drawn = [value.svg()] if hasattr(value, "svg") else []
    if hasattr(value, "text"):
        value = value.text(1000)
    if isinstance(value, str):
        return [UNSAID.sub(" ", one) for one in (value, *drawn)]
    rows = value if isinstance(value, list) else ()
    return [cell for row in rows for cell in row.values() if isinstance(cell, str) and " " in cell]


def assert_each_language_is_by_itself(say: Callable[..., Any]) -> None:
    """What is said in one holds no sign of the other and no empty place; without a language it is Indonesian."""
    for lang in LANGUAGES:
        assert [one for one in said(say(lang)) if FOREIGN[lang].search(one) or UNFILLED.search(one)] == []
    assert say() == say("id")
