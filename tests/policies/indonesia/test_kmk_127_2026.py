"""KMK 127/2026: performance of the Ministry of Finance."""

from decimal import Decimal
from fractions import Fraction

import pytest

from sakip import BPK_OPINIONS, Evaluation, Level, Period, Realization, evaluate, score
from sakip.policies import KMK_127_2026
from sakip.policies.indonesia import kmk_127_2026
from sakip.scoring import Cap, Floor, Formula, WeightedMean
from tests.scoring.making import agreement, code_of, evaluated, target

Q1, Q2, Q3, Q4 = QUARTERS = Period.year(2025).parts("quarter")


class TestPolarities:
    """Pp. 67-70: R/T, mirrored for negative targets; 1 + (1 - R/T); the tent with its conversion; clamped to 0-120."""

    @pytest.mark.parametrize(
        ("polarity", "realization", "promised", "value"),
        [
            ("maximize", "4.56", "4.39", "103.87"),
            ("maximize", "-11", "-10", "90"),
            ("maximize", "-5", "-10", "120"),
            ("maximize", "-10", "-10", "100"),
            ("maximize", "0", "10", "0"),
            ("maximize", "-1", "10", "0"),
            ("minimize", "0.0101", "0.1", "120"),
            ("minimize", "21", "10", "0"),
            ("minimize", "8", "10", "120"),
            ("minimize", "12", "10", "80"),
            ("minimize", "0", "10", "120"),
            ("stabilize", "96", "100", "112"),
            ("stabilize", "102", "100", "116"),
            ("stabilize", "100", "100", "120"),
            ("stabilize", "90", "100", "100"),
            ("stabilize", "85", "100", "94.44"),
            ("stabilize", "112", "100", "97.78"),
            ("stabilize", "125", "100", "83.33"),
            ("stabilize", "0", "100", "0"),
            ("stabilize", "200", "100", "0"),
            ("stabilize", "250", "100", "0"),
            ("maximize", "4", "3.25", "120"),
        ],
    )
    def test_worked_examples(self, polarity: str, realization: str, promised: str, value: str) -> None:
        """Every worked example of the decree and the derived ones beside it."""
        assert score(target(promised, polarity), realization, policy=KMK_127_2026).value == Decimal(value)

    def test_misprint(self) -> None:
        """For 4.56 against 4.39 the decree prints 114.26, an arithmetic slip: the quotient is 103.87."""
        found = score(target("4.39"), "4.56", policy=KMK_127_2026)
        assert found.exact == Fraction(45600, 439)
        assert found.value == Decimal("103.87") != Decimal("114.26")

    def test_one_line_of_the_decree_says_101(self) -> None:
        """The text names 101 in one line and works with 102, whose first achievement is 98: 116; 101 would give 118."""
        assert score(target(100, "stabilize"), 101, policy=KMK_127_2026).value == 118
        assert score(target(100, "stabilize"), 102, policy=KMK_127_2026).value == 116

    @pytest.mark.parametrize(
        ("realization", "achievement"), [("-11", 90), ("-5", 150), ("-20", 0), ("0", 200), ("-30", -100)]
    )
    def test_negative_target(self, realization: str, achievement: int) -> None:
        """With a target of -10 the achievement before the clamp rises as the loss shrinks."""
        assert score(target(-10), realization, policy=KMK_127_2026).achievement == achievement

    def test_zero_target(self) -> None:
        """4 against 0 with a worst value of 10 is 60; maximize and stabilize of zero are not computable."""
        assert score(target(0, "minimize", worst_value=10), 4, policy=KMK_127_2026).value == 60
        assert score(target(0, "minimize", worst_value=10), 0, policy=KMK_127_2026).value == 100
        assert score(target(0, "minimize", worst_value=10), 12, policy=KMK_127_2026).value == 0
        assert code_of(score(target(0, "minimize"), 4, policy=KMK_127_2026)) == "no-worst-value"
        for polarity in ("maximize", "stabilize"):
            assert code_of(score(target(0, polarity, worst_value=10), 4, policy=KMK_127_2026)) == "zero-target"

    def test_negative_target_of_what_should_fall(self) -> None:
        """The decree's formula would score the worse higher there, so it has a reason, and that is stated."""
        assert code_of(score(target(-10, "minimize"), -11, policy=KMK_127_2026)) == "outside-domain"
        assert any("negatif" in reading.id for reading in KMK_127_2026.readings)

    def test_clamp(self) -> None:
        """The bounds are steps of the chain, so the achievement before them is kept."""
        assert {type(step) for step in KMK_127_2026.indicator[:2]} == {Floor, Cap}
        found = score(target(10), 15, policy=KMK_127_2026)
        assert (found.value, found.achievement) == (120, 150)

    def test_konversi_120(self) -> None:
        """A target that is already the best possible, when met, is 120; not met, or not the best, it is not."""
        assert score(target(100, ceiling=100), 100, policy=KMK_127_2026).value == 120
        assert score(target(100, ceiling=100), 99, policy=KMK_127_2026).value == 99
        assert score(target(90, ceiling=100), 90, policy=KMK_127_2026).value == 100
        assert score(target(2, "minimize", ceiling=2), 2, policy=KMK_127_2026).value == 120

    def test_konversi_120_of_levels(self) -> None:
        """The best level there is, when promised and given, is 120."""
        for opinion, wanted in (("WTP", 120), ("WDP", 100)):
            promise = target(Level(opinion), scale=BPK_OPINIONS)
            assert score(promise, Level(opinion), policy=KMK_127_2026).value == wanted

    def test_ceiling_is_that_of_the_judged_target(self) -> None:
        """A quarter's target of 25 is not at the ceiling of 100, which the year's target is."""
        promise = target(
            100, ceiling=100, consolidation="last_level", trajectory=dict(zip(QUARTERS, (25, 50, 75, 100), strict=True))
        )
        found = evaluate(agreement([promise]), [Realization("IKU-1", 25, period=Q1)], policy=KMK_127_2026, period=Q1)
        assert found["IKU-1"].score.value == 100

    def test_met(self) -> None:
        """The stabilize rule counts as kept from 100 on, though 120 is its value at the target."""
        found = evaluated(
            target(100, "stabilize", code="A"),
            target(100, "stabilize", code="B"),
            given={"A": 90, "B": "89.99"},
            policy=KMK_127_2026,
        )
        assert [one.status for one in found] == ["met", "missed"]
        assert isinstance(KMK_127_2026.stabilize, Formula)
        assert KMK_127_2026.stabilize.at_target == 120


