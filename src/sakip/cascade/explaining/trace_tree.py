"""Pohon jejak: the steps of a trace as labels below each other."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sakip.base.display import Tree
from sakip.base.text import Argument, Lang, Text
from sakip.cascade.explaining.why import why_text
from sakip.cascade.inputs.link import LinkKind
from sakip.cascade.rollup.side import Side
from sakip.cascade.verdicts.figures import figure, span_text, state_text
from sakip.model.realization import DataStatus

if TYPE_CHECKING:
    from sakip.cascade.explaining.trace import Made, Step, Trace

__all__ = ["kind_text", "tree"]

_DEEPEST = 20
_MOST_SHOWN = 2_000

_KINDS: dict[LinkKind, Text] = {
    "same": Text("sama", "the same"),
    "sum": Text("jumlah", "sum"),
    "mean": Text("rata-rata", "mean"),
    "weighted": Text("rata-rata berbobot", "weighted mean"),
    "pool": Text("jumlah pembilang per jumlah penyebut", "sum of numerators per sum of denominators"),
    "minimum": Text("terendah", "minimum"),
    "maximum": Text("tertinggi", "maximum"),
    "count": Text("cacah", "count"),
    "support": Text("dukungan", "support"),
}


def kind_text(kind: LinkKind) -> Text:
    """Jenis terbaca: an arithmetic in words.

    Examples:
        >>> kind_text("sum").render("id")
        'jumlah'
    """
    return _KINDS[kind]


def tree(trace: "Trace", lang: Lang) -> Tree:
    """Pohon jejak: one label a step, the top first."""
    shown = [step for step in trace.steps[:_MOST_SHOWN] if step.depth <= _DEEPEST]
    rest = len(trace.steps) - len(shown)
    below: dict[int, list[Tree]] = {}
    for step in reversed(shown):
        children = below.pop(step.depth + 1, [])[::-1]
        if rest and not step.depth:
            children.append(Tree(_REST.render(lang, {"count": rest})))
        label = "\n".join(_lines(trace.cell, step, lang))
        below.setdefault(step.depth, []).append(Tree(label, children))
    return below[0][0]


def _lines(cell: Side, step: "Step", lang: Lang) -> Iterator[str]:
    yield _number(cell, step, lang)
    yield "; ".join(_origin(step, lang))
    if step.made is not None:
        yield _made(step.made, step, lang)
    if step.again:
        yield _AGAIN.render(lang)


def _number(cell: Side, step: "Step", lang: Lang) -> str:
    words: dict[str, Argument] = {"node": step.node, "cell": _SIDES[cell], "unit": step.unit}
    if step.state != "given":
        return _NONE.render(lang, {**words, "state": state_text(step.state, lang)})
    value = span_text(step.span, lang, step.scale) if step.point is None else figure(step.point, lang, step.scale)
    entering = "" if step.coefficient in {None, 1} else f"{figure(step.coefficient, lang)} × "
    line = _GIVEN.render(lang, {**words, "entering": entering, "value": value}).rstrip()
    span = step.span
    if step.point is None or span is None or span.is_point:
        return line
    return f"{line} ({span_text(span, lang)})"


def _origin(step: "Step", lang: Lang) -> Iterator[str]:
    yield step.name
    words: dict[str, Argument] = {"agreement": step.agreement, "version": step.version, "versions": step.versions}
    yield (_VERSION if step.versions > 1 else _AGREEMENT).render(lang, words)
    if step.share is not None:
        yield _SHARE.render(lang, {"share": figure(step.share, lang)})
    if step.weight is not None:
        yield _WEIGHT.render(lang, {"weight": figure(step.weight, lang)})
    if step.factor is not None:
        yield _FACTOR.render(lang, {"factor": figure(step.factor, lang)})
    if step.inverse:
        yield _INVERSE.render(lang)
    if step.capacity is not None and step.capacity != "definitive":
        yield _CAPACITY.render(lang, {"kind": step.capacity})
    if step.status is not None:
        yield _STATUS.render(lang, {"status": _STATUSES[step.status]})
    if step.source is not None:
        yield _SOURCE.render(lang, {"source": step.source})


def _made(made: "Made", step: "Step", lang: Lang) -> str:
    if made.why is not None:
        return _NOT_MADE.render(lang, {"why": why_text(made.why)})
    words: dict[str, Argument] = {"kind": kind_text(made.kind or "support"), "value": _result(made, step, lang)}
    parts = [_MADE.render(lang, words)]
    if made.missing:
        parts.append(_MISSING.render(lang, {"count": made.missing}))
    if made.margin:
        apart: dict[str, Argument] = {"margin": figure(made.margin, lang)}
        parts.append((_AT_LEAST if made.missing else _MARGIN).render(lang, apart))
    elif made.margin == 0 and not made.missing:
        parts.append(_MEETS.render(lang))
    if made.slack:
        parts.append(_SLACK.render(lang, {"slack": figure(made.slack, lang)}))
    if made.tolerance:
        parts.append(_TOLERANCE.render(lang, {"tolerance": figure(made.tolerance, lang)}))
    return "; ".join(parts)


def _result(made: "Made", step: "Step", lang: Lang) -> str:
    if made.point is not None:
        return figure(made.point, lang, step.scale)
    if made.span is None or (made.span.low is None and made.span.high is None):
        return _OPEN.render(lang)
    return span_text(made.span, lang, step.scale)


_SIDES: dict[Side, Text] = {
    "target": Text("target", "target"),
    "actual": Text("realisasi", "realization"),
    "last": Text("realisasi tahun lalu", "last year's realization"),
}
_STATUSES: dict[DataStatus, Text] = {
    "draft": Text("konsep", "draft"),
    "submitted": Text("disampaikan", "submitted"),
    "verified": Text("diverifikasi", "verified"),
    "final": Text("final", "final"),
}
_GIVEN = Text("{entering}{node}: {cell} {value} {unit}", "{entering}{node}: {cell} {value} {unit}")
_NONE = Text("{node}: {cell} {state}", "{node}: {cell} {state}")
_AGREEMENT = Text("{agreement}", "{agreement}")
_VERSION = Text("{agreement} (versi {version} dari {versions})", "{agreement} (version {version} of {versions})")
_SHARE = Text("porsi {share}", "share {share}")
_WEIGHT = Text("bobot {weight}", "weight {weight}")
_FACTOR = Text("satuan × {factor}", "unit × {factor}")
_INVERSE = Text("dibalik", "turned around")
_CAPACITY = Text("dijabat {kind}", "held by a {kind}")
_STATUS = Text("data {status}", "data {status}")
_SOURCE = Text("sumber: {source}", "source: {source}")
_MADE = Text("bawahan ({kind}) menjadi {value}", "the children ({kind}) make {value}")
_NOT_MADE = Text("bawahan tidak digabungkan: {why}", "the children are not put together: {why}")
_MISSING = Text("{count} bawahan tanpa angka", "{count} of them without a number")
_MEETS = Text("cocok", "they agree")
_MARGIN = Text("selisih {margin}", "{margin} apart")
_AT_LEAST = Text("selisih sedikitnya {margin}", "at least {margin} apart")
_OPEN = Text("angka yang belum diketahui", "an unknown number")
_SLACK = Text("kelonggaran pembulatan ±{slack}", "rounding leaves ±{slack}")
_TOLERANCE = Text("toleransi ±{tolerance}", "tolerance ±{tolerance}")
_AGAIN = Text("(rinciannya sudah di atas)", "(taken apart above already)")
_REST = Text("… dan {count} langkah lagi", "… and {count} more steps")
