"""The share of planted mistakes that the tests notice, room by room, on a seeded sample of mutmut's mutants.

All mutants take many hours; a sample of n of them knows the share to about one over the square root of n. The seed
stands here, so that the same tree gives the same sample. Each room is tried by its own tests and the properties that
are about it. A mutant that no test reaches counts as a survivor, one that runs into the time limit as noticed.
Survivors are printed with the changed line, to be killed or to be given their reason in `.ci/survivors.md`.
"""

import argparse
import json
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOMS = {
    "base": ["tests/base"],
    "model": [
        "tests/model",
        *(f"tests/properties/test_{about}.py" for about in ("history", "rows", "tenures", "time")),
    ],
    "scoring": [
        "tests/scoring",
        "tests/policies",
        *(
            f"tests/properties/test_{about}.py"
            for about in (
                *("cut_points", "direction", "explanation", "hostile_rules", "hostile_spending", "inverse", "panel"),
                *("reference", "summary", "wrong_rules"),
            )
        ),
    ],
    "cascade": [
        "tests/cascade",
        *(
            f"tests/properties/test_cascade{about}.py"
            for about in ("", "_anchors", "_explanations", "_graph", "_groups", "_targets")
        ),
    ],
}
SEED = 20251231
SKIPPED = 34
NOTICED = (1, 3, 24, 36, 152, 255, -24, -11)
"""Exit codes of killed mutants, of those out of time, and of a crash of the interpreter."""


def run(tree: Path, *arguments: str, check: bool = True) -> str:
    """Run mutmut in a copy of the project."""
    command = (sys.executable, "-m", "mutmut", *arguments)
    done = subprocess.run(command, cwd=tree, check=False, capture_output=True, text=True)  # noqa: S603
    if check and done.returncode:
        print(done.stdout[-4000:], done.stderr[-4000:])
        raise SystemExit(done.returncode)
    return done.stdout


def copied(room: str, into: Path) -> Path:
    """A copy of the project in which mutmut sees one room and its tests."""
    tree = into / room
    ignored = shutil.ignore_patterns(".git", ".venv*", ".hypothesis", "mutants", "site", "__pycache__", ".*_cache")
    shutil.copytree(Path(__file__).parents[1], tree, ignore=ignored)
    project = tree / "pyproject.toml"
    text = project.read_text(encoding="utf-8")
    section = next(line for line in text.splitlines() if line.startswith("[tool.mutmut]"))
    chosen = {"only_mutate": [f"src/sakip/{room}/*"], "pytest_add_cli_args_test_selection": ROOMS[room]}
    lines = [f"{name} = {json.dumps(value)}" for name, value in chosen.items()]
    project.write_text(text.replace(section, "\n".join([section, *lines])), encoding="utf-8")
    return tree


def mutants(tree: Path) -> dict[str, int | None]:
    """Exit code of each mutant by its name; None where it has not been tried."""
    found: dict[str, int | None] = {}
    for meta in sorted((tree / "mutants").rglob("*.meta")):
        found.update(json.loads(meta.read_text(encoding="utf-8"))["exit_code_by_key"])
    return found


def leave_out(tree: Path, names: set[str]) -> None:
    """Mark mutants as skipped; mutmut tries those that have no result yet."""
    for meta in (tree / "mutants").rglob("*.meta"):
        content = json.loads(meta.read_text(encoding="utf-8"))
        codes = content["exit_code_by_key"]
        codes.update(dict.fromkeys(names & codes.keys(), SKIPPED))
        meta.write_text(json.dumps(content), encoding="utf-8")


def tried(room: str, size: int, into: Path) -> tuple[int, int]:
    """How many mutants of a room were tried and how many of them the tests noticed; survivors are printed."""
    tree = copied(room, into)
    run(tree, "run", "sakip.no_such_module.*", check=False)
    names = sorted(mutants(tree))
    chosen = names if len(names) <= size else random.Random(f"{SEED}-{room}").sample(names, size)  # noqa: S311
    leave_out(tree, set(names) - set(chosen))
    run(tree, "run")
    found = mutants(tree)
    survivors = sorted(name for name in chosen if found[name] not in NOTICED)
    for name in survivors:
        print(run(tree, "show", name))
    noticed = len(chosen) - len(survivors)
    print(f"{room}: {noticed} of {len(chosen)} noticed, {100 * noticed / len(chosen):.1f} %, of {len(names)} mutants")
    return len(chosen), noticed


def main() -> int:
    """Print the share of each room and return 1 when one is below the bound."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fail-under", type=int, required=True, metavar="PERCENT")
    parser.add_argument("--sample", type=int, required=True, metavar="MUTANTS", help="mutants to try in each room")
    parser.add_argument("rooms", nargs="*", default=list(ROOMS), metavar="ROOM")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        shares = [tried(room, options.sample, Path(scratch)) for room in options.rooms]
    return int(any(100 * noticed < options.fail_under * count for count, noticed in shares))


if __name__ == "__main__":
    sys.exit(main())
