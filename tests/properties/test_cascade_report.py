"""What a report on a cascade promises: it repeats itself, it compares, it sets aside, and it validates again."""

import json
import pickle
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from sakip import (
    Agreement,
    BudgetLine,
    Components,
    Indicator,
    NotReported,
    Objective,
    Party,
    Period,
    Range,
    Realization,
    Target,
)
from sakip.cascade import (
    CATALOGUE,
    Cascade,
    CascadeReport,
    Change,
    Check,
    Group,
    Hit,
    Link,
    NodeFacts,
    Post,
    Suppression,
    cascade_from_dict,
    cascade_to_dict,
    revalidate,
    validate,
)

DAY = date(2025, 12, 31)
KINDS = ["sum", "sum", "mean", "weighted", "pool", "minimum", "maximum", "count", "same", "support"]
ECHELONS = ["II", "III", "IV", None]
AMOUNTS = st.integers(0, 12)


def indicators(code: str, style: str) -> st.SearchStrategy[Indicator]:
    """An indicator of the code; in a tidy government it fits its neighbours."""
    if style != "any":
        of_sums = {"unit": "keluarga", "consolidation": "sum", "measure": "flow"}
        of_ratios = {"unit": "%", "consolidation": "pool", "measure": "ratio"}
        fields = of_ratios if style == "ratios" else of_sums
        decimals = st.sampled_from([None, 0])
        return decimals.map(lambda one: Indicator(code, "Terlayani", polarity="maximize", decimals=one, **fields))
    return st.builds(
        Indicator,
        st.just(code),
        st.just(f"Indikator {code}"),
        unit=st.sampled_from(["keluarga", "keluarga", "%", None]),
        polarity=st.sampled_from(["maximize", "maximize", "maximize", "minimize", "stabilize"]),
        consolidation=st.sampled_from([None, "sum", "average", "last_level", "pool"]),
        measure=st.sampled_from([None, "flow", "ratio"]),
        decimals=st.sampled_from([None, None, 0, 1]),
    )


def trajectories() -> st.SearchStrategy[dict[Period, int]]:
    """Targets by quarter, mostly none."""
    quarters = st.lists(AMOUNTS, min_size=4, max_size=4)
    planned = quarters.map(lambda all_: {Period.quarter(2025, at): one for at, one in enumerate(all_, 1)})
    return st.one_of(st.just({}), st.just({}), planned)


def promises() -> st.SearchStrategy[Any]:
    """What a target can be changed to."""
    return st.one_of(AMOUNTS, AMOUNTS, st.builds(lambda low, by: Range(low, low + by), AMOUNTS, st.integers(1, 5)))


def deliveries(code: str) -> st.SearchStrategy[Any]:
    """What a node can be reported to have delivered: an amount, quarters, components, contradictions, or nothing."""
    quarters = st.lists(st.tuples(st.integers(1, 4), AMOUNTS), max_size=5)
    ratio = st.builds(lambda part, whole: Components(part, whole, per=100), AMOUNTS, st.integers(1, 12))
    return st.one_of(
        AMOUNTS,
        AMOUNTS,
        ratio,
        st.just([]),
        st.just([Realization(code, NotReported())]),
        quarters.map(lambda all_: [Realization(code, one, period=Period.quarter(2025, at)) for at, one in all_]),
        st.lists(AMOUNTS, min_size=2, max_size=2).map(lambda both: [Realization(code, one) for one in both]),
    )


