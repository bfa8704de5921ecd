"""Keluaran: what an output achieved, and what its budget line says about the money."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from attrs import field, frozen

from sakip.base.kind import none_or, of_kind, tuple_of
from sakip.base.number import Number, admit
from sakip.base.rebuild import reduce_by_fields
from sakip.base.text import Text, none_or_text, require_text
from sakip.errors import InvalidValueError
from sakip.lifecycle.spending.power_product import PowerProduct
from sakip.model.budget import Budget
from sakip.model.budget_line import Absorption

__all__ = ["OUTPUT_REASONS", "Measured", "Output", "OutputReason"]

OutputReason = Literal[
    "no-budget",
    "not-realized",
    "ceiling-zero",
    "not-measured",
    "no-volume",
    "nothing-achieved",
    "nothing-spent",
    "row-by-row",
    "incomplete",
    "no-outputs",
]
OUTPUT_REASONS: tuple[tuple[OutputReason, Text], ...] = (
    ("no-budget", Text("keluaran ini tanpa anggaran", "the output has no budget")),
    ("not-realized", Text("realisasi anggaran belum dilaporkan", "the spending was not reported")),
    ("ceiling-zero", Text("pagunya nol", "the ceiling is zero")),
    ("not-measured", Text("capaian keluaran belum dilaporkan", "the achievement of the output was not reported")),
    ("no-volume", Text("volume keluaran tidak dinyatakan", "the volume of the output is not stated")),
    ("nothing-achieved", Text("tidak ada yang tercapai", "nothing was achieved")),
    ("nothing-spent", Text("tidak ada yang dibelanjakan", "nothing was spent")),
    ("row-by-row", Text("bentuk ini tidak menjumlahkan baris", "this form does not add rows up")),
    ("incomplete", Text("ada keluaran tanpa angka", "an output has no number")),
    ("no-outputs", Text("tidak ada keluaran", "there are no outputs")),
)
"""Alasan: why an output, or all of them, have no number."""


def _target(value: Number) -> Decimal:
    target = admit(value, "Measured.target")
    if target > 0:
        return target
    raise _below("Measured.target", value, ("target harus di atas nol", "the target must be above zero"))


def _realization(value: Number | None) -> Decimal | None:
    return _realized(value, "Measured.realization")


def _realized(value: Number | None, path: str) -> Decimal | None:
    return None if value is None else _not_negative(value, path)


def _not_negative(value: Number, path: str) -> Decimal:
    number = admit(value, path)
    if number >= 0:
        return number
    raise _below(path, value, ("angka di bawah nol", "a number below zero"))


def _below(path: str, value: object, problem: tuple[str, str]) -> InvalidValueError:
    way_out = ("Tulis angka di atas nol, atau None bila belum ada", "Write a number above zero, or None for none yet")
    return InvalidValueError(code="output-negative", path=path, value=value, problem=problem, way_out=way_out)


@frozen
class Measured:
    """Ukuran keluaran: a volume or a quality of an output, realized against its target, of which more is better.

    Attributes:
        target: TVK or TIKK, above zero.
        realization: RVK or RIKK; None where it was not reported, which is not zero.

    Raises:
        InvalidValueError: A target that is not above zero, or a realization below zero.

    Examples:
        >>> Measured(10, 9).ratio
        Fraction(9, 10)
    """

    target: Decimal = field(converter=_target)
    realization: Decimal | None = field(converter=_realization)

    __reduce__ = reduce_by_fields

    @property
    def ratio(self) -> Fraction | None:
        """Rasio: realization over target; None where nothing was reported."""
        return None if self.realization is None else Fraction(self.realization) / Fraction(self.target)


def _code(value: str) -> str:
    return require_text(value, "Output.code")


def _name(value: str) -> str:
    return require_text(value, "Output.name")


def _programme(value: str | None) -> str | None:
    return none_or_text(value, "Output.programme")


def _volume(value: Measured | None) -> Measured | None:
    return none_or(Measured, value, "Output.volume", "Measured(10, 9)")


def _indicators(value: Iterable[Measured]) -> tuple[Measured, ...]:
    return tuple_of(Measured, value, "Output.indicators", "Measured(10, 9)")


def _stated(value: Number | None) -> Decimal | None:
    return None if value is None else _not_negative(value, "Output.stated")


def _money(value: Absorption | None) -> Absorption | None:
    example = "BudgetLine('1.02', 'Kesehatan', kind='programme', ceiling=100).absorption"
    money = none_or(Absorption, value, "Output.money", example)
    if money is not None:
        _not_negative(money.ceiling, "Output.money.ceiling")
        _realized(money.realization, "Output.money.realization")
    return money


@frozen
class Output:
    """Keluaran: one output with its achievement, and the ceiling and the spending of its budget line.

    Its achievement is the ratio of its volume times the geometric mean of the ratios of its indicators, as far as
    it has either; or one that is stated. The money is what the budget says and nothing else: it is never made of the
    achievement, nor the achievement of the money.

    Attributes:
        code: Kode.
        name: Nama.
        programme: The programme that it belongs to, where programmes are averaged before the whole.
        volume: Volume keluaran.
        indicators: Indikator kinerja keluaran.
        stated: An achievement in percent, where its measures are not known.
        money: Pagu (PAK) and spending (RAK); None where the output has no budget.

    Raises:
        InvalidValueError: A field of another kind, or an achievement both stated and measured.

    Reference: PMK 214/PMK.02/2017, lampiran (read), in part; PMK 22/PMK.02/2021, lampiran (read), in part.

    Examples:
        >>> from sakip import Absorption
        >>> output = Output("KK-1", "Jalan", volume=Measured(10, 9), money=Absorption(Decimal(100), Decimal(92)))
        >>> output.achievement
        Decimal('90.00')
    """

    code: str = field(converter=_code)
    name: str = field(converter=_name)
    programme: str | None = field(default=None, converter=_programme, kw_only=True)
    volume: Measured | None = field(default=None, converter=_volume, kw_only=True)
    indicators: tuple[Measured, ...] = field(default=(), converter=_indicators, kw_only=True)
    stated: Decimal | None = field(default=None, converter=_stated, kw_only=True)
    money: Absorption | None = field(default=None, converter=_money, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if self.stated is not None and (self.volume is not None or self.indicators):
            raise InvalidValueError(
                code="two-achievements",
                path="Output.stated",
                value=self.stated,
                problem=(
                    "capaian dinyatakan dan sekaligus dihitung dari ukurannya",
                    "the achievement is stated and computed from measures as well",
                ),
                way_out=("Pilih salah satu", "Choose one of them"),
            )

    __reduce__ = reduce_by_fields

    @classmethod
    def of_line(
        cls,
        budget: Budget,
        code: str,
        *,
        programme: str | None = None,
        volume: Measured | None = None,
        indicators: Iterable[Measured] = (),
        stated: Number | None = None,
    ) -> "Output":
        """Dari baris anggaran: an output with the code, the name and the money of a line of the budget.

        A line that does not say what was spent has the sum of its parts, as in `sakip.Budget.realized`.

        Raises:
            UnknownCodeError: The budget has no such line.
            InvalidValueError: As for any output.

        Examples:
            >>> from sakip import Budget, BudgetLine
            >>> line = BudgetLine("1.02", "Kesehatan", kind="programme", ceiling=100, realization=92)
            >>> Output.of_line(Budget([line]), "1.02", stated=100).money.value
            Decimal('92.00')
        """
        line = of_kind(Budget, budget, "Output.of_line.budget", "Budget(lines)")[code]
        return cls(
            line.code,
            line.name,
            programme=programme,
            volume=volume,
            indicators=indicators,
            stated=stated,
            money=budget.absorption(line.code),
        )

    @property
    def exact(self) -> PowerProduct | None:
        """Capaian tepat: the achievement as a ratio, before any rounding; None where it is not known."""
        if self.stated is not None:
            return PowerProduct.of(Fraction(self.stated) / 100)
        given = [one.ratio for one in (*self.indicators, *(() if self.volume is None else (self.volume,)))]
        ratios = [ratio for ratio in given if ratio is not None]
        if not given or len(ratios) < len(given):
            return None
        measures = [PowerProduct.of(ratio) for ratio in ratios[: len(self.indicators)]]
        if self.volume is None:
            return PowerProduct.mean(measures)
        return PowerProduct.mean(measures).times(ratios[-1]) if measures else PowerProduct.of(ratios[-1])

    @property
    def achievement(self) -> Decimal | None:
        """Capaian keluaran (CK): in percent with two decimals, halves away from zero; None where it is not known."""
        return None if self.exact is None else self.exact.percent(2)
