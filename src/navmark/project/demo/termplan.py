"""What the head of moral education has typed into the demo's term plan: around the week of today, since the school began here."""

import tomllib
from datetime import datetime
from pathlib import Path

from django.utils.timezone import localdate

from navmark.foundation.almanac.queries import school_calendar
from navmark.foundation.people.circles import people_in
from navmark.foundation.people.circles.named import MORAL_HEAD
from navmark.foundation.termplan.actions import LineSaid, add
from navmark.foundation.termplan.models import PlanColumn
from navmark.foundation.termplan.weeks import term_for, week_at, weeks_of

LINES = Path(__file__).with_suffix(".toml")


def write_lines(*, at: datetime) -> None:
    on, calendar = localdate(at), school_calendar()
    keeper = people_in((MORAL_HEAD,), None, on=on).first()
    weeks = weeks_of(term_for(calendar, on), calendar.work)
    columns = {one.code: one for one in PlanColumn.objects.all()}
    here = week_at(weeks, on)
    for line in tomllib.loads(LINES.read_text(encoding="utf-8"))["line"]:
        place = here + line["weeks_on"]
        if keeper is not None and 0 <= place < len(weeks):
            owner = keeper if line.get("own") else None
            add(LineSaid(weeks[place].key, line["words"], columns.get(line["column"]), owner), by=keeper, at=at)
