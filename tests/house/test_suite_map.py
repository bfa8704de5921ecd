"""The suite mirrors the source, and tests speak to the library as its users do."""

import ast
from pathlib import Path

import pytest

from tests.house.source import PUBLIC, ROOT, SOURCE, exists, modules

TESTS = ROOT / "tests"
TEST_FILES = sorted(path for path in TESTS.rglob("test_*.py"))


def mirrored(path: Path) -> str:
    """The module that a test file is named after; empty when it is named after none."""
    parts = path.relative_to(TESTS).parts
    name = ".".join(["sakip", *parts[:-1], parts[-1].removeprefix("test_").removesuffix(".py")])
    return name if exists(name) else ""


def test_every_module_has_its_test_file() -> None:
    """For each src/sakip/x/y.py there is tests/x/test_y.py."""
    missing = [
        expected.relative_to(ROOT).as_posix()
        for module in modules()
        if module.path.name != "__init__.py"
        for inside in [module.path.relative_to(SOURCE)]
        for expected in [TESTS / inside.parent / f"test_{inside.name}"]
        if not expected.is_file()
    ]
    assert missing == []


@pytest.mark.parametrize("path", TEST_FILES, ids=lambda path: path.relative_to(TESTS).as_posix())
def test_imports_are_what_a_user_may_write(path: Path) -> None:
    """A test imports public packages, and beside them only the module that it mirrors or, in tests/base, its room."""
    own = mirrored(path)
    private = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom):
            names = [f"{node.module}.{alias.name}" for alias in node.names]
            names = [name if exists(name) else str(node.module) for name in names]
        private += [
            name
            for name in names
            if name.partition(".")[0] == "sakip"
            if name not in {*PUBLIC, own} and not (own.startswith("sakip.base.") and name.startswith("sakip.base"))
        ]
    assert private == []
