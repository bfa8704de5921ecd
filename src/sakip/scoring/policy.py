"""Kebijakan: every step of scoring under one id, with its reference; nothing is implied."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any, Literal, TypedDict, Unpack, cast, get_args

import attrs
from attrs import field, frozen

from sakip.base.choice import choose
from sakip.base.kind import none_or, none_or_day, of_kind, tuple_of
from sakip.base.number import Number, admit
from sakip.base.rebuild import reduce_by_fields
from sakip.base.reference import Reference
from sakip.base.text import Lang, Text, require_text
from sakip.errors import InvalidValueError
from sakip.model.indicator import Polarity
from sakip.model.realization import DataStatus
from sakip.scoring.formula import Formula
from sakip.scoring.grading import GradeScale
from sakip.scoring.lateness import Lateness
from sakip.scoring.laws import LawSheet, require_slot
from sakip.scoring.lookup import Lookup
from sakip.scoring.onepass import Walk, walk_of
from sakip.scoring.piecewise import Piecewise
from sakip.scoring.rule import CheckedRule, Rule
from sakip.scoring.running import Chain, chain_of
from sakip.scoring.settings import (
    Carry,
    Incomplete,
    NotReportedRule,
    PeriodRule,
    ZeroTarget,
    carry,
    incomplete,
    minimum_status,
    names_text,
    not_reported,
    periods,
    settings_text,
    zero_target,
)
from sakip.scoring.slots import (
    deadline,
    maximize,
    maximize_range,
    minimize,
    minimize_range,
    objective,
    ordinal,
    require_cap,
    require_ceiling,
    require_least_zero,
    require_weighed,
    stabilize,
    stabilize_range,
    total,
)
from sakip.scoring.stage import Stage, chain
from sakip.scoring.transform import Cap, Floor, Round, Transform
from sakip.scoring.weights import Weights

__all__ = ["Departure", "Policy", "PolicyChanges"]


@frozen(kw_only=True)
class Departure:
    """Penyimpangan: the policy that another one was made from, and the settings in which it differs.

    Attributes:
        id: Id of the policy departed from.
        edition: Its edition.
        settings: Names of the settings whose values are others; none for a copy.
    """

    id: str
    edition: str
    settings: tuple[str, ...]


def _edition(value: str) -> str:
    return require_text(value, "Policy.edition")


def _title(value: Text) -> Text:
    return of_kind(Text, value, "Policy.title", "Text('nama', 'name')")


def _reference(value: Reference | None) -> Reference | None:
    return none_or(Reference, value, "Policy.reference", "Reference('Perpres 29/2014', certainty='read')")


def _scale(value: GradeScale | None) -> GradeScale | None:
    return none_or(GradeScale, value, "Policy.scale", "GradeScale([(0, 'Kurang'), (60, 'Baik')], closed='lower')")


def _indicator_chain(value: Iterable[Transform] | Transform) -> tuple[Transform, ...]:
    return chain(value, "Policy.indicator")


def _at_ceiling(value: Number | None) -> Decimal | None:
    number = None if value is None else admit(value, "Policy.at_ceiling")
    if number is None or number > 0:
        return number
    raise InvalidValueError(
        code="ceiling-not-positive",
        path="Policy.at_ceiling",
        value=value,
        problem=(
            "nilai janji yang dipenuhi harus lebih besar dari nol",
            "the value of a kept promise must be greater than zero",
        ),
        way_out=("Tulis misalnya 120, atau None", "Write for example 120, or None"),
    )


def _readings(value: Iterable[Text]) -> tuple[Text, ...]:
    return tuple_of(Text, value, "Policy.readings", "Text('bacaan', 'reading')")


def _in_force_from(value: date | None) -> date | None:
    return none_or_day(value, "Policy.in_force_from")


def _in_force_until(value: date | None) -> date | None:
    return none_or_day(value, "Policy.in_force_until")


def _written_origin(origin: "Policy | None") -> str:
    return "None" if origin is None else f"<{origin.id} {origin.edition}>"


def _policy_id(value: str) -> str:
    return require_text(value, "Policy.id")


_KINDS: tuple[Literal["number", "range"], ...] = ("number", "range")


class PolicyChanges(TypedDict, total=False):
    """Perubahan: the settings that `Policy.evolve` takes."""

    id: str
    edition: str
    title: Text
    reference: Reference | None
    in_force_from: date | None
    in_force_until: date | None
    maximize: Rule | LawSheet | None
    minimize: Rule | LawSheet | None
    stabilize: Rule | LawSheet | None
    maximize_range: Formula | LawSheet | None
    minimize_range: Formula | LawSheet | None
    stabilize_range: Formula | LawSheet | None
    ordinal: Lookup | Formula | None
    deadline: Lookup | Lateness | None
    zero_target: ZeroTarget
    not_reported: NotReportedRule
    incomplete: Incomplete
    minimum_status: DataStatus | None
    at_ceiling: Number | None
    weights: Weights
    indicator: Iterable[Transform] | Transform
    objective: Stage
    total: Stage
    carry: Carry
    periods: PeriodRule
    scale: GradeScale | None
    readings: Iterable[Text]


@frozen(kw_only=True)
class Policy:
    """Kebijakan penilaian: the rules, steps and settings of one regime, as data.

    Attributes:
        id: Stable id.
        edition: Edition of this rule set; another number means that the same input may score differently.
        title: Its name in both languages.
        reference: The legal basis; None when none was stated.
        in_force_from, in_force_until: Period in force, both days included; None where it is open.
        maximize, minimize, stabilize: The rule of each polarity for targets that are numbers.
        maximize_range, minimize_range, stabilize_range: The same for ranges.
        ordinal: A `Lookup` from ``below``, ``equal``, ``above`` to a value, or a formula on the levels' ranks.
        deadline: A `Lookup` from ``late``, ``on_time`` to a value, for targets that are dates, or a `Lateness`, which
            gives one by the days of delay.
        zero_target: What a target of zero means where the formula is not defined there.
        not_reported: What a missing realization means: a ``reason`` and no score, or by a stated rule that it
            ``scores_zero``; it is never a realization of zero, has no achievement, and nothing that was reported may
            score less: `indicator` must hold ``Floor(0)`` and leave 0 at 0.
        incomplete: Whether a total over known scores alone is shown as ``provisional`` or withheld.
        minimum_status: The least data status that is scored; None scores any.
        at_ceiling: The value of a kept promise whose target is already the best attainable, its ceiling or the end of
            its scale, no less than any rule gives at its target; None gives it none.
        weights: What the weights must add up to; across the whole agreement `total` may be no plain mean.
        indicator: The steps after an indicator's rule, the last one a rounding.
        objective, total: The two levels above.
        carry: Which number goes up to the next level, the ``exact`` one before the final rounding or the ``rounded``;
            a geometric mean has no exact one, and goes up as rounded.
        periods: What comes first where an indicator is reported by periods: ``consolidate_facts`` compares the
            consolidated realization with the consolidated target; ``score_each`` scores each period against its own
            target. Then the score of the indicator is the mean of theirs, or that of the period with the lowest or
            highest figure for the consolidations ``minimum`` and ``maximum``; where the last figure stands for the
            year there is one period to score and both are the same.
        scale: The grades.
        readings: How the regulation is read where it is silent or contradicts itself.
        origin: The policy that this one was made from by `evolve`; None for one that was written out.

    Raises:
        InvalidValueError: A setting that cannot be.
        LawError: A rule that breaks its own laws or those of its slot.

    Examples:
        >>> from sakip.policies import LKJIP
        >>> capped = LKJIP.evolve(id="kab-contoh-2026", indicator=(Cap(120), Round(2)))
        >>> capped.departs_from.settings, capped.reference
        (('indicator',), None)
    """

    id: str = field(converter=_policy_id)
    edition: str = field(converter=_edition)
    title: Text = field(converter=_title)
    reference: Reference | None = field(converter=_reference)
    in_force_from: date | None = field(default=None, converter=_in_force_from)
    in_force_until: date | None = field(default=None, converter=_in_force_until)
    maximize: Rule | None = field(converter=maximize)
    minimize: Rule | None = field(converter=minimize)
    stabilize: Rule | None = field(converter=stabilize)
    maximize_range: Formula | None = field(converter=maximize_range)
    minimize_range: Formula | None = field(converter=minimize_range)
    stabilize_range: Formula | None = field(converter=stabilize_range)
    ordinal: Lookup | Formula | None = field(converter=ordinal)
    deadline: Lookup | Lateness | None = field(converter=deadline)
    zero_target: ZeroTarget = field(converter=zero_target)
    not_reported: NotReportedRule = field(converter=not_reported)
    incomplete: Incomplete = field(converter=incomplete)
    minimum_status: DataStatus | None = field(converter=minimum_status)
    at_ceiling: Decimal | None = field(converter=_at_ceiling)
    weights: Weights
    indicator: tuple[Transform, ...] = field(converter=_indicator_chain)
    objective: Stage = field(converter=objective)
    total: Stage = field(converter=total)
    carry: Carry = field(converter=carry)
    periods: PeriodRule = field(default="consolidate_facts", converter=periods)
    scale: GradeScale | None = field(converter=_scale)
    readings: tuple[Text, ...] = field(default=(), converter=_readings)
    origin: "Policy | None" = field(default=None, repr=_written_origin)
    _recorded: "tuple[str, str]" = field(init=False, eq=False, repr=False)
    _slots: "dict[Polarity, dict[str, tuple[Rule | None, int]]]" = field(init=False, eq=False, repr=False)
    _walk: "Walk | None" = field(init=False, eq=False, repr=False)
    _run: Chain = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        none_or(Policy, self.origin, "Policy.origin", "LKJIP")
        if self.in_force_from and self.in_force_until and self.in_force_until < self.in_force_from:
            raise InvalidValueError(
                code="dates-reversed",
                path="Policy.in_force_until",
                value=self.in_force_until,
                problem=("berakhir sebelum mulai berlaku", "it ends before it begins"),
                way_out=(f"Tulis tanggal mulai {self.in_force_from}", f"Write a date from {self.in_force_from} on"),
            )
        object.__setattr__(self, "_recorded", (self.id, self.edition))  # one pair for every evaluation
        object.__setattr__(self, "_run", chain_of(self.indicator))
        of_kind(Weights, self.weights, "Policy.weights", "Weights(total=100, per='objective', absent='equal')")
        slots: dict[Polarity, dict[str, tuple[Rule | None, int]]] = {}
        usual: dict[str, str] = {}
        for polarity in get_args(Polarity):
            slots[polarity] = {}
            for kind in _KINDS:
                rule = self.rule_for(polarity, kind)
                sign = 0
                if rule is not None:
                    require_slot(rule, polarity, kind)
                    sign = _baseline_side(polarity) if rule.direction == "towards-target" else 0
                slots[polarity][kind] = (rule, sign)
                if isinstance(rule, Formula) and not sign and not rule.then:
                    usual[polarity if kind == "number" else f"{polarity}_range"] = rule.source()
        require_ceiling(self.at_ceiling, [self.maximize, self.minimize, self.stabilize, self.ordinal])
        require_weighed(self.weights, self.total)
        object.__setattr__(self, "_slots", slots)
        walk = None
        if usual and self.at_ceiling is None and self.minimum_status is None:
            walk = walk_of(usual, self.indicator, (self.objective, self.total), self.carry)
        object.__setattr__(self, "_walk", walk)
        if self.not_reported == "scores_zero":
            require_least_zero(self.indicator)
        if self.zero_target == "cap_if_positive":
            require_cap(self.indicator)

    __reduce__ = reduce_by_fields

    def evolve(self, **changes: Unpack[PolicyChanges]) -> "Policy":
        """Turunkan: a policy with some settings changed, which says so.

        A legal basis is never inherited: without a ``reference`` of its own the new policy has none, and its
        explanations say in what it departs and that no legal basis was stated. Nor are its readings, once a setting
        is another one: they describe the policy departed from.

        Raises:
            InvalidValueError, LawError: An unknown setting, the id of the policy departed from although a setting is
                another one, and as for any policy.
        """
        for name in changes:
            choose(name, _CHANGEABLE, "Policy.evolve", code="unknown-setting", problem=_NO_SETTING)
        root = self.origin or self
        fresh = {"edition": "1", "reference": None, "in_force_from": None, "in_force_until": None}
        given = cast("dict[str, Any]", changes)
        made = attrs.evolve(self, **{**fresh, "readings": root.readings, **given, "origin": root})
        settings = _differing(made, root)
        own_id = made.id if "id" in changes else f"{root.id}+{'+'.join(settings) or 'salinan'}"
        if settings and own_id == root.id:
            raise InvalidValueError(
                code="id-of-another",
                path="Policy.id",
                value=own_id,
                problem=(
                    f"kebijakan {own_id} sudah ada dengan {', '.join(settings)} yang lain",
                    f"there is a policy {own_id} already, of another {', '.join(settings)}",
                ),
                way_out=("Beri id sendiri, atau jangan sebut id", "Give it an id of its own, or state none"),
            )
        title = made.title if "title" in changes else Text.literal(own_id)
        readings = () if settings and "readings" not in changes else made.readings
        return attrs.evolve(made, id=own_id, title=title, readings=readings)

    @property
    def departs_from(self) -> Departure | None:
        """Penyimpangan: the policy this one was made from, and in what it differs; None where it was made from none."""
        if self.origin is None:
            return None
        return Departure(id=self.origin.id, edition=self.origin.edition, settings=_differing(self, self.origin))

    def slot(self, polarity: Polarity, kind: str) -> tuple[Rule | None, int]:
        """Tempat aturan: a polarity's rule, and on which side of the baseline its target must lie (0: no matter)."""
        return self._slots[polarity][kind]

    def rule_for(self, polarity: Polarity, kind: Literal["number", "range"] = "number") -> Rule | None:
        """Aturan: the rule of one polarity, or None when the policy holds none."""
        rule: Rule | None = getattr(self, polarity if kind == "number" else f"{polarity}_range")
        return rule

    def basis(self, lang: Lang = "id") -> str:
        """Dasar hukum: the reference, or in what the policy departs and that no legal basis was stated."""
        if self.reference is not None:
            return self.reference.text(lang)
        if self.departs_from is None:
            return Text("tanpa dasar hukum yang dinyatakan", "no legal basis was stated").render(lang)
        departure = self.departs_from
        words = Text(
            "menyimpang dari {origin} edisi {edition} dalam {settings}; dasar hukum tidak dinyatakan",
            "departs from {origin} edition {edition} in {settings}; no legal basis was stated",
        )
        if not departure.settings:
            words = Text(
                "salinan {origin} edisi {edition}; dasar hukum tidak dinyatakan",
                "a copy of {origin} edition {edition}; no legal basis was stated",
            )
        settings = names_text(departure.settings, lang)
        return words.render(lang, {"origin": departure.id, "edition": departure.edition, "settings": settings})

    def settings(self, lang: Lang = "id") -> str:
        """Pengaturan: what no regulation states and every total hangs on, in one line."""
        words = settings_text(
            self.zero_target,
            self.not_reported,
            self.incomplete,
            self.minimum_status,
            self.carry,
            self.periods,
            of_root=self.objective.is_root,
        )
        return words.render(lang)

    def canonical(self) -> dict[str, object]:
        """Bentuk baku: every setting as plain data, for the digest."""
        return {name: _plain(getattr(self, name)) for name in (*_CHANGEABLE, "departs_from")}


