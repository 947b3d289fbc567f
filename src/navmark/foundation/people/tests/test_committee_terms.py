"""The term of a committee: corrected in place, followed by the next; and what an election makes of posts."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from navmark.foundation.audit.models import AuditEntry
from navmark.foundation.people import actions
from navmark.foundation.people.models import CommitteeTerm, Post, PostKind
from navmark.foundation.people.queries import committee_on, voters_on
from navmark.foundation.people.refusals import NotAMember, Overtaken, TermOutOfOrder
from navmark.foundation.people.tests.factories import a_branch, a_post, a_staff_member, an_administrator, holder, signed_in

AT = timezone.now()
DAY = date(2026, 11, 20)
KINDS = (PostKind.SECRETARY, PostKind.ORGANISATION, PostKind.DISCIPLINE)


@pytest.fixture
def branch(inside):
    return a_branch(members=9, committee=3)


@pytest.fixture
def office(branch):
    return signed_in(an_administrator())


@pytest.fixture
def newcomers(branch):
    """Three who are not in the committee."""
    return list(voters_on(branch, DAY).exclude(pk__in=committee_on(branch, DAY)).order_by("pk")[:3])


def install(branch, people, **more):
    election = actions.ElectionResult(branch, DAY, list(zip(people, KINDS, strict=True)), **more)
    return actions.install_committee(election, by=None, at=AT)


def complete(branch, person, kind):
    return actions.complete_committee(actions.ElectionResult(branch, DAY, [(person, kind)]), by=None, at=AT)


def posts_on(branch, day):
    return {(post.person_id, post.kind) for post in Post.objects.on(day).filter(unit=branch, kind__in=[*PostKind])
            if post.kind != PostKind.CLERK}  # fmt: skip


def test_correcting_the_day_of_the_election_keeps_one_term_and_moves_its_end_along(office, branch):
    actions.start_committee_term(branch, elected_on=date(2025, 3, 8), number=4, by=None, at=AT)
    page = reverse("people:term", args=[branch.pk])

    office.post(page, {"number": "4", "elected_on": "2025-03-18", "due_on": "2028-03-08"})

    term = CommitteeTerm.objects.get()
    assert (term.elected_on, term.due_on, term.number) == (date(2025, 3, 18), date(2028, 3, 18), 4)
    assert "2025-03-08" in AuditEntry.objects.get(kind="people.term_corrected").payload


def test_an_end_that_the_superior_decided_stays(office, branch):
    actions.start_committee_term(branch, elected_on=date(2025, 3, 8), due_on=date(2029, 1, 1), by=None, at=AT)

    office.post(reverse("people:term", args=[branch.pk]), {"elected_on": "2025-03-18", "due_on": "2029-01-01"})

    assert CommitteeTerm.objects.get().due_on == date(2029, 1, 1)


def test_a_term_is_not_moved_before_the_one_that_came_before(office, branch):
    for year in (2022, 2025):
        actions.start_committee_term(branch, elected_on=date(year, 3, 8), by=None, at=AT)

    answer = office.post(reverse("people:term", args=[branch.pk]), {"elected_on": "2022-03-08"})

    assert answer.status_code == 422 and "请核对选举日期" in answer.content.decode()
    assert sorted(CommitteeTerm.objects.values_list("elected_on", flat=True)) == [date(2022, 3, 8), date(2025, 3, 8)]


def test_a_new_term_is_entered_on_a_page_of_its_own_and_counts_on(office, branch):
    actions.start_committee_term(branch, elected_on=date(2023, 3, 8), number=4, by=None, at=AT)
    page = reverse("people:new-term", args=[branch.pk])
    assert 'value="5"' in office.get(page).content.decode()

    office.post(page, {"number": "5", "elected_on": "2026-03-08"})

    assert list(CommitteeTerm.objects.values_list("number", flat=True)) == [5, 4]
    assert "登记新一届任期" in office.get(reverse("people:branch", args=[branch.pk])).content.decode()


def test_an_election_that_lies_ahead_is_not_entered(office, branch):
    page, ahead = reverse("people:new-term", args=[branch.pk]), timezone.localdate() + timedelta(days=1)

    answer = office.post(page, {"elected_on": ahead.isoformat()})

    assert answer.status_code == 422 and "选举日期还没有到" in answer.content.decode()
    assert not CommitteeTerm.objects.exists()


def test_the_committee_changes_on_the_day_of_the_election(branch, newcomers):
    before = posts_on(branch, DAY)
    again = holder(PostKind.ORGANISATION)

    assert install(branch, [newcomers[0], again, newcomers[1]], basis="批复〔2026〕8号") is True

    assert posts_on(branch, date(2026, 11, 19)) == before
    assert posts_on(branch, DAY) == set(zip([newcomers[0].pk, again.pk, newcomers[1].pk], KINDS, strict=True))
    assert set(Post.objects.filter(from_day=DAY).values_list("basis", flat=True)) == {"批复〔2026〕8号"}
    assert CommitteeTerm.objects.get().due_on == date(2029, 11, 20)


def test_said_twice_it_changes_nothing(branch, newcomers):
    install(branch, newcomers)
    rows, entries = list(Post.objects.order_by("pk").values()), AuditEntry.objects.count()

    assert install(branch, newcomers) is False

    assert (list(Post.objects.order_by("pk").values()), AuditEntry.objects.count()) == (rows, entries)


def test_said_again_it_corrects_the_posts_and_adds_the_reply(branch, newcomers):
    install(branch, newcomers)
    one, two, three = newcomers

    assert install(branch, [one, three, two], basis="批复〔2026〕8号") is True

    assert posts_on(branch, DAY) == set(zip([one.pk, three.pk, two.pk], KINDS, strict=True))
    assert Post.objects.filter(from_day=DAY).count() == 3
    assert Post.objects.get(person=one, kind=PostKind.SECRETARY).basis == "批复〔2026〕8号"


@pytest.mark.parametrize("corrected", [date(2026, 11, 19), date(2026, 11, 22)])
def test_a_day_that_was_corrected_since_stays_and_makes_no_second_term(branch, newcomers, corrected):
    meeting = uuid4()
    install(branch, newcomers, meeting=meeting)
    term = CommitteeTerm.objects.get()
    actions.correct_committee_term(term, elected_on=corrected, by=None, at=AT, due_on=term.due_on, number=5)

    assert install(branch, newcomers, meeting=meeting, basis="批复〔2026〕8号") is True

    assert CommitteeTerm.objects.get().elected_on == corrected
    assert set(Post.objects.filter(from_day=DAY).values_list("basis", flat=True)) == {"批复〔2026〕8号"}


def test_what_came_after_the_election_is_not_undone(branch, newcomers):
    later = voters_on(branch, DAY).exclude(pk__in=[one.pk for one in newcomers]).order_by("-pk")[0]
    a_post(later, PostKind.YOUTH, unit=branch, from_day=date(2026, 11, 25))

    with pytest.raises(Overtaken, match=later.name):
        install(branch, newcomers)
    assert not CommitteeTerm.objects.exists()

    actions.start_committee_term(branch, elected_on=date(2026, 11, 25), by=None, at=AT)
    with pytest.raises(TermOutOfOrder):
        install(branch, newcomers)


def test_all_or_nothing(branch, newcomers):
    before = posts_on(branch, DAY)

    with pytest.raises(NotAMember):
        install(branch, [*newcomers[:2], a_staff_member()])

    assert posts_on(branch, DAY) == before and not CommitteeTerm.objects.exists()


def test_between_elections_one_post_is_added_and_everything_else_stays(branch, newcomers):
    actions.start_committee_term(branch, elected_on=date(2025, 3, 8), by=None, at=AT)
    before = posts_on(branch, DAY)

    said = [complete(branch, newcomers[0], PostKind.YOUTH) for _ in range(2)]

    assert said == [True, False]
    assert posts_on(branch, DAY) == before | {(newcomers[0].pk, PostKind.YOUTH)}
    assert CommitteeTerm.objects.get().elected_on == date(2025, 3, 8)
    assert AuditEntry.objects.filter(kind="people.committee_completed").count() == 1


def test_a_secretary_elected_between_elections_takes_over(branch, newcomers):
    old = holder(PostKind.SECRETARY)

    complete(branch, newcomers[0], PostKind.SECRETARY)

    assert holder(PostKind.SECRETARY) == newcomers[0]
    assert Post.objects.get(person=old, kind=PostKind.SECRETARY).to_day == date(2026, 11, 19)


def test_another_branch_keeps_its_committee(branch, newcomers):
    other = a_branch(members=5, committee=3, name="中共启明实验小学第二支部委员会", groups=1)
    before = posts_on(other, DAY)

    install(branch, newcomers)

    assert posts_on(other, DAY) == before
