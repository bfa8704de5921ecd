"""The library's own source, read as text and syntax trees."""

import ast
import importlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType

from attrs import frozen

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "sakip"

ROOMS = (
    "errors",
    "base",
    "model",
    "scoring",
    "policies",
    "lifecycle",
    "cascade",
    "review",
    "skp",
    "interop",
    "testing",
)
# Rooms within a room, in the order in which data flows; what stands beside them comes after them all.
INNER_ROOMS = {
    "cascade": (
        "names",
        "inputs",
        "graph",
        "rollup",
        "case",
        "verdicts",
        "causes",
        "checks",
        "linking",
        "explaining",
        "mending",
        "picture",
        "report",
    ),
}
FRONT_DOOR_ROOMS = ("errors", "base", "model", "scoring")

PUBLIC = (
    "sakip",
    "sakip.errors",
    "sakip.scoring",
    "sakip.scoring.laws",
    "sakip.policies",
    "sakip.cascade",
    "sakip.review",
    "sakip.lifecycle",
    "sakip.skp",
    "sakip.interop",
    "sakip.testing",
)


@frozen
class Module:
    """One source file: its dotted name, its place and its syntax tree."""

    name: str
    path: Path
    tree: ast.Module

    @property
    def room(self) -> str:
        """The top-level part of the library that the file belongs to; empty for the front door."""
        return room_of(self.name)

    def imports(self) -> Iterator[tuple[int, str]]:
        """Every imported module, wherever the statement stands, with its line."""
        package = self.name if self.path.name == "__init__.py" else self.name.rpartition(".")[0]
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                for alias in node.names:
                    yield node.lineno, alias.name
            elif isinstance(node, ast.ImportFrom):
                parents = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
                base = ".".join([*parents, *filter(None, [node.module])])
                for alias in node.names:
                    inner = f"{base}.{alias.name}"
                    yield node.lineno, inner if exists(inner) else base


def room_of(name: str) -> str:
    """The room of a dotted name inside the library; empty for the front door."""
    _, _, rest = name.partition(".")
    return rest.partition(".")[0]


def inner_room_of(name: str) -> str:
    """The room within a room that a dotted name belongs to; empty for what stands beside such rooms."""
    inner, _, _ = name.partition(".")[2].partition(".")[2].partition(".")
    return inner if inner in INNER_ROOMS.get(room_of(name), ()) else ""


def exists(name: str) -> bool:
    """Whether a dotted name is a module or a package of the library."""
    if name.partition(".")[0] != "sakip":
        return False
    path = SOURCE.joinpath(*name.split(".")[1:])
    return path.with_suffix(".py").is_file() or (path / "__init__.py").is_file()


@cache
def modules() -> tuple[Module, ...]:
    """Every source file of the library, in the order of their names."""
    found: list[Module] = []
    for path in sorted(SOURCE.rglob("*.py")):
        parts = path.relative_to(SOURCE.parent).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        found.append(Module(name, path, ast.parse(path.read_text(encoding="utf-8"), str(path))))
    return tuple(found)


def public_modules() -> tuple[ModuleType, ...]:
    """The front door and the public packages that exist so far."""
    return tuple(importlib.import_module(name) for name in PUBLIC if exists(name))


def public_names() -> tuple[tuple[str, object], ...]:
    """Every public object with its dotted public name; a public module inside another stands for itself."""
    return tuple(
        (f"{module.__name__}.{name}", getattr(module, name))
        for module in public_modules()
        for name in module.__all__
        if not isinstance(getattr(module, name), ModuleType)
    )


def place(module: Module, line: int) -> str:
    """Where something stands, as an editor reads it."""
    return f"{module.path.relative_to(ROOT)}:{line}"
