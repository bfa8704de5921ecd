"""An evaluation: look-up, totals, completeness, digest and verification."""

import pickle
import sys
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from attrs.exceptions import FrozenInstanceError

from sakip import (
    BPK_OPINIONS,
    Evaluation,
    Level,
    NotApplicable,
    Period,
    Realization,
    Reference,
    Text,
    evaluate,
)
from sakip.errors import InvalidValueError, UnknownCodeError
from sakip.policies import KMK_127_2026, LKJIP
from sakip.scoring import (
    Floor,
    GeometricMean,
    GradeScale,
    IndicatorEvaluation,
    Mean,
    ObjectiveEvaluation,
    RatioOfSums,
    Reason,
    Round,
    Stage,
)
from tests.scoring.making import agreement, code_of, evaluated, target

GROUPS = [[target(10, code="A-1"), target(10, "minimize", "A-2")], [target(10, code="B-1")]]
GIVEN = [Realization("A-1", 9), Realization("A-2", 12), Realization("B-1", 10)]


def sample(**fields: Any) -> Evaluation:
    """Two objectives of two and one indicators."""
    return evaluate(agreement(*GROUPS), fields.pop("given", GIVEN), policy=fields.pop("policy", LKJIP), **fields)


class TestLookUp:
    def test_by_code_and_in_order(self) -> None:
        """Results are found by code, and walked in the order of the document."""
        found = sample()
        assert [one.code for one in found] == ["A-1", "A-2", "B-1"]
        assert len(found) == 3
        assert found["A-2"] == IndicatorEvaluation(found, 1)
        assert found["A-2"].target is GROUPS[0][1]
        assert found["B-1"].objective is found.agreement.objectives[1]
        assert found["A-2"].realizations == (GIVEN[1],)
        assert found.objectives[0] == ObjectiveEvaluation(found, 0)
        assert [one.code for one in found.objectives[0].indicators] == ["A-1", "A-2"]
        assert found.objectives[1].objective.name == "Sasaran 2"

    @pytest.mark.parametrize(("code", "near"), [("A1", ("A-1",)), ("zzz", ()), (5, ()), ("x" * 10**5, ())])
    def test_unknown_code(self, code: Any, near: tuple[str, ...]) -> None:
        """An unknown code is a KeyError that names those that look like it, or the first ones."""
        with pytest.raises(UnknownCodeError) as caught:
            sample()[code]
        assert set(near) <= {*caught.value.near}
        assert "A-1" in str(caught.value)
        assert len(str(caught.value)) < 1000
        assert isinstance(caught.value, KeyError)

    @pytest.mark.parametrize("code", [None, 0, 1.5, [1], {}, ("A-1",), b"A-1"])
    def test_no_code_at_all(self, code: Any) -> None:
        """What is no text is no code: the same error, short, whatever was given."""
        with pytest.raises(UnknownCodeError) as caught:
            sample()[code]
        assert caught.value.near == ()
        assert "Yang ada misalnya: A-1, A-2, B-1" in str(caught.value)
        assert code not in sample()

    def test_long_codes(self) -> None:
        """Codes of thousands of characters are named by their beginning."""
        made = agreement([target(10, code=f"{at}{'x' * 3900}") for at in range(9)])
        with pytest.raises(UnknownCodeError) as caught:
            evaluate(made, policy=LKJIP)["2x"]
        assert len(str(caught.value)) < 2000

    def test_contains(self) -> None:
        """A code is in an evaluation where it can be looked up."""
        found = sample()
        assert "A-1" in found
        assert "A1" not in found
        assert all(one.code in found for one in found)

    def test_values(self) -> None:
        """Scores, grades and steps at all three levels."""
        found = sample()
        assert [one.score.value for one in found] == [90, 80, 100]
        assert [(one.score.value, one.grade) for one in found.objectives] == [(85, "Tinggi"), (100, "Sangat Tinggi")]
        assert (found.score.value, found.grade, str(found.score.value)) == (Decimal("92.5"), "Sangat Tinggi", "92.50")
        assert found.score.achievement is None
        assert [step.value for step in found.steps] == [Fraction(185, 2)] * 2
        assert [step.value for step in found.objectives[0].steps] == [85, 85]
        assert [step.value for step in found["A-1"].steps] == [90, 90]
        assert found["A-1"].fact[:2] == (9 * 10**6, 10**7)

    def test_no_scale(self) -> None:
        """A policy without a scale gives no grade."""
        found = sample(policy=LKJIP.evolve(scale=None))
        assert (found.grade, found.objectives[0].grade, found["A-1"].grade) == (None, None, None)


