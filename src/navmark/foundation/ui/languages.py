"""What the school says in its own language and perhaps in English."""

from collections.abc import Callable

from django.utils.translation import get_language, override


def spoken(chinese: str, english: str) -> str:
    """In the reader's language; where there is no English, the school's own words."""
    return chinese if (get_language() or "zh").startswith("zh") else english or chinese


def in_both(say: Callable[[], str]) -> tuple[str, str]:
    """(Chinese, English) of words that are kept before it is known who reads them; `spoken` says them again."""
    with override("zh-hans"):
        chinese = say()
    with override("en"):
        return chinese, say()
