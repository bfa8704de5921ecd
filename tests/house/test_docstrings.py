"""Docstrings give the Indonesian term, and the glossary ties it to the identifier."""

import ast
import doctest
import importlib
import inspect
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from tests.house.source import ROOT, modules, place, public_modules, public_names

ROW = re.compile(r"^\| (?P<term>[^|]+) \| (?P<identifiers>[^|]*`[^|]+) \|", re.MULTILINE)
NOT_A_TERM = re.compile(r"\([^)]*\)|\*")

PUBLIC_NAMES = public_names()
documented = [(path, value) for path, value in PUBLIC_NAMES if inspect.isclass(value) or inspect.isroutine(value)]
each_documented = pytest.mark.parametrize(
    ("path", "value"), documented, ids=[path.removeprefix("sakip.") for path, _ in documented]
)


def members(value: object) -> Iterator[tuple[str, object]]:
    """The public methods and properties that a class itself defines."""
    for name, member in vars(value).items() if inspect.isclass(value) else ():
        function = member.__func__ if isinstance(member, classmethod | staticmethod) else member
        if not name.startswith("_") and (inspect.isfunction(function) or isinstance(function, property)):
            yield name, function


def glossary(page: str) -> dict[str, str]:
    """Each identifier of a glossary page with the term of its row."""
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    return {
        identifier: row["term"]
        for row in ROW.finditer(text)
        for identifier in re.findall(r"`([^`]+)`", row["identifiers"])
    }


def terms(cell: str) -> list[str]:
    """The alternatives of a glossary cell, without remarks and marks."""
    return [term.strip().casefold() for term in re.split(r"[,/;]", NOT_A_TERM.sub("", cell)) if term.strip()]


@each_documented
def test_has_a_docstring(path: str, value: object) -> None:
    """Every public class, function, method and property says in its first line what it is."""
    silent = [
        name
        for name, member in [(path, value), *members(value)]
        if not (getattr(member, "__doc__", None) or "").strip().partition("\n")[0].strip()
    ]
    assert silent == []


@each_documented
def test_example_stands_alone(path: str, value: object) -> None:
    """A public example needs only the names of the front door and of its own package, and the types of our values."""
    (front, *_) = public_modules()
    home = importlib.import_module(path.rpartition(".")[0])
    known = {name: getattr(module, name) for module in (front, home) for name in module.__all__}
    known |= {"Decimal": Decimal, "Fraction": Fraction, "date": date}
    finder = doctest.DocTestFinder(recurse=False, exclude_empty=True)
    for example in finder.find(value, path, module=False, globs=known):
        said: list[str] = []
        doctest.DocTestRunner(verbose=False).run(example, out=said.append)
        assert "".join(said) == ""


def test_examples_stand_in_their_section() -> None:
    """Examples stand under `Examples:`; the reference would show `Example:` as a remark and its code as a quotation."""
    astray = [
        place(module, node.body[0].lineno)
        for module in modules()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        if re.search(r"^ *Example: *$", ast.get_docstring(node) or "", re.MULTILINE)
    ]
    assert astray == []


def test_front_door_is_in_the_glossary() -> None:
    """Every class and function of the front door is tied to its Indonesian term."""
    (front, *_) = public_modules()
    listed = glossary("glossary.md")
    missing = [
        name
        for path, _ in documented
        for home, _, name in [path.rpartition(".")]
        if home == front.__name__ and name not in listed
    ]
    assert missing == []


def test_first_line_gives_the_term_of_the_glossary() -> None:
    """The first line of a docstring gives the glossary's term for the name; `laws.check` is another check."""
    listed = glossary("glossary.md")
    astray = [
        f"{path}: {first!r} names none of {terms(listed[name])}"
        for path, value in documented
        for home, _, name in [path.rpartition(".")]
        for first in [(value.__doc__ or "").strip().partition("\n")[0]]
        if name in listed and home != "sakip.scoring.laws"
        if not any(term in first.casefold() for term in terms(listed[name]))
    ]
    assert astray == []


def test_the_glossary_lists_only_what_there_is() -> None:
    """Every identifier of the glossary is a public name, or a parameter or an attribute of one."""
    there = {path.rpartition(".")[2] for path, _ in PUBLIC_NAMES}
    for _, value in documented:
        there |= {*inspect.signature(value).parameters, *dir(value)}
    assert sorted(set(glossary("glossary.md")) - there) == []


def test_both_glossaries_list_the_same() -> None:
    """The Indonesian and the English glossary tie the same terms to the same identifiers, in the same order."""
    assert list(glossary("glossary.md").items()) == list(glossary("glossary.en.md").items())
