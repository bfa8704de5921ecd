"""Published cascades: their shape, and the faults that figures alone can show."""

import re
from collections import Counter
from fractions import Fraction
from typing import Any

import pytest

from sakip import parse_number
from sakip.errors import InvalidValueError
from tests.conformance.published import TABLES, Table, label

CASCADES = [table for table in TABLES.values() if table.nodes]
WEST_JAVA = TABLES["cascade-biro-organisasi-jabar-2016"]
DISASTER = TABLES["cascade-bpbd-boyolali-2026"]
HEALTH = TABLES["cascade-dinkes-deli-serdang-2024"]


def _indicators(table: Table, echelon: str | None = None) -> list[dict[str, Any]]:
    return [entry for node in table.nodes if echelon in {None, node["echelon"]} for entry in node["indicators"]]


def _named(table: Table, node: str, name: str) -> dict[str, Any]:
    found: list[dict[str, Any]] = [
        entry for each in table.nodes if each["id"] == node for entry in each["indicators"] if name in entry["name"]
    ]
    return found[0]


def _count(text: str) -> Fraction:
    """Read the number in front of a unit, such as ``14 Kab/Kota``."""
    found = re.match(r"[\d.,]+", text)
    assert found is not None
    return Fraction(parse_number(found[0]))


@pytest.mark.parametrize(
    ("name", "nodes", "edges"),
    [
        ("cascade-biro-organisasi-jabar-2016", 25, 24),
        ("cascade-bkd-tanah-bumbu-2017", 19, 18),
        ("cascade-bpbd-boyolali-2026", 5, 3),
        ("cascade-dinkes-deli-serdang-2024", 6, 4),
        ("cascade-pupr-tanah-bumbu-2017", 9, 8),
        ("pupr-ditjen-penyediaan-perumahan-2015", 7, 6),
    ],
)
def test_size(name: str, nodes: int, edges: int) -> None:
    """A cascade has its recorded nodes and edges."""
    table = TABLES[name]
    assert len(table.nodes) == nodes
    assert sum("parent" in node for node in table.nodes) == edges


@pytest.mark.parametrize("table", CASCADES, ids=label)
def test_shape(table: Table) -> None:
    """Every parent exists, no node is its own ancestor, and every node promises something."""
    parents = {node["id"]: node.get("parent") for node in table.nodes}
    assert len(parents) == len(table.nodes)
    for start, parent in parents.items():
        seen = {start}
        above = parent
        while above is not None:
            assert above not in seen
            seen.add(above)
            above = parents[above]
    assert all(node["indicators"] for node in table.nodes)


@pytest.mark.parametrize("name", ["cascade-bkd-tanah-bumbu-2017", "cascade-pupr-tanah-bumbu-2017"])
def test_trees_without_targets(name: str) -> None:
    """The two trees of Tanah Bumbu name indicators and promise no figure."""
    assert not any("target" in entry for entry in _indicators(TABLES[name]))


def test_the_same_indicator_on_two_levels() -> None:
    """A share of accurate staff data, a satisfaction index and a count of reservoirs go down unchanged."""
    staff = TABLES["cascade-bkd-tanah-bumbu-2017"]
    upper, middle, lower = ({entry["name"] for entry in _indicators(staff, level)} for level in ("II", "III", "IV"))
    assert {"Persentase Data ASN yang Akurat", "Indeks Kepuasan Pelayanan Administrasi Kepegawaian"} <= upper & middle
    assert "Indeks Kepuasan Pelayanan Administrasi Kepegawaian" in lower
    works = TABLES["cascade-pupr-tanah-bumbu-2017"]
    middle, lower = ({entry["name"] for entry in _indicators(works, level)} for level in ("III", "IV"))
    assert "Jumlah Bangunan Penampung Air" in middle & lower


def test_a_target_with_two_quantities() -> None:
    """One target of West Java holds two quantities and is not one number."""
    double = [entry["target"] for entry in _indicators(WEST_JAVA) if "," in entry.get("target", "")]
    assert double == ["7 UPP, 14 Kab/Kota"]
    with pytest.raises(InvalidValueError):
        parse_number(double[0])


def test_a_percentage_with_a_target_in_documents() -> None:
    """One indicator of West Java is a percentage by name and a document by target."""
    names = re.compile(r"^(Pro|Pre|Per)sentase ")
    odd = [entry for entry in _indicators(WEST_JAVA) if names.match(entry["name"]) and "%" not in entry["target"]]
    assert [(entry["code"], entry["target"]) for entry in odd] == [("1.2.", "1 Dokumen")]


