import pickle
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve

from sakip import Reference
from sakip.errors import InvalidValueError
from sakip.skp import (
    ORGANISATION_PREDICATES,
    SE_MENPANRB_3_2023,
    DistributionPattern,
    PatternShare,
    distribution_pattern,
)

SIZES = range(501)
each_pattern = pytest.mark.parametrize("pattern", SE_MENPANRB_3_2023, ids=lambda one: one.organisation)


def counts(organisation: Any, size: int, **fields: Any) -> list[tuple[str, int]]:
    """Rule and number of each limit of a size."""
    pattern = evolve(distribution_pattern(organisation), **fields)
    return [(limit.share.rule, limit.count) for limit in pattern.limits(size)]


class TestCircular:
    """SE MenPANRB 3/2023, the pattern of distribution of predicates, one for each predicate of the organisation."""

    def test_twenty_employees(self) -> None:
        """The worked sizes: 14 at most, one at least, 12 at least, 2 at most."""
        assert counts("Istimewa", 20) == [("at_most", 14), ("majority", 11)]
        assert counts("Baik", 20) == [("at_most", 14), ("someone", 1), ("majority", 11)]
        assert counts("Butuh Perbaikan", 20) == [("at_least", 12), ("at_most", 2)]
        assert counts("Kurang", 20) == [("at_least", 12), ("at_least", 2), ("at_most", 2)]
        assert counts("Sangat Kurang", 20) == [("at_least", 12), ("at_least", 2), ("at_most", 0)]

    @pytest.mark.parametrize(
        ("organisation", "size", "expected"),
        [
            ("Istimewa", 1, [0, 0]),
            ("Istimewa", 2, [1, 1]),
            ("Istimewa", 3, [2, 2]),
            ("Istimewa", 4, [2, 2]),
            ("Istimewa", 9, [6, 5]),
            ("Istimewa", 10, [7, 6]),
            ("Baik", 1, [0, 1, 0]),
            ("Baik", 2, [1, 1, 1]),
            ("Baik", 4, [2, 1, 2]),
            ("Butuh Perbaikan", 1, [1, 0]),
            ("Butuh Perbaikan", 5, [3, 0]),
            ("Butuh Perbaikan", 6, [4, 0]),
            ("Butuh Perbaikan", 9, [6, 0]),
            ("Butuh Perbaikan", 10, [6, 1]),
            ("Butuh Perbaikan", 19, [12, 1]),
            ("Kurang", 1, [1, 0, 0]),
            ("Kurang", 2, [2, 0, 0]),
            ("Kurang", 3, [2, 1, 0]),
            ("Kurang", 10, [6, 1, 1]),
            ("Kurang", 11, [7, 2, 1]),
            ("Sangat Kurang", 2, [2, 0, 0]),
            ("Sangat Kurang", 3, [2, 1, 0]),
        ],
    )
    def test_whole_employees(self, organisation: Any, size: int, expected: list[int]) -> None:
        """Maxima are cut off and minima go up; where few people cannot keep all, the earlier minimum goes first."""
        assert [count for _, count in counts(organisation, size)] == expected

    def test_certainty(self) -> None:
        """The percentages were read; that most is more than half is our inference, and says so."""
        marks = {share.rule: set() for pattern in SE_MENPANRB_3_2023 for share in pattern.shares}
        for pattern in SE_MENPANRB_3_2023:
            for share in pattern.shares:
                marks[share.rule].add(share.reference.certainty)
        assert marks == {"at_most": {"read"}, "at_least": {"read"}, "someone": {"read"}, "majority": {"derived"}}

    def test_there_is_one_for_each_predicate(self) -> None:
        """Every predicate of an organisation has its pattern."""
        assert sorted(one.organisation for one in SE_MENPANRB_3_2023) == sorted(ORGANISATION_PREDICATES.names)

    @pytest.mark.parametrize(("word", "meant"), [("cukup", "Butuh Perbaikan"), ("istimewa", "Istimewa")])
    def test_other_words(self, word: Any, meant: str) -> None:
        """Cukup is another name, which the error tells."""
        with pytest.raises(InvalidValueError) as caught:
            distribution_pattern(word)
        assert caught.value.code == "unknown-organisation-predicate"
        assert repr(meant) in caught.value.way_out[0]

    def test_text(self) -> None:
        """Every share in words."""
        assert distribution_pattern("Baik").text() == (
            "Baik paling banyak 70 %; Butuh Perbaikan, Kurang harus ada; Baik sebagian besar"
        )


