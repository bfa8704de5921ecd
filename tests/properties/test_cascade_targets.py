"""What holds for whatever is promised and delivered: more never suffices less, and what is proposed suffices."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

from sakip import AwaitingRelease, Components, Level, NotApplicable, NotReported, OrdinalScale, Range, Target
from sakip.cascade import CATALOGUE, Cascade, Group, Link, NodeFacts
from tests.cascade.making import TOP, family, report_on, target

AMOUNTS = st.integers(0, 200)
KINDS = st.sampled_from(["sum", "mean", "weighted"])
POLARITIES = st.sampled_from(["maximize", "minimize"])


def promised(kind: Any, polarity: Any, top: Any, values: list[Any], **more: Any) -> Cascade:
    """A parent and children that promise some numbers."""
    said = {"polarity": polarity, "measure": "flow" if kind == "sum" else "index", "unit": "poin"}
    children = [target(f"A{at}", value, **said) for at, value in enumerate(values, 2)]
    links = [{"weight": Decimal(1) / 4}] * 4 if kind == "weighted" else ()
    return family(target("T", top, **said), *children, kind=kind, links=links, **more)


def verdict(cascade: Cascade, code: str) -> str:
    """What one check says of the parent."""
    answer: str = report_on(cascade).ledger.verdict(code, "KADIS/T")
    return answer


def lists_of(length: int) -> Any:
    """So many amounts."""
    return st.lists(AMOUNTS, min_size=length, max_size=length)


class TestMonotoneSufficiency:
    """P10: improving a child's target never creates a shortage above it."""

    @given(KINDS, POLARITIES, AMOUNTS, lists_of(4), st.tuples(st.integers(0, 3), st.integers(0, 50)))
    def test_a_better_target_never_falls_short(
        self, kind: str, polarity: str, top: int, values: list[int], change: tuple[int, int]
    ) -> None:
        """A better target never falls short."""
        at, more = change
        better = list(values)
        better[at] += more if polarity == "maximize" else -min(more, better[at])
        if verdict(promised(kind, polarity, top, values), "CAS301") == "pass":
            assert verdict(promised(kind, polarity, top, better), "CAS301") == "pass"


DENOMINATORS = st.sampled_from([1, 2, 4, 5, 10, 20, 25, 50, 100, 200])
RATIOS = st.lists(
    DENOMINATORS.flatmap(lambda below: st.tuples(st.integers(0, below), st.just(below))), min_size=1, max_size=4
)


def pooled(top: int, polarity: str, ratios: list[tuple[int, int]], *, planned: bool) -> Cascade:
    """A ratio of sums, whose children state what is planned above and below the line or the quotient alone."""
    said = {"unit": "%", "measure": "ratio", "polarity": polarity}
    values = [Decimal(100 * above) / below for above, below in ratios]
    nodes = [
        NodeFacts((f"KABID-{at}", f"A{at}"), planned=Components(above, below, per=100))
        for at, (above, below) in enumerate(ratios, 2)
    ]
    children = [target(f"A{at}", value, **said) for at, value in enumerate(values, 2)]
    return family(target("T", top, **said), *children, kind="pool", nodes=nodes if planned else ())


class TestBareRatios:
    """What is not known never passes: what is said of ratios alone holds whatever their denominators are."""

    @given(st.integers(0, 100), POLARITIES, RATIOS, st.sampled_from(["CAS301", "CAS302", "CAS304"]))
    def test_denominators_change_no_answer(
        self, top: int, polarity: str, ratios: list[tuple[int, int]], code: str
    ) -> None:
        """A pass and a failure stay what they are once the components are known; only what was open is decided."""
        bare = verdict(pooled(top, polarity, ratios, planned=False), code)
        known = verdict(pooled(top, polarity, ratios, planned=True), code)
        assert known in {"pass", "fail"}
        assert bare in {known, "unknown", "skipped"}


