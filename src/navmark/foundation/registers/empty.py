"""空白表: the sheet of a register before anybody has written, for the pen: what 批量录入 asks stands on it, and a row for whoever
signs each step."""

from collections.abc import Iterator

from django.conf import settings
from django.utils.translation import override

from navmark.foundation.papers.description import Description
from navmark.foundation.papers.known import Known
from navmark.foundation.papers.on_paper import for_the_pen
from navmark.foundation.printing import wording
from navmark.foundation.printing.sheet import Block, Grid, Labelled, RuledColumn, RuledTable, Sheet, Title
from navmark.foundation.registers.heads import naming
from navmark.foundation.registers.models import HandRole, Register
from navmark.foundation.registers.steps import Course, EntryStep

SIGNED = (RuledColumn("环节", 38), RuledColumn("意见", 50, centred=False), RuledColumn("签字", 34), RuledColumn("日期", 34))
NUMBER = f"{wording.GAP * 2}年第{wording.GAP * 2}号"


def empty_sheet(one: Register, course: Course, paper: Description, known: Known, *, whose: str = "") -> Sheet:
    """In the school's language. `whose`: the unit, where there is but one."""
    with override(settings.LANGUAGE_CODE):
        title = one.sheet_title or one.title
        return Sheet(title, tuple(_blocks(one, course, paper, known, Title(title, whose, NUMBER if one.numbered else ""))))


def _blocks(one: Register, course: Course, paper: Description, known: Known, title: Title) -> Iterator[Block]:
    yield title
    yield Grid(tuple(_head(one, paper)))
    yield from for_the_pen(paper, known)
    if steps := tuple(_onward(course)):
        yield RuledTable(SIGNED, tuple((step.zh, "", "", "") for step in steps))


def _head(one: Register, paper: Description) -> Iterator[tuple[Labelled, ...]]:
    """As an entry's own sheet has it; a name only where the paper says none."""
    if naming(one, paper) is None:
        yield (Labelled("名称"),)
    day = Labelled("日期", wording.NO_DAY)
    yield (day, Labelled("负责人")) if one.owned else (day,)
    yield from ((Labelled(str(HandRole(role).label)),) for role in one.roles)


def _onward(course: Course) -> Iterator[EntryStep]:
    """Nobody signs beforehand for a step back, or one that goes round."""
    places = {key: place for place, key in enumerate(course.by_key)}
    yield from (step for step in course.steps if places[step.to] > min(places[state] for state in step.of))
