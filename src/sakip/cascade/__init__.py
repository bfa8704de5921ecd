"""Kaskade: whether lower promises carry the higher ones, with what is wrong, why, by how much and what to change."""

from sakip.cascade.case.check import Check, Hit
from sakip.cascade.case.view import CaseView, CellView, GraphView
from sakip.cascade.causes.hypotheses import Hypothesis
from sakip.cascade.checks.catalogue import CATALOGUE
from sakip.cascade.explaining.attribution import Attribution
from sakip.cascade.explaining.trace import Trace
from sakip.cascade.explaining.what_if import WhatIf
from sakip.cascade.graph.change import Change
from sakip.cascade.incremental import revalidate
from sakip.cascade.inputs.cascade import Cascade
from sakip.cascade.inputs.document import BudgetDocument
from sakip.cascade.inputs.link import Group, Link
from sakip.cascade.inputs.node import Node, NodeFacts
from sakip.cascade.inputs.post import Post
from sakip.cascade.inputs.profile import KEMENKEU, KL, PEMDA, Profile
from sakip.cascade.inputs.suppression import Suppression
from sakip.cascade.linking.proposing import Proposal, Proposals, propose_links
from sakip.cascade.linking.rows import LinkReading, links_from_rows
from sakip.cascade.mending.repair import Correction, Repair
from sakip.cascade.picture.tree import CascadeTree
from sakip.cascade.report.comparing import Recurring, ReportDiff, Seen
from sakip.cascade.report.metrics import CascadeMetrics, CriterionCount, LevelCoverage
from sakip.cascade.report.record import cascade_from_dict, cascade_to_dict
from sakip.cascade.report.report import CascadeReport
from sakip.cascade.report.settings import Settings
from sakip.cascade.validation import validate
from sakip.cascade.verdicts.finding import CascadeFinding
from sakip.cascade.verdicts.ledger import Entry, Ledger

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
    "CaseView",
    "CellView",
    "Change",
    "Check",
    "Correction",
    "CriterionCount",
    "Entry",
    "GraphView",
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
