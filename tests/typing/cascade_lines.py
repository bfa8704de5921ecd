"""The first lines of `sakip.cascade`, as users were shown them; checked by mypy and pyright, and run by tests/cascade."""

# ruff: noqa: D103, E501, I001, PLR0917, PT018, T201
# fmt: off
from datetime import date
from sakip import Agreement, Indicator, Objective, Party, Target
from sakip.cascade import Cascade, Link, validate


def pk(code: str, position: str, echelon: str, superior: str, indicator: str, target: int) -> Agreement:
    served = Indicator(indicator, "Jumlah keluarga terlayani", unit="keluarga", polarity="maximize", consolidation="sum")
    return Agreement(
        code,
        year=2025,
        first_party=Party(position, echelon=echelon),
        second_party=Party(superior),
        signed_on=date(2025, 1, 20),
        objectives=[Objective("Layanan meningkat", [Target(served, target)])],
    )


top = ("KADIS", "IKU-1")
cascade = Cascade(
    agreements=[
        pk("PK-1", "KADIS", "II", "BUPATI", "IKU-1", 105),
        pk("PK-2", "KABID-A", "III", "KADIS", "A-1", 40),
        pk("PK-3", "KABID-B", "III", "KADIS", "B-1", 35),
        pk("PK-4", "KABID-C", "III", "KADIS", "C-1", 25),
    ],
    links=[Link(child=child, parent=top, kind="sum") for child in [("KABID-A", "A-1"), ("KABID-B", "B-1"), ("KABID-C", "C-1")]],
    realizations={top: 95, ("KABID-A", "A-1"): 38, ("KABID-B", "B-1"): 36, ("KABID-C", "C-1"): 20},
)
report = validate(cascade, as_of=date(2025, 12, 31))
short = next(f for f in report.findings if f.code == "CAS301")     # the children promise 100 of 105
assert short.data["gap"] == "5"
assert any(f.code == "CAS401" for f in report.findings)            # 95 reported, 94 rolled up
split = report.attribute(top)
assert split.reporting == 1 and split.performance == -6 and split.planning == -5 and split.total == -10
assert not report.ok
print(report.text("id"))
