"""What examples/official_form.py prints: the numbers that it tells, and a page that stands alone."""

import re
import runpy
from decimal import Decimal
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from sakip import Party, parse_date, parse_number, parse_spelled_date, parse_spelled_rupiah
from sakip.lifecycle import official_form

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "official_form.py"
VOID = {"br", "meta"}


@pytest.fixture(scope="module")
def example() -> dict[str, Any]:
    """The names of the example."""
    return runpy.run_path(str(EXAMPLE))


@pytest.fixture(scope="module")
def page(example: dict[str, Any]) -> str:
    """The page that it prints."""
    return str(example["page"](example["forms"]()))


class Elements(HTMLParser):
    """Every element with its attributes, and whether each was closed in order."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember it."""
        self.found.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the last one."""
        assert self.open.pop() == tag


def test_three_agreements(page: str) -> None:
    """A regent alone, an office with the regent, and the office again after the amendment, by an acting head."""
    assert re.findall(r"<h1>(.*?)</h1>", page) == [
        "PERJANJIAN KINERJA TAHUN 2025",
        "PERJANJIAN KINERJA TAHUN 2025",
        "PERJANJIAN KINERJA PERUBAHAN TAHUN 2025",
    ]
    assert page.count('class="signed"') == 6
    assert page.count("Plt. Kepala Dinas Kesehatan") == 3
    assert "Perjanjian ini menggantikan PK/2025/DINKES, dengan alasan: perubahan strategi" in page
    assert "Tidak dijanjikan lagi: IKU-4." in page


def test_targets_of_the_office(page: str) -> None:
    """27 clinics before the amendment and 29 after it, and a range, a percentage and a day."""
    told = re.findall(r'data-head="Target">(.*?)<', page)
    assert told[:6] == ["9,75 %", "WTP", "27 puskesmas", "96,5 %", "60–85 %", "30 September 2025"]
    assert told[6:] == ["29 puskesmas", "96,5 %", "60–85 %"]


def test_money_parses_back(page: str) -> None:
    """Each sum is that of its numbered programmes, in digits and in words."""
    rows = re.findall(r'<tr class="(whole|part|total)">.*?class=number>(.*?)</td>', page)
    words = [parse_spelled_rupiah(one) for one in re.findall(r"Terbilang: (.*?)\.</p>", page)]
    sums, running = [], Decimal(0)
    for kind, amount in rows:
        value = parse_number(amount, "id")
        if kind == "whole":
            running += value
        elif kind == "total":
            assert running == value
            sums.append(value)
            running = Decimal(0)
    assert sums == words == [116_676_150_500, 116_676_150_500, 48_550_750_500]


def test_days_parse_back(page: str) -> None:
    """Each day stands in digits and in words."""
    days = re.findall(r'class="dated">Contoh, (.*?)<br>\((.*?)\)</p>', page)
    assert [parse_date(digits) for digits, _ in days] == [parse_spelled_date(words) for _, words in days]
    assert [digits for digits, _ in days][::2] == ["24 Januari 2025", "31 Januari 2025", "5 September 2025"]


def test_only_names_are_blank(page: str) -> None:
    """Nothing else lacks, and nobody is named."""
    assert set(re.findall(r"\[(FORM-\w+|[A-Z]+-\w+)\]", page)) == {"FORM-NAME"}


def test_stands_alone(page: str) -> None:
    """Every element is closed, nothing is fetched, and nothing runs."""
    elements = Elements(page)
    assert elements.open == []
    assert not {"script", "link", "img", "iframe"} & {tag for tag, _ in elements.found}
    assert not any({"src", "href", "onload"} & set(attributes) for _, attributes in elements.found)
    assert "url(" not in page
    assert "@import" not in page


def test_hostile_texts_stay_texts(example: dict[str, Any]) -> None:
    """Markup in a position, an office or a name comes out as it was typed."""
    evil = "<script>alert('1')</script>\"&"
    agreement = evolve(example["office"](), first_party=Party(evil, office=evil, official=evil, echelon="II"))
    printed = example["page"]([official_form(agreement, place=evil)])
    assert "<script" not in printed
    assert evil in unescape(printed)
    assert Elements(printed).open == []
