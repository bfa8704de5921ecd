"""Tautan kaskade: which indicator is an operand of which, by which arithmetic, and how a parent's children compose."""

from datetime import date
from decimal import Decimal
from typing import Literal, get_args

from attrs import field, frozen

from sakip.base.choice import choose
from sakip.base.kind import none_or_day, of_kind
from sakip.base.number import Number, admit, admit_whole
from sakip.base.rebuild import reduce_by_fields
from sakip.base.text import none_or_text
from sakip.cascade.inputs.node import Node, NodeKey, node_of
from sakip.errors import InvalidValueError
from sakip.model.scale import Level

__all__ = ["ARITHMETIC", "KIND_WORDS", "Coverage", "Group", "Link", "LinkKind", "link_kind"]

LinkKind = Literal["same", "sum", "mean", "weighted", "pool", "minimum", "maximum", "count", "support"]
"""Jenis tautan, named by its arithmetic; ``support`` has none."""
Coverage = Literal["partition", "subset", "superset"]
"""Cakupan: the children are the whole, a part of it, or more than it."""

ARITHMETIC: tuple[LinkKind, ...] = get_args(LinkKind)[:-1]
KIND_WORDS: tuple[tuple[str, LinkKind], ...] = (
    ("sama", "same"),
    ("adopsi", "same"),
    ("adopsi langsung", "same"),
    ("tanggung renteng", "same"),
    ("jumlah", "sum"),
    ("penjumlahan", "sum"),
    ("dijumlahkan", "sum"),
    ("komponen pembentuk", "sum"),
    ("rata rata", "mean"),
    ("rerata", "mean"),
    ("rata rata sederhana", "mean"),
    ("average", "mean"),
    ("bobot", "weighted"),
    ("berbobot", "weighted"),
    ("tertimbang", "weighted"),
    ("rata rata berbobot", "weighted"),
    ("rata rata tertimbang", "weighted"),
    ("gabungan", "pool"),
    ("rasio", "pool"),
    ("terendah", "minimum"),
    ("terkecil", "minimum"),
    ("tertinggi", "maximum"),
    ("terbesar", "maximum"),
    ("maksimum", "maximum"),
    ("cacah", "count"),
    ("dukung", "support"),
    ("dukungan", "support"),
    ("mendukung", "support"),
    ("pendukung", "support"),
    ("buat baru", "support"),
)


def link_kind(value: LinkKind, path: str) -> LinkKind:
    """Jenis tautan: one of the nine kinds.

    The words *direct* and *indirect* are none of them: they mean different arithmetic in different regulations.

    Raises:
        InvalidValueError: Any other word.

    Examples:
        >>> link_kind("sum", "Link.kind")
        'sum'
    """
    problem = ("jenis tautan tidak dikenal", "unknown kind of link")
    return choose(value, get_args(LinkKind), path, code="unknown-link-kind", problem=problem, known=dict(KIND_WORDS))


def _child(value: NodeKey | Node) -> Node:
    return node_of(value, "Link.child")


def _parent(value: NodeKey | Node) -> Node:
    return node_of(value, "Link.parent")


def _kind(value: LinkKind) -> LinkKind:
    return link_kind(value, "Link.kind")


def _share(value: Number | None) -> Decimal | None:
    if value is None:
        return None
    share = admit(value, "Link.share")
    if 0 < share <= 1:
        return share
    raise InvalidValueError(
        code="share-out-of-range",
        path="Link.share",
        value=value,
        problem=("porsi tidak lebih dari nol sampai satu", "the share is not above zero and at most one"),
        way_out=("Tulis misalnya '0.6' untuk enam puluh persen", "Write for example '0.6' for sixty percent"),
    )


def _weight(value: Number | None) -> Decimal | None:
    return None if value is None else admit(value, "Link.weight")


