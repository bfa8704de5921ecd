import pickle
from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip import Finding, rank
from sakip.errors import InvalidValueError
from sakip.policies import LKJIP
from sakip.scoring import GradeScale, PercentileBands, Quotas, Ranking, Reason, Scored
from sakip.scoring.group import Ties
from tests.scoring.making import exact, judged

THREE = [("A", 20), ("B", 30), ("C", 50)]
KOREA = Quotas(at_most=[("S", 20)], at_least=[(("D", "E"), 10)])


def ranked(*amounts: Any) -> Ranking:
    """A ranking of one-indicator agreements; None has no total."""
    return rank(judged(amount, office=f"Dinas {place:03}") for place, amount in enumerate(amounts))


def codes(labels: tuple[str | Reason, ...]) -> list[str]:
    """Labels, and the codes of the reasons in their place."""
    return [label.code if isinstance(label, Reason) else label for label in labels]


def shares() -> st.SearchStrategy[list[tuple[str, Decimal]]]:
    """Bands of whole and broken percentages, 100 together."""
    cuts = st.lists(st.integers(1, 199), max_size=4, unique=True).map(sorted)
    return cuts.map(
        lambda found: [
            (f"K{place}", Decimal(high - low) / 2) for place, (low, high) in enumerate(pairwise([0, *found, 200]))
        ]
    )


