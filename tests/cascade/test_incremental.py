from datetime import date
from typing import Any

import pytest

from sakip import NotReported, Period, Realization
from sakip.cascade import CATALOGUE, Cascade, CascadeReport, Change, Check, Hit, Link, revalidate, validate
from sakip.errors import InvalidValueError, UnknownCodeError
from tests.cascade.making import TOP, YEAR_END, codes, family, link, pk, report_on, target

LOW, OTHER = ("KABID-2", "A"), ("KABID-3", "B")
CASCADE = family(target("T", 100), target("A", 40), target("B", 60), realizations={TOP: 95, LOW: 38, OTHER: 57})


def same(changed: CascadeReport) -> bool:
    """Whether the report says what a validation from the beginning says."""
    full = validate(changed.cascade, as_of=changed.as_of, checks=changed.settings.checks)
    texts = [[(one.text("id"), one.text("en")) for one in each.findings] for each in (changed, full)]
    return (
        changed.findings == full.findings
        and texts[0] == texts[1]
        and [*changed.ledger.entries()] == [*full.ledger.entries()]
        and changed.ledger.counts() == full.ledger.counts()
        and changed.verdict == full.verdict
    )


def test_a_realization_changes_its_parent() -> None:
    """What no longer adds up is found, and gone again with the next change; the first report stays."""
    first = report_on(CASCADE)
    second = revalidate(first, Change({LOW: 37}))
    third = revalidate(second, Change({LOW: 38}))
    assert ("CAS401" in codes(first), "CAS401" in codes(second), "CAS401" in codes(third)) == (False, True, False)
    assert same(second)
    assert same(third)
    assert third.findings == first.findings


@pytest.mark.parametrize(
    "change",
    [
        Change({LOW: []}),
        Change({LOW: [Realization("A", NotReported())], TOP: 20}),
        Change({LOW: [Realization("A", 1), Realization("A", 2)]}),
        Change({LOW: [Realization("A", 10, period=Period.quarter(2025, at)) for at in range(1, 5)]}),
        Change(targets={LOW: 30}),
        Change(targets={TOP: 90, LOW: 30}, realizations={OTHER: 50}),
        Change(targets={LOW: target("A", 41, last_year=50)}),
        Change(targets={LOW: target("A", 41, unit="%")}),
        Change(links=[Link(child=LOW, parent=OTHER, kind="sum")]),
        Change(without=CASCADE.links[:1]),
        Change({LOW: 39}, without=CASCADE.links[:1]),
    ],
)
def test_every_change_says_what_full_validation_says(change: Change) -> None:
    """Amounts that change, vanish, contradict or come by quarter; targets, indicators and links."""
    assert same(revalidate(report_on(CASCADE), change))


def test_a_conflict_comes_and_goes_with_all_that_it_skips() -> None:
    """Where a prerequisite fails what builds on it is skipped, also at the parent, and asked again afterwards."""
    first = report_on(CASCADE)
    torn = revalidate(first, Change({LOW: [Realization("A", 1), Realization("A", 2)]}))
    assert torn.ledger.verdict("CAS401", "KADIS/T") == "skipped"
    assert same(torn)
    assert revalidate(torn, Change({LOW: 38})).findings == first.findings


def test_amounts_leave_the_rest_alone() -> None:
    """Only amounts are validated in part; anything else is validated as a whole."""
    first = report_on(CASCADE)
    assert len(revalidate(first, Change({LOW: 1})).changes) == 1
    assert revalidate(first, Change(targets={LOW: target("A", 40, unit="%")})).changes == ()
    assert revalidate(first, Change(links=CASCADE.links[:1])).changes == ()


def test_visits_are_those_of_the_neighbourhood() -> None:
    """A change of one leaf looks at its group and above, however many other groups there are."""
    visits: list[int] = []
    for families in (5, 50):
        agreements, links = [], []
        for at in range(families):
            agreements.append(pk(f"PK-{at}", f"KADIS-{at}", "II", "BUPATI", target("T", 20)))
            for child in "AB":
                agreements.append(pk(f"PK-{at}{child}", f"KABID-{at}{child}", "III", f"KADIS-{at}", target(child)))
                links.append(Link(child=(f"KABID-{at}{child}", child), parent=(f"KADIS-{at}", "T"), kind="sum"))
        report = report_on(Cascade(agreements, links))
        visits.append(revalidate(report, Change({("KABID-3A", "A"): 9})).run.visits)
        assert report.run.visits > families * len(CATALOGUE)
    assert visits[0] == visits[1]
    assert visits[0] <= 8 * len(CATALOGUE)


