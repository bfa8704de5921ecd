"""Weights once mandatory indicators are added: kept in sum, or reported."""

from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip import Objective
from sakip.lifecycle.mandatory.weighing import Weighed, lowered, weighed
from sakip.scoring import Weights
from tests.lifecycle.mandatory.making import target

MILLION = 10**6


def rule(total: Any = 100, per: Any = "agreement") -> Weights:
    """What a policy asks for."""
    return Weights(total=total, per=per, absent="equal")


def made(
    *groups: tuple[Any, ...], added: str = "M", how: Weights | None = None, rescale: bool = False, held: str = ""
) -> Weighed:
    """Objectives with pairs of code and weight; those whose code begins with a sign of `added` are new."""
    objectives = tuple(
        Objective(f"S{at}", [target(code, 1, weight) for code, weight in group]) for at, group in enumerate(groups, 1)
    )
    codes = [one.code for each in objectives for one in each.targets]
    new = [code for code in codes if code[0] in added]
    fixed = [*new, *(code for code in codes if code[0] in held)]
    return weighed(objectives, new, fixed, how, subject="agreement[PK]", office="Dinas", rescale=rescale)


def weights(found: Weighed) -> list[str | None]:
    """The weights as they now are."""
    return [None if one.weight is None else str(one.weight) for each in found.objectives for one in each.targets]


def codes(found: Weighed) -> tuple[str, ...]:
    """The codes of what was said."""
    return tuple(one.code.removeprefix("MAND-WEIGHT-") for one in found.findings)


class TestStated:
    def test_without_a_policy_the_change_is_told(self) -> None:
        """Nobody asks for a sum, but it changed."""
        found = made((("A", 100), ("M", 5)))
        assert (weights(found), codes(found)) == (["100", "5"], ("CHANGED",))
        assert found.findings[0].text("id").startswith("Dinas: jumlah bobot berubah dari 100 menjadi 105;")

    def test_relative_weights(self) -> None:
        """A policy that asks for no sum is as none."""
        assert codes(made((("A", 100), ("M", 5)), how=rule(total=None))) == ("CHANGED",)

    @pytest.mark.parametrize(
        ("own", "new", "expected"),
        [(95, 5, ()), ("94.999999", 5, ("SUM",)), ("95.000001", 5, ("SUM",)), (100, 5, ("SUM",))],
        ids=str,
    )
    def test_the_sum_of_a_policy(self, own: Any, new: Any, expected: tuple[str, ...]) -> None:
        """Right to a millionth, or reported."""
        assert codes(made((("A", own), ("M", new)), how=rule())) == expected

    def test_each_objective_by_itself(self) -> None:
        """A policy that asks the sum of each objective is asked of those that got something new."""
        found = made((("A", 90),), (("B", 100), ("M", 5)), (("N", 50),), added="MN", how=rule(per="objective"))
        assert [one.text("en") for one in found.findings] == [
            "Dinas, S2: the weights now add up to 105, but the policy asks for 100",
            "Dinas, S3: the weights now add up to 50, but the policy asks for 100",
        ]

    def test_nothing_added_nothing_said(self) -> None:
        """A sum that was wrong before is not its business."""
        found = made((("A", 90),), how=rule(), rescale=True)
        assert (weights(found), codes(found), found.lowered) == (["90"], (), ())


class TestWithoutWeights:
    def test_an_agreement_that_uses_none_gets_none(self) -> None:
        """Some with and some without could not be scored."""
        found = made((("A", None), ("M", 5)), how=rule())
        assert (weights(found), codes(found)) == ([None, None], ("DROPPED",))
        assert codes(made((("A", None), ("M", None)), how=rule())) == ()

    def test_said_once(self) -> None:
        """For six indicators one line, not six."""
        found = made((("A", None), ("M", 5), ("N", 5), ("O", None)), added="MNO", how=rule())
        (finding,) = found.findings
        assert finding.text("en") == "Dinas: added without their weights, since the agreement has none: M, N"

    def test_the_set_states_none(self) -> None:
        """What enters without a weight among others that have one is an error; nothing is invented."""
        found = made((("A", 100), ("M", None)), how=rule(), rescale=True)
        assert (weights(found), codes(found)) == (["100", None], ("NONE",))

    def test_only_mandatory_ones(self) -> None:
        """An agreement that had nothing takes the weights of the set, all or none of them."""
        assert codes(made((("M", 60), ("N", 40)), added="MN", how=rule())) == ()
        assert codes(made((("M", None), ("N", None)), added="MN", how=rule())) == ()
        assert codes(made((("M", 60), ("N", None)), added="MN", how=rule())) == ("NONE",)
        assert codes(made((("M", 60), ("N", 30)), added="MN", how=rule())) == ("SUM",)
        assert codes(made((("M", 60), ("N", 30)), added="MN")) == ()


