import json
from decimal import Decimal
from typing import Any

import pytest

from sakip import Period, evaluate_many, rank
from sakip.errors import InvalidValueError
from sakip.policies import AKIP_88_2021, LKJIP
from sakip.scoring import RANK_COLUMNS
from sakip.scoring.listing import percent_known
from tests.scoring.making import evaluated, judged, refused, target

HOSTILE = "<script>alert(1)</script> {code}"

(BROKEN,) = evaluate_many([3], policy=LKJIP)  # type: ignore[list-item]
MIXED = rank(
    [
        judged(0, 611, "100.71", office="Dinas A"),
        judged("66.666", office="Dinas B"),
        judged(90, None, office="Dinas C"),
        judged(None, office="Dinas D"),
        refused("Dinas E"),
        BROKEN,
    ]
)


class TestRows:
    def test_each_row_has_the_stated_columns(self) -> None:
        """Every row has the columns of `RANK_COLUMNS`, in their order."""
        assert all(list(row) == [name for name, _ in RANK_COLUMNS] for row in MIXED.rows())
        assert all(text.id and text.en for _, text in RANK_COLUMNS)

    def test_a_ranked_row(self) -> None:
        """A carried total has its remark, and what carries it."""
        assert MIXED.rows()[0] == {
            "rank": 1,
            "office": "Dinas A",
            "position": "Kepala",
            "agreement": "PK",
            "period": "2025",
            "scope": "year",
            "score": Decimal("237.24"),
            "exact": "71171/300",
            "grade": "Sangat Tinggi",
            "completeness": "final",
            "known_share": Decimal("100.00"),
            "remark": "carried-by-one",
            "carried_by": "IKU-2",
            "carried_score": Decimal("611.00"),
            "score_at_100": Decimal("66.67"),
            "left_out": None,
            "policy": "lkjip",
            "edition": "1",
        }

    def test_rows_without_a_rank(self) -> None:
        """A provisional row has its share, a row without a total the code of its reason."""
        found = [(row["office"], row["rank"], row["score"], row["known_share"], row["remark"]) for row in MIXED.rows()]
        assert found[1:] == [
            ("Dinas B", 2, Decimal("66.67"), Decimal("100.00"), None),
            ("Dinas C", None, Decimal("90.00"), Decimal("50.00"), "provisional"),
            (None, None, None, None, "input-refused"),
            ("Dinas D", None, None, Decimal("0.00"), "nothing-known"),
            ("Dinas E", None, None, None, "input-refused"),
        ]

    def test_numbers_as_text_go_through_json(self) -> None:
        """With text numbers a row comes back from JSON as it went in, and says the same as with Decimals."""
        found = MIXED.rows(numbers="text")
        assert json.loads(json.dumps(found)) == found
        assert found[0] == {
            name: str(cell) if isinstance(cell, Decimal) else cell for name, cell in MIXED.rows()[0].items()
        }
        assert found[0]["rank"] == 1

    @pytest.mark.parametrize("numbers", ["float", None, "Decimal"])
    def test_another_form_of_numbers_is_refused(self, numbers: Any) -> None:
        """There are two forms."""
        with pytest.raises(InvalidValueError, match=r"Ranking\.rows\.numbers"):
            MIXED.rows(numbers=numbers)

    def test_a_position_stands_in_for_its_office(self) -> None:
        """Without an office the position is the office's name."""
        (row,) = rank([judged(1, office=None, position="Bupati")]).rows()
        assert (row["office"], row["position"]) == ("Bupati", "Bupati")

    def test_the_scope(self) -> None:
        """A part of the year is named by kind and period."""
        (row,) = rank([judged(1, through=Period.quarter(2025, 2))]).rows()
        assert (row["scope"], row["period"]) == ("through", "2025-Q2")


