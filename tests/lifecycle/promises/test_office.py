import pickle
from typing import Any

import pytest

from sakip import Party
from sakip.errors import UnknownCodeError
from sakip.lifecycle import promise_coverage
from sakip.lifecycle.promises.office import OfficePromises, office_promises
from tests.lifecycle.promises.making import agreement, indicator, plan, promise

PLAN = plan(
    promise("J-1", offices="Dinas A"),
    promise("J-2", offices=["Dinas A", "Dinas B"]),
    promise("J-3", offices="Kepala Dinas A"),
    promise("J-4", offices="Dinas C"),
    "J-5",
)
FOUND = promise_coverage(
    [PLAN],
    [
        agreement("PK-A", indicator("A-1", "J-1", "J-4")),
        agreement("PK-B", indicator("B-1", "J-2"), office="Dinas B"),
        agreement("PK-D", indicator("D-1"), office="Dinas D"),
    ],
)


def codes(found: OfficePromises) -> tuple[list[str], list[str], list[str]]:
    """What an office answers for, has signed for, and has not."""
    responsible, signed, unsigned = (
        [one.code for one in part] for part in (found.responsible, found.signed, found.unsigned)
    )
    return responsible, signed, unsigned


@pytest.mark.parametrize(
    ("office", "responsible", "signed", "unsigned"),
    [
        ("Dinas A", ["J-1", "J-2", "J-3"], ["J-1", "J-4"], ["J-2", "J-3"]),
        ("dinas  a.", ["J-1", "J-2", "J-3"], ["J-1", "J-4"], ["J-2", "J-3"]),
        ("Dinas B", ["J-2"], ["J-2"], []),
        ("Dinas C", ["J-4"], [], ["J-4"]),
        ("Dinas D", [], [], []),
        ("Kepala Dinas A", ["J-3"], ["J-1", "J-4"], ["J-3"]),
    ],
)
def test_of_an_office(office: str, responsible: list[str], signed: list[str], unsigned: list[str]) -> None:
    """What another office signed is signed by nobody here; what one signs for another counts as signed."""
    assert codes(FOUND.of(office)) == (responsible, signed, unsigned)
    assert FOUND.of(office) == office_promises(FOUND, office)


def test_positions_of_an_office_by_their_full_names() -> None:
    """A plan that names a secretary means the one of the office that it names, and no other secretary."""
    held = plan(promise("J-1", offices="Sekretaris Dinas A"), promise("J-2", offices="Sekretaris"))
    signed = [
        agreement("PK-1", first_party=Party("Sekretaris", office="Dinas A")),
        agreement("PK-2", first_party=Party("Sekretaris", office="Dinas B")),
    ]
    found = promise_coverage([held], signed)
    assert codes(found.of("Dinas A"))[0] == ["J-1"]
    assert codes(found.of("Dinas B"))[0] == []
    assert codes(found.of("Sekretaris"))[0] == ["J-2"]


def test_a_position_that_nobody_holds_is_still_one_of_its_office() -> None:
    """What a plan asks of a position without an agreement the office has not signed for."""
    held = plan(promise("J-1", offices="Sekretaris Dinas A"))
    assert codes(promise_coverage([held], [agreement("PK-1")]).of("Dinas A")) == (["J-1"], [], ["J-1"])


def test_a_position_is_no_office() -> None:
    """A title that ends as another is not in its office; nor is an office in one whose name is a part of its own."""
    held = plan(promise("J-1", offices="Wakil Bupati"), promise("J-2", offices="Bupati"), promise("J-3", offices="X"))
    found = promise_coverage([held], [agreement("PK-1", first_party=Party("Bupati"))])
    assert codes(found.of("Bupati"))[0] == ["J-2"]
    longer = plan(promise("J-1", offices="Dinas A dan B"), promise("J-2", offices="Subdinas A"))
    assert codes(promise_coverage([longer], [agreement("PK-1")]).of("Dinas A"))[0] == []


@pytest.mark.parametrize("office", ["Dinas Z", "", None, 3, ["Dinas A"]])
def test_an_office_that_nobody_names(office: Any) -> None:
    """An office that is in no plan and no agreement is refused, with those that look like it."""
    with pytest.raises(UnknownCodeError) as caught:
        FOUND.of(office)
    assert caught.value.code == "unknown-office"


def test_survives_pickling() -> None:
    """What is said of an office is the same after pickling."""
    found = FOUND.of("Dinas A")
    assert pickle.loads(pickle.dumps(found)) == found
