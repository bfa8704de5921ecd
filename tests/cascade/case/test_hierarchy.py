from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from sakip.cascade import Cascade, Post, validate
from sakip.cascade.case.hierarchy import Hierarchy, hierarchy_of
from tests.cascade.making import YEAR_END, agreed, validated


def of(superiors: list[int], *agreements: object) -> Hierarchy:
    """The hierarchy of posts that are numbered as they stand here; -1 is no superior."""
    posts = [Post(f"P-{at:06}", superior=None if above < 0 else f"P-{above:06}") for at, above in enumerate(superiors)]
    return validate(Cascade(agreements, posts=posts), as_of=YEAR_END, checks=[]).case.once(hierarchy_of)  # type: ignore[arg-type]


def walked(superiors: list[int], place: int) -> list[int]:
    """The positions above one, found by walking up until something comes again."""
    found: list[int] = []
    while (place := superiors[place]) >= 0 and place not in found:
        found.append(place)
    return found


@given(st.integers(1, 8).flatmap(lambda size: st.lists(st.integers(-1, size - 1), min_size=size, max_size=size)))
def test_it_knows_what_walking_up_finds(superiors: list[int]) -> None:
    """Below, top and circles are as a walk finds them, for any map of superiors; a circle is cut once."""
    hierarchy = of(superiors)
    above = [walked(superiors, at) for at in range(len(superiors))]
    circles = {tuple(sorted({at, *above[at]})) for at in range(len(superiors)) if at in above[at]}
    assert [tuple(circle) for circle in hierarchy.circles] == sorted(circles)
    inside = {at for circle in circles for at in circle}
    for at in range(len(superiors)):
        if inside.isdisjoint({at, *above[at]}):
            assert [other for other in range(len(superiors)) if hierarchy.is_below(at, other)] == sorted(above[at])
            assert hierarchy.root(at) == (above[at] or [at])[-1]
        assert not hierarchy.is_below(at, at)


class TestPromisingAbove:
    """The nearest superior that promises anything in a year."""

    def test_posts_that_promise_nothing_are_passed_over(self) -> None:
        """0 promises, 1 and 2 do not, 3 asks; and once more from what is known already."""
        top = agreed("PK-1", "P-000000", "II", None, {"T": 1})
        hierarchy = of([-1, 0, 1, 2], top)
        assert [hierarchy.promising_above(at, 2025) for at in (3, 2, 1, 0)] == [0, 0, 0, -1]
        assert hierarchy.promising_above(3, 2025) == 0
        assert hierarchy.promising_above(3, 2024) == -1

    def test_an_agreement_without_indicators_promises_nothing(self) -> None:
        """Signed and empty."""
        hierarchy = of([-1, 0], agreed("PK-1", "P-000000", "II", None))
        assert hierarchy.promising_above(1, 2025) == -1

    def test_tops(self) -> None:
        """Whoever has nobody above who promises is at the top."""
        agreements = [agreed("PK-1", "A", "II", "BUPATI", {"T": 1}), agreed("PK-2", "B", "III", "A", {"B": 1})]
        hierarchy = validated(agreements).case.once(hierarchy_of)
        assert [hierarchy.is_top(node) for node in (0, 1)] == [True, False]


class TestYear:
    """The year that is judged."""

    def test_the_last_one_that_has_begun(self) -> None:
        """Of 2024 and 2025 the later one, from its first day."""
        both = [agreed("PK-0", "A", year=2024, signed_on=date(2024, 1, 1)), agreed("PK-1", "A")]
        for day, year in ((date(2024, 12, 31), 2024), (date(2025, 1, 1), 2025), (date(2026, 3, 1), 2025)):
            assert validated(both, as_of=day).case.once(hierarchy_of).year == year

    def test_a_fiscal_year_of_its_own(self) -> None:
        """One that begins in April is still running in March."""
        both = [agreed("PK-0", "A", year=2024, starts=4), agreed("PK-1", "A", year=2025, starts=4)]
        assert validated(both, as_of=date(2025, 3, 31)).case.once(hierarchy_of).year == 2024
        assert validated(both, as_of=date(2025, 4, 1)).case.once(hierarchy_of).year == 2025

    def test_none_has_begun_or_there_is_none(self) -> None:
        """Before the first year that one, and without agreements none."""
        assert validated([agreed("PK-1", "A")], as_of=date(2024, 1, 1)).case.once(hierarchy_of).year == 2025
        assert of([-1]).year is None


def test_agreements_of_positions() -> None:
    """Each position with the numbers of its agreements."""
    both = [agreed("PK-0", "A", year=2024, signed_on=date(2024, 1, 1)), agreed("PK-1", "A"), agreed("PK-2", "B")]
    report = validated(both)
    places = {place.code: at for at, place in enumerate(report.case.graph.places)}
    assert report.case.once(hierarchy_of).agreements_at == {places["A"]: [0, 1], places["B"]: [2]}


def test_the_same_hierarchy_is_kept() -> None:
    """It is made once for a case."""
    case = validated([agreed("PK-1", "A")]).case
    assert case.once(hierarchy_of) is case.once(hierarchy_of)


def test_a_long_chain_is_asked_from_both_ends() -> None:
    """A hundred thousand positions, each under the one before, without recursion and without walking up each time."""
    size = 100_000
    hierarchy = of([-1, *range(size - 1)], agreed("PK-1", "P-000000", "II", None, {"T": 1}))
    assert all(hierarchy.promising_above(at, 2025) == 0 for at in range(size - 1, 0, -1))
    assert all(hierarchy.is_below(size - 1, at) for at in range(size - 1))
    assert hierarchy.root(size - 1) == 0
