"""From an agreement and its realizations to an evaluation; what bad input gets."""

import decimal
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from sakip import (
    Agreement,
    Components,
    Evaluation,
    Indicator,
    NotApplicable,
    Period,
    Range,
    Realization,
    Target,
    check,
    evaluate,
    evaluate_many,
    score,
)
from sakip.errors import InputError, InvalidValueError
from sakip.policies import KMK_127_2026, LKJIP, LKJIP_WEIGHTED
from sakip.scoring import COLUMNS, NotEvaluated, NotScored, Policy, Scored, Weights
from sakip.testing import agreements_with_realizations
from tests.scoring.making import agreement, code_of, evaluated, target

YEAR = Period.year(2025)
QUARTERS = YEAR.parts("quarter")
Q1 = QUARTERS[0]
RELATIVE = Weights(total=None, per="objective", absent="equal")


def refused(*arguments: Any, **named: Any) -> InputError:
    """The error of an evaluation that is refused."""
    with pytest.raises(InputError) as caught:
        evaluate(*arguments, **{"policy": LKJIP, **named})
    return caught.value


class TestRefusedInput:
    """Blocking findings make one InputError with the whole report, and nothing half-built."""

    @pytest.mark.parametrize(
        ("made", "given_", "policy", "code"),
        [
            (agreement([target(1), target(2)]), [], LKJIP, "TGT-DUPLICATE"),
            (agreement([target(1)], [target(2)]), [], LKJIP, "TGT-DUPLICATE"),
            (agreement([target(1)]), [Realization("IKU-9", 1)], LKJIP, "REA-UNKNOWN"),
            (
                agreement([target(1)]),
                [Realization("IKU-1", 1, period=Period.quarter(2024, 1))],
                LKJIP,
                "REA-OUT-OF-YEAR",
            ),
            (agreement([target(1)]), [Realization("IKU-1", 1), Realization("IKU-1", 1)], LKJIP, "REA-DUPLICATE"),
            (
                agreement([target(1)]),
                [Realization("IKU-1", 1), Realization("IKU-1", 2, period=YEAR)],
                LKJIP,
                "REA-DUPLICATE",
            ),
            (
                agreement([target(1)]),
                [Realization("IKU-1", 1, period=Q1), Realization("IKU-1", 2, period=Q1)],
                LKJIP,
                "REA-DUPLICATE",
            ),
            (agreement([target(1, weight=99)]), [], LKJIP, "WGT-SUM"),
            (agreement([target(1, weight="100.000001")]), [], LKJIP, "WGT-SUM"),
            (agreement([target(1, weight=50), target(1, code="B")]), [], LKJIP, "WGT-PARTIAL"),
            (agreement([target(1, weight=50)], [target(1, code="B", weight=100)]), [], LKJIP, "WGT-SUM"),
            (agreement([target(1)]), [], LKJIP_WEIGHTED, "WGT-MISSING"),
            (agreement(), [], LKJIP, "AGR-EMPTY"),
            (agreement([]), [], LKJIP, "AGR-EMPTY"),
            # What the policy cannot score is told beside what blocks.
            (agreement([target(Range(8, 9), "stabilize")]), [Realization("X", 1)], LKJIP, "REA-UNKNOWN"),
        ],
    )
    def test_one_error(self, made: Agreement, given_: list[Realization], policy: Policy, code: str) -> None:
        """The error holds the report of `check`, names what is wrong in both languages, and every finding at once."""
        error = refused(made, given_, policy=policy)
        assert code in {finding.code for finding in error.report.blocking}
        assert error.report == check(made, given_, policy)
        assert (error.code, error.path) == ("input-refused", f"agreement[{made.code}]")
        for finding in error.report.blocking:
            assert finding.text("id") in error.problem[0]
            assert finding.text("en") in error.problem[1]

    def test_everything_at_once(self) -> None:
        """Three faults are one error with three blocking findings, and the harmless findings beside them."""
        made = agreement([target(1, weight=5), target(2, weight=5)])
        report = refused(made, [Realization("X", 1), Realization("Y", 1)]).report
        assert {finding.code for finding in report.blocking} == {"TGT-DUPLICATE", "REA-UNKNOWN", "WGT-SUM"}
        assert len(report) > len(report.blocking)

    @pytest.mark.parametrize("per", ["objective", "agreement"])
    @settings(max_examples=60)
    @given(
        case=agreements_with_realizations(rich=True),
        change=st.integers(0, 5),
        absent=st.sampled_from(["equal", "refuse"]),
    )
    def test_agrees_with_check(
        self, per: Any, case: tuple[Agreement, tuple[Realization, ...]], change: int, absent: Any
    ) -> None:
        """`evaluate` refuses exactly what `check` finds blocking."""
        made, given_ = case
        if change == 1:
            given_ = (*given_, Realization("tidak ada", 1))
        elif change == 2 and given_:
            given_ = (*given_, evolve(given_[0], period=Period.year(2025)))
        elif change == 3 and given_:
            given_ = (evolve(given_[0], period=Period.year(2024)), *given_[1:])
        elif change == 4:
            made = evolve(made, objectives=[*made.objectives, *made.objectives])
        policy = LKJIP_WEIGHTED.evolve(weights=Weights(total=100 if change else None, per=per, absent=absent))
        blocking = check(made, given_, policy).blocking
        if blocking:
            assert refused(made, given_, policy=policy).report.blocking == blocking
        else:
            assert isinstance(evaluate(made, given_, policy=policy), Evaluation)

    @pytest.mark.parametrize(
        "given_", [["IKU-1"], [None], [("IKU-1", 1)], [Target(Indicator("A", "A", polarity="maximize"), 1)]]
    )
    def test_not_even_a_realization(self, given_: list[Any]) -> None:
        """Something else among the realizations is named with its place."""
        with pytest.raises(InvalidValueError) as caught:
            evaluate(agreement([target(1)]), given_, policy=LKJIP)
        assert "realizations[0]" in caught.value.path

    @pytest.mark.parametrize("given_", [Realization("IKU-1", 1), None, 5, evaluate])
    def test_no_list(self, given_: Any) -> None:
        """One realization without its brackets is refused with how a list is written."""
        with pytest.raises(InvalidValueError) as caught:
            evaluate(agreement([target(1)]), given_, policy=LKJIP)
        assert (caught.value.code, caught.value.path) == ("not-a-list", "evaluate.realizations")

    def test_own_iterator_keeps_its_error(self) -> None:
        """What a caller's iterator raises is the caller's, even a TypeError, with the cause that it names."""
        cause = OSError("disk")

        def broken() -> Iterator[Realization]:
            yield Realization("IKU-1", 1)
            message = "mine"
            raise TypeError(message) from cause

        with pytest.raises(TypeError, match="mine") as caught:
            evaluate(agreement([target(1)]), broken(), policy=LKJIP)
        assert caught.value.__cause__ is cause

    def test_many_go_on_after_an_error_that_cannot_be_written(self) -> None:
        """An error whose own text fails is told by its name, and the next item has its turn."""

        class UnwritableError(Exception):
            def __str__(self) -> str:
                raise ValueError

        def broken() -> Iterator[Realization]:
            yield Realization("IKU-1", 1)
            raise UnwritableError

        found = list(evaluate_many([(agreement([target(1)]), broken()), (agreement([target(1)]), [])], policy=LKJIP))
        assert [type(one).__name__ for one in found] == ["NotEvaluated", "Evaluation"]
        assert found[0].summary("en").endswith("cannot be read: UnwritableError.")

    def test_many_name_what_is_no_realization(self) -> None:
        """A thing among the realizations is named with its place and what it is."""
        (found,) = evaluate_many([(agreement([target(1)]), [Realization("IKU-1", 1), "\x1b[31m5"])], policy=LKJIP)  # type: ignore[list-item]
        assert found.summary("en").endswith(r"cannot be read: realizations[1] = '\x1b[31m5': not a Realization.")
        assert found.summary("id").endswith(r"tidak dapat dibaca: realizations[1] = '\x1b[31m5': bukan Realization.")

    def test_numbers_and_polarity_are_refused_at_the_door(self) -> None:
        """A float, NaN, a huge exponent, a swapped range and a missing polarity never reach the engine."""
        for amount in (1.5, Decimal("NaN"), "1e999999999", Decimal("1e999999999"), "9" * 10**6, "٤٢", "1.234,5", True):
            with pytest.raises(InvalidValueError):
                target(amount)
            with pytest.raises(InvalidValueError):
                score(target(1), amount, policy=LKJIP)
        with pytest.raises(InvalidValueError):
            Range(90, 80)
        with pytest.raises(InvalidValueError) as caught:
            Indicator("A", "A")
        assert caught.value.code == "polarity-missing"


