from fractions import Fraction
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.cascade import Cascade, Group, Link
from sakip.cascade.causes.setting import Setting, setting_of
from tests.cascade.making import TOP, family, link, pk, report_on, target


def setting(actuals: list[Any], side: Any = "actual", **more: Any) -> Any:
    """The setting of a parent and its children, whose realizations come after the parent's."""
    top, *children = [target("T" if at == 0 else f"C{at}", 50) for at in range(len(actuals))]
    keys = [TOP, *((f"KABID-{at + 1}", f"C{at}") for at in range(1, len(actuals)))]
    realizations = {key: value for key, value in zip(keys, actuals, strict=True) if value is not None}
    return setting_of(report_on(family(top, *children, realizations=realizations, **more)).case, 0, side)


class TestSettingOf:
    def test_there_is_one_where_children_do_not_make_their_parent(self) -> None:
        """Of either side."""
        assert setting([90, 40, 51]).span.low == 90
        assert setting([90, 40, 51], "target").own.point == 50

    def test_there_is_none_where_they_do(self) -> None:
        """Exactly, or with a tolerance that was granted."""
        assert setting([91, 40, 51]) is None
        tolerated = Group(parent=TOP, tolerance=1, tolerance_reason="Pencatatan berbeda hari")
        assert setting([90, 40, 51], groups=[tolerated]) is None
        assert setting([89, 40, 51], groups=[tolerated]) is not None

    def test_there_is_one_while_data_is_missing(self) -> None:
        """Whether it agrees is not known, and some mistakes show all the same."""
        assert setting([90, 40, None]).is_complete is False

    def test_there_is_none_where_nothing_is_reported_or_nothing_is_put_together(self) -> None:
        """Without a number, and without one arithmetic, nothing can be wrong."""
        assert setting([None, 40, 51]) is None
        mixed = Cascade(
            [pk("PK-1", "K", "II", None, target("T")), pk("PK-2", "L", "III", "K", target("A"), target("B"))],
            [link("L/A", "K/T", "sum"), link("L/B", "K/T", "mean")],
        )
        assert setting_of(report_on(mixed).case, 0, "target") is None


class TestWithChild:
    @pytest.mark.parametrize(("kind", "made"), [("sum", 60), ("mean", 30), ("minimum", 20), ("maximum", 40)])
    def test_a_child_can_be_left_out(self, kind: str, made: int) -> None:
        """20 and 40 without the 60."""
        one = setting([1, 20, 40, 60], kind=kind)
        assert one.with_child(2).low == made

    def test_of_a_ratio_without_denominators_nothing_can_be_left_out(self) -> None:
        """It is not known what each child adds."""
        assert setting([1, 20, 40], kind="pool").with_child(0) is None

    def test_a_count_is_counted_anew(self) -> None:
        """40 reaches no threshold of 50, and 60 does."""
        one = setting([1, 20, 40], kind="count")
        changed = one.with_number(one.counted[1], 60)
        assert one.with_child(1, changed).low == 1

    def test_a_factor_between_units_is_the_child_s_own(self) -> None:
        """2 thousand become 3 thousand: 3000 and 1000 have a mean of 2000."""
        one = setting([1, 2, 1000], kind="mean", links=[{"factor": 1000}])
        assert one.with_child(0, one.with_number(one.counted[0], 3)).low == 2000


class TestOutside:
    """What lies outside the cascade is added to a sum, on each side its own."""

    GROUPS = (Group(parent=TOP, other=10, other_actual=20),)

    @pytest.mark.parametrize(("side", "made"), [("target", 110), ("actual", 111)])
    def test_what_is_promised_there_is_not_what_was_delivered_there(self, side: Any, made: int) -> None:
        """50 and 50 with the 10 that are promised, 40 and 51 with the 20 that were delivered."""
        one = setting([90, 40, 51], side, groups=self.GROUPS)
        assert one.made_of(one.counted).low == one.made_of(one.counted).high == made

    def test_it_stays_where_a_child_is_left_out(self) -> None:
        """51 and the 20."""
        assert setting([90, 40, 51], groups=self.GROUPS).with_child(0).low == 71

    @pytest.mark.parametrize("side", ["target", "actual"])
    def test_nothing_stated_is_nothing_added(self, side: Any) -> None:
        """Neither without a group nor in one that says nothing of it."""
        assert setting([90, 40, 51], side).other == 0
        assert setting([90, 40, 51], side, groups=[Group(parent=TOP)]).other == 0

    def test_only_a_sum_takes_it_in(self) -> None:
        """The mean of 40 and 50 is 45 whatever lies outside."""
        one = setting([90, 40, 50], kind="mean", groups=self.GROUPS)
        assert (one.other, one.made_of(one.counted).low) == (0, 45)


