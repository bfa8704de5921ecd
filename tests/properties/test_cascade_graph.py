"""What holds for the graph of a cascade: what is hung on it, what stands apart, who is replaced, what goes round."""

from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Any

from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

from sakip import Agreement, Period, Realization, Target, testing
from sakip.cascade import KEMENKEU, PEMDA, Cascade, CascadeFinding, CascadeReport, Change, Link, revalidate
from sakip.lifecycle import remaining_target
from tests.cascade.making import TOP, family, pk, report_on, target
from tests.properties.cascading import NUMERIC, renamed_cascade, verdicts

QUARTERS = tuple(Period.quarter(2025, number) for number in range(1, 5))
BELOW = {"BUPATI": "II", "II": "III", "III": "IV", "IV": "PELAKSANA", "PELAKSANA": None}


def counted(findings: Iterable[CascadeFinding]) -> Counter[tuple[Any, ...]]:
    """Findings as plain data, each with how often it stands there."""
    return Counter(
        (one.code, one.severity, one.verdict, one.subject, one.cell, one.text(), one.explained_by) for one in findings
    )


class TestConformingSubtree:
    """P14: conforming subtree.

    Attaching a subtree with no findings by a conforming `support` link adds no findings outside CAS2xx of the parent,
    and removes CAS201 if present.

    What the subtree has delivered is left out: a parent that missed its target while its only child met its own is
    found by CAS406, and rightly so.
    """

    @given(testing.cascades(), st.integers(0, 20), st.booleans())
    def test_support_from_below_harms_nobody(self, cascade: Cascade, at: int, deep: bool) -> None:
        """A new position below any other, with one below itself or without, supports one of its indicators."""
        seats = [one for one in cascade.agreements if BELOW.get(_level(one))]
        assume(seats)
        above = seats[at % len(seats)]
        supported = (above.first_party.position, above.targets[at % len(above.targets)].code)
        echelon = BELOW[_level(above)]
        added = [pk("PK-BARU", "BARU", echelon, above.first_party.position, target("B", 3, unit="dokumen"))]
        links = [Link(child=("BARU", "B"), parent=supported, kind="support")]
        if deep and BELOW.get(str(echelon)):
            added.append(pk("PK-LAGI", "LAGI", BELOW[str(echelon)], "BARU", target("L", 2, unit="berkas")))
            links.append(Link(child=("LAGI", "L"), parent=("BARU", "B"), kind="support"))
        after = report_on(evolve(cascade, agreements=[*cascade.agreements, *added], links=[*cascade.links, *links]))
        before = report_on(cascade)
        new = counted(after.findings) - counted(before.findings)
        assert {code for code, _, _, subject, *_ in new if not _is_of_coverage(code, subject, supported[0])} == set()
        lacking = {one.subject for one in after.findings if one.code == "CAS201"}
        assert "/".join(supported) not in lacking


def _level(agreement: Agreement) -> str:
    echelon = agreement.first_party.echelon
    return "" if echelon is None else echelon.code


def _is_of_coverage(code: str, subject: str, position: str) -> bool:
    return code.startswith("CAS2") and subject.startswith((f"{position}/", "cascade"))


class TestIndependence:
    """P15: findings of disconnected components are the union."""

    @given(testing.cascades(rich=True), testing.cascades(rich=True))
    def test_two_governments_say_what_each_says(self, one: Cascade, two: Cascade) -> None:
        """Two cascades without a name in common are validated together, each in a unit of its own."""
        first, second = (_apart(each, number) for each, number in ((one, 1), (two, 2)))
        both = Cascade(
            *(
                (*getattr(first, name), *getattr(second, name))
                for name in ("pairs", "links", "groups", "realizations", "tenures", "budgets", "posts", "nodes")
            )
        )
        together = counted(report_on(both).findings)
        assert together == counted(report_on(first).findings) + counted(report_on(second).findings)


