"""Pemeriksaan timing."""

from sakip.cascade.check import Check

__all__ = ["CHECKS"]

CHECKS: tuple[Check, ...] = ()
