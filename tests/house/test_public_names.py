"""One front door, one home per name."""

import ast
import re
from collections import defaultdict
from types import ModuleType

import pytest

from tests.house.source import SOURCE, exists, modules, public_modules, public_names

each_public_module = pytest.mark.parametrize("module", public_modules(), ids=lambda module: module.__name__)


def isort_order(name: str) -> tuple[int, list[tuple[int, str]]]:
    """Constants, then classes, then the rest, each with numbers read as numbers: the order that ruff keeps."""
    kind = 0 if len(name) > 1 and name.isupper() else 1 if name[:1].isupper() else 2
    return kind, [(int(part), "") if part.isdigit() else (-1, part) for part in re.split(r"(\d+)", name) if part]


@each_public_module
def test_names_are_listed_sorted_and_exist(module: ModuleType) -> None:
    """A public module lists its names once, in order, and has every one of them."""
    assert len(set(module.__all__)) == len(module.__all__)
    assert list(module.__all__) == sorted(module.__all__, key=isort_order)
    assert [name for name in module.__all__ if not hasattr(module, name)] == []


@each_public_module
def test_names_are_public_in_form(module: ModuleType) -> None:
    """A public name does not begin with an underscore."""
    assert [name for name in module.__all__ if name.startswith("_")] == []


def test_front_door_defines_nothing() -> None:
    """`sakip/__init__.py` consists of its docstring, imports and the list of names."""
    (door,) = (module for module in modules() if module.name == "sakip")
    allowed = {"__all__", "__lazy_modules__"}
    defining = [
        ast.unparse(node)
        for node in door.tree.body[1:]
        if not isinstance(node, ast.Import | ast.ImportFrom)
        if not (isinstance(node, ast.Assign) and {ast.unparse(target) for target in node.targets} <= allowed)
    ]
    assert ast.get_docstring(door.tree)
    assert defining == []


def test_front_door_exports_all_that_it_imports() -> None:
    """Whatever the front door imports is in its list, so that nothing private leaks through it."""
    (door,) = (module for module in modules() if module.name == "sakip")
    imported = {
        alias.asname or alias.name
        for node in ast.walk(door.tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    (front, *_) = public_modules()
    assert imported == set(front.__all__)


def test_no_front_door_name_equals_a_package() -> None:
    """No everyday name is also the name of a module, which `import sakip.name` would overwrite."""
    (front, *_) = public_modules()
    assert [name for name in front.__all__ if exists(f"sakip.{name}") or (SOURCE / name).exists()] == []


def test_each_name_has_one_home() -> None:
    """A public name is listed by exactly one public module; `laws` is read with its prefix and apart."""
    homes = defaultdict(list)
    for path, _ in public_names():
        home, _, name = path.rpartition(".")
        if home != "sakip.scoring.laws":
            homes[name].append(path)
    assert {name: paths for name, paths in homes.items() if len(paths) > 1} == {}


def test_each_object_has_one_name() -> None:
    """A public class or function is reachable under exactly one public name."""
    names = defaultdict(list)
    for path, value in public_names():
        if isinstance(value, type) or callable(value):
            names[id(value)].append(path)
    assert [paths for paths in names.values() if len(paths) > 1] == []


def test_public_objects_are_our_own() -> None:
    """No public class or function is borrowed from another library."""
    foreign = [
        path
        for path, value in public_names()
        if isinstance(value, type) or hasattr(value, "__code__")
        if not value.__module__.startswith("sakip")
    ]
    assert foreign == []
