"""Punctuation that stands between words of the page and words of the school: full-width in Chinese."""

from django.utils.translation import get_language


def _by_language(chinese: str, english: str) -> str:
    return chinese if (get_language() or "zh").startswith("zh") else english


def colon() -> str:
    return _by_language("：", ": ")


def pause() -> str:
    """Between the things of a list."""
    return _by_language("、", ", ")


def semicolon() -> str:
    """Between things that are lists themselves."""
    return _by_language("；", "; ")


def mark(sign: str) -> str:
    """A mark as the language writes it, in a template: `":"|mark`. A filter and no tag: it touches what stands before it."""
    return {":": colon, ",": pause}[sign]()


def headed(words: object) -> str:
    """Words that head what follows, with their colon; a question has its own mark."""
    text = str(words)
    return f"{text}{_by_language('', ' ') if text.endswith(('?', '？')) else colon()}"


def bracketed(words: object) -> str:
    return _by_language(f"（{words}）", f" ({words})")
