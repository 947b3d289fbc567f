"""What words in tables about people mean: offices, groups, standing, remarks. The tables are Chinese, so are these tables."""

import re

from navmark.foundation.people.models import AbsenceKind, Leaving, PostKind, Status

PARTY_POST_WORDS = {
    PostKind.SECRETARY: ("书记", "支部书记", "党支部书记"),
    PostKind.DEPUTY_SECRETARY: ("副书记", "支部副书记", "党支部副书记"),
    PostKind.ORGANISATION: ("组织委员",),
    PostKind.PUBLICITY: ("宣传委员",),
    PostKind.DISCIPLINE: ("纪检委员", "纪律检查委员"),
    PostKind.YOUTH: ("青年委员",),
    PostKind.COMMITTEE_MEMBER: ("委员", "支部委员", "支委"),
    PostKind.GROUP_LEADER: ("组长", "党小组组长", "党小组长", "小组长"),
    PostKind.CLERK: ("党务干事", "干事", "党务工作者"),
}
NO_PARTY_POST = ("无", "党员", "普通党员", "群众", "—", "-", "/")
SCHOOL_POST_WORDS = {
    PostKind.PRINCIPAL: ("校长",),
    PostKind.VICE_PRINCIPAL: ("副校长",),
    PostKind.TEACHING_HEAD: ("教导主任", "教务主任", "教学主任", "教导处主任", "教务处主任"),
    PostKind.MORAL_HEAD: ("德育主任", "政教主任", "德育处主任", "政教处主任"),
    PostKind.OFFICE_HEAD: ("办公室主任", "校办主任"),
    PostKind.LOGISTICS_HEAD: ("总务主任", "后勤主任", "总务处主任"),
    PostKind.UNION_CHAIR: ("工会主席",),
    PostKind.PIONEER_COUNSELLOR: ("大队辅导员", "少先队大队辅导员", "少先队辅导员"),
}
SCHOOL_POSTS = tuple(SCHOOL_POST_WORDS)
SUBJECT_HEAD_WORD = re.compile(r".*(教研组长|学科组长)")  # 数学教研组长: of the group that the row names
GRADE_HEAD_WORD = re.compile(r"([一二三四五六1-6])?年级组长")  # without a number: of the grade of her own class
STATUS_WORDS = {
    Status.FULL: ("正式党员", "中共党员"),
    Status.PROBATIONARY: ("预备党员", "中共预备党员"),
    Status.TARGET: ("发展对象",),
    Status.ACTIVIST: ("入党积极分子", "积极分子"),
    Status.APPLICANT: ("入党申请人", "申请入党人"),
}
ABSENCE_WORDS = {
    AbsenceKind.SUPPORT_TEACHING: ("支教",),
    AbsenceKind.MATERNITY: ("产假", "陪产假", "生育假"),
    AbsenceKind.SECONDED: ("借调", "挂职", "抽调", "交流轮岗"),
    AbsenceKind.SICK: ("病假", "长期病假", "病休"),
    AbsenceKind.PERSONAL: ("事假",),
    AbsenceKind.TRAINING: ("进修", "培训", "脱产学习"),
    AbsenceKind.ABROAD: ("出国", "援外", "访学"),
    AbsenceKind.OTHER: ("停薪留职", "请假", "休假"),
}
LEAVING_WORDS = {
    Leaving.RETIRED: ("退休", "离休", "内退"),
    Leaving.TRANSFERRED: ("调出", "调离", "已调走"),
    Leaving.RESIGNED: ("辞职", "离职"),
    Leaving.DIED: ("去世", "逝世", "病故"),
}
SEPARATORS = re.compile(r"[、,,;;/兼\s]+")
GROUP = re.compile(r"第?([一二三四五六七八九十]+|\d+)(?:党小组|小组|组)?")


def parts_of(text: str) -> list[str]:
    """ "书记、校长" names two offices."""
    return [part for part in SEPARATORS.split(text) if part]


def meaning(word: str, table: dict) -> str | None:
    return next((value for value, words in table.items() if word in words), None)


def mentioned(text: str, table: dict) -> str | None:
    """The first meaning of which a word occurs anywhere in the text."""
    return next((value for value, words in table.items() if any(word in text for word in words)), None)