_CHANGEABLE = tuple(one.name for one in attrs.fields(Policy) if one.init and one.name != "origin")
_OWN = ("id", "edition", "title", "reference", "in_force_from", "in_force_until")
_NO_SETTING = ("pengaturan tidak dikenal", "unknown setting")


def _differing(policy: Policy, origin: Policy) -> tuple[str, ...]:
    """The settings whose values differ; readings that were merely dropped beside others are none."""
    names = [name for name in _CHANGEABLE if name not in _OWN and getattr(policy, name) != getattr(origin, name)]
    if names != ["readings"] and not policy.readings:
        names = [name for name in names if name != "readings"]
    return tuple(names)


def _baseline_side(polarity: Polarity) -> int:
    return {"maximize": 1, "minimize": -1, "stabilize": 0}[polarity]


def _plain(value: object) -> object:
    if isinstance(value, (Formula, CheckedRule, Cap, Floor, Piecewise, Round, Lookup, Lateness, Reference)):
        return value.canonical()
    if isinstance(value, (tuple, list)):
        return [_plain(one) for one in value]
    kind: Any = type(value)
    if attrs.has(kind):
        kept = {one.name: _plain(getattr(value, one.name)) for one in attrs.fields(kind) if one.init}
        return {"kind": kind.__name__, **kept}
    return str(value) if isinstance(value, (Decimal, date)) else value
