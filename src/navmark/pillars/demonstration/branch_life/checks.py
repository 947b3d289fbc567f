"""What the rules ask of the parts that this mechanism knows from within, said before the record is submitted."""

from collections.abc import Iterator
from datetime import date

from navmark.foundation.activities.models import ActivityState, Part
from navmark.foundation.activities.roll import Roll
from navmark.foundation.cadence.spans import PARTY_YEAR_OPENS, party_year_of
from navmark.foundation.proceedings.models import FollowUp
from navmark.foundation.statute.checks import content
from navmark.foundation.statute.findings import Finding, Outcome
from navmark.pillars.demonstration.branch_life.models import LifeMeetingNote, ThemeDayNote


def theme_day(part: Part, roll: Roll) -> Iterator[Finding]:
    """A themed day of which nothing but its fixed segments' names is recorded."""
    contents = [one.topic for one in part.segments.all() if one.topic]
    contents += [item.title for item in part.items.all()]
    contents += [note.account for note in ThemeDayNote.objects.filter(part=part) if note.account.strip()]
    yield from _problem(content.theme_day_content(contents=contents, on=part.activity.day))


def life_meeting(part: Part, roll: Roll, *, talk: str) -> Iterator[Finding]:
    """组织生活会: talks before it, counted without asking who talked; what is to be mended, by whom, until when, after it.

    `talk` is the kind of a talk. Talks held on paper count when the sheet tells of them.
    """
    day = part.activity.day
    held = Part.objects.filter(kind=talk, activity__state=ActivityState.HELD, activity__day__range=(_opening(day), day)).count()
    told = LifeMeetingNote.objects.filter(part=part).exclude(talks="").count()
    mend = FollowUp.objects.filter(decision__item__part=part).count()
    yield from _problem(content.life_meeting(talks_before=held + told, rectifications=mend, on=day))


def _opening(day: date) -> date:
    return date(party_year_of(day), *PARTY_YEAR_OPENS)


def _problem(finding: Finding) -> Iterator[Finding]:
    if finding.outcome == Outcome.PROBLEM:
        yield finding
