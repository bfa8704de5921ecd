"""Nilai panel: several raters, one declared way to make one number of them, and how far apart they are."""

from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any

from attrs import field, frozen

from sakip.base.display import Column, Table
from sakip.base.finding import Finding, Report
from sakip.base.form import Numbers, in_form, numbers_form
from sakip.base.kind import listed, of_kind, parted, tuple_of
from sakip.base.notation import format_number
from sakip.base.number import Number, admit, decimal_of_fraction, micro
from sakip.base.rebuild import reduce_by_fields
from sakip.base.rule import Rule
from sakip.base.text import Lang, Text, require_lang, require_paragraphs, require_text
from sakip.model.period import Period
from sakip.model.realization import Components, DataStatus, NotReported, Realization
from sakip.scoring.outcome import Reason
from sakip.scoring.panel_rule import PanelRule

__all__ = ["RULES", "PanelRating", "PanelScore", "panel_score"]

_FEW = Rule(
    "PANEL-FEW",
    "error",
    Text(
        "{what} dinilai {count} orang, padahal sedikitnya {minimum}; tidak ada nilai panel",
        "{what} was rated by {count}, fewer than the minimum of {minimum}; the panel has no score",
    ),
)
_TWICE = Rule(
    "PANEL-TWICE",
    "error",
    Text(
        "Penilai {rater} memberi {count} nilai untuk {what}; sisakan satu",
        "The rater {rater} gave {count} ratings of {what}; keep one",
    ),
)
_SCALE = Rule(
    "PANEL-SCALE",
    "error",
    Text(
        "Penilai {rater} memberi {value} untuk {what}, di luar skala {low} sampai {high}",
        "The rater {rater} gave {value} to {what}, outside the scale from {low} to {high}",
    ),
)
_APART = Rule(
    "PANEL-APART",
    "warning",
    Text(
        "Para penilai {what} berselisih {spread}, lebih dari {tolerance}: {lowest} memberi {low}, {highest} "
        "memberi {high}",
        "The raters of {what} are {spread} apart, more than {tolerance}: {lowest} gave {low}, {highest} gave {high}",
    ),
)
RULES = (_FEW, _TWICE, _SCALE, _APART)
"""Aturan panel: every finding of `PanelScore.check`."""


def _rater(value: str) -> str:
    return require_text(value, "PanelRating.rater")


def _value(value: Number | None) -> Decimal | None:
    return None if value is None else admit(value, "PanelRating.value")


def _note(value: str | None) -> str | None:
    return None if value is None else require_paragraphs(value, "PanelRating.note")


@frozen
class PanelRating:
    """Nilai seorang penilai: what one rater gave, or that he gave nothing.

    Attributes:
        rater: The rater, best as a position.
        value: The rating; None where he did not rate, which is no rating of zero.
        note: His remark; may run over several lines.

    Raises:
        InvalidValueError: An empty text, or a number that cannot be admitted.

    Examples:
        >>> PanelRating("Inspektur", 80).value
        Decimal('80')
    """

    rater: str = field(converter=_rater)
    value: Decimal | None = field(converter=_value)
    note: str | None = field(default=None, converter=_note, kw_only=True)

    __reduce__ = reduce_by_fields


