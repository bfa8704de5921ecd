from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import get_args

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sakip import (
    BPK_OPINIONS,
    Components,
    Consolidation,
    Finding,
    Level,
    NotReported,
    Period,
    Range,
    Realization,
    Target,
    Text,
)
from sakip.model.checks.quarters import CHECKS, RULES, fitting
from tests.model.making import found, full, told

AT = "agreement[PK-1].targets[IKU-1]"
QUARTERS = Period.year(2025).parts("quarter")
Q1, Q2, Q3, Q4 = QUARTERS


def planned(value: object, *amounts: object, **fields: object) -> Target:
    """A target with a trajectory over as many quarters as there are amounts."""
    return Target(full(**fields), value, trajectory=dict(zip(QUARTERS, amounts, strict=False)))


def delivered(*parts: object, year: object = None) -> tuple[Realization, ...]:
    """Realizations of the quarters, None where there is none, then one of the year if there is any."""
    quarters = zip(QUARTERS, parts, strict=False)
    given = [Realization("IKU-1", part, period=period) for period, part in quarters if part is not None]
    return (*given, *([] if year is None else [Realization("IKU-1", year)]))


def test_consolidation_is_asked_for_with_a_trajectory() -> None:
    """A target per period needs to say how its periods become a year."""
    target = Target(full(), 10, trajectory={Q3: 5, Q4: 10})
    assert told(found(target)) == [("IND-CONSOLIDATION", f"{AT}.indicator.consolidation")]
    target = Target(full(consolidation="last_progress"), 10, trajectory={Q3: 5, Q4: 10})
    assert told(found(target)) == []


def test_consolidation_is_asked_for_with_realizations_per_period() -> None:
    """Realizations of several periods need a consolidation; one for the year, or none, does not."""
    delivered = (Realization("IKU-1", 5, period=Q1), Realization("IKU-1", 5, period=Q2))
    assert told(found(Target(full(), 10), delivered=delivered)) == [
        ("IND-CONSOLIDATION", f"{AT}.indicator.consolidation"),
    ]
    assert told(found(Target(full(consolidation="sum"), 10), delivered=delivered)) == []
    assert told(found(Target(full(), 10), delivered=(Realization("IKU-1", 5, period=Period.year(2025)),))) == []


@pytest.mark.parametrize(
    ("measure", "misfits"),
    [
        ("flow", set()),
        ("ratio", {"sum"}),
        ("index", {"sum"}),
        ("stock", {"sum"}),
        ("ordinal", {"sum", "average", "pool"}),
        ("milestone", {"sum", "average", "pool"}),
    ],
)
def test_consolidation_fits_the_measure(measure: str, misfits: set[str]) -> None:
    """A ratio, an index and a state are not added up; levels and dates have no arithmetic at all."""
    every = ("sum", "average", "last_level", "last_progress", "minimum", "maximum", "pool")
    scale = BPK_OPINIONS if measure == "ordinal" else None
    refused = {
        consolidation
        for consolidation in every
        if told(found(Target(full(measure=measure, consolidation=consolidation, scale=scale), _fitting(measure))))
    }
    assert refused == misfits


def _fitting(measure: str) -> object:
    return {"ordinal": Level("WTP"), "milestone": date(2025, 6, 30)}.get(measure, 10)


def test_scale_makes_an_indicator_ordinal() -> None:
    """An indicator with a scale is ordinal even if its measure is not stated."""
    report = found(Target(full(scale=BPK_OPINIONS, consolidation="average"), Level("WTP")))
    assert told(report) == [("IND-CONSOLIDATION-FIT", f"{AT}.indicator.consolidation")]
    assert dict(report.findings[0].arguments) == {"code": "IKU-1", "consolidation": "average", "measure": "ordinal"}


