"""Aturan konsekuensi: which facts lead to which consequence, by which reference, and to what it gives way."""

from collections.abc import Iterable

from attrs import field, frozen

from sakip.base.kind import none_or, of_kind, tuple_of
from sakip.base.rebuild import reduce_by_fields
from sakip.base.reference import Reference
from sakip.base.text import require_text
from sakip.errors import InvalidValueError
from sakip.lifecycle.consequences.condition import FactCondition
from sakip.lifecycle.consequences.consequence import Consequence

__all__ = ["ConsequenceRule"]


def _id(value: str) -> str:
    return require_text(value, "ConsequenceRule.id")


def _consequence(value: Consequence) -> Consequence:
    example = (
        "Consequence('award', Text('piagam', 'a certificate'), kind='reward', decided_by=Text('Bupati', 'Regent'))"
    )
    return of_kind(Consequence, value, "ConsequenceRule.consequence", example)


def _when(value: Iterable[FactCondition]) -> tuple[FactCondition, ...]:
    path, example = "ConsequenceRule.when", "FactCondition.at_least('total', 90)"
    conditions = tuple_of(FactCondition, value, path, example)
    if conditions:
        return conditions
    raise InvalidValueError(
        code="no-conditions",
        path=path,
        value=conditions,
        problem=("aturan tanpa syarat berlaku bagi siapa pun", "a rule without conditions holds for everyone"),
        way_out=(f"Tulis sekurang-kurangnya satu, misalnya {example}", f"Write at least one, for example {example}"),
    )


def _reference(value: Reference | None) -> Reference | None:
    return none_or(Reference, value, "ConsequenceRule.reference", "Reference('Perbup 9/2024', certainty='read')")


def _yields_to(value: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(tuple_of(str, value, "ConsequenceRule.yields_to", "'R-2'")))


@frozen
class ConsequenceRule:
    """Aturan konsekuensi: what is recommended where all of its conditions are met.

    Attributes:
        id: Stable name, unique in the policy.
        consequence: What is recommended to be considered.
        when: Syarat; all of them must be met.
        reference: Where the rule is written, and how sure that is; None where that is what its policy says of itself.
        yields_to: Ids of rules to which it gives way where they are met too, and to those that they give way to.

    Raises:
        InvalidValueError: A field of another kind, or no conditions.
    """

    id: str = field(converter=_id)
    consequence: Consequence = field(converter=_consequence)
    when: tuple[FactCondition, ...] = field(converter=_when)
    reference: Reference | None = field(default=None, converter=_reference, kw_only=True)
    yields_to: tuple[str, ...] = field(default=(), converter=_yields_to, kw_only=True)

    __reduce__ = reduce_by_fields