class TestConsolidation:
    """Realizations are consolidated first and compared with the target then; only periods with a target count."""

    @staticmethod
    def through(how: str, promised: tuple[int, ...], delivered: tuple[object, ...], last: Period | None) -> Evaluation:
        """The evaluation of quarters up to one of them, or of the year."""
        year = {"sum": sum(promised), "average": sum(promised) / len(promised), "last_level": promised[-1]}[how]
        promise = target(Decimal(str(year)), consolidation=how, trajectory=dict(zip(QUARTERS, promised, strict=False)))
        given = [
            Realization("IKU-1", amount, period=quarter)
            for quarter, amount in zip(QUARTERS, delivered, strict=False)
            if amount is not None
        ]
        scope = {} if last is None else {"through": last}
        return evaluate(agreement([promise]), given, policy=KMK_127_2026, **scope)

    @pytest.mark.parametrize(
        ("how", "promised", "delivered", "last", "achievement"),
        [
            ("sum", (10, 10, 10, 10), (9, 11, 8, 15), Q2, "100"),
            ("sum", (10, 10, 10, 10), (9, 11, 8, 15), None, "107.5"),
            ("sum", (10, 10, 10, 10), (9, 11, 8, 15), Q4, "107.5"),
            ("sum", (10, 10, 10, 10), (9, 11, 8, 15), Q1, "90"),
            ("average", (10, 10, 10, 10), (9, 11, 8, 15), Q3, "280/3"),
            ("last_level", (25, 50, 75, 100), (20, 55, 70, 100), Q1, "80"),
            ("last_level", (25, 50, 75, 100), (20, 55, 70, 100), Q2, "110"),
            ("last_level", (25, 50, 75, 100), (20, 55, 70, 100), Q3, "280/3"),
            ("last_level", (25, 50, 75, 100), (20, 55, 70, 100), None, "100"),
        ],
    )
    def test_worked_examples(
        self, how: str, promised: tuple[int, ...], delivered: tuple[int, ...], last: Period | None, achievement: str
    ) -> None:
        """The derived examples of the notes: sums, an average and levels, up to a quarter and for the year."""
        found = self.through(how, promised, delivered, last)["IKU-1"].score
        assert found.achievement == Fraction(achievement)

    @pytest.mark.parametrize(
        ("how", "amounts", "last", "target_", "realization"),
        [
            ("sum", (4, 5, 4, 5), Q2, 9, 9),
            ("sum", (4, 5, 4, 5), None, 18, 18),
            ("last_level", (25, 60, 75, 100), Q3, 75, 75),
        ],
    )
    def test_targets_are_consolidated_too(
        self, how: str, amounts: tuple[int, ...], last: Period | None, target_: int, realization: int
    ) -> None:
        """4, 5, 4, 5 are 9 at the half-year and 18 for the year; 25, 60, 75, 100 are 75 at the third quarter."""
        found = self.through(how, amounts, amounts, last)
        (row,) = found.rows()
        assert (row["target"], row["realization"]) == (target_, realization)

    def test_average_of_equal_quarters(self) -> None:
        """Four quarters of 3.25 are 3.25, and capped at 120 against 3.25 a realization of 4 each is 120."""
        promise = target("3.25", consolidation="average", trajectory=dict.fromkeys(QUARTERS, "3.25"))
        for amount, value in (("3.25", 100), (4, 120)):
            given = [Realization("IKU-1", amount, period=quarter) for quarter in QUARTERS]
            assert evaluate(agreement([promise]), given, policy=KMK_127_2026).score.value == value

    def test_a_missing_quarter_is_no_zero(self) -> None:
        """If any quarter up to now lacks its realization there is no result, and the quarter is named."""
        found = self.through("sum", (10, 10, 10, 10), (9, None, 8, 15), Q3)["IKU-1"].score
        assert code_of(found) == "period-missing"
        assert "Triwulan II 2025" in found.reason.text("id")
        assert self.through("sum", (10, 10, 10, 10), (9, None, 8, 15), Q1)["IKU-1"].score.value == 90

    def test_one_quarter_alone(self) -> None:
        """A single period is compared with its own target, whatever the consolidation."""
        promise = target(40, consolidation="sum", trajectory=dict.fromkeys(QUARTERS, 10))
        given = [
            Realization("IKU-1", amount, period=quarter)
            for quarter, amount in zip(QUARTERS, (9, 11, 8, 15), strict=True)
        ]
        values = [
            evaluate(agreement([promise]), given, policy=KMK_127_2026, period=quarter)["IKU-1"].score.value
            for quarter in QUARTERS
        ]
        assert values == [90, 110, 80, 120]

    def test_what_is_not_due_is_not_missing(self) -> None:
        """An indicator with no target for the quarter has neither 0 nor 100 there, and leaves the others' mean."""
        yearly = target(1, code="A")
        quarterly = target(40, code="B", consolidation="sum", trajectory=dict.fromkeys(QUARTERS, 10))
        given = [Realization("B", 9, period=Q1)]
        found = evaluate(agreement([yearly, quarterly]), given, policy=KMK_127_2026, period=Q1)
        assert (found["A"].status, found.score.value, found.completeness) == ("left_out", 90, "final")
        assert code_of(found["A"].score) == "not-due"


