"""The access log: rows are only added; the audit administrator and the secretary read it, by name and by day, fifty a page."""

from datetime import timedelta
from itertools import count

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from navmark.foundation.audit.models import AppendOnly
from navmark.foundation.people.models import PostKind
from navmark.foundation.people.tests.factories import (
    a_branch,
    a_class,
    a_post,
    a_pupil,
    a_staff_member,
    an_administrator,
    holder,
    signed_in,
)
from navmark.foundation.privacy.actions import note_opening, note_roster
from navmark.foundation.privacy.models import AccessEntry, OpenedPart, Purpose
from navmark.foundation.tenancy.scope import within

LOG = reverse("privacy:log")
_numbers = count(1)


@pytest.fixture
def auditor(inside):
    person = a_staff_member()
    a_post(person, PostKind.AUDITOR)
    return signed_in(person)


def a_child(**fields):
    """In a class of its own."""
    return a_pupil(a_class(number=next(_numbers)), **fields)


def an_opening(*, at=None, by=None, of=None, words=""):
    by = by or a_staff_member()
    return note_opening(
        of or a_child(), part=OpenedPart.FILE, purpose=Purpose.SAFETY, words=words, by=by, at=at or timezone.now()
    )


def shown(client, **wanted) -> str:
    return client.get(LOG, wanted).content.decode()


def test_a_row_is_neither_changed_nor_deleted(inside):
    entry = an_opening()
    entry.purpose = Purpose.FAMILY
    for deed in (entry.save, entry.delete, AccessEntry.objects.all().delete, lambda: AccessEntry.objects.update(by=None)):
        with pytest.raises(AppendOnly):
            deed()
    assert AccessEntry.objects.get().purpose == Purpose.SAFETY


def test_the_words_are_sealed_in_the_table(inside):
    entry = an_opening(words="家庭变故")

    with connection.cursor() as cursor:
        cursor.execute("SELECT words FROM privacy_accessentry")
        (stored,) = cursor.fetchone()

    assert "家庭变故" not in stored and AccessEntry.objects.get(pk=entry.pk).words == "家庭变故"


def test_it_is_read_by_the_auditor_and_the_secretary_alone(auditor):
    a_branch(members=1, probationary=0, committee=1, groups=0)
    may = [holder(PostKind.SECRETARY)]
    may_not = [holder(PostKind.CLERK), an_administrator(), a_staff_member()]

    assert auditor.get(LOG).status_code == 200
    assert [signed_in(one).get(LOG).status_code for one in may] == [200]
    assert [signed_in(one).get(LOG).status_code for one in may_not] == [403] * 3


def test_the_auditor_reads_the_log_and_not_the_files(auditor):
    pupil = a_pupil(a_class())
    an_opening(of=pupil)

    assert pupil.name in shown(auditor)
    assert auditor.get(reverse("people:person", args=[pupil.pk])).status_code == 404


def test_it_is_found_by_the_name_of_either_side_and_by_day(auditor):
    reader, child = a_staff_member(name="高远"), a_child(name="李小北")
    other = a_child(name="王小东")
    at = timezone.now() - timedelta(days=40)
    an_opening(by=reader, of=child)
    an_opening(by=a_staff_member(name="林静"), of=other, at=at)

    assert "李小北" in shown(auditor, name="高远") and "王小东" not in shown(auditor, name="高远")
    assert "林静" in shown(auditor, name="小东") and "高远" not in shown(auditor, name="小东")
    by_day = shown(auditor, day=timezone.localdate(at).isoformat())
    assert "王小东" in by_day and "李小北" not in by_day
    assert "没有查阅记录" in shown(auditor, name="无此人")
    assert 'class="error"' in shown(auditor, day="2026-13-45")


def test_a_roster_that_left_by_the_command_line_names_the_system(auditor, school):
    note_roster(school, words="统计上报", at=timezone.now())

    text = shown(auditor)

    assert all(word in text for word in ("系统（服务器命令行）", "全体学生", "导出学生名册", "统计上报"))


def test_another_schools_rows_are_not_in_it(auditor, neighbour):
    with within(neighbour):
        child = a_child(name="邻小西")
        an_opening(of=child)

    assert "邻小西" not in shown(auditor)


def test_as_many_queries_for_thirty_rows_as_for_one_and_fifty_a_page(auditor):
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            auditor.get(LOG)
        return len(captured)

    an_opening()
    few = queries()
    for _place in range(29):
        an_opening()
    assert queries() == few
    for _place in range(21):
        an_opening()
    assert len(auditor.get(LOG).context["lines"]) == 50
    assert len(auditor.get(LOG, {"page": 2}).context["lines"]) == 1
