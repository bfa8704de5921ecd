"""Pemeriksaan anggaran: whether the budget adds up along its codes and serves targets that there are."""

from collections.abc import Callable, Iterator
from typing import get_args

from sakip.base.finding import Finding
from sakip.base.rule import Rule
from sakip.base.text import Text
from sakip.model.budget import Budget, parent_of, rupiah_sum
from sakip.model.budget_line import BudgetKind, BudgetLine, cents, rupiah
from sakip.model.checks.case import Case

__all__ = ["CHECKS", "RULES"]

TWICE = Rule(
    "BUD-TWICE",
    "error",
    Text(
        "Kode anggaran {code} tertulis {count} kali dalam versi {version}; sisakan satu",
        "The budget code {code} stands {count} times in version {version}; keep one",
    ),
)


def _twice(case: Case) -> Iterator[Finding]:
    counts: dict[tuple[str, str | None], int] = {}
    for line in case.agreement.budget:
        counts[line.code, line.version] = counts.get((line.code, line.version), 0) + 1
    for (code, version), count in counts.items():
        if count > 1:
            yield TWICE.at(_subject(case, code), code=code, count=count, version=version or "-")


PARENT = Rule(
    "BUD-PARENT",
    "error",
    Text(
        "Anggaran {code} ({kind}) bukan rincian baris mana pun di atasnya; kodenya harus melanjutkan kode induknya",
        "The budget {code} ({kind}) is part of no line above it; its code must extend that of its parent",
    ),
)


def _parent(case: Case) -> Iterator[Finding]:
    for lines in _versions(case):
        codes = {line.code for line in lines}
        highest = min((_KINDS.index(line.kind) for line in lines), default=0)
        for line in lines:
            if _KINDS.index(line.kind) > highest and parent_of(line, codes) is None:
                yield PARENT.at(_subject(case, line.code), code=line.code, kind=_KIND_NAMES[line.kind])


KIND = Rule(
    "BUD-KIND",
    "error",
    Text(
        "Anggaran {code} ({kind}) adalah rincian {parent} ({above}), yang jenisnya tidak lebih tinggi",
        "The budget {code} ({kind}) is part of {parent} ({above}), which is no higher kind",
    ),
)


def _kind(case: Case) -> Iterator[Finding]:
    for lines in _versions(case):
        index = {line.code: line for line in lines}
        for line in lines:
            above = index.get(parent_of(line, index) or "")
            if above is not None and _KINDS.index(above.kind) >= _KINDS.index(line.kind):
                kinds = {"kind": _KIND_NAMES[line.kind], "above": _KIND_NAMES[above.kind]}
                yield KIND.at(_subject(case, line.code), code=line.code, parent=above.code, **kinds)


SUM = Rule(
    "BUD-SUM",
    "error",
    Text(
        "Pagu {code} tertulis Rp{stated}, padahal {parts} rinciannya berjumlah Rp{sum}; selisih Rp{gap}",
        "The ceiling of {code} is Rp{stated}, but its parts ({parts}) add up to Rp{sum}; a difference of Rp{gap}",
    ),
)


def _sum(case: Case) -> Iterator[Finding]:
    for budget in _budgets(case):
        for line in budget:
            parts, gap = budget.parts(line.code), budget.gap(line.code)
            if gap:
                total = rupiah_sum(part.ceiling for part in parts)
                subject = _subject(case, line.code, "ceiling")
                yield SUM.at(subject, code=line.code, stated=line.ceiling, parts=len(parts), sum=total, gap=abs(gap))


SPENT = Rule(
    "BUD-SPENT",
    "error",
    Text(
        "Realisasi {code} tertulis Rp{stated}, padahal rinciannya berjumlah Rp{sum}; selisih Rp{gap}",
        "The realization of {code} is Rp{stated}, but its parts add up to Rp{sum}; a difference of Rp{gap}",
    ),
)


def _spent(case: Case) -> Iterator[Finding]:
    for budget in _budgets(case):
        for line in budget:
            spent = [budget.realized(part.code) for part in budget.parts(line.code)]
            known = [amount for amount in spent if amount is not None]
            if line.realization is None or not spent or len(known) < len(spent):
                continue
            total = rupiah_sum(known)
            gap = rupiah(cents(line.realization) - cents(total))
            if gap:
                subject = _subject(case, line.code, "realization")
                yield SPENT.at(subject, code=line.code, stated=line.realization, sum=total, gap=abs(gap))


OVER = Rule(
    "BUD-OVER",
    "warning",
    Text(
        "Realisasi {code}, Rp{realization}, melebihi pagunya, Rp{ceiling}",
        "The realization of {code}, Rp{realization}, is above its ceiling, Rp{ceiling}",
    ),
)


def _over(case: Case) -> Iterator[Finding]:
    for line in case.agreement.budget:
        if line.realization is not None and line.realization > line.ceiling:
            subject = _subject(case, line.code, "realization")
            yield OVER.at(subject, code=line.code, realization=line.realization, ceiling=line.ceiling)


TARGET = Rule(
    "BUD-TARGET",
    "error",
    Text(
        "Anggaran {code} menyebut target {target}, yang tidak ada dalam perjanjian ini",
        "The budget {code} names the target {target}, which is not in this agreement",
    ),
)


def _target(case: Case) -> Iterator[Finding]:
    known = {target.code for target in case.agreement.targets}
    for line in case.agreement.budget:
        for target in dict.fromkeys(line.targets):
            if target not in known:
                yield TARGET.at(_subject(case, line.code, "targets"), code=line.code, target=target)


_KINDS: tuple[BudgetKind, ...] = get_args(BudgetKind)
_KIND_NAMES: dict[BudgetKind, Text] = {
    "programme": Text("program", "programme"),
    "activity": Text("kegiatan", "activity"),
    "sub_activity": Text("sub kegiatan", "sub-activity"),
}


def _subject(case: Case, code: str, field_name: str = "") -> str:
    return f"{case.subject}.budget[{code}]" + (f".{field_name}" if field_name else "")


def _versions(case: Case) -> Iterator[list[BudgetLine]]:
    """The lines of each version of the budget document."""
    found: dict[str | None, list[BudgetLine]] = {}
    for line in case.agreement.budget:
        found.setdefault(line.version, []).append(line)
    yield from found.values()


def _budgets(case: Case) -> Iterator[Budget]:
    """Each version as a tree; one in which a code stands twice has no sums, and is named for that."""
    for lines in _versions(case):
        if len({line.code for line in lines}) == len(lines):
            yield Budget(lines)


CHECKS: tuple[Callable[[Case], Iterator[Finding]], ...] = (_twice, _parent, _kind, _sum, _spent, _over, _target)
RULES = (TWICE, PARENT, KIND, SUM, SPENT, OVER, TARGET)
