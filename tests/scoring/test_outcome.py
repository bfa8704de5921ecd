"""A score is a value or a coded reason, never a bare number."""

import pickle
from decimal import Decimal
from fractions import Fraction
from string import Formatter
from typing import Any

import pytest

from sakip.errors import InvalidValueError
from sakip.scoring import REASONS, NotScored, Reason, Scored
from sakip.scoring.outcome import decimals_of

# Codes are part of the interface: one that goes, or is written otherwise, breaks somebody's program.
CODES = {
    "not-reported": (),
    "not-applicable": ("why",),
    "awaiting-release": ("source",),
    "period-missing": ("periods",),
    "not-due": ("period",),
    "no-consolidation": (),
    "period-outside-plan": ("periods",),
    "not-poolable": (),
    "below-minimum-status": ("status", "minimum"),
    "kind-mismatch": (),
    "zero-target": (),
    "zero-target-excluded": (),
    "no-worst-value": (),
    "needs": ("what",),
    "outside-domain": ("formula",),
    "target-not-above-baseline": (),
    "target-not-below-baseline": (),
    "ordinal-shortfall": ("level", "relation", "target"),
    "level-unknown": ("level",),
    "no-scale": (),
    "late": ("days",),
    "no-rule": ("what",),
    "negative-geometric": (),
    "weights-too-fine": (),
    "not-additive": (),
    "nothing-known": (),
    "withheld": ("missing",),
    "input-refused": ("count",),
    "rule-failed": ("rule", "error"),
    "own-rule": ("why",),
}


class TestReason:
    """Why there is no score, with a stable code."""

    def test_codes_are_stable(self) -> None:
        """Every code that was ever given out is still there, with its arguments in both languages."""
        known = dict(REASONS)
        assert len(known) == len(REASONS)
        for code, arguments in CODES.items():
            for template in (known[code].id, known[code].en):
                assert {name for _, name, _, _ in Formatter().parse(template) if name} == set(arguments)

    @pytest.mark.parametrize("code", [code for code, _ in REASONS])
    def test_texts(self, code: str) -> None:
        """Each sentence takes its arguments in both languages, and leaves no place for one empty."""
        names = {name for _, name, _, _ in Formatter().parse(dict(REASONS)[code].id) if name}
        reason = Reason(code, [(name, f"<{name}>") for name in sorted(names)])
        for lang in ("id", "en"):
            written = reason.text(lang)
            assert "{" not in written
            assert all(f"<{name}>" in written for name in names)
        assert reason.text() == reason.text("id")

    def test_numbers_in_a_text(self) -> None:
        """A number in a sentence is written the way of its language."""
        late = Reason("late", [("days", 1234)])
        assert late.text().startswith("terlambat 1.234 hari")
        assert late.text("en").startswith("late, days of delay: 1,234;")

    @pytest.mark.parametrize("code", ["", "Zero-target", "zero_target", None, 1, ("late",), ["late"]], ids=repr)
    def test_unknown_code(self, code: Any) -> None:
        """No other code is a reason."""
        with pytest.raises(InvalidValueError, match=r"Reason\.own") as caught:
            Reason(code)
        assert (caught.value.code, caught.value.path) == ("unknown-reason", "Reason.code")

    def test_own(self) -> None:
        """A rule of one's own gives a reason in its own words, which are never read as a template."""
        reason = Reason.own("data {0} belum lengkap %s")
        assert (reason.code, reason.arguments) == ("own-rule", (("why", "data {0} belum lengkap %s"),))
        assert reason.text() == reason.text("en") == "data {0} belum lengkap %s"
        assert not reason.leaves_out

    @pytest.mark.parametrize("code", [code for code, _ in REASONS])
    def test_arguments_are_those_of_the_sentence(self, code: str) -> None:
        """A missing, a surplus or a doubled argument is refused with the names that the sentence has."""
        names = sorted(dict(REASONS)[code].names)
        asked = [(name, 1) for name in names]
        assert Reason(code, asked).arguments == tuple(asked)
        for wrong in ([*asked, ("surplus", 1)], asked[1:] if asked else [("why", 1)], [*asked, *asked, ("x", 1)]):
            with pytest.raises(InvalidValueError) as caught:
                Reason(code, wrong)
            assert caught.value.code == "reason-arguments"
            assert all(name in str(caught.value) for name in names)

    @pytest.mark.parametrize(
        "arguments", [5, "days", [1], [("days",)], [("days", 1, 2)], [("days", 1.5)], [("days", None)]]
    )
    def test_malformed_arguments(self, arguments: Any) -> None:
        """What is no list of pairs, or cannot be written exactly, is refused by name."""
        with pytest.raises(InvalidValueError, match=r"Reason\.arguments"):
            Reason("late", arguments)

    def test_words_of_others_stay_on_one_line(self) -> None:
        """Line ends, directions and escapes in someone's words can neither forge a line nor steer a terminal."""
        forged = "gagal\n  Nilai: 100,00\r\n\x1b[2J\u202e\u2028x"
        kept = "gagal Nilai: 100,00 \\x1b[2J\\u202e x"
        for reason in (Reason.own(forged), Reason("not-applicable", [("why", forged)])):
            assert dict(reason.arguments)["why"] == kept
            assert reason.text().endswith(kept)
        assert Reason.own("ya " * 133 + "y").text() == "ya " * 133 + "y"
        cut = Reason.own("ya " * 133 + "ya").text()
        assert (len(cut), cut[-1]) == (400, "…")

    def test_value(self) -> None:
        """A reason is a value: its pairs are a tuple, it is hashable, and leaving out is part of it."""
        reason = Reason("late", [("days", 3)])
        assert reason == Reason("late", (("days", 3),)) != Reason("late", [("days", 4)])
        assert reason.arguments == (("days", 3),)
        assert pickle.loads(pickle.dumps(reason)) == reason
        assert hash(reason) == hash(Reason("late", [("days", 3)]))
        assert Reason("zero-target", leaves_out=True) != Reason("zero-target")
        assert Reason("zero-target").arguments == ()


