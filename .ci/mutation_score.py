"""Share of mutants that the tests noticed, from what `mutmut export-cicd-stats` wrote.

A mutant that no test reaches counts as a survivor; one that runs into the time limit counts as noticed.
"""

import argparse
import json
import sys
from pathlib import Path

NOTICED = ("killed", "timeout", "segfault")


def main() -> int:
    """Print the score and return 1 when it is below the bound."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fail-under", type=int, required=True, metavar="PERCENT")
    parser.add_argument("--stats", type=Path, default=Path("mutants/mutmut-cicd-stats.json"))
    options = parser.parse_args()
    stats = json.loads(options.stats.read_text(encoding="utf-8"))
    total = stats["total"] - stats.get("skipped", 0)
    noticed = sum(stats.get(kind, 0) for kind in NOTICED)
    if not total:
        print("no mutants were made")
        return 1
    print(
        f"mutation score {100 * noticed / total:.1f} %: {noticed} of {total} noticed, {options.fail_under} % asked for"
    )
    return 0 if 100 * noticed >= options.fail_under * total else 1


if __name__ == "__main__":
    sys.exit(main())
