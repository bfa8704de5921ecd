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


def front_door() -> ast.Module:
    """The syntax tree of `sakip/__init__.py`."""
    (door,) = (module for module in modules() if module.name == "sakip")
    return door.tree


def test_front_door_defines_nothing() -> None:
    """`sakip/__init__.py` consists of docstring, imports, the list of names, and the look-up of each name's home."""
    allowed = {"__all__", "(__getattr__, __dir__)"}
    statements = [
        node
        for top in front_door().body[1:]
        for node in ([*top.body, *top.orelse] if isinstance(top, ast.If) else [top])
    ]
    defining = [
        ast.unparse(node)
        for node in statements
        if not isinstance(node, ast.Import | ast.ImportFrom)
        if not (isinstance(node, ast.Assign) and {ast.unparse(target) for target in node.targets} <= allowed)
    ]
    assert ast.get_docstring(front_door())
    assert defining == []


def test_front_door_opens_to_the_home_that_type_checkers_see() -> None:
    """The imports that type checkers read and the homes that the look-up opens are the same, and both are the list."""
    (choice,) = (node for node in front_door().body if isinstance(node, ast.If))
    seen = {alias.name: node.module for node in choice.body if isinstance(node, ast.ImportFrom) for alias in node.names}
    (homes,) = (node for part in choice.orelse for node in ast.walk(part) if isinstance(node, ast.Dict))
    opened = {name: module for module, names in ast.literal_eval(homes).items() for name in names}
    (front, *_) = public_modules()
    assert seen == opened
    assert set(opened) == set(front.__all__) == set(dir(front))


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
