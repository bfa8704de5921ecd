"""The offices of a regency in 2023 in the order of their totals, and what a cap makes of it."""

from collections.abc import Mapping
from decimal import Decimal

from sakip import (
    Agreement,
    Evaluation,
    Indicator,
    Level,
    Objective,
    OrdinalScale,
    Party,
    Realization,
    Target,
    evaluate,
    rank,
)
from sakip.policies import LKJIP
from sakip.scoring import Cap, Policy, Round
from tests.conformance.published import TABLES, Row
from tests.conformance.recompute import number

REGENCY = TABLES["gunungkidul-opd-sasaran-2023"]
SPORTS = "Dinas Kepemudaan dan Olahraga"
CAPPED = LKJIP.evolve(id="cap-120", indicator=(Cap(120), Round(2)))
MISSING = REGENCY.of_kind("no-realization")
# The target of an index was printed without its decimal comma.
REPAIRED = {4: Decimal("39.77")}


def by_office() -> dict[str, list[Row]]:
    """The rows of each office; the one that names none continues the office above it."""
    found: dict[str, list[Row]] = {}
    office = ""
    for row in REGENCY.rows:
        office = row.indicator.office or office
        found.setdefault(office, []).append(row)
    return found


def read(row: Row, text: str) -> Decimal:
    """A cell as the exceptions of its table say it is read."""
    conventions = [one.convention for one in REGENCY.exceptions_for(row) if one.convention]
    return number(text, *conventions or [REGENCY.stated.convention])


def promised(row: Row, repaired: Mapping[int, Decimal]) -> Target:
    """The target of a row: a number, or a level where the table prints one."""
    scale = OrdinalScale(row.indicator.levels) if row.indicator.levels else None
    indicator = Indicator(str(row.number), row.indicator.name, polarity=row.indicator.polarity, scale=scale)
    value = Level(row.target) if scale else repaired.get(row.number) or read(row, row.target)
    return Target(indicator, value)


def offices(policy: Policy, repaired: Mapping[int, Decimal] = {}) -> list[Evaluation]:
    """Each office evaluated over its own rows."""
    return [
        evaluate(
            Agreement(
                f"PK-{place}",
                year=2023,
                first_party=Party("Kepala", office=office),
                objectives=[Objective("Sasaran", [promised(row, repaired) for row in rows])],
            ),
            [Realization(str(row.number), read(row, row.realization)) for row in rows if row not in MISSING],
            policy=policy,
        )
        for place, (office, rows) in enumerate(by_office().items(), start=1)
    ]


def test_the_first_is_carried_by_one_indicator() -> None:
    """An office with 0, 611 and 100,71 averages 237 and comes first; counted as 100 at most it would have 66,67."""
    found = rank(offices(LKJIP, {}))
    first = found.entries[0]
    assert (first.office, first.rank, first.score.value) == (SPORTS, 1, Decimal("237.20"))
    assert isinstance(first.evaluation, Evaluation)
    assert [one.score.value for one in first.evaluation] == [Decimal(0), Decimal("610.89"), Decimal("100.71")]
    assert first.carried is not None
    assert first.carried.indicator.target.indicator.name == "Persentase peningkatan prestasi olahraga"
    assert first.carried.score_at_100.value == Decimal("66.67")


def test_a_cap_of_120_takes_it_to_the_end() -> None:
    """Capped at 120 the same office has 73,57; of 41 only the one with a slipped target and one other are below it."""
    found = rank(offices(CAPPED, {}))
    (sports,) = (entry for entry in found if entry.office == SPORTS)
    finals = [entry for entry in found if entry.rank is not None]
    assert (len(finals), sports.rank, sports.score.value) == (41, 39, Decimal("73.57"))
    assert sports.carried is None
    assert [entry.office for entry in finals[39:]] == ["Bappeda", "Badan Keuangan dan Aset"]
    (again,) = (entry for entry in rank(offices(CAPPED, REPAIRED)) if entry.office == SPORTS)
    assert again.rank == 40


def test_who_else_is_carried() -> None:
    """Six of the 41 final totals stand above 100 through one indicator; what was exceeded everywhere does not."""
    carried = {
        entry.office: (entry.score.value, entry.carried.indicator.score.value, entry.carried.score_at_100.value)
        for entry in rank(offices(LKJIP, {}))
        if entry.carried is not None
    }
    assert {office: tuple(map(str, numbers)) for office, numbers in carried.items()} == {
        SPORTS: ("237.20", "610.89", "66.67"),
        "Dinas Komunikasi dan Informatika": ("190.34", "282.74", "98.97"),
        "Dinas Pemberdayaan Masyarakat dan KB": ("129.65", "223.24", "98.10"),
        "Kapanewon 149": ("105.62", "117.35", "99.84"),
        "Kapanewon 138": ("105.13", "117.09", "99.43"),
        "Kapanewon 145": ("101.50", "119.94", "94.85"),
    }


def test_offices_with_a_missing_realization_stand_apart() -> None:
    """Five offices lack a realization; their totals are provisional, whatever they are, and have no rank."""
    found = rank(offices(LKJIP, {}))
    apart = [entry for entry in found if entry.completeness == "provisional"]
    assert [entry.office for entry in found.entries[41:]] == [entry.office for entry in apart]
    assert apart[0].score.value == Decimal("157.92")
    assert apart[0].remark == "provisional"
    assert {
        int(one.code) for entry in apart if isinstance(entry.evaluation, Evaluation) for one in entry.evaluation.missing
    } == {row.number for row in MISSING}
