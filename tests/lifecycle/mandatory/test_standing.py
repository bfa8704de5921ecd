"""How one agreement stands to one mandatory indicator."""

import pickle
from datetime import date
from typing import Any

import pytest
from attrs import evolve

from sakip import BPK_OPINIONS, Agreement, Level, Objective, Range, Target
from sakip.lifecycle import Exemption, MandatoryIndicator, MandatorySet, MandatoryStanding
from sakip.lifecycle.mandatory.standing import RULES, standings
from tests.lifecycle.mandatory.making import DAY, agreement, asked, asking, indicator, target

OPINION = indicator("OPINI", "Opini BPK", unit=None, scale=BPK_OPINIONS)


def standing(given: Agreement, of: MandatorySet | MandatoryIndicator, day: date = DAY) -> MandatoryStanding:
    """The one standing of an agreement."""
    (found,) = standings(given, of if isinstance(of, MandatorySet) else asking(of), day)
    return found


def codes(found: MandatoryStanding) -> tuple[str, ...]:
    """The codes of what was found, without their common head."""
    return tuple(one.code.removeprefix("MAND-") for one in found.findings)


class TestValue:
    @pytest.mark.parametrize(
        ("promised", "binding", "state", "expected"),
        [
            (85, "no_weaker", "met", ()),
            (86, "no_weaker", "met", ()),
            ("84.999999", "no_weaker", "weaker", ("WEAKER",)),
            (Range(85, 90), "no_weaker", "met", ()),
            (Range(84, 90), "no_weaker", "weaker", ("WEAKER",)),
            (Level("Baik"), "no_weaker", "differs", ("TARGET",)),
            (date(2022, 6, 30), "no_weaker", "differs", ("TARGET",)),
            (85, "exact", "met", ()),
            ("85.00", "exact", "met", ()),
            (86, "exact", "differs", ("TARGET",)),
            (84, "exact", "differs", ("TARGET",)),
            (1, "own", "met", ()),
            (Level("Baik"), "own", "met", ()),
        ],
        ids=str,
    )
    def test_maximize(self, promised: Any, binding: Any, state: str, expected: tuple[str, ...]) -> None:
        """Both sides of a target of 85, for each binding."""
        found = standing(agreement(target(value=promised)), asked(binding=binding))
        assert (found.state, codes(found)) == (state, expected)

    @pytest.mark.parametrize(("promised", "state"), [(3, "met"), (2, "met"), ("3.1", "weaker")])
    def test_minimize(self, promised: Any, state: str) -> None:
        """Where lower is better more is weaker."""
        few = indicator(unit="aduan", polarity="minimize")
        assert standing(agreement(Target(few, promised)), asked(of=few, target=3)).state == state

    @pytest.mark.parametrize(("level", "state"), [("WTP", "met"), ("WTP-DPP", "weaker"), ("Baik", "differs")])
    def test_levels(self, level: str, state: str) -> None:
        """The scale of the set decides."""
        promised = Target(evolve(OPINION, scale=None), Level(level))
        assert standing(agreement(promised), asked(of=OPINION, target=Level("WTP"))).state == state

    def test_words(self) -> None:
        """The finding says both targets, each language in its own way."""
        (found,) = standing(agreement(target(value="84.5")), asked()).findings
        assert found.text("id") == (
            "Dinas Kesehatan: target MCP 84,5 %, lebih lemah daripada yang wajib: sekurang-kurangnya 85 %"
        )
        assert found.text("en") == (
            "Dinas Kesehatan: the target of MCP is 84.5 %, weaker than what is mandatory: at least 85 %"
        )
        assert found.subject == "agreement[PK-2022-Dinas Kesehatan].targets[MCP].value"