def _apart(cascade: Cascade, number: int) -> Cascade:
    """The cascade with every position, indicator and agreement named anew, in a unit that no other shares."""
    unit = f"Dinas {number}"

    known = {one.first_party.position for one in cascade.agreements}

    def placed(agreement: Agreement) -> Agreement:
        party = evolve(agreement.first_party, office=unit)
        return evolve(agreement, code=f"{agreement.code}-{number}", first_party=party)

    # What names nobody of this government could name somebody of the other.
    own = [post for post in cascade.posts if post.code in known and post.superior in {None, *known}]
    held = [tenure for tenure in cascade.tenures if tenure.party.position in known]
    renamed = renamed_cascade(evolve(cascade, posts=own, tenures=held), lambda at: f"{'XY'[number - 1] * 6}{at}")
    return evolve(
        renamed,
        agreements=[(placed(one), said) for one, said in renamed.pairs],
        posts=[evolve(post, unit=unit) for post in renamed.posts],
        budgets=[evolve(document, unit=unit) for document in renamed.budgets],
    )


AMOUNTS = st.lists(st.integers(0, 40), min_size=4, max_size=4)


class TestReplacement:
    """P17: replacement.

    Cutting an agreement at date d into two versions with `remaining_target` and split actuals leaves annual node
    verdicts unchanged.
    """

    @given(
        st.lists(st.tuples(AMOUNTS, AMOUNTS), min_size=1, max_size=3),
        st.integers(1, 3),
        st.sampled_from(["sum", "average", "last_progress", "last_level", "minimum", "maximum"]),
        st.sampled_from([PEMDA, KEMENKEU]),
        st.sampled_from([0, 0, 7]),
    )
    def test_whoever_promises_the_rest_answers_for_the_year(
        self, children: list[tuple[list[int], list[int]]], quarter: int, how: Any, profile: Any, off: int
    ) -> None:
        """The head of the first division is replaced after some quarters; the successor promises what is left."""
        cascade = _planned(children, how, off)
        before = report_on(cascade, profile=profile)
        agreement = next(one for one in cascade.agreements if one.code == "PK-2")
        (promised,) = agreement.targets
        delivered = next(said for node, said in cascade.realizations if node.position == "KABID-2")
        left = remaining_target(promised, delivered[:quarter], through=QUARTERS[quarter - 1])
        assert isinstance(left.value, Fraction)
        rest = evolve(promised, value=int(left.value), trajectory=())
        later = agreement.amend(
            code="PK-2-P",
            signed_on=QUARTERS[quarter].first_day,
            reason="official",
            targets={promised.code: rest},
        )
        after = report_on(evolve(cascade, agreements=[*cascade.agreements, later]), profile=profile)
        assert _annual(after) == _annual(before)
        _same_when_looked_at_again(after, promised.code)


def _planned(children: Sequence[tuple[list[int], list[int]]], how: str, off: int) -> Cascade:
    """A head whose quarters are the sums of those of the divisions, in plan and in fact, or something else."""

    def of(code: str, planned: Sequence[int]) -> Target:
        whole = {"sum": sum(planned), "minimum": min(planned), "maximum": max(planned)}.get(how, planned[-1])
        return evolve(
            target(code, Decimal(sum(planned)) / 4 if how == "average" else whole, consolidation=how),
            trajectory=dict(zip(QUARTERS, planned, strict=True)),
        )

    plan, fact = ([sum(all_) for all_ in zip(*(child[side] for child in children), strict=True)] for side in (0, 1))
    fact[-1] += off
    made = {TOP: _quarters("T", fact)} | {
        (f"KABID-{at}", f"A-{at}"): _quarters(f"A-{at}", said) for at, (_, said) in enumerate(children, 2)
    }
    return family(of("T", plan), *(of(f"A-{at}", said) for at, (said, _) in enumerate(children, 2)), realizations=made)


def _quarters(code: str, amounts: Sequence[int]) -> list[Realization]:
    return [Realization(code, amount, period=period) for amount, period in zip(amounts, QUARTERS, strict=True)]


