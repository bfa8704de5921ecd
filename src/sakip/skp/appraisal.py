"""Evaluasi pegawai: ratings, discipline and the predicate that follows, each with its reason."""

from collections.abc import Iterable
from typing import Any, get_args

from attrs import field, frozen

from sakip.base.display import Column, Table
from sakip.base.finding import Finding, Report
from sakip.base.kind import none_or, of_kind, tuple_of
from sakip.base.rebuild import reduce_by_fields
from sakip.base.rule import Rule
from sakip.base.text import Lang, Text, require_lang
from sakip.errors import InvalidValueError
from sakip.model.party import Party
from sakip.model.period import Period
from sakip.skp.discipline import DisciplinarySanction, DisciplineRule
from sakip.skp.matrix import MATRIX_6_2022, Predicate, PredicateMatrix
from sakip.skp.rating import Rating, rating_text, require_rating

__all__ = ["RULES", "Appraisal"]

_BEFORE = Rule(
    "SKP-DISCIPLINE-VALUE",
    "warning",
    Text(
        "Menurut {rule}, {sanction} mengurangi nilai, bukan rating; predikat ini benar hanya bila kedua rating "
        "diberikan kepada nilai sesudah potongan",
        "By {rule}, {sanction} is taken off values, not off ratings; the predicate is right only if both ratings are "
        "of values after the deduction",
    ),
)
RULES = (_BEFORE,)
"""Aturan evaluasi pegawai: every finding of `Appraisal.check`."""
_ORDER: tuple[Rating, ...] = get_args(Rating)


def _position(value: Party) -> Party:
    return of_kind(Party, value, "Appraisal.position", "Party('Kepala Dinas Kesehatan')")


def _period(value: Period) -> Period:
    return of_kind(Period, value, "Appraisal.period", "Period.year(2024)")


def _results(value: Rating) -> Rating:
    return require_rating(value, "Appraisal.results")


def _behaviour(value: Rating) -> Rating:
    return require_rating(value, "Appraisal.behaviour")


def _matrix(value: PredicateMatrix) -> PredicateMatrix:
    return of_kind(PredicateMatrix, value, "Appraisal.matrix", "MATRIX_6_2022")


def _sanctions(value: Iterable[DisciplinarySanction]) -> tuple[DisciplinarySanction, ...]:
    example = "DisciplinarySanction('light', imposed_on=date(2024, 5, 2))"
    return tuple_of(DisciplinarySanction, value, "Appraisal.sanctions", example)


def _discipline(value: DisciplineRule | None) -> DisciplineRule | None:
    return none_or(DisciplineRule, value, "Appraisal.discipline", "KMK_127_2026_DISCIPLINE")


