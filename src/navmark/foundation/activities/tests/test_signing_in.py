"""Signing in by phone: what each phone is asked for, and what each refusal says."""

from datetime import timedelta
from http.cookies import SimpleCookie

import pytest
import segno
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from navmark.foundation.activities import actions, codes, completing, expecting, signing_in
from navmark.foundation.activities.models import Activity, ActivityState, FeedKey, Method, Presence
from navmark.foundation.activities.tests.factories import an_activity
from navmark.foundation.audit.models import AuditEntry
from navmark.foundation.cadence.sources import SCHOOL
from navmark.foundation.cadence.waiting import astray
from navmark.foundation.people import accounts, devices
from navmark.foundation.people.models import Device, PostKind
from navmark.foundation.people.queries import members_on
from navmark.foundation.people.tests.factories import PASSWORD, a_branch, a_staff_member, an_account, holder, signed_in
from navmark.foundation.tenancy.scope import within
from navmark.foundation.ui.tests.markup import tight


@pytest.fixture
def branch(inside, settings):
    settings.PUBLIC_URL = "http://192.0.2.7:8000"
    return a_branch(members=6, probationary=0, committee=3, groups=0)


@pytest.fixture
def secretary(branch):
    return holder(PostKind.SECRETARY)


@pytest.fixture
def meeting(branch) -> Activity:
    """It began five minutes ago."""
    return an_activity(branch, starts_at=timezone.now() - timedelta(minutes=5))


class ForgetfulCookies(SimpleCookie):
    """A browser that takes no cookie."""

    def update(self, *_args, **_more):
        """Keep none of what came."""


def code_of(activity: Activity) -> str:
    return codes.code_for(activity.school_id, activity.pk)


def scan(client: Client, activity: Activity):
    """The page that the phone's camera opens."""
    answer = client.get(reverse("activities:arrive", args=[code_of(activity)]))
    client.sign_in = answer["Location"]
    return client.get(client.sign_in)


def tap(client: Client, **fields):
    return client.post(client.sign_in, fields)


def a_phone_of(person) -> Client:
    """A phone without a session that remembers its owner."""
    phone = Client()
    phone.cookies[devices.COOKIE] = devices.remember(person, at=timezone.now()).text
    return phone


def place_of(activity: Activity, person):
    return activity.roll.get(person=person)


def test_a_session_signs_in_with_one_tap(meeting, secretary):
    phone = signed_in(secretary)

    page = scan(phone, meeting).content.decode()
    answer = tap(phone).content.decode()

    assert f"{secretary.name} 签到" in page and "<select" not in page
    assert f"{secretary.name}：已签到" in answer
    assert (place_of(meeting, secretary).presence, place_of(meeting, secretary).method) == (Presence.PRESENT, Method.OWN)


def test_no_phone_is_remembered_unless_it_is_asked_for(meeting, secretary):
    phone = signed_in(secretary)
    page = scan(phone, meeting).content.decode()

    tap(phone)

    assert 'name="remember"' in page and "checked" not in page
    assert devices.COOKIE not in phone.cookies and not Device.objects.exists()


def test_a_phone_that_was_remembered_signs_in_with_one_tap_and_opens_nothing_else(branch, meeting, secretary):
    phone = signed_in(secretary)
    scan(phone, meeting)
    tap(phone, remember="1")
    cookie = phone.cookies[devices.COOKIE]
    assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == (devices.PATH, True, "Lax")
    del phone.cookies["sessionid"]
    later = an_activity(branch, starts_at=timezone.now() - timedelta(minutes=1))

    page = scan(phone, later).content.decode()
    tap(phone)

    assert f"{secretary.name} 签到" in page and 'name="remember"' not in page
    assert place_of(later, secretary).method == Method.OWN
    assert phone.get(reverse("people:account")).status_code == 302
    assert reverse("activities:sign_in", args=["x"]).startswith(devices.PATH)  # the cookie reaches the page


def test_the_cookie_is_secure_where_the_school_has_https(meeting, secretary, settings):
    settings.SESSION_COOKIE_SECURE = True
    phone = signed_in(secretary)
    scan(phone, meeting)
    tap(phone, remember="1")

    assert phone.cookies[devices.COOKIE]["secure"] and phone.cookies[codes.COOKIE]["secure"]


@pytest.mark.parametrize("ending", ["expired", "forgotten", "new password", "left", "another school"])
def test_a_phone_that_is_remembered_no_more_has_to_type_the_name(ending, meeting, secretary, neighbour):
    phone, account = a_phone_of(secretary), an_account(secretary)
    if ending == "expired":
        Device.objects.update(expires_at=timezone.now())
    elif ending == "forgotten":
        devices.forget(secretary, at=timezone.now())
    elif ending == "new password":
        accounts.change_password(secretary, account, password="一个新的密码2026", at=timezone.now())
    elif ending == "left":
        accounts.shut_out(secretary, at=timezone.now())
    else:
        with within(neighbour):
            phone = a_phone_of(a_staff_member())

    page = scan(phone, meeting).content.decode()

    assert 'name="person"' in page and f"{secretary.name} 签到" not in page


