"""Anggaran kaskade: whether the money adds up, serves what is promised, and is what was ratified."""

from collections.abc import Iterator
from fractions import Fraction

from sakip.base.text import Argument, Text, both
from sakip.cascade.case.case import Case
from sakip.cascade.case.check import Check, Hit
from sakip.cascade.case.funding import funding_of
from sakip.cascade.checks.basis import M53, arithmetic, criterion
from sakip.cascade.rollup.span import tidy
from sakip.cascade.verdicts.figures import listing
from sakip.model.budget_line import BudgetKind, cents, rupiah

__all__ = ["CHECKS"]


def _identified(case: Case, number: int) -> tuple[tuple[str, Argument], ...]:
    agreement, line = case.lines[number]
    return ("agreement", case.graph.agreements[agreement].code), ("code", line.code), ("ceiling", line.ceiling)


def _agreements(case: Case, numbers: list[int]) -> Text:
    codes = list(dict.fromkeys(case.graph.agreements[case.lines[number][0]].code for number in numbers))
    return both(lambda lang: listing(codes, lang))


def _adds_up(case: Case, number: int) -> Iterator[Hit]:
    funding = case.once(funding_of)
    own, below = funding.parts[number], funding.below[number]
    parts = own or below
    gap = cents(case.lines[number][1].ceiling) - funding.ceiling(parts)
    if parts and gap:
        sums: tuple[tuple[str, Argument], ...] = (
            ("count", len(parts)),
            ("parts", rupiah(funding.ceiling(parts))),
            ("gap", rupiah(abs(gap))),
        )
        arguments = (*_identified(case, number), *sums, ("agreements", _agreements(case, parts)))
        if own or gap < 0:
            yield Hit(arguments, cell="ceiling")
        else:
            yield Hit(arguments, cell="ceiling", severity="warning", message=_REST)
    holders = funding.holders(number)
    if holders and holders[0] == number:
        named = _agreements(case, holders)
        yield Hit((*_identified(case, number), ("agreements", named)), cell="holder", message=_SEVERAL_HOLDERS)


_REST = Text(
    "Dari pagu {code} pada {agreement}, Rp{ceiling}, perjanjian di bawahnya ({agreements}) memuat Rp{parts}; Rp{gap}"
    " belum ada pemegangnya",
    "Of the ceiling of {code} in {agreement}, Rp{ceiling}, the agreements below ({agreements}) hold Rp{parts}; Rp{gap}"
    " belong to nobody yet",
)
_SEVERAL_HOLDERS = Text(
    "Anggaran {code} dimuat beberapa perjanjian yang tidak membawahi satu sama lain: {agreements}",
    "The budget {code} stands in several agreements of which none is above another: {agreements}",
)

CAS801 = Check(
    "CAS801",
    "budget-does-not-roll-up",
    "error",
    title=Text("Anggaran tidak menjumlah", "Budget does not roll up"),
    message=Text(
        "Pagu {code} pada {agreement} Rp{ceiling}, sedangkan {count} rinciannya ({agreements}) berjumlah Rp{parts}:"
        " selisih Rp{gap}",
        "The ceiling of {code} in {agreement} is Rp{ceiling}, while its {count} parts ({agreements}) add up to"
        " Rp{parts}: Rp{gap} apart",
    ),
    fix=Text(
        "Cocokkan pagu itu dengan rinciannya, dan beri setiap baris satu pemegang",
        "Reconcile the ceiling with its parts, and give each line one holder",
    ),
    condition=Text(
        "Pagu sebuah baris tidak sama dengan jumlah rinciannya, sampai sen; atau satu baris dimuat beberapa "
        "perjanjian yang tidak membawahi satu sama lain. Sisa yang belum dipegang perjanjian di bawahnya adalah "
        "peringatan.",
        "The ceiling of a line is not the sum of its parts, to the sen; or a line stands in several agreements of "
        "which none is above another. A rest that no agreement below holds is a warning.",
    ),
    passing=Text(
        "600 + 400 = 1.000 juta.",
        "600 + 400 = 1,000 million.",
    ),
    failing=Text(
        "600 + 450 untuk 1.000 juta.",
        "600 + 450 for 1,000 million.",
    ),
    basis=(M53, arithmetic("rupiah dijumlahkan tepat")),
    subject="line",
    find=_adds_up,
)


def _has_budget(case: Case, agreement: int) -> bool:
    """Whether the budget of an agreement's unit is known at all; without it nothing is missing."""
    funding = case.once(funding_of)
    return (funding.unit(agreement), case.graph.agreements[agreement].year) in funding.budgeted


def _unfunded(case: Case, agreement: int) -> Iterator[Hit]:
    graph, funding = case.graph, case.once(funding_of)
    code = graph.agreements[agreement].code
    place = graph.place_of_agreement[agreement]
    if graph.places[place].rank in {3, 4}:
        for node in graph.nodes_of(place):
            facts = graph.facts[node]
            exempt = graph.role(node) != "main" or (facts is not None and facts.zero_cost is not None)
            if graph.agreement_of[node] == agreement and not exempt and node not in funding.served:
                arguments = ("agreement", code), ("node", graph.text(node))
                yield Hit(arguments, nodes=(node,), message=_NO_BUDGET)
    lines = [number for number in funding.of_agreement.get(agreement, ()) if funding.is_leaf(number)]
    loose = [number for number in lines if case.lines[number][1].ceiling and not funding.is_linked(number)]
    if loose:
        whole, apart = funding.ceiling(lines), funding.ceiling(loose)
        codes = [case.lines[number][1].code for number in loose]
        yield Hit(
            (
                ("agreement", code),
                ("codes", both(lambda lang: listing(codes, lang))),
                ("count", len(loose)),
                ("amount", rupiah(apart)),
                ("linked", tidy(Fraction(100 * (whole - apart), whole))),
            ),
            cell="budget",
        )