class TestScope:
    @pytest.mark.parametrize(
        "scope",
        [
            {"period": Q1, "through": Q1},
            {"period": Period.quarter(2024, 4)},
            {"through": Period.year(2026)},
            {"period": Period.year(2025, starts=4)},
        ],
    )
    def test_refused(self, scope: dict[str, Period]) -> None:
        """One of period and through, inside the agreement's year."""
        with pytest.raises(InvalidValueError) as caught:
            evaluate(agreement([target(1)]), [], policy=LKJIP, **scope)
        error = caught.value
        assert (error.code, error.path) == ("scope-outside-year", "evaluate")
        assert error.value == (scope.get("period"), scope.get("through"))
        assert all("period" in part and "through" in part for part in error.problem)
        assert error.way_out == ("Pilih periode di dalam Tahun 2025", "Choose a period inside Year 2025")

    def test_the_year_itself(self) -> None:
        """The whole year as a period, or through its end, is the year."""
        made, given_ = agreement([target(10)]), [Realization("IKU-1", 5)]
        plain = evaluate(made, given_, policy=LKJIP)
        for scope in ({"period": YEAR}, {"through": YEAR}):
            found = evaluate(made, given_, policy=LKJIP, **scope)
            assert (found.score, found.rows()) == (plain.score, plain.rows())

    def test_fiscal_year(self) -> None:
        """A fiscal year from April is judged by its own quarters."""
        made = agreement(
            [target(40, consolidation="sum", trajectory={Period.quarter(2025, 4, starts=4): 40})], starts=4
        )
        last = Period.quarter(2025, 4, starts=4)
        found = evaluate(made, [Realization("IKU-1", 30, period=last)], policy=LKJIP, period=last)
        assert found.score.value == 75
        assert "2026" in found.explain("id")

    @pytest.mark.parametrize("how", ["sum", "average", "last_level", "last_progress", "minimum", "maximum"])
    def test_up_to_the_last_day(self, how: Any) -> None:
        """The year up to its last day is the year: the same score, whatever was not applicable on the way."""
        promised = agreement(
            [target(90, consolidation=how, trajectory=dict(zip(QUARTERS, (10, 20, 30, 40), strict=True)))]
        )
        states: list[Any] = [9, NotApplicable("libur"), 33, 36]
        given_ = [Realization("IKU-1", state, period=at) for at, state in zip(QUARTERS, states, strict=True)]
        whole = evaluate(promised, given_, policy=LKJIP)
        for last in (QUARTERS[3], Period.half_year(2025, 2), Period.month(2025, 12), YEAR):
            assert evaluate(promised, given_, policy=LKJIP, through=last).score == whole.score
        year_figure = [Realization("IKU-1", 45)]
        assert evaluate(promised, year_figure, policy=LKJIP, through=QUARTERS[3]).score.value == 50

    @pytest.mark.parametrize("name", ["period", "through"])
    @pytest.mark.parametrize("value", ["2025-Q1", [1], 2025, date(2025, 1, 1)])
    def test_no_period(self, name: str, value: Any) -> None:
        """Something that is no period is refused by its name."""
        with pytest.raises(InvalidValueError) as caught:
            evaluate(agreement([target(1)]), [], policy=LKJIP, **{name: value})
        assert (caught.value.code, caught.value.path) == ("wrong-kind", f"evaluate.{name}")


