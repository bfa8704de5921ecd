"""Andaikan: which children could carry the parent to its target, how far, and how much each may still miss."""

from collections.abc import Iterator
from typing import Any, Literal

from attrs import field, frozen

from sakip.base.display import Column, Table
from sakip.base.form import Numbers, numbers_form
from sakip.base.likeness import unknown_code
from sakip.base.rebuild import reduce_by_fields
from sakip.base.text import Argument, Lang, Text, require_lang
from sakip.cascade.explaining.why import Why, why_text
from sakip.cascade.inputs.link import LinkKind
from sakip.cascade.inputs.node import Node, NodeKey, node_of
from sakip.cascade.rollup.side import Side
from sakip.cascade.rollup.span import Exact, is_cut
from sakip.cascade.verdicts.figures import CUT, THROUGH, as_cell, figure, listing, signed
from sakip.model.period import Period
from sakip.model.scale import OrdinalScale

__all__ = ["DIRECTION", "Compensation", "Lever", "Move", "WhatIf", "WhyNot"]

WhyNot = Why | Literal["direction-unclear"]
"""Sebab: why nothing can be said; the last one where staying at a number leaves open in which direction to go."""
DIRECTION = Text(
    "jenis gabungan dan polaritasnya tidak menunjukkan arah perbaikan",
    "its arithmetic and its polarity do not say in which direction it gets better",
)


@frozen
class Move:
    """Perubahan: one child that changes.

    Attributes:
        node: The child.
        now: Its number.
        needed: What it becomes.
    """

    node: str
    now: Exact
    needed: Exact

    __reduce__ = reduce_by_fields

    @property
    def change(self) -> Exact:
        """Perubahan: what it becomes without what it is."""
        return self.needed - self.now


@frozen
class Compensation:
    """Penutup kekurangan: a sibling that did better than promised, and by how much, in the parent's unit."""

    node: str
    amount: Exact

    __reduce__ = reduce_by_fields


@frozen
class Lever:
    """Tuas: what one child can do for its parent while the others stay as they are.

    Attributes:
        node: The child.
        now: Its number; an ordinal level as its place on the scale, the lowest being 0.
        needed: What it would have to be for the parent to reach its target by this child alone; its own number where
            the parent reaches it already, None where no number of this child's is enough.
        room: How far it can go in that direction by its kind of measure; None where nothing bounds it.
        suffices: Whether it can carry the parent alone.
        numerator: Of a pooled ratio, by how much its numerator would have to change.
        slack: How far it may get worse, the others as they are, and the parent still reach its target; None where
            nothing bounds it; 0 where the parent does not reach it.
        compensated_by: The siblings that hid its miss, where it missed its target and the parent did not.
        scale: The scale of an ordinal child.
    """

    node: str
    now: Exact | None = field(kw_only=True)
    needed: Exact | None = field(kw_only=True)
    room: Exact | None = field(kw_only=True)
    suffices: bool = field(kw_only=True)
    numerator: Exact | None = field(default=None, kw_only=True)
    slack: Exact | None = field(kw_only=True)
    compensated_by: tuple[Compensation, ...] = field(default=(), kw_only=True)
    scale: OrdinalScale | None = field(kw_only=True, repr=False)

    __reduce__ = reduce_by_fields

    @property
    def change(self) -> Exact | None:
        """Perubahan: what it needs without what it is."""
        return None if self.now is None or self.needed is None else self.needed - self.now


