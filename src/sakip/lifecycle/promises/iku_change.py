"""Perubahan IKU: what became of each indicator of a position from one year to the next."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Literal

from attrs import frozen

from sakip.base.rebuild import reduce_by_fields
from sakip.lifecycle.promises.likeness import alike
from sakip.model.agreement import Agreement
from sakip.model.indicator import Indicator
from sakip.model.lineage import carried, linked_trend, partner
from sakip.model.party import Party

__all__ = ["ChangeKind", "IkuChange", "changes", "indicators_of"]

ChangeKind = Literal["kept", "renamed", "redefined", "added", "dropped"]
"""Jenis perubahan: the same, the same under another code or name, measured otherwise, new, or no longer there."""


@frozen(kw_only=True)
class IkuChange:
    """Perubahan IKU: one indicator of one position from one year to the next that is there.

    Attributes:
        party: The position.
        since: The earlier year.
        year: The later year.
        kind: ``kept``, ``renamed``, ``redefined``, ``added`` or ``dropped``.
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
        return self.kind in {"kept", "renamed"} or self.reason is not None


def changes(
    agreements: Iterable[Agreement], reasons: Mapping[tuple[str, int], str], kind: str | None
) -> Iterator[IkuChange]:
    """Semua perubahan: position after position, year after year, those of the later year before what is gone."""
    years: dict[tuple[str, ...], dict[int, list[Agreement]]] = {}
    for one in agreements:
        years.setdefault(one.first_party.identity, {}).setdefault(one.year, []).append(one)
    for _, own in sorted(years.items()):
        known: dict[str, Indicator] = {}
        for since, year in pairwise(sorted(own)):
            found = list(_steps({**indicators_of(own[since], kind), **known}, indicators_of(own[year], kind)))
            known = {}
            for way, indicator, before in found:
                if before is not None and way in {"kept", "renamed"}:
                    # What a silent year does not say is carried on, so that it bridges no change.
                    known[indicator.code] = carried(before, indicator)
                yield IkuChange(
                    party=own[year][0].first_party,
                    since=since,
                    year=year,
                    kind=way,
                    indicator=indicator,
                    before=before,
                    reason=None if way in {"kept", "renamed"} else reasons.get((indicator.code, year)),
                )


def _steps(
    earlier: Mapping[str, Indicator], later: Mapping[str, Indicator]
) -> Iterator[tuple[ChangeKind, Indicator, Indicator | None]]:
    """What became of each indicator: the kind of change, the indicator, and what it was before."""
    continued: set[str] = set()
    for indicator in later.values():
        found = partner(indicator, earlier.get)
        if found is None:
            yield "added", indicator, None
            continue
        before, link = found
        continued.add(before.code)
        if linked_trend(before, indicator, link) == "broken":
            yield "redefined", indicator, before
        else:
            is_same = before.code == indicator.code and alike(before.name, indicator.name)
            yield "kept" if is_same else "renamed", indicator, before
    for code, before in earlier.items():
        if code not in continued:
            yield "dropped", before, before


def indicators_of(agreements: Iterable[Agreement], kind: str | None) -> dict[str, Indicator]:
    """Indikator setahun: those of one kind, or all, by code; of two with one code the first counts."""
    found: dict[str, Indicator] = {}
    for agreement in agreements:
        for target in agreement.targets:
            own = target.indicator
            if kind is None or (own.kind is not None and alike(own.kind, kind)):
                found.setdefault(own.code, own)
    return found
