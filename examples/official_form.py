"""Three agreements as one page to print: a regent's, an office's, and the same after an amendment.

The library gives the form as values: sentences, rows, amounts, signatures. This is the other half, which is the
application's: where each of them stands on paper. Everything that came from outside passes through `escape`. The page
needs no other file, breaks between agreements, fits A4 and F4 as the printer chooses, and can be read on a phone.

    python official_form.py > official_form.html

The regency, its offices, figures and days are invented. Nobody is named: the names stay blank until somebody signs.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from html import escape

from sakip import (
    Agreement,
    BudgetLine,
    Indicator,
    Level,
    Objective,
    OrdinalScale,
    Party,
    Range,
    Reference,
    Target,
    Tenure,
)
from sakip.lifecycle import FormSignature, OfficialForm, Succession, official_form

REGENT = Party("Bupati Contoh", echelon="BUPATI")
HEAD = Party("Kepala Dinas Kesehatan", office="Dinas Kesehatan Kabupaten Contoh", echelon="II.b")

POVERTY = Indicator("IKU-B1", "Persentase penduduk miskin", unit="%", polarity="minimize")
OPINION = Indicator(
    "IKU-B2",
    "Opini BPK atas laporan keuangan",
    polarity="maximize",
    measure="ordinal",
    scale=OrdinalScale([("TMP", "TW"), "WDP", "WTP-DPP", "WTP"]),
)
CLINICS = Indicator("IKU-1", "Puskesmas terakreditasi paripurna", unit="puskesmas", polarity="maximize")
IMMUNIZED = Indicator("IKU-2", "Cakupan imunisasi dasar lengkap", unit="%", polarity="maximize")
BEDS = Indicator("IKU-3", "Keterisian tempat tidur rumah sakit daerah", unit="%", polarity="stabilize")
PLAN = Indicator("IKU-4", "Rencana induk kesehatan ditetapkan", polarity="minimize", measure="milestone")

MONEY = (
    BudgetLine("1.02.01", "Penunjang urusan pemerintahan daerah", kind="programme", ceiling=41_250_750_500),
    BudgetLine("1.02.02", "Pemenuhan upaya kesehatan", kind="programme", ceiling=68_125_400_000),
    BudgetLine("1.02.02.2.02", "Penyediaan layanan kesehatan", kind="activity", ceiling=50_000_000_000),
    BudgetLine("1.02.02.2.03", "Penyelenggaraan sistem informasi", kind="activity", ceiling=18_125_400_000),
    BudgetLine("1.02.03", "Peningkatan kapasitas tenaga kesehatan", kind="programme", ceiling=7_300_000_000),
)


def regent() -> Agreement:
    """The head of a region signs alone."""
    return Agreement(
        "PK/2025/BUPATI",
        year=2025,
        first_party=REGENT,
        signed_on=date(2025, 1, 24),
        budget_ratified_on=date(2025, 1, 2),
        objectives=[
            Objective("Kesejahteraan masyarakat meningkat", [Target(POVERTY, "9.75")]),
            Objective("Keuangan daerah dikelola dengan baik", [Target(OPINION, Level("WTP"))]),
        ],
        budget=[BudgetLine("1.02", "Urusan kesehatan", kind="programme", ceiling=116_676_150_500)],
    )


def office() -> Agreement:
    """The head of an office signs with the regent."""
    return Agreement(
        "PK/2025/DINKES",
        year=2025,
        first_party=HEAD,
        second_party=REGENT,
        signed_on=date(2025, 1, 31),
        budget_ratified_on=date(2025, 1, 2),
        objectives=[
            Objective("Layanan kesehatan dasar bermutu", [Target(CLINICS, 27), Target(IMMUNIZED, "96.5")]),
            Objective("Rujukan tertata", [Target(BEDS, Range(60, 85)), Target(PLAN, date(2025, 9, 30))]),
        ],
        budget=MONEY,
    )


def forms() -> list[OfficialForm]:
    """The three forms; from July an acting official holds the office, and signs what is amended in September."""
    first = office()
    amended = first.amend(
        code="PK/2025/DINKES/P",
        signed_on=date(2025, 9, 5),
        reason="strategy",
        legal_document=Reference("DPPA Dinas Kesehatan 2025", certainty="read"),
        targets={"IKU-1": 29},
        retire=["IKU-4"],
        budget=[MONEY[0], *MONEY[4:]],
    )
    succession = Succession(
        [
            Tenure(HEAD, "A", starts=date(2023, 1, 2), ends=date(2025, 6, 30)),
            Tenure(HEAD, "B", kind="Plt", starts=date(2025, 7, 1)),
        ]
    )
    signed = ((regent(), None), (first, succession), (amended, succession))
    return [official_form(agreement, place="Contoh", succession=held) for agreement, held in signed]


STYLE = """
* { box-sizing: border-box }
body { margin: 0; background: #e7e9ec; color: #111; font: 12pt/1.45 "Bookman Old Style", Georgia, serif }
.sheet { max-width: 21cm; margin: 1rem auto; padding: 2cm; background: #fff; box-shadow: 0 1px 4px #0003 }
h1, h2 { margin: 0; font-size: 13pt; text-align: center }
.code { margin: .2rem 0 1.5rem; text-align: center }
p { margin: 0 0 .8rem; text-align: justify }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; margin: 0 0 .2rem }
dt { display: flex; gap: .5rem; justify-content: space-between }
dt::after { content: ":" }
dd { margin: 0; overflow-wrap: anywhere }
table { width: 100%; margin: 1rem 0 .4rem; border-collapse: collapse }
th, td { padding: .3rem .5rem; border: 1px solid #444; text-align: left; vertical-align: top; overflow-wrap: anywhere }
th { text-align: center }
th:first-child, td:first-child { width: 1px; white-space: nowrap }
td.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums }
tr { break-inside: avoid }
thead { display: table-header-group }
.part td:nth-child(2) { padding-left: 1.6rem }
.total td { font-weight: bold }
.dated { margin-top: 1.2rem; text-align: right }
.signed { display: flex; flex-wrap: wrap; gap: 1rem; justify-content: space-around; break-inside: avoid }
.signed > div { display: flex; flex-direction: column; flex: 1 1 6cm; max-width: 8cm; text-align: center }
.signed > div:only-child { margin-left: auto }
.signed .name { margin-top: auto; padding-top: 2.2cm }
.annex { margin-top: 3rem; padding-top: 1.5rem; border-top: 2px dashed #bbb }
.lacking { max-width: 21cm; margin: 1rem auto; padding: .6rem 1rem; background: #fff6d8; border: 1px solid #b58900 }
.lacking ul { margin: .3rem 0 0; padding-left: 1.2rem }
@media screen and (max-width: 40em) {
  .sheet { margin: 0 0 .6rem; padding: 1.2rem 1rem; box-shadow: none }
  p { text-align: left }
  thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden }
  table, tbody, tr, td { display: block; border: 0; padding: 0 }
  tr { margin: 0 0 .7rem; padding: .5rem .7rem; border: 1px solid #888; border-radius: .3rem }
  td, td.number, td:first-child, .part td:nth-child(2) { width: auto; padding: .1rem 0; text-align: left }
  td, td.number, td:first-child { white-space: normal }
  td:empty { display: none }
  td::before { content: attr(data-head) ": "; font-weight: bold }
}
@media print {
  @page { margin: 2cm }
  body { background: #fff; font-size: 11pt }
  .sheet { max-width: none; margin: 0; padding: 0; box-shadow: none; break-after: page }
  .sheet:last-of-type { break-after: auto }
  .annex { margin: 0; padding: 0; border: 0; break-before: page }
  .lacking { display: none }
}
"""
DOTS = "." * 30


def page(forms: Iterable[OfficialForm]) -> str:
    """One page of HTML with all forms; what they lack stands above each, and is not printed."""
    sheets = "\n".join(line for form in forms for line in (*lacking(form), *sheet(form)))
    head = f'<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n<style>{STYLE}</style>'
    return (
        f'<!DOCTYPE html>\n<html lang="id">\n<head>\n{head}\n<title>Perjanjian kinerja</title>\n</head>\n'
        f"<body>\n{sheets}\n</body>\n</html>"
    )


def lacking(form: OfficialForm) -> Iterator[str]:
    """What is blank or wrong, for whoever prepares the form."""
    found = [f"<li>{escape(one.text('id'))} [{one.code}]</li>" for one in form.check()]
    if found:
        yield f'<aside class="lacking">Periksa sebelum dicetak:<ul>{"".join(found)}</ul></aside>'


def sheet(form: OfficialForm) -> Iterator[str]:
    """The statement and its annex."""
    statement = form.statement
    yield '<article class="sheet">'
    yield f"<h1>{escape(statement.title('id'))}</h1>"
    yield f"<h2>{escape((statement.heading or DOTS).upper())}</h2>"
    yield f'<p class="code">Nomor: {escape(form.agreement.code)}</p>'
    if amendment := statement.amendment("id"):
        yield f"<p>{escape(amendment)}</p>"
    yield f"<p>{escape(statement.opening('id'))}</p>"
    for party in statement.parties:
        yield f"<dl><dt>Nama</dt><dd>{escape(party.official or DOTS)}</dd>"
        yield f"<dt>Jabatan</dt><dd>{escape(party.position or DOTS)}</dd></dl>"
        yield f"<p>{escape(statement.named(party, 'id'))}</p>"
    for paragraph in statement.paragraphs("id"):
        yield f"<p>{escape(paragraph)}</p>"
    yield from signed(form)
    yield '<section class="annex">'
    yield f"<h2>{escape(form.annex.title('id'))}</h2>"
    yield from targets(form)
    yield from budget(form)
    yield from signed(form)
    yield "</section>"
    yield "</article>"


def table(heads: tuple[str, ...], rows: Iterable[tuple[str, tuple[str, ...]]]) -> Iterator[str]:
    """Rows with a class each; every cell carries its own head for a phone, and a column of money stands right."""
    yield f"<table><thead><tr>{''.join(f'<th>{escape(head)}</th>' for head in heads)}</tr></thead><tbody>"
    for kind, cells in rows:
        written = (
            f'<td data-head="{escape(head)}"{" class=number" if head.endswith("(Rp)") else ""}>{escape(cell)}</td>'
            for head, cell in zip(heads, cells, strict=True)
        )
        yield f'<tr class="{kind}">{"".join(written)}</tr>'
    yield "</tbody></table>"


def targets(form: OfficialForm) -> Iterator[str]:
    """Objectives, indicators and targets."""
    rows = form.annex.target_table("id").rows
    yield from table(("No", "Sasaran", "Indikator kinerja", "Target"), [("target", cells) for cells in rows])
    if form.agreement.retired:
        yield f"<p>Tidak dijanjikan lagi: {escape(', '.join(form.agreement.retired))}.</p>"


def budget(form: OfficialForm) -> Iterator[str]:
    """Programmes with their money, and the sum, also in words."""
    rows = [row for row in form.rows("id") if row["part"] in {"budget", "total"}]
    if not rows:
        return
    yield from table(
        ("No", "Program/kegiatan", "Anggaran (Rp)", "Keterangan"),
        [
            (
                "total" if row["part"] == "total" else "part" if row["depth"] else "whole",
                (
                    str(row["number"] or ""),
                    "Jumlah" if row["part"] == "total" else f"{row['code']} {row['name']}",
                    row["printed"],
                    row["remark"] or "",
                ),
            )
            for row in rows
        ],
    )
    if form.annex.total_in_words:
        yield f"<p>Terbilang: {escape(form.annex.total_in_words)}.</p>"


def signed(form: OfficialForm) -> Iterator[str]:
    """Place and day, in digits and in words, and the signatures from left to right."""
    words = form.statement.dated_in_words
    yield f'<p class="dated">{escape(form.statement.dated("id"))}{f"<br>({escape(words)})" if words else ""}</p>'
    yield f'<div class="signed">{"".join(block(one) for one in form.signatures)}</div>'


def block(one: FormSignature) -> str:
    """One signature: who, room to sign, and the name."""
    label = f"<div>{escape(one.label('id'))},</div>" if one.label("id") else ""
    return (
        f"<div>{label}<div>{escape(one.position or DOTS)}</div>"
        f'<div class="name">{escape(one.official or DOTS)}</div></div>'
    )


if __name__ == "__main__":
    print(page(forms()))
