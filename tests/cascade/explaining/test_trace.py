import pickle
from datetime import date

import pytest

from sakip import Components, Party, Tenure
from sakip.cascade import Cascade, CascadeReport
from sakip.cascade.explaining.trace import Made, Trace
from sakip.errors import InvalidValueError, UnknownCodeError
from tests.cascade.making import TOP, family, pk, report_on, target


def report(**more: object) -> CascadeReport:
    """A parent of two."""
    done = {TOP: 9, ("KABID-2", "A-2"): Components(10, 3, per=1), ("KABID-3", "A-3"): 6}
    return report_on(family(target("T", 10), target("A-2", 4), target("A-3", 6), realizations=done, **more))


def test_each_step_with_what_its_children_make() -> None:
    """The top first, with the roll-up beside its own number; leaves have none."""
    trace = report().trace(TOP)
    assert trace.cell == "actual"
    assert [(step.depth, step.node, step.made is None) for step in trace.steps] == [
        (0, "KADIS/T", False),
        (1, "KABID-2/A-2", True),
        (1, "KABID-3/A-3", True),
    ]
    made = trace.steps[0].made
    assert isinstance(made, Made)
    assert (str(made.point), str(made.margin), made.slack, made.kind) == ("28/3", "1/3", 0, "sum")


def test_as_data() -> None:
    """Every number is an exact text, and the steps stand flat, each with its depth."""
    data = report().trace(TOP).to_dict()
    assert data["cell"] == "actual"
    first, second, _ = data["steps"]
    assert first["made"]["point"] == "28/3"
    assert first["made"]["span"] == ("28/3", "28/3")
    assert (second["point"], second["coefficient"], second["made"], second["depth"]) == ("10/3", "1", None, 1)
    missing = report_on(family(target("T", 10), target("A-2", 4))).trace(TOP).to_dict()["steps"]
    assert (missing[0]["point"], missing[0]["span"], missing[0]["state"]) == (None, None, "missing")
    assert missing[0]["made"]["span"] == (None, None)


def test_it_is_a_value() -> None:
    """Two of the same are equal, hash alike and survive pickling."""
    trace = report().trace(TOP, "target")
    assert trace == report().trace(TOP, "target") != report().trace(TOP)
    assert hash(trace) == hash(report().trace(TOP, "target"))
    assert isinstance(pickle.loads(pickle.dumps(trace)), Trace)
    assert pickle.loads(pickle.dumps(trace)) == trace


def test_explained_as_text() -> None:
    """`explain` is the text of the trace, in either language and width."""
    one = report()
    assert one.explain(TOP) == one.trace(TOP).text("id")
    assert one.explain(TOP, "target", "en", width=40) == one.trace(TOP, "target").text("en", width=40)
    assert one.trace(TOP)._repr_html_() == one.trace(TOP).tree().html()
    with pytest.raises(InvalidValueError):
        one.explain(TOP, "actual", "fr")  # type: ignore[arg-type]
    with pytest.raises(InvalidValueError):
        one.explain(TOP, "goal")  # type: ignore[arg-type]
    with pytest.raises(UnknownCodeError):
        one.explain(("KADIS", "X"))


def test_persons_are_never_named() -> None:
    """Who holds a position is said by the capacity alone."""
    acting = Tenure(Party("KADIS"), "Contoh Orang", kind="Plt", starts=date(2025, 6, 1))
    agreement = pk("PK-1", "KADIS", "II", None, target("T"), first_party=Party("KADIS", official="Contoh Orang"))
    trace = report_on(Cascade([agreement], tenures=[acting])).trace(TOP)
    assert "dijabat Plt" in trace.text()
    for said in (trace.text(), trace.text("en"), trace._repr_html_(), repr(trace), str(trace.to_dict())):
        assert "Contoh" not in said