def _annual(report: CascadeReport) -> dict[tuple[str, str], str]:
    """What is said of the year's numbers, of the group and of each node."""
    return verdicts(report, (*NUMERIC, "CAS304", "CAS309", "CAS310", "CAS406", "CAS407", "CAS409"))


def _same_when_looked_at_again(report: CascadeReport, code: str) -> None:
    changed = revalidate(report, Change(targets={("KABID-2", code): 1}))
    full = report_on(changed.cascade, profile=report.settings.profile)
    assert changed.findings == full.findings


PAIRS = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=14, unique=True)


class TestCycle:
    """P24: one CAS101 per non-trivial SCC.

    Removing the suggested link lowers the SCC's size or clears it; groups outside keep their verdicts.
    """

    @given(PAIRS)
    def test_each_circle_is_told_once_and_the_cut_clears_it(self, pairs: list[tuple[int, int]]) -> None:
        """The circles are those of which every member reaches every other; each link that is named breaks its own."""
        cascade = _ring(pairs)
        found = [one for one in report_on(cascade).findings if one.code == "CAS101"]
        circles = _circles(pairs)
        assert sorted(one.data["nodes"] for one in found) == sorted(str(len(each)) for each in circles)
        assert {one.subject for one in found} == {_text(min(each)) for each in circles}
        for one in found:
            (circle,) = (each for each in circles if one.subject == _text(min(each)))
            inner = [pair for pair in pairs if set(pair) <= circle]
            assert int(one.data["links"]) == len(inner)
            cuts = [] if one.data["cuts"] == "–" else one.data["cuts"].split("; ")
            for cut in cuts:
                (pair,) = (each for each in inner if f"{_text(each[0])} -> {_text(each[1])}" == cut)
                assert not _circles([each for each in inner if each != pair])
            if not cuts:
                shown = one.data["path"].split(" → ")
                for low, high in pairwise(shown):
                    rest = [each for each in inner if (_text(each[0]), _text(each[1])) != (low, high)]
                    assert _circles(rest)

    @given(PAIRS, st.lists(st.integers(0, 9), min_size=7, max_size=7))
    def test_what_is_outside_keeps_its_verdicts(self, pairs: list[tuple[int, int]], amounts: list[int]) -> None:
        """Groups of which no child and no parent goes round say the same where the circles are taken out."""
        circles = set().union(*_circles(pairs))
        straight = [pair for pair in pairs if not set(pair) <= circles]
        outside = {_text(at) for at in range(7) if at not in circles}
        here, there = (report_on(_ring(each, amounts)) for each in (pairs, straight))
        assert {(code, at): said for (code, at), said in verdicts(here, NUMERIC).items() if at in outside} == {
            (code, at): said for (code, at), said in verdicts(there, NUMERIC).items() if at in outside
        }


def _text(at: int) -> str:
    return f"J{at}/I{at}"


def _ring(pairs: Sequence[tuple[int, int]], amounts: Sequence[int] = (5,) * 7) -> Cascade:
    """Seven positions whose indicators are added up along these pairs."""
    return Cascade(
        [pk(f"PK-{at}", f"J{at}", None, None, target(f"I{at}", amounts[at])) for at in range(7)],
        [Link(child=(f"J{one}", f"I{one}"), parent=(f"J{two}", f"I{two}"), kind="sum") for one, two in pairs],
        realizations={(f"J{at}", f"I{at}"): amounts[at] for at in range(7)},
    )


def _circles(pairs: Sequence[tuple[int, int]]) -> list[set[int]]:
    """The sets of nodes of which each reaches each other, by walking from every one."""
    reach = {at: {two for one, two in pairs if one == at} for at in range(7)}
    for _ in range(7):
        reach = {at: found.union(*(reach[two] for two in found)) for at, found in reach.items()}
    found = [{two for two in reach[at] if at in reach[two]} for at in range(7) if at in reach[at]]
    return [each for number, each in enumerate(found) if each not in found[:number]]
