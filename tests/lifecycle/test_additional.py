"""Tasks beside an agreement: judged by themselves, never part of its score, added only by a rule."""

import pickle
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from sakip import Evaluation, Indicator, Period, Realization, Target, evaluate
from sakip.errors import InvalidValueError
from sakip.lifecycle import PERMENPANRB_8_2021_ADDITIONAL as RULE
from sakip.lifecycle import AdditionalTask, additional_tasks
from sakip.policies import LKJIP, PERMENPANRB_8_2021
from tests.lifecycle.making import agreement_of, facts, target_of

Q1, Q2, *_ = Period.year(2024).parts("quarter")


def agreed(amount: Any = 90, *, policy: Any = PERMENPANRB_8_2021, **scope: Any) -> Evaluation:
    """An agreement of one target of 100."""
    return evaluate(agreement_of(target_of(None, 100)), [Realization("IKU-1", amount)], policy=policy, **scope)


def task(code: str = "TT-1", value: Any = 10, **fields: Any) -> AdditionalTask:
    """A task of one indicator, with a letter and a weight of its scope."""
    how = fields.pop("consolidation", None)
    trajectory = fields.pop("trajectory", ())
    indicator = Indicator(code, f"Tugas {code}", polarity="maximize", consolidation=how)
    known = {"assigned_by": "Bupati", "assigned_on": date(2024, 7, 1), "basis": "SK 1/2024", "scope_weight": 5}
    return AdditionalTask(Target(indicator, value, trajectory=trajectory), **{**known, **fields})


def done(code: str = "TT-1", amount: Any = 10) -> Realization:
    """What was delivered of a task."""
    return Realization(code, amount)