class TestTotals:
    """NSS is the mean of the indicators weighted by quality, NKO comes from the objectives."""

    @pytest.mark.parametrize(
        ("rows", "value"),
        [
            ([("1.2", 110), ("1.0", 95)], "103.18"),
            ([("1.2", 110), ("1.0", 95), ("0.6", 80)], "98.21"),
            ([("40", 104), ("60", 97)], "99.80"),
        ],
    )
    def test_weighted_by_quality(self, rows: list[tuple[str, int]], value: str) -> None:
        """110 at 1.2 and 95 at 1.0 are 103.18; with 80 at 0.6 they are 98.21."""
        group = [target(100, code=f"I{at}", weight=weight) for at, (weight, _) in enumerate(rows)]
        found = evaluated(*group, given={f"I{at}": amount for at, (_, amount) in enumerate(rows)}, policy=KMK_127_2026)
        assert found.objectives[0].score.value == Decimal(value)

    @pytest.mark.parametrize(
        ("rows", "value"),
        [
            ([(30, "105"), (20, "110"), (25, "98"), (25, "102")], "103.5"),
            ([(25, "99.8"), (15, "102"), (30, "96"), (30, "110")], "102.05"),
        ],
    )
    def test_perspectives(self, rows: list[tuple[int, str]], value: str) -> None:
        """Perspectives of 105, 110, 98 and 102 at 30/20/25/25 are 103.5."""
        scores = [Fraction(number).as_integer_ratio() for _, number in rows]
        weights = [weight for weight, _ in rows]
        assert Fraction(*WeightedMean().combine(scores, weights, ())) == Fraction(value)

    @pytest.mark.parametrize(
        ("value", "grade"),
        [
            ("110", "Sangat Baik"),
            ("109.99", "Baik"),
            ("100", "Baik"),
            ("99.99", "Cukup"),
            ("90", "Cukup"),
            ("89.99", "Kurang"),
            ("80", "Kurang"),
            ("79.99", "Buruk"),
            ("0", "Buruk"),
        ],
    )
    def test_predicate(self, value: str, grade: str) -> None:
        """The card prints strict signs on both sides; exactly 100, 90 and 80 are read into the band above."""
        assert KMK_127_2026.scale.grade(Fraction(value)) == grade

    def test_reference(self) -> None:
        """Everything here is secondary, and the explanation says so."""
        assert kmk_127_2026.KMK_127_2026 is KMK_127_2026
        assert KMK_127_2026.reference.certainty == "secondary"
        text = evaluated(target(10), given={"IKU-1": 9}, policy=KMK_127_2026).explain("id")
        assert "KMK 127/2026" in text
        assert KMK_127_2026.reference.text("id") in text
