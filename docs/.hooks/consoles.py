# ruff: noqa: INP001 - loaded by path
"""Show a session as a session: what was printed is not coloured as if it were Python.

The tests run every block that calls itself ``python``; for the reader, those that begin with a prompt are consoles.
"""

import re
from typing import Any

_SESSION = re.compile(r"^```python\n(?=>>> )", re.MULTILINE)
_BLANK = re.compile(r"^<BLANKLINE>$", re.MULTILINE)


def on_page_markdown(markdown: str, **_: Any) -> str:
    """Rename the language of the blocks that begin with a prompt, and show the blank lines of what they print."""
    return _BLANK.sub("", _SESSION.sub("```pycon\n", markdown))
