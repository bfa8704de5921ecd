import pickle
from fractions import Fraction
from typing import Any

import pytest

from sakip.errors import InvalidValueError
from sakip.skp import BANDS_30_2019, EmployeeValue


def judged(skp: Any, behaviour: Any, *, peers: bool = False, idea: bool = False) -> EmployeeValue:
    """A value by short names."""
    return EmployeeValue(skp=skp, behaviour=behaviour, peer_opinion=peers, new_idea=idea)


class TestArticle41:
    """PP 30/2019, article 41: 70 to 30, or 60 to 40 where peers and subordinates are asked; bands overlap."""

    def test_with_and_without_an_idea(self) -> None:
        """SKP 112 and behaviour 108 at 70/30 are 110.8: Sangat Baik only with the idea."""
        assert judged(112, 108).value == Fraction(1108, 10)
        assert judged(112, 108).predicate == "Baik"
        assert judged(112, 108, idea=True).predicate == "Sangat Baik"

    def test_with_peers(self) -> None:
        """SKP 95 and behaviour 85 at 60/40 are 91: Baik."""
        found = judged(95, 85, peers=True)
        assert (found.value, found.predicate, found.weights) == (91, "Baik", (60, 40))

    def test_without_peers(self) -> None:
        """SKP 92 and behaviour 80 at 70/30 are 88.4: Cukup, and an idea lifts nothing."""
        assert (judged(92, 80).value, judged(92, 80).predicate) == (Fraction(884, 10), "Cukup")
        assert judged(92, 80, idea=True).predicate == "Cukup"

    def test_a_page_of_the_annex(self) -> None:
        """59.2 + 43.6 = 102.8 is printed; a mean of 98 2/3 at 60 and 109 at 40 percent give these parts (derived)."""
        found = judged(Fraction(296, 3), 109, peers=True)
        assert (found.skp * 60 / 100, found.behaviour * 40 / 100) == (Fraction(592, 10), Fraction(436, 10))
        assert found.value == Fraction(1028, 10)

    @pytest.mark.parametrize(
        ("value", "plain", "with_idea"),
        [
            (120, "Baik", "Sangat Baik"),
            (115, "Baik", "Sangat Baik"),
            (110, "Baik", "Sangat Baik"),
            ("109.999999", "Baik", "Baik"),
            (90, "Baik", "Baik"),
            ("89.999999", "Cukup", "Cukup"),
            (70, "Cukup", "Cukup"),
            ("69.999999", "Kurang", "Kurang"),
            (50, "Kurang", "Kurang"),
            ("49.999999", "Sangat Kurang", "Sangat Kurang"),
            (0, "Sangat Kurang", "Sangat Kurang"),
        ],
    )
    def test_both_sides_of_each_edge(self, value: Any, plain: str, with_idea: str) -> None:
        """Lower edges belong to their band; nothing is rounded first."""
        assert judged(value, value).predicate == plain
        assert judged(value, value, idea=True).predicate == with_idea

    def test_what_is_remembered_says_so(self) -> None:
        """The two lowest bands were cut off in the page that was read."""
        assert {band.label: band.reference.certainty for band in BANDS_30_2019} == {
            "Sangat Baik": "read",
            "Baik": "read",
            "Cukup": "read",
            "Kurang": "memory",
            "Sangat Kurang": "memory",
        }


class TestFields:
    @pytest.mark.parametrize(
        ("fields", "path"),
        [
            ({"skp": "120.000001"}, "EmployeeValue.skp"),
            ({"skp": -1}, "EmployeeValue.skp"),
            ({"behaviour": 121}, "EmployeeValue.behaviour"),
            ({"behaviour": 99.5}, "EmployeeValue.behaviour"),
            ({"peer_opinion": None}, "EmployeeValue.peer_opinion"),
            ({"new_idea": "ya"}, "EmployeeValue.new_idea"),
        ],
    )
    def test_bad_input_is_refused(self, fields: Any, path: str) -> None:
        """Values beyond the scale, a float, and questions that were not answered."""
        with pytest.raises(InvalidValueError) as caught:
            EmployeeValue(**{"skp": 100, "behaviour": 100, "peer_opinion": False, "new_idea": False, **fields})
        assert caught.value.path == path

    def test_survives_pickling(self) -> None:
        """A value is a value."""
        found = judged("98.5", 100, idea=True)
        assert pickle.loads(pickle.dumps(found)) == found


class TestText:
    def test_says_why_it_is_not_the_highest(self) -> None:
        """Without an idea the text says that the idea is what is missing."""
        assert judged(112, 108).table().notes == (
            "Baik: nilai dalam [90; 120]",
            "bukan Sangat Baik: tidak ada ide atau cara baru yang bermanfaat bagi organisasi atau negara",
            "PP 30/2019, Pasal 41 (dibaca pada naskahnya)",
        )

    def test_says_that_the_idea_counts(self) -> None:
        """With an idea the text says that the condition is met."""
        assert "syarat ide baru dipenuhi" in judged(112, 108, idea=True).table().notes

    def test_an_idea_that_changes_nothing_is_not_told(self) -> None:
        """Below 110 the idea is in no note."""
        assert judged(92, 80, idea=True).table("en").notes == (
            "Cukup: a value in [70, 90)",
            "PP 30/2019, article 41 (read in its text)",
        )

    def test_numbers_are_exact(self) -> None:
        """Just below 110 the table does not show 110."""
        assert judged("109.999999", "109.999999").table().rows[-1][-1] == "109,999999"
        assert judged(Fraction(296, 3), 109, peers=True).text("en", width=100).splitlines()[4].split()[1] == "296/3"
        assert judged(112, 108)._repr_html_() == judged(112, 108).table().html()
