"""PermenPANRB 8/2021: achievements of individual indicators, and the values that they are converted to."""

from decimal import Decimal
from fractions import Fraction

import pytest

from sakip import BPK_OPINIONS, Level, Range, parse_number, score
from sakip.policies import PERMENPANRB_8_2021
from sakip.policies.indonesia import permenpanrb_8_2021
from tests.scoring.making import evaluated, target


def value_of(percent: object, **fields: object) -> Decimal:
    """The value of an achievement in percent, as the realization of a target of 100."""
    found = score(target(100, **fields), percent, policy=PERMENPANRB_8_2021)
    assert found.value is not None
    return found.value


class TestConversion:
    """Nilai capaian IKI, annex pp. 99-101 and 363: whole percents become values, band by band."""

    @pytest.mark.parametrize(
        ("percent", "value"),
        [
            (98, "88.00"),  # printed
            (80, "70.00"),
            (70, "60.00"),
            (30, "24.92"),  # 30 x 49/59; the notes write 24.9
            (85, "75.00"),
            (59, "49.00"),
            (60, "50.00"),
            (79, "69.00"),
            (99, "89.00"),
            (100, "109.00"),  # page 363
            (101, "110.00"),
            (102, "111.11"),
            (110, "120.00"),
            (111, "120.00"),
            (250, "120.00"),
            (0, "0.00"),
            (-50, "0.00"),
        ],
    )
    def test_worked_values(self, percent: int, value: str) -> None:
        """The printed and derived values of the table."""
        assert value_of(percent) == Decimal(value)

    @pytest.mark.parametrize(
        ("below", "at", "low", "high"),
        [
            ("59.499999", "59.5", "49.00", "50.00"),
            ("79.499999", "79.5", "69.00", "70.00"),
            ("99.499999", "99.5", "89.00", "109.00"),
            ("100.499999", "100.5", "109.00", "110.00"),
            ("0.499999", "0.5", "0.00", "0.83"),
        ],
    )
    def test_no_gap_between_bands(self, below: str, at: str, low: str, high: str) -> None:
        """59-60, 79-80, 99-100 and 100-101 are no gaps: the achievement is rounded half up to whole percents first."""
        assert (value_of(below), value_of(at)) == (Decimal(low), Decimal(high))

    def test_never_falls(self) -> None:
        """From -5 to 130 percent, in tenths, the value never falls, and jumps at 100 and 101 only by the table."""
        values = [value_of(Decimal(f"{tenth}e-1")) for tenth in range(-50, 1300)]
        assert values == sorted(values)
        assert len(set(values)) == 111

    def test_attainable_maximum(self) -> None:
        """100 percent of a target that is itself the maximum possible is 120; below it the table holds."""
        assert value_of(100, ceiling=100) == 120
        assert value_of(100, ceiling=110) == 109
        assert value_of(99, ceiling=100) == 89

    def test_the_best_level(self) -> None:
        """An opinion that cannot be better, promised and given, is 120; a lower one that was promised is 109."""
        for opinion, wanted in (("WTP", 120), ("WDP", 109)):
            promise = target(Level(opinion), scale=BPK_OPINIONS)
            assert score(promise, Level(opinion), policy=PERMENPANRB_8_2021).value == wanted

    def test_page_363(self) -> None:
        """85 of 85 is 109 and Baik, 93 of 95 is 98 percent, 88 and Cukup."""
        found = evaluated(
            target(85, code="A"), target(95, code="B"), given={"A": 85, "B": 93}, policy=PERMENPANRB_8_2021
        )
        assert [(one.score.value, one.grade) for one in found] == [(109, "Baik"), (88, "Cukup")]
        assert found["B"].score.achievement == Fraction(9300, 95)


class TestRange:
    """Annex pp. 99 and 110: the nearer bound of a range takes the place of the target."""

    @pytest.mark.parametrize(
        ("polarity", "bounds", "delivered", "achievement"),
        [
            ("maximize", (80, 90), "92", Fraction(9200, 90)),
            ("maximize", (80, 90), "70", Fraction(175, 2)),
            ("minimize", (7, 8), "6.5", Fraction(750, 7)),
            ("minimize", (7, 8), "9", Fraction(175, 2)),
            ("maximize", (80, 90), "85", Fraction(100)),
            ("minimize", (7, 8), "7", Fraction(100)),
            ("minimize", (7, 8), "8", Fraction(100)),
        ],
    )
    def test_printed_examples(
        self, polarity: str, bounds: tuple[int, int], delivered: str, achievement: Fraction
    ) -> None:
        """The four printed examples, and the inside of the range."""
        found = score(target(Range(*bounds), polarity), delivered, policy=PERMENPANRB_8_2021)
        assert found.achievement == achievement

    def test_misprint(self) -> None:
        """For 92 against 80-90 the page prints 113 %, which is 90/80 rounded; the stated rule gives 92/90."""
        found = score(target(Range(80, 90)), 92, policy=PERMENPANRB_8_2021)
        assert found.achievement != Fraction(113)
        assert Fraction(9000, 80) == Fraction(225, 2)
        assert found.achievement == Fraction(9200, 90)
        assert any("113" in reading.id for reading in PERMENPANRB_8_2021.readings)


class TestScale:
    """PP 30/2019, article 41: 110, 90, 70, 50."""

    @pytest.mark.parametrize(
        ("percent", "grade"),
        [
            (101, "Sangat Baik"),
            (100, "Baik"),
            (99, "Cukup"),
            (80, "Cukup"),
            (79, "Kurang"),
            (60, "Kurang"),
            (59, "Sangat Kurang"),
            (0, "Sangat Kurang"),
        ],
    )
    def test_grade_of_a_value(self, percent: int, grade: str) -> None:
        """Each band of achievements has the category that the conversion table prints beside it."""
        assert evaluated(target(100), given={"IKU-1": percent}, policy=PERMENPANRB_8_2021)["IKU-1"].grade == grade

    def test_reference(self) -> None:
        """The policy was read at its source, its scale is secondary, and both say so."""
        assert permenpanrb_8_2021.PERMENPANRB_8_2021 is PERMENPANRB_8_2021
        assert PERMENPANRB_8_2021.reference.certainty == "read"
        assert PERMENPANRB_8_2021.scale.reference.certainty == "secondary"
        assert parse_number("109") == value_of(100)
