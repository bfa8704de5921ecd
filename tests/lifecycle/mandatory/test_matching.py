"""Which target of an agreement is the mandatory one, and which only looks like it."""

import pytest

from sakip import Objective, Target
from sakip.lifecycle.mandatory.matching import alike, held, same_words, stands_under
from tests.lifecycle.mandatory.making import agreement, asked, indicator, target

OTHER = target("IKU-1", name="Cakupan imunisasi dasar lengkap")


class TestHeld:
    def test_by_code(self) -> None:
        """The code decides, whatever the name."""
        found = held(agreement(OTHER, target(name="Sesuatu yang lain")), asked())
        assert found is not None
        assert found[1].code == "MCP"

    def test_by_lineage(self) -> None:
        """A target that says that it is the mandatory one under another code is that one."""
        later = Target(indicator("KPK-1", "Nilai pencegahan", same_as="MCP"), 85)
        found = held(agreement(OTHER, later), asked())
        assert found is not None
        assert found[1] is later

    def test_by_the_lineage_of_the_set(self) -> None:
        """The set may say the same of itself."""
        found = held(agreement(target("MCP-LAMA")), asked(of=indicator(same_as="MCP-LAMA")))
        assert found is not None

    def test_the_code_comes_before_the_lineage(self) -> None:
        """Where both are there the one with the code is meant."""
        later = Target(indicator("KPK-1", "Nilai pencegahan", same_as="MCP"), 85)
        found = held(agreement(later, target()), asked())
        assert found is not None
        assert found[1].code == "MCP"

    def test_what_replaces_it_is_another_one(self) -> None:
        """With another definition it is not the mandatory indicator."""
        assert held(agreement(Target(indicator("KPK-1", "Lain", replaces="MCP"), 85)), asked()) is None


class TestAlike:
    @pytest.mark.parametrize(
        ("code", "name", "found"),
        [
            ("X-1", "Nilai MCP KPK", True),
            ("X-1", "CAPAIAN  MCP kpk", True),
            ("MCP-1", "Sama sekali lain dan panjang", True),
            ("X-1", "Cakupan imunisasi dasar lengkap", False),
            ("X-1", "x" * 4000, False),
        ],
    )
    def test_by_name_or_code(self, code: str, name: str, found: bool) -> None:
        """A hint: what looks like it, and nothing else."""
        near = alike(agreement(target(code, name=name)), asked(of=indicator()))
        assert (near is not None) is found

    def test_equal_long_names(self) -> None:
        """Names that are too long to be compared are still equal."""
        long = "Persentase " + "capaian " * 400
        assert alike(agreement(target("X-1", name=long)), asked(of=indicator(name=long.upper()))) is not None

    def test_what_is_taken(self) -> None:
        """Another mandatory indicator is no slip of this one."""
        assert alike(agreement(target("MCP-2", name="Capaian MCP")), asked(), ("MCP-2",)) is None

    def test_no_targets(self) -> None:
        """Nothing looks like anything."""
        assert alike(agreement(), asked()) is None


def test_same_words() -> None:
    """Capitals and blanks do not count, any other sign does."""
    assert same_words(" Tata  Kelola ", "tata kelola")
    assert not same_words("Tata kelola", "Tata kelola.")


@pytest.mark.parametrize(
    ("name", "code", "wanted_code", "expected"),
    [
        ("Tata kelola yang baik", None, None, True),
        ("TATA KELOLA YANG BAIK", "S9", None, True),
        ("Tata kelola yang baik", "S9", "W", False),
        ("Nama lain", "W", "W", True),
        ("Nama lain", None, "W", False),
    ],
)
def test_stands_under(name: str, code: str | None, wanted_code: str | None, expected: bool) -> None:
    """By code where both have one, else by name."""
    assert stands_under(Objective(name, [], code=code), asked(objective_code=wanted_code)) is expected
