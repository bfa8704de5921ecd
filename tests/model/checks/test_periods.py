from decimal import Decimal
from fractions import Fraction

import pytest

from sakip import Components, NotReported, Period, Range, Realization, Target
from sakip.model.checks.periods import CHECKS, RULES
from tests.model.making import found, full, told

AT = "agreement[PK-1].targets[IKU-1]"
YEAR = Period.year(2025)
QUARTERS = YEAR.parts("quarter")
Q1, Q2, Q3, Q4 = QUARTERS


def planned(how: str | None, value: object, *amounts: object, decimals: int | None = None) -> Target:
    """A target whose last amounts are planned for the last quarters of the year."""
    indicator = full(consolidation=how, decimals=decimals, measure="flow")
    return Target(indicator, value, trajectory=dict(zip(QUARTERS[4 - len(amounts) :], amounts, strict=True)))


def delivered(year: object, *parts: object) -> tuple[Realization, ...]:
    """A realization of the whole year, then one for each of the first quarters."""
    quarters = (Realization("IKU-1", part, period=period) for part, period in zip(parts, QUARTERS, strict=False))
    return Realization("IKU-1", year), *quarters


class TestTrajectory:
    """Who keeps the promise of each period keeps the promise of the year."""

    @pytest.mark.parametrize(
        ("how", "value", "amounts", "reached"),
        [
            ("sum", 100, (25, 25, 25, 25), None),
            ("sum", 100, (10, 10, 10, 10), 40),
            ("sum", 100, (25, 25, 25, "25.000001"), Fraction("100.000001")),
            ("sum", 100, (50, 50), None),
            ("average", 20, (10, 20, 30, 20), None),
            ("average", 21, (10, 20, 30, 20), 20),
            ("last_progress", 80, (20, 40, 60, 80), None),
            ("last_progress", 80, (20, 40, 60, 79), 79),
            ("last_level", 80, (90, 90, 90, 80), None),
            ("last_level", 80, (80, 80, 80, 90), 90),
            ("minimum", 80, (90, 80, 85, 90), None),
            ("minimum", 80, (90, 81, 85, 90), 81),
            ("maximum", 90, (80, 90, 85, 80), None),
            ("maximum", 90, (80, 91, 85, 80), 91),
            ("pool", 90, (1, 2, 3, 4), None),
        ],
    )
    def test_consolidated(self, how: str, value: object, amounts: tuple[object, ...], reached: object) -> None:
        """The trajectory, consolidated as the indicator says, gives the year's target; a pool has no numbers for it."""
        report = found(planned(how, value, *amounts))
        assert told(report) == ([("TGT-TRAJECTORY", f"{AT}.trajectory")] if reached else [])
        assert report.warnings == report.findings
        assert not report.blocking
        if reached:
            (finding,) = report
            assert dict(finding.arguments) == {"code": "IKU-1", "reached": reached, "how": how, "value": value}

    @pytest.mark.parametrize(
        ("value", "decimals", "agrees"),
        [
            ("10.333333", None, True),
            ("10.333334", None, False),
            ("10.33", None, False),
            ("10.33", 2, True),
            ("10.34", 2, False),
            ("10.3", 1, True),
        ],
    )
    def test_mean_is_rounded(self, value: object, decimals: int | None, agrees: bool) -> None:
        """A mean that no decimal ends may differ by half of the last decimal, six where none are declared."""
        target = Target(
            full(consolidation="average", decimals=decimals),
            value,
            trajectory=dict(zip(YEAR.parts("four_month"), (10, 10, 11), strict=True)),
        )
        assert (told(found(target)) == []) == agrees

    @pytest.mark.parametrize(
        ("planned_periods", "left_out"),
        [
            ((Q1, Q2), "Quarter III 2025, Quarter IV 2025"),
            ((Q1, Q4), "Quarter II 2025, Quarter III 2025"),
            ((Q1, Q3, Q4), "Quarter II 2025"),
            ((Q2, Q4), "Quarter III 2025"),
            ((Q1, Period.half_year(2025, 2)), "Quarter II 2025"),
            ((Period.four_month(2025, 1), Period.half_year(2025, 2)), "May 2025, June 2025"),
            ((Period.half_year(2025, 1),), "Half-year II 2025"),
            ((Q1, Q2, Period.half_year(2025, 2)), None),
            ((Q3, Q4), None),
            ((Q4,), None),
            ((YEAR,), None),
            ((), None),
        ],
        ids=str,
    )
    def test_holes(self, planned_periods: tuple[Period, ...], left_out: str | None) -> None:
        """A plan that has begun runs to the end of the year; what it leaves out is named."""
        for how in ("sum", "last_progress"):
            trajectory = dict.fromkeys(planned_periods, 80)
            report = found(Target(full(consolidation=how), 80, trajectory=trajectory))
            holes = [finding for finding in report if finding.code == "TGT-TRAJECTORY-HOLE"]
            assert [(one.severity, one.subject) for one in holes] == [("warning", f"{AT}.trajectory")] * bool(left_out)
            assert all(f"leaves out {left_out}, " in one.text("en") for one in holes)

    @pytest.mark.parametrize("trajectory", [{Q1: 20, Q2: 40}, {Q1: 20, Period.half_year(2025, 2): 40}])
    def test_not_decidable(self, trajectory: dict[Period, object]) -> None:
        """What a plan with a hole gives for the year is not told."""
        for how in ("sum", "last_progress"):
            report = found(Target(full(consolidation=how), 80, trajectory=trajectory))
            assert report.codes() == ("TGT-TRAJECTORY-HOLE",)

    def test_another_fault_comes_first(self) -> None:
        """Without a consolidation, or with a period outside the year, only that is said."""
        assert [code for code, _ in told(found(planned(None, 100, 1, 2, 3, 4)))] == ["IND-CONSOLIDATION"]
        outside = Target(full(consolidation="sum"), 100, trajectory={Period.quarter(2024, 4): 1, Q4: 1})
        assert [code for code, _ in told(found(outside))] == ["TGT-OUT-OF-YEAR"]

    def test_every_target_is_looked_at(self) -> None:
        """A target that fits does not hide one that does not, and neither does one without a trajectory."""
        targets = [
            Target(full("IKU-1", consolidation="sum"), 5, trajectory={Q4: 5}),
            Target(full("IKU-2", consolidation="sum"), 5),
            Target(full("IKU-3", consolidation="sum"), Range(1, 2)),
            Target(full("IKU-4", consolidation="sum"), 5, trajectory={Q4: 4}),
        ]
        assert told(found(*targets)) == [("TGT-TRAJECTORY", "agreement[PK-1].targets[IKU-4].trajectory")]


