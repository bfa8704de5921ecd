"""Pihak dan jenjang: who promises, who accepts, and at which level of the organisation."""

import re
from typing import Literal, NamedTuple

from attrs import field, frozen

from sakip.base.kind import of_kind
from sakip.base.rebuild import reduce_by_fields
from sakip.base.text import Lang, Text, require_text
from sakip.errors import InvalidValueError

__all__ = ["ECHELON_CODES", "Echelon", "EchelonKind", "Party", "require_person"]

EchelonKind = Literal["head", "structural", "functional", "staff"]


class _Entry(NamedTuple):
    code: str
    rank: int
    kind: EchelonKind
    label: Text


def _roman(code: str, rank: int) -> _Entry:
    return _Entry(code, rank, "structural", Text(f"Eselon {code}", f"Echelon {code}"))


# The ranks of the posts after delayering follow article 131 of UU 5/2014 as remembered, not as read; those of
# functional posts are common usage, for which no single rule was found.
_CATALOGUE = (
    _Entry("MENTERI", 0, "head", Text("Menteri/Kepala Lembaga", "Minister or head of institution")),
    _Entry("GUBERNUR", 0, "head", Text("Gubernur", "Governor")),
    _Entry("BUPATI", 0, "head", Text("Bupati", "Regent")),
    _Entry("WALI KOTA", 0, "head", Text("Wali Kota", "Mayor")),
    _roman("I", 1),
    _roman("I.a", 1),
    _roman("I.b", 1),
    _Entry("JPT UTAMA", 1, "structural", Text("JPT Utama", "JPT Utama (highest executive post)")),
    _Entry("JPT MADYA", 1, "structural", Text("JPT Madya", "JPT Madya (senior executive post)")),
    _roman("II", 2),
    _roman("II.a", 2),
    _roman("II.b", 2),
    _Entry("JPT PRATAMA", 2, "structural", Text("JPT Pratama", "JPT Pratama (executive post)")),
    _roman("III", 3),
    _roman("III.a", 3),
    _roman("III.b", 3),
    _Entry("ADMINISTRATOR", 3, "structural", Text("Administrator", "Administrator")),
    _roman("IV", 4),
    _roman("IV.a", 4),
    _roman("IV.b", 4),
    _Entry("PENGAWAS", 4, "structural", Text("Pengawas", "Supervisor")),
    _Entry("KETUA TIM", 4, "structural", Text("Ketua Tim", "Team leader")),
    _roman("V", 5),
    _Entry("JF AHLI UTAMA", 2, "functional", Text("JF Ahli Utama", "Functional: principal expert")),
    _Entry("JF AHLI MADYA", 3, "functional", Text("JF Ahli Madya", "Functional: associate expert")),
    _Entry("JF AHLI MUDA", 4, "functional", Text("JF Ahli Muda", "Functional: junior expert")),
    _Entry("JF AHLI PERTAMA", 5, "functional", Text("JF Ahli Pertama", "Functional: first expert")),
    _Entry("JF KETERAMPILAN", 5, "functional", Text("JF Keterampilan", "Functional: skilled")),
    _Entry("PELAKSANA", 5, "staff", Text("Pelaksana", "Staff")),
)
ECHELON_CODES = tuple(entry.code for entry in _CATALOGUE)
_PAY_GRADE = re.compile(r"[IV]+/[A-E]")


def _key(code: object) -> str:
    # Only ASCII is folded: the upper case of a dotless i is an I, and would read as a roman numeral.
    if not isinstance(code, str) or len(code) > 64 or not code.isascii():
        return ""
    words = code.upper().removeprefix("ESELON ").replace(".", "").replace("-", " ").replace("_", " ").split()
    return " ".join(words).replace("WALIKOTA", "WALI KOTA")


def _code(value: str) -> str:
    key = _key(value)
    for entry in _CATALOGUE:
        if _key(entry.code) == key:
            return entry.code
    problem = ("jenjang tidak dikenal", "unknown level of the organisation")
    if _PAY_GRADE.fullmatch(key):
        problem = (
            "bentuk III/a adalah golongan ruang, bukan eselon",
            "the form III/a is a pay grade (golongan), not an echelon",
        )
    raise _unknown(value, problem)


def _unknown(value: object, problem: tuple[str, str]) -> InvalidValueError:
    names = ", ".join(ECHELON_CODES)
    return InvalidValueError(
        code="unknown-echelon",
        path="Echelon.code",
        value=value,
        problem=problem,
        way_out=(f"Pilih salah satu: {names}", f"Choose one of {names}"),
    )


