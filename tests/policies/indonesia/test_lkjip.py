"""The practice of regional reports: no cap, no floor, two decimals; and what it leaves open."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from attrs import evolve

from sakip import (
    BPK_OPINIONS,
    Level,
    NotApplicable,
    Range,
    Realization,
    check,
    evaluate,
    parse_number,
    score,
)
from sakip.errors import InvalidValueError
from sakip.policies import FIVE_BANDS, LKJIP, LKJIP_WEIGHTED, MET_OR_REASON, ON_TIME_OR_REASON
from sakip.policies.indonesia import lkjip
from sakip.scoring import Cap, Departure, GradeScale, Mean, Round, Stage, WeightedMean
from tests.scoring.making import agreement, code_of, evaluated, target


class TestPrintedRows:
    """Regulations-notes 7.1 and 7.3: uncapped, two decimals, decimal comma."""

    @pytest.mark.parametrize(
        ("promised", "delivered", "printed"),
        [
            ("98", "99", "101,02"),
            ("59,3", "67", "112,98"),
            ("3,52", "4,02", "114,20"),
            ("4,26", "4,33", "101,64"),
            ("82,05", "80,47", "98,07"),
            ("87,38", "88,77", "101,59"),
            ("40", "100", "250,00"),
        ],
    )
    def test_higher_is_better(self, promised: str, delivered: str, printed: str) -> None:
        """The rows of a regional report of 2025 come out as printed, also above 100."""
        found = score(target(parse_number(promised)), parse_number(delivered), policy=LKJIP)
        assert found.value == parse_number(printed)
        assert str(found.value) == printed.replace(",", ".")

    @pytest.mark.parametrize(
        ("promised", "delivered", "value"),
        [
            ("8", "7.2", "110.00"),
            ("8", "9", "87.50"),
            ("8", "17", "-12.50"),
            ("10", "10", "100.00"),
            ("10", "0", "200.00"),
        ],
    )
    def test_lower_is_better(self, promised: str, delivered: str, value: str) -> None:
        """The form of the regulation falls below zero beyond twice the target, and there is no floor."""
        assert score(target(promised, "minimize"), delivered, policy=LKJIP).value == Decimal(value)

    def test_maternal_mortality(self) -> None:
        """49.34 promised and 110.84 suffered is -24.65 exactly -60800/2467."""
        found = score(target("49.34", "minimize"), "110.84", policy=LKJIP)
        assert (found.value, found.exact) == (Decimal("-24.65"), Fraction(-60800, 2467))

    def test_opinion(self) -> None:
        """Opini BPK: WTP against WTP is printed 100.00; an opinion above the promised one is also 100."""
        promised = target(Level("WTP"), scale=BPK_OPINIONS)
        assert score(promised, Level("WTP"), policy=LKJIP).value == Decimal("100.00")
        assert score(target(Level("WDP"), scale=BPK_OPINIONS), Level("WTP"), policy=LKJIP).value == 100

    @pytest.mark.parametrize(
        ("promised", "delivered", "value"),
        [
            (Range(70, 80), "85.69", "107.11"),
            (Range(80, 90), "92.13", "102.37"),
            (Range(80, 90), 85, "100.00"),
            (Range(80, 90), 80, "100.00"),
            (Range(80, 90), 90, "100.00"),
        ],
    )
    def test_ranges(self, promised: Range, delivered: object, value: str) -> None:
        """Printed rows divide by the upper bound when it is passed; inside the range is met."""
        assert score(target(promised), delivered, policy=LKJIP).value == Decimal(value)


class TestGapsOfTheScale:
    """The five bands are printed in whole numbers: 91-100, 76-90, 66-75, 51-65, up to 50.

    No rule for what lies between was found, so the reading is stated: the printed lower bounds are taken literally. The
    other two readings can be written down as scales of their own.
    """

    OPEN_BELOW = GradeScale(
        [(None, "Sangat Rendah"), (50, "Rendah"), (65, "Sedang"), (75, "Tinggi"), (90, "Sangat Tinggi")], closed="upper"
    )
    LITERAL = FIVE_BANDS
    ROUNDED = evolve(FIVE_BANDS, reads=0)

    @pytest.mark.parametrize(
        ("value", "open_below", "literal", "rounded"),
        [
            ("112", "Sangat Tinggi", "Sangat Tinggi", "Sangat Tinggi"),
            ("91", "Sangat Tinggi", "Sangat Tinggi", "Sangat Tinggi"),
            ("90.5", "Sangat Tinggi", "Tinggi", "Sangat Tinggi"),
            ("90.4", "Sangat Tinggi", "Tinggi", "Tinggi"),
            ("75.4", "Tinggi", "Sedang", "Sedang"),
            ("65.5", "Sedang", "Rendah", "Sedang"),
            ("50.5", "Rendah", "Sangat Rendah", "Rendah"),
        ],
    )
    def test_three_readings(self, value: str, open_below: str, literal: str, rounded: str) -> None:
        """The three readings differ in the gaps and nowhere else."""
        number = Fraction(value)
        assert self.OPEN_BELOW.grade(number) == open_below
        assert self.LITERAL.grade(number) == literal
        assert self.ROUNDED.grade(number) == rounded

    @pytest.mark.parametrize("number", range(-5, 130))
    def test_whole_numbers_agree(self, number: int) -> None:
        """On whole numbers all three readings give one label."""
        labels = {scale.grade(Fraction(number)) for scale in (self.OPEN_BELOW, self.LITERAL, self.ROUNDED)}
        assert len(labels) == 1

    def test_stated_reading(self) -> None:
        """The policy states its reading, in both languages, and its scale is the literal one."""
        assert LKJIP.scale is FIVE_BANDS is lkjip.FIVE_BANDS
        assert any("90,5" in reading.id and "90.5" in reading.en for reading in LKJIP.readings)
        assert "90,5" in evaluated(target(2), given={"IKU-1": 1}).explain("id")

    def test_printed_bands_are_no_scale(self) -> None:
        """Written as printed, the bands are refused with the two between which the gap lies."""
        bands = [(91, 100, "Sangat Tinggi"), (76, 90, "Tinggi"), (66, 75, "Sedang"), (51, 65, "Rendah"), (0, 50, "-")]
        with pytest.raises(InvalidValueError, match="Rendah") as caught:
            GradeScale.from_bands(bands, closed="lower")
        assert caught.value.code == "scale-gap"


class TestZeroTarget:
    """No national text says what a target of zero means; each convention of the field is a named setting."""

    @pytest.mark.parametrize(
        ("setting", "polarity", "realization", "wanted"),
        [
            ("not_computable", "maximize", 0, "zero-target"),
            ("not_computable", "maximize", 5, "zero-target"),
            ("not_computable", "minimize", 0, "zero-target"),
            ("exclude", "maximize", 0, "zero-target-excluded"),
            ("exclude", "minimize", 5, "zero-target-excluded"),
            ("met_is_100", "maximize", 0, 100),
            ("met_is_100", "maximize", 5, 100),
            ("met_is_100", "maximize", -1, 0),
            ("met_is_100", "minimize", 0, 100),
            ("met_is_100", "minimize", 1, 0),
            ("met_is_100", "minimize", -1, 100),
            ("cap_if_positive", "maximize", 0, "zero-target-excluded"),
            ("cap_if_positive", "maximize", 5, 120),
            ("cap_if_positive", "maximize", -5, "zero-target"),
            ("cap_if_positive", "minimize", 0, "zero-target"),
            ("worst_value", "minimize", 4, 60),
            ("worst_value", "minimize", 0, 100),
            ("worst_value", "minimize", 10, 0),
            ("worst_value", "maximize", 4, "zero-target"),
        ],
    )
    def test_conventions(self, setting: str, polarity: str, realization: int, wanted: int | str) -> None:
        """Each setting gives its value, or its reason, for a target of zero."""
        policy = LKJIP.evolve(zero_target=setting, indicator=(Cap(120), Round(2)))
        found = score(target(0, polarity, worst_value=10), realization, policy=policy)
        assert (code_of(found) if isinstance(wanted, str) else found.value) == wanted

    def test_worst_value_is_needed(self) -> None:
        """Without the worst value there is a reason and no value; so with one that is not above zero."""
        policy = LKJIP.evolve(zero_target="worst_value")
        assert code_of(score(target(0, "minimize"), 4, policy=policy)) == "no-worst-value"
        for useless in (0, -5):
            found = score(target(0, "minimize", worst_value=useless), 4, policy=policy)
            assert code_of(found) == "no-worst-value"

    def test_excluded_is_not_missing(self) -> None:
        """A target that a rule leaves out neither lowers the total nor makes it provisional; another does."""
        group = [target(0, code="A"), target(10, code="B")]
        for setting, completeness in (("exclude", "final"), ("not_computable", "provisional")):
            found = evaluated(*group, given={"A": 1, "B": 9}, policy=LKJIP.evolve(zero_target=setting))
            assert (found.score.value, found.completeness) == (90, completeness)
        assert [one.status for one in found] == ["not_scored", "missed"]

    def test_a_target_is_zero_only_when_it_is(self) -> None:
        """A negative target is no zero target: the ratio is not defined there, and no convention for zero answers."""
        for setting in ("not_computable", "exclude", "met_is_100"):
            assert code_of(score(target(-1), 5, policy=LKJIP.evolve(zero_target=setting))) == "outside-domain"

    def test_zero_realization_of_a_positive_target(self) -> None:
        """T > 0, R = 0 is 0 where more is better and 200 where less is better: a number, never a missing one."""
        assert score(target(8), 0, policy=LKJIP).value == 0
        assert score(target(8, "minimize"), 0, policy=LKJIP).value == 200


class TestWhatHasNoRule:
    """Under LKJIP a missing realization, an ordinal shortfall, lateness and stabilize are coded reasons."""

    def test_reasons(self) -> None:
        """Each has its own code and no value."""
        opinion = target(Level("WTP"), scale=BPK_OPINIONS, code="A")
        assert code_of(score(opinion, Level("WDP"), policy=LKJIP)) == "ordinal-shortfall"
        assert code_of(score(opinion, Level("ADVERSE"), policy=LKJIP)) == "level-unknown"
        assert code_of(score(target(Level("WTP")), Level("WTP"), policy=LKJIP)) == "no-scale"
        due = target(date(2025, 6, 30), code="B")
        assert score(due, date(2025, 6, 30), policy=LKJIP).value == 100
        late = score(due, date(2025, 7, 2), policy=LKJIP)
        assert code_of(late) == "late"
        assert late.reason.text("id").startswith("terlambat 2 hari")
        assert code_of(score(target(10, "stabilize"), 10, policy=LKJIP)) == "no-rule"
        assert code_of(score(target(Range(1, 2), "stabilize"), 1, policy=LKJIP)) == "no-rule"
        assert code_of(score(target(10), date(2025, 1, 1), policy=LKJIP)) == "kind-mismatch"

    def test_tables(self) -> None:
        """The two tables answer every case, a shortfall and lateness with no number."""
        assert [MET_OR_REASON.find(word) for word in ("below", "equal", "above")] == [None, 100, 100]
        assert [ON_TIME_OR_REASON.find(word) for word in ("late", "on_time")] == [None, 100]

    def test_missing_and_not_applicable(self) -> None:
        """Missing makes the total provisional, not applicable leaves it, and neither is a zero."""
        group = [target(10, code=code) for code in "ABC"]
        found = evaluated(*group, given={"A": 5, "B": NotApplicable("dibatalkan")})
        assert (found.score.value, found.completeness, found.known_share) == (50, "provisional", Fraction(1, 2))
        assert [one.status for one in found] == ["missed", "left_out", "not_scored"]


class TestTotals:
    """An objective is the weighted mean of its indicators, the total the mean of objectives, rounded once each."""

    def test_weighted(self) -> None:
        """Objectives of 2 and 1 indicators: (60 x 100 + 40 x 50) / 100 = 80 and 90 make 85."""
        group = [target(10, code="A", weight=60), target(10, code="B", weight=40)]
        one = agreement(group, [target(10, code="C", weight=100)])
        found = evaluate(one, [Realization("A", 10), Realization("B", 5), Realization("C", 9)], policy=LKJIP)
        assert [objective.score.value for objective in found.objectives] == [80, 90]
        assert found.score.value == 85

    def test_no_rounding_in_between(self) -> None:
        """Three thirds of 100 are 100.00 and not 99.99: the exact numbers go up, not the printed ones."""
        group = [target(3, code=f"I{at}") for at in range(3)]
        found = evaluated(*group, given={"I0": 1, "I1": 1, "I2": 7})
        assert [one.score.value for one in found] == [Decimal("33.33"), Decimal("33.33"), Decimal("233.33")]
        assert found.score.value == Decimal("100.00")
        rounded = LKJIP.evolve(carry="rounded")
        found = evaluated(*group, given={"I0": 1, "I1": 1, "I2": 4}, policy=rounded)
        assert found.objectives[0].score.exact == Fraction(3333 + 3333 + 13333, 300)
        assert found.score.exact == Fraction(6666, 100)

    def test_published_settings(self) -> None:
        """The policy is what its description says, setting by setting."""
        assert LKJIP.indicator == (Round(2),)
        assert LKJIP.objective == Stage(WeightedMean(), [Round(2)])
        assert LKJIP.total == Stage(Mean(), [Round(2)])
        assert (LKJIP.zero_target, LKJIP.incomplete, LKJIP.carry, LKJIP.at_ceiling) == (
            "not_computable",
            "provisional",
            "exact",
            None,
        )
        assert (LKJIP.weights.total, LKJIP.weights.per, LKJIP.weights.absent) == (100, "objective", "equal")
        assert "53/2014" in LKJIP.basis("id")
        assert LKJIP.reference.certainty == "secondary"


class TestWeighted:
    """Agreements "with scores": each indicator counts by its own weight, whichever objective it stands under."""

    def test_weights_count_between_objectives(self) -> None:
        """By hand 90 % of 100 and 10 % of 0; the mean of the two objectives would be 50."""
        groups = [[target(10, code="A", weight=90)], [target(10, code="B", weight=10)]]
        given = [Realization("A", 10), Realization("B", 0)]
        assert evaluate(agreement(*groups), given, policy=LKJIP_WEIGHTED).score.value == 90

    @pytest.mark.parametrize(("weights", "code"), [((None,), "WGT-MISSING"), ((99,), "WGT-SUM")])
    def test_weights_are_asked_for(self, weights: tuple[int | None], code: str) -> None:
        """They must be there, and add up to 100 altogether."""
        made = agreement([target(10, weight=weights[0])])
        assert code in check(made, policy=LKJIP_WEIGHTED).codes()

    def test_it_says_what_it_departs_from(self) -> None:
        """No legal basis of its own, and none borrowed; what is made from it departs from LKJIP too."""
        assert LKJIP_WEIGHTED.reference is None
        assert LKJIP_WEIGHTED.departs_from == Departure(id="lkjip", edition="1", settings=("weights", "total"))
        own = LKJIP_WEIGHTED.evolve(id="kab-contoh")
        assert own.departs_from == LKJIP_WEIGHTED.departs_from