class TestPercentileBands:
    def test_ten_in_three_bands(self) -> None:
        """Of ten the first two are A, the next three B, the last five C, whichever way ties go."""
        for ties in ("up", "down"):
            found = PercentileBands(THREE, ties=ties).labels(ranked(*range(10)))
            assert found == ("A",) * 2 + ("B",) * 3 + ("C",) * 5

    @pytest.mark.parametrize(("size", "highest"), [(4, 0), (5, 1), (9, 1), (10, 2), (27, 5), (29, 5), (30, 6)])
    def test_a_place_is_in_the_band_that_it_does_not_exceed(self, size: int, highest: int) -> None:
        """The first of four stands at 25 percent and is not among the best 20; of 27 the best 20 percent are five."""
        assert PercentileBands(THREE, ties="up").labels(ranked(*range(size))).count("A") == highest

    @pytest.mark.parametrize(("ties", "expected"), [("up", "AAABBCCCCC"), ("down", "ABBBBCCCCC")])
    def test_equal_scores_are_not_parted(self, ties: Ties, expected: str) -> None:
        """Where second and third are equal, both are A or both are B."""
        found = PercentileBands(THREE, ties=ties).labels(ranked(99, 98, 98, 96, 95, 94, 93, 92, 91, 90))
        assert "".join(codes(found)) == expected

    @pytest.mark.parametrize(("ties", "label"), [("up", "A"), ("down", "C")])
    def test_all_equal(self, ties: Ties, label: str) -> None:
        """Where all are equal all have one label, the best or the worst."""
        assert set(PercentileBands(THREE, ties=ties).labels(ranked(*[80] * 10))) == {label}

    def test_only_the_ranked_are_counted(self) -> None:
        """What has no rank is not part of the group, and keeps the reason why."""
        partial = judged(150, None, office="Dinas X")
        found = rank([*(judged(n, office=f"{n}") for n in range(5)), partial, judged(None, office="Dinas Y")])
        labels = PercentileBands(THREE, ties="up").labels(found)
        assert codes(labels) == ["A", "B", "C", "C", "C", "provisional", "nothing-known"]

    @pytest.mark.parametrize(("size", "expected"), [(9, {"group-too-small"}), (10, {"A", "B", "C"})])
    def test_a_small_group_is_not_parted(self, size: int, expected: set[str]) -> None:
        """Below the stated minimum each entry has the reason; at it the bands begin."""
        bands = PercentileBands(THREE, ties="up", minimum_group=10)
        labels = bands.labels(ranked(*range(size), None))
        assert set(codes(labels[:-1])) == expected
        assert codes(labels)[-1] == "nothing-known"

    def test_a_small_group_is_told_with_its_numbers(self) -> None:
        """The reason names the size and the minimum."""
        (label,) = PercentileBands(THREE, ties="up", minimum_group=2).labels(ranked(1))
        assert isinstance(label, Reason)
        assert label.text("en") == "the group has 1, fewer than the minimum of 2"

    def test_nothing_to_part(self) -> None:
        """An empty ranking has no labels."""
        assert PercentileBands(THREE, ties="up").labels(rank([])) == ()

    def test_shares_are_exact(self) -> None:
        """Three bands of a third each need shares that are 100 together, to the last decimal."""
        third = Decimal("33.333333")
        bands = PercentileBands([("A", third), ("B", third), ("C", "33.333334")], ties="up")
        assert bands.labels(ranked(1, 2, 3)) == ("B", "C", "C")
        with pytest.raises(InvalidValueError, match="bands-not-whole"):
            PercentileBands([("A", third), ("B", third), ("C", third)], ties="up")

    @pytest.mark.parametrize(
        ("bands", "code"),
        [
            ([], "bands-not-whole"),
            ([("A", 99)], "bands-not-whole"),
            ([("A", 60), ("B", 41)], "bands-not-whole"),
            ([("A", 50), ("A", 50)], "bands-not-whole"),
            ([("A", 0), ("B", 100)], "bands-not-whole"),
            ([("A", -20), ("B", 100)], "share-out-of-range"),
            ([("A", 101)], "share-out-of-range"),
            ([("A", 0.5)], "float-refused"),
            ([("", 100)], "empty-text"),
            ([("A",)], "wrong-size"),
            ("A", "not-a-list"),
        ],
    )
    def test_odd_bands_are_refused(self, bands: Any, code: str) -> None:
        """Bands have labels of their own, none is empty, and they are the whole."""
        with pytest.raises(InvalidValueError) as caught:
            PercentileBands(bands, ties="up")
        assert caught.value.code == code

    def test_odd_bands_are_shown_as_they_were_read(self) -> None:
        """The error names the bands, with their shares as numbers."""
        with pytest.raises(InvalidValueError) as caught:
            PercentileBands([("A", "60.0"), ("B", 41)], ties="up")
        assert caught.value.path == "PercentileBands.bands"
        assert caught.value.value == (("A", Decimal(60)), ("B", Decimal(41)))

    def test_other_settings_are_refused(self) -> None:
        """The way of ties is one of two words, the minimum a whole number from 1."""
        with pytest.raises(InvalidValueError) as caught:
            PercentileBands(THREE, ties="split")  # type: ignore[arg-type]
        assert caught.value.code == "unknown-ties"
        with pytest.raises(InvalidValueError, match=r"PercentileBands\.minimum_group"):
            PercentileBands(THREE, ties="up", minimum_group=0)
        with pytest.raises(InvalidValueError, match="wrong-kind"):
            PercentileBands(THREE, ties="up").labels([judged(1)])  # type: ignore[arg-type]

    def test_text(self) -> None:
        """Bands are told in words, with the way of ties."""
        bands = PercentileBands([("A", "12.5"), ("B", "87.5")], ties="up")
        assert bands.text() == "A 12,5 %; B 87,5 % (nilai sama ikut kelas atas)"
        assert bands.text("en") == "A 12.5 %; B 87.5 % (equal scores go to the upper band)"
        assert pickle.loads(pickle.dumps(bands)) == bands

    @given(shares(), st.lists(st.integers(0, 6), min_size=1, max_size=20), st.sampled_from(["up", "down"]))
    def test_laws(self, bands: list[tuple[str, Decimal]], amounts: list[int], ties: Ties) -> None:
        """Better is never in a lower band, equal is in the same; and the bands hold what their shares allow.

        With ties down the bands above each border hold at most their share; with ties up at least all whole places
        of it.
        """
        ranking = ranked(*amounts)
        found = PercentileBands(bands, ties=ties).labels(ranking)
        places = [[label for label, _ in bands].index(str(label)) for label in found]
        assert places == sorted(places)
        ranks = [entry.rank for entry in ranking]
        assert all((one == other) <= (a == b) for (one, a), (other, b) in pairwise(zip(ranks, places, strict=True)))
        reach = Fraction(0)
        for at, (_, percent) in enumerate(bands):
            reach += Fraction(percent)
            held, share = sum(place <= at for place in places), reach * len(amounts) / 100
            assert held <= share if ties == "down" else held >= share.__floor__()

    @given(shares(), st.lists(st.integers(0, 1000), min_size=1, max_size=12, unique=True))
    def test_ties_matter_only_where_there_are_any(self, bands: list[tuple[str, Decimal]], amounts: list[int]) -> None:
        """Without equal scores both ways give the same."""
        ranking = ranked(*amounts)
        up, down = (PercentileBands(bands, ties=ties).labels(ranking) for ties in ("up", "down"))
        assert up == down


