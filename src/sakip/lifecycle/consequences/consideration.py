"""Bahan pertimbangan: what a policy recommends for one subject, with every number that led there."""

from collections.abc import Iterable, Iterator
from typing import Any

from attrs import field, frozen

from sakip.base.display import Column, Table
from sakip.base.display.cell import line_width
from sakip.base.finding import Finding, Report
from sakip.base.form import Numbers, numbers_form
from sakip.base.kind import is_text, of_kind, tuple_of
from sakip.base.likeness import unknown_code
from sakip.base.number import admit_whole
from sakip.base.rebuild import reduce_by_fields
from sakip.base.text import Lang, Text, require_lang, require_text
from sakip.lifecycle.consequences.given_fact import GivenFact
from sakip.lifecycle.consequences.intake import Intake, intake_of, open_rules
from sakip.lifecycle.consequences.judging import RuleOutcome, judged
from sakip.lifecycle.consequences.policy import ConsequencePolicy
from sakip.lifecycle.consequences.wording import ADVICE, gap_text, ground_text, paper, standing_text

__all__ = ["Consideration", "recommend"]


def _policy(value: ConsequencePolicy) -> ConsequencePolicy:
    return of_kind(ConsequencePolicy, value, "Consideration.policy", "PP_30_2019_CONSEQUENCES")


def _subject(value: str) -> str:
    return require_text(value, "Consideration.subject")


def _facts(value: Iterable[GivenFact]) -> tuple[GivenFact, ...]:
    path, example = "Consideration.facts", "GivenFact('total', 2024, 90, source='PK-2024')"
    return tuple(sorted(tuple_of(GivenFact, value, path, example), key=_place))


def _place(given: GivenFact) -> tuple[str, int, str, str]:
    return given.fact, -given.year, repr(given.value), repr(given)


def _year(value: int) -> int:
    return admit_whole(value, "Consideration.year", low=1945, high=9998)


