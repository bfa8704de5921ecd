"""Grade scales: every cut on both sides, and no gap or overlap that could be written down."""

import pickle
from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip import Reference
from sakip.errors import InvalidValueError
from sakip.policies import AKIP_88_2021, FIVE_BANDS, KMK_127_2026, PERMENPANRB_8_2021
from sakip.scoring import GradeScale, Root
from sakip.scoring.grading import BELOW_LOWEST, Closed

BANDS = [(0, "Kurang"), (60, "Cukup"), ("75.5", "Baik"), (90, "Sangat Baik")]
OPEN = [(None, "Kurang"), *BANDS[1:]]
SCALES = [
    GradeScale(bands, closed=closed, reads=reads)
    for bands in (BANDS, OPEN)
    for closed in ("lower", "upper")
    for reads in ("exact", 0, 2)
]
PUBLISHED = (FIVE_BANDS, AKIP_88_2021, KMK_127_2026.scale, PERMENPANRB_8_2021.scale)
SMALL = Fraction(1, 10**9)
# Around the cuts, with ties of a rounding to no and to two decimals.
NUMBERS = st.one_of(
    st.integers(-20, 220).map(lambda half: Fraction(half, 2)),
    st.integers(0, 20000).map(lambda count: Fraction(count, 200)),
    st.fractions(-10, 110, max_denominator=30),
)


def code(*args: Any, **fields: Any) -> str:
    """The code with which a scale is refused."""
    with pytest.raises(InvalidValueError) as caught:
        GradeScale(*args, **fields)
    return caught.value.code


class TestCuts:
    """A number at a cut belongs to the band above it or below it, as the closed side says."""

    @pytest.mark.parametrize(
        ("number", "lower", "upper"),
        [
            ("-0.000001", None, None),
            (0, "Kurang", "Kurang"),
            ("0.000001", "Kurang", "Kurang"),
            ("59.999999", "Kurang", "Kurang"),
            (60, "Cukup", "Kurang"),
            ("60.000001", "Cukup", "Cukup"),
            ("75.499999", "Cukup", "Cukup"),
            ("75.5", "Baik", "Cukup"),
            ("75.500001", "Baik", "Baik"),
            ("89.999999", "Baik", "Baik"),
            (90, "Sangat Baik", "Baik"),
            ("90.000001", "Sangat Baik", "Sangat Baik"),
            (10**18, "Sangat Baik", "Sangat Baik"),
            (-(10**18), None, None),
        ],
        ids=str,
    )
    def test_both_sides(self, number: Any, lower: str | None, upper: str | None) -> None:
        """Below, at and above each cut; the lowest cut always belongs to its band."""
        value = Fraction(number)
        assert GradeScale(BANDS, closed="lower").grade(value) == lower
        assert GradeScale(BANDS, closed="upper").grade(value) == upper

    @pytest.mark.parametrize("number", [60, "60", "60.00", Decimal(60), Decimal("6E+1"), Fraction(60)], ids=repr)
    def test_every_exact_number(self, number: Any) -> None:
        """A whole number, a Decimal, canonical text and a fraction have one grade."""
        assert GradeScale(BANDS, closed="lower").grade(number) == "Cukup"
        assert GradeScale(BANDS, closed="upper").grade(number) == "Kurang"

    @pytest.mark.parametrize(
        ("number", "expected"),
        [
            (0.5, "float-refused"),
            ("90,5", "not-canonical"),
            (True, "not-a-number"),
            (None, "not-a-number"),
            (Decimal("NaN"), "not-finite"),
        ],
        ids=repr,
    )
    def test_no_exact_number(self, number: Any, expected: str) -> None:
        """A float, a printed number or nothing at all is refused as everywhere."""
        with pytest.raises(InvalidValueError) as caught:
            GradeScale(BANDS, closed="lower").grade(number)
        assert (caught.value.code, caught.value.path) == (expected, "GradeScale.grade")

    def test_words_below_the_lowest(self) -> None:
        """What no class holds has words in both languages, and they are no label."""
        assert GradeScale(BANDS, closed="lower").grade(-1) is None
        assert (BELOW_LOWEST.id, BELOW_LOWEST.en) == ("di bawah kelas terendah", "below the lowest class")

    @pytest.mark.parametrize("closed", ["lower", "upper"])
    def test_open_below(self, closed: Closed) -> None:
        """With a first cut of None no number is without a grade."""
        scale = GradeScale(OPEN, closed=closed)
        assert scale.grade(Fraction(-(10**30))) == "Kurang"
        assert scale.grade(Fraction(0)) == "Kurang"
        assert scale.grade(60 - SMALL) == "Kurang"
        assert scale.grade(60 + SMALL) == "Cukup"

    @pytest.mark.parametrize("scale", PUBLISHED, ids=["permendagri", "akip", "kmk", "permenpanrb"])
    def test_published_scales(self, scale: GradeScale) -> None:
        """Every cut of every published scale, from below, at it and from above."""
        for (_, below), (cut, label) in zip(scale.bands, scale.bands[1:], strict=False):
            assert cut is not None
            at = Fraction(cut)
            assert scale.grade(at - SMALL) == below
            assert scale.grade(at) == (label if scale.closed == "lower" else below)
            assert scale.grade(at + SMALL) == label

    def test_akip_reads_the_exact_number(self) -> None:
        """90 is A and 90.004 is AA; 0 is D and below it there is no predicate."""
        found = [AKIP_88_2021.grade(Fraction(number)) for number in ("90", "90.004", "0", "30", "30.01", "-0.01")]
        assert found == ["A", "AA", "D", "D", "C", None]

    def test_one_band(self) -> None:
        """A scale of one band grades all from its cut up, or everything."""
        assert GradeScale([(None, "Ada")], closed="lower").grade(Fraction(-5)) == "Ada"
        one = GradeScale([(5, "Ada")], closed="upper")
        assert [one.grade(Fraction(number)) for number in (4, 5, 6)] == [None, "Ada", "Ada"]

    def test_negative_cuts(self) -> None:
        """Cuts may lie below zero."""
        scale = GradeScale([("-10.5", "a"), (-5, "b")], closed="lower")
        found = [scale.grade(Fraction(number)) for number in ("-10.6", "-10.5", "-5.1", -5, 0)]
        assert found == [None, "a", "a", "b", "b"]


