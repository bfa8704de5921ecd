"""Tautan dari baris: all links of a government from a column that names each indicator's parent."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any, cast, get_args

from attrs import field, frozen

from sakip.base.control import inert
from sakip.base.finding import Finding, Place, Report
from sakip.base.kind import is_text, listed, of_kind, tuple_of
from sakip.base.likeness import unknown_code
from sakip.base.notation import parse_number
from sakip.base.rebuild import reduce_by_fields
from sakip.base.rule import Rule
from sakip.base.text import Lang, Text, told
from sakip.cascade.inputs.link import KIND_WORDS, Link, LinkKind
from sakip.cascade.inputs.node import Node
from sakip.cascade.names.naming import Names, folded
from sakip.errors import InvalidValueError

__all__ = ["RULES", "LinkReading", "links_from_rows"]

Row = Mapping[str, Any]
Kind = str | Callable[[Row], LinkKind | None]

FIELDS = ("position", "office", "code", "id", "share", "weight", "aspect", "factor")
_MAPPING = cast("type[Row]", Mapping)
_LONGEST = 500
_NUMBERS = ("share", "weight", "factor")

NO_COLUMN = Rule(
    "LNK-COLUMN",
    "error",
    Text(
        "Tidak ada baris yang memuat kolom {column}, sehingga tidak ada yang dibaca darinya",
        "No row has the column {column}, so that nothing is read from it",
    ),
)
NO_NODE = Rule(
    "LNK-NO-NODE",
    "error",
    Text(
        "Baris ini menyebut induk, tetapi jabatan atau kode indikatornya sendiri kosong",
        "The row names a parent, but its own position or code of the indicator is blank",
    ),
)
NO_PARENT = Rule(
    "LNK-NO-PARENT",
    "error",
    Text("Induk {name} tidak ada di tabel ini", "The parent {name} is not in this table"),
)
NEAR_PARENT = Rule(
    "LNK-NO-PARENT",
    "error",
    Text(
        "Induk {name} tidak ada di tabel ini; yang mirip: {near}",
        "The parent {name} is not in this table; similar ones: {near}",
    ),
)
TWO_PARENTS = Rule(
    "LNK-SEVERAL-PARENTS",
    "error",
    Text(
        "Induk {name} dapat berarti {found}; sebutkan jabatannya, misalnya {example}",
        "The parent {name} can mean {found}; name its position, such as {example}",
    ),
)
SELF = Rule(
    "LNK-SELF",
    "error",
    Text("{name} menyebut dirinya sendiri sebagai induk", "{name} names itself as its parent"),
)
KIND = Rule(
    "LNK-KIND",
    "error",
    Text(
        "Jenis tautan {word} tidak dikenal; pilih salah satu: {known}",
        "The kind of link {word} is unknown; choose one of {known}",
    ),
)
REFUSED = Rule("LNK-VALUE", "error", Text("{problem}. {way_out}", "{problem}. {way_out}"))
RULES: tuple[Rule, ...] = (NO_COLUMN, NO_NODE, NO_PARENT, TWO_PARENTS, SELF, KIND, REFUSED)


def _links(value: Iterable[Link]) -> tuple[Link, ...]:
    return tuple_of(Link, value, "LinkReading.links", "Link(child=..., parent=..., kind='sum')")


def _report(value: Report) -> Report:
    return of_kind(Report, value, "LinkReading.report", "Report([])")


@frozen
class LinkReading:
    """Hasil pembacaan tautan: the links of a table, and every row that none could be made of.

    It is a list of links, so it goes into a `Cascade` as it is.

    Attributes:
        links: Tautan, in the order of the rows.
        report: What is wrong, by row and column.
    """

    links: tuple[Link, ...] = field(converter=_links)
    report: Report = field(converter=_report)

    __reduce__ = reduce_by_fields

    def __iter__(self) -> Iterator[Link]:
        return iter(self.links)

    def __len__(self) -> int:
        return len(self.links)

    def text(self, lang: Lang = "id") -> str:
        """Teks: the report of what was found."""
        return self.report.text(lang)

    def _repr_html_(self) -> str:
        return self.report._repr_html_()


def links_from_rows(
    rows: Iterable[Row],
    *,
    columns: Mapping[str, str],
    parent: str,
    kind: Kind | None = None,
) -> LinkReading:
    """Tautan dari baris: each row that names a parent becomes a link; what cannot be one is named and left out.

    A parent is found by its ``id`` where the table has such a column, else by its code, or by position and code
    written ``position/code``. Case, blanks and punctuation do not matter, and a parent that is found twice or never
    is a finding, as is a column that no row has. A dash or dots alone are a blank, and a share may be written in
    percent.

    Args:
        rows: One mapping of columns to cells for each indicator, the same rows as for `sakip.agreements_from_rows`.
        columns: Our fields (``position``, ``code`` and, where there are such columns, ``office``, ``id``, ``share``,
            ``weight``, ``aspect``, ``factor``) to the caller's columns.
        parent: The caller's column that names the parent; several are parted by a semicolon, and so may be what the
            other columns say of each.
        kind: The caller's column with the kind of the link (*sama*, *jumlah*, *rata-rata*, *dukung* and the kinds
            themselves are read), or a function of the row; without one every link is ``support``, since arithmetic is
            never inferred.

    Raises:
        InvalidValueError: Something that is no list of rows, or no position or code among the columns.
        UnknownCodeError: A field that does not exist.

    Examples:
        >>> rows = [
        ...     {"Jabatan": "Kadis", "Kode": "IKU-1", "Induk": "", "Cara": ""},
        ...     {"Jabatan": "Kabid", "Kode": "A-1", "Induk": "IKU-1", "Cara": "jumlah"},
        ... ]
        >>> columns = {"position": "Jabatan", "code": "Kode"}
        >>> reading = links_from_rows(rows, columns=columns, parent="Induk", kind="Cara")
        >>> [(link.text, link.kind) for link in reading]
        [('Kabid/A-1 -> Kadis/IKU-1', 'sum')]
    """
    held = _held(columns)
    given = [
        of_kind(_MAPPING, row, f"links_from_rows.rows[{at}]", "{'Jabatan': 'Kadis'}")
        for at, row in enumerate(listed(rows, "links_from_rows.rows", "{'Jabatan': 'Kadis', 'Kode': 'IKU-1'}"))
    ]
    own = [_own(row, held) for row in given]
    table = _Table(held, parent, kind, own, _names(given, own, held))
    links: list[Link] = []
    findings = [NO_COLUMN.at("columns", column=column) for column in _absent(given, (*held.values(), parent, kind))]
    for at, row in enumerate(given):
        for found in _read(table, at, row):
            if isinstance(found, Link):
                links.append(found)
            else:
                findings.append(found)
    return LinkReading(links, Report(findings))


@frozen
class _Table:
    held: Mapping[str, str]
    parent: str
    kind: Kind | None
    nodes: list[Node | None]
    names: Names

    def place(self, at: int, column: str | None) -> Place:
        node = self.nodes[at]
        return Place(at + 1, column, None if node is None else node.text)


def _held(columns: Mapping[str, str]) -> Mapping[str, str]:
    for name in columns:
        if name not in FIELDS:
            raise unknown_code(
                name,
                FIELDS,
                code="unknown-field",
                path="links_from_rows.columns",
                problem=("tautan tidak punya ruas ini", "a link has no such field"),
            )
    for needed in ("position", "code"):
        if needed not in columns:
            raise InvalidValueError(
                code="column-missing",
                path="links_from_rows.columns",
                value=needed,
                problem=(f"kolom untuk {needed} tidak disebutkan", f"no column is named for {needed}"),
                way_out=(f"Tulis misalnya {{'{needed}': 'Kolom'}}", f"Write for example {{'{needed}': 'Column'}}"),
            )
    return columns


def _absent(rows: Iterable[Row], columns: Iterable[object]) -> list[str]:
    """The columns that are asked for and stand in no row: a slip of the hand, not a table that says nothing."""
    there = {str(column) for row in rows for column in row}
    asked = dict.fromkeys(column for column in columns if isinstance(column, str))
    return [column for column in asked if column not in there] if there else []


def _plain(cell: object) -> str:
    """A cell as one line; blanks, None and NaN are nothing."""
    if cell is None or (isinstance(cell, float) and cell != cell):  # noqa: PLR0124 - only NaN is unlike itself
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return inert(" ".join(str(cell)[:_LONGEST].split()))


def _cell(row: Row, held: Mapping[str, str], name: str) -> str:
    return _plain(row.get(held[name])) if name in held else ""


def _own(row: Row, held: Mapping[str, str]) -> Node | None:
    position, code, office = (_cell(row, held, name) for name in ("position", "code", "office"))
    if not position or not code:
        return None
    return Node(f"{office}/{position}" if office else position, code)


def _names(rows: list[Row], nodes: list[Node | None], held: Mapping[str, str]) -> Names:
    """What a cell that names a parent can mean: the numbers of rows; of rows of one indicator the first."""
    names = Names()
    first: dict[Node, int] = {}
    for at, (row, node) in enumerate(zip(rows, nodes, strict=True)):
        if node is None:
            continue
        number = first.setdefault(node, at)
        names.add_within(node.position, node.indicator, number)
        if "id" in held:
            names.add(_cell(row, held, "id"), number)
        else:
            names.add(node.indicator, number)
    return names


def _read(table: _Table, at: int, row: Row) -> Iterator[Link | Finding]:
    named = _parted(row.get(table.parent))
    named = named if any(map(_is_said, named)) else []
    node = table.nodes[at]
    if node is None:
        if named:
            yield NO_NODE.at(f"rows[{at}]").placed(table.place(at, None))
        return
    for number, name in enumerate(named):
        above = _parent(table, at, name)
        if isinstance(above, Finding):
            yield above
        elif above == node:
            yield SELF.at(node.text, name=node.text).placed(table.place(at, table.parent))
        else:
            yield _link(table, (at, number, len(named)), row, (node, above))


def _parted(cell: object) -> list[str]:
    return [name for part in _plain(cell).split(";") if (name := part.strip())]


def _is_said(text: str) -> bool:
    """Whether a cell says anything; a dash or dots alone are how people leave it blank."""
    return any(sign.isalnum() for sign in text)


def _parent(table: _Table, at: int, name: str) -> Node | Finding:
    found = [table.nodes[number] for number in table.names.find(name)]
    known = [node for node in found if node is not None]
    if len(known) == 1:
        return known[0]
    place = table.place(at, table.parent)
    if known:
        shown = ", ".join(node.text for node in known[:5])
        return TWO_PARENTS.at(f"rows[{at}]", name=name, found=shown, example=known[0].text).placed(place)
    near = table.names.near(name)
    if near:
        return NEAR_PARENT.at(f"rows[{at}]", name=name, near=", ".join(near)).placed(place)
    return NO_PARENT.at(f"rows[{at}]", name=name).placed(place)


def _link(table: _Table, asked: tuple[int, int, int], row: Row, ends: tuple[Node, Node]) -> Link | Finding:
    """The link to one of the parents that a row names; cells with as many parts as parents are read part by part."""
    at, number, count = asked
    child, above = ends
    kind = _kind(table.kind, row, number, count)
    if kind is None:
        column = table.kind if isinstance(table.kind, str) else None
        word = "?" if column is None else _part(row.get(column), number, count)
        return KIND.at(child.text, word=word, known=", ".join(get_args(LinkKind))).placed(table.place(at, column))
    try:
        values: dict[str, Any] = {
            name: value
            for name in (*_NUMBERS, "aspect")
            if name in table.held and (value := _value(name, row.get(table.held[name]), number, count)) is not None
        }
        return Link(child=child, parent=above, kind=kind, **values)
    except InvalidValueError as error:
        fault = error
    finding = REFUSED.at(child.text, **told(fault))
    return finding.placed(table.place(at, table.held.get(fault.path.rpartition(".")[2])))


def _part(cell: object, number: int, count: int) -> str:
    """What a cell says of one of several parents: its part, or the whole where it is not parted."""
    parts = _parted(cell)
    return parts[number] if len(parts) == count else _plain(cell)


def _value(name: str, cell: object, number: int, count: int) -> object:
    if name in _NUMBERS and isinstance(cell, int | Decimal) and not isinstance(cell, bool):
        return cell
    text = _part(cell, number, count)
    if not _is_said(text):
        return None
    if name not in _NUMBERS:
        return text
    try:
        value = parse_number(text, path=f"Link.{name}")
    except InvalidValueError as error:
        if error.code == "empty-number":
            return None  # such as n/a
        raise
    return _of_hundred(value) if name == "share" and text.endswith("%") else value


def _of_hundred(percent: Decimal) -> Decimal:
    """A share that is written in percent: the same digits, the comma two places further left."""
    sign, digits, exponent = percent.as_tuple()
    assert isinstance(exponent, int)
    return Decimal((sign, digits, exponent - 2))


def _kind(kind: Kind | None, row: Row, number: int, count: int) -> LinkKind | None:
    if kind is None:
        return "support"
    word = _part(row.get(kind), number, count) if isinstance(kind, str) else kind(row)
    if not is_text(word):
        return None
    if not _is_said(word):
        return "support"
    key = folded(word)
    kinds: tuple[LinkKind, ...] = get_args(LinkKind)
    words: dict[str, LinkKind] = {**dict(KIND_WORDS), **{str(one): one for one in kinds}}
    return words.get(key)
