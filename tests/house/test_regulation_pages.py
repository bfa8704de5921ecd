"""The page from the regulation to the code says what the library cites: everything, spelled once, and nothing else."""

import ast
import re

import pytest

from sakip import Reference
from sakip.lifecycle import Agenda, BudgetValue, Succession, budget_value
from tests.house.references import Citation, Owner, at, citations, lent, misspelled, read_line
from tests.house.regulation_pages import NO_LAW_EXPECTED, PAGE, link, page, slug
from tests.house.regulations import HEADS, REGULATIONS
from tests.house.source import modules, public_names
from tests.house.test_codes import GROUPS

FOUND, FAULTS = citations()
SOMEONE = Owner("somebody", "sakip.somebody")


def test_page_is_as_the_library_cites() -> None:
    """The page is what its writer makes of the references; `python -m tests.house.regulation_pages` writes it again."""
    written, now = PAGE.read_text(encoding="utf-8"), page()
    assert [line for line in now.splitlines() if line not in written.splitlines()] == []
    assert written == now


def test_every_citation_can_be_read() -> None:
    """Each reference names a registered source in its one spelling, a place, and how sure we are of it."""
    assert FAULTS == ()


def test_the_library_has_no_rule_of_its_own() -> None:
    """A rule of one's own is of whoever uses the library; what the library carries is somebody else's."""
    assert [one for one in FOUND if one.certainty == "own"] == []


def test_every_registered_source_is_cited() -> None:
    """A title that nothing cites any more is no longer registered."""
    assert [one.title for one in REGULATIONS if one not in {found.source for found in FOUND}] == []


def test_no_source_is_registered_twice() -> None:
    """One regulation has one title: no two differ by the letters between number and year alone."""
    bare = [re.sub(r"(\d)/\w[^/]*/(\d{4})", r"\1/\2", one.title).casefold() for one in REGULATIONS]
    assert len(set(bare)) == len(bare)
    assert len({slug(one) for one in REGULATIONS}) == len(REGULATIONS)
    assert {one.group for one in REGULATIONS} == {group for group, _, _ in HEADS}


def test_no_reference_of_the_source_escapes() -> None:
    """Every reference that a module writes out for a value is on the page, whoever carries it."""
    shown = {(one.source.title, one.place, one.certainty) for one in FOUND}
    escaped: list[str] = []
    for module in modules():
        for node in ast.walk(module.tree):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Reference"):
                continue
            parts = [*node.args, *(one.value for one in node.keywords)]
            if all(isinstance(part, ast.Constant) for part in parts):
                settings = {str(one.arg): ast.literal_eval(one.value) for one in node.keywords}
                one = at(Reference(ast.literal_eval(node.args[0]), **settings), SOMEONE)
                if isinstance(one, str) or (one.source.title, one.place, one.certainty) not in shown:
                    escaped.append(f"{module.name}:{node.lineno} {one}")
    assert escaped == []


def test_one_name_is_equally_sure_of_one_place_wherever_it_says_so() -> None:
    """What a docstring says of a source and what stands in a table of bases agree on how sure that is."""
    spoken = [one for one in FOUND if inspect_callable(one.owner)]
    sure: dict[tuple[str, str, str], set[str]] = {}
    for one in spoken:
        sure.setdefault((one.owner.anchor, one.source.title, one.place), set()).add(one.certainty)
    assert {key: said for key, said in sure.items() if len(said) > 1} == {}


def inspect_callable(owner: Owner) -> bool:
    """Whether a class or a function is meant, which states a place once; the parts of a value may differ."""
    return callable(dict(public_names()).get(owner.anchor))


def test_every_name_that_is_left_out_is_one_of_the_page_of_codes() -> None:
    """What is said to need no law is a group of findings that exists."""
    assert sorted(NO_LAW_EXPECTED - set(GROUPS.values())) == []


def test_checks_lead_to_their_section_and_names_to_their_entry() -> None:
    """A check leads to its own page, a note on suppressions to the list of codes, a name to its entry."""
    assert link(Owner("CAS301", "")) == "[CAS301](checks/targets.md#cas301)"
    assert link(Owner("CAS001", "")) == "[CAS001](codes.md#the-cascade)"
    assert link(SOMEONE) == "[`somebody`][sakip.somebody]"


