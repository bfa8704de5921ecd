"""The verdict on one row."""

from fractions import Fraction

import pytest

from sakip.review import VERDICTS, review
from tests.review.making import CLEAN, CUT, causes, line, row


class TestDirection:
    """The direction that the print implies, and the one that is stated."""

    def test_implied(self) -> None:
        """By the one formula that gives the print; by none where the target is met."""
        assert line("75", "60", "80").polarity == "maximize"
        assert line("49,34", "110,84", "-24,65").polarity == "minimize"
        assert line("7", "7", "100").polarity is None

    @pytest.mark.parametrize(
        ("polarity", "printed", "verdict"),
        [
            ("positif", "105,25", "reproduced"),
            ("negatif", "105,25", "reproduced-against-polarity"),
            ("negatif", "94,75", "reproduced"),
            ("positif", "94,75", "reproduced-against-polarity"),
            ("stabil", "94,75", "reproduced"),
            ("stabil", "105,25", "reproduced-against-polarity"),
        ],
    )
    def test_stated(self, polarity: str, printed: str, verdict: str) -> None:
        """The formula of the stated direction must give the print; of a stabilized one that of its side."""
        found = line("0,4", "0,421", printed, polarity=polarity)
        assert found.verdict == verdict
        assert (found.recomputed is None) == (verdict == "reproduced")

    def test_below_a_stabilized_target(self) -> None:
        """There it is realization over target."""
        assert line("50", "45", "90", polarity="stabil").verdict == "reproduced"
        assert line("50", "45", "110", polarity="stabil").verdict == "reproduced-against-polarity"

    def test_the_formula_of_the_stated_direction_is_named_first(self) -> None:
        """Where several give the print."""
        assert line("7", "7", "100", polarity="negatif").formula == "lower-is-better"
        assert line("7", "7", "100", polarity="positif").formula == "higher-is-better"


class TestRounding:
    """Within what the printed inputs' own rounding explains."""

    @pytest.mark.parametrize(
        ("target", "realization", "printed", "verdict"),
        [
            ("0,49", "0,01", "198,58", "rounding"),
            ("82,45", "96,98", "117,63", "rounding"),
            ("3837967", "4079710", "106,31", "not-reproduced"),  # whole numbers are exact
            ("70", "74", "105,95", "not-reproduced"),
            ("70,0", "74", "105,95", "rounding"),  # beside a target with decimals they may be rounded
        ],
    )
    def test_both_sides(self, target: str, realization: str, printed: str, verdict: str) -> None:
        """Decimals may be rounded; whole numbers are exact unless something is measured."""
        assert line(target, realization, printed).verdict == verdict

    def test_a_measured_unit(self) -> None:
        """74 percent may be 74,2; 74 documents are 74."""
        assert line("70", "74", "105,95", unit="%").verdict == "rounding"
        assert line("70", "74", "105,95", unit="dokumen").verdict == "not-reproduced"

    def test_swapped_numbers_are_no_rounding(self) -> None:
        """Target over realization explains a row only where the table uses it."""
        rows = [row("3,5", "3,6", "102,86"), row("75,2", "72,1", "95,88"), row("3,52", "4,02", "87,56")]
        found = review(rows).lines[2]
        assert (found.verdict, found.expected) == ("not-reproduced", "higher-is-better")
        assert ("swapped", None) in causes(found)

    @pytest.mark.parametrize(
        ("target", "realization", "printed"), [("0,5", "0", "100"), ("1", "1", "140"), ("0,6", "1", "90")]
    )
    def test_what_lies_far_off_is_no_rounding(self, target: str, realization: str, printed: str) -> None:
        """However wide half a digit is: a zero is exact, and a point is the most."""
        assert line(target, realization, printed, unit="%").verdict == "not-reproduced"

    @pytest.mark.parametrize(("printed", "verdict"), [("102,00", "rounding"), ("102,01", "not-reproduced")])
    def test_one_point_is_the_most(self, printed: str, verdict: str) -> None:
        """101 by the printed numbers, 96 to 106 by their rounding: beside half of the last digit of the print."""
        assert line("1,0", "1,01", printed, polarity="positif").bounds is not None
        assert line("1,0", "1,01", printed, polarity="positif").verdict == verdict

    def test_nothing_below_zero_is_rounding(self) -> None:
        """A ratio of negative numbers means nothing."""
        assert line("-80,0", "-74,1", "92,66").bounds is None
        assert line("-80,0", "-74,1", "92,66").verdict == "not-reproduced"
        assert line("80,0", "74,1", "92,66").verdict == "rounding"

    def test_a_whole_number_beside_decimals_is_exact(self) -> None:
        """74 in a column that shows 72,5 was not rounded."""
        rows = [row("70", "74", "105,95", unit="%"), row("80", "72,5", "90,63", unit="%")]
        assert review(rows).lines[0].verdict == "not-reproduced"

    def test_the_bounds_are_told(self) -> None:
        """Half of the last digit of each input, and the value between."""
        found = line("82,45", "96,98", "117,63")
        assert found.bounds is not None
        low, high = found.bounds
        assert low == 100 * Fraction("96.975") / Fraction("82.455")
        assert high == 100 * Fraction("96.985") / Fraction("82.445")
        assert found.recomputed == 100 * Fraction("96.98") / Fraction("82.45")

    def test_a_target_that_may_be_zero_has_no_bounds(self) -> None:
        """0,0 and a little may be anything."""
        assert line("0,1", "0,05", "47").bounds is not None
        assert line("0,4", "3", "47", polarity="positif").bounds is not None


