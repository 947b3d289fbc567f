"""What a viewer can do about a duty: its row says it, for whoever acts on it."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from navmark.foundation.cadence.access import acts_on, watches
from navmark.foundation.cadence.models import DutyState, Step
from navmark.foundation.cadence.queries import SETTLED, Owed
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.ui.dates import cn_date, cn_datetime

HELD = frozenset({Step.LOOK, Step.RECORD, Step.LOCK})  # what waits after a meeting; nothing else was held


@dataclass(frozen=True)
class Offer:
    """A duty's one button. `is_mine`: this viewer can act on it. `page`: where to read about it. `state` stands instead of the
    duty's own where something says more: its meeting was held and the record is open."""

    button: str | Promise = ""
    url: str = ""
    is_post: bool = False
    is_mine: bool = False
    note: str = ""
    page: str = ""
    state: str = ""
    state_label: str | Promise = ""


def offers_for(viewer: Viewer, owed: Iterable[Owed]) -> dict[UUID, Offer]:
    """Duty -> what this viewer can do about it. No query."""
    return {one.duty.pk: offer_for(viewer, one) for one in owed}


def offer_for(viewer: Viewer, one: Owed) -> Offer:
    duty, is_mine = one.duty, acts_on(viewer, one.duty)
    if one.state in SETTLED:
        page = duty.page if is_mine or watches(viewer, duty) else ""
        return Offer(button=Step.LOOK.label if page else "", url=page, page=page, note=_asked_by(one))
    step = Step(duty.step)
    if step == Step.FINISH:
        return _task(one, is_mine=is_mine)
    if step == Step.ARRANGE:
        may = is_mine and duty.action
        return Offer(button=step.label, url=duty.action, is_mine=True) if may else Offer()
    state, label = _said(one)
    note = _happens(one)
    may = is_mine or (watches(viewer, duty) and step in (Step.OPEN, Step.LOOK))
    button, url = (step.label, duty.action or duty.page) if may else ("", "")
    return Offer(button=button, url=url, is_mine=is_mine, note=note, page=duty.page, state=state, state_label=label)


def _asked_by(one: Owed) -> str:
    return _("asked for by %(meeting)s") % {"meeting": one.duty.asked_by} if one.duty.asked_by else ""


def _task(one: Owed, *, is_mine: bool) -> Offer:
    note, page = _asked_by(one), one.duty.page
    if not is_mine or not one.is_open:
        return Offer(note=note, page=page)
    url = one.duty.action or reverse("cadence:complete", args=[one.duty.pk])
    return Offer(button=Step.FINISH.label, url=url, is_post=True, is_mine=True, note=note, page=page)


def _happens(one: Owed) -> str:
    if one.duty.step_at is None:
        return ""
    if one.duty.step == Step.OPEN:
        return _("arranged for %(day)s") % {"day": cn_datetime(one.duty.step_at)}
    return _("held on %(day)s") % {"day": cn_date(one.duty.step_at)} if one.duty.step in HELD else ""


def _said(one: Owed) -> tuple[str, str | Promise]:
    if one.duty.step == Step.LOCK:
        return "submitted", _("to be locked")
    is_record = one.duty.step in (Step.LOOK, Step.RECORD)
    return ("record", _("record open")) if is_record and one.state != DutyState.LATE else ("", "")