class TestCompleteness:
    def test_final_provisional_withheld(self) -> None:
        """A total over some scores is provisional and says how much is known; over none there is none."""
        assert (sample().completeness, sample().known_share, sample().missing) == ("final", 1, ())
        partly = sample(given=GIVEN[:1])
        assert (partly.completeness, partly.score.value) == ("provisional", 90)
        assert [one.code for one in partly.missing] == ["A-2", "B-1"]
        assert partly.known_share == Fraction(1, 4)
        none = sample(given=[])
        assert (none.completeness, none.known_share, code_of(none.score)) == ("withheld", 0, "nothing-known")
        assert none.steps == none.objectives[0].steps == none["A-1"].steps == ()
        assert none.grade is None

    def test_withheld_by_policy(self) -> None:
        """A policy may withhold totals over part of the scores: the objective, and the whole."""
        policy = LKJIP.evolve(incomplete="withhold")
        assert sample(policy=policy).completeness == "final"
        partly = sample(policy=policy, given=GIVEN[1:])
        assert [code_of(partly.objectives[0].score), code_of(partly.score)] == ["withheld", "withheld"]
        assert partly.objectives[1].score.value == 100
        one = evaluated(*GROUPS[0], given={"A-1": 9}, policy=policy)
        assert (code_of(one.score), one.score.reason.text("en")) == (
            "withheld",
            "withheld; indicators without a score: 1",
        )

    def test_weight_of_what_is_known(self) -> None:
        """Under a weighted total the known share is by weight, under a mean of objectives by objective."""
        groups = [
            [target(10, code="A", weight=75), target(10, code="B", weight=25)],
            [target(10, code="C", weight=100)],
        ]
        given_ = [Realization("A", 5)]
        assert evaluate(agreement(*groups), given_, policy=LKJIP).known_share == Fraction(3, 8)
        weighted = LKJIP.evolve(total=LKJIP.objective)
        assert evaluate(agreement(*groups), given_, policy=weighted).known_share == Fraction(3, 8)
        left = evaluate(agreement(*groups), [*given_, Realization("C", NotApplicable("x"))], policy=LKJIP)
        assert left.known_share == Fraction(3, 4)
        assert left.completeness == "provisional"

    def test_an_objective_without_a_total_is_not_passed_over(self) -> None:
        """When scores of an objective cannot be aggregated the total is provisional, never silently the rest."""
        levels = [target(Level("WTP"), scale=BPK_OPINIONS, code="L")]
        given_ = [Realization("A", 5), Realization("L", Level("WTP"))]
        policy = LKJIP.evolve(objective=Stage(RatioOfSums(), [Round(2)]))
        found = evaluate(agreement([target(10, code="A")], levels), given_, policy=policy)
        assert code_of(found.objectives[1].score) == "not-additive"
        assert (found.score.value, found.completeness, found.missing) == (50, "provisional", ())
        withheld = policy.evolve(incomplete="withhold")
        assert code_of(evaluate(found.agreement, given_, policy=withheld).score) == "withheld"
        alone = evaluate(agreement(levels), given_[1:], policy=policy)
        assert (code_of(alone.score), alone.completeness) == ("not-additive", "withheld")

    def test_negative_geometric(self) -> None:
        """A negative score has no geometric mean, and the total says so."""
        policy = LKJIP.evolve(objective=Stage(GeometricMean(), [Round(2)]))
        found = evaluated(target(10, "minimize", "A"), target(10, code="B"), given={"A": 25, "B": 5}, policy=policy)
        assert code_of(found.score) == "negative-geometric"

    def test_not_reported_scores_zero_by_rule(self) -> None:
        """Where a rule says so what was not reported scores zero, and the explanation names the rule."""
        policy = LKJIP.evolve(not_reported="scores_zero", indicator=[Floor(0), Round(2)])
        found = sample(policy=policy, given=GIVEN[:1])
        assert [one.score.value for one in found] == [90, 0, 0]
        assert (found.score.value, found.completeness) == (Decimal("22.50"), "final")
        assert "Belum dilaporkan, menurut aturan bernilai 0 = 0" in found["B-1"].explain("id")
        assert "scores_zero" not in found.explain("id")
        assert found["B-1"].score.achievement is None
        assert found.rows()[2]["achievement"] is None


