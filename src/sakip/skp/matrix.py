"""Matriks predikat: from a rating of the results and a rating of the behaviour to the predicate of an employee."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from typing import Literal, cast, get_args

from attrs import field, frozen

from sakip.base.choice import choose
from sakip.base.display import Column, Table
from sakip.base.finding import Report
from sakip.base.kind import listed, none_or, parted
from sakip.base.rebuild import reduce_by_fields
from sakip.base.reference import Reference
from sakip.base.rule import Rule
from sakip.base.text import Argument, Lang, Text, require_lang, require_text
from sakip.errors import InvalidValueError
from sakip.model.scale import OrdinalScale
from sakip.skp.rating import Rating, rating_text, require_rating

__all__ = [
    "MATRIX_6_2022",
    "PREDICATES",
    "RULES",
    "Predicate",
    "PredicateMatrix",
    "predicate",
    "require_predicate",
]

Predicate = Literal["Sangat Baik", "Baik", "Butuh Perbaikan", "Kurang", "Sangat Kurang"]
"""Predikat kinerja pegawai: the five labels, as the regulation words them."""
Cell = tuple[Rating, Rating, Predicate]
"""Sel matriks: the rating of the results, that of the behaviour, and the predicate."""

_RATINGS: tuple[Rating, ...] = get_args(Rating)
_BASIS = Reference("PermenPANRB 6/2022", article="matriks hasil kerja dan perilaku kerja", certainty="secondary")
_CELL = "('above', 'meets', 'Baik')"

_WRONG = Rule(
    "SKP-MATRIX-CELL",
    "error",
    Text(
        "hasil kerja {results} dan perilaku {behaviour} diberi predikat {given}; seharusnya {label} menurut {basis}",
        "results: {results}, behaviour: {behaviour}; the predicate is {given}, by {basis} it should be {label}",
    ),
)
_MISSING = Rule(
    "SKP-MATRIX-MISSING",
    "error",
    Text(
        "hasil kerja {results} dan perilaku {behaviour} tidak diberi predikat; seharusnya {label} menurut {basis}",
        "results: {results}, behaviour: {behaviour}; there is no predicate, by {basis} it should be {label}",
    ),
)
_TWICE = Rule(
    "SKP-MATRIX-TWICE",
    "error",
    Text(
        "hasil kerja {results} dan perilaku {behaviour} diberi dua predikat: {given}",
        "results: {results}, behaviour: {behaviour}; there are two predicates: {given}",
    ),
)
RULES = (_WRONG, _MISSING, _TWICE)
"""Aturan matriks: every finding of `PredicateMatrix.check`."""

PREDICATES = OrdinalScale(
    ["Sangat Kurang", "Kurang", "Butuh Perbaikan", "Baik", "Sangat Baik"],
    title="Predikat kinerja pegawai",
    reference=_BASIS,
)
"""Urutan predikat: the labels of employees from the lowest to the highest."""


def require_predicate(value: str, path: str) -> Predicate:
    """Predikat: one of the five labels, refused with the one that was probably meant.

    Raises:
        InvalidValueError: Any other word.

    Examples:
        >>> require_predicate("Baik", "annual_credit.predicate")
        'Baik'
    """
    problem = ("predikat pegawai tidak dikenal", "unknown predicate of an employee")
    known = {**{label.lower(): label for label in PREDICATES.names}, "cukup": "Butuh Perbaikan"}
    labels: tuple[Predicate, ...] = get_args(Predicate)
    return choose(cast("Predicate", value), labels, path, code="unknown-predicate", problem=problem, known=known)


def _id(value: str) -> str:
    return require_text(value, "PredicateMatrix.id")


def _cells(value: Iterable[tuple[str, str, str]], path: str) -> tuple[tuple[Rating, Rating, str], ...]:
    cells = (parted(one, 3, path, _CELL) for one in listed(value, path, _CELL))
    return tuple((require_rating(a, path), require_rating(b, path), require_text(label, path)) for a, b, label in cells)


def _total(value: Iterable[Cell]) -> tuple[Cell, ...]:
    path = "PredicateMatrix.cells"
    cells: tuple[Cell, ...] = tuple((a, b, require_predicate(label, path)) for a, b, label in _cells(value, path))
    found: dict[tuple[Rating, Rating], Predicate] = {(one[0], one[1]): one[2] for one in cells}
    if len(found) == len(cells) == len(_RATINGS) ** 2:
        return tuple((pair[0], pair[1], found[pair]) for pair in _pairs())
    raise InvalidValueError(
        code="matrix-not-total",
        path=path,
        value=[pair for pair in _pairs() if pair not in found] or cells,
        problem=("ada sel tanpa predikat atau ganda", "a cell has no predicate, or two"),
        way_out=("Beri tepat satu predikat untuk tiap pasangan rating", "Give each pair of ratings one predicate"),
    )


def _pairs() -> Iterator[tuple[Rating, Rating]]:
    """The nine pairs as the table is printed: results from above to below, behaviour from below to above."""
    return product(reversed(_RATINGS), _RATINGS)


def _reference(value: Reference | None) -> Reference | None:
    return none_or(Reference, value, "PredicateMatrix.reference", "Reference('Perbup 1/2026', certainty='read')")


@frozen
class PredicateMatrix:
    """Matriks predikat: one predicate for each pair of ratings, none left out.

    Attributes:
        id: Stable name.
        cells: (results, behaviour, predicate) for each of the nine pairs, in any order.
        reference: Where the matrix comes from.

    Raises:
        InvalidValueError: A pair without a predicate or with two, or another word for a rating or a predicate.

    Examples:
        >>> MATRIX_6_2022.find(results="above", behaviour="meets")
        'Baik'
        >>> print(MATRIX_6_2022.text("en", width=100))
        Predicate by results (down) and behaviour (across)
        <BLANKLINE>
        Results            below expectation  meets expectation  above expectation
        -----------------  -----------------  -----------------  -----------------
        above expectation  Kurang             Baik               Sangat Baik
        meets expectation  Kurang             Baik               Baik
        below expectation  Sangat Kurang      Butuh Perbaikan    Butuh Perbaikan
        <BLANKLINE>
        PermenPANRB 6/2022, matriks hasil kerja dan perilaku kerja (from a secondary source)
    """

    id: str = field(converter=_id)
    cells: tuple[Cell, ...] = field(converter=_total, kw_only=True)
    reference: Reference | None = field(default=None, converter=_reference, kw_only=True)

    __reduce__ = reduce_by_fields

    def find(self, *, results: Rating, behaviour: Rating) -> Predicate:
        """Predikat: the predicate of one pair of ratings.

        Raises:
            InvalidValueError: Another word for a rating.
        """
        asked = (
            require_rating(results, "PredicateMatrix.find.results"),
            require_rating(behaviour, "PredicateMatrix.find.behaviour"),
        )
        return self._labels()[asked]

    def check(self, cells: Iterable[tuple[str, str, str]]) -> Report:
        """Periksa matriks lain: where the table of an application, as it stands, departs from this one.

        Args:
            cells: (results, behaviour, label) as the application has them; cells may be missing or stand twice.

        Raises:
            InvalidValueError: No list of three texts each, or another word for a rating.

        Examples:
            >>> for finding in MATRIX_6_2022.check([(*cell[:2], "Baik") for cell in MATRIX_6_2022.cells[:2]]):
            ...     print(finding.code, finding.subject)
            SKP-MATRIX-CELL matrix[above, below]
            SKP-MATRIX-MISSING matrix[above, above]
            SKP-MATRIX-MISSING matrix[meets, below]
            SKP-MATRIX-MISSING matrix[meets, meets]
            SKP-MATRIX-MISSING matrix[meets, above]
            SKP-MATRIX-MISSING matrix[below, below]
            SKP-MATRIX-MISSING matrix[below, meets]
            SKP-MATRIX-MISSING matrix[below, above]
        """
        given: dict[tuple[Rating, Rating], dict[str, None]] = {pair: {} for pair in _pairs()}
        for results, behaviour, label in _cells(cells, "PredicateMatrix.check.cells"):
            given[results, behaviour][label] = None
        basis = self.id if self.reference is None else self.reference.title
        found = []
        for (results, behaviour), label in self._labels().items():
            labels = tuple(given[results, behaviour])
            if labels != (label,):
                rule = _MISSING if not labels else _WRONG if len(labels) == 1 else _TWICE
                words: dict[str, Argument] = {
                    "results": _both(results),
                    "behaviour": _both(behaviour),
                    "given": ", ".join(labels),
                    "basis": basis,
                    "label": label,
                }
                told = {name: word for name, word in words.items() if name in rule.message.names}
                found.append(rule.at(f"matrix[{results}, {behaviour}]", **told))
        return Report(found)

    def table(self, lang: Lang = "id") -> Table:
        """Tabel matriks: results down, behaviour across, and below it where it comes from."""
        require_lang(lang)
        labels = self._labels()
        return Table(
            title=_TITLE.render(lang),
            columns=[Column(_RESULTS.render(lang)), *(Column(rating_text(one, lang)) for one in _RATINGS)],
            rows=[
                (rating_text(results, lang), *(labels[results, behaviour] for behaviour in _RATINGS))
                for results in reversed(_RATINGS)
            ],
            notes=() if self.reference is None else (self.reference.text(lang),),
        )

    def text(self, lang: Lang = "id", *, width: int | None = None) -> str:
        """Teks matriks: the table for a terminal, 80 columns wide unless another width is given.

        Raises:
            InvalidValueError: Another language, or a width that is not 20 to 1,000.
        """
        return self.table(lang).text(width)

    def _repr_html_(self) -> str:
        return self.table().html()

    def _labels(self) -> Mapping[tuple[Rating, Rating], Predicate]:
        return {(results, behaviour): label for results, behaviour, label in self.cells}


_TITLE = Text(
    "Predikat menurut hasil kerja (ke bawah) dan perilaku (ke samping)",
    "Predicate by results (down) and behaviour (across)",
)
_RESULTS = Text("Hasil kerja", "Results")


def _both(rating: Rating) -> Text:
    return Text.literal(rating_text(rating, "id"), rating_text(rating, "en"))


MATRIX_6_2022 = PredicateMatrix(
    "permenpanrb-6-2022",
    cells=[
        ("above", "below", "Kurang"),
        ("above", "meets", "Baik"),
        ("above", "above", "Sangat Baik"),
        ("meets", "below", "Kurang"),
        ("meets", "meets", "Baik"),
        ("meets", "above", "Baik"),
        ("below", "below", "Sangat Kurang"),
        ("below", "meets", "Butuh Perbaikan"),
        ("below", "above", "Butuh Perbaikan"),
    ],
    reference=_BASIS,
)
"""Matriks PermenPANRB 6/2022: eight independent tables agree on these cells; the regulation's own was not read."""


def predicate(*, results: Rating, behaviour: Rating) -> Predicate:
    """Predikat kinerja pegawai: from the results and the behaviour, by the matrix of PermenPANRB 6/2022.

    Behaviour below expectation is never made good by results: it is *Kurang* at best.

    Args:
        results: Rating hasil kerja: ``below``, ``meets`` or ``above``.
        behaviour: Rating perilaku kerja, with the same words.

    Raises:
        InvalidValueError: Any other word.

    Reference: PermenPANRB 6/2022 (secondary).

    Examples:
        >>> from sakip.skp import predicate
        >>> predicate(results="above", behaviour="above"), predicate(results="above", behaviour="below")
        ('Sangat Baik', 'Kurang')
    """
    asked = (require_rating(results, "predicate.results"), require_rating(behaviour, "predicate.behaviour"))
    return MATRIX_6_2022.find(results=asked[0], behaviour=asked[1])
