"""The engine against plain fractions, on cases rich in ties."""

from collections import Counter
from collections.abc import Callable, Iterator
from decimal import Decimal
from fractions import Fraction
from random import Random

import pytest

from sakip import Agreement, Indicator, Objective, Party, Range, Realization, Target, evaluate
from sakip.policies import KMK_127_2026, LKJIP, PERMENPANRB_8_2021
from sakip.scoring import Cap, Floor, Mean, Policy, Round, Stage, WeightedMean, Weights
from tests.properties.reference import (
    bounded,
    converted,
    half_even,
    half_up,
    kemenkeu_maximize,
    kemenkeu_minimize,
    kemenkeu_stabilize,
    mean,
    nearest_bound,
    negative,
    positive,
    truncated,
    weighted_mean,
)

# Quotients of these end after few decimals, so that exact ties of a rounding are common.
TIDY = tuple(Fraction(2**a * 5**b, 100) for a in range(8) for b in range(6))
POLARITIES = ("maximize", "minimize", "stabilize")

RELATIVE = Weights(total=None, per="objective", absent="equal")
BOUNDED = LKJIP.evolve(
    id="bounded",
    indicator=(Floor(0), Cap(120), Round(1, "half_even")),
    objective=Stage(WeightedMean(), [Round(1, "half_even")]),
    total=Stage(Mean(), [Round(2, "truncate")]),
    carry="rounded",
    weights=RELATIVE,
)
PLAIN = LKJIP.evolve(id="plain", weights=RELATIVE)


def drawn(random: Random) -> Fraction:
    """A number of at most six decimals: a tidy one, a small whole one, or any."""
    kind = random.randrange(4)
    if kind == 0:
        return random.choice(TIDY)
    if kind == 1:
        return Fraction(random.randint(-3, 12))
    if kind == 2:
        return random.choice(TIDY) * random.randint(1, 40) / 40
    return Fraction(random.randint(-(10**7), 10**9), 10 ** random.randint(0, 6))


def decimal(value: Fraction) -> Decimal:
    """The same number as a Decimal of at most six decimals."""
    count = value * 10**6
    assert count.denominator == 1
    return Decimal(f"{count.numerator}e-6")


def six_decimals(value: Fraction) -> Fraction:
    """The nearest number that may be admitted."""
    return half_up(value, 6)


def case(random: Random, code: str, digits: int) -> tuple[Target, Realization, dict[str, Fraction]]:
    """One target with its realization, and their numbers for the reference."""
    polarity = random.choice(POLARITIES)
    t, r = six_decimals(drawn(random)), six_decimals(drawn(random))
    if random.randrange(3) == 0:
        # An odd number of half units in the last place of the percentage: a tie of the rounding.
        r = six_decimals(t * (2 * random.randint(-2 * 10**digits, 130 * 10**digits) + 1) / (200 * 10**digits))
    numbers = {"T": t, "R": r, "weight": six_decimals(abs(drawn(random)) + Fraction(1, 100))}
    value: Decimal | Range = decimal(t)
    others: dict[str, Decimal] = {"weight": decimal(numbers["weight"])}
    if polarity != "stabilize" and random.randrange(6) == 0:
        numbers |= {"LO": t, "HI": t + six_decimals(abs(drawn(random)) + Fraction(1, 2))}
        value = Range(decimal(numbers["LO"]), decimal(numbers["HI"]))
    elif random.randrange(3) == 0:
        numbers["W"] = six_decimals(drawn(random))
        others["worst_value"] = decimal(numbers["W"])
    indicator = Indicator(code, code, polarity=polarity)
    return Target(indicator, value, **others), Realization(code, decimal(r)), numbers


def regional(polarity: str, numbers: dict[str, Fraction]) -> Fraction | None:
    """The two ratio forms and the two ranges of the practice of reports."""
    if polarity == "stabilize":
        return None
    if "LO" in numbers:
        return nearest_bound(numbers["R"], numbers["LO"], numbers["HI"], higher=polarity == "maximize")
    return (positive if polarity == "maximize" else negative)(numbers["R"], numbers["T"])


def kemenkeu(polarity: str, numbers: dict[str, Fraction]) -> Fraction | None:
    """The three polarities of the ministry."""
    if "LO" in numbers:
        return None
    r, t = numbers["R"], numbers["T"]
    if polarity == "maximize":
        return kemenkeu_maximize(r, t)
    return kemenkeu_stabilize(r, t) if polarity == "stabilize" else kemenkeu_minimize(r, t, numbers.get("W"))


