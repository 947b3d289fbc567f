"""The count of an election: what is wrong stands at its row, what no longer fits is said, what it came to is one table."""

import pytest
from django.urls import reverse

from navmark.foundation.people.models import PostKind
from navmark.foundation.people.queries import voters_on
from navmark.foundation.people.tests.factories import holder, signed_in
from navmark.foundation.proceedings import elections
from navmark.foundation.proceedings.actions import deciding
from navmark.foundation.proceedings.judging import Ballots, Tally
from navmark.foundation.proceedings.queries import items_of
from navmark.foundation.proceedings.refusals import OneForTwo
from navmark.foundation.proceedings.results import results_of
from navmark.foundation.records.queries import record_of
from navmark.foundation.records.selfcheck import findings
from navmark.foundation.ui.tests.markup import tight
from navmark.pillars.demonstration.branch_life import kinds
from navmark.pillars.demonstration.branch_life.tests.scenes import DURING, START, held, item_of


@pytest.fixture
def people(branch):
    return list(voters_on(branch, START.date()))


@pytest.fixture
def item(branch, clerk, people):
    item = item_of(held(kinds.ASSEMBLY, branch, clerk), clerk, "选举支部委员会", stricter=True)
    elections.nominate(item, people[:4], seats=3, by=clerk, at=DURING)
    return item


def count(item, ayes, clerk):
    on_the_ballot = {one.person for one in item.candidates.all()}
    counts = [elections.Count(one, given, 24 - given if one in on_the_ballot else 0) for one, given in ayes.items()]
    return elections.count(
        item, Ballots(24, 24, 0), counts, overseer=holder(PostKind.SECRETARY), counter=clerk, by=clerk, at=DURING
    )


def told(item, code):
    return [one for one in findings(record_of(item.part.activity)) if one.code.startswith(code)]


def page_of(item):
    return reverse("proceedings:election_count", args=[item.pk])


def sent(people, rows, **more):
    values = {"issued": "24", "collected": "24", "invalid": "0", "overseer": people[6].name, "counter": people[7].name}
    for person, row in zip(people, rows, strict=False):
        values |= {f"{person.pk}-{name}": str(value) for name, value in zip(("ayes", "nays", "abstentions"), row, strict=True)}
    return values | more


def test_an_election_without_a_count_stands_in_the_way(item, people, clerk):
    (uncounted,) = told(item, "uncounted")
    assert uncounted.blocks and uncounted.liftable and item.title in uncounted.words

    count(item, dict.fromkeys(people[:4], 17), clerk)
    assert told(item, "uncounted") == []


def test_votes_of_whoever_stands_no_longer_go_and_a_newcomer_without_votes_is_named(item, people, clerk):
    count(item, dict.fromkeys(people[:4], 17), clerk)

    gone = elections.nominate(item, [*people[1:4], people[8]], seats=3, by=clerk, at=DURING)

    assert gone == [people[0].name]
    assert set(item.votes.values_list("candidate", flat=True)) == {one.pk for one in people[1:4]}
    (lacking,) = told(item, "lacking")
    assert lacking.blocks and people[8].name in lacking.words and people[1].name not in lacking.words


def test_an_unchanged_list_keeps_every_vote_also_those_of_names_written_in(item, people, clerk):
    count(item, dict.fromkeys(people[:4], 17) | {people[9]: 2}, clerk)

    assert elections.nominate(item, people[:4], seats=3, by=clerk, at=DURING) == []
    assert item.votes.count() == 5
    assert elections.nominate(item, [*people[:4], people[9]], seats=3, by=clerk, at=DURING) == [people[9].name]


def test_the_page_says_whose_votes_it_removed(item, people, clerk):
    count(item, dict.fromkeys(people[:4], 17), clerk)
    values = {"seats": "3", "candidates": [str(one.pk) for one in [*people[1:4], people[8]]]}

    answer = signed_in(clerk).post(reverse("proceedings:candidates", args=[item.pk]), values, follow=True)

    assert f"已删除{people[0].name}的计票，请重新计票。" in answer.content.decode()


def test_one_person_cannot_watch_and_count(item, people, clerk, branch):
    with pytest.raises(OneForTwo):
        elections.count(item, Ballots(24, 24, 0), [elections.Count(people[0], 24)], overseer=clerk, counter=clerk,
                        by=clerk, at=DURING)  # fmt: skip
    with pytest.raises(OneForTwo):
        deciding.enter_vote(item, Tally(24, 24, 24, 0, 0), subject="事项", overseer=clerk, counter=clerk, by=clerk, at=DURING)
    refused = signed_in(clerk).post(page_of(item), sent(people, [(24, 0, 0)] * 4, counter=people[6].name))
    assert list(refused.context["form"].errors) == ["counter"]
    assert not item.votes.exists()


