"""The performance tree to look at."""

from datetime import date
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from sakip import Period, Range
from sakip.cascade import Cascade, Link, Suppression
from sakip.cascade.picture.tree import CascadeTree, tree_of
from sakip.errors import InvalidValueError
from tests.cascade.making import TOP, family, pk, report_on, target


def tree(cascade: Cascade, settings: dict[str, Any] | None = None, **asked: Any) -> CascadeTree:
    """The tree of the report of the end of the year."""
    report = report_on(cascade, **(settings or {}))
    return tree_of(report.case, report.findings, **asked)


def levels(fans: list[int]) -> Cascade:
    """One indicator on top and so many below each of every level."""
    posts, links = [("P", "")], []
    agreements = [pk("PK-P", "P", None, None, target("T"))]
    for fan in fans:
        above, posts = posts, []
        for name, _ in above:
            for number in range(fan):
                below = f"{name}-{number}"
                posts.append((below, name))
                agreements.append(pk(f"PK-{below}", below, None, name, target("T")))
                links.append(Link(child=(below, "T"), parent=(name, "T"), kind="support"))
    return Cascade(agreements, links=links)


def short() -> Cascade:
    """Children who promise 9 of 10, and deliver it."""
    made = {TOP: 9, ("KABID-2", "A"): 6, ("KABID-3", "B"): 3}
    return family(target("T", 10), target("A", 6), target("B", 3), realizations=made)


class TestBranches:
    """What is shown."""

    def test_children_stand_below_their_parent(self) -> None:
        """Each after the one it contributes to, one step further in."""
        found = tree(short())
        assert [(branch.depth, branch.link >= 0) for branch in found.branches] == [(0, False), (1, True), (1, True)]

    def test_who_contributes_to_two_is_written_out_once(self) -> None:
        """Under the second it is only named."""
        agreements = [
            pk("PK-1", "KADIS", "II", None, target("T"), target("U")),
            pk("PK-2", "KABID", "III", "KADIS", target("A")),
            pk("PK-3", "KASI", "IV", "KABID", target("B")),
        ]
        links = [
            Link(child=("KABID", "A"), parent=("KADIS", "T"), kind="support"),
            Link(child=("KABID", "A"), parent=("KADIS", "U"), kind="support"),
            Link(child=("KASI", "B"), parent=("KABID", "A"), kind="support"),
        ]
        found = tree(Cascade(agreements, links=links))
        shown = [(found.outline().items[at].label, branch.repeated) for at, branch in enumerate(found.branches)]
        assert shown == [
            ("KADIS/T", False),
            ("KABID/A", False),
            ("KASI/B", False),
            ("KADIS/U", False),
            ("KABID/A", True),
        ]
        assert "sudah ditampilkan" in found.text("id")

    @pytest.mark.parametrize(
        ("fans", "shown", "depth"),
        [([4], 5, 1), ([6, 6], 43, 2), ([7, 7], 57, 2), ([8, 7], 9, 1), ([4, 5, 6, 3], 25, 2)],
    )
    def test_levels_that_nobody_could_read_are_folded(self, fans: list[int], shown: int, depth: int) -> None:
        """Up to sixty indicators are written out; beyond that the lower levels are counted."""
        found = tree(levels(fans))
        assert (len(found.branches), max(branch.depth for branch in found.branches)) == (shown, depth)
        hidden = sum(branch.hidden for branch in found.branches)
        assert len(found.branches) + hidden == len(found._case.graph.nodes)

    def test_depth_and_most_are_what_is_asked_for(self) -> None:
        """Levels by number, or as many as leave so many indicators."""
        assert len(tree(levels([8, 7]), depth=1).branches) == 1
        assert len(tree(levels([8, 7]), depth=3, most=65).branches) == 65
        assert len(tree(levels([8, 7]), most=65).branches) == 65

    def test_a_root_shows_what_stands_below_it(self) -> None:
        """And nothing else."""
        cascade = levels([2, 2])
        graph = report_on(cascade).case.graph
        root = next(at for at, node in enumerate(graph.nodes) if node.position == "P-1")
        assert len(tree(cascade, root=root).branches) == 3

    def test_circles_end(self) -> None:
        """What goes in circles is shown once and its end is named."""
        one = short()
        back = Link(child=TOP, parent=("KABID-2", "A"), kind="support")
        found = tree(Cascade(one.agreements, links=[*one.links, back]))
        assert len(found.branches) == 4
        assert any(branch.repeated for branch in found.branches)

    def test_a_root_shows_no_circle_that_lies_elsewhere(self) -> None:
        """The whole tree shows a circle beside the tops; below one indicator it is not asked for."""
        one, alone = short(), pk("PK-X", "X", "II", None, target("X"))
        back = Link(child=TOP, parent=("KABID-2", "A"), kind="support")
        cascade = Cascade([*one.agreements, alone], links=[*one.links, back])
        graph = report_on(cascade).case.graph
        root = next(at for at, node in enumerate(graph.nodes) if node.position == "X")
        assert [branch.node for branch in tree(cascade, root=root).branches] == [root]
        assert {branch.node for branch in tree(cascade).branches} == set(range(len(graph.nodes)))

    @pytest.mark.parametrize("asked", [{"most": 4}, {"most": 2001}, {"depth": 0}, {"depth": 91}])
    def test_what_cannot_be_shown_is_refused(self, asked: dict[str, int]) -> None:
        """Both sides of each bound."""
        with pytest.raises(InvalidValueError):
            tree(short(), **asked)


