"""What an example prints, as a person reads it: under headings, and never wider than a terminal."""

import contextlib
import io
import runpy
from pathlib import Path
from typing import Any, NamedTuple

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


class Told(NamedTuple):
    """The names of an example, what it prints before its first heading, and what under each."""

    names: dict[str, Any]
    opening: str
    parts: dict[str, str]

    def under(self, word: str) -> str:
        """What stands under the one heading that has a word."""
        (found,) = (part for heading, part in self.parts.items() if word in heading)
        return found

    def line(self, word: str, start: str) -> str:
        """The one line under a heading that starts with some words; what follows them."""
        lines = (" ".join(line.split()) for line in self.under(word).splitlines())
        (found,) = (line for line in lines if line.startswith(start))
        return found.removeprefix(start).strip()

    @property
    def widest(self) -> int:
        """The length of its longest line."""
        texts = (self.opening, *(f"== {heading} ==\n{part}" for heading, part in self.parts.items()))
        return max(len(line) for text in texts for line in text.splitlines())


def told(name: str) -> Told:
    """Run an example."""
    written = io.StringIO()
    with contextlib.redirect_stdout(written):
        names = runpy.run_path(str(EXAMPLES / f"{name}.py"), run_name="__main__")
    opening, *rest = f"\n{written.getvalue()}".split("\n== ")
    return Told(names, opening, dict(part.split(" ==\n", 1) for part in rest))
