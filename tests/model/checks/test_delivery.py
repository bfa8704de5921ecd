from datetime import date
from fractions import Fraction

import pytest

from sakip import (
    BPK_OPINIONS,
    AwaitingRelease,
    Components,
    Level,
    NotApplicable,
    NotReported,
    Period,
    Range,
    Realization,
    Target,
    Text,
    check,
)
from sakip.model.checks.delivery import CHECKS, RULES
from tests.model.making import agreement_of, found, full, told

YEAR = Period.year(2025)
Q1, Q2, Q3, Q4 = YEAR.parts("quarter")
H1 = Period.half_year(2025, 1)


def said(period: Period) -> Text:
    """A period as people read it."""
    return Text(period.label("id"), period.label("en"))


def of(value: object, period: Period | None = None, code: str = "IKU-1") -> Realization:
    """A realization of the one indicator."""
    return Realization(code, value, period=period)


def test_unknown_realization_blocks() -> None:
    """A realization for an indicator that nobody promised blocks, and similar codes are named."""
    report = found(Target(full("IKU-1"), 10), Target(full("PLAN-7"), 10), delivered=(of(1), of(2, code="IKU-11")))
    assert told(report) == [("REA-UNKNOWN", "realizations[1].code")]
    assert report.blocking == report.findings
    assert dict(report.findings[0].arguments)["near"] == "IKU-1"
    assert report.findings[0].text("id").endswith("perjanjian; yang mirip: IKU-1")
    assert report.findings[0].text("en").endswith("agreement; similar: IKU-1")


def test_unknown_realization_that_looks_like_nothing() -> None:
    """Without a similar code there is no guess."""
    (finding,) = found(Target(full(), 10), delivered=(of(2, code="zzz"),))
    assert dict(finding.arguments)["near"] == ""
    assert finding.text("id") == "Realisasi untuk zzz, yang tidak ada dalam perjanjian"
    assert finding.text("en") == "A realization for zzz, which is not in the agreement"


def test_thousands_of_unknown_realizations_are_all_found() -> None:
    """A list that fits nowhere is reported whole; only its first codes are compared with the promised ones."""
    targets = [Target(full(f"IKU-{number}"), 1) for number in range(1000)]
    delivered = [of(1, code=f"IKU-{number}") for number in range(1000, 4000)]
    report = check(agreement_of(*targets), delivered)
    assert len(report) == 3000
    near = [dict(finding.arguments)["near"] for finding in report]
    assert all(near[:20])
    assert not any(near[20:])


def test_no_endless_comparison() -> None:
    """Neither more than a thousand codes nor a code of more than 64 signs are compared letter by letter."""
    many = [Target(full(f"IKU-{number}"), 1) for number in range(1001)]
    for targets, searched in ((many[:1000], True), (many, False)):
        (finding,) = check(agreement_of(*targets), [of(1, code="IKU-1x")])
        assert bool(dict(finding.arguments)["near"]) == searched
    long = Target(full("A" * 64), 1)
    for code, searched in (("A" * 63 + "B", True), ("A" * 64 + "B", False)):
        (finding,) = found(long, delivered=(of(1, code=code),))
        assert bool(dict(finding.arguments)["near"]) == searched


def test_several_similar_codes_are_named() -> None:
    """Up to three similar codes are named, the most similar first."""
    (finding,) = found(Target(full("IKU-1"), 10), Target(full("IKU-2"), 10), delivered=(of(1, code="IKU-21"),))
    assert dict(finding.arguments)["near"] == "IKU-2, IKU-1"


@pytest.mark.parametrize(
    ("first", "second", "twice"),
    [
        (None, None, True),
        (None, YEAR, True),
        (Q1, Q1, True),
        (Q2, Period.quarter(2025, 1, starts=4), True),
        (Q1, Q2, False),
        (None, Q1, False),
    ],
)
def test_duplicate_realization_blocks(first: Period | None, second: Period | None, twice: bool) -> None:
    """Two realizations of one indicator for the same days block; without a period the year is meant."""
    target = Target(full(consolidation="sum"), 10)
    report = found(target, delivered=(of(1, first), of(1, second)))
    duplicates = [finding for finding in report.blocking if finding.code == "REA-DUPLICATE"]
    assert [finding.subject for finding in duplicates] == (["realizations[1]"] if twice else [])
    if twice:
        arguments = dict(duplicates[0].arguments)
        assert arguments == {"code": "IKU-1", "period": said(second or YEAR), "first": "realizations[0]"}


