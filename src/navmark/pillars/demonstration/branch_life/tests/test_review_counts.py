"""The count of the 民主测评: what was forgotten is said by name; the committee as a body has its row; keepers see it."""

import io

import pytest
from django.urls import reverse
from pypdf import PdfReader

from navmark.foundation.activities.part_papers import write
from navmark.foundation.audit.queries import history_of
from navmark.foundation.people.models import PostKind, Status
from navmark.foundation.people.queries import with_status
from navmark.foundation.people.tests.factories import holder, signed_in
from navmark.foundation.proceedings.refusals import OneForTwo
from navmark.foundation.records.actions import signing
from navmark.foundation.records.queries import record_of
from navmark.foundation.records.selfcheck import findings
from navmark.foundation.ui.tests.markup import tight
from navmark.pillars.demonstration.branch_life import facts, grading, kinds
from navmark.pillars.demonstration.branch_life.sheets import rendering, texts
from navmark.pillars.demonstration.branch_life.sheets.grading import slips
from navmark.pillars.demonstration.branch_life.tests.scenes import DURING, START, held

GOOD = {"committee_good": 20, "committee_fairly_good": 4, "committee_average": None, "committee_poor": None}


@pytest.fixture
def review(branch, clerk):
    return held(kinds.REVIEW, branch, clerk).parts.get()


@pytest.fixture
def full(branch):
    return list(with_status(branch, START.date(), (Status.FULL,)))


def row(excellent=0, qualified=0):
    return {"excellent": excellent, "qualified": qualified, "basic": 0, "unqualified": 0, "grade": ""}


def count(review, rows, clerk, **more):
    fields = {"overseer": holder(PostKind.SECRETARY), "counter": clerk} | more
    grading.count(review, grading.Ballots(24, 24, 0), rows, by=clerk, at=DURING, **fields)


def lock(activity, clerk):
    record = signing.submit(record_of(activity), by=clerk, at=DURING)
    signing.lock(record, snapshot=facts.snapshot_of(activity), by=holder(PostKind.SECRETARY), at=DURING)


def told(review, code):
    return [one for one in findings(record_of(review.activity)) if one.code.startswith(code)]


def sent(full, **more):
    values = {"issued": "24", "collected": "24", "invalid": "0", "overseer": full[0].name, "counter": full[1].name}
    return values | more


def test_rows_with_fewer_marks_than_papers_are_named_and_block_nothing(review, full, clerk):
    count(review, {person: row(qualified=24) for person in full} | {full[2]: row(qualified=23), full[5]: row()}, clerk)

    (fewer,) = told(review, "fewer")

    assert not fewer.blocks
    assert [person.name in fewer.words for person in full[:6]] == [False, False, True, False, False, True]


def test_a_member_says_that_she_knows_her_grade_and_the_keeper_notes_who_signed_on_paper(review, full, clerk):
    count(review, {person: row(excellent=24) | {"grade": "qualified"} for person in full}, clerk)
    one, other = (review.standings.get(person=person) for person in full[4:6])
    with pytest.raises(grading.NotLocked):
        grading.acknowledge(one, by=one.person, at=DURING)
    lock(review.activity, clerk)
    page = reverse("branch_life:meeting", args=[review.activity_id])

    assert "本人已知悉" in signed_in(one.person).get(page).content.decode()
    assert signed_in(other.person).post(reverse("branch_life:known", args=[one.pk])).status_code == 404
    assert "您已于" in signed_in(one.person).post(reverse("branch_life:known", args=[one.pk]), follow=True).content.decode()
    desk = signed_in(clerk)
    assert desk.get(page).content.decode().count("已在纸上签字") == len(full) - 1
    desk.post(reverse("branch_life:known", args=[other.pk]))
    assert review.standings.exclude(known_on=None).count() == 2
    assert history_of(review.activity).filter(kind="branch_life.acknowledged").count() == 2


