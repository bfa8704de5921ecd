"""What the library cites: every reference that a public value carries, and every `Reference:` line of a docstring."""

import ast
import importlib
import inspect
import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from typing import get_args, get_type_hints

import attrs
from attrs import frozen

from sakip import Reference
from sakip.base.reference import Certainty
from sakip.cascade import CATALOGUE
from tests.house.regulations import REGULATIONS, Regulation
from tests.house.source import Module, modules, place, public_names

CERTAINTIES: tuple[Certainty, ...] = get_args(Certainty)
SURE: dict[str, Certainty] = {one: one for one in CERTAINTIES}
# One citation of a docstring: the source and the place in it, how sure we are, and what is said of it there.
CITATION = re.compile(r"(?P<cited>.+?) \((?P<certainty>read|secondary|memory|derived)\)(?P<remark>(?:[,:] .+)?)")
LINE = re.compile(r"^Reference: (.*?)(?=\n\n|\Z)", re.MULTILINE | re.DOTALL)
NAMED = re.compile(r"\b(?:UU|PP|Per\w+|[PK]MK|SE \w+) \d+\S*/\d{4}|\((?:read|secondary|memory|derived)\b")
PLACES = re.compile(r"(?:article \d|lampiran|hlm\. |bab |kriteria )")
WAY_OUT = "write `title, place (certainty), remark; ...`, as in `PP 30/2019, article 41 (read), on predicates`"
HISTORY = {"origin"}
LAW_EXPECTED = ("sakip.policies", "sakip.lifecycle", "sakip.skp")


@frozen
class Owner:
    """Who stands on a source: how it is called, the anchor of its description, and which part of it is meant."""

    name: str
    anchor: str
    part: str = ""


@frozen
class Citation:
    """One source, the place in it, how sure we are of it, who stands on it, and a remark."""

    source: Regulation
    place: str
    certainty: Certainty
    owner: Owner
    remark: str = ""


@frozen
class Faulty:
    """A citation that cannot be read: where it stands, and what is wrong with it."""

    where: str
    problem: str


def split(cited: str) -> tuple[Regulation | None, str]:
    """The registered source that a citation begins with, and the place in it."""
    for one in sorted(REGULATIONS, key=lambda one: len(one.title), reverse=True):
        rest = cited.removeprefix(one.title)
        if rest != cited and rest[:2] in {"", ", ", ": "}:
            return one, rest[2:]
    return None, ""


def unknown(cited: str) -> str:
    """What to do about a title that is not registered."""
    near = get_close_matches(cited, [one.title for one in REGULATIONS], n=1)
    meant = f", perhaps {near[0]!r} is meant" if near else ""
    return f"{cited!r} is no title of tests/house/regulations.py{meant}"


def read_line(line: str, owner: Owner) -> tuple[list[Citation], list[str]]:
    """The citations of one `Reference:` line, and what is wrong with it."""
    found: list[Citation] = []
    problems: list[str] = []
    for part in " ".join(line.split()).removesuffix(".").split("; "):
        match = CITATION.fullmatch(part)
        if match is None:
            if not found or NAMED.search(part):
                problems.append(f"{part!r}: {WAY_OUT}")
            continue
        source, where = split(match["cited"])
        if source is None:
            problems.append(unknown(match["cited"]))
        elif where and not PLACES.match(where):
            problems.append(f"{where!r} is no place: begin with article, lampiran, hlm., bab or kriteria")
        else:
            found.append(Citation(source, where, SURE[match["certainty"]], owner, match["remark"][2:]))
    return found, problems


def at(reference: Reference, owner: Owner) -> Citation | str:
    """The citation of a reference that a value carries, or what is wrong with it."""
    article = reference.article or ""
    words = f"article {article}" if article[:1].isdigit() else article
    source, rest = split(reference.title)
    if source is None:
        return unknown(reference.title)
    return Citation(source, ", ".join(filter(None, [rest, words])), reference.certainty, owner)


def part_of(path: tuple[object, ...]) -> str:
    """Which part of a value carries a reference: the nearest one with a code of its own, or the name of the field."""
    codes = (getattr(one, "code", None) or getattr(one, "id", None) for one in reversed(path))
    names = (one for one in reversed(path) if isinstance(one, str))
    return next((code for code in codes if isinstance(code, str)), next(names, ""))


def carried(value: object, path: tuple[object, ...], stop: frozenset[int]) -> Iterator[tuple[int, str, Reference]]:
    """Every reference inside a value, with its holder and part; what is public itself is met under its own name."""
    inner: Iterator[tuple[object, tuple[object, ...]]] = iter(())
    if isinstance(value, Reference):
        yield id(path[-2] if path else value), part_of(path[1:-1]), value
    elif isinstance(value, tuple | frozenset):
        inner = ((one, path) for one in value)
    elif isinstance(value, Mapping):
        inner = ((one, path) for one in value.values())
    elif attrs.has(kind := type(value)):
        names = [field.name for field in attrs.fields(kind) if field.name not in HISTORY]
        inner = ((getattr(value, name), (*path, value, name)) for name in names if not name.startswith("_"))
    for one, inside in inner:
        if id(one) not in stop:
            yield from carried(one, inside, stop)


def of_values() -> Iterator[tuple[Owner, Reference]]:
    """The references that public values carry; those of `SKP_BASES` belong to the names beside them."""
    values = [(path, value) for path, value in public_names() if not isinstance(value, type)]
    stop = frozenset(id(value) for _, value in values if attrs.has(type(value)))
    held: list[tuple[Owner, list[tuple[int, str, Reference]]]] = []
    for path, value in values:
        home, _, name = path.rpartition(".")
        if name == "SKP_BASES":
            assert isinstance(value, tuple)
            yield from ((Owner(other, f"{home}.{other}"), reference) for other, reference in value)
        elif name != "CATALOGUE":
            held.append((Owner(name, path), list(carried(value, (), stop))))
    met: set[int] = set()
    # What several values hold belongs to the smallest of them: the deadlines of the nation, and no region's again.
    for owner, found in sorted(held, key=lambda one: len(one[1])):
        yield from ((attrs.evolve(owner, part=part), one) for holder, part, one in found if holder not in met)
        met |= {holder for holder, _, _ in found}


