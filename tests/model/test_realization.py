import pickle
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

import pytest
from attrs import evolve
from hypothesis import given

from sakip import AwaitingRelease, Components, Level, NotApplicable, NotReported, Period, Realization
from sakip.errors import InvalidValueError
from sakip.testing import components, realizations
from tests.model.making import Sly

NO_NUMBERS = [2.5, float("inf"), False, "98,5", "\u0661", "1e999999999", "1" * 1_000_000, Decimal("sNaN"), {}, Sly()]


@pytest.mark.parametrize(
    ("given_value", "stored", "measured"),
    [
        (1, Decimal(1), True),
        (0, Decimal(0), True),
        ("98.50", Decimal("98.5"), True),
        (Components(1, 3, per=100), Components(1, 3, per=100), True),
        (Level("WDP"), Level("WDP"), True),
        (date(2025, 7, 1), date(2025, 7, 1), True),
        (datetime(2025, 7, 1, 12), date(2025, 7, 1), True),  # noqa: DTZ001
        (NotReported(), NotReported(), False),
        (NotApplicable("Dibatalkan"), NotApplicable("Dibatalkan"), False),
        (AwaitingRelease("BPS"), AwaitingRelease("BPS"), False),
        (AwaitingRelease(), AwaitingRelease(), False),
    ],
)
def test_value_and_state(given_value: object, stored: object, measured: bool) -> None:
    """A realization is a number, components, a level, a date, or a state that says why there is none."""
    realization = Realization("IKU-1", given_value)
    assert realization.value == stored
    assert type(realization.value) is type(stored)
    assert realization.is_measured == measured


def test_states_are_all_different() -> None:
    """Zero, not reported, not applicable and awaiting release are four things."""
    values = [0, NotReported(), NotApplicable("Dibatalkan"), AwaitingRelease()]
    assert len({Realization("IKU-1", value) for value in values}) == 4


def test_none_is_refused_with_the_three_states() -> None:
    """None does not say why there is no number; the error names the states that do."""
    with pytest.raises(InvalidValueError) as caught:
        Realization("IKU-1", None)
    assert caught.value.code == "value-missing"
    for state in ("NotReported", "NotApplicable", "AwaitingRelease"):
        assert state in caught.value.way_out[0]


@pytest.mark.parametrize("number", NO_NUMBERS, ids=lambda number: repr(number)[:12])
def test_what_is_no_number(number: object) -> None:
    """A float, an infinity, a bool, a printed or foreign number and endless digits are refused."""
    with pytest.raises(InvalidValueError) as caught:
        Realization("IKU-1", number)
    assert caught.value.path == "Realization.value"
    assert len(str(caught.value)) < 2000


@pytest.mark.parametrize("code", ["", " ", None, 1, "a\x00"])
def test_code_is_a_text(code: str) -> None:
    """A realization names its indicator by a code."""
    with pytest.raises(InvalidValueError) as caught:
        Realization(code, 1)
    assert caught.value.path == "Realization.code"


@pytest.mark.parametrize("period", ["2025-Q1", 2025, date(2025, 1, 1), Sly()])
def test_period_is_a_period(period: Period) -> None:
    """A text, a year or a day is no period."""
    with pytest.raises(InvalidValueError) as caught:
        Realization("IKU-1", 1, period=period)
    assert caught.value.path == "Realization.period"


@pytest.mark.parametrize("status", ["draft", "submitted", "verified", "final", None])
def test_status(status: str | None) -> None:
    """The data status is one of four words, or not stated."""
    assert Realization("IKU-1", 1, status=status).status == status


@pytest.mark.parametrize("status", ["Final", "", "terverifikasi", 1])
def test_unknown_status(status: str) -> None:
    """Any other status is refused."""
    with pytest.raises(InvalidValueError) as caught:
        Realization("IKU-1", 1, status=status)
    assert caught.value.path == "Realization.status"


@pytest.mark.parametrize("field", ["obstacle", "driver", "remedy"])
@pytest.mark.parametrize("text", ["", 3, "\x1b[31m", "a\u2028b", "\u202e"], ids=ascii)
def test_texts_say_something(field: str, text: str) -> None:
    """An empty or unreadable text is refused by its path."""
    with pytest.raises(InvalidValueError) as caught:
        Realization("IKU-1", 1, **{field: text})
    assert caught.value.path == f"Realization.{field}"


