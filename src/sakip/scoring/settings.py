"""Pengaturan: what no regulation states and every total hangs on, each as one word out of a closed list."""

from collections.abc import Iterable
from typing import Literal, get_args

from sakip.base.choice import choose
from sakip.base.text import Lang, Text
from sakip.model.realization import DataStatus

__all__ = [
    "Carry",
    "Incomplete",
    "NotReportedRule",
    "PeriodRule",
    "ZeroTarget",
    "carry",
    "incomplete",
    "minimum_status",
    "names_text",
    "not_reported",
    "periods",
    "settings_text",
    "status_text",
    "zero_target",
    "zero_target_text",
]

ZeroTarget = Literal["not_computable", "exclude", "met_is_100", "cap_if_positive", "worst_value"]
Incomplete = Literal["provisional", "withhold"]
Carry = Literal["exact", "rounded"]
NotReportedRule = Literal["reason", "scores_zero"]
PeriodRule = Literal["consolidate_facts", "score_each"]


_ZERO_TARGETS = {
    "not_computable": Text("tidak dihitung", "not computed"),
    "exclude": Text("dikeluarkan", "left out"),
    "met_is_100": Text("capaian 100 bila tercapai, selain itu 0", "achievement 100 if met, otherwise 0"),
    "cap_if_positive": Text("realisasi positif mendapat batas atas", "a positive realization gets the cap"),
    "worst_value": Text("dihitung dari nilai terburuk", "computed from the worst value"),
}
_NOT_REPORTED = {
    "reason": Text("tanpa nilai", "no score"),
    "scores_zero": Text("bernilai 0", "scores 0"),
}
_INCOMPLETE = {
    "provisional": Text("nilai sementara", "a provisional total"),
    "withhold": Text("nilai ditahan", "the total is withheld"),
}
_PERIODS = {
    "consolidate_facts": Text("realisasi dan target dikonsolidasikan, lalu dinilai", "consolidated, then scored"),
    "score_each": Text("tiap periode dinilai, lalu nilainya dirata-ratakan", "each scored, then their scores averaged"),
}
_STATUSES = {
    None: Text("tidak dinyatakan", "not stated"),
    "draft": Text("draf", "draft"),
    "submitted": Text("diajukan", "submitted"),
    "verified": Text("terverifikasi", "verified"),
    "final": Text("final", "final"),
}
_NAMES = {
    "maximize": Text("rumus makin tinggi makin baik", "formula for higher is better"),
    "minimize": Text("rumus makin rendah makin baik", "formula for lower is better"),
    "stabilize": Text("rumus makin dekat target makin baik", "formula for closer to the target is better"),
    "maximize_range": Text("rumus rentang makin tinggi makin baik", "formula for ranges, higher is better"),
    "minimize_range": Text("rumus rentang makin rendah makin baik", "formula for ranges, lower is better"),
    "stabilize_range": Text("rumus rentang makin dekat makin baik", "formula for ranges, closer is better"),
    "ordinal": Text("aturan tingkat", "rule for levels"),
    "deadline": Text("aturan tenggat", "rule for deadlines"),
    "zero_target": Text("aturan target nol", "rule for zero targets"),
    "not_reported": Text("aturan belum dilaporkan", "rule for what was not reported"),
    "incomplete": Text("aturan belum lengkap", "rule for incomplete data"),
    "minimum_status": Text("status data minimum", "minimum data status"),
    "at_ceiling": Text("nilai pada batas terbaik", "value at the best attainable"),
    "weights": Text("bobot", "weights"),
    "indicator": Text("langkah indikator", "steps of indicators"),
    "objective": Text("nilai sasaran", "score of objectives"),
    "total": Text("nilai akhir", "total"),
    "carry": Text("angka yang diteruskan", "number carried to the next level"),
    "periods": Text("aturan periode", "rule for periods"),
    "scale": Text("skala predikat", "grade scale"),
    "readings": Text("pembacaan", "readings"),
}
_CARRIES = {
    "exact": Text("angka tepat", "the exact number"),
    "rounded": Text("angka yang dibulatkan", "the rounded number"),
}
_ROOT_CARRIED = Text(
    "angka tepat, tetapi dari rata-rata geometrik yang dibulatkan",
    "the exact number, but of a geometric mean the rounded one",
)


def zero_target(value: ZeroTarget) -> ZeroTarget:
    """Aturan target nol: one of the field's conventions for a target of zero.

    Raises:
        InvalidValueError: Any other word.
    """
    return choose(
        value,
        get_args(ZeroTarget),
        "Policy.zero_target",
        code="unknown-zero-target",
        problem=("aturan target nol tidak dikenal", "unknown zero-target rule"),
    )


