"""Two people, one code, the same moment."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connections
from django.utils import timezone

from navmark.foundation.people import accounts
from navmark.foundation.people.models import Account, Invitation, SchoolAccount
from navmark.foundation.people.refusals import InvitationInvalid, LoginTaken
from navmark.foundation.people.tests.factories import PASSWORD, a_staff_member, an_account
from navmark.foundation.tenancy.scope import within
from navmark.foundation.ui.refusals import Refusal

pytestmark = pytest.mark.django_db(transaction=True)
AT = timezone.now()


def at_once(school, *acts) -> list:
    """Run the acts at the same moment, each with a connection of its own: what each returned, or how it was refused."""
    start = Barrier(len(acts))

    def one(act):
        try:
            with within(school):
                start.wait(timeout=20)
                return act()
        except Refusal as refusal:
            return type(refusal)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(one, acts))


def joining(code, login):
    invitation = accounts.invitation_for(code, at=AT)
    return lambda: accounts.join(invitation, login=login, password=PASSWORD, at=AT).login


def test_of_eight_who_use_one_code_one_gets_the_account(school):
    with within(school):
        code = accounts.invite(a_staff_member(), by=None, at=AT).code

    results = at_once(school, *(joining(code, f"user{number}") for number in range(8)))

    assert results.count(InvitationInvalid) == 7
    with within(school):
        assert [Account.objects.get().login] == [login for login in results if login != InvitationInvalid]
        assert SchoolAccount.objects.count() == 1


def test_of_two_new_passwords_by_one_code_one_holds(school):
    with within(school):
        person = a_staff_member()
        account = an_account(person)
        invitation = accounts.invitation_for(accounts.invite(person, by=None, at=AT).code, at=AT)
    wanted = ("湖边2027红船", "山上2027松柏")

    def reset(password):
        return lambda: accounts.reset_password(invitation, password=password, at=AT) and password

    results = at_once(school, *map(reset, wanted))

    account.refresh_from_db()
    assert results.count(InvitationInvalid) == 1
    assert [account.check_password(password) for password in wanted] == [password in results for password in wanted]


def test_of_two_codes_for_one_login_name_one_gets_it_and_the_other_code_stays_good(school):
    with within(school):
        codes = [accounts.invite(a_staff_member(), by=None, at=AT).code for _place in range(2)]

    results = at_once(school, *(joining(code, "zhangwei") for code in codes))

    assert sorted(map(str, results)) == sorted(map(str, ["zhangwei", LoginTaken]))
    with within(school):
        assert Account.objects.count() == Invitation.objects.filter(used_at__isnull=True).count() == 1
