"""The plan's parts: each with its theme and its number in the year; a themed day with its fixed segments."""

from datetime import date, timedelta
from decimal import Decimal

from django.urls import reverse

from navmark.foundation.activities.models import Activity
from navmark.foundation.activities.numbering import sequence_words
from navmark.foundation.activities.part_papers import papers_of, write
from navmark.foundation.audit.queries import history_of
from navmark.foundation.papers.models import Answers
from navmark.foundation.people.on_behalf import deeds
from navmark.foundation.people.queries import members_on
from navmark.foundation.people.tests.factories import a_staff_member, signed_in
from navmark.foundation.records.actions import signing
from navmark.foundation.records.queries import record_of
from navmark.foundation.records.selfcheck import findings
from navmark.foundation.rotas import known
from navmark.foundation.rotas.models import Turn
from navmark.pillars.demonstration.branch_life import facts, kinds
from navmark.pillars.demonstration.branch_life.tests.scenes import DURING, START, held, item_of

FILLED = {"title": "会", "day": "2026-11-26", "start": "16:30", "end": "17:30", "place": "会议室"}


def planned(client, kind, **values):
    client.post(reverse("activities:plan", args=[kind]), FILLED | values)
    return Activity.objects.order_by("-pk").first()


def changed(client, activity, **values):
    """Posts what the form has, its numbers as it opened with them, with these values instead."""
    address = reverse("activities:change", args=[activity.pk])
    form = client.get(address).context["form"]
    opened = {name: form[name].value() for name in form.fields if name.startswith("number")}
    numbers = opened | {f"initial-{name}": value for name, value in opened.items()}
    answer = client.post(address, FILLED | numbers | values)
    assert answer.status_code == 302
    return {part.kind: part.number for part in activity.parts.all()}


def names_of(part):
    return [row["name"] for row in papers_of(Activity.fresh(part.activity_id))[part.pk].values["fixed"]]


def test_the_form_suggests_the_next_number_and_takes_another(branch, clerk):
    client = signed_in(clerk)
    form = client.get(reverse("activities:plan", args=[kinds.COMMITTEE])).context["form"]
    assert form["number"].value() == 1

    planned(client, kinds.COMMITTEE, number="11")

    form = client.get(reverse("activities:plan", args=[kinds.COMMITTEE])).context["form"]
    assert form["number"].value() == 12


def test_a_plan_moved_to_the_next_year_begins_its_numbers_anew_unless_one_was_typed(branch, clerk):
    client = signed_in(clerk)
    activity = planned(client, kinds.COMMITTEE, number="11")

    assert changed(client, activity, number="11", day="2027-01-08") == {kinds.COMMITTEE: 1}
    assert changed(client, activity, number="12", day="2026-12-08") == {kinds.COMMITTEE: 12}


def test_two_who_open_the_form_at_once_get_two_numbers(branch, clerk, secretary):
    address = reverse("activities:plan", args=[kinds.COMMITTEE])
    clients = signed_in(clerk), signed_in(secretary)
    pages = [client.get(address).content.decode() for client in clients]
    assert all('<input type="hidden" name="initial-number" value="1"' in page for page in pages)

    typed = {"number": "1", "initial-number": "1", "sure": "1"}  # the second is asked about the same hour, and means it
    one, two = (planned(client, kinds.COMMITTEE, **typed) for client in clients)
    assert [one.parts.get().number, two.parts.get().number] == [1, 2]
    assert changed(clients[0], two) == {kinds.COMMITTEE: 2}

    three = planned(clients[0], kinds.COMMITTEE, **(typed | {"initial-number": "3"}))
    assert three.parts.get().number == 1  # typed


def test_page_and_print_say_the_same_number_whatever_is_planned_beside_it(branch, clerk, secretary):
    record = held(kinds.COMMITTEE, branch, clerk)
    item_of(record, clerk)
    signing.submit(record_of(record), by=clerk, at=DURING)
    held(kinds.COMMITTEE, branch, clerk, starts_at=START - timedelta(days=9))
    signing.lock(record_of(record), snapshot=facts.snapshot_of(record), by=secretary, at=DURING)
    held(kinds.COMMITTEE, branch, clerk, starts_at=START - timedelta(days=5))

    part = record.parts.get()
    assert facts.records_of(record)[part].head.sequence == "2026年度第1次"
    assert "2026年度第1次" in signed_in(clerk).get(reverse("branch_life:meeting", args=[record.pk])).content.decode()


def test_a_number_missing_until_then_is_fixed_when_the_record_is_submitted(branch, clerk):
    record = held(kinds.COMMITTEE, branch, clerk)
    record.parts.update(number=None)
    assert sequence_words(record.parts.get()) == "2026年度"

    signing.submit(record_of(record), by=clerk, at=DURING)

    assert sequence_words(record.parts.get()) == "2026年度第1次"


def test_the_self_check_names_two_of_one_number(branch, clerk):
    one, two = (held(kinds.COMMITTEE, branch, clerk, starts_at=START + timedelta(days=days)) for days in (0, 3))
    assert not [found for found in findings(record_of(one)) if found.code.startswith("number-")]
    two.parts.update(number=1)

    [found] = [found for found in findings(record_of(one)) if found.code.startswith("number-")]
    assert "11月23日(周一)" in found.words and "第1次" in found.words and not found.blocks


def test_what_is_held_once_a_year_bears_no_number(branch, clerk):
    client = signed_in(clerk)
    form = client.get(reverse("activities:plan", args=[kinds.LIFE_MEETING])).context["form"]

    assert "number" not in form.fields and f"number_{kinds.REVIEW}" not in form.fields
    assert held(kinds.REVIEW, branch, clerk).parts.get().number is None


