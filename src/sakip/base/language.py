"""Bahasa: the two languages in which the library writes."""

from typing import Literal, get_args

from sakip.base.choice import choose

__all__ = ["Lang", "require_lang"]

Lang = Literal["id", "en"]


def require_lang(lang: Lang) -> Lang:
    """Bahasa: Indonesian ``"id"`` or English ``"en"``.

    Raises:
        InvalidValueError: Any other language.

    Examples:
        >>> require_lang("id")
        'id'
    """
    problem = ("bahasa tidak dikenal", "unknown language")
    return choose(lang, get_args(Lang), "lang", code="unknown-language", problem=problem)
