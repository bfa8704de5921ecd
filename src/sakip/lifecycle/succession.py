"""Pergantian pejabat: who held which position on which day."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import groupby, pairwise
from typing import Any

from attrs import field, frozen

from sakip.base.display import Column, Table
from sakip.base.finding import Finding, Report
from sakip.base.kind import day_of, none_or, of_kind, tuple_of
from sakip.base.notation import format_date
from sakip.base.rebuild import reduce_by_fields
from sakip.base.rule import Rule
from sakip.base.text import Lang, Text, require_lang
from sakip.errors import InvalidValueError
from sakip.model.party import Party
from sakip.model.period import Period
from sakip.model.tenure import Tenure

__all__ = ["RULES", "Stretch", "Succession"]

_TENURE = "Tenure(Party('Camat'), 'Contoh', starts=date(2025, 1, 1))"
_PARTY = "Party('Camat')"
_PERIOD = "Period.year(2025)"
_NIGHT = timedelta(days=1)

_GAP = Rule(
    "TEN-GAP",
    "warning",
    Text(
        "{position} tanpa pejabat dari {first_day} sampai {last_day}",
        "Nobody held {position} from {first_day} to {last_day}",
    ),
)
_TWO_DEFINITIVE = Rule(
    "TEN-TWO-DEFINITIVE",
    "warning",
    Text(
        "Satu orang menjadi pejabat definitif pada dua jabatan: {first}; {second}",
        "One person holds two positions definitively: {first}; {second}",
    ),
)
_TWO_POSTS = Rule(
    "TEN-TWO-POSTS",
    "note",
    Text("Satu orang memegang dua jabatan: {first}; {second}", "One person holds two positions: {first}; {second}"),
)
_BESIDE = Rule(
    "TEN-BESIDE",
    "warning",
    Text(
        "{acting} di samping {definitive}; Plt. dan Pj. mengisi jabatan yang ditinggalkan untuk seterusnya, Plh. dan "
        "Pjs. menggantikan pejabat yang berhalangan sementara",
        "{acting} beside {definitive}; a Plt. or a Pj. fills a post that was left for good, a Plh. or a Pjs. stands in "
        "for an official who is away for a while",
    ),
)
_NO_BASIS = Rule(
    "TEN-NO-BASIS",
    "warning",
    Text("{acting}: dasar penunjukannya tidak disebutkan", "{acting}: the decision that named the official is missing"),
)
_ALIKE = Rule(
    "TEN-ALIKE",
    "warning",
    Text(
        "{first} dan {second} hanya berbeda huruf besar atau spasi, dan dibaca sebagai dua jabatan",
        "{first} and {second} differ only in capitals or blanks, and are read as two positions",
    ),
)
RULES = (_GAP, _TWO_DEFINITIVE, _TWO_POSTS, _BESIDE, _NO_BASIS, _ALIKE)
"""Aturan pergantian pejabat: every finding of `Succession.check`."""

_COLUMNS = (
    Text("Jabatan", "Position"),
    Text("Kedudukan", "Capacity"),
    Text("Mulai", "From"),
    Text("Sampai", "To"),
    Text("Dasar", "Basis"),
)


@frozen
class Stretch:
    """Rentang jabatan: consecutive days on which one tenure, or nobody, held a position.

    Attributes:
        tenure: The tenure that held the position; None where nobody did.
        first_day: First of the days.
        last_day: Last of the days.
    """

    tenure: Tenure | None
    first_day: date
    last_day: date

    __reduce__ = reduce_by_fields

    def covers(self, day: date) -> bool:
        """Mencakup: whether the day is one of these.

        Raises:
            InvalidValueError: Not a plain date.
        """
        return self.first_day <= day_of(day, "Stretch.covers") <= self.last_day

    def text(self, lang: Lang = "id") -> str:
        """Teks rentang: in which capacity, from when to when; never the person."""
        who = _NOBODY.render(lang) if self.tenure is None else self.tenure.capacity(lang)
        return _STRETCH.render(lang, {"who": who, "first_day": self.first_day, "last_day": self.last_day})


_NOBODY = Text("tanpa pejabat", "nobody")
_STRETCH = Text("{who}, {first_day} sampai {last_day}", "{who}, {first_day} to {last_day}")


def _order(tenure: Tenure) -> tuple[Any, ...]:
    return tenure.party.identity, tenure.precedence, tenure.starts


def _rank(tenure: Tenure) -> tuple[Any, ...]:
    return tenure.party.identity, tenure.precedence


def _tenures(value: Iterable[Tenure]) -> tuple[Tenure, ...]:
    tenures = tuple(sorted(tuple_of(Tenure, value, "Succession.tenures", _TENURE), key=_order))
    for _, rivals in groupby(tenures, key=_rank):
        for earlier, later in pairwise(rivals):
            if earlier.meets(later):
                raise _overlapping(earlier, later)
    return tenures


def _overlapping(earlier: Tenure, later: Tenure) -> InvalidValueError:
    return InvalidValueError(
        code="overlapping-tenures",
        path="Succession.tenures",
        value=f"{earlier.text()} | {later.text()}",
        problem=(
            f"dua pejabat memegang satu jabatan pada hari yang sama: {earlier.text()}, dan {later.text()}",
            f"two officials hold one position on the same day: {earlier.text('en')}, and {later.text('en')}",
        ),
        way_out=(
            "Akhiri masa jabatan yang pertama sehari sebelum yang kedua dimulai",
            "End the first tenure on the day before the second one starts",
        ),
    )


@frozen
class Succession:
    """Pergantian pejabat: tenures of any number of positions, from which each day has one holder or none.

    A Plh or a Pjs goes before a Plt or a Pj, and these go before the definitive official, who is away on that day. Two
    of one rank on the same day cannot stand.

    Attributes:
        tenures: Masa jabatan, ordered by position, rank and first day, however they were given.

    Raises:
        InvalidValueError: Something that is no `Tenure`, or two tenures of one position and one rank that share a day;
            the error names both, and no person.

    Examples:
        >>> from sakip import Party, Tenure
        >>> head = Party("Kepala Dinas Kesehatan")
        >>> succession = Succession(
        ...     [
        ...         Tenure(head, "Contoh A", starts=date(2024, 1, 1), ends=date(2024, 9, 30)),
        ...         Tenure(head, "Contoh B", kind="Plt", starts=date(2024, 10, 14)),
        ...     ]
        ... )
        >>> succession.holder(head, date(2024, 9, 30)).kind, succession.holder(head, date(2024, 10, 1))
        ('definitive', None)
        >>> succession.check().codes()
        ('TEN-GAP', 'TEN-NO-BASIS')
    """

    tenures: tuple[Tenure, ...] = field(converter=_tenures)

    __reduce__ = reduce_by_fields

    @property
    def positions(self) -> tuple[Party, ...]:
        """Jabatan: the positions that somebody holds, each once."""
        return tuple(next(group).party for _, group in groupby(self.tenures, key=lambda one: one.party.identity))

    def of(self, position: Party) -> tuple[Tenure, ...]:
        """Masa jabatan sebuah jabatan: its tenures, whoever holds it; empty for a position that is not known.

        Raises:
            InvalidValueError: Not a `Party`.
        """
        wanted = of_kind(Party, position, "Succession.of", _PARTY).identity
        return tuple(tenure for tenure in self.tenures if tenure.party.identity == wanted)

    def holder(self, position: Party, day: date) -> Tenure | None:
        """Pejabat pada suatu hari: the tenure that held a position on a day, or None.

        Raises:
            InvalidValueError: Not a `Party`, or not a plain date.
        """
        return _holder(self.of(position), day_of(day, "Succession.holder"))

    def stretches(self, position: Party, period: Period) -> tuple[Stretch, ...]:
        """Rentang jabatan: who held a position in a period, stretch by stretch; together they are the period.

        Raises:
            InvalidValueError: Not a `Party`, or not a `Period`.

        Examples:
            >>> from sakip import Party, Period, Tenure
            >>> head = Party("Camat")
            >>> succession = Succession([Tenure(head, "Contoh", starts=date(2024, 7, 1))])
            >>> for stretch in succession.stretches(head, Period.year(2024)):
            ...     print(stretch.text())
            tanpa pejabat, 1 Januari 2024 sampai 30 Juni 2024
            definitif, 1 Juli 2024 sampai 31 Desember 2024
        """
        of_kind(Period, period, "Succession.stretches", _PERIOD)
        return _stretches(self.of(position), period.first_day, period.last_day)

    def check(self, period: Period | None = None) -> Report:
        """Periksa pergantian pejabat: days without an official, people in two posts, acting officials out of place.

        Positions that differ only in capitals or blanks are named too: they are probably one.

        Args:
            period: Days without an official are sought in this period; without one, between the first and the last
                tenure of each position.

        Raises:
            InvalidValueError: Not a `Period`.
        """
        none_or(Period, period, "Succession.check", _PERIOD)
        return Report([*self._gaps(period), *self._two_posts(), *self._out_of_place(), *self._alike()])

    def _gaps(self, period: Period | None) -> Iterator[Finding]:
        for position in self.positions:
            tenures = self.of(position)
            if period is None:
                first = min(tenure.starts for tenure in tenures)
                last = max(tenure.ends or tenure.starts for tenure in tenures)
            else:
                first, last = period.first_day, period.last_day
            for stretch in _stretches(tenures, first, last):
                if stretch.tenure is None:
                    days = {"first_day": stretch.first_day, "last_day": stretch.last_day}
                    yield _GAP.at(_subject(position), position=_name(position), **days)

    def _two_posts(self) -> Iterator[Finding]:
        people: dict[str, list[Tenure]] = {}
        for tenure in sorted(self.tenures, key=lambda one: one.starts):
            people.setdefault(tenure.official, []).append(tenure)
        for tenures in people.values():
            for place, first in enumerate(tenures):
                for second in tenures[place + 1 :]:
                    if first.party.identity != second.party.identity and first.meets(second):
                        definitive = first.kind == second.kind == "definitive"
                        rule = _TWO_DEFINITIVE if definitive else _TWO_POSTS
                        yield rule.at(_subject(second.party), first=_text(first), second=_text(second))

    def _out_of_place(self) -> Iterator[Finding]:
        for position in self.positions:
            own = self.of(position)
            definitive = [tenure for tenure in own if tenure.precedence == 0]
            for acting in own:
                if acting.precedence == 1:
                    for one in definitive:
                        if acting.meets(one):
                            yield _BESIDE.at(_subject(position), acting=_text(acting), definitive=_text(one))
                if acting.kind != "definitive" and acting.legal_basis is None:
                    yield _NO_BASIS.at(_subject(position), acting=_text(acting))

    def _alike(self) -> Iterator[Finding]:
        seen: dict[tuple[str, ...], Party] = {}
        for position in self.positions:
            first = seen.setdefault(tuple("".join(part.casefold().split()) for part in position.identity), position)
            if first is not position:
                names = {"first": " / ".join(first.identity), "second": " / ".join(position.identity)}
                yield _ALIKE.at(_subject(position), **{key: name.removeprefix(" / ") for key, name in names.items()})

    def table(self, lang: Lang = "id") -> Table:
        """Tabel masa jabatan: one row a tenure; never the person."""
        require_lang(lang)
        return Table(
            title=Text("Masa jabatan", "Tenures").render(lang),
            columns=[Column(head.render(lang)) for head in _COLUMNS],
            rows=[
                (
                    _name(tenure.party),
                    tenure.capacity(lang),
                    format_date(tenure.starts, lang),
                    "" if tenure.ends is None else format_date(tenure.ends, lang),
                    "" if tenure.legal_basis is None else tenure.legal_basis.text(lang),
                )
                for tenure in sorted(self.tenures, key=lambda one: (one.party.identity, one.starts, one.precedence))
            ],
        )

    def text(self, lang: Lang = "id", *, width: int | None = None) -> str:
        """Teks masa jabatan: the table for a terminal, 80 columns wide unless another width is given.

        Raises:
            InvalidValueError: Another language, or a width that is not 20 to 1,000.
        """
        return self.table(lang).text(width)

    def _repr_html_(self) -> str:
        return self.table().html()


def _holder(tenures: tuple[Tenure, ...], day: date) -> Tenure | None:
    present = [tenure for tenure in tenures if tenure.covers(day)]
    return max(present, key=lambda one: one.precedence, default=None)


def _stretches(tenures: tuple[Tenure, ...], first: date, last: date) -> tuple[Stretch, ...]:
    begins = {tenure.starts for tenure in tenures}
    begins |= {tenure.ends + _NIGHT for tenure in tenures if tenure.ends is not None and tenure.ends < last}
    turns = sorted({first, *(day for day in begins if first < day <= last)})
    ends = [*(day - _NIGHT for day in turns[1:]), last]
    found: list[Stretch] = []
    for day, end in zip(turns, ends, strict=True):
        tenure = _holder(tenures, day)
        if found and found[-1].tenure == tenure:
            found[-1] = Stretch(tenure, found[-1].first_day, end)
        else:
            found.append(Stretch(tenure, day, end))
    return tuple(found)


def _name(party: Party) -> str:
    return party.position if party.office is None else f"{party.position}, {party.office}"


def _subject(party: Party) -> str:
    return f"positions[{' / '.join(filter(None, party.identity))}]"


def _text(tenure: Tenure) -> Text:
    return Text.literal(tenure.text("id"), tenure.text("en"))
