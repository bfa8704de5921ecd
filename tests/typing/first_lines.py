"""An agreement, its score, and what an absent realization gives; also run by tests/house."""

# fmt: off
from datetime import date
from decimal import Decimal
from fractions import Fraction
from sakip import Agreement, Indicator, Objective, Party, Realization, Target, evaluate, parse_number, score
from sakip.policies import LKJIP

documents = Indicator("PLAN-1", "Jumlah dokumen perencanaan yang dihasilkan", unit="dokumen", polarity="maximize")
agreement = Agreement(
    "PK-2025-SETDA-III-1",
    year=2025,
    first_party=Party("Kepala Bagian Perencanaan", echelon="III"),
    second_party=Party("Kepala Biro Organisasi", echelon="II"),
    signed_on=date(2025, 3, 5),
    objectives=[Objective("Tersusunnya dokumen perencanaan", [Target(documents, 2)])],
)
evaluation = evaluate(agreement, [Realization("PLAN-1", 1)], policy=LKJIP)
assert evaluation.score.value == Decimal(50)
assert evaluation["PLAN-1"].score.value == Decimal(50)
print(evaluation["PLAN-1"].explain("id"))

mortality = Target(Indicator("AKI", "Angka kematian ibu", unit="per 100.000", polarity="minimize"), parse_number("49,34"))
result = score(mortality, parse_number("110,84"), policy=LKJIP)
assert result.value == Decimal("-24.65")
assert result.exact == Fraction(-60800, 2467)

absent = evaluate(agreement, [], policy=LKJIP)
assert absent.score.value is None and absent.score.reason.code and absent.completeness == "withheld"
