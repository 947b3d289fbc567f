"""Who leaves the staff: offices of the school end, Party matters move by steps of their own, and no door stays open."""

from datetime import date, datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from navmark.foundation.people import accounts
from navmark.foundation.people.actions import end_engagement, end_status, engage
from navmark.foundation.people.models import Engagement, EngagementKind, Leaving, PartyStatus, Post, PostKind, SchoolAccount
from navmark.foundation.people.queries import voters_on
from navmark.foundation.people.refusals import EndsBeforeItBegins, InvitationInvalid
from navmark.foundation.people.tests.factories import PASSWORD, a_branch, a_member, a_post, a_staff_member, an_account, signed_in
from navmark.foundation.people.tests.importing import brought_in, pasted

LAST = date(2026, 8, 31)
AT = datetime(2026, 8, 31, 15, tzinfo=timezone.get_default_timezone())


def leaves(person, leaving=Leaving.TRANSFERRED, *, last_day=LAST):
    return end_engagement(Engagement.objects.get(person=person), leaving=leaving, last_day=last_day, by=None, at=AT)


def test_offices_of_the_school_end_and_party_offices_stay(inside):
    branch = a_branch(members=0, probationary=0, committee=0, groups=0, clerk=False)
    person = a_member(branch)
    a_post(person, PostKind.PRINCIPAL)
    a_post(person, PostKind.ORGANISATION, unit=branch)

    leaves(person, Leaving.RETIRED)

    assert dict(Post.objects.values_list("kind", "to_day")) == {"principal": LAST, "organisation": None}
    assert person in voters_on(branch, date(2026, 9, 1))


@pytest.mark.parametrize(("leaving", "stays"), [(Leaving.TRANSFERRED, False), (Leaving.RESIGNED, False), (Leaving.RETIRED, True)])
def test_the_account_opens_this_school_no_more_unless_retired(inside, leaving, stays):
    person = a_staff_member()
    an_account(person)

    leaves(person, leaving)

    assert SchoolAccount.objects.filter(person=person).exists() is stays


def test_a_member_who_moves_away_keeps_the_seat_until_the_membership_moves(inside):
    person = a_member(a_branch(members=0, probationary=0, committee=0, groups=0, clerk=False))
    an_account(person)

    leaves(person)

    assert SchoolAccount.objects.filter(person=person).exists()


def test_an_unused_code_of_somebody_who_left_opens_nothing(inside):
    person = a_staff_member()
    code = accounts.invite(person, by=None, at=AT).code

    leaves(person)

    with pytest.raises(InvitationInvalid):
        accounts.invitation_for(code, at=AT)


def test_a_code_for_a_new_password_ends_with_the_seat(inside):
    person = a_staff_member()
    an_account(person)
    code = accounts.invite(person, by=None, at=AT).code

    leaves(person)

    with pytest.raises(InvitationInvalid):
        accounts.invitation_for(code, at=AT)


def test_nobody_leaves_before_coming(inside):
    person = a_staff_member()
    Engagement.objects.update(from_day=date(2026, 9, 1))

    with pytest.raises(EndsBeforeItBegins):
        leaves(person)

    assert Engagement.objects.get(person=person).to_day is None


def test_who_comes_back_has_a_second_time_here_and_the_first_stays(inside):
    person = a_staff_member()
    leaves(person)

    engage(person, kind=EngagementKind.STAFF, from_day=date(2027, 9, 1), by=None, at=AT)

    assert set(Engagement.objects.values_list("to_day", "leaving")) == {(LAST, "transferred"), (None, "")}


def test_when_the_membership_moves_the_offices_of_members_end_that_day(inside):
    branch = a_branch(members=0, probationary=0, committee=0, groups=0, clerk=False)
    person = a_member(branch)
    a_post(person, PostKind.SECRETARY, unit=branch)
    a_post(person, PostKind.PRINCIPAL)

    end_status(PartyStatus.objects.get(person=person), last_day=LAST, by=None, at=AT)

    assert dict(Post.objects.values_list("kind", "to_day")) == {"secretary": LAST, "principal": None}


@pytest.mark.parametrize(("remark", "stays"), [("已调走", False), ("已退休", True)])
def test_who_left_by_the_sheet_is_shut_out_as_well(inside, remark, stays):
    person = a_staff_member(name="周一", staff_number="007")
    an_account(person)
    brought_in(inside, pasted("staff", "工号 姓名 备注", f"007 周一 {remark}"))

    assert SchoolAccount.objects.filter(person=person).exists() is stays


def test_who_left_is_told_so_at_the_login_and_not_sent_from_page_to_page(inside):
    person = a_staff_member()
    account = an_account(person)
    browser = signed_in(person)
    leaves(person)

    assert browser.get(reverse("today"), follow=True).redirect_chain == [(f"{reverse('login')}?next=/", 302)]
    answer = browser.post(reverse("login"), {"username": account.login, "password": PASSWORD})
    assert "此账号已不能进入任何学校" in answer.content.decode()


def test_what_was_sent_after_the_session_had_ended_is_said_not_to_be_saved(client, inside):
    assert "登录已过期，刚才的内容没有保存" in client.post(reverse("people:add"), {"name": "周一"}, follow=True).content.decode()
    assert "登录已过期" not in client.get(reverse("people:add"), follow=True).content.decode()
