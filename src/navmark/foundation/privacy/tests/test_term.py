"""The term of the access log on its page: read with its rule by who reads the log, entered by the administrator, in the trail."""

import pytest
from django.urls import reverse
from django.utils import timezone

from navmark.foundation.audit.models import AuditEntry
from navmark.foundation.people.models import PostKind
from navmark.foundation.people.tests.factories import a_branch, a_post, a_staff_member, an_administrator, holder, signed_in
from navmark.foundation.privacy.retention import months_kept, set_term

TERM, LOG = reverse("privacy:term"), reverse("privacy:log")


@pytest.fixture
def administrator(inside):
    return an_administrator(name="高远")


@pytest.fixture
def secretary(inside):
    a_branch(members=1, probationary=0, committee=1, groups=0)
    return signed_in(holder(PostKind.SECRETARY))


def page_of(browser) -> str:
    return browser.get(TERM).content.decode()


def test_the_log_leads_to_its_term_which_names_the_rule_and_that_nothing_was_decided(secretary):
    assert TERM in secretary.get(LOG).content.decode()
    page = page_of(secretary)

    assert "查阅记录保存36个月" in page and "《网络安全法》第二十三条" in page and "学校尚未另作决定" in page
    assert 'name="months"' not in page


def test_the_administrator_enters_what_was_decided_and_it_stands_on_the_page_and_in_the_trail(administrator, secretary):
    browser = signed_in(administrator)
    page = browser.post(TERM, {"months": 12, "basis": "11月20日校务会"}, follow=True).content.decode()

    assert "查阅记录保存12个月" in page and "由高远录入：11月20日校务会" in page
    assert "查阅记录保存12个月" in page_of(secretary) and "12个月" in secretary.get(LOG).content.decode()
    entry = AuditEntry.objects.get(kind="privacy.term")
    assert (entry.by, entry.facts["months"]) == (administrator.pk, 12)


@pytest.mark.parametrize(("months", "basis"), [(5, "校务会"), (121, "校务会"), (12, "")])
def test_below_six_months_above_ten_years_or_without_a_basis_it_is_refused(administrator, months, basis):
    answer = signed_in(administrator).post(TERM, {"months": months, "basis": basis})

    assert answer.status_code == 422 and 'class="error"' in answer.content.decode()
    assert months_kept(timezone.localdate()) == 36 and not AuditEntry.objects.filter(kind="privacy.term").exists()


def test_no_action_goes_below_the_floor(administrator):
    with pytest.raises(ValueError, match="6 months"):
        set_term(5, basis="校务会", by=administrator, at=timezone.now())


def test_who_reads_the_log_does_not_change_its_term(secretary):
    auditor = a_staff_member()
    a_post(auditor, PostKind.AUDITOR)

    for browser in (secretary, signed_in(auditor)):
        assert browser.post(TERM, {"months": 12, "basis": "校务会"}).status_code == 403
    assert months_kept(timezone.localdate()) == 36
