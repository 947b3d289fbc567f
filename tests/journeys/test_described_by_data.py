"""Three kinds that are described by data alone, from Today to the print, each counted: no mechanism knows them."""

import io
import json
import sys
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect
from pypdf import PdfReader

from navmark.foundation.activities.models import Activity
from navmark.foundation.activities.occasions.tests.scene import an_occasion
from navmark.foundation.almanac.arithmetic import school_year_of
from navmark.foundation.almanac.models import HolidayNotice, Term
from navmark.foundation.cadence.models import Fulfilment
from navmark.foundation.people.models import PostKind, UnitKind, UnitMembership
from navmark.foundation.people.tests.factories import (
    a_branch,
    a_class,
    a_post,
    a_pupil,
    a_staff_member,
    a_unit,
    an_administrator,
    holder,
)
from navmark.foundation.tenancy.scope import within
from navmark.project.chores import keep_duties, keep_programme
from tests.journeys.cast import sit_down
from tests.journeys.test_committee_meeting import Counted

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
CLASSES = 36


@pytest.fixture
def at_work(school):
    """The door is open, school is on, today too if it is a Sunday, and what comes with the product is loaded."""
    now, today = timezone.now(), timezone.localdate()
    with within(school):
        school.in_use_since = today.replace(day=1)
        school.save()
        around = {"starts_on": today - timedelta(days=40), "ends_on": today + timedelta(days=40)}
        Term.objects.create(year=school_year_of(today), number=1, **around)
        HolidayNotice.objects.create(year=today.year, days={"off": {}, "work": {str(today): ""}}, source="本校调休")
        keep_programme(now)
        yield school


@pytest.fixture
def tell(capsys):
    """What it cost, for whoever runs the journey."""

    def told(name, hand):
        with capsys.disabled():
            sys.stdout.write(f"\n{json.dumps({'journey': name, 'clicks': hand.clicks, 'fields': hand.fields})}\n")

    return told


def printed(page, address):
    answer = page.request.get(address)
    return "".join("".join(one.extract_text() for one in PdfReader(io.BytesIO(answer.body())).pages).split())


def test_a_flag_speech_takes_four_clicks_and_two_fields(at_work, page, tell):
    whole, klass, head = a_unit(UnitKind.SCHOOL, "启明实验小学"), a_class(), a_staff_member()
    a_post(head, PostKind.MORAL_HEAD)
    for _time in range(3):
        a_pupil(klass)
    an_occasion("flag_speech", whole, by=head, ago=timedelta(days=7))
    keep_duties(timezone.now())
    sit_down(page, head)
    hand = Counted(page)

    hand.click("li:has-text('国旗下讲话') a:has-text('安排')")
    hand.fill("[name=paper-topic]", "节约每一粒粮食")
    hand.click("main form button.primary")
    hand.fill("[name=there_count]", "3")
    hand.click(".actions button.primary")
    page.wait_for_selector(".message.success")
    address = page.get_attribute(".actions a.primary", "href")
    hand.clicks += 1  # the print opens in the browser's own viewer

    text = printed(page, address)
    assert "国旗下讲话记录" in text and "节约每一粒粮食" in text and "一年级(1)班" in text  # whose turn it is
    assert "应到3人" in text and "实到3人" in text
    assert Fulfilment.objects.get().duty.cadence.code == "flag_speech"
    tell("flag speech", hand)
    assert hand.clicks <= 4 and hand.fields <= 2
    _an_article_of_it(page, tell)
    a_post(teacher := a_staff_member(), PostKind.CLASS_TEACHER, unit=klass)
    sit_down(page, teacher)
    _an_honour(page, tell)


def _an_article_of_it(page, tell):
    """From the page of the occasion that it is about."""
    hand = Counted(page)
    hand.click("main a:has-text('宣传稿件')")
    assert page.input_value("[name=head-title]") and "国旗下讲话" in page.inner_text("main .note")
    hand.fill("[name=head-title]", "一次国旗下讲话")
    hand.click("main form button.primary")
    expect(page.locator("main")).to_contain_text("撰写中")
    tell("article", hand)
    assert hand.clicks <= 5 and hand.fields <= 3


