"""Pemeriksaan kaskade: one check with its words and its basis, and what it says of one subject."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Literal

from attrs import field, frozen

from sakip.base.finding import Severity
from sakip.base.reference import Reference
from sakip.base.text import Argument, Text

if TYPE_CHECKING:
    from sakip.cascade.case.case import Case

__all__ = ["Check", "Hit", "SubjectKind", "Verdict", "everywhere"]

Verdict = Literal["pass", "fail", "unknown", "skipped"]
"""Putusan: of one check on one subject; ``not_applicable`` follows from the check's filter and is no verdict."""
SubjectKind = Literal[
    "node", "group", "link", "agreement", "objective", "place", "unit", "cycle", "reference", "line", "cascade"
]
"""Jenis subjek: what a check looks at, one at a time; a group is a node that arithmetic links arrive at."""


@frozen
class Hit:
    """Temuan mentah: what a check found on a subject that does not pass.

    Attributes:
        arguments: What fills the message; numbers are exact.
        verdict: ``fail``, ``unknown`` or ``skipped``.
        severity: Where it is not the check's own.
        cell: Which cell is meant, such as ``target`` or ``actual``.
        message: Where it is not the check's own.
        nodes: Numbers of the other nodes concerned.
        blocks: Numbers of the nodes for which checks that build on this one are skipped; the subject itself, or the
            parent of a link, where nothing is said.
        by: Code of the check that keeps this one from being made, where it is skipped.
    """

    arguments: tuple[tuple[str, Argument], ...] = ()
    verdict: Verdict = field(default="fail", kw_only=True)
    severity: Severity | None = field(default=None, kw_only=True)
    cell: str = field(default="", kw_only=True)
    message: Text | None = field(default=None, kw_only=True)
    nodes: tuple[int, ...] = field(default=(), kw_only=True)
    blocks: tuple[int, ...] | None = field(default=None, kw_only=True)
    by: str | None = field(default=None, kw_only=True)


def everywhere(_case: "Case", _number: int) -> bool:
    """Di mana pun: the filter of a check that looks at every subject of its kind.

    Examples:
        >>> from typing import Any
        >>> nothing: Any = None
        >>> everywhere(nothing, 0)
        True
    """
    return True


@frozen
class Check:
    """Pemeriksaan: a question that is asked of every subject of a kind.

    Users' own checks are made like those of the catalogue and run beside them. Of what `find` and `applies` are given
    first, they may read what a `CaseView` has, and write that as its type.

    Attributes:
        code: Stable code; it is never used again for something else.
        slug: The same as a word, such as ``child-under-commit``.
        severity: ``error``, ``warning`` or ``note``, unless a finding or a profile says otherwise.
        title: What it is called.
        message: What a finding says, with places for its arguments.
        fix: What can be done.
        condition: When it does not pass, for the page on it; the catalogue states it for every check.
        passing: An example that passes.
        failing: An example that does not, as near to the other as can be.
        basis: Where it comes from and how sure we are.
        subject: What it looks at.
        find: What does not pass on one subject; nothing where it passes.
        applies: Which subjects it is asked of; the others are *not applicable*.
        after: Codes of the checks without which this one makes no sense; where one fails, this one is skipped.
        explains: Codes of the checks whose findings on the same subject are its consequences, and no headlines.
        clear: A quick look at all subjects at once, where there is one: by number, which of them can only pass.
        suppressible: Whether a finding may be suppressed.
        criteria: Criteria of the evaluation of SAKIP that it feeds, such as ``1.b.8``.
    """

    code: str
    slug: str
    severity: Severity
    title: Text = field(kw_only=True)
    message: Text = field(kw_only=True)
    fix: Text = field(kw_only=True)
    condition: Text | None = field(default=None, kw_only=True)
    passing: Text | None = field(default=None, kw_only=True)
    failing: Text | None = field(default=None, kw_only=True)
    basis: tuple[Reference, ...] = field(kw_only=True)
    subject: SubjectKind = field(kw_only=True)
    find: "Callable[[Case, int], Iterable[Hit]]" = field(kw_only=True)
    applies: "Callable[[Case, int], bool]" = field(default=everywhere, kw_only=True)
    after: tuple[str, ...] = field(default=(), kw_only=True)
    explains: tuple[str, ...] = field(default=(), kw_only=True)
    clear: "Callable[[Case], bytearray] | None" = field(default=None, kw_only=True)
    suppressible: bool = field(default=True, kw_only=True)
    criteria: tuple[str, ...] = field(default=(), kw_only=True)
