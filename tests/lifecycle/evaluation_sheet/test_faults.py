from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve

from sakip import Finding, Interval
from sakip.lifecycle import (
    ANSWERS_A_D,
    LKE_88_2021,
    AnswerChoice,
    AnswerScale,
    EvaluationSheet,
    PrintedLine,
    PrintedSheet,
    SheetSubComponent,
)
from sakip.policies import AKIP_88_2021
from sakip.scoring import GradeScale
from tests.lifecycle.evaluation_sheet.making import SOURCE, TEMPLATE, name, sheet

THIRDS = AnswerScale([AnswerChoice("A", "66.666667")], SOURCE)
WHOLE = {"1.a.1": "Y", "1.a.2": "B", "2.a.1": "D"}
GIVEN = {"renja": "Perbup 12/2024"}
LETTERS = {sub.code: "BB" for sub in LKE_88_2021.sub_components}


def faults(found: EvaluationSheet) -> dict[str, Finding]:
    """The findings of a sheet by their codes, each once."""
    return {one.code: one for one in found.check()}


def national(answers: Any, **rest: Any) -> EvaluationSheet:
    """A sheet of the national template, of which the sub-components are answered."""
    return EvaluationSheet("LKE-1", 2024, LKE_88_2021, answers, **rest)


def test_a_sound_sheet() -> None:
    """Every criterion answered by its scale, with its evidence: nothing is found."""
    assert sheet(WHOLE, evidence=GIVEN).check().codes() == ()
    assert national(LETTERS).check().codes() == ()


class TestAnswers:
    def test_off_the_scale(self) -> None:
        """An answer that the scale does not know is named with those that it knows, and counts as none."""
        found = sheet({**WHOLE, "1.a.1": "AA"}, evidence=GIVEN).check()
        assert found.codes() == ("LKE-ANSWER", "LKE-UNANSWERED")
        assert found.findings[0].text("id") == "AA bukan jawaban untuk 1.a.1; pilih Y, T"
        assert found.findings[0].subject == "sheet[LKE-1].answers[1.a.1]"

    def test_of_a_code_that_is_not_there(self) -> None:
        """A code that the template lacks is named with those that look like it."""
        found = faults(national({**LETTERS, "1.B": "BB", "zz": "BB"}))["LKE-UNKNOWN"]
        assert found.subject == "sheet[LKE-1].answers[zz]"
        first = national({**LETTERS, "1.B": "BB"}).check().findings[0]
        assert "yang mirip: 1.b" in first.text("id")
        assert "similar: 1.b" in first.text("en")

    @pytest.mark.parametrize(
        ("given", "words"),
        [
            (sheet({**WHOLE, "1.a": "A"}, evidence=GIVEN), "answer its criteria"),
            (sheet({**WHOLE, "1": "A"}, evidence=GIVEN), "answer its criteria"),
            (national({**LETTERS, "1": "BB"}), "answer its sub-components"),
        ],
        ids=["a sub-component", "a component", "a component by letter"],
    )
    def test_of_a_sum(self, given: EvaluationSheet, words: str) -> None:
        """What is a sum of other parts has no answer of its own; its score stays that of its parts."""
        (found,) = given.check()
        assert found.code == "LKE-MISPLACED"
        assert words in found.text("en")
        assert given.total.exact is not None

    def test_twice(self) -> None:
        """Two answers to one code are found; where they differ there is no answer, where they are alike there is."""
        apart = sheet([*WHOLE.items(), ("1.a.1", "T")], evidence=GIVEN)
        assert apart.check().codes() == ("LKE-TWICE", "LKE-UNANSWERED")
        alike = sheet([*WHOLE.items(), ("1.a.1", "Y")], evidence=GIVEN)
        assert alike.check().codes() == ("LKE-TWICE",)
        assert alike.total.score == Decimal("46.40")

    def test_open(self) -> None:
        """What is not answered is found part by part, with its name."""
        found = national({}).check()
        assert found.codes() == ("LKE-UNANSWERED",) * 12
        assert found.findings[0].text("id") == "1.a Keberadaan belum dijawab; nilainya belum ada, bukan nol"

    def test_without_criteria(self) -> None:
        """A sub-component without criteria can only be answered itself."""
        first, second = TEMPLATE.components
        bare = SheetSubComponent("1.a", name("Rencana"), 60, answers=ANSWERS_A_D)
        template = evolve(TEMPLATE, components=[evolve(first, sub_components=[bare]), second])
        by_criterion = EvaluationSheet("LKE-1", 2024, template, {"2.a.1": "A"}, reading="criterion")
        assert by_criterion.check().codes() == ("LKE-NO-CRITERIA",)
        assert EvaluationSheet("LKE-1", 2024, template, {"1.a": "A", "2.a": "A"}, evidence=GIVEN).check().codes() == ()


