"""What the rows of a table have in common."""

import pytest

from sakip.review import Habits, review
from sakip.review.habits import FLOOR, Tried, capped, within
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


@pytest.mark.parametrize(
    "rows",
    [
        [("80", "76", "0,95")],  # one row may be a slip
        [("4", "4", "100"), ("3", "3", "100"), ("80", "76", "0,95"), ("80", "72", "0,9")],  # 100 is a percentage
        [("4", "2", "2"), ("5", "9", "1")],  # 1,5 and 1,8 are no quotients without decimals
        [("10", "25", "0"), ("4", "9", "0")],  # nothing is nothing in either form
    ],
)
def test_what_makes_no_table_of_quotients(rows: list[tuple[object, object, object]]) -> None:
    """Fewer than two rows, rows that are met, and prints that say nothing."""
    assert habits(*rows).form == "percent"


def test_the_formulas_of_quotients_are_counted() -> None:
    """Where they are the form of the table."""
    assert habits(("80", "86,4", "1,08"), ("70", "68", "0,97")).formulas == (("higher-is-better", 2),)


class TestFloor:
    """What is below zero and printed as zero."""

    LOW = (row("10", "25", "0", polarity="negatif"), row("4", "9", "0", polarity="negatif"))

    def test_two_rows_make_a_floor(self) -> None:
        """And one is a slip; no print may lie below."""
        report = review([*CLEAN, *self.LOW])
        assert report.habits.caps == ((FLOOR, 2),)
        assert [(line.verdict, line.cap) for line in report.lines[3:]] == [("reproduced", FLOOR)] * 2
        assert review([*CLEAN, self.LOW[0]]).lines[3].verdict == "not-reproduced"
        below = row("49,34", "110,84", "-24,65", polarity="negatif")
        assert review([*CLEAN, *self.LOW, below]).habits.caps == ()

    def test_a_floor_cuts_nothing_above_it(self) -> None:
        """Neither what is due nor a total."""
        total = {"indicator": "Rata-rata", "achievement": "50,34"}
        report = review([*CLEAN, *self.LOW, row("75", "60", "60"), total])
        assert report.lines[5].due == 80
        assert report.habits.broken_caps == ()
        assert report.lines[-1].verdict == "not-reproduced"

    def test_without_a_direction(self) -> None:
        """Three rows bear it out."""
        low = ("10", "25", "0"), ("4", "9", "0"), ("5", "11", "0,00")
        assert habits(*low).caps == ((FLOOR, 3),)
        assert habits(*low[:2]).caps == ()
        assert habits(*low[:2], ("14", "10", "128,57")).caps == ((FLOOR, 2),)  # 2T - R is used elsewhere


class TestOffices:
    """Each office by its own rows, and by the table where they decide nothing."""

    def test_the_formula_of_one_office_is_no_excuse_for_another(self) -> None:
        """Target over realization in one; the slip of a row in the other."""
        rows = [
            row("10", "8", "125", office="A"),
            row("9", "8", "112,5", office="A"),
            row("8", "10", "80", office="B"),
            row("10", "9", "90", office="B"),
        ]
        assert [line.verdict for line in review(rows).lines] == [*["reproduced"] * 2, "not-reproduced", "reproduced"]

    def test_a_ceiling_of_one_office(self) -> None:
        """Although another prints more."""
        rows = [
            row("80", "92", "115", office="A"),
            row("80", "100", "125", office="A"),
            row("10", "12", "100", office="B"),
            row("10", "13", "100", office="B"),
        ]
        assert {line.verdict for line in review(rows).lines} == {"reproduced"}
        assert review(rows).habits.caps == ()

    def test_an_office_that_decides_nothing(self) -> None:
        """Goes by the table: its only row is no formula of its own."""
        rows = [*CLEAN, row("10", "8", "125", office="B")]
        assert review(rows).lines[-1].verdict == "not-reproduced"

    def test_the_table_where_the_office_is_silent(self) -> None:
        """Ceilings and formulas of both; what the office decides goes first."""
        table, office = habits(("3,25", "4", "120"), ("5", "9", "120")), habits(("75", "60", "80"))
        found = within(table, office)
        assert (found.caps, found.formulas) == (((120, 2),), (("higher-is-better", 1),))
        assert within(office, habits()).formulas == office.formulas


def test_one_padded_row_is_no_habit() -> None:
    """Two are."""
    one, two = ("79,5", "78,5", "98,00"), ("90,62", "93,96", "104,00")
    assert not habits(one).padded
    assert habits(one, two).padded


class TestCaps:
    """A ceiling is a rule of the table, of a block, or of no one."""

    def test_nothing_stands_above(self) -> None:
        """Two rows are enough, and one is not: it may as well be a slip."""
        assert habits(("3,25", "4", "120"), ("5", "9", "120"), ("75", "60", "80")).caps == ((120, 2),)
        assert habits(("3,25", "4", "120"), ("75", "60", "80")).caps == ()

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
        rows = [row("3977", "54,67", "100", polarity="negatif"), row("10", "8", "100", polarity="negatif")]
        assert review(rows).habits.caps == ((100, 2),)

    def test_rows_that_only_the_lower_formula_puts_above(self) -> None:
        """Three at a ceiling over 100 bear it out without a direction; at 100 they say nothing."""
        low = ("9", "2", "120"), ("10", "3", "120"), ("8", "1", "120")
        assert habits(*low).caps == ((120, 3),)
        assert habits(*low[:2]).caps == ()
        assert habits(*low[:2], ("40", "99", "120")).caps == ((120, 3),)
        assert habits(("9", "2", "100"), ("10", "3", "100"), ("8", "1", "100")).caps == ()


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
    assert habits(("3,25", "4", printed), ("5", "9", "120")).caps == ((120, 2),)


