"""Tabel andil: an attribution as flat rows for machines and as tables for people."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from sakip.base.display import Column, Table
from sakip.base.form import Numbers, numbers_form
from sakip.base.text import Argument, Lang, Text, require_lang
from sakip.cascade.explaining.leaves import LeafTerm
from sakip.cascade.explaining.why import why_text
from sakip.cascade.rollup.span import Exact, is_cut
from sakip.cascade.verdicts.figures import CUT, THROUGH, as_cell, figure, listing, signed, state_text

if TYPE_CHECKING:
    from sakip.cascade.explaining.attribution import Attribution

__all__ = ["leaf_rows", "leaf_table", "rows", "table"]

_NUMBERS = ("target", "actual", "coefficient", "amount", "rate", "mix")


def rows(attribution: "Attribution", numbers: Numbers) -> list[dict[str, Any]]:
    """Baris andil: one flat dict a part: reporting, each child, what lies outside, and planning."""
    numbers_form(numbers, "Attribution.rows.numbers")
    one = attribution
    parts = [
        {
            "term": "performance" if part.node else "outside",
            "node": part.node or one.node,
            "state": part.state,
            **{name: getattr(part, name) for name in _NUMBERS},
        }
        for part in one.parts
    ]
    blank = dict.fromkeys(_NUMBERS)
    whole = {"node": one.node, "state": "given", **blank}
    found = [
        {**whole, "term": "reporting", "target": one.delivered, "actual": one.actual, "amount": one.reporting},
        *parts,
        {**whole, "term": "planning", "target": one.target, "actual": one.promised, "amount": one.planning},
    ]
    order = ("term", "node", "target", "actual", "state", "coefficient", "amount", "rate", "mix")
    return [{name: as_cell(row[name], numbers) if name in _NUMBERS else row[name] for name in order} for row in found]


def leaf_rows(attribution: "Attribution", numbers: Numbers) -> list[dict[str, Any]]:
    """Baris daun: one flat dict a leaf."""
    numbers_form(numbers, "Attribution.leaf_rows.numbers")
    return [{"node": one.node, "term": one.term, "amount": as_cell(one.amount, numbers)} for one in attribution.leaves]


def table(attribution: "Attribution", lang: Lang) -> Table:
    """Tabel andil: from what is reported over each child to what was planned, and the total below."""
    require_lang(lang)
    mixed = any(part.mix is not None for part in attribution.parts)
    heads = [*_HEADS, *(_MIX_HEADS if mixed else ())]
    columns = [Column(head.render(lang), "right" if at else "left") for at, head in enumerate(heads)]
    lines = list(_lines(attribution, lang, mixed=mixed))
    return Table(_title(attribution, lang), columns, lines, notes=_notes(attribution, lang))


def leaf_table(attribution: "Attribution", lang: Lang) -> Table:
    """Tabel daun: the same difference, each part where it arose."""
    require_lang(lang)
    columns = [Column(head.render(lang), "left" if at < 2 else "right") for at, head in enumerate(_LEAF_HEADS)]
    known = sum(one.amount for one in attribution.leaves)
    lines = [(one.node, _TERMS[one.term].render(lang), signed(one.amount, lang)) for one in attribution.leaves]
    return Table(
        _LEAF_TITLE.render(lang, {"node": attribution.node}),
        columns,
        [*lines, (_TOTAL.render(lang), "", signed(known, lang))],
        notes=[CUT.render(lang)] if any(is_cut(one.amount) for one in attribution.leaves) else (),
    )


def _title(attribution: "Attribution", lang: Lang) -> str:
    scale = attribution.scale
    words: dict[str, Argument] = {
        "node": attribution.node,
        "actual": figure(attribution.actual, lang, scale),
        "target": figure(attribution.target, lang, scale),
        "total": signed(attribution.total, lang),
        "unit": _LEVELS.render(lang) if scale is not None else attribution.unit,
    }
    return _TITLE.render(lang, words).rstrip()


def _lines(attribution: "Attribution", lang: Lang, *, mixed: bool) -> Iterator[tuple[str, ...]]:
    one, nothing = attribution, ("", "") if mixed else ()

    def whole(name: Text, expected: Exact | None, became: Exact | None, amount: Exact | None) -> tuple[str, ...]:
        levels = (figure(value, lang, one.scale) for value in (expected, became))
        return (name.render(lang), *levels, signed(amount, lang), *nothing)

    yield whole(_REPORTING, one.delivered, one.actual, one.reporting)
    yield whole(_PERFORMANCE, one.promised, one.delivered, one.performance)
    for part in one.parts:
        became = figure(part.actual, lang, part.scale)
        amounts = (part.amount, part.rate, part.mix) if mixed else (part.amount,)
        yield (
            f"  {part.node or _OUTSIDE.render(lang)}",
            figure(part.target, lang, part.scale),
            became
            if part.state == "given" or (part.state == "not_due" and part.actual is not None)
            else state_text(part.state, lang),
            *(signed(amount, lang) for amount in amounts),
        )
    yield whole(_PLANNING, one.target, one.promised, one.planning)
    if one.open:
        yield (_OPEN.render(lang), "", "", signed(one.open, lang), *nothing)
    yield whole(_TOTAL, one.target, one.actual, one.total)


def _notes(attribution: "Attribution", lang: Lang) -> Iterator[str]:
    if attribution.why is not None:
        yield _WHY.render(lang, {"why": why_text(attribution.why)})
    if attribution.through is not None:
        yield THROUGH.render(lang, {"period": attribution.through.label(lang)})
    if attribution.polarity == "minimize":
        yield _MINIMIZE.render(lang)
    if attribution.left_out:
        yield _LEFT_OUT.render(lang, {"nodes": listing(attribution.left_out, lang)})
    if attribution.bottleneck:
        yield _BOTTLENECK.render(lang, {"nodes": listing(attribution.bottleneck, lang)})
    for rung in attribution.ladder:
        words: dict[str, Argument] = {
            "nodes": listing(rung.nodes, lang),
            "value": figure(rung.value, lang, attribution.scale),
        }
        yield (_RUNG if rung is attribution.ladder[0] else _NEXT_RUNG).render(lang, words)
    if attribution.innocent:
        yield _INNOCENT.render(lang, {"nodes": listing(attribution.innocent, lang)})
    if any(is_cut(one) for part in attribution.parts for one in (part.amount, part.rate, part.mix)):
        yield CUT.render(lang)


_TITLE = Text(
    "{node}: realisasi {actual} dari target {target}, selisih {total} {unit}",
    "{node}: {actual} delivered of a target of {target}, a difference of {total} {unit}",
)
_HEADS = (
    Text("Bagian", "Part"),
    Text("Seharusnya", "Expected"),
    Text("Menjadi", "Became"),
    Text("Andil", "Share"),
)
_MIX_HEADS = (Text("Capaian sendiri", "Own rate"), Text("Komposisi", "Mix"))
_REPORTING = Text("Pelaporan atasan", "Reporting of the parent")
_PERFORMANCE = Text("Kinerja bawahan", "Performance of the children")
_OUTSIDE = Text("di luar kaskade", "outside the cascade")
_PLANNING = Text("Perencanaan", "Planning")
_OPEN = Text("Belum terurai", "Not taken apart")
_TOTAL = Text("JUMLAH", "TOTAL")
_LEVELS = Text("tingkat", "levels")
_WHY = Text("Tidak terurai seluruhnya: {why}", "Not taken apart to the end: {why}")
_MINIMIZE = Text("Makin rendah makin baik: andil positif memperburuk", "Lower is better: a positive share is a loss")
_LEFT_OUT = Text(
    "Tidak berlaku, jadi tidak dihitung pada kedua sisi: {nodes}; yang dijanjikannya menjadi kekurangan perencanaan",
    "Not applicable, so counted on neither side: {nodes}; what they promised is now missing from the plan",
)
_BOTTLENECK = Text("Yang menahan nilai ini: {nodes}", "What holds it here: {nodes}")
_RUNG = Text("Bila {nodes} memenuhi janjinya: {value}", "If {nodes} kept the promise: {value}")
_NEXT_RUNG = Text("Bila juga {nodes}: {value}", "If {nodes} did as well: {value}")
_INNOCENT = Text("Tanpa andil: {nodes}", "Without a share: {nodes}")
_LEAF_TITLE = Text("{node}: andil menurut asalnya", "{node}: shares by where they arose")
_LEAF_HEADS = (Text("Indikator", "Indicator"), Text("Sebab", "Cause"), Text("Andil", "Share"))
_TERMS: dict[LeafTerm, Text] = {
    "reporting": Text("pelaporan", "reporting"),
    "performance": Text("kinerja", "performance"),
    "mix": Text("komposisi", "mix"),
    "outside": Text("di luar kaskade", "outside the cascade"),
    "planning": Text("perencanaan", "planning"),
}
