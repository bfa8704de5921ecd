"""Kebijakan konsekuensi: a government's rewards and sanctions as data, checked when it is built."""

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from attrs import field, frozen

from sakip.base.display import Column, Table
from sakip.base.kind import is_text, of_kind, tuple_of
from sakip.base.likeness import unknown_code
from sakip.base.rebuild import reduce_by_fields
from sakip.base.reference import Reference
from sakip.base.text import Lang, Text, require_lang, require_text
from sakip.errors import InvalidValueError
from sakip.lifecycle.consequences.condition import condition_text
from sakip.lifecycle.consequences.consequence import Consequence
from sakip.lifecycle.consequences.fact_kind import FactKind
from sakip.lifecycle.consequences.rule import ConsequenceRule
from sakip.lifecycle.consequences.soundness import order_of, require_monotone, require_sound

__all__ = ["ConsequencePolicy"]


def _id(value: str) -> str:
    return require_text(value, "ConsequencePolicy.id")


def _title(value: Text) -> Text:
    return of_kind(Text, value, "ConsequencePolicy.title", "Text('Penghargaan dan sanksi', 'Rewards and sanctions')")


def _facts(value: Iterable[FactKind]) -> tuple[FactKind, ...]:
    path = "ConsequencePolicy.facts"
    facts = tuple_of(FactKind, value, path, "TOTAL_FACT")
    _require_unlike([one.id for one in facts], path)
    return facts


def _rules(value: Iterable[ConsequenceRule]) -> tuple[ConsequenceRule, ...]:
    path = "ConsequencePolicy.rules"
    rules = tuple_of(ConsequenceRule, value, path, "PP_30_2019_CONSEQUENCES.rules[0]")
    _require_unlike([rule.id for rule in rules], path)
    return rules


def _require_unlike(ids: list[str], path: str) -> None:
    twice = next((one for one in ids if ids.count(one) > 1), None)
    if twice is not None:
        raise InvalidValueError(
            code="id-twice",
            path=path,
            value=twice,
            problem=("pengenal ini dipakai dua kali", "the id is used twice"),
            way_out=("Beri masing-masing pengenalnya sendiri", "Give each an id of its own"),
        )


_RULE = ("unknown-rule", "aturan", "rule")
_FACT = ("unknown-fact", "fakta", "fact")
_CONSEQUENCE = ("unknown-consequence", "konsekuensi", "consequence")


def _require_among(value: str, known: Collection[str], path: str, what: tuple[str, str, str]) -> None:
    code, id_, en = what
    if not is_text(value) or value not in known:
        problem = (f"kebijakan ini tidak memuat {id_} itu", f"the policy has no such {en}")
        raise unknown_code(value, known, code=code, path=path, problem=problem)


def _require_known(rules: tuple[ConsequenceRule, ...], kinds: Collection[str]) -> None:
    """Every name that a rule uses is that of something in the policy, and a consequence has one meaning."""
    ids = [rule.id for rule in rules]
    consequences: dict[str, Consequence] = {}
    for rule in rules:
        path = f"ConsequencePolicy.rules[{rule.id}]"
        for condition in rule.when:
            _require_among(condition.fact, kinds, f"{path}.when", _FACT)
        for other in rule.yields_to:
            _require_among(other, ids, f"{path}.yields_to", _RULE)
        if consequences.setdefault(rule.consequence.id, rule.consequence) != rule.consequence:
            _require_unlike([rule.consequence.id] * 2, f"{path}.consequence")
    for rule in rules:
        for other in rule.consequence.excludes:
            path = f"ConsequencePolicy.rules[{rule.id}].consequence.excludes"
            _require_among(other, consequences, path, _CONSEQUENCE)


def _reference(value: Reference) -> Reference:
    return of_kind(Reference, value, "ConsequencePolicy.reference", "Reference('Perbup 9/2024', certainty='read')")