@frozen
class Echelon:
    """Jenjang (eselon): a level of the organisation, structural, functional or after delayering.

    Levels compare by `rank` alone, and the rank of an echelon is its roman numeral: III.a, III.b, III and an
    administrator are of one rank. Equality is by code, so III.a and III are still two levels.

    Attributes:
        code: ``I.a`` to ``IV.b``, ``I`` to ``V``, ``MENTERI``, ``GUBERNUR``, ``BUPATI``, ``WALI KOTA``, ``JPT UTAMA``,
            ``JPT MADYA``, ``JPT PRATAMA``, ``ADMINISTRATOR``, ``PENGAWAS``, ``KETUA TIM``, ``JF AHLI UTAMA`` and its
            likes, ``PELAKSANA``. Case, hyphens, dots and the word *Eselon* in front do not matter when it is read.

    Raises:
        InvalidValueError: Any other code; ``III/a`` is a pay grade (golongan ruang).

    Reference: UU 5/2014, article 131 (memory), on the ranks after delayering; PP 41/2007 (memory), on I.a to IV.b.

    Examples:
        >>> from sakip import Echelon
        >>> Echelon("Eselon iii.a").code, Echelon("III.a").rank, Echelon("JPT Pratama").rank
        ('III.a', 3, 2)
        >>> Echelon("II").is_above(Echelon("III.a")), Echelon("III.a").is_above(Echelon("III.b"))
        (True, False)
    """

    code: str = field(converter=_code)

    __reduce__ = reduce_by_fields

    @property
    def rank(self) -> int:
        """Peringkat jenjang: 0 for a head of region or a minister, then the roman numeral, 1 to 5."""
        return self._entry().rank

    @property
    def kind(self) -> EchelonKind:
        """Jenis jenjang: ``head``, ``structural``, ``functional`` or ``staff``."""
        return self._entry().kind

    def is_above(self, other: "Echelon") -> bool:
        """Lebih tinggi: whether the rank of this level is higher; levels of one rank are not above each other.

        Raises:
            InvalidValueError: Not an `Echelon`.
        """
        return self.rank < of_kind(Echelon, other, "Echelon.is_above", "Echelon('III')").rank

    def label(self, lang: Lang = "id") -> str:
        """Sebutan jenjang: its name for people.

        Examples:
            >>> Echelon("II.b").label()
            'Eselon II.b'
        """
        return self._entry().label.render(lang)

    def _entry(self) -> _Entry:
        return next(entry for entry in _CATALOGUE if entry.code == self.code)


# A blank at an end is never meant, and would make another position of the same one.
def _position(value: str) -> str:
    return require_text(value, "Party.position").strip()


def _office(value: str | None) -> str | None:
    return None if value is None else require_text(value, "Party.office").strip()


def _party_code(value: str | None) -> str | None:
    return None if value is None else require_text(value, "Party.code").strip()


def _echelon(value: Echelon | str | None) -> Echelon | None:
    return value if value is None or isinstance(value, Echelon) else Echelon(value)


def _official(value: str | None) -> str | None:
    return None if value is None else require_person(value, "Party.official")


def require_person(value: str, path: str) -> str:
    """Orang: a name or a number of a person, one line of text that never travels on in an error.

    Raises:
        InvalidValueError: As for `require_text`, without the value.

    Examples:
        >>> require_person("Contoh", "Party.official")
        'Contoh'
    """
    try:
        return require_text(value, path)
    except InvalidValueError as error:
        # A refused name is still a person's name.
        raise InvalidValueError(
            code=error.code,
            path=error.path,
            value="...",
            problem=error.problem,
            way_out=error.way_out,
        ) from None


@frozen
class Party:
    """Pihak: a position that promises or accepts; people change, positions stay.

    Attributes:
        position: Jabatan. Blanks around it, the office and the code are left out.
        office: Unit kerja or perangkat daerah.
        code: Code of the position, if the agency has one.
        echelon: Jenjang; also given as text, such as ``"III"``.
        official: Name of the person in office. Personal data: never part of the representation, nor of any text but
            the official form.

    Raises:
        InvalidValueError: An empty text or an unknown echelon.

    Reference: PermenPANRB 53/2014, lampiran I (secondary), on pihak pertama and pihak kedua.

    Examples:
        >>> from sakip import Party
        >>> Party("Sekretaris", office="Dinas Kesehatan", echelon="III.a", official="Contoh").identity
        ('Dinas Kesehatan', 'Sekretaris')
    """

    position: str = field(converter=_position)
    office: str | None = field(default=None, converter=_office, kw_only=True)
    code: str | None = field(default=None, converter=_party_code, kw_only=True)
    echelon: Echelon | None = field(default=None, converter=_echelon, kw_only=True)
    official: str | None = field(default=None, converter=_official, kw_only=True, repr=False)

    __reduce__ = reduce_by_fields

    @property
    def identity(self) -> tuple[str, ...]:
        """Jati diri jabatan: what tells two positions apart: the code, or without one the office and the position.

        Two offices may each have a *Sekretaris*; a position is the same whoever holds it.
        """
        return (self.code,) if self.code is not None else (self.office or "", self.position)
