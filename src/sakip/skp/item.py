"""Butir SKP: one result that a person is to deliver, with its target and what it supports."""

from typing import Literal, get_args

from attrs import field, frozen

from sakip.base.choice import choose
from sakip.base.kind import none_or
from sakip.base.rebuild import reduce_by_fields
from sakip.base.reference import Reference
from sakip.base.text import none_or_text, require_text
from sakip.errors import InvalidValueError
from sakip.model.target import Target

__all__ = ["ItemKind", "SkpItem"]

ItemKind = Literal["main", "additional"]
"""Jenis kinerja: utama or tambahan."""


def _result(value: str) -> str:
    return require_text(value, "SkpItem.result")


def _target(value: Target | None) -> Target | None:
    return none_or(Target, value, "SkpItem.target", "Target(indicator, 80)")


def _kind(value: ItemKind) -> ItemKind:
    problem = ("jenis kinerja tidak dikenal", "unknown kind of performance")
    known = {"utama": "main", "kinerja utama": "main", "tambahan": "additional", "tugas tambahan": "additional"}
    return choose(value, get_args(ItemKind), "SkpItem.kind", code="unknown-item-kind", problem=problem, known=known)


def _supports(value: str | None) -> str | None:
    return none_or_text(value, "SkpItem.supports")


def _assignment(value: Reference | None) -> Reference | None:
    return none_or(Reference, value, "SkpItem.assignment", "Reference('SK Bupati 800/1/2025', certainty='read')")


@frozen
class SkpItem:
    """Butir SKP: one planned result (rencana hasil kerja) of a person.

    Attributes:
        result: Rencana hasil kerja, in words.
        kind: ``main`` (kinerja utama) or ``additional`` (tugas tambahan).
        target: The indicator and what is promised for it.
        supports: Code of the superior's indicator that it supports; of main performance alone.
        assignment: The order that assigned an additional task.

    Raises:
        InvalidValueError: An additional task that is said to support an indicator, an assignment of main performance,
            or a field of another kind.

    Reference: PermenPANRB 6/2022 (memory).

    Examples:
        >>> SkpItem("Panitia pemilihan kepala desa", kind="additional").target is None
        True
    """

    result: str = field(converter=_result)
    kind: ItemKind = field(converter=_kind, kw_only=True)
    target: Target | None = field(default=None, converter=_target, kw_only=True)
    supports: str | None = field(default=None, converter=_supports, kw_only=True)
    assignment: Reference | None = field(default=None, converter=_assignment, kw_only=True)

    __reduce__ = reduce_by_fields

    def __attrs_post_init__(self) -> None:
        if self.kind == "additional" and self.supports is not None:
            raise InvalidValueError(
                code="additional-supports",
                path="SkpItem.supports",
                value=self.supports,
                problem=(
                    "tugas tambahan berada di luar perjanjian dan tidak mendukung indikatornya",
                    "an additional task stands beside the agreement and supports none of its indicators",
                ),
                way_out=("Tulis kind='main', atau hapus supports", "Write kind='main', or leave supports out"),
            )
        if self.kind == "main" and self.assignment is not None:
            raise InvalidValueError(
                code="main-assigned",
                path="SkpItem.assignment",
                value=self.assignment.title,
                problem=("penugasan hanya untuk tugas tambahan", "an assignment is of an additional task alone"),
                way_out=(
                    "Tulis kind='additional', atau hapus penugasannya",
                    "Write kind='additional', or leave it out",
                ),
            )

    @property
    def code(self) -> str | None:
        """Kode indikator: the code of the target's indicator; None without a target."""
        return None if self.target is None else self.target.code
