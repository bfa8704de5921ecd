import pickle
from decimal import Decimal
from typing import Any

import pytest

from sakip.errors import InvalidValueError
from sakip.lifecycle import PrintedLine, PrintedSheet
from sakip.policies import AKIP_88_2021


def test_keeps_what_is_shown() -> None:
    """Numbers are admitted exactly; what is not shown stays None, which is not zero."""
    sheet = PrintedSheet([PrintedLine("1.a", weight="10.5"), PrintedLine("1.b", score=0)], scale=AKIP_88_2021)
    assert [(one.weight, one.score) for one in sheet.lines] == [(Decimal("10.5"), None), (None, Decimal(0))]
    assert (sheet.total, sheet.grade, sheet.decimals) == (None, None, 2)
    assert pickle.loads(pickle.dumps(sheet)) == sheet


@pytest.mark.parametrize("rest", [{"weight": 0.5}, {"score": "5,4"}, {"weight": "x"}])
def test_line_refuses(rest: dict[str, Any]) -> None:
    """Floats and printed Indonesian numbers are refused; the latter are read by parse_number."""
    with pytest.raises(InvalidValueError):
        PrintedLine("1.a", **rest)


@pytest.mark.parametrize(
    "rest",
    [{"lines": ["1.a"]}, {"total": "87,80"}, {"grade": ""}, {"scale": "AKIP"}, {"decimals": 7}, {"decimals": -1}],
)
def test_sheet_refuses(rest: dict[str, Any]) -> None:
    """Fields of another kind are refused."""
    with pytest.raises(InvalidValueError):
        PrintedSheet(rest.pop("lines", ()), **rest)


def test_line_wants_a_code() -> None:
    """A line without a code is about nothing."""
    with pytest.raises(InvalidValueError):
        PrintedLine("")