@st.composite
def cascades(draw: st.DrawFn) -> Cascade:
    """A small government, tidy or not: links of every kind, amendments, cycles and doubled nodes among them."""
    count, style = draw(st.integers(1, 7)), draw(st.sampled_from(["sums", "ratios", "any"]))
    tidy = style != "any"
    kinds = ["pool", "pool", "mean", "weighted"] if style == "ratios" else KINDS
    agreements: list[Any] = []
    keys: list[tuple[str, str]] = []
    reported: dict[tuple[str, str], Any] = {}
    for at in range(count):
        position, codes = f"J{at}", [f"I{at}{letter}" for letter in "ab"[: draw(st.integers(1, 2))]]
        targets = [
            Target(
                draw(indicators(code, style)),
                draw(AMOUNTS),
                trajectory=draw(trajectories()),
                last_year=draw(st.none() | AMOUNTS),
                weight=draw(st.none() | st.integers(1, 100)),
            )
            for code in codes
        ]
        above = draw(st.integers(0, max(at - 1, 0))) if tidy else draw(st.integers(0, at))
        agreement = Agreement(
            f"PK-{draw(st.integers(0, 9)) if draw(st.integers(0, 19)) == 0 else at}",
            year=2025,
            first_party=Party(position, echelon=draw(st.sampled_from(ECHELONS))),
            second_party=Party("BUPATI" if above == at else f"J{above}"),
            signed_on=date(2025, 1, 20),
            objectives=[Objective("Sasaran", targets)],
            budget=[BudgetLine(f"1.{at}", "Program", kind="programme", ceiling=at, targets=codes[: at % 2])],
        )
        if draw(st.integers(0, 4)) == 0:
            amended = {"code": f"PK-{at}-P", "signed_on": date(2025, 9, 1), "reason": "strategy"}
            agreements.append(agreement.amend(**amended, targets={codes[0]: targets[0]}))
        keys += [(position, code) for code in codes]
        given = [Realization(codes[0], draw(AMOUNTS))] if draw(st.booleans()) else []
        agreements.append((agreement, given))
        for code in codes:
            if not given and draw(st.integers(0, 3)):
                reported[position, code] = draw(deliveries(code))
    ends = st.tuples(st.integers(0, len(keys) - 1), st.integers(0, len(keys) - 1))
    of_parent = {key: draw(st.sampled_from(kinds)) if draw(st.integers(0, 2)) == 0 else kinds[1] for key in keys}
    links: list[Link] = []
    for pair in draw(st.lists(ends, max_size=10, unique=True)):
        low, high = min(pair), max(pair)
        upside_down = not tidy and draw(st.integers(0, 9)) == 0
        if tidy and low == high:
            continue
        links.append(
            Link(
                child=keys[low if upside_down else high],
                parent=keys[low],
                kind=of_parent[keys[low]] if tidy or draw(st.booleans()) else draw(st.sampled_from(KINDS)),
                share=None if tidy else draw(st.sampled_from([None, None, "0.5"])),
                weight=draw(st.sampled_from([None, 1, "0.5"])),
            )
        )
    groups = [
        Group(parent=key, coverage=draw(st.sampled_from(["partition", "subset"])), other=draw(st.none() | AMOUNTS))
        for key in draw(st.lists(st.sampled_from(keys), max_size=2, unique=True))
    ]
    parts = st.builds(lambda part, whole: Components(part, whole, per=100), AMOUNTS, st.integers(1, 12))
    described = keys if style == "ratios" else draw(st.lists(st.sampled_from(keys), max_size=2, unique=True))
    facts = [
        NodeFacts(
            key,
            role=draw(st.sampled_from(["main", "main", "additional"])),
            planned=draw(parts if style == "ratios" else st.none() | parts),
            last_parts=draw(st.none() | parts),
            source=draw(st.none() | indicators(key[1], style).map(lambda one: Target(one, 5))),
        )
        for key in described
    ]
    posts = [Post(f"J{at}") for at in draw(st.lists(st.integers(0, 8), max_size=2, unique=True))]
    return Cascade(agreements, links, groups, reported, nodes=facts, posts=posts)


