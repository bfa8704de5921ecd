"""Buku pemeriksaan: everything that was looked at, with its verdict."""

from collections.abc import Iterator, Mapping
from typing import Literal

from attrs import frozen

from sakip.base.kind import is_text
from sakip.base.likeness import unknown_code
from sakip.cascade.case.case import Case
from sakip.cascade.case.check import Check, SubjectKind, Verdict

__all__ = ["Entry", "Ledger"]

_MOST_NEAR = 1000

Answer = Literal["pass", "fail", "unknown", "skipped", "not_applicable"]


@frozen
class Entry:
    """Catatan: a verdict that is not ``pass``.

    Attributes:
        code: Code of the check.
        number: Number of the subject among those of its kind.
        verdict: ``fail``, ``unknown`` or ``skipped``.
        by: Code of the check that kept this one from being made.
    """

    code: str
    number: int
    verdict: Verdict
    by: str | None = None


class Ledger:
    """Buku pemeriksaan: which check had which verdict on which subject.

    A check asks every subject that its filter lets through. So what passed needs no record of its own: it is what
    the filter lets through and what is not written down here; what the filter keeps out is *not applicable*. A clean
    subject and one that nobody looked at are different all the same.
    """

    __slots__ = ("_case", "_checks", "_written")

    def __init__(self, case: Case, checks: Mapping[str, Check], written: Mapping[str, Mapping[int, Entry]]) -> None:
        self._case, self._checks, self._written = case, checks, written

    @property
    def codes(self) -> tuple[str, ...]:
        """Kode pemeriksaan: the checks that were made, in their order."""
        return tuple(self._checks)

    def subject(self, code: str) -> SubjectKind:
        """Jenis subjek: what a check looks at.

        Raises:
            UnknownCodeError: No such check.
        """
        return self._check(code).subject

    def verdict(self, code: str, subject: str) -> Answer:
        """Putusan: of one check on one subject, by its text.

        Raises:
            UnknownCodeError: No such check, or no such subject.
        """
        check = self._check(code)
        for number in self._case.subjects(check.subject):
            if self._case.subject_text(check.subject, number) == subject:
                return self.of(code, number)
        raise unknown_code(
            subject,
            (
                self._case.subject_text(check.subject, number)
                for number in self._case.subjects(check.subject)[:_MOST_NEAR]
            ),
            code="unknown-subject",
            path="Ledger.verdict",
            problem=("tidak ada subjek ini", "there is no such subject"),
        )

    def of(self, code: str, number: int) -> Answer:
        """Putusan menurut nomor: of one check on one subject, by its number."""
        entry = self._written.get(code, {}).get(number)
        if entry is not None:
            return entry.verdict
        return "pass" if self._check(code).applies(self._case, number) else "not_applicable"

    def counts(self, code: str | None = None) -> dict[Answer, int]:
        """Jumlah putusan: how many subjects have which verdict, of one check or of all."""
        found: dict[Answer, int] = {"pass": 0, "fail": 0, "unknown": 0, "skipped": 0, "not_applicable": 0}
        for check in self._checks.values() if code is None else (self._check(code),):
            subjects = self._case.subjects(check.subject)
            written = self._written.get(check.code, {})
            asked = sum(1 for number in subjects if check.applies(self._case, number))
            for entry in written.values():
                found[entry.verdict] += 1
            found["pass"] += asked - len(written)
            found["not_applicable"] += len(subjects) - asked
        return found

    def entries(self) -> Iterator[Entry]:
        """Catatan: every verdict that is not ``pass``, check after check and subject after subject."""
        for code in self._checks:
            yield from (entry for _, entry in sorted(self._written[code].items()))

    def _check(self, code: str) -> Check:
        if is_text(code) and code in self._checks:
            return self._checks[code]
        raise unknown_code(
            code,
            self._checks,
            code="unknown-check",
            path="Ledger",
            problem=("tidak ada pemeriksaan ini", "there is no such check"),
        )
