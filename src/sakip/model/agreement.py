"""Perjanjian kinerja: objectives with their targets, promised by one party to another for one year."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from attrs import evolve, field, frozen

from sakip.base.kind import day_of, listed, none_or, none_or_day, of_kind, tuple_of
from sakip.base.number import admit_whole
from sakip.base.rebuild import reduce_by_fields
from sakip.base.reference import Reference
from sakip.base.text import none_or_text, require_text
from sakip.errors import InvalidValueError
from sakip.model.amending import Promise, require_nothing_dropped, require_order, revised
from sakip.model.amendment import AmendmentReason, require_reason
from sakip.model.budget_line import BudgetLine
from sakip.model.objective import Objective
from sakip.model.party import Party
from sakip.model.period import Period
from sakip.model.plan import Plan, plan_of
from sakip.model.target import Target

__all__ = ["Agreement"]

# A forgotten reason gets the way out, not a bare TypeError, while type checkers still refuse None.
_NO_REASON: Any = None


def _code(value: str) -> str:
    return require_text(value, "Agreement.code")


def _year(value: int) -> int:
    return admit_whole(value, "Agreement.year", low=1945, high=9998)


def _starts(value: int) -> int:
    return admit_whole(value, "Agreement.starts", low=1, high=12)


def _first_party(value: Party) -> Party:
    return of_kind(Party, value, "Agreement.first_party", "Party('Kepala Dinas')")


def _second_party(value: Party | None) -> Party | None:
    return none_or(Party, value, "Agreement.second_party", "Party('Bupati')")


def _signed_on(value: date | None) -> date | None:
    return none_or_day(value, "Agreement.signed_on")


def _objectives(value: Iterable[Objective]) -> tuple[Objective, ...]:
    return tuple_of(Objective, value, "Agreement.objectives", "Objective(name, [Target(indicator, 80)])")


def _effective_on(value: date | None) -> date | None:
    return none_or_day(value, "Agreement.effective_on")


def _budget_ratified_on(value: date | None) -> date | None:
    return none_or_day(value, "Agreement.budget_ratified_on")


def _supersedes(value: str | None) -> str | None:
    return none_or_text(value, "Agreement.supersedes")


def _reason(value: AmendmentReason | None) -> AmendmentReason | None:
    return None if value is None else require_reason(value, "Agreement.reason")


def _legal_document(value: Reference | None) -> Reference | None:
    return none_or(Reference, value, "Agreement.legal_document", "Reference('DPPA 3/2025', certainty='read')")


def _retired(value: Iterable[str]) -> tuple[str, ...]:
    codes = listed(value, "Agreement.retired", "'IKU-1'")
    return tuple(require_text(code, f"Agreement.retired[{place}]") for place, code in enumerate(codes))


def _budget(value: Iterable[BudgetLine]) -> tuple[BudgetLine, ...]:
    example = "BudgetLine('1.02.02', 'Upaya kesehatan', kind='programme', ceiling=230000000)"
    return tuple_of(BudgetLine, value, "Agreement.budget", example)


@frozen
class Agreement:
    """Perjanjian kinerja: what the first party promises to the second for one fiscal year.

    Attributes:
        code: Code of the document, unique among the agreements of its system.
        year: Tahun anggaran, the calendar year in which the fiscal year begins.
        first_party: Pihak pertama, who promises.
        second_party: Pihak kedua, who accepts and evaluates; a minister or a head of region has none.
        signed_on: Day of signature.
        objectives: Sasaran, in the order of the document.
        starts: Month in which the fiscal year begins, 1 to 12.
        budget_ratified_on: Day on which the budget document (DIPA, DPA) was ratified.
        effective_on: Day from which it is in force, where that is not the day of signature.
        supersedes: Code of the version that it takes the place of.
        reason: Which of the three reasons of the law for an amendment: ``official``, ``strategy`` or ``priority``.
        legal_document: The document that the amendment rests on.
        retired: Codes of the targets of earlier versions that are no longer judged.
        budget: Anggaran: its programmes, activities and sub-activities; `Budget` adds them up.

    Raises:
        InvalidValueError: A field that cannot be; what is merely missing or wrong is a finding of `check`.

    Reference: PermenPANRB 53/2014, lampiran I (read), on what an agreement is.

    Examples:
        >>> from sakip.testing import example_agreement
        >>> [target.code for target in example_agreement().targets]
        ['PLAN-1']
    """

    code: str = field(converter=_code)
    year: int = field(converter=_year, kw_only=True)
    first_party: Party = field(converter=_first_party, kw_only=True)
    second_party: Party | None = field(default=None, converter=_second_party, kw_only=True)
    signed_on: date | None = field(default=None, converter=_signed_on, kw_only=True)
    objectives: tuple[Objective, ...] = field(converter=_objectives, kw_only=True)
    starts: int = field(default=1, converter=_starts, kw_only=True)
    budget_ratified_on: date | None = field(default=None, converter=_budget_ratified_on, kw_only=True)
    effective_on: date | None = field(default=None, converter=_effective_on, kw_only=True)
    supersedes: str | None = field(default=None, converter=_supersedes, kw_only=True)
    reason: AmendmentReason | None = field(default=None, converter=_reason, kw_only=True)
    legal_document: Reference | None = field(default=None, converter=_legal_document, kw_only=True)
    retired: tuple[str, ...] = field(default=(), converter=_retired, kw_only=True)
    budget: tuple[BudgetLine, ...] = field(default=(), converter=_budget, kw_only=True)
    _plan: Plan = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        if self.supersedes == self.code:
            raise InvalidValueError(
                code="supersedes-itself",
                path="Agreement.supersedes",
                value=self.supersedes,
                problem=("perjanjian menggantikan dirinya sendiri", "the agreement supersedes itself"),
                way_out=("Beri versi baru kode tersendiri", "Give the new version a code of its own"),
            )
        object.__setattr__(self, "_plan", plan_of(self.objectives, Period.year(self.year, starts=self.starts)))
        if still := [code for code in self.retired if code in self._plan.index]:
            raise InvalidValueError(
                code="retired-target",
                path="Agreement.retired",
                value=still[0],
                problem=("target ini dihentikan, tetapi masih dijanjikan", "the target is retired and still promised"),
                way_out=("Hapus dari salah satunya", "Leave it out of one of the two"),
            )

    __reduce__ = reduce_by_fields

    @property
    def targets(self) -> tuple[Target, ...]:
        """Semua target: every target, objective after objective."""
        return self._plan.targets

    @property
    def period(self) -> Period:
        """Tahun anggaran: the fiscal year as a period."""
        return self._plan.period

    @property
    def in_force_from(self) -> date | None:
        """Mulai berlaku: the day from which it is in force: `effective_on`, or without one the day of signature."""
        return self.signed_on if self.effective_on is None else self.effective_on

    def amend(
        self,
        *,
        code: str,
        signed_on: date,
        reason: AmendmentReason = _NO_REASON,
        effective_on: date | None = None,
        legal_document: Reference | None = None,
        targets: Mapping[str, Promise] | None = None,
        retire: Iterable[str] = (),
        objectives: Iterable[Objective] | None = None,
        first_party: Party | None = None,
        second_party: Party | None = None,
        budget: Iterable[BudgetLine] | None = None,
    ) -> "Agreement":
        """Ubah perjanjian: the next version, which takes the place of this one; this one stays as it is.

        Args:
            code: Code of the new document.
            signed_on: Day of its signature.
            reason: Which of the three reasons of the law: ``official`` (change of official), ``strategy`` (of strategy,
                programme, activity or budget) or ``priority`` (of priority or assumption). It must be stated.
            effective_on: Day from which it is in force, where that is not the day of signature.
            legal_document: The document that it rests on.
            targets: What is promised now, by the code of the target: a whole `Target`, or its value alone where the
                target has no trajectory.
            retire: Codes of the targets that are no longer judged. They stay named in `retired`.
            objectives: The objectives, where they change; `targets` and `retire` are then applied to these.
            first_party: The first party, where its official or its position changes.
            second_party: The second party, where it changes.
            budget: The budget lines, where they change.

        Raises:
            InvalidValueError: No legal reason, in force before this version, a number for a target with a trajectory, a
                target that is gone without being retired, or this version has no date.
            UnknownCodeError: A code of `targets` or `retire` that no target has.

        Reference: PermenPANRB 53/2014, lampiran I (read), on the revision of an agreement.

        Examples:
            >>> from sakip.testing import example_agreement
            >>> later = example_agreement().amend(
            ...     code="PK-2025-SETDA-III-1-P", signed_on=date(2025, 9, 1), reason="strategy", targets={"PLAN-1": 3}
            ... )
            >>> later.supersedes, later.targets[0].value
            ('PK-2025-SETDA-III-1', Decimal('3'))
        """
        withdrawn = tuple_of(str, retire, "Agreement.amend.retire", "'IKU-1'")
        before = self.objectives if objectives is None else _objectives(objectives)
        present = {target.code for objective in before for target in objective.targets}
        # A target that the new objectives have dropped already is retired all the same.
        there = tuple(one for one in withdrawn if one in present or one not in self._plan.index)
        later = evolve(
            self,
            code=code,
            signed_on=day_of(signed_on, "Agreement.amend.signed_on"),
            effective_on=effective_on,
            supersedes=self.code,
            reason=require_reason(reason, "Agreement.amend.reason"),
            legal_document=legal_document,
            objectives=revised(before, {} if targets is None else targets, there),
            retired=(),
            first_party=self.first_party if first_party is None else first_party,
            second_party=self.second_party if second_party is None else second_party,
            budget=self.budget if budget is None else budget,
        )
        require_nothing_dropped(self.targets, later.targets, withdrawn)
        require_order(self.code, self.in_force_from, later.code, later.in_force_from, "Agreement.amend.effective_on")
        retired = dict.fromkeys((*self.retired, *withdrawn))
        return evolve(later, retired=[one for one in retired if one not in later._plan.index])
