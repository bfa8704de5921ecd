"""Kesalahan: what cannot exist raises one of these.

Every error keeps its facts as attributes, survives pickling, and says where, which value, what is wrong and
what to do about it: in Indonesian first, then in English.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sakip.base.finding import Report

__all__ = [
    "AmbiguousNumberError",
    "InputError",
    "InvalidValueError",
    "LawError",
    "SakipError",
    "UnknownCodeError",
]

_LONGEST_SHOWN = 80
_ADDRESS = re.compile(r" at 0x[0-9A-Fa-f]+")


def shown(value: object) -> str:
    """Nilai tertulis: a value as an error writes it, short and without its place in memory.

    Examples:
        >>> shown(print), shown((object(), 1))
        ('<print>', '(<object object>, 1)')
    """
    if callable(value) and hasattr(value, "__qualname__"):
        return _shortened(f"<{value.__qualname__}>")
    if isinstance(value, str) and len(value) > _LONGEST_SHOWN:
        return f"{value[:_LONGEST_SHOWN]!r}... ({len(value)})"
    try:
        text = _ADDRESS.sub("", repr(value))
    except Exception:  # noqa: BLE001 - a foreign repr may do anything, and a number can be too long to be written
        text = f"<{type(value).__name__}>"
    return _shortened(text)


def _shortened(text: str) -> str:
    """The beginning of a text, on one line: a foreign repr may hold anything."""
    start = "".join(sign if sign.isprintable() else repr(sign)[1:-1] for sign in text[: 2 * _LONGEST_SHOWN])
    return start if len(text) <= 2 * _LONGEST_SHOWN else f"{start}..."


class SakipError(Exception):
    """Kesalahan sakip: the parent of every error that the library raises.

    Attributes:
        code: Stable code of the rule that was broken; part of the API.
        path: The field that was being filled, such as ``Target.value``.
        problem: What is wrong, as (Indonesian, English).
        way_out: What to write instead, as (Indonesian, English).

    Examples:
        >>> from sakip import Indicator
        >>> from sakip.errors import SakipError
        >>> try:
        ...     Indicator("", "Angka kematian ibu", polarity="minimize")
        ... except SakipError as error:
        ...     error.code, error.path
        ('empty-text', 'Indicator.code')
    """

    def __init__(
        self,
        *,
        code: str,
        path: str,
        problem: tuple[str, str],
        way_out: tuple[str, str],
    ) -> None:
        self.code = code
        self.path = path
        self.problem = problem
        self.way_out = way_out
        super().__init__(code, path)

    def facts(self) -> dict[str, Any]:
        """Fakta kesalahan: the keyword arguments that make this error again."""
        return {"code": self.code, "path": self.path, "problem": self.problem, "way_out": self.way_out}

    def _where(self) -> str:
        return self.path

    def __str__(self) -> str:
        where = self._where()
        (problem_id, problem_en), (way_id, way_en) = self.problem, self.way_out
        return f"{where}: {problem_id}. {way_id}.\n{where}: {problem_en}. {way_en}. [{self.code}]"

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild, (type(self), {name: _kept(fact) for name, fact in self.facts().items()})


class InvalidValueError(SakipError, ValueError):
    """Nilai tidak sah: a value that cannot exist was given to a constructor or a reader.

    Attributes:
        value: The value as it was given.

    Examples:
        >>> from sakip import Target, Indicator
        >>> from sakip.errors import InvalidValueError
        >>> documents = Indicator("PLAN-1", "Jumlah dokumen", polarity="maximize")
        >>> try:
        ...     Target(documents, 2.5)
        ... except InvalidValueError as error:
        ...     error.code, error.value
        ('float-refused', 2.5)
    """

    def __init__(
        self,
        *,
        code: str,
        path: str,
        value: object,
        problem: tuple[str, str],
        way_out: tuple[str, str],
    ) -> None:
        self.value = value
        super().__init__(code=code, path=path, problem=problem, way_out=way_out)

    def facts(self) -> dict[str, Any]:
        """Fakta kesalahan: the keyword arguments that make this error again."""
        return {**super().facts(), "value": self.value}

    def _where(self) -> str:
        return f"{self.path} = {shown(self.value)}"


class AmbiguousNumberError(InvalidValueError):
    """Angka bermakna ganda: a printed number has two readings.

    Attributes:
        readings: Every reading, as canonical text; empty when the value is no text at all.

    Examples:
        >>> from sakip import parse_number
        >>> from sakip.errors import AmbiguousNumberError
        >>> try:
        ...     parse_number("1.234")
        ... except AmbiguousNumberError as error:
        ...     error.readings
        ('1234', '1.234')
    """

    def __init__(
        self,
        *,
        code: str,
        path: str,
        value: object,
        problem: tuple[str, str],
        way_out: tuple[str, str],
        readings: tuple[str, ...],
    ) -> None:
        self.readings = readings
        super().__init__(code=code, path=path, value=value, problem=problem, way_out=way_out)

    def facts(self) -> dict[str, Any]:
        """Fakta kesalahan: the keyword arguments that make this error again."""
        return {**super().facts(), "readings": self.readings}


class LawError(SakipError, ValueError):
    """Aturan melanggar hukumnya sendiri: a scoring rule breaks a law that it states or that its slot asks for.

    Attributes:
        law: Name of the broken law, such as ``at-target`` or ``direction``.
        counterexample: The numbers that show it, as (name, number as text) pairs.

    Examples:
        >>> from sakip.errors import LawError
        >>> from sakip.scoring import Formula, R, T, laws
        >>> try:
        ...     laws.check(Formula("misplaced-bracket", 100 * (T - R) / T, at_target=100, direction="down"))
        ... except LawError as error:
        ...     error.law
        'at-target'
    """

    def __init__(
        self,
        *,
        code: str,
        path: str,
        problem: tuple[str, str],
        way_out: tuple[str, str],
        law: str,
        counterexample: tuple[tuple[str, str], ...],
    ) -> None:
        self.law = law
        self.counterexample = counterexample
        super().__init__(code=code, path=path, problem=problem, way_out=way_out)

    def facts(self) -> dict[str, Any]:
        """Fakta kesalahan: the keyword arguments that make this error again."""
        return {**super().facts(), "law": self.law, "counterexample": self.counterexample}

    def _where(self) -> str:
        numbers = ", ".join(f"{name} = {number}" for name, number in self.counterexample)
        return f"{self.path} ({numbers})" if numbers else self.path


class InputError(SakipError, ValueError):
    """Masukan ditolak: an agreement and its data have blocking findings, so nothing was scored.

    Attributes:
        report: The whole report, blocking findings and all others.

    Examples:
        >>> from sakip import Realization, evaluate
        >>> from sakip.errors import InputError
        >>> from sakip.policies import LKJIP
        >>> from sakip.testing import example_agreement
        >>> try:
        ...     evaluate(example_agreement(), [Realization("PLAN-9", 1)], policy=LKJIP)
        ... except InputError as error:
        ...     [finding.code for finding in error.report.blocking]
        ['REA-UNKNOWN']
    """

    def __init__(
        self,
        *,
        code: str,
        path: str,
        problem: tuple[str, str],
        way_out: tuple[str, str],
        report: "Report",
    ) -> None:
        self.report = report
        super().__init__(code=code, path=path, problem=problem, way_out=way_out)

    def facts(self) -> dict[str, Any]:
        """Fakta kesalahan: the keyword arguments that make this error again."""
        return {**super().facts(), "report": self.report}


class UnknownCodeError(SakipError, KeyError):
    """Kode tidak dikenal: a look-up by code found nothing.

    Attributes:
        value: The code that was asked for.
        near: Codes that look like it.

    Examples:
        >>> from sakip import evaluate
        >>> from sakip.errors import UnknownCodeError
        >>> from sakip.policies import LKJIP
        >>> from sakip.testing import example_agreement
        >>> try:
        ...     evaluate(example_agreement(), [], policy=LKJIP)["PLAN1"]
        ... except UnknownCodeError as error:
        ...     error.near
        ('PLAN-1',)
    """

    def __init__(
        self,
        *,
        code: str,
        path: str,
        value: object,
        problem: tuple[str, str],
        way_out: tuple[str, str],
        near: tuple[str, ...],
    ) -> None:
        self.value = value
        self.near = near
        super().__init__(code=code, path=path, problem=problem, way_out=way_out)

    def facts(self) -> dict[str, Any]:
        """Fakta kesalahan: the keyword arguments that make this error again."""
        return {**super().facts(), "value": self.value, "near": self.near}

    def _where(self) -> str:
        return f"{self.path}[{shown(self.value)}]"


def _rebuild(kind: type[SakipError], facts: dict[str, Any]) -> SakipError:
    return kind(**facts)


def _kept(fact: object) -> object:
    """What an error pickles: a function, a generator or an open file is kept as it is shown, since none can be."""
    return shown(fact) if callable(fact) or isinstance(fact, Iterator) else fact
