"""Two tours of the demo school: one that came back, with its counts; one whose slips come in. Every child is invented."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils.timezone import get_current_timezone, localdate

from navmark.foundation.almanac.queries import work_calendar
from navmark.foundation.people.circles import people_in
from navmark.foundation.people.models import Person, Unit
from navmark.foundation.people.queries import grades
from navmark.foundation.registers import actions as entries
from navmark.foundation.registers.known import register
from navmark.foundation.registers.models import Entry
from navmark.pillars.experience.tours import actions
from navmark.pillars.experience.tours.tour import CODE, Tour

ALONG, CLASSES, MOST = 5, 2, 15
BACK = {
    "site": "启明抗战纪念馆", "purpose": "学习一段历史，完成一张说明卡。", "vehicle": "包车", "drive": 35, "cost": 3000,
    "tasks": "找到三件文物，写下它们的名字\n选一件，说说它是谁用过的\n回家讲给家人听，记下他们的话",
}  # fmt: skip
AHEAD = {"site": "古运河码头遗址", "purpose": "看水闸，画一张水路图。", "vehicle": "校车", "drive": 50, "rest": 0}
ASSESSED = {"risks": "乘车、过马路、台阶；临水一侧不停留。", "plan_b": "校医随行，每车一名联络人。"}
INCIDENTS = ({"at": time(10, 20), "what": "一名学生晕车", "done": "前排休息，校医看护", "told": True},)


def build(*, since: date, at: datetime) -> None:
    fourth, fifth = grades()[3], grades()[4]
    _came_back(fifth, at)
    _sets_out(fourth, at)


def _came_back(grade: Unit, at: datetime) -> None:
    day = _moment(at, 20)
    tour, by = _begin(grade, "五年级抗战纪念馆研学", {**BACK, "goes_on": localdate(day)}, _moment(at, 45))
    _go_on(tour, "assess", {**ASSESSED, "safety": str(by.pk)}, _moment(at, 42))
    _go_on(tour, "file", {"filed_on": localdate(_moment(at, 38))}, _moment(at, 38))
    for unit in Tour(tour).classes[:CLASSES]:
        _slips(Tour(tour), unit, missing=1, by=by, at=_moment(at, 28))
    actions.list_classes(Tour(tour), Tour(tour).classes[:CLASSES], by=by, at=_moment(at, 26))
    actions.divide(Tour(tour), most=MOST, by=by, at=_moment(at, 26))
    _go_on(tour, "collect", {"insured": True}, _moment(at, 25))
    for place, point in enumerate(Tour(tour).points):
        for group in Tour(tour).groups:
            due = sum(one.group_id == group.pk for one in Tour(tour).travellers)
            actions.count(group, point=point, there=due, note="", by=group.leader, at=day + timedelta(hours=2 * place - 2))
    _go_on(tour, "go", {"lesson_on": localdate(_moment(at, 21)), "incidents": INCIDENTS}, day + timedelta(hours=7))
    _go_on(tour, "close", {"summary": "说明卡在长廊展出两周，六个小组各推荐一张。"}, _moment(at, 14))


def _sets_out(grade: Unit, at: datetime) -> None:
    goes_on = localdate(at) + timedelta(days=25)
    entry, by = _begin(grade, "四年级古运河研学", {**AHEAD, "goes_on": goes_on}, _moment(at, 10))
    _go_on(entry, "assess", {**ASSESSED, "safety": str(by.pk)}, _moment(at, 7))
    _go_on(entry, "file", {"filed_on": localdate(_moment(at, 4))}, _moment(at, 4))
    tour = Tour(entry)
    _slips(tour, tour.classes[0], missing=2, by=by, at=_moment(at, 2))
    child = next(one for one in tour.pupils_of(tour.classes[0]) if one.pk in Tour(entry).signed)
    actions.note_care(tour, child, "花粉过敏，药在书包侧袋，需要时提醒服用。", is_signed=True, by=by, at=_moment(at, 2))


def _begin(grade: Unit, title: str, given: dict[str, Any], at: datetime) -> tuple[Entry, Person]:
    owner = people_in(["grade_head"], grade, on=localdate(at)).first()
    assert owner is not None
    others = people_in(["teachers_of"], grade, on=localdate(at)).exclude(pk=owner.pk).order_by("sort_key", "pk")[:ALONG]
    head = entries.EntryHead(grade, title, localdate(at), owner)
    return entries.add(register(CODE), head, given, hands={"helper": others}, by=owner, at=at), owner


def _go_on(entry: Entry, key: str, given: dict[str, Any], at: datetime) -> None:
    step = entry.edition.course.step(key)
    assert step is not None and entry.owner is not None
    entries.take(Entry.fresh(entry.pk), step, given, by=entry.owner, at=at)


def _slips(tour: Tour, unit: Unit, *, missing: int, by: Person, at: datetime) -> None:
    pupils = tour.pupils_of(unit)
    lack = {one.pk for one in pupils[:missing]}
    pile = len(pupils) - len(lack)
    actions.record_slips(tour, unit, slips=pile, missing=lack, signed_on=localdate(at), by=by, at=at)


def _moment(at: datetime, ago: int) -> datetime:
    """Ten in the morning of the workday on or before that day."""
    day, calendar = localdate(at) - timedelta(days=ago), work_calendar()
    while not calendar.day_kind(day).workday:
        day -= timedelta(days=1)
    return datetime.combine(day, time(10), tzinfo=get_current_timezone())
