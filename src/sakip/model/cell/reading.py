"""Membaca sel: what one cell of a table says, before anything is known of its column."""

import re
from contextlib import suppress
from datetime import date, datetime
from decimal import Decimal
from typing import Literal, NamedTuple

from sakip.base.control import CONTROLS
from sakip.base.notation.marks import NUMBER, parts_of
from sakip.base.notation.spelled import parse_spelled
from sakip.base.number import admit
from sakip.base.rule import Rule
from sakip.errors import InvalidValueError
from sakip.model.cell import faults
from sakip.model.cell.faults import Fault, no_number, shown
from sakip.model.vocabulary import month_word

__all__ = ["Cell", "CellKind", "Floats", "read_cell"]

CellKind = Literal["blank", "number", "range", "date", "word", "odd"]
Floats = Literal["shortest"]


class Cell(NamedTuple):
    """Sel: what stands in one cell of a table.

    Attributes:
        kind: ``blank``, ``number``, ``range``, ``date``, ``word`` (a level, a grade, or a mark such as ``-``) or
            ``odd``.
        text: The printed number without its unit, still undecided; of a range the lower bound as printed; of a word
            the word. An odd cell keeps the number that it says beside something else: before a word of magnitude,
            which a declared unit may hold, before a remark, behind a sign of comparison, or in brackets behind a grade,
            which is then its unit; of a proportion such as 100 of 110 both numbers.
        unit: The words behind the number, ``%`` or ``Rp``; None without any.
        high: The upper bound of a range, as printed.
        number: The number of a cell that came as one.
        day: The date.
        fault: What is wrong with an odd cell.
    """

    kind: CellKind
    text: str = ""
    unit: str | None = None
    high: str = ""
    number: Decimal | None = None
    day: date | None = None
    fault: Fault | None = None

    @property
    def undecided(self) -> bool:
        """Belum pasti: whether it is a printed number, whose reading depends on a convention."""
        return self.kind == "number" and self.number is None


_LONGEST = 200
_LONGEST_PADDED = 4000
_MINUS = "[-\u2212]"
_DASH = "[-~\u2010-\u2015\u2212]"
_LETTER = r"[^\W\d_]"
_MONEY = r"(?i:Rp|IDR)\.? ?"

_COMMON = re.compile(rf"({_MINUS}?[0-9](?:[0-9.,]{{0,40}}[0-9])?)(?: ?(%))?")
_AMOUNT = re.compile(
    rf"(?P<sign>{_MINUS}?)(?P<money>{_MONEY})?(?P<inner>{_MINUS}?)(?P<number>{NUMBER}(?:,-)?) ?(?P<rest>.*)"
)
_UP_TO = r"s\.? ?/? ?d\.?|sampai(?: dengan)?|hingga"
_RANGE = re.compile(
    rf"(?P<before>[^0-9<>=()/:]*?) ?(?:{_DASH}|(?<!{_LETTER})(?:{_UP_TO}|to)(?!{_LETTER}))"
    rf" ?(?:{_MONEY})?(?P<high>{_MINUS}?{NUMBER}(?:,-)?) ?(?P<unit>[^0-9].*)?",
    re.IGNORECASE,
)
_FRACTION = re.compile(rf"[^0-9()]*?(?:(?<!{_LETTER})(?:dari|of)(?!{_LETTER})|[/:\u2044\u00f7]) ?[0-9]", re.IGNORECASE)
_PER_TEN = re.compile(r"\bper ?1[0.,]*0(?![0-9])|(?<=[mMO])[23](?![0-9])", re.IGNORECASE)
_PER = re.compile(r"per ?[0-9]", re.IGNORECASE)
_MAGNITUDE = re.compile(
    r"(?:puluh|ratus|ribu|juta|mil+[iy]ard?|tril+[iy]un)(?:an)?\b|(?:rb|jt|thousand|million|billion|trillion)\b",
    re.IGNORECASE,
)
_SHORT_MONEY = re.compile(r"[MTK]\b", re.IGNORECASE)
# Small, m is meter and t is ton; K/L is ministries and agencies.
_SHORT_MAGNITUDE = re.compile(r"[MTKk](?=\.?(?:\s|$))")
_UNIT = re.compile(rf"[%\u2030][.,]?(?:$|(?=[^%<>=~+]*{_LETTER}))|[\u00b0\u2103]|/? ?{_LETTER}")
_EXPONENT = re.compile(r"e[-+]?[0-9]+", re.IGNORECASE)

