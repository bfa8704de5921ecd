"""Tugas tambahan: something assigned beside the agreement, with a target of its own, and what became of it."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from attrs import field, frozen

from sakip.base.kind import of_kind, recorded_day
from sakip.base.number import Number, admit
from sakip.base.rebuild import reduce_by_fields
from sakip.base.text import none_or_text, require_text
from sakip.errors import InvalidValueError
from sakip.model.target import Target
from sakip.scoring.outcome import Score

__all__ = ["AdditionalTask", "TaskResult"]


def _target(value: Target) -> Target:
    return of_kind(Target, value, "AdditionalTask.target", "Target(indicator, 1)")


def _assigned_on(value: date) -> date:
    return recorded_day(value, "AdditionalTask.assigned_on")


def _assigned_by(value: str) -> str:
    return require_text(value, "AdditionalTask.assigned_by")


def _basis(value: str | None) -> str | None:
    return none_or_text(value, "AdditionalTask.basis")


def _scope(value: str | None) -> str | None:
    return none_or_text(value, "AdditionalTask.scope")


def _scope_weight(value: Number | None) -> Decimal | None:
    weight = None if value is None else admit(value, "AdditionalTask.scope_weight")
    if weight is None or weight > 0:
        return weight
    raise InvalidValueError(
        code="weight-not-positive",
        path="AdditionalTask.scope_weight",
        value=value,
        problem=("bobot lingkup harus lebih besar dari nol", "the weight of a scope must be greater than zero"),
        way_out=("Tulis bobot positif, atau kosongkan", "Write a positive weight, or leave it out"),
    )


@frozen
class AdditionalTask:
    """Tugas tambahan: something that was assigned beside the agreement, with a target of its own.

    Attributes:
        target: What is to be delivered. Its weight, if any, is not read: the task weighs nothing in the agreement.
        assigned_by: Who assigned it, a position.
        assigned_on: When.
        basis: The letter of assignment.
        scope: Lingkup penugasan, in words.
        scope_weight: Bobot lingkup penugasan, where a rule asks for it; its table is the caller's.

    Raises:
        InvalidValueError: A field of another kind, an empty text, or a weight that is not above zero.

    Examples:
        >>> from sakip import Indicator, Target
        >>> festival = Indicator("TT-1", "Festival daerah terselenggara", unit="kegiatan", polarity="maximize")
        >>> task = AdditionalTask(
        ...     Target(festival, 1), assigned_by="Bupati", assigned_on=date(2025, 7, 1), basis="SK 12/2025"
        ... )
        >>> task.code
        'TT-1'
    """

    target: Target = field(converter=_target)
    assigned_by: str = field(converter=_assigned_by, kw_only=True)
    assigned_on: date = field(converter=_assigned_on, kw_only=True)
    basis: str | None = field(default=None, converter=_basis, kw_only=True)
    scope: str | None = field(default=None, converter=_scope, kw_only=True)
    scope_weight: Decimal | None = field(default=None, converter=_scope_weight, kw_only=True)

    __reduce__ = reduce_by_fields

    @property
    def code(self) -> str:
        """Kode: the code of the target's indicator."""
        return self.target.code


@frozen
class TaskResult:
    """Hasil tugas tambahan: one task, its score, and what a rule makes of it.

    Attributes:
        task: Tugas tambahan.
        score: Nilai, by the policy of the tasks, or the reason why there is none.
        category: The label of the score on the policy's scale.
        added: What the rule would add, before its cap; None without a rule, a score or a weight of the scope.
    """

    task: AdditionalTask
    score: Score
    category: str | None
    added: Fraction | None

    __reduce__ = reduce_by_fields
