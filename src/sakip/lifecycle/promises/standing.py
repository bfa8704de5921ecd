"""Kedudukan janji: how one promise, one duty or one agreement stands, and how many of all do."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from attrs import field, frozen

from sakip.base.notation import format_number
from sakip.base.number import admit_whole, decimal_of_fraction
from sakip.base.rebuild import reduce_by_fields
from sakip.base.text import Lang, Text, require_lang
from sakip.lifecycle.promises.citation import Citation
from sakip.lifecycle.promises.document import Item
from sakip.lifecycle.promises.duty import Duty
from sakip.lifecycle.promises.likeness import is_party
from sakip.model.agreement import Agreement
from sakip.model.target import Target

__all__ = ["AgreementStanding", "CoverageCount", "DutyStanding", "PromiseStanding", "PromiseState"]

_MOST = 10**18
PromiseState = Literal["done", "done_late", "late", "open", "undated"]
"""Keadaan: kept in time or late, late and not kept, not due yet or not known, or without a deadline and not kept."""


def _count(value: int) -> int:
    return admit_whole(value, "CoverageCount.count", low=0, high=_MOST)


def _size(value: int) -> int:
    return admit_whole(value, "CoverageCount.size", low=0, high=_MOST)


@frozen
class CoverageCount:
    """Cakupan: how many of how many, exact; of nothing there is no share.

    Attributes:
        count: How many.
        size: Of how many.

    Raises:
        InvalidValueError: No whole numbers from 0, or more than there are.

    Examples:
        >>> CoverageCount(20, 33).text(), CoverageCount(0, 0).percent
        ('20 dari 33 (60,61 %)', None)
    """

    count: int = field(converter=_count)
    size: int = field(converter=_size)

    __reduce__ = reduce_by_fields

    def __attrs_post_init__(self) -> None:
        admit_whole(self.count, "CoverageCount.count", low=0, high=self.size)

    @property
    def exact(self) -> Fraction | None:
        """Bagian tepat: the share as a fraction."""
        return Fraction(self.count, self.size) if self.size else None

    @property
    def percent(self) -> Decimal | None:
        """Persen: the share in percent with two decimals, halves away from zero."""
        return None if self.exact is None else decimal_of_fraction(100 * self.exact, 2)

    def text(self, lang: Lang = "id") -> str:
        """Teks cakupan: ``20 dari 33 (60,61 %)``."""
        require_lang(lang)
        percent = "–" if self.exact is None else f"{format_number(100 * self.exact, decimals=2, lang=lang)} %"
        words = Text("{count} dari {size} ({percent})", "{count} of {size} ({percent})")
        return words.render(lang, {"count": self.count, "size": self.size, "percent": percent})


@frozen(kw_only=True)
class PromiseStanding:
    """Kedudukan janji: one promise or target of a plan, who has signed for it, and how late it is.

    Attributes:
        document: Code of the plan.
        item: Janji or target rencana.
        citations: Who cites it, in agreements that count, with a target that shows it.
        dropped: Agreements that cite it and in whose place others stand.
        done_on: When it was kept; None where it is not, or not by the day that is looked at.
        as_of: The day that is looked at; None where no day was stated.
    """

    document: str
    item: Item
    citations: tuple[Citation, ...]
    dropped: tuple[str, ...]
    done_on: date | None
    as_of: date | None

    __reduce__ = reduce_by_fields

    @property
    def code(self) -> str:
        """Kode: that of the item."""
        return self.item.code

    @property
    def is_covered(self) -> bool:
        """Tercakup: whether a target of an agreement that counts serves it."""
        return bool(self.citations)

    @property
    def agreements(self) -> tuple[str, ...]:
        """Perjanjian: codes of the agreements that cite it."""
        return tuple(dict.fromkeys(one.agreement for one in self.citations))

    @property
    def targets(self) -> tuple[str, ...]:
        """Target: codes of the indicators that cite it themselves."""
        return tuple(dict.fromkeys(one.target for one in self.citations if one.target is not None))

    @property
    def unsigned_by(self) -> tuple[str, ...]:
        """Belum menandatangani: who is responsible, but no agreement of theirs carries it, whoever else may have."""
        parties = dict.fromkeys(one.party for one in self.citations)
        return tuple(name for name in self.item.offices if not any(is_party(name, party) for party in parties))

    @property
    def days(self) -> int | None:
        """Hari terlambat: signed days of delay; below zero is early, None is not known yet or has no deadline."""
        due, until = self.item.due, self.done_on or self.as_of
        if due is None or until is None or (self.done_on is None and until <= due):
            return None
        return (until - due).days

    @property
    def state(self) -> PromiseState:
        """Keadaan: ``done``, ``done_late``, ``late``, ``open`` or ``undated``."""
        days = self.days
        if self.done_on is not None:
            return "done_late" if days is not None and days > 0 else "done"
        if self.item.due is None:
            return "undated"
        return "open" if days is None else "late"


@frozen
class DutyStanding:
    """Kedudukan tupoksi: one duty, and the indicators of its holder that show it.

    Attributes:
        duty: Tupoksi.
        citations: What cites it in agreements of its holder, through an indicator.
        others: What cites it elsewhere, or through an objective without an indicator.
    """

    duty: Duty
    citations: tuple[Citation, ...]
    others: tuple[Citation, ...]

    __reduce__ = reduce_by_fields

    @property
    def is_covered(self) -> bool:
        """Tercakup: whether an indicator of its holder shows it."""
        return bool(self.citations)


@frozen
class AgreementStanding:
    """Kedudukan perjanjian: which promises an agreement serves, and which of its targets serve none.

    Attributes:
        agreement: The agreement.
        serves: Pairs of a plan and an item that it cites, in the order of the agreement.
        unserving: The targets that serve no promise, neither themselves nor through their objective.
    """

    agreement: Agreement
    serves: tuple[tuple[str, str], ...]
    unserving: tuple[Target, ...]

    __reduce__ = reduce_by_fields

    @property
    def serves_any(self) -> bool:
        """Melayani janji: whether it serves any promise or target of a plan."""
        return bool(self.serves)
