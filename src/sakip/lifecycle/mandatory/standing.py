"""Keadaan indikator wajib: how one agreement stands to one indicator that is asked of it."""

from collections.abc import Iterator
from datetime import date
from typing import Literal

from attrs import field, frozen

from sakip.base.finding import Finding
from sakip.base.likeness import similar
from sakip.base.rebuild import reduce_by_fields
from sakip.base.rule import Rule
from sakip.base.text import Argument, Text
from sakip.lifecycle.mandatory.comparing import Value, relation
from sakip.lifecycle.mandatory.exemption import Exemption
from sakip.lifecycle.mandatory.indicator import MandatoryIndicator, office_of
from sakip.lifecycle.mandatory.matching import alike, held, same_words, stands_under
from sakip.lifecycle.mandatory.template import MandatorySet
from sakip.lifecycle.mandatory.wording import consolidation_text, wanted_text
from sakip.model.agreement import Agreement
from sakip.model.cell.units import same_unit
from sakip.model.objective import Objective
from sakip.model.rows.assembling import numbers_text
from sakip.model.target import Target
from sakip.model.vocabulary import polarity_text
from sakip.scoring.wording import value_text

__all__ = ["ALIKE", "RULES", "MandatoryStanding", "State", "standings"]

State = Literal["met", "lacking", "weaker", "differs", "exempt", "unknown"]
"""Keadaan: promised as asked, not promised, a weaker target, another one, exempt, or not known."""

LACKS = Rule(
    "MAND-LACKS",
    "error",
    Text(
        "{office}: {code} '{name}' wajib, tetapi tidak dijanjikan dalam {agreement}",
        "{office}: {code} '{name}' is mandatory, but {agreement} does not promise it",
    ),
)
ALIKE = Rule(
    "MAND-ALIKE",
    "warning",
    Text(
        "{office}: mungkin {other} '{other_name}' dimaksudkan sebagai {code} '{name}'; bila ya, samakan kodenya atau"
        " sebutkan same_as",
        "{office}: perhaps {other} '{other_name}' is meant to be {code} '{name}'; if so, give it that code or state"
        " same_as",
    ),
)
UNREAD = Rule(
    "MAND-UNREAD",
    "warning",
    Text(
        "{office}: {code} '{name}' tidak ditemukan dalam {agreement}, tetapi baris {rows} tabelnya tidak dapat dipakai"
        " dan mungkin memuatnya",
        "{office}: {code} '{name}' was not found in {agreement}, but rows of its table could not be used and may hold"
        " it: {rows}",
    ),
)
NAME = Rule(
    "MAND-NAME",
    "warning",
    Text(
        "{office}: {code} bernama '{own}', padahal yang wajib '{wanted}'; pastikan keduanya indikator yang sama",
        "{office}: {code} is named '{own}', but mandatory is '{wanted}'; make sure that both are one indicator",
    ),
)
WEAKER = Rule(
    "MAND-WEAKER",
    "error",
    Text(
        "{office}: target {code} {promised}, lebih lemah daripada yang wajib: {wanted}",
        "{office}: the target of {code} is {promised}, weaker than what is mandatory: {wanted}",
    ),
)
TARGET = Rule(
    "MAND-TARGET",
    "error",
    Text(
        "{office}: target {code} {promised}, padahal yang wajib: {wanted}",
        "{office}: the target of {code} is {promised}, but mandatory is: {wanted}",
    ),
)
UNIT = Rule(
    "MAND-UNIT",
    "error",
    Text(
        "{office}: satuan {code} '{own}', padahal yang wajib '{wanted}'; targetnya tidak dibandingkan",
        "{office}: the unit of {code} is '{own}', but mandatory is '{wanted}'; the targets are not compared",
    ),
)
POLARITY = Rule(
    "MAND-POLARITY",
    "error",
    Text(
        "{office}: {code} {own}, padahal yang wajib {wanted}; targetnya tidak dibandingkan",
        "{office}: {code} is {own}, but mandatory is {wanted}; the targets are not compared",
    ),
)
CONSOLIDATION = Rule(
    "MAND-CONSOLIDATION",
    "error",
    Text(
        "{office}: konsolidasi {code}: {own}, padahal yang wajib: {wanted}",
        "{office}: consolidation of {code}: {own}, but mandatory is: {wanted}",
    ),
)
WEIGHT = Rule(
    "MAND-WEIGHT",
    "warning",
    Text(
        "{office}: bobot {code} {own}, padahal yang wajib {wanted}",
        "{office}: the weight of {code} is {own}, but mandatory is {wanted}",
    ),
)
OBJECTIVE = Rule(
    "MAND-OBJECTIVE",
    "note",
    Text(
        "{office}: {code} berada di bawah sasaran '{own}', bukan '{wanted}'",
        "{office}: {code} stands under the objective '{own}', not '{wanted}'",
    ),
)
EXEMPT = Rule(
    "MAND-EXEMPT",
    "note",
    Text("{office}: dikecualikan dari {code}: {reason}", "{office}: exempt from {code}: {reason}"),
)
PROMISED = Rule(
    "MAND-EXEMPT-PROMISED",
    "note",
    Text(
        "{office}: dikecualikan dari {code}, tetapi tetap menjanjikannya",
        "{office}: exempt from {code}, but promises it all the same",
    ),
)
ENDED = Rule(
    "MAND-EXEMPT-ENDED",
    "warning",
    Text(
        "{office}: pengecualian dari {code} berakhir {until}: {reason}",
        "{office}: the exemption from {code} ended on {until}: {reason}",
    ),
)
LEVEL = Rule(
    "MAND-LEVEL",
    "warning",
    Text(
        "{office}: jenjang pihak pertama {agreement} tidak cukup jelas untuk mengetahui apakah {code} wajib",
        "{office}: the level of the first party of {agreement} does not tell whether {code} is mandatory",
    ),
)
RULES = (
    LACKS,
    UNREAD,
    ALIKE,
    NAME,
    WEAKER,
    TARGET,
    UNIT,
    POLARITY,
    CONSOLIDATION,
    WEIGHT,
    OBJECTIVE,
    EXEMPT,
    PROMISED,
    ENDED,
    LEVEL,
)
"""Aturan keadaan: what may be found of one agreement and one mandatory indicator."""


