"""The pages on the checks of the cascade, written from the catalogue: `python -m tests.house.check_pages`."""

import re
from collections.abc import Iterator
from typing import Literal

from sakip import Reference, Text
from sakip.cascade import CATALOGUE, Check
from tests.house.source import ROOT

Lang = Literal["id", "en"]
FOLDER = ROOT / "docs" / "reference" / "checks"
LANGUAGES: tuple[Lang, ...] = ("id", "en")
# First digit of the codes, name of the page, what it is called, and what its checks ask.
GROUPS: tuple[tuple[str, str, Text, Text], ...] = (
    (
        "1",
        "structure",
        Text("Bangun", "Structure"),
        Text(
            "Dapatkah tautan-tautannya berdiri sebagai satu susunan, dan punyakah setiap indikator satu angka?",
            "Can the links stand as one structure, and has each indicator one number?",
        ),
    ),
    (
        "2",
        "coverage",
        Text("Cakupan", "Coverage"),
        Text(
            "Dipikulkah yang dijanjikan di atas oleh mereka yang di bawah, dan sampai ke jenjang mana?",
            "Is what is promised above carried by those below, and down to which level?",
        ),
    ),
    (
        "3",
        "targets",
        Text("Gabungan target", "Roll-up of targets"),
        Text(
            "Cukupkah yang dijanjikan bawahan untuk yang dijanjikan atasannya?",
            "Does what the children promise suffice for what their parent promises?",
        ),
    ),
    (
        "4",
        "actuals",
        Text("Gabungan realisasi", "Roll-up of realizations"),
        Text(
            "Cocokkah yang dilaporkan atasan dengan yang dikerjakan bawahannya?",
            "Does what the parent reports agree with what its children delivered?",
        ),
    ),
    (
        "5",
        "meaning",
        Text("Makna", "Meaning"),
        Text(
            "Bolehkah angka-angka itu digabung: satuan, arah, definisi, jenis ukuran, tingkat hasil dan lingkupnya?",
            "May these numbers be put together: units, polarity, definitions, kinds of measure, levels and scopes?",
        ),
    ),
    (
        "6",
        "parties",
        Text("Para pihak", "Parties"),
        Text(
            "Saling bertanggung jawabkah mereka yang menandatangani?",
            "Do those who sign answer for each other?",
        ),
    ),
    (
        "7",
        "weights",
        Text("Bobot dan porsi", "Weights and shares"),
        Text(
            "Membagikah bobot dan porsi satu keseluruhan, dan adakah yang terhitung dua kali?",
            "Do weights and shares divide one whole, and is anything counted twice?",
        ),
    ),
    (
        "8",
        "budget",
        Text("Anggaran", "Budget"),
        Text(
            "Menjumlahkah uangnya, melayani yang dijanjikan, dan sesuai dengan yang disahkan?",
            "Does the money add up, serve what is promised, and agree with what was ratified?",
        ),
    ),
    (
        "9",
        "timing",
        Text("Waktu dan versi", "Timing and versions"),
        Text(
            "Tepat waktukah perjanjiannya, mengikuti atasannya, dan dari tahun yang sama?",
            "Are agreements signed in time, do they follow their superior's, and are they of one year?",
        ),
    ),
)
SEVERITIES = {
    "error": Text("galat", "error"),
    "warning": Text("peringatan", "warning"),
    "note": Text("catatan", "note"),
}
SUBJECTS = {
    "node": Text("setiap indikator", "every indicator"),
    "group": Text("setiap induk yang menerima tautan hitung", "every parent that arithmetic links arrive at"),
    "link": Text("setiap tautan", "every link"),
    "agreement": Text("setiap perjanjian yang berlaku", "every agreement in force"),
    "objective": Text("setiap sasaran", "every objective"),
    "place": Text("setiap jabatan", "every position"),
    "unit": Text("setiap unit", "every unit"),
    "cycle": Text("setiap lingkaran", "every cycle"),
    "reference": Text("setiap rujukan yang tidak ditemukan", "every name that leads nowhere"),
    "line": Text("setiap baris anggaran", "every budget line"),
    "cascade": Text("seluruh kaskade", "the whole cascade"),
}
WRITTEN = Text(
    "Halaman ini ditulis dari katalog, dan diuji supaya tetap sama dengannya.",
    "This page is written from the catalogue, and a test keeps the two the same.",
)
LINE = Text("`{slug}` · {severity} · ditanyakan pada {subject}", "`{slug}` · {severity} · asked of {subject}")
CONDITION = Text("**Tidak lolos bila:** {text}", "**Does not pass:** {text}")
PASSING = Text("**Contoh yang lolos:** {text}", "**An example that passes:** {text}")
FAILING = Text("**Contoh yang tidak lolos:** {text}", "**An example that does not:** {text}")
FIX = Text("**Yang dapat dilakukan:** {text}.", "**What can be done:** {text}.")
BASIS = Text("**Dasar:** {text}.", "**Basis:** {text}.")
CRITERIA = Text("**Kriteria evaluasi SAKIP:** {text}.", "**Criteria of the evaluation of SAKIP:** {text}.")
AFTER = Text(
    "**Dilewati selama salah satunya tidak lolos:** {text}.", "**Skipped while one of these does not pass:** {text}."
)
EXPLAINS = Text("**Temuan yang menjadi akibatnya:** {text}.", "**Findings that are its consequences:** {text}.")
FIRM = Text(
    "**Tidak dapat dikecualikan:** selama ada, angka yang bergantung padanya tidak berarti.",
    "**Cannot be set aside:** while it stands, the numbers that rest on it mean nothing.",
)
INDEX = Text("Pemeriksaan kaskade", "Checks of the cascade")
INTRODUCTION = Text(
    "{count} pemeriksaan, menurut yang ditanyakannya; kode tidak pernah dipakai lagi untuk hal lain.",
    "{count} checks, by what they ask; a code is never used again for something else.",
)
ELSEWHERE = Text(
    "Kata-kata temuannya ada dalam [daftar kode](../codes.md), dan cara memakainya dalam "
    "[Memeriksa kaskade](../../how-to/inspect-cascade.md).",
    "What their findings say stands in the [list of codes](../codes.md), and how to use them in "
    "[Inspect a cascade](../../how-to/inspect-cascade.md).",
)


