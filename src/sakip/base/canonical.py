"""Bentuk baku: one written form for each value, and its digest.

The text is JSON restricted so far that it equals the output of RFC 8785: objects with sorted keys, no blanks, no
escapes beyond those that JSON demands, and no number but a whole one below 2^53. Everything else is a string: a
Decimal as canonical text, a Fraction as ``"n/d"``, a date in ISO form, a larger integer in digits. Text is kept as
it was given and not normalised: two spellings of one letter are two texts.
"""

import json
import re
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from hashlib import sha256
from typing import Any, cast

from attrs import fields, has

from sakip.errors import InvalidValueError

__all__ = ["canonical_form", "canonical_text", "digest"]

Plain = None | bool | int | str | list["Plain"] | dict[str, "Plain"]

_DEEPEST = 100
# Half a character, which no UTF-8 can hold.
_HALF = re.compile(r"[\ud800-\udfff]")
_SAFE = 2**53
_DECIMALS = 500
_GROUP_DIGITS = 500
_GROUP = 10**_GROUP_DIGITS
_MOST_BITS = 400_000


def canonical_text(value: object) -> str:
    """Teks baku: the one written form of plain data.

    Args:
        value: None, a bool, a text, an ``int``, a ``Decimal`` between 10^-500 and 10^500, a ``Fraction``, a
            ``date``, a list or tuple of such values, or a dict of them under texts; at most 100 levels.

    Raises:
        InvalidValueError: A float, or anything else that has no one written form.

    Examples:
        >>> canonical_text({"b": Decimal("12.50"), "a": [1, None, True]})
        '{"a":[1,null,true],"b":"12.5"}'
    """
    return json.dumps(_plain(value, "value", 0), ensure_ascii=False, separators=(",", ":"))


def digest(value: object) -> str:
    """Sidik: SHA-256 of the canonical text in UTF-8, as 64 hexadecimal digits.

    Raises:
        InvalidValueError: As for `canonical_text`.

    Examples:
        >>> digest({})
        '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a'
    """
    return sha256(canonical_text(value).encode()).hexdigest()


def canonical_form(value: object) -> Any:
    """Bentuk data: a value of this library as plain data that `canonical_text` writes.

    Equal values give equal data, and different values different data. Numbers that are equal are written alike, be
    they ``int``, ``Decimal`` or ``Fraction``: whole ones below 2^53 as they are, others as ``{"number": "1.5"}`` or
    ``{"number": "800/9"}``. A date is ``{"date": "2025-03-05"}``. An object is its class under ``type`` beside its
    fields; fields that its constructor does not take or that take no part in equality are left out, and so is a
    field that holds None, or nothing in the place of a list that may be left out, so that a later version may add an
    optional field without changing a digest. An object that is a sequence is the list of what it holds.

    Raises:
        InvalidValueError: A float, a function, or anything else that has no one written form.

    Examples:
        >>> from sakip.base.reference import Reference
        >>> canonical_form(Reference("UU 23/2014", certainty="memory"))
        {'type': 'Reference', 'title': 'UU 23/2014', 'certainty': 'memory'}
    """
    return _form(value, type(value).__name__, 0)


def _plain(value: object, path: str, depth: int) -> Plain:
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return _unicode(value, path)
    if isinstance(value, int):
        return int(value) if abs(value) < _SAFE else _digits(value, value, path)
    if isinstance(value, Decimal):
        return _written(*_quotient(value, path), value, path)
    if isinstance(value, Fraction):
        return f"{_digits(value.numerator, value, path)}/{_digits(value.denominator, value, path)}"
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    _require_shallow(value, path, depth)
    if isinstance(value, list | tuple):
        items = cast("Sequence[object]", value)
        return [_plain(item, f"{path}[{place}]", depth + 1) for place, item in enumerate(items)]
    if isinstance(value, dict):
        texts = {_key(key, path): item for key, item in cast("dict[object, object]", value).items()}
        # RFC 8785 sorts by UTF-16 code units.
        return {key: _plain(texts[key], f"{path}[{key!r}]", depth + 1) for key in sorted(texts, key=_units)}
    raise _formless(value, path)


