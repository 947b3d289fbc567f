"""What an administrator has to do stands on Today until it is done; what waits in a mechanism stands there for who answers it."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.translation import override

from navmark.foundation.almanac.arithmetic import school_year_of
from navmark.foundation.almanac.models import Term
from navmark.foundation.almanac.terms import usual_terms
from navmark.foundation.cadence.models import Duty, Swept
from navmark.foundation.cadence.sources import SCHOOL, all_sources
from navmark.foundation.people import actions as people
from navmark.foundation.people.accounts import invite
from navmark.foundation.people.models import Person, Post, PostKind
from navmark.foundation.people.queries import members_on
from navmark.foundation.people.tests.factories import a_branch, a_viewer, an_account, an_administrator, holder
from navmark.foundation.tenancy.models import School
from navmark.pillars.demonstration.branch_life import actions, kinds
from navmark.pillars.demonstration.branch_life.models import Proposal
from navmark.pillars.demonstration.branch_life.tests.scenes import held
from navmark.project.chores import keep_duties
from navmark.project.today import today_for


@pytest.fixture
def administrator(inside):
    return an_administrator()


@pytest.fixture
def branch(administrator):
    return a_branch(groups=1)


def lines_of(person):
    """After the sweep that follows the trail, or the day."""
    keep_duties(timezone.now())
    return today_for(a_viewer(person), timezone.localdate()).now


def wanted(person):
    return [line.what for line in lines_of(person) if line.what.startswith(("还有", "本")) or "尚未" in line.what]


def test_each_thing_stands_there_until_it_is_done(branch, administrator):
    on, now = timezone.localdate(), timezone.now()
    held(kinds.COMMITTEE, branch, holder(PostKind.CLERK), starts_at=now - timedelta(days=1))
    Post.objects.filter(kind__in=(PostKind.CLERK, PostKind.GROUP_LEADER)).delete()
    count = Person.objects.count() - 1
    a_viewer(administrator)
    assert sorted(wanted(administrator)) == sorted([
        "中共启明实验小学支部委员会尚未指定党务干事", "第一党小组尚未指定组长", f"还有{count}名教职工没有账号",
        "本届支部委员会的选举日期尚未登记", "本学年的学期起止日期尚未填写",
    ])  # fmt: skip
    Duty.objects.filter(title=f"accounts:{count}").update(
        title="还有若干名教职工没有账号"
    )  # as a school of an earlier version kept it
    Swept.objects.update(on=on - timedelta(days=1))
    with override("en"):  # what is kept is a code, from the next day's sweep on also where words were kept
        lines = lines_of(administrator)
    assert all(line.button and line.url for line in lines)
    assert f"{count} colleagues have no account yet" in [line.what for line in lines]
    assert "Until then the usual dates stand in." in [line.detail for line in lines]
    assert today_for(a_viewer(administrator), on).answer.startswith("还有5项待办")

    one, other = members_on(branch, on).filter(accounts__isnull=True)[:2]
    people.appoint(one, kind=PostKind.CLERK, unit=branch, from_day=on, by=administrator, at=now)
    people.appoint(other, kind=PostKind.GROUP_LEADER, unit=branch.children.get(), from_day=on, by=administrator, at=now)
    people.start_committee_term(branch, elected_on=on - timedelta(days=30), by=administrator, at=now)
    for term in usual_terms(school_year_of(on)):
        Term.objects.create(year=term.year, number=term.number, starts_on=term.starts, ends_on=term.ends)
    an_account(one)
    invite(other, by=administrator, at=now)
    assert wanted(administrator) == [f"还有{count - 2}名教职工没有账号"]


def test_a_backup_that_is_too_old_names_the_command(branch, administrator):
    School.objects.update(created_at=timezone.now() - timedelta(days=30))

    line = next(line for line in lines_of(administrator) if line.what == "备份")

    assert "./navmark backup" in line.detail and not line.url


def test_nobody_else_reads_of_it(branch):
    assert wanted(holder(PostKind.SECRETARY)) == wanted(holder(PostKind.CLERK)) == []


def test_an_open_proposal_waits_for_secretary_clerk_and_committee_until_it_is_answered(branch):
    now, member = timezone.now(), holder(PostKind.GROUP_LEADER)
    actions.propose(branch, {"theme": "读书分享", "form": "", "why": ""}, by=member, at=now)

    def told(post):
        return [line.url for line in today_for(a_viewer(holder(post)), timezone.localdate()).now if "主题建议" in line.what]

    assert told(PostKind.SECRETARY) == told(PostKind.CLERK) == told(PostKind.ORGANISATION) != []
    assert told(PostKind.GROUP_LEADER) == []

    actions.answer(Proposal.objects.get(), "下月安排。", by=holder(PostKind.SECRETARY), at=now)
    assert told(PostKind.SECRETARY) == []


def test_words_of_the_product_are_made_anew_with_each_day():
    assert not [one.kind for one in all_sources() if one.words and SCHOOL not in one.follows]