@frozen
class WhatIf:
    """Andaian: what would have to change below a node for it to reach its target.

    What the children make is compared with the target, not what the node itself reports.

    Attributes:
        node: The parent.
        cell: Whether the children's realizations (``actual``) or their targets (``target``) are moved.
        kind: The arithmetic of its links; None where there is none.
        unit: Its unit.
        aim: The number that its target asks for; of a range the nearer end.
        made: What its children make.
        gap: How far that has to change; 0 where the target is reached, None where it is not known.
        children: The children, in the order of their links.
        fewest: The smallest set of children that can carry it, each with its change; empty where the target is
            reached, None where all of them together cannot. Of a linear arithmetic those with the most room come
            first; of a single one the least change in proportion is taken.
        plan: Of a linear arithmetic, the changes that reach it with the least largest change in proportion to what
            each child has; None for any other arithmetic, or where what is zero would have to change.
        largest: That largest change in proportion, 1 being all of what a child has.
        why: Code of the reason why nothing can be said; None where everything is known.
        through: The last period of the part of the year that is judged, where realizations are held against the
            targets of the trajectories through it; None for the whole year.
        scale: The scale of an ordinal parent.

    Examples:
        >>> from datetime import date
        >>> from sakip.cascade import Cascade, validate
        >>> from sakip.testing import example_agreement
        >>> report = validate(Cascade([example_agreement()]), as_of=date(2025, 12, 31))
        >>> report.what_if(("Kepala Bagian Perencanaan", "PLAN-1")).why
        'no-arithmetic'
    """

    node: str
    cell: Side
    kind: LinkKind | None = field(kw_only=True)
    unit: str = field(kw_only=True)
    aim: Exact | None = field(kw_only=True)
    made: Exact | None = field(kw_only=True)
    gap: Exact | None = field(kw_only=True)
    children: tuple[Lever, ...] = field(kw_only=True)
    fewest: tuple[Move, ...] | None = field(kw_only=True)
    plan: tuple[Move, ...] | None = field(kw_only=True)
    largest: Exact | None = field(kw_only=True)
    why: WhyNot | None = field(kw_only=True)
    through: Period | None = field(kw_only=True)
    scale: OrdinalScale | None = field(kw_only=True, repr=False)

    __reduce__ = reduce_by_fields

    @property
    def sufficient(self) -> tuple[Lever, ...]:
        """Cukup sendiri: the children each of which can carry the parent alone; none where it needs nothing."""
        return tuple(one for one in self.children if one.suffices) if self.gap else ()

    def slack_of(self, node: NodeKey | Node) -> Exact | None:
        """Kelonggaran bawahan: how far one child may get worse and the parent still reach its target.

        Returns:
            The distance in the child's unit; None where nothing bounds it, or where nothing is known (`why`).

        Raises:
            InvalidValueError: Something that is no key of a node.
            UnknownCodeError: The node is no child of this parent; the error names those that look like it.
        """
        return self._lever(node, "WhatIf.slack_of").slack

    def compensated_by(self, node: NodeKey | Node) -> tuple[Compensation, ...]:
        """Ditutup oleh: which siblings hid one child's miss, the one that did most first.

        Sums and means let a sibling make up for a miss; a number for which every child is needed does not.

        Raises:
            InvalidValueError: Something that is no key of a node.
            UnknownCodeError: The node is no child of this parent; the error names those that look like it.
        """
        return self._lever(node, "WhatIf.compensated_by").compensated_by

    def _lever(self, node: NodeKey | Node, path: str) -> Lever:
        wanted = node_of(node, path).text
        for one in self.children:
            if one.node == wanted:
                return one
        raise unknown_code(
            wanted,
            [one.node for one in self.children],
            code="unknown-child",
            path=path,
            problem=("simpul ini bukan bawahan yang dihitung", "the node is no child that counts here"),
        )

    def rows(self, *, numbers: Numbers = "decimal") -> list[dict[str, Any]]:
        """Baris andaian: one flat dict a child.

        Its keys are ``node``, ``now``, ``needed``, ``change``, ``room``, ``suffices``, ``numerator``, ``slack``,
        ``fewest`` and ``plan`` (what it becomes in the smallest set and in the most even plan).

        Args:
            numbers: ``decimal`` for at most six decimals, or ``text`` to write every number exactly, such as ``-4/3``.

        Raises:
            InvalidValueError: Another word for ``numbers``.
        """
        numbers_form(numbers, "WhatIf.rows.numbers")
        fewest = {one.node: one.needed for one in self.fewest or ()}
        plan = {one.node: one.needed for one in self.plan or ()}
        return [
            {
                "node": one.node,
                **{
                    name: as_cell(value, numbers)
                    for name, value in (
                        ("now", one.now),
                        ("needed", one.needed),
                        ("change", one.change),
                        ("room", one.room),
                    )
                },
                "suffices": one.suffices,
                "numerator": as_cell(one.numerator, numbers),
                "slack": as_cell(one.slack, numbers),
                "fewest": as_cell(fewest.get(one.node), numbers),
                "plan": as_cell(plan.get(one.node), numbers),
            }
            for one in self.children
        ]

    def table(self, lang: Lang = "id") -> Table:
        """Tabel andaian: one row a child, and below it the smallest set, the most even plan and what hid a miss."""
        require_lang(lang)
        return Table(
            self._title(lang),
            [Column(head.render(lang), "right" if at else "left") for at, head in enumerate(_HEADS)],
            [self._line(one, lang) for one in self.children],
            notes=list(self._notes(lang)),
        )

    def text(self, lang: Lang = "id", *, width: int | None = None) -> str:
        """Teks andaian: the table for a terminal.

        Raises:
            InvalidValueError: Another language, or a width that is not 20 to 1,000.
        """
        return self.table(lang).text(width)

    def _repr_html_(self) -> str:
        return self.table().html()

    def _title(self, lang: Lang) -> str:
        words: dict[str, Argument] = {
            "node": self.node,
            "made": figure(self.made, lang, self.scale),
            "aim": figure(self.aim, lang, self.scale),
            "gap": signed(self.gap, lang),
            "unit": _LEVELS.render(lang) if self.scale is not None else self.unit,
        }
        if self.why is not None:
            return _UNKNOWN.render(lang, words)
        return (_NEEDS if self.gap else _REACHED).render(lang, words).rstrip()

    def _line(self, one: Lever, lang: Lang) -> tuple[str, ...]:
        slack = figure(one.slack, lang)
        if one.slack is None and self.why is None:
            slack = _FREE.render(lang)
        return (
            one.node,
            figure(one.now, lang, one.scale),
            figure(one.needed, lang, one.scale) if self.gap else "",
            signed(one.change, lang) if self.gap else "",
            (_YES if one.suffices else _NO).render(lang) if self.gap else "",
            slack,
        )

    def _notes(self, lang: Lang) -> Iterator[str]:
        if self.through is not None:
            yield THROUGH.render(lang, {"period": self.through.label(lang)})
        if self.why is not None:
            yield _WHY.render(lang, {"why": DIRECTION if self.why == "direction-unclear" else why_text(self.why)})
            return
        if self.fewest is None:
            yield _NOT_ENOUGH.render(lang)
        elif self.fewest:
            yield _FEWEST.render(lang, {"count": len(self.fewest), "moves": self._moves(self.fewest, lang)})
        if self.plan and self.largest is not None:
            percent = figure(100 * self.largest, lang)
            yield _PLAN.render(lang, {"percent": percent, "moves": self._moves(self.plan, lang)})
        for one in self.children:
            if one.compensated_by:
                helpers = (f"{each.node} ({signed(each.amount, lang)})" for each in one.compensated_by)
                yield _HIDDEN.render(lang, {"node": one.node, "siblings": listing(helpers, lang)})
        needed = [one.needed for one in self.children]
        needed += [one.needed for one in (*(self.fewest or ()), *(self.plan or ()))]
        if any(map(is_cut, needed)):
            yield CUT.render(lang)

    def _moves(self, moves: tuple[Move, ...], lang: Lang) -> str:
        scales = {one.node: one.scale for one in self.children}

        def line(one: Move) -> str:
            scale = scales.get(one.node)
            return f"{one.node} {figure(one.now, lang, scale)} → {figure(one.needed, lang, scale)}"

        return listing(map(line, moves), lang)


