"""The gate that this room hangs before the people room's files: the purpose is asked once per viewer, file and day."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from navmark.foundation.people.access import is_of_a_family
from navmark.foundation.people.files import Keeper
from navmark.foundation.people.listing import PUPILS
from navmark.foundation.people.models import Person, Unit
from navmark.foundation.privacy.actions import note_opening
from navmark.foundation.privacy.models import OpenedPart
from navmark.foundation.privacy.queries import lines_of, openings_of, openings_today
from navmark.foundation.ui.addresses import page_of

SHOWN = 20


def ask(request: HttpRequest, subject: Person, sealed: bool) -> HttpResponse | None:
    """To the page that asks for the purpose; None when this viewer has named it today. What a purpose named today opens
    further (a child's sealed fields after the file) is logged under it: nobody is asked what is known."""
    if not sealed and not is_of_a_family(subject):
        return None
    viewer, at = request.viewer.person, timezone.now()  # type: ignore[attr-defined]
    part = OpenedPart.SEALED if sealed else OpenedPart.FILE
    today = openings_today(subject, by=viewer, at=at)
    if not today:
        return redirect("privacy:purpose-sealed" if sealed else "privacy:purpose", subject.pk)
    if part not in {entry.part for entry in today}:
        note_opening(subject, part=part, purpose=today[0].purpose, words=str(today[0].words), by=viewer, at=at)
    return None


def ask_list(request: HttpRequest, klass: Unit | None) -> HttpResponse | None:
    """Before the pupils stand there by name, all or those of a class, as before a file: once a viewer and day. Whoever has said
    today what she opens the list of all for is not asked for a class of it."""
    viewer, at = request.viewer, timezone.now()  # type: ignore[attr-defined]
    lists = [viewer.school, klass] if klass else [viewer.school]
    opened = [entry.part for one in lists for entry in openings_today(one, by=viewer.person, at=at)]
    if OpenedPart.LIST in opened:
        return None
    return redirect("privacy:purpose-class", klass.pk) if klass else redirect(_purpose_of_all(request))


def _purpose_of_all(request: HttpRequest) -> str:
    """The page that asks, and leads on to what was wanted where that is another page than the list itself."""
    wanted = page_of(request)
    return reverse("privacy:purpose-list", query={} if wanted == pupils_by_name() else {"next": wanted})


def pupils_by_name() -> str:
    return reverse("people:list", query={"tab": PUPILS})


def foot(subject: Person) -> str:
    """谁看过, as HTML; nothing for an adult whose sealed fields nobody opened."""
    lines = lines_of(openings_of(subject)[:SHOWN])
    return render_to_string("privacy/seen.html", {"lines": lines, "shown": SHOWN}) if lines else ""


KEEPER = Keeper(ask=ask, ask_list=ask_list, foot=foot)
