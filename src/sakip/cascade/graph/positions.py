"""Susunan jabatan: the positions of a cascade, declared, promising or only named, each with the one above it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from sakip.base.text import Text
from sakip.cascade.graph.unresolved import Unresolved
from sakip.cascade.inputs.post import Post, is_contradiction, joined
from sakip.cascade.names.mistyped import known_behind
from sakip.cascade.names.naming import Names, folded, plain_position
from sakip.model.agreement import Agreement
from sakip.model.party import Echelon, Party
from sakip.model.tenure import Tenure

__all__ = ["Place", "Positions"]


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
_MOST_SHOWN = 12


class Positions:
    """Susunan jabatan: every position by its number, and how it is found by name.

    Attributes:
        names: Which positions a name can mean.
        of_agreement: The position of each agreement.
        tenures: The tenures of each position that has any, the first one first.
        units: The unit of each position, if one is known; however it is typed, it is written in one way.
        unresolved: Positions that are named and mean nothing, or several of them.
        unplaced: Positions that name a superior of whom nobody knows which position is meant.
    """

    __slots__ = (
        "_codes",
        "_holders",
        "_parties",
        "_posts",
        "_spelling",
        "_superiors",
        "names",
        "of_agreement",
        "tenures",
        "units",
        "unplaced",
        "unresolved",
    )

    def __init__(self, posts: Iterable[Post], agreements: Sequence[Agreement], tenures: Iterable[Tenure] = ()) -> None:
        self.names = Names()
        self.unresolved: list[Unresolved] = []
        self.unplaced: set[int] = set()
        self._spelling: dict[str, str] = {}
        self._posts: list[Post] = []
        self._codes: list[str] = []
        self.units: list[str | None] = []
        self._parties: dict[int, Party] = {}
        self._holders: dict[int, Party] = {}
        self._declare(posts)
        self.of_agreement = self._first_parties(agreements)
        self.tenures = self._held(sorted(tenures, key=_by_position))
        self._written()
        self._superiors = [-1] * len(self._codes)
        self._declared_superiors()
        self._second_parties(agreements)

    def _declare(self, posts: Iterable[Post]) -> None:
        """The posts; one that is declared twice is one position, of which only what all say alike is known."""
        given: dict[tuple[str, str], list[Post]] = {}
        for post in sorted(posts, key=lambda post: (post.code, post.unit or "", repr(post))):
            alike = folded(plain_position(post.code)), "" if post.unit is None else folded(post.unit)
            given.setdefault(alike, []).append(post)
        alone = Counter(title for title, _ in given)
        for number, ((title, _), several) in enumerate(given.items()):
            post = joined(several)
            unit = self._unit(post.unit)
            self._posts.append(post)
            plain = plain_position(post.code)
            self._codes.append(plain if unit is None or alone[title] == 1 else f"{unit}/{plain}")
            self.units.append(unit)
            self.names.add(post.code, number, unit)
            if unit is not None:
                self.names.add_within(unit, post.code, number)
            if len(several) > 1:
                side = "contradiction" if is_contradiction(several) else "twice"
                self.unresolved.append(Unresolved("post", number, side, self._codes[number], (), ()))
                if post.superior is None and any(one.superior is not None for one in several):
                    self.unplaced.add(number)

    def _unit(self, unit: str | None) -> str | None:
        """A unit as it was first written."""
        return None if unit is None else self._spelling.setdefault(folded(unit), unit)

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

    def named(self, name: str, office: str | None) -> tuple[int, ...]:
        """Jabatan bernama: the positions that a name can mean, of an office, or else of no known one."""
        if office is None:
            return self.names.find(name)
        own = self.names.within(name, office)
        return own or tuple(at for at in self.names.within(name, None) if self.units[at] is None)

    def meanings(self, party: Party, office: str | None = None) -> tuple[int, ...]:
        """Jabatan yang dimaksud: the positions that a party can mean, by its code or else its name.

        Args:
            party: The party.
            office: The office of whoever names it, where several would do.
        """
        for name in (party.code, party.position):
            found = () if name is None else self._nearest(name, party.office, office)
            if found:
                return found
        return ()

    def _nearest(self, name: str, stated: str | None, own: str | None) -> tuple[int, ...]:
        """The positions of a name: of the office that is stated, else of that of whoever names them, else of any.

        However it is typed, a title means the own office's before one that is typed like it in another.
        """
        found = self.names.within(name, own) if stated is None and own is not None else ()
        found = found or self.named(name, stated)
        return found if len(found) < 2 or own is None else self.named(name, own) or found

    def _written(self) -> None:
        """Undeclared positions are written by code or name, with the office where two would be alike."""
        for at, code in enumerate(self._codes):
            if not code:
                one = self._parties[at] if at in self._parties else self._holders[at]
                named = one.code or plain_position(one.position)
                alone = self.units[at] is None or self.names.is_alone(named)
                self._codes[at] = named if alone else f"{self.units[at]}/{named}"

    def _position_of(self, first: Party) -> int:
        """The number of a first party's position: the post that it is, or a new one."""
        declared = self.named(first.code or first.position, first.office)
        office = self._unit(first.office)
        if len(declared) == 1:
            at = declared[0]
        else:
            at = len(self._codes)
            self._codes.append("")
            self.units.append(office)
        if office is not None:
            self.units[at] = self.units[at] or office
            self.names.add_within(office, first.position, at)
        self.names.add(first.code or first.position, at, self.units[at])
        self.names.add(first.position, at, self.units[at])
        return at

    def _declared_superiors(self) -> None:
        for number, post in enumerate(self._posts):
            if post.superior is None:
                continue
            found = self._nearest(post.superior, None, post.unit)
            if len(found) == 1:
                self._superiors[number] = found[0]
            else:
                self._miss("post", number, post.superior, found)
                self.unplaced.add(number)

    def _second_parties(self, agreements: Sequence[Agreement]) -> None:
        """Whom an agreement names above is the superior, where no post says otherwise; a stranger is a top.

        A stranger whose name is nearly that of a position is no top but a slip, and who is above is not known.
        """
        strangers: list[tuple[int, Party]] = []
        for number, agreement in enumerate(agreements):
            at, second = self.of_agreement[number], agreement.second_party
            if second is None or self._superiors[at] >= 0 or self._states_its_superior(at):
                continue
            found = self.meanings(second, self.units[at])
            if len(found) == 1:
                self._superiors[at] = -1 if found[0] == at else found[0]
            elif found:
                self._miss("agreement", number, second.code or second.position, found)
                self.unplaced.add(at)
            else:
                strangers.append((number, second))
        placed = known_behind((name for _, second in strangers for name in _forms(second)), self._titles(placed=True))
        bare = known_behind((second.position for _, second in strangers), self._titles(placed=False))
        for number, second in strangers:
            near = (
                [placed.get(name, ()) for name in _forms(second)] if second.office else [bare.get(second.position, ())]
            )
            self._stranger(number, second, next(filter(None, near), ()))

    def _titles(self, *, placed: bool) -> Iterator[str]:
        """What the known positions are called, within their units where they have any and it is asked for."""
        titles = ((at, post.code) for at, post in enumerate(self._posts))
        parties = ((at, party.position) for held in (self._parties, self._holders) for at, party in held.items())
        for at, title in (*titles, *parties):
            yield f"{self.units[at]}/{title}" if placed and self.units[at] is not None else title

    def _stranger(self, number: int, second: Party, near: tuple[str, ...]) -> None:
        at, named = self.of_agreement[number], second.code or second.position
        if self._superiors[at] >= 0:
            return
        if near:
            self.unresolved.append(Unresolved("agreement", number, "superior", named, (), near))
            self.unplaced.add(at)
            return
        found = self.named(named, second.office)
        if not found:
            found = (len(self._codes),)
            unit = self._unit(second.office)
            self.names.add(named, found[0], unit)
            self.names.add(second.position, found[0], unit)
            self._codes.append(named)
            self.units.append(unit)
            self._superiors.append(-1)
        self._superiors[at] = found[0]

    def _states_its_superior(self, at: int) -> bool:
        return at in self.unplaced or (at < len(self._posts) and self._posts[at].superior is not None)

    def _miss(self, subject: str, number: int, name: str, found: Sequence[int], side: str = "superior") -> None:
        meanings = tuple(self._codes[at] or f"{self.units[at]}/{name}" for at in found[:_MOST_SHOWN])
        if len(found) > _MOST_SHOWN:
            meanings = (*meanings, "…")
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


def _forms(party: Party) -> tuple[str, str]:
    return f"{party.office}/{party.position}", party.position


def _by_position(tenure: Tenure) -> tuple[object, ...]:
    return tenure.party.identity, tenure.starts, tenure.precedence, tenure.official


def _by_day(tenure: Tenure) -> tuple[object, ...]:
    return tenure.starts, tenure.precedence, tenure.official
