"""The page from the regulation to the code, written from what is cited: `python -m tests.house.regulation_pages`."""

import importlib
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from sakip import Reference
from sakip.base.reference import Certainty
from tests.house.check_pages import page_of
from tests.house.references import CERTAINTIES, Citation, Owner, citations, lent, named_nowhere
from tests.house.regulations import HEADS, REGULATIONS, Regulation
from tests.house.source import ROOT, public_names
from tests.house.test_codes import GROUPS

PAGE = ROOT / "docs" / "reference" / "regulations.md"
CODES = ROOT / "docs" / "reference" / "codes.md"
# Findings about spelling, tables and arithmetic, of which no regulation speaks.
NO_LAW_EXPECTED = {
    "Cells of a table",
    "Rows of a table",
    "Consolidation of periods",
    "Ways of entering",
    "Groups",
    "Panels",
    "Graded numbers",
    "Links from rows",
    "Review of a report",
    "Habits of a report",
    "Words of a report",
    "A report beside others",
}
INTRODUCTION = """# From the regulation to the code

For each regulation, what in the library stands on it, and how sure we are of its wording.
This page is written from the references that policies, scales, checks, deadlines and functions carry, \
and a test keeps the two the same.

The words for certainty are those that every explanation prints:

| Words | What was done |
|---|---|
| {read} | The wording was read in the regulation itself, or on a page that reproduces that part of it. |
| {secondary} | A summary, a report, a slide or the code of an application restates it; the regulation was not read. |
| {memory} | Nobody has looked it up; take it for a hypothesis. |
| {derived} | The source is silent, and the rule is what we conclude from it. |
| {own} | Whoever uses the library made the rule, or invented it; nothing on this page is one. |

Places are cited in the words of the law: *lampiran* is an annex, *bab* a chapter, *hlm.* a page, \
and *kriteria* a criterion of the evaluation sheet.
A regulation of which no dates are shown has none that we know of; look it up before you rely on it.
"""
GAPS = """## Where no source is named

Where the law might be expected to speak, and the library names no source.
That is a gap of the library, or a matter that no regulation settles; a reader who knows the article is asked to say so.
"""
RULES = """### Rules and functions

Of the [policies](policies.md), the [lifecycle](lifecycle.md) and the [SKP](skp.md); \
a function that is given a policy, a rule or a regime stands on what that carries, and is left out.
"""
FINDINGS = """### Findings

A finding names no article of its own, the [checks of the cascade](checks/index.md) apart, which carry theirs.
It stands on whatever the object that finds it stands on.
"""
REST = "Findings about spelling, tables and arithmetic, of which no regulation speaks, are left out: {headings}."


def words(certainty: Certainty) -> str:
    """How sure we are, in the words that explanations print."""
    return Reference("-", certainty=certainty).text("en")[3:-1]


def escaped(text: str) -> str:
    """A text with nothing that means something in a table of Markdown."""
    return re.sub(r"([\\`*_<\[\]|])", r"\\\1", text)


def slug(source: Regulation) -> str:
    """The anchor of a source."""
    return re.sub(r"[^a-z0-9]+", "-", source.title.casefold()).strip("-")


def link(owner: Owner) -> str:
    """A name that leads to its description: a check to its section, everything else to its entry."""
    if owner.anchor:
        return f"[`{owner.name}`][{owner.anchor}]"
    if re.fullmatch(r"CAS\d{3}", owner.name) and owner.name[3] != "0":
        return f"[{owner.name}](checks/{page_of(owner.name)}.md#{owner.name.casefold()})"
    return f"[{owner.name}](codes.md#the-cascade)"


def natural(text: str) -> tuple[tuple[int, str], ...]:
    """A text in the order that a reader counts in, with the whole regulation before its articles."""
    return tuple(
        (int(part), "") if part.isdigit() else (-1, part) for part in re.split(r"(\d+)", text.casefold()) if part
    )


def standing(rows: Iterable[Citation]) -> str:
    """Who stands on one place: every name once, with the parts and the remarks that belong to it."""
    said: dict[str, list[Citation]] = {}
    for one in rows:
        said.setdefault(link(one.owner), []).append(one)
    shown: list[str] = []
    for name, same in said.items():
        whole = any(not one.owner.part for one in same)
        parts = [f"`{one.owner.part}`" for one in same if one.owner.part and not whole]
        notes = dict.fromkeys([*parts, *(escaped(one.remark) for one in same if one.remark)])
        shown.append(f"{name} ({'; '.join(notes)})" if notes else name)
    return ", ".join(shown)


