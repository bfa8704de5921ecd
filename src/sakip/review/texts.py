"""Temuan teks: cells of words that would upset what is printed, or that say nothing that is known."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from sakip.base.control import CONTROLS
from sakip.base.finding import Finding
from sakip.base.rule import Rule
from sakip.base.text import Text
from sakip.model.cell import read_cell
from sakip.model.cell.faults import shown
from sakip.model.rows.sifting import is_blank, plain
from sakip.review.direction import stated
from sakip.review.intake import Intake, Unreadable
from sakip.review.line import ReviewLine
from sakip.review.placing import Placing
from sakip.review.seen import shortened

__all__ = ["RULES", "float_findings", "text_findings"]

ODD = Rule(
    "REV-TEXT",
    "warning",
    Text("Sel ini {why}; ditampilkan tanpa akibat", "The cell {why}; it is shown without effect"),
)
POLARITY_WORD = Rule(
    "REV-POLARITY-WORD",
    "note",
    Text(
        "'{cell}' bukan polaritas yang bermakna tunggal; baris ditelaah tanpa polaritas",
        "'{cell}' is no polarity with one meaning; the row is reviewed without one",
    ),
)
WEIGHT = Rule(
    "REV-WEIGHT",
    "note",
    Text("Bobot '{cell}' tidak terbaca sebagai satu angka", "The weight '{cell}' does not read as one number"),
)

FLOATS = Rule(
    "REV-FLOATS",
    "note",
    Text(
        "{cells} sel lembar kerja mempunyai lebih dari enam desimal, yang pertama {first} pada baris {row}; semuanya"
        " dibaca sampai enam desimal",
        "Spreadsheet cells with more than six decimals: {cells}, the first {first} in row {row}; all were read to six"
        " decimals",
    ),
)

RULES: tuple[Rule, ...] = (ODD, POLARITY_WORD, WEIGHT, FLOATS)

_LONGEST = 300
_NUMBERS = frozenset({"target", "realization", "achievement"})
_MARKUP = re.compile(r"<[a-zA-Z/!][^<>]*>")
_NO_TEXT = Text("bukan teks, melainkan {kind}", "is no text but {kind}")
_LONG = Text("berisi {length} karakter", "holds {length} characters")
_CONTROL = Text("memuat karakter {point}", "holds the character {point}")
_FORMULA = Text("adalah rumus lembar kerja", "is a formula of a spreadsheet")
_MARKED = Text("memuat tanda HTML", "holds markup of a web page")


def text_findings(table: Intake, lines: Sequence[ReviewLine], place: Placing) -> Iterator[Finding]:
    """Temuan teks: of every cell that holds no number, in the order of the rows.

    Args:
        table: The rows as they were given.
        lines: Their lines.
        place: Where a finding stands.
    """
    fields = [(at, name) for at, (name, _) in enumerate(table.columns) if name not in _NUMBERS]
    for row, line in zip(table.rows, lines, strict=True):
        if isinstance(row, Unreadable) or line.reason == "column-heads":
            continue
        for at, name in fields:
            cell = row[at]
            if is_blank(cell):
                continue
            why = _odd(cell, words=name != "weight")
            if why is not None:
                yield place(ODD, line, name, why=why)
            elif name == "polarity" and stated(cell) is None and any(map(str.isalpha, plain(cell))):
                yield place(POLARITY_WORD, line, name, cell=shown(plain(cell)))
            elif name == "weight" and line.weight is None:
                yield place(WEIGHT, line, name, cell=shown(plain(cell)))


def float_findings(table: Intake, lines: Sequence[ReviewLine], place: Placing) -> Iterator[Finding]:
    """Temuan float: that numbers of a spreadsheet were read as it shows them, and not as it computed them.

    Args:
        table: The rows as they were given.
        lines: Their lines.
        place: Where a finding stands.
    """
    fields = [at for at, (name, _) in enumerate(table.columns) if name in _NUMBERS]
    found = [
        (line.row, cell)
        for row, line in zip(table.rows, lines, strict=True)
        if not isinstance(row, Unreadable)
        for cell in (row[at] for at in fields)
        if shortened(cell) is not None
    ]
    if found:
        row, first = found[0]
        yield place(FLOATS, None, None, cells=len(found), first=repr(first), row=row)


def _odd(cell: Any, *, words: bool) -> Text | None:
    """What is odd about a cell of words, as the end of a sentence."""
    if isinstance(cell, Unreadable):
        return _said(_NO_TEXT, kind=cell.kind)
    if not isinstance(cell, str):
        return None
    if len(cell) > _LONGEST:
        return _said(_LONG, length=len(cell))
    found = CONTROLS.search(cell.replace("\n", " ").replace("\r", " ").replace("\t", " "))
    if found is not None:
        return _said(_CONTROL, point=f"U+{ord(found[0]):04X}")
    if words and "<" in cell and _MARKUP.search(cell):
        return _MARKED
    start = cell.lstrip()[:1]
    if start and start in "=+@#" and (fault := read_cell(cell).fault) is not None:
        return _FORMULA if fault.code in {"CELL-FORMULA", "CELL-ERROR"} else None
    return None


def _said(words: Text, **arguments: str | int) -> Text:
    return Text.literal(words.render("id", arguments), words.render("en", arguments))
