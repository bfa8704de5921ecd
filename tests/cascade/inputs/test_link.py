import pickle
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, get_args

import pytest

from sakip import Level
from sakip.cascade import Group, Link
from sakip.cascade.inputs.link import ARITHMETIC, KIND_WORDS, LinkKind, link_kind
from sakip.errors import InvalidValueError

ENDS: Any = {"child": ("K", "A"), "parent": ("D", "T")}
FIRST, LAST = date(2025, 3, 1), date(2025, 9, 30)


class TestKinds:
    @pytest.mark.parametrize("kind", get_args(LinkKind))
    def test_nine_kinds_of_which_one_has_no_arithmetic(self, kind: LinkKind) -> None:
        """Nine kinds of which one has no arithmetic."""
        assert Link(**ENDS, kind=kind).is_arithmetic is (kind != "support")
        assert (kind in ARITHMETIC) is (kind != "support")

    @pytest.mark.parametrize("word", ["direct", "indirect", "langsung", "tidak langsung", "", None, 5])
    def test_direct_and_indirect_mean_too_much(self, word: Any) -> None:
        """Direct and indirect mean too much."""
        with pytest.raises(InvalidValueError) as caught:
            link_kind(word, "Link.kind")
        assert (caught.value.code, caught.value.path) == ("unknown-link-kind", "Link.kind")

    @pytest.mark.parametrize(("word", "kind"), KIND_WORDS)
    def test_a_word_of_the_field_is_answered_with_the_kind_that_it_means(self, word: Any, kind: str) -> None:
        """A word of the field is answered with the kind that it means."""
        with pytest.raises(InvalidValueError) as caught:
            link_kind(word.upper(), "Link.kind")
        assert repr(kind) in caught.value.way_out[0]


class TestLink:
    @pytest.mark.parametrize("share", [1, "0.000001", "0.6"])
    def test_a_share_is_above_nothing_and_at_most_all(self, share: Any) -> None:
        """A share is above nothing and at most all."""
        assert Link(**ENDS, kind="sum", share=share).share == Decimal(share)

    @pytest.mark.parametrize("share", [0, "-0.1", "1.000001", 60])
    def test_another_share_is_refused(self, share: Any) -> None:
        """Another share is refused."""
        with pytest.raises(InvalidValueError) as caught:
            Link(**ENDS, kind="sum", share=share)
        assert caught.value.code == "share-out-of-range"

    @pytest.mark.parametrize("factor", [0, -1])
    def test_a_factor_is_above_zero(self, factor: Any) -> None:
        """A factor is above zero."""
        with pytest.raises(InvalidValueError) as caught:
            Link(**ENDS, kind="sum", factor=factor)
        assert caught.value.code == "factor-not-positive"
        assert Link(**ENDS, kind="sum", factor="0.000001").factor == Decimal("0.000001")

    def test_an_odd_weight_is_data(self) -> None:
        """An odd weight is data."""
        assert Link(**ENDS, kind="weighted", weight=-1).weight == -1

    @pytest.mark.parametrize(
        ("day", "holds"),
        [(FIRST, True), (LAST, True), (FIRST - timedelta(1), False), (LAST + timedelta(1), False)],
    )
    def test_both_days_belong_to_it(self, day: date, holds: bool) -> None:
        """Both days belong to it."""
        assert Link(**ENDS, kind="sum", valid_from=FIRST, valid_to=LAST).holds_on(day) is holds
        assert Link(**ENDS, kind="sum").holds_on(day)

    def test_it_does_not_end_before_it_starts(self) -> None:
        """It does not end before it starts."""
        assert Link(**ENDS, kind="sum", valid_from=FIRST, valid_to=FIRST).holds_on(FIRST)
        with pytest.raises(InvalidValueError) as caught:
            Link(**ENDS, kind="sum", valid_from=LAST, valid_to=FIRST)
        assert caught.value.code == "ends-before-start"

    def test_a_text_and_a_pickle(self) -> None:
        """A text and a pickle."""
        link = Link(**ENDS, kind="sum", share="0.5", aspect="crosscutting", inverse=True, valid_from=FIRST)
        assert link.text == "K/A -> D/T"
        assert pickle.loads(pickle.dumps(link)) == link

    @pytest.mark.parametrize("fields", [{"aspect": " "}, {"inverse": 1}, {"weight": 0.5}, {"valid_from": "2025-01-01"}])
    def test_other_kinds_of_values_are_refused(self, fields: Any) -> None:
        """Other kinds of values are refused."""
        with pytest.raises(InvalidValueError) as caught:
            Link(**ENDS, kind="sum", **fields)
        assert caught.value.path == f"Link.{next(iter(fields))}"


