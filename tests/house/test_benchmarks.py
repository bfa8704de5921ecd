"""The benchmark runs, and what it scores is exact; how fast it is is printed and never tested."""

import re
import subprocess
import sys

from tests.house.source import ROOT

COMMAND = [sys.executable, "-W", "error", "benchmarks/run.py", "--agreements", "30", "--rounds", "1", "--nodes", "2000"]
EXACT = re.compile(r"^\w+: (\d+) differences from Fraction, (\d+) from the yardstick, ([\d,]+) values$", re.MULTILINE)


def test_a_small_run_prints_every_budget_and_differs_nowhere() -> None:
    """One command prints each budget; rows, totals and grades equal those of fractions and of plain Decimals."""
    printed = subprocess.run(COMMAND, cwd=ROOT, check=True, capture_output=True, encoding="utf-8").stdout
    assert EXACT.findall(printed) == [("0", "0", "720")] * 2
    assert {"<= 1.6 x", "<= 12 x", "<= 25 x", "<= 1.8 x", "<= 1,100 B"} <= set(re.findall(r"<= [\d.,]+ \w", printed))
