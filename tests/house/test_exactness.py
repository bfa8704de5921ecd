"""No float, no ambient decimal context and no shared state: what the source must not even spell."""

import ast
import re
from collections.abc import Callable, Iterator

import pytest

from tests.house.source import Module, modules, place

AMBIENT = {
    "BasicContext",
    "Context",
    "DefaultContext",
    "ExtendedContext",
    "fma",
    "getcontext",
    "localcontext",
    "quantize",
    "scaleb",
    "setcontext",
    "to_integral_exact",
    "to_integral_value",
}
INTEGER_MATH = {"comb", "factorial", "gcd", "isqrt", "lcm", "perm", "prod"}
INEXACT_FORMAT = re.compile(r"\.\d+[fFeEgG%]?$|[eEgGn%]$")
CACHES = {"cache", "lru_cache"}
MUTABLE_CALLS = {"Counter", "OrderedDict", "bytearray", "defaultdict", "deque", "dict", "list", "set"}
CHANGING = {"add", "append", "clear", "discard", "extend", "insert", "pop", "popitem", "remove", "setdefault", "update"}
MUTABLE = (ast.Dict, ast.List, ast.Set, ast.DictComp, ast.ListComp, ast.SetComp)

Offence = tuple[int, str]


def attribute_of(node: ast.AST, module: str) -> str:
    """The attribute that is read from a module of that name; empty for any other node."""
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == module:
        return node.attr
    return ""


def float_constants(module: Module) -> Iterator[Offence]:
    """A literal with a point or an exponent, or an imaginary one."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, float | complex):
            yield node.lineno, repr(node.value)


def float_names(module: Module) -> Iterator[Offence]:
    """The name `float` anywhere but in the second place of isinstance, where it is refused."""
    refusals = {
        id(part)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "isinstance"
        for part in ast.walk(node.args[1])
    }
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Name) and node.id in {"float", "complex"} and id(node) not in refusals:
            yield node.lineno, node.id


def float_mathematics(module: Module) -> Iterator[Offence]:
    """Anything of `math` but its integer functions."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ImportFrom) and node.module == "math":
            yield from ((node.lineno, alias.name) for alias in node.names if alias.name not in INTEGER_MATH)
        elif attribute_of(node, "math") not in INTEGER_MATH | {""}:
            yield node.lineno, ast.unparse(node)


def ambient_context(module: Module) -> Iterator[Offence]:
    """A decimal context, or a Decimal method that reads one."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Attribute) and node.attr in AMBIENT:
            yield node.lineno, node.attr
        elif isinstance(node, ast.ImportFrom) and node.module == "decimal":
            yield from ((node.lineno, alias.name) for alias in node.names if alias.name in AMBIENT)
        elif (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr == "normalize"
            and len(node.args) < len(("form", "text"))
        ):
            yield node.lineno, "Decimal.normalize"


def rounding_formats(module: Module) -> Iterator[Offence]:
    """A format that rounds by the ambient context or writes by the ambient locale."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.FormattedValue) and isinstance(node.format_spec, ast.JoinedStr):
            spec = "".join(str(part.value) for part in node.format_spec.values if isinstance(part, ast.Constant))
            if INEXACT_FORMAT.search(spec):
                yield node.lineno, spec


