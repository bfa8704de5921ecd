"""Links that somebody may have meant."""

from datetime import date

import pytest
from attrs import evolve

from sakip import Agreement, Indicator, Objective, Party, Target
from sakip.cascade import Cascade, Link, propose_links, validate
from tests.cascade.making import YEAR_END


def pk(code: str, position: str, superior: str, *targets: tuple[str, str, str, int | str]) -> Agreement:
    """An agreement; each target is code, name, unit and value."""
    return Agreement(
        code,
        year=2025,
        first_party=Party(position),
        second_party=Party(superior),
        signed_on=date(2025, 1, 20),
        objectives=[
            Objective(
                "Layanan",
                [
                    Target(Indicator(at, name, unit=unit, polarity="maximize"), value)
                    for at, name, unit, value in targets
                ],
            )
        ],
    )


def family(top: int | str, *below: int | str, name: str = "Jumlah keluarga terlayani") -> list[Agreement]:
    """A head and a subordinate for each number."""
    children = [
        pk(f"PK-{at}", f"KABID-{at}", "KADIS", (f"A-{at}", name, "keluarga", value)) for at, value in enumerate(below)
    ]
    return [pk("PK", "KADIS", "BUPATI", ("IKU-1", "Jumlah keluarga terlayani", "Keluarga", top)), *children]


@pytest.mark.parametrize(
    ("top", "below", "kind", "others"),
    [
        (100, (40, 35, 25), "sum", ()),
        (85, (80, 90), "mean", ()),
        (80, (80, 90), "minimum", ()),
        (90, (80, 90), "maximum", ()),
        (85, (85,), "same", ()),
        (85, (85, 85), "mean", ("minimum", "maximum")),
    ],
)
def test_the_arithmetic_that_meets_the_target_is_named(
    top: int, below: tuple[int, ...], kind: str, others: tuple[str, ...]
) -> None:
    """With its number; where several meet it, all of them."""
    (proposal,) = propose_links(family(top, *below))
    assert (proposal.kind, proposal.rolled, proposal.target, proposal.exact) == (kind, top, top, True)
    assert proposal.others == others
    assert len(proposal.links) == len(below)


@pytest.mark.parametrize(("top", "kind"), [(110, "sum"), (111, "sum"), (112, "support"), (91, "sum"), (90, "support")])
def test_nearly_is_within_a_tenth_of_the_target(top: int, kind: str) -> None:
    """The children make 100: ten percent of the target away still counts, more does not."""
    (proposal,) = propose_links(family(top, 60, 40))
    assert (proposal.kind, proposal.exact) == (kind, False)
    assert proposal.rolled == (None if kind == "support" else 100)


def test_the_mean_of_counts_is_proposed_where_it_meets_the_target_and_not_where_it_is_near() -> None:
    """295 is the mean of 400 and 190 families, and near 300 by chance; an index of 85 is near the mean of 84 and 87."""
    (exact,), (near,) = (propose_links(family(top, 400, 190)) for top in (295, 300))
    assert (exact.kind, near.kind) == ("mean", "support")
    index = [evolve(one, objectives=[Objective("Layanan", [_renamed(one.targets[0])])]) for one in family(85, 84, 87)]
    (proposal,) = propose_links(index)
    assert (proposal.kind, proposal.exact) == ("mean", False)


def _renamed(one: Target) -> Target:
    return evolve(one, indicator=evolve(one.indicator, name="Indeks layanan"))


def test_a_number_without_an_end_is_written_as_people_read_it() -> None:
    """Rounded to two decimals, and never as a quotient."""
    index = [evolve(one, objectives=[Objective("L", [_renamed(one.targets[0])])]) for one in family(85, 84, 85, 87)]
    proposals = propose_links(index)
    assert "85,33" in next(iter(proposals)).text("id")
    assert "85,33" in proposals.text("id")
    assert "/3" not in next(iter(proposals)).text("id").replace("A-", "")


def test_unit_and_name_decide_who_is_looked_at() -> None:
    """Another unit or another matter is not proposed; case and blanks of the unit do not matter."""
    assert len(propose_links(family(100, 100))) == 1
    assert not len(propose_links(family(100, 100, name="Panjang jalan mantap")))
    other = pk("PK-9", "KABID", "KADIS", ("A-1", "Jumlah keluarga terlayani", "orang", 100))
    assert not len(propose_links([family(100)[0], other]))