def same(value: Fraction) -> Fraction:
    """No step before the final rounding."""
    return value


def bounded_120(value: Fraction) -> Fraction:
    """Clamped to 0-120."""
    return bounded(value, 0, 120)


Rounding = Callable[[Fraction, int], Fraction]
Rule = Callable[[str, dict[str, Fraction]], Fraction | None]
Case = tuple[
    Policy, Rule, Callable[[Fraction], Fraction], tuple[Rounding, int], tuple[Rounding, int], tuple[Rounding, int]
]
CASES: dict[str, Case] = {
    "lkjip": (PLAIN, regional, same, (half_up, 2), (half_up, 2), (half_up, 2)),
    "bounded": (BOUNDED, regional, bounded_120, (half_even, 1), (half_even, 1), (truncated, 2)),
    "kmk": (KMK_127_2026, kemenkeu, bounded_120, (half_up, 2), (half_up, 2), (half_up, 2)),
    "permenpanrb": (PERMENPANRB_8_2021, regional, converted, (half_up, 2), (half_up, 2), (half_up, 2)),
}


def agreements(
    random: Random, count: int, digits: int
) -> Iterator[list[list[tuple[Target, Realization, dict[str, Fraction]]]]]:
    """Agreements of a few objectives with a few targets each."""
    for _ in range(count):
        codes = iter(range(100))
        yield [
            [case(random, f"I{next(codes)}", digits) for _ in range(random.randint(1, 6))]
            for _ in range(random.randint(1, 4))
        ]


@pytest.mark.parametrize("name", CASES)
def test_no_difference(name: str) -> None:
    """The engine gives what plain fractions give, on 25,000 rows and totals of each policy, many of them ties."""
    policy, rule, bent, *roundings = CASES[name]
    (at_row, row_digits), (at_objective, objective_digits), (at_total, total_digits) = roundings
    random = Random(f"sakip {name}")  # noqa: S311 - repeatable cases, no secrets
    seen: Counter[str] = Counter()
    differences = []

    def compare(what: str, score: object, wanted: Fraction | None, rounded: Fraction | None) -> None:
        seen["cases"] += 1
        seen[what] += wanted is not None
        found = (score.exact, None if score.value is None else Fraction(score.value))  # type: ignore[attr-defined]
        if found != (wanted, rounded):
            differences.append((what, found, wanted, rounded))

    for groups in agreements(random, 2400, row_digits):
        agreement = Agreement(
            "PK",
            year=2025,
            first_party=Party("Kepala"),
            objectives=[Objective("Sasaran", [target for target, _, _ in group]) for group in groups],
        )
        evaluation = evaluate(agreement, [one for group in groups for _, one, _ in group], policy=policy)
        carried: list[tuple[Fraction, Fraction]] = []
        for group, objective in zip(groups, evaluation.objectives, strict=True):
            known: list[tuple[Fraction, Fraction]] = []
            for target, _, numbers in group:
                value = rule(target.indicator.polarity, numbers)
                exact = None if value is None else bent(value)
                rounded = None if exact is None else at_row(exact, row_digits)
                compare("row", evaluation[target.code].score, exact, rounded)
                if exact is not None and rounded is not None:
                    seen["tie"] += (exact * 2 * 10**row_digits).denominator == 1 and exact != rounded
                    known.append((rounded if policy.carry == "rounded" else exact, numbers["weight"]))
            whole = weighted_mean(known) if known else None
            compare(
                "objective", objective.score, whole, None if whole is None else at_objective(whole, objective_digits)
            )
            if whole is not None:
                up = at_objective(whole, objective_digits) if policy.carry == "rounded" else whole
                carried.append((up, sum(numbers["weight"] for _, _, numbers in group)))
        total = None
        if carried:
            by_weight = policy is PERMENPANRB_8_2021
            total = weighted_mean(carried) if by_weight else mean([value for value, _ in carried])
        compare("total", evaluation.score, total, None if total is None else at_total(total, total_digits))
    assert differences == []
    assert seen["cases"] >= 25_000
    assert seen["row"] >= 9_000
    assert seen["objective"] >= 3_000
    assert seen["total"] >= 2_000
    # Values of the conversion have few decimals or none that end.
    assert seen["tie"] >= (0 if name == "permenpanrb" else 250)
