"""The regency of the examples, and small changes of its table or of the cascade that is read from it."""

import importlib.util
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from attrs import evolve

from sakip import Agreement
from sakip.cascade import Cascade, CascadeReport, Link, Node, NodeFacts
from tests.cascade.making import report_on

Row = dict[str, Any]
PLACE = Path(__file__).resolve().parents[2] / "examples" / "cascade_regency.py"
QUARTERS = ("TW1", "TW2", "TW3", "TW4")
# Columns that the table of the example does not have, and what they say.
MORE_COLUMNS: Mapping[str, str | tuple[str, ...]] = {
    "weight": "Bobot",
    "formula": "Rumus",
    "trajectory": tuple(f"Target {quarter}" for quarter in QUARTERS),
}
MORE_LINK_COLUMNS = {"weight": "Bobot tautan", "aspect": "Aspek"}


def _loaded() -> ModuleType:
    spec = importlib.util.spec_from_file_location("cascade_regency", PLACE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


REGENCY = _loaded()


class Edit(NamedTuple):
    """A change of the table, or of the cascade that was read from it."""

    of_rows: Callable[[list[Row]], list[Row]] | None = None
    of_cascade: Callable[[Cascade], Cascade] | None = None


def changed(*edits: Edit) -> Cascade:
    """The regency with some changes, those of its table first."""
    table = list(REGENCY.rows())
    for edit in edits:
        table = table if edit.of_rows is None else edit.of_rows(table)
    cascade: Cascade = REGENCY.regency(table, columns=_columns(table), link_columns=_link_columns(table))
    for edit in edits:
        cascade = cascade if edit.of_cascade is None else edit.of_cascade(cascade)
    return cascade


def _columns(table: list[Row]) -> dict[str, Any]:
    held = set().union(*table)
    columns = {
        **REGENCY.COLUMNS,
        **{name: stated for name, stated in MORE_COLUMNS.items() if held.intersection((stated, *stated))},
    }
    if held.intersection(QUARTERS):
        columns |= {"year_realization": columns["realization"], "realization": QUARTERS}
    return columns


def _link_columns(table: list[Row]) -> dict[str, str]:
    held = set().union(*table)
    return {**REGENCY.LINK_COLUMNS, **{name: stated for name, stated in MORE_LINK_COLUMNS.items() if stated in held}}


def report_of(cascade: Cascade) -> CascadeReport:
    """The report of the end of the year."""
    return report_on(cascade, as_of=REGENCY.AS_OF)


# Changes of the table. A column is written as a keyword, with underscores for blanks.


def row(code: str, **cells: Any) -> Edit:
    """Other cells in the row of one indicator."""
    return Edit(of_rows=lambda table: [one | _named(cells) if one["Kode"] == code else one for one in table])


def rows_of(position: str, **cells: Any) -> Edit:
    """Other cells in all rows of one position."""
    return Edit(of_rows=lambda table: [one | _named(cells) if one["Jabatan"] == position else one for one in table])


def row_like(code: str, **cells: Any) -> Edit:
    """One more row, with the cells of another one but for those named."""
    return Edit(of_rows=lambda table: [*table, next(one for one in table if one["Kode"] == code) | _named(cells)])


def _named(cells: Mapping[str, Any]) -> Row:
    return {name.replace("_", " "): cell for name, cell in cells.items()}


# Changes of the cascade.


def with_more(**lists: Iterable[Any]) -> Edit:
    """More links, groups, realizations, tenures, posts or the like."""
    return Edit(
        of_cascade=lambda cascade: evolve(
            cascade, **{name: (*getattr(cascade, name), *added) for name, added in lists.items()}
        )
    )


def facts(code: str, **fields: Any) -> Edit:
    """Something else that is said of one indicator."""

    def said(cascade: Cascade) -> Cascade:
        node = node_of(cascade, code)
        known = {one.node: one for one in cascade.nodes}
        known[node] = evolve(known.get(node, NodeFacts(node)), **fields)
        return evolve(cascade, nodes=known.values())

    return Edit(of_cascade=said)


def link(child: str, parent: str, **fields: Any) -> Edit:
    """Something else about one link."""

    def linked(cascade: Cascade) -> Cascade:
        ends = child, parent
        return evolve(
            cascade,
            links=[
                evolve(one, **fields) if (one.child.indicator, one.parent.indicator) == ends else one
                for one in cascade.links
            ],
        )

    return Edit(of_cascade=linked)


def linked(child: str, parent: str, **fields: Any) -> Edit:
    """One more link."""
    return Edit(
        of_cascade=lambda cascade: evolve(
            cascade,
            links=[
                *cascade.links,
                Link(child=node_of(cascade, child), parent=node_of(cascade, parent), **fields),
            ],
        )
    )


def agreement(code: str, change: Callable[[Agreement], Agreement]) -> Edit:
    """Another agreement, with the same realizations, in place of one."""
    return Edit(
        of_cascade=lambda cascade: evolve(
            cascade, agreements=[(change(one) if one.code == code else one, said) for one, said in cascade.pairs]
        )
    )


def node_of(cascade: Cascade, code: str) -> Node:
    """The key of the one indicator that has a code."""
    (position,) = {
        one.first_party.position for one in cascade.agreements if any(target.code == code for target in one.targets)
    }
    return Node(position, code)
