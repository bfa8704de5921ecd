"""Anggaran: programmes, activities and sub-activities with what they may cost, and how much of it was spent."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Literal, get_args

from attrs import field, frozen

from sakip.base.choice import choose
from sakip.base.kind import tuple_of
from sakip.base.number import Number, admit, decimal_of, decimal_of_fraction
from sakip.base.rebuild import reduce_by_fields
from sakip.base.text import Text, none_or_text, require_text
from sakip.errors import InvalidValueError

__all__ = ["ABSORPTION_REASONS", "Absorption", "AbsorptionReason", "BudgetKind", "BudgetLine", "cents", "rupiah"]

BudgetKind = Literal["programme", "activity", "sub_activity"]
"""Jenis anggaran: from the highest to the lowest."""
AbsorptionReason = Literal["ceiling-zero", "not-realized"]

ABSORPTION_REASONS: tuple[tuple[AbsorptionReason, Text], ...] = (
    ("ceiling-zero", Text("pagunya nol", "the ceiling is zero")),
    ("not-realized", Text("realisasi anggaran belum dilaporkan", "the spending was not reported")),
)
_KIND_WORDS: dict[str, BudgetKind] = {
    "program": "programme",
    "kegiatan": "activity",
    "sub kegiatan": "sub_activity",
    "subkegiatan": "sub_activity",
}


def cents(amount: Decimal) -> int:
    """Sen: an amount of rupiah as a count of hundredths.

    Examples:
        >>> cents(Decimal("1250000.5"))
        125000050
    """
    numerator, denominator = amount.as_integer_ratio()
    return numerator * 100 // denominator


def rupiah(count: int) -> Decimal:
    """Rupiah: a count of hundredths as an amount, without trailing zeros.

    Examples:
        >>> rupiah(125000050), rupiah(-200)
        (Decimal('1250000.5'), Decimal('-2'))
    """
    digits = 2
    while digits and count % 10 == 0:
        count, digits = count // 10, digits - 1
    return decimal_of(count, digits)


@frozen
class Absorption:
    """Serapan anggaran: what was spent as a share of the ceiling, in percent, or why there is none.

    Attributes:
        ceiling: Pagu, in rupiah.
        realization: What was spent, in rupiah; None where that is not known, which is not zero.

    Reference: PMK 214/PMK.02/2017, lampiran (read), in part: realization divided by ceiling.

    Examples:
        >>> Absorption(Decimal("855830897000"), Decimal("734881464333")).value
        Decimal('85.87')
        >>> Absorption(Decimal(0), Decimal(0)).reason
        'ceiling-zero'
    """

    ceiling: Decimal
    realization: Decimal | None

    @property
    def exact(self) -> Fraction | None:
        """Serapan tepat: the percentage before any rounding."""
        if self.realization is None or not self.ceiling:
            return None
        return Fraction(100 * cents(self.realization), cents(self.ceiling))

    @property
    def value(self) -> Decimal | None:
        """Serapan: the percentage with two decimals, halves away from zero."""
        return None if self.exact is None else decimal_of_fraction(self.exact, 2)

    @property
    def reason(self) -> AbsorptionReason | None:
        """Alasan: ``not-realized`` or ``ceiling-zero`` where there is no percentage."""
        if self.realization is None:
            return "not-realized"
        return None if self.ceiling else "ceiling-zero"

    @property
    def left(self) -> Decimal | None:
        """Sisa anggaran: what the ceiling still holds; negative where more was spent."""
        return None if self.realization is None else rupiah(cents(self.ceiling) - cents(self.realization))


def _code(value: str) -> str:
    code = require_text(value, "BudgetLine.code")
    if all(part.strip() for part in code.split(".")) and not any(sign.isspace() for sign in code):
        return code
    raise InvalidValueError(
        code="budget-code",
        path="BudgetLine.code",
        value=value,
        problem=("kode anggaran memuat spasi atau bagian kosong", "the budget code holds blanks or an empty part"),
        way_out=("Tulis bagian-bagiannya dengan titik, seperti 1.02.02.2.01", "Write its parts as in 1.02.02.2.01"),
    )


def _name(value: str) -> str:
    return require_text(value, "BudgetLine.name")


def _kind(value: BudgetKind) -> BudgetKind:
    return choose(
        value,
        get_args(BudgetKind),
        "BudgetLine.kind",
        code="unknown-budget-kind",
        problem=("jenis anggaran tidak dikenal", "unknown kind of budget line"),
        known=_KIND_WORDS,
    )


def _rupiah(value: Number, path: str) -> Decimal:
    amount = admit(value, path)
    if amount >= 0 and 100 % amount.as_integer_ratio()[1] == 0:
        return amount
    raise InvalidValueError(
        code="not-rupiah",
        path=path,
        value=value,
        problem=("bukan jumlah rupiah sampai sen, nol atau lebih", "no amount of rupiah down to the sen, zero or more"),
        way_out=("Tulis misalnya 925896500", "Write for example 925896500"),
    )


def _ceiling(value: Number) -> Decimal:
    return _rupiah(value, "BudgetLine.ceiling")


def _realization(value: Number | None) -> Decimal | None:
    return None if value is None else _rupiah(value, "BudgetLine.realization")


def _parent(value: str | None) -> str | None:
    return none_or_text(value, "BudgetLine.parent")


def _version(value: str | None) -> str | None:
    return none_or_text(value, "BudgetLine.version")


def _targets(value: Iterable[str]) -> tuple[str, ...]:
    codes = (value,) if isinstance(value, str) else tuple_of(str, value, "BudgetLine.targets", "'IKU-1'")
    return tuple(require_text(code, "BudgetLine.targets") for code in codes)


@frozen
class BudgetLine:
    """Baris anggaran: a programme, an activity or a sub-activity, with its ceiling and what was spent.

    The lines of one document form a tree by their codes: the code of a part extends that of the whole by one or more
    parts after a dot. An amount is exact, in rupiah, with at most two decimals (sen).

    Attributes:
        code: Kode rekening, parts with dots between, such as ``1.02.02.2.01``.
        name: Nama program, kegiatan or sub kegiatan.
        kind: ``programme``, ``activity`` or ``sub_activity``.
        ceiling: Pagu.
        realization: Realisasi anggaran; None where it was not reported, which is not zero.
        parent: Code of the line that it is a part of, where that is stated; without it the nearest line whose code it
            extends.
        version: The budget document, such as ``DPA`` or, after a change, ``DPPA``.
        targets: Codes of the targets that the money serves.

    Raises:
        InvalidValueError: A code with blanks or empty parts, or one that does not extend its parent's; an amount below
            zero or of less than a sen; an unknown kind.

    Reference: PermenPANRB 53/2014, lampiran I (memory), on programmes and budget in the annex of the agreement; Kode
        aplikasi e-SAKIP daerah (secondary), on the codes.

    Examples:
        >>> line = BudgetLine("1.02.02", "Kesehatan", kind="programme", ceiling=230000000, realization=216006947)
        >>> line.absorption.value
        Decimal('93.92')
    """

    code: str = field(converter=_code)
    name: str = field(converter=_name)
    kind: BudgetKind = field(converter=_kind, kw_only=True)
    ceiling: Decimal = field(converter=_ceiling, kw_only=True)
    realization: Decimal | None = field(default=None, converter=_realization, kw_only=True)
    parent: str | None = field(default=None, converter=_parent, kw_only=True)
    version: str | None = field(default=None, converter=_version, kw_only=True)
    targets: tuple[str, ...] = field(default=(), converter=_targets, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if self.parent is not None and not self.code.startswith(f"{self.parent}."):
            raise InvalidValueError(
                code="budget-code-apart",
                path="BudgetLine.code",
                value=self.code,
                problem=(
                    f"kode {self.code} tidak melanjutkan kode induknya, {self.parent}",
                    f"the code {self.code} does not extend that of its parent, {self.parent}",
                ),
                way_out=(
                    f"Tulis kode seperti {self.parent}.01, atau perbaiki kode induknya",
                    f"Write a code such as {self.parent}.01, or correct the parent's",
                ),
            )

    __reduce__ = reduce_by_fields

    @property
    def absorption(self) -> Absorption:
        """Serapan anggaran: the line's own realization as a share of its ceiling."""
        return Absorption(self.ceiling, self.realization)
