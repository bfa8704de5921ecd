import pickle
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip import Party, Period, Reference, Tenure
from sakip.errors import InvalidValueError
from sakip.lifecycle import Stretch, Succession
from sakip.testing import tenures

HEAD = Party("Kepala Dinas Kesehatan")
DEPUTY = Party("Sekretaris", office="Dinas Kesehatan")
BASIS = Reference("SK Bupati 800/1/2024", certainty="read")
YEAR = Period.year(2024)


def tenure(starts: date, ends: date | None = None, *, party: Party = HEAD, official: str = "A", **more: Any) -> Tenure:
    """A tenure with its basis, so that only what is under test is found."""
    return Tenure(party, official, starts=starts, ends=ends, **{"legal_basis": BASIS, **more})


OLD = tenure(date(2023, 1, 1), date(2024, 9, 30))
ACTING = tenure(date(2024, 10, 14), date(2024, 12, 31), official="B", kind="Plt")


class TestHolder:
    @pytest.mark.parametrize(
        ("day", "holder"),
        [
            (date(2022, 12, 31), None),
            (date(2023, 1, 1), OLD),
            (date(2024, 9, 30), OLD),
            (date(2024, 10, 1), None),
            (date(2024, 10, 13), None),
            (date(2024, 10, 14), ACTING),
            (date(2024, 12, 31), ACTING),
            (date(2025, 1, 1), None),
        ],
    )
    def test_each_day_has_its_holder(self, day: date, holder: Tenure | None) -> None:
        """On both sides of every change the right tenure holds the position, or nobody."""
        assert Succession([OLD, ACTING]).holder(HEAD, day) == holder

    def test_a_plh_goes_before_the_absent_definitive_official(self) -> None:
        """While a Plh stands in, the Plh holds the position, and nothing is wrong with that."""
        plh = tenure(date(2024, 3, 4), date(2024, 3, 8), official="C", kind="Plh")
        succession = Succession([plh, tenure(date(2024, 1, 1))])
        days = (date(2024, 3, 3), date(2024, 3, 4), date(2024, 3, 8), date(2024, 3, 9))
        kinds = [found.kind for day in days if (found := succession.holder(HEAD, day))]
        assert kinds == ["definitive", "Plh", "Plh", "definitive"]
        assert succession.check(YEAR).codes() == ()

    def test_a_position_is_its_identity(self) -> None:
        """Who holds a position is found by the position, whatever else is known of the party."""
        succession = Succession([OLD, tenure(date(2024, 1, 1), party=DEPUTY, official="D")])
        assert succession.holder(Party(HEAD.position, echelon="II"), date(2024, 1, 1)) == OLD
        assert succession.holder(Party("Sekretaris"), date(2024, 1, 1)) is None
        assert succession.positions == (HEAD, DEPUTY)

    def test_bad_questions_are_refused(self) -> None:
        """A position, a day and a period are asked for by their own types."""
        succession = Succession([OLD])
        for ask in (
            lambda: succession.holder("Camat", date(2024, 1, 1)),  # type: ignore[arg-type]
            lambda: succession.holder(HEAD, "2024-01-01"),  # type: ignore[arg-type]
            lambda: succession.stretches(HEAD, 2024),  # type: ignore[arg-type]
            lambda: succession.check(2024),  # type: ignore[arg-type]
            lambda: Succession([HEAD]),  # type: ignore[list-item]
        ):
            with pytest.raises(InvalidValueError):
                ask()


class TestOverlap:
    @pytest.mark.parametrize(("kind", "other"), [("definitive", "definitive"), ("Plt", "Pj"), ("Plh", "Pjs")])
    def test_two_of_one_rank_on_one_day_are_refused(self, kind: Any, other: Any) -> None:
        """One shared day is enough, and the error names both tenures and no person."""
        first = tenure(date(2024, 1, 1), date(2024, 3, 31), official="Rahasia A", kind=kind)
        second = tenure(date(2024, 3, 31), official="Rahasia B", kind=other)
        with pytest.raises(InvalidValueError) as caught:
            Succession([second, first])
        assert caught.value.code == "overlapping-tenures"
        assert first.text() in str(caught.value)
        assert second.text("en") in str(caught.value)
        assert "Rahasia" not in str(caught.value)

    def test_the_next_day_is_free(self) -> None:
        """A tenure may start on the day after the last one ended."""
        first = tenure(date(2024, 1, 1), date(2024, 3, 31))
        assert len(Succession([first, tenure(date(2024, 4, 1), official="B")]).tenures) == 2

    def test_other_positions_do_not_matter(self) -> None:
        """Two positions may be held on the same days."""
        assert len(Succession([OLD, tenure(date(2024, 1, 1), party=DEPUTY, official="B")]).tenures) == 2

    def test_order_does_not_matter(self) -> None:
        """The same tenures in any order are the same succession."""
        assert Succession([ACTING, OLD]) == Succession([OLD, ACTING])


