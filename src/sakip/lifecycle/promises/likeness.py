"""Kesamaan nama: whether two names mean one thing, however they are typed, and whether a name means a party."""

from sakip.base.likeness import folded
from sakip.model.party import Party

__all__ = ["alike", "is_party", "names_of", "titled"]


def alike(one: str, other: str) -> bool:
    """Nama sama: whether two names are spellings of one.

    Examples:
        >>> alike("Angka kematian ibu", "ANGKA KEMATIAN IBU (AKI)"), alike("Dinas PU", "dinas  pu.")
        (False, True)
    """
    return one == other or folded(one) == folded(other)


def is_party(name: str, party: Party) -> bool:
    """Pihak yang dimaksud: whether a name is that of a party's office, its position, both together, or its code.

    Examples:
        >>> secretary = Party("Sekretaris", office="Dinas Kesehatan", code="SEKDIS")
        >>> [is_party(name, secretary) for name in ("dinas kesehatan", "Sekretaris Dinas Kesehatan", "Dinas Sosial")]
        [True, True, False]
    """
    return folded(name) in names_of(party)


def names_of(party: Party) -> tuple[str, ...]:
    """Nama-nama pihak: the folded names that a party goes by, each once.

    Examples:
        >>> names_of(Party("Sekretaris", office="Dinas Kesehatan"))
        ('dinas kesehatan', 'sekretaris', 'sekretaris dinas kesehatan')
    """
    names = (party.office, party.position, party.code, f"{party.position} {party.office or ''}")
    return tuple(dict.fromkeys(folded(name) for name in names if name is not None))


def titled(party: Party) -> str:
    """Sebutan jabatan: the position, and its office where it does not name it, for many an office has a secretary.

    Examples:
        >>> titled(Party("Kepala Dinas Sosial", office="Dinas Sosial"))
        'Kepala Dinas Sosial'
        >>> titled(Party("Sekretaris", office="Dinas Sosial"))
        'Sekretaris, Dinas Sosial'
    """
    if party.office is None or f" {folded(party.office)} " in f" {folded(party.position)} ":
        return party.position
    return f"{party.position}, {party.office}"
