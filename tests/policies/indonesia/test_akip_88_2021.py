"""PermenPANRB 88/2021: sheets of the evaluation of accountability, and their predicates."""

from decimal import Decimal
from fractions import Fraction

import pytest

from sakip import Evaluation, Realization, evaluate
from sakip.policies import AKIP_88_2021, LKJIP
from sakip.policies.indonesia import akip_88_2021
from sakip.scoring import Mean, Round, Stage, Sum, WeightedMean, Weights
from tests.scoring.making import agreement, target

ANSWERS = {"AA": 100, "A": 90, "BB": 80, "B": 70, "CC": 60, "C": 50, "D": 30, "E": 0}
SHEET = {
    "perencanaan": ("6", "9", "15"),
    "pengukuran": ("6", "9", "15"),
    "pelaporan": ("3", "4.5", "7.5"),
    "evaluasi": ("5", "7.5", "12.5"),
}
# An answer is worth its share of the sub-component's weight: the weighted mean of the answers, over the whole sheet.
POLICY = LKJIP.evolve(
    id="lke",
    weights=Weights(total=100, per="agreement", absent="refuse"),
    objective=Stage(WeightedMean(), [Round(2)]),
    total=Stage(WeightedMean(), [Round(2)]),
    scale=AKIP_88_2021,
)


def sheet(*answers: str) -> Evaluation:
    """The evaluation of a whole sheet: three answers for each of the four components."""
    found = iter(answers)
    groups, delivered = [], []
    for component, weights in SHEET.items():
        group = []
        for place, weight in enumerate(weights, start=1):
            code = f"{component}-{place}"
            group.append(target(100, code=code, weight=weight))
            delivered.append(Realization(code, ANSWERS[next(found)]))
        groups.append(group)
    return evaluate(agreement(*groups), delivered, policy=POLICY)


class TestSheet:
    """Lembar kerja evaluasi: the value of an answer times the weight of its sub-component, added up."""

    def test_planning(self) -> None:
        """Worked example 1: BB, B and CC of planning are 4.8 + 6.3 + 9.0 = 20.10 of 30."""
        scores = [
            (Fraction(ANSWERS[answer]) * Fraction(weight) / 100).as_integer_ratio()
            for answer, weight in zip(("BB", "B", "CC"), SHEET["perencanaan"], strict=True)
        ]
        assert Fraction(*Sum().combine(scores, (1, 1, 1), ())) == Fraction("20.10")

    def test_whole_agency(self) -> None:
        """Worked example 2: 20.10 + 20.10 + 11.55 + 14.25 is exactly 66.00, which is B."""
        found = sheet("BB", "B", "CC", "BB", "B", "CC", "A", "BB", "B", "B", "CC", "C")
        assert (found.score.exact, str(found.score.value), found.grade) == (66, "66.00", "B")
        components = [
            one.score.exact * weight / 100 for one, weight in zip(found.objectives, (30, 30, 15, 25), strict=True)
        ]
        assert components == [Fraction("20.1"), Fraction("20.1"), Fraction("11.55"), Fraction("14.25")]

    def test_every_answer_bb(self) -> None:
        """Worked example 3: every answer BB is exactly 80.00, and that is BB, for A starts above 80."""
        found = sheet(*["BB"] * 12)
        assert (found.score.value, found.grade) == (80, "BB")
        assert sheet(*["A"] * 12).grade == "A"
        assert sheet(*["AA"] * 12).grade == "AA"
        assert sheet(*["E"] * 12).grade == "D"

    def test_published_sheet(self) -> None:
        """A court's sheet adds up to 24.60, 25.50, 13.95 and 23.75, together 87.80 and A."""
        found = sheet("A", "BB", "BB", "BB", "BB", "A", "BB", "A", "AA", "A", "A", "AA")
        components = [
            one.score.exact * weight / 100 for one, weight in zip(found.objectives, (30, 30, 15, 25), strict=True)
        ]
        assert components == [Fraction(text) for text in ("24.6", "25.5", "13.95", "23.75")]
        assert (found.score.value, found.grade) == (Decimal("87.80"), "A")

    def test_sum_of_components(self) -> None:
        """27 + 24 + 12 + 18.5 is 81.5 and A, by the aggregation that adds."""
        components = [target(100, code=code) for code in SHEET]
        policy = POLICY.evolve(
            weights=LKJIP.weights, objective=Stage(Sum(), [Round(2)]), total=Stage(Mean(), [Round(2)])
        )
        given = [Realization(code, amount) for code, amount in zip(SHEET, ("27", "24", "12", "18.5"), strict=True)]
        found = evaluate(agreement(components), given, policy=policy)
        assert (found.score.value, found.grade) == (Decimal("81.50"), "A")


class TestPredicate:
    """AA > 90, A > 80, BB > 70, B > 60, CC > 50, C > 30, D 0-30: lower bounds are strict, upper ones included."""

    @pytest.mark.parametrize(
        ("number", "label"),
        [
            ("100", "AA"),
            ("90.004", "AA"),
            ("90.005", "AA"),
            ("90.01", "AA"),
            ("90", "A"),
            ("80.000001", "A"),
            ("80", "BB"),
            ("70", "B"),
            ("60", "CC"),
            ("50", "C"),
            ("30", "D"),
            ("30.000001", "C"),
            ("0", "D"),
        ],
    )
    def test_bands(self, number: str, label: str) -> None:
        """An edge belongs to the band below; 90.005 is AA although printed bands begin at 90.01."""
        assert AKIP_88_2021.grade(Fraction(number)) == label

    def test_labels(self) -> None:
        """Seven labels and no E, which is an answer and no predicate."""
        assert AKIP_88_2021.labels == ("D", "C", "CC", "B", "BB", "A", "AA")
        assert akip_88_2021.AKIP_88_2021 is AKIP_88_2021
        assert AKIP_88_2021.reference.certainty == "secondary"
