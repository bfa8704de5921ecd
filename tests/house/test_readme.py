"""The README's two commands are the ones that are run."""

import re

from tests.house.source import ROOT

COMMAND = re.compile(r"^python3 -m venv \.venv && .+$", re.MULTILINE)


def commands() -> list[str]:
    """The set-up lines of the README."""
    return COMMAND.findall((ROOT / "README.md").read_text(encoding="utf-8"))


def test_readme_shows_two_commands() -> None:
    """The README shows two single lines: one runs the quickstart, one runs the tests."""
    example, tests = commands()
    assert example.endswith(".venv/bin/python examples/quickstart.py")
    assert tests.endswith(".venv/bin/python -m pytest -q -n auto --dist loadfile")


def test_groups_are_asked_of_a_new_pip_only() -> None:
    """A command that installs a dependency group first brings a pip that knows groups."""
    for command in commands():
        steps = command.split(" && ")
        groups = [index for index, step in enumerate(steps) if "--group" in step]
        upgrades = [index for index, step in enumerate(steps) if step.endswith("pip install -qU pip")]
        assert not groups or (upgrades and upgrades[0] < groups[0])


def test_ci_takes_its_test_command_from_the_readme() -> None:
    """`.ci/run` spells no test command of its own: it runs the line that it finds in the README."""
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert commands()[1] not in script
    assert "README.md)" in script