@pytest.mark.parametrize("whole", [{"period": Period.year(2025)}, {"through": Period.year(2025)}])
def test_the_year_is_no_part_of_itself(whole: Any) -> None:
    """The year as a period is the year: the same scores and the same digest."""
    given_ = [Realization("IKU-1", 5)]
    found = evaluated(target(10), given=given_, **whole)
    assert found.scope == ("year", Period.year(2025))
    assert (found, found.digest) == (evaluated(target(10), given=given_), evaluated(target(10), given=given_).digest)
    assert found.verify()


def test_the_year_together_with_a_part() -> None:
    """Two scopes are two, even if one of them is the year."""
    with pytest.raises(InvalidValueError) as caught:
        evaluated(target(10), period=Period.year(2025), through=Q1)
    assert caught.value.code == "scope-outside-year"
    assert caught.value.way_out == ("Pilih periode di dalam Tahun 2025", "Choose a period inside Year 2025")


@pytest.mark.parametrize(("name", "value"), [("target", "A"), ("policy", "lkjip")])
def test_one_score_of_something_else(name: str, value: Any) -> None:
    """A single score needs a target and a policy."""
    given_: dict[str, Any] = {"target": target(10), "amount": 1, "policy": LKJIP} | {name: value}
    with pytest.raises(InvalidValueError) as caught:
        score(given_["target"], given_["amount"], policy=given_["policy"])
    assert (caught.value.code, caught.value.path) == ("wrong-kind", f"score.{name}")


