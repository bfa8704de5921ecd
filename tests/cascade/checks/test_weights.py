from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from sakip import Components
from sakip.cascade import Cascade, Group, Link, NodeFacts
from sakip.cascade.checks.weights import CHECKS
from tests.cascade.making import TOP, codes, family, found, pk, report_on, target


def weighted(*weights: Any, kind: str = "weighted") -> Cascade:
    """A parent whose children have these weights."""
    children = [target(f"A{at}") for at in range(len(weights))]
    return family(target("T"), *children, kind=kind, links=[{"weight": weight} for weight in weights])


def rounded(decimals: int | None, *weights: Any) -> Cascade:
    """The same in a group that says how many decimals its weights were rounded to."""
    cascade = weighted(*weights)
    return Cascade(cascade.agreements, links=cascade.links, groups=[Group(parent=TOP, weight_decimals=decimals)])


class TestRounding:
    @pytest.mark.parametrize(
        ("decimals", "weights"),
        [
            (3, ("0.333", "0.333", "0.333")),
            (2, ("33.33", "33.33", "33.33")),
            (2, ("0.17", "0.17", "0.17", "0.17", "0.17", "0.17")),
            (0, (33, 33, 33)),
            (2, ("0.33", "0.33", "0.34")),
            (2, ("0.5", "0.51")),
            (1, ("0.5", "0.6")),
        ],
    )
    def test_weights_that_rounding_explains_pass(self, decimals: int, weights: Any) -> None:
        """Half of the last declared decimal for each weight; nothing where none is declared."""
        assert not found(rounded(decimals, *weights), "CAS701")
        is_whole = sum(Decimal(weight) for weight in weights) in {1, 100}
        assert bool(found(rounded(None, *weights), "CAS701")) is not is_whole

    @pytest.mark.parametrize(
        ("decimals", "weights", "gap", "rounding"),
        [
            (2, ("0.33", "0.33", "0.40"), "0.06", "0.015"),
            (2, ("0.33", "0.33", "0.32"), "0.02", "0.015"),
            (3, ("0.333", "0.333", "0.332"), "0.002", "0.0015"),
            (0, (32, 33, 33), "2", "1.5"),
            (1, ("0.5", "0.7"), "0.2", "0.1"),
            (6, ("0.333", "0.333", "0.333"), "0.001", "0.0000015"),
        ],
    )
    def test_weights_that_it_does_not_explain_fail(self, decimals: int, weights: Any, gap: str, rounding: str) -> None:
        """The finding says how much rounding can make."""
        (one,) = found(rounded(decimals, *weights), "CAS701")
        assert (one.data["gap"], one.data["rounding"], one.data["decimals"]) == (gap, rounding, str(decimals))
        assert "pembulatan" in one.text("id")
        assert "rounding" in one.text("en")

    def test_a_weight_that_is_finer_than_declared_contradicts_the_declaration(self) -> None:
        """Even where all of them add up; trailing zeros are no decimals."""
        (one,) = found(rounded(2, "0.333", "0.333", "0.334"), "CAS701")
        assert one.nodes == ("KABID-2/A0", "KABID-3/A1", "KABID-4/A2")
        assert one.data["decimals"] == "2"
        (one,) = found(rounded(0, "99", "0.5", "0.500000"), "CAS701")
        assert one.nodes == ("KABID-3/A1", "KABID-4/A2")
        assert not found(rounded(1, "0.500", "0.500"), "CAS701")

    def test_the_finding_names_the_declaration(self) -> None:
        """Who rounded the weights learns how to say so."""
        (one,) = found(weighted("0.333", "0.333", "0.333"), "CAS701")
        assert "Group.weight_decimals" in one.fix.render("id")
        assert "Group.weight_decimals" in one.fix.render("en")

    def test_what_counts_is_the_weight_as_written_divided_by_their_sum(self) -> None:
        """Three times 0.333 is the mean; 0.17 stays 0.17 of what is written, whatever it was rounded from."""
        thirds = rounded(3, "0.333", "0.333", "0.333")
        amounts = {TOP: 50, ("KABID-2", "A0"): 40, ("KABID-3", "A1"): 50, ("KABID-4", "A2"): 60}
        report = report_on(Cascade(thirds.agreements, links=thirds.links, groups=thirds.groups, realizations=amounts))
        assert "CAS401" not in codes(report)
        assert [step.coefficient for step in report.trace(TOP).steps[1:]] == [Fraction(1, 3)] * 3
        steps = report_on(rounded(2, "0.17", "0.33", "0.51")).trace(TOP, "target").steps
        assert [step.coefficient for step in steps[1:]] == [Fraction(17, 101), Fraction(33, 101), Fraction(51, 101)]

    def test_of_other_kinds_it_says_nothing(self) -> None:
        """A group that is added up has no weights to round, and that is said."""
        cascade = family(target("T"), target("A"), groups=[Group(parent=TOP, weight_decimals=2)])
        (one,) = found(cascade, "CAS106")
        assert "weight_decimals" in one.text("id")


