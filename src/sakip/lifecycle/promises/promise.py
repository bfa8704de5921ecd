"""Janji kerja: one thing that was promised in public or in a plan, who is responsible, and by which day."""

from collections.abc import Iterable
from datetime import date

from attrs import field, frozen

from sakip.base.kind import none_or_day, tuple_of
from sakip.base.rebuild import reduce_by_fields
from sakip.base.text import require_text
from sakip.errors import InvalidValueError

__all__ = ["Promise"]


def _code(value: str) -> str:
    return require_text(value, "Promise.code").strip()


def _text(value: str) -> str:
    return require_text(value, "Promise.text")


def _offices(value: str | Iterable[str]) -> tuple[str, ...]:
    names = (value,) if isinstance(value, str) else tuple_of(str, value, "Promise.offices", "'Dinas Kesehatan'")
    return tuple(dict.fromkeys(require_text(name, "Promise.offices").strip() for name in names))


def _begins(value: date | None) -> date | None:
    return none_or_day(value, "Promise.begins")


def _due(value: date | None) -> date | None:
    return none_or_day(value, "Promise.due")


@frozen
class Promise:
    """Janji: one promise of a head of region, or one statement of a plan, as data.

    Attributes:
        code: Kode, by which indicators and objectives cite it.
        text: What is promised.
        offices: Penanggung jawab: offices or positions, as agreements name them; also one name alone.
        begins: First day of its period, such as the day of inauguration for the first hundred days.
        due: The day by which it should be kept; None where none was set.

    Raises:
        InvalidValueError: An empty text, a day that is none, or a period that ends before it begins.

    Examples:
        >>> roads = Promise("J-05", "Jalan provinsi mantap", offices="Dinas Bina Marga", due=date(2024, 6, 12))
        >>> roads.offices
        ('Dinas Bina Marga',)
    """

    code: str = field(converter=_code)
    text: str = field(converter=_text)
    offices: tuple[str, ...] = field(default=(), converter=_offices, kw_only=True)
    begins: date | None = field(default=None, converter=_begins, kw_only=True)
    due: date | None = field(default=None, converter=_due, kw_only=True)

    __reduce__ = reduce_by_fields

    def __attrs_post_init__(self) -> None:
        if self.begins is not None and self.due is not None and self.due < self.begins:
            raise InvalidValueError(
                code="due-before-begins",
                path="Promise.due",
                value=self.due,
                problem=("batasnya mendahului awal periodenya", "the deadline comes before its period begins"),
                way_out=("Tukar keduanya, atau kosongkan begins", "Swap the two, or leave begins out"),
            )
