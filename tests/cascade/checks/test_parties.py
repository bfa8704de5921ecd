from datetime import date
from typing import Any

import pytest

from sakip import Agreement, Party, Tenure
from sakip.cascade import CascadeReport, NodeFacts, Post
from sakip.cascade.checks.parties import CHECKS
from tests.cascade.making import agreed, codes, link, told, validated

HEAD = agreed("PK-1", "KADIS", "II", "BUPATI", {"IKU-1": 100})
POSTS = [
    Post("KADIS", echelon="II", superior="BUPATI"),
    Post("BUPATI", echelon="BUPATI", vacant=True),
    Post("KABID", echelon="III", superior="KADIS"),
    Post("KASI", echelon="IV", superior="KABID"),
]
DIVISION = agreed("PK-2", "KABID", "III", "KADIS", {"A-1": 5})


def section(superior: str | None, **fields: Any) -> Agreement:
    """The agreement of the head of section with whoever signs for the superior."""
    return agreed("PK-3", "KASI", "IV", superior, {"S-1": 5}, **fields)


def held(position: str, person: str, starts: date, ends: date | None = None, **fields: Any) -> Tenure:
    """Somebody in a position."""
    return Tenure(Party(position), person, starts=starts, ends=ends, **fields)


def chain(second: Agreement, *others: Agreement, **given: Any) -> CascadeReport:
    """The report on a section's agreement within the posts of its office."""
    return validated([HEAD, DIVISION, second, *others], posts=POSTS, **given)


def test_the_codes() -> None:
    """The checks of this file, in order."""
    assert [check.code for check in CHECKS] == ["CAS601", "CAS602", "CAS603"]