class TestGradation:
    @pytest.mark.parametrize(
        ("met", "letter", "fits"),
        [
            (3, "A", True),
            (3, "B", True),
            (3, "CC", False),
            (2, "B", False),
            (2, "CC", True),
            (1, "C", True),
            (1, "CC", False),
            (1, "D", False),
            (0, "E", True),
            (0, "D", False),
        ],
    )
    def test_letter_and_criteria(self, met: int, letter: str, fits: bool) -> None:
        """Of three criteria 100, 66.67, 33.33 or 0 percent are met; the letter must be one that this share admits."""
        probes = {f"2.a.{at}": "Y" if at <= met else "T" for at in (1, 2, 3)}
        found = faults(national({**LETTERS, **probes, "2.a": letter}))
        assert ("LKE-GRADATION" in found) is not fits

    def test_says_what_the_letter_means(self) -> None:
        """The finding tells the share that is met and the one that the letter stands for."""
        probes = {"2.a.1": "Y", "2.a.2": "Y", "2.a.3": "T"}
        found = faults(national({**LETTERS, **probes, "2.a": "B"}))["LKE-GRADATION"]
        assert found.text("en") == (
            "2.a is answered B, but 66.67 % of its criteria are met; B means above 75 up to 100 %"
        )
        assert found.severity == "warning"
        whole = faults(national({**LETTERS, **probes}))["LKE-GRADATION"]
        assert whole.text("id") == "2.a dijawab BB, padahal 66,67 % kriterianya terpenuhi; BB berarti 100 %"

    @pytest.mark.parametrize(
        ("met", "words"),
        [
            (Interval.closed_open(80, 90), "from 80 below 90 %"),
            (Interval.more_than(90), "above 90 up to 100 %"),
            (Interval.less_than(10), "from 0 below 10 %"),
        ],
    )
    def test_shares_of_a_scale_of_ones_own(self, met: Interval, words: str) -> None:
        """Whatever share an answer stands for is told in words, from 0 to 100 where it has no bound."""
        own = AnswerScale([AnswerChoice("A", 100, met=met)], SOURCE)
        first, second = TEMPLATE.components
        sub = evolve(first.sub_components[0], answers=own)
        template = evolve(TEMPLATE, components=[evolve(first, sub_components=[sub]), second])
        given = EvaluationSheet("L", 2024, template, {"1.a": "A", "1.a.1": "Y", "1.a.2": "T"})
        assert faults(given)["LKE-GRADATION"].text("en").endswith(f"A means {words}")

    @pytest.mark.parametrize(
        ("letter", "probes", "words"),
        [
            ("BB", "T", "BB, padahal paling banyak 66,67 %"),
            ("BB", "Y", None),
            ("B", "T", "B, padahal paling banyak 66,67 %"),
            ("CC", "T", None),
            ("CC", "TT", "CC, padahal paling banyak 33,33 %"),
            ("E", "Y", "E, padahal paling sedikit 33,33 %"),
            ("E", "T", None),
            ("D", "Y", "D, padahal paling sedikit 33,33 %"),
            ("C", "YY", "C, padahal paling sedikit 66,67 %"),
            ("C", "YT", None),
            ("AA", "", None),
        ],
    )
    def test_some_criteria_may_say_enough(self, letter: str, probes: str, words: str | None) -> None:
        """With criteria open the share lies between two numbers; a letter that neither admits is contradicted."""
        given = {f"2.a.{at}": label for at, label in enumerate(probes, start=1)}
        found = faults(national({**LETTERS, **given, "2.a": letter}))
        assert ("LKE-GRADATION" in found) is (words is not None)
        if words is not None:
            assert words in found["LKE-GRADATION"].text("id")

    def test_scales_without_shares(self) -> None:
        """A scale that ties no answer to a share is never contradicted."""
        probes = {"1.a": "A", "2.a": "A", "1.a.1": "T", "1.a.2": "T", "2.a.1": "T"}
        assert sheet(probes, reading="sub_component", evidence=GIVEN).check().codes() == ()


