from datetime import date
from decimal import Decimal

import pytest

from sakip import BPK_OPINIONS, Agreement, Level, Objective, Party, Period, Range, Target, check
from sakip.model.checks.promise import CHECKS, RULES
from tests.model.making import Ratio, Settings, agreement_of, found, full, told

AT = "agreement[PK-1].targets[IKU-1]"
Q1, Q2 = Period.quarter(2025, 1), Period.quarter(2025, 2)


def test_complete_agreement_is_clean() -> None:
    """An agreement with a complete data sheet and an attainable target has no finding."""
    assert told(found(Target(full(), 10))) == []


@pytest.mark.parametrize("objectives", [[], [Objective("Layanan meningkat", [])]])
def test_empty_agreement_blocks(objectives: list[Objective]) -> None:
    """An agreement without any target cannot be scored."""
    report = check(Agreement("PK-1", year=2025, first_party=Party("Camat"), objectives=objectives))
    assert [finding.code for finding in report.blocking] == ["AGR-EMPTY"]
    assert report.blocking[0].subject == "agreement[PK-1]"


def test_objective_without_target() -> None:
    """Each objective without a target is an error that does not block."""
    objectives = [Objective("A", []), Objective("B", [Target(full(), 10)]), Objective("C", [])]
    report = check(Agreement("PK-1", year=2025, first_party=Party("Camat"), objectives=objectives))
    assert told(report) == [
        ("OBJ-EMPTY", "agreement[PK-1].objectives[0]"),
        ("OBJ-EMPTY", "agreement[PK-1].objectives[2]"),
    ]
    assert not report.blocking
    assert "'C'" in report.findings[1].text("id")


def test_duplicate_target_blocks() -> None:
    """Two targets for one indicator are one blocking finding, however many objectives they stand in."""
    target = Target(full(), 10)
    objectives = [Objective("A", [target, Target(full(code="IKU-2"), 1)]), Objective("B", [target, Target(full(), 11)])]
    report = check(Agreement("PK-1", year=2025, first_party=Party("Camat"), objectives=objectives))
    assert [finding.code for finding in report.blocking] == ["TGT-DUPLICATE"]
    assert report.blocking[0].subject == AT
    assert "3" in report.blocking[0].text("en")


def test_codes_are_compared_exactly() -> None:
    """Codes that differ in case are two indicators."""
    assert told(found(Target(full("IKU-1"), 10), Target(full("iku-1"), 10))) == []


@pytest.mark.parametrize("value", [10, Range(10, 20)])
def test_number_without_a_unit(value: object) -> None:
    """A number or a range without a unit says nothing."""
    assert told(found(Target(full(unit=None), value))) == [("IND-UNIT", f"{AT}.indicator.unit")]


def test_level_and_date_need_no_unit() -> None:
    """A level and a date are their own unit."""
    assert told(found(Target(full(unit=None, scale=BPK_OPINIONS), Level("WTP")))) == []
    assert told(found(Target(full(unit=None, measure="milestone"), date(2025, 6, 30)))) == []


@pytest.mark.parametrize(
    ("echelon", "high"),
    [
        ("Bupati", True),
        ("I.a", True),
        ("II.b", True),
        ("JPT Pratama", True),
        ("III.a", False),
        ("Administrator", False),
        ("JF Ahli Utama", False),
        ("Pelaksana", False),
        (None, False),
    ],
)
def test_output_at_a_high_level(echelon: str | None, high: bool) -> None:
    """A number of documents is an output; at echelon II and above that is a warning, below it is not."""
    report = check(agreement_of(Target(full(name="Jumlah dokumen perencanaan"), 10), echelon=echelon))
    assert told(report) == ([("IND-OUTPUT", f"{AT}.indicator.name")] if high else [])


@pytest.mark.parametrize(
    ("name", "level", "output"),
    [
        ("Jumlah dokumen perencanaan", None, True),
        ("jumlah  kegiatan sosialisasi", None, True),
        ("Terlaksananya rapat koordinasi", None, True),
        ("Tersusunnya laporan keuangan", None, True),
        ("Jumlah dokumen perencanaan", "outcome", False),
        ("Jumlah penduduk miskin", None, False),
        ("Jumlah dokumenter", None, False),
        ("Persentase dokumen selaras", None, False),
        ("Indeks kepuasan", "output", True),
        ("Indeks kepuasan", "process", True),
        ("Indeks kepuasan", "input", True),
        ("Indeks kepuasan", "impact", False),
        ("Indeks kepuasan", "immediate_outcome", False),
    ],
)
def test_what_counts_as_an_output(name: str, level: str | None, output: bool) -> None:
    """The declared result level decides; without one the wording does."""
    report = check(agreement_of(Target(full(name=name, level=level), 10), echelon="II"))
    assert report.codes() == (("IND-OUTPUT",) if output else ())