@st.composite
def edits(draw: st.DrawFn, report: CascadeReport) -> Change:
    """A change of the cascade of a report: mostly of amounts, at times of what it is made of."""
    nodes = report.case.graph.nodes
    some = st.lists(st.sampled_from(range(len(nodes))), max_size=2, unique=True)
    changed: dict[str, Any] = {
        "realizations": {nodes[at]: draw(deliveries(nodes[at].indicator)) for at in draw(some)},
        "targets": {
            nodes[at]: draw(AMOUNTS if report.case.graph.targets[at].trajectory else promises()) for at in draw(some)
        },
    }
    links = report.cascade.links
    what = draw(st.integers(0, 9))
    if what == 0 and links:
        changed["without"] = [draw(st.sampled_from(links))]
    elif what == 1:
        ends = st.sampled_from(nodes)
        changed["links"] = [Link(child=draw(ends), parent=draw(ends), kind=draw(st.sampled_from(KINDS)))]
    elif what == 2:
        changed["nodes"] = [NodeFacts(draw(st.sampled_from(nodes)), role="additional")]
    elif what == 3:
        changed["groups"] = [Group(parent=draw(st.sampled_from(nodes)), coverage="subset", other=draw(AMOUNTS))]
    elif what == 4:
        changed["posts"] = [Post("J9", superior="J0")]
    return Change(**changed)


def told(report: CascadeReport) -> tuple[Any, ...]:
    """Everything that a report says."""
    texts = [(one.text("id"), one.text("en")) for one in report.findings]
    return (
        report.findings,
        texts,
        list(report.ledger.entries()),
        {code: report.ledger.counts(code) for code in report.ledger.codes},
        report.metrics,
        report.verdict,
    )


def _sees_all(case: Any, _: int) -> Iterable[Hit]:
    total = sum(case.actual(node).point or 0 for node in range(len(case.graph.nodes)))
    return (Hit((("total", total),)),) if total % 2 else ()


def _sees_below(case: Any, node: int) -> Iterable[Hit]:
    seen, waiting = {node}, [node]
    while waiting:
        for child in case.graph.children(waiting.pop()):
            if child not in seen:
                seen.add(child)
                waiting.append(child)
    total = sum(case.actual(one).point or 0 for one in seen)
    return (Hit((("total", total),)),) if total % 3 == 0 else ()


def _sees_beside(case: Any, node: int) -> Iterable[Hit]:
    graph = case.graph
    seen = {one for parent in graph.parents(node) for one in (parent, *graph.children(parent))}
    total = sum(case.actual(one).point or 0 for one in seen)
    return (Hit((("total", total),)),) if total % 2 else ()


def own(code: str, subject: Any, find: Any, **more: Any) -> Check:
    """A check of one's own, in the words of one of the catalogue."""
    base = CATALOGUE[0]
    fields = {"title": base.title, "message": base.title, "fix": base.fix, "basis": base.basis, **more}
    return Check(code, code.lower(), "warning", subject=subject, find=find, **fields)


OWN = (own("X1", "cascade", _sees_all), own("X2", "node", _sees_below), own("X3", "node", _sees_beside, after=("X2",)))


class TestIdempotence:
    """P03: validate twice, same; validate(from_dict(to_dict)) same."""

    @given(cascades())
    def test_a_report_repeats_itself(self, cascade: Cascade) -> None:
        """Twice, through JSON and through a pickle, the same is said."""
        report = validate(cascade, as_of=DAY)
        assert told(validate(cascade, as_of=DAY)) == told(report)
        assert told(pickle.loads(pickle.dumps(report))) == told(report)
        again = CascadeReport.from_dict(json.loads(json.dumps(report.to_dict())))
        assert again.cascade == cascade
        assert told(again) == told(report)

    @given(cascades())
    def test_a_cascade_is_its_data(self, cascade: Cascade) -> None:
        """A cascade is read back from plain data as it was."""
        assert cascade_from_dict(json.loads(json.dumps(cascade_to_dict(cascade)))) == cascade


