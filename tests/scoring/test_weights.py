"""What the weights of an agreement must add up to."""

import pickle
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip import Agreement, Objective, Party, Target
from sakip.errors import InvalidValueError
from sakip.scoring import Weights
from tests.model.making import full

HUNDRED = 100 * 10**6


def held(weights: Weights, *groups: tuple[int | None, ...] | list[int]) -> bool:
    """Whether weights hold; each objective as its weights in millionths, None for a target without one."""
    objectives = [
        Objective(
            f"Sasaran {place}",
            [
                Target(full(f"{place}.{at}"), 1, weight=None if weight is None else Decimal(weight) / 10**6)
                for at, weight in enumerate(group)
            ],
        )
        for place, group in enumerate(groups)
    ]
    plan = Agreement("PK-1", year=2025, first_party=Party("Kepala Dinas"), objectives=objectives)._plan
    return weights.hold(plan.sums, plan.total)


class TestPerObjective:
    """The sum is asked of each objective."""

    WEIGHTS = Weights(total=100, per="objective", absent="equal")

    @pytest.mark.parametrize(
        ("groups", "right"),
        [
            ([(HUNDRED,)], True),
            ([(60 * 10**6, 40 * 10**6)], True),
            ([(HUNDRED - 1,)], False),
            ([(HUNDRED + 1,)], False),
            ([(HUNDRED,), (HUNDRED,)], True),
            ([(HUNDRED,), (HUNDRED - 1, 1)], True),
            ([(HUNDRED,), (HUNDRED - 1,)], False),
            ([(HUNDRED - 1,), (HUNDRED,)], False),
            ([(50 * 10**6,), (50 * 10**6,)], False),
            ([(), (HUNDRED,)], True),
            ([(HUNDRED,), ()], True),
            ([(), (HUNDRED - 1,)], False),
        ],
        ids=str,
    )
    def test_sums(self, groups: Any, right: bool) -> None:
        """One millionth too much or too little in any objective is wrong; an objective without targets has no say."""
        assert held(self.WEIGHTS, *groups) is right

    @given(st.lists(st.lists(st.integers(1, HUNDRED - 1), max_size=3), min_size=1, max_size=4))
    def test_completed_to_the_total(self, groups: list[list[int]]) -> None:
        """Whatever the weights, with what lacks to 100 added to each objective they are right, and not without."""
        tame = [[one // 4 + 1 for one in group] for group in groups]
        full = [(*group, HUNDRED - sum(group)) for group in tame]
        assert held(self.WEIGHTS, *full)
        assert not held(self.WEIGHTS, *full[:-1], (*full[-1], 1))


class TestPerAgreement:
    """The sum is asked of the whole agreement."""

    WEIGHTS = Weights(total="100.5", per="agreement", absent="refuse")

    @pytest.mark.parametrize(
        ("groups", "right"),
        [
            ([(HUNDRED + 500_000,)], True),
            ([(HUNDRED,), (500_000,)], True),
            ([(HUNDRED,), (499_999,)], False),
            ([(HUNDRED,), (500_001,)], False),
            ([(HUNDRED + 500_000,), ()], True),
            ([(HUNDRED + 500_000,), (HUNDRED + 500_000,)], False),
        ],
        ids=str,
    )
    def test_sums(self, groups: Any, right: bool) -> None:
        """Only the sum over all objectives counts."""
        assert held(self.WEIGHTS, *groups) is right


class TestRelative:
    """Without a total the weights are relative, and any will do."""

    @given(st.lists(st.lists(st.integers(1, HUNDRED), min_size=1, max_size=3), min_size=1, max_size=3))
    def test_any_sum(self, groups: list[list[int]]) -> None:
        """A weight for each target is enough, whatever they add up to."""
        for per in ("objective", "agreement"):
            assert held(Weights(total=None, per=per, absent="refuse"), *groups)


class TestAbsent:
    """What an agreement without weights means, and one with some."""

    @pytest.mark.parametrize("total", [None, 100])
    @pytest.mark.parametrize("per", ["objective", "agreement"])
    def test_none_at_all(self, total: Any, per: Any) -> None:
        """Without any weight they are equal, or refused, as the policy says."""
        for groups in ([(None,)], [(None, None), (None,)], [()], [(), ()], []):
            assert held(Weights(total=total, per=per, absent="equal"), *groups)
            assert not held(Weights(total=total, per=per, absent="refuse"), *groups)

    @pytest.mark.parametrize("absent", ["equal", "refuse"])
    @pytest.mark.parametrize("per", ["objective", "agreement"])
    @pytest.mark.parametrize("total", [None, 100])
    def test_some(self, total: Any, per: Any, absent: Any) -> None:
        """A weight for some targets and none for others is wrong under every policy, though the sum is right."""
        weights = Weights(total=total, per=per, absent=absent)
        for groups in ([(HUNDRED, None)], [(HUNDRED,), (None,)], [(None,), (HUNDRED,)]):
            assert not held(weights, *groups)


class TestConstruction:
    """Every setting is stated and known."""

    @pytest.mark.parametrize(
        ("field", "value", "code"),
        [
            ("total", 0.5, "float-refused"),
            ("total", True, "not-a-number"),
            ("total", "1,5", "not-canonical"),
            ("total", Decimal("NaN"), "not-finite"),
            ("total", 0, "total-not-positive"),
            ("total", "-0.000001", "total-not-positive"),
            ("per", "target", "unknown-group"),
            ("per", None, "unknown-group"),
            ("absent", "zero", "unknown-absent"),
            ("absent", True, "unknown-absent"),
        ],
        ids=str,
    )
    def test_refused(self, field: str, value: Any, code: str) -> None:
        """A sum that no weights can have, and an unknown word, are refused with their field."""
        with pytest.raises(InvalidValueError) as caught:
            Weights(**{"total": 100, "per": "objective", "absent": "equal", field: value})
        assert (caught.value.code, caught.value.path, caught.value.value) == (code, f"Weights.{field}", value)

    def test_least_total(self) -> None:
        """Any sum above zero is one."""
        weights = Weights(total="0.000001", per="agreement", absent="equal")
        assert held(weights, (1,))
        assert not held(weights, (2,))

    def test_value(self) -> None:
        """The rule is a value: itself again after pickling, and equal by what it states."""
        weights = Weights(total="100.0", per="objective", absent="equal")
        assert weights == Weights(total=100, per="objective", absent="equal")
        assert weights != Weights(total=100, per="agreement", absent="equal")
        again = pickle.loads(pickle.dumps(weights))
        assert again == weights
        assert hash(again) == hash(weights)
        assert held(again, (HUNDRED,))

    @pytest.mark.parametrize("lacking", ["total", "per", "absent"])
    def test_nothing_is_implied(self, lacking: str) -> None:
        """A policy states all three; there is no default."""
        stated = {"total": 100, "per": "objective", "absent": "equal"}
        del stated[lacking]
        with pytest.raises(TypeError):
            Weights(**stated)  # type: ignore[arg-type]
