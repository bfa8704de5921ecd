import json
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from sakip import Components, NotApplicable, Period, Reference
from sakip.cascade import (
    CATALOGUE,
    BudgetDocument,
    Cascade,
    CascadeReport,
    Check,
    Group,
    Link,
    NodeFacts,
    Post,
    Suppression,
    cascade_from_dict,
    cascade_to_dict,
)
from sakip.cascade.report.record import SCHEMA, inputs_of
from sakip.errors import InvalidValueError, UnknownCodeError
from sakip.testing import agreements_with_realizations, budget_lines, levels, tenures
from tests.cascade.making import TOP, YEAR_END, family, report_on, target

CASCADE = family(
    target("T", 105), target("A", "40.5"), target("B", 60), realizations={TOP: 95, ("KABID-2", "A"): "38.25"}
)


def through_json(data: dict[str, Any]) -> Any:
    """As it comes back from a file."""
    return json.loads(json.dumps(data))


class TestCascade:
    """A cascade as plain data."""

    @given(
        st.lists(agreements_with_realizations(rich=True), max_size=2),
        st.lists(budget_lines(rich=True), max_size=2, unique_by=lambda one: one.code),
        st.lists(tenures(rich=True), max_size=2),
        levels(),
    )
    def test_everything_comes_back(self, given_: list[Any], lines: list[Any], held: list[Any], level: Any) -> None:
        """Whatever a cascade can hold is read back as it was, through JSON."""
        cascade = Cascade(
            given_,
            [Link(child=("A", "1"), parent=("B", "2", 2025), kind="sum", share="0.25", factor=1000, valid_to=YEAR_END)],
            [
                Group(parent=("B", "2"), threshold=level),
                Group(parent=("C", "2"), other="1.5", tolerance=1, tolerance_reason="x"),
            ],
            {
                ("A", "1"): Components(1, 3, per=100),
                ("B", "2"): [],
                ("C", "3"): NotApplicable("x"),
                ("D", "4"): YEAR_END,
            },
            tenures=held,
            budgets=[BudgetDocument("DPA", ratified_on=YEAR_END, lines=lines)],
            posts=[Post("A", unit="U", echelon="III", superior="B", vacant=True)],
            nodes=[
                NodeFacts(
                    ("A", "1"),
                    scope=["b", "a"],
                    source=target("A", 3),
                    source_document=Reference("X", certainty="read"),
                )
            ],
        )
        again = cascade_from_dict(through_json(cascade_to_dict(cascade)))
        assert again == cascade
        assert repr(again) == repr(cascade)

    def test_numbers_are_whole_or_texts(self) -> None:
        """A number that is not whole stands as a text, so that no reader makes a float of it."""
        text = json.dumps(cascade_to_dict(CASCADE))
        assert '{"number": "40.5"}' in text
        assert not any(isinstance(one, float) for one in _leaves(json.loads(text)))

    @pytest.mark.parametrize(
        "data",
        [
            {},
            [],
            None,
            {"type": "Link"},
            {"type": "Unknown"},
            {"type": "Cascade", "agreement": []},
            {"type": "Cascade", "links": [{"type": "Link", "kind": "sum"}]},
            {"type": "Cascade", "links": [{"type": "Link", "child": 1, "parent": 2, "kind": "sum"}]},
            {"type": "Cascade", "agreements": [{"date": "2025-13-01"}]},
            {"type": "Cascade", "agreements": [{"number": "x"}]},
            {"type": "Cascade", "agreements": [{"date": 5}]},
            {"type": ["Cascade"]},
        ],
    )
    def test_other_data_is_refused(self, data: Any) -> None:
        """One coded error, whatever is wrong."""
        with pytest.raises(InvalidValueError):
            cascade_from_dict(data)

    def test_depth_is_no_way_in(self) -> None:
        """Data nested beyond any cascade is refused like other data."""
        deep: Any = []
        for _ in range(100_000):
            deep = [deep]
        with pytest.raises(InvalidValueError) as caught:
            cascade_from_dict({"type": "Cascade", "links": deep})
        assert caught.value.code == "not-a-record"


def _leaves(data: Any) -> list[Any]:
    if isinstance(data, dict):
        return [leaf for one in data.values() for leaf in _leaves(one)]
    return [leaf for one in data for leaf in _leaves(one)] if isinstance(data, list) else [data]


