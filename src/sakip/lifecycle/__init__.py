"""Daur kinerja: what happens in the course of a year: people who come and go, and what falls due."""

from sakip.lifecycle.agenda import Agenda, AgendaItem, Due, schedule, standing
from sakip.lifecycle.charge import Accountability, Charge, accountability
from sakip.lifecycle.portion import Portion, joined
from sakip.lifecycle.regime import Deadline, Moved, Regime, Timing
from sakip.lifecycle.regimes import BENGKULU, KENDAL, NATIONAL, YOGYAKARTA
from sakip.lifecycle.remaining import Remaining, remaining_target
from sakip.lifecycle.succession import Stretch, Succession
from sakip.lifecycle.transfer import Handover, handover

__all__ = [
    "BENGKULU",
    "KENDAL",
    "NATIONAL",
    "YOGYAKARTA",
    "Accountability",
    "Agenda",
    "AgendaItem",
    "Charge",
    "Deadline",
    "Due",
    "Handover",
    "Moved",
    "Portion",
    "Regime",
    "Remaining",
    "Stretch",
    "Succession",
    "Timing",
    "accountability",
    "handover",
    "joined",
    "remaining_target",
    "schedule",
    "standing",
]
