from fractions import Fraction
from typing import Any

import pytest

from sakip.errors import InvalidValueError, UnknownCodeError
from sakip.lifecycle import DISCIPLINE_FACT, LATE_REPORTS_FACT, PREDICATE_FACT, TOTAL_FACT, FactCondition, FactKind
from sakip.lifecycle.consequences.condition import MOST_YEARS, band_of, condition_text


@pytest.mark.parametrize(
    ("condition", "kind", "band", "id_", "en"),
    [
        (FactCondition.at_least("total", 90), TOTAL_FACT, "[90; ∞)", "sekurang-kurangnya 90", "at least 90"),
        (FactCondition.more_than("total", 90), TOTAL_FACT, "(90; ∞)", "lebih dari 90", "more than 90"),
        (FactCondition.at_most("total", "59.5"), TOTAL_FACT, "(-∞; 59,5]", "paling banyak 59,5", "at most 59.5"),
        (FactCondition.less_than("total", 60), TOTAL_FACT, "(-∞; 60)", "kurang dari 60", "less than 60"),
        (FactCondition.exactly("total", 0), TOTAL_FACT, "{0}", "tepat 0", "exactly 0"),
        (
            FactCondition.between("total", 80, 90),
            TOTAL_FACT,
            "[80; 90)",
            "sekurang-kurangnya 80 dan kurang dari 90",
            "at least 80 and less than 90",
        ),
        (FactCondition.at_least("predicate", "Baik"), PREDICATE_FACT, "[3; ∞)", "paling rendah Baik", "Baik or higher"),
        (
            FactCondition.more_than("predicate", "Butuh Perbaikan"),
            PREDICATE_FACT,
            "(2; ∞)",
            "di atas Butuh Perbaikan",
            "above Butuh Perbaikan",
        ),
        (
            FactCondition.at_most("discipline", "ringan"),
            DISCIPLINE_FACT,
            "(-∞; 2]",
            "paling tinggi ringan",
            "ringan or lower",
        ),
        (FactCondition.less_than("predicate", "Baik"), PREDICATE_FACT, "(-∞; 3)", "di bawah Baik", "below Baik"),
    ],
)
def test_each_form(condition: FactCondition, kind: FactKind, band: str, id_: str, en: str) -> None:
    """Each way of writing a condition has its numbers and its words; labels count from the lowest."""
    assert band_of(condition, kind).text() == band
    assert condition.text(kind) == f"{kind.name.render('id')} {id_}"
    assert condition_text(condition, kind, "en") == f"{kind.name.render('en')} {en}"


@pytest.mark.parametrize(
    ("condition", "band", "id_", "en"),
    [
        (FactCondition.fell("total"), "(-∞; 0)", "turun", "fell"),
        (FactCondition.fell("total", by=5), "(-∞; -5]", "turun sekurang-kurangnya 5", "fell by at least 5"),
        (FactCondition.rose("total"), "(0; ∞)", "naik", "rose"),
        (FactCondition.rose("total", by="0.5"), "[0,5; ∞)", "naik sekurang-kurangnya 0,5", "rose by at least 0.5"),
    ],
)
def test_trends(condition: FactCondition, band: str, id_: str, en: str) -> None:
    """A trend is a band of the difference from the year before; one year more must be known."""
    assert (condition.asked, condition.looks_back) == ("change", 1)
    assert band_of(condition, TOTAL_FACT).text() == band
    assert condition.text(TOTAL_FACT) == f"nilai perjanjian kinerja {id_}"
    assert condition.text(TOTAL_FACT, "en") == f"score of the performance agreement {en}"


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"low": -5, "high": 5}, "perubahan nilai perjanjian kinerja sekurang-kurangnya -5 dan paling banyak 5"),
        ({"high": 0}, "perubahan nilai perjanjian kinerja paling banyak 0"),
        ({"low": 0}, "perubahan nilai perjanjian kinerja sekurang-kurangnya 0"),
    ],
)
def test_other_changes(fields: dict[str, Any], words: str) -> None:
    """A change within other bounds is written as such."""
    assert FactCondition("total", asked="change", **fields).text(TOTAL_FACT) == words


def test_several_years() -> None:
    """A condition of several years says so, and looks back as far as it must."""
    steady = FactCondition.at_least("predicate", "Baik", years=2)
    falling = FactCondition.fell("total", years=2)
    assert (steady.looks_back, falling.looks_back) == (1, 2)
    assert steady.text(PREDICATE_FACT).endswith("paling rendah Baik, pada tiap tahun dari 2 tahun terakhir")
    assert falling.text(TOTAL_FACT, "en").endswith("fell, in each of the last 2 years")


