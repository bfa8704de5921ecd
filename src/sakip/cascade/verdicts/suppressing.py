"""Mengecualikan: findings that are set aside, and exceptions that set nothing aside."""

from collections.abc import Iterable, Sequence
from datetime import date

from attrs import evolve, frozen

from sakip.base.reference import Reference
from sakip.base.text import Argument, Text
from sakip.cascade.case.check import Check
from sakip.cascade.inputs.suppression import Suppression
from sakip.cascade.verdicts.finding import CascadeFinding

__all__ = ["NOTES", "Note", "set_aside"]

_BASIS = (Reference("Aturan sakip untuk pengecualian temuan", certainty="derived"),)


@frozen
class Note:
    """Catatan pengecualian: what is said of an exception that has no effect.

    Attributes:
        code: Its code.
        slug: The same as a word.
        title: What it is called.
        message: What it says, with places for its arguments.
        fix: What can be done.
    """

    code: str
    slug: str
    title: Text
    message: Text
    fix: Text


UNMATCHED = Note(
    "CAS001",
    "suppression-unmatched",
    Text("Pengecualian tanpa temuan", "Suppression without a finding"),
    Text(
        "Pengecualian {about} oleh {by} tidak mengenai temuan apa pun",
        "The suppression of {about} by {by} meets no finding",
    ),
    Text("Cabut pengecualian yang tidak diperlukan lagi", "Withdraw a suppression that is no longer needed"),
)
EXPIRED = Note(
    "CAS002",
    "suppression-expired",
    Text("Pengecualian kedaluwarsa", "Expired suppression"),
    Text(
        "Pengecualian {about} oleh {by} berlaku sampai {until}; sesudah itu temuannya dihitung lagi",
        "The suppression of {about} by {by} held until {until}; since then its findings count again",
    ),
    Text(
        "Selesaikan temuannya, atau putuskan pengecualian baru dengan alasan baru",
        "Settle the finding, or decide on a new suppression for a new reason",
    ),
)
REFUSED = Note(
    "CAS003",
    "suppression-refused",
    Text("Temuan yang tidak dapat dikecualikan", "Finding that cannot be set aside"),
    Text(
        "{about} tidak dapat dikecualikan ({by}): selama ada, angka yang bergantung padanya tidak berarti",
        "{about} cannot be set aside ({by}): while it stands, the numbers that rest on it mean nothing",
    ),
    Text("Perbaiki datanya", "Correct the data"),
)
NOTES: tuple[Note, ...] = (UNMATCHED, EXPIRED, REFUSED)
"""Catatan tentang pengecualian; their codes are never used again for something else."""


def set_aside(
    findings: Sequence[CascadeFinding], suppressions: Sequence[Suppression], checks: Iterable[Check], day: date
) -> tuple[CascadeFinding, ...]:
    """Dikecualikan: the findings, those that a suppression names marked with it, and a note on each that names none.

    Examples:
        >>> never = Suppression("Tidak ada eselon IV", by="Biro Organisasi", code="CAS105")
        >>> [(one.code, one.subject) for one in set_aside([], [never], [], date(2025, 12, 31))]
        [('CAS001', 'suppressions[0]')]
    """
    if not suppressions:
        return tuple(findings)
    firm = {check.code for check in checks if not check.suppressible}
    index, met, refused = _Index(suppressions), set[int](), set[int]()
    found: list[CascadeFinding] = []
    for finding in findings:
        naming = index.naming(finding)
        met.update(naming)
        holding = next((at for at in naming if suppressions[at].holds_on(day)), None)
        if finding.code in firm:
            refused.update(naming)
        elif holding is not None:
            finding = evolve(finding, suppression=suppressions[holding])  # noqa: PLW2901 - the same finding, marked
        found.append(finding)
    for at, one in enumerate(suppressions):
        if at in refused:
            found.append(_noted(REFUSED, at, one))
        elif not one.holds_on(day):
            found.append(_noted(EXPIRED, at, one))
        elif at not in met:
            found.append(_noted(UNMATCHED, at, one))
    return tuple(sorted(found, key=lambda one: (one.code, one.subject, one.cell)))


class _Index:
    """Suppressions by what they name, so that each finding is compared with few of them."""

    def __init__(self, suppressions: Sequence[Suppression]) -> None:
        self.suppressions = suppressions
        self.prints: dict[str, list[int]] = {}
        self.exact: dict[tuple[str, str], list[int]] = {}
        self.patterns: dict[str, list[int]] = {}
        for at, one in enumerate(suppressions):
            if one.fingerprint is not None:
                self.prints.setdefault(one.fingerprint, []).append(at)
            elif "*" in one.subject:
                self.patterns.setdefault(one.code or "", []).append(at)
            else:
                self.exact.setdefault((one.code or "", one.subject), []).append(at)

    def naming(self, finding: CascadeFinding) -> list[int]:
        """The places of the suppressions that name a finding, in order."""
        matching = (
            at
            for at in self.patterns.get(finding.code, ())
            if self.suppressions[at].matches(finding.code, finding.subject, "")
        )
        exactly = self.exact.get((finding.code, finding.subject), ())
        by_print = self.prints.get(finding.fingerprint, ()) if self.prints else ()
        return sorted([*by_print, *exactly, *matching])


def _noted(note: Note, at: int, one: Suppression) -> CascadeFinding:
    about = one.fingerprint or (one.code if one.subject == "*" else f"{one.code} {one.subject}") or ""
    arguments: tuple[tuple[str, Argument], ...] = (("about", about), ("by", one.by))
    if one.until is not None:
        arguments = (*arguments, ("until", one.until))
    return CascadeFinding(
        note.code,
        note.slug,
        "note",
        "fail",
        f"suppressions[{at}]",
        "",
        title=note.title,
        message=note.message,
        arguments=arguments,
        fix=note.fix,
        basis=_BASIS,
    )
