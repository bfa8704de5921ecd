"""Fakta masuk: the facts of a subject as a policy reads them, with what cannot be used as findings."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import get_args

from attrs import frozen

from sakip.base.finding import Finding
from sakip.base.likeness import similar
from sakip.base.rule import Rule
from sakip.base.text import Lang, Text
from sakip.lifecycle.consequences.fact_kind import FactKind
from sakip.lifecycle.consequences.given_fact import GivenFact
from sakip.lifecycle.consequences.judging import Known
from sakip.lifecycle.consequences.policy import ConsequencePolicy

__all__ = ["RULES", "Intake", "intake_of", "open_rules"]

UNKNOWN = Rule(
    "CSQ-UNKNOWN",
    "warning",
    Text(
        "Kebijakan {policy} tidak memuat fakta {fact}; yang mirip: {near}",
        "The policy {policy} has no fact {fact}; similar: {near}",
    ),
)
LABEL = Rule(
    "CSQ-LABEL",
    "error",
    Text("{value} bukan label {fact}; pilih {labels}", "{value} is no label of {fact}; choose {labels}"),
)
NUMBER = Rule(
    "CSQ-NUMBER",
    "error",
    Text("{value} bukan angka bagi {fact}", "{value} is no number for {fact}"),
)
RANGE = Rule(
    "CSQ-RANGE",
    "error",
    Text("{fact} {year} tidak mungkin {value}", "{fact} {year} cannot be {value}"),
)
TWICE = Rule(
    "CSQ-TWICE",
    "error",
    Text(
        "{fact} {year} disebut dengan nilai yang berbeda: {values}",
        "{fact} {year} is given with different values: {values}",
    ),
)
UNREAD = Rule(
    "CSQ-UNREAD",
    "note",
    Text("{fact} {year} tidak dibaca aturan mana pun", "{fact} {year} is read by no rule"),
)
OPEN = Rule(
    "CSQ-OPEN",
    "warning",
    Text("Aturan {rule} belum dapat dikatakan: {why}", "It cannot be said whether rule {rule} holds: {why}"),
)
RULES = (UNKNOWN, LABEL, NUMBER, RANGE, TWICE, UNREAD, OPEN)
"""Aturan fakta: what `Consideration.check` may find."""

_UNUSABLE = Text("nilai yang diberikan tidak dapat dipakai", "the value that was given cannot be used")
_DISAGREE = Text("disebut dengan nilai yang berbeda", "it was given with different values")


@frozen
class Intake:
    """Fakta masuk: what is known and what is not, by fact and year, and what is wrong with what was given.

    Attributes:
        known: Each fact with the number that it is; labels count from 0.
        unknown: Why a fact is not known.
        findings: What cannot be used.
    """

    known: Mapping[tuple[str, int], Known]
    unknown: Mapping[tuple[str, int], Text]
    findings: tuple[Finding, ...]


def intake_of(policy: ConsequencePolicy, facts: Sequence[GivenFact], year: int, subject: str) -> Intake:
    """Fakta masuk: sort the facts of one subject into what is known and what is not.

    Args:
        policy: Kebijakan.
        facts: What was given.
        year: The year that is looked at.
        subject: How findings name the subject.

    Examples:
        >>> from sakip.lifecycle import PP_30_2019_CONSEQUENCES
        >>> given = [GivenFact("predicate", 2024, "Istimewa", source="contoh")]
        >>> [one.code for one in intake_of(PP_30_2019_CONSEQUENCES, given, 2024, "x").findings]
        ['CSQ-LABEL']
    """
    kinds = {one.id: one for one in policy.facts}
    known: dict[tuple[str, int], Known] = {}
    unknown: dict[tuple[str, int], Text] = {}
    findings: list[Finding] = []
    groups: dict[tuple[str, int], list[GivenFact]] = {}
    for one in facts:
        groups.setdefault((one.fact, one.year), []).append(one)
    read = {(one.fact, year - back) for rule in policy.rules for one in rule.when for back in range(one.looks_back + 1)}
    for (fact, at), group in groups.items():
        place = f"{subject}.facts[{fact}, {at}]"
        if fact not in kinds:
            near = ", ".join(similar(fact, kinds) or kinds) or "–"
            findings.append(UNKNOWN.at(place, policy=policy.id, fact=fact, near=near))
            continue
        if (fact, at) not in read:
            findings.append(UNREAD.at(place, fact=kinds[fact].name, year=str(at)))
        usable: list[Known] = []
        for one in group:
            found = _number(one, kinds[fact], place)
            if isinstance(found, Finding):
                findings.append(found)
            elif found is not None:
                usable.append((one, found))
        if len({number for _, number in usable}) > 1:
            shown = ["; ".join(dict.fromkeys(one.shown(lang) for one, _ in usable)) for lang in get_args(Lang)]
            values = Text.literal(*shown)
            findings.append(TWICE.at(place, fact=kinds[fact].name, year=str(at), values=values))
            unknown[fact, at] = _DISAGREE
        elif usable:
            known[fact, at] = usable[0]
        else:
            unknown[fact, at] = next((one.because for one in group if one.because is not None), _UNUSABLE)
    return Intake(known, unknown, tuple(findings))


def _number(given: GivenFact, kind: FactKind, place: str) -> Fraction | Finding | None:
    """The number that a fact is, or what is wrong with it; None where it has no value."""
    if given.value is None:
        return None
    shown = Text.literal(given.shown("id"), given.shown("en"))
    if kind.labels:
        if isinstance(given.value, str) and given.value in kind.labels:
            return Fraction(kind.position(given.value))
        return LABEL.at(place, value=shown, fact=kind.name, labels=", ".join(kind.labels))
    if isinstance(given.value, str):
        return NUMBER.at(place, value=shown, fact=kind.name)
    if not kind.is_possible(Fraction(given.value)):
        return RANGE.at(place, fact=kind.name, year=str(given.year), value=shown)
    return Fraction(given.value)


def open_rules(subject: str, undecided: Sequence[tuple[str, Sequence[Text]]]) -> Iterator[Finding]:
    """Yang belum dapat dikatakan: one finding a rule, with what is missing.

    Examples:
        >>> [one.code for one in open_rules("x", [("R-1", [Text("a", "b")])])]
        ['CSQ-OPEN']
    """
    for rule, because in undecided:
        why = Text.literal(*("; ".join(one.render(lang) for one in because) for lang in get_args(Lang)))
        yield OPEN.at(f"{subject}.rules[{rule}]", rule=rule, why=why)
