"""Arah: which direction is better, as a row states it, or as its words merely suggest."""

import re
from typing import Any

from sakip.model.indicator import Polarity
from sakip.model.vocabulary import polarity_word

__all__ = ["stated", "suggested"]

# What nobody wants more of. The words suggest and never decide, since many a name says the contrary beside them.
_WORSE = re.compile(
    r"kematian|kesakitan|kemiskinan|miskin|penganggur|stunting|gizi buruk|prevalensi|insiden|ketimpangan|gini\b|"
    r"kesenjangan|kriminal|kejahatan|kecelakaan|pelanggaran|keluhan|inflasi|temuan|kerugian|kebocoran|putus sekolah|"
    r"buta (?:huruf|aksara)|kumuh|tidak layak|emisi|waktu tunggu|tunggakan|korban|pencemar|kekerasan|rawan pangan|"
    r"mortality|poverty|unemployment|\bAK(?:I|B|ABA)\b",
    re.IGNORECASE,
)
_TURNED = re.compile(
    r"penurunan|pengurangan|menurun|berkurang|penanganan|ditangani|tertangani|penyelesaian|diselesaikan|terselesaikan|"
    r"tindak ?lanjut|ditindaklanjuti|pencegahan|pengentasan|penemuan|terlayani|dilayani|mendapat|bebas|ketaatan|"
    r"kepatuhan|reduction|pengendalian|penanggulangan|ketahanan|penagihan|selesai|yang (?:di|ter|men|mem)\w{3}",
    re.IGNORECASE,
)
_AT_MOST = re.compile(
    r"[<\u2264]|\b(?:ma[kx]s(?:imal|imum)?|paling (?:banyak|lama|tinggi|lambat)|kurang dari|di ?bawah|at most)\b"
)
_AT_LEAST = re.compile(r"[>\u2265]|\b(?:min(?:imal|imum)?|paling (?:sedikit|rendah)|lebih dari|di ?atas|at least)\b")


def stated(cell: Any) -> Polarity | None:
    """Arah dinyatakan: the direction that a cell states in words that have one meaning; None for any other cell.

    Examples:
        >>> stated("Makin rendah makin baik"), stated("Naik"), stated(3)
        ('minimize', None, None)
    """
    return polarity_word(cell) if type(cell) is str else None


def suggested(indicator: Any, target: str) -> Polarity | None:
    """Arah yang disarankan: what the name of an indicator and the words around its target suggest, or nothing.

    Examples:
        >>> suggested("Angka kematian ibu", "49,34"), suggested("Penurunan kemiskinan", "2"), suggested("x", "min. 84")
        ('minimize', None, 'maximize')
    """
    limit = target.casefold()
    if _AT_MOST.search(limit):
        return "minimize"
    if _AT_LEAST.search(limit):
        return "maximize"
    if type(indicator) is str and _WORSE.search(indicator) and not _TURNED.search(indicator):
        return "minimize"
    return None
