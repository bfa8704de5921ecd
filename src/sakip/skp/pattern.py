"""Pola sebaran: how many employees of a unit may have which predicate, after the predicate of the organisation."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Literal, cast, get_args

from attrs import field, frozen

from sakip.base.choice import choose
from sakip.base.kind import listed, of_kind, tuple_of
from sakip.base.number import Number, admit, admit_whole
from sakip.base.rebuild import reduce_by_fields
from sakip.base.reference import Reference
from sakip.base.text import Lang, Text
from sakip.errors import InvalidValueError
from sakip.model.scale import OrdinalScale
from sakip.skp.matrix import Predicate, require_predicate

__all__ = [
    "ORGANISATION_PREDICATES",
    "SE_MENPANRB_3_2023",
    "DistributionLimit",
    "DistributionPattern",
    "OrganisationPredicate",
    "PatternShare",
    "ShareRule",
    "distribution_pattern",
]

OrganisationPredicate = Literal["Istimewa", "Baik", "Butuh Perbaikan", "Kurang", "Sangat Kurang"]
"""Predikat kinerja organisasi: set by the superior of the unit's head, and given to this library."""
ShareRule = Literal["at_most", "at_least", "someone", "majority"]
"""Aturan bagian: no more than, no less than, at least one, or most of the employees."""
Whole = Literal["floor", "ceiling"]

_BASIS = Reference("SE MenPANRB 3/2023", article="pola distribusi predikat", certainty="read")
_MOST = Reference("SE MenPANRB 3/2023", article="sebagian besar dibaca lebih dari setengah", certainty="derived")
_SHARE = "PatternShare(['Sangat Baik'], 'at_most', percent=10)"

ORGANISATION_PREDICATES = OrdinalScale(
    ["Sangat Kurang", "Kurang", "Butuh Perbaikan", "Baik", "Istimewa"],
    title="Predikat kinerja organisasi",
    reference=Reference("SE MenPANRB 3/2023", certainty="secondary"),
)
"""Urutan predikat organisasi: from the lowest to the highest; Butuh Perbaikan is also called Cukup."""


def _labels(value: Iterable[Predicate]) -> tuple[Predicate, ...]:
    path = "PatternShare.labels"
    labels: tuple[Predicate, ...] = tuple(
        require_predicate(cast("str", one), path) for one in listed(value, path, "'Baik'")
    )
    if labels and len(set(labels)) == len(labels):
        return labels
    raise InvalidValueError(
        code="no-labels",
        path=path,
        value=labels,
        problem=("tidak ada predikat, atau satu disebut dua kali", "there is no predicate, or one stands twice"),
        way_out=("Tulis misalnya ['Kurang', 'Butuh Perbaikan']", "Write for example ['Kurang', 'Butuh Perbaikan']"),
    )


def _rule(value: ShareRule) -> ShareRule:
    problem = ("aturan bagian tidak dikenal", "unknown rule of a share")
    return choose(value, get_args(ShareRule), "PatternShare.rule", code="unknown-rule", problem=problem)


def _percent(value: Number | None) -> Decimal | None:
    if value is None:
        return None
    percent = admit(value, "PatternShare.percent")
    if 0 <= percent <= 100:
        return percent
    raise InvalidValueError(
        code="share-out-of-range",
        path="PatternShare.percent",
        value=value,
        problem=("bagian pegawai adalah persentase, 0 sampai 100", "a share of employees is a percentage, 0 to 100"),
        way_out=("Tulis misalnya 70", "Write for example 70"),
    )


def _share_reference(value: Reference) -> Reference:
    return of_kind(Reference, value, "PatternShare.reference", "Reference('SE MenPANRB 3/2023', certainty='read')")


@frozen
class PatternShare:
    """Bagian pola: what a pattern says of some predicates, which are counted together.

    Attributes:
        labels: Predikat.
        rule: ``at_most`` or ``at_least`` with a percentage, ``someone`` (at least one employee) or ``majority`` (more
            than half) without one.
        percent: The percentage of the employees.
        reference: Where it comes from.

    Raises:
        InvalidValueError: No predicate, another word, or a percentage that is missing, surplus or out of range.
    """

    labels: tuple[Predicate, ...] = field(converter=_labels)
    rule: ShareRule = field(converter=_rule)
    percent: Decimal | None = field(default=None, converter=_percent, kw_only=True)
    reference: Reference = field(default=_BASIS, converter=_share_reference, kw_only=True)

    __reduce__ = reduce_by_fields

    def __attrs_post_init__(self) -> None:
        if (self.percent is None) == (self.rule in {"someone", "majority"}):
            return
        raise InvalidValueError(
            code="percent-misplaced",
            path="PatternShare.percent",
            value=self.percent,
            problem=(
                "persentase ditulis untuk at_most dan at_least saja",
                "a percentage is written for at_most and at_least alone",
            ),
            way_out=(f"Tulis misalnya {_SHARE}", f"Write for example {_SHARE}"),
        )

    def text(self, lang: Lang = "id") -> str:
        """Teks bagian: the rule in words.

        Raises:
            InvalidValueError: An unknown language.
        """
        return _WORDS[self.rule].render(lang, {"percent": self.percent or 0})