class TestMarks:
    """What was found."""

    def test_the_worst_on_an_indicator_is_its_mark(self) -> None:
        """The parent that is not carried has a cross, its children have none."""
        items = tree(short()).outline().items
        assert [item.mark for item in items] == ["✗", "✓", "✓"]
        assert [item.tone for item in items] == [0, 6, 6]

    def test_a_folded_branch_shows_the_worst_below_it(self) -> None:
        """And says on how many something was found."""
        (top,) = tree(short(), depth=1).outline().items
        assert (top.mark, "2 indikator" in top.printed) == ("✗", True)
        agreements = [pk("PK-0", "BUPATI", "BUPATI", None, target("R", 10)), *short().agreements]
        up = Link(child=TOP, parent=("BUPATI", "R"), kind="sum")
        (root,) = tree(Cascade(agreements, links=[*short().links, up]), depth=1).outline().items
        assert (root.mark, "temuan pada 1" in root.printed) == ("✗", True)

    def test_a_wrong_link_marks_its_child(self) -> None:
        """What is wrong between two stands where the line ends."""
        cascade = family(target("T", 10), target("A", 10, unit="rupiah"))
        items = tree(cascade).outline().items
        assert items[1].mark == "✗"

    def test_what_is_set_aside_does_not_count(self) -> None:
        """It stays in the report."""
        aside = [Suppression("Diatur tersendiri", by="Biro", code=code) for code in ("CAS301", "CAS406")]
        items = tree(short(), {"suppressions": aside, "as_of": date(2025, 6, 30)}).outline().items
        assert items[0].mark == "✓"

    def test_missing_numbers_are_not_verified(self) -> None:
        """Neither passed nor failed."""
        made = {TOP: 10, ("KABID-2", "A"): 6}
        items = tree(family(target("T", 10), target("A", 6), target("B", 4), realizations=made)).outline().items
        assert items[0].mark == "?"


def many_tops(count: int) -> CascadeTree:
    """So many indicators that contribute to nothing; the last one by its code is not carried by its children."""
    agreements = [pk(f"PK-{at:03}", f"P-{at:03}", None, None, target("T")) for at in range(count - 1)]
    agreements += [pk("PK-Z", "Z", "II", None, target("T", 10)), pk("PK-ZA", "ZA", "III", "Z", target("T", 9))]
    links = [Link(child=("ZA", "T"), parent=("Z", "T"), kind="sum")]
    return tree(Cascade(agreements, links=links))


class TestLeftOut:
    """What does not fit is counted, never dropped in silence."""

    def test_everything_that_fits_is_shown(self) -> None:
        """Sixty rows are sixty indicators, and nothing is said of more."""
        found = many_tops(60)
        assert (len(found.branches), found.left_out) == (60, None)
        assert len(found.outline().items) == 60
        assert "Baris lain" not in found.text()
        assert "Baris lain" not in found.mermaid()

    @pytest.mark.parametrize(("count", "rows"), [(61, 2), (70, 11)])
    def test_more_tops_than_rows_are_counted(self, count: int, rows: int) -> None:
        """The last of the sixty rows says how many are not there, and that something was found on one of them."""
        found = many_tops(count)
        items = found.outline().items
        assert len(items) == 60
        assert (items[-1].label, items[-1].depth) == (f"Baris lain yang tidak ditampilkan: {rows}", 0)
        assert (items[-1].mark, items[-1].tone) == ("✗", 0)
        assert items[-1].printed == "indikator di sana yang punya temuan: 1"

    def test_an_explicit_depth_says_what_it_leaves_out(self) -> None:
        """In each of the forms and in both languages."""
        found = tree(levels([8, 7]), depth=3)
        assert found.left_out is not None
        assert len(found.branches) + found.left_out.rows == 65
        assert found.text("id").splitlines()[-3].startswith("[✓] Baris lain yang tidak ditampilkan: 6: tanpa temuan")
        assert "[✓] More rows that are not shown: 6: no findings" in found.text("en").splitlines()
        assert "tidak ditampilkan: 6" in found.svg("id")
        assert "not shown: 6" in found.svg("en")
        assert "not shown: 6<br/>no findings" in found.mermaid("en")
        assert "tidak ditampilkan: 6" in found._repr_html_()

    def test_its_sign_in_mermaid_is_no_indicators(self) -> None:
        """The row that counts has a number of its own, and no line leads to it."""
        lines = tree(levels([8, 7]), depth=3).mermaid().splitlines()
        (number,) = (line.split("[")[0].strip() for line in lines if "tidak ditampilkan" in line)
        assert number == "n65"
        assert sum(f"{number} " in line or line.endswith(number) for line in lines) == 0

    def test_the_picture_has_room_for_it(self) -> None:
        """With the most rows that can be asked for there is still one that counts."""
        agreements = [pk(f"PK-{at:04}", f"P-{at:04}", None, None, target("T")) for at in range(2001)]
        found = tree(Cascade(agreements), most=2000)
        assert len(found.outline().items) == 2000
        assert found.left_out is not None
        assert found.left_out.rows == 2


