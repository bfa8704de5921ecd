"""Kelompok: what is decided over many evaluations at once: bands by share of the ranking, and quotas of grades."""

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from itertools import accumulate
from typing import Literal, get_args

from attrs import field, frozen

from sakip.base.choice import choose
from sakip.base.finding import Finding, Report
from sakip.base.kind import listed, of_kind, parted
from sakip.base.notation import format_number
from sakip.base.number import Number, admit, admit_whole
from sakip.base.rebuild import reduce_by_fields
from sakip.base.rule import Rule
from sakip.base.text import Lang, Text, require_text
from sakip.errors import InvalidValueError
from sakip.scoring.outcome import Reason
from sakip.scoring.ranking import Ranking

__all__ = ["RULES", "PercentileBands", "Quotas"]

Ties = Literal["up", "down"]
Whole = Literal["floor", "ceiling"]
Quota = tuple[tuple[str, ...], Decimal]
"""Kuota: labels that are counted together, and their percentage of the group."""

_TOO_MANY = Rule(
    "GRP-TOO-MANY",
    "error",
    Text(
        "{count} dari {size} berpredikat {labels}; paling banyak {limit} ({percent} %)",
        "{count} of {size} have {labels}; at most {limit} may ({percent} %)",
    ),
)
_TOO_FEW = Rule(
    "GRP-TOO-FEW",
    "error",
    Text(
        "{count} dari {size} berpredikat {labels}; paling sedikit {limit} ({percent} %)",
        "{count} of {size} have {labels}; at least {limit} must ({percent} %)",
    ),
)
_TOO_SMALL = Rule(
    "GRP-TOO-SMALL",
    "note",
    Text(
        "kuota tidak diperiksa: kelompok berisi {size}, kurang dari batas terkecil {minimum}",
        "quotas were not checked: the group has {size}, fewer than the minimum of {minimum}",
    ),
)
RULES = (_TOO_MANY, _TOO_FEW, _TOO_SMALL)
"""Aturan kelompok: every finding of `Quotas.check`."""


def _percent(value: Number, path: str) -> Decimal:
    number = admit(value, path)
    if 0 <= number <= 100:
        return number
    raise InvalidValueError(
        code="share-out-of-range",
        path=path,
        value=value,
        problem=("bagian kelompok adalah persentase, 0 sampai 100", "a share of a group is a percentage, 0 to 100"),
        way_out=("Tulis misalnya 20", "Write for example 20"),
    )


def _bands(value: Iterable[tuple[str, Number]]) -> tuple[tuple[str, Decimal], ...]:
    path, example = "PercentileBands.bands", "('Sangat Baik', 20)"
    pairs = [parted(one, 2, path, example) for one in listed(value, path, example)]
    return tuple((require_text(label, path), _percent(share, path)) for label, share in pairs)


def _ties(value: Ties) -> Ties:
    problem = ("perlakuan nilai sama tidak dikenal", "unknown treatment of equal scores")
    return choose(value, get_args(Ties), "PercentileBands.ties", code="unknown-ties", problem=problem)


def _least_ranked(value: int) -> int:
    return admit_whole(value, "PercentileBands.minimum_group", low=1, high=1_000_000)


