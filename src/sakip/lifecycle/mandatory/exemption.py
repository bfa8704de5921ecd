"""Pengecualian: an office that need not promise an indicator, and why."""

from collections.abc import Iterable
from datetime import date

from attrs import field, frozen

from sakip.base.kind import listed, none_or, none_or_day
from sakip.base.rebuild import reduce_by_fields
from sakip.base.reference import Reference
from sakip.base.text import require_text

__all__ = ["Exemption"]


def _office(value: str) -> str:
    return require_text(value, "Exemption.office").strip()


def _reason(value: str) -> str:
    return require_text(value, "Exemption.reason")


def _indicators(value: Iterable[str]) -> tuple[str, ...]:
    codes = listed(value, "Exemption.indicators", "'MCP'")
    return tuple(require_text(code, f"Exemption.indicators[{at}]") for at, code in enumerate(codes))


def _until(value: date | None) -> date | None:
    return none_or_day(value, "Exemption.until")


def _basis(value: Reference | None) -> Reference | None:
    return none_or(Reference, value, "Exemption.basis", "Reference('SK Gubernur 12/2022', certainty='read')")


@frozen
class Exemption:
    """Pengecualian: an office that need not promise some mandatory indicators, with the reason.

    Attributes:
        office: The office, as its agreements name it; without an office, the position.
        reason: Why. An exemption without a reason cannot be written down.
        indicators: Codes of the indicators; empty for all of the set.
        until: The last day on which it holds; None where it has no end.
        basis: The document that grants it.

    Raises:
        InvalidValueError: An empty text, or a field of another kind.

    Examples:
        >>> exempt = Exemption("Inspektorat", "Menilai MCP perangkat daerah lain", indicators=["MCP"])
        >>> exempt.covers("Inspektorat", "MCP"), exempt.covers("Inspektorat", "SERAPAN")
        (True, False)
    """

    office: str = field(converter=_office)
    reason: str = field(converter=_reason)
    indicators: tuple[str, ...] = field(default=(), converter=_indicators, kw_only=True)
    until: date | None = field(default=None, converter=_until, kw_only=True)
    basis: Reference | None = field(default=None, converter=_basis, kw_only=True)

    __reduce__ = reduce_by_fields

    def covers(self, office: str, code: str) -> bool:
        """Mencakup: whether it is about an office and an indicator, on whatever day."""
        return self.office == office and (not self.indicators or code in self.indicators)

    def holds(self, day: date) -> bool:
        """Berlaku: whether it has not ended on a day.

        Examples:
            >>> half = Exemption("Inspektorat", "Baru dibentuk", until=date(2022, 6, 30))
            >>> half.holds(date(2022, 6, 30)), half.holds(date(2022, 7, 1))
            (True, False)
        """
        return self.until is None or day <= self.until
