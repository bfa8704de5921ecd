"""Indikator kinerja: what is measured, in which unit, and which direction is better."""

from collections.abc import Iterable
from typing import Any, Literal, get_args

from attrs import Attribute, field, frozen

from sakip.base.choice import choose
from sakip.base.kind import none_or, tuple_of
from sakip.base.number import admit_whole
from sakip.base.rebuild import reduce_by_fields
from sakip.base.reference import Reference
from sakip.base.text import none_or_text, require_paragraphs, require_text
from sakip.errors import InvalidValueError
from sakip.model.scale import Level, OrdinalScale

__all__ = ["Consolidation", "Indicator", "Level", "Measure", "OrdinalScale", "Polarity", "ResultLevel", "cited"]

Polarity = Literal["maximize", "minimize", "stabilize"]
"""Polaritas: which direction is better."""
Consolidation = Literal["sum", "average", "last_level", "last_progress", "minimum", "maximum", "pool"]
"""Konsolidasi: how the realizations of periods become one."""
Measure = Literal["flow", "stock", "ratio", "index", "ordinal", "milestone"]
"""Jenis ukuran: what kind of number is measured."""
ResultLevel = Literal[
    "impact",
    "outcome",
    "intermediate_outcome",
    "immediate_outcome",
    "output",
    "process",
    "input",
]

_POLARITIES: tuple[Polarity, ...] = get_args(Polarity)
_CONSOLIDATIONS: tuple[Consolidation, ...] = get_args(Consolidation)
_MEASURES: tuple[Measure, ...] = get_args(Measure)
_RESULT_LEVELS: tuple[ResultLevel, ...] = get_args(ResultLevel)
_POLARITY_WORDS = {
    "positif": "maximize",
    "naik": "maximize",
    "maksimal": "maximize",
    "maksimum": "maximize",
    "maksimalkan": "maximize",
    "makin tinggi makin baik": "maximize",
    "semakin tinggi semakin baik": "maximize",
    "higher is better": "maximize",
    "negatif": "minimize",
    "turun": "minimize",
    "minimal": "minimize",
    "minimum": "minimize",
    "minimalkan": "minimize",
    "makin rendah makin baik": "minimize",
    "semakin rendah semakin baik": "minimize",
    "lower is better": "minimize",
    "stabil": "stabilize",
    "rentang": "stabilize",
    "range": "stabilize",
}
_CONSOLIDATION_WORDS = {
    "jumlah": "sum",
    "penjumlahan": "sum",
    "kumulatif": "sum",
    "komulatif": "sum",
    "rata rata": "average",
    "mean": "average",
    "posisi akhir": "last_level",
    "non kumulatif": "last_level",
    "tlkv": "last_level",
    "take last known value": "last_level",
    "progres": "last_progress",
    "terendah": "minimum",
    "tertinggi": "maximum",
    "gabungan": "pool",
}
_MEASURE_WORDS = {
    "rasio": "ratio",
    "persentase": "ratio",
    "persen": "ratio",
    "percentage": "ratio",
    "indeks": "index",
    "nilai": "index",
    "peringkat": "ordinal",
    "predikat": "ordinal",
    "opini": "ordinal",
    "tonggak": "milestone",
}
_RESULT_LEVEL_WORDS = {
    "dampak": "impact",
    "ultimate outcome": "impact",
    "final outcome": "impact",
    "hasil": "outcome",
    "hasil antara": "intermediate_outcome",
    "keluaran": "output",
    "proses": "process",
    "aktivitas": "process",
    "activity": "process",
    "masukan": "input",
}


def _code(value: str) -> str:
    code = require_text(value, "Indicator.code")
    if code == code.strip() and code.isprintable():
        return code
    raise InvalidValueError(
        code="untidy-code",
        path="Indicator.code",
        value=value,
        problem=(
            "kode diapit spasi atau memuat tanda yang tidak terlihat",
            "the code has spaces around it or signs that cannot be seen",
        ),
        way_out=("Tulis kode tanpa tanda itu", "Write the code without them"),
    )


def _name(value: str) -> str:
    return require_text(value, "Indicator.name")


def _unit(value: str | None) -> str | None:
    return none_or_text(value, "Indicator.unit")


