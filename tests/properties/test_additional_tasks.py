"""Tasks beside an agreement: whatever becomes of them, the agreement's score is its own."""

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from sakip import Evaluation, Indicator, Realization, Target, evaluate
from sakip.lifecycle import PERMENPANRB_8_2021_ADDITIONAL as RULE
from sakip.lifecycle import AdditionalTask, additional_tasks
from sakip.policies import PERMENPANRB_8_2021
from tests.lifecycle.making import agreement_of, target_of


def agreed(amount: int = 90) -> Evaluation:
    """An agreement of one target of 100."""
    return evaluate(agreement_of(target_of(None, 100)), [Realization("IKU-1", amount)], policy=PERMENPANRB_8_2021)


def task(code: str, scope_weight: int = 5) -> AdditionalTask:
    """A task of one indicator with a target of 10."""
    target = Target(Indicator(code, f"Tugas {code}", polarity="maximize"), 10)
    return AdditionalTask(
        target, assigned_by="Bupati", assigned_on=date(2024, 7, 1), basis="SK 1/2024", scope_weight=scope_weight
    )


def done(code: str, amount: int) -> Realization:
    """What was delivered of a task."""
    return Realization(code, amount)


class TestBeside:
    """An additional task never changes the agreement's score."""

    @given(
        st.lists(st.tuples(st.integers(0, 300), st.integers(1, 20)), max_size=6),
        st.sampled_from([None, RULE]),
        st.integers(0, 200),
    )
    def test_the_agreement_stays_as_it_is(self, given_tasks: list[tuple[int, int]], rule: Any, amount: int) -> None:
        """Whatever tasks there are and however they end, score and digest stay, and a rule takes nothing away."""
        before = agreed(amount)
        tasks = [task(f"TT-{at}", scope_weight=weight) for at, (_, weight) in enumerate(given_tasks)]
        delivered = [done(f"TT-{at}", reached) for at, (reached, _) in enumerate(given_tasks)]
        found = additional_tasks(before, tasks, delivered, rule=rule)
        assert found.evaluation is before
        assert found.evaluation.digest == agreed(amount).digest
        assert found.evaluation.score == agreed(amount).score
        if rule is None:
            assert (found.added, found.total) == (None, None)
        else:
            assert found.added is not None
            assert found.total is not None
            assert 0 <= found.added <= 10
            assert found.total >= before.score.value

    @given(st.lists(st.integers(0, 300), min_size=1, max_size=4), st.data())
    def test_a_task_done_better_adds_no_less(self, amounts: list[int], data: st.DataObject) -> None:
        """More delivered of one task never lowers what is added."""
        at = data.draw(st.integers(0, len(amounts) - 1))
        more = data.draw(st.integers(amounts[at], 400))
        tasks = [task(f"TT-{place}") for place in range(len(amounts))]
        found = []
        for given_amounts in (amounts, [*amounts[:at], more, *amounts[at + 1 :]]):
            delivered = [done(f"TT-{place}", amount) for place, amount in enumerate(given_amounts)]
            found.append(additional_tasks(agreed(), tasks, delivered, rule=RULE).added)
        assert found[0] is not None
        assert found[1] is not None
        assert found[0] <= found[1]
