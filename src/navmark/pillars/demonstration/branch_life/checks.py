"""What the rules ask of the parts that this mechanism knows from within, said before the record is submitted."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from navmark.foundation.activities.models import ActivityState, Part
from navmark.foundation.activities.part_papers import papers_of
from navmark.foundation.activities.roll import Roll
from navmark.foundation.cadence.spans import PARTY_YEAR_OPENS, party_year_of
from navmark.foundation.papers.defaults import defaults
from navmark.foundation.papers.description import Values
from navmark.foundation.proceedings.models import FollowUp
from navmark.foundation.records.findings import SelfCheckFinding
from navmark.foundation.statute.checks import content
from navmark.foundation.statute.findings import Finding as ByRule
from navmark.foundation.statute.findings import Outcome

ALWAYS = ("誓词", "党章")  # 规定环节: the words by which they are known


def theme_day(part: Part, roll: Roll) -> Iterator[ByRule | SelfCheckFinding]:
    """A themed day of which nothing but its fixed segments' names is recorded, or whose oath or constitution is missing."""
    paper = papers_of(part.activity)[part.pk]
    values = paper.values
    rows = [*(values.get("fixed") or ()), *(values.get("optional") or ())]
    contents = [one["topic"] for one in rows if one.get("topic")]
    contents += [item.title for item in part.items.all()]
    contents += [values["account"]] if values.get("account") else []
    yield from _problem(content.theme_day_content(contents=contents, on=part.activity.day))
    named = "".join(one.get("name", "") for one in rows)
    usual = [row["name"] for row in defaults(paper.answers.edition.description, {}, paper.known).get("fixed") or ()]
    dropped = [next((one for one in usual if word in one), word) for word in ALWAYS if word not in named]
    if dropped:
        words = _(
            "The sheet does not tell of %(segments)s. Enter them with whoever led them; if they were no part of it, leave it."
        )
        yield SelfCheckFinding(f"dropped-{part.pk}", words % {"segments": "、".join(dropped)})


def life_meeting(part: Part, roll: Roll, *, talk: str) -> Iterator[ByRule]:
    """组织生活会: talks before it, counted without asking who talked; what is to be mended, by whom, until when, after it.

    `talk` is the kind of a talk. Talks held on paper count when the sheet tells of them.
    """
    day = part.activity.day
    held = Part.objects.filter(kind=talk, activity__state=ActivityState.HELD, activity__day__range=(_opening(day), day)).count()
    told = 1 if _said(part).get("talks") else 0
    mend = FollowUp.objects.filter(decision__item__part=part).count()
    yield from _problem(content.life_meeting(talks_before=held + told, rectifications=mend, on=day))


def _said(part: Part) -> Values:
    """What stands on its paper."""
    paper = papers_of(part.activity).get(part.pk)
    return paper.values if paper else {}


def _opening(day: date) -> date:
    return date(party_year_of(day), *PARTY_YEAR_OPENS)


def _problem(finding: ByRule) -> Iterator[ByRule]:
    if finding.outcome == Outcome.PROBLEM:
        yield finding
