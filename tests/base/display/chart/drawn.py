"""What a test sees in a picture."""

import re
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree as ET

from sakip.base.display.chart.measure import room_for

SVG = "{http://www.w3.org/2000/svg}"


def parsed(svg: str) -> ET.Element:
    """The document, after what every picture owes its reader was looked at."""
    root = ET.fromstring(svg)  # noqa: S314 - our own output
    assert root.tag == f"{SVG}svg"
    assert root.get("role") == "img"
    named = [root.find(f"{SVG}title"), root.find(f"{SVG}desc")]
    assert root.get("aria-labelledby", "").split() == [one.get("id") for one in named if one is not None]
    assert root.get("viewBox") == f"0 0 {root.get('width')} {root.get('height')}"
    inside = svg.replace('xmlns="http://www.w3.org/2000/svg"', "")
    assert not re.search(r"<script|<image|<foreignObject|href=|url\(|@import|@font-face|\son\w+=\"", inside)
    return root


def texts(root: ET.Element) -> list[str]:
    """Every line that is written in the picture, without what only shows under a pointer."""
    return ["".join(one.itertext()) for one in root.iter(f"{SVG}text")]


def told(root: ET.Element) -> list[str]:
    """What shows under a pointer."""
    return [one.text or "" for group in root.iter(f"{SVG}g") for one in group.findall(f"{SVG}title")]


def of_class(root: ET.Element, name: str) -> list[ET.Element]:
    """The marks of a class."""
    return [one for one in root.iter() if one.get("class") == name]


def extents(root: ET.Element) -> Iterator[tuple[str, int, int]]:
    """Each line of text with where it begins and ends."""
    for text in root.iter(f"{SVG}text"):
        lines = [text.text or "", *(one.text or "" for one in text)]
        size, bold = int(text.get("font-size", 14)), text.get("font-weight") == "bold"
        assert size >= 14  # 360 pixels of a phone for 400 of the picture leave at least 12
        for line in lines:
            room, x = room_for(line, size=size, bold=bold), float(text.get("x", 0))
            begin = {"end": x - room, "middle": x - room / 2}.get(text.get("text-anchor", ""), x)
            yield line, round(begin), round(begin + room)


def assert_within(root: ET.Element) -> None:
    """No text runs out of the picture."""
    width = int(root.get("width", 0))
    outside = [(line, begin, end) for line, begin, end in extents(root) if begin < -1 or end > width + 1]
    assert outside == []
    height = float(root.get("height", 0))
    for text in root.iter(f"{SVG}text"):
        top = float(text.get("y", 0))
        bottom = top + sum(int(line.get("dy", 0)) for line in text)
        assert 10 <= top <= bottom <= height - 3, text.text


def numbers(path: Any) -> list[float]:
    """The coordinates of a path."""
    return [float(found) for found in re.findall(r"-?\d+(?:\.\d)?", path.get("d"))]
