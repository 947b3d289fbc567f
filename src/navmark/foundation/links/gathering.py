"""What carries a tag, as far as a viewer may see it: kind by kind, term by term, and how far each is."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from navmark.foundation.almanac.queries import school_calendar
from navmark.foundation.almanac.terms import TermDates
from navmark.foundation.links.linkable import Linked, Written, linkables
from navmark.foundation.links.models import Tag, Tie
from navmark.foundation.people.viewer import Viewer

AT_A_GLANCE = 12
BETWEEN = ""  # the key of the days that lie in no term


@dataclass(frozen=True)
class GatheredKind:
    """Things of one kind, newest first. `unnamed`: how many more are about a child, which are counted and nowhere listed."""

    what: str
    things: tuple[Linked, ...]
    unnamed: int = 0

    @property
    def count(self) -> int:
        return len(self.things) + self.unnamed

    @property
    def first(self) -> tuple[Linked, ...]:
        return self.things[:AT_A_GLANCE]

    @property
    def rest(self) -> tuple[Linked, ...]:
        """Folded."""
        return self.things[AT_A_GLANCE:]

    @property
    def how_far(self) -> list[tuple[str, int]]:
        """In words, of what goes through states: how many are there."""
        counted = Counter(one.how_far for one in self.things if one.how_far)
        return counted.most_common() if len(counted) > 1 or any(one.is_open for one in self.things) else []


@dataclass(frozen=True)
class TermCount:
    """A line of the figures: how many of a kind in each term, and of all."""

    what: str
    counts: tuple[int, ...]

    @property
    def total(self) -> int:
        return sum(self.counts)


@dataclass(frozen=True)
class GatheredTerm:
    key: str
    name: str


@dataclass(frozen=True)
class Gathering:
    """`terms`: oldest first, those in which something lies; `figures`: a line for each kind, over these terms; `kinds`: things
    of the term that was asked for, or of all."""

    tag: Tag
    terms: tuple[GatheredTerm, ...]
    term: GatheredTerm | None
    figures: tuple[TermCount, ...]
    kinds: tuple[GatheredKind, ...]

    @property
    def count(self) -> int:
        return sum(one.count for one in self.kinds)

    @property
    def totals(self) -> list[int]:
        return [sum(line.counts[place] for line in self.figures) for place in range(len(self.terms))]


def gathered(viewer: Viewer, tag: Tag, *, term: str | None = None) -> Gathering:
    """What carries it and she may see; of one term, by its key, or of all. A few queries for each room that links things."""
    found = _found(viewer, tag)
    days = {what: [*(one.day for one in things), *unnamed] for what, (things, unnamed) in found.items()}
    calendar = school_calendar()
    lies = {day: _term(calendar.term_on(day)) for some in days.values() for day in some}
    terms = tuple(sorted(set(lies.values()), key=lambda one: one.key or "~"))  # what lies between them comes last
    wanted = next((one for one in terms if one.key == term), None)
    figures = (TermCount(what, tuple(sum(lies[day] == one for day in some) for one in terms)) for what, some in days.items())
    kinds = (
        GatheredKind(
            what,
            tuple(one for one in things if wanted in (None, lies[one.day])),
            sum(wanted in (None, lies[day]) for day in unnamed),
        )
        for what, (things, unnamed) in found.items()
    )
    return Gathering(tag, terms, wanted, tuple(figures), tuple(one for one in kinds if one.count))


def _found(viewer: Viewer, tag: Tag) -> dict[str, tuple[list[Linked], list[date]]]:
    """What it is -> the things that are named, and the days of those that are not."""
    things = [linked for room in linkables() for linked in room.tagged(viewer, tag)]
    carried = _carried(tag, things)
    found: dict[str, tuple[list[Linked], list[date]]] = defaultdict(lambda: ([], []))
    for one in things:
        found[one.what][0].append(replace(one, aside=carried.get(one.pk, "")))
    for room in linkables():
        for what, day in room.counted(viewer, tag):
            found[what][1].append(day)
    return found


def _term(dates: TermDates | None) -> GatheredTerm:
    return GatheredTerm(dates.period.key, dates.period.label()) if dates else GatheredTerm(BETWEEN, _("between terms"))


def _carried(tag: Tag, things: Iterable[Linked]) -> dict[UUID, str]:
    """Thing -> in words, from which campaign it came or into which it went; only where it is a campaign. One query."""
    seen = [one.pk for one in things]
    if not tag.is_campaign or not seen:
        return {}
    rows = Tie.objects.filter(Q(tag=tag, carried_from__isnull=False) | Q(carried_from=tag), thing__in=seen)
    words: dict[UUID, list[str]] = defaultdict(list)
    for row in rows.select_related("tag", "carried_from"):
        if row.tag_id == tag.pk and row.carried_from:
            words[row.thing].append(_("carried over from %(campaign)s") % {"campaign": row.carried_from.name})
        elif row.tag:
            words[row.thing].append(_("carried on into %(campaign)s") % {"campaign": row.tag.name})
    return {pk: " · ".join(some) for pk, some in words.items()}


def written_of(viewer: Viewer, tag: Tag) -> Written | None:
    """The paper of the thing that is the campaign, if there is one and she may see it."""
    if tag.thing is None:
        return None
    return next((found for room in linkables() if (found := room.written(viewer, tag.thing))), None)


def heart_of(viewer: Viewer, tag: Tag) -> Linked | None:
    """The thing that is the campaign, if she may see it."""
    if tag.thing is None:
        return None
    return next((one for room in linkables() for one in room.shown(viewer, [tag.thing])), None)


def unfinished(viewer: Viewer, tag: Tag) -> list[Linked]:
    """What is still open of a campaign, and hers to carry into the next: not what has been carried there already."""
    if not tag.is_campaign:
        return []
    found = [one for room in linkables() for one in room.unfinished(viewer, tag)]
    gone = set(Tie.objects.filter(carried_from=tag, thing__in=[one.pk for one in found]).values_list("thing", flat=True))
    return [one for one in found if one.pk not in gone]
