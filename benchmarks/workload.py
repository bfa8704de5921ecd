"""The workload: agreements with five indicators in four quarters, as objects and as bare tuples.

The formulas, the cap and the grade edges are those of the measured limits: higher is better, lower is better (2T - R),
stabilize (tent); cap 120; two decimals half up; weighted total of the rounded rows, itself rounded; grades from 50, 65,
75 and 90.
"""

from collections.abc import Iterable, Iterator
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext
from fractions import Fraction
from random import Random
from typing import NamedTuple

from sakip import (
    Agreement,
    Evaluation,
    Indicator,
    Objective,
    Party,
    Period,
    Reading,
    Realization,
    Target,
    agreements_from_rows,
    evaluate,
    format_number,
)
from sakip.policies import LKJIP
from sakip.policies.formulas import HIGHER_IS_BETTER, LOWER_IS_BETTER, TENT
from sakip.scoring import Cap, GradeScale, Mean, Policy, Round, Stage, WeightedMean

YEAR = 2025
QUARTERS = Period.year(YEAR).parts("quarter")
POLARITIES = ("maximize", "minimize", "stabilize")
BANDS = ((None, "Buruk"), (50, "Kurang"), (65, "Cukup"), (75, "Baik"), (90, "Sangat Baik"))
POLICY: Policy = LKJIP.evolve(
    id="benchmark",
    maximize=HIGHER_IS_BETTER,
    minimize=LOWER_IS_BETTER,
    stabilize=TENT,
    indicator=(Cap(120), Round(2)),
    objective=Stage(WeightedMean(), [Round(2)]),
    total=Stage(Mean(), [Round(2)]),
    carry="rounded",
    scale=GradeScale(BANDS, closed="lower"),
)

Row = tuple[str, Decimal, Decimal, Decimal]
"""Polarity, target, realization and weight."""
Sheet = tuple[tuple[tuple[str, str, Decimal, Decimal], ...], tuple[tuple[str, Decimal], ...]]
"""Code, polarity, target and weight of each row, and what was reported: code and realization."""
Outcome = tuple[list[tuple[Decimal, Decimal]], Decimal, str]
"""Achievement and value of each row; value and grade of the total."""


class Case(NamedTuple):
    """One agreement as objects, with realizations by quarter and by year, and the same as bare tuples."""

    agreement: Agreement
    by_quarter: tuple[tuple[Period, list[Realization]], ...]
    annual: Agreement
    by_version: tuple[list[Realization], ...]
    quarters: tuple[tuple[Row, ...], ...]


def cases(count: int, seed: int = 20250305) -> list[Case]:
    """So many agreements; the same for the same seed, and rich in ties."""
    random = Random(seed)
    return [_case(random, at) for at in range(count)]


def _case(random: Random, at: int) -> Case:
    weights = [Decimal(weight) for weight in (30, 25, 20, 15, 10)]
    random.shuffle(weights)
    quarters = tuple(
        tuple((POLARITIES[(at + number) % 3], *_numbers(random), weight) for number, weight in enumerate(weights))
        for _ in QUARTERS
    )
    # In the annual form a version is judged by the same rows, so each indicator keeps the target of the first quarter.
    indicators = [
        Indicator(
            f"IKU-{number + 1}",
            f"Persentase layanan {number + 1} yang memenuhi standar",
            unit="persen",
            polarity=row[0],
            consolidation="last_level",
        )
        for number, row in enumerate(quarters[0])
    ]
    trajectories = [
        {period: rows[number][1] for period, rows in zip(QUARTERS, quarters, strict=True)}
        for number in range(len(weights))
    ]
    by_quarter = tuple(
        (period, [Realization(one.code, row[2], period=period) for one, row in zip(indicators, rows, strict=True)])
        for period, rows in zip(QUARTERS, quarters, strict=True)
    )
    return Case(
        agreement=_agreement(at, indicators, quarters[-1], trajectories),
        by_quarter=by_quarter,
        annual=_agreement(at, indicators, quarters[0], [{}] * len(weights)),
        by_version=tuple(
            [Realization(one.code, row[2]) for one, row in zip(indicators, rows, strict=True)] for rows in quarters
        ),
        quarters=quarters,
    )


def _numbers(random: Random) -> tuple[Decimal, Decimal]:
    """A target and a realization; a third of the targets turns many realizations into ties at three decimals."""
    if random.random() < 1 / 3:
        target = random.choice((8, 16, 40, 80, 400, 800, 2000))
        return Decimal(target), Decimal(random.randint(0, 2 * target))
    digits = random.randint(0, 2)
    target = random.randint(1, 10 ** random.randint(2, 6))
    return Decimal(f"{target}e-{digits}"), Decimal(f"{random.randint(0, 2 * target)}e-{digits}")


