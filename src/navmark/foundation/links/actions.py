"""Every write: tags and links of a thing, in the trail of that thing; and the tags of the programme."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils.timezone import localdate

from navmark.foundation.audit.actions import Subject, record, subject_pair
from navmark.foundation.links import known
from navmark.foundation.links import logs as logs  # registers what is recorded below
from navmark.foundation.links.linkable import linkables
from navmark.foundation.links.models import Tag, Tie

SAID = [field.attname for field in Tag._meta.concrete_fields if field.name not in ("id", "school", "code")]
End = tuple[str, UUID]  # (kind, id)


@dataclass(frozen=True)
class TagSpec:
    """A tag as the programme has it; with days it is a campaign."""

    code: str
    title: str
    title_en: str = ""
    from_day: date | None = None
    to_day: date | None = None


@transaction.atomic
def establish(specs: Iterable[TagSpec], *, programme: str, at: datetime) -> None:
    """Bring the tags up to the programme; what it names no more is offered no more."""
    rows = [Tag(position=position, programme=programme, **asdict(spec)) for position, spec in enumerate(specs, start=1)]
    called = dict(Tag.objects.values_list("code", "title"))
    Tag.objects.bulk_create(rows, update_conflicts=True, unique_fields=["school", "code"], update_fields=SAID)
    gone = Tag.objects.filter(programme=programme, active_to__isnull=True).exclude(code__in=[row.code for row in rows])
    gone.update(active_to=localdate(at))
    renamed({called[row.code]: row.title for row in rows if row.code in called})
    known.renew()


def renamed(titles: Mapping[str, str]) -> None:
    """From the old title of each tag to the new: words that name it by the old one follow."""
    for old, new in titles.items():
        if old != new:
            for one in linkables():
                one.renamed(old, new)


@transaction.atomic
def retag(kind: str, subject: Subject, tags: Collection[Tag], *, by: Any, at: datetime) -> None:
    """The tags that it carries by itself, as they should stand."""
    _label, pk = subject_pair(subject)
    there = {row.tag_id: row for row in Tie.objects.filter(thing=pk, tag__isnull=False).select_related("tag")}
    wanted = {tag.pk: tag for tag in tags}
    gone = [row for key, row in there.items() if key not in wanted]
    new = [tag for key, tag in wanted.items() if key not in there]
    if not gone and not new:
        return
    Tie.objects.filter(pk__in=[row.pk for row in gone]).delete()
    Tie.objects.bulk_create(Tie(kind=kind, thing=pk, tag=tag) for tag in new)
    words = {"added": [tag.title for tag in new], "removed": [row.tag.title for row in gone if row.tag]}
    record("links.tagged", by=by, at=at, subject=subject, **words)


@transaction.atomic
def link(kind: str, subject: Subject, ends: Iterable[tuple[End, str]], *, by: Any, at: datetime) -> None:
    """From the subject to each of these ((kind, id), title); what is linked already stays."""
    _label, pk = subject_pair(subject)
    there = set(Tie.objects.filter(thing=pk, to_thing__isnull=False).values_list("to_thing", flat=True))
    for (to_kind, to_thing), title in ends:
        if to_thing not in there:
            Tie.objects.create(kind=kind, thing=pk, to_kind=to_kind, to_thing=to_thing)
            record("links.linked", by=by, at=at, subject=subject, title=title)


@transaction.atomic
def unlink(subject: Subject, to_thing: UUID, *, by: Any, at: datetime) -> bool:
    """Whether there was one to take away."""
    _label, pk = subject_pair(subject)
    gone, _by_model = Tie.objects.filter(thing=pk, to_thing=to_thing).delete()
    if gone:
        record("links.unlinked", by=by, at=at, subject=subject)
    return bool(gone)


def forget(pks: Collection[UUID]) -> None:
    """These things are no more; nor is what led from or to them. What was a campaign stays one, for what carries it."""
    Tie.objects.filter(Q(thing__in=pks) | Q(to_thing__in=pks)).delete()
    Tag.objects.filter(thing__in=pks).update(thing=None)