@frozen
class PercentileBands:
    """Kelas persentil: labels by share of the ranked, from the top; equal scores are never parted.

    The place of an entry is its share of all that are ranked: the fifth of 27 stands at 18,52 percent. It is in the
    first band whose share, added to those above it, is not less; nothing is rounded, so in a small group a narrow band
    may stay empty.

    Attributes:
        bands: (label, percent) pairs from the highest band to the lowest; together 100.
        ties: Where entries of one rank fall on both sides of a border: ``up`` places all of them by the best of their
            places, so that a band may hold more than its share; ``down`` by the worst.
        minimum_group: The least number of ranked entries that is parted into bands.

    Raises:
        InvalidValueError: No bands, an empty one, one label twice, shares that are not 100 together, another word for
            ``ties``, or a minimum that is no whole number from 1.

    Examples:
        >>> from sakip import Realization, evaluate_many, rank
        >>> from sakip.policies import LKJIP
        >>> from sakip.testing import example_agreement
        >>> pairs = [(example_agreement(), [Realization("PLAN-1", amount)]) for amount in (5, 4, 4, 3, 2)]
        >>> ranking = rank(evaluate_many(pairs, policy=LKJIP))
        >>> PercentileBands([("A", 40), ("B", 60)], ties="up").labels(ranking)
        ('A', 'A', 'A', 'B', 'B')
        >>> PercentileBands([("A", 40), ("B", 60)], ties="down").labels(ranking)
        ('A', 'B', 'B', 'B', 'B')
    """

    bands: tuple[tuple[str, Decimal], ...] = field(converter=_bands)
    ties: Ties = field(converter=_ties, kw_only=True)
    minimum_group: int = field(default=1, converter=_least_ranked, kw_only=True)

    __reduce__ = reduce_by_fields

    def __attrs_post_init__(self) -> None:
        labels, shares = {label for label, _ in self.bands}, [Fraction(share) for _, share in self.bands]
        if len(labels) < len(shares) or not all(shares) or sum(shares) != 100:
            raise InvalidValueError(
                code="bands-not-whole",
                path="PercentileBands.bands",
                value=self.bands,
                problem=(
                    "kelas harus berlabel berbeda, tidak kosong, dan berjumlah 100 persen",
                    "bands have labels of their own, are not empty, and are 100 percent together",
                ),
                way_out=("Tulis misalnya [('A', 20), ('B', 80)]", "Write for example [('A', 20), ('B', 80)]"),
            )

    def labels(self, ranking: Ranking) -> tuple[str | Reason, ...]:
        """Label kelas: the label of each entry of a ranking, in its order, or the reason why it has none.

        Raises:
            InvalidValueError: Not a `Ranking`.
        """
        entries = of_kind(Ranking, ranking, "PercentileBands.labels.ranking", "rank(evaluations)").entries
        ranks = Counter(entry.rank for entry in entries if entry.rank is not None)
        size = ranks.total()
        if size < self.minimum_group:
            too_small = Reason("group-too-small", [("size", size), ("minimum", self.minimum_group)])
            return tuple(entry.reason or too_small for entry in entries)
        found: dict[int | None, str] = {
            rank: self._label(Fraction(100 * self._place(rank, count), size)) for rank, count in ranks.items()
        }
        return tuple(entry.reason or found[entry.rank] for entry in entries)

    def _place(self, rank: int, count: int) -> int:
        return rank if self.ties == "up" else rank + count - 1

    def _label(self, share: Fraction) -> str:
        reached = accumulate(Fraction(percent) for _, percent in self.bands)
        return next(label for (label, _), reach in zip(self.bands, reached, strict=True) if share <= reach)

    def text(self, lang: Lang = "id") -> str:
        """Teks kelas: the bands in words.

        Examples:
            >>> PercentileBands([("A", 20), ("B", 80)], ties="down").text("en")
            'A 20 %; B 80 % (equal scores go to the lower band)'
        """
        written = "; ".join(f"{label} {format_number(share, lang=lang)} %" for label, share in self.bands)
        return f"{written} ({_TIES[self.ties].render(lang)})"


_TIES: dict[Ties, Text] = {
    "up": Text("nilai sama ikut kelas atas", "equal scores go to the upper band"),
    "down": Text("nilai sama ikut kelas bawah", "equal scores go to the lower band"),
}


def _quotas(value: Iterable[tuple[str | Iterable[str], Number]], path: str) -> tuple[Quota, ...]:
    example = "('Istimewa', 20)"
    pairs = [parted(one, 2, path, example) for one in listed(value, path, example)]
    return tuple((_grouped(labels, path), _percent(share, path)) for labels, share in pairs)


def _grouped(value: object, path: str) -> tuple[str, ...]:
    labels = (value,) if isinstance(value, str) else listed(value, path, "'Kurang'")
    if labels:
        return tuple(require_text(label, path) for label in labels)
    raise InvalidValueError(
        code="no-labels",
        path=path,
        value=value,
        problem=("kuota ini tidak menyebut predikat", "the quota names no grade"),
        way_out=("Tulis misalnya (('D', 'E'), 10)", "Write for example (('D', 'E'), 10)"),
    )


def _at_most(value: Iterable[tuple[str | Iterable[str], Number]]) -> tuple[Quota, ...]:
    return _quotas(value, "Quotas.at_most")


def _at_least(value: Iterable[tuple[str | Iterable[str], Number]]) -> tuple[Quota, ...]:
    return _quotas(value, "Quotas.at_least")


def _whole(value: Whole, path: str) -> Whole:
    problem = ("pembulatan kuota tidak dikenal", "unknown rounding of a quota")
    return choose(value, get_args(Whole), path, code="unknown-rounding", problem=problem)


def _round_at_most(value: Whole) -> Whole:
    return _whole(value, "Quotas.round_at_most")


def _round_at_least(value: Whole) -> Whole:
    return _whole(value, "Quotas.round_at_least")


def _least_graded(value: int) -> int:
    return admit_whole(value, "Quotas.minimum_group", low=1, high=1_000_000)