def test_each_part_of_a_gathering_has_its_own_theme_and_number(branch, clerk):
    client = signed_in(clerk)
    typed = {f"topic_{kinds.LECTURE}": "把师德写在课堂上", f"number_{kinds.LECTURE}": "4", f"topic_{kinds.REVIEW}": "没有勾选"}
    activity = planned(client, kinds.ASSEMBLY, topic="年度总结", together=[kinds.LECTURE], **typed)

    assert [(part.kind, part.topic, part.number) for part in activity.parts.all()] == [
        (kinds.ASSEMBLY, "年度总结", 1),
        (kinds.LECTURE, "把师德写在课堂上", 4),
    ]
    said = facts.records_of(activity)[activity.parts.get(kind=kinds.LECTURE)].paper
    assert [one.words for one in said if one.key == "topic"] == ["把师德写在课堂上"]


def test_the_change_opens_with_what_each_part_has(branch, clerk):
    client = signed_in(clerk)
    activity = planned(client, kinds.ASSEMBLY, together=[kinds.LECTURE], **{f"topic_{kinds.LECTURE}": "师德"})

    form = client.get(reverse("activities:change", args=[activity.pk])).context["form"]

    assert form[f"topic_{kinds.LECTURE}"].value() == "师德"
    assert (form["number"].value(), form[f"number_{kinds.LECTURE}"].value(), form[f"number_{kinds.THEME_DAY}"].value()) == (
        1,
        1,
        1,
    )


def test_a_themed_day_has_its_fixed_segments_from_the_start_alone_or_with_others(branch, clerk):
    client = signed_in(clerk)
    activity = planned(client, kinds.ASSEMBLY, together=[kinds.LIFE_MEETING, kinds.REVIEW])

    changed(client, activity, together=[kinds.THEME_DAY])

    part = activity.parts.get(kind=kinds.THEME_DAY)
    assert names_of(part) == ["重温入党誓词", "学习党章", "集中学习", "微党课"]
    [fixed] = [one for one in facts.records_of(Activity.fresh(activity.pk))[part].paper if one.key == "fixed"]
    assert [name for name, _topic, _leader in fixed.rows] == names_of(part)


def test_whoever_has_the_turn_of_a_talk_stands_on_the_plan_and_leads_its_segment_until_somebody_writes(branch, clerk):
    speaker, other = a_staff_member(name="邓欣"), a_staff_member(name="王馨一")
    of_november = Turn.objects.create(
        rota=known.rota("model_speech"), unit=branch, period_key="2026-11", starts_on=date(2026, 11, 1),
        ends_on=date(2026, 11, 30), person=speaker, by_order=speaker.pk, changed_at=START,
    )  # fmt: skip
    client = signed_in(clerk)
    page = client.get(reverse("activities:plan", args=[kinds.THEME_DAY]), {"opens_on": "2026-11-20", "due_on": "2026-11-30"})
    assert ("党员就是标杆 · 主讲", "邓欣") in page.context["in_hand"]

    part = planned(client, kinds.THEME_DAY).parts.get()
    assert led_by(part) == (str(speaker.pk), "邓欣")
    Turn.objects.filter(pk=of_november.pk).update(person=other)
    assert led_by(part) == (str(other.pk), "王馨一")

    write(part, {"account": "清扫社区"}, by=clerk, at=DURING)
    Turn.objects.filter(pk=of_november.pk).update(person=speaker)
    assert led_by(part) == (str(other.pk), "王馨一")


def led_by(part):
    """Of the last fixed segment, a colleague of no Party group: whose it is, by id and by name."""
    paper = papers_of(Activity.fresh(part.activity_id))[part.pk]
    [fixed] = [one for one in paper.said if one.key == "fixed"]
    assert paper.values["fixed"][3]["topic"] == "党员就是标杆"
    return paper.values["fixed"][3]["leader"], fixed.rows[3][-1]


def test_segments_already_written_stay_when_the_plan_changes(branch, clerk):
    client = signed_in(clerk)
    activity = planned(client, kinds.THEME_DAY)
    part = activity.parts.get()
    rows = papers_of(activity)[part.pk].values["fixed"]
    write(part, {"fixed": (*rows[:3], {**rows[3], "topic": "党员就是标杆", "leader": str(clerk.pk)})}, by=clerk, at=DURING)

    changed(client, activity, place="操场")

    assert len(names_of(part)) == 4 and papers_of(activity)[part.pk].values["fixed"][3]["topic"] == "党员就是标杆"


def test_a_part_that_is_dropped_takes_its_paper_along_and_the_trail_keeps_it(branch, clerk):
    client = signed_in(clerk)
    activity = planned(client, kinds.ASSEMBLY, together=[kinds.THEME_DAY])
    write(activity.parts.get(kind=kinds.THEME_DAY), {"account": "清扫社区"}, by=clerk, at=DURING)

    changed(client, activity, together=[])

    assert not Answers.objects.exists()
    told = [told for deed in deeds(history_of(activity)) for told in deed.changes]
    assert any("清扫社区" in one.new for one in told)


def test_how_many_are_due_to_pay_is_known_from_the_roll_of_that_part_and_may_be_corrected(branch, clerk):
    members = members_on(branch, START.date()).count()
    activity = planned(signed_in(clerk), kinds.ASSEMBLY, together=[kinds.THEME_DAY])
    part = activity.parts.get(kind=kinds.THEME_DAY)
    assert papers_of(activity)[part.pk].values["dues_expected"] == members

    write(part, {"dues_expected": Decimal(members - 1)}, by=clerk, at=DURING)

    assert papers_of(Activity.fresh(activity.pk))[part.pk].values["dues_expected"] == members - 1
