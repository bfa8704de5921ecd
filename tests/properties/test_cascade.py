"""What holds for every cascade, however it is put together: order, names, gaps, tolerance and independence."""

from random import Random
from typing import Any

from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

from sakip import testing
from sakip.cascade import Cascade, CascadeReport, Group
from tests.cascade.making import report_on
from tests.properties.cascading import Family, counted, families, renamed_cascade, verdicts

LISTS = ("pairs", "links", "groups", "realizations", "tenures", "budgets", "posts", "nodes")
# The checks that compare numbers.
OF_NUMBERS = ("CAS301", "CAS302", "CAS303", "CAS304", "CAS307", "CAS401", "CAS402", "CAS403", "CAS405", "CAS410")


def said(report: CascadeReport) -> tuple[Any, ...]:
    """Everything that a report says."""
    texts = [(one.text("id"), one.text("en"), one.fingerprint, one.value_hash) for one in report.findings]
    return report.findings, texts, verdicts(report), report.metrics, report.verdict


class TestPermutation:
    """P01: any order of nodes, links, duplicate quantities → identical report (Arelle fails this, §1.3)."""

    @given(testing.cascades(rich=True), st.randoms(use_true_random=False))
    def test_order_says_nothing(self, cascade: Cascade, random: Random) -> None:
        """Every list of a cascade is shuffled, also the several realizations of one node."""
        lists = {name: random.sample(items, len(items)) for name in LISTS for items in [getattr(cascade, name)]}
        lists["realizations"] = [(node, random.sample(all_, len(all_))) for node, all_ in lists["realizations"]]
        lists["agreements"] = lists.pop("pairs")
        assert said(report_on(evolve(cascade, **lists))) == said(report_on(cascade))


class TestRenaming:
    """P02: bijective id renaming → same report up to ids."""

    @given(testing.cascades(rich=True), st.randoms(use_true_random=False))
    def test_names_say_nothing(self, cascade: Cascade, random: Random) -> None:
        """Positions and indicators are called otherwise, so that they stand in another order; all else is the same."""
        numbers = random.sample(range(100, 200), 100)
        other = renamed_cascade(cascade, lambda at: f"Nama{numbers[at]}")
        here, there = report_on(cascade), report_on(other)
        assert counted(there.findings) == counted(here.findings)
        assert there.ledger.counts() == here.ledger.counts()
        assert there.verdict == here.verdict


class TestTolerance:
    """P12: tolerance monotone."""

    @given(testing.cascades(), st.lists(st.integers(0, 9), min_size=2, max_size=2).map(sorted))
    def test_what_is_granted_is_never_held_against_anybody(self, cascade: Cascade, granted: list[int]) -> None:
        """With more tolerance a group fails in no check of numbers in which it did not fail before."""
        parents = sorted({link.parent for link in cascade.links})

        def failing(tolerance: int) -> set[tuple[str, str]]:
            groups = [Group(parent=one, tolerance=tolerance, tolerance_reason="kebijakan") for one in parents]
            found = verdicts(report_on(evolve(cascade, groups=groups)), OF_NUMBERS)
            return {key for key, verdict in found.items() if verdict == "fail" and key[0] != "CAS402"}

        less, more = granted
        assert failing(more) <= failing(less)


class TestMissing:
    """P13: deleting a value never turns fail/unknown into pass."""

    @given(testing.cascades(rich=True) | families(gaps=True).map(Family.cascade), st.data())
    def test_what_is_deleted_passes_nothing(self, cascade: Cascade, data: st.DataObject) -> None:
        """One realization is taken out; where a check of numbers then passes, it passed before.

        CAS404 is not among them: that nothing is read as zero any longer says nothing of the number that is gone.
        """
        assume(any(all_ for _, all_ in cascade.realizations))
        at = data.draw(st.sampled_from([at for at, (_, all_) in enumerate(cascade.realizations) if all_]))
        without = [(node, () if place == at else all_) for place, (node, all_) in enumerate(cascade.realizations)]
        before = verdicts(report_on(cascade), OF_NUMBERS)
        after = verdicts(report_on(evolve(cascade, realizations=without)), OF_NUMBERS)
        assert not [
            (key, before[key])
            for key, verdict in after.items()
            if verdict == "pass" and before[key] in {"fail", "unknown"}
        ]