class TestQuotas:
    """Korea's senior officials: at most 20 percent in the highest grade, at least 10 percent in the lowest two."""

    @pytest.mark.parametrize(
        ("highest", "lowest", "expected"),
        [
            (5, 3, []),
            (6, 3, ["GRP-TOO-MANY"]),
            (5, 2, ["GRP-TOO-FEW"]),
            (6, 2, ["GRP-TOO-MANY", "GRP-TOO-FEW"]),
            (0, 27, []),
        ],
    )
    def test_27_officials(self, highest: int, lowest: int, expected: list[str]) -> None:
        """Of 27 at most 5 (5,4 cut) are in the highest, and at least 3 (2,7 filled up) in the lowest two."""
        grades = ["S"] * highest + ["A"] * (27 - highest - lowest) + ["D"] * (lowest - 1) + ["E"]
        found = KOREA.check(grades)
        assert list(found.codes()) == expected
        assert all(finding.severity == "error" for finding in found)

    def test_findings_tell_their_numbers(self) -> None:
        """A finding has the count, the size, the limit and the percentage, in both languages."""
        (many, few) = KOREA.check(["S"] * 27)
        assert many.text("id") == "27 dari 27 berpredikat S; paling banyak 5 (20 %)"
        assert few.text("en") == "0 of 27 have D, E; at least 3 must (10 %)"
        assert dict(few.arguments)["limit"] == 3

    @pytest.mark.parametrize(
        ("highest", "lowest", "expected"),
        [(6, 2, []), (7, 2, ["GRP-TOO-MANY"]), (6, 1, ["GRP-TOO-FEW"])],
    )
    def test_the_lenient_reading_is_declared(self, highest: int, lowest: int, expected: list[str]) -> None:
        """Rounded the other way, 5,4 allows 6 and 2,7 asks for 2."""
        lenient = Quotas(
            at_most=[("S", 20)],
            at_least=[(("D", "E"), 10)],
            round_at_most="ceiling",
            round_at_least="floor",
        )
        found = lenient.check(["S"] * highest + ["A"] * (27 - highest - lowest) + ["E"] * lowest)
        assert list(found.codes()) == expected

    @pytest.mark.parametrize("reading", [("floor", "floor"), ("ceiling", "ceiling"), ("floor", "ceiling")])
    def test_a_whole_limit_needs_no_rounding(self, reading: Any) -> None:
        """Of 30 exactly 6 are 20 percent and exactly 3 are 10."""
        quotas = Quotas(
            at_most=[("S", 20)],
            at_least=[("E", 10)],
            round_at_most=reading[0],
            round_at_least=reading[1],
        )
        assert not quotas.check(["S"] * 6 + ["A"] * 21 + ["E"] * 3)
        assert len(quotas.check(["S"] * 7 + ["A"] * 21 + ["E"] * 2)) == 2

    @pytest.mark.parametrize(("size", "expected"), [(9, ["GRP-TOO-SMALL"]), (10, ["GRP-TOO-MANY"])])
    def test_a_small_group_is_not_checked_and_says_so(self, size: int, expected: list[str]) -> None:
        """Below the minimum one note says that nothing was checked."""
        found = Quotas(at_most=[("S", 20)], minimum_group=10).check(["S"] * size)
        assert list(found.codes()) == expected
        assert [finding.severity for finding in found] == ["note" if size < 10 else "error"]

    def test_nobody_is_a_small_group(self) -> None:
        """A group of none is not a clean one."""
        (finding,) = KOREA.check([])
        assert isinstance(finding, Finding)
        assert finding.text("id") == "kuota tidak diperiksa: kelompok berisi 0, kurang dari batas terkecil 1"

    def test_what_has_no_grade_is_not_counted(self) -> None:
        """None and reasons count neither as a grade nor as members."""
        grades = ["S", "A", "A", "A", "E", None, Reason("nothing-known"), None]
        assert not KOREA.check(grades)
        assert dict(KOREA.check([*grades, "S"]).findings[0].arguments)["size"] == 6

    def test_bands_and_quotas_speak_of_one_ranking(self) -> None:
        """The labels of the bands are what the quotas check; with ties down no upper quota of the same share breaks."""
        ranking = ranked(*[90] * 4, *range(6), None)
        quotas = Quotas(at_most=[("A", 20)])
        assert not quotas.check(PercentileBands(THREE, ties="down").labels(ranking))
        assert quotas.check(PercentileBands(THREE, ties="up").labels(ranking)).codes() == ("GRP-TOO-MANY",)

    def test_grades_of_a_policy(self) -> None:
        """The grades of a ranking go in as they are."""
        report = Quotas(at_most=[("Sangat Tinggi", 50)]).check(entry.grade for entry in ranked(95, 93, 92, 60))
        assert report.codes() == ("GRP-TOO-MANY",)

    @pytest.mark.parametrize(
        ("fields", "code"),
        [
            ({}, "no-quotas"),
            ({"at_most": [("S", 101)]}, "share-out-of-range"),
            ({"at_most": [("S", -1)]}, "share-out-of-range"),
            ({"at_most": [((), 10)]}, "no-labels"),
            ({"at_most": [("", 10)]}, "empty-text"),
            ({"at_most": [(3, 10)]}, "not-a-list"),
            ({"at_most": "S"}, "not-a-list"),
            ({"at_least": [("S", 0.1)]}, "float-refused"),
            ({"at_most": [("S", 20)], "at_least": [("S", 21)]}, "quotas-contradict"),
            ({"at_most": [(("S", "A"), 20)], "at_least": [("S", 21)]}, "quotas-contradict"),
            ({"at_most": [("S", 20)], "round_at_most": "half_up"}, "unknown-rounding"),
            ({"at_most": [("S", 20)], "round_at_least": None}, "unknown-rounding"),
            ({"at_most": [("S", 20)], "minimum_group": 0}, "not-a-whole-number"),
        ],
    )
    def test_odd_quotas_are_refused(self, fields: Any, code: str) -> None:
        """A quota names grades and a percentage, and does not contradict another."""
        with pytest.raises(InvalidValueError) as caught:
            Quotas(**fields)
        assert caught.value.code == code

    @pytest.mark.parametrize(
        ("fields", "path", "value"),
        [
            ({}, "Quotas", ()),
            ({"at_most": [("S", 101)]}, "Quotas.at_most", 101),
            ({"at_least": [((), 10)]}, "Quotas.at_least", ()),
            ({"at_most": [("S", 20)], "at_least": [("S", 21)]}, "Quotas", (("S",), ("S",))),
            ({"at_most": [("S", 20)], "round_at_least": "up"}, "Quotas.round_at_least", "up"),
            ({"at_most": [("S", 20)], "round_at_most": "up"}, "Quotas.round_at_most", "up"),
            ({"at_most": [("S", 20)], "minimum_group": 1_000_001}, "Quotas.minimum_group", 1_000_001),
        ],
        ids=str,
    )
    def test_what_was_odd(self, fields: Any, path: str, value: Any) -> None:
        """The error names the field and what stood in it."""
        with pytest.raises(InvalidValueError) as caught:
            Quotas(**fields)
        assert (caught.value.path, caught.value.value) == (path, value)

    @pytest.mark.parametrize(
        ("fields", "problem"),
        [
            ({}, ("tidak ada kuota", "there is no quota")),
            (
                {"at_most": [("S", 20)], "at_least": [("S", 21)]},
                (
                    "kuota paling sedikit melebihi kuota paling banyak untuk predikat yang sama",
                    "more is asked for at least than is allowed at most for the same grades",
                ),
            ),
            (
                {"at_most": [("S", 20)], "round_at_most": "up"},
                ("pembulatan kuota tidak dikenal", "unknown rounding of a quota"),
            ),
        ],
        ids=["none", "contradiction", "rounding"],
    )
    def test_odd_quotas_in_words(self, fields: Any, problem: tuple[str, str]) -> None:
        """What is wrong with them is said in both languages."""
        with pytest.raises(InvalidValueError) as caught:
            Quotas(**fields)
        assert caught.value.problem == problem

    @pytest.mark.parametrize(
        ("make", "example"),
        [
            (lambda: Quotas(at_most=[5]), "('Istimewa', 20)"),  # type: ignore[list-item]
            (lambda: Quotas(at_most=[(5, 20)]), "['Kurang']"),  # type: ignore[list-item]
            (lambda: KOREA.check(5), "['Baik']"),  # type: ignore[arg-type]
            (lambda: KOREA.check(["S", 5]), "'Baik'"),  # type: ignore[list-item]
            (lambda: PercentileBands([5], ties="up"), "('Sangat Baik', 20)"),  # type: ignore[list-item]
        ],
        ids=range(5),
    )
    def test_how_it_is_written(self, make: Callable[[], object], example: str) -> None:
        """Something of another kind is answered with what stands there."""
        with pytest.raises(InvalidValueError) as caught:
            make()
        assert all(part.endswith(f" {example}") for part in caught.value.way_out)
        assert caught.value.value == 5

    def test_the_largest_minimum(self) -> None:
        """A minimum may be as large as a million."""
        quotas = Quotas(at_most=[("S", 20)], minimum_group=1_000_000)
        bands = PercentileBands(THREE, ties="up", minimum_group=1_000_000)
        assert quotas.minimum_group == bands.minimum_group == 1_000_000
        with pytest.raises(InvalidValueError, match=r"PercentileBands\.minimum_group"):
            PercentileBands(THREE, ties="up", minimum_group=1_000_001)

    def test_findings_are_of_the_group(self) -> None:
        """Whatever is found is said of the group as a whole."""
        found = [*KOREA.check([]), *KOREA.check(["S"])]
        assert [finding.subject for finding in found] == ["group"] * 3

    @pytest.mark.parametrize(
        "fields",
        [
            {"at_most": [("S", 20)], "at_least": [("S", 20)]},
            {"at_most": [("S", 20)], "at_least": [(("S", "A"), 21)]},
            {"at_most": [("S", 0)]},
            {"at_least": [("S", 100)]},
        ],
    )
    def test_the_edges_are_quotas(self, fields: Any) -> None:
        """The same share from both sides, more for a larger set, none and all may be asked for."""
        quotas = Quotas(**fields)
        assert pickle.loads(pickle.dumps(quotas)) == quotas

    @pytest.mark.parametrize("labels", ["SAA", None, ["S", 3], [b"S"]])
    def test_other_labels_are_refused(self, labels: Any) -> None:
        """Grades are texts in a list."""
        with pytest.raises(InvalidValueError, match=r"Quotas\.check\.labels"):
            KOREA.check(labels)

    @given(st.lists(st.sampled_from("SABDE"), min_size=1, max_size=40), st.randoms(use_true_random=False))
    def test_laws(self, grades: list[str], chance: Any) -> None:
        """The order of the grades changes nothing; what is found is what cross-multiplication finds."""
        found = KOREA.check(grades)
        counts = Counter(grades)
        assert ("GRP-TOO-MANY" in found.codes()) == (100 * counts["S"] > 20 * len(grades))
        assert ("GRP-TOO-FEW" in found.codes()) == (100 * (counts["D"] + counts["E"]) < 10 * len(grades))
        chance.shuffle(grades)
        assert KOREA.check(grades) == found


