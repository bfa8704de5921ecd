from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip import Agreement, Objective, Party, Report, Target, check
from sakip.model.checks.weights import RULES
from sakip.testing import numbers
from tests.model.making import Settings, WeightSettings, full, told

HUNDRED = WeightSettings(total=Decimal(100), per="agreement")


def checked(*groups: tuple[object, ...], weights: WeightSettings | None) -> Report:
    """What `check` finds when each group is an objective whose targets have these weights."""
    objectives = [
        Objective(
            f"Sasaran {place}",
            [Target(full(f"IKU-{place}-{at}"), 10, weight=weight) for at, weight in enumerate(group)],
        )
        for place, group in enumerate(groups)
    ]
    agreement = Agreement("PK-1", year=2025, first_party=Party("Camat"), objectives=objectives)
    return check(agreement, (), None if weights is None else Settings(weights=weights))


@pytest.mark.parametrize(
    ("weights", "right"),
    [
        ((60, 40), True),
        (("99.999999", "0.000001"), True),
        ((100,), True),
        ((60, "39.999999"), False),
        ((60, "40.000001"), False),
        ((60, 45), False),
        (("33.33", "33.33", "33.33"), False),
        (("33.33", "33.33", "33.34"), True),
        (("0.6", "0.4"), False),
    ],
)
def test_sum_over_the_agreement(weights: tuple[object, ...], right: bool) -> None:
    """The weights of all targets together are exactly what the policy wants, to the millionth."""
    report = checked(weights, weights=HUNDRED)
    assert told(report) == ([] if right else [("WGT-SUM", "agreement[PK-1]")])
    assert report.blocking == report.findings


def test_sum_names_what_it_is_and_what_it_should_be() -> None:
    """The finding gives the sum that was found and the one that is wanted."""
    (finding,) = checked((60, "39.9"), weights=HUNDRED)
    assert finding.text("id") == "Jumlah bobot 99,9, padahal kebijakan meminta 100"


def test_sum_per_objective() -> None:
    """Where the policy wants a sum per objective, each objective is judged by itself."""
    per_objective = WeightSettings(total=Decimal(100), per="objective")
    assert told(checked((60, 40), (100,), weights=per_objective)) == []
    assert told(checked((60, 40), (50, 40), (1,), weights=per_objective)) == [
        ("WGT-SUM", "agreement[PK-1].objectives[1]"),
        ("WGT-SUM", "agreement[PK-1].objectives[2]"),
    ]
    assert told(checked((60, 40), (100,), weights=HUNDRED)) == [("WGT-SUM", "agreement[PK-1]")]


def test_sum_across_objectives() -> None:
    """Where the policy wants one sum for the agreement, objectives may share it as they like."""
    assert told(checked((30, 30), (40,), weights=HUNDRED)) == []


def test_any_sum_will_do_for_relative_weights() -> None:
    """A policy with relative weights asks for no sum."""
    assert told(checked((3, 1), (7,), weights=WeightSettings())) == []
    assert told(checked((3, 1), (7,), weights=None)) == []


@pytest.mark.parametrize("weights", [None, HUNDRED, WeightSettings(), WeightSettings(absent="refuse")])
@pytest.mark.parametrize("groups", [((60, None),), ((60, 40), (None,)), ((None, None), (100,))])
def test_partial_weights_block(groups: tuple[tuple[object, ...], ...], weights: WeightSettings | None) -> None:
    """Weights for some targets only are a fault under any policy, and the first bare target is named."""
    report = checked(*groups, weights=weights)
    assert told(report)
    assert [finding.code for finding in report.blocking if finding.code != "WGT-SUM"] == ["WGT-PARTIAL"]
    finding = report.blocking[0]
    assert finding.subject == f"agreement[PK-1].targets[{dict(finding.arguments)['code']}].weight"


def test_partial_weights_are_counted() -> None:
    """The finding says how many targets have a weight, of how many, and which is the first without."""
    (finding,) = checked((1, 1), (None, 1, None), weights=None)
    assert dict(finding.arguments) == {"weighted": 3, "count": 5, "code": "IKU-1-0"}


def test_partial_sum_is_not_judged() -> None:
    """A group with a missing weight has no sum to judge; the missing weight is the finding."""
    assert checked((60, None), weights=HUNDRED).codes() == ("WGT-PARTIAL",)


def test_no_weights_at_all() -> None:
    """Targets without any weight count alike, unless the policy refuses that."""
    assert told(checked((None, None), weights=None)) == []
    assert told(checked((None, None), weights=HUNDRED)) == []
    refusing = WeightSettings(total=Decimal(100), absent="refuse")
    missing = checked((None,), (None, None), weights=refusing)
    assert told(missing) == [("WGT-MISSING", "agreement[PK-1]")]
    assert dict(missing.findings[0].arguments) == {"count": 3}
    assert told(checked((100,), weights=refusing)) == []


def test_empty_agreement_misses_no_weights() -> None:
    """An agreement without targets is empty, and nothing else."""
    assert checked(weights=WeightSettings(absent="refuse")).codes() == ("AGR-EMPTY",)
    assert checked((), weights=WeightSettings(absent="refuse")).codes() == ("AGR-EMPTY", "OBJ-EMPTY")


@given(st.lists(numbers(1, 100, rich=True), min_size=1, max_size=6), st.booleans())
def test_sum_is_exact(weights: list[Decimal], per_objective: bool) -> None:
    """Weights always fit their own exact sum, and never one that differs by a millionth."""
    micros = sum(int(weight * 10**6) for weight in weights)
    per = "objective" if per_objective else "agreement"
    fitting = WeightSettings(total=Decimal(micros) / 10**6, per=per)
    beside = WeightSettings(total=Decimal(micros + 1) / 10**6, per=per)
    assert checked(tuple(weights), weights=fitting).codes() == ()
    assert checked(tuple(weights), weights=beside).codes() == ("WGT-SUM",)


def test_every_rule_blocks() -> None:
    """Weights that are not what the policy wants always block."""
    assert all(rule.blocking for rule in RULES)
