"""The printed record of an occasion: the standard head, its paper, and what closes a record."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from django.conf import settings
from django.utils.translation import override

from navmark.foundation.activities.kinds import Kind, kind
from navmark.foundation.activities.models import Activity, Part
from navmark.foundation.activities.occasions.writing import written_of
from navmark.foundation.activities.part_papers import papers_of
from navmark.foundation.activities.roll import Rolls
from navmark.foundation.activities.tidying import is_made_up, written_on
from navmark.foundation.almanac.queries import work_calendar
from navmark.foundation.attachments.queries import lines_of
from navmark.foundation.papers.description import Description
from navmark.foundation.papers.known import Known
from navmark.foundation.papers.models import Answers
from navmark.foundation.papers.on_paper import blocks as paper_blocks
from navmark.foundation.papers.on_paper import for_the_pen
from navmark.foundation.people.naming import name_on
from navmark.foundation.printing import chapters, closing, wording
from navmark.foundation.printing.sheet import Block, Grid, Heading, Labelled, Sheet, Signatures, Text, Title

OWNER = "activities.activity"


def sheet_of(activity: Activity, *, sealed: bool, part: Part | None = None) -> Sheet:
    """Of the whole gathering, which its first part heads, or of one `part` that joined it. In the school's language, whatever
    that of the page; without `sealed` what is sensitive is left to the pen."""
    with override(settings.LANGUAGE_CODE):
        of = part or next(iter(activity.parts.all()))
        blocks: Iterable[Block] = _blocks(activity, of, sealed)
        if activity.completed_at is not None:
            blocks = map(_answered, chapters.none_where_empty(blocks))
        return Sheet(kind(of.kind).sheet, tuple(blocks), on=activity.day)


def empty_sheet(one: Kind, paper: Description, known: Known, *, whose: str = "") -> Sheet:
    """Before anybody has written: for the pen."""
    with override(settings.LANGUAGE_CODE):
        places = ("地点", "主持人"), ("应到", "实到")
        head = Grid(((Labelled("时间", wording.span(None, None)),), *(tuple(map(Labelled, row)) for row in places)))
        number = f"第{wording.GAP * 2}次" if one.numbered else ""
        signed = Signatures((("主持人（签字）：", "记录人（签字）："),))
        return Sheet(one.sheet, (Title(one.sheet, whose, number), head, *for_the_pen(paper, known), signed))


def _answered(block: Block) -> Block:
    """A finished record has no place left for the pen."""
    return replace(block, text=wording.NONE) if isinstance(block, Text) and not block.text else block


def _blocks(activity: Activity, of: Part, sealed: bool) -> Iterator[Block]:
    one, beside = kind(of.kind), papers_of(activity)
    which = f"第{of.number}次" if of.number else wording.day(activity.day)
    yield Title(one.sheet, name_on(activity.unit, activity.day), which)
    yield Grid(tuple(_head(activity, is_counted=one.is_counted and not of.is_joined)))
    if of.is_joined:
        yield from _said_on(beside[of.pk].answers, beside[of.pk].known, sealed)
    else:
        yield from _said_on(*written_of(activity), sealed)
        for number, paper in enumerate(beside.values(), start=1):
            yield Heading(f"{wording.numeral(number)}、{kind(paper.part.kind).named}")
            yield from _said_on(paper.answers, paper.known, sealed)
    finished = written_on(activity)
    names = [line.attachment.name for line in lines_of(OWNER, activity.pk, closed_at=None, at=activity.starts_at)]
    yield from closing.notes([*closing.written(finished, _made_up(activity, finished)), *closing.attached(names)])


def _said_on(answers: Answers | None, known: Known, sealed: bool) -> Iterable[Block]:
    return paper_blocks(answers.edition.description, answers.values, known, sealed=sealed) if answers is not None else ()


def _made_up(activity: Activity, on: date | None) -> closing.MadeUp | None:
    """补录, by whoever answers for the record."""
    if on is None or not is_made_up(activity.day, on, calendar=work_calendar()):
        return None
    who = activity.recorder or activity.host
    return closing.MadeUp(who.name if who else "", on)


def _head(activity: Activity, *, is_counted: bool) -> Iterator[tuple[Labelled, ...]]:
    yield (Labelled("时间", wording.span(activity.starts_at, activity.ends_at)),)
    yield (Labelled("地点", activity.place), Labelled("主持人", activity.host.name if activity.host else ""))
    due, there = (activity.due_count, activity.there_count) if is_counted else _on_roll(activity)
    yield (Labelled("应到", wording.count(due, "人")), Labelled("实到", wording.count(there, "人")))
    if not is_counted and (away := [place.person.name for place in Rolls(activity).whole().away]):
        yield (Labelled("缺席", wording.names(away)),)


def _on_roll(activity: Activity) -> tuple[int, int | None]:
    """Nobody marked: left to the pen."""
    whole = Rolls(activity).whole()
    return whole.expected, None if whole.unmarked == whole.expected else whole.present