def _polarity(value: Polarity) -> Polarity:
    if _is_missing(value):
        raise InvalidValueError(
            code="polarity-missing",
            path="Indicator.polarity",
            value=value,
            problem=(
                "polaritas tidak disebutkan, dan tidak pernah diandaikan",
                "the polarity is not stated, and it is never assumed",
            ),
            way_out=(
                "Tulis polarity='maximize' (makin tinggi makin baik), 'minimize' (makin rendah) atau 'stabilize'",
                "Write polarity='maximize' (higher is better), 'minimize' (lower is better) or 'stabilize'",
            ),
        )
    return choose(
        value,
        _POLARITIES,
        "Indicator.polarity",
        code="unknown-polarity",
        problem=("polaritas tidak dikenal", "unknown polarity"),
        known=_POLARITY_WORDS,
    )


def _is_missing(value: object) -> bool:
    return value is None


def _consolidation(value: Consolidation | None) -> Consolidation | None:
    if value is None:
        return None
    return choose(
        value,
        _CONSOLIDATIONS,
        "Indicator.consolidation",
        code="unknown-consolidation",
        problem=("cara konsolidasi periode tidak dikenal", "unknown consolidation of periods"),
        known=_CONSOLIDATION_WORDS,
    )


def _measure(value: Measure | None) -> Measure | None:
    if value is None:
        return None
    return choose(
        value,
        _MEASURES,
        "Indicator.measure",
        code="unknown-measure",
        problem=("jenis ukuran tidak dikenal", "unknown kind of measure"),
        known=_MEASURE_WORDS,
    )


def _scale(value: OrdinalScale | None) -> OrdinalScale | None:
    return none_or(OrdinalScale, value, "Indicator.scale", "OrdinalScale(['D', 'C', 'B', 'A'])")


def _decimals(value: int | None) -> int | None:
    return None if value is None else admit_whole(value, "Indicator.decimals", low=0, high=6)


def _operational_definition(value: str | None) -> str | None:
    return None if value is None else require_paragraphs(value, "Indicator.operational_definition")


def _formula(value: str | None) -> str | None:
    return None if value is None else require_paragraphs(value, "Indicator.formula")


def _data_source(value: str | None) -> str | None:
    return none_or_text(value, "Indicator.data_source")


def _owner(value: str | None) -> str | None:
    return none_or_text(value, "Indicator.owner")


def _level(value: ResultLevel | None) -> ResultLevel | None:
    if value is None:
        return None
    return choose(
        value,
        _RESULT_LEVELS,
        "Indicator.level",
        code="unknown-result-level",
        problem=("tingkat hasil tidak dikenal", "unknown result level"),
        known=_RESULT_LEVEL_WORDS,
    )


def _kind(value: str | None) -> str | None:
    return none_or_text(value, "Indicator.kind")


def _reference(value: Reference | None) -> Reference | None:
    return none_or(Reference, value, "Indicator.reference", "Reference('Perpres 29/2014', certainty='read')")


def _same_as(value: str | None) -> str | None:
    return none_or_text(value, "Indicator.same_as")


def _replaces(value: str | None) -> str | None:
    return none_or_text(value, "Indicator.replaces")


def cited(value: str | Iterable[str], path: str) -> tuple[str, ...]:
    """Rujukan rencana: codes of plans and promises that are cited, or the one code that is.

    Raises:
        InvalidValueError: No list, or a code that is empty, no text, or several with semicolons between.

    Examples:
        >>> cited("J-05", "Indicator.cites"), cited(["J-05", "IKU-1"], "Indicator.cites")
        (('J-05',), ('J-05', 'IKU-1'))
    """
    if isinstance(value, tuple) and not value:  # as for nearly every row of a table of thousands
        return ()
    codes = (value,) if isinstance(value, str) else tuple_of(str, value, path, "'J-05'")
    return tuple(_cited(require_text(code, path).strip(), path) for code in codes)


def _cited(code: str, path: str) -> str:
    if ";" not in code:
        return code
    parts = [part.strip() for part in code.split(";") if part.strip()]
    raise InvalidValueError(
        code="several-codes",
        path=path,
        value=code,
        problem=("beberapa kode dalam satu teks", "several codes in one text"),
        way_out=(f"Tulis daftar, {parts}", f"Write a list, {parts}"),
    )


def _cites(value: str | Iterable[str]) -> tuple[str, ...]:
    return cited(value, "Indicator.cites")


def _polarity_is_asked_for(_class: type, attributes: list["Attribute[Any]"]) -> list["Attribute[Any]"]:
    # A missing keyword would be a bare TypeError. With a default that the converter refuses it gets the way out
    # instead, while type checkers, which do not run this hook, still see a required argument.
    return [each.evolve(default=None) if each.name == "polarity" else each for each in attributes]


