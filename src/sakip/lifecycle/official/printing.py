"""Mencetak formulir: both pages as text for a terminal and as HTML, each blank with dots."""

from collections.abc import Iterator
from itertools import zip_longest
from typing import TYPE_CHECKING

from sakip.base.display import Table
from sakip.base.display.cell import escaped, line_width, wrapped
from sakip.base.text import Lang, Text
from sakip.lifecycle.official.signature import FormSignature
from sakip.lifecycle.official.statement import BLANK

if TYPE_CHECKING:
    from sakip.lifecycle.official.form import OfficialForm

__all__ = ["as_html", "as_text"]

_CODE = Text("Nomor: {code}", "Number: {code}")
_NAME, _POSITION, _OFFICE = Text("Nama", "Name"), Text("Jabatan", "Position"), Text("Unit kerja", "Office")
_NARROWEST = 60
_ROOM = 3

_BLOCK = "flex:1 1 14em;display:flex;flex-direction:column;text-align:center;break-inside:avoid"


def as_text(form: "OfficialForm", lang: Lang, width: int | None) -> str:
    """Formulir sebagai teks: the statement, the annex, and the signatures below each.

    Raises:
        InvalidValueError: A width that is not 20 to 1,000.
    """
    available = line_width(width, "OfficialForm.text.width")
    return "\n".join((*_statement(form, lang, available), "", "", *_annex(form, lang, available)))


def _statement(form: "OfficialForm", lang: Lang, width: int) -> Iterator[str]:
    statement = form.statement
    yield from _centred(statement.title(lang), width)
    yield from _centred((statement.heading or BLANK).upper(), width)
    yield from _centred(_CODE.render(lang, {"code": statement.agreement.code}), width)
    amendment = statement.amendment(lang)
    if amendment is not None:
        yield from ("", *wrapped(amendment, width))
    yield from ("", *wrapped(statement.opening(lang), width))
    for party in statement.parties:
        yield ""
        for label, value in _facts(party, lang):
            yield from wrapped(f"{label.ljust(_label_width(lang))} : {value}", width)
        yield from wrapped(statement.named(party, lang), width) if statement.named(party, lang) else ()
    for paragraph in statement.paragraphs(lang):
        yield from ("", *wrapped(paragraph, width))
    yield from _signed(form, lang, width)


def _annex(form: "OfficialForm", lang: Lang, width: int) -> Iterator[str]:
    yield from _centred(form.annex.title(lang), width)
    for table in _tables(form, lang):
        yield from ("", table.text(width))
    yield from _signed(form, lang, width)


def _tables(form: "OfficialForm", lang: Lang) -> Iterator[Table]:
    yield form.annex.target_table(lang)
    budget = form.annex.budget_table(lang)
    if budget is not None:
        yield budget


def _facts(party: FormSignature, lang: Lang) -> Iterator[tuple[str, str]]:
    yield _NAME.render(lang), party.official or BLANK
    yield _POSITION.render(lang), party.position or BLANK
    if party.office is not None:
        yield _OFFICE.render(lang), party.office


def _label_width(lang: Lang) -> int:
    return max(len(label.render(lang)) for label in (_NAME, _POSITION, _OFFICE))


def _centred(text: str, width: int) -> list[str]:
    return [line.center(width).rstrip() for line in wrapped(text, width)]


def _signed(form: "OfficialForm", lang: Lang, width: int) -> Iterator[str]:
    """Place and day, then the blocks beside each other, or below each other on a narrow screen."""
    yield from ("", *(line.rjust(width) for line in wrapped(form.statement.dated(lang), width)))
    if form.statement.dated_in_words is not None:
        yield from (line.rjust(width) for line in wrapped(f"({form.statement.dated_in_words})", width))
    yield ""
    beside = width >= _NARROWEST and len(form.signatures) > 1
    half = width // 2 if beside else width
    heads = [_head(one, lang, half) for one in form.signatures]
    tallest = max(len(head) for head in heads) if beside else 0
    blocks = [
        [line.center(half) for line in (*head, *[""] * (tallest - len(head) + _ROOM), *_name(one, half))]
        for head, one in zip(heads, form.signatures, strict=True)
    ]
    if beside:
        for left, right in zip_longest(*blocks, fillvalue=" " * half):
            yield f"{left}{right}".rstrip()
        return
    for place, block in enumerate(blocks):
        yield from ("",) if place else ()
        yield from (line.rstrip() for line in block)


def _head(one: FormSignature, lang: Lang, width: int) -> list[str]:
    return [line for text in (one.label(lang), one.position or BLANK) if text for line in wrapped(text, width - 2)]


def _name(one: FormSignature, width: int) -> list[str]:
    return wrapped(one.official or BLANK, width - 2)


def as_html(form: "OfficialForm", lang: Lang, *, names: bool) -> str:
    """Formulir sebagai HTML: one element with inline style, everything escaped; names of people only if asked for."""
    statement, annex = form.statement, form.annex
    amendment = statement.amendment(lang)
    parts = [
        _heading(statement.title(lang), (statement.heading or BLANK).upper()),
        f'<p style="text-align:center">{escaped(_CODE.render(lang, {"code": statement.agreement.code}))}</p>',
        "" if amendment is None else _paragraph(amendment),
        _paragraph(statement.opening(lang)),
        *(_party_html(form, party, lang, names=names) for party in statement.parties),
        *(_paragraph(paragraph) for paragraph in statement.paragraphs(lang)),
        _signed_html(form, lang, names=names),
        _heading(annex.title(lang), "", style="break-before:page;"),
        *(table.html() for table in _tables(form, lang)),
        _signed_html(form, lang, names=names),
    ]
    return f'<div style="max-width:48em">{"".join(parts)}</div>'


def _heading(title: str, below: str, *, style: str = "") -> str:
    second = f"<br>{escaped(below)}" if below else ""
    return f'<h3 style="{style}text-align:center;margin:1.5em 0 .5em">{escaped(title)}{second}</h3>'


def _paragraph(text: str) -> str:
    return f"<p>{escaped(text)}</p>"


def _party_html(form: "OfficialForm", party: FormSignature, lang: Lang, *, names: bool) -> str:
    facts = [(label, value if names or place else BLANK) for place, (label, value) in enumerate(_facts(party, lang))]
    rows = "".join(
        f'<div style="display:flex;gap:1em"><dt style="flex:0 0 6em">{escaped(label)}</dt>'
        f'<dd style="margin:0">{escaped(value)}</dd></div>'
        for label, value in facts
    )
    named = form.statement.named(party, lang)
    return f'<dl style="margin:1em 0 0">{rows}</dl>{_paragraph(named) if named else ""}'


def _signed_html(form: "OfficialForm", lang: Lang, *, names: bool) -> str:
    words = form.statement.dated_in_words
    below = "" if words is None else f"<br>({escaped(words)})"
    blocks = "".join(_block_html(one, lang, names=names) for one in form.signatures)
    return (
        f'<p style="text-align:right">{escaped(form.statement.dated(lang))}{below}</p>'
        f'<div style="display:flex;flex-wrap:wrap;gap:1em;justify-content:space-around">{blocks}</div>'
    )


def _block_html(one: FormSignature, lang: Lang, *, names: bool) -> str:
    label = f"{escaped(one.label(lang))}<br>" if one.heading is not None else ""
    name = (one.official if names else None) or BLANK
    signed = f'<span style="margin-top:auto;padding-top:5em">{escaped(name)}</span>'
    return f'<div style="{_BLOCK}"><span>{label}{escaped(one.position or BLANK)}</span>{signed}</div>'