class TestUnlike:
    @pytest.mark.parametrize(
        ("fields", "expected"),
        [
            ({"unit": "persen"}, ()),
            ({"unit": "Persen (%)"}, ()),
            ({"unit": "poin"}, ("UNIT",)),
            ({"unit": None}, ("UNIT",)),
            ({"polarity": "minimize"}, ("POLARITY",)),
            ({"polarity": "stabilize", "unit": "poin"}, ("UNIT", "POLARITY")),
        ],
        ids=str,
    )
    def test_unit_and_polarity(self, fields: dict[str, Any], expected: tuple[str, ...]) -> None:
        """Spellings of one unit are one unit; targets that cannot be compared are not compared, however low."""
        value = 1 if expected else 85
        found = standing(agreement(target(value=value, **fields)), asked())
        assert (found.state, codes(found)) == ("differs" if expected else "met", expected)

    def test_a_set_without_a_unit_asks_for_none(self) -> None:
        """What the set does not say cannot differ."""
        assert standing(agreement(target()), asked(of=indicator(unit=None))).state == "met"

    @pytest.mark.parametrize(
        ("own", "wanted", "expected"),
        [
            ("sum", "last_progress", ("CONSOLIDATION",)),
            ("sum", "sum", ()),
            (None, "sum", ()),
            ("sum", None, ()),
        ],
    )
    def test_consolidation(self, own: Any, wanted: Any, expected: tuple[str, ...]) -> None:
        """Where both say how periods become one, they must say the same."""
        found = standing(agreement(target(consolidation=own)), asked(of=indicator(consolidation=wanted)))
        assert (codes(found), found.state) == (expected, "differs" if expected else "met")

    def test_no_identifier_is_shown(self) -> None:
        """The ways are told in words."""
        found = standing(agreement(target(consolidation="sum")), asked(of=indicator(consolidation="last_progress")))
        text = found.findings[0].text("id")
        assert text == "Dinas Kesehatan: konsolidasi MCP: dijumlahkan, padahal yang wajib: angka kumulatif terakhir"


class TestRemarks:
    """What leaves a promise met, and is said."""

    @pytest.mark.parametrize(
        ("own", "wanted", "expected"),
        [(5, 5, ()), (5, "5.0", ()), (4, 5, ("WEIGHT",)), (None, 5, ()), (5, None, ())],
        ids=str,
    )
    def test_weight(self, own: Any, wanted: Any, expected: tuple[str, ...]) -> None:
        """An agreement without weights says nothing of this one."""
        found = standing(agreement(target(weight=own)), asked(weight=wanted))
        assert (found.state, codes(found)) == ("met", expected)

    def test_no_weight_among_others(self) -> None:
        """Where others have one, its own is missed."""
        found = standing(agreement(target("IKU-1", weight=95), target()), asked(weight=5))
        assert (found.state, codes(found)) == ("met", ("WEIGHT",))
        assert found.findings[0].text("id") == "Dinas Kesehatan: bobot MCP –, padahal yang wajib 5"

    def test_objective(self) -> None:
        """Under another objective it is still promised."""
        found = standing(agreement(target(), objective="Layanan meningkat"), asked())
        assert (found.state, codes(found)) == ("met", ("OBJECTIVE",))
        assert found.objective is not None
        assert found.objective.name == "Layanan meningkat"


class TestLacking:
    def test_nothing_like_it(self) -> None:
        """Nothing is guessed."""
        found = standing(agreement(target("IKU-1", name="Cakupan imunisasi dasar")), asked())
        assert (found.state, codes(found), found.promised) == ("lacking", ("LACKS",), None)
        assert found.findings[0].subject == "agreement[PK-2022-Dinas Kesehatan]"

    def test_a_similar_name_is_a_hint(self) -> None:
        """It lacks all the same."""
        found = standing(agreement(target("X-9", name="Nilai MCP KPK")), asked(of=indicator()))
        assert (found.state, codes(found)) == ("lacking", ("LACKS", "ALIKE"))
        assert "mungkin X-9 'Nilai MCP KPK' dimaksudkan sebagai MCP 'Capaian MCP KPK'" in found.findings[1].text("id")

    def test_a_retired_target_is_not_promised(self) -> None:
        """What an amendment has retired is lacking from then on."""
        first = agreement(target(), target("IKU-1"))
        later = first.amend(code="PK-P", signed_on=date(2022, 4, 1), reason="priority", retire=["MCP"])
        assert standing(later, asked()).state == "lacking"

    def test_an_agreement_without_targets(self) -> None:
        """It lacks everything that is asked."""
        assert standing(agreement(objectives=[]), asked()).state == "lacking"


