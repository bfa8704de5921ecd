"""Skala ordinal: named levels in order, for opinions, predicates and letter grades."""

from collections.abc import Iterable
from typing import cast

from attrs import field, frozen

from sakip.base.kind import none_or
from sakip.base.likeness import similar
from sakip.base.rebuild import reduce_by_fields
from sakip.base.reference import Reference
from sakip.base.text import none_or_text, require_text
from sakip.errors import InvalidValueError, UnknownCodeError

__all__ = ["AKIP_LETTERS", "BPK_OPINIONS", "Level", "OrdinalScale"]

_LONGEST_SHOWN = 200


def _name(value: str) -> str:
    return require_text(value, "Level.name")


@frozen
class Level:
    """Tingkat: one named level of an ordinal scale, such as the opinion WTP; not a number.

    Raises:
        InvalidValueError: An empty name.

    Examples:
        >>> from sakip import Level
        >>> Level("WTP").name
        'WTP'
    """

    name: str = field(converter=_name)

    __reduce__ = reduce_by_fields


def _levels(value: Iterable[str | tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    if not _is_list(value):
        raise _no_scale(value, ("bukan daftar nama tingkat", "not a list of level names"))
    ranks = tuple(_names(entry) for entry in value)
    names = [name for rank in ranks for name in rank]
    if len(ranks) < 2:
        raise _no_scale(ranks, ("skala memerlukan sedikitnya dua tingkat", "a scale needs at least two levels"))
    if len(set(names)) < len(names):
        raise _no_scale(ranks, ("satu nama muncul dua kali", "a name appears twice"))
    return ranks


def _is_list(value: object) -> bool:
    return isinstance(value, Iterable) and not isinstance(value, str | bytes)


def _names(entry: object) -> tuple[str, ...]:
    names = cast("tuple[object, ...]", entry) if isinstance(entry, tuple) else (entry,)
    if not names:
        raise _no_scale(entry, ("tingkat tanpa nama", "a level without a name"))
    return tuple(require_text(name, "OrdinalScale.levels") for name in names)


def _no_scale(value: object, problem: tuple[str, str]) -> InvalidValueError:
    return InvalidValueError(
        code="no-scale",
        path="OrdinalScale.levels",
        value=value,
        problem=problem,
        way_out=(
            "Tulis nama tingkat dari yang terendah; nama yang setingkat dalam satu tuple, seperti ('TMP', 'TW')",
            "Write the level names from the lowest; names of one rank in a tuple, such as ('TMP', 'TW')",
        ),
    )


def _title(value: str | None) -> str | None:
    return none_or_text(value, "OrdinalScale.title")


def _reference(value: Reference | None) -> Reference | None:
    return none_or(Reference, value, "OrdinalScale.reference", "Reference('UU 15/2004', certainty='read')")


@frozen
class OrdinalScale:
    """Skala ordinal: levels from the lowest to the highest; it says which is better and never by how much.

    Attributes:
        levels: The names of each rank, lowest first. A plain name stands for a rank of its own.
        title: What the scale is called.
        reference: The rule that orders the levels.

    Raises:
        InvalidValueError: Fewer than two ranks, an empty name, or a name given twice.

    Examples:
        >>> from sakip import Level, OrdinalScale
        >>> scale = OrdinalScale([("TMP", "TW"), "WDP", "WTP"])
        >>> scale.rank("TW"), scale.rank(Level("WTP")), "WTP-DPP" in scale
        (1, 3, False)
    """

    levels: tuple[tuple[str, ...], ...] = field(converter=_levels)
    title: str | None = field(default=None, converter=_title, kw_only=True)
    reference: Reference | None = field(default=None, converter=_reference, kw_only=True, repr=False)

    __reduce__ = reduce_by_fields

    @property
    def names(self) -> tuple[str, ...]:
        """Nama tingkat: every name, lowest rank first."""
        return tuple(name for rank in self.levels for name in rank)

    def rank(self, level: Level | str) -> int:
        """Urutan tingkat: 1 for the lowest; names that share a rank share the number.

        Raises:
            UnknownCodeError: The scale has no such level; the error names those that look like it.

        Examples:
            >>> from sakip import BPK_OPINIONS
            >>> BPK_OPINIONS.rank("WTP") > BPK_OPINIONS.rank("WTP-DPP")
            True
        """
        name = _name_of(level)
        for rank, names in enumerate(self.levels, start=1):
            if name in names:
                return rank
        known = _shortened(", ".join(self.names))
        raise UnknownCodeError(
            code="unknown-level",
            path=_shortened(self.title or "OrdinalScale"),
            value=level if name is None else name,
            problem=("tingkat ini tidak ada dalam skala", "the scale has no such level"),
            way_out=(f"Tingkat dari yang terendah: {known}", f"Its levels from the lowest: {known}"),
            near=similar(name, self.names),
        )

    def __contains__(self, level: object) -> bool:
        return _name_of(level) in self.names


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}..."


def _name_of(level: object) -> str | None:
    # A foreign object may claim to equal anything, so only text is compared.
    return level.name if isinstance(level, Level) else level if isinstance(level, str) else None


BPK_OPINIONS = OrdinalScale(
    [("TMP", "TW"), "WDP", "WTP-DPP", "WTP"],
    title="Opini BPK",
    reference=Reference("UU 15/2004", article="16", certainty="memory"),
)
AKIP_LETTERS = OrdinalScale(
    ["D", "C", "CC", "B", "BB", "A", "AA"],
    title="Predikat AKIP",
    reference=Reference("PermenPANRB 88/2021", certainty="secondary"),
)
