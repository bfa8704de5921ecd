"""Evaluasi pegawai: ratings, discipline and the predicate that follows, each with its reason."""

from collections.abc import Iterable
from typing import Any, TypeVar, get_args

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
from sakip.scoring.outcome import Reason
from sakip.skp.discipline import DisciplinarySanction, DisciplineRule, SanctionEffect
from sakip.skp.matrix import MATRIX_6_2022, Predicate, PredicateMatrix
from sakip.skp.rating import Rating, rating_text, require_rating

__all__ = ["RULES", "Appraisal", "label_of"]

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
Item = TypeVar("Item")


def _position(value: Party) -> Party:
    return of_kind(Party, value, "Appraisal.position", "Party('Kepala Dinas Kesehatan')")


def _period(value: Period) -> Period:
    return of_kind(Period, value, "Appraisal.period", "Period.year(2024)")


def _results(value: Rating | Reason | None) -> Rating | Reason:
    return _rated(value, "Appraisal.results", Text("hasil kerja", "results"))


def _behaviour(value: Rating | Reason | None) -> Rating | Reason:
    return _rated(value, "Appraisal.behaviour", Text("perilaku kerja", "behaviour"))


def _rated(value: Rating | Reason | None, path: str, what: Text) -> Rating | Reason:
    if value is None:
        return Reason("not-rated", [("what", what)])
    return value if isinstance(value, Reason) else require_rating(value, path)


def _matrix(value: PredicateMatrix) -> PredicateMatrix:
    return of_kind(PredicateMatrix, value, "Appraisal.matrix", "MATRIX_6_2022")


