"""Two schools of other shape live through a term by their own programme and take another; what was recorded is read still."""

from datetime import date, timedelta
from io import BytesIO
from types import SimpleNamespace
from zipfile import ZipFile

import pytest
from django.urls import reverse

from navmark.foundation.activities import kinds
from navmark.foundation.activities.models import Activity, ActivityKind
from navmark.foundation.activities.planning.actions import arrange
from navmark.foundation.activities.plans import Plan, PlannedPart
from navmark.foundation.cadence import waiting
from navmark.foundation.cadence.models import Cadence, Duty
from navmark.foundation.people.models import Person, PostKind, Unit, UnitKind
from navmark.foundation.people.queries import school_unit
from navmark.foundation.people.tests.factories import (
    a_branch,
    a_class,
    a_post,
    a_pupil,
    a_staff_member,
    a_unit,
    holder,
    signed_in,
)
from navmark.foundation.pledges import known as pledges_known
from navmark.foundation.pledges.about import thing_of
from navmark.foundation.pledges.actions import Taking, take
from navmark.foundation.programme import returning
from navmark.foundation.programme.loading import establish_programme
from navmark.foundation.programme.shipping import ARTICLE, SHIPPED, source_of
from navmark.foundation.programme.texts import texts_in, zipped
from navmark.foundation.registers import actions as registers
from navmark.foundation.registers import known
from navmark.foundation.registers.models import Entry, Register
from navmark.foundation.rotas.models import Rota, RotaName, Turn
from navmark.foundation.termplan.models import PlanColumn
from navmark.project.chores import keep_duties
from tests.living import ONE_DAY, do, due_days, lived_through, moment

pytestmark = pytest.mark.on_one
FIRST, LAST = date(2026, 9, 1), date(2027, 1, 31)
WEEKS = {
    "2026-09": "4 11 20 24 30", "2026-10": "10 16 23 30", "2026-11": "6 13 20 27", "2026-12": "4 11 18 25 31",
    "2027-01": "8 15 20",
}  # fmt: skip
MONTHS = {"2026-09": "30", "2026-10": "30", "2026-11": "30", "2026-12": "31", "2027-01": "20"}
OK = 200


def a_school_of(grades: int, *, branches: int, members: int) -> SimpleNamespace:
    """A class with its teacher in each grade, and the offices of a school; a branch has a secretary and nobody else in office."""
    whole = school_unit() or a_unit(UnitKind.SCHOOL, "全校")
    said = {"members": members, "probationary": 0, "committee": 1, "groups": 0}
    found = [a_branch(**said, name=f"中共第{number}支部委员会") for number in range(1, branches + 1)]
    classes = []
    for grade in range(1, grades + 1):
        a_post(a_staff_member(), PostKind.GRADE_HEAD, unit=a_unit(UnitKind.GRADE, number=grade))
        classes.append(a_class(entry_year=2027 - grade))
        a_post(a_staff_member(), PostKind.CLASS_TEACHER, unit=classes[-1])
        a_pupil(classes[-1])
    for kind in ("principal", "vice_principal", "teaching_head", "moral_head", "logistics_head", "counsellor", "administrator"):
        a_post(a_staff_member(), kind)
    return SimpleNamespace(whole=whole, branches=found, classes=classes, by=holder(PostKind.MORAL_HEAD))


def added(code: str, unit, title: str, *, owner: Person | None, by: Person, **given) -> Entry:
    head = registers.EntryHead(unit, title, FIRST, owner)
    return registers.add(known.register(code), head, given, by=by, at=moment(FIRST))


def moved(entry: Entry, key: str, day: date, *, by: Person, **given) -> Entry:
    return registers.take(entry, entry.edition.course.step(key), given, by=by, at=moment(day))


def held(here, code: str, day: date, **given) -> Activity:
    kind = kinds.kind(code)
    plan = Plan(here.whole, kind.title, [PlannedPart(code)], moment(day), host=here.by, recorder=here.by)
    return arrange(plan, given, by=here.by, at=moment(day))


def live(here) -> None:
    for day in lived_through(FIRST, LAST):
        do(day, {}, by=here.by)


def takes_the_article(here, day: date) -> None:
    """The other programme is chosen as a whole; what is adopted is that, and it is followed from then on."""
    by = holder(PostKind.ADMINISTRATOR)
    draft = returning.begin(returning.chosen(ARTICLE, on=day), "领航标", by=by, at=moment(day), follows=ARTICLE)
    returning.adopt(draft, shown=returning.digest_in_force(), by=by, at=moment(day), on=day)
    assert returning.in_force(day).texts == texts_in(SHIPPED / ARTICLE) and source_of(ARTICLE) == ARTICLE
    assert not establish_programme(at=moment(day))


def nothing_is_orphaned(gone: list[str], day: date) -> None:
    """What the other programme asked for is asked for no more; what waits is what its sources yield, by a slow look too."""
    keep_duties(moment(day))
    waits = Duty.objects.filter(settled="", closed_at=None)
    assert not waits.filter(cadence__code__in=gone).exists()
    of_turns = waits.filter(source_kind__in=("turn", "rota", "pledge"), title__regex="值夜|浇水|漂流|播报|地块")
    assert [one.title for one in of_turns if one.due_on is None or one.due_on >= day] == []
    assert waiting.astray(on=day) == 0
    assert not Cadence.objects.filter(code__in=gone, active_to=None).exists()


