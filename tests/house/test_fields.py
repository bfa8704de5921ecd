"""The page of rows lists the fields that are read, and the words that it calls known are known."""

import importlib
import re

import pytest

from sakip import agreements_from_rows
from tests.house.source import ROOT

FIELDS = importlib.import_module("sakip.model.rows.layout").FIELDS
PAGE = (ROOT / "docs" / "reference" / "rows.md").read_text(encoding="utf-8")
WORDS = [
    (field, meaning, word.strip())
    for field, means, words in re.findall(r"^\| `(\w+)` \| (`.+`) \| (.+) \|$", PAGE, re.MULTILINE)
    for meaning, group in zip(re.findall(r"`(\w+)`", means), words.split("; "), strict=True)
    for word in group.split(",")
]


def section(heading: str) -> list[str]:
    """The rows of the table under a heading, its head left out."""
    _, _, rest = PAGE.partition(f"\n## {heading}\n")
    lines = [line for line in re.split(r"^## ", rest, flags=re.MULTILINE)[0].splitlines() if line.startswith("|")]
    return lines[2:]


def test_the_page_lists_every_field() -> None:
    """Each field stands on the page with its labels, its part and what its cells hold, in the order of the fields."""
    assert section("Fields") == [
        f"| `{one.name}` | {one.label.id} | {one.label.en} | {one.part} | {one.kind}{', by period' * one.by_period} |"
        for one in FIELDS
    ]


def test_the_page_lists_every_head() -> None:
    """Each word that a head may be stands on the page beside its field, beside its name and its labels."""
    heads = importlib.import_module("sakip.model.rows.heads")
    by_period: dict[str, list[str]] = {}
    for name, word, numerals in heads.PERIODS:
        by_period.setdefault(name, []).append(f"{word} {numerals[0]} to {numerals[-1]}")
    assert section("Heads") == [
        *(f"| `{name}` | {', '.join(words)} |" for name, words in heads.WORDS),
        *(f"| `{name}`, by period | {', '.join(words)} |" for name, words in by_period.items()),
    ]


def test_every_kind_of_cell_is_explained() -> None:
    """Each kind of cell that a field may have has a row that says what it holds, and there is no other."""
    explained = [line.split(" | ")[0].removeprefix("| ") for line in section("Cells")]
    assert sorted(explained) == sorted({one.kind for one in FIELDS})


@pytest.mark.parametrize(("field", "meaning", "word"), WORDS)
def test_every_word_is_read(field: str, meaning: str, word: str) -> None:
    """A word that the page calls known means what stands beside it, in capitals too."""
    row = {"polarity": "maximize", "consolidation": "sum", "status": "draft", field: word.upper()}
    columns = {name: name for name in ("code", "target", "realization", *row)}
    reading = agreements_from_rows([{"code": "A", "target": 1, "realization": 1, **row}], columns=columns, year=2025)
    ((agreement, realizations),) = reading
    (target,) = agreement.targets
    holder = {"status": realizations[0], "reason": agreement}.get(field, target.indicator)
    assert getattr(holder, field) == meaning
