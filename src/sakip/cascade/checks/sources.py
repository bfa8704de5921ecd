"""Target dan asalnya: whether a target goes on from last year and keeps to the document that it comes from."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from sakip.base.notation import format_number
from sakip.base.text import Argument, Text, both
from sakip.cascade.case.case import Case
from sakip.cascade.case.check import Check, Hit
from sakip.cascade.checks.basis import criterion
from sakip.cascade.checks.comparison import same_units, shown
from sakip.cascade.names.naming import folded
from sakip.cascade.rollup.cells import worse
from sakip.cascade.rollup.span import distance
from sakip.model.indicator import Indicator, Level
from sakip.model.target import Range, Target
from sakip.model.vocabulary import polarity_text

__all__ = ["CHECKS"]


def _has_last_year(case: Case, node: int) -> bool:
    return _course(case, node) is not None or any(_falls(case, child) for child in _all_children(case, node))


def _all_children(case: Case, node: int) -> Iterable[int]:
    return dict.fromkeys(case.graph.children(node))


def _course(case: Case, node: int) -> str | None:
    """Whether a target is better or worse than last year's realization, or the same; None where none is known."""
    indicator = case.graph.indicator(node)
    if case.graph.targets[node].last_year is None or indicator.polarity == "stabilize" or indicator.scale is not None:
        return None
    promised, before = case.target(node).span, case.cell(node, "last").span
    if promised is None or before is None:
        return None
    if worse(promised, before, indicator.polarity):
        return "worse"
    return "better" if worse(before, promised, indicator.polarity) else "same"


def _falls(case: Case, node: int) -> bool:
    return _course(case, node) == "worse"


def _slackened(case: Case, node: int) -> Iterator[Hit]:
    course = _course(case, node)
    if course == "worse":
        yield Hit(_past(case, node), cell="target")
    if course != "better":
        return
    for child in _all_children(case, node):
        if _falls(case, child):
            arguments = (*_past(case, child), ("parent", case.graph.text(node)))
            yield Hit(arguments, cell="target", severity="error", nodes=(child,), message=_OPPOSED)


def _past(case: Case, node: int) -> tuple[tuple[str, Argument], ...]:
    promised, before = case.target(node), case.cell(node, "last")
    assert promised.span is not None
    assert before.span is not None
    gap = promised.span.gap(before.span)
    if promised.point is not None and before.point is not None:
        gap = distance(promised.point, before.point)
    return (
        ("node", case.graph.text(node)),
        ("target", shown(case, node, promised.span, promised.point)),
        ("last", shown(case, node, before.span, before.point)),
        ("gap", gap),
        ("unit", case.unit_of(node)),
    )


_OPPOSED = Text(
    "Target {parent} membaik dari tahun lalu, padahal target {node}, yang menopangnya, mundur dari {last} ke {target}"
    " {unit}",
    "The target of {parent} is better than last year, while that of {node}, which carries it, goes back from {last} to"
    " {target} {unit}",
)

CAS310 = Check(
    "CAS310",
    "weaker-than-last-year",
    "warning",
    title=Text("Target lebih lunak daripada realisasi tahun lalu", "Target below last year's realization"),
    message=Text(
        "Target {node} {target} {unit} lebih lunak daripada realisasi tahun lalu, {last} {unit}",
        "The target of {node}, {target} {unit}, is weaker than last year's realization, {last} {unit}",
    ),
    fix=Text(
        "Perkuat targetnya, atau jelaskan perubahan metode atau keadaan yang menyebabkannya",
        "Strengthen the target, or explain the change of method or of circumstances behind it",
    ),
    condition=Text(
        "Target lebih lunak daripada realisasi tahun lalu. Pada atasan yang targetnya membaik ini galat, bila "
        "target yang menopangnya mundur.",
        "The target is weaker than last year's realization. On a parent whose own target improves it is an error, "
        "where a target that carries it goes back.",
    ),
    passing=Text(
        "88 setelah 87,2.",
        "88 after 87.2.",
    ),
    failing=Text(
        "85 setelah 87,2.",
        "85 after 87.2.",
    ),
    basis=(criterion("1.b.7"),),
    criteria=("1.b.7",),
    subject="node",
    applies=_has_last_year,
    find=_slackened,
    after=("CAS107",),
)


def _has_source(case: Case, node: int) -> bool:
    facts = case.graph.facts[node]
    return facts is not None and facts.source is not None