def test_a_target_copied_down() -> None:
    """Fourteen stands unchanged at three levels under one code, with another unit on the way."""
    found = [
        (node["echelon"], entry["target"])
        for node in WEST_JAVA.nodes
        for entry in node["indicators"]
        if entry.get("code", "").startswith("2.1") and re.search(r"\b14\b", entry["target"])
    ]
    assert found == [
        ("II", "14"),
        ("III", "7 UPP, 14 Kab/Kota"),
        ("IV", "14 Kab/Kota"),
        ("pelaksana", "14 Dokumen"),
    ]


def test_targets_that_do_not_roll_up() -> None:
    """Below the 13 documents of code 3.1 stand 27 regencies and other units: nothing adds up, nor should it."""
    (parent,) = (entry for entry in _indicators(WEST_JAVA, "II") if entry["code"] == "3.1.")
    children = [entry["target"] for entry in _indicators(WEST_JAVA, "IV") if entry.get("code") in {"3.1.", "3.2."}]
    assert parent["target"] == "13 Dokumen"
    assert children == ["27 Kab/Kota", "23 dokumen"]
    assert sum(map(_count, children)) != _count(parent["target"])


def test_indicators_without_a_parent() -> None:
    """Four promises of West Java carry no code, so that nothing above them is supported; one code is used twice."""
    assert sum("code" not in entry for entry in _indicators(WEST_JAVA)) == 4
    (node,) = (node for node in WEST_JAVA.nodes if node["id"] == "III-4")
    assert Counter(entry["code"] for entry in node["indicators"])["4.1."] == 2


def test_a_plan_that_ends_above_its_target() -> None:
    """All month plans of Boyolali but one end at their target; that one ends at 4,7 for a target of 4,47."""
    beyond = [
        (entry["months"][-1], entry["target"])
        for entry in _indicators(DISASTER)
        if Fraction(parse_number(entry["months"][-1])) != _count(entry["target"])
    ]
    assert beyond == [("4,7", "4,47 persen")]


def test_units_inside_cells() -> None:
    """Every target of Boyolali carries its unit inside the cell and is refused as a number."""
    for entry in _indicators(DISASTER):
        with pytest.raises(InvalidValueError):
            parse_number(entry["target"])


def test_two_plans_for_one_indicator() -> None:
    """The yearly plan of Deli Serdang differs from its cascade twice, and the quarters follow the yearly plan."""
    differing = [entry for entry in _indicators(HEALTH) if entry.get("year_plan", entry["target"]) != entry["target"]]
    assert [(entry["target"], entry["year_plan"]) for entry in differing] == [("0.70", "0.71"), ("95,00", "97,00")]
    assert all(set(entry["quarters"]) == {entry["year_plan"]} for entry in differing)


def test_quarters_that_repeat_the_year() -> None:
    """Where Deli Serdang states quarters, all four hold one figure: a state, not a flow."""
    stated = [entry["quarters"] for entry in _indicators(HEALTH) if "quarters" in entry]
    assert len(stated) == 6
    assert all(len(quarters) == 4 and len(set(quarters)) == 1 for quarters in stated)


def test_two_conventions_in_one_table() -> None:
    """Deli Serdang writes one figure as 0,70 and as 0.70; each has one reading, and they are equal."""
    above, below = _named(HEALTH, "S1", "Keluarga Sehat")["target"], _named(HEALTH, "P1", "Keluarga Sehat")["target"]
    assert (above, below) == ("0,70", "0.70")
    assert parse_number(above) == parse_number(below)


def test_a_programme_under_the_wrong_objective() -> None:
    """A programme below the objective of healthy families carries the sentence of the other objective."""
    objectives = {node["id"]: (node.get("parent"), node["objective"].lower()) for node in HEALTH.nodes}
    parent, sentence = objectives["P2"]
    assert parent == "S1"
    assert sentence == objectives["P3"][1] != objectives["S1"][1]


def test_a_roll_up_that_is_exact() -> None:
    """A cascade that stands only in the index of the record: seven counts of points add up to the 176 above them."""
    above, below = "176 Titik", ("75", "5", "92", "1", "1", "1", "1")
    assert sum(map(_count, below)) == _count(above)


def test_reports_of_the_housing_directorates() -> None:
    """The targets with which its rows were reported stand in the tree, save none."""
    table = TABLES["pupr-ditjen-penyediaan-perumahan-2015"]
    promised = {(entry["name"], entry["target"]) for entry in _indicators(table)}
    assert all((row.indicator.name, row.target) in promised for row in table.rows)