class TestRule:
    @pytest.mark.parametrize(
        ("amount", "category", "added"),
        [
            (12, "Sangat Baik", "6.00"),
            (10, "Baik", "4.36"),
            (9, "Cukup", "2.40"),
            (6, "Kurang", "1.00"),
            (0, "Sangat Kurang", "0.00"),
        ],
    )
    def test_what_one_task_adds(self, amount: int, category: str, added: str) -> None:
        """Achievements of 120, 100, 90, 60 and 0 percent, with a weight of 5."""
        found = additional_tasks(agreed(), [task()], [done(amount=amount)], rule=RULE)
        assert (found.results[0].category, found.added) == (category, Decimal(added))

    @pytest.mark.parametrize(
        ("weights", "added", "codes"),
        [
            ((5,), "4.36", ()),
            ((5, 5), "8.72", ()),
            ((5, 5, 5), "10.00", ("ADD-CAPPED",)),
            ((100,), "10.00", ("ADD-CAPPED",)),
        ],
    )
    def test_cap(self, weights: tuple[int, ...], added: str, codes: tuple[str, ...]) -> None:
        """All tasks together add at most 10; that they would add more is said."""
        tasks = [task(f"TT-{at}", scope_weight=weight) for at, weight in enumerate(weights)]
        found = additional_tasks(agreed(), tasks, [done(one.code) for one in tasks], rule=RULE)
        assert (found.added, found.check().codes()) == (Decimal(added), codes)

    @pytest.mark.parametrize(("weight", "uncapped", "codes"), [(50, 10, ()), (51, "10.2", ("ADD-CAPPED",))])
    def test_exactly_at_the_cap(self, weight: int, uncapped: Any, codes: tuple[str, ...]) -> None:
        """Ten is not above ten: 60 percent is worth 50, and 40 percent of 50 times one half is 10."""
        found = additional_tasks(agreed(), [task(scope_weight=weight)], [done(amount=6)], rule=RULE)
        assert (found.uncapped, found.added, found.check().codes()) == (Fraction(uncapped), 10, codes)

    def test_the_worked_total(self) -> None:
        """Page 363: two weighted values of 59.2 and 43.6, and nothing added, are 102.8; a task adds to that."""
        targets = [target_of(None, 100), Target(Indicator("IKU-2", "Pelaksanaan anggaran", polarity="maximize"), 95)]
        given_facts = [Realization("IKU-1", 100), Realization("IKU-2", 93)]
        before = evaluate(agreement_of(*targets), given_facts, policy=PERMENPANRB_8_2021)
        assert [one.score.value for one in before] == [109, 88]
        none = additional_tasks(before, [], rule=RULE)
        assert (none.added, none.total) == (Decimal("0.00"), before.score.value)

    def test_without_a_weight_of_its_scope(self) -> None:
        """The task is judged, and what it adds is not known: the sum is withheld, and says so."""
        tasks = [task("TT-1"), task("TT-2", scope_weight=None)]
        found = additional_tasks(agreed(), tasks, [done("TT-1"), done("TT-2")], rule=RULE)
        assert (found.added, found.total, found.is_complete, found.check().codes()) == (
            None,
            None,
            False,
            ("ADD-SCOPE",),
        )
        assert (found.uncapped, found.results[1].score.value) == (Fraction("4.36"), 109)
        assert "Yang ditambahkan belum diketahui: TT-2 belum bernilai; sejauh ini 4,36" in found.text("id", width=120)

    def test_not_reported_is_no_zero(self) -> None:
        """A task of which nothing was reported has a reason and no value of zero, and there is no final value."""
        found = additional_tasks(agreed(), [task()], rule=RULE)
        (result,) = found.results
        assert result.score.reason is not None
        assert (result.score.reason.code, result.added, found.is_complete) == ("not-reported", None, False)
        assert (found.added, found.total, found.check().codes()) == (None, None, ("ADD-NO-VALUE",))
        assert found.check().findings[0].text("id") == (
            "Tugas tambahan TT-1 tanpa nilai: realisasi belum dilaporkan; ia bukan nol"
        )
        assert "Nilai akhir" not in found.text("id")

    @pytest.mark.parametrize(("weight", "added"), [(49, None), (50, "10.00")])
    def test_a_reached_cap_waits_for_nobody(self, weight: int, added: str | None) -> None:
        """No task takes anything away: once one is worth 10, what the other is worth does not matter."""
        tasks = [task("TT-1", scope_weight=weight), task("TT-2")]
        found = additional_tasks(agreed(), tasks, [done("TT-1", 6)], rule=RULE)
        assert found.is_complete is False
        assert found.added == (None if added is None else Decimal(added))

    def test_a_provisional_agreement_has_no_final_value(self) -> None:
        """Half of the agreement is not known, so that nothing is final."""
        half = evaluate(
            agreement_of(target_of(None, 100), Target(Indicator("IKU-2", "Kedua", polarity="maximize"), 95)),
            [Realization("IKU-1", 100)],
            policy=PERMENPANRB_8_2021,
        )
        assert half.completeness == "provisional"
        found = additional_tasks(half, [task()], [done()], rule=RULE)
        assert (found.added, found.total) == (Decimal("4.36"), None)
        assert "Nilai akhir belum ada: nilai perjanjian masih sementara" in found.text("id")
        assert "No final value yet" in found.text("en")

    def test_values_of_two_policies_do_not_add_up(self) -> None:
        """The rule adds to values of its own policy alone."""
        with pytest.raises(InvalidValueError) as caught:
            additional_tasks(agreed(policy=LKJIP), [task()], rule=RULE)
        assert caught.value.code == "additional-policy"
        with pytest.raises(InvalidValueError):
            additional_tasks(agreed(), [task()], policy=LKJIP, rule=RULE)

    def test_a_withheld_agreement_has_no_total(self) -> None:
        """Without a value of the agreement there is nothing to add to."""
        before = evaluate(agreement_of(target_of(None, 100)), [], policy=PERMENPANRB_8_2021)
        found = additional_tasks(before, [task()], [done()], rule=RULE)
        assert (found.added, found.total) == (Decimal("4.36"), None)


class TestJudged:
    def test_by_the_policy_of_the_agreement(self) -> None:
        """Without another policy the tasks are judged as the agreement is."""
        found = additional_tasks(agreed(policy=LKJIP), [task()], [done(amount=15)])
        assert found.results[0].score.value == 150
        own = additional_tasks(agreed(policy=LKJIP), [task()], [done(amount=15)], policy=PERMENPANRB_8_2021)
        assert own.results[0].score.value == 120

    def test_up_to_the_same_period(self) -> None:
        """Tasks are judged for the year, the period or the part of the year of the evaluation."""
        promise = target_of("sum", 100, {Q1: 40, Q2: 60})
        own = task(value=10, consolidation="sum", trajectory={Q1: 4, Q2: 6})
        delivered = [Realization("TT-1", 4, period=Q1), Realization("TT-1", 3, period=Q2)]
        found = {}
        for name, scope in {"year": {}, "q2": {"period": Q2}, "so far": {"through": Q1}}.items():
            before = evaluate(agreement_of(promise), facts(40, 60), policy=LKJIP, **scope)  # type: ignore[arg-type]
            found[name] = additional_tasks(before, [own], delivered).results[0].score.value
        assert found == {"year": Decimal("70.00"), "q2": Decimal("50.00"), "so far": Decimal("100.00")}