_WORDS: dict[ShareRule, Text] = {
    "at_most": Text("paling banyak {percent} %", "at most {percent} %"),
    "at_least": Text("paling sedikit {percent} %", "at least {percent} %"),
    "someone": Text("harus ada", "at least one"),
    "majority": Text("sebagian besar", "most"),
}


@frozen
class DistributionLimit:
    """Batas sebaran: what a share comes to in a unit of a certain size, as a whole number of employees.

    Attributes:
        share: Bagian pola.
        size: How many employees have a predicate.
        count: The largest number for ``at_most``, the least for all others.
        asked: The least number that the words ask for, where the unit is too small for it beside the others; the same
            as `count` everywhere else.
    """

    share: PatternShare
    size: int
    count: int
    asked: int

    __reduce__ = reduce_by_fields

    def allows(self, number: int) -> bool:
        """Membolehkan: whether so many employees keep the limit.

        Raises:
            InvalidValueError: Not a whole number from 0.
        """
        found = admit_whole(number, "DistributionLimit.allows", low=0, high=10**9)
        return found <= self.count if self.share.rule == "at_most" else found >= self.count


def _organisation(value: OrganisationPredicate) -> OrganisationPredicate:
    return _known(value, "DistributionPattern.organisation")


def _known(value: OrganisationPredicate, path: str) -> OrganisationPredicate:
    problem = ("predikat organisasi tidak dikenal", "unknown predicate of an organisation")
    known = {**{one.lower(): one for one in ORGANISATION_PREDICATES.names}, "cukup": "Butuh Perbaikan"}
    labels = get_args(OrganisationPredicate)
    return choose(value, labels, path, code="unknown-organisation-predicate", problem=problem, known=known)


def _shares(value: Iterable[PatternShare]) -> tuple[PatternShare, ...]:
    return tuple_of(PatternShare, value, "DistributionPattern.shares", _SHARE)


def _whole(value: Whole, path: str) -> Whole:
    problem = ("pembulatan batas tidak dikenal", "unknown rounding of a limit")
    return choose(value, get_args(Whole), path, code="unknown-rounding", problem=problem)


def _round_at_most(value: Whole) -> Whole:
    return _whole(value, "DistributionPattern.round_at_most")


def _round_at_least(value: Whole) -> Whole:
    return _whole(value, "DistributionPattern.round_at_least")


@frozen
class DistributionPattern:
    """Pola distribusi: the shares of one predicate of the organisation, and how they become whole employees.

    Attributes:
        organisation: Predikat kinerja organisasi.
        shares: What it says; where a small unit cannot keep all that is asked for at least, the earlier share goes
            first and ``majority`` last.
        round_at_most: How a maximum that is no whole number is read: ``floor``, which is what the words say, or
            ``ceiling``.
        round_at_least: ``ceiling``, which is what the words say, or ``floor``.

    Raises:
        InvalidValueError: No share, or lower limits that ask for one predicate twice, for more than all, or for more
            than a maximum of these predicates.

    Reference: SE MenPANRB 3/2023 (read); the roundings are ours.

    Examples:
        Of 20 employees of an organisation that is *Baik* at most 14 may be *Baik*, and somebody must be *Butuh
        Perbaikan* or *Kurang*.

        >>> [(limit.share.text("en"), limit.count) for limit in distribution_pattern("Baik").limits(20)]
        [('at most 70 %', 14), ('at least one', 1), ('most', 11)]
    """

    organisation: OrganisationPredicate = field(converter=_organisation)
    shares: tuple[PatternShare, ...] = field(converter=_shares)
    round_at_most: Whole = field(default="floor", converter=_round_at_most, kw_only=True)
    round_at_least: Whole = field(default="ceiling", converter=_round_at_least, kw_only=True)

    __reduce__ = reduce_by_fields

    def __attrs_post_init__(self) -> None:
        lower = [share for share in self.shares if share.rule == "at_least"]
        asked = [label for share in self.shares if share.rule != "at_most" for label in share.labels]
        most = [share for share in self.shares if share.rule == "at_most"]
        over = [
            limit.labels for limit in most if sum(_number(one) for one in lower if _within(one, limit)) > _number(limit)
        ]
        if not self.shares:
            raise _bad_pattern("no-shares", (), ("pola tanpa batas", "a pattern without a limit"))
        if len(set(asked)) < len(asked) or sum(map(_number, lower)) > 100 or over:
            problem = ("batas-batas pola ini saling bertentangan", "the limits of the pattern contradict each other")
            raise _bad_pattern("shares-contradict", over or [share.labels for share in self.shares], problem)

    def limits(self, size: int) -> tuple[DistributionLimit, ...]:
        """Batas dalam orang: what each share comes to in a unit of so many employees, in the order of the shares.

        A minimum never asks for more people than the minima before it leave, nor for more than the maxima of its
        predicates allow.

        Args:
            size: How many employees have a predicate, 0 to 1,000,000.

        Raises:
            InvalidValueError: Another number.

        Examples:
            >>> [(limit.count, limit.asked) for limit in distribution_pattern("Kurang").limits(2)]
            [(2, 2), (0, 1), (0, 0)]
        """
        employees = admit_whole(size, "DistributionPattern.limits.size", low=0, high=1_000_000)
        last = [share for share in self.shares if share.rule == "majority"]
        first = [share for share in self.shares if share.rule not in {"at_most", "majority"}]
        found = {share: self._most(share, employees) for share in self.shares if share.rule == "at_most"}
        room = {share: limit.count for share, limit in found.items()}
        left = employees
        for share in (*first, *last):
            wider = [one for one in room if _within(share, one)]
            asked = self._least(share, employees)
            count = min([asked, left, *(room[one] for one in wider)])
            left -= count
            room |= {one: room[one] - count for one in wider}
            # More than half is asked of what may be had at all; other minima say how much they lose.
            found[share] = DistributionLimit(share, employees, count, count if share.rule == "majority" else asked)
        return tuple(found[share] for share in self.shares)

    def _most(self, share: PatternShare, size: int) -> DistributionLimit:
        count = _rounded(_number(share) * size / 100, self.round_at_most)
        return DistributionLimit(share, size, count, count)

    def _least(self, share: PatternShare, size: int) -> int:
        if share.rule == "someone":
            return min(1, size)
        if share.rule == "majority":
            return size // 2 + 1
        return _rounded(_number(share) * size / 100, self.round_at_least)

    def text(self, lang: Lang = "id") -> str:
        """Teks pola: every share in words.

        Raises:
            InvalidValueError: An unknown language.

        Examples:
            >>> distribution_pattern("Sangat Kurang").text("en")[:60]
            'Sangat Kurang at least 60 %; Butuh Perbaikan, Kurang at leas'
        """
        return "; ".join(f"{', '.join(share.labels)} {share.text(lang)}" for share in self.shares)