def test_a_fact_that_is_one_label() -> None:
    """A label that must be exactly so stands behind a colon."""
    assert FactCondition.exactly("discipline", "tidak ada").text(DISCIPLINE_FACT) == (
        "hukuman disiplin yang masih berlaku: tidak ada"
    )
    alone = [FactCondition.at_least("discipline", "tidak ada"), FactCondition.more_than("discipline", "ringan")]
    assert {one.text(DISCIPLINE_FACT) for one in alone} == {"hukuman disiplin yang masih berlaku: tidak ada"}
    assert FactCondition.at_most("predicate", "Sangat Kurang").text(PREDICATE_FACT, "en").endswith(": Sangat Kurang")


@pytest.mark.parametrize("years", [0, MOST_YEARS + 1, True, 1.0])
def test_years_have_bounds(years: Any) -> None:
    """One to ten years, and both ends can be had."""
    assert FactCondition.at_least("total", 1, years=MOST_YEARS).years == MOST_YEARS
    with pytest.raises(InvalidValueError):
        FactCondition.at_least("total", 1, years=years)


@pytest.mark.parametrize("make", [FactCondition.fell, FactCondition.rose])
@pytest.mark.parametrize("by", [0, -1])
def test_a_change_has_a_size(make: Any, by: int) -> None:
    """To fall by nothing, or by less, is no fall."""
    with pytest.raises(InvalidValueError) as caught:
        make("total", by=by)
    assert caught.value.code == "change-not-positive"


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({}, "no-bound"),
        ({"low": 1.5}, "float-refused"),
        ({"low": 1, "low_end": "shut"}, "unknown-end"),
        ({"low": 1, "asked": "trend"}, "unknown-asked"),
        ({"fact": "", "low": 1}, "empty-text"),
        ({"low": 2, "high": 1}, "nothing-between"),
        ({"low": 1, "high": 1, "high_end": "open"}, "nothing-between"),
    ],
)
def test_what_cannot_be(fields: dict[str, Any], code: str) -> None:
    """A condition has a bound, and its words are known."""
    with pytest.raises(InvalidValueError) as caught:
        FactCondition(**{"fact": "total", **fields})
    assert caught.value.code == code


def test_bounds_fit_their_fact() -> None:
    """A label needs a scale that has it, a number a fact that is one, and bounds leave something between them."""
    with pytest.raises(UnknownCodeError) as caught:
        band_of(FactCondition.at_least("predicate", "Bagus"), PREDICATE_FACT)
    assert caught.value.code == "unknown-label"
    for condition, kind, code in (
        (FactCondition.at_least("predicate", 3), PREDICATE_FACT, "number-for-label"),
        (FactCondition.at_least("total", "Baik"), TOTAL_FACT, "not-canonical"),
        (FactCondition.between("predicate", "Baik", "Kurang"), PREDICATE_FACT, "nothing-between"),
        (FactCondition.between("predicate", "Baik", "Baik"), PREDICATE_FACT, "nothing-between"),
    ):
        with pytest.raises(InvalidValueError) as refused:
            band_of(condition, kind)
        assert refused.value.code == code


def test_a_bound_may_be_any_exact_number() -> None:
    """A third is a bound, and a change of labels counts steps."""
    third = FactCondition("total", low=Fraction(1, 3))
    assert band_of(third, TOTAL_FACT).text() == "[1/3; ∞)"
    assert band_of(FactCondition.fell("predicate", by=2), PREDICATE_FACT).text() == "(-∞; -2]"
    assert band_of(FactCondition.at_least("late-reports", "3"), LATE_REPORTS_FACT).text() == "[3; ∞)"


@pytest.mark.parametrize(
    ("condition", "kind", "words"),
    [
        (FactCondition.fell("predicate", by=2), PREDICATE_FACT, "performance predicate fell by at least 2 steps"),
        (FactCondition.rose("predicate", by=1), PREDICATE_FACT, "performance predicate rose by at least one step"),
        (FactCondition.rose("total", by=1), TOTAL_FACT, "score of the performance agreement rose by at least 1"),
    ],
)
def test_labels_change_by_steps(condition: FactCondition, kind: FactKind, words: str) -> None:
    """A change of a label says that it is counted in steps."""
    assert condition.text(kind, "en") == words


@pytest.mark.parametrize("end", ["low_end", "high_end"])
def test_an_unknown_end_is_refused_by_its_name(end: str) -> None:
    """The error names the end that is wrong."""
    with pytest.raises(InvalidValueError) as caught:
        FactCondition("total", low=1, high=2, **{end: "half"})
    assert caught.value.path == f"FactCondition.{end}"


def test_the_kind_of_another_fact_is_refused() -> None:
    """No condition is told in the words of another fact."""
    with pytest.raises(InvalidValueError) as caught:
        FactCondition.at_least("total", 90).text(LATE_REPORTS_FACT)
    assert (caught.value.code, caught.value.problem[1]) == ("other-fact", "the condition is about total")
