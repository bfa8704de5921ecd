"""A regency's offices in 2023: its table read as published, checked, scored, ranked, and one total explained.

What is real: Kabupaten Gunungkidul, measurement of the objectives of its offices 2023, from its e-SAKIP application:
the 141 rows of 46 offices in ``regency_2023.csv``, with target, realization and achievement as printed. Subdistrict
offices (kapanewon) and two others are known by number only. An office stands once, and its cells below are empty.

What is not: the directions ("naik", "turun"), which follow from what an indicator means; and the totals and grades,
which are those of the policy that the script names. The objectives are left out, so the total of an office is the mean
of its indicators.
"""

import csv
from collections import Counter
from collections.abc import Iterator, Mapping
from fractions import Fraction
from pathlib import Path

from sakip import (
    Evaluation,
    OrdinalScale,
    Reading,
    agreements_from_rows,
    evaluate,
    evaluate_many,
    format_number,
    parse_number,
    rank,
)
from sakip.policies import LKJIP
from sakip.scoring import Cap, Round

COLUMNS = {
    "office": "OPD",
    "indicator": "Indikator",
    "polarity": "Arah",
    "target": "Target",
    "realization": "Realisasi",
}
DIRECTIONS = {"polarity": {"naik": "maximize", "turun": "minimize"}}
# What no cell says: a bar is a gap, and visitors and cattle are counted, so that their dots part thousands.
MEANT = {
    "-": None,
    "target": {"110.000": 110_000, "3.286": 3_286},
    "realization": {"243.000": 243_000, "8.706": 8_706},
}
ACCREDITATION = {"Hasil Penilaian Akreditasi": {"scale": OrdinalScale(["Dasar", "Madya", "Utama", "Paripurna"])}}
CAPPED = LKJIP.evolve(id="lkjip-120", indicator=(Cap(120), Round(2)))


def published() -> list[dict[str, str]]:
    """The rows of the table, every cell as text."""
    with (Path(__file__).parent / "regency_2023.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def read(values: Mapping[str, object], overrides: Mapping[str, Mapping[str, object]]) -> Reading:
    """The agreements in the table; a cell with two readings is settled by the caller or not at all."""
    return agreements_from_rows(
        published(), columns=COLUMNS, year=2023, fill_down=["OPD"], values={**DIRECTIONS, **values}, overrides=overrides
    )


def kinds(reading: Reading) -> str:
    """How often each kind of finding occurs, with its first occurrence."""
    first = {finding.code: finding.text("id") for finding in reversed(tuple(reading.report))}
    counted = Counter(reading.report.codes())
    return "\n".join(f"{count:4} x {code}: {first[code]}" for code, count in counted.most_common())


def misprints(evaluations: list[Evaluation]) -> Iterator[str]:
    """Achievements that were printed a unit of their last digit away or more, so cut and rounded are both right."""
    office = ""
    by_office = {evaluation.agreement.first_party.office: evaluation for evaluation in evaluations}
    for row in published():
        office = row["OPD"] or office
        code, text = row["Indikator"], row["Capaian"]
        score = by_office[office][code].score
        if score.achievement is None or not text:
            continue
        printed = parse_number(text)
        unit = Fraction(10) ** int(printed.as_tuple().exponent)
        if abs(score.achievement - Fraction(printed)) >= unit:
            yield f"{office}, {code}: tercetak {text}, dihitung {format_number(score.achievement, decimals=2)}"


def show(heading: str, text: str) -> None:
    """Print a text under its heading."""
    print(f"\n== {heading} ==\n\n{text}")


if __name__ == "__main__":
    as_it_stands = read({}, {})
    show("Temuan menurut jenisnya, tabel dibaca apa adanya", kinds(as_it_stands))
    show("Baris yang tidak dapat dipakai", ", ".join(map(str, as_it_stands.left_out)))

    reading = read(MEANT, ACCREDITATION)
    show("Setelah artinya dinyatakan", f"Baris yang tidak dapat dipakai: {len(reading.left_out)}")
    evaluations = [one for one in evaluate_many(reading, policy=LKJIP) if isinstance(one, Evaluation)]
    ranking = rank(evaluations, reading=reading)
    show("Peringkat", ranking.text("id", width=100))

    first = ranking.rows(numbers="text")[0]
    office, carrier = str(first["office"]), str(first["carried_by"])
    evaluation = evaluate(*reading.of(office), policy=LKJIP)
    show(f"Peringkat 1: {office}", evaluation.text("id", width=100))
    show("Penopangnya", evaluation[carrier].explain("id", width=100))
    capped = rank(evaluate_many(reading, policy=CAPPED)).rows(numbers="text")
    at_120 = next(row for row in capped if row["office"] == office)
    show(
        "Nilai akhirnya",
        f"tanpa batas: {first['score']}, peringkat {first['rank']}\n"
        f"tiap indikator paling tinggi 120: {at_120['score']}, peringkat {at_120['rank']}\n"
        f"tiap indikator paling tinggi 100: {first['score_at_100']}",
    )
    show("Capaian yang tercetak lain dari hitungannya", "\n".join(misprints(evaluations)))
