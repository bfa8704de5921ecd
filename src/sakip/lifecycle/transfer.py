"""Serah terima: what is left of every target of an agreement when its official changes."""

from collections.abc import Iterable
from typing import Any

from attrs import frozen

from sakip.base.display import Column, Table
from sakip.base.finding import Report
from sakip.base.interval import Interval
from sakip.base.kind import of_kind, tuple_of
from sakip.base.number import RoundingMode
from sakip.base.rebuild import reduce_by_fields
from sakip.base.text import Lang, Text, require_lang
from sakip.errors import InputError, InvalidValueError
from sakip.lifecycle.remaining import Left, Remaining, remaining_target, still, written, year_of
from sakip.model.agreement import Agreement
from sakip.model.checking import check
from sakip.model.indicator import Level
from sakip.model.period import Period
from sakip.model.realization import Realization

__all__ = ["Handover", "handover", "require_sound"]

_REALIZATION = "Realization('IKU-1', 80)"
_AGREEMENT = "Agreement('PK-1', year=2025, first_party=..., objectives=[...])"


@frozen
class Handover:
    """Serah terima: what is left of every target of an agreement for whoever takes office after a period.

    Attributes:
        agreement: The agreement.
        through: The last period of the predecessor.
        remaining: Sisa target, in the order of the agreement.
    """

    agreement: Agreement
    through: Period
    remaining: tuple[Remaining, ...]

    __reduce__ = reduce_by_fields

    def rows(self, lang: Lang = "id") -> list[dict[str, Any]]:
        """Baris serah terima: one dict a target, with exact numbers as text.

        Its keys are ``code``, ``target``, ``delivered``, ``remaining`` (the exact value), ``rounded`` (a Decimal),
        ``to_do``, ``planned``, ``left`` (codes of the remaining periods) and ``reason`` (a code, or None).

        Raises:
            InvalidValueError: An unknown language.
        """
        require_lang(lang)
        return [
            {
                "code": one.code,
                "target": written(still(one.target.value), lang),
                "delivered": None if one.delivered is None else _plain(one.delivered),
                "remaining": None if one.value is None else _plain(one.value),
                "rounded": one.rounded,
                "to_do": None if one.to_do is None else str(one.to_do),
                "planned": None if one.planned is None else str(one.planned),
                "left": [period.code for period in one.left],
                "reason": None if one.reason is None else one.reason.code,
            }
            for one in self.remaining
        ]

    def table(self, lang: Lang = "id") -> Table:
        """Tabel serah terima: one row a target."""
        require_lang(lang)
        words = {"code": self.agreement.code, "period": self.through.label(lang)}
        return Table(
            title=Text("Sisa target {code} setelah {period}", "Remaining targets of {code} after {period}").render(
                lang, words
            ),
            columns=[
                Column(Text("Kode", "Code").render(lang)),
                Column(Text("Target setahun", "Target of the year").render(lang), "right"),
                Column(Text("Sudah dicapai", "Delivered").render(lang), "right"),
                Column(Text("Target pengganti", "Target of the successor").render(lang), "right"),
                Column(Text("Masih harus ditambah", "Still to be added").render(lang), "right"),
                Column(Text("Catatan", "Remark").render(lang)),
            ],
            rows=[
                (
                    one.code,
                    written(still(one.target.value), lang),
                    written(one.delivered, lang),
                    "" if one.value is None else one.text(lang),
                    one.to_do_text(lang),
                    "" if one.reason is None else one.reason.text(lang),
                )
                for one in self.remaining
            ],
        )

    def text(self, lang: Lang = "id", *, width: int | None = None) -> str:
        """Teks serah terima: the table for a terminal, 80 columns wide unless another width is given.

        Raises:
            InvalidValueError: Another language, or a width that is not 20 to 1,000.
        """
        return self.table(lang).text(width)

    def _repr_html_(self) -> str:
        return self.table().html()


def _plain(value: Left) -> str:
    return value.text("en") if isinstance(value, Interval) else value.name if isinstance(value, Level) else str(value)


def handover(
    agreement: Agreement,
    realizations: Iterable[Realization],
    *,
    through: Period,
    digits: int | None = None,
    mode: RoundingMode = "half_up",
) -> Handover:
    """Serah terima: what is left of every target when the official changes; see `remaining_target`.

    Raises:
        InputError: The agreement and its data have blocking findings; the error carries the whole report.
        InvalidValueError: An argument of another kind, or a period outside the agreement's year or at its end.

    Examples:
        >>> from sakip import Agreement, Indicator, Objective, Party, Period, Realization, Target
        >>> wells = Indicator("IKU-2", "Jumlah sumur", polarity="maximize", consolidation="sum")
        >>> agreement = Agreement(
        ...     "PK-1", year=2024, first_party=Party("Camat"), objectives=[Objective("Air", [Target(wells, 100)])]
        ... )
        >>> half = Period.half_year(2024, 1)
        >>> left = handover(agreement, [Realization("IKU-2", 45, period=half)], through=half)
        >>> [one.text() for one in left.remaining]
        ['55']
    """
    of_kind(Agreement, agreement, "handover.agreement", _AGREEMENT)
    given = tuple_of(Realization, realizations, "handover.realizations", _REALIZATION)
    require_sound(agreement, given)
    if year_of(through, "handover.through") != agreement.period:
        raise InvalidValueError(
            code="period-outside-year",
            path="handover.through",
            value=through,
            problem=("periode ini di luar tahun perjanjian", "this period is outside the agreement's year"),
            way_out=(
                f"Berikan periode dalam {agreement.period.label('id')}",
                f"Give a period of {agreement.period.label('en')}",
            ),
        )
    left = (remaining_target(target, given, through=through, digits=digits, mode=mode) for target in agreement.targets)
    return Handover(agreement, through, tuple(left))


def require_sound(agreement: Agreement, realizations: tuple[Realization, ...]) -> None:
    """Masukan sah: refuse an agreement and its data where they have blocking findings.

    Raises:
        InputError: With the whole report.
    """
    report = check(agreement, realizations)
    if report.blocking:
        blocking = Report(report.blocking)
        raise InputError(
            code="input-refused",
            path=f"agreement[{agreement.code}]",
            problem=(blocking.brief("id"), blocking.brief("en")),
            way_out=("Perbaiki temuan itu lebih dahulu", "Repair these findings first"),
            report=report,
        )
