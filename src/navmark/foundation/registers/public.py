"""What of an entry may be made public, and which page says it now."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.conf import settings
from django.db.models import Q
from django.utils.timezone import localdate
from django.utils.translation import override

from navmark.foundation.attachments.models import Attachment
from navmark.foundation.papers.types.files import Picture
from navmark.foundation.people.models import Engagement, EngagementKind
from navmark.foundation.registers.models import Entry, PublicPage, Register
from navmark.foundation.registers.queries import written_of

SHORTEST_NAME = 2
OPEN = {"withdrawn_at__isnull": True, "entry__closed_at__isnull": True, "entry__removed_at__isnull": True}


class Approvable(NamedTuple):
    """`words`: [key, label, words]; `pictures`: [key, id of the file]."""

    words: list[list[str]]
    pictures: list[list[str]]


@dataclass(frozen=True)
class PublicBox:
    """What stands beside an entry. `stands`: its page, if one is open; `said`: what would be public now, and `is_current`: is."""

    stands: PublicPage | None
    said: Approvable
    is_current: bool


def approvable(entry: Entry) -> Approvable:
    """What is answered of the questions that its register makes public, in the school's language."""
    answers, known = written_of(entry)
    if answers is None:
        return Approvable([], [])
    with override(settings.LANGUAGE_CODE):
        asked = [one for key in entry.register.public if (one := answers.edition.description.by_key.get(key))]
        told = [(one, one.words(answers.values.get(one.key), known)) for one in asked if not isinstance(one, Picture)]
    hung = [(one.key, file) for one in asked if isinstance(one, Picture) for file in one.hung(answers.values.get(one.key), known)]
    return Approvable(
        [[one.key, one.label, words] for one, words in told if words], [[key, file.pk] for key, file in hung if file.is_picture]
    )


def changed_on(entry: Entry) -> date:
    """The day of its last step, or its own."""
    return max(entry.day, localdate(entry.state_at)) if entry.moves.exists() else entry.day


def box_of(entry: Entry) -> PublicBox | None:
    """None where its register makes nothing public: no query then."""
    if not entry.register.public:
        return None
    page = PublicPage.objects.filter(entry=entry, withdrawn_at__isnull=True).first()
    said = approvable(entry)
    return PublicBox(page, said, bool(page and page.says(entry.title, *said, changed_on(entry))))


def pupils_named(words: str, *, on: date) -> list[str]:
    """The names of pupils of today that stand somewhere in these words. One query."""
    rows = Engagement.objects.filter(Q(to_day__isnull=True) | Q(to_day__gte=on), kind=EngagementKind.PUPIL)
    names = set(rows.values_list("person__name", flat=True))
    return sorted(name for name in names if len(name) >= SHORTEST_NAME and name in words)


def open_pages(one: Register) -> list[PublicPage]:
    """Of this register, by what they are called."""
    rows = PublicPage.objects.filter(entry__register=one, **OPEN)
    return list(rows.select_related("entry__register", "entry__unit", "entry__owner").order_by("title", "id"))


def page_at(token: str) -> PublicPage | None:
    """Asked before a school is known: whoever has the address reads it, wherever she stands. None once it was taken back."""
    rows = PublicPage._base_manager.filter(token=token, **OPEN)
    page = rows.select_related("entry__register", "school").first()
    return page if page and page.lines else None


def picture_at(token: str, pk: UUID) -> Attachment | None:
    """A picture of the page at this address, while it is open."""
    page = page_at(token)
    if page is None or str(pk) not in page.shows:
        return None
    return Attachment._base_manager.filter(pk=pk, school=page.school_id, removed_at=None).first()