class TestGeometric:
    POLICY = LKJIP.evolve(objective=Stage(GeometricMean(), [Round(2)]), total=Stage(Mean(), [Round(2)]))

    def test_no_quotient(self) -> None:
        """A geometric mean has a rounded value and no exact quotient; what goes up is the rounded number."""
        found = evaluated(target(100, code="A"), target(100, code="B"), given={"A": 100, "B": 90}, policy=self.POLICY)
        objective = found.objectives[0]
        assert (objective.score.value, objective.score.exact) == (Decimal("94.87"), None)
        assert found.score.exact == Fraction(9487, 100)
        assert "≈ 94,868330" in found.explain("id")
        assert found.verify(found.digest)
        assert objective.grade == "Sangat Tinggi"

    def test_steps_after_the_rounding(self) -> None:
        """Further steps read the rounded number."""
        policy = LKJIP.evolve(objective=Stage(GeometricMean(), [Round(4), Round(0)]))
        found = evaluated(target(100, code="A"), target(100, code="B"), given={"A": 100, "B": 90}, policy=policy)
        assert found.objectives[0].score.exact == Fraction(948683, 10000)
        assert found.objectives[0].score.value == 95


class TestDigest:
    def test_same_inputs(self) -> None:
        """The same inputs have the same digest, in any order; 64 hexadecimal digits."""
        found = sample()
        other = evaluate(agreement(GROUPS[1], GROUPS[0][::-1]), GIVEN[::-1], policy=LKJIP)
        # The objectives are named by their place here, so the same two under their own names:
        renamed = [
            evolve(one, name=name)
            for one, name in zip(other.agreement.objectives, ("Sasaran 2", "Sasaran 1"), strict=True)
        ]
        again = evaluate(evolve(other.agreement, objectives=renamed), GIVEN[::-1], policy=LKJIP)
        assert found.digest == again.digest == sample().digest
        assert len(found.digest) == 64
        assert set(found.digest) <= set("0123456789abcdef")
        assert again.verify(found.digest)

    @pytest.mark.parametrize(
        "other",
        [
            lambda: sample(given=[*GIVEN[:2], Realization("B-1", "10.000001")]),
            lambda: sample(given=[*GIVEN[:2], Realization("B-1", 10, status="final")]),
            lambda: sample(given=[*GIVEN[:2], Realization("B-1", 10, obstacle="hujan")]),
            lambda: sample(policy=LKJIP.evolve(edition="2", id="lkjip")),
            lambda: sample(policy=evolve(LKJIP, edition="2")),
            lambda: sample(policy=evolve(LKJIP, title=Text("lain", "other"))),
            lambda: sample(policy=evolve(LKJIP, reference=Reference("lain", certainty="read"))),
            lambda: sample(policy=LKJIP.evolve(carry="rounded")),
            lambda: sample(period=Period.quarter(2025, 1)),
            lambda: evaluate(agreement(*GROUPS, code="PK-2"), GIVEN, policy=LKJIP),
            lambda: evaluate(agreement([*GROUPS[0], *GROUPS[1]]), GIVEN, policy=LKJIP),
        ],
        ids=range(11),
    )
    def test_anything_else_is_another_digest(self, other: Any) -> None:
        """A number, a status, a text, an edition, a reference, a scope, the make-up of an objective each change it."""
        assert other().digest != sample().digest
        assert other().verify(other().digest)
        assert not other().verify(sample().digest)


