"""Masa jabatan: who held a position, in which capacity, and from when to when."""

from datetime import date
from typing import Literal, get_args

from attrs import field, frozen

from sakip.base.choice import choose
from sakip.base.kind import day_of, none_or, none_or_day, of_kind, recorded_day
from sakip.base.notation import format_date
from sakip.base.rebuild import reduce_by_fields
from sakip.base.reference import Reference
from sakip.base.text import Argument, Lang, Text
from sakip.errors import InvalidValueError
from sakip.model.party import Party, require_person

__all__ = ["Tenure", "TenureKind"]

TenureKind = Literal["definitive", "Plt", "Plh", "Pj", "Pjs"]

_KINDS: dict[TenureKind, Text] = {
    "definitive": Text("definitif", "definitive"),
    "Plt": Text("Plt., pelaksana tugas", "Plt., acting official"),
    "Plh": Text("Plh., pelaksana harian", "Plh., daily acting official"),
    "Pj": Text("Pj., penjabat", "Pj., interim official"),
    "Pjs": Text("Pjs., penjabat sementara", "Pjs., temporary interim official"),
}
_KIND_WORDS = {
    "definitif": "definitive",
    "plt": "Plt",
    "plt.": "Plt",
    "pelaksana tugas": "Plt",
    "plh": "Plh",
    "plh.": "Plh",
    "pelaksana harian": "Plh",
    "pj": "Pj",
    "pj.": "Pj",
    "penjabat": "Pj",
    "pjs": "Pjs",
    "pjs.": "Pjs",
    "penjabat sementara": "Pjs",
}
_PRECEDENCE: dict[TenureKind, int] = {"definitive": 0, "Plt": 1, "Pj": 1, "Plh": 2, "Pjs": 2}
_SPAN = Text("{position} ({kind}), {starts} sampai {ends}", "{position} ({kind}), {starts} to {ends}")
_OPEN_SPAN = Text("{position} ({kind}), sejak {starts}", "{position} ({kind}), since {starts}")


def _party(value: Party) -> Party:
    return of_kind(Party, value, "Tenure.party", "Party('Kepala Dinas Kesehatan')")


def _official(value: str) -> str:
    return require_person(value, "Tenure.official")


def _kind(value: TenureKind) -> TenureKind:
    return choose(
        value,
        get_args(TenureKind),
        "Tenure.kind",
        code="unknown-tenure-kind",
        problem=("jenis masa jabatan tidak dikenal", "unknown kind of tenure"),
        known=_KIND_WORDS,
    )


def _starts(value: date) -> date:
    return recorded_day(value, "Tenure.starts")


def _ends(value: date | None) -> date | None:
    return none_or_day(value, "Tenure.ends")


def _legal_basis(value: Reference | None) -> Reference | None:
    return none_or(Reference, value, "Tenure.legal_basis", "Reference('SK Bupati 800/1/2025', certainty='read')")


@frozen
class Tenure:
    """Masa jabatan: one person in one position from a day to a day, definitively or for somebody else.

    A *Plh* stands in for an official who is away for a while, a *Plt* for one who will not come back; a *Pj* fills the
    post of a head of region that is empty, a *Pjs* that of one on leave for a campaign.

    Attributes:
        party: The position; people change, positions stay.
        official: The person, by name or by number (NIP), always written alike, since this tells who is the same.
            Personal data: never part of the representation, of any text or of any error.
        kind: ``definitive``, ``Plt``, ``Plh``, ``Pj`` or ``Pjs``.
        starts: First day.
        ends: Last day, still in office; None while no end is known.
        legal_basis: The decision by which the person took office.

    Raises:
        InvalidValueError: A field of another kind, an unknown kind of tenure, an end before the start, or a party that
            names another official.

    Reference: UU 30/2014, article 14(2) (secondary), on Plh and Plt; SE BKN 1/2021 (secondary), which restates it; Pj
        and Pjs are remembered.

    Examples:
        >>> from sakip import Party
        >>> acting = Tenure(Party("Camat"), "Contoh", kind="Plt", starts=date(2024, 10, 1), ends=date(2024, 12, 31))
        >>> acting.text("id"), acting.covers(date(2024, 12, 31))
        ('Camat (Plt., pelaksana tugas), 1 Oktober 2024 sampai 31 Desember 2024', True)
    """

    party: Party = field(converter=_party)
    official: str = field(converter=_official, repr=False)
    kind: TenureKind = field(default="definitive", converter=_kind, kw_only=True)
    starts: date = field(converter=_starts, kw_only=True)
    ends: date | None = field(default=None, converter=_ends, kw_only=True)
    legal_basis: Reference | None = field(default=None, converter=_legal_basis, kw_only=True)

    __reduce__ = reduce_by_fields

    def __attrs_post_init__(self) -> None:
        if self.ends is not None and self.ends < self.starts:
            raise InvalidValueError(
                code="ends-before-start",
                path="Tenure.ends",
                value=self.ends,
                problem=(
                    f"masa jabatan berakhir sebelum dimulai ({format_date(self.starts)})",
                    f"the tenure ends before it starts ({format_date(self.starts, 'en')})",
                ),
                way_out=(
                    "Tulis hari terakhir menjabat, atau kosongkan",
                    "Write the last day in office, or leave it out",
                ),
            )
        if self.party.official not in {None, self.official}:
            raise InvalidValueError(
                code="two-officials",
                path="Tenure.official",
                value="...",
                problem=(
                    "pihak dan masa jabatannya menyebut dua orang",
                    "the party and its tenure name two people",
                ),
                way_out=("Kosongkan official pada Party", "Leave official out of the Party"),
            )

    @property
    def precedence(self) -> int:
        """Urutan: who holds a position that several are named for: 0 definitive, 1 Plt and Pj, 2 Plh and Pjs."""
        return _PRECEDENCE[self.kind]

    def covers(self, day: date) -> bool:
        """Mencakup: whether the day lies in this tenure, its first and its last day included.

        Raises:
            InvalidValueError: Not a plain date.
        """
        at = day_of(day, "Tenure.covers")
        return self.starts <= at and (self.ends is None or at <= self.ends)

    def meets(self, other: "Tenure") -> bool:
        """Bertemu: whether the two tenures share a day.

        Raises:
            InvalidValueError: Not a `Tenure`.
        """
        one = of_kind(Tenure, other, "Tenure.meets", "Tenure(Party('Camat'), 'Contoh', starts=date(2025, 1, 1))")
        return (self.ends is None or one.starts <= self.ends) and (one.ends is None or self.starts <= one.ends)

    def text(self, lang: Lang = "id") -> str:
        """Teks masa jabatan: position, kind and days; never the person."""
        words: dict[str, Argument] = {"position": self.party.position, "kind": _KINDS[self.kind], "starts": self.starts}
        if self.ends is None:
            return _OPEN_SPAN.render(lang, words)
        return _SPAN.render(lang, {**words, "ends": self.ends})

    def capacity(self, lang: Lang = "id") -> str:
        """Sebutan kedudukan: in which capacity the position is held, in words."""
        return _KINDS[self.kind].render(lang)
