from typing import Any

from attrs import evolve

from sakip import BudgetLine, Report, Target, check
from sakip.model.checks.spending import RULES
from tests.model.making import agreement_of, full, told


def line(code: str, kind: str = "programme", ceiling: object = 100, **fields: Any) -> BudgetLine:
    """A line of 100 rupiah."""
    return BudgetLine(code, f"Baris {code}", kind=kind, ceiling=ceiling, **fields)


def found(*lines: BudgetLine) -> Report:
    """What `check` finds in an agreement with this budget."""
    return check(evolve(agreement_of(Target(full("IKU-1"), 10)), budget=lines))


def at(*lines: BudgetLine) -> list[tuple[str, str]]:
    """Code and subject of each finding, the agreement left out of the subject."""
    return [(code, subject.removeprefix("agreement[PK-1].budget")) for code, subject in told(found(*lines))]


def test_a_sound_budget_has_no_finding() -> None:
    """Parts that add up, links that lead somewhere, and spending up to the ceiling itself."""
    lines = [
        line("1", ceiling=100, realization=100, targets=["IKU-1"]),
        line("1.1", "activity", 60, realization=60),
        line("1.2", "activity", 40, realization=40),
    ]
    assert at(*lines) == []
    assert at() == []


def test_a_sum_that_is_another() -> None:
    """A parent whose parts add up to one rupiah more or less is named with both and the difference."""
    for part in (599, 601):
        report = found(line("1", ceiling=1000), line("1.1", "activity", 400), line("1.2", "activity", part))
        assert told(report) == [("BUD-SUM", "agreement[PK-1].budget[1].ceiling")]
        (finding,) = report
        assert dict(finding.arguments) == {"code": "1", "stated": 1000, "parts": 2, "sum": 400 + part, "gap": 1}
        assert finding.text("id").endswith("; selisih Rp1")
    assert at(line("1", ceiling=1000), line("1.1", "activity", 400), line("1.2", "activity", 600)) == []


def test_spending_that_is_another() -> None:
    """A stated realization is the sum of the parts where all of them are known."""
    whole, first = line("1", realization=50), line("1.1", "activity", 60, realization=30)
    second = line("1.2", "activity", 40, realization=19)
    assert at(whole, first, second) == [("BUD-SPENT", "[1].realization")]
    (more,) = found(whole, first, evolve(second, realization=23))
    assert more.text("en").endswith("but its parts add up to Rp53; a difference of Rp3")
    assert at(whole, first, evolve(second, realization=20)) == []
    assert at(whole, first, evolve(second, realization=None)) == []


def test_more_than_the_ceiling() -> None:
    """Spending above the ceiling is a warning, up to it none."""
    assert at(line("1", realization="100.01")) == [("BUD-OVER", "[1].realization")]
    assert at(line("1", realization=100)) == []


def test_targets_that_are_not_there() -> None:
    """Each linked target that the agreement lacks is named once."""
    assert at(line("1", targets=["IKU-1", "IKU-9", "IKU-9"])) == [("BUD-TARGET", "[1].targets")]


def test_a_code_that_stands_twice() -> None:
    """A code stands once in a version; its sums are not looked at before that is repaired."""
    twice = [line("1", ceiling=5), line("1.1", "activity", 1), line("1.1", "activity", 1)]
    assert at(*twice) == [("BUD-TWICE", "[1.1]")]
    assert at(line("1", version="DPA"), line("1", ceiling=7, version="DPPA")) == []


def test_a_part_of_nothing() -> None:
    """Beside programmes, an activity must extend one of them; without any it may stand alone."""
    programme, lost = line("1.02"), line("1.03.01", "activity")
    assert at(programme, lost) == [("BUD-PARENT", "[1.03.01]")]
    assert at(programme, line("1.02.01", "activity")) == []
    assert at(lost) == []


def test_a_part_of_no_higher_kind() -> None:
    """A part is of a lower kind than what it is a part of; a level may be left out."""
    assert at(line("1"), line("1.1")) == [("BUD-KIND", "[1.1]")]
    assert ("BUD-KIND", "[1.1]") in at(line("1", "activity"), line("1.1"))
    assert at(line("1"), line("1.1", "sub_activity")) == []


def test_every_rule_has_a_case_here() -> None:
    """The tests above know every rule."""
    assert {rule.code for rule in RULES} == {
        f"BUD-{name}" for name in ("TWICE", "PARENT", "KIND", "SUM", "SPENT", "OVER", "TARGET")
    }
    assert not any(rule.blocking for rule in RULES)