class TestGroup:
    def test_children_are_the_whole_unless_it_is_said(self) -> None:
        """Children are the whole unless it is said."""
        group = Group(parent=("D", "T"))
        assert (group.coverage, group.other, group.threshold, group.per_hundred) == ("partition", None, None, False)

    def test_a_threshold_is_a_number_or_a_level(self) -> None:
        """A threshold is a number or a level."""
        assert Group(parent=("D", "T"), threshold=Level("BB")).threshold == Level("BB")
        assert Group(parent=("D", "T"), threshold="70.5").threshold == Decimal("70.5")

    def test_a_tolerance_has_its_reason(self) -> None:
        """A tolerance has its reason."""
        assert Group(parent=("D", "T"), tolerance=2, tolerance_reason="Perpres").tolerance == 2
        assert Group(parent=("D", "T"), tolerance=0).tolerance == 0
        for fields, code in [({"tolerance": 2}, "tolerance-without-reason"), ({"tolerance": -1}, "tolerance-negative")]:
            with pytest.raises(InvalidValueError) as caught:
                Group(parent=("D", "T"), **fields)  # type: ignore[arg-type]
            assert caught.value.code == code

    def test_weights_are_rounded_to_six_decimals_at_the_most(self) -> None:
        """Both sides of each bound; without a word they are not rounded at all."""
        assert Group(parent=("D", "T")).weight_decimals is None
        assert [Group(parent=("D", "T"), weight_decimals=at).weight_decimals for at in (0, 6)] == [0, 6]
        for decimals in (-1, 7, "2", True):
            with pytest.raises(InvalidValueError) as caught:
                Group(parent=("D", "T"), weight_decimals=decimals)  # type: ignore[arg-type]
            assert caught.value.path == "Group.weight_decimals"

    def test_an_unknown_coverage_is_refused(self) -> None:
        """An unknown coverage is refused."""
        with pytest.raises(InvalidValueError) as caught:
            Group(parent=("D", "T"), coverage="all")  # type: ignore[arg-type]
        assert caught.value.code == "unknown-coverage"

    def test_it_survives_pickling(self) -> None:
        """It survives pickling."""
        group = Group(
            parent=("D", "T"), coverage="subset", other=5, other_actual=4, per_hundred=True, weight_decimals=2
        )
        assert pickle.loads(pickle.dumps(group)) == group


@pytest.mark.parametrize(
    ("kind", "field", "given", "says"),
    [
        (Link, "child", "K/A", ""),
        (Link, "parent", 5, ""),
        (Link, "kind", "langsung", ""),
        (Link, "share", "enam", ""),
        (Link, "share", 2, "'0.6'"),
        (Link, "weight", "enam", ""),
        (Link, "factor", "enam", ""),
        (Link, "factor", 0, "1000"),
        (Link, "aspect", 5, ""),
        (Link, "inverse", "ya", "True"),
        (Link, "valid_from", "2025-01-01", "date(2025, 1, 31)"),
        (Link, "valid_to", "2025-01-01", "date(2025, 1, 31)"),
        (Group, "parent", "D/T", ""),
        (Group, "coverage", "all", "partition, subset, superset"),
        (Group, "other", "lima", ""),
        (Group, "other_actual", "lima", ""),
        (Group, "threshold", "lima", ""),
        (Group, "per_hundred", "ya", "True"),
        (Group, "weight_decimals", 7, ""),
        (Group, "tolerance", "dua", ""),
        (Group, "tolerance", -1, ""),
        (Group, "tolerance_reason", 5, ""),
    ],
)
def test_an_error_names_the_field_and_how_it_is_written(kind: Any, field: str, given: Any, says: str) -> None:
    """Whoever fills a form finds the cell by the path; the way out shows code that would do, in both languages."""
    whole = {**ENDS, "kind": "sum"} if kind is Link else {"parent": ("D", "T")}
    with pytest.raises(InvalidValueError) as caught:
        kind(**{**whole, field: given})
    assert caught.value.path.startswith(f"{kind.__name__}.{field}")
    assert all(says in way_out for way_out in caught.value.way_out)


def test_what_two_fields_say_together_is_found_at_the_second() -> None:
    """An end before its beginning, and a tolerance without its reason."""
    with pytest.raises(InvalidValueError) as caught:
        Link(**ENDS, kind="sum", valid_from=LAST, valid_to=FIRST)
    assert caught.value.path == "Link.valid_to"
    with pytest.raises(InvalidValueError) as caught:
        Group(parent=("D", "T"), tolerance=2)
    assert caught.value.path == "Group.tolerance_reason"
