"""Tampilan: tables and trees as text for a terminal and as HTML for a notebook."""

from sakip.base.display.table import Align, Column, Table
from sakip.base.display.tree import Tree

__all__ = ["Align", "Column", "Table", "Tree"]