_ERROR = re.compile(r"#[A-Z/0]+[!?]|#N/A|#GETTING_DATA|#{2,}|Err:[0-9]{3}", re.IGNORECASE)
_FORMULA = re.compile(rf"=|[+@]{_LETTER}")
_COMPARED = re.compile(
    r"(?:[>\u2264\u2265\u2248~\u00b1]|<(?![a-z/!])|(?:min(?:imal|imum)?|ma[kx]s?(?:imal|imum)?|paling \w+|"
    r"lebih (?:dari|besar|kecil)|kurang (?:dari|lebih)|di ?atas|di ?bawah|sekurang-kurangnya|setidaknya|"
    rf"sebanyak-banyaknya|sekitar|kira-kira|hampir|{_UP_TO}|at least|at most|up to|"
    rf"about|more than|less than)(?!{_LETTER}))[^0-9]*[0-9].*|"
    r"[^0-9]*[0-9].*(?:ke ?atas|ke ?bawah|atau (?:lebih|kurang)|or (?:more|less)|\+)",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"(?P<iso>[0-9]{4}-[0-9]{2}-[0-9]{2})(?:[ T][0-9:.+Z]*)?|[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{4}|"
    rf"(?P<day>[0-9]{{1,2}})[ -]?(?P<month>{_LETTER}{{3,9}})\.?(?:[ ,-]{{0,2}}(?P<year>[0-9]{{2}}(?:[0-9]{{2}})?))?"
)
_SPELLED = re.compile(r"(?P<before>[^()]*?) ?\((?P<words>[^()0-9]+)\) ?(?P<after>[^()]*)")
_ANY_NUMBER = re.compile(rf"{_MINUS}?{NUMBER}")
_GRADED = re.compile(rf"(?P<grade>[^0-9()]{{1,40}}?) ?[(/:] ?(?P<number>{NUMBER}) ?%?\)?")
_WITH_NUMBER = re.compile(r"[0-9][.,][0-9]|[0-9] ?%|\([^0-9]*[0-9]")

_BLANK = Cell("blank")
# Missing values of data frames, known by name, so that no data frame library is needed.
_MISSING = frozenset({"NAType", "NaTType"})
# The shortest decimal text that means this float and no other, whatever a subclass makes of its own repr.
_shortest = type(0 / 1).__repr__


def read_cell(value: object, floats: Floats | None = None) -> Cell:
    """Baca sel: what a cell says, split into its parts; nothing is guessed and nothing raises.

    Args:
        value: Text, ``int``, ``Decimal``, a date or None, as it came from a table.
        floats: ``"shortest"`` reads a float by the shortest decimal text that stands for it; otherwise it is a fault.

    Examples:
        >>> read_cell("Rp 1.250.000,-")[:3], read_cell("2 dok")[:3], read_cell("80 - 90%")[:4]
        (('number', '1.250.000,-', 'Rp'), ('number', '2', 'dok'), ('range', '80', '%', '90'))
        >>> read_cell("Level 3").kind, read_cell(" ").kind, read_cell("5 juta buku").fault.code
        ('word', 'blank', 'CELL-MAGNITUDE')
    """
    if type(value) is str:
        common = _COMMON.fullmatch(value)
        return _text(value) if common is None else Cell("number", common[1], common[2])
    if value is None:
        return _BLANK
    if isinstance(value, str):
        return read_cell(str.__str__(value))
    if isinstance(value, float):
        return _float(_shortest(value), floats)
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return _admitted(value)
    if type(value).__name__ in _MISSING:
        return _BLANK
    if isinstance(value, date):
        return Cell("date", day=value.date() if isinstance(value, datetime) else value)
    return _odd(faults.KIND, kind=shown(value))


def _odd(rule: Rule, **arguments: str | int) -> Cell:
    return Cell("odd", fault=Fault(rule, tuple(arguments.items())))


def _beside(rule: Rule, text: str, numbers: list[str], unit: str | None = None) -> Cell:
    """A cell that says more than a number: it keeps the number if it is the only one."""
    number = numbers[0] if len(numbers) == 1 else ""
    return Cell("odd", number, unit, fault=Fault(rule, (("cell", shown(text)),)))


def _float(text: str, floats: Floats | None) -> Cell:
    if text == "nan":
        return _BLANK
    if floats != "shortest":
        return _odd(faults.FLOAT, cell=text)
    return _odd(faults.TOO_LARGE, cell=text) if text.endswith("inf") else _admitted(Decimal(text))


def _admitted(value: int | Decimal) -> Cell:
    if isinstance(value, Decimal) and Decimal.is_nan(value):
        return _BLANK
    try:
        return Cell("number", number=admit(value, "cell"))
    except InvalidValueError:
        # Python refuses to write very long integers.
        long = isinstance(value, int) and value.bit_length() > 1000
        digits = type(value).__name__ if long else str(value)
        return _odd(faults.TOO_LARGE, cell=shown(digits))


def _text(raw: str) -> Cell:
    if len(raw) > _LONGEST_PADDED or len(raw.strip()) > _LONGEST:
        return _odd(faults.LONG, length=len(raw))
    spaced = raw.replace("\n", " ").replace("\r", " ").replace("\t", " ")
    control = CONTROLS.search(spaced)
    if control is not None:
        return _odd(faults.CONTROL, point=f"U+{ord(control[0]):04X}", place=control.start() + 1)
    # Zero-width blanks come with what is copied from web pages.
    text = " ".join(spaced.replace("\u200b", " ").replace("\u2060", " ").split())
    if not text:
        return _BLANK
    common = _COMMON.fullmatch(text)
    if common is not None:
        return Cell("number", common[1], common[2])
    if _ERROR.fullmatch(text):
        return _odd(faults.ERROR, cell=shown(text))
    if _FORMULA.match(text):
        return _odd(faults.FORMULA, cell=shown(text))
    return _date(text) or _compared(text) or _number(text) or _word(text)