def test_a_refusal_names_the_agreement_once() -> None:
    """The subject that stands before the sentence is not said again in it."""
    with pytest.raises(InputError) as caught:
        evaluate(agreement(), policy=LKJIP)
    assert str(caught.value).count("agreement[PK-1]") == 2


class TestMinimumStatus:
    POLICY = LKJIP.evolve(minimum_status="verified")

    @pytest.mark.parametrize(
        ("status", "wanted"),
        [(None, False), ("draft", False), ("submitted", False), ("verified", True), ("final", True)],
    )
    def test_of_one(self, status: Any, wanted: bool) -> None:
        """A number below the required status has a reason that names both."""
        realization = Realization("IKU-1", 5, status=status)
        found = evaluated(target(10), given=[realization], policy=self.POLICY)["IKU-1"].score
        single = score(target(10), realization, policy=self.POLICY)
        assert isinstance(found, Scored) == isinstance(single, Scored) == wanted
        if not wanted:
            assert code_of(found) == code_of(single) == "below-minimum-status"
            assert "terverifikasi" in found.reason.text("id")

    def test_only_what_is_judged(self) -> None:
        """The draft of a later quarter does not touch an earlier one; within the scope it does."""
        promise = target(40, consolidation="sum", trajectory=dict.fromkeys(QUARTERS, 10))
        given_ = [
            Realization("IKU-1", 9, period=quarter, status="draft" if at == 3 else "final")
            for at, quarter in enumerate(QUARTERS)
        ]
        codes = {
            str(scope): evaluate(agreement([promise]), given_, policy=self.POLICY, **scope)["IKU-1"].score
            for scope in ({"period": QUARTERS[0]}, {"period": QUARTERS[3]}, {"through": QUARTERS[2]}, {})
        }
        assert [isinstance(found, Scored) for found in codes.values()] == [True, False, True, False]

    @pytest.mark.parametrize(
        ("how", "statuses", "scored"),
        [
            ("last_level", ("draft", "draft", "draft", "final"), True),
            ("last_level", ("final", "final", "final", "draft"), False),
            ("last_progress", (None, None, None, "verified"), True),
            ("sum", ("final", "final", "final", "verified"), True),
            ("sum", ("submitted", "final", "final", "final"), False),
        ],
    )
    def test_only_what_is_read(self, how: Any, statuses: tuple[Any, ...], scored: bool) -> None:
        """Quarters that the consolidation does not read have no say, nor have quarters beside a figure of the year."""
        promise = target(40, consolidation=how)
        given_ = [
            Realization("IKU-1", 9, period=quarter, status=status)
            for quarter, status in zip(QUARTERS, statuses, strict=True)
        ]
        assert isinstance(evaluated(promise, given=given_, policy=self.POLICY)["IKU-1"].score, Scored) == scored
        for status, wanted in (("final", True), ("draft", False)):
            year = [*given_, Realization("IKU-1", 36, status=status)]
            assert isinstance(evaluated(promise, given=year, policy=self.POLICY)["IKU-1"].score, Scored) == wanted

    def test_states_keep_their_reason(self) -> None:
        """What has no number keeps its own reason."""
        assert code_of(evaluated(target(10), policy=self.POLICY)["IKU-1"].score) == "not-reported"


