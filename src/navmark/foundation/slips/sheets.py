"""告知家长书 with its 回执: a page for each pupil, the letter above, the slip to tear off below."""

from collections.abc import Iterator

from navmark.foundation.people.models import Person, Unit
from navmark.foundation.people.naming import name_on
from navmark.foundation.printing import wording
from navmark.foundation.printing.sheet import Block, Cut, Grid, Labelled, Note, Sheet, Title
from navmark.foundation.slips.pile import Pile

GREETING = "尊敬的{name}家长：您好！学校组织“{title}”，请您阅读以下事项，自愿填写下方回执，撕下后交回班主任。"
VOLUNTARY = "自愿参加；同意后可随时告知班主任撤回，无须说明理由。不参加的学生由学校另行安排，不影响任何评价。"
DATA = "回执用于确定名单，由班主任、组织者和带队教师查阅，{years}照护提示可不填，只供带队教师照护使用，结束后即删除。"
CARE = "□没有　　　□有，同意带队教师知悉：\n　"  # a line more for the pen
KEPT = "办结{years}年后删除；"


def letters(pile: Pile, unit: Unit) -> Sheet:
    """For those whose slip is not there; where all are, for all."""
    whole = pile.pupils[unit.pk]
    asked = [one for one in whole if one.pk not in pile.signed] or whole
    rows = (*pile.asked.letter(pile.entry), Labelled("自愿原则", VOLUNTARY), Labelled("个人信息", _data(pile)))
    blocks = tuple(block for place, one in enumerate(asked) for block in _page(pile, unit, one, rows, is_first=not place))
    return Sheet(f"{pile.entry.title}告知家长书", blocks or (Title("告知家长书", name_on(unit, pile.day)),), on=pile.day)


def _data(pile: Pile) -> str:
    kept = pile.entry.register.years_kept
    return DATA.format(years=KEPT.format(years=kept) if kept else "")


def _page(pile: Pile, unit: Unit, pupil: Person, rows: tuple[Labelled, ...], *, is_first: bool) -> Iterator[Block]:
    klass = name_on(unit, pile.day)
    yield Title("告知家长书", pile.entry.school.name, wording.day(pile.day), new_page=not is_first)
    yield Note(GREETING.format(name=f"{klass}{pupil.name}", title=pile.entry.title))
    yield Grid(tuple((row,) for row in rows))
    yield Cut(f"{pile.entry.title}回执")
    yield Grid(
        (
            (Labelled("班级", klass), Labelled("学生", pupil.name)),
            (Labelled("是否参加", "□同意参加　　　□不参加"),),
            (Labelled("照护提示", CARE),),
            (Labelled("家长签字"), Labelled("联系电话"), Labelled("日期")),
        ),
        together=True,
    )
