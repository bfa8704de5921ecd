"""Kosakata: words of Indonesian tables that have one meaning, and which meanings the others may have.

A word is read when everybody in the field means the same by it; a word that some use for one thing and some for
another is left to the caller. *Naik*, *maksimal* and *rentang* are therefore no polarities here: a column may say by
them how a value moved, that the target is a limit, or that the target has two bounds.
"""

import re
from typing import NamedTuple

from sakip.base.text import Text
from sakip.errors import InvalidValueError
from sakip.model.amendment import AmendmentReason
from sakip.model.indicator import Consolidation, Polarity
from sakip.model.party import Echelon
from sakip.model.period import Period, PeriodKind
from sakip.model.realization import DataStatus

__all__ = [
    "consolidation_choices",
    "consolidation_word",
    "echelon_word",
    "month_word",
    "period_word",
    "polarity_text",
    "polarity_word",
    "reason_word",
    "status_word",
]

_LONGEST = 100
_NO_WORD = re.compile(r"[\W_]+")


def _squeezed(text: str) -> str:
    """Small letters and digits with single blanks; nothing where the text is too long to be one of these words."""
    return _NO_WORD.sub(" ", text.casefold()).strip() if len(text) <= _LONGEST else ""


_POLARITIES: tuple[tuple[Polarity, tuple[str, ...]], ...] = (
    ("maximize", ("maximize", "maximise", "maksimalkan", "positif", "positive", "higher", "higher is better")),
    ("minimize", ("minimize", "minimise", "minimalkan", "negatif", "negative", "lower", "lower is better")),
    ("stabilize", ("stabilize", "stabilise", "stabil", "stabilisasi")),
)
_THE_MORE = re.compile(
    r"(?:(?:se)?makin|lebih) (?:(?P<up>tinggi|besar|banyak)|rendah|kecil|sedikit)"
    r"(?: (?:realisasi|capaian|nilai|angka)(?:nya)?)? (?:(?:se)?makin|lebih) (?:baik|bagus)"
)


_DIRECTIONS: dict[Polarity, Text] = {
    "maximize": Text("makin tinggi makin baik", "higher is better"),
    "minimize": Text("makin rendah makin baik", "lower is better"),
    "stabilize": Text("makin dekat target makin baik", "closer to the target is better"),
}


def polarity_text(polarity: Polarity) -> Text:
    """Teks polaritas: which direction is better.

    Examples:
        >>> polarity_text("minimize").render("id")
        'makin rendah makin baik'
    """
    return _DIRECTIONS[polarity]


def polarity_word(text: str) -> Polarity | None:
    """Kata polaritas: the direction that a word states, or None.

    Examples:
        >>> polarity_word("Positif"), polarity_word("Semakin rendah, semakin baik"), polarity_word("Naik")
        ('maximize', 'minimize', None)
    """
    key = _squeezed(text)
    if phrase := _THE_MORE.fullmatch(key):
        return "maximize" if phrase["up"] else "minimize"
    return next((polarity for polarity, words in _POLARITIES if key in words), None)


_CONSOLIDATIONS: tuple[tuple[tuple[Consolidation, ...], tuple[str, ...]], ...] = (
    (("sum",), ("sum", "jumlah", "penjumlahan", "dijumlahkan")),
    (("average",), ("average", "avg", "mean", "rata rata", "rerata")),
    (
        ("last_level",),
        (
            "last level",
            "posisi akhir",
            "posisi terakhir",
            "nilai akhir",
            "nilai terakhir",
            "tlkv",
            "take last known value",
        ),
    ),
    (("last_progress",), ("last progress", "progres", "progress")),
    (("minimum",), ("minimum", "terendah", "nilai terendah")),
    (("maximum",), ("maximum", "maksimum", "tertinggi", "nilai tertinggi")),
    (("pool",), ("pool",)),
    # Some add the periods up; others enter each period together with those before it.
    (("sum", "last_progress"), ("kumulatif", "komulatif", "cumulative", "akumulasi", "akumulatif")),
    (
        ("last_level", "average", "sum"),
        ("non kumulatif", "non komulatif", "nonkumulatif", "nonkomulatif", "tidak kumulatif", "non cumulative"),
    ),
)


