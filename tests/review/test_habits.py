"""What the rows of a table have in common."""

import pytest

from sakip.review import Habits, review
from sakip.review.habits import Tried, capped
from tests.review.making import CLEAN, reviewed, row


def habits(*rows: tuple[object, object, object]) -> Habits:
    """The habits of a table."""
    return reviewed(*rows).habits


def test_formulas_that_rows_decide_for() -> None:
    """A row that several formulas give decides for none."""
    found = habits(("75", "60", "80"), ("49,34", "110,84", "-24,65"), ("7", "7", "100"))
    assert sorted(found.formulas) == [("higher-is-better", 1), ("lower-is-better", 1)]
    assert found.computed == 3
    assert found.rows_of("lower-is-better-inverse") == 0


def test_roundings() -> None:
    """Half up where truncation does not fit, and the other way round."""
    assert habits(("300", "200", "66,67"), ("300", "200", "66,66")).roundings == (("half_up", 1), ("truncate", 1))
    assert habits(("300", "200", "66,66")).cuts_decimals
    assert not habits(("300", "200", "66,67")).cuts_decimals


def test_quotients_are_the_form_of_a_table() -> None:
    """More rows of quotients than of percentages."""
    assert habits(("100", "108", "1,08"), ("50", "40", "0,8")).form == "quotient"
    assert habits(("100", "108", "1,08"), ("50", "40", "80")).form == "percent"


def test_one_padded_row_is_no_habit() -> None:
    """Two are."""
    one, two = ("79,5", "78,5", "98,00"), ("90,62", "93,96", "104,00")
    assert not habits(one).padded
    assert habits(one, two).padded


class TestCaps:
    """A ceiling is a rule of the table, of a block, or of no one."""

    def test_nothing_stands_above(self) -> None:
        """One row is enough."""
        assert habits(("3,25", "4", "120"), ("75", "60", "80")).caps == ((120, 1),)

    def test_something_stands_above(self) -> None:
        """Then one or two rows are slips, and the table is said to be mixed."""
        found = habits(("3,25", "4", "120"), ("50", "100", "200"))
        assert (found.caps, found.broken_caps) == ((), (120,))
        assert not found.cuts_at(120, "")

    def test_three_rows_are_beyond_chance(self) -> None:
        """Whatever stands above."""
        found = habits(("3,25", "4", "120"), ("5", "9", "120"), ("8", "17", "120"), ("50", "100", "200"))
        assert (found.caps, found.broken_caps) == (((120, 3),), (120,))

    def test_a_block_has_a_ceiling_of_its_own(self) -> None:
        """Two rows of one objective, none of it above."""
        rows = [
            row("50", "60", "100", objective="IKU"),
            row("50", "75", "100", objective="IKU"),
            row("50", "57", "114"),
        ]
        found = review(rows).habits
        assert (found.caps, found.cut_blocks) == ((), ((100, "IKU"),))
        assert found.cuts_at(100, "IKU")
        assert not found.cuts_at(100, "")

    def test_a_low_value_is_above_no_ceiling_by_chance(self) -> None:
        """100 against 54,67 of 3977 is a ceiling of 2T - R only where the row is known to be lower-is-better."""
        assert habits(("3977", "54,67", "100")).caps == ()
        rows = [row("3977", "54,67", "100", polarity="negatif")]
        assert review(rows).habits.caps == ((100, 1),)


def test_the_inverse_needs_support() -> None:
    """Alone it is the formula of its table; beside rows that follow another it is a slip; two of them are a habit."""
    once, twice = ("10", "8", "125"), ("10", "16", "62,5")
    assert habits(once).inverse
    assert not habits(once, ("75", "60", "80")).inverse
    assert habits(once, twice, ("75", "60", "80")).inverse


def test_a_row_that_was_not_tried_is_not_capped() -> None:
    """Plain rows that a formula gives need no ceiling."""
    fit = review(CLEAN).lines[0].fits
    assert capped(Tried(fit, review(CLEAN).lines[0].achievement, "", None, None, None)) == ()


@pytest.mark.parametrize("printed", ["120", "120,0", "120,00"])
def test_a_ceiling_may_have_decimals(printed: str) -> None:
    """As any percentage."""
    assert habits(("3,25", "4", printed)).caps == ((120, 1),)
