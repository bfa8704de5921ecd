"""Baris telaah: what is said of one row of a reviewed table."""

from fractions import Fraction

from attrs import frozen

from sakip.base.rebuild import reduce_by_fields
from sakip.base.text import Lang, Text
from sakip.model.indicator import Polarity
from sakip.review.fitting import RANGES, VALUES, Fit, Form, quotients
from sakip.review.hypotheses import Case, PresumedCause, hypotheses
from sakip.review.judging import Verdict
from sakip.review.seen import SeenCell, number_of
from sakip.review.trial import Numbers

__all__ = ["NOT_COMPUTABLE", "ReviewLine", "reason_text", "verdict_text"]

NOT_COMPUTABLE: tuple[tuple[str, Text], ...] = (
    ("zero-target", Text("target nol", "the target is zero")),
    ("no-target", Text("tidak ada target", "there is no target")),
    ("no-realization", Text("tidak ada realisasi", "there is no realization")),
    ("no-percentage", Text("tidak ada capaian tercetak", "no percentage is printed")),
    ("level", Text("tingkat atau opini, bukan angka", "a level or an opinion, not a number")),
    ("date", Text("tanggal, bukan angka", "a date, not a number")),
    ("range", Text("rentang di tempat satu angka", "a range in the place of one number")),
    ("units", Text("target dan realisasi berbeda satuan", "target and realization in different units")),
    ("unreadable", Text("sel tidak dapat dibaca", "a cell cannot be read")),
    ("blank", Text("baris kosong", "an empty row")),
    ("heading", Text("judul bagian", "the head of a section")),
    ("column-heads", Text("judul atau nomor kolom", "heads or numbers of columns")),
    ("not-a-row", Text("bukan pasangan kolom dan isi", "no mapping of columns to cells")),
)
"""Alasan tak terhitung: why a row cannot be recomputed, by code."""

_REASONS: dict[str, Text] = dict(NOT_COMPUTABLE)

_VERDICTS: dict[Verdict, Text] = {
    "reproduced": Text("sesuai", "reproduced"),
    "reproduced-against-polarity": Text("arah terbalik", "against polarity"),
    "rounding": Text("selisih pembulatan", "rounding"),
    "not-reproduced": Text("tidak sesuai", "not reproduced"),
    "not-computable": Text("tak terhitung", "not computable"),
}


def reason_text(code: str | None, lang: Lang = "id") -> str:
    """Teks alasan: why a row cannot be recomputed; nothing for None.

    Examples:
        >>> reason_text("zero-target")
        'target nol'
    """
    return "" if code is None else _REASONS[code].render(lang)


def verdict_text(verdict: Verdict, lang: Lang = "id") -> str:
    """Teks putusan: a verdict in a word or two.

    Examples:
        >>> verdict_text("not-reproduced")
        'tidak sesuai'
    """
    return _VERDICTS[verdict].render(lang)


