"""An evaluation as flat rows for machines and as a table for people."""

import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings

from sakip import (
    BPK_OPINIONS,
    Agreement,
    Components,
    Level,
    NotApplicable,
    Party,
    Period,
    Range,
    Realization,
    evaluate,
)
from sakip.policies import AKIP_88_2021, KMK_127_2026, LKJIP, LKJIP_WEIGHTED
from sakip.scoring import Mean, Round, Stage
from sakip.scoring.tabulation import COLUMNS
from sakip.testing import agreements_with_realizations
from tests.scoring.making import agreement, code_of, evaluated, target

NAMES = [name for name, _ in COLUMNS]
HOSTILE = "<script>alert('x')</script>\"&\N{ZERO WIDTH JOINER}{code}|"
RELATIVE = LKJIP.evolve(weights=KMK_127_2026.weights)


class TestRows:
    @settings(max_examples=60)
    @given(case=agreements_with_realizations(rich=True))
    def test_columns_and_types(self, case: tuple[Agreement, tuple[Realization, ...]]) -> None:
        """Each row has the documented columns in order and holds str, int, Decimal, date or None, nothing else."""
        evaluation = evaluate(*case, policy=RELATIVE)
        rows = evaluation.rows()
        assert len(rows) == len(evaluation)
        for row in rows:
            assert list(row) == NAMES
            assert {type(cell) for cell in row.values()} <= {str, int, Decimal, date, type(None)}
            assert (row["score"] is None) == (row["reason"] is not None)

    @settings(max_examples=60)
    @given(case=agreements_with_realizations(rich=True))
    def test_text_numbers_go_through_json(self, case: tuple[Agreement, tuple[Realization, ...]]) -> None:
        """With numbers as text a row comes back from JSON unchanged, and no float is on the way."""
        evaluation = evaluate(*case, policy=RELATIVE)
        rows = evaluation.rows(numbers="text")
        assert json.loads(json.dumps(rows), parse_float=pytest.fail) == rows
        for row, plain in zip(rows, evaluation.rows(), strict=True):
            for name in NAMES:
                cell = plain[name]
                assert row[name] == (str(cell) if isinstance(cell, (Decimal, date)) else cell)

    def test_one_row(self) -> None:
        """What stands in each column."""
        promise = target(3, "minimize", unit="kasus", weight=100, name="Kasus")
        (row,) = evaluated(promise, given={"IKU-1": 2}).rows()
        assert row == {
            "agreement": "PK-1",
            "year": 2025,
            "period": "2025",
            "scope": "year",
            "office": "Dinas Contoh",
            "position": "Kepala Dinas",
            "objective": "Sasaran 1",
            "indicator": "IKU-1",
            "name": "Kasus",
            "unit": "kasus",
            "polarity": "minimize",
            "weight": Decimal(100),
            "target": Decimal(3),
            "realization": Decimal(2),
            "achievement": Decimal("133.333333"),
            "score": Decimal("133.33"),
            "exact": "400/3",
            "grade": "Sangat Tinggi",
            "status": "met",
            "reason": None,
            "policy": "lkjip",
            "edition": "1",
        }
        assert str(row["score"]) == "133.33"
        assert str(row["target"]) == "3"

    @pytest.mark.parametrize(
        ("promise", "amount", "cells"),
        [
            (target(Range(80, "90.5")), 85, ("80..90.5", Decimal(85), "met", None)),
            (target(Level("WTP"), scale=BPK_OPINIONS), Level("WDP"), ("WTP", "WDP", "not_scored", "ordinal-shortfall")),
            (target(date(2025, 6, 30)), date(2025, 6, 1), (date(2025, 6, 30), date(2025, 6, 1), "met", None)),
            (target(10), NotApplicable("tidak ada"), (Decimal(10), None, "left_out", "not-applicable")),
            (target(10), Components(1, 3, per=100), (Decimal(10), Decimal("33.333333"), "met", None)),
        ],
    )
    def test_kinds(self, promise: Any, amount: Any, cells: tuple[Any, ...]) -> None:
        """Ranges and levels are text, dates dates, and what is missing is None."""
        (row,) = evaluated(promise, given={"IKU-1": amount}).rows()
        assert (row["target"], row["realization"], row["status"], row["reason"]) == cells

    def test_judged_numbers(self) -> None:
        """In a part of the year target and realization are those that were judged."""
        quarters = Period.year(2025).parts("quarter")
        promise = target(40, consolidation="sum", trajectory=dict.fromkeys(quarters, 10))
        given_ = [Realization("IKU-1", 9, period=quarter) for quarter in quarters[:2]]
        (row,) = evaluate(agreement([promise]), given_, policy=LKJIP, through=quarters[1]).rows()
        assert (row["target"], row["realization"], row["score"]) == (20, 18, 90)

    def test_what_was_asked_of_the_scope(self) -> None:
        """Where nothing was judged the target is that of the period; through a period there is none to name."""
        quarters = Period.year(2025).parts("quarter")
        promise = target(40, consolidation="sum", trajectory=dict(zip(quarters[:2], (10, 12), strict=True)))
        made, given_ = agreement([promise]), [Realization("IKU-1", 9, period=quarters[0])]
        asked = [
            evaluate(made, given_, policy=LKJIP, **scope).rows()[0]["target"]
            for scope in ({"period": quarters[1]}, {"period": quarters[3]}, {"through": quarters[1]}, {})
        ]
        assert asked == [12, None, None, 40]

    def test_columns_are_told(self) -> None:
        """Each column has a name of its own and its meaning in two languages."""
        assert len(set(NAMES)) == len(NAMES) == 22
        assert all(text.id and text.en for _, text in COLUMNS)


