import re

import pytest

from sakip.cascade import CATALOGUE
from tests.cascade.making import agreed, link, target, validated

CODE = re.compile(r"CAS[1-9][0-9]{2}")


def test_codes_and_slugs_are_unique() -> None:
    """Each code and each slug means one check."""
    assert len({check.code for check in CATALOGUE}) == len(CATALOGUE)
    assert len({check.slug for check in CATALOGUE}) == len(CATALOGUE)
    assert all(CODE.fullmatch(check.code) for check in CATALOGUE)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", check.slug) for check in CATALOGUE)


def test_prerequisites_are_asked_before() -> None:
    """A check whose turn comes later could keep nothing from being made."""
    turn = {check.code: at for at, check in enumerate(CATALOGUE)}
    late = [
        (check.code, code)
        for check in CATALOGUE
        for code in check.after
        if turn.get(code, len(turn)) >= turn[check.code]
    ]
    assert late == []


def test_consequences_are_checks() -> None:
    """What a check explains is another check of the catalogue."""
    known = {check.code for check in CATALOGUE}
    assert [(check.code, set(check.explains) - known) for check in CATALOGUE if set(check.explains) - known] == []
    assert not any(check.code in check.explains for check in CATALOGUE)


def test_words_stand_in_both_languages() -> None:
    """Title, message and fix differ by language and have the same places; every check rests on something."""
    for check in CATALOGUE:
        for text in (check.title, check.message, check.fix):
            assert text.id != text.en, check.code
        assert check.basis, check.code


def test_what_makes_numbers_meaningless_cannot_be_set_aside() -> None:
    """Cycles, dangling names, contradictions, unlike units, illegal sums and double counting."""
    firm = {check.code for check in CATALOGUE if not check.suppressible}
    assert firm == {"CAS101", "CAS102", "CAS107", "CAS501", "CAS507", "CAS751"}


@pytest.mark.parametrize(
    ("kind", "asked"),
    [
        ("sum", {"CAS501", "CAS502", "CAS903"}),
        ("mean", {"CAS501", "CAS502", "CAS903"}),
        ("same", {"CAS501", "CAS502", "CAS506", "CAS903"}),
        ("pool", {"CAS501", "CAS502", "CAS506", "CAS903"}),
        ("count", {"CAS903"}),
        ("support", set()),
    ],
)
def test_what_is_asked_of_a_link_does_not_hang_on_who_stands_higher(kind: str, asked: set[str]) -> None:
    """A link that leads down is another finding; units, directions, definitions and years are compared all the same."""
    head = agreed("PK-1", "KADIS", "II", None, {"T": 100})
    below = agreed("PK-2", "KABID", "III", "KADIS", {"A": 100})
    for one in (link("KABID/A", "KADIS/T", kind), link("KADIS/T", "KABID/A", kind)):
        ledger = validated([head, below], [one]).ledger
        compared = ("CAS501", "CAS502", "CAS506", "CAS903")
        assert {code for code in compared if ledger.of(code, 0) != "not_applicable"} == asked


LINKS = [check.code for check in CATALOGUE if check.subject == "link"]


@pytest.mark.parametrize("kind", ["sum", "mean", "same", "pool", "count", "support"])
@pytest.mark.parametrize("lost", ["child", "parent"])
@pytest.mark.parametrize("step", [1, -1], ids=["from-the-top", "from-below"])
def test_a_link_that_leads_nowhere_is_asked_nothing(kind: str, lost: str, step: int) -> None:
    """Whichever end is not found, nothing is said as if some other indicator stood there, the first or the last."""
    fields = {"level": "output", "unit": "orang", "measure": "flow", "consolidation": "sum"}
    rungs = (("A", "II", None), ("B", "III", "A"), ("C", "IV", "B"))[::step]
    agreements = [
        agreed(f"PK-{at}", name, echelon, superior, [target("I", 10, **fields)], office="Dinas")
        for at, (name, echelon, superior) in enumerate(rungs)
    ]
    ends = {"child": "C/I", "parent": "A/I", lost: "X/I"}
    report = validated(agreements, [link(ends["child"], ends["parent"], kind), link("C/I", "A/I", kind)])
    graph = report.case.graph
    (nowhere,) = (at for at in range(2) if min(graph.child_of[at], graph.parent_of[at]) < 0)
    asked = {at: {code for code in LINKS if report.ledger.of(code, at) != "not_applicable"} for at in range(2)}
    assert asked[nowhere] == set()
    assert asked[1 - nowhere] >= {"CAS103", "CAS104", "CAS105", "CAS503"}
