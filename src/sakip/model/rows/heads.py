"""Judul kolom: which columns hold which field, where the heads say so themselves, by an exact list of words."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple, get_args

from sakip.base.control import inert
from sakip.base.finding import Finding, Place
from sakip.base.rule import Rule
from sakip.base.text import Lang, Text, require_text
from sakip.errors import InvalidValueError
from sakip.model.rows.layout import FIELDS, Columns, label_of
from sakip.model.rows.sifting import plain

__all__ = ["PERIODS", "RULES", "WORDS", "Headed", "headed"]

TAKEN = Rule(
    "ROW-HEADS",
    "note",
    Text("Kolom dibaca menurut judulnya: {taken}", "Columns are read by their heads: {taken}"),
)
UNREAD = Rule(
    "ROW-HEADS-UNREAD",
    "warning",
    Text(
        "Judul ini bukan kata yang dikenal, maka kolomnya tidak dibaca: {unread}; sebutkan lewat columns bila perlu",
        "These heads are no known words, so that their columns are not read: {unread}; name them in columns if need be",
    ),
)
RULES: tuple[Rule, ...] = (TAKEN, UNREAD)

WORDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("year", ("Tahun",)),
    ("office", ("OPD", "SKPD", "Perangkat Daerah")),
    ("objective", ("Sasaran Strategis",)),
    ("code", ("Kode",)),
    ("indicator", ("Indikator", "Indikator Kinerja", "Indikator Kinerja Utama")),
    ("polarity", ("Jenis",)),
    ("consolidation", ("Konsolidasi",)),
)
"""Kata judul: what heads commonly say, beside the name of a field and its labels."""

PERIODS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("realization", "TW", ("I", "II", "III", "IV")),
    ("realization", "Triwulan", ("I", "II", "III", "IV")),
    ("realization", "Realisasi TW", ("I", "II", "III", "IV")),
    ("realization", "Realisasi Triwulan", ("I", "II", "III", "IV")),
    ("realization", "Semester", ("I", "II")),
    ("realization", "Realisasi Semester", ("I", "II")),
    ("trajectory", "Target TW", ("I", "II", "III", "IV")),
    ("trajectory", "Target Triwulan", ("I", "II", "III", "IV")),
    ("trajectory", "Target Semester", ("I", "II")),
)
"""Kata periode: the heads of columns that hold one field, a period each; ``TW 1`` is ``TW I``."""

_MOST_SHOWN = 20
_LONGEST_SHOWN = 40


class _Spot(NamedTuple):
    """What a head says: a field and, where its columns are periods, how many and which one it is."""

    name: str
    parts: int = 1
    at: int = 0


class Headed(NamedTuple):
    """Menurut judul: which columns hold which field, and what the report says of that.

    Attributes:
        columns: As `agreements_from_rows` takes it.
        findings: What was taken for what, and which heads are no known words.
    """

    columns: Columns
    findings: tuple[Finding, ...]


def headed(tables: Iterable[Iterable[object]], said: Collection[str]) -> Headed:
    """Baca judul: the columns of tables by their heads; nothing is guessed, and what is similar is not the same.

    Args:
        tables: The rows of each table.
        said: The fields that the caller says already, so that no column need hold them.

    Raises:
        InvalidValueError: Two heads that say the same, periods of which some are missing, or nothing that says what an
            agreement cannot do without; one error with all of it.

    Examples:
        >>> rows = [{"Indikator": "Dokumen", "Jenis": "positif", "Target": "2", "Realisasi": "1"}]
        >>> headed([rows], {"year"}).columns
        {'indicator': 'Indikator', 'polarity': 'Jenis', 'target': 'Target', 'realization': 'Realisasi'}
    """
    heads = dict.fromkeys(
        head for table in tables for row in table if isinstance(row, Mapping) for head in row if isinstance(head, str)
    )
    if not heads:
        return Headed({}, ())
    spots = {head: _SPOTS.get(plain(head).casefold()) if _can_be_named(head) else None for head in heads}
    found: dict[str, dict[_Spot, list[str]]] = {}
    for head, spot in spots.items():
        if spot is not None:
            found.setdefault(spot.name, {}).setdefault(spot, []).append(head)
    faults = [*_faults(found), *_missing({*found, *said})]
    if faults:
        raise _refused(heads, faults)
    columns = {name: _columns(of) for name, of in found.items()}
    return Headed(
        columns, tuple(_told(columns, [head for head, spot in spots.items() if spot is None and plain(head)]))
    )


def _can_be_named(head: str) -> bool:
    """Whether a head can stand on one line, as every name of a column must."""
    try:
        require_text(head, "columns")
    except InvalidValueError:
        return False
    return True


def _columns(of: Mapping[_Spot, list[str]]) -> str | tuple[str, ...]:
    several = tuple(of[spot][0] for spot in sorted(of, key=lambda spot: spot.at))
    return several[0] if len(several) == 1 else several


def _faults(found: Mapping[str, Mapping[_Spot, list[str]]]) -> Iterator[Text]:
    """Fields that several heads say, and fields with some of their periods."""
    for name, of in found.items():
        heads = [head for those in of.values() for head in those]
        counts = {spot.parts for spot in of}
        if len(counts) > 1 or any(len(those) > 1 for those in of.values()):
            yield _AMBIGUOUS.filled({"heads": _listed(heads), "field": label_of(name)})
        elif len(of) < max(counts):
            yield _PARTS.filled({"heads": _listed(heads), "field": label_of(name), "count": max(counts)})


def _missing(said: Collection[str]) -> Iterator[Text]:
    """What no agreement can do without."""
    wanted = (("indicator", "code"), ("polarity",), ("target", "target_low", "target_high"), ("year",))
    for names in wanted:
        if not set(names) & set(said):
            yield _MISSING.filled({"field": label_of(names[0])})


def _refused(heads: Iterable[str], faults: list[Text]) -> InvalidValueError:
    problem, way_out = (
        ("; ".join(fault.render("id") for fault in faults), "; ".join(fault.render("en") for fault in faults)),
        (
            "Sebutkan columns={'indicator': 'Indikator', 'target': 'Target', ...}, atau year dan defaults",
            "State columns={'indicator': 'Indikator', 'target': 'Target', ...}, or year and defaults",
        ),
    )
    return InvalidValueError(
        code="heads-unclear", path="agreements_from_rows.columns", value=list(heads), problem=problem, way_out=way_out
    )


def _told(columns: Columns, unread: list[str]) -> Iterator[Finding]:
    pairs = [
        (_listed([held] if isinstance(held, str) else list(held)), label_of(name)) for name, held in columns.items()
    ]
    taken = Text.literal(
        *(
            "; ".join(f"{heads.render(lang)} = {label.render(lang)}" for heads, label in pairs)
            for lang in get_args(Lang)
        )
    )
    yield TAKEN.at("rows", taken=taken).placed(Place(None))
    if unread:
        yield UNREAD.at("rows", unread=_listed(unread)).placed(Place(None))


def _listed(heads: list[str]) -> Text:
    """The first heads, long ones cut short, and how many more there are."""
    written = ", ".join(f"'{_short(head)}'" for head in heads[:_MOST_SHOWN])
    rest = len(heads) - _MOST_SHOWN
    return _MORE.filled({"shown": written, "rest": rest}) if rest > 0 else Text.literal(written)


def _short(head: str) -> str:
    text = inert(plain(head))
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}..."


_AMBIGUOUS = Text("{heads} sama-sama berarti {field}", "{heads} all mean {field}")
_PARTS = Text("untuk {field} hanya ada {heads} dari {count} periode", "of {field} there is {heads} alone, of {count}")
_MISSING = Text("tidak ada judul untuk {field}", "no head says {field}")
_MORE = Text("{shown}, dan {rest} lagi", "{shown}, and {rest} more")


def _spots() -> Iterator[tuple[str, _Spot]]:
    for one in FIELDS:
        yield from ((word, _Spot(one.name)) for word in (one.name, one.label.id, one.label.en))
    for name, words in WORDS:
        yield from ((word, _Spot(name)) for word in words)
    for name, word, numerals in PERIODS:
        for at, numeral in enumerate(numerals):
            yield f"{word} {numeral}", _Spot(name, len(numerals), at)
            yield f"{word} {at + 1}", _Spot(name, len(numerals), at)


_SPOTS = {word.casefold(): spot for word, spot in _spots()}
