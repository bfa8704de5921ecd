"""A policy: every step under one id; nothing implied, nothing that cannot be."""

import pickle
from datetime import UTC, date, datetime
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
    Mean,
    Measurement,
    Piecewise,
    R,
    RatioOfSums,
    Reason,
    Round,
    Stage,
    T,
    laws,
)
from sakip.scoring.policy import Policy
from tests.scoring.making import evaluated, target

POLICIES = (LKJIP, KMK_127_2026, PERMENPANRB_8_2021)
SETTINGS = [one.name for one in fields(Policy) if one.init and one.name != "origin"]


def ratio(m: Measurement) -> Fraction | Reason:
    """Realization over target."""
    return 100 * m.realization / m.target if m.target > 0 else Reason.own("T > 0")


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
        assert (
            child.basis("id")
            == "menyimpang dari lkjip edisi 1 dalam angka yang diteruskan; dasar hukum tidak dinyatakan"
        )
        assert (
            child.basis("en")
            == "departs from lkjip edition 1 in number carried to the next level; no legal basis was stated"
        )
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
        assert copy.basis("id") == "salinan lkjip edisi 1; dasar hukum tidak dinyatakan"
        assert copy.basis("en") == "a copy of lkjip edition 1; no legal basis was stated"
        assert LKJIP.evolve().id == "lkjip+salinan"
        assert evolve(LKJIP, reference=None).basis("en") == "no legal basis was stated"

    def test_another_policy_under_its_id(self) -> None:
        """The id of the policy departed from names that policy alone, at one step or several, or a copy of it."""
        for parent in (LKJIP, LKJIP.evolve(id="a", carry="rounded")):
            with pytest.raises(InvalidValueError) as caught:
                parent.evolve(id="lkjip", incomplete="withhold")
            assert (caught.value.code, caught.value.path) == ("id-of-another", "Policy.id")
        assert LKJIP.evolve(id="lkjip", edition="2").departs_from.settings == ()
        assert LKJIP.evolve(id="lkjip-2", incomplete="withhold").id == "lkjip-2"

    def test_twice(self) -> None:
        """A policy of a policy departs from the root, in all whose values differ from the root's."""
        twice = LKJIP.evolve(id="a", carry="rounded").evolve(zero_target="exclude", at_ceiling=120)
        assert twice.departs_from == Departure(id="lkjip", edition="1", settings=("zero_target", "at_ceiling", "carry"))
        assert twice.id == "lkjip+zero_target+at_ceiling+carry"

    def test_and_back(self) -> None:
        """What was changed and changed back is no departure, nor is a value named that it already had."""
        back = LKJIP.evolve(carry="rounded", zero_target="exclude").evolve(carry="exact")
        assert back.departs_from.settings == ("zero_target",)
        home = back.evolve(zero_target=LKJIP.zero_target)
        assert (home.departs_from.settings, home.readings, home.id) == ((), LKJIP.readings, "lkjip+salinan")
        assert home.basis("en") == "a copy of lkjip edition 1; no legal basis was stated"
        same = LKJIP.evolve(carry="exact", indicator=Round(2), at_ceiling=None, readings=list(LKJIP.readings))
        assert same.departs_from.settings == ()

    def test_readings(self) -> None:
        """Readings of its own are a departure, readings that were dropped beside another one are none."""
        own = LKJIP.evolve(readings=iter([Text("bacaan", "reading")]))
        assert (own.departs_from.settings, own.id) == (("readings",), "lkjip+readings")
        assert LKJIP.evolve(carry="rounded").departs_from.settings == ("carry",)
        assert LKJIP.evolve(readings=()).departs_from.settings == ("readings",)

    def test_origin(self) -> None:
        """The policy departed from is kept, survives pickling, and is written by its id alone."""
        child = LKJIP.evolve(carry="rounded")
        assert child.origin is LKJIP
        assert child.evolve(carry="exact").origin is LKJIP
        assert pickle.loads(pickle.dumps(child)).departs_from == child.departs_from
        assert "origin=<lkjip 1>" in repr(child)
        assert "origin=None" in repr(LKJIP)
        with pytest.raises(InvalidValueError):
            evolve(LKJIP, origin="lkjip")

    @pytest.mark.parametrize("name", ["rounding", "origin", "departs_from", "maximise", ""])
    def test_unknown_setting(self, name: str) -> None:
        """A setting that does not exist is refused with those that do."""
        with pytest.raises(InvalidValueError, match="maximize") as caught:
            LKJIP.evolve(**{name: 2})
        assert (caught.value.code, caught.value.path, caught.value.value) == ("unknown-setting", "Policy.evolve", name)

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
            ("in_force_from", "2025-01-01", "not-a-date"),
            ("in_force_until", datetime(2025, 1, 1, tzinfo=UTC), "not-a-date"),
            ("in_force_until", object(), "not-a-date"),
            ("at_ceiling", 120.0, "float-refused"),
            ("at_ceiling", -1, "ceiling-not-positive"),
            ("at_ceiling", 0, "ceiling-not-positive"),
            ("weights", None, "wrong-kind"),
            ("weights", 100, "wrong-kind"),
            ("indicator", [Cap(120)], "chain-without-rounding"),
            ("indicator", [], "chain-without-rounding"),
            ("indicator", [5, Round(2)], "chain-without-rounding"),
            ("indicator", "abc", "chain-without-rounding"),
            ("indicator", [Floor(120), Cap(100), Round(2)], "chain-constant"),
            ("objective", Round(2), "wrong-kind"),
            ("total", Stage(RatioOfSums(), Round(2)), "total-of-ratios"),
            ("total", None, "wrong-kind"),
            ("carry", "both", "unknown-carry"),
            ("scale", [(0, "Kurang")], "wrong-kind"),
            ("scale", 5, "wrong-kind"),
            ("readings", "abc", "not-a-list"),
            ("readings", 5, "not-a-list"),
            ("readings", ["abc"], "wrong-kind"),
            ("readings", [("abc", "abc")], "wrong-kind"),
        ],
    )
    def test_setting(self, setting: str, value: Any, code: str) -> None:
        """A setting that cannot be is refused by evolve and by the constructor alike, by name and with its own code."""
        stated = {one: getattr(LKJIP, one) for one in SETTINGS}
        for made in (lambda: LKJIP.evolve(**{setting: value}), lambda: Policy(**{**stated, setting: value})):
            with pytest.raises(InvalidValueError) as caught:
                made()
            found = caught.value.code
            assert caught.value.path.partition("[")[0] == f"Policy.{setting}"
            assert " at 0x" not in str(caught.value)
            assert found == code or (found.startswith("unknown-") and code.startswith("unknown-"))

    def test_in_force(self) -> None:
        """A policy may be in force on one day, never backwards; an end alone, or a beginning, is enough."""
        day, before = date(2025, 1, 2), date(2025, 1, 1)
        for start, end in ((day, day), (before, day), (None, before), (day, None)):
            made = LKJIP.evolve(in_force_from=start, in_force_until=end)
            assert (made.in_force_from, made.in_force_until) == (start, end)
        with pytest.raises(InvalidValueError, match="2025-01-02") as caught:
            LKJIP.evolve(in_force_from=day, in_force_until=before)
        assert (caught.value.code, caught.value.path) == ("dates-reversed", "Policy.in_force_until")

    @pytest.mark.parametrize("value", [100, "100.000001", 120])
    def test_ceiling(self, value: Any) -> None:
        """A promise that is already the best attainable may be rewarded, and is worth no less than any other."""
        assert LKJIP.evolve(at_ceiling=value).at_ceiling == Decimal(value)

    @pytest.mark.parametrize(
        ("policy", "value", "rule", "least"),
        [
            (LKJIP, "99.999999", "higher-is-better", "100"),
            (LKJIP, "0.000001", "higher-is-better", "100"),
            (KMK_127_2026, "119.999999", "kmk-127-2026-stabilize", "120"),
        ],
        ids=range(3),
    )
    def test_ceiling_below_the_target(self, policy: Policy, value: Any, rule: str, least: str) -> None:
        """Less than a rule gives at its target would punish a kept promise."""
        with pytest.raises(InvalidValueError, match=f"{rule}.*{least}") as caught:
            policy.evolve(at_ceiling=value)
        assert (caught.value.code, caught.value.path) == ("ceiling-below-target", "Policy.at_ceiling")
        assert policy.evolve(at_ceiling=least).at_ceiling == Decimal(least)

    def test_ratio_of_sums_below_the_total(self) -> None:
        """Realizations and targets are added up over indicators, where they are."""
        assert LKJIP.evolve(objective=Stage(RatioOfSums(), Round(2))).objective.aggregation == RatioOfSums()

    @pytest.mark.parametrize("setting", ["indicator", "objective", "total"])
    def test_falling_conversion(self, setting: str) -> None:
        """A conversion that falls is no step of any level."""
        falls = Piecewise.through([(0, 100), (100, 0)])
        with pytest.raises(LawError) as caught:
            LKJIP.evolve(**{setting: [falls, Round(2)] if setting == "indicator" else Stage(Mean(), [falls, Round(2)])})
        assert caught.value.law == "direction"

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
        """Every setting but the dates, the rule for periods, the readings and the departure must be stated."""
        with pytest.raises(TypeError) as caught:
            Policy(id="x")
        optional = {"id", "in_force_from", "in_force_until", "periods", "readings"}
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

    def test_lists_are_written_item_by_item(self) -> None:
        """Steps and readings stand in the canonical form in their order, each in its own."""
        policy = LKJIP.evolve(indicator=(Floor(0), Cap(120), Round(2)), readings=[Text("bacaan", "reading")])
        data = policy.canonical()
        assert data["indicator"] == [{"floor": "0"}, {"cap": "120"}, {"round": {"digits": 2, "mode": "half_up"}}]
        assert data["readings"] == [{"kind": "Text", "id": "bacaan", "en": "reading"}]
        assert data["objective"] == {
            "kind": "Stage",
            "aggregation": {"kind": "WeightedMean"},
            "transforms": [{"round": {"digits": 2, "mode": "half_up"}}],
        }

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
