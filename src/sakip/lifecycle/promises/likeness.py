"""Kesamaan nama: whether two names mean one thing, however they are typed, and whether a name means a party."""

import re

from sakip.model.party import Party

__all__ = ["alike", "is_party", "names_of", "plain_name"]

_APART = re.compile(r"[\W_]+")


def plain_name(name: str) -> str:
    """Nama polos: a name without case, punctuation and doubled blanks; a name of signs alone stays as it is.

    Examples:
        >>> plain_name("Kepala  Dinas, Kesehatan.")
        'kepala dinas kesehatan'
    """
    return _APART.sub(" ", name.casefold()).strip() or name.strip()


def alike(one: str, other: str) -> bool:
    """Nama sama: whether two names are spellings of one.

    Examples:
        >>> alike("Angka kematian ibu", "ANGKA KEMATIAN IBU (AKI)"), alike("Dinas PU", "dinas  pu.")
        (False, True)
    """
    return one == other or plain_name(one) == plain_name(other)


def is_party(name: str, party: Party) -> bool:
    """Pihak yang dimaksud: whether a name is that of a party's office, its position, both together, or its code.

    Examples:
        >>> secretary = Party("Sekretaris", office="Dinas Kesehatan", code="SEKDIS")
        >>> [is_party(name, secretary) for name in ("dinas kesehatan", "Sekretaris Dinas Kesehatan", "Dinas Sosial")]
        [True, True, False]
    """
    return plain_name(name) in names_of(party)


def names_of(party: Party) -> tuple[str, ...]:
    """Nama-nama pihak: the plain names that a party goes by, each once.

    Examples:
        >>> names_of(Party("Sekretaris", office="Dinas Kesehatan"))
        ('dinas kesehatan', 'sekretaris', 'sekretaris dinas kesehatan')
    """
    names = (party.office, party.position, party.code, f"{party.position} {party.office or ''}")
    return tuple(dict.fromkeys(plain_name(name) for name in names if name is not None))
