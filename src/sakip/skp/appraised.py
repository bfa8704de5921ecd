"""Rekap evaluasi: the appraisals of many positions in one table, by their predicates."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import field, frozen

from sakip.base.display import Column, Table
from sakip.base.finding import Report
from sakip.base.kind import tuple_of
from sakip.base.rebuild import reduce_by_fields
from sakip.base.text import Lang, Text, require_lang
from sakip.scoring.outcome import Reason
from sakip.skp.appraisal import Appraisal
from sakip.skp.discipline import gravity_text
from sakip.skp.matrix import PREDICATES, Predicate
from sakip.skp.rating import Rating

__all__ = ["Appraisals", "appraisals"]

_EXAMPLE = "Appraisal(Party('Camat'), period=Period.year(2024), results='above', behaviour='meets')"


def _ordered(value: Iterable[Appraisal]) -> tuple[Appraisal, ...]:
    return tuple(sorted(tuple_of(Appraisal, value, "appraisals", _EXAMPLE), key=_place))


def _place(one: Appraisal) -> tuple[int, list[str], str, str]:
    label = _known(one)
    below = -1 if label is None else PREDICATES.names.index(label)
    return -below, [part.casefold() for part in one.position.identity if part], one.period.code, repr(one)


def _known(one: Appraisal) -> Predicate | None:
    return None if isinstance(one.predicate, Reason) else one.predicate


@frozen
class Appraisals:
    """Rekap evaluasi pegawai: appraisals by their predicates, the highest first, those without one last.

    Within one predicate they stand by office and position: nobody is ranked.

    Attributes:
        appraisals: The appraisals in that order, whatever order they were given in.

    Raises:
        InvalidValueError: Something that is no list of `Appraisal`.

    Examples:
        >>> from sakip import Party, Period
        >>> year = Period.year(2024)
        >>> found = Appraisals(
        ...     [
        ...         Appraisal(Party("Camat Utara"), period=year, results="meets", behaviour="meets"),
        ...         Appraisal(Party("Camat Barat"), period=year, results="above", behaviour="above"),
        ...         Appraisal(Party("Camat Timur"), period=year, results=None, behaviour="above"),
        ...     ]
        ... )
        >>> found.predicates
        ('Sangat Baik', 'Baik', None)
    """

    appraisals: tuple[Appraisal, ...] = field(converter=_ordered)

    __reduce__ = reduce_by_fields

    def __iter__(self) -> Iterator[Appraisal]:
        return iter(self.appraisals)

    def __len__(self) -> int:
        return len(self.appraisals)

    @property
    def predicates(self) -> tuple[Predicate | None, ...]:
        """Predikat: of each appraisal, None where it is not known; what a `Distribution` takes."""
        return tuple(_known(one) for one in self.appraisals)

    @property
    def by_predicate(self) -> tuple[tuple[str | None, tuple[Appraisal, ...]], ...]:
        """Menurut predikat: the appraisals of each predicate, the highest first, and those without one, of None."""
        labels: tuple[str | None, ...] = (*reversed(PREDICATES.names), None)
        return tuple((label, tuple(one for one in self.appraisals if _known(one) == label)) for label in labels)

    def check(self) -> Report:
        """Periksa evaluasi: what is found in each appraisal."""
        return Report(finding for one in self.appraisals for finding in one.check())

    def rows(self, lang: Lang = "id") -> list[dict[str, Any]]:
        """Baris evaluasi: one dict an appraisal, with the keys of `Appraisal.rows`.

        Raises:
            InvalidValueError: An unknown language.
        """
        require_lang(lang)
        return [row for one in self.appraisals for row in one.rows(lang)]

    def table(self, lang: Lang = "id") -> Table:
        """Tabel evaluasi: one row a position; below it how many have each predicate, and why some have none."""
        require_lang(lang)
        periods = list(dict.fromkeys(one.period for one in self.appraisals))
        same = len(periods) == 1
        title = _TITLE.render(lang, {"count": len(self)})
        several = [] if same else [Column(_PERIOD.render(lang))]
        return Table(
            title=f"{title}, {periods[0].label(lang)}" if same else title,
            columns=[*(Column(head.render(lang)) for head in _HEADS), *several],
            rows=[(*_cells(one, lang), *([] if same else [one.period.label(lang)])) for one in self.appraisals],
            notes=list(self._notes(lang)),
        )

    def _notes(self, lang: Lang) -> Iterator[str]:
        yield ", ".join(
            f"{_WITHOUT.render(lang) if label is None else label} {len(those)}"
            for label, those in self.by_predicate
            if label is not None or those
        )
        yield _BESIDE.render(lang)
        for one in self.appraisals:
            if one.reasons:
                yield f"{_named(one)}: {'; '.join(reason.text(lang) for reason in one.reasons)}"
        yield from dict.fromkeys(note for one in self.appraisals for note in one.table(lang).notes)

    def text(self, lang: Lang = "id", *, width: int | None = None) -> str:
        """Teks rekap: the table for a terminal, 80 columns wide unless another width is given.

        Raises:
            InvalidValueError: Another language, or a width that is not 20 to 1,000.
        """
        return self.table(lang).text(width)

    def _repr_html_(self) -> str:
        return self.table().html()


def _named(one: Appraisal) -> str:
    position, office = one.position.position, one.position.office
    return position if office is None or office in position else f"{position}, {office}"


def _cells(one: Appraisal, lang: Lang) -> tuple[str, ...]:
    ratings = (
        _NOT_KNOWN if isinstance(it, Reason) else _SHORT[it].render(lang) for it in (one.results, one.behaviour_counted)
    )
    return _known(one) or _NOT_KNOWN, _named(one), *ratings, _discipline(one, lang)


def _discipline(one: Appraisal, lang: Lang) -> str:
    if isinstance(one.sanction, Reason):
        return _NOT_KNOWN
    if one.sanction is not None:
        return gravity_text(one.sanction.gravity, lang)
    # Without a rule nobody has looked whether a sanction is in force.
    return "" if one.discipline is None else _NONE.render(lang)


_NOT_KNOWN = "–"
_NONE = Text("tidak ada", "none")
_SHORT: Mapping[Rating, Text] = {
    "below": Text("di bawah", "below"),
    "meets": Text("sesuai", "meets"),
    "above": Text("di atas", "above"),
}
_BESIDE = Text(
    "Hasil kerja dan perilaku dibandingkan dengan ekspektasi; perilaku sesudah disiplin dihitung",
    "Results and behaviour beside what was expected; the behaviour as it counts after discipline",
)
_TITLE = Text("Evaluasi kinerja pegawai: {count}", "Appraisals: {count}")
_WITHOUT = Text("tanpa predikat", "without a predicate")
_PERIOD = Text("Periode", "Period")
_HEADS = (
    Text("Predikat", "Predicate"),
    Text("Jabatan", "Position"),
    Text("Hasil kerja", "Results"),
    Text("Perilaku", "Behaviour"),
    Text("Disiplin", "Discipline"),
)


def appraisals(given: Iterable[Appraisal]) -> Appraisals:
    """Rekap evaluasi pegawai: many appraisals as one table, by their predicates.

    Args:
        given: Evaluasi kinerja pegawai, in any order.

    Raises:
        InvalidValueError: Something that is no list of `Appraisal`.

    Reference: PermenPANRB 6/2022 (secondary), on the predicates and their order.

    Examples:
        >>> from sakip import Party, Period
        >>> year = Period.year(2024)
        >>> found = appraisals(
        ...     Appraisal(Party(position), period=year, results="meets", behaviour="meets")
        ...     for position in ("Camat Utara", "Camat Barat")
        ... )
        >>> [one.position.position for one in found]
        ['Camat Barat', 'Camat Utara']
    """
    return Appraisals(given)