class TestYear:
    """The figure of the year is what its periods give."""

    @pytest.mark.parametrize(
        ("how", "year", "parts", "reached"),
        [
            ("sum", 100, (25, 25, 25, 25), None),
            ("sum", 10, (25, 25, 25, 25), 100),
            ("average", 20, (10, 20, 30, 20), None),
            ("average", 21, (10, 20, 30, 20), 20),
            ("last_progress", 80, (20, 40, 60, 80), None),
            ("last_progress", 81, (20, 40, 60, 80), 80),
            ("last_level", 80, (90, 90, 90, 80), None),
            ("last_level", 90, (90, 90, 90, 80), 80),
            ("minimum", 80, (90, 80, 85, 90), None),
            ("minimum", 90, (90, 80, 85, 90), 80),
            ("maximum", 90, (80, 90, 85, 80), None),
            ("maximum", 80, (80, 90, 85, 80), 90),
            ("sum", Components(1, 3, per=1), (0, 0, 0, Components(1, 3, per=1)), None),
        ],
    )
    def test_consolidated(self, how: str, year: object, parts: tuple[object, ...], reached: object) -> None:
        """All periods of a kind, consolidated as the indicator says, give the figure of the year."""
        report = found(Target(full(consolidation=how), 100), delivered=delivered(year, *parts))
        assert told(report) == ([("REA-YEAR", "realizations[0].value")] if reached else [])
        assert report.errors == report.findings
        assert not report.blocking
        if reached:
            assert dict(report.findings[0].arguments) == {
                "code": "IKU-1",
                "value": year,
                "reached": reached,
                "how": how,
            }

    @pytest.mark.parametrize(
        ("year", "agrees"),
        [(Components(10, 40, per=100), True), (25, True), ("25.000001", False), (Components(9, 40, per=100), False)],
    )
    def test_pool(self, year: object, agrees: bool) -> None:
        """Pooled components give the ratio of their sums."""
        parts = [Components(count, 10, per=100) for count in (1, 2, 3, 4)]
        report = found(Target(full(consolidation="pool"), 100), delivered=delivered(year, *parts))
        assert ("REA-YEAR" not in report.codes()) == agrees

    @pytest.mark.parametrize(
        "parts",
        [
            [Components(1, 10, per=100)] * 3 + [5],
            [Components(1, 10, per=100)] * 3 + [Components(1, 10, per=1)],
            [Components(1, 10, per=100), Components(1, -10, per=100)] * 2,
        ],
        ids=["single number", "unlike multipliers", "nothing below"],
    )
    def test_what_does_not_pool(self, parts: list[object]) -> None:
        """Where the components give no ratio there is nothing to compare."""
        assert "REA-YEAR" not in found(Target(full(consolidation="pool"), 9), delivered=delivered(7, *parts)).codes()

    @pytest.mark.parametrize(
        ("how", "decimals", "year", "agrees"),
        [
            ("sum", None, "10.2", False),
            ("sum", 1, "10.35", True),  # five figures, each of which may be off by 0.05
            ("sum", 1, "10.36", False),
            ("average", 1, "2.625", True),  # two of them
            ("average", 1, "2.63", False),
            ("average", None, "2.525001", False),
            ("last_level", 1, "2.5", True),
            ("last_level", 1, "2.6", False),
        ],
    )
    def test_declared_decimals(self, how: str, decimals: int | None, year: str, agrees: bool) -> None:
        """Declared decimals make figures rounded ones, each within half a unit; others are exact."""
        target = Target(full(consolidation=how, decimals=decimals), 100)
        report = found(target, delivered=delivered(year, "2.5", "2.6", "2.5", "2.5"))
        assert ("REA-YEAR" not in report.codes()) == agrees

    @pytest.mark.parametrize(
        ("year", "parts"),
        [
            (10, (25, 25, 25)),
            (10, (25, 25, 25, NotReported())),
            (NotReported(), (25, 25, 25, 25)),
            (10, ()),
        ],
    )
    def test_not_decidable(self, year: object, parts: tuple[object, ...]) -> None:
        """A period that is missing, or a state in place of a number, leaves nothing to compare."""
        assert told(found(Target(full(consolidation="sum"), 9), delivered=delivered(year, *parts))) == []

    def test_without_consolidation(self) -> None:
        """Without a consolidation only that is said."""
        report = found(Target(full(), 100), delivered=delivered(10, 25, 25, 25, 25))
        assert report.codes() == ("IND-CONSOLIDATION",)

    def test_order_and_place(self) -> None:
        """The list may stand in any order, and the year may be given as a period."""
        year, *parts = delivered(10, 25, 25, 25, 25)
        named = Realization("IKU-1", year.value, period=YEAR)
        report = found(Target(full(consolidation="sum"), 100), delivered=(*reversed(parts), named))
        assert told(report) == [("REA-YEAR", "realizations[4].value")]


def test_numbers_in_the_text() -> None:
    """The sentences show both figures, written the way of the language."""
    (warning,) = found(planned("sum", "1234.5", 1000, 200))
    assert "1.200" in warning.text("id")
    assert "1,234.5" in warning.text("en")
    assert dict(warning.arguments)["value"] == Decimal("1234.5")


def test_rules_are_catalogued() -> None:
    """Each rule has a code of its own, and there is no more than one check for a rule."""
    codes = [rule.code for rule in RULES]
    assert len(set(codes)) == len(codes) >= len(CHECKS)
