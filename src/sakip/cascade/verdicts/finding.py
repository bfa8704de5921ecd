"""Temuan kaskade: what a check found on a subject, with its numbers, its basis and the way out."""

import re
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from attrs import field, frozen

from sakip.base.canonical import digest
from sakip.base.finding import Severity
from sakip.base.notation import format_number
from sakip.base.number import decimal_of_fraction
from sakip.base.rebuild import reduce_by_fields
from sakip.base.reference import Reference
from sakip.base.text import Argument, Lang, Text, both
from sakip.cascade.inputs.suppression import Suppression
from sakip.cascade.rollup.span import FINEST, is_cut

__all__ = ["CascadeFinding", "number_text", "readable"]

_EXTRA_BLANKS = re.compile(r"\s+(?=[.,:;)]|\s|$)")


@frozen
class CascadeFinding:
    """Temuan kaskade: one subject that does not pass one check.

    Attributes:
        code: Code of the check.
        slug: The same as a word.
        severity: ``error``, ``warning`` or ``note``.
        verdict: ``fail``, or ``unknown`` where data is missing.
        subject: What it is about, such as ``KADIS/IKU-1``.
        cell: Which cell of it, such as ``target``; empty for the subject as a whole.
        title: What the check is called.
        message: What was found, still without its arguments.
        arguments: The (name, value) pairs that fill the message; numbers are exact.
        nodes: The other indicators concerned.
        fix: What can be done.
        basis: Where the check comes from and how sure we are.
        criteria: The criteria of the evaluation of SAKIP that it feeds.
        explained_by: Code of the check whose finding on the same subject this one is a consequence of, if any.
        suppression: Why it is set aside, if it is.

    Examples:
        >>> from datetime import date
        >>> from sakip.cascade import Cascade, validate
        >>> validate(Cascade(), as_of=date(2025, 12, 31)).findings
        ()
    """

    code: str
    slug: str
    severity: Severity
    verdict: Literal["fail", "unknown"]
    subject: str
    cell: str
    title: Text = field(kw_only=True)
    message: Text = field(kw_only=True)
    arguments: tuple[tuple[str, Argument], ...] = field(kw_only=True)
    nodes: tuple[str, ...] = field(default=(), kw_only=True)
    fix: Text = field(kw_only=True)
    basis: tuple[Reference, ...] = field(default=(), kw_only=True)
    criteria: tuple[str, ...] = field(default=(), kw_only=True)
    explained_by: str | None = field(default=None, kw_only=True)
    suppression: Suppression | None = field(default=None, kw_only=True)

    __reduce__ = reduce_by_fields

    @property
    def data(self) -> dict[str, str]:
        """Data temuan: the arguments as texts; numbers exactly, as decimals or as quotients."""
        return {name: number_text(value) for name, value in self.arguments}

    @property
    def is_headline(self) -> bool:
        """Temuan pokok: whether it is neither a consequence of another finding nor set aside."""
        return self.explained_by is None and self.suppression is None

    @property
    def fingerprint(self) -> str:
        """Sidik jari: of code, subject and cell; it outlives a changed value."""
        return digest([self.code, self.subject, self.cell, *sorted(self.nodes)])

    @property
    def value_hash(self) -> str:
        """Sidik nilai: of the data; with the same fingerprint it tells a changed value."""
        return digest(self.data)

    def text(self, lang: Lang = "id") -> str:
        """Teks temuan: the message with its arguments, in one language."""
        said = self.message.render(lang, {name: readable(value) for name, value in self.arguments})
        # An indicator without a unit leaves a gap where its unit would stand.
        return _EXTRA_BLANKS.sub("", said)


_LONGEST_BITS = 1000


def readable(value: Argument) -> Argument:
    """Angka terbaca: a fraction that does not end within six decimals rounded, and marked as such; all else as it is.

    Examples:
        >>> readable(Fraction(260, 3)).render("id"), readable(Fraction(1, 4)), readable(40)
        ('≈ 86,67', Fraction(1, 4), 40)
    """
    if not isinstance(value, Fraction) or not is_cut(value):
        return value
    # Three digits that say something, as far as six decimals go.
    places = next((places for places in (2, 4) if abs(value.numerator) * 10**places >= 100 * value.denominator), FINEST)
    rounded = decimal_of_fraction(value, places)
    return both(lambda lang: f"≈ {format_number(rounded, decimals=places, lang=lang)}")


def number_text(value: Argument) -> str:
    """Teks angka: an argument as plain text; a number exactly, as a decimal or as a quotient.

    A quotient of hundreds of digits, as the mean of many ratios is, is rounded to six decimals behind a tilde.

    Examples:
        >>> number_text(Fraction(1, 4)), number_text(Fraction(1, 3)), number_text(5)
        ('0.25', '1/3', '5')
    """
    if isinstance(value, Fraction):
        is_long = value.denominator.bit_length() > _LONGEST_BITS
        return f"~{decimal_of_fraction(value, FINEST)}" if is_long else _fraction(value)
    if isinstance(value, Text):
        return value.render("id")
    if isinstance(value, Decimal):
        return format(value, "f")
    return value.isoformat() if isinstance(value, date) else str(value)


def _fraction(value: Fraction) -> str:
    below, twos, fives = value.denominator, 0, 0
    while below % 2 == 0:
        below, twos = below // 2, twos + 1
    while below % 5 == 0:
        below, fives = below // 5, fives + 1
    places = max(twos, fives)
    if below != 1 or not places:
        return str(value)
    digits = f"{abs(value.numerator) * 10**places // value.denominator:0{places + 1}d}"
    return f"{'-' if value < 0 else ''}{digits[:-places]}.{digits[-places:]}"
