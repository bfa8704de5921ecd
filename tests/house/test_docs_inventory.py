"""The reference shows every public name, and nothing that is not public."""

import re
from collections import Counter

import pytest

from tests.house.source import PUBLIC, ROOT, public_names

IDENTIFIER = re.compile(r"^::: ([\w.]+)$", re.MULTILINE)
FENCE = re.compile(r"^ *(?:```|~~~)(.*)$", re.MULTILINE)
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
RUN_OR_SHOWN = {"python", "sh", "text", "json", "toml", "latex", "mermaid"}

GUIDES = sorted((ROOT / "docs").rglob("*.md"))
PAGES = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md")] + GUIDES
each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())


def shown() -> Counter[str]:
    """How often each identifier stands in the reference, public modules themselves left out."""
    texts = [page.read_text(encoding="utf-8") for page in (ROOT / "docs" / "reference").glob("*.md")]
    return Counter(name for text in texts for name in IDENTIFIER.findall(text) if name not in PUBLIC)


def test_every_public_name_is_in_the_reference() -> None:
    """Every name of every `__all__` has its entry under docs/reference."""
    assert sorted(path for path, _ in public_names() if path not in shown()) == []


def test_everything_in_the_reference_is_public() -> None:
    """Every entry under docs/reference is a public name."""
    assert sorted(set(shown()) - {path for path, _ in public_names()}) == []


def test_the_reference_shows_each_name_once() -> None:
    """No name has two entries, so that a link to it has one end."""
    assert [name for name, times in shown().items() if times > 1] == []


def test_every_guide_has_both_languages() -> None:
    """Each guide exists in Indonesian and in English; the reference and the design page are English alone."""
    english_only = {"reference", "explanation/design.md"}
    guides = {page.relative_to(ROOT / "docs").as_posix() for page in GUIDES}
    lonely = [
        page
        for page in guides
        if page not in english_only and page.partition("/")[0] not in english_only
        if (page.replace(".en.md", ".md") if page.endswith(".en.md") else page.replace(".md", ".en.md")) not in guides
    ]
    assert lonely == []


@each_page
def test_every_fence_names_its_language(page: object) -> None:
    """A code fence names a language that is run by the tests or known to be no Python, so none escapes the tests."""
    text = (ROOT / str(page)).read_text(encoding="utf-8")
    opening = FENCE.findall(text)[::2]
    assert [language for language in opening if language.partition(" ")[0] not in RUN_OR_SHOWN] == []


@each_page
def test_every_relative_link_leads_somewhere(page: object) -> None:
    """A link from a page to a file of the repository finds that file."""
    path = ROOT / str(page)
    links = [link for link in LINK.findall(path.read_text(encoding="utf-8")) if "://" not in link]
    assert [link for link in links if not (path.parent / link).exists()] == []
