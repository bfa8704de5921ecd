"""Gambar: marks of an SVG picture that stands alone, in light and dark, on screen and on paper."""

from collections.abc import Iterable
from fractions import Fraction

from sakip.base.canonical import digest
from sakip.base.display.cell import escaped
from sakip.base.display.chart.measure import FONT, LINE, SIZE, fitted, plain
from sakip.base.display.chart.tone import BAR, DARK_BAR, DARK_LINES, DARK_TONES, DARK_WORDS, LINES, TONES, WORDS
from sakip.base.number import admit_whole, rounded

__all__ = [
    "WIDTH",
    "coloured",
    "heading",
    "lettered",
    "picture",
    "picture_width",
    "spoken",
    "tag",
    "toned",
    "words",
]

WIDTH: int = 400
_NARROWEST, _WIDEST = 320, 2000
_TITLE = 16

# Written for itself a picture brings its own paper; within a page it stands on the page's and takes its ink.
_STYLE = (
    "svg:root{background:#fff;color:#1f2328}"
    "@media (prefers-color-scheme:dark){svg:root{background:#16191e;color:#e6e8eb}%s}"
)


def tag(name: str, *content: str, **attributes: str | int | Fraction) -> str:
    """Unsur SVG: one element; positions are written with at most one decimal, texts escaped.

    Args:
        name: Name of the element.
        content: Elements and texts inside, already written.
        attributes: ``font_size`` becomes ``font-size``, ``class_`` becomes ``class``.

    Examples:
        >>> tag("rect", x=Fraction(1, 3), width=20, class_="bar")
        '<rect x="0.3" width="20" class="bar"/>'
        >>> tag("title", "R &amp; T")
        '<title>R &amp; T</title>'
    """
    written = "".join(f' {key.rstrip("_").replace("_", "-")}="{_value(value)}"' for key, value in attributes.items())
    inside = "".join(content)
    return f"<{name}{written}>{inside}</{name}>" if inside else f"<{name}{written}/>"


def _value(value: str | int | Fraction) -> str:
    return escaped(plain(value)) if isinstance(value, str) else spoken(value)


def spoken(value: int | Fraction) -> str:
    """Letak tertulis: a position with at most one decimal.

    Examples:
        >>> spoken(12), spoken(Fraction(-25, 2)), spoken(Fraction(1, 100))
        ('12', '-12.5', '0')
    """
    tenths = rounded(value.numerator, value.denominator, 1, "half_up")
    whole, rest = divmod(abs(tenths), 10)
    return f"{'-' if tenths < 0 else ''}{whole}{f'.{rest}' if rest else ''}"


def words(
    lines: Iterable[str],
    x: int | Fraction,
    y: int | Fraction,
    **attributes: str | int | Fraction,
) -> str:
    """Tulisan: lines of plain text below each other, the first on ``y``.

    Examples:
        >>> words(["Dinas", "R & T"], 0, 12)
        '<text x="0" y="12">Dinas<tspan x="0" dy="17">R &amp; T</tspan></text>'
    """
    first, *rest = [escaped(line) for line in lines] or [""]
    below = (tag("tspan", line, x=x, dy=LINE) for line in rest)
    return tag("text", first, *below, x=x, y=y, **attributes) if first or rest else ""


def picture_width(width: int | None, path: str) -> int:
    """Lebar gambar: the width that was asked for, 320 to 2,000, or 400, at which a phone still shows every letter.

    Raises:
        InvalidValueError: Any other width.

    Examples:
        >>> picture_width(None, "Bars.svg.width")
        400
    """
    return WIDTH if width is None else admit_whole(width, path, low=_NARROWEST, high=_WIDEST)


def picture(title: str, description: str, body: str, width: int, height: int | Fraction) -> str:
    """Gambar utuh: the SVG document around the marks, its names derived from what it shows.

    Args:
        title: What the picture is of.
        description: What it shows, in a sentence, for those who do not see it.
        body: The marks.
        width: Width; one unit is one pixel.
        height: Height.
    """
    name = f"c{digest([title, description, body, width])[:12]}"
    size = f"0 0 {width} {spoken(height)}"
    return tag(
        "svg",
        tag("title", escaped(plain(title)), id=f"{name}t"),
        tag("desc", escaped(plain(description)), id=f"{name}d"),
        f"<style>{_STYLE % _dark(name, body)}</style>",
        body,
        xmlns="http://www.w3.org/2000/svg",
        id=name,
        role="img",
        aria_labelledby=f"{name}t {name}d",
        viewBox=size,
        width=width,
        height=height,
        style="max-width:100%;height:auto",
        font_family=FONT,
        font_size=SIZE,
        fill="currentColor",
    )


def _dark(name: str, body: str) -> str:
    """What the colours that a picture uses become on dark paper."""
    colours = [
        ("bar", "fill", DARK_BAR),
        *((f"t{place}", "fill", colour) for place, colour in enumerate(DARK_TONES)),
        *((f"n{place}", "fill", colour) for place, colour in enumerate(DARK_WORDS)),
        *((f"s{place}", "color", colour) for place, colour in enumerate(DARK_LINES)),
    ]
    return "".join(
        f"#{name} .{class_}{{{what}:{colour}}}" for class_, what, colour in colours if f'class="{class_}"' in body
    )


def toned(tone: int | None) -> dict[str, str]:
    """Isi batang: the attributes of a mark of this tone.

    Examples:
        >>> toned(0)
        {'class_': 't0', 'fill': '#b5451c'}
    """
    return {"class_": "bar", "fill": BAR} if tone is None else {"class_": f"t{tone}", "fill": TONES[tone]}


def lettered(tone: int | None) -> dict[str, str]:
    """Warna huruf: the attributes of letters on a mark of this tone; none where the mark has no tone.

    Examples:
        >>> lettered(0), lettered(None)
        ({'class_': 'n0', 'fill': '#ffffff'}, {})
    """
    return {} if tone is None else {"class_": f"n{tone}", "fill": WORDS[tone]}


def coloured(place: int) -> dict[str, str]:
    """Warna garis: the attributes of the marks of one series among several.

    Examples:
        >>> coloured(0)
        {'class_': 's0', 'color': '#0072b2'}
    """
    return {"class_": f"s{place}", "color": LINES[place]}


def heading(title: str, width: int) -> tuple[str, int]:
    """Judul gambar: the title in bold above the marks, in up to three lines, and how much height it takes.

    Examples:
        >>> heading("", 400)
        ('', 0)
    """
    lines = fitted(plain(title), width, lines=3, size=_TITLE, bold=True) if title else ()
    if not lines:
        return "", 0
    return words(lines, 0, _TITLE, font_size=_TITLE, font_weight="bold"), LINE * len(lines) + 9