def test_third_realization_points_to_the_first() -> None:
    """Of three realizations for the same days the second and the third are found."""
    report = found(Target(full(), 10), delivered=(of(1), of(2), of(1)))
    assert told(report) == [("REA-DUPLICATE", "realizations[1]"), ("REA-DUPLICATE", "realizations[2]")]


@pytest.mark.parametrize(
    ("period", "outside"),
    [
        (Period.month(2025, 1), False),
        (Period.month(2025, 12), False),
        (Period.month(2024, 12), True),
        (Period.month(2026, 1), True),
        (Period.year(2024), True),
        (Period.year(2025, starts=2), True),
        (Period.quarter(2025, 3, starts=4), False),
        (Period.quarter(2025, 4, starts=4), True),
    ],
)
def test_realization_out_of_the_year_blocks(period: Period, outside: bool) -> None:
    """Every day of a realization lies in the agreement's fiscal year, or it blocks."""
    report = found(Target(full(consolidation="sum"), 10), delivered=(of(1, period),))
    expected = [("REA-OUT-OF-YEAR", "realizations[0].period")] if outside else []
    assert [(finding.code, finding.subject) for finding in report.blocking] == expected
    for finding in report.blocking:
        assert dict(finding.arguments) == {"code": "IKU-1", "period": said(period), "year": "2025"}


def test_period_that_is_not_in_the_trajectory() -> None:
    """A realization for a period without a target of its own is an error that lists the periods."""
    target = Target(full(consolidation="last_progress"), 80, trajectory={Q1: 20, Q2: 50, Q3: 65, Q4: 80})
    assert told(found(target, delivered=(of(20, Q1), of(50, Q2)))) == []
    assert told(found(target, delivered=(of(80),))) == []
    report = found(target, delivered=(of(20, Q1), of(50, H1)))
    assert told(report) == [("REA-PERIOD", "realizations[1].period")]
    text = report.findings[0].text("id")
    assert text.startswith("Realisasi IKU-1 untuk Semester I 2025,")
    assert text.endswith(": Triwulan I 2025, Triwulan II 2025, Triwulan III 2025, Triwulan IV 2025")
    assert "Quarter IV 2025" in report.findings[0].text("en")


def test_periods_of_different_kinds() -> None:
    """Without a trajectory the realizations of a year use one kind of period, or days may count twice."""
    target = Target(full(consolidation="sum"), 80)
    assert told(found(target, delivered=(of(1, Q1), of(1, Q2), of(2)))) == []
    mixed = found(target, delivered=(of(1, Q1), of(1, H1), of(1, Period.month(2025, 7))))
    assert told(mixed) == [("REA-PERIODS-MIXED", "realizations[1].period")]
    assert dict(mixed.findings[0].arguments) == {"code": "IKU-1", "first": said(Q1), "other": said(H1)}
    counted = found(target, delivered=(of(1, Q1), of(1, Period.quarter(2025, 1, starts=4))))
    assert told(counted) == [("REA-PERIODS-MIXED", "realizations[1].period")]


def test_half_a_year_against_an_annual_target() -> None:
    """A value of part of the year, compared with an annual target that says nothing of parts, is a warning."""
    report = found(Target(full(), 80), delivered=(of(40, H1),))
    assert told(report) == [("REA-PART-OF-YEAR", "realizations[0].period")]
    assert report.warnings == report.findings
    assert dict(report.findings[0].arguments) == {"code": "IKU-1", "period": said(H1)}
    assert told(found(Target(full(consolidation="sum"), 80), delivered=(of(40, H1),))) == []
    assert told(found(Target(full(), 80), delivered=(of(40, YEAR),))) == []


def test_realized_level_is_in_the_scale() -> None:
    """A level that the scale does not hold is an error that lists the levels."""
    target = Target(full(scale=BPK_OPINIONS), Level("WTP"))
    assert told(found(target, delivered=(of(Level("TW")),))) == []
    report = found(target, delivered=(of(Level("wtp")),))
    assert told(report) == [("REA-LEVEL", "realizations[0].value")]
    assert "'wtp'" in report.findings[0].text("en")
    assert "TMP, TW, WDP, WTP-DPP, WTP" in report.findings[0].text("en")


NUMBERS = (10, Components(1, 2, per=100))
STATES = (NotReported(), NotApplicable("Kegiatan dibatalkan"), AwaitingRelease("BPK"))