class TestVerify:
    def test_untouched(self) -> None:
        """An evaluation that nobody touched follows from its inputs, with or without the published digest."""
        found = sample()
        assert found.verify()
        assert found.verify(found.digest)
        assert not found.verify(found.digest[::-1])
        assert not found.verify("")

    @pytest.mark.parametrize(
        "tamper",
        [
            lambda _: {"total_recorded": ((100, 1), (10000, 100))},
            lambda _: {"total_recorded": Reason("nothing-known")},
            lambda found: {"objectives_recorded": (((99, 1), (9900, 100)), found.objectives_recorded[1])},
            lambda found: {"traces_recorded": (((100, 1), (10000, 100)), *found.traces_recorded[1:])},
            lambda found: {"traces_recorded": found.traces_recorded[:1]},
            lambda found: {"facts_recorded": (Reason("not-reported"), *found.facts_recorded[1:])},
            lambda _: {"realizations": (Realization("A-1", 10), *GIVEN[1:])},
            lambda _: {"realizations": GIVEN[1:]},
            lambda _: {"realizations": (*GIVEN, Realization("unknown", 1))},
            lambda _: {"policy": evolve(LKJIP, edition="2")},
            lambda _: {"policy": LKJIP.evolve(indicator=Round(0))},
            lambda _: {"policy_recorded": ("lkjip", "0")},
            lambda _: {"agreement": agreement([target(9, code="A-1"), GROUPS[0][1]], GROUPS[1])},
            lambda _: {"agreement": agreement()},
            lambda _: {"period": Period.quarter(2025, 1)},
            lambda _: {"through": Period.year(2024)},
        ],
        ids=range(16),
    )
    def test_tampered(self, tamper: Any) -> None:
        """A changed step, input, scope or edition fails, with and without the digest, and never raises."""
        found = sample()
        forged = evolve(found, **tamper(found))
        assert not forged.verify(found.digest)
        assert not forged.verify()

    def test_a_change_that_moves_no_number(self) -> None:
        """Another name of an indicator moves no number: only the published digest shows it."""
        found = sample()
        renamed = evolve(GROUPS[0][0], indicator=evolve(GROUPS[0][0].indicator, name="Nama lain"))
        forged = evolve(found, agreement=agreement([renamed, GROUPS[0][1]], GROUPS[1]))
        assert forged.verify()
        assert not forged.verify(found.digest)

    def test_an_exchanged_policy(self) -> None:
        """Another scale under the same id and edition gives another grade and the same steps: the digest shows it."""
        found = sample()
        other = GradeScale([(None, "Gagal"), (99, "Lulus")], closed="lower")
        forged = evolve(found, policy=evolve(LKJIP, scale=other))
        assert (found.grade, forged.grade) == ("Sangat Tinggi", "Gagal")
        assert forged.verify()
        assert not forged.verify(found.digest)


class TestScope:
    QUARTERS = Period.year(2025).parts("quarter")

    @pytest.mark.parametrize(
        ("asked", "scope", "title"),
        [
            ({}, ("year", Period.year(2025)), "Tahun 2025"),
            ({"period": Period.year(2025)}, ("year", Period.year(2025)), "Tahun 2025"),
            ({"through": Period.year(2025)}, ("year", Period.year(2025)), "Tahun 2025"),
            ({"period": QUARTERS[1]}, ("period", QUARTERS[1]), "Triwulan II 2025"),
            ({"through": QUARTERS[1]}, ("through", QUARTERS[1]), "sampai dengan Triwulan II 2025"),
        ],
        ids=str,
    )
    def test_every_title_names_it(self, asked: Any, scope: Any, title: str) -> None:
        """Table, explanation and rows name what was judged; so does the summary, the year apart."""
        made = agreement([target(40, consolidation="sum", trajectory=dict.fromkeys(self.QUARTERS, 10))])
        given_ = [Realization("IKU-1", 9, period=quarter) for quarter in self.QUARTERS]
        found = evaluate(made, given_, policy=LKJIP, **asked)
        assert found.scope == scope
        assert found.text().splitlines()[0] == f"PK-1 — Kepala Dinas, {title}"
        assert found.explain().splitlines()[0] == f"Perjanjian PK-1, {title}: Kepala Dinas"
        assert (f" {title} bernilai 90,00" in found.summary()) == (scope[0] != "year")
        assert [(row["scope"], row["period"]) for row in found.rows()] == [(scope[0], scope[1].code)]


