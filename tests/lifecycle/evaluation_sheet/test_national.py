from sakip.lifecycle import ANSWERS_88_2021, LKE_88_2021, PRESENCE_88_2021
from sakip.policies import AKIP_88_2021


def test_weights_by_component() -> None:
    """30, 30, 15 and 25, each parted 20, 30 and 50."""
    found = [
        (one.code, str(one.weight), [str(sub.weight) for sub in one.sub_components]) for one in LKE_88_2021.components
    ]
    assert found == [
        ("1", "30", ["6", "9", "15"]),
        ("2", "30", ["6", "9", "15"]),
        ("3", "15", ["3", "4.5", "7.5"]),
        ("4", "25", ["5", "7.5", "12.5"]),
    ]
    assert LKE_88_2021.check().codes() == ()


def test_criteria() -> None:
    """7/10/8, 3/7/10, 6/9/7 and 3/5/5 criteria, numbered through, each with words of its own within its part."""
    counts = [[len(sub.criteria) for sub in one.sub_components] for one in LKE_88_2021.components]
    assert counts == [[7, 10, 8], [3, 7, 10], [6, 9, 7], [3, 5, 5]]
    for sub in LKE_88_2021.sub_components:
        assert [one.code for one in sub.criteria] == [f"{sub.code}.{at}" for at in range(1, len(sub.criteria) + 1)]
        assert len({one.name.render("id") for one in sub.criteria}) == len(sub.criteria)


def test_criteria_that_the_library_looks_at() -> None:
    """The numbers by which the notes cite criteria stand for what they say there."""
    names = {one.code: one.name.render("en") for one in LKE_88_2021.criteria}
    assert "SMART" in names["1.b.5"]
    assert "strategic plan" in names["1.b.6"]
    assert "crosscutting" in names["1.b.9"]
    assert "operational definitions" in names["2.a.2"]
    assert "efficiently" in names["2.c.8"]
    assert "on time" in names["3.a.6"]
    assert "medium-term" in names["3.b.4"]


def test_answers_and_predicates() -> None:
    """What is there is answered by its own steps, the rest by those of quality; predicates are the regulation's."""
    assert {sub.answers for sub in LKE_88_2021.sub_components if sub.code.endswith("a")} == {PRESENCE_88_2021}
    assert {sub.answers for sub in LKE_88_2021.sub_components if not sub.code.endswith("a")} == {ANSWERS_88_2021}
    assert LKE_88_2021.scale == AKIP_88_2021
    assert LKE_88_2021.reference.certainty == "secondary"
