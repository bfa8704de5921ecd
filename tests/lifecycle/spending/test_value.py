"""The value of budget performance: weights that make a hundred, nothing missing that is filled in."""

import pickle
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip import Reference, Text
from sakip.errors import InvalidValueError, UnknownCodeError
from sakip.lifecycle import PMK_22_2021, BudgetAspect, BudgetRegime, budget_value

PARTS: dict[str, Any] = {"output": "99.72", "efficiency": "59.98", "consistency": "99.61", "absorption": "95.53"}
SOURCE = Reference("Perbup 1/2026", certainty="read")


def regime(*weights: Any, **fields: Any) -> BudgetRegime:
    """A regime of aspects with these weights, named a, b, c."""
    aspects = [BudgetAspect(name, Text(name, name), weight) for name, weight in zip("abcdefg", weights, strict=False)]
    return BudgetRegime("contoh", title=Text("Contoh", "Example"), aspects=aspects, reference=SOURCE, **fields)


class TestRegime:
    @pytest.mark.parametrize("weights", [(25, 25, 30, 25), (50, "49.999999"), (), (100, 1)], ids=str)
    def test_weights_make_a_hundred(self, weights: tuple[Any, ...]) -> None:
        """An application splits planning into 25, 25, 30 and 25, which is 105."""
        with pytest.raises(InvalidValueError) as caught:
            regime(*weights)
        assert caught.value.code == "weights-not-100"

    def test_an_aspect_once(self) -> None:
        """Two aspects of one name would take one value."""
        aspect = BudgetAspect("a", Text("a", "a"), 50)
        with pytest.raises(InvalidValueError):
            BudgetRegime("x", title=Text("x", "x"), aspects=[aspect, aspect], reference=SOURCE)

    @pytest.mark.parametrize(
        "changes",
        [{"id": ""}, {"title": "x"}, {"aspects": [1]}, {"scale": "x"}, {"digits": 7}, {"reference": None}],
        ids=str,
    )
    def test_refused(self, changes: dict[str, Any]) -> None:
        """A regime has a source."""
        known = {"id": "x", "title": Text("x", "x"), "aspects": regime(100).aspects, "reference": SOURCE}
        with pytest.raises(InvalidValueError):
            BudgetRegime(**{**known, **changes})

    @pytest.mark.parametrize("fields", [("", Text("a", "a"), 1), ("a", "a", 1), ("a", Text("a", "a"), 0)], ids=str)
    def test_an_aspect_refused(self, fields: tuple[Any, ...]) -> None:
        """An aspect has a name and weighs something."""
        with pytest.raises(InvalidValueError):
            BudgetAspect(*fields)


