"""Simpul kaskade: one indicator of one position in one year, and what checks need to know of it beyond the model."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Literal, NamedTuple, get_args

from attrs import field, frozen

from sakip.base.choice import choose
from sakip.base.kind import listed, none_or, none_or_day, of_kind
from sakip.base.number import admit_whole
from sakip.base.rebuild import reduce_by_fields
from sakip.base.reference import Reference
from sakip.base.text import none_or_text, require_text
from sakip.errors import InvalidValueError
from sakip.model.realization import Components
from sakip.model.target import Target

__all__ = ["Calc", "Node", "NodeFacts", "NodeKey", "Role", "node_of"]

Calc = Literal["computed", "measured", "reconciled"]
"""Cara hitung: the value is the roll-up, has a source of its own, or has one that must agree with the roll-up."""
Role = Literal["main", "mandatory", "additional"]
"""Peran: a main indicator (utama), one imposed on everyone, or an additional task (tambahan) outside the cascade."""
NodeKey = tuple[str, str] | tuple[str, str, int]
"""Kunci simpul: position and indicator, with the year where a cascade holds several."""


class Node(NamedTuple):
    """Simpul: an indicator of a position in a year; who holds the position and which version counts do not matter.

    Attributes:
        position: Code or name of the position.
        indicator: Code of the indicator.
        year: Fiscal year; None for the only year of its cascade.

    Examples:
        >>> Node("KADIS", "IKU-1").text
        'KADIS/IKU-1'
    """

    position: str
    indicator: str
    year: int | None = None

    @property
    def text(self) -> str:
        """Teks simpul: position and indicator, and the year where it is stated."""
        named = f"{self.position}/{self.indicator}"
        return named if self.year is None else f"{named}/{self.year}"


def node_of(value: NodeKey | Node, path: str) -> Node:
    """Simpul dari kunci: a pair or a triple as a `Node`.

    Raises:
        InvalidValueError: Anything that is no position with an indicator, and perhaps a year.

    Examples:
        >>> node_of(("KADIS", "IKU-1"), "Link.child")
        Node(position='KADIS', indicator='IKU-1', year=None)
    """
    given: object = value
    found: tuple[Any, ...] = tuple(given) if isinstance(given, tuple | list) else ()
    if len(found) not in {2, 3}:
        raise InvalidValueError(
            code="not-a-node",
            path=path,
            value=value,
            problem=(
                "bukan pasangan jabatan dan kode indikator",
                "not a pair of a position and the code of an indicator",
            ),
            way_out=("Tulis misalnya ('KADIS', 'IKU-1')", "Write for example ('KADIS', 'IKU-1')"),
        )
    year = found[2] if len(found) == 3 else None
    return Node(
        require_text(found[0], f"{path}.position").strip(),
        require_text(found[1], f"{path}.indicator").strip(),
        None if year is None else admit_whole(year, f"{path}.year", low=1945, high=9998),
    )


def _node(value: NodeKey | Node) -> Node:
    return node_of(value, "NodeFacts.node")


def _calc(value: Calc | None) -> Calc | None:
    problem = ("cara hitung tidak dikenal", "unknown way of calculation")
    allowed = (None, *get_args(Calc))
    return choose(value, allowed, "NodeFacts.calc", code="unknown-calc", problem=problem, known=_CALC_WORDS)


def _role(value: Role) -> Role:
    problem = ("peran indikator tidak dikenal", "unknown role of an indicator")
    return choose(value, get_args(Role), "NodeFacts.role", code="unknown-role", problem=problem, known=_ROLE_WORDS)


_CALC_WORDS = {"dihitung": "computed", "diukur": "measured", "dicocokkan": "reconciled"}
_ROLE_WORDS = {"utama": "main", "wajib": "mandatory", "tambahan": "additional"}


def _scope(value: Iterable[str] | None) -> tuple[str, ...] | None:
    if value is None:
        return None
    items = listed(value, "NodeFacts.scope", "'Kecamatan A'")
    return tuple(sorted({require_text(item, f"NodeFacts.scope[{at}]").strip() for at, item in enumerate(items)}))


def _no_cascade_reason(value: str | None) -> str | None:
    return none_or_text(value, "NodeFacts.no_cascade_reason")


def _population(value: str | None) -> str | None:
    return none_or_text(value, "NodeFacts.population")


def _zero_cost(value: str | None) -> str | None:
    return none_or_text(value, "NodeFacts.zero_cost")


def _source(value: Target | None) -> Target | None:
    return none_or(Target, value, "NodeFacts.source", "Target(indicator, 82)")


def _source_document(value: Reference | None) -> Reference | None:
    return none_or(Reference, value, "NodeFacts.source_document", "Reference('Renstra 2025-2029', certainty='read')")


def _planned(value: Components | None) -> Components | None:
    return none_or(Components, value, "NodeFacts.planned", "Components(900, 1000, per=100)")


def _last_parts(value: Components | None) -> Components | None:
    return none_or(Components, value, "NodeFacts.last_parts", "Components(180, 200, per=100)")


def _reviewed_on(value: date | None) -> date | None:
    return none_or_day(value, "NodeFacts.reviewed_on")


def _flag(name: str, value: bool) -> bool:  # noqa: FBT001 - the field that it fills
    return of_kind(bool, value, f"NodeFacts.{name}", "True")


def _crosscutting(value: bool) -> bool:  # noqa: FBT001
    return _flag("crosscutting", value)


def _joint(value: bool) -> bool:  # noqa: FBT001
    return _flag("joint", value)


def _external(value: bool) -> bool:  # noqa: FBT001
    return _flag("external", value)


@frozen
class NodeFacts:
    """Keterangan simpul: what the checks of a cascade need to know of one indicator beyond its agreement.

    Attributes:
        node: Position and indicator, and the year where there are several.
        calc: ``computed``, ``measured`` or ``reconciled``. Not stated: `reconciled` where arithmetic links arrive,
            else `measured`.
        role: ``main``, ``mandatory`` (imposed on everyone) or ``additional`` (outside the cascade).
        scope: What it covers: codes of regions or objects; only such sets are compared.
        no_cascade_reason: Why nobody below has a part in it.
        source: The target as the source document (Renstra, RKT, IKU) states it.
        source_document: That document.
        reviewed_on: When it was last compared with its superior's, after an amendment.
        crosscutting: Whether several units are meant to contribute (lintas sektor).
        joint: Whether several positions answer for it together (tanggung renteng).
        external: Whether others determine its value, such as the opinion of BPK.
        zero_cost: Why it needs no budget.
        planned: Numerator and denominator of the target, for a ratio.
        last_parts: Numerator and denominator of last year's realization, for a ratio.
        population: What the denominator counts, in words.

    Raises:
        InvalidValueError: A field of another kind, an unknown word, or an empty text.

    Examples:
        >>> NodeFacts(("KADIS", "IKU-1"), calc="measured", scope=["Kecamatan B", "Kecamatan A"]).scope
        ('Kecamatan A', 'Kecamatan B')
    """

    node: Node = field(converter=_node)
    calc: Calc | None = field(default=None, converter=_calc, kw_only=True)
    role: Role = field(default="main", converter=_role, kw_only=True)
    scope: tuple[str, ...] | None = field(default=None, converter=_scope, kw_only=True)
    no_cascade_reason: str | None = field(default=None, converter=_no_cascade_reason, kw_only=True)
    source: Target | None = field(default=None, converter=_source, kw_only=True)
    source_document: Reference | None = field(default=None, converter=_source_document, kw_only=True)
    reviewed_on: date | None = field(default=None, converter=_reviewed_on, kw_only=True)
    crosscutting: bool = field(default=False, converter=_crosscutting, kw_only=True)
    joint: bool = field(default=False, converter=_joint, kw_only=True)
    external: bool = field(default=False, converter=_external, kw_only=True)
    zero_cost: str | None = field(default=None, converter=_zero_cost, kw_only=True)
    planned: Components | None = field(default=None, converter=_planned, kw_only=True)
    last_parts: Components | None = field(default=None, converter=_last_parts, kw_only=True)
    population: str | None = field(default=None, converter=_population, kw_only=True)

    __reduce__ = reduce_by_fields
