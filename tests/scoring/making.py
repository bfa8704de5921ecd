"""Short ways to make what the tests of scoring need."""

from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from sakip import (
    Agreement,
    Evaluation,
    Indicator,
    Objective,
    Party,
    Period,
    Realization,
    Target,
    evaluate,
    evaluate_many,
)
from sakip.policies import LKJIP
from sakip.scoring import Measurement, NotEvaluated, Policy, Reason, Scored


def target(value: Any, polarity: str = "maximize", code: str = "IKU-1", **fields: Any) -> Target:
    """A target of an indicator of its own; fields of the indicator and of the target side by side."""
    own = {
        name: fields.pop(name)
        for name in ("unit", "consolidation", "scale", "measure", "decimals", "name")
        if name in fields
    }
    name = own.pop("name", f"Indikator {code}")
    return Target(Indicator(code, name, polarity=polarity, **own), value, **fields)


def agreement(*groups: Iterable[Target], code: str = "PK-1", year: int = 2025, **fields: Any) -> Agreement:
    """An agreement with one objective for each group of targets."""
    return Agreement(
        code,
        year=year,
        first_party=Party("Kepala Dinas", office="Dinas Contoh"),
        objectives=[Objective(f"Sasaran {place}", group) for place, group in enumerate(groups, start=1)],
        **fields,
    )


def evaluated(
    *targets: Target, given: dict[str, Any] | Iterable[Realization] = (), policy: Policy = LKJIP, **scope: Any
) -> Evaluation:
    """One objective, evaluated; realizations as a mapping from code to amount, or as they are."""
    realizations = [Realization(code, amount) for code, amount in given.items()] if isinstance(given, dict) else given
    return evaluate(agreement(targets), realizations, policy=policy, **scope)


def measured(r: Any, t: Any = None, **others: Any) -> Measurement:
    """A measurement from R and T."""
    return Measurement(realization=r, target=t, **others)


def exact(score: Any) -> Fraction:
    """The exact number of a score that exists."""
    assert isinstance(score, Scored)
    assert isinstance(score.exact, Fraction)
    return score.exact


def code_of(score: Any) -> str:
    """The code of the reason why there is no score."""
    assert score.value is None
    assert score.exact is None
    assert isinstance(score.reason, Reason)
    return score.reason.code


def judged(
    *amounts: Any,
    office: str | None = "Dinas A",
    code: str = "PK",
    position: str = "Kepala",
    policy: Policy = LKJIP,
    year: int = 2025,
    weights: tuple[int, ...] | None = None,
    **scope: Any,
) -> Evaluation:
    """One objective whose targets are all 100, so that the score of each indicator is its amount; None has none."""
    codes = [f"IKU-{place}" for place in range(1, len(amounts) + 1)]
    targets = [
        Target(
            Indicator(name, f"Indikator {name}", polarity="maximize", consolidation="last_level"),
            100,
            weight=weights[place] if weights else None,
            trajectory=[(Period.quarter(year, 1), 100), (Period.quarter(year, 2), 100)],
        )
        for place, name in enumerate(codes)
    ]
    promised = Agreement(
        code, year=year, first_party=Party(position, office=office), objectives=[Objective("Sasaran", targets)]
    )
    period = scope.get("period") or scope.get("through")
    delivered = [
        Realization(name, amount, period=period)
        for name, amount in zip(codes, amounts, strict=True)
        if amount is not None
    ]
    return evaluate(promised, delivered, policy=policy, **scope)


def refused(office: str = "Dinas Z") -> NotEvaluated:
    """An agreement whose input is refused."""
    promised = Agreement("PK", year=2025, first_party=Party("Kepala", office=office), objectives=[])
    (found,) = evaluate_many([(promised, [])], policy=LKJIP)
    assert isinstance(found, NotEvaluated)
    return found


def ratio(measurement: Measurement) -> Any:
    """A rule written as a plain function."""
    if measurement.target is None or measurement.target <= 0:
        return Reason.own("T > 0")
    return 100 * measurement.realization / measurement.target