class TestExempt:
    SET = asking(asked(), exemptions=[Exemption("Dinas Kesehatan", "Menangani wabah", until=date(2022, 6, 30))])

    def test_holds(self) -> None:
        """The reason is said."""
        found = standing(agreement(), self.SET, date(2022, 6, 30))
        assert (found.state, codes(found)) == ("exempt", ("EXEMPT",))
        assert found.findings[0].text("id") == "Dinas Kesehatan: dikecualikan dari MCP: Menangani wabah"
        assert found.exemption is self.SET.exemptions[0]

    def test_has_ended(self) -> None:
        """The day after, it lacks, and why it was not asked before is said."""
        found = standing(agreement(), self.SET, date(2022, 7, 1))
        assert (found.state, codes(found), found.exemption) == ("lacking", ("LACKS", "EXEMPT-ENDED"), None)

    def test_promised_all_the_same(self) -> None:
        """A weak target of somebody who need not promise is no fault."""
        found = standing(agreement(target(value=1)), self.SET)
        assert (found.state, codes(found)) == ("exempt", ("EXEMPT", "EXEMPT-PROMISED"))


class TestName:
    @pytest.mark.parametrize(
        ("name", "expected"),
        [
            ("Capaian MCP", ()),
            ("capaian  mcp", ()),
            ("Capaian MCP KPK", ()),
            ("Jumlah sepeda motor", ("NAME",)),
        ],
    )
    def test_one_code_of_two_indicators(self, name: str, expected: tuple[str, ...]) -> None:
        """The code decides, but two names that have nothing in common are said."""
        found = standing(agreement(target(name=name)), asked())
        assert (found.state, codes(found)) == ("met", expected)

    def test_says_both(self) -> None:
        """Whoever reads it knows what to compare."""
        (finding,) = standing(agreement(target(name="Jumlah sepeda motor")), asked()).findings
        assert finding.subject == "agreement[PK-2022-Dinas Kesehatan].targets[MCP].indicator.name"
        assert finding.text("id") == (
            "Dinas Kesehatan: MCP bernama 'Jumlah sepeda motor', padahal yang wajib 'Capaian MCP'; "
            "pastikan keduanya indikator yang sama"
        )

    def test_said_to_be_the_same(self) -> None:
        """Who states the lineage has answered the question."""
        found = standing(agreement(target("X-1", name="Jumlah sepeda motor", same_as="MCP")), asked())
        assert (found.state, codes(found)) == ("met", ())


class TestUnread:
    def test_not_found(self) -> None:
        """With rows that could not be used it is not known whether it is promised; without them it is."""
        given = asking(asked())
        (found,) = standings(agreement(), given, DAY, (7, 9))
        assert (found.state, codes(found)) == ("unknown", ("UNREAD",))
        assert "could not be used and may hold it: 7, 9" in found.findings[0].text("en")
        (found,) = standings(agreement(), given, DAY, ())
        assert (found.state, codes(found)) == ("lacking", ("LACKS",))

    def test_found(self) -> None:
        """What is there is judged."""
        (found,) = standings(agreement(target(value=80)), asking(asked()), DAY, (7,))
        assert (found.state, codes(found)) == ("weaker", ("WEAKER",))


def test_a_level_that_does_not_tell() -> None:
    """Nothing is said of what may not be asked, but that it is not known."""
    found = standing(agreement(echelon=None), asked(levels=["II"]))
    assert (found.state, codes(found)) == ("unknown", ("LEVEL",))


def test_what_is_not_asked_has_no_standing() -> None:
    """Another level is passed over."""
    assert list(standings(agreement(echelon="III.a"), asking(asked(levels=["II"])), DAY)) == []


def test_two_targets_of_the_code() -> None:
    """The first one counts; that there are two is a finding of `check`."""
    given = agreement(objectives=[Objective("A", [target(value=85)]), Objective("B", [target(value=1)])])
    assert standing(given, asked()).state == "met"


def test_survives_pickling() -> None:
    """It is a value."""
    found = standing(agreement(target(value=1)), asked())
    assert pickle.loads(pickle.dumps(found)) == found
    assert (found.office, found.code) == ("Dinas Kesehatan", "MCP")
    assert "MCP" in repr(found)


def test_every_rule_has_its_own_code() -> None:
    """Codes are API."""
    assert len({rule.code for rule in RULES}) == len(RULES) == 15