class TestSuppression:
    """P16: suppression does not change the ledger, only `ok`."""

    @given(cascades(), st.data())
    def test_only_what_counts_changes(self, cascade: Cascade, data: st.DataObject) -> None:
        """Findings, texts, verdicts and counts stay; what is set aside is marked, and only that."""
        plain = validate(cascade, as_of=DAY)
        by = st.builds(
            lambda one, exact: Suppression(
                "Sudah diputuskan",
                by="Biro Organisasi",
                **({"fingerprint": one.fingerprint} if exact else {"code": one.code, "subject": one.subject}),
            ),
            st.sampled_from(plain.findings) if plain.findings else st.nothing(),
            st.booleans(),
        )
        aside = data.draw(st.lists(by, max_size=4)) if plain.findings else []
        report = validate(cascade, as_of=DAY, suppressions=aside)
        assert list(report.ledger.entries()) == list(plain.ledger.entries())
        assert report.ledger.counts() == plain.ledger.counts()
        kept = [one for one in report.findings if not one.code.startswith("CAS0")]
        assert [(one.fingerprint, one.text()) for one in kept] == [
            (one.fingerprint, one.text()) for one in plain.findings
        ]
        firm = {check.code for check in CATALOGUE if not check.suppressible}
        for one in kept:
            named = any(each.matches(one.code, one.subject, one.fingerprint) for each in aside)
            assert (one.suppression is not None) == (named and one.code not in firm)


class TestIncremental:
    """P20: incremental = full after any sequence of edits."""

    @given(cascades(), st.data())
    def test_says_what_full_validation_says(self, cascade: Cascade, data: st.DataObject) -> None:
        """After each edit the report is that of a validation from the beginning; the earlier ones stay as they were."""
        checks = (*CATALOGUE, *OWN)
        report = validate(cascade, as_of=DAY, checks=checks)
        for _ in range(data.draw(st.integers(1, 4))):
            before = told(report)
            changed = revalidate(report, data.draw(edits(report)))
            assert told(changed) == told(validate(changed.cascade, as_of=DAY, checks=checks))
            assert told(report) == before
            report = changed


class TestDiff:
    """P25: diff(r, r) is empty; new/fixed swap under reversal."""

    @given(cascades(), st.data())
    def test_is_an_algebra(self, cascade: Cascade, data: st.DataObject) -> None:
        """Nothing differs from itself, there and back is the mirror, and every finding is in one group."""
        one = validate(cascade, as_of=DAY)
        other = revalidate(one, data.draw(edits(one)))
        assert one.diff(one).is_empty
        there, back = other.diff(one), one.diff(other)
        assert (there.new, there.fixed) == (back.fixed, back.new)
        assert [(now, old) for old, now in there.changed] == list(back.changed)
        assert there.unchanged == back.unchanged
        assert len(there.new) + len(there.changed) + len(there.unchanged) == len(other.findings)
        assert len(there.fixed) + len(there.changed) + len(there.unchanged) == len(one.findings)
        assert other.diff(json.loads(json.dumps(one.to_dict(cascade=False)))) == there


class TestFingerprint:
    """P26: fingerprint stability under number edits."""

    @given(cascades(), st.data())
    def test_no_number_is_in_it(self, cascade: Cascade, data: st.DataObject) -> None:
        """A finding of a group that is still there after another number was reported has its fingerprint still."""
        one = validate(cascade, as_of=DAY)
        nodes = one.case.graph.nodes
        other = revalidate(one, Change({data.draw(st.sampled_from(nodes)): data.draw(AMOUNTS)}))
        for old, now in other.diff(one).changed:
            if old.code in {"CAS301", "CAS302", "CAS401"}:
                assert old.fingerprint == now.fingerprint
                assert old.value_hash != now.value_hash


class TestNeverFloat:
    """P30: every number in the report round-trips through Decimal text."""

    @given(cascades())
    def test_numbers_are_exact(self, cascade: Cascade) -> None:
        """No float is anywhere; each number among the arguments is read back from its text as it was."""
        report = validate(cascade, as_of=DAY)
        for finding in report.findings:
            for name, value in finding.arguments:
                if isinstance(value, int | Fraction | Decimal):
                    written = finding.data[name]
                    assert (Fraction(written) if "/" in written else Decimal(written)) == value
        for row in report.rows():
            assert not any(isinstance(value, float) for value in row["arguments"].values())
        assert "float" not in _kinds(report.to_dict())
        assert "float" not in _kinds(report.to_sarif())


def _kinds(data: Any) -> set[str]:
    """The types of everything in plain data."""
    if isinstance(data, dict):
        return set().union(*(_kinds(one) for one in data.values()))
    if isinstance(data, list):
        return set().union(*(_kinds(one) for one in data))
    return {type(data).__name__}
