"""Uraian: what a report says of an objective in words."""

from attrs import field, frozen

from sakip.base.rebuild import reduce_by_fields
from sakip.base.text import require_paragraphs

__all__ = ["Narrative"]


def _words(name: str, value: str | None) -> str | None:
    return None if value is None else require_paragraphs(value, f"Narrative.{name}")


def _causes(value: str | None) -> str | None:
    return _words("causes", value)


def _remedies(value: str | None) -> str | None:
    return _words("remedies", value)


def _efficiency(value: str | None) -> str | None:
    return _words("efficiency", value)


@frozen
class Narrative:
    """Uraian sasaran: the words of a report on one objective; what single indicators say stands in their realizations.

    Attributes:
        causes: Penyebab: of success or failure, of the rise or the fall.
        remedies: Solusi: what was done about it.
        efficiency: Efisiensi: of the use of resources, in words.

    Raises:
        InvalidValueError: An empty text, or one with control characters.

    Examples:
        >>> Narrative(causes="Kader posyandu bertambah.").remedies is None
        True
    """

    causes: str | None = field(default=None, converter=_causes, kw_only=True)
    remedies: str | None = field(default=None, converter=_remedies, kw_only=True)
    efficiency: str | None = field(default=None, converter=_efficiency, kw_only=True)

    __reduce__ = reduce_by_fields
