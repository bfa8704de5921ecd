"""A policy: every step under one id; nothing implied, nothing that cannot be."""

import pickle
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve, fields

from sakip import Reference, Text
from sakip.errors import InvalidValueError, LawError
from sakip.policies import FIVE_BANDS, KMK_127_2026, LKJIP, MET_OR_REASON, PERMENPANRB_8_2021, PROGRESS_FROM_BASELINE
from sakip.scoring import (
    Cap,
    CheckedRule,
    Departure,
    Floor,
    Formula,
    GradeScale,
    Lookup,
    Measurement,
    R,
    Reason,
    Round,
    T,
    laws,
)
from sakip.scoring.policy import Policy
from tests.scoring.making import evaluated, target

POLICIES = (LKJIP, KMK_127_2026, PERMENPANRB_8_2021)
SETTINGS = [one.name for one in fields(Policy) if one.init and one.name != "departs_from"]


def ratio(m: Measurement) -> Fraction | Reason:
    """Realization over target."""
    return 100 * m.realization / m.target if m.target > 0 else Reason("zero-target")


class TestEvolve:
    def test_regional_rule(self) -> None:
        """The documented regional rule: formula, chain, zero target and scale in one evolve."""
        regional = LKJIP.evolve(
            id="kab-contoh-2026",
            reference=Reference("Peraturan Bupati Contoh 12/2026", article="7", certainty="read"),
            maximize=PROGRESS_FROM_BASELINE,
            indicator=(Floor(0), Cap(120), Round(2)),
            zero_target="met_is_100",
            scale=GradeScale([(0, "Kurang"), (60, "Cukup"), (75, "Baik"), (90, "Sangat Baik")], closed="lower"),
        )
        assert regional.departs_from == Departure(
            id="lkjip", edition="1", settings=("maximize", "zero_target", "indicator", "scale")
        )
        assert regional.basis("en") == regional.reference.text("en")
        assert regional.title == Text("kab-contoh-2026", "kab-contoh-2026")
        assert evaluated(target(10, baseline=0), given={"IKU-1": 9}, policy=regional).grade == "Sangat Baik"

    def test_never_borrows(self) -> None:
        """Without its own, the legal basis, the readings, the title and the time in force are not the parent's."""
        parent = evolve(LKJIP, in_force_from=date(2021, 1, 1), in_force_until=date(2025, 12, 31))
        child = parent.evolve(carry="rounded")
        assert (child.reference, child.readings, child.in_force_from, child.in_force_until) == (None, (), None, None)
        assert child.id == "lkjip+carry"
        assert child.basis("id") == "menyimpang dari lkjip edisi 1 dalam carry; dasar hukum tidak dinyatakan"
        assert child.basis("en") == "departs from lkjip edition 1 in carry; no legal basis was stated"
        stated = parent.evolve(
            carry="rounded", readings=[Text("a", "b")], in_force_from=date(2026, 1, 1), title=Text("x", "y")
        )
        assert (stated.readings, stated.in_force_from, stated.title) == (
            (Text("a", "b"),),
            date(2026, 1, 1),
            Text("x", "y"),
        )

    def test_copy(self) -> None:
        """A copy with a new id alone departs in nothing, keeps its readings, and still has no basis of its own."""
        copy = LKJIP.evolve(id="salinan")
        assert (copy.departs_from.settings, copy.readings, copy.reference) == ((), LKJIP.readings, None)
        assert copy.basis("en") == "departs from lkjip edition 1 in -; no legal basis was stated"
        assert LKJIP.evolve().id == "lkjip+salinan"
        assert evolve(LKJIP, reference=None).basis("en") == "no legal basis was stated"

    def test_twice(self) -> None:
        """A policy of a policy departs from the root, in all that was changed on the way."""
        twice = LKJIP.evolve(id="a", carry="rounded").evolve(zero_target="exclude", carry="exact")
        assert twice.departs_from == Departure(id="lkjip", edition="1", settings=("zero_target", "carry"))
        assert twice.id == "lkjip+zero_target+carry"

    def test_unknown_setting(self) -> None:
        """A setting that does not exist is a TypeError, as for any keyword."""
        with pytest.raises(TypeError):
            LKJIP.evolve(rounding=2)

    def test_function_with_its_sheet(self) -> None:
        """A function enters with the sheet of its laws, a formula as it is or with its sheet."""
        assert isinstance(LKJIP.evolve(maximize=laws.check(ratio)).maximize, CheckedRule)
        assert LKJIP.evolve(maximize=laws.check(LKJIP.maximize)).maximize is LKJIP.maximize
        assert LKJIP.evolve(maximize_range=laws.check(LKJIP.maximize_range)).maximize_range is LKJIP.maximize_range