@pytest.mark.parametrize(("per_hundred", "made", "without"), [(False, 2, 1), (True, Fraction(200, 3), 50)])
def test_a_count_may_be_a_percentage_of_the_children(per_hundred: bool, made: Any, without: int) -> None:
    """60 and 70 of three reach 50; without the last it is one of two."""
    group = Group(parent=TOP, threshold=50, per_hundred=per_hundred)
    one = setting([1, 20, 60, 70], kind="count", groups=[group])
    assert one.made_of(one.counted).low == made
    assert one.with_child(2).low == without


class TestMayBe:
    """What one child's number could be, seen at a glance."""

    @pytest.mark.parametrize(("value", "possible"), [(46, False), (47, True), (48, False)])
    def test_of_exact_numbers_there_is_one(self, value: int, possible: bool) -> None:
        """90 is 40 and 50, or 47 and 43."""
        assert setting([90, 40, 43]).may_be(0, value) is possible
        assert setting([45, 40, 43], kind="mean").may_be(0, value) is possible

    def test_where_it_is_not_linear_nothing_is_ruled_out(self) -> None:
        """A closer look is taken."""
        assert setting([90, 40, 43], kind="maximum").may_be(0, -7)

    @given(
        st.sampled_from(["sum", "mean", "weighted", "same", "minimum", "count"]),
        st.lists(st.integers(0, 120), min_size=2, max_size=4),
        st.sampled_from([None, 0, 1]),
        st.sampled_from(["nearest", "truncate", "exact"]),
        st.data(),
    )
    def test_nothing_that_fits_is_ruled_out(
        self, kind: str, done: list[int], decimals: int | None, rounded: str, data: st.DataObject
    ) -> None:
        """The hypotheses are those that are found where every child is looked at closely."""
        said = data.draw(st.sampled_from([sum(done) - done[0], sum(done) + done[-1], sum(done) + 9 * done[0], 59]))
        fields = {"decimals": decimals, "unit": data.draw(st.sampled_from(["%", "keluarga"]))}
        links = [
            {"inverse": data.draw(st.booleans()), "weight": at if kind == "weighted" else None}
            for at in range(1, len(done) + 1)
        ]
        children = [target(f"C{at}", 50, **fields) for at in range(1, len(done) + 1)]
        made = {(f"KABID-{at + 1}", f"C{at}"): value for at, value in enumerate(done, 1)}
        cascade = family(target("T", 50, **fields), *children, kind=kind, links=links, realizations={TOP: said, **made})
        report = report_on(cascade, rounded=rounded)
        with patch.object(Setting, "may_be", lambda *_: True):
            closely = report.hypotheses(TOP)
        assert report.hypotheses(TOP) == closely


def test_a_link_is_all_it_takes() -> None:
    """One child that is adopted as it is."""
    cascade = Cascade(
        [pk("PK-1", "K", "II", None, target("T", 50)), pk("PK-2", "L", "III", "K", target("A", 40))],
        [Link(child=("L", "A"), parent=("K", "T"), kind="same")],
    )
    assert setting_of(report_on(cascade).case, 0, "target") is not None


@pytest.mark.parametrize(
    ("kind", "entering"), [("sum", 5), ("pool", 5), ("count", 5), ("mean", 5000), ("minimum", 5000), ("weighted", 5000)]
)
def test_another_number_enters_as_the_stated_one_does(kind: Any, entering: int) -> None:
    """In its own unit where its share or its threshold converts it, else times the factor of its link."""
    links = [{"factor": 1000, "weight": 1}, {"weight": 1}] if kind == "weighted" else [{"factor": 1000}, {}]
    one = setting([1, 20, 40], kind=kind, links=links)
    assert one.with_number(one.counted[0], 5).cell.point == entering