def _an_honour(page, tell):
    """From Today."""
    hand = Counted(page)
    hand.click(".side-nav a:has-text('台账')")
    hand.click("main li:has(a:text-is('荣誉登记')) a:has-text('添加')")
    hand.fill("[name=head-title]", "市文明校园")
    hand.fields += 1
    page.select_option("[name=paper-level]", label="市级")
    hand.fill("[name=paper-body]", "市教育局")
    hand.click("main form button.primary")
    expect(page.locator("main")).to_contain_text("在册")
    tell("honour", hand)
    assert hand.clicks <= 3 and hand.fields <= 5


def test_a_month_of_lines_is_typed_down_the_column_with_the_keyboard(at_work, page, tell):
    head = a_staff_member()
    a_post(head, PostKind.MORAL_HEAD)
    classes = [a_class(number=number) for number in range(1, CLASSES + 1)]
    for klass in classes:
        a_pupil(klass)
    keep_duties(timezone.now())
    sit_down(page, head)
    hand = Counted(page)
    last_month = timezone.localdate().replace(day=1) - timedelta(days=1)
    page.goto(f"{reverse('activities:lines', args=['class_meeting'])}?month={last_month:%Y-%m}")

    for name, words in (("topic", "节约粮食"), ("there", "1")):
        page.focus(f"tr[data-line]:first-child [name^={name}-]")
        for _klass in classes:
            page.keyboard.type(words)
            page.keyboard.press("Enter")
            hand.fields += 1
    expect(page.locator(".save-state.saved")).to_have_count(CLASSES, timeout=30_000)

    assert Activity.objects.filter(completed_at__isnull=False, there_count=1, parts__topic="节约粮食").count() == CLASSES
    page.reload()
    assert f"{CLASSES} / {CLASSES}" in page.inner_text("h1")
    assert page.locator(".restored").count() == 0
    text = printed(page, reverse("activities:sheet", args=[Activity.objects.get(unit=classes[1]).pk]))
    assert "主题班会记录" in text and "一年级(2)班" in text and "节约粮食" in text
    tell("a month of class meetings", hand)
    assert hand.fields <= 2 * CLASSES and hand.clicks == 0


def test_a_subject_group_meets_its_head_keeps_it_and_the_staff_reads(at_work, page, tell):
    group = a_unit(UnitKind.SUBJECT_GROUP, "数学教研组")
    head, colleague, other = (a_staff_member() for _time in range(3))
    a_post(head, PostKind.SUBJECT_HEAD, unit=group)
    for person in (head, colleague):
        UnitMembership.objects.create(person=person, unit=group)
    keep_duties(timezone.now())
    sit_down(page, head)
    hand = Counted(page)

    hand.click("li:has-text('教研活动') a:has-text('安排')")
    hand.fill("[name=paper-topic]", "分数的意义")
    hand.fill("[name=paper-speaker]", colleague.name)
    hand.fill("[name=day]", f"{timezone.localdate()}")
    hand.fill("[name=start]", "00:01")
    hand.fill("[name=end]", "00:41")
    hand.click("main form button.primary")
    hand.click("a:has-text('登记到会')")
    hand.click("button[name=all_others]")
    hand.fill("[name=account]", "大家围绕单元整体教学展开讨论。")
    hand.click(".actions button.primary")  # waits until the paper has saved itself
    page.wait_for_selector(".message.success")

    address = reverse("activities:occasion", args=[Activity.objects.get().pk])
    text = printed(page, page.get_attribute(".actions a.primary", "href"))
    assert "教研活动记录" in text and "第1次" in text and "分数的意义" in text and "实到2人" in text
    tell("subject group meeting", hand)
    sit_down(page, other)
    page.goto(address)
    assert "分数的意义" in page.inner_text("main") and page.locator("main textarea").count() == 0


def test_a_rectification_takes_eight_clicks_and_five_fields_in_all_hands(at_work, page, tell):
    branch = a_branch(members=6, probationary=0, committee=3, groups=1)
    keep_programme(timezone.now())
    clerk, secretary = holder(PostKind.CLERK), holder(PostKind.SECRETARY)
    organiser = holder(PostKind.ORGANISATION)
    hand = Counted(page)

    sit_down(page, clerk)
    page.goto(reverse("registers:list", args=["rectification"]))
    hand.click(".actions a.primary")
    hand.fill("[name=head-owner]", secretary.name)
    hand.fill("[name=paper-problem]", "走廊灯不亮。东侧两盏。")
    hand.click("main form button.primary")

    sit_down(page, secretary)
    hand.click("li:has-text('认领整改：走廊灯不亮') a:has-text('办理')")
    hand.fill("[name=paper-measure]", "换灯管")
    assert page.input_value("[name=paper-due]") > f"{timezone.localdate()}"  # so long as such a thing usually takes
    hand.click("main form button.primary")
    page.goto("/")
    hand.click("li:has-text('报告结果：走廊灯不亮') a:has-text('办理')")
    hand.fill("[name=paper-result]", "已换")
    hand.click("main form button.primary")

    sit_down(page, organiser)
    hand.click("li:has-text('待复核：走廊灯不亮') a:has-text('办理')")
    hand.fill("[name=note]", "现场看过")
    hand.click("main form button.primary")

    expect(page.locator("main")).to_contain_text("已销号")
    assert branch.pk and hand.clicks <= 8 and hand.fields <= 5
    tell("a rectification", hand)
    assert "已销号" in printed(page, page.get_attribute("aside a[href$='.pdf']", "href"))


