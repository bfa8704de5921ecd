"""Daftar pertimbangan: the considerations of many subjects, in the order of their names."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, cast

from attrs import field, frozen

from sakip.base.display import Column, Table
from sakip.base.form import Numbers, numbers_form
from sakip.base.kind import is_text, of_kind, tuple_of
from sakip.base.likeness import unknown_code
from sakip.base.rebuild import reduce_by_fields
from sakip.base.text import Lang, Text, require_lang
from sakip.errors import InvalidValueError
from sakip.lifecycle.consequences.consideration import Consideration, recommend
from sakip.lifecycle.consequences.given_fact import GivenFact
from sakip.lifecycle.consequences.judging import RuleOutcome
from sakip.lifecycle.consequences.policy import ConsequencePolicy
from sakip.lifecycle.consequences.wording import ADVICE, gap_text

__all__ = ["Considerations", "recommend_many"]


def _entries(value: Iterable[Consideration]) -> tuple[Consideration, ...]:
    path, example = "Considerations.entries", "recommend(PP_30_2019_CONSEQUENCES, 'Kepala Dinas', [], year=2024)"
    return tuple(sorted(tuple_of(Consideration, value, path, example), key=_place))


def _place(one: Consideration) -> tuple[str, str, int, str]:
    return one.subject.casefold(), one.subject, one.year, repr(one)


@frozen
class Considerations:
    """Daftar pertimbangan: one consideration a subject, in the order of their names, whatever order they came in.

    Made by `recommend_many`. It ranks nobody.

    Attributes:
        entries: Bahan pertimbangan.

    Raises:
        InvalidValueError: Something that is no consideration.

    Examples:
        >>> from sakip.lifecycle import PP_30_2019_CONSEQUENCES
        >>> found = recommend_many(PP_30_2019_CONSEQUENCES, {"Dinas B": [], "Dinas A": []}, year=2024)
        >>> [one.subject for one in found]
        ['Dinas A', 'Dinas B']
    """

    entries: tuple[Consideration, ...] = field(converter=_entries)

    __reduce__ = reduce_by_fields

    def __iter__(self) -> Iterator[Consideration]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    def __getitem__(self, subject: str) -> Consideration:
        """Cari subjek: the consideration of one subject.

        Raises:
            UnknownCodeError: There is no such subject; the error names those that look like it.
            InvalidValueError: The list has several of that subject, such as those of two years.
        """
        found = [one for one in self.entries if is_text(subject) and one.subject == subject]
        if len(found) == 1:
            return found[0]
        if found:
            raise InvalidValueError(
                code="several-considerations",
                path="Considerations",
                value=subject,
                problem=(
                    f"subjek ini ada {len(found)} kali: {', '.join(str(one.year) for one in found)}",
                    f"the subject is there {len(found)} times: {', '.join(str(one.year) for one in found)}",
                ),
                way_out=("Pilih dari entries menurut tahunnya", "Choose from entries by its year"),
            )
        subjects = [one.subject for one in self.entries]
        problem = ("daftar ini tidak memuat subjek itu", "the list has no such subject")
        raise unknown_code(subject, subjects, code="unknown-subject", path="Considerations", problem=problem)

    def rows(self, lang: Lang = "id", *, numbers: Numbers = "decimal") -> list[dict[str, Any]]:
        """Baris daftar: the rows of every subject, one flat dict a rule; see `Consideration.rows`.

        Raises:
            InvalidValueError: An unknown language, or another word for ``numbers``.
        """
        require_lang(lang)
        form = numbers_form(numbers, "Considerations.rows.numbers")
        return [row for one in self.entries for row in one.rows(lang, numbers=form)]

    def table(self, lang: Lang = "id") -> Table:
        """Tabel daftar: one row a subject: what is recommended, cannot be said or is near, and who decides."""
        require_lang(lang)
        years = {one.year for one in self.entries}
        # The list of one year says so once, above; of several each row says its own.
        alike = len(years) == 1
        title = _TITLE_OF.render(lang, {"year": str(min(years))}) if alike else _TITLE.render(lang)
        heads = (_SUBJECT, *(() if alike else (_YEAR,)), *_HEADS)
        references = dict.fromkeys(one.policy.reference.text(lang) for one in self.entries)
        return Table(
            title,
            [Column(head.render(lang)) for head in heads],
            [(one.subject, *(() if alike else (str(one.year),)), *_cells(one, lang)) for one in self.entries],
            notes=[ADVICE.render(lang), *references],
        )

    def text(self, lang: Lang = "id", *, width: int | None = None) -> str:
        """Teks daftar: the table for a terminal, 80 columns wide unless another width is given.

        Raises:
            InvalidValueError: Another language, or a width that is not 20 to 1,000.
        """
        return self.table(lang).text(width)

    def _repr_html_(self) -> str:
        return self.table().html()


def _cells(one: Consideration, lang: Lang) -> tuple[str, ...]:
    recommended = [found.rule.consequence for found in one.recommendations]
    names = dict.fromkeys(f"{each.name.render(lang)} ({each.kind_text(lang)})" for each in recommended)
    undecided = dict.fromkeys(found.rule.consequence.name.render(lang) for found in one.undecided)
    near = dict.fromkeys(_nearing(one, found, lang) for found in one.near)
    deciding = dict.fromkeys(each.decided_by.render(lang) for each in recommended)
    return *(_listed(each) or "–" for each in (names, undecided, near)), _listed(deciding)


def _listed(names: Iterable[str]) -> str:
    """Names below each other, with a mark between, for each may take several lines."""
    return ";\n".join(names)


def _nearing(one: Consideration, found: RuleOutcome, lang: Lang) -> str:
    """What is near, and how far it is."""
    (failed,) = (condition for condition in found.conditions if condition.verdict == "not_met")
    gap = gap_text(failed, one.policy.fact(failed.condition.fact), lang)
    return _NEAR.render(lang, {"name": found.rule.consequence.name, "gap": gap})


_TITLE = Text("Daftar bahan pertimbangan", "List for consideration")
_TITLE_OF = Text("Daftar bahan pertimbangan, tahun {year}", "List for consideration, year {year}")
_NEAR = Text("{name}, {gap}", "{name}, {gap}")
_SUBJECT = Text("Subjek", "Subject")
_YEAR = Text("Tahun", "Year")
_HEADS = (
    Text("Direkomendasikan untuk dipertimbangkan", "Recommended to be considered"),
    Text("Belum dapat dikatakan", "Cannot be said"),
    Text("Hampir terpenuhi", "Nearly met"),
    Text("Yang memutuskan", "Decided by"),
)


def recommend_many(policy: ConsequencePolicy, facts: Mapping[str, Iterable[GivenFact]], *, year: int) -> Considerations:
    """Rekomendasikan bagi banyak: as `recommend`, for many subjects.

    Args:
        policy: Kebijakan konsekuensi.
        facts: What is known of each subject, by its name, in any order.
        year: The year that is looked at.

    Raises:
        InvalidValueError: An argument of another kind.

    Examples:
        >>> from sakip.lifecycle import PP_30_2019_CONSEQUENCES
        >>> excellent = [GivenFact("predicate", year, "Sangat Baik", source="SKP") for year in (2023, 2024)]
        >>> facts = {"Kepala Dinas A": excellent, "Kepala Dinas B": []}
        >>> len(recommend_many(PP_30_2019_CONSEQUENCES, facts, year=2024)["Kepala Dinas A"].recommendations)
        1
    """
    kind = cast("type[Mapping[str, Iterable[GivenFact]]]", Mapping)
    given = of_kind(kind, facts, "recommend_many.facts", "{'Kepala Dinas': []}")
    return Considerations(recommend(policy, subject, own, year=year) for subject, own in given.items())