def in_order(one: Citation) -> tuple[tuple[tuple[int, str], ...], int, bool, str]:
    """The whole of a source before its articles, the surest first, the checks before the names."""
    return natural(one.place), CERTAINTIES.index(one.certainty), bool(one.owner.anchor), one.owner.name.casefold()


def section(source: Regulation, found: Sequence[Citation]) -> Iterator[str]:
    """What the page says of one source."""
    yield f"### {escaped(source.title)} {{ #{slug(source)} }}"
    about = f"{source.about[:1].upper()}{source.about[1:]}."
    yield f"{about}\n{source.force[:1].upper()}{source.force[1:]}." if source.force else about
    rows = ["| Place | Certainty | What stands on it |", "|---|---|---|"]
    for (place, certainty), same in groupby(sorted(found, key=in_order), key=lambda one: (one.place, one.certainty)):
        rows.append(f"| {escaped(place) or 'as a whole'} | {words(certainty)} | {standing(same)} |")
    yield "\n".join(rows)


def overview(sources: list[Regulation], found: Sequence[Citation]) -> str:
    """The sources of one group in a table, each with every certainty that it is cited with."""
    rows = ["| Source | About | Certainty |", "|---|---|---|"]
    for source in sources:
        cited = {one.certainty for one in found if one.source == source}
        sure = "; ".join(words(certainty) for certainty in CERTAINTIES if certainty in cited)
        rows.append(f"| [{escaped(source.title)}](#{slug(source)}) | {source.about} | {sure} |")
    return "\n".join(rows)


def finders(heading: str) -> list[Owner]:
    """Who finds what stands under a heading of the page of codes, as that page names it."""
    _, _, rest = CODES.read_text(encoding="utf-8").partition(f"## {heading}\n\n")
    named = re.finditer(r"\[`(?P<name>[\w.]+)`\]\[(?P<anchor>[\w.]+)\]", rest.partition("\n\n")[0])
    return [Owner(one["name"], one["anchor"]) for one in named][:1]


def stands_on(owner: Owner, found: Sequence[Citation]) -> str:
    """What the object that finds something names as its source, or where it takes one from."""
    anchors = {owner.anchor, owner.anchor.removesuffix(".check")}
    own = dict.fromkeys(one.source for one in found if one.owner.anchor in anchors)
    named = [f"[{escaped(one.title)}](#{slug(one)})" for one in own]
    made = dict(public_names()).get(owner.anchor.removesuffix(".check"))
    given = lent(made) or lent(made, deeper=True)
    own_words = " and ".join(f"`{name}`" for name in (["reference"] if "reference" in given else given))
    return ", ".join(named) or (f"what is stated in its {own_words}" if own_words else "no source named")


def finding_rows(found: Sequence[Citation]) -> Iterator[str]:
    """The findings of one group to a row, with who finds them and what that stands on."""
    yield "| Findings | Found by | Which stands on |"
    yield "|---|---|---|"
    for module, heading in GROUPS.items():
        if heading not in NO_LAW_EXPECTED:
            codes = ", ".join(f"`{rule.code}`" for rule in importlib.import_module(f"sakip.{module}").RULES)
            by = finders(heading)
            names = ", ".join(link(owner) for owner in by) or f"[{heading}](codes.md)"
            stands = ", ".join(stands_on(owner, found) for owner in by) or "no source named"
            yield f"| {codes} | {names} | {stands} |"


def gaps(found: Sequence[Citation]) -> Iterator[str]:
    """What names no source."""
    yield GAPS.strip()
    yield RULES.strip()
    yield "\n".join(f"- {link(owner)}" for owner in named_nowhere())
    yield FINDINGS.strip()
    yield "\n".join(finding_rows(found))
    yield REST.format(headings=", ".join(sorted(heading.lower() for heading in NO_LAW_EXPECTED)))


def page() -> str:
    """The whole page."""
    found, _ = citations()
    parts = [INTRODUCTION.strip().format(**{one: words(one) for one in CERTAINTIES})]
    for group, head, said in HEADS:
        cited = [one for one in REGULATIONS if one.group == group and any(row.source == one for row in found)]
        if cited:
            parts += [f"## {head}", said, overview(cited, found)]
            parts += (part for one in cited for part in section(one, [row for row in found if row.source == one]))
    return "\n\n".join([*parts, *gaps(found)]) + "\n"


def main() -> None:
    """Write the page, and say which citations cannot be read."""
    PAGE.write_text(page(), encoding="utf-8")
    faults = citations()[1]
    if faults:
        sys.exit("\n".join(f"{fault.where}: {fault.problem}" for fault in faults))


if __name__ == "__main__":
    main()
