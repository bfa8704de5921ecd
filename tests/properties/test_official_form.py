"""Laws of the official form, each with the sentence that it proves."""

import json
import re
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from sakip import (
    Agreement,
    BudgetLine,
    Range,
    Target,
    check,
    parse_date,
    parse_number,
    parse_spelled_date,
    parse_spelled_number,
    parse_spelled_rupiah,
    testing,
)
from sakip.lifecycle import OfficialForm, official_form
from sakip.testing import targets

# Control characters, separators of lines, and marks that turn the direction of text.
STEERING = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]")
SEN = st.integers(0, 10**16).map(lambda count: Decimal(f"{count}e-2"))


@st.composite
def budgets(draw: st.DrawFn) -> list[BudgetLine]:
    """Lines at any place of a small tree, each with any amount down to the sen."""
    codes = draw(st.sets(st.sampled_from(["1", "1.1", "1.1.1", "1.2", "2", "2.1"])))
    return [BudgetLine(code, "Program", kind="programme", ceiling=draw(SEN)) for code in sorted(codes)]


@st.composite
def forms(draw: st.DrawFn, *, rich: bool = False) -> OfficialForm:
    """The form of any agreement, with any budget and any place."""
    agreement: Agreement = draw(testing.agreements(rich=rich))
    return official_form(agreement, place=draw(st.none() | testing.texts(rich=rich)), lines=draw(budgets()))


def bare(printed: str, target: Target) -> str:
    """A printed target without its unit."""
    unit = target.indicator.unit
    return printed if unit is None else printed.removesuffix(f" {unit}")


class TestNumbers:
    """The form's numbers parse back to the values they show."""

    @given(targets() | targets(rich=True), st.sampled_from(["id", "en"]))
    def test_targets(self, target: Target, lang: str) -> None:
        """A number, both bounds of a range and a date, in both languages; number and date also in words."""
        objective = testing.example_agreement().objectives[0].__class__("Layanan", [target])
        agreement = Agreement(
            "PK", year=2025, first_party=testing.example_agreement().first_party, objectives=[objective]
        )
        (row,) = official_form(agreement).annex.targets
        written: str = row.text("id" if lang == "id" else "en")
        convention = "id" if lang == "id" else "en"
        value = target.value
        if isinstance(value, Decimal):
            assert parse_number(bare(written, target), convention) == value
            assert parse_spelled_number(row.words or "") == value
        elif isinstance(value, Range):
            low, _, high = bare(written, target).partition("–")
            assert (parse_number(low, convention), parse_number(high, convention)) == (value.low, value.high)
            assert row.words is None
        elif isinstance(value, date):
            assert parse_date(written) == value
            if value.year >= 1000:  # in words an earlier year is refused
                assert parse_spelled_date(row.words or "") == value
        else:
            assert (written, row.words) == (value.name, None)

    @given(forms())
    def test_money_and_days(self, form: OfficialForm) -> None:
        """Each amount, the sum, and the day of signing."""
        for row in form.rows():
            if row["part"] != "target":
                assert parse_number(row["printed"], "id") == parse_spelled_rupiah(row["words"]) == row["value"]
        day = form.agreement.signed_on
        assert (form.statement.dated_in_words is None) == (day is None)
        if day is not None:
            assert parse_date(form.statement.dated().rpartition(", ")[2]) == day
            assert parse_spelled_date(form.statement.dated_in_words or "") == day

    @given(forms())
    def test_the_sum_is_of_what_is_numbered(self, form: OfficialForm) -> None:
        """No amount is counted twice: the sum is that of the lines that are part of no other."""
        wholes = [row["value"] for row in form.rows() if row["part"] == "budget" and row["number"] is not None]
        assert (form.annex.total is None) == (wholes == [])
        assert sum(wholes) == (form.annex.total or 0)


class TestNothingLost:
    """The official form as data; the application prints it."""

    @given(forms(rich=True))
    def test_every_target_and_line_has_its_row(self, form: OfficialForm) -> None:
        """Nothing that is promised is left out, in the order of the agreement."""
        rows = form.rows()
        assert [row["code"] for row in rows if row["part"] == "target" and row["code"]] == [
            target.code for target in form.agreement.targets
        ]
        assert {row["code"] for row in rows if row["part"] == "budget"} == {one.code for one in form.agreement.budget}
        assert json.loads(json.dumps(form.rows(numbers="text"))) == form.rows(numbers="text")

    @given(forms(rich=True))
    def test_as_many_blocks_as_sign(self, form: OfficialForm) -> None:
        """Who signs alone has one block, everybody else two; who promises stands on the right."""
        alone = "SIG-ALONE" in form.check().codes() or form.agreement.second_party is None
        assert form.signatures[-1].role == "first_party"
        assert len(form.signatures) == 2 or alone

    @given(forms(rich=True))
    def test_every_finding_of_the_signing_is_found(self, form: OfficialForm) -> None:
        """What the agreement says wrongly of who signs, when and why is found in the form, once."""
        codes = form.check().codes()
        wrong = [code for code in check(form.agreement).codes() if code.startswith(("SIG-", "AMD-"))]
        assert [code for code in codes if code.startswith(("SIG-", "AMD-"))] == wrong


class TestHostile:
    """Every text that people see is inert."""

    @given(forms(rich=True), st.integers(20, 200), st.sampled_from(["id", "en"]))
    def test_text(self, form: OfficialForm, width: int, lang: str) -> None:
        """No sign that moves or turns the print, and no line longer than asked."""
        lines = form.text("id" if lang == "id" else "en", width=width).split("\n")
        assert not any(STEERING.search(line) for line in lines)
        assert max(map(len, lines)) <= width

    @given(forms(rich=True))
    def test_html(self, form: OfficialForm) -> None:
        """No element of a user's making."""
        names = set(re.findall(r"<(\w+)", form.html() + form._repr_html_()))
        allowed = {
            "div",
            "h3",
            "p",
            "br",
            "dl",
            "dt",
            "dd",
            "span",
            "table",
            "caption",
            "thead",
            "tbody",
            "tr",
            "th",
            "td",
        }
        assert names <= allowed

    @given(forms(rich=True))
    def test_no_names_in_any_representation(self, form: OfficialForm) -> None:
        """Nobody is named in a representation, in rows or in findings."""
        people = [one.official for one in form.signatures if one.official is not None]
        shown = [repr(form), *(found.text() for found in form.check())]
        known = [form.agreement.code, *(text for one in form.signatures for text in (one.position, one.office))]
        for person in people:
            if len(person) > 30 and not any(person in (text or "") for text in known):
                assert not any(person in text for text in shown)
