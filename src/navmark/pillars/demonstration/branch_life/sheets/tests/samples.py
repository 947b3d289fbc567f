"""One school's November: records of every kind, with names that break careless programs."""

from dataclasses import replace
from datetime import date, datetime

from navmark.foundation.activities.printed.facts import Headcount, PrintedAbsence
from navmark.foundation.papers.known import Known
from navmark.foundation.papers.said import said
from navmark.foundation.proceedings.printed.facts import Item, PrintedDecision, PrintedFollowUp, PrintedSpeech, PrintedVote
from navmark.foundation.programme.reading import read_programme
from navmark.foundation.programme.shipping import ARTICLE, SHIPPED
from navmark.pillars.demonstration.branch_life import kinds
from navmark.pillars.demonstration.branch_life.facts.before import paper_before
from navmark.pillars.demonstration.branch_life.sheets import shape
from navmark.pillars.demonstration.branch_life.sheets.shape import PrintedRecord

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢"
NAMES = (*(f"{surname}启明" for surname in SURNAMES[:21]), "𠮷田明", "阿依古丽·买买提", "欧阳靖远")
POSTS = ("书记", "组织委员", "宣传委员", "纪检委员", "青年委员")
GROUPS = ("第一党小组", "第二党小组", "第三党小组", "第四党小组")


def roll(people: int = 24) -> tuple[shape.Attendee, ...]:
    return tuple(
        shape.Attendee(
            number=number,
            name=NAMES[number - 1],
            post=POSTS[number - 1] if number <= len(POSTS) else "",
            group=GROUPS[number % 4],
            mark="请假" if number == 7 else "到会",
            is_there=number != 7,
            probationary=number in (20, 21),
        )
        for number in range(1, people + 1)
    )


HEAD = shape.Head(
    organisation="中共启明实验小学支部委员会",
    sequence="2026年度第3次",
    start=datetime(2026, 11, 20, 16, 30),
    end=datetime(2026, 11, 20, 17, 40),
    place="行政楼三楼党员活动室",
    host="王启明",
    recorder="李启明",
    expected=Headcount(24, 22, 2, 22),
    present=Headcount(23, 21, 2, 21),
    absent=(PrintedAbsence("赵启明", "外出培训", "请假"),),
    late=("𠮷田明",),
    observers=("镇党建办 郑启明",),
    tidied_on=date(2026, 11, 23),
)
VOTE = PrintedVote(
    subject="同意接收郑启明同志为中共预备党员",
    method="无记名投票",
    entitled=22,
    present=21,
    issued=21,
    collected=21,
    valid=20,
    invalid=1,
    ayes=19,
    nays=0,
    abstentions=1,
    overseer="陈启明",
    counter="杨启明",
    outcome="赞成19票，超过应到会有表决权党员的半数，通过。",
)
SPEECHES = (
    PrintedSpeech("张启明", "宣传委员", "该同志入党动机端正，教学工作扎实，在学生和家长中评价良好，同意接收。"),
    PrintedSpeech("阿依古丽·买买提", "", "同意。建议支部安排老党员结对帮助，尽快熟悉党务工作。"),
    PrintedSpeech("𠮷田明", "", "与群众联系还不够，建议再考察一个学期。", dissent=True),
)
CLOSING = PrintedSpeech("王启明", "书记", "请组织委员把大家的意见带给本人，会后一周内谈一次话。")
DECISION = PrintedDecision(
    "支部党员大会讨论并表决，同意接收郑启明同志为中共预备党员，报上级党组织审批。",
    number="决议一",
    follow_ups=(PrintedFollowUp("整理入党材料报上级党组织", "李启明", date(2026, 11, 30)),),
)
ITEMS = (
    Item("讨论接收郑启明同志为预备党员", "李启明", "介绍培养考察情况和支委会审查意见。", SPEECHES, CLOSING, (VOTE,), (DECISION,)),
    Item(
        "审议支部委员会半年工作报告",
        "王启明",
        "报告上半年组织生活、党员教育和师德建设情况，并说明下半年安排。",
        SPEECHES[:2],
        None,
        (
            replace(
                VOTE,
                subject="批准支部委员会半年工作报告",
                method="举手表决",
                issued=None,
                collected=None,
                valid=None,
                invalid=None,
                overseer="",
                counter="",
            ),
        ),
        (PrintedDecision("批准支部委员会半年工作报告。", number="决议二"),),
    ),
    Item(
        "审议冬季走访慰问方案",
        "陈启明",
        "拟于十二月上旬走访退休教师党员。",
        SPEECHES[:1],
        None,
        (
            replace(
                VOTE, subject="通过冬季走访慰问方案", method="举手表决", issued=None, collected=None, valid=None, invalid=None
            ),
        ),
        (
            PrintedDecision(
                "通过冬季走访慰问方案。",
                number="决议三",
                follow_ups=(PrintedFollowUp("拟定走访名单和分组", "陈启明", date(2026, 12, 4)),),
            ),
        ),
    ),
)
ASSEMBLY = PrintedRecord(kinds.ASSEMBLY, HEAD, items=ITEMS, roll=roll(), attachments=("支委会审查意见",), finished=True)
SMALL_HEAD = replace(
    HEAD, expected=Headcount(5), present=Headcount(5), absent=(), late=(), observers=(), sequence="2026年度第11次"
)
COMMITTEE = PrintedRecord(
    kinds.COMMITTEE,
    SMALL_HEAD,
    items=(
        Item(
            "研究郑启明同志接收事项",
            "李启明",
            "汇报培养联系人意见、政治审查和公示情况。",
            (
                PrintedSpeech("张启明", "宣传委员", "材料齐全，同意提交大会。"),
                PrintedSpeech("陈启明", "纪检委员", "公示期间未收到反映。"),
            ),
            PrintedSpeech("王启明", "书记", "同意大家意见，提交支部党员大会讨论。"),
            decisions=(
                PrintedDecision(
                    "将郑启明同志接收事项提交支部党员大会讨论。",
                    to_assembly=True,
                    follow_ups=(PrintedFollowUp("准备大会材料和表决票", "李启明", date(2026, 11, 18)),),
                ),
            ),
        ),
    ),
    roll=roll(5),
    finished=True,
)
GROUP = PrintedRecord(
    kinds.GROUP,
    replace(HEAD, group="第一党小组", leader="刘启明", committee_present=("王启明", "李启明"), expected=Headcount(6, 5, 1)),
    items=(
        Item(
            "学习《中国共产党支部工作条例（试行）》",
            "刘启明",
            "领学第三章、第四章，结合本组工作讨论。",
            SPEECHES[:2],
            decisions=(PrintedDecision("建议支委会每学期公布一次党员教师公开课安排。"),),
        ),
    ),
    finished=True,
)
LECTURE_FACTS = {
    "lecturer": "王启明",
    "post": "党支部书记",
    "topic": "在三尺讲台上守初心",
    "form": "讲授与研讨",
    "hours": "2",
    "outline": "一是为什么讲；\n二是对照什么；\n三是从哪里做起。",
    "discussion": "与会党员围绕课堂教学和家校沟通谈了体会。",
    "make_up": "赵启明同志于11月27日自学讲稿。",
    "script": "《在三尺讲台上守初心》讲稿",
}
DAY_FACTS = {
    "dues_expected": 24,
    "dues_paid": 23,
    "fixed": [
        {"name": "重温入党誓词", "topic": "", "leader": "王启明"},
        {"name": "集中学习", "topic": "《中国共产党章程》总纲", "leader": "张启明"},
        {"name": "微党课", "topic": "一盏灯的温度", "leader": "欧阳靖远"},
    ],
    "optional": [{"name": "志愿服务", "topic": "校门口护学岗排班与实践", "leader": "刘启明"}],
    "account": "十六时三十分集合，重温誓词后集中学习，随后到校门口开展护学志愿服务。",
    "agreed": "护学岗由四个党小组按周轮值。",
}
PREPARED = {
    "study": "11月6日集中学习有关篇目。",
    "opinions": "征求教师、家长意见建议12条。",
    "talks": "支委之间、支委与党员谈心46人次。",
}
REVIEWED = {"own": "党员逐一作自我评价。", "mutual": "按党小组开展互评。", "opinion": "待支部委员会研究后提出。"}