def test_a_star_and_a_chain_are_walked_once() -> None:
    """The group of a thousand children is looked at, and each of a thousand ancestors, without recursion."""
    star = [pk("PK-0", "KADIS", "II", "BUPATI", target("T", 1000))]
    star += [pk(f"PK-{at}", f"KABID-{at}", "III", "KADIS", target(f"A{at}", 1)) for at in range(1, 1001)]
    links = [Link(child=(f"KABID-{at}", f"A{at}"), parent=TOP, kind="sum") for at in range(1, 1001)]
    wide = revalidate(report_on(Cascade(star, links)), Change({("KABID-7", "A7"): 1}))
    assert wide.run.visits <= 3 * 1001 * len(CATALOGUE)
    chain = [pk(f"PK-{at}", f"J{at}", None, f"J{at - 1}" if at else "BUPATI", target(f"I{at}")) for at in range(1000)]
    up = [Link(child=(f"J{at}", f"I{at}"), parent=(f"J{at - 1}", f"I{at - 1}"), kind="sum") for at in range(1, 1000)]
    deep = revalidate(report_on(Cascade(chain, up)), Change({("J999", "I999"): 1}))
    assert deep.run.visits <= 3 * 1000 * len(CATALOGUE)
    assert same(deep)


def test_two_agreements_under_one_code_are_put_in_order_anew() -> None:
    """What stands first depends on what they say, so a target that changes there is validated as a whole."""
    twice = Cascade(
        [pk("PK-1", "KADIS", "II", "BUPATI", target("T", 10)), pk("PK-1", "KABID", "III", "KADIS", target("A", 10))]
    )
    report = revalidate(report_on(twice), Change(targets={("KABID", "A"): 5}))
    assert report.changes == ()
    assert same(report)


def test_realizations_that_belong_nowhere_keep_their_names() -> None:
    """They are named by what they say, so a change of others does not touch them."""
    lost = family(target("T"), target("A"), realizations=[(TOP, 1), (("KADIS", "X"), 2)])
    report = revalidate(report_on(lost), Change({TOP: 3}))
    assert len(report.changes) == 1
    assert same(report)


def test_the_version_in_force_changes_in_its_chain() -> None:
    """What a check sees of an agreement and of its versions is the changed one; the earlier version stays."""
    first = pk("PK-1", "KADIS", "II", "BUPATI", target("T", 10))
    second = first.amend(code="PK-1-P", signed_on=date(2025, 9, 1), reason="strategy")
    report = revalidate(report_on(Cascade([first, second])), Change(targets={TOP: 12}))
    graph = report.case.graph
    full = validate(report.cascade, as_of=YEAR_END).case.graph
    assert [one.targets[0].value for one in graph.versions[0]] == [10, 12]
    assert (list(graph.versions), list(graph.agreements)) == (full.versions, full.agreements)
    assert list(graph.targets) == full.targets


def _own(code: str, subject: Any, find: Any, **more: Any) -> Check:
    base = CATALOGUE[0]
    return Check(
        code,
        code.lower(),
        "warning",
        title=base.title,
        message=base.title,
        fix=base.fix,
        basis=(),
        subject=subject,
        find=find,
        **more,
    )


def _beside(case: Any, node: int) -> Any:
    """What a check of an indicator may read to its sides: its parents, and what is linked with them."""
    graph = case.graph
    seen = {one for parent in graph.parents(node) for one in (parent, *graph.children(parent))}
    return (Hit((("total", sum(case.actual(one).point or 0 for one in sorted(seen))),)),)


