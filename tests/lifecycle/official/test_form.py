import pickle
from collections import Counter
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve

from sakip import Budget, History, Objective
from sakip.errors import InvalidValueError
from sakip.lifecycle import official_form
from sakip.lifecycle.official.form import OfficialForm
from tests.lifecycle.official.making import HEAD, MONEY, SIGNED, agreement, held_by

FORM = official_form(agreement(), place="Bengkulu")


class TestRows:
    def test_a_row_of_the_annex_is_a_row(self) -> None:
        """Targets, then lines of the budget, then their sum."""
        rows = FORM.rows()
        assert [row["part"] for row in rows] == ["target"] * 4 + ["budget"] * 3 + ["total"]
        assert {tuple(row) for row in rows} == {tuple(rows[0])}
        assert [row["value"] for row in rows] == [
            Decimal("97.5"),
            "1200..1500",
            "WTP",
            date(2025, 9, 30),
            Decimal(1250000000),
            Decimal(1250000000),
            Decimal("500000.5"),
            Decimal("1250500000.5"),
        ]
        assert rows[0]["printed"] == "97,5 %"
        assert rows[-1]["words"] == FORM.annex.total_in_words

    def test_as_text(self) -> None:
        """Numbers and dates as JSON and PHP keep them exact."""
        rows = FORM.rows("en", numbers="text")
        assert [row["value"] for row in rows][:4] == ["97.5", "1200..1500", "WTP", "2025-09-30"]
        assert rows[1]["printed"] == "1,200–1,500 orang"
        assert not any(isinstance(cell, Decimal | date) for row in rows for cell in row.values())

    def test_an_objective_without_indicators(self) -> None:
        """It has a row in which nothing is promised."""
        (row,) = official_form(agreement(objectives=[Objective("Layanan", [], code="S1")], budget=())).rows()
        assert (row["objective"], row["objective_code"], row["value"], row["printed"]) == ("Layanan", "S1", None, None)

    def test_no_names(self) -> None:
        """People stand in the signature blocks alone."""
        assert "Contoh Satu" not in str(FORM.rows())

    @pytest.mark.parametrize("asked", [{"lang": "fr"}, {"numbers": "float"}])
    def test_refused(self, asked: dict[str, Any]) -> None:
        """Another language, and another form of numbers."""
        with pytest.raises(InvalidValueError):
            FORM.rows(**asked)


class TestRefuses:
    @pytest.mark.parametrize(
        ("asked", "path"),
        [
            ({"place": ""}, "official_form.place"),
            ({"place": "Bengkulu\n"}, "official_form.place"),
            ({"place": 5}, "official_form.place"),
            ({"lines": "DPA"}, "Budget.lines"),
            ({"lines": [1]}, "Budget.lines[0]"),
            ({"lines": [MONEY[0], evolve(MONEY[0])]}, "Budget.lines"),
            ({"lines": [evolve(MONEY[0], version="DPA"), evolve(MONEY[2], version="DPPA")]}, "Budget.lines"),
            ({"succession": []}, "official_form.succession"),
            ({"wording": "resmi"}, "official_form.wording"),
        ],
        ids=["empty", "line feed", "number", "text", "item", "twice", "versions", "list", "wording"],
    )
    def test_arguments(self, asked: dict[str, Any], path: str) -> None:
        """What cannot be printed is refused, by its place."""
        with pytest.raises(InvalidValueError) as caught:
            official_form(agreement(), **asked)
        assert caught.value.path == path

    def test_no_agreement(self) -> None:
        """Only an agreement has a form."""
        with pytest.raises(InvalidValueError) as caught:
            official_form("PK-1")  # type: ignore[arg-type]
        assert caught.value.path == "official_form.agreement"

    def test_two_versions_of_the_budget(self) -> None:
        """The agreement of a changed budget holds both; one is chosen."""
        both = [evolve(line, version=version) for version in ("DPA", "DPPA") for line in MONEY]
        with pytest.raises(InvalidValueError, match="of_version"):
            official_form(agreement(budget=both))
        chosen = official_form(agreement(budget=both), lines=Budget.of_version(both, "DPPA"))
        assert {row.line.version for row in chosen.annex.lines} == {"DPPA"}

    @pytest.mark.parametrize("lang", ["fr", None, ""])
    def test_language(self, lang: Any) -> None:
        """An unknown language is refused."""
        for ask in (FORM.text, FORM.html):
            with pytest.raises(InvalidValueError):
                ask(lang)


def test_megabytes() -> None:
    """A form of a thousand indicators with the longest names is printed."""
    long = "x" * 4000
    (objective, _) = agreement().objectives
    many = [
        evolve(one, indicator=evolve(one.indicator, code=f"{place}", name=long))
        for place in range(250)
        for one in objective.targets[:1]
    ]
    form = official_form(agreement(objectives=[evolve(objective, targets=many)]))
    assert max(map(len, form.text(width=20).split("\n"))) == 20
    assert len(form.html()) > 10**6


def test_an_amended_agreement() -> None:
    """The later version says which one it supersedes; the earlier form stays as it was."""
    first = agreement()
    later = first.amend(
        code="PK-2025-DINKES-P",
        signed_on=date(2025, 9, 1),
        reason="strategy",
        targets={"IKU-1": 99},
        retire=["IKU-4"],
    )
    form = official_form(later, place="Bengkulu")
    assert form.check().codes() == ()
    assert form.statement.title() == "PERJANJIAN KINERJA PERUBAHAN TAHUN 2025"
    assert "PK-2025-DINKES," in (form.statement.amendment() or "")
    assert form.annex.target_table().notes == ("Tidak dijanjikan lagi: IKU-4",)
    assert History([first, later]).as_of(SIGNED) == FORM.agreement


def test_in_a_notebook() -> None:
    """What a notebook shows has no names, what is asked for has."""
    assert "Contoh Satu" not in FORM._repr_html_()
    assert Counter(FORM.html().split())["<b>"] == 0
    assert "Contoh Satu" in FORM.html()
    assert "Contoh Satu" in FORM.text()


def test_references() -> None:
    """The form says how sure its wording and its columns are."""
    assert [one.certainty for one in FORM.references] == ["secondary", "secondary"]


def test_survives_pickling() -> None:
    """A form is the same after pickling, with its tenures."""
    form = official_form(agreement(), succession=held_by(HEAD, "Plt"))
    assert pickle.loads(pickle.dumps(form)) == form
    assert isinstance(form, OfficialForm)
    assert hash(form) == hash(official_form(agreement(), succession=held_by(HEAD, "Plt")))
