"""A score is a value or a coded reason."""

import pickle
from decimal import Decimal
from fractions import Fraction

import pytest

from sakip import Text
from sakip.errors import InvalidValueError
from sakip.scoring import REASONS, NotScored, Reason, Scored


def test_codes_are_unique_and_told_in_two_languages() -> None:
    """Every reason has one code and a sentence in each language, with the same places for arguments."""
    codes = [code for code, _ in REASONS]
    assert len(set(codes)) == len(codes) > 20
    for _, words in REASONS:
        assert words.id
        assert words.en
        assert set(part for part in words.id.split() if "{" in part) or True
        assert words.id.count("{") == words.en.count("{")


def test_text() -> None:
    """A reason renders its sentence with its arguments, in Indonesian unless asked."""
    reason = Reason("late", [("days", 1234)])
    assert reason.text() == "selesai 1.234 hari terlambat; tidak ada aturan nilainya"
    assert reason.text("en") == "1,234 days late; no rule gives its value"
    assert Reason("no-worst-value").text("en") == "a zero target needs a worst value"


def test_own() -> None:
    """A rule's own reason is told in its own words, braces and all."""
    reason = Reason.own("kurang {data} %s")
    assert (reason.code, reason.text("id"), reason.text("en")) == ("own-rule", "kurang {data} %s", "kurang {data} %s")


@pytest.mark.parametrize("code", ["nothing", "", None, "Zero-Target", ["zero-target"]])
def test_unknown_code(code: object) -> None:
    """A code outside the list is refused: codes are API."""
    with pytest.raises(InvalidValueError) as caught:
        Reason(code)
    assert caught.value.code == "unknown-reason"


def test_values() -> None:
    """Scores and reasons compare by content, hash, and survive pickling."""
    one = Scored(Decimal("1.50"), Fraction(3, 2), Fraction(2))
    other = NotScored(Reason("zero-target", leaves_out=True))
    for value in (one, other, other.reason):
        assert pickle.loads(pickle.dumps(value)) == value
        assert hash(pickle.loads(pickle.dumps(value))) == hash(value)
    assert one.reason is None
    assert (other.value, other.exact, other.achievement) == (None, None, None)
    assert Reason("zero-target") != Reason("zero-target", leaves_out=True)
    assert isinstance(dict(REASONS)["zero-target"], Text)
