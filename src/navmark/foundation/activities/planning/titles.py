"""What an occasion is called: in the school's language, whatever the screen's, for it stands on the record."""

from datetime import date

from django.conf import settings
from django.utils.translation import override

from navmark.foundation.activities.kinds import Kind
from navmark.foundation.people.models import Unit

LONGEST = 120


def title_for(kind: Kind, unit: Unit, day: date) -> str:
    with override(settings.LANGUAGE_CODE):
        return kind.usual.title(kind.title, unit, day)[:LONGEST]


def retitled(title: str, kind: Kind, unit: Unit, *, was: date, now: date) -> str:
    """The title for the new day if it was the one suggested for the old day, in whatever language; else as it was typed."""
    for language, _name in settings.LANGUAGES:
        with override(language):
            suggested = kind.usual.title(kind.title, unit, was)[:LONGEST]
        if title == suggested:
            return title_for(kind, unit, now)
    return title
