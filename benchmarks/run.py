"""Everything that has a budget, measured and printed: `python benchmarks/run.py`.

Each ratio is the median of the ratios within a round, in which the candidates take turns; the absolute size beside it
is only a guide. Nothing here passes or fails: a machine that is busy measures badly.
"""

import argparse
import platform
from collections.abc import Callable, Iterable
from decimal import Decimal

import cascading
import importing
import sizes
import workload
from timing import Line, Times, interleaved, nanoseconds, ratio, show
from workload import Case

from sakip import Evaluation, check, evaluate_many
from sakip.review import review

SCORING = "<= 1.6 x"
READING = "<= 12 x"
REVIEWING = "<= 25 x"
ROWS_PER_AGREEMENT = 50


class Plain:
    """Seven fields and no checks."""

    __slots__ = ("code", "name", "polarity", "trajectory", "unit", "value", "weight")

    def __init__(self, code: str, name: str, unit: str, *, polarity: str, value: Decimal, weight: Decimal) -> None:
        self.code = code
        self.name = name
        self.unit = unit
        self.polarity = polarity
        self.value = value
        self.weight = weight
        self.trajectory = ()


def exactness(cases: list[Case]) -> None:
    """Print how many values of the workload differ from the yardstick and from fractions."""
    print("\nExactness (rows, totals and grades; budget: 0 differences)")
    for what, evaluations, rows in (
        ("quarterly", workload.quarterly(cases), workload.quarterly_rows(cases)),
        ("annual", workload.annual(cases), workload.annual_rows(cases)),
    ):
        count, from_yardstick, from_reference = workload.differences(evaluations, rows)
        print(
            f"{what}: {from_reference} differences from Fraction, {from_yardstick} from the yardstick, {count:,} values"
        )


def scoring(cases: list[Case], rounds: int) -> list[Line]:
    """The table of scalar scoring; results are let go as they come, as in a stream."""
    lines: list[Line] = []
    for what, rows, evaluate in (
        ("quarters with trajectories", workload.quarterly_rows(cases), workload.quarterly),
        ("whole years without periods", workload.annual_rows(cases), workload.annual),
    ):
        sheets = workload.sheets(rows)
        times = interleaved(
            {
                "plain": lambda sheets=sheets: drain(workload.yardstick(sheets)),
                "joined": lambda rows=rows: drain(workload.yardstick_joined(rows)),
                "evaluate": lambda evaluate=evaluate: drain(evaluate(cases)),
                "read": lambda evaluate=evaluate: drain(workload.read(evaluate(cases))),
                "kept": lambda evaluate=evaluate: list(evaluate(cases)),
                "plain kept": lambda sheets=sheets: list(workload.yardstick(sheets)),
            },
            rounds,
        )
        count = sum(map(len, rows))
        lines += [
            _line(f"bare tuples with Decimal, {what}", times, "plain", count, "yardstick"),
            _line("the same, realization already beside its target", times, "joined", count),
            _line("evaluate", times, "evaluate", count, SCORING),
            _line("evaluate, then make value and grade of the total, as on request", times, "read", count),
            Line(
                "evaluate and keep every result, against Decimals that are kept too",
                ratio(times, "kept", "plain kept"),
                nanoseconds(times, "kept", count),
                "",
            ),
        ]
    return lines


def drain(results: Iterable[object]) -> None:
    """Take every result and let it go."""
    for _ in results:
        pass


def building(cases: list[Case], rounds: int) -> list[Line]:
    """The table of building."""
    count = len(cases) * 5
    candidates: dict[str, Callable[[], object]] = {
        "plain": lambda: [
            Plain(
                f"IKU-{at}", "Persentase layanan", "persen", polarity="maximize", value=Decimal(at), weight=Decimal(20)
            )
            for at in range(count)
        ],
        "checked": lambda: [sizes.bare_indicator(at) for at in range(count)],
        "full": lambda: [sizes.full_indicator(at) for at in range(count)],
    }
    times = interleaved(candidates, rounds)
    return [
        _line("a plain __slots__ object of seven fields", times, "plain", count, "yardstick"),
        _line("Indicator and Target, checked", times, "checked", count),
        _line("the same with four quarterly targets", times, "full", count),
    ]


