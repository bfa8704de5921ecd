"""Aturan panel: how the ratings of a team become one number."""

from decimal import Decimal

from attrs import field, frozen

from sakip.base.kind import none_or
from sakip.base.number import Number, admit, admit_whole
from sakip.base.rebuild import reduce_by_fields
from sakip.base.reference import Reference
from sakip.base.text import Lang, Text, require_text
from sakip.errors import InvalidValueError

__all__ = ["PanelRule"]

_WIDEST = 10**9


def _rule_id(value: str) -> str:
    return require_text(value, "PanelRule.id")


def _low(value: Number) -> Decimal:
    return admit(value, "PanelRule.low")


def _high(value: Number) -> Decimal:
    return admit(value, "PanelRule.high")


def _trim(value: int) -> int:
    return admit_whole(value, "PanelRule.trim", low=0, high=1000)


def _minimum(value: int) -> int:
    return admit_whole(value, "PanelRule.minimum", low=1, high=10_000)


def _digits(value: int) -> int:
    return admit_whole(value, "PanelRule.digits", low=0, high=6)


def _tolerance(value: Number | None) -> Decimal | None:
    tolerance = None if value is None else admit(value, "PanelRule.tolerance")
    if tolerance is None or tolerance >= 0:
        return tolerance
    raise InvalidValueError(
        code="tolerance-negative",
        path="PanelRule.tolerance",
        value=value,
        problem=("selisih yang ditoleransi di bawah nol", "the tolerated distance is below zero"),
        way_out=("Tulis 0 atau lebih, atau kosongkan", "Write 0 or more, or leave it out"),
    )


def _reference(value: Reference | None) -> Reference | None:
    return none_or(Reference, value, "PanelRule.reference", "Reference('Perbup 1/2026', certainty='read')")


@frozen
class PanelRule:
    """Aturan panel: how the ratings of a team become one number; no rule of the state gives one, so it is declared.

    Attributes:
        id: Stable name.
        low, high: The scale of a rating, both ends included; neither beyond a thousand million.
        trim: How many of the lowest and as many of the highest ratings are left out before the mean; 0 is the plain
            mean.
        minimum: The least number of raters; with fewer there is no score.
        tolerance: How far apart the lowest and the highest rating may be without a remark; None for any distance.
        digits: Decimals of the rounded value.
        reference: Where the rule comes from.

    Raises:
        InvalidValueError: A scale upside down, a tolerance below zero, or so many left out that nothing of the least
            panel remains.

    Examples:
        >>> rule = PanelRule("inovasi", low=0, high=100, trim=1, minimum=5, tolerance=20)
        >>> print(rule.text("id"))
        rata-rata tanpa 1 nilai terendah dan 1 nilai tertinggi, sedikitnya 5 penilai, skala 0 sampai 100
    """

    id: str = field(converter=_rule_id)
    low: Decimal = field(converter=_low, kw_only=True)
    high: Decimal = field(converter=_high, kw_only=True)
    trim: int = field(converter=_trim, kw_only=True)
    minimum: int = field(converter=_minimum, kw_only=True)
    tolerance: Decimal | None = field(default=None, converter=_tolerance, kw_only=True)
    digits: int = field(default=2, converter=_digits, kw_only=True)
    reference: Reference | None = field(default=None, converter=_reference, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if not -_WIDEST <= self.low < self.high <= _WIDEST:
            raise InvalidValueError(
                code="panel-scale",
                path="PanelRule.low",
                value=self.low,
                problem=("skala terbalik, tanpa isi atau terlalu lebar", "the scale is upside down, empty or too wide"),
                way_out=("Tulis misalnya low=0, high=100", "Write for example low=0, high=100"),
            )
        if 2 * self.trim >= self.minimum:
            raise InvalidValueError(
                code="panel-trim",
                path="PanelRule.trim",
                value=self.trim,
                problem=(
                    f"dari {self.minimum} penilai tidak ada yang tersisa",
                    f"nothing remains of {self.minimum} raters",
                ),
                way_out=(
                    f"Wajibkan sedikitnya {2 * self.trim + 1} penilai, atau kurangi trim",
                    f"Ask for at least {2 * self.trim + 1} raters, or lower trim",
                ),
            )

    __reduce__ = reduce_by_fields

    def text(self, lang: Lang = "id") -> str:
        """Teks aturan: how one number is made, in words."""
        mean = (
            Text(
                "rata-rata tanpa {trim} nilai terendah dan {trim} nilai tertinggi",
                "mean without the lowest and the highest ratings, {trim} each",
            )
            if self.trim
            else Text("rata-rata", "mean")
        )
        words = Text(
            "{mean}, sedikitnya {minimum} penilai, skala {low} sampai {high}",
            "{mean}, at least {minimum} raters, scale {low} to {high}",
        )
        said = mean.render(lang, {"trim": self.trim})
        return words.render(lang, {"mean": said, "minimum": self.minimum, "low": self.low, "high": self.high})