def test_a_rule_that_is_given_brings_its_source() -> None:
    """A class or a function that holds or takes a rule with a reference stands on that; other values bring none."""
    assert lent(BudgetValue) == ["regime"]
    assert lent(budget_value) == ["regime"]
    assert lent(Succession) == []
    assert lent(Agenda) == []
    assert lent(Agenda, deeper=True) == ["items"]
    assert lent(3) == []


def test_a_line_of_two_citations_is_read() -> None:
    """Source, place, certainty and remark are told apart; a sentence after them is no citation."""
    found, problems = read_line(
        "PP 30/2019, article 41 (read), on bands; Perpres 29/2014 (memory); the rest is ours.", SOMEONE
    )
    assert problems == []
    assert [(one.source.title, one.place, one.certainty, one.remark) for one in found] == [
        ("PP 30/2019", "article 41", "read", "on bands"),
        ("Perpres 29/2014", "", "memory", ""),
    ]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("PermenPANBR 53/2014, lampiran I (read).", "perhaps 'PermenPANRB 53/2014, lampiran I' is meant"),
        ("PMK 214/2017 (read).", "is no title"),
        ("PP 30/2019, article 41.", "write `title, place"),
        ("PP 30/2019, article 41 (reed).", "write `title, place"),
        ("PP 30/2019, Pasal 41 (read).", "is no place"),
        ("PP 30/2019, annex I (read).", "is no place"),
        ("PP 30/2019 on bands (read).", "is no title"),
        ("PP 30/2019 (read) on bands.", "write `title, place"),
        ("PP 30/2019 (read); Perpres 29/2014.", "write `title, place"),
        ("PP 30/2019 (read); both are ours (derived).", "is no title"),
        ("something that we remember.", "write `title, place"),
    ],
)
def test_a_mistyped_line_is_no_citation(line: str, said: str) -> None:
    """A wrong title, an unregistered spelling, a place in another language and a certainty nobody knows are faults."""
    _, problems = read_line(line, SOMEONE)
    assert len(problems) == 1
    assert said.partition(",")[0] in problems[0]


def test_a_mistyped_reference_is_no_citation() -> None:
    """A reference with an unregistered title is a fault that names the nearest title."""
    said = at(Reference("PermenPANRB 35/2014", certainty="read"), SOMEONE)
    assert isinstance(said, str)
    assert "'PermenPANRB 53/2014' is meant" in said


def test_one_place_in_two_spellings_is_a_fault() -> None:
    """Capitals, spaces and the annex before a criterion make no other place; another number does."""
    places = (
        "lampiran I",
        "Lampiran  I",
        "kriteria 1.b.6",
        "lampiran, kriteria 1.b.6",
        "lampiran II",
        "kriteria 1.b.5",
    )
    cited = [Citation(REGULATIONS[0], place, "read", SOMEONE) for place in places]
    assert [one.problem.partition(": ")[2] for one in misspelled(cited)] == [
        "'Lampiran  I' is elsewhere spelled 'lampiran I'",
        "'lampiran, kriteria 1.b.6' is elsewhere spelled 'kriteria 1.b.6'",
    ]


def test_a_title_may_be_followed_by_what_is_meant_of_it() -> None:
    """What follows a registered title after a comma or a colon is the place in it."""
    one = at(Reference("Aritmetika: satu sel, satu nilai", certainty="derived"), SOMEONE)
    assert not isinstance(one, str)
    assert (one.source.title, one.place) == ("Aritmetika", "satu sel, satu nilai")


def test_what_several_values_hold_belongs_to_the_smallest() -> None:
    """The deadlines of the nation are the nation's, and a region's calendar stands on its own deadline alone."""
    parts = {name: {one.owner.part for one in FOUND if one.owner.name == name} for name in ("NATIONAL", "BENGKULU")}
    assert parts == {"NATIONAL": {"agreement", "interim-report", "annual-report"}, "BENGKULU": {"evaluation"}}