@frozen
class MandatoryStanding:
    """Keadaan indikator wajib: one agreement and one indicator that is asked of it.

    Attributes:
        agreement: Perjanjian.
        wanted: Indikator wajib.
        state: ``met``, ``lacking``, ``weaker``, ``differs``, ``exempt``, or ``unknown`` where the level of the first
            party does not tell whether it is asked, or where it may stand in a row that could not be read.
        promised: The target that stands in its place; None where there is none.
        objective: The objective that it stands under.
        exemption: The exemption that holds.
        findings: What is wrong or worth knowing.
    """

    agreement: Agreement = field(repr=lambda one: repr(one.code))
    wanted: MandatoryIndicator = field(repr=lambda one: repr(one.code))
    state: State
    promised: Target | None = field(repr=lambda one: repr(one and one.code))
    objective: Objective | None = field(repr=False)
    exemption: Exemption | None = field(repr=False)
    findings: tuple[Finding, ...] = field(repr=False)

    __reduce__ = reduce_by_fields

    @property
    def office(self) -> str:
        """Kantor: the office of the first party, or without one its position."""
        return office_of(self.agreement)

    @property
    def code(self) -> str:
        """Kode: the code of the mandatory indicator."""
        return self.wanted.code


def standings(
    agreement: Agreement, mandatory: MandatorySet, day: date, unread: tuple[int, ...] = ()
) -> Iterator[MandatoryStanding]:
    """Keadaan satu perjanjian: how it stands to each indicator that is asked of it on a day.

    Args:
        agreement: Perjanjian.
        mandatory: What is asked.
        day: Decides which exemptions hold.
        unread: Numbers of the rows of its table that could not be used.

    Examples:
        >>> from sakip.lifecycle import BENGKULU_MANDATORY
        >>> from sakip.testing import example_agreement
        >>> found = standings(example_agreement(), BENGKULU_MANDATORY, date(2025, 4, 1))
        >>> {one.state for one in found}
        {'lacking'}
    """
    for wanted, known in mandatory.chosen(agreement):
        objective, promised = held(agreement, wanted) or (None, None)
        exemption = mandatory.exemption_of(agreement, wanted.code, day)
        case = _Case(agreement, wanted, objective, promised)
        state: State
        if not known:
            state, findings = "unknown", [case.at(LEVEL, agreement=agreement.code)]
        elif exemption is not None:
            state, findings = "exempt", list(_exempt(case, exemption))
        elif promised is None and unread:
            named = {"name": wanted.indicator.name, "agreement": agreement.code}
            state, findings = "unknown", [case.at(UNREAD, rows=numbers_text(unread), **named)]
        elif promised is None:
            state, findings = "lacking", list(_lacking(case, mandatory))
        else:
            state, findings = _held(case, promised)
        yield MandatoryStanding(agreement, wanted, state, promised, objective, exemption, tuple(findings))


