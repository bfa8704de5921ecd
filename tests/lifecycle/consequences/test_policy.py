import copy
import pickle
import runpy
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from sakip import Reference, Text
from sakip.errors import InvalidValueError, UnknownCodeError
from sakip.lifecycle import LATE_REPORTS_FACT, TOTAL_FACT, ConsequencePolicy, ConsequenceRule, FactCondition, recommend
from tests.lifecycle.consequences.making import (
    AWARD,
    COACHING,
    PERBUP,
    USUAL,
    WARNING,
    at_least,
    consequence,
    fact,
    less_than,
    policy,
    rule,
)

HIGH, LOW = at_least("total", 90), less_than("total", 60)


@pytest.mark.parametrize(
    ("rules", "code", "near"),
    [
        ([rule("A", AWARD, at_least("totals", 90))], "unknown-fact", ("total",)),
        ([rule("A", AWARD, at_least("predicate", "Sangat baik"))], "unknown-label", ("Sangat Baik", "Sangat Kurang")),
        ([rule("A-1", AWARD, HIGH, yields_to=["A-2"])], "unknown-rule", ("A-1",)),
        ([rule("A", consequence("x", "placement", excludes=["rotasi"]), HIGH)], "unknown-consequence", ()),
    ],
)
def test_names_that_are_not_there(rules: list[Any], code: str, near: tuple[str, ...]) -> None:
    """A rule names only facts, labels, rules and consequences that there are; what is meant is named."""
    with pytest.raises(UnknownCodeError) as caught:
        policy(*rules)
    assert (caught.value.code, caught.value.near) == (code, near)


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"facts": [TOTAL_FACT, TOTAL_FACT]}, "id-twice"),
        ({"rules": [rule("A", AWARD, HIGH), rule("A", WARNING, LOW)]}, "id-twice"),
        ({"rules": [rule("A", AWARD, HIGH), rule("B", evolve(AWARD, weight=2), HIGH)]}, "id-twice"),
        ({"rules": "AB"}, "not-a-list"),
        ({"facts": ["total"]}, "wrong-kind"),
        ({"reference": "Perbup"}, "wrong-kind"),
        ({"monotone": 1}, "wrong-kind"),
        ({"id": ""}, "empty-text"),
    ],
)
def test_what_cannot_be(fields: dict[str, Any], code: str) -> None:
    """Ids stand once, a consequence has one meaning, and each field has its kind."""
    good: dict[str, Any] = {
        "id": "x",
        "title": Text.literal("x"),
        "facts": [TOTAL_FACT],
        "rules": [],
        "reference": PERBUP,
    }
    with pytest.raises(InvalidValueError) as caught:
        ConsequencePolicy(**{**good, **fields})
    assert caught.value.code == code


def test_look_ups() -> None:
    """Facts and rules are found by their ids, and nothing else is."""
    assert USUAL.fact("late-reports") is LATE_REPORTS_FACT
    assert USUAL.gives_way_to("R-1") == ()
    for look_up in (USUAL.fact, USUAL.gives_way_to):
        for unknown in ("R-9", None, ["R-1"]):
            with pytest.raises(UnknownCodeError):
                look_up(unknown)


def test_rows_say_what_the_rules_say() -> None:
    """One flat row a rule, with its conditions in words and its order."""
    made = policy(rule("A", AWARD, HIGH, yields_to=["B"]), rule("B", WARNING, at_least("late-reports", 2)))
    first, second = made.rows("en")
    assert first == {
        "policy": "contoh",
        "rule": "A",
        "consequence": "piagam",
        "name": "piagam",
        "kind": "reward",
        "weight": 1,
        "when": "score of the performance agreement at least 90",
        "yields_to": "B",
        "decided_by": "the Regent",
        "first": "",
        "reference": "Peraturan Bupati Contoh 9/2024 (rekaan), article 5 (our inference, not the rule's wording)",
        "certainty": "derived",
    }
    assert (second["yields_to"], second["first"]) == ("", "the official is heard")


def test_text_says_what_the_policy_is() -> None:
    """The table says that nothing is decided, whether it is monotone, and where it is written."""
    text = USUAL.text(width=200)
    assert "bukan keputusan" in text
    assert "Monoton, sudah diperiksa" in text
    assert "Peraturan Bupati Contoh 9/2024 (rekaan)" in text
    assert "Tidak monoton" in evolve(USUAL, monotone=False).text(width=200)
    assert "gives way to B" in policy(
        rule("A", AWARD, HIGH, yields_to=["B"]), rule("B", WARNING, at_least("late-reports", 2))
    ).text("en", width=200)
    assert USUAL._repr_html_() == USUAL.table().html()


