"""Jejak: where a number of a parent comes from, child by child, with what each level makes of it."""

from typing import Any

from attrs import field, frozen

from sakip.base.display import Tree
from sakip.base.rebuild import reduce_by_fields
from sakip.base.text import Lang, require_lang
from sakip.cascade.explaining import trace_tree
from sakip.cascade.explaining.why import Why
from sakip.cascade.inputs.link import LinkKind
from sakip.cascade.rollup.cells import State
from sakip.cascade.rollup.side import Side
from sakip.cascade.rollup.span import Exact, Span
from sakip.cascade.verdicts.finding import number_text
from sakip.model.realization import DataStatus
from sakip.model.scale import OrdinalScale
from sakip.model.tenure import TenureKind

__all__ = ["Made", "Step", "Trace"]


@frozen
class Made:
    """Hasil bawahan: what the children of one indicator make, beside the number that it states.

    Attributes:
        kind: The arithmetic of their links; None where there is none.
        point: What they make with their stated numbers; None while one is missing.
        span: What they can make, with all that rounding and missing numbers leave open.
        margin: How far that lies from the stated number; 0 where the two meet, None where one is not known.
        slack: Half of the width that rounding leaves.
        tolerance: What the group grants beyond rounding.
        missing: How many children have no number.
        why: Why the children make no number, where they make none.
    """

    kind: LinkKind | None
    point: Exact | None
    span: Span | None
    margin: Exact | None
    slack: Exact
    tolerance: Exact
    missing: int
    why: Why | None

    __reduce__ = reduce_by_fields


@frozen
class Step:
    """Langkah: one indicator on the way down, as its link lets it enter the one above.

    Attributes:
        depth: How far below the top it stands, the top being 0.
        node: The indicator.
        name: What it is called.
        unit: Its unit.
        state: Whether it has a number, or why not.
        point: Its number; an ordinal level as its place on the scale, the lowest being 0.
        span: What the number can stand for by its declared decimals.
        coefficient: With which factor it enters the one above, where that arithmetic is linear.
        share: Which part of it is credited, where its link says so.
        weight: Its weight, where its link states one.
        factor: How many of the parent's unit are one of its own, where its link says so.
        inverse: Whether it enters turned around.
        agreement: Code of the agreement in force.
        version: Which version of it that is, the first being 1.
        versions: How many versions there are.
        capacity: In which capacity its position is held on the day; None where nothing is said.
        status: The least status of its realizations; None where one has none.
        source: Where the number comes from, as far as it is said.
        made: What its children make; None where nothing is computed below it.
        again: Whether it stands further up already, with all that is below it.
        scale: The scale of an ordinal indicator.
    """

    depth: int
    node: str
    name: str
    unit: str
    state: State = field(kw_only=True)
    point: Exact | None = field(kw_only=True)
    span: Span | None = field(kw_only=True)
    coefficient: Exact | None = field(kw_only=True)
    share: Exact | None = field(kw_only=True)
    weight: Exact | None = field(kw_only=True)
    factor: Exact | None = field(kw_only=True)
    inverse: bool = field(kw_only=True)
    agreement: str = field(kw_only=True)
    version: int = field(kw_only=True)
    versions: int = field(kw_only=True)
    capacity: TenureKind | None = field(kw_only=True)
    status: DataStatus | None = field(kw_only=True)
    source: str | None = field(kw_only=True)
    made: Made | None = field(kw_only=True)
    again: bool = field(kw_only=True)
    scale: OrdinalScale | None = field(kw_only=True, repr=False)

    __reduce__ = reduce_by_fields


@frozen
class Trace:
    """Jejak angka: every indicator that a number is computed from, the top first and each before those below it.

    Attributes:
        cell: Which number: ``target``, ``actual`` or ``last`` (last year's realization).
        steps: The indicators; one that several lead to is opened once.

    Examples:
        >>> from datetime import date
        >>> from sakip.cascade import Cascade, validate
        >>> from sakip.testing import example_agreement
        >>> report = validate(Cascade([example_agreement()]), as_of=date(2025, 12, 31))
        >>> trace = report.trace(("Kepala Bagian Perencanaan", "PLAN-1"), "target")
        >>> [(step.node, step.point, step.made) for step in trace.steps]
        [('Kepala Bagian Perencanaan/PLAN-1', 2, None)]
    """

    cell: Side
    steps: tuple[Step, ...]

    __reduce__ = reduce_by_fields

    def tree(self, lang: Lang = "id") -> Tree:
        """Pohon jejak: the steps below each other; a very long or deep one says how many it leaves out.

        Raises:
            InvalidValueError: Another language.
        """
        return trace_tree.tree(self, require_lang(lang))

    def text(self, lang: Lang = "id", *, width: int | None = None) -> str:
        """Teks jejak: the tree for a terminal; never the name of a person.

        Raises:
            InvalidValueError: Another language, or a width that is not 20 to 1,000.
        """
        return self.tree(lang).text(width)

    def to_dict(self) -> dict[str, Any]:
        """Bentuk data: the steps in order, each with its depth; every number exactly, as text.

        A span is the pair of its ends, None where there is no bound.
        """
        return {"cell": self.cell, "steps": [_step(step) for step in self.steps]}

    def _repr_html_(self) -> str:
        return self.tree().html()


def _step(step: Step) -> dict[str, Any]:
    numbers = ("point", "coefficient", "share", "weight", "factor")
    plain = ("depth", "node", "name", "unit", "state", "inverse", "agreement", "version", "versions", "capacity")
    made = step.made
    return {
        **{name: getattr(step, name) for name in (*plain, "status", "source", "again")},
        **{name: _number(getattr(step, name)) for name in numbers},
        "span": _ends(step.span),
        "made": None
        if made is None
        else {
            "kind": made.kind,
            "why": made.why,
            "missing": made.missing,
            "span": _ends(made.span),
            **{name: _number(getattr(made, name)) for name in ("point", "margin", "slack", "tolerance")},
        },
    }


def _number(value: Exact | None) -> str | None:
    return None if value is None else number_text(value)


def _ends(span: Span | None) -> tuple[str | None, str | None] | None:
    return None if span is None else (_number(span.low), _number(span.high))
