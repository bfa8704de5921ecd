"""Riwayat perjanjian: the versions of one agreement, and which of them is in force on a day."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise

from attrs import field, frozen

from sakip.base.display import Column, Table
from sakip.base.kind import day_of, tuple_of
from sakip.base.notation import format_date
from sakip.base.rebuild import reduce_by_fields
from sakip.base.text import Lang, Text, require_lang
from sakip.errors import InvalidValueError
from sakip.model.agreement import Agreement
from sakip.model.amending import require_order
from sakip.model.amendment import reason_text
from sakip.model.difference import Difference, difference

__all__ = ["History"]

_PATH = "History.versions"


def _versions(value: Iterable[Agreement]) -> tuple[Agreement, ...]:
    given = tuple_of(Agreement, value, _PATH, "Agreement('PK-1', year=2025, first_party=..., objectives=[...])")
    if not given:
        raise InvalidValueError(
            code="no-versions",
            path=_PATH,
            value=given,
            problem=("riwayat tanpa satu versi pun", "a history without any version"),
            way_out=("Berikan sekurang-kurangnya satu Agreement", "Give at least one Agreement"),
        )
    return _chained(given)


def _chained(given: tuple[Agreement, ...]) -> tuple[Agreement, ...]:
    """The versions, each behind the one whose place it takes."""
    known: dict[str, Agreement] = {}
    successors: dict[str | None, Agreement] = {}
    for version in given:
        if version.code in known:
            raise _conflict("version-twice", version, version, _TWICE)
        known[version.code] = version
    for version in given:
        before = version.supersedes
        if before is not None and before not in known:
            raise _conflict("version-missing", version, before, _MISSING)
        other = successors.setdefault(before, version)
        if other is not version:
            raise _conflict("two-versions", other, version, _TWO_FIRST if before is None else _TWO_NEXT)
    found: list[Agreement] = []
    following = successors.get(None)
    while following is not None:
        found.append(following)
        following = successors.get(following.code)
    if len(found) < len(given):
        reached = {version.code for version in found}
        first, second = [version for version in given if version.code not in reached][:2]
        raise _conflict("version-cycle", first, second, _CYCLE)
    return tuple(found)


_Words = tuple[tuple[str, str], tuple[str, str]]
_TWICE: _Words = (
    ("dua versi memakai kode {first}", "two versions have the code {first}"),
    ("Beri tiap versi kode tersendiri", "Give each version a code of its own"),
)
_MISSING: _Words = (
    ("{first} menggantikan {second}, yang tidak ada dalam riwayat", "{first} supersedes {second}, which is not there"),
    ("Sertakan juga versi {second}", "Add the version {second} as well"),
)
_TWO_FIRST: _Words = (
    (
        "{first} dan {second} sama-sama berlaku: keduanya tidak menggantikan versi mana pun",
        "{first} and {second} are both in force: neither supersedes another version",
    ),
    ("Sebutkan versi yang digantikan lewat supersedes", "Name with supersedes which version is replaced"),
)
_TWO_NEXT: _Words = (
    (
        "{first} dan {second} sama-sama berlaku: keduanya menggantikan versi yang sama",
        "{first} and {second} are both in force: they supersede the same version",
    ),
    ("Biarkan yang satu menggantikan yang lain", "Let one of them supersede the other"),
)
_CYCLE: _Words = (
    ("{first} dan {second} saling menggantikan", "{first} and {second} supersede each other in a circle"),
    ("Tentukan versi yang pertama: tanpa supersedes", "Decide which version is the first: it supersedes none"),
)
_YEARS: _Words = (
    ("{first} dan {second} untuk tahun anggaran berbeda", "{first} and {second} are for different fiscal years"),
    (
        "Buat riwayat tersendiri bagi tiap tahun anggaran; bandingkan tahun dengan compare_years",
        "Make a history of its own for each fiscal year; compare years with compare_years",
    ),
)


def _conflict(code: str, first: Agreement, second: Agreement | str, words: _Words) -> InvalidValueError:
    names = {"first": first.code, "second": second if isinstance(second, str) else second.code}
    (problem_id, problem_en), (way_id, way_en) = words
    return InvalidValueError(
        code=code,
        path=_PATH,
        value="{first}, {second}".format(**names),
        problem=(problem_id.format(**names), problem_en.format(**names)),
        way_out=(way_id.format(**names), way_en.format(**names)),
    )


_TITLE = Text("Riwayat perjanjian {code}, {year}", "History of the agreement {code}, {year}")
_HEADS = (
    Text("Versi", "Version"),
    Text("Ditandatangani", "Signed"),
    Text("Berlaku sejak", "In force from"),
    Text("Alasan perubahan", "Reason of the amendment"),
    Text("Dasar", "Document"),
)


@frozen
class History:
    """Riwayat perjanjian: every version of one agreement in one fiscal year, the first one first.

    Each version but the first names the one that it supersedes, so at every day at most one is in force. A version is
    in force from `Agreement.effective_on`, or without one from the day of signature, until another takes its place;
    where both begin on the same day, the later one counts.

    Attributes:
        versions: The versions in the order of the chain, however they were given.

    Raises:
        InvalidValueError: No version; a code twice; two versions in force, because neither supersedes another or both
            supersede the same; a version superseded that is not there; a circle; a version without a date, in force
            before its predecessor or of another fiscal year. The error names both versions.

    Reference: PermenPANRB 53/2014, lampiran I (read), on the revision of an agreement; that the first version stays
        unchanged is our inference.

    Examples:
        >>> from sakip import History
        >>> from sakip.testing import example_agreement
        >>> first = example_agreement()
        >>> second = first.amend(code="PK-P", signed_on=date(2025, 9, 1), reason="strategy", targets={"PLAN-1": 3})
        >>> history = History([first, second])
        >>> history.as_of(date(2025, 8, 31)) is first, history.as_of(date(2025, 9, 1)) is second
        (True, True)
    """

    versions: tuple[Agreement, ...] = field(converter=_versions)

    def __attrs_post_init__(self) -> None:
        require_order(self.first.code, self.first.in_force_from, self.first.code, self.first.in_force_from, _PATH)
        for earlier, later in pairwise(self.versions):
            if later.period != earlier.period:
                raise _conflict("other-year", earlier, later, _YEARS)
            require_order(earlier.code, earlier.in_force_from, later.code, later.in_force_from, _PATH)

    __reduce__ = reduce_by_fields

    def __iter__(self) -> Iterator[Agreement]:
        return iter(self.versions)

    def __len__(self) -> int:
        return len(self.versions)

    @property
    def first(self) -> Agreement:
        """Versi pertama: the version that supersedes none."""
        return self.versions[0]

    @property
    def latest(self) -> Agreement:
        """Versi terakhir: the version that none has superseded, whether it is in force yet or not."""
        return self.versions[-1]

    def as_of(self, day: date) -> Agreement | None:
        """Per tanggal: the version in force on a day, or None before the first one.

        Raises:
            InvalidValueError: Not a date without a time.

        Examples:
            >>> from sakip.testing import example_agreement
            >>> history = History([example_agreement()])
            >>> history.as_of(date(2025, 3, 4)), history.as_of(date(2025, 3, 5)) is history.first
            (None, True)
        """
        asked = day_of(day, "History.as_of.day")
        begun = (one for one in reversed(self.versions) if one.in_force_from is not None and one.in_force_from <= asked)
        return next(begun, None)

    def diff(self, old: Agreement, new: Agreement) -> Difference:
        """Selisih versi: what changed from one version to another, as data and as text.

        Raises:
            InvalidValueError: Something that is no agreement, or one with two targets for an indicator.

        Examples:
            >>> from sakip.testing import example_agreement
            >>> first = example_agreement()
            >>> second = first.amend(code="PK-P", signed_on=date(2025, 9, 1), reason="strategy", targets={"PLAN-1": 3})
            >>> [edit.path for edit in History([first, second]).diff(first, second)]
            ['code', 'signed_on', 'supersedes', 'reason', 'targets[PLAN-1].value']
        """
        return difference(old, new)

    def table(self, lang: Lang = "id") -> Table:
        """Tabel riwayat: one row for each version."""
        require_lang(lang)
        return Table(
            title=_TITLE.render(lang, {"code": self.first.code, "year": str(self.first.year)}),
            columns=[Column(head.render(lang)) for head in _HEADS],
            rows=[
                (
                    version.code,
                    _day(version.signed_on, lang),
                    _day(version.in_force_from, lang),
                    "" if version.reason is None else reason_text(version.reason).render(lang),
                    "" if version.legal_document is None else version.legal_document.text(lang),
                )
                for version in self.versions
            ],
        )

    def text(self, lang: Lang = "id", *, width: int | None = None) -> str:
        """Teks riwayat: the table for a terminal, 80 columns wide unless another width is given.

        Raises:
            InvalidValueError: Another language, or a width that is not 20 to 1,000.
        """
        return self.table(lang).text(width)

    def _repr_html_(self) -> str:
        return self.table().html()


def _day(day: date | None, lang: Lang) -> str:
    return "" if day is None else format_date(day, lang)
