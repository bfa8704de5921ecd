import pickle
from typing import Any

import pytest

from sakip.errors import InvalidValueError
from sakip.lifecycle import ConsequenceRule, FactCondition
from tests.lifecycle.consequences.making import AWARD, PERBUP, rule

HIGH = FactCondition.at_least("total", 90)


def test_lists_become_tuples() -> None:
    """Conditions keep their order; a rule that is named twice is named once."""
    made = rule("R-1", AWARD, HIGH, yields_to=["R-2", "R-2"])
    assert (made.when, made.yields_to) == ((HIGH,), ("R-2",))
    assert pickle.loads(pickle.dumps(made)) == made


def test_a_rule_need_not_say_where_it_is_written() -> None:
    """Without a reference it stands where its policy does."""
    made = ConsequenceRule("R-1", AWARD, [HIGH])
    assert made.reference is None
    assert made == ConsequenceRule("R-1", AWARD, [HIGH], reference=None) != rule("R-1", AWARD, HIGH)


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"when": []}, "no-conditions"),
        ({"when": HIGH}, "not-a-list"),
        ({"when": ["total"]}, "wrong-kind"),
        ({"consequence": "award"}, "wrong-kind"),
        ({"reference": "Perbup 9/2024"}, "wrong-kind"),
        ({"yields_to": "R-2"}, "not-a-list"),
        ({"id": ""}, "empty-text"),
    ],
)
def test_what_cannot_be(fields: dict[str, Any], code: str) -> None:
    """A rule asks something, says what follows and where that is written."""
    good: dict[str, Any] = {"id": "R-1", "consequence": AWARD, "when": [HIGH], "reference": PERBUP}
    with pytest.raises(InvalidValueError) as caught:
        ConsequenceRule(**{**good, **fields})
    assert caught.value.code == code
