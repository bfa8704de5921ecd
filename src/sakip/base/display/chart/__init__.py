"""Gambar: bars, lines, heat tables and outlines as SVG and HTML that stand alone, each with its table in words."""

from sakip.base.display.chart.bars import Bar, Bars
from sakip.base.display.chart.heat import Heat, HeatCell
from sakip.base.display.chart.lines import Lines, Series
from sakip.base.display.chart.outline import Outline, OutlineItem
from sakip.base.display.chart.tone import tone_of

__all__ = ["Bar", "Bars", "Heat", "HeatCell", "Lines", "Outline", "OutlineItem", "Series", "tone_of"]
