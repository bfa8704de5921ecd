"""Aturan tugas tambahan: what additional tasks add to the value of the agreement, and up to where."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from attrs import field, frozen

from sakip.base.kind import listed, none_or, of_kind, parted
from sakip.base.number import Number, admit, admit_whole
from sakip.base.rebuild import reduce_by_fields
from sakip.base.reference import Reference
from sakip.base.text import Text, require_text
from sakip.errors import InvalidValueError
from sakip.policies.indonesia.permenpanrb_8_2021 import PERMENPANRB_8_2021
from sakip.scoring.policy import Policy

__all__ = ["PERMENPANRB_8_2021_ADDITIONAL", "AdditionalRule"]

_SHARE = "('Sangat Baik', 100)"


def _id(value: str) -> str:
    return require_text(value, "AdditionalRule.id")


def _title(value: Text) -> Text:
    return of_kind(Text, value, "AdditionalRule.title", "Text('Kinerja tambahan', 'Additional work')")


def _policy(value: Policy) -> Policy:
    return of_kind(Policy, value, "AdditionalRule.policy", "PERMENPANRB_8_2021")


def _shares(value: Iterable[tuple[str, Number]]) -> tuple[tuple[str, Decimal], ...]:
    pairs = [parted(one, 2, "AdditionalRule.shares", _SHARE) for one in listed(value, "AdditionalRule.shares", _SHARE)]
    return tuple(
        (require_text(label, "AdditionalRule.shares"), admit(share, "AdditionalRule.shares")) for label, share in pairs
    )


def _cap(value: Number) -> Decimal:
    return admit(value, "AdditionalRule.cap")


def _digits(value: int) -> int:
    return admit_whole(value, "AdditionalRule.digits", low=0, high=6)


def _reference(value: Reference | None) -> Reference | None:
    return none_or(Reference, value, "AdditionalRule.reference", "Reference('PermenPANRB 8/2021', certainty='read')")


@frozen
class AdditionalRule:
    """Aturan tugas tambahan: a share by category, times the weight of the scope, times the value; the sum is capped.

    What a task adds is never below zero, so no task takes anything from the agreement.

    Attributes:
        id: Stable name.
        title: Its name in both languages.
        policy: How the tasks are judged; the agreement must be judged by it too, or the two values do not add up.
        shares: (category, percent) pairs, one for each label of the policy's scale, rising with it.
        cap: The most that all tasks together may add.
        digits: Decimals of the rounded sum.
        reference: Where the rule comes from.

    Raises:
        InvalidValueError: Categories that are not those of the scale, shares below zero or falling, or a cap below
            zero.

    Examples:
        >>> from sakip.lifecycle import PERMENPANRB_8_2021_ADDITIONAL
        >>> PERMENPANRB_8_2021_ADDITIONAL.value_of("Baik", Decimal(109), Decimal(5))
        Fraction(109, 25)
    """

    id: str = field(converter=_id)
    title: Text = field(converter=_title, kw_only=True)
    policy: Policy = field(converter=_policy, kw_only=True, repr=False)
    shares: tuple[tuple[str, Decimal], ...] = field(converter=_shares, kw_only=True)
    cap: Decimal = field(converter=_cap, kw_only=True)
    digits: int = field(default=2, converter=_digits, kw_only=True)
    reference: Reference | None = field(default=None, converter=_reference, kw_only=True)

    def __attrs_post_init__(self) -> None:
        labels = () if self.policy.scale is None else self.policy.scale.labels
        found = dict(self.shares)
        rising = [found[label] for label in labels if label in found]
        by_class = bool(labels) and set(found) == set(labels) and len(found) == len(self.shares)
        if by_class and rising == sorted(rising) and rising[0] >= 0 and self.cap >= 0:
            return
        raise InvalidValueError(
            code="additional-shares",
            path="AdditionalRule.shares",
            value=self.shares,
            problem=(
                "bagian tidak menurut kelas skala, turun atau di bawah nol, atau batasnya di bawah nol",
                "the shares are not by the classes of the scale, fall or are below zero, or the cap is below zero",
            ),
            way_out=(
                f"Beri bagian yang naik untuk {', '.join(labels) or '-'}",
                f"Give shares that rise for {', '.join(labels) or '-'}",
            ),
        )

    __reduce__ = reduce_by_fields

    def value_of(self, category: str, value: Decimal, scope_weight: Decimal) -> Fraction:
        """Nilai tertimbang: what one task adds, before the cap; a value below zero adds nothing.

        Raises:
            InvalidValueError: A category that the rule does not have.
        """
        share = dict(self.shares).get(category)
        if share is None:
            raise InvalidValueError(
                code="unknown-category",
                path="AdditionalRule.value_of",
                value=category,
                problem=("kategori ini tidak dikenal aturan", "the rule has no such category"),
                way_out=(f"Pilih dari {', '.join(dict(self.shares))}", f"Choose from {', '.join(dict(self.shares))}"),
            )
        return max(Fraction(share) / 100 * Fraction(scope_weight) * Fraction(value) / 100, Fraction(0))


PERMENPANRB_8_2021_ADDITIONAL = AdditionalRule(
    "permenpanrb-8-2021-tambahan",
    title=Text("Kinerja tambahan menurut PermenPANRB 8/2021", "Additional work under PermenPANRB 8/2021"),
    policy=PERMENPANRB_8_2021,
    shares=[("Sangat Kurang", 20), ("Kurang", 40), ("Cukup", 60), ("Baik", 80), ("Sangat Baik", 100)],
    cap=10,
    reference=Reference("PermenPANRB 8/2021", article="lampiran hlm. 95-96", certainty="read"),
)
"""PermenPANRB 8/2021: share by category × weight of the scope × value / 100, at most 10 altogether, added to the value.

The table of the weights of scopes was not readable, so they are the caller's.
"""
