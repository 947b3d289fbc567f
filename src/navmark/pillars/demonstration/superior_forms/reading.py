"""What the labels of superiors' forms mean, however they are spaced and punctuated."""

import re

LONGEST_LABEL = 40

# Which blank asks for which, by its label.
_LABELS = (
    ("school", "(学校|单位)(全称|名称)?|填报单位"),
    ("branch", "(党组织|党支部|支部|所在党支部)(全称|名称)?"),
    ("secretary", "(党组织|支部|党支部)?书记(姓名)?"),
    ("principal", "校长(姓名)?"),
    ("members", "党员(总)?(人)?数"),
    ("staff", "教(职工|师|职员工)(总)?(人)?数"),
    ("pupils", "(在校)?学生(总)?(人)?数"),
    ("classes", "(教学)?班(级)?(总)?(个)?数"),
    ("today", "(填(报|表))?(日期|时间)"),
    ("me", "(填(报|表)|经办|制表|联系)人(姓名)?"),
)

# Which heading of a form asks which column of a list of people.
_OF_PEOPLE = (
    ("name", ".*姓名"),
    ("posts", "(现任|担任)?职务.*"),
    ("job", "岗位.*|工作岗位"),
    ("subject", "(任教)?学科"),
    ("sex", "性别"),
    ("born", "出生(年月|日期).*"),
    ("ethnicity", "民族"),
    ("education", "学历.*"),
)


def as_label(words: str) -> str:
    """Without blanks and the colon at its end."""
    return "".join(words.split()).rstrip(":：")[:LONGEST_LABEL]


def suggested(label: str) -> str:
    """The code of what a blank of this label asks; "" where nothing is meant."""
    return next((code for code, words in _LABELS if re.fullmatch(words, label)), "")


def column_of_people(heading: str) -> str:
    """Which column of a list of people a heading asks; "" where none."""
    return next((code for code, words in _OF_PEOPLE if re.fullmatch(words, heading)), "")


def last_words(words: str) -> str:
    """What stands right before a line to write on: behind the last comma or blank."""
    return as_label(re.split(r"[，。；,;\s\u3000]+", words.strip())[-1])
