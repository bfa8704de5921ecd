"""Laws of plans and promises, each with the sentence that it proves."""

import re
from datetime import date
from itertools import pairwise

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from sakip import (
    Agreement,
    Budget,
    BudgetLine,
    Indicator,
    Objective,
    Party,
    Realization,
    Target,
    compare_years,
    evaluate,
    testing,
)
from sakip.errors import UnknownCodeError
from sakip.lifecycle import (
    Duty,
    PlanDocument,
    PlanTarget,
    Promise,
    PromiseCoverage,
    iku_stability,
    plan_progress,
    promise_coverage,
)
from sakip.policies import LKJIP
from sakip.scoring import Weights

POLICY = LKJIP.evolve(weights=Weights(total=None, per="objective", absent="refuse"))
# Control characters, separators of lines, and marks that turn the direction of text.
STEERING = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]")
CODES = ("J-1", "J-2", "J-3", "J-4")
CITED = st.lists(st.sampled_from([*CODES, "B:J-1", "T-1", "T-2", "X-1"]), max_size=3)
OFFICES = ("Dinas A", "Dinas B", "Dinas C")
DAYS = st.dates(date(2021, 1, 1), date(2021, 12, 31))


@st.composite
def plans(draw: st.DrawFn) -> list[PlanDocument]:
    """Up to two plans of up to four promises, whose codes and years may be alike, with texts of any kind."""
    found = []
    for code in draw(st.sampled_from([(), ("A",), ("A", "B")])):
        first, last = sorted(draw(st.tuples(*[st.integers(2019, 2023)] * 2)))
        promises = [
            Promise(
                one,
                draw(testing.texts(rich=True)),
                offices=draw(st.lists(st.sampled_from(OFFICES), max_size=2)),
                due=draw(st.none() | DAYS),
            )
            for one in draw(st.lists(st.sampled_from(CODES), unique=True, max_size=4))
        ]
        found.append(PlanDocument(code, f"Rencana {code}", first_year=first, last_year=last, promises=promises))
    return found


@st.composite
def indicators(draw: st.DrawFn, code: str) -> Indicator:
    """An indicator that cites anything, with a unit of its own."""
    unit = draw(st.sampled_from(["%", "orang", None]))
    return Indicator(code, f"Indikator {code}", unit=unit, polarity="maximize", cites=draw(CITED))


@st.composite
def agreements(draw: st.DrawFn, code: str, year: int | None = None) -> Agreement:
    """An agreement of some office, signed or not, that supersedes nothing."""
    codes = draw(st.lists(st.sampled_from(["IKU-1", "IKU-2", "IKU-3"]), unique=True, max_size=3))
    targets = [Target(draw(indicators(one)), 1) for one in codes]
    office = draw(st.sampled_from(OFFICES))
    return Agreement(
        code,
        year=draw(st.integers(2019, 2023)) if year is None else year,
        first_party=Party(f"Kepala {office}", office=office),
        signed_on=draw(st.none() | DAYS),
        objectives=[Objective("Layanan", targets, cites=draw(CITED))],
    )


@st.composite
def governments(draw: st.DrawFn) -> list[Agreement]:
    """Up to four agreements, some of which are amendments of others."""
    found: list[Agreement] = []
    for at in range(draw(st.integers(0, 4))):
        one = draw(agreements(f"PK-{at}"))
        earlier = draw(st.none() | st.sampled_from([other.code for other in found])) if found else None
        found.append(evolve(one, supersedes=earlier, reason=None if earlier is None else "strategy"))
    return found


DUTIES = [Duty("T-1", "Membina", holder="Dinas A"), Duty("T-2", "Mengawasi", holder="Dinas B")]


def coverage(held: list[PlanDocument], signed: list[Agreement], as_of: date | None = None) -> PromiseCoverage:
    """The coverage with two duties."""
    return promise_coverage(held, signed, duties=DUTIES, as_of=as_of)