class TestForms:
    """Quotients, zeros behind a whole percentage, ceilings, and the slip of one row."""

    def test_a_quotient_in_a_table_of_percentages_is_wrong(self) -> None:
        """In a table of quotients it is right."""
        assert review([*CLEAN, row("100", "108", "1,08")]).lines[-1].verdict == "not-reproduced"
        found = review([row("100", "108", "1,08"), row("50", "40", "0,80")]).lines[0]
        assert (found.verdict, found.fits[0].form, found.printed) == ("reproduced", "quotient", 108)

    def test_a_ceiling_is_named(self) -> None:
        """With the presumed cause beside it."""
        found = review([row("3,25", "4", "120"), CUT]).lines[0]
        assert (found.verdict, found.cap, [one.code for one in found.hypotheses]) == ("reproduced", 120, ["cap"])
        assert found.exact == Fraction(1600, 13)

    @pytest.mark.parametrize(
        ("target", "realization", "printed"), [("21", "210", "100,00"), ("54,67", "3977", "100"), ("60", "96", "150")]
    )
    def test_one_row_at_a_round_number_is_no_ceiling(self, target: str, realization: str, printed: str) -> None:
        """It is listed among the causes, and no verdict."""
        found = review([*CLEAN, row(target, realization, printed)]).lines[-1]
        assert found.verdict == "not-reproduced"
        assert ("cap", "achievement") in causes(found)

    def test_a_lower_row_at_a_ceiling_of_the_table(self) -> None:
        """Reproduced over 100; at 100 only where the table computes lower-is-better elsewhere."""
        assert review([CUT, CUT, row("9", "2", "120")]).lines[2].verdict == "reproduced"
        hundred = [row("10", "15", "100"), row("10", "14", "100")]
        assert review([*hundred, row("10", "9", "100")]).lines[2].verdict == "not-reproduced"
        assert review([*hundred, row("10", "9", "100", polarity="negatif")]).lines[2].verdict == "reproduced"
        lower = row("49,34", "110,84", "-24,65")
        assert review([*hundred, row("10", "9", "100"), lower]).lines[2].polarity == "minimize"

    def test_words_decide_no_verdict(self) -> None:
        """A name that sounds like lower-is-better at a ceiling of the table."""
        rows = [row("10", "12", "100"), row("10", "13", "100"), row("80", "92", "100", indicator="Korban terlayani")]
        assert review(rows).lines[2].verdict == "reproduced"
        rows[2]["indicator"] = "Korban bencana"
        found = review(rows).lines[2]
        assert (found.verdict, found.suggested) == ("reproduced", "minimize")

    def test_what_is_due_stops_at_the_ceiling_of_the_table(self) -> None:
        """The value is told as it is; what should be printed is cut."""
        wrong = review([CUT, CUT, row("10", "14", "95")]).lines[2]
        assert (wrong.recomputed, wrong.due, wrong.corrected) == (140, 120, 120)
        assert review([*CLEAN, row("10", "14", "95")]).lines[3].due == 140

    def test_target_over_realization_as_a_slip(self) -> None:
        """One row of a table that computes otherwise; by itself it is a formula."""
        assert review([*CLEAN, row("10", "8", "125")]).lines[-1].verdict == "not-reproduced"
        assert line("10", "8", "125").formula == "lower-is-better-inverse"
        assert review([*CLEAN, row("10", "8", "125", polarity="negatif")]).lines[-1].verdict == "reproduced"

    def test_ranges(self) -> None:
        """The nearer bound takes the place of the target; the example that its own rule does not give is found."""
        assert line("80 - 90%", "70%", "87,5%").formula == "higher-is-better-range"
        assert line("7 - 8", "6,5", "107%").formula == "lower-is-better-range"
        assert line("80 - 90%", "92%", "113%").verdict == "not-reproduced"


