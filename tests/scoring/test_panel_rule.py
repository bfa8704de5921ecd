"""How the ratings of a team become one number: declared, and never so that nothing remains."""

import pickle
from typing import Any

import pytest

from sakip import Reference
from sakip.errors import InvalidValueError
from sakip.scoring import PanelRule, panel_score

GIVEN: dict[str, Any] = {"id": "inovasi", "low": 0, "high": 100, "trim": 1, "minimum": 3}


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"id": ""}, "empty-text"),
        ({"low": 100}, "panel-scale"),
        ({"low": 101}, "panel-scale"),
        ({"high": 10**9 + 1}, "panel-scale"),
        ({"low": -(10**9) - 1}, "panel-scale"),
        ({"low": 0.5}, "float-refused"),
        ({"trim": -1}, "not-a-whole-number"),
        ({"minimum": 0}, "not-a-whole-number"),
        ({"minimum": 2}, "panel-trim"),
        ({"trim": 2, "minimum": 4}, "panel-trim"),
        ({"digits": 7}, "not-a-whole-number"),
        ({"tolerance": "20 %"}, "not-canonical"),
        ({"tolerance": "-0.01"}, "tolerance-negative"),
        ({"reference": "Perbup"}, "wrong-kind"),
    ],
    ids=str,
)
def test_refused(changes: dict[str, Any], code: str) -> None:
    """A scale upside down, or a rule that leaves nothing of its least panel."""
    with pytest.raises(InvalidValueError) as caught:
        PanelRule(**{**GIVEN, **changes})
    assert caught.value.code == code


def test_no_distance_may_be_asked_for() -> None:
    """A tolerance of zero, and a panel of one rater, who is apart from nobody."""
    rule = PanelRule("seorang", low=0, high=100, trim=0, minimum=1, tolerance=0)
    assert panel_score("Inovasi", [("Sekda", 90)], rule=rule).check().codes() == ()


@pytest.mark.parametrize(("trim", "minimum"), [(0, 1), (1, 3), (2, 5)])
def test_the_least_panel_keeps_one(trim: int, minimum: int) -> None:
    """One rating more than those left out is enough."""
    assert PanelRule(**{**GIVEN, "trim": trim, "minimum": minimum}).trim == trim


def test_the_widest_scale() -> None:
    """A scale may reach a thousand million on either side."""
    rule = PanelRule(**{**GIVEN, "low": -(10**9), "high": 10**9})
    assert (rule.low, rule.high) == (-(10**9), 10**9)


def test_text() -> None:
    """A plain mean and a trimmed one are said in both languages."""
    plain, trimmed = PanelRule(**{**GIVEN, "trim": 0}), PanelRule(**GIVEN)
    assert plain.text("id") == "rata-rata, sedikitnya 3 penilai, skala 0 sampai 100"
    assert plain.text("en") == "mean, at least 3 raters, scale 0 to 100"
    assert trimmed.text("id").startswith("rata-rata tanpa 1 nilai terendah dan 1 nilai tertinggi, ")
    assert trimmed.text("en").startswith("mean without the lowest and the highest ratings, 1 each, ")


def test_kept() -> None:
    """It survives pickling, with its reference."""
    rule = PanelRule(**GIVEN, tolerance="12.5", reference=Reference("Perbup 1/2026", certainty="read"))
    assert pickle.loads(pickle.dumps(rule)) == rule
