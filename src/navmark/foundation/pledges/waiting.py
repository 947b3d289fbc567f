"""What waits of a pledge: the answer to an offer, a word of each period, a new holder where the old one is gone."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from uuid import UUID, uuid5

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from navmark.foundation.almanac.periods import PeriodKind
from navmark.foundation.almanac.queries import school_calendar
from navmark.foundation.almanac.terms import SchoolCalendar
from navmark.foundation.almanac.words import period_label
from navmark.foundation.cadence.models import Step
from navmark.foundation.cadence.sources import SCHOOL, Matter, Source, coded, register
from navmark.foundation.pledges.about import Thing
from navmark.foundation.pledges.actions.taking import PLEDGE
from navmark.foundation.pledges.files import page_of
from navmark.foundation.pledges.models import Pledge, PledgeLog, PledgeState
from navmark.foundation.pledges.periods import owed
from navmark.foundation.pledges.queries import strangers
from navmark.foundation.tenancy.models import School
from navmark.foundation.tenancy.scope import active_school_id

ABOUT = ("kind", "unit", "holder", "about_unit", "about_person", "about_entry")


def matters(ids: Sequence[UUID] | None, on: date) -> Iterator[Matter]:
    """Of every open pledge. Four queries, and one for each unit that keeps some."""
    rows = Pledge.objects.exclude(state=PledgeState.ENDED).exclude(kind__active_to__lt=on)
    rows = rows if ids is None else rows.filter(pk__in=list(ids))
    pledges = list(rows.select_related(*ABOUT))
    if not pledges:
        return
    gone, said = strangers(pledges, on), _said(pledges)
    calendar, in_use = school_calendar(), School.objects.get(pk=active_school_id()).in_use_since
    with override(settings.LANGUAGE_CODE):
        for pledge in pledges:
            if pledge.state == PledgeState.OFFERED:
                yield _asked(pledge, on)
            elif pledge.pk in gone:
                yield _left_alone(pledge, on)
            else:
                yield from _words(pledge, on, calendar, in_use=in_use, said=said.get(pledge.pk, ()))


def _said(pledges: list[Pledge]) -> Mapping[UUID, list[date]]:
    found: dict[UUID, list[date]] = {}
    for pk, day in PledgeLog.objects.filter(pledge__in=pledges).order_by().values_list("pledge", "day"):
        found.setdefault(pk, []).append(day)
    return found


def _title(pledge: Pledge, on: date) -> str:
    return f"{pledge.kind.title}：{Thing.of(pledge, on).name}"


def _asked(pledge: Pledge, on: date) -> Matter:
    """She was asked."""
    return Matter(
        source=pledge.pk, about=pledge.pk, title=_title(pledge, on), step=Step.ANSWER, opens_on=pledge.from_day or on,
        person=pledge.holder_id, page=page_of(pledge), asked_by=str(pledge.kind.title), step_at=pledge.made_at,
    )  # fmt: skip


def _left_alone(pledge: Pledge, on: date) -> Matter:
    """Its holder no longer stands among those who take it on."""
    title = coded("hand_over", _title(pledge, on))
    return Matter(
        source=pledge.pk, about=pledge.pk, title=title, step=Step.GO_ON, opens_on=pledge.from_day or on, place=pledge.unit_id,
        circles=tuple(pledge.kind.keepers), page=page_of(pledge), action=reverse("pledges:hand_over", args=[pledge.pk]),
        asked_by=str(pledge.kind.title), note=pledge.holder.name,
    )  # fmt: skip


def _words(pledge: Pledge, on: date, calendar: SchoolCalendar, *, in_use: date, said: Sequence[date]) -> Iterator[Matter]:
    """One for each period; its own source, so that two of them may wait."""
    since = max(in_use, pledge.from_day or in_use)
    for span in owed(pledge.kind.every, on, calendar, since=since, said=said):
        yield Matter(
            source=uuid5(pledge.pk, span.key), about=pledge.pk, title=_title(pledge, on), step=Step.ENTER,
            opens_on=max(span.opens_on, since), due_on=span.due_on, person=pledge.holder_id, page=page_of(pledge),
            action=reverse("pledges:write", args=[pledge.pk]), asked_by=str(pledge.kind.title),
            note=period_label(PeriodKind(pledge.kind.every), span.key),
        )  # fmt: skip


WORDS = {"hand_over": lambda what: _("Hand over: %(what)s") % {"what": what}}
register(Source(PLEDGE, (PLEDGE, SCHOOL), matters, words=WORDS))
