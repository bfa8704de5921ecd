from fractions import Fraction
from itertools import product
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from sakip.cascade import Cascade, Link
from sakip.cascade.case.meeting import Meeting, Meetings, meetings_of
from tests.cascade.making import pk, report_on, target

Step = tuple[int, int, Fraction]
SHARES = {Fraction(at, 4): text for at, text in enumerate(["0.25", "0.5", "0.75", "1"], 1)}


def upwards(count: int, steps: list[Step]) -> tuple[Meetings, list[int]]:
    """The meetings of nodes 0 to count - 1, and the number that the graph gives each."""
    agreement = pk("PK", "K", "III", None, *(target(f"{at:02}") for at in range(count)))
    links = [
        Link(
            child=("K", f"{low:02}"),
            parent=("K", f"{high:02}"),
            kind="sum",
            share=f"{share.numerator / share.denominator:.2f}",
        )
        for low, high, share in steps
    ]
    case = report_on(Cascade([agreement], links=links), checks=[]).case
    numbers = [int(node.indicator) for node in case.graph.nodes]
    return case.once(meetings_of), numbers


@st.composite
def steps(draw: st.DrawFn) -> tuple[int, list[Step]]:
    """Links from lower to higher numbers, each pair once, with shares of quarters."""
    count = draw(st.integers(2, 6))
    pairs = [(low, high) for low, high in product(range(count), repeat=2) if low < high]
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=10))
    return count, [(low, high, Fraction(draw(st.integers(1, 4)), 4)) for low, high in chosen]


def coefficients(start: int, count: int, found: list[Step]) -> list[tuple[Fraction, int]]:
    """How many times, and by how many paths, each node counts one, by walking every path."""
    times, paths = [Fraction(0)] * count, [0] * count
    waiting = [(start, Fraction(1))]
    while waiting:
        at, carried = waiting.pop()
        for low, high, share in found:
            if low == at:
                times[high] += carried * share
                paths[high] += 1
                waiting.append((high, carried * share))
    return list(zip(times, paths, strict=True))


@given(steps())
def test_the_nearest_that_counts_a_fork_twice_is_what_every_path_adds_up_to(drawn: Any) -> None:
    """The nearest that counts a fork twice is what every path adds up to."""
    count, found = drawn
    meetings, numbers = upwards(count, found)
    for node in range(count):
        at = numbers.index(node)
        meeting = meetings.of(at)
        counted = coefficients(node, count, found)
        given_out = sum((share for low, _, share in found if low == node), Fraction())
        twice = [high for high in range(count) if counted[high][0] > 1]
        if given_out <= 1 or not twice:
            assert meeting is None
        else:
            assert meeting is not None
            assert numbers[meeting.node] in twice
            assert (meeting.times, meeting.paths) == counted[numbers[meeting.node]]


def test_what_forks_have_in_common_is_walked_once() -> None:
    """Two long chains that never meet, and a fork into both at each step."""
    count = 1500
    agreement = pk("PK", "K", "III", None, *(target(f"{side}{at}") for side in "ABX" for at in range(count)))
    ends = [(f"{side}{at}", f"{side}{at + 1}") for side in "AB" for at in range(count - 1)]
    ends += [(f"X{at}", f"{side}{at}") for side in "AB" for at in range(count)]
    links = [Link(child=("K", low), parent=("K", high), kind="sum") for low, high in ends]
    case = report_on(Cascade([agreement], links=links), checks=[]).case
    meetings = case.once(meetings_of)
    forks = [at for at in range(len(case.graph.nodes)) if meetings.forks(at)]
    assert len(forks) == count
    assert all(meetings.of(at) is None for at in forks)
    assert len(meetings._known) <= 3 * count


def test_a_very_wide_fork_is_walked_without_being_remembered() -> None:
    """A very wide fork is walked without being remembered."""
    count = 300
    agreement = pk("PK", "K", "III", None, target("low"), target("top"), *(target(f"{at}") for at in range(count)))
    links = [Link(child=("K", "low"), parent=("K", f"{at}"), kind="sum") for at in range(count)]
    links += [Link(child=("K", f"{at}"), parent=("K", "top"), kind="sum") for at in range(count)]
    case = report_on(Cascade([agreement], links=links), checks=[]).case
    numbers = {node.indicator: at for at, node in enumerate(case.graph.nodes)}
    meetings = case.once(meetings_of)
    assert meetings.of(numbers["low"]) == Meeting(numbers["top"], count, count)
    assert len(meetings._known) <= 8


def test_a_link_that_adds_nothing_hides_none_that_does() -> None:
    """In whatever order they are given: what supports is passed over, and so is a link that is there twice."""
    agreement = pk("PK", "K", "III", None, *(target(code) for code in "ABCT"))
    adding = [Link(child=("K", low), parent=("K", high), kind="sum") for low, high in ("AB", "AC", "BT", "CT")]
    others = [Link(child=("K", "A"), parent=("K", "T"), kind="support"), adding[0]]
    for links in ([*others, *adding], [*adding, *others]):
        case = report_on(Cascade([agreement], links=links), checks=[]).case
        numbers = {node.indicator: at for at, node in enumerate(case.graph.nodes)}
        assert case.once(meetings_of).of(numbers["A"]) == Meeting(numbers["T"], 2, 2)
