"""What is told of slips: to the class teacher, where those of her class are recorded."""

from collections.abc import Iterator, Sequence
from datetime import date
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
from navmark.foundation.slips.asking import all_asked
from navmark.foundation.slips.pile import Pile


def slips(ids: Sequence[UUID] | None, _on: date) -> Iterator[Matter]:
    """For each class whose slips are not all there: a remark and no duty, since not every class goes, and nobody has to sign.
    A query for each register that asks, and five an entry."""
    for one in all_asked():
        rows = Entry.objects.filter(register__code=one.register, state=one.told_in).select_related("unit", "register")
        for entry in rows if ids is None else rows.filter(pk__in=list(ids)):
            yield from _of_entry(entry)


def _of_entry(entry: Entry) -> Iterator[Matter]:
    with override(settings.LANGUAGE_CODE):
        title = _("Slips of your class: %(title)s") % {"title": entry.title}
    for line in Pile(entry).lines():
        if line.open:
            yield Matter(
                source=uuid5(entry.pk, str(line.unit.pk)), about=entry.pk, title=title, step=Step.ENTER, place=line.unit.pk,
                circles=(CLASS_TEACHER,), opens_on=localdate(entry.state_at),
                page=reverse("slips:class", args=[entry.pk, line.unit.pk]),
            )  # fmt: skip


register(Source("slips", ("entry",), slips, beside=True))