class TestRescaled:
    def test_in_proportion(self) -> None:
        """60 and 40 of the 70 that thirty points of mandatory indicators leave are 42 and 28."""
        found = made((("A", 60), ("B", 40)), (("M", 30),), how=rule(), rescale=True)
        assert (weights(found), codes(found)) == (["42", "28", "30"], ("LOWERED",))
        assert found.lowered == (("A", Decimal(60), Decimal(42)), ("B", Decimal(40), Decimal(28)))
        assert found.findings[0].text("id") == (
            "Dinas: bobot lain diturunkan sebanding, sehingga jumlahnya tetap 100: A 60 → 42, B 40 → 28"
        )

    def test_thirds(self) -> None:
        """What hundredths cannot split goes to those that lost most, in their order."""
        found = made((("A", "33.33"), ("B", "33.33"), ("C", "33.34"), ("M", 10)), how=rule(), rescale=True)
        assert (weights(found), codes(found)) == (["30", "30", "30", "10"], ("LOWERED",))
        found = made((("A", 1), ("B", 1), ("C", 1), ("M", 1)), how=rule(total=3), rescale=True)
        assert weights(found) == ["0.67", "0.67", "0.66", "1"]

    def test_those_that_were_there_are_not_lowered(self) -> None:
        """A mandatory indicator that it promised before keeps its weight."""
        found = made((("A", 95), ("H", 5), ("M", 10)), held="H", how=rule(), rescale=True)
        assert weights(found) == ["85", "5", "10"]

    def test_a_sum_that_was_wrong_is_not_made_right(self) -> None:
        """Repairing somebody's fault in silence is no application."""
        found = made((("A", 90), ("M", 5)), how=rule(), rescale=True)
        assert (weights(found), codes(found)) == (["90", "5"], ("SUM",))

    @pytest.mark.parametrize(
        ("new", "expected"),
        [("99.99", ("LOWERED",)), (100, ("FULL", "SUM")), (120, ("FULL", "SUM"))],
        ids=str,
    )
    def test_no_room(self, new: Any, expected: tuple[str, ...]) -> None:
        """Weights that leave nothing to the others are as stated, and reported."""
        found = made((("A", 100), ("M", new)), how=rule(), rescale=True)
        assert codes(found) == expected

    def test_too_little_for_each(self) -> None:
        """No weight becomes zero."""
        found = made((("A", 50), ("B", 50), ("M", "99.99")), how=rule(), rescale=True)
        assert (weights(found), codes(found)) == (["50", "50", "99.99"], ("FULL", "SUM"))

    def test_a_code_that_stands_twice(self) -> None:
        """Each target keeps its own part."""
        found = made((("A", 60), ("A", 40), ("M", 10)), how=rule(), rescale=True)
        assert weights(found) == ["54", "36", "10"]

    def test_objective_by_objective(self) -> None:
        """Only the objective that got something new is touched."""
        found = made((("A", 100),), (("B", 100), ("M", 5)), how=rule(per="objective"), rescale=True)
        assert (weights(found), codes(found)) == (["100", "95", "5"], ("LOWERED",))


class TestLowered:
    """Weights in millionths that add up to a smaller sum."""

    @pytest.mark.parametrize(
        ("given_weights", "rest", "expected"),
        [
            ([50 * MILLION, 50 * MILLION], 90 * MILLION, (45 * MILLION, 45 * MILLION)),
            ([1, 2], 2, (1, 1)),
            ([1, 9], 2, None),
            ([1, 2], 3, (1, 2)),
            ([], 5, None),
            ([5], 0, None),
            ([5], -1, None),
            ([7 * MILLION], 3_333_333, (3_333_333,)),
        ],
        ids=str,
    )
    def test_cases(self, given_weights: list[int], rest: int, expected: tuple[int, ...] | None) -> None:
        """Also where nothing is left, and where the sum is finer than hundredths."""
        assert lowered(given_weights, rest) == expected

    @given(st.lists(st.integers(1, 10**9), min_size=1, max_size=12), st.integers(1, 10**9))
    def test_the_sum_is_exact_and_the_order_stays(self, given_weights: list[int], rest: int) -> None:
        """Not a millionth is lost, nobody is left with nothing, a larger weight stays no smaller, each is near."""
        found = lowered(given_weights, rest)
        if found is None:
            return
        assert sum(found) == rest
        assert min(found) > 0
        whole = sum(given_weights)
        for weight, share in zip(given_weights, found, strict=True):
            assert abs(share * whole - weight * rest) < 10_000 * whole
        pairs = sorted(zip(given_weights, found, strict=True))
        for (one, its), (other, theirs) in pairwise(pairs):
            assert one == other or its <= theirs