@frozen(kw_only=True)
class Quotas:
    """Kuota predikat: how many of a group may have a grade at most, or must have it at least.

    Attributes:
        at_most: (label, percent) pairs: no more than this share of the group may have the label. Several labels in a
            tuple, such as ``(("S", "A"), 50)``, are counted together.
        at_least: The same for the share that must have the label.
        round_at_most: How a limit that is no whole number is read: ``floor``, which is what the words say, or
            ``ceiling``, which allows one more.
        round_at_least: ``ceiling``, which is what the words say, or ``floor``, which asks for one less.
        minimum_group: The least number of grades that the quotas are applied to.

    Raises:
        InvalidValueError: No quota at all, one without a label, a share that is no percentage, quotas that contradict
            each other, or another word for a rounding.

    Examples:
        Of 27 members 20 percent are 5.4, so that no more than 5 may have S, and 10 percent are 2.7, so that no fewer
        than 3 must have D or E.

        >>> quotas = Quotas(at_most=[("S", 20)], at_least=[(("D", "E"), 10)])
        >>> [finding.text("en") for finding in quotas.check(["S"] * 6 + ["A"] * 19 + ["D", "E"])]
        ['6 of 27 have S; at most 5 may (20 %)', '2 of 27 have D, E; at least 3 must (10 %)']
        >>> quotas.check(["S"] * 5 + ["A"] * 19 + ["D", "D", "E"]).findings
        ()
    """

    at_most: tuple[Quota, ...] = field(default=(), converter=_at_most)
    at_least: tuple[Quota, ...] = field(default=(), converter=_at_least)
    round_at_most: Whole = field(default="floor", converter=_round_at_most)
    round_at_least: Whole = field(default="ceiling", converter=_round_at_least)
    minimum_group: int = field(default=1, converter=_least_graded)

    __reduce__ = reduce_by_fields

    def __attrs_post_init__(self) -> None:
        if not self.at_most and not self.at_least:
            raise _bad_quotas("no-quotas", (), ("tidak ada kuota", "there is no quota"))
        for most, highest in self.at_most:
            for least, lowest in self.at_least:
                if set(least) <= set(most) and lowest > highest:
                    problem = (
                        "kuota paling sedikit melebihi kuota paling banyak untuk predikat yang sama",
                        "more is asked for at least than is allowed at most for the same grades",
                    )
                    raise _bad_quotas("quotas-contradict", (most, least), problem)

    def check(self, labels: Iterable[str | Reason | None]) -> Report:
        """Periksa kuota: every quota that the grades of one group break.

        Args:
            labels: The grade of each member, in any order. None, or the reason why there is no grade, is not counted,
                neither under a grade nor in the size of the group.

        Raises:
            InvalidValueError: Something else among the grades.
        """
        counts = Counter(_graded(labels))
        size = counts.total()
        if size < self.minimum_group:
            return Report([_TOO_SMALL.at("group", size=size, minimum=self.minimum_group)])
        found = [_finding(_TOO_MANY, quota, counts, self.round_at_most) for quota in self.at_most]
        found += [_finding(_TOO_FEW, quota, counts, self.round_at_least) for quota in self.at_least]
        return Report(finding for finding in found if finding is not None)


def _finding(rule: Rule, quota: Quota, counts: "Counter[str]", mode: Whole) -> Finding | None:
    """What the grades say of one quota; None where they keep it."""
    labels, percent = quota
    count, size = sum(counts[label] for label in set(labels)), counts.total()
    limit = _limit(percent, size, mode)
    if count <= limit if rule is _TOO_MANY else count >= limit:
        return None
    return rule.at("group", count=count, size=size, labels=", ".join(labels), limit=limit, percent=percent)


def _limit(percent: Decimal, size: int, mode: Whole) -> int:
    share = Fraction(percent) * size / 100
    return share.__floor__() if mode == "floor" else share.__ceil__()


def _graded(labels: object) -> list[str]:
    items = listed(labels, "Quotas.check.labels", "'Baik'")
    for place, item in enumerate(items):
        if item is not None and not isinstance(item, (str, Reason)):
            of_kind(str, item, f"Quotas.check.labels[{place}]", "'Baik'")
    return [item for item in items if isinstance(item, str)]


def _bad_quotas(code: str, value: object, problem: tuple[str, str]) -> InvalidValueError:
    return InvalidValueError(
        code=code,
        path="Quotas",
        value=value,
        problem=problem,
        way_out=(
            "Tulis misalnya at_most=[('S', 20)], at_least=[(('D', 'E'), 10)]",
            "Write for example at_most=[('S', 20)], at_least=[(('D', 'E'), 10)]",
        ),
    )