class TestEvidence:
    def test_lacking(self) -> None:
        """A criterion that is met without its documents is found; optional documents may lack."""
        (found,) = sheet(WHOLE).check()
        assert found.text("id") == "1.a.1 dijawab Y tanpa bukti: Rencana kerja"
        assert found.subject == "sheet[LKE-1].evidence[1.a.1]"

    def test_not_asked_for_nothing(self) -> None:
        """Nothing is to be proved of what is answered no, or not at all."""
        assert "LKE-EVIDENCE" not in faults(sheet({**WHOLE, "1.a.1": "T"}))
        assert "LKE-EVIDENCE" not in faults(sheet({"2.a.1": "A"}))

    def test_of_the_criteria_behind_a_letter(self) -> None:
        """Where sub-components are answered, the documents of their criteria are asked for."""
        found = sheet({"1.a": "C", "2.a": "A"}, reading="sub_component").check()
        assert found.codes() == ("LKE-EVIDENCE",)
        assert "answered C" in found.findings[0].text("en")

    def test_of_a_document_that_nobody_asks_for(self) -> None:
        """A document that the template does not list is named, with those that look like it."""
        found = faults(sheet(WHOLE, evidence={**GIVEN, "Renja ": "x"}))["LKE-DOCUMENT"]
        assert "yang mirip: renja" in found.text("id")


