"""The predicate of an employee, as users were shown it; checked by mypy and pyright, and run by tests/skp."""

from sakip import Party, Period
from sakip.skp import (
    BERAKHLAK,
    MATRIX_6_2022,
    Appraisal,
    BehaviourRule,
    DisciplinarySanction,
    Gravity,
    Predicate,
    Rating,
    appraisals,
    behaviour_rating,
    discipline_fact,
    predicate,
    predicate_fact,
)

assert predicate(results="above", behaviour="above") == "Sangat Baik"
assert predicate(results="above", behaviour="below") == "Kurang"
assert predicate(results="below", behaviour="below") == "Sangat Kurang"
assert predicate(results="below", behaviour="above") == "Butuh Perbaikan"
assert predicate(results="meets", behaviour="above") == "Baik"

assert behaviour_rating("above", others={"loyal": "meets"}, rule="lowest") == "meets"
assert behaviour_rating({one.code: "above" for one in BERAKHLAK}, rule="lowest") == "above"

# What a caller keeps in tables of its own has the names of our types.
rule: BehaviourRule = "most_frequent"
sheet: dict[str, Rating] = dict.fromkeys((one.code for one in BERAKHLAK), "meets")
imposed: dict[str, Gravity] = {}
labels: dict[str, Predicate | None] = {}
sanctions: dict[str, list[DisciplinarySanction]] = {"Camat": []}
for position in ("Camat", "Lurah"):
    judged = Appraisal(
        Party(position),
        period=Period.year(2024),
        results="above",
        behaviour=behaviour_rating(sheet, rule=rule),
        sanctions=sanctions.get(position),
    )
    (labels[position],) = appraisals([judged]).predicates
    assert (predicate_fact(judged).value is None) == (position == "Lurah")
    assert discipline_fact(judged).value is None
assert labels == {"Camat": "Baik", "Lurah": None}

theirs = [
    (results, behaviour, "Butuh Perbaikan" if "below" in (results, behaviour) else label)
    for results, behaviour, label in MATRIX_6_2022.cells
]
assert {finding.code for finding in MATRIX_6_2022.check(theirs)} == {"SKP-MATRIX-CELL"}
assert MATRIX_6_2022.check([("above", "above", "Sangat Baik")]).codes()
