"""Nothing ambient changes a result: not the hash seed, the locale, the decimal context or the thread."""

import decimal
import os
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.house import lines
from tests.house.source import ROOT

PROGRAM = "from tests.house import lines; print(*lines.run(), sep='\\n\\n')"

CONTEXTS = {
    "three digits, rounded down": decimal.Context(prec=3, rounding=decimal.ROUND_DOWN),
    "one digit, rounded up, tiny exponents": decimal.Context(prec=1, rounding=decimal.ROUND_UP, Emax=1, Emin=-1),
    "every signal raises": decimal.Context(
        prec=1,
        traps=[
            decimal.Clamped,
            decimal.DivisionByZero,
            decimal.FloatOperation,
            decimal.Inexact,
            decimal.InvalidOperation,
            decimal.Overflow,
            decimal.Rounded,
            decimal.Subnormal,
            decimal.Underflow,
        ],
    ),
    "no signal raises": decimal.Context(prec=2, traps=[]),
}


def in_a_fresh_interpreter(**environment: str) -> str:
    """What the lines say in a process of their own."""
    return subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=ROOT,
        env={**os.environ, "PYTHONUTF8": "1", **environment},
        check=True,
        capture_output=True,
        encoding="utf-8",
    ).stdout


@pytest.fixture(scope="module")
def plain() -> list[str]:
    """What the lines say here and now."""
    return lines.run()


@pytest.fixture(scope="module")
def first() -> str:
    """What the lines say in a fresh interpreter with the first seed."""
    return in_a_fresh_interpreter(PYTHONHASHSEED="0")


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1"},
        {"PYTHONHASHSEED": "2"},
        {"PYTHONHASHSEED": "0", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "0", "LC_ALL": "id_ID.UTF-8", "LANG": "id_ID.UTF-8"},
        {"PYTHONHASHSEED": "0", "TZ": "Asia/Jayapura"},
    ],
    ids=str,
)
def test_environment_changes_nothing(first: str, environment: dict[str, str]) -> None:
    """Explanation, table, rows and digest are the same under every hash seed, locale and time zone."""
    assert in_a_fresh_interpreter(**environment) == first


@pytest.mark.parametrize("context", CONTEXTS.values(), ids=CONTEXTS.keys())
def test_decimal_context_changes_nothing(plain: list[str], context: decimal.Context) -> None:
    """The ambient decimal context neither changes a result nor makes one fail."""
    with decimal.localcontext(context):
        assert lines.run() == plain


@pytest.mark.parametrize("context", CONTEXTS.values(), ids=CONTEXTS.keys())
def test_decimal_context_is_left_alone(context: decimal.Context) -> None:
    """The caller's decimal context is the same after an evaluation, its flags included."""
    with decimal.localcontext(context) as ambient:
        ambient.clear_flags()
        before = repr(ambient)
        lines.run()
        assert repr(decimal.getcontext()) == before


@pytest.mark.parametrize("context", CONTEXTS.values(), ids=CONTEXTS.keys())
def test_threads_change_nothing(plain: list[str], context: decimal.Context) -> None:
    """Several threads, each with a context of its own, get the results of the main thread."""

    def in_context(program: Callable[[], list[str]]) -> list[str]:
        decimal.setcontext(context.copy())
        return program()

    with ThreadPoolExecutor(max_workers=4) as pool:
        assert list(pool.map(in_context, [lines.run] * 8)) == [plain] * 8