class TestReport:
    """A report as plain data."""

    def test_it_says_what_the_report_says(self) -> None:
        """The conclusion, the counts of the ledger, the measures and each finding in both languages."""
        report = report_on(CASCADE)
        data = through_json(report.to_dict())
        assert (data["schema"], data["as_of"], data["years"]) == (SCHEMA, "2025-12-31", [2025])
        assert (data["verdict"], data["summary"]["id"]) == ("failed", report.summary())
        assert data["ledger"] == {code: report.ledger.counts(code) for code in report.ledger.codes}
        assert data["metrics"] == through_json(report.metrics.data())
        assert [one["fingerprint"] for one in data["findings"]] == [one.fingerprint for one in report.findings]
        (short,) = (one for one in data["findings"] if one["code"] == "CAS301")
        (finding,) = (one for one in report.findings if one.code == "CAS301")
        assert short["text"] == {"id": finding.text("id"), "en": finding.text("en")}
        assert Decimal(short["data"]["gap"]) == Decimal("4.5")
        assert short["suppression"] is None

    def test_a_finding_is_whole(self) -> None:
        """Whoever has only the record reads the same title, sentence and way out, and every fact of the finding."""
        made = {TOP: 100, ("KABID-2", "A"): 40, ("KABID-3", "B"): 60}
        explained = report_on(family(target("T", 105), target("A", 40), target("B", 60), realizations=made))
        aside = Suppression("Sudah dibahas", by="Bappeda", code="CAS301")
        assert any(one.explained_by for one in explained.findings)
        for report in (explained, report_on(CASCADE, suppressions=[aside])):
            recorded = through_json(report.to_dict())["findings"]
            assert len(recorded) == len(report.findings)
            for data, one in zip(recorded, report.findings, strict=True):
                for name in ("code", "slug", "severity", "verdict", "subject", "cell", "explained_by", "value_hash"):
                    assert data[name] == getattr(one, name)
                for name, text in (("title", one.title), ("fix", one.fix)):
                    assert data[name] == {"id": text.render("id"), "en": text.render("en")}
                assert (data["nodes"], data["criteria"]) == (list(one.nodes), list(one.criteria))
                assert [basis["title"] for basis in data["basis"]] == [reference.title for reference in one.basis]
                assert (data["suppression"] is None) == (one.suppression is None)
        (kept,) = (data["suppression"] for data in recorded if data["suppression"] is not None)
        assert (kept["reason"], kept["by"]) == ("Sudah dibahas", "Bappeda")

    def test_the_input_is_known_by_a_digest(self) -> None:
        """The same whatever the order of what was given, another with another number."""
        turned = evolve(CASCADE, agreements=CASCADE.pairs[::-1], links=CASCADE.links[::-1])
        other = evolve(CASCADE, links=CASCADE.links[1:])
        digests = [report_on(one).to_dict(cascade=False)["input"] for one in (CASCADE, turned, other)]
        assert digests[0] == digests[1] != digests[2]

    def test_without_its_cascade_it_cannot_be_read_back(self) -> None:
        """It can be compared, and that is all."""
        data = report_on(CASCADE).to_dict(cascade=False)
        assert "cascade" not in data
        with pytest.raises(InvalidValueError) as caught:
            CascadeReport.from_dict(data)
        assert caught.value.code == "not-a-record"

    def test_ones_own_checks_are_given_again(self) -> None:
        """A record names checks by their codes; functions are not data."""
        mine = evolve(CATALOGUE[0], code="SAYA-1")
        assert isinstance(mine, Check)
        data = report_on(CASCADE, checks=[CATALOGUE[1], mine], through=Period.quarter(2025, 2)).to_dict()
        with pytest.raises(UnknownCodeError):
            CascadeReport.from_dict(data)
        cascade, settings = inputs_of(data, [*CATALOGUE, mine])
        assert cascade == CASCADE
        assert (settings.checks, settings.through) == ((CATALOGUE[1], mine), Period.quarter(2025, 2))

    @pytest.mark.parametrize(
        "change",
        [
            {"schema": "sakip/cascade-report/0"},
            {"as_of": "31-12-2025"},
            {"as_of": None},
            {"settings": {}},
            {"settings": None},
            {"cascade": {"type": "NotReported"}},
        ],
    )
    def test_other_data_is_refused(self, change: dict[str, Any]) -> None:
        """One coded error, whatever is wrong."""
        with pytest.raises(InvalidValueError) as caught:
            CascadeReport.from_dict({**report_on(CASCADE).to_dict(), **change})
        assert caught.value.code == "not-a-record"

    def test_something_else_is_refused(self) -> None:
        """A list is no record."""
        bad: Any = []
        with pytest.raises(InvalidValueError):
            CascadeReport.from_dict(bad)