def _date(text: str) -> Cell | None:
    found = _DATE.fullmatch(text)
    if found is None or (found["month"] and month_word(found["month"]) is None):
        return None
    with suppress(ValueError):  # no day of the calendar
        if found["iso"]:
            return Cell("date", day=date.fromisoformat(found["iso"]))
        if found["year"] and len(found["year"]) == 4:
            return Cell("date", day=date(int(found["year"]), month_word(found["month"]) or 0, int(found["day"])))
    return _odd(faults.DATE, cell=text)


def _compared(text: str) -> Cell | None:
    return _beside(faults.COMPARISON, text, _ANY_NUMBER.findall(text)) if _COMPARED.fullmatch(text) else None


def _number(text: str) -> Cell | None:
    found = _AMOUNT.fullmatch(text)
    if found is None:
        return None
    if found["sign"] and found["inner"]:
        return Cell("odd", fault=no_number(text))
    printed = f"{found['sign'] or found['inner']}{found['number']}"
    money, rest = "Rp" if found["money"] else None, _unspelled(found["number"], found["rest"])
    if not rest:
        return Cell("number", printed, money)
    if _EXPONENT.fullmatch(rest):
        return Cell("odd", fault=no_number(text))
    between = _RANGE.fullmatch(rest)
    if between is not None:
        return _range(text, printed, money, between)
    if _FRACTION.match(rest) or (_PER.match(rest) and not _PER_TEN.match(rest)):
        whole = _ANY_NUMBER.findall(rest)
        parts = Fault(faults.FRACTION, (("cell", shown(text)),))
        return Cell("odd", printed, high=whole[0], fault=parts) if len(whole) == 1 else Cell("odd", fault=parts)
    unit = f"{money} {rest}" if money else rest
    magnitude = _magnitude(text, rest, money)
    if magnitude is not None and _fault_of_unit(text, rest) is None:
        return Cell("odd", printed, unit, fault=magnitude)
    if rest == "(%)":
        return Cell("number", printed, "%")
    beside = _fault_of_unit(text, rest)
    if beside is None:
        return Cell("number", printed, unit)
    if "(" not in rest:
        return Cell("odd", fault=beside)
    return Cell("odd", printed, rest.partition("(")[0].strip() or money, fault=beside)


def _magnitude(text: str, rest: str, money: str | None) -> Fault | None:
    """The word of magnitude behind a number, which only a unit that holds that word can carry."""
    found = _MAGNITUDE.match(rest) or (_SHORT_MONEY if money else _SHORT_MAGNITUDE).match(rest)
    return None if found is None else Fault(faults.MAGNITUDE, (("cell", shown(text)), ("word", found[0])))


def _unspelled(number: str, rest: str) -> str:
    """What follows a number, without its repetition in words, as in ``5 (lima) dokumen``."""
    found = _SPELLED.fullmatch(rest)
    if found is None:
        return rest
    unit = found["before"] or found["after"]
    repeated = "persen" if unit == "%" else unit.casefold()
    spelled = parse_spelled(found["words"].casefold().removesuffix(repeated))
    for convention in ("id", "en"):
        parts = parts_of(number, convention)
        if parts is not None and not parts[1].strip("0") and int(parts[0]) == spelled:
            return unit
    return rest


def _range(text: str, low: str, money: str | None, between: re.Match[str]) -> Cell:
    before, after = between["before"].strip(), (between["unit"] or "").strip()
    fault = _fault_of_unit(text, after) if after else None
    if fault is None and before:
        fault = _fault_of_unit(text, before)
    if fault is None and before and after and before.casefold() != after.casefold():
        fault = Fault(faults.SEVERAL, (("cell", shown(text)),))
    if fault is not None:
        return Cell("odd", fault=fault)
    unit = " ".join(filter(None, (money, after or before))) or None
    magnitude = _magnitude(text, after or before, money)
    kind: CellKind = "range" if magnitude is None else "odd"
    return Cell(kind, low, unit, between["high"], fault=magnitude)


def _fault_of_unit(text: str, unit: str) -> Fault | None:
    """What is wrong with the words behind a number, if anything is."""
    if unit.isalpha():
        return None
    if not any(letter.isalpha() or letter in "%\u2030" for letter in unit):
        return no_number(text)
    if re.search(r"\d", _PER_TEN.sub("", unit)):
        return Fault(faults.SEVERAL, (("cell", shown(text)),))
    if "(" in unit:
        return Fault(faults.REMARK, (("cell", shown(text)),))
    return None if _UNIT.match(unit) else no_number(text)


def _word(text: str) -> Cell:
    if text[0].isalpha():
        graded = _GRADED.fullmatch(text)
        if graded is not None:
            return _beside(faults.SEVERAL, text, [graded["number"]], graded["grade"])
        return _odd(faults.SEVERAL, cell=shown(text)) if _WITH_NUMBER.search(text) else Cell("word", text)
    if any(letter.isnumeric() for letter in text):
        return Cell("odd", fault=no_number(text))
    return Cell("word", text)
