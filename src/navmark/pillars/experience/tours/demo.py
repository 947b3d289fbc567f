"""Two tours of the demo school: one that came back, with its counts; one whose slips come in. Every child is invented."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils.timezone import get_current_timezone, localdate

from navmark.foundation.almanac.queries import work_calendar
from navmark.foundation.outings import actions
from navmark.foundation.outings.outing import Outing
from navmark.foundation.people.circles import people_in
from navmark.foundation.people.models import Person, Unit
from navmark.foundation.people.queries import grades
from navmark.foundation.registers import actions as entries
from navmark.foundation.registers.known import register
from navmark.foundation.registers.models import Entry
from navmark.foundation.slips import actions as slips
from navmark.pillars.experience.tours.rules import CODE

ALONG, CLASSES, MOST = 5, 2, 15
PARENTS = {
    "payer": "家长",
    "insurance": "校方责任险；学校为每生办理意外险",
    "bring": "水壶、午餐、铅笔、雨具",
    "phone": "0632-5550123",
}
BACK = {
    "site": "启明抗战纪念馆", "purpose": "学习一段历史，完成一张说明卡。", "vehicle": "包车", "drive": 35, "cost": 3000,
    "gather": "7:40校门口集合，16:00返校", **PARENTS,
    "tasks": "找到三件文物，写下它们的名字\n选一件，说说它是谁用过的\n回家讲给家人听，记下他们的话",
}  # fmt: skip
AHEAD = {
    "site": "古运河码头遗址", "purpose": "看水闸，画一张水路图。", "vehicle": "校车", "drive": 50, "rest": 0, "cost": 0,
    "gather": "8:00校门口集合，15:30返校", **PARENTS,
}  # fmt: skip
ASSESSED = {"risks": "乘车、过马路、台阶；临水一侧不停留。", "plan_b": "校医随行，每车一名联络人。"}
INCIDENTS = ({"at": time(10, 20), "what": "一名学生晕车", "done": "前排休息，校医看护", "told": True},)


def build(*, since: date, at: datetime) -> None:
    fourth, fifth = grades()[3], grades()[4]
    _came_back(fifth, at)
    _sets_out(fourth, at)


def _came_back(grade: Unit, at: datetime) -> None:
    day = _moment(at, 20)
    entry, by = _filed(grade, "五年级抗战纪念馆研学", {**BACK, "goes_on": localdate(day)}, at, days=(45, 42, 38))
    for unit in Outing(entry).classes[:CLASSES]:
        _slips(Outing(entry), unit, missing=1, by=by, at=_moment(at, 28))
    actions.divide(Outing(entry), most=MOST, by=by, at=_moment(at, 26))
    _go_on(entry, "collect", {"insured": True}, _moment(at, 25))
    tour = Outing(entry)
    for place, point in enumerate(tour.points):
        for group in tour.groups:
            there, then = len(tour.within(group)), day + timedelta(hours=2 * place - 2)
            actions.count(tour, group, point=point, there=there, note="", by=group.leader, at=then)
    _go_on(entry, "go", {"lesson_on": localdate(_moment(at, 21)), "incidents": INCIDENTS}, day + timedelta(hours=7))
    _go_on(entry, "close", {"summary": "说明卡在长廊展出两周，六个小组各推荐一张。"}, _moment(at, 14))


def _sets_out(grade: Unit, at: datetime) -> None:
    goes_on = localdate(at) + timedelta(days=25)
    entry, by = _filed(grade, "四年级古运河研学", {**AHEAD, "goes_on": goes_on}, at, days=(10, 7, 4))
    _slips(Outing(entry), Outing(entry).classes[0], missing=2, by=by, at=_moment(at, 2))
    tour = Outing(entry)
    child = tour.of(tour.classes[0])[0][0]
    slips.note_care(tour, child, "花粉过敏，药在书包侧袋，需要时提醒服用。", is_signed=True, by=by, at=_moment(at, 2))


def _filed(grade: Unit, title: str, given: dict[str, Any], at: datetime, *, days: tuple[int, int, int]) -> tuple[Entry, Person]:
    """Planned, assessed and filed so many days ago; with its owner."""
    begun, assessed, filed = (_moment(at, ago) for ago in days)
    owner = people_in(["grade_head"], grade, on=localdate(at)).first()
    assert owner is not None
    others = people_in(["teachers_of"], grade, on=localdate(at)).exclude(pk=owner.pk).order_by("sort_key", "pk")[:ALONG]
    head = entries.EntryHead(grade, title, localdate(begun), owner)
    entry = entries.add(register(CODE), head, given, hands={"helper": others}, by=owner, at=begun)
    _go_on(entry, "assess", {**ASSESSED, "safety": str(owner.pk)}, assessed)
    return _go_on(entry, "file", {"filed_on": localdate(filed)}, filed), owner


def _go_on(entry: Entry, key: str, given: dict[str, Any], at: datetime) -> Entry:
    step = entry.edition.course.step(key)
    assert step is not None and entry.owner is not None
    return entries.take(Entry.fresh(entry.pk), step, given, by=entry.owner, at=at)


def _slips(tour: Outing, unit: Unit, *, missing: int, by: Person, at: datetime) -> None:
    pupils = tour.pupils[unit.pk]
    lack = {one.pk for one in pupils[:missing]}
    pile = len(pupils) - len(lack)
    slips.record_slips(tour, unit, slips=pile, missing=lack, signed_on=localdate(at), by=by, at=at)


def _moment(at: datetime, ago: int) -> datetime:
    """Ten in the morning of the workday on or before that day."""
    day, calendar = localdate(at) - timedelta(days=ago), work_calendar()
    while not calendar.day_kind(day).workday:
        day -= timedelta(days=1)
    return datetime.combine(day, time(10), tzinfo=get_current_timezone())
