"""What holds for every cascade, however it is put together: order, names, gaps, tolerance and independence."""

from attrs import evolve
from hypothesis import assume, example, given
from hypothesis import strategies as st

from sakip import testing
from sakip.cascade import Cascade, cascade_from_dict, cascade_to_dict, validate
from tests.properties.cascading import YEAR_END, counted, verdicts
LISTS = ("agreements","links","groups","realizations","tenures","budgets","posts","nodes")

class TestPermutation:
    """P01: any order of nodes, links, duplicate quantities -> identical report."""

    @given(testing.cascades(rich=True), st.randoms(use_true_random=False))
    def test_order_says_nothing(self, cascade: Cascade, random) -> None:
        def shuffled(items):
            found = list(items)
            random.shuffle(found)
            return found
        lists = {name: shuffled(getattr(cascade, "pairs" if name == "agreements" else name)) for name in LISTS}
        lists["realizations"] = [(node, shuffled(said)) for node, said in lists["realizations"]]
        other = validate(evolve(cascade, **lists), as_of=YEAR_END)
        one = validate(cascade, as_of=YEAR_END)
        assert [(f.fingerprint, f.value_hash, f.text("id"), f.text("en"), f.nodes, f.severity, f.explained_by) for f in one.findings] == [(f.fingerprint, f.value_hash, f.text("id"), f.text("en"), f.nodes, f.severity, f.explained_by) for f in other.findings]
        assert one.findings == other.findings
        assert verdicts(one) == verdicts(other)
        assert one.metrics == other.metrics
