import pickle
from typing import Any

import pytest
from attrs import evolve

from sakip import Text
from sakip.errors import InvalidValueError, UnknownCodeError
from sakip.lifecycle import (
    ANSWERS_A_D,
    LKE_88_2021,
    SheetComponent,
    SheetCriterion,
    SheetDocument,
    SheetSubComponent,
)
from tests.lifecycle.evaluation_sheet.making import GOOD, PLANNED, TEMPLATE, name

FIRST, SECOND = TEMPLATE.components
(SUB,) = FIRST.sub_components


def test_walks_over_its_parts() -> None:
    """Sub-components and criteria come in the order of the sheet."""
    assert [one.code for one in TEMPLATE.sub_components] == ["1.a", "2.a"]
    assert [one.code for one in TEMPLATE.criteria] == ["1.a.1", "1.a.2", "2.a.1"]


def test_map_of_evidence() -> None:
    """Each document is listed with the criteria that it proves."""
    assert [(one.code, codes) for one, codes in TEMPLATE.evidence] == [("renja", ("1.a.1",)), ("foto", ("1.a.1",))]


def test_a_document_named_twice_counts_once() -> None:
    """A criterion keeps each document once, in the order given."""
    assert SheetCriterion("1", name("x"), documents=["b", "a", "b"]).documents == ("b", "a")


class TestWeights:
    def test_that_add_up(self) -> None:
        """Nothing is found where every sum is right."""
        assert TEMPLATE.check().codes() == ()

    @pytest.mark.parametrize(("weight", "total"), [("59.99", "99.99"), ("60.01", "100.01")])
    def test_of_a_component(self, weight: str, total: str) -> None:
        """Sub-components that miss their component's weight by a hundredth are found, with both numbers."""
        (found,) = evolve(TEMPLATE, components=[evolve(FIRST, weight=weight), SECOND], total=total).check()
        assert (found.code, found.severity) == ("LKE-SUB-WEIGHT", "error")
        assert found.subject == "template[contoh].components[1]"
        assert dict(found.arguments)["sum"] == 60
        assert str(dict(found.arguments)["stated"]) == weight

    def test_of_105(self) -> None:
        """A set of weights that adds up to 105 is an error that says so."""
        heavy = [evolve(FIRST, weight=65, sub_components=[evolve(SUB, weight=65)]), SECOND]
        (found,) = evolve(TEMPLATE, components=heavy).check()
        assert (found.code, found.severity) == ("LKE-TOTAL-WEIGHT", "error")
        assert found.text("id") == "Bobot komponen contoh berjumlah 105, bukan 100"


@pytest.mark.parametrize(
    "changes",
    [
        {"components": [FIRST, FIRST]},
        {"components": [FIRST, evolve(SECOND, code="1.a")]},
        {"components": [evolve(FIRST, sub_components=[evolve(SUB, criteria=[PLANNED, evolve(GOOD, code="1.a.1")])])]},
        {"documents": [*TEMPLATE.documents, TEMPLATE.documents[0]]},
        {"components": ["1"]},
        {"scale": "AKIP"},
        {"reference": "PermenPANRB"},
        {"probes": "Y"},
        {"reading": "kriteria"},
        {"total": 0},
        {"id": ""},
        {"name": "Lembar"},
    ],
)
def test_template_refuses(changes: dict[str, Any]) -> None:
    """A code that stands twice at any level, and fields of another kind, are refused."""
    with pytest.raises(InvalidValueError):
        evolve(TEMPLATE, **changes)


def test_names_a_document_that_is_not_listed() -> None:
    """A criterion may only name documents of the template; the error names those that look like it."""
    with pytest.raises(UnknownCodeError) as caught:
        evolve(TEMPLATE, documents=[SheetDocument("renja", name("Renja"))])
    assert caught.value.code == "unknown-document"
    assert caught.value.path == "EvaluationTemplate.components[1.a.1].documents"


@pytest.mark.parametrize("weight", [0, -1, "x", 0.5])
def test_weights_refused(weight: Any) -> None:
    """Whatever weighs nothing or less cannot stand on a sheet, at any level."""
    for make in (
        lambda: SheetCriterion("1", name("x"), weight=weight),
        lambda: SheetSubComponent("1", name("x"), weight, answers=ANSWERS_A_D),
        lambda: SheetComponent("1", name("x"), weight, []),
    ):
        with pytest.raises(InvalidValueError):
            make()


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        (SheetCriterion, {"code": "", "name": name("x")}),
        (SheetCriterion, {"code": "x", "name": "x"}),
        (SheetCriterion, {"code": "x", "name": name("x"), "answers": "Y"}),
        (SheetCriterion, {"code": "x", "name": name("x"), "documents": [1]}),
        (SheetSubComponent, {"code": "", "name": name("x"), "weight": 1, "answers": ANSWERS_A_D}),
        (SheetSubComponent, {"code": "x", "name": "x", "weight": 1, "answers": ANSWERS_A_D}),
        (SheetSubComponent, {"code": "x", "name": name("x"), "weight": 1, "answers": "A"}),
        (SheetSubComponent, {"code": "x", "name": name("x"), "weight": 1, "answers": ANSWERS_A_D, "criteria": ["x"]}),
        (SheetComponent, {"code": "", "name": name("x"), "weight": 1, "sub_components": []}),
        (SheetComponent, {"code": "x", "name": "x", "weight": 1, "sub_components": []}),
        (SheetComponent, {"code": "x", "name": name("x"), "weight": 1, "sub_components": ["x"]}),
    ],
)
def test_parts_refuse(kind: Any, fields: dict[str, Any]) -> None:
    """Fields of another kind are refused where they are written."""
    with pytest.raises(InvalidValueError):
        kind(**fields)


def test_survives_pickling_and_hashes() -> None:
    """A template is the same after pickling, and can be a key."""
    assert pickle.loads(pickle.dumps(LKE_88_2021)) == LKE_88_2021
    assert len({LKE_88_2021, TEMPLATE, evolve(TEMPLATE, name=Text("Lain", "Other"))}) == 3
