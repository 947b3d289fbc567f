"""A name that no face can print is taken as it is, and named before paper shows a gap."""

import pytest
from django.urls import reverse

from navmark.foundation.people.models import PostKind
from navmark.foundation.people.tests.factories import a_branch, a_staff_member, holder, signed_in

NAME = "李\U000323af"


@pytest.fixture
def clerk(inside):
    a_branch()
    return signed_in(holder(PostKind.CLERK))


def test_the_preview_names_it(clerk):
    table = f"姓名\t手机号码\t工号\n{NAME}\t13900000001\t1\n⾼\u200b铁柱\t13900000002\t2"
    page = clerk.post(reverse("people:import"), {"kind": "staff", "pasted": table, "school_year": "2026"}, follow=True)

    text = page.content.decode()
    assert f"第2行 · {NAME}：没有字体能打印“\U000323af”" in text and "第3行 ·" not in text
    assert "高铁柱" in text and "⾼" not in text  # as it was read
    assert 'name="commit"' in text


def test_the_page_of_the_person_names_it(clerk):
    assert "没有字体能打印" in clerk.get(reverse("people:person", args=[a_staff_member(name=NAME).pk])).content.decode()
    assert "没有字体能打印" not in clerk.get(reverse("people:person", args=[a_staff_member(name="王芳").pk])).content.decode()
