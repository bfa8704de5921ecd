"""One form of a web application: a request comes as JSON, and scores or all its errors go back as JSON.

This is the part between two lines of any framework: the body of a request in, the body of the answer out. A form is a
table of one row, so everything that is wrong with it comes at once, each finding with the name of the form's own field.
Codes are stable and can be tested for; the texts are for people and come in two languages, or are made from the
arguments of the finding.
"""

import json
from decimal import Decimal

from sakip import agreements_from_rows, evaluate
from sakip.policies import LKJIP

FIELDS = {
    "office": "opd",
    "indicator": "indikator",
    "unit": "satuan",
    "polarity": "jenis",
    "consolidation": "konsolidasi",
    "target": "target",
    "realization": ("tw1", "tw2", "tw3", "tw4"),
}

HASTY = """{"opd": "Dinas Kesehatan", "indikator": "Cakupan imunisasi", "satuan": "%",
 "jenis": "bagus", "konsolidasi": "posisi akhir",
 "target": "95 dari 100", "tw1": "22,5", "tw2": 45.5, "tw3": "5 juta", "tw4": "#DIV/0!"}"""
REPAIRED = """{"opd": "Dinas Kesehatan", "indikator": "Cakupan imunisasi", "satuan": "%",
 "jenis": "positif", "konsolidasi": "posisi akhir",
 "target": "95", "tw1": "22,5", "tw2": 45.5, "tw3": "70", "tw4": "93,1"}"""


def answer(body: str) -> str:
    """The answer to a request: scores, or every error in Indonesian."""
    form = json.loads(body, parse_float=Decimal)  # a number of the form as it was typed, not as a float
    reading = agreements_from_rows([form], columns=FIELDS, year=2025, convention="id")
    found = reading.report.rows("id", numbers="text")
    errors = [{"isian": one["column"], "kode": one["code"], "pesan": one["text"]} for one in found if is_error(one)]
    if errors:
        return json.dumps({"galat": errors}, ensure_ascii=False, indent=2)
    evaluation = evaluate(*reading.pairs[0], policy=LKJIP)
    wanted = ("name", "target", "realization", "score", "grade", "status")
    scores = [{name: row[name] for name in wanted} for row in evaluation.rows(numbers="text")]
    return json.dumps({"nilai": scores, "ringkasan": evaluation.summary("id")}, ensure_ascii=False, indent=2)


def is_error(row: dict[str, object]) -> bool:
    """Whether a finding must be repaired before the form is taken; warnings and notes may be shown beside it."""
    return row["severity"] == "error"


if __name__ == "__main__":
    for body in (HASTY, REPAIRED):
        print(f"> {body}\n\n{answer(body)}\n")