class TestScore:
    def test_is_that_of_an_evaluation(self) -> None:
        """One target alone scores as it does inside an agreement."""
        for amount in (0, "7.5", Components(1, 3, per=100)):
            found = evaluated(target(10), given={"IKU-1": amount})["IKU-1"].score
            assert score(target(10), amount, policy=LKJIP) == found

    def test_a_quarter_alone(self) -> None:
        """A realization of a quarter is consolidated as it is; without a consolidation there is a reason."""
        quarter = Realization("IKU-1", 5, period=Q1)
        assert code_of(score(target(10), quarter, policy=LKJIP)) == "no-consolidation"
        assert code_of(score(target(10, consolidation="sum"), quarter, policy=LKJIP)) == "period-missing"
        assert score(target(10), Realization("IKU-1", 5, period=YEAR), policy=LKJIP).value == 50

    def test_of_another_indicator(self) -> None:
        """A realization of another indicator is refused."""
        with pytest.raises(InvalidValueError) as caught:
            score(target(10), Realization("IKU-2", 5), policy=LKJIP)
        error = caught.value
        assert (error.code, error.path, error.value) == ("other-indicator", "score.amount", "IKU-2")
        assert all("IKU-1" in part for part in error.way_out)

    def test_none(self) -> None:
        """None does not say why there is no number."""
        with pytest.raises(InvalidValueError) as caught:
            score(target(10), None, policy=LKJIP)
        assert caught.value.code == "value-missing"


def exploding() -> Iterator[Realization]:
    """Realizations from a source that breaks off."""
    yield Realization("IKU-1", 5)
    raise OSError("koneksi putus")