@frozen(field_transformer=_polarity_is_asked_for)
class Indicator:
    """Indikator kinerja: a measure of success, with its unit and its direction.

    Attributes:
        code: Kode, by which targets and realizations are matched.
        name: The indicator as the document words it.
        unit: Satuan, such as ``%`` or ``dokumen``.
        polarity: Polaritas: ``maximize`` (higher is better), ``minimize`` (lower is better) or ``stabilize`` (at the
            target is best). Required; no direction is ever assumed.
        consolidation: How the periods of a year become one number: ``sum``, ``average``, ``last_level`` (a state),
            ``last_progress`` (cumulative towards the year's target), ``minimum``, ``maximum`` or ``pool`` (ratio of
            sums of components).
        measure: What kind of number it is: ``flow`` (counted over time), ``stock`` (a state on a day), ``ratio``
            (also a percentage), ``index``, ``ordinal`` or ``milestone``.
        scale: The levels of an ordinal indicator.
        decimals: Decimals that the indicator is stated in, 0 to 6; without them its numbers are exact.
        operational_definition: Definisi operasional; may run over several lines.
        formula: Rumus, as text; may run over several lines.
        data_source: Sumber data.
        owner: Penanggung jawab, a position or a unit.
        level: Result level, from ``impact`` down to ``input``.
        kind: What the documents call it, such as ``IKU``.
        reference: The rule that the indicator comes from.
        same_as: Code of the earlier indicator that this one is, under a new code or in new words: its trend goes on.
        replaces: Code of the earlier indicator in whose place this one stands, with another definition: its trend is
            broken.
        cites: Codes of what it serves in plans and lists of promises (RPJMD, Renstra, IKU, janji kerja, tupoksi);
            also one code alone.

    Raises:
        InvalidValueError: A missing or unknown polarity, an empty text, both `same_as` and `replaces`, or any other
            field that cannot be.

    Reference: PermenPANRB 53/2014, lampiran I (secondary); KMK 127/2026 (secondary), on the data sheet of an indicator.

    Examples:
        >>> from sakip import Indicator
        >>> mortality = Indicator("AKI", "Angka kematian ibu", unit="per 100.000", polarity="minimize")
        >>> mortality.polarity, mortality.consolidation
        ('minimize', None)
    """

    code: str = field(converter=_code)
    name: str = field(converter=_name)
    unit: str | None = field(default=None, converter=_unit, kw_only=True)
    polarity: Polarity = field(converter=_polarity, kw_only=True)
    consolidation: Consolidation | None = field(default=None, converter=_consolidation, kw_only=True)
    measure: Measure | None = field(default=None, converter=_measure, kw_only=True)
    scale: OrdinalScale | None = field(default=None, converter=_scale, kw_only=True)
    decimals: int | None = field(default=None, converter=_decimals, kw_only=True)
    operational_definition: str | None = field(
        default=None,
        converter=_operational_definition,
        kw_only=True,
        repr=False,
    )
    formula: str | None = field(default=None, converter=_formula, kw_only=True, repr=False)
    data_source: str | None = field(default=None, converter=_data_source, kw_only=True, repr=False)
    owner: str | None = field(default=None, converter=_owner, kw_only=True, repr=False)
    level: ResultLevel | None = field(default=None, converter=_level, kw_only=True)
    kind: str | None = field(default=None, converter=_kind, kw_only=True)
    reference: Reference | None = field(default=None, converter=_reference, kw_only=True, repr=False)
    same_as: str | None = field(default=None, converter=_same_as, kw_only=True)
    replaces: str | None = field(default=None, converter=_replaces, kw_only=True)
    cites: tuple[str, ...] = field(default=(), converter=_cites, kw_only=True, repr=False)

    def __attrs_post_init__(self) -> None:
        if self.same_as is not None and self.replaces is not None:
            raise InvalidValueError(
                code="two-lineages",
                path="Indicator.replaces",
                value=self.replaces,
                problem=(
                    f"indikator ini disebut sama dengan {self.same_as} dan sekaligus menggantikan yang lain",
                    f"the indicator is said to be {self.same_as} and to replace another as well",
                ),
                way_out=(
                    "Sebutkan same_as bila kecenderungannya berlanjut, atau replaces bila terputus",
                    "State same_as if its trend goes on, or replaces if it is broken",
                ),
            )

    __reduce__ = reduce_by_fields
