import pickle
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve

from sakip.errors import InvalidValueError, UnknownCodeError
from sakip.lifecycle import LKE_88_2021, LKE_TRENGGALEK, EvaluationSheet
from tests.lifecycle.evaluation_sheet.making import TEMPLATE, sheet

CODES = [sub.code for sub in LKE_88_2021.sub_components]


def lettered(*letters: str) -> EvaluationSheet:
    """A national sheet with these letters, sub-component after sub-component."""
    return EvaluationSheet("LKE-1", 2024, LKE_88_2021, zip(CODES, letters, strict=False))


class TestWorked:
    def test_planning(self) -> None:
        """BB, B and CC in planning give 20.10 of 30."""
        assert lettered("BB", "B", "CC")["1"].score == Decimal("20.10")

    def test_a_whole_agency(self) -> None:
        """20.10 + 20.10 + 11.55 + 14.25 = 66.00, which is B."""
        letters = ["BB", "B", "CC"] * 2 + ["A", "BB", "B", "B", "CC", "C"]
        found = lettered(*letters)
        assert [str(found[code].score) for code in "1234"] == ["20.10", "20.10", "11.55", "14.25"]
        assert (found.total.score, found.grade) == (Decimal("66.00"), "B")

    @pytest.mark.parametrize(
        ("letter", "total", "grade"),
        [("AA", 100, "AA"), ("A", 90, "A"), ("BB", 80, "BB"), ("B", 70, "B"), ("C", 50, "C"), ("E", 0, "D")],
    )
    def test_one_letter_everywhere(self, letter: str, total: int, grade: str) -> None:
        """BB everywhere is exactly 80, which is BB and not A, since A begins above 80; so with each letter."""
        found = lettered(*[letter] * 12)
        assert (found.total.exact, found.grade) == (total, grade)

    def test_above_a_cut(self) -> None:
        """One better letter lifts the total above 80, by however little, and the predicate with it."""
        found = lettered("BB", "BB", "BB", "BB", "BB", "BB", "A", *["BB"] * 5)
        assert (found.total.exact, found.grade) == (Fraction("80.3"), "A")


class TestOpen:
    def test_has_no_score_but_bounds(self) -> None:
        """With one part open there is no total and no predicate, only the numbers between which it lies."""
        found = lettered(*["BB"] * 11)
        assert (found.total.score, found.grade, found.total.open) == (None, None, ("4.c",))
        assert (found.total.lowest, found.total.highest) == (70, Fraction("82.5"))

    def test_an_answer_off_the_scale_is_open(self) -> None:
        """What is no answer counts as none."""
        assert lettered(*["BB"] * 11, "A+").total.open == ("4.c",)


def test_answers_as_pairs_or_as_a_dict() -> None:
    """A dict, a list of pairs and any iterable of them are the same."""
    assert sheet({"1.a.1": "Y"}) == sheet([("1.a.1", "Y")]) == sheet(iter([("1.a.1", "Y")]))


def test_found_by_code() -> None:
    """Lines are found by their codes; where sub-components are answered, criteria have no line."""
    found = sheet({"1.a.1": "Y"})
    assert found["1.a.1"].answer == "Y"
    assert len(found) == len(list(found)) == 8
    with pytest.raises(UnknownCodeError) as caught:
        lettered("A")["1.a.1"]
    assert "1.a" in caught.value.near
    for code in ("", "1.A", None):
        with pytest.raises(UnknownCodeError):
            found[code]  # type: ignore[index]


def test_one_answer_of_a_code() -> None:
    """The answer of a code is the one that its scale knows; of a sum, of something else and of two answers none."""
    found = sheet([("1.a.1", "Y"), ("1.a.2", "A"), ("1.a.2", "B"), ("2.a.1", "Z")])
    answer = found.choice("1.a.1")
    assert answer is not None
    assert answer.value == 100
    assert [found.choice(code) for code in ("1.a.2", "2.a.1", "1.a", "x")] == [None] * 4


@pytest.mark.parametrize(
    "changes",
    [
        {"code": ""},
        {"year": 1944},
        {"year": 9999},
        {"template": "LKE"},
        {"answers": "1.a"},
        {"answers": [("1.a", "A", "x")]},
        {"answers": {"1.a": 5}},
        {"answers": {"": "A"}},
        {"reading": "criteria"},
        {"evidence": ["renja"]},
        {"evidence": {"renja": ""}},
        {"printed": 87},
    ],
)
def test_refuses(changes: dict[str, Any]) -> None:
    """What cannot be a sheet is refused."""
    fields = {"code": "LKE-1", "year": 2024, "template": TEMPLATE, "answers": {}, **changes}
    with pytest.raises(InvalidValueError):
        EvaluationSheet(**fields)


def test_read_as_the_template_says() -> None:
    """Without a reading a sheet is read as its template is meant, and keeps that after pickling."""
    meant = evolve(TEMPLATE, reading="criterion")
    assert EvaluationSheet("L", 2024, TEMPLATE, {}).reading == "sub_component"
    found = EvaluationSheet("L", 2024, meant, {})
    assert found.reading == pickle.loads(pickle.dumps(found)).reading == "criterion"
    assert EvaluationSheet("L", 2024, meant, {}, reading="sub_component").reading == "sub_component"
    assert (LKE_88_2021.reading, LKE_TRENGGALEK.reading) == ("sub_component", "criterion")


def test_evidence_as_rows() -> None:
    """Each document of the template with where it is found, if it was given."""
    rows = sheet({}, evidence={"renja": "Perbup 12/2024"}).evidence_rows("en")
    assert rows == [
        {"document": "renja", "name": "Work plan", "optional": False, "given": "Perbup 12/2024", "criteria": "1.a.1"},
        {"document": "foto", "name": "Photo", "optional": True, "given": None, "criteria": "1.a.1"},
    ]
    with pytest.raises(InvalidValueError):
        sheet({}).evidence_rows("nl")  # type: ignore[arg-type]


def test_survives_pickling_and_hashes() -> None:
    """A sheet is the same after pickling, and can be a key."""
    found = sheet({"1.a.1": "Y"}, evidence={"renja": "x"})
    again = pickle.loads(pickle.dumps(found))
    assert again == found
    assert again.lines == found.lines
    assert len({found, again, sheet({})}) == 2
