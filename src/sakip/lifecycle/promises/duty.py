"""Tupoksi: a duty that a regulation gives to an office or a position."""

from attrs import field, frozen

from sakip.base.kind import none_or
from sakip.base.rebuild import reduce_by_fields
from sakip.base.reference import Reference
from sakip.base.text import require_text

__all__ = ["Duty"]


def _code(value: str) -> str:
    return require_text(value, "Duty.code").strip()


def _text(value: str) -> str:
    return require_text(value, "Duty.text")


def _holder(value: str) -> str:
    return require_text(value, "Duty.holder").strip()


def _reference(value: Reference | None) -> Reference | None:
    return none_or(Reference, value, "Duty.reference", "Reference('Pergub 56/2019', article='12', certainty='read')")


@frozen
class Duty:
    """Tupoksi: one task or function of an office or a position, which some indicator should show.

    Attributes:
        code: Kode, by which indicators and objectives cite it; the codes of two holders may be alike.
        text: The duty as the regulation words it.
        holder: The office or position, or its code, as agreements name it.
        reference: Where the duty is laid down.

    Raises:
        InvalidValueError: An empty text or a field of another kind.

    Examples:
        >>> Duty("T-1", "Pembinaan puskesmas", holder="Dinas Kesehatan").holder
        'Dinas Kesehatan'
    """

    code: str = field(converter=_code)
    text: str = field(converter=_text)
    holder: str = field(converter=_holder, kw_only=True)
    reference: Reference | None = field(default=None, converter=_reference, kw_only=True, repr=False)

    __reduce__ = reduce_by_fields