def names(found: PromiseCoverage) -> set[tuple[str, str]]:
    """What somebody has signed for."""
    return {(one.document, one.code) for one in found.covered}


@given(plans(), governments(), st.none() | DAYS, st.data())
def test_order_changes_nothing(
    held: list[PlanDocument], signed: list[Agreement], day: date | None, data: st.DataObject
) -> None:
    """In which order agreements are given, and how often, changes no row, no finding and no order."""
    twice = data.draw(st.lists(st.sampled_from(signed))) if signed else []
    again = data.draw(st.permutations([*signed, *twice]))
    assert coverage(held, again, day) == coverage(held, signed, day)
    assert coverage(held, again, day).check() == coverage(held, signed, day).check()


@given(plans(), governments(), agreements("PK-NEW"), st.none() | DAYS)
def test_adding_an_agreement_never_uncovers(
    held: list[PlanDocument], signed: list[Agreement], one: Agreement, day: date | None
) -> None:
    """An agreement that takes the place of no other never uncovers a promise, and never hides a duty's indicator."""
    before, after = coverage(held, signed, day), coverage(held, [*signed, one], day)
    assert names(before) <= names(after)
    shown = [[duty.is_covered for duty in found.duties] for found in (before, after)]
    assert all(then or not now for now, then in zip(*shown, strict=True))


@given(plans(), governments(), st.none() | DAYS)
def test_each_promise_is_covered_or_not(held: list[PlanDocument], signed: list[Agreement], day: date | None) -> None:
    """Every promise of every plan is in exactly one of covered and uncovered, and the counts are those."""
    found = coverage(held, signed, day)
    assert [(one.document, one.item) for one in found] == [(plan.code, item) for plan in held for item in plan.items]
    open_ones = {(one.document, one.code) for one in found.uncovered}
    assert not names(found) & open_ones
    assert len(found.covered) + len(found.uncovered) == len(found) == found.count.size
    assert found.count.count == len(names(found)) == sum(found.count_of(plan.code).count for plan in held)
    told = [one.subject for one in found.check() if one.code == "PROMISE-UNCOVERED"]
    assert told == [f"plan[{one.document}].items[{one.code}]" for one in found.uncovered]


@given(plans(), governments(), st.none() | DAYS)
def test_each_citation_is_resolved_or_found(
    held: list[PlanDocument], signed: list[Agreement], day: date | None
) -> None:
    """Every citation of an agreement that counts is resolved, or is a finding that names its place; none is both."""
    found = coverage(held, signed, day)
    written = [
        (one.agreement.code, place, code)
        for one in found.agreements
        for objective in one.agreement.objectives
        for place, codes in [(None, objective.cites), *((own.code, own.indicator.cites) for own in objective.targets)]
        for code in dict.fromkeys(codes)
    ]
    assert [(one.agreement, one.target, one.code) for one in found.citations] == written
    faults = {"PROMISE-UNKNOWN", "PROMISE-AMBIGUOUS", "PROMISE-PERIOD"}
    told = [one.subject for one in found.check() if one.code in faults]
    assert told == [one.subject for one in found.citations if not one.is_resolved]
    assert all((one.item is None) == (one.fault is not None) for one in found.citations)


@given(plans(), governments(), st.none() | DAYS)
def test_each_agreement_counts_or_not(held: list[PlanDocument], signed: list[Agreement], day: date | None) -> None:
    """Every agreement counts, is superseded or is yet to come; one that serves none is found, and only that one."""
    found = coverage(held, signed, day)
    parts = [[one.agreement.code for one in found.agreements]]
    parts += [[one.code for one in part] for part in (found.superseded, found.pending)]
    assert sorted(code for part in parts for code in part) == sorted(one.code for one in signed)
    none = [one.subject for one in found.check() if one.code == "PROMISE-NONE"]
    assert none == [f"agreement[{one.code}]" for one in (found.serving_none if len(found) else ())]