class TestMany:
    GOOD = agreement([target(10)])

    def items(self) -> list[Any]:
        """Good and broken items side by side."""
        return [
            (self.GOOD, [Realization("IKU-1", 5)]),
            (self.GOOD, [Realization("IKU-9", 5)]),
            (agreement(), []),
            (self.GOOD, ["x"]),
            (None, []),
            (self.GOOD, None),
            "ab",
            17,
            (self.GOOD,),
            (self.GOOD, exploding()),
            (self.GOOD, iter([Realization("IKU-1", 10)])),
        ]

    def test_never_stops(self) -> None:
        """Whatever an item is, its answer arrives in its place and the next ones follow."""
        found = list(evaluate_many(self.items(), policy=LKJIP))
        assert [type(one) for one in found] == [Evaluation] + [NotEvaluated] * 9 + [Evaluation]
        assert (found[0].score.value, found[-1].score.value) == (50, 100)
        for one in found[1:-1]:
            assert isinstance(one.score, NotScored)
            assert code_of(one.score) == "input-refused"
            assert one.completeness == "withheld"
            assert one.report.blocking
            assert one.summary("id") != one.summary("en")
            assert one.text()
            assert "<" in one._repr_html_()
            assert repr(one)
        assert found[1].agreement is self.GOOD
        assert found[1].realizations == (Realization("IKU-9", 5),)
        assert "koneksi putus" in found[9].text("en")

    def test_rows_of_what_was_refused(self) -> None:
        """Each target that was not scored keeps its row; what has none has one row of its own."""
        found = list(evaluate_many(self.items(), policy=LKJIP))
        names = [name for name, _ in COLUMNS]
        for one in found:
            assert all(list(row) == names for row in one.rows())
        (row,) = found[1].rows(numbers="text")
        assert (row["agreement"], row["indicator"], row["target"]) == ("PK-1", "IKU-1", "10")
        assert (row["status"], row["reason"], row["score"]) == ("not_scored", "input-refused", None)
        (empty,) = list(evaluate_many([(agreement(), [])], policy=LKJIP))
        assert [(row["agreement"], row["indicator"]) for row in empty.rows()] == [("PK-1", None)]
        (none,) = list(evaluate_many([None], policy=LKJIP))
        assert [row["agreement"] for row in none.rows()] == [None]
        assert (none.grade, none.agreement) == (None, None)
        with pytest.raises(InvalidValueError) as caught:
            none.rows(numbers="float")
        assert caught.value.code == "unknown-numbers"

    @pytest.mark.parametrize(
        ("item", "told"),
        [
            (None, "Satu butir tidak dinilai: butir ini bukan pasangan perjanjian dan daftar realisasinya: TypeError"),
            (
                [1, 2],
                "Satu butir tidak dinilai: butir ini bukan pasangan perjanjian dan daftar realisasinya: bukan A",
            ),
            (
                (agreement([target(10)]), 5),
                "PK-1 tidak dinilai: realisasi butir ini tidak dapat dibaca: TypeError",
            ),
            ((agreement(), []), "PK-1 tidak dinilai: Perjanjian ini tidak memuat"),
        ],
    )
    def test_what_was_wrong_with_an_item(self, item: Any, told: str) -> None:
        """A refused item says what it is, once, and keeps the agreement that is known."""
        (found,) = evaluate_many([item], policy=LKJIP)
        assert found.summary().startswith(told)
        assert (found.agreement is None) == ("Satu butir" in told)

    @pytest.mark.parametrize(
        ("name", "value", "code"),
        [
            ("policy", "lkjip", "wrong-kind"),
            ("period", "TW1", "wrong-kind"),
            ("through", "TW1", "wrong-kind"),
            ("items", 5, "wrong-kind"),
            ("progress", 5, "wrong-kind"),
        ],
    )
    def test_what_is_wrong_for_all(self, name: str, value: Any, code: str) -> None:
        """A policy, a scope or a source that cannot be is refused at once, not item by item."""
        given_ = {"items": self.items(), "policy": LKJIP} | {name: value}
        with pytest.raises(InvalidValueError) as caught:
            evaluate_many(given_.pop("items"), **given_)
        assert (caught.value.code, caught.value.path) == (code, f"evaluate_many.{name}")

    def test_a_broken_item_is_a_blocking_finding(self) -> None:
        """It has a code, and is said of the agreement where that is known."""
        found = list(evaluate_many([None, (self.GOOD, 5), (self.GOOD, exploding())], policy=LKJIP))
        findings = [finding for one in found for finding in one.report.blocking]
        assert [finding.code for finding in findings] == ["ITEM-BROKEN"] * 3
        assert [finding.subject for finding in findings] == ["items", "agreement[PK-1]", "agreement[PK-1]"]
        assert [one.realizations for one in found] == [()] * 3

    def test_summary_in_english(self) -> None:
        """One sentence on an item that is known, and on one that is not."""
        none, refused = evaluate_many([17, (agreement(), [])], policy=LKJIP)
        assert none.summary("en").startswith(
            "One item was not scored: this item is no pair of an agreement and its realizations: TypeError: "
        )
        assert refused.summary("en").startswith("PK-1 was not scored: ")

    def test_up_to_a_period(self) -> None:
        """A scope up to a period is that of each evaluation."""
        promised = agreement([target(10, consolidation="sum", trajectory=dict.fromkeys(QUARTERS, 5))])
        pair = promised, [Realization("IKU-1", 4, period=quarter) for quarter in QUARTERS[:2]]
        (found,) = evaluate_many([pair], policy=LKJIP, through=QUARTERS[1])
        assert found.rows() == evaluate(*pair, policy=LKJIP, through=QUARTERS[1]).rows()
        assert found.score.value == 80

    def test_what_does_not_fit_keeps_all_that_was_given(self) -> None:
        """An agreement of another year is returned with its realizations and the reason."""
        promised = agreement([target(10)], year=2024)
        given_ = (Realization("IKU-1", 5),)
        (found,) = evaluate_many([(promised, given_)], policy=LKJIP, period=Q1)
        assert isinstance(found, NotEvaluated)
        assert (found.agreement, found.realizations) == (promised, given_)

    def test_two_scopes(self) -> None:
        """One scope for all, not two."""
        with pytest.raises(InvalidValueError) as caught:
            evaluate_many([], policy=LKJIP, period=Q1, through=Q1)
        error = caught.value
        assert (error.code, error.path, error.value) == ("scope-outside-year", "evaluate_many", (Q1, Q1))
        assert all("period" in part and "through" in part for part in error.problem)

    def test_a_scope_that_fits_some(self) -> None:
        """An agreement of another year has no score in the scope, and does not stop the others."""
        items = [(agreement([target(10, trajectory={Q1: 5})], year=year), []) for year in (2025, 2024, 2025)]
        found = list(evaluate_many(items, policy=LKJIP, period=Q1))
        assert [type(one) for one in found] == [Evaluation, NotEvaluated, Evaluation]

    def test_streams(self) -> None:
        """Items are taken one by one, each after the answer to the one before was given."""
        taken = []

        def source() -> Iterator[tuple[Agreement, list[Realization]]]:
            for at in range(3):
                taken.append(at)
                yield self.GOOD, [Realization("IKU-1", at)]

        answers = evaluate_many(source(), policy=LKJIP)
        assert taken == []
        assert next(answers).score.value == 0
        assert taken == [0]
        assert next(answers).score.value == 10
        assert taken == [0, 1]

    def test_progress(self) -> None:
        """Any wrapper that takes an iterable and gives one back sees every item once."""
        seen = []

        def progress(items: Iterable[Any]) -> Iterator[Any]:
            for item in items:
                seen.append(item)
                yield item

        items = self.items()[:3]
        assert len(list(evaluate_many(items, policy=LKJIP, progress=progress))) == 3
        assert seen == items

    def test_no_context_is_open(self) -> None:
        """While the caller's code runs the decimal context is the caller's own."""
        contexts = []

        def progress(items: Iterable[Any]) -> Iterator[Any]:
            for item in items:
                contexts.append(decimal.getcontext().prec)
                yield item

        with decimal.localcontext(decimal.Context(prec=7)):
            answers = evaluate_many([self.items()[0]] * 3, policy=LKJIP, progress=progress)
            contexts.extend(decimal.getcontext().prec for _ in answers)
        assert set(contexts) == {7}

    def test_same_as_one_by_one(self) -> None:
        """The answers are those of `evaluate`."""
        pairs = [(self.GOOD, [Realization("IKU-1", at)]) for at in range(5)]
        assert list(evaluate_many(pairs, policy=LKJIP)) == [evaluate(*pair, policy=LKJIP) for pair in pairs]


