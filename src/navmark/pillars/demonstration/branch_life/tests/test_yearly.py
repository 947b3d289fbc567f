"""组织生活会 and 民主评议党员: what is typed once stands on the sheet; how others were graded is not everybody's to read."""

from datetime import timedelta

import pytest
from django.urls import reverse

from navmark.foundation.activities.part_papers import papers_of, write
from navmark.foundation.people.models import PostKind, Status
from navmark.foundation.people.queries import with_status
from navmark.foundation.people.tests.factories import holder, signed_in
from navmark.foundation.records.actions import signing
from navmark.foundation.records.queries import record_of
from navmark.foundation.records.selfcheck import findings
from navmark.foundation.statute.findings import Impossible
from navmark.pillars.demonstration.branch_life import facts, grading, kinds
from navmark.pillars.demonstration.branch_life.models import Standing
from navmark.pillars.demonstration.branch_life.sheets import rendering, texts
from navmark.pillars.demonstration.branch_life.tests.scenes import DURING, START, held

NONE = dict.fromkeys(grading.COUNTS, 0) | {"grade": ""}


@pytest.fixture
def review(branch, clerk):
    return held(kinds.REVIEW, branch, clerk).parts.get()


@pytest.fixture
def full(branch):
    return list(with_status(branch, START.date(), (Status.FULL,)))


def counted(part, rows, clerk, *, valid=24):
    ballots = grading.Ballots(issued=24, collected=24, invalid=24 - valid)
    grading.count(part, ballots, rows, overseer=holder(PostKind.SECRETARY), counter=clerk, by=clerk, at=DURING)


def test_what_was_prepared_stands_on_the_sheet(branch, clerk):
    part = held(kinds.LIFE_MEETING, branch, clerk).parts.get()
    values = {"study": "学习党章三次", "opinions": "共征求意见12条", "talks": "谈心谈话48人次"}

    write(part, values, by=clerk, at=DURING)

    printed = texts.transcript(facts.records_of(part.activity)[part])
    assert all(words in printed for words in values.values())


def test_two_who_write_one_sheet_see_both_versions(branch, clerk, secretary):
    part = held(kinds.LIFE_MEETING, branch, clerk).parts.get()
    values = {"study": "学习党章三次", "opinions": "共征求意见12条", "talks": "谈心谈话48人次"}
    write(part, values, by=clerk, at=DURING)
    address = reverse("activities:write_part", args=[part.pk])

    answer = signed_in(secretary).post(address, values | {"study": "学习党章五次", "revision": "0"})

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "学习党章三次" in page and "学习党章五次" in page and 'name="revision" value="1"' in page
    assert papers_of(part.activity)[part.pk].values["study"] == "学习党章三次"
    assert signed_in(secretary).post(address, values | {"revision": "0"}).status_code == 302  # what stands there already


def test_a_yearly_meeting_of_the_spring_belongs_to_the_year_before(branch, clerk):
    part = held(kinds.LIFE_MEETING, branch, clerk, starts_at=START + timedelta(days=60)).parts.get()

    assert facts.records_of(part.activity)[part].head.sequence == "2026年度"


def test_the_count_stands_on_the_sheet_in_reading_order(review, full, clerk):
    rows = {person: NONE | {"qualified": 24, "grade": "qualified"} for person in full}
    counted(review, rows, clerk)
    write(review, {"own": "逐一自评", "mutual": "互评", "opinion": "均为合格"}, by=clerk, at=DURING)

    held_review = facts.records_of(review.activity)[review].review

    assert (held_review.valid, len(held_review.standings)) == (24, 24)
    assert {(one.qualified, one.grade) for one in held_review.standings} == {(24, "合格")}
    assert rendering.render(facts.records_of(review.activity)[review], "pdf").startswith(b"%PDF")


def test_probationary_members_are_not_on_the_ballot_and_are_not_saved(review, branch, full, clerk):
    probationary = with_status(branch, START.date(), (Status.PROBATIONARY,)).first()

    counted(review, {person: NONE | {"excellent": 1} for person in [*full, probationary]}, clerk)

    assert not Standing.objects.filter(person=probationary).exists()
    assert Standing.objects.count() == 24


def test_more_marks_than_ballots_names_the_row_and_saves_nothing(review, full, clerk):
    with pytest.raises(grading.TooMany, match=full[0].name):
        counted(review, {full[0]: NONE | {"excellent": 20, "qualified": 4}}, clerk, valid=23)
    with pytest.raises(Impossible):
        grading.count(
            review, grading.Ballots(24, 25, 0), {}, overseer=holder(PostKind.SECRETARY), counter=clerk, by=clerk, at=DURING
        )

    assert not Standing.objects.exists()


@pytest.mark.parametrize(("excellent", "told"), [(8, False), (9, True)])
def test_more_than_a_third_excellent_is_said_and_blocks_nothing(review, full, clerk, excellent, told):
    rows = {person: NONE | {"grade": "excellent" if n < excellent else "qualified"} for n, person in enumerate(full)}
    counted(review, rows, clerk)

    found = [one for one in findings(record_of(review.activity)) if one.rule_id == "A21"]

    assert bool(found) is told
    assert not any(one.blocks for one in found)


def test_each_reads_the_own_row_and_nobody_elses(review, full, clerk, secretary):
    rows = {person: NONE | {"excellent": n, "grade": "qualified"} for n, person in enumerate(full)}
    counted(review, rows, clerk)
    record = signing.submit(record_of(review.activity), by=clerk, at=DURING)
    signing.lock(record, snapshot=facts.snapshot_of(review.activity), by=secretary, at=DURING)
    member = full[5]
    own = Standing.objects.get(person=member)
    copy, page = (reverse(f"branch_life:{name}", args=[review.activity_id]) for name in ("copy", "meeting"))

    shown = facts.without_standings(facts.records_of(review.activity)[review])

    assert shown.review.standings == ()
    assert len(facts.records_of(review.activity)[review].review.standings) == 24
    told = signed_in(member).get(page).content.decode()
    assert (f"优秀{own.excellent}票" in told) is True
    assert signed_in(member).get(copy).status_code == 200
    assert signed_in(member).get(reverse("branch_life:standings", args=[review.pk])).status_code == 403


def test_the_page_takes_the_count_and_gives_it_back(review, full, clerk):
    client, address = signed_in(clerk), reverse("branch_life:standings", args=[review.pk])
    values = {"issued": "24", "collected": "24", "invalid": "0", "overseer": full[0].name, "counter": full[1].name}
    wrong = client.post(address, values | {f"{full[3].pk}-excellent": "25"})
    assert (wrong.status_code, Standing.objects.count()) == (422, 0)
    assert full[3].name in wrong.content.decode()

    assert client.post(address, values | {f"{full[3].pk}-excellent": "20", f"{full[3].pk}-grade": "excellent"}).status_code == 302

    assert 'value="20"' in client.get(address).content.decode()
    slips = client.get(reverse("branch_life:grading_slips", args=[review.pk]))
    assert slips.getvalue().startswith(b"%PDF")