def consolidation_choices(text: str) -> tuple[Consolidation, ...]:
    """Pilihan konsolidasi: what a word may mean, the commonest first; empty for an unknown word.

    *Kumulatif* has two meanings in use: the periods are added up, or each period already holds those before it. Only
    the numbers, or the caller, can tell which.

    Examples:
        >>> consolidation_choices("Komulatif"), consolidation_choices("Rata-rata"), consolidation_choices("lain")
        (('sum', 'last_progress'), ('average',), ())
    """
    key = _squeezed(text)
    return next((choices for choices, words in _CONSOLIDATIONS if key in words), ())


def consolidation_word(text: str) -> Consolidation | None:
    """Kata konsolidasi: how the periods become one number, where the word means one way alone; otherwise None.

    Examples:
        >>> consolidation_word("Posisi akhir"), consolidation_word("Kumulatif")
        ('last_level', None)
    """
    choices = consolidation_choices(text)
    return choices[0] if len(choices) == 1 else None


_STATUSES: tuple[tuple[DataStatus, tuple[str, ...]], ...] = (
    ("draft", ("draft", "draf", "konsep")),
    (
        "submitted",
        ("submitted", "diajukan", "dikirim", "disampaikan", "menunggu verifikasi", "belum diverifikasi"),
    ),
    ("verified", ("verified", "terverifikasi", "diverifikasi", "sudah diverifikasi", "telah diverifikasi")),
    ("final", ("final",)),
)


def status_word(text: str) -> DataStatus | None:
    """Kata status data: how far a realization has been checked, or None.

    Examples:
        >>> status_word("Draf"), status_word("Terverifikasi"), status_word("Sementara")
        ('draft', 'verified', None)
    """
    key = _squeezed(text)
    return next((status for status, words in _STATUSES if key in words), None)


_REASONS: tuple[tuple[AmendmentReason, tuple[str, ...]], ...] = (
    ("official", ("official", "pejabat", "mutasi", "mutasi pejabat", "pergantian pejabat", "perubahan pejabat")),
    (
        "strategy",
        ("strategy", "strategi", "perubahan strategi", "perubahan program", "perubahan kegiatan", "perubahan anggaran"),
    ),
    ("priority", ("priority", "prioritas", "asumsi", "perubahan prioritas", "perubahan asumsi")),
)
_JOINED = re.compile(r"pergantian (?:(?:atau|dan) )?mutasi pejabat|perubahan prioritas (?:(?:atau|dan) )?asumsi")


def reason_word(text: str) -> AmendmentReason | None:
    """Kata alasan perubahan: which reason of the law a word names, or None.

    Examples:
        >>> reason_word("Mutasi pejabat"), reason_word("Perubahan prioritas atau asumsi"), reason_word("Koreksi")
        ('official', 'priority', None)
    """
    key = _squeezed(text)
    if _JOINED.fullmatch(key):
        return "official" if key.startswith("pergantian") else "priority"
    return next((reason for reason, words in _REASONS if key in words), None)


_ECHELON = re.compile(r"(?:eselon|esel|esl|es)\b[. ]*(?P<code>.+)", re.IGNORECASE)

_PARTED = re.compile(r"[ /]+(?=[a-e]$)", re.IGNORECASE)


def echelon_word(text: str) -> Echelon | None:
    """Kata jenjang: the level that a text names, also as ``Es. II.b`` or ``Eselon II/b``, or None.

    Without the word in front, ``II/b`` stays a pay grade.

    Examples:
        >>> echelon_word("Es. II/b").code, echelon_word("IIb").code, echelon_word("II/b")
        ('II.b', 'II.b', None)
    """
    if len(text) > _LONGEST:
        return None
    found = _ECHELON.fullmatch(text.strip())
    try:
        return Echelon(_PARTED.sub(".", found["code"]) if found else text)
    except InvalidValueError:
        return None


_MONTHS = (  # in the order of the calendar
    ("januari", "january", "jan"),
    ("februari", "pebruari", "february", "feb", "peb"),
    ("maret", "march", "mar", "mrt"),
    ("april", "apr"),
    ("mei", "may"),
    ("juni", "june", "jun"),
    ("juli", "july", "jul"),
    ("agustus", "august", "agu", "agt", "ags", "agust", "aug"),
    ("september", "sept", "sep"),
    ("oktober", "october", "okt", "oct"),
    ("november", "nopember", "nov", "nop"),
    ("desember", "december", "des", "dec"),
)
_MONTH_NUMBERS = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}


