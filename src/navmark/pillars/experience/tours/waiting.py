"""What waits of a tour: whoever leads a group counts it."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from navmark.foundation.cadence.models import Step
from navmark.foundation.cadence.sources import Matter, Source, register
from navmark.pillars.experience.tours.models import TourGroup
from navmark.pillars.experience.tours.tour import Tour


def groups(ids: Sequence[UUID] | None, _on: date) -> Iterator[Matter]:
    """From the eve of a tour until it is back. One query, and one for each tour that has not set out."""
    rows = TourGroup.objects.filter(tour__closed_at__isnull=True, tour__state="ready").select_related("tour__register")
    tours: dict[UUID, Tour] = {}
    for group in rows if ids is None else rows.filter(tour__in=list(ids)):
        tour = tours.setdefault(group.tour_id, Tour(group.tour))
        with override(settings.LANGUAGE_CODE):
            title = _("Lead and count group %(number)s: %(tour)s") % {"number": group.number, "tour": group.tour.title}
        yield Matter(
            source=group.pk, about=group.tour_id, title=title, step=Step.GO_ON, person=group.leader_id,
            opens_on=tour.day - timedelta(days=1), due_on=tour.day, page=reverse("tours:group", args=[group.tour_id, group.pk]),
        )  # fmt: skip


register(Source("tour_groups", ("entry",), groups))
