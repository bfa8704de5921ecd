"""Every cut point of every scale, on both sides and on the cut itself."""

from decimal import Decimal
from fractions import Fraction

import pytest
from attrs import evolve

from sakip import Realization, evaluate
from sakip.policies import AKIP_88_2021, FIVE_BANDS, KMK_127_2026, LKJIP, PERMENPANRB_8_2021
from sakip.scoring import GeometricMean, GradeScale, Root, Round, Stage
from tests.scoring.making import agreement, evaluated, target

SCALES = {
    "five bands": FIVE_BANDS,
    "five bands, upper": evolve(FIVE_BANDS, closed="upper"),
    "five bands, whole": evolve(FIVE_BANDS, reads=0),
    "akip": AKIP_88_2021,
    "akip, two decimals": evolve(AKIP_88_2021, reads=2),
    "kemenkeu": KMK_127_2026.scale,
    "iki": PERMENPANRB_8_2021.scale,
}
CUTS = [
    (name, place)
    for name, scale in SCALES.items()
    for place, (cut, _) in enumerate(scale.bands)
    if cut is not None and place
]
TINY = Fraction(1, 10**30)


@pytest.mark.parametrize(("name", "place"), CUTS)
class TestCut:
    """A band begins where the one below it ends: no number is without a label, and none has two."""

    def test_both_sides(self, name: str, place: int) -> None:
        """Just below a cut is the lower label, just above it the upper one, and the cut itself where the scale says."""
        scale = SCALES[name]
        cut, upper = scale.bands[place]
        lower = scale.labels[place - 1]
        edge = Fraction(cut)
        if scale.reads != "exact":
            # The number is rounded half up first, so the edge lies half a unit lower, or for a closed top one higher.
            half = Fraction(1, 2 * 10**scale.reads)
            edge += half if scale.closed == "upper" else -half
            assert scale.grade(edge) == upper
        else:
            assert scale.grade(edge) == (upper if scale.closed == "lower" else lower)
        assert scale.grade(edge - TINY) == lower
        assert scale.grade(edge + TINY) == upper

    def test_root(self, name: str, place: int) -> None:
        """A geometric mean is graded as the number that it is, decided by integer powers on both sides of the cut."""
        scale = SCALES[name]
        cut, _ = scale.bands[place]
        edge = Fraction(cut)
        for near in (edge - TINY, edge, edge + TINY):
            root = Root(near.numerator**7, near.denominator**7, 7)
            assert scale.grade_root(root) == scale.grade(near)

    def test_intervals_meet(self, name: str, place: int) -> None:
        """The cut belongs to exactly one of the two intervals beside it."""
        scale = SCALES[name]
        cut, upper = scale.bands[place]
        holds = [scale.interval(label).contains(cut) for label in (scale.labels[place - 1], upper)]
        assert sorted(holds) == [False, True]
        assert holds[1] == (scale.closed == "lower")


class TestLowestBand:
    """What lies below the lowest printed number has no label, unless the lowest band is open."""

    @pytest.mark.parametrize(
        ("scale", "number", "label"),
        [
            (AKIP_88_2021, Fraction(0), "D"),
            (AKIP_88_2021, -TINY, None),
            (AKIP_88_2021, Fraction(30), "D"),
            (FIVE_BANDS, Fraction(-500), "Sangat Rendah"),
            (FIVE_BANDS, Fraction(10**9), "Sangat Tinggi"),
            (GradeScale([(0, "Ada")], closed="lower"), Fraction(0), "Ada"),
            (GradeScale([(0, "Ada")], closed="lower"), -TINY, None),
        ],
    )
    def test_edge(self, scale: GradeScale, number: Fraction, label: str | None) -> None:
        """The lowest cut itself belongs to the lowest band whichever side is closed."""
        assert scale.grade(number) == label


class TestThroughAnEvaluation:
    """Predikat dibaca pada angka tepat: the grade follows the exact number and not the printed one."""

    def test_exact_number_decides(self) -> None:
        """90.996 of 100 is printed 91.00 and is Tinggi; 8/9 of a band edge keeps its side."""
        below = evaluated(target(100000), given={"IKU-1": 90996})
        assert (below.score.value, below.grade) == (Decimal("91.00"), "Tinggi")
        at = evaluated(target(100), given={"IKU-1": 91})
        assert (at.score.value, at.grade) == (Decimal("91.00"), "Sangat Tinggi")

    def test_just_above_ninety_is_aa(self) -> None:
        """90 is A and 90.004 is AA, though both are printed 90.00."""
        policy = LKJIP.evolve(scale=AKIP_88_2021)
        for amount, label in (("90", "A"), ("90.004", "AA"), ("89.996", "A"), ("80", "BB"), ("80.001", "A")):
            found = evaluated(target(100), given={"IKU-1": amount}, policy=policy)
            assert (found.grade, found.objectives[0].grade, found["IKU-1"].grade) == (label, label, label)

    def test_tie_of_thirds(self) -> None:
        """Three thirds of 91 are exactly 91: the mean keeps its grade although no third is a decimal."""
        group = [target(300, code=f"I{at}") for at in range(3)]
        found = evaluated(*group, given={"I0": 91, "I1": 182, "I2": 546})
        assert found.score.exact == 91
        assert found.grade == "Sangat Tinggi"

    def test_geometric_mean_on_a_cut(self) -> None:
        """The geometric mean of 45.5 and 182 is exactly 91, and of a hair less it is below the cut."""
        policy = LKJIP.evolve(objective=Stage(GeometricMean(), [Round(6)]), total=Stage(GeometricMean(), [Round(2)]))
        group = [target(1000, code="A"), target(1000, code="B")]
        at = evaluate(agreement(group), [Realization("A", 455), Realization("B", 1820)], policy=policy)
        assert at.objectives[0].grade == "Sangat Tinggi"
        below = evaluate(agreement(group), [Realization("A", "454.9999"), Realization("B", 1820)], policy=policy)
        assert below.objectives[0].grade == "Tinggi"
        assert isinstance(GeometricMean().combine([(1, 1)], [1], ()), Root)
