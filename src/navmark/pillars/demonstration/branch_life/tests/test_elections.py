"""选举 and matters of personnel: an item may ask for more than its meeting (rules.md, vectors 30 and 27)."""

import pytest
from django.urls import reverse

from navmark.foundation.people.models import PostKind
from navmark.foundation.people.queries import committee_on, voters_on
from navmark.foundation.people.tests.factories import holder, signed_in
from navmark.foundation.proceedings import elections
from navmark.foundation.proceedings.actions import deciding
from navmark.foundation.proceedings.judging import NoQuorum, Tally
from navmark.foundation.proceedings.models import Vote
from navmark.foundation.records.queries import record_of
from navmark.foundation.records.selfcheck import findings
from navmark.foundation.statute.findings import Impossible
from navmark.pillars.demonstration.branch_life import facts, kinds
from navmark.pillars.demonstration.branch_life.sheets import texts
from navmark.pillars.demonstration.branch_life.tests.scenes import DURING, START, held, item_of


@pytest.fixture
def standing(branch):
    return list(voters_on(branch, START.date())[:6])


def election(branch, clerk, standing, *, present=24, seats=5):
    item = item_of(held(kinds.ASSEMBLY, branch, clerk, present=present), clerk, "选举支部委员会", stricter=True)
    elections.nominate(item, standing, seats=seats, by=clerk, at=DURING)
    return item


def counted(item, ayes, clerk, *, ballots):
    papers = elections.Ballots(issued=ballots, collected=ballots, invalid=0)
    people = [one.person for one in item.candidates.all()]
    counts = [elections.Count(person, given, ballots - given, 0) for person, given in zip(people, ayes, strict=True)]
    return elections.count(item, papers, counts, overseer=holder(PostKind.SECRETARY), counter=clerk, by=clerk, at=DURING)


def codes(item):
    return {one.code.split("-")[0] for one in findings(record_of(item.part.activity))}


def test_each_candidate_needs_more_than_half_of_all_entitled(branch, clerk, standing):
    votes = counted(election(branch, clerk, standing, present=20), [20, 13, 13, 13, 13, 12], clerk, ballots=20)

    assert [vote.passed for vote in votes] == [True, True, True, True, True, False]
    assert [vote.candidate for vote in votes] == standing
    assert {vote.rule_id for vote in votes} == {"C15"}


def test_fewer_than_four_fifths_elect_nobody(branch, clerk, standing):
    item = election(branch, clerk, standing, present=19)

    with pytest.raises(NoQuorum):
        counted(item, [15] * 6, clerk, ballots=19)
    assert not Vote.objects.exists()
    assert "quorum" in codes(item)


def test_as_many_candidates_as_seats_is_said_before_the_record_is_submitted(branch, clerk, standing):
    assert "margin" in codes(election(branch, clerk, standing[:5], seats=5))
    assert "margin" not in codes(election(branch, clerk, standing, seats=5))


def test_more_elected_than_seats_is_said(branch, clerk, standing):
    item = election(branch, clerk, standing)
    counted(item, [20] * 6, clerk, ballots=24)

    assert "seats" in codes(item)


def test_a_row_that_does_not_add_up_names_the_candidate_and_saves_nobody(branch, clerk, standing):
    item = election(branch, clerk, standing)
    papers = elections.Ballots(issued=24, collected=24, invalid=1)
    counts = [elections.Count(person, 24, 0, 0) for person in standing]

    with pytest.raises(Impossible, match=standing[0].name):
        elections.count(item, papers, counts, overseer=holder(PostKind.SECRETARY), counter=clerk, by=clerk, at=DURING)
    assert not Vote.objects.exists()


def test_more_ballots_than_were_given_out_make_it_void(branch, clerk, standing):
    item = election(branch, clerk, standing)

    with pytest.raises(Impossible) as refused:
        elections.count(
            item, elections.Ballots(22, 23, 0), [], overseer=holder(PostKind.SECRETARY), counter=clerk, by=clerk, at=DURING
        )
    assert refused.value.field == "collected"


def test_a_second_count_replaces_the_first(branch, clerk, standing):
    item = election(branch, clerk, standing)
    counted(item, [20] * 6, clerk, ballots=24)
    counted(item, [19] * 6, clerk, ballots=24)

    assert sorted(item.votes.values_list("ayes", flat=True)) == [19] * 6


@pytest.mark.parametrize(("there", "may"), [(3, False), (4, True)])
def test_appointments_ask_for_two_thirds_of_the_leading_body(branch, clerk, there, may):
    assert committee_on(branch, START.date()).count() == 5
    activity = held(kinds.ORGANISATION, branch, clerk, present=there)
    plain, personnel = item_of(activity, clerk), item_of(activity, clerk, "研究干部任免", stricter=True)
    tally = Tally(there, there, there, 0, 0)

    assert deciding.enter_vote(plain, tally, subject="事项", by=clerk, at=DURING).passed
    if may:
        assert deciding.enter_vote(personnel, tally, subject="任免", by=clerk, at=DURING).rule_id == "L02"
    else:
        with pytest.raises(NoQuorum):
            deciding.enter_vote(personnel, tally, subject="任免", by=clerk, at=DURING)


def test_the_pages_take_an_election_from_the_tick_to_the_count(branch, clerk, standing):
    item = item_of(held(kinds.ASSEMBLY, branch, clerk), clerk, "选举支部委员会")
    client, pages = signed_in(clerk), {name: reverse(f"proceedings:{name}", args=[item.pk])
                                       for name in ("item_save", "candidates", "election_count", "vote_add")}  # fmt: skip
    client.post(pages["item_save"], {"title": item.title, "stricter": "on", "revision": "1"})
    assert client.get(pages["vote_add"]).url == pages["election_count"]
    assert client.get(pages["election_count"]).url == pages["candidates"]

    client.post(pages["candidates"], {"seats": "1", "candidates": [str(one.pk) for one in standing[:2]]})
    values = {"issued": "24", "collected": "24", "invalid": "0", "overseer": standing[4].name, "counter": standing[5].name}
    one, other = standing[:2]
    values |= {f"{one.pk}-ayes": "20", f"{one.pk}-nays": "4", f"{one.pk}-abstentions": "0"}
    wrong = client.post(pages["election_count"], values | {f"{other.pk}-ayes": "5", f"{other.pk}-nays": "5",
                                                           f"{other.pk}-abstentions": "0"})  # fmt: skip
    assert (wrong.status_code, other.name in wrong.content.decode()) == (422, True)
    right = values | {f"{other.pk}-ayes": "4", f"{other.pk}-nays": "20", f"{other.pk}-abstentions": "0"}

    assert client.post(pages["election_count"], right).status_code == 302
    assert "更正这次计票" in client.get(pages["election_count"]).content.decode()
    assert [vote.passed for vote in item.votes.order_by("-ayes")] == [True, False]
    record = next(iter(facts.records_of(item.part.activity).values()))
    assert one.name in texts.transcript(record)


def test_the_paper_ballots_of_an_election_name_its_candidates(branch, clerk, standing):
    item = election(branch, clerk, standing)
    client = signed_in(clerk)

    answer = client.get(reverse("proceedings:slips", args=[item.part_id]))

    assert answer.getvalue().startswith(b"%PDF")


def test_more_votes_than_the_ballots_can_hold_are_refused(branch, clerk, standing):
    """C17: 20 papers for 5 seats hold 100 votes."""
    item = election(branch, clerk, standing)

    with pytest.raises(Impossible, match="100"):
        counted(item, [20] * 5 + [1], clerk, ballots=20)
    assert not Vote.objects.exists()