class TestSignatoryChain:
    """CAS601: the second party is the superior."""

    def test_fires_with_another_position(self) -> None:
        """A head of section signs with the secretary of another office."""
        (one,) = told(chain(section("SEKRETARIS BAPPEDA")), "CAS601")
        assert (one.subject, one.severity, one.cell) == ("PK-3", "error", "second_party")
        assert one.text() == "Pihak kedua PK-3 adalah SEKRETARIS BAPPEDA, sedangkan atasan KASI adalah KABID"

    @pytest.mark.parametrize("superior", ["KABID", "kabid", " Kabid. "])
    def test_the_superior_however_typed(self, superior: str) -> None:
        """Case, blanks and full stops do not make another position."""
        assert told(chain(section(superior)), "CAS601") == []

    def test_two_levels_up_is_another_position(self) -> None:
        """The division is there and held: the head of office is not the direct superior."""
        assert told(chain(section("KADIS")), "CAS601")[0].data["expected"] == "KABID"

    def test_without_posts_nothing_contradicts_the_second_party(self) -> None:
        """Where only agreements are known, who is named is the superior."""
        assert told(validated([HEAD, agreed("PK-3", "KASI", "IV", "SIAPA SAJA", {"S-1": 5})]), "CAS601") == []

    def test_a_vacant_superior_is_passed_over(self) -> None:
        """Above an empty post the next one signs."""
        posts = [*POSTS[:2], Post("KABID", echelon="III", superior="KADIS", vacant=True), POSTS[3]]
        assert told(validated([HEAD, section("KADIS")], posts=posts), "CAS601") == []
        assert len(told(validated([HEAD, section("BUPATI")], posts=posts), "CAS601")) == 1

    @pytest.mark.parametrize(("ends", "fires"), [(date(2025, 1, 19), False), (date(2025, 1, 20), True)])
    def test_so_is_one_whom_nobody_holds_on_the_day(self, ends: date, fires: bool) -> None:
        """The superior left on the day before the signature: the next one up signs; on the day itself not."""
        report = chain(section("KADIS"), tenures=[held("KABID", "A", date(2024, 1, 1), ends)])
        assert bool(told(report, "CAS601")) is fires

    def test_tenures_that_begin_later_say_nothing(self) -> None:
        """That somebody took over in July does not mean that the post was empty in January."""
        report = chain(section("KADIS"), tenures=[held("KABID", "A", date(2025, 7, 1))])
        assert len(told(report, "CAS601")) == 1

    def test_between_two_tenures_nobody_holds_it(self) -> None:
        """Left on 10 January, taken over in July: on 20 January the next one up signs."""
        tenures = [
            held("KABID", "A", date(2024, 1, 1), date(2025, 1, 10)),
            held("KABID", "B", date(2025, 7, 1)),
        ]
        assert told(chain(section("KADIS"), tenures=tenures), "CAS601") == []

    def test_a_superior_known_by_code_alone_may_be_meant(self) -> None:
        """Nobody can say that a title is not that of a post which has no title."""
        posts = [Post("P-01", superior="P-00"), Post("P-02", superior="P-01")]
        staff = agreed("PK-3", "P-02", "IV", "Kepala Bidang Pelayanan", {"S-1": 5})
        assert told(validated([staff], posts=posts), "CAS601") == []

    def test_no_second_party(self) -> None:
        """Who has a superior signs with one; a head of region signs alone."""
        (one,) = told(chain(section(None)), "CAS601")
        assert one.text() == "PK-3 dari KASI tidak menyebut pihak kedua; seharusnya KABID"
        first = [Post("A-KADIS"), Post("KASI", superior="A-KADIS")]
        assert len(told(validated([section(None)], posts=first), "CAS601")) == 1
        regent = agreed("PK-0", "BUPATI", "BUPATI", None, {"I-1": 1})
        posts = [Post("BUPATI", superior="GUBERNUR"), Post("GUBERNUR", vacant=True)]
        assert told(validated([regent], posts=posts), "CAS601") == []
        assert told(validated([agreed("PK-1", "KADIS", "II", None, {"I-1": 1})]), "CAS601") == []

    def test_both_parties_one_position(self) -> None:
        """Nobody accepts their own promise."""
        (one,) = told(validated([agreed("PK-1", "KADIS", "II", "KADIS", {"I-1": 1})]), "CAS601")
        assert one.text() == "PK-1: pihak pertama dan pihak kedua sama-sama KADIS"
        assert [one.cell for one in told(chain(section("KASI")), "CAS601")] == ["second_party"]

    def test_one_person_in_two_posts(self) -> None:
        """A head of division who acts as head of office signs with himself; the next level up would do."""
        twice = [
            held("KABID", "Contoh", date(2024, 1, 1)),
            held("KADIS", "contoh", date(2025, 1, 1), kind="Plt"),
        ]
        (one,) = told(chain(section("KABID"), tenures=twice), "CAS601")
        assert (one.subject, one.cell) == ("PK-2", "official")
        assert "ontoh" not in one.text() + one.text("en") + str(one.data)
        higher = agreed("PK-2", "KABID", "III", "BUPATI", {"A-1": 5})
        assert told(validated([HEAD, higher, section("KABID")], posts=POSTS, tenures=twice), "CAS601") == []

    def test_who_stands_in_is_the_one_who_signs(self) -> None:
        """The head of section is away, and the head of division, who stands in for him, signs for both."""
        tenures = [
            held("KASI", "Contoh A", date(2024, 1, 1)),
            held("KASI", "Contoh B", date(2025, 1, 10), date(2025, 1, 31), kind="Plh"),
            held("KABID", "Contoh B", date(2024, 1, 1)),
        ]
        assert [one.cell for one in told(chain(section("KABID"), tenures=tenures), "CAS601")] == ["official"]

    def test_one_person_by_the_names_on_the_paper(self) -> None:
        """Names on the agreement go before tenures."""
        both = section("KABID", official="Contoh", head="CONTOH")
        assert [one.cell for one in told(chain(both), "CAS601")] == ["official"]
        assert told(chain(section("KABID", official="Contoh A", head="Contoh B")), "CAS601") == []

    @pytest.mark.parametrize(("person", "fires"), [("Contoh A", False), ("Contoh B", True)])
    def test_whoever_signs_holds_the_position(self, person: str, fires: bool) -> None:
        """The name on the paper is that of somebody in office on the day."""
        tenures = [held("KABID", "Contoh A", date(2024, 1, 1))]
        hits = told(chain(section("KABID", head=person), tenures=tenures), "CAS601")
        assert bool(hits) is fires
        assert not hits or "20 Januari 2025" in hits[0].text()

    def test_titles_make_no_other_person(self) -> None:
        """A decree writes them, an agreement may not; one person remains one person."""
        tenures = [held("KABID", "dr. Contoh A, M.Kes", date(2024, 1, 1))]
        assert told(chain(section("KABID", head="Contoh A"), tenures=tenures), "CAS601") == []
        both = section("KABID", official="Contoh A", head="dr. Contoh A, M.Kes")
        assert [one.cell for one in told(chain(both), "CAS601")] == ["official"]

    def test_a_stand_in_holds_it_as_well(self) -> None:
        """On leave or not, the definitive official may sign, and so may who stands in."""
        tenures = [
            held("KABID", "Contoh A", date(2024, 1, 1)),
            held("KABID", "Contoh B", date(2025, 1, 15), date(2025, 1, 25), kind="Plh"),
        ]
        for person in ("Contoh A", "Contoh B"):
            assert told(chain(section("KABID", head=person), tenures=tenures), "CAS601") == []

    def test_a_circle_of_superiors_is_told_once(self) -> None:
        """Three posts above each other are one mistake."""
        posts = [Post(at, superior=above) for at, above in (("A", "B"), ("B", "C"), ("C", "A"))]
        agreements = [agreed(f"PK-{at}", at, None, None, {"I-1": 1}) for at in ("A", "B", "C")]
        hits = [one for one in told(validated(agreements, posts=posts), "CAS601") if one.cell == "superior"]
        assert [one.subject for one in hits] == ["PK-A"]
        assert hits[0].text() == "A akhirnya menjadi atasan dirinya sendiri: A, B, C saling membawahi"

    def test_a_superior_that_cannot_be_found_is_another_finding(self) -> None:
        """A post that names a superior who is not there."""
        report = validated([agreed("PK-3", "KASI", "IV", "KABID", {"S-1": 5})], posts=[Post("KASI", superior="KABIT")])
        assert "CAS102" in codes(report)
        assert told(report, "CAS601") == []


