import json
import pickle
from datetime import date
from decimal import Decimal

import pytest
from attrs import evolve

from sakip import Agreement, BudgetLine, Difference, History, Objective, Party, Period, Target
from sakip.errors import InvalidValueError
from sakip.model.difference import apply, difference
from tests.base.contract import facts_of
from tests.model.making import full

Q1, Q2, Q3, Q4 = Period.year(2024).parts("quarter")
COVERAGE, QUEUE, COUNT = full("IKU-1"), full("IKU-2"), full("IKU-3")
SERVICE = Objective("Layanan meningkat", [Target(COVERAGE, 80, trajectory={Q1: 20, Q3: 65}), Target(QUEUE, 10)])
PAPER = Objective("Dokumen tersusun", [Target(COUNT, 2)])
OLD = Agreement(
    "PK-1",
    year=2024,
    first_party=Party("Kepala Dinas", official="Contoh Lama"),
    signed_on=date(2024, 1, 25),
    objectives=[SERVICE, PAPER],
    budget=[
        BudgetLine("1", "Kesehatan", kind="programme", ceiling=100),
        BudgetLine("1.01", "Obat", kind="activity", ceiling=100),
    ],
)


def told(new: Agreement, old: Agreement = OLD) -> list[tuple[str, str]]:
    """Path and kind of each change; the changes lead from the one to the other and back."""
    there, back = difference(old, new), difference(new, old)
    assert there.apply(old) == new
    assert back.apply(new) == old
    assert all(there.text(lang) for lang in ("id", "en"))
    return [(edit.path, edit.kind) for edit in there]


def with_objectives(*objectives: Objective) -> Agreement:
    """The agreement with other objectives."""
    return evolve(OLD, objectives=objectives)


def test_nothing_changed() -> None:
    """An agreement does not differ from itself, and says so in both languages."""
    found = difference(OLD, OLD)
    assert (found.edits, found.breaks, len(found)) == ((), (), 0)
    assert (found.text("id"), found.text("en")) == ("Tidak ada yang berubah.", "Nothing has changed.")
    assert found.apply(OLD) == OLD


def test_fields_of_the_agreement() -> None:
    """Each field that differs is one edit."""
    assert told(evolve(OLD, effective_on=date(2024, 2, 1), year=2025)) == [
        ("year", "changed"),
        ("effective_on", "changed"),
    ]


def test_fields_of_a_target() -> None:
    """A target is told by its fields, its trajectory by its periods, its indicator by its own fields."""
    target = Target(full("IKU-1", unit="%"), 90, weight=5, trajectory={Q1: 20, Q2: 40, Q3: 70})
    assert told(with_objectives(evolve(SERVICE, targets=[target, SERVICE.targets[1]]), PAPER)) == [
        ("targets[IKU-1].indicator.unit", "changed"),
        ("targets[IKU-1].value", "changed"),
        ("targets[IKU-1].weight", "changed"),
        ("targets[IKU-1].trajectory[2024-Q3]", "changed"),
        ("targets[IKU-1].trajectory[2024-Q2]", "changed"),
    ]


def test_a_trajectory_of_other_periods() -> None:
    """Periods that overlap those of before may take their place all at once."""
    halves = dict(zip(Period.year(2024).parts("half_year"), (40, 80), strict=True))
    target = evolve(SERVICE.targets[0], trajectory=halves)
    assert len(told(with_objectives(evolve(SERVICE, targets=[target, SERVICE.targets[1]]), PAPER))) == 4


def test_a_target_retired() -> None:
    """A retired target stays visible by that word; one that is just gone was removed."""
    retired = OLD.amend(code="PK-2", signed_on=date(2024, 7, 1), reason="strategy", retire=["IKU-2"])
    assert ("targets[IKU-2]", "retired") in told(retired)
    assert "dihentikan" in difference(OLD, retired).text("id")
    assert max(len(line) for line in difference(OLD, retired).text(width=40).splitlines()) <= 40
    gone = with_objectives(evolve(SERVICE, targets=SERVICE.targets[:1]), PAPER)
    assert told(gone) == [("objectives[Layanan meningkat].targets", "changed"), ("targets[IKU-2]", "removed")]


def test_a_target_added_and_one_moved() -> None:
    """A new target is added whole, and each objective says which targets it has now."""
    new = with_objectives(
        evolve(SERVICE, targets=[SERVICE.targets[0], Target(full("IKU-4"), 1)]),
        evolve(PAPER, targets=[*PAPER.targets, SERVICE.targets[1]]),
    )
    assert told(new) == [
        ("objectives[Layanan meningkat].targets", "changed"),
        ("objectives[Dokumen tersusun].targets", "changed"),
        ("targets[IKU-4]", "added"),
    ]