def _agreement(
    at: int, indicators: list[Indicator], rows: tuple[Row, ...], trajectories: list[dict[Period, Decimal]]
) -> Agreement:
    return Agreement(
        f"PK-{YEAR}-{at:05d}",
        year=YEAR,
        first_party=Party("Kepala Dinas", office=f"Dinas {at}", echelon="II.b"),
        objectives=[
            Objective(
                "Meningkatnya mutu layanan",
                [
                    Target(indicator, row[1], weight=row[3], trajectory=trajectory)
                    for indicator, row, trajectory in zip(indicators, rows, trajectories, strict=True)
                ],
            )
        ],
    )


COLUMNS: dict[str, str] = {
    "office": "OPD",
    "code": "Kode",
    "indicator": "Indikator",
    "unit": "Satuan",
    "polarity": "Jenis",
    "target": "Target",
    "weight": "Bobot",
    "realization": "Realisasi",
}
WORDS = {"maximize": "positif", "minimize": "negatif", "stabilize": "stabil"}


def table(workload: list[Case]) -> list[dict[str, object]]:
    """The first version of each annual agreement as rows of text, one for each indicator, as a database holds them."""
    return [
        {
            "OPD": case.annual.first_party.office,
            "Kode": one.code,
            "Indikator": one.indicator.name,
            "Satuan": one.indicator.unit,
            "Jenis": WORDS[one.indicator.polarity],
            "Target": format_number(row[1]),
            "Bobot": format_number(row[3]),
            "Realisasi": format_number(row[2]),
        }
        for case in workload
        for one, row in zip(case.annual.targets, case.quarters[0], strict=True)
    ]


def read_table(rows: list[dict[str, object]]) -> Reading:
    """Every row read and checked; none may be lost."""
    reading = agreements_from_rows(rows, columns=COLUMNS, year=YEAR, convention="id")
    if len(reading.used) < len(rows):
        raise AssertionError(reading.report.brief("en"))
    return reading


def published(count: int, seed: int = 20251125) -> tuple[list[dict[str, str]], list[tuple[Row, ...]]]:
    """So many rows of a published report, one in twenty with a wrong percentage, and their numbers as bare tuples."""
    random = Random(seed)
    rows: list[dict[str, str]] = []
    bare: list[tuple[Row, ...]] = []
    for at in range(count):
        polarity = POLARITIES[at % 2]
        target, realized = _numbers(random)
        achievement = 100 * Fraction(realized) / Fraction(target)
        value = achievement if polarity == "maximize" else 200 - achievement
        if at % 20 == 7:
            value += random.randint(1, 99)
        rows.append(
            {
                "indicator": f"Persentase layanan {at} yang memenuhi standar",
                "unit": "persen",
                "polarity": WORDS[polarity],
                "target": format_number(target),
                "realization": format_number(realized),
                "achievement": format_number(value, decimals=2),
            }
        )
        bare.append(((polarity, target, realized, HUNDRED),))
    return rows, bare


def made_anew(pairs: Reading) -> list[tuple[Agreement, list[Realization]]]:
    """The objects of a reading, made from values that nobody has to read."""
    return [
        (
            Agreement(
                old.code,
                year=old.year,
                first_party=Party(old.first_party.position, office=old.first_party.office),
                objectives=[
                    Objective(
                        old.objectives[0].name,
                        [
                            Target(
                                Indicator(
                                    one.code,
                                    one.indicator.name,
                                    unit=one.indicator.unit,
                                    polarity=one.indicator.polarity,
                                ),
                                one.value,
                                weight=one.weight,
                            )
                            for one in old.targets
                        ],
                    )
                ],
            ),
            [Realization(one.code, one.value) for one in realizations],
        )
        for old, realizations in pairs
    ]


def rebuilt(case: Case) -> tuple[Agreement, list[list[Realization]]]:
    """An agreement and its realizations, made anew from their fields, the names of its parties apart."""
    old = case.agreement
    targets = [
        Target(
            Indicator(
                one.code,
                one.indicator.name,
                unit=one.indicator.unit,
                polarity=one.indicator.polarity,
                consolidation=one.indicator.consolidation,
            ),
            one.value,
            weight=one.weight,
            trajectory=one.trajectory,
        )
        for one in old.targets
    ]
    objective = Objective(old.objectives[0].name, targets)
    agreement = Agreement(old.code, year=old.year, first_party=old.first_party, objectives=[objective])
    return agreement, [
        [Realization(one.code, one.value, period=period) for one in realizations]
        for period, realizations in case.by_quarter
    ]


def quarterly(workload: list[Case]) -> Iterator[Evaluation]:
    """The library's work: every quarter of every agreement, against the quarter's own target."""
    for case in workload:
        for period, realizations in case.by_quarter:
            yield evaluate(case.agreement, realizations, policy=POLICY, period=period)


def annual(workload: list[Case]) -> Iterator[Evaluation]:
    """The library's work without periods: as many evaluations, each of a whole year."""
    for case in workload:
        for realizations in case.by_version:
            yield evaluate(case.annual, realizations, policy=POLICY)


def read(evaluations: Iterable[Evaluation]) -> Iterator[tuple[Decimal | None, str | None]]:
    """The value and the grade of each total."""
    for evaluation in evaluations:
        yield evaluation.score.value, evaluation.grade