def month_word(text: str) -> int | None:
    """Kata bulan: the calendar month that a name or its short form stands for, 1 to 12, or None.

    Examples:
        >>> month_word("Nopember"), month_word("Agt."), month_word("minggu")
        (11, 8, None)
    """
    return _MONTH_NUMBERS.get(_squeezed(text))


class _Kind(NamedTuple):
    kind: PeriodKind
    pattern: re.Pattern[str]


# A single letter needs a digit: "Q1", but not "QI".
_NUMBER = r" ?(?:ke )?(?P<number>0?[1-9]|1[0-2]|iv|i{1,3}|pertama|kesatu|kedua|ketiga|keempat)"
_KINDS = (
    _Kind("quarter", re.compile(rf"(?:triwulan|tri wulan|triw|trw|tw|kuartal|quarter|q(?=[1-4])){_NUMBER}")),
    _Kind("half_year", re.compile(rf"(?:semester|smstr|smt|sem|sm|half year|[hs](?=[12])){_NUMBER}")),
    _Kind("four_month", re.compile(rf"(?:caturwulan|catur wulan|cawu|cw){_NUMBER}")),
    _Kind("month", re.compile(rf"(?:bulan|bln|month|[bm](?=[01][0-9]|[1-9])){_NUMBER}")),
)
_YEARLY = frozenset({"", "tahun", "tahunan", "setahun", "1 tahun", "satu tahun", "year", "annual", "full year", "y"})
_NUMBERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "pertama": 1, "kesatu": 1, "kedua": 2, "ketiga": 3, "keempat": 4}
_YEAR = re.compile(
    r"(?:(?:tahun|thn|ta) ?)?(?P<before>(?:19|20)[0-9]{2}) ?(?P<part>.*)|"
    r"(?P<other>.*?) ?(?:(?:tahun|thn|ta) ?)?(?P<after>(?:19|20)[0-9]{2})"
)


def period_word(text: str, year: int | None = None, starts: int = 1) -> Period | None:
    """Kata periode: the period that a cell or the head of a column names, or None.

    Args:
        text: Such as ``TW I``, ``Triwulan IV 2025``, ``Q2``, ``Smt 1``, ``Caturwulan II``, ``Januari``, ``B04``,
            ``Tahunan`` or a period code.
        year: The fiscal year of a text that names none.
        starts: Calendar month in which the fiscal year begins. The months are then those of the calendar by name and
            those of the fiscal year by number.

    Examples:
        >>> period_word("TW I", 2025).code, period_word("Triwulan IV 2024").code, period_word("Jan", 2025, 4).code
        ('2025-Q1', '2024-Q4', '2025-M10@04')
        >>> period_word("s.d. TW III", 2025), period_word("TW 5", 2025), period_word("TW I")
        (None, None, None)
    """
    if len(text) > _LONGEST:
        return None
    try:
        return _parsed(text.strip(), starts) or _named(_squeezed(text), year, starts)
    except InvalidValueError:
        return None  # a part that the year does not have, such as a fifth quarter


def _parsed(text: str, starts: int) -> Period | None:
    try:
        period = Period.parse(text.upper())
    except InvalidValueError:
        return None
    return period if "@" in text else Period(period.kind, period.fiscal_year, period.number, starts=starts)


def _named(key: str, year: int | None, starts: int) -> Period | None:
    found = _YEAR.fullmatch(key)
    part = key if found is None else (found["part"] or found["other"] or "")
    written = None if found is None else int(found["before"] or found["after"])
    fiscal_year = year if written is None else written
    if fiscal_year is None or not key:
        return None
    if part in _YEARLY:
        return Period.year(fiscal_year, starts=starts)
    month = month_word(part)
    if month is not None:
        # A month that is written with its own year names that of the calendar.
        begun = fiscal_year if written is None or month >= starts else fiscal_year - 1
        return Period.month(begun, (month - starts) % 12 + 1, starts=starts)
    for kind, pattern in _KINDS:
        if match := pattern.fullmatch(part):
            number = match["number"]
            return Period(kind, fiscal_year, _NUMBERS.get(number) or int(number), starts=starts)
    return None