@given(plans(), governments(), st.lists(DAYS, min_size=2, max_size=4))
def test_delay_grows_day_by_day(held: list[PlanDocument], signed: list[Agreement], days: list[date]) -> None:
    """A promise that is late stays late, one more day each day."""
    for earlier, later in pairwise(sorted(days)):
        for one, other in zip(coverage(held, signed, earlier), coverage(held, signed, later), strict=True):
            if one.days is not None:
                assert other.days == one.days + (later - earlier).days


@st.composite
def budgets(draw: st.DrawFn) -> Budget:
    """Wholes with parts that hold no more than they do, each for any targets."""
    lines: list[BudgetLine] = []

    def add(code: str, ceiling: int, depth: int) -> None:
        targets = draw(st.lists(st.sampled_from(["IKU-1", "IKU-2", "IKU-3", "X"]), max_size=2))
        name = draw(testing.texts(rich=True))
        lines.append(BudgetLine(code, name, kind="programme", ceiling=ceiling, targets=targets))
        left = ceiling
        for at in range(draw(st.integers(0, 2)) if depth < 2 else 0):
            part = draw(st.integers(0, left))
            left -= part
            add(f"{code}.{at}", part, depth + 1)

    for at in range(draw(st.integers(0, 3))):
        add(str(at), draw(st.integers(0, 1000)), 0)
    return Budget(lines)


def rupiahs(found: PromiseCoverage, budget: Budget) -> list[tuple[int, set[tuple[str, str]]]]:
    """What each line holds beyond its parts, with every promise that it serves, itself or through its whole."""
    serves: dict[str, set[tuple[str, str]]] = {}
    for row in found.agreement_rows():
        for named in row["serves"].split("; ") if row["serves"] else ():
            document, _, code = named.partition(":")
            serves.setdefault(row["target"], set()).add((document, code))
    atoms: list[tuple[int, set[tuple[str, str]]]] = []
    for line in budget:
        around = [one for one in budget if f"{line.code}.".startswith(f"{one.code}.")]
        places = {place for one in around for code in one.targets for place in serves.get(code, ())}
        atoms.append((int(line.ceiling) - sum(int(part.ceiling) for part in budget.parts(line.code)), places))
    return atoms


@given(plans(), agreements("PK-1"), budgets())
def test_each_rupiah_counts_once(held: list[PlanDocument], signed: Agreement, budget: Budget) -> None:
    """Rupiah by rupiah: what serves a promise, what others share with it, and what serves any or none."""
    found = coverage(held, [signed])
    money, atoms = found.budget(budget), rupiahs(found, budget)
    for one in money:
        place = (one.document, one.code)
        own = sum(amount for amount, places in atoms if place in places)
        shared = sum(amount for amount, places in atoms if place in places and len(places) > 1)
        assert (one.ceiling or 0, one.shared or 0) == (own, shared)
        assert (one.ceiling is None) == (one.shared is None) == (not one.lines)
    assert money.serving == sum(amount for amount, places in atoms if places)
    assert money.serving + money.serving_none == money.total == budget.total.ceiling
    assert all(not any(places for _, places in atoms_of(budget, one, atoms)) for one in money.unserving)


def atoms_of(
    budget: Budget, whole: BudgetLine, atoms: list[tuple[int, set[tuple[str, str]]]]
) -> list[tuple[int, set[tuple[str, str]]]]:
    """What a line and its parts hold."""
    return [atom for line, atom in zip(budget, atoms, strict=True) if f"{line.code}.".startswith(f"{whole.code}.")]


@given(plans(), agreements("PK-1"), budgets(), st.integers(20, 120))
def test_money_is_told_inertly(held: list[PlanDocument], signed: Agreement, budget: Budget, width: int) -> None:
    """Hostile names of lines neither steer a terminal nor break a line, in either language and any width."""
    money = coverage(held, [signed]).budget(budget)
    for lang in ("id", "en"):
        text = money.text(lang, width=width)
        assert not STEERING.search(text.replace("\n", ""))
        assert all(len(line) <= width for line in text.split("\n"))