def _departs(case: Case, node: int) -> Iterator[Hit]:
    facts, own = case.graph.facts[node], case.graph.target(node)
    if facts is None or facts.source is None or _is_amended(case, node, facts.source):
        return
    document: Argument = _DOCUMENT
    if facts.source_document is not None:
        named = facts.source_document
        document = both(named.text)
    for cell, attribute, here, there in _differences(own, facts.source):
        arguments: tuple[tuple[str, Argument], ...] = (
            ("node", case.graph.text(node)),
            ("agreement", case.graph.agreement(node).code),
            ("attribute", attribute),
            ("here", here),
            ("there", there),
            ("document", document),
        )
        yield Hit(arguments, cell=cell)


def _is_amended(case: Case, node: int, source: Target) -> bool:
    """Whether an earlier version kept to the document and an amendment with a reason departed from it.

    A change of official is a reason for a new version, but for no other promise.
    """
    graph = case.graph
    code, versions = graph.targets[node].code, graph.versions[graph.agreement_of[node]]
    until = versions[: versions.index(graph.agreement(node)) + 1]
    *earlier, settled = [one for one in until if one.reason != "official"] or until
    if settled.supersedes is None or settled.reason in {None, "official"}:
        return False
    before = [target for version in earlier for target in version.targets if target.code == code]
    return not before or any(not list(_differences(target, source)) for target in before)


def _differences(own: Target, source: Target) -> Iterator[tuple[str, Text, Argument, Argument]]:
    one, other = own.indicator, source.indicator
    if folded(one.name) != folded(other.name):
        yield "name", _NAME, one.name, other.name
    if one.unit is not None and other.unit is not None and not same_units(one, other):
        yield "unit", _UNIT, one.unit, other.unit
    if _differ(one.operational_definition, other.operational_definition):
        yield "definition", _DEFINITION, one.operational_definition or "", other.operational_definition or ""
    if one.polarity != other.polarity:
        yield "polarity", _POLARITY, polarity_text(one.polarity), polarity_text(other.polarity)
    if own.value != source.value and not _is_one_level(own.value, source.value, one):
        yield "target", _TARGET, _written(own.value), _written(source.value)


def _differ(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and folded(one) != folded(other)


def _is_one_level(one: object, other: object, indicator: Indicator) -> bool:
    """Whether two names stand for one level of the scale."""
    scale = indicator.scale
    if not isinstance(one, Level) or not isinstance(other, Level) or scale is None:
        return False
    return one in scale and other in scale and scale.rank(one) == scale.rank(other)


def _written(value: Decimal | Range | Level | date) -> Argument:
    if isinstance(value, Range):
        low, high = value.low, value.high
        return both(lambda lang: f"{format_number(low, lang=lang)} … {format_number(high, lang=lang)}")
    return value.name if isinstance(value, Level) else value


_DOCUMENT = Text("dokumen sumbernya", "its source document")
_NAME = Text("nama indikator", "the name of the indicator")
_UNIT = Text("satuan", "the unit")
_DEFINITION = Text("definisi operasional", "the operational definition")
_POLARITY = Text("arah", "the direction")
_TARGET = Text("target", "the target")

CAS311 = Check(
    "CAS311",
    "differs-from-source",
    "error",
    title=Text("Berbeda dengan dokumen sumber", "Differs from source document"),
    message=Text(
        "{node} dalam {agreement}: {attribute} “{here}” tidak sama dengan “{there}” dalam {document}, tanpa perubahan"
        " perjanjian yang mencatatnya",
        "{node} in {agreement}: {attribute} “{here}” is not “{there}” as in {document}, and no amendment records it",
    ),
    fix=Text(
        "Samakan dengan dokumen sumber, atau catat alasannya dalam perubahan perjanjian",
        "Bring it in line with the document, or record the reason in an amendment",
    ),
    condition=Text(
        "Nama, satuan, definisi, arah atau target lain daripada dokumen sumber (NodeFacts.source), dan tidak ada "
        "perubahan perjanjian yang mencatat alasannya. Pergantian pejabat bukan alasan.",
        "Name, unit, definition, polarity or target differs from the source document (NodeFacts.source), and no "
        "amendment records a reason. A change of official is no reason.",
    ),
    passing=Text(
        "Renstra 82, perjanjian 82; ejaan yang lain bukan perbedaan.",
        "Renstra 82, agreement 82; another spelling is no difference.",
    ),
    failing=Text(
        "Renstra 82, perjanjian 80.",
        "Renstra 82, agreement 80.",
    ),
    basis=(criterion("1.b.8"),),
    criteria=("1.b.8",),
    subject="node",
    applies=_has_source,
    find=_departs,
)

CHECKS: tuple[Check, ...] = (CAS310, CAS311)
