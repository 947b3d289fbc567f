"""A notice that came this week in the demo school, with two things that it asks for."""

from datetime import date, datetime, timedelta

from navmark.foundation.people.models import Person, PostKind
from navmark.foundation.people.queries import branches
from navmark.pillars.demonstration.superior_notices.actions import ConfirmedAsk, Given, ask, take_in
from navmark.pillars.demonstration.superior_notices.queries import understood

NOTICE = """青禾区教育和体育局
关于开展师德师风建设自查工作的通知
青教体字〔{year}〕37号
各中小学、幼儿园：
为进一步加强师德师风建设，现将有关事项通知如下。
一、请各学校于{first.month}月{first.day}日17:00前将《师德师风自查情况汇总表》电子版报送至人事科邮箱；
二、{second.year}年{second.month}月{second.day}日前将自查报告纸质版一式两份交至区局305室。
三、全区培训会定于{meeting.month}月{meeting.day}日召开，请分管校长参加。
青禾区教育和体育局
{today.year}年{today.month}月{today.day}日
"""


def build(*, since: date, at: datetime) -> None:
    clerk, owner = (
        Person.objects.filter(posts__kind=kind).order_by("pk").first() for kind in (PostKind.CLERK, PostKind.SECRETARY)
    )
    assert clerk is not None and owner is not None
    today = at.date()
    days = {"first": today + timedelta(days=6), "second": today + timedelta(days=16), "meeting": today + timedelta(days=9)}
    text = NOTICE.format(year=today.year, today=today - timedelta(days=1), **days)
    notice = take_in(Given(branches(today)[0], today, text), by=clerk, at=at)
    asks = [ConfirmedAsk(one.what, one.day.on, owner, (clerk,), one.said) for one in understood(notice).asks if one.day]
    ask(notice, asks, by=clerk, at=at)