@frozen
class ReviewLine:
    """Baris telaah: what was read in one row, what gives its print, and what is wrong with it.

    Made by `review`, never by hand.

    Attributes:
        row: Number of the row, from 1, as the rows were given.
        indicator: Its name as printed, in one line.
        target: The cell of the target, with every reading.
        realization: The cell of the realization.
        achievement: The cell of the printed percentage.
        verdict: ``reproduced``, ``reproduced-against-polarity``, ``rounding``, ``not-reproduced`` or
            ``not-computable``.
        reason: Why the row is not computable, as a code; None for any other row.
        fits: Every formula that gives the print, with its rounding and ceiling, the one that is named first.
        polarity: The direction that the print implies; None where formulas of both directions give it, or none does.
        stated: The direction that the row states.
        suggested: The direction that its words suggest; never used to call a row right or wrong.
        departures: What the row does otherwise than its table although its print is given: cuts it at a ceiling, cuts
            decimals off, holds words beside its numbers, or follows the opposite direction.
        expected: The formula that should have given the print, where none of its direction does.
        recomputed: The exact value of that formula in percent, before rounding; of a total in the form of its print.
        bounds: Between which values the printed inputs' own rounding leaves it; None where they are exact.
        sure: How sure the reading of its three numbers is: ``certain``, ``column``, ``table``, ``open`` or ``beside``.
        unit: The declared unit as printed.
        objective: The objective (sasaran) that it stands under.
        period: Its period as printed.
        office: Its office as printed.
        code: Its code.
        predicate: Its predicate as printed.
        weight: Its weight, where it is one number.
        numbers: The three numbers in the reading that was chosen, where they have several.
        case: What presumed causes are tried on, where no formula gives the print.
    """

    row: int
    indicator: str
    target: SeenCell
    realization: SeenCell
    achievement: SeenCell
    verdict: Verdict
    reason: str | None = None
    fits: tuple[Fit, ...] = ()
    polarity: Polarity | None = None
    stated: Polarity | None = None
    suggested: Polarity | None = None
    departures: tuple[PresumedCause, ...] = ()
    expected: str | None = None
    recomputed: Fraction | None = None
    bounds: tuple[Fraction, Fraction] | None = None
    sure: str = "certain"
    unit: str = ""
    objective: str = ""
    period: str = ""
    office: str = ""
    code: str = ""
    predicate: str = ""
    weight: Fraction | None = None
    numbers: Numbers | None = None
    case: Case | None = None

    __reduce__ = reduce_by_fields

    @property
    def hypotheses(self) -> tuple[PresumedCause, ...]:
        """Dugaan: causes that would explain the print, the simplest first; several are ambiguous.

        They are tried when somebody asks.
        """
        if self.case is None:
            return self.departures
        return tuple(dict.fromkeys((*self.departures, *hypotheses(self.case))))

    @property
    def formula(self) -> str | None:
        """Rumus: the formula that gives the print; None where none does."""
        return self.fits[0].formula if self.fits else None

    @property
    def cap(self) -> int | None:
        """Batas atas: the ceiling that the print was cut at, if it was."""
        return self.fits[0].cap if self.fits else None

    @property
    def rounding(self) -> str | None:
        """Pembulatan: the mode that leads to the print; half up where several do."""
        return self.fits[0].roundings[0] if self.fits else None

    @property
    def is_wrong(self) -> bool:
        """Keliru: whether the print certainly does not follow from its row, or follows against the stated direction.

        A print that an undecided custom would make right is not certainly wrong.
        """
        return self.verdict in {"not-reproduced", "reproduced-against-polarity"} and self.undecided is None

    @property
    def undecided(self) -> PresumedCause | None:
        """Belum pasti: a ceiling, or target over realization, that would make a print right that no formula gives.

        The table neither bears it out nor contradicts it; a written rule of the office decides. None for any other row.

        Examples:
            >>> from sakip.review import review
            >>> review([{"target": "80", "realization": "92", "achievement": "100"}]).lines[0].undecided.text("id")
            'capaian dipotong pada 100'
        """
        return self.case.undecided if self.case is not None and self.verdict == "not-reproduced" else None

    @property
    def printed(self) -> Fraction | None:
        """Capaian tercetak: the printed percentage in percent, be it a quotient; None where columns are numbered."""
        if self.reason == "column-heads":
            return None
        value = self.achievement.value if self.numbers is None else number_of(self.numbers.printed)
        return value * 100 if value is not None and self.form == "quotient" else value

    @property
    def form(self) -> Form | None:
        """Bentuk cetak: a percentage or a quotient; of a row that no formula gives, as its table prints."""
        if self.fits:
            return self.fits[0].form
        return None if self.case is None else self.case.form

    @property
    def exact(self) -> Fraction | None:
        """Nilai tepat: what the formula gives in percent, before rounding and before any ceiling."""
        if self.recomputed is not None or not self.fits:
            return self.recomputed
        way = next((way for way in (*VALUES, *RANGES) if way.formula.id == self.formula), None)
        if way is None:
            return None
        target, realization, _, high = self.numbers or (self.target, self.realization, None, self.target.high)
        (value,) = quotients((way,), target, realization, high)
        return None if value is None else Fraction(*value)

    @property
    def corrected(self) -> Fraction | None:
        """Capaian yang dibetulkan: what should have been printed instead, exact and in percent.

        None where nothing is wrong, and where the simplest presumed cause lies in the target or the realization: the
        print then follows from what was meant there, and that cell is to be corrected.
        """
        if not self.is_wrong or self.recomputed is None:
            return None
        causes = self.hypotheses
        return self.due if not causes or causes[0].in_print else None

    @property
    def due(self) -> Fraction | None:
        """Capaian seharusnya: the recomputed value, cut where the table cuts; None where nothing was recomputed."""
        if self.recomputed is None or self.case is None or self.case.ceiling is None:
            return self.recomputed
        return min(self.recomputed, Fraction(self.case.ceiling))

    def cells(self) -> tuple[SeenCell, SeenCell, SeenCell]:
        """Ketiga sel: target, realization and achievement."""
        return self.target, self.realization, self.achievement