class TestTable:
    def hostile(self) -> Any:
        """An evaluation whose every foreign text is markup."""
        made = agreement([target(10, unit=HOSTILE, name=HOSTILE)], [target(10, code="B", name=HOSTILE)])
        made = evolve(
            made,
            code="<b>PK</b>",
            first_party=Party("<i>Kepala</i>", office="<u>Dinas</u>"),
            objectives=[evolve(one, name=f"<h1>{at}</h1>") for at, one in enumerate(made.objectives)],
        )
        return evaluate(made, [Realization("IKU-1", 5), Realization("B", NotApplicable("<img src=x>"))], policy=LKJIP)

    def test_html_escapes(self) -> None:
        """No name, unit, position, code or reason reaches the notebook as markup."""
        html = self.hostile()._repr_html_()
        for tag in ("<script", "<b>", "<i>", "<u>", "<h1>", "<img"):
            assert tag not in html
        assert "&lt;script&gt;" in html
        assert "&lt;img src=x&gt;" in html

    @pytest.mark.parametrize("lang", ["id", "en"])
    def test_text(self, lang: str) -> None:
        """The terminal's table holds every indicator, its numbers in the notation of the language, and the total."""
        group = [target("1234.5", code="A", unit="%", name="Jalan mantap"), target(2, code="B")]
        text = evaluated(*group, given={"A": 1000}).text(lang)
        assert ("1.234,5" if lang == "id" else "1,234.5") in text
        assert ("81,00" if lang == "id" else "81.00") in text
        assert "Jalan mantap" in text
        assert ("TOTAL (sementara)" if lang == "id" else "TOTAL (provisional)") in text
        assert "[not-reported]" in text
        assert "lkjip 1: " in text
        assert "PK-1 — Kepala Dinas" in text

    def test_objectives(self) -> None:
        """Several objectives have a line each with their own score; one alone has none."""
        found = evaluate(
            agreement([target(10, code="A")], [target(10, code="B")]),
            [Realization("A", 5), Realization("B", 10)],
            policy=LKJIP,
        )
        text = found.text()
        assert text.count("Sasaran: ") == 2
        assert "75,00" in text
        assert "Sasaran 1" not in evaluated(target(10), given={"IKU-1": 5}).text()
        assert evaluated(target(10)).text("en").count("TOTAL (withheld)") == 1

    def test_what_was_reported_without_a_score(self) -> None:
        """A reported value that has no score is shown, unless there are several; their order shows nothing."""
        quarters = Period.year(2025).parts("quarter")
        given_ = [
            Realization("IKU-1", amount, period=quarter) for amount, quarter in zip((7, 8), quarters, strict=False)
        ]
        texts = {evaluate(agreement([target(40)]), order, policy=LKJIP).text() for order in (given_, given_[::-1])}
        assert len(texts) == 1
        assert evaluated(target(0), given={"IKU-1": 7}).text().count(" 7 ") == 1
        promise = target(40, trajectory=dict.fromkeys(quarters, 0))
        found = evaluate(agreement([promise]), given_, policy=LKJIP, period=quarters[1]).text().splitlines()[4]
        assert found.split()[-3:] == ["0", "8", "–"]

    def test_cells_of_every_kind(self) -> None:
        """Levels, dates, ranges, components and states have a readable cell."""
        group = [
            target(Level("WTP"), scale=BPK_OPINIONS, code="A"),
            target(date(2025, 6, 30), code="B"),
            target(Range(80, 90), code="C"),
            target(50, code="D"),
            target(50, code="E"),
            target(50, code="F"),
        ]
        amounts = {
            "A": Level("WTP"),
            "B": date(2025, 6, 1),
            "C": 92,
            "D": Components(1, 3, per=100),
            "E": NotApplicable("tidak ada"),
        }
        text = evaluated(*group, given=amounts).text()
        for cell in ("WTP", "30 Juni 2025", "80–90", "33,333333", "–"):
            assert cell in text


