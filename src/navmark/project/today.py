"""What stands on the home page: everything that waits for this viewer, by its day, each with one button.

It reads the one table of what waits; its cost grows neither with the mechanisms nor with the activities of the school.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from navmark.foundation.activities import access as activities
from navmark.foundation.activities.models import Activity, ActivityState, Attendance
from navmark.foundation.activities.pages import page_of
from navmark.foundation.cadence import queries as cadence
from navmark.foundation.cadence.access import concerning
from navmark.foundation.cadence.models import DutyState, Step
from navmark.foundation.cadence.offers import offer_for
from navmark.foundation.cadence.queries import Owed
from navmark.foundation.people.models import Unit
from navmark.foundation.people.naming import name_on
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.statute.book import RuleUnknown, rule
from navmark.project.lines import WaitingLine
from navmark.project.upkeep import upkeep_for

SOON = timedelta(weeks=4)
SHOWN = 10  # lines of what was done
OTHERS_SHOWN = 60
LATE, WEEK, MONTH, LATER = "late", "week", "month", "later"
HEADS = {
    LATE: gettext_lazy("Past its day"),
    WEEK: gettext_lazy("This week"),
    MONTH: gettext_lazy("This month"),
    LATER: gettext_lazy("Later"),
}


@dataclass(frozen=True)
class TodaySection:
    head: str | Promise
    lines: list[WaitingLine]


@dataclass(frozen=True)
class Today:
    """`sections` is what this viewer can act on, and alone is counted. `others` is what others see to: how many and how many of
    them late, and their lines only when asked for."""

    answer: str
    sections: list[TodaySection]
    coming: list[WaitingLine]
    meetings: list[Activity]
    done: list[WaitingLine]
    others_count: int
    others_late: int
    others: list[WaitingLine]
    has_duties: bool

    @property
    def now(self) -> list[WaitingLine]:
        return [line for section in self.sections for line in section.lines]


def today_for(viewer: Viewer, on: date, *, with_others: bool = False) -> Today:
    """The page's content for this viewer. The number of queries does not grow with the number of lines."""
    mine, seen = concerning(viewer)
    owed = _once_a_matter(cadence.waiting_now(mine, on=on, until=on + SOON))
    count, late = cadence.counted(seen & ~mine, on=on)
    others_shown = cadence.waiting_now(seen & ~mine, on=on, until=on, at_most=OTHERS_SHOWN) if with_others and count else []
    done = cadence.done_lately(mine | seen, on=on)
    say = _Words(viewer, on, [*owed, *others_shown, *done])
    open_now = [one for one in owed if one.is_open]
    upkeep = upkeep_for(viewer, on)
    return Today(
        answer=_answer(len(open_now) + len(upkeep), sum(one.state == DutyState.LATE for one in open_now)),
        sections=_sections(open_now, upkeep, say, on),
        coming=say.folded(one for one in owed if not one.is_open),
        meetings=_meetings_ahead(viewer, on),
        done=say.done(done)[:SHOWN],
        others_count=count,
        others_late=late,
        others=say.folded(others_shown),
        has_duties=bool(owed or done or count),
    )


def _once_a_matter(owed: Sequence[Owed]) -> list[Owed]:
    """A matter that is hers by an office and in person stands there once; what was due with a record that she completes or signs
    is not listed beside it."""
    records = {one.duty.about_id for one in owed if one.duty.step in (Step.RECORD, Step.LOCK)}
    found: dict[tuple, Owed] = {}
    for one in owed:
        duty = one.duty
        if duty.cadence_id is None or duty.about_id not in records:
            found.setdefault((duty.source_kind, duty.source_id) if duty.source_id else (duty.pk,), one)
    return list(found.values())


def _answer(waiting: int, late: int) -> str:
    if not waiting:
        return _("Nothing waits for you.")
    words = ngettext("%(count)s thing to do", "%(count)s things to do", waiting) % {"count": waiting}
    if not late:
        return words
    return (
        words + _(", ") + ngettext("%(count)s of them past its day", "%(count)s of them past their day", late) % {"count": late}
    )


def _sections(owed: Sequence[Owed], upkeep: list[WaitingLine], say: "_Words", on: date) -> list[TodaySection]:
    """By the day by which it is to be done; what has no day of its own waits now."""
    week = on + timedelta(days=6 - on.weekday())
    found: dict[str, list[Owed]] = defaultdict(list)
    for one in owed:
        due, late = one.duty.due_on or on, one.state == DutyState.LATE
        found[LATE if late else WEEK if due <= week else MONTH if (due.year, due.month) == (on.year, on.month) else LATER].append(
            one
        )
    lines = {key: say.folded(some) for key, some in found.items()}
    lines[WEEK] = [*lines.get(WEEK, []), *upkeep]
    return [TodaySection(HEADS[key], lines[key]) for key in HEADS if lines.get(key)]