class TestReads:
    """A scale says which number it reads: the exact one, or one rounded half up first."""

    @pytest.mark.parametrize(
        ("reads", "number", "grade"),
        [
            ("exact", "89.999999", "Baik"),
            (6, "89.9999994", "Baik"),
            (6, "89.9999995", "Sangat Baik"),
            (2, "89.994999", "Baik"),
            (2, "89.995", "Sangat Baik"),
            (0, "89.499999", "Baik"),
            (0, "89.5", "Sangat Baik"),
            (0, "-0.5", None),
            (0, "-0.499999", "Kurang"),
            ("exact", "-0.499999", None),
        ],
    )
    def test_rounded_first(self, reads: int | Literal["exact"], number: str, grade: str | None) -> None:
        """A tie goes away from zero before the cut is looked at."""
        assert GradeScale(BANDS, closed="lower", reads=reads).grade(Fraction(number)) == grade

    def test_whole_percents_and_a_strict_cut(self) -> None:
        """Read in whole numbers, 90.49 is 90 and not above it; 90.5 is."""
        scale = GradeScale(BANDS, closed="upper", reads=0)
        assert (scale.grade(Fraction("90.49")), scale.grade(Fraction("90.5"))) == ("Baik", "Sangat Baik")

    @pytest.mark.parametrize("scale", SCALES, ids=lambda scale: f"{scale.bands[0][0]} {scale.closed} {scale.reads}")
    @given(number=NUMBERS, factor=st.integers(1, 99))
    def test_quotients(self, scale: GradeScale, number: Fraction, factor: int) -> None:
        """A quotient that is not reduced has the grade of its number."""
        found = scale.grade_quotient(number.numerator * factor, number.denominator * factor)
        assert found == scale.grade(number)

    @pytest.mark.parametrize("scale", SCALES, ids=lambda scale: f"{scale.bands[0][0]} {scale.closed} {scale.reads}")
    @given(number=NUMBERS.filter(lambda number: number >= 0), degree=st.integers(1, 4))
    def test_roots(self, scale: GradeScale, number: Fraction, degree: int) -> None:
        """The root of a power has the grade of the number, and what is a little more or less that of its own side."""
        power = number**degree
        assert scale.grade_root(Root(power.numerator, power.denominator, degree)) == scale.grade(number)

    @pytest.mark.parametrize(
        ("closed", "reads", "grades"),
        [
            ("lower", "exact", ("Baik", "Sangat Baik", "Sangat Baik")),
            ("upper", "exact", ("Baik", "Baik", "Sangat Baik")),
            ("lower", 2, ("Sangat Baik", "Sangat Baik", "Sangat Baik")),
            ("upper", 2, ("Baik", "Baik", "Baik")),
        ],
    )
    def test_roots_around_a_cut(self, closed: Closed, reads: int | Literal["exact"], grades: tuple[str, ...]) -> None:
        """However near to 90 a geometric mean lies, its side is known; a scale that rounds first sees 90."""
        scale = GradeScale(BANDS, closed=closed, reads=reads)
        found = [scale.grade_root(Root(8100 * 10**20 + more, 10**20, 2)) for more in (-1, 0, 1)]
        assert tuple(found) == grades


