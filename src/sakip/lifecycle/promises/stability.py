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
from sakip.lifecycle.promises.iku_change import ChangeKind, IkuChange, changes, indicators_of
from sakip.lifecycle.promises.in_force import in_force
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
RULES = (_ADDED, _DROPPED, _REDEFINED, _ABSENT, _GAP, _OUTSIDE, _REASON)
"""Aturan ketetapan: every finding of `IkuStability.check`."""
_RULE_OF: dict[ChangeKind, Rule] = {"added": _ADDED, "dropped": _DROPPED, "redefined": _REDEFINED}


@frozen
class IkuStability:
    """Ketetapan IKU: the indicators of positions from year to year of one plan. Made by `iku_stability`.

    Attributes:
        document: Dokumen rencana whose years are looked at.
        agreements: The agreements that are compared, by year and code.
        outside: Agreements of other years.
        changes: One for each indicator and pair of years, by position and year.
        kind: Which kind of indicators is looked at; None for all.
        reasons: Pairs of a code and a year with the reason that was stated.
    """

    document: PlanDocument = field(repr=lambda one: repr(one.code))
    agreements: tuple[Agreement, ...] = field(repr=lambda found: repr([one.code for one in found]))
    outside: tuple[Agreement, ...] = field(repr=False)
    changes: tuple[IkuChange, ...] = field(repr=False)
    kind: str | None
    reasons: tuple[tuple[tuple[str, int], str], ...] = field(repr=False)

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
                told = {**named, "code": one.code, "year": str(one.year), "position": one.party.position}
                yield rule.at(_subject(one.party, one.year, one.code), **told)
        yield from self._absent()
        for since, year, party in dict.fromkeys((one.since, one.year, one.party) for one in self.changes):
            if year - since > 1:
                subject = _subject(party, year, None)
                yield _GAP.at(subject, position=party.position, since=str(since), year=str(year))
        for agreement in self.outside:
            subject = f"agreement[{agreement.code}]"
            yield _OUTSIDE.at(subject, **named, agreement=agreement.code, year=str(agreement.year))
        changed = {(one.code, one.year) for one in self.changes if one.kind not in {"kept", "renamed"}}
        for (code, year), _ in self.reasons:
            if (code, year) not in changed:
                yield _REASON.at(f"plan[{self.document.code}].reasons[{code}, {year}]", code=code, year=str(year))

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
                    told: dict[str, Argument] = {"code": indicator.code, "year": str(year), "position": party.position}
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
                    one.party.position,
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
    reasons: Mapping[tuple[str, int], str] | None = None,
    kind: str | None = None,
) -> IkuStability:
    """Ketetapan IKU: whether the indicators of each position stay through the years of a plan.

    An indicator goes on under its code, or where its lineage says so (`Indicator.same_as`); it is measured otherwise
    where unit, polarity, definition or formula changed, or where it replaces another (`Indicator.replaces`). Years that
    no agreement is given for are passed over.

    Args:
        document: Dokumen rencana; its years are looked at, and its targets are what indicators should be among.
        agreements: Agreements of any positions and years; of versions the last one counts.
        reasons: Why an indicator changed, by its code and the year from which it is so.
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
    return IkuStability(plan, within, outside, tuple(changes(within, stated, wanted)), wanted, tuple(stated.items()))


def _reasons(given: Mapping[tuple[str, int], str] | None) -> dict[tuple[str, int], str]:
    path, example = "iku_stability.reasons", "{('IKU-1', 2022): 'RPJMD diubah'}"
    kind = cast("type[Mapping[object, str]]", Mapping)
    found: dict[tuple[str, int], str] = {}
    for key, reason in ({} if given is None else of_kind(kind, cast("Any", given), path, example)).items():
        pair: tuple[Any, ...] = key if isinstance(key, tuple) else ()
        if len(pair) != 2:
            raise InvalidValueError(
                code="not-a-change",
                path=path,
                value=key,
                problem=("bukan pasangan kode dan tahun", "not a pair of a code and a year"),
                way_out=(f"Tulis misalnya {example}", f"Write for example {example}"),
            )
        place = require_text(pair[0], path).strip(), admit_whole(pair[1], path, low=1945, high=9998)
        found[place] = require_text(reason, path)
    return found
