import pickle
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip import Absorption, BudgetLine
from sakip.errors import InvalidValueError
from sakip.model.budget_line import ABSORPTION_REASONS, cents, rupiah
from sakip.testing import budget_lines


def line(code: str = "1.02.02", **fields: object) -> BudgetLine:
    """A programme of 1,000 rupiah."""
    return BudgetLine(code, "Upaya kesehatan", **{"kind": "programme", "ceiling": 1000, **fields})


@pytest.mark.parametrize("code", ["1", "1.02.02", "023.10.DL.4470", "5.1.02.01.01.0024"])
def test_codes_are_parts_with_dots(code: str) -> None:
    """A code is kept as it is written."""
    assert line(code).code == code


@pytest.mark.parametrize("code", ["", ".", "1.", ".1", "1..2", "1. 02", " 1.02", "1.02 ", "1.\u00a002"])
def test_codes_have_no_empty_part(code: str) -> None:
    """A code with an empty part or a blank is no code."""
    with pytest.raises(InvalidValueError) as error:
        line(code)
    assert error.value.path == "BudgetLine.code"


@pytest.mark.parametrize("code", ["1.02.01", "1.02.02.2.01"])
def test_a_part_extends_its_whole(code: str) -> None:
    """The code of a part is that of its parent and more, after a dot."""
    assert line(code, parent="1.02").parent == "1.02"


@pytest.mark.parametrize("code", ["1.02", "1.03.01", "1.020", "1.021.01", "1"])
def test_a_part_that_does_not_is_refused(code: str) -> None:
    """A code that does not extend its parent's is an error that names both."""
    with pytest.raises(InvalidValueError) as error:
        line(code, parent="1.02")
    assert error.value.code == "budget-code-apart"
    assert all(code in text and "1.02" in text for text in error.value.problem)


@pytest.mark.parametrize(("given", "kept"), [(0, "0"), (925896500, "925896500"), ("0.01", "0.01"), ("12.50", "12.5")])
def test_amounts_are_rupiah_to_the_sen(given: object, kept: str) -> None:
    """An amount is zero or more, to the sen."""
    assert line(ceiling=given).ceiling == Decimal(kept)
    assert line(realization=given).realization == Decimal(kept)


@pytest.mark.parametrize("given", [-1, "-0.01", "0.001", "1.005", 0.5, True, "1.000.000"])
@pytest.mark.parametrize("field", ["ceiling", "realization"])
def test_other_amounts_are_refused(field: str, given: object) -> None:
    """Less than nothing, less than a sen, floats and printed numbers are no amounts."""
    with pytest.raises(InvalidValueError) as error:
        line(**{field: given})
    assert error.value.path == f"BudgetLine.{field}"


@pytest.mark.parametrize(
    ("word", "meant"), [("Kegiatan", "activity"), ("program", "programme"), ("Sub Kegiatan", "sub_activity")]
)
def test_kinds_are_named(word: str, meant: str) -> None:
    """An Indonesian word for a kind is refused with the English one."""
    with pytest.raises(InvalidValueError) as error:
        line(kind=word)
    assert meant in error.value.way_out[0]


def test_targets_are_codes() -> None:
    """One target may be given as its code; anything but codes is refused."""
    assert line(targets="IKU-1").targets == ("IKU-1",)
    assert line(targets=["IKU-1", "IKU-2"]).targets == ("IKU-1", "IKU-2")
    for wrong in ([1], 1, [""]):
        with pytest.raises(InvalidValueError):
            line(targets=wrong)


@pytest.mark.parametrize(
    ("ceiling", "realization", "value"),
    [
        (855830897000, 734881464333, "85.87"),
        (100, 0, "0.00"),
        (100, 101, "101.00"),
        (20000, 1, "0.01"),
        (20001, 1, "0.00"),
        (3, 1, "33.33"),
    ],
)
def test_absorption(ceiling: int, realization: int, value: str) -> None:
    """Absorption is realization over ceiling in percent, two decimals, halves up; the exact number stands beside it."""
    found = line(ceiling=ceiling, realization=realization).absorption
    assert (found.value, found.reason) == (Decimal(value), None)
    assert found.exact == Fraction(100 * realization, ceiling)
    assert found.left == ceiling - realization


@pytest.mark.parametrize(
    ("ceiling", "realization", "reason"),
    [(0, 0, "ceiling-zero"), (0, 5, "ceiling-zero"), (0, None, "not-realized"), (5, None, "not-realized")],
)
def test_no_absorption_has_a_reason(ceiling: int, realization: int | None, reason: str) -> None:
    """A ceiling of zero and a missing realization give no percentage but a reason."""
    found = line(ceiling=ceiling, realization=realization).absorption
    assert (found.value, found.exact, found.reason) == (None, None, reason)
    assert reason in dict(ABSORPTION_REASONS)


def test_missing_is_not_zero() -> None:
    """What was not reported leaves nothing known; a realization of zero leaves all of the ceiling."""
    assert Absorption(Decimal(5), None).left is None
    assert Absorption(Decimal(5), Decimal(0)).left == 5


@given(budget_lines(rich=True))
def test_lines_survive_pickling(one: BudgetLine) -> None:
    """A line is the same after pickling, with its hash."""
    again = pickle.loads(pickle.dumps(one))
    assert again == one
    assert hash(again) == hash(one)


@given(st.integers(-(10**24), 10**24))
def test_sen_come_back(count: int) -> None:
    """From sen to rupiah and back nothing is lost, however large the sum."""
    amount = rupiah(count)
    assert cents(amount) == count
    assert amount.as_tuple().exponent == 0 or amount.as_tuple().digits[-1]