@frozen
class _Case:
    """One agreement and one indicator, as every finding names them."""

    agreement: Agreement
    wanted: MandatoryIndicator
    objective: Objective | None
    promised: Target | None

    def at(self, rule: Rule, part: str = "", **told: Argument) -> Finding:
        """A finding about the agreement, or about a part of the target that stands there."""
        subject = f"agreement[{self.agreement.code}]"
        if self.promised is not None:
            subject += f".targets[{self.promised.code}]" + (f".{part}" if part else "")
        named: dict[str, Argument] = {"office": office_of(self.agreement), "code": self.wanted.code}
        return rule.at(subject, **named, **told)


def _exempt(case: _Case, exemption: Exemption) -> Iterator[Finding]:
    yield case.at(EXEMPT, reason=exemption.reason)
    if case.promised is not None:
        yield case.at(PROMISED)


def _lacking(case: _Case, mandatory: MandatorySet) -> Iterator[Finding]:
    name = case.wanted.indicator.name
    yield case.at(LACKS, name=name, agreement=case.agreement.code)
    near = alike(case.agreement, case.wanted, mandatory.codes)
    if near is not None:
        yield case.at(ALIKE, name=name, other=near.code, other_name=near.indicator.name)
    # One that still held would have made it exempt.
    for one in mandatory.granted(case.agreement, case.wanted.code):
        if one.until is not None:
            yield case.at(ENDED, until=one.until, reason=one.reason)


def _held(case: _Case, promised: Target) -> tuple[State, list[Finding]]:
    """What differs in a target that is there; a remark on weight or objective leaves it met."""
    unlike = list(_unlike(case, promised.indicator.unit, case.wanted.indicator.unit, promised))
    against = list(_against(case, promised, case.wanted.target)) if not unlike else []
    other_way = list(_periods(case, promised))
    remarks = list(_remarks(case, promised))
    findings = [*unlike, *against, *other_way, *remarks]
    if unlike or other_way or any(one.code == TARGET.code for one in against):
        return "differs", findings
    return ("weaker" if against else "met"), findings


def _unlike(case: _Case, own: str | None, asked: str | None, promised: Target) -> Iterator[Finding]:
    """What keeps two targets from being compared."""
    if asked is not None and (own is None or not same_unit(own, asked)):
        yield case.at(UNIT, "indicator.unit", own=own or "–", wanted=asked)
    mine, wanted = promised.indicator.polarity, case.wanted.indicator.polarity
    if mine != wanted:
        told = {"own": polarity_text(mine), "wanted": polarity_text(wanted)}
        yield case.at(POLARITY, "indicator.polarity", **told)


def _against(case: _Case, promised: Target, target: Value | None) -> Iterator[Finding]:
    wanted = case.wanted
    if target is None or wanted.binding == "own":
        return
    found = relation(promised.value, target, wanted.indicator.polarity, wanted.indicator.scale)
    if found == "same" or (found == "better" and wanted.binding == "no_weaker"):
        return
    told = {"promised": _both(promised.value, promised.indicator.unit), "wanted": _wanted(wanted)}
    yield case.at(WEAKER if found == "weaker" and wanted.binding == "no_weaker" else TARGET, "value", **told)


def _both(value: Value, unit: str | None) -> Text:
    return Text.literal(value_text(value, unit, "id"), value_text(value, unit, "en"))


def _wanted(wanted: MandatoryIndicator) -> Text:
    return Text.literal(wanted_text(wanted, "id"), wanted_text(wanted, "en"))


def _periods(case: _Case, promised: Target) -> Iterator[Finding]:
    own, wanted = promised.indicator.consolidation, case.wanted.indicator.consolidation
    if own is not None and wanted is not None and own != wanted:
        told = {"own": consolidation_text(own), "wanted": consolidation_text(wanted)}
        yield case.at(CONSOLIDATION, "indicator.consolidation", **told)


def _remarks(case: _Case, promised: Target) -> Iterator[Finding]:
    own, name = promised.indicator.name, case.wanted.indicator.name
    # Under a code of its own the agreement has said by `same_as` that it is the one.
    if promised.code == case.wanted.code and not (same_words(own, name) or similar(own, [name])):
        yield case.at(NAME, "indicator.name", own=own, wanted=name)
    weight, asked = promised.weight, case.wanted.weight
    # An agreement that uses no weights at all differs in none.
    has_weights = any(one.weight is not None for one in case.agreement.targets)
    if asked is not None and has_weights and weight != asked:
        yield case.at(WEIGHT, "weight", own="–" if weight is None else weight, wanted=asked)
    objective = case.objective
    if objective is not None and not stands_under(objective, case.wanted):
        yield case.at(OBJECTIVE, own=objective.name, wanted=case.wanted.objective)