def test_a_term_s_flag_speeches_go_round_the_classes_and_two_of_them_swap(at_work, page, tell):
    """Four weeks are confirmed in one click; a class teacher asks another, who agrees; a plan asks for no class."""
    whole, head = a_unit(UnitKind.SCHOOL, "启明实验小学"), a_staff_member()
    a_post(head, PostKind.MORAL_HEAD)
    teachers = [a_staff_member() for _time in range(4)]
    for number, teacher in enumerate(teachers, start=1):
        a_post(teacher, PostKind.CLASS_TEACHER, unit=a_class(entry_year=school_year_of(timezone.localdate()), number=number))
    keep_duties(timezone.now())
    hand = Counted(page)

    sit_down(page, head)
    hand.click("li:has-text('确认轮值：国旗下讲话轮值') a:has-text('办理')")
    hand.click("main button[name=confirm]")
    expect(page.locator("main")).not_to_contain_text("待确认")

    sit_down(page, teachers[1])
    page.goto(reverse("rotas:shelf"))
    hand.click("li:has-text('国旗下讲话轮值') a:has-text('换班或替班')")
    page.select_option("[name=other]", index=1)
    hand.click("button[value=swap]")
    expect(page.locator("main")).to_contain_text("正在等答复")
    sit_down(page, teachers[2])
    hand.click("li:has-text('有人请您换班') a:has-text('答复')")
    hand.click("button[value=agree]")
    expect(page.locator("body")).to_contain_text("已同意")

    page.goto(reverse("rotas:table", args=["flag_speech"]))
    rows = page.locator("main tbody tr td:last-child").all_inner_texts()
    assert [text.split("班")[0][-2] for text in rows] == ["1", "3", "2", "4"]
    sit_down(page, head)
    page.goto(reverse("activities:plan", args=["flag_speech"]))
    assert page.locator("[name=paper-speaker_class]").count() == 0 and whole.pk
    tell("turns of a month", hand)
    assert hand.clicks <= 6 and hand.fields == 0


def test_a_list_with_three_steps_is_made_in_the_browser_and_given_a_fourth(at_work, page, tell):
    a_unit(UnitKind.SCHOOL, "启明实验小学")
    administrator, manager = an_administrator(), a_staff_member()
    a_post(manager, PostKind.LOGISTICS_HEAD)
    sit_down(page, administrator)
    hand = Counted(page)
    page.goto(reverse("programme:list"))

    hand.click("a:has-text('新增')")
    hand.fill("[name=title]", "报修")
    hand.click("label:has-text('台账')")
    hand.click("fieldset:has([name=keepers]) summary")
    hand.click("fieldset:has([name=keepers]) label:has-text('总务主任')")
    hand.fill("[name=why]", "校务会决定")
    hand.click("main form button.primary")
    expect(page.locator("main")).to_contain_text("报告结果 → 待核对")
    tell("a list with three steps", hand)
    assert hand.clicks <= 5 and hand.fields <= 2

    hand.click("a:has-text('加一个环节')")
    hand.fill("[name=button]", "批准")
    page.select_option("[name=of]", label="办理中")
    hand.fill("[name=words]", "待审批")
    hand.click("fieldset:has([name=who]) label:has-text('责任人') >> nth=0")
    hand.fill("[name=why]", "花钱要批")
    hand.click("main form button.primary")
    expect(page.locator("main")).to_contain_text("环节“批准”")
    hand.click("main form button.primary")
    expect(page.locator("main")).to_contain_text("批准 → 待审批")
    tell("and a fourth", hand)
    assert hand.clicks <= 9 and hand.fields <= 5
