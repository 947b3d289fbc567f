"""What waits is one row, and a row is always what a derivation from its source yields.

Whoever changes a source calls `changed` in the same transaction; that derives the rows of this source anew, by the same function
by which all of them are derived, and writes the difference. A row of a cadence has its facts in this room (fulfilments, excuses)
and its progress in the room of activities (arranged, held), which `follow`s it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Count, Exists, Max, OuterRef, Q, QuerySet
from django.urls import reverse

from navmark.foundation.cadence.charges import charge_of
from navmark.foundation.cadence.models import Duty, Excuse, Settled, Step
from navmark.foundation.cadence.moments import first_notice_on, set_due
from navmark.foundation.tenancy.scope import active_school_id

AT_ONCE = 200


@dataclass(frozen=True, kw_only=True)
class Matter:
    """One row as its source has it. For a `person` (of `circles` around `place`, if any are named), or for whoever stands in
    `circles` around `place` (None: the school), `but_not` for one. `about`: the thing whose change changes it."""

    source: UUID
    about: UUID
    title: str
    step: Step
    opens_on: date
    due_on: date | None = None
    person: UUID | None = None
    place: UUID | None = None
    circles: tuple[str, ...] = ()
    but_not: UUID | None = None
    step_at: datetime | None = None
    page: str = ""
    action: str = ""
    asked_by: str = ""

    @property
    def subject(self) -> UUID:
        return self.person or self.place or active_school_id()

    def columns(self) -> dict[str, Any]:
        late = Duty()
        set_due(late, self.due_on, grace_days=0)
        return {
            "about_id": self.about, "title": self.title[:200], "step": self.step.value, "opens_on": self.opens_on,
            "due_on": self.due_on, "late_on": late.late_on, "next_change_on": late.next_change_on, "place_id": self.place,
            "circles": " ".join(self.circles), "but_not": self.but_not, "step_at": self.step_at, "page": self.page,
            "action": self.action, "asked_by": self.asked_by[:120], "closed_at": None,
        }  # fmt: skip


@dataclass(frozen=True)
class Source:
    """A kind of things that wait. `derive`: its matters about these things, or about all. `follows`: what `changed` calls it by.
    What was said of a `lasting` one stays when its source goes and comes again: it is closed, not removed. `first`: its matters
    about a thing that has just `begun`, without a query where it can."""

    kind: str
    follows: str
    derive: Callable[[Sequence[UUID] | None], Iterable[Matter]]
    lasting: bool = False
    first: Callable[[Any], Iterable[Matter]] = lambda thing: ()


@dataclass(frozen=True)
class Progress:
    """How far the thing is that a cadence asks for."""

    step: Step
    at: datetime | None = None
    about: UUID | None = None
    page: str = ""


Follower = Callable[[Sequence[Duty]], dict[UUID, Progress]]
_sources: dict[str, Source] = {}
_followers: list[Follower] = []


def register(source: Source) -> None:
    _sources[source.kind] = source


def follow(follower: Follower) -> None:
    """The room of activities says how far the duties of cadences are."""
    _followers[:] = [follower]


def changed(what: str, ids: Sequence[UUID] | None = None, *, at: datetime) -> int:
    """Derive anew whatever follows these things (None: all of them). How many rows differed."""
    return sum(refresh(source.kind, ids, at=at) for source in _sources.values() if source.follows == what)


def begun(what: str, thing: Any) -> None:
    """What `changed` comes to for a thing about which nothing of these sources waited so far. One statement."""
    followers = [source for source in _sources.values() if source.follows == what]
    Duty.objects.bulk_create(_new(source.kind, matter) for source in followers for matter in source.first(thing))


def advance(about: UUID, *, since: Step, to: Step) -> None:
    """What cadences ask for has come a step further, and nothing else of it has changed: what `renew` comes to. One statement."""
    Duty.objects.filter(about_id=about, cadence__isnull=False, step=since).update(step=to)


def refresh_everything(*, at: datetime) -> int:
    return sum(refresh(kind, at=at) for kind in _sources) + renew(Duty.objects.all())


@transaction.atomic
def refresh(kind: str, ids: Sequence[UUID] | None = None, *, at: datetime) -> int:
    """Write the difference between the rows of this source and what it yields now; how many rows differed."""
    source = _sources[kind]
    new, differing, gone = _difference(source, ids)
    Duty.objects.bulk_create(new, batch_size=AT_ONCE)
    Duty.objects.bulk_update(differing, [*_FRAME, "next_notice_on"], batch_size=AT_ONCE)
    if not gone:
        return len(new) + len(differing)
    if source.lasting:
        Duty.objects.filter(pk__in=[row.pk for row in gone]).update(closed_at=at, next_notice_on=None)
    else:
        Duty.objects.filter(pk__in=[row.pk for row in gone]).delete()
    return len(new) + len(differing) + len(gone)


_FRAME = (
    "about_id", "title", "step", "opens_on", "due_on", "late_on", "next_change_on", "place_id", "circles", "but_not", "step_at",
    "page", "action", "asked_by", "closed_at",
)  # fmt: skip


def _difference(source: Source, ids: Sequence[UUID] | None) -> tuple[list[Duty], list[Duty], list[Duty]]:
    """(rows that are missing, rows that differ, rows that have lost their source)."""
    rows = Duty.objects.filter(source_kind=source.kind, source_id__isnull=False)
    if ids is not None:  # rows of an earlier version know not yet what they are about
        rows = rows.filter(Q(about_id__in=list(ids)) | Q(about_id__isnull=True))
    known = {(row.source_id, row.subject_id): row for row in rows}
    new, differing = [], []
    for matter in source.derive(ids):
        row = known.pop((matter.source, matter.subject), None)
        if row is None:
            new.append(_new(source.kind, matter))
        elif _apply(row, matter.columns()):
            row.next_notice_on = None if row.settled else first_notice_on(row)
            differing.append(row)
    return new, differing, [row for row in known.values() if row.closed_at is None and (ids is None or row.about_id)]


def _new(kind: str, matter: Matter) -> Duty:
    subject = "person" if matter.person else "unit"
    row = Duty(source_kind=kind, source_id=matter.source, subject_kind=subject, subject_id=matter.subject, **matter.columns())
    row.next_notice_on = first_notice_on(row)
    return row


def _apply(row: Duty, columns: dict[str, Any]) -> bool:
    """Set these columns; whether any differed."""
    differs = {name: value for name, value in columns.items() if getattr(row, name) != value}
    for name, value in differs.items():
        setattr(row, name, value)
    return bool(differs)


_DERIVED = ("place_id", "circles", "overseers", "step", "step_at", "about_id", "page", "action", "settled", "settled_on")


def renew(rows: QuerySet[Duty]) -> int:
    """Write what these rows yield now by their facts; how many differed. A few queries, however many rows."""
    differing = list(stale(rows))
    Duty.objects.bulk_update(differing, [*_DERIVED, "next_notice_on"], batch_size=AT_ONCE)
    return len(differing)


def stale(rows: QuerySet[Duty]) -> Iterator[Duty]:
    """Those of these rows that are not what their facts yield, mended in memory alone."""
    excused = Exists(Excuse.objects.filter(school=OuterRef("school"), duty=OuterRef("pk")))
    facts = {"done": Count("fulfilments", distinct=True), "last": Max("fulfilments__done_on"), "excused": excused}
    found = list(rows.select_related("cadence").annotate(**facts))
    progress = {key: one for follower in _followers for key, one in follower([row for row in found if row.cadence_id]).items()}
    for row in found:
        was = row.settled
        if _apply(row, _settled(row) | (_of_cadence(row, progress.get(row.pk)) if row.cadence_id else {})):
            if was != row.settled:
                row.next_notice_on = None if row.settled else first_notice_on(row)
            yield row


def _settled(row: Any) -> dict[str, Any]:
    if row.excused:
        return {"settled": Settled.EXCUSED.value, "settled_on": None}
    done = row.done >= row.times
    return {"settled": Settled.DONE.value if done else "", "settled_on": row.last if done else None}


def _of_cadence(row: Duty, progress: Progress | None) -> dict[str, Any]:
    charge, is_unit = charge_of(row.cadence.activity_kind), row.subject_kind == "unit"
    progress = progress or Progress(Step.ARRANGE)
    plan_page = charge_of(row.cadence.activity_kind).plan_page if progress.step == Step.ARRANGE else ""
    return {
        "place_id": row.subject_id if is_unit else None, "circles": " ".join(charge.circles) if is_unit else "",
        "overseers": " ".join(charge.overseers) if is_unit else "", "step": progress.step.value, "step_at": progress.at,
        "about_id": progress.about, "page": progress.page,
        "action": reverse(plan_page, args=[row.pk]) if plan_page else "",
    }  # fmt: skip


def astray() -> int:
    """How many of the school's rows are not what a slow derivation yields: 0, always. Reads everything."""
    differences = (_difference(source, None) for source in _sources.values())
    return sum(len(rows) for difference in differences for rows in difference) + sum(1 for _row in stale(Duty.objects.all()))