class TestCheck:
    def test_days_without_an_official(self) -> None:
        """The gap is named by its first and last day."""
        (finding,) = Succession([OLD, ACTING]).check()
        assert finding.code == "TEN-GAP"
        assert finding.text() == "Kepala Dinas Kesehatan tanpa pejabat dari 1 Oktober 2024 sampai 13 Oktober 2024"

    def test_a_period_widens_the_search(self) -> None:
        """With a period its first and last days are looked at too; without one nothing outside the tenures is."""
        short = Succession([tenure(date(2024, 2, 1), date(2024, 11, 30))])
        assert short.check().codes() == ()
        assert short.check(YEAR).codes() == ("TEN-GAP", "TEN-GAP")
        assert Succession([tenure(date(2024, 1, 1), date(2024, 12, 31))]).check(YEAR).codes() == ()

    @pytest.mark.parametrize(("kind", "code"), [("definitive", "TEN-TWO-DEFINITIVE"), ("Plt", "TEN-TWO-POSTS")])
    def test_one_person_in_two_posts(self, kind: Any, code: str) -> None:
        """Both posts are named and the person is not; twice definitive is a warning, else it is a note."""
        other = tenure(date(2024, 9, 30), party=DEPUTY, kind=kind)
        (finding,) = Succession([OLD, other]).check()
        assert finding.code == code
        assert OLD.text() in finding.text()
        assert other.text() in finding.text()

    def test_one_post_after_the_other_is_no_matter(self) -> None:
        """Who leaves a post and takes another on the next day holds one at a time."""
        assert Succession([OLD, tenure(date(2024, 10, 1), party=DEPUTY)]).check().codes() == ()

    @pytest.mark.parametrize(("kind", "codes"), [("Plt", ("TEN-BESIDE",)), ("Pj", ("TEN-BESIDE",)), ("Plh", ())])
    def test_a_plt_beside_a_definitive_official(self, kind: Any, codes: tuple[str, ...]) -> None:
        """A Plt or a Pj fills an empty post and has no place beside a definitive official; a Plh has."""
        acting = tenure(date(2024, 9, 30), date(2024, 10, 31), official="B", kind=kind)
        assert Succession([OLD, acting]).check().codes() == codes

    @pytest.mark.parametrize(("kind", "codes"), [("Plt", ("TEN-NO-BASIS",)), ("definitive", ())])
    def test_an_acting_official_needs_a_decision(self, kind: Any, codes: tuple[str, ...]) -> None:
        """Who acts for another does so by a decision."""
        alone = Succession([tenure(date(2024, 1, 1), kind=kind, legal_basis=None)])
        assert alone.check().codes() == codes


def test_table_and_html() -> None:
    """The table tells positions, capacities and days in both languages, and no person."""
    succession = Succession([tenure(date(2024, 10, 14), official="Rahasia", kind="Plt"), OLD])
    assert succession.table().rows[1][2:4] == ("14 Oktober 2024", "")
    assert succession.table("en").rows[1][1] == "Plt., acting official"
    assert "Kepala Dinas" in succession.text()
    assert max(len(line) for line in succession.text(width=40).splitlines()) <= 40
    assert "Rahasia" not in succession.text() + succession._repr_html_() + repr(succession)
    assert succession.table().rows[0][1] == "definitif"
    assert Stretch(None, date(2024, 1, 1), date(2024, 1, 2)).text("en") == "nobody, 1 January 2024 to 2 January 2024"
    assert pickle.loads(pickle.dumps(succession)) == succession


def successions() -> st.SearchStrategy[Succession]:
    """Successions of up to six tenures of a few positions; those that cannot stand beside the others are left out."""

    def built(drawn: list[Tenure]) -> Succession:
        kept: list[Tenure] = []
        for one in drawn:
            rivals = [each for each in kept if each.party.identity == one.party.identity]
            if not any(each.precedence == one.precedence and each.meets(one) for each in rivals):
                kept.append(one)
        return Succession(kept)

    return st.lists(tenures(), max_size=6).map(built)


@given(successions(), st.sampled_from([Period.year(2024), Period.quarter(2025, 2), Period.month(2023, 12)]))
def test_stretches_are_the_period(succession: Succession, period: Period) -> None:
    """The stretches of a position follow each other day by day, fill the period, differ, and agree with the holder."""
    for position in succession.positions:
        found = succession.stretches(position, period)
        assert (found[0].first_day, found[-1].last_day) == (period.first_day, period.last_day)
        for earlier, later in pairwise(found):
            assert later.first_day - earlier.last_day == timedelta(days=1)
            assert later.tenure != earlier.tenure
        for stretch in found:
            for day in (stretch.first_day, stretch.last_day):
                assert succession.holder(position, day) == stretch.tenure
                assert stretch.covers(day)


@given(successions())
def test_checks_never_stop(succession: Succession) -> None:
    """Whatever can stand can be checked and shown, and a gap is a stretch without an official."""
    gaps = [finding for finding in succession.check(YEAR) if finding.code == "TEN-GAP"]
    nobody = [one for at in succession.positions for one in succession.stretches(at, YEAR) if one.tenure is None]
    assert len(gaps) == len(nobody)
    assert succession.text("en")


@pytest.mark.parametrize(
    ("first", "second", "alike"),
    [
        (Party("Camat"), Party("camat"), True),
        (Party("Kepala Dinas"), Party("Kepala  Dinas"), True),
        (Party("Camat", office="Kecamatan A"), Party("Camat", office="kecamatan A"), True),
        (Party("Camat", code="C1"), Party("Lurah", code="c 1"), True),
        (Party("Camat"), Party("Camat "), False),
        (Party("Camat"), Party("Lurah"), False),
        (Party("Camat", office="A"), Party("Camat", office="B"), False),
    ],
    ids=range(7),
)
def test_positions_that_are_probably_one(first: Party, second: Party, alike: bool) -> None:
    """Positions that differ only in capitals or blanks are named; blanks at an end make no other position at all."""
    tenures = [
        Tenure(first, "A", starts=date(2024, 1, 1), ends=date(2024, 6, 30)),
        Tenure(second, "B", starts=date(2024, 7, 1)),
    ]
    found = [finding for finding in Succession(tenures).check() if finding.code == "TEN-ALIKE"]
    assert [finding.severity for finding in found] == ["warning"] * alike
    assert all(finding.text(lang) for finding in found for lang in ("id", "en"))