class TestObjectives:
    """Objectives by code, by name, or by what they share."""

    def test_added_at_the_end(self) -> None:
        """An objective that is added behind the others changes no order."""
        assert told(with_objectives(SERVICE, PAPER, Objective("Baru", []))) == [("objectives[Baru]", "added")]

    def test_added_in_front(self) -> None:
        """One that is added in front changes the order too."""
        assert told(with_objectives(Objective("Baru", []), SERVICE, PAPER)) == [
            ("objectives.order", "changed"),
            ("objectives[Baru]", "added"),
        ]

    def test_reordered(self) -> None:
        """The order alone."""
        assert told(with_objectives(PAPER, SERVICE)) == [("objectives.order", "changed")]

    def test_reworded(self) -> None:
        """An objective in new words that keeps a target is the same objective."""
        assert told(with_objectives(evolve(SERVICE, name="Layanan membaik"), PAPER)) == [
            ("objectives[Layanan meningkat].name", "changed")
        ]

    def test_replaced(self) -> None:
        """One that shares nothing with the old one is another."""
        assert told(with_objectives(SERVICE, Objective("Lain", [Target(full("IKU-9"), 1)]))) == [
            ("objectives[Dokumen tersusun]", "removed"),
            ("targets[IKU-3]", "removed"),
            ("objectives[Lain]", "added"),
            ("targets[IKU-9]", "added"),
        ]

    def test_of_one_name(self) -> None:
        """Objectives that share a name are told apart by a number, also where another has such a name."""
        twins = [Objective("A", []), Objective("A #2", []), Objective("A", [])]
        assert told(with_objectives(*twins), with_objectives(*twins[:2])) == [("objectives[A #3]", "added")]


class TestLineage:
    """Indicators under a new code."""

    @pytest.mark.parametrize(("lineage", "breaks"), [("same_as", ()), ("replaces", (("IKU-3", "IKU-7"),))])
    def test_a_new_code(self, lineage: str, breaks: tuple[tuple[str, str], ...]) -> None:
        """The new indicator is told as the old one that changed; where it replaces, the trend is broken."""
        new = with_objectives(SERVICE, evolve(PAPER, targets=[Target(full("IKU-7", **{lineage: "IKU-3"}), 2)]))
        found = difference(OLD, new)
        assert [edit.path for edit in found] == [
            "objectives[Dokumen tersusun].targets",
            "targets[IKU-3].indicator.code",
            f"targets[IKU-3].indicator.{lineage}",
        ]
        assert (found.breaks, found.apply(OLD)) == (breaks, new)

    def test_a_new_definition(self) -> None:
        """A definition that changed in silence is marked all the same, in both languages."""
        target = Target(full("IKU-3", formula="hitungan lain"), 2)
        found = difference(OLD, with_objectives(SERVICE, evolve(PAPER, targets=[target])))
        assert found.breaks == (("IKU-3", "IKU-3"),)
        assert "Kecenderungan IKU-3 terputus" in found.text("id")
        assert "The trend of IKU-3 is broken" in found.text("en")

    def test_two_that_claim_one(self) -> None:
        """The first that names the old indicator goes on; the other is new."""
        twins = [Target(full(code, same_as="IKU-3"), 2) for code in ("IKU-7", "IKU-8")]
        paths = [path for path, _ in told(with_objectives(SERVICE, evolve(PAPER, targets=twins)))]
        assert "targets[IKU-3].indicator.code" in paths
        assert "targets[IKU-8]" in paths

    def test_codes_that_are_exchanged(self) -> None:
        """A code that stands in both versions is the same indicator, whatever a lineage says."""
        swapped = [Target(full("IKU-1", same_as="IKU-2"), 1), Target(full("IKU-2", same_as="IKU-1"), 1)]
        paths = [path for path, _ in told(with_objectives(evolve(SERVICE, targets=swapped), PAPER))]
        assert "targets[IKU-1].indicator.same_as" in paths
        assert not any(path.endswith(".code") for path in paths)


def test_budget_lines() -> None:
    """Budget lines are told by their codes and fields, a version of the document as one field of each."""
    first, second = OLD.budget
    new = evolve(
        OLD,
        budget=[evolve(first, ceiling=120, version="DPPA"), BudgetLine("1.02", "Alat", kind="activity", ceiling=20)],
    )
    assert told(new) == [
        ("budget[1].ceiling", "changed"),
        ("budget[1].version", "changed"),
        ("budget[1.01]", "removed"),
        ("budget[1.02]", "added"),
    ]
    assert told(evolve(OLD, budget=[second, first])) == [("budget.order", "changed")]


