import pickle
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from sakip import (
    Evaluation,
    Indicator,
    Period,
    Realization,
    Report,
    Target,
    agreements_from_rows,
    evaluate,
    evaluate_many,
    rank,
)
from sakip.errors import InvalidValueError
from sakip.policies import LKJIP
from sakip.scoring import Cap, GeometricMean, Maximum, Mean, NotEvaluated, Ranking, RatioOfSums, Round, Stage, Weights
from tests.scoring.making import agreement, judged, refused

GEOMETRIC = LKJIP.evolve(objective=Stage(GeometricMean(), [Round(2)]), total=Stage(GeometricMean(), [Round(2)]))


class TestRanks:
    def test_equal_totals_share_a_rank_and_are_all_counted(self) -> None:
        """Two that are equal are both second, and the next is fourth."""
        found = rank([judged(70), judged(90), judged(80, office="Dinas B"), judged(80, office="Dinas C")])
        assert [entry.rank for entry in found] == [1, 2, 2, 4]
        assert [entry.office for entry in found] == ["Dinas A", "Dinas B", "Dinas C", "Dinas A"]
        assert len(found) == 4

    def test_totals_are_compared_before_they_are_rounded(self) -> None:
        """100/3 and 33,33 print the same and are not equal."""
        thirds = judged(0, 0, 100, office="Dinas B")
        found = rank([judged("33.33"), thirds])
        assert [entry.score.value for entry in found] == [Decimal("33.33")] * 2
        assert [(entry.rank, entry.office) for entry in found] == [(1, "Dinas B"), (2, "Dinas A")]

    def test_geometric_means_are_compared_after_rounding(self) -> None:
        """What has no quotient is equal where its rounded numbers are, and the table says so."""
        found = rank([judged(2, 1, policy=GEOMETRIC), judged("1.41", policy=GEOMETRIC), judged(1, policy=GEOMETRIC)])
        assert [entry.score.value for entry in found] == [Decimal("1.41"), Decimal("1.41"), Decimal("1.00")]
        assert [entry.rank for entry in found] == [1, 1, 3]
        assert "after rounding" in found.text("en")
        assert "after rounding" not in rank([judged(1)]).text("en")

    def test_a_negative_total_is_below_none_that_is_not(self) -> None:
        """Zero is a total like any other, and a negative one comes after it."""
        found = rank([judged(-20), judged(0)])
        assert [(entry.rank, entry.score.value) for entry in found] == [(1, Decimal("0.00")), (2, Decimal("-20.00"))]

    def test_nothing_is_ranked(self) -> None:
        """An empty list is an empty ranking."""
        found = rank([])
        assert (len(found), found.rows()) == (0, [])
        assert found.text("en").startswith("Ranking")

    def test_an_iterator_will_do(self) -> None:
        """What `evaluate_many` yields goes in as it is."""
        pairs = [(judged(1).agreement, [Realization("IKU-1", amount)]) for amount in (1, 2)]
        assert [entry.rank for entry in rank(evaluate_many(pairs, policy=LKJIP))] == [1, 2]

    def test_survives_pickling(self) -> None:
        """An unpickled ranking equals the original."""
        found = rank([judged(0, 250), judged(80), judged(None)])
        assert pickle.loads(pickle.dumps(found)) == found
        assert hash(found) == hash(pickle.loads(pickle.dumps(found)))

    @pytest.mark.parametrize(
        ("fields", "path"),
        [
            ({"entries": 5}, "Ranking.entries"),
            ({"entries": [judged(70)]}, "Ranking.entries[0]"),
            ({"entries": [], "nowhere": 4}, "Ranking.nowhere"),
            ({"entries": [], "nowhere": [3, "4"]}, "Ranking.nowhere[1]"),
        ],
        ids=["no list", "no entry", "no numbers", "no number"],
    )
    def test_it_is_made_of_entries_and_row_numbers(self, fields: dict[str, Any], path: str) -> None:
        """Anything else is refused by the field that it stands in."""
        with pytest.raises(InvalidValueError) as caught:
            Ranking(**fields)
        assert caught.value.path == path

    def test_an_entry_is_short_to_read(self) -> None:
        """An entry shows the code of its agreement, not the whole evaluation."""
        assert repr(rank([judged(70)]).entries[0]) == "RankEntry(evaluation='PK', rank=1, carried=None, left_out=())"


