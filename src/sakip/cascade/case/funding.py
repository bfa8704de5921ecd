"""Pendanaan: the budget lines of all agreements as one forest, and which indicators their money serves."""

from collections.abc import Iterator, Mapping, Sequence

from sakip.cascade.case.case import Case
from sakip.cascade.graph.graph import Graph
from sakip.cascade.graph.ratified import Ratified, ratified_on
from sakip.cascade.names.naming import folded
from sakip.model.budget import parent_of
from sakip.model.budget_line import BudgetLine, cents

__all__ = ["Funding", "funding_of"]

# More levels than any government has; it only keeps a hostile chain of positions from costing its square.
_MOST_LEVELS = 16
_Codes = dict[str, int]


class Funding:
    """Pendanaan: what every budget line is a part of, in its own agreement or in that of a superior of the same unit.

    A superior and a subordinate may name one line: then the subordinate's is a portion of the superior's.

    Attributes:
        lines: (agreement, line) of every budget line.
        whole: For each line the line that it is a part or a portion of; -1 for none.
        parts: For each line its parts in its own agreement.
        below: For each line its parts and portions in the agreements of subordinates.
        of_agreement: The lines of each agreement that lists any.
        alike: The lines of one code, by unit, year, version and code, that are no portions of a superior's; where
            several agreements list one, it has several holders. Lines whose unit is not known are not in it.
        budgeted: The units and years of which a budget is known.
        served: The nodes that money serves, and those above them.
        ratified: The document in force for each unit.
    """

    __slots__ = (
        "_codes",
        "_graph",
        "_linked",
        "alike",
        "below",
        "budgeted",
        "lines",
        "of_agreement",
        "parts",
        "ratified",
        "served",
        "whole",
    )

    def __init__(self, graph: Graph, lines: Sequence[tuple[int, BudgetLine]]) -> None:
        self._graph = graph
        self.lines = lines
        self._codes: dict[int, dict[str | None, _Codes]] = {}
        for number, (agreement, line) in enumerate(lines):
            self._codes.setdefault(agreement, {}).setdefault(line.version, {}).setdefault(line.code, number)
        self.whole = [-1] * len(lines)
        self.parts: list[list[int]] = [[] for _ in lines]
        self.below: list[list[int]] = [[] for _ in lines]
        for number, above in self._superiors():
            self._place(number, above)
        self.of_agreement: dict[int, list[int]] = {}
        self.alike: dict[tuple[str, int, str | None, str], list[int]] = {}
        self.budgeted: set[tuple[str | None, int]] = set()
        for number, (agreement, line) in enumerate(lines):
            self.of_agreement.setdefault(agreement, []).append(number)
            unit, year = self.unit(agreement), graph.agreements[agreement].year
            self.budgeted.add((unit, year))
            if unit is not None and self.is_head(number):
                self.alike.setdefault((folded(unit), year, line.version, line.code), []).append(number)
        nodes = {(graph.agreement_of[at], target.code): at for at, target in enumerate(graph.targets)} if lines else {}
        direct = [[nodes.get((agreement, code), -1) for code in line.targets] for agreement, line in lines]
        named = {at for found in direct for at in found if at >= 0}
        self.served = named | graph.ancestors(named)
        self._linked = self._covered([any(at >= 0 for at in found) for found in direct])
        self.ratified = ratified_on(graph.cascade.budgets, graph.as_of) if lines else {}

    def unit(self, agreement: int) -> str | None:
        """Unit kerja: the unit of an agreement's position."""
        return self._graph.places[self._graph.place_of_agreement[agreement]].unit

    def holders(self, number: int) -> list[int]:
        """Pemegang: the lines of different agreements that are one line, none of them a portion of another's."""
        agreement, line = self.lines[number]
        unit, year = self.unit(agreement), self._graph.agreements[agreement].year
        found = [] if unit is None else self.alike.get((folded(unit), year, line.version, line.code), [])
        return found if len({self.lines[one][0] for one in found}) > 1 else []

    def document(self, number: int) -> Ratified | None:
        """Dokumen: what was ratified for the unit of a line's agreement, or for every unit; of the latest year only."""
        agreement, _ = self.lines[number]
        if self._graph.agreements[agreement].year != self._graph.years[-1]:
            return None
        return self.ratified.get(folded(self.unit(agreement) or "")) or self.ratified.get("")

    def is_head(self, number: int) -> bool:
        """Utama: whether a line is no portion of a superior's line of the same code."""
        whole = self.whole[number]
        return whole < 0 or self.lines[whole][1].code != self.lines[number][1].code

    def is_leaf(self, number: int) -> bool:
        """Rinci: whether nothing is a part of a line."""
        return not self.parts[number] and not self.below[number]

    def is_linked(self, number: int) -> bool:
        """Terkait: whether a line, or one that it is a part of, serves an indicator."""
        return self._linked[number]

    def ceiling(self, numbers: Sequence[int]) -> int:
        """Jumlah pagu: of some lines, in hundredths of a rupiah."""
        return sum(cents(self.lines[number][1].ceiling) for number in numbers)

    def _covered(self, linked: list[bool]) -> list[bool]:
        """For each line whether it, or one that it is a part of, is among the linked ones."""
        known: dict[int, bool] = {}
        for number in range(len(self.lines)):
            passed: dict[int, None] = {}
            at = number
            # Where positions are above each other in a circle, so may be their lines.
            while at >= 0 and at not in known and at not in passed and not linked[at]:
                passed[at] = None
                at = self.whole[at]
            found = at >= 0 and known.get(at, linked[at])
            known.update(dict.fromkeys((number, *passed), found))
        return [known[number] for number in range(len(self.lines))]

    def _superiors(self) -> Iterator[tuple[int, list[int]]]:
        """Each line with the agreements above its own that list a budget, the nearest first."""
        graph = self._graph
        listing: dict[tuple[int, int], list[int]] = {}
        for agreement in self._codes:
            key = graph.place_of_agreement[agreement], graph.agreements[agreement].year
            listing.setdefault(key, []).append(agreement)
        nearest: dict[tuple[int, int], int] = {}
        chains: dict[int, list[int]] = {}
        for number, (agreement, _) in enumerate(self.lines):
            if agreement not in chains:
                place, year = graph.place_of_agreement[agreement], graph.agreements[agreement].year
                chain: list[int] = []
                for _ in range(_MOST_LEVELS):
                    place = self._nearest(place, year, listing, nearest)
                    if place < 0:
                        break
                    chain += listing[place, year]
                chains[agreement] = chain
            yield number, chains[agreement]

    def _nearest(
        self, place: int, year: int, listing: Mapping[tuple[int, int], object], known: dict[tuple[int, int], int]
    ) -> int:
        """The nearest position above, in the same unit, whose agreement lists a budget; -1 where there is none."""
        places = self._graph.places
        passed: list[int] = []
        seen = {place}
        at = place
        while True:
            if (at, year) in known:
                found = known[at, year]
                break
            passed.append(at)
            above = places[at].superior
            if above < 0 or above in seen or places[above].unit != places[place].unit:
                found = -1
                break
            if (above, year) in listing:
                found = above
                break
            seen.add(above)
            at = above
        known.update(dict.fromkeys(((one, year) for one in passed), found))
        return found

    def _place(self, number: int, superiors: Sequence[int]) -> None:
        agreement, line = self.lines[number]
        own = self._codes[agreement][line.version]
        code = parent_of(line, own)
        if code is not None and own[code] != number:
            self.whole[number] = own[code]
            self.parts[own[code]].append(number)
            return
        for above in superiors:
            codes = self._version(above, line.version)
            found = line.code if line.code in codes else parent_of(line, codes)
            if found is not None:
                self.whole[number] = codes[found]
                self.below[codes[found]].append(number)
                return

    def _version(self, agreement: int, version: str | None) -> _Codes:
        """The lines of an agreement in one version of the budget; those of its only one where none is named."""
        versions = self._codes[agreement]
        if version in versions or None in versions:
            return versions[version if version in versions else None]
        return next(iter(versions.values())) if version is None and len(versions) == 1 else {}


def funding_of(case: Case) -> Funding:
    """Pendanaan sebuah berkas: to be asked for through `Case.once`.

    Examples:
        >>> from datetime import date
        >>> from sakip.cascade import Cascade, validate
        >>> from sakip.testing import example_agreement
        >>> case = validate(Cascade([example_agreement()]), as_of=date(2025, 12, 31)).case
        >>> case.once(funding_of).whole
        []
    """
    return Funding(case.graph, case.lines)
