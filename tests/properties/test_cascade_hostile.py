"""The cascade under hostile data: no size, no shape and no name breaks it, and none costs more than its share."""

import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sakip import Agreement, Indicator, Objective, Party, Target, testing
from sakip.cascade import Cascade, CascadeReport, Group, Link, NodeFacts, Post, Suppression, links_from_rows
from tests.cascade.making import TOP, family, pk, report_on, target

# Far beyond any recursion limit and any square; the wide search takes as many as a whole country has.
MANY = 100_000 if settings.default is not None and settings.default.max_examples >= 1000 else 15_000
Pairs = Iterable[tuple[int, int]]


def graph(count: int, pairs: Pairs, amount: Callable[[int], int] = lambda _: 5) -> Cascade:
    """One position with so many indicators, added up along these pairs."""
    targets = [
        Target(Indicator(f"I{at}", "Keluarga", polarity="maximize", unit="keluarga"), amount(at)) for at in range(count)
    ]
    party = Party("KADIS", echelon="II")
    return Cascade(
        [Agreement("PK", year=2025, first_party=party, objectives=[Objective("Layanan", targets)])],
        [Link(child=("KADIS", f"I{low}"), parent=("KADIS", f"I{high}"), kind="sum") for low, high in pairs],
        realizations=[(("KADIS", f"I{at}"), amount(at)) for at in range(count)],
    )


def chain(count: int) -> Pairs:
    """Each below the next."""
    return ((at, at + 1) for at in range(count - 1))


def cycle(count: int) -> Pairs:
    """Each below the next, and the last below the first."""
    return ((at, (at + 1) % count) for at in range(count))


def star(count: int) -> Pairs:
    """All below the first."""
    return ((at, 0) for at in range(1, count))