class TestInterval:
    """The numbers that have a label."""

    def test_texts(self) -> None:
        """Bands lie side by side, closed on the side that the scale says; the lowest cut is always within."""
        lower, upper = GradeScale(BANDS, closed="lower"), GradeScale(BANDS, closed="upper")
        assert [lower.interval(label).text() for label in lower.labels] == [
            "[0; 60)", "[60; 75,5)", "[75,5; 90)", "[90; ∞)",
        ]  # fmt: skip
        assert [upper.interval(label).text() for label in upper.labels] == [
            "[0; 60]", "(60; 75,5]", "(75,5; 90]", "(90; ∞)",
        ]  # fmt: skip
        assert GradeScale(OPEN, closed="lower").interval("Kurang").text() == "(-∞; 60)"
        assert GradeScale(OPEN, closed="upper").interval("Kurang").text() == "(-∞; 60]"
        assert GradeScale([(None, "Ada")], closed="lower").interval("Ada").text() == "(-∞; ∞)"

    @pytest.mark.parametrize(
        "scale", [*SCALES, *PUBLISHED], ids=lambda scale: f"{scale.bands} {scale.closed} {scale.reads}"
    )
    @given(number=NUMBERS)
    def test_agrees_with_the_grade(self, scale: GradeScale, number: Fraction) -> None:
        """The number that a scale reads lies in the interval of its grade and in no other."""
        read = number
        if scale.reads != "exact":
            scaled = abs(number) * 10**scale.reads + Fraction(1, 2)
            read = Fraction(scaled.numerator // scaled.denominator, 10**scale.reads) * (-1 if number < 0 else 1)
        holding = [label for label in scale.labels if scale.interval(label).contains(read)]
        grade = scale.grade(number)
        assert holding == ([] if grade is None else [grade])

    @pytest.mark.parametrize("label", ["baik", "", None, 1, "Sangat"], ids=repr)
    def test_unknown_label(self, label: Any) -> None:
        """A label that the scale does not have is refused with those that it has."""
        with pytest.raises(InvalidValueError, match="Kurang, Cukup, Baik, Sangat Baik") as caught:
            GradeScale(BANDS, closed="lower").interval(label)
        assert caught.value.code == "unknown-label"


class TestConstruction:
    """Cuts rise, labels differ, and every setting is stated."""

    @pytest.mark.parametrize(
        "bands",
        [
            [],
            [(0, "a"), (0, "b")],
            [(0, "a"), (60, "b"), ("59.999999", "c")],
            [(60, "a"), (0, "b")],
            [(None, "a"), (None, "b")],
            [(0, "a"), (None, "b")],
            [(None, "a"), (5, "b"), (None, "c")],
        ],
        ids=str,
    )
    def test_not_rising(self, bands: Any) -> None:
        """No band, equal or falling cuts, and an open cut above the lowest are refused."""
        assert code(bands, closed="lower") == "scale-not-rising"

    def test_just_rising(self) -> None:
        """The least step between two cuts is enough."""
        assert GradeScale([(0, "a"), ("0.000001", "b")], closed="lower").labels == ("a", "b")

    def test_label_twice(self) -> None:
        """Two bands of one label would make its interval ambiguous."""
        assert code([(0, "a"), (1, "b"), (2, "a")], closed="lower") == "label-twice"

    @pytest.mark.parametrize(
        ("bands", "reads", "value", "problem"),
        [
            (
                [(1, "a"), (0, "b")],
                "exact",
                ["a", "b"],
                (
                    "batas kelas harus naik dan hanya kelas terendah tanpa batas",
                    "cuts must rise; only the lowest may be open",
                ),
            ),
            (
                [(0, "a"), (1, "a")],
                "exact",
                ["a", "a"],
                ("satu label dipakai dua kali", "one label is used twice"),
            ),
            ([(0, "a")], 7, 7, ("cara membaca angka tidak dikenal", "unknown way of reading a number")),
        ],
        ids=["cuts", "labels", "reading"],
    )
    def test_in_words(self, bands: Any, reads: Any, value: Any, problem: tuple[str, str]) -> None:
        """What is wrong is said in both languages, of the labels or the reading that were given."""
        with pytest.raises(InvalidValueError) as caught:
            GradeScale(bands, closed="lower", reads=reads)
        error = caught.value
        field, way_out = ("bands", "closed='lower'") if reads == "exact" else ("reads", "'exact'")
        assert (error.path, error.value, error.problem) == (f"GradeScale.{field}", value, problem)
        assert all(way_out in part for part in error.way_out)

    @pytest.mark.parametrize("closed", ["left", "", None, True, "Lower"], ids=repr)
    def test_unknown_side(self, closed: Any) -> None:
        """The closed side is stated, and no bare truth value."""
        with pytest.raises(InvalidValueError, match="lower, upper") as caught:
            GradeScale(BANDS, closed=closed)
        assert (caught.value.code, caught.value.path) == ("unknown-side", "GradeScale.closed")

    @pytest.mark.parametrize("reads", [-1, 7, True, 2.0, "2", None, "Exact", Decimal(2)], ids=repr)
    def test_unknown_reading(self, reads: Any) -> None:
        """A scale reads the exact number or one of 0 to 6 decimals."""
        assert code(BANDS, closed="lower", reads=reads) == "unknown-reading"

    @pytest.mark.parametrize("reads", ["exact", 0, 6])
    def test_readings(self, reads: Any) -> None:
        """The exact number, whole numbers and six decimals are readings."""
        assert GradeScale(BANDS, closed="lower", reads=reads).reads == reads

    @pytest.mark.parametrize("cut", [0.5, True, "1,5", Decimal("NaN"), 10**18], ids=repr)
    def test_inexact_cuts(self, cut: Any) -> None:
        """A cut is an exact number, admitted like any other."""
        for make in (
            lambda: GradeScale([(None, "a"), (cut, "b")], closed="lower"),
            lambda: GradeScale.from_bands([(cut, 5, "a")], closed="lower"),
            lambda: GradeScale.from_bands([(5, cut, "a")], closed="lower"),
        ):
            with pytest.raises(InvalidValueError) as caught:
                make()
            assert caught.value.path in {"GradeScale.bands", "GradeScale.from_bands"}

    @pytest.mark.parametrize("bands", ["abc", 5, [5], [(60,)], [(0, 60, "a")]], ids=str)
    def test_what_is_no_list_of_cuts(self, bands: Any) -> None:
        """The error names the field, whether the list is none or one of its pairs."""
        with pytest.raises(InvalidValueError) as caught:
            GradeScale(bands, closed="lower")
        assert caught.value.path == "GradeScale.bands"
        assert all("(60, 'Cukup')" in part for part in caught.value.way_out)

    @pytest.mark.parametrize("reference", ["PermenPANRB 88/2021", 88], ids=repr)
    def test_a_name_alone_is_no_reference(self, reference: Any) -> None:
        """A regulation is cited with how certain it is; the error names the field and shows how it is written."""
        with pytest.raises(InvalidValueError) as caught:
            GradeScale(BANDS, closed="lower", reference=reference)
        assert (caught.value.code, caught.value.path) == ("wrong-kind", "GradeScale.reference")
        assert all("Reference('" in part and "certainty=" in part for part in caught.value.way_out)

    @pytest.mark.parametrize("label", ["", "  ", None, 5, "a\x00b"], ids=repr)
    def test_labels_that_say_nothing(self, label: Any) -> None:
        """A label is a text that can be read."""
        with pytest.raises(InvalidValueError) as caught:
            GradeScale([(0, label)], closed="lower")
        assert caught.value.path == "GradeScale.bands"

    def test_value(self) -> None:
        """A scale is a value: itself again after pickling, hashable, and it keeps its reference."""
        reference = Reference("Perbup Contoh", certainty="read")
        scale = GradeScale(BANDS, closed="upper", reads=2, reference=reference)
        again = pickle.loads(pickle.dumps(scale))
        assert again == scale != GradeScale(BANDS, closed="lower", reads=2, reference=reference)
        assert hash(again) == hash(scale)
        assert again.grade(Fraction(90)) == "Baik"
        assert again.reference == reference
        assert GradeScale(BANDS, closed="lower").reference is None
        assert scale.bands[2] == (Decimal("75.5"), "Baik")


class TestFromBands:
    """Bands as printed, each beginning where the one below it ends."""

    def test_as_printed(self) -> None:
        """Bands in any order make the scale of their lower bounds, with every setting kept."""
        reference = Reference("Perbup Contoh", certainty="read")
        scale = GradeScale.from_bands(
            [(60, 100, "Baik"), (0, 60, "Kurang")], closed="upper", reads=0, reference=reference
        )
        assert scale == GradeScale([(0, "Kurang"), (60, "Baik")], closed="upper", reads=0, reference=reference)
        assert GradeScale.from_bands([(0, 60, "a")], closed="lower").reads == "exact"

    @pytest.mark.parametrize(
        ("bands", "expected", "named"),
        [
            ([(0, "59.99", "Kurang"), (60, 100, "Baik")], "scale-gap", ("Kurang", "Baik")),
            ([(0, "60.000001", "Kurang"), (60, 100, "Baik")], "scale-overlap", ("Kurang", "Baik")),
            ([(0, 60, "a"), (60, 75, "b"), ("75.01", 100, "c")], "scale-gap", ("b", "c")),
            ([(0, 60, "a"), (0, 75, "b")], "scale-overlap", ("a", "b")),
            ([(60, 0, "a")], "scale-swapped", ("a",)),
            ([(60, 60, "a")], "scale-swapped", ("a",)),
        ],
        ids=str,
    )
    def test_faults(self, bands: Any, expected: str, named: tuple[str, ...]) -> None:
        """A gap, an overlap and swapped bounds are refused with the bands that they lie between."""
        with pytest.raises(InvalidValueError) as caught:
            GradeScale.from_bands(bands, closed="lower")
        assert (caught.value.code, caught.value.path) == (expected, "GradeScale.from_bands")
        assert all(f"{name} " in f"{caught.value.value} " for name in named)

    @pytest.mark.parametrize(
        ("bands", "value", "problem"),
        [
            (
                [(0, "59.99", "Kurang"), (60, 100, "Baik")],
                "Kurang ..59.99, Baik 60..",
                ("celah antara Kurang dan Baik", "gap between Kurang and Baik"),
            ),
            (
                [(60, 75, "b"), (0, 100, "a")],
                "a ..100, b 60..",
                ("tumpang tindih antara a dan b", "overlap between a and b"),
            ),
            (
                [(0, 75, "b"), (0, 60, "a")],
                "b ..75, a 0..",
                ("tumpang tindih antara b dan a", "overlap between b and a"),
            ),
            ([(60, 0, "a")], "a 60..0", ("batas kelas terbalik", "swapped bounds")),
        ],
        ids=["gap", "by the lower bound", "as given where equal", "swapped"],
    )
    def test_faults_in_words(self, bands: Any, value: str, problem: tuple[str, str]) -> None:
        """Bands are compared from the lowest bound up, those of one bound as they are given, and named so."""
        with pytest.raises(InvalidValueError) as caught:
            GradeScale.from_bands(bands, closed="lower")
        assert (caught.value.value, caught.value.problem) == (value, problem)

    @pytest.mark.parametrize("bands", ["abc", 5, [5], [(60, "Cukup")], [(0, 60, "a", "b")]], ids=str)
    def test_what_is_no_list_of_bands(self, bands: Any) -> None:
        """The error names the call that was made, whether the list is none or one of its bands."""
        with pytest.raises(InvalidValueError) as caught:
            GradeScale.from_bands(bands, closed="lower")
        assert caught.value.path == "GradeScale.from_bands"
        assert all("(60, 75, 'Cukup')" in part for part in caught.value.way_out)

    def test_an_example_is_shown_as_printed(self) -> None:
        """A band with one bound is answered with one that has both."""
        with pytest.raises(InvalidValueError, match=r"example \(60, 75, 'Cukup'\)"):
            GradeScale.from_bands([(60, "Cukup")], closed="lower")  # type: ignore[list-item]

    def test_no_band(self) -> None:
        """Nothing makes no scale."""
        with pytest.raises(InvalidValueError) as caught:
            GradeScale.from_bands([], closed="lower")
        assert caught.value.code == "scale-not-rising"


def test_text() -> None:
    """A scale is written from its highest band down, its sign and its reading, in both languages."""
    scale = GradeScale([(None, "Kurang"), ("75.5", "Baik"), (1000, "Luar Biasa")], closed="lower")
    assert scale.text() == "Luar Biasa ≥ 1.000; Baik ≥ 75,5; Kurang (dibaca pada angka tepat)"
    assert scale.text("en") == "Luar Biasa ≥ 1,000; Baik ≥ 75.5; Kurang (read on the exact number)"
    strict = GradeScale(BANDS[:2], closed="upper", reads=2)
    assert strict.text() == "Cukup > 60; Kurang ≥ 0 (dibaca setelah dibulatkan ke 2 desimal)"
    assert strict.text("en") == "Cukup > 60; Kurang ≥ 0 (read after rounding to 2 decimals)"
