"""An evaluation as plain data, for its digest."""

from fractions import Fraction

from attrs import evolve

from sakip import BPK_OPINIONS, BudgetLine, Level, Realization, evaluate
from sakip.policies import LKJIP
from sakip.scoring import GeometricMean, Round, Stage
from sakip.scoring.recording import content
from tests.scoring.making import agreement, evaluated, target


def test_steps_as_data() -> None:
    """Facts as counts, traces as quotients, reasons with their arguments, levels by name."""
    levels = target(Level("WTP"), scale=BPK_OPINIONS, code="L")
    found = content(evaluated(target(3), levels, target(1, code="N"), given={"IKU-1": 2, "L": Level("WDP")}))
    assert found["steps"]["indicators"] == {
        "IKU-1": [["2000000", "3000000", None, None, None, None, None, "1000000"], ["200/3", "6667/100"]],
        "L": [
            "WDP",
            {
                "reason": "ordinal-shortfall",
                "arguments": [["level", "WDP"], ["relation", "di bawah"], ["target", "WTP"]],
            },
        ],
        "N": [{"reason": "not-reported", "arguments": []}] * 2,
    }
    assert found["steps"]["total"] == ["200/3", "6667/100"]
    assert found["scope"] == [None, None]
    assert found["policy"] == LKJIP.canonical()


def test_order_is_no_content() -> None:
    """The order of targets and of realizations changes nothing."""
    group = [target(3, code=code) for code in "AB"]
    given_ = [Realization(code, 2) for code in "AB"]
    assert content(evaluate(agreement(group), given_, policy=LKJIP)) == content(
        evaluate(agreement(group[::-1]), given_[::-1], policy=LKJIP)
    )


def test_the_budget_is_content_and_its_order_is_none() -> None:
    """An amount of the budget is part of the content, the order of its lines is not."""
    lines = [BudgetLine(code, "Program", kind="programme", ceiling=5) for code in ("1", "2")]
    one, other, dearer = (
        content(evaluate(agreement([target(3)], budget=budget), policy=LKJIP))
        for budget in (lines, lines[::-1], [lines[0], evolve(lines[1], ceiling=6)])
    )
    assert one == other != dearer
    assert "budget" not in content(evaluate(agreement([target(3)]), policy=LKJIP))["agreement"]


def test_numbers_beyond_writing() -> None:
    """A root is written with its degree, and a quotient of thousands of digits in base 16."""
    policy = LKJIP.evolve(objective=Stage(GeometricMean(), [Round(2)]))
    found = content(evaluated(target(100, code="A"), target(100, code="B"), given={"A": 100, "B": 90}, policy=policy))
    assert found["steps"]["objectives"] == [[["A", "B"], ["root 2 of 0x2328/0x1", "9487/100"]]]
    many = [target(1000003 + 2 * at, code=f"I-{at}") for at in range(300)]
    long = content(evaluated(*many, given={f"I-{at}": 900001 + at for at in range(300)}))["steps"]["total"][0]
    assert long.startswith("0x")
    assert "/0x" in long


def test_what_is_below_zero_is_written_so_however_long_it_is() -> None:
    """A total and the same with the other sign are two contents: only the sign tells them apart."""
    many = [target(1000003 + 2 * at, code=f"I-{at}") for at in range(300)]
    above, below = (
        content(evaluated(*many, given={f"I-{at}": sign * (900001 + at) for at in range(300)})) for sign in (1, -1)
    )
    long = above["steps"]["total"][0]
    assert long.startswith("0x")
    assert below["steps"]["total"][0] == f"-{long}"
    numerator, denominator = (int(part, 16) for part in long.split("/"))
    exact = sum((Fraction(100 * (900001 + at), 1000003 + 2 * at) for at in range(300)), Fraction(0)) / 300
    assert Fraction(numerator, denominator) == exact