class TestWeights:
    @pytest.mark.parametrize(
        "weights",
        [
            ("0.5", "0.3", "0.2"),
            (50, 30, 20),
            ("0.334", "0.333", "0.333"),
            ("33.4", "33.3", "33.3"),
            (1,),
        ],
    )
    def test_weights_that_make_one_whole_pass(self, weights: Any) -> None:
        """Weights that make one whole pass."""
        assert not found(weighted(*weights), "CAS701")

    @pytest.mark.parametrize(
        ("weights", "total", "whole", "gap"),
        [
            (("0.5", "0.3", "0.1"), "0.9", "1", "0.1"),
            ((50, 30, 10), "90", "100", "10"),
            (("0.5", "0.511"), "1.011", "1", "0.011"),
            (("0.333", "0.333", "0.333"), "0.999", "1", "0.001"),
            (("0.333000", "0.333000", "0.333000"), "0.999", "1", "0.001"),
            (("0.5", "0.51"), "1.01", "1", "0.01"),
            ((2, 1, 1), "4", "1", "3"),
            ((5, 5), "10", "100", "90"),
        ],
    )
    def test_weights_that_do_not_are_shown_in_proportion(self, weights: Any, total: str, whole: str, gap: str) -> None:
        """Weights that do not are shown in proportion."""
        (one,) = found(weighted(*weights), "CAS701")
        assert (one.data["sum"], one.data["whole"], one.data["gap"]) == (total, whole, gap)
        assert one.subject == "KADIS/T"

    def test_the_proportions_make_a_hundred(self) -> None:
        """The proportions make a hundred."""
        (one,) = found(weighted("0.5", "0.3", "0.1"), "CAS701")
        assert one.data["normalized"] == "55,56, 33,33, 11,11"

    @pytest.mark.parametrize("least", [0, "-0.2"])
    def test_a_weight_is_above_zero(self, least: Any) -> None:
        """A weight is above zero."""
        (one,) = found(weighted("0.5", "0.5", least), "CAS701")
        assert one.nodes == ("KABID-4/A2",)
        assert one.data["weight"] == str(least)

    def test_a_child_without_a_weight_is_named(self) -> None:
        """A child without a weight is named."""
        (one,) = found(weighted("0.5", None, "0.5"), "CAS701")
        assert one.nodes == ("KABID-3/A1",)

    @pytest.mark.parametrize("kind", ["sum", "mean", "pool", "support"])
    def test_a_weight_where_the_kind_has_no_place_for_it(self, kind: str) -> None:
        """A weight where the kind has no place for it."""
        (one,) = found(weighted(1, None, kind=kind), "CAS701")
        assert (one.nodes, one.data["kinds"]) == (("KABID-2/A0",), kind)
        assert not found(weighted(None, None, kind=kind), "CAS701")

    def test_without_sound_weights_the_numbers_are_not_compared(self) -> None:
        """Without sound weights the numbers are not compared."""
        report = report_on(weighted("0.5", "0.1"))
        assert report.ledger.verdict("CAS301", "KADIS/T") == "skipped"


def shared(*shares: Any, kind: str = "sum", value: Any = 10) -> Cascade:
    """One child with as many parents as there are shares."""
    parents = [pk(f"PK-{at}", f"KADIS-{at}", "II", None, target("T")) for at in range(len(shares))]
    links = [
        Link(child=("KABID", "A"), parent=(f"KADIS-{at}", "T"), kind=kind, share=share)  # type: ignore[arg-type]
        for at, share in enumerate(shares)
    ]
    return Cascade([*parents, pk("PK-K", "KABID", "III", None, target("A", value))], links=links)


