"""What of an entry may be made public, and which page says it now."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db.models import Q
from django.utils.timezone import localdate
from django.utils.translation import override

from navmark.foundation.people.models import Engagement, EngagementKind
from navmark.foundation.registers.models import Entry, PublicPage, Register
from navmark.foundation.registers.queries import written_of

SHORTEST_NAME = 2


@dataclass(frozen=True)
class PublicBox:
    """What stands beside an entry. `stands`: its page, if one is open; `said`: what would be public now, and `is_current`: is."""

    stands: PublicPage | None
    said: list[list[str]]
    is_current: bool


def sayable(entry: Entry) -> list[list[str]]:
    """[key, label, words] of what is answered of the questions that its register makes public, in the school's language."""
    answers, known = written_of(entry)
    if answers is None:
        return []
    with override(settings.LANGUAGE_CODE):
        asked = [answers.edition.description.by_key.get(key) for key in entry.register.public]
        told = [(one, one.words(answers.values.get(one.key), known)) for one in asked if one]
    return [[one.key, one.label, words] for one, words in told if words]


def changed_on(entry: Entry) -> date:
    """The day of its last step, or its own."""
    return max(entry.day, localdate(entry.state_at)) if entry.moves.exists() else entry.day


def box_of(entry: Entry) -> PublicBox | None:
    """None where its register makes nothing public: no query then."""
    if not entry.register.public:
        return None
    page = PublicPage.objects.filter(entry=entry, withdrawn_at__isnull=True).first()
    said = sayable(entry)
    return PublicBox(page, said, bool(page and page.says(entry.title, said, changed_on(entry))))


def pupils_named(words: str, *, on: date) -> list[str]:
    """The names of pupils of today that stand somewhere in these words. One query."""
    rows = Engagement.objects.filter(Q(to_day__isnull=True) | Q(to_day__gte=on), kind=EngagementKind.PUPIL)
    names = set(rows.values_list("person__name", flat=True))
    return sorted(name for name in names if len(name) >= SHORTEST_NAME and name in words)


def open_pages(one: Register) -> list[PublicPage]:
    """Of this register, by what they are called."""
    rows = PublicPage.objects.filter(entry__register=one, withdrawn_at__isnull=True, entry__closed_at__isnull=True)
    return list(rows.select_related("entry__register", "entry__unit", "entry__owner").order_by("title", "id"))


def page_at(token: str) -> PublicPage | None:
    """Asked before a school is known: whoever has the address reads it, wherever she stands. None once it was taken back."""
    rows = PublicPage._base_manager.filter(token=token, withdrawn_at__isnull=True, entry__closed_at__isnull=True)
    page = rows.select_related("entry__register", "school").first()
    return page if page and page.lines else None
