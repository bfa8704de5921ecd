"""Laws of the evaluation sheet, each with the sentence that it proves."""

from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from sakip import Reference, Text
from sakip.lifecycle import (
    ANSWERS_88_2021,
    ANSWERS_A_D,
    ANSWERS_Y_T,
    LKE_88_2021,
    LKE_TRENGGALEK,
    PRESENCE_88_2021,
    AnswerScale,
    EvaluationSheet,
    EvaluationTemplate,
    PrintedLine,
    PrintedSheet,
    SheetComponent,
    SheetCriterion,
    SheetSubComponent,
)
from sakip.policies import AKIP_88_2021

SOURCE = Reference("Lembar contoh", certainty="derived")
READINGS = ("sub_component", "criterion")
SCALES = st.sampled_from([ANSWERS_88_2021, PRESENCE_88_2021, ANSWERS_A_D, ANSWERS_Y_T])


@st.composite
def templates(draw: st.DrawFn, *, own: bool = True) -> EvaluationTemplate:
    """Templates of up to three components, whose weights may or may not add up, with criteria of any weight.

    With ``own`` a criterion may have answers of its own.
    """
    answers_of = st.none() | SCALES if own else st.none()
    components = []
    for at in range(1, draw(st.integers(1, 3)) + 1):
        subs = []
        for letter in "abc"[: draw(st.integers(1, 3))]:
            code = f"{at}.{letter}"
            criteria = [
                SheetCriterion(f"{code}.{number}", Text.literal("Kriteria"), weight=weight, answers=answers)
                for number, (weight, answers) in enumerate(
                    draw(st.lists(st.tuples(st.integers(1, 9), answers_of), min_size=1, max_size=4)), start=1
                )
            ]
            weight = draw(st.integers(1, 60))
            subs.append(
                SheetSubComponent(code, Text.literal("Bagian"), weight, answers=draw(SCALES), criteria=criteria)
            )
        components.append(SheetComponent(str(at), Text.literal("Komponen"), draw(st.integers(1, 100)), subs))
    return EvaluationTemplate("contoh", Text.literal("Contoh"), components, scale=AKIP_88_2021, reference=SOURCE)


def asked(template: EvaluationTemplate, reading: str) -> dict[str, AnswerScale]:
    """The scale of each code that is to be answered."""
    if reading == "sub_component":
        return {sub.code: sub.answers for sub in template.sub_components}
    return {one.code: one.answers or sub.answers for sub in template.sub_components for one in sub.criteria}


def sheet_of(template: EvaluationTemplate, reading: Any, answers: Any, **rest: Any) -> EvaluationSheet:
    """A sheet of one template and reading."""
    return EvaluationSheet("LKE", 2025, template, answers, reading=reading, **rest)


def answered(draw: st.DrawFn, template: EvaluationTemplate, reading: str) -> dict[str, str]:
    """An answer to everything that is asked."""
    return {code: draw(st.sampled_from(scale.labels)) for code, scale in asked(template, reading).items()}


@st.composite
def sheets(draw: st.DrawFn, *, whole: bool = True) -> EvaluationSheet:
    """Sheets of any template and either reading, all or part of which is answered."""
    template = draw(st.one_of(templates(), st.sampled_from([LKE_88_2021, LKE_TRENGGALEK])))
    reading = draw(st.sampled_from(READINGS))
    answers = answered(draw, template, reading)
    if not whole:
        kept = draw(st.sets(st.sampled_from(sorted(answers))))
        answers = {code: label for code, label in answers.items() if code in kept}
    return sheet_of(template, reading, answers)


class TestScores:
    """Each answer gives its part of the weight, and nothing is lost or added on the way up."""

    @given(sheets())
    def test_parts_add_up(self, sheet: EvaluationSheet) -> None:
        """The total is the sum of components, these of sub-components, these of criteria: exactly, on every sheet."""
        for kind, below in (("total", "component"), ("component", "sub_component")):
            whole = [line for line in sheet if line.kind == kind]
            parts = [line for line in sheet if line.kind == below]
            assert sum(line.exact or 0 for line in whole) == sum(line.exact or 0 for line in parts)
            assert sum(line.weight for line in whole) == sum(line.weight for line in parts)
        criteria = [line for line in sheet if line.kind == "criterion"]
        if sheet.reading == "criterion":
            subs = [line for line in sheet if line.kind == "sub_component"]
            assert sum(line.weight for line in criteria) == sum(line.weight for line in subs)
            assert sum(line.exact or 0 for line in criteria) == sum(line.exact or 0 for line in subs)

    @given(sheets())
    def test_within_the_weights(self, sheet: EvaluationSheet) -> None:
        """No part scores below nothing or above its weight."""
        assert all(line.exact is not None and 0 <= line.exact <= line.weight for line in sheet)

    @given(sheets(), st.data())
    def test_a_better_answer_never_scores_less(self, sheet: EvaluationSheet, data: st.DataObject) -> None:
        """Each step up of one answer raises the total and everything that the answer is part of."""
        scales = asked(sheet.template, sheet.reading)
        code = data.draw(st.sampled_from(sorted(scales)))
        labels, answers = scales[code].labels, dict(sheet.answers)
        place = labels.index(answers[code])
        better = sheet_of(sheet.template, sheet.reading, {**answers, code: labels[max(place - 1, 0)]})
        assert better.total.lowest >= sheet.total.lowest
        assert all(up.lowest >= line.lowest for up, line in zip(better, sheet, strict=True))
        assert (better.total.lowest > sheet.total.lowest) == (place > 0)

    @given(templates(own=False), st.data())
    def test_both_readings_of_one_answer_everywhere(self, template: EvaluationTemplate, data: st.DataObject) -> None:
        """Where every criterion is answered as its sub-component is, by one scale, both readings give the same."""
        subs = template.sub_components
        labels = {sub.code: data.draw(st.sampled_from(sub.answers.labels)) for sub in subs}
        same = {one.code: labels[sub.code] for sub in subs for one in sub.criteria}
        by_letter = sheet_of(template, "sub_component", labels).total.exact
        assert sheet_of(template, "criterion", same).total.exact == by_letter is not None


