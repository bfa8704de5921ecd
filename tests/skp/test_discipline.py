import pickle
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve

from sakip import Period, Reference
from sakip.errors import InvalidValueError
from sakip.scoring import Reason
from sakip.skp import KMK_127_2026_DISCIPLINE, DisciplinarySanction, DisciplineRule, SanctionEffect

RULE = KMK_127_2026_DISCIPLINE
LIGHT = DisciplinarySanction("light", imposed_on=date(2024, 5, 2), score=30)
MODERATE = DisciplinarySanction("moderate", imposed_on=date(2024, 5, 2), score=30)
SEVERE = DisciplinarySanction("severe", imposed_on=date(2024, 5, 2), score=30)
EFFECTS = [SanctionEffect(gravity, quarters=2, percent=10) for gravity in ("light", "moderate", "severe")]


def quarter(number: int, year: int = 2024) -> Period:
    """A quarter by its number."""
    return Period.quarter(year, number)


class TestKemenkeu:
    """KMK 127/2026 (secondary): 10, 25 and 40 percent of the case's score for 2, 3 and 4 quarters; nothing adds up."""

    @pytest.mark.parametrize(("sanction", "points"), [(LIGHT, 3), (MODERATE, "7.5"), (SEVERE, 12)])
    def test_what_is_taken_off(self, sanction: DisciplinarySanction, points: Any) -> None:
        """The percentage is of the score of the case, not of the employee's value."""
        assert RULE.deduction([sanction], period=quarter(2)) == Fraction(points)
        assert RULE.deduction([evolve(sanction, score=0)], period=quarter(2)) == 0

    def test_no_score_is_no_zero(self) -> None:
        """Without the score of the case there is a reason; a lighter case without one does not matter."""
        bare = evolve(SEVERE, score=None)
        found = RULE.deduction([bare, SEVERE, LIGHT], period=quarter(2))
        assert isinstance(found, Reason)
        assert found.code == "sanction-unscored"
        assert found.text("id") == "skor hukuman disiplin berat, 2 Mei 2024 tidak dinyatakan"
        assert RULE.deduction([SEVERE, evolve(LIGHT, score=None)], period=quarter(2)) == 12
        assert RULE.deduction([bare], period=quarter(1)) == 0

    @pytest.mark.parametrize(("sanction", "quarters"), [(LIGHT, 2), (MODERATE, 3), (SEVERE, 4)])
    def test_for_how_long(self, sanction: DisciplinarySanction, quarters: int) -> None:
        """The quarter of the decision is the first, and the one after the last is free again."""
        year = [quarter(1), quarter(2), quarter(3), quarter(4), quarter(1, 2025), quarter(2, 2025)]
        bearing = [RULE.in_force([sanction], period=one) is not None for one in year]
        assert bearing == [1 <= place <= quarters for place in range(6)]

    def test_the_gravest_counts_alone(self) -> None:
        """A light sanction beside a severe one changes nothing, in any order."""
        assert RULE.deduction([evolve(LIGHT, score=1000), SEVERE, MODERATE], period=quarter(2)) == 12
        assert RULE.in_force([SEVERE, LIGHT], period=quarter(2)) == SEVERE

    def test_a_grave_one_that_is_over_gives_way(self) -> None:
        """Once the severe sanction has ended the light one counts."""
        later = DisciplinarySanction("light", imposed_on=date(2025, 3, 31))
        assert RULE.in_force([SEVERE, later], period=quarter(1, 2025)) == SEVERE
        assert RULE.in_force([SEVERE, later], period=quarter(2, 2025)) == later

    def test_of_one_gravity_the_highest_score_then_the_latest(self) -> None:
        """Two light sanctions are one deduction, of the case that weighs more, and of like cases the later."""
        later = DisciplinarySanction("light", imposed_on=date(2024, 6, 30), score=20)
        assert RULE.in_force([later, LIGHT], period=quarter(2)) == LIGHT
        assert RULE.deduction([later, LIGHT], period=quarter(2)) == 3
        assert RULE.in_force([evolve(later, score=30), LIGHT], period=quarter(2)) == evolve(later, score=30)
        assert RULE.in_force([later, evolve(LIGHT, score=None)], period=quarter(2)) == later

    def test_a_year_is_touched_by_any_of_its_quarters(self) -> None:
        """A sanction of the last day of the year before bears on the year."""
        old = DisciplinarySanction("light", imposed_on=date(2023, 12, 31))
        assert RULE.in_force([old], period=Period.year(2024)) == old
        assert RULE.in_force([old], period=Period.year(2025)) is None
        assert RULE.in_force([SEVERE], period=Period.year(2023)) is None
        assert RULE.deduction([], period=Period.year(2024)) == 0

    def test_says_how_sure_it_is(self) -> None:
        """The rule is secondary."""
        assert RULE.reference is not None
        assert RULE.reference.certainty == "secondary"
        assert [effect.percent for effect in RULE.effects] == [10, 25, 40]