class TestSize:
    """Nothing slow: four hundred indicators with awkward numbers, to the last digit."""

    def test_four_hundred(self) -> None:
        """400 indicators with coprime denominators of 24 digits have an exact total, a digest and every text."""
        group = [target(Decimal(10**17 + 2 * at + 1) + Decimal("0.000001"), code=f"I{at}") for at in range(400)]
        given_ = [Realization(f"I{at}", Components(10**17 - at, 3 * 10**5 + at, per=10**5)) for at in range(400)]
        found = evaluate(agreement(group[:200], group[200:]), given_, policy=KMK_127_2026)
        scores = [one.score.exact for one in found]
        halves = [sum(scores[:200]) / 200, sum(scores[200:]) / 200]
        assert found.score.exact == sum(halves, Fraction(0)) / 2
        assert found.score.exact.denominator > 10**4300
        assert len(found.digest) == 64
        assert found.verify(found.digest)
        for lang in ("id", "en"):
            assert len(found.explain(lang)) < 10**6
            assert found.summary(lang)
            assert found.text(lang)
        assert len(found.rows(numbers="text")) == 400
        assert sum(one.points for one in found.contributions()) == 100 - found.score.exact

    def test_many_objectives(self) -> None:
        """300 objectives of one indicator each are a flat list and no recursion."""
        groups = [[target(10, code=f"I{at}")] for at in range(300)]
        found = evaluate(agreement(*groups), [Realization(f"I{at}", 5) for at in range(300)], policy=LKJIP)
        assert (found.score.value, len(found.objectives), len(found)) == (50, 300, 300)