def _factor(value: Number | None) -> Decimal | None:
    if value is None:
        return None
    factor = admit(value, "Link.factor")
    if factor > 0:
        return factor
    raise InvalidValueError(
        code="factor-not-positive",
        path="Link.factor",
        value=value,
        problem=("faktor satuan harus lebih besar dari nol", "the factor between units must be greater than zero"),
        way_out=("Tulis misalnya 1000 dari ribu orang ke orang", "Write for example 1000 from thousands to ones"),
    )


def _aspect(value: str | None) -> str | None:
    return none_or_text(value, "Link.aspect")


def _inverse(value: bool) -> bool:  # noqa: FBT001 - the field that it fills
    return of_kind(bool, value, "Link.inverse", "True")


def _valid_from(value: date | None) -> date | None:
    return none_or_day(value, "Link.valid_from")


def _valid_to(value: date | None) -> date | None:
    return none_or_day(value, "Link.valid_to")


@frozen
class Link:
    """Tautan: a lower indicator (child) and the higher one (parent) that it contributes to.

    Attributes:
        child: Position and indicator below.
        parent: Position and indicator above.
        kind: ``same`` (adopted as it is), ``sum``, ``mean``, ``weighted``, ``pool`` (ratio of sums), ``minimum``,
            ``maximum``, ``count`` (how many meet the group's threshold), or ``support`` (no arithmetic).
        share: Which part of the child is credited to this parent, above 0 to 1; for ``sum`` and ``pool``.
        weight: Its weight under the parent; for ``weighted``.
        aspect: In which respect it contributes, such as ``crosscutting`` or ``part_of_whole``.
        inverse: Whether it enters turned around: subtracted in a ``sum``, otherwise as what it lacks to its whole: 100
            percent, 1000 per mil, what its components are counted per, or the top of its scale.
        factor: How many of the parent's unit are one of the child's, such as 1000.
        valid_from: First day on which the link holds.
        valid_to: Last day on which it holds.

    Raises:
        InvalidValueError: An unknown kind, a share that is not above 0 to 1, a factor that is not above 0, or days in
            the wrong order. A share or a weight where the kind has no place for it is a finding.

    Examples:
        >>> Link(child=("KABID-A", "A-1"), parent=("KADIS", "IKU-1"), kind="sum", share="0.6").text
        'KABID-A/A-1 -> KADIS/IKU-1'
    """

    child: Node = field(converter=_child, kw_only=True)
    parent: Node = field(converter=_parent, kw_only=True)
    kind: LinkKind = field(converter=_kind, kw_only=True)
    share: Decimal | None = field(default=None, converter=_share, kw_only=True)
    weight: Decimal | None = field(default=None, converter=_weight, kw_only=True)
    aspect: str | None = field(default=None, converter=_aspect, kw_only=True)
    inverse: bool = field(default=False, converter=_inverse, kw_only=True)
    factor: Decimal | None = field(default=None, converter=_factor, kw_only=True)
    valid_from: date | None = field(default=None, converter=_valid_from, kw_only=True)
    valid_to: date | None = field(default=None, converter=_valid_to, kw_only=True)

    __reduce__ = reduce_by_fields

    def __attrs_post_init__(self) -> None:
        if self.valid_from is not None and self.valid_to is not None and self.valid_to < self.valid_from:
            raise InvalidValueError(
                code="ends-before-start",
                path="Link.valid_to",
                value=self.valid_to,
                problem=("tautan berakhir sebelum dimulai", "the link ends before it starts"),
                way_out=("Tulis hari terakhir berlakunya, atau kosongkan", "Write its last day, or leave it out"),
            )

    @property
    def is_arithmetic(self) -> bool:
        """Berhitung: whether the child's number is an operand of the parent's."""
        return self.kind != "support"

    @property
    def text(self) -> str:
        """Teks tautan: child and parent."""
        return f"{self.child.text} -> {self.parent.text}"

    def holds_on(self, day: date) -> bool:
        """Berlaku: whether the link holds on a day."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


def _group_parent(value: NodeKey | Node) -> Node:
    return node_of(value, "Group.parent")


def _coverage(value: Coverage) -> Coverage:
    problem = ("cakupan tidak dikenal", "unknown coverage")
    return choose(value, get_args(Coverage), "Group.coverage", code="unknown-coverage", problem=problem)


def _other(value: Number | None) -> Decimal | None:
    return None if value is None else admit(value, "Group.other")


def _other_actual(value: Number | None) -> Decimal | None:
    return None if value is None else admit(value, "Group.other_actual")


def _threshold(value: Number | Level | None) -> Decimal | Level | None:
    return value if value is None or isinstance(value, Level) else admit(value, "Group.threshold")


def _per_hundred(value: bool) -> bool:  # noqa: FBT001 - the field that it fills
    return of_kind(bool, value, "Group.per_hundred", "True")


def _weight_decimals(value: int | None) -> int | None:
    return None if value is None else admit_whole(value, "Group.weight_decimals", low=0, high=6)


def _tolerance(value: Number | None) -> Decimal | None:
    if value is None:
        return None
    tolerance = admit(value, "Group.tolerance")
    if tolerance >= 0:
        return tolerance
    raise InvalidValueError(
        code="tolerance-negative",
        path="Group.tolerance",
        value=value,
        problem=("kelonggaran kurang dari nol", "the tolerance is below zero"),
        way_out=("Tulis nol atau lebih", "Write zero or more"),
    )


def _tolerance_reason(value: str | None) -> str | None:
    return none_or_text(value, "Group.tolerance_reason")


@frozen
class Group:
    """Kelompok bawahan: how the children of one parent compose, where that needs saying.

    Attributes:
        parent: The parent.
        coverage: ``partition`` (the children are the whole), ``subset`` (a part of it) or ``superset``.
        other: What is promised outside the cascade, in the parent's unit, added to what the children promise; for
            ``sum``.
        other_actual: What was delivered outside the cascade; where `other` is stated and this is not, it is unknown.
        threshold: What a child must reach to be counted by ``count``.
        per_hundred: Whether a ``count`` is a percentage of the children.
        weight_decimals: Decimals that the weights were rounded to, 0 to 6, so that 0.333 three times makes one whole;
            without them they make 1 or 100 exactly. Either way each weighs as it is written, divided by their sum.
        tolerance: A tolerance beyond rounding, in the parent's unit; named wherever it matters.
        tolerance_reason: Why it is granted.

    Raises:
        InvalidValueError: An unknown coverage, decimals out of range, a negative tolerance, or one without its reason.

    Examples:
        >>> Group(parent=("KADIS", "IKU-1"), coverage="subset", other=5).other
        Decimal('5')
        >>> Group(parent=("KADIS", "IKU-2"), weight_decimals=3).weight_decimals
        3
    """

    parent: Node = field(converter=_group_parent, kw_only=True)
    coverage: Coverage = field(default="partition", converter=_coverage, kw_only=True)
    other: Decimal | None = field(default=None, converter=_other, kw_only=True)
    other_actual: Decimal | None = field(default=None, converter=_other_actual, kw_only=True)
    threshold: Decimal | Level | None = field(default=None, converter=_threshold, kw_only=True)
    per_hundred: bool = field(default=False, converter=_per_hundred, kw_only=True)
    weight_decimals: int | None = field(default=None, converter=_weight_decimals, kw_only=True)
    tolerance: Decimal | None = field(default=None, converter=_tolerance, kw_only=True)
    tolerance_reason: str | None = field(default=None, converter=_tolerance_reason, kw_only=True)

    __reduce__ = reduce_by_fields

    def __attrs_post_init__(self) -> None:
        if self.tolerance and self.tolerance_reason is None:
            raise InvalidValueError(
                code="tolerance-without-reason",
                path="Group.tolerance_reason",
                value=self.tolerance,
                problem=("kelonggaran tanpa alasan", "a tolerance without a reason"),
                way_out=("Sebutkan alasannya dalam tolerance_reason", "State why in tolerance_reason"),
            )
