"""Perilaku kerja: the seven behaviours of BerAKHLAK, and what they come to together."""

from collections import Counter
from collections.abc import Mapping
from fractions import Fraction
from typing import Literal, TypeVar, cast, get_args

from attrs import frozen

from sakip.base.choice import choose
from sakip.base.kind import of_kind
from sakip.base.likeness import unknown_code
from sakip.base.number import Number
from sakip.base.rebuild import reduce_by_fields
from sakip.base.reference import Reference
from sakip.base.text import Text
from sakip.errors import InvalidValueError
from sakip.skp.rating import Rating, require_rating
from sakip.skp.value import require_value

__all__ = ["BERAKHLAK", "Behaviour", "BehaviourRule", "behaviour_rating", "behaviour_value"]

BehaviourRule = Literal["lowest", "most_frequent"]
"""Aturan perilaku: how seven ratings become one."""
Item = TypeVar("Item")
_ORDER: tuple[Rating, ...] = get_args(Rating)


@frozen
class Behaviour:
    """Perilaku: one of the seven core values by which employees are to behave.

    Attributes:
        code: Short name, by which a rating or a value is given.
        name: The behaviour as it is called, with its meaning in English.
        reference: Where it comes from.
    """

    code: str
    name: Text
    reference: Reference

    __reduce__ = reduce_by_fields


_BASIS = Reference("PermenPANRB 6/2022", article="perilaku kerja BerAKHLAK", certainty="secondary")
BERAKHLAK = (
    Behaviour("berorientasi-pelayanan", Text("Berorientasi Pelayanan", "Service-oriented"), _BASIS),
    Behaviour("akuntabel", Text("Akuntabel", "Accountable"), _BASIS),
    Behaviour("kompeten", Text("Kompeten", "Competent"), _BASIS),
    Behaviour("harmonis", Text("Harmonis", "Harmonious"), _BASIS),
    Behaviour("loyal", Text("Loyal", "Loyal"), _BASIS),
    Behaviour("adaptif", Text("Adaptif", "Adaptive"), _BASIS),
    Behaviour("kolaboratif", Text("Kolaboratif", "Collaborative"), _BASIS),
)
"""Tujuh perilaku BerAKHLAK, in the order of the word."""
_CODES = tuple(one.code for one in BERAKHLAK)


def behaviour_rating(
    ratings: Rating | Mapping[str, Rating], *, rule: BehaviourRule, others: Mapping[str, Rating] | None = None
) -> Rating:
    """Rating perilaku: seven ratings as one, by a rule that the caller names.

    PermenPANRB 6/2022 leaves the one rating to the superior; whoever computes it must say how.

    Args:
        ratings: One rating for all seven, or the rating of each, by the code of the behaviour.
        rule: ``lowest``, or ``most_frequent``, where a tie goes to the lower rating.
        others: The behaviours that are rated otherwise, by their codes.

    Raises:
        InvalidValueError: A behaviour is missing, another word for a rating, or an unknown rule.
        UnknownCodeError: A behaviour that is none of the seven.

    Reference: PermenPANRB 6/2022 (secondary), on the seven; both rules are ours.

    Examples:
        >>> behaviour_rating("above", others={"loyal": "meets", "adaptif": "meets"}, rule="lowest")
        'meets'
        >>> behaviour_rating("above", others={"loyal": "meets", "adaptif": "meets"}, rule="most_frequent")
        'above'
    """
    problem = ("aturan perilaku tidak dikenal", "unknown rule for the behaviour")
    chosen = choose(rule, get_args(BehaviourRule), "behaviour_rating.rule", code="unknown-rule", problem=problem)
    path = "behaviour_rating.ratings"
    alike: Mapping[str, Rating] = (
        dict.fromkeys(_CODES, require_rating(ratings, path)) if isinstance(ratings, str) else _rated(ratings, path)
    )
    differing = {} if others is None else _rated(others, "behaviour_rating.others")
    given: list[Rating] = _seven({**alike, **differing}, path)
    if chosen == "lowest":
        return min(given, key=_ORDER.index)
    counts = Counter(given)
    return max(_ORDER, key=lambda one: (counts[one], -_ORDER.index(one)))


def behaviour_value(values: Mapping[str, Number | Fraction]) -> Fraction:
    """Nilai perilaku: the mean of the values of the seven behaviours, exact.

    Args:
        values: The value of each behaviour, 0 to 120, by its code; all seven.

    Raises:
        InvalidValueError: A behaviour is missing, or a value is no exact number from 0 to 120.
        UnknownCodeError: A behaviour that is none of the seven.

    Reference: KMK 127/2026 (secondary), of the Ministry of Finance.

    Examples:
        >>> from sakip.skp import BERAKHLAK
        >>> behaviour_value({one.code: 96 for one in BERAKHLAK} | {"loyal": 110})
        Fraction(98, 1)
    """
    path = "behaviour_value.values"
    known = _known(values, path, "{'loyal': 96}")
    given = [require_value(cast("Number", one), path) for one in _seven(known, path)]
    return sum(given, Fraction(0)) / len(given)


def _rated(given: object, path: str) -> dict[str, Rating]:
    known = _known(given, path, "{'loyal': 'meets'}")
    return {code: require_rating(cast("Rating", one), path) for code, one in known.items()}


def _known(given: object, path: str, example: str) -> Mapping[str, object]:
    kind = cast("type[Mapping[str, object]]", Mapping)
    known = of_kind(kind, given, path, example)
    for code in known:
        if code not in _CODES:
            problem = ("bukan perilaku BerAKHLAK", "none of the behaviours of BerAKHLAK")
            raise unknown_code(code, _CODES, code="unknown-behaviour", path=path, problem=problem)
    return known


def _seven(known: Mapping[str, Item], path: str) -> list[Item]:
    missing = [code for code in _CODES if code not in known]
    if not missing:
        return [known[code] for code in _CODES]
    words = ", ".join(missing)
    raise InvalidValueError(
        code="behaviour-missing",
        path=path,
        value=missing,
        problem=("tidak semua dari tujuh perilaku dinilai", "not all of the seven behaviours are judged"),
        way_out=(f"Beri juga: {words}", f"Give as well: {words}"),
    )
