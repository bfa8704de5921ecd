"""Fakta masuk: the facts of a subject as a policy reads them, with what cannot be used as findings."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from attrs import frozen

from sakip.base.finding import Finding
from sakip.base.likeness import similar
from sakip.base.rule import Rule
from sakip.base.text import Lang, Text, both, joined
from sakip.lifecycle.consequences.fact_kind import FactKind
from sakip.lifecycle.consequences.given_fact import GivenFact
from sakip.lifecycle.consequences.judging import Known
from sakip.lifecycle.consequences.policy import ConsequencePolicy

__all__ = ["RULES", "Intake", "intake_of", "open_rules"]

UNKNOWN = Rule(
    "CSQ-UNKNOWN",
    "warning",
    Text(
        "Kebijakan {policy} tidak memuat fakta {fact}; {near}",
        "The policy {policy} has no fact {fact}; {near}",
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
DISPUTED = Rule(
    "CSQ-DISPUTED",
    "error",
    Text(
        "{fact} {year} bernilai {values} menurut satu sumber, dan tidak diketahui menurut yang lain: {why}",
        "{fact} {year} is {values} by one source, and not known by another: {why}",
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
RULES = (UNKNOWN, LABEL, NUMBER, RANGE, TWICE, DISPUTED, UNREAD, OPEN)
"""Aturan fakta: what `Consideration.check` may find."""

_UNUSABLE = Text("nilai yang diberikan tidak dapat dipakai", "the value that was given cannot be used")
_DISAGREE = Text("sumber-sumbernya berbeda", "its sources disagree")
_SIMILAR = Text("yang mirip: {facts}", "similar: {facts}")
_THERE = Text("yang ada misalnya: {facts}", "there is for example: {facts}")
_NONE = Text("kebijakan ini tidak bertanya apa pun", "it asks nothing")
_MEASURED = Text("{value} ({measure})", "{value} ({measure})")
_MOST_SHOWN = 5


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
            findings.append(UNKNOWN.at(place, policy=policy.id, fact=fact, near=_near(fact, kinds)))
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
        because = next((one.because for one in group if one.because is not None), None)
        disagreement = _disagreement(usable, because, kinds[fact], place)
        if disagreement is not None:
            findings.append(disagreement)
            unknown[fact, at] = _DISAGREE
        elif usable:
            known[fact, at] = next((one for one in usable if one[0].measure is not None), usable[0])
        else:
            unknown[fact, at] = because or _UNUSABLE
    return Intake(known, unknown, tuple(findings))


def _near(fact: str, kinds: Mapping[str, FactKind]) -> Text:
    alike = similar(fact, kinds)
    if not kinds:
        return _NONE
    return (_SIMILAR if alike else _THERE).filled({"facts": ", ".join(alike or [*kinds][:_MOST_SHOWN])})


def _disagreement(usable: Sequence[Known], because: Text | None, kind: FactKind, place: str) -> Finding | None:
    """What sources of one fact disagree about: its number, by what it was measured, or whether it is known at all."""
    if not usable:
        return None
    year, measures = str(usable[0][0].year), {one.measure for one, _ in usable} - {None}
    if len({number for _, number in usable}) > 1 or len(measures) > 1:
        values = _listed([one for one, _ in usable], measured=len(measures) > 1)
        return TWICE.at(place, fact=kind.name, year=year, values=values)
    if because is None:
        return None
    values = _listed([usable[0][0]], measured=False)
    return DISPUTED.at(place, fact=kind.name, year=year, values=values, why=because)


def _listed(facts: Sequence[GivenFact], *, measured: bool) -> Text:
    """The values, each once, with what they were measured by where that is what differs."""

    def shown(one: GivenFact, lang: Lang) -> str:
        value = one.shown(lang)
        return _MEASURED.render(lang, {"value": value, "measure": one.measure or "–"}) if measured else value

    return both(lambda lang: "; ".join(dict.fromkeys(shown(one, lang) for one in facts)))


def _number(given: GivenFact, kind: FactKind, place: str) -> Fraction | Finding | None:
    """The number that a fact is, or what is wrong with it; None where it has no value."""
    value = given.value
    if value is None:
        return None
    if kind.labels:
        if isinstance(value, str) and value in kind.labels:
            return Fraction(kind.position(value))
        return LABEL.at(place, value=_shown(given), fact=kind.name, labels=", ".join(kind.labels))
    if isinstance(value, str):
        return NUMBER.at(place, value=_shown(given), fact=kind.name)
    number = Fraction(value)
    if kind.is_possible(number):
        return number
    return RANGE.at(place, fact=kind.name, year=str(given.year), value=_shown(given))


def _shown(given: GivenFact) -> Text:
    return both(given.shown)


def open_rules(subject: str, undecided: Sequence[tuple[str, Sequence[Text]]]) -> Iterator[Finding]:
    """Yang belum dapat dikatakan: one finding a rule, with what is missing.

    Examples:
        >>> [one.code for one in open_rules("x", [("R-1", [Text("a", "b")])])]
        ['CSQ-OPEN']
    """
    for rule, because in undecided:
        why = joined("; ", because)
        yield OPEN.at(f"{subject}.rules[{rule}]", rule=rule, why=why)