OUTCOME = agreed("PK-2", "KADINKES", "II", "BUPATI", {"D-1": 1}, office="Dinkes")
DRAINS = agreed("PK-3", "KADIS-PU", "II", "BUPATI", {"P-1": 1}, office="PUPR")


class TestOwner:
    """CAS603: who contributes is a subordinate, or the link says that it crosses units."""

    def test_fires_across_offices(self) -> None:
        """Drainage of public works carries an outcome of the health office, and nothing says so."""
        (one,) = told(validated([OUTCOME, DRAINS], [link("KADIS-PU/P-1", "KADINKES/D-1")]), "CAS603")
        assert (one.subject, one.severity) == ("KADIS-PU/P-1 -> KADINKES/D-1", "warning")
        assert (one.data["owner"], one.data["superior"]) == ("KADIS-PU", "KADINKES")

    @pytest.mark.parametrize("aspect", ["crosscutting", "Cross-cutting", "lintas sektor", "Lintas_Sektor"])
    def test_a_mark_is_enough(self, aspect: str) -> None:
        """The link says that it crosses sectors, in either language."""
        marked = link("KADIS-PU/P-1", "KADINKES/D-1", aspect=aspect)
        assert told(validated([OUTCOME, DRAINS], [marked]), "CAS603") == []

    def test_another_aspect_is_no_mark(self) -> None:
        """A region is no reason to cross units."""
        other = link("KADIS-PU/P-1", "KADINKES/D-1", aspect="wilayah")
        assert len(told(validated([OUTCOME, DRAINS], [other]), "CAS603")) == 1

    def test_an_outcome_that_is_meant_for_several_is_marked_too(self) -> None:
        """The parent is declared crosscutting."""
        facts = [NodeFacts(("KADINKES", "D-1"), crosscutting=True)]
        report = validated([OUTCOME, DRAINS], [link("KADIS-PU/P-1", "KADINKES/D-1")], nodes=facts)
        assert told(report, "CAS603") == []

    @pytest.mark.parametrize("parent", ["KABID/A-1", "KADIS/IKU-1"])
    def test_subordinates_at_any_depth(self, parent: str) -> None:
        """The direct superior, and the one above."""
        report = validated([HEAD, DIVISION, section("KABID")], [link("KASI/S-1", parent)])
        assert told(report, "CAS603") == []

    @pytest.mark.parametrize(("child", "parent"), [("KADIS-PU/P-9", "KADINKES/D-1"), ("KADIS-PU/P-1", "KADINKES/D-9")])
    def test_a_link_that_leads_nowhere_has_no_owner(self, child: str, parent: str) -> None:
        """An end that is not there is another check."""
        report = validated([OUTCOME, DRAINS], [link(child, parent)])
        assert report.ledger.counts("CAS603")["not_applicable"] == 1

    def test_own_indicators_support_each_other(self) -> None:
        """One position is not its own subordinate, and need not be."""
        own = agreed("PK-1", "KADIS", "II", "BUPATI", {"I-1": 1, "I-2": 1})
        report = validated([own], [link("KADIS/I-2", "KADIS/I-1")])
        assert told(report, "CAS603") == []
        assert report.ledger.verdict("CAS603", "KADIS/I-2 -> KADIS/I-1") == "not_applicable"

    def test_where_no_superior_is_known_nothing_is_said(self) -> None:
        """Without a second party and without posts nobody knows who stands where."""
        alone = agreed("PK-3", "KASI", "IV", None, {"S-1": 1})
        assert told(validated([HEAD, alone], [link("KASI/S-1", "KADIS/IKU-1")]), "CAS603") == []

    @pytest.mark.parametrize(("echelon", "fires"), [("II", True), ("III", False), (None, False)])
    def test_apart_only_where_levels_say_so(self, echelon: str | None, fires: bool) -> None:
        """Of two trees one may stand under the other, unless its top is as high."""
        top = agreed("PK-5", "KEPALA", echelon, None, {"K-1": 1})
        low = agreed("PK-6", "STAF", "IV", "KEPALA", {"S-1": 1})
        other = agreed("PK-7", "KADIN", "II", None, {"D-1": 1})
        report = validated([top, low, other], [link("STAF/S-1", "KADIN/D-1")])
        assert bool(told(report, "CAS603")) is fires

    @pytest.mark.parametrize(
        ("acting", "second", "fires"),
        [("Contoh, S.Sos", "BUPATI", False), ("Siapa", "BUPATI", True), ("Contoh", "GUBERNUR", True)],
    )
    def test_who_acts_for_the_superior_signs_one_level_up_and_stays_below(
        self, acting: str, second: str, fires: bool
    ) -> None:
        """A head of division who acts as head of office signs with the regent; another one would not."""
        tenures = [
            held("KABID", "Contoh", date(2024, 1, 1)),
            held("KADIS", acting, date(2025, 1, 1), kind="Plt"),
        ]
        division = agreed("PK-2", "KABID", "III", second, {"A-1": 5})
        regent = agreed("PK-0", "BUPATI", "BUPATI", "GUBERNUR", {"I-1": 1})
        report = validated([regent, HEAD, division], [link("KABID/A-1", "KADIS/IKU-1")], tenures=tenures)
        assert bool(told(report, "CAS603")) is fires

    def test_nobody_at_all_is_above_as_well(self) -> None:
        """The head of office left, and the division signs with the regent."""
        division = agreed("PK-2", "KABID", "III", "BUPATI", {"A-1": 5})
        gone = [held("KADIS", "Contoh", date(2024, 1, 1), date(2024, 12, 31))]
        report = validated([HEAD, division], [link("KABID/A-1", "KADIS/IKU-1")], tenures=gone)
        assert told(report, "CAS603") == []
        stays = [held("KADIS", "Contoh", date(2024, 1, 1))]
        report = validated([HEAD, division], [link("KABID/A-1", "KADIS/IKU-1")], tenures=stays)
        assert len(told(report, "CAS603")) == 1

    def test_upside_down_is_another_check(self) -> None:
        """A head who contributes to his division: the levels are inverted, and that is all."""
        report = validated([HEAD, DIVISION], [link("KADIS/IKU-1", "KABID/A-1")])
        assert "CAS104" in codes(report)
        assert told(report, "CAS603") == []
        half = [agreed("PK-1", "KADIS", "II", "BUPATI", {"I-1": 1}), agreed("PK-2", "KABID", None, "KADIS", {"A-1": 1})]
        assert len(told(validated(half, [link("KADIS/I-1", "KABID/A-1")]), "CAS603")) == 1
        nameless = [
            agreed("PK-1", "KADIS", None, "BUPATI", {"I-1": 1}),
            agreed("PK-2", "KABID", None, "KADIS", {"A-1": 1}),
        ]
        assert len(told(validated(nameless, [link("KADIS/I-1", "KABID/A-1")]), "CAS603")) == 1


def test_one_person_on_both_sides_is_told_whole() -> None:
    """As whom they signed twice."""
    (one,) = told(chain(section("KABID", official="Contoh", head="CONTOH")), "CAS601")
    agreement, position = one.data["agreement"], one.data["position"]
    assert one.text() == f"{agreement}: satu orang menandatangani sebagai {position} dan sebagai KABID"
    assert one.text("en") == f"{agreement}: one person signed as {position} and as KABID"
