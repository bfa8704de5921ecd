import pickle
from collections.abc import Callable

import pytest

from sakip.errors import InvalidValueError, UnknownCodeError
from sakip.lifecycle import Considerations, recommend, recommend_many
from tests.lifecycle.consequences.making import USUAL, fact

FACTS = {
    "Kepala Dinas Kesehatan": [fact("total", 101), fact("predicate", "Baik"), fact("predicate", "Baik", 2023)],
    "Camat Contoh": [],
    "Kepala Dinas Pendidikan": [fact("total", 70), fact("total", 80, 2023), fact("total", 90, 2022)],
}
FOUND = recommend_many(USUAL, FACTS, year=2024)


def test_subjects_stand_in_the_order_of_their_names() -> None:
    """Whatever order they come in, nobody is ranked."""
    names = ["Camat Contoh", "Kepala Dinas Kesehatan", "Kepala Dinas Pendidikan"]
    assert [one.subject for one in FOUND] == names
    turned = recommend_many(USUAL, dict(reversed(FACTS.items())), year=2024)
    assert turned == FOUND == pickle.loads(pickle.dumps(FOUND))
    assert [one.subject for one in recommend_many(USUAL, {"b": [], "A": [], "a": [], "B": []}, year=2024)] == [
        "A",
        "a",
        "B",
        "b",
    ]
    assert (len(FOUND), len(FOUND.rows()), len(recommend_many(USUAL, {}, year=2024))) == (3, 12, 0)


def test_the_table_tells_what_is_recommended_and_what_cannot_be_said() -> None:
    """One row a subject; names are parted by a mark, and who decides stands beside what is recommended."""
    table = FOUND.table("en")
    assert table.title == "List for consideration, year 2024"
    assert [one.head for one in table.columns][2:4] == ["Cannot be said", "Nearly met"]
    assert table.rows == (
        ("Camat Contoh", "–", "piagam;\npembinaan;\nrotasi;\nteguran", "–", ""),
        ("Kepala Dinas Kesehatan", "piagam (reward)", "rotasi", "–", "the Regent"),
        ("Kepala Dinas Pendidikan", "pembinaan (coaching);\nrotasi (placement)", "–", "–", "the Regent"),
    )
    assert FOUND.text().startswith("Daftar bahan pertimbangan")
    assert FOUND._repr_html_() == FOUND.table().html()


def test_the_table_tells_what_is_near() -> None:
    """What one condition alone keeps back is named, with how far it is."""
    given = [fact("total", "97.5"), fact("predicate", "Baik"), fact("predicate", "Baik", 2023)]
    (row,) = recommend_many(USUAL, {"x": given}, year=2024).table().rows
    assert row[3] == "piagam, selisihnya 2,5"
    (row,) = recommend_many(USUAL, {"x": [fact("total", 75)]}, year=2024).table("en").rows
    assert row[3] == "pembinaan, exactly on the bound, which does not count"


def test_several_years_of_one_subject() -> None:
    """Years of one subject stand one after the other."""
    both = Considerations([recommend(USUAL, "x", [], year=year) for year in (2024, 2023)])
    assert [one.year for one in both] == [2023, 2024]
    table = both.table()
    assert (table.title, table.columns[1].head) == ("Daftar bahan pertimbangan", "Tahun")
    assert [row[:2] for row in table.rows] == [("x", "2023"), ("x", "2024")]
    assert Considerations([]).table().rows == ()
    with pytest.raises(InvalidValueError) as caught:
        both["x"]
    assert (caught.value.code, caught.value.problem[1]) == (
        "several-considerations",
        "the subject is there 2 times: 2023, 2024",
    )


def test_subjects_are_found_by_their_names() -> None:
    """A name that is not there is answered by those like it."""
    assert FOUND["Camat Contoh"].recommendations == ()
    for unknown in ("Camat", None):
        with pytest.raises(UnknownCodeError) as caught:
            FOUND[unknown]
        assert caught.value.code == "unknown-subject"


REFUSED: list[Callable[[], object]] = [
    lambda: recommend_many(USUAL, [("x", [])], year=2024),
    lambda: recommend_many(USUAL, {1: []}, year=2024),
    lambda: recommend_many(USUAL, {"x": None}, year=2024),
    lambda: Considerations(["x"]),
    lambda: FOUND.rows(numbers="float"),
    lambda: FOUND.text("jv"),
]


@pytest.mark.parametrize("at", range(len(REFUSED)))
def test_what_cannot_be(at: int) -> None:
    """Subjects and their facts come as a mapping, so that none comes twice."""
    with pytest.raises(InvalidValueError):
        REFUSED[at]()