def test_grades_that_the_printed_number_would_not_have() -> None:
    """A note for each such number; words in the place of the grade below every class."""
    notes = evaluated(target(100), given={"IKU-1": "90.996"}).table("id").notes
    assert notes[:2] == (
        "IKU-1: predikat menurut angka tepat 90,996",
        "TOTAL: predikat menurut angka tepat 90,996",
    )
    assert len(evaluated(target(100), given={"IKU-1": "90.994"}).table("id").notes) == 1
    low = evaluated(target(100), given={"IKU-1": -5}, policy=LKJIP.evolve(scale=AKIP_88_2021)).table("id")
    assert [row[-1] for row in low.rows] == ["di bawah kelas terendah"] * 2


class TestWeights:
    """An agreement with weights shows them, and what each indicator brings in by its own."""

    GROUPS = ([target(10, code="A", weight=75)], [target(10, code="B", weight=25)])

    @staticmethod
    def column(found: Any, head: str) -> list[str]:
        """The cells of one column."""
        table = found.table("id")
        at = [column.head for column in table.columns].index(head)
        return [row[at] for row in table.rows]

    def test_by_agreement(self) -> None:
        """Weight, points and their sums: by hand 75 x 100 / 100 and 25 x 50 / 100."""
        delivered = [Realization("A", 10), Realization("B", 5)]
        found = evaluate(agreement(*self.GROUPS), delivered, policy=LKJIP_WEIGHTED)
        assert self.column(found, "Bobot") == ["", "75", "", "25", ""]
        assert self.column(found, "Skor") == ["75,00", "75,00", "12,50", "12,50", "87,50"]
        assert self.column(found, "Nilai")[-1] == "87,50"
        assert found.table("id").notes[0] == "Skor = bobot × nilai ÷ 100, jumlah bobot yang diperhitungkan"
        assert "Weight" in found.text("en")
        assert "Points = weight × score ÷ 100" in found.text("en")
        assert "Skor" in found._repr_html_()
        assert max(map(len, found.text().splitlines())) <= 80

    def test_still_to_come(self) -> None:
        """A note says what the sums lack beside a provisional total."""
        found = evaluate(agreement(*self.GROUPS), [Realization("A", 10)], policy=LKJIP_WEIGHTED)
        assert self.column(found, "Skor") == ["75,00", "75,00", "", "", "75,00"]
        assert self.column(found, "Nilai")[-1] == "100,00"
        assert "jumlah skor belum memuat indikator tanpa nilai" in found.table("id").notes[1]
        assert "lack what has no score yet" in found.table("en").notes[1]

    def test_by_objective(self) -> None:
        """Weights within each objective have a sum there and none in the total."""
        groups = [[evolve(one, weight=100) for one in group] for group in self.GROUPS]
        found = evaluate(agreement(*groups), [Realization("A", 10), Realization("B", 5)], policy=LKJIP)
        assert self.column(found, "Skor") == ["100,00", "100,00", "50,00", "50,00", ""]
        assert found.table("id").notes[0] == "Skor = bobot × nilai ÷ jumlah bobot sasarannya yang diperhitungkan"

    def test_without_points(self) -> None:
        """Where weights do not combine the indicators they are shown alone; without weights there is no column."""
        policy = LKJIP.evolve(objective=Stage(Mean(), [Round(2)]))
        heads = [column.head for column in evaluated(target(10, weight=100), policy=policy).table("id").columns]
        assert "Bobot" in heads
        assert "Skor" not in heads
        heads = [column.head for column in evaluated(target(10)).table("id").columns]
        assert heads == ["Kode", "Indikator", "Satuan", "Target", "Realisasi", "Nilai", "Predikat"]


