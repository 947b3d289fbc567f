"""Today counts what its reader can act on; what others see to stands apart. Held is not to be arranged; done is told once."""

from datetime import date, datetime, timedelta

import pytest
from django.utils.timezone import get_current_timezone

from navmark.foundation.cadence.models import Duty
from navmark.foundation.people.models import PostKind
from navmark.foundation.people.queries import party_groups
from navmark.foundation.people.tests.factories import a_branch, a_class, a_viewer, holder
from navmark.foundation.records.actions import signing
from navmark.foundation.records.queries import record_of
from navmark.pillars.demonstration.branch_life import kinds
from navmark.pillars.demonstration.branch_life.tests.scenes import held
from navmark.project.chores import keep_duties
from navmark.project.ledger import Ledger
from navmark.project.today import today_for

ON = date(2026, 11, 25)


def at(day, month=11):
    return datetime(2026, month, day, 16, 30, tzinfo=get_current_timezone())


@pytest.fixture
def branch(inside):
    inside.in_use_since = date(2026, 11, 1)
    inside.save()
    branch = a_branch(groups=2)
    keep_duties(at(25))
    return branch


def today(post, on=ON, **asked):
    return today_for(a_viewer(holder(post), on=on), on, **asked)


def test_a_committee_member_counts_her_own_talk_and_reads_of_the_rest_without_counting_it(branch):
    page = today(PostKind.ORGANISATION)

    assert [line.what for line in page.now] == ["谈心谈话"]
    assert page.answer.startswith("还有1项待办")
    assert page.others_count and not page.others
    assert today(PostKind.SECRETARY).answer.startswith(f"还有{page.others_count + 1}项待办")
    assert not today(PostKind.SECRETARY).others_count


def test_what_others_see_to_is_told_in_full_when_asked_and_without_a_button(branch):
    page = today(PostKind.ORGANISATION, with_others=True)

    assert "党小组会" in [line.what for line in page.others]
    assert not any(line.button for line in page.others)


def test_equal_matters_are_one_line_with_a_link_for_each_unit(branch):
    (line,) = (line for line in today(PostKind.SECRETARY).now if line.what == "党小组会")

    assert [name for name, _url in line.links] == ["第一党小组", "第二党小组"]
    assert len({url for _name, url in line.links}) == 2 and not line.url


def test_the_units_of_one_line_stand_as_a_school_lists_them(branch):
    for year in (2021, 2026):
        a_class(entry_year=year)

    names = list(Ledger(a_viewer(holder(PostKind.SECRETARY), on=ON), ON).units.values())

    assert names.index("一年级(1)班") < names.index("六年级(1)班")
    assert names.index("第一党小组") < names.index("第二党小组")


def test_what_was_held_reads_as_held_with_its_record_open(branch):
    held(kinds.COMMITTEE, branch, holder(PostKind.CLERK), starts_at=at(19))

    page = today(PostKind.ORGANISATION, with_others=True)
    line = next(line for line in page.others if line.what == "支委会")

    assert (line.state, str(line.state_label), line.button) == ("record", "记录待完成", "查看")
    assert "11月19日(周四)已召开" in line.detail
    assert "已安排" not in line.detail


def test_a_late_duty_of_others_is_late_for_whoever_sees_to_it(branch):
    december = date(2026, 12, 2)
    keep_duties(at(2, month=12))

    assert "到期未办" not in today(PostKind.ORGANISATION, december).answer
    assert "4项到期未办" in today(PostKind.SECRETARY, december).answer
    assert today(PostKind.ORGANISATION, december).others_late == 4


def test_one_kind_and_period_is_told_once_as_done_and_leads_to_its_meeting(branch):
    clerk = holder(PostKind.CLERK)
    first, second = party_groups(branch, ON)
    for unit, kind, day in ((first, kinds.GROUP, 10), (second, kinds.GROUP, 11), (branch, kinds.COMMITTEE, 12)):
        activity = held(kind, unit, clerk, starts_at=at(day))
        signing.submit(record_of(activity), by=clerk, at=at(day) + timedelta(hours=2))

    done = {line.what: line for line in today(PostKind.SECRETARY).done}

    assert len(today(PostKind.SECRETARY).done) == len(done) == 2
    assert [name for name, _url in done["党小组会"].links] == [first.name, second.name]
    assert done["支委会"].button == "查看" and str(activity.pk) in done["支委会"].url
    assert Duty.objects.filter(fulfilments__isnull=False).count() == 3
