"""Daftar peringkat: a ranking as flat rows for machines, and as a table and a picture for people."""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import groupby
from typing import TYPE_CHECKING

from sakip.base.display import Align, Column, Table
from sakip.base.display.chart import Bar, Bars
from sakip.base.display.chart.tone import tone_of
from sakip.base.form import Numbers, in_form
from sakip.base.number import decimal_of_fraction
from sakip.base.text import Lang, Text
from sakip.model.rows.assembling import numbers_text
from sakip.scoring.evaluation import Completeness, Evaluation
from sakip.scoring.tabulation import Cell
from sakip.scoring.wording import grade_text, scope_text, score_text

if TYPE_CHECKING:
    from sakip.scoring.ranking import Carried, RankEntry

__all__ = ["RANK_COLUMNS", "percent_known", "picture", "rows", "table"]

RANK_COLUMNS: tuple[tuple[str, Text], ...] = (
    ("rank", Text("peringkat; kosong bila tidak diperingkat", "rank; None where there is none")),
    ("office", Text("instansi pihak pertama, atau jabatannya", "office of the first party, or its position")),
    ("position", Text("jabatan pihak pertama", "position of the first party")),
    ("agreement", Text("kode perjanjian", "code of the agreement")),
    ("period", Text("kode periode yang dinilai", "code of the period judged")),
    ("scope", Text("year, period atau through", "year, period or through")),
    ("score", Text("nilai akhir setelah pembulatan", "total after rounding")),
    ("exact", Text("nilai akhir yang tepat sebagai pecahan", "exact total as a quotient")),
    ("grade", Text("predikat", "grade")),
    ("completeness", Text("final, provisional atau withheld", "final, provisional or withheld")),
    (
        "known_share",
        Text(
            "persen bobot yang diketahui, dipotong pada dua desimal",
            "percent of the weight that is known, cut to two decimals",
        ),
    ),
    (
        "remark",
        Text(
            "carried-by-one, atau kode alasan bila tidak diperingkat",
            "carried-by-one, or the code of the reason where there is no rank",
        ),
    ),
    ("carried_by", Text("kode indikator yang menopang", "code of the indicator that carries the total")),
    ("carried_score", Text("nilai indikator itu", "score of that indicator")),
    (
        "score_at_100",
        Text(
            "nilai akhir bila tidak satu indikator pun dihitung lebih dari 100",
            "total if no indicator counted for more than 100",
        ),
    ),
    (
        "left_out",
        Text("nomor baris tabelnya yang tidak dapat dipakai", "numbers of the rows of its table that cannot be used"),
    ),
    ("policy", Text("kebijakan", "policy")),
    ("edition", Text("edisi kebijakan", "edition of the policy")),
)
"""Kolom peringkat: the columns of `Ranking.rows`, in order, with what they mean."""


def rows(entries: Sequence["RankEntry"], numbers: Numbers) -> list[dict[str, Cell]]:
    """Baris peringkat: one flat dict an entry, with the columns of `RANK_COLUMNS`."""
    return in_form((_row(entry) for entry in entries), numbers)


def percent_known(evaluation: Evaluation) -> Decimal:
    """Bagian yang diketahui: the share of the weight whose score is known, in percent; cut off, so that 100 is all."""
    return decimal_of_fraction(100 * evaluation.known_share, 2, "truncate")


def _row(entry: "RankEntry") -> dict[str, Cell]:
    judged, score, carried = entry.evaluation, entry.score, entry.carried
    agreement = judged.agreement
    known = judged if isinstance(judged, Evaluation) else None
    return {
        "rank": entry.rank,
        "office": entry.office,
        "position": None if agreement is None else agreement.first_party.position,
        "agreement": None if agreement is None else agreement.code,
        "period": None if known is None else known.scope[1].code,
        "scope": None if known is None else known.scope[0],
        "score": score.value,
        "exact": None if score.exact is None else str(score.exact),
        "grade": entry.grade,
        "completeness": entry.completeness,
        "known_share": None if known is None else percent_known(known),
        "remark": entry.remark,
        "carried_by": None if carried is None else carried.indicator.code,
        "carried_score": None if carried is None else carried.indicator.score.value,
        "score_at_100": None if carried is None else carried.score_at_100.value,
        "left_out": ", ".join(map(str, entry.left_out)) or None,
        "policy": None if known is None else known.policy.id,
        "edition": None if known is None else known.policy.edition,
    }