def is_read(here, entries: list[Entry], occasions: list[Activity]) -> None:
    for entry in entries:
        desk = signed_in(entry.owner or here.by)
        for name in ("entry", "sheet"):
            answer = desk.get(reverse(f"registers:{name}", args=[entry.pk]))
            assert answer.status_code == OK and (name == "sheet" or entry.title in answer.content.decode())
        assert desk.get(reverse("registers:list", args=[entry.register.code])).status_code == OK
    for one in occasions:
        assert signed_in(here.by).get(reverse("activities:occasion", args=[one.pk])).status_code == OK


def test_a_village_school_with_boarders_and_a_garden(inside):
    here = a_school_of(6, branches=1, members=5)
    a_unit(UnitKind.COMMUNITY, "前村")
    establish_programme(at=moment(FIRST), programme="field_and_book")
    steward, secretary = holder(PostKind.CLASS_TEACHER), holder(PostKind.SECRETARY)
    plot = added("plots", here.whole, "东园一号地", owner=steward, by=here.by, where="东园")
    plot = moved(plot, "sow", FIRST, by=steward, crop="大白菜", sown=FIRST, ripe=date(2026, 11, 20))
    matter = added("matters", here.branches[0], "", owner=secretary, by=secretary, matter="路灯不亮")
    kind = pledges_known.kind("plot_stewards")
    take(Taking(kind, thing_of(kind, plot.pk, FIRST), here.whole, steward, FIRST), by=here.by, at=moment(FIRST))
    assert Duty.objects.get(about_id=plot.pk, source_kind="entry").due_on == date(2026, 11, 20)
    night_duty = Rota.objects.get(code="evening_duty")
    for place in range(1, 7):  # as the keepers name them
        RotaName.objects.create(rota=night_duty, unit=here.whole, position=place, person=a_staff_member())
    lesson = held(here, "evening_talk", date(2026, 9, 10), topic="想家的时候")
    assert PlanColumn.objects.first().title == "组织生活"  # which stands under none of its headings
    live(here)

    found = due_days(FIRST, LAST)
    assert found["evening_talk"] == WEEKS and found["farm_lesson"] == MONTHS and found["harvest_day"] == {"2027-01": "20"}
    assert found["theme_day"] == MONTHS | {"2027-01": "29"}
    assert not {"committee", "group"} & found.keys()  # five members elect no committee and have no groups
    nights = sorted({turn.starts_on for turn in Turn.objects.filter(rota__code="evening_duty", starts_on__lte=LAST)})
    autumn = [f"{night:%m-%d}" for night in nights if date(2026, 9, 18) <= night <= date(2026, 10, 11)]
    assert " ".join(autumn) == "09-19 09-20 09-21 09-22 09-23 09-27 09-28 09-29 10-07 10-08 10-09 10-11"
    assert nights[-1] == date(2027, 1, 19)
    watering = Turn.objects.filter(rota__code="watering", starts_on__lte=LAST)
    assert {turn.holder_unit_id for turn in watering} == {one.pk for one in here.classes} and watering.count() == 2 * 21

    switched = LAST + ONE_DAY
    assert returning.in_force(switched).texts == texts_in(SHIPPED / "field_and_book")
    takes_the_article(here, switched)
    nothing_is_orphaned(["evening_talk", "farm_lesson", "harvest_day"], switched + timedelta(days=1))
    is_read(here, [plot, matter], [lesson])
    moved(matter, "agree", switched, by=secretary, agreed="找村里一起修", due=switched)  # what is open comes to its end


def test_a_school_of_two_campuses_and_two_branches(inside):
    here = a_school_of(6, branches=2, members=4)
    establish_programme(at=moment(FIRST), programme="two_campuses")
    third = Unit.objects.get(kind=UnitKind.GRADE, number=3)
    box = added("book_boxes", third, "三年级的书箱", owner=here.by, by=holder(PostKind.TEACHING_HEAD), campus="西校区", books=30)
    live(here)

    found = due_days(FIRST, LAST)
    assert found["noon_broadcast"] == WEEKS and found["reading_class"] == MONTHS
    assert found["book_exchange"] == {"2026-09": "24", "2026-10": "23", "2026-11": "20", "2026-12": "18"}  # 第4、8、12、16周
    assert found["joint_study"] == {"2026-09": "30", "2026-12": "31"}
    assert Duty.objects.filter(cadence__code="joint_study", due_on__lte=LAST).count() == 2 * 2
    hosts = [turn.holder_unit.number for turn in Turn.objects.filter(rota__code="book_exchange", starts_on__lte=LAST)]
    on_air = [turn.holder_unit.number for turn in Turn.objects.filter(rota__code="noon_broadcast", starts_on__lte=LAST)]
    assert hosts == [1, 2, 3, 4] and on_air == [week % 6 + 1 for week in range(21)]

    switched = LAST + ONE_DAY
    with ZipFile(BytesIO(zipped(returning.in_force(switched).texts))) as taken_out:
        assert {name: taken_out.read(name).decode() for name in taken_out.namelist()} == texts_in(SHIPPED / "two_campuses")
    takes_the_article(here, switched)
    nothing_is_orphaned(["noon_broadcast", "book_exchange", "reading_class", "joint_study"], switched + timedelta(days=1))
    is_read(here, [box], [])
    assert ActivityKind.objects.get(code="noon_broadcast").active_to == switched
    there = set(returning.in_force(switched).codes("register")) - {"badge_rounds"}  # its policy has not been decided
    assert {one.code for one in Register.objects.filter(active_to=None)} == there