class TestReferences:
    OWN = Reference("Perbup Lain 1/2025 (rekaan)", certainty="read")
    MADE = policy(ConsequenceRule("A", AWARD, [HIGH]), rule("B", COACHING, at_least("late-reports", 2)))

    def test_a_rule_is_written_where_its_policy_is(self) -> None:
        """A rule without a reference has the policy's in rows, notes and papers, also after the policy moved."""
        made = evolve(self.MADE, reference=self.OWN, rules=self.MADE.rules[:1])
        assert (self.MADE.reference_of("A"), made.reference_of("A")) == (PERBUP, self.OWN)
        (row,) = made.rows("en")
        assert (row["reference"], row["certainty"]) == (self.OWN.text("en"), "read")
        found = recommend(made, "x", [fact("total", 101)], year=2024)
        assert found.rows("en")[0]["reference"] == self.OWN.text("en")
        assert f"aturan A, {self.OWN.text()}" in " ".join(found.text().split())
        assert made.table("en").notes[2:] == (self.OWN.text("en"),)

    def test_a_rule_may_say_otherwise(self) -> None:
        """A reference of its own stays, and stands below the table beside the policy's."""
        made = evolve(self.MADE, reference=self.OWN)
        assert (made.reference_of("A"), made.reference_of("B")) == (self.OWN, PERBUP)
        assert made.table("en").notes[2:] == (self.OWN.text("en"), PERBUP.text("en"))
        assert [row["certainty"] for row in made.rows()] == ["read", "derived"]

    def test_of_a_rule_that_is_not_there(self) -> None:
        """An id that is not there is answered by those like it."""
        with pytest.raises(UnknownCodeError) as caught:
            self.MADE.reference_of("C")
        assert caught.value.code == "unknown-rule"


def test_a_policy_of_ten_lines() -> None:
    """The lines that a developer would write run as they are."""
    runpy.run_path(str(Path(__file__).resolve().parents[2] / "typing" / "consequence_lines.py"))


class TestPublished:
    """Permen LHK 6/2024 article 19, as its text is published: next year's allowance is 90, 85 or 80 percent."""

    SHARES = (("Butuh Perbaikan", 90), ("Kurang", 85), ("Sangat Kurang", 80))
    ARTICLE = Reference("Permen LHK 6/2024", article="19", certainty="read")

    def made(self) -> ConsequencePolicy:
        """One rule a predicate, the lighter giving way to the heavier; that the official is heard is ours."""
        rules = [
            ConsequenceRule(
                str(share),
                consequence(f"tunjangan {share} %", "sanction", weight=100 - share),
                [FactCondition.at_most("predicate", label)],
                reference=self.ARTICLE,
                yields_to=[str(share - 5)] if share > 80 else [],
            )
            for label, share in self.SHARES
        ]
        return policy(*rules)

    @pytest.mark.parametrize(
        ("label", "shares"),
        [("Sangat Baik", []), ("Baik", []), ("Butuh Perbaikan", ["90"]), ("Kurang", ["85"]), ("Sangat Kurang", ["80"])],
    )
    def test_one_share_a_predicate(self, label: str, shares: list[str]) -> None:
        """Each predicate below Baik leads to its own share, and the policy is monotone."""
        found = recommend(self.made(), "x", [fact("predicate", label)], year=2024)
        assert [one.rule.id for one in found.recommendations] == shares
        assert self.made().gives_way_to("90") == ("85", "80")


def test_is_one_value() -> None:
    """A policy is hashable, and the same after pickle and copy."""
    again = pickle.loads(pickle.dumps(USUAL))
    assert again == USUAL == copy.deepcopy(USUAL)
    assert hash(again) == hash(USUAL)
    assert again.gives_way_to("R-1") == USUAL.gives_way_to("R-1")


def test_one_more_rule_is_one_evolve_away() -> None:
    """A region's own rule is added to a policy, which is checked again."""
    more = rule("R-5", consequence("telaah", "coaching"), FactCondition.fell("predicate"))
    assert [one.id for one in evolve(USUAL, rules=[*USUAL.rules, more]).rules][-1] == "R-5"
