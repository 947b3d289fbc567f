"""Builds the demo school, its people and their accounts."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.timezone import localdate, localtime
from django.utils.translation import override

from navmark.foundation.almanac.arithmetic import add_months, school_year_of
from navmark.foundation.almanac.queries import work_calendar
from navmark.foundation.cadence import waiting
from navmark.foundation.notices.reminding import remind
from navmark.foundation.people import actions as people
from navmark.foundation.people.accounts import open_account
from navmark.foundation.people.importing.committing import commit
from navmark.foundation.people.importing.intake import intake_of
from navmark.foundation.people.importing.running import Run
from navmark.foundation.people.models import Person, PostKind, Unit, UnitKind
from navmark.foundation.people.queries import branches, members_on, secretary_of
from navmark.foundation.programme.cards import brought
from navmark.foundation.tables.reading import read
from navmark.foundation.tenancy.models import School
from navmark.foundation.tenancy.scope import within
from navmark.project import statistics
from navmark.project.chores import keep_duties, keep_programme
from navmark.project.demo import pledges, rotas, tables, termplan, units
from navmark.project.demo.terms import live_a_term

PASSWORD = "navmark-demo"
NAME = "启明实验小学"


def build(*, at: datetime) -> list[tuple[str, str, str]]:
    """Build the demo school as of `at`; its accounts as (login, password, role in Chinese)."""
    since = add_months(localdate(at).replace(day=1), -2)
    with override("zh-hans"), transaction.atomic():
        founded = people.found_school(
            name=NAME, branch_name=tables.BRANCH, in_use_since=since, at=at, administrator_name="系统管理员", login="admin",
            password=PASSWORD, is_demo=True,
        )  # fmt: skip
        with within(founded.school):
            accounts = _people(founded, since, at=at)
            _past(since, at=at)
    return [("admin", PASSWORD, "系统管理员"), *accounts]


def _people(founded: people.Founded, since: date, *, at: datetime) -> list[tuple[str, str, str]]:
    """Everybody of its tables in unit and office; the accounts."""
    today, by = localdate(at), founded.administrator
    staff, year = tables.staff_people(), school_year_of(today)
    for kind, text in (
        ("staff", tables.staff_table(staff)),
        ("members", tables.members_table(staff, today)),
        ("pupils", tables.pupils_table(year)),
    ):
        import_text(kind, text, founded.school, year, by=by, at=at)
    units.set_up(staff, since, on=today, by=by, at=at)
    return _offices_and_accounts(founded.branch or branches(today)[0], staff, since, by=by, at=at)


def _past(since: date, *, at: datetime) -> None:
    """Its programme, and what was done by it until today."""
    keep_programme(at)
    with waiting.derived_once(at=at):
        rotas.take_turns(since=since, at=at)
    keep_duties(at)
    statistics.count_now()
    for _card, has_done in brought("demo"):
        has_done(since=since, at=at)
    with waiting.derived_once(at=at):
        live_a_term(at=at)
        rotas.take_turns(since=since, at=at, during=True)
    pledges.take_on(since=since, at=at)
    termplan.write_lines(at=at)
    statistics.count_now()
    keep_duties(at)  # what was done in its past is seen from today
    remind(_last_morning(at))


def _last_morning(at: datetime) -> datetime:
    """The last hour before `at` in which a reminder may be given: nine o'clock of a workday."""
    calendar, morning = work_calendar(), localtime(at).replace(hour=9, minute=0, second=0, microsecond=0)
    while morning > at or not calendar.day_kind(morning.date()).workday:
        morning -= timedelta(days=1)
    return morning


def import_text(kind: str, text: str, school: School, year: int, *, by: Person, at: datetime) -> None:
    """Import a table of the demo as a clerk would: look, then commit what was shown."""
    intake = intake_of(kind, read(text, f"{kind}.tsv"), school_year=year)
    on = localdate(at)
    shown = Run(intake, school=school, on=on).report
    assert shown.ready, [line.messages for line in shown.open_lines][:3]
    commit(intake, shown.digest, school=school, by=by, at=at, on=on)


def _offices_and_accounts(branch: Unit, staff: list, since: date, *, by: Person, at: datetime) -> list[tuple[str, str, str]]:
    on = localdate(at)
    clerk = Person.objects.get(name=staff[40].name)
    people.appoint(clerk, kind=PostKind.CLERK, unit=branch, from_day=since, by=by, at=at)
    groups = list(Unit.objects.filter(kind=UnitKind.PARTY_GROUP).order_by("number"))
    leaders = [Person.objects.get(name=staff[number].name) for number in (8, 9, 10, 11)]
    for group, leader in zip(groups, leaders, strict=True):
        people.appoint(leader, kind=PostKind.GROUP_LEADER, unit=group, from_day=since, by=by, at=at)
    people.start_committee_term(branch, elected_on=add_months(on, -20), by=by, at=at)
    auditor = Person.objects.get(name=staff[60].name)
    people.appoint(auditor, kind=PostKind.AUDITOR, from_day=since, by=by, at=at)
    member = members_on(branch, on).get(name=staff[15].name)
    wanted = (
        ("shuji", secretary_of(branch, on), "支部书记"),
        ("ganshi", clerk, "党务干事"),
        ("zuzhi", Person.objects.get(name=staff[2].name), "组织委员"),
        ("zuzhang", leaders[0], "第一党小组组长"),
        ("dangyuan", member, "党员"),
        ("shenji", auditor, "审计管理员"),
        ("deyu", Person.objects.get(name=staff[3].name), "德育主任"),
        ("nianji", Person.objects.get(name=staff[17].name), "一年级组长"),
        ("banzhuren", Person.objects.get(name=staff[14].name), "一年级(1)班班主任"),
    )
    for login, person, _role in wanted:
        assert person is not None
        open_account(person, login=login, password=PASSWORD, at=at)
    return [(login, PASSWORD, role) for login, _person, role in wanted]