@pytest.mark.parametrize("field", ["obstacle", "driver", "remedy"])
def test_paragraphs(field: str) -> None:
    """What people explain may run over several lines, as a web form sends them."""
    assert getattr(Realization("IKU-1", 1, **{field: "Satu.\r\n\tDua."}), field) == "Satu.\n\tDua."


@pytest.mark.parametrize("make", [NotApplicable, AwaitingRelease, lambda text: Realization("IKU-1", 1, evidence=text)])
@pytest.mark.parametrize("text", ["batal\nNilai: 100", "\u202e", "\x9b2J", 5, b"x"], ids=ascii)
def test_what_is_printed_on_a_line_is_one_line(make: Callable[[object], object], text: object) -> None:
    """A reason, a source and a reference stand on one line of an explanation, and cannot add another."""
    with pytest.raises(InvalidValueError):
        make(text)


def test_evidence_is_a_tuple_of_references() -> None:
    """One reference or several become a tuple; each of them says something."""
    assert Realization("IKU-1", 1, evidence="BA-1").evidence == ("BA-1",)
    assert Realization("IKU-1", 1, evidence=["BA-1", "BA-2"]).evidence == ("BA-1", "BA-2")
    assert Realization("IKU-1", 1).evidence == ()
    with pytest.raises(InvalidValueError) as caught:
        Realization("IKU-1", 1, evidence=["BA-1", ""])
    assert caught.value.path == "Realization.evidence"
    for evidence in (5, None, b"BA-1"):
        with pytest.raises(InvalidValueError) as caught:
            Realization("IKU-1", 1, evidence=evidence)
        assert (caught.value.code, caught.value.path) == ("not-a-list", "Realization.evidence")


@pytest.mark.parametrize(
    ("parts", "path"),
    [
        ((1, 0, 100), "Components.denominator"),
        ((1, "0.0", 100), "Components.denominator"),
        ((1, 2, 0), "Components.per"),
        ((1, 2, -100), "Components.per"),
        ((1.5, 2, 100), "Components.numerator"),
        ((1, 2.5, 100), "Components.denominator"),
        ((1, 2, "1,0"), "Components.per"),
    ],
)
def test_components_that_make_no_number(parts: tuple[object, ...], path: str) -> None:
    """A zero denominator, a multiplier that is not positive and a float are refused by name."""
    numerator, denominator, per = parts
    with pytest.raises(InvalidValueError) as caught:
        Components(numerator, denominator, per=per)
    assert caught.value.path == path


@given(components(rich=True))
def test_components_are_exact(parts: Components) -> None:
    """The derived integers are the exact quotient, over a positive denominator."""
    count, shares = Realization("IKU-1", parts)._scaled
    assert shares > 0
    exact = Fraction(parts.numerator) * Fraction(parts.per) / Fraction(parts.denominator)
    assert Fraction(count, shares * 10**6) == exact


@pytest.mark.parametrize("reason", ["", None, 3])
def test_not_applicable_needs_a_reason(reason: str) -> None:
    """Nothing is left out without a reason."""
    with pytest.raises(InvalidValueError) as caught:
        NotApplicable(reason)
    assert caught.value.path == "NotApplicable.reason"


def test_source_of_a_release_says_something() -> None:
    """A source may be left out but not empty."""
    assert AwaitingRelease().source is None
    with pytest.raises(InvalidValueError):
        AwaitingRelease(" ")


@given(realizations(rich=True))
def test_equal_realizations_look_alike(realization: Realization) -> None:
    """A realization survives pickling through its constructor and hashes like its equal."""
    back = pickle.loads(pickle.dumps(realization))
    assert back == realization
    assert hash(back) == hash(realization)
    assert back._scaled == realization._scaled


@given(realizations())
def test_change_is_a_new_realization(realization: Realization) -> None:
    """A changed copy is checked again."""
    assert evolve(realization, status="final").status == "final"
    with pytest.raises(InvalidValueError):
        evolve(realization, value=None)
