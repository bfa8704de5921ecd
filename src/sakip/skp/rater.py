"""Penilai: who may rate whom, and on which authority."""

from sakip.base.finding import Finding, Report
from sakip.base.kind import none_or, of_kind
from sakip.base.reference import Reference
from sakip.base.rule import Rule
from sakip.base.text import Argument, Text
from sakip.model.party import Echelon, Party
from sakip.model.tenure import Tenure

__all__ = ["RULES", "check_rater"]

_LOWEST_RATER = 4

_UNKNOWN = Rule(
    "SKP-RATER-UNKNOWN",
    "note",
    Text(
        "jenjang {position} tidak disebutkan, sehingga kewenangan menilai tidak diperiksa",
        "the level of {position} is not stated, so that who may rate was not checked",
    ),
)
_NOT_ABOVE = Rule(
    "SKP-RATER-NOT-ABOVE",
    "warning",
    Text(
        "{rater} ({rater_level}) tidak lebih tinggi daripada {rated} ({rated_level}) yang dinilai",
        "{rater} ({rater_level}) is not above {rated} ({rated_level}), who is rated",
    ),
)
_TOO_LOW = Rule(
    "SKP-RATER-LEVEL",
    "error",
    Text(
        "{rater} ({rater_level}) bukan pejabat pengawas atau yang lebih tinggi, dan tidak ada pendelegasian",
        "{rater} ({rater_level}) is no supervisor or higher official, and there is no delegation",
    ),
)
_ACTING = Rule(
    "SKP-RATER-ACTING",
    "warning",
    Text(
        "{rater} menilai sebagai {capacity} tanpa pendelegasian",
        "{rater} rates as {capacity} without a delegation",
    ),
)
RULES = (_UNKNOWN, _NOT_ABOVE, _TOO_LOW, _ACTING)
"""Aturan penilai: every finding of `check_rater`."""


def check_rater(rated: Party, rater: Tenure, *, delegation: Reference | None = None) -> Report:
    """Periksa penilai: whether who holds the post of the superior may rate who holds another.

    The rater is the direct superior, a supervisor (pejabat pengawas) at least or somebody to whom that was delegated;
    an acting official rates by delegation. No delegation lets anybody rate a post above, or the own one.

    Args:
        rated: Whose performance is rated.
        rater: The post of the superior and in which capacity it is held; the person is in no text.
        delegation: The decision by which rating was delegated to the rater.

    Raises:
        InvalidValueError: An argument of another kind.

    Reference: Tabel penilai SKP BKN (read); Permensos 4/2024, article 13 (read), on the functional posts of one
        ministry; no national rule for acting raters was found.

    Examples:
        >>> from datetime import date
        >>> from sakip import Party, Tenure
        >>> head = Party("Kepala Dinas Kesehatan", echelon="II.b")
        >>> acting = Tenure(head, "Contoh", kind="Plt", starts=date(2024, 10, 14))
        >>> check_rater(Party("Kepala Bidang", echelon="III.b"), acting).codes()
        ('SKP-RATER-ACTING',)
    """
    below = of_kind(Party, rated, "check_rater.rated", "Party('Kepala Bidang', echelon='III.b')")
    example = "Tenure(Party('Kepala Dinas'), 'Contoh', starts=date(2024, 1, 1))"
    held = of_kind(Tenure, rater, "check_rater.rater", example)
    decision = none_or(Reference, delegation, "check_rater.delegation", "Reference('SK 800/1/2024', certainty='read')")
    found = _levels(below, held.party, delegated=decision is not None)
    if held.kind != "definitive" and decision is None:
        capacity = Text.literal(held.capacity("id"), held.capacity("en"))
        found.append(_ACTING.at(_subject(below), rater=held.party.position, capacity=capacity))
    return Report(found)


def _levels(rated: Party, rater: Party, *, delegated: bool) -> list[Finding]:
    if rated.echelon is None or rater.echelon is None:
        nameless = rated if rated.echelon is None else rater
        return [_UNKNOWN.at(_subject(rated), position=nameless.position)]
    names: dict[str, Argument] = {
        "rater": rater.position,
        "rater_level": Text.literal(rater.echelon.label("id"), rater.echelon.label("en")),
    }
    found: list[Finding] = []
    # A delegation lets an equal rate, but nobody whom the rater is below, and nobody himself.
    wrong = rated.echelon.is_above(rater.echelon) or rated.identity == rater.identity
    if wrong if delegated else _is_not_above(rater.echelon, rated.echelon):
        level = Text.literal(rated.echelon.label("id"), rated.echelon.label("en"))
        found.append(_NOT_ABOVE.at(_subject(rated), **names, rated=rated.position, rated_level=level))
    if not delegated and (rater.echelon.kind not in {"head", "structural"} or rater.echelon.rank > _LOWEST_RATER):
        found.append(_TOO_LOW.at(_subject(rated), **names))
    return found


def _is_not_above(rater: Echelon, rated: Echelon) -> bool:
    """Whether a level is lower, or of the same roman numeral and no earlier letter; other equals cannot be told apart.

    A district head (III.a) rates the secretary of the district (III.b), and both may be of one rank after delayering.
    """
    (_, parted, letter), (_, also_parted, other) = rater.code.partition("."), rated.code.partition(".")
    same = rater.rank == rated.rank and bool(parted) and bool(also_parted)
    return rated.is_above(rater) or (same and letter >= other)


def _subject(rated: Party) -> str:
    return f"rater[{' / '.join(filter(None, rated.identity))}]"
