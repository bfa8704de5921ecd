"""Nilai berpredikat: a letter and a number in one, such as "A (80,50)", and which of them a target asks for."""

import re
from datetime import date
from decimal import Decimal

from attrs import field, frozen

from sakip.base.finding import Finding, Report
from sakip.base.kind import of_kind
from sakip.base.notation import Convention, parse_number
from sakip.base.number import Number, admit
from sakip.base.rebuild import reduce_by_fields
from sakip.base.rule import Rule
from sakip.base.text import Text, require_text
from sakip.errors import InvalidValueError
from sakip.model.period import Period
from sakip.model.realization import DataStatus, Realization
from sakip.model.scale import Level
from sakip.model.target import Target
from sakip.scoring.grading import BELOW_LOWEST, GradeScale

__all__ = ["RULES", "GradedNumber", "parse_graded"]

_LETTER = Rule(
    "GRADE-LETTER",
    "error",
    Text(
        "Predikat {letter} tidak sesuai dengan angkanya, {number}, yang menurut skala adalah {grade}",
        "The grade {letter} does not fit its number, {number}, which is {grade} on the scale",
    ),
)
_UNKNOWN = Rule(
    "GRADE-UNKNOWN",
    "error",
    Text("Predikat {letter} tidak ada dalam skala: {labels}", "The grade {letter} is not on the scale: {labels}"),
)
RULES = (_LETTER, _UNKNOWN)
"""Aturan nilai berpredikat: every finding of `GradedNumber.check`."""

_NUMBER_LAST = re.compile(r"(?P<letter>[^()\d][^()]*?)\s*\(\s*(?P<number>[^()]+?)\s*\)")
_NUMBER_FIRST = re.compile(r"(?P<number>[^()]+?)\s*\(\s*(?P<letter>[^()\d][^()]*?)\s*\)")


def _letter(value: Level | str) -> Level:
    return value if isinstance(value, Level) else Level(require_text(value, "GradedNumber.letter"))


def _number(value: Number) -> Decimal:
    return admit(value, "GradedNumber.number")


@frozen
class GradedNumber:
    """Nilai berpredikat: what an evaluation gives as a letter and as a number at once.

    Attributes:
        letter: Predikat.
        number: Nilai.

    Raises:
        InvalidValueError: An empty letter, or a number that cannot be admitted.

    Examples:
        >>> GradedNumber("A", "80.50")
        GradedNumber(letter=Level(name='A'), number=Decimal('80.5'))
    """

    letter: Level = field(converter=_letter)
    number: Decimal = field(converter=_number)

    __reduce__ = reduce_by_fields

    def value_for(self, target: Target) -> Decimal | Level:
        """Nilai untuk target: the letter where a letter is promised, and the number where a number or a range is.

        Raises:
            InvalidValueError: A target that is a date.
        """
        promised = of_kind(Target, target, "GradedNumber.value_for", "Target(indicator, Level('A'))").value
        if isinstance(promised, Level):
            return self.letter
        if isinstance(promised, date):
            raise InvalidValueError(
                code="not-graded",
                path="GradedNumber.value_for",
                value=promised,
                problem=("target tanggal tidak dinilai dengan predikat", "a date is not promised by a grade"),
                way_out=("Beri realisasi tanggal", "Give the realization as a date"),
            )
        return self.number

    def realization(
        self, target: Target, *, period: Period | None = None, status: DataStatus | None = None
    ) -> Realization:
        """Realisasi: the part that the target asks for, as its realization.

        Args:
            target: What was promised.
            period: What was evaluated; without one, the whole year.
            status: How far the result has come.

        Raises:
            InvalidValueError: A target that is a date.

        Examples:
            >>> from sakip import AKIP_LETTERS, Indicator, Level, Target, score
            >>> from sakip.policies import LKJIP
            >>> sakip = Indicator("SAKIP", "Predikat SAKIP", polarity="maximize", scale=AKIP_LETTERS)
            >>> letter, number = Target(sakip, Level("A")), Target(sakip, "82.05")
            >>> reached = GradedNumber("A", "80.47")
            >>> [score(one, reached.realization(one), policy=LKJIP).value for one in (letter, number)]
            [Decimal('100.00'), Decimal('98.07')]
        """
        return Realization(target.code, self.value_for(target), period=period, status=status)

    def check(self, scale: GradeScale) -> Report:
        """Periksa predikat: whether the letter is the one that the scale gives to the number.

        Raises:
            InvalidValueError: No scale.

        Examples:
            >>> from sakip.policies import AKIP_88_2021
            >>> GradedNumber("A", "80.00").check(AKIP_88_2021).codes()
            ('GRADE-LETTER',)
        """
        return Report(self._findings(of_kind(GradeScale, scale, "GradedNumber.check.scale", "AKIP_88_2021")))

    def _findings(self, scale: GradeScale) -> list[Finding]:
        subject, name, grade = f"graded[{self.letter.name}]", self.letter.name, scale.grade(self.number)
        if name not in scale.labels:
            return [_UNKNOWN.at(subject, letter=name, labels=", ".join(scale.labels))]
        if name == grade:
            return []
        return [_LETTER.at(subject, letter=name, number=self.number, grade=BELOW_LOWEST if grade is None else grade)]


def parse_graded(text: str, *, convention: Convention | None = None) -> GradedNumber:
    """Baca nilai berpredikat: a printed letter with its number in brackets, in either order.

    Args:
        text: Such as ``"A (80,50)"`` or ``"80,50 (A)"``.
        convention: How the number is written, as in `sakip.parse_number`.

    Raises:
        InvalidValueError: Another form, or a number that cannot be read.
        AmbiguousNumberError: A number with two readings.

    Examples:
        >>> parse_graded("A (80,50)")
        GradedNumber(letter=Level(name='A'), number=Decimal('80.5'))
        >>> parse_graded("3,21 (Baik)").letter.name
        'Baik'
    """
    said = require_text(text, "parse_graded.text", longest=200).strip()
    found = _NUMBER_LAST.fullmatch(said) or _NUMBER_FIRST.fullmatch(said)
    if found is None:
        raise InvalidValueError(
            code="not-graded",
            path="parse_graded.text",
            value=text,
            problem=("bukan predikat dengan angka dalam kurung", "no grade with a number in brackets"),
            way_out=("Tulis seperti 'A (80,50)'", "Write it as in 'A (80,50)'"),
        )
    return GradedNumber(found["letter"].strip(), parse_number(found["number"], convention))