@pytest.mark.parametrize(
    ("unit", "name", "suspect"),
    [
        ("%", "Cakupan", True),
        (" % ", "Cakupan", True),
        ("Persen", "Cakupan", True),
        ("persentase", "Cakupan", True),
        ("per 100.000", "Angka kematian", True),
        ("indeks", "Kepuasan", True),
        ("poin", "Indeks kepuasan masyarakat", True),
        ("orang", "Persentase penduduk miskin", True),
        (None, "Rata-rata lama sekolah", True),
        ("dokumen", "Jumlah dokumen", False),
        ("persero", "Jumlah badan usaha", False),
        ("perahu", "Jumlah perahu", False),
        ("rasionalisasi", "Jumlah", False),
        ("orang", "Indeksasi gaji", False),
    ],
)
def test_rates_are_not_added_up(unit: str | None, name: str, suspect: bool) -> None:
    """A sum of what looks like a percentage, a ratio or an index is a warning that shows the sign."""
    report = found(Target(full(name=name, unit=unit, consolidation="sum"), 10))
    assert ("IND-CONSOLIDATION-UNIT", f"{AT}.indicator.consolidation") in told(report) or not suspect
    assert ("IND-CONSOLIDATION-UNIT" in report.codes()) == suspect
    if suspect:
        (warning,) = report.warnings
        assert dict(warning.arguments)["sign"] in {unit, name}


def test_declared_flow_may_be_added_up() -> None:
    """Who declares the measure is believed; other consolidations of a percentage are no fault."""
    assert told(found(Target(full(unit="%", measure="flow", consolidation="sum"), 10))) == []
    assert told(found(Target(full(unit="%", consolidation="last_level"), 10))) == []


def test_count_of_which_less_is_better_may_be_added_up() -> None:
    """Accidents of four quarters add up, although less of them is better."""
    assert told(found(Target(full(unit="kejadian", polarity="minimize", consolidation="sum"), 10))) == []


def test_every_target_is_looked_at() -> None:
    """A target without a fault does not hide the faults of those after it."""
    names = ("Cakupan", "Indeks", "Indeks")
    clean, *faulty = (
        Target(full(f"IKU-{place}", name=name, consolidation="sum" if place else None), 10)
        for place, name in enumerate(names)
    )
    assert told(found(clean, *faulty)) == [
        ("IND-CONSOLIDATION-UNIT", f"agreement[PK-1].targets[IKU-{place}].indicator.consolidation") for place in (1, 2)
    ]


def asked(target: Target, *reported: Realization) -> Finding:
    """The finding about the consolidation that is not stated."""
    (finding,) = (each for each in found(target, delivered=reported) if each.code == "IND-CONSOLIDATION")
    return finding


def fits(target: Target, *reported: Realization) -> str:
    """The consolidations that the finding says fit."""
    return str(dict(asked(target, *reported).arguments)["fits"])


