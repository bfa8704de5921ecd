"""Penguraian selisih: who and what made a parent miss or pass its target, adding up to the last digit."""

from typing import Any

from attrs import field, frozen

from sakip.base.display import Table
from sakip.base.form import Numbers
from sakip.base.rebuild import reduce_by_fields
from sakip.base.text import Lang
from sakip.cascade.explaining import share_table
from sakip.cascade.explaining.leaves import LeafTerm
from sakip.cascade.explaining.why import Why
from sakip.cascade.inputs.link import LinkKind
from sakip.cascade.rollup.cells import State
from sakip.cascade.rollup.span import Exact
from sakip.model.indicator import Polarity
from sakip.model.period import Period
from sakip.model.scale import OrdinalScale

__all__ = ["Attribution", "Leaf", "Part", "Rung"]


@frozen
class Part:
    """Andil bawahan: one child's share of what the children made differently than they promised.

    Attributes:
        node: The child; empty for what lies outside the cascade.
        target: What it promised; an ordinal level as its place on the scale, the lowest being 0.
        actual: What it delivered.
        state: Whether both numbers are ``given``, or why one is not.
        coefficient: How much of it enters, where the arithmetic is linear.
        amount: Its share, in the unit of the parent; None where it is not known.
        rate: Of a pooled ratio, the part of the share that is the child's own doing.
        mix: Of a pooled ratio, the part that comes from its changed weight.
        scale: The scale of an ordinal child.
    """

    node: str
    target: Exact | None
    actual: Exact | None
    state: State
    coefficient: Exact | None
    amount: Exact | None
    rate: Exact | None
    mix: Exact | None
    scale: OrdinalScale | None = field(repr=False)

    __reduce__ = reduce_by_fields


@frozen
class Leaf:
    """Andil daun: what one indicator at or below the parent adds to its difference, by one of its causes.

    Attributes:
        node: The indicator.
        term: ``reporting``, ``performance``, ``mix``, ``outside`` or ``planning``.
        amount: What it adds, in the unit of the parent at the top.
    """

    node: str
    term: LeafTerm
    amount: Exact

    __reduce__ = reduce_by_fields


@frozen
class Rung:
    """Anak tangga: which children must keep their promise next, and what the parent then reaches.

    Attributes:
        nodes: The children, beside those of the rungs before.
        value: What the parent reaches with all of them.
    """

    nodes: tuple[str, ...]
    value: Exact

    __reduce__ = reduce_by_fields