def of_checks() -> Iterator[tuple[Owner, Reference]]:
    """The references of the checks of the cascade, and those of the notes beside them, which stand in their module."""
    for check in sorted(CATALOGUE, key=lambda check: check.code):
        yield from ((Owner(check.code, ""), reference) for reference in check.basis)
    for module in modules():
        inside = vars(importlib.import_module(module.name))
        held = [one for value in inside.values() if isinstance(value, tuple) for one in value]
        for note in inside.get("NOTES", ()):
            yield from ((Owner(note.code, ""), one) for one in held if isinstance(one, Reference))


def documented(module: Module) -> Iterator[tuple[str, int, str]]:
    """The functions, classes and methods of a module by their dotted names, with the line and the docstring of each."""
    for node in module.tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name, node.lineno, ast.get_docstring(node) or ""
            for inner in node.body if isinstance(node, ast.ClassDef) else ():
                if isinstance(inner, ast.FunctionDef):
                    yield f"{node.name}.{inner.name}", inner.lineno, ast.get_docstring(inner) or ""


def of_constants(met: list[Reference]) -> Iterator[tuple[Owner, Reference]]:
    """The references that stand in a module and in no public value: those who use them stand on them."""
    reached = {id(one) for one in met}
    homes = public_homes()
    for module in modules():
        package = module.name.rpartition(".")[0]
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, Reference) and id(value) not in reached:
                for other in modules():
                    for node in other.tree.body:
                        path = homes.get((other.name, getattr(node, "name", "")))
                        used = {inner.id for inner in ast.walk(node) if isinstance(inner, ast.Name)}
                        if path and name in used and other.name.startswith(f"{package}."):
                            yield Owner(path.rpartition(".")[2], path), value


def public_homes() -> dict[tuple[str, str], str]:
    """The public name of what a module defines under a name of its own."""
    return {(getattr(value, "__module__", ""), path.rpartition(".")[2]): path for path, value in public_names()}


def of_docstrings() -> tuple[list[Citation], list[Faulty]]:
    """The citations of docstrings, and the lines that cannot be read or that no reader of the reference would find."""
    home = public_homes()
    found: list[Citation] = []
    faults: list[Faulty] = []
    for module in modules():
        for name, number, text in documented(module):
            first, _, rest = name.partition(".")
            path = home.get((module.name, first))
            for line in LINE.findall(text):
                here = place(module, number)
                if path is None or rest.startswith("_"):
                    faults.append(Faulty(here, f"{name} is not public, so that its reference is shown nowhere"))
                    continue
                owner = Owner(name, f"{path}.{rest}" if rest else path)
                citations, problems = read_line(line, owner)
                found += citations
                faults += (Faulty(here, problem) for problem in problems)
    return found, faults


def plain(place: str) -> str:
    """The normal form of a place: no capitals, no spaces, and a criterion without the annex that it stands in."""
    bare = "".join(place.casefold().split())
    return re.sub(r"^lampiran,(?=kriteria)", "", bare)


def misspelled(citations: Iterable[Citation]) -> Iterator[Faulty]:
    """Places of one source that are one place in two spellings."""
    spelled: dict[tuple[str, str], str] = {}
    for one in citations:
        first = spelled.setdefault((one.source.title, plain(one.place)), one.place)
        if first != one.place:
            yield Faulty(one.owner.name, f"{one.source.title}: {one.place!r} is elsewhere spelled {first!r}")


@cache
def citations() -> tuple[tuple[Citation, ...], tuple[Faulty, ...]]:
    """Everything that the library cites, each once, and every fault of a citation."""
    found, faults = of_docstrings()
    held = [*of_values(), *of_checks()]
    for owner, reference in [*held, *of_constants([reference for _, reference in held])]:
        one = at(reference, owner)
        if isinstance(one, str):
            faults.append(Faulty(owner.name, one))
        else:
            found.append(one)
    said = {attrs.evolve(one, remark="") for one in found if one.remark}
    once = [one for one in dict.fromkeys(found) if one.remark or one not in said]
    return tuple(once), (*faults, *dict.fromkeys(misspelled(once)))


def kinds_of(value: object) -> dict[str, list[object]]:
    """The types of the fields of a class, or of the arguments of a function, and of what they hold."""
    hints = get_type_hints(value) if callable(value) else {}
    return {name: [hint, *get_args(hint)] for name, hint in hints.items() if name != "return" and name[0] != "_"}


def lent(value: object, *, deeper: bool = False) -> list[str]:
    """The fields or arguments that bring a source of their own, such as a rule; or whose own fields do, if asked."""

    def brings(kind: object) -> bool:
        return hasattr(kind, "reference") or (
            deeper and isinstance(kind, type) and attrs.has(kind) and bool(lent(kind))
        )

    return [name for name, some in kinds_of(value).items() if name == "reference" or any(map(brings, some))]


def named_nowhere() -> Iterator[Owner]:
    """The rules and functions of the rooms where the law is expected, and that name no source and are given none."""
    cited = {one.owner.anchor for one in citations()[0]}
    for path, value in public_names():
        home, _, name = path.rpartition(".")
        alone = inspect.isfunction(value) and not lent(value)
        if home in LAW_EXPECTED and path not in cited and (alone or getattr(value, "reference", value) is None):
            yield Owner(name, path)
