"""Ketetapan IKU: which indicators stay the same from year to year within the years of one plan."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, cast

from attrs import field, frozen

from sakip.base.display import Column, Table
from sakip.base.finding import Finding, Report
from sakip.base.kind import none_or, of_kind, tuple_of
from sakip.base.number import admit_whole
from sakip.base.rebuild import reduce_by_fields
from sakip.base.reference import Reference
from sakip.base.rule import Rule
from sakip.base.text import Argument, Lang, Text, require_lang, require_text
from sakip.errors import InvalidValueError
from sakip.lifecycle.promises.citation import Register
from sakip.lifecycle.promises.document import PlanDocument
from sakip.lifecycle.promises.iku_change import (
    ChangeKind,
    IkuChange,
    Reasoned,
    by_position,
    changes,
    concerned,
    indicators_of,
)
from sakip.lifecycle.promises.in_force import in_force
from sakip.lifecycle.promises.likeness import titled
from sakip.lifecycle.promises.standing import CoverageCount
from sakip.model.agreement import Agreement
from sakip.model.party import Party

__all__ = ["RULES", "STABILITY", "IkuStability", "iku_stability"]

STABILITY = Reference("PermenPANRB 88/2021", article="kriteria 1.b.6", certainty="secondary")
"""Dasar ketetapan: key indicators stay for a period of the strategic plan."""

_ADDED = Rule(
    "IKU-ADDED",
    "warning",
    Text(
        "{position}: {code} baru pada {year} dalam masa {document}, tanpa alasan",
        "{position}: {code} is new in {year} within {document}, without a reason",
    ),
)
_DROPPED = Rule(
    "IKU-DROPPED",
    "warning",
    Text(
        "{position}: {code} tidak ada lagi pada {year} dalam masa {document}, tanpa alasan",
        "{position}: {code} is gone in {year} within {document}, without a reason",
    ),
)
_REWORDED = Rule(
    "IKU-REWORDED",
    "warning",
    Text(
        "{position}: {code} bernama lain sejak {year} dalam masa {document}, tanpa alasan; tadinya: {before}",
        "{position}: {code} has another name since {year} within {document}, without a reason; before: {before}",
    ),
)
_REDEFINED = Rule(
    "IKU-REDEFINED",
    "warning",
    Text(
        "{position}: {code} diukur lain sejak {year} dalam masa {document}, tanpa alasan",
        "{position}: {code} is measured otherwise since {year} within {document}, without a reason",
    ),
)
_ABSENT = Rule(
    "IKU-ABSENT",
    "warning",
    Text(
        "{position}: {code} tahun {year} tidak ada dalam {document}",
        "{position}: {code} of {year} is not in {document}",
    ),
)
_GAP = Rule(
    "IKU-GAP",
    "note",
    Text(
        "{position}: tidak ada perjanjian antara {since} dan {year}; keduanya dibandingkan langsung",
        "{position}: there is no agreement between {since} and {year}, which are compared directly",
    ),
)
_ALONE = Rule(
    "IKU-ALONE",
    "note",
    Text(
        "{position}: hanya ada perjanjian tahun {year} dalam masa {document}; tidak ada yang dapat dibandingkan",
        "{position}: there is an agreement for {year} alone within {document}, with nothing to be compared with",
    ),
)
_KIND = Rule(
    "IKU-KIND",
    "warning",
    Text(
        "Tidak ada indikator berjenis {kind}; tidak ada yang diperiksa",
        "There is no indicator of the kind {kind}; nothing was looked at",
    ),
)
_OUTSIDE = Rule(
    "IKU-OUTSIDE",
    "note",
    Text(
        "{agreement} untuk tahun {year}, di luar {document}, dan tidak dibandingkan",
        "{agreement} is for {year}, outside {document}, and is not compared",
    ),
)
_REASON = Rule(
    "IKU-REASON",
    "note",
    Text(
        "Alasan untuk {code} pada {year} tidak mengenai perubahan apa pun",
        "The reason for {code} in {year} is about no change",
    ),
)
_WHOSE = Rule(
    "IKU-WHOSE",
    "warning",
    Text(
        "Alasan untuk {code} pada {year} tidak dipakai: {code} berubah pada {count} jabatan; sebutkan juga jabatannya",
        "The reason for {code} in {year} is not used: {code} changed at {count} positions; state the position too",
    ),
)
RULES = (_ADDED, _DROPPED, _REWORDED, _REDEFINED, _ABSENT, _GAP, _ALONE, _KIND, _OUTSIDE, _REASON, _WHOSE)
"""Aturan ketetapan: every finding of `IkuStability.check`."""
_RULE_OF: dict[ChangeKind, Rule] = {
    "added": _ADDED,
    "dropped": _DROPPED,
    "reworded": _REWORDED,
    "redefined": _REDEFINED,
}


@frozen
class IkuStability:
    """Ketetapan IKU: the indicators of positions from year to year of one plan. Made by `iku_stability`.

    Attributes:
        document: Dokumen rencana whose years are looked at.
        agreements: The agreements that are compared, by year and code.
        outside: Agreements of other years.
        changes: One for each indicator and pair of years, by position and year.
        kind: Which kind of indicators is looked at; None for all.
        reasons: What reasons were stated about (a code and a year, before them the office or position if it was
            stated), each with its reason.
    """

    document: PlanDocument = field(repr=lambda one: repr(one.code))
    agreements: tuple[Agreement, ...] = field(repr=lambda found: repr([one.code for one in found]))
    outside: tuple[Agreement, ...] = field(repr=False)
    changes: tuple[IkuChange, ...] = field(repr=False)
    kind: str | None
    reasons: tuple[tuple[Reasoned, str], ...] = field(repr=False)

    __reduce__ = reduce_by_fields

    def __iter__(self) -> Iterator[IkuChange]:
        return iter(self.changes)

    def __len__(self) -> int:
        return len(self.changes)

    @property
    def count(self) -> CoverageCount:
        """Yang tetap: how many of all steps from year to year leave the indicator as it is, or say why not."""
        return CoverageCount(sum(one.is_stable for one in self.changes), len(self.changes))

    def check(self) -> Report:
        """Periksa ketetapan: changes without a reason, and indicators that the plan does not have.

        Reference: PermenPANRB 88/2021, kriteria 1.b.6 (secondary).
        """
        return Report(self._findings())

    def _findings(self) -> Iterator[Finding]:
        named: dict[str, Argument] = {"document": self.document.code}
        for one in self.changes:
            rule = _RULE_OF.get(one.kind)
            if rule is not None and one.reason is None:
                told: dict[str, Argument] = {"code": one.code, "year": str(one.year), "position": titled(one.party)}
                if one.kind == "reworded" and one.before is not None:
                    told["before"] = one.before.name
                yield rule.at(_subject(one.party, one.year, one.code), **named, **told)
        yield from self._absent()
        for since, year, party in dict.fromkeys((one.since, one.year, one.party) for one in self.changes):
            if year - since > 1:
                subject = _subject(party, year, None)
                yield _GAP.at(subject, position=titled(party), since=str(since), year=str(year))
        for years in by_position(self.agreements).values():
            (year, own), *others = years.items()
            if not others:
                party = own[0].first_party
                yield _ALONE.at(_subject(party, year, None), **named, position=titled(party), year=str(year))
        if self.kind is not None and self.agreements and not indicators_of(self.agreements, self.kind):
            yield _KIND.at(f"plan[{self.document.code}]", kind=self.kind)
        for agreement in self.outside:
            subject = f"agreement[{agreement.code}]"
            yield _OUTSIDE.at(subject, **named, agreement=agreement.code, year=str(agreement.year))
        for key, _ in self.reasons:
            *whose, code, year_of = key
            count = len(concerned(key, self.changes))
            if count == 0 or (count > 1 and not whose):
                place = ", ".join(str(part) for part in key)
                rest: dict[str, Argument] = {"count": count} if count else {}
                subject = f"plan[{self.document.code}].reasons[{place}]"
                yield (_WHOSE if count else _REASON).at(subject, code=str(code), year=str(year_of), **rest)

    def _absent(self) -> Iterator[Finding]:
        """Indicators that neither are in the plan nor cite anything in it; a plan without targets tells nothing."""
        if not self.document.targets:
            return
        register = Register([self.document], ())
        for agreement in self.agreements:
            party, year = agreement.first_party, agreement.year
            for indicator in indicators_of([agreement], self.kind).values():
                cites = (register.find(code, party, year) for code in indicator.cites)
                if self.document.target_of(indicator) is None and all(isinstance(found, str) for found in cites):
                    told: dict[str, Argument] = {"code": indicator.code, "year": str(year), "position": titled(party)}
                    subject = _subject(party, year, indicator.code)
                    yield _ABSENT.at(subject, **told, document=self.document.code)

    def rows(self) -> list[dict[str, Any]]:
        """Baris ketetapan: one dict an indicator and pair of years, for data frames, JSON and PHP.

        Its keys are ``office``, ``position``, ``since``, ``year``, ``kind``, ``before``, ``after`` (codes; None where
        there is none), ``name``, ``reason`` and ``stable``.
        """
        return [
            {
                "office": one.party.office,
                "position": one.party.position,
                "since": one.since,
                "year": one.year,
                "kind": one.kind,
                "before": one.before and one.before.code,
                "after": None if one.kind == "dropped" else one.code,
                "name": one.indicator.name,
                "reason": one.reason,
                "stable": one.is_stable,
            }
            for one in self.changes
        ]

    def table(self, lang: Lang = "id") -> Table:
        """Tabel ketetapan: one row for each change; below it how many indicators stay, and where that is written."""
        require_lang(lang)
        words = Text("Tetap atau berubah dengan alasan: {count}", "Kept, or changed for a reason: {count}")
        return Table(
            _TITLE.render(lang, {"name": self.document.name}),
            [Column(head.render(lang)) for head in _HEADS],
            [
                (
                    titled(one.party),
                    f"{one.since}–{one.year}",
                    one.code,
                    one.indicator.name,
                    _KINDS[one.kind].render(lang),
                    one.reason or "–",
                )
                for one in self.changes
                if one.kind != "kept"
            ],
            notes=[words.render(lang, {"count": self.count.text(lang)}), STABILITY.text(lang)],
        )

    def text(self, lang: Lang = "id", *, width: int | None = None) -> str:
        """Teks ketetapan: the table for a terminal, 80 columns wide unless another width is given.

        Raises:
            InvalidValueError: Another language, or a width that is not 20 to 1,000.
        """
        return self.table(lang).text(width)

    def _repr_html_(self) -> str:
        return self.table().html()


_TITLE = Text("Perubahan IKU, {name}", "Changes of key indicators, {name}")
_HEADS = (
    Text("Jabatan", "Position"),
    Text("Tahun", "Years"),
    Text("Kode", "Code"),
    Text("Indikator", "Indicator"),
    Text("Perubahan", "Change"),
    Text("Alasan", "Reason"),
)
_KINDS: dict[ChangeKind, Text] = {
    "kept": Text("tetap", "kept"),
    "renamed": Text("berganti sebutan", "renamed"),
    "reworded": Text("nama lain, kode sama", "another name, same code"),
    "redefined": Text("diukur lain", "measured otherwise"),
    "added": Text("baru", "added"),
    "dropped": Text("tidak ada lagi", "dropped"),
}


def _subject(party: Party, year: int, code: str | None) -> str:
    place = f"iku[{' / '.join(filter(None, party.identity))}, {year}]"
    return place if code is None else f"{place}.{code}"


def iku_stability(
    document: PlanDocument,
    agreements: Iterable[Agreement],
    *,
    reasons: Mapping[Any, str] | None = None,  # a mapping of both forms of key has no narrower type
    kind: str | None = None,
) -> IkuStability:
    """Ketetapan IKU: whether the indicators of each position stay through the years of a plan.

    An indicator goes on under its code and its name, or where its lineage says so (`Indicator.same_as`); it is measured
    otherwise where unit, polarity, definition or formula changed, or where it replaces another
    (`Indicator.replaces`). Another name under the same code may be another indicator, and wants a reason. Years that no
    agreement is given for are passed over.

    Args:
        document: Dokumen rencana; its years are looked at, and its targets are what indicators should be among.
        agreements: Agreements of any positions and years; of versions the last one counts.
        reasons: Why an indicator changed, by its code and the year from which it is so. Where several positions change
            an indicator of that code, the office or the position stands before them:
            ``("Dinas Kesehatan", "IKU-1", 2022)``.
        kind: The kind of indicators that is looked at, such as ``IKU`` (`Indicator.kind`); None for all.

    Raises:
        InvalidValueError: An argument of another kind.

    Reference: PermenPANRB 88/2021, kriteria 1.b.6 (secondary).

    Examples:
        >>> from attrs import evolve
        >>> from sakip import Indicator, Objective, Party, Target
        >>> def signed(year, *codes):
        ...     held = [Target(Indicator(code, code, polarity="maximize"), 1) for code in codes]
        ...     objectives = [Objective("Layanan", held)]
        ...     return Agreement(f"PK-{year}", year=year, first_party=Party("Kepala Dinas"), objectives=objectives)
        >>> plan = PlanDocument("RENSTRA", "Renstra", first_year=2020, last_year=2024)
        >>> found = iku_stability(plan, [signed(2021, "A", "B"), signed(2022, "A", "C")], reasons={("C", 2022): "baru"})
        >>> [(one.code, one.kind) for one in found], found.count.text(), found.check().codes()
        ([('A', 'kept'), ('C', 'added'), ('B', 'dropped')], '2 dari 3 (66,67 %)', ('IKU-DROPPED',))
    """
    path = "iku_stability"
    plan = of_kind(PlanDocument, document, f"{path}.document", "PlanDocument('RENSTRA', 'Renstra', ...)")
    given = tuple_of(Agreement, agreements, f"{path}.agreements", "Agreement('PK-1', year=2025, ...)")
    stated = _reasons(reasons)
    wanted = none_or(str, kind, f"{path}.kind", "'IKU'")
    counted = in_force(given, None).agreements
    within = tuple(one for one in counted if plan.covers(one.year))
    outside = tuple(one for one in counted if not plan.covers(one.year))
    return IkuStability(plan, within, outside, changes(within, stated, wanted), wanted, tuple(stated.items()))


def _reasons(given: object) -> dict[Reasoned, str]:
    path, example = "iku_stability.reasons", "{('IKU-1', 2022): 'RPJMD diubah'}"
    kind = cast("type[Mapping[Any, str]]", Mapping)
    stated = {} if given is None else of_kind(kind, given, path, example)
    return {_reasoned(key, path, example): require_text(reason, path) for key, reason in stated.items()}


def _reasoned(key: object, path: str, example: str) -> Reasoned:
    parts: list[object] = [*cast("tuple[object, ...]", key)] if isinstance(key, tuple) else []
    if len(parts) not in {2, 3}:
        raise InvalidValueError(
            code="not-a-change",
            path=path,
            value=key,
            problem=("bukan kode dan tahun", "not a code and a year"),
            way_out=(f"Tulis misalnya {example}", f"Write for example {example}"),
        )
    *names, last = parts
    *whose, code = (require_text(name, path).strip() for name in names)
    year = admit_whole(last, path, low=1945, high=9998)
    return (whose[0], code, year) if whose else (code, year)
