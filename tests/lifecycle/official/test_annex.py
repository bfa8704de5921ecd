from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve

from sakip import Budget, BudgetLine, Indicator, Objective, Target, parse_number, parse_spelled_rupiah
from sakip.errors import InvalidValueError
from sakip.lifecycle import FormAnnex, official_form
from sakip.lifecycle.official.annex import lines_of, targets_of
from tests.lifecycle.official.making import MONEY, OBJECTIVES, agreement

LARGEST = 10**18 - 1


def annex(lines: Any = None, **fields: Any) -> FormAnnex:
    """The annex of an agreement."""
    return official_form(agreement(**fields), lines=lines).annex


class TestTargets:
    def test_texts_and_words(self) -> None:
        """A number and a range with their unit, a level, a date; in words where there is one number or one day."""
        assert [(row.number, row.text("id"), row.words) for row in annex().targets] == [
            (1, "97,5 %", "sembilan puluh tujuh koma lima"),
            (1, "1.200–1.500 orang", None),
            (2, "WTP", None),
            (2, "30 September 2025", "tiga puluh September dua ribu dua puluh lima"),
        ]
        assert annex().targets[1].text("en") == "1,200–1,500 orang"

    def test_an_objective_without_indicators(self) -> None:
        """It keeps its row, and nothing is promised in it."""
        (row,) = annex(objectives=[Objective("Layanan", [])]).targets
        assert (row.target, row.text(), row.words) == (None, "", None)

    def test_table(self) -> None:
        """The objective stands beside its first indicator."""
        table = annex().target_table("id")
        assert [column.head for column in table.columns] == ["No", "Sasaran", "Indikator kinerja", "Target"]
        assert [row[:2] for row in table.rows] == [
            ("1", "Layanan kesehatan bermutu"),
            ("", ""),
            ("2", "Tata kelola baik"),
            ("", ""),
        ]
        assert table.notes == ()

    def test_what_is_no_longer_promised(self) -> None:
        """Retired targets stay named."""
        table = annex(retired=["IKU-9", "IKU-8"]).target_table("id")
        assert table.notes == ("Tidak dijanjikan lagi: IKU-9, IKU-8",)

    def test_no_objectives(self) -> None:
        """Nothing promised is an empty table."""
        assert annex(objectives=[]).target_table("id").rows == ()


class TestBudget:
    def test_sum_of_the_wholes(self) -> None:
        """The parts of a programme are shown and not added again."""
        found = annex()
        assert [(row.number, row.depth, row.line.code) for row in found.lines] == [
            (1, 0, "1.02"),
            (None, 1, "1.02.01"),
            (2, 0, "1.03"),
        ]
        assert found.total == Decimal("1250500000.5")
        assert found.total_in_words == ("satu miliar dua ratus lima puluh juta lima ratus ribu rupiah lima puluh sen")

    def test_table(self) -> None:
        """Amounts read back as they are shown, and the sum stands in words below."""
        table = annex().budget_table("id")
        assert table is not None
        assert [parse_number(row[2], "id") for row in table.rows] == [
            1250000000,
            1250000000,
            Decimal("500000.5"),
            Decimal("1250500000.5"),
        ]
        (note,) = table.notes
        assert parse_spelled_rupiah(note.removeprefix("Terbilang: ")) == Decimal("1250500000.5")

    def test_parts_are_set_in(self) -> None:
        """Also in HTML, which drops plain blanks, a part does not look like a programme of its own."""
        table = annex().budget_table("id")
        assert table is not None
        assert "1.02.01 Akreditasi" in table.text()
        assert "\u00a0\u00a01.02.01 Akreditasi" in table.html()
        assert "\u00a01.02 " not in table.html()

    def test_remark_names_the_document(self) -> None:
        """After a change of the budget the lines are those of the changed document."""
        lines = [evolve(MONEY[0], version="DPPA")]
        table = annex(lines).budget_table("id")
        assert table is not None
        assert table.rows[0] == ("1", "1.02 Upaya kesehatan", "1.250.000.000", "DPPA")

    def test_lines_of_the_caller(self) -> None:
        """They take the place of those of the agreement, as a list or as a budget."""
        programmes = [line for line in MONEY if line.kind == "programme"]
        assert annex(programmes) == annex(Budget(programmes))
        assert len(annex(programmes).lines) == 2
        assert annex(()).total is None

    def test_none_is_not_zero(self) -> None:
        """Without a budget there is no table and no sum; a budget of zero has both."""
        without = annex(budget=())
        assert (without.total, without.total_in_words, without.budget_table("id"), without.lines) == (None,) * 3 + ((),)
        nothing = annex([BudgetLine("1", "Kegiatan", kind="programme", ceiling=0)])
        assert (nothing.total, nothing.total_in_words) == (0, "nol rupiah")

    def test_beyond_words(self) -> None:
        """A sum of up to 18 digits has words; a larger one is still summed exactly."""
        most = [BudgetLine("1", "A", kind="programme", ceiling=LARGEST)]
        assert annex(most).total_in_words is not None
        more = annex([*most, BudgetLine("2", "B", kind="programme", ceiling=1)])
        assert (more.total, more.total_in_words) == (10**18, None)
        table = more.budget_table("id")
        assert table is not None
        assert table.notes == ()


def test_title_and_reference() -> None:
    """The annex is that of the agreement; its columns vary between governments."""
    found = annex(supersedes="L", reason="official")
    assert found.title("id") == "LAMPIRAN PERJANJIAN KINERJA PERUBAHAN TAHUN 2025"
    assert found.reference.certainty == "secondary"


def test_language() -> None:
    """An unknown language is refused."""
    found, lang = annex(), "fr"
    for ask in (found.title, found.target_table, found.budget_table, found.targets[0].text, found.lines[0].text):
        with pytest.raises(InvalidValueError):
            ask(lang)  # type: ignore[arg-type]


def test_parts() -> None:
    """What the annex is made of, without a form."""
    assert [row.number for row in targets_of(agreement())] == [1, 1, 2, 2]
    assert [row.words for row in lines_of(Budget(MONEY[2:]))] == ["lima ratus ribu rupiah lima puluh sen"]
    bare = Target(Indicator("X", "Tanpa satuan", polarity="maximize"), 1234)
    (row,) = targets_of(agreement(objectives=[evolve(OBJECTIVES[0], targets=[bare])]))
    assert row.text("id") == "1.234"