_NO_BUDGET = Text(
    "{node} tidak didukung anggaran mana pun, begitu pula indikator di bawahnya",
    "{node} has no budget, and neither have the indicators below it",
)

CAS802 = Check(
    "CAS802",
    "performance-budget-gap",
    "warning",
    title=Text("Kinerja tanpa anggaran atau anggaran tanpa kinerja", "Performance-budget gap"),
    message=Text(
        "Pada {agreement}, Rp{amount} tidak terkait indikator ({count} baris: {codes}); yang terkait {linked} persen",
        "In {agreement}, Rp{amount} serve no indicator ({count} lines: {codes}); {linked} percent do",
    ),
    fix=Text(
        "Kaitkan baris anggaran dengan target yang dilayaninya (BudgetLine.targets), atau jelaskan dalam zero_cost",
        "Name in BudgetLine.targets which targets a line serves, or explain in zero_cost why there is no need",
    ),
    condition=Text(
        "Dalam unit yang anggarannya diketahui: indikator utama eselon III atau IV tanpa anggaran, begitu pula di "
        "bawahnya, dan tanpa zero_cost; atau baris anggaran yang tidak melayani target mana pun.",
        "In a unit whose budget is known: a main indicator of echelon III or IV without a budget, nor any below "
        "it, and without zero_cost; or a budget line that serves no target.",
    ),
    passing=Text(
        "Setiap kegiatan menyebut target yang dilayaninya (BudgetLine.targets).",
        "Each activity names the targets that it serves (BudgetLine.targets).",
    ),
    failing=Text(
        "Kegiatan senilai Rp450 juta tidak melayani target mana pun.",
        "An activity of Rp450 million serves no target.",
    ),
    basis=(criterion("1.c.1"), criterion("1.c.2")),
    criteria=("1.c.1", "1.c.2"),
    subject="agreement",
    applies=_has_budget,
    find=_unfunded,
)


def _is_in_reach(case: Case, number: int) -> bool:
    funding = case.once(funding_of)
    found = funding.document(number)
    return found is not None and funding.is_head(number) and found.reaches(case.lines[number][1])


def _not_ratified(case: Case, number: int) -> Iterator[Hit]:
    found, line = case.once(funding_of).document(number), case.lines[number][1]
    assert found is not None
    document, amount = found.document, found.amounts.get(line.code)
    arguments = (*_identified(case, number), ("document", document.version), ("ratified_on", document.ratified_on))
    if amount is None:
        yield Hit(arguments, cell="code", message=_ABSENT)
        return
    gap = abs(amount - cents(line.ceiling))
    if gap:
        yield Hit((*arguments, ("ratified", rupiah(amount)), ("gap", rupiah(gap))), cell="ceiling")
    kind = found.kinds[line.code]
    if line.kind != kind:
        names: tuple[tuple[str, Argument], ...] = (("kind", _KINDS[line.kind]), ("ratified_kind", _KINDS[kind]))
        yield Hit((*arguments, *names), cell="kind", message=_OTHER_KIND)


_KINDS: dict[BudgetKind, Text] = {
    "programme": Text("program", "programme"),
    "activity": Text("kegiatan", "activity"),
    "sub_activity": Text("sub kegiatan", "sub-activity"),
}
_ABSENT = Text(
    "Anggaran {code} pada {agreement}, Rp{ceiling}, tidak ada dalam {document} yang disahkan {ratified_on}",
    "The budget {code} in {agreement}, Rp{ceiling}, is not in the {document} ratified on {ratified_on}",
)
_OTHER_KIND = Text(
    "Anggaran {code} pada {agreement} adalah {kind}, sedangkan dalam {document} adalah {ratified_kind}",
    "The budget {code} in {agreement} is a {kind}, while in the {document} it is a {ratified_kind}",
)

CAS803 = Check(
    "CAS803",
    "budget-not-ratified",
    "error",
    title=Text("Anggaran tidak sesuai dengan dokumen yang disahkan", "Budget not in the ratified document"),
    message=Text(
        "Pagu {code} pada {agreement} Rp{ceiling}, sedangkan {document} yang disahkan {ratified_on} memuat"
        " Rp{ratified}: selisih Rp{gap}",
        "The ceiling of {code} in {agreement} is Rp{ceiling}, while the {document} ratified on {ratified_on} has"
        " Rp{ratified}: Rp{gap} apart",
    ),
    fix=Text(
        "Ubah perjanjian mengikuti dokumen anggaran (alasan: strategi), atau perbaiki kodenya",
        "Amend the agreement to follow the budget document (reason: strategy), or correct the code",
    ),
    condition=Text(
        "Pagu, kode atau jenis sebuah baris tidak seperti dalam dokumen anggaran yang berlaku pada hari yang dinilai.",
        "Ceiling, code or kind of a line is not as in the budget document that holds on the day.",
    ),
    passing=Text(
        "DPA dan perjanjian memuat pagu yang sama.",
        "The DPA and the agreement have the same ceiling.",
    ),
    failing=Text(
        "DPPA mengubah pagunya, perjanjiannya belum.",
        "The DPPA changed the ceiling, the agreement did not.",
    ),
    basis=(M53,),
    subject="line",
    applies=_is_in_reach,
    find=_not_ratified,
)

CHECKS: tuple[Check, ...] = (CAS801, CAS802, CAS803)