@frozen
class Appraisal:
    """Evaluasi kinerja pegawai: who holds a position is judged for a period by results, behaviour and discipline.

    Attributes:
        position: Jabatan; the person is in no text.
        period: What is judged, a year or a part of one.
        results: Rating hasil kerja.
        behaviour: Rating perilaku kerja, before discipline.
        sanctions: Hukuman disiplin, also those that no longer bear on the period.
        discipline: The rule by which sanctions count; it must be stated where there are any.
        matrix: The matrix that gives the predicate.

    Raises:
        InvalidValueError: Sanctions without a rule, or a field of another kind.

    Examples:
        >>> from sakip import Party
        >>> head = Party("Camat")
        >>> Appraisal(head, period=Period.year(2024), results="above", behaviour="meets").predicate
        'Baik'
    """

    position: Party = field(converter=_position)
    period: Period = field(converter=_period, kw_only=True)
    results: Rating = field(converter=_results, kw_only=True)
    behaviour: Rating = field(converter=_behaviour, kw_only=True)
    sanctions: tuple[DisciplinarySanction, ...] = field(default=(), converter=_sanctions, kw_only=True)
    discipline: DisciplineRule | None = field(default=None, converter=_discipline, kw_only=True)
    matrix: PredicateMatrix = field(default=MATRIX_6_2022, converter=_matrix, kw_only=True)

    __reduce__ = reduce_by_fields

    def __attrs_post_init__(self) -> None:
        if self.sanctions and self.discipline is None:
            raise InvalidValueError(
                code="no-discipline-rule",
                path="Appraisal.discipline",
                value=None,
                problem=(
                    "ada hukuman disiplin, tetapi tidak ada aturan yang menyebut akibatnya",
                    "there are sanctions, but no rule says what they do",
                ),
                way_out=(
                    "Sebutkan discipline=DisciplineRule(...) menurut aturan instansi",
                    "State discipline=DisciplineRule(...), the rule of the agency",
                ),
            )

    @property
    def sanction(self) -> DisciplinarySanction | None:
        """Hukuman yang berlaku: the one sanction that bears on the period; None without one."""
        return None if self.discipline is None else self.discipline.in_force(self.sanctions, period=self.period)

    @property
    def behaviour_counted(self) -> Rating:
        """Perilaku yang dihitung: the rating of the behaviour, no higher than the sanction in force allows."""
        limit = self._limit()
        ratings: list[Rating] = [self.behaviour] if limit is None else [self.behaviour, limit]
        return min(ratings, key=_ORDER.index)

    @property
    def predicate(self) -> Predicate:
        """Predikat: what the matrix gives for the results and the behaviour that counts."""
        return self.matrix.find(results=self.results, behaviour=self.behaviour_counted)

    def _limit(self) -> Rating | None:
        found = self.sanction
        if found is None or self.discipline is None:
            return None
        return self.discipline.effect_of(found).behaviour_at_most

    def check(self) -> Report:
        """Periksa evaluasi: a sanction in force that its rule takes off values, which no rating shows.

        Examples:
            >>> from datetime import date
            >>> from sakip import Party
            >>> from sakip.skp import KMK_127_2026_DISCIPLINE
            >>> found = Appraisal(
            ...     Party("Camat"),
            ...     period=Period.year(2026),
            ...     results="above",
            ...     behaviour="above",
            ...     sanctions=[DisciplinarySanction("severe", imposed_on=date(2026, 3, 1), score=30)],
            ...     discipline=KMK_127_2026_DISCIPLINE,
            ... )
            >>> found.check().codes()
            ('SKP-DISCIPLINE-VALUE',)
        """
        return Report(self._findings())

    def _findings(self) -> list[Finding]:
        found, rule = self.sanction, self.discipline
        if found is None or rule is None or rule.effect_of(found).percent is None:
            return []
        subject = f"appraisal[{' / '.join(filter(None, self.position.identity))}, {self.period.code}]"
        basis = Text.literal(rule.id) if rule.reference is None else Text.literal(rule.reference.title)
        said = Text.literal(found.text("id"), found.text("en"))
        return [_BEFORE.at(subject, rule=basis, sanction=said)]

    def rows(self, lang: Lang = "id") -> list[dict[str, Any]]:
        """Baris evaluasi: one dict, for data frames, JSON and PHP.

        Its keys are ``position``, ``office``, ``period``, ``results``, ``behaviour``, ``behaviour_counted``,
        ``sanction`` (its text, or None), ``predicate`` and ``matrix``.

        Raises:
            InvalidValueError: An unknown language.
        """
        require_lang(lang)
        return [
            {
                "position": self.position.position,
                "office": self.position.office,
                "period": self.period.code,
                "results": self.results,
                "behaviour": self.behaviour,
                "behaviour_counted": self.behaviour_counted,
                "sanction": None if self.sanction is None else self.sanction.text(lang),
                "predicate": self.predicate,
                "matrix": self.matrix.id,
            }
        ]

    def table(self, lang: Lang = "id") -> Table:
        """Tabel evaluasi: what was judged, what discipline changed, the predicate, and the rules below it."""
        require_lang(lang)
        lines = [(_RESULTS, rating_text(self.results, lang)), (_BEHAVIOUR, rating_text(self.behaviour, lang))]
        if self.sanction is not None:
            lines += [(_SANCTION, self.sanction.text(lang)), (_COUNTED, rating_text(self.behaviour_counted, lang))]
        return Table(
            title=_TITLE.render(lang, {"position": self.position.position, "period": _label(self.period)}),
            columns=[Column(_WHAT.render(lang)), Column(_HOW.render(lang))],
            rows=[(name.render(lang), value) for name, value in [*lines, (_PREDICATE, self.predicate)]],
            notes=self._notes(lang),
        )

    def _notes(self, lang: Lang) -> tuple[str, ...]:
        notes = [self.matrix.id if self.matrix.reference is None else self.matrix.reference.text(lang)]
        if self.discipline is not None and self.sanction is not None:
            basis = self.discipline.reference
            rule = self.discipline.id if basis is None else basis.text(lang)
            notes.append(f"{self.discipline.effect_of(self.sanction).text(lang)}: {rule}")
        return (*notes, *(f"{finding.text(lang)} [{finding.code}]" for finding in self.check()))

    def text(self, lang: Lang = "id", *, width: int | None = None) -> str:
        """Teks evaluasi: the table for a terminal, 80 columns wide unless another width is given.

        Raises:
            InvalidValueError: Another language, or a width that is not 20 to 1,000.
        """
        return self.table(lang).text(width)

    def _repr_html_(self) -> str:
        return self.table().html()


_TITLE = Text("Evaluasi kinerja {position}, {period}", "Appraisal of {position}, {period}")
_WHAT = Text("Yang dinilai", "What is judged")
_HOW = Text("Hasil", "Result")
_RESULTS = Text("Hasil kerja", "Results")
_BEHAVIOUR = Text("Perilaku kerja", "Behaviour")
_SANCTION = Text("Disiplin", "Discipline")
_COUNTED = Text("Perilaku yang dihitung", "Behaviour that counts")
_PREDICATE = Text("Predikat", "Predicate")


def _label(period: Period) -> Text:
    return Text.literal(period.label("id"), period.label("en"))