def beside_scoring(cases: list[Case], rounds: int) -> list[Line]:
    """The table of building and checking one agreement, beside scoring it."""
    some = cases[: max(1, len(cases) // 10)]
    candidates: dict[str, Callable[[], object]] = {
        "plain": lambda: drain(workload.quarterly(some)),
        "building": lambda: [workload.rebuilt(case) for case in some],
        "check": lambda: [
            check(case.agreement, realizations, workload.POLICY) for case in some for _, realizations in case.by_quarter
        ],
    }
    times = interleaved(candidates, rounds)
    return [
        _line("scoring four quarters", times, "plain", len(some), "yardstick"),
        _line("building the agreement and its realizations", times, "building", len(some)),
        _line("check() of each quarter, where scoring does not ask for it", times, "check", len(some)),
    ]


def reading(rows: list[dict[str, object]], rounds: int) -> list[Line]:
    """The table of reading rows, beside scoring them."""
    kept = workload.read_table(rows)

    def scored(*, each: bool) -> None:
        for result in evaluate_many(kept, policy=workload.POLICY):
            if isinstance(result, Evaluation):
                _ = result.score.value, result.grade
                if each:
                    _ = [(one.score.value, one.grade) for one in result]

    candidates: dict[str, Callable[[], object]] = {
        "plain": lambda: scored(each=True),
        "totals": lambda: scored(each=False),
        "made": lambda: workload.made_anew(kept),
        "read": lambda: workload.read_table(rows),
    }
    times = interleaved(candidates, rounds)
    return [
        _line(
            "scoring them, the score and the grade of every row and total read", times, "plain", len(rows), "yardstick"
        ),
        _line("the same, of totals alone", times, "totals", len(rows)),
        _line("making the same objects from values, without a table", times, "made", len(rows)),
        _line("agreements_from_rows, read and checked", times, "read", len(rows), READING),
    ]


def reviewing(count: int, rounds: int) -> list[Line]:
    """The table of reviewing published rows, beside scoring their numbers; and that it grows as its rows do."""
    rows, bare = workload.published(count)
    tenth = rows[: len(rows) // 10]
    sheets = workload.sheets(bare)
    candidates: dict[str, Callable[[], object]] = {
        "plain": lambda: drain(workload.yardstick(sheets)),
        "review": lambda: review(rows),
        "tenth": lambda: [review(tenth) for _ in range(10)],
        "findings": lambda: review(rows).findings,
    }
    times = interleaved(candidates, rounds)
    return [
        _line("bare tuples with Decimal, one row each", times, "plain", count, "yardstick"),
        _line(f"review, {count:,} rows of text at once", times, "review", count, REVIEWING),
        _line("the same in ten parts", times, "tenth", count, "about the same"),
        _line("review, then every finding with its presumed causes", times, "findings", count),
    ]


def _line(what: str, times: Times, name: str, count: int, budget: str = "") -> Line:
    return Line(what, ratio(times, name, "plain"), nanoseconds(times, name, count), budget)


def main() -> None:
    """Print every table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--agreements", type=int, default=2000, help="size of the workload (2,000)")
    parser.add_argument(
        "--nodes", type=int, default=20_000, help="indicators of the cascade (20,000; 1,000,000 takes long)"
    )
    parser.add_argument("--rounds", type=int, default=15, help="rounds of each measure (15)")
    options = parser.parse_args()
    cases = workload.cases(options.agreements)
    print(f"Python {platform.python_version()}, {options.agreements:,} agreements x 5 indicators x 4 quarters")
    exactness(cases)
    show("Scalar scoring, one row with its share of the total", scoring(cases, options.rounds))
    show("Building one indicator with its target (no budget)", building(cases, max(1, options.rounds // 3)))
    show("Building and checking one agreement (no budget)", beside_scoring(cases, max(1, options.rounds // 3)))
    # Reading makes objects, and a collector that walks what else the process holds would be charged to it.
    rows = workload.table(cases)
    del cases
    show("From rows of text to agreements, one row", reading(rows, max(1, options.rounds // 3)))
    show(
        "Reviewing a published report, one row",
        reviewing(options.agreements * ROWS_PER_AGREEMENT, max(1, options.rounds // 5)),
    )
    show("The cascade, one indicator", cascading.lines(options.nodes, max(1, options.rounds // 5)))
    show("Import, a process", importing.lines(options.rounds))
    show("Memory", sizes.lines())


if __name__ == "__main__":
    main()
