"""What waits of a tour: whoever leads a group counts it; and the class teacher is told where the slips are recorded."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from uuid import UUID, uuid5

from django.conf import settings
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import override

from navmark.foundation.cadence.models import Step
from navmark.foundation.cadence.sources import Matter, Source, register
from navmark.foundation.people.circles.named import CLASS_TEACHER
from navmark.foundation.registers.models import Entry
from navmark.pillars.experience.tours.models import TourGroup
from navmark.pillars.experience.tours.tour import CODE, Tour

GROUPS, SLIPS = "tour_groups", "tour_slips"


def groups(ids: Sequence[UUID] | None, _on: date) -> Iterator[Matter]:
    """From the eve of a tour until it is back. One query, and one for each tour that has not set out."""
    rows = TourGroup.objects.filter(tour__closed_at__isnull=True, tour__state="ready").select_related("tour")
    rows = rows if ids is None else rows.filter(tour__in=list(ids))
    tours: dict[UUID, Tour] = {}
    for group in rows:
        tour = tours.setdefault(group.tour_id, Tour(group.tour))
        with override(settings.LANGUAGE_CODE):
            title = _("Lead and count group %(number)s: %(tour)s") % {"number": group.number, "tour": group.tour.title}
        yield Matter(
            source=group.pk, about=group.tour_id, title=title, step=Step.GO_ON, person=group.leader_id,
            opens_on=tour.day - timedelta(days=1), due_on=tour.day, page=reverse("tours:group", args=[group.tour_id, group.pk]),
        )  # fmt: skip


def slips(ids: Sequence[UUID] | None, _on: date) -> Iterator[Matter]:
    """Since it is filed, for each class whose slips are not all there: a remark and no duty, since not every class goes, and
    nobody has to sign. Six queries a tour."""
    rows = Entry.objects.filter(register__code=CODE, state="filed").select_related("unit")
    for entry in rows if ids is None else rows.filter(pk__in=list(ids)):
        with override(settings.LANGUAGE_CODE):
            title = _("Slips of your class: %(tour)s") % {"tour": entry.title}
        for line in Tour(entry).lines():
            if line.open:
                yield Matter(
                    source=uuid5(entry.pk, str(line.unit.pk)), about=entry.pk, title=title, step=Step.ENTER, place=line.unit.pk,
                    circles=(CLASS_TEACHER,), opens_on=localdate(entry.state_at),
                    page=reverse("tours:slips", args=[entry.pk, line.unit.pk]),
                )  # fmt: skip


register(Source(SLIPS, ("entry",), slips, beside=True))
register(Source(GROUPS, ("entry",), groups))
