"""Pencarian simpul: which indicators of a cascade a key of position, code and year can mean."""

from collections.abc import Callable, Mapping, Sequence

from sakip.cascade.inputs.node import Node
from sakip.cascade.names.naming import folded

__all__ = ["Lookup"]


class Lookup:
    """Pencarian: the indicators by position and code, each read when first asked for.

    Args:
        find: Which positions a name can mean.
        numbers: The number of each node by its position, code and year.
        years: The years that a key without one can mean.
    """

    __slots__ = ("_coded", "_find", "_known", "_numbers", "_places", "_years")

    def __init__(
        self,
        find: Callable[[str], tuple[int, ...]],
        numbers: Mapping[tuple[int, str, int], int],
        years: Sequence[int],
    ) -> None:
        self._find = find
        self._numbers = numbers
        self._years = years
        self._coded: dict[str, dict[int, list[tuple[str, int, int]]]] = {}
        self._places: dict[str, frozenset[int]] = {}
        self._known: dict[Node, tuple[int, ...]] = {}

    def meanings(self, node: Node) -> tuple[int, ...]:
        """Arti: the nodes that a key can mean, by its exact code, else by one that is typed alike."""
        places = self._find(node.position)
        if not places:
            return ()
        years = self._years if node.year is None else (node.year,)
        if len(places) == 1:
            numbers = (self._numbers.get((places[0], node.indicator, year), -1) for year in years)
            exact = tuple(at for at in numbers if at >= 0)
            if exact:
                return exact
        if node not in self._known:
            if node.position not in self._places:
                self._places[node.position] = frozenset(places)
            self._known[node] = self._alike(node.indicator, self._places[node.position], years)
        return self._known[node]

    def _alike(self, code: str, places: frozenset[int], years: Sequence[int]) -> tuple[int, ...]:
        """The nodes of some positions whose code is this one, or is typed like it where none is."""
        if not self._coded:
            for (place, indicator, year), at in self._numbers.items():
                self._coded.setdefault(folded(indicator), {}).setdefault(place, []).append((indicator, year, at))
        coded = self._coded.get(folded(code), {})
        # The shorter list is walked through, so that many names of many positions cost no square of time.
        shared = places if len(coded) >= len(places) else [place for place in coded if place in places]
        found = [one for place in shared for one in coded.get(place, ()) if one[1] in years]
        exact = sorted(at for indicator, _, at in found if indicator == code)
        return tuple(exact or sorted(at for _, _, at in found))