class TestShown:
    """As people see it."""

    def test_text_has_numbers_and_a_legend(self) -> None:
        """In both languages; joints by their arithmetic."""
        text = tree(short()).text("id")
        assert "[✗] KADIS/T" in text
        assert "(jumlah)" in text
        assert "target 10" in text
        assert "galat" in text
        assert "(sum)" in tree(short()).text("en")

    def test_nothing_is_said_in_words(self) -> None:
        """An empty cascade has an empty tree."""
        assert tree(Cascade()).text("en") == "There are no indicators."
        assert "<svg" in tree(Cascade()).svg()

    def test_pictures_are_whole(self) -> None:
        """The SVG is a document, the notebook gets it with its table."""
        found = tree(short())
        assert ET.fromstring(found.svg()).tag.endswith("svg")  # noqa: S314 - our own output
        assert found._repr_svg_() == found.svg(width=720)
        assert "<table" in found._repr_html_()

    def test_mermaid_names_each_indicator_once(self) -> None:
        """And draws each link, support broken."""
        lines = tree(short()).mermaid().splitlines()
        assert sum("KADIS/T" in line for line in lines) == 1
        assert sum("-->" in line for line in lines) == 2
        assert sum("-.->" in line for line in tree(levels([2])).mermaid("en").splitlines()) == 2

    def test_names_from_forms_stay_text(self) -> None:
        """Markup and control signs mean nothing in any of the pictures."""
        top = target("T", 10)
        agreement = pk("PK", "<script>alert(1)</script>", None, None, top)
        found = tree(Cascade([agreement]))
        for shown in (found.svg(), found._repr_html_(), found.mermaid()):
            assert "<script" not in shown


def test_a_part_of_the_year_is_said() -> None:
    """Targets of the year stand beside realizations of a part of it."""
    part = tree(short(), {"through": Period.quarter(2025, 2)})
    assert "Target setahun, realisasi sampai Triwulan II 2025" in part.text("id").split("\n")
    assert "realisasi sampai Triwulan II 2025" in part.svg("id")
    assert "sampai" not in tree(short()).text("id") + tree(short()).svg("id")


def test_a_target_that_is_a_range_is_written_with_both_ends() -> None:
    """Not as if there were none."""
    found = tree(family(target("T", Range(90, 110), polarity="stabilize")))
    assert "target 90 … 110 keluarga" in found.text("id")


def test_what_only_supports_hangs_on_a_broken_line() -> None:
    """Whatever is computed with hangs on a whole one, and so does whoever is on top."""
    links = [{"kind": kind} for kind in ("sum", "support")]
    found = tree(family(target("T", 10), target("A", 6), target("B", 3), links=links))
    assert [(one.label, one.broken) for one in found.outline().items] == [
        ("KADIS/T", False),
        ("KABID-2/A", False),
        ("KABID-3/B", True),
    ]


@pytest.mark.parametrize(
    ("made", "lang", "said"),
    [
        (9, "id", "target 10, realisasi 9 keluarga"),
        (9, "en", "target 10, actual 9 keluarga"),
        (None, "id", "target 10 keluarga, belum ada realisasi"),
        (None, "en", "target 10 keluarga, no actual yet"),
    ],
)
def test_each_number_stands_in_its_place(made: Any, lang: Any, said: str) -> None:
    """What was promised, what was delivered, and in what unit."""
    found = tree(family(target("T", 10), realizations={} if made is None else {TOP: made}))
    assert f"KADIS/T: {said}\n" in found.text(lang)