class TestLeftOut:
    """A ranking that is told from which table it comes hides no row of it."""

    HEADS = ("OPD", "Indikator", "Jenis", "Target", "Realisasi")

    def ranked(self, *cells: tuple[str, ...]) -> Ranking:
        """The ranking of a table, told of its reading."""
        named = {"office": "OPD", "indicator": "Indikator", "polarity": "Jenis"}
        columns = {**named, "target": "Target", "realization": "Realisasi"}
        rows = [dict(zip(self.HEADS, row, strict=True)) for row in cells]
        reading = agreements_from_rows(rows, columns=columns, year=2025)
        return rank(evaluate_many(reading, policy=LKJIP), reading=reading)

    def test_a_total_without_all_of_its_rows_is_provisional(self) -> None:
        """The highest total is not ranked where a row of its office could not be used, and its rows are named."""
        found = self.ranked(
            ("A", "x", "positif", "2", "1"),
            ("B", "x", "positif", "2", "4"),
            ("B", "y", "positif", "dua", "0"),
            ("B", "z", "positif", "", "0"),
        )
        assert [(one.office, one.rank, one.left_out) for one in found] == [("A", 1, ()), ("B", None, (3, 4))]
        assert [(one.completeness, one.remark) for one in found] == [("final", None), ("provisional", "rows-left-out")]
        assert [row["left_out"] for row in found.rows()] == [None, "3, 4"]
        assert "sementara; tanpa baris 3, 4," in " ".join(found.text("id", width=200).split())
        assert "without unusable rows: 3, 4" in found.picture("en").text(200)
        assert found.nowhere == ()
        assert pickle.loads(pickle.dumps(found)) == found

    def test_a_total_that_has_no_number_keeps_its_own_reason(self) -> None:
        """Where there is no total, why there is none is said."""
        (found,) = self.ranked(("A", "x", "positif", "2", ""), ("A", "y", "positif", "dua", "1"))
        assert (found.left_out, found.completeness, found.remark) == ((2,), "withheld", "nothing-known")

    def test_an_office_of_which_nothing_could_be_read(self) -> None:
        """Its rows are named below the table: the office itself is not there."""
        found = self.ranked(("A", "x", "positif", "2", "1"), ("B", "x", "", "2", "1"), ("C", "x", "positif", "?", "1"))
        assert [(one.office, one.rank) for one in found] == [("A", 1)]
        assert found.nowhere == (2, 3)
        assert "Baris 2, 3 tidak dapat dipakai" in found.text("id")
        assert "these rows: 2, 3;" in found.text("en")

    def test_rows_of_nobody_are_laid_to_nobody(self) -> None:
        """Something that is no agreement at all is not what the rows of an unknown office would have been."""
        named = {"office": "OPD", "indicator": "Indikator", "polarity": "Jenis"}
        rows = [
            dict(zip(self.HEADS, row, strict=True)) for row in (("A", "x", "positif", "2", "1"), ("B", "x", "", 2, 1))
        ]
        columns = {**named, "target": "Target", "realization": "Realisasi"}
        reading = agreements_from_rows(rows, columns=columns, year=2025)
        found = rank(evaluate_many([*reading, ("?", [])], policy=LKJIP), reading=reading)
        assert found.nowhere == (2,)
        assert [(one.office, one.completeness, one.left_out) for one in found] == [
            ("A", "final", ()),
            (None, "withheld", ()),
        ]

    def test_a_table_without_a_fault_changes_nothing(self) -> None:
        """A reading of which every row is used ranks as its evaluations do."""
        rows = ("A", "x", "positif", "2", "1"), ("B", "x", "positif", "2", "2")
        found = self.ranked(*rows)
        assert found == rank(one.evaluation for one in found)
        assert [one.rank for one in found] == [1, 2]

    def test_something_that_is_no_reading(self) -> None:
        """The report of a reading, or its pairs, are not the reading."""
        with pytest.raises(InvalidValueError) as caught:
            rank([], reading=Report())  # type: ignore[arg-type]
        assert caught.value.path == "rank.reading"


