"""The summary says nothing that the rows deny."""

import re
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from sakip import Agreement, Evaluation, Indicator, NotApplicable, NotReported, Realization, evaluate, parse_number
from sakip.policies import KMK_127_2026, LKJIP, PERMENPANRB_8_2021
from sakip.scoring import (
    Cap,
    Floor,
    GeometricMean,
    Maximum,
    Mean,
    Minimum,
    Policy,
    RatioOfSums,
    Round,
    Stage,
    Sum,
    WeightedMean,
    Weights,
)
from sakip.testing import numbers
from tests.scoring.making import agreement, target

AGGREGATIONS = st.sampled_from([WeightedMean(), Mean(), Sum(), Minimum(), Maximum(), GeometricMean()])
CHAINS = st.sampled_from(
    [
        (Round(2),),
        (Floor(0), Cap(120), Round(2)),
        (Cap(80), Round(1)),
        (Floor(100), Round(2)),
        (Round(0), Floor(99), Round(2)),
    ]
)
STATES = st.sampled_from([NotReported(), NotApplicable("tidak ada"), None])
ROWS = st.tuples(
    st.sampled_from(["maximize", "minimize"]),
    numbers(0, 20),
    st.one_of(numbers(-1, 30), numbers(9, 11), STATES),
    numbers(1, 9),
)


@st.composite
def policies(draw: Any) -> Policy:
    """A regime, or one with other steps and settings."""
    base = draw(st.sampled_from([LKJIP, LKJIP, KMK_127_2026, PERMENPANRB_8_2021]))
    if draw(st.booleans()):
        return evolve(base, weights=Weights(total=None, per="objective", absent="equal"))
    chain = draw(CHAINS)
    return LKJIP.evolve(
        weights=Weights(total=None, per="objective", absent="equal"),
        indicator=chain,
        objective=Stage(draw(st.one_of(AGGREGATIONS, st.just(RatioOfSums()))), [Round(2), *draw(CHAINS)]),
        total=Stage(draw(AGGREGATIONS), [Round(draw(st.integers(0, 3))), *draw(CHAINS)]),
        zero_target=draw(st.sampled_from(["not_computable", "exclude", "met_is_100"])),
        not_reported=draw(st.sampled_from(["reason", "scores_zero"])) if chain[0] == Floor(0) else "reason",
        incomplete=draw(st.sampled_from(["provisional", "withhold"])),
        carry=draw(st.sampled_from(["exact", "rounded"])),
    )


@st.composite
def evaluations(draw: Any) -> Evaluation:
    """A few objectives of a few indicators each, under any policy."""
    groups, delivered = [], []
    for at in range(draw(st.integers(1, 3))):
        group = []
        for place, (polarity, promised, amount, weight) in enumerate(draw(st.lists(ROWS, min_size=1, max_size=3))):
            code = f"I-{at}-{place}"
            group.append(target(promised, polarity, code, name=f"Cakupan {code}", weight=weight))
            if amount is not None:
                delivered.append(Realization(code, amount))
        groups.append(group)
    return evaluate(agreement(*groups), delivered, policy=draw(policies()))


def number(text: str) -> Fraction:
    """A number of an English sentence."""
    return Fraction(parse_number(text, "en"))


