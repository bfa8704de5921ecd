"""The lines of tests/typing/first_lines.py as a program, with everything that its results can say."""

from pathlib import Path

LINES = Path(__file__).resolve().parents[1] / "typing" / "first_lines.py"


def spoken(names: dict[str, object]) -> list[str]:
    """Whatever the evaluations of the lines say about themselves, as text."""
    said = [repr(names["result"])]
    for name in ("evaluation", "absent"):
        evaluation = names[name]
        said += [
            repr(evaluation),
            str(hash(evaluation) == hash(evaluation)),
            evaluation.explain("id"),
            evaluation.explain("en"),
            evaluation.summary("id"),
            evaluation.summary("en"),
            evaluation.text(),
            evaluation._repr_html_(),
            repr(evaluation.rows()),
            repr(evaluation.contributions()),
            evaluation.digest,
            str(evaluation.verify(evaluation.digest)),
        ]
    return said


def run() -> list[str]:
    """Execute the lines in a fresh namespace and let their results speak."""
    names: dict[str, object] = {}
    exec(compile(LINES.read_text(encoding="utf-8"), str(LINES), "exec"), names)  # noqa: S102 - the lines are ours
    return spoken(names)