def test_without_a_direction_the_value_of_the_likeliest_is_told() -> None:
    """Higher is better, unless the words suggest the other."""
    assert line("75", "92,8", "92,8").expected == "higher-is-better"
    assert line("0,33", "0,355", "96,06", indicator="Indeks gini").expected == "lower-is-better"


def test_verdicts_are_a_closed_list() -> None:
    """The five of the reference."""
    assert VERDICTS == (
        "reproduced",
        "reproduced-against-polarity",
        "rounding",
        "not-reproduced",
        "not-computable",
    )


class TestUndecided:
    """A print that a custom would make right, and that the table neither bears out nor contradicts."""

    def test_a_ceiling(self) -> None:
        """One row at 100, none above."""
        found = review([row("80", "92", "100"), *CLEAN[:2]]).lines[0]
        assert found.verdict == "not-reproduced"
        assert found.undecided is not None
        assert (found.undecided.code, found.undecided.meant) == ("cap", 100)

    def test_a_ceiling_that_is_crossed(self) -> None:
        """Some row is printed above."""
        assert review([row("80", "92", "100"), *CLEAN]).lines[0].undecided is None

    def test_a_floor(self) -> None:
        """Zero for what is below it, where nothing is printed below it."""
        low = row("10", "25", "0", polarity="negatif")
        below = row("49,34", "110,84", "-24,65", polarity="negatif")
        assert review([low]).lines[0].undecided is not None
        assert review([low, below]).lines[0].undecided is None

    def test_target_over_realization(self) -> None:
        """Where the words suggest that less is better, and no row uses 2T - R."""
        one = row("10", "8", "125", indicator="Angka kematian ibu")
        found = review([one, *CLEAN]).lines[0]
        assert found.undecided is not None
        assert found.undecided.code == "inverse-ratio"
        assert review([{**one, "indicator": "Indeks"}, *CLEAN]).lines[0].undecided is None
        assert review([one, *CLEAN, row("10", "25", "-50")]).lines[0].undecided is None

    def test_a_formula_gives_the_print(self) -> None:
        """Then nothing is left to decide, and neither where rounding explains it."""
        assert review(CLEAN).lines[0].undecided is None
        assert line("0,49", "0,01", "198,58").undecided is None


def test_rounding_is_no_excuse_for_swapped_numbers() -> None:
    """Around 100 the value of 2T - R lies close to target over realization, which gives the print exactly."""
    rows = [row("8,5", "9,1", "93,4"), *CLEAN]
    assert review(rows).lines[0].verdict == "not-reproduced"
    assert ("swapped", None) in causes(review(rows).lines[0])
    assert review([{**rows[0], "indicator": "Angka kematian"}, *CLEAN]).lines[0].verdict == "rounding"
    assert review([*rows, row("10", "25", "-50")]).lines[0].verdict == "rounding"
