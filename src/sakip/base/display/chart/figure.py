"""Gambar di halaman: a picture for narrow and for wide screens, with its table as the text behind it."""

from sakip.base.canonical import digest
from sakip.base.display.cell import escaped
from sakip.base.display.table import Table
from sakip.base.text import Lang, Text

__all__ = ["NOTHING", "WIDE", "figure"]

WIDE: int = 720
NOTHING = Text("Tidak ada data.", "There is no data.")
_DATA = Text("Tabel data", "Table of the data")


def figure(narrow: str, wide: str, table: Table, lang: Lang, *, scrolls: bool = False) -> str:
    """Gambar berteks: both pictures, of which a page shows the one that it has room for, and the table to unfold.

    Args:
        narrow: The picture for phones.
        wide: The picture for desks and for paper.
        table: What the picture shows, in words.
        lang: Language of the words around it.
        scrolls: Whether the pictures keep their width and scroll sideways where there is no room.
    """
    name = f"f{digest([narrow, wide])[:12]}"
    keep = f"#{name} svg{{max-width:none!important}}" if scrolls else ""
    style = (
        f"#{name} .wide{{display:none}}"
        f"@media (min-width:900px),print{{#{name} .wide{{display:block}}#{name} .narrow{{display:none}}}}{keep}"
    )
    shown = "".join(
        f'<div class="{kind}" style="overflow-x:auto">{svg}</div>' for kind, svg in (("narrow", narrow), ("wide", wide))
    )
    summary = escaped(_DATA.render(lang))
    return (
        f'<figure id="{name}" style="margin:0 0 1em"><style>{style}</style>{shown}'
        f"<details><summary>{summary}</summary>{table.html()}</details></figure>"
    )