@frozen
class Attribution:
    """Penguraian selisih: realization without target, as reporting, the children's performance and planning.

    ``reporting + performance + planning == total``, exactly; where a number is missing, the parts that rest on it are
    None and what they would explain together is `open`.

    Attributes:
        node: The parent.
        kind: The arithmetic of its links; None where there is none.
        unit: Its unit.
        polarity: Which direction is better.
        target: What it promises.
        actual: What it reports.
        promised: What its children promise together.
        delivered: What its children delivered together.
        reporting: Pelaporan: what is reported beyond what the children delivered.
        performance: Kinerja bawahan: what they delivered beyond what they promised.
        planning: Perencanaan: what they promised beyond the target.
        total: Selisih: realization without target.
        open: What of the total no known part explains; 0 where all is known, None without a total.
        parts: The share of each child, in the order of their links.
        leaves: The known parts, each where it arose, down to the indicators below which nothing is computed.
        left_out: The children that do not apply; they count on neither side.
        bottleneck: Of a minimum or a maximum, the children that hold it where it is.
        ladder: Of one that every child is needed for, what comes of repairing the bottleneck, step by step.
        innocent: Of a minimum or a maximum, the children without a share in its change.
        why: Code of the reason why something is not known; None where everything is.
        through: The last period of the part of the year that is judged, whose targets are those of the trajectories
            through it, what has none being unknown; None for the whole year.
        scale: The scale of an ordinal parent.

    Reference: Shapley 1953 (derived): the shares of a minimum or a maximum are its Shapley values, in closed form.

    Examples:
        >>> from datetime import date
        >>> from sakip import BPK_OPINIONS, Agreement, Indicator, Level, Objective, Party, Realization, Target
        >>> from sakip.cascade import Cascade, Link, validate
        >>> def promise(position):
        ...     opinion = Indicator("OPINI", "Opini BPK", polarity="maximize", scale=BPK_OPINIONS)
        ...     objectives = [Objective("Laporan keuangan wajar", [Target(opinion, Level("WTP"))])]
        ...     return Agreement(position, year=2025, first_party=Party(position), objectives=objectives)
        >>> top, units = ("GUBERNUR", "OPINI"), ["DINAS-A", "DINAS-B", "DINAS-C"]
        >>> levels = {"GUBERNUR": "WDP", "DINAS-A": "WTP", "DINAS-B": "WDP", "DINAS-C": "WTP-DPP"}
        >>> cascade = Cascade(
        ...     [promise(position) for position in levels],
        ...     [Link(child=(unit, "OPINI"), parent=top, kind="minimum") for unit in units],
        ...     realizations={(who, "OPINI"): [Realization("OPINI", Level(level))] for who, level in levels.items()},
        ... )
        >>> split = validate(cascade, as_of=date(2025, 12, 31)).attribute(top)
        >>> split.total, [str(part.amount) for part in split.parts], split.bottleneck
        (-2, ['0', '-3/2', '-1/2'], ('DINAS-B/OPINI',))
    """

    node: str
    kind: LinkKind | None = field(kw_only=True)
    unit: str = field(kw_only=True)
    polarity: Polarity = field(kw_only=True)
    target: Exact | None = field(kw_only=True)
    actual: Exact | None = field(kw_only=True)
    promised: Exact | None = field(kw_only=True)
    delivered: Exact | None = field(kw_only=True)
    reporting: Exact | None = field(kw_only=True)
    performance: Exact | None = field(kw_only=True)
    planning: Exact | None = field(kw_only=True)
    total: Exact | None = field(kw_only=True)
    open: Exact | None = field(kw_only=True)
    parts: tuple[Part, ...] = field(kw_only=True)
    leaves: tuple[Leaf, ...] = field(kw_only=True, repr=False)
    left_out: tuple[str, ...] = field(kw_only=True)
    bottleneck: tuple[str, ...] = field(kw_only=True)
    ladder: tuple[Rung, ...] = field(kw_only=True)
    innocent: tuple[str, ...] = field(kw_only=True)
    why: Why | None = field(kw_only=True)
    through: Period | None = field(kw_only=True)
    scale: OrdinalScale | None = field(kw_only=True, repr=False)

    __reduce__ = reduce_by_fields

    @property
    def is_complete(self) -> bool:
        """Lengkap: whether every part is known, so that they add up to the whole difference."""
        return self.why is None

    @property
    def is_deep(self) -> bool:
        """Bertingkat: whether some part arose below the children, or in what a child itself reports or plans."""
        children = {part.node for part in self.parts}
        return any(
            one.node != self.node and (one.node not in children or one.term not in {"performance", "mix"})
            for one in self.leaves
        )

    def rows(self, *, numbers: Numbers = "decimal") -> list[dict[str, Any]]:
        """Baris andil: one flat dict a part: reporting, each child, what lies outside, and planning.

        Its keys are ``term``, ``node``, ``target``, ``actual``, ``state``, ``coefficient``, ``amount``, ``rate`` and
        ``mix``.

        Args:
            numbers: ``decimal`` for at most six decimals, or ``text`` to write every number exactly, such as ``-4/3``.

        Raises:
            InvalidValueError: Another word for ``numbers``.
        """
        return share_table.rows(self, numbers)

    def leaf_rows(self, *, numbers: Numbers = "decimal") -> list[dict[str, Any]]:
        """Baris daun: one flat dict a leaf, with ``node``, ``term`` and ``amount``.

        Raises:
            InvalidValueError: Another word for ``numbers``.
        """
        return share_table.leaf_rows(self, numbers)

    def table(self, lang: Lang = "id") -> Table:
        """Tabel andil: from what is reported over each child to what was planned, and the total below."""
        return share_table.table(self, lang)

    def leaf_table(self, lang: Lang = "id") -> Table:
        """Tabel daun: the same difference, each part where it arose."""
        return share_table.leaf_table(self, lang)

    def text(self, lang: Lang = "id", *, width: int | None = None) -> str:
        """Teks penguraian: the table for a terminal, and the leaves where the parts go on below the children.

        Raises:
            InvalidValueError: Another language, or a width that is not 20 to 1,000.
        """
        text = self.table(lang).text(width)
        return f"{text}\n\n{self.leaf_table(lang).text(width)}" if self.is_deep else text

    def _repr_html_(self) -> str:
        return self.table().html()
