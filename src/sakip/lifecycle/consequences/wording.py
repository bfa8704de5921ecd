"""Naskah pertimbangan: a consideration as a paper that is laid before those who decide."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sakip.base.display.cell import wrapped
from sakip.base.text import Argument, Lang, Text
from sakip.lifecycle.consequences.condition import condition_text, distance_text
from sakip.lifecycle.consequences.fact_kind import FactKind
from sakip.lifecycle.consequences.given_fact import GivenFact
from sakip.lifecycle.consequences.judging import ConditionOutcome, RuleOutcome, Standing
from sakip.scoring.wording import folded

if TYPE_CHECKING:
    from sakip.lifecycle.consequences.consideration import Consideration

__all__ = ["ADVICE", "gap_text", "ground_text", "paper", "standing_text"]

_STATES: dict[Standing, Text] = {
    "recommended": Text("direkomendasikan untuk dipertimbangkan", "recommended to be considered"),
    "yields": Text("terpenuhi, tetapi mengalah kepada {rules}", "met, but gives way to {rules}"),
    "not_met": Text("tidak terpenuhi", "not met"),
    "unknown": Text("belum dapat dikatakan", "cannot be said"),
}

ADVICE = Text(
    "Isinya rekomendasi untuk dipertimbangkan, bukan keputusan. Yang memutuskan disebut pada tiap rekomendasi.",
    "It holds recommendations to be considered, not decisions. Who decides is named with each.",
)
_TITLE = Text("BAHAN PERTIMBANGAN", "FOR CONSIDERATION")
_ABOUT = Text("{subject}, tahun {year}", "{subject}, year {year}")
_BASIS = Text("Menurut: {title}, {reference}", "By: {title}, {reference}")
_HEAD = Text("Direkomendasikan untuk dipertimbangkan", "Recommended to be considered")
_NOTHING = Text(
    "Tidak ada yang direkomendasikan dari fakta yang diketahui.",
    "Nothing is recommended from the facts that are known.",
)
_ITEM = Text("{number}. {name} ({kind})", "{number}. {name} ({kind})")
_RULE = Text("   Dasar: aturan {rule}, {reference}", "   Basis: rule {rule}, {reference}")
_GROUND = Text("   Karena: {ground}", "   Because: {ground}")
_FIRST = Text("   Lebih dahulu: {first}", "   First: {first}")
_DECIDED = Text("   Yang memutuskan: {who}", "   Decided by: {who}")
_YIELDS = Text("Terpenuhi, tetapi mengalah", "Met, but giving way")
_YIELDING = Text("- {name} (aturan {rule}): mengalah kepada {rules}", "- {name} (rule {rule}): gives way to {rules}")
_OPEN = Text("Belum dapat dikatakan", "Cannot be said")
_OPENING = Text("- {name} (aturan {rule}), karena {why}", "- {name} (rule {rule}), because {why}")
_NEAR = Text("Hampir terpenuhi", "Nearly met")
_NEARING = Text("- {name} (aturan {rule}): {ground}; {gap}", "- {name} (rule {rule}): {ground}; {gap}")
_FAULTS = Text("Perlu diperbaiki atau dilengkapi", "To be corrected or completed")
_GAP = Text("selisihnya {gap}", "off by {gap}")
_BOUND = Text("tepat pada batas yang tidak ikut", "exactly on the bound, which does not count")
_CONDITION = Text("{condition}; {inputs}", "{condition}; {inputs}")
_INPUT = Text("{year}: {fact}", "{year}: {fact}")


def paper(found: "Consideration", lang: Lang, width: int) -> str:
    """Naskah: title, what is recommended and why, what gives way, what cannot be said, and what is near.

    Examples:
        >>> from sakip.lifecycle import PP_30_2019_CONSEQUENCES, recommend
        >>> found = recommend(PP_30_2019_CONSEQUENCES, "Kepala Dinas", [], year=2024)
        >>> paper(found, "en", 80).splitlines()[0]
        'FOR CONSIDERATION'
    """
    policy = found.policy
    about: dict[str, Argument] = {"subject": found.subject, "year": str(found.year)}
    basis: dict[str, Argument] = {"title": policy.title, "reference": policy.reference.text(lang)}
    head = [
        _TITLE.render(lang),
        _ABOUT.render(lang, about),
        _BASIS.render(lang, basis),
        ADVICE.render(lang),
    ]
    blocks = [[line for each in head for line in wrapped(each, width)]]
    blocks.append([_HEAD.render(lang), *_recommended(found, lang)])
    blocks += [
        [title.render(lang), *lines]
        for title, lines in (
            (_YIELDS, [*_yielding(found, lang)]),
            (_OPEN, [*_undecided(found, lang)]),
            (_NEAR, [*_nearing(found, lang)]),
            (_FAULTS, [f"- {finding.text(lang)}" for finding in found.faults if finding.severity != "note"]),
        )
        if lines
    ]
    return folded("\n\n".join("\n".join(lines) for lines in blocks), width)


def _recommended(found: "Consideration", lang: Lang) -> Iterator[str]:
    if not found.recommendations:
        yield _NOTHING.render(lang)
    for number, one in enumerate(found.recommendations, start=1):
        consequence = one.rule.consequence
        kind = consequence.kind_text(lang)
        name = consequence.name.render(lang)
        yield _ITEM.render(lang, {"number": number, "name": f"{name[:1].upper()}{name[1:]}", "kind": kind})
        reference = found.policy.reference_of(one.rule.id)
        yield _RULE.render(lang, {"rule": one.rule.id, "reference": reference.text(lang)})
        for condition in one.conditions:
            yield _GROUND.render(lang, {"ground": _ground(found, condition, lang)})
        for first in consequence.first:
            yield _FIRST.render(lang, {"first": first})
        yield _DECIDED.render(lang, {"who": consequence.decided_by})


def _named(one: RuleOutcome) -> dict[str, Argument]:
    return {"name": one.rule.consequence.name, "rule": one.rule.id}


def _yielding(found: "Consideration", lang: Lang) -> Iterator[str]:
    for one in found.outcomes:
        if one.state == "yields":
            yield _YIELDING.render(lang, {**_named(one), "rules": ", ".join(one.yields_to)})


def _undecided(found: "Consideration", lang: Lang) -> Iterator[str]:
    for one in found.undecided:
        why = "; ".join(reason.render(lang) for reason in one.because)
        yield _OPENING.render(lang, {**_named(one), "why": why})


def _nearing(found: "Consideration", lang: Lang) -> Iterator[str]:
    for one in found.near:
        (failed,) = (condition for condition in one.conditions if condition.verdict == "not_met")
        gap = gap_text(failed, found.policy.fact(failed.condition.fact), lang)
        yield _NEARING.render(lang, {**_named(one), "ground": _ground(found, failed, lang), "gap": gap})


def _ground(found: "Consideration", one: ConditionOutcome, lang: Lang) -> str:
    return ground_text(one, found.policy.fact(one.condition.fact), lang)


def ground_text(one: ConditionOutcome, kind: FactKind, lang: Lang) -> str:
    """Teks dasar: a condition with the facts that it read, each with its exact value and its source.

    Examples:
        >>> from sakip.lifecycle import LATE_REPORTS_FACT, FactCondition
        >>> late = FactCondition.at_least("late-reports", 2)
        >>> given = GivenFact("late-reports", 2024, 3, source="agenda 2024")
        >>> ground_text(ConditionOutcome(late, "met", (given,), None, ()), LATE_REPORTS_FACT, "id")
        'jumlah laporan terlambat sekurang-kurangnya 2; 2024: 3 (sumber: agenda 2024)'
    """
    condition = condition_text(one.condition, kind, lang)
    inputs = _inputs(one.inputs, lang)
    return _CONDITION.render(lang, {"condition": condition, "inputs": inputs}) if inputs else condition


def standing_text(one: RuleOutcome, lang: Lang) -> str:
    """Kedudukan dalam kata: how a rule stands, with the rules to which it gives way.

    Examples:
        >>> from sakip.lifecycle import PP_30_2019_CONSEQUENCES, recommend
        >>> standing_text(recommend(PP_30_2019_CONSEQUENCES, "Kepala Dinas", [], year=2024)["move"], "id")
        'belum dapat dikatakan'
    """
    return _STATES[one.state].render(lang, {"rules": ", ".join(one.yields_to)})


def _inputs(given: Sequence[GivenFact], lang: Lang) -> str:
    return "; ".join(_INPUT.render(lang, {"year": str(one.year), "fact": one.text(lang)}) for one in given)


def gap_text(one: ConditionOutcome, kind: FactKind, lang: Lang) -> str:
    """Teks selisih: how far a condition is from being met; empty where it is met or cannot be said.

    Examples:
        >>> from fractions import Fraction
        >>> from sakip.lifecycle import LATE_REPORTS_FACT, FactCondition
        >>> many = FactCondition.more_than("late-reports", 3)
        >>> gap_text(ConditionOutcome(many, "not_met", (), Fraction(0), ()), LATE_REPORTS_FACT, "id")
        'tepat pada batas yang tidak ikut'
    """
    if one.gap is None:
        return ""
    if not one.gap:
        return _BOUND.render(lang)
    return _GAP.render(lang, {"gap": distance_text(one.gap, kind, lang)})
