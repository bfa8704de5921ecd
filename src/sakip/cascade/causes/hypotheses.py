"""Dugaan: which single mistake would make exactly the number that does not agree with the children."""

from collections.abc import Sequence
from typing import get_args

from attrs import field, frozen

from sakip.base.rebuild import reduce_by_fields
from sakip.base.text import Argument, Lang, Text
from sakip.cascade.case.case import Case
from sakip.cascade.case.to_date import case_to_date
from sakip.cascade.causes import CAUSES, title_of
from sakip.cascade.causes.guess import Guess
from sakip.cascade.causes.setting import setting_of
from sakip.cascade.rollup.side import Side
from sakip.cascade.verdicts.finding import number_text

__all__ = ["Hypothesis", "hypotheses_of", "presumed"]

_MOST_NAMED = 3


@frozen
class Hypothesis:
    """Dugaan: a mistake that gives the reported number within its rounding; a guess, never a verdict.

    Attributes:
        code: ``H01`` to ``H15``.
        title: What the mistake is called.
        message: What would have happened, with places for its arguments.
        arguments: The (name, value) pairs that fill the message; numbers are exact.
        nodes: The children that it is about; where it is about one child and fits for several, all of these.

    Examples:
        >>> title, message = Text("Dijumlahkan", "Added up"), Text("Jumlahnya {sum}", "The sum is {sum}")
        >>> one = Hypothesis("H02", title=title, message=message, arguments=(("sum", 175),))
        >>> one.text(), one.data
        ('Jumlahnya 175', {'sum': '175'})
    """

    code: str
    title: Text = field(kw_only=True)
    message: Text = field(kw_only=True)
    arguments: tuple[tuple[str, Argument], ...] = field(default=(), kw_only=True)
    nodes: tuple[str, ...] = field(default=(), kw_only=True)

    __reduce__ = reduce_by_fields

    @property
    def data(self) -> dict[str, str]:
        """Data dugaan: the arguments as texts; numbers exactly."""
        return {name: number_text(value) for name, value in self.arguments}

    def text(self, lang: Lang = "id") -> str:
        """Teks dugaan: the message with its arguments, in one language."""
        return self.message.render(lang, dict(self.arguments))


def hypotheses_of(case: Case, parent: int, side: Side) -> tuple[Hypothesis, ...]:
    """Dugaan sebuah gabungan: every mistake that gives the parent's number, the simplest first.

    Nothing is presumed where the children agree with the parent. Several hypotheses are ambiguous: each alone would
    do. A mistake that fits for several children is one hypothesis that names them all. Every mistake is tried in time
    that grows with the number of children. Of a part of the year the targets are those through it.

    Args:
        case: What the checks are given.
        parent: Number of the parent.
        side: ``target`` or ``actual``.

    Examples:
        >>> from datetime import date
        >>> from sakip.cascade import Cascade, validate
        >>> from sakip.testing import example_agreement
        >>> hypotheses_of(validate(Cascade([example_agreement()]), as_of=date(2025, 12, 31)).case, 0, "actual")
        ()
    """
    if side == "actual":
        case = case_to_date(case, parent, deep=False)
    setting = setting_of(case, parent, side)
    if setting is None:
        return ()
    found: dict[tuple[object, ...], tuple[Guess, list[int]]] = {}
    for cause in CAUSES:
        for guess in cause(setting):
            key = guess.code, guess.message, guess.arguments, guess.children if guess.together else ()
            children = found.setdefault(key, (guess, []))[1]
            if guess.children[:1] != tuple(children[-1:]) or not children:
                children.extend(guess.children)
    ordered = sorted(found.values(), key=lambda one: (one[0].rank, one[0].code))
    return tuple(_hypothesis(case, guess, children) for guess, children in ordered)


def _hypothesis(case: Case, guess: Guess, children: Sequence[int]) -> Hypothesis:
    nodes = tuple(sorted({case.graph.text(child) for child in children}))
    arguments = guess.arguments
    if nodes:
        arguments = (("children", _named(nodes, together=guess.together)), *arguments)
    return Hypothesis(guess.code, title=title_of(guess.code), message=guess.message, arguments=arguments, nodes=nodes)


def _named(names: Sequence[str], *, together: bool) -> Argument:
    """One name as it is; of several all are meant, or any one."""
    if len(names) == 1:
        return names[0]
    shown, more = ", ".join(names[:_MOST_NAMED]), len(names) - _MOST_NAMED
    text_id = f"{shown} dan {more} lainnya" if more > 0 else shown
    text_en = f"{shown} and {more} more" if more > 0 else shown
    return (
        Text.literal(text_id, text_en) if together else Text.literal(f"salah satu dari {text_id}", f"one of {text_en}")
    )


def presumed(found: Sequence[Hypothesis]) -> Text:
    """Dugaan dalam kalimat: the first hypotheses as one text for a message; it says where there is none.

    Examples:
        >>> presumed(()).render("en")
        'none of the known mistakes gives this number'
    """
    if not found:
        return Text(
            "tidak satu pun kekeliruan yang dikenal menghasilkan angka ini",
            "none of the known mistakes gives this number",
        )
    parts: list[str] = []
    for lang in get_args(Lang):
        joined = _OR[lang].join(one.text(lang) for one in found[:_MOST_NAMED])
        more = len(found) - _MOST_NAMED
        parts.append(f"{joined}{_MORE[lang].format(more)}" if more > 0 else joined)
    return Text.literal(*parts)


_OR = {"id": "; atau ", "en": "; or "}
_MORE = {"id": "; dan {} dugaan lain", "en": "; and {} more"}