def test_what_was_said_and_counted_is_asked_for_until_it_stands_there(review, full, clerk):
    assert [len(told(review, code)) for code in ("empty-own", "empty-mutual", "unpolled")] == [1, 1, 1]

    count(review, {person: row(qualified=24) for person in full}, clerk)
    write(review, {"own": "逐一自评", "mutual": "互评"}, by=clerk, at=DURING)

    assert findings(record_of(review.activity)) == []


def test_nothing_typed_of_the_members_leaves_room_to_write(review, full, clerk):
    signing.submit(record_of(review.activity), by=clerk, at=DURING)

    printed = pages(rendering.render(facts.records_of(review.activity)[review], "pdf"))

    own = printed[0].split("个人自评")[1].split("党员互评")[0]
    assert "无" not in own


def test_the_committee_as_a_body_stands_on_the_sheet(review, full, clerk):
    count(review, {person: row(qualified=24) for person in full}, clerk, committee=GOOD)
    record = facts.records_of(review.activity)[review]

    assert record.review.committee == (20, 4, 0, 0)
    assert "评议对象：支部班子；好：20；较好：4" in texts.transcript(record)
    assert facts.without_standings(record).review.committee == ()


def test_a_record_locked_before_the_committee_was_counted_prints_as_before(review, full, clerk):
    frozen = facts.snapshot_of(review.activity)["1"]
    del frozen["review"]["committee"]

    assert facts.from_facts(facts.shape.PrintedRecord, frozen).review.committee == ()


def test_all_rows_with_too_many_marks_are_marked_also_the_committees(review, full, clerk):
    wrong = {f"{full[3].pk}-excellent": "25", f"{full[4].pk}-qualified": "25", "committee_good": "25"}
    refused = signed_in(clerk).post(reverse("branch_life:standings", args=[review.pk]), sent(full, **wrong))
    page = refused.content.decode()

    assert refused.status_code == 422 and page.count('class="wrong"') == 3
    assert all(f'href="#id_{name}"' in page for name in (f"{full[3].pk}-excellent", "committee_good"))
    with pytest.raises(OneForTwo):
        count(review, {}, clerk, overseer=clerk)


def test_a_negative_number_is_said_in_the_summary_too(review, full, clerk):
    wrong = sent(full, **{f"{full[3].pk}-excellent": "-1"}, counter=full[0].name)
    refused = signed_in(clerk).post(reverse("branch_life:standings", args=[review.pk]), wrong)

    assert f'href="#id_{full[3].pk}-excellent"' in refused.content.decode()
    assert "监票人和计票人不能是同一人，请另选一人。" in refused.content.decode()


def test_keepers_see_on_the_record_that_it_was_counted_and_members_do_not(review, full, clerk, secretary):
    values = sent(full, committee_good="24", **{f"{full[3].pk}-excellent": "20"})
    assert signed_in(clerk).post(reverse("branch_life:standings", args=[review.pk]), values).status_code == 302
    page = reverse("branch_life:meeting", args=[review.activity_id])
    words = f"已录入：发出24，收回24，有效24，监票人{full[0].name}，计票人{full[1].name}"
    assert words in signed_in(clerk).get(page).content.decode()

    record = signing.submit(record_of(review.activity), by=clerk, at=DURING)
    signing.lock(record, snapshot=facts.snapshot_of(review.activity), by=secretary, at=DURING)
    table = f'<tr><th scope="row">{full[3].name}</th><td class="num">20</td>'
    assert table in tight(signed_in(clerk).get(page).content.decode())
    shown = tight(signed_in(full[10]).get(page).content.decode())
    assert (table in shown, "已录入" in shown) == (False, False)


def pages(content):
    return ["".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(content)).pages]


@pytest.mark.parametrize("members", [3, 24, 35])
def test_every_paper_is_one_page_and_none_is_numbered(members):
    names = tuple(f"党员{number}号" for number in range(1, members + 1))
    printed = pages(slips("中共启明实验小学支部委员会", 2026, names, count=24, on=START.date()))

    assert len(printed) == 24
    assert len(set(printed)) == 1  # a page number would tell one paper from another
    assert all(name in printed[0] for name in names) and "支部班子" in printed[0]