class TestSummary:
    """Ringkasan bagi yang tidak memrogram: all of it must be true, since nobody will look it up."""

    @settings(max_examples=300)
    @given(found=evaluations())
    def test_every_sentence_is_true(self, found: Evaluation) -> None:
        """Score and grade, the counts, and the largest cause are those of the evaluation and of its rows."""
        first, second, third = re.split(r"(?<=\.) ", found.summary("en"))
        self.check_first(first, found)
        self.check_second(second, found)
        self.check_third(third.removesuffix("."), found)
        assert len(re.split(r"(?<=\.) ", found.summary("id"))) == 3

    @staticmethod
    def check_first(sentence: str, found: Evaluation) -> None:
        """The printed score, its grade, and whether it is provisional; or why there is none."""
        if found.score.value is None:
            waits = {"not-reported", "period-missing", "awaiting-release", "below-minimum-status"}
            assert ("yet" in sentence) == any(one.trace.code in waits for one in found.missing)
            assert found.score.reason.text("en") in sentence
            return
        told = re.fullmatch(
            r"The performance of Kepala Dinas scores (\S+?)"
            r"(?:, grade (.+?)( by the (?:exact number \S+(?: \(≈ \S+\))?|number before rounding))?"
            r"|, below the lowest class)?( \(provisional\))?\.",
            sentence,
        )
        assert told is not None
        assert number(told[1]) == Fraction(found.score.value)
        assert told[2] == found.grade
        scale = found.policy.scale
        assert bool(told[3]) == (scale is not None and scale.grade(Fraction(found.score.value)) != found.grade)
        assert ("below the lowest class" in sentence) == (scale is not None and found.grade is None)
        assert bool(told[4]) == (found.completeness == "provisional")

    @staticmethod
    def check_second(sentence: str, found: Evaluation) -> None:
        """Each row is counted once, under its status; what was not reported by itself, scored by rule or not."""
        rows = found.rows()
        silent = [row["realization"] is None and row["reason"] in {None, "not-reported"} for row in rows]
        counts = {
            status: sum(row["status"] == status and not mute for row, mute in zip(rows, silent, strict=True))
            for status in ("met", "missed", "not_scored", "left_out")
        }
        told = re.fullmatch(
            r"Of (\d+) indicators?, (\d+) met, (\d+) missed, (\d+) not reported( \(scored by rule\))?"
            r"(?:, (\d+) without a score \((.+?)\))?(?:, (\d+) left out \((.+)\))?\.",
            sentence,
        )
        assert told is not None
        everything, met, missed, unreported = (int(told[at]) for at in (1, 2, 3, 4))
        assert (everything, met, missed) == (len(rows), counts["met"], counts["missed"])
        assert unreported == sum(silent)
        assert bool(told[5]) == any(mute and row["score"] is not None for row, mute in zip(rows, silent, strict=True))
        assert (int(told[6] or 0), int(told[8] or 0)) == (counts["not_scored"], counts["left_out"])
        for words, status in ((told[7], "not_scored"), (told[9], "left_out")):
            assert not words or any(one.status == status and one.trace.text("en") in words for one in found)

    def check_third(self, sentence: str, found: Evaluation) -> None:
        """The largest cause takes the most points away; where there is none nobody is blamed."""
        shares = {one.name.en: one.points for one in found.contributions() if one.code is not None}
        most = max(shares.values(), default=Fraction(0))
        if sentence.startswith("The largest cause"):
            told = re.fullmatch(
                r"The largest causes? (?:is|are) (.+?), (?:each of )?which takes away (less than )?(\S+) points; (.+)",
                sentence,
            )
            assert told is not None
            named = re.findall(r"Cakupan I-\d-\d", told[1])
            assert named
            assert {shares[name] for name in named} == {most}
            assert (most < number(told[3])) if told[2] else abs(most - number(told[3])) <= Fraction(1, 200)
            assert most > 0
            self.check_distance(told[4], found)
            return
        assert most <= 0
        if sentence.startswith("No indicator takes"):
            missed = sum(row["status"] == "missed" for row in found.rows() if row["realization"] is not None)
            assert (f"({missed} missed)" in sentence) == bool(missed)
            assert not found.missing
            self.check_distance(sentence.partition("; ")[2], found)
        elif sentence.startswith(("To be completed first", "Without a score")):
            named = re.findall(r"Cakupan (I-\d-\d)", sentence)
            assert named
            assert set(named) <= {row["indicator"] for row in found.rows() if row["score"] is None}
        elif sentence == "No indicator counts":
            assert {one.status for one in found} == {"left_out"}
        else:
            assert sentence == "The scores there are cannot be combined"
            assert found.score.value is None
            assert not found.missing
            assert any(one.score.value is not None for one in found)

    @staticmethod
    def check_distance(words: str, found: Evaluation) -> None:
        """The distance is that of the printed total; exactly 100 is said of what is exactly 100 alone."""
        distance = 100 - Fraction(found.score.value)
        if not distance:
            exact = found.score.exact
            if exact is not None:
                assert words == ("the total is exactly 100" if exact == 100 else "the total rounds to 100")
            return
        told = re.fullmatch(r"the total is (\S+) points? (below|above) 100", words)
        assert told is not None
        assert number(told[1]) * (1 if told[2] == "below" else -1) == distance


def test_reader_notices_a_wrong_sentence() -> None:
    """The reader of these tests counts for itself."""
    made: Agreement = agreement([target(10, code="I-0-0", name="Cakupan I-0-0")])
    found = evaluate(made, [Realization("I-0-0", 9)], policy=LKJIP)
    assert isinstance(found["I-0-0"].target.indicator, Indicator)
    TestSummary.check_second("Of 1 indicator, 0 met, 1 missed, 0 not reported.", found)
    for wrong in (
        "Of 1 indicator, 1 met, 0 missed, 0 not reported.",
        "Of 1 indicator, 0 met, 1 missed, 1 not reported.",
    ):
        with pytest.raises(AssertionError):
            TestSummary.check_second(wrong, found)
    with pytest.raises(AssertionError):
        TestSummary.check_distance("the total is exactly 100", found)
