"""Janji sebuah kantor: which promises an office has signed for, and which it answers for and has not."""

from typing import TYPE_CHECKING

from attrs import frozen

from sakip.base.kind import is_text
from sakip.base.likeness import folded, unknown_code
from sakip.base.rebuild import reduce_by_fields
from sakip.lifecycle.promises.likeness import is_party
from sakip.lifecycle.promises.standing import PromiseStanding

if TYPE_CHECKING:
    from sakip.lifecycle.promises.coverage import PromiseCoverage

__all__ = ["OfficePromises", "office_promises"]


@frozen
class OfficePromises:
    """Janji sebuah kantor: what it answers for, and what it has signed for. Made by `PromiseCoverage.of`.

    Attributes:
        office: The office, as it was asked.
        responsible: Promises of which a plan says that the office, or a position in it, is responsible.
        signed: Promises that an agreement of the office carries, its own or those of another.
    """

    office: str
    responsible: tuple[PromiseStanding, ...]
    signed: tuple[PromiseStanding, ...]

    __reduce__ = reduce_by_fields

    @property
    def unsigned(self) -> tuple[PromiseStanding, ...]:
        """Belum ditandatangani: promises that it answers for and has not signed for, whoever else may have."""
        signed = {(one.document, one.code) for one in self.signed}
        return tuple(one for one in self.responsible if (one.document, one.code) not in signed)


def office_promises(coverage: "PromiseCoverage", office: str) -> OfficePromises:
    """Janji sebuah kantor: what a plan says that it answers for, beside what its agreements carry.

    Raises:
        UnknownCodeError: Neither a plan nor an agreement names it; the error names those that look like it.
    """
    parties = [one.agreement.first_party for one in coverage.agreements]
    known = dict.fromkeys([name for one in coverage.standings for name in one.item.offices])
    known |= dict.fromkeys(party.office or party.position for party in parties)
    named = is_text(office) and any(folded(office) == folded(name) for name in known)
    if not named and not any(is_text(office) and is_party(office, party) for party in parties):
        problem = (
            "tidak ada rencana atau perjanjian yang menyebut kantor itu",
            "no plan and no agreement names that office",
        )
        raise unknown_code(office, known, code="unknown-office", path="PromiseCoverage.of", problem=problem)
    asked = folded(office)
    # A plan may name a position in an office; "Wakil Bupati" is none in an office "Bupati", which is a position itself.
    within = f" {asked}" if any(folded(party.office or "") == asked for party in parties) else None

    def is_its(name: str) -> bool:
        return folded(name) == asked or (within is not None and folded(name).endswith(within))

    return OfficePromises(
        office,
        tuple(one for one in coverage.standings if any(is_its(name) for name in one.item.offices)),
        tuple(one for one in coverage.standings if any(is_party(office, cited.party) for cited in one.citations)),
    )
