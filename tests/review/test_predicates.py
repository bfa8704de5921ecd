"""Labels beside percentages."""

import pytest

from sakip.policies import LKJIP
from sakip.review import review
from tests.review.making import row


def codes(*labelled: tuple[str, str]) -> list[str]:
    """The codes of the findings about predicates of rows with a percentage and a label."""
    rows = [row("100", percentage, percentage, predicate=label) for percentage, label in labelled]
    return [code for code in review(rows).findings.codes() if code.startswith("REV-PREDICATE")]


def test_the_usual_five_bands() -> None:
    """Where all labels are theirs, whatever stands in brackets behind them."""
    assert codes(("95", "Sangat Tinggi (ST)"), ("77", "Tinggi (T)"), ("50", "sangat rendah")) == []
    assert codes(("95", "Tinggi")) == ["REV-PREDICATE"]


@pytest.mark.parametrize(
    ("percentage", "label", "code"),
    [
        ("90", "Tinggi", []),
        ("90,5", "Tinggi", []),
        ("90,5", "Sangat Tinggi", ["REV-PREDICATE-GAP"]),
        ("91", "Tinggi", ["REV-PREDICATE"]),
        ("75,01", "Tinggi", ["REV-PREDICATE-GAP"]),
        ("75", "Tinggi", ["REV-PREDICATE"]),
        ("75,5", "Rendah", ["REV-PREDICATE"]),
    ],
)
def test_the_gaps_of_classes_in_whole_numbers(percentage: str, label: str, code: list[str]) -> None:
    """The classes are printed as 76-90 and 91-100: between them either label may be meant, and none is wrong."""
    assert codes((percentage, label)) == code


def test_the_scale_of_the_policy() -> None:
    """Another label than its own is not judged."""
    rows = [row("100", "95", "95", predicate="Baik"), row("100", "95", "95", predicate="Tinggi")]
    found = [one for one in review(rows, policy=LKJIP).findings if one.code == "REV-PREDICATE"]
    assert [one.place and one.place.row for one in found] == ([2] if LKJIP.scale is not None else [])


def test_labels_of_an_unknown_scale_that_contradict_each_other() -> None:
    """No scale can give the better label for less."""
    assert codes(("95", "Memuaskan"), ("80", "Cukup")) == []
    assert codes(("95", "Memuaskan"), ("80", "Cukup"), ("85", "Memuaskan"), ("86", "Cukup")) == ["REV-PREDICATE-ORDER"]


def test_a_known_order_of_labels_goes_before_their_values() -> None:
    """A low mean makes no lower label: the row with the better label for less is named, and the other beside it."""
    rows = [("115", "Sangat Baik"), ("90", "Baik"), ("55", "Sangat Baik")]
    (found,) = (
        one
        for one in review([row("100", value, value, predicate=label) for value, label in rows]).findings
        if one.code == "REV-PREDICATE-ORDER"
    )
    assert found.place is not None
    assert (found.place.row, dict(found.arguments)["row"]) == (3, 2)
    assert found.text("id").startswith("'Baik' untuk 90 pada baris 2, tetapi 'Sangat Baik' untuk 55 di sini")


def test_labels_may_grade_what_was_realized() -> None:
    """An evaluation grades the value, and not its share of the target."""
    rows = [
        row("75", "72,5", "96,67", predicate="BB"),
        row("60", "66", "110", predicate="B"),
        row("60", "63", "105", predicate="B"),
    ]
    assert "REV-PREDICATE-ORDER" not in review(rows).findings.codes()
    rows[1]["realization"], rows[1]["achievement"] = "78", "130"
    assert "REV-PREDICATE-ORDER" in review(rows).findings.codes()


@pytest.mark.parametrize(
    ("target", "realization", "polarity", "label", "found"),
    [
        ("84", "86", "positif", "Tercapai", False),
        ("84", "84", "", "Tercapai", False),
        ("100%", "99%", "positif", "Tercapai", True),
        ("100%", "99%", "negatif", "Tercapai", False),
        ("24", "22", "positif", "Belum Tercapai", False),
        ("24", "24", "", "Tidak tercapai", True),
        ("24", "22", "", "Belum Tercapai", False),  # without a direction either may be right
        ("Level 3", "Level 2", "positif", "Tercapai", False),
    ],
)
def test_met_or_not(target: str, realization: str, polarity: str, label: str, *, found: bool) -> None:
    """A word that contradicts its numbers, where the direction is known."""
    report = review([row(target, realization, "", polarity=polarity, predicate=label)])
    assert ("REV-PREDICATE-MET" in report.findings.codes()) == found