class TestFindings:
    @pytest.mark.parametrize(
        ("tasks", "delivered", "codes"),
        [
            ([task()], [done()], ()),
            ([task(basis=None)], [done()], ("ADD-BASIS",)),
            ([task(assigned_on=date(2023, 12, 31))], [done()], ("ADD-YEAR",)),
            ([task(assigned_on=date(2024, 1, 1))], [done()], ()),
            ([task(assigned_on=date(2024, 12, 31))], [done()], ()),
            ([task(assigned_on=date(2025, 1, 1))], [done()], ("ADD-YEAR",)),
            ([task("IKU-1")], [], ("ADD-INSIDE",)),
            ([task(), task()], [done()], ("ADD-TWICE",)),
            ([task()], [done(), done("TT-9")], ("ADD-UNKNOWN",)),
            ([task()], [done(), done("IKU-1")], ()),
        ],
    )
    def test_findings(self, tasks: list[AdditionalTask], delivered: list[Realization], codes: tuple[str, ...]) -> None:
        """What is promised already, stands twice, has no letter, or comes from another year."""
        assert additional_tasks(agreed(), tasks, delivered, rule=RULE).check().codes() == codes

    @pytest.mark.parametrize(("tasks", "reason"), [([task("IKU-1")], "in-agreement"), ([task(), task()], "code-twice")])
    def test_not_judged_twice(self, tasks: list[AdditionalTask], reason: str) -> None:
        """What is promised in the agreement, or stands twice, has no score of its own."""
        found = additional_tasks(agreed(), tasks, [done(), done("IKU-1", 100)], rule=RULE)
        reasons = {result.score.reason.code for result in found.results if result.score.reason is not None}
        assert (reasons, found.added) == ({reason}, None)


def test_shown() -> None:
    """The table says that the agreement is not changed, what is added, and by which rule."""
    found = additional_tasks(agreed(), [task()], [done()], rule=RULE)
    text = found.text("id", width=120)
    assert "Nilai perjanjian: 80,00; tidak diubah" in text
    assert "Ditambahkan: 4,36, paling banyak 10" in text
    assert "Nilai akhir: 84,36" in text
    assert "PermenPANRB 8/2021" in text
    assert "Final value: 84.36" in found.text("en", width=120)
    assert "Tidak ada yang ditambahkan" in additional_tasks(agreed(), [task()], [done()]).text("id")
    hostile = additional_tasks(agreed(), [task(assigned_by="<b>")], [done()])
    assert "<b>" not in hostile._repr_html_()


def test_rows() -> None:
    """One row a task; numbers and dates as text where that is asked for."""
    found = additional_tasks(agreed(), [task(scope="antar dinas")], [done()], rule=RULE)
    assert found.rows(numbers="text") == [
        {
            "code": "TT-1",
            "name": "Tugas TT-1",
            "assigned_by": "Bupati",
            "assigned_on": "2024-07-01",
            "basis": "SK 1/2024",
            "scope": "antar dinas",
            "scope_weight": "5",
            "score": "109.00",
            "category": "Baik",
            "reason": None,
            "added": "109/25",
        }
    ]
    assert found.rows()[0]["assigned_on"] == date(2024, 7, 1)
    assert pickle.loads(pickle.dumps(found)) == found


@pytest.mark.parametrize(
    "arguments",
    [
        {"evaluation": "x"},
        {"tasks": ["TT-1"]},
        {"tasks": 5},
        {"realizations": [1]},
        {"policy": "lkjip"},
        {"rule": "8/2021"},
    ],
    ids=str,
)
def test_refused(arguments: dict[str, Any]) -> None:
    """Arguments of another kind."""
    known: dict[str, Any] = {"evaluation": agreed(), "tasks": [], "realizations": [], **arguments}
    with pytest.raises(InvalidValueError):
        additional_tasks(known.pop("evaluation"), known.pop("tasks"), known.pop("realizations"), **known)
