"""Five wrong passwords close the login of that name from that place for a quarter of an hour, to the right one too (check 39)."""

from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.test import Client
from django.urls import reverse

from navmark.foundation.people.tests.factories import PASSWORD, a_staff_member, an_account


@pytest.fixture
def login(inside):
    return an_account(a_staff_member()).login


def tried(client, name, password="不对"):
    return client.post(reverse("login"), {"username": name, "password": password}).status_code


def test_after_five_failures_the_right_password_is_refused_until_the_quarter_is_over(login):
    client = Client()
    assert [tried(client, login) for _time in range(5)] == [422, 422, 422, 422, 429]

    assert tried(client, login, PASSWORD) == 429

    for attempt in AccessAttempt.objects.all():
        attempt.attempt_time -= timedelta(minutes=16)
        attempt.save()
    assert tried(client, login, PASSWORD) == 302


def test_a_colleague_at_the_same_computer_is_not_locked_out(login, inside):
    other, client = an_account(a_staff_member()).login, Client()
    for _time in range(5):
        tried(client, login)

    assert tried(client, other) == 422
    assert tried(client, other, PASSWORD) == 302


def test_a_success_forgets_the_failures_before_it(login):
    for _time in range(2):
        client = Client()
        assert [tried(client, login) for _time in range(4)] == [422] * 4
        assert tried(client, login, PASSWORD) == 302


def test_blanks_around_the_name_open_no_second_count(login):
    for _time in range(5):
        tried(Client(), f" {login} ")

    assert tried(Client(), login, PASSWORD) == 429


def test_a_failed_login_tells_nobody_which_names_there_are_and_how_to_get_help(login):
    typed = [{"username": name, "password": "不对"} for name in (login, "没有的")]
    pages = [Client().post(reverse("login"), one).content.decode() for one in typed]

    assert all("登录名或密码不正确" in page and "打印邀请码" in page for page in pages)
    assert pages[0].count("不正确") == pages[1].count("不正确")
    assert "请输入一个正确的" not in pages[0]


def test_whoever_is_locked_out_reads_when_to_try_again_and_whom_to_ask(login):
    client = Client()
    page = [client.post(reverse("login"), {"username": login, "password": "不对"}) for _time in range(5)][-1].content.decode()

    assert "登录名或密码输错次数过多" in page and "15分钟后" in page
    assert "系统管理员打印邀请码" in page and reverse("join_code") in page


def behind_a_proxy(client, name, password, *, forwarded, peer="127.0.0.1"):
    headers = {"REMOTE_ADDR": peer, "HTTP_X_FORWARDED_FOR": forwarded}
    return client.post(reverse("login"), {"username": name, "password": password}, **headers).status_code


@pytest.mark.parametrize("peer", ["127.0.0.1", "::1", "::ffff:127.0.0.1"])
def test_behind_a_proxy_of_this_machine_the_place_is_the_one_that_it_names(login, peer):
    for _time in range(5):
        behind_a_proxy(Client(), login, "不对", forwarded="10.0.0.66", peer=peer)

    assert behind_a_proxy(Client(), login, PASSWORD, forwarded="10.0.0.66", peer=peer) == 429
    assert behind_a_proxy(Client(), login, PASSWORD, forwarded="10.0.0.7", peer=peer) == 302


def test_what_came_with_the_request_changes_no_place(login):
    """The proxy adds its own words last; what somebody wrote herself stands before them, or came without a proxy."""
    for number in range(5):
        behind_a_proxy(Client(), login, "不对", forwarded=f"10.0.1.{number}, 10.0.0.66")
        behind_a_proxy(Client(), login, "不对", forwarded=f"10.0.1.{number}", peer="10.0.0.67")

    assert behind_a_proxy(Client(), login, PASSWORD, forwarded="10.0.1.9, 10.0.0.66") == 429
    assert behind_a_proxy(Client(), login, PASSWORD, forwarded="10.0.1.9", peer="10.0.0.67") == 429


def test_a_name_longer_than_any_is_refused_as_any_wrong_one(login):
    assert tried(Client(), "长" * 3000) == 422
    assert not AccessAttempt.objects.exists()