class TestOpen:
    """What is not answered is no zero: the total is withheld, and lies between two numbers."""

    @given(sheets(whole=False), st.data())
    def test_bounds_hold(self, sheet: EvaluationSheet, data: st.DataObject) -> None:
        """Whatever the open answers turn out to be, the total lies between its bounds."""
        scales = asked(sheet.template, sheet.reading)
        rest = {code: data.draw(st.sampled_from(scales[code].labels)) for code in sheet.total.open}
        whole = sheet_of(sheet.template, sheet.reading, {**dict(sheet.answers), **rest})
        assert whole.total.exact is not None
        assert sheet.total.lowest <= whole.total.exact <= sheet.total.highest
        assert whole.total.open == ()

    @given(sheets(whole=False))
    def test_open_or_scored(self, sheet: EvaluationSheet) -> None:
        """A part has a score or names what is open in it; the findings name exactly what is open."""
        for line in sheet:
            assert (line.exact is None) == bool(line.open)
        found = [one.subject for one in sheet.check() if one.code == "LKE-UNANSWERED"]
        assert found == [f"sheet[LKE].answers[{code}]" for code in sheet.total.open]
        assert (sheet.grade is None) == bool(sheet.total.open)


class TestPrints:
    """A score must be the letter's worth times the weight, and shown and used weights must agree (V24)."""

    @given(sheets())
    def test_its_own_numbers_are_right(self, sheet: EvaluationSheet) -> None:
        """A sheet that prints what its answers give, each number rounded, has no finding about its prints."""
        lines = [
            PrintedLine(
                line.code, weight=str_of(line.weight) if line.kind == "sub_component" else None, score=line.score
            )
            for line in sheet
            if line.code
        ]
        total = sheet.total.score
        printed = PrintedSheet(lines, total=total, grade=sheet.grade, scale=sheet.template.scale)
        again = sheet_of(sheet.template, sheet.reading, sheet.answers, printed=printed)
        assert [one for one in again.check() if one.subject.startswith("sheet[LKE].printed")] == []

    @given(sheets(), st.data())
    def test_one_wrong_number_is_found(self, sheet: EvaluationSheet, data: st.DataObject) -> None:
        """A score or a weight that is off by a hundredth is found, and only there."""
        subs = [line for line in sheet if line.kind == "sub_component"]
        line = data.draw(st.sampled_from(subs))
        assert line.score is not None
        off = Fraction(data.draw(st.sampled_from([-1, 1])), 100)
        for shown, code in (
            (PrintedLine(line.code, score=str_of(Fraction(line.score) + off)), "LKE-SCORE"),
            (PrintedLine(line.code, weight=str_of(line.weight + off)), "LKE-WEIGHT"),
        ):
            again = sheet_of(sheet.template, sheet.reading, sheet.answers, printed=PrintedSheet([shown]))
            found = [one for one in again.check() if one.subject.startswith("sheet[LKE].printed")]
            assert [(one.code, one.subject) for one in found] == [(code, f"sheet[LKE].printed[{line.code}]")]


def str_of(value: Fraction) -> str:
    """A number with at most two decimals as canonical text."""
    sign, hundredths = "-" if value < 0 else "", abs(value * 100)
    assert hundredths.denominator == 1
    return f"{sign}{hundredths.numerator // 100}.{hundredths.numerator % 100:02d}"


@given(sheets(whole=False))
def test_whatever_is_asked_is_answered(sheet: EvaluationSheet) -> None:
    """Rows, tables, explanations and findings exist for every sheet, in both languages and any width."""
    assert len(sheet.rows()) == len(sheet)
    assert len(sheet.table("en").rows) == len(sheet)
    assert max(len(line) for line in sheet.text(width=40).splitlines()) <= 40
    assert sheet.explain("en").count("\n") >= len(sheet) - 1
    assert all(one.text("id") and one.text("en") for one in sheet.check())