def caches(module: Module) -> Iterator[Offence]:
    """A function that remembers."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ImportFrom) and node.module == "functools":
            yield from ((node.lineno, alias.name) for alias in node.names if alias.name in CACHES)
        elif attribute_of(node, "functools") in CACHES:
            yield node.lineno, ast.unparse(node)


def changed(node: ast.AST) -> ast.expr | None:
    """What an item assignment or a changing method is applied to."""
    stores = isinstance(node, ast.Subscript) and not isinstance(node.ctx, ast.Load)
    changes = isinstance(node, ast.Attribute) and node.attr in CHANGING
    return node.value if stores or changes else None


def shared_state(module: Module) -> Iterator[Offence]:
    """A table that other modules may change, code that changes a module-level name, or a `global` statement."""
    names = set()
    for node in module.tree.body:
        if not isinstance(node, ast.Assign | ast.AnnAssign):
            continue
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        assigned = {target.id for target in targets if isinstance(target, ast.Name)}
        called = node.value.func if isinstance(node.value, ast.Call) else None
        if isinstance(node.value, MUTABLE) or (isinstance(called, ast.Name) and called.id in MUTABLE_CALLS):
            yield from ((node.lineno, name) for name in assigned if not name.startswith("_"))
        names |= assigned
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Global):
            yield node.lineno, "global"
        elif isinstance(changed(node), ast.Name) and changed(node).id in names:
            yield node.lineno, ast.unparse(node)


def hidden_annotations(module: Module) -> Iterator[Offence]:
    """Postponed annotations in a module with attrs classes, which hide the types from Hypothesis and cattrs."""
    postponed = [
        node.lineno
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ImportFrom) and node.module == "__future__"
        for alias in node.names
        if alias.name == "annotations"
    ]
    uses_attrs = any(target.partition(".")[0] in {"attr", "attrs"} for _, target in module.imports())
    if postponed and uses_attrs:
        yield postponed[0], "from __future__ import annotations"


RULES = (
    float_constants,
    float_names,
    float_mathematics,
    ambient_context,
    rounding_formats,
    caches,
    shared_state,
    hidden_annotations,
)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_source_does_not_spell(rule: Callable[[Module], Iterator[Offence]]) -> None:
    """No source file spells what would make a result inexact, ambient or remembered."""
    assert [f"{place(module, line)}: {what}" for module in modules() for line, what in rule(module)] == []


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (float_constants, "x = 0.5"),
        (float_constants, "x = 1e3"),
        (float_names, "x = float('1')"),
        (float_names, "def f(x: float): ..."),
        (float_mathematics, "from math import floor"),
        (float_mathematics, "import math\nmath.sqrt(2)"),
        (ambient_context, "from decimal import localcontext"),
        (ambient_context, "import decimal\ndecimal.getcontext()"),
        (ambient_context, "x.quantize(y)"),
        (ambient_context, "x.normalize()"),
        (rounding_formats, "f'{x:.2f}'"),
        (rounding_formats, "f'{x:n}'"),
        (caches, "from functools import lru_cache"),
        (caches, "import functools\nfunctools.cache(f)"),
        (shared_state, "TABLE = {}"),
        (shared_state, "TABLE: dict[str, int] = dict(a=1)"),
        (shared_state, "def f():\n    global x"),
        (shared_state, "_SEEN = {}\ndef f(x):\n    _SEEN[x] = 1"),
        (shared_state, "_SEEN = {}\ndef f(x):\n    return _SEEN.setdefault(x, 1)"),
        (hidden_annotations, "from __future__ import annotations\nfrom attrs import frozen"),
    ],
)
def test_rule_notices(rule: Callable[[Module], Iterator[Offence]], text: str) -> None:
    """Each rule notices the offence that it is there for."""
    (some, *_) = modules()
    assert list(rule(Module("sakip.sample", some.path, ast.parse(text))))


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (float_names, "isinstance(x, float)"),
        (float_names, "isinstance(x, (float, str))"),
        (float_mathematics, "from math import gcd, isqrt"),
        (ambient_context, "import unicodedata\nunicodedata.normalize('NFC', x)"),
        (rounding_formats, "f'{x:06d} {y:>10} {z:,}'"),
        (shared_state, "__all__ = ['a']\nTABLE = (('a', 1),)\n_WORDS = {'a': 1}\ndef f(x):\n    return _WORDS[x]"),
        (hidden_annotations, "from __future__ import annotations\nimport re"),
    ],
)
def test_rule_lets_pass(rule: Callable[[Module], Iterator[Offence]], text: str) -> None:
    """Each rule lets the harmless neighbour of its offence pass."""
    (some, *_) = modules()
    assert not list(rule(Module("sakip.sample", some.path, ast.parse(text))))
