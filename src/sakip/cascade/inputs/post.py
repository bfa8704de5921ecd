"""Jabatan dalam susunan: a position, its unit, its level and its superior, whether it has signed or not."""

from collections.abc import Sequence

from attrs import evolve, field, frozen

from sakip.base.kind import of_kind
from sakip.base.rebuild import reduce_by_fields
from sakip.base.text import require_text
from sakip.cascade.names.naming import folded
from sakip.model.party import Echelon

__all__ = ["Post", "is_contradiction", "joined"]


def _code(value: str) -> str:
    return require_text(value, "Post.code").strip()


def _optional(value: str | None, path: str) -> str | None:
    return None if value is None else require_text(value, path).strip()


def _unit(value: str | None) -> str | None:
    return _optional(value, "Post.unit")


def _superior(value: str | None) -> str | None:
    return _optional(value, "Post.superior")


def _echelon(value: Echelon | str | None) -> Echelon | None:
    return value if value is None or isinstance(value, Echelon) else Echelon(value)


def _vacant(value: bool) -> bool:  # noqa: FBT001 - the field that it fills
    return of_kind(bool, value, "Post.vacant", "True")


@frozen
class Post:
    """Jabatan: a place in the hierarchy, which exists whether anybody has signed for it or not.

    Attributes:
        code: Its code, or its name where it has none; what an agreement's first party is matched with.
        unit: Unit kerja or perangkat daerah.
        echelon: Jenjang; also given as text, such as ``"III"``.
        superior: Code or name of the position above.
        vacant: Whether nobody holds it, so that no agreement is expected.

    Raises:
        InvalidValueError: An empty text or an unknown echelon.

    Examples:
        >>> Post("KABID-A", unit="Dinas Kesehatan", echelon="III", superior="KADIS").echelon.rank
        3
    """

    code: str = field(converter=_code)
    unit: str | None = field(default=None, converter=_unit, kw_only=True)
    echelon: Echelon | None = field(default=None, converter=_echelon, kw_only=True)
    superior: str | None = field(default=None, converter=_superior, kw_only=True)
    vacant: bool = field(default=False, converter=_vacant, kw_only=True)

    __reduce__ = reduce_by_fields


def joined(posts: Sequence[Post]) -> Post:
    """Jabatan yang disatukan: what several declarations of one position say alike; of what they contradict nothing.

    Whoever is not said by all to be missing is there.

    Examples:
        >>> joined([Post("KABID", superior="KADIS"), Post("Kabid", superior="kadis", echelon="III")]).superior
        'KADIS'
        >>> joined([Post("KABID", superior="KADIS"), Post("KABID", superior="SEKDIS")]).superior is None
        True
    """
    superiors, ranks = _superiors(posts), _ranks(posts)
    return evolve(
        posts[0],
        superior=next(iter(superiors.values())) if len(superiors) == 1 else None,
        echelon=next(iter(ranks.values())) if len(ranks) == 1 else None,
        vacant=all(one.vacant for one in posts),
    )


def is_contradiction(posts: Sequence[Post]) -> bool:
    """Bertentangan: whether the declarations of one position name two superiors or levels, or differ on a vacancy.

    Examples:
        >>> is_contradiction([Post("KABID", superior="KADIS"), Post("KABID", echelon="III")])
        False
        >>> is_contradiction([Post("KABID", echelon="III"), Post("KABID", echelon="IV")])
        True
    """
    return max(len(_superiors(posts)), len(_ranks(posts)), len({one.vacant for one in posts})) > 1


def _superiors(posts: Sequence[Post]) -> dict[str, str]:
    return {folded(one.superior): one.superior for one in reversed(posts) if one.superior is not None}


def _ranks(posts: Sequence[Post]) -> dict[int, Echelon]:
    """The level of each rank that is named, the most exact one."""
    named = sorted((one.echelon for one in posts if one.echelon is not None), key=lambda one: (len(one.code), one.code))
    return {echelon.rank: echelon for echelon in named}
