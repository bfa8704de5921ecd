"""A cascade that was really published: Biro Organisasi, regional secretariat of West Java, 2016, from head to staff.

The workbook gives each indicator a code, and those below carry the code of the indicator above that they support; it
says no direction and no arithmetic. So every link is support, nothing is added up, and what the validator finds is
what the printed table shows by itself.
"""

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from sakip import agreements_from_rows
from sakip.cascade import Cascade, links_from_rows, propose_links, validate

COLUMNS = {
    "position": "Jabatan",
    "echelon": "Jenjang",
    "second_position": "Atasan",
    "objective": "Sasaran",
    "code": "No",
    "indicator": "Indikator",
    "target": "Target",
}
AS_OF = date(2016, 12, 31)


def table() -> list[dict[str, str]]:
    """The published rows, in the order of the workbook."""
    path = Path(__file__).with_suffix(".csv")
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter=";"))


def linked(rows: list[dict[str, str]]) -> Iterator[dict[str, str]]:
    """Each row with the indicator that its code stands for: of the superior, or further up of the head."""
    numbers: dict[tuple[str, str], str] = {}
    for row in rows:
        numbers.setdefault((row["Jabatan"], row["Kode"]), row["No"])
    superiors = {row["Jabatan"]: row["Atasan"] for row in rows}
    for row in rows:
        above, parent = row["Atasan"], None
        while row["Kode"] and parent is None and above in superiors:
            parent, above = numbers.get((above, row["Kode"])), superiors[above]
        yield {**row, "Induk": parent or ""}


def main() -> None:
    """Print what can be read of the table, what the validator finds in it, and which links it would propose."""
    rows = list(linked(table()))
    reading = agreements_from_rows(rows, columns=COLUMNS, defaults={"polarity": "maximize"}, year=2016)
    errors = reading.report.errors
    print(f"{len(rows)} baris, {len(reading)} perjanjian; yang tidak terbaca:")
    for finding in errors:
        print(f"- baris {finding.place.row if finding.place else '-'}: {finding.text('id')}")
    links = links_from_rows(rows, columns={"position": "Jabatan", "code": "No"}, parent="Induk")
    report = validate(Cascade(reading, links=links), as_of=AS_OF)
    print(f"\n{report.text('id')}")
    print(f"\n{report.tree(most=40).text('id')}")
    print(f"\n{propose_links(reading, without=links, as_of=AS_OF).text('id')}")


if __name__ == "__main__":
    main()
