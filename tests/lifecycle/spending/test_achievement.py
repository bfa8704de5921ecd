"""Many outputs: programme by programme, then altogether, rounded once."""

import pickle
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.errors import InvalidValueError
from sakip.lifecycle import Measured, Output, OutputAchievement, output_achievement

ANNEX = [
    Output("1a", "Keluaran 1a", programme="Program 1", indicators=[Measured(5, 5), Measured(10, 9)]),
    Output("1b", "Keluaran 1b", programme="Program 1", indicators=[Measured(3, 2), Measured(6, 4), Measured(5, 5)]),
    Output("2a", "Keluaran 2a", programme="Program 2", indicators=[Measured(4, 4)]),
]


def stated(*values: Any, programme: str | None = None) -> list[Output]:
    """Outputs whose achievements are stated."""
    return [Output(f"K{at}", "Keluaran", stated=value, programme=programme) for at, value in enumerate(values)]


def test_annex_of_pmk_22_2021() -> None:
    """Two outputs of 94.87 and 76.31 are a programme of 85.09; with one of 100 the unit has 92.24."""
    found = output_achievement(ANNEX)
    assert [one.achievement for one in ANNEX] == [Decimal("94.87"), Decimal("76.31"), Decimal("100.00")]
    assert found.programmes() == (("Program 1", Decimal("85.09")), ("Program 2", Decimal("100.00")))
    assert (found.value, found.reason) == (Decimal("92.24"), None)


def test_annex_of_pmk_214_2017() -> None:
    """Outputs of 122, 80 and 142 percent are 111.49, which the annex prints as 111.6."""
    assert output_achievement(stated(122, 80, 142)).value == Decimal("111.49")


def test_programmes_are_averaged_before_the_whole() -> None:
    """Many outputs of one programme weigh no more than one of another."""
    outputs = [*stated(100, 100, 100, programme="A"), *stated(25, programme="B")]
    assert output_achievement(outputs).value == 50
    assert output_achievement(stated(100, 100, 100, 25)).value == Decimal("70.71")


def test_outputs_beside_programmes() -> None:
    """An output without a programme stands for itself beside them."""
    assert output_achievement([*stated(100, 100, programme="A"), *stated(25)]).value == 50


@pytest.mark.parametrize("sizes", [(10, 7, 9, 11), (7, 8, 9, 11, 13, 16)])
def test_programmes_of_any_size(sizes: tuple[int, ...]) -> None:
    """A unit whose programmes have 10, 7, 9 and 11 outputs has an achievement like any other."""
    outputs = [
        Output(f"{name}.{at}", "Keluaran", programme=f"Program {name}", volume=Measured(10, 9))
        for name, size in enumerate(sizes)
        for at in range(size)
    ]
    found = output_achievement(outputs)
    assert (found.value, found.reason) == (90, None)
    assert {value for _, value in found.programmes()} == {90}


@pytest.mark.parametrize(
    ("outputs", "reason"),
    [([], "no-outputs"), ([Output("K", "Keluaran")], "incomplete"), ([*ANNEX, Output("K", "K")], "incomplete")],
)
def test_no_whole(outputs: list[Output], reason: str) -> None:
    """A missing achievement is never left out in silence."""
    found = output_achievement(outputs)
    assert (found.value, found.reason) == (None, reason)
    assert f"[{reason}]" in found.text("id")


@given(st.lists(st.integers(0, 200), min_size=1, max_size=6), st.data())
def test_better_outputs_never_lower(values: list[int], data: st.DataObject) -> None:
    """One output that achieved more never lowers the whole."""
    at = data.draw(st.integers(0, len(values) - 1))
    raised = [*values[:at], data.draw(st.integers(values[at], 300)), *values[at + 1 :]]
    before, after = output_achievement(stated(*values)).value, output_achievement(stated(*raised)).value
    assert before is not None
    assert after is not None
    assert before <= after


def test_shown() -> None:
    """Outputs, programmes and the whole in one table; rows of outputs."""
    found = output_achievement(ANNEX)
    text = found.text("id")
    assert "85,09" in text
    assert "SELURUHNYA" in text
    assert "92.24" in found.text("en")
    assert found.rows(numbers="text")[0] == {
        "code": "1a",
        "name": "Keluaran 1a",
        "programme": "Program 1",
        "achievement": "94.87",
    }
    assert output_achievement([Output("K", "<b>")]).rows()[0]["achievement"] is None
    assert "<b>" not in output_achievement([Output("K", "<b>")])._repr_html_()
    assert pickle.loads(pickle.dumps(found)) == found == OutputAchievement(tuple(ANNEX))
    with pytest.raises(InvalidValueError):
        output_achievement(["K"])  # type: ignore[list-item]
    with pytest.raises(InvalidValueError):
        found.rows(numbers="float")  # type: ignore[arg-type]
