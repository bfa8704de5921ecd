"""The pages on the checks say what the catalogue says: every check, in both languages, and nothing else."""

import pytest

from sakip.cascade import CATALOGUE, Check
from tests.house.check_pages import FOLDER, LANGUAGES, page_of, pages

PAGES = pages()


@pytest.mark.parametrize("name", PAGES)
def test_pages_are_as_the_catalogue_states_them(name: str) -> None:
    """Each page is what its writer makes of the catalogue; `python -m tests.house.check_pages` writes it again."""
    assert (FOLDER / name).read_text(encoding="utf-8") == PAGES[name]


def test_there_is_no_other_page() -> None:
    """A page that is no longer written is no longer there."""
    assert sorted(path.name for path in FOLDER.iterdir()) == sorted(PAGES)


@pytest.mark.parametrize("check", CATALOGUE, ids=lambda check: check.code)
def test_each_check_has_its_section_once(check: Check) -> None:
    """Each check stands on one page of each language, with its condition, both examples and its fix."""
    for lang in LANGUAGES:
        ending = ".md" if lang == "id" else f".{lang}.md"
        heads = [name for name, text in PAGES.items() if f"\n## {check.code} " in text and name.endswith(ending)]
        assert [name for name in heads if lang != "id" or ".en." not in name] == [page_of(check.code) + ending]


@pytest.mark.parametrize("check", CATALOGUE, ids=lambda check: check.code)
def test_each_check_says_when_and_shows_both_sides(check: Check) -> None:
    """Condition and examples are stated in both languages, without places to be filled; the two sides differ."""
    for text in (check.condition, check.passing, check.failing):
        assert text is not None
        assert text.id.strip()
        assert text.en.strip()
        assert "{" not in text.id + text.en
    assert check.passing != check.failing
