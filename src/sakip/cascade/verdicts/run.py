"""Jalannya pemeriksaan: checks are asked of their subjects, and what does not pass is kept."""

from collections.abc import Iterable, Iterator, Mapping, MutableMapping

from sakip.base.finding import Severity
from sakip.cascade.case.case import Case
from sakip.cascade.case.check import Check, Hit, Verdict
from sakip.cascade.graph.overlay import layered
from sakip.cascade.verdicts.finding import CascadeFinding
from sakip.cascade.verdicts.ledger import Entry, Ledger

__all__ = ["Run"]

Answers = tuple[Hit, ...]
_SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
_GRAVEST: tuple[Verdict, ...] = ("fail", "unknown", "skipped")


class Run:
    """Jalannya validasi: one pass of the checks over their subjects, in the order of the catalogue.

    Attributes:
        case: What the checks are given.
        checks: The checks.
        written: By code and number of the subject, each verdict that is not ``pass``.
        hits: By code and number of the subject, what was found.
        visits: How often a check was asked about a subject.
    """

    __slots__ = ("_blocked", "_turn", "case", "checks", "hits", "visits", "written")

    def __init__(self, case: Case, checks: tuple[Check, ...]) -> None:
        self.case = case
        self.checks = checks
        self._turn = {check.code: turn for turn, check in enumerate(checks)}
        self.written: dict[str, MutableMapping[int, Entry]] = {check.code: {} for check in checks}
        self.hits: dict[str, MutableMapping[int, Answers]] = {check.code: {} for check in checks}
        # By code and node, how many findings keep the checks that build on this one from being made there.
        self._blocked: dict[str, MutableMapping[int, int]] = {check.code: {} for check in checks}
        self.visits = 0

    @property
    def ledger(self) -> Ledger:
        """Buku pemeriksaan: what was looked at, with its verdict."""
        return Ledger(self.case, {check.code: check for check in self.checks}, self.written)

    def everything(self) -> None:
        """Semuanya: every check on every subject of its kind; those that can only pass are not looked at closely."""
        quick: dict[object, bytearray] = {}
        for check in self.checks:
            numbers: Iterable[int] = self.case.subjects(check.subject)
            if check.clear is not None:
                if check.clear not in quick:
                    quick[check.clear] = check.clear(self.case)
                numbers = self._unclear(check, numbers, quick[check.clear])
            for number, hits in self._asked(check, numbers):
                self._write(check, number, hits)

    def _unclear(self, check: Check, numbers: Iterable[int], passing: bytearray) -> list[int]:
        """The subjects that do not pass at a glance, and those on which the check is not to be made at all."""
        barred = {at for code in self._earlier(check) for at in self._blocked[code]}
        if not barred:
            return [number for number in numbers if not passing[number]]
        anchors = self._anchors
        return [at for at in numbers if not passing[at] or not barred.isdisjoint(anchors(check, at))]

    def _earlier(self, check: Check) -> list[str]:
        """The prerequisites of a check whose turn was before; one that comes later is not waited for."""
        turn = self._turn
        return [code for code in check.after if turn.get(code, len(turn)) < turn[check.code]]

    def again(self, case: Case) -> "Run":
        """Jalan berikutnya: a run that begins with what this one found, for a case that differs from its own."""
        following = Run(case, self.checks)
        following.written = {code: layered(one) for code, one in self.written.items()}
        following.hits = {code: layered(one) for code, one in self.hits.items()}
        following._blocked = {code: layered(one) for code, one in self._blocked.items()}
        return following

    def ask_again(self, check: Check, numbers: Iterable[int]) -> set[int]:
        """Tanyakan lagi: one check about some subjects, in place of what was found on them.

        Returns:
            The nodes on which checks that build on this one can now be made, or no longer.
        """
        asked, blocked, known = list(numbers), self._blocked[check.code], self.hits[check.code]
        answers = dict(self._asked(check, asked))
        written = self.written[check.code]
        anew = [number for number in asked if number in answers or number in written]
        concerned = {
            at
            for number in anew
            for hits in (known.get(number, ()), answers.get(number, ()))
            for at in self._blocking(check, number, hits)
        }
        were = {at for at in concerned if at in blocked}
        for number in anew:
            self._forget(check, number)
            if number in answers:
                self._write(check, number, answers[number])
        return {at for at in concerned if (at in blocked) != (at in were)}

    def _asked(self, check: Check, numbers: Iterable[int]) -> Iterator[tuple[int, Answers]]:
        """What is answered where a check does not pass; a prerequisite counts where its turn was before."""
        case, applies, find = self.case, check.applies, check.find
        barriers = [(code, self._blocked[code]) for code in self._earlier(check) if self._blocked[code]]
        visits = 0
        for number in numbers:
            visits += 1
            if not applies(case, number):
                continue
            if barriers:
                by = self._barrier(check, number, barriers)
                if by is not None:
                    yield number, (Hit(verdict="skipped", by=by),)
                    continue
            hits = tuple(find(case, number))
            if hits:
                yield number, hits
        self.visits += visits

    def _barrier(self, check: Check, number: int, barriers: list[tuple[str, MutableMapping[int, int]]]) -> str | None:
        anchors = self._anchors(check, number)
        return next((code for code, blocked in barriers if any(at in blocked for at in anchors)), None)

    def _anchors(self, check: Check, number: int) -> tuple[int, ...]:
        """The nodes that a subject stands for: itself, or the parent of a link."""
        if check.subject in {"node", "group"}:
            return (number,)
        if check.subject == "link":
            return (self.case.graph.parent_of[number],)
        return ()

    def _blocking(self, check: Check, number: int, hits: Answers) -> Iterator[int]:
        """The nodes on which what builds on this check makes no sense."""
        for hit in hits:
            if hit.verdict == "fail" and hit.severity != "note":
                yield from self._anchors(check, number) if hit.blocks is None else hit.blocks

    def _write(self, check: Check, number: int, hits: Answers) -> None:
        verdicts = {hit.verdict for hit in hits}
        verdict: Verdict | None = next((each for each in _GRAVEST if each in verdicts), None)
        if verdict is None:
            return
        by = next((hit.by for hit in hits if hit.by), None)
        self.written[check.code][number] = Entry(check.code, number, verdict, by)
        kept = tuple(hit for hit in hits if hit.verdict in {"fail", "unknown"})
        if kept:
            self.hits[check.code][number] = kept
        blocked = self._blocked[check.code]
        for at in self._blocking(check, number, hits):
            blocked[at] = blocked.get(at, 0) + 1

    def _forget(self, check: Check, number: int) -> None:
        self.written[check.code].pop(number, None)
        blocked = self._blocked[check.code]
        for at in self._blocking(check, number, self.hits[check.code].pop(number, ())):
            left = blocked[at] - 1
            if left:
                blocked[at] = left
            else:
                del blocked[at]

    def findings(self) -> list[CascadeFinding]:
        """Temuan: everything that was found, in a stable order; consequences name what explains them."""
        explaining, severities = self._explaining(), dict(self.case.profile.severities)
        found = [
            self._finding(check, number, hit, explaining, severities.get(check.code))
            for check in self.checks
            for number, hits in self.hits[check.code].items()
            for hit in hits
        ]
        return sorted(found, key=_order)

    def _explaining(self) -> dict[tuple[str, int], str]:
        """By code of a consequence and the node that it is about, the code that explains it."""
        found: dict[tuple[str, int], str] = {}
        for check in self.checks:
            for number, hits in self.hits[check.code].items() if check.explains else ():
                # What is softened explains nothing: a period that differs, say, leaves the whole year as it is.
                if all(
                    _SEVERITIES.index(hit.severity or check.severity) > _SEVERITIES.index(check.severity)
                    for hit in hits
                ):
                    continue
                about = {*self._anchors(check, number), *(at for hit in hits for at in hit.blocks or ())}
                for consequence in check.explains:
                    for at in about:
                        found.setdefault((consequence, at), check.code)
        return found

    def _finding(
        self,
        check: Check,
        number: int,
        hit: Hit,
        explaining: Mapping[tuple[str, int], str],
        stated: Severity | None,
    ) -> CascadeFinding:
        case = self.case
        # What is not known yet is no error, unless a profile says so.
        unknown = hit.verdict == "unknown" and check.severity == "error"
        severity = stated or ("warning" if unknown else check.severity)
        reasons = (explaining.get((check.code, at)) for at in self._anchors(check, number))
        return CascadeFinding(
            check.code,
            check.slug,
            hit.severity or severity,
            "unknown" if hit.verdict == "unknown" else "fail",
            case.subject_text(check.subject, number),
            hit.cell,
            title=check.title,
            message=check.message if hit.message is None else hit.message,
            arguments=hit.arguments,
            nodes=tuple(case.graph.text(at) for at in hit.nodes),
            fix=check.fix,
            basis=check.basis,
            criteria=check.criteria,
            explained_by=next((reason for reason in reasons if reason is not None), None),
        )


def _order(one: CascadeFinding) -> tuple[object, ...]:
    return one.code, one.subject, one.cell, one.nodes, sorted(one.data.items())