class TestOneRowAtACeiling:
    """At 110, 120 and 150 it is enough, where no other row contradicts it and no slip of one digit explains it."""

    REST = ("75", "60", "80"), ("70", "68", "97,14")

    def test_it_is_cut(self) -> None:
        """Although one row alone stands there."""
        assert habits(("3,25", "4", "120,00"), *self.REST).caps == ((120, 1),)
        assert habits(("100", "137", "110"), *self.REST).caps == ((110, 1),)

    def test_one_digit_may_be_a_slip(self) -> None:
        """120 for 123, but not 120,00 for 123,08."""
        assert habits(("3,25", "4", "120"), *self.REST).caps == ()

    def test_100_and_200_are_no_proof(self) -> None:
        """Too many rows are met, and 200 is hardly a ceiling."""
        assert habits(("10", "14", "100"), *self.REST).caps == ()
        assert habits(("100", "313", "200,00"), *self.REST).caps == ()

    @pytest.mark.parametrize("other", [("50", "100", "200"), ("10", "25", "150"), ("10", "14", "100")])
    def test_another_row_contradicts_it(self, other: tuple[str, str, str]) -> None:
        """It is printed above, or cut elsewhere."""
        assert habits(("3,25", "4", "120,00"), other, *self.REST).caps == ()

    def test_a_direction_is_needed(self) -> None:
        """That only 2T - R lies above proves nothing, unless the row states its direction."""
        assert habits(("9", "2", "120,00"), *self.REST).caps == ()
        rows = [row("9", "2", "120,00", polarity="negatif"), *(row(*cells) for cells in self.REST)]
        assert review(rows).habits.caps == ((120, 1),)

    def test_target_over_realization_where_it_is_stated(self) -> None:
        """2T - R lies below the ceiling, target over realization above it."""
        rows = [row("41", "33,4", "120,00", polarity="negatif"), *(row(*cells) for cells in self.REST)]
        assert review(rows).lines[0].formula == "lower-is-better-inverse"


class TestQuotients:
    """A table of quotients is cut and written as one of percentages."""

    REST = ("80", "76", "0,95"), ("80", "72", "0,9")

    def test_their_ceilings(self) -> None:
        """1,20 is 120 percent."""
        assert habits(("10", "15", "1,20"), ("5", "9", "1,20"), *self.REST).caps == ((120, 2),)
        assert habits(("10", "15", "1"), ("5", "9", "1"), *self.REST).caps == ((100, 2),)

    def test_a_row_at_a_ceiling_is_no_percentage(self) -> None:
        """So that it counts among the quotients."""
        assert habits(("10", "15", "1,20"), ("5", "9", "1,20"), ("80", "76", "0,95")).form == "quotient"

    def test_in_a_table_of_percentages_they_are_slips(self) -> None:
        """Whatever their number."""
        assert habits(("10", "15", "1,20"), ("75", "60", "80"), ("70", "68", "97,14")).caps == ()

    def test_closing_zeros_may_be_left_out(self) -> None:
        """1 for 0,998 beside 0,95."""
        assert habits(*self.REST).places == 2
        assert habits(("75", "60", "80")).places == 0
        rows = [row("6443", "6428", "1"), row("6443", "6350", "1"), *(row(*cells) for cells in self.REST)]
        assert [line.verdict for line in review(rows).lines] == ["reproduced", "not-reproduced", *["reproduced"] * 2]


def test_what_is_printed_beyond_the_ceilings() -> None:
    """And below zero."""
    assert habits(("50", "56", "112"), ("49,34", "110,84", "-24,65")).crossed == (FLOOR, 100, 110)
    assert habits(("75", "60", "80")).crossed == ()


def test_an_office_contradicts_itself_alone() -> None:
    """What another prints above a ceiling says nothing of it."""
    rows = [row("10", "14", "100", office="A"), row("75", "60", "80", office="A"), row("50", "100", "200", office="B")]
    assert [line.undecided is not None for line in review(rows).lines] == [True, False, False]


class TestLowerIsBetterAt100:
    """Rows without a direction that only 2T - R puts above 100."""

    CUT = ("80", "60", "100"), ("50", "40", "100"), ("90", "95", "100")
    LOWER = ("10", "12", "80")

    def test_three_rows_where_the_formula_is_used(self) -> None:
        """Whichever of the formulas puts them there."""
        assert habits(*self.CUT, self.LOWER).caps == ((100, 3),)
        rows = [row(*cells) for cells in (*self.CUT, self.LOWER)]
        assert {line.verdict for line in review(rows).lines} == {"reproduced"}

    def test_fewer_rows(self) -> None:
        """May be slips."""
        assert habits(*self.CUT[1:], self.LOWER).caps == ()

    def test_without_the_formula(self) -> None:
        """Nothing speaks for it."""
        assert habits(*self.CUT, ("75", "60", "80")).caps == ()

    def test_something_stands_above(self) -> None:
        """Then nothing is cut at 100."""
        assert habits(*self.CUT, self.LOWER, ("50", "60", "120")).caps == ()
