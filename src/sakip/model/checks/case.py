"""Berkas pemeriksaan: what every check looks at, and what it needs to know of a policy."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Any, Protocol, runtime_checkable

from attrs import field, frozen

from sakip.base.kind import of_kind, tuple_of
from sakip.base.text import Lang, Text, both
from sakip.errors import InvalidValueError
from sakip.model.agreement import Agreement
from sakip.model.indicator import Polarity
from sakip.model.period import Period
from sakip.model.realization import Components, Realization

__all__ = ["Case", "Counts", "NumberRule", "Objection", "Reported", "RuleSet", "WeightRule", "named", "number_of"]

Counts = tuple[int, int | None, int | None, int | None, int | None, int | None, int | None, int]
"""Hitungan: R, T, B, W, C, LO and HI as counts of one unit, then how many of these make one."""


class WeightRule(Protocol):
    """Aturan bobot: what a policy says about weights."""

    @property
    def total(self) -> Any:
        """Jumlah: what the weights of a group must add up to, or None when any sum will do."""
        ...

    @property
    def per(self) -> str:
        """Kelompok: ``objective`` or ``agreement``, which targets form a group."""
        ...

    @property
    def absent(self) -> str:
        """Tanpa bobot: ``equal`` when targets without any weight count alike, ``refuse`` when they may not."""
        ...


class Objection(Protocol):
    """Keberatan: why a rule gives no number."""

    @property
    def code(self) -> Any:
        """Kode: its stable code, as text."""
        ...

    def text(self, lang: Lang = "id") -> str:
        """Teks: the sentence in one language."""
        ...


class NumberRule(Protocol):
    """Aturan angka: what scores a target that is a number or a range."""

    def quotient(self, facts: Counts, /) -> tuple[int, int] | Objection:
        """Hasil bagi: the achievement as numerator and denominator, or why there is none."""
        ...


@runtime_checkable
class RuleSet(Protocol):
    """Kebijakan sejauh diperiksa: the settings of a policy that an agreement is checked against."""

    @property
    def weights(self) -> WeightRule:
        """Aturan bobot: the rule for weights."""
        ...

    @property
    def zero_target(self) -> Any:
        """Target nol: what happens with a target of zero, such as ``not_computable``."""
        ...

    @property
    def id(self) -> Any:
        """Id kebijakan, as text."""
        ...

    @property
    def in_force_from(self) -> Any:
        """Mulai berlaku: the first day in force, or None where it is open."""
        ...

    @property
    def in_force_until(self) -> Any:
        """Akhir berlaku: the last day in force, or None where it is open."""
        ...

    @property
    def ordinal(self) -> object:
        """Aturan tingkat: what scores levels, or None; what it is made of is scoring's own."""
        ...

    @property
    def deadline(self) -> object:
        """Aturan tanggal: what scores dates, or None."""
        ...

    def slot(self, polarity: Polarity, kind: str, /) -> tuple[NumberRule | None, int]:
        """Tempat aturan: what scores numbers or ranges of a polarity, and the side of the baseline for its target."""
        ...


@frozen
class Reported:
    """Realisasi dalam daftarnya: a realization with its place in the list and the days that it covers."""

    place: int
    realization: Realization
    period: Period

    @property
    def subject(self) -> str:
        """Tempat: the path of the realization."""
        return f"realizations[{self.place}]"


@frozen
class Case:
    """Berkas pemeriksaan: an agreement, its realizations and the policy, as every check sees them."""

    agreement: Agreement
    reported: tuple[Reported, ...]
    policy: RuleSet | None
    by_code: dict[str, tuple[Reported, ...]] = field(eq=False, repr=False)
    _parts: dict[str, tuple[Reported, ...]] = field(eq=False, repr=False)

    @classmethod
    def of(cls, agreement: Agreement, realizations: Iterable[Realization], policy: RuleSet | None) -> "Case":
        """Susun berkas: gather what the checks look at.

        Raises:
            InvalidValueError: Something that is no `Agreement`, no list of `Realization` or no policy.
        """
        of_kind(
            Agreement, agreement, "check.agreement", "Agreement(code, year=2025, first_party=..., objectives=[...])"
        )
        if policy is not None and not isinstance(policy, RuleSet):
            raise InvalidValueError(
                code="wrong-kind",
                path="check.policy",
                value=policy,
                problem=("bukan Policy", "not a Policy"),
                way_out=("Tulis misalnya policy=LKJIP", "Write for example policy=LKJIP"),
            )
        year = agreement.period
        reported: list[Reported] = []
        by_code: dict[str, list[Reported]] = {}
        parts: dict[str, list[Reported]] = {}
        given = tuple_of(Realization, realizations, "realizations", "Realization('IKU-1', 80)")
        for place, realization in enumerate(given):
            found = Reported(place, realization, realization.period or year)
            reported.append(found)
            by_code.setdefault(realization.code, []).append(found)
            if not found.period.contains(year):
                parts.setdefault(realization.code, []).append(found)
        return cls(agreement, tuple(reported), policy, _tuples(by_code), _tuples(parts))

    @property
    def subject(self) -> str:
        """Tempat: the path of the agreement."""
        return f"agreement[{self.agreement.code}]"

    def target_subject(self, code: str, field_name: str = "") -> str:
        """Tempat target: the path of a target or of one of its fields."""
        return f"{self.subject}.targets[{code}]" + (f".{field_name}" if field_name else "")

    def parts_of_year(self, code: str) -> tuple[Reported, ...]:
        """Realisasi bagian tahun: the realizations of one indicator that cover less than the fiscal year."""
        return self._parts.get(code, ())


def _tuples(found: dict[str, list[Reported]]) -> dict[str, tuple[Reported, ...]]:
    return {code: tuple(each) for code, each in found.items()}


def named(*periods: Period) -> Text:
    """Sebutan periode: periods as people read them, for the sentence of a finding.

    Examples:
        >>> named(Period.quarter(2025, 2), Period.month(2025, 7)).render("id")
        'Triwulan II 2025, Juli 2025'
    """
    return both(lambda lang: ", ".join(period.label(lang) for period in periods))


def number_of(realization: Realization) -> Fraction | None:
    """Angka realisasi: the number that was measured, exactly, or None for levels, dates and states."""
    value = realization.value
    if isinstance(value, Decimal):
        return Fraction(value)
    if isinstance(value, Components):
        return Fraction(value.numerator) * Fraction(value.per) / Fraction(value.denominator)
    return None
