"""Cakupan janji: which promises agreements carry, which agreements carry none, and which duty nobody shows."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, cast

from attrs import field, frozen

from sakip.base.display import Table
from sakip.base.finding import Report
from sakip.base.form import Numbers, numbers_form
from sakip.base.kind import day_of, is_text, none_or_day, of_kind, tuple_of
from sakip.base.likeness import unknown_code
from sakip.base.rebuild import reduce_by_fields
from sakip.base.text import Lang, require_lang
from sakip.errors import InvalidValueError
from sakip.lifecycle.promises import faults, tabulation
from sakip.lifecycle.promises.citation import Citation, Register, citations_of, duty_key
from sakip.lifecycle.promises.document import Item, PlanDocument
from sakip.lifecycle.promises.duty import Duty
from sakip.lifecycle.promises.funding import PromiseBudget, promise_budget
from sakip.lifecycle.promises.in_force import in_force
from sakip.lifecycle.promises.likeness import is_party
from sakip.lifecycle.promises.office import OfficePromises, office_promises
from sakip.lifecycle.promises.promise import Promise
from sakip.lifecycle.promises.standing import AgreementStanding, CoverageCount, DutyStanding, PromiseStanding
from sakip.model.agreement import Agreement
from sakip.model.budget import Budget

__all__ = ["PromiseCoverage", "promise_coverage"]

_Key = tuple[str | None, str | None, str | None]


@frozen
class PromiseCoverage:
    """Cakupan janji: plans beside the agreements that should carry them. Made by `promise_coverage`.

    Attributes:
        documents: Dokumen rencana, as they were given.
        standings: Kedudukan of each promise and each target of a plan, in the order of the plans.
        agreements: Kedudukan of each agreement that counts, by year and code.
        duties: Kedudukan of each duty, as they were given.
        citations: Rujukan, resolved or not, of the agreements that count.
        superseded: Agreements that do not count, for another of them stands in their place.
        pending: Agreements that begin only after the day.
        as_of: The day that is looked at; None where none was stated.
    """

    documents: tuple[PlanDocument, ...] = field(repr=lambda found: repr([one.code for one in found]))
    standings: tuple[PromiseStanding, ...] = field(repr=False)
    agreements: tuple[AgreementStanding, ...] = field(repr=False)
    duties: tuple[DutyStanding, ...] = field(repr=False)
    citations: tuple[Citation, ...] = field(repr=False)
    superseded: tuple[Agreement, ...] = field(repr=False)
    pending: tuple[Agreement, ...] = field(repr=False)
    as_of: date | None

    __reduce__ = reduce_by_fields

    def __iter__(self) -> Iterator[PromiseStanding]:
        return iter(self.standings)

    def __len__(self) -> int:
        return len(self.standings)

    def __getitem__(self, code: str) -> PromiseStanding:
        """Cari janji: how a promise stands, by its code, or as ``plan:code`` where several plans have it.

        Raises:
            UnknownCodeError: No plan has it.
            InvalidValueError: Several plans have it.
        """
        place = _place(code, _places(self.documents), "PromiseCoverage")
        return next(one for one in self.standings if (one.document, one.code) == place)

    @property
    def covered(self) -> tuple[PromiseStanding, ...]:
        """Yang tercakup: what somebody has signed for."""
        return tuple(one for one in self.standings if one.is_covered)

    @property
    def uncovered(self) -> tuple[PromiseStanding, ...]:
        """Yang belum tercakup: what nobody has signed for."""
        return tuple(one for one in self.standings if not one.is_covered)

    @property
    def serving_none(self) -> tuple[Agreement, ...]:
        """Perjanjian tanpa janji: agreements of the years of the plans that serve no promise at all."""
        return tuple(one.agreement for one in self._asked if not one.serves_any)

    @property
    def _asked(self) -> list[AgreementStanding]:
        return [one for one in self.agreements if self.is_asked(one.agreement)]

    def is_asked(self, agreement: Agreement) -> bool:
        """Ditanyakan: whether any plan is for the year of an agreement, so that it could serve a promise."""
        return any(plan.covers(agreement.year) for plan in self.documents if plan.items)

    @property
    def count(self) -> CoverageCount:
        """Cakupan semua janji: how many of all are covered."""
        return CoverageCount(len(self.covered), len(self.standings))

    @property
    def duty_count(self) -> CoverageCount:
        """Cakupan tupoksi: how many duties an indicator of their holder shows."""
        return CoverageCount(sum(one.is_covered for one in self.duties), len(self.duties))

    @property
    def agreement_count(self) -> CoverageCount:
        """Perjanjian yang melayani: how many agreements of the years of the plans serve a promise."""
        return CoverageCount(sum(one.serves_any for one in self._asked), len(self._asked))

    def count_of(self, document: str) -> CoverageCount:
        """Cakupan sebuah dokumen: how many of its promises and targets are covered.

        Raises:
            UnknownCodeError: There is no such plan.
        """
        known = [one.code for one in self.documents]
        if document not in known:
            problem = ("tidak ada dokumen dengan kode itu", "there is no plan of that code")
            raise unknown_code(document, known, code="unknown-code", path="PromiseCoverage.count_of", problem=problem)
        own = [one for one in self.standings if one.document == document]
        return CoverageCount(sum(one.is_covered for one in own), len(own))

    def of(self, office: str) -> OfficePromises:
        """Janji sebuah kantor: what it is responsible for, what it has signed for, and what it has not.

        Raises:
            UnknownCodeError: Neither a plan nor an agreement names it.
        """
        return office_promises(self, office)

    def budget(self, budget: Budget, *, agreements: str | Iterable[str] | None = None) -> PromiseBudget:
        """Anggaran janji: the money for each promise, by the targets that budget lines name; none counted twice.

        Args:
            budget: Anggaran.
            agreements: Codes of those whose targets it names, also one alone; all when left out.

        Raises:
            InvalidValueError: No budget, or a target by whose code agreements serve unlike promises.
            UnknownCodeError: There is no such agreement.
        """
        return promise_budget(self, budget, agreements)

    def check(self) -> Report:
        """Periksa cakupan: what nobody has signed for, what is cited and not there, what serves nothing or is late."""
        return Report(faults.findings(self))

    def rows(self, *, numbers: Numbers = "decimal") -> list[dict[str, Any]]:
        """Baris janji: one dict a promise or target of a plan, for data frames, JSON and PHP.

        Its keys are ``document``, ``code``, ``text``, ``offices``, ``begins``, ``due``, ``covered``, ``agreements``,
        ``targets``, ``unsigned_by`` (who is responsible and did not sign), ``done_on``, ``days`` and ``state``; lists
        are texts with ``; `` between.

        Args:
            numbers: ``decimal``, or ``text`` to write dates as text, which JSON and PHP keep exact.

        Raises:
            InvalidValueError: Another word for ``numbers``.
        """
        return tabulation.promise_rows(self, numbers_form(numbers, "PromiseCoverage.rows.numbers"))

    def agreement_rows(self) -> list[dict[str, Any]]:
        """Baris perjanjian: one dict a target, with what it serves.

        Its keys are ``agreement``, ``year``, ``office``, ``position``, ``target``, ``name`` and ``serves``; an
        agreement without targets has one row.
        """
        return tabulation.agreement_rows(self)

    def duty_rows(self, lang: Lang = "id") -> list[dict[str, Any]]:
        """Baris tupoksi: one dict a duty.

        Its keys are ``holder``, ``code``, ``text``, ``covered``, ``agreements``, ``targets``, ``reference`` and
        ``certainty`` (None without a reference).

        Raises:
            InvalidValueError: An unknown language.
        """
        return tabulation.duty_rows(self, require_lang(lang))

    def table(self, lang: Lang = "id") -> Table:
        """Tabel janji: one row a promise; below it what is the same for all, and how many are covered."""
        return tabulation.table(self, require_lang(lang))

    def text(self, lang: Lang = "id", *, width: int | None = None) -> str:
        """Teks janji: the table for a terminal, 80 columns wide unless another width is given.

        Raises:
            InvalidValueError: Another language, or a width that is not 20 to 1,000.
        """
        return self.table(lang).text(width)

    def _repr_html_(self) -> str:
        return self.table().html()


def promise_coverage(
    documents: Iterable[PlanDocument],
    agreements: Iterable[Agreement],
    *,
    duties: Iterable[Duty] = (),
    done: Mapping[str, date] | None = None,
    as_of: date | None = None,
) -> PromiseCoverage:
    """Cakupan janji: what `Indicator.cites` and `Objective.cites` of agreements say of plans, promises and duties.

    A citation means the item of a plan for the year of the agreement that has this code, or a duty. A promise is
    covered where a target of an agreement that counts serves it; an objective without any promises nothing. An
    amendment takes the place of what it supersedes; every other agreement only adds to what is covered.

    Args:
        documents: Dokumen rencana.
        agreements: Perjanjian, of any offices and years; their order does not matter.
        duties: Tupoksi.
        done: When promises were kept, by code; what was kept after ``as_of`` is not kept yet.
        as_of: The day that is looked at: agreements that begin later do not count, and what is due is late after it.

    Raises:
        InvalidValueError: An argument of another kind, two plans of one code, or one duty twice for its holder.
        UnknownCodeError: A promise was kept that no plan has.

    Reference: PermenPANRB 88/2021 (secondary), on the criteria of planning; that each promise needs an agreement is our
        inference.

    Examples:
        >>> from attrs import evolve
        >>> from sakip import Indicator, Objective, Party, Target
        >>> roads = Indicator("IKU-1", "Jalan mantap", unit="%", polarity="maximize", cites="J-01")
        >>> signed = Agreement(
        ...     "PK-1",
        ...     year=2021,
        ...     first_party=Party("Kepala Dinas", office="Dinas Bina Marga"),
        ...     objectives=[Objective("Jalan baik", [Target(roads, 80)])],
        ... )
        >>> promises = [Promise("J-01", "Jalan mantap"), Promise("J-02", "Desa terang")]
        >>> plan = PlanDocument("JANJI", "Janji kerja", first_year=2019, last_year=2024, promises=promises)
        >>> found = promise_coverage([plan], [signed])
        >>> found.count.text(), [one.code for one in found.uncovered]
        ('1 dari 2 (50,00 %)', ['J-02'])
    """
    path = "promise_coverage"
    day = none_or_day(as_of, f"{path}.as_of")
    plans = _plans(tuple_of(PlanDocument, documents, f"{path}.documents", "PlanDocument('RPJMD', 'RPJMD', ...)"))
    tasks = _duties(tuple_of(Duty, duties, f"{path}.duties", "Duty('T-1', 'Pembinaan', holder='Dinas Kesehatan')"))
    given = tuple_of(Agreement, agreements, f"{path}.agreements", "Agreement('PK-1', year=2025, ...)")
    chosen, register = in_force(given, day), Register(plans, tasks)
    citations = {one: tuple(citations_of(one, register)) for one in chosen.agreements}
    every = tuple(citation for found in citations.values() for citation in found)
    old = [citation for one in chosen.superseded for citation in citations_of(one, register)]
    cited, dropped = _grouped(every), _grouped(old)
    kept = _kept(plans, done, day)
    standings = tuple(
        PromiseStanding(
            document=plan.code,
            item=item,
            citations=tuple(one for one in cited.get(_key(plan, item), ()) if one.shown_by),
            dropped=tuple(dict.fromkeys(one.agreement for one in dropped.get(_key(plan, item), ()))),
            done_on=kept.get((plan.code, item.code)),
            as_of=day,
        )
        for plan in plans
        for item in plan.items
    )
    return PromiseCoverage(
        plans,
        standings,
        tuple(_agreement(one, citations[one], register) for one in chosen.agreements),
        tuple(_duty(one, cited.get(("duty", one.holder, one.code), [])) for one in tasks),
        every,
        chosen.superseded,
        chosen.pending,
        day,
    )


def _plans(plans: tuple[PlanDocument, ...]) -> tuple[PlanDocument, ...]:
    codes = [one.code for one in plans]
    twice = next((code for at, code in enumerate(codes) if code in codes[:at]), None)
    if twice is None:
        return plans
    raise InvalidValueError(
        code="plan-twice",
        path="promise_coverage.documents",
        value=twice,
        problem=("dua dokumen memakai kode ini", "two plans have this code"),
        way_out=("Beri tiap dokumen kodenya sendiri", "Give each plan a code of its own"),
    )


def _duties(duties: tuple[Duty, ...]) -> tuple[Duty, ...]:
    seen: set[tuple[str, str]] = set()
    for one in duties:
        if duty_key(one) in seen:
            raise InvalidValueError(
                code="duty-twice",
                path="promise_coverage.duties",
                value=one.code,
                problem=(f"tupoksi ini ada dua kali bagi {one.holder}", f"the duty stands twice for {one.holder}"),
                way_out=("Beri tiap tupoksi kodenya sendiri", "Give each duty a code of its own"),
            )
        seen.add(duty_key(one))
    return duties


def _grouped(citations: Iterable[Citation]) -> dict[_Key, list[Citation]]:
    found: dict[_Key, list[Citation]] = {}
    for one in citations:
        if one.is_resolved:
            found.setdefault((one.kind, one.document, one.item), []).append(one)
    return found


def _key(plan: PlanDocument, item: Item) -> _Key:
    return ("promise" if isinstance(item, Promise) else "target", plan.code, item.code)


def _agreement(agreement: Agreement, citations: tuple[Citation, ...], register: Register) -> AgreementStanding:
    def is_serving(codes: tuple[str, ...]) -> bool:
        found = (register.find(code, agreement.first_party, agreement.year) for code in codes)
        return any(isinstance(one, tuple) and one[0] != "duty" for one in found)

    serving = (one for one in citations if one.kind in {"promise", "target"} and one.shown_by)
    return AgreementStanding(
        agreement,
        tuple(dict.fromkeys((one.document or "", one.item or "") for one in serving)),
        tuple(
            target
            for objective in agreement.objectives
            if not is_serving(objective.cites)
            for target in objective.targets
            if not is_serving(target.indicator.cites)
        ),
    )


def _duty(duty: Duty, citations: list[Citation]) -> DutyStanding:
    own: list[Citation] = []
    others: list[Citation] = []
    for one in citations:
        (own if one.shown_by and is_party(duty.holder, one.party) else others).append(one)
    return DutyStanding(duty, tuple(own), tuple(others))


def _kept(
    plans: tuple[PlanDocument, ...], done: Mapping[str, date] | None, as_of: date | None
) -> dict[tuple[str, str], date]:
    """When each promise was kept, those left out that were kept after the day that is looked at."""
    path, kind = "promise_coverage.done", cast("type[Mapping[str, date]]", Mapping)
    given = {} if done is None else of_kind(kind, done, path, "{'J-01': date(2022, 4, 1)}")
    places = _places(plans)
    found: dict[tuple[str, str], date] = {}
    for code, kept_on in given.items():
        place = _place(code, places, path)
        day = day_of(kept_on, f"{path}[{code}]")
        if found.setdefault(place, day) != day:
            raise InvalidValueError(
                code="kept-twice",
                path=path,
                value=code,
                problem=("janji ini disebut selesai pada dua hari", "the promise is said to be kept on two days"),
                way_out=("Tulis satu hari bagi tiap janji", "Write one day for each promise"),
            )
    return {place: day for place, day in found.items() if as_of is None or day <= as_of}


def _places(plans: Iterable[PlanDocument]) -> dict[str, list[tuple[str, str]]]:
    """The plan and the item that each code means, alone or as ``plan:code``."""
    found: dict[str, list[tuple[str, str]]] = {}
    for plan in plans:
        for item in plan.items:
            for code in dict.fromkeys((item.code, f"{plan.code}:{item.code}")):
                found.setdefault(code, []).append((plan.code, item.code))
    return found


def _place(code: str, places: Mapping[str, list[tuple[str, str]]], path: str) -> tuple[str, str]:
    found = places.get(code.strip(), []) if is_text(code) else []
    if len(found) == 1:
        return found[0]
    if found:
        ways = ", ".join(":".join(place) for place in found)
        raise InvalidValueError(
            code="several-plans",
            path=path,
            value=code,
            problem=("beberapa dokumen memuat kode itu", "several plans have that code"),
            way_out=(f"Tulis salah satu: {ways}", f"Write one of {ways}"),
        )
    problem = ("tidak ada dokumen yang memuat janji itu", "no plan has that promise")
    codes = dict.fromkeys(item for held in places.values() for _, item in held)
    raise unknown_code(code, codes, code="unknown-code", path=path, problem=problem)