@given(plans(), governments(), st.sampled_from(OFFICES))
def test_an_office_signs_or_does_not(held: list[PlanDocument], signed: list[Agreement], office: str) -> None:
    """What an office is responsible for it has signed or not, and the standing of each promise says the same."""
    found = coverage(held, signed)
    if office not in {name for one in found for name in one.item.offices} | {
        one.agreement.first_party.office for one in found.agreements
    }:
        with pytest.raises(UnknownCodeError):
            found.of(office)
        return
    own = found.of(office)
    assert list(own.unsigned) == [one for one in found if office in one.unsigned_by]
    assert list(own.responsible) == [one for one in found if office in one.item.offices]
    assert all(one.is_covered for one in own.signed)


@given(plans(), governments(), st.integers(20, 120))
def test_whatever_is_told_is_inert(held: list[PlanDocument], signed: list[Agreement], width: int) -> None:
    """Hostile words neither steer a terminal nor break a line, in either language and any width."""
    found = coverage(held, signed)
    for lang in ("id", "en"):
        text = found.text(lang, width=width) + found.check().text(lang, width=width)
        assert not STEERING.search(text.replace("\n", ""))
        assert all(len(line) <= width for line in found.text(lang, width=width).split("\n"))


@st.composite
def careers(draw: st.DrawFn) -> list[Agreement]:
    """The agreements of one office in up to four years."""
    years = draw(st.sets(st.integers(2019, 2023), max_size=4))
    party = Party("Kepala Dinas A", office="Dinas A")
    return [evolve(draw(agreements(f"PK-{year}", year)), first_party=party) for year in sorted(years)]


RENSTRA = PlanDocument("RENSTRA", "Renstra", first_year=2019, last_year=2023)


@given(careers(), st.data())
def test_every_step_is_told_once(career: list[Agreement], data: st.DataObject) -> None:
    """Each indicator of a year is kept, renamed, redefined or new, and each of the year before goes on or is gone."""
    found = iku_stability(RENSTRA, data.draw(st.permutations(career)))
    assert found == iku_stability(RENSTRA, career)
    for before, after in pairwise(career):
        steps = [one for one in found if one.year == after.year]
        assert {one.code for one in steps if one.kind != "dropped"} == {target.code for target in after.targets}
        gone = {one.code for one in steps if one.kind == "dropped"}
        on = {one.before.code for one in steps if one.kind != "dropped" and one.before is not None}
        assert gone | on == {target.code for target in before.targets}
        assert not gone & on


@given(careers())
def test_a_stated_reason_settles_a_change(career: list[Agreement]) -> None:
    """Where every change has a reason nothing is found but years that lack, and everything counts as stable."""
    found = iku_stability(RENSTRA, career)
    changed = [one for one in found if one.kind not in {"kept", "renamed"}]
    settled = iku_stability(RENSTRA, career, reasons={(one.code, one.year): "RPJMD diubah" for one in changed})
    assert set(settled.check().codes()) <= {"IKU-GAP", "IKU-ALONE"}
    assert settled.count.count == settled.count.size == len(found)
    assert found.count.count == len(found) - len(changed)


@given(testing.agreements_with_realizations(weighted=True), st.integers(1, 200))
def test_a_plan_is_judged_as_years_are_compared(pair: tuple[Agreement, tuple[Realization, ...]], value: int) -> None:
    """Against the end of a plan the score is the one that `compare_years` gives for that medium-term target."""
    agreement, delivered = pair
    year = evaluate(agreement, delivered, policy=POLICY)
    first = next(iter(year))
    asked = PlanTarget(first.target.indicator, {agreement.year: value})
    held = PlanDocument("R", "Renstra", first_year=agreement.year, last_year=agreement.year + 4, targets=[asked])
    line = plan_progress(held, year, matched={first.code: first.code}).lines[0]
    compared = compare_years([year], medium_term={first.code: value})[first.code].medium_term
    assert line.end == line.this_year == compared