def page_of(code: str) -> str:
    """The page on which a check stands."""
    return next(page for digit, page, _, _ in GROUPS if code[3] == digit)


def in_order() -> list[Check]:
    """The checks by their codes."""
    return sorted(CATALOGUE, key=lambda check: check.code)


def shown(text: Text | None, lang: Lang) -> str:
    """A text with nothing that means something in Markdown."""
    return "" if text is None else re.sub(r"([\\`*_<\[\]])", r"\\\1", text.render(lang))


def linked(codes: tuple[str, ...], here: str) -> str:
    """Codes that lead to where they are described."""
    anchors = (("" if page_of(code) == here else f"{page_of(code)}.md", code) for code in sorted(codes))
    return ", ".join(f"[{code}]({page}#{code.lower()})" for page, code in anchors)


def based(basis: tuple[Reference, ...], lang: Lang) -> str:
    """The regulations, each with how sure we are."""
    return "; ".join(one.text(lang) for one in basis)


def section(check: Check, here: str, lang: Lang) -> Iterator[str]:
    """What a page says of one check, paragraph by paragraph."""
    yield f"## {check.code} {shown(check.title, lang)} {{ #{check.code.lower()} }}"
    severity, subject = SEVERITIES[check.severity].render(lang), SUBJECTS[check.subject].render(lang)
    yield LINE.render(lang, {"slug": check.slug, "severity": severity, "subject": subject})
    yield CONDITION.render(lang, {"text": shown(check.condition, lang)})
    yield PASSING.render(lang, {"text": shown(check.passing, lang)})
    yield FAILING.render(lang, {"text": shown(check.failing, lang)})
    yield FIX.render(lang, {"text": shown(check.fix, lang)})
    yield BASIS.render(lang, {"text": based(check.basis, lang)})
    if check.criteria:
        yield CRITERIA.render(lang, {"text": ", ".join(check.criteria)})
    if check.after:
        yield AFTER.render(lang, {"text": linked(check.after, here)})
    if check.explains:
        yield EXPLAINS.render(lang, {"text": linked(check.explains, here)})
    if not check.suppressible:
        yield FIRM.render(lang)


def group_page(digit: str, page: str, name: Text, question: Text, lang: Lang) -> str:
    """The page of a group of checks."""
    checks = [check for check in in_order() if check.code[3] == digit]
    parts = [f"# {name.render(lang)}", f"{question.render(lang)}\n{WRITTEN.render(lang)}"]
    return "\n\n".join([*parts, *(part for check in checks for part in section(check, page, lang))]) + "\n"


def index_page(lang: Lang) -> str:
    """The page that leads to all of them."""
    said = "\n".join(text.render(lang, {"count": len(CATALOGUE)}) for text in (INTRODUCTION, ELSEWHERE, WRITTEN))
    parts = [f"# {INDEX.render(lang)}", said]
    for digit, page, name, question in GROUPS:
        parts += [f"## {name.render(lang)}", question.render(lang)]
        parts.append(
            "\n".join(
                f"- [{check.code}]({page}.md#{check.code.lower()}) {shown(check.title, lang)}"
                for check in in_order()
                if check.code[3] == digit
            )
        )
    return "\n\n".join(parts) + "\n"


def pages() -> dict[str, str]:
    """Every page by the name of its file."""
    found: dict[str, str] = {}
    for lang in LANGUAGES:
        ending = ".md" if lang == "id" else f".{lang}.md"
        found[f"index{ending}"] = index_page(lang)
        for group in GROUPS:
            found[f"{group[1]}{ending}"] = group_page(*group, lang)
    return found


def main() -> None:
    """Write every page."""
    for name, text in pages().items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
