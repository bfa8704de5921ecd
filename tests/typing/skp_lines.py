"""The predicate of an employee, as users were shown it; checked by mypy and pyright, and run by tests/skp."""

from sakip.skp import predicate

assert predicate(results="above", behaviour="above") == "Sangat Baik"
assert predicate(results="above", behaviour="below") == "Kurang"
assert predicate(results="below", behaviour="below") == "Sangat Kurang"
assert predicate(results="below", behaviour="above") == "Butuh Perbaikan"
assert predicate(results="meets", behaviour="above") == "Baik"