class TestOwnRule:
    def test_order_does_not_matter(self) -> None:
        """Effects are kept by their gravity, and the rule survives pickling."""
        rule = DisciplineRule("own", effects=EFFECTS[::-1])
        assert rule == DisciplineRule("own", effects=EFFECTS)
        assert pickle.loads(pickle.dumps(rule)) == rule

    @pytest.mark.parametrize("effects", [EFFECTS[:2], [*EFFECTS, EFFECTS[0]], [], "light"])
    def test_each_gravity_has_one_effect(self, effects: Any) -> None:
        """A gravity without an effect, or with two, cannot be written down."""
        with pytest.raises(InvalidValueError) as caught:
            DisciplineRule("own", effects=effects)
        assert caught.value.path == "DisciplineRule.effects"

    @pytest.mark.parametrize(
        ("fields", "path"),
        [
            ({}, "SanctionEffect"),
            ({"percent": 0}, "SanctionEffect.percent"),
            ({"percent": "100.1"}, "SanctionEffect.percent"),
            ({"percent": 10, "quarters": 0}, "SanctionEffect.quarters"),
            ({"percent": 10, "quarters": 41}, "SanctionEffect.quarters"),
            ({"behaviour_at_most": "baik"}, "SanctionEffect.behaviour_at_most"),
            ({"percent": 10, "gravity": "heavy"}, "SanctionEffect.gravity"),
        ],
    )
    def test_bad_effects(self, fields: Any, path: str) -> None:
        """No effect at all, and fields out of range."""
        with pytest.raises(InvalidValueError) as caught:
            SanctionEffect(**{"gravity": "light", "quarters": 2, **fields})
        assert caught.value.path == path

    def test_the_ends_may_stand(self) -> None:
        """The whole score for forty quarters may be taken off."""
        assert SanctionEffect("severe", quarters=40, percent=100).text("en") == (
            "a severe disciplinary sanction, 100 % of the score of the case taken off, for so many quarters: 40"
        )

    def test_a_rule_without_a_deduction(self) -> None:
        """Where a rule only limits the behaviour, nothing is taken off."""
        limits = [SanctionEffect(one.gravity, quarters=2, behaviour_at_most="below") for one in EFFECTS]
        assert DisciplineRule("own", effects=limits).deduction([LIGHT], period=quarter(2)) == 0
        assert limits[0].text() == (
            "hukuman disiplin ringan, perilaku paling tinggi di bawah ekspektasi, selama 2 triwulan"
        )


class TestSanction:
    @pytest.mark.parametrize(("word", "meant"), [("ringan", "light"), ("Sedang", "moderate"), ("berat", "severe")])
    def test_indonesian_words_are_named(self, word: Any, meant: str) -> None:
        """The words of the law are refused with the word that stands for them."""
        with pytest.raises(InvalidValueError) as caught:
            DisciplinarySanction(word, imposed_on=date(2024, 5, 2))
        assert repr(meant) in caught.value.way_out[0]

    def test_text(self) -> None:
        """Gravity and day, the decision and no person."""
        decision = Reference("SK Bupati 800/1/2024", certainty="read")
        sanction = DisciplinarySanction("severe", imposed_on=date(2024, 5, 2), decision=decision)
        assert sanction.text("en") == "a severe disciplinary sanction, 2 May 2024"
        assert sanction.text() == "hukuman disiplin berat, 2 Mei 2024"

    @pytest.mark.parametrize(
        ("ask", "path"),
        [
            (lambda: DisciplinarySanction("light", imposed_on="2024"), "DisciplinarySanction.imposed_on"),
            (lambda: RULE.in_force([SEVERE], period=2024), "DisciplineRule.in_force"),
            (lambda: RULE.in_force(["severe"], period=quarter(1)), "DisciplineRule.in_force[0]"),
            (lambda: RULE.effect_of("severe"), "DisciplineRule.effect_of"),
            (
                lambda: DisciplinarySanction("light", imposed_on=date(2024, 5, 2), score=-1),
                "DisciplinarySanction.score",
            ),
            (lambda: RULE.deduction(["severe"], period=quarter(1)), "DisciplineRule.deduction[0]"),
            (lambda: RULE.deduction([], period=2024), "DisciplineRule.deduction"),
        ],
    )
    def test_bad_questions(self, ask: Any, path: str) -> None:
        """Each argument is asked for by its own type."""
        with pytest.raises(InvalidValueError) as caught:
            ask()
        assert caught.value.path == path
