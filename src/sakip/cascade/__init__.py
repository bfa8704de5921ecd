"""Kaskade: whether lower promises carry the higher ones, with what is wrong, why, by how much and what to change."""

from sakip.cascade.cascade import Cascade
from sakip.cascade.catalogue import CATALOGUE
from sakip.cascade.check import Check, Hit
from sakip.cascade.document import BudgetDocument
from sakip.cascade.finding import CascadeFinding
from sakip.cascade.link import Group, Link
from sakip.cascade.node import Node, NodeFacts
from sakip.cascade.post import Post
from sakip.cascade.profile import KEMENKEU, KL, PEMDA, Profile
from sakip.cascade.proposing import Proposal, Proposals, propose_links
from sakip.cascade.report import CascadeReport
from sakip.cascade.rows import LinkReading, links_from_rows
from sakip.cascade.suppression import Suppression
from sakip.cascade.validation import validate

__all__ = [
    "CATALOGUE",
    "KEMENKEU",
    "KL",
    "PEMDA",
    "BudgetDocument",
    "Cascade",
    "CascadeFinding",
    "CascadeReport",
    "Check",
    "Group",
    "Hit",
    "Link",
    "LinkReading",
    "Node",
    "NodeFacts",
    "Post",
    "Profile",
    "Proposal",
    "Proposals",
    "Suppression",
    "links_from_rows",
    "propose_links",
    "validate",
]