class TestFits:
    """The finding says which consolidations the figures fit."""

    @pytest.mark.parametrize(
        ("whole", "parts", "named"),
        [
            (100, (25, 30, 20, 25), "sum"),
            (100, (25, 30, 20, "25.000001"), "-"),
            (80, (20, 40, 60, 80), "last_progress, maximum"),
            (80, (20, 40, 40, 80), "last_progress, maximum"),
            (80, (20, 60, "59.999999", 80), "last_level, maximum"),
            (80, (90, 60, 85, 80), "last_level"),
            (80, (90, 85, 83, 80), "last_level, minimum"),
            (20, (10, 25, 30, 15), "average"),
            (10, (10, 25, 30, 15), "minimum"),
            (30, (10, 25, 30, 15), "maximum"),
            (25, (25, 25, 25, 25), "average, last_level, minimum, maximum"),
            (0, (0, 0, 0, 0), "sum, average, last_level, minimum, maximum"),
            (7, (0, 0, 0, 7), "sum, last_progress, maximum"),
            (11, (10, 25, 30, 15), "-"),
        ],
    )
    def test_of_plan_and_of_delivery(self, whole: object, parts: tuple[object, ...], named: str) -> None:
        """The target is the year of the trajectory, the realization of the year that of the realizations."""
        assert fits(planned(whole, *parts)) == named
        assert fits(planned(999), *delivered(*parts, year=whole)) == named

    @pytest.mark.parametrize("polarity", ["maximize", "minimize", "stabilize"])
    @pytest.mark.parametrize(
        ("parts", "named"), [((2, 5, 6, 8), "last_progress, maximum"), ((9, 9, 8.5, 8), "last_level")]
    )
    def test_whichever_direction_is_better(self, polarity: str, parts: tuple[object, ...], named: str) -> None:
        """Accidents of the year so far rise although fewer are better, and a rate that is brought down is a state."""
        text = [str(part) for part in parts]
        assert fits(planned(8, *text, polarity=polarity)).startswith(named)

    @pytest.mark.parametrize(
        ("target", "reported", "named"),
        [
            (planned(100, 25, 25, 25, 25), delivered(20, 30, 20, 10, year=80), "sum"),
            (planned(80, 20, 40, 60, 80), delivered(20, 40, 50, 70, year=70), "last_progress, maximum"),
            (planned(80, 20, 40, 60, 80), delivered(20, 40, 30, 70, year=70), "last_level, maximum"),
            (planned(80, 20, 40, 60, 80), delivered(20, 75, 30, 70, year=70), "last_level"),
            (planned(80, 80, 80, 80, 80), delivered(70, 75, 77, 79, year=79), "last_progress, maximum"),
            (planned(80, 80, 80, 80, 80), delivered(70, 70, 70, 70, year=70), "average, last_level, minimum, maximum"),
            (planned(100, 25, 25, 25, 25), delivered(25, 50, 75, 90, year=90), "-"),
            (planned(80, 20, 40, 60, 80), delivered(20, 40, 50, 70), "last_progress, maximum"),
            (planned(99, 20), delivered(20, 40, 50, 70, year=70), "last_progress, maximum"),
        ],
    )
    def test_what_fits_both(self, target: Target, reported: tuple[Realization, ...], named: str) -> None:
        """Where plan and delivery both speak only what fits both is named; where one is silent the other decides."""
        assert fits(target, *reported) == named

    @pytest.mark.parametrize(
        ("parts", "year", "named"),
        [
            ([Components(count, 10, per=100) for count in (1, 2, 3, 4)], 25, "average, pool"),
            ([Components(1, 1, per=100), *[Components(1, 3, per=100)] * 3], 40, "pool"),
            ([Components(1, 1, per=100), *[Components(1, 3, per=100)] * 3], "40.000001", "-"),
            ([50, *[Components(1, 2, per=100)] * 3], 50, "average, last_level, minimum, maximum"),
        ],
    )
    def test_pool(self, parts: list[object], year: object, named: str) -> None:
        """Numerators and denominators of all periods may give the year; a plan has none, and does not object."""
        assert fits(planned(999), *delivered(*parts, year=year)) == named
        assert ("pool" in fits(planned(50, 50, 50, 50, 50), *delivered(*parts, year=year))) == ("pool" in named)

    @pytest.mark.parametrize(
        ("decimals", "sum_of_plan", "mean_of_plan", "sum_of_year", "mean_of_year"),
        [
            (None, "10.2", "2.55", "10.2", "2.55"),
            (1, "10.2", "2.6", "10.45", "2.65"),
            (2, "10.2", "2.555", "10.225", "2.56"),
        ],
    )
    def test_declared_decimals(
        self, decimals: int | None, sum_of_plan: str, mean_of_plan: str, sum_of_year: str, mean_of_year: str
    ) -> None:
        """Declared decimals make measured figures rounded ones, each within half a unit; of a plan only a mean is."""
        parts, millionth = ("2.5", "2.7", "2.6", "2.4"), Decimal("0.000001")
        for whole, how in ((sum_of_plan, "sum"), (mean_of_plan, "average")):
            assert fits(planned(whole, *parts, decimals=decimals)) == how
            assert fits(planned(Decimal(whole) + millionth, *parts, decimals=decimals)) == "-"
        for whole, how in ((sum_of_year, "sum"), (mean_of_year, "average")):
            assert fits(planned(999, decimals=decimals), *delivered(*parts, year=whole)) == how
            beyond = delivered(*parts, year=Decimal(whole) + millionth)
            assert fits(planned(999, decimals=decimals), *beyond) == "-"

    @pytest.mark.parametrize(("measure", "named"), [("flow", "sum"), (None, "sum"), ("ratio", "-"), ("stock", "-")])
    def test_what_suits_the_measure(self, measure: str | None, named: str) -> None:
        """What would be refused for this kind of indicator is not proposed."""
        assert fits(planned(100, 25, 30, 20, 25, measure=measure)) == named

    @pytest.mark.parametrize(
        ("target", "reported"),
        [
            (planned(999), delivered(1, 2)),
            (planned(999), delivered(1, 2, 3, 4)),
            (planned(999), delivered(1, 2, 3, year=6)),
            (planned(999), delivered(1, 2, 3, NotReported(), year=6)),
            (planned(999), delivered(1, 2, 3, 4, year=NotReported())),
            (Target(full(), Range(1, 2)), delivered(1, 2, 3, 4)),
            (Target(full(), 3, trajectory={Q1: 1, Q2: 2}), ()),
            (Target(full(), 3, trajectory={Q1: 1, Q2: 1, Period.half_year(2025, 2): 1}), ()),
            (Target(full(scale=BPK_OPINIONS), Level("WTP")), delivered(Level("WTP"), Level("WTP"))),
            (Target(full(), date(2025, 6, 30)), delivered(date(2025, 6, 1), date(2025, 6, 30))),
        ],
    )
    def test_nothing_to_compare(self, target: Target, reported: tuple[Realization, ...]) -> None:
        """Without a figure of the year, or without one of its periods, nothing can be compared, and that is said."""
        finding = asked(target, *reported)
        assert dict(finding.arguments)["fits"] == "-"
        assert finding.text("id").endswith("tidak ada angka setahun beserta semua periodenya untuk dibandingkan")
        assert finding.text("en").endswith("there is no figure of the year with all its periods to compare")

    @pytest.mark.parametrize(
        ("target", "reported", "indonesian", "english"),
        [
            (
                planned(100, 25, 30, 20, 25),
                (),
                "angkanya cocok dengan sum (periodenya berjumlah setahun)",
                "its figures fit sum (the periods add up to the year)",
            ),
            (
                planned(80, 20, 40, 60, 80),
                (),
                "dan tidak ada yang turun) atau maximum (yang terbesar sama dengan setahun)",
                "fit last_progress (the last is the year, and none falls) or maximum (the largest is the year)",
            ),
            (
                planned(25, 25, 25, 25, 25),
                (),
                "average, last_level, minimum dan maximum menghasilkan angka setahun yang sama",
                "all its periods are equal, so average, last_level, minimum and maximum give the same for the year",
            ),
            (
                planned(1000, 25, 30, 20, 25),
                (),
                "tidak satu cara pun yang sesuai untuknya menghasilkan angka setahunnya; periksa angkanya",
                "no consolidation that suits it gives its figure of the year; check the figures",
            ),
            (
                planned(100, 25, 25, 25, 25),
                delivered(25, 50, 75, 90, year=90),
                "menghasilkan target dan realisasi setahunnya sekaligus; periksa angkanya",
                "gives both its target and its realization of the year; check the figures",
            ),
        ],
    )
    def test_words(self, target: Target, reported: tuple[Realization, ...], indonesian: str, english: str) -> None:
        """Each way is named as it is written in code, with what it means for these figures."""
        finding = asked(target, *reported)
        assert finding.text("id").endswith(indonesian)
        assert finding.text("en").endswith(english)