def test_what_is_linked_already_is_left_alone() -> None:
    """No proposal for a parent that has children."""
    link = Link(child=("KABID-0", "A-0"), parent=("KADIS", "IKU-1"), kind="sum")
    assert not len(propose_links(family(100, 60, 40), without=[link]))


def test_only_direct_subordinates_are_looked_at() -> None:
    """A section two levels below is the business of its division."""
    top, middle = family(100, 100)
    below = pk("PK-9", "KASI", "KABID-0", ("B-1", "Jumlah keluarga terlayani", "keluarga", 100))
    assert [proposal.parent.position for proposal in propose_links([top, middle, below])] == ["KADIS", "KABID-0"]


def test_nothing_is_validated_until_it_is_passed_on() -> None:
    """The proposal changes no cascade; its links, when somebody agrees, do."""
    agreements = family(105, 60, 40)
    proposals = propose_links(agreements)
    assert "CAS301" not in {one.code for one in validate(Cascade(agreements), as_of=YEAR_END).findings}
    links = [link for proposal in proposals for link in proposal.links]
    report = validate(Cascade(agreements, links=links), as_of=YEAR_END)
    assert "CAS301" in {one.code for one in report.findings}


def test_people_can_read_them() -> None:
    """As a table and one by one, in both languages."""
    proposals = propose_links(family(100, 60, 40))
    assert "Usulan" in proposals.text("id")
    assert "Proposed" in proposals.text("en")
    assert proposals._repr_html_().count("<table") == 1
    near, none = propose_links(family(105, 60, 40)), propose_links(family(1000, 60, 40))
    for (proposal,) in (proposals, near, none):
        assert "KABID-0/A-0" in proposal.text("id")
        assert proposal.text("id") != proposal.text("en")


def test_no_sum_of_percentages_and_no_opposite_direction_is_proposed() -> None:
    """60 % and 40 % are no 100 %, and what should fall is no part of what should rise."""
    top, *below = family(100, 60, 40)
    percent = [
        pk(one.code, one.first_party.position, "KADIS", (f"A-{at}", "Jumlah keluarga terlayani", "%", value))
        for at, (one, value) in enumerate(zip(below, (60, 40), strict=True))
    ]
    for unit in ("persen", "%"):
        head = pk("PK", "KADIS", "BUPATI", ("IKU-1", "Jumlah keluarga terlayani", unit, 100))
        (proposal,) = propose_links([head, *percent])
        assert proposal.kind == "support"
    falling = evolve(top.targets[0].indicator, code="A-9", polarity="minimize")
    child = evolve(below[0], objectives=[Objective("Layanan", [Target(falling, 100)])])
    assert not len(propose_links([top, child]))


@pytest.mark.parametrize(
    ("top", "below", "row", "indonesian", "english"),
    [
        (
            100,
            (60, 40),
            ("sum", "100", "100"),
            "sum menjadi 100, sama dengan targetnya",
            "sum makes 100, equal to its target",
        ),
        (
            1100,
            (600, 400),
            ("sum", "1.000", "1.100"),
            "sum menjadi 1.000, mendekati targetnya 1.100",
            "sum makes 1,000, near its target 1,100",
        ),
        (
            85,
            (85, 85),
            ("mean", "85", "85"),
            "mean menjadi 85, sama dengan targetnya (minimum, maximum)",
            "mean makes 85, equal to its target (minimum, maximum)",
        ),
        (
            112,
            (60, 40),
            ("support", "–", "112"),
            "tidak ada cara hitung yang mendekati targetnya (support)",
            "no arithmetic comes near its target (support)",
        ),
    ],
)
def test_a_proposal_in_words(
    top: int, below: tuple[int, ...], row: tuple[str, ...], indonesian: str, english: str
) -> None:
    """Who is meant, by which arithmetic, and how near that comes."""
    proposals = propose_links(family(top, *below))
    (proposal,) = proposals
    who = "KADIS/IKU-1 ← KABID-0/A-0, KABID-1/A-1: "
    assert (proposal.text(), proposal.text("en")) == (who + indonesian, who + english)
    table = proposals.table()
    assert table.rows == (("KADIS/IKU-1", "KABID-0/A-0, KABID-1/A-1", *row),)
    assert table.title == "Usulan tautan, belum berlaku"
    assert [column.align for column in table.columns] == ["left", "left", "left", "right", "right"]
    assert [column.head for column in proposals.table("en").columns] == [
        *("Parent", "Children", "Kind", "Rolled up", "Target")
    ]
