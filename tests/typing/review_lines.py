"""The first lines of `sakip.review`, as users were shown them; checked by mypy and pyright, and run by tests/review."""

# ruff: noqa: E501, PT018, T201
# fmt: off
from sakip.review import review

report = review([
    {"indicator": "Angka kematian ibu", "unit": "per 100.000", "target": "49,34", "realization": "110,84", "achievement": "-24,65"},
    {"indicator": "Indeks pelayanan publik", "unit": "indeks", "target": "3,52", "realization": "4,02", "achievement": "114,20"},
    {"indicator": "Layanan administrasi", "unit": "%", "target": "75%", "realization": "92,8", "achievement": "92,8"},
])
assert [line.verdict for line in report.lines] == ["reproduced", "reproduced", "not-reproduced"]
assert report.lines[0].formula == "lower-is-better" and report.lines[0].polarity == "minimize"
assert report.lines[2].hypotheses[0].code == "column-repeated"
print(report.text("id"))