NUMBERS = st.fractions(-3, 3, max_denominator=4)
PARTS = st.lists(NUMBERS, min_size=1, max_size=12)
GIVES: dict[str, Callable[[list[Fraction]], Fraction]] = {
    "sum": lambda parts: sum(parts, Fraction(0)),
    "average": lambda parts: sum(parts, Fraction(0)) / len(parts),
    "last_level": lambda parts: parts[-1],
    "last_progress": lambda parts: parts[-1],
    "minimum": min,
    "maximum": max,
}


class TestTrajectory:
    """Who keeps the promise of each period keeps the promise of the year."""

    @pytest.mark.parametrize(
        ("how", "value", "amounts"),
        [
            ("sum", 100, (25, 25, 25, 25)),
            ("sum", 100, (0, 0, 50, 50)),
            ("average", 20, (10, 20, 30, 20)),
            ("last_progress", 80, (20, 40, 60, 80)),
            ("last_level", 80, (90, 90, 90, 80)),
            ("minimum", 80, (90, 80, 85, 90)),
            ("maximum", 90, (80, 90, 85, 80)),
            ("pool", 90, (1, 2, 3, 4)),
        ],
    )
    def test_kept(self, how: str, value: object, amounts: tuple[object, ...]) -> None:
        """The trajectory, consolidated as the indicator says, gives the year's target; a pool has no numbers for it."""
        assert told(found(planned(value, *amounts, consolidation=how, measure="flow"))) == []

    @pytest.mark.parametrize(
        ("how", "value", "amounts", "reached", "named"),
        [
            ("sum", 100, (10, 10, 10, 10), 40, "-"),
            ("sum", 100, (25, 25, 25, "25.000001"), Fraction("100.000001"), "-"),
            ("sum", 80, (20, 40, 60, 80), 200, "last_progress, maximum"),
            ("sum", 25, (25, 25, 25, 25), 100, "average, last_level, minimum, maximum"),
            ("average", 21, (10, 20, 30, 20), 20, "-"),
            ("average", 200, (25, 50, 50, 75), 50, "sum"),
            ("last_progress", 80, (20, 40, 60, 79), 79, "-"),
            ("last_progress", 100, (10, 30, 40, 20), 20, "sum"),
            ("last_level", 80, (80, 80, 80, 90), 90, "minimum"),
            ("minimum", 80, (90, 81, 85, 90), 81, "-"),
            ("minimum", 80, (90, 75, 85, 80), 75, "last_level"),
            ("maximum", 90, (80, 91, 85, 80), 91, "-"),
            ("maximum", 20, (10, 30, 25, 15), 30, "average"),
        ],
    )
    def test_broken(self, how: str, value: object, amounts: tuple[object, ...], reached: object, named: str) -> None:
        """What the trajectory gives instead is said, and which consolidations would give the target."""
        report = found(planned(value, *amounts, consolidation=how, measure="flow"))
        assert told(report) == [("TGT-TRAJECTORY", f"{AT}.trajectory")]
        assert (report.warnings, report.blocking) == (report.findings, ())
        arguments = dict(report.findings[0].arguments)
        assert isinstance(arguments.pop("why"), Text)
        assert arguments == {"code": "IKU-1", "reached": reached, "how": how, "value": value, "fits": named}

    @pytest.mark.parametrize(
        ("how", "value", "indonesian", "english"),
        [
            (
                "average",
                200,
                "; angkanya cocok dengan sum (periodenya berjumlah setahun)",
                "; its figures fit sum (the periods add up to the year)",
            ),
            (
                "sum",
                80,
                "dan tidak ada yang turun) atau maximum (yang terbesar sama dengan setahun)",
                "last_progress (the last is the year, and none falls) or maximum (the largest is the year)",
            ),
            (
                "sum",
                81,
                "; tidak satu cara pun yang sesuai untuknya menghasilkan angka setahunnya; periksa angkanya",
                "; no consolidation that suits it gives its figure of the year; check the figures",
            ),
        ],
    )
    def test_words(self, how: str, value: object, indonesian: str, english: str) -> None:
        """One consolidation that would fit, several, and none."""
        (finding,) = found(planned(value, 20, 40, 60, 80, consolidation=how, measure="flow"))
        assert finding.text("id").endswith(indonesian)
        assert finding.text("en").endswith(english)

    def test_what_suits_the_measure(self) -> None:
        """A ratio is not told to add up its periods."""
        ratio = planned(200, 20, 40, 60, 80, consolidation="average", measure="ratio")
        (finding,) = found(ratio)
        assert dict(finding.arguments)["fits"] == "-"

    @given(st.lists(st.integers(0, 9), min_size=4, max_size=4), st.integers(1, 36), st.sampled_from(sorted(GIVES)))
    def test_what_is_proposed_is_accepted(self, parts: list[int], year: int, how: str) -> None:
        """Who states a consolidation that the finding names has no finding about the trajectory any more."""
        for finding in found(planned(year, *parts, consolidation=how, measure="flow")):
            for way in str(dict(finding.arguments)["fits"]).replace("-", "pool").split(", "):
                assert told(found(planned(year, *parts, consolidation=way, measure="flow"))) == []

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
            trajectory=dict(zip(Period.year(2025).parts("four_month"), (10, 10, 11), strict=True)),
        )
        assert (told(found(target)) == []) == agrees

    def test_another_fault_comes_first(self) -> None:
        """Without a consolidation, or with a period outside the year, only that is said."""
        assert [code for code, _ in told(found(planned(100, 1, 2, 3, 4)))] == ["IND-CONSOLIDATION"]
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