class TestApart:
    def test_provisional_totals_follow_the_final_ones_without_a_rank(self) -> None:
        """A higher total of which a part is unknown does not come before a final one, nor is it counted."""
        found = rank([judged(120, None, office="B"), judged(50, office="C"), judged(130, None, office="A")])
        assert [(entry.office, entry.rank) for entry in found] == [("C", 1), ("A", None), ("B", None)]
        assert [entry.completeness for entry in found] == ["final", "provisional", "provisional"]
        (final, provisional, _) = found
        assert final.reason is None
        assert final.remark is None
        assert provisional.remark == "provisional"
        assert provisional.reason is not None
        assert provisional.reason.text("en") == "provisional; weight known: 50 %"
        assert provisional.grade == "Sangat Tinggi"

    def test_the_known_share_never_rounds_up_to_all_of_it(self) -> None:
        """99,999 percent is written as 99,99."""
        relative = LKJIP.evolve(weights=Weights(total=None, per="objective", absent="equal"))
        (entry,) = rank([judged(80, None, weights=(99999, 1), policy=relative)])
        assert entry.reason is not None
        assert entry.reason.text("id") == "sementara; bobot yang diketahui 99,99 %"

    def test_withheld_and_refused_stand_last(self) -> None:
        """What has no total keeps the reason why."""
        found = rank([refused(), judged(None, office="B"), judged(1, office="C"), judged(2, None, office="D")])
        assert [entry.office for entry in found] == ["C", "D", "B", "Dinas Z"]
        assert [entry.remark for entry in found] == [None, "provisional", "nothing-known", "input-refused"]
        assert [entry.score.value for entry in found][2:] == [None, None]
        assert found.entries[-1].grade is None

    def test_withheld_by_the_policy(self) -> None:
        """Where the policy withholds incomplete totals there is no provisional one."""
        (entry,) = rank([judged(90, None, policy=LKJIP.evolve(incomplete="withhold"))])
        assert (entry.rank, entry.completeness, entry.remark) == (None, "withheld", "withheld")

    def test_what_is_no_agreement_at_all(self) -> None:
        """An item that was never an agreement has no office, and stands before the others without a total."""
        (broken,) = evaluate_many([3], policy=LKJIP)  # type: ignore[list-item]
        found = rank([refused(), broken])
        assert [entry.office for entry in found] == [None, "Dinas Z"]
        assert found.rows()[0]["agreement"] is None

    def test_left_out_by_rule_is_final(self) -> None:
        """An indicator that a rule leaves out does not make a total provisional."""
        policy = LKJIP.evolve(zero_target="exclude")
        promised = agreement(
            [
                Target(Indicator("A", "A", polarity="minimize"), 0),
                Target(Indicator("B", "B", polarity="maximize"), 10),
            ]
        )
        delivered = [Realization("A", 1), Realization("B", 9)]
        (entry,) = rank([evaluate(promised, delivered, policy=policy)])
        assert (entry.rank, entry.score.value) == (1, Decimal("90.00"))


class TestAlike:
    @pytest.mark.parametrize(
        "other",
        [
            judged(90, policy=LKJIP.evolve(id="kab", edition="2")),
            judged(90, policy=LKJIP.evolve(id="lkjip", edition="2")),
            judged(90, policy=evolve(LKJIP, indicator=[Round(1)])),
            judged(90, period=Period.quarter(2025, 1)),
            judged(90, through=Period.quarter(2025, 1)),
            judged(90, year=2024),
        ],
        ids=["policy", "edition", "settings", "period", "through", "year"],
    )
    def test_two_scales_are_refused(self, other: Evaluation) -> None:
        """Another policy, edition, setting or scope is refused, and both evaluations are named."""
        with pytest.raises(InvalidValueError, match=r"'PK' \('lkjip' '1', Year 2025\) and 'PK' \(") as caught:
            rank([judged(80), judged(70), other])
        assert caught.value.code == "unlike-evaluations"

    def test_two_parts_of_the_year_are_refused(self) -> None:
        """The first quarter is not compared with the second, nor a quarter with the year through it."""
        first = Period.quarter(2025, 1)
        found = rank([judged(90, period=first), judged(80, period=first)])
        assert [entry.rank for entry in found] == [1, 2]
        for other in (judged(90, period=Period.quarter(2025, 2)), judged(90, through=first)):
            with pytest.raises(InvalidValueError, match="unlike-evaluations"):
                rank([judged(90, period=first), other])

    def test_a_refused_input_has_no_scale(self) -> None:
        """What was not evaluated is on no scale and goes with every other."""
        assert len(rank([refused(), judged(90)])) == 2

    @pytest.mark.parametrize("given", [None, "LKJIP", 3, judged(90), [judged(90).score], [None], [rank([])]])
    def test_anything_else_is_refused(self, given: Any) -> None:
        """One evaluation by itself, a score, or None is no list of evaluations."""
        with pytest.raises(InvalidValueError, match=r"rank\.evaluations"):
            rank(given)


