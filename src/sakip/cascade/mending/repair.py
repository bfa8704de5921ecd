"""Perbaikan terkecil: the fewest, least settled numbers to look at again so that all groups agree."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Literal

from attrs import field, frozen

from sakip.base.rebuild import reduce_by_fields
from sakip.base.text import Argument, Lang, Text, both, require_lang
from sakip.cascade.case.case import Case
from sakip.cascade.mending.search import holds
from sakip.cascade.mending.system import System, system_of
from sakip.cascade.mending.ways import Ways, cells_of, connected, way_of, ways_of
from sakip.cascade.rollup.span import Exact, tidy
from sakip.cascade.verdicts.figures import figure, listing
from sakip.cascade.verdicts.finding import number_text
from sakip.cascade.verdicts.ledger import Ledger
from sakip.model.scale import OrdinalScale

__all__ = ["Correction", "Repair", "repairs_of", "repairs_text"]

_MOST_SHOWN = 3
_SIDES: tuple[Literal["target", "actual"], ...] = ("target", "actual")
_SIDE_CODES = {"target": ("CAS301", "CAS307"), "actual": ("CAS401",)}
_DATA_CODES = {"CAS308", "CAS403"}
_SIDE_WORDS = {"target": Text("target", "target"), "actual": Text("realisasi", "realization")}
_CHANGE = Text("{side} {node} {after} (tertulis {before})", "the {side} of {node} is {after} (stated: {before})")
_PARTS = Text(
    "pembilang {side} {node} {after} (tertulis {before})",
    "the numerator of the {side} of {node} is {after} (stated: {before})",
)
_AND = Text(" dan ", " and ")
_MENDS_ONE = Text("{groups} cocok dengan bawahannya bila {changes}.", "{groups} agrees with its children if {changes}.")
_MENDS = Text(
    "Semua ini cocok dengan bawahannya bila {changes}: {groups}.",
    "All of these agree with their children if {changes}: {groups}.",
)
_INSTEAD = Text("Sama ringannya: {ways}.", "No dearer: {ways}.")
_MORE = Text("dan {count} cara lain", "and {count} other ways")
_NOT_SURE = Text("Mungkin ada cara yang lebih ringan.", "There may be a cheaper way.")
_HOPELESS = Text(
    "Tidak ditemukan angka yang membuat {groups} cocok.", "No numbers were found with which {groups} would agree."
)
_NOTHING = Text("Tidak ada angka yang perlu diperbaiki.", "No number needs to be mended.")


@frozen
class Correction:
    """Koreksi angka: one number that would have to be another.

    Attributes:
        node: The indicator.
        side: ``target`` or ``actual``.
        before: What is stated; a level as its place on the scale.
        after: What would do.
        cost: How settled the number is: 8 final, 6 verified or a signed target, 4 submitted, 2 draft, 1 without status.
        numerator: Of a ratio given by its parts, the numerator as it is and as it would be.
        shown: Both numbers as people read them.

    Examples:
        >>> Correction("KABID/A-1", "actual", 4, 40, cost=1, shown=(Text.literal("4"), Text.literal("40"))).text()
        'realisasi KABID/A-1 40 (tertulis 4)'
    """

    node: str
    side: Literal["target", "actual"]
    before: Exact
    after: Exact
    cost: int = field(kw_only=True)
    numerator: tuple[Exact, Exact] | None = field(default=None, kw_only=True)
    shown: tuple[Text, Text] = field(kw_only=True)

    __reduce__ = reduce_by_fields

    def text(self, lang: Lang = "id") -> str:
        """Teks perubahan: the number and what it would be instead."""
        arguments: dict[str, Argument] = {
            "side": _SIDE_WORDS[self.side],
            "node": self.node,
            "before": self.shown[0],
            "after": self.shown[1],
        }
        return (_CHANGE if self.numerator is None else _PARTS).render(lang, arguments)


@frozen
class Repair:
    """Perbaikan: the cheapest changes with which some groups agree; a suggestion of where to look, never an edit.

    Attributes:
        corrections: The numbers that would change; none where nothing helps.
        groups: The parents whose groups do not agree now.
        cost: The sum of the costs of the changes.
        is_optimal: Whether nothing cheaper is possible.
        alternatives: Other changes that cost no more.
        is_complete: Whether these are all of them.

    Reference: Fellegi and Holt 1976 (secondary), on changing the fewest fields; the costs are ours.

    Examples:
        >>> Repair((), ("KADIS/IKU-1",)).text("en")
        'No numbers were found with which KADIS/IKU-1 would agree.'
    """

    corrections: tuple[Correction, ...]
    groups: tuple[str, ...]
    cost: int = field(default=0, kw_only=True)
    is_optimal: bool = field(default=False, kw_only=True)
    alternatives: tuple[tuple[Correction, ...], ...] = field(default=(), kw_only=True)
    is_complete: bool = field(default=True, kw_only=True)

    __reduce__ = reduce_by_fields

    def text(self, lang: Lang = "id") -> str:
        """Teks perbaikan: which numbers would do, and what would do as well."""
        groups = listing(self.groups, require_lang(lang))
        if not self.corrections:
            return _HOPELESS.render(lang, {"groups": groups})
        mends = _MENDS_ONE if len(self.groups) == 1 else _MENDS
        said = [mends.render(lang, {"changes": _together(self.corrections, lang), "groups": groups})]
        if self.alternatives:
            ways = [_together(one, lang) for one in self.alternatives[:_MOST_SHOWN]]
            more = len(self.alternatives) - _MOST_SHOWN
            if more > 0:
                ways.append(_MORE.render(lang, {"count": more}))
            said.append(_INSTEAD.render(lang, {"ways": "; ".join(ways)}))
        if not self.is_optimal:
            said.append(_NOT_SURE.render(lang))
        return " ".join(said)


def _together(corrections: Iterable[Correction], lang: Lang) -> str:
    return _AND.render(lang).join(one.text(lang) for one in corrections)


def repairs_text(repairs: Sequence[Repair], lang: Lang) -> str:
    """Teks semua perbaikan: one a line; it says where there is none.

    Examples:
        >>> repairs_text((), "en")
        'No number needs to be mended.'
    """
    return "\n".join(one.text(lang) for one in repairs) if repairs else _NOTHING.render(lang)


def repairs_of(case: Case, ledger: Ledger | None = None) -> tuple[Repair, ...]:
    """Perbaikan sebuah kaskade: for each knot of groups that do not agree the cheapest changes, targets first.

    Groups that hang together without a circle are solved exactly, by the options that each cell and each group has.
    Where they close a circle, single cells and pairs of cells are tried, and what is found is not said to be the
    cheapest.

    Args:
        case: What the checks were given.
        ledger: What the checks said; groups whose numbers could not be compared are left out.

    Examples:
        >>> from datetime import date
        >>> from sakip.cascade import Cascade, validate
        >>> from sakip.testing import example_agreement
        >>> repairs_of(validate(Cascade([example_agreement()]), as_of=date(2025, 12, 31)).case)
        ()
    """
    found: list[Repair] = []
    for side in _SIDES:
        skipped = set[int]()
        if ledger is not None:
            skipped = {
                entry.number
                for entry in ledger.entries()
                if entry.verdict == "skipped" and entry.code in _SIDE_CODES[side] and entry.by not in _DATA_CODES
            }
        found.extend(_of_side(system_of(case, side, skipped), side))
    return tuple(found)


def _of_side(system: System, side: Literal["target", "actual"]) -> Iterator[Repair]:
    broken = [at for at in range(len(system.equations)) if not holds(system, at, {})]
    seen: set[int] = set()
    for start in broken:
        if start in seen:
            continue
        part = connected(system, [start], None)
        seen.update(part)
        yield from _of_part(system, side, part, [at for at in broken if at in part])


def _of_part(
    system: System, side: Literal["target", "actual"], part: set[int], broken: Sequence[int]
) -> Iterator[Repair]:
    best = way_of(system, part)[0]((), {})
    if best is None:
        hopeless = [at for at in broken if way_of(system, [at])[0]((), {}) is None]
        yield Repair((), _groups(system, hopeless or broken))
        left = part.difference(hopeless)
        if hopeless:
            for at in broken:
                if at in left:
                    piece = _connected_in(system, at, left)
                    left -= piece
                    yield from _of_part(system, side, piece, [one for one in broken if one in piece])
        return
    clusters = _clusters(system, best.values)
    here = [[at for at in broken if not cells.isdisjoint(cells_of(system, at))] for cells in clusters]
    firsts = [{at: best.values[at] for at in cells} for cells in clusters]
    found: list[Ways] = []
    # One after another, so that the first ways go together; the others are those that go with the first ways.
    for _ in range(1 if len(clusters) == 1 else 2):
        found = []
        for at, values in enumerate(firsts):
            rest = {cell: value for other in (*firsts[:at], *firsts[at + 1 :]) for cell, value in other.items()}
            found.append(ways_of(system, values, rest))
            firsts[at] = found[at].ways[0]
    for ways, equations in _needed(system, found, here):
        corrections = [_corrections(system, side, way) for way in ways.ways]
        yield Repair(
            corrections[0],
            _groups(system, equations),
            cost=sum(one.cost for one in corrections[0]),
            is_optimal=best.optimal,
            alternatives=tuple(corrections[1:]),
            is_complete=ways.is_complete,
        )


def _needed(system: System, found: Sequence[Ways], here: Sequence[list[int]]) -> Iterator[tuple[Ways, list[int]]]:
    """The changes to make, each with the groups that it mends; what one mends in passing needs none of its own."""
    passing = [at for ways, equations in zip(found, here, strict=True) if not ways.ways[0] for at in equations]
    for ways, equations in zip(found, here, strict=True):
        if ways.ways[0]:
            touched = {number for at in ways.ways[0] for number in system.touching[at]}
            yield ways, [*equations, *(at for at in passing if at in touched)]


def _connected_in(system: System, start: int, part: set[int]) -> set[int]:
    found = {start}
    waiting = [start]
    while waiting:
        for at in cells_of(system, waiting.pop()):
            for number in system.touching[at]:
                if number in part and number not in found:
                    found.add(number)
                    waiting.append(number)
    return found


def _clusters(system: System, values: Mapping[int, Exact]) -> list[set[int]]:
    """The changed cells, parted where no group has two of them."""
    by_parent: dict[int, list[int]] = {}
    for at in values:
        for number in system.touching[at]:
            by_parent.setdefault(system.equations[number].parent, []).append(at)
    left, found = set(values), list[set[int]]()
    for start in sorted(values):
        if start not in left:
            continue
        cluster, waiting = set[int](), [start]
        while waiting:
            at = waiting.pop()
            if at in left:
                left.discard(at)
                cluster.add(at)
                for number in system.touching[at]:
                    waiting.extend(by_parent.pop(system.equations[number].parent, ()))
        found.append(cluster)
    return found


def _groups(system: System, equations: Iterable[int]) -> tuple[str, ...]:
    graph = system.case.graph
    return tuple(sorted({graph.text(system.variables[system.equations[at].parent].node) for at in equations}))


def _corrections(
    system: System, side: Literal["target", "actual"], values: Mapping[int, Exact]
) -> tuple[Correction, ...]:
    found = [_correction(system, side, at, value) for at, value in values.items()]
    return tuple(sorted(found, key=lambda one: one.node))


def _correction(system: System, side: Literal["target", "actual"], at: int, after: Exact) -> Correction:
    variable, case = system.variables[at], system.case
    before = variable.current
    assert before is not None
    numerator = None
    if side == "actual" and case.actual(variable.node).parts is not None:
        numerator = tidy(Fraction(before * variable.scale)), tidy(Fraction(after * variable.scale))
    scale = case.graph.indicator(variable.node).scale
    unit = "" if numerator is not None or scale is not None else case.unit_of(variable.node)
    shown = (before, after) if numerator is None else numerator
    stated, meant = _shown(shown[0], "", scale), _shown(shown[1], unit, scale)
    if _shown(shown[1], "", scale) == stated:  # two numbers that people read alike
        meant = Text.literal(f"{number_text(Fraction(shown[1]))} {unit}".strip())
    return Correction(
        case.graph.text(variable.node),
        side,
        before,
        after,
        cost=variable.cost,
        numerator=numerator,
        shown=(stated, meant),
    )


def _shown(value: Exact, unit: str, scale: OrdinalScale | None) -> Text:
    gap = " " if unit else ""
    return both(lambda lang: f"{figure(value, lang, scale)}{gap}{unit}")
