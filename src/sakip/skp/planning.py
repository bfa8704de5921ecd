"""Penyusunan SKP: from an agreement to the plan of the person who signed it."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import cast

from sakip.base.kind import none_or, of_kind, tuple_of
from sakip.base.likeness import unknown_code
from sakip.errors import InvalidValueError
from sakip.model.agreement import Agreement
from sakip.model.period import Period
from sakip.skp.item import SkpItem
from sakip.skp.plan import SkpPlan

__all__ = ["skp_plan"]


def skp_plan(
    agreement: Agreement,
    *,
    supports: Mapping[str, str] | None = None,
    additional: Iterable[SkpItem] = (),
    period: Period | None = None,
    signed_on: date | None = None,
    since: date | None = None,
) -> SkpPlan:
    """Rencana SKP: every target of an agreement as main performance of who signed it, additional tasks beside them.

    Args:
        agreement: Perjanjian kinerja; its first party is planned for, its second party is the superior.
        supports: Code of the superior's indicator that each target supports, by the code of the target.
        additional: Additional tasks; they change nothing of the agreement and of its score.
        period: The part of the year that is planned for, where that is not the whole.
        signed_on: Day on which the SKP was set.
        since: Day on which who moved into the position began, where that is in the course of the period.

    Raises:
        InvalidValueError: Main performance among the additional tasks, a period outside the year, a beginning outside
            the period, or an argument of another kind.
        UnknownCodeError: Something supports an indicator that is not in the agreement.

    Reference: PermenPANRB 6/2022 (memory).

    Examples:
        >>> from sakip.testing import example_agreement
        >>> print(skp_plan(example_agreement(), supports={"PLAN-1": "IKU-3"}).text("en", width=100))
        SKP of Kepala Bagian Perencanaan, Year 2025
        <BLANKLINE>
        Performance  Planned result                   Indicator                             Target  Supports
        -----------  -------------------------------  ---------------------------------  ---------  --------
        main         Tersusunnya dokumen perencanaan  Jumlah dokumen perencanaan yang    2 dokumen  IKU-3
                                                      dihasilkan
    """
    promised = of_kind(Agreement, agreement, "skp_plan.agreement", "example_agreement()")
    kind = cast("type[Mapping[str, str]]", Mapping)
    above = of_kind(kind, {} if supports is None else supports, "skp_plan.supports", "{'IKU-1': 'IKU-3'}")
    codes = [target.code for target in promised.targets]
    for code in above:
        if code not in codes:
            problem = ("perjanjian ini tidak memuat target itu", "the agreement has no such target")
            raise unknown_code(code, codes, code="unknown-code", path="skp_plan.supports", problem=problem)
    main = [
        SkpItem(objective.name, kind="main", target=target, supports=above.get(target.code))
        for objective in promised.objectives
        for target in objective.targets
    ]
    return SkpPlan(
        promised.first_party,
        period=_within(promised, none_or(Period, period, "skp_plan.period", "Period.half_year(2024, 2)")),
        items=[*main, *_tasks(additional)],
        superior=promised.second_party,
        agreement=promised.code,
        signed_on=signed_on,
        since=since,
    )


def _within(agreement: Agreement, period: Period | None) -> Period:
    if period is None or agreement.period.contains(period):
        return agreement.period if period is None else period
    raise InvalidValueError(
        code="period-outside",
        path="skp_plan.period",
        value=period.code,
        problem=(
            f"periode ini di luar tahun perjanjian, {agreement.period.code}",
            f"the period lies outside the year of the agreement, {agreement.period.code}",
        ),
        way_out=("Pilih bagian dari tahun itu", "Choose a part of that year"),
    )


def _tasks(value: Iterable[SkpItem]) -> tuple[SkpItem, ...]:
    path = "skp_plan.additional"
    tasks = tuple_of(SkpItem, value, path, "SkpItem('Panitia pemilihan', kind='additional')")
    for at, task in enumerate(tasks):
        if task.kind != "additional":
            raise InvalidValueError(
                code="not-additional",
                path=f"{path}[{at}]",
                value=task.result,
                problem=("ini kinerja utama, bukan tugas tambahan", "this is main performance, no additional task"),
                way_out=(
                    "Tulis kind='additional', atau masukkan ke perjanjiannya",
                    "Write kind='additional', or put it into the agreement",
                ),
            )
    return tasks
