"""What holds for every rating, every value and every unit."""

from collections import Counter
from datetime import date
from fractions import Fraction
from itertools import product
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from sakip import Agreement, Interval, Party, Period
from sakip.scoring import Reason
from sakip.skp import (
    BANDS_30_2019,
    BERAKHLAK,
    MATRIX_6_2022,
    PREDICATES,
    SE_MENPANRB_3_2023,
    Appraisal,
    DisciplinarySanction,
    DisciplineRule,
    Distribution,
    EmployeeValue,
    RatingScale,
    SanctionEffect,
    SkpItem,
    appraisals,
    behaviour_rating,
    behaviour_value,
    discipline_fact,
    predicate,
    predicate_fact,
    quarterly_value,
    skp_plan,
    value_from_pp_46_2011,
)
from sakip.testing import agreements

RATINGS = ("below", "meets", "above")
GRAVITIES = ("light", "moderate", "severe")
CODES = [one.code for one in BERAKHLAK]
ratings = st.sampled_from(RATINGS)
values = st.fractions(0, 120, max_denominator=997)
labels = st.sampled_from(PREDICATES.names)
rating_sheets = st.fixed_dictionaries(dict.fromkeys(CODES, ratings))
value_sheets = st.fixed_dictionaries(dict.fromkeys(CODES, values))
sanctions = st.builds(
    DisciplinarySanction,
    st.sampled_from(GRAVITIES),
    imposed_on=st.dates(date(2022, 1, 1), date(2025, 12, 31)),
)
effects = st.tuples(
    *(
        st.builds(
            SanctionEffect,
            st.just(gravity),
            quarters=st.integers(1, 8),
            percent=st.none() | st.integers(1, 100),
            behaviour_at_most=ratings,
        )
        for gravity in GRAVITIES
    )
)
rules = st.builds(DisciplineRule, st.just("own"), effects=effects)
quarters = st.builds(Period.quarter, st.integers(2022, 2026), st.integers(1, 4))


class TestMatrix:
    """The matrix and every lookup are total."""

    def test_every_pair_has_a_predicate(self) -> None:
        """Nine pairs, five predicates, and the function is the matrix."""
        for results, behaviour in product(RATINGS, RATINGS):
            label = predicate(results=results, behaviour=behaviour)  # type: ignore[arg-type]
            assert label in PREDICATES.names
            assert MATRIX_6_2022.find(results=results, behaviour=behaviour) == label  # type: ignore[arg-type]

    @given(ratings, ratings, ratings, ratings)
    def test_better_ratings_never_give_less(self, first: Any, second: Any, third: Any, fourth: Any) -> None:
        """Better results and better behaviour never lower the predicate."""
        low_results, high_results = sorted((first, second), key=RATINGS.index)
        low_behaviour, high_behaviour = sorted((third, fourth), key=RATINGS.index)
        low = predicate(results=low_results, behaviour=low_behaviour)
        high = predicate(results=high_results, behaviour=high_behaviour)
        assert PREDICATES.rank(low) <= PREDICATES.rank(high)

    @given(st.fractions(-1000, 1000), st.fractions(-1000, 1000), st.fractions(0, 1000))
    def test_every_number_has_a_rating(self, first: Fraction, second: Fraction, width: Fraction) -> None:
        """Whatever a scale says meets the expectation, each number is rated, and more is never rated lower."""
        scale = RatingScale("own", meets=Interval.closed(0, width))
        low, high = sorted((first, second))
        assert RATINGS.index(scale.rate(low)) <= RATINGS.index(scale.rate(high))
        assert (scale.rate(low) == "meets") == (0 <= low <= width)


class TestBehaviour:
    """Seven ratings, seven values."""

    @given(rating_sheets)
    def test_the_rating_is_one_of_them(self, sheet: Any) -> None:
        """Both rules give a rating that was given, and the lowest is no higher than the most frequent."""
        lowest = behaviour_rating(sheet, rule="lowest")
        frequent = behaviour_rating(sheet, rule="most_frequent")
        counts = Counter(sheet.values())
        assert {lowest, frequent} <= set(counts)
        assert counts[frequent] == max(counts.values())
        assert RATINGS.index(lowest) <= RATINGS.index(frequent)
        assert lowest == min(counts, key=RATINGS.index)

    @given(value_sheets, st.sampled_from(CODES), values)
    def test_a_better_behaviour_never_lowers_the_mean(self, sheet: Any, code: str, value: Fraction) -> None:
        """The mean lies between the lowest and the highest, and follows each of the seven."""
        before = behaviour_value(sheet)
        assert min(sheet.values()) <= before <= max(sheet.values())
        after = behaviour_value({**sheet, code: max(sheet[code], value)})
        assert after - before == (max(sheet[code], value) - sheet[code]) / 7