class TestDoors:
    @pytest.mark.parametrize("width", [0, -1, 19, 1001, "80"])
    def test_widths(self, width: Any) -> None:
        """A width out of range is refused wherever lines are broken."""
        found = sample()
        for call in (found.explain, found.summary, found.text, found["A-1"].explain):
            with pytest.raises(InvalidValueError, match="width"):
                call(width=width)
            assert max(map(len, call(width=60).splitlines())) <= 60

    @pytest.mark.parametrize("lang", ["fr", "", None, 5])
    def test_languages(self, lang: Any) -> None:
        """So is another language."""
        found = sample()
        for call in (found.explain, found.summary, found.text, found.table, found["A-1"].explain):
            with pytest.raises(InvalidValueError, match="unknown language"):
                call(lang)

    @pytest.mark.parametrize("numbers", ["xx", None, "Decimal", ["text"]])
    def test_numbers(self, numbers: Any) -> None:
        """So is another form of numbers."""
        with pytest.raises(InvalidValueError) as caught:
            sample().rows(numbers=numbers)
        assert caught.value.code == "unknown-numbers"


class TestWork:
    """A portfolio of thousands of indicators is told in time that grows with their number, and not with its square."""

    @staticmethod
    def work(call: Any) -> int:
        """How many instructions of the interpreter a call takes."""
        count = 0

        def counted(frame: Any, event: str, _: Any) -> Any:
            nonlocal count
            frame.f_trace_opcodes, frame.f_trace_lines = True, False
            count += event == "opcode"
            return counted

        before = sys.gettrace()
        sys.settrace(counted)
        try:
            call()
        finally:
            sys.settrace(before)
        return count

    @staticmethod
    def large(size: int) -> Evaluation:
        """Three indicators an objective, one of them without a score."""
        groups = [[target(10, code=f"I-{at}-{place}") for place in range(3)] for at in range(size)]
        given_ = [Realization(f"I-{at}-{place}", 9) for at in range(size) for place in range(2)]
        return evaluate(agreement(*groups), given_, policy=LKJIP)

    @pytest.mark.parametrize("name", ["explain", "summary", "rows", "table", "contributions", "missing"])
    def test_linear(self, name: str) -> None:
        """Four times the indicators take about four times the instructions."""
        few, many = self.large(8), self.large(32)
        calls = [(lambda one=one: found() if callable(found := getattr(one, name)) else found) for one in (few, many)]
        for call in calls:
            call()
        less, more = (self.work(call) for call in calls)
        assert more < 5 * less

    def test_grouped_once(self) -> None:
        """However many indicators ask for their realizations, all of them are walked through once."""
        walks: list[int] = []

        class Counted(tuple[Realization, ...]):
            __slots__ = ()

            def __iter__(self) -> Any:
                walks.append(1)
                return super().__iter__()

        found = evolve(self.large(8), realizations=Counted(self.large(8).realizations))
        found.explain()
        found.rows()
        assert [len(one.realizations) for one in found] == [1, 1, 0] * 8
        assert walks == [1]


class TestValue:
    def test_frozen_and_equal(self) -> None:
        """Evaluations compare and hash by content, survive pickling, and cannot be changed in place."""
        found = sample()
        again = pickle.loads(pickle.dumps(found))
        assert again == found == sample()
        assert hash(again) == hash(found)
        assert again.digest == found.digest
        with pytest.raises(FrozenInstanceError):
            found.policy = KMK_127_2026

    def test_repr_is_short(self) -> None:
        """The repr names the document and the policy, no person and no numbers."""
        text = repr(sample())
        assert "PK-1" in text
        assert "lkjip" in text
        assert "Kepala" not in text
        assert len(text) < 300
        assert len(repr(sample()["A-1"])) < 100


def test_a_long_code_is_shown_shortened_where_an_indicator_is_missing() -> None:
    """The error names the agreement by the first 64 signs of its code."""
    with pytest.raises(UnknownCodeError) as caught:
        evaluate(agreement([target(1)], code="P" * 65), policy=LKJIP)["X"]
    assert caught.value.path == f"evaluation[{'P' * 64}]"
