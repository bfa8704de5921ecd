from sakip.lifecycle import ANSWERS_A_D, ANSWERS_Y_T, LKE_88_2021, LKE_TRENGGALEK, EvaluationSheet


def test_weights_and_criteria() -> None:
    """30, 30, 15 and 25, internal evaluation in four parts of 5, 7.5, 5 and 7.5; 76 criteria."""
    last = LKE_TRENGGALEK.components[-1]
    assert [str(one.weight) for one in LKE_TRENGGALEK.components] == ["30", "30", "15", "25"]
    assert [str(sub.weight) for sub in last.sub_components] == ["5", "7.5", "5", "7.5"]
    counts = [[len(sub.criteria) for sub in one.sub_components] for one in LKE_TRENGGALEK.components]
    assert counts == [[4, 9, 7], [3, 7, 9], [6, 9, 7], [3, 4, 5, 3]]
    assert LKE_TRENGGALEK.check().codes() == ()


def test_answers() -> None:
    """Twenty-two criteria are yes or no, all others A to D; none is a letter of the national sheet."""
    scales = [one.answers for one in LKE_TRENGGALEK.criteria]
    assert set(scales) == {ANSWERS_Y_T, ANSWERS_A_D, None}
    assert scales.count(ANSWERS_Y_T) == 22
    assert {sub.answers for sub in LKE_TRENGGALEK.sub_components} == {ANSWERS_A_D}


def test_evidence() -> None:
    """Every document proves something; two are asked for only where there are any."""
    asked = {one.code: one.documents for one in LKE_TRENGGALEK.criteria}
    assert asked["1.a.1"] == ("rpjmd", "renstra", "pohon")
    assert asked["1.a.2"] == ("renja", "iku", "pk")
    assert all(codes for _, codes in LKE_TRENGGALEK.evidence)
    assert [one.code for one in LKE_TRENGGALEK.documents if one.optional] == ["crosscutting", "rab"]


def test_says_the_same_as_the_national_sheet() -> None:
    """What it repeats of the national sheet is in the same words; only the achievement is its own."""
    national = {one.name for one in LKE_88_2021.criteria}
    assert [one.code for one in LKE_TRENGGALEK.criteria if one.name not in national] == ["4.d.1", "4.d.2", "4.d.3"]


def test_a_whole_sheet() -> None:
    """The best answers everywhere give 100 and AA; one C among three gives 0.33 of a third of 7.5 points."""
    best = {one.code: "Y" if one.answers == ANSWERS_Y_T else "A" for one in LKE_TRENGGALEK.criteria}
    whole = EvaluationSheet("LKE", 2025, LKE_TRENGGALEK, best, reading="criterion")
    assert (whole.total.exact, whole.grade) == (100, "AA")
    less = EvaluationSheet("LKE", 2025, LKE_TRENGGALEK, {**best, "4.d.2": "C"}, reading="criterion")
    assert str(less["4.d.2"].exact) == "33/40"
    assert str(less["4.d"].score) == "5.83"