def test_rows() -> None:
    """Rows keep numbers and dates, or write them as text; everything else is text."""
    new = OLD.amend(
        code="PK-2", signed_on=date(2024, 7, 1), reason="strategy", targets={"IKU-2": "12.5"}, retire=["IKU-3"]
    )
    rows = difference(OLD, new).rows("en")
    by_path = {row["path"]: row for row in rows}
    assert by_path["targets[IKU-2].value"] == {
        "path": "targets[IKU-2].value",
        "part": "target",
        "key": "IKU-2",
        "field": "value",
        "kind": "changed",
        "what": "Target IKU-2: value",
        "word": "changed",
        "before": Decimal(10),
        "after": Decimal("12.5"),
    }
    assert (by_path["signed_on"]["before"], by_path["supersedes"]["before"]) == (date(2024, 1, 25), None)
    assert (by_path["targets[IKU-3]"]["before"], by_path["targets[IKU-3]"]["after"]) == ("2 orang", None)
    as_text = {row["path"]: row for row in difference(OLD, new).rows(numbers="text")}
    assert as_text["targets[IKU-2].value"]["after"] == "12.5"
    assert as_text["signed_on"]["after"] == "2024-07-01"
    json.dumps(list(as_text.values()))
    with pytest.raises(InvalidValueError, match="unknown-numbers") as caught:
        difference(OLD, new).rows(numbers="float")
    assert (caught.value.path, caught.value.value) == ("Difference.rows.numbers", "float")
    with pytest.raises(InvalidValueError):
        difference(OLD, new).rows("de")


def test_shown_in_a_notebook() -> None:
    """A difference shows itself as a table, with foreign text made harmless, and names no official."""
    other = evolve(OLD, first_party=Party("<b>Camat", official="Contoh Baru"))
    shown = difference(OLD, other)._repr_html_() + difference(OLD, other).text() + repr(difference(OLD, other))
    assert "&lt;b&gt;Camat" in shown
    assert "Contoh" not in shown


class TestApply:
    """What a difference may be applied to."""

    def test_another_agreement(self) -> None:
        """Changes that found another value are refused, with the path of the first that does not fit."""
        found = difference(OLD, evolve(OLD, signed_on=date(2024, 2, 1)))
        with pytest.raises(InvalidValueError, match="difference-unfit") as caught:
            found.apply(evolve(OLD, signed_on=date(2024, 1, 26)))
        assert (caught.value.path, caught.value.value) == ("apply", "signed_on")

    def test_an_agreement_without_the_part(self) -> None:
        """So are changes of a target that is not there, and an objective that would lose its target."""
        raised = OLD.amend(code="PK-2", signed_on=date(2024, 7, 1), reason="strategy", targets={"IKU-3": 3})
        without = with_objectives(SERVICE)
        with pytest.raises(InvalidValueError, match="difference-unfit"):
            difference(OLD, raised).apply(without)
        gone = Difference("PK-1", "PK-2", [c for c in difference(OLD, without) if c.part == "target"])
        with pytest.raises(InvalidValueError, match="difference-unfit"):
            gone.apply(OLD)

    def test_twice(self) -> None:
        """A difference leads on once."""
        found = difference(OLD, evolve(OLD, signed_on=date(2024, 2, 1)))
        with pytest.raises(InvalidValueError, match="difference-unfit"):
            found.apply(found.apply(OLD))

    @pytest.mark.parametrize(
        ("args", "path"),
        [
            ((OLD, None), "apply.changes"),
            ((None, difference(OLD, OLD)), "apply.agreement"),
            (("PK-1", difference(OLD, OLD)), "apply.agreement"),
        ],
    )
    def test_other_things(self, args: tuple[object, object], path: str) -> None:
        """Only a difference is applied, and only to an agreement."""
        wrong = args[1] if path == "apply.changes" else args[0]
        assert facts_of(lambda: apply(*args)) == ("wrong-kind", path, wrong)


def test_two_targets_for_one_indicator() -> None:
    """Where a code stands twice nobody can tell which target became which."""
    twice = with_objectives(evolve(SERVICE, targets=[SERVICE.targets[0]] * 2))
    for old, new, path in ((OLD, twice, "diff.new"), (twice, OLD, "diff.old")):
        facts = facts_of(lambda old=old, new=new: difference(old, new))
        assert facts == ("target-twice", path, SERVICE.targets[0].code)
    assert facts_of(lambda: difference(OLD, "PK-2")) == ("wrong-kind", "diff.new", "PK-2")
    assert facts_of(lambda: difference("PK-1", OLD)) == ("wrong-kind", "diff.old", "PK-1")


def test_a_difference_is_a_value() -> None:
    """It survives pickling, hashes like its equal, and a history gives the same."""
    new = OLD.amend(code="PK-2", signed_on=date(2024, 7, 1), reason="strategy", retire=["IKU-3"])
    found = difference(OLD, new)
    assert pickle.loads(pickle.dumps(found)) == found == History([OLD, new]).diff(OLD, new)
    assert hash(found) == hash(difference(OLD, new))
    with pytest.raises(InvalidValueError):
        Difference("PK-1", "PK-2", [("signed_on", None)])