CENT = Decimal("0.01")
ZERO, HUNDRED, LIMIT = Decimal(0), Decimal(100), Decimal(120)
HALF_UP = Context(rounding=ROUND_HALF_UP)
CUTS = tuple((Decimal(cut), label) for cut, label in reversed(BANDS) if cut is not None)


def yardstick(sheets: list[Sheet]) -> Iterator[Outcome]:
    """The plain way: one loop over bare tuples in one decimal context, which trusts its input and explains nothing.

    As in the library, targets and realizations are two lists that the code brings together.
    """
    with localcontext(HALF_UP):
        for targets, reported in sheets:
            delivered = dict(reported)
            values: list[tuple[Decimal, Decimal]] = []
            total = weights = ZERO
            for code, polarity, target, weight in targets:
                realized = delivered[code]
                if polarity == "maximize" or (polarity == "stabilize" and realized <= target):
                    achievement = HUNDRED * realized / target
                else:
                    achievement = HUNDRED * (2 * target - realized) / target
                value = (LIMIT if achievement > LIMIT else achievement).quantize(CENT)  # noqa: FURB136 - faster than min
                values.append((achievement, value))
                total += weight * value
                weights += weight
            value = (total / weights).quantize(CENT)
            grade = "Buruk"
            for cut, label in CUTS:
                if value >= cut:
                    grade = label
                    break
            yield values, value, grade


def yardstick_joined(rows_of_sheets: list[tuple[Row, ...]]) -> Iterator[Outcome]:
    """The same with the realization already beside its target: the least that a loop over Decimals can cost."""
    with localcontext(HALF_UP):
        for rows in rows_of_sheets:
            values: list[tuple[Decimal, Decimal]] = []
            total = weights = ZERO
            for polarity, target, realized, weight in rows:
                if polarity == "maximize" or (polarity == "stabilize" and realized <= target):
                    achievement = HUNDRED * realized / target
                else:
                    achievement = HUNDRED * (2 * target - realized) / target
                value = (LIMIT if achievement > LIMIT else achievement).quantize(CENT)  # noqa: FURB136 - faster than min
                values.append((achievement, value))
                total += weight * value
                weights += weight
            value = (total / weights).quantize(CENT)
            grade = "Buruk"
            for cut, label in CUTS:
                if value >= cut:
                    grade = label
                    break
            yield values, value, grade


def quarterly_rows(workload: list[Case]) -> list[tuple[Row, ...]]:
    """The rows of every quarter as bare tuples."""
    return [rows for case in workload for rows in case.quarters]


def annual_rows(workload: list[Case]) -> list[tuple[Row, ...]]:
    """The rows of every version: the target of the first quarter stands for the year."""
    return [
        tuple(
            (polarity, first[1], realized, weight)
            for (polarity, _, realized, weight), first in zip(rows, case.quarters[0], strict=True)
        )
        for case in workload
        for rows in case.quarters
    ]


def sheets(rows_of_sheets: list[tuple[Row, ...]]) -> list[Sheet]:
    """Rows as two lists: what was promised, and what was reported."""
    return [
        (
            tuple((f"IKU-{at}", row[0], row[1], row[3]) for at, row in enumerate(rows, start=1)),
            tuple((f"IKU-{at}", row[2]) for at, row in enumerate(rows, start=1)),
        )
        for rows in rows_of_sheets
    ]


def differences(evaluations: Iterable[Evaluation], given: list[tuple[Row, ...]]) -> tuple[int, int, int]:
    """How many values there are, and how many differ from the yardstick and from the reference of fractions."""
    count = from_yardstick = from_reference = 0
    for evaluation, rows, outcome in zip(evaluations, given, yardstick(sheets(given)), strict=True):
        own = [*(one.score.value for one in evaluation), evaluation.score.value]
        plain = [*(value for _, value in outcome[0]), outcome[1]]
        exact = _reference(rows)
        count += len(own)
        from_yardstick += sum(a != b for a, b in zip(own, plain, strict=True)) + (evaluation.grade != outcome[2])
        from_reference += sum(a != b for a, b in zip(own, exact[0], strict=True)) + (evaluation.grade != exact[1])
    return count, from_yardstick, from_reference


def _reference(rows: tuple[Row, ...]) -> tuple[list[Fraction], str]:
    """Every value and the grade by fractions alone."""
    values: list[Fraction] = []
    total = weights = Fraction(0)
    for polarity, target, realized, weight in rows:
        t, r = Fraction(target), Fraction(realized)
        rises = polarity == "maximize" or (polarity == "stabilize" and r <= t)
        value = _half_up(min(Fraction(120), 100 * r / t if rises else 100 * (2 * t - r) / t))
        values.append(value)
        total += Fraction(weight) * value
        weights += Fraction(weight)
    value = _half_up(total / weights)
    grade = next((label for cut, label in reversed(BANDS) if cut is None or value >= cut), "")
    return [*values, value], grade


def _half_up(value: Fraction) -> Fraction:
    size = (abs(value) * 200 + 1) // 2
    return Fraction(size if value >= 0 else -size, 100)
