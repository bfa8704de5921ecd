"""Ukuran kaskade: how much of a cascade there is, how much of it could be verified, and what it says per criterion."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Any

from attrs import field, frozen

from sakip.base.display import Column, Table
from sakip.base.notation import format_number
from sakip.base.rebuild import reduce_by_fields
from sakip.base.text import Lang, Text, require_lang
from sakip.cascade.case.case import Case
from sakip.cascade.case.check import Check
from sakip.cascade.case.depth import Grade, depth_of, grade_of, is_filled
from sakip.cascade.rollup.side import Side
from sakip.cascade.verdicts.finding import CascadeFinding
from sakip.cascade.verdicts.ledger import Ledger
from sakip.model.budget_line import BudgetLine, cents, rupiah

__all__ = ["CascadeMetrics", "CriterionCount", "LevelCoverage", "compared", "metrics_of"]

# Which check compares a parent with its children: of realizations one for all, of targets by the arithmetic.
_SIDES: tuple[Side, Side] = ("target", "actual")
_ACTUALS, _PROMISES = "CAS401", "CAS301"
_TARGETS = {"same": "CAS303", "minimum": "CAS307", "maximum": "CAS307", "count": "CAS307"}
_ROMAN = ("I", "II", "III", "IV", "V")
_HEADS = (Text("Ukuran", "Measure"), Text("Bagian", "Part"), Text("Dari", "Of"), Text("Persen", "Percent"))
_TITLE = Text("Ukuran kaskade", "Measures of the cascade")
_HEAD_OF_REGION = Text("kepala daerah/pimpinan", "head of region or institution")
_ECHELON = Text("setingkat eselon {rank}", "level of echelon {rank}")
_NO_LEVEL = Text("jenjang tidak diketahui", "level not known")
_POSITIONS = Text("Jabatan yang memikul kaskade, {level}", "Positions that carry the cascade, {level}")
_ALL_POSITIONS = Text("Jabatan yang memikul kaskade", "Positions that carry the cascade")
_COMPARED = Text("Induk dengan angka yang dibandingkan", "Parents on which numbers were compared")
_UNKNOWN = Text("Induk yang belum dapat diverifikasi", "Parents that cannot be verified yet")
_BUDGET = Text("Anggaran yang terkait indikator (rupiah)", "Budget linked to indicators (rupiah)")
_GRADE = Text("nilai {grade}", "grade {grade}")


@frozen
class LevelCoverage:
    """Cakupan: of the filled positions of one level those that carry the cascade.

    Attributes:
        rank: Rank of the level, 0 for the head; None for positions without a known level, or for all of them.
        carrying: Positions with an indicator from which links lead to the top.
        positions: All filled positions.

    Reference: PermenPANRB 12/2015 (derived), as an evaluation sheet applies it: above 90 percent A, 75 B, 40 C, 10 D.

    Examples:
        >>> LevelCoverage(3, carrying=19, positions=20).grade
        'A'
    """

    rank: int | None
    carrying: int = field(kw_only=True)
    positions: int = field(kw_only=True)

    __reduce__ = reduce_by_fields

    @property
    def percent(self) -> Fraction | None:
        """Persen: exactly; None where there are no positions."""
        return Fraction(100 * self.carrying, self.positions) if self.positions else None

    @property
    def grade(self) -> Grade | None:
        """Nilai: A to E; None where there are no positions."""
        return grade_of(self.carrying, self.positions) if self.positions else None

    def level(self, lang: Lang = "id") -> str:
        """Jenjang: the level for people."""
        if self.rank is None:
            return _NO_LEVEL.render(lang)
        return (_ECHELON if self.rank else _HEAD_OF_REGION).render(lang, {"rank": _ROMAN[self.rank - 1]})


@frozen
class CriterionCount:
    """Hitungan per kriteria: what was found on one criterion of the evaluation of SAKIP.

    Attributes:
        criterion: Its number, such as ``1.b.8``.
        checks: How many checks feed it.
        errors: Findings of severity error that are not set aside.
        warnings: Findings of severity warning that are not set aside.
        notes: Findings of severity note that are not set aside.
        set_aside: Findings that are.
    """

    criterion: str
    checks: int = field(kw_only=True)
    errors: int = field(kw_only=True)
    warnings: int = field(kw_only=True)
    notes: int = field(kw_only=True)
    set_aside: int = field(kw_only=True)

    __reduce__ = reduce_by_fields


@frozen
class CascadeMetrics:
    """Ukuran kaskade: coverage, verification, budget and criteria of one report.

    Attributes:
        parents: Indicators that arithmetic links arrive at.
        compared: Those on which numbers were compared: of targets, of realizations, or of both.
        compared_targets: Those whose target was compared with what the children promise.
        compared_actuals: Those whose realization was compared with what the children delivered.
        unknown: Those on which a check lacks data.
        coverage: The positions of each level.
        overall: The positions of all levels.
        ceiling: Rupiah of the budget lines that have no parts.
        linked: Rupiah of those that serve an indicator, by themselves or by a line that they are part of.
        criteria: What was found, by criterion.
    """

    parents: int = field(kw_only=True)
    compared: int = field(kw_only=True)
    compared_targets: int = field(kw_only=True)
    compared_actuals: int = field(kw_only=True)
    unknown: int = field(kw_only=True)
    coverage: tuple[LevelCoverage, ...] = field(kw_only=True)
    overall: LevelCoverage = field(kw_only=True)
    ceiling: Decimal = field(kw_only=True)
    linked: Decimal = field(kw_only=True)
    criteria: tuple[CriterionCount, ...] = field(kw_only=True)

    __reduce__ = reduce_by_fields

    @property
    def linked_percent(self) -> Fraction | None:
        """Persen anggaran terkait: exactly; None without budget lines."""
        return Fraction(100 * cents(self.linked), cents(self.ceiling)) if self.ceiling else None

    def table(self, lang: Lang = "id") -> Table:
        """Tabel ukuran: for people; the criteria stand below it."""
        require_lang(lang)
        rows = [
            _row(_COMPARED.render(lang), self.compared, self.parents, lang),
            _row(_UNKNOWN.render(lang), self.unknown, self.parents, lang),
            _covered(_ALL_POSITIONS.render(lang), self.overall, lang),
            *(_covered(_POSITIONS.render(lang, {"level": one.level(lang)}), one, lang) for one in self.coverage),
        ]
        if self.ceiling:
            rows.append(_row(_BUDGET.render(lang), self.linked, self.ceiling, lang))
        return Table(
            _TITLE.render(lang),
            [Column(_HEADS[0].render(lang)), *(Column(head.render(lang), "right") for head in _HEADS[1:])],
            rows,
            notes=[_counted(one, lang) for one in self.criteria],
        )

    def text(self, lang: Lang = "id", *, width: int | None = None) -> str:
        """Teks ukuran: the table for a terminal."""
        return self.table(lang).text(width)

    def _repr_html_(self) -> str:
        return self.table().html()

    def data(self) -> dict[str, Any]:
        """Data ukuran: plain data, numbers as whole numbers and texts."""
        return {
            "parents": self.parents,
            "compared": self.compared,
            "compared_targets": self.compared_targets,
            "compared_actuals": self.compared_actuals,
            "unknown": self.unknown,
            "coverage": [_coverage_data(one) for one in self.coverage],
            "overall": _coverage_data(self.overall),
            "ceiling": str(self.ceiling),
            "linked": str(self.linked),
            "criteria": [
                {
                    "criterion": one.criterion,
                    "checks": one.checks,
                    "errors": one.errors,
                    "warnings": one.warnings,
                    "notes": one.notes,
                    "set_aside": one.set_aside,
                }
                for one in self.criteria
            ],
        }


def _coverage_data(one: LevelCoverage) -> dict[str, Any]:
    return {"rank": one.rank, "carrying": one.carrying, "positions": one.positions, "grade": one.grade}


def _row(what: str, part: int | Decimal, whole: int | Decimal, lang: Lang) -> tuple[str, ...]:
    share = "–" if not whole else format_number(Fraction(100 * part) / Fraction(whole), decimals=1, lang=lang)
    return what, format_number(part, lang=lang), format_number(whole, lang=lang), share


def _covered(what: str, one: LevelCoverage, lang: Lang) -> tuple[str, ...]:
    *cells, share = _row(what, one.carrying, one.positions, lang)
    grade = "" if one.grade is None else f" ({_GRADE.render(lang, {'grade': one.grade})})"
    return *cells, f"{share}{grade}"


_CRITERION = Text(
    "Kriteria {criterion}, {checks} pemeriksaan: "
    "{errors} galat, {warnings} peringatan, {notes} catatan, {aside} dikecualikan",
    "Criterion {criterion}, {checks} checks: {errors} errors, {warnings} warnings, {notes} notes, {aside} set aside",
)


def _counted(one: CriterionCount, lang: Lang) -> str:
    return _CRITERION.render(
        lang,
        {
            "criterion": one.criterion,
            "errors": one.errors,
            "warnings": one.warnings,
            "notes": one.notes,
            "aside": one.set_aside,
            "checks": one.checks,
        },
    )


def compared(case: Case, ledger: Ledger, parent: int, side: Side) -> bool:
    """Dibandingkan: whether the numbers of a parent and of all its children stood against each other on one side.

    A check that is passed because a child without a number could still be anything compares nothing.
    """
    code = _ACTUALS if side == "actual" else _TARGETS.get(case.kind(parent) or "", _PROMISES)
    verdict = ledger.of(code, parent) if code in ledger.codes else "not_applicable"
    if verdict != "pass":
        return verdict == "fail"
    rolled = case.rolled(parent, side)
    return rolled is not None and rolled.is_known


def metrics_of(
    case: Case, ledger: Ledger, findings: Iterable[CascadeFinding], checks: Iterable[Check]
) -> CascadeMetrics:
    """Ukuran sebuah laporan: everything counted once."""
    sides = [{parent for parent in case.groups if compared(case, ledger, parent, side)} for side in _SIDES]
    groups = set(case.groups)
    unknown = {
        at
        for entry in ledger.entries()
        if entry.verdict == "unknown"
        for at in [_group(case, ledger, entry.code, entry.number)]
        if at in groups
    }
    coverage, overall = _coverage(case)
    ceiling, linked = _budget(case)
    return CascadeMetrics(
        parents=len(case.groups),
        compared=len(sides[0] | sides[1]),
        compared_targets=len(sides[0]),
        compared_actuals=len(sides[1]),
        unknown=len(unknown),
        coverage=coverage,
        overall=overall,
        ceiling=ceiling,
        linked=linked,
        criteria=_criteria(findings, checks),
    )


def _group(case: Case, ledger: Ledger, code: str, number: int) -> int:
    """The node that a subject is about, or -1."""
    kind = ledger.subject(code)
    if kind == "link":
        return case.graph.parent_of[number]
    return number if kind in {"node", "group"} else -1


def _coverage(case: Case) -> tuple[tuple[LevelCoverage, ...], LevelCoverage]:
    by_rank: dict[int | None, list[int]] = {}
    for at, place in enumerate(case.graph.places):
        if is_filled(case, at):
            by_rank.setdefault(place.rank, []).append(at)
    found: list[LevelCoverage] = []
    for rank in sorted(by_rank, key=lambda rank: (rank is None, rank or 0)):
        carrying = len(depth_of(case, by_rank[rank]).carrying)
        found.append(LevelCoverage(rank, carrying=carrying, positions=len(by_rank[rank])))
    overall = LevelCoverage(
        None,
        carrying=sum(one.carrying for one in found),
        positions=sum(one.positions for one in found),
    )
    return tuple(found), overall


def _budget(case: Case) -> tuple[Decimal, Decimal]:
    """Rupiah of the lowest lines, and of those that serve an indicator; no line is counted with its parts again."""
    ceiling = linked = 0
    by_agreement: dict[int, list[BudgetLine]] = {}
    for number, line in case.lines:
        by_agreement.setdefault(number, []).append(line)
    for lines in by_agreement.values():
        serving = {line.code for line in lines if line.targets}
        wholes = {whole for line in lines for whole in _wholes(line.code)}
        for line in lines:
            if line.code in wholes:
                continue
            amount = cents(line.ceiling)
            ceiling += amount
            linked += amount if line.code in serving or not serving.isdisjoint(_wholes(line.code)) else 0
    return rupiah(ceiling), rupiah(linked)


def _wholes(code: str) -> list[str]:
    """The codes that a code extends: 1.02 and 1 of 1.02.03."""
    parts = code.split(".")
    return [".".join(parts[:count]) for count in range(1, len(parts))]


def _criteria(findings: Iterable[CascadeFinding], checks: Iterable[Check]) -> tuple[CriterionCount, ...]:
    feeding: dict[str, int] = {}
    for check in checks:
        for criterion in check.criteria:
            feeding[criterion] = feeding.get(criterion, 0) + 1
    counts: dict[tuple[str, str], int] = {}
    for finding in findings:
        for criterion in finding.criteria:
            key = criterion, finding.severity if finding.suppression is None else "aside"
            counts[key] = counts.get(key, 0) + 1
    return tuple(
        CriterionCount(
            criterion,
            checks=feeding[criterion],
            errors=counts.get((criterion, "error"), 0),
            warnings=counts.get((criterion, "warning"), 0),
            notes=counts.get((criterion, "note"), 0),
            set_aside=counts.get((criterion, "aside"), 0),
        )
        for criterion in sorted(feeding, key=_in_order)
    )


def _in_order(criterion: str) -> list[tuple[int, str]]:
    """Parts of a number in their order: 1.b.5 before 1.b.10."""
    return [(int(part), "") if part.isdecimal() else (0, part) for part in criterion.split(".")]