class _Words:
    """Duties as lines, for one viewer. One query: what their units are called."""

    def __init__(self, viewer: Viewer, on: date, owed: Iterable[Owed]) -> None:
        self.viewer, self.on = viewer, on
        places = {one.duty.place_id for one in owed if one.duty.place_id}
        units = Unit.objects.filter(pk__in=places).select_related("parent") if places else ()
        self.units = {unit.pk: name_on(unit, on) for unit in units}

    def folded(self, owed: Iterable[Owed]) -> list[WaitingLine]:
        """Equal matters are one line, with a link for each of their units."""
        equal: dict[tuple, list[Owed]] = defaultdict(list)
        for one in owed:
            duty = one.duty
            key = (duty.cadence_id, duty.period_key, one.state, duty.step) if duty.cadence_id and not duty.page else (duty.pk,)
            equal[key].append(one)
        return [self._one(some[0]) if len(some) == 1 else self._equal(some) for some in equal.values()]

    def _equal(self, some: list[Owed]) -> WaitingLine:
        lines = [self._one(one) for one in some]
        links = tuple((self._unit(one), line.url) for one, line in zip(some, lines, strict=True))
        return replace(lines[0], detail=some[0].period, links=links, url="")

    def _one(self, one: Owed) -> WaitingLine:
        duty, offer = one.duty, offer_for(self.viewer, one)
        rule_id = duty.cadence.rule_id if duty.cadence else ""
        note = offer.note if duty.cadence_id or duty.asked_by else ""  # the day of a record stands in its own column
        return WaitingLine(
            what=one.title,
            state=offer.state or one.state.value,
            state_label=offer.state_label or one.state_label,
            when=duty.due_on or (duty.opens_on if duty.step in (Step.RECORD, Step.LOCK) else None),
            detail=" · ".join(word for word in (one.period, self._place(one), note) if word),
            rule_id=rule_id,
            citation=_citation(rule_id, self.on),
            button=offer.button,
            url=offer.url,
            is_post=offer.is_post,
            anchor=f"duty-{duty.pk}",
        )

    def _place(self, one: Owed) -> str:
        """Whose it is; of a record only for who has several branches: both have a 支委会 of this month."""
        if one.duty.cadence_id is None and len(self.viewer.branch_ids) < 2:
            return ""
        return self._unit(one)

    def _unit(self, one: Owed) -> str:
        return self.units.get(one.duty.place_id, "") if one.duty.place_id else ""

    def done(self, owed: Iterable[Owed]) -> list[WaitingLine]:
        """One kind and period is one line, whoever it was done for; it leads to its meeting where one did it for all."""
        equal: dict[tuple, list[Owed]] = defaultdict(list)
        for one in owed:
            equal[(one.duty.cadence_id or one.duty.pk, one.duty.period_key)].append(one)
        return [self._done(some) for some in equal.values()]

    def _done(self, some: list[Owed]) -> WaitingLine:
        names = sorted({self.units[one.duty.place_id] for one in some if one.duty.place_id in self.units})
        detail = " · ".join(word for word in (some[0].period, "、".join(names)) if word)
        pages = {one.duty.page for one in some}
        page = pages.pop() if len(pages) == 1 else ""
        what, when = some[0].title, some[0].duty.settled_on
        button = Step.LOOK.label if page else ""
        return WaitingLine(what, DutyState.DONE.value, DutyState.DONE.label, when, detail=detail, button=button, url=page)


def _citation(rule_id: str, on: date) -> str:
    try:
        return rule(rule_id, on=on).citation() if rule_id else ""
    except RuleUnknown:
        return ""


def _meetings_ahead(viewer: Viewer, on: date) -> list[Activity]:
    """Where the viewer is expected in the next weeks. Two queries."""
    me = viewer.person
    mine = Q(host=me) | Q(recorder=me) | Q(pk__in=Attendance.objects.filter(person=me, activity__day__gte=on).values("activity"))
    rows = activities.visible_to(viewer).filter(mine, day__range=(on, on + SOON), state=ActivityState.PLANNED)
    found = list(rows.prefetch_related("parts").order_by("starts_at")[:20])
    for one in found:
        one.page = page_of(one)
    return found
