"""Pengujian: Hypothesis strategies for every type of the model, and the agreement of the first example.

Each strategy has a narrow form, of values as they stand in real documents, and with ``rich=True`` a wide one: every
field that may be filled is filled at times, texts are hostile, numbers reach the limits. Needs ``hypothesis``.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, TypeVar, get_args

from attrs import evolve
from hypothesis import strategies as st

from sakip import (
    AKIP_LETTERS,
    BPK_OPINIONS,
    Agreement,
    AmendmentReason,
    AwaitingRelease,
    BudgetLine,
    Components,
    Echelon,
    History,
    Indicator,
    Level,
    NotApplicable,
    NotReported,
    Objective,
    OrdinalScale,
    Party,
    Period,
    Range,
    Realization,
    Reference,
    Target,
    Tenure,
)
from sakip.base.kind import FIRST_DAY, LAST_DAY
from sakip.base.number import MICRO
from sakip.base.reference import Certainty
from sakip.model.budget_line import BudgetKind
from sakip.model.indicator import Consolidation, Measure, Polarity, ResultLevel
from sakip.model.party import ECHELON_CODES
from sakip.model.period import PeriodKind
from sakip.model.realization import DataStatus
from sakip.model.tenure import TenureKind

__all__ = [
    "agreements",
    "agreements_with_realizations",
    "budget_lines",
    "codes",
    "components",
    "echelons",
    "example_agreement",
    "histories",
    "indicators",
    "levels",
    "numbers",
    "objectives",
    "parties",
    "periods",
    "ranges",
    "realizations",
    "references",
    "register",
    "scales",
    "targets",
    "tenures",
    "texts",
]

Value = TypeVar("Value")

_LARGEST = 10**18 * MICRO - 1
_WORDS = (
    "Cakupan layanan",
    "Persentase jalan mantap",
    "Jumlah dokumen perencanaan",
    "Angka kematian ibu",
    "Indeks kepuasan masyarakat",
    "Opini BPK",
)
_HOSTILE = (
    "<script>alert(1)</script>",
    "\"><img src=x onerror='x'>",
    "]]><svg/onload=1>",
    "=HYPERLINK(1)",
    "{code} {0} {x.y}",
    "%s %d %(code)s",
    "| a | b | [x](y) `z`",
    "\u200dterhubung\u200b",
    "a\u0301 \u00e1 \ufb01",
    "\U0001f4c8 \u0645\u0624\u0634\u0631 \u6307\u6a19",
    "Di dalamnya \u00a0 spasi",
)
# Signs that no text may hold: controls, separators of lines, marks of direction and of byte order.
_REFUSED = "\u061c\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"


def numbers(
    low: int | None = None,
    high: int | None = None,
    *,
    rich: bool = False,
) -> st.SearchStrategy[Decimal]:
    """Angka: admitted numbers, many of which are ties of a rounding or meet each other.

    Args:
        low: Least number; -1,000, or with ``rich`` the least number that is admitted.
        high: Greatest number; 1,000, or with ``rich`` the greatest number that is admitted.
        rich: Whether all six decimals are used.

    Examples:
        >>> from sakip.testing import numbers
        >>> strategy = numbers(0, 100)
    """
    least = (-_LARGEST if rich else -1000 * MICRO) if low is None else low * MICRO
    most = (_LARGEST if rich else 1000 * MICRO) if high is None else high * MICRO
    near, far = max(least, -10 * MICRO), min(most, 10 * MICRO)
    kinds = [
        # Few small numbers, so that equal ones are common, and eighths, whose decimals end in a five.
        _multiples(MICRO, near, far),
        _multiples(MICRO // 8, near, far),
        _multiples(MICRO, least, most),
        _multiples(MICRO // 100, least, most),
    ]
    if rich:
        kinds.append(st.integers(least, most))
    return st.one_of(kinds).map(_decimal)


def _multiples(step: int, least: int, most: int) -> st.SearchStrategy[int]:
    first, last = -(-least // step), most // step
    return st.integers(first, last).map(lambda count: count * step) if first <= last else st.nothing()


def _decimal(count: int) -> Decimal:
    whole, rest = divmod(abs(count), MICRO)
    return Decimal(f"{'-' if count < 0 else ''}{whole}.{rest:06d}".rstrip("0").rstrip("."))


def texts(*, rich: bool = False) -> st.SearchStrategy[str]:
    """Teks: names as documents word them; with ``rich`` also markup, formulas, templates and foreign scripts.

    Examples:
        >>> from sakip.testing import texts
        >>> strategy = texts(rich=True)
    """
    plain = st.sampled_from(_WORDS)
    if not rich:
        return plain
    signs = st.characters(exclude_categories=("Cc", "Cs"), exclude_characters=_REFUSED)
    return st.one_of(plain, st.sampled_from(_HOSTILE), st.text(signs, min_size=1, max_size=40).filter(str.strip))


def codes(*, rich: bool = False) -> st.SearchStrategy[str]:
    """Kode: codes of indicators and documents; with ``rich`` any printable text that is not wrapped in spaces.

    Examples:
        >>> from sakip.testing import codes
        >>> strategy = codes()
    """
    plain = st.builds("{}-{}".format, st.sampled_from(("IKU", "IKK", "PLAN")), st.integers(1, 99))
    if not rich:
        return plain
    signs = st.characters(exclude_categories=("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp", "Zs"), include_characters=" ")
    return st.one_of(
        plain,
        st.text(signs, min_size=1, max_size=20).filter(lambda text: text == text.strip() and text.isprintable()),
    )


def references(*, rich: bool = False) -> st.SearchStrategy[Reference]:
    """Rujukan: legal references.

    Examples:
        >>> from sakip.testing import references
        >>> strategy = references()
    """
    return st.builds(
        Reference,
        texts(rich=rich),
        article=st.none() | texts(rich=rich),
        certainty=st.sampled_from(get_args(Certainty)),
    )


def periods(
    *,
    kinds: Iterable[PeriodKind] = get_args(PeriodKind),
    years: tuple[int, int] = (2024, 2026),
    rich: bool = False,
) -> st.SearchStrategy[Period]:
    """Periode: periods of some kinds in a span of fiscal years; with ``rich`` of any year and any first month.

    Examples:
        >>> from sakip.testing import periods
        >>> strategy = periods(kinds=["quarter"], years=(2025, 2025))
    """
    numbered = [
        st.tuples(st.just(kind), st.integers(1, len(Period.year(2025).parts(kind)))) for kind in dict.fromkeys(kinds)
    ]
    return st.builds(
        _period,
        st.one_of(numbered),
        st.integers(1945, 9998) if rich else st.integers(*years),
        st.integers(1, 12) if rich else st.just(1),
    )


def _period(part: tuple[PeriodKind, int], year: int, starts: int) -> Period:
    kind, number = part
    return Period(kind, year, number, starts=starts)


def echelons() -> st.SearchStrategy[Echelon]:
    """Jenjang: every level of the organisation.

    Examples:
        >>> from sakip.testing import echelons
        >>> strategy = echelons()
    """
    return st.sampled_from(ECHELON_CODES).map(Echelon)


def parties(*, rich: bool = False) -> st.SearchStrategy[Party]:
    """Pihak: parties of an agreement; with ``rich`` the name of an official is among the fields.

    Examples:
        >>> from sakip.testing import parties
        >>> strategy = parties()
    """
    plain = st.sampled_from(("Kepala Dinas", "Sekretaris", "Kepala Bagian Perencanaan"))
    return st.builds(
        Party,
        texts(rich=True) if rich else plain,
        office=st.none() | (texts(rich=True) if rich else st.sampled_from(("Dinas Kesehatan", "Bappeda"))),
        code=st.none() | codes(rich=rich),
        echelon=st.none() | echelons(),
        official=_words(rich=rich),
    )


def tenures(*, rich: bool = False) -> st.SearchStrategy[Tenure]:
    """Masa jabatan: tenures of any kind, some of them without an end.

    Examples:
        >>> from sakip.testing import tenures
        >>> strategy = tenures()
    """
    first, last = (FIRST_DAY, LAST_DAY) if rich else (date(2023, 1, 1), date(2026, 12, 31))
    days = st.dates(first, last)
    return st.builds(
        _tenure,
        parties(rich=rich),
        texts(rich=True) if rich else st.sampled_from(("Contoh A", "Contoh B", "Contoh C")),
        st.tuples(days, days).map(sorted),
        ended=st.booleans(),
        kind=st.sampled_from(get_args(TenureKind)),
        legal_basis=st.none() | references(rich=rich),
    )


def _tenure(party: Party, official: str, days: list[date], *, ended: bool, **fields: Any) -> Tenure:
    starts, ends = days
    return Tenure(evolve(party, official=None), official, starts=starts, ends=ends if ended else None, **fields)


def _words(*, rich: bool) -> st.SearchStrategy[str | None]:
    return st.none() | texts(rich=True) if rich else st.none()


def _some_paragraphs(*, rich: bool) -> st.SearchStrategy[str | None]:
    return st.none() | st.lists(texts(rich=True), min_size=1, max_size=3).map("\n\t".join) if rich else st.none()


def scales(*, rich: bool = False) -> st.SearchStrategy[OrdinalScale]:
    """Skala ordinal: the opinions of BPK, the AKIP letters; with ``rich`` scales of any names, some sharing a rank.

    Examples:
        >>> from sakip.testing import scales
        >>> strategy = scales()
    """
    if not rich:
        return st.sampled_from((BPK_OPINIONS, AKIP_LETTERS))
    return st.builds(
        _scale,
        st.lists(texts(rich=True), min_size=2, max_size=8, unique=True),
        st.integers(0, 6),
        _words(rich=True),
        st.none() | references(rich=True),
    )


def _scale(names: list[str], shared: int, title: str | None, reference: Reference | None) -> OrdinalScale:
    first = 1 + shared % (len(names) - 1)
    return OrdinalScale([tuple(names[:first]), *names[first:]], title=title, reference=reference)


def levels(scale: OrdinalScale = BPK_OPINIONS) -> st.SearchStrategy[Level]:
    """Tingkat: the levels of a scale.

    Examples:
        >>> from sakip.testing import levels
        >>> strategy = levels()
    """
    return st.sampled_from(scale.names).map(Level)


def indicators(
    *,
    polarity: Polarity | None = None,
    ordinal: bool = False,
    rich: bool = False,
) -> st.SearchStrategy[Indicator]:
    """Indikator: indicators of one polarity or of any; ordinal ones have a scale.

    Examples:
        >>> from sakip.testing import indicators
        >>> strategy = indicators(polarity="minimize")
    """
    measures = st.none() | st.sampled_from(get_args(Measure)) if rich else st.none()
    return st.builds(
        _indicator,
        _origins(rich=rich),
        codes(rich=rich),
        texts(rich=rich),
        unit=st.sampled_from(("%", "dokumen", "poin", "per 100.000")),
        polarity=st.sampled_from(get_args(Polarity)) if polarity is None else st.just(polarity),
        consolidation=st.none() | st.sampled_from(get_args(Consolidation)) if rich else st.none(),
        measure=st.just("ordinal") if ordinal else measures,
        scale=scales(rich=rich) if ordinal else st.none(),
        decimals=st.none() | st.integers(0, 6) if rich else st.none(),
        operational_definition=_some_paragraphs(rich=rich),
        formula=_some_paragraphs(rich=rich),
        data_source=_words(rich=rich),
        owner=_words(rich=rich),
        level=st.none() | st.sampled_from(get_args(ResultLevel)) if rich else st.none(),
        kind=_words(rich=rich),
        reference=st.none() | references(rich=True) if rich else st.none(),
    )


def _origins(*, rich: bool) -> st.SearchStrategy[tuple[str | None, str | None]]:
    none = st.none()
    return st.one_of(
        *(st.tuples(*pair) for pair in ((none, none), (codes(), none), (none, codes()))[: 3 if rich else 1])
    )


def _indicator(origin: tuple[str | None, str | None], *arguments: Any, **sheet: Any) -> Indicator:
    same_as, replaces = origin  # never both
    return Indicator(*arguments, same_as=same_as, replaces=replaces, **sheet)


def ranges(*, rich: bool = False) -> st.SearchStrategy[Range]:
    """Rentang: ranges with a lower bound below the upper one.

    Examples:
        >>> from sakip.testing import ranges
        >>> strategy = ranges()
    """
    bounds = st.lists(numbers(rich=rich), min_size=2, max_size=2, unique=True)
    return bounds.map(sorted).map(lambda pair: Range(pair[0], pair[1]))


def targets(
    *,
    indicator: Indicator | None = None,
    weighted: bool = False,
    rich: bool = False,
) -> st.SearchStrategy[Target]:
    """Target: targets of one indicator or of any; levels for ordinal indicators, numbers and ranges for others.

    With ``rich`` also dates, zero and negative targets, baselines, worst values, ceilings and, where the target is a
    number, trajectories.

    Examples:
        >>> from sakip.testing import targets
        >>> strategy = targets(weighted=True)
    """
    values: st.SearchStrategy[Decimal | Range | date] = numbers(1, 1000)
    if rich:
        values = st.one_of(numbers(rich=True), numbers(), st.just(Decimal(0)), ranges(rich=True), st.dates())
    quarters = st.tuples(*(st.tuples(st.just(part), numbers()) for part in Period.year(2025).parts("quarter")))
    other = st.none() | numbers(rich=True) if rich else st.none()
    return st.builds(
        _target,
        _any_indicator(rich=rich) if indicator is None else st.just(indicator),
        values,
        st.integers(0, 7),
        weight=numbers(1, 100) if weighted else st.none(),
        trajectory=st.just(()) | quarters if rich else st.just(()),
        baseline=other,
        last_year=other,
        worst_value=other,
        ceiling=other,
    )


def _any_indicator(*, rich: bool) -> st.SearchStrategy[Indicator]:
    counted, ranked = indicators(rich=rich), indicators(ordinal=True, rich=rich)
    return st.integers(0, 3).flatmap(lambda one: ranked if one == 3 else counted)


def _target(indicator: Indicator, value: Decimal | Range | date, place: int, **fields: Any) -> Target:
    promised = _level_or(indicator.scale, value, place)
    if not isinstance(promised, Decimal):
        fields["trajectory"] = ()
    return Target(indicator, promised, **fields)


def _level_or(scale: OrdinalScale | None, value: Value, place: int) -> Value | Level:
    return value if scale is None else Level(scale.names[place % len(scale.names)])


def components(*, rich: bool = False) -> st.SearchStrategy[Components]:
    """Komponen: a numerator over a denominator that is not zero.

    Examples:
        >>> from sakip.testing import components
        >>> strategy = components()
    """
    nonzero = numbers(rich=True).filter(bool) if rich else numbers(1, 1000)
    per = numbers(1, rich=True) if rich else st.sampled_from((Decimal(1), Decimal(100), Decimal(1000)))
    return st.builds(Components, numbers(rich=rich) if rich else numbers(0, 1000), nonzero, per=per)


def realizations(
    *,
    target: Target | None = None,
    period: Period | None = None,
    rich: bool = False,
) -> st.SearchStrategy[Realization]:
    """Realisasi: what may be delivered for one target or for any, of the target's own kind.

    With ``rich`` also components, the three states without a number, and the texts beside it.

    Examples:
        >>> from sakip.testing import realizations
        >>> strategy = realizations()
    """
    promised = targets(rich=rich) if target is None else st.just(target)
    return st.builds(_realization, promised, _delivered(rich=rich), st.just(period))


_Delivered = tuple[
    Decimal | Components, date, int, NotReported | NotApplicable | AwaitingRelease | None, dict[str, Any]
]


def _delivered(*, rich: bool) -> st.SearchStrategy[_Delivered]:
    # One of each kind is drawn and the target picks: a strategy that is made anew for every target is far slower.
    if not rich:
        return st.tuples(numbers(), st.dates(), st.integers(0, 8), st.none(), st.just({}))
    states = st.one_of(
        st.just(NotReported()),
        texts(rich=True).map(NotApplicable),
        _words(rich=True).map(AwaitingRelease),
    )
    # A union would draw each state as often as a number; most targets of a real agreement have a number.
    seldom = st.tuples(st.integers(0, 4), states).map(lambda pair: pair[1] if pair[0] == 4 else None)
    words = _some_paragraphs(rich=True)
    beside = st.fixed_dictionaries(
        {
            "status": st.none() | st.sampled_from(get_args(DataStatus)),
            "evidence": st.lists(texts(rich=True), max_size=2),
            "obstacle": words,
            "driver": words,
            "remedy": words,
        },
    )
    number = st.one_of(numbers(rich=True), numbers(), components(rich=True))
    return st.tuples(number, st.dates(), st.integers(0, 8), seldom, beside)


def _realization(target: Target, delivered: _Delivered, period: Period | None) -> Realization:
    number, day, place, state, beside = delivered
    promise = target.value
    value: Decimal | Components | Level | date = number
    if isinstance(promise, Level):
        value = _level_or(target.indicator.scale, promise, place)
    elif isinstance(promise, date):
        value = day if place else promise
    elif not place:
        # Met exactly, which two numbers drawn apart hardly ever are.
        value = promise.low if isinstance(promise, Range) else promise
    return Realization(target.code, value if state is None else state, period=period, **beside)


def objectives(*, weighted: bool = False, rich: bool = False) -> st.SearchStrategy[Objective]:
    """Sasaran: objectives of one to three targets with codes of their own.

    Examples:
        >>> from sakip.testing import objectives
        >>> strategy = objectives()
    """
    found = st.lists(
        targets(weighted=weighted, rich=rich),
        min_size=1,
        max_size=3,
        unique_by=lambda target: target.code,
    )
    return st.builds(Objective, texts(rich=rich), found, code=st.none() | codes(rich=rich))


def budget_lines(*, rich: bool = False) -> st.SearchStrategy[BudgetLine]:
    """Baris anggaran: programmes, activities and sub-activities; with ``rich`` also amounts in sen, and links.

    Examples:
        >>> from sakip.testing import budget_lines
        >>> strategy = budget_lines()
    """
    amounts = st.integers(0, 10**12 if not rich else 10**18 - 1).map(Decimal)
    if rich:
        amounts = st.one_of(amounts, st.integers(0, 10**20 - 1).map(lambda count: Decimal(f"{count}e-2")))
    part = st.integers(1, 99).map("{:02d}".format)
    return st.builds(
        BudgetLine,
        st.lists(part, min_size=1, max_size=5).map(".".join),
        texts(rich=rich),
        kind=st.sampled_from(get_args(BudgetKind)),
        ceiling=amounts,
        realization=st.none() | amounts,
        version=st.none() | st.sampled_from(("DPA", "DPPA")),
        targets=st.lists(codes(rich=rich), max_size=2) if rich else st.just(()),
    )


def agreements(*, weighted: bool | None = None, rich: bool = False) -> st.SearchStrategy[Agreement]:
    """Perjanjian kinerja: agreements that can be scored: some target, and no code twice.

    Args:
        weighted: Whether every target has a weight, none has, or (None) either.
        rich: Whether every field is used.

    Examples:
        >>> from sakip.testing import agreements
        >>> strategy = agreements(weighted=True)
    """
    if weighted is None:
        return st.one_of(agreements(weighted=False, rich=rich), agreements(weighted=True, rich=rich))
    found = st.lists(objectives(weighted=weighted, rich=rich), min_size=1, max_size=3)
    return st.builds(
        Agreement,
        codes(rich=rich),
        year=st.just(2025),
        first_party=parties(rich=rich),
        second_party=st.none() | parties(rich=rich),
        signed_on=st.none() | st.dates(date(2025, 1, 1), date(2025, 12, 31)),
        objectives=found.map(_without_twins),
        budget_ratified_on=_some_days(rich=rich),
        effective_on=_some_days(rich=rich),
        supersedes=st.none() | texts() if rich else st.none(),  # never a code, so no agreement supersedes itself
        reason=st.none() | st.sampled_from(get_args(AmendmentReason)) if rich else st.none(),
        legal_document=st.none() | references(rich=True) if rich else st.none(),
        retired=st.lists(texts(), max_size=2) if rich else st.just(()),
        budget=st.lists(budget_lines(rich=True), max_size=2) if rich else st.just(()),
    )


def _some_days(*, rich: bool) -> st.SearchStrategy[date | None]:
    return st.none() | st.dates(FIRST_DAY, LAST_DAY) if rich else st.none()


def histories(*, most: int = 10) -> st.SearchStrategy[History]:
    """Riwayat: the versions of one agreement, each of which amends the one before.

    Args:
        most: How many versions there are at most.

    Examples:
        >>> from sakip.testing import histories
        >>> strategy = histories(most=3)
    """
    change = st.tuples(
        st.integers(0, 60),
        st.integers(-30, 30) | st.none(),
        st.sampled_from(get_args(AmendmentReason)),
        st.integers(0, 9),
        numbers(1, 1000),
        st.booleans(),
    )
    return st.builds(
        _history, agreements(), st.dates(date(2025, 1, 1), date(2025, 12, 31)), st.lists(change, max_size=most - 1)
    )


def _history(
    agreement: Agreement,
    signed_on: date,
    changes: list[tuple[int, int | None, AmendmentReason, int, Decimal, bool]],
) -> History:
    versions = [evolve(agreement, signed_on=signed_on)]
    for number, (days, delay, reason, at, value, retires) in enumerate(changes):
        before = versions[-1]
        since = before.in_force_from or signed_on
        then = since + timedelta(days=days)
        code = before.targets[at % len(before.targets)].code
        gone = (code,) if retires and len(before.targets) > 1 else ()
        versions.append(
            before.amend(
                code=f"{agreement.code}/{number}",
                signed_on=then if delay is None else then + timedelta(days=delay),
                effective_on=None if delay is None else then,
                reason=reason,
                retire=gone,
                targets={} if gone else {code: value},
            )
        )
    return History(versions)


def _without_twins(objectives: list[Objective]) -> list[Objective]:
    seen: set[str] = set()
    kept: list[Objective] = []
    for objective in objectives:
        fresh = [target for target in objective.targets if target.code not in seen]
        seen.update(target.code for target in fresh)
        if fresh:
            kept.append(Objective(objective.name, fresh, code=objective.code))
    return kept


def agreements_with_realizations(
    *,
    weighted: bool | None = None,
    rich: bool = False,
) -> st.SearchStrategy[tuple[Agreement, tuple[Realization, ...]]]:
    """Perjanjian dengan realisasinya: an agreement and annual realizations for its targets, in any order.

    With ``rich`` some targets have no realization.

    Examples:
        >>> from sakip.testing import agreements_with_realizations
        >>> strategy = agreements_with_realizations()
    """
    most = 9
    return st.builds(
        _delivered_for,
        agreements(weighted=weighted, rich=rich),
        st.lists(_delivered(rich=rich), min_size=most, max_size=most),
        st.permutations(range(most)),
        st.lists(st.integers(0, 4), min_size=most, max_size=most) if rich else st.just([1] * most),
    )


def _delivered_for(
    agreement: Agreement,
    delivered: list[_Delivered],
    order: list[int],
    present: list[int],
) -> tuple[Agreement, tuple[Realization, ...]]:
    found = [
        (place, _realization(target, one, None))
        for target, one, place, here in zip(agreement.targets, delivered, order, present, strict=False)
        if here
    ]
    return agreement, tuple(realization for _, realization in sorted(found, key=lambda pair: pair[0]))


def example_agreement() -> Agreement:
    """Contoh perjanjian: Bengkulu 2025, two planning documents promised by the head of a planning division.

    Examples:
        >>> from sakip.testing import example_agreement
        >>> example_agreement().code
        'PK-2025-SETDA-III-1'
    """
    documents = Indicator(
        "PLAN-1",
        "Jumlah dokumen perencanaan yang dihasilkan",
        unit="dokumen",
        polarity="maximize",
    )
    return Agreement(
        "PK-2025-SETDA-III-1",
        year=2025,
        first_party=Party("Kepala Bagian Perencanaan", echelon="III"),
        second_party=Party("Kepala Biro Organisasi", echelon="II"),
        signed_on=date(2025, 3, 5),
        objectives=[Objective("Tersusunnya dokumen perencanaan", [Target(documents, 2)])],
    )


def register() -> None:
    """Daftarkan: lets ``hypothesis.strategies.from_type`` find these strategies; importing this module does it.

    Examples:
        >>> from hypothesis import strategies as st
        >>> from sakip import Period
        >>> from sakip.testing import register
        >>> register()
        >>> strategy = st.from_type(Period)
    """
    st.register_type_strategy(Agreement, agreements(rich=True))
    st.register_type_strategy(BudgetLine, budget_lines(rich=True))
    st.register_type_strategy(Components, components(rich=True))
    st.register_type_strategy(Echelon, echelons())
    st.register_type_strategy(History, histories())
    st.register_type_strategy(Indicator, indicators(rich=True))
    st.register_type_strategy(Level, levels())
    st.register_type_strategy(Objective, objectives(rich=True))
    st.register_type_strategy(OrdinalScale, scales(rich=True))
    st.register_type_strategy(Party, parties(rich=True))
    st.register_type_strategy(Period, periods(rich=True))
    st.register_type_strategy(Range, ranges(rich=True))
    st.register_type_strategy(Realization, realizations(rich=True))
    st.register_type_strategy(Reference, references(rich=True))
    st.register_type_strategy(Target, targets(rich=True))
    st.register_type_strategy(Tenure, tenures(rich=True))


# The entry point names the module and not the function: where this module is imported first, Hypothesis loads it a
# second time from within, before the function is there.
register()