_HEADS: tuple[tuple[Text, Align], ...] = (
    (Text("Peringkat", "Rank"), "right"),
    (Text("Instansi", "Office"), "left"),
    (Text("Nilai", "Score"), "right"),
    (Text("Predikat", "Grade"), "left"),
    (Text("Catatan", "Remark"), "left"),
)
_APART: dict[Completeness, Text] = {
    "provisional": Text("Sementara, tanpa peringkat", "Provisional, not ranked"),
    "withheld": Text("Tanpa nilai akhir", "Without a total"),
}
_CARRIED = Text("ditopang {code}", "carried by {code}")
_NOWHERE = Text(
    "Baris {rows} tidak dapat dipakai, dan tidak satu perjanjian pun dibuat darinya: mungkin ada instansi yang tidak "
    "disebut di sini.",
    "No agreement could be made of these rows: {rows}; an office may be missing here.",
)
_NAMED = Text("{code} ({name})", "{code} ({name})")
_CARRIED_NOTE = Text(
    "{office}: di atas 100 berkat {carrier} yang bernilai {score}; tanpa kelebihan itu nilai akhirnya di bawah "
    "100, dan bila setiap indikator dihitung paling tinggi 100, nilai akhirnya {total}",
    "{office}: above 100 thanks to {carrier}, which scores {score}; without that surplus the total is below 100, "
    "and with every indicator counted as 100 at most it is {total}",
)
_ROUNDED = Text(
    "Nilai akhir adalah rata-rata geometrik dan dibandingkan setelah dibulatkan.",
    "The totals are geometric means and are compared after rounding.",
)


def table(entries: Sequence["RankEntry"], nowhere: Sequence[int], lang: Lang) -> Table:
    """Tabel peringkat: one row an entry; what has no rank stands under a line that says so."""
    found: list[tuple[str, ...]] = []
    notes: list[str] = []
    names = _names(entries)
    for completeness, group in groupby(zip(entries, names, strict=True), key=_block):
        if completeness != "final":
            found.append(("", _APART[completeness].render(lang), "", "", ""))
        for entry, name in group:
            place = "–" if entry.rank is None else str(entry.rank)
            found.append((place, name, score_text(entry.score, lang), _grade(entry, lang), _remark(entry, lang)))
            if entry.carried is not None:
                notes.append(_note(entry.carried, name, lang))
    known = _known(entries)
    if nowhere:
        notes.append(_NOWHERE.render(lang, {"rows": numbers_text(nowhere)}))
    if any(one.score.value is not None and one.score.exact is None for one in known):
        notes.append(_ROUNDED.render(lang))
    notes += [f"{one.policy.id} {one.policy.edition}: {one.policy.basis(lang)}" for one in known[:1]]
    heads = [Column(head.render(lang), align=align) for head, align in _HEADS]
    return Table(title=_title(known, lang), columns=heads, rows=found, notes=notes)


def _grade(entry: "RankEntry", lang: Lang) -> str:
    judged = entry.evaluation
    return grade_text(judged.policy.scale, entry.score, entry.grade, lang) if isinstance(judged, Evaluation) else ""


def _block(named: tuple["RankEntry", str]) -> Completeness:
    return named[0].completeness


def picture(entries: Sequence["RankEntry"], lang: Lang) -> Bars:
    """Gambar peringkat: one bar an entry, in the tone of its grade, with a line at 100."""
    items = [
        Bar(
            name if entry.rank is None else f"{entry.rank}. {name}",
            None if entry.score.value is None else Fraction(entry.score.value),
            _remark(entry, lang) if entry.score.value is None else score_text(entry.score, lang),
            _tone(entry),
            "" if entry.score.value is None else _remark(entry, lang),
        )
        for entry, name in zip(entries, _names(entries), strict=True)
    ]
    return Bars(_title(_known(entries), lang), items, lang=lang, marks=[100])


def _tone(entry: "RankEntry") -> int | None:
    judged, grade = entry.evaluation, entry.grade
    if grade is None or not isinstance(judged, Evaluation) or judged.policy.scale is None:
        return None
    labels = judged.policy.scale.labels
    return tone_of(labels.index(grade), len(labels))


def _known(entries: Sequence["RankEntry"]) -> list[Evaluation]:
    return [entry.evaluation for entry in entries if isinstance(entry.evaluation, Evaluation)]


def _title(known: Sequence[Evaluation], lang: Lang) -> str:
    title = Text("Peringkat", "Ranking").render(lang)
    return f"{title}, {scope_text(*known[0].scope, lang)}" if known else title


def _remark(entry: "RankEntry", lang: Lang) -> str:
    if entry.carried is not None:
        return _CARRIED.render(lang, {"code": entry.carried.indicator.code})
    return "" if entry.reason is None else entry.reason.text(lang)


def _note(carried: "Carried", office: str, lang: Lang) -> str:
    one, name = carried.indicator, carried.indicator.target.indicator.name
    arguments = {
        "office": office,
        # A table without codes knows its indicators by their names.
        "carrier": name if one.code == name else _NAMED.render(lang, {"code": one.code, "name": name}),
        "score": score_text(one.score, lang),
        "total": score_text(carried.score_at_100, lang),
    }
    return _CARRIED_NOTE.render(lang, arguments)


def _names(entries: Sequence["RankEntry"]) -> list[str]:
    """The office of each entry; where several share one, with what tells them apart."""
    offices = Counter(entry.office for entry in entries)
    return [_name(entry, alone=offices[entry.office] == 1) for entry in entries]


def _name(entry: "RankEntry", *, alone: bool) -> str:
    agreement = entry.evaluation.agreement
    if agreement is None or entry.office is None:
        return "–"
    return entry.office if alone else f"{entry.office} ({agreement.first_party.position}, {agreement.code})"