class TestValue:
    """PP 30/2019, article 41: every value has its band."""

    @given(values, values, st.booleans(), st.booleans())
    def test_total_and_between_its_parts(self, skp: Fraction, behaviour: Fraction, peers: Any, idea: Any) -> None:
        """Every pair of values has a predicate, and the value lies between its two parts."""
        found = EmployeeValue(skp=skp, behaviour=behaviour, peer_opinion=peers, new_idea=idea)
        assert min(skp, behaviour) <= found.value <= max(skp, behaviour)
        assert found.predicate in {band.label for band in BANDS_30_2019}
        assert found.band.values.contains(found.value)

    @given(values, values, values, st.booleans())
    def test_more_is_never_worse(self, skp: Fraction, behaviour: Fraction, other: Fraction, peers: Any) -> None:
        """A higher SKP and a new idea never lower the predicate."""
        order = [band.label for band in BANDS_30_2019]
        low, high = sorted((skp, other))
        places = [
            order.index(EmployeeValue(skp=one, behaviour=behaviour, peer_opinion=peers, new_idea=idea).predicate)
            for one, idea in ((low, False), (high, False), (high, True))
        ]
        assert places == sorted(places, reverse=True)

    @given(values, values, st.booleans())
    def test_only_the_highest_asks_for_an_idea(self, skp: Fraction, behaviour: Fraction, peers: Any) -> None:
        """Without an idea nobody is Sangat Baik, and with one exactly from 110 on."""
        plain, creative = (
            EmployeeValue(skp=skp, behaviour=behaviour, peer_opinion=peers, new_idea=idea) for idea in (False, True)
        )
        assert plain.predicate != "Sangat Baik"
        assert (creative.predicate == "Sangat Baik") == (creative.value >= 110)
        assert plain.predicate == ("Baik" if creative.predicate == "Sangat Baik" else creative.predicate)

    @given(st.lists(values, min_size=1, max_size=6), st.lists(values, max_size=6))
    def test_a_quarter_lies_among_its_values(self, plans: list[Fraction], main: list[Fraction]) -> None:
        """A mean of means never leaves what it is made of."""
        assert min([*plans, *main]) <= quarterly_value(action_plan=plans, main=main) <= max([*plans, *main])

    @given(st.fractions(0, 100), st.fractions(0, 100))
    def test_the_older_scale_is_followed(self, first: Fraction, second: Fraction) -> None:
        """A better value of PP 46/2011 is never converted to less, and everything lies on the new scale."""
        low, high = sorted((first, second))
        assert 0 <= value_from_pp_46_2011(low) <= value_from_pp_46_2011(high) <= 120


class TestDiscipline:
    """The gravest sanction in force counts alone."""

    @given(rules, st.lists(sanctions, max_size=5), sanctions, quarters, st.integers(0, 120))
    def test_what_is_in_force(self, rule: Any, given_: Any, one: Any, quarter: Any, score: int) -> None:
        """Order changes nothing, nothing that is in force is graver, and no deduction exceeds the highest score."""
        found = rule.in_force([*given_, one], period=quarter)
        assert found == rule.in_force([one, *reversed(given_)], period=quarter)
        alone = [each for each in (*given_, one) if rule.in_force([each], period=quarter)]
        assert (found is None) == (not alone)
        assert all(GRAVITIES.index(each.gravity) <= GRAVITIES.index(found.gravity) for each in alone)
        scored = [evolve(each, score=score) for each in (*given_, one)]
        assert 0 <= rule.deduction(scored, period=quarter) <= score

    @given(rules, st.lists(sanctions, max_size=4), quarters, ratings, ratings)
    def test_discipline_never_lifts(self, rule: Any, given_: Any, quarter: Any, results: Any, behaviour: Any) -> None:
        """With sanctions the predicate is never better than without."""
        judged, free = (
            Appraisal(
                Party("Camat"),
                period=quarter,
                results=results,
                behaviour=behaviour,
                sanctions=some,
                discipline=rule,
            )
            for some in (given_, [])
        )
        assert PREDICATES.rank(judged.predicate) <= PREDICATES.rank(free.predicate)
        assert free.predicate == predicate(results=results, behaviour=behaviour)
        assert judged.text()
        assert judged.text("en")


