"""Membaca kolom: the cells of one field become values, each with a fault of its own where it cannot."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import partial
from typing import Any, NamedTuple, get_args

from sakip.base.kind import recorded_day
from sakip.base.notation import Convention
from sakip.base.number import admit_whole
from sakip.base.rule import Rule
from sakip.base.text import Text, require_paragraphs, require_text, told
from sakip.errors import InvalidValueError
from sakip.model.amendment import AmendmentReason
from sakip.model.cell import Bounds, Cell, Fault, Floats, numbers_of, read_cell, same_unit
from sakip.model.cell.faults import ERROR, FORMULA, KIND, MAGNITUDE, shown
from sakip.model.indicator import Consolidation, Measure, Polarity, ResultLevel
from sakip.model.party import Echelon
from sakip.model.period import Period
from sakip.model.realization import AwaitingRelease, Components, DataStatus, NotApplicable, NotReported
from sakip.model.rows.layout import Field
from sakip.model.rows.sifting import is_blank, plain
from sakip.model.scale import Level, OrdinalScale
from sakip.model.target import Range
from sakip.model.vocabulary import (
    consolidation_choices,
    consolidation_word,
    echelon_word,
    polarity_word,
    reason_word,
    status_word,
)

__all__ = ["FIELD", "RULES", "WORD", "Read", "read_column"]

WORD = Rule(
    "ROW-WORD",
    "error",
    Text(
        "'{cell}' tidak dikenal untuk {field}; pilih {allowed}, atau nyatakan artinya lewat values",
        "'{cell}' is not known for {field}; choose {allowed}, or state what it means through values",
    ),
)
MEANING = Rule(
    "ROW-MEANING",
    "error",
    Text(
        "'{cell}' dapat berarti {choices}; pilih satu lewat values={{'{name}': {{'{cell}': '{first}'}}}}",
        "'{cell}' may mean {choices}; choose one through values={{'{name}': {{'{cell}': '{first}'}}}}",
    ),
)
NOT_ONE = Rule(
    "ROW-NUMBER",
    "error",
    Text(
        "'{cell}' bukan satu angka untuk {field}; tulis angkanya, atau nyatakan artinya lewat values",
        "'{cell}' is not one number for {field}; write the number, or state what it means through values",
    ),
)
FIELD = Rule("ROW-FIELD", "error", Text("{field}: {problem}. {way_out}", "{field}: {problem}. {way_out}"))

RULES: tuple[Rule, ...] = (WORD, MEANING, NOT_ONE, FIELD)


class Read(NamedTuple):
    """Kolom terbaca: one value, fault or None for each row, and how the numbers were read.

    Attributes:
        values: The value of each cell; None where it is blank.
        units: The words behind the number of each cell.
        convention: How the numbers of the column are written, if it decided.
        evidence: The cells that decided it.
    """

    values: list[Any]
    units: list[str | None]
    convention: Convention | None = None
    evidence: tuple[str, ...] = ()


_STATES = (Level, Range, Components, NotReported, NotApplicable, AwaitingRelease)


def read_column(
    one: Field,
    raws: Sequence[Any],
    units: Sequence[str | None],
    convention: Convention | None = None,
    floats: Floats | None = None,
) -> Read:
    """Baca kolom: the cells of one field, each for itself.

    Args:
        one: The field.
        raws: Its cells, after values, overrides and defaults.
        units: The declared unit of each row, against which a word of magnitude is read.
        convention: How the numbers are written; without it the column decides.
        floats: Whether floats are read.
    """
    if one.kind in {"number", "amount"}:
        return _numbers(one, raws, units, convention, floats)
    known: dict[str, object] = {}  # the words of a table repeat
    values: list[Any] = []
    for raw in raws:
        if type(raw) is not str:
            values.append(_one(one, raw, floats))
            continue
        if raw not in known:
            known[raw] = _one(one, raw, floats)
        values.append(known[raw])
    return Read(values, [None] * len(raws))


def _one(one: Field, raw: object, floats: Floats | None) -> object:
    if is_blank(raw):
        return None
    if isinstance(raw, int | float | Decimal) and not isinstance(raw, bool):
        cell = read_cell(raw, floats)
        if cell.fault is not None:
            return cell.fault
        raw = str(cell.number)
    return _READERS[one.kind](one, raw)


def _numbers(
    one: Field,
    raws: Sequence[Any],
    units: Sequence[str | None],
    convention: Convention | None,
    floats: Floats | None,
) -> Read:
    texts = {text: read_cell(text) for text in {raw for raw in raws if type(raw) is str}}  # which repeat
    cells = [_spoken(_cell(raw, texts, floats), unit) for raw, unit in zip(raws, units, strict=True)]
    column = numbers_of(cells, convention)
    value_of = _amount if one.kind == "amount" else _number
    values = [
        reading if type(reading) is Decimal else value_of(one, raw, cell, reading)
        for raw, cell, reading in zip(raws, cells, column.readings, strict=True)
    ]
    return Read(values, [cell.unit for cell in cells], column.convention, column.evidence)


_BLANK = Cell("blank")


def _cell(raw: object, texts: Mapping[str, Cell], floats: Floats | None) -> Cell:
    if type(raw) is str:
        return texts[raw]
    return _BLANK if _is_state(raw) else read_cell(raw, floats)


def _is_state(raw: object) -> bool:
    return isinstance(raw, _STATES)


def _spoken(cell: Cell, unit: str | None) -> Cell:
    """A word of magnitude is no fault where the declared unit holds it, as in 5 of a unit 'juta buku'."""
    if cell.fault is None or cell.fault.rule is not MAGNITUDE or unit is None or cell.unit is None:
        return cell
    return cell._replace(kind="range" if cell.high else "number", fault=None) if same_unit(cell.unit, unit) else cell


def _number(one: Field, raw: object, cell: Cell, reading: Decimal | Bounds | Fault | None) -> Decimal | Fault | None:
    if cell.kind == "blank" and not _is_state(raw):
        return None
    if reading is None or isinstance(reading, Bounds):
        return Fault(NOT_ONE, (("cell", shown(plain(raw))), ("field", one.label)))
    return reading


def _amount(one: Field, raw: object, cell: Cell, reading: Decimal | Bounds | Fault | None) -> object:
    if _is_state(raw):
        return raw
    if isinstance(reading, Bounds) and one.name != "target":
        return Fault(NOT_ONE, (("cell", shown(plain(raw))), ("field", one.label)))
    if isinstance(reading, Bounds):
        return reading.low if reading.low == reading.high else Range(reading.low, reading.high)
    if reading is not None:
        return reading
    if cell.kind == "word":
        return _made(one, Level, cell.text)
    return cell.day


def _made(one: Field, make: Callable[..., object], *arguments: object) -> object:
    try:
        return make(*arguments)
    except InvalidValueError as error:
        return Fault(FIELD, (("field", one.label), *told(error).items()))


def _wrong_kind(raw: object) -> Fault:
    return Fault(KIND, (("kind", shown(raw)),))


def _text(one: Field, raw: object) -> object:
    if not isinstance(raw, str):
        return _wrong_kind(raw)
    text = plain(raw)
    if text[0] in "=+@#":
        fault = read_cell(text).fault
        if fault is not None and fault.rule in {FORMULA, ERROR}:
            return fault
    return _made(one, require_text, text, one.name)


def _lines(one: Field, raw: object) -> object:
    return _made(one, require_paragraphs, raw.strip(), one.name) if isinstance(raw, str) else _wrong_kind(raw)


_WORDS: dict[str, tuple[tuple[str, ...], Callable[[str], str | None]]] = {
    "polarity": (get_args(Polarity), polarity_word),
    "consolidation": (get_args(Consolidation), consolidation_word),
    "measure": (get_args(Measure), lambda _: None),
    "level": (get_args(ResultLevel), lambda _: None),
    "status": (get_args(DataStatus), status_word),
    "reason": (get_args(AmendmentReason), reason_word),
}


_LIKE = {"maximize": "positif", "minimize": "negatif", "stabilize": "stabil"}


def _word(one: Field, raw: object) -> object:
    allowed, meaning = _WORDS[one.name]
    text = plain(raw) if isinstance(raw, str) else None
    if text is not None:
        choices = consolidation_choices(text) if one.name == "consolidation" else ()
        if len(choices) > 1:
            listed = Text.literal(" atau ".join(choices), " or ".join(choices))
            named = (("cell", shown(text)), ("choices", listed), ("name", one.name), ("first", choices[0]))
            return Fault(MEANING, named)
        found = text if text in allowed else meaning(text)
        if found is not None:
            return found
    known = ", ".join(f"{word} ({_LIKE[word]})" if word in _LIKE else word for word in allowed)
    return Fault(WORD, (("cell", shown(raw)), ("field", one.label), ("allowed", known)))


def _period(_: Field, raw: object) -> object:
    # Which year a word such as "TW I" speaks of is known only beside the other fields of its row.
    return raw if isinstance(raw, str | Period) else _wrong_kind(raw)


def _date(one: Field, raw: object) -> object:
    if isinstance(raw, date):
        return _made(one, recorded_day, raw.date() if isinstance(raw, datetime) else raw, one.name)
    cell = read_cell(raw)
    if cell.day is not None:
        return _made(one, recorded_day, cell.day, one.name)
    known = "5 Maret 2025, 2025-03-05, ..."
    return cell.fault or Fault(WORD, (("cell", shown(raw)), ("field", one.label), ("allowed", known)))


def _echelon(one: Field, raw: object) -> object:
    if isinstance(raw, Echelon):
        return raw
    found = echelon_word(raw) if isinstance(raw, str) else None
    return found or Fault(WORD, (("cell", shown(raw)), ("field", one.label), ("allowed", "II.a, III.b, ...")))


def _scale(one: Field, raw: object) -> object:
    if isinstance(raw, OrdinalScale):
        return raw
    return Fault(WORD, (("cell", shown(raw)), ("field", one.label), ("allowed", "OrdinalScale([...])")))


def _whole(one: Field, raw: object) -> object:
    text = plain(raw)
    if not isinstance(raw, str) or len(text) > 9 or not (text.isascii() and text.isdecimal()):
        return Fault(NOT_ONE, (("cell", shown(raw)), ("field", one.label)))
    low, high = (1945, 9998) if one.name == "year" else (0, 6)
    return _made(one, partial(admit_whole, low=low, high=high), int(text), one.name)


def _evidence(one: Field, raw: object) -> object:
    given = raw if isinstance(raw, tuple | list) else (raw,)
    found = tuple(_text(one, text) for text in given)
    return next((fault for fault in found if isinstance(fault, Fault)), found)


def _codes(one: Field, raw: object) -> object:
    given = raw.split(";") if isinstance(raw, str) else raw if isinstance(raw, tuple | list) else (raw,)
    return _evidence(one, [each for each in given if not isinstance(each, str) or plain(each)])


_READERS: dict[str, Callable[[Field, Any], object]] = {
    "text": _text,
    "lines": _lines,
    "word": _word,
    "period": _period,
    "date": _date,
    "echelon": _echelon,
    "scale": _scale,
    "whole": _whole,
    "evidence": _evidence,
    "codes": _codes,
}
