import copy
import pickle
from collections.abc import Callable

import pytest

from sakip import Text
from sakip.errors import InvalidValueError, UnknownCodeError
from sakip.lifecycle import Consideration, GivenFact, recommend
from tests.lifecycle.consequences.making import USUAL, fact

GIVEN = [
    fact("total", "101.25"),
    fact("total", 95, 2023),
    fact("total", 90, 2022),
    fact("predicate", "Sangat Baik"),
    fact("predicate", "Baik", 2023),
]
FOUND = recommend(USUAL, "Kepala Dinas Kesehatan", GIVEN, year=2024)


def test_what_stands_what_is_open_what_is_near() -> None:
    """The rules are parted by their standing, in the order of the policy."""
    assert [one.rule.id for one in FOUND.recommendations] == ["R-1"]
    assert FOUND.undecided == FOUND.near == ()
    assert [one.state for one in FOUND] == ["recommended", "not_met", "not_met", "not_met"]
    assert len(FOUND) == 4
    assert FOUND["R-1"].inputs == (GIVEN[0], GIVEN[3], GIVEN[4])


def test_missing_facts_are_named_and_bad_for_nobody() -> None:
    """Without facts nothing is recommended; each rule says what it waits for."""
    bare = recommend(USUAL, "x", [], year=2024)
    assert bare.recommendations == ()
    assert [one.rule.id for one in bare.undecided] == ["R-1", "R-2", "R-3", "R-4"]
    assert bare.check().codes() == ("CSQ-OPEN",) * 4


def test_rows_are_flat() -> None:
    """One dict a rule, of texts, whole numbers and truths alone."""
    first, second, *_ = FOUND.rows("en", numbers="text")
    assert first == {
        "subject": "Kepala Dinas Kesehatan",
        "year": 2024,
        "policy": "contoh",
        "rule": "R-1",
        "state": "recommended",
        "near": False,
        "consequence": "piagam",
        "name": "piagam",
        "kind": "reward",
        "weight": 1,
        "ground": (
            "score of the performance agreement at least 100; 2024: 101.25 (source: berkas total 2024) | performance"
            " predicate Baik or higher, in each of the last 2 years; 2024: Sangat Baik (source: berkas predicate 2024);"
            " 2023: Baik (source: berkas predicate 2023)"
        ),
        "gap": None,
        "because": "",
        "yields_to": "",
        "decided_by": "the Regent",
        "first": "",
        "reference": "Peraturan Bupati Contoh 9/2024 (rekaan), article 5 (our inference, not the rule's wording)",
        "certainty": "derived",
    }
    assert (second["state"], second["gap"]) == ("not_met", "105/4")
    assert {type(cell) for row in FOUND.rows() for cell in row.values()} <= {str, int, bool, type(None)}
    assert recommend(USUAL, "x", [], year=2024).rows("en")[1]["because"] == (
        "score of the performance agreement 2024 was not given"
    )


def test_table_has_a_row_for_every_rule() -> None:
    """What is recommended says on which facts; what is not says how far it is, and what is open says why."""
    table = FOUND.table("en")
    assert [row[2] for row in table.rows] == ["recommended to be considered", "not met", "not met", "not met"]
    assert table.rows[1][3].endswith("2024: 101.25 (source: berkas total 2024); off by 26.25")
    assert recommend(USUAL, "x", [], year=2024).table().rows[1][3] == "nilai perjanjian kinerja 2024 tidak diberikan"
    assert "bukan keputusan" in FOUND.table().notes[0]


def test_text_fits_its_width() -> None:
    """The paper is 80 columns wide, or as wide as is asked."""
    assert max(len(line) for line in FOUND.text().splitlines()) <= 80
    assert max(len(line) for line in FOUND.text("en", width=20).splitlines()) <= 20
    assert FOUND.text().startswith("BAHAN PERTIMBANGAN\nKepala Dinas Kesehatan, tahun 2024\n")


REFUSED: list[Callable[[], object]] = [
    lambda: FOUND.text("jv"),
    lambda: FOUND.text(width=19),
    lambda: FOUND.rows("jv"),
    lambda: FOUND.rows(numbers="float"),
    lambda: FOUND.table("jv"),
    lambda: recommend(USUAL, "", [], year=2024),
    lambda: recommend(USUAL, "x", [], year=True),
    lambda: recommend(USUAL, "x", "total", year=2024),
    lambda: recommend(USUAL, "x", [("total", 90)], year=2024),
    lambda: recommend("contoh", "x", [], year=2024),
]


@pytest.mark.parametrize("at", range(len(REFUSED)))
def test_what_cannot_be(at: int) -> None:
    """Other languages, widths, forms and kinds are refused."""
    with pytest.raises(InvalidValueError):
        REFUSED[at]()


def test_rules_are_found_by_their_ids() -> None:
    """An id that is not there is answered by those like it."""
    for unknown in ("R1", None, 1):
        with pytest.raises(UnknownCodeError) as caught:
            FOUND[unknown]
        assert caught.value.code == "unknown-rule"


def test_is_one_value() -> None:
    """The order of facts makes no difference; a consideration is hashable and the same after pickle and copy."""
    again = recommend(USUAL, "Kepala Dinas Kesehatan", reversed(GIVEN), year=2024)
    assert again == FOUND == pickle.loads(pickle.dumps(FOUND)) == copy.deepcopy(FOUND)
    assert hash(again) == hash(FOUND)
    assert again.outcomes == FOUND.outcomes
    assert isinstance(again, Consideration)


def test_hostile_names_do_nothing() -> None:
    """Markup in names and sources is shown and does nothing."""
    bad = "<script>alert(1)</script>"
    given = [GivenFact("total", 2024, 50, source=bad), GivenFact("predicate", 2024, because=Text.literal(bad))]
    found = recommend(USUAL, bad, given, year=2024)
    assert "<script>" not in found._repr_html_()
    assert "&lt;script&gt;" in found._repr_html_()
