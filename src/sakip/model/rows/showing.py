"""Menunjukkan: what a cell says, as people read it in a sentence."""

from datetime import date
from decimal import Decimal

from sakip.base.text import Argument, Text, both
from sakip.model.party import Echelon
from sakip.model.realization import AwaitingRelease, Components, NotApplicable, NotReported
from sakip.model.scale import Level, OrdinalScale
from sakip.model.target import Range

__all__ = ["shown_value", "told_apart"]

_LONGEST = 80
_BESIDE = 10
_PARTS = Text("{numerator} dari {denominator}", "{numerator} of {denominator}")
_STATES = {
    NotReported: Text("belum dilaporkan", "not reported"),
    NotApplicable: Text("tidak berlaku", "not applicable"),
    AwaitingRelease: Text("menunggu rilis", "awaiting release"),
}


def shown_value(value: object) -> Argument:
    """Nilai ruas: what a field says, as an argument of a sentence.

    Examples:
        >>> shown_value(Level("WTP")), shown_value(None), shown_value(Decimal("2.5"))
        ('WTP', '-', Decimal('2.5'))
        >>> Text("{value}", "{value}").filled({"value": shown_value(Range(4, 6))}).render("id")
        '4–6'
    """
    whole = _whole(value)
    return f"{whole[:_LONGEST]}…" if isinstance(whole, str) and len(whole) > _LONGEST else whole


def told_apart(one: object, other: object) -> tuple[Argument, Argument]:
    """Beda nilai: what two fields say, so far shown that it can be seen to differ.

    Examples:
        >>> told_apart("x" * 100 + "a", "x" * 100 + "b")
        ('…xxxxxxxxxxa', '…xxxxxxxxxxb')
    """
    shown = shown_value(one), shown_value(other)
    first, second = _whole(one), _whole(other)
    if shown[0] != shown[1] or not isinstance(first, str) or not isinstance(second, str):
        return shown
    pairs = enumerate(zip(first, second, strict=False))
    start = next((at for at, (here, there) in pairs if here != there), min(len(first), len(second))) - _BESIDE
    return f"…{first[start : start + _LONGEST]}", f"…{second[start : start + _LONGEST]}"


def _whole(value: object) -> Argument:
    match value:
        case None:
            return "-"
        case Decimal() | date():
            return value
        case Range():
            return both(value.text)
        case Components():
            return _PARTS.filled({"numerator": value.numerator, "denominator": value.denominator})
        case Level(name):
            return name
        case Echelon(code):
            return code
        case OrdinalScale():
            return ", ".join(value.names)
        case NotReported() | NotApplicable() | AwaitingRelease():
            return _STATES[type(value)]
        case tuple():
            return ", ".join(map(str, value)) or "-"
        case _:
            return str(value)