@frozen
class PanelScore:
    """Nilai panel: one number out of the ratings of a team, which of them count, and how far apart they are.

    Attributes:
        subject: What was rated.
        rule: How.
        ratings: Every rating, as it was given.

    Examples:
        >>> from sakip.scoring import PanelRule
        >>> rule = PanelRule("inovasi", low=0, high=100, trim=1, minimum=5, tolerance=30)
        >>> given = {"Sekda": 90, "Inspektur": 70, "Bappeda": 75, "BKPSDM": 80, "Akademisi": 30}
        >>> score = panel_score("Inovasi Dinas Kesehatan", given.items(), rule=rule)
        >>> score.value, score.spread, score.is_disputed
        (Decimal('75.00'), Decimal('60'), True)
    """

    subject: str
    rule: PanelRule
    ratings: tuple[PanelRating, ...]

    __reduce__ = reduce_by_fields

    @property
    def given(self) -> tuple[PanelRating, ...]:
        """Nilai yang diberikan: the ratings that are numbers, from the lowest to the highest."""
        return tuple(one for _, one in self._numbers())

    def _numbers(self) -> list[tuple[Decimal, PanelRating]]:
        numbers = [(one.value, one) for one in self.ratings if one.value is not None]
        return sorted(numbers, key=lambda pair: pair[0])

    @property
    def counted(self) -> tuple[PanelRating, ...]:
        """Nilai yang dihitung: what the mean is of; nothing where there is no score."""
        trim = self.rule.trim
        return () if self.reason is not None else self.given[trim : len(self.given) - trim]

    @property
    def left_out(self) -> tuple[PanelRating, ...]:
        """Nilai yang ditinggalkan: the lowest and the highest that the rule leaves out."""
        trim, given = self.rule.trim, self.given
        return () if self.reason is not None or not trim else (*given[:trim], *given[-trim:])

    @property
    def reason(self) -> Reason | None:
        """Alasan: why there is no number; None where there is one."""
        wrong = sum(1 for finding in self.check() if finding.code in {_TWICE.code, _SCALE.code})
        if wrong:
            return Reason("ratings-refused", [("count", wrong)])
        count, minimum = len(self.given), self.rule.minimum
        return Reason("too-few-raters", [("count", count), ("minimum", minimum)]) if count < minimum else None

    @property
    def exact(self) -> Fraction | None:
        """Nilai tepat: the mean of what is counted, before any rounding."""
        counted = [Fraction(one.value or 0) for one in self.counted]
        return sum(counted, Fraction(0)) / len(counted) if counted else None

    @property
    def value(self) -> Decimal | None:
        """Nilai: the mean with the decimals of the rule, halves away from zero."""
        return None if self.exact is None else decimal_of_fraction(self.exact, self.rule.digits)

    @property
    def spread(self) -> Decimal | None:
        """Selisih: how far the highest rating is from the lowest, of all that were given; None without any."""
        numbers = [value for value, _ in self._numbers()]
        return _apart(numbers[0], numbers[-1]) if numbers else None

    @property
    def is_disputed(self) -> bool:
        """Berselisih: whether the raters are further apart than the rule tolerates."""
        return self.spread is not None and self.rule.tolerance is not None and self.spread > self.rule.tolerance

    def realization(self, code: str, *, period: Period | None = None, status: DataStatus | None = None) -> Realization:
        """Realisasi: the panel's exact mean as the realization of an indicator; not reported where there is none.

        Args:
            code: Code of the indicator that the panel measures.
            period: What was rated; without one, the whole year.
            status: How far the number has come.
        """
        if self.exact is None:
            return Realization(code, NotReported(), period=period, status=status)
        total = sum(micro(one.value) for one in self.counted if one.value is not None)
        mean = Components(decimal_of_fraction(Fraction(total, 10**6), 6), len(self.counted), per=1)
        return Realization(code, mean, period=period, status=status)

    def check(self) -> Report:
        """Periksa panel: raters who are too few, given twice, off the scale or too far apart."""
        return Report(self._findings())

    def _findings(self) -> Iterator[Finding]:
        subject = f"panel[{self.subject}]"
        for rater, count in Counter(one.rater for one in self.ratings).items():
            if count > 1:
                yield _TWICE.at(subject, rater=rater, count=count, what=self.subject)
        for value, one in self._numbers():
            if not self.rule.low <= value <= self.rule.high:
                scale = {"low": self.rule.low, "high": self.rule.high}
                yield _SCALE.at(subject, rater=one.rater, value=value, what=self.subject, **scale)
        count, minimum = len(self.given), self.rule.minimum
        if count < minimum:
            yield _FEW.at(subject, what=self.subject, count=count, minimum=minimum)
        if self.is_disputed:
            (low, lowest), *_, (high, highest) = self._numbers()
            yield _APART.at(
                subject,
                what=self.subject,
                spread=self.spread or 0,
                tolerance=self.rule.tolerance or 0,
                lowest=lowest.rater,
                low=low,
                highest=highest.rater,
                high=high,
            )

    def rows(self, *, numbers: Numbers = "decimal") -> list[dict[str, Any]]:
        """Baris panel: one dict a rating, in the order given: ``rater``, ``value``, ``counts`` and ``note``.

        Raises:
            InvalidValueError: Another word for ``numbers``.
        """
        form = numbers_form(numbers, "PanelScore.rows.numbers")
        counted = _places(self.counted)
        rows = [
            {
                "rater": one.rater,
                "value": one.value,
                "counts": id(one) in counted,
                "note": one.note,
            }
            for one in self.ratings
        ]
        return in_form(rows, form)

    def table(self, lang: Lang = "id") -> Table:
        """Tabel panel: one row a rating, and below it the rule, the score and the distance between the raters."""
        require_lang(lang)
        counted = None if self.reason is not None else _places(self.counted)
        return Table(
            Text("Nilai panel: {what}", "Panel score: {what}").render(lang, {"what": self.subject}),
            [Column(_RATER.render(lang)), Column(_RATING.render(lang), "right"), Column(_USE.render(lang))],
            [(one.rater, self._number(one.value, lang), _use(one, counted).render(lang)) for one in self.ratings],
            notes=self._notes(lang),
        )

    def _number(self, value: Decimal | None, lang: Lang) -> str:
        return "–" if value is None else format_number(value, lang=lang)

    def _notes(self, lang: Lang) -> list[str]:
        found = Text("Aturan: {rule}", "Rule: {rule}").render(lang, {"rule": self.rule.text(lang)})
        notes = [found]
        if self.rule.reference is not None:
            notes.append(self.rule.reference.text(lang))
        if self.reason is not None:
            notes.append(f"{self.reason.text(lang)} [{self.reason.code}]")
        elif self.value is not None:
            words = Text("Nilai panel: {value}", "Panel score: {value}")
            notes.append(words.render(lang, {"value": format_number(self.value, decimals=self.rule.digits, lang=lang)}))
        # That raters are too few is what the reason above says already.
        notes += [finding.text(lang) for finding in self.check() if finding.code != _FEW.code]
        return notes

    def text(self, lang: Lang = "id", *, width: int | None = None) -> str:
        """Teks panel: the table for a terminal, 80 columns wide unless another width is given.

        Raises:
            InvalidValueError: Another language, or a width that is not 20 to 1,000.
        """
        return self.table(lang).text(width)

    def _repr_html_(self) -> str:
        return self.table().html()