def _form(value: object, path: str, depth: int) -> Plain:
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return _unicode(value, path)
    if isinstance(value, int | Decimal | Fraction):
        return _number(value, path)
    if isinstance(value, date) and not isinstance(value, datetime):
        return {"date": value.isoformat()}
    _require_shallow(value, path, depth)
    if isinstance(value, list | tuple):
        items = cast("Sequence[object]", value)
        return [_form(item, f"{path}[{place}]", depth + 1) for place, item in enumerate(items)]
    kind = type(value)
    if has(kind) and isinstance(value, Sequence):
        return _form(list(value), path, depth)
    if has(kind):
        kept = ((field, getattr(value, field.name)) for field in fields(kind) if field.init and field.eq)
        shown = {
            field.alias: _form(part, f"{path}.{field.alias}", depth + 1)
            for field, part in kept
            if part is not None and not (part == field.default and _is_nothing(part))
        }
        return {"type": kind.__name__, **shown}
    raise _formless(value, path)


def _is_nothing(part: object) -> bool:
    return isinstance(part, Sequence) and not isinstance(part, str) and not part


def _number(value: int | Decimal | Fraction, path: str) -> Plain:
    numerator, denominator = _quotient(value, path)
    if denominator == 1 and abs(numerator) < _SAFE:
        return numerator
    return {"number": _written(numerator, denominator, value, path)}


def _quotient(value: int | Decimal | Fraction, path: str) -> tuple[int, int]:
    if isinstance(value, Decimal):
        # Measured before it becomes integers: 1e999999999 would fill the memory.
        if not value.is_finite() or (value and abs(value.adjusted()) > _DECIMALS):
            raise _formless(value, path)
        return value.as_integer_ratio()
    return value.numerator, value.denominator


def _written(numerator: int, denominator: int, value: object, path: str) -> str:
    if 10**_DECIMALS % denominator:
        return f"{_digits(numerator, value, path)}/{_digits(denominator, value, path)}"
    digits = _digits(abs(numerator) * (10**_DECIMALS // denominator), value, path).rjust(_DECIMALS + 1, "0")
    decimals = digits[-_DECIMALS:].rstrip("0")
    return f"{'-' if numerator < 0 else ''}{digits[:-_DECIMALS]}{'.' if decimals else ''}{decimals}"


def _digits(number: int, value: object, path: str) -> str:
    """The number in digits, a few hundred at a time, for a host may forbid more at once."""
    if number.bit_length() > _MOST_BITS:
        raise _formless(value, path)
    rest = abs(number)
    groups: list[str] = []
    while rest >= _GROUP:
        rest, group = divmod(rest, _GROUP)
        groups.append(f"{group:0{_GROUP_DIGITS}d}")
    return f"{'-' if number < 0 else ''}{rest}{''.join(reversed(groups))}"


def _unicode(value: str, path: str) -> str:
    text = str.__str__(value)
    if _HALF.search(text):
        raise _formless(value, path)
    return text


def _units(key: str) -> list[int]:
    """The UTF-16 code units of a key, by which RFC 8785 orders keys; a codec would be loaded from disk."""
    found: list[int] = []
    for point in map(ord, key):
        beyond = point - 0x10000
        found += [point] if beyond < 0 else [0xD800 + (beyond >> 10), 0xDC00 + (beyond & 0x3FF)]
    return found


def _key(key: object, path: str) -> str:
    if isinstance(key, str):
        return _unicode(key, path)
    raise _formless(key, path)


def _require_shallow(value: object, path: str, depth: int) -> None:
    if depth >= _DEEPEST:
        raise _formless(type(value).__name__, path)


def _formless(value: object, path: str) -> InvalidValueError:
    return InvalidValueError(
        code="no-canonical-form",
        path=path,
        value=value,
        problem=(
            "nilai ini tidak punya satu bentuk tulis yang baku",
            "the value has no one written form",
        ),
        way_out=(
            "Pakai teks Unicode, bilangan bulat, Decimal, Fraction, tanggal, atau susunannya sampai 100 tingkat",
            "Use Unicode text, integers, Decimal, Fraction, dates, or up to 100 levels of them",
        ),
    )
