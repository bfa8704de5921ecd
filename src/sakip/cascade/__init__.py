"""Kaskade: whether lower promises carry the higher ones, with what is wrong, why, by how much and what to change."""

from sakip.cascade.attribution import Attribution
from sakip.cascade.cascade import Cascade
from sakip.cascade.catalogue import CATALOGUE
from sakip.cascade.change import Change
from sakip.cascade.check import Check, Hit
from sakip.cascade.comparing import Recurring, ReportDiff, Seen
from sakip.cascade.document import BudgetDocument
from sakip.cascade.finding import CascadeFinding
from sakip.cascade.hypotheses import Hypothesis
from sakip.cascade.incremental import revalidate
from sakip.cascade.ledger import Entry, Ledger
from sakip.cascade.link import Group, Link
from sakip.cascade.metrics import CascadeMetrics, CriterionCount, LevelCoverage
from sakip.cascade.node import Node, NodeFacts
from sakip.cascade.post import Post
from sakip.cascade.profile import KEMENKEU, KL, PEMDA, Profile
from sakip.cascade.proposing import Proposal, Proposals, propose_links
from sakip.cascade.record import cascade_from_dict, cascade_to_dict
from sakip.cascade.repair import Correction, Repair
from sakip.cascade.report import CascadeReport
from sakip.cascade.rows import LinkReading, links_from_rows
from sakip.cascade.settings import Settings
from sakip.cascade.suppression import Suppression
from sakip.cascade.trace import Trace
from sakip.cascade.tree import CascadeTree
from sakip.cascade.validation import validate
from sakip.cascade.what_if import WhatIf

__all__ = [
    "CATALOGUE",
    "KEMENKEU",
    "KL",
    "PEMDA",
    "Attribution",
    "BudgetDocument",
    "Cascade",
    "CascadeFinding",
    "CascadeMetrics",
    "CascadeReport",
    "CascadeTree",
    "Change",
    "Check",
    "Correction",
    "CriterionCount",
    "Entry",
    "Group",
    "Hit",
    "Hypothesis",
    "Ledger",
    "LevelCoverage",
    "Link",
    "LinkReading",
    "Node",
    "NodeFacts",
    "Post",
    "Profile",
    "Proposal",
    "Proposals",
    "Recurring",
    "Repair",
    "ReportDiff",
    "Seen",
    "Settings",
    "Suppression",
    "Trace",
    "WhatIf",
    "cascade_from_dict",
    "cascade_to_dict",
    "links_from_rows",
    "propose_links",
    "revalidate",
    "validate",
]
