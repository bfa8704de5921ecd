"""Offices by indicators, readable where a government has 45 of them."""

from datetime import date

import pytest

from sakip import BPK_OPINIONS, Level, Range, Target
from sakip.lifecycle import Exemption, apply_mandatory, check_mandatory
from sakip.lifecycle.mandatory.tabulation import names_of, row
from tests.lifecycle.mandatory.making import DAY, agreement, asked, asking, indicator, target

HOSTILE = "<script>alert('x')</script>"
EXEMPT = Exemption("Dinas 03", "Baru dibentuk", indicators=["RB"], until=date(2022, 6, 30))
SET = asking(
    asked(),
    asked("RB", 70),
    asked("SERAPAN", 95, levels=["II"]),
    exemptions=[EXEMPT, Exemption("Dinas 05", "Dilebur")],
)
OFFICES = [
    agreement(target(), target("RB", 70), target("SERAPAN", 95), office="Dinas 01"),
    agreement(target(value=80), target("RB", 70, unit="poin"), office="Dinas 02", echelon=None),
    agreement(target(), office="Dinas 03", echelon="III.a"),
    agreement(office="Dinas 05"),
]


class TestMatrix:
    FOUND = check_mandatory(OFFICES, SET, on=DAY)

    def test_cells(self) -> None:
        """Short words, empty where nothing is asked; below, how many of those that are asked met it."""
        assert self.FOUND.table("id").rows == (
            ("Dinas 01", "ada", "ada", "ada"),
            ("Dinas 02", "LEMAH", "BEDA", "?"),
            ("Dinas 03", "ada", "bebas", ""),
            ("Dinas 05", "bebas", "bebas", "bebas"),
            ("Terpenuhi", "2/3", "1/2", "1/1"),
        )

    def test_columns_are_numbered(self) -> None:
        """So that there is room for them; the notes name them with what is wanted."""
        table = self.FOUND.table("id")
        assert [one.head for one in table.columns] == ["Kantor", "1", "2", "3"]
        assert table.notes[:3] == (
            "1  MCP Capaian MCP: sekurang-kurangnya 85 %",
            "2  RB Capaian RB: sekurang-kurangnya 70 %",
            "3  SERAPAN Capaian SERAPAN: sekurang-kurangnya 95 %",
        )

    def test_notes_say_the_rest(self) -> None:
        """The words that are used, the exemptions with their reasons, how much was found, and the source."""
        assert self.FOUND.table("en").notes[3:] == (
            (
                "yes: promised as asked; WEAK: a weaker target; OTHER: another target, unit, direction or "
                "consolidation; free: exempt; ?: not known, see the findings; empty: not asked"
            ),
            "Exempt: Dinas 03, RB: Baru dibentuk (until 30 June 2022)",
            "Exempt: Dinas 05, all: Dilebur",
            "Findings: errors 2, warnings 1, notes 4",
            "Pergub Contoh 1/2022 (read in its text)",
        )

    def test_several_targets_of_one_code(self) -> None:
        """A column that asks differently of different levels says both."""
        given = asking(asked(levels=["II"]), asked(target=60, levels=["III"]))
        notes = check_mandatory(OFFICES, given, on=DAY).table("id").notes
        assert notes[0] == "1  MCP Capaian MCP: sekurang-kurangnya 85 % / sekurang-kurangnya 60 %"

    def test_45_offices_fit_a_terminal(self) -> None:
        """One line an office, none wider than 80 signs."""
        given = asking(*(asked(code) for code in ("RB", "TL-BPK", "INOVASI", "KIP", "MCP", "SERAPAN")))
        names = [f"Dinas Pekerjaan Umum dan {at:02d}" for at in range(1, 46)]
        text = check_mandatory([agreement(target(), office=name) for name in names], given, on=DAY).text("id")
        lines = text.splitlines()
        assert max(map(len, lines)) <= 80
        assert sum(line.startswith("Dinas") and "TIDAK" in line for line in lines) == 45

    def test_nothing_to_show(self) -> None:
        """Without agreements the table has its last row alone."""
        found = check_mandatory([], SET, on=DAY)
        assert found.table("id").rows == (("Terpenuhi", "–", "–", "–"),)
        assert check_mandatory([], asking(), on=DAY).text("id")

    def test_in_a_notebook(self) -> None:
        """The same table as HTML."""
        assert self.FOUND._repr_html_() == self.FOUND.table().html()
        assert "Mandatory indicators on 8 April 2022" in self.FOUND.text("en")


@pytest.mark.parametrize("lang", ["id", "en"])
def test_hostile_names_are_inert(lang: str) -> None:
    """What users typed never becomes markup."""
    given = asking(asked(of=indicator("MCP", HOSTILE)), exemptions=[Exemption(HOSTILE, HOSTILE)], id=HOSTILE)
    hostile = agreement(target(name=HOSTILE, value=1), office="A<b>", position=HOSTILE)
    exempt = agreement(office=HOSTILE, code="<i>")
    for shown in (
        check_mandatory([hostile, exempt], given, on=DAY).table(lang),  # type: ignore[arg-type]
        check_mandatory([hostile, exempt], given, on=DAY).report.table(lang),  # type: ignore[arg-type]
        apply_mandatory([hostile, exempt], given).table(lang),  # type: ignore[arg-type]
    ):
        html = shown.html()
        assert "<script" not in html
        assert "<b>" not in html
        assert "&lt;script" in html


class TestNames:
    def test_offices(self) -> None:
        """An office by its name, as long as that tells it apart."""
        two = [agreement(), agreement(position="Sekretaris"), agreement(office="Dinas Sosial")]
        assert names_of(two) == ["Dinas Kesehatan (Kepala)", "Dinas Kesehatan (Sekretaris)", "Dinas Sosial"]

    def test_two_agreements_of_one_post(self) -> None:
        """Then the code tells."""
        assert names_of([agreement(code="A"), agreement(code="B")]) == ["Dinas Kesehatan (A)", "Dinas Kesehatan (B)"]

    def test_people_are_never_named(self) -> None:
        """Positions promise; who holds them is nobody's business here."""
        given = agreement(OFFICES[0].targets[0])
        assert "official" not in " ".join(row(check_mandatory([given], SET, on=DAY).standings[0], "id"))


class TestRow:
    @pytest.mark.parametrize(
        ("wanted", "promised", "expected"),
        [
            (Range(80, 90), Range("80.5", 85), ("80–90", "80,5–85")),
            (date(2022, 11, 30), date(2022, 6, 30), (date(2022, 11, 30), date(2022, 6, 30))),
            (Level("WTP"), Level("WDP"), ("WTP", "WDP")),
        ],
        ids=str,
    )
    def test_values_that_are_no_numbers(self, wanted: object, promised: object, expected: tuple[object, ...]) -> None:
        """Days stay days, ranges and levels are text."""
        of = indicator(unit=None, scale=BPK_OPINIONS)
        given = agreement(Target(of, promised))  # type: ignore[arg-type]
        checked = check_mandatory([given], asking(asked(of=of, target=wanted)), on=DAY)
        (standing,) = checked
        found = row(standing, "id")
        assert (found["wanted"], found["promised"]) == expected
        assert checked.rows("id", numbers="text")[0]["wanted"] == str(expected[0])

    def test_what_is_not_promised(self) -> None:
        """Missing is None, never zero."""
        (standing,) = check_mandatory([agreement(echelon=None)], asking(asked()), on=DAY)
        found = row(standing, "id")
        assert [found[name] for name in ("promised", "promised_as", "weight", "echelon", "objective")] == [None] * 5
