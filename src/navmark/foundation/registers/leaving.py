"""A campaign ends, or is given up: what it would leave open is counted first. Counting stops nobody: whether it closes all the
same is for a person to say."""

from dataclasses import dataclass

from django.db.models import Count
from django.utils.translation import gettext as _

from navmark.foundation.links.linkable import linkables
from navmark.foundation.links.models import Tag, Tie
from navmark.foundation.registers import known
from navmark.foundation.registers.files import ENTRY
from navmark.foundation.registers.filtering import asks
from navmark.foundation.registers.models import Entry
from navmark.foundation.registers.steps import EntryStep
from navmark.foundation.ui.marks import pause


@dataclass(frozen=True)
class LeftOpen:
    """How much of a campaign asks for something still, room by room; of everybody's: a number tells of nobody."""

    tag: Tag
    counts: tuple[tuple[str, int], ...]

    @property
    def total(self) -> int:
        return sum(count for _name, count in self.counts)

    @property
    def words(self) -> str:
        told = (_("%(what)s: %(n)d") % {"what": name, "n": count} for name, count in self.counts)
        return pause().join(told)


def left(tag: Tag) -> list[tuple[str, int]]:
    """Entries, register by register, in their order. What has been carried into another campaign is not left. Two queries."""
    ties = Tie.objects.filter(tag=tag, kind=ENTRY).exclude(thing__in=Tie.objects.filter(carried_from=tag).values("thing"))
    rows = Entry.objects.filter(asks(*known.registers()), pk__in=ties.values("thing")).order_by()
    counts = dict(rows.values_list("register").annotate(count=Count("pk")))
    return [(one.name, counts[one.pk]) for one in known.registers() if one.pk in counts]


def left_open(entry: Entry, step: EntryStep) -> LeftOpen | None:
    """What this step would leave open: entries, tasks of meetings, records; None where it closes no campaign, or one in which
    nothing is. No query for an entry that is no campaign."""
    if not entry.register.runs or not entry.course.state(step.to).is_closed:
        return None
    tag = Tag.objects.filter(thing=entry.pk).first()
    found = tuple(one for room in linkables() for one in room.left(tag)) if tag else ()
    return LeftOpen(tag, found) if tag and found else None
