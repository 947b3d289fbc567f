"""The grid of a month: theme and number, unit by unit, typed down the column; each line saves itself."""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from navmark.foundation.activities import access
from navmark.foundation.activities.kinds import Kind
from navmark.foundation.activities.occasions import doors
from navmark.foundation.activities.occasions.forms import MOST
from navmark.foundation.activities.occasions.lines import OccasionLine, Typed, lines, save_line
from navmark.foundation.activities.occasions.themes import AboveLines, above
from navmark.foundation.activities.shelves import readers_of
from navmark.foundation.almanac.arithmetic import add_months, month_end
from navmark.foundation.people.access import open_to
from navmark.foundation.people.models import Person, Unit, UnitKind
from navmark.foundation.people.naming import name_on, order_on_lists
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.ui.refusals import Refusal

EARLIEST, YEARS_AHEAD = 2000, 2
TOPIC_LENGTH = 200


@open_to()
@require_http_methods(["GET", "POST"])
def grid(request: HttpRequest, kind: str) -> HttpResponse:
    viewer: Viewer = request.viewer
    one = doors.kind_to_read(viewer, kind)
    if not one.is_line:
        raise Http404
    month = _month(request.GET.get("month", ""), viewer.on)
    mine = access.units_to_plan(viewer, one) if one.is_open_on(viewer.on) else []
    wrong: dict[str, str] = {}
    if request.method == "POST":
        if not mine:
            raise PermissionDenied
        wrong = _save(one, mine, month, request.POST, by=viewer.person, at=timezone.now())
        if "X-Autosave" in request.headers:
            words = "\n".join(wrong.values())
            return HttpResponse(words, status=422 if wrong else 204, content_type="text/plain; charset=utf-8")
        if not wrong:
            return redirect(reverse("activities:lines", args=[one.code], query={"month": f"{month:%Y-%m}"}))
    shown = list(lines(one, _shown(viewer, one, mine), month, today=viewer.on))
    return _page(request, one, month, shown, mine, wrong, theme=above(viewer, one, [line.unit for line in shown], month))


def _shown(viewer: Viewer, one: Kind, mine: list[Unit]) -> list[Unit]:
    """Her own first: a class teacher types in one line, and reads the others below."""
    others = [unit for unit in units_of(viewer, one) if unit not in mine]
    return [*sorted(mine, key=order_on_lists), *sorted(others, key=order_on_lists)]


def units_of(viewer: Viewer, one: Kind) -> list[Unit]:
    """The units of which she reads."""
    return [unit for unit in viewer.units_today if unit.kind == one.unit_kind and viewer.is_in(unit, *readers_of(one))]


def _page(
    request: HttpRequest,
    one: Kind,
    month: date,
    shown: list[OccasionLine],
    mine: list[Unit],
    wrong: dict[str, str],
    *,
    theme: AboveLines | None,
) -> HttpResponse:
    rows: list[dict[str, Any]] = [_row(line, line.unit in mine, wrong, request.POST) for line in shown]
    own = [row for row in rows if row["writes"]]
    for row in [row for row in own if row["line"].activity is None][:1]:
        row["opens"] = True  # the cursor stands where something is to be typed
    context = {
        "kind": one, "month": month, "own": own, "others": [row for row in rows if not row["writes"]], "count": len(rows),
        "writes": bool(mine), "done": sum(line.is_complete for line in shown), "unit_kind": UnitKind(one.unit_kind).label,
        "before": add_months(month, -1), "after": add_months(month, 1), "last": month_end(month), "theme": theme,
    }  # fmt: skip
    return render(request, "activities/lines.html", context, status=422 if wrong else 200)


def _row(line: OccasionLine, writes: bool, wrong: dict[str, str], posted: QueryDict) -> dict[str, Any]:
    """With what was typed, where it was refused."""
    key = str(line.unit.pk)
    there = "" if line.there is None else str(line.there)
    typed = {"topic": line.topic if writes or line.activity else "", "there": there, "day": line.day.isoformat()}
    if key in wrong:
        typed = {name: posted.get(f"{name}-{key}", value) for name, value in typed.items()}
    return {"line": line, "key": key, "writes": writes, "wrong": wrong.get(key, ""), **typed}


def _month(text: str, on: date) -> date:
    try:
        month = datetime.strptime(text, "%Y-%m").date()
    except ValueError:
        return on.replace(day=1)
    return month if EARLIEST <= month.year <= on.year + YEARS_AHEAD else on.replace(day=1)


def _save(one: Kind, mine: list[Unit], month: date, posted: QueryDict, *, by: Person, at: datetime) -> dict[str, str]:
    """What was refused, by unit; every other line is saved."""
    wrong = {}
    for unit in mine:
        key = str(unit.pk)
        if f"topic-{key}" not in posted:
            continue
        try:
            save_line(one, unit, month, _typed(posted, key, month), by=by, at=at)
        except Refusal as refusal:
            wrong[key] = f"{name_on(unit, month)}：{refusal}"
    return wrong


def _typed(posted: QueryDict, key: str, month: date) -> Typed:
    topic = posted.get(f"topic-{key}", "").strip()
    if len(topic) > TOPIC_LENGTH:
        raise Refusal(_("At most %(count)s characters.") % {"count": TOPIC_LENGTH})
    return Typed(_day(posted.get(f"day-{key}", ""), month), topic, _number(posted.get(f"there-{key}", "")))


def _number(text: str) -> int | None:
    text = text.strip()
    if not text:
        return None
    if not text.isdecimal() or len(text) > len(str(MOST)):
        raise Refusal(_("Write a number of people."))
    return int(text)


def _day(text: str, month: date) -> date | None:
    if not text.strip():
        return None
    try:
        day = date.fromisoformat(text.strip())
    except ValueError:
        raise Refusal(_("Write a day of this month.")) from None
    if (day.year, day.month) != (month.year, month.month):
        raise Refusal(_("Write a day of this month."))
    return day
