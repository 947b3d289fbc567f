"""The printed slips: whose address they carry, and what they say when no phone can open it."""

import pytest
from django.test import RequestFactory
from django.urls import reverse
from django.utils import timezone

from navmark.foundation.people.addresses import opens_here_only
from navmark.foundation.people.models import PostKind
from navmark.foundation.people.slips import slips_for
from navmark.foundation.people.tests.factories import a_branch, a_staff_member, holder, signed_in


@pytest.fixture
def secretary(inside):
    a_branch(members=3, probationary=0, committee=1, groups=0)
    return holder(PostKind.SECRETARY)


def slip_of(person, host):
    request = RequestFactory().get("/", headers={"host": host})
    return slips_for(request, [person], by=person, at=timezone.now())[0]


def test_the_public_address_stands_on_it_whatever_the_page_was_opened_as(secretary, settings):
    settings.PUBLIC_URL = "https://school.test"
    slip = slip_of(secretary, "127.0.0.1:8000")

    assert slip.address == f"https://school.test{reverse('join_code')}"
    assert slip.link.startswith("https://school.test/") and "<svg" in slip.qr


def test_without_one_it_is_the_address_of_the_page(secretary):
    slip = slip_of(secretary, "192.0.2.7:8000")

    assert slip.link.startswith("http://192.0.2.7:8000/") and "<svg" in slip.qr


def test_opened_on_the_server_itself_it_names_the_servers_address_in_the_network(secretary, settings):
    settings.NETWORK_URL = "http://192.0.2.7:8000"
    sheet = signed_in(secretary).post(reverse("people:codes"), {"person": [secretary.pk]}, headers={"host": "127.0.0.1:8000"})
    page = sheet.content.decode()

    assert f"http://192.0.2.7:8000{reverse('join_code')}" in page and 'class="qr"' in page
    assert "只能在装有领航标" not in page and "127.0.0.1" not in page


def test_the_sheet_says_when_only_this_machine_can_open_it(secretary):
    fields = {"person": [secretary.pk]}
    sheet = {
        host: signed_in(secretary).post(reverse("people:codes"), fields, headers={"host": host}).content.decode()
        for host in ("127.0.0.1:8000", "192.0.2.7:8000")
    }

    assert "这个网址只能在装有领航标的那台电脑上打开" in sheet["127.0.0.1:8000"] and 'class="qr"' not in sheet["127.0.0.1:8000"]
    assert "只能在装有领航标" not in sheet["192.0.2.7:8000"] and 'class="qr"' in sheet["192.0.2.7:8000"]


def test_the_sheet_says_whose_it_is_and_what_to_do_with_it(secretary):
    newcomer = a_staff_member()
    page = signed_in(secretary).post(reverse("people:codes"), {"person": [secretary.pk, newcomer.pk]}).content.decode()

    assert page.count("启明实验小学 · 领航标</p>") == 2 and page.count("输入邀请码。") == 2
    assert page.count("设一个新密码。") == page.count("自己设一个登录名和密码，以后用它登录。") == 1


@pytest.mark.parametrize(
    ("address", "is_so"),
    [
        ("http://127.0.0.1:8000/", True),
        ("http://[::1]/", True),
        ("http://localhost:1/", True),
        ("http://192.168.1.4/", False),
        ("https://school.test/", False),
    ],
)
def test_what_only_this_machine_opens(address, is_so):
    assert opens_here_only(address) is is_so


def test_a_mark_that_is_nobodys_makes_no_slip(secretary):
    page = signed_in(secretary).post(reverse("people:codes"), {"person": ["nobody", str(secretary.pk)]})

    assert [slip.invited.person for slip in page.context["slips"]] == [secretary]
