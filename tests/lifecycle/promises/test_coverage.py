import pickle
from datetime import date
from fractions import Fraction
from time import perf_counter
from typing import Any

import pytest
from attrs import evolve

from sakip.errors import InvalidValueError, UnknownCodeError
from sakip.lifecycle import Duty, PlanTarget, PromiseCoverage, promise_coverage
from tests.lifecycle.promises.making import agreement, indicator, plan, promise

PLAN = plan("J-1", "J-2", "J-3")


def covered(found: PromiseCoverage) -> list[str]:
    """The codes of what somebody has signed for."""
    return [one.code for one in found.covered]


class TestPromises:
    def test_by_an_indicator_or_an_objective(self) -> None:
        """A promise is covered where an indicator or an objective cites it, and by nothing else."""
        found = promise_coverage(
            [PLAN], [agreement("PK-1", indicator("A", "J-1")), agreement("PK-2", indicator("J-3"), cites="J-2")]
        )
        assert covered(found) == ["J-1", "J-2"]
        assert [one.code for one in found.uncovered] == ["J-3"]
        assert (found.count.count, found.count.size, found.count.exact) == (2, 3, Fraction(2, 3))

    def test_an_objective_without_a_target(self) -> None:
        """Where nothing is promised nobody has signed for a promise, and it is said why."""
        found = promise_coverage([PLAN], [agreement("PK-1", cites="J-1")])
        assert (covered(found), [one.code for one in found.serving_none]) == ([], ["PK-1"])
        (told,) = (one.text("en") for one in found.check() if one.code == "PROMISE-EMPTY")
        assert told == "PK-1 S1 cites J-1, but that objective has no indicator, so that nothing is promised"

    def test_by_whoever(self) -> None:
        """An office that is not responsible covers a promise too; that is another question."""
        held = plan(promise("J-1", offices="Dinas B"))
        assert covered(promise_coverage([held], [agreement("PK-1", indicator("A", "J-1"))])) == ["J-1"]

    def test_targets_of_a_plan(self) -> None:
        """What a plan asks of an indicator is to be covered as well, and a code alike does not cover it."""
        asked = plan("J-1", targets=[PlanTarget(indicator("IKU-A"), {2021: 1})])
        assert covered(promise_coverage([asked], [agreement("PK-1", indicator("IKU-A"))])) == []
        assert covered(promise_coverage([asked], [agreement("PK-1", indicator("X", "IKU-A"))])) == ["IKU-A"]

    def test_nothing_at_all(self) -> None:
        """No plan and no agreement have no share, no row and no finding."""
        found = promise_coverage([], [])
        assert (found.count.exact, found.rows(), found.check().codes(), len(found)) == (None, [], (), 0)

    def test_a_plan_of_nothing(self) -> None:
        """Of a plan without promises nothing is covered and nothing is not."""
        found = promise_coverage([plan()], [agreement("PK-1", indicator("A"))])
        assert (found.count_of("JANJI").exact, found.check().codes()) == (None, ())

    def test_each_plan_by_itself(self) -> None:
        """Two plans are counted apart and together."""
        other = plan("R-1", "R-2", code="RENSTRA")
        found = promise_coverage([PLAN, other], [agreement("PK-1", indicator("A", "J-1", "R-1", "R-2"))])
        counts = [found.count_of(code).exact for code in ("JANJI", "RENSTRA")]
        assert (counts, found.count.exact) == ([Fraction(1, 3), Fraction(1)], Fraction(3, 5))
        with pytest.raises(UnknownCodeError):
            found.count_of("RPJMD")


class TestLookUp:
    found = promise_coverage([PLAN, plan("J-1", code="LAIN")], [])

    def test_by_code_or_with_its_plan(self) -> None:
        """A code that several plans have needs its plan."""
        assert self.found["J-2"].document == "JANJI"
        assert self.found["LAIN:J-1"].document == "LAIN"
        with pytest.raises(InvalidValueError) as caught:
            self.found["J-1"]
        assert caught.value.code == "several-plans"
        assert "LAIN:J-1" in str(caught.value)

    @pytest.mark.parametrize("code", [None, 3, ["J-2"], ""])
    def test_no_code_at_all(self, code: Any) -> None:
        """Anything may be looked up; what is no code is not there."""
        with pytest.raises(UnknownCodeError):
            self.found[code]

    def test_unknown(self) -> None:
        """What no plan has is refused, with what looks like it."""
        with pytest.raises(UnknownCodeError) as caught:
            self.found["j-2"]
        assert "J-2" in caught.value.near


