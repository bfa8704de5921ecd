"""Dokumen rencana: a plan or a list of promises for some years, with what it promises."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any, cast

from attrs import field, frozen

from sakip.base.finding import Finding, Report
from sakip.base.kind import none_or, of_kind, tuple_of
from sakip.base.likeness import folded, unknown_code
from sakip.base.number import admit_whole
from sakip.base.rebuild import reduce_by_fields
from sakip.base.reference import Reference
from sakip.base.rule import Rule
from sakip.base.text import Text, require_text
from sakip.errors import InvalidValueError
from sakip.lifecycle.promises.plan_target import PlanTarget, Promised
from sakip.lifecycle.promises.promise import Promise
from sakip.model.agreement import Agreement
from sakip.model.indicator import Indicator

__all__ = ["RULES", "Item", "PlanDocument"]

Item = Promise | PlanTarget
"""Butir: what a plan holds and what can be cited."""

_OFFICE = Rule(
    "PLAN-OFFICE",
    "warning",
    Text("{code} dalam {document} tanpa penanggung jawab", "{code} of {document} names nobody who is responsible"),
)
_UNDATED = Rule(
    "PLAN-UNDATED",
    "note",
    Text(
        "{code} dalam {document} tanpa batas waktu, sehingga tidak pernah terlambat",
        "{code} of {document} has no deadline, so that it is never late",
    ),
)
_OUTSIDE = Rule(
    "PLAN-OUTSIDE",
    "warning",
    Text(
        "Batas {code}, {due}, di luar tahun {document}, {years}",
        "The deadline of {code}, {due}, lies outside the years of {document}, {years}",
    ),
)
_YEARS = Rule(
    "PLAN-YEARS",
    "warning",
    Text(
        "{code} dalam {document} tanpa target untuk tahun {years}",
        "{code} of {document} has no target for these years: {years}",
    ),
)
RULES = (_OFFICE, _UNDATED, _OUTSIDE, _YEARS)
"""Aturan dokumen: every finding of `PlanDocument.check`."""


def _code(value: str) -> str:
    return require_text(value, "PlanDocument.code").strip()


def _name(value: str) -> str:
    return require_text(value, "PlanDocument.name")


def _first_year(value: int) -> int:
    return admit_whole(value, "PlanDocument.first_year", low=1945, high=9998)


def _last_year(value: int) -> int:
    return admit_whole(value, "PlanDocument.last_year", low=1945, high=9998)


def _promises(value: Iterable[Promise]) -> tuple[Promise, ...]:
    return tuple_of(Promise, value, "PlanDocument.promises", "Promise('J-01', 'Jalan mantap')")


def _targets(value: Iterable[PlanTarget]) -> tuple[PlanTarget, ...]:
    return tuple_of(PlanTarget, value, "PlanDocument.targets", "PlanTarget(indicator, {2020: 70, 2024: 90})")


def _reference(value: Reference | None) -> Reference | None:
    return none_or(Reference, value, "PlanDocument.reference", "Reference('Perda 13/2019', certainty='read')")


@frozen
class PlanDocument:
    """Dokumen rencana: an RPJMD, a Renstra, a list of IKU or of promises, for a number of years.

    Attributes:
        code: Kode; ``code:item`` tells two items of one code apart where they are cited.
        name: Its name.
        first_year: The first fiscal year that it is for.
        last_year: The last one.
        promises: Janji, in the order of the document.
        targets: Target rencana, in the order of the document.
        reference: The decree that it was laid down by.

    Raises:
        InvalidValueError: An empty text, a last year before the first, a value outside these years, or a code that
            stands twice.

    Examples:
        >>> promises = PlanDocument(
        ...     "JANJI", "Janji kerja", first_year=2019, last_year=2024, promises=[Promise("J-01", "Jalan mantap")]
        ... )
        >>> promises.covers(2021), promises["J-01"].text, promises.check().codes()
        (True, 'Jalan mantap', ('PLAN-OFFICE', 'PLAN-UNDATED'))
    """

    code: str = field(converter=_code)
    name: str = field(converter=_name)
    first_year: int = field(converter=_first_year, kw_only=True)
    last_year: int = field(converter=_last_year, kw_only=True)
    promises: tuple[Promise, ...] = field(default=(), converter=_promises, kw_only=True, repr=False)
    targets: tuple[PlanTarget, ...] = field(default=(), converter=_targets, kw_only=True, repr=False)
    reference: Reference | None = field(default=None, converter=_reference, kw_only=True, repr=False)
    _named: dict[str, list[PlanTarget]] = field(init=False, eq=False, repr=False)

    __reduce__ = reduce_by_fields

    def __attrs_post_init__(self) -> None:
        if self.last_year < self.first_year:
            raise InvalidValueError(
                code="years-swapped",
                path="PlanDocument.last_year",
                value=self.last_year,
                problem=("tahun terakhir mendahului tahun pertama", "the last year comes before the first"),
                way_out=("Tukar keduanya", "Swap the two"),
            )
        seen: set[str] = set()
        for item in self.items:
            if item.code in seen:
                raise InvalidValueError(
                    code="item-twice",
                    path="PlanDocument",
                    value=item.code,
                    problem=("kode ini ada dua kali dalam dokumennya", "the code stands twice in the document"),
                    way_out=("Beri tiap butir kodenya sendiri", "Give each item a code of its own"),
                )
            seen.add(item.code)
        for target in self.targets:
            for year in target.years:
                if not self.covers(year):
                    raise InvalidValueError(
                        code="year-outside",
                        path=f"PlanDocument.targets[{target.code}].values",
                        value=year,
                        problem=(
                            f"tahun ini di luar {self.first_year}–{self.last_year}",
                            f"the year lies outside {self.first_year}–{self.last_year}",
                        ),
                        way_out=("Perbaiki tahunnya, atau tahun dokumennya", "Correct it, or the document's years"),
                    )
        named: dict[str, list[PlanTarget]] = {}
        for target in self.targets:
            named.setdefault(folded(target.text), []).append(target)
        object.__setattr__(self, "_named", named)

    @property
    def items(self) -> tuple[Item, ...]:
        """Butir: its promises, then its targets."""
        return (*self.promises, *self.targets)

    def covers(self, year: int) -> bool:
        """Berlaku pada: whether a fiscal year is one of its years."""
        return self.first_year <= year <= self.last_year

    def __getitem__(self, code: str) -> Item:
        """Cari butir: a promise or a target by its code.

        Raises:
            UnknownCodeError: The document has no such item.
        """
        found = next((item for item in self.items if item.code == code), None)
        if found is not None:
            return found
        problem = ("dokumen ini tidak memuat butir itu", "the document has no such item")
        codes = [item.code for item in self.items]
        raise unknown_code(code, codes, code="unknown-code", path="PlanDocument", problem=problem)

    def target_of(self, indicator: Indicator) -> PlanTarget | None:
        """Target rencana sebuah indikator: the target of the plan that measures the same, if there is one.

        It is the same by its name, however it is typed, or where `Indicator.same_as` names the code of the plan. A code
        alone tells nothing: many an office has an ``IKU-1``. What an indicator cites it serves, and need not be.
        """
        found = self._named.get(folded(indicator.name), [])
        if len(found) > 1:
            found = [one for one in found if one.code == indicator.code]
        named = () if indicator.same_as is None else (one for one in self.targets if one.code == indicator.same_as)
        return next(iter([*named, *found]), None)

    def medium_term(
        self,
        agreement: Agreement,
        *,
        year: int | None = None,
        matched: Mapping[str, str] | None = None,
    ) -> dict[str, Promised]:
        """Target jangka menengah: what the plan asks of the indicators of an agreement, as `compare_years` takes it.

        Args:
            agreement: Whose indicators are looked up.
            year: The year whose value is meant; without one the end of the plan.
            matched: Code of the plan's target by code of the agreement's, where names do not tell.

        Raises:
            InvalidValueError: An argument of another kind.
            UnknownCodeError: A code in ``matched`` that the agreement or the plan has not.

        Examples:
            >>> from sakip.testing import example_agreement
            >>> (own,) = example_agreement().targets
            >>> asked = PlanTarget(own.indicator, {2029: 5})
            >>> plan = PlanDocument("RENSTRA", "Renstra", first_year=2025, last_year=2029, targets=[asked])
            >>> plan.medium_term(example_agreement()), plan.medium_term(example_agreement(), year=2025)
            ({'PLAN-1': Decimal('5')}, {})
        """
        pairs = self.matched(agreement, matched)
        values = {code: plan.final if year is None else plan.value(year) for code, plan in pairs.items()}
        return {code: value for code, value in values.items() if value is not None}

    def matched(self, agreement: Agreement, stated: Mapping[str, str] | None = None) -> dict[str, PlanTarget]:
        """Pasangan rencana: the target of the plan that each indicator of an agreement measures, by its code there.

        Args:
            agreement: Whose indicators are looked up.
            stated: Code of the plan's target by code of the agreement's; it goes before what names tell.

        Raises:
            InvalidValueError: An argument of another kind.
            UnknownCodeError: A code in ``stated`` that the agreement or the plan has not.
        """
        of_kind(Agreement, agreement, "PlanDocument.matched.agreement", "Agreement('PK-1', ...)")
        found = {target.code: self.target_of(target.indicator) for target in agreement.targets}
        found |= self._stated(agreement, stated)
        return {code: plan for code, plan in found.items() if plan is not None}

    def _stated(self, agreement: Agreement, given: Mapping[str, str] | None) -> dict[str, PlanTarget]:
        path = "PlanDocument.matched.stated"
        kind = cast("type[Mapping[str, str]]", Mapping)
        stated = {} if given is None else of_kind(kind, given, path, "{'IKU-1': 'IKU-A'}")
        own, plans = [target.code for target in agreement.targets], {one.code: one for one in self.targets}
        for code, plan in stated.items():
            if code not in own:
                problem = ("perjanjian ini tidak memuat target itu", "the agreement has no such target")
                raise unknown_code(code, own, code="unknown-code", path=path, problem=problem)
            if plan not in plans:
                problem = ("rencana ini tidak memuat target itu", "the plan has no such target")
                raise unknown_code(plan, plans, code="unknown-code", path=path, problem=problem)
        return {code: plans[plan] for code, plan in stated.items()}

    def check(self) -> Report:
        """Periksa dokumen: promises without anybody responsible or without a deadline, and years without a target."""
        return Report(self._findings())

    def _findings(self) -> Iterator[Finding]:
        years = f"{self.first_year}–{self.last_year}"
        for item in self.items:
            told: dict[str, Any] = {"code": item.code, "document": self.code}
            subject = f"plan[{self.code}].items[{item.code}]"
            if not item.offices:
                yield _OFFICE.at(subject, **told)
            if isinstance(item, PlanTarget):
                lacking = _lacking(self, item)
                if lacking:
                    yield _YEARS.at(subject, **told, years=", ".join(lacking))
            elif item.due is None:
                yield _UNDATED.at(subject, **told)
            elif not self.covers(item.due.year):
                yield _OUTSIDE.at(subject, **told, due=item.due, years=years)


def _lacking(document: PlanDocument, target: PlanTarget) -> list[str]:
    """The years without a value, those that follow each other as one stretch."""
    stated = [document.first_year - 1, *target.years, document.last_year + 1]
    gaps = ((before + 1, after - 1) for before, after in pairwise(stated) if after - before > 1)
    return [str(first) if first == last else f"{first}–{last}" for first, last in gaps]
