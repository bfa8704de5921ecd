"""Temuan cakupan: what plans, promises, duties and agreements lack beside each other."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from sakip.base.finding import Finding
from sakip.base.likeness import similar
from sakip.base.rule import Rule
from sakip.base.text import Argument, Lang, Text, both
from sakip.lifecycle.promises.citation import Citation, Meaning, Register
from sakip.lifecycle.promises.likeness import titled
from sakip.lifecycle.promises.standing import AgreementStanding, DutyStanding, PromiseStanding

if TYPE_CHECKING:
    from sakip.lifecycle.promises.coverage import PromiseCoverage

__all__ = ["RULES", "findings"]

_UNCOVERED = Rule(
    "PROMISE-UNCOVERED",
    "warning",
    Text(
        "{code} dalam {document}, {text}: tidak ada perjanjian yang memuatnya; penanggung jawab: {offices}",
        "{code} of {document}, {text}: no agreement carries it; responsible: {offices}",
    ),
)
_DROPPED = Rule(
    "PROMISE-DROPPED",
    "warning",
    Text(
        "{code} dalam {document} hanya dimuat versi yang sudah digantikan: {agreements}",
        "{code} of {document} is carried only by versions in whose place others stand: {agreements}",
    ),
)
_OFFICE = Rule(
    "PROMISE-OFFICE",
    "warning",
    Text(
        "{code} dalam {document}: {office} bertanggung jawab, tetapi tidak ada perjanjiannya yang memuatnya",
        "{code} of {document}: {office} is responsible, but no agreement of theirs carries it",
    ),
)
_UNSIGNED = Rule(
    "PROMISE-UNSIGNED",
    "note",
    Text(
        "{code} dalam {document} hanya dimuat perjanjian tanpa tanggal tanda tangan: {agreements}",
        "{code} of {document} is carried only by agreements without a day of signature: {agreements}",
    ),
)
_LATE = Rule(
    "PROMISE-LATE",
    "warning",
    Text(
        "{code} dalam {document} terlambat {days} hari; batasnya {due}",
        "{code} of {document} is late, days of delay: {days}; it was due by {due}",
    ),
)
_DONE_LATE = Rule(
    "PROMISE-DONE-LATE",
    "note",
    Text(
        "{code} dalam {document} selesai {done_on}, terlambat {days} hari; batasnya {due}",
        "{code} of {document} was kept on {done_on}, days of delay: {days}; it was due by {due}",
    ),
)
_DONE_EARLY = Rule(
    "PROMISE-DONE-EARLY",
    "warning",
    Text(
        "{code} dalam {document} selesai {done_on}, sebelum periodenya mulai {begins}",
        "{code} of {document} was kept on {done_on}, before its period began on {begins}",
    ),
)
_UNKNOWN = Rule(
    "PROMISE-UNKNOWN",
    "error",
    Text(
        "{where} merujuk {code}, yang tidak ada dalam rencana atau tupoksi mana pun{near}",
        "{where} cites {code}, which is in no plan and no duty{near}",
    ),
)
_AMBIGUOUS = Rule(
    "PROMISE-AMBIGUOUS",
    "error",
    Text(
        "{where} merujuk {code}, yang lebih dari satu artinya: {meanings}",
        "{where} cites {code}, which means more than one thing: {meanings}",
    ),
)
_PERIOD = Rule(
    "PROMISE-PERIOD",
    "error",
    Text(
        "{where} merujuk {code}, yang hanya ada dalam rencana untuk tahun lain daripada {year}",
        "{where} cites {code}, which only plans for other years than {year} have",
    ),
)
_EMPTY = Rule(
    "PROMISE-EMPTY",
    "warning",
    Text(
        "{where} merujuk {code}, tetapi sasaran itu tanpa indikator, sehingga tidak ada yang dijanjikan",
        "{where} cites {code}, but that objective has no indicator, so that nothing is promised",
    ),
)
_NONE = Rule(
    "PROMISE-NONE",
    "warning",
    Text("{agreement}, {position}: tidak memuat satu janji pun", "{agreement}, {position}: serves no promise at all"),
)
_NO_PLAN = Rule(
    "PROMISE-NO-PLAN",
    "note",
    Text(
        "{agreement} untuk tahun {year}, yang tidak termasuk rencana mana pun, sehingga tidak ditanyakan janjinya",
        "{agreement} is for {year}, for which there is no plan, so that it is not asked what it serves",
    ),
)
_TARGET = Rule(
    "PROMISE-TARGET",
    "note",
    Text("{code} dalam {agreement} tidak melayani janji apa pun", "{code} of {agreement} serves no promise"),
)
_SAME_CODE = Rule(
    "PROMISE-SAME-CODE",
    "error",
    Text("{count} perjanjian yang berlaku memakai kode {code}", "agreements in force with the code {code}: {count}"),
)
_DUTY = Rule(
    "DUTY-UNCOVERED",
    "warning",
    Text(
        "Tupoksi {code} pada {holder}, {text}, tidak ditunjukkan indikator mana pun",
        "The duty {code} of {holder}, {text}, is shown by no indicator",
    ),
)
_DUTY_OTHER = Rule(
    "DUTY-OTHER",
    "warning",
    Text(
        "Tupoksi {code} pada {holder} tidak ditunjukkan indikatornya sendiri, hanya dirujuk {agreements}",
        "The duty {code} of {holder} is shown by no indicator of its own, only cited in {agreements}",
    ),
)
RULES = (
    _UNCOVERED,
    _DROPPED,
    _OFFICE,
    _UNSIGNED,
    _LATE,
    _DONE_LATE,
    _DONE_EARLY,
    _UNKNOWN,
    _AMBIGUOUS,
    _PERIOD,
    _EMPTY,
    _NONE,
    _NO_PLAN,
    _TARGET,
    _SAME_CODE,
    _DUTY,
    _DUTY_OTHER,
)
"""Aturan cakupan: every finding of `PromiseCoverage.check`."""
_NOBODY = Text("tidak disebut", "nobody is named")
_NEAR = Text("; yang mirip: {codes}", "; similar: {codes}")
_DUTY_OF = Text("tupoksi {holder}", "a duty of {holder}")
_MOST_SHOWN = 5
_MOST_COMPARED = 100  # a thousand wrong codes among a thousand right ones would take minutes


def findings(coverage: "PromiseCoverage") -> Iterator[Finding]:
    """Temuan: promises first, then citations, agreements and duties, each in their order."""
    signed = {one.agreement.code for one in coverage.agreements if one.agreement.signed_on is not None}
    for standing in coverage.standings:
        yield from _of_promise(standing, signed)
    register = Register(coverage.documents, (one.duty for one in coverage.duties))
    near = _near(coverage, register)
    for citation in coverage.citations:
        yield from _of_citation(citation, register, near)
    counts = Counter(one.agreement.code for one in coverage.agreements)
    for code, count in counts.items():
        if count > 1:
            yield _SAME_CODE.at(f"agreement[{code}]", code=code, count=count)
    for agreement in coverage.agreements if coverage.standings else ():
        yield from _of_agreement(agreement, is_asked=coverage.is_asked(agreement.agreement))
    for duty in coverage.duties:
        yield from _of_duty(duty)


def _of_promise(one: PromiseStanding, signed: set[str]) -> Iterator[Finding]:
    subject = f"plan[{one.document}].items[{one.code}]"
    told: dict[str, Argument] = {"code": one.code, "document": one.document}
    if not one.is_covered:
        offices: Argument = ", ".join(one.item.offices) or _NOBODY
        yield _UNCOVERED.at(subject, **told, text=one.item.text, offices=offices)
        if one.dropped:
            yield _DROPPED.at(subject, **told, agreements=_some(one.dropped))
    else:
        for office in one.unsigned_by:
            yield _OFFICE.at(subject, **told, office=office)
        if not signed.intersection(one.agreements):
            yield _UNSIGNED.at(subject, **told, agreements=_some(one.agreements))
    if one.done_on is not None and one.item.begins is not None and one.done_on < one.item.begins:
        yield _DONE_EARLY.at(subject, **told, done_on=one.done_on, begins=one.item.begins)
    if one.item.due is None or one.days is None or one.days <= 0:
        return
    late: dict[str, Argument] = {**told, "days": one.days, "due": one.item.due}
    if one.done_on is None:
        yield _LATE.at(subject, **late)
    else:
        yield _DONE_LATE.at(subject, **late, done_on=one.done_on)


def _near(coverage: "PromiseCoverage", register: Register) -> dict[str, tuple[str, ...]]:
    """What the first unknown codes look like."""
    known = register.codes
    unknown = dict.fromkeys(one.code for one in coverage.citations if one.fault == "unknown")
    return {code: similar(code, known) for code in list(unknown)[:_MOST_COMPARED]}


def _of_citation(one: Citation, register: Register, near: Mapping[str, tuple[str, ...]]) -> Iterator[Finding]:
    where = f"{one.agreement} {one.target or one.objective}"
    if one.fault is None:
        if not one.shown_by and one.kind != "duty":
            yield _EMPTY.at(one.subject, where=where, code=one.code)
    elif one.fault == "unknown":
        codes = ", ".join(near.get(one.code, ()))
        yield _UNKNOWN.at(one.subject, where=where, code=one.code, near=_NEAR.filled({"codes": codes}) if codes else "")
    elif one.fault == "ambiguous":
        found = register.meanings(one.code, one.party, one.year)
        meanings = both(lambda lang: _some(tuple(_meant(each, lang) for each in found)))
        yield _AMBIGUOUS.at(one.subject, where=where, code=one.code, meanings=meanings)
    else:
        yield _PERIOD.at(one.subject, where=where, code=one.code, year=str(one.year))


def _meant(meaning: Meaning, lang: Lang) -> str:
    """What a code may mean, as it would be cited where it stands in a plan."""
    kind, holder, code = meaning
    return _DUTY_OF.render(lang, {"holder": holder}) if kind == "duty" else f"{holder}:{code}"


def _of_agreement(one: AgreementStanding, *, is_asked: bool) -> Iterator[Finding]:
    code = one.agreement.code
    if not is_asked:
        yield _NO_PLAN.at(f"agreement[{code}]", agreement=code, year=str(one.agreement.year))
    elif not one.serves_any:
        yield _NONE.at(f"agreement[{code}]", agreement=code, position=titled(one.agreement.first_party))
    else:
        for target in one.unserving:
            yield _TARGET.at(f"agreement[{code}].targets[{target.code}]", code=target.code, agreement=code)


def _of_duty(one: DutyStanding) -> Iterator[Finding]:
    if one.is_covered:
        return
    duty = one.duty
    subject = f"duty[{duty.holder}, {duty.code}]"
    if one.others:
        agreements = _some(tuple(dict.fromkeys(other.agreement for other in one.others)))
        yield _DUTY_OTHER.at(subject, code=duty.code, holder=duty.holder, agreements=agreements)
    else:
        yield _DUTY.at(subject, code=duty.code, holder=duty.holder, text=duty.text)


def _some(codes: tuple[str, ...]) -> str:
    rest = len(codes) - _MOST_SHOWN
    return ", ".join(codes[:_MOST_SHOWN]) + (f" (+{rest})" if rest > 0 else "")
