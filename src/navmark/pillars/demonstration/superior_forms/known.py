"""What the school knows and a superior's form may ask: names, days, numbers; each by a code that a form remembers."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Count
from django.utils.translation import gettext as _

from navmark.foundation.activities import access as activities
from navmark.foundation.activities import kinds
from navmark.foundation.activities.models import ActivityState, Part
from navmark.foundation.almanac.queries import term_on
from navmark.foundation.people.circles import people_in
from navmark.foundation.people.models import PostKind
from navmark.foundation.people.queries import branches, classes_on, holders_of, members_of
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.registers import access as registers
from navmark.foundation.registers.models import Entry


@dataclass(frozen=True)
class KnownThing:
    """`value` as it will stand in the form."""

    code: str
    label: str
    value: str


def known_to(viewer: Viewer) -> dict[str, KnownThing]:
    """Everything that this viewer may put into a form today. Some twelve queries, however many forms."""
    return {one.code: one for one in (*_names(viewer), *_numbers(viewer.on), *_held(viewer), *_kept(viewer))}


def _names(viewer: Viewer) -> Iterator[KnownThing]:
    on = viewer.on
    term = term_on(on)
    yield KnownThing("school", _("name of the school"), viewer.school.name)
    yield KnownThing("branch", _("name of the Party organisation"), "、".join(one.name for one in branches(on)))
    for code, kind in (("secretary", PostKind.SECRETARY), ("principal", PostKind.PRINCIPAL)):
        names = holders_of([kind], on=on).values_list("name", flat=True)
        yield KnownThing(code, str(kind.label), "、".join(names))
    yield KnownThing("me", _("whoever fills it in"), viewer.person.name)
    yield KnownThing("today", _("today"), f"{on.year}年{on.month}月{on.day}日")
    yield KnownThing("year", _("this year"), str(on.year))
    if term:
        yield KnownThing("school_year", _("the school year"), f"{term.year}—{term.year + 1}学年")


def _numbers(on: date) -> Iterator[KnownThing]:
    yield KnownThing("members", _("number of Party members"), str(members_of(branches(on), on).count()))
    yield KnownThing("staff", _("number of staff"), str(people_in(["staff"], None, on=on).count()))
    yield KnownThing("pupils", _("number of pupils"), str(people_in(["pupils"], None, on=on).count()))
    yield KnownThing("classes", _("number of classes"), str(len(classes_on(on))))


def _held(viewer: Viewer) -> Iterator[KnownThing]:
    """How many of each kind were held this year, of what she may see."""
    seen = activities.visible_to(viewer).filter(state=ActivityState.HELD, day__year=viewer.on.year)
    rows = Part.objects.filter(activity__in=seen).values_list("kind").annotate(Count("pk"))
    for kind, number in sorted(rows):
        label = _("%(what)s held in %(year)d") % {"what": kinds.kind(kind).title, "year": viewer.on.year}
        yield KnownThing(f"held.{kind}", label, str(number))


def _kept(viewer: Viewer) -> Iterator[KnownThing]:
    """How many entries of this year each register has, of what she may see."""
    hers = registers.registers_read_by(viewer)
    rows = registers.visible_to(viewer, *hers).filter(year=viewer.on.year).order_by() if hers else Entry.objects.none()
    counted = dict(rows.values_list("register").annotate(Count("pk")))
    for one in hers:
        label = _("%(what)s of %(year)d, entries") % {"what": one.name, "year": viewer.on.year}
        yield KnownThing(f"kept.{one.code}", label, str(counted.get(one.pk, 0)))
