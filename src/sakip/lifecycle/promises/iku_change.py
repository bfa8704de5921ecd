"""Perubahan IKU: what became of each indicator of a position from one year to the next."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Literal

from attrs import evolve, frozen

from sakip.base.likeness import folded
from sakip.base.rebuild import reduce_by_fields
from sakip.lifecycle.promises.likeness import alike, is_party
from sakip.model.agreement import Agreement
from sakip.model.indicator import Indicator
from sakip.model.lineage import carried, partner, trend_of
from sakip.model.party import Party

__all__ = ["ChangeKind", "IkuChange", "Reasoned", "by_position", "changes", "concerned", "indicators_of"]

ChangeKind = Literal["kept", "renamed", "reworded", "redefined", "added", "dropped"]
"""Jenis perubahan: the same; the same under another code, as its lineage says; another name under the same code;
measured otherwise; new; or no longer there."""
Reasoned = tuple[str, int] | tuple[str, str, int]
"""Yang beralasan: a code and the year of its change; before them the office or position where several have it."""
_GOES_ON = frozenset[ChangeKind](("kept", "renamed"))
_ONE_LINE = _GOES_ON | {"reworded"}


@frozen(kw_only=True)
class IkuChange:
    """Perubahan IKU: one indicator of one position from one year to the next that is there.

    Attributes:
        party: The position.
        since: The earlier year.
        year: The later year.
        kind: ``kept``, ``renamed``, ``reworded``, ``redefined``, ``added`` or ``dropped``.
        indicator: The indicator in the later year, or in the earlier one where it was dropped.
        before: The indicator in the earlier year; None where it was added.
        reason: Why it changed, as it was stated.
    """

    party: Party
    since: int
    year: int
    kind: ChangeKind
    indicator: Indicator
    before: Indicator | None
    reason: str | None

    __reduce__ = reduce_by_fields

    @property
    def code(self) -> str:
        """Kode: that of the indicator."""
        return self.indicator.code

    @property
    def is_stable(self) -> bool:
        """Tetap: whether the indicator goes on, or the reason for its change is stated."""
        return self.kind in _GOES_ON or self.reason is not None


def changes(
    agreements: Iterable[Agreement], reasons: Mapping[Reasoned, str], kind: str | None
) -> tuple[IkuChange, ...]:
    """Semua perubahan: position after position, year after year, those of the later year before what is gone."""
    found = list(_changes(agreements, kind))
    for key, reason in reasons.items():
        places = concerned(key, found)
        # A code alone says nothing of whose change it is, where several positions have it.
        if len(places) == 1 or len(key) == 3:
            for at in places:
                found[at] = evolve(found[at], reason=reason)
    return tuple(found)


def concerned(key: Reasoned, found: Sequence[IkuChange]) -> list[int]:
    """Yang dimaksud alasan: places of the changes that a reason may be about."""
    *whose, code, year = key
    return [
        at
        for at, one in enumerate(found)
        if (one.code, one.year) == (code, year)
        and one.kind not in _GOES_ON
        and all(is_party(str(name), one.party) for name in whose)
    ]


def _changes(agreements: Iterable[Agreement], kind: str | None) -> Iterator[IkuChange]:
    for own in by_position(agreements).values():
        known: dict[str, Indicator] = {}
        now: dict[str, str] = {}
        for since, year in pairwise(sorted(own)):
            earlier = {**indicators_of(own[since], kind), **known}
            known = {}
            for way, indicator, before in _steps(earlier, indicators_of(own[year], kind), now):
                if before is not None and way in _ONE_LINE:
                    # What a silent year does not say is carried on, so that it bridges no change.
                    known[indicator.code] = carried(before, indicator)
                    now |= {old: indicator.code for old, new in now.items() if new == before.code}
                    now[before.code] = indicator.code
                yield IkuChange(
                    party=own[year][0].first_party,
                    since=since,
                    year=year,
                    kind=way,
                    indicator=indicator,
                    before=before,
                    reason=None,
                )


def by_position(agreements: Iterable[Agreement]) -> dict[tuple[str, ...], dict[int, list[Agreement]]]:
    """Per jabatan: the agreements of each position, however its name is typed, year by year, in the order of names."""
    found: dict[tuple[str, ...], dict[int, list[Agreement]]] = {}
    for one in agreements:
        position = tuple(folded(part) for part in one.first_party.identity)
        found.setdefault(position, {}).setdefault(one.year, []).append(one)
    return dict(sorted(found.items()))


def _steps(
    earlier: Mapping[str, Indicator], later: Mapping[str, Indicator], now: Mapping[str, str]
) -> Iterator[tuple[ChangeKind, Indicator, Indicator | None]]:
    """What became of each indicator: the kind of change, the indicator, and what it was before.

    A lineage may name a code of long ago; ``now`` says under which code that line went on. An earlier indicator goes
    on in one later one, first of all in that of its own code: what else claims it is new.
    """
    partners = {code: _partner(indicator, earlier, now) for code, indicator in later.items()}
    continued: dict[str, str] = {}
    for by_code in (True, False):
        for code, found in partners.items():
            if found is not None and (found.code == code) is by_code:
                continued.setdefault(found.code, code)
    for code, indicator in later.items():
        before = partners[code]
        if before is None or continued[before.code] != code:
            yield "added", indicator, None
            continue
        if trend_of(before, indicator) == "broken":
            yield "redefined", indicator, before
        elif before.code != code:
            yield "renamed", indicator, before
        else:
            yield "kept" if alike(before.name, indicator.name) else "reworded", indicator, before
    for code, before in earlier.items():
        if code not in continued:
            yield "dropped", before, before


def _partner(indicator: Indicator, earlier: Mapping[str, Indicator], now: Mapping[str, str]) -> Indicator | None:
    def find(code: str) -> Indicator | None:
        return earlier.get(code if code in earlier or code == indicator.code else now.get(code, code))

    found = partner(indicator, find)
    return None if found is None else found[0]


def indicators_of(agreements: Iterable[Agreement], kind: str | None) -> dict[str, Indicator]:
    """Indikator setahun: those of one kind, or all, by code; of two with one code the first counts."""
    found: dict[str, Indicator] = {}
    for agreement in agreements:
        for target in agreement.targets:
            own = target.indicator
            if kind is None or (own.kind is not None and alike(own.kind, kind)):
                found.setdefault(own.code, own)
    return found