class TestTable:
    def test_the_blocks_stand_below_each_other(self) -> None:
        """Final totals, then the provisional, then those without a total, each block under its name."""
        assert [(row[0], row[1]) for row in MIXED.table("en").rows] == [
            ("1", "Dinas A"),
            ("2", "Dinas B"),
            ("", "Provisional, not ranked"),
            ("–", "Dinas C"),
            ("", "Without a total"),
            ("–", "–"),
            ("–", "Dinas D"),
            ("–", "Dinas E"),
        ]

    def test_what_is_printed(self) -> None:
        """Scores with all their decimals, grades, and remarks; the carried one is explained below."""
        table = MIXED.table("id")
        assert table.title == "Peringkat, Tahun 2025"
        assert table.rows[0] == ("1", "Dinas A", "237,24", "Sangat Tinggi", "ditopang IKU-2")
        assert table.rows[3] == ("–", "Dinas C", "90,00", "Tinggi", "sementara; bobot yang diketahui 50 %")
        assert table.rows[6] == ("–", "Dinas D", "–", "", "tidak ada indikator yang bernilai")
        note, basis = table.notes
        assert note.startswith("Dinas A: di atas 100 berkat IKU-2 (Indikator IKU-2) yang bernilai 611,00;")
        assert note.endswith("nilai akhirnya 66,67")
        assert basis == f"lkjip 1: {LKJIP.basis('id')}"
        assert MIXED.table("en").notes[0].endswith("with every indicator counted as 100 at most it is 66.67")

    def test_a_name_that_is_its_own_code_stands_once(self) -> None:
        """Where a table has no codes, the one that carries a total is not named twice."""
        targets = target(1, code="Prestasi", name="Prestasi"), target(1, code="B")
        text = rank([evaluated(*targets, given={"Prestasi": 9, "B": 0})]).text("en", width=300)
        assert "above 100 thanks to Prestasi, which scores 900.00" in text
        assert "thanks to IKU-2 (Indikator IKU-2)," in MIXED.text("en", width=300)

    def test_all_final_needs_no_headings(self) -> None:
        """Where every total is ranked there is one block, without a name."""
        assert [row[1] for row in rank([judged(1), judged(2)]).table().rows] == [
            "Dinas A (Kepala, PK)",
            "Dinas A (Kepala, PK)",
        ]

    def test_what_shares_an_office_is_told_apart(self) -> None:
        """Two positions of one office are named with position and code; a single one by its office."""
        found = rank(
            [judged(3, position="Sekretaris", code="PK-2"), judged(2, code="PK-1"), judged(1, office="Dinas B")]
        )
        assert [row[1] for row in found.table().rows] == [
            "Dinas A (Sekretaris, PK-2)",
            "Dinas A (Kepala, PK-1)",
            "Dinas B",
        ]

    def test_text_keeps_its_width(self) -> None:
        """80 columns, or those that were asked for, in both languages."""
        assert all(len(line) <= 80 for lang in ("id", "en") for line in MIXED.text(lang).split("\n"))
        assert all(len(line) <= 40 for line in MIXED.text("id", width=40).split("\n"))
        with pytest.raises(InvalidValueError):
            MIXED.text(width=19)
        with pytest.raises(InvalidValueError):
            MIXED.text("fr")  # type: ignore[arg-type]

    def test_hostile_names_do_nothing(self) -> None:
        """Markup in a name is written out, in the table and in the picture, and braces stay braces."""
        found = rank([judged(0, 611, office=HOSTILE, code=HOSTILE)])
        assert HOSTILE in found.table().rows[0][1]
        assert "<script" not in found._repr_html_() + found.svg() + found.picture().html()


class TestPicture:
    def test_one_bar_an_entry(self) -> None:
        """Each bar has its rank, its printed number, the tone of its grade, and its remark."""
        bars = MIXED.picture("en")
        assert [(bar.label, bar.printed, bar.tone, bar.note) for bar in bars.items] == [
            ("1. Dinas A", "237.24", 6, "carried by IKU-2"),
            ("2. Dinas B", "66.67", 3, ""),
            ("Dinas C", "90.00", 4, "provisional; weight known: 50 %"),
            ("–", "findings that block the scoring: 1", None, ""),
            ("Dinas D", "no indicator has a score", None, ""),
            ("Dinas E", "findings that block the scoring: 1", None, ""),
        ]
        assert bars.items[0].value == Decimal("237.24")
        assert bars.items[-1].value is None
        assert (bars.title, bars.marks) == ("Ranking, Year 2025", (100,))

    def test_without_a_scale_no_bar_is_judged(self) -> None:
        """A policy without grades gives no tones."""
        (bar,) = rank([judged(90, policy=LKJIP.evolve(scale=None))]).picture().items
        assert bar.tone is None

    def test_svg_is_the_picture(self) -> None:
        """The SVG is that of the bars, at the width that was asked for, and says the same each time."""
        assert MIXED.svg("en") == MIXED.picture("en").svg() != MIXED.svg("id")
        assert MIXED.svg(width=800) == MIXED.picture().svg(width=800)
        assert MIXED.svg().startswith("<svg")

    def test_nothing_to_draw(self) -> None:
        """An empty ranking has a picture too."""
        assert rank([]).svg().startswith("<svg")


def test_the_known_share_is_cut_off() -> None:
    """Two thirds are 66,66 percent, so that 100 is all of it."""
    assert percent_known(judged(1, 1, None)) == Decimal("66.66")
    assert percent_known(judged(1, 1)) == Decimal(100)


def test_below_every_class() -> None:
    """An office below the lowest class is told so, where one without a total has no grade at all."""
    scale = LKJIP.evolve(scale=AKIP_88_2021)
    found = rank([judged(-5, policy=scale), judged(None, policy=scale, office="Dinas B")]).table("en")
    assert [row[3] for row in found.rows if row[1].startswith("Dinas")] == ["below the lowest class", ""]