class TestPartOfTheYear:
    """What is not due yet is neither shown nor told many times."""

    QUARTERS = Period.year(2025).parts("quarter")

    @pytest.mark.parametrize(("at", "shown"), [(0, "–"), (1, "75"), (2, "75")])
    def test_a_figure_that_is_still_to_come(self, at: int, shown: str) -> None:
        """A figure of the second quarter stands under no part of the year that ends before it."""
        promise = target(100, consolidation="sum", trajectory=dict.fromkeys(self.QUARTERS, 25))
        given_ = [Realization("IKU-1", 75, period=self.QUARTERS[1])]
        found = evaluate(agreement([promise]), given_, policy=LKJIP, through=self.QUARTERS[at])
        assert found["IKU-1"].score.value is None
        assert found.table("id").rows[0][4] == shown

    def test_a_figure_of_a_part_belongs_to_the_year(self) -> None:
        """Where the year is judged and lacks its other quarters, the one that was reported is shown."""
        promise = target(100, consolidation="sum", trajectory=dict.fromkeys(self.QUARTERS, 25))
        found = evaluate(agreement([promise]), [Realization("IKU-1", 75, period=self.QUARTERS[1])], policy=LKJIP)
        assert code_of(found["IKU-1"].score) == "period-missing"
        assert found.table("id").rows[0][4] == "75"

    def test_the_figure_of_the_year(self) -> None:
        """It is none of the year so far."""
        promise = target(100, consolidation="sum", trajectory=dict.fromkeys(self.QUARTERS, 25))
        made = agreement([promise])
        for scope, shown in (({"through": self.QUARTERS[2]}, "–"), ({}, "75")):
            found = evaluate(made, [Realization("IKU-1", 75)], policy=LKJIP, **scope)
            assert found.table("id").rows[0][4] == shown

    def test_equal_reasons_are_told_once(self) -> None:
        """One line names all that have no score for it; another reason has a line of its own."""
        first, second, *_ = self.QUARTERS
        group = [target(10, code=code, consolidation="sum", trajectory={second: 10}) for code in "ABC"]
        group.append(target(10, code="D", consolidation="sum", trajectory={first: 10}))
        found = evaluate(agreement(group), policy=LKJIP, through=first)
        assert found.table("id").notes[:2] == (
            "A, B, C: tidak ada target untuk Triwulan I 2025 [not-due]",
            "D: realisasi belum lengkap, kurang: Triwulan I 2025 [period-missing]",
        )
        assert found.table("en").notes[0] == "A, B, C: there is no target for Quarter I 2025 [not-due]"