def test_ordinal_needs_a_scale() -> None:
    """A level as target, or an ordinal measure, without a scale cannot be ranked."""
    assert told(found(Target(full(), Level("WTP")))) == [("IND-SCALE", f"{AT}.indicator.scale")]
    assert told(found(Target(full(measure="ordinal"), 3))) == [("IND-SCALE", f"{AT}.indicator.scale")]


def test_target_level_is_in_its_scale() -> None:
    """A level that the scale does not hold is an error that lists the levels."""
    assert told(found(Target(full(scale=BPK_OPINIONS), Level("WTP-DPP")))) == []
    report = found(Target(full(scale=BPK_OPINIONS), Level("AA")))
    assert told(report) == [("TGT-LEVEL", f"{AT}.value")]
    assert "TMP, TW, WDP, WTP-DPP, WTP" in report.findings[0].text("id")


@pytest.mark.parametrize(
    ("rule", "polarity", "worst", "refused"),
    [
        ("not_computable", "maximize", None, True),
        ("not_computable", "minimize", 5, True),
        ("exclude", "maximize", None, False),
        ("met_is_100", "stabilize", None, False),
        ("cap_if_positive", "maximize", None, False),
        ("cap_if_positive", "minimize", None, True),
        ("worst_value", "minimize", None, True),
        ("worst_value", "minimize", 5, False),
        ("worst_value", "minimize", 0, True),
        ("worst_value", "minimize", -5, True),
        ("worst_value", "maximize", 5, True),
        ("a later rule", "maximize", None, True),
    ],
)
def test_zero_target_needs_a_rule(rule: str, polarity: str, worst: int | None, refused: bool) -> None:
    """A target of zero is an error unless the policy's rule for zero targets applies to it; it never blocks."""
    target = Target(full(polarity=polarity), 0, worst_value=worst)
    report = found(target, policy=Settings(zero_target=rule))
    assert told(report) == ([("TGT-ZERO", f"{AT}.value")] if refused else [])
    assert all(f"({rule})" in finding.text() for finding in report)
    assert not report.blocking


def test_zero_target_without_a_policy() -> None:
    """Without a policy no rule for zero targets is stated; the smallest number that is not zero needs none."""
    report = found(Target(full(), 0))
    assert told(report) == [("TGT-ZERO", f"{AT}.value")]
    assert "yang berlaku; sebutkan" in report.findings[0].text("id")
    assert "applies; state" in report.findings[0].text("en")
    assert told(found(Target(full(), "0.000001"))) == []
    assert told(found(Target(full(), Range(0, 1)))) == []


@pytest.mark.parametrize("polarity", ["maximize", "minimize", "stabilize"])
def test_progress_from_a_baseline_needs_no_zero_rule(polarity: str) -> None:
    """A rule that counts progress from a baseline does not divide by the target, if there is a baseline."""
    policy = Settings(**{polarity: Ratio(("R", "T", "B"))})
    sound = 10 if polarity == "minimize" else -10
    assert told(found(Target(full(polarity=polarity), 0, baseline=sound), policy=policy)) == []
    zero = ("TGT-ZERO", f"{AT}.value")
    lacking = ("TGT-NOT-SCORABLE", f"{AT}.value")
    assert told(found(Target(full(polarity=polarity), 0), policy=policy)) == [zero, lacking]
    assert told(found(Target(full(polarity=polarity), 0, baseline=sound), policy=Settings())) == [zero]


@pytest.mark.parametrize(
    ("polarity", "value", "last_year", "easier"),
    [
        ("maximize", 80, "80.000001", True),
        ("maximize", 80, 80, False),
        ("maximize", 80, 79, False),
        ("minimize", 80, "79.999999", True),
        ("minimize", 80, 80, False),
        ("minimize", 80, 81, False),
        ("stabilize", 80, 90, False),
        ("stabilize", 80, 70, False),
        ("maximize", Range(80, 90), 91, True),
        ("maximize", Range(80, 90), 90, False),
        ("minimize", Range(80, 90), 79, True),
        ("minimize", Range(80, 90), 80, False),
        ("maximize", date(2025, 6, 30), 5, False),
        ("maximize", 80, None, False),
    ],
)
def test_easier_than_last_year(polarity: str, value: object, last_year: object, easier: bool) -> None:
    """A target that last year's realization already surpassed is a note, in the direction of the polarity."""
    report = found(Target(full(polarity=polarity), value, last_year=last_year))
    assert told(report) == ([("TGT-EASIER", f"{AT}.value")] if easier else [])
    assert report.notes == report.findings