def tree(count: int) -> Pairs:
    """Two below each."""
    return ((at, (at - 1) // 2) for at in range(1, count))


def codes(report: CascadeReport) -> Counter[str]:
    """How often each code was found."""
    return Counter(one.code for one in report.findings)


class TestSize:
    """Cycles of 2 and of 100,000 nodes, chains, stars: findings, not exceptions, no recursion limit."""

    @pytest.mark.parametrize("count", [1, 2, 3, MANY])
    def test_a_cycle(self, count: int) -> None:
        """One finding, whose text stays readable; nothing in it is judged by its numbers."""
        report = report_on(graph(count, cycle(count)))
        (found,) = report.findings
        assert (found.code, found.data["nodes"], found.data["links"]) == ("CAS101", str(count), str(count))
        assert len(found.text()) < 2000
        assert report.ledger.counts("CAS401")["skipped"] == count

    def test_a_chain(self) -> None:
        """It is clean, it is compared link by link, and its picture shows what can be read."""
        report = report_on(graph(MANY, chain(MANY)))
        assert (report.findings, report.verdict, report.compared) == ((), "ok", MANY - 1)
        assert len(report.tree().branches) <= 61

    def test_a_star(self) -> None:
        """One parent of them all; one number beside the sum is one finding with a text that can be read."""
        report = report_on(graph(MANY, star(MANY), lambda at: 5 if at else 5 * (MANY - 1) + 2))
        assert codes(report) == {"CAS301": 1, "CAS401": 1}
        assert all(len(one.text()) < 3000 for one in report.findings)

    def test_one_child_of_a_thousand_parents(self) -> None:
        """It is credited a thousand times, which is one finding."""
        report = report_on(graph(1001, ((0, at) for at in range(1, 1001))))
        (found,) = report.findings
        assert (found.code, found.data["sum"], found.data["count"]) == ("CAS702", "1000", "1000")
        assert len(found.text()) < 3000


class TestCost:
    """Work is linear: visits per node are counted and bounded."""

    SHAPES = (chain, cycle, star, tree)

    @pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
    @pytest.mark.parametrize("off", [0, 1], ids=["right", "wrong"])
    def test_four_times_as_much_is_four_times_the_work(self, shape: Callable[[int], Pairs], off: int) -> None:
        """The questions asked, and every call that is made for them and for what is said, grow with the nodes alone."""
        small, large = (self.work(graph(count, shape(count), lambda at: 5 + off * (at % 3))) for count in (300, 1200))
        assert large[0] / small[0] <= 4.05
        assert large[1] / small[1] <= 4.4

    def work(self, cascade: Cascade) -> tuple[int, int]:
        """How often a check was asked about a subject, and how many functions were called until everything was said."""
        calls = 0

        def count(_frame: Any, event: str, _argument: Any) -> None:
            nonlocal calls
            calls += event in {"call", "c_call"}

        before = sys.getprofile()
        sys.setprofile(count)
        try:
            report = report_on(cascade)
            assert report.summary()
            assert report.table() is not None
        finally:
            sys.setprofile(before)
        return report.run.visits, calls


class TestNothing:
    """An empty cascade says "nothing checked", never "ok"."""

    @pytest.mark.parametrize(
        "cascade",
        [
            Cascade(),
            Cascade(posts=[Post("KADIS", vacant=True)]),
            Cascade([pk("PK-1", "KADIS", "II", None)]),
            Cascade([pk("PK-1", "KADIS", "II", None, target("T"))], realizations={TOP: 10}),
            Cascade(links=links_from_rows([], columns={"position": "a", "code": "b"}, parent="c")),
        ],
    )
    def test_it_is_never_ok(self, cascade: Cascade) -> None:
        """Neither without agreements nor with agreements in which nothing is compared."""
        report = report_on(cascade)
        assert (report.verdict == "ok", report.ok, report.compared) == (False, False, 0)

    def test_the_first_line_says_so(self) -> None:
        """In both languages."""
        report = report_on(Cascade())
        assert report.verdict == "nothing_checked"
        assert report.ledger.counts()["pass"] == report.ledger.counts()["fail"] == 0
        assert report.summary("id") != report.summary("en")


class TestReferences:
    """Dangling links and names that mean nothing are findings."""

    def test_what_leads_nowhere_is_named(self) -> None:
        """Links, groups, facts, realizations, superiors: each name once, and the rest is validated."""
        nowhere = ("TIDAK ADA", "X")
        base = family(target("T", 10), target("A", 6), target("B", 4))
        report = report_on(
            Cascade(
                base.agreements,
                [
                    *base.links,
                    *(Link(child=one, parent=two, kind="sum") for one, two in [(nowhere, TOP), (TOP, nowhere)]),
                ],
                [Group(parent=nowhere)],
                {nowhere: 5, TOP: 10, ("KABID-2", "A"): 6, ("KABID-3", "B"): 4},
                posts=[Post("SEKRETARIS", superior="TIDAK ADA", vacant=True)],
                nodes=[NodeFacts(nowhere)],
            )
        )
        assert codes(report)["CAS102"] == 6
        assert report.ledger.verdict("CAS401", "KADIS/T") == "pass"

    def test_signs_for_names_are_no_one_name(self) -> None:
        """Positions and indicators that are called by signs alone are kept apart, and none of them is a superior."""
        signs = ["?", "-", "...", "–", "📈", "***"]
        agreements = [pk(f"PK-{at}", sign, None, None, target(sign, 5)) for at, sign in enumerate(signs)]
        links = [Link(child=(one, one), parent=("?", "?"), kind="sum") for one in signs[1:]]
        report = report_on(Cascade(agreements, links, realizations={(sign, sign): 5 for sign in signs}))
        assert len(report.case.graph.places) == len(report.case.graph.nodes) == len(signs)
        assert codes(report) == {"CAS302": 1, "CAS401": 1}


NAMES = (
    "<script>alert(1)</script>",
    "\"><img src=x onerror='x'>",
    "]]><svg/onload=1>",
    'A"]; click A href "javascript:alert(1)',
    "end\\nsubgraph x",
    "%%{init: {}}%%",
    "`A` | B |",
    "=HYPERLINK(1)",
    "{parent} {0} %s",
    "&amp;&lt;b&gt;",
)


class TestNames:
    """HTML, SVG, Mermaid, SARIF and text escape names that came from forms."""

    @pytest.mark.parametrize("name", NAMES)
    def test_no_name_means_anything_where_it_is_shown(self, name: str) -> None:
        """As position, unit of measure, code, agreement, reason and person it is only ever text."""
        report = self.hostile(name)
        assert {"CAS102", "CAS301", "CAS401", "CAS501"} <= set(codes(report))
        for lang in ("id", "en"):
            for text in (report.text(lang), report.tree().text(lang), report.explain((name, name), lang=lang)):
                assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]", text)
        for page in (report._repr_html_(), report.tree()._repr_html_(), report.attribute((name, name))._repr_html_()):
            assert "<script" not in page
            assert "<img" not in page
            assert "<svg/" not in page
        drawn = report.tree().svg()
        parts = list(ET.fromstring(drawn).iter())  # noqa: S314 - our own
        assert not {"script", "img", "image", "foreignObject", "a"}.intersection(
            one.tag.rpartition("}")[2] for one in parts
        )
        assert not any(key.startswith("on") for one in parts for key in one.attrib)

    @pytest.mark.parametrize("name", NAMES)
    def test_mermaid_holds_no_sign_of_a_name(self, name: str) -> None:
        """Every line is one of the few forms that are drawn; what a name holds is written as numbers."""
        label = r'"[^"<>`{}\[\]|;&=\\]*(?:(?:#\d+;|<br/>)[^"<>`{}\[\]|;&=\\]*)*"'
        forms = (
            r"flowchart BT",
            rf"    n\d+\[{label}\]:::\w+",
            rf"    n\d+ (?:-->|-\.->)(?:\|{label}\|)? n\d+",
            r"    (?:classDef|linkStyle) [\w,:#.\- ]+",
        )
        for line in self.hostile(name).tree().mermaid().splitlines():
            assert any(re.fullmatch(form, line) for form in forms), line

    @pytest.mark.parametrize("name", NAMES)
    def test_sarif_is_plain_data(self, name: str) -> None:
        """It is read back from JSON as it was, and its messages hold no link or placeholder of a name's making."""
        found = self.hostile(name).to_sarif()
        assert json.loads(json.dumps(found)) == found
        for result in found["runs"][0]["results"]:
            text = result["message"]["text"]
            assert not re.search(r"(?<!\\)\[[^\]]*(?<!\\)\]\(", text)
            assert not re.search(r"(?<!\{)\{\d+\}(?!\})", text)

    def hostile(self, name: str) -> CascadeReport:
        """A small cascade in which everything is called so, with findings of many kinds."""
        agreements = [
            pk(f"{name} 1", name, "II", "BUPATI", target(name, 100, unit=name), office=name),
            pk(f"{name} 2", "KABID-A", "III", name, target("A", 60, unit=f"{name} lain"), target("B", 39, unit=name)),
            pk(
                f"{name} 3",
                "KABID-B",
                "III",
                name,
                target("C", 40, unit=name),
                target("D", 1, unit=name),
                target("E", 2, unit=name),
            ),
        ]
        links = [
            Link(child=("KABID-A", "A"), parent=(name, name), kind="sum"),
            Link(child=("KABID-B", "D"), parent=("KABID-B", "C"), kind="sum"),
            Link(child=("KABID-B", "E"), parent=("KABID-B", "C"), kind="sum", aspect=name),
            Link(child=(f"{name} tidak ada", name), parent=(name, name), kind="support"),
        ]
        made = {(name, name): 100, ("KABID-A", "A"): 60, ("KABID-B", "C"): 4, ("KABID-B", "D"): 1, ("KABID-B", "E"): 2}
        aside = [Suppression(name, by=name, code="CAS202", subject="*")]
        return report_on(Cascade(agreements, links, realizations=made), suppressions=aside)

    @given(testing.cascades(rich=True), st.sampled_from(["id", "en"]))
    def test_anything_is_shown_everywhere(self, cascade: Cascade, lang: Any) -> None:
        """Every way of showing a report works for whatever is in it."""
        report = report_on(cascade)
        for text in (report.text(lang), report.tree().text(lang)):
            assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f]", text)
        assert "<script" not in report._repr_html_() + report.tree()._repr_html_()
        ET.fromstring(report.tree().svg(lang))  # noqa: S314 - our own
        json.dumps([report.to_dict(), report.to_sarif(lang), report.rows(lang, numbers="text")])
        assert report.tree().mermaid(lang).startswith("flowchart BT")
        assert report.repair(lang)
        for node in report.case.graph.nodes:
            answers = report.trace(node), report.attribute(node), report.what_if(node), *report.hypotheses(node)
            assert all(one.text(lang) for one in answers)
