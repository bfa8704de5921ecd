"""Susunan jabatan: the positions of a cascade, declared, promising or only named, each with the one above it."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sakip.base.text import Text
from sakip.cascade.naming import Names
from sakip.cascade.post import Post
from sakip.cascade.unresolved import Unresolved
from sakip.model.agreement import Agreement
from sakip.model.party import Echelon, Party
from sakip.model.tenure import Tenure

__all__ = ["Place", "Positions", "narrowed"]


class Place(NamedTuple):
    """Kedudukan: a position as the graph knows it.

    Attributes:
        code: How it is written in subjects and messages.
        unit: Its unit, if one is known.
        echelon: Its level, if one is known.
        superior: Number of the position above; -1 where there is none.
        declared: Whether it was given as a `Post`.
        vacant: Whether nobody is expected to hold it.
        party: The party of its agreement, if it has one in force.
    """

    code: str
    unit: str | None
    echelon: Echelon | None
    superior: int
    declared: bool
    vacant: bool
    party: Party | None

    @property
    def rank(self) -> int | None:
        """Peringkat: that of its level; None where no level is known."""
        return None if self.echelon is None else self.echelon.rank

    @property
    def level(self) -> Text:
        """Sebutan jenjang: its level in words, or that none is stated."""
        if self.echelon is None:
            return _NO_LEVEL
        return Text.literal(self.echelon.label("id"), self.echelon.label("en"))


_NO_LEVEL = Text("jenjang tidak disebutkan", "level not stated")


class Positions:
    """Susunan jabatan: every position by its number, and how it is found by name.

    Attributes:
        names: Which positions a name can mean.
        of_agreement: The position of each agreement.
        tenures: The tenures of each position that has any, the first one first.
        units: The unit of each position, if one is known.
        unresolved: Positions that are named and mean nothing, or several of them.
    """

    __slots__ = (
        "_codes",
        "_holders",
        "_parties",
        "_posts",
        "_superiors",
        "names",
        "of_agreement",
        "tenures",
        "units",
        "unresolved",
    )

    def __init__(self, posts: Iterable[Post], agreements: Sequence[Agreement], tenures: Iterable[Tenure] = ()) -> None:
        self.names = Names()
        self.unresolved: list[Unresolved] = []
        self._posts = sorted(posts, key=lambda post: (post.code, post.unit or ""))
        self._codes = [post.code for post in self._posts]
        self.units = [post.unit for post in self._posts]
        self._parties: dict[int, Party] = {}
        self._holders: dict[int, Party] = {}
        for number, code in enumerate(self._codes):
            self.names.add(code, number)
        self.of_agreement = self._first_parties(agreements)
        self.tenures = self._held(sorted(tenures, key=_by_position))
        self._written()
        self._superiors = [-1] * len(self._codes)
        self._declared_superiors()
        self._second_parties(agreements)

    def _first_parties(self, agreements: Sequence[Agreement]) -> list[int]:
        found: list[int] = []
        known: dict[tuple[str, ...], int] = {}
        for agreement in agreements:
            first = agreement.first_party
            at = known.get(first.identity, -1)
            if at < 0:
                at = known[first.identity] = self._position_of(first)
            self._parties.setdefault(at, first)
            found.append(at)
        return found

    def _held(self, tenures: Sequence[Tenure]) -> dict[int, tuple[Tenure, ...]]:
        """The tenures by position; a position that somebody holds is there, whether it has signed or not."""
        found: dict[int, list[Tenure]] = {}
        for number, tenure in enumerate(tenures):
            party = tenure.party
            meant = self.meanings(party)
            if len(meant) > 1:
                self._miss("tenure", number, party.code or party.position, meant, side="position")
                continue
            at = meant[0] if meant else self._position_of(party)
            self._holders.setdefault(at, party)
            found.setdefault(at, []).append(tenure)
        return {at: tuple(sorted(held, key=_by_day)) for at, held in found.items()}

    def meanings(self, party: Party, office: str | None = None) -> tuple[int, ...]:
        """Jabatan yang dimaksud: the positions that a party can mean, by its code or else its name.

        Args:
            party: The party.
            office: The office of whoever names it, where several would do.
        """
        named = self.names.find(party.code) if party.code is not None else ()
        found = narrowed(named or self.names.find(party.position), party.office, self.units)
        return found if len(found) < 2 else narrowed(found, office, self.units) or found

    def _written(self) -> None:
        """Undeclared positions are written by code or name, with the office where two would be alike."""
        for at, code in enumerate(self._codes):
            if not code:
                one = self._parties[at] if at in self._parties else self._holders[at]
                named = one.code or one.position
                alone = self.units[at] is None or len(self.names.find(named)) == 1
                self._codes[at] = named if alone else f"{self.units[at]}/{named}"

    def _position_of(self, first: Party) -> int:
        """The number of a first party's position: the post that it is, or a new one."""
        declared = narrowed(self.names.find(first.code or first.position), first.office, self.units)
        if len(declared) == 1:
            at = declared[0]
        else:
            at = len(self._codes)
            self._codes.append("")
            self.units.append(first.office)
        self.names.add(first.code or first.position, at)
        self.names.add(first.position, at)
        if first.office is not None:
            self.names.add(f"{first.office}/{first.position}", at)
            self.units[at] = self.units[at] or first.office
        return at

    def _declared_superiors(self) -> None:
        for number, post in enumerate(self._posts):
            if post.superior is None:
                continue
            found = self.names.find(post.superior)
            if len(found) > 1:
                found = narrowed(found, post.unit, self.units) or found
            if len(found) == 1:
                self._superiors[number] = found[0]
            else:
                self._miss("post", number, post.superior, found)

    def _second_parties(self, agreements: Sequence[Agreement]) -> None:
        for number, agreement in enumerate(agreements):
            at, second = self.of_agreement[number], agreement.second_party
            if second is None or self._superiors[at] >= 0 or self._states_its_superior(at):
                continue
            named = second.code or second.position
            found = narrowed(self.names.find(named), second.office, self.units)
            if len(found) > 1:
                found = narrowed(found, agreement.first_party.office, self.units) or found
            if len(found) > 1:
                self._miss("agreement", number, named, found)
            elif found:
                self._superiors[at] = -1 if found[0] == at else found[0]
            else:
                self._superiors[at] = len(self._codes)
                self.names.add(named, len(self._codes))
                self.names.add(second.position, len(self._codes))
                self._codes.append(named)
                self.units.append(second.office)
                self._superiors.append(-1)

    def _states_its_superior(self, at: int) -> bool:
        return at < len(self._posts) and self._posts[at].superior is not None

    def _miss(self, subject: str, number: int, name: str, found: Sequence[int], side: str = "superior") -> None:
        meanings = tuple(self._codes[at] or f"{self.units[at]}/{name}" for at in found)
        near = () if found else self.names.near(name)
        self.unresolved.append(Unresolved(subject, number, side, name, meanings, near))

    def places(self, agreements: Sequence[Agreement]) -> list[Place]:
        """Kedudukan: every position, with its level and its superior."""
        echelons = self._echelons(agreements)
        declared = len(self._posts)
        return [
            Place(
                code,
                self.units[at],
                echelons.get(at) or (self._posts[at].echelon if at < declared else None) or self._held_level(at),
                self._superiors[at],
                declared=at < declared,
                vacant=at < declared and self._posts[at].vacant,
                party=self._parties.get(at),
            )
            for at, code in enumerate(self._codes)
        ]

    def _held_level(self, at: int) -> Echelon | None:
        return self._holders[at].echelon if at in self._holders else None

    def _echelons(self, agreements: Sequence[Agreement]) -> dict[int, Echelon]:
        """The level of each position: what its own agreement says, else what a subordinate's says of its superior."""
        found: dict[int, Echelon] = {}
        for at, agreement in zip(self.of_agreement, agreements, strict=True):
            if agreement.first_party.echelon is not None:
                found.setdefault(at, agreement.first_party.echelon)
        for at, agreement in zip(self.of_agreement, agreements, strict=True):
            above, second = self._superiors[at], agreement.second_party
            if above >= 0 and second is not None and second.echelon is not None:
                found.setdefault(above, second.echelon)
        return found


def _by_position(tenure: Tenure) -> tuple[object, ...]:
    return tenure.party.identity, tenure.starts, tenure.precedence, tenure.official


def _by_day(tenure: Tenure) -> tuple[object, ...]:
    return tenure.starts, tenure.precedence, tenure.official


def narrowed(found: tuple[int, ...], office: str | None, units: Sequence[str | None]) -> tuple[int, ...]:
    """Dipersempit: of the positions that a name can mean those of an office, else those of no office.

    Examples:
        >>> narrowed((0, 1), "Dinas A", ["Dinas A", "Dinas B"]), narrowed((0, 1), None, ["Dinas A", "Dinas B"])
        ((0,), (0, 1))
    """
    if office is None:
        return found
    return tuple(at for at in found if units[at] == office) or tuple(at for at in found if units[at] is None)