class TestCarried:
    def test_one_indicator_carries_the_total(self) -> None:
        """0, 611 and 100,71 average 237; held at 100, the one indicator leaves less than 100."""
        (entry,) = rank([judged(0, 611, "100.71")])
        assert entry.carried is not None
        assert entry.remark == "carried-by-one"
        assert entry.carried.indicator.code == "IKU-2"
        assert entry.carried.indicator.score.value == Decimal("611.00")
        assert entry.carried.score_at_100.value == Decimal("66.67")

    @pytest.mark.parametrize(
        ("amounts", "carrier"),
        [
            ((90, 111), "IKU-2"),  # above 100, and below it without the surplus
            ((90, 110), None),  # exactly 100 is not above 100
            ((100, 111), None),  # the other promise was kept, so nothing is covered
            (("99.999999", 111), "IKU-2"),
            ((111,), None),
            ((90, 120, 120), None),  # two carry it: held at 100, one leaves 103,33
            ((0, 250, "150.1"), "IKU-2"),  # either would do; the one that lifts most is named
            ((0, "150.1", 250), "IKU-3"),
            ((150, 0, "150.1"), "IKU-3"),
            (("150.1", 0, "150.1"), "IKU-1"),  # of two that lift alike, the first by code
        ],
    )
    def test_both_sides_of_each_border(self, amounts: tuple[Any, ...], carrier: str | None) -> None:
        """The total must be above 100, and below 100 with the one indicator held at 100."""
        (entry,) = rank([judged(*amounts)])
        assert (entry.carried and entry.carried.indicator.code) == carrier

    def test_weights_decide_which_one_lifts(self) -> None:
        """A smaller surplus with a larger weight lifts more."""
        (entry,) = rank([judged(150, 130, 40, weights=(10, 70, 20))])
        assert entry.carried is not None
        assert entry.carried.indicator.code == "IKU-2"

    def test_only_final_totals_are_remarked(self) -> None:
        """A provisional total says that it is provisional."""
        (entry,) = rank([judged(0, 611, "100.71", None)])
        assert (entry.carried, entry.remark) == (None, "provisional")

    def test_a_capped_policy_has_nothing_to_remark(self) -> None:
        """Where no indicator may count for more than 100 none carries another."""
        (entry,) = rank([judged(0, 611, "100.71", policy=LKJIP.evolve(indicator=[Cap(100), Round(2)]))])
        assert entry.carried is None

    def test_a_maximum_is_never_below_100_then(self) -> None:
        """Under a maximum the one that is held at 100 still gives 100, so there is nothing to remark."""
        policy = LKJIP.evolve(objective=Stage(Maximum(), [Round(2)]))
        (entry,) = rank([judged(90, 150, policy=policy)])
        assert (entry.score.value, entry.carried) == (Decimal("150.00"), None)

    def test_a_geometric_mean_is_held_too(self) -> None:
        """The root is taken again, with the one number held at 100."""
        (entry,) = rank([judged(50, 400, policy=GEOMETRIC)])
        assert entry.score.exact is None
        assert entry.carried is not None
        assert entry.carried.score_at_100.value == Decimal("70.71")

    def test_a_ratio_of_sums_does_not_read_the_scores(self) -> None:
        """A ratio of summed amounts stays what it is when scores are held, so no indicator is remarked."""
        policy = LKJIP.evolve(objective=Stage(RatioOfSums(), [Round(2)]))
        (entry,) = rank([judged(50, 400, policy=policy)])
        assert (entry.score.value, entry.carried) == (Decimal("225.00"), None)

    @given(
        st.lists(st.integers(-50, 700), min_size=1, max_size=6),
        st.sampled_from(["exact", "rounded"]),
        st.sampled_from([[Round(2)], [Cap(300), Round(0)], [Round(1), Round(2)]]),
    )
    def test_is_what_the_capped_policy_gives(self, amounts: list[int], carry: Any, steps: Any) -> None:
        """The total at 100 is that of the same policy with a cap of 100 before the last rounding of its indicators."""
        policy = LKJIP.evolve(id="p", indicator=steps, carry=carry, total=Stage(Mean(), [Round(1)]))
        capped = policy.evolve(id="q", indicator=[*steps[:-1], Cap(100), steps[-1]])
        (entry,) = rank([judged(*amounts, policy=policy)])
        if entry.carried is None:
            return
        assert entry.carried.score_at_100 == judged(*amounts, policy=capped).score
        held = [min(amount, 100) if one.code == entry.carried.indicator.code else amount
                for one, amount in zip(entry.evaluation, amounts, strict=True)]  # fmt: skip
        alone = judged(*held, policy=policy).score.exact
        assert alone is not None
        assert entry.score.exact is not None
        assert alone < 100 < entry.score.exact


