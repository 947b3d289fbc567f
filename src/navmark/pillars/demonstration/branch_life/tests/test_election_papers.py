"""What is printed of an election: a 选票 of its own, one table in the record; records locked before print as they were."""

import io

import pytest
from django.urls import reverse
from pypdf import PdfReader

from navmark.foundation.people.models import PostKind
from navmark.foundation.people.queries import voters_on
from navmark.foundation.people.tests.factories import holder, signed_in
from navmark.foundation.printing.storing import from_facts
from navmark.foundation.proceedings import elections
from navmark.foundation.proceedings.actions import deciding
from navmark.foundation.proceedings.judging import Ballots, Tally
from navmark.foundation.proceedings.models import VoteMethod
from navmark.pillars.demonstration.branch_life import facts, kinds
from navmark.pillars.demonstration.branch_life.sheets import rendering, texts
from navmark.pillars.demonstration.branch_life.sheets.shape import PrintedRecord
from navmark.pillars.demonstration.branch_life.tests.scenes import DURING, START, held, item_of


@pytest.fixture
def people(branch):
    return list(voters_on(branch, START.date()))


@pytest.fixture
def item(branch, clerk, people):
    item = item_of(held(kinds.ASSEMBLY, branch, clerk), clerk, "选举支部委员会", stricter=True)
    elections.nominate(item, people[:4], seats=3, by=clerk, at=DURING)
    counts = [elections.Count(one, 20, 4) for one in people[:3]] + [elections.Count(people[3], 4, 20)]
    counts.append(elections.Count(people[9], 2))
    elections.count(item, Ballots(24, 24, 0), counts, overseer=holder(PostKind.SECRETARY), counter=clerk, by=clerk, at=DURING)
    return item


def record_of(item):
    return facts.records_of(item.part.activity)[item.part]


def printed(content):
    return ["".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(content)).pages]


def test_the_ballot_has_its_own_title_note_and_rows_for_other_names(item, people, clerk):
    item_of(item.part.activity, clerk, "审议年度计划", to_vote=True)
    answer = signed_in(clerk).get(reverse("proceedings:slips", args=[item.part_id]))

    pages = printed(answer.getvalue())
    ballots, others = [page for page in pages if "候选人" in page], [page for page in pages if "表决事项" in page]

    assert sum(page.count("应选3名，赞成多于3名的为无效票") for page in ballots) == 24
    assert all(page.count("另选人：") == 2 * page.count("候选人") for page in ballots)
    assert all(people[0].name not in page and "审议年度计划" in page for page in others) and others


def test_the_tally_sheet_counts_the_candidates_apart_from_other_items(item, people, clerk):
    item_of(item.part.activity, clerk, "审议年度计划", to_vote=True)
    answer = signed_in(clerk).get(reverse("proceedings:tally", args=[item.part_id]))

    (page,) = printed(answer.getvalue())
    assert page.index("审议年度计划") < page.index("候选人") < page.index(people[0].name) < page.index("另选人：")


def test_the_record_has_one_table_instead_of_a_form_for_each(item, people, clerk):
    transcript = texts.transcript(record_of(item))

    assert transcript.count("发出：24") == 1 and "表决事项" not in transcript
    assert f"候选人：{people[0].name}；赞成：20；反对：4；弃权：0；结果：当选" in transcript
    assert f"候选人：{people[9].name}（另选人）；赞成：2；结果：未当选" in transcript
    assert all(rendering.render(record_of(item), form) for form in ("pdf", "docx"))


def test_a_record_locked_before_prints_as_it_was(item, people):
    frozen = facts.snapshot_of(item.part.activity)["1"]
    for vote in frozen["items"][0]["votes"]:
        del vote["of_candidate"]

    transcript = texts.transcript(from_facts(PrintedRecord, frozen))

    assert transcript.count("表决事项：") == 5 and f"表决事项：{people[0].name}" in transcript


def test_a_show_of_hands_prints_no_papers(branch, clerk):
    item = item_of(held(kinds.ASSEMBLY, branch, clerk), clerk)
    deciding.enter_vote(item, Tally(24, 24, 24, 0, 0), subject="方案", method=VoteMethod.HANDS, by=clerk, at=DURING)

    transcript = texts.transcript(record_of(item))

    assert "发出" not in transcript and "赞成：24" in transcript


def test_an_item_that_is_not_put_to_the_vote_stands_on_no_paper_and_alone_offers_none(branch, clerk):
    meeting = held(kinds.ASSEMBLY, branch, clerk)
    item_of(meeting, clerk, "通报工作")
    client, slips = signed_in(clerk), reverse("proceedings:slips", args=[meeting.parts.get().pk])
    page = reverse("branch_life:meeting", args=[meeting.pk])
    assert slips not in client.get(page).content.decode()

    item_of(meeting, clerk, "审议年度计划", to_vote=True)

    assert slips in client.get(page).content.decode()
    papers = printed(client.get(slips).getvalue())
    assert any("审议年度计划" in one for one in papers) and not any("通报工作" in one for one in papers)