class TestValue:
    def test_the_published_value(self) -> None:
        """The four parts that a training centre printed in 2021 give its 87.93, which is Baik."""
        found = budget_value(PARTS, regime=PMK_22_2021)
        assert (found.exact, found.value, found.grade) == (Fraction("87.92791"), Decimal("87.93"), "Baik")
        assert found.reason is None
        assert len(found.check()) == 0

    @pytest.mark.parametrize("missing", list(PARTS))
    def test_missing_is_neither_zero_nor_shared_out(self, missing: str) -> None:
        """Without one aspect there is no value, and the weight of what is missing is said."""
        for parts in ({**PARTS, missing: None}, {name: part for name, part in PARTS.items() if name != missing}):
            found = budget_value(parts, regime=PMK_22_2021)
            assert (found.value, found.grade, found.reason) == (None, None, "incomplete")
            assert found.check().codes() == ("BPV-MISSING",)

    @pytest.mark.parametrize(
        ("changes", "codes"),
        [
            ({"efficiency": 100}, ()),
            ({"efficiency": "100.01"}, ("BPV-RANGE",)),
            ({"efficiency": 235}, ("BPV-RANGE",)),
            ({"absorption": "-0.01"}, ("BPV-RANGE",)),
            ({"absorption": 0}, ()),
            ({"output": "111.49"}, ()),
            ({"output": -1}, ("BPV-RANGE",)),
        ],
        ids=str,
    )
    def test_range(self, changes: dict[str, Any], codes: tuple[str, ...]) -> None:
        """A value of efficiency of 235 percent was really printed; achievement alone has no known limit."""
        found = budget_value({**PARTS, **changes}, regime=PMK_22_2021)
        assert found.check().codes() == codes
        assert (found.value is None, found.reason) == (bool(codes), "out-of-range" if codes else None)

    @pytest.mark.parametrize(("output", "value", "codes"), [(100, 100, ()), ("100.02", "100.01", ("BPV-ABOVE",))])
    def test_above_a_hundred(self, output: Any, value: Any, codes: tuple[str, ...]) -> None:
        """No limit of the achievement is known; a value that it lifts above 100 is told, and stays."""
        found = budget_value({**dict.fromkeys(PARTS, 100), "output": output}, regime=PMK_22_2021)
        assert (found.value, found.reason, found.check().codes()) == (Decimal(value), None, codes)
        assert ("batas Capaian keluaran tidak kami ketahui" in found.text("id", width=200)) is bool(codes)
        assert ("no limit of Achievement of outputs" in found.text("en", width=200)) is bool(codes)

    @given(st.lists(st.integers(0, 100), min_size=3, max_size=3), st.integers(0, 2), st.integers(0, 100))
    def test_between_its_parts_and_rising(self, parts: list[int], at: int, more: int) -> None:
        """The value lies between its least and its greatest part, and a better part never lowers it."""
        rules = regime(50, 30, 20)
        before = budget_value(dict(zip("abc", parts, strict=True)), regime=rules).exact
        raised = [*parts[:at], max(parts[at], more), *parts[at + 1 :]]
        after = budget_value(dict(zip("abc", raised, strict=True)), regime=rules).exact
        assert before is not None
        assert after is not None
        assert min(parts) <= before <= max(parts)
        assert before <= after

    def test_unknown_aspect(self) -> None:
        """An aspect of another regime is named with one that looks like it."""
        with pytest.raises(UnknownCodeError) as caught:
            budget_value({"absorbtion": 95}, regime=PMK_22_2021)
        assert "absorption" in caught.value.near

    @pytest.mark.parametrize("arguments", [({"output": 0.5}, PMK_22_2021), ([], PMK_22_2021), ({}, "pmk")], ids=str)
    def test_refused(self, arguments: tuple[Any, Any]) -> None:
        """Exact numbers by aspect."""
        values, rules = arguments
        with pytest.raises(InvalidValueError):
            budget_value(values, regime=rules)


def test_shown() -> None:
    """Weights, values and parts; the category and the source below."""
    found = budget_value(PARTS, regime=PMK_22_2021)
    text = found.text("id", width=100)
    assert "43,5" in text
    assert "87,93" in text
    assert "Kategori: Baik" in text
    assert "(kesimpulan kami, bukan bunyi aturan)" in text
    assert "Category: Baik" in found.text("en", width=100)
    assert "ditahan" in budget_value({}, regime=PMK_22_2021).text("id", width=100)
    assert "Kategori" not in budget_value({"a": 50}, regime=regime(100)).text("id")
    hostile = BudgetRegime("x", title=Text("<b>", "<b>"), aspects=regime(100).aspects, reference=SOURCE)
    assert "<b>" not in budget_value({"a": 1}, regime=hostile)._repr_html_()


def test_rows() -> None:
    """One row an aspect, its part exact."""
    found = budget_value(PARTS, regime=PMK_22_2021)
    assert found.rows("en", numbers="text")[3] == {
        "id": "absorption",
        "name": "Absorption of the budget",
        "weight": "9.7",
        "value": "95.53",
        "part": "926641/100000",
    }
    assert budget_value({}, regime=PMK_22_2021).rows()[0]["part"] is None
    assert pickle.loads(pickle.dumps(found)) == found