def test_a_phone_without_either_types_a_name_and_the_recorder_confirms_it(meeting, secretary):
    phone = Client()
    page = scan(phone, meeting).content.decode()

    answer = tap(phone, person=secretary.name).content.decode()

    assert "登录后签到" in page
    assert not any(row.person.name in page for row in meeting.roll.select_related("person"))  # nor to who photographed the code
    assert "记录人会确认" in answer and place_of(meeting, secretary).awaits_confirmation
    roll = signed_in(secretary)
    address = reverse("activities:roll", args=[meeting.pk])
    assert "确认手机填名" in roll.get(address).content.decode()
    signing_in.confirm(meeting, by=secretary, at=timezone.now())
    assert "确认手机填名" not in roll.get(address).content.decode()


def test_who_logs_in_on_the_way_comes_back_to_the_one_tap(meeting, secretary):
    an_account(secretary, login="shuji")
    scan(phone := Client(), meeting)
    login = f"{reverse('login')}?next={phone.sign_in}"

    answer = phone.post(login, {"username": "shuji", "password": PASSWORD}, follow=True)

    assert f"{secretary.name} 签到" in answer.content.decode() and 'name="remember"' in answer.content.decode()


def test_who_is_there_already_is_told_so(meeting, secretary):
    signing_in.sign_in(meeting.pk, secretary, at=timezone.now())
    scan(phone := Client(), meeting)

    assert "此前已签到" in tap(phone, person=secretary.name).content.decode()


def test_a_second_tap_says_so_and_changes_nothing(meeting, secretary):
    phone = signed_in(secretary)
    scan(phone, meeting)
    tap(phone)

    assert "此前已签到" in tap(phone).content.decode()
    assert "此前已签到" in scan(phone, meeting).content.decode()
    assert AuditEntry.objects.filter(kind="activities.signed_in").count() == 1


def test_the_first_tap_holds_the_meeting_with_three_statements_more_than_any_other(meeting, sql_of):
    """The state, the duty that is now held, and the record that waits."""
    phones = [signed_in(person) for person in members_on(meeting.unit, meeting.day)[:2]]
    for phone in phones:
        scan(phone, meeting)

    assert [sql_of(lambda phone=phone: tap(phone)) for phone in phones] == [9, 6]
    assert Activity.fresh(meeting.pk).state == ActivityState.HELD
    assert astray(on=timezone.localdate(), but=(SCHOOL,)) == 0


def test_a_code_works_for_a_minute_and_no_longer(meeting, monkeypatch):
    code = code_of(meeting)
    monkeypatch.setattr(codes, "CODE_SECONDS", -1)

    answer = Client().get(reverse("activities:arrive", args=[code]))

    assert answer.status_code == 410
    assert "此码已失效，请重新扫描屏幕上的码" in answer.content.decode()


def test_an_address_that_was_sent_on_to_another_phone_signs_nobody_in(meeting, secretary):
    scan(scanner := Client(), meeting)
    elsewhere = signed_in(secretary)

    answer = elsewhere.post(scanner.sign_in)

    assert answer.status_code == 410 and "只能在扫码的手机上打开" in answer.content.decode()
    assert place_of(meeting, secretary).presence == Presence.UNKNOWN


def test_a_phone_that_keeps_no_cookies_is_told_so_instead_of_scanning_for_ever(meeting):
    phone = Client()
    phone.cookies = ForgetfulCookies()
    page = scan(phone, meeting)

    assert page.status_code == 410
    assert "浏览器没有保留Cookie" in page.content.decode() and "纸质签到表" in page.content.decode()


def test_a_code_that_somebody_made_up_is_no_code(meeting):
    assert Client().get(reverse("activities:arrive", args=["made-up"])).status_code == 410


def test_who_is_not_on_the_roll_is_told_so_before_and_after_the_tap(meeting):
    phone = signed_in(a_staff_member())

    page = scan(phone, meeting)
    answer = tap(phone)

    assert page.status_code == answer.status_code == 422
    for one in (page, answer):
        assert "您不在本次会议的应到名单上" in one.content.decode()


def test_a_name_of_somebody_else_is_not_typed_into_the_roll(meeting):
    scan(phone := Client(), meeting)

    for typed in (a_staff_member().name, "查无此人", ""):
        refused = tap(phone, person=typed)
        assert (refused.status_code == 422 and f'value="{typed}"' in refused.content.decode()) or not typed
    assert not meeting.roll.exclude(presence=Presence.UNKNOWN).exists()


