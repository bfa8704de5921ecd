from fractions import Fraction

import pytest

from sakip import Interval, Text
from sakip.lifecycle import LATE_REPORTS_FACT, PREDICATE_FACT, TOTAL_FACT, FactCondition, FactKind
from sakip.lifecycle.consequences.region import Limit, implies, limits_of, witness

KINDS = {
    "total": TOTAL_FACT,
    "predicate": PREDICATE_FACT,
    "late-reports": LATE_REPORTS_FACT,
    "share": FactKind("share", Text("bagian", "share"), better="higher", low=0, high=100),
}
low, high, less, fell, rose = (
    FactCondition.at_least,
    FactCondition.at_most,
    FactCondition.less_than,
    FactCondition.fell,
    FactCondition.rose,
)


@pytest.mark.parametrize(
    ("conditions", "possible"),
    [
        ([low("total", 90), high("total", 90)], True),
        ([low("total", 90), less("total", 90)], False),
        ([low("total", 90), less("total", 80, years=2)], False),
        ([low("total", 90), FactCondition.at_most("total", 80), rose("total")], False),
        ([low("total", 80), high("total", 90, years=3), fell("total", by=5, years=2)], True),
        ([low("total", "80.000001"), high("total", 90, years=3), fell("total", by=5, years=2)], False),
        ([fell("total"), rose("total")], False),
        ([low("share", 1), high("share", 1)], True),
        ([low("share", 100), fell("share")], False),
        ([low("share", 100), rose("share", by=100)], True),
        ([low("share", 100), rose("share", by="100.000001")], False),
        ([FactCondition.more_than("late-reports", 1), less("late-reports", 2)], False),
        ([FactCondition.more_than("late-reports", 1), less("late-reports", 3)], True),
        ([low("late-reports", "0.5"), high("late-reports", "0.9")], False),
        ([less("late-reports", 0)], False),
        ([low("late-reports", "0.5")], True),
        ([FactCondition.more_than("late-reports", 2)], True),
        ([rose("late-reports", by="0.5", years=2), high("late-reports", 1)], False),
        ([rose("late-reports", by="0.5", years=2), high("late-reports", 2)], True),
        ([fell("late-reports", years=3), high("late-reports", 2, years=4)], False),
        ([fell("late-reports", years=3), high("late-reports", 3, years=4)], True),
        ([low("predicate", "Baik"), high("predicate", "Baik")], True),
        ([FactCondition.more_than("predicate", "Baik"), less("predicate", "Sangat Baik")], False),
        ([FactCondition.more_than("predicate", "Sangat Baik")], False),
        ([fell("predicate", by=4)], True),
        ([fell("predicate", by=5)], False),
    ],
)
def test_what_can_be_met(conditions: list[FactCondition], possible: bool) -> None:
    """Whether any facts meet all conditions is decided exactly, over the years, their differences and whole numbers."""
    limits = limits_of(conditions, KINDS)
    found = witness(limits, KINDS)
    assert (found is not None) is possible
    if found is not None:
        for limit in limits:
            own = found[limit.fact, limit.back]
            number = own - found[limit.fact, limit.back + 1] if limit.change else own
            assert limit.band.contains(number)
        assert all(KINDS[name].is_possible(number) for (name, _), number in found.items())


def test_a_witness_of_open_bounds_lies_between() -> None:
    """Where neither bound counts, a number between them is found, or one beyond the only bound."""
    between = Limit("total", 0, False, Interval.open(0, 1))
    above, below = (Limit("total", 0, False, one) for one in (Interval.more_than(5), Interval.less_than(5)))
    assert witness([between], KINDS) == {("total", 0): Fraction(1, 2)}
    assert [witness([one], KINDS) for one in (above, below)] == [
        {("total", 0): Fraction(6)},
        {("total", 0): Fraction(4)},
    ]
    free = witness([Limit("total", 0, True, Interval.at_least(3))], KINDS)
    assert free is not None
    assert free["total", 0] - free["total", 1] >= 3


@pytest.mark.parametrize(
    ("one", "other", "forth", "back"),
    [
        ([low("total", 90)], [low("total", 80)], True, False),
        ([low("total", 80, years=2)], [low("total", 80)], True, False),
        ([low("total", 90)], [FactCondition.more_than("total", 90)], False, True),
        ([low("total", 90)], [low("predicate", "Baik")], False, False),
        ([FactCondition.more_than("late-reports", 2)], [low("late-reports", 3)], True, True),
        (
            [FactCondition.more_than("predicate", "Baik")],
            [FactCondition.exactly("predicate", "Sangat Baik")],
            True,
            True,
        ),
        ([low("total", 90), less("total", 80, years=1)], [low("predicate", "Baik")], True, False),
        ([fell("total", by=5, years=2)], [fell("total", years=2)], True, False),
        ([low("total", 0), rose("total", by=1)], [rose("total")], True, False),
    ],
)
def test_implications(
    one: list[FactCondition],
    other: list[FactCondition],
    forth: bool,
    back: bool,
) -> None:
    """Whether whatever meets some conditions meets others, either way; what cannot be met implies everything."""
    first, second = limits_of(one, KINDS), limits_of(other, KINDS)
    assert (implies(first, second, KINDS), implies(second, first, KINDS)) == (forth, back)