@pytest.mark.parametrize(
    ("target", "realized", "alike"),
    [
        *((10, number, True) for number in NUMBERS),
        *((Range(1, 2), number, True) for number in NUMBERS),
        (Level("WTP"), Level("WTP"), True),
        (date(2025, 6, 30), date(2025, 7, 1), True),
        (10, Level("WTP"), False),
        (10, date(2025, 6, 30), False),
        (Range(1, 2), Level("WTP"), False),
        *((Level("WTP"), number, False) for number in NUMBERS),
        *((date(2025, 6, 30), number, False) for number in NUMBERS),
        (Level("WTP"), date(2025, 6, 30), False),
        (date(2025, 6, 30), Level("WTP"), False),
        *((value, state, True) for value in (10, Level("WTP"), date(2025, 6, 30)) for state in STATES),
    ],
)
def test_realization_is_of_the_kind_of_its_target(target: object, realized: object, alike: bool) -> None:
    """Numbers answer numbers, levels levels and dates dates; a state without a number answers any."""
    indicator = full(scale=BPK_OPINIONS if Level in {type(target), type(realized)} else None)
    report = found(Target(indicator, target), delivered=(of(realized),))
    assert told(report) == ([] if alike else [("REA-KIND", "realizations[0].value")])


@pytest.mark.parametrize(
    ("target", "realized", "words"),
    [
        (Level("WTP"), "1234.5", "(1.234,5) tidak sejenis dengan targetnya (WTP)"),
        (date(2025, 6, 30), Components(1, 3, per=100), "(1/3) tidak sejenis dengan targetnya (30 Juni 2025)"),
        (Range(1, 2), Level("WTP"), "(WTP) tidak sejenis dengan targetnya (1..2)"),
    ],
)
def test_both_kinds_are_shown(target: object, realized: object, words: str) -> None:
    """The finding shows what was realized and what was promised, in the words of the language."""
    (finding,) = found(Target(full(scale=BPK_OPINIONS), target), delivered=(of(realized),))
    assert words in finding.text("id")


def test_pool_needs_components() -> None:
    """A ratio of sums needs numerator and denominator of every period; a number for the whole year will do."""
    target = Target(full(unit="%", measure="ratio", consolidation="pool"), 80)
    pooled = (of(Components(1, 2, per=100), Q1), of(Components(3, 4, per=100), Q2))
    assert told(found(target, delivered=pooled)) == []
    assert told(found(target, delivered=(of(75),))) == []
    assert told(found(target, delivered=(*pooled, of(75, Q3)))) == [("REA-COMPONENTS", "realizations[2].value")]
    assert told(found(target, delivered=(*pooled, of(NotReported(), Q3)))) == []
    assert told(found(Target(full(consolidation="average"), 80), delivered=(of(75, Q1),))) == []


def test_pool_needs_one_multiplier() -> None:
    """Components per 100 and per 1,000 are not pooled."""
    target = Target(full(measure="ratio", consolidation="pool"), 80)
    report = found(target, delivered=(of(Components(1, 2, per=100), Q1), of(Components(1, 2, per=1000), Q2)))
    assert told(report) == [("REA-COMPONENTS-PER", "realizations[1].value")]
    assert dict(report.findings[0].arguments) == {"code": "IKU-1", "first": 100, "other": 1000}


def falling(values: tuple[object, ...], **fields: object) -> list[tuple[str, str]]:
    """What is found when these values are delivered quarter by quarter for a cumulative indicator."""
    indicator = full(consolidation="last_progress", polarity=fields.pop("polarity", "maximize"))
    delivered = tuple(of(value, quarter) for value, quarter in zip(values, (Q1, Q2, Q3, Q4), strict=False))
    return told(found(Target(indicator, fields.pop("value", 80), **fields), delivered=delivered))


def test_cumulative_figures_do_not_fall() -> None:
    """82 up to one quarter and 81 up to the next is an error at the later figure; equal figures are none."""
    assert falling((20, 20, "20.000001", 80)) == []
    assert falling((20, 82, 81, 83)) == [("REA-FALLING", "realizations[2].value")]
    assert falling((40, 30, 20)) == [("REA-FALLING", "realizations[1].value"), ("REA-FALLING", "realizations[2].value")]


def test_gap_does_not_hide_a_fall() -> None:
    """A figure is compared with the last one that was measured, whatever stands between."""
    assert falling((50, NotReported(), 49)) == [("REA-FALLING", "realizations[2].value")]


def test_order_of_the_list_does_not_matter() -> None:
    """Figures are compared in the order of their periods, not of the list."""
    target = Target(full(consolidation="last_progress"), 80)
    assert told(found(target, delivered=(of(50, Q2), of(20, Q1)))) == []
    assert told(found(target, delivered=(of(20, Q2), of(50, Q1)))) == [("REA-FALLING", "realizations[0].value")]


