"""What all agreements must promise, as a value."""

import pickle
from datetime import date
from typing import Any

import pytest

from sakip import Period, Reference, Text, Trajectory
from sakip.errors import InvalidValueError, UnknownCodeError
from sakip.lifecycle import Exemption, MandatorySet
from tests.lifecycle.mandatory.making import SOURCE, agreement, asked, asking


class TestTwice:
    def test_for_the_same_offices_and_levels(self) -> None:
        """Two entries that would both be asked of one agreement cannot be written down."""
        with pytest.raises(InvalidValueError) as caught:
            asking(asked(), asked(target=90))
        assert (caught.value.code, caught.value.value) == ("mandatory-twice", "MCP")

    @pytest.mark.parametrize("other", [{"levels": ["II"]}, {"offices": ["Dinas Sosial"]}, {"code": "RB"}], ids=str)
    def test_not_where_one_is_more_exact(self, other: dict[str, Any]) -> None:
        """One that names its office or level takes the place of the other; another code is another indicator."""
        assert len(asking(asked(), asked(target=90, **other))) == 2


class TestChosen:
    SET = asking(
        asked(target=70),
        asked(target=80, levels=["II"]),
        asked(target=90, offices=["Dinas Kesehatan"]),
        asked(target=95, offices=["Dinas Kesehatan"], levels=["III"]),
    )

    @pytest.mark.parametrize(
        ("office", "echelon", "expected"),
        [
            ("Dinas Sosial", "III.a", 70),
            ("Dinas Sosial", "II.a", 80),
            ("Dinas Kesehatan", "II.a", 90),
            ("Dinas Kesehatan", "III.a", 95),
        ],
    )
    def test_the_most_exact_entry_counts(self, office: str, echelon: str, expected: int) -> None:
        """The office before the level, and both before each."""
        (one,) = self.SET.asked_of(agreement(office=office, echelon=echelon))
        assert one.target == expected

    def test_a_level_that_is_not_stated(self) -> None:
        """Where the more exact entry may be meant, the other one is not taken in its place."""
        assert self.SET.asked_of(agreement(office="Dinas Sosial", echelon=None)) == ()
        ((one, known),) = self.SET.chosen(agreement(office="Dinas Sosial", echelon=None))
        assert (one.target, known) == (80, False)

    def test_codes_stand_once(self) -> None:
        """A code with several entries is one indicator."""
        assert (self.SET.codes, len(self.SET), len(list(self.SET))) == (("MCP",), 4, 4)


class TestExemptions:
    def test_from_an_indicator_that_is_not_there(self) -> None:
        """A slip in a code would exempt nobody; the error names what was probably meant."""
        with pytest.raises(UnknownCodeError) as caught:
            asking(asked(), exemptions=[Exemption("Inspektorat", "Penilai", indicators=["MPC"])])
        assert (caught.value.code, caught.value.near) == ("unknown-mandatory", ("MCP",))

    def test_the_first_that_holds(self) -> None:
        """One that has ended is passed over."""
        ended = Exemption("Dinas Kesehatan", "Wabah", until=date(2022, 3, 31))
        later = Exemption("Dinas Kesehatan", "Pindah kantor", indicators=["MCP"])
        found = asking(asked(), asked("RB"), exemptions=[ended, later])
        assert found.exemption_of(agreement(), "MCP", date(2022, 3, 31)) is ended
        assert found.exemption_of(agreement(), "MCP", date(2022, 4, 1)) is later
        assert found.exemption_of(agreement(), "RB", date(2022, 4, 1)) is None
        assert found.granted(agreement(), "RB") == (ended,)


def test_reference_of_an_indicator() -> None:
    """Its own where it has one, else that of the set."""
    own = Reference("SE Gubernur 2/2022", certainty="memory")
    found = asking(asked(), asked("RB", reference=own))
    assert [found.reference_of(one) for one in found] == [SOURCE, own]


@pytest.mark.parametrize(
    "fields",
    [
        {"id": ""},
        {"name": "Wajib"},
        {"indicators": [1]},
        {"indicators": "MCP"},
        {"reference": None},
        {"exemptions": ["Inspektorat"]},
        {"year": 22},
        {"year": 9999},
        {"year": "2022"},
    ],
    ids=str,
)
def test_refuses(fields: dict[str, Any]) -> None:
    """A field of another kind is refused by its name."""
    known: dict[str, Any] = {"id": "x", "name": Text("a", "b"), "indicators": [], "reference": SOURCE}
    (name,) = fields
    with pytest.raises(InvalidValueError, match=rf"MandatorySet\.{name}"):
        MandatorySet(**{**known, **fields})


def test_survives_pickling() -> None:
    """Built again through its constructor."""
    assert pickle.loads(pickle.dumps(TestChosen.SET)) == TestChosen.SET


class TestWithTargets:
    GIVEN = asking(asked(target=70), asked(code="RB", target=None, binding="own"))
    BASIS = Reference("Pergub Lain 2/2022", certainty="read")

    def _made(self, targets: dict[str, Any], **fields: Any) -> MandatorySet:
        return self.GIVEN.with_targets(targets, id="contoh", reference=self.BASIS, **{"binding": "no_weaker", **fields})

    def test_the_basis_is_that_of_the_targets(self) -> None:
        """What a region asks does not stand under the reference of the set that it was made from."""
        made = self._made({"RB": 75}, year=2022)
        assert (made.id, made.year, made.reference) == ("contoh", 2022, self.BASIS)
        assert {one.code: made.reference_of(one) for one in made} == {"MCP": SOURCE, "RB": self.BASIS}

    def test_what_is_not_named_stays(self) -> None:
        """Target and binding of the others are as they were."""
        made = {one.code: (one.target, one.binding) for one in self._made({"RB": 75}, binding="exact")}
        before = next(one for one in self.GIVEN if one.code == "MCP")
        assert made == {"MCP": (before.target, before.binding), "RB": (75, "exact")}

    def test_weights_and_trajectories(self) -> None:
        """Both are of the codes that they name, and are written into agreements."""
        quarter = Period.quarter(2022, 1)
        made = self._made({"RB": 75}, weights={"RB": 5}, trajectories={"RB": {quarter: 20}})
        target = next(one.as_target() for one in made if one.code == "RB")
        assert target is not None
        assert (target.weight, target.trajectory) == (5, Trajectory({quarter: 20}))

    @pytest.mark.parametrize("field", ["targets", "weights", "trajectories"])
    def test_unknown_codes(self, field: str) -> None:
        """A slip in a code would leave a target out in silence; the error names the place and the likely code."""
        with pytest.raises(UnknownCodeError) as caught:
            self._made(**{"targets": {}, field: {"MPC": 1}})
        assert (caught.value.code, caught.value.path) == ("unknown-mandatory", f"MandatorySet.with_targets.{field}")
