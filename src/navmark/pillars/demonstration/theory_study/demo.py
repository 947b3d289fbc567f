"""The demo branch's year of study so far: what stood on paper before, two sessions by the plan, a course, what was made up."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal

from django.utils.timezone import get_current_timezone, localdate

from navmark.foundation.activities.files import ACTIVITY
from navmark.foundation.activities.models import Activity
from navmark.foundation.activities.occasions.actions import finish
from navmark.foundation.activities.planning.actions import arrange
from navmark.foundation.almanac.queries import work_calendar
from navmark.foundation.links.actions import link
from navmark.foundation.people import queries as people
from navmark.foundation.people.actions import exempt
from navmark.foundation.people.models import Person, Unit
from navmark.foundation.programme.at_a_stroke import mark_all, plan_of
from navmark.foundation.registers.actions import EntryHead, add, take
from navmark.foundation.registers.files import ENTRY
from navmark.foundation.registers.known import register
from navmark.foundation.registers.models import Entry
from navmark.foundation.study import actions
from navmark.foundation.study.actions import Studied
from navmark.foundation.study.year import StudyYear
from navmark.pillars.demonstration.theory_study.members import of_branch
from navmark.pillars.demonstration.theory_study.plans import PLAN

ON_PAPER = (Decimal(22), Decimal(24), Decimal("20.5"), Decimal(23), Decimal(26))
READ = {
    "教育家精神与日常课堂": ("《新时代中小学教师职业行为十项准则》", "教育部2018年印发"),
    "未成年人保护：教师的强制报告责任": ("《中华人民共和国未成年人保护法》", "第十一条、第三十九条"),
}
STAFF_STUDY, LASTS = "staff_study", timedelta(minutes=90)
HELD = (
    ("教育家精神与日常课堂", 27, "领学人讲三个身边的例子，各年级组讨论二十分钟。"),
    ("未成年人保护：教师的强制报告责任", 8, "逐条读法条，讨论两个案例。"),
)


def build(*, since: date, at: datetime) -> None:
    today = localdate(at)
    branch = people.branches(today)[0]
    clerk, host = people.clerks(branch, today).get(), people.secretary_of(branch, today)
    assert host is not None
    for title, ago, account in HELD:
        held = _hold(title, _moment(at, ago), account, host=host, clerk=clerk)
        _plan(branch, title, held, by=clerk)
    _known_before(branch, since, by=clerk, at=at)
    _make_up(branch, since, by=clerk, at=at)


def _hold(title: str, starts_at: datetime, account: str, *, host: Person, clerk: Person) -> Activity:
    school = people.school_unit()
    assert school is not None
    plan = plan_of(STAFF_STUDY, school, starts_at, host=host, recorder=clerk, place="报告厅", length=LASTS)
    held = arrange(plan, {"topic": title, "account": account}, by=clerk, at=starts_at - timedelta(days=4))
    mark_all(held, {}, by=clerk, at=starts_at + LASTS)
    return finish(Activity.fresh(held.pk), by=clerk, at=starts_at + LASTS)


def _plan(branch: Unit, title: str, held: Activity, *, by: Person) -> None:
    """Its line of the plan, made two weeks before, linked with what was held, and noted as held the day after."""
    made = held.starts_at - timedelta(days=14)
    head = EntryHead(branch, title, localdate(made), by)
    text, source = READ[title]
    read = ({"title": text, "source": source},)
    given = {"who": "全体教职工", "planned": held.day, "form": "领学研讨", "materials": read}
    entry = add(register(PLAN), head, given, by=by, at=made)
    after = held.starts_at + timedelta(days=1)
    link(ENTRY, entry, [((ACTIVITY, held.pk), held.title)], by=by, at=after)
    step = entry.edition.course.step("hold")
    assert step is not None
    take(Entry.fresh(entry.pk), step, by=by, at=after)


def _known_before(branch: Unit, since: date, *, by: Person, at: datetime) -> None:
    """The register on paper of the months before, the course of the committee, and a member of whom nothing is asked."""
    today = localdate(at)
    lines = of_branch(StudyYear(today.year, on=today, in_use_since=since), branch)
    first = max(since, date(today.year, 1, 1))
    kept = {line.person: ON_PAPER[place % len(ON_PAPER)] for place, line in enumerate(lines)}
    actions.bring(kept, what="纸质学时登记表", on=first, by=by, at=at)
    course = Studied("市级党务干部集中轮训", max(first, today - timedelta(days=25)), Decimal(24))
    actions.attend(list(people.committee_on(branch, today)), course, by=by, at=at)
    ill = [line.person for line in lines if not line.law.leads][-1]
    exempt(ill, reason="术后休养，支委会研究决定，送学上门", from_day=since, by=by, at=at)


def _make_up(branch: Unit, since: date, *, by: Person, at: datetime) -> None:
    """The first who missed a session with hours has made it up a week later."""
    today = localdate(at)
    lines = of_branch(StudyYear(today.year, on=today, in_use_since=since), branch)
    missed = [(one, line.person) for line in lines for one, _why, is_made_up in line.missed if not is_made_up]
    for session, person in missed[:1]:
        given = Studied(f"补学：{session.title}", min(session.day + timedelta(days=6), today), session.hours or Decimal(1))
        actions.make_up(session, [person], given, by=by, at=at)


def _moment(at: datetime, ago: int) -> datetime:
    """Half past four of the workday on or before that day."""
    day, calendar = localdate(at) - timedelta(days=ago), work_calendar()
    while not calendar.day_kind(day).workday:
        day -= timedelta(days=1)
    return datetime.combine(day, time(16, 30), tzinfo=get_current_timezone())