class TestRefused:
    @pytest.mark.parametrize(
        ("setting", "value", "code"),
        [
            ("id", "", "empty-text"),
            ("edition", None, "empty-text"),
            ("title", "judul", "wrong-kind"),
            ("reference", "Perbup 1/2026", "wrong-kind"),
            ("maximize", "higher is better", "unchecked-rule"),
            ("maximize", ratio, "unchecked-rule"),
            ("maximize_range", ratio, "unchecked-rule"),
            ("stabilize_range", MET_OR_REASON, "unchecked-rule"),
            ("ordinal", "met", "wrong-kind"),
            ("ordinal", Lookup("x", inputs=[("a", "b")], table=[(("a",), 1), (("b",), 2)]), "lookup-inputs"),
            ("deadline", MET_OR_REASON, "lookup-inputs"),
            ("deadline", LKJIP.maximize, "wrong-kind"),
            ("zero_target", "zero", "unknown-zero-target"),
            ("zero_target", None, "unknown-zero-target"),
            ("zero_target", "cap_if_positive", "cap-missing"),
            ("not_reported", "zero", "unknown-missing"),
            ("incomplete", "hide", "unknown-incomplete"),
            ("minimum_status", "checked", "unknown-status"),
            ("at_ceiling", 120.0, "float-refused"),
            ("weights", None, "wrong-kind"),
            ("weights", 100, "wrong-kind"),
            ("indicator", [Cap(120)], "chain-without-rounding"),
            ("indicator", [], "chain-without-rounding"),
            ("indicator", [5, Round(2)], "chain-without-rounding"),
            ("objective", Round(2), "wrong-kind"),
            ("total", None, "wrong-kind"),
            ("carry", "both", "unknown-carry"),
            ("scale", [(0, "Kurang")], "wrong-kind"),
        ],
    )
    def test_setting(self, setting: str, value: Any, code: str) -> None:
        """A setting that cannot be is refused by evolve and by the constructor alike, with its own code."""
        stated = {one: getattr(LKJIP, one) for one in SETTINGS}
        for made in (lambda: LKJIP.evolve(**{setting: value}), lambda: Policy(**{**stated, setting: value})):
            with pytest.raises(InvalidValueError) as caught:
                made()
            found = caught.value.code
            assert found == code or (found.startswith("unknown-") and code.startswith("unknown-"))

    def test_checked_function_is_no_range_rule(self) -> None:
        """A function was tried on single targets, so it cannot judge ranges."""
        with pytest.raises(InvalidValueError):
            LKJIP.evolve(maximize_range=laws.check(ratio))

    def test_lawless_formula(self) -> None:
        """A formula that breaks its laws enters no slot, nor the ordinal rule."""
        broken = Formula("broken", 99 * R / T, at_target=100, direction="up")
        for setting in ("maximize", "ordinal"):
            with pytest.raises(LawError):
                LKJIP.evolve(**{setting: broken})

    def test_nothing_is_implied(self) -> None:
        """Every setting but the dates, the readings and the departure must be stated."""
        with pytest.raises(TypeError) as caught:
            Policy(id="x")
        optional = {"id", "in_force_from", "in_force_until", "readings"}
        assert all(name in str(caught.value) for name in set(SETTINGS) - optional)


class TestData:
    @pytest.mark.parametrize("policy", POLICIES, ids=lambda policy: policy.id)
    def test_canonical(self, policy: Policy) -> None:
        """The canonical form names every setting, is plain, and differs when any setting does."""
        data = policy.canonical()
        assert set(data) == {*SETTINGS, "departs_from"}
        assert repr(data) == repr(evolve(policy).canonical())
        assert repr(data) != repr(evolve(policy, edition="2").canonical())
        assert "object at 0x" not in repr(data)

    @pytest.mark.parametrize("policy", [*POLICIES, LKJIP.evolve(carry="rounded")], ids=lambda policy: policy.id)
    def test_value(self, policy: Policy) -> None:
        """A policy compares by content, hashes, and survives pickling with its rules working."""
        again = pickle.loads(pickle.dumps(policy))
        assert again == policy
        assert hash(again) == hash(policy)
        found = evaluated(target(8), given={"IKU-1": 7}, policy=again)
        assert found.score == evaluated(target(8), given={"IKU-1": 7}, policy=policy).score

    def test_rules(self) -> None:
        """Rules are looked up by polarity and kind; a baseline rule says on which side its target lies."""
        assert LKJIP.rule_for("maximize") is LKJIP.maximize
        assert LKJIP.rule_for("minimize", "range") is LKJIP.minimize_range
        assert LKJIP.rule_for("stabilize", "range") is None
        progress = LKJIP.evolve(maximize=PROGRESS_FROM_BASELINE, minimize=PROGRESS_FROM_BASELINE)
        assert progress.slot("maximize", "number") == (PROGRESS_FROM_BASELINE, 1)
        assert progress.slot("minimize", "number") == (PROGRESS_FROM_BASELINE, -1)
        assert LKJIP.slot("maximize", "number") == (LKJIP.maximize, 0)
        assert (LKJIP.at_ceiling, KMK_127_2026.at_ceiling, LKJIP.scale) == (None, Decimal(120), FIVE_BANDS)

    @pytest.mark.parametrize("policy", POLICIES, ids=lambda policy: policy.id)
    def test_published_policies_say_where_they_come_from(self, policy: Policy) -> None:
        """Each has a reference with its certainty, a title and readings in both languages."""
        assert policy.departs_from is None
        assert policy.reference.certainty in {"read", "secondary"}
        for lang in ("id", "en"):
            assert policy.basis(lang) == policy.reference.text(lang)
        assert all(reading.id != reading.en for reading in policy.readings)
        assert policy.title.id != policy.title.en
