"""A published evaluation sheet: what its letters give, and the faults that it has."""

from decimal import Decimal

import pytest

from sakip import parse_number
from sakip.lifecycle import LKE_88_2021, EvaluationSheet, PrintedLine, PrintedSheet
from sakip.policies import AKIP_88_2021
from sakip.scoring import GradeScale
from tests.conformance.published import TABLES, Row

TABLE = TABLES["lke-akip-88-2021-pa-binjai"]
CODES = [row.indicator.name.split()[0] for row in TABLE.rows]
SHOWN = [parse_number(text, "en") for text in TABLE.facts["shown_weights"]]
SCORES = [parse_number(row.realization, "en") for row in TABLE.rows]
LETTERS = {code: row.label for code, row in zip(CODES, TABLE.rows, strict=True)}
CODE = GradeScale([(parse_number(cut), letter) for letter, cut in reversed(TABLE.facts["code_cuts"])], closed="lower")
PRINTED = PrintedSheet(
    [PrintedLine(code, weight=shown, score=score) for code, shown, score in zip(CODES, SHOWN, SCORES, strict=True)],
    total=parse_number(TABLE.facts["total"], "en"),
    grade=TABLE.facts["grade"],
    scale=CODE,
)
SHEET = EvaluationSheet("LKE-PA", 2024, LKE_88_2021, LETTERS, printed=PRINTED)


def test_twelve_letters() -> None:
    """The sheet answers the twelve sub-components of the template, and nothing else."""
    assert [sub.code for sub in LKE_88_2021.sub_components] == CODES


@pytest.mark.parametrize("row", TABLE.rows, ids=str)
def test_scores_as_printed(row: Row) -> None:
    """Each printed score is the worth of its letter times the weight of the template, which is the one it used."""
    code = row.indicator.name.split()[0]
    assert SHEET[code].score == parse_number(row.realization, "en")
    assert SHEET[code].weight == parse_number(row.target, "en")
    answer = SHEET.choice(code)
    assert answer is not None
    assert answer.value == parse_number(row.printed, "en")


def test_components_and_total_as_printed() -> None:
    """24.60, 25.50, 13.95 and 23.75 make 87.80, which is A."""
    components = [SHEET[one.code].score for one in LKE_88_2021.components]
    assert components == [Decimal(printed) for *_, printed in TABLE.facts["components"]]
    assert SHEET.total.score == Decimal("87.80") == Decimal(TABLE.facts["total"])
    assert SHEET.grade == TABLE.facts["grade"] == "A"


class TestFaults:
    """The sheet's own faults: weights that it shows and does not use, a sum, and cut points on the wrong side."""

    def found(self, sheet: EvaluationSheet, code: str) -> list[str]:
        """The parts of which a finding of one code speaks."""
        return [one.subject.partition("printed[")[2].rstrip("]") for one in sheet.check() if one.code == code]

    def test_weights_that_are_shown(self) -> None:
        """Six shown weights are not those of the template; two scores exceed the weight that is shown for them."""
        assert self.found(SHEET, "LKE-WEIGHT") == ["2.a", "2.b", "2.c", "3.a", "4.a", "4.c"]
        assert self.found(SHEET, "LKE-OVER") == ["2.c", "4.c"]

    def test_scale_of_its_code(self) -> None:
        """Its code gives AA to exactly 90, and so at every cut; below 10 it knows an E."""
        (found,) = (one for one in SHEET.check() if one.code == "LKE-SCALE")
        arguments = dict(found.arguments)
        assert (arguments["point"], arguments["printed"], arguments["found"]) == (90, "AA", "A")
        assert "90; 80; 70; 60; 50; 30; 5; 0" in found.text("en")

    def test_nothing_else(self) -> None:
        """Scores, sums and predicate of the evaluator are right."""
        assert set(SHEET.check().codes()) == {"LKE-WEIGHT", "LKE-OVER", "LKE-SCALE"}

    def test_self_assessment(self) -> None:
        """AA everywhere is 100 points; the scores shown for it add up to 107.50, beside a printed 100.00."""
        total, grade = TABLE.facts["self_assessment"]
        letters = dict.fromkeys(CODES, TABLE.facts["self_letters"])
        lines = [PrintedLine(code, weight=shown, score=shown) for code, shown in zip(CODES, SHOWN, strict=True)]
        printed = PrintedSheet(lines, total=parse_number(total, "en"), grade=grade, scale=AKIP_88_2021)
        sheet = EvaluationSheet("LKE-PA-MANDIRI", 2024, LKE_88_2021, letters, printed=printed)
        assert (sheet.total.score, sheet.grade) == (Decimal("100.00"), "AA")
        assert sum(SHOWN) == Decimal("107.5")
        assert self.found(sheet, "LKE-SCORE") == self.found(sheet, "LKE-WEIGHT") == self.found(SHEET, "LKE-WEIGHT")
        (found,) = (one for one in sheet.check() if one.code == "LKE-SUM")
        assert found.text("id") == "Nilai akhir tercetak 100, padahal bagian-bagiannya yang tercetak berjumlah 107,5"