_RATER = Text("Penilai", "Rater")
_RATING = Text("Nilai", "Rating")
_USE = Text("Keterangan", "Use")
_ABSENT = Text("tidak menilai", "did not rate")
_UNUSED = Text("tidak dipakai", "not used")
_COUNTS = Text("dihitung", "counts")
_LEFT_OUT = Text("ditinggalkan menurut aturan", "left out by rule")


def _apart(low: Decimal, high: Decimal) -> Decimal:
    written = str(decimal_of_fraction(Fraction(high) - Fraction(low), 6))
    return Decimal(written.rstrip("0").rstrip("."))


def _places(some: tuple[PanelRating, ...]) -> frozenset[int]:
    """Which ratings these are, since two raters may have given the same."""
    return frozenset(id(one) for one in some)


def _use(one: PanelRating, counted: frozenset[int] | None) -> Text:
    if one.value is None:
        return _ABSENT
    if counted is None:
        return _UNUSED
    return _COUNTS if id(one) in counted else _LEFT_OUT


def panel_score(
    subject: str,
    ratings: Iterable[PanelRating | tuple[str, Number | None]],
    *,
    rule: PanelRule,
) -> PanelScore:
    """Nilai panel: the ratings of a team, as one number by a declared rule.

    A rating that is raised never lowers the score, whichever ratings are left out.

    Args:
        subject: What was rated, such as the innovation of an office.
        ratings: Each a `PanelRating` or a pair of rater and rating.
        rule: How one number is made of them.

    Raises:
        InvalidValueError: An argument of another kind. What is wrong with the panel itself is a finding of
            `PanelScore.check`, and leaves the score without a number.

    Examples:
        >>> from sakip.scoring import PanelRule
        >>> rule = PanelRule("inovasi", low=0, high=100, trim=0, minimum=3)
        >>> panel_score("Inovasi", [("Sekda", 90), ("Inspektur", 70)], rule=rule).reason.code
        'too-few-raters'
    """
    of_kind(PanelRule, rule, "panel_score.rule", "PanelRule('inovasi', low=0, high=100, trim=1, minimum=5)")
    named = require_text(subject, "panel_score.subject")
    example = "PanelRating('Inspektur', 80)"
    given = [_rating(one) for one in listed(ratings, "panel_score.ratings", example)]
    return PanelScore(named, rule, tuple_of(PanelRating, given, "panel_score.ratings", example))


def _rating(one: object) -> object:
    return PanelRating(*parted(one, 2, "panel_score.ratings", "('Inspektur', 80)")) if isinstance(one, tuple) else one
