import pickle
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from sakip import Text
from sakip.errors import InvalidValueError, UnknownCodeError
from sakip.lifecycle import (
    COMPLETENESS_FACT,
    DISCIPLINE_FACT,
    LATE_REPORTS_FACT,
    MANDATORY_MISSING_FACT,
    PREDICATE_FACT,
    TOTAL_FACT,
    FactKind,
)
from sakip.lifecycle.consequences.fact_kind import number_or_label

NAME = Text("angka", "number")
READY_MADE = [
    TOTAL_FACT,
    PREDICATE_FACT,
    DISCIPLINE_FACT,
    LATE_REPORTS_FACT,
    MANDATORY_MISSING_FACT,
    COMPLETENESS_FACT,
]


def test_ready_made_facts_have_ids_of_their_own() -> None:
    """The facts that are there to be used can stand in one policy, and each says which way is better."""
    assert len({one.id for one in READY_MADE}) == len(READY_MADE)
    assert {one.id: one.better for one in READY_MADE} == {
        "total": "higher",
        "predicate": "higher",
        "discipline": "higher",
        "late-reports": "lower",
        "mandatory-missing": "lower",
        "completeness": "higher",
    }


def test_only_completeness_blames_nobody() -> None:
    """That something is not known is never the ground of a sanction."""
    assert [one.id for one in READY_MADE if not one.blames] == ["completeness"]


def test_labels_count_from_the_lowest() -> None:
    """The predicates rise from Sangat Kurang to Sangat Baik; the gravest sanction is the lowest of discipline."""
    assert [PREDICATE_FACT.position(label) for label in ("Sangat Kurang", "Butuh Perbaikan", "Sangat Baik")] == [
        0,
        2,
        4,
    ]
    assert DISCIPLINE_FACT.labels == ("berat", "sedang", "ringan", "tidak ada")
    assert PREDICATE_FACT.values.text() == "[0; 4]"


def test_an_unknown_label_is_named_with_those_like_it() -> None:
    """Who misspells a label reads which is meant."""
    with pytest.raises(UnknownCodeError) as caught:
        PREDICATE_FACT.position("sangat baik")
    assert (caught.value.code, caught.value.near[0]) == ("unknown-label", "Sangat Baik")


@pytest.mark.parametrize(
    ("kind", "number", "possible"),
    [
        (LATE_REPORTS_FACT, Fraction(0), True),
        (LATE_REPORTS_FACT, Fraction(-1), False),
        (LATE_REPORTS_FACT, Fraction(1, 2), False),
        (PREDICATE_FACT, Fraction(4), True),
        (PREDICATE_FACT, Fraction(5), False),
        (TOTAL_FACT, Fraction(-60800, 2467), True),
        (FactKind("share", NAME, better="higher", low=0, high=100), Fraction(100), True),
        (FactKind("share", NAME, better="higher", low=0, high=100), Fraction(10001, 100), False),
    ],
)
def test_what_is_possible(kind: FactKind, number: Fraction, possible: bool) -> None:
    """Both sides of each bound; a count is whole."""
    assert kind.is_possible(number) is possible


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"better": "maximize"}, "unknown-direction"),
        ({"better": None}, "unknown-direction"),
        ({"better": "higher", "labels": ["Baik"]}, "labels-not-a-scale"),
        ({"better": "higher", "labels": ["Baik", "Baik"]}, "labels-not-a-scale"),
        ({"better": "higher", "labels": ["1", "2"]}, "label-is-a-number"),
        ({"better": "higher", "labels": ["a", "b"], "low": 0}, "labels-with-bounds"),
        ({"better": "higher", "labels": ["a", "b"], "whole": True}, "labels-with-bounds"),
        ({"better": "higher", "labels": "ab"}, "not-a-list"),
        ({"better": "higher", "low": 2, "high": 1}, "empty-interval"),
        ({"better": "higher", "low": 0.5}, "float-refused"),
        ({"better": "higher", "near": -1}, "near-below-zero"),
        ({"better": "higher", "whole": 1}, "wrong-kind"),
        ({"better": "higher", "blames": "no"}, "wrong-kind"),
    ],
)
def test_what_cannot_be(fields: dict[str, Any], code: str) -> None:
    """Directions are never presumed, labels are words and at least two, and bounds leave something."""
    with pytest.raises(InvalidValueError) as caught:
        FactKind("x", NAME, **fields)
    assert caught.value.code == code


def test_near_may_be_nothing_at_all() -> None:
    """At a distance of zero only the bound itself is near."""
    assert FactKind("x", NAME, better="higher", near=0).near == Decimal(0)


def test_the_word_that_is_meant_is_named() -> None:
    """The words of a polarity are not taken in silence."""
    with pytest.raises(InvalidValueError) as caught:
        FactKind("x", NAME, better="minimize")
    assert "'lower'" in caught.value.way_out[1]


def test_numbers_and_labels_are_told_apart() -> None:
    """Canonical text is a number, any other text a label, a fraction stays exact."""
    assert [number_or_label(one, "x") for one in (1, "98.50", "98,50", Fraction(1, 3))] == [
        Decimal(1),
        Decimal("98.5"),
        "98,50",
        Fraction(1, 3),
    ]


@pytest.mark.parametrize("kind", READY_MADE, ids=lambda kind: kind.id)
def test_survives_pickling(kind: FactKind) -> None:
    """A fact that went through pickle is the same."""
    assert pickle.loads(pickle.dumps(kind)) == kind