class TestShares:
    @pytest.mark.parametrize("shares", [("0.6", "0.4"), (1,), (None,), ("0.2", "0.3", "0.5")])
    def test_shares_that_make_one_pass(self, shares: Any) -> None:
        """Shares that make one pass."""
        assert not found(shared(*shares), "CAS702")

    @pytest.mark.parametrize(
        ("shares", "total", "twice", "unstated"),
        [((1, 1), "2", "10", "0"), (("0.6", "0.41"), "1.01", "0.1", "0"), (("0.6", None), "1.6", "6", "1")],
    )
    def test_more_than_all_of_it_is_counted_twice(self, shares: Any, total: str, twice: str, unstated: str) -> None:
        """More than all of it is counted twice."""
        (one,) = found(shared(*shares), "CAS702")
        assert one.severity == "error"
        assert one.subject == "KABID/A"
        assert (one.data["sum"], one.data["twice"], one.data["unstated"]) == (total, twice, unstated)

    def test_what_is_counted_twice_is_said_in_its_unit(self) -> None:
        """6 of 10 families, and of whom."""
        (one,) = found(shared("0.6", None), "CAS702")
        assert one.text() == (
            "KABID/A masuk ke 2 induk (KADIS-0/T, KADIS-1/T) sebesar 1,6 kali seluruhnya: 6 keluarga terhitung ganda"
        )
        assert one.text("en") == (
            "KABID/A is credited to 2 parents (KADIS-0/T, KADIS-1/T) 1.6 times in all: 6 keluarga are counted twice"
        )
        assert one.data["excess"] == "60"

    def test_what_is_no_number_is_counted_twice_in_percent(self) -> None:
        """What is no number is counted twice in percent."""
        (one,) = found(shared(1, "0.5", value=date(2025, 6, 30)), "CAS702")
        assert one.data["excess"] == "50"
        assert "twice" not in one.data
        assert one.text().endswith("sebesar 1,5 kali seluruhnya: 50 persen terhitung ganda")
        assert one.text("en").endswith("1.5 times in all: 50 percent are counted twice")

    def test_a_rest_that_nobody_has_is_a_note(self) -> None:
        """A rest that nobody has is a note."""
        (one,) = found(shared("0.6", "0.3"), "CAS702")
        assert (one.severity, one.data["rest"]) == ("note", "10")
        assert one.text() == "10 persen dari KABID/A tidak menjadi bagian induk mana pun (KADIS-0/T, KADIS-1/T)"
        assert one.text("en") == "10 percent of KABID/A belong to no parent (KADIS-0/T, KADIS-1/T)"

    @pytest.mark.parametrize("kind", ["same", "mean", "minimum", "support"])
    def test_a_share_where_the_kind_has_no_place_for_it(self, kind: str) -> None:
        """A share where the kind has no place for it."""
        (one,) = found(shared("0.5", kind=kind), "CAS702")
        assert (one.cell, one.data["kinds"]) == ("kind", kind)
        assert one.text() == f"Porsi KABID/A untuk KADIS-0/T tidak berarti, karena jenis tautannya {kind}"
        assert one.text("en") == (
            f"The share of KABID/A for KADIS-0/T means nothing, since the kind of the link is {kind}"
        )

    @pytest.mark.parametrize("kind", ["mean", "support", "minimum"])
    def test_what_is_not_added_may_go_to_several(self, kind: str) -> None:
        """What is not added may go to several."""
        assert not found(shared(None, None, kind=kind), "CAS702")

    def test_two_links_to_one_parent_are_another_finding(self) -> None:
        """Two links to one parent are another finding."""
        cascade = family(target("T"), target("A"))
        twice = Cascade(cascade.agreements, links=[*cascade.links, *cascade.links])
        assert codes(report_on(twice, checks=CHECKS)) == []