def _sanctions(
    value: Iterable[DisciplinarySanction] | Reason | None,
) -> tuple[DisciplinarySanction, ...] | Reason:
    if value is None:
        return Reason("sanctions-unknown")
    if isinstance(value, Reason):
        return value
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
        results: Rating hasil kerja; None or a `Reason` where it is not known.
        behaviour: Rating perilaku kerja, before discipline; None or a `Reason` where it is not known.
        sanctions: Hukuman disiplin, also those that no longer bear on the period; an empty list where there are none,
            and None or a `Reason` where that is not known, which is never taken for none.
        discipline: The rule by which sanctions count; it must be stated where there are any.
        matrix: The matrix that gives the predicate.

    Raises:
        InvalidValueError: Sanctions without a rule, or a field of another kind.

    Examples:
        >>> from sakip import Party
        >>> head = Party("Camat")
        >>> Appraisal(head, period=Period.year(2024), results="above", behaviour="meets").predicate
        'Baik'
        >>> unknown = Appraisal(head, period=Period.year(2024), results="above", behaviour="meets", sanctions=None)
        >>> unknown.predicate.text()
        'ada tidaknya hukuman disiplin tidak diketahui'
    """

    position: Party = field(converter=_position)
    period: Period = field(converter=_period, kw_only=True)
    results: Rating | Reason = field(converter=_results, kw_only=True)
    behaviour: Rating | Reason = field(converter=_behaviour, kw_only=True)
    sanctions: tuple[DisciplinarySanction, ...] | Reason = field(default=(), converter=_sanctions, kw_only=True)
    discipline: DisciplineRule | None = field(default=None, converter=_discipline, kw_only=True)
    matrix: PredicateMatrix = field(default=MATRIX_6_2022, converter=_matrix, kw_only=True)

    __reduce__ = reduce_by_fields

    def __attrs_post_init__(self) -> None:
        if isinstance(self.sanctions, tuple) and self.sanctions and self.discipline is None:
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
    def reasons(self) -> tuple[Reason, ...]:
        """Yang tidak diketahui: why there is no predicate; nothing where there is one."""
        return tuple(one for one in (self.results, self.behaviour, self.sanctions) if isinstance(one, Reason))

    @property
    def sanction(self) -> DisciplinarySanction | Reason | None:
        """Hukuman yang berlaku: the one sanction that bears on the period; None without one."""
        if isinstance(self.sanctions, Reason):
            return self.sanctions
        return None if self.discipline is None else self.discipline.in_force(self.sanctions, period=self.period)

    @property
    def behaviour_counted(self) -> Rating | Reason:
        """Perilaku yang dihitung: the rating of the behaviour, no higher than the sanction in force allows."""
        limit = self._limit()
        if isinstance(self.behaviour, Reason) or limit is None:
            return self.behaviour
        if isinstance(limit, Reason):
            return limit
        ratings: list[Rating] = [self.behaviour, limit]
        return min(ratings, key=_ORDER.index)

    @property
    def predicate(self) -> Predicate | Reason:
        """Predikat: what the matrix gives for the results and the behaviour that counts, or why that is not known."""
        results, behaviour = self.results, self.behaviour_counted
        if isinstance(results, Reason):
            return results
        return behaviour if isinstance(behaviour, Reason) else self.matrix.find(results=results, behaviour=behaviour)

    def _limit(self) -> Rating | Reason | None:
        found = self.sanction
        if isinstance(found, Reason):
            return found
        effect = self._effect()
        return None if effect is None else effect.behaviour_at_most

    def _effect(self) -> SanctionEffect | None:
        """What the sanction in force does; None where none is, or where that is not known."""
        found = self.sanction
        if self.discipline is None or not isinstance(found, DisciplinarySanction):
            return None
        return self.discipline.effect_of(found)

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
        found, rule, effect = self.sanction, self.discipline, self._effect()
        if not isinstance(found, DisciplinarySanction) or rule is None or effect is None or effect.percent is None:
            return []
        subject = f"appraisal[{' / '.join(filter(None, self.position.identity))}, {self.period.code}]"
        basis = Text.literal(rule.id) if rule.reference is None else Text.literal(rule.reference.title)
        said = Text.literal(found.text("id"), found.text("en"))
        return [_BEFORE.at(subject, rule=basis, sanction=said)]

    def rows(self, lang: Lang = "id") -> list[dict[str, Any]]:
        """Baris evaluasi: one dict, for data frames, JSON and PHP.

        Its keys are ``position``, ``office``, ``period``, ``results``, ``behaviour``, ``behaviour_counted``,
        ``sanction`` (its text, or None), ``predicate``, ``matrix`` and ``reason``. What is not known is None, and
        ``reason`` says why; it is None where there is a predicate.

        Raises:
            InvalidValueError: An unknown language.
        """
        require_lang(lang)
        sanction = self.sanction
        return [
            {
                "position": self.position.position,
                "office": self.position.office,
                "period": self.period.code,
                "results": _or_none(self.results),
                "behaviour": _or_none(self.behaviour),
                "behaviour_counted": _or_none(self.behaviour_counted),
                "sanction": sanction.text(lang) if isinstance(sanction, DisciplinarySanction) else None,
                "predicate": _or_none(self.predicate),
                "matrix": self.matrix.id,
                "reason": "; ".join(one.text(lang) for one in self.reasons) or None,
            }
        ]

    def table(self, lang: Lang = "id") -> Table:
        """Tabel evaluasi: what was judged, what discipline changed, the predicate, and the rules below it."""
        require_lang(lang)
        lines = [(_RESULTS, _shown(self.results, lang)), (_BEHAVIOUR, _shown(self.behaviour, lang))]
        if self.sanction is not None:
            lines.append((_SANCTION, self.sanction.text(lang)))
        if self._effect() is not None:
            lines.append((_COUNTED, _shown(self.behaviour_counted, lang)))
        predicate = _NO_PREDICATE if isinstance(self.predicate, Reason) else self.predicate
        return Table(
            title=_TITLE.render(lang, {"position": self.position.position, "period": label_of(self.period)}),
            columns=[Column(_WHAT.render(lang)), Column(_HOW.render(lang))],
            rows=[(name.render(lang), value) for name, value in [*lines, (_PREDICATE, predicate)]],
            notes=self._notes(lang),
        )

    def _notes(self, lang: Lang) -> tuple[str, ...]:
        notes = [self.matrix.id if self.matrix.reference is None else self.matrix.reference.text(lang)]
        effect = self._effect()
        if self.discipline is not None and effect is not None:
            basis = self.discipline.reference
            rule = self.discipline.id if basis is None else basis.text(lang)
            notes.append(f"{effect.text(lang)}: {rule}")
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
_NO_PREDICATE = "–"


def _shown(rating: Rating | Reason, lang: Lang) -> str:
    return rating.text(lang) if isinstance(rating, Reason) else rating_text(rating, lang)


def _or_none(value: Item | Reason) -> Item | None:
    return None if isinstance(value, Reason) else value


def label_of(period: Period) -> Text:
    """Sebutan periode: the name of a period in both languages.

    Examples:
        >>> label_of(Period.year(2024)).render("en")
        'Year 2024'
    """
    return Text.literal(period.label("id"), period.label("en"))
