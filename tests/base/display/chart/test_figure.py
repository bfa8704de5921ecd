"""A picture on a page."""

from sakip.base.display import Column, Table
from sakip.base.display.chart.figure import figure


def test_both_pictures_and_the_table_stand_in_it() -> None:
    """A page shows one of the pictures; the table unfolds, in the language that was asked."""
    html = figure("<svg>n</svg>", "<svg>w</svg>", Table("", [Column("Kode")], [("<b>",)]), "en")
    assert html.index("<svg>n</svg>") < html.index("<svg>w</svg>") < html.index("<details><summary>Table of the data")
    assert "&lt;b&gt;" in html
    assert "Tabel data" in figure("", "", Table("", [Column("Kode")], []), "id")


def test_whole() -> None:
    """Below 900 pixels the narrow picture is shown, above and on paper the wide one; each scrolls in its own place."""
    table = Table("", [Column("Kode")], [])
    html = figure("<svg>n</svg>", "<svg>w</svg>", table, "id", scrolls=True)
    name = html.partition('id="')[2].partition('"')[0]
    assert html == (
        f'<figure id="{name}" style="margin:0 0 1em"><style>#{name} .wide{{display:none}}'
        f"@media (min-width:900px),print{{#{name} .wide{{display:block}}#{name} .narrow{{display:none}}}}"
        f"#{name} svg{{max-width:none!important}}</style>"
        '<div class="narrow" style="overflow-x:auto"><svg>n</svg></div>'
        '<div class="wide" style="overflow-x:auto"><svg>w</svg></div>'
        f"<details><summary>Tabel data</summary>{table.html()}</details></figure>"
    )
    assert (name[0], len(name)) == ("f", 13)


def test_two_figures_have_two_names() -> None:
    """The rules that choose between the pictures reach no other figure."""
    table = Table("", [Column("Kode")], [])
    one, other = (figure(svg, "", table, "id") for svg in ("a", "b"))
    assert one[:20] != other[:20]
    assert "max-width:none" not in one
    assert "max-width:none" in figure("a", "", table, "id", scrolls=True)