_NEEDS = Text(
    "{node}: bawahan menghasilkan {made} dari target {aim}, perlu {gap} {unit}",
    "{node}: the children make {made} of a target of {aim}, it takes {gap} {unit}",
)
_REACHED = Text(
    "{node}: bawahan menghasilkan {made} dari target {aim} {unit}, tercapai",
    "{node}: the children make {made} of a target of {aim} {unit}, which is reached",
)
_UNKNOWN = Text("{node}: belum dapat diandaikan", "{node}: nothing can be said")
_HEADS = (
    Text("Bawahan", "Child"),
    Text("Sekarang", "Now"),
    Text("Bila sendiri", "Alone"),
    Text("Perubahan", "Change"),
    Text("Cukup", "Suffices"),
    Text("Kelonggaran", "Slack"),
)
_LEVELS = Text("tingkat", "levels")
_YES = Text("ya", "yes")
_NO = Text("tidak", "no")
_FREE = Text("bebas", "free")
_WHY = Text("Alasannya: {why}", "The reason: {why}")
_NOT_ENOUGH = Text(
    "Semua bawahan bersama-sama pun tidak cukup: target atasan di luar jangkauan",
    "All children together are not enough: the target of the parent is out of reach",
)
_FEWEST = Text("Paling sedikit {count} bawahan perlu berubah: {moves}", "The fewest that must change, {count}: {moves}")
_PLAN = Text(
    "Paling merata, masing-masing berubah paling banyak {percent} persen: {moves}",
    "Most evenly, each changing by at most {percent} percent: {moves}",
)
_HIDDEN = Text("Kekurangan {node} ditutup oleh {siblings}", "The miss of {node} was made up for by {siblings}")