@pytest.mark.parametrize(
    ("polarity", "value", "baseline", "worse"),
    [
        ("maximize", 80, "80.000001", True),
        ("maximize", 80, 80, False),
        ("minimize", 80, "79.999999", True),
        ("minimize", 80, 80, False),
        ("stabilize", 80, 90, False),
        ("stabilize", 80, 70, False),
        ("maximize", Range(80, 90), 91, True),
        ("maximize", Range(80, 90), 90, False),
        ("minimize", Range(80, 90), 79, True),
        ("minimize", Range(80, 90), 80, False),
        ("maximize", 80, None, False),
    ],
)
def test_target_worse_than_its_baseline(polarity: str, value: object, baseline: object, worse: bool) -> None:
    """A target on the wrong side of its baseline is a warning; to stay where one is may be promised."""
    report = found(Target(full(polarity=polarity), value, baseline=baseline))
    assert told(report) == ([("TGT-BASELINE", f"{AT}.baseline")] if worse else [])
    assert report.warnings == report.findings


@pytest.mark.parametrize(
    ("polarity", "value", "ceiling", "beyond"),
    [
        ("maximize", 100, "99.999999", True),
        ("maximize", 100, 100, False),
        ("maximize", 100, 101, False),
        ("minimize", 5, "5.000001", True),
        ("minimize", 5, 5, False),
        ("minimize", 5, 4, False),
        ("stabilize", 5, 4, False),
        ("stabilize", 5, 6, False),
        ("maximize", Range(80, 90), 79, True),
        ("maximize", Range(80, 90), 80, False),
        ("minimize", Range(80, 90), 91, True),
        ("minimize", Range(80, 90), 90, False),
        ("maximize", date(2025, 6, 30), 5, False),
    ],
)
def test_target_beyond_the_best_attainable(polarity: str, value: object, ceiling: object, beyond: bool) -> None:
    """Nothing better than the best attainable value can be promised; that value itself can."""
    report = found(Target(full(polarity=polarity), value, ceiling=ceiling))
    assert told(report) == ([("TGT-CEILING", f"{AT}.ceiling")] if beyond else [])
    assert report.errors == report.findings
    assert not report.blocking


def test_trajectory_lies_in_the_year() -> None:
    """A period of the trajectory outside the agreement's year is an error at that period."""
    outside = Period.quarter(2026, 1)
    target = Target(full(consolidation="sum"), 10, trajectory={Period.quarter(2025, 4): 5, outside: 5})
    report = found(target)
    assert told(report) == [("TGT-OUT-OF-YEAR", f"{AT}.trajectory[2026-Q1]")]


@pytest.mark.parametrize(
    ("day", "codes"),
    [
        (date(2024, 12, 31), ["TGT-DATE-OUT-OF-YEAR"]),
        (date(2025, 1, 1), []),
        (date(2025, 12, 31), []),
        (date(2026, 1, 1), ["TGT-DATE-OUT-OF-YEAR"]),
    ],
)
def test_a_day_outside_the_year(day: date, codes: list[str]) -> None:
    """A target that is a day of another year is mostly a slip, and the first and the last day are of the year."""
    report = found(Target(full(), day))
    assert list(report.codes()) == codes
    if codes:
        (finding,) = report
        assert finding.subject == f"{AT}.value"
        assert f"{day.year}, di luar tahun anggaran 2025" in finding.text("id")


def test_numbers_in_the_text_follow_the_language() -> None:
    """A number in a finding is written the Indonesian way in Indonesian and the English way in English."""
    (note,) = found(Target(full(), 80, last_year=Decimal("1234.5"))).notes
    assert "1.234,5" in note.text("id")
    assert "1,234.5" in note.text("en")


def test_every_target_is_looked_at() -> None:
    """A target without a fault does not hide the faults of those after it."""
    clean, *faulty = (Target(full(f"IKU-{place}", unit="orang" if place == 0 else None), 10) for place in range(3))
    assert told(found(clean, *faulty)) == [
        ("IND-UNIT", f"agreement[PK-1].targets[IKU-{place}].indicator.unit") for place in (1, 2)
    ]


def test_sentences_name_what_they_are_about() -> None:
    """A finding about a period says which, and the year that it misses."""
    outside = Target(full(consolidation="sum"), 10, trajectory={Period.quarter(2026, 1): 5})
    (finding,) = found(outside)
    assert finding.text("id") == "Lintasan target IKU-1 memuat Triwulan I 2026, di luar tahun anggaran 2025"
    assert finding.text("en").endswith("IKU-1 holds Quarter I 2026, outside the fiscal year 2025")


def test_rules_are_catalogued() -> None:
    """Each rule has a code of its own, and there is no more than one check for a rule."""
    codes = [rule.code for rule in RULES]
    assert len(set(codes)) == len(codes) >= len(CHECKS)
