"""Tabel indikator wajib: standings as flat rows for machines, and offices by indicators for people."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sakip.base.display import Column, Table
from sakip.base.text import Argument, Lang, Text
from sakip.lifecycle.mandatory.comparing import Value
from sakip.lifecycle.mandatory.indicator import office_of
from sakip.lifecycle.mandatory.standing import MandatoryStanding, State
from sakip.lifecycle.mandatory.wording import wanted_text
from sakip.model.agreement import Agreement
from sakip.scoring.wording import value_text

if TYPE_CHECKING:
    from sakip.lifecycle.mandatory.applying import MandatoryApplication, MandatoryApplied
    from sakip.lifecycle.mandatory.checking import MandatoryCheck

__all__ = ["applied_table", "matrix", "names_of", "row"]


def row(standing: MandatoryStanding, lang: Lang) -> dict[str, Any]:
    """Baris keadaan: one agreement and one indicator as a flat dict."""
    wanted, promised = standing.wanted, standing.promised
    party = standing.agreement.first_party
    return {
        "agreement": standing.agreement.code,
        "office": standing.office,
        "position": party.position,
        "echelon": None if party.echelon is None else party.echelon.code,
        "indicator": wanted.code,
        "name": wanted.indicator.name,
        "state": standing.state,
        "binding": wanted.binding,
        "wanted": _plain(wanted.target, lang),
        "unit": wanted.indicator.unit,
        "promised_as": None if promised is None else promised.code,
        "promised": None if promised is None else _plain(promised.value, lang),
        "promised_unit": None if promised is None else promised.indicator.unit,
        "wanted_weight": wanted.weight,
        "weight": None if promised is None else promised.weight,
        "objective": None if standing.objective is None else standing.objective.name,
        "reason": None if standing.exemption is None else standing.exemption.reason,
        "findings": ", ".join(finding.code for finding in standing.findings),
    }


def _plain(value: Value | None, lang: Lang) -> Decimal | date | str | None:
    return value if value is None or isinstance(value, Decimal | date) else value_text(value, None, lang)


def names_of(agreements: Sequence[Agreement]) -> list[str]:
    """Sebutan: the office of each agreement; where several share one, with what tells them apart.

    Examples:
        >>> from sakip.testing import example_agreement
        >>> names_of([example_agreement()])
        ['Kepala Bagian Perencanaan']
    """
    offices = Counter(office_of(one) for one in agreements)
    posts = Counter(one.first_party.identity for one in agreements)
    return [_name(one, offices, posts) for one in agreements]


def _name(agreement: Agreement, offices: "Counter[str]", posts: "Counter[tuple[str, ...]]") -> str:
    office = office_of(agreement)
    if offices[office] == 1:
        return office
    post = agreement.first_party.position
    return f"{office} ({post})" if posts[agreement.first_party.identity] == 1 else f"{office} ({agreement.code})"


_TITLE = Text("Indikator wajib per {day}: {name}", "Mandatory indicators on {day}: {name}")
_OFFICE = Text("Kantor", "Office")
_STATES: dict[State, tuple[Text, Text]] = {
    "met": (Text("ada", "yes"), Text("dijanjikan sebagaimana diminta", "promised as asked")),
    "lacking": (Text("TIDAK", "NO"), Text("tidak dijanjikan", "not promised")),
    "weaker": (Text("LEMAH", "WEAK"), Text("target lebih lemah", "a weaker target")),
    "differs": (
        Text("BEDA", "OTHER"),
        Text("target, satuan, arah, atau konsolidasi lain", "another target, unit, direction or consolidation"),
    ),
    "exempt": (Text("bebas", "free"), Text("dikecualikan", "exempt")),
    "unknown": (Text("?", "?"), Text("belum diketahui, lihat temuan", "not known, see the findings")),
}
_NOT_ASKED = Text("kosong: tidak diminta", "empty: not asked")
_MET = Text("Terpenuhi", "Met")
_COLUMN = Text("{number}  {code} {name}: {wanted}", "{number}  {code} {name}: {wanted}")
_KEY = Text("{word}: {meaning}", "{word}: {meaning}")
_EXEMPT = Text("Bebas: {office}, {codes}: {reason}", "Exempt: {office}, {codes}: {reason}")
_UNTIL = Text("{reason} (sampai {until})", "{reason} (until {until})")
_ALL = Text("semua", "all")
_FOUND = Text(
    "Temuan: galat {errors}, peringatan {warnings}, catatan {notes}",
    "Findings: errors {errors}, warnings {warnings}, notes {notes}",
)


def matrix(check: "MandatoryCheck", lang: Lang) -> Table:
    """Matriks: one row an agreement, one numbered column an indicator, and a last row with how many met it."""
    codes = check.mandatory.codes
    states: dict[tuple[int, str], State] = {(id(one.agreement), one.code): one.state for one in check.standings}
    rows = [
        (name, *(_word(states.get((id(one), code)), lang) for code in codes))
        for one, name in zip(check.agreements, names_of(check.agreements), strict=True)
    ]
    return Table(
        _TITLE.render(lang, {"day": check.on, "name": check.mandatory.name}),
        [Column(_OFFICE.render(lang)), *(Column(str(at), "center") for at in range(1, len(codes) + 1))],
        [*rows, (_MET.render(lang), *(_share(check, code) for code in codes))],
        notes=list(_notes(check, lang)),
    )


def _word(state: State | None, lang: Lang) -> str:
    return "" if state is None else _STATES[state][0].render(lang)


def _share(check: "MandatoryCheck", code: str) -> str:
    asked = [one.state for one in check.standings if one.code == code and one.state not in {"exempt", "unknown"}]
    return f"{asked.count('met')}/{len(asked)}" if asked else "–"


def _notes(check: "MandatoryCheck", lang: Lang) -> Iterator[str]:
    """The names of the columns, the meaning of the words, the exemptions with their reasons, and the source."""
    mandatory = check.mandatory
    for number, code in enumerate(mandatory.codes, start=1):
        entries = [one for one in mandatory if one.code == code]
        wanted = " / ".join(dict.fromkeys(wanted_text(one, lang) for one in entries))
        told: dict[str, Argument] = {"number": str(number), "code": code, "name": entries[0].indicator.name}
        yield _COLUMN.render(lang, {**told, "wanted": wanted})
    seen = dict.fromkeys(one.state for one in check.standings)
    used = [
        _KEY.render(lang, {"word": word, "meaning": meaning})
        for state, (word, meaning) in _STATES.items()
        if state in seen
    ]
    if len(check.standings) < len(check.agreements) * len(mandatory.codes):
        used.append(_NOT_ASKED.render(lang))
    if used:
        yield "; ".join(used)
    held = dict.fromkeys(one.exemption for one in check.standings if one.exemption is not None)
    for exemption in held:
        codes = ", ".join(exemption.indicators) or _ALL.render(lang)
        reason = exemption.reason
        if exemption.until is not None:
            reason = _UNTIL.render(lang, {"reason": reason, "until": exemption.until})
        yield _EXEMPT.render(lang, {"office": exemption.office, "codes": codes, "reason": reason})
    report = check.report
    counts: dict[str, Argument] = {
        "errors": len(report.errors),
        "warnings": len(report.warnings),
        "notes": len(report.notes),
    }
    yield _FOUND.render(lang, counts)
    yield mandatory.reference.text(lang)


_APPLIED = Text("Diterapkan: {name}", "Applied: {name}")
_HEADS = (
    Text("Kantor", "Office"),
    Text("Ditambahkan", "Added"),
    Text("Sudah ada", "Already there"),
    Text("Dikecualikan", "Exempt"),
    Text("Masih kurang", "Still lacking"),
)


def applied_table(applied: "MandatoryApplied", lang: Lang) -> Table:
    """Tabel penerapan: one row an agreement; below it everything that was found."""
    before = [one.before for one in applied.applications]
    named = list(zip(applied.applications, names_of(before), strict=True))
    return Table(
        _APPLIED.render(lang, {"name": applied.mandatory.name}),
        [Column(head.render(lang)) for head in _HEADS],
        [_cells(one, name) for one, name in named],
        notes=[
            *(f"{finding.text(lang)} [{finding.code}]" for finding in applied.report),
            applied.mandatory.reference.text(lang),
        ],
    )


def _cells(one: "MandatoryApplication", name: str) -> tuple[str, ...]:
    groups = (
        one.added,
        one.kept,
        tuple(each.code for each in one.standings if each.state == "exempt" and each.promised is None),
        tuple(each.code for each in one.standings if each.state == "lacking"),
    )
    return name, *(", ".join(codes) for codes in groups)
