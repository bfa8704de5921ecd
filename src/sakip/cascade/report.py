"""Laporan kaskade: what the validator found, what it looked at, and what can be asked of it."""

from datetime import date
from typing import Any

from attrs import field, frozen

from sakip.base.display import Column, Table
from sakip.base.finding import Severity
from sakip.base.text import Lang, Text, require_lang
from sakip.cascade.cascade import Cascade
from sakip.cascade.case import Case
from sakip.cascade.check import Check
from sakip.cascade.finding import CascadeFinding
from sakip.cascade.ledger import Ledger
from sakip.cascade.profile import Profile
from sakip.cascade.span import Rounded
from sakip.cascade.suppression import Suppression
from sakip.model.period import Period

__all__ = ["CascadeReport"]


@frozen(eq=False)
class CascadeReport:
    """Laporan kaskade: findings, ledger and the cascade itself, which can be asked further."""

    cascade: Cascade = field(kw_only=True)
    as_of: date = field(kw_only=True)
    profile: Profile = field(kw_only=True)
    through: Period | None = field(kw_only=True)
    rounded: Rounded = field(kw_only=True)
    checks: tuple[Check, ...] = field(kw_only=True, repr=False)
    suppressions: tuple[Suppression, ...] = field(kw_only=True)
    findings: tuple[CascadeFinding, ...] = field(kw_only=True, repr=False)
    ledger: Ledger = field(kw_only=True, repr=False)
    case: Case = field(kw_only=True, repr=False)

    @property
    def ok(self) -> bool:
        """Lolos: no error that counts, nothing unknown, and numbers were compared at all."""
        return False

    def text(self, lang: Lang = "id") -> str:
        """Teks laporan: for a terminal."""
        return "\n".join(f"{finding.code} {finding.subject}: {finding.text(lang)}" for finding in self.findings)
