"""Kolom angka: a whole column of printed numbers, whose clear cells decide how its unclear ones are read."""

from collections.abc import Iterable
from decimal import Decimal
from typing import cast

from attrs import field, frozen

from sakip.base.kind import listed, tuple_of
from sakip.base.notation.reading import Convention, read_both, read_under, require_convention, thousands_first
from sakip.base.number import admit
from sakip.base.rebuild import reduce_by_fields
from sakip.errors import AmbiguousNumberError

__all__ = ["NumberColumn", "parse_numbers"]

_SHOWN = 5


def _values(values: Iterable[Decimal]) -> tuple[Decimal, ...]:
    items = listed(values, "NumberColumn.values", "Decimal('98.5')")
    return tuple(admit(item, f"NumberColumn.values[{place}]") for place, item in enumerate(items))


def _convention(value: Convention | None) -> Convention | None:
    return None if value is None else require_convention(value)


def _evidence(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple_of(str, texts, "NumberColumn.evidence", "'98,5'")


@frozen
class NumberColumn:
    """Kolom angka terbaca: what `parse_numbers` read, and why it read it so.

    Attributes:
        values: The numbers, in the order of the cells.
        convention: The convention of the column: the one that was given, or the one that every deciding cell speaks;
            None where no cell decides or where the cells differ and none depends on the answer.
        evidence: The cells with a reading in one convention only, as printed; empty where the convention was given.

    Examples:
        >>> column = parse_numbers(["1.234", "98,5", "12"])
        >>> column.convention, column.evidence, column.values[0]
        ('id', ('98,5',), Decimal('1234'))
    """

    values: tuple[Decimal, ...] = field(converter=_values)
    convention: Convention | None = field(converter=_convention)
    evidence: tuple[str, ...] = field(default=(), converter=_evidence)

    __reduce__ = reduce_by_fields


def parse_numbers(
    texts: Iterable[str], convention: Convention | None = None, *, path: str = "parse_numbers"
) -> NumberColumn:
    """Membaca kolom angka: every number of a column, unclear cells by the evidence of the clear ones.

    A cell such as ``"98,5"`` or ``"0,604"`` has one reading and speaks for its convention; ``"1.234"`` has two and
    needs the others; ``"98"`` has one in every convention and says nothing. A column whose clear cells disagree is
    still read when no unclear cell depends on them: ``"98.5"`` and ``"98,5"`` each say what they mean.

    Args:
        texts: The cells, each one number as for `parse_number`; leave empty cells out.
        convention: Given, it holds for every cell and nothing is inferred.
        path: The field that is being filled, for the error; a cell is named by its place, ``parse_numbers[3]``.

    Raises:
        AmbiguousNumberError: Unclear cells, and no clear cell or contradicting ones.
        InvalidValueError: A cell that is no printed number, or not written the way of the given convention.

    Examples:
        >>> parse_numbers(["1.234", "0.5"]).values
        (Decimal('1.234'), Decimal('0.5'))
    """
    cells = cast("tuple[str, ...]", listed(texts, path, "'98,5'"))
    if convention is not None:
        known = require_convention(convention)
        values = [read_under(known, text, f"{path}[{place}]") for place, text in enumerate(cells)]
        return NumberColumn(values, known)
    readings = [read_both(text, f"{path}[{place}]") for place, text in enumerate(cells)]
    speaking: list[tuple[str, Convention]] = [
        (text, next(iter(reading))) for text, reading in zip(cells, readings, strict=True) if len(reading) == 1
    ]
    unclear = [place for place, reading in enumerate(readings) if len(set(reading.values())) > 1]
    decided = speaking[0][1] if len({known for _, known in speaking}) == 1 else None
    if unclear and decided is None:
        raise _undecided(cells, readings, unclear, speaking, path)
    values = [reading[decided] if decided in reading else next(iter(reading.values())) for reading in readings]
    return NumberColumn(values, decided, [text for text, _ in speaking])


def _undecided(
    cells: tuple[str, ...],
    readings: list[dict[Convention, Decimal]],
    unclear: list[int],
    speaking: list[tuple[str, Convention]],
    path: str,
) -> AmbiguousNumberError:
    shown = ", ".join(f"[{place}] {cells[place]!r}" for place in unclear[:_SHOWN])
    more = f" (+{len(unclear) - _SHOWN})" if len(unclear) > _SHOWN else ""
    problem = (
        f"tidak ada sel yang menentukan cara membaca {shown}{more}",
        f"no cell decides how to read {shown}{more}",
    )
    if speaking:
        first = {known: text for text, known in reversed(speaking)}
        problem = (
            f"{first['id']!r} (id) bertentangan dengan {first['en']!r} (en), jadi {shown}{more} punya dua bacaan",
            f"{first['id']!r} (id) contradicts {first['en']!r} (en), so {shown}{more} has two readings",
        )
    return AmbiguousNumberError(
        code="contradicting-column" if speaking else "ambiguous-column",
        path=f"{path}[{unclear[0]}]",
        value=cells[unclear[0]],
        problem=problem,
        way_out=(
            "Sebutkan konvensi kolom ini ('id', 'en' atau 'plain'), atau pisahkan sel yang ditulis lain",
            "Name the convention of the column ('id', 'en' or 'plain'), or part the cells that are written otherwise",
        ),
        readings=thousands_first(cells[unclear[0]], readings[unclear[0]]),
    )
