"""What the demo branch held since the beginning, and what it has planned."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from django.utils.timezone import get_current_timezone, localdate

from navmark.foundation.activities.attendance import Mark
from navmark.foundation.activities.kinds import data_kinds
from navmark.foundation.activities.models import Activity, Presence
from navmark.foundation.activities.part_papers import papers_of, write
from navmark.foundation.activities.planning.actions import arrange
from navmark.foundation.activities.planning.foreknown import foreknown
from navmark.foundation.activities.plans import Plan, PlannedPart
from navmark.foundation.almanac.arithmetic import add_months
from navmark.foundation.almanac.queries import work_calendar
from navmark.foundation.people import queries as people
from navmark.foundation.people.models import Person, Unit
from navmark.foundation.proceedings.actions import agenda, deciding, writing
from navmark.foundation.proceedings.models import FollowUp
from navmark.foundation.programme.at_a_stroke import mark_all, plan_of, signed
from navmark.pillars.demonstration.branch_life import kinds

START = time(16, 30)
MORNING = time(10)
LEAD = timedelta(days=4)
SIGNED_WITHIN = timedelta(days=2)
TOPICS = {
    kinds.COMMITTEE: ("研究本月重点工作安排", "听取各党小组工作情况"),
    kinds.GROUP: ("交流学习体会", ""),
    kinds.THEME_DAY: ("读师德名著，品教育人生", ""),
    kinds.LECTURE: ("把师德写在课堂上", ""),
    kinds.ASSEMBLY: ("通报上季度工作，审议本季度计划", ""),
}
TALKS = ("一支粉笔二十年", "最后一班校车", "先备学生再备课")  # of whoever has the turn, as a part that the programme describes


def hold_all(branch: Unit, *, since: date, at: datetime) -> None:
    """Past months: held and locked. This month: the committee has met and its record is open; the assembly is planned."""
    today = localdate(at)
    first = since
    while first < today.replace(day=1):
        for kind, unit, day in _month(branch, first):
            if day + SIGNED_WITHIN <= today:
                _hold(kind, unit, branch, day, locked=True)
        first = add_months(first, 1)
    _finish_tasks(today)
    early = _workday(today - timedelta(days=6))
    if early.month == today.month and early < today:
        _hold(kinds.COMMITTEE, branch, branch, early, locked=False)
    ahead = _plan(kinds.THEME_DAY, branch, branch, _workday(today + timedelta(days=3)))
    arrange(ahead, by=_somebody(ahead.recorder), at=min(ahead.starts_at - LEAD, at))


def _finish_tasks(today: date) -> None:
    """What the meetings asked for was done in time, but for the last of it."""
    for task in FollowUp.objects.filter(due_on__lt=today).select_related("owner").order_by("-due_on")[1:]:
        moment = datetime.combine(task.due_on, MORNING, tzinfo=get_current_timezone())
        deciding.finish_task(task, on=task.due_on, by=task.owner, at=moment)


def _somebody(person: Person | None) -> Person:
    assert person is not None, "the demo branch has its secretary, leaders and clerk"
    return person


def _month(branch: Unit, first: date) -> Iterator[tuple[str, Unit, date]]:
    yield kinds.COMMITTEE, branch, _workday(first + timedelta(days=4))
    yield kinds.THEME_DAY, branch, _workday(first + timedelta(days=9))
    for group in people.party_groups(branch, first):
        yield kinds.GROUP, group, _workday(first + timedelta(days=14 + (group.number or 1)))
    if first.month % 3 == 0:
        yield kinds.ASSEMBLY, branch, _workday(first + timedelta(days=21))
        yield kinds.LECTURE, branch, _workday(first + timedelta(days=22))


def _workday(day: date) -> date:
    calendar = work_calendar()
    while not calendar.day_kind(day).workday:
        day += timedelta(days=1)
    return day


def _plan(kind: str, unit: Unit, branch: Unit, day: date) -> Plan:
    host = _somebody(people.leader_of(unit, day) if kind == kinds.GROUP else people.secretary_of(branch, day))
    topic = TOPICS[kind][0] if kind in (kinds.THEME_DAY, kinds.LECTURE) else ""
    starts_at = datetime.combine(day, START, tzinfo=get_current_timezone())
    clerk = _somebody(people.clerks(branch, day).first())
    plan = plan_of(kind, unit, starts_at, host=host, recorder=clerk, topic=topic, place="行政楼三楼党员活动室")
    talk = TALKS[day.month % len(TALKS)]
    joined = [PlannedPart(one.code, talk) for one in data_kinds() if kind in one.joins and foreknown(one, unit, day)]
    return replace(plan, parts=[*plan.parts, *joined])


def _hold(kind: str, unit: Unit, branch: Unit, day: date, *, locked: bool) -> None:
    plan = _plan(kind, unit, branch, day)
    clerk, during = _somebody(plan.recorder), plan.starts_at + timedelta(minutes=10)
    activity = arrange(plan, by=clerk, at=plan.starts_at - LEAD)
    absent = activity.roll.filter(presence="").exclude(person=activity.host).order_by("person__sort_key").last()
    marks = {absent.person: Mark(Presence.LEAVE, "外出培训")} if absent is not None and day.day % 2 else {}
    mark_all(activity, marks, by=clerk, at=during)
    _write(activity, kind, by=clerk, at=during)
    if locked:
        ended = activity.starts_at + timedelta(hours=2)
        signed(activity, by=clerk, second=_somebody(activity.host), at=ended, locked_at=ended + timedelta(hours=16))


def _write(activity: Activity, kind: str, *, by: Person, at: datetime) -> None:
    part, *joined = activity.parts.all()
    for one in joined:
        write(one, {"account": "结合三个课例讲了八分钟，会后两位青年教师约了听课。"}, by=by, at=at)
    month = activity.day.month
    if kind == kinds.LECTURE:
        lecturer = {"lecturer": str(_somebody(activity.host).pk), "form": "讲授", "hours": Decimal(1)}
        write(part, {**lecturer, "outline": f"{month}月：从三个课堂片段谈起。"}, by=by, at=at)
        return
    if kind == kinds.THEME_DAY:
        begun = papers_of(activity)[part.pk].values  # with what the paper knows: how many are to pay, the set segments
        account = f"{month}月主题党日按计划进行：重温誓词，集中学习，两名党员作微党课。"
        said = {"dues_paid": begun["dues_expected"], "account": account}  # its segments stand as it opened, led by turns
        write(part, said, by=by, at=at)
        return
    for title in filter(None, TOPICS[kind]):
        item = agenda.add_item(part, title=title, reporter=activity.host, points=f"{month}月情况汇报。", by=by, at=at)
        for row in activity.roll.filter(presence=Presence.PRESENT).select_related("person")[:3]:
            text = f"同意{month}月的安排。" if row.person_id == activity.host_id else f"结合本组{month}月实际谈了意见。"
            writing.write_speech(item, row.person, text=text, by=by, at=at)
    if kind == kinds.COMMITTEE:
        first = next(iter(part.items.all()))
        due = activity.day + timedelta(days=20)
        task = deciding.Task("督促落实本月重点工作", _somebody(activity.host), due)
        deciding.decide(first, text=f"同意{month}月重点工作安排。", tasks=[task], by=by, at=at)
