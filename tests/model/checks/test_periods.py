import pytest

from sakip import AwaitingRelease, Components, NotApplicable, NotReported, Period, Realization, Target
from sakip.model.checks.periods import CHECKS, RULES
from tests.model.making import found, full, told

AT = "agreement[PK-1].targets[IKU-1]"
YEAR = Period.year(2025)
QUARTERS = YEAR.parts("quarter")
Q1, Q2, Q3, Q4 = QUARTERS


def delivered(year: object, *parts: object) -> tuple[Realization, ...]:
    """A realization of the whole year, then one for each of the first quarters."""
    quarters = (Realization("IKU-1", part, period=period) for part, period in zip(parts, QUARTERS, strict=False))
    return Realization("IKU-1", year), *quarters


class TestHoles:
    """A plan that has begun says what is promised to the end of the year."""

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


class TestSkipped:
    """A period that was planned and passed over is named, also where the score does without it."""

    @pytest.mark.parametrize(
        ("amounts", "silent", "later"),
        [
            ((None, 40), "Triwulan I 2025", "Triwulan II 2025"),
            ((20, NotReported(), None, 80), "Triwulan II 2025, Triwulan III 2025", "Triwulan IV 2025"),
            ((NotReported(), 40, NotReported()), "Triwulan I 2025", "Triwulan II 2025"),
            ((20, 40), None, None),
            ((NotApplicable("tidak ada kegiatan"), AwaitingRelease("BPS"), 60), None, None),
            ((NotReported(), None), None, None),
            ((), None, None),
        ],
        ids=str,
    )
    @pytest.mark.parametrize("how", ["sum", "last_level", "last_progress"])
    def test_skipped(self, how: str, amounts: tuple[object, ...], silent: str | None, later: str | None) -> None:
        """What comes after the last report is not due yet; a state without a number is a report."""
        plan = dict(zip(QUARTERS, (20, 20, 20, 20) if how == "sum" else (20, 40, 60, 80), strict=True))
        given = [
            Realization("IKU-1", amount, period=period)
            for amount, period in zip(amounts, QUARTERS, strict=False)
            if amount is not None
        ]
        report = found(Target(full(consolidation=how), 80, trajectory=plan), delivered=given)
        skipped = [one for one in report if one.code == "REA-SKIPPED"]
        assert [(one.severity, one.subject) for one in skipped] == [("warning", f"{AT}.trajectory")] * bool(silent)
        assert all(
            one.text("id") == f"Realisasi IKU-1 untuk {silent} belum dilaporkan, padahal untuk {later} sudah"
            for one in skipped
        )

    def test_a_year_reported_as_a_whole_misses_no_part(self) -> None:
        """Where the figure of the year is there, and where no periods were planned, none of them is missing."""
        plan = dict(zip(QUARTERS, (20, 40, 60, 80), strict=True))
        target = Target(full(consolidation="last_progress"), 80, trajectory=plan)
        late = Realization("IKU-1", 80, period=Q4)
        assert "REA-SKIPPED" in found(target, delivered=[late]).codes()
        assert "REA-SKIPPED" not in found(target, delivered=[late, Realization("IKU-1", 80)]).codes()
        assert "REA-SKIPPED" not in found(Target(full(consolidation="last_progress"), 80), delivered=[late]).codes()


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


def test_rules_are_catalogued() -> None:
    """Each rule has a code of its own, and there is no more than one check for a rule."""
    codes = [rule.code for rule in RULES]
    assert len(set(codes)) == len(codes) >= len(CHECKS)