def blank_paper(kind):
    """What the shipped programme asks of this kind, without an answer."""
    papers = read_programme(SHIPPED / ARTICLE, on=date(2026, 11, 20)).of("paper")
    return next((said(one.paper, {}, Known(date(2026, 11, 20))) for one in papers if one.code == kind), ())


LECTURE = PrintedRecord(
    kinds.LECTURE,
    HEAD,
    paper=paper_before({"lecture": LECTURE_FACTS}),
    finished=True,
)
THEME_DAY = PrintedRecord(
    kinds.THEME_DAY,
    HEAD,
    theme="守护成长，党员在前",
    paper=paper_before({"theme_day": DAY_FACTS}),
    finished=True,
)
LIFE_MEETING = PrintedRecord(
    kinds.LIFE_MEETING,
    HEAD,
    theme="对照职责查不足，凝心聚力促提升",
    paper=paper_before({"preparation": PREPARED}),
    items=(Item("对照检查", "", "", SPEECHES, CLOSING, decisions=(PrintedDecision("形成整改清单并按月检查。"),)),),
    finished=True,
)
REVIEW = PrintedRecord(
    kinds.REVIEW,
    HEAD,
    paper=paper_before({"review": REVIEWED}),
    review=shape.Review(
        23,
        23,
        22,
        "陈启明",
        "杨启明",
        tuple(shape.PrintedStanding(name, 10, 12, 0, 0) for name in NAMES[:3]),
    ),
    roll=roll(),
    finished=True,
)
TALK = PrintedRecord(
    kinds.TALK,
    replace(HEAD, expected=Headcount(), present=Headcount()),
    talk=shape.PrintedTalk(
        "王启明", "𠮷田明", "支委与党员", "谈近期教学和家庭情况。", "希望多安排外出学习。", "联系教研室列入下学期计划。"
    ),
    finished=True,
)
ORGANISATION = replace(COMMITTEE, kind=kinds.ORGANISATION)
ALL = (ASSEMBLY, COMMITTEE, GROUP, LECTURE, THEME_DAY, LIFE_MEETING, REVIEW, TALK, ORGANISATION)
EMPTY = tuple(
    PrintedRecord(each.kind, shape.Head(organisation="中共启明实验小学支部委员会"), paper=blank_paper(each.kind)) for each in ALL
)
