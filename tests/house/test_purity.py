"""Values go in, values come out: after the import nothing outside is touched."""

import json
import subprocess
import sys

from tests.house.source import FRONT_DOOR_ROOMS, ROOMS, ROOT

# Compiling and running the lines themselves, and the interpreter looking at its own objects.
HARMLESS = ("builtins.id", "code.__new__", "compile", "exec", "object.__", "sys._getframe")

WATCHED = f"""
import contextlib, io, json, sys
import sakip, sakip.policies
from tests.house import lines

text = lines.LINES.read_text(encoding="utf-8")
code = compile(text, "lines", "exec")
events, listening = [], True
sys.addaudithook(lambda event, arguments: events.append([event, repr(arguments)[:200]]) if listening else None)
names = {{}}
with contextlib.redirect_stdout(io.StringIO()):
    exec(code, names)
    said = lines.spoken(names)
listening = False
json.dump([event for event in events if not event[0].startswith({HARMLESS!r})], sys.stdout)
"""

IMPORTED = "import sys, sakip; print(*sorted(sys.modules))"


def run(program: str) -> str:
    """What a fresh interpreter prints for a program."""
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", program], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout


def test_an_evaluation_touches_nothing_outside() -> None:
    """Building, evaluating, explaining and showing raise no audit event: no file, socket, process or late import."""
    assert json.loads(run(WATCHED)) == []


def test_the_front_door_loads_only_what_every_day_needs() -> None:
    """`import sakip` loads no policy, no later room, no dateutil parser and nothing of the network."""
    loaded = set(run(IMPORTED).split())
    unwanted = {"dateutil.parser", "hypothesis", "importlib.metadata", "logging", "socket", "tempfile"}
    later = {f"sakip.{room}" for room in set(ROOMS) - set(FRONT_DOOR_ROOMS)}
    assert loaded & (unwanted | later) == set()