def test_figures_up_to_the_same_day_are_not_compared() -> None:
    """A figure for the year and one for its last quarter end on one day, so neither is before the other."""
    target = Target(full(consolidation="last_progress"), 80)
    assert told(found(target, delivered=(of(90, Q4), of(80)))) == []


def test_exact_components_are_compared() -> None:
    """One third of hundred is more than 33.333333 and less than 33.333334."""
    third = Components(1, 3, per=100)
    assert falling(("33.333333", third, "33.333334")) == []
    assert falling(("33.333334", third)) == [("REA-FALLING", "realizations[1].value")]
    report = found(
        Target(full(consolidation="last_progress"), 80),
        delivered=(of(third, Q1), of(33, Q2)),
    )
    assert dict(report.findings[0].arguments)["earlier"] == Fraction(100, 3)
    assert "100/3" in report.findings[0].text("id")


def test_direction_follows_the_trajectory() -> None:
    """Where the trajectory goes down, a figure that rises turns back."""
    down = {Q1: 20, Q2: 15, Q3: 12, Q4: 10}
    assert falling((20, 14), polarity="minimize", trajectory=down, value=10) == []
    assert falling((20, 21), polarity="minimize", trajectory=down, value=10) == [
        ("REA-FALLING", "realizations[1].value"),
    ]
    up = {Q1: 2, Q2: 5, Q3: 7, Q4: 10}
    assert falling((5, 4), polarity="minimize", trajectory=up, value=10) == [("REA-FALLING", "realizations[1].value")]


def test_direction_is_from_the_first_to_the_last_period() -> None:
    """A trajectory with a dip in its middle goes where it ends."""
    dip = {Q1: 20, Q2: 15, Q3: 20, Q4: 30}
    assert falling((20, 19), polarity="minimize", trajectory=dip, value=30) == [
        ("REA-FALLING", "realizations[1].value"),
    ]
    loop = {Q1: 20, Q2: 30, Q3: 25, Q4: 20}
    assert falling((20, 19), polarity="minimize", trajectory=loop, value=20) == []


def test_direction_follows_the_baseline() -> None:
    """Without a trajectory the way from the baseline to the target is the direction."""
    assert falling((20, 21), polarity="minimize", baseline=30, value=10) == [("REA-FALLING", "realizations[1].value")]
    assert falling((20, 19), polarity="minimize", baseline=30, value=10) == []
    assert falling((20, 19), polarity="stabilize", baseline=5, value=30) == [("REA-FALLING", "realizations[1].value")]


def test_unknown_direction_is_no_finding() -> None:
    """Nothing says whether a figure of which less is better falls to its target or adds up, so neither is a fault."""
    assert falling((20, 30), polarity="minimize", value=10) == []
    assert falling((20, 10), polarity="minimize", value=10) == []
    assert falling((20, 10), polarity="minimize", value=10, baseline=10) == []
    assert falling((20, 10), polarity="stabilize", value=Range(1, 2), baseline=10) == []
    flat = dict.fromkeys((Q1, Q2, Q3, Q4), 10)
    assert falling((20, 10), polarity="minimize", value=10, trajectory=flat) == []


def test_states_may_fall() -> None:
    """A state, an average or a sum may be lower than before."""
    for consolidation in ("last_level", "average", "sum"):
        target = Target(full(consolidation=consolidation), 80)
        assert told(found(target, delivered=(of(50, Q1), of(20, Q2)))) == []


def test_every_target_is_looked_at() -> None:
    """A target without a fault does not hide the faults of those after it."""
    plain = Target(full("IKU-0"), 10)
    summed, pooled, risen = (
        [Target(full(f"{how}-{number}", unit="orang", consolidation=how), 10) for number in (1, 2)]
        for how in ("sum", "pool", "last_progress")
    )
    delivered = [
        *(of(1, period, target.code) for target in summed for period in (Q1, H1)),
        *(of(1, Q1, target.code) for target in pooled),
        *(of(value, period, target.code) for target in risen for value, period in ((2, Q1), (1, Q2))),
    ]
    report = found(plain, *summed, *pooled, *risen, delivered=tuple(delivered))
    assert sorted(report.codes()) == [
        "REA-COMPONENTS",
        "REA-COMPONENTS",
        "REA-FALLING",
        "REA-FALLING",
        "REA-PERIODS-MIXED",
        "REA-PERIODS-MIXED",
    ]
    assert [dict(finding.arguments)["code"] for finding in report] == [
        target.code for targets in (summed, pooled, risen) for target in targets
    ]


def test_rules_are_catalogued() -> None:
    """Each rule has a code of its own, and there is no more than one check for a rule."""
    codes = [rule.code for rule in RULES]
    assert len(set(codes)) == len(codes) >= len(CHECKS)