class TestIndia:
    """India's Results Framework Document: 96 to 100 Excellent, 86 to 95 Very Good, 76 to 85 Good, 66 to 75 Fair."""

    EXACT = GradeScale(
        [(None, "Poor"), (66, "Fair"), (76, "Good"), (86, "Very Good"), (96, "Excellent")], closed="lower"
    )
    ROUNDED = GradeScale(EXACT.bands, closed="lower", reads=0)

    def test_the_worked_example(self) -> None:
        """75, 90 and 100 with weights 50, 30 and 20 make 84,5, which is Good, and 85 when it is rounded first."""
        (entry,) = rank([judged(75, 90, 100, weights=(50, 30, 20), policy=LKJIP.evolve(scale=self.EXACT))])
        assert isinstance(entry.score, Scored)
        assert exact(entry.score) == Fraction("84.5")
        assert entry.grade == "Good"
        assert self.ROUNDED.grade(Fraction("84.5")) == "Good"

    @pytest.mark.parametrize(
        ("composite", "by_bounds", "rounded"),
        [("85.49", "Good", "Good"), ("85.5", "Good", "Very Good"), ("86", "Very Good", "Very Good")],
    )
    def test_the_gaps_between_whole_numbers_are_read_as_declared(
        self, composite: str, by_bounds: str, rounded: str
    ) -> None:
        """Between 85 and 86 the scale says whether it reads the exact number or the rounded one."""
        assert self.EXACT.grade(Fraction(composite)) == by_bounds
        assert self.ROUNDED.grade(Fraction(composite)) == rounded

    def test_a_distribution_over_departments(self) -> None:
        """The ratings of a ranking can be held to quotas of their own."""
        policy = LKJIP.evolve(scale=self.EXACT)
        found = rank(judged(n, office=f"{n}", policy=policy) for n in (97, 96, 90, 80, 70, 60))
        grades = [entry.grade for entry in found]
        assert grades == ["Excellent", "Excellent", "Very Good", "Good", "Fair", "Poor"]
        assert Quotas(at_most=[("Excellent", 20)], at_least=[(("Fair", "Poor"), 30)]).check(grades).codes() == (
            "GRP-TOO-MANY",
        )
