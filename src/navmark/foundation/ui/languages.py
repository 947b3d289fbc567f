"""What the school says in its own language and perhaps in English."""

from django.utils.translation import get_language


def spoken(chinese: str, english: str) -> str:
    """In the reader's language; where there is no English, the school's own words."""
    return chinese if (get_language() or "zh").startswith("zh") else english or chinese
