"""What waits of an outing: whoever leads a group counts it."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from navmark.foundation.cadence.models import Step
from navmark.foundation.cadence.sources import Matter, Source, register
from navmark.foundation.outings.asking import all_in_groups
from navmark.foundation.outings.models import OutingGroup
from navmark.foundation.outings.outing import Outing


def groups(ids: Sequence[UUID] | None, _on: date) -> Iterator[Matter]:
    """From the eve of an outing until it is back. One query a register, and one for each outing that has not set out."""
    for one in all_in_groups():
        counted = {"entry__register__code": one.register, "entry__state": one.counted_in, "entry__closed_at__isnull": True}
        rows = OutingGroup.objects.filter(**counted).select_related("entry__register")
        outings: dict[UUID, Outing] = {}
        for group in rows if ids is None else rows.filter(entry__in=list(ids)):
            yield _of_group(group, outings.setdefault(group.entry_id, Outing(group.entry)))


def _of_group(group: OutingGroup, outing: Outing) -> Matter:
    with override(settings.LANGUAGE_CODE):
        title = _("Lead and count group %(number)s: %(title)s") % {"number": group.number, "title": group.entry.title}
    return Matter(
        source=group.pk, about=group.entry_id, title=title, step=Step.GO_ON, person=group.leader_id,
        opens_on=outing.day - timedelta(days=1), due_on=outing.day,
        page=reverse("outings:group", args=[group.entry_id, group.pk]),
    )  # fmt: skip


register(Source("outing_groups", ("entry",), groups))
