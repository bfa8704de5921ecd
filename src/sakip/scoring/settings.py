"""Pengaturan: what no regulation states and every total hangs on, each as one word out of a closed list."""

from typing import Literal, get_args

from sakip.base.choice import choose
from sakip.base.text import Text
from sakip.model.realization import DataStatus

__all__ = [
    "Carry",
    "Incomplete",
    "NotReportedRule",
    "ZeroTarget",
    "carry",
    "incomplete",
    "minimum_status",
    "not_reported",
    "settings_text",
    "zero_target",
]

ZeroTarget = Literal["not_computable", "exclude", "met_is_100", "cap_if_positive", "worst_value"]
Incomplete = Literal["provisional", "withhold"]
Carry = Literal["exact", "rounded"]
NotReportedRule = Literal["reason", "scores_zero"]


_ZERO_TARGETS = {
    "not_computable": Text("tidak dihitung", "not computed"),
    "exclude": Text("dikeluarkan", "left out"),
    "met_is_100": Text("tercapai 100, lainnya 0", "met is 100, otherwise 0"),
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
_CARRIES = {
    "exact": Text("angka tepat", "the exact number"),
    "rounded": Text("angka yang dibulatkan", "the rounded number"),
}


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


def settings_text(
    zero: ZeroTarget,
    absent: NotReportedRule,
    partial: Incomplete,
    status: DataStatus | None,
    carried: Carry,
) -> Text:
    """Teks pengaturan: the settings in one line, in both languages.

    Examples:
        >>> settings_text("not_computable", "reason", "withhold", None, "exact").render("en")[:47]
        'zero target: not computed; not reported: no sco'
    """
    words = Text(
        "target nol: {zero}; belum dilaporkan: {absent}; belum lengkap: {partial}; status data minimum: {status}; "
        "yang diteruskan ke tingkat berikut: {carried}",
        "zero target: {zero}; not reported: {absent}; incomplete: {partial}; minimum data status: {status}; "
        "carried to the next level: {carried}",
    )
    arguments = {
        "zero": _ZERO_TARGETS[zero],
        "absent": _NOT_REPORTED[absent],
        "partial": _INCOMPLETE[partial],
        "status": status or Text("tidak ada", "none"),
        "carried": _CARRIES[carried],
    }
    return Text.literal(words.render("id", arguments), words.render("en", arguments))
