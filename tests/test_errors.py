"""Errors carry what was wrong as data, and their text stays short whatever the value."""

import pickle

import pytest

from sakip import Indicator, Realization, Target, evaluate, parse_number
from sakip.errors import (
    AmbiguousNumberError,
    InputError,
    InvalidValueError,
    LawError,
    SakipError,
    UnknownCodeError,
)
from sakip.policies import LKJIP
from sakip.scoring import Formula, R, T, laws
from sakip.testing import example_agreement


def test_value_that_cannot_exist_names_path_value_rule_and_way_out() -> None:
    """The four facts that a form needs stand on the error as attributes."""
    with pytest.raises(InvalidValueError) as caught:
        Target(Indicator("X", "Cakupan", polarity="maximize"), 2.5)  # type: ignore[arg-type]
    error = caught.value
    assert (error.code, error.path, error.value) == ("float-refused", "Target.value", 2.5)
    assert all(error.problem)
    assert all(error.way_out)


def test_text_is_indonesian_then_english() -> None:
    """Two lines, the first for the user, the second for whoever searches the web."""
    with pytest.raises(SakipError) as caught:
        Indicator("", "Cakupan", polarity="maximize")
    first, second = str(caught.value).splitlines()
    assert "teks kosong" in first
    assert "empty" in second
    assert second.endswith("[empty-text]")


@pytest.mark.parametrize("hostile", ["9" * 10_000_000, [10**10_000], "<script>" * 100_000])
def test_text_stays_short_for_a_value_of_any_size(hostile: object) -> None:
    """A megabyte of input gives a line, not a megabyte of message."""
    with pytest.raises(InvalidValueError) as caught:
        Realization("X", hostile)  # type: ignore[arg-type]
    assert len(str(caught.value)) < 1500
    assert caught.value.value is hostile


def test_ambiguous_number_names_both_readings() -> None:
    """What the text may mean is data, so that an application can ask its user."""
    with pytest.raises(AmbiguousNumberError) as caught:
        parse_number("1,234")
    assert set(caught.value.readings) == {"1234", "1.234"}
    assert isinstance(caught.value, ValueError)


def test_broken_law_shows_its_counterexample() -> None:
    """The numbers that show the fault stand on the error and in its text."""
    wrong = Formula("misplaced-bracket", 100 * (T - R) / T, at_target=100, direction="down")
    with pytest.raises(LawError) as caught:
        laws.check(wrong)
    assert caught.value.law == "at-target"
    shown = dict(caught.value.counterexample)
    assert shown["R"] == shown["T"]
    assert f"R = {shown['R']}" in str(caught.value)


def test_refused_input_carries_the_whole_report() -> None:
    """All that was found arrives with the one error, not the blocking findings alone."""
    with pytest.raises(InputError) as caught:
        evaluate(example_agreement(), [Realization("PLAN-9", 1), Realization("PLAN-8", 1)], policy=LKJIP)
    report = caught.value.report
    assert [finding.code for finding in report.blocking] == ["REA-UNKNOWN", "REA-UNKNOWN"]
    assert len(report) > len(report.blocking)
    assert "PLAN-9" in str(caught.value)
    assert "PLAN-8" in str(caught.value)


def test_unknown_code_offers_what_looks_like_it() -> None:
    """A slip of the keyboard is answered with the code that was meant, and is a KeyError for who catches one."""
    evaluation = evaluate(example_agreement(), [], policy=LKJIP)
    with pytest.raises(KeyError) as caught:
        evaluation["PLAN1"]
    error = caught.value
    assert isinstance(error, UnknownCodeError)
    assert error.near == ("PLAN-1",)
    assert "PLAN-1" in str(error)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (example_agreement, "<example_agreement>"),
        (object(), "<object object>"),
        ((1, object()), "(1, <object object>)"),
        ([lambda: 1], "[<function <lambda>>]"),
    ],
    ids=range(4),
)
def test_text_has_no_place_in_memory(value: object, text: str) -> None:
    """A function is written by its name and an object by its kind, so that the same error reads the same."""
    with pytest.raises(InvalidValueError) as caught:
        Target(Indicator("X", "Cakupan", polarity="maximize"), value)  # type: ignore[arg-type]
    assert f"= {text}:" in str(caught.value)


def test_pickled_without_what_cannot_be() -> None:
    """A function, a generator or an open file leaves its text behind, so that the error itself arrives."""
    for value in (lambda: 1, (one for one in "a")):
        with pytest.raises(InvalidValueError) as caught:
            Target(Indicator("X", "Cakupan", polarity="maximize"), value)  # type: ignore[arg-type]
        again = pickle.loads(pickle.dumps(caught.value))
        assert again.code == caught.value.code
        assert isinstance(again.value, str)
        assert again.value in str(caught.value)