def test_numbers_in_the_text() -> None:
    """The sentences show both figures, written the way of the language."""
    (warning,) = found(planned("1234.5", 0, 0, 1000, 200, consolidation="sum", measure="flow"))
    assert "1.200" in warning.text("id")
    assert "1,234.5" in warning.text("en")
    assert dict(warning.arguments)["value"] == Decimal("1234.5")


class TestFitting:
    """Laws of what fits."""

    @given(PARTS, NUMBERS)
    def test_what_fits_gives_the_whole(self, parts: list[Fraction], whole: Fraction) -> None:
        """What fits gives the whole and what gives the whole fits, but of the two that take the last only one does."""
        answer = fitting(parts, whole)
        taken = {how for how, gives in GIVES.items() if gives(parts) == whole}
        counted_up = parts == sorted(parts) and parts[0] < parts[-1]
        assert set(answer) == taken - {"last_level" if counted_up else "last_progress"}

    @given(PARTS, st.sampled_from(sorted(GIVES)))
    def test_nothing_is_overlooked(self, parts: list[Fraction], how: str) -> None:
        """A year that was made in one of the ways fits that way."""
        last = {"last_level", "last_progress"}
        assert set(fitting(parts, GIVES[how](parts))) & (last if how in last else {how})

    @given(PARTS, NUMBERS)
    def test_order_of_the_answer(self, parts: list[Fraction], whole: Fraction) -> None:
        """The answer stands in the order in which the consolidations are listed."""
        every = get_args(Consolidation)
        answer = fitting(parts, whole)
        assert list(answer) == sorted(set(answer), key=every.index)

    @given(PARTS, NUMBERS, st.fractions("1/1000", 1000))
    def test_unit_does_not_matter(self, parts: list[Fraction], whole: Fraction, unit: Fraction) -> None:
        """The same figures in another unit fit the same ways, except a mean that is right only when rounded."""
        other = fitting([part * unit for part in parts], whole * unit)
        assert set(fitting(parts, whole)) ^ set(other) <= {"average"}

    @given(PARTS, NUMBERS)
    def test_declared_decimals_only_add(self, parts: list[Fraction], whole: Fraction) -> None:
        """What fits exactly fits within half a unit too."""
        assert set(fitting(parts, whole)) <= set(fitting(parts, whole, decimals=1))

    @given(NUMBERS)
    def test_no_periods(self, whole: Fraction) -> None:
        """Nothing is made of nothing."""
        assert fitting([], whole) == ()

    @given(st.lists(st.integers(0, 9), min_size=4, max_size=4), st.sampled_from(sorted(GIVES)))
    def test_what_is_proposed_is_accepted(self, parts: list[int], how: str) -> None:
        """Who states a consolidation that fits has no finding about the year and its periods any more."""
        whole = GIVES[how]([Fraction(part) for part in parts])
        assume(whole.denominator in {1, 2, 4} and whole)
        year = str(float(whole))
        for way in fits(planned(year, *parts), *delivered(*parts, year=year)).split(", "):
            stated = planned(year, *parts, consolidation=way, measure="flow")
            assert told(found(stated, delivered=delivered(*parts, year=year))) == []


def test_rules_are_catalogued() -> None:
    """Each rule has a code of its own, and there is no more than one check for a rule."""
    codes = [rule.code for rule in RULES]
    assert len(set(codes)) == len(codes) >= len(CHECKS)