class TestVersions:
    first = agreement("PK-1", indicator("A", "J-1", "J-2"), signed_on=date(2021, 1, 5))
    later = evolve(
        agreement("PK-1-P", indicator("A", "J-2", "J-3"), signed_on=date(2021, 6, 1)),
        supersedes="PK-1",
        reason="strategy",
    )

    def test_an_amendment_takes_the_place(self) -> None:
        """What only the amended version carried nobody has signed for any more, and that is said."""
        found = promise_coverage([PLAN], [self.first, self.later])
        assert covered(found) == ["J-2", "J-3"]
        assert found["J-1"].dropped == ("PK-1",)
        assert [one.code for one in found.superseded] == ["PK-1"]

    def test_before_the_amendment(self) -> None:
        """On a day before it the first version counts, and the amendment is yet to come."""
        found = promise_coverage([PLAN], [self.later, self.first], as_of=date(2021, 5, 31))
        assert covered(found) == ["J-1", "J-2"]
        assert ([one.code for one in found.pending], found.superseded) == (["PK-1-P"], ())

    def test_another_agreement_beside_it(self) -> None:
        """What another agreement carries stays covered."""
        other = agreement("PK-2", indicator("B", "J-1"), office="Dinas B")
        assert covered(promise_coverage([PLAN], [self.first, self.later, other])) == ["J-1", "J-2", "J-3"]


class TestAgreements:
    def test_serving_none(self) -> None:
        """An agreement that cites nothing, or only what is not there, serves none; so does one that cites a duty."""
        agreements = [
            agreement("PK-1", indicator("A", "J-1")),
            agreement("PK-2", indicator("B")),
            agreement("PK-3", indicator("C", "J-9")),
            agreement("PK-4", indicator("D", "T-1")),
            agreement("PK-5"),
        ]
        found = promise_coverage([PLAN], agreements, duties=[Duty("T-1", "Membina", holder="Dinas A")])
        assert [one.code for one in found.serving_none] == ["PK-2", "PK-3", "PK-4", "PK-5"]
        assert found.agreement_count.exact == Fraction(1, 5)

    def test_targets_that_serve_none(self) -> None:
        """A target serves what it cites itself and what its objective cites; a duty and a wrong code are no promise."""
        alone = agreement("PK-1", indicator("A", "J-1"), indicator("B"))
        assert [one.code for one in promise_coverage([PLAN], [alone]).agreements[0].unserving] == ["B"]
        astray = agreement("PK-1", indicator("A", "J-1"), indicator("B", "J-9"), indicator("C", "T-1"), cites="J-8")
        duty = Duty("T-1", "Membina", holder="Dinas A")
        (found,) = promise_coverage([PLAN], [astray], duties=[duty]).agreements
        assert [one.code for one in found.unserving] == ["B", "C"]
        through = agreement("PK-1", indicator("A"), indicator("B"), cites="J-1")
        standing = promise_coverage([PLAN], [through]).agreements[0]
        assert (standing.unserving, standing.serves) == ((), (("JANJI", "J-1"),))


class TestDuties:
    duty = Duty("T-1", "Membina", holder="Dinas A")

    @pytest.mark.parametrize(
        ("signed", "shown", "others"),
        [
            (agreement("PK-1", indicator("A", "T-1")), True, 0),
            (agreement("PK-1", indicator("A"), cites="T-1"), True, 0),
            (agreement("PK-1", cites="T-1"), False, 1),
            (agreement("PK-1", indicator("A", "T-1"), office="Dinas B"), False, 1),
            (agreement("PK-1", indicator("A")), False, 0),
        ],
    )
    def test_shown_by_an_indicator_of_the_holder(self, signed: Any, shown: bool, others: int) -> None:
        """A duty wants an indicator of whoever has it; an objective without one, or another office, is not enough."""
        (found,) = promise_coverage([], [signed], duties=[self.duty]).duties
        assert (found.is_covered, len(found.others)) == (shown, others)

    def test_of_a_position(self) -> None:
        """A duty may be that of a position, by its name or its name and office."""
        signed = agreement("PK-1", indicator("A", "T-1"))
        for holder in ("Kepala Dinas A", "kepala dinas a, Dinas A"):
            found = promise_coverage([], [signed], duties=[evolve(self.duty, holder=holder)])
            assert found.duty_count.text("en") == "1 of 1 (100.00 %)"

    def test_the_same_code_for_two_holders(self) -> None:
        """Two offices may number their duties alike; each answers for its own."""
        duties = [self.duty, evolve(self.duty, holder="Dinas B")]
        found = promise_coverage([], [agreement("PK-1", indicator("A", "T-1"), office="Dinas B")], duties=duties)
        assert [one.is_covered for one in found.duties] == [False, True]

    def test_of_many_offices(self) -> None:
        """Hundreds of offices that number their duties alike are told apart in no time."""
        offices = [f"Dinas {at}" for at in range(300)]
        signed = [agreement(f"PK-{at}", indicator("A", "T-1"), office=one) for at, one in enumerate(offices)]
        duties = [evolve(self.duty, holder=one) for one in offices]
        began = perf_counter()
        found = promise_coverage([], signed, duties=duties)
        assert found.duty_count.exact == 1
        assert perf_counter() - began < 10