class TestAppraisals:
    """What is not known gives no predicate, and the order of a table is that of nobody's input."""

    @given(rules, st.none() | ratings, st.none() | ratings, st.none() | st.lists(sanctions, max_size=3), quarters)
    def test_unknown_is_never_a_predicate(
        self, rule: Any, results: Any, behaviour: Any, given_: Any, quarter: Any
    ) -> None:
        """There is a predicate exactly where both ratings and the sanctions are known, and a fact of it never else."""
        judged = Appraisal(
            Party("Camat"), period=quarter, results=results, behaviour=behaviour, sanctions=given_, discipline=rule
        )
        known = None not in (results, behaviour, given_)
        assert isinstance(judged.predicate, Reason) != known
        assert (not judged.reasons) == known
        (row,) = judged.rows()
        assert (row["predicate"] is None) == (row["reason"] is not None) == (not known)
        year = evolve(judged, period=Period.year(quarter.fiscal_year))
        assert (predicate_fact(year).value is None) == (not known)
        assert (discipline_fact(year).value is None) == (given_ is None)
        assert judged.text("en")

    @given(
        st.lists(st.tuples(st.sampled_from("abc"), st.none() | ratings, ratings), max_size=8).map(
            lambda many: [
                Appraisal(Party(position), period=Period.year(2024), results=results, behaviour=behaviour)
                for position, results, behaviour in many
            ]
        ),
        st.randoms(use_true_random=False),
    )
    def test_order(self, many: Any, chance: Any) -> None:
        """Whatever comes first goes in, the same comes out: everything, the best predicate first, none at the end."""
        found = appraisals(many)
        shuffled = list(many)
        chance.shuffle(shuffled)
        assert appraisals(shuffled).rows() == found.rows()
        assert Counter(found) == Counter(many)
        ranks = [-1 if one is None else PREDICATES.rank(one) for one in found.predicates]
        assert ranks == sorted(ranks, reverse=True)
        assert [one for _, those in found.by_predicate for one in those] == list(found)


class TestDistribution:
    """SE MenPANRB 3/2023: limits are of counts, whoever has which predicate."""

    @given(st.sampled_from(SE_MENPANRB_3_2023), st.lists(labels | st.none(), max_size=40), st.randoms())
    def test_order_and_names_change_nothing(self, pattern: Any, given_: Any, chance: Any) -> None:
        """Findings depend on the counts alone, and a limit is broken exactly where a finding names it."""
        shuffled = list(given_)
        chance.shuffle(shuffled)
        found, again = Distribution(pattern, given_), Distribution(pattern, shuffled)
        assert found.check() == again.check()
        assert sum(count for _, count in found.counts) == found.size
        broken = sum(not row["kept"] for row in found.rows())
        named = {"SKP-DIST-MANY", "SKP-DIST-FEW", "SKP-DIST-NO-ONE", "SKP-DIST-MAJORITY"}
        told = sum(code in named for code in found.check().codes())
        assert told == (broken if found.size else 0)

    @given(st.sampled_from(SE_MENPANRB_3_2023), st.lists(labels, min_size=1, max_size=12), st.integers(2, 9))
    def test_a_larger_unit_of_the_same_shares(self, pattern: Any, given_: Any, times: int) -> None:
        """What is too many of a unit is too many of a unit several times as large, whose rounding is finer or equal."""
        small, large = Distribution(pattern, given_), Distribution(pattern, given_ * times)
        for one, many in zip(small.limits, large.limits, strict=True):
            if one.share.rule == "at_most":
                assert many.count >= times * one.count
            if one.share.rule == "at_least":
                assert many.asked <= times * one.asked


class TestPlan:
    """From an agreement to the SKP of who signed it."""

    @given(agreements())
    def test_nothing_is_lost(self, agreement: Agreement) -> None:
        """Every target becomes one item, in its order, and the additional task is none of them."""
        task = SkpItem("Panitia pemilihan", kind="additional")
        plan = skp_plan(agreement, additional=[task])
        assert tuple(item.target for item in plan.main) == agreement.targets
        assert plan.additional == (task,)
        assert len(plan.rows()) == len(agreement.targets) + 1
        assert plan.check(agreement).codes().count("SKP-SUPPORT-UNKNOWN") == 0

    @pytest.mark.parametrize("lang", ["id", "en"])
    @given(agreements(rich=True))
    def test_hostile_names_are_shown(self, lang: Any, agreement: Agreement) -> None:
        """Whatever stands in an agreement can be shown as its SKP, and markup stays text."""
        plan = skp_plan(agreement)
        assert plan.text(lang, width=40)
        assert "<script" not in plan._repr_html_()
        assert all(finding.text(lang) for finding in plan.check(agreement))
