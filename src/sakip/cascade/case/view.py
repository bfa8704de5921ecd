"""Yang dibaca pemeriksaan sendiri: the part of a case, its graph and its cells that users' own checks may rely on."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Protocol

from sakip.cascade.case.check import SubjectKind
from sakip.cascade.inputs.link import Link
from sakip.cascade.inputs.node import Node, NodeFacts
from sakip.cascade.rollup.cells import State
from sakip.model.agreement import Agreement
from sakip.model.budget_line import BudgetLine
from sakip.model.indicator import Indicator
from sakip.model.period import Period
from sakip.model.realization import Realization
from sakip.model.target import Target

__all__ = ["CaseView", "CellView", "GraphView"]


class CellView(Protocol):
    """Sel: one number of one indicator, or the reason why there is none.

    Examples:
        >>> from datetime import date
        >>> from sakip.cascade import Cascade, validate
        >>> from sakip.testing import example_agreement
        >>> case: CaseView = validate(Cascade([example_agreement()]), as_of=date(2025, 12, 31)).case
        >>> cell: CellView = case.actual(0)
        >>> cell.state, cell.point, cell.is_given
        ('missing', None, False)
    """

    @property
    def state(self) -> State:
        """Keadaan: ``given``, or why there is no number, such as ``missing`` or ``not_applicable``."""
        ...

    @property
    def point(self) -> int | Fraction | None:
        """Nilai: the number exactly as it is stated, a level as its place in the scale from 0; None where none is."""
        ...

    @property
    def is_given(self) -> bool:
        """Terisi: whether there is a number, if only a range, of which `point` is None."""
        ...


class GraphView(Protocol):
    """Graf: the indicators, links and agreements of the day that is judged, each by its number.

    Examples:
        >>> from datetime import date
        >>> from sakip.cascade import Cascade, validate
        >>> from sakip.testing import example_agreement
        >>> case: CaseView = validate(Cascade([example_agreement()]), as_of=date(2025, 12, 31)).case
        >>> graph: GraphView = case.graph
        >>> graph.text(0), graph.indicator(0).unit, graph.parents(0)
        ('Kepala Bagian Perencanaan/PLAN-1', 'dokumen', [])
    """

    @property
    def nodes(self) -> Sequence[Node]:
        """Simpul: the indicators."""
        ...

    @property
    def links(self) -> Sequence[Link]:
        """Tautan: the links that hold on the day."""
        ...

    @property
    def agreements(self) -> Sequence[Agreement]:
        """Perjanjian: the agreements in force."""
        ...

    @property
    def facts(self) -> Sequence[NodeFacts | None]:
        """Keterangan: by indicator what was said of it, if anything."""
        ...

    @property
    def reported(self) -> Sequence[tuple[Realization, ...]]:
        """Yang dilaporkan: by indicator its realizations."""
        ...

    @property
    def child_of(self) -> Sequence[int]:
        """Anak tautan: by link the number of the indicator below; -1 where there is no such indicator."""
        ...

    @property
    def parent_of(self) -> Sequence[int]:
        """Induk tautan: by link the number of the indicator above; -1 where there is no such indicator."""
        ...

    def text(self, node: int, /) -> str:
        """Teks simpul: how an indicator is named, such as ``KADIS/IKU-1``."""
        ...

    def indicator(self, node: int, /) -> Indicator:
        """Indikator: what is measured."""
        ...

    def target(self, node: int, /) -> Target:
        """Target: what is promised for the year."""
        ...

    def agreement(self, node: int, /) -> Agreement:
        """Perjanjian: the agreement in force that promises an indicator."""
        ...

    def unit(self, node: int, /) -> str | None:
        """Unit kerja: the unit of the position that promises it."""
        ...

    def rank(self, node: int, /) -> int | None:
        """Peringkat: the rank of that position; 0 is the head of region."""
        ...

    def children(self, node: int, /, *, arithmetic: bool | None = None) -> list[int]:
        """Anak: the indicators that link to one; only by arithmetic, or only by support, where it is said."""
        ...

    def parents(self, node: int, /) -> list[int]:
        """Induk: the indicators that one links to."""
        ...


class CaseView(Protocol):
    """Berkas: what a user's own check is given, with the number of the subject that it is asked of.

    What the number means is said by the subject of the check: for ``node`` and ``group`` an indicator, `graph.nodes`;
    for ``link`` a place in `graph.links`, for ``agreement`` in `graph.agreements`, for ``objective`` in `objectives`,
    for ``unit`` in `units` and for ``line`` in `lines`. Of the other subjects there is only the name, `subject_text`.

    Nothing else of what is handed over is API.

    Examples:
        >>> from datetime import date
        >>> from sakip.cascade import Cascade, validate
        >>> from sakip.testing import example_agreement
        >>> case: CaseView = validate(Cascade([example_agreement()]), as_of=date(2025, 12, 31)).case
        >>> case.graph.text(0), case.target(0).point, case.actual(0).state
        ('Kepala Bagian Perencanaan/PLAN-1', 2, 'missing')
    """

    @property
    def graph(self) -> GraphView:
        """Graf: the indicators, links and agreements."""
        ...

    @property
    def as_of(self) -> date:
        """Per tanggal: the day that is judged."""
        ...

    @property
    def through(self) -> Period | None:
        """Sampai periode: the last period of the part of the year that is judged; None for the whole year."""
        ...

    @property
    def objectives(self) -> Sequence[tuple[int, int]]:
        """Sasaran: for each objective the number of its agreement, and its place there."""
        ...

    @property
    def units(self) -> Sequence[str]:
        """Unit kerja: the units by name; last an empty one for positions of none, where there are such."""
        ...

    @property
    def lines(self) -> Sequence[tuple[int, BudgetLine]]:
        """Baris anggaran: for each budget line the number of its agreement, and the line."""
        ...

    def target(self, node: int, /) -> CellView:
        """Sel target: what an indicator promises for the year."""
        ...

    def actual(self, node: int, /) -> CellView:
        """Sel realisasi: what was delivered, up to `through`, its periods put together."""
        ...

    def subject_text(self, kind: SubjectKind, number: int, /) -> str:
        """Teks subjek: how a subject of a kind is named in findings."""
        ...