def test_all_wrong_rows_are_marked_at_once_and_in_the_summary(item, people, clerk):
    rows = [(24, 1, 0), (24, 0, 0), (20, 3, 0), (-1, 24, 1)]
    refused = signed_in(clerk).post(page_of(item), sent(people, rows))
    assert [list(row.errors) for _one, row in refused.context["count"].rows] == [[], [], [], ["ayes"]]

    refused = signed_in(clerk).post(page_of(item), sent(people, [*rows[:3], (24, 0, 0)]))
    page = refused.content.decode()

    assert [list(row.errors) for _one, row in refused.context["count"].rows] == [["ayes"], [], ["ayes"], []]
    assert page.count('class="wrong"') == 2
    assert all(f'href="#id_{people[n].pk}-ayes"' in page for n in (0, 2))
    assert not item.votes.exists()


def test_more_papers_back_than_given_out_tells_how_to_mend_a_slip(item, people, clerk):
    refused = signed_in(clerk).post(page_of(item), sent(people, [(23, 0, 0)] * 4, issued="22", collected="23"))

    (words,) = refused.context["form"].errors["collected"]
    assert "如系录入有误，请更正" in words and "重新计票" in words


def test_names_that_the_voters_wrote_are_counted_in_favour_only(item, people, clerk):
    other = people[9]
    more = {"other-1-person": other.name, "other-1-ayes": "3"}
    twice = more | {"other-2-person": other.name, "other-2-ayes": "1"}
    client = signed_in(clerk)
    assert client.post(page_of(item), sent(people, [(24, 0, 0)] * 4, **twice)).status_code == 422

    assert client.post(page_of(item), sent(people, [(21, 3, 0)] * 3 + [(4, 20, 0)], **more)).status_code == 302

    (fresh,) = items_of(item.part.activity)[item.part_id]
    results = results_of(fresh)
    assert [one.words for one in results] == ["当选", "当选", "当选", "未当选", "未当选"]
    assert (results[-1].name, results[-1].ayes, results[-1].nays, results[-1].written_in) == (other.name, 3, None, True)
    assert 'value="3"' in client.get(page_of(item)).content.decode()


def test_more_than_half_for_more_than_there_are_seats_elects_nobody_by_itself(item, people, clerk):
    count(item, dict.fromkeys(people[:4], 18), clerk)
    (fresh,) = items_of(item.part.activity)[item.part_id]

    assert {one.words for one in results_of(fresh)} == {"得票过半"}


def test_the_record_shows_one_table_and_one_way_to_correct_it(item, people, clerk):
    page = reverse("branch_life:meeting", args=[item.part.activity_id])
    before = signed_in(clerk).get(page).content.decode()
    assert (before.count("登记选举计票"), "登记表决" in before) == (1, False)
    count(item, dict.fromkeys(people[:4], 17), clerk)

    after = signed_in(clerk).get(page).content.decode()

    assert (after.count("更正计票"), after.count("发出24，收回24，有效24"), "登记选举计票" in after) == (1, 1, False)


def test_a_show_of_hands_asks_for_no_papers(branch, people, clerk):
    item = item_of(held(kinds.ASSEMBLY, branch, clerk, present=23), clerk)
    client, page = signed_in(clerk), reverse("proceedings:vote_add", args=[item.pk])
    values = {"subject": "方案", "method": "hands", "ayes": "20", "nays": "2", "abstentions": "0"}

    refused = client.post(page, values)
    assert (refused.status_code, list(refused.context["form"].errors)) == (422, ["ayes"])
    assert client.post(page, values | {"abstentions": "1"}).status_code == 302

    vote = item.votes.get()
    assert (vote.issued, vote.collected, vote.invalid, vote.overseer) == (23, 23, 0, None)
    assert list(client.post(page, values | {"method": "secret"}).context["form"].errors) == [
        "overseer", "counter", "issued", "collected", "invalid",
    ]  # fmt: skip


def test_the_error_of_the_candidates_leads_to_their_fieldset_and_the_tick_asks_for_a_fresh_page(item, clerk):
    client = signed_in(clerk)

    refused = client.post(reverse("proceedings:candidates", args=[item.pk]), {"seats": "3"}).content.decode()
    refused = tight(refused)
    assert 'href="#id_candidates_all"' in refused and '<fieldset id="id_candidates_all" class="field wrong"' in refused

    page = client.get(reverse("branch_life:meeting", args=[item.part.activity_id])).content.decode()
    assert 'name="stricter" data-reload' in page
