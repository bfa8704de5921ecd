"""Tabulasi cakupan: promises, agreements and duties as flat rows, and promises as a table for people."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from sakip.base.display import Column, Table
from sakip.base.form import Numbers, in_form
from sakip.base.notation import format_date, format_number
from sakip.base.text import Lang, Text
from sakip.lifecycle.promises.standing import PromiseStanding, PromiseState
from sakip.model.spreading import keyed_objectives
from sakip.scoring.wording import enumerated

if TYPE_CHECKING:
    from sakip.lifecycle.promises.coverage import PromiseCoverage

__all__ = ["agreement_rows", "duty_rows", "promise_rows", "table"]


def promise_rows(coverage: "PromiseCoverage", numbers: Numbers) -> list[dict[str, Any]]:
    """Baris janji: one flat dict a promise or target of a plan."""
    return in_form((_promise_row(one) for one in coverage.standings), numbers)


def _promise_row(one: PromiseStanding) -> dict[str, Any]:
    return {
        "document": one.document,
        "code": one.code,
        "text": one.item.text,
        "offices": _listed(one.item.offices),
        "begins": one.item.begins,
        "due": one.item.due,
        "covered": one.is_covered,
        "agreements": _listed(one.agreements),
        "targets": _listed(one.targets),
        "unsigned_by": _listed(one.unsigned_by),
        "done_on": one.done_on,
        "days": one.days,
        "state": one.state,
    }


def _listed(names: Iterable[str]) -> str:
    return "; ".join(names)


def agreement_rows(coverage: "PromiseCoverage") -> list[dict[str, Any]]:
    """Baris perjanjian: one flat dict a target, with what it serves itself or through its objective."""
    return list(_agreement_rows(coverage))


def _agreement_rows(coverage: "PromiseCoverage") -> Iterator[dict[str, Any]]:
    served: dict[tuple[str, str | None, str | None], list[str]] = {}
    for one in coverage.citations:
        if one.kind in {"promise", "target"}:
            key = (one.agreement, one.objective if one.target is None else None, one.target)
            served.setdefault(key, []).append(f"{one.document}:{one.item}")
    for standing in coverage.agreements:
        agreement = standing.agreement
        row: dict[str, Any] = {
            "agreement": agreement.code,
            "year": agreement.year,
            "office": agreement.first_party.office,
            "position": agreement.first_party.position,
            "target": None,
            "name": None,
            "serves": "",
        }
        if not agreement.targets:
            yield row
        for place, objective in keyed_objectives(agreement).items():
            through = served.get((agreement.code, place, None), [])
            for target in objective.targets:
                own = served.get((agreement.code, None, target.code), [])
                found = _listed(dict.fromkeys((*own, *through)))
                yield {**row, "target": target.code, "name": target.indicator.name, "serves": found}


def duty_rows(coverage: "PromiseCoverage", lang: Lang) -> list[dict[str, Any]]:
    """Baris tupoksi: one flat dict a duty."""
    return [
        {
            "holder": one.duty.holder,
            "code": one.duty.code,
            "text": one.duty.text,
            "covered": one.is_covered,
            "agreements": _listed(dict.fromkeys(cited.agreement for cited in one.citations)),
            "targets": _listed(dict.fromkeys(cited.target or cited.objective for cited in one.citations)),
            "reference": None if one.duty.reference is None else one.duty.reference.text(lang),
            "certainty": None if one.duty.reference is None else one.duty.reference.certainty,
        }
        for one in coverage.duties
    ]


_TITLE = Text("Janji dan perjanjian", "Promises and agreements")
_AS_OF = Text("Janji dan perjanjian per {day}", "Promises and agreements as of {day}")
_HEADS = (
    Text("Kode", "Code"),
    Text("Janji", "Promise"),
    Text("Perjanjian", "Agreements"),
    Text("Batas", "Due by"),
    Text("Keadaan", "State"),
)
_MAY_BE_ALIKE = (2, 3, 4)
_SAME = Text("{head}, semua janji: {cell}", "{head}, all promises: {cell}")
_UNCOVERED = Text("belum ada", "none")
_STATES: dict[PromiseState, Text] = {
    "done": Text("selesai", "kept"),
    "done_late": Text("selesai, terlambat {days} hari", "kept, days late: {days}"),
    "late": Text("terlambat {days} hari", "days late: {days}"),
    "open": Text("berjalan", "open"),
    "undated": Text("tanpa batas", "no deadline"),
}
_COUNT = Text("{name}: {count} tercakup", "{name}: {count} covered")
_ALL = Text("Semua", "All")
_AGREEMENTS = Text("Perjanjian yang melayani janji: {count}", "Agreements that serve a promise: {count}")
_DUTIES = Text("Tupoksi yang ditunjukkan indikator: {count}", "Duties that an indicator shows: {count}")


def table(coverage: "PromiseCoverage", lang: Lang) -> Table:
    """Tabel janji: one row a promise; below it what is the same for all of them, and the counts."""
    title = _TITLE.render(lang) if coverage.as_of is None else _AS_OF.render(lang, {"day": coverage.as_of})
    heads, rows = [head.render(lang) for head in _HEADS], [_cells(one, lang) for one in coverage.standings]
    alike = [at for at in _MAY_BE_ALIKE if len(rows) > 1 and len({row[at] for row in rows}) == 1]
    shown = [at for at in range(len(heads)) if at not in alike]
    same = [_SAME.render(lang, {"head": heads[at], "cell": rows[0][at]}) for at in alike]
    return Table(
        title,
        [Column(heads[at]) for at in shown],
        [[row[at] for at in shown] for row in rows],
        notes=[*same, *_notes(coverage, lang)],
    )


def _cells(one: PromiseStanding, lang: Lang) -> tuple[str, ...]:
    return (
        one.code,
        one.item.text,
        enumerated(one.agreements, lang) if one.is_covered else _UNCOVERED.render(lang),
        "–" if one.item.due is None else format_date(one.item.due, lang),
        _STATES[one.state].render(lang, {"days": format_number(abs(one.days or 0), lang=lang)}),
    )


def _notes(coverage: "PromiseCoverage", lang: Lang) -> Iterator[str]:
    for plan in coverage.documents:
        yield _COUNT.render(lang, {"name": plan.name, "count": coverage.count_of(plan.code).text(lang)})
    if len(coverage.documents) > 1:
        yield _COUNT.render(lang, {"name": _ALL, "count": coverage.count.text(lang)})
    yield _AGREEMENTS.render(lang, {"count": coverage.agreement_count.text(lang)})
    if coverage.duties:
        yield _DUTIES.render(lang, {"count": coverage.duty_count.text(lang)})
