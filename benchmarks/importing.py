"""Imports: `import sakip` as a process of its own, against `import attrs`."""

import os
import subprocess
import sys
import tempfile
from time import perf_counter_ns

from timing import Line, Times, milliseconds, ratio

PROGRAMS = {"bare": "pass", "attrs": "import attrs", "sakip": "import sakip", "policies": "import sakip.policies"}


def processes(rounds: int, environment: dict[str, str]) -> Times:
    """Nanoseconds of fresh interpreters, one after the other in turns; each was run once before."""
    times: Times = {name: [] for name in PROGRAMS}
    for turn in range(rounds + 1):
        for name, program in PROGRAMS.items():
            begin = perf_counter_ns()
            subprocess.run([sys.executable, "-c", program], env=environment, check=True)  # noqa: S603 - ourselves
            if turn:
                times[name].append(perf_counter_ns() - begin)
    return times


def lines(rounds: int) -> list[Line]:
    """The table of imports."""
    plain = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    found: list[Line] = []
    with tempfile.TemporaryDirectory() as kept, tempfile.TemporaryDirectory() as empty:
        for what, environment, budget in (
            ("with .pyc files", {**plain, "PYTHONPYCACHEPREFIX": kept}, "<= 1.8 x"),
            (
                "without any bytecode (all is compiled, attrs too)",
                {**plain, "PYTHONPYCACHEPREFIX": empty, "PYTHONDONTWRITEBYTECODE": "1"},
                "<= 1.8 x",
            ),
        ):
            times = processes(rounds, environment)
            found += [
                Line(f"import attrs, {what}", 1.0, milliseconds(times, "attrs"), "yardstick"),
                Line("a bare interpreter", ratio(times, "bare", "attrs"), milliseconds(times, "bare"), ""),
                Line("import sakip", ratio(times, "sakip", "attrs"), milliseconds(times, "sakip"), budget),
                Line("import sakip.policies", ratio(times, "policies", "attrs"), milliseconds(times, "policies"), ""),
            ]
    return found
