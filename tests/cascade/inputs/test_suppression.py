from datetime import date
from typing import Any

import pytest

from sakip.cascade import Suppression
from sakip.errors import InvalidValueError


def suppression(**fields: Any) -> Suppression:
    """A suppression of CAS105."""
    return Suppression("Penyederhanaan birokrasi", **{"by": "Biro Organisasi", "code": "CAS105", **fields})


@pytest.mark.parametrize(
    ("pattern", "subject", "fits"),
    [
        ("*", "", True),
        ("*", "KADIS/IKU-1", True),
        ("KADIS/IKU-1", "KADIS/IKU-1", True),
        ("KADIS/IKU-1", "KADIS/IKU-10", False),
        ("KADIS/*", "KADIS/IKU-1", True),
        ("KADIS/*", "KADIS", False),
        ("*/IKU-1", "KADIS/IKU-1", True),
        ("*/IKU-1", "KADIS/IKU-11", False),
        ("K*S/*-1", "KADIS/IKU-1", True),
        ("K*S*IKU*1", "KADIS/IKU-1", True),
        ("K*X*1", "KADIS/IKU-1", False),
        ("AB*BA", "ABA", False),
        ("AB*BA", "ABBA", True),
        ("*A*A*", "A", False),
        ("PK-1.objectives[0]", "PK-1.objectives[0]", True),
        ("PK-1.objectives[*]", "PK-1.objectives[0]", True),
        ("PK-?.objectives[0]", "PK-1.objectives[0]", False),
        ("kadis/*", "KADIS/IKU-1", False),
    ],
)
def test_only_a_star_stands_for_something_else(pattern: str, subject: str, *, fits: bool) -> None:
    """Brackets and question marks stand for themselves, since subjects hold them."""
    assert suppression(subject=pattern).matches("CAS105", subject, "") is fits


def test_many_stars_cost_little() -> None:
    """A pattern of many stars is compared in one pass."""
    assert not suppression(subject="a*" * 500 + "b").matches("CAS105", "a" * 20_000, "")


def test_a_fingerprint_goes_before_a_code() -> None:
    """With a fingerprint one finding is meant, whatever its subject; without it, one code alone."""
    one = suppression(fingerprint="f" * 64)
    assert one.matches("CAS301", "X", "f" * 64)
    assert not one.matches("CAS105", "X", "e" * 64)
    assert not suppression().matches("CAS301", "X", "")


def test_it_holds_through_its_last_day() -> None:
    """The last day is part of it; without one it does not end."""
    one = suppression(until=date(2025, 6, 30))
    assert (one.holds_on(date(2025, 6, 30)), one.holds_on(date(2025, 7, 1))) == (True, False)
    assert suppression().holds_on(date(9998, 12, 31))


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"code": None}, "suppresses-everything"),
        ({"by": " "}, "empty-text"),
        ({"subject": ""}, "empty-text"),
        ({"until": "2025-06-30"}, "not-a-date"),
        ({"reference": ""}, "empty-text"),
    ],
)
def test_what_says_nothing_is_refused(fields: dict[str, Any], code: str) -> None:
    """A suppression names a finding, who decided it and why."""
    with pytest.raises(InvalidValueError) as caught:
        suppression(**fields)
    assert caught.value.code == code


def test_a_reason_must_be_given() -> None:
    """Without a reason there is no suppression."""
    with pytest.raises(InvalidValueError):
        Suppression("", by="Biro Organisasi", code="CAS105")


@pytest.mark.parametrize("field", ["reason", "by", "subject", "until", "on", "code", "fingerprint", "reference"])
def test_an_error_names_the_field(field: str) -> None:
    """A number is neither a text nor a day; whoever wrote it finds the place."""
    given: Any = {"reason": "Sebab", "by": "Biro", "code": "CAS105", field: 5}
    with pytest.raises(InvalidValueError) as caught:
        Suppression(given.pop("reason"), **given)
    assert caught.value.path.startswith(f"Suppression.{field}")


@pytest.mark.parametrize(("length", "fits"), [(20_000, True), (20_001, False)])
def test_a_pattern_has_a_length_that_can_be_compared(length: int, *, fits: bool) -> None:
    """A subject is a few names; a text without end is a slip."""
    if fits:
        assert suppression(subject="a" * length).matches("CAS105", "a" * length, "")
        return
    with pytest.raises(InvalidValueError) as caught:
        suppression(subject="a" * length)
    assert caught.value.path == "Suppression.subject"