class TestRefuses:
    @pytest.mark.parametrize(
        ("rest", "code"),
        [
            ({"documents": [PLAN, plan()]}, "plan-twice"),
            ({"documents": PLAN}, "not-a-list"),
            ({"documents": ["JANJI"]}, "wrong-kind"),
            ({"agreements": ["PK-1"]}, "wrong-kind"),
            ({"duties": ["T-1"]}, "wrong-kind"),
            ({"duties": [Duty("T", "a", holder="Dinas A"), Duty("T", "b", holder="dinas a")]}, "duty-twice"),
            ({"done": ["J-1"]}, "wrong-kind"),
            ({"done": {"J-1": "2021-01-01"}}, "not-a-date"),
            ({"done": {"J-8": date(2021, 1, 1)}}, "unknown-code"),
            ({"done": {3: date(2021, 1, 1)}}, "unknown-code"),
            ({"as_of": "2021-01-01"}, "not-a-date"),
        ],
        ids=str,
    )
    def test_arguments(self, rest: dict[str, Any], code: str) -> None:
        """What cannot be is refused, by its name."""
        asked: dict[str, Any] = {"documents": [PLAN], "agreements": [], **rest}
        with pytest.raises((InvalidValueError, UnknownCodeError)) as caught:
            promise_coverage(asked.pop("documents"), asked.pop("agreements"), **asked)
        assert caught.value.code == code

    def test_kept_on_two_days(self) -> None:
        """A promise that is named in two ways was kept on one day."""
        with pytest.raises(InvalidValueError) as caught:
            promise_coverage([plan("J-1")], [], done={"J-1": date(2021, 1, 1), "JANJI:J-1": date(2021, 1, 2)})
        assert caught.value.code == "kept-twice"
        twice = promise_coverage([plan("J-1")], [], done={"J-1": date(2021, 1, 1), "JANJI:J-1": date(2021, 1, 1)})
        assert twice["J-1"].done_on == date(2021, 1, 1)

    def test_kept_in_several_plans(self) -> None:
        """A promise that was kept and that two plans have needs its plan."""
        with pytest.raises(InvalidValueError):
            promise_coverage([PLAN, plan("J-1", code="LAIN")], [], done={"J-1": date(2021, 1, 1)})
        found = promise_coverage([PLAN, plan("J-1", code="LAIN")], [], done={"LAIN:J-1": date(2021, 1, 1)})
        assert [one.state for one in found] == ["undated", "undated", "undated", "done"]


def test_thirty_three_promises() -> None:
    """Of Lampung's thirty-three promises an agreement that cites twenty covers twenty."""
    held = plan(*(f"J-{number:02}" for number in range(1, 34)))
    signed = agreement("PK-1", indicator("A", *(f"J-{number:02}" for number in range(1, 21))))
    assert promise_coverage([held], [signed]).count.text() == "20 dari 33 (60,61 %)"


def test_survives_pickling() -> None:
    """A coverage is the same after pickling."""
    found = promise_coverage([PLAN], [agreement("PK-1", indicator("A", "J-1", "J-9"))], as_of=date(2021, 3, 1))
    assert pickle.loads(pickle.dumps(found)) == found
    assert repr(found) == "PromiseCoverage(documents=['JANJI'], as_of=datetime.date(2021, 3, 1))"