def _along(case: Any, link: int) -> Any:
    """What a check of a link may read: its ends, and what is beside and below the lower one."""
    graph = case.graph
    child, parent = graph.child_of[link], graph.parent_of[link]
    seen = {child, parent, *graph.children(parent), *graph.children(child)}
    return (Hit((("total", sum(case.actual(one).point or 0 for one in sorted(seen))),)),)


@pytest.mark.parametrize(("subject", "find"), [("node", _beside), ("link", _along)])
def test_ones_own_check_sees_its_neighbours(subject: Any, find: Any) -> None:
    """A sibling, a parent, a child: whatever a check may read, it is asked again when that changes."""
    agreements = [
        pk("PK-1", "A", "II", "BUPATI", target("1")),
        *(pk(f"PK-{at}", f"A{at}", "III", "A", target(f"{at}")) for at in (2, 3)),
        *(pk(f"PK-{at}", f"A{at}", "IV", "A2", target(f"{at}")) for at in (4, 5)),
    ]
    pairs = [("A2/2", "A/1"), ("A3/3", "A/1"), ("A4/4", "A2/2"), ("A5/5", "A2/2")]
    report = report_on(Cascade(agreements, [link(*pair) for pair in pairs]), checks=[_own("X1", subject, find)])
    for node in report.case.graph.nodes:
        assert same(revalidate(report, Change({node: 7})))


def _first_blocks_last(case: Any, node: int) -> Any:
    if node == 0 and case.actual(0).point == 7:
        return (Hit(blocks=(len(case.graph.nodes) - 1,)),)
    return ()


@pytest.mark.parametrize("subject", ["node", "group", "link"])
def test_a_barrier_reaches_what_is_far_away(subject: Any) -> None:
    """A finding may keep others from being made on any node; there they are asked again when it comes or goes."""
    apart = [
        *(pk(f"PK-{at}", f"A{at}", "II", "BUPATI", target(f"{at}")) for at in (1, 2, 4)),
        pk("PK-3", "A3", "III", "A4", target("3")),
    ]
    checks = [_own("X1", "node", _first_blocks_last), _own("X2", subject, lambda *_: (), after=("X1",))]
    links = [link("A2/2", "A1/1", "sum"), link("A3/3", "A4/4", "sum")]
    first = report_on(Cascade(apart, links, realizations={("A1", "1"): 1}), checks=checks)
    blocked = revalidate(first, Change({("A1", "1"): 7}))
    assert same(blocked)
    assert same(revalidate(blocked, Change({("A1", "1"): 1})))
    assert blocked.ledger.counts("X2")["skipped"] == 1


def _total(case: Any, _: int) -> Any:
    from_all = [case.actual(node).point or 0 for node in range(len(case.graph.nodes))]
    return () if sum(from_all) < 190 else (_HIT,)


_HIT = next(iter(report_on(family(target("T", 105), target("A", 1))).run.hits["CAS301"].values()))[0]


def test_ones_own_check_of_everything_is_asked_again() -> None:
    """A check of the whole cascade may read all amounts, so it is asked after each change."""
    base = CATALOGUE[0]
    own = Check(
        "X1", "x", "note", title=base.title, message=base.title, fix=base.fix, basis=(), subject="cascade", find=_total
    )
    report = report_on(CASCADE, checks=[own])
    assert codes(report) == ["X1"]
    assert codes(revalidate(report, Change({LOW: 37}))) == []


@pytest.mark.parametrize(("previous", "change"), [(CASCADE, Change()), (report_on(CASCADE), {LOW: 1})])
def test_only_a_report_and_a_change_will_do(previous: Any, change: Any) -> None:
    """A cascade is no report, and amounts alone are no change."""
    with pytest.raises(InvalidValueError) as caught:
        revalidate(previous, change)
    assert caught.value.code == "wrong-kind"


def test_an_unknown_node_is_refused() -> None:
    """As in a change that is applied."""
    with pytest.raises(UnknownCodeError):
        revalidate(report_on(CASCADE), Change({("KADIS", "X"): 1}))


def test_the_year_end_is_kept() -> None:
    """The settings of the report are those of the one before."""
    assert revalidate(report_on(CASCADE), Change({LOW: 1})).as_of == YEAR_END
