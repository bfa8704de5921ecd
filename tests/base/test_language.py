"""The two languages in which the library writes."""

from typing import Any

import pytest

from sakip.base.language import require_lang
from sakip.errors import InvalidValueError


def test_known_languages() -> None:
    """Indonesian and English are known."""
    assert (require_lang("id"), require_lang("en")) == ("id", "en")


@pytest.mark.parametrize("lang", ["", "ID", "in", "id-ID", "english", None, 1, ["id"]])
def test_other_languages(lang: Any) -> None:
    """Any other word is refused with the two that may be chosen."""
    with pytest.raises(InvalidValueError, match="id, en") as caught:
        require_lang(lang)
    assert (caught.value.code, caught.value.path) == ("unknown-language", "lang")
