"""Rujukan: what an indicator or an objective cites, and whether that is anywhere to be found."""

from collections.abc import Iterable, Iterator
from typing import Literal

from attrs import frozen

from sakip.base.likeness import folded
from sakip.base.rebuild import reduce_by_fields
from sakip.lifecycle.promises.document import PlanDocument
from sakip.lifecycle.promises.duty import Duty
from sakip.lifecycle.promises.likeness import names_of
from sakip.model.agreement import Agreement
from sakip.model.party import Party
from sakip.model.spreading import keyed_objectives

__all__ = ["Citation", "CitationFault", "CitedKind", "Meaning", "Register", "citations_of", "duty_key"]

CitedKind = Literal["promise", "target", "duty"]
"""Jenis yang dirujuk: a promise or a target of a plan, or a duty."""
CitationFault = Literal["unknown", "ambiguous", "other_period"]
"""Kesalahan rujukan: nothing has the code, several have it, or only plans for other years have it."""


@frozen(kw_only=True)
class Citation:
    """Rujukan: one code that one indicator or objective of an agreement cites.

    Attributes:
        agreement: Code of the agreement.
        year: Its fiscal year.
        party: The party that promises.
        objective: Code of the objective, or its name where it has none; a second one of that name has a number behind.
        target: Code of the indicator that cites; None where the objective itself does.
        shown_by: How many targets show it: one, or all of the objective's.
        code: What is cited, as it is written.
        kind: ``promise``, ``target`` or ``duty``; None where it is not resolved.
        document: Code of the plan, for a duty its holder; None where it is not resolved.
        item: Code of what is meant; None where it is not resolved.
        fault: ``unknown``, ``ambiguous`` or ``other_period``; None where it is resolved.
    """

    agreement: str
    year: int
    party: Party
    objective: str
    target: str | None
    shown_by: int
    code: str
    kind: CitedKind | None
    document: str | None
    item: str | None
    fault: CitationFault | None

    __reduce__ = reduce_by_fields

    @property
    def is_resolved(self) -> bool:
        """Ditemukan: whether exactly one thing is meant."""
        return self.fault is None

    @property
    def subject(self) -> str:
        """Jalur: where it stands, such as ``agreement[PK-1].targets[IKU-1].cites``."""
        place = f"objectives[{self.objective}]" if self.target is None else f"targets[{self.target}]"
        return f"agreement[{self.agreement}].{place}.cites"


Meaning = tuple[CitedKind, str, str]
"""Arti: the kind of what is meant, its plan or its holder, and its code."""


class Register:
    """Daftar kode: what a code means for an agreement of a party and a year."""

    __slots__ = ("_duties", "_items")

    def __init__(self, documents: Iterable[PlanDocument], duties: Iterable[Duty]) -> None:
        self._items: dict[str, list[tuple[PlanDocument, Meaning]]] = {}
        for document in documents:
            for at, item in enumerate(document.items):
                kind: CitedKind = "promise" if at < len(document.promises) else "target"
                meaning: tuple[PlanDocument, Meaning] = (document, (kind, document.code, item.code))
                for code in dict.fromkeys((item.code, f"{document.code}:{item.code}")):
                    self._items.setdefault(code, []).append(meaning)
        self._duties: dict[str, dict[str, Meaning]] = {}
        for duty in duties:
            holder, code = duty_key(duty)
            self._duties.setdefault(code, {})[holder] = ("duty", duty.holder, duty.code)

    @property
    def codes(self) -> tuple[str, ...]:
        """Kode yang ada: everything that can be cited."""
        return tuple(dict.fromkeys((*self._items, *self._duties)))

    def meanings(self, code: str, party: Party, year: int) -> list[Meaning]:
        """Arti: everything that a code may mean; a duty of one's own goes before those of others."""
        duties = self._duties.get(code, {})
        own = [duties[name] for name in names_of(party) if name in duties] if duties else []
        items = (meaning for document, meaning in self._items.get(code, ()) if document.covers(year))
        return [*items, *(own or duties.values())]

    def find(self, code: str, party: Party, year: int) -> Meaning | CitationFault:
        """Cari: what is meant, or why that cannot be told."""
        found = self.meanings(code, party, year)
        if len(found) == 1:
            return found[0]
        if found:
            return "ambiguous"
        return "other_period" if code in self._items else "unknown"


def citations_of(agreement: Agreement, register: Register) -> Iterator[Citation]:
    """Rujukan sebuah perjanjian: every code that its objectives and indicators cite, each once where it stands."""
    party, year = agreement.first_party, agreement.year
    for place, target, shown_by, code in _cited(agreement):
        found = register.find(code, party, year)
        meaning = (None, None, None) if isinstance(found, str) else found
        yield Citation(
            agreement=agreement.code,
            year=year,
            party=party,
            objective=place,
            target=target,
            shown_by=shown_by,
            code=code,
            kind=meaning[0],
            document=meaning[1],
            item=meaning[2],
            fault=found if isinstance(found, str) else None,
        )


def _cited(agreement: Agreement) -> Iterator[tuple[str, str | None, int, str]]:
    """Each code that is cited: by which objective and target, and how many targets show it."""
    for place, objective in keyed_objectives(agreement).items():
        yield from ((place, None, len(objective.targets), code) for code in dict.fromkeys(objective.cites))
        for target in objective.targets:
            yield from ((place, target.code, 1, code) for code in dict.fromkeys(target.indicator.cites))


def duty_key(duty: Duty) -> tuple[str, str]:
    """Kunci tupoksi: what tells two duties apart: the holder, however it is typed, and the code.

    Examples:
        >>> duty_key(Duty("T-1", "Pembinaan", holder="Dinas  Kesehatan"))
        ('dinas kesehatan', 'T-1')
    """
    return folded(duty.holder), duty.code