@pytest.mark.parametrize(("state", "words"), [("early", "开始后再用本页"), ("locked", "记录已锁定"), ("cancelled", "已取消")])
def test_out_of_time_it_says_what_to_do(state, words, branch, secretary):
    start = timezone.now() + timedelta(minutes=10 if state == "early" else -10)
    activity = an_activity(branch, starts_at=start)
    if state == "locked":
        completing.close(activity, by=secretary, at=timezone.now())
    elif state == "cancelled":
        actions.cancel(activity, because="停电", by=secretary, at=timezone.now())
    phone = signed_in(secretary)

    page = scan(phone, activity).content.decode()
    answer = tap(phone).content.decode()

    assert words in page and words in answer
    assert place_of(activity, secretary).presence == Presence.UNKNOWN


def test_the_page_that_asks_for_a_name_needs_as_many_queries_for_six_as_for_thirty(branch, django_assert_max_num_queries):
    meeting = an_activity(branch, starts_at=timezone.now() - timedelta(minutes=5))
    scan(few := Client(), meeting)
    with django_assert_max_num_queries(3):
        few.get(few.sign_in)
    expecting.refresh_roll(meeting, [a_staff_member() for _place in range(30)], by=holder(PostKind.CLERK), at=timezone.now())
    assert meeting.roll.count() == members_on(branch, meeting.day).count() + 30
    with django_assert_max_num_queries(3):
        few.get(few.sign_in)


def wall(person, activity: Activity, **headers) -> str:
    return signed_in(person).get(reverse("activities:wall", args=[activity.pk]), headers=headers).content.decode()


def test_the_wall_shows_one_code_and_one_number_and_no_name(meeting, secretary):
    signing_in.sign_in(meeting.pk, secretary, at=timezone.now())

    page = wall(secretary, meeting)

    assert page.count("<svg") == 1 and "1<span> / 6</span>" in page
    assert not any(row.person.name in page for row in meeting.roll.select_related("person"))
    assert '<noscript><meta http-equiv="refresh" content="20"></noscript>' in page
    assert tight(wall(secretary, meeting, hx_request="true")).startswith('<div class="wall"')


def test_the_wall_waits_for_the_start_and_stops_with_the_lock(branch, secretary):
    early = an_activity(branch, starts_at=timezone.now() + timedelta(hours=1))
    locked = an_activity(branch, starts_at=timezone.now() - timedelta(hours=1))
    completing.close(locked, by=secretary, at=timezone.now())

    waiting, over = wall(secretary, early), wall(secretary, locked)

    assert "开始签到" in waiting and "<svg" not in waiting and "hx-get" in waiting
    assert "签到已结束" in over and "<svg" not in over and "hx-get" not in over


def test_it_is_offered_only_where_phones_can_reach_us(meeting, secretary, settings):
    browser = signed_in(secretary)
    address, account = reverse("activities:roll", args=[meeting.pk]), reverse("people:account")
    assert "扫码签到" in browser.get(address).content.decode() and "记住这部手机" in browser.get(account).content.decode()

    settings.PUBLIC_URL = ""

    assert "扫码签到" not in browser.get(address).content.decode()
    assert "记住这部手机" not in browser.get(account).content.decode()
    assert browser.get(reverse("activities:wall", args=[meeting.pk])).status_code == 404
    assert browser.post(reverse("people:remember-device")).status_code == 404


def test_the_code_on_the_wall_opens_on_phones_wherever_the_projector_opened_it(meeting, secretary, monkeypatch):
    drawn = []
    draw = segno.make
    monkeypatch.setattr(segno, "make", lambda text, **options: drawn.append(text) or draw(text, **options))

    signed_in(secretary).get(reverse("activities:wall", args=[meeting.pk]), headers={"host": "127.0.0.1:8000"})

    assert len(drawn) == 1 and drawn[0].startswith("http://192.0.2.7:8000/")


def test_the_calendars_address_is_the_public_one(branch, secretary, settings):
    browser, page = signed_in(secretary), reverse("activities:feed_address")
    here = {"host": "127.0.0.1:8000"}
    public = browser.get(page, headers=here).content.decode()
    settings.PUBLIC_URL = ""
    alone, elsewhere = browser.get(page, headers=here).content.decode(), browser.get(page, headers={"host": "school.test"})

    assert "http://192.0.2.7:8000/" in public and "目前只有本机" not in public
    assert "http://127.0.0.1:8000/" in alone and "目前只有本机" in alone
    assert "http://school.test/" in elsewhere.content.decode() and "目前只有本机" not in elsewhere.content.decode()


def test_the_calendar_of_somebody_who_left_ends_with_the_account(secretary, meeting):
    signed_in(secretary).get(reverse("activities:feed_address"))
    address = reverse("activities:feed", args=[FeedKey.objects.get().token])
    assert meeting.title in Client().get(address).content.decode()

    accounts.shut_out(secretary, at=timezone.now())

    assert Client().get(address).status_code == 404