class TestRoundedWeights:
    """Weights that were rounded to the declared decimals make one whole, whatever they were rounded from."""

    @given(st.lists(st.integers(1, 1000), min_size=1, max_size=8), st.integers(1, 6), st.sampled_from([1, 100]))
    def test_what_was_rounded_passes(self, parts: list[int], decimals: int, whole: int) -> None:
        """Each part of a whole, half up to so many decimals; one that vanishes is no weight."""
        units = 10**decimals
        counts = [(2 * whole * units * part + sum(parts)) // (2 * sum(parts)) for part in parts]
        assume(all(counts))
        children = [target(f"A{at}", 10) for at, _ in enumerate(parts)]
        links = [{"weight": Decimal(count) / units} for count in counts]
        group = Group(parent=TOP, weight_decimals=decimals)
        cascade = family(target("T", 10), *children, kind="weighted", links=links, groups=[group])
        assert verdict(cascade, "CAS701") == "pass"
        assert verdict(cascade, "CAS301") == "pass"


class TestTolerance:
    """P12: what passes with a tolerance passes with a greater one."""

    @given(KINDS, AMOUNTS, lists_of(4), st.integers(0, 100), st.integers(0, 100))
    def test_more_tolerance_never_finds_more(
        self, kind: str, top: int, values: list[int], tolerance: int, more: int
    ) -> None:
        """More tolerance never finds more."""

        def within(granted: int) -> Cascade:
            group = Group(parent=TOP, tolerance=granted, tolerance_reason="Disepakati")
            return promised(kind, "maximize", top, values, groups=[group])

        for code in ("CAS301", "CAS302"):
            if verdict(within(tolerance), code) == "pass":
                assert verdict(within(tolerance + more), code) == "pass"


class TestMissing:
    """P13: deleting a value never turns a failure, or what is unknown, into a pass."""

    @given(KINDS, AMOUNTS, lists_of(4), st.integers(0, 4))
    def test_a_deleted_number_never_passes(self, kind: str, top: int, values: list[int], at: int) -> None:
        """A deleted number never passes."""
        made: dict[Any, Any] = {(f"KABID-{number}", f"A{number}"): value for number, value in enumerate(values, 2)}
        made[TOP] = top
        before = promised(kind, "maximize", 50, [50] * 4, realizations=made)
        gone = list(made)[at]
        after = evolve(before, realizations={**made, gone: NotReported()})
        was = {verdict(before, code) for code in ("CAS401", "CAS403")}
        now = {verdict(after, code) for code in ("CAS401", "CAS403")}
        assert "fail" not in was or {"fail", "unknown"} & now
        assert now & {"fail", "unknown"}

    @given(KINDS, AMOUNTS, lists_of(4), st.integers(0, 3))
    def test_the_implied_number_closes_the_group(self, kind: str, top: int, values: list[int], at: int) -> None:
        """The implied number closes the group."""
        made: dict[Any, Any] = {(f"KABID-{number}", f"A{number}"): value for number, value in enumerate(values, 2)}
        made[TOP] = top
        gone = f"KABID-{at + 2}", f"A{at + 2}"
        open_ = promised(kind, "maximize", 50, [50] * 4, realizations={**made, gone: NotReported()})
        (one,) = [each for each in report_on(open_).findings if each.code == "CAS403"]
        fitting = Fraction(one.data["implied"])
        assume(fitting >= 0)
        assert fitting.denominator == 1
        closed = evolve(open_, realizations={**made, gone: int(fitting)})
        assert {verdict(closed, code) for code in ("CAS401", "CAS403")} == {"pass"}


CODES = tuple(check for check in CATALOGUE if check.code.startswith(("CAS3", "CAS4")))
KINDS_OF_LINKS = ("same", "sum", "mean", "weighted", "pool", "minimum", "maximum", "count", "support")
LEVELS = OrdinalScale(["C", "B", "A"])
PROMISES = st.sampled_from([0, 10, "10.5", 100, Level("B"), Level("?"), Range(5, 15), date(2025, 6, 30)])
DELIVERIES = st.sampled_from(
    [
        None,
        0,
        10,
        "10.333",
        Components(1, 3, per=100),
        Components(5, 10, per=1),
        Level("A"),
        Level("?"),
        date(2025, 6, 30),
        NotReported(),
        NotApplicable("Batal"),
        AwaitingRelease(),
    ]
)
LINKS = st.sampled_from(
    [
        {},
        {"share": "0.5"},
        {"weight": "0.5"},
        {"weight": 0},
        {"inverse": True},
        {"factor": 1000},
        {"aspect": "part_of_whole"},
    ]
)
GROUPS = st.sampled_from(
    [
        {},
        {"coverage": "subset"},
        {"coverage": "superset", "other": 1},
        {"other": 1, "other_actual": 2},
        {"threshold": 10},
        {"threshold": Level("B"), "per_hundred": True},
    ]
)
FIELDS = st.fixed_dictionaries(
    {
        "unit": st.sampled_from(["%", "orang", None]),
        "measure": st.sampled_from([None, "flow", "ratio", "index", "ordinal"]),
        "scale": st.sampled_from([None, LEVELS]),
        "decimals": st.sampled_from([None, 0, 2]),
        "polarity": st.sampled_from(["maximize", "minimize", "stabilize"]),
        "consolidation": st.sampled_from([None, "sum", "pool", "last_progress"]),
    }
)


class TestNeverRaises:
    """A check never raises on what somebody wrote, and whatever it says can be read in both languages."""

    @given(st.data(), st.sampled_from(KINDS_OF_LINKS), FIELDS, st.booleans())
    def test_each_check_alone_says_something_or_nothing(
        self, data: st.DataObject, kind: str, fields: dict[str, Any], turns: bool
    ) -> None:
        """Each check is asked alone, so that none is kept from what another would have found."""
        count = data.draw(st.integers(1, 3))
        promised_ = [data.draw(PROMISES) for _ in range(count + 1)]
        reported = [data.draw(DELIVERIES) for _ in range(count + 1)]
        children = [target(f"A{at}", one, last_year=8, **fields) for at, one in enumerate(promised_[1:], 2)]
        keys = [TOP, *((f"KABID-{at}", f"A{at}") for at in range(2, count + 2))]
        made = {key: value for key, value in zip(keys, reported, strict=True) if value is not None}
        facts = [NodeFacts(keys[1], planned=Components(8, 10, per=100), last_parts=Components(7, 10, per=100))]
        cascade = family(
            target("T", promised_[0], last_year=12, **fields),
            *children,
            kind=kind,
            links=[data.draw(LINKS) for _ in range(count)],
            groups=[Group(parent=TOP, **data.draw(GROUPS))],
            realizations=made,
            nodes=facts,
        )
        if turns:
            cascade = evolve(cascade, links=[*cascade.links, Link(child=TOP, parent=keys[1], kind="support")])
        for check in CODES:
            report = report_on(cascade, checks=[check])
            for one in report.findings:
                assert "{" not in one.text("id") + one.text("en")
            assert sum(report.ledger.counts(check.code).values()) == len(report.case.subjects(check.subject))


class TestProposals:
    """What is proposed for a shortage suffices, and takes no target beyond what is attainable."""

    @given(KINDS, POLARITIES, AMOUNTS, lists_of(4), st.lists(st.none() | AMOUNTS, min_size=4, max_size=4))
    def test_new_targets_suffice(
        self, kind: str, polarity: str, top: int, values: list[int], ceilings: list[int | None]
    ) -> None:
        """New targets suffice."""
        cascade = promised(kind, polarity, top, values)
        limited = _limited(cascade, ceilings)
        report = report_on(limited)
        short = [one for one in report.findings if one.code == "CAS301"]
        assume(short and "proposal" in short[0].data)
        new = dict(enumerate(values, 2))
        for part in short[0].data["proposal"].split(", KABID-"):
            name, _, after = part.partition(" → ")
            assert after
            new[int(name.removeprefix("KABID-").partition("/")[0])] = Fraction(after.replace(".", "").replace(",", "."))  # type: ignore[assignment]
        raised = [new[at] for at in sorted(new)]
        assume(all(10**6 % Fraction(value).denominator == 0 for value in raised))
        for before, after_, ceiling in zip(values, raised, ceilings, strict=True):
            if ceiling is not None and after_ != before and (ceiling > before) is (after_ > before):
                assert abs(after_ - before) <= abs(ceiling - before) or ceiling == before
        exact = [Decimal(Fraction(value).numerator) / Fraction(value).denominator for value in raised]
        assert verdict(promised(kind, polarity, top, exact), "CAS301") == "pass"


def _limited(cascade: Cascade, ceilings: list[int | None]) -> Cascade:
    """The same with the best value that is attainable at all."""
    first, *others = cascade.agreements
    agreements = [first]
    for agreement, ceiling in zip(others, ceilings, strict=True):
        (objective,) = agreement.objectives
        targets: list[Target] = [evolve(one, ceiling=ceiling) for one in objective.targets]
        agreements.append(evolve(agreement, objectives=[evolve(objective, targets=targets)]))
    return evolve(cascade, agreements=agreements)
