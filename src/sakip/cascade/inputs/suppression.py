"""Pengecualian temuan: a finding that is set aside, by whom, why and until when."""

from datetime import date

from attrs import field, frozen

from sakip.base.kind import none_or_day
from sakip.base.rebuild import reduce_by_fields
from sakip.base.text import none_or_text, require_text
from sakip.errors import InvalidValueError

__all__ = ["Suppression"]

_LONGEST_SUBJECT = 20_000


def _reason(value: str) -> str:
    return require_text(value, "Suppression.reason")


def _by(value: str) -> str:
    return require_text(value, "Suppression.by")


def _fingerprint(value: str | None) -> str | None:
    return none_or_text(value, "Suppression.fingerprint")


def _code(value: str | None) -> str | None:
    return none_or_text(value, "Suppression.code")


def _reference(value: str | None) -> str | None:
    return none_or_text(value, "Suppression.reference")


def _subject(value: str) -> str:
    return require_text(value, "Suppression.subject", longest=_LONGEST_SUBJECT)


def _until(value: date | None) -> date | None:
    return none_or_day(value, "Suppression.until")


def _on(value: date | None) -> date | None:
    return none_or_day(value, "Suppression.on")


@frozen
class Suppression:
    """Pengecualian: findings that stay in the report but do not count, for a stated reason.

    Attributes:
        reason: Why. It must be stated.
        by: Who decided it, as an office; never a person's name.
        fingerprint: One finding, by its fingerprint; or else
        code: the code, and
        subject: a pattern of subjects, where ``*`` stands for anything.
        on: When it was decided.
        until: Last day on which it holds; an expired one is a finding itself.
        reference: A document, such as the decree of a delayering.

    Raises:
        InvalidValueError: No reason, neither a fingerprint nor a code, or an empty text.

    Examples:
        >>> one = Suppression("Penyederhanaan birokrasi", by="Biro Organisasi", code="CAS105", subject="DINKES*")
        >>> one.matches("CAS105", "DINKES-STAF/A-1 -> KADIS/IKU-1", "")
        True
    """

    reason: str = field(converter=_reason)
    by: str = field(converter=_by, kw_only=True)
    fingerprint: str | None = field(default=None, converter=_fingerprint, kw_only=True)
    code: str | None = field(default=None, converter=_code, kw_only=True)
    subject: str = field(default="*", converter=_subject, kw_only=True)
    on: date | None = field(default=None, converter=_on, kw_only=True)
    until: date | None = field(default=None, converter=_until, kw_only=True)
    reference: str | None = field(default=None, converter=_reference, kw_only=True)

    __reduce__ = reduce_by_fields

    def __attrs_post_init__(self) -> None:
        if self.fingerprint is None and self.code is None:
            raise InvalidValueError(
                code="suppresses-everything",
                path="Suppression",
                value=self.subject,
                problem=("tidak menyebut temuan mana yang dikecualikan", "it does not say which finding is set aside"),
                way_out=("Sebutkan code atau fingerprint", "State a code or a fingerprint"),
            )

    def matches(self, code: str, subject: str, fingerprint: str) -> bool:
        """Cocok: whether a finding is one of those that are set aside."""
        if self.fingerprint is not None:
            return self.fingerprint == fingerprint
        return self.code == code and _fits(self.subject, subject)

    def holds_on(self, day: date) -> bool:
        """Berlaku: whether it has not expired."""
        return self.until is None or day <= self.until


def _fits(pattern: str, subject: str) -> bool:
    """Whether a subject fits a pattern, in which only ``*`` stands for something else; subjects hold brackets."""
    if "*" not in pattern:
        return subject == pattern
    first, *middle, last = pattern.split("*")
    if len(subject) < len(first) + len(last) or not subject.startswith(first) or not subject.endswith(last):
        return False
    start, end = len(first), len(subject) - len(last)
    for piece in middle:
        at = subject.find(piece, start, end)
        if at < 0:
            return False
        start = at + len(piece)
    return True