class TestScore:
    """A value with its exact number, or a reason, and never both."""

    def test_scored(self) -> None:
        """A score that exists has no reason, and may lack the achievement and the exact number."""
        score = Scored(Decimal("66.67"), Fraction(200, 3), Fraction(200, 3))
        assert (score.value, score.exact, score.achievement) == (Decimal("66.67"), Fraction(200, 3), Fraction(200, 3))
        assert score.reason is None
        assert Scored(Decimal(1), None).achievement is None

    def test_not_scored(self) -> None:
        """Without a score there is a reason and no number at all: it is never zero."""
        score = NotScored(Reason("not-reported"))
        assert (score.value, score.exact, score.achievement) == (None, None, None)
        assert score.reason.code == "not-reported"
        assert score != Scored(Decimal(0), Fraction(0))

    @pytest.mark.parametrize("field", ["value", "exact", "achievement"])
    def test_no_number_beside_a_reason(self, field: str) -> None:
        """A reason takes no number, and a value takes no reason."""
        with pytest.raises(TypeError):
            NotScored(Reason("not-reported"), **{field: 0})
        with pytest.raises(TypeError):
            Scored(Decimal(1), None, reason=Reason("not-reported"))  # type: ignore[call-arg]

    @pytest.mark.parametrize(
        "score", [Scored(Decimal("50.00"), Fraction(50)), NotScored(Reason("late", [("days", 3)]))], ids=["one", "none"]
    )
    def test_value(self, score: Any) -> None:
        """A score is a value: itself again after pickling, hashable, and it cannot be changed."""
        again = pickle.loads(pickle.dumps(score))
        assert again == score
        assert hash(again) == hash(score)
        with pytest.raises(AttributeError):
            score.value = Decimal(100)


def test_decimals() -> None:
    """The decimals to which a number was rounded."""
    assert [decimals_of(Decimal(text)) for text in ("50", "50.0", "50.000")] == [0, 1, 3]


def test_a_score_as_text() -> None:
    """The rounded number with all its decimals, the way of the language; without one the reason in words."""
    scored = Scored(Decimal("1095.00"), Fraction(1095))
    assert (scored.text(), scored.text("en")) == ("1.095,00", "1,095.00")
    none = NotScored(Reason("not-reported"))
    assert (none.text(), none.text("en")) == ("realisasi belum dilaporkan", "the realization was not reported")
    for score in (scored, none):
        with pytest.raises(InvalidValueError):
            score.text("fr")  # type: ignore[arg-type]