@st.composite
def evaluations(draw: st.DrawFn) -> list[Evaluation | NotEvaluated]:
    """Evaluations of few offices, codes and amounts, so that many are equal in some or all of these."""
    one = st.builds(
        lambda amounts, office, code: judged(*amounts, office=office, code=code),
        st.lists(st.sampled_from([None, 0, 90, 90, 100, 120, 300]), min_size=1, max_size=3),
        st.sampled_from(["A", "B", None]),
        st.sampled_from(["PK-1", "PK-2"]),
    )
    return draw(st.lists(st.one_of(one, st.sampled_from("AB").map(refused)), max_size=7))


@pytest.mark.parametrize(
    "pair",
    [
        (judged(80, 100), judged(100, 80)),
        (judged(80, 100, policy=GEOMETRIC), judged(100, 80, policy=GEOMETRIC)),
        tuple(evaluate_many([5, "x"], policy=LKJIP)),  # type: ignore[list-item]
    ],
    ids=["totals", "geometric", "refused"],
)
def test_what_shares_a_place_stands_in_one_order(pair: tuple[Any, Any]) -> None:
    """Of one office, code and total, two that are made of other things stand alike in whichever order they come."""
    entries = [[entry.evaluation for entry in rank(order)] for order in (pair, pair[::-1])]
    assert entries[0] == entries[1]
    assert pair[0] != pair[1]


class TestLaws:
    @given(evaluations(), st.randoms(use_true_random=False))
    def test_order_changes_nothing(self, given: list[Any], chance: Any) -> None:
        """However the evaluations are shuffled, the ranking is the same to the last entry."""
        shuffled = list(given)
        chance.shuffle(shuffled)
        found = rank(given)
        assert found.rows() == rank(shuffled).rows()
        assert found == rank(shuffled)
        assert found.text() == rank(shuffled).text()

    @given(evaluations())
    def test_a_rank_counts_those_that_are_better(self, given: list[Any]) -> None:
        """Each final total has one more than the number of final totals above it; nothing is lost or added."""
        found = rank(given)
        finals = [Fraction(entry.score.exact) for entry in found if entry.rank is not None]  # type: ignore[arg-type]
        assert [entry.rank for entry in found if entry.rank is not None] == [
            1 + sum(other > one for other in finals) for one in finals
        ]
        assert sorted(map(repr, (entry.evaluation for entry in found))) == sorted(map(repr, given))
        assert [entry.rank is not None for entry in found] == [entry.completeness == "final" for entry in found]
        assert all((entry.rank is None) == (entry.reason is not None) for entry in found)