class TestEverySize:
    """Distribution limits hold for every size from 1 to 500 with the stated roundings."""

    @each_pattern
    def test_maxima_never_exceed_their_share(self, pattern: DistributionPattern) -> None:
        """A maximum is the greatest whole number within its percentage, and with ceiling the next one."""
        up = evolve(pattern, round_at_most="ceiling")
        for size in SIZES:
            for limit, raised in zip(pattern.limits(size), up.limits(size), strict=True):
                if limit.share.rule == "at_most":
                    exact = Fraction(limit.share.percent or 0) * size / 100
                    assert limit.count <= exact < limit.count + 1
                    assert raised.count - 1 < exact <= raised.count

    @each_pattern
    def test_minima_keep_their_share(self, pattern: DistributionPattern) -> None:
        """A minimum is the least whole number that has its percentage, unless the unit is too small for all of them."""
        for size in SIZES:
            for limit in pattern.limits(size):
                if limit.share.rule == "at_least":
                    exact = Fraction(limit.share.percent or 0) * size / 100
                    assert limit.asked - 1 < exact <= limit.asked
                    assert limit.count == limit.asked or (size <= 2 and limit.count < limit.asked)

    @each_pattern
    @pytest.mark.parametrize("up", ["floor", "ceiling"])
    @pytest.mark.parametrize("down", ["floor", "ceiling"])
    def test_all_limits_can_be_kept_together(self, pattern: DistributionPattern, up: Any, down: Any) -> None:
        """Whatever the roundings, there are counts that keep every limit."""
        rounded = evolve(pattern, round_at_most=up, round_at_least=down)
        for size in SIZES:
            limits = rounded.limits(size)
            given = dict.fromkeys(ORGANISATION_PREDICATES.names, 0) | {"Sangat Baik": 0}
            for limit in limits:
                if limit.share.rule != "at_most":
                    given[limit.share.labels[0]] += limit.count
            limited = {label for limit in limits if limit.share.rule == "at_most" for label in limit.share.labels}
            free = next(label for label in ("Sangat Kurang", "Baik") if label not in limited)
            given[free] += size - sum(given.values())
            assert sum(given.values()) == size
            assert min(given.values()) >= 0
            for limit in limits:
                assert limit.allows(sum(given[label] for label in limit.share.labels))

    def test_most_is_more_than_half(self) -> None:
        """For 3 and from 5 on most is more than half; of 1, 2 and 4 the maximum does not allow it."""
        for size in SIZES[1:]:
            (_, most) = counts("Istimewa", size)[1]
            assert (2 * most > size) == (size not in {1, 2, 4})


