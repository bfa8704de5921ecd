"""An agreement may be changed for three reasons; the versions stay, and on a day one of them at most is in force."""

from datetime import date, timedelta
from random import Random

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from sakip import Agreement, Difference, History, Period
from sakip.testing import agreements, example_agreement, histories

any_history = History([example_agreement()])
days = st.dates(date(2024, 1, 1), date(2027, 12, 31))
QUARTERS = Period.year(2025).parts("quarter")
plans = st.dictionaries(st.sampled_from(QUARTERS), st.integers(0, 3))


def promising(plan: dict[Period, int]) -> Agreement:
    """The example with a plan for some quarters."""
    agreement = example_agreement()
    objective = agreement.objectives[0]
    target = evolve(objective.targets[0], trajectory=plan)
    return evolve(agreement, objectives=[evolve(objective, targets=[target])])


def difference(old: Agreement, new: Agreement) -> Difference:
    """What any history tells of two versions, its own or not."""
    return any_history.diff(old, new)


class TestAsOf:
    """PermenPANRB 53/2014: a performance agreement may be revised (perjanjian kinerja dapat direvisi)."""

    @given(histories(), days)
    def test_total_and_unambiguous(self, history: History, day: date) -> None:
        """On each day the last version that has begun is in force, and before the first there is none."""
        begun = [version for version in history if version.in_force_from <= day]
        assert history.as_of(day) is (begun[-1] if begun else None)

    @given(histories(), st.randoms(use_true_random=False), days)
    def test_order_does_not_matter(self, history: History, random: Random, day: date) -> None:
        """The order in which versions are given changes nothing."""
        shuffled = random.sample(history.versions, len(history))
        assert History(shuffled) == history
        assert History(shuffled).as_of(day) == history.as_of(day)

    @given(histories())
    def test_each_version_has_its_days_or_none(self, history: History) -> None:
        """A version is in force from its own first day, unless another begins on that day too."""
        for version, later in zip(history, [*history.versions[1:], None], strict=True):
            since = version.in_force_from
            superseded = later is not None and later.in_force_from == since
            assert (history.as_of(since) is version) != superseded

    @given(histories(most=4))
    def test_the_old_version_stays(self, history: History) -> None:
        """An amendment leaves the version whose place it takes as it was."""
        before = [evolve(version) for version in history]
        history.latest.amend(code="PK-LAIN", signed_on=history.latest.in_force_from + timedelta(1), reason="official")
        assert list(history) == before


class TestDifference:
    """What changed from one version to another is all that changed."""

    @given(agreements(rich=True))
    def test_nothing_from_itself(self, agreement: Agreement) -> None:
        """No agreement differs from itself."""
        found = difference(agreement, agreement)
        assert (found.edits, found.breaks) == ((), ())

    @given(agreements(rich=True), agreements(rich=True))
    def test_leads_from_one_to_the_other(self, old: Agreement, new: Agreement) -> None:
        """Applied to the old version the changes give the new one, whichever two they are."""
        found = difference(old, new)
        assert found.apply(old) == new
        assert bool(found) == (old != new)

    @given(agreements(), agreements())
    def test_leads_between_similar_ones(self, old: Agreement, new: Agreement) -> None:
        """The same where codes and names are often shared."""
        assert difference(old, new).apply(old) == new

    @given(plans, plans)
    def test_leads_between_trajectories(self, was: dict[Period, int], now: dict[Period, int]) -> None:
        """The same where a target keeps its name and its periods come, go and change."""
        old, new = promising(was), promising(now)
        found = difference(old, new)
        assert found.apply(old) == new
        assert len(found) == sum(was.get(quarter) != now.get(quarter) for quarter in QUARTERS)

    @given(agreements(rich=True), agreements(rich=True))
    def test_can_be_told(self, old: Agreement, new: Agreement) -> None:
        """Whatever the agreements hold, the changes can be written in both languages, and name no official."""
        found = difference(old, new)
        for lang in ("id", "en"):
            assert found.text(lang)
            assert len(found.rows(lang, numbers="text")) == len(found)

    @given(histories(most=5))
    def test_step_by_step(self, history: History) -> None:
        """The steps from version to version lead from the first to the last."""
        reached = history.first
        for before, after in zip(history, history.versions[1:], strict=False):
            reached = history.diff(before, after).apply(reached)
        assert reached == history.latest
