import re
from typing import Any

import pytest
from attrs import evolve

from sakip import Objective, Party
from sakip.errors import InvalidValueError
from sakip.lifecycle import official_form
from sakip.lifecycle.official.printing import as_html, as_text
from tests.lifecycle.official.making import HEAD, OBJECTIVES, REGENT, agreement

EVIL = "<script>alert('1')</script>\"&"
WIDE = official_form(agreement(), place="Bengkulu")


def test_the_annex_begins_a_page() -> None:
    """Printed from a browser, statement and annex are two pages."""
    statement, _, annex = as_html(WIDE, "id", names=True).partition("break-before:page")
    assert "LAMPIRAN" not in statement
    assert annex.partition(">")[2].startswith("LAMPIRAN PERJANJIAN KINERJA TAHUN 2025")


class TestText:
    def test_both_pages(self) -> None:
        """The statement, the annex, and signatures below each."""
        text = as_text(WIDE, "id", None)
        statement, annex = text.split("LAMPIRAN PERJANJIAN KINERJA TAHUN 2025")
        for page in (statement, annex):
            assert "Bengkulu, 5 Maret 2025" in page
            assert re.search(r"Pihak kedua +Pihak pertama\n", page)
            assert re.search(r"Contoh Dua +Contoh Satu\n", f"{page}\n")
        assert "Nomor: PK-2025-DINKES" in statement
        assert "DINAS KESEHATAN" in statement
        assert "97,5 %" in annex
        assert "Terbilang: satu miliar" in annex

    @pytest.mark.parametrize("width", [20, 40, 59, 60, 80, 1000])
    @pytest.mark.parametrize("lang", ["id", "en"])
    def test_no_line_is_longer(self, width: int, lang: Any) -> None:
        """Every line fits; on a narrow screen the signatures stand below each other."""
        lines = as_text(WIDE, lang, width).split("\n")
        assert max(len(line) for line in lines) <= width
        beside = any(re.search(r"Contoh Dua +Contoh Satu$", line) for line in lines)
        assert beside == (width >= 60)

    def test_names_stand_on_one_height(self) -> None:
        """A long position on one side does not push the name on the other."""
        long = evolve(HEAD, position="Kepala Dinas " + "Kesehatan dan Kesejahteraan Masyarakat " * 3)
        text = official_form(agreement(first_party=long)).text()
        assert re.search(r"Contoh Dua +Contoh Satu$", text)

    def test_alone(self) -> None:
        """One block, without a heading."""
        text = official_form(agreement(first_party=REGENT, second_party=None)).text()
        assert "ihak" not in text
        assert text.rstrip().endswith("Contoh Dua")

    def test_blanks_are_dots(self) -> None:
        """Name, office, place, day and the second party."""
        blank = agreement(first_party=Party("Camat"), second_party=None, signed_on=None)
        text = official_form(blank).text()
        assert len(re.findall(r"\.{20}", text)) == 14

    def test_amendment(self) -> None:
        """Which version, and why."""
        text = official_form(agreement(supersedes="PK-LAMA", reason="official")).text(width=200)
        assert "Perjanjian ini menggantikan PK-LAMA, dengan alasan: terjadi pergantian atau mutasi pejabat." in text
        assert "PERJANJIAN KINERJA PERUBAHAN" in text

    @pytest.mark.parametrize("width", [19, 1001, 0, "80", True])
    def test_width(self, width: Any) -> None:
        """From 20 to 1,000 characters."""
        with pytest.raises(InvalidValueError) as caught:
            as_text(WIDE, "id", width)
        assert caught.value.path == "OfficialForm.text.width"


class TestHtml:
    def test_escaped(self) -> None:
        """Whatever the agreement holds, no markup of it comes through."""
        party = Party(EVIL, office=EVIL, official=EVIL, echelon="II")
        evil = agreement(
            first_party=party,
            second_party=Party(EVIL, official=EVIL),
            objectives=[evolve(OBJECTIVES[0], name=EVIL), Objective(EVIL, [])],
            supersedes=EVIL,
            retired=[EVIL],
        )
        html = as_html(official_form(evil, place=EVIL), "id", names=True)
        assert "<script" not in html
        assert "alert('1')" not in html
        assert html.count("&lt;script&gt;") >= 12

    def test_well_formed(self) -> None:
        """Every element that is opened is closed, in order."""
        for one in (WIDE, official_form(agreement(budget=(), second_party=None, signed_on=None))):
            stack: list[str] = []
            for closing, name in re.findall(r"<(/?)(\w+)[^>]*>", as_html(one, "en", names=True)):
                if closing:
                    assert stack.pop() == name
                elif name != "br":
                    stack.append(name)
            assert stack == []

    def test_names_only_where_asked(self) -> None:
        """A notebook keeps what it shows, so names are left out there."""
        shown, printed = as_html(WIDE, "id", names=False), as_html(WIDE, "id", names=True)
        assert "Contoh Satu" not in shown
        assert "Contoh Dua" not in shown
        assert printed.count("Contoh Satu") == printed.count("Contoh Dua") == 3
        assert "Kepala Dinas Kesehatan" in shown