def incomplete(value: Incomplete) -> Incomplete:
    """Aturan belum lengkap: what a total over known scores alone is worth.

    Raises:
        InvalidValueError: Any other word.
    """
    return choose(
        value,
        get_args(Incomplete),
        "Policy.incomplete",
        code="unknown-incomplete",
        problem=("aturan untuk data yang belum lengkap tidak dikenal", "unknown rule for incomplete data"),
    )


def not_reported(value: NotReportedRule) -> NotReportedRule:
    """Aturan belum dilaporkan: what a missing realization means.

    Raises:
        InvalidValueError: Any other word.
    """
    return choose(
        value,
        get_args(NotReportedRule),
        "Policy.not_reported",
        code="unknown-not-reported",
        problem=("aturan untuk realisasi yang belum dilaporkan tidak dikenal", "unknown rule for missing realizations"),
    )


def periods(value: PeriodRule) -> PeriodRule:
    """Aturan periode: what comes first where an indicator is reported by periods, consolidation or scoring.

    Raises:
        InvalidValueError: Any other word.
    """
    return choose(
        value,
        get_args(PeriodRule),
        "Policy.periods",
        code="unknown-periods",
        problem=("aturan periode tidak dikenal", "unknown rule for periods"),
    )


def carry(value: Carry) -> Carry:
    """Angka yang diteruskan: which number the next level reads.

    Raises:
        InvalidValueError: Any other word.
    """
    return choose(
        value,
        get_args(Carry),
        "Policy.carry",
        code="unknown-carry",
        problem=("angka yang diteruskan tidak dikenal", "unknown number to carry"),
    )


def minimum_status(value: DataStatus | None) -> DataStatus | None:
    """Status data minimum: the least status that is scored.

    Raises:
        InvalidValueError: Any other word.
    """
    return choose(
        value,
        (None, *get_args(DataStatus)),
        "Policy.minimum_status",
        code="unknown-status",
        problem=("status data tidak dikenal", "unknown data status"),
    )


def status_text(status: DataStatus | None) -> Text:
    """Teks status data: how far the data of a realization have come.

    Examples:
        >>> status_text("verified").render("id"), status_text(None).render("en")
        ('terverifikasi', 'not stated')
    """
    return _STATUSES[status]


def names_text(names: Iterable[str], lang: Lang) -> str:
    """Teks nama pengaturan: settings of a policy as people call them, one after another.

    Examples:
        >>> names_text(["zero_target", "carry"], "id")
        'aturan target nol, angka yang diteruskan'
    """
    return ", ".join(_NAMES[name].render(lang) for name in names)


def zero_target_text(rule: ZeroTarget) -> Text:
    """Teks aturan target nol: what a target of zero means.

    Examples:
        >>> zero_target_text("exclude").render("id")
        'dikeluarkan'
    """
    return _ZERO_TARGETS[rule]


def settings_text(  # noqa: PLR0917 - in the order of the sentence
    zero: ZeroTarget,
    absent: NotReportedRule,
    partial: Incomplete,
    status: DataStatus | None,
    carried: Carry,
    parts: PeriodRule = "consolidate_facts",
    *,
    of_root: bool = False,
) -> Text:
    """Teks pengaturan: the settings in one line, in both languages; ``of_root`` where an objective is a root.

    Examples:
        >>> settings_text("not_computable", "reason", "withhold", None, "exact").render("en")[:47]
        'zero target: not computed; not reported: no sco'
    """
    words = Text(
        "target nol: {zero}; belum dilaporkan: {absent}; belum lengkap: {partial}; status data minimum: {status}; "
        "yang diteruskan ke tingkat berikut: {carried}; periode: {parts}",
        "zero target: {zero}; not reported: {absent}; incomplete: {partial}; minimum data status: {status}; "
        "carried to the next level: {carried}; periods: {parts}",
    )
    arguments = {
        "zero": _ZERO_TARGETS[zero],
        "absent": _NOT_REPORTED[absent],
        "partial": _INCOMPLETE[partial],
        "status": Text("tidak ada", "none") if status is None else status_text(status),
        "carried": _ROOT_CARRIED if of_root and carried == "exact" else _CARRIES[carried],
        "parts": _PERIODS[parts],
    }
    return Text.literal(words.render("id", arguments), words.render("en", arguments))
