"""A team's ratings as one number: a better rating never makes it worse, and nothing is lost on the way."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from sakip import score
from sakip.policies import LKJIP
from sakip.scoring import PanelRule, PanelScore, panel_score
from tests.scoring.making import target

TRIMMED = PanelRule("inovasi", low=0, high=100, trim=1, minimum=5, tolerance=30)
PLAIN = PanelRule("rata", low=0, high=100, trim=0, minimum=3)


def panel(*values: Any, rule: PanelRule = PLAIN) -> PanelScore:
    """A panel of raters named by their place."""
    return panel_score("Inovasi", [(f"Penilai {at}", value) for at, value in enumerate(values, 1)], rule=rule)


class TestBetterRaters:
    """Better raters' scores never lower a panel's."""

    @given(st.lists(st.integers(0, 100), min_size=5, max_size=12), st.data())
    def test_a_raised_rating_never_lowers(self, values: list[int], data: st.DataObject) -> None:
        """Any rating raised by any amount leaves the score where it is or raises it, trimmed or not."""
        at = data.draw(st.integers(0, len(values) - 1))
        raised = values.copy()
        raised[at] = data.draw(st.integers(values[at], 100))
        for rule in (PLAIN, TRIMMED):
            before, after = panel(*values, rule=rule).exact, panel(*raised, rule=rule).exact
            assert before is not None
            assert after is not None
            assert before <= after

    @given(st.lists(st.integers(0, 100), min_size=5, max_size=12))
    def test_within_the_ratings(self, values: list[int]) -> None:
        """A panel's score lies between its lowest and its highest rating."""
        for rule in (PLAIN, TRIMMED):
            found = panel(*values, rule=rule).exact
            assert found is not None
            assert min(values) <= found <= max(values)

    @given(st.lists(st.integers(0, 100), min_size=5, max_size=12))
    def test_as_a_realization_nothing_is_lost(self, values: list[int]) -> None:
        """The realization of an indicator is the exact mean, not the rounded one."""
        found = panel(*values)
        scored = score(target(100), found.realization("IKU-1"), policy=LKJIP)
        assert scored.exact == found.exact