def _monotone(value: bool) -> bool:  # noqa: FBT001 - the field that it fills
    return of_kind(bool, value, "ConsequencePolicy.monotone", "True")


@frozen
class ConsequencePolicy:
    """Kebijakan konsekuensi: which facts lead to which recommendations, as a government has written it.

    Everything is checked when the policy is built: conditions that can never hold, rules that never stand, rules
    whose recommendations contradict each other or overlap without an order, a sanction that rests on what is not
    known, and, unless it says otherwise, better facts that lead to worse recommendations.

    Attributes:
        id: Short name.
        title: Name for people.
        facts: What its rules may ask.
        rules: Its rules, in the order in which they are read.
        reference: Where it comes from, and how sure that is; so do its rules that do not say otherwise.
        monotone: Whether better facts of a year, those of earlier years as they were, never lead to a lower reward or
            to heavier coaching or sanctions. True is checked, False is stated.

    Raises:
        InvalidValueError: A field of another kind, or an id that stands twice.
        UnknownCodeError: A rule asks for a fact or a label, or gives way to a rule, that there is not.
        LawError: One of the faults above, with facts that show it.

    Examples:
        >>> from sakip import Reference, Text
        >>> from sakip.lifecycle import TOTAL_FACT, Consequence, FactCondition
        >>> regent = Text("Bupati selaku PPK", "the Regent")
        >>> award = Consequence("award", Text("piagam kinerja", "a certificate"), kind="reward", decided_by=regent)
        >>> perbup = Reference("Peraturan Bupati Contoh 9/2024 (rekaan)", certainty="read")
        >>> rule = ConsequenceRule("R-1", award, [FactCondition.at_least("total", 100)])
        >>> title = Text("Penghargaan", "Rewards")
        >>> policy = ConsequencePolicy("contoh", title, facts=[TOTAL_FACT], rules=[rule], reference=perbup)
        >>> policy.reference_of("R-1").text(), policy.monotone
        ('Peraturan Bupati Contoh 9/2024 (rekaan) (dibaca pada naskahnya)', True)
    """

    id: str = field(converter=_id)
    title: Text = field(converter=_title)
    facts: tuple[FactKind, ...] = field(converter=_facts, kw_only=True)
    rules: tuple[ConsequenceRule, ...] = field(converter=_rules, kw_only=True)
    reference: Reference = field(converter=_reference, kw_only=True)
    monotone: bool = field(default=True, converter=_monotone, kw_only=True)
    _kinds: dict[str, FactKind] = field(init=False, eq=False, repr=False)
    _order: dict[str, frozenset[str]] = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        kinds = {one.id: one for one in self.facts}
        _require_known(self.rules, kinds)
        order = order_of(self.rules)
        require_sound(self.rules, kinds, order)
        if self.monotone:
            require_monotone(self.rules, kinds, order)
        object.__setattr__(self, "_kinds", kinds)
        object.__setattr__(self, "_order", order)

    __reduce__ = reduce_by_fields

    def gives_way_to(self, rule: str) -> tuple[str, ...]:
        """Mengalah kepada: the rules that come before a rule where they are met, directly or through others.

        Raises:
            UnknownCodeError: The policy has no such rule; the error names those that look like it.
        """
        ids = [one.id for one in self.rules]
        _require_among(rule, ids, "ConsequencePolicy.rules", _RULE)
        return tuple(one for one in ids if one in self._order[rule])

    def reference_of(self, rule: str) -> Reference:
        """Dasar aturan: where a rule is written, which is where the policy is unless the rule says otherwise.

        Raises:
            UnknownCodeError: The policy has no such rule; the error names those that look like it.
        """
        own = {one.id: one.reference for one in self.rules}
        _require_among(rule, own, "ConsequencePolicy.rules", _RULE)
        return own[rule] or self.reference

    def fact(self, id: str) -> FactKind:  # noqa: A002 - named as the field that it looks up
        """Cari fakta: the fact of one id.

        Raises:
            UnknownCodeError: The policy has no such fact; the error names those that look like it.
        """
        _require_among(id, self._kinds, "ConsequencePolicy.facts", _FACT)
        return self._kinds[id]

    def rows(self, lang: Lang = "id") -> list[dict[str, Any]]:
        """Baris kebijakan: one flat dict a rule.

        Its keys are ``policy``, ``rule``, ``consequence``, ``name``, ``kind``, ``weight``, ``when``, ``yields_to``,
        ``decided_by``, ``first``, ``reference`` and ``certainty``.

        Raises:
            InvalidValueError: An unknown language.
        """
        return [
            {
                "policy": self.id,
                "rule": rule.id,
                "consequence": rule.consequence.id,
                "name": rule.consequence.name.render(lang),
                "kind": rule.consequence.kind,
                "weight": rule.consequence.weight,
                "when": "; ".join(self._conditions(rule, lang)),
                "yields_to": ", ".join(self.gives_way_to(rule.id)),
                "decided_by": rule.consequence.decided_by.render(lang),
                "first": "; ".join(one.render(lang) for one in rule.consequence.first),
                "reference": reference.text(lang),
                "certainty": reference.certainty,
            }
            for rule in self.rules
            for reference in [rule.reference or self.reference]
        ]

    def _conditions(self, rule: ConsequenceRule, lang: Lang) -> list[str]:
        return [condition_text(one, self.fact(one.fact), lang) for one in rule.when]

    def table(self, lang: Lang = "id") -> Table:
        """Tabel kebijakan: one row a rule; below it what holds for all of them."""
        require_lang(lang)
        rows = [
            (
                rule.id,
                "; ".join([*self._conditions(rule, lang), *self._order_text(rule, lang)]),
                f"{rule.consequence.name.render(lang)} ({rule.consequence.kind_text(lang)})",
                rule.consequence.decided_by.render(lang),
            )
            for rule in self.rules
        ]
        return Table(
            self.title.render(lang), [Column(head.render(lang)) for head in _HEADS], rows, notes=[*self._notes(lang)]
        )

    def _order_text(self, rule: ConsequenceRule, lang: Lang) -> Iterator[str]:
        if rule.yields_to:
            yield _YIELDS.render(lang, {"rules": ", ".join(rule.yields_to)})

    def _notes(self, lang: Lang) -> Iterator[str]:
        yield _ADVICE.render(lang)
        yield (_MONOTONE if self.monotone else _NOT_MONOTONE).render(lang)
        for reference in dict.fromkeys([self.reference, *(self.reference_of(rule.id) for rule in self.rules)]):
            yield reference.text(lang)

    def text(self, lang: Lang = "id", *, width: int | None = None) -> str:
        """Teks kebijakan: the table for a terminal, 80 columns wide unless another width is given.

        Raises:
            InvalidValueError: Another language, or a width that is not 20 to 1,000.
        """
        return self.table(lang).text(width)

    def _repr_html_(self) -> str:
        return self.table().html()


_HEADS = (
    Text("Aturan", "Rule"),
    Text("Bila", "Where"),
    Text("Untuk dipertimbangkan", "To be considered"),
    Text("Yang memutuskan", "Decided by"),
)
_YIELDS = Text("mengalah kepada {rules}", "gives way to {rules}")
_ADVICE = Text(
    "Setiap aturan memberi rekomendasi untuk dipertimbangkan, bukan keputusan.",
    "Each rule gives a recommendation to be considered, not a decision.",
)
_MONOTONE = Text(
    "Monoton, sudah diperiksa: fakta yang lebih baik tidak pernah memberi rekomendasi yang lebih buruk.",
    "Monotone, checked: better facts never give worse recommendations.",
)
_NOT_MONOTONE = Text(
    "Tidak monoton, menurut kebijakan ini sendiri: fakta yang lebih baik dapat memberi rekomendasi yang lebih buruk.",
    "Not monotone, as the policy itself states: better facts may give worse recommendations.",
)
