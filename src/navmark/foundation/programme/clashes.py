"""What no page can tell of itself: that answers which are kept would lose their question."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from navmark.foundation.papers.describing import described
from navmark.foundation.papers.description import Description
from navmark.foundation.papers.faults import Fault
from navmark.foundation.papers.models import Answers
from navmark.foundation.papers.queries import newest
from navmark.foundation.programme.described import Programme
from navmark.foundation.programme.words import TYPES

PAPER = "paper"


def clashes(programme: Programme) -> Iterator[tuple[str, Fault]]:
    """(file, fault): a question that would be of another type, and one in use whose code was changed."""
    for file, page in programme.said.items():
        for word, tables in page.items():
            for code, told in tables.items() if isinstance(tables, Mapping) else ():
                path = (word, code) if word == PAPER else (word, code, PAPER)
                fields = told if word == PAPER else told.get(PAPER) if isinstance(told, Mapping) else None
                if fields:
                    yield from ((file, fault) for fault in _of_paper(_paper_code(word, code), fields, path))


def _paper_code(word: str, code: str) -> str:
    return f"activity.{code}" if word == PAPER else f"{word}.{code}"


def _of_paper(code: str, told: Mapping[str, Any], path: tuple[str, ...]) -> Iterator[Fault]:
    last = newest(code)
    if last is None:
        return
    old, new = last.description, described(told)
    for key, field in new.by_key.items():
        before = old.by_key.get(key)
        if before is not None and before.type != field.type:
            told_apart = {"label": before.name, "was": TYPES.say(before.type)}
            words = _("“%(label)s” is answered already as: %(was)s. Keep that, or add another field with a code of its own.")
            yield Fault((*path, key, "type"), words % told_apart)
    yield from _renamed(code, old, new, path)


def _renamed(code: str, old: Description, new: Description, path: tuple[str, ...]) -> Iterator[Fault]:
    gone = {(one.label, one.type): key for key, one in old.by_key.items() if key not in new.by_key and not one.retired}
    for key, field in new.by_key.items():
        was = gone.get((field.label, field.type)) if key not in old.by_key else None
        if was and _in_use(code, was, sealed=old.by_key[was].is_sealed):
            words = _("“%(label)s” has been answered under the code %(was)s: write that code again, the label may change.")
            yield Fault((*path, key), words % {"label": field.name, "was": was})


def _in_use(code: str, key: str, *, sealed: bool) -> bool:
    """Whether anybody has answered it; of what is sealed, whether anything sealed is there."""
    answered = ~Q(sealed="") if sealed else Q(open__has_key=key)
    return Answers.objects.filter(answered, edition__paper__code=code).exists()