@frozen
class Consideration:
    """Bahan pertimbangan: what is recommended for one subject, what cannot be said, and what is near.

    Made by `recommend`. Facts that are missing never lead to a recommendation, and never count as bad: the rules that
    would need them are `undecided`.

    Attributes:
        policy: Kebijakan konsekuensi.
        subject: Whom it is about: a position or an office.
        facts: What was given, sorted.
        year: The year that is looked at.
        outcomes: Hasil aturan: what each rule makes of the facts, in the order of the policy.

    Raises:
        InvalidValueError: A field of another kind. What is wrong among the facts is a finding of `check`.

    Examples:
        >>> from sakip.lifecycle import PP_30_2019_CONSEQUENCES
        >>> given = [
        ...     GivenFact("predicate", 2024, "Kurang", source="evaluasi kinerja 2024"),
        ...     GivenFact("stage", 2024, "belum diberi kesempatan", source="BKPSDM"),
        ... ]
        >>> found = recommend(PP_30_2019_CONSEQUENCES, "Kepala Dinas", given, year=2024)
        >>> [one.rule.consequence.kind for one in found.recommendations]
        ['coaching']
    """

    policy: ConsequencePolicy = field(converter=_policy, repr=lambda policy: repr(policy.id))
    subject: str = field(converter=_subject)
    facts: tuple[GivenFact, ...] = field(converter=_facts)
    year: int = field(converter=_year, kw_only=True)
    _intake: Intake = field(init=False, eq=False, repr=False)
    outcomes: tuple[RuleOutcome, ...] = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        intake = intake_of(self.policy, self.facts, self.year, self._named)
        object.__setattr__(self, "_intake", intake)
        object.__setattr__(self, "outcomes", judged(self.policy, intake.known, intake.unknown, self.year))

    __reduce__ = reduce_by_fields

    @property
    def _named(self) -> str:
        return f"consideration[{self.subject}, {self.year}]"

    def __iter__(self) -> Iterator[RuleOutcome]:
        return iter(self.outcomes)

    def __len__(self) -> int:
        return len(self.outcomes)

    def __getitem__(self, rule: str) -> RuleOutcome:
        """Cari aturan: what one rule makes of the facts.

        Raises:
            UnknownCodeError: The policy has no such rule; the error names those that look like it.
        """
        found = next((one for one in self.outcomes if is_text(rule) and one.rule.id == rule), None)
        if found is not None:
            return found
        ids = [one.rule.id for one in self.outcomes]
        problem = ("kebijakan ini tidak memuat aturan itu", "the policy has no such rule")
        raise unknown_code(rule, ids, code="unknown-rule", path="Consideration", problem=problem)

    @property
    def recommendations(self) -> tuple[RuleOutcome, ...]:
        """Rekomendasi: the rules whose consequences are recommended to be considered."""
        return tuple(one for one in self.outcomes if one.state == "recommended")

    @property
    def undecided(self) -> tuple[RuleOutcome, ...]:
        """Belum dapat dikatakan: the rules that need facts that are not known."""
        return tuple(one for one in self.outcomes if one.state == "unknown")

    @property
    def near(self) -> tuple[RuleOutcome, ...]:
        """Hampir terpenuhi: the rules of which one condition alone is not met, and is near."""
        return tuple(one for one in self.outcomes if one.is_near)

    @property
    def faults(self) -> tuple[Finding, ...]:
        """Cacat fakta: values that cannot be used, or that nothing reads."""
        return self._intake.findings

    def check(self) -> Report:
        """Periksa fakta: values that cannot be used or that nothing reads, and rules that cannot be decided."""
        undecided = [(one.rule.id, one.because) for one in self.undecided]
        return Report([*self.faults, *open_rules(self._named, undecided)])

    def rows(self, lang: Lang = "id", *, numbers: Numbers = "decimal") -> list[dict[str, Any]]:
        """Baris pertimbangan: one flat dict a rule, for data frames, JSON and PHP.

        Its keys are ``subject``, ``year``, ``policy``, ``rule``, ``state``, ``near``, ``consequence``, ``name``,
        ``kind``, ``weight``, ``ground`` (conditions with their facts, exact), ``gap`` (of the condition that is
        farthest off, exact, as text), ``because`` (what is not known), ``yields_to``, ``decided_by``, ``first``,
        ``reference`` and ``certainty``.

        Args:
            lang: The language of names and reasons.
            numbers: Taken for the sake of uniformity: the rows hold no Decimals.

        Raises:
            InvalidValueError: An unknown language, or another word for ``numbers``.
        """
        require_lang(lang)
        numbers_form(numbers, "Consideration.rows.numbers")
        return [self._row(one, lang) for one in self.outcomes]

    def _row(self, one: RuleOutcome, lang: Lang) -> dict[str, Any]:
        rule, consequence = one.rule, one.rule.consequence
        reference = self.policy.reference_of(rule.id)
        gaps = [condition.gap for condition in one.conditions if condition.gap is not None]
        return {
            "subject": self.subject,
            "year": self.year,
            "policy": self.policy.id,
            "rule": rule.id,
            "state": one.state,
            "near": one.is_near,
            "consequence": consequence.id,
            "name": consequence.name.render(lang),
            "kind": consequence.kind,
            "weight": consequence.weight,
            "ground": self._grounds(one, lang),
            "gap": str(max(gaps)) if gaps else None,
            "because": "; ".join(why.render(lang) for why in one.because),
            "yields_to": ", ".join(one.yields_to),
            "decided_by": consequence.decided_by.render(lang),
            "first": "; ".join(first.render(lang) for first in consequence.first),
            "reference": reference.text(lang),
            "certainty": reference.certainty,
        }

    def _grounds(self, one: RuleOutcome, lang: Lang) -> str:
        facts = self.policy.fact
        return " | ".join(ground_text(each, facts(each.condition.fact), lang) for each in one.conditions)

    def table(self, lang: Lang = "id") -> Table:
        """Tabel pertimbangan: one row a rule with its standing, and why."""
        require_lang(lang)
        title = _TITLE.render(lang, {"subject": self.subject, "year": str(self.year)})
        columns = [Column(head.render(lang)) for head in _HEADS]
        notes = [ADVICE.render(lang), self.policy.reference.text(lang)]
        return Table(title, columns, [self._cells(one, lang) for one in self.outcomes], notes=notes)

    def _cells(self, one: RuleOutcome, lang: Lang) -> tuple[str, ...]:
        consequence = one.rule.consequence
        why = "; ".join(reason.render(lang) for reason in one.because) or self._why(one, lang)
        name = f"{consequence.name.render(lang)} ({consequence.kind_text(lang)})"
        return one.rule.id, name, standing_text(one, lang), why, consequence.decided_by.render(lang)

    def _why(self, one: RuleOutcome, lang: Lang) -> str:
        """What was met, or what was not and how far it is."""
        failed = [each for each in one.conditions if each.verdict == "not_met"] or list(one.conditions)
        parts: list[str] = []
        for each in failed:
            kind = self.policy.fact(each.condition.fact)
            gap = gap_text(each, kind, lang)
            parts.append(f"{ground_text(each, kind, lang)}{f'; {gap}' if gap else ''}")
        return ";\n".join(parts)

    def text(self, lang: Lang = "id", *, width: int | None = None) -> str:
        """Naskah pertimbangan: the paper that is laid before those who decide, 80 columns wide unless another is given.

        Raises:
            InvalidValueError: Another language, or a width that is not 20 to 1,000.
        """
        return paper(self, require_lang(lang), line_width(width, "Consideration.text.width"))

    def _repr_html_(self) -> str:
        return self.table().html()


_TITLE = Text("Bahan pertimbangan {subject}, tahun {year}", "For consideration: {subject}, year {year}")
_HEADS = (
    Text("Aturan", "Rule"),
    Text("Konsekuensi", "Consequence"),
    Text("Keadaan", "State"),
    Text("Karena", "Because"),
    Text("Yang memutuskan", "Decided by"),
)


def recommend(policy: ConsequencePolicy, subject: str, facts: Iterable[GivenFact], *, year: int) -> Consideration:
    """Rekomendasikan: what a policy recommends to be considered for one subject, and why.

    Args:
        policy: Kebijakan konsekuensi.
        subject: A position or an office.
        facts: What is known of it, in any order.
        year: The year that is looked at.

    Raises:
        InvalidValueError: An argument of another kind.

    Examples:
        >>> from sakip.lifecycle import PP_30_2019_CONSEQUENCES
        >>> found = recommend(PP_30_2019_CONSEQUENCES, "Kepala Dinas", [], year=2024)
        >>> found.recommendations, len(found.undecided) == len(found)
        ((), True)
    """
    return Consideration(policy, subject, facts, year=year)