def _number(share: PatternShare) -> Fraction:
    return Fraction(share.percent or 0)


def _within(share: PatternShare, wider: PatternShare) -> bool:
    return set(share.labels) <= set(wider.labels)


def _rounded(number: Fraction, mode: Whole) -> int:
    return number.__floor__() if mode == "floor" else number.__ceil__()


def _bad_pattern(code: str, value: object, problem: tuple[str, str]) -> InvalidValueError:
    return InvalidValueError(
        code=code,
        path="DistributionPattern.shares",
        value=value,
        problem=problem,
        way_out=(f"Tulis misalnya [{_SHARE}]", f"Write for example [{_SHARE}]"),
    )


def _patterns() -> Iterator[DistributionPattern]:
    yield DistributionPattern(
        "Istimewa",
        [
            PatternShare(["Sangat Baik"], "at_most", percent=70),
            PatternShare(["Sangat Baik"], "majority", reference=_MOST),
        ],
    )
    yield DistributionPattern(
        "Baik",
        [
            PatternShare(["Baik"], "at_most", percent=70),
            PatternShare(["Butuh Perbaikan", "Kurang"], "someone"),
            PatternShare(["Baik"], "majority", reference=_MOST),
        ],
    )
    yield DistributionPattern(
        "Butuh Perbaikan",
        [
            PatternShare(["Butuh Perbaikan"], "at_least", percent=60),
            PatternShare(["Sangat Baik"], "at_most", percent=10),
        ],
    )
    yield DistributionPattern(
        "Kurang",
        [
            PatternShare(["Kurang"], "at_least", percent=60),
            PatternShare(["Butuh Perbaikan"], "at_least", percent=10),
            PatternShare(["Sangat Baik"], "at_most", percent=10),
        ],
    )
    yield DistributionPattern(
        "Sangat Kurang",
        [
            PatternShare(["Sangat Kurang"], "at_least", percent=60),
            PatternShare(["Butuh Perbaikan", "Kurang"], "at_least", percent=10),
            PatternShare(["Sangat Baik"], "at_most", percent=0),
        ],
    )


SE_MENPANRB_3_2023 = tuple(_patterns())
"""Pola SE MenPANRB 3/2023: one for each predicate of the organisation; what a pattern does not name is free."""


def distribution_pattern(organisation: OrganisationPredicate) -> DistributionPattern:
    """Pola distribusi: the one of SE MenPANRB 3/2023 for a predicate of the organisation.

    Raises:
        InvalidValueError: Another word; *Cukup* is called *Butuh Perbaikan*.

    Examples:
        >>> distribution_pattern("Istimewa").text("en")
        'Sangat Baik at most 70 %; Sangat Baik most'
    """
    found = _known(organisation, "distribution_pattern.organisation")
    return next(pattern for pattern in SE_MENPANRB_3_2023 if pattern.organisation == found)