class TestPopulations:
    @staticmethod
    def ratios(*weights: Any, decimals: int | None = None, kind: str = "weighted") -> Cascade:
        """90 of 100 and 30 of 50, which is 80 percent."""
        children = [target("A", unit="%"), target("B", unit="%")]
        amounts = {("KABID-2", "A"): Components(90, 100, per=100), ("KABID-3", "B"): Components(30, 50, per=100)}
        top = target("T", 80, unit="%", decimals=decimals)
        links = [{"weight": weight} for weight in weights]
        return family(top, *children, kind=kind, links=links, realizations={TOP: 80, **amounts})

    def test_weights_like_the_denominators_pass(self) -> None:
        """Weights like the denominators pass."""
        assert not found(self.ratios("0.67", "0.33"), "CAS703")

    def test_equal_weights_of_unequal_denominators_shift_the_result(self) -> None:
        """Equal weights of unequal denominators shift the result."""
        (one,) = found(self.ratios("0.5", "0.5"), "CAS703")
        assert one.severity == "warning"
        assert one.nodes == ("KABID-2/A",)
        assert (one.data["weighted"], one.data["pool"], one.data["shift"]) == ("75", "80", "5")
        assert (one.data["weight"], one.data["share"], one.data["side"]) == ("50", "200/3", "actual")

    @pytest.mark.parametrize(
        ("weights", "decimals", "fires"),
        [
            (("0.65", "0.35"), None, False),
            (("0.65", "0.35"), 0, False),
            (("0.65", "0.35"), 1, True),
            (("0.64", "0.36"), None, True),
        ],
    )
    def test_half_of_the_parent_s_last_decimal_is_allowed(self, weights: Any, decimals: Any, fires: bool) -> None:
        """Half of the parent's last decimal is allowed."""
        assert bool(found(self.ratios(*weights, decimals=decimals), "CAS703")) is fires

    def test_what_was_planned_is_compared_where_nothing_is_reported(self) -> None:
        """What was planned is compared where nothing is reported."""
        children = target("A", 90, unit="%"), target("B", 60, unit="%")
        facts = [
            NodeFacts(("KABID-2", "A"), planned=Components(90, 100, per=100)),
            NodeFacts(("KABID-3", "B"), planned=Components(30, 50, per=100)),
        ]
        links = [{"weight": "0.5"}, {"weight": "0.5"}]
        cascade = family(target("T", 75, unit="%"), *children, kind="weighted", links=links, nodes=facts)
        (one,) = found(cascade, "CAS703")
        assert one.data["side"] == "target"

    def test_other_kinds_and_unknown_denominators_are_not_judged(self) -> None:
        """Other kinds and unknown denominators are not judged."""
        assert not found(self.ratios(None, None, kind="mean"), "CAS703")
        links = [{"weight": "0.5"}, {"weight": "0.5"}]
        amounts = {("KABID-2", "A"): 90, ("KABID-3", "B"): 60}
        children = target("A", unit="%"), target("B", unit="%")
        plain = family(target("T", unit="%"), *children, kind="weighted", links=links, realizations=amounts)
        assert report_on(plain).ledger.verdict("CAS703", "KADIS/T") == "not_applicable"


def test_a_plain_family_has_nothing_to_answer_for() -> None:
    """A plain family has nothing to answer for."""
    cascade = family(target("T", 20), target("A"), target("B"), groups=[Group(parent=TOP)])
    assert codes(report_on(cascade, checks=CHECKS)) == []


@pytest.mark.parametrize(
    ("cascade", "indonesian", "english"),
    [
        (
            weighted("0.5", "0.5", kind="mean"),
            "Tautan dari KABID-2/A0, KABID-3/A1 ke KADIS/T berbobot, padahal jenisnya mean",
            "The links from KABID-2/A0, KABID-3/A1 to KADIS/T have weights, but their kind is mean",
        ),
        (
            weighted("1.5", "-0.5"),
            "Bobot dalam KADIS/T harus lebih besar dari nol, tetapi KABID-3/A1 berbobot -0,5",
            "Weights under KADIS/T must be greater than zero, but KABID-3/A1 weighs -0.5",
        ),
        (
            weighted("0.5", None),
            "KADIS/T digabung menurut bobot, tetapi 1 bawahannya tidak berbobot: KABID-3/A1",
            "KADIS/T is put together by weights, but 1 of its children have none: KABID-3/A1",
        ),
    ],
)
def test_odd_weights_are_told_whole(cascade: Cascade, indonesian: str, english: str) -> None:
    """Each with its own sentence, and whose weight is meant."""
    (one,) = found(cascade, "CAS701")
    assert (one.text(), one.text("en")) == (indonesian, english)


def test_what_is_counted_twice_is_told_whole() -> None:
    """How often, where, and how much of it."""
    agreements = [pk("PK-1", "KADIS", "II", None, target("T"), target("U"))]
    agreements.append(pk("PK-2", "KABID", "III", "KADIS", target("A", 8)))
    links = [Link(child=("KABID", "A"), parent=("KADIS", code), kind="sum", share="0.75") for code in "TU"]
    (one,) = found(Cascade(agreements, links=links), "CAS702")
    assert one.text() == (
        "KABID/A masuk ke 2 induk (KADIS/T, KADIS/U) sebesar 1,5 kali seluruhnya: 4 keluarga terhitung ganda"
    )
    assert one.text("en") == (
        "KABID/A is credited to 2 parents (KADIS/T, KADIS/U) 1.5 times in all: 4 keluarga are counted twice"
    )
    assert (one.data["excess"], one.data["unstated"], one.data["twice"]) == ("50", "0", "4")
