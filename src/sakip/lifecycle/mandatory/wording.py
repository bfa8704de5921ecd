"""Kata indikator wajib: what must be promised, and how periods become one number, in words."""

from datetime import date

from sakip.base.text import Lang, Text
from sakip.lifecycle.mandatory.comparing import Value
from sakip.lifecycle.mandatory.indicator import MandatoryIndicator
from sakip.model.indicator import Consolidation
from sakip.model.scale import Level
from sakip.model.target import Range
from sakip.scoring.wording import value_text

__all__ = ["consolidation_text", "wanted_text"]

_PERIODS: dict[Consolidation, Text] = {
    "sum": Text("dijumlahkan", "summed"),
    "average": Text("dirata-ratakan", "averaged"),
    "last_level": Text("posisi terakhir", "the last position"),
    "last_progress": Text("angka kumulatif terakhir", "the last cumulative figure"),
    "minimum": Text("yang terendah", "the lowest"),
    "maximum": Text("yang tertinggi", "the highest"),
    "pool": Text("pembilang dan penyebut digabungkan", "numerators and denominators pooled"),
}


_EXACT = Text("tepat {target}", "exactly {target}")
_AT_LEAST = Text("sekurang-kurangnya {target}", "at least {target}")
_AT_MOST = Text("paling banyak {target}", "at most {target}")
_WITHIN = Text("dalam {target}", "within {target}")
_BY = Text("paling lambat {target}", "by {target}")
_OWN = Text("target sendiri", "its own target")


def consolidation_text(consolidation: Consolidation) -> Text:
    """Teks konsolidasi: how the periods of a year become one number.

    Examples:
        >>> consolidation_text("sum").id
        'dijumlahkan'
    """
    return _PERIODS[consolidation]


def wanted_text(wanted: MandatoryIndicator, lang: Lang) -> str:
    """Teks target wajib: what must be promised, in words.

    Examples:
        >>> from sakip import Indicator
        >>> complaints = Indicator("ADUAN", "Aduan terbuka", unit="aduan", polarity="minimize")
        >>> wanted_text(MandatoryIndicator(complaints, 3, binding="no_weaker", objective="Layanan"), "en")
        'at most 3 aduan'
    """
    if wanted.target is None or wanted.binding == "own":
        return _OWN.render(lang)
    words, target = (_EXACT, wanted.target) if wanted.binding == "exact" else _bound(wanted, wanted.target)
    return words.render(lang, {"target": value_text(target, wanted.indicator.unit, lang)})


def _bound(wanted: MandatoryIndicator, target: Value) -> tuple[Text, Value]:
    """What must not be missed; of a range only the bound that is worse in the direction of the polarity."""
    if isinstance(target, date):
        return _BY, target
    polarity = wanted.indicator.polarity
    if isinstance(target, Level) or polarity == "maximize":
        return _AT_LEAST, target.low if isinstance(target, Range) else target
    if polarity == "minimize":
        return _AT_MOST, target.high if isinstance(target, Range) else target
    return _WITHIN, target