class TestOwnPattern:
    def test_its_own_rounding(self) -> None:
        """With ceiling a unit of ten at 65 percent may have seven, with floor six."""
        pattern = DistributionPattern("Baik", [PatternShare(["Baik"], "at_most", percent=65)])
        assert pattern.limits(10)[0].count == 6
        assert evolve(pattern, round_at_most="ceiling").limits(10)[0].count == 7
        least = DistributionPattern("Kurang", [PatternShare(["Kurang"], "at_least", percent=65)])
        assert least.limits(10)[0].count == 7
        assert evolve(least, round_at_least="floor").limits(10)[0].count == 6

    def test_a_minimum_yields_to_the_maximum(self) -> None:
        """Of one employee 60 percent are one and 65 percent are none: the maximum holds, and the loss is told."""
        both = DistributionPattern(
            "Baik",
            [PatternShare(["Baik"], "at_most", percent=65), PatternShare(["Baik"], "at_least", percent=60)],
        )
        assert [(limit.count, limit.asked) for limit in both.limits(1)] == [(0, 0), (0, 1)]

    def test_minima_share_the_room_of_a_maximum(self) -> None:
        """Of three employees half are one at most, so that only the earlier of two minima can be kept."""
        both = DistributionPattern(
            "Baik",
            [
                PatternShare(["Baik", "Kurang"], "at_most", percent=50),
                PatternShare(["Kurang"], "at_least", percent=25),
                PatternShare(["Baik"], "at_least", percent=25),
            ],
        )
        assert [limit.count for limit in both.limits(3)] == [1, 1, 0]
        assert [limit.count for limit in both.limits(4)] == [2, 1, 1]

    @pytest.mark.parametrize(
        ("shares", "code"),
        [
            ([], "no-shares"),
            ([("Baik", "at_most", 10), ("Baik", "at_least", 20)], "shares-contradict"),
            ([("Baik", "at_least", 20), ("Baik", "someone", None)], "shares-contradict"),
            ([("Baik", "at_least", 60), ("Kurang", "at_least", "40.1")], "shares-contradict"),
            (
                [("Baik Kurang", "at_most", 50), ("Baik", "at_least", 30), ("Kurang", "at_least", 21)],
                "shares-contradict",
            ),
        ],
    )
    def test_contradictions_are_refused(self, shares: Any, code: str) -> None:
        """No limit, a minimum above the maximum, a predicate asked for twice, more than all."""
        with pytest.raises(InvalidValueError) as caught:
            DistributionPattern("Baik", [PatternShare(one.split(), rule, percent=part) for one, rule, part in shares])
        assert caught.value.code == code

    def test_what_does_not_contradict(self) -> None:
        """A minimum that equals its maximum, and minima of all employees together, may stand."""
        DistributionPattern(
            "Baik", [PatternShare(["Baik"], "at_most", percent=60), PatternShare(["Baik"], "at_least", percent=60)]
        )
        DistributionPattern(
            "Baik", [PatternShare(["Baik"], "at_least", percent=60), PatternShare(["Kurang"], "at_least", percent=40)]
        )

    @pytest.mark.parametrize(
        ("fields", "path"),
        [
            ({"labels": []}, "PatternShare.labels"),
            ({"labels": ["Baik", "Baik"]}, "PatternShare.labels"),
            ({"labels": ["Cukup"]}, "PatternShare.labels"),
            ({"rule": "some"}, "PatternShare.rule"),
            ({"percent": "100.1"}, "PatternShare.percent"),
            ({"percent": -1}, "PatternShare.percent"),
            ({"percent": None}, "PatternShare.percent"),
            ({"rule": "someone"}, "PatternShare.percent"),
            ({"reference": "SE"}, "PatternShare.reference"),
        ],
    )
    def test_bad_shares(self, fields: Any, path: str) -> None:
        """Each field is asked for by its own type and range."""
        with pytest.raises(InvalidValueError) as caught:
            PatternShare(**{"labels": ["Baik"], "rule": "at_most", "percent": 10, **fields})
        assert caught.value.path == path

    @pytest.mark.parametrize("size", [-1, 1_000_001, True, "20"])
    def test_bad_sizes(self, size: Any) -> None:
        """A size is a whole number of employees."""
        with pytest.raises(InvalidValueError):
            distribution_pattern("Baik").limits(size)

    def test_a_limit_counts_people(self) -> None:
        """Both sides of a maximum and of a minimum."""
        most, someone, _ = distribution_pattern("Baik").limits(20)
        assert [most.allows(count) for count in (14, 15)] == [True, False]
        assert [someone.allows(count) for count in (0, 1)] == [False, True]
        with pytest.raises(InvalidValueError):
            most.allows(-1)

    def test_survives_pickling(self) -> None:
        """A pattern is a value, with a reference of its own."""
        share = PatternShare(["Baik"], "majority", reference=Reference("Perbup 1/2026", certainty="read"))
        pattern = DistributionPattern("Baik", [share], round_at_most="ceiling")
        assert pickle.loads(pickle.dumps(pattern)) == pattern