class TestPrints:
    def printed(self, *lines: PrintedLine, **rest: Any) -> dict[str, Finding]:
        """The findings of a sheet that says this of itself."""
        return faults(sheet(WHOLE, evidence=GIVEN, printed=PrintedSheet(lines, **rest)))

    def test_that_agree(self) -> None:
        """Weights, scores, sums, predicate and scale as the answers give them: nothing is found."""
        lines = [
            PrintedLine("1", weight=60, score="46.40"),
            PrintedLine("1.a", weight=60, score="46.4"),
            PrintedLine("2", weight=40, score=0),
            PrintedLine("2.a", weight=40, score=0),
        ]
        assert self.printed(*lines, total="46.4", grade="C", scale=AKIP_88_2021) == {}

    def test_weight(self) -> None:
        """A shown weight is held against the template's; a score above the shown weight is found too."""
        found = self.printed(PrintedLine("1.a", weight=40, score="46.4"))
        assert [*found] == ["LKE-WEIGHT", "LKE-OVER"]
        assert found["LKE-WEIGHT"].text("id") == "Bobot 1.a tercetak 40, padahal 60"
        assert self.printed(PrintedLine("1.a", weight="46.39", score="46.4"))["LKE-OVER"].subject.endswith("[1.a]")
        assert "LKE-OVER" not in self.printed(PrintedLine("1.a", weight="46.4", score="46.4"))

    def test_weight_of_a_criterion(self) -> None:
        """A weight that does not end is compared as it is printed, rounded to the decimals of the sheet."""
        third = evolve(TEMPLATE.components[0].sub_components[0], weight=10)
        template = evolve(
            TEMPLATE, components=[evolve(TEMPLATE.components[0], weight=10, sub_components=[third])], total=10
        )
        answers = {"1.a.1": "Y", "1.a.2": "A"}
        for weight, codes in (("3.33", ()), ("3.3", ("LKE-WEIGHT",))):
            shown = PrintedSheet([PrintedLine("1.a.1", weight=weight)])
            found = EvaluationSheet("L", 2024, template, answers, reading="criterion", evidence=GIVEN, printed=shown)
            assert found.check().codes() == codes

    @pytest.mark.parametrize(("score", "wrong"), [("46.40", False), ("46.39", True), ("46.41", True)])
    def test_score(self, score: str, wrong: bool) -> None:
        """A printed score is that of the answers to the last printed decimal."""
        assert ("LKE-SCORE" in self.printed(PrintedLine("1.a", score=score))) is wrong

    def test_decimals_are_declared(self) -> None:
        """A sheet that prints whole numbers is read so."""
        assert self.printed(PrintedLine("1.a", score=46), decimals=0) == {}
        assert [*self.printed(PrintedLine("1.a", score=46), decimals=1)] == ["LKE-SCORE"]

    def test_what_has_no_score_yet(self) -> None:
        """A printed score of a part that is not answered cannot be checked; that it is open is found already."""
        shown = PrintedSheet([PrintedLine("1.a", score=9)], total=9)
        assert faults(sheet({}, printed=shown)).keys() == {"LKE-UNANSWERED"}

    def test_sums(self) -> None:
        """Printed parts must add up to the printed whole, on each level, whatever the answers are."""
        found = self.printed(
            PrintedLine("1", score="46.5"), PrintedLine("1.a", score="46.4"), PrintedLine("2.a", score=0), total="46.4"
        )
        assert found["LKE-SUM"].subject == "sheet[LKE-1].printed"
        assert found["LKE-SUM"].text("en") == "The total is printed 46.4, but the printed parts add up to 46.5"
        sums = self.printed(PrintedLine("1", score="46.5"), PrintedLine("1.a", score="46.4"))
        assert sums["LKE-SUM"].text("id").startswith("Nilai 1 tercetak 46,5")
        assert "LKE-SUM" not in self.printed(PrintedLine("1.a", score="46.4"), total="46.4")

    @pytest.mark.parametrize(
        ("total", "codes"), [("66.64", ["LKE-SUM"]), ("66.65", []), ("66.67", []), ("66.68", ["LKE-SUM"])]
    )
    def test_sums_of_rounded_parts(self, total: str, codes: list[str]) -> None:
        """Two parts that were each rounded to 33.33 may make 66.67, within half a unit for each rounding."""
        first, second = TEMPLATE.components
        subs = [
            evolve(first.sub_components[0], code=code, weight=50, criteria=[], answers=THIRDS)
            for code in ("1.a", "2.a")
        ]
        halves = [evolve(one, weight=50, sub_components=[sub]) for one, sub in zip((first, second), subs, strict=True)]
        template = evolve(TEMPLATE, components=halves)
        shown = PrintedSheet([PrintedLine("1.a", score="33.33"), PrintedLine("2.a", score="33.33")], total=total)
        given = EvaluationSheet("L", 2024, template, {"1.a": "A", "2.a": "A"}, printed=shown)
        assert given.total.score == Decimal("66.67")
        assert [*given.check().codes()] == codes

    def test_graded_by_the_exact_number(self) -> None:
        """A total printed 80.00 that is a little more is A; where another number is printed, that one is graded."""
        scale = AnswerScale([AnswerChoice("A", "80.003")], SOURCE)
        first, _ = TEMPLATE.components
        sub = evolve(first.sub_components[0], weight=100, criteria=[], answers=scale)
        template = evolve(TEMPLATE, components=[evolve(first, weight=100, sub_components=[sub])])
        for total, grade, codes in (
            ("80.00", "A", ()),
            ("80.00", "BB", ("LKE-GRADE",)),
            ("79.99", "BB", ("LKE-SCORE",)),
        ):
            shown = PrintedSheet(total=total, grade=grade)
            assert EvaluationSheet("L", 2024, template, {"1.a": "A"}, printed=shown).check().codes() == codes

    def test_total_without_parts(self) -> None:
        """A total that stands alone is held against the answers."""
        found = self.printed(total="46.5")["LKE-SCORE"]
        assert found.text("id") == "Nilai akhir tercetak 46,5, padahal jawabannya memberi 46,4"
        assert self.printed(total="46.4") == {}

    def test_lines_that_are_not_there_or_twice(self) -> None:
        """A printed line must be one of the sheet, once."""
        assert [*self.printed(PrintedLine("9"))] == ["LKE-UNKNOWN"]
        assert [*self.printed(PrintedLine("1.a"), PrintedLine("1.a"))] == ["LKE-TWICE"]

    @pytest.mark.parametrize(("total", "grade", "wrong"), [(90, "A", False), (90, "AA", True), ("90.01", "AA", False)])
    def test_predicate(self, total: Any, grade: str, wrong: bool) -> None:
        """Exactly 90 is A; the predicate must be that of the printed total."""
        found = faults(sheet({}, printed=PrintedSheet(total=total, grade=grade)))
        assert ("LKE-GRADE" in found) is wrong

    def test_scale_closed_on_the_other_side(self) -> None:
        """A scale that reads >= gives another predicate at each cut, and nowhere else."""
        code = GradeScale(AKIP_88_2021.bands, closed="lower")
        found = self.printed(scale=code)["LKE-SCALE"]
        assert found.text("id") == (
            "Skala predikat lembar ini menyimpang dari contoh: 90 menjadi AA, bukan A (angka yang menyimpang: "
            "90; 80; 70; 60; 50; 30)"
        )

    def test_scale_with_a_band_of_its_own(self) -> None:
        """A scale that knows an E below 10 departs there; the number between two cuts shows it."""
        code = GradeScale([(0, "E"), (10, "D"), *AKIP_88_2021.bands[1:]], closed="upper")
        found = self.printed(scale=code)["LKE-SCALE"]
        assert dict(found.arguments)["points"].render("en") == "10; 5; 0"  # type: ignore[union-attr]
        assert self.printed(scale=AKIP_88_2021) == {}
